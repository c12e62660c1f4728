declare
  forbidden text[];
begin
  if tg_op = 'UPDATE' then
    forbidden := boyfanz.forbidden_changes(to_jsonb(old), to_jsonb(new), coalesce(tg_argv, '{}'));
    if cardinality(forbidden) = 0 then
      return new;
    end if;
    raise exception '%.% is append-only: % cannot change', tg_table_schema, tg_table_name, array_to_string(forbidden, ', ')
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
