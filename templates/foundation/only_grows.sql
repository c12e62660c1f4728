declare
  strictly boolean := tg_argv[0] = 'strictly';
  old_row jsonb := to_jsonb(old);
  new_row jsonb := to_jsonb(new);
  name text;
begin
  foreach name in array case when strictly then tg_argv[1:] else tg_argv end loop
    -- jsonb compares numbers as numbers; NULL stays out of the comparison.
    if old_row -> name <> 'null' and (
      new_row -> name = 'null'
      or new_row -> name < old_row -> name
      or strictly and new_row -> name = old_row -> name)
    then
      raise exception '%.%.% only grows: % after %', tg_table_schema, tg_table_name, name,
          coalesce(new_row ->> name, 'NULL'), old_row ->> name
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = name;
    end if;
  end loop;
  return new;
end
