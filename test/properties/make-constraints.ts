/** Constraints of a generated table; foreign keys once all tables are there. */
import { deriveName } from '../../src/model/derive-name.ts';
import type {
  Check,
  Column,
  Constraint,
  Deferrability,
  Exclusion,
  ExclusionElement,
  ForeignKey,
  PrimaryKey,
  ReferentialAction,
  Table,
  Unique,
} from '../../src/model/model.ts';
import type { Ident } from '../../src/model/name.ts';
import { sameType } from '../../src/model/type.ts';
import type { Choices } from './choices.ts';
import type { Types } from './make-columns.ts';
import { condition } from './make-expressions.ts';
import { comment, partName } from './names.ts';

/** What a part is made for; its number makes names of its own. */
export interface Place {
  readonly table: Pick<Table, 'name' | 'columns' | 'storage'>;
  readonly types: Types;
  readonly slot: string;
}

export const NO_BTREE: ReadonlySet<string> = new Set(['point', 'json']);

export function isVirtual({ value }: Column): boolean {
  return value.kind === 'generated' && !value.stored;
}

export function keyColumns({ table }: Place): readonly Column[] {
  return table.columns.filter((column) => !isVirtual(column) && !NO_BTREE.has(column.type.name));
}

/** A unique key of a partitioned table has its partition key in it. */
export function withPartitionKey({ table }: Place, columns: readonly Ident[]): readonly Ident[] {
  return table.storage.kind === 'partitioned' ? [...new Set([...columns, ...table.storage.key])] : columns;
}

function deferrability(c: Choices): Deferrability {
  return c.of('not deferrable', 'not deferrable', 'not deferrable', 'deferrable', 'initially deferred');
}

function names(columns: readonly Column[]): readonly Ident[] {
  return columns.map(({ name }) => name);
}

function included(place: Place, key: readonly Ident[], c: Choices): readonly Ident[] {
  const left = names(place.table.columns.filter((column) => !isVirtual(column))).filter((name) => !key.includes(name));
  return c.once(6) ? c.some(left, 2) : [];
}

function primaryKey(place: Place, c: Choices): PrimaryKey | null {
  const columns = withPartitionKey(place, names(c.some(keyColumns(place), 2)));
  if (columns.length === 0) return null;
  const name = partName(deriveName(place.table.name.name, [], 'pkey'), `pk${place.slot}`, c);
  const deferrable = deferrability(c);
  return {
    kind: 'primaryKey',
    ...name,
    columns,
    include: included(place, columns, c),
    deferrable,
    comment: comment(c),
  };
}

function unique(place: Place, c: Choices): Unique | null {
  const columns = withPartitionKey(place, names(c.some(keyColumns(place), 2)));
  if (columns.length === 0) return null;
  return {
    kind: 'unique',
    ...partName(deriveName(place.table.name.name, columns, 'key'), `key${place.slot}`, c),
    columns,
    nullsNotDistinct: place.types.major >= 15 && c.once(4),
    deferrable: deferrability(c),
    include: included(place, columns, c),
    comment: comment(c),
  };
}

function check(place: Place, c: Choices): Check {
  const { table, types } = place;
  return {
    kind: 'check',
    ...partName(`is_fine_${place.slot}`, `Check "${place.slot}"`, c),
    expr: condition(c, { columns: table.columns, functions: types.functions, prefix: '' }),
    noInherit: table.storage.kind === 'heap' && c.once(6),
    validated: true,
    comment: comment(c),
  };
}

function exclusion(place: Place, c: Choices): Exclusion | null {
  const { table, types } = place;
  if (table.storage.kind === 'partitioned') return null;
  const usable = table.columns.filter((column) => !isVirtual(column));
  const ranges = usable.filter(({ type }) => type.name.endsWith('range'));
  const numbers = usable.filter(
    ({ type }) => ['integer', 'bigint', 'uuid'].includes(type.name) && type.dimensions === 0,
  );
  const range = c.pick(ranges);
  const number = c.pick(numbers);
  const element = (column: Column, operator: string): ExclusionElement => ({
    key: { kind: 'column', column: column.name },
    opclass: null,
    operator,
  });
  const elements = [
    ...(number !== null && (range === null || c.once(2)) ? [element(number, '=')] : []),
    ...(range === null ? [] : [element(range, '&&')]),
  ];
  const columns = elements.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : []));
  if (elements.length === 0) return null;
  return {
    kind: 'exclusion',
    ...partName(deriveName(table.name.name, columns, 'excl'), `excl${place.slot}`, c),
    method: range === null ? c.of('gist', 'btree', 'hash') : 'gist',
    elements,
    where: c.once(3) ? condition(c, { columns: usable, functions: types.functions, prefix: '' }) : null,
    deferrable: deferrability(c),
    comment: comment(c),
  };
}

