/** Which extensions a target uses, and what it says of one that its server lacks. */
import type { Ident } from '../model/name.ts';
import type { OptionalExtension, Target } from './target.ts';

const CONTRIB = ['citext', 'ltree', 'hstore', 'pg_trgm', 'btree_gist', 'btree_gin', 'pgcrypto', 'unaccent'] as const;

/** What comes with PostgreSQL itself, in `schema`. */
export function contribIn(schema: Ident): readonly (readonly [Ident, Ident])[] {
  return CONTRIB.map((name) => [name, schema]);
}

const PRODUCTS: ReadonlyMap<Ident, string> = new Map([
  ['postgis', 'PostGIS'],
  ['vector', 'pgvector'],
  ['timescaledb', 'TimescaleDB'],
  ['citus', 'Citus'],
]);

export function productName(extension: Ident): string {
  return PRODUCTS.get(extension) ?? extension;
}

/** @param remedy how one gets an extension on this platform, without a full stop */
function optional(extension: Ident, schema: Ident, remedy: string, built: string): readonly [Ident, OptionalExtension] {
  const message = `This file needs ${productName(extension)}, and this server does not have it: ${remedy}, or build a file without it (boyfanz-schema build${built} --without ${extension}).`;
  return [extension, { schema, message }];
}

/** PostGIS and pgvector, which files can be built with and without. */
export function optionalIn(
  schema: Ident,
  { remedy, target }: { readonly remedy: string; readonly target?: string },
): ReadonlyMap<Ident, OptionalExtension> {
  const built = target === undefined ? '' : ` --target ${target}`;
  return new Map(['postgis', 'vector'].map((extension) => optional(extension, schema, remedy, built)));
}

/** What the head of a file says of an extension that it needs and its server lacks. */
export function missingMessage(target: Pick<Target, 'optional' | 'preflight' | 'remedy'>, extension: Ident): string {
  const said =
    target.optional.get(extension)?.message ??
    target.preflight.find((preflight) => preflight.extension === extension)?.message;
  return said ?? `This file needs ${productName(extension)}, and this server does not have it: ${target.remedy}.`;
}
