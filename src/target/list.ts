/** Every target there is. A new platform is one more record here. */
import type { OptionalExtension, Target, TargetName } from './target.ts';

const CONTRIB = ['citext', 'ltree', 'hstore', 'pg_trgm', 'btree_gist', 'btree_gin', 'pgcrypto', 'unaccent'] as const;

const CONTRIB_IN_PUBLIC = CONTRIB.map((name) => [name, 'public'] as const);

function optional(extension: string, product: string): readonly [string, OptionalExtension] {
  const message = `This file needs ${product}, and this server does not have it: install it, or build a file without it (boyfanz-schema build --without ${extension}).`;
  return [extension, { schema: 'public', message }];
}

const OPTIONAL: ReadonlyMap<string, OptionalExtension> = new Map([
  optional('postgis', 'PostGIS'),
  optional('vector', 'pgvector'),
]);

const TIMESCALE: Target = {
  name: 'timescale',
  summary: 'self-hosted PostgreSQL with TimescaleDB Community Edition, or Tiger Cloud',
  versions: { min: 14, max: 18 },
  output: 'complete-schema.sql',
  extensions: new Map([...CONTRIB_IN_PUBLIC, ['postgis', 'public'], ['timescaledb', 'public']]),
  optional: OPTIONAL,
  timeSeries: 'timescale-community',
  preflight: [
    {
      extension: 'timescaledb',
      preloadedSetting: 'timescaledb.max_background_workers',
      message:
        'This file needs TimescaleDB, and this server does not have it installed and preloaded: add timescaledb to shared_preload_libraries and restart, or load dist-sql/postgres/complete-schema.sql, which does without.',
    },
  ],
  lockBudget: 3000,
};

const POSTGRES: Target = {
  name: 'postgres',
  summary: 'any PostgreSQL with its contrib modules; time series as native partitions',
  versions: { min: 14, max: 18 },
  output: 'postgres/complete-schema.sql',
  extensions: new Map(CONTRIB_IN_PUBLIC),
  optional: OPTIONAL,
  timeSeries: 'native',
  preflight: [],
  lockBudget: 3000,
};

const EMBEDDED: Target = {
  ...POSTGRES,
  name: 'embedded',
  summary: 'the PostgreSQL that comes with the tool (PGlite), for trying out and for development',
  versions: { min: 18, max: 18 },
  optional: new Map(),
  output: null,
  lockBudget: 1500,
};

export const TARGETS: Readonly<Record<TargetName, Target>> = {
  timescale: TIMESCALE,
  postgres: POSTGRES,
  embedded: EMBEDDED,
};

export const DEFAULT_TARGET: TargetName = 'timescale';

export function isTargetName(text: string): text is TargetName {
  return Object.hasOwn(TARGETS, text);
}
