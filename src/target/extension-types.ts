/** What extensions bring along, so that a spec may name a type or an operator class without its schema. */
import type { Ident } from '../model/name.ts';

export interface ExtensionContents {
  readonly types: readonly Ident[];
  readonly opclasses: readonly Ident[];
  /** Whether queries can name something of it, or it is there for how tables are stored, or for indexes and exclusions. */
  readonly serves: 'queries' | 'storage' | 'indexes';
}

export const EXTENSION_CONTENTS: ReadonlyMap<Ident, ExtensionContents> = new Map([
  ['citext', { types: ['citext'], opclasses: ['citext_ops', 'citext_pattern_ops'], serves: 'queries' }],
  [
    'ltree',
    {
      types: ['ltree', 'lquery', 'ltxtquery'],
      opclasses: ['gist_ltree_ops', 'gist__ltree_ops', 'ltree_ops'],
      serves: 'queries',
    },
  ],
  ['hstore', { types: ['hstore'], opclasses: ['gin_hstore_ops', 'gist_hstore_ops'], serves: 'queries' }],
  ['pg_trgm', { types: [], opclasses: ['gin_trgm_ops', 'gist_trgm_ops'], serves: 'queries' }],
  [
    'btree_gist',
    {
      types: [],
      opclasses: ['gist_uuid_ops', 'gist_text_ops', 'gist_int4_ops', 'gist_int8_ops', 'gist_timestamptz_ops'],
      serves: 'indexes',
    },
  ],
  ['btree_gin', { types: [], opclasses: ['uuid_ops', 'int4_ops', 'int8_ops', 'text_ops'], serves: 'indexes' }],
  [
    'postgis',
    {
      types: ['geometry', 'geography', 'box2d', 'box3d'],
      opclasses: ['gist_geography_ops', 'gist_geometry_ops_2d', 'gist_geometry_ops_nd'],
      serves: 'queries',
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
      serves: 'queries',
    },
  ],
  ['timescaledb', { types: [], opclasses: [], serves: 'storage' }],
  ['pgcrypto', { types: [], opclasses: [], serves: 'queries' }],
  ['unaccent', { types: [], opclasses: [], serves: 'queries' }],
]);
