/** Neon. */
import { optionalIn } from '../extensions.ts';
import { documented, inferred, NEVER, type Platform } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY =
  'connect as a role that was made in the Neon console, command line or API (a member of neon_superuser), whose extensions page has it';
const EXTENSIONS = 'neondatabase/website content/docs/extensions/pg-extensions.md';
const COMPATIBILITY = 'neondatabase/website content/docs/reference/compatibility.md';
const POOLING = 'neon.com/docs/connect/connection-pooling';

export const neon: Platform = {
  target: {
    ...POSTGRES,
    name: 'neon',
    summary: 'Neon; time series as native partitions',
    output: null,
    extensions: new Map([...POSTGRES.extensions, ['postgis', 'public'], ['vector', 'public']]),
    optional: optionalIn('public', { remedy: REMEDY, target: 'neon' }),
    remedy: REMEDY,
    installers: ['neon_superuser'],
  },
  title: 'Neon',
  recognised: [{ host: '.neon.tech' }, { roles: ['neon_superuser'], settings: ['neon.timeline_id'] }],
  forbids: NEVER,
  versions: documented('14 to 18.', EXTENSIONS),
  connections: documented('0.25 CU 104, 0.5 CU 209, 1 CU 419; 7 of them are reserved.', POOLING),
  locks: inferred('64 is assumed.'),
  editor: null,
  works: [documented('PostGIS and pgvector.', EXTENSIONS)],
  leftOut: [
    documented(
      'TimescaleDB: the Apache 2 edition is there in old versions (2.10.1 on PostgreSQL 14 and 15, 2.13.0 on 16, 2.17.1 on 17), without compression or policies. Time series are native partitions.',
      'neondatabase/website content/docs/extensions/timescaledb.md',
    ),
    documented(
      'pg_cron: for paid plans, by their support, and it stands still while the compute is scaled to zero. `boyfanz-schema maintain` does the work.',
      EXTENSIONS,
    ),
  ],
  connect: [documented('The host without -pooler in its name, with sslmode=require.', POOLING)],
  traps: [
    documented('A role that was made by SQL is no member of neon_superuser and makes no extensions.', COMPATIBILITY),
    documented(
      'Unlogged tables are empty after a restart of the compute. Those of the schema are counters of the last minutes, which any server may lose in a crash.',
      COMPATIBILITY,
    ),
  ],
};
