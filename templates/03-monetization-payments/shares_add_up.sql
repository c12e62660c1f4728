declare
  touched text[] := array[to_jsonb(old) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[0]];
  owner text;
  total bigint;
begin
  for owner in select distinct t from unnest(touched) as t where t is not null order by t loop
    -- Two writers at once would each add up without the other.
    perform pg_advisory_xact_lock(hashtextextended(tg_relid::text || ' ' || owner, 0));
    for total in
      execute format('select sum(%I) from %I.%I where %I::text = $1', tg_argv[1], tg_table_schema, tg_table_name, tg_argv[0]) using owner
    loop
      exit;
    end loop;
    if total <> tg_argv[2]::bigint then
      raise exception '%.%.% adds up to % for one %, not to %',
          tg_table_schema, tg_table_name, tg_argv[1], total, tg_argv[0], tg_argv[2]
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[1];
    end if;
  end loop;
  return null;
end
