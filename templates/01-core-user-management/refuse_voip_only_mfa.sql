declare
  subject uuid := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
begin
  if exists (select from public.creators c where c.user_id = subject)
    and exists (
      select from public.user_mfa_factors f where f.user_id = subject and f.status = 'active')
    and not exists (
      select from public.user_webauthn_credentials w where w.user_id = subject and w.revoked_at is null)
    and not exists (
      select
      from public.user_mfa_factors f
        left join public.user_phone_numbers p on p.id = f.phone_id
      where f.user_id = subject and f.status = 'active' and p.line_type is distinct from 'voip')
  then
    raise exception 'A VoIP number cannot be the only second factor of creator %', subject
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
