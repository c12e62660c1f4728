/**
 * What a change may cost a database that is in use. Changes to a table that the same plan creates, or that holds no rows,
 * cost nothing; that is decided here once.
 */
import type { Change, ChangeKind, ChangeOf } from '../diff/change.ts';
import { keyOf, objectKey } from '../model/keys.ts';
import type { Column, ColumnValue, Interval, ObjectKey } from '../model/model.ts';
import { displayName, type QName } from '../model/name.ts';
import { type DataType, displayType, sameType } from '../model/type.ts';

export type HazardKind =
  | 'DATA_LOSS'
  | 'DATA_DEPENDENT'
  | 'TABLE_REWRITE'
  | 'BLOCKS_READS'
  | 'BLOCKS_WRITES'
  | 'FULL_SCAN'
  | 'INDEX_BUILD'
  | 'INDEX_DROP'
  | 'AUTHZ'
  | 'BREAKS_OLD_CODE'
  | 'UNSUPPORTED';

export interface Hazard {
  readonly kind: HazardKind;
  /** What people name in `--allow KIND:object`: `users`, `users.email`. */
  readonly object: string;
  readonly message: string;
}

/** Hazards that a person has to name before apply goes on. The others are shown, and fail safely or cost time. */
const NEEDS_APPROVAL: ReadonlySet<HazardKind> = new Set(['DATA_LOSS', 'TABLE_REWRITE', 'AUTHZ']);

export const HAZARD_KINDS: readonly HazardKind[] = [
  'DATA_LOSS',
  'DATA_DEPENDENT',
  'TABLE_REWRITE',
  'BLOCKS_READS',
  'BLOCKS_WRITES',
  'FULL_SCAN',
  'INDEX_BUILD',
  'INDEX_DROP',
  'AUTHZ',
  'BREAKS_OLD_CODE',
  'UNSUPPORTED',
];

export function needsApproval(hazard: Hazard): boolean {
  return NEEDS_APPROVAL.has(hazard.kind);
}

/** What is known of the live database beyond its Model. */
export interface LiveFacts {
  /** Heap bytes of each table, partitions included. A table that is not listed counts as filled. */
  readonly sizes: ReadonlyMap<ObjectKey, number>;
  /** Domains with a check: each row has to be held against it. */
  readonly checkedDomains: ReadonlySet<ObjectKey>;
  /** Text columns that are computed and come back, so that dropping them loses nothing. */
  readonly rebuilt: ReadonlySet<string>;
}

type Judge<K extends ChangeKind> = (change: ChangeOf<K>, facts: LiveFacts) => readonly Hazard[];

const PARTS_SCHEMA = 'boyfanz_parts';

const none = (): readonly Hazard[] => [];

function hazard(kind: HazardKind, object: string, message: string): Hazard {
  return { kind, object, message };
}

function isEmpty(table: QName, facts: LiveFacts): boolean {
  return facts.sizes.get(objectKey('table', table)) === 0;
}

/** Hazards that only rows make. */
function onRows(table: QName, facts: LiveFacts, hazards: () => readonly Hazard[]): readonly Hazard[] {
  return isEmpty(table, facts) ? [] : hazards();
}

function part(table: QName, name: string): string {
  return `${displayName(table)}.${name}`;
}

function limit(type: DataType): number {
  return type.args.length === 0 ? Number.POSITIVE_INFINITY : Number(type.args[0]);
}

/** Stored alike, and told apart by how they are compared. */
function isTextLike(type: DataType): boolean {
  const names = type.schema === null ? ['character varying', 'text'] : ['citext'];
  return type.dimensions === 0 && names.includes(type.name);
}

function isCitext(type: DataType): boolean {
  return type.schema !== null && type.name === 'citext';
}

/**
 * Type changes that PostgreSQL makes in the catalog alone: wider varchar, varchar to text, numeric with more digits and
 * the same scale (ATColumnChangeRequiresRewrite in tablecmds.c, checked on 14-18). timestamp to timestamptz is one too, as
 * our session runs in UTC.
 */
