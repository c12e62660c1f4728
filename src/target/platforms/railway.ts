/** Railway. */
import { optionalIn } from '../extensions.ts';
import { documented, inferred, NEVER, type Platform } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = "deploy Railway's template that has it, since the default one is the plain PostgreSQL image";
const POSTGRESQL = 'railwayapp/docs content/docs/databases/postgresql.md';
const PGBOUNCER = 'railwayapp/docs content/docs/databases/postgresql-pgbouncer.md';

export const railway: Platform = {
  target: {
    ...POSTGRES,
    name: 'railway',
    summary: 'Railway PostgreSQL, its default template; time series as native partitions',
    versions: { min: 16, max: 18 },
    output: null,
    scheduler: null,
    optional: optionalIn('public', { remedy: REMEDY, target: 'railway' }),
    remedy: REMEDY,
  },
  title: 'Railway',
  recognised: [{ host: '.rlwy.net' }, { host: '.railway.internal' }],
  forbids: NEVER,
  versions: documented('The tag of the official image that the template names: 16, 17 or 18.', POSTGRESQL),
  connections: inferred('100, the default of the image.', POSTGRESQL),
  locks: inferred('64, and ALTER SYSTEM is allowed.', POSTGRESQL),
  editor: null,
  works: [
    documented('Everything in contrib, as a superuser.', POSTGRESQL),
    documented(
      'TimescaleDB Community by its own template: take the target `timescale` there. PostGIS and pgvector have templates, too.',
      POSTGRESQL,
    ),
  ],
  leftOut: [
    documented(
      'TimescaleDB, PostGIS, pgvector and pg_cron in the default template. `boyfanz-schema maintain` as a cron service.',
      POSTGRESQL,
    ),
  ],
  connect: [
    documented(
      'DATABASE_PUBLIC_URL, or DATABASE_URL within the project; once a PgBouncer was added, DATABASE_UNPOOLED_URL or DATABASE_PUBLIC_UNPOOLED_URL.',
      PGBOUNCER,
    ),
  ],
  traps: [
    documented(
      'Containers have 64 MB of shared memory, so that large indexes may fail to build in parallel: RAILWAY_SHM_SIZE_BYTES.',
      POSTGRESQL,
    ),
  ],
};
