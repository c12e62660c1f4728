/** Supabase. It keeps extensions out of `public`, which its API exposes. */
import { contribIn, optionalIn } from '../extensions.ts';
import { DEFAULT_PARTS } from '../parts.ts';
import { documented, inferred, NEVER, type Platform, recalled } from '../platform.ts';
import type { Target } from '../target.ts';
import { POSTGRES } from './postgres.ts';

const REMEDY = 'switch it on under Database, Extensions in the dashboard, in the schema extensions';

const ROLES = ['anon', 'authenticated', 'service_role'] as const;

const SUPABASE: Target = {
  ...POSTGRES,
  name: 'supabase',
  summary: 'Supabase, by its SQL editor or a connection',
  versions: { min: 15, max: 17 },
  output: 'supabase/complete-schema.sql',
  extensions: new Map([...contribIn('extensions'), ['postgis', 'extensions'], ['vector', 'extensions']]),
  optional: optionalIn('extensions', { remedy: REMEDY, target: 'supabase' }),
  features: new Set(['auth-users']),
  searchPath: ['public', 'extensions'],
  remedy: REMEDY,
  installers: 'platform',
  defaultGrantees: ROLES,
  roles: {
    anonymous: 'anon',
    member: 'authenticated',
    // A claim `role` of the token says it: PostgREST takes that role, which the hook for access tokens may set.
    staff: 'boyfanz_staff',
    service: 'service_role',
    made: ['boyfanz_staff'],
    serviceIsBound: false,
  },
  size: 'small',
  parts: DEFAULT_PARTS,
};

const CONNECTING = 'supabase.com/docs/guides/database/connecting-to-postgres';

export const supabase: Platform = {
  target: SUPABASE,
  title: 'Supabase',
  recognised: [
    { roles: ROLES, functions: ['auth.uid'] },
    { host: '.supabase.co', roles: ROLES },
    { host: '.pooler.supabase.com', roles: ROLES },
  ],
  forbids: NEVER,
  versions: documented(
    '15 for older projects, 17 for new ones; 14 is retired, 18 was not seen.',
    'supabase/postgres README',
  ),
  connections: documented(
    'Nano and Micro 60, Small 90, Medium 120, Large 160, XL 240.',
    'supabase/supabase apps/docs/content/guides/platform/compute-and-disk.mdx',
  ),
  locks: inferred('64, to be changed by its command line only.', 'supabase/postgres postgresql.conf.j2'),
  editor: documented(
    '1,027,604 bytes and about 50 seconds for each run.',
    'supabase/supabase apps/studio/data/sql/execute-sql.ts',
  ),
  works: [
    documented('PostGIS, pgvector and pg_cron.', 'supabase/postgres supautils.conf.j2'),
    inferred('Everything as the role postgres, which is no superuser.', 'supabase/postgres supautils.conf.j2'),
  ],
  leftOut: [
    documented(
      'TimescaleDB: PostgreSQL 15 has an old Apache 2 build of it, 17 has none. Time series are native partitions.',
      'supabase/supabase apps/docs/content/guides/database/extensions/timescaledb.mdx',
    ),
  ],
  connect: [
    documented(
      'The direct connection, db.PROJECT.supabase.co:5432, which is IPv6 unless you buy the IPv4 address.',
      CONNECTING,
    ),
    documented('Or the session pooler, *.pooler.supabase.com:5432, which is IPv4.', CONNECTING),
    documented('Not the transaction pooler on port 6543.', CONNECTING),
  ],
  traps: [
    documented(
      'New tables in public carry no grants for anon, authenticated and service_role: for new projects since 2026-05-30, for all since 2026-10-30.',
      'supabase.com/changelog/45329',
    ),
    documented('pg_cron lives in the schema pg_catalog and nowhere else.', 'supabase/postgres supautils.conf.j2'),
    recalled('TLS is supported, and enforced where the project says so.'),
  ],
};
