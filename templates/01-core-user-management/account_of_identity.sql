declare
  person record;
begin
  for person in
    select u.id, u.email, u.email_confirmed_at, coalesce(u.email_confirmed_at, u.phone_confirmed_at) as confirmed_at
    from auth.users u
    where u.id = identity and u.deleted_at is null
  loop
    exit;
  end loop;
  if not found then
    return;
  end if;

  -- Of a digest, as ids of one moment begin alike: nobody has this name already, and everybody may take another later.
  -- No blank before INTO: editors that look for SELECT … INTO would take this for a new table.
  insert/**/into public.users (id, username, status)
  values (
    person.id,
    'user_' || left(md5(person.id::text), 24),
    case when person.confirmed_at is null then 'pending' else 'active' end)
  on conflict (id) do nothing;
  update public.users u
  set status = 'active'
  where u.id = person.id and u.status = 'pending' and person.confirmed_at is not null;

  -- An address that cannot be taken over must not keep anybody from signing in.
  begin
    update public.user_emails e
    set is_primary = false, removed_at = now()
    where e.user_id = person.id and e.is_primary
      and (person.email is null or e.email operator(extensions.<>) person.email::extensions.citext);
    if person.email is null then
      return;
    end if;
    -- Who has shown that an address is theirs gets it from somebody who has not.
    update public.user_emails e
    set is_primary = false, removed_at = now()
    where e.email operator(extensions.=) person.email::extensions.citext
      and e.user_id <> person.id and e.removed_at is null and e.verified_at is null
      and person.email_confirmed_at is not null;
    update public.user_emails e
    set is_primary = true,
      verified_at = coalesce(e.verified_at, person.email_confirmed_at),
      verification_method =
        case when coalesce(e.verified_at, person.email_confirmed_at) is not null then coalesce(e.verification_method, 'link') end
    where e.user_id = person.id and e.removed_at is null
      and e.email operator(extensions.=) person.email::extensions.citext;
    if not found then
      insert/**/into public.user_emails (user_id, email, is_primary, verified_at, verification_method)
      values (
        person.id, person.email, true, person.email_confirmed_at,
        case when person.email_confirmed_at is not null then 'link' end);
    end if;
  exception
    when integrity_constraint_violation then
      raise warning 'The address of account % was not taken over: %', person.id, sqlerrm;
  end;
end
