/** Native partitions: fixed ones as statements, rolling ones as a row that `boyfanz.make_partitions()` works from. */
import { intervalText } from '../model/interval.ts';
import type { Partition, PartitionBound, Partitioned, Rolling, StorageParameters, Table } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import { columnList } from './constraint.ts';
import { parameterList, parameterText } from './parameters.ts';
import { integer, join, list, lit, qualified, raw, type Sql, sql } from './text.ts';

export function partitionByClause(storage: Partitioned): Sql {
  return sql`partition by ${raw(storage.by)} ${columnList(storage.key)}`;
}

function boundClause(bound: PartitionBound): Sql {
  switch (bound.kind) {
    case 'hash':
      return sql`for values with (modulus ${integer(bound.modulus)}, remainder ${integer(bound.remainder)})`;
    case 'list':
      return sql`for values in (${list(bound.values.map(raw))})`;
    case 'range':
      return sql`for values from (${list(bound.from.map(raw))}) to (${list(bound.to.map(raw))})`;
    case 'default':
      return raw('default');
  }
}

/**
 * The policies of the parent say nothing about who reads a partition by its own name, so it has row security as well, and
 * no policy.
 */
export function createPartition(
  table: Pick<Table, 'name' | 'rowSecurity'>,
  partition: Partition,
  parameters: StorageParameters,
): readonly Sql[] {
  const create = join(
    [
      sql`create table ${qualified(partition.name)} partition of ${qualified(table.name)}`,
      boundClause(partition.bound),
      parameterList(parameters),
    ],
    ' ',
  );
  return [create, ...(table.rowSecurity === 'off' ? [] : [closePartition(partition.name)])];
}

export function closePartition(partition: QName): Sql {
  return sql`alter table ${qualified(partition)} enable row level security`;
}

/** The row that maintenance works from; for a hypertable, only `keep` of it counts. */
export function registerRolling(table: QName, key: Ident, rolling: Rolling, parameters: StorageParameters): Sql {
  const keep = rolling.keep === null ? raw('null') : lit(intervalText(rolling.keep));
  const values = list([
    lit(table.schema),
    lit(table.name),
    lit(key),
    lit(intervalText(rolling.every)),
    integer(rolling.ahead),
    keep,
    lit(parameterText(parameters)),
    raw(String(rolling.overflow)),
  ]);
  return sql`insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values (${values}) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow`;
}

export function setRolling(table: QName, key: Ident, rolling: Rolling, parameters: StorageParameters): readonly Sql[] {
  return [
    registerRolling(table, key, rolling, parameters),
    sql`select boyfanz.make_partitions(${lit(qualified(table))}::regclass)`,
  ];
}

/** Asks the scheduler of the database to run maintenance, where it has one; says in words what became of it. */
export const SCHEDULE_MAINTENANCE: Sql = sql`select boyfanz.schedule_maintenance()`;

export function dropRolling(table: QName): Sql {
  return sql`delete from boyfanz.rolling_partitions where parent_schema = ${lit(table.schema)} and parent_name = ${lit(table.name)}`;
}
