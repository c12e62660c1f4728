/** How much there is, counted. */
import { RULES } from '../../src/check/list.ts';
import { count, enumerate } from '../../src/commands/report.ts';
import { sectionCounts } from '../../src/commands/section-counts.ts';
import type { ChangeKind } from '../../src/diff/change.ts';
import { type Plan, stepsOf } from '../../src/plan/plan.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';

/** `1 table`, `1,200 tables`. */
function counted(number: number, word: string): string {
  return count(number, word).replace(String(number), number.toLocaleString('en'));
}

/** Two tables and a line of the rest, ending in a line break. */
export function countsMarkdown(compiled: Compiled, plan: Plan): string {
  const sections = sectionCounts(compiled);
  const total = sections.reduce((sum, { tables }) => sum + tables, 0);
  const made = (kind: ChangeKind, word: string) =>
    counted(stepsOf(plan).filter((step) => step.change.kind === kind).length, word);
  const parts = [
    made('createIndex', 'index'),
    made('addForeignKey', 'foreign key'),
    made('createTrigger', 'trigger'),
    made('createPolicy', 'policy'),
    made('createFunction', 'function'),
    made('createHypertable', 'hypertable'),
  ];
  return [
    '| Section | Tables |',
    '|---|---:|',
    ...sections.map(({ title, tables }) => `| ${title} | ${tables} |`),
    `| **All** | **${total}** |`,
    '',
    `On TimescaleDB they come with ${enumerate(parts)}. ` +
      `\`check\` knows ${counted(RULES.length, 'rule')}, and there are ${counted(Object.keys(TARGETS).length, 'target')}.`,
    '',
  ].join('\n');
}
