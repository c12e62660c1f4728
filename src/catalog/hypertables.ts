/**
 * TimescaleDB hypertables, by `schema.name`. Its public views are read, never its own catalog, which changes between
 * releases.
 */
import type { ChunkRetention, ColumnOrder, Columnstore, Hypertable, Interval } from '../model/model.ts';
import { intervalColumns, intervalOf } from './interval-parts.ts';
import { byFirstCell, type CatalogRow, cells } from './row.ts';

/** @param hasRolling whether our own table is there, which knows what is kept where TimescaleDB has no policies */
export function hypertablesQuery(hasRolling: boolean): string {
  const kept = hasRolling
    ? 'select r.keep as after from boyfanz.rolling_partitions r where r.parent_schema = h.hypertable_schema and r.parent_name = h.hypertable_name'
    : 'select null::interval as after';
  return `
select h.hypertable_schema || '.' || h.hypertable_name, d.column_name, h.num_dimensions, h.compression_enabled,
  ${intervalColumns('d.time_interval')},
  ${intervalColumns('retention.after')},
  ${intervalColumns('compression.after')},
  ${intervalColumns('kept.after')}
from timescaledb_information.hypertables h
join timescaledb_information.dimensions d
  on d.hypertable_schema = h.hypertable_schema and d.hypertable_name = h.hypertable_name and d.dimension_number = 1
left join lateral (
  select (j.config ->> 'drop_after')::interval as after from timescaledb_information.jobs j
  where j.hypertable_schema = h.hypertable_schema and j.hypertable_name = h.hypertable_name
    and j.proc_name = 'policy_retention' and j.config ->> 'drop_after' !~ '^[0-9]+$' limit 1
) retention on true
left join lateral (
  select (j.config ->> 'compress_after')::interval as after from timescaledb_information.jobs j
  where j.hypertable_schema = h.hypertable_schema and j.hypertable_name = h.hypertable_name
    and j.proc_name = 'policy_compression' and j.config ->> 'compress_after' !~ '^[0-9]+$' limit 1
) compression on true
left join lateral (${kept}) kept on true
where h.hypertable_schema = any ($1::text[])
order by 1`;
}

export const COMPRESSION_QUERY = `
select s.hypertable_schema || '.' || s.hypertable_name, s.attname, s.segmentby_column_index, s.orderby_column_index,
  s.orderby_asc, s.orderby_nullsfirst
from timescaledb_information.compression_settings s
where s.hypertable_schema = any ($1::text[])
order by 1, s.segmentby_column_index, s.orderby_column_index`;

export interface HypertableRow {
  readonly hypertable: Hypertable | null;
  /** What the Model cannot express about it. */
  readonly problems: readonly string[];
}

export function buildHypertables(
  rows: readonly CatalogRow[],
  compression: readonly CatalogRow[],
): ReadonlyMap<string, HypertableRow> {
  const settings = byFirstCell(compression);
  return new Map(
    rows.map((row): readonly [string, HypertableRow] => {
      const cell = cells(row);
      const name = cell.text();
      const [time, dimensions, isCompressed] = [cell.text(), cell.number(), cell.flag()];
      const chunk = intervalOf(cell.textOrNull(), cell.textOrNull(), cell.textOrNull());
      const keep = intervalOf(cell.textOrNull(), cell.textOrNull(), cell.textOrNull());
      const after = intervalOf(cell.textOrNull(), cell.textOrNull(), cell.textOrNull());
      const kept = intervalOf(cell.textOrNull(), cell.textOrNull(), cell.textOrNull());
      if (chunk === null || chunk === 'unknown' || dimensions !== 1) {
        const what =
          dimensions === 1 ? 'a hypertable whose chunks have no interval of time' : 'a hypertable of two dimensions';
        return [name, { hypertable: null, problems: [what] }];
      }
      const problems = [
        ...(keep === 'unknown' || kept === 'unknown' ? ['a retention policy of mixed units'] : []),
        ...(after === 'unknown' ? ['a compression policy of mixed units'] : []),
        ...(isCompressed && after === null ? ['compression without a policy'] : []),
      ];
      const columnstore: Columnstore | null =
        !isCompressed || after === null || after === 'unknown'
          ? null
          : { after, ...columnsOf(settings.get(name) ?? []) };
      return [
        name,
        {
          hypertable: {
            kind: 'hypertable',
            time,
            chunk,
            keep: retentionOf(keep, 'policy') ?? retentionOf(kept, 'maintenance'),
            columnstore,
            parameters: {},
          },
          problems,
        },
      ];
    }),
  );
}

function retentionOf(after: Interval | null | 'unknown', by: ChunkRetention['by']): ChunkRetention | null {
  return after === null || after === 'unknown' ? null : { after, by };
}

function columnsOf(rows: readonly CatalogRow[]): Pick<Columnstore, 'segmentBy' | 'orderBy'> {
  const segmentBy: (readonly [number, string])[] = [];
  const orderBy: (readonly [number, ColumnOrder])[] = [];
  for (const row of rows) {
    const cell = cells(row);
    cell.text();
    const [column, segment, order] = [cell.text(), cell.textOrNull(), cell.textOrNull()];
    const [isAscending, nullsFirst] = [cell.textOrNull() === 't', cell.textOrNull() === 't'];
    if (segment !== null) segmentBy.push([Number(segment), column]);
    if (order !== null) {
      const direction = isAscending ? 'asc' : 'desc';
      orderBy.push([Number(order), { column, direction, nulls: nullsFirst ? 'first' : 'last' }]);
    }
  }
  return {
    segmentBy: segmentBy.sort(([a], [b]) => a - b).map(([, column]) => column),
    orderBy: orderBy.sort(([a], [b]) => a - b).map(([, order]) => order),
  };
}
