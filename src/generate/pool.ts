/** Rows of a table that others refer to: the values of the columns that the reference names. */
import type { Random } from './random.ts';
import type { Value } from './value.ts';

export type Tuple = readonly Value[];

export interface Pool {
  readonly tuples: readonly Tuple[];
  /** Tuples that have these values at these positions. */
  readonly matching: (positions: readonly number[], values: readonly Value[]) => readonly Tuple[];
}

function keyOf(values: readonly Value[]): string {
  return values.length === 1 ? String(values[0]) : JSON.stringify(values);
}

export function createPool(tuples: readonly Tuple[]): Pool {
  const indexes = new Map<string, ReadonlyMap<string, readonly Tuple[]>>();
  const indexOn = (positions: readonly number[]) => {
    const name = positions.join();
    const known = indexes.get(name);
    if (known !== undefined) return known;
    const index = new Map<string, Tuple[]>();
    for (const tuple of tuples) {
      const key = keyOf(positions.map((at) => tuple[at] ?? null));
      const found = index.get(key);
      if (found === undefined) index.set(key, [tuple]);
      else found.push(tuple);
    }
    indexes.set(name, index);
    return index;
  };
  return { tuples, matching: (positions, values) => indexOn(positions).get(keyOf(values)) ?? [] };
}

/** Few of the tuples have most of what refers to them: the first ones. */
export function pickSkewed(tuples: readonly Tuple[], random: Random): Tuple | null {
  return tuples[Math.floor(tuples.length * random.unit() ** 2.5)] ?? null;
}

export function pickEvenly(tuples: readonly Tuple[], random: Random): Tuple | null {
  return tuples[random.below(tuples.length)] ?? null;
}
