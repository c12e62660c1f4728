/** Matching two lists of named things. */

export interface Matched<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  /** In the order of the wanted list. */
  readonly kept: readonly { readonly from: T; readonly to: T }[];
}

/** Names are unique in each list: PostgreSQL and the `name-collision` rule see to it. */
export function matchByName<T extends { readonly name: string }>(from: readonly T[], to: readonly T[]): Matched<T> {
  const before = new Map(from.map((item) => [item.name, item]));
  const after = new Set(to.map((item) => item.name));
  return {
    removed: from.filter((item) => !after.has(item.name)),
    added: to.filter((item) => !before.has(item.name)),
    kept: to.flatMap((item) => {
      const old = before.get(item.name);
      return old === undefined ? [] : [{ from: old, to: item }];
    }),
  };
}

export interface MatchedWithRenames<T> extends Matched<T> {
  readonly renamed: readonly { readonly from: T; readonly to: T }[];
}

/**
 * As `matchByName`, and what is equal but for its name counts as renamed: names derived from a table or column follow it,
 * and nobody wants an index built again for that. A `renamedFrom` hint decides where several are equal, and where the rest
 * can change in place.
 */
export function matchWithRenames<T extends { readonly name: string; readonly renamedFrom: string | null }>(
  from: readonly T[],
  to: readonly T[],
  sameButName: (a: T, b: T) => boolean,
  changesInPlace: (a: T, b: T) => boolean = sameButName,
): MatchedWithRenames<T> {
  const { removed, added, kept } = matchByName(from, to);
  const left = new Set(removed);
  const renamed = added.flatMap((item) => {
    const hinted = [...left].find((old) => old.name === item.renamedFrom && changesInPlace(old, item));
    const old = hinted ?? [...left].find((candidate) => sameButName(candidate, item));
    if (old === undefined) return [];
    left.delete(old);
    return [{ from: old, to: item }];
  });
  const found = new Set(renamed.map((pair) => pair.to));
  return { removed: [...left], added: added.filter((item) => !found.has(item)), kept, renamed };
}
