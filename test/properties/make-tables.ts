/** Tables of a generated Model. */
import type { Column, Constraint, Grant, Index, ReplicaIdentity, Table } from '../../src/model/model.ts';
import type { Ident, QName } from '../../src/model/name.ts';
import { bySlot, type Choices, choicesOf } from './choices.ts';
import { makeColumns, type Types } from './make-columns.ts';
import { makeConstraint, makeForeignKey, type Place, targetKeys } from './make-constraints.ts';
import { relationGrants } from './make-grants.ts';
import { makePolicies, makeTriggers } from './make-guards.ts';
import { makeIndex } from './make-indexes.ts';
import { makeStorage, storageKind } from './make-storage.ts';
import { comment, TABLE_SLOTS, tableName } from './names.ts';
import type { Recipe, TableRecipe } from './recipe.ts';

/** Names that relations and types of a schema share; those of constraints are a table's own. */
export type Taken = Set<string>;

export function take(taken: Taken, { schema, name }: QName): boolean {
  const key = JSON.stringify([schema, name]);
  if (taken.has(key)) return false;
  taken.add(key);
  return true;
}

const SLOTS_OF_PARTS = 8;

/** The parts of a list that could be made and whose names are free. */
function named<T extends { readonly name: Ident }>(
  parts: TableRecipe['constraints'],
  table: QName,
  make: (c: Choices, slot: number) => T | null,
  isRelation: (made: T) => boolean,
  taken: Taken,
): readonly T[] {
  return [...bySlot(parts, SLOTS_OF_PARTS)].flatMap(([slot, c]) => {
    const made = make(c, slot);
    if (made === null) return [];
    const name = {
      schema: isRelation(made) ? table.schema : `constraints of ${table.schema}.${table.name}`,
      name: made.name,
    };
    return take(taken, name) ? [made] : [];
  });
}

function keyOf(constraint: Constraint): string | null {
  if (constraint.kind === 'exclusion') return JSON.stringify(constraint.elements);
  return constraint.kind === 'primaryKey' || constraint.kind === 'unique' ? constraint.columns.join() : null;
}

/** One primary key, and no two keys of the same columns, which CREATE TABLE makes into one. */
function distinctKeys(constraints: readonly Constraint[]): readonly Constraint[] {
  const first = constraints.find(({ kind }) => kind === 'primaryKey');
  return constraints
    .filter((one) => one.kind !== 'primaryKey' || one === first)
    .filter((one, _, all) => keyOf(one) === null || one === all.find((other) => keyOf(other) === keyOf(one)));
}

/** Columns of a primary key are NOT NULL. */
function withKeyColumns(columns: readonly Column[], constraints: readonly Constraint[]): readonly Column[] {
  const key = constraints.flatMap((one) => (one.kind === 'primaryKey' ? one.columns : []));
  return columns.map((column) => (key.includes(column.name) ? { ...column, nullable: false } : column));
}

/** One that PostgreSQL takes: immediate, total, and of columns that cannot be NULL. */
function replicaIndex(table: Table): Index | Constraint | null {
  const isPlain = (name: Ident) => table.columns.some((column) => column.name === name && !column.nullable);
  const index = table.indexes.find(
    (one) =>
      one.unique && one.where === null && one.keys.every(({ key }) => key.kind === 'column' && isPlain(key.column)),
  );
  const constraint = table.constraints.find(
    (one) => one.kind === 'unique' && one.deferrable === 'not deferrable' && one.columns.every(isPlain),
  );
  return index ?? constraint ?? null;
}

function replicaIdentity(table: Table, c: Choices): ReplicaIdentity {
  const index = replicaIndex(table);
  const kind = c.of('default', 'default', 'default', 'index', 'full', 'nothing', 'index');
  if (kind !== 'index') return { kind };
  return index === null || table.storage.kind !== 'heap' ? { kind: 'default' } : { kind, name: index.name };
}

/** One entry for a privilege, as the catalog shows them. */
function tableGrants(recipe: TableRecipe, columns: readonly Column[]): readonly Grant[] {
  const names = columns.map(({ name }) => name);
  const all = [...bySlot(recipe.grants, 4)].flatMap(([, c]) =>
    relationGrants(c, ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'], names),
  );
  const seen = new Set<string>();
  return all.filter(({ role, privilege, columns: limited }) => {
    const key = `${role} ${privilege} ${limited === null}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Begun {
  readonly recipe: TableRecipe;
  readonly slot: number;
  readonly head: Choices;
  readonly table: Table;
}

function begin(slot: number, recipe: TableRecipe, types: Types, taken: Taken): Begun | null {
  const head = choicesOf(recipe.head.slice(1));
  const names = tableName(slot, head);
  if (!take(taken, names.name)) return null;
  const kind = storageKind(head);
  const columns = makeColumns(recipe.columns, types, kind !== 'heap');
  const storage = makeStorage(kind, names.name, columns, (name) => take(taken, name), head);
  const place = (part: number): Place => ({
    table: { name: names.name, columns, storage },
    types,
    slot: `${slot}_${part}`,
  });
  const constraints = distinctKeys(
    named(
      recipe.constraints,
      names.name,
      (c, part) => makeConstraint(place(part), c),
      (one) => one.kind !== 'check',
      taken,
    ),
  );
  const table: Table = {
    kind: 'table',
    ...names,
    comment: comment(head),
    columns: withKeyColumns(columns, constraints),
    constraints,
    indexes: named(
      recipe.indexes,
      names.name,
      (c, part) => makeIndex(place(part), c),
      () => true,
      taken,
    ),
    storage,
    rowSecurity: head.of('on', 'on', 'off', 'forced'),
    policies: [],
    grants: tableGrants(recipe, columns),
    triggers: [],
    replicaIdentity: { kind: 'default' },
  };
  return { recipe, slot, head, table: { ...table, replicaIdentity: replicaIdentity(table, head) } };
}

function finish({ recipe, slot, table }: Begun, tables: readonly Table[], types: Types, taken: Taken): Table {
  const keys = targetKeys(tables);
  const foreignKeys = named(
    recipe.constraints,
    table.name,
    (c, part) => makeForeignKey({ table, types, slot: `${slot}_${part}` }, keys, c),
    () => false,
    taken,
  );
  const others = tables.filter((other) => other !== table);
  // A foreign key to a partitioned table takes further names, made of its columns, which a second one may want.
  const distinct = foreignKeys.filter(
    (one, at) => foreignKeys.findIndex((other) => other.columns.join() === one.columns.join()) === at,
  );
  return {
    ...table,
    constraints: [...table.constraints, ...distinct],
    policies: makePolicies(recipe.policies, table, others, types),
    triggers: makeTriggers(recipe.triggers, table, types),
  };
}

export function makeTables(recipe: Recipe, types: Types, taken: Taken): readonly Table[] {
  const bySlots = new Map<number, TableRecipe>();
  for (const own of recipe.tables) {
    const slot = (own.head[0] ?? 0) % TABLE_SLOTS;
    if (!bySlots.has(slot)) bySlots.set(slot, own);
  }
  const begun = [...bySlots].flatMap(([slot, own]) => begin(slot, own, types, taken) ?? []);
  const tables = begun.map(({ table }) => table);
  return begun.map((one) => finish(one, tables, types, taken));
}
