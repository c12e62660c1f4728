declare
  found_public boolean;
begin
  -- FOR SHARE: whoever turns the list private waits, and then drops this follower as well.
  found_public := (select l.is_public from public.social_lists l where l.id = new.list_id for share);
  if not found_public then
    raise exception 'The list % is not public', new.list_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'list_id';
  end if;
  return new;
end
