declare
  old_row jsonb := to_jsonb(old);
  new_row jsonb := to_jsonb(new);
  name text;
begin
  foreach name in array tg_argv loop
    if old_row -> name <> 'null' and new_row -> name is distinct from old_row -> name then
      raise exception '%.%.% is set and keeps its value', tg_table_schema, tg_table_name, name
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = name;
    end if;
  end loop;
  return new;
end
