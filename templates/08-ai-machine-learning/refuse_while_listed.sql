declare
  is_listed boolean;
begin
  for is_listed in
    execute format(
      'select exists (select from public.%I where %I @> array[($1).id] and (%s))',
      tg_argv[0], tg_argv[1], coalesce(tg_argv[2], 'true')) using old
  loop
    exit;
  end loop;
  if is_listed then
    raise exception '% of %.% refused: %.% lists the row', initcap(tg_op), tg_table_schema, tg_table_name, tg_argv[0], tg_argv[1]
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
