begin
  -- Deferred: exchanging one method for another in a transaction is fine. An account on its way out needs none.
  if not exists (
      select from public.users u
      where u.id = old.user_id and u.status not in ('erasing', 'erased') and u.account_type <> 'service')
    or exists (
      select from public.user_credentials c where c.user_id = old.user_id)
    or exists (
      select from public.user_webauthn_credentials w where w.user_id = old.user_id and w.revoked_at is null)
    or exists (
      select from public.user_external_identities e where e.user_id = old.user_id and e.unlinked_at is null)
  then
    return null;
  end if;
  raise exception 'The last login method of user % cannot be removed', old.user_id
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
