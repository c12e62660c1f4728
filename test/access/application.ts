/**
 * A connection as an application has it: a login of its own that may become a visitor or a member, and nobody else. Who the
 * member is, it says itself (`app.user_id`): that is what an application is trusted with. Whoever holds this connection can
 * be any member; what they send through it as one of them is held to that member's rows.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Session } from '../../src/db/session.ts';
import type { Roles } from '../../src/target/target.ts';
import { quoteLiteral } from '../../src/text/quote.ts';

export interface Application {
  /**
   * What a statement of somebody comes to, in a transaction of its own that is undone: `3 rows`, counted as the server
   * counts them, `done` where it counts none, or the SQLSTATE.
   *
   * @param id of the member; `null`: a visitor
   */
  readonly as: (id: string | null, ...statements: readonly string[]) => Promise<string>;
  /** What the server has told the client besides, since it was asked last. */
  readonly notices: () => readonly string[];
}

/** @param session of a superuser on the same database */
export async function withApplication(
  session: Session,
  url: string,
  roles: Roles,
  work: (application: Application) => Promise<void>,
): Promise<void> {
  const login = `app_${randomBytes(6).toString('hex')}`;
  await session.execute(`create role ${login} login noinherit; grant ${roles.anonymous}, ${roles.member} to ${login}`);
  // A user in the string counts for more than one beside it.
  const client = new pg.Client({ connectionString: url.replace(/\/\/[^@]*@/, `//${login}@`) });
  const told: string[] = [];
  client.on('notice', ({ message }) => told.push(message ?? ''));
  await client.connect();
  const as: Application['as'] = async (id, ...statements) => {
    await client.query('begin');
    try {
      await client.query(`select set_config('app.user_id', ${quoteLiteral(id ?? '')}, true)`);
      await client.query(`set local role ${id === null ? roles.anonymous : roles.member}`);
      let came = '';
      for (const statement of statements) {
        const { rowCount } = await client.query(statement);
        came = rowCount === null ? 'done' : `${rowCount} rows`;
      }
      return came;
    } catch (error) {
      if (error instanceof pg.DatabaseError) return error.code ?? error.message;
      throw error;
    } finally {
      await client.query('rollback');
    }
  };
  try {
    await work({ as, notices: () => told.splice(0) });
  } finally {
    await client.end();
    await session.execute(`drop role ${login}`);
  }
}
