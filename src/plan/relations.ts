/** How many relations a change locks: what a transaction may hold is limited by the server's lock table. */
import type { Change } from '../diff/change.ts';
import { findTable } from '../model/keys.ts';
import type { Column, Model, Table } from '../model/model.ts';
import type { QName } from '../model/name.ts';

const NEVER_TOASTED: ReadonlySet<string> = new Set([
  'smallint',
  'integer',
  'bigint',
  'real',
  'double precision',
  'boolean',
  'date',
  'uuid',
  'oid',
  'money',
  'interval',
  'timestamp with time zone',
  'timestamp without time zone',
  'time with time zone',
  'time without time zone',
]);

function mayBeToasted(column: Column): boolean {
  return column.type.dimensions === 1 || column.type.schema !== null || !NEVER_TOASTED.has(column.type.name);
}

function partitionCount(table: Table | null): number {
  if (table?.storage.kind !== 'partitioned') return 0;
  const { parts } = table.storage;
  return parts.kind === 'fixed' ? parts.partitions.length : parts.rolling.ahead + (parts.rolling.overflow ? 3 : 2);
}

/** The table, its TOAST table with index, the indexes of its keys, and the sequences of its columns. */
function relationsOf(table: Table): number {
  const keys = table.constraints.filter(
    (constraint) => constraint.kind !== 'check' && constraint.kind !== 'foreignKey',
  ).length;
  const sequences = table.columns.filter(({ value }) => value.kind === 'identity').length;
  return 1 + keys + sequences + (table.columns.some(mayBeToasted) ? 2 : 0);
}

/** @param model the wanted Model, which knows how many partitions a table has */
export function relationsLocked(change: Change, model: Model): number {
  const withPartitions = (table: QName) => 1 + partitionCount(findTable(model, table));
  switch (change.kind) {
    case 'createTable':
      return relationsOf(change.table) * (1 + partitionCount(change.table));
    case 'setRolling':
      return withPartitions(change.table) * 4;
    case 'createIndex':
    case 'createTrigger':
      return withPartitions(change.table);
    case 'addForeignKey':
      return withPartitions(change.table) + withPartitions(change.constraint.target);
    case 'createExtension':
      // An extension's objects are locked too; PostGIS, the largest, has some 40 relations and types.
      return 50;
    default:
      return 1;
  }
}
