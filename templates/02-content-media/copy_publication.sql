begin
  -- The lock makes a publication at the same moment wait, or this wait for it.
  select case when i.status = 'published' then i.published_at end into new.published_at
  from public.content_items i
  where i.id = new.content_id
  for share;
  return new;
end
