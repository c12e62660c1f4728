/** How a table is stored: heap, partitions, hypertable. */
import { isDeepStrictEqual } from 'node:util';
import { sameInterval } from '../model/interval.ts';
import { keyOf } from '../model/keys.ts';
import type { Heap, Hypertable, Partition, Partitioned, Storage, Table } from '../model/model.ts';
import { displayName, type QName, sameName } from '../model/name.ts';
import type { Change } from './change.ts';
import { retyped } from './column.ts';
import { type Facets, noChange, runFacets } from './facets.ts';

interface Context {
  readonly from: Table;
  readonly to: Table;
}

const COPY = 'Make a table with another name, copy the rows, and swap the names in one transaction.';

function unsupported({ to }: Context, what: string, help = COPY): readonly Change[] {
  return [
    {
      kind: 'unsupported',
      object: keyOf(to),
      message: `${displayName(to.name)} ${what}; PostgreSQL cannot do that in place.`,
      help,
    },
  ];
}

const HEAP: Facets<Heap, Context> = {
  kind: noChange,
  unlogged: (_from, to, { to: table }) => [{ kind: 'setLogged', table: table.name, logged: !to.unlogged }],
  parameters: (from, to, { to: table }) => [
    { kind: 'setTableParameters', table, from: from.parameters, to: to.parameters },
  ],
};

/** The changes that make what CREATE TABLE leaves to a call of its own. */
export function createdStorage(table: Table): readonly Change[] {
  const { storage } = table;
  switch (storage.kind) {
    case 'heap':
      return [];
    case 'hypertable':
      return [{ kind: 'createHypertable', table: table.name, storage }];
    case 'partitioned':
      return storage.parts.kind === 'fixed' ? [] : setRolling(table.name, null, storage);
  }
}

/** Other hash partitions are another size, and growing is what happens to every platform that does well. */
function growHelp({ to }: Context): string {
  return `\`boyfanz-schema grow ${displayName(to.name)} --size SIZE\` prints SQL for it: 1. make the new table beside the old one, 2. copy the rows in batches while the old one is in use, 3. compare, 4. swap them, 5. drop the old one. See docs/sizes.md.`;
}

function isHash(storage: Storage): boolean {
  return storage.kind === 'partitioned' && storage.by === 'hash';
}

function setRolling(table: QName, from: Partitioned | null, storage: Partitioned): readonly Change[] {
  const [key] = storage.key;
  const before = from?.parts.kind === 'rolling' ? from.parts.rolling : null;
  if (storage.parts.kind !== 'rolling' || key === undefined) return [];
  return [
    {
      kind: 'setRolling',
      table,
      key,
      from: before,
      rolling: storage.parts.rolling,
      parameters: storage.parameters,
    },
  ];
}

const PARTITIONED: Facets<Partitioned, Context> = {
  kind: noChange,
  by: (from, to, context) => unsupported(context, `goes from ${from.by} to ${to.by} partitions`),
  key: (_from, to, context) => unsupported(context, `gets the partition key ${to.key.join(', ')}`),
  // Under another key or strategy the partitions are no counterparts of each other.
  parts: (from, to, context) =>
    from.by === to.by && isDeepStrictEqual(from.key, to.key) ? diffParts(from, to, context) : [],
  // Rolling partitions take theirs when they are made.
  parameters: (from, to, { to: table }) =>
    to.parts.kind === 'rolling'
      ? setRolling(table.name, from, to)
      : [{ kind: 'setTableParameters', table, from: from.parameters, to: to.parameters }],
};

