/** Objects outside the Model that use objects inside it, and so forbid changes to them. */
import { type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

export interface ExternalDependent {
  /** `schema.name` of the managed table or view. */
  readonly uses: string;
  /** As people name it: `view reports.daily`, `foreign key "x" of billing.invoices`. */
  readonly dependent: string;
}

export const DEPENDENTS_QUERY = `
select distinct n.nspname || '.' || c.relname,
  case v.relkind when 'm' then 'materialized view ' else 'view ' end || vn.nspname || '.' || v.relname
from pg_class v
join pg_namespace vn on vn.oid = v.relnamespace
join pg_rewrite r on r.ev_class = v.oid
join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
join pg_class c on c.oid = d.refobjid and c.oid <> v.oid
join pg_namespace n on n.oid = c.relnamespace
where (v.relkind = 'm' or v.relkind = 'v' and not (${inManagedSchemas('v.relnamespace')}))
  and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'v.oid')}
  and vn.nspname <> '_timescaledb_internal'
union all
select n.nspname || '.' || c.relname, 'foreign key ' || quote_ident(k.conname) || ' of ' || xn.nspname || '.' || x.relname
from pg_constraint k
join pg_class c on c.oid = k.confrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_class x on x.oid = k.conrelid
join pg_namespace xn on xn.oid = x.relnamespace
where k.contype = 'f' and k.conparentid = 0 and ${inManagedSchemas('c.relnamespace')}
  and not (${inManagedSchemas('x.relnamespace')})
order by 1, 2`;

export function buildDependents(rows: readonly CatalogRow[]): readonly ExternalDependent[] {
  return rows.map((row) => {
    const cell = cells(row);
    return { uses: cell.text(), dependent: cell.text() };
  });
}
