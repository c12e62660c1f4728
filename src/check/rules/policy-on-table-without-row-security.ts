import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const policyOnTableWithoutRowSecurity: Rule = {
  code: 'policy-on-table-without-row-security',
  severity: 'error',
  problem: 'A policy has no effect while row security is off: everybody with the grant sees every row.',
  instead: 'Leave `row_security` on, or drop the policies.',
  check: overTables((table, context) => {
    const [policy] = table.policies;
    if (table.rowSecurity !== 'off' || policy === undefined) return [];
    return [
      finding(context, table, {
        place: { named: policy.name },
        message: `${displayName(table.name)} has the policy "${policy.name}", but row security is off, so that it has no effect.`,
        help: 'remove `row_security: off`, or remove the policies and grant only what everybody may see.',
      }),
    ];
  }),
};
