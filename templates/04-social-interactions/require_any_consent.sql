declare
  subject uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if exists (
    select from public.user_consents c
    where c.user_id = subject and c.purpose = any (tg_argv[1:]) and c.withdrawn_at is null)
  then
    return new;
  end if;
  raise exception '%.% needs a consent of user % to one of: %', tg_table_schema, tg_table_name, subject,
      array_to_string(tg_argv[1:], ', ')
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
end
