declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (select from public.users u where u.id = me and u.status = 'active')
    and not exists (
      select
      from public.account_restrictions r
      where r.user_id = me and r.lifted_at is null and r.kind in ('ban', 'suspension', feature) and r.during @> now());
end
