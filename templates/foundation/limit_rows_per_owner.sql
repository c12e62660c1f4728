declare
  owner text := to_jsonb(new) ->> tg_argv[0];
  most integer := tg_argv[1];
  found_rows integer;
begin
  if owner is null then
    return null;
  end if;
  -- Two inserts at once would each count without the other.
  perform pg_advisory_xact_lock(hashtextextended(tg_relid::text || ' ' || owner, 0));
  for found_rows in
    execute format(
      'select count(*) from (select from %I.%I where %I = ($1).%I and (%s) limit %s) as counted',
      tg_table_schema, tg_table_name, tg_argv[0], tg_argv[0], coalesce(tg_argv[2], 'true'), most + 1) using new
  loop
    exit;
  end loop;
  if found_rows > most then
    raise exception 'At most % rows of %.% for one %', most, tg_table_schema, tg_table_name, tg_argv[0]
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