function changesCatalogOnly(from: DataType, to: DataType): boolean {
  if (isTextLike(from) && isTextLike(to)) return limit(to) >= limit(from);
  // Elements of an array are converted one by one, even where there is nothing to convert.
  if (from.dimensions === 1 || to.dimensions === 1 || from.schema !== null || to.schema !== null) {
    return sameType(from, to);
  }
  if (from.name === to.name && from.name === 'numeric') {
    return to.args.length === 0 || (from.args.length > 0 && from.args[1] === to.args[1] && limit(to) >= limit(from));
  }
  const pair = `${from.name}>${to.name}`;
  const movesZone =
    pair === 'timestamp without time zone>timestamp with time zone' ||
    pair === 'timestamp with time zone>timestamp without time zone';
  return sameType(from, to) || (movesZone && limit(from) === limit(to));
}

const INTEGER_WIDTH: ReadonlyMap<string, number> = new Map([
  ['smallint', 2],
  ['integer', 4],
  ['bigint', 8],
]);

/** Types that take whatever casts to them, be it rounded or cut. */
const TAKES_ALL: ReadonlySet<string> = new Set([
  'text',
  'real',
  'double precision',
  'date',
  'time without time zone',
  'time with time zone',
  'timestamp without time zone',
  'timestamp with time zone',
  'interval',
]);

function digitsBeforePoint(type: DataType): number {
  return type.args.length === 0 ? Number.POSITIVE_INFINITY : Number(type.args[0]) - Number(type.args[1] ?? 0);
}

function mayNotFit(from: DataType, to: DataType): boolean {
  const before = INTEGER_WIDTH.get(from.name);
  const after = INTEGER_WIDTH.get(to.name);
  if (before !== undefined && after !== undefined) return after < before;
  if (from.name === 'numeric' && to.name === 'numeric') return digitsBeforePoint(to) < digitsBeforePoint(from);
  if (TAKES_ALL.has(to.name)) return false;
  if (to.args.length === 0 && (to.name === 'numeric' || to.name === 'character varying')) return false;
  return from.name !== to.name || limit(to) < limit(from);
}

/** What the cast of an assignment drops without an error, by `from>to`. */
const LOSSY: ReadonlyMap<string, string> = new Map([
  ['timestamp with time zone>date', 'the time of day'],
  ['timestamp without time zone>date', 'the time of day'],
  ['timestamp with time zone>time without time zone', 'the date'],
  ['timestamp without time zone>time without time zone', 'the date'],
  ['timestamp with time zone>time with time zone', 'the date'],
  ['time with time zone>time without time zone', 'the time zone'],
  ['interval>time without time zone', 'whole days'],
  ['double precision>real', 'digits'],
  ['double precision>numeric', 'digits'],
  ['inet>cidr', 'the host part'],
  ['text>name', 'what is past 63 bytes'],
  ['character varying>name', 'what is past 63 bytes'],
]);

const FRACTIONS: ReadonlySet<string> = new Set(['numeric', 'real', 'double precision']);

function scale(type: DataType): number {
  return type.args.length === 0 ? Number.POSITIVE_INFINITY : Number(type.args[1] ?? 0);
}

/** What goes in silence, in words; `null` when nothing does. */
function lostBy(from: DataType, to: DataType): string | null {
  const numeric = from.name === 'numeric' && to.name === 'numeric';
  if (numeric ? scale(to) < scale(from) : FRACTIONS.has(from.name) && INTEGER_WIDTH.has(to.name)) {
    return 'digits after the point';
  }
  if (from.name === to.name && from.name.startsWith('time') && limit(to) < limit(from)) return 'fractions of a second';
  return LOSSY.get(`${from.name}>${to.name}`) ?? null;
}

/** Indexes on the column are sorted anew. */
function judgeOrderChange(object: string, table: QName, from: Column, to: Column): readonly Hazard[] {
  const sameOrder = isCitext(from.type) === isCitext(to.type);
  if (sameOrder && from.collation?.name === to.collation?.name && from.collation?.schema === to.collation?.schema)
    return [];
  return [
    hazard('INDEX_BUILD', object, `The indexes on ${object} are built again in the new order.`),
    hazard('BLOCKS_READS', object, `${displayName(table)} is locked completely until they are.`),
  ];
}

