import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { leadsWith, servesEquality } from '../index-lead.ts';
import { indexShapesOf } from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { overForeignKeys } from '../walk.ts';

export const foreignKeyWithoutIndex: Rule = {
  code: 'foreign-key-without-index',
  severity: 'error',
  problem: 'Deleting or re-keying one row of the referenced table reads the whole referring table, under a lock.',
  instead: 'Keep an index that starts with the columns of the foreign key; it is derived when none covers them.',
  check: overForeignKeys((key, table, context) => {
    const served = indexShapesOf(table).some((shape) => servesEquality(shape) && leadsWith(shape, key.columns));
    if (served) return null;
    const columns = key.columns.join(', ');
    return finding(context, table, {
      place: { named: key.name },
      message: `No index of ${displayName(table.name)} starts with the columns of the foreign key "${key.name}" (${columns}).`,
      help: `add \`- { columns: [${columns}] }\` to indexes.`,
    });
  }),
};
