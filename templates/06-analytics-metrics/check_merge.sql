declare
  broken uuid;
begin
  -- Whoever merges the target itself waits for this change, and the other way round.
  perform from public.analytics_identities i where i.actor_id = new.merged_into for share;
  -- Deferred: the rows are looked at as they stand at the end.
  broken := (
    select i.actor_id
    from public.analytics_identities i
      join public.analytics_identities target on target.actor_id = i.merged_into
    where (i.actor_id = new.actor_id or i.merged_into = new.actor_id)
      and (target.merged_into is not null or target.user_id is distinct from i.user_id)
    limit 1
  );
  if broken is not null then
    raise exception 'The actor % is merged with one that is merged itself or of another user', broken
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'merged_into';
  end if;
  return null;
end
