/**
 * TimescaleDB hypertables by the calls that every supported version takes (2.11 to 2.29): the old names of the
 * columnstore are still accepted by the newest, the new ones are not known to the old.
 */
import { intervalText } from '../model/interval.ts';
import type { ChunkRetention, ColumnOrder, Columnstore, Hypertable, Interval } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import { dropRolling, registerRolling } from './partition.ts';
import { EMPTY, id, join, list, lit, qualified, raw, type Sql, sql } from './text.ts';

function relation(table: QName): Sql {
  return lit(qualified(table));
}

function interval(value: Interval): Sql {
  return sql`interval ${lit(intervalText(value))}`;
}

export function createHypertable(table: QName, storage: Hypertable): readonly Sql[] {
  return [
    // Without create_default_indexes => false TimescaleDB adds an index on the time column that the spec did not ask for.
    sql`select create_hypertable(${relation(table)}, ${lit(storage.time)}, chunk_time_interval => ${interval(storage.chunk)}, if_not_exists => true, create_default_indexes => false)`,
    ...setColumnstore(table, null, storage.columnstore),
    ...setRetention(table, storage, null, storage.keep),
  ];
}

export function setChunkInterval(table: QName, chunk: Interval): Sql {
  return sql`select set_chunk_time_interval(${relation(table)}, ${interval(chunk)})`;
}

function removeRetention(table: QName, from: ChunkRetention): Sql {
  switch (from.by) {
    case 'policy':
      return sql`select remove_retention_policy(${relation(table)})`;
    case 'maintenance':
      return dropRolling(table);
  }
}

function addRetention(table: QName, { time, chunk }: Pick<Hypertable, 'time' | 'chunk'>, to: ChunkRetention): Sql {
  switch (to.by) {
    case 'policy':
      return sql`select add_retention_policy(${relation(table)}, ${interval(to.after)})`;
    case 'maintenance':
      return registerRolling(table, time, { every: chunk, ahead: 0, keep: to.after, overflow: false }, {});
  }
}

export function setRetention(
  table: QName,
  storage: Pick<Hypertable, 'time' | 'chunk'>,
  from: ChunkRetention | null,
  to: ChunkRetention | null,
): readonly Sql[] {
  return [
    ...(from === null ? [] : [removeRetention(table, from)]),
    ...(to === null ? [] : [addRetention(table, storage, to)]),
  ];
}

function orderText(order: ColumnOrder): Sql {
  const nullsByDefault = order.direction === 'desc' ? 'first' : 'last';
  return join(
    [
      id(order.column),
      raw(order.direction === 'desc' ? 'desc' : ''),
      order.nulls === nullsByDefault ? EMPTY : raw(`nulls ${order.nulls}`),
    ],
    ' ',
  );
}

/** What is not said stays as it was, so that an option that goes has to be emptied. */
function option(name: string, from: readonly Sql[], to: readonly Sql[]): Sql {
  return to.length === 0 && from.length === 0 ? EMPTY : sql`${raw(name)} = ${lit(list(to))}`;
}

function settings(from: Columnstore | null, to: Columnstore): Sql {
  return list([
    raw('timescaledb.compress = true'),
    option('timescaledb.compress_segmentby', (from?.segmentBy ?? []).map(id), to.segmentBy.map(id)),
    option('timescaledb.compress_orderby', (from?.orderBy ?? []).map(orderText), to.orderBy.map(orderText)),
  ]);
}

export function setColumnstore(table: QName, from: Columnstore | null, to: Columnstore | null): readonly Sql[] {
  const remove = sql`select remove_compression_policy(${relation(table)})`;
  if (to === null)
    return from === null ? [] : [remove, sql`alter table ${qualified(table)} set (timescaledb.compress = false)`];
  return [
    ...(from === null ? [] : [remove]),
    sql`alter table ${qualified(table)} set (${settings(from, to)})`,
    sql`select add_compression_policy(${relation(table)}, ${interval(to.after)})`,
  ];
}
