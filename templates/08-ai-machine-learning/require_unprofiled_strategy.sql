declare
  concerned text := case tg_op when 'DELETE' then old.surface else new.surface end;
begin
  -- Two switches at once would each see the other's strategy.
  perform pg_advisory_xact_lock(hashtextextended('rec_strategies ' || concerned, 0));
  if exists (select from public.rec_strategies s where s.surface = concerned and s.status = 'active' and s.is_profiled)
    and not exists (select from public.rec_strategies s where s.surface = concerned and s.status = 'active' and not s.is_profiled)
  then
    raise exception 'The surface % has an active strategy that profiles and none that does not', concerned
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
