/**
 * What apply has run on a database: a row for each plan (step 0) and for each transaction of it, written in that
 * transaction. It tells people what happened; what is true is always read from the catalog.
 */
import { lockTransaction } from './apply-lock.ts';
import { Overtaken } from './overtaken.ts';
import { rollbackAfter } from './rolled-back.ts';
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

/** Number of the newest entry; `null`: there is none, or no ledger. */
export type LedgerMark = string | null;

export interface UnfinishedPlan {
  readonly id: string;
  readonly startedAt: string;
  readonly done: number;
  readonly steps: number;
}

async function isThere(session: Session): Promise<boolean> {
  const [row] = await session.query(`select to_regclass('${LEDGER_TABLE}')`);
  return row?.[0] !== null;
}

/** Waits for other applies as it begins, so that two do not make the ledger at a time. */
async function inTransaction<T>(session: Session, work: () => Promise<T>): Promise<T> {
  try {
    await session.execute(`begin; set local client_min_messages = warning; set local lock_timeout = '3s'`);
    await lockTransaction(session, 0);
    const result = await work();
    await session.execute('commit');
    return result;
  } catch (error) {
    await rollbackAfter(session, error);
    throw error;
  }
}

/** Makes the ledger where it is missing. @throws Overtaken, DatabaseError */
export async function openLedger(session: Session): Promise<void> {
  await inTransaction(session, () => session.execute(CREATE));
}

/** Where the ledger is now; to be read before what a plan is made from. Makes nothing. */
export async function ledgerMark(session: Session): Promise<LedgerMark> {
  if (!(await isThere(session))) return null;
  const [row] = await session.query(`select max(id) from ${LEDGER_TABLE}`);
  return row?.[0] ?? null;
}

/**
 * In a transaction: keeps others out until its end, and sees to it that nobody else has applied anything since.
 *
 * @throws Overtaken
 */
export async function takeTurn(session: Session, since: LedgerMark, committed: number): Promise<void> {
  await lockTransaction(session, committed);
  const [row] = await session.query(`select max(id) from ${LEDGER_TABLE}`);
  if ((row?.[0] ?? null) !== since) throw new Overtaken(committed);
}

/** The newest plan, when it did not come to its end. Makes nothing. */
export async function findUnfinishedPlan(session: Session): Promise<UnfinishedPlan | null> {
  if (!(await isThere(session))) return null;
  const [row] = await session.query(`
    select p.id, to_char(p.started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS "UTC"'), p.steps,
      (select count(*) from ${LEDGER_TABLE} s where s.plan_hash = p.plan_hash and s.step > 0 and s.id > p.id)
    from ${LEDGER_TABLE} p
    where p.step = 0 and p.finished_at is null and p.id = (select max(id) from ${LEDGER_TABLE} where step = 0)`);
  if (row === undefined) return null;
  return { id: row[0] ?? '', startedAt: row[1] ?? '', steps: Number(row[2]), done: Number(row[3]) };
}

/**
 * @param since where the ledger was before the plan was made
 * @returns the plan's id in the ledger
 * @throws Overtaken
 */
export async function startPlan(
  session: Session,
  planHash: string,
  steps: number,
  toolVersion: string,
  since: LedgerMark,
): Promise<string> {
  return await inTransaction(session, async () => {
    await takeTurn(session, since, 0);
    const [row] = await session.query(
      `insert into ${LEDGER_TABLE} (plan_hash, step, steps, sql_hash, tool_version) values ($1, 0, $2, $1, $3) returning id`,
      [planHash, String(steps), toolVersion],
    );
    return row?.[0] ?? '';
  });
}

/** To be called in the transaction of the step. @returns its id in the ledger */
export async function recordStep(
  session: Session,
  plan: { readonly hash: string; readonly steps: number; readonly toolVersion: string },
  step: number,
  sqlHash: string,
): Promise<string> {
  const [row] = await session.query(
    `insert into ${LEDGER_TABLE} (plan_hash, step, steps, sql_hash, tool_version, started_at, finished_at)
     values ($1, $2, $3, $4, $5, transaction_timestamp(), clock_timestamp()) returning id`,
    [plan.hash, String(step), String(plan.steps), sqlHash, plan.toolVersion],
  );
  return row?.[0] ?? '';
}

/** Plans that died before this one are closed with it: what they left undone was in this one. */
export async function finishPlan(session: Session, id: string): Promise<void> {
  await session.query(
    `update ${LEDGER_TABLE} set finished_at = clock_timestamp() where step = 0 and finished_at is null and id <= $1`,
    [id],
  );
}
