/** Render. */
import { optionalIn } from '../extensions.ts';
import { documented, inferred, NEVER, type Platform, recalled } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = "make a database of a newer version: Render's list of extensions is by version";
const EXTENSIONS = 'render.com/docs/postgresql-extensions';

export const render: Platform = {
  target: {
    ...POSTGRES,
    name: 'render',
    summary: 'Render PostgreSQL; time series as native partitions',
    output: null,
    scheduler: null,
    extensions: new Map([...POSTGRES.extensions, ['postgis', 'public'], ['vector', 'public']]),
    optional: optionalIn('public', { remedy: REMEDY, target: 'render' }),
    remedy: REMEDY,
    installers: 'platform',
  },
  title: 'Render',
  recognised: [{ host: '-postgres.render.com' }],
  forbids: NEVER,
  versions: documented('11 to 18.', 'api-evangelist/render render-postgresversion-schema.json'),
  connections: recalled('97 below 8 GB of memory, 197 with 8 GB, 397 from 16 GB on.'),
  locks: inferred('64 is assumed.'),
  editor: null,
  works: [documented('PostGIS and pgvector, made by the user of the database.', EXTENSIONS)],
  leftOut: [
    documented(
      'TimescaleDB: the Apache 2 edition is there, without compression, policies or continuous aggregates, so that it would do less than native partitions, which are used.',
      EXTENSIONS,
    ),
    documented('pg_cron and pg_partman: `boyfanz-schema maintain` as a cron job of Render.', EXTENSIONS),
  ],
  connect: [
    recalled(
      'The external URL, with TLS, or the internal one from a service in the same region. There is no pooler before it.',
    ),
  ],
  traps: [
    recalled('The internal host name has no domain, so that `apply` takes it for `postgres`; add `--target render`.'),
  ],
};
