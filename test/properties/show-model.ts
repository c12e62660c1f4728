/** A Model as the statements that make it: what a person wants to see of a counterexample. */
import { diffModels } from '../../src/diff/model.ts';
import { EMPTY_MODEL, type Model } from '../../src/model/model.ts';
import { type Plan, planChanges } from '../../src/plan/plan.ts';
import { statementsOf } from '../../src/plan/print.ts';

export function planFromNothing(model: Model, major: number): Plan {
  const range = { min: major, max: major };
  return planChanges(diffModels(EMPTY_MODEL, model), { model, range, lockBudget: 3000, sizes: new Map() });
}

/** Statements, each on lines of its own. */
export function shown(plan: Plan): string {
  return statementsOf(plan)
    .map((statement) => `  ${statement};\n`)
    .join('');
}
