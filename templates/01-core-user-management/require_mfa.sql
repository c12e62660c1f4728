declare
  subject uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if boyfanz.has_mfa(subject) then
    return new;
  end if;
  raise exception 'User % has no second factor', subject
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
end
