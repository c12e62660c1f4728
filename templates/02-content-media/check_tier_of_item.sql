declare
  own jsonb := to_jsonb(new);
  item uuid := own ->> tg_argv[0];
  tier uuid := own ->> tg_argv[1];
begin
  -- A tier of somebody who made the item as well opens it to their subscribers.
  if exists (
    select
    from public.subscription_tiers t
      join public.content_items i on i.id = item
    where t.id = tier
      and t.creator_id is distinct from i.creator_id
      and not exists (
        select
        from public.content_collaborators c
        where c.content_id = item and c.collaborator_id = t.creator_id and c.status = 'accepted'))
  then
    raise exception 'The tier % is not one of a creator of item %', tier, item
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[1];
  end if;
  return new;
end
