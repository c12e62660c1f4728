/**
 * The Model: an immutable description of a database, whether it came from specs or from a server.
 *
 * Absent is `null` and never `undefined`, so that two Models compare property by property. Expressions are SQL text; who
 * spelled them (a person or a server) makes no difference here, see `db/spell.ts`. Order is meaning only where PostgreSQL
 * keeps one: key columns, enum values. What a server cannot know about a table lives beside the Model in `info.ts`.
 */
import type { Ident, QName } from './name.ts';
import type { DataType } from './type.ts';

/** SQL text of an expression, as written after CHECK, DEFAULT, WHERE or USING, without outer parentheses. */
export type Expr = string;

/** `kind schema.name`, or `function schema.name(argument types)`: unique in one database. See `keys.ts`. */
export type ObjectKey = string;

export interface Model {
  /** Insertion order is the order of the specs, or of names when read from a server. */
  readonly objects: ReadonlyMap<ObjectKey, SchemaObject>;
}

export type SchemaObject =
  | RoleDef
  | SchemaDef
  | ExtensionDef
  | EnumDef
  | DomainDef
  | SequenceDef
  | FunctionDef
  | Table
  | View;

export type ObjectKind = SchemaObject['kind'];

/** A role that cannot log in. Roles belong to the whole server: one that is there is taken as it is, and none is dropped. */
export interface RoleDef {
  readonly kind: 'role';
  readonly name: Ident;
}

export interface SchemaDef {
  readonly kind: 'schema';
  readonly name: Ident;
  readonly comment: string | null;
  readonly grants: readonly Grant[];
}

export interface ExtensionDef {
  readonly kind: 'extension';
  readonly name: Ident;
  /** `null`: wherever the server puts it (an extension that names its own schema, or is there already). */
  readonly schema: Ident | null;
}

export interface EnumDef {
  readonly kind: 'enum';
  readonly name: QName;
  readonly values: readonly EnumValue[];
  readonly comment: string | null;
}

export interface EnumValue {
  readonly label: string;
  /** Former label, so that a rename is not taken for a drop and an add. */
  readonly renamedFrom: string | null;
}

export interface DomainDef {
  readonly kind: 'domain';
  readonly name: QName;
  readonly type: DataType;
  readonly collation: QName | null;
  readonly nullable: boolean;
  readonly default: Expr | null;
  readonly checks: readonly DomainCheck[];
  readonly comment: string | null;
}

export interface DomainCheck {
  readonly name: Ident;
  readonly expr: Expr;
}

/** A stand-alone sequence. The sequence of an identity column is part of that column. */
export interface SequenceDef {
  readonly kind: 'sequence';
  readonly name: QName;
  readonly options: SequenceOptions;
  readonly ownedBy: { readonly table: QName; readonly column: Ident } | null;
  readonly comment: string | null;
  readonly grants: readonly Grant[];
}

/** Bounds are decimal text: 2^63-1 does not fit into a number. */
export interface SequenceOptions {
  readonly type: 'smallint' | 'integer' | 'bigint';
  readonly start: string;
  readonly increment: string;
  readonly min: string;
  readonly max: string;
  readonly cache: string;
  readonly cycle: boolean;
}

export interface FunctionDef {
  readonly kind: 'function';
  readonly name: QName;
  readonly args: readonly FunctionArg[];
  /** The result as written after RETURNS: `trigger`, `setof public.users`, `table (id uuid)`. */
  readonly returns: string;
  readonly language: 'sql' | 'plpgsql';
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly strict: boolean;
  readonly security: 'invoker' | 'definer';
  readonly parallel: 'safe' | 'restricted' | 'unsafe';
  /** `SET` clauses by setting name; every function of ours sets `search_path`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly body: FunctionBody;
  readonly comment: string | null;
  /** EXECUTE is revoked from PUBLIC, so only what stands here is granted. */
  readonly grants: readonly Grant[];
  /** Triggers that call it on tables of the platform, which are nobody's to describe. */
  readonly attached: readonly Attached[];
}

export interface Attached {
  readonly table: QName;
  readonly trigger: Trigger;
}

export interface FunctionArg {
  readonly name: Ident | null;
  readonly mode: 'in' | 'out' | 'inout' | 'variadic';
  readonly type: DataType;
  readonly default: Expr | null;
}

/**
 * The source text, and other texts for servers from a given version on (`18` for PostgreSQL 18). A Model read from a
 * server has no variants; `build` for several versions prints one block that chooses on the server.
 */
export interface FunctionBody {
  readonly text: string;
  readonly variants: readonly { readonly since: number; readonly text: string }[];
}

