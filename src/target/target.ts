/**
 * What a platform can and cannot do. A target is a record of data: nothing outside this folder branches on its name.
 */
import type { Ident } from '../model/name.ts';

export type TargetName = 'timescale' | 'postgres' | 'embedded';

/** PostgreSQL major version. */
export type PgMajor = 14 | 15 | 16 | 17 | 18;

export interface Target {
  readonly name: TargetName;
  /** One line for help and for the head of the file. */
  readonly summary: string;
  /** Oldest and newest server that the output must work on. */
  readonly versions: { readonly min: PgMajor; readonly max: PgMajor };
  /** Where the output of `build` goes, relative to dist-sql. `null`: never written to a file. */
  readonly output: string | null;
  /** Extensions that may be used, and the schema their objects live in. */
  readonly extensions: ReadonlyMap<Ident, Ident>;
  /** Extensions that some servers of this platform have and others not; those used by default are in `extensions` too. */
  readonly optional: ReadonlyMap<Ident, OptionalExtension>;
  /** How a table with `hypertable:` is stored. */
  readonly timeSeries: 'timescale-community' | 'native';
  /** Extensions that must be there and preloaded before anything is made; checked at the head of the file. */
  readonly preflight: readonly Preflight[];
  /** Relations that one transaction may lock. */
  readonly lockBudget: number;
}

export interface OptionalExtension {
  readonly schema: Ident;
  /** As `Preflight.message`, for a server that cannot make it. */
  readonly message: string;
}

export interface Preflight {
  readonly extension: Ident;
  /** A row of pg_settings that is only there when the library is preloaded; `null` when preloading is not needed. */
  readonly preloadedSetting: string | null;
  /** One clear sentence for the person who lacks it. */
  readonly message: string;
}
