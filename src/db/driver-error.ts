/** What the driver throws, told apart: a server's answer to a statement, or a connection that is not there (any more). */
import { directAdvice } from './known-pooler.ts';
import { DatabaseError, EnvironmentError } from './session.ts';

interface ServerError extends Error {
  readonly code: string;
  readonly severity: string;
  readonly position?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly where?: string;
}

/** A serialization failure; nothing else here can be one, as no transaction is serializable and none that writes is repeatable read. */
const RECOVERY_CONFLICT = '40001';

/** By shape and not by class: `pg` and the embedded PostgreSQL each bring a class of their own. */
function isServerError(error: unknown): error is ServerError {
  return (
    error instanceof Error &&
    'severity' in error &&
    typeof error.severity === 'string' &&
    'code' in error &&
    typeof error.code === 'string'
  );
}

/** The SQLSTATE of a server's answer, or the code of a system error such as `ECONNREFUSED`. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * The error to throw for a statement that failed.
 *
 * @param lost what broke the connection earlier, when something did
 * @param directAdvice how to get past a pooler; `null` where there is no network
 */
export function statementError(
  error: unknown,
  description: string,
  lost: unknown,
  directAdvice: string | null = null,
): DatabaseError | EnvironmentError {
  if (isServerError(error) && error.code === RECOVERY_CONFLICT && lost === null) {
    return new EnvironmentError(
      `${description} ended the statement: ${error.message}.`,
      'A standby does so when what it replays of its primary gets in the way. Run the command again, or raise max_standby_streaming_delay there.',
      error,
    );
  }
  // FATAL and PANIC end the session: nothing about the statement is wrong.
  if (isServerError(error) && !/^(FATAL|PANIC)$/.test(error.severity) && !error.code.startsWith('57P0')) {
    const position = Number(error.position ?? Number.NaN);
    return new DatabaseError(
      error.message,
      {
        sqlState: error.code,
        position: Number.isSafeInteger(position) ? position : null,
        detail: error.detail ?? null,
        hint: error.hint ?? null,
        where: error.where ?? null,
      },
      error,
    );
  }
  const reason = lost ?? error;
  const text = reason instanceof Error ? reason.message : String(reason);
  return new EnvironmentError(
    `The connection to ${description} was lost: ${text}.`,
    poolerHelp(text, directAdvice ?? '') ??
      'Run the command again: what was committed stays, and the rest is done then.',
    reason,
  );
}

/** What PgBouncer says for reasons of its own, always with SQLSTATE 08P01. */
function poolerHelp(text: string, directAdvice: string): string | null {
  if (/statement pooling mode/i.test(text)) {
    return `This is a pool in statement mode, which has no transactions; one in transaction or session mode would do. ${directAdvice}`;
  }
  if (/query_wait_timeout/i.test(text)) {
    return `The pool had no free connection to the server all the time: try again when others need it less. ${directAdvice}`;
  }
  return null;
}

export interface FailedConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | null;
  readonly database: string;
  readonly connectTimeoutSeconds: number;
}

/** The error to throw when no connection came about, with what to do. The password is in none of its texts. */
export function connectionError(error: unknown, to: FailedConnection, description: string): EnvironmentError {
  const text = error instanceof Error ? error.message || (errorCode(error) ?? error.name) : String(error);
  const safe = to.password === null ? text : text.replaceAll(to.password, '***');
  const [reason, help] = explain(errorCode(error), safe, to);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const leaks = to.password !== null && (text + stack).includes(to.password);
  return new EnvironmentError(`Cannot connect to ${description}: ${reason}.`, help, leaks ? undefined : error);
}

const ENCODE = 'In a URL, the characters / ? # @ % of a password are written %2F %3F %23 %40 %25.';

function explain(code: string | null, text: string, to: FailedConnection): readonly [reason: string, help: string] {
  const place = to.host.startsWith('/') ? `the socket in ${to.host}` : `${to.host}:${to.port}`;
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return [`no server answers at ${place}`, 'Start PostgreSQL, or check the host and the port.'];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return [`the host name ${to.host} is not known`, 'Check its spelling and the network.'];
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return [
        `${place} cannot be reached from here`,
        'Check the network. A host with only an IPv6 address needs IPv6 here: such services offer another address for IPv4.',
      ];
    case 'ECONNRESET':
      return [
        `${place} closed the connection`,
        'Check that this port is PostgreSQL and that this address may connect.',
      ];
    case '28P01':
      return [`the password of user "${to.user}" is wrong`, ENCODE];
    case '28000':
      return [text, "Check the user, and the server's pg_hba.conf or list of allowed addresses."];
    case '3D000':
      return [
        `there is no database "${to.database}"`,
        `Create it first: CREATE DATABASE "${to.database.replaceAll('"', '""')}";`,
      ];
    case '53300':
      return ['the server has no free connection', 'Close other clients, or raise max_connections.'];
    case '57P03':
      return ['the server is starting up or shutting down', 'Wait a moment and run the command again.'];
    default:
  }
  const parameter = /unsupported startup parameter(?: in options)?:? "?(\w+)/i.exec(text)?.[1];
  if (parameter !== undefined) {
    return [
      `the pooler there does not take the startup parameter ${parameter}`,
      `Leave out options= in the URL and PGOPTIONS; the server itself takes them. ${directAdvice(to)}`,
    ];
  }
  if (/no such database/i.test(text)) {
    return [
      `the pooler there knows no database "${to.database}"`,
      `Check the name, or add the database to the pooler. ${directAdvice(to)}`,
    ];
  }
  if (/timeout/i.test(text) || code === 'ETIMEDOUT') {
    return [
      `${place} did not answer within ${to.connectTimeoutSeconds} s`,
      'Check the host and port, and that a firewall or list of allowed addresses lets this machine in.',
    ];
  }
  if (/password must be a (non-empty )?string/i.test(text)) {
    return [
      `the server asks for a password for user "${to.user}" and none was given`,
      'Put it into the URL, PGPASSWORD or ~/.pgpass.',
    ];
  }
  if (/does not support SSL/i.test(text)) {
    return ['the server does not offer encryption', 'Use sslmode=prefer or sslmode=disable if that is what you want.'];
  }
  if (/certificate|altname/i.test(text)) {
    return [
      `its certificate was not accepted (${text})`,
      "Name the provider's certificate authority in sslrootcert=FILE; sslmode=require encrypts without checking it.",
    ];
  }
  return [text, 'Check the URL.'];
}
