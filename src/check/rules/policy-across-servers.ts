import { displayName } from '../../model/name.ts';
import { placementOf } from '../../model/scale.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { sqlTokens } from '../sql-tokens.ts';
import { overTables } from '../walk.ts';

export const policyAcrossServers: Rule = {
  code: 'policy-across-servers',
  severity: 'error',
  problem: 'Citus refuses a policy with a subquery on a distributed or reference table.',
  instead: 'Compare columns of the row with the settings of the session, or give access through the service.',
  check: overTables((table, context) => {
    if (placementOf(context.info, table).kind === 'local') return [];
    return table.policies.map((policy) => {
      const tokens = [policy.using, policy.check].flatMap((expr) => sqlTokens(expr ?? ''));
      if (!tokens.some(({ kind, text }) => kind === 'word' && text === 'select')) return null;
      return finding(context, table, {
        place: { named: policy.name },
        message: `The policy "${policy.name}" of ${displayName(table.name)} has a subquery, and the table is on several servers.`,
        help: 'put the subquery into a function, if it looks at this server alone, or leave `scale` out.',
      });
    });
  }),
};
