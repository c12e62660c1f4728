/** PostgreSQL as it is, and what every target takes over from it. */
import { contribIn, optionalIn } from '../extensions.ts';
import { documented, inferred, measured, NEVER, type Platform } from '../platform.ts';
import type { Roles, Target } from '../target.ts';

const OUR_ROLES: Roles = {
  anonymous: 'boyfanz_anonymous',
  member: 'boyfanz_member',
  staff: 'boyfanz_staff',
  service: 'boyfanz_service',
  made: ['boyfanz_anonymous', 'boyfanz_member', 'boyfanz_staff', 'boyfanz_service'],
  serviceIsBound: true,
};

export const POSTGRES: Target = {
  name: 'postgres',
  summary: 'any PostgreSQL with its contrib modules; time series as native partitions',
  dialect: 'postgresql',
  versions: { min: 14, max: 18 },
  output: 'postgres/complete-schema.sql',
  extensions: new Map(contribIn('public')),
  optional: optionalIn('public', { remedy: 'install it' }),
  features: new Set(),
  searchPath: ['public'],
  timeSeries: 'native',
  scaleOut: null,
  scheduler: 'pg_cron',
  remedy: 'install it',
  installers: [],
  allowList: null,
  preflight: [],
  defaultGrantees: [],
  roles: OUR_ROLES,
  lockBudget: 3000,
  parts: null,
  size: 'standard',
  profile: 'production',
};

export const postgres: Platform = {
  target: POSTGRES,
  title: 'any PostgreSQL',
  recognised: [],
  forbids: NEVER,
  versions: documented(
    '14 to 18 are supported by the community; 14 until 2026-11-12.',
    'postgresql.org, versioning policy',
  ),
  connections: measured('100 by default.'),
  locks: measured(
    '64 for each connection by default: `max_locks_per_transaction`. A transaction of ours takes 3,000 at most.',
  ),
  editor: null,
  works: [
    measured('Everything but hypertables: time series are native partitions of the same intervals.'),
    inferred('PostGIS and pgvector where their packages are installed: `--with postgis`, `--with vector`.'),
    inferred('Rolling partitions by `boyfanz-schema maintain` from cron, or by pg_cron where you install it.'),
  ],
  leftOut: [inferred('Columnstore and continuous aggregates, which only TimescaleDB Community has.')],
  connect: [inferred('The server itself, not a pooler before it.')],
  traps: [
    measured('The owner of the database may make citext, ltree, pg_trgm and btree_gist; PostGIS needs a superuser.'),
    documented(
      'From PostgreSQL 15 on only the owner of the database may create in the schema public: `grant create on schema public to ROLE`.',
      'PostgreSQL 15 release notes',
    ),
  ],
};
