import type { ForeignKey, Table, Trigger } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function emptiedBy(key: ForeignKey): readonly Ident[] {
  if (key.onDelete.kind !== 'set null') return [];
  return key.onDelete.columns.length === 0 ? key.columns : key.onDelete.columns;
}

/** Guards of the whole row: `boyfanz.append_only`, whose arguments say what may change all the same. */
function guards(table: Table): readonly Trigger[] {
  return table.triggers.filter(
    ({ function: fn, events, updateOf, when, enabled }) =>
      fn.schema === 'boyfanz' &&
      fn.name === 'append_only' &&
      events.includes('update') &&
      updateOf.length === 0 &&
      when === null &&
      enabled !== 'disabled',
  );
}

export const setNullRefused: Rule = {
  code: 'set-null-refused',
  severity: 'error',
  problem:
    'Deleting the referenced row fails at run time: the foreign key empties a column of a table whose rows refuse to change.',
  instead: 'Add `clear COLUMN` to the arguments of the trigger, or use `on_delete: restrict`.',
  check: overTables((table, context) =>
    guards(table).flatMap((guard) =>
      table.constraints.map((key) => {
        if (key.kind !== 'foreignKey') return null;
        const column = emptiedBy(key).find(
          (name) => !guard.args.includes(`clear ${name}`) && !guard.args.includes(`change ${name}`),
        );
        if (column === undefined) return null;
        return finding(context, table, {
          place: { named: key.name },
          message: `The foreign key "${key.name}" says on_delete: set null, but ${displayName(table.name)} is append-only and does not let ${column} be emptied.`,
          help: `add \`clear ${column}\` to the args of the trigger ${guard.name}, or write \`on_delete: restrict\`.`,
          related: [relatedPlace(context, table, { named: guard.name }, `the trigger "${guard.name}" is here`)],
        });
      }),
    ),
  ),
};
