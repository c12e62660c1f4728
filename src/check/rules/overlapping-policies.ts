import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

const VERBS = ['select', 'insert', 'update', 'delete'] as const;

export const overlappingPolicies: Rule = {
  code: 'overlapping-policies',
  severity: 'error',
  problem:
    'PostgreSQL asks every permissive policy of a role and verb for every row; two of them cost twice and hide each other.',
  instead: 'Join the conditions by `or` in one policy, or make the second one `restrictive`.',
  check: overTables((table, context) => {
    const seen = new Map<string, string>();
    return table.policies.flatMap((policy) => {
      if (!policy.permissive) return [];
      const verbs = policy.command === 'all' ? VERBS : [policy.command];
      const keys = policy.roles.flatMap((role) => verbs.map((verb) => ({ role, verb, key: `${role} ${verb}` })));
      const clash = keys.find(({ key }) => seen.has(key));
      for (const { key } of keys) if (!seen.has(key)) seen.set(key, policy.name);
      if (clash === undefined) return [];
      return [
        finding(context, table, {
          place: { named: policy.name },
          message: `${displayName(table.name)} has two permissive policies for ${clash.role} and ${clash.verb}: "${seen.get(clash.key)}" and "${policy.name}".`,
          help: 'make one policy of them, with `or` between the conditions.',
        }),
      ];
    });
  }),
};