function judgeTypeChange(table: QName, from: Column, to: Column): readonly Hazard[] {
  const object = part(table, to.name);
  const change = `${displayType(from.type)} to ${displayType(to.type)}`;
  if (changesCatalogOnly(from.type, to.type)) return judgeOrderChange(object, table, from, to);
  const lost = lostBy(from.type, to.type);
  return [
    ...(lost === null
      ? []
      : [hazard('DATA_LOSS', object, `Changing ${object} from ${change} drops ${lost} for good.`)]),
    hazard(
      'TABLE_REWRITE',
      object,
      `Changing ${object} from ${change} rewrites the table and its indexes; nobody can read or write it meanwhile.`,
    ),
    hazard('BLOCKS_READS', object, `${displayName(table)} is locked completely until the rewrite is done.`),
    ...(mayNotFit(from.type, to.type)
      ? [
          hazard(
            'DATA_DEPENDENT',
            object,
            `A value that does not fit into ${displayType(to.type)} makes the change fail.`,
          ),
        ]
      : []),
  ];
}

/** A default that is computed per row is written into every row at once; a constant or stable one is not. */
function writesEveryRow(value: ColumnValue): boolean {
  return (
    value.kind === 'identity' ||
    (value.kind === 'generated' && value.stored) ||
    (value.kind === 'default' && VOLATILE.test(value.expr))
  );
}

