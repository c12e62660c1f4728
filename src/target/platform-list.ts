/** What is known of each platform, in the order in which it is shown. */
import type { Platform } from './platform.ts';
import { aurora, rds } from './platforms/amazon.ts';
import { azure } from './platforms/azure.ts';
import { citus } from './platforms/citus.ts';
import { cloudSql } from './platforms/cloud-sql.ts';
import { digitalocean } from './platforms/digitalocean.ts';
import { embedded } from './platforms/embedded.ts';
import { heroku } from './platforms/heroku.ts';
import { neon } from './platforms/neon.ts';
import { planetscale } from './platforms/planetscale.ts';
import { postgres } from './platforms/postgres.ts';
import { railway } from './platforms/railway.ts';
import { render } from './platforms/render.ts';
import { pgMem, sqlite } from './platforms/sqlite.ts';
import { supabase } from './platforms/supabase.ts';
import { timescale, timescaleApache } from './platforms/timescale.ts';
import type { TargetName } from './target.ts';

export const PLATFORMS: Readonly<Record<TargetName, Platform>> = {
  timescale,
  'timescale-apache': timescaleApache,
  postgres,
  supabase,
  neon,
  render,
  rds,
  aurora,
  'cloud-sql': cloudSql,
  azure,
  digitalocean,
  heroku,
  railway,
  planetscale,
  citus,
  embedded,
  sqlite,
  'pg-mem': pgMem,
};

/**
 * The order in which a server is asked what it is: what must not be taken for something else first. Supabase is itself with
 * any extension, TimescaleDB is more than the host it runs on, and Aurora has the roles of RDS.
 */
export const PROBE_ORDER: readonly TargetName[] = [
  'supabase',
  'citus',
  'timescale-apache',
  'timescale',
  'neon',
  'render',
  'aurora',
  'rds',
  'cloud-sql',
  'azure',
  'digitalocean',
  'heroku',
  'railway',
  'planetscale',
];
