declare
  collaboration record;
  guests record;
begin
  -- Locked, so that two guests who come at once are counted one after the other.
  for collaboration in
    select c.id, c.max_guests, c.split_mode
    from public.live_collaborations c
    where c.id = (to_jsonb(new) ->> tg_argv[0])::uuid
    for no key update
  loop
    exit;
  end loop;
  if not found then
    return null;
  end if;
  for guests in
    select count(*) filter (where g.state in ('accepted', 'joined')) as present, coalesce(sum(g.share_ppm), 0) as shares
    from public.live_collaboration_guests g
    where g.collaboration_id = collaboration.id and g.state in ('invited', 'accepted', 'joined', 'left')
  loop
    exit;
  end loop;
  if guests.present > collaboration.max_guests then
    raise exception 'The joint stream has room for % guests', collaboration.max_guests
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  if guests.shares > (case collaboration.split_mode when 'custom' then 1000000 else 0 end) then
    raise exception 'The shares of the guests make %, the split is %', guests.shares, collaboration.split_mode
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
