declare
  forbidden text[];
begin
  if to_jsonb(old) -> tg_argv[0] = 'null' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' then
    forbidden := boyfanz.forbidden_changes(to_jsonb(old), to_jsonb(new), tg_argv[1:]);
    if cardinality(forbidden) = 0 then
      return new;
    end if;
  end if;
  raise exception 'A row of %.% cannot change once % is set', tg_table_schema, tg_table_name, tg_argv[0]
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema,
      detail = case tg_op when 'UPDATE' then 'Refused: ' || array_to_string(forbidden, ', ') else 'Refused: delete' end;
end
