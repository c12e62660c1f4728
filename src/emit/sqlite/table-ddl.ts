/** A table with its constraints, its indexes, and the triggers that keep its checks. */
import type { Column, Constraint, ForeignKey, Model, ReferentialAction, Table } from '../../model/model.ts';
import { attempt } from './attempt.ts';
import { asRowChecks, checkTexts, type RowCheck, rowCheckTriggers } from './check-ddl.ts';
import { translateParts } from './conjunction.ts';
import { translateExpression } from './expression.ts';
import { writeIndex } from './index-ddl.ts';
import { type Keeper, keeperOf, type Written } from './keeper.ts';
import { literalOf } from './literal.ts';
import { Untranslatable } from './piece.ts';
import { id } from './quote.ts';
import { columnPiece, tableScope } from './scope.ts';
import { columnHead, type StoredType, storedType } from './stored-type.ts';

/** The column that counts up: SQLite has this for the primary key alone, which it therefore becomes. */
export function countingColumn(table: Table): Column | null {
  return table.columns.find(({ value }) => value.kind === 'identity') ?? null;
}

/** Columns whose form the foreign key looks after: their values stand in the other table too. */
function referringColumns(table: Table): ReadonlySet<string> {
  return new Set(
    table.constraints.flatMap((one) => (one.kind === 'foreignKey' && one.columns.length === 1 ? one.columns : [])),
  );
}

/** @returns `null` when SQLite cannot say it */
function defaultOf(expr: string, column: Column, type: StoredType, table: Table, model: Model): string | null {
  const scope = { ...tableScope(table, model), column: () => null, isNowKnown: true };
  const made = attempt(() => {
    const piece = translateExpression(expr, scope);
    if (piece.form === 'literal') return literalOf(piece.constant ?? '', type);
    if (piece.form === 'null') return 'null';
    const isNumber =
      ['integer', 'real', 'float4', 'decimal'].includes(type.form) && ['integer', 'real'].includes(piece.form);
    if (piece.form !== type.form && !isNumber)
      throw new Untranslatable(`a default of ${piece.form} for ${column.name}`);
    return piece.constant !== null || piece.form === 'boolean' ? piece.text : `(${piece.text})`;
  });
  return made.isDone ? made.value : null;
}

/** What a value of the type has to be, and what its domains ask for. */
function typeChecks(column: Column, type: StoredType, model: Model, keeper: Keeper): readonly string[] {
  const piece = columnPiece(column, null, model);
  const form = type.check === null ? [] : [`check (${type.check(piece.text)})`];
  const ofDomains = type.domainChecks.flatMap(({ name, expr }) => {
    if (type.element !== null) return [];
    const scope = {
      model,
      isNowKnown: false,
      areListsOpen: false,
      exists: null,
      column: (parts: readonly string[]) => (parts.join('.') === 'value' ? piece : null),
    };
    return checkTexts(translateParts(expr, scope), `${column.name} (${name})`, keeper).map((text) => `check (${text})`);
  });
  return [...form, ...ofDomains];
}

function columnLine(column: Column, table: Table, model: Model, refers: ReadonlySet<string>, keeper: Keeper): string {
  const type = storedType(column.type, model);
  const { value } = column;
  const parts = [columnHead(column.name, type)];
  let mayBeNull = column.nullable;
  if (value.kind === 'identity') parts.push('primary key autoincrement');
  if (value.kind === 'default') {
    const text = defaultOf(value.expr, column, type, table, model);
    if (text === null) keeper.lose('default', column.name, value.expr);
    else parts.push(`default ${text}`);
  }
  if (value.kind === 'generated') {
    const made = attempt(() => {
      const piece = translateExpression(value.expr, tableScope(table, model));
      if (piece.form !== type.form) throw new Untranslatable(`${piece.form} for ${column.name}`);
      return piece.text;
    });
    if (made.isDone) parts.push(`generated always as (${made.value}) ${value.stored ? 'stored' : 'virtual'}`);
    else {
      keeper.lose('generated column', column.name, made.reason);
      mayBeNull = true;
    }
  }
  if (!mayBeNull && value.kind !== 'identity') parts.push('not null');
  if (!refers.has(column.name)) parts.push(...typeChecks(column, type, model, keeper));
  return parts.join(' ');
}

