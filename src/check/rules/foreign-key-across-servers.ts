import { findTable } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { scaleOf } from '../../model/scale.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { foreignKeyProblem } from '../scale-problems.ts';
import { overForeignKeys } from '../walk.ts';

export const foreignKeyAcrossServers: Rule = {
  code: 'foreign-key-across-servers',
  severity: 'error',
  problem:
    'Citus checks a foreign key on the server that has the row, and refuses one whose other row may be on another: from local and reference tables to distributed ones, from distributed to local ones, and between distributed tables unless they are in one group and the key holds the distribution column at the same place.',
  instead:
    'Put both tables into one group, make the other a reference table, or say under `drops` of `scale` why the key can go.',
  check: overForeignKeys((key, table, context) => {
    const target = findTable(context.model, key.target);
    if (target === null || scaleOf(context.info, table).drops.has(key.name)) return null;
    const problem = foreignKeyProblem(context.info, table, key, target);
    if (problem === null) return null;
    return finding(context, table, {
      place: { named: key.name },
      message: `The foreign key "${key.name}" of ${displayName(table.name)} cannot stand on several servers: ${problem}.`,
      help: 'name it under `scale.drops` with the reason, or change the `scale` of one of the tables.',
      related: [relatedPlace(context, target, 'scale', `${displayName(target.name)} is here`)],
    });
  }),
};
