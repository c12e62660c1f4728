declare
  me uuid := boyfanz.current_user_id();
  has_been boolean := exists (
    select from public.subscriptions s
    where s.subscriber_id = me and s.creator_id = creator and s.started_at is not null);
begin
  return boyfanz.may_see_shop(creator)
    and case audience
      when 'everyone' then true
      when 'new' then not has_been
      when 'expired' then has_been and not exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now())
      else exists (
        select from public.social_list_members m
        where m.list_id = list and m.member_id = me and coalesce(m.expires_at > now(), true))
    end;
end
