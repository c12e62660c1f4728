/** Every target there is. A new platform is one more record here. */
import type { Ident } from '../model/name.ts';
import type { OptionalExtension, PartLimits, Target, TargetName } from './target.ts';

/**
 * The editor of Supabase takes 1,027,604 bytes and some 50 s; a lock table of 60 connections with 64 locks each held 8,900
 * relations when nobody else used it.
 */
export const DEFAULT_PARTS: PartLimits = { bytes: 880_000, tables: 150, relations: 3000 };

const CONTRIB = ['citext', 'ltree', 'hstore', 'pg_trgm', 'btree_gist', 'btree_gin', 'pgcrypto', 'unaccent'] as const;

function contribIn(schema: Ident): readonly (readonly [Ident, Ident])[] {
  return CONTRIB.map((name) => [name, schema]);
}

function optional(extension: string, product: string, schema: Ident): readonly [string, OptionalExtension] {
  const message = `This file needs ${product}, and this server does not have it: install it, or build a file without it (boyfanz-schema build --without ${extension}).`;
  return [extension, { schema, message }];
}

function optionalIn(schema: Ident): ReadonlyMap<string, OptionalExtension> {
  return new Map([optional('postgis', 'PostGIS', schema), optional('vector', 'pgvector', schema)]);
}

const POSTGRES: Target = {
  name: 'postgres',
  summary: 'any PostgreSQL with its contrib modules; time series as native partitions',
  dialect: 'postgresql',
  versions: { min: 14, max: 18 },
  output: 'postgres/complete-schema.sql',
  extensions: new Map(contribIn('public')),
  optional: optionalIn('public'),
  features: new Set(),
  searchPath: ['public'],
  timeSeries: 'native',
  scheduler: null,
  preflight: [],
  defaultGrantees: [],
  lockBudget: 3000,
  parts: null,
  size: 'standard',
  profile: 'production',
};

const TIMESCALE_PREFLIGHT = {
  extension: 'timescaledb',
  preloadedSetting: 'timescaledb.max_background_workers',
  message:
    'This file needs TimescaleDB, and this server does not have it installed and preloaded: add timescaledb to shared_preload_libraries and restart, or load dist-sql/postgres/complete-schema.sql, which does without.',
} as const;

const TIMESCALE: Target = {
  ...POSTGRES,
  name: 'timescale',
  summary: 'self-hosted PostgreSQL with TimescaleDB Community Edition, or Tiger Cloud',
  output: 'complete-schema.sql',
  extensions: new Map([...contribIn('public'), ['postgis', 'public'], ['timescaledb', 'public']]),
  timeSeries: 'timescale-community',
  preflight: [TIMESCALE_PREFLIGHT],
};

const TIMESCALE_APACHE: Target = {
  ...TIMESCALE,
  name: 'timescale-apache',
  summary: 'PostgreSQL with the Apache 2 edition of TimescaleDB, as hosted platforms have it',
  output: null,
  timeSeries: 'timescale-apache',
};

/** Supabase keeps extensions out of `public`, which its API exposes. */
const SUPABASE: Target = {
  ...POSTGRES,
  name: 'supabase',
  summary: 'Supabase, by its SQL editor or a connection',
  versions: { min: 15, max: 17 },
  output: 'supabase/complete-schema.sql',
  extensions: new Map([...contribIn('extensions'), ['postgis', 'extensions'], ['vector', 'extensions']]),
  optional: optionalIn('extensions'),
  features: new Set(['auth-users']),
  searchPath: ['public', 'extensions'],
  scheduler: 'pg_cron',
  defaultGrantees: ['anon', 'authenticated', 'service_role'],
  parts: DEFAULT_PARTS,
};

/** A host that takes the very file of `postgres`, until its record says otherwise. */
function host(name: TargetName, summary: string, versions: Target['versions']): Target {
  return { ...POSTGRES, name, summary, versions, output: null };
}

const EMBEDDED: Target = {
  ...POSTGRES,
  name: 'embedded',
  summary: 'the PostgreSQL that comes with the tool (PGlite), for trying out and for development',
  versions: { min: 18, max: 18 },
  optional: new Map(),
  output: null,
  lockBudget: 1500,
};

const SQLITE: Target = {
  ...POSTGRES,
  name: 'sqlite',
  summary: 'SQLite, for prototypes: tables, keys and what it can hold of the checks',
  dialect: 'sqlite',
  output: null,
  optional: new Map(),
};

const PG_MEM: Target = {
  ...SQLITE,
  name: 'pg-mem',
  summary: 'pg-mem, for unit tests of applications',
  dialect: 'pg-mem',
};

export const TARGETS: Readonly<Record<TargetName, Target>> = {
  timescale: TIMESCALE,
  'timescale-apache': TIMESCALE_APACHE,
  postgres: POSTGRES,
  supabase: SUPABASE,
  neon: host('neon', 'Neon', { min: 14, max: 18 }),
  render: host('render', 'Render PostgreSQL', { min: 14, max: 18 }),
  rds: host('rds', 'Amazon RDS for PostgreSQL', { min: 14, max: 18 }),
  aurora: host('aurora', 'Amazon Aurora PostgreSQL', { min: 14, max: 17 }),
  'cloud-sql': host('cloud-sql', 'Google Cloud SQL for PostgreSQL', { min: 14, max: 18 }),
  azure: host('azure', 'Azure Database for PostgreSQL', { min: 14, max: 18 }),
  digitalocean: host('digitalocean', 'DigitalOcean Managed PostgreSQL', { min: 14, max: 18 }),
  heroku: host('heroku', 'Heroku Postgres', { min: 14, max: 17 }),
  railway: host('railway', 'Railway PostgreSQL', { min: 16, max: 18 }),
  planetscale: host('planetscale', 'PlanetScale for Postgres', { min: 17, max: 18 }),
  citus: host('citus', 'PostgreSQL with Citus, spread over several machines', { min: 16, max: 18 }),
  embedded: EMBEDDED,
  sqlite: SQLITE,
  'pg-mem': PG_MEM,
};

export const DEFAULT_TARGET: TargetName = 'timescale';

export function isTargetName(text: string): text is TargetName {
  return Object.hasOwn(TARGETS, text);
}