function names(columns: readonly string[]): string {
  return columns.map(id).join(', ');
}

function action(event: 'delete' | 'update', { kind }: ReferentialAction): string {
  return kind === 'no action' ? '' : ` on ${event} ${kind}`;
}

function foreignKey(key: ForeignKey, model: Model, keeper: Keeper): string | null {
  const target = model.objects.get(`table ${key.target.schema}.${key.target.name}`);
  if (target?.kind !== 'table' || key.target.schema !== 'public')
    return keeper.lose('foreign key', key.name, 'to a table that is not here');
  const someColumns = [key.onDelete, key.onUpdate].some((one) => 'columns' in one && one.columns.length > 0);
  if (someColumns)
    return keeper.lose('foreign key', key.name, 'it sets some of its columns to NULL, and the others not');
  if (key.match === 'full' && key.columns.length > 1) return keeper.lose('foreign key', key.name, 'MATCH FULL');
  const deferred = key.deferrable === 'initially deferred' ? ' deferrable initially deferred' : '';
  return `foreign key (${names(key.columns)}) references ${id(key.target.name)} (${names(key.targetColumns)})${action('delete', key.onDelete)}${action('update', key.onUpdate)}${deferred}`;
}

function constraintLine(
  one: Constraint,
  table: Table,
  model: Model,
  keeper: Keeper,
  rowChecks: RowCheck[],
): string | null {
  const named = (text: string) => `constraint ${id(one.name)} ${text}`;
  switch (one.kind) {
    case 'primaryKey': {
      const counting = countingColumn(table);
      const isFilled = one.columns.every((name) => !keeper.isEmpty(name));
      if (!isFilled) return keeper.lose('primary key', one.name, 'a column of it is not computed');
      if (counting === null) return named(`primary key (${names(one.columns)})`);
      return one.columns.length === 1 && one.columns[0] === counting.name
        ? null
        : named(`unique (${names(one.columns)})`);
    }
    case 'unique': {
      const mayBeNull = table.columns.some(({ name, nullable }) => nullable && one.columns.includes(name));
      if (one.nullsNotDistinct && mayBeNull) return keeper.lose('unique constraint', one.name, 'NULLS NOT DISTINCT');
      if (one.deferrable !== 'not deferrable') keeper.lose('deferred unique constraint', one.name, 'deferrable');
      return named(`unique (${names(one.columns)})`);
    }
    case 'check': {
      const [parts, checks] = asRowChecks(translateParts(one.expr, tableScope(table, model)), one.name, table, model);
      rowChecks.push(...checks);
      // A check that a trigger keeps whole is neither lost nor in the table.
      const [text] = checkTexts(parts, one.name, keeper, checks.length > 0);
      return text === undefined ? null : named(`check (${text})`);
    }
    case 'foreignKey': {
      const text = foreignKey(one, model, keeper);
      return text === null ? null : named(text);
    }
    case 'exclusion':
      return keeper.lose('exclusion constraint', one.name, 'SQLite has none');
  }
}

/** CREATE TABLE and CREATE INDEX, and what is not in them. */
export function writeTable(table: Table, model: Model): Written {
  const keeper = keeperOf(table);
  const refers = referringColumns(table);
  const rowChecks: RowCheck[] = [];
  const lines = [
    ...table.columns.map((column) => columnLine(column, table, model, refers, keeper)),
    ...table.constraints.flatMap((one) => constraintLine(one, table, model, keeper, rowChecks) ?? []),
  ];
  const indexes = table.indexes.flatMap((index) => writeIndex(index, table, model, keeper));
  if (table.storage.kind !== 'heap') keeper.lose('partitioned table', table.name.name, table.storage.kind);
  for (const { name } of table.policies) keeper.lose('policy', name, 'no row-level security');
  return {
    statements: [
      `create table ${id(table.name.name)} (\n  ${lines.join(',\n  ')}\n) strict;`,
      ...indexes,
      ...rowChecks.flatMap((check, at) => rowCheckTriggers(check, table, at + 1)),
    ],
    losses: keeper.losses,
  };
}
