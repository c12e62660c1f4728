declare
  old_list jsonb;
  new_list jsonb;
  name text;
begin
  foreach name in array tg_argv loop
    old_list := to_jsonb(old) -> name;
    new_list := to_jsonb(new) -> name;
    if exists (
      select
      from jsonb_array_elements(old_list) with ordinality as kept (entry, place)
      where new_list -> (kept.place - 1)::integer is distinct from kept.entry)
    then
      raise exception '%.%.% only grows at its end', tg_table_schema, tg_table_name, name
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = name;
    end if;
  end loop;
  return new;
end
