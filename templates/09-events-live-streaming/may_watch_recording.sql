declare
  me uuid := boyfanz.current_user_id();
begin
  if not boyfanz.may_see_offer('stream', stream, creator)
    or not boyfanz.has_shown_age()
      and not exists (select from public.live_streams s where s.id = stream and s.explicit_level < 3)
  then
    return false;
  end if;
  return visibility = 'public'
    or visibility = 'subscribers'
      and exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now())
    or visibility in ('ticket_holders', 'paid')
      and exists (
        select from public.live_access_grants g
        where g.stream_id = stream and g.user_id = me and g.revoked_at is null and g.replay_until > now());
end
