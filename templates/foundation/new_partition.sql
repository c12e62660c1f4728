declare
  parameters text := (
    select r.parameters
    from boyfanz.rolling_partitions r
      join pg_namespace n on n.nspname = r.parent_schema
      join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name
    where c.oid = parent);
begin
  -- CREATE … PARTITION OF would lock the parent against readers; a table that is attached later does not.
  execute format(
    'create table %s (like %s including defaults including generated including constraints including storage'
      ' including compression)%s',
    part, parent, case when parameters <> '' then format(' with (%s)', parameters) end);
  if (select c.relrowsecurity from pg_class c where c.oid = parent) then
    execute format('alter table %s enable row level security', part);
  end if;
end
