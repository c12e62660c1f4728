/** A Session over a `pg` client, whether it talks to a socket or to the embedded PostgreSQL. */
import type { Client, ClientConfig } from 'pg';
import { statementError } from './driver-error.ts';
import { pinEachTransaction, SESSION_PIN, type Wire } from './pin.ts';
import { EnvironmentError, type Row, type ServerFacts, type Session } from './session.ts';

const OLDEST_MAJOR = 14;

/** The part of a client's configuration that makes every value the text of the wire. */
export const TEXT_TYPES: Pick<ClientConfig, 'types'> = {
  types: { getTypeParser: () => (value: string) => value },
};

/** A connection over the network, where a pooler may stand in between. */
export interface Network {
  /** The URL is known to lead to one. */
  readonly isPoolerByUrl: boolean;
  /** How to get past it, for people. */
  readonly directAdvice: string;
  /** Asks the server to end the statement that this backend runs. */
  readonly cancel: (backendPid: string) => void;
}

/**
 * Pins the settings, of the session or behind a pooler of each transaction, and reads the facts of the server. Closes the
 * client when it fails.
 *
 * @param client connected, made with `TEXT_TYPES`, and not used by anyone else
 * @param afterClose releases what stands behind the client
 * @param network `null` where there is none
 * @throws EnvironmentError when the server is older than PostgreSQL 14, DatabaseError
 */
export async function openClientSession(
  client: Client,
  description: string,
  afterClose: () => Promise<void>,
  network: Network | null = null,
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
      throw statementError(error, description, lost, network?.directAdvice);
    }
  };
  const direct: Wire = {
    query: async (statement, parameters = []) => {
      const result = await send(statement, parameters);
      // The driver answers several statements with a list of results, which its types do not say.
      if (Array.isArray(result)) throw new Error('query() takes one statement; execute() takes several');
      return result.rows;
    },
    execute: async (script) => {
      const results: unknown = await send(script, []);
      const last: unknown = Array.isArray(results) ? results.at(-1) : results;
      return rowsOf(last);
    },
    isIdle: () => client.getTransactionStatus() === 'I',
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
    // Before anything is set: behind a pooler it would be set for others.
    const { server, backendPid } = await readFacts(direct);
    if (server.major < OLDEST_MAJOR) {
      throw new EnvironmentError(
        `${description} is PostgreSQL ${server.major}, and ${OLDEST_MAJOR} is the oldest that works.`,
        `Use a server of PostgreSQL ${OLDEST_MAJOR} to 18.`,
      );
    }
    const isPooled = network !== null && (network.isPoolerByUrl || !isGreetedBy(client, backendPid));
    // Behind a pooler it was ours for that one answer.
    let currentPid = isPooled ? null : backendPid;
    if (!isPooled) await direct.execute(SESSION_PIN);
    const wire = isPooled
      ? pinEachTransaction(direct, { ...server, description }, (pid) => {
          currentPid = pid;
        })
      : direct;
    return {
      query: wire.query,
      execute: async (script) => {
        await wire.execute(script);
      },
      ...(network === null ? {} : { cancel: () => currentPid !== null && network.cancel(currentPid) }),
      server,
      isPooled,
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

function rowsOf(result: unknown): readonly Row[] {
  return typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows)
    ? result.rows
    : [];
}

/**
 * Whether it was this backend that greeted the client. A pooler greets its clients itself, with a number of its own, as it
 * has many of them for one backend.
 */
function isGreetedBy(client: Client, backendPid: string): boolean {
  // The types of the driver leave it out.
  return 'processID' in client && String(client.processID) === backendPid;
}

async function readFacts(wire: Wire): Promise<{ server: ServerFacts; backendPid: string }> {
  const [row] = await wire.query(
    `select current_setting('server_version_num'),
      current_setting('max_locks_per_transaction')::bigint
        * (current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint),
      pg_is_in_recovery(), pg_backend_pid()`,
  );
  const versionNumber = Number(row?.[0]);
  const server = {
    versionNumber,
    major: Math.floor(versionNumber / 10_000),
    maxLocks: Number(row?.[1]),
    isStandby: row?.[2] === 't',
  };
  return { server, backendPid: row?.[3] ?? '' };
}
