/** What stands in the managed schemas and has no place in the Model: listed for people, left alone by every plan. */
import { type QName, qname } from '../model/name.ts';
import { MODELLED_FUNCTION } from './functions.ts';
import { type CatalogRow, cells } from './row.ts';
import { inManagedSchemas, notFromExtension } from './scope.ts';

export interface Unmodelled {
  /** Like an ObjectKey: `materialized view public.totals`, `table public.orders`, `event trigger watch`. */
  readonly object: string;
  /** What it is or has that the Model cannot express: `a materialized view`, `the rule "keep"`. */
  readonly what: string;
}

export function unmodelledQuery(major: number): string {
  return `
select case c.relkind when 'm' then 'materialized view' when 'f' then 'foreign table' when 'c' then 'type' else 'table' end,
  n.nspname, c.relname,
  case when c.relkind = 'm' then 'a materialized view' when c.relkind = 'f' then 'a foreign table'
    when c.relkind = 'c' then 'a composite type' when c.reloftype <> 0 then 'a table of a composite type'
    else 'a table that inherits from another' end
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')}
  -- Of a composite type the extension holds the type, and not what is in pg_class.
  and ${notFromExtension('pg_type', 'c.reltype')}
  and (c.relkind in ('m', 'f', 'c') or c.relkind in ('r', 'p') and not c.relispartition
    and (c.reloftype <> 0 or exists (select from pg_inherits h where h.inhrelid = c.oid)))
union all
select 'type', n.nspname, t.typname,
  case t.typtype when 'r' then 'a range type' when 'm' then 'a multirange type' else 'a base type' end
from pg_type t join pg_namespace n on n.oid = t.typnamespace
where (t.typtype = 'r' or t.typtype = 'b' and t.typisdefined and not exists (select from pg_type e where e.typarray = t.oid))
  and ${inManagedSchemas('t.typnamespace')} and ${notFromExtension('pg_type', 't.oid')}
union all
select 'function', n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
  case p.prokind when 'a' then 'an aggregate' when 'w' then 'a window function' when 'p' then 'a procedure'
    else case when p.prosqlbody is not null then 'a function with an SQL-standard body' else 'a function in ' || l.lanname end end
from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
where not (${MODELLED_FUNCTION}) and ${inManagedSchemas('p.pronamespace')} and ${notFromExtension('pg_proc', 'p.oid')}
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'i')
union all
select case c.relkind when 'v' then 'view' else 'table' end, n.nspname, c.relname, 'the rule ' || quote_ident(r.rulename)
from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
where r.rulename <> '_RETURN' and not c.relispartition
  and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')}
union all
select 'view', n.nspname, c.relname, 'the trigger ' || quote_ident(t.tgname)
from pg_trigger t join pg_class c on c.oid = t.tgrelid and c.relkind = 'v' join pg_namespace n on n.oid = c.relnamespace
where not t.tgisinternal and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')}
union all
select 'view', n.nspname, c.relname, o.option
from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral unnest(c.reloptions) o (option)
where c.relkind = 'v' and o.option like 'check_option=%'
  and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')}
union all
select 'table', n.nspname, c.relname, 'the index ' || quote_ident(x.relname) || ' of method ' || am.amname
from pg_index i join pg_class c on c.oid = i.indrelid and c.relkind in ('r', 'p') and not c.relispartition
join pg_namespace n on n.oid = c.relnamespace join pg_class x on x.oid = i.indexrelid join pg_am am on am.oid = x.relam
where am.amname not in ('btree', 'hash', 'gin', 'gist', 'spgist', 'brin', 'hnsw') and ${inManagedSchemas('c.relnamespace')}
  and ${notFromExtension('pg_class', 'c.oid')}
union all
select 'table', n.nspname, c.relname, 'operator class parameters of the index ' || quote_ident(x.relname)
from pg_index i join pg_class c on c.oid = i.indrelid and c.relkind in ('r', 'p') and not c.relispartition
join pg_namespace n on n.oid = c.relnamespace join pg_class x on x.oid = i.indexrelid
where exists (select from pg_attribute a where a.attrelid = x.oid and a.attoptions is not null)
  and ${inManagedSchemas('c.relnamespace')} and ${notFromExtension('pg_class', 'c.oid')}
${
  major < 18
    ? ''
    : `union all
select 'table', n.nspname, c.relname, case when k.conperiod then 'the temporal key ' else 'the unenforced constraint ' end
  || quote_ident(k.conname)
from pg_constraint k join pg_class c on c.oid = k.conrelid and not c.relispartition
join pg_namespace n on n.oid = c.relnamespace
where (k.conperiod or not k.conenforced) and ${inManagedSchemas('c.relnamespace')}
  and ${notFromExtension('pg_class', 'c.oid')}
`
}union all
select 'statistics', n.nspname, s.stxname, 'a statistics object'
from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
where ${inManagedSchemas('s.stxnamespace')} and ${notFromExtension('pg_statistic_ext', 's.oid')}
union all
select 'collation', n.nspname, c.collname, 'a collation'
from pg_collation c join pg_namespace n on n.oid = c.collnamespace
where ${inManagedSchemas('c.collnamespace')} and ${notFromExtension('pg_collation', 'c.oid')}
union all
select 'operator', n.nspname, o.oprname, 'an operator'
from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
where ${inManagedSchemas('o.oprnamespace')} and ${notFromExtension('pg_operator', 'o.oid')}
union all
select 'text search configuration', n.nspname, s.cfgname, 'a text search configuration'
from pg_ts_config s join pg_namespace n on n.oid = s.cfgnamespace
where ${inManagedSchemas('s.cfgnamespace')} and ${notFromExtension('pg_ts_config', 's.oid')}
union all
select 'event trigger', null, e.evtname, 'an event trigger'
from pg_event_trigger e join pg_proc p on p.oid = e.evtfoid
where ${inManagedSchemas('p.pronamespace')} and ${notFromExtension('pg_event_trigger', 'e.oid')}
order by 1, 2, 3, 4`;
}

export function buildUnmodelled(
  rows: readonly CatalogRow[],
  isIgnored: (name: QName) => boolean,
): readonly Unmodelled[] {
  return rows.flatMap((row) => {
    const cell = cells(row);
    const [kind, schema, name, what] = [cell.text(), cell.textOrNull(), cell.text(), cell.text()];
    const bare = kind === 'function' ? name.replace(/\(.*$/s, '') : name;
    if (isIgnored(qname(schema ?? '', bare))) return [];
    return [{ object: schema === null ? `${kind} ${name}` : `${kind} ${schema}.${name}`, what }];
  });
}
