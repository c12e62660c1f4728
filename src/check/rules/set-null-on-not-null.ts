import type { Column, ForeignKey, ReferentialAction, Table } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import { findColumn } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function emptied(key: ForeignKey, action: ReferentialAction): readonly string[] {
  if (action.kind !== 'set null' && action.kind !== 'set default') return [];
  return action.columns.length === 0 ? key.columns : action.columns;
}

/** Why the server cannot empty the column, or `null` when it can. */
function obstacle(table: Table, column: Column, action: ReferentialAction): string | null {
  if (column.value.kind === 'generated') return 'generated';
  if (action.kind === 'set default' && column.value.kind !== 'none') return null;
  const primary = table.constraints.find((constraint) => constraint.kind === 'primaryKey');
  if (primary?.kind === 'primaryKey' && primary.columns.includes(column.name)) return 'part of the primary key';
  return column.nullable ? null : 'NOT NULL';
}

export const setNullOnNotNull: Rule = {
  code: 'set-null-on-not-null',
  severity: 'error',
  problem: 'Deleting the referenced row fails at run time: the foreign key sets a column to NULL that may not be.',
  instead: 'Make the column nullable, list the columns with `{ set_null: […] }`, or use restrict or cascade.',
  check: overTables((table, context) =>
    table.constraints.flatMap((key) => {
      if (key.kind !== 'foreignKey') return [];
      return (
        [
          ['on_delete', key.onDelete],
          ['on_update', key.onUpdate],
        ] as const
      ).map(([word, action]) => {
        for (const name of emptied(key, action)) {
          const column = findColumn(table, name);
          const reason = column === null ? null : obstacle(table, column, action);
          if (reason === null) continue;
          return finding(context, table, {
            place: { named: key.name },
            message: `The foreign key "${key.name}" says ${word}: ${action.kind}, but ${displayName(table.name)}.${name} is ${reason}.`,
            help:
              reason === 'NOT NULL'
                ? `write \`nullable: true\` at ${name}, or \`${word}: restrict\` or \`cascade\`.`
                : `write \`${word}: restrict\` or \`cascade\`, or list the columns that can be empty: \`${word}: { set_null: [COLUMN] }\`.`,
            related: [relatedPlace(context, table, `columns.${name}`, `${name} is ${reason}`)],
          });
        }
        return null;
      });
    }),
  ),
};
