/**
 * Pins the settings that change what the server says: once for a session that is ours alone, and in every transaction
 * behind a pooler, where SET would be left to the next client that is given the backend.
 */
import { rollbackAfter } from './rolled-back.ts';
import { EnvironmentError, type Row, type Session } from './session.ts';

/** What a Session sends and asks with, before anything is added to it. */
export interface Wire {
  readonly query: Session['query'];
  /** @returns the rows of the last statement */
  readonly execute: (script: string) => Promise<readonly Row[]>;
  /** Whether no transaction is open. */
  readonly isIdle: () => boolean;
}

/**
 * Everything that changes how the server spells what it is asked for, or that ends a session by itself. `lock_timeout` is
 * the business of whoever runs statements.
 */
const SETTINGS = [
  `client_encoding = 'UTF8'`,
  'standard_conforming_strings = on',
  `time zone 'UTC'`,
  `datestyle = 'ISO, MDY'`,
  `intervalstyle = 'postgres'`,
  'extra_float_digits = 1',
  `bytea_output = 'hex'`,
  'quote_all_identifiers = off',
  `search_path = ''`,
  'statement_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  `application_name = 'boyfanz-schema'`,
] as const;

export const SESSION_PIN = SETTINGS.map((setting) => `set ${setting};\n`).join('');

const TRANSACTION_PIN = SETTINGS.map((setting) => `set local ${setting};\n`).join('');

const BEGIN = /^\s*begin\b[^;]*;?/i;
const END = /^\s*(?:commit|rollback)\s*;?\s*$/i;

/**
 * Every transaction is pinned at its start, and a statement outside of one gets one of its own. A script that is not to
 * run in a transaction, such as VACUUM, goes through `execute` as it is.
 *
 * @param server what is known of the server; some poolers have several, and send each transaction to another
 * @param onBackend is told which backend has the transaction, and `null` when it may be anybody's again
 * @throws EnvironmentError where a transaction has come to a standby and others have not
 */
export function pinEachTransaction(
  wire: Wire,
  server: { readonly isStandby: boolean; readonly description: string },
  onBackend: (pid: string | null) => void,
): Wire {
  const execute = async (script: string): Promise<readonly Row[]> => {
    if (!wire.isIdle()) {
      // Whoever cancels from here on would hit the next client.
      if (END.test(script)) onBackend(null);
      return await wire.execute(script);
    }
    const begin = BEGIN.exec(script)?.[0] ?? null;
    if (begin === null) return await wire.execute(script);
    const head = `${begin.replace(/;$/, '')};\n${TRANSACTION_PIN}`;
    const [row] = await wire.execute(`${head}select pg_catalog.pg_backend_pid(), pg_catalog.pg_is_in_recovery();`);
    if ((row?.[1] === 't') !== server.isStandby) throw severalServers(server.description);
    onBackend(row?.[0] ?? null);
    const rest = script.slice(begin.length);
    const rows = rest.trim() === '' ? [] : await wire.execute(rest);
    if (wire.isIdle()) onBackend(null);
    return rows;
  };
  const query: Session['query'] = async (statement, parameters) => {
    if (!wire.isIdle()) return await wire.query(statement, parameters);
    await execute('begin');
    try {
      const rows = await wire.query(statement, parameters);
      await execute('commit');
      return rows;
    } catch (error) {
      if (!wire.isIdle()) await rollbackAfter({ execute }, error);
      throw error;
    }
  };
  return { query, execute, isIdle: wire.isIdle };
}

function severalServers(description: string): EnvironmentError {
  return new EnvironmentError(
    `${description} sends some transactions to a primary server and others to a standby, which may not be up to date.`,
    'Use the URL of the primary server itself, or of a pool that has no other server.',
  );
}
