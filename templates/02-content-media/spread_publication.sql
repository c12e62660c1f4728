begin
  update public.content_item_categories c
  set published_at = case when new.status = 'published' then new.published_at end
  where c.content_id = new.id;
  return null;
end
