/** Which tables hold rows that must outlive what they refer to. */
import type { Table } from '../model/model.ts';

/** The tool's own trigger functions that stand in the way of a delete, see templates/foundation. */
const KEEPERS: ReadonlySet<string> = new Set(['append_only', 'refuse_delete', 'keep_until']);

/** The date until which the law wants the row. */
const LEGAL_CLOCK = /^(retain|preserve|keep)_until$/;

/**
 * Audit, ledger and legal tables tell it themselves: a trigger refuses every delete, or a column says how long the row
 * is kept. A trigger with a condition keeps some rows and lets the others go.
 *
 * @returns the reason, to stand after the table's name, or `null`
 */
export function whyKept(table: Table): string | null {
  const keeper = table.triggers.find(
    ({ function: fn, timing, events, level, when, enabled }) =>
      fn.schema === 'boyfanz' &&
      KEEPERS.has(fn.name) &&
      timing === 'before' &&
      level === 'row' &&
      events.includes('delete') &&
      when === null &&
      enabled !== 'disabled',
  );
  if (keeper !== undefined) return `refuses deletes by its trigger "${keeper.name}"`;
  const clock = table.columns.find(({ name }) => LEGAL_CLOCK.test(name));
  return clock === undefined ? null : `is kept until ${clock.name}`;
}
