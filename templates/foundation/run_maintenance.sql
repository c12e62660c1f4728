declare
  step text;
  due record;
  statement text;
  busy regclass[] := '{}';
begin
  foreach step in array steps loop
    for due in
      select d.* from boyfanz.due_partitions(run_maintenance.parent, run_maintenance.at) d where d.action = step
    loop
      continue when busy @> array[due.parent_table];
      parent_table := due.parent_table;
      action := step;
      part := due.part;
      row_count := due.row_count;
      problem := null;
      begin
        case step
          when 'move' then
            row_count := boyfanz.move_overflow(due.parent_table, run_maintenance.at);
          when 'make default', 'make' then
            perform boyfanz.lock_partitioned(due.parent_table, 'make');
            -- Somebody else may have made it while we waited.
            continue when to_regclass(due.part) in (
              select i.inhrelid from pg_inherits i where i.inhparent = due.parent_table);
            perform boyfanz.new_partition(due.parent_table, due.part);
            execute format('alter table %s attach partition %s %s', due.parent_table, due.part, case step
              when 'make' then format('for values from (%L) to (%L)', due.starts, due.ends)
              else 'default'
            end);
          when 'drop' then
            perform boyfanz.lock_partitioned(due.parent_table, 'drop');
            statement := format('drop table if exists %s', due.part);
            execute statement;
          when 'drop chunks' then
            perform boyfanz.drop_old_chunks(due.parent_table, due.ends);
        end case;
      exception
        -- What did not go for one partition is for the next run; the others are not to wait for it.
        when others then
          problem := sqlerrm;
          if sqlstate in ('55P03', '40P01') then
            busy := busy || due.parent_table;
          end if;
          raise warning '% of % was not done: %', step, coalesce(due.part, due.parent_table::text), sqlerrm;
      end;
      return next;
    end loop;
  end loop;
end
