begin
  if exists (
    select
    from public.social_lists l
      join public.content_items i on i.id = new.content_id
    where l.id = new.list_id and l.owner_id <> i.author_id and l.owner_id is distinct from i.creator_id)
  then
    raise exception 'The list % is not one of the author or creator of item %', new.list_id, new.content_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'list_id';
  end if;
  return new;
end
