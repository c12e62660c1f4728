/** A Session over a `pg` client, whether it talks to a socket or to the embedded PostgreSQL. */
import type { Client, ClientConfig } from 'pg';
import { statementError } from './driver-error.ts';
import { EnvironmentError, type Row, type ServerFacts, type Session } from './session.ts';

const OLDEST_MAJOR = 14;

/** The part of a client's configuration that makes every value the text of the wire. */
export const TEXT_TYPES: Pick<ClientConfig, 'types'> = {
  types: { getTypeParser: () => (value: string) => value },
};

/**
 * Everything that changes how the server spells what it is asked for, or that ends a session by itself. `lock_timeout` is
 * the business of whoever runs statements.
 */
const PIN = `
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set time zone 'UTC';
set datestyle = 'ISO, MDY';
set intervalstyle = 'postgres';
set extra_float_digits = 1;
set bytea_output = 'hex';
set quote_all_identifiers = off;
set search_path = '';
set statement_timeout = 0;
set idle_in_transaction_session_timeout = 0;
set application_name = 'boyfanz-schema';
`;

/**
 * Pins the session's settings and reads the facts of the server. Closes the client when it fails.
 *
 * @param client connected, made with `TEXT_TYPES`, and not used by anyone else
 * @param afterClose releases what stands behind the client
 * @param cancel asks the server to end the statement of this backend
 * @throws EnvironmentError when the server is older than PostgreSQL 14, DatabaseError
 */
export async function openClientSession(
  client: Client,
  description: string,
  afterClose: () => Promise<void>,
  cancel: ((backendPid: string) => void) | null = null,
): Promise<Session> {
  let lost: Error | null = null;
  let closing: Promise<void> | null = null;
  // Without a listener, a connection that breaks between two statements would end the process.
  client.on('error', (error) => {
    lost ??= error;
  });

  const send = async (text: string, values: readonly (string | null)[]) => {
    try {
      // No `values`: the simple protocol, which takes several statements and works behind every pooler.
      const parameters = values.length === 0 ? {} : { values: [...values] };
      return await client.query<(string | null)[]>({ text, rowMode: 'array', ...parameters });
    } catch (error) {
      throw statementError(error, description, lost);
    }
  };
  const query = async (statement: string, parameters: readonly (string | null)[] = []): Promise<readonly Row[]> => {
    const result = await send(statement, parameters);
    // The driver answers several statements with a list of results, which its types do not say.
    if (Array.isArray(result)) throw new Error('query() takes one statement; execute() takes several');
    return result.rows;
  };
  const execute = async (script: string) => {
    await send(script, []);
  };
  const close = async () => {
    try {
      // `end` of a client whose connection broke waits for ever.
      if (lost === null) await client.end();
    } finally {
      await afterClose();
    }
  };

  try {
    await execute(PIN);
    const { server, backendPid } = await readFacts(query);
    if (server.major < OLDEST_MAJOR) {
      throw new EnvironmentError(
        `${description} is PostgreSQL ${server.major}, and ${OLDEST_MAJOR} is the oldest that works.`,
        `Use a server of PostgreSQL ${OLDEST_MAJOR} to 18.`,
      );
    }
    return {
      query,
      execute,
      ...(cancel === null ? {} : { cancel: () => cancel(backendPid) }),
      server,
      description,
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readFacts(query: Session['query']): Promise<{ server: ServerFacts; backendPid: string }> {
  const [row] = await query(
    `select current_setting('server_version_num'),
      current_setting('max_locks_per_transaction')::bigint
        * (current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint),
      pg_backend_pid()`,
  );
  const versionNumber = Number(row?.[0]);
  const server = { versionNumber, major: Math.floor(versionNumber / 10_000), maxLocks: Number(row?.[1]) };
  return { server, backendPid: row?.[2] ?? '' };
}
