/** A table with its constraints, and its indexes. */
import type { Column, Constraint, ForeignKey, Index, Model, ReferentialAction, Table } from '../../model/model.ts';
import { attempt, type Conjunction, translated, translateExpression, translateParts, truth } from './expression.ts';
import { literalOf } from './literal.ts';
import type { Loss, LossKind } from './loss.ts';
import { tight, Untranslatable } from './piece.ts';
import { id, lit } from './quote.ts';
import { columnPiece, sourcesScope, tableScope } from './scope.ts';
import { columnHead, type StoredType, storedType } from './stored-type.ts';

export interface Written {
  readonly statements: readonly string[];
  readonly losses: readonly Loss[];
}

export interface Keeper {
  /** Whether a generated column of this name is not computed, and so stays NULL. */
  readonly isEmpty: (column: string) => boolean;
  readonly lose: (kind: LossKind, what: string, why: string) => null;
  readonly losses: readonly Loss[];
}

export function keeperOf(table: Table | null): Keeper {
  const losses: Loss[] = [];
  return {
    losses,
    isEmpty: (column) => losses.some(({ kind, what }) => kind === 'generated column' && what === column),
    lose: (kind, what, why) => {
      losses.push({ kind, table: table?.name.name ?? null, what, why });
      return null;
    },
  };
}

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

/** @returns the condition, or nothing; what is not in it has been given to `lose` or to the trigger that keeps it */
function checkTexts(
  { kept, lost }: Conjunction,
  what: string,
  keeper: Keeper,
  isKeptElsewhere = false,
): readonly string[] {
  if (lost.length > 0) {
    const isPart = kept.length > 0 || isKeptElsewhere;
    keeper.lose(isPart ? 'part of a check' : 'check', what, lost.map(({ reason }) => reason).join('; '));
  }
  return kept.length === 0 ? [] : [kept.length === 1 ? withoutOuter(kept[0] ?? '') : kept.join(' and ')];
}

/** A condition that SQLite takes in a trigger alone. */
interface RowCheck {
  readonly name: string;
  readonly condition: string;
}

/** Those of the lost parts that a trigger can look after; the others stay lost. */
function asRowChecks(parts: Conjunction, name: string, table: Table, model: Model): [Conjunction, readonly RowCheck[]] {
  const scope = {
    ...sourcesScope([{ name: table.name.name, sql: 'new', table, isOptional: false }], model, null),
    isNowKnown: false,
  };
  const checks: RowCheck[] = [];
  const lost = parts.lost.filter(({ node }) => {
    const made = attempt(() => tight(truth(translated(node, scope))));
    if (made.isDone) checks.push({ name, condition: made.value });
    return !made.isDone;
  });
  return [{ ...parts, lost }, checks];
}

function rowCheckTriggers({ name, condition }: RowCheck, table: Table, at: number): readonly string[] {
  return ['insert', 'update'].map((event) => {
    const trigger = id(`${table.name.name}_${name}_${at}_${event}`);
    const refusal = `select raise(abort, ${lit(`CHECK constraint failed: ${name}`)});`;
    return `create trigger ${trigger} before ${event} on ${id(table.name.name)} for each row\nwhen not ${condition}\nbegin\n  ${refusal}\nend;`;
  });
}

/** Without the parentheses around the whole, which stand there as `check (…)`. */
function withoutOuter(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  let isQuoted = false;
  for (const [at, char] of [...text].entries()) {
    if (char === "'") isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0 && at < [...text].length - 1) return text;
  }
  return text.slice(1, -1);
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

/** Methods whose queries a B-tree serves as well. */
const AS_BTREE: ReadonlySet<Index['method']> = new Set(['btree', 'hash']);

function indexStatement(index: Index, table: Table, model: Model): string {
  if (!AS_BTREE.has(index.method)) throw new Untranslatable(index.method);
  const scope = tableScope(table, model);
  const keys = index.keys.map(({ key, direction }) => {
    const text = key.kind === 'column' ? id(key.column) : `(${indexed(key.expr)})`;
    return direction === 'desc' ? `${text} desc` : text;
  });
  function indexed(expr: string): string {
    return translateExpression(expr, scope).text;
  }
  const mayBeNull = index.keys.some(
    ({ key }) =>
      key.kind === 'expression' || table.columns.some(({ name, nullable }) => name === key.column && nullable),
  );
  if (index.nullsNotDistinct && mayBeNull) throw new Untranslatable('NULLS NOT DISTINCT');
  const more = index.unique ? [] : index.include.map(id);
  const where = index.where === null ? '' : ` where ${translateExpression(index.where, scope).text}`;
  return `create ${index.unique ? 'unique ' : ''}index ${id(index.name)} on ${id(table.name.name)} (${[...keys, ...more].join(', ')})${where};`;
}

function writeIndex(index: Index, table: Table, model: Model, keeper: Keeper): readonly string[] {
  const made = attempt(() => indexStatement(index, table, model));
  if (made.isDone) return [made.value];
  keeper.lose(index.unique ? 'unique constraint' : 'index', index.name, made.reason);
  return [];
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
