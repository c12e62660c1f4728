/**
 * What a platform can and cannot do. A target is a record of data: nothing outside this folder branches on its name.
 */
import type { Ident } from '../model/name.ts';

export const TARGET_NAMES = [
  'timescale',
  'timescale-apache',
  'postgres',
  'supabase',
  'neon',
  'render',
  'rds',
  'aurora',
  'cloud-sql',
  'azure',
  'digitalocean',
  'heroku',
  'railway',
  'planetscale',
  'citus',
  'embedded',
  'sqlite',
  'pg-mem',
] as const;

export type TargetName = (typeof TARGET_NAMES)[number];

/** Major versions of PostgreSQL that are known, oldest first. */
export const PG_MAJORS = [14, 15, 16, 17, 18] as const;

export type PgMajor = (typeof PG_MAJORS)[number];

/** Which language the output is in. All but PostgreSQL's are for prototypes and tests: `apply` and `diff` know that one only. */
export type Dialect = 'postgresql' | 'sqlite' | 'pg-mem';

/** `timescale-apache` has hypertables, and neither columnstore, nor policies, nor continuous aggregates. */
export type TimeSeries = 'timescale-community' | 'timescale-apache' | 'native';

/** What a platform brings beside extensions; parts of specs may require it. */
export const FEATURES = ['auth-users'] as const;

/** `auth-users`: the platform signs people in, and keeps them in its own table auth.users. */
export type Feature = (typeof FEATURES)[number];

/** How many hash partitions a table gets: none on a small host, those of the spec, or twice as many. */
export const SIZES = ['small', 'standard', 'large'] as const;

export type Size = (typeof SIZES)[number];

/** `development` has the same tables and columns, and leaves out what costs time and helps in production only. */
export const PROFILES = ['production', 'development'] as const;

export type Profile = (typeof PROFILES)[number];

export interface Target {
  readonly name: TargetName;
  /** One line for help and for the head of the file. */
  readonly summary: string;
  readonly dialect: Dialect;
  /** Oldest and newest server that the output must work on. */
  readonly versions: { readonly min: PgMajor; readonly max: PgMajor };
  /** Where the output of `build` goes, relative to dist-sql. `null`: never written to a file unless asked for by name. */
  readonly output: string | null;
  /** Extensions that may be used, and the schema their objects live in. */
  readonly extensions: ReadonlyMap<Ident, Ident>;
  /** Extensions that some servers of this platform have and others not; those used by default are in `extensions` too. */
  readonly optional: ReadonlyMap<Ident, OptionalExtension>;
  readonly features: ReadonlySet<Feature>;
  /** Where DDL finds what is written without a schema: `public`, and the schemas of the extensions. */
  readonly searchPath: readonly Ident[];
  /** How a table with `hypertable:` is stored. */
  readonly timeSeries: TimeSeries;
  /** What spreads tables with `scale:` over several servers; their hash partitions are plain tables then. */
  readonly scaleOut: 'citus' | null;
  /** What runs maintenance inside the database, where the platform has it. */
  readonly scheduler: 'pg_cron' | null;
  /** How one gets an extension that a server lacks: words that follow a colon, without a full stop. */
  readonly remedy: string;
  /**
   * Roles that may make extensions which PostgreSQL keeps for superusers; `platform` where it has rules of its own that
   * cannot be asked for.
   */
  readonly installers: readonly Ident[] | 'platform';
  /** The setting that lists what extensions may be made, by names with commas between. */
  readonly allowList: AllowList | null;
  /** Extensions that must be there and preloaded before anything is made; checked at the head of the file. */
  readonly preflight: readonly Preflight[];
  /** Roles that the platform may give rights on all that is made in `public`; what a spec does not grant them is revoked. */
  readonly defaultGrantees: readonly Ident[];
  /** `null`: nobody can be let in, so that all is for the owner alone. */
  readonly roles: Roles | null;
  /** Relations that one transaction may lock. */
  readonly lockBudget: number;
  /** The output is written in parts that are run one after the other; `null`: as one file. */
  readonly parts: PartLimits | null;
  readonly size: Size;
  readonly profile: Profile;
}

/** The database roles behind the words of `access:`. None can log in: an application's own role is made a member of them. */
export interface Roles {
  readonly anonymous: Ident;
  readonly member: Ident;
  readonly staff: Ident;
  readonly service: Ident;
  /** Those that are made when they are missing; the others come with the platform. */
  readonly made: readonly Ident[];
  /** Whether row security holds for the service, which then needs policies to see anything. */
  readonly serviceIsBound: boolean;
}

/** What one part may hold; one table or statement that is larger gets a part to itself. */
export interface PartLimits {
  readonly bytes: number;
  readonly tables: number;
  /** That its transaction locks. */
  readonly relations: number;
}

export interface AllowList {
  readonly setting: string;
  readonly whenEmpty: 'all' | 'none';
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
  /** What a setting of the extension has to be, which may be known only once it has been made; `null`: any will do. */
  readonly setting: RequiredSetting | null;
}

export interface RequiredSetting {
  readonly name: string;
  readonly value: string;
  /** As `Preflight.message`, for a server where it is something else. */
  readonly message: string;
}
