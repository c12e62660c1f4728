-- What must be true of the schema as it stands in a database: one row for each offence, none when all is well.
-- By psql: psql -X -At -f test/specs/schema-facts.sql DATABASE
with
  own as (
    select c.oid, c.relname, c.relkind, c.relispartition, n.nspname
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'boyfanz', 'boyfanz_parts')
      and not exists (
        select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ),
  own_table as (
    select o.*, o.oid::regclass::text as shown from own o where o.relkind in ('r', 'p') and not o.relispartition
  ),
  own_index as (
    select i.indexrelid, i.indrelid, i.indisunique, i.indisprimary, i.indisexclusion, i.indisvalid, m.amname,
      i.indnkeyatts, i.indexrelid::regclass::text as shown,
      (string_to_array(i.indkey::text, ' ')::int[])[1:i.indnkeyatts] as keys,
      (string_to_array(i.indkey::text, ' ')::int[])[i.indnkeyatts + 1:] as included,
      string_to_array(i.indclass::text, ' ') as classes,
      string_to_array(i.indcollation::text, ' ') as collations,
      string_to_array(i.indoption::text, ' ') as options,
      pg_get_expr(i.indexprs, i.indrelid) as expressions,
      pg_get_expr(i.indpred, i.indrelid) as predicate
    from pg_index i
      join pg_class c on c.oid = i.indexrelid
      join pg_am m on m.oid = c.relam
      join own_table t on t.oid = i.indrelid
  ),
  foreign_key as (
    select k.oid, k.conname, k.conrelid, k.confrelid, k.confdeltype, k.conkey::int[] as columns, t.shown
    from pg_constraint k join own_table t on t.oid = k.conrelid
    where k.contype = 'f'
  ),
  -- Rows of these stay: amounts of money, and whatever a trigger keeps from being deleted.
  guarded as (
    select t.oid
    from own_table t
    where exists (select from pg_attribute a where a.attrelid = t.oid and a.attname ~ '_minor$' and not a.attisdropped)
      and exists (select from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal and g.tgtype & 8 <> 0)
    union
    select g.tgrelid
    from pg_trigger g join pg_proc p on p.oid = g.tgfoid
    where p.proname in ('append_only', 'refuse_delete', 'keep_until', 'freeze_when_set')
      and p.pronamespace = 'boyfanz'::regnamespace
      and g.tgtype & 8 <> 0 and g.tgqual is null
  )
select 'foreign key without an index that leads with it' as fact, shown || '.' || conname as offender
from foreign_key f
where not exists (
  select from own_index i
  where i.indrelid = f.conrelid and i.indisvalid and i.amname = 'btree'
    and i.keys[1:cardinality(f.columns)] @> f.columns and i.keys[1:cardinality(f.columns)] <@ f.columns
    and (i.predicate is null or exists (
      select from pg_attribute a
      where a.attrelid = f.conrelid and a.attnum = any (f.columns)
        and i.predicate = format('(%I IS NOT NULL)', a.attname)))
)
union all
select 'index that another one makes needless', a.shown || ' beside ' || b.shown
from own_index a
  join own_index b on b.indrelid = a.indrelid and b.indexrelid <> a.indexrelid and b.amname = a.amname
where a.expressions is null and b.expressions is null and a.predicate is not distinct from b.predicate
  and (a.amname = 'btree' or a.indnkeyatts = b.indnkeyatts)
  and a.keys = b.keys[1:a.indnkeyatts] and a.classes = b.classes[1:a.indnkeyatts]
  and a.collations = b.collations[1:a.indnkeyatts] and a.options = b.options[1:a.indnkeyatts]
  and a.included <@ (b.keys || b.included)
  and not a.indisexclusion and not b.indisexclusion
  and case
    when a.indisunique and b.indisunique then a.indnkeyatts = b.indnkeyatts and (b.indisprimary or a.indexrelid > b.indexrelid) and not a.indisprimary
    when a.indisunique then false
    when b.indisunique then true
    else a.indnkeyatts < b.indnkeyatts or a.indexrelid > b.indexrelid
  end
union all
select 'table without a primary key', shown from own_table t
where not exists (select from own_index i where i.indrelid = t.oid and i.indisprimary)
union all
select 'table without a comment', shown from own_table t
where coalesce(obj_description(t.oid, 'pg_class'), '') = ''
union all
select 'time without a time zone', t.shown || '.' || a.attname
from own_table t join pg_attribute a on a.attrelid = t.oid
where a.attnum > 0 and not a.attisdropped and a.atttypid in ('timestamp'::regtype, 'timestamp[]'::regtype)
union all
select 'cascade into money, audit or legal rows', f.shown || '.' || f.conname
from foreign_key f
where f.confdeltype = 'c' and f.conrelid in (select oid from guarded)
union all
select 'constraint that was not validated', t.shown || '.' || k.conname
from pg_constraint k join own_table t on t.oid = k.conrelid
where not k.convalidated
union all
select 'function without search_path', p.oid::regprocedure::text
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname in ('public', 'boyfanz', 'boyfanz_parts')
  and not exists (select from unnest(p.proconfig) c where c like 'search_path=%')
  and not exists (
    select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
union all
select 'index that is not valid', shown from own_index where not indisvalid
union all
select 'table without row security', shown
from own_table t join pg_class c on c.oid = t.oid
where not c.relrowsecurity
order by 1, 2
