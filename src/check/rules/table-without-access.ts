import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const tableWithoutAccess: Rule = {
  code: 'table-without-access',
  severity: 'error',
  problem: 'Without a word on who may read and write, the table is closed to everyone, or somebody opens it in haste.',
  instead: 'Write `access: { read: [staff], write: [service] }` with the words that are true.',
  check: overTables((table, context) => {
    const info = context.info.get(keyOf(table));
    // A table without info comes from a server, which does not know the words.
    if (info === undefined || info.access !== null) return [];
    return [
      finding(context, table, {
        place: '',
        message: `${displayName(table.name)} does not say who may read and write it.`,
        help: 'add `access: { owner: user_id, read: [owner, staff], write: [service] }`, with the words that are true.',
      }),
    ];
  }),
};
