/** A Plan for people and for programs. */
import { describeChange } from '../plan/describe.ts';
import { type Hazard, needsApproval } from '../plan/hazard.ts';
import { type Plan, type Step, stepsOf } from '../plan/plan.ts';
import type { Context } from './context.ts';

/** One line for each change, indented below the object it belongs to, with its hazards. */
export function planText(plan: Plan): string {
  const lines = stepsOf(plan).flatMap((step) => [
    `  ${describeChange(step.change)}`,
    ...step.hazards.map(
      (hazard) => `      ${hazard.kind}${needsApproval(hazard) ? ' (needs --allow)' : ''}: ${hazard.message}`,
    ),
  ]);
  const refused = plan.unsupported.flatMap((change) => [`  cannot be done: ${change.message}`, `      ${change.help}`]);
  return [...lines, ...refused].join('\n');
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
export function reportUnspelled(
  unspelled: readonly { readonly object: string; readonly part: string; readonly message: string }[],
  context: Context,
): void {
  for (const item of unspelled) {
    context.report.warn(
      `${item.object} ${item.part}: the server could not read the expression of the spec (${item.message}); it counts as changed.`,
    );
  }
}
