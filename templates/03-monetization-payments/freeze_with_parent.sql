declare
  -- FOR SHARE: whoever sets the column waits for this change, and the other way round.
  question text := format('select p.%I is not null from public.%I p where p.id = ($1).%I for share',
    tg_argv[2], tg_argv[1], tg_argv[0]);
  is_frozen boolean;
begin
  if tg_op <> 'INSERT' then
    for is_frozen in execute question using old loop
      exit;
    end loop;
  end if;
  if tg_op <> 'DELETE' and is_frozen is not true then
    for is_frozen in execute question using new loop
      exit;
    end loop;
  end if;
  if is_frozen then
    raise exception 'Rows of %.% do not change once % of % is set', tg_table_schema, tg_table_name, tg_argv[2], tg_argv[1]
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
