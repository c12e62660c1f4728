declare
  performer record;
  examination record;
begin
  for performer in select p.status, p.birth_year from public.performers p where p.id = new.performer_id loop
    exit;
  end loop;
  for examination in
    select r.examined_at, r.expires_on
    from public.performer_id_records r
    where r.id = new.id_record_id and r.performer_id = new.performer_id
  loop
    exit;
  end loop;
  -- The days of the earliest place on earth: production has its local date.
  if (examination.examined_at at time zone 'Etc/GMT+12')::date > new.produced_on then
    raise exception 'The document of performer % was examined after the production on %', new.performer_id, new.produced_on
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'id_record_id';
  end if;
  if extract(year from new.produced_on) - performer.birth_year < 18 then
    raise exception 'Performer % was not of age on %', new.performer_id, new.produced_on
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'produced_on';
  end if;
  if new.confirmed_at is not null and performer.status <> 'verified' and (tg_op = 'INSERT' or old.confirmed_at is null) then
    raise exception 'Performer % is not verified', new.performer_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'confirmed_at';
  end if;
  if new.confirmed_at is not null and exists (
    select from public.performer_consents c where c.id = new.release_id and c.withdrawn_at is not null)
  then
    raise exception 'The release of performer % was withdrawn', new.performer_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'release_id';
  end if;
  return new;
end
