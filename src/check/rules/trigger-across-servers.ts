import { displayName } from '../../model/name.ts';
import { scaleOf } from '../../model/scale.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { triggerProblem } from '../scale-problems.ts';
import { overTables } from '../walk.ts';

export const triggerAcrossServers: Rule = {
  code: 'trigger-across-servers',
  severity: 'error',
  problem:
    'On Citus a trigger runs on the server that has the row, and there a query for rows of other servers is refused while the statement runs; on a reference table it runs once for every copy.',
  instead:
    'Let it look at reference tables and tables of the same group only, or say under `drops` of `scale` what takes its place.',
  check: overTables((table, context) => {
    const { drops } = scaleOf(context.info, table);
    return table.triggers.map((trigger) => {
      if (drops.has(trigger.name)) return null;
      const problem = triggerProblem(context.model, context.info, table, trigger);
      if (problem === null) return null;
      return finding(context, table, {
        place: { named: trigger.name },
        message: `The trigger "${trigger.name}" of ${displayName(table.name)} cannot run on several servers: ${problem}.`,
        help: 'name it under `scale.drops` with what takes its place, or change the `scale` of one of the tables.',
        related: [relatedPlace(context, table, 'scale', 'its scale is here')],
      });
    });
  }),
};
