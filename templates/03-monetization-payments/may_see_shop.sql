begin
  if not exists (select from public.creators c where c.user_id = creator and c.status = 'active') then
    return false;
  end if;
  return boyfanz.may_see_profile(creator);
end
