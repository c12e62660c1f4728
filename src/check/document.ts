/** The page of all rules, made from what they say about themselves. */
import { RULES } from './list.ts';
import type { Rule } from './rule.ts';
import { STALE_ALLOW } from './stale-allow.ts';

function section(rule: Omit<Rule, 'check'>): string {
  return [
    `## ${rule.code}`,
    '',
    `*${rule.severity}*`,
    '',
    `**Problem.** ${rule.problem}`,
    '',
    `**Instead.** ${rule.instead}`,
  ].join('\n');
}

/** Markdown with a table of contents and one section per rule, in the order in which they run. */
export function rulesMarkdown(): string {
  const rules: readonly Omit<Rule, 'check'>[] = [...RULES, STALE_ALLOW];
  const contents = rules.map((rule) => `| [${rule.code}](#${rule.code}) | ${rule.severity} |`);
  return `${[
    '# Rules',
    'What `check` and `build` demand of the specs beyond their shape. An error stops `build`; a warning does not.',
    'A table that breaks a rule on purpose says so, with the reason:\n\n```yaml\nallow: { money-cascade: an open cart is worth nothing to anyone }\n```',
    `| Rule | Severity |\n|---|---|\n${contents.join('\n')}`,
    ...rules.map(section),
  ].join('\n\n')}\n`;
}
