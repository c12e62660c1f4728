/** The three walks that most rules are made of. */
import type { Column, ForeignKey, Table } from '../model/model.ts';
import { lookupOf } from './lookup.ts';
import type { Finding, Rule, RuleContext } from './rule.ts';

export function overTables(check: (table: Table, context: RuleContext) => readonly (Finding | null)[]): Rule['check'] {
  return (context) =>
    lookupOf(context.model).tables.flatMap((table) => check(table, context).filter((found) => found !== null));
}

export function overColumns(
  check: (column: Column, table: Table, context: RuleContext) => Finding | null,
): Rule['check'] {
  return overTables((table, context) => table.columns.map((column) => check(column, table, context)));
}

export function overForeignKeys(
  check: (key: ForeignKey, table: Table, context: RuleContext) => Finding | null,
): Rule['check'] {
  return overTables((table, context) =>
    table.constraints.map((constraint) =>
      constraint.kind === 'foreignKey' ? check(constraint, table, context) : null,
    ),
  );
}
