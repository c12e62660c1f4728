declare
  me uuid := boyfanz.current_user_id();
  opened boolean := false;
begin
  if me is null and access <> 'public' then
    return false;
  end if;
  -- What keeps somebody out whatever they paid for: an age that was not shown, a block on either side, a country.
  if explicit_level >= 3 and not boyfanz.has_shown_age() then
    return false;
  end if;
  if not boyfanz.may_see_offer('stream', stream, creator) then
    return false;
  end if;
  -- Branches of a statement, not of an expression, which would open the partitions of follows for every kind of access.
  case access
    when 'public' then
      return true;
    when 'followers' then
      opened := exists (select from public.follows f where f.follower_id = me and f.followee_id = creator);
    when 'subscribers' then
      opened := exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now());
    else
      opened := false;
  end case;
  if opened then
    return true;
  end if;
  return exists (
      select from public.live_access_grants g
      where g.stream_id = stream and g.user_id = me and g.revoked_at is null)
    or exists (
      select
      from public.live_collaborations c
        join public.live_collaboration_guests g on g.collaboration_id = c.id
      where c.stream_id = stream and g.guest_id = me and g.state in ('invited', 'accepted', 'joined'));
end
