/**
 * Where to connect to: `--url`, then `DATABASE_URL`, then the `PG*` variables, read the way libpq reads them. A URL holds a
 * password, so no message here repeats any part of one that could not be read.
 */
import { EnvironmentError } from './session.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const SSL_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

export type SslMode = (typeof SSL_MODES)[number];

export interface SslSettings {
  /** `null`: not said, which means `prefer` as in libpq. */
  readonly mode: SslMode | null;
  /** File of the certificate authority, or `system` for the ones that Node.js trusts. */
  readonly rootCertificate: string | null;
  readonly certificate: string | null;
  readonly key: string | null;
}

export interface ConnectionSettings {
  /** Name, address (IPv6 without brackets), or the directory of a Unix socket, which begins with `/`. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | null;
  readonly database: string;
  readonly ssl: SslSettings;
  readonly channelBinding: boolean;
  /** Command line options for the server's process (`-c name=value`); some hosts route by them. */
  readonly options: string | null;
  readonly connectTimeoutSeconds: number;
}

const DEFAULT_CONNECT_TIMEOUT_SECONDS = 15;

/**
 * @param url the value of `--url`, or `null`
 * @returns `null` when nothing names a database.
 * @throws EnvironmentError on a malformed URL or variable, without repeating it
 */
export function resolveConnection(url: string | null, env: Environment): ConnectionSettings | null {
  if (url !== null) return parseUrl(url, 'The value of --url', env);
  if (env.DATABASE_URL !== undefined && env.DATABASE_URL !== '') {
    return parseUrl(env.DATABASE_URL, 'DATABASE_URL', env);
  }
  const named = [env.PGHOST, env.PGPORT, env.PGUSER, env.PGDATABASE].some(
    (value) => value !== undefined && value !== '',
  );
  return named ? settingsFrom(new Map(), 'One of the PG* variables', env) : null;
}

/**
 * How to name a database to people: user, host, port, database and `sslmode`, never the password nor any other parameter.
 */
export function describeConnection(settings: ConnectionSettings): string {
  const { host, port, user, database, ssl } = settings;
  const parameters = [
    ...(host.startsWith('/') ? [`host=${host}`] : []),
    ...(ssl.mode === null ? [] : [`sslmode=${ssl.mode}`]),
  ];
  const place = host.startsWith('/') ? '' : `${host.includes(':') ? `[${host}]` : encodeURIComponent(host)}:${port}`;
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  return `postgres://${encodeURIComponent(user)}@${place}/${encodeURIComponent(database)}${query}`;
}

/** Like `describeConnection`, for a URL as it was given. Never throws. */
export function describeUrl(url: string): string {
  try {
    return describeConnection(parseUrl(url, 'The URL', {}));
  } catch {
    return 'a database URL that cannot be read';
  }
}

type Parameters = ReadonlyMap<string, string>;

function parseUrl(url: string, what: string, env: Environment): ConnectionSettings {
  const text = url.trim();
  const scheme = /^postgres(?:ql)?:\/\//i.exec(text);
  if (scheme === null) throw malformed(what, 'it does not begin with postgres:// or postgresql://');
  const rest = text.slice(scheme[0].length);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0020]/.test(rest)) throw malformed(what, 'there is a space or a control character in it');

  // A password with a raw / ? # ends the authority too early, and its tail would pass for the database's name.
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
  const tail = rest.slice(authority.length);
  if (tail.includes('@') || tail.includes('#')) {
    throw malformed(what, 'there is a / ? # or @ in the user, password or database that must be percent-encoded');
  }
  const at = authority.lastIndexOf('@');
  const question = tail.indexOf('?');
  const path = question === -1 ? tail : tail.slice(0, question);
  const parts = new Map<string, string>();
  const put = (name: string, value: string) => {
    if (value !== '') parts.set(name, decoded(value, what));
  };

  for (const pair of question === -1 ? [] : tail.slice(question + 1).split('&')) {
    const equals = pair.indexOf('=');
    if (equals > 0) put(pair.slice(0, equals).toLowerCase(), pair.slice(equals + 1));
  }
  if (at !== -1) {
    const userInfo = authority.slice(0, at);
    const colon = userInfo.indexOf(':');
    put('user', colon === -1 ? userInfo : userInfo.slice(0, colon));
    if (colon !== -1) put('password', userInfo.slice(colon + 1));
  }
  const place = authority.slice(at + 1);
  if (place.includes(',')) throw malformed(what, 'it names several hosts: name the primary one');
  const hostAndPort = /^(?:\[([0-9a-fA-F:.%]+)\]|([^:[\]]*))(?::(\d*))?$/.exec(place);
  if (hostAndPort === null) throw malformed(what, 'the host and port cannot be read');
  put('host', hostAndPort[1] ?? hostAndPort[2] ?? '');
  put('port', hostAndPort[3] ?? '');
  put('dbname', path.slice(1));
  return settingsFrom(parts, what, env);
}

function settingsFrom(given: Parameters, what: string, env: Environment): ConnectionSettings {
  const pick = (parameter: string, variable: string): string | null => {
    const value = given.get(parameter) ?? env[variable];
    return value === undefined || value === '' ? null : value;
  };
  const whole = (text: string, max: number, problem: string): number => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > max) throw malformed(what, problem);
    return value;
  };
  const host = pick('host', 'PGHOST') ?? 'localhost';
  const user = pick('user', 'PGUSER') ?? env.USER ?? env.USERNAME ?? 'postgres';
  const timeout = pick('connect_timeout', 'PGCONNECT_TIMEOUT');
  return {
    host,
    port: whole(pick('port', 'PGPORT') ?? '5432', 65_535, 'the port is not a number from 1 to 65535'),
    user,
    password: pick('password', 'PGPASSWORD'),
    database: pick('dbname', 'PGDATABASE') ?? user,
    ssl: {
      mode: host.startsWith('/') ? 'disable' : sslMode(given, what, pick('sslmode', 'PGSSLMODE')),
      rootCertificate: pick('sslrootcert', 'PGSSLROOTCERT'),
      certificate: pick('sslcert', 'PGSSLCERT'),
      key: pick('sslkey', 'PGSSLKEY'),
    },
    channelBinding: pick('channel_binding', 'PGCHANNELBINDING') === 'require',
    options: pick('options', 'PGOPTIONS'),
    connectTimeoutSeconds:
      timeout === null || timeout === '0'
        ? DEFAULT_CONNECT_TIMEOUT_SECONDS
        : whole(timeout, 3_600, 'connect_timeout is not a number of seconds'),
  };
}

function sslMode(given: Parameters, what: string, text: string | null): SslMode | null {
  // `ssl=true` is how other drivers spell it.
  if (text === null) return given.get('ssl') === 'true' ? 'require' : null;
  const mode = SSL_MODES.find((known) => known === text);
  if (mode === undefined) throw malformed(what, `sslmode must be one of ${SSL_MODES.join(', ')}`);
  return mode;
}

function decoded(text: string, what: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed(what, 'there is a % that does not begin a percent-encoded character: write it as %25');
  }
}

function malformed(what: string, problem: string): EnvironmentError {
  return new EnvironmentError(
    `${what} cannot be used: ${problem}.`,
    'Write it like postgres://USER:PASSWORD@HOST:5432/DATABASE, with / ? # @ % of the password as %2F %3F %23 %40 %25.',
  );
}
