declare
  fits boolean;
begin
  for fits in
    execute format(
      'select exists (select from public.%I as parent, (select ($1).*) as child where %s)', tg_argv[0], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if fits then
    return new;
  end if;
  raise exception '%.%: %', tg_table_schema, tg_table_name, tg_argv[2]
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema,
      detail = format('No row of %I where %s', tg_argv[0], tg_argv[1]);
end
