/** DigitalOcean Managed PostgreSQL. */
import { optionalIn } from '../extensions.ts';
import { documented, inferred, NEVER, type Platform, recalled } from '../platform.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = "connect as doadmin, and look for it in DigitalOcean's list of supported extensions";
const LIMITS = 'docs.digitalocean.com/products/databases/postgresql/details/limits/';

export const digitalocean: Platform = {
  target: {
    ...POSTGRES,
    name: 'digitalocean',
    summary: 'DigitalOcean Managed PostgreSQL; time series as native partitions',
    output: null,
    optional: optionalIn('public', { remedy: REMEDY, target: 'digitalocean' }),
    remedy: REMEDY,
    installers: 'platform',
  },
  title: 'DigitalOcean',
  recognised: [{ host: '.db.ondigitalocean.com' }, { roles: ['doadmin'], settings: ['extwlist.extensions'] }],
  forbids: NEVER,
  versions: documented('13 to 18.', LIMITS),
  connections: documented('1 GB 22, 2 GB 47, 4 GB 97, 8 GB 197, 16 GB 397.', LIMITS),
  locks: recalled('64, by its API.'),
  editor: null,
  works: [recalled('PostGIS and pgvector: `--with postgis,vector`.')],
  leftOut: [
    documented(
      'TimescaleDB: the Apache 2 edition, by a statement of 2021, without compression or policies. Time series are native partitions.',
      'timescale/docs.timescale.com-content PR 691',
    ),
    recalled('pg_cron is said to be there; `boyfanz-schema maintain` from cron does not need it.'),
  ],
  connect: [recalled('Port 25060 with sslmode=require. Port 25061 is a connection pool: not for `apply`.')],
  traps: [
    documented('There is no superuser; doadmin is the administrator.', LIMITS),
    inferred('Extensions are made by doadmin, from the list in extwlist.extensions.'),
    recalled(
      'From PostgreSQL 15 on a user who was made in the panel cannot create in the schema public of defaultdb until doadmin says `grant create on schema public to USER`.',
    ),
  ],
};
