/** PlanetScale for Postgres. */
import { optionalIn } from '../extensions.ts';
import { documented, inferred, NEVER, type Platform } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = 'switch it on under Clusters, Extensions in the PlanetScale dashboard, where it is offered';
const EXTENSIONS = 'planetscale.com/docs/postgres/extensions (2026-08-03)';
const CONNECTING = 'planetscale.com/docs/postgres/connecting';

export const planetscale: Platform = {
  target: {
    ...POSTGRES,
    name: 'planetscale',
    summary: 'PlanetScale for Postgres; time series as native partitions',
    versions: { min: 17, max: 18 },
    output: null,
    extensions: new Map([...POSTGRES.extensions, ['vector', 'public']]),
    optional: optionalIn('public', { remedy: REMEDY, target: 'planetscale' }),
    remedy: REMEDY,
    installers: 'platform',
  },
  title: 'PlanetScale for Postgres',
  recognised: [{ host: '.pg.psdb.cloud' }, { schemas: ['pscale_extensions'], settings: ['extwlist.extensions'] }],
  forbids: NEVER,
  versions: documented('17 and 18.', 'planetscale.com/docs/postgres/postgres-compatibility'),
  connections: inferred('By the size of the cluster.'),
  locks: inferred('64 is assumed.'),
  editor: null,
  works: [
    documented(
      'All foreign keys, triggers and partitions: the limits that people know are those of PlanetScale for MySQL.',
      'planetscale.com/docs/postgres/postgres-compatibility',
    ),
    documented('pgvector.', EXTENSIONS),
  ],
  leftOut: [
    documented(
      'PostGIS: listed, and switched off for the time being on 2026-08-03. `--with postgis` once it is back.',
      EXTENSIONS,
    ),
    documented(
      'TimescaleDB: the Apache 2 edition (2.21.3 on 17, 2.23.1 on 18) by the dashboard and a restart, without compression or policies. Time series are native partitions; `--target timescale-apache --without postgis` has hypertables.',
      'planetscale.com/docs/postgres/extensions/timescaledb',
    ),
    documented('pg_cron: by the dashboard and a restart; until then `boyfanz-schema maintain` from cron.', EXTENSIONS),
  ],
  connect: [
    inferred('Port 5432, with TLS.', CONNECTING),
    documented('Not port 6432, which is a PgBouncer.', CONNECTING),
  ],
  traps: [
    documented('pg_strict may refuse UPDATE and DELETE without WHERE in your own scripts.', EXTENSIONS),
    documented('Extensions that need a restart are made by the dashboard only.', EXTENSIONS),
  ],
};
