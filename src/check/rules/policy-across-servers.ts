import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { policyProblem } from '../scale-problems.ts';
import { overTables } from '../walk.ts';

export const policyAcrossServers: Rule = {
  code: 'policy-across-servers',
  severity: 'error',
  problem:
    'Citus refuses a policy with a subquery on a distributed or reference table, and one that calls for rows of other servers fails; a permissive one is left out, which closes the table to its roles, but leaving out a restrictive one would open it.',
  instead: 'Let a restrictive policy compare columns of the row with settings of the session.',
  check: overTables((table, context) =>
    table.policies.map((policy) => {
      const problem = policy.permissive ? null : policyProblem(context.model, context.info, table, policy);
      if (problem === null) return null;
      return finding(context, table, {
        place: { named: policy.name },
        message: `The restrictive policy "${policy.name}" of ${displayName(table.name)} cannot stand on several servers: ${problem}.`,
        help: 'compare columns of the row only, or leave `scale` out.',
      });
    }),
  ),
};
