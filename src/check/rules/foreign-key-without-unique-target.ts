import { findTable } from '../../model/keys.ts';
import type { Table } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import { type IndexShape, indexShapesOf, keyColumns } from '../index-shape.ts';
import { findColumn } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overForeignKeys } from '../walk.ts';

/** PostgreSQL takes the columns in any order, but no predicate, no expression and nothing deferrable. */
function coversExactly(shape: IndexShape, columns: readonly Ident[]): boolean {
  const keys = keyColumns(shape);
  return (
    shape.unique &&
    shape.where === null &&
    keys.length === columns.length &&
    columns.every((column) => keys.includes(column))
  );
}

function whatIsThere(target: Table, columns: readonly Ident[]): string {
  const primary = target.constraints.find((constraint) => constraint.kind === 'primaryKey');
  if (primary?.kind === 'primaryKey' && columns.every((column) => primary.columns.includes(column))) {
    return `refer to the whole primary key (${primary.columns.join(', ')}), or make (${columns.join(', ')}) unique in ${displayName(target.name)}.`;
  }
  return `add \`unique: [[${columns.join(', ')}]]\` to ${displayName(target.name)}, or refer to its primary key.`;
}

export const foreignKeyWithoutUniqueTarget: Rule = {
  code: 'foreign-key-without-unique-target',
  severity: 'error',
  problem:
    'PostgreSQL refuses a foreign key to columns that no primary key, unique constraint or full unique index covers.',
  instead: 'Refer to the primary key, or declare the referenced columns unique.',
  check: overForeignKeys((key, table, context) => {
    const target = findTable(context.model, key.target);
    if (target === null || key.targetColumns.some((column) => findColumn(target, column) === null)) return null;
    const matching = indexShapesOf(target).filter((shape) => coversExactly(shape, key.targetColumns));
    if (matching.some((shape) => !shape.deferrable)) return null;
    const [deferrable] = matching;
    const what = `${displayName(target.name)} (${key.targetColumns.join(', ')})`;
    return finding(context, table, {
      place: { named: key.name },
      message:
        deferrable === undefined
          ? `The foreign key "${key.name}" of ${displayName(table.name)} refers to ${what}, which is not unique.`
          : `The foreign key "${key.name}" of ${displayName(table.name)} refers to ${what}, whose ${deferrable.made} is deferrable.`,
      help:
        deferrable === undefined
          ? whatIsThere(target, key.targetColumns)
          : `make "${deferrable.name}" not deferrable: PostgreSQL needs a key that is checked at once.`,
      related: [relatedPlace(context, target, '', `${displayName(target.name)} is declared here`)],
    });
  }),
};
