/**
 * What apply has run on a database: a row for each plan (step 0) and for each transaction of it, written in that
 * transaction. It tells people what happened; what is true is always read from the catalog.
 */
import type { Session } from './session.ts';

export const LEDGER_TABLE = 'boyfanz.apply_ledger';

const CREATE = `
create schema if not exists boyfanz;
create table if not exists ${LEDGER_TABLE} (
  id bigint generated always as identity primary key,
  plan_hash text not null,
  step integer not null,
  steps integer not null,
  sql_hash text not null,
  tool_version text not null,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz
);
comment on table ${LEDGER_TABLE} is 'What boyfanz-schema apply has run here: step 0 is a plan, the others are its transactions.';
revoke all on ${LEDGER_TABLE} from public;
`;

export interface UnfinishedPlan {
  readonly startedAt: string;
  readonly done: number;
  readonly steps: number;
}

/** Makes the ledger where it is missing. @throws DatabaseError */
export async function openLedger(session: Session): Promise<void> {
  await session.execute(`begin; set local client_min_messages = warning; ${CREATE} commit;`);
}

/** The newest plan, when it did not come to its end. Makes nothing. */
export async function findUnfinishedPlan(session: Session): Promise<UnfinishedPlan | null> {
  const [there] = await session.query(`select to_regclass('${LEDGER_TABLE}')`);
  if (there?.[0] === null) return null;
  const [row] = await session.query(`
    select to_char(p.started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), p.steps,
      (select count(*) from ${LEDGER_TABLE} s where s.plan_hash = p.plan_hash and s.step > 0 and s.id > p.id)
    from ${LEDGER_TABLE} p
    where p.step = 0 and p.finished_at is null and p.id = (select max(id) from ${LEDGER_TABLE} where step = 0)`);
  if (row === undefined) return null;
  return { startedAt: row[0] ?? '', steps: Number(row[1]), done: Number(row[2]) };
}

/** @returns the plan's id in the ledger */
export async function startPlan(
  session: Session,
  planHash: string,
  steps: number,
  toolVersion: string,
): Promise<string> {
  const [row] = await session.query(
    `insert into ${LEDGER_TABLE} (plan_hash, step, steps, sql_hash, tool_version) values ($1, 0, $2, $1, $3) returning id`,
    [planHash, String(steps), toolVersion],
  );
  return row?.[0] ?? '';
}

/** To be called in the transaction of the step. */
export async function recordStep(
  session: Session,
  plan: { readonly hash: string; readonly steps: number; readonly toolVersion: string },
  step: number,
  sqlHash: string,
): Promise<void> {
  await session.query(
    `insert into ${LEDGER_TABLE} (plan_hash, step, steps, sql_hash, tool_version, started_at, finished_at)
     values ($1, $2, $3, $4, $5, transaction_timestamp(), clock_timestamp())`,
    [plan.hash, String(step), String(plan.steps), sqlHash, plan.toolVersion],
  );
}

/** Plans that died before are closed with it: what they left undone was in this one. */
export async function finishPlan(session: Session): Promise<void> {
  await session.query(
    `update ${LEDGER_TABLE} set finished_at = clock_timestamp() where step = 0 and finished_at is null`,
  );
}
