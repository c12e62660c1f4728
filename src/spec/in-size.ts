/** How much a size divides tables: the same columns, keys and names at each, and other relations beneath. */
import type { Model, Partitioned, Rolling, SchemaObject, Storage, Table } from '../model/model.ts';
import type { Size } from '../target/target.ts';
import { hashPartitions } from './lower-partition.ts';

/** Partitions at size `large` for each one at size `standard`. */
const LARGE_FACTOR = 2;

/** Days by which `ahead` of a small database has to be longer than maintenance may stay away. */
const ENOUGH_AHEAD = 7;

const DAYS = { minute: 1 / 1440, hour: 1 / 24, day: 1, month: 30 } as const;

/**
 * One long partition ready is as much time as three short ones. How long a partition is stays the same: rows have to go by
 * `keep` in any size, and partitions of two lengths would stand side by side when the size changes.
 */
function fewerAhead(rolling: Rolling): Rolling {
  const days = rolling.every.count * DAYS[rolling.every.unit];
  return { ...rolling, ahead: Math.min(rolling.ahead, Math.max(1, Math.ceil(ENOUGH_AHEAD / days))) };
}

function partitionedInSize(table: Table, storage: Partitioned, size: Size): Storage {
  const { parts, parameters } = storage;
  if (parts.kind === 'rolling') {
    const rolling = size === 'small' ? fewerAhead(parts.rolling) : parts.rolling;
    return { ...storage, parts: { kind: 'rolling', rolling } };
  }
  if (storage.by !== 'hash' || size === 'standard') return storage;
  if (size === 'small') return { kind: 'heap', unlogged: false, parameters };
  const partitions = hashPartitions(table.name.name, parts.partitions.length * LARGE_FACTOR);
  return { ...storage, parts: { kind: 'fixed', partitions } };
}

/** @param table at size `standard` */
export function tableInSize(table: Table, size: Size): Table {
  const { storage } = table;
  return storage.kind === 'partitioned' ? { ...table, storage: partitionedInSize(table, storage, size) } : table;
}

/** @param model at size `standard` */
export function modelInSize(model: Model, size: Size): Model {
  if (size === 'standard') return model;
  const inSize = (object: SchemaObject) => (object.kind === 'table' ? tableInSize(object, size) : object);
  return { objects: new Map([...model.objects].map(([key, object]) => [key, inSize(object)])) };
}
