/** Every target there is. A new platform is a record in platforms/, and one line here and in platform-list.ts. */
import { PLATFORMS } from './platform-list.ts';
import type { Target, TargetName } from './target.ts';

export const TARGETS: Readonly<Record<TargetName, Target>> = {
  timescale: PLATFORMS.timescale.target,
  'timescale-apache': PLATFORMS['timescale-apache'].target,
  postgres: PLATFORMS.postgres.target,
  supabase: PLATFORMS.supabase.target,
  neon: PLATFORMS.neon.target,
  render: PLATFORMS.render.target,
  rds: PLATFORMS.rds.target,
  aurora: PLATFORMS.aurora.target,
  'cloud-sql': PLATFORMS['cloud-sql'].target,
  azure: PLATFORMS.azure.target,
  digitalocean: PLATFORMS.digitalocean.target,
  heroku: PLATFORMS.heroku.target,
  railway: PLATFORMS.railway.target,
  planetscale: PLATFORMS.planetscale.target,
  citus: PLATFORMS.citus.target,
  embedded: PLATFORMS.embedded.target,
  sqlite: PLATFORMS.sqlite.target,
  'pg-mem': PLATFORMS['pg-mem'].target,
};

export const DEFAULT_TARGET: TargetName = 'timescale';

export function isTargetName(text: string): text is TargetName {
  return Object.hasOwn(TARGETS, text);
}
