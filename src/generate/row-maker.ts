/** Rows of one table, one after another: references, values, then repairs until every check that is understood holds. */

import { adjusted } from './adjustments.ts';
import { agreeing, type Binding, bindingsOf, put } from './bindings.ts';
import { DAY } from './calendar.ts';
import type { Row } from './evaluate.ts';
import { type Pool, pickEvenly, pickSkewed, type Tuple } from './pool.ts';
import type { Random } from './random.ts';
import type { ReferencePlan } from './references-of.ts';
import { createSolver, type Editor } from './solve.ts';
import type { CheckPlan, KeyPlan, TablePlan } from './table-plan.ts';
import { momentBefore } from './time-source.ts';
import { isList, type Value } from './value.ts';

export interface RowMaker {
  /** @returns `null` when no row could be made: what can be referred to is used up, or the checks contradict each other */
  readonly next: () => Row | null;
  /** Names of the checks that rows were given up for. */
  readonly unsolved: () => ReadonlyMap<string, number>;
}

/** What outlives a maker: a table that refers to itself gets a new one when there is more to refer to. */
export interface Memory {
  /** Rows tried so far. */
  number: number;
  /** Keys that are taken, for each key of the table. */
  readonly taken: readonly Set<string>[];
  /** Why rows were given up. */
  readonly reasons: Map<string, number>;
}

/** @param done rows of the table that are there already */
export function createMemory(plan: TablePlan, done: number): Memory {
  // Numbers make keys differ; those of an earlier run went to more tries than rows.
  return { number: done * 4, taken: plan.keys.map(() => new Set()), reasons: new Map() };
}

const TRIES_PER_ROW = 30;
const REPAIRS_PER_TRY = 60;

function keyText(key: KeyPlan, row: Row): string | null {
  if (key.where !== null && key.where.evaluate(row) !== true) return null;
  const values = key.parts.map((part) => part.evaluate(row));
  if (!key.nullsNotDistinct && values.includes(null)) return null;
  const text = values.length === 1 ? String(values[0]) : JSON.stringify(values);
  return key.ignoreCase ? text.toLowerCase() : text;
}

/**
 * @param pools the rows that a reference may choose from; empty ones leave it null
 * @param now the present, as the generator sees it
 * @param done rows of the table that are there already
 */
