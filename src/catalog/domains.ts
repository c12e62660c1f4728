/** Domains with their checks. NOT NULL stands in `pg_type`; the constraint that PostgreSQL 17 adds for it says nothing new. */
import type { DomainDef } from '../model/model.ts';
import { qname } from '../model/name.ts';
import { catalogType } from './catalog-type.ts';
import { type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

export const DOMAINS_QUERY = `
select n.nspname, t.typname, obj_description(t.oid, 'pg_type'), format_type(t.typbasetype, t.typtypmod),
  cn.nspname, co.collname, not t.typnotnull, pg_get_expr(t.typdefaultbin, 0),
  array(
    select x from pg_constraint k cross join lateral (values (1, k.conname::text), (2, pg_get_expr(k.conbin, 0))) v (i, x)
    where k.contypid = t.oid and k.contype = 'c' order by k.conname, v.i)
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
join pg_type b on b.oid = t.typbasetype
left join pg_collation co on co.oid = t.typcollation and t.typcollation <> b.typcollation
left join pg_namespace cn on cn.oid = co.collnamespace
where t.typtype = 'd' and ${inManagedSchemas('t.typnamespace')} and ${notFromExtension('pg_type', 't.oid')}
order by n.nspname, t.typname`;

export function buildDomains(rows: readonly CatalogRow[]): readonly DomainDef[] {
  return rows.map((row) => {
    const cell = cells(row);
    const name = qname(cell.text(), cell.text());
    const comment = cell.textOrNull();
    const type = catalogType(cell.text());
    const [collationSchema, collationName] = [cell.textOrNull(), cell.textOrNull()];
    const [nullable, fallback, checks] = [cell.flag(), cell.textOrNull(), cell.texts()];
    return {
      kind: 'domain',
      name,
      type,
      collation: collationSchema === null || collationName === null ? null : qname(collationSchema, collationName),
      nullable,
      default: fallback,
      checks: pairs(checks).map(([check, expr]) => ({ name: check, expr })),
      comment,
    };
  });
}

function pairs(items: readonly string[]): readonly (readonly [string, string])[] {
  return items.flatMap((item, at) => (at % 2 === 0 ? [[item, items[at + 1] ?? ''] as const] : []));
}
