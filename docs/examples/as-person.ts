/** One transaction for one person. It works through poolers in transaction mode: nothing outlives it. */
import type { Pool, PoolClient } from 'pg';

export interface Person {
  readonly role: 'boyfanz_anonymous' | 'boyfanz_member' | 'boyfanz_staff';
  /** `null` for somebody who is not signed in. */
  readonly userId: string | null;
}

export const ANONYMOUS: Person = { role: 'boyfanz_anonymous', userId: null };

/** Settings of PostgreSQL that say who asks. They have to be set for the transaction, never for the session. */
export function settingsOf({ role, userId }: Person): { role: string; 'app.user_id': string } {
  return { role, 'app.user_id': userId ?? '' };
}

/**
 * @param pool of a login that was granted the roles of `Person`, and owns nothing
 * @throws what `work` throws, after everything that it did is undone
 */
export async function asPerson<T>(pool: Pool, person: Person, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query('begin');
    const settings = settingsOf(person);
    await client.query("select set_config('role', $1, true), set_config('app.user_id', $2, true)", [
      settings.role,
      settings['app.user_id'],
    ]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    // A connection that cannot even be rolled back is closed, with whatever was set on it.
    client.release(isBroken);
  }
}
