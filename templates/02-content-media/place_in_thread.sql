declare
  parent record;
begin
  for parent in select c.post_id, c.depth, c.root_id from public.post_comments c where c.id = new.parent_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if parent.post_id <> new.post_id then
    raise exception 'A reply belongs to the post of the comment it answers'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'parent_id';
  end if;
  new.depth := parent.depth + 1;
  new.root_id := coalesce(parent.root_id, new.parent_id);
  return new;
end
