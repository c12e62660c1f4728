/** Which parts of a live object a part of the desired one may be. */
import type { Ident } from '../../model/name.ts';

interface Named {
  readonly name: Ident;
  readonly renamedFrom?: Ident | null;
}

/**
 * The live part of the same name, or else of the former name; else every live part that no desired one claims by its
 * name: it may have been renamed.
 */
export function partnersOf<T extends Named>(
  part: T,
  desired: readonly Named[],
  live: readonly T[],
  fits: (candidate: T) => boolean,
): readonly T[] {
  const named =
    live.find((one) => one.name === part.name) ??
    live.find((one) => part.renamedFrom != null && one.name === part.renamedFrom);
  if (named !== undefined) return fits(named) ? [named] : [];
  const claimed = new Set(desired.map((one) => one.name));
  return live.filter((one) => !claimed.has(one.name) && fits(one));
}
