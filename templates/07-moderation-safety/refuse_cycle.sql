declare
  is_circle boolean;
begin
  -- Two moves at once could each be fine and together make a circle.
  perform pg_advisory_xact_lock(hashtextextended('refuse_cycle ' || tg_relid::text, 0));
  -- UNION drops what was seen before, so that an old circle further up ends too.
  for is_circle in
    execute format(
      'with recursive up as (select ($1).%1$I as id union select p.%1$I from up join %2$I.%3$I p on p.id = up.id)'
        ' select exists (select from up where up.id = ($1).id)',
      tg_argv[0], tg_table_schema, tg_table_name) using new
  loop
    exit;
  end loop;
  if is_circle then
    raise exception 'A row of %.% lies below itself', tg_table_schema, tg_table_name
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
  end if;
  return null;
end