const VOLATILE = /\b(gen_random_uuid|uuid_v7|uuidv7|uuidv4|random|clock_timestamp|nextval|timeofday)\s*\(/i;

function isChecked(type: DataType, facts: LiveFacts): boolean {
  return (
    type.schema !== null && facts.checkedDomains.has(objectKey('domain', { schema: type.schema, name: type.name }))
  );
}

function judgeAddedColumn(table: QName, column: Column, facts: LiveFacts): readonly Hazard[] {
  const object = part(table, column.name);
  const hasNoValue = !column.nullable && column.value.kind === 'none';
  return [
    ...(hasNoValue
      ? [
          hazard(
            'DATA_DEPENDENT',
            object,
            `${object} is NOT NULL without a default: adding it fails as soon as the table has a row.`,
          ),
        ]
      : []),
    ...(writesEveryRow(column.value) || isChecked(column.type, facts)
      ? [
          hazard(
            'TABLE_REWRITE',
            object,
            `Adding ${object} writes a value into every row; nobody can read or write the table meanwhile.`,
          ),
          hazard('BLOCKS_READS', object, `${displayName(table)} is locked completely until the rewrite is done.`),
        ]
      : []),
  ];
}

function judgeAddedConstraint(table: QName, constraint: ChangeOf<'addConstraint'>['constraint']): readonly Hazard[] {
  const object = part(table, constraint.name);
  const fails = hazard('DATA_DEPENDENT', object, `Rows that break ${object} make adding it fail.`);
  const blocks = hazard('BLOCKS_WRITES', object, `${displayName(table)} takes no writes while its rows are checked.`);
  if (constraint.kind === 'check') {
    return constraint.validated
      ? [fails, hazard('FULL_SCAN', object, `Every row of ${displayName(table)} is checked.`), blocks]
      : [];
  }
  return [fails, hazard('INDEX_BUILD', object, `The index of ${object} is built.`), blocks];
}

const MINUTES = { minute: 1, hour: 60, day: 1440, month: 43_830 } as const;

/** @param from `null`: kept for ever */
function isKeptShorter(from: Interval | null, to: Interval | null): boolean {
  if (to === null) return false;
  return from === null || to.count * MINUTES[to.unit] < from.count * MINUTES[from.unit];
}

const JUDGES: { readonly [K in ChangeKind]: Judge<K> } = {
  createSchema: none,
  createExtension: none,
  createEnum: none,
  dropEnum: none,
  addEnumValue: none,
  renameEnumValue: (change) => [
    hazard('BREAKS_OLD_CODE', displayName(change.enum), `Code that still writes ${change.from} fails from now on.`),
  ],
  createDomain: none,
  dropDomain: none,
  setDomainDefault: none,
  setDomainNullable: ({ domain, nullable }) =>
    nullable
      ? []
      : [hazard('DATA_DEPENDENT', displayName(domain), 'A NULL in any column of the domain makes it fail.')],
  addDomainCheck: ({ domain, check }) => [
    hazard(
      'DATA_DEPENDENT',
      displayName(domain),
      `A value that breaks ${check.name} in any column of the domain makes it fail.`,
    ),
  ],
  dropDomainCheck: none,
  createSequence: none,
  dropSequence: ({ sequence }) => [
    hazard(
      'DATA_LOSS',
      displayName(sequence.name),
      `Dropping the sequence ${displayName(sequence.name)} forgets its value.`,
    ),
  ],
  alterSequence: none,
  setSequenceOwner: none,
  createFunction: none,
  replaceFunction: none,
  dropFunction: (change) => [
    hazard(
      'BREAKS_OLD_CODE',
      displayName(change.function.name),
      `Code that calls ${displayName(change.function.name)} fails from now on.`,
    ),
  ],
  createView: none,
  dropView: ({ view }, facts) =>
    facts.rebuilt.has(keyOf(view))
      ? []
      : [
          hazard(
            'BREAKS_OLD_CODE',
            displayName(view.name),
            `Code that reads ${displayName(view.name)} fails from now on.`,
          ),
        ],
  setViewOptions: ({ from, to }) => [
    ...(from.securityInvoker === to.securityInvoker
      ? []
      : [hazard('AUTHZ', displayName(to.name), `Whose rights ${displayName(to.name)} reads with changes.`)]),
    ...(from.securityBarrier && !to.securityBarrier
      ? [
          hazard(
            'AUTHZ',
            displayName(to.name),
            `A function in a condition may see rows that ${displayName(to.name)} holds back.`,
          ),
        ]
      : []),
  ],
  createTable: none,
  dropTable: ({ table }) => [
    hazard('DATA_LOSS', displayName(table.name), `Dropping ${displayName(table.name)} deletes its rows for good.`),
  ],
  // Nobody speaks of a partition by its name.
  renameTable: ({ from, to }) =>
    from.schema === PARTS_SCHEMA
      ? []
      : [hazard('BREAKS_OLD_CODE', displayName(to), `Code that still says ${displayName(from)} fails from now on.`)],
  setTableParameters: none,
  setLogged: ({ table, logged }, facts) =>
    onRows(table, facts, () => [
      hazard(
        'TABLE_REWRITE',
        displayName(table),
        `Making ${displayName(table)} ${logged ? 'logged' : 'unlogged'} rewrites it.`,
      ),
      hazard(
        'BLOCKS_READS',
        displayName(table),
        `${displayName(table)} is locked completely until the rewrite is done.`,
      ),
    ]),
  setReplicaIdentity: none,
  addPartition: none,
  dropPartition: ({ table, partition }) => [
    hazard(
      'DATA_LOSS',
      part(table, partition.name.name),
      `Dropping the partition ${displayName(partition.name)} deletes its rows for good.`,
    ),
  ],
  setRolling: ({ table, from, rolling }, facts) =>
    isKeptShorter(from?.keep ?? null, rolling.keep)
      ? onRows(table, facts, () => [
          hazard('DATA_LOSS', displayName(table), `The next cleaning of ${displayName(table)} drops older partitions.`),
        ])
      : [],
  dropRolling: none,
  createHypertable: none,
  setChunkInterval: none,
  setHypertableRetention: ({ table, from, to }) =>
    !isKeptShorter(from, to)
      ? []
      : [hazard('DATA_LOSS', displayName(table), `The retention job of ${displayName(table)} will drop older chunks.`)],
  setColumnstore: none,
  addColumn: ({ table, column }, facts) => onRows(table, facts, () => judgeAddedColumn(table, column, facts)),
  dropColumn: ({ table, column }) =>
    column.value.kind === 'generated'
      ? []
      : [
          hazard(
            'DATA_LOSS',
            part(table, column.name),
            `Dropping ${part(table, column.name)} deletes its values for good.`,
          ),
        ],
  renameColumn: ({ table, from, to }) => [
    hazard('BREAKS_OLD_CODE', part(table, to), `Code that still says ${part(table, from)} fails from now on.`),
  ],
  alterColumnType: ({ table, from, to }, facts) => onRows(table, facts, () => judgeTypeChange(table, from, to)),
  setColumnNullable: ({ table, column, nullable }, facts) =>
    nullable
      ? []
      : onRows(table, facts, () => [
          hazard('DATA_DEPENDENT', part(table, column), `A NULL in ${part(table, column)} makes it fail.`),
          hazard('FULL_SCAN', part(table, column), `Every row of ${displayName(table)} is checked while it is locked.`),
        ]),
  setColumnValue: none,
  addConstraint: ({ table, constraint }, facts) => onRows(table, facts, () => judgeAddedConstraint(table, constraint)),
  addForeignKey: ({ table, constraint }, facts) =>
    onRows(table, facts, () => [
      hazard(
        'DATA_DEPENDENT',
        part(table, constraint.name),
        `A row without its ${displayName(constraint.target)} makes it fail.`,
      ),
      hazard(
        'FULL_SCAN',
        part(table, constraint.name),
        `Every row of ${displayName(table)} is looked up in ${displayName(constraint.target)}.`,
      ),
      hazard(
        'BLOCKS_WRITES',
        part(table, constraint.name),
        `Neither ${displayName(table)} nor ${displayName(constraint.target)} takes writes meanwhile.`,
      ),
    ]),
  dropConstraint: none,
  renameConstraint: none,
  setConstraintDeferrable: none,
  validateConstraint: ({ table, constraint }, facts) =>
    onRows(table, facts, () => [
      hazard('DATA_DEPENDENT', part(table, constraint), `Rows that break ${constraint} make it fail.`),
    ]),
  createIndex: ({ table, index }, facts) =>
    onRows(table, facts, () => [
      hazard('INDEX_BUILD', part(table, index.name), `The index ${index.name} is built over all rows.`),
      hazard('BLOCKS_WRITES', part(table, index.name), `${displayName(table)} takes no writes meanwhile.`),
      ...(index.unique
        ? [hazard('DATA_DEPENDENT', part(table, index.name), `Duplicates make ${index.name} fail.`)]
        : []),
    ]),
  dropIndex: ({ table, index }, facts) =>
    onRows(table, facts, () => [
      hazard('INDEX_DROP', part(table, index.name), `Queries that used ${index.name} get slower.`),
    ]),
  renameIndex: none,
  setIndexParameters: none,
  setRowSecurity: ({ table, from, to }) =>
    from !== 'off' && to === 'off'
      ? [hazard('AUTHZ', displayName(table), `${displayName(table)} is opened to everybody who holds a grant on it.`)]
      : [],
  createPolicy: none,
  alterPolicy: none,
  dropPolicy: none,
  createTrigger: none,
  dropTrigger: none,
  setTriggerEnabled: none,
  grant: none,
  revoke: ({ on, grant }) => [
    hazard(
      'BREAKS_OLD_CODE',
      on.kind === 'schema' ? on.name : displayName(on.kind === 'function' ? on.function.name : on.name),
      `${grant.role} loses ${grant.privilege}.`,
    ),
  ],
  setComment: none,
  unsupported: ({ object, message }) => [hazard('UNSUPPORTED', object, message)],
};

export function judge<K extends ChangeKind>(change: ChangeOf<K>, facts: LiveFacts): readonly Hazard[] {
  const of = JUDGES[change.kind as K];
  return of(change, facts);
}

export function judgeAny(change: Change, facts: LiveFacts): readonly Hazard[] {
  return judge(change, facts);
}
