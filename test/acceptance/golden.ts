/** A plan as a reviewer reads it: every statement, with its hazards above it. */
import { needsApproval } from '../../src/plan/hazard.ts';
import type { Plan, Step } from '../../src/plan/plan.ts';

function stepText(step: Step): string {
  const hazards = step.hazards.map(
    (hazard) => `-- ${hazard.kind} ${hazard.object}${needsApproval(hazard) ? ' (refused until allowed)' : ''}\n`,
  );
  return [...hazards, ...step.statements.map((statement) => `${statement};\n`)].join('');
}

export function goldenText(plan: Plan): string {
  const refused = plan.unsupported.map((change) => `-- UNSUPPORTED ${change.object}: ${change.message}\n`).join('');
  const transactions = plan.transactions.map(({ steps }) => steps.map(stepText).join(''));
  if (refused === '' && transactions.length === 0) return '-- Nothing to do.\n';
  return refused + transactions.join('-- next transaction\n');
}
