/**
 * One apply at a time in a database. A session of our own holds the lock from the comparison to the end. Behind a pooler
 * nothing can be held between two transactions: there each transaction that writes takes the lock for itself, and the
 * ledger tells whether somebody else was at it in between. Both sorts keep each other out.
 */
import { LOCK_KEY } from '../plan/session-settings.ts';
import { Interrupted } from './interrupted.ts';
import { Overtaken } from './overtaken.ts';
import { pause } from './pause.ts';
import { DatabaseError, EnvironmentError, type Session } from './session.ts';

const POLL_MS = 500;

const LOCK_NOT_AVAILABLE = '55P03';

/** Behind a pooler the answer is about now, and the lock is free again with it. */
async function tryLock(session: Session): Promise<boolean> {
  const lock = session.isPooled === true ? 'pg_try_advisory_xact_lock' : 'pg_try_advisory_lock';
  const [row] = await session.query(`select ${lock}(${LOCK_KEY})`);
  return row?.[0] === 't';
}

export interface Turn {
  readonly waitSeconds: number;
  /** Called once, when somebody else is at it. */
  readonly onWait: () => void;
  readonly signal: AbortSignal;
}

/**
 * Waits for its turn, holds it while `work` runs, and gives it back. Behind a pooler it only waits, and what `work`
 * writes has to go by `lockTransaction`; when that finds that it was not alone before it changed anything, it begins anew.
 *
 * @throws EnvironmentError when the other one is still at it after `waitSeconds`, Interrupted, Overtaken
 */
export async function withApplyLock<T>(session: Session, turn: Turn, work: () => Promise<T>): Promise<T> {
  const attempts = Math.ceil((turn.waitSeconds * 1000) / POLL_MS);
  let told = false;
  for (let attempt = 0; ; attempt += 1) {
    if (await tryLock(session)) {
      try {
        const result = await work();
        // After an error the session ends, and the lock with it.
        if (session.isPooled !== true) await session.query(`select pg_advisory_unlock(${LOCK_KEY})`);
        return result;
      } catch (error) {
        if (!(error instanceof Overtaken) || error.committed > 0 || session.isPooled !== true) throw error;
      }
    }
    if (!told) turn.onWait();
    told = true;
    if (attempt >= attempts) throw stillAtIt(session, turn.waitSeconds);
    await pause(POLL_MS, turn.signal);
    if (turn.signal.aborted) throw new Interrupted(0);
  }
}

function stillAtIt({ description }: Session, seconds: number): EnvironmentError {
  return new EnvironmentError(
    `Another apply is running on ${description}, and was not done after ${seconds} s.`,
    'Wait for it to end, or end its session: it holds an advisory lock that pg_locks shows.',
  );
}

/**
 * Keeps every other apply out until the end of the transaction that the session is in. Who holds the lock for the whole
 * session has it already.
 *
 * @throws Overtaken when somebody else has it for longer than the transaction's lock_timeout
 */
export async function lockTransaction(session: Session, committed: number): Promise<void> {
  try {
    await session.query(`select pg_advisory_xact_lock(${LOCK_KEY})`);
  } catch (error) {
    if (error instanceof DatabaseError && error.sqlState === LOCK_NOT_AVAILABLE) throw new Overtaken(committed);
    throw error;
  }
}
