import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const tableWithoutPrimaryKey: Rule = {
  code: 'table-without-primary-key',
  severity: 'error',
  problem:
    'Rows without a key cannot be addressed, deduplicated or replicated: logical replication refuses their updates.',
  instead: 'Declare `primary_key`; for a log that is `[id, TIME]`.',
  check: overTables((table, context) =>
    table.constraints.some((constraint) => constraint.kind === 'primaryKey')
      ? []
      : [
          finding(context, table, {
            place: '',
            message: `${displayName(table.name)} has no primary key.`,
            help: 'add `primary_key: [id]`, or the columns that make a row unique.',
          }),
        ],
  ),
};
