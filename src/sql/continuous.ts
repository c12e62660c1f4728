/** Continuous aggregates of TimescaleDB's Community edition. */
import { isDeepStrictEqual } from 'node:util';
import { intervalText } from '../model/interval.ts';
import type { Continuous, Interval, Refresh, View } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import { lit, qualified, raw, type Sql, sql } from './text.ts';

function interval(value: Interval): Sql {
  return sql`interval ${lit(intervalText(value))}`;
}

function addRefresh(view: QName, refresh: Refresh | null): readonly Sql[] {
  if (refresh === null) return [];
  const { start, end, every } = refresh;
  return [
    sql`select add_continuous_aggregate_policy(${lit(qualified(view))}, start_offset => ${interval(start)}, end_offset => ${interval(end)}, schedule_interval => ${interval(every)})`,
  ];
}

function addKeep(view: QName, keep: Interval | null): readonly Sql[] {
  return keep === null ? [] : [sql`select add_retention_policy(${lit(qualified(view))}, ${interval(keep)})`];
}

/**
 * WITH NO DATA, since filling it is refused in a transaction. With `materialized_only = false` rows that the last refresh
 * has not seen are summed up when it is read, so that it says what the view of other platforms says.
 */
export function createContinuous(view: View, continuous: Continuous): readonly Sql[] {
  return [
    sql`create materialized view ${qualified(view.name)} with (timescaledb.continuous, timescaledb.materialized_only = false) as\n${raw(view.query)}\nwith no data`,
    ...addRefresh(view.name, continuous.refresh),
    ...addKeep(view.name, continuous.keep),
  ];
}

export function setContinuousPolicy(view: QName, from: Continuous, to: Continuous): readonly Sql[] {
  return [
    ...(isDeepStrictEqual(from.refresh, to.refresh)
      ? []
      : [
          sql`select remove_continuous_aggregate_policy(${lit(qualified(view))}, if_exists => true)`,
          ...addRefresh(view, to.refresh),
        ]),
    ...(isDeepStrictEqual(from.keep, to.keep)
      ? []
      : [sql`select remove_retention_policy(${lit(qualified(view))}, if_exists => true)`, ...addKeep(view, to.keep)]),
  ];
}
