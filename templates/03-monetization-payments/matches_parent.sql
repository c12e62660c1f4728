declare
  child jsonb := to_jsonb(new);
  parent jsonb;
  pair text;
begin
  -- Not tg_table_schema: in a partitioned table that is where the partition lies.
  for parent in
    execute format('select to_jsonb(p) from public.%I p where p.id = ($1).%I', tg_argv[1], tg_argv[0]) using new
  loop
    exit;
  end loop;
  if parent is null then
    return new; -- No parent, or one that the foreign key refuses.
  end if;
  foreach pair in array tg_argv[2:] loop
    if child -> split_part(pair, '=', 1) is distinct from parent -> split_part(pair, '=', case when pair like '%=%' then 2 else 1 end)
    then
      raise exception '%.%.% is not that of its row in %',
          tg_table_schema, tg_table_name, split_part(pair, '=', 1), tg_argv[1]
        using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema,
          column = split_part(pair, '=', 1);
    end if;
  end loop;
  return new;
end
