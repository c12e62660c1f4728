/** TimescaleDB in its two editions. */
import { contribIn } from '../extensions.ts';
import { documented, measured, NEVER, type Platform, recalled } from '../platform.ts';
import type { Target } from '../target.ts';
import { POSTGRES } from './postgres.ts';

const PREFLIGHT = {
  extension: 'timescaledb',
  preloadedSetting: 'timescaledb.max_background_workers',
  message:
    'This file needs TimescaleDB, and this server does not have it installed and preloaded: add timescaledb to shared_preload_libraries and restart, or load dist-sql/postgres/complete-schema.sql, which does without.',
  setting: null,
} as const;

const COMMUNITY_PREFLIGHT = {
  ...PREFLIGHT,
  setting: {
    name: 'timescaledb.license',
    value: 'timescale',
    message:
      'This file needs the Community edition of TimescaleDB, and this server runs the Apache edition: set timescaledb.license = timescale and restart, or write a file without compression and continuous aggregates (boyfanz-schema build --target timescale-apache), or load dist-sql/postgres/complete-schema.sql.',
  },
} as const;

const CHANGELOG = 'timescale/timescaledb CHANGELOG.md';

const TIMESCALE: Target = {
  ...POSTGRES,
  name: 'timescale',
  summary: 'self-hosted PostgreSQL with TimescaleDB Community Edition, or Tiger Cloud',
  output: 'complete-schema.sql',
  extensions: new Map([...contribIn('public'), ['postgis', 'public'], ['timescaledb', 'public']]),
  timeSeries: 'timescale-community',
  preflight: [COMMUNITY_PREFLIGHT],
};

export const timescale: Platform = {
  target: TIMESCALE,
  title: 'TimescaleDB Community, Tiger Cloud',
  recognised: [{ extensions: ['timescaledb'] }, { available: ['timescaledb'], settings: [PREFLIGHT.preloadedSetting] }],
  forbids: NEVER,
  versions: documented(
    'TimescaleDB 2.19 is the last for PostgreSQL 14, 2.28 for 15; the current line needs 16 or newer.',
    CHANGELOG,
  ),
  connections: recalled('100 by default; by size of the service on Tiger Cloud.'),
  locks: recalled('timescaledb-tune raises them to 256 and more.'),
  editor: null,
  works: [
    measured('Hypertables with retention, compression and continuous aggregates, kept by jobs of TimescaleDB itself.'),
    documented('PostGIS and pgvector on Tiger Cloud.', 'tigerdata.com/docs/use-timescale/latest/extensions'),
  ],
  leftOut: [
    measured('Row-level security on a compressed hypertable: such a table is for service and staff only.'),
    measured('Foreign keys from one hypertable to another.'),
  ],
  connect: [recalled('Tiger Cloud: the URL of the service, with TLS, as tsdbadmin.')],
  traps: [
    measured(
      'CREATE EXTENSION timescaledb on a server that has not preloaded it ends the session with a FATAL: the file and `apply` ask first.',
    ),
    measured('Its licence shows only once it is made: `apply` takes a server that could make it for Community.'),
  ],
};

const TIMESCALE_APACHE: Target = {
  ...TIMESCALE,
  name: 'timescale-apache',
  summary: 'PostgreSQL with the Apache 2 edition of TimescaleDB, as hosted platforms have it',
  output: null,
  timeSeries: 'timescale-apache',
  preflight: [PREFLIGHT],
};

export const timescaleApache: Platform = {
  ...timescale,
  target: TIMESCALE_APACHE,
  title: 'TimescaleDB, Apache 2 edition',
  connections: recalled('As many as the server or the plan of the host has.'),
  locks: recalled('64 for each connection, unless somebody has raised them: every chunk takes some.'),
  recognised: [
    { extensions: ['timescaledb'], license: 'apache' },
    { available: ['timescaledb'], settings: [PREFLIGHT.preloadedSetting], license: 'apache' },
  ],
  forbids: [
    ...NEVER,
    {
      what: 'policies, columnstore and continuous aggregates of the Community edition',
      pattern:
        /\b(add_(retention|compression|columnstore|continuous_aggregate)_policy|add_job|timescaledb\.(compress|enable_columnstore|continuous))\b/,
    },
  ],
  works: [measured('Hypertables, drop_chunks and time_bucket.')],
  leftOut: [
    measured(
      'Compression, retention policies, continuous aggregates and jobs: the Apache 2 edition refuses them with 0A000. `boyfanz-schema maintain` drops old chunks instead.',
    ),
  ],
  connect: [],
  traps: [
    documented(
      'Azure, DigitalOcean, Neon, PlanetScale, Render and Supabase have this edition, mostly in old versions; their own targets use native partitions, and this one is chosen by name.',
      'timescale/docs.timescale.com-content PR 691 and the pages of these platforms',
    ),
  ],
};
