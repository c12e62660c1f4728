begin
  -- Being in a highlight outlives the day of a frame, and opens it to nobody whom the frame itself was not for.
  return exists (
    select
    from public.story_highlight_items placed
      join public.story_highlights h on h.id = placed.highlight_id
      join public.content_items i on i.id = placed.story_id
    where placed.story_id = story
      and i.status in ('published', 'archived')
      and i.published_at <= now()
      and boyfanz.is_in_audience(h.user_id, h.audience)
      and boyfanz.may_see_content(i.id, i.author_id, i.creator_id, i.audience, i.rating));
end
