/** Reads choices out of plain numbers, so that any list of numbers says something and fast-check can shrink it. */

/** Numbers from 0 to 255. `0` is the plainest choice everywhere, and so is what is missing. */
export type Part = readonly number[];

export interface Choices {
  /** One of the options; `null` when there is none. */
  readonly pick: <T>(options: readonly T[]) => T | null;
  /** One of a fixed list. */
  readonly of: <T>(first: T, ...others: readonly T[]) => T;
  /** `true` once in so many numbers, and never for 0. */
  readonly once: (inSoMany: number) => boolean;
  /** Up to `most` different ones, in an order of their own. */
  readonly some: <T>(options: readonly T[], most: number) => readonly T[];
}

export function choicesOf(part: Part): Choices {
  let at = 0;
  const next = (): number => {
    const value = part[at] ?? 0;
    at += 1;
    return value;
  };
  const pick = <T>(options: readonly T[]): T | null => options[next() % Math.max(1, options.length)] ?? null;
  return {
    pick,
    of: (first, ...others) => {
      const chosen = next() % (others.length + 1);
      return chosen === 0 ? first : (others[chosen - 1] ?? first);
    },
    once: (inSoMany) => next() % inSoMany === inSoMany - 1,
    some: (options, most) => {
      const count = 1 + (next() % most);
      const start = next();
      const step = 1 + (next() % Math.max(1, options.length));
      const chosen = Array.from(
        { length: count },
        (_, nth) => options[(start + nth * step) % Math.max(1, options.length)],
      );
      return [...new Set(chosen.filter((one) => one !== undefined))];
    },
  };
}

/** The first part of each slot: a slot stands for a name, and names are unique. */
export function bySlot(parts: readonly Part[], slots: number): ReadonlyMap<number, Choices> {
  const found = new Map<number, Choices>();
  for (const [slot = 0, ...rest] of parts) {
    if (!found.has(slot % slots)) found.set(slot % slots, choicesOf(rest));
  }
  return found;
}
