declare
  needed text := (
    select string_agg(format('lock table only %s in %s mode', l.relation, l.lock_mode), '; ' order by l.turn)
    from (
      -- With a default partition, a row on its way into it would be refused when its own partition comes: writers wait.
      select 1 as turn, p.partrelid::regclass as relation,
        case
          when reason in ('move', 'drop') then 'access exclusive'
          when p.partdefid <> 0 then 'share row exclusive'
          else 'share update exclusive'
        end as lock_mode
      from pg_partitioned_table p where p.partrelid = parent
      union all
      select 2, p.partdefid::regclass, 'access exclusive'
      from pg_partitioned_table p where p.partrelid = parent and p.partdefid <> 0
      union all
      select distinct 3, k.confrelid::regclass, 'share row exclusive'
      from pg_constraint k where k.conrelid = parent and k.contype = 'f' and k.confrelid <> parent and reason <> 'drop'
    ) l);
begin
  -- All at once and for less than deadlock_timeout: whoever waits for us in turn is never the one that is ended.
  for attempt in 1..5 loop
    begin
      execute needed;
      return;
    exception
      when lock_not_available or deadlock_detected then
        if attempt = 5 then
          raise;
        end if;
    end;
    perform pg_sleep(0.05);
  end loop;
end
