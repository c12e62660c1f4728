/** One apply at a time in a database. */
import { LOCK_KEY } from '../plan/session-settings.ts';
import { Interrupted } from './interrupted.ts';
import { pause } from './pause.ts';
import { EnvironmentError, type Session } from './session.ts';

const POLL_MS = 500;

async function tryLock(session: Session): Promise<boolean> {
  const [row] = await session.query(`select pg_try_advisory_lock(${LOCK_KEY})`);
  return row?.[0] === 't';
}

/**
 * Waits for its turn, holds it while `work` runs, and gives it back.
 *
 * @param onWait called once, when somebody else is at it
 * @throws EnvironmentError when the other one is still at it after `waitSeconds`, Interrupted
 */
export async function withApplyLock<T>(
  session: Session,
  settings: { readonly waitSeconds: number; readonly onWait: () => void; readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  const attempts = Math.ceil((settings.waitSeconds * 1000) / POLL_MS);
  let locked = await tryLock(session);
  if (!locked) settings.onWait();
  for (let attempt = 0; !locked && attempt < attempts; attempt += 1) {
    await pause(POLL_MS, settings.signal);
    if (settings.signal.aborted) throw new Interrupted(0);
    locked = await tryLock(session);
  }
  if (!locked) {
    throw new EnvironmentError(
      `Another apply is running on ${session.description}, and was not done after ${settings.waitSeconds} s.`,
      'Wait for it to end, or end its session: it holds an advisory lock that pg_locks shows.',
    );
  }
  const result = await work();
  // After an error the session ends, and the lock with it.
  await session.query(`select pg_advisory_unlock(${LOCK_KEY})`);
  return result;
}
