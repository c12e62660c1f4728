/** Partitions, by the oid of their parent, and the parents whose partitions a function in the database makes and drops. */
import type { Interval, Partition, Rolling, StorageParameters } from '../model/model.ts';
import { qname } from '../model/name.ts';
import { intervalColumns, intervalOf } from './interval-parts.ts';
import { parsePartitionBound } from './partition-bound.ts';
import { byFirstCell, type CatalogRow, cells, parameterRecord } from './row.ts';
import { MANAGED_TABLES } from './scope.ts';

/**
 * Asks only for what `boyfanz.rolling_partitions` knows of tables that exist; tables of before `overflow` was
 * added have none.
 */
export const ROLLING_QUERY = `
select c.oid, ${intervalColumns('r.every')}, r.ahead, ${intervalColumns('r.keep')}, r.parameters,
  coalesce((to_jsonb(r) ->> 'overflow')::boolean, false)
from boyfanz.rolling_partitions r
join pg_namespace n on n.nspname = r.parent_schema
join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name and c.relkind = 'p'
where ${MANAGED_TABLES}
order by c.oid`;

export interface RollingRow {
  /** `null` when the row holds an interval that the Model cannot express. */
  readonly rolling: Rolling | null;
  readonly parameters: StorageParameters;
}

export function buildRolling(rows: readonly CatalogRow[]): ReadonlyMap<string, RollingRow> {
  return new Map(
    rows.map((row) => {
      const cell = cells(row);
      const oid = cell.text();
      const every = intervalOf(cell.textOrNull(), cell.textOrNull(), cell.textOrNull());
      const ahead = cell.number();
      const keep = intervalOf(cell.textOrNull(), cell.textOrNull(), cell.textOrNull());
      const parameters = parseParameters(cell.textOrNull() ?? '');
      return [oid, { rolling: rollingOf(every, ahead, keep, cell.flag()), parameters }];
    }),
  );
}

function rollingOf(
  every: Interval | null | 'unknown',
  ahead: number,
  keep: Interval | null | 'unknown',
  overflow: boolean,
): Rolling | null {
  if (every === null || every === 'unknown' || keep === 'unknown') return null;
  return { every, ahead, keep, overflow };
}

/** The text between the parentheses of WITH: `fillfactor = 90, toast.autovacuum_enabled = false`. */
function parseParameters(text: string): StorageParameters {
  const items = text.split(',').map((item) => item.trim());
  return parameterRecord(
    items
      .filter((item) => item !== '')
      .map((item) => {
        const [name = '', value = 'true'] = item.split('=').map((piece) => piece.trim());
        return `${name}=${value.replace(/^'(.*)'$/, '$1')}`;
      }),
  );
}

/** `$2::oid[]`: parents whose partitions come and go by themselves and are not looked at. */
export const PARTITIONS_QUERY = `
select h.inhparent, n.nspname, x.relname, x.relkind, pg_get_expr(x.relpartbound, x.oid), x.reloptions,
  (select t.reloptions from pg_class t where t.oid = x.reltoastrelid)
from pg_class c
join pg_inherits h on h.inhparent = c.oid
join pg_class x on x.oid = h.inhrelid
join pg_namespace n on n.oid = x.relnamespace
where c.relkind = 'p' and c.oid <> all ($2::oid[]) and ${MANAGED_TABLES}
order by h.inhparent, n.nspname, x.relname`;

export interface Partitions {
  readonly partitions: readonly Partition[];
  /** Parameters that all of them share. */
  readonly parameters: StorageParameters;
  /** Names of partitions that are partitioned again, which the Model cannot express. */
  readonly nested: readonly string[];
}

export function buildPartitions(rows: readonly CatalogRow[]): ReadonlyMap<string, Partitions> {
  const built = new Map<string, Partitions>();
  for (const [parent, group] of byFirstCell(rows)) {
    const read = group.map((row) => {
      const cell = cells(row);
      cell.text();
      const name = qname(cell.text(), cell.text());
      const isNested = cell.text() !== 'r';
      const bound = parsePartitionBound(cell.text());
      const parameters = { ...parameterRecord(cell.texts()), ...parameterRecord(cell.texts(), 'toast.') };
      return { partition: { name, bound }, isNested, parameters };
    });
    built.set(parent, {
      partitions: read.map((one) => one.partition),
      parameters: shared(read.filter((one) => !one.isNested).map((one) => one.parameters)),
      nested: read
        .filter((one) => one.isNested)
        .map((one) => `${one.partition.name.schema}.${one.partition.name.name}`),
    });
  }
  return built;
}

function shared(all: readonly StorageParameters[]): StorageParameters {
  const [first = {}, ...others] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => others.every((other) => other[name] === value)),
  );
}
