/**
 * An erasure in stages, each for a transaction of its own: a statement on a partitioned table locks every partition with
 * its indexes, and all of them together are more than the lock table of a server holds by default (6,400).
 */
import { objectKey, tablesOf } from '../model/keys.ts';
import type { Interval, Model, ObjectKey, Table } from '../model/model.ts';
import type { ErasureStep } from './erasure-plan.ts';

/** Well below the 6,400 of max_locks_per_transaction * max_connections, which all sessions share. */
const LOCKS_PER_STAGE = 2000;

/** Of what is kept for ever: partitions after some years of monthly ones. */
const UNBOUNDED = 60;

const HOURS: Readonly<Record<Interval['unit'], number>> = { minute: 1 / 60, hour: 1, day: 24, month: 730 };

function hours({ count, unit }: Interval): number {
  return count * HOURS[unit];
}

function partitionCount({ storage }: Table): number {
  switch (storage.kind) {
    case 'hypertable':
      return storage.keep === null ? UNBOUNDED : Math.ceil(hours(storage.keep.after) / hours(storage.chunk));
    case 'partitioned': {
      if (storage.parts.kind === 'fixed') return storage.parts.partitions.length;
      const { every, ahead, keep, overflow } = storage.parts.rolling;
      return ahead + (overflow ? 3 : 2) + (keep === null ? UNBOUNDED : Math.ceil(hours(keep) / hours(every)));
    }
    case 'heap':
      return 0;
  }
}

function relationsOf(table: Table | undefined): number {
  if (table === undefined) return 0;
  const keys = table.constraints.filter(({ kind }) => kind !== 'check' && kind !== 'foreignKey').length;
  return (1 + partitionCount(table)) * (1 + keys + table.indexes.length);
}

/** Steps in their order, cut where a transaction would lock too much. There is at least one stage. */
export function erasureStages(model: Model, steps: readonly ErasureStep[]): readonly (readonly ErasureStep[])[] {
  const tables = new Map(tablesOf(model).map((table) => [objectKey('table', table.name), table]));
  const children = new Map<ObjectKey, ObjectKey[]>();
  for (const [key, table] of tables) {
    for (const constraint of table.constraints) {
      if (constraint.kind !== 'foreignKey') continue;
      const parent = objectKey('table', constraint.target);
      children.set(parent, [...(children.get(parent) ?? []), key]);
    }
  }
  const stages: ErasureStep[][] = [[]];
  let locked = new Set<ObjectKey>();
  let count = 0;
  for (const step of steps) {
    const own = objectKey('table', step.table);
    const read = step.hops.map(({ parent }) => objectKey('table', parent));
    // Foreign keys that point to the table are looked at for each row that goes.
    const added = [own, ...read, ...(children.get(own) ?? [])].filter((key) => !locked.has(key));
    const more = added.reduce((sum, key) => sum + relationsOf(tables.get(key)), 0);
    if (count > 0 && count + more > LOCKS_PER_STAGE) {
      stages.push([]);
      locked = new Set();
      count = 0;
    }
    stages[stages.length - 1]?.push(step);
    for (const key of added) locked.add(key);
    count += more;
  }
  return stages;
}
