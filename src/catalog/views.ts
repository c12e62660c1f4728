/** Views. Their query is the text that `pg_get_viewdef` prints, without the closing semicolon. */
import type { Continuous, Interval, View } from '../model/model.ts';
import { qname } from '../model/name.ts';
import type { GrantsOf } from './grants.ts';
import { intervalColumns, intervalOf } from './interval-parts.ts';
import { type CatalogRow, cells, parameterRecord } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

export const VIEWS_QUERY = `
select c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid, false), c.reloptions
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'v' and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')}
order by n.nspname, c.relname`;

export const CONTINUOUS_QUERY = `
select v.view_schema || '.' || v.view_name, v.view_definition, v.hypertable_schema, v.hypertable_name,
  ${intervalColumns('refresh.start')},
  ${intervalColumns('refresh.end')},
  ${intervalColumns('refresh.every')},
  ${intervalColumns('retention.after')}
from timescaledb_information.continuous_aggregates v
left join lateral (
  select (j.config ->> 'start_offset')::interval as start, (j.config ->> 'end_offset')::interval as end,
    j.schedule_interval as every
  from timescaledb_information.jobs j
  where ${jobOf('v')} and j.proc_name = 'policy_refresh_continuous_aggregate' limit 1
) refresh on true
left join lateral (
  select (j.config ->> 'drop_after')::interval as after from timescaledb_information.jobs j
  where ${jobOf('v')} and j.proc_name = 'policy_retention' limit 1
) retention on true
where v.view_schema = any ($1::text[])
order by 1`;

/** Jobs of an aggregate go by its name, or by that of the table that keeps its result. */
function jobOf(view: string): string {
  return `(j.hypertable_schema, j.hypertable_name) in ((${view}.view_schema, ${view}.view_name),
    (${view}.materialization_hypertable_schema, ${view}.materialization_hypertable_name))`;
}

export interface ContinuousRow {
  readonly query: string;
  /** A job that says what the Model cannot counts as missing. */
  readonly continuous: Continuous;
}

/** By `schema.name`. */
export function buildContinuous(rows: readonly CatalogRow[]): ReadonlyMap<string, ContinuousRow> {
  return new Map(
    rows.map((row) => {
      const cell = cells(row);
      const [name, query, of] = [cell.text(), viewQuery(cell.text()), qname(cell.text(), cell.text())];
      const next = () => intervalOf(cell.textOrNull(), cell.textOrNull(), cell.textOrNull());
      const [start, end, every, keep] = [next(), next(), next(), next()];
      const isKnown = (interval: Interval | null | 'unknown') => interval !== null && interval !== 'unknown';
      const refresh = isKnown(start) && isKnown(end) && isKnown(every) ? { start, end, every } : null;
      const continuous = { of, refresh, keep: keep === 'unknown' ? null : keep };
      return [name, { query, continuous }];
    }),
  );
}

export function buildViews(
  rows: readonly CatalogRow[],
  aggregates: ReadonlyMap<string, ContinuousRow>,
  grantsOf: GrantsOf,
): readonly View[] {
  return rows.map((row) => {
    const cell = cells(row);
    const oid = cell.text();
    const name = qname(cell.text(), cell.text());
    const [comment, shown] = [cell.textOrNull(), viewQuery(cell.text())];
    const aggregate = aggregates.get(`${name.schema}.${name.name}`);
    const options = parameterRecord(cell.texts());
    return {
      kind: 'view',
      name,
      query: aggregate?.query ?? shown,
      securityInvoker: isOn(options.security_invoker),
      securityBarrier: isOn(options.security_barrier),
      continuous: aggregate?.continuous ?? null,
      comment,
      grants: grantsOf('relation', oid),
      callerGrants: [],
    };
  });
}

/** A view's query from `pg_get_viewdef`. */
export function viewQuery(definition: string): string {
  return definition.trim().replace(/;$/, '');
}

/** Options keep the word that was written. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && ['true', 'on', 'yes', '1'].includes(value.toLowerCase());
}
