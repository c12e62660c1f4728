declare
  value_type text;
begin
  value_type := (
    select f.value_type
    from public.feature_flags f
    where f.id = new.flag_id
  );
  if value_type not in ('json', jsonb_typeof(new.value)) then
    raise exception 'The flag takes a %, not a %', value_type, jsonb_typeof(new.value)
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'value';
  end if;
  return new;
end
