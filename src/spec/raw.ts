/**
 * The spec language as types: one document after YAML and JSON Schema, with every spelling that a person may use.
 * `lower-*.ts` turns it into Model objects. `schema.ts` is the JSON Schema of the same; the key order here is the key
 * order that specs are held to.
 */
import type { AccessWord, PiiClass } from '../model/info.ts';

export type RawDocument =
  | RawTable
  | RawEnum
  | RawDomain
  | RawSequence
  | RawView
  | RawFunction
  | RawExtension
  | RawSchema;

/** What a part may say about the targets it is for; elsewhere it does not exist. `for-target.ts` decides. */
export interface RawCondition {
  /** Only where the target uses this extension. */
  requires?: string;
  /** Only where it does not. */
  lacks?: string;
}

/** SQL where a literal would stand otherwise. */
export interface RawSql {
  sql: string;
}

export type RawLiteral = string | number | boolean;

export interface RawSchema {
  schema: string;
  comment?: string;
  grants?: RawGrant[];
}

export interface RawExtension {
  extension: string;
}

export interface RawEnum {
  enum: string;
  schema?: string;
  comment: string;
  /** A value, or `{ value: gold, renamed_from: yellow }`. */
  values: (string | { value: string; renamed_from: string })[];
}

export interface RawDomain {
  domain: string;
  schema?: string;
  comment: string;
  type: string;
  collation?: string;
  nullable?: boolean;
  default?: RawLiteral | RawSql;
  checks?: Record<string, string>;
}

export interface RawSequence {
  sequence: string;
  schema?: string;
  comment: string;
  type?: 'smallint' | 'integer' | 'bigint';
  start?: number | string;
  increment?: number | string;
  min?: number | string;
  max?: number | string;
  cache?: number;
  cycle?: boolean;
  grants?: RawGrant[];
}

export interface RawView {
  view: string;
  schema?: string;
  comment: string;
  /** Either this or `continuous`. */
  query?: string;
  continuous?: RawContinuous;
  requires?: string;
  lacks?: string;
  /** Default true; silently without effect on PostgreSQL 14, where the option does not exist. */
  security_invoker?: boolean;
  security_barrier?: boolean;
  read?: AccessWord[];
  grants?: RawGrant[];
}

/** Sums over a hypertable: kept up to date where TimescaleDB can do that, computed when they are read elsewhere. */
export interface RawContinuous {
  of: string;
  /** The column `bucket` of the result: the time, in steps. */
  bucket: { time: string; width: string };
  by?: string[];
  /** Column to SQL with an aggregate. */
  measures: Record<string, string>;
  where?: string;
  refresh: { start: string; end: string; every: string };
  keep?: string;
}

export interface RawFunction {
  function: string;
  schema?: string;
  comment: string;
  arguments?: Record<
    string,
    string | { type: string; default?: RawLiteral | RawSql; mode?: 'in' | 'out' | 'inout' | 'variadic' }
  >;
  returns: string;
  language?: 'sql' | 'plpgsql';
  volatility?: 'immutable' | 'stable' | 'volatile';
  strict?: boolean;
  security?: 'invoker' | 'definer';
  parallel?: 'safe' | 'restricted' | 'unsafe';
  /** `search_path: ''` is added unless given. */
  settings?: Record<string, string>;
  /** The text, or a file in templates/. */
  body: string | { template: string };
  /** Other texts from a server version on: `{ 18: { template: … } }` written as `since_18`. */
  body_since?: { version: number; body: string | { template: string } }[];
  grants?: RawGrant[];
  /** Triggers on tables that the platform makes, by `schema.table` and name. */
  attach?: Record<string, Record<string, RawAttachment>>;
  requires?: string;
  lacks?: string;
}

