/**
 * What the rest of the shell needs of a connection, so that a server reached by `pg` and the embedded PostgreSQL are one
 * code path.
 */

/** Rows as arrays of text, the way the wire carries them: no driver's idea of dates, numbers or bigints. */
export type Row = readonly (string | null)[];

export interface Session {
  /** Runs one statement. Parameters are for values only, `$1`-style. @throws DatabaseError */
  readonly query: (statement: string, parameters?: readonly (string | null)[]) => Promise<readonly Row[]>;
  /** Runs several statements in one round trip, as one implicit transaction unless they say BEGIN. @throws DatabaseError */
  readonly execute: (script: string) => Promise<void>;
  /** Asks the server to end the statement under way, which then fails with 57014. Never throws; absent where it cannot be done. */
  readonly cancel?: () => void;
  readonly server: ServerFacts;
  /**
   * Something stands between this client and the server that may give every transaction another backend: nothing outlives
   * a transaction, and nothing may be left for whoever is given that backend next. Absent means false.
   */
  readonly isPooled?: boolean;
  /** How to name this database to people: no password in it, ever. */
  readonly description: string;
  readonly close: () => Promise<void>;
}

export interface ServerFacts {
  /** `server_version_num`, for example 150018. */
  readonly versionNumber: number;
  /** 14 to 18 and above. */
  readonly major: number;
  readonly maxLocks: number;
  /** A read-only copy of another server. */
  readonly isStandby: boolean;
}

/** What a server said of a statement. */
export class DatabaseError extends Error {
  readonly sqlState: string | null;
  /** 1-based character position in the statement, as the server reports it. */
  readonly position: number | null;
  readonly detail: string | null;
  readonly hint: string | null;
  /** The server's notice of where: a function or a line of it. */
  readonly where: string | null;

  constructor(
    message: string,
    fields: {
      readonly sqlState: string | null;
      readonly position: number | null;
      readonly detail: string | null;
      readonly hint: string | null;
      readonly where: string | null;
    },
    cause: unknown,
  ) {
    super(message, { cause });
    this.name = 'DatabaseError';
    this.sqlState = fields.sqlState;
    this.position = fields.position;
    this.detail = fields.detail;
    this.hint = fields.hint;
    this.where = fields.where;
  }
}

/** The environment lacks something: no connection, privilege, extension or version. Caught once, in `cli.ts` (exit 6). */
export class EnvironmentError extends Error {
  readonly help: string | null;

  constructor(message: string, help: string | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'EnvironmentError';
    this.help = help;
  }
}
