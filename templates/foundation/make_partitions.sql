declare
  rolling record;
  months integer;
  seconds bigint;
  moment timestamp := at at time zone 'UTC';
  first_start timestamp;
  part_start timestamp;
  part_end timestamp;
  key_type regtype;
  bound_format text;
  suffix_format text;
  suffix text;
  stem text;
  part_name text;
  existing oid;
  made integer := 0;
begin
  -- One maker at a time: two would race for the same names.
  perform pg_advisory_xact_lock(hashtextextended('boyfanz.rolling_partitions', 0));
  for rolling in
    select r.*, c.oid as parent_oid
    from boyfanz.rolling_partitions r
      join pg_namespace n on n.nspname = r.parent_schema
      join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name and c.relkind = 'p'
    where make_partitions.parent is null or c.oid = make_partitions.parent
    order by r.parent_schema, r.parent_name
  loop
    months := extract(year from rolling.every) * 12 + extract(month from rolling.every);
    seconds := extract(epoch from rolling.every - make_interval(months => months));
    key_type := (
      select a.atttypid
      from pg_attribute a
      where a.attrelid = rolling.parent_oid and a.attname = rolling.key_column
    );
    if months > 0 then
      first_start := timestamp '1970-01-01' + make_interval(months =>
        months * floor(((extract(year from moment) - 1970) * 12 + extract(month from moment) - 1) / months)::integer
          - months);
      suffix_format := '"_p"YYYY_MM';
    else
      first_start := timestamp '1970-01-01' + make_interval(secs =>
        seconds * floor(extract(epoch from moment) / seconds) - seconds);
      suffix_format := case
        when seconds % 86400 = 0 then '"_p"YYYYMMDD'
        when seconds % 3600 = 0 then '"_p"YYYYMMDD_HH24'
        else '"_p"YYYYMMDD_HH24MI'
      end;
    end if;
    bound_format := case key_type
      when 'date'::regtype then 'YYYY-MM-DD'
      when 'timestamp with time zone'::regtype then 'YYYY-MM-DD HH24:MI:SS"+00"'
      else 'YYYY-MM-DD HH24:MI:SS'
    end;
    for step in 0..rolling.ahead + 1 loop
      -- Never adding up from the one before: 31 January plus a month plus a month is not 31 March.
      part_start := first_start + make_interval(months => months * step, secs => (seconds * step)::double precision);
      part_end := part_start + make_interval(months => months, secs => seconds::double precision);
      suffix := to_char(part_start, suffix_format);
      part_name := rolling.parent_name || suffix;
      if octet_length(part_name) > 63 then
        -- A name is cut by bytes, a letter may have four; the hash keeps two long names apart.
        suffix := '_' || left(md5(rolling.parent_name), 8) || suffix;
        stem := rolling.parent_name;
        while octet_length(stem || suffix) > 63 loop
          stem := left(stem, -1);
        end loop;
        part_name := stem || suffix;
      end if;
      existing := to_regclass(format('boyfanz_parts.%I', part_name));
      if existing is not null then
        if not exists (select from pg_inherits i where i.inhrelid = existing and i.inhparent = rolling.parent_oid) then
          raise warning 'boyfanz_parts.% exists and is not a partition of %.%',
            part_name, rolling.parent_schema, rolling.parent_name;
        elsif part_end <> (
          -- Printed and read back under the settings of this function: UTC, ISO.
          select substring(pg_get_expr(c.relpartbound, c.oid) from $re$ TO \('([^']+)'\)$re$)::timestamptz at time zone 'UTC'
          from pg_class c
          where c.oid = existing)
        then
          raise warning 'boyfanz_parts.% does not end at %: was the interval of %.% changed?',
            part_name, part_end, rolling.parent_schema, rolling.parent_name;
        end if;
        continue;
      end if;
      -- A partition keeps its name when its table gets another one.
      continue when exists (
        select
        from pg_inherits i
          join pg_class c on c.oid = i.inhrelid
          cross join lateral regexp_match(
            pg_get_expr(c.relpartbound, c.oid), $re$FROM \('([^']+)'\) TO \('([^']+)'\)$re$) bound
        where i.inhparent = rolling.parent_oid
          and bound[1]::timestamptz at time zone 'UTC' = part_start
          and bound[2]::timestamptz at time zone 'UTC' = part_end);
      begin
        -- CREATE … PARTITION OF would lock the parent against readers; ATTACH lets them and writers pass.
        execute format(
          'create table %I.%I (like %I.%I including defaults including generated including constraints'
            ' including storage including compression)%s',
          'boyfanz_parts', part_name, rolling.parent_schema, rolling.parent_name,
          case when rolling.parameters = '' then '' else format(' with (%s)', rolling.parameters) end);
        execute format(
          'alter table %I.%I attach partition boyfanz_parts.%I for values from (%L) to (%L)',
          rolling.parent_schema, rolling.parent_name, part_name,
          to_char(part_start, bound_format), to_char(part_end, bound_format));
        made := made + 1;
      exception
        -- A partition of another length holds the time already, or somebody holds the parent.
        when invalid_object_definition or lock_not_available then
          raise warning 'boyfanz_parts.% was not made: %', part_name, sqlerrm;
      end;
    end loop;
  end loop;
  return made;
end
