declare
  me uuid := boyfanz.current_user_id();
  visibility text;
begin
  if me = person then
    return true;
  end if;
  -- NULL as well for somebody who is not in good standing, or when one blocks the other.
  visibility := (
    select case
        when exists (select from public.user_geo_restrictions r where r.user_id = person)
          and not boyfanz.may_be_seen_here(person)
        then null
        else coalesce(p.profile_visibility, 'public')
      end
    from public.users u
      left join public.user_privacy_settings p on p.user_id = u.id
    where u.id = person
      and u.status = 'active'
      and not exists (select from public.user_blocks b where b.blocker_id = person and b.blocked_id = me)
      and not exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = person));
  if visibility is null or visibility = 'public' then
    return visibility is not null;
  end if;
  if me is null or visibility = 'members' then
    return me is not null;
  end if;
  -- A statement of its own: opening the partitions of follows costs more than the rest.
  if visibility = 'followers' then
    if exists (select from public.follows f where f.follower_id = me and f.followee_id = person) then
      return true;
    end if;
  end if;
  return exists (
    select from public.subscriptions s
    where s.subscriber_id = me and s.creator_id = person and s.entitled_until > now());
end
