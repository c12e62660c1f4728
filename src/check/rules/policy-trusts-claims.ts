import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Metadata of an account that its owner may write, under the names that it has in tokens and tables. */
const EDITABLE = /\b(?:raw_)?user_meta_?data\b/i;

export const policyTrustsClaims: Rule = {
  code: 'policy-trusts-claims',
  severity: 'error',
  problem: 'What a person can write into their own token decides here what they may do.',
  instead: 'Ask boyfanz.current_user_id() and what the tables say of that person, such as boyfanz.has_permission().',
  check: overTables((table, context) =>
    table.policies
      .filter(({ using, check }) => EDITABLE.test(`${using ?? ''} ${check ?? ''}`))
      .map((policy) =>
        finding(context, table, {
          place: { named: policy.name },
          message: `The policy "${policy.name}" of ${displayName(table.name)} believes metadata that people write themselves.`,
          help: 'ask a table that only the service writes.',
        }),
      ),
  ),
};
