/** Which target a live server is, asked without making anything. */
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import type { Session } from './session.ts';

export interface Probed {
  readonly target: Target;
  /** Why, for people. */
  readonly reason: string;
}

/** An extension counts when it is there, or could be made: on the disk and, where it needs that, preloaded. */
const PROBE = `
select exists (select from pg_catalog.pg_extension where extname = 'timescaledb')
  or (exists (select from pg_catalog.pg_available_extensions where name = 'timescaledb')
    and exists (select from pg_catalog.pg_settings where name = 'timescaledb.max_background_workers'))`;

export async function probeTarget(session: Session): Promise<Probed> {
  const [row] = await session.query(PROBE);
  return row?.[0] === 't'
    ? { target: TARGETS[DEFAULT_TARGET], reason: 'TimescaleDB is installed and preloaded' }
    : { target: TARGETS.postgres, reason: 'TimescaleDB is not installed or not preloaded' };
}