export interface View {
  readonly kind: 'view';
  readonly name: QName;
  readonly query: Expr;
  /** PostgreSQL 15+. On older servers a view always runs with its owner's rights. */
  readonly securityInvoker: boolean;
  readonly securityBarrier: boolean;
  /** Not `null` for a continuous aggregate of TimescaleDB, which keeps the result of `query` and brings it up to date. */
  readonly continuous: Continuous | null;
  readonly comment: string | null;
  readonly grants: readonly Grant[];
  /** Given only where the view can read with its caller's rights, and so keep to the policies of its tables: PostgreSQL 15+. */
  readonly callerGrants: readonly Grant[];
}

export interface Continuous {
  /** The hypertable that is summed up. */
  readonly of: QName;
  /** `null`: somebody has taken the job away. */
  readonly refresh: Refresh | null;
  /** How long sums are kept, whatever becomes of the rows; `null`: for ever. */
  readonly keep: Interval | null;
}

/** Every so often what happened between `start` and `end` ago is summed up anew. */
export interface Refresh {
  readonly start: Interval;
  readonly end: Interval;
  readonly every: Interval;
}

export interface Table {
  readonly kind: 'table';
  readonly name: QName;
  readonly comment: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly storage: Storage;
  readonly rowSecurity: 'off' | 'on' | 'forced';
  readonly policies: readonly Policy[];
  readonly grants: readonly Grant[];
  readonly triggers: readonly Trigger[];
  /** `default`: the primary key; `full`, `nothing`; or the name of a unique index. */
  readonly replicaIdentity: ReplicaIdentity;
  readonly renamedFrom: QName | null;
}

export type ReplicaIdentity =
  | { readonly kind: 'default' | 'full' | 'nothing' }
  | { readonly kind: 'index'; readonly name: Ident };

export interface Column {
  readonly name: Ident;
  readonly type: DataType;
  readonly nullable: boolean;
  readonly value: ColumnValue;
  /** `null`: the default collation of the type. */
  readonly collation: QName | null;
  readonly comment: string | null;
  readonly renamedFrom: Ident | null;
}

/** Where a column's value comes from when a statement gives none: exactly one of these, as in PostgreSQL's grammar. */
export type ColumnValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'default'; readonly expr: Expr }
  | { readonly kind: 'generated'; readonly expr: Expr; readonly stored: boolean }
  | { readonly kind: 'identity'; readonly mode: 'always' | 'by default'; readonly options: SequenceOptions };

export type Constraint = PrimaryKey | Unique | Check | Exclusion | ForeignKey;

export type Deferrability = 'not deferrable' | 'deferrable' | 'initially deferred';

interface ConstraintBase {
  readonly name: Ident;
  readonly comment: string | null;
  readonly renamedFrom: Ident | null;
}

export interface PrimaryKey extends ConstraintBase {
  readonly kind: 'primaryKey';
  readonly columns: readonly Ident[];
  readonly include: readonly Ident[];
  readonly deferrable: Deferrability;
}

export interface Unique extends ConstraintBase {
  readonly kind: 'unique';
  readonly columns: readonly Ident[];
  readonly include: readonly Ident[];
  /** PostgreSQL 15+. */
  readonly nullsNotDistinct: boolean;
  readonly deferrable: Deferrability;
}

export interface Check extends ConstraintBase {
  readonly kind: 'check';
  readonly expr: Expr;
  readonly noInherit: boolean;
  readonly validated: boolean;
}

export interface Exclusion extends ConstraintBase {
  readonly kind: 'exclusion';
  readonly method: 'gist' | 'spgist' | 'btree' | 'hash';
  readonly elements: readonly ExclusionElement[];
  readonly where: Expr | null;
  readonly deferrable: Deferrability;
}

export interface ExclusionElement {
  readonly key: IndexKeyTarget;
  readonly opclass: Ident | null;
  /** Operator symbol without schema: `=`, `&&`. */
  readonly operator: string;
}

export interface ForeignKey extends ConstraintBase {
  readonly kind: 'foreignKey';
  readonly columns: readonly Ident[];
  readonly target: QName;
  readonly targetColumns: readonly Ident[];
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  readonly match: 'simple' | 'full';
  readonly deferrable: Deferrability;
  readonly validated: boolean;
}

/** `columns` of SET NULL and SET DEFAULT: only these (PostgreSQL 15+, ON DELETE only); empty means all. */
export type ReferentialAction =
  | { readonly kind: 'no action' | 'restrict' | 'cascade' }
  | { readonly kind: 'set null' | 'set default'; readonly columns: readonly Ident[] };

export interface Index {
  readonly name: Ident;
  readonly unique: boolean;
  readonly method: IndexMethod;
  readonly keys: readonly IndexKey[];
  readonly include: readonly Ident[];
  readonly where: Expr | null;
  /** PostgreSQL 15+. */
  readonly nullsNotDistinct: boolean;
  /** `fillfactor`, `pages_per_range`, …; raw text values. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly comment: string | null;
  readonly renamedFrom: Ident | null;
}

export type IndexMethod = 'btree' | 'hash' | 'gin' | 'gist' | 'spgist' | 'brin' | 'hnsw';

export interface IndexKey {
  readonly key: IndexKeyTarget;
  /** Operator class without schema, `null` for the default of the type. */
  readonly opclass: Ident | null;
  readonly collation: QName | null;
  readonly direction: 'asc' | 'desc';
  /** `asc` puts nulls last and `desc` first unless said otherwise; always filled in. */
  readonly nulls: 'first' | 'last';
}