export interface RawTable {
  table: string;
  schema?: string;
  renamed_from?: string;
  comment: string;
  use?: string[];
  columns: Record<string, string | RawColumn>;
  primary_key?: string[] | RawKey;
  /** A list of columns, or the long form. */
  unique?: (string[] | RawUnique)[];
  foreign_keys?: Record<string, RawForeignKey>;
  checks?: Record<string, string | RawCheck>;
  exclude?: Record<string, RawExclusion>;
  /** Beyond primary key, unique and foreign keys, which bring their own. */
  indexes?: RawIndex[];
  triggers?: Record<string, RawTrigger>;
  storage?: RawStorage;
  partition?: RawPartition;
  hypertable?: RawHypertable;
  scale?: 'local' | 'reference' | RawScale;
  replica_identity?: 'default' | 'full' | 'nothing' | { index: string };
  access: RawAccess;
  row_security?: 'on' | 'off' | 'forced';
  policies?: Record<string, RawPolicy>;
  grants?: RawGrant[];
  volume: number | string;
  retention?: string;
  erasure?: RawErasure;
  /** Rule code to the reason for breaking it. */
  allow?: Record<string, string>;
}

export interface RawColumn {
  type: string;
  requires?: string;
  lacks?: string;
  /** Type where the extension of `requires` is not used; without it the column is not there at all. */
  otherwise?: string;
  renamed_from?: string;
  nullable?: boolean;
  default?: RawLiteral | RawSql;
  identity?: 'always' | 'by default' | ({ mode: 'always' | 'by default' } & RawSequenceOptions);
  /** SQL. */
  generated?: string;
  collation?: string;
  /** Becomes a CHECK named `TABLE_COLUMN_check`. */
  one_of?: string[];
  references?: RawReference;
  /** A table that the value points to without a constraint. */
  soft_references?: string;
  pii?: PiiClass;
  comment?: string;
}

export interface RawSequenceOptions {
  start?: number | string;
  increment?: number | string;
  min?: number | string;
  max?: number | string;
  cache?: number;
  cycle?: boolean;
}

export type RawAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

export type RawDeferrable = boolean | 'initially deferred';

export interface RawReference {
  table: string;
  /** Default: the target's primary key. */
  column?: string;
  on_delete: RawAction;
  on_update?: RawAction;
  deferrable?: RawDeferrable;
  name?: string;
}

export interface RawForeignKey {
  columns: string[];
  references: { table: string; columns?: string[] };
  on_delete: RawAction | { set_null: string[] };
  on_update?: RawAction;
  match?: 'simple' | 'full';
  deferrable?: RawDeferrable;
  name?: string;
  requires?: string;
  lacks?: string;
}

export interface RawKey {
  columns: string[];
  include?: string[];
  nulls_not_distinct?: boolean;
  deferrable?: RawDeferrable;
  name?: string;
  renamed_from?: string;
}

export type RawUnique = RawKey & RawCondition;

export interface RawCheck {
  sql: string;
  requires?: string;
  lacks?: string;
  no_inherit?: boolean;
  not_valid?: boolean;
  comment?: string;
  renamed_from?: string;
}

export interface RawExclusion {
  using?: 'gist' | 'spgist' | 'btree' | 'hash';
  elements: { column?: string; sql?: string; with: string; opclass?: string }[];
  where?: string;
  deferrable?: RawDeferrable;
  requires?: string;
  lacks?: string;
}

/** `name`, `{ name: desc }`, or the long form with exactly one of `column` and `sql`. */
export type RawIndexColumn =
  | string
  | Record<string, 'asc' | 'desc'>
  | {
      column?: string;
      sql?: string;
      opclass?: string;
      collation?: string;
      order?: 'asc' | 'desc';
      nulls?: 'first' | 'last';
    };

export interface RawIndex {
  columns: RawIndexColumn[];
  unique?: boolean;
  using?: 'btree' | 'hash' | 'gin' | 'gist' | 'spgist' | 'brin' | 'hnsw';
  include?: string[];
  where?: string;
  nulls_not_distinct?: boolean;
  with?: Record<string, string | number | boolean>;
  requires?: string;
  lacks?: string;
  name?: string;
  renamed_from?: string;
  comment?: string;
}

/** A trigger on a table of the platform. */
export type RawAttachment = Pick<RawTrigger, 'timing' | 'events' | 'level' | 'args'>;

export interface RawTrigger {
  timing: 'before' | 'after' | 'instead of';
  events: (('insert' | 'update' | 'delete' | 'truncate') | { update_of: string[] })[];
  /** `row` unless said otherwise. */
  level?: 'row' | 'statement';
  when?: string;
  /** `boyfanz.touch_updated_at`. */
  function: string;
  args?: string[];
  constraint?: boolean | 'deferrable' | 'initially deferred';
  old_table?: string;
  new_table?: string;
  enabled?: 'origin' | 'disabled' | 'replica' | 'always';
  requires?: string;
  lacks?: string;
}

