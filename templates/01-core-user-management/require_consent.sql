declare
  owner uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if exists (
    select from public.user_consents c
    where c.user_id = owner and c.purpose = tg_argv[1] and c.withdrawn_at is null)
  then
    return null;
  end if;
  raise exception '%.% needs the consent "%" of user %', tg_table_schema, tg_table_name, tg_argv[1], owner
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
end
