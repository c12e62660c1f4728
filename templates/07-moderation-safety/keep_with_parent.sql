declare
  until date;
begin
  for until in
    execute format('select p.%I from public.%I p where p.id = ($1).%I', tg_argv[2], tg_argv[1], tg_argv[0]) using old
  loop
    exit;
  end loop;
  if until is null or until < (now() at time zone 'UTC')::date then
    return old;
  end if;
  raise exception 'The row of %.% has to be kept until %, with that of %', tg_table_schema, tg_table_name, until, tg_argv[1]
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
