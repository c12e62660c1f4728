declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (
    select
    from public.content_items i
    where i.id = item
      and (i.author_id = me
        or i.status = 'published'
          and i.published_at <= now()
          and coalesce(i.expires_at > now(), true)
          and boyfanz.may_see_content(i.id, i.author_id, i.creator_id, i.audience, i.rating)));
end
