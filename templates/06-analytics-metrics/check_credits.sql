declare
  touched record;
  conversion record;
  credited record;
begin
  for touched in
    select distinct t.conversion_id, t.model
    from (values (old.conversion_id, old.model), (new.conversion_id, new.model)) as t (conversion_id, model)
    where t.conversion_id is not null
    order by t.conversion_id, t.model
  loop
    -- Two writers at once would each add up without the other.
    for conversion in
      select c.value_minor, c.currency
      from public.conversions c
      where c.id = touched.conversion_id
      for no key update
    loop
      exit;
    end loop;
    for credited in
      select
        sum(a.credit_ppm) as ppm,
        sum(a.credited_minor) as minor,
        bool_and(a.credited_minor = 0 or a.currency = conversion.currency) as is_same_currency
      from public.attribution_credits a
      where a.conversion_id = touched.conversion_id and a.model = touched.model
    loop
      exit;
    end loop;
    continue when credited.ppm is null;
    if credited.ppm <> 1000000 then
      raise exception 'The model % credits % of 1000000 parts of conversion %',
          touched.model, credited.ppm, touched.conversion_id
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'credit_ppm';
    end if;
    if credited.minor <> conversion.value_minor or credited.is_same_currency is not true then
      raise exception 'The model % does not credit the value of conversion %', touched.model, touched.conversion_id
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'credited_minor';
    end if;
  end loop;
  return null;
end
