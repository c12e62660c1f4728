/**
 * Changes become a Plan: ordered, rendered, judged, cut into transactions. Everything that is printed or executed comes
 * from here.
 */
import type { Change } from '../diff/change.ts';
import { keyOf, objectKey } from '../model/keys.ts';
import type { Model, ObjectKey } from '../model/model.ts';
import { renderAnyChange } from '../sql/change.ts';
import type { Sql } from '../sql/text.ts';
import type { VersionRange } from '../sql/version-range.ts';
import type { Hazard, LiveFacts } from './hazard.ts';
import { judgeAny } from './judge.ts';
import { orderChanges } from './order.ts';
import { relationsLocked } from './relations.ts';

export interface Step {
  readonly change: Change;
  /** In order, without final semicolons. */
  readonly statements: readonly Sql[];
  readonly hazards: readonly Hazard[];
}

export interface Transaction {
  readonly steps: readonly Step[];
}

export interface Plan {
  readonly transactions: readonly Transaction[];
  /** Differences that no statement can make good; a plan that has some is not run. */
  readonly unsupported: readonly Extract<Change, { kind: 'unsupported' }>[];
}

export interface PlanSettings {
  /** The wanted Model. */
  readonly model: Model;
  readonly range: VersionRange;
  /** Relations that one transaction may lock. */
  readonly lockBudget: number;
  readonly sizes: ReadonlyMap<ObjectKey, number>;
}

/** Tables that the plan itself creates have no rows to lose or to wait for. */
function factsOf(changes: readonly Change[], { model, sizes }: PlanSettings): LiveFacts {
  const all = new Map(sizes);
  for (const change of changes) {
    if (change.kind === 'createTable') all.set(keyOf(change.table), 0);
    if (change.kind === 'renameTable')
      all.set(objectKey('table', change.to), all.get(objectKey('table', change.from)) ?? 1);
  }
  const rebuilt = new Set(changes.flatMap((change) => (change.kind === 'createView' ? [keyOf(change.view)] : [])));
  const checkedDomains = new Set(
    [...model.objects.values()].flatMap((object) =>
      object.kind === 'domain' && (object.checks.length > 0 || !object.nullable) ? [keyOf(object)] : [],
    ),
  );
  return { sizes: all, checkedDomains, rebuilt };
}

/** A new enum value can be used only after its transaction has committed. */
function endsTransaction(step: Step, next: Step | undefined): boolean {
  return step.change.kind === 'addEnumValue' && next?.change.kind !== 'addEnumValue';
}

function cutIntoTransactions(steps: readonly Step[], settings: PlanSettings): readonly Transaction[] {
  const transactions: Transaction[] = [];
  let current: Step[] = [];
  let locked = 0;
  const cut = () => {
    if (current.length > 0) transactions.push({ steps: current });
    current = [];
    locked = 0;
  };
  steps.forEach((step, at) => {
    const relations = relationsLocked(step.change, settings.model);
    if (locked + relations > settings.lockBudget) cut();
    current.push(step);
    locked += relations;
    if (endsTransaction(step, steps[at + 1])) cut();
  });
  cut();
  return transactions;
}

/** Values are added before anything else, so that all that follows may use them. */
function enumValuesFirst(changes: readonly Change[]): readonly Change[] {
  const isEnumValue = (change: Change) => change.kind === 'addEnumValue' || change.kind === 'renameEnumValue';
  return [...changes.filter(isEnumValue), ...changes.filter((change) => !isEnumValue(change))];
}

export function planChanges(changes: readonly Change[], settings: PlanSettings): Plan {
  const facts = factsOf(changes, settings);
  const steps = orderChanges(enumValuesFirst(changes))
    .filter((change) => change.kind !== 'unsupported')
    .map(
      (change): Step => ({
        change,
        statements: renderAnyChange(change, settings.range),
        hazards: judgeAny(change, facts),
      }),
    )
    .filter((step) => step.statements.length > 0);
  return {
    transactions: cutIntoTransactions(steps, settings),
    unsupported: changes.filter((change) => change.kind === 'unsupported'),
  };
}

export function isEmptyPlan(plan: Plan): boolean {
  return plan.transactions.length === 0 && plan.unsupported.length === 0;
}

export function stepsOf(plan: Plan): readonly Step[] {
  return plan.transactions.flatMap((transaction) => transaction.steps);
}
