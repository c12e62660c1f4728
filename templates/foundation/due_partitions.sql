declare
  rolling record;
  first_start timestamptz;
  window_end timestamptz;
  statement text;
begin
  for rolling in
    select c.oid::regclass as parent_table, r.*, p.partrelid is null as is_hypertable,
      nullif(p.partdefid, 0)::regclass as overflow_part, due_partitions.at - r.keep as keep_from
    from boyfanz.rolling_partitions r
      join pg_namespace n on n.nspname = r.parent_schema
      join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name
      left join pg_partitioned_table p on p.partrelid = c.oid
    where due_partitions.parent is null or c.oid = due_partitions.parent
    order by r.parent_schema, r.parent_name
  loop
    if rolling.is_hypertable then
      continue when to_regclass('timescaledb_information.chunks') is null;
      statement := 'select $1, ''drop chunks'', null::text, min(c.range_start)::timestamptz, max(c.range_end)::timestamptz, count(*)
         from timescaledb_information.chunks c
         where c.hypertable_schema = $2 and c.hypertable_name = $3 and c.range_end <= $4 having count(*) > 0';
      return query execute statement
        using rolling.parent_table, rolling.parent_schema, rolling.parent_name, rolling.keep_from;
      continue;
    end if;
    first_start := boyfanz.partition_start(rolling.every, due_partitions.at) - rolling.every;
    window_end := first_start + rolling.every * (rolling.ahead + 2);
    if rolling.overflow_part is not null then
      return query execute format(
        'select $1, ''move'', $2::text, min(%1$I)::timestamptz, max(%1$I)::timestamptz, count(*)
         from %2$s where %1$I < $3 having count(*) > 0',
        rolling.key_column, rolling.overflow_part)
        using rolling.parent_table, rolling.overflow_part, window_end;
    elsif rolling.overflow then
      return query select rolling.parent_table, 'make default',
        format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, null)),
        null::timestamptz, null::timestamptz, null::bigint;
    end if;
    return query
      with bounds as materialized (select b.* from boyfanz.partition_bounds(rolling.parent_table) b)
      select rolling.parent_table, 'make',
        format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, s.starts)),
        s.starts, s.starts + rolling.every, null::bigint
      from generate_series(first_start, window_end - rolling.every, rolling.every) as s(starts)
      where (rolling.keep is null or s.starts + rolling.every > rolling.keep_from)
        and not exists (select from bounds b where b.starts = s.starts and b.ends = s.starts + rolling.every);
    return query
      select rolling.parent_table, 'drop', b.part::text, b.starts, b.ends, null::bigint
      from boyfanz.partition_bounds(rolling.parent_table) b
      where b.ends <= rolling.keep_from
      order by b.ends, b.part::text;
  end loop;
end
