/**
 * Runs a Plan: statements in batches, transactions as the plan cuts them, each recorded in the ledger as it commits. What
 * has committed stays; the next apply finds it in the catalog and goes on from there.
 */
import { createHash } from 'node:crypto';
import type { Ident } from '../model/name.ts';
import type { Plan, Step, Transaction } from '../plan/plan.ts';
import { localSettings } from '../plan/session-settings.ts';
import type { Sql } from '../sql/text.ts';
import { cancelledOnRequest } from './cancelled-on-request.ts';
import { planHash } from './compare.ts';
import { Interrupted } from './interrupted.ts';
import { finishPlan, type LedgerMark, ledgerMark, recordStep, startPlan, takeTurn } from './ledger.ts';
import { Overtaken } from './overtaken.ts';
import { pause } from './pause.ts';
import { DatabaseError, type Session } from './session.ts';

export interface RunSettings {
  readonly toolVersion: string;
  /** How long a statement may wait for a lock before its transaction is given up and tried again. */
  readonly lockTimeoutMs: number;
  /** Called after each batch with the number of statements done. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called before a transaction is tried again because it did not get a lock. */
  readonly onRetry: (attempt: number, waitMs: number) => void;
  /** Asks to stop: the statement under way is cancelled where the session can, and its transaction rolled back. */
  readonly signal: AbortSignal;
  /** Of the target; `public` alone unless said. */
  readonly searchPath?: readonly Ident[];
  /** Where the ledger was before the plan was made; as it is now unless said. */
  readonly since?: LedgerMark;
}

/** A statement that the server refused. */
export class StatementError extends Error {
  readonly step: Step;
  readonly statement: Sql;
  readonly database: DatabaseError;
  readonly committed: number;

  constructor(step: Step, statement: Sql, database: DatabaseError, committed: number) {
    super(database.message, { cause: database });
    this.name = 'StatementError';
    this.step = step;
    this.statement = statement;
    this.database = database;
    this.committed = committed;
  }
}

/** Round trips cost more than parsing: about 100 statements at a time is where it levels off (docs/benchmarks.md). */
const BATCH_SIZE = 100;

const LOCK_NOT_AVAILABLE = '55P03';
const QUERY_CANCELED = '57014';
const RETRY_WAITS_MS = [1000, 2000, 4000, 8000, 15_000];

interface Item {
  readonly step: Step;
  readonly statement: Sql;
}

function itemsOf(transaction: Transaction): readonly Item[] {
  return transaction.steps.flatMap((step) => step.statements.map((statement) => ({ step, statement })));
}

function script(statements: readonly string[]): string {
  return statements.map((statement) => `${statement};\n`).join('');
}

function beginScript(settings: RunSettings, isLast: boolean): string {
  return script([
    'begin',
    ...localSettings(settings.searchPath),
    `set local lock_timeout = ${settings.lockTimeoutMs}`,
    // Until the last commit a crash of the server loses only what the next apply makes again.
    ...(isLast ? [] : ['set local synchronous_commit = off']),
  ]);
}

/** One by one, to find out which statement it is that the server refuses; the batch has been rolled back. */
async function findRefused(
  session: Session,
  begin: string,
  items: readonly Item[],
  committed: number,
): Promise<StatementError | null> {
  await session.execute(begin);
  try {
    for (const { step, statement } of items) {
      try {
        await session.execute(statement);
      } catch (error) {
        if (error instanceof DatabaseError) return new StatementError(step, statement, error, committed);
        throw error;
      }
    }
    return null;
  } finally {
    await session.execute('rollback');
  }
}

async function runBatches(
  session: Session,
  items: readonly Item[],
  done: number,
  total: number,
  committed: number,
  settings: RunSettings,
): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH_SIZE) {
    if (settings.signal.aborted) throw new Interrupted(committed);
    const batch = items.slice(at, at + BATCH_SIZE);
    await session.execute(script(batch.map(({ statement }) => statement)));
    settings.onProgress(done + at + batch.length, total);
  }
}

/**
 * The ledger is there.
 *
 * @throws StatementError, Interrupted, Overtaken, EnvironmentError when the connection breaks. The session is outside of a
 *   transaction then, unless the connection is gone.
 */
export async function runPlan(session: Session, plan: Plan, settings: RunSettings): Promise<void> {
  const { transactions } = plan;
  const total = transactions.reduce((sum, transaction) => sum + itemsOf(transaction).length, 0);
  const record = { hash: planHash(plan), steps: transactions.length, toolVersion: settings.toolVersion };
  const since = settings.since === undefined ? await ledgerMark(session) : settings.since;
  const id = await startPlan(session, record.hash, record.steps, record.toolVersion, since);
  let newest = id;
  let done = 0;
  for (const [at, transaction] of transactions.entries()) {
    const items = itemsOf(transaction);
    const begin = beginScript(settings, at === transactions.length - 1);
    const sqlHash = createHash('sha256')
      .update(items.map(({ statement }) => statement).join(';\n'))
      .digest('hex');
    const work = async () => {
      await session.execute(begin);
      await takeTurn(session, newest, at);
      await runBatches(session, items, done, total, at, settings);
      const entry = await recordStep(session, record, at + 1, sqlHash);
      await session.execute('commit');
      newest = entry;
    };
    await withRetries(session, settings, at, work, () => findRefused(session, begin, items, at));
    done += items.length;
  }
  await finishPlan(session, id);
}

async function withRetries(
  session: Session,
  settings: RunSettings,
  committed: number,
  work: () => Promise<void>,
  explain: () => Promise<StatementError | null>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await cancelledOnRequest(session, settings.signal, work);
      return;
    } catch (error) {
      if (!(error instanceof DatabaseError || error instanceof Interrupted || error instanceof Overtaken)) throw error;
      await session.execute('rollback');
      if (!(error instanceof DatabaseError)) throw error;
      if (settings.signal.aborted && error.sqlState === QUERY_CANCELED) throw new Interrupted(committed);
      const waitMs = error.sqlState === LOCK_NOT_AVAILABLE ? RETRY_WAITS_MS[attempt] : undefined;
      if (waitMs === undefined) throw (await explain()) ?? error;
      settings.onRetry(attempt + 1, waitMs);
      await pause(waitMs, settings.signal);
      if (settings.signal.aborted) throw new Interrupted(committed);
    }
  }
}