function diffParts(from: Partitioned, to: Partitioned, context: Context): readonly Change[] {
  const table = context.to.name;
  if (to.parts.kind === 'rolling') {
    if (from.parts.kind === 'rolling' && !sameInterval(from.parts.rolling.every, to.parts.rolling.every)) {
      return unsupported(context, 'changes the width of its rolling partitions');
    }
    return isDeepStrictEqual(from.parameters, to.parameters) ? setRolling(table, from, to) : [];
  }
  if (from.parts.kind === 'rolling') return unsupported(context, 'goes from rolling to written-out partitions');
  if (to.by === 'hash' && from.parts.partitions.length !== to.parts.partitions.length) {
    return unsupported(
      context,
      `goes from ${from.parts.partitions.length} to ${to.parts.partitions.length} hash partitions`,
      growHelp(context),
    );
  }
  const before = from.parts.partitions;
  const after = to.parts.partitions;
  const sameBound = (partition: Partition) => (other: Partition) => isDeepStrictEqual(other.bound, partition.bound);
  // A partition is its bound: one that has it under another name follows the name of its table.
  const renamed = after.flatMap((partition): readonly Change[] => {
    const old = before.find(sameBound(partition));
    return old === undefined || sameName(old.name, partition.name)
      ? []
      : [{ kind: 'renameTable', from: old.name, to: partition.name }];
  });
  return [
    ...renamed,
    ...before
      .filter((partition) => !after.some(sameBound(partition)))
      .map((partition): Change => ({ kind: 'dropPartition', table, partition })),
    ...after
      .filter((partition) => !before.some(sameBound(partition)))
      .map(
        (partition): Change => ({
          kind: 'addPartition',
          table,
          storage: to,
          rowSecurity: context.to.rowSecurity,
          partition,
        }),
      ),
  ];
}

/** PostgreSQL leaves the type of a partition key as it is. */
export function refuseRetypedKey(from: Table, to: Table): readonly Change[] {
  const key = to.storage.kind === 'partitioned' ? to.storage.key : [];
  return key.flatMap((name) => {
    const before = from.columns.find((column) => column.name === name);
    const after = to.columns.find((column) => column.name === name);
    if (before === undefined || after === undefined || !retyped(before, after)) return [];
    return unsupported({ from, to }, `changes the type of ${name}, which it is partitioned by`);
  });
}

const HYPERTABLE: Facets<Hypertable, Context> = {
  kind: noChange,
  time: (_from, to, context) => unsupported(context, `gets the time column ${to.time}`),
  chunk: (_from, to, { to: table }) => [{ kind: 'setChunkInterval', table: table.name, chunk: to.chunk }],
  keep: (from, to, { to: table }) => [
    { kind: 'setHypertableRetention', table: table.name, storage: to, from: from.keep, to: to.keep },
  ],
  columnstore: (from, to, { to: table }) => [
    { kind: 'setColumnstore', table: table.name, from: from.columnstore, to: to.columnstore },
  ],
  parameters: (from, to, { to: table }) => [
    { kind: 'setTableParameters', table, from: from.parameters, to: to.parameters },
  ],
};

export function diffStorage(from: Table, to: Table): readonly Change[] {
  const context = { from, to };
  if (from.storage.kind === 'heap' && to.storage.kind === 'heap')
    return runFacets(HEAP, from.storage, to.storage, context);
  if (from.storage.kind === 'partitioned' && to.storage.kind === 'partitioned') {
    return runFacets(PARTITIONED, from.storage, to.storage, context);
  }
  if (from.storage.kind === 'hypertable' && to.storage.kind === 'hypertable') {
    return runFacets(HYPERTABLE, from.storage, to.storage, context);
  }
  const what = `goes from a ${from.storage.kind} to a ${to.storage.kind} table`;
  const isOtherSize =
    isHash(from.storage) !== isHash(to.storage) && [from, to].some(({ storage }) => storage.kind === 'heap');
  const help = isOtherSize ? growHelp(context) : stepsToCopy(from, to);
  return unsupported(context, what, help);
}

/** In one line: it also stands in comments of SQL. */
function stepsToCopy({ name: { schema, name }, storage }: Table, to: Table): string {
  const table = `${schema}.${name}`;
  const isRolling = storage.kind === 'partitioned' && storage.parts.kind === 'rolling';
  const rows = `boyfanz.rolling_partitions where parent_schema = '${schema}' and parent_name = '${name}'`;
  const time = to.storage.kind === 'hypertable' ? to.storage.time : 'the key';
  const steps = [
    `create schema before, and alter table ${table} set schema before${isRolling ? `; delete from ${rows}` : ''}`,
    `run apply, which makes ${table} anew`,
    `insert into ${table} select … from before.${name}, one span of ${time} after the other`,
    `when the counts are the same, drop before.${name}`,
  ];
  return `Copy it while nobody writes to it: ${steps.map((step, at) => `${at + 1}. ${step}.`).join(' ')}`;
}
