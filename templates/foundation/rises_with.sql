declare
  broken_at text;
begin
  -- Deferred: the table is looked at as it stands at the end, whatever this row was when the trigger was queued.
  for broken_at in
    execute format(
      'select place::text from (select %1$I as place, %2$I as level, lag(%2$I) over (order by %1$I) as below from %3$I.%4$I)'
        ' as ladder where level <= below limit 1',
      tg_argv[0], tg_argv[1], tg_table_schema, tg_table_name)
  loop
    exit;
  end loop;
  if broken_at is not null then
    raise exception '%.%.% does not rise with % at %', tg_table_schema, tg_table_name, tg_argv[1], tg_argv[0], broken_at
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[1];
  end if;
  return null;
end
