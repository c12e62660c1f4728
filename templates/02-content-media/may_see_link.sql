begin
  -- A page that everybody links to stands in very many items; the newest hundred say whether it is shown around here.
  return exists (
      select
      from (
        select l.content_id from public.content_links l
        where l.link_preview_id = link
        order by l.content_id desc
        limit 100) newest
      where boyfanz.may_see_item(newest.content_id))
    or exists (
      select
      from (
        select o.story_id from public.story_overlays o
        where o.link_preview_id = link
        order by o.story_id desc
        limit 100) newest
      where boyfanz.may_see_item(newest.story_id))
    or exists (
      select
      from public.message_link_previews l
        join public.conversation_participants c on c.conversation_id = l.conversation_id
      where l.link_preview_id = link and c.user_id = boyfanz.current_user_id() and c.left_at is null);
end
