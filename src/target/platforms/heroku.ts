/** Heroku Postgres. */
import { optionalIn } from '../extensions.ts';
import { documented, inferred, NEVER, type Platform, recalled } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = 'take a plan that has it: `heroku pg:info` and the page on extensions say which do';

export const heroku: Platform = {
  target: {
    ...POSTGRES,
    name: 'heroku',
    summary: 'Heroku Postgres; time series as native partitions',
    versions: { min: 14, max: 17 },
    output: null,
    scheduler: null,
    // Its credentials cannot make roles.
    roles: null,
    optional: optionalIn('public', { remedy: REMEDY, target: 'heroku' }),
    remedy: REMEDY,
    installers: 'platform',
  },
  title: 'Heroku',
  recognised: [{ schemas: ['heroku_ext'], settings: ['extwlist.extensions'] }],
  forbids: [...NEVER, { what: 'CREATE ROLE, which its credentials may not do', pattern: /^create role\b/ }],
  versions: recalled('14 to 17; 18 is on its way.'),
  connections: recalled('Essential 20, Standard-0 120, Standard-2 400, larger ones 500.'),
  locks: inferred('64 is assumed.'),
  editor: null,
  works: [recalled('PostGIS, and pgvector from the Standard plans on: `--with postgis,vector`.')],
  leftOut: [
    recalled('TimescaleDB: it is not offered. Time series are native partitions.'),
    recalled(
      'Roles, and with them row security for others than the owner: CREATE ROLE is refused, so an application connects as the owner and filters itself. With credentials of those names, from a Standard plan on, take `--target postgres`.',
    ),
    recalled('pg_cron: `boyfanz-schema maintain` by Heroku Scheduler.'),
  ],
  connect: [
    recalled('DATABASE_URL, with sslmode=require (its certificate is its own). Not DATABASE_CONNECTION_POOL_URL.'),
  ],
  traps: [
    documented(
      'Databases from before 2023-07-10 keep extensions in the schema heroku_ext: an extension that is there already is used only from public.',
      'devcenter.heroku.com/changelog-items/2646',
    ),
    documented(
      'Only listed extensions can be made: extwlist.extensions, and rds.allowed_extensions on Essential plans.',
      'heroku CLI, its tests',
    ),
    inferred(
      'A new database shows nothing that tells it from others, so that `apply` may take it for `postgres` or `rds`; the SQL is the same, and `--target heroku` settles it.',
    ),
  ],
};
