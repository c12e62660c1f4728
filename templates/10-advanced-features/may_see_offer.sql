declare
  me uuid := boyfanz.current_user_id();
begin
  if offered_by = me then
    return true;
  end if;
  -- Next to nothing is closed to anybody, and one statement sees that; what is there is asked what it says.
  if not exists (select from public.user_blocks b where b.blocker_id = offered_by and b.blocked_id = me)
    and not exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = offered_by)
    and not exists (select from public.user_geo_restrictions r where r.user_id = offered_by)
    and not exists (select from public.geo_block_rules r where r.scope = kind and r.subject_id = subject)
  then
    return true;
  end if;
  return not boyfanz.is_blocked_with(offered_by)
    and boyfanz.may_be_seen_here(offered_by)
    and boyfanz.is_open_here(kind, subject);
end
