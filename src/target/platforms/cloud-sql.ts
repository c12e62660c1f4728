/** Google Cloud SQL. */
import { optionalIn } from '../extensions.ts';
import { documented, inferred, NEVER, type Platform, recalled } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = 'connect as a member of cloudsqlsuperuser, which the user postgres is';
const EXTENSIONS = 'docs.cloud.google.com/sql/docs/postgres/extensions';

export const cloudSql: Platform = {
  target: {
    ...POSTGRES,
    name: 'cloud-sql',
    summary: 'Google Cloud SQL for PostgreSQL; time series as native partitions',
    output: null,
    optional: optionalIn('public', { remedy: REMEDY, target: 'cloud-sql' }),
    remedy: REMEDY,
    installers: ['cloudsqlsuperuser'],
  },
  title: 'Google Cloud SQL',
  recognised: [
    { roles: ['cloudsqlsuperuser', 'cloudsqladmin'] },
    { roles: ['cloudsqlsuperuser'], settings: ['cloudsql.enable_pg_cron'] },
  ],
  forbids: NEVER,
  versions: recalled('14 to 18, and older ones in extended support.'),
  connections: recalled('By memory: 25 (micro), 50 (small), 100 from 3.75 GB on, 200, 400, 500 …'),
  locks: recalled('64, by a flag of the instance.'),
  editor: null,
  works: [recalled('PostGIS and pgvector: `--with postgis,vector`.')],
  leftOut: [
    inferred('TimescaleDB: it is not offered. Time series are native partitions.', 'timescale/timescaledb issue 65'),
    documented(
      'pg_cron is there by the flags cloudsql.enable_pg_cron=on and cron.database_name, and a restart; until then `boyfanz-schema maintain` from Cloud Scheduler or cron.',
      EXTENSIONS,
    ),
  ],
  connect: [recalled('The address of the instance, or the Auth Proxy; not Managed Connection Pooling.')],
  traps: [
    documented('Extensions are made by members of cloudsqlsuperuser only, on the primary.', EXTENSIONS),
    recalled('From PostgreSQL 15 on only its owner creates in the schema public.'),
  ],
};
