import type { Check, ForeignKey, Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import { spacesFolded } from '../index-shape.ts';
import { findColumn } from '../lookup.ts';
import { breaksWhenEmptied } from '../null-logic.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Columns that the deletion of the parent empties and that can be empty at all: the rest is `set-null-on-not-null`. */
function emptiedBy(table: Table, key: ForeignKey): readonly Ident[] {
  if (key.onDelete.kind !== 'set null') return [];
  const columns = key.onDelete.columns.length === 0 ? key.columns : key.onDelete.columns;
  return columns.every((column) => findColumn(table, column)?.nullable === true) ? columns : [];
}

/** Most checks do not, and are not worth reading. */
function speaksOfNull(check: Check, columns: readonly Ident[]): boolean {
  return /null/i.test(check.expr) && columns.some((column) => check.expr.includes(column));
}

export const setNullBreaksCheck: Rule = {
  code: 'set-null-breaks-check',
  severity: 'error',
  problem:
    'Deleting the referenced row fails at run time: the foreign key empties a column that a check wants to be set.',
  instead: 'Use `on_delete: restrict` and tombstone the referenced row, or let the check hold without the column.',
  check: overTables((table, context) => {
    const checks = table.constraints.filter((constraint): constraint is Check => constraint.kind === 'check');
    const keys = table.constraints.filter((constraint): constraint is ForeignKey => constraint.kind === 'foreignKey');
    const nullable = new Set(table.columns.filter((column) => column.nullable).map((column) => column.name));
    return keys.flatMap((key) => {
      const emptied = emptiedBy(table, key);
      if (emptied.length === 0) return [];
      const broken = checks.filter(
        (check) => speaksOfNull(check, emptied) && breaksWhenEmptied(check.expr, new Set(emptied), nullable),
      );
      return broken.map((check) =>
        finding(context, table, {
          place: { named: key.name },
          message: `When a row of ${displayName(key.target)} is deleted, ${displayName(table.name)}.${emptied.join(', ')} becomes null, which the check "${check.name}" can forbid: ${spacesFolded(check.expr)}.`,
          help: `write \`on_delete: restrict\`, or let the check hold when ${emptied.join(' and ')} is null.`,
          related: [relatedPlace(context, table, { named: check.name }, `the check "${check.name}" is here`)],
        }),
      );
    });
  }),
};
