/**
 * What is known of a platform beside what decides its SQL: how it is recognised, how one connects, what people should know.
 * Data for `targets`, for docs/platforms.md and for probing; no cache and no output of `build` depends on it.
 */
import type { Ident } from '../model/name.ts';
import type { Target } from './target.ts';

/**
 * How sure a fact is. `documented` by the vendor or in its source, `measured` on a server, `inferred` from these, `recalled`
 * and not confirmed: a hint, to be asked of the server before it is trusted.
 */
export type Certainty = 'documented' | 'measured' | 'inferred' | 'recalled';

export interface Fact {
  readonly text: string;
  readonly certainty: Certainty;
  /** A page or a file in a public repository. */
  readonly source: string | null;
}

/** Everything in it has to be there. A sign that anybody's server may have, such as one role, is never alone in it. */
export interface Signs {
  /** End of the name that the server was reached by, from a dot on. */
  readonly host?: string;
  readonly roles?: readonly Ident[];
  /** Functions without arguments, as `schema.name`. */
  readonly functions?: readonly string[];
  readonly settings?: readonly string[];
  readonly schemas?: readonly Ident[];
  /** Made in this database. */
  readonly extensions?: readonly Ident[];
  /** On the disk. It counts after all that is there: it only could be made. */
  readonly available?: readonly Ident[];
  /** What the setting `timescaledb.license` says. */
  readonly license?: 'apache';
}

/** Something that SQL for this platform must not hold. */
export interface Forbidden {
  readonly what: string;
  /** Matches the beginning of such a statement, in lower case. */
  readonly pattern: RegExp;
}

export interface Platform {
  readonly target: Target;
  /** A few words: who takes this target. */
  readonly title: string;
  /** Each of these is enough. Empty: never chosen by probing. */
  readonly recognised: readonly Signs[];
  readonly forbids: readonly Forbidden[];
  readonly versions: Fact;
  readonly connections: Fact;
  readonly locks: Fact;
  /** What can be pasted into the platform's own SQL editor. */
  readonly editor: Fact | null;
  readonly works: readonly Fact[];
  readonly leftOut: readonly Fact[];
  readonly connect: readonly Fact[];
  readonly traps: readonly Fact[];
}

function factOf(certainty: Certainty): (text: string, source?: string) => Fact {
  return (text, source) => ({ text, certainty, source: source ?? null });
}

export const documented = factOf('documented');
export const measured = factOf('measured');
export const inferred = factOf('inferred');
export const recalled = factOf('recalled');

/** What no file holds: it needs a superuser, a file system or a session of its own. */
export const NEVER: readonly Forbidden[] = [
  { what: 'ALTER SYSTEM', pattern: /^alter system\b/ },
  { what: 'CREATE DATABASE', pattern: /^create database\b/ },
  { what: 'tablespaces', pattern: /\btablespace\b/ },
  { what: 'COPY from or to a file or program', pattern: /^copy\b/ },
  { what: 'roles with superuser or replication', pattern: /^(create|alter) role\b[^;]*\b(superuser|replication)\b/ },
  { what: 'session_replication_role', pattern: /\bsession_replication_role\b/ },
  { what: 'another owner', pattern: /\bowner to\b/ },
  { what: 'CREATE INDEX CONCURRENTLY', pattern: /^create (unique )?index concurrently\b/ },
  { what: 'event triggers', pattern: /^create event trigger\b/ },
  { what: 'a pinned version of an extension', pattern: /^create extension\b[^;]*\bversion\b/ },
];
