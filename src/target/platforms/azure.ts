/** Azure Database for PostgreSQL, flexible server. */
import { optionalIn } from '../extensions.ts';
import { documented, NEVER, type Platform, recalled } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = 'add it to the server parameter azure.extensions';
const EXTENSIONS =
  'MicrosoftDocs/azure-databases-docs articles/postgresql/extensions/includes/extensions-tables-by-engine-18.md';
const CONSIDERATIONS =
  'MicrosoftDocs/azure-databases-docs articles/postgresql/extensions/concepts-extensions-considerations.md';

export const azure: Platform = {
  target: {
    ...POSTGRES,
    name: 'azure',
    summary: 'Azure Database for PostgreSQL; time series as native partitions',
    output: null,
    extensions: new Map([...POSTGRES.extensions, ['postgis', 'public'], ['vector', 'public']]),
    optional: optionalIn('public', { remedy: REMEDY, target: 'azure' }),
    remedy: REMEDY,
    installers: 'platform',
    allowList: { setting: 'azure.extensions', whenEmpty: 'none' },
  },
  title: 'Azure Database',
  recognised: [{ host: '.postgres.database.azure.com' }, { roles: ['azure_pg_admin'], settings: ['azure.extensions'] }],
  forbids: [...NEVER, { what: 'comments on extensions', pattern: /^comment on extension\b/ }],
  versions: documented('14 to 18; 11 to 13 ended on 2026-07-31.', 'endoflife.date/azure-database-for-postgresql'),
  connections: recalled('B1ms 50, B2s 429, then by memory; 15 are reserved.'),
  locks: recalled('64, by a server parameter, with a restart.'),
  editor: null,
  works: [documented('PostGIS and pgvector, once they are allowed.', EXTENSIONS)],
  leftOut: [
    documented(
      'TimescaleDB: the Apache 2 edition is there and keeps the server from being upgraded in place. Time series are native partitions.',
      CONSIDERATIONS,
    ),
    documented(
      'pg_cron is there once it is allowed and preloaded, with a restart; until then `boyfanz-schema maintain` from a timer.',
      EXTENSIONS,
    ),
  ],
  connect: [recalled('Port 5432 with TLS. Port 6432 is the built-in PgBouncer in transaction mode: not for `apply`.')],
  traps: [
    documented(
      'Any CREATE EXTENSION fails until the name is in the server parameter azure.extensions: put CITEXT, LTREE, PG_TRGM, BTREE_GIST, POSTGIS and VECTOR there first.',
      CONSIDERATIONS,
    ),
    documented('COMMENT ON EXTENSION fails as well; the file has none.', CONSIDERATIONS),
  ],
};
