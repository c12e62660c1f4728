declare
  kind record;
  side record;
  found_rows integer;
begin
  -- In the order of the ids, so that two writers never wait for each other in a circle.
  perform pg_advisory_xact_lock(hashtextextended(tg_relid::text || ' ' || person, 0))
  from (
    select least(new.user_id, new.other_user_id) as person
    union all
    select greatest(new.user_id, new.other_user_id)) as people;
  for kind in
    select t.*, case when t.is_symmetric then t.id else t.inverse_id end as seen_from_other
    from public.relationship_types t
    where t.id = new.type_id
  loop
    exit;
  end loop;
  if tg_op = 'INSERT' and new.state = 'confirmed' and kind.needs_confirmation then
    raise exception 'A connection of the kind % waits for the other side', kind.code
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'state';
  end if;
  if exists (
    select from public.user_connections c
    where c.user_id = new.other_user_id
      and c.other_user_id = new.user_id
      and c.type_id = kind.seen_from_other
      and c.state in ('proposed', 'confirmed'))
  then
    raise exception 'The other side has declared this % connection already', kind.code
      using errcode = 'unique_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  if new.state <> 'confirmed' then
    return null;
  end if;
  -- Each person counts the rows of both sides: those of the own kind, and those in which others name the inverse.
  for side in
    select s.person, t.id, t.code, t.max_per_user, case when t.is_symmetric then t.id else t.inverse_id end as inverse_id
    from (values (new.user_id, new.type_id), (new.other_user_id, kind.seen_from_other)) as s (person, type_id)
      join public.relationship_types t on t.id = s.type_id
    where t.max_per_user is not null
  loop
    found_rows := (
      select count(*)
      from public.user_connections c
      where c.state = 'confirmed'
        and (c.user_id = side.person and c.type_id = side.id
          or c.other_user_id = side.person and c.type_id = side.inverse_id)
    );
    if found_rows > side.max_per_user then
      raise exception 'At most % confirmed connections of the kind % for one person', side.max_per_user, side.code
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
    end if;
  end loop;
  return null;
end
