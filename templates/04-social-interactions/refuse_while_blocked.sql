declare
  one uuid := to_jsonb(new) ->> tg_argv[0];
  other uuid := to_jsonb(new) ->> tg_argv[1];
begin
  if exists (select from public.user_blocks b where b.blocker_id = one and b.blocked_id = other)
    or exists (select from public.user_blocks b where b.blocker_id = other and b.blocked_id = one)
  then
    raise exception '%.% is not possible between these two accounts', tg_table_schema, tg_table_name
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
