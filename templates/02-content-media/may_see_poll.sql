begin
  return exists (select from public.posts p where p.poll_id = poll and boyfanz.may_see_item(p.id))
    or exists (select from public.story_overlays o where o.poll_id = poll and boyfanz.may_see_item(o.story_id));
end
