/**
 * What a change may cost a database that is in use. Changes to a table that the same plan creates, or that holds no rows,
 * cost nothing; that is decided here once.
 */
import type { Change, ChangeKind, ChangeOf } from '../diff/change.ts';
import { keyOf, objectKey } from '../model/keys.ts';
import type { Column, ColumnValue, Interval } from '../model/model.ts';
import { displayName, type QName } from '../model/name.ts';
import { type DataType, displayType } from '../model/type.ts';
import type { Hazard, HazardKind, LiveFacts } from './hazard.ts';
import { changesCatalogOnly, isCitext, lostBy, mayNotFit } from './type-change.ts';

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
  createRole: none,
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
  dropView: ({ view }, facts) => [
    ...(view.continuous === null
      ? []
      : [
          hazard(
            'DATA_LOSS',
            displayName(view.name),
            `${displayName(view.name)} forgets its sums of rows that are no longer there.`,
          ),
        ]),
    ...(facts.rebuilt.has(keyOf(view))
      ? []
      : [
          hazard(
            'BREAKS_OLD_CODE',
            displayName(view.name),
            `Code that reads ${displayName(view.name)} fails from now on.`,
          ),
        ]),
  ],
  setContinuousPolicy: ({ view, from, to }) =>
    isKeptShorter(from.keep, to.keep)
      ? [hazard('DATA_LOSS', displayName(view), `The retention job of ${displayName(view)} will drop older sums.`)]
      : [],
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
    !isKeptShorter(from?.after ?? null, to?.after ?? null)
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
  revokeDefaults: none,
  revoke: ({ on, grants }) => [
    hazard(
      'BREAKS_OLD_CODE',
      on.kind === 'schema' ? on.name : displayName(on.kind === 'function' ? on.function.name : on.name),
      `${grants[0].role} loses ${grants.map(({ privilege }) => privilege).join(', ')}.`,
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
