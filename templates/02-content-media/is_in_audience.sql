declare
  me uuid := boyfanz.current_user_id();
begin
  if person = me then
    return true;
  end if;
  if audience not in ('public', 'members', 'followers', 'subscribers') or me is null and audience <> 'public' then
    return false;
  end if;
  if exists (select from public.user_blocks b where b.blocker_id = person and b.blocked_id = me)
    or exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = person)
    or exists (select from public.user_geo_restrictions r where r.user_id = person)
      and not boyfanz.may_be_seen_here(person)
  then
    return false;
  end if;
  -- Branches of a statement, not of an expression, which would open the partitions of follows for every audience.
  case audience
    when 'followers' then
      return exists (select from public.follows f where f.follower_id = me and f.followee_id = person);
    when 'subscribers' then
      return exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = person and s.entitled_until > now());
    when 'public', 'members' then
      return true;
    else
      return false;
  end case;
end
