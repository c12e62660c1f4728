/** A transaction that never commits: for reading in one snapshot, and for asking the server by trying. */
import type { Session } from './session.ts';

/**
 * @param begin script that starts with BEGIN
 * @throws what `begin` or `work` throws, after rolling back
 */
export async function rolledBack<T>(session: Session, begin: string, work: () => Promise<T>): Promise<T> {
  let result: T;
  try {
    await session.execute(begin);
    result = await work();
  } catch (error) {
    await rollbackAfter(session, error);
    throw error;
  }
  await session.execute('rollback');
  return result;
}

/** The first error is the one that tells: where the connection broke, ROLLBACK fails as well and has nothing to add. */
export async function rollbackAfter(
  session: { readonly execute: (script: string) => Promise<unknown> },
  first: unknown,
): Promise<void> {
  try {
    await session.execute('rollback');
  } catch (error) {
    if (first instanceof Error && first.cause === undefined) first.cause = error;
  }
}
