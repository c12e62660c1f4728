/** A Session on a server reached over the network or a Unix socket. */
import pg from 'pg';
import { openClientSession, TEXT_TYPES } from './client-session.ts';
import { connectionError, errorCode } from './driver-error.ts';
import { directAdvice, knownPooler } from './known-pooler.ts';
import type { Session } from './session.ts';
import { type SslAttempt, sslAttempts } from './ssl.ts';
import { type ConnectionSettings, describeConnection } from './url.ts';

const PROGRAM = 'boyfanz-schema';

/**
 * Connects one client and pins its session: UTC, ISO dates, UTF-8, empty search_path, no statement_timeout. Behind a pooler
 * that is done in each transaction, and the session says so.
 *
 * @throws EnvironmentError when there is no connection, with what to do and without the password; also for a server older
 *   than PostgreSQL 14
 */
export async function connect(settings: ConnectionSettings): Promise<Session> {
  const description = describeConnection(settings);
  const { client, connected } = await connectClient(settings, description);
  const session = openClientSession(client, description, async () => undefined, {
    isPoolerByUrl: knownPooler(settings) !== null,
    directAdvice: directAdvice(settings),
    cancel: (backendPid) => void cancelBackend(settings, description, backendPid),
  });
  connected();
  return session;
}

/** By name as well as by pid: behind a pooler the pid may by now be somebody else's connection. */
async function cancelBackend(settings: ConnectionSettings, description: string, backendPid: string): Promise<void> {
  try {
    const { client } = await connectClient(settings, description);
    try {
      await client.query(
        `select pg_cancel_backend(pid) from pg_stat_activity where pid = $1::integer and application_name = '${PROGRAM}'`,
        [backendPid],
      );
    } finally {
      await client.end();
    }
  } catch {
    // Then the statement runs to its end, and the work stops there.
  }
}

interface Connected {
  readonly client: pg.Client;
  /** To be called when somebody else listens to the client's errors. */
  readonly connected: () => void;
}

async function connectClient(settings: ConnectionSettings, description: string): Promise<Connected> {
  let failure: unknown = null;
  for (const ssl of await sslAttempts(settings.ssl)) {
    const client = new pg.Client(clientConfig(settings, ssl));
    // A socket that breaks while connecting is reported twice; the promise is the report that counts.
    const ignore = () => undefined;
    client.on('error', ignore);
    try {
      await client.connect();
      return { client, connected: () => client.off('error', ignore) };
    } catch (error) {
      failure = error;
      if (!isAboutEncryption(error)) break;
    }
  }
  throw connectionError(failure, settings, description);
}

function clientConfig(settings: ConnectionSettings, ssl: SslAttempt): pg.ClientConfig {
  return {
    ...TEXT_TYPES,
    host: settings.host,
    port: settings.port,
    user: settings.user,
    database: settings.database,
    ssl,
    keepAlive: true,
    connectionTimeoutMillis: settings.connectTimeoutSeconds * 1000,
    application_name: PROGRAM,
    enableChannelBinding: settings.channelBinding,
    // Left out, `pg` looks into ~/.pgpass.
    ...(settings.password === null ? {} : { password: settings.password }),
    ...(settings.options === null ? {} : { options: settings.options }),
  };
}

/** Whether the other way, with or without encryption, may still work. */
function isAboutEncryption(error: unknown): boolean {
  const text = error instanceof Error ? error.message : '';
  return /does not support SSL/i.test(text) || errorCode(error) === '28000';
}
