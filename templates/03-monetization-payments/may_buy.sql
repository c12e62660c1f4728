declare
  me uuid := boyfanz.current_user_id();
  country text := boyfanz.current_country();
begin
  return exists (
      select from public.content_items i
      where i.id = content
        and i.status = 'published' and i.published_at <= now() and coalesce(i.expires_at > now(), true)
        and (i.rating <> 'explicit' or boyfanz.has_shown_age())
        and boyfanz.may_see_shop(i.creator_id))
    and not exists (
      select from public.content_geo_restrictions g where g.content_id = content and g.country_code = country)
    and not exists (
      select from public.content_audience_lists l
        join public.social_list_members m on m.list_id = l.list_id
      where l.content_id = content and l.effect = 'exclude' and m.member_id = me and coalesce(m.expires_at > now(), true));
end
