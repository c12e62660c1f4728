/** A Plan for people and for programs. */
import type { Unspelled } from '../db/spell.ts';
import { describeChange } from '../plan/describe.ts';
import { type Hazard, needsApproval } from '../plan/hazard.ts';
import { type Plan, type Step, stepsOf } from '../plan/plan.ts';
import type { Compiled } from '../spec/tree.ts';
import type { Context } from './context.ts';
import { count } from './report.ts';
import { planOverview } from './summary.ts';

function stepLines(step: Step): readonly string[] {
  const hazards = step.hazards.map(
    (hazard) => `      ${hazard.kind}${needsApproval(hazard) ? ' (needs --allow)' : ''}: ${hazard.message}`,
  );
  return [`  ${describeChange(step.change)}`, ...hazards];
}

/** One line for each change, with its hazards below it. */
export function planText(plan: Plan): string {
  const lines = stepsOf(plan).flatMap(stepLines);
  return [...lines, ...refusedLines(plan)].join('\n');
}

/** More harmless steps than this say less than their numbers. */
const SHOWN_STEPS = 30;

/** What apply is about to do, on stderr: every step that costs something, and the others one by one while they are few. */
export function showPlan(plan: Plan, compiled: Compiled, context: Context): void {
  const steps = stepsOf(plan);
  context.report.note(`Plan: ${count(steps.length, 'change')} in ${count(plan.transactions.length, 'transaction')}.`);
  const harmless = steps.filter((step) => step.hazards.length === 0);
  if (harmless.length <= SHOWN_STEPS) {
    context.report.note(planText(plan));
    return;
  }
  const risky = steps.filter((step) => step.hazards.length > 0);
  const lines = [...risky.flatMap(stepLines), ...refusedLines(plan), planOverview(harmless, compiled)];
  context.report.note(lines.join('\n'));
}

function refusedLines(plan: Plan): readonly string[] {
  return plan.unsupported.flatMap((change) => [`  cannot be done: ${change.message}`, `      ${change.help}`]);
}

export interface StepJson {
  readonly change: string;
  readonly statements: readonly string[];
  readonly hazards: readonly Hazard[];
}

function stepJson(step: Step): StepJson {
  return { change: describeChange(step.change), statements: step.statements, hazards: step.hazards };
}

/** `{ hash, target, transactions: [[step]], unsupported }`: what `diff --format json` writes and `apply --plan` reads. */
export function planJson(plan: Plan, hash: string, target: string): object {
  return {
    format: 1,
    hash,
    target,
    transactions: plan.transactions.map((transaction) => transaction.steps.map(stepJson)),
    unsupported: plan.unsupported.map(({ object, message, help }) => ({ object, message, help })),
  };
}

export function planMarkdown(plan: Plan): string {
  const steps = stepsOf(plan);
  if (steps.length === 0 && plan.unsupported.length === 0) return 'No differences.\n';
  const hazards = steps.flatMap((step) =>
    step.hazards.map((hazard) => `- **${hazard.kind}** \`${hazard.object}\`: ${hazard.message}`),
  );
  return [
    '## Changes\n',
    ...steps.map((step) => `- ${describeChange(step.change)}`),
    ...plan.unsupported.map((change) => `- cannot be done: ${change.message} ${change.help}`),
    ...(hazards.length === 0 ? [] : ['\n## Hazards\n', ...hazards]),
    '\n## SQL\n',
    '```sql',
    ...steps.flatMap((step) => step.statements.map((statement) => `${statement};`)),
    '```\n',
  ].join('\n');
}

/** What the specs say and the server would not take: it counts as different and is named, so that nobody wonders. */
export function reportUnspelled(unspelled: readonly Unspelled[], context: Context): void {
  for (const { object, part, message, isFromStandIn } of unspelled) {
    const [who, hint] = isFromStandIn
      ? ['the embedded PostgreSQL', ', which it may not be: compare where temporary tables can be made']
      : ['the server', ''];
    context.report.warn(
      `${object} ${part}: ${who} could not read the expression of the spec (${message}); it counts as changed${hint}.`,
    );
  }
}
