/** Maintenance of time partitions, by the functions that the schema brings along: what is due, and doing it. */
import { SCHEDULE_MAINTENANCE } from '../sql/partition.ts';
import { EnvironmentError, type Row, type Session } from './session.ts';

export type MaintenanceAction = 'move' | 'make default' | 'make' | 'drop' | 'drop chunks';

/** One thing to do, or done. */
export interface Maintenance {
  /** `schema.name`, quoted where it has to be. */
  readonly table: string;
  readonly action: MaintenanceAction;
  /** The partition, `null` for chunks of a hypertable. */
  readonly part: string | null;
  /** Rows that are moved, chunks that are dropped; `null` where nobody counts. */
  readonly count: number | null;
  /** Why it was not done. */
  readonly problem: string | null;
}

const PRESENT = `select to_regprocedure('boyfanz.maintain(timestamptz,regclass)') is not null`;

const TABLE = `(select quote_ident(n.nspname) || '.' || quote_ident(c.relname)
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = d.parent_table)`;

const DUE = `select ${TABLE}, d.action, d.part, d.row_count, null
from boyfanz.due_partitions(null, coalesce($1::timestamptz, now())) d`;

const MAINTAIN = `select ${TABLE}, d.action, d.part, d.row_count, d.problem
from boyfanz.maintain(coalesce($1::timestamptz, now()), $2::regclass) d`;

function maintenanceOf([table, action, part, count, problem]: Row): Maintenance {
  return {
    table: table ?? '',
    action: (action ?? '') as MaintenanceAction,
    part: part ?? null,
    count: count === null || count === undefined ? null : Number(count),
    problem: problem ?? null,
  };
}

/**
 * What is due at a time; `null` for now, by the clock of the server. Changes nothing.
 *
 * @throws DatabaseError; EnvironmentError where the schema has not been applied
 */
export async function dueMaintenance(session: Session, at: string | null): Promise<readonly Maintenance[]> {
  const [row] = await session.query(PRESENT);
  if (row?.[0] !== 't') {
    throw new EnvironmentError(
      `${session.description} does not have the function boyfanz.maintain.`,
      'Run boyfanz-schema apply first.',
    );
  }
  return (await session.query(DUE, [at])).map(maintenanceOf);
}

/**
 * Lets the scheduler of the database run maintenance, where the schema has been applied and a scheduler is there.
 *
 * @returns what became of it, in words; `null` where there is nothing to schedule
 * @throws DatabaseError
 */
export async function scheduleMaintenance(session: Session): Promise<string | null> {
  const [there] = await session.query(`select to_regprocedure('boyfanz.schedule_maintenance()') is not null`);
  if (there?.[0] !== 't') return null;
  const [row] = await session.query(SCHEDULE_MAINTENANCE);
  return row?.[0] ?? null;
}

/** In one transaction of its own, so that what it locks is free again before the next table. @throws DatabaseError */
export async function maintainTable(
  session: Session,
  table: string,
  at: string | null,
): Promise<readonly Maintenance[]> {
  return (await session.query(MAINTAIN, [at, table])).map(maintenanceOf);
}
