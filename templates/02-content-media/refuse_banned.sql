declare
  state text;
begin
  for state in
    execute format('select p.state from public.%I p where p.id = ($1).%I', tg_argv[0], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if state = 'banned' then
    raise exception '% of %.% is banned', tg_argv[1], tg_table_schema, tg_table_name
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[1];
  end if;
  return new;
end