export type IndexKeyTarget =
  | { readonly kind: 'column'; readonly column: Ident }
  | { readonly kind: 'expression'; readonly expr: Expr };

export type Storage = Heap | Partitioned | Hypertable;

/** Storage parameters by name (`fillfactor`, `autovacuum_vacuum_scale_factor`, `toast.…`), raw text values. */
export type StorageParameters = Readonly<Record<string, string>>;

export interface Heap {
  readonly kind: 'heap';
  readonly unlogged: boolean;
  readonly parameters: StorageParameters;
}

export interface Partitioned {
  readonly kind: 'partitioned';
  readonly by: 'range' | 'list' | 'hash';
  readonly key: readonly Ident[];
  readonly parts: Partitions;
  /** Set on every partition: a partitioned parent itself takes none. */
  readonly parameters: StorageParameters;
}

export type Partitions =
  | { readonly kind: 'fixed'; readonly partitions: readonly Partition[] }
  | { readonly kind: 'rolling'; readonly rolling: Rolling };

export interface Partition {
  readonly name: QName;
  readonly bound: PartitionBound;
}

/** Range and list values are SQL literals as the server prints them after FROM, TO or IN. */
export type PartitionBound =
  | { readonly kind: 'hash'; readonly modulus: number; readonly remainder: number }
  | { readonly kind: 'list'; readonly values: readonly Expr[] }
  | { readonly kind: 'range'; readonly from: readonly Expr[]; readonly to: readonly Expr[] }
  | { readonly kind: 'default' };

/** Range partitions that a function in the database makes ahead of time and drops past their keep. */
export interface Rolling {
  readonly every: Interval;
  /** How many future partitions stand ready. */
  readonly ahead: number;
  /** `null`: kept for ever. */
  readonly keep: Interval | null;
  /** A default partition takes rows that find no other, so that a missed run of maintenance stops no insert. */
  readonly overflow: boolean;
}

export interface Hypertable {
  readonly kind: 'hypertable';
  readonly time: Ident;
  readonly chunk: Interval;
  /** `null`: kept for ever. */
  readonly keep: ChunkRetention | null;
  readonly columnstore: Columnstore | null;
  readonly parameters: StorageParameters;
}

/** `policy`: a job of TimescaleDB's own; `maintenance`: our function, where the edition has no jobs. */
export interface ChunkRetention {
  readonly after: Interval;
  readonly by: 'policy' | 'maintenance';
}

export interface Columnstore {
  readonly after: Interval;
  readonly segmentBy: readonly Ident[];
  readonly orderBy: readonly ColumnOrder[];
}

export interface ColumnOrder {
  readonly column: Ident;
  readonly direction: 'asc' | 'desc';
  readonly nulls: 'first' | 'last';
}

/** Canonical: weeks are written as days, years as months, whole hours as hours. */
export interface Interval {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'month';
}

export interface Policy {
  readonly name: Ident;
  readonly permissive: boolean;
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete';
  /** Raw role names; `public` means everybody. Sorted. */
  readonly roles: readonly Ident[];
  readonly using: Expr | null;
  readonly check: Expr | null;
  readonly comment: string | null;
}

export type Privilege =
  | 'select'
  | 'insert'
  | 'update'
  | 'delete'
  | 'truncate'
  | 'references'
  | 'trigger'
  | 'usage'
  | 'create'
  | 'execute';

/** One privilege of one role; `columns` is `null` for the whole object. One entry per privilege keeps comparing simple. */
export interface Grant {
  readonly role: Ident;
  readonly privilege: Privilege;
  /** Sorted. */
  readonly columns: readonly Ident[] | null;
  readonly grantable: boolean;
}

export interface Trigger {
  readonly name: Ident;
  readonly timing: 'before' | 'after' | 'instead of';
  /** In the order insert, update, delete, truncate. */
  readonly events: readonly TriggerEvent[];
  /** Columns of `update of`; empty for any. */
  readonly updateOf: readonly Ident[];
  readonly level: 'row' | 'statement';
  readonly when: Expr | null;
  readonly function: QName;
  readonly args: readonly string[];
  /** Not `null` for a constraint trigger. */
  readonly constraint: Deferrability | null;
  readonly oldTable: Ident | null;
  readonly newTable: Ident | null;
  readonly enabled: 'origin' | 'disabled' | 'replica' | 'always';
  readonly comment: string | null;
}

export type TriggerEvent = 'insert' | 'update' | 'delete' | 'truncate';

export const EMPTY_MODEL: Model = { objects: new Map() };
