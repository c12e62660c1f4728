declare
  me uuid := boyfanz.current_user_id();
begin
  if not boyfanz.may_see_offer('event', event, organizer) then
    return false;
  end if;
  if visibility = 'public' or me is null then
    return visibility = 'public';
  end if;
  return visibility = 'subscribers'
      and exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = organizer and s.entitled_until > now())
    or exists (
      select from public.event_registrations r
      where r.event_id = event and r.user_id = me and r.state <> 'cancelled')
    or exists (
      select from public.event_tickets t
      where t.holder_id = me and t.state in ('valid', 'used') and t.event_id = event)
    or exists (
      select
      from public.event_speakers k
        join public.event_sessions s on s.id = k.session_id
      where k.user_id = me and k.state <> 'declined' and s.event_id = event);
end
