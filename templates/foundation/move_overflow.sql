declare
  rolling record;
  period record;
  part text;
  columns text := (
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    from pg_attribute a
    where a.attrelid = parent and a.attnum > 0 and not a.attisdropped and a.attgenerated = '');
  attachments text[] := '{}';
  oldest timestamptz;
  moved bigint := 0;
  moved_now bigint;
  statement text;
begin
  -- Nobody reads or writes the table meanwhile. No row is updated or deleted, so that no trigger sees it a second time.
  perform boyfanz.lock_partitioned(parent, 'move');
  for rolling in
    select r.*, p.partdefid::regclass as old_part, move_overflow.at - r.keep as keep_from,
      boyfanz.partition_start(r.every, move_overflow.at) + r.every * (r.ahead + 1) as window_end,
      case
        when r.every >= interval '1 month' then 'month'
        when extract(epoch from r.every) % 86400 = 0 then 'day'
        else 'minute'
      end as rounding
    from boyfanz.rolling_partitions r
      join pg_namespace n on n.nspname = r.parent_schema
      join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name
      join pg_partitioned_table p on p.partrelid = c.oid and p.partdefid <> 0
    where c.oid = parent
  loop
    execute format('alter table %s rename to %I', rolling.old_part, 'moving_' || parent::oid);
    oldest := rolling.window_end;
    -- The newest first, and no more at once than a server has locks for; the rest at the next run.
    for period in execute format(
      'select distinct s.starts, s.starts + $1 as ends
       from (select distinct date_trunc(%1$L, %2$I::timestamptz) as rounded from %3$s) k
         cross join lateral (select boyfanz.partition_start($1, k.rounded) as starts) s
       where s.starts < $2 and ($3 is null or s.starts + $1 > $3)
       order by 1 desc limit 100', rolling.rounding, rolling.key_column, rolling.old_part)
      using rolling.every, rolling.window_end, rolling.keep_from
    loop
      part := format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, period.starts));
      perform boyfanz.new_partition(parent, part);
      -- The comment keeps SQL editors from taking this for SELECT INTO.
      execute format('insert/**/into %1$s (%2$s) select %2$s from %3$s where %4$I >= $1 and %4$I < $2',
        part, columns, rolling.old_part, rolling.key_column) using period.starts, period.ends;
      get diagnostics moved_now = row_count;
      moved := moved + moved_now;
      attachments := attachments || format('alter table %s attach partition %s for values from (%L) to (%L)',
        parent, part, period.starts, period.ends);
      oldest := period.starts;
    end loop;
    part := format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, null));
    perform boyfanz.new_partition(parent, part);
    -- What lies further ahead or did not get its turn; what is past its keep stays behind.
    execute format('insert/**/into %1$s (%2$s) select %2$s from %3$s where %4$I >= $1
        or %4$I < $2 and ($3 is null or boyfanz.partition_start($4, %4$I::timestamptz) + $4 > $3)',
      part, columns, rolling.old_part, rolling.key_column)
      using rolling.window_end, oldest, rolling.keep_from, rolling.every;
    statement := format('drop table %s', rolling.old_part);
    execute statement;
    foreach statement in array attachments || format('alter table %s attach partition %s default', parent, part) loop
      execute statement;
    end loop;
  end loop;
  return moved;
end
