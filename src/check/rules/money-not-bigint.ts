import { displayName, type Ident } from '../../model/name.ts';
import { displayType } from '../../model/type.ts';
import { finding } from '../finding.ts';
import { baseType } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

const FRACTIONAL = new Set(['numeric', 'real', 'double precision']);

/** `fee`, `net_amount`, `price_eur`; a `fee_rate` or a `price_factor` is a number, not an amount. */
const AMOUNT = /(^|_)(amount|price|balance|fee|cost|total)s?(_(usd|eur|gbp))?$/;

/** `watched_seconds_total` counts something else. */
const OTHER_UNIT = /(^|_)(ms|seconds|minutes|hours|bytes|mb|gb|count|points|score|weight|tokens|watts?|kwh)(_|$)/;

function isAmount(name: Ident): boolean {
  return AMOUNT.test(name) && !OTHER_UNIT.test(name);
}

export const moneyNotBigint: Rule = {
  code: 'money-not-bigint',
  severity: 'error',
  problem:
    'Fractions round differently in every language and floats lose cents; money settles disputes only when it adds up exactly.',
  instead: 'Store minor units: `amount_minor: bigint`, with a currency beside it.',
  check: overColumns((column, table, context) => {
    const { name } = baseType(context.model, column.type);
    const where = `${displayName(table.name)}.${column.name}`;
    const place = `columns.${column.name}.type`;
    if (column.name.endsWith('_minor') && name !== 'bigint') {
      return finding(context, table, {
        place,
        message: `${where} holds minor units, but is ${displayType(column.type)}.`,
        help: 'write `bigint`.',
      });
    }
    if (name !== 'money' && !(FRACTIONAL.has(name) && isAmount(column.name))) return null;
    return finding(context, table, {
      place,
      message: `${where} looks like money, but is ${displayType(column.type)}.`,
      help: `write \`${column.name.replace(/_(usd|eur|gbp)$/, '')}_minor: bigint\` and keep the currency beside it.`,
    });
  }),
};
