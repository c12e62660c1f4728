/**
 * Comparing property by property. A facet table has an entry for each property of its type: one that is forgotten does
 * not compile, so a new property cannot be silently ignored.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Change } from './change.ts';

export type Facets<T, C> = { readonly [K in keyof T]-?: (from: T, to: T, context: C) => readonly Change[] };

/** For properties that identify an object or only hint at its past: a difference in them is not a change. */
export function noChange(): readonly Change[] {
  return [];
}

/** Runs the facets whose property differs, in the order of the table. */
export function runFacets<T extends object, C>(facets: Facets<T, C>, from: T, to: T, context: C): readonly Change[] {
  const changes: Change[] = [];
  for (const key of Object.keys(facets) as (keyof T)[]) {
    if (!isDeepStrictEqual(from[key], to[key])) changes.push(...facets[key](from, to, context));
  }
  return changes;
}