/** @returns `null` where the table has not got what it takes, and for foreign keys. */
export function makeConstraint(place: Place, c: Choices): Constraint | null {
  switch (constraintKind(c)) {
    case 'primaryKey':
      return primaryKey(place, c);
    case 'unique':
      return unique(place, c);
    case 'check':
      return check(place, c);
    case 'exclusion':
      return exclusion(place, c);
    case 'foreignKey':
      return null;
  }
}

export function constraintKind(c: Choices): Constraint['kind'] {
  return c.of('primaryKey', 'unique', 'check', 'foreignKey', 'primaryKey', 'foreignKey', 'exclusion', 'foreignKey');
}

/**
 * What a foreign key may point to. Not a key that includes further columns: PostgreSQL lets the type of these not be
 * changed while it is there.
 */
export interface TargetKey {
  readonly table: Table;
  readonly columns: readonly Column[];
}

export function targetKeys(tables: readonly Table[]): readonly TargetKey[] {
  return tables.flatMap((table) => {
    const columnsOf = (key: readonly Ident[]) =>
      key.flatMap((name) => table.columns.find((one) => one.name === name) ?? []);
    const keys = table.constraints.flatMap((one) =>
      (one.kind === 'primaryKey' || one.kind === 'unique') &&
      one.deferrable === 'not deferrable' &&
      one.include.length === 0
        ? [one.columns]
        : [],
    );
    const indexes = table.indexes
      .filter(
        ({ unique: isUnique, where, include, keys: parts }) =>
          isUnique &&
          where === null &&
          include.length === 0 &&
          parts.every((part) => part.opclass === null && part.collation === null),
      )
      .map(({ keys: parts }) => parts.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : [''])));
    return [...keys, ...indexes].filter((key) => !key.includes('')).map((key) => ({ table, columns: columnsOf(key) }));
  });
}

/** Columns of the types of the key, each another one; `null` when there are not enough. */
function matching(own: readonly Column[], key: TargetKey): readonly Column[] | null {
  const found: Column[] = [];
  for (const wanted of key.columns) {
    const fits = (column: Column) =>
      column.value.kind !== 'generated' &&
      column.type.dimensions === 0 &&
      !found.includes(column) &&
      sameType(column.type, wanted.type);
    const column = own.findLast(fits);
    if (column === undefined) return null;
    found.push(column);
  }
  return found;
}

function isUnlogged({ storage }: Pick<Table, 'storage'>): boolean {
  return storage.kind === 'heap' && storage.unlogged;
}

function action(columns: readonly Ident[], c: Choices, major: number): ReferentialAction {
  const kind = c.of('cascade', 'no action', 'restrict', 'set null', 'set default');
  if (kind !== 'set null' && kind !== 'set default') return { kind };
  return { kind, columns: major >= 15 && c.once(2) ? c.some(columns, 1) : [] };
}

export function makeForeignKey(place: Place, all: readonly TargetKey[], c: Choices): ForeignKey | null {
  if (constraintKind(c) !== 'foreignKey') return null;
  const { table, types } = place;
  const usable = all.flatMap((key) => {
    const own = matching(table.columns, key);
    return own === null || (isUnlogged(key.table) && !isUnlogged(table)) ? [] : [{ key, own }];
  });
  const chosen = c.pick(usable);
  if (chosen === null) return null;
  const columns = names(chosen.own);
  return {
    kind: 'foreignKey',
    ...partName(deriveName(table.name.name, columns, 'fkey'), `fk${place.slot}`, c),
    columns,
    target: chosen.key.table.name,
    targetColumns: names(chosen.key.columns),
    onDelete: action(columns, c, types.major),
    onUpdate: c.once(4) ? { kind: c.of('cascade', 'restrict') } : { kind: 'no action' },
    match: c.once(6) ? 'full' : 'simple',
    deferrable: deferrability(c),
    validated: true,
    comment: comment(c),
  };
}
