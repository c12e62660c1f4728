begin
  -- The lock makes a publication at the same moment wait, or this wait for it.
  new.published_at := (
    select case when i.status = 'published' then i.published_at end
    from public.content_items i
    where i.id = new.content_id
    for share
  );
  return new;
end