export interface RawStorage {
  unlogged?: boolean;
  /** Storage parameters such as fillfactor. */
  with?: Record<string, string | number | boolean>;
}

export interface RawPartition {
  by: 'range' | 'list' | 'hash';
  key: string | string[];
  /** hash: how many. */
  parts?: number;
  /** list: part name to values; `default: true` for the rest. */
  values?: Record<string, RawLiteral[]>;
  /** range, fixed: part name to bounds (SQL literals as text); `minvalue` and `maxvalue` are allowed. */
  ranges?: Record<string, { from: RawLiteral; to: RawLiteral }>;
  /** range, rolling. */
  every?: string;
  ahead?: number;
  keep?: string;
  /** list and range: name of the default partition; rolling: `true`. */
  default?: string | true;
}

export interface RawHypertable {
  time: string;
  chunk: string;
  compress_after?: string;
  segment_by?: string[];
  order_by?: (string | Record<string, 'asc' | 'desc'>)[];
  keep?: string;
}

/** Where rows live on several servers: `by` a column, or `as: reference`; on one of them when neither is said. */
export interface RawScale {
  as?: 'local' | 'reference';
  by?: string;
  /** The table whose rows with the same value are on the same server. */
  with?: string;
  /** Name of a constraint, unique index or trigger to why it can go. */
  drops?: Record<string, string>;
}

export interface RawAccess {
  /** A column that holds the owner's user id, `none`, or the way there through a parent. */
  owner?: string | { through: string; parent: string };
  parties?: string[];
  participants?: { through: string; match: string | Record<string, string>; member: string };
  /** As `owner`; the column `creator_id` unless said. */
  creator?: string | { through: string; parent: string };
  seen_with?: { through: string; parent: string };
  staff?: string;
  member_while?: string;
  read: AccessWord[];
  write: AccessWord[];
  /** Instead of `write`. */
  insert?: AccessWord[];
  update?: AccessWord[];
  delete?: AccessWord[];
  when?: Partial<Record<AccessWord, string>>;
  write_when?: Partial<Record<AccessWord, string>>;
  hidden?: string[];
  fixed?: string[];
  note?: string;
}

/** What happens to rows when a person whom they are about is erased. */
export interface RawErasure {
  /** Kind of data, for proofs and legal holds; that of the section unless said. */
  domain?: string;
  /** Why rows stay as they are, where nothing or not everything is done to them. */
  keep?: string;
  /** By the column with the person's id, or by the way there: `messages.sender_id`. */
  people?: Record<string, 'delete' | 'unlink' | 'keep' | RawErasureChange>;
}

export interface RawErasureChange {
  /** With `where`: deletes only some rows. */
  delete?: true;
  /** Columns to set to null. */
  clear?: string[];
  /** Column to SQL. */
  set?: Record<string, string>;
  /** SQL: only these rows. */
  where?: string;
}

export interface RawPolicy {
  command: 'all' | 'select' | 'insert' | 'update' | 'delete';
  roles: string[];
  restrictive?: boolean;
  using?: string;
  check?: string;
  requires?: string;
  lacks?: string;
}

export interface RawGrant {
  role: string;
  privileges: string[];
  columns?: string[];
  grantable?: boolean;
}

/** `column-groups.yaml`. A group brings columns, and triggers that keep them true. */
export type RawColumnGroups = Record<
  string,
  { comment: string; columns: Record<string, string | RawColumn>; triggers?: Record<string, RawTrigger> }
>;

/** `project.yaml`. */
export interface RawProject {
  name: string;
  /** Schemas the tool manages; the first is the default. */
  schemas: string[];
  /** Section folder to its title. */
  sections: Record<string, string>;
  /** Names (`*` stands for any characters) that are left alone in a live database. */
  ignore?: string[];
  /** Whose data is erased, and how its kinds are called. */
  erasure?: {
    /** The table with a row for each person. */
    people: string;
    /** Section folder to the domain of its tables. */
    domains: Record<string, string>;
  };
}
