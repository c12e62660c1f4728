/** A table as pg-mem takes it: columns, keys, foreign keys and lists of values. What it lacks is said in words. */
import type { Constraint, ForeignKey, Model, Table } from '../../model/model.ts';
import { constraintDefinition } from '../../sql/constraint.ts';
import { join, qualified, type Sql, sql } from '../../sql/text.ts';
import { memoryColumn } from './memory-column.ts';

function isKey(constraint: Constraint): boolean {
  return constraint.kind === 'primaryKey' || constraint.kind === 'unique';
}

/** Only what `one_of` makes: pg-mem parses more, and then fails when a row comes. */
function isOneOf(constraint: Constraint): boolean {
  return constraint.kind === 'check' && /^[a-z_]\w* in \('[^()]*'\)$/.test(constraint.expr);
}

/** pg-mem defers nothing, and takes a check that is NULL for broken. */
function adapted(constraint: Constraint, table: Table): Constraint {
  if (constraint.kind === 'check') {
    const [name = ''] = constraint.expr.split(' ');
    const isNullable = table.columns.some((column) => column.name === name && column.nullable);
    return isNullable ? { ...constraint, expr: `${name} is null or ${constraint.expr}` } : constraint;
  }
  return 'include' in constraint
    ? { ...constraint, include: [], deferrable: 'not deferrable' }
    : { ...constraint, deferrable: 'not deferrable' };
}

/** What is left out without trying, and how much of it: pg-mem has no such thing, or it would not mean the same. */
function neverKept(table: Table): readonly LeftOut[] {
  const counts: readonly LeftOut[] = [
    {
      count: table.constraints.filter((one) => one.kind === 'exclusion' || (one.kind === 'check' && !isOneOf(one)))
        .length,
      what: 'check',
    },
    { count: table.indexes.filter((index) => index.unique).length, what: 'partial or computed unique index' },
    { count: table.triggers.length, what: 'trigger' },
  ];
  return counts.filter(({ count }) => count > 0);
}

function inWords(table: Table): readonly string[] {
  return [
    ...neverKept(table).map(({ count, what }) => `${count} × ${what}`),
    ...(table.rowSecurity === 'off' ? [] : ['row security']),
    ...(table.storage.kind === 'heap' ? [] : ['partitions']),
  ];
}

export interface LeftOut {
  readonly count: number;
  /** In the singular. */
  readonly what: string;
}

export interface MemoryTable {
  readonly statement: Sql;
  /** What the real table has and this one does not, a sentence fragment each. */
  readonly leftOut: readonly string[];
  readonly counts: readonly LeftOut[];
}

/** CREATE TABLE without its foreign keys: see `memoryForeignKey`. */
export function memoryTable(table: Table, model: Model): MemoryTable {
  const columns = table.columns.map((column) => memoryColumn(column, model));
  const kept = table.constraints.filter((constraint) => isKey(constraint) || isOneOf(constraint));
  const lines = [
    ...columns.map(({ definition }) => definition),
    ...kept.map((constraint) => constraintDefinition(adapted(constraint, table))),
  ];
  return {
    statement: sql`create table ${qualified(table.name)} (\n  ${join(lines, ',\n  ')}\n)`,
    leftOut: [...columns.flatMap(({ leftOut }) => (leftOut === null ? [] : [leftOut])), ...inWords(table)],
    counts: [
      ...neverKept(table),
      { count: columns.filter(({ leftOut }) => leftOut !== null).length, what: 'computed default or column' },
    ],
  };
}

/** For when both tables are there. */
export function memoryForeignKey(key: ForeignKey, table: Table): Sql {
  return sql`alter table ${qualified(table.name)} add ${constraintDefinition(adapted(key, table))}`;
}
