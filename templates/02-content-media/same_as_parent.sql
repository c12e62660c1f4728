declare
  own jsonb := to_jsonb(new);
  parent jsonb;
  pair text;
begin
  if own -> tg_argv[1] = 'null' then
    return new;
  end if;
  for parent in
    execute format('select to_jsonb(p) from public.%I p where p.%I = ($1).%I', tg_argv[0], tg_argv[2], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if parent is null then
    return new; -- The foreign key says so better.
  end if;
  foreach pair in array tg_argv[3:] loop
    if own -> split_part(pair, '=', 1) is distinct from parent -> split_part(pair, '=', 2) then
      raise exception '%.%.% is not the % of its row in %', tg_table_schema, tg_table_name, split_part(pair, '=', 1),
          split_part(pair, '=', 2), tg_argv[0]
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema,
          column = split_part(pair, '=', 1);
    end if;
  end loop;
  return new;
end
