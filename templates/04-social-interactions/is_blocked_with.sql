declare
  me uuid := boyfanz.current_user_id();
begin
  if me is null then
    return false;
  end if;
  return exists (select from public.user_blocks b where b.blocker_id = person and b.blocked_id = me)
    or exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = person);
end
