declare
  period text;
begin
  period := (select a.period from public.user_achievements a where a.id = new.achievement_id);
  if (case period
    when 'lifetime' then new.period_start = date '1970-01-01'
    when 'monthly' then extract(day from new.period_start) = 1
    when 'weekly' then extract(isodow from new.period_start) = 1
    else true
  end) then
    return new;
  end if;
  raise exception '% does not start a % period', new.period_start, period
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'period_start';
end
