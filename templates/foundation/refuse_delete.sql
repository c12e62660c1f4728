begin
  raise exception 'Rows of %.% are not deleted', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema,
      detail = coalesce(tg_argv[0], '');
end
