begin
  if old.decided_at <= now() - interval '30 days' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' then
    -- Declining once more may only prolong the rest.
    if new.state = 'declined' and new.decided_at >= old.decided_at then
      return new;
    end if;
  elsif exists (
      select from public.follows f where f.follower_id = old.requester_id and f.followee_id = old.target_id)
    -- An account that is gone already by a cascade from users, or is being erased.
    or not exists (select from public.users u where u.id = old.requester_id and u.status not in ('erasing', 'erased'))
    or not exists (select from public.users u where u.id = old.target_id and u.status not in ('erasing', 'erased'))
  then
    return old;
  end if;
  raise exception 'A declined request rests for 30 days, until %', old.decided_at + interval '30 days'
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
