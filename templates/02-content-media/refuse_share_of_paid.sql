begin
  if exists (
    select from public.content_items i where i.id = new.post_id and i.audience in ('subscribers', 'tiers', 'ppv'))
  then
    raise exception 'A paid post is shared only as a link'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'kind';
  end if;
  return new;
end
