import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overForeignKeys } from '../walk.ts';

/** Folders of sections on money: `03-monetization-payments`. */
const MONEY_SECTION = /(^|-)(money|monetization|payments?|billing|finance|accounting)(-|$)/;

export const moneyCascade: Rule = {
  code: 'money-cascade',
  severity: 'error',
  problem: 'Deleting an account would silently delete amounts that the books, the tax office and a dispute need.',
  instead: 'Use `on_delete: restrict`, and erase people by anonymising their rows in place.',
  check: overForeignKeys((key, table, context) => {
    if (key.onDelete.kind !== 'cascade') return null;
    const amount = table.columns.find((column) => column.name.endsWith('_minor'));
    const inMoneySection = MONEY_SECTION.test(context.info.get(keyOf(table))?.section ?? '');
    if (amount === undefined && !inMoneySection) return null;
    const why = amount === undefined ? 'belongs to the section on money' : `holds money (${amount.name})`;
    return finding(context, table, {
      place: { named: key.name },
      message: `${displayName(table.name)} ${why}, but its rows vanish with ${displayName(key.target)}: "${key.name}" says on_delete: cascade.`,
      help: 'write `on_delete: restrict`, or say in `allow` why these rows are worth nothing to anyone.',
      related: [amount === undefined ? null : relatedPlace(context, table, `columns.${amount.name}`, 'the amount')],
    });
  }),
};
