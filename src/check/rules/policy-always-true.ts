import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function isTrue(expr: string | null): boolean {
  return expr !== null && /^[\s(]*true[\s)]*$/i.test(expr);
}

export const policyAlwaysTrue: Rule = {
  code: 'policy-always-true',
  severity: 'error',
  problem: 'A policy for writing that is always true lets everybody with the privilege change every row.',
  instead: 'Name whose rows they are: `write: [owner]`, or `staff: PERMISSION` for members of staff.',
  check: overTables((table, context) => {
    const service = context.target.roles?.service;
    return table.policies.map((policy) => {
      const writes = policy.command === 'select' ? [] : [policy.using, policy.check];
      const isService = policy.roles.every((role) => role === service);
      if (!policy.permissive || isService || !writes.some(isTrue)) return null;
      return finding(context, table, {
        place:
          context.origins.findNamed(`table ${table.name.schema}.${table.name.name}`, policy.name) === null
            ? 'access'
            : { named: policy.name },
        message: `The policy "${policy.name}" lets ${policy.roles.join(', ')} ${policy.command === 'all' ? 'write' : policy.command} every row of ${displayName(table.name)}.`,
        help: 'say whose rows they may write, or which permission they need.',
      });
    });
  }),
};
