/** What extensions bring along, so that a spec may name a type or an operator class without its schema. */
import type { Ident } from '../model/name.ts';

export interface ExtensionContents {
  readonly types: readonly Ident[];
  readonly opclasses: readonly Ident[];
}

export const EXTENSION_CONTENTS: ReadonlyMap<Ident, ExtensionContents> = new Map([
  ['citext', { types: ['citext'], opclasses: ['citext_ops', 'citext_pattern_ops'] }],
  ['ltree', { types: ['ltree', 'lquery', 'ltxtquery'], opclasses: ['gist_ltree_ops', 'gist__ltree_ops', 'ltree_ops'] }],
  ['hstore', { types: ['hstore'], opclasses: ['gin_hstore_ops', 'gist_hstore_ops'] }],
  ['pg_trgm', { types: [], opclasses: ['gin_trgm_ops', 'gist_trgm_ops'] }],
  [
    'btree_gist',
    {
      types: [],
      opclasses: ['gist_uuid_ops', 'gist_text_ops', 'gist_int4_ops', 'gist_int8_ops', 'gist_timestamptz_ops'],
    },
  ],
  ['btree_gin', { types: [], opclasses: ['uuid_ops', 'int4_ops', 'int8_ops', 'text_ops'] }],
  [
    'postgis',
    {
      types: ['geometry', 'geography', 'box2d', 'box3d'],
      opclasses: ['gist_geography_ops', 'gist_geometry_ops_2d', 'gist_geometry_ops_nd'],
    },
  ],
  [
    'vector',
    {
      types: ['vector', 'halfvec', 'sparsevec'],
      opclasses: [
        'vector_cosine_ops',
        'vector_l2_ops',
        'vector_ip_ops',
        'halfvec_cosine_ops',
        'halfvec_l2_ops',
        'halfvec_ip_ops',
      ],
    },
  ],
  ['timescaledb', { types: [], opclasses: [] }],
  ['pgcrypto', { types: [], opclasses: [] }],
  ['unaccent', { types: [], opclasses: [] }],
]);
