/** References of a table together with the rows that they may choose from. */
import type { Row } from './evaluate.ts';
import { createPool, type Pool, type Tuple } from './pool.ts';
import type { ReferencePlan } from './references-of.ts';
import type { CheckPlan, TablePlan } from './table-plan.ts';
import type { Value } from './value.ts';

function isUsable(tuple: Tuple, reference: ReferencePlan, checks: readonly CheckPlan[], width: number): boolean {
  const row: Row = new Array<Value>(width).fill(null);
  for (const [part, at] of reference.at.entries()) row[at] = tuple[part] ?? null;
  return checks.every(({ compiled }) => compiled.evaluate(row) !== false);
}

/** Codes that come first where a list is referred to: most of what there is has one of these. */
const COMMON: readonly Value[] = ['USD', 'EUR', 'GBP', 'US', 'GB', 'DE', 'FR', 'en', 'de', 'es', 'default'];
/** Longer ones are no lists of codes. */
const LIST_ROWS = 1000;

function commonFirst(tuples: readonly Tuple[]): readonly Tuple[] {
  const rank = (tuple: Tuple) =>
    Math.min(...tuple.map((value) => COMMON.indexOf(value)).map((at) => (at < 0 ? COMMON.length : at)));
  return tuples.length > LIST_ROWS ? tuples : tuples.toSorted((a, b) => rank(a) - rank(b));
}

/** Rows that checks of this table rule out, such as those of another kind, are no rows to refer to. */
function usablePool(pool: Pool, reference: ReferencePlan, plan: TablePlan): Pool {
  const names = new Set(reference.columns);
  const checks = plan.checks.filter(({ columns }) => [...columns].every((column) => names.has(column)));
  const limits = reference.at.map((at) => plan.columns[at]?.facts.value ?? { low: null, high: null });
  const within = (tuple: Tuple) =>
    tuple.every((value, part) => {
      const { low, high } = limits[part] ?? { low: null, high: null };
      return typeof value !== 'number' || ((low === null || value >= low) && (high === null || value <= high));
    });
  const usable = pool.tuples.filter(
    (tuple) => within(tuple) && isUsable(tuple, reference, checks, plan.columns.length),
  );
  const ordered = commonFirst(usable);
  return ordered.length === pool.tuples.length && ordered[0] === pool.tuples[0] ? pool : createPool(ordered);
}

export interface Binding {
  readonly reference: ReferencePlan;
  readonly pool: Pool;
  /** Takes each row once, one after the other: the first of them have most of everything else, too. */
  readonly isInTurn: boolean;
  used: number;
  /** Positions that other references have as well. */
  readonly shared: readonly number[];
}

/** Of rows that another reference has to agree with, only those for which it finds something. */
function semiJoined(pool: Pool, reference: ReferencePlan, others: readonly (readonly [ReferencePlan, Pool])[]): Pool {
  const usable = pool.tuples.filter((tuple) =>
    others.every(([other, otherPool]) => {
      const shared = other.at.filter((at) => reference.at.includes(at));
      const positions = shared.map((at) => other.at.indexOf(at));
      const values = shared.map((at) => tuple[reference.at.indexOf(at)] ?? null);
      return otherPool.matching(positions, values).length > 0;
    }),
  );
  return usable.length === pool.tuples.length ? pool : createPool(usable);
}

export function bindingsOf(
  plan: TablePlan,
  pools: (reference: ReferencePlan) => Pool,
  done: number,
): readonly Binding[] {
  const usable = new Map(
    plan.references.map((reference) => [reference, usablePool(pools(reference), reference, plan)]),
  );
  return plan.references.map((reference) => {
    const others = plan.references.filter((other) => other !== reference);
    const agreeing = others.flatMap((other): [ReferencePlan, Pool][] => {
      const pool = usable.get(other);
      const sharesColumns = other.at.some((at) => reference.at.includes(at));
      return pool === undefined || !sharesColumns || other.isSoft || other.nullable.length > 0 ? [] : [[other, pool]];
    });
    return {
      reference,
      pool: semiJoined(usable.get(reference) ?? createPool([]), reference, agreeing),
      isInTurn: reference.isOneToOne,
      used: done,
      shared: reference.at.filter((at) => others.some((other) => other.at.includes(at))),
    };
  });
}

/** Writes what the reference names into the row. */
export function put(row: Row, binding: Binding, tuple: Tuple): void {
  for (const [part, at] of binding.reference.at.entries()) row[at] = tuple[part] ?? null;
}

/** The tuples that agree with what stands at these positions of the row. */
export function agreeing(row: Row, binding: Binding, fixed: readonly number[]): readonly Tuple[] {
  if (fixed.length === 0) return binding.pool.tuples;
  const positions = fixed.map((at) => binding.reference.at.indexOf(at));
  return binding.pool.matching(
    positions,
    fixed.map((at) => row[at] ?? null),
  );
}
