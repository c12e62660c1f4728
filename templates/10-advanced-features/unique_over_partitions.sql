declare
  root regclass := pg_partition_root(tg_relid); -- The trigger fires on the partition.
  day date := to_jsonb(new) ->> tg_argv[0];
  row_key text := '';
  condition text := '';
  name text;
  is_taken boolean;
begin
  foreach name in array tg_argv[2:] loop
    row_key := row_key || ' ' || quote_nullable(to_jsonb(new) ->> name);
    condition := condition || format(' and %1$I = ($1).%1$I', name);
  end loop;
  -- Two inserts on both sides of midnight would each look without seeing the other.
  perform pg_advisory_xact_lock(hashtextextended(root::text || row_key, 0));
  -- The day itself is left to the unique key, so that ON CONFLICT works within it.
  for is_taken in
    execute format(
      'select exists (select from %1$s where %2$I between $2 - %3$s and $2 + %3$s and %2$I <> $2%4$s)',
      root, tg_argv[0], tg_argv[1]::integer, condition) using new, day
  loop
    exit;
  end loop;
  if is_taken then
    raise exception 'The key% is taken in % on another day', row_key, root
      using errcode = 'unique_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
