import type { Table } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** A column of that name or one that refers to the currencies; a row of the currencies is one itself. */
function knowsCurrency(table: Table): boolean {
  const names = [
    table.name.name,
    ...table.columns.map((column) => column.name),
    ...table.constraints.flatMap((constraint) => (constraint.kind === 'foreignKey' ? [constraint.target.name] : [])),
  ];
  return names.some((name) => /currency|currencies/.test(name));
}

export const moneyWithoutCurrency: Rule = {
  code: 'money-without-currency',
  severity: 'warning',
  problem:
    'An amount whose currency stands in another table changes its meaning when that row changes, and sums mix currencies.',
  instead: 'Keep `currency: char(3)` in the same row, frozen when it is written.',
  check: overTables((table, context) => {
    const amount = table.columns.find((column) => column.name.endsWith('_minor'));
    if (amount === undefined || knowsCurrency(table)) return [];
    return [
      finding(context, table, {
        place: `columns.${amount.name}`,
        message: `${displayName(table.name)} holds the amount ${amount.name}, but no currency.`,
        help: 'add `currency: { type: char(3) }`, or say in `allow` where the currency is.',
      }),
    ];
  }),
};