export function createRowMaker(
  plan: TablePlan,
  pools: (reference: ReferencePlan) => Pool,
  random: Random,
  now: number,
  done: number,
  memory: Memory,
): RowMaker {
  const bindings = bindingsOf(plan, pools, done);
  const solver = createSolver(plan.places, random);
  const referred = new Map<number, readonly Binding[]>();
  for (const at of plan.columns.keys()) {
    const found = bindings.filter(({ reference }) => reference.at.includes(at));
    if (found.length > 0) referred.set(at, found);
  }
  const { taken, reasons } = memory;
  /** Positions of the present row that a reference decides about. */
  const bound = new Set<number>();
  /** @returns false when a reference that must be there finds nothing */
  const refer = (row: Row): boolean => {
    for (const binding of bindings) {
      const { reference, pool, isInTurn } = binding;
      const fixed = reference.at.filter((at) => bound.has(at));
      // MATCH SIMPLE: where one column is null, the others are free.
      if (fixed.some((at) => row[at] === null)) continue;
      const free = reference.nullable.filter((at) => !fixed.includes(at));
      const empty = () => {
        for (const at of free) {
          row[at] = null;
          bound.add(at);
        }
      };
      if (free.length > 0 && random.chance(Math.max(...free.map((at) => plan.columns[at]?.nullChance ?? 0)))) {
        empty();
        continue;
      }
      const candidates = agreeing(row, binding, fixed);
      const next = isInTurn && fixed.length === 0 ? (pool.tuples[binding.used] ?? null) : null;
      const isUsedUp = isInTurn && fixed.length === 0 && next === null && pool.tuples.length > 0;
      const any = () => (random.chance(0.6) ? pickSkewed(candidates, random) : pickEvenly(candidates, random));
      const tuple = isUsedUp ? null : (next ?? any());
      if (tuple !== null) {
        put(row, binding, tuple);
        for (const at of reference.at) bound.add(at);
      } else if (free.length > 0) empty();
      else if (!reference.isSoft) return false;
    }
    return true;
  };
  const draw = (time: number) => ({ random, time, number: memory.number });

  const isMet = (row: Row, binding: Binding): boolean =>
    binding.reference.isSoft ||
    binding.reference.at.some((at) => row[at] === null) ||
    agreeing(row, binding, binding.reference.at).length > 0;

  /** Makes the other references agree with what one of them has just changed. */
  const settle = (row: Row, changed: Binding, depth: number): boolean =>
    bindings.every((other) => {
      const { reference } = other;
      if (other === changed || !reference.at.some((at) => changed.reference.at.includes(at)) || isMet(row, other))
        return true;
      const kept = reference.at.filter((at) => changed.reference.at.includes(at));
      const tuple = pickEvenly(agreeing(row, other, kept), random);
      if (tuple !== null && depth > 0) {
        put(row, other, tuple);
        return settle(row, other, depth - 1);
      }
      const free = reference.nullable.filter((at) => !kept.includes(at));
      for (const at of free) row[at] = null;
      return free.length > 0;
    });

  /** Refers to another row, and changes nothing when that cannot be. */
  const change = (row: Row, binding: Binding, tuple: Tuple | null): boolean => {
    if (tuple === null) return false;
    const before = [...row];
    put(row, binding, tuple);
    if (settle(row, binding, 3)) return true;
    for (const [at, value] of before.entries()) row[at] = value;
    return false;
  };

  const editorOf = (row: Row, time: number): Editor => {
    const redrawReference = (at: number): boolean =>
      (referred.get(at) ?? []).some((binding) => {
        const fixed = binding.shared.filter((place) => place !== at && row[place] !== null);
        return change(row, binding, pickEvenly(agreeing(row, binding, fixed), random));
      });
    const place = (name: string) => plan.places.get(name)?.at ?? -1;
    return {
      set: (name, value) => {
        const at = place(name);
        const column = plan.columns[at];
        if (column === undefined || column.isLeftOut) return false;
        const [binding] = referred.get(at) ?? [];
        if (binding !== undefined && bound.has(at)) {
          const fixed = binding.shared.filter((other) => other !== at && row[other] !== null);
          const before = row[at] ?? null;
          row[at] = value;
          const tuple = pickEvenly(agreeing(row, binding, [...fixed, at]), random);
          row[at] = before;
          return change(row, binding, tuple);
        }
        const fit = typeof value === 'number' && column.type.kind === 'integer' ? Math.round(value) : value;
        const { low, high } = column.facts.value;
        if (column.type.kind === 'time' && typeof fit === 'number' && (fit < 0 || fit >= DAY)) return false;
        if (typeof fit === 'number' && ((low !== null && fit < low) || (high !== null && fit > high))) return false;
        row[at] = fit;
        return true;
      },
      clear: (name) => {
        const at = place(name);
        if (plan.columns[at]?.nullable !== true) return false;
        row[at] = null;
        return true;
      },
      redraw: (name) => {
        const at = place(name);
        const column = plan.columns[at];
        if (column === undefined || column.isLeftOut) return false;
        if (bound.has(at)) return redrawReference(at);
        row[at] = column.source(draw(time));
        return row[at] !== null;
      },
    };
  };

  const failing = (row: Row): readonly CheckPlan[] =>
    plan.checks.filter(({ compiled }) => compiled.evaluate(row) === false);

  const repair = (row: Row, time: number): CheckPlan | null => {
    let broken = failing(row);
    if (broken.length === 0) return null;
    const editor = editorOf(row, time);
    for (let step = 0; broken.length > 0; step += 1) {
      const check = random.pick(broken);
      if (step === REPAIRS_PER_TRY) return check;
      solver.solve(check.expression, true, row, editor);
      broken = failing(row);
    }
    return null;
  };

  /** @returns the row, or the reason why there is none */
  const tryOne = (): Row | string => {
    memory.number += 1;
    const row: Row = new Array<Value>(plan.columns.length).fill(null);
    bound.clear();
    if (!refer(row)) return 'nothing to refer to';
    const time = momentBefore(now, random);
    for (const [at, column] of plan.columns.entries()) {
      if (column.isLeftOut || bound.has(at)) continue;
      row[at] = column.nullable && random.chance(column.nullChance) ? null : column.source(draw(time));
      if (row[at] === null && !column.nullable) return `no value for ${column.name}`;
    }
    const broken = repair(row, time);
    if (broken !== null) return broken.name;
    if (!bindings.every((binding) => isMet(row, binding))) return 'nothing to refer to';
    for (const [at, column] of plan.columns.entries()) {
      if (row[at] === null && !column.nullable && !column.isLeftOut) return `no value for ${column.name}`;
      const value = row[at] ?? null;
      if (typeof value === 'number' && !Number.isFinite(value)) return `no value for ${column.name}`;
      if (isList(value) && value.length > 4000) return `too long a list in ${column.name}`;
    }
    return adjusted(plan, row, random);
  };

  const giveUp = (reason: string) => {
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  };
  const next = (): Row | null => {
    for (let tries = 0; tries < TRIES_PER_ROW; tries += 1) {
      const made = tryOne();
      if (typeof made === 'string') {
        giveUp(made);
        continue;
      }
      const keys = plan.keys.map((key) => keyText(key, made));
      if (keys.some((key, at) => key !== null && taken[at]?.has(key))) {
        giveUp('a key that is taken');
        continue;
      }
      for (const [at, key] of keys.entries()) if (key !== null) taken[at]?.add(key);
      advance();
      return made;
    }
    advance();
    return null;
  };
  const advance = () => {
    for (const binding of bindings) binding.used += 1;
  };

  return { next, unsolved: () => reasons };
}
