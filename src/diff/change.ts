/**
 * The vocabulary of differences. A change says what is to become true, in typed data and without SQL; a drop carries the
 * object as it was, so that it can be shown, ordered and judged.
 *
 * Adding a member here does not compile until `sql/change.ts` can print it, `plan/effects.ts` can order it and
 * `plan/judge.ts` has judged it.
 */
import type {
  ChunkRetention,
  Column,
  Columnstore,
  ColumnValue,
  Constraint,
  Continuous,
  DomainCheck,
  DomainDef,
  EnumDef,
  Expr,
  ExtensionDef,
  ForeignKey,
  FunctionDef,
  Grant,
  Hypertable,
  Index,
  Interval,
  ObjectKey,
  Partition,
  Partitioned,
  Policy,
  ReplicaIdentity,
  RoleDef,
  Rolling,
  SchemaDef,
  SequenceDef,
  StorageParameters,
  Table,
  Trigger,
  View,
} from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';

export type Change =
  // roles, schemas and extensions: never dropped, since others may live in them or on them
  | { readonly kind: 'createRole'; readonly role: RoleDef }
  | { readonly kind: 'createSchema'; readonly schema: SchemaDef }
  | { readonly kind: 'createExtension'; readonly extension: ExtensionDef }
  // types
  | { readonly kind: 'createEnum'; readonly enum: EnumDef }
  | { readonly kind: 'dropEnum'; readonly enum: EnumDef }
  | { readonly kind: 'addEnumValue'; readonly enum: QName; readonly label: string; readonly place: EnumPlace }
  | { readonly kind: 'renameEnumValue'; readonly enum: QName; readonly from: string; readonly to: string }
  | { readonly kind: 'createDomain'; readonly domain: DomainDef }
  | { readonly kind: 'dropDomain'; readonly domain: DomainDef }
  | { readonly kind: 'setDomainDefault'; readonly domain: QName; readonly default: Expr | null }
  | { readonly kind: 'setDomainNullable'; readonly domain: QName; readonly nullable: boolean }
  | { readonly kind: 'addDomainCheck'; readonly domain: QName; readonly check: DomainCheck }
  | { readonly kind: 'dropDomainCheck'; readonly domain: QName; readonly check: DomainCheck }
  // sequences
  | { readonly kind: 'createSequence'; readonly sequence: SequenceDef }
  | { readonly kind: 'dropSequence'; readonly sequence: SequenceDef }
  | { readonly kind: 'alterSequence'; readonly from: SequenceDef; readonly to: SequenceDef }
  | {
      readonly kind: 'setSequenceOwner';
      readonly sequence: QName;
      readonly from: SequenceDef['ownedBy'];
      readonly ownedBy: SequenceDef['ownedBy'];
    }
  // functions and views
  | { readonly kind: 'createFunction'; readonly function: FunctionDef }
  | { readonly kind: 'replaceFunction'; readonly from: FunctionDef; readonly to: FunctionDef }
  | { readonly kind: 'dropFunction'; readonly function: FunctionDef }
  | { readonly kind: 'createView'; readonly view: View }
  | { readonly kind: 'dropView'; readonly view: View }
  | { readonly kind: 'setViewOptions'; readonly from: View; readonly to: View }
  | {
      readonly kind: 'setContinuousPolicy';
      readonly view: QName;
      readonly from: Continuous;
      readonly to: Continuous;
    }
  // tables: `createTable` brings columns, storage with its fixed partitions, and every constraint but foreign keys
  | { readonly kind: 'createTable'; readonly table: Table }
  | { readonly kind: 'dropTable'; readonly table: Table }
  | { readonly kind: 'renameTable'; readonly from: QName; readonly to: QName }
  | {
      readonly kind: 'setTableParameters';
      readonly table: Table;
      readonly from: StorageParameters;
      readonly to: StorageParameters;
    }
  | { readonly kind: 'setLogged'; readonly table: QName; readonly logged: boolean }
  | { readonly kind: 'setReplicaIdentity'; readonly table: QName; readonly identity: ReplicaIdentity }
  // partitions and hypertables
  | {
      readonly kind: 'addPartition';
      readonly table: QName;
      readonly storage: Partitioned;
      readonly rowSecurity: Table['rowSecurity'];
      readonly partition: Partition;
    }
  | { readonly kind: 'dropPartition'; readonly table: QName; readonly partition: Partition }
  | {
      readonly kind: 'setRolling';
      readonly table: QName;
      readonly key: Ident;
      /** `null`: it had no rolling partitions. */
      readonly from: Rolling | null;
      readonly rolling: Rolling;
      readonly parameters: StorageParameters;
    }
  | { readonly kind: 'dropRolling'; readonly table: QName }
  | { readonly kind: 'createHypertable'; readonly table: QName; readonly storage: Hypertable }
  | { readonly kind: 'setChunkInterval'; readonly table: QName; readonly chunk: Interval }
  | {
      readonly kind: 'setHypertableRetention';
      readonly table: QName;
      readonly storage: Pick<Hypertable, 'time' | 'chunk'>;
      readonly from: ChunkRetention | null;
      readonly to: ChunkRetention | null;
    }
  | {
      readonly kind: 'setColumnstore';
      readonly table: QName;
      readonly from: Columnstore | null;
      readonly to: Columnstore | null;
    }
  // columns
  | { readonly kind: 'addColumn'; readonly table: QName; readonly column: Column }
  | { readonly kind: 'dropColumn'; readonly table: QName; readonly column: Column }
  | { readonly kind: 'renameColumn'; readonly table: QName; readonly from: Ident; readonly to: Ident }
  | { readonly kind: 'alterColumnType'; readonly table: QName; readonly from: Column; readonly to: Column }
  | { readonly kind: 'setColumnNullable'; readonly table: QName; readonly column: Ident; readonly nullable: boolean }
  | {
      readonly kind: 'setColumnValue';
      readonly table: QName;
      readonly column: Ident;
      readonly from: ColumnValue;
      readonly to: ColumnValue;
    }
  // constraints
  | { readonly kind: 'addConstraint'; readonly table: QName; readonly constraint: Exclude<Constraint, ForeignKey> }
  | { readonly kind: 'addForeignKey'; readonly table: QName; readonly constraint: ForeignKey }
  | { readonly kind: 'dropConstraint'; readonly table: QName; readonly constraint: Constraint }
  | { readonly kind: 'renameConstraint'; readonly table: QName; readonly from: Ident; readonly to: Ident }
  | { readonly kind: 'setConstraintDeferrable'; readonly table: QName; readonly constraint: ForeignKey }
  | { readonly kind: 'validateConstraint'; readonly table: QName; readonly constraint: Ident }
  // indexes
  | { readonly kind: 'createIndex'; readonly table: QName; readonly index: Index }
  | { readonly kind: 'dropIndex'; readonly table: QName; readonly index: Index }
  | { readonly kind: 'renameIndex'; readonly table: QName; readonly from: Ident; readonly to: Ident }
  | { readonly kind: 'setIndexParameters'; readonly table: QName; readonly from: Index; readonly to: Index }
  // row security, triggers
  | {
      readonly kind: 'setRowSecurity';
      readonly table: QName;
      /** Written-out partitions that get row security with their table. */
      readonly partitions: readonly QName[];
      readonly from: Table['rowSecurity'];
      readonly to: Table['rowSecurity'];
    }
  | { readonly kind: 'createPolicy'; readonly table: QName; readonly policy: Policy }
  | { readonly kind: 'alterPolicy'; readonly table: QName; readonly from: Policy; readonly to: Policy }
  | { readonly kind: 'dropPolicy'; readonly table: QName; readonly policy: Policy }
  | { readonly kind: 'createTrigger'; readonly table: QName; readonly trigger: Trigger }
  | { readonly kind: 'dropTrigger'; readonly table: QName; readonly trigger: Trigger }
  | { readonly kind: 'setTriggerEnabled'; readonly table: QName; readonly trigger: Trigger }
  // anything
  /** `since`: first major version of PostgreSQL that it is for, 0 for any. */
  | { readonly kind: 'grant'; readonly on: GrantTarget; readonly grants: GrantList; readonly since: number }
  | { readonly kind: 'revoke'; readonly on: GrantTarget; readonly grants: GrantList; readonly since: number }
  /** What the database gave by itself on what was just made, and on the sequences of identity columns. */
  | {
      readonly kind: 'revokeDefaults';
      readonly on: GrantTarget;
      readonly roles: readonly Ident[];
      readonly identity: readonly Ident[];
      readonly ofSequences: readonly Ident[];
    }
  | { readonly kind: 'setComment'; readonly on: CommentTarget; readonly comment: string | null }
  /** A difference that no statement of ours can make good; shown, and apply refuses. */
  | { readonly kind: 'unsupported'; readonly object: ObjectKey; readonly message: string; readonly help: string };

export type ChangeKind = Change['kind'];

export type ChangeOf<K extends ChangeKind> = Extract<Change, { readonly kind: K }>;

export type EnumPlace = { readonly kind: 'end' } | { readonly kind: 'before' | 'after'; readonly label: string };

export type GrantTarget =
  | { readonly kind: 'schema'; readonly name: Ident }
  | { readonly kind: 'table' | 'view' | 'sequence'; readonly name: QName }
  | { readonly kind: 'function'; readonly function: Pick<FunctionDef, 'name' | 'args'> };

/** Of one role, and all alike in whether they may be passed on: what one statement says. */
export type GrantList = readonly [Grant, ...Grant[]];

export type CommentTarget =
  | { readonly kind: 'schema'; readonly name: Ident }
  | { readonly kind: 'table' | 'view' | 'sequence' | 'enum' | 'domain'; readonly name: QName }
  | { readonly kind: 'function'; readonly function: Pick<FunctionDef, 'name' | 'args'> }
  | { readonly kind: 'column' | 'constraint' | 'policy' | 'trigger'; readonly table: QName; readonly name: Ident }
  | { readonly kind: 'index'; readonly table: QName; readonly name: Ident };
