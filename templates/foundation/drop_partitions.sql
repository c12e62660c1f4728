declare
  part record;
  statement text;
  dropped integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('boyfanz.rolling_partitions', 0));
  for part in
    -- Upper bounds are printed and read back under the settings of this function: UTC, ISO.
    select bound.part_schema, bound.part_name
    from (
      select
        pn.nspname as part_schema,
        pc.relname as part_name,
        substring(pg_get_expr(pc.relpartbound, pc.oid) from $re$ TO \('([^']+)'\)$re$)::timestamptz as ended,
        drop_partitions.at - r.keep as limit_of_keep
      from boyfanz.rolling_partitions r
        join pg_namespace n on n.nspname = r.parent_schema
        join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name and c.relkind = 'p'
        join pg_inherits i on i.inhparent = c.oid
        join pg_class pc on pc.oid = i.inhrelid
        join pg_namespace pn on pn.oid = pc.relnamespace
      where r.keep is not null
        and (drop_partitions.parent is null or c.oid = drop_partitions.parent)
    ) bound
    where bound.ended <= bound.limit_of_keep
    order by bound.ended, bound.part_name
  loop
    begin
      statement := format('drop table %I.%I', part.part_schema, part.part_name);
      execute statement;
      dropped := dropped + 1;
    exception
      when lock_not_available then
        raise warning '%.% was not dropped: %', part.part_schema, part.part_name, sqlerrm;
    end;
  end loop;
  return dropped;
end
