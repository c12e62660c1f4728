declare
  until date := to_jsonb(old) ->> tg_argv[0];
begin
  if until is null or until < (now() at time zone 'UTC')::date then
    return old;
  end if;
  raise exception 'The row of %.% has to be kept until %', tg_table_schema, tg_table_name, until
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
