begin
  -- A path is its parent's path and its own label, so a cycle would need a path longer than itself.
  if exists (
    select
    from public.marketplace_categories child
      left join public.marketplace_categories parent on parent.id = child.parent_id
    where (child.id = new.id or child.parent_id = new.id)
      and child.path <> coalesce(parent.path || '/', '') || lower(child.slug::text))
  then
    raise exception 'The path of category % or of one below it is not that of its parent and its slug', new.slug
      using errcode = 'check_violation', table = 'marketplace_categories', column = 'path';
  end if;
  return null;
end
