/** What two databases must agree on: everything a catalog shows but the order of columns and of names. */
import type { LiveDatabase } from '../../src/catalog/catalog.ts';
import type { Constraint, SchemaObject } from '../../src/model/model.ts';

function byName<T extends { readonly name: string }>(parts: readonly T[]): readonly T[] {
  return [...parts].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A check of a new table holds for its rows, whatever the spec says of those that were there before. */
function validated(constraint: Constraint): Constraint {
  return 'validated' in constraint ? { ...constraint, validated: true } : constraint;
}

export function comparableObject(object: SchemaObject): SchemaObject {
  if (object.kind !== 'table') return object;
  return {
    ...object,
    columns: byName(object.columns),
    constraints: byName(object.constraints.map(validated)),
    indexes: byName(object.indexes),
  };
}

export interface ComparableCatalog extends Pick<LiveDatabase, 'unmodelled' | 'externalDependents'> {
  readonly objects: Readonly<Record<string, SchemaObject>>;
}

export function comparable(live: LiveDatabase): ComparableCatalog {
  const entries = [...live.model.objects].map(([key, object]) => [key, comparableObject(object)] as const);
  return {
    objects: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
    unmodelled: live.unmodelled,
    externalDependents: live.externalDependents,
  };
}
