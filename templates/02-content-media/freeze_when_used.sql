declare
  forbidden text[] := boyfanz.forbidden_changes(to_jsonb(old), to_jsonb(new), tg_argv[2:]);
  is_used boolean;
begin
  if cardinality(forbidden) = 0 then
    return new;
  end if;
  for is_used in
    execute format('select exists (select from public.%I where %I = ($1).id)', tg_argv[0], tg_argv[1]) using old
  loop
    exit;
  end loop;
  if is_used then
    raise exception 'A row of %.% cannot change while % use it: %', tg_table_schema, tg_table_name, tg_argv[0],
        array_to_string(forbidden, ', ')
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
