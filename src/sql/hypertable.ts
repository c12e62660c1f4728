/**
 * TimescaleDB hypertables by the calls that every supported version takes (2.11 to 2.29): the old names of the
 * columnstore are still accepted by the newest, the new ones are not known to the old.
 */
import { intervalText } from '../model/interval.ts';
import type { ColumnOrder, Columnstore, Hypertable, Interval } from '../model/model.ts';
import type { QName } from '../model/name.ts';
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
    sql`select create_hypertable(${relation(table)}, ${lit(storage.time)}, chunk_time_interval => ${interval(storage.chunk)}, create_default_indexes => false)`,
    ...setColumnstore(table, null, storage.columnstore),
    ...setRetention(table, null, storage.keep),
  ];
}

export function setChunkInterval(table: QName, chunk: Interval): Sql {
  return sql`select set_chunk_time_interval(${relation(table)}, ${interval(chunk)})`;
}

export function setRetention(table: QName, from: Interval | null, to: Interval | null): readonly Sql[] {
  return [
    ...(from === null ? [] : [sql`select remove_retention_policy(${relation(table)})`]),
    ...(to === null ? [] : [sql`select add_retention_policy(${relation(table)}, ${interval(to)})`]),
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

function settings(columnstore: Columnstore): Sql {
  const segment =
    columnstore.segmentBy.length === 0
      ? EMPTY
      : sql`timescaledb.compress_segmentby = ${lit(list(columnstore.segmentBy.map(id)))}`;
  const order =
    columnstore.orderBy.length === 0
      ? EMPTY
      : sql`timescaledb.compress_orderby = ${lit(list(columnstore.orderBy.map(orderText)))}`;
  return list([raw('timescaledb.compress = true'), segment, order]);
}

export function setColumnstore(table: QName, from: Columnstore | null, to: Columnstore | null): readonly Sql[] {
  const remove = sql`select remove_compression_policy(${relation(table)})`;
  if (to === null)
    return from === null ? [] : [remove, sql`alter table ${qualified(table)} set (timescaledb.compress = false)`];
  return [
    ...(from === null ? [] : [remove]),
    sql`alter table ${qualified(table)} set (${settings(to)})`,
    sql`select add_compression_policy(${relation(table)}, ${interval(to.after)})`,
  ];
}
