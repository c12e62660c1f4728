import type { Rule } from './rule.ts';

/** Not a rule over the Model but over the result of the rules, so it cannot itself be allowed. */
export const STALE_ALLOW: Omit<Rule, 'check'> = {
  code: 'stale-allow',
  severity: 'warning',
  problem: 'An exception that excuses nothing any more will silently excuse the next mistake.',
  instead: 'Remove it from `allow`, or correct the name of the rule.',
};
