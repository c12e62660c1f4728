declare
  me uuid := boyfanz.current_user_id();
  country text;
  opened boolean := false;
begin
  if me is null and audience <> 'public' then
    return false;
  end if;
  -- What keeps somebody out whatever they paid for: an age that was not shown, a block on either side, a country.
  if rating = 'explicit' and not boyfanz.has_shown_age() then
    return false;
  end if;
  country := boyfanz.current_country();
  if exists (select from public.user_blocks b where b.blocker_id = author and b.blocked_id = me)
    or exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = author)
    or exists (select from public.content_geo_restrictions g where g.content_id = content and g.country_code = country)
    or exists (select from public.user_geo_restrictions r where r.user_id = author)
      and not boyfanz.may_be_seen_here(author)
    or exists (
      select from public.content_audience_lists l
        join public.social_list_members m on m.list_id = l.list_id
      where l.content_id = content and l.effect = 'exclude' and m.member_id = me and coalesce(m.expires_at > now(), true))
  then
    return false;
  end if;
  -- Branches of a statement, not of an expression, which would open the partitions of follows for every audience.
  case audience
    when 'public', 'members' then
      return true;
    when 'followers' then
      opened := exists (select from public.follows f where f.follower_id = me and f.followee_id = author);
    when 'subscribers' then
      opened := exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now());
    when 'tiers' then
      opened := exists (
        select from public.subscriptions s
          join public.content_access_tiers t on t.tier_id = s.tier_id
        where t.content_id = content and s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now());
    else
      opened := false;
  end case;
  if opened then
    return true;
  end if;
  return exists (
      select from public.content_audience_lists l
        join public.social_list_members m on m.list_id = l.list_id
      where l.content_id = content and l.effect = 'include' and m.member_id = me and coalesce(m.expires_at > now(), true))
    or exists (
      select from public.content_unlocks u where u.user_id = me and u.content_id = content and u.revoked_at is null);
end
