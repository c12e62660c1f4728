declare
  me uuid := boyfanz.current_user_id();
  country text;
begin
  if me is null then
    return false;
  end if;
  country := boyfanz.current_country();
  return exists (
    select from public.user_age_verifications v
    where v.user_id = me
      and v.status = 'passed'
      and v.superseded_at is null
      and v.expires_at > now()
      and (country is null or left(v.jurisdiction, 2) = country));
end
