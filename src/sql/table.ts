/** Tables. */
import type { ReplicaIdentity, Storage, StorageParameters, Table } from '../model/model.ts';
import { type QName, sameName } from '../model/name.ts';
import { columnDefinition } from './column.ts';
import { constraintDefinition } from './constraint.ts';
import { parameterList, resetParameters, setParameters } from './parameters.ts';
import { createPartition, partitionByClause } from './partition.ts';
import { EMPTY, id, join, qualified, raw, type Sql, sql } from './text.ts';

function storageClause(storage: Storage): Sql {
  return storage.kind === 'partitioned' ? partitionByClause(storage) : parameterList(storage.parameters);
}

/**
 * CREATE TABLE with its columns and every constraint but foreign keys, whose targets may not be there yet, row-level
 * security, and the fixed partitions. Security is a line of its own right behind the table, which is how SQL editors look
 * for it.
 */
export function createTable(table: Table): readonly Sql[] {
  const constraints = table.constraints.filter((constraint) => constraint.kind !== 'foreignKey');
  const lines = [...table.columns.map(columnDefinition), ...constraints.map(constraintDefinition)];
  const unlogged = table.storage.kind === 'heap' && table.storage.unlogged;
  const head = sql`create ${raw(unlogged ? 'unlogged ' : '')}table ${qualified(table.name)} (\n  ${join(lines, ',\n  ')}\n)`;
  const storage = storageClause(table.storage);
  return [
    storage === EMPTY ? head : sql`${head} ${storage}`,
    ...(table.rowSecurity === 'off' ? [] : [setRowSecurity(table.name, 'off', 'on')]),
    ...createPartitions(table),
  ];
}

function createPartitions(table: Table): readonly Sql[] {
  const { storage } = table;
  if (storage.kind !== 'partitioned' || storage.parts.kind !== 'fixed') return [];
  return storage.parts.partitions.flatMap((partition) => createPartition(table, partition, storage.parameters));
}

export function renameTable(from: QName, to: QName): readonly Sql[] {
  const moved = { schema: to.schema, name: from.name };
  return [
    ...(from.schema === to.schema ? [] : [sql`alter table ${qualified(from)} set schema ${id(to.schema)}`]),
    ...(sameName(moved, to) ? [] : [sql`alter table ${qualified(moved)} rename to ${id(to.name)}`]),
  ];
}

/** A partitioned table takes no storage parameters itself; they are set on each of its partitions. */
export function setTableParameters(table: Table, from: StorageParameters, to: StorageParameters): readonly Sql[] {
  const { storage } = table;
  const names =
    storage.kind !== 'partitioned'
      ? [table.name]
      : storage.parts.kind === 'fixed'
        ? storage.parts.partitions.map((partition) => partition.name)
        : [];
  return names.flatMap((name) => {
    const target = sql`alter table ${qualified(name)}`;
    return [...setParameters(target, from, to), ...resetParameters(target, from, to)];
  });
}

export function setReplicaIdentity(table: QName, identity: ReplicaIdentity): Sql {
  const what = identity.kind === 'index' ? sql`using index ${id(identity.name)}` : raw(identity.kind);
  return sql`alter table ${qualified(table)} replica identity ${what}`;
}

/**
 * RLS goes on before it is forced and off after, in one statement where both change, so that no moment leaves the table
 * open or locks its owner out by surprise.
 */
export function setRowSecurity(table: QName, from: Table['rowSecurity'], to: Table['rowSecurity']): Sql {
  const actions = [
    ...(from === 'off' && to !== 'off' ? ['enable row level security'] : []),
    ...(from === 'forced' && to !== 'forced' ? ['no force row level security'] : []),
    ...(from !== 'forced' && to === 'forced' ? ['force row level security'] : []),
    ...(from !== 'off' && to === 'off' ? ['disable row level security'] : []),
  ];
  return sql`alter table ${qualified(table)} ${raw(actions.join(', '))}`;
}
