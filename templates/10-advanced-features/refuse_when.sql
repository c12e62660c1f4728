begin
  raise exception '%', tg_argv[0]
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema,
      detail = format('%s of %s.%s refused', initcap(tg_op), tg_table_schema, tg_table_name);
end
