begin
  -- SET NULL, when the consent's row goes with the account.
  if tg_op = 'UPDATE' and new.consent_id is null and new.user_id = old.user_id then
    return new;
  end if;
  if exists (
    select from public.user_consents c
    where c.user_id = new.user_id
      and c.purpose = 'contact_matching'
      and c.withdrawn_at is null
      and (new.consent_id is null or c.id = new.consent_id))
  then
    return new;
  end if;
  raise exception 'Importing contacts needs the consent "contact_matching" of user %', new.user_id
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'consent_id';
end
