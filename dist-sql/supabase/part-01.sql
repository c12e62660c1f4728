-- boyfanz: complete schema, 719 tables. Part 1 of 8.
-- Makes 93 tables: creator_applications to content_revisions.
-- Run it first, and part-02.sql after it.
-- For PostgreSQL 15 to 17: Supabase, by its SQL editor or a connection.
-- Needs postgis and vector.
-- With the reference data of 64 tables, at the end.
--
-- Written by `boyfanz-schema build` from the specs: change those, not this file.
-- Run each part as a whole, in order. One that failed or was cut off left nothing behind: run it again.

begin;
set local client_min_messages = warning;
set local check_function_bodies = off;
set local search_path = public, extensions;
set local lock_timeout = '10s';

do $preflight$
declare
  loaded integer := 0;
  others integer := 0;
begin
  perform pg_advisory_xact_lock(7093850862049257326);
  if to_regclass('boyfanz.loaded_parts') is not null then
    loaded := (select coalesce(max(l.part), 0) from boyfanz.loaded_parts l where l.digest = '9e84cfef88e73787');
    others := (select count(*) from boyfanz.loaded_parts l where l.digest <> '9e84cfef88e73787');
  end if;
  if loaded >= 1 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 1 of 8 is in this database already, and nothing was changed. Go on with part-02.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  declare
    problems text[] := '{}';
    n record;
  begin
    if current_setting('server_version_num')::integer < 150000 then
      problems := array_append(problems, 'This file needs PostgreSQL 15 or newer.');
    end if;
    for n in
      select * from (values
      (0, 'postgis', null, E'This file needs PostGIS, and this server does not have it: switch it on under Database, Extensions in the dashboard, in the schema extensions, or build a file without it (boyfanz-schema build \055-target supabase \055-without postgis).'),
      (1, 'vector', null, E'This file needs pgvector, and this server does not have it: switch it on under Database, Extensions in the dashboard, in the schema extensions, or build a file without it (boyfanz-schema build \055-target supabase \055-without vector).'),
      (2, 'citext', null, 'This file needs citext, and this server does not have it: switch it on under Database, Extensions in the dashboard, in the schema extensions.'),
      (3, 'pg_trgm', null, 'This file needs pg_trgm, and this server does not have it: switch it on under Database, Extensions in the dashboard, in the schema extensions.'),
      (4, 'ltree', null, 'This file needs ltree, and this server does not have it: switch it on under Database, Extensions in the dashboard, in the schema extensions.'),
      (5, 'btree_gist', null, 'This file needs btree_gist, and this server does not have it: switch it on under Database, Extensions in the dashboard, in the schema extensions.')) as x (at, name, preload, missing)
      where not exists (select from pg_catalog.pg_extension e where e.extname = x.name) order by x.at
    loop
      if not exists (select from pg_catalog.pg_available_extensions a where a.name = n.name)
        or n.preload is not null and not exists (select from pg_catalog.pg_settings s where s.name = n.preload) then
        problems := array_append(problems, n.missing);
      end if;
    end loop;
    if not has_database_privilege(current_database(), 'CREATE') then
      problems := array_append(problems, format('The role %1$I may not make schemas and extensions in the database %2$I: let its owner run grant create on database %2$I to %1$I.', current_user, current_database()));
    end if;
    for n in
      select s.nspname from pg_catalog.pg_namespace s
      where s.nspname = any (array['public']::text[]) and not has_schema_privilege(s.oid, 'CREATE')
    loop
      problems := array_append(problems, format('The role %1$I may not create in the schema %2$I: let its owner run grant create on schema %2$I to %1$I.', current_user, n.nspname));
    end loop;
    for n in
      select string_agg(r.name, ', ' order by r.at) as names, string_agg(format('create role %I;', r.name), ' ' order by r.at) as remedy
      from unnest(array['boyfanz_staff']::text[]) with ordinality r (name, at)
      where not exists (select from pg_catalog.pg_roles where rolname = r.name)
        and not (select rolcreaterole or rolsuper from pg_catalog.pg_roles where rolname = current_user)
      having count(*) > 0
    loop
      problems := array_append(problems, format('The role %I may not make the roles %s: let one with CREATEROLE run %s', current_user, n.names, n.remedy));
    end loop;
    if cardinality(problems) > 0 then
      raise exception using errcode = 'feature_not_supported', message = array_to_string(problems, chr(10));
    end if;
    if current_setting('server_version_num')::integer >= 180000 then
      raise warning '%', 'This file was tried on PostgreSQL up to 17, and this server is newer: going on.';
    end if;
  end;
  if to_regclass('auth.users') is null then
    raise exception using errcode = 'feature_not_supported', message = 'This file needs the table auth.users, which its platform makes: it is for no other database.';
  end if;
  if to_regclass('public.creator_applications') is not null then
    raise exception using errcode = 'feature_not_supported', message = 'This database already has the table creator_applications: this file is for an empty database. To bring an existing one up to date, run boyfanz-schema apply.';
  end if;
end
$preflight$;
create schema if not exists boyfanz;
create table if not exists boyfanz.loaded_parts (
  digest text not null,
  part integer not null,
  parts integer not null,
  loaded_at timestamptz not null default clock_timestamp(),
  primary key (digest, part)
);
alter table boyfanz.loaded_parts enable row level security;
comment on table boyfanz.loaded_parts is 'Parts of the schema that were loaded one by one, and the set of files that they are of.';
revoke all on boyfanz.loaded_parts from public;

do $role$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'boyfanz_staff') then
    create role boyfanz_staff nologin;
  end if;
exception
  when duplicate_object or unique_violation then
    null;
end
$role$;

create schema if not exists boyfanz;
comment on schema boyfanz is 'Helper functions and bookkeeping of the schema; not exposed by any API layer.';
grant usage on schema boyfanz to anon;
grant usage on schema boyfanz to authenticated;
grant usage on schema boyfanz to boyfanz_staff;
grant usage on schema boyfanz to service_role;

create schema if not exists boyfanz_parts;
comment on schema boyfanz_parts is 'Partitions, reached through their parents only; not exposed by any API layer.';

create extension if not exists postgis with schema extensions;

create extension if not exists vector with schema extensions;

create extension if not exists citext with schema extensions;

create extension if not exists pg_trgm with schema extensions;

create extension if not exists ltree with schema extensions;

create extension if not exists btree_gist with schema extensions;

create domain public.country_code as text constraint country_code_form check (value ~ '^[A-Z]{2}$');
comment on domain public.country_code is 'ISO 3166-1 alpha-2. Text and not char(2), so that a parameter of type text still finds an index.';

create domain public.language_tag as text constraint language_tag_form check (value ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
comment on domain public.language_tag is 'BCP 47, such as de or pt-BR.';

create domain public.digest_256 as bytea constraint digest_256_length check (octet_length(value) = 32);
comment on domain public.digest_256 is 'Result of SHA-256 or of HMAC-SHA-256 with a key kept elsewhere; its fixed length keeps clear values out.';

create domain public.currency_code as text constraint currency_code_form check (value ~ '^[A-Z]{3}$');
comment on domain public.currency_code is 'ISO 4217, or a code of its user-assigned range (X…) for tokens. Text and not char(3), so that a parameter of type text still finds an index.';

create function boyfanz.uuid_v7()
returns uuid
language plpgsql volatile parallel safe
set search_path = ''
as $fn$declare
  microseconds bigint := extract(epoch from clock_timestamp()) * 1000000;
begin
  -- 48 bits of milliseconds; version 7 with 12 bits of the fraction of a millisecond; variant and 62 random bits.
  return encode(
    substring(int8send(microseconds / 1000) from 3)
      || int2send((28672 + microseconds % 1000 * 4096 / 1000)::smallint)
      || substring(uuid_send(gen_random_uuid()) from 9),
    'hex')::uuid;
end
$fn$;
revoke all on function boyfanz.uuid_v7() from public;
comment on function boyfanz.uuid_v7() is 'A UUID of RFC 9562 version 7, ordered by the time of the call to about a microsecond. PostgreSQL 18 has its own and uses that.';
grant execute on function boyfanz.uuid_v7() to authenticated;
grant execute on function boyfanz.uuid_v7() to service_role;

do $do$
begin
  if current_setting('server_version_num')::integer >= 160000 then
    execute $sql$create function boyfanz.current_user_id()
returns uuid
language plpgsql stable parallel safe
set search_path = ''
as $fn$declare
  claims text;
  field text := 'sub';
  subject text := nullif(current_setting('app.user_id', true), '');
begin
  if subject is null then
    claims := nullif(current_setting('request.jwt.claims', true), '');
    if claims is null then
      claims := nullif(current_setting('hasura.user', true), '');
      field := 'x-hasura-user-id';
    end if;
    -- No exception block: it would start a subtransaction, which a parallel query of PostgreSQL 16 refuses.
    if claims is null or not pg_input_is_valid(claims, 'jsonb') then
      return null;
    end if;
    subject := claims::jsonb ->> field;
  end if;
  if subject ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then
    return subject::uuid;
  end if;
  return null;
end
$fn$$sql$;
  else
    execute $sql$create function boyfanz.current_user_id()
returns uuid
language plpgsql stable parallel safe
set search_path = ''
as $fn$declare
  claims text;
  field text := 'sub';
  shape text;
  reduced text;
  subject text := nullif(current_setting('app.user_id', true), '');
begin
  if subject is null then
    claims := nullif(current_setting('request.jwt.claims', true), '');
    if claims is null then
      claims := nullif(current_setting('hasura.user', true), '');
      field := 'x-hasura-user-id';
    end if;
    if claims is null then
      return null;
    end if;
    -- Malformed JSON must not raise, and an exception block would start a subtransaction, which a parallel query of
    -- PostgreSQL 14 to 16 refuses. So the text is reduced to its shape: strings to "", other scalars to 0, then arrays
    -- and objects from the inside out to 0. What does not end as a single 0 is not JSON.
    shape := regexp_replace(claims, '"([^"\\\u0001-\u001f]|\\(["\\/bfnrt]|u[0-9a-fA-F]{4}))*"', '""', 'g');
    shape := regexp_replace(shape, '\y(true|false|null)\y|-?\y(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\y', '0', 'g');
    shape := regexp_replace(shape, '[ \t\n\r]', '', 'g');
    loop
      reduced := regexp_replace(
        shape,
        '\[((0|"")(,(0|""))*)?\]|\{("":(0|"")(,"":(0|""))*)?\}',
        '0', 'g');
      exit when reduced = shape;
      shape := reduced;
    end loop;
    -- Reading a field raises at \u0000 and at half of a surrogate pair.
    if shape <> '0' or left(ltrim(claims, E' \t\n\r'), 1) <> '{'
      or regexp_replace(claims, '\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}', '', 'g')
        ~ '\\u(0000|[dD][89a-fA-F])'
    then
      return null;
    end if;
    -- Not jsonb, which raises at numbers out of range.
    subject := claims::json ->> field;
  end if;
  -- One regular expression for the whole shape takes three times as long, and this runs for every row that a policy asks about.
  if subject like '________-____-____-____-____________'
    and subject not like '%-%-%-%-%-%'
    and subject !~ '[^0-9a-fA-F-]'
  then
    return subject::uuid;
  end if;
  return null;
end
$fn$$sql$;
  end if;
end
$do$;
revoke all on function boyfanz.current_user_id() from public;
comment on function boyfanz.current_user_id() is 'The user on whose behalf the session works: the setting app.user_id, else the subject of request.jwt.claims, else x-hasura-user-id of hasura.user. NULL when nothing is there or well-formed, never an error; what is malformed does not fall back to the next.';
grant execute on function boyfanz.current_user_id() to authenticated;
grant execute on function boyfanz.current_user_id() to boyfanz_staff;
grant execute on function boyfanz.current_user_id() to service_role;

create function boyfanz.partition_start(every interval, moment timestamptz)
returns timestamptz
language sql immutable parallel safe
set search_path = ''
set "TimeZone" = 'UTC'
as $fn$-- Always from 1970 and never from the one before: 31 January plus a month plus a month is not 31 March.
select case
  when months > 0 then timestamptz '1970-01-01 00:00+00' + make_interval(months =>
    (months * floor(((extract(year from moment) - 1970) * 12 + extract(month from moment) - 1) / months))::integer)
  else date_bin(every, moment, timestamptz '1970-01-01 00:00+00')
end
from (select extract(year from every) * 12 + extract(month from every) as months) s
$fn$;
revoke all on function boyfanz.partition_start(interval, timestamptz) from public;
comment on function boyfanz.partition_start(interval, timestamptz) is 'Start of the partition that holds a moment, by days and months of UTC, where one is as long as `every`.';
grant execute on function boyfanz.partition_start(interval, timestamptz) to service_role;

create function boyfanz.partition_name(parent_name name, every interval, starts timestamptz)
returns name
language plpgsql immutable parallel safe
set search_path = ''
set "TimeZone" = 'UTC'
as $fn$declare
  suffix text := case
    when starts is null then '_default'
    when extract(year from every) * 12 + extract(month from every) > 0 then to_char(starts, '"_p"YYYY_MM')
    when extract(epoch from every) % 86400 = 0 then to_char(starts, '"_p"YYYYMMDD')
    when extract(epoch from every) % 3600 = 0 then to_char(starts, '"_p"YYYYMMDD_HH24')
    else to_char(starts, '"_p"YYYYMMDD_HH24MI')
  end;
  stem text := parent_name;
begin
  if octet_length(stem || suffix) > 63 then
    -- A name is cut by bytes, a letter may have four; the hash keeps two long names apart.
    suffix := '_' || left(md5(parent_name), 8) || suffix;
    while octet_length(stem || suffix) > 63 loop
      stem := left(stem, -1);
    end loop;
  end if;
  return stem || suffix;
end
$fn$;
revoke all on function boyfanz.partition_name(name, interval, timestamptz) from public;
comment on function boyfanz.partition_name(name, interval, timestamptz) is 'Name of the partition of a table that starts at a time; of its default partition when that is NULL.';
grant execute on function boyfanz.partition_name(name, interval, timestamptz) to service_role;

create function boyfanz.partition_bounds(parent regclass)
returns table (part regclass, starts timestamptz, ends timestamptz)
language sql stable parallel unsafe
set search_path = ''
set "DateStyle" = 'ISO'
set "TimeZone" = 'UTC'
as $fn$-- Printed and read back under the settings of this function: UTC, ISO.
select i.inhrelid::regclass, bound[1]::timestamptz, bound[2]::timestamptz
from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  cross join lateral regexp_match(
    pg_get_expr(c.relpartbound, c.oid), $re$FROM \('([^']+)'\) TO \('([^']+)'\)$re$) bound
where i.inhparent = parent and bound is not null
$fn$;
revoke all on function boyfanz.partition_bounds(regclass) from public;
comment on function boyfanz.partition_bounds(regclass) is 'The partitions of a table by time; without the default one.';
grant execute on function boyfanz.partition_bounds(regclass) to service_role;

create function boyfanz.due_partitions(parent regclass default null, at timestamptz default now())
returns table (parent_table regclass, action text, part text, starts timestamptz, ends timestamptz, row_count bigint)
language plpgsql stable security definer parallel unsafe
set search_path = ''
set "DateStyle" = 'ISO'
set "TimeZone" = 'UTC'
as $fn$declare
  rolling record;
  first_start timestamptz;
  window_end timestamptz;
  statement text;
begin
  for rolling in
    select c.oid::regclass as parent_table, r.*, p.partrelid is null as is_hypertable,
      nullif(p.partdefid, 0)::regclass as overflow_part, due_partitions.at - r.keep as keep_from
    from boyfanz.rolling_partitions r
      join pg_namespace n on n.nspname = r.parent_schema
      join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name
      left join pg_partitioned_table p on p.partrelid = c.oid
    where due_partitions.parent is null or c.oid = due_partitions.parent
    order by r.parent_schema, r.parent_name
  loop
    if rolling.is_hypertable then
      continue when to_regclass('timescaledb_information.chunks') is null;
      statement := 'select $1, ''drop chunks'', null::text, min(c.range_start)::timestamptz, max(c.range_end)::timestamptz, count(*)
         from timescaledb_information.chunks c
         where c.hypertable_schema = $2 and c.hypertable_name = $3 and c.range_end <= $4 having count(*) > 0';
      return query execute statement
        using rolling.parent_table, rolling.parent_schema, rolling.parent_name, rolling.keep_from;
      continue;
    end if;
    first_start := boyfanz.partition_start(rolling.every, due_partitions.at) - rolling.every;
    window_end := first_start + rolling.every * (rolling.ahead + 2);
    if rolling.overflow_part is not null then
      return query execute format(
        'select $1, ''move'', $2::text, min(%1$I)::timestamptz, max(%1$I)::timestamptz, count(*)
         from %2$s where %1$I < $3 having count(*) > 0',
        rolling.key_column, rolling.overflow_part)
        using rolling.parent_table, rolling.overflow_part, window_end;
    elsif rolling.overflow then
      return query select rolling.parent_table, 'make default',
        format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, null)),
        null::timestamptz, null::timestamptz, null::bigint;
    end if;
    return query
      with bounds as materialized (select b.* from boyfanz.partition_bounds(rolling.parent_table) b)
      select rolling.parent_table, 'make',
        format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, s.starts)),
        s.starts, s.starts + rolling.every, null::bigint
      from generate_series(first_start, window_end - rolling.every, rolling.every) as s(starts)
      where (rolling.keep is null or s.starts + rolling.every > rolling.keep_from)
        and not exists (select from bounds b where b.starts = s.starts and b.ends = s.starts + rolling.every);
    return query
      select rolling.parent_table, 'drop', b.part::text, b.starts, b.ends, null::bigint
      from boyfanz.partition_bounds(rolling.parent_table) b
      where b.ends <= rolling.keep_from
      order by b.ends, b.part::text;
  end loop;
end
$fn$;
revoke all on function boyfanz.due_partitions(regclass, timestamptz) from public;
comment on function boyfanz.due_partitions(regclass, timestamptz) is 'What maintain() would do now, for one registered table or for all. Changes nothing.';
grant execute on function boyfanz.due_partitions(regclass, timestamptz) to service_role;

create function boyfanz.lock_partitioned(parent regclass, reason text)
returns void
language plpgsql volatile parallel unsafe
set search_path = ''
set lock_timeout = '250ms'
as $fn$declare
  needed text := (
    select string_agg(format('lock table only %s in %s mode', l.relation, l.lock_mode), '; ' order by l.turn)
    from (
      -- With a default partition, a row on its way into it would be refused when its own partition comes: writers wait.
      select 1 as turn, p.partrelid::regclass as relation,
        case
          when reason in ('move', 'drop') then 'access exclusive'
          when p.partdefid <> 0 then 'share row exclusive'
          else 'share update exclusive'
        end as lock_mode
      from pg_partitioned_table p where p.partrelid = parent
      union all
      select 2, p.partdefid::regclass, 'access exclusive'
      from pg_partitioned_table p where p.partrelid = parent and p.partdefid <> 0
      union all
      select distinct 3, k.confrelid::regclass, 'share row exclusive'
      from pg_constraint k where k.conrelid = parent and k.contype = 'f' and k.confrelid <> parent and reason <> 'drop'
    ) l);
begin
  -- All at once and for less than deadlock_timeout: whoever waits for us in turn is never the one that is ended.
  for attempt in 1..5 loop
    begin
      execute needed;
      return;
    exception
      when lock_not_available or deadlock_detected then
        if attempt = 5 then
          raise;
        end if;
    end;
    perform pg_sleep(0.05);
  end loop;
end
$fn$;
revoke all on function boyfanz.lock_partitioned(regclass, text) from public;
comment on function boyfanz.lock_partitioned(regclass, text) is 'Takes every lock that a step of maintenance (''make'', ''move'' or ''drop'') needs, or fails after a few short waits.';
grant execute on function boyfanz.lock_partitioned(regclass, text) to service_role;

create function boyfanz.new_partition(parent regclass, part text)
returns void
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$declare
  parameters text := (
    select r.parameters
    from boyfanz.rolling_partitions r
      join pg_namespace n on n.nspname = r.parent_schema
      join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name
    where c.oid = parent);
begin
  -- CREATE … PARTITION OF would lock the parent against readers; a table that is attached later does not.
  execute format(
    'create table %s (like %s including defaults including generated including constraints including storage'
      ' including compression)%s',
    part, parent, case when parameters <> '' then format(' with (%s)', parameters) end);
  if (select c.relrowsecurity from pg_class c where c.oid = parent) then
    execute format('alter table %s enable row level security', part);
  end if;
end
$fn$;
revoke all on function boyfanz.new_partition(regclass, text) from public;
comment on function boyfanz.new_partition(regclass, text) is 'Makes a table that is ready to become a partition. It has row security when its parent has, and no policy.';
grant execute on function boyfanz.new_partition(regclass, text) to service_role;

create function boyfanz.move_overflow(parent regclass, at timestamptz)
returns bigint
language plpgsql volatile parallel unsafe
set search_path = ''
set "DateStyle" = 'ISO'
set "TimeZone" = 'UTC'
set lock_timeout = '250ms'
as $fn$declare
  rolling record;
  period record;
  part text;
  columns text := (
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    from pg_attribute a
    where a.attrelid = parent and a.attnum > 0 and not a.attisdropped and a.attgenerated = '');
  attachments text[] := '{}';
  oldest timestamptz;
  moved bigint := 0;
  moved_now bigint;
  statement text;
begin
  -- Nobody reads or writes the table meanwhile. No row is updated or deleted, so that no trigger sees it a second time.
  perform boyfanz.lock_partitioned(parent, 'move');
  for rolling in
    select r.*, p.partdefid::regclass as old_part, move_overflow.at - r.keep as keep_from,
      boyfanz.partition_start(r.every, move_overflow.at) + r.every * (r.ahead + 1) as window_end,
      case
        when r.every >= interval '1 month' then 'month'
        when extract(epoch from r.every) % 86400 = 0 then 'day'
        else 'minute'
      end as rounding
    from boyfanz.rolling_partitions r
      join pg_namespace n on n.nspname = r.parent_schema
      join pg_class c on c.relnamespace = n.oid and c.relname = r.parent_name
      join pg_partitioned_table p on p.partrelid = c.oid and p.partdefid <> 0
    where c.oid = parent
  loop
    execute format('alter table %s rename to %I', rolling.old_part, 'moving_' || parent::oid);
    oldest := rolling.window_end;
    -- The newest first, and no more at once than a server has locks for; the rest at the next run.
    for period in execute format(
      'select distinct s.starts, s.starts + $1 as ends
       from (select distinct date_trunc(%1$L, %2$I::timestamptz) as rounded from %3$s) k
         cross join lateral (select boyfanz.partition_start($1, k.rounded) as starts) s
       where s.starts < $2 and ($3 is null or s.starts + $1 > $3)
       order by 1 desc limit 100', rolling.rounding, rolling.key_column, rolling.old_part)
      using rolling.every, rolling.window_end, rolling.keep_from
    loop
      part := format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, period.starts));
      perform boyfanz.new_partition(parent, part);
      -- The comment keeps SQL editors from taking this for SELECT INTO.
      execute format('insert/**/into %1$s (%2$s) select %2$s from %3$s where %4$I >= $1 and %4$I < $2',
        part, columns, rolling.old_part, rolling.key_column) using period.starts, period.ends;
      get diagnostics moved_now = row_count;
      moved := moved + moved_now;
      attachments := attachments || format('alter table %s attach partition %s for values from (%L) to (%L)',
        parent, part, period.starts, period.ends);
      oldest := period.starts;
    end loop;
    part := format('boyfanz_parts.%I', boyfanz.partition_name(rolling.parent_name, rolling.every, null));
    perform boyfanz.new_partition(parent, part);
    -- What lies further ahead or did not get its turn; what is past its keep stays behind.
    execute format('insert/**/into %1$s (%2$s) select %2$s from %3$s where %4$I >= $1
        or %4$I < $2 and ($3 is null or boyfanz.partition_start($4, %4$I::timestamptz) + $4 > $3)',
      part, columns, rolling.old_part, rolling.key_column)
      using rolling.window_end, oldest, rolling.keep_from, rolling.every;
    statement := format('drop table %s', rolling.old_part);
    execute statement;
    foreach statement in array attachments || format('alter table %s attach partition %s default', parent, part) loop
      execute statement;
    end loop;
  end loop;
  return moved;
end
$fn$;
revoke all on function boyfanz.move_overflow(regclass, timestamptz) from public;
comment on function boyfanz.move_overflow(regclass, timestamptz) is 'Moves the rows of a default partition into the partitions that they belong to, which it makes, and leaves behind those past their keep. Returns how many were moved. All of it happens, or nothing.';
grant execute on function boyfanz.move_overflow(regclass, timestamptz) to service_role;

create function boyfanz.drop_old_chunks(hypertable regclass, before timestamptz)
returns setof text
language plpgsql volatile parallel unsafe
set search_path = ''
set "DateStyle" = 'ISO'
set "TimeZone" = 'UTC'
set lock_timeout = '3s'
as $fn$begin
  -- TimescaleDB lives in a schema that differs between platforms, and wants the time in the type of the column.
  return query execute (
    select format('select %I.drop_chunks(%L::regclass, older_than => %L::%s)',
      n.nspname, hypertable, before, format_type(a.atttypid, a.atttypmod))
    from boyfanz.rolling_partitions r
      join pg_namespace tn on tn.nspname = r.parent_schema
      join pg_class c on c.relnamespace = tn.oid and c.relname = r.parent_name
      join pg_attribute a on a.attrelid = c.oid and a.attname = r.key_column
      join pg_extension e on e.extname = 'timescaledb'
      join pg_namespace n on n.oid = e.extnamespace
    where c.oid = hypertable);
end
$fn$;
revoke all on function boyfanz.drop_old_chunks(regclass, timestamptz) from public;
comment on function boyfanz.drop_old_chunks(regclass, timestamptz) is 'Drops the chunks of a hypertable that end at or before a time, where TimescaleDB has no policies for it.';
grant execute on function boyfanz.drop_old_chunks(regclass, timestamptz) to service_role;

create function boyfanz.run_maintenance(parent regclass, at timestamptz, steps text[])
returns table (parent_table regclass, action text, part text, row_count bigint, problem text)
language plpgsql volatile security definer parallel unsafe
set search_path = ''
set "DateStyle" = 'ISO'
set "TimeZone" = 'UTC'
set lock_timeout = '250ms'
as $fn$declare
  step text;
  due record;
  statement text;
  busy regclass[] := '{}';
begin
  foreach step in array steps loop
    for due in
      select d.* from boyfanz.due_partitions(run_maintenance.parent, run_maintenance.at) d where d.action = step
    loop
      continue when busy @> array[due.parent_table];
      parent_table := due.parent_table;
      action := step;
      part := due.part;
      row_count := due.row_count;
      problem := null;
      begin
        case step
          when 'move' then
            row_count := boyfanz.move_overflow(due.parent_table, run_maintenance.at);
          when 'make default', 'make' then
            perform boyfanz.lock_partitioned(due.parent_table, 'make');
            -- Somebody else may have made it while we waited.
            continue when to_regclass(due.part) in (
              select i.inhrelid from pg_inherits i where i.inhparent = due.parent_table);
            perform boyfanz.new_partition(due.parent_table, due.part);
            execute format('alter table %s attach partition %s %s', due.parent_table, due.part, case step
              when 'make' then format('for values from (%L) to (%L)', due.starts, due.ends)
              else 'default'
            end);
          when 'drop' then
            perform boyfanz.lock_partitioned(due.parent_table, 'drop');
            statement := format('drop table if exists %s', due.part);
            execute statement;
          when 'drop chunks' then
            perform boyfanz.drop_old_chunks(due.parent_table, due.ends);
        end case;
      exception
        -- What did not go for one partition is for the next run; the others are not to wait for it.
        when others then
          problem := sqlerrm;
          if sqlstate in ('55P03', '40P01') then
            busy := busy || due.parent_table;
          end if;
          raise warning '% of % was not done: %', step, coalesce(due.part, due.parent_table::text), sqlerrm;
      end;
      return next;
    end loop;
  end loop;
end
$fn$;
revoke all on function boyfanz.run_maintenance(regclass, timestamptz, text[]) from public;
comment on function boyfanz.run_maintenance(regclass, timestamptz, text[]) is 'Does what due_partitions() says, for some actions in their order; each on its own, so that one failure is no other''s.';
grant execute on function boyfanz.run_maintenance(regclass, timestamptz, text[]) to service_role;

create function boyfanz.make_partitions(parent regclass default null, at timestamptz default now())
returns integer
language sql volatile security definer parallel unsafe
set search_path = ''
as $fn$select count(*) filter (where problem is null and action <> 'move')::integer
from boyfanz.run_maintenance(parent, at, array['move', 'make default', 'make'])
$fn$;
revoke all on function boyfanz.make_partitions(regclass, timestamptz) from public;
comment on function boyfanz.make_partitions(regclass, timestamptz) is 'Makes the missing partitions of one registered table, or of all, from the one before a time to its `ahead` after it, and those of rows in the default partition. Returns how many were made; warns about each that could not be and goes on.';
grant execute on function boyfanz.make_partitions(regclass, timestamptz) to service_role;

create function boyfanz.drop_partitions(parent regclass default null, at timestamptz default now())
returns integer
language sql volatile security definer parallel unsafe
set search_path = ''
as $fn$select count(*) filter (where problem is null)::integer
from boyfanz.run_maintenance(parent, at, array['drop', 'drop chunks'])
$fn$;
revoke all on function boyfanz.drop_partitions(regclass, timestamptz) from public;
comment on function boyfanz.drop_partitions(regclass, timestamptz) is 'Drops the partitions of one registered table, or of all, that ended before a time less their keep. Returns how many; warns about each whose lock was not to be had and leaves it to the next run.';
grant execute on function boyfanz.drop_partitions(regclass, timestamptz) to service_role;

create function boyfanz.maintain(at timestamptz default now(), parent regclass default null)
returns table (parent_table regclass, action text, part text, row_count bigint, problem text)
language sql volatile security definer parallel unsafe
set search_path = ''
as $fn$select * from boyfanz.run_maintenance(parent, at, array['move', 'make default', 'make', 'drop', 'drop chunks'])
$fn$;
revoke all on function boyfanz.maintain(timestamptz, regclass) from public;
comment on function boyfanz.maintain(timestamptz, regclass) is 'Keeps the partitions of one registered table, or of all: moves rows out of the default partition, makes partitions ahead, drops those past their keep. Says what was done, with the reason where it was not. Safe to run at any time.';
grant execute on function boyfanz.maintain(timestamptz, regclass) to service_role;

create function boyfanz.schedule_maintenance()
returns text
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$begin
  if not exists (select from pg_extension e where e.extname = 'pg_cron') then
    return 'pg_cron is not installed: let cron run boyfanz-schema maintain';
  end if;
  -- A transaction for each table: what it locks is free again before the next.
  perform cron.schedule('boyfanz-maintain', '17 * * * *', $job$do $maintain$
declare
  parent regclass;
begin
  for parent in select distinct d.parent_table from boyfanz.due_partitions() d loop
    perform boyfanz.maintain(parent => parent);
    commit;
  end loop;
end
$maintain$$job$);
  return 'boyfanz-maintain runs at minute 17 of every hour';
exception
  when insufficient_privilege then
    return 'pg_cron refuses this role (' || sqlerrm || '): let cron run boyfanz-schema maintain';
end
$fn$;
revoke all on function boyfanz.schedule_maintenance() from public;
comment on function boyfanz.schedule_maintenance() is 'Lets pg_cron, where it is installed in this database, run maintain() every hour as the job boyfanz-maintain. Says what became of it. May be called again.';
grant execute on function boyfanz.schedule_maintenance() to service_role;

create function boyfanz.touch_updated_at()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$begin
  new.updated_at := now();
  return new;
end
$fn$;
revoke all on function boyfanz.touch_updated_at() from public;
comment on function boyfanz.touch_updated_at() is 'Trigger before update; sets updated_at to the time of the transaction.';

create function boyfanz.forbidden_changes(old_row jsonb, new_row jsonb, allowances text[])
returns text[]
language sql immutable parallel safe
set search_path = ''
as $fn$select coalesce(array_agg(fresh.key order by fresh.key), '{}')
from jsonb_each(new_row) as fresh
where fresh.key <> 'updated_at'
  and fresh.value is distinct from old_row -> fresh.key
  and not ('change ' || fresh.key = any (allowances))
  and not ('set ' || fresh.key = any (allowances) and old_row -> fresh.key = 'null')
  and not ('clear ' || fresh.key = any (allowances) and fresh.value = 'null')
$fn$;
revoke all on function boyfanz.forbidden_changes(jsonb, jsonb, text[]) from public;
comment on function boyfanz.forbidden_changes(jsonb, jsonb, text[]) is 'Columns that differ between two versions of a row and may not. Allowances are "set COLUMN" (from NULL to a value, once), "clear COLUMN" (to NULL) and "change COLUMN" (to anything); updated_at may always change.';
grant execute on function boyfanz.forbidden_changes(jsonb, jsonb, text[]) to service_role;

create function boyfanz.append_only()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  forbidden text[];
begin
  if tg_op = 'UPDATE' then
    forbidden := boyfanz.forbidden_changes(to_jsonb(old), to_jsonb(new), coalesce(tg_argv, '{}'));
    if cardinality(forbidden) = 0 then
      return new;
    end if;
    raise exception '%.% is append-only: % cannot change', tg_table_schema, tg_table_name, array_to_string(forbidden, ', ')
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
$fn$;
revoke all on function boyfanz.append_only() from public;
comment on function boyfanz.append_only() is 'Trigger before update, delete or truncate; refuses it, but for the changes that its arguments allow (see forbidden_changes). Leave delete out of the events where a cascade or a purge removes rows. A foreign key with SET NULL needs "clear COLUMN".';

create function boyfanz.freeze_when_set()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  forbidden text[];
begin
  if to_jsonb(old) -> tg_argv[0] = 'null' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' then
    forbidden := boyfanz.forbidden_changes(to_jsonb(old), to_jsonb(new), tg_argv[1:]);
    if cardinality(forbidden) = 0 then
      return new;
    end if;
  end if;
  raise exception 'A row of %.% cannot change once % is set', tg_table_schema, tg_table_name, tg_argv[0]
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema,
      detail = case tg_op when 'UPDATE' then 'Refused: ' || array_to_string(forbidden, ', ') else 'Refused: delete' end;
end
$fn$;
revoke all on function boyfanz.freeze_when_set() from public;
comment on function boyfanz.freeze_when_set() is 'Trigger before update or delete; refuses it once the column of the first argument has a value. Further arguments allow changes (see forbidden_changes).';

create function boyfanz.set_once()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$declare
  old_row jsonb := to_jsonb(old);
  new_row jsonb := to_jsonb(new);
  name text;
begin
  foreach name in array tg_argv loop
    if old_row -> name <> 'null' and new_row -> name is distinct from old_row -> name then
      raise exception '%.%.% is set and keeps its value', tg_table_schema, tg_table_name, name
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = name;
    end if;
  end loop;
  return new;
end
$fn$;
revoke all on function boyfanz.set_once() from public;
comment on function boyfanz.set_once() is 'Trigger before update; a column among its arguments that has a value keeps it.';

create function boyfanz.only_grows()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$declare
  strictly boolean := tg_argv[0] = 'strictly';
  old_row jsonb := to_jsonb(old);
  new_row jsonb := to_jsonb(new);
  name text;
begin
  foreach name in array case when strictly then tg_argv[1:] else tg_argv end loop
    -- jsonb compares numbers as numbers; NULL stays out of the comparison.
    if old_row -> name <> 'null' and (
      new_row -> name = 'null'
      or new_row -> name < old_row -> name
      or strictly and new_row -> name = old_row -> name)
    then
      raise exception '%.%.% only grows: % after %', tg_table_schema, tg_table_name, name,
          coalesce(new_row ->> name, 'NULL'), old_row ->> name
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = name;
    end if;
  end loop;
  return new;
end
$fn$;
revoke all on function boyfanz.only_grows() from public;
comment on function boyfanz.only_grows() is 'Trigger before update; the columns of its arguments never become smaller or NULL again. With the first argument "strictly", and update_of naming the column, writing the same value again is refused as well.';

create function boyfanz.refuse_delete()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$begin
  raise exception 'Rows of %.% are not deleted', tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema,
      detail = coalesce(tg_argv[0], '');
end
$fn$;
revoke all on function boyfanz.refuse_delete() from public;
comment on function boyfanz.refuse_delete() is 'Trigger before delete (row, narrowed by its condition) or truncate; refuses it. The argument is the reason to give.';

create function boyfanz.keep_until()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$declare
  until date := to_jsonb(old) ->> tg_argv[0];
begin
  if until is null or until < (now() at time zone 'UTC')::date then
    return old;
  end if;
  raise exception 'The row of %.% has to be kept until %', tg_table_schema, tg_table_name, until
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
$fn$;
revoke all on function boyfanz.keep_until() from public;
comment on function boyfanz.keep_until() is 'Trigger before delete; refuses it until the date in the column of its argument has passed. NULL means that no duty to keep the row is known.';

create function boyfanz.limit_rows_per_owner()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.limit_rows_per_owner() from public;
comment on function boyfanz.limit_rows_per_owner() is 'Trigger after insert or update; at most so many rows per owner. Arguments: the owner''s column, the number, and an SQL condition for the rows that count. Writers of one owner wait for each other.';

create function boyfanz.keep_newest()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  statement text;
begin
  statement := format(
    'delete from %1$I.%2$I where ctid = any (array('
      'select ctid from %1$I.%2$I where %3$I = ($1).%3$I order by %4$I desc offset %5$s))',
    tg_table_schema, tg_table_name, tg_argv[0], tg_argv[1], tg_argv[2]::integer);
  execute statement using new;
  return null;
end
$fn$;
revoke all on function boyfanz.keep_newest() from public;
comment on function boyfanz.keep_newest() is 'Trigger after insert; deletes the owner''s rows past the newest few. Arguments: the owner''s column, the column to order by, the number.';

create function boyfanz.rises_with()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  broken_at text;
begin
  -- Deferred: the table is looked at as it stands at the end, whatever this row was when the trigger was queued.
  for broken_at in
    execute format(
      'select place::text from (select %1$I as place, %2$I as level, lag(%2$I) over (order by %1$I) as below from %3$I.%4$I)'
        ' as ladder where level <= below limit 1',
      tg_argv[0], tg_argv[1], tg_table_schema, tg_table_name)
  loop
    exit;
  end loop;
  if broken_at is not null then
    raise exception '%.%.% does not rise with % at %', tg_table_schema, tg_table_name, tg_argv[1], tg_argv[0], broken_at
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[1];
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.rises_with() from public;
comment on function boyfanz.rises_with() is 'Deferred constraint trigger of a small table; a value rises strictly with another. Arguments: the column to order by, the column that rises.';

create function boyfanz.username_skeleton(username text)
returns text
language sql immutable strict parallel safe
set search_path = ''
as $fn$select translate(lower(username), '013457_.', 'oieast')
$fn$;
revoke all on function boyfanz.username_skeleton(text) from public;
comment on function boyfanz.username_skeleton(text) is 'The form in which look-alike names coincide; lower case, digits as the letters they resemble, no separators.';
grant execute on function boyfanz.username_skeleton(text) to boyfanz_staff;
grant execute on function boyfanz.username_skeleton(text) to service_role;

create function boyfanz.refuse_taken_username()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if new.account_type = 'member' and exists (
    select from public.reserved_usernames r
    where r.skeleton = boyfanz.username_skeleton(new.username::text)
      and (r.expires_at is null or r.expires_at > now()))
  then
    raise exception 'The name % is reserved', new.username using errcode = 'check_violation', column = 'username';
  end if;
  -- A freed name rests before somebody else may have it; its last owner may take it back.
  if exists (
    select from public.user_username_history h
    -- Not citext's own equality: it is out of reach with an empty search_path, and text's would be case-sensitive.
    where lower(h.old_username::text) = lower(new.username::text)
      and h.user_id <> new.id
      and (h.released_at is null or h.released_at > now()))
  then
    raise exception 'The name % was given up too recently', new.username
      using errcode = 'check_violation', column = 'username';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_taken_username() from public;
comment on function boyfanz.refuse_taken_username() is 'Trigger of users; a member''s name is neither reserved nor one that somebody else gave up too recently.';

create function boyfanz.require_consent()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  owner uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if exists (
    select from public.user_consents c
    where c.user_id = owner and c.purpose = tg_argv[1] and c.withdrawn_at is null)
  then
    return null;
  end if;
  raise exception '%.% needs the consent "%" of user %', tg_table_schema, tg_table_name, tg_argv[1], owner
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
end
$fn$;
revoke all on function boyfanz.require_consent() from public;
comment on function boyfanz.require_consent() is 'Constraint trigger; the user has given a consent. Arguments: the user''s column, the purpose.';

create function boyfanz.refuse_while_held()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  subject uuid;
  hold text;
  domain text := tg_argv[1];
begin
  subject := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
  hold := (
    select h.reference
    from public.user_legal_holds h
    where h.user_id = subject and h.released_at is null and h.scope && array[domain, '*']
    limit 1
  );
  if hold is not null then
    raise exception 'A legal hold (%) keeps the % data of user %', hold, domain, subject
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$fn$;
revoke all on function boyfanz.refuse_while_held() from public;
comment on function boyfanz.refuse_while_held() is 'Trigger before update or delete; refuses it while a legal hold covers the data. Arguments: the user''s column, the domain.';

create function boyfanz.refuse_erasure_while_held()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  hold text;
begin
  hold := (
    select h.reference
    from public.user_data_requests r
      join public.user_legal_holds h on h.user_id = r.user_id
    where r.id = new.request_id and h.released_at is null and h.scope && array[new.domain, '*']
    limit 1
  );
  if hold is not null then
    raise exception 'A legal hold (%) keeps the % data of this request', hold, new.domain
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_erasure_while_held() from public;
comment on function boyfanz.refuse_erasure_while_held() is 'Trigger of user_erasure_steps; a domain under a legal hold cannot be reported as erased.';

create function boyfanz.has_mfa(subject uuid)
returns boolean
language plpgsql stable security definer parallel unsafe
set search_path = ''
as $fn$begin
  return exists (
      select from public.user_mfa_factors f where f.user_id = has_mfa.subject and f.status = 'active')
    or exists (
      select from public.user_webauthn_credentials w where w.user_id = has_mfa.subject and w.revoked_at is null);
end
$fn$;
revoke all on function boyfanz.has_mfa(uuid) from public;
comment on function boyfanz.has_mfa(uuid) is 'Whether a user has an active second factor or a passkey.';
grant execute on function boyfanz.has_mfa(uuid) to service_role;

create function boyfanz.require_mfa()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  subject uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if boyfanz.has_mfa(subject) then
    return new;
  end if;
  raise exception 'User % has no second factor', subject
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
end
$fn$;
revoke all on function boyfanz.require_mfa() from public;
comment on function boyfanz.require_mfa() is 'Trigger; the user in the column of its argument has a second factor.';

create function boyfanz.check_role_grant()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  role record;
  granter_rank smallint;
begin
  for role in select r.* from public.user_roles r where r.id = new.role_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if not role.is_assignable then
    raise exception 'The role % is not assignable', role.code using errcode = 'check_violation', column = 'role_id';
  end if;
  if (role.scope = 'creator') <> (new.scope_creator_id is not null) then
    raise exception 'The role % has the scope "%"', role.code, role.scope
      using errcode = 'check_violation', column = 'scope_creator_id';
  end if;
  if role.requires_mfa and not boyfanz.has_mfa(new.user_id) then
    raise exception 'The role % needs a second factor', role.code using errcode = 'check_violation', column = 'user_id';
  end if;
  -- No granter is the system itself: the first administrator, roles that follow from an approved application.
  if new.granted_by is not null then
    granter_rank := (
      select max(held.rank)
      from public.user_role_assignments a
        join public.user_roles held on held.id = a.role_id
      where a.user_id = new.granted_by
        and a.revoked_at is null
        and a.valid_from <= now()
        and (a.valid_until is null or a.valid_until > now())
        and (a.scope_creator_id is null or a.scope_creator_id = new.scope_creator_id)
    );
    if granter_rank is null or granter_rank < role.rank then
      raise exception 'Nobody grants a role above their own: %', role.code
        using errcode = 'insufficient_privilege', column = 'granted_by';
    end if;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_role_grant() from public;
comment on function boyfanz.check_role_grant() is 'Trigger of user_role_assignments; the role may be assigned, its scope fits, the grantee has the second factor it demands, and no granter hands out a role above their own.';

create function boyfanz.keep_a_login_method()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  -- Deferred: exchanging one method for another in a transaction is fine. An account on its way out needs none.
  if not exists (
      select from public.users u
      where u.id = old.user_id and u.status not in ('erasing', 'erased') and u.account_type <> 'service')
    or exists (
      select from public.user_credentials c where c.user_id = old.user_id)
    or exists (
      select from public.user_webauthn_credentials w where w.user_id = old.user_id and w.revoked_at is null)
    or exists (
      select from public.user_external_identities e where e.user_id = old.user_id and e.unlinked_at is null)
  then
    return null;
  end if;
  raise exception 'The last login method of user % cannot be removed', old.user_id
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
$fn$;
revoke all on function boyfanz.keep_a_login_method() from public;
comment on function boyfanz.keep_a_login_method() is 'Deferred constraint trigger; an account keeps a password, a passkey or a linked identity.';

create function boyfanz.refuse_voip_only_mfa()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  subject uuid := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
begin
  if exists (select from public.creators c where c.user_id = subject)
    and exists (
      select from public.user_mfa_factors f where f.user_id = subject and f.status = 'active')
    and not exists (
      select from public.user_webauthn_credentials w where w.user_id = subject and w.revoked_at is null)
    and not exists (
      select
      from public.user_mfa_factors f
        left join public.user_phone_numbers p on p.id = f.phone_id
      where f.user_id = subject and f.status = 'active' and p.line_type is distinct from 'voip')
  then
    raise exception 'A VoIP number cannot be the only second factor of creator %', subject
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.refuse_voip_only_mfa() from public;
comment on function boyfanz.refuse_voip_only_mfa() is 'Deferred constraint trigger; a VoIP number is not the only second factor of a creator. Its argument is the user''s column.';

create function boyfanz.supersede_older_code()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  update public.user_verification_codes c
  set superseded_at = now()
  where c.user_id = new.user_id and c.purpose = new.purpose and c.consumed_at is null and c.superseded_at is null;
  return new;
end
$fn$;
revoke all on function boyfanz.supersede_older_code() from public;
comment on function boyfanz.supersede_older_code() is 'Trigger of user_verification_codes; a new code ends the live one of the same user and purpose.';

create function boyfanz.drop_unused_recovery_codes()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  delete from public.user_recovery_codes c
  where c.user_id = new.user_id and c.batch_id <> new.batch_id and c.used_at is null;
  return null;
end
$fn$;
revoke all on function boyfanz.drop_unused_recovery_codes() from public;
comment on function boyfanz.drop_unused_recovery_codes() is 'Trigger of user_recovery_codes; a new batch deletes the unused codes of older ones.';

create function boyfanz.check_achievement_period()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  period text;
begin
  period := (select a.period from public.user_achievements a where a.id = new.achievement_id);
  if (case period
    when 'lifetime' then new.period_start = date '1970-01-01'
    when 'monthly' then extract(day from new.period_start) = 1
    when 'weekly' then extract(isodow from new.period_start) = 1
    else true
  end) then
    return new;
  end if;
  raise exception '% does not start a % period', new.period_start, period
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'period_start';
end
$fn$;
revoke all on function boyfanz.check_achievement_period() from public;
comment on function boyfanz.check_achievement_period() is 'Trigger of user_achievement_progress; the start fits the achievement''s period.';

create function boyfanz.run_erasure(request uuid)
returns integer
language plpgsql volatile strict parallel unsafe
set search_path = ''
as $fn$declare
  subject uuid;
  stage integer;
  held text[];
  kept text;
  result jsonb;
begin
  for subject, stage in
    select r.user_id, r.next_stage
    from public.user_data_requests r
    where r.id = $1 and r.kind = 'erasure' and r.verified_at is not null and r.status in ('verifying', 'running')
    for update
  loop
    exit;
  end loop;
  if not found then
    raise exception 'Request % is not an erasure that is verified and open', $1 using errcode = 'no_data_found';
  end if;
  kept := (
    select h.reference
    from public.user_legal_holds h
    where h.user_id = subject and h.released_at is null and '*' = any (h.scope)
    limit 1
  );
  if kept is not null then
    raise exception 'A legal hold (%) keeps all data of user %', kept, subject using errcode = 'restrict_violation';
  end if;
  held := array(
    select distinct d
    from public.user_legal_holds h cross join unnest(h.scope) d
    where h.user_id = subject and h.released_at is null
  );
  update public.users u
  set status = 'erasing', deletion_requested_at = coalesce(u.deletion_requested_at, now())
  where u.id = subject and u.status not in ('erasing', 'erased');

  result := boyfanz.erase_person(subject, stage, held);

  update public.user_data_requests r
  set status = 'running', next_stage = coalesce((result ->> 'next')::integer, 1)
  where r.id = $1;
  -- No blank before INTO: editors that look for SELECT … INTO would take this for a new table.
  insert/**/into public.user_erasure_steps as s (request_id, domain, action, rows_affected, started_at, completed_at)
  select $1, e.domain,
    case when e.domain = 'audit' then 'crypto_shredded' when bool_and(e.action = 'deleted') then 'deleted' else 'anonymised' end,
    sum(e.rows), now(), clock_timestamp()
  from jsonb_to_recordset(result -> 'done') as e (domain text, action text, rows bigint)
  group by e.domain
  on conflict (request_id, domain) do update
  set action = case when s.action = 'deleted' then excluded.action when s.action = 'retained' then excluded.action else s.action end,
    legal_basis = null, retain_until = null, started_at = coalesce(s.started_at, excluded.started_at),
    completed_at = excluded.completed_at, rows_affected = coalesce(s.rows_affected, 0) + excluded.rows_affected;
  insert/**/into public.user_erasure_steps (request_id, domain, action, legal_basis, retain_until)
  select distinct on (d) $1, d, 'retained', h.reference, coalesce(h.expires_at::date, current_date + 365)
  from public.user_legal_holds h cross join unnest(h.scope) d
  where h.user_id = subject and h.released_at is null
  order by d, h.expires_at desc nulls first
  on conflict (request_id, domain) do nothing;

  if result ->> 'next' is null and held = '{}' then
    update public.users u set status = 'erased', erased_at = now() where u.id = subject and u.status <> 'erased';
    update public.user_data_requests r set status = 'completed', completed_at = now() where r.id = $1;
  end if;
  return (result ->> 'next')::integer;
end
$fn$;
revoke all on function boyfanz.run_erasure(uuid) from public;
comment on function boyfanz.run_erasure(uuid) is 'Carries out the next stage of a verified request for erasure, writes its proof by domain, and returns the stage after it, NULL after the last; each for a transaction of its own. Domains under a legal hold are retained; the request stays open until the holds are released and it has run again.';
grant execute on function boyfanz.run_erasure(uuid) to service_role;

create function boyfanz.has_permission(permission text)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return (
    select coalesce(bool_and(carried.effect = 'allow'), false)
    from public.user_role_assignments held
      join public.user_role_permissions carried on carried.role_id = held.role_id
      join public.user_permissions named on named.id = carried.permission_id
    where held.user_id = boyfanz.current_user_id()
      and held.scope_creator_id is null
      and held.revoked_at is null
      and held.valid_from <= now()
      and coalesce(held.valid_until > now(), true)
      and named.code = has_permission.permission
      and (carried.conditions is null or carried.effect = 'deny')
  );
end
$fn$;
revoke all on function boyfanz.has_permission(text) from public;
comment on function boyfanz.has_permission(text) is 'Whether the session''s user holds a permission such as payout.approve, by a role for the whole platform that is in force. A denial wins. What a role carries under conditions does not count here.';
grant execute on function boyfanz.has_permission(text) to boyfanz_staff;
grant execute on function boyfanz.has_permission(text) to service_role;

create function boyfanz.current_country()
returns text
language plpgsql stable parallel safe
set search_path = ''
as $fn$begin
  return nullif(current_setting('app.country', true), '');
end
$fn$;
revoke all on function boyfanz.current_country() from public;
comment on function boyfanz.current_country() is 'The country from which the session works, in the setting app.country; NULL when nobody said.';
grant execute on function boyfanz.current_country() to service_role;

create function boyfanz.may_be_seen_here(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  -- Most people name no country, and a test for any row costs less than what the rows say together.
  if not exists (select from public.user_geo_restrictions r where r.user_id = person) then
    return true;
  end if;
  return (
    select coalesce(
      case min(r.mode)
        when 'block' then
          not coalesce(bool_or(r.country_code = boyfanz.current_country() and r.region_code = '*'), false)
        when 'allow' then coalesce(bool_or(r.country_code = boyfanz.current_country()), false)
      end,
      true)
    from public.user_geo_restrictions r
    where r.user_id = person);
end
$fn$;
revoke all on function boyfanz.may_be_seen_here(uuid) from public;
comment on function boyfanz.may_be_seen_here(uuid) is 'Whether a person wants to be seen in the country from which the session works. Where that is not known, only those are seen who named no countries in which alone they want to be.';
grant execute on function boyfanz.may_be_seen_here(uuid) to anon;
grant execute on function boyfanz.may_be_seen_here(uuid) to authenticated;
grant execute on function boyfanz.may_be_seen_here(uuid) to service_role;

create function boyfanz.may_see_profile(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
  visibility text;
begin
  if me = person then
    return true;
  end if;
  -- NULL as well for somebody who is not in good standing, or when one blocks the other.
  visibility := (
    select case
        when exists (select from public.user_geo_restrictions r where r.user_id = person)
          and not boyfanz.may_be_seen_here(person)
        then null
        else coalesce(p.profile_visibility, 'public')
      end
    from public.users u
      left join public.user_privacy_settings p on p.user_id = u.id
    where u.id = person
      and u.status = 'active'
      and not exists (select from public.user_blocks b where b.blocker_id = person and b.blocked_id = me)
      and not exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = person));
  if visibility is null or visibility = 'public' then
    return visibility is not null;
  end if;
  if me is null or visibility = 'members' then
    return me is not null;
  end if;
  -- A statement of its own: opening the partitions of follows costs more than the rest.
  if visibility = 'followers' then
    if exists (select from public.follows f where f.follower_id = me and f.followee_id = person) then
      return true;
    end if;
  end if;
  return exists (
    select from public.subscriptions s
    where s.subscriber_id = me and s.creator_id = person and s.entitled_until > now());
end
$fn$;
revoke all on function boyfanz.may_see_profile(uuid) from public;
comment on function boyfanz.may_see_profile(uuid) is 'Whether the session''s user, or a visitor, may see how a person in good standing presents themselves; blocks on either side, countries and the visibility of the profile decide. Who subscribes to somebody sees them whatever the visibility.';
grant execute on function boyfanz.may_see_profile(uuid) to anon;
grant execute on function boyfanz.may_see_profile(uuid) to authenticated;
grant execute on function boyfanz.may_see_profile(uuid) to service_role;

create function boyfanz.shows_presence(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return coalesce((select p.show_online from public.user_privacy_settings p where p.user_id = person), true)
    and boyfanz.may_see_profile(person);
end
$fn$;
revoke all on function boyfanz.shows_presence(uuid) from public;
comment on function boyfanz.shows_presence(uuid) is 'Whether the session''s user may see if a person is online.';
grant execute on function boyfanz.shows_presence(uuid) to authenticated;
grant execute on function boyfanz.shows_presence(uuid) to service_role;

create function boyfanz.has_shown_age()
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
  country text;
begin
  if me is null then
    return false;
  end if;
  country := boyfanz.current_country();
  return exists (
    select from public.user_age_verifications v
    where v.user_id = me
      and v.status = 'passed'
      and v.superseded_at is null
      and v.expires_at > now()
      and (country is null or left(v.jurisdiction, 2) = country));
end
$fn$;
revoke all on function boyfanz.has_shown_age() from public;
comment on function boyfanz.has_shown_age() is 'Whether the session''s user has passed a check of age that still holds where the session works.';
grant execute on function boyfanz.has_shown_age() to anon;
grant execute on function boyfanz.has_shown_age() to authenticated;
grant execute on function boyfanz.has_shown_age() to service_role;

create function boyfanz.account_of_identity(identity uuid)
returns void
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  person record;
begin
  for person in
    select u.id, u.email, u.email_confirmed_at, coalesce(u.email_confirmed_at, u.phone_confirmed_at) as confirmed_at
    from auth.users u
    where u.id = identity and u.deleted_at is null
  loop
    exit;
  end loop;
  if not found then
    return;
  end if;

  -- Of a digest, as ids of one moment begin alike: nobody has this name already, and everybody may take another later.
  -- No blank before INTO: editors that look for SELECT … INTO would take this for a new table.
  insert/**/into public.users (id, username, status)
  values (
    person.id,
    'user_' || left(md5(person.id::text), 24),
    case when person.confirmed_at is null then 'pending' else 'active' end)
  on conflict (id) do nothing;
  update public.users u
  set status = 'active'
  where u.id = person.id and u.status = 'pending' and person.confirmed_at is not null;

  -- An address that cannot be taken over must not keep anybody from signing in.
  begin
    update public.user_emails e
    set is_primary = false, removed_at = now()
    where e.user_id = person.id and e.is_primary
      and (person.email is null or e.email operator(extensions.<>) person.email::extensions.citext);
    if person.email is null then
      return;
    end if;
    -- Who has shown that an address is theirs gets it from somebody who has not.
    update public.user_emails e
    set is_primary = false, removed_at = now()
    where e.email operator(extensions.=) person.email::extensions.citext
      and e.user_id <> person.id and e.removed_at is null and e.verified_at is null
      and person.email_confirmed_at is not null;
    update public.user_emails e
    set is_primary = true,
      verified_at = coalesce(e.verified_at, person.email_confirmed_at),
      verification_method =
        case when coalesce(e.verified_at, person.email_confirmed_at) is not null then coalesce(e.verification_method, 'link') end
    where e.user_id = person.id and e.removed_at is null
      and e.email operator(extensions.=) person.email::extensions.citext;
    if not found then
      insert/**/into public.user_emails (user_id, email, is_primary, verified_at, verification_method)
      values (
        person.id, person.email, true, person.email_confirmed_at,
        case when person.email_confirmed_at is not null then 'link' end);
    end if;
  exception
    when integrity_constraint_violation then
      raise warning 'The address of account % was not taken over: %', person.id, sqlerrm;
  end;
end
$fn$;
revoke all on function boyfanz.account_of_identity(uuid) from public;
comment on function boyfanz.account_of_identity(uuid) is 'Makes the account of somebody who signs in by the platform, or brings it up to date: a row of users with the same id, under a name made of it, and the address as the primary of user_emails. Phone numbers are encrypted with a key that no database holds, and are left to the service. Safe to call again, and for those who signed up before.';
grant execute on function boyfanz.account_of_identity(uuid) to service_role;

create function boyfanz.follow_identity()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  -- A row that is only marked as deleted is as good as gone.
  gone uuid := case when tg_op = 'DELETE' then old.id when new.deleted_at is not null then new.id end;
begin
  if gone is null then
    perform boyfanz.account_of_identity(new.id);
    return null;
  end if;
  update public.users u
  set status = case when u.status in ('pending', 'active') then 'deactivated' else u.status end,
    deactivated_at = coalesce(u.deactivated_at, now()),
    deletion_requested_at = coalesce(u.deletion_requested_at, now())
  where u.id = gone and u.status not in ('erasing', 'erased');
  if found then
    insert into public.user_data_requests (user_id, kind, status, verified_at, due_at)
    values (gone, 'erasure', 'verifying', now(), now() + interval '30 days')
    on conflict do nothing;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.follow_identity() from public;
comment on function boyfanz.follow_identity() is 'Trigger on the platform''s table of identities. A new or changed one gets its account; for one that goes, the account is closed and its erasure asked for, which run_erasure then does as for everybody else.';

create function boyfanz.check_category_path()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  -- A path is its parent's path and its own label, so a cycle would need a path longer than itself.
  if exists (
    select
    from public.content_categories child
      left join public.content_categories parent on parent.id = child.parent_id
    where (child.id = new.id or child.parent_id = new.id)
      and child.path::text <> coalesce(parent.path::text || '.', '') || replace(lower(child.slug::text), '-', '_'))
  then
    raise exception 'The path of category % or of one below it is not that of its parent and its slug', new.slug
      using errcode = 'check_violation', table = 'content_categories', column = 'path';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_category_path() from public;
comment on function boyfanz.check_category_path() is 'Deferred constraint trigger of content_categories; a path is that of the parent followed by the slug, so there is no cycle.';

create function boyfanz.check_publication()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  item record;
  pieces record;
  problem text;
begin
  for item in
    select i.*
    from public.content_items i
    where i.id in ((to_jsonb(old) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[0])::uuid)
    -- What is published at this moment by somebody else is waited for, and they for this.
    for share
  loop
    continue when item.status <> 'published';
    for pieces in
      select count(*) as total, count(*) filter (where m.is_preview) as free
      from public.post_media m
      where m.post_id = item.id
    loop
      exit;
    end loop;
    problem := case
      when item.kind = 'post' and pieces.total = 0 and not exists (
        select from public.posts p where p.id = item.id and (btrim(p.body) <> '' or p.poll_id is not null))
        then 'a post needs a text, media or a poll'
      when item.kind = 'story' and not exists (select from public.stories s where s.id = item.id)
        or item.kind = 'album' and not exists (select from public.albums a where a.id = item.id)
        or item.kind = 'video' and not exists (select from public.videos v where v.id = item.id)
        or item.kind = 'audio' and not exists (select from public.audio_items a where a.id = item.id)
        or item.kind = 'playlist' and not exists (select from public.content_playlists p where p.id = item.id)
        then format('there is no %s', item.kind)
      when item.kind = 'post' and item.audience = 'ppv' and pieces.free * 4 > pieces.total
        then 'at most one piece in four is a free preview'
      when item.kind = 'video' and exists (
        select
        from public.videos v
          join public.media_assets a on a.id = v.trailer_asset_id
        where v.id = item.id and (a.kind <> 'video' or coalesce(a.duration_ms, 120001) > 120000))
        then 'a trailer is a video of two minutes at most'
      -- Text and sound depict nobody, the members of a playlist have rows of their own, and nobody is in what a person
      -- has found to be wholly generated.
      when item.rating = 'explicit'
        and item.kind not in ('audio', 'playlist')
        and not (item.kind = 'post' and pieces.total = 0)
        and not (item.is_ai_generated and item.review_state = 'passed')
        and not exists (
          select from public.content_performers c where c.content_id = item.id and c.confirmed_at is not null)
        then 'explicit content needs a confirmed performer'
      when item.rating = 'explicit' and not exists (
        select from public.user_identity_verifications v
        where v.user_id = item.author_id and v.status = 'approved' and v.valid_until >= current_date)
        then 'age and identity of its author are not verified, or no longer'
      when exists (
        select
        from public.content_performers c
          join public.performer_consents r on r.id = c.release_id
        where c.content_id = item.id and r.withdrawn_at is not null)
        then 'a performer has withdrawn the release'
    end;
    if problem is not null then
      raise exception 'Item % cannot be public: %', item.id, problem
        using errcode = 'check_violation', table = 'content_items', schema = 'public', column = 'status';
    end if;
  end loop;
  return null;
end
$fn$;
revoke all on function boyfanz.check_publication() from public;
comment on function boyfanz.check_publication() is 'Deferred constraint trigger of content_items and of what decides whether one may be public; its subtype with something to show, few free previews, a short trailer, for explicit content a confirmed performer and an author whose age and identity are verified, and no withdrawn release. The argument is the column with the item''s id.';

create function boyfanz.spread_publication()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  update public.content_item_categories c
  set published_at = case when new.status = 'published' then new.published_at end
  where c.content_id = new.id;
  return null;
end
$fn$;
revoke all on function boyfanz.spread_publication() from public;
comment on function boyfanz.spread_publication() is 'Trigger of content_items; tells the rows in content_item_categories that the item was published, moved or taken back.';

create function boyfanz.copy_publication()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  -- The lock makes a publication at the same moment wait, or this wait for it.
  new.published_at := (
    select case when i.status = 'published' then i.published_at end
    from public.content_items i
    where i.id = new.content_id
    for share
  );
  return new;
end
$fn$;
revoke all on function boyfanz.copy_publication() from public;
comment on function boyfanz.copy_publication() is 'Trigger of content_item_categories; published_at is what the item says.';

create function boyfanz.same_as_parent()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  own jsonb := to_jsonb(new);
  parent jsonb;
  pair text;
begin
  if own -> tg_argv[1] = 'null' then
    return new;
  end if;
  for parent in
    execute format('select to_jsonb(p) from public.%I p where p.%I = ($1).%I', tg_argv[0], tg_argv[2], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if parent is null then
    return new; -- The foreign key says so better.
  end if;
  foreach pair in array tg_argv[3:] loop
    if own -> split_part(pair, '=', 1) is distinct from parent -> split_part(pair, '=', 2) then
      raise exception '%.%.% is not the % of its row in %', tg_table_schema, tg_table_name, split_part(pair, '=', 1),
          split_part(pair, '=', 2), tg_argv[0]
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema,
          column = split_part(pair, '=', 1);
    end if;
  end loop;
  return new;
end
$fn$;
revoke all on function boyfanz.same_as_parent() from public;
comment on function boyfanz.same_as_parent() is 'Trigger before insert or update; columns agree with the row that a foreign key points to. Arguments: the parent table, the key column, the parent''s key, then pairs such as user_id=owner_id. The parent keeps its own column by set_once.';

create function boyfanz.freeze_when_used()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  forbidden text[] := boyfanz.forbidden_changes(to_jsonb(old), to_jsonb(new), tg_argv[2:]);
  is_used boolean;
begin
  if cardinality(forbidden) = 0 then
    return new;
  end if;
  for is_used in
    execute format('select exists (select from public.%I where %I = ($1).id)', tg_argv[0], tg_argv[1]) using old
  loop
    exit;
  end loop;
  if is_used then
    raise exception 'A row of %.% cannot change while % use it: %', tg_table_schema, tg_table_name, tg_argv[0],
        array_to_string(forbidden, ', ')
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.freeze_when_used() from public;
comment on function boyfanz.freeze_when_used() is 'Trigger before update; refuses changes while another table refers to the row''s id. Arguments: that table, its column, then what may change (see forbidden_changes).';

create function boyfanz.keep_evidence()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  -- When the asset itself goes it is out of sight already, and what is locked cannot go.
  if exists (select from public.media_assets a where a.id = old.asset_id and a.safety_state = 'csam_locked') then
    raise exception 'The asset of %.% % is locked as evidence', tg_table_schema, tg_table_name, old.id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return old;
end
$fn$;
revoke all on function boyfanz.keep_evidence() from public;
comment on function boyfanz.keep_evidence() is 'Trigger before delete on what belongs to an asset; refuses it while the asset is locked as evidence.';

create function boyfanz.check_folder_tree()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  deepest integer := tg_argv[0];
  levels integer;
begin
  -- Two moves at once could each be fine and together make a circle.
  perform pg_advisory_xact_lock(hashtextextended('media_folders ' || new.creator_id, 0));
  -- From the new place to the root, and from it to the deepest folder below; a circle is longer than any limit.
  levels := (
    with recursive up as (
      select new.parent_id as id, 1 as level
      union all
      select f.parent_id, up.level + 1
      from up join public.media_folders f on f.id = up.id
      where f.parent_id is not null and up.level <= deepest
    ), down as (
      select new.id, 1 as level
      union all
      select f.id, down.level + 1
      from down join public.media_folders f on f.creator_id = new.creator_id and f.parent_id = down.id
      where down.level <= deepest
    )
    select (select max(up.level) from up) + (select max(down.level) from down)
  );
  if levels > deepest then
    raise exception 'Folder "%" lies more than % levels deep, or in itself', new.name, deepest
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'parent_id';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_folder_tree() from public;
comment on function boyfanz.check_folder_tree() is 'Trigger of media_folders; no folder lies in itself or deeper than its argument says. Writers of one creator wait for each other.';

create function boyfanz.place_in_thread()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  parent record;
begin
  for parent in select c.post_id, c.depth, c.root_id from public.post_comments c where c.id = new.parent_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if parent.post_id <> new.post_id then
    raise exception 'A reply belongs to the post of the comment it answers'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'parent_id';
  end if;
  new.depth := parent.depth + 1;
  new.root_id := coalesce(parent.root_id, new.parent_id);
  return new;
end
$fn$;
revoke all on function boyfanz.place_in_thread() from public;
comment on function boyfanz.place_in_thread() is 'Trigger of post_comments; a reply takes depth and root from the comment it answers, which is under the same post.';

create function boyfanz.refuse_share_of_paid()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select from public.content_items i where i.id = new.post_id and i.audience in ('subscribers', 'tiers', 'ppv'))
  then
    raise exception 'A paid post is shared only as a link'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'kind';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_share_of_paid() from public;
comment on function boyfanz.refuse_share_of_paid() is 'Trigger of post_shares; what only subscribers or buyers see is neither reposted nor quoted.';

create function boyfanz.check_chapters()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  video uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if exists (
    select
    from public.video_chapters c
      join public.videos v on v.id = c.video_id
    where c.video_id = video and c.start_ms >= v.duration_ms)
  then
    raise exception 'A chapter of video % starts after its end', video
      using errcode = 'check_violation', table = 'video_chapters', schema = 'public', column = 'start_ms';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_chapters() from public;
comment on function boyfanz.check_chapters() is 'Deferred constraint trigger of videos and video_chapters; chapters start before the end. The argument is the column with the video''s id.';

create function boyfanz.check_vote()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  poll record;
  ballot record;
begin
  for poll in select p.* from public.polls p where p.id = new.poll_id loop
    exit;
  end loop;
  if not found then
    return null;
  end if;
  if poll.closed_at is not null or poll.closes_at <= now() then
    raise exception 'The poll % is closed', new.poll_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'poll_id';
  end if;
  -- Two votes of one person at once would each count without the other.
  perform pg_advisory_xact_lock(hashtextextended('poll_votes ' || new.poll_id || ' ' || new.voter_id, 0));
  for ballot in
    select count(*) as choices,
      coalesce(bool_or((v.rank is not null) <> (poll.selection = 'ranked') or v.rank > poll.max_choices), false) as is_misranked
    from public.poll_votes v
    where v.poll_id = new.poll_id and v.voter_id = new.voter_id
  loop
    exit;
  end loop;
  if ballot.choices > poll.max_choices then
    raise exception 'At most % choices in the poll %', poll.max_choices, new.poll_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'option_no';
  end if;
  if ballot.is_misranked then
    raise exception 'Choices are ranked from 1 to % in a ranked poll and nowhere else', poll.max_choices
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'rank';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_vote() from public;
comment on function boyfanz.check_vote() is 'Deferred constraint trigger of poll_votes; the poll is open, takes so many choices of one person, and is ranked or not.';

create function boyfanz.refuse_banned()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  state text;
begin
  for state in
    execute format('select p.state from public.%I p where p.id = ($1).%I', tg_argv[0], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if state = 'banned' then
    raise exception '% of %.% is banned', tg_argv[1], tg_table_schema, tg_table_name
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[1];
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_banned() from public;
comment on function boyfanz.refuse_banned() is 'Trigger; what a foreign key points to is not banned. Arguments: the table, which has id and state, and the key column.';

create function boyfanz.check_shares_of_item()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  total bigint;
begin
  -- Two rows at once would each add up without the other.
  perform pg_advisory_xact_lock(hashtextextended('content_collaborators ' || new.content_id, 0));
  total := (
    select sum(c.share_bps)
    from public.content_collaborators c
    where c.content_id = new.content_id and c.status in ('invited', 'accepted')
  );
  if total > 10000 then
    raise exception 'The shares of item % make % of 10000', new.content_id, total
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'share_bps';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_shares_of_item() from public;
comment on function boyfanz.check_shares_of_item() is 'Deferred constraint trigger of content_collaborators; the shares of an item make at most the whole.';

create function boyfanz.keep_names()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if new.stage_name <> old.stage_name and not new.aliases @> array[old.stage_name] then
    new.aliases := new.aliases || old.stage_name;
  end if;
  if new.legal_name_bidx is distinct from old.legal_name_bidx and old.legal_name_bidx is not null
    and not new.former_name_bidx @> array[old.legal_name_bidx::bytea]
  then
    new.former_name_bidx := new.former_name_bidx || old.legal_name_bidx::bytea;
  end if;
  if not (new.aliases @> old.aliases and new.former_name_bidx @> old.former_name_bidx) then
    raise exception 'Names that performer % has used are kept', old.id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.keep_names() from public;
comment on function boyfanz.keep_names() is 'Trigger of performers; a name that is changed joins the earlier ones, and none of those is dropped.';

create function boyfanz.check_depiction()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.check_depiction() from public;
comment on function boyfanz.check_depiction() is 'Trigger of content_performers; the document was examined before production, the person was of age, and is verified and has not withdrawn when the row is confirmed.';

create function boyfanz.check_tier_of_item()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.check_tier_of_item() from public;
comment on function boyfanz.check_tier_of_item() is 'Trigger; a tier belongs to the creator of an item or to one who made it as well. Arguments: the columns of the item and of the tier.';

create function boyfanz.check_list_of_item()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select
    from public.social_lists l
      join public.content_items i on i.id = new.content_id
    where l.id = new.list_id and l.owner_id <> i.author_id and l.owner_id is distinct from i.creator_id)
  then
    raise exception 'The list % is not one of the author or creator of item %', new.list_id, new.content_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'list_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_list_of_item() from public;
comment on function boyfanz.check_list_of_item() is 'Trigger of content_audience_lists; the list belongs to the author or the creator of the item.';

create function boyfanz.may_see_content(content uuid, author uuid, creator uuid, audience text, rating text)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
  country text;
  opened boolean := false;
begin
  if me is null and audience <> 'public' then
    return false;
  end if;
  -- What keeps somebody out whatever they paid for: an age that was not shown, a block on either side, a country.
  if rating = 'explicit' and not boyfanz.has_shown_age() then
    return false;
  end if;
  country := boyfanz.current_country();
  if exists (select from public.user_blocks b where b.blocker_id = author and b.blocked_id = me)
    or exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = author)
    or exists (select from public.content_geo_restrictions g where g.content_id = content and g.country_code = country)
    or exists (select from public.user_geo_restrictions r where r.user_id = author)
      and not boyfanz.may_be_seen_here(author)
    or exists (
      select from public.content_audience_lists l
        join public.social_list_members m on m.list_id = l.list_id
      where l.content_id = content and l.effect = 'exclude' and m.member_id = me and coalesce(m.expires_at > now(), true))
  then
    return false;
  end if;
  -- Branches of a statement, not of an expression, which would open the partitions of follows for every audience.
  case audience
    when 'public', 'members' then
      return true;
    when 'followers' then
      opened := exists (select from public.follows f where f.follower_id = me and f.followee_id = author);
    when 'subscribers' then
      opened := exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now());
    when 'tiers' then
      opened := exists (
        select from public.subscriptions s
          join public.content_access_tiers t on t.tier_id = s.tier_id
        where t.content_id = content and s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now());
    else
      opened := false;
  end case;
  if opened then
    return true;
  end if;
  return exists (
      select from public.content_audience_lists l
        join public.social_list_members m on m.list_id = l.list_id
      where l.content_id = content and l.effect = 'include' and m.member_id = me and coalesce(m.expires_at > now(), true))
    or exists (
      select from public.content_unlocks u where u.user_id = me and u.content_id = content and u.revoked_at is null);
end
$fn$;
revoke all on function boyfanz.may_see_content(uuid, uuid, uuid, text, text) from public;
comment on function boyfanz.may_see_content(uuid, uuid, uuid, text, text) is 'Whether the session''s user, or a visitor, may open an item that is published; blocks, countries, age, lists, audience and purchases decide. The author''s own view of it does not come here.';
grant execute on function boyfanz.may_see_content(uuid, uuid, uuid, text, text) to anon;
grant execute on function boyfanz.may_see_content(uuid, uuid, uuid, text, text) to authenticated;
grant execute on function boyfanz.may_see_content(uuid, uuid, uuid, text, text) to service_role;

create function boyfanz.may_see_item(item uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (
    select
    from public.content_items i
    where i.id = item
      and (i.author_id = me
        or i.status = 'published'
          and i.published_at <= now()
          and coalesce(i.expires_at > now(), true)
          and boyfanz.may_see_content(i.id, i.author_id, i.creator_id, i.audience, i.rating)));
end
$fn$;
revoke all on function boyfanz.may_see_item(uuid) from public;
comment on function boyfanz.may_see_item(uuid) is 'Whether the session''s user, or a visitor, sees an item: their own in any state, another''s while it is published and as may_see_content says.';
grant execute on function boyfanz.may_see_item(uuid) to service_role;

create function boyfanz.is_in_audience(person uuid, audience text)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  if person = me then
    return true;
  end if;
  if audience not in ('public', 'members', 'followers', 'subscribers') or me is null and audience <> 'public' then
    return false;
  end if;
  if exists (select from public.user_blocks b where b.blocker_id = person and b.blocked_id = me)
    or exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = person)
    or exists (select from public.user_geo_restrictions r where r.user_id = person)
      and not boyfanz.may_be_seen_here(person)
  then
    return false;
  end if;
  -- Branches of a statement, not of an expression, which would open the partitions of follows for every audience.
  case audience
    when 'followers' then
      return exists (select from public.follows f where f.follower_id = me and f.followee_id = person);
    when 'subscribers' then
      return exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = person and s.entitled_until > now());
    when 'public', 'members' then
      return true;
    else
      return false;
  end case;
end
$fn$;
revoke all on function boyfanz.is_in_audience(uuid, text) from public;
comment on function boyfanz.is_in_audience(uuid, text) is 'Whether what a person shows to an audience (public, members, followers, subscribers) is for the session''s user; blocks and countries decide first.';
grant execute on function boyfanz.is_in_audience(uuid, text) to anon;
grant execute on function boyfanz.is_in_audience(uuid, text) to authenticated;
grant execute on function boyfanz.is_in_audience(uuid, text) to service_role;

create function boyfanz.may_see_highlighted(story uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  -- Being in a highlight outlives the day of a frame, and opens it to nobody whom the frame itself was not for.
  return exists (
    select
    from public.story_highlight_items placed
      join public.story_highlights h on h.id = placed.highlight_id
      join public.content_items i on i.id = placed.story_id
    where placed.story_id = story
      and i.status in ('published', 'archived')
      and i.published_at <= now()
      and boyfanz.is_in_audience(h.user_id, h.audience)
      and boyfanz.may_see_content(i.id, i.author_id, i.creator_id, i.audience, i.rating));
end
$fn$;
revoke all on function boyfanz.may_see_highlighted(uuid) from public;
comment on function boyfanz.may_see_highlighted(uuid) is 'Whether a frame of a story whose day is over is seen in a highlight: one that is for the session''s user, while the frame itself was for them too.';
grant execute on function boyfanz.may_see_highlighted(uuid) to anon;
grant execute on function boyfanz.may_see_highlighted(uuid) to authenticated;
grant execute on function boyfanz.may_see_highlighted(uuid) to service_role;

create function boyfanz.may_see_poll(poll uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return exists (select from public.posts p where p.poll_id = poll and boyfanz.may_see_item(p.id))
    or exists (select from public.story_overlays o where o.poll_id = poll and boyfanz.may_see_item(o.story_id));
end
$fn$;
revoke all on function boyfanz.may_see_poll(uuid) from public;
comment on function boyfanz.may_see_poll(uuid) is 'Whether the session''s user, or a visitor, sees a post or a story that carries a poll.';
grant execute on function boyfanz.may_see_poll(uuid) to anon;
grant execute on function boyfanz.may_see_poll(uuid) to authenticated;
grant execute on function boyfanz.may_see_poll(uuid) to service_role;

create function boyfanz.may_see_asset(asset uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (
      select from public.post_media m
      where m.asset_id = asset
        and (m.required_tier_id is null
          or m.is_preview
          or exists (
            select from public.subscriptions s
            where s.subscriber_id = me and s.tier_id = m.required_tier_id and s.entitled_until > now()))
        and boyfanz.may_see_item(m.post_id))
    or exists (select from public.album_items a where a.asset_id = asset and boyfanz.may_see_item(a.album_id))
    or exists (
      select from public.stories s
      where s.asset_id = asset and (boyfanz.may_see_item(s.id) or boyfanz.may_see_highlighted(s.id)))
    or exists (select from public.videos v where v.asset_id = asset and boyfanz.may_see_item(v.id))
    or exists (select from public.videos v where v.trailer_asset_id = asset and boyfanz.may_see_item(v.id))
    or exists (select from public.videos v where v.poster_asset_id = asset and boyfanz.may_see_item(v.id))
    or exists (select from public.audio_items a where a.asset_id = asset and boyfanz.may_see_item(a.id))
    or exists (
      select
      from public.marketplace_product_media m
        join public.marketplace_listings l on l.product_id = m.product_id
      where m.media_asset_id = asset
        and l.status in ('listed', 'sold_out')
        and (l.explicit_level < 3 or boyfanz.has_shown_age())
        and boyfanz.may_see_listing(l.product_id, l.shop_id, l.creator_id));
end
$fn$;
revoke all on function boyfanz.may_see_asset(uuid) from public;
comment on function boyfanz.may_see_asset(uuid) is 'Whether the session''s user, or a visitor, sees an asset somewhere: in a post, album, story, video, audio or product that is open to them.';
grant execute on function boyfanz.may_see_asset(uuid) to anon;
grant execute on function boyfanz.may_see_asset(uuid) to authenticated;
grant execute on function boyfanz.may_see_asset(uuid) to service_role;

create function boyfanz.may_see_link(link uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  -- A page that everybody links to stands in very many items; the newest hundred say whether it is shown around here.
  return exists (
      select
      from (
        select l.content_id from public.content_links l
        where l.link_preview_id = link
        order by l.content_id desc
        limit 100) newest
      where boyfanz.may_see_item(newest.content_id))
    or exists (
      select
      from (
        select o.story_id from public.story_overlays o
        where o.link_preview_id = link
        order by o.story_id desc
        limit 100) newest
      where boyfanz.may_see_item(newest.story_id))
    or exists (
      select
      from public.message_link_previews l
        join public.conversation_participants c on c.conversation_id = l.conversation_id
      where l.link_preview_id = link and c.user_id = boyfanz.current_user_id() and c.left_at is null);
end
$fn$;
revoke all on function boyfanz.may_see_link(uuid) from public;
comment on function boyfanz.may_see_link(uuid) is 'Whether the preview of a page stands in an item, a story or a conversation that the session''s user sees.';
grant execute on function boyfanz.may_see_link(uuid) to anon;
grant execute on function boyfanz.may_see_link(uuid) to authenticated;
grant execute on function boyfanz.may_see_link(uuid) to service_role;

create function boyfanz.owns_asset(asset uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return exists (
    select
    from public.media_assets a
    where a.id = asset
      and a.owner_id = boyfanz.current_user_id()
      and a.safety_state = 'clean'
      and a.purged_at is null);
end
$fn$;
revoke all on function boyfanz.owns_asset(uuid) from public;
comment on function boyfanz.owns_asset(uuid) is 'Whether an asset is the session''s user''s and fit to be shown.';
grant execute on function boyfanz.owns_asset(uuid) to authenticated;
grant execute on function boyfanz.owns_asset(uuid) to service_role;

create function boyfanz.close_periods_in_order()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if tg_op = 'INSERT' then
    -- An open period before a closed one would take postings into a time that is balanced and proven.
    if exists (select from public.ledger_periods p where p.starts_on > new.starts_on and p.status = 'closed') then
      raise exception 'An accounting period from % would lie before one that is closed', new.starts_on
        using errcode = 'check_violation', table = 'ledger_periods', column = 'starts_on';
    end if;
  elsif old.status = 'closed' and new.status <> 'closed' then
    raise exception 'The accounting period from % is closed and stays so', old.starts_on
      using errcode = 'restrict_violation', table = 'ledger_periods', column = 'status';
  end if;
  if new.status = 'closed' and exists (
    select from public.ledger_periods p where p.starts_on < new.starts_on and p.status <> 'closed')
  then
    raise exception 'The accounting period from % cannot close before the earlier ones', new.starts_on
      using errcode = 'check_violation', table = 'ledger_periods', column = 'status';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.close_periods_in_order() from public;
comment on function boyfanz.close_periods_in_order() is 'Trigger of ledger_periods; periods close one after the other, never open again, and none comes before a closed one.';

create function boyfanz.refuse_closed_period()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  period record;
begin
  -- FOR SHARE: whoever closes the period waits for this posting, and the other way round.
  for period in select p.status, p.ends_on from public.ledger_periods p where p.id = new.period_id for share loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if period.status = 'closed' or period.status = 'soft_closed' and new.kind not in ('adjustment', 'reversal') then
    raise exception 'The accounting period % takes no % any more', new.period_id, new.kind
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'period_id';
  end if;
  if (new.effective_at at time zone 'UTC')::date > period.ends_on then
    raise exception 'What takes effect at % does not belong to the accounting period that ends on %',
        new.effective_at, period.ends_on
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'period_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_closed_period() from public;
comment on function boyfanz.refuse_closed_period() is 'Trigger of ledger_transactions; nothing is posted into a closed period, only corrections into one being closed, and nothing that takes effect after its end.';

create function boyfanz.stamp_posting()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  new.posted_in := pg_current_xact_id()::text::bigint;
  return new;
end
$fn$;
revoke all on function boyfanz.stamp_posting() from public;
comment on function boyfanz.stamp_posting() is 'Trigger of ledger_transactions; notes the database transaction, so that legs are taken from that one only.';

create function boyfanz.check_leg()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  posting record;
begin
  for posting in select t.posted_in, t.posted_at from public.ledger_transactions t where t.id = new.transaction_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if posting.posted_in <> pg_current_xact_id()::text::bigint then
    raise exception 'The posting % is complete and takes no more legs', new.transaction_id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'transaction_id';
  end if;
  new.posted_at := posting.posted_at;
  return new;
end
$fn$;
revoke all on function boyfanz.check_leg() from public;
comment on function boyfanz.check_leg() is 'Trigger of ledger_entries; a leg is written in the same database transaction as its posting and takes over its time.';

create function boyfanz.check_posting_balances()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  posting uuid := to_jsonb(new) ->> tg_argv[0];
  legs bigint;
  surplus text;
begin
  -- Deferred, and for each leg: a check that ran early by SET CONSTRAINTS does not let a later leg through.
  for legs, surplus in
    select coalesce(sum(per_currency.legs), 0),
      string_agg(per_currency.currency || ' ' || per_currency.total, ', ') filter (where per_currency.total <> 0)
    from (
      select e.currency, count(*) as legs, sum(e.amount_minor) as total
      from public.ledger_entries e
      where e.transaction_id = posting
      group by e.currency
    ) as per_currency
  loop
    exit;
  end loop;
  if legs < 2 or surplus is not null then
    raise exception 'The posting % does not balance: %', posting, coalesce('off by ' || surplus, legs || ' legs')
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_posting_balances() from public;
comment on function boyfanz.check_posting_balances() is 'Deferred constraint trigger of the ledger; a posting has two legs at least, which sum to zero per currency. Its argument is the posting''s column.';

create function boyfanz.check_reversal()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select
    from public.ledger_entries e
    where e.transaction_id in (new.id, new.reverses_id)
    group by e.account_id
    having sum(e.amount_minor) <> 0)
  then
    raise exception 'The posting % does not undo % on every account', new.id, new.reverses_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_reversal() from public;
comment on function boyfanz.check_reversal() is 'Deferred constraint trigger of ledger_transactions; a reversal undoes the other posting on every account.';

create function boyfanz.apply_entries()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  refused record;
begin
  -- Locks in the order of the accounts, so that two postings never wait for each other. An account with slots is not
  -- locked as a whole: its row keeps what was posted before it had any, and the slots carry the rest.
  perform
  from public.ledger_account_balances b
  where b.account_id in (select p.account_id from posted p)
    and not exists (select from public.ledger_balance_shards s where s.account_id = b.account_id)
  order by b.account_id
  for no key update;

  update public.ledger_account_balances b
  set balance_minor = b.balance_minor + d.delta,
    last_entry_id = greatest(b.last_entry_id, d.last_entry_id),
    version = b.version + 1
  from (
    select p.account_id, max(p.id) as last_entry_id,
      sum(case a.normal_side when 'debit' then p.amount_minor else -p.amount_minor end) as delta
    from posted p
      join public.ledger_accounts a on a.id = p.account_id
    where not exists (select from public.ledger_balance_shards s where s.account_id = p.account_id)
    group by p.account_id
  ) as d
  where b.account_id = d.account_id;

  update public.ledger_balance_shards s
  set balance_minor = s.balance_minor + d.delta,
    last_entry_id = greatest(s.last_entry_id, d.last_entry_id)
  from (
    select p.account_id, max(p.id) as last_entry_id,
      sum(case a.normal_side when 'debit' then p.amount_minor else -p.amount_minor end) as delta
    from posted p
      join public.ledger_accounts a on a.id = p.account_id
    group by p.account_id
  ) as d
  where s.account_id = d.account_id
    and s.slot = (
      select (array_agg(o.slot order by o.slot))[1 + pg_backend_pid() % count(*)]
      from public.ledger_balance_shards o
      where o.account_id = d.account_id);

  -- After the locks, so that an account that was closed or frozen meanwhile is seen as such.
  for refused in
    select a.code, a.closed_at
    from posted p
      join public.ledger_accounts a on a.id = p.account_id
      join public.ledger_transactions t on t.id = p.transaction_id
    where a.closed_at is not null
      or a.is_frozen
        and (p.amount_minor > 0) <> (a.normal_side = 'debit')
        and t.kind not in ('refund', 'chargeback', 'adjustment', 'reversal')
    limit 1
  loop
    exit;
  end loop;
  if found then
    raise exception 'The ledger account % is %', refused.code,
        case when refused.closed_at is null then 'frozen and gives nothing' else 'closed' end
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'account_id';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.apply_entries() from public;
comment on function boyfanz.apply_entries() is 'Trigger after insert on ledger_entries, per statement; adds the legs to the balances in the order of the accounts, and refuses closed accounts and what leaves frozen ones.';

create function boyfanz.open_balance()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  insert into public.ledger_account_balances (account_id, allow_negative) values (new.id, new.allow_negative);
  return null;
end
$fn$;
revoke all on function boyfanz.open_balance() from public;
comment on function boyfanz.open_balance() is 'Trigger of ledger_accounts; a new account has a balance of zero.';

create function boyfanz.refuse_closing_with_balance()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  left_over numeric;
begin
  perform from public.ledger_account_balances b where b.account_id = new.id for update;
  perform from public.ledger_balance_shards s where s.account_id = new.id order by s.slot for update;
  left_over := (
    select
      coalesce((select b.balance_minor from public.ledger_account_balances b where b.account_id = new.id), 0)
        + coalesce((select sum(s.balance_minor) from public.ledger_balance_shards s where s.account_id = new.id), 0)
  );
  if left_over <> 0 then
    raise exception 'The ledger account % still holds % and cannot be closed', new.code, left_over
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'closed_at';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_closing_with_balance() from public;
comment on function boyfanz.refuse_closing_with_balance() is 'Trigger of ledger_accounts; an account is closed only when it is empty.';

create function boyfanz.matches_parent()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  child jsonb := to_jsonb(new);
  parent jsonb;
  pair text;
begin
  -- Not tg_table_schema: in a partitioned table that is where the partition lies.
  for parent in
    execute format('select to_jsonb(p) from public.%I p where p.id = ($1).%I', tg_argv[1], tg_argv[0]) using new
  loop
    exit;
  end loop;
  if parent is null then
    return new; -- No parent, or one that the foreign key refuses.
  end if;
  foreach pair in array tg_argv[2:] loop
    if child -> split_part(pair, '=', 1) is distinct from parent -> split_part(pair, '=', case when pair like '%=%' then 2 else 1 end)
    then
      raise exception '%.%.% is not that of its row in %',
          tg_table_schema, tg_table_name, split_part(pair, '=', 1), tg_argv[1]
        using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema,
          column = split_part(pair, '=', 1);
    end if;
  end loop;
  return new;
end
$fn$;
revoke all on function boyfanz.matches_parent() from public;
comment on function boyfanz.matches_parent() is 'Trigger; columns of the row equal those of its parent, whose own never change. Arguments: the column of the foreign key, the parent table, then columns, as mine=theirs where the names differ. Spares the parent a wide unique key where a composite foreign key would need one.';

create function boyfanz.freeze_with_parent()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  -- FOR SHARE: whoever sets the column waits for this change, and the other way round.
  question text := format('select p.%I is not null from public.%I p where p.id = ($1).%I for share',
    tg_argv[2], tg_argv[1], tg_argv[0]);
  is_frozen boolean;
begin
  if tg_op <> 'INSERT' then
    for is_frozen in execute question using old loop
      exit;
    end loop;
  end if;
  if tg_op <> 'DELETE' and is_frozen is not true then
    for is_frozen in execute question using new loop
      exit;
    end loop;
  end if;
  if is_frozen then
    raise exception 'Rows of %.% do not change once % of % is set', tg_table_schema, tg_table_name, tg_argv[2], tg_argv[1]
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$fn$;
revoke all on function boyfanz.freeze_with_parent() from public;
comment on function boyfanz.freeze_with_parent() is 'Trigger; rows are neither added, changed nor deleted once a column of their parent is set. Arguments: the column of the foreign key, the parent table, its column.';

create function boyfanz.shares_add_up()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.shares_add_up() from public;
comment on function boyfanz.shares_add_up() is 'Deferred constraint trigger; the shares of one owner add up to a total, or there are none. Arguments: the owner''s column, the share''s column, the total.';

create function boyfanz.check_split_activation()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  recipients bigint;
  accepted bigint;
  total bigint;
begin
  for recipients, accepted, total in
    select count(*), count(r.accepted_at), coalesce(sum(r.share_bps), 0)
    from public.revenue_split_recipients r
    where r.rule_id = new.id
  loop
    exit;
  end loop;
  if recipients = 0 or accepted < recipients or total <> 10000 then
    raise exception 'The split % cannot become active: % of % recipients accepted, % of 10000 shared',
        new.code, accepted, recipients, total
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_split_activation() from public;
comment on function boyfanz.check_split_activation() is 'Trigger of revenue_split_rules; a rule becomes active when all of it is shared and every recipient has accepted.';

create function boyfanz.check_refund()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  paid record;
  given numeric;
  limit_minor bigint;
begin
  -- The lock keeps two refunds at once from each counting without the other.
  for paid in
    select p.payer_id, p.provider_id, p.currency, p.amount_minor
    from public.payments p
    where p.id = new.payment_id
    for no key update
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if (new.payer_id, new.provider_id, new.currency) is distinct from (paid.payer_id, paid.provider_id, paid.currency) then
    raise exception 'A refund goes to the payer, by the provider and in the currency of its payment'
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'payment_id';
  end if;
  if new.status <> 'failed' then
    given := (
      select coalesce(sum(r.amount_minor), 0)
      from public.refunds r
      where r.payment_id = new.payment_id and r.status <> 'failed' and r.id <> new.id
    );
    if given + new.amount_minor > paid.amount_minor then
      raise exception 'Refunds of % exceed the payment of %', given + new.amount_minor, paid.amount_minor
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'amount_minor';
    end if;
  end if;
  if new.initiated_by is not null and new.approved_by is null
    and (new.status = 'succeeded' or new.provider_refund_ref is not null)
  then
    limit_minor := (select c.refund_review_above_minor from public.currencies c where c.code = new.currency);
    if new.amount_minor > limit_minor then
      raise exception 'A refund of more than % needs the approval of a second person', limit_minor
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'approved_by';
    end if;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_refund() from public;
comment on function boyfanz.check_refund() is 'Trigger of refunds; fits its payment, all refunds together do not exceed it, and a second person approves a large one.';

create function boyfanz.check_credit_note()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  invoice record;
  credited numeric;
begin
  for invoice in
    select i.finalized_at, i.customer_id, i.currency, i.total_minor
    from public.invoices i
    where i.id = new.invoice_id
    for no key update
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if invoice.finalized_at is null
    or new.customer_id is distinct from invoice.customer_id or new.currency is distinct from invoice.currency
  then
    raise exception 'A credit note corrects a final invoice, of its customer and in its currency'
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'invoice_id';
  end if;
  credited := (
    select coalesce(sum(n.amount_minor), 0)
    from public.credit_notes n
    where n.invoice_id = new.invoice_id and n.id <> new.id
  );
  if credited + new.amount_minor > invoice.total_minor then
    raise exception 'Credit notes of % exceed the invoice of %', credited + new.amount_minor, invoice.total_minor
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'amount_minor';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_credit_note() from public;
comment on function boyfanz.check_credit_note() is 'Trigger of credit_notes; fits a final invoice, and all notes together do not exceed it.';

create function boyfanz.take_document_number()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  taken bigint;
begin
  -- The row stays locked until the end of the transaction: a rollback gives the number back, so there is no gap.
  update public.invoice_number_sequences s
  set next_number = s.next_number + 1
  where s.series = new.series and s.fiscal_year = new.fiscal_year
  returning s.next_number - 1 into taken;
  if taken is null then
    raise exception 'There are no numbers for the series % of %', new.series, new.fiscal_year
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'series';
  end if;
  if new.number <> taken then
    raise exception 'The next number of the series % of % is %, not %', new.series, new.fiscal_year, taken, new.number
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'number';
  end if;
  new.number := taken;
  return new;
end
$fn$;
revoke all on function boyfanz.take_document_number() from public;
comment on function boyfanz.take_document_number() is 'Trigger; takes the next number of the row''s series and fiscal year, without gaps.';

create function boyfanz.check_invoice_lines()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  lines record;
begin
  for lines in
    select
      coalesce(sum(l.amount_minor) filter (where l.kind <> 'discount'), 0) as subtotal,
      coalesce(-sum(l.amount_minor) filter (where l.kind = 'discount'), 0) as discount,
      coalesce(sum(l.tax_minor), 0) as tax
    from public.invoice_lines l
    where l.invoice_id = new.id
  loop
    exit;
  end loop;
  if (lines.subtotal, lines.discount, lines.tax) is distinct from
    (new.subtotal_minor::numeric, new.discount_minor::numeric, new.tax_minor::numeric)
  then
    raise exception 'The lines of invoice % add up to % less % and tax %, its totals say % less % and %',
        new.id, lines.subtotal, lines.discount, lines.tax, new.subtotal_minor, new.discount_minor, new.tax_minor
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_invoice_lines() from public;
comment on function boyfanz.check_invoice_lines() is 'Deferred constraint trigger of invoices; the lines of a final invoice add up to its totals.';

create function boyfanz.check_promo_use()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  code record;
begin
  -- FOR SHARE: a limit that is lowered at the same moment waits.
  for code in
    select c.per_user_limit, c.assigned_user_id, c.expires_at, c.disabled_at
    from public.promo_codes c
    where c.id = new.promo_code_id
    for share
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if new.use_no > code.per_user_limit then
    raise exception 'One person uses this code % times at most', code.per_user_limit
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'use_no';
  end if;
  if code.assigned_user_id <> new.user_id then
    raise exception 'This code is for somebody else'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'user_id';
  end if;
  if code.disabled_at <= now() or code.expires_at <= now() then
    raise exception 'This code is not valid any more'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'promo_code_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_promo_use() from public;
comment on function boyfanz.check_promo_use() is 'Trigger of promo_redemptions; the code is valid for this person and once more.';

create function boyfanz.check_payout_batch()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  touched uuid[] := array[(to_jsonb(old) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[0])::uuid];
  batch record;
  total numeric;
  items bigint;
begin
  for batch in
    -- FOR SHARE: whoever approves the batch waits for this payout, and the other way round.
    select b.id, b.status, b.total_minor, b.item_count
    from public.payout_batches b
    where b.id = any (touched)
    order by b.id
    for share
  loop
    continue when batch.status = 'draft';
    for total, items in
      select coalesce(sum(p.amount_minor), 0), count(*) from public.payouts p where p.batch_id = batch.id
    loop
      exit;
    end loop;
    if (total, items) is distinct from (batch.total_minor::numeric, batch.item_count::bigint) then
      raise exception 'The batch % says % in % payouts, but holds % in %',
          batch.id, batch.total_minor, batch.item_count, total, items
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
    end if;
  end loop;
  return null;
end
$fn$;
revoke all on function boyfanz.check_payout_batch() from public;
comment on function boyfanz.check_payout_batch() is 'Deferred constraint trigger; a batch that left its draft holds what it says. Its argument is the batch''s column.';

create function boyfanz.refuse_payout_while_held()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  hold text;
  kept numeric;
  available numeric;
begin
  if tg_op = 'UPDATE' and old.status = new.status then
    return new;
  end if;
  hold := (
    select h.kind
    from public.payout_holds h
    where h.creator_id = new.creator_id and h.released_at is null and h.amount_minor is null
    limit 1
  );
  if hold is not null then
    raise exception 'A hold (%) stops the payouts of creator %', hold, new.creator_id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  -- The payout is booked already, so what is left has to cover the holds of an amount.
  kept := (
    select sum(h.amount_minor)
    from public.payout_holds h
    where h.creator_id = new.creator_id and h.released_at is null and h.currency = new.currency
  );
  if kept is not null then
    available := (
      select sum(b.balance_minor)
      from public.ledger_accounts a
        join public.ledger_account_balances b on b.account_id = a.id
      where a.owner_id = new.creator_id and a.kind = 'creator_available' and a.currency = new.currency
    );
    if coalesce(available, 0) < kept then
      raise exception 'Holds keep % of creator %, and only % would be left', kept, new.creator_id, coalesce(available, 0)
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
    end if;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_payout_while_held() from public;
comment on function boyfanz.refuse_payout_while_held() is 'Trigger of payouts; none goes out while a hold is open, or leaves less than the holds keep.';

create function boyfanz.freeze_payouts_on_match()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  insert into public.payout_holds (creator_id, kind, placed_by, public_reason)
  select c.user_id, 'sanctions', new.reviewed_by, 'Your payouts are under review.'
  from public.creators c
  where c.user_id = new.user_id
    and not exists (
      select from public.payout_holds h
      where h.creator_id = c.user_id and h.kind = 'sanctions' and h.released_at is null);
  update public.ledger_accounts a set is_frozen = true where a.owner_id = new.user_id and not a.is_frozen;
  return null;
end
$fn$;
revoke all on function boyfanz.freeze_payouts_on_match() from public;
comment on function boyfanz.freeze_payouts_on_match() is 'Trigger of payee_screenings; a match puts a hold on the payouts and freezes the ledger accounts of the person, which releasing the hold does not undo.';

create function boyfanz.check_sanctions_release()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select
    from public.user_role_assignments a
      join public.user_roles r on r.id = a.role_id
    where a.user_id = new.released_by
      and r.code = 'compliance'
      and a.revoked_at is null
      and a.valid_from <= now()
      and (a.valid_until is null or a.valid_until > now()))
  then
    return new;
  end if;
  raise exception 'Only compliance releases a sanctions hold'
    using errcode = 'insufficient_privilege', table = tg_table_name, schema = tg_table_schema, column = 'released_by';
end
$fn$;
revoke all on function boyfanz.check_sanctions_release() from public;
comment on function boyfanz.check_sanctions_release() is 'Trigger of payout_holds; a sanctions hold is released by somebody with the role compliance.';

create function boyfanz.cool_off_limit_raise()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if new.limit_minor > old.limit_minor
    and (old.pending_limit_minor is distinct from new.limit_minor or old.pending_from > now())
  then
    raise exception 'A higher spending limit takes effect only 24 hours after it was asked for'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'limit_minor';
  end if;
  if (new.pending_limit_minor, new.pending_from) is distinct from (old.pending_limit_minor, old.pending_from)
    and new.pending_from < now() + interval '24 hours'
  then
    raise exception 'A higher spending limit waits for 24 hours'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'pending_from';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.cool_off_limit_raise() from public;
comment on function boyfanz.cool_off_limit_raise() is 'Trigger of user_spending_limits; a cut counts at once, a raise after 24 hours.';

create function boyfanz.check_month_close()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  lines record;
begin
  for lines in
    select
      coalesce(sum(e.gross_minor), 0) as gross,
      coalesce(sum(e.platform_fee_minor + e.processing_fee_minor), 0) as fees,
      coalesce(sum(e.net_minor), 0) as net
    from public.earnings e
    where e.creator_id = new.creator_id
      and e.source = new.source
      and e.currency = new.currency
      and e.earned_at >= new.month::timestamp at time zone 'UTC'
      and e.earned_at < (new.month + interval '1 month') at time zone 'UTC'
  loop
    exit;
  end loop;
  if (lines.gross, lines.fees, lines.net) is distinct from
    (new.gross_minor::numeric, new.fees_minor::numeric, new.net_minor::numeric)
  then
    raise exception 'The earnings of % add up to gross %, fees % and net %, not to %, % and %',
        new.month, lines.gross, lines.fees, lines.net, new.gross_minor, new.fees_minor, new.net_minor
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'closed_at';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_month_close() from public;
comment on function boyfanz.check_month_close() is 'Trigger of earnings_monthly; what is closed equals the sum of the earnings.';

create function boyfanz.check_commission_payable()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  state text;
begin
  -- FOR SHARE: a refund that is booked at the same moment waits.
  state := (select p.status from public.payments p where p.id = new.payment_id for share);
  if state in ('refunded', 'disputed', 'charged_back') then
    raise exception 'There is no commission on a payment that is %', state
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_commission_payable() from public;
comment on function boyfanz.check_commission_payable() is 'Trigger of affiliate_commissions; none is paid for money that went back.';

create function boyfanz.take_from_lot()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  update public.token_lots l set tokens_left = l.tokens_left - new.tokens where l.id = new.lot_id;
  return null;
end
$fn$;
revoke all on function boyfanz.take_from_lot() from public;
comment on function boyfanz.take_from_lot() is 'Trigger of token_spends; takes the tokens from their lot, which cannot give more than it has.';

create function boyfanz.my_subscriptions()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select creator_id
from public.subscriptions
where subscriber_id = boyfanz.current_user_id()
  and entitled_until > now()
$fn$;
revoke all on function boyfanz.my_subscriptions() from public;
comment on function boyfanz.my_subscriptions() is 'Creators to whom the session''s user has a subscription that still gives access.';
grant execute on function boyfanz.my_subscriptions() to authenticated;
grant execute on function boyfanz.my_subscriptions() to service_role;

create function boyfanz.may_see_shop(creator uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  if not exists (select from public.creators c where c.user_id = creator and c.status = 'active') then
    return false;
  end if;
  return boyfanz.may_see_profile(creator);
end
$fn$;
revoke all on function boyfanz.may_see_shop(uuid) from public;
comment on function boyfanz.may_see_shop(uuid) is 'Whether the session''s user, or a visitor, may see what a creator sells; tiers, prices, offers, the menu of tips.';
grant execute on function boyfanz.may_see_shop(uuid) to anon;
grant execute on function boyfanz.may_see_shop(uuid) to authenticated;
grant execute on function boyfanz.may_see_shop(uuid) to service_role;

create function boyfanz.may_buy(content uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
  country text := boyfanz.current_country();
begin
  return exists (
      select from public.content_items i
      where i.id = content
        and i.status = 'published' and i.published_at <= now() and coalesce(i.expires_at > now(), true)
        and (i.rating <> 'explicit' or boyfanz.has_shown_age())
        and boyfanz.may_see_shop(i.creator_id))
    and not exists (
      select from public.content_geo_restrictions g where g.content_id = content and g.country_code = country)
    and not exists (
      select from public.content_audience_lists l
        join public.social_list_members m on m.list_id = l.list_id
      where l.content_id = content and l.effect = 'exclude' and m.member_id = me and coalesce(m.expires_at > now(), true));
end
$fn$;
revoke all on function boyfanz.may_buy(uuid) from public;
comment on function boyfanz.may_buy(uuid) is 'Whether the session''s user, or a visitor, may see that an item is for sale, which is before they may open it. Age, countries, lists that leave somebody out and the shop of its creator decide.';
grant execute on function boyfanz.may_buy(uuid) to anon;
grant execute on function boyfanz.may_buy(uuid) to authenticated;
grant execute on function boyfanz.may_buy(uuid) to service_role;

create function boyfanz.may_take_offer(creator uuid, audience text, list uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
  has_been boolean := exists (
    select from public.subscriptions s
    where s.subscriber_id = me and s.creator_id = creator and s.started_at is not null);
begin
  return boyfanz.may_see_shop(creator)
    and case audience
      when 'everyone' then true
      when 'new' then not has_been
      when 'expired' then has_been and not exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now())
      else exists (
        select from public.social_list_members m
        where m.list_id = list and m.member_id = me and coalesce(m.expires_at > now(), true))
    end;
end
$fn$;
revoke all on function boyfanz.may_take_offer(uuid, text, uuid) from public;
comment on function boyfanz.may_take_offer(uuid, text, uuid) is 'Whether an offer of a creator is meant for the session''s user; a visitor counts as somebody new.';
grant execute on function boyfanz.may_take_offer(uuid, text, uuid) to anon;
grant execute on function boyfanz.may_take_offer(uuid, text, uuid) to authenticated;
grant execute on function boyfanz.may_take_offer(uuid, text, uuid) to service_role;

create function boyfanz.refuse_while_blocked()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  one uuid := to_jsonb(new) ->> tg_argv[0];
  other uuid := to_jsonb(new) ->> tg_argv[1];
begin
  if exists (select from public.user_blocks b where b.blocker_id = one and b.blocked_id = other)
    or exists (select from public.user_blocks b where b.blocker_id = other and b.blocked_id = one)
  then
    raise exception '%.% is not possible between these two accounts', tg_table_schema, tg_table_name
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_while_blocked() from public;
comment on function boyfanz.refuse_while_blocked() is 'Trigger before insert or update; refuses a tie between two people while either blocks the other, in words that do not tell which. Arguments: the two columns.';

create function boyfanz.end_follow_request()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  delete from public.follow_requests r where r.requester_id = new.follower_id and r.target_id = new.followee_id;
  return null;
end
$fn$;
revoke all on function boyfanz.end_follow_request() from public;
comment on function boyfanz.end_follow_request() is 'Trigger of follows; the request that led here is done with.';

create function boyfanz.rest_after_decline()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
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
$fn$;
revoke all on function boyfanz.rest_after_decline() from public;
comment on function boyfanz.rest_after_decline() is 'Trigger of follow_requests; a declined one neither becomes pending nor vanishes within 30 days, unless a follow or the end of an account does away with it.';

create function boyfanz.check_friendship_request()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if not exists (
    select from public.friend_requests r
    where r.id = new.request_id
      and r.status = 'accepted'
      and least(r.sender_id, r.recipient_id) = new.user_low_id
      and greatest(r.sender_id, r.recipient_id) = new.user_high_id)
  then
    raise exception 'The request of a friendship is an accepted one of these two people: %', new.request_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'request_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_friendship_request() from public;
comment on function boyfanz.check_friendship_request() is 'Trigger of friendships; the request named is an accepted one of these two people.';

create function boyfanz.check_connection()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.check_connection() from public;
comment on function boyfanz.check_connection() is 'Trigger of user_connections; the kind''s rules of confirmation and number hold, and the other side has not declared the same already. Writers of one person''s connections wait for each other.';

create function boyfanz.smart_list_has_rules()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  list uuid := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
  kind text;
begin
  -- Two writers who each delete one of the last two rules would each see the other's; a list on its way out is not found.
  kind := (select l.kind from public.social_lists l where l.id = list for no key update);
  if (kind = 'smart') <> exists (select from public.social_list_rules r where r.list_id = list) then
    raise exception 'A smart list has rules and no other list has any: % is %', list, kind
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.smart_list_has_rules() from public;
comment on function boyfanz.smart_list_has_rules() is 'Deferred constraint trigger; a smart list has rules and no other list has any. Its argument is the column that holds the list''s id.';

create function boyfanz.require_public_list()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  found_public boolean;
begin
  -- FOR SHARE: whoever turns the list private waits, and then drops this follower as well.
  found_public := (select l.is_public from public.social_lists l where l.id = new.list_id for share);
  if not found_public then
    raise exception 'The list % is not public', new.list_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'list_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.require_public_list() from public;
comment on function boyfanz.require_public_list() is 'Trigger of social_list_followers; only a public list can be followed.';

create function boyfanz.drop_list_followers()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  delete from public.social_list_followers f where f.list_id = new.id;
  return null;
end
$fn$;
revoke all on function boyfanz.drop_list_followers() from public;
comment on function boyfanz.drop_list_followers() is 'Trigger of social_lists; a list that turns private loses its followers.';

create function boyfanz.circle_has_its_owner()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  circle uuid := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
begin
  if exists (
    select from public.social_circles c
    where c.id = circle
      and not exists (
        select from public.social_circle_members m
        where m.circle_id = c.id and m.user_id = c.owner_id and m.role = 'owner'))
  then
    raise exception 'The owner of circle % is the member with that role', circle
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.circle_has_its_owner() from public;
comment on function boyfanz.circle_has_its_owner() is 'Deferred constraint trigger; the owner of a circle is the member with that role. Its argument is the column that holds the circle''s id.';

create function boyfanz.refuse_circle_with_members()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select from public.social_circle_members m
    where m.circle_id = old.id and m.role <> 'owner' and m.state in ('active', 'muted'))
  then
    raise exception 'Circle % has members; hand it over or close it', old.slug
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return old;
end
$fn$;
revoke all on function boyfanz.refuse_circle_with_members() from public;
comment on function boyfanz.refuse_circle_with_members() is 'Trigger of social_circles; a circle that others are in is handed over or closed, not deleted.';

create function boyfanz.require_any_consent()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  subject uuid := to_jsonb(new) ->> tg_argv[0];
begin
  if exists (
    select from public.user_consents c
    where c.user_id = subject and c.purpose = any (tg_argv[1:]) and c.withdrawn_at is null)
  then
    return new;
  end if;
  raise exception '%.% needs a consent of user % to one of: %', tg_table_schema, tg_table_name, subject,
      array_to_string(tg_argv[1:], ', ')
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
end
$fn$;
revoke all on function boyfanz.require_any_consent() from public;
comment on function boyfanz.require_any_consent() is 'Trigger before insert; the user has given one of several consents. Arguments: the user''s column, the purposes.';

create function boyfanz.check_contact_import()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  -- SET NULL, when the consent's row goes with the account.
  if tg_op = 'UPDATE' and new.consent_id is null and new.user_id = old.user_id then
    return new;
  end if;
  if exists (
    select from public.user_consents c
    where c.user_id = new.user_id
      and c.purpose = 'contact_matching'
      and c.withdrawn_at is null
      and (new.consent_id is null or c.id = new.consent_id))
  then
    return new;
  end if;
  raise exception 'Importing contacts needs the consent "contact_matching" of user %', new.user_id
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'consent_id';
end
$fn$;
revoke all on function boyfanz.check_contact_import() from public;
comment on function boyfanz.check_contact_import() is 'Trigger of contact_imports; the person consents to contact matching, and the consent named is that one.';

create function boyfanz.refuse_entry_of_deleted_import()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  state text;
begin
  -- FOR SHARE: whoever marks the import as deleted waits, and then deletes this entry as well.
  state := (select i.state from public.contact_imports i where i.id = new.import_id for share);
  if state = 'deleted' then
    raise exception 'The import % is deleted', new.import_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'import_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_entry_of_deleted_import() from public;
comment on function boyfanz.refuse_entry_of_deleted_import() is 'Trigger of contact_import_entries; a deleted import takes no entries any more.';

create function boyfanz.delete_import_entries()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  delete from public.contact_import_entries e where e.import_id = new.id;
  return null;
end
$fn$;
revoke all on function boyfanz.delete_import_entries() from public;
comment on function boyfanz.delete_import_entries() is 'Trigger of contact_imports; deletes the entries of an import that is marked as deleted.';

create function boyfanz.check_shoutout_order()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if not exists (
    select from public.orders o
    where o.id = new.order_id and o.buyer_id = new.requester_id and o.currency = new.currency)
  then
    raise exception 'The order of a shoutout is one of its requester, in its currency: %', new.order_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'order_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_shoutout_order() from public;
comment on function boyfanz.check_shoutout_order() is 'Trigger of shoutouts; the order is one of the requester, in the currency agreed.';

create function boyfanz.is_blocked_with(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  if me is null then
    return false;
  end if;
  return exists (select from public.user_blocks b where b.blocker_id = person and b.blocked_id = me)
    or exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = person);
end
$fn$;
revoke all on function boyfanz.is_blocked_with(uuid) from public;
comment on function boyfanz.is_blocked_with(uuid) is 'Whether the session''s user and a person have blocked one another, on either side; false for visitors.';
grant execute on function boyfanz.is_blocked_with(uuid) to anon;
grant execute on function boyfanz.is_blocked_with(uuid) to authenticated;
grant execute on function boyfanz.is_blocked_with(uuid) to service_role;

create function boyfanz.shows_spending(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return exists (
    select
    from public.user_privacy_settings p
      join public.users u on u.id = p.user_id
    where p.user_id = person and p.show_spending_badges and u.status = 'active');
end
$fn$;
revoke all on function boyfanz.shows_spending(uuid) from public;
comment on function boyfanz.shows_spending(uuid) is 'Whether a person in good standing lets badges for spending be shown.';
grant execute on function boyfanz.shows_spending(uuid) to anon;
grant execute on function boyfanz.shows_spending(uuid) to authenticated;
grant execute on function boyfanz.shows_spending(uuid) to service_role;

create function boyfanz.shown_totals(person uuid)
returns table (followers bigint, following bigint, subscribers integer)
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return query
    select
      case when coalesce(p.show_follower_counts, true) then c.followers end,
      case when coalesce(p.show_follower_counts, true) then c.following end,
      case when coalesce(p.show_follower_counts, true) then c.subscribers end
    from public.social_counters c
      join public.users u on u.id = c.user_id and u.status = 'active'
      left join public.user_privacy_settings p on p.user_id = c.user_id
    where c.user_id = person;
end
$fn$;
revoke all on function boyfanz.shown_totals(uuid) from public;
comment on function boyfanz.shown_totals(uuid) is 'Followers, following and subscribers of an account; NULL each where it hides them, no row where it is not active.';
grant execute on function boyfanz.shown_totals(uuid) to anon;
grant execute on function boyfanz.shown_totals(uuid) to authenticated;
grant execute on function boyfanz.shown_totals(uuid) to service_role;

create function boyfanz.my_followees()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select followee_id
from public.follows
where follower_id = boyfanz.current_user_id()
$fn$;
revoke all on function boyfanz.my_followees() from public;
comment on function boyfanz.my_followees() is 'Whom the session''s user follows.';
grant execute on function boyfanz.my_followees() to authenticated;
grant execute on function boyfanz.my_followees() to service_role;

create function boyfanz.my_moderated_circles()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select circle_id
from public.social_circle_members
where user_id = boyfanz.current_user_id()
  and role in ('owner', 'moderator')
  and state = 'active'
$fn$;
revoke all on function boyfanz.my_moderated_circles() from public;
comment on function boyfanz.my_moderated_circles() is 'Circles that the session''s user owns or moderates.';
grant execute on function boyfanz.my_moderated_circles() to authenticated;
grant execute on function boyfanz.my_moderated_circles() to service_role;

create function boyfanz.my_follow_choices()
returns table (followee_id uuid, source text, notify text, show_reposts boolean, is_favourite boolean)
language sql stable security definer parallel safe
set search_path = ''
as $fn$select followee_id, source, notify, show_reposts, is_favourite
from public.follows
where follower_id = boyfanz.current_user_id()
$fn$;
revoke all on function boyfanz.my_follow_choices() from public;
comment on function boyfanz.my_follow_choices() is 'What the session''s user chose for each account they follow; other people who see the follow do not see that.';
grant execute on function boyfanz.my_follow_choices() to authenticated;
grant execute on function boyfanz.my_follow_choices() to service_role;

create function boyfanz.shows_ties(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return coalesce((select p.show_follower_counts from public.user_privacy_settings p where p.user_id = person), true)
    and boyfanz.may_see_profile(person);
end
$fn$;
revoke all on function boyfanz.shows_ties(uuid) from public;
comment on function boyfanz.shows_ties(uuid) is 'Whether the session''s user, or a visitor, may see whom a person follows and who follows them. Who hides the counts hides the lists, which could be counted.';
grant execute on function boyfanz.shows_ties(uuid) to authenticated;
grant execute on function boyfanz.shows_ties(uuid) to service_role;

create function boyfanz.counts_as_close(person uuid, friend uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  if me <> person then
    return null;
  end if;
  return (
    select case f.user_low_id when person then f.is_close_for_low else f.is_close_for_high end
    from public.friendships f
    where f.user_low_id = least(person, friend) and f.user_high_id = greatest(person, friend));
end
$fn$;
revoke all on function boyfanz.counts_as_close(uuid, uuid) from public;
comment on function boyfanz.counts_as_close(uuid, uuid) is 'Whether a person counts a friend as a close one. Only the person is told, and sessions without a user, which are those of services.';
grant execute on function boyfanz.counts_as_close(uuid, uuid) to authenticated;
grant execute on function boyfanz.counts_as_close(uuid, uuid) to service_role;

create function boyfanz.check_parent()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  fits boolean;
begin
  for fits in
    execute format(
      'select exists (select from public.%I as parent, (select ($1).*) as child where %s)', tg_argv[0], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if fits then
    return new;
  end if;
  raise exception '%.%: %', tg_table_schema, tg_table_name, tg_argv[2]
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema,
      detail = format('No row of %I where %s', tg_argv[0], tg_argv[1]);
end
$fn$;
revoke all on function boyfanz.check_parent() from public;
comment on function boyfanz.check_parent() is 'Trigger before insert or update; there is a row of another table that fits the one written. Arguments: the table in public, an SQL condition over parent and child, what to say otherwise. Properties that can change later are looked at only now.';

create function boyfanz.refuse_held_conversation()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  hold text;
begin
  hold := (
    select h.reference
    from public.conversation_participants p
      join public.user_legal_holds h on h.user_id = p.user_id
    where p.conversation_id = old.id and h.released_at is null and h.scope && array['messages', '*']
    limit 1
  );
  if hold is not null then
    raise exception 'A legal hold (%) on a participant keeps conversation %', hold, old.id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return old;
end
$fn$;
revoke all on function boyfanz.refuse_held_conversation() from public;
comment on function boyfanz.refuse_held_conversation() is 'Trigger of conversations; none is deleted while a legal hold covers the messages of a participant.';

create function boyfanz.check_participant()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  room record;
begin
  for room in select c.kind, c.last_seq from public.conversations c where c.id = new.conversation_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if new.last_read_seq > room.last_seq or new.last_delivered_seq > room.last_seq then
    raise exception 'Conversation % has no message % yet', new.conversation_id,
        greatest(new.last_read_seq, new.last_delivered_seq)
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'last_read_seq';
  end if;
  if room.kind = 'broadcast' and new.unread_count > 0 then
    raise exception 'A broadcast room keeps no unread counter per member'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'unread_count';
  end if;
  if tg_op = 'UPDATE' and (old.left_at is null or new.left_at is not null) then
    return new;
  end if;
  -- Somebody comes in, or comes back.
  if exists (
    select from public.conversation_bans b
    where b.conversation_id = new.conversation_id
      and b.user_id = new.user_id
      and (b.until is null or b.until > now()))
  then
    raise exception 'User % is banned from conversation %', new.user_id, new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'user_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_participant() from public;
comment on function boyfanz.check_participant() is 'Trigger of conversation_participants; nobody has read what is not written, broadcast rooms count nothing per member, and a ban keeps out.';

create function boyfanz.check_message()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  room record;
begin
  for room in
    select c.encryption, c.last_seq, c.is_frozen from public.conversations c where c.id = new.conversation_id
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if room.encryption = 'e2ee' and new.kind <> 'system'
    and (new.body is distinct from case tg_op when 'UPDATE' then old.body end and new.body is not null
      or tg_op = 'INSERT' and new.broadcast_id is not null)
  then
    raise exception 'Conversation % is encrypted and takes no clear text', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'body';
  end if;
  if room.encryption = 'transport' and new.ciphertext is not null then
    raise exception 'Conversation % is not encrypted', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'ciphertext';
  end if;
  if tg_op = 'UPDATE' then
    return new;
  end if;
  if new.seq > room.last_seq then
    raise exception 'Message % of conversation % was not allotted by last_seq', new.seq, new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'seq';
  end if;
  if room.is_frozen and new.kind <> 'system' then
    raise exception 'Conversation % is frozen', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_message() from public;
comment on function boyfanz.check_message() is 'Trigger of messages; its number was allotted, the room is not frozen, and its content fits the encryption of the room.';

create function boyfanz.require_paywall()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  -- Deferred: the paywall is written after its message, and both may be gone again.
  if exists (
      select from public.messages m
      where m.conversation_id = new.conversation_id and m.seq = new.seq and m.has_paywall)
    and not exists (
      select from public.message_paywalls p
      where p.conversation_id = new.conversation_id and p.message_seq = new.seq)
  then
    raise exception 'Message % of conversation % says that it is locked, but has no paywall', new.seq, new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'has_paywall';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.require_paywall() from public;
comment on function boyfanz.require_paywall() is 'Deferred constraint trigger of messages; one that says it is locked has a paywall.';

create function boyfanz.check_paywall()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  problem text;
begin
  if tg_op = 'INSERT' then
    problem := case
      when not exists (
        select from public.messages m
        where m.conversation_id = new.conversation_id and m.seq = new.message_seq
          and m.has_paywall and m.sender_id = new.creator_id)
        then 'The message is not a locked one of this creator'
      when not exists (
        select from public.content_items i
        where i.id = new.content_id and i.kind = 'message_bundle' and i.creator_id = new.creator_id)
        then 'What is locked is not a message bundle of this creator'
      when not exists (
        select from public.ppv_offers o
        where o.id = new.offer_id and o.content_id = new.content_id and o.creator_id = new.creator_id
          and o.currency = new.currency)
        then 'The offer is not for this content in this currency'
    end;
  end if;
  if problem is null and new.unlocked_at is not null and not exists (
    select from public.content_unlocks u
    where u.user_id = new.recipient_id and u.content_id = new.content_id)
  then
    problem := 'The recipient has not unlocked the content';
  end if;
  if problem is null then
    return new;
  end if;
  raise exception '%: message % of conversation %', problem, new.message_seq, new.conversation_id
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
end
$fn$;
revoke all on function boyfanz.check_paywall() from public;
comment on function boyfanz.check_paywall() is 'Trigger of message_paywalls; message, bundle, offer and currency are of one sale, and only an unlock in content_unlocks opens it.';

create function boyfanz.check_read_receipt()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  last_seq bigint;
begin
  -- The reader's own row is the lock: two devices that report at once come one after the other.
  perform from public.conversation_participants p
  where p.conversation_id = new.conversation_id and p.user_id = new.user_id
  for no key update;
  last_seq := (
    select max(r.to_seq)
    from public.message_read_receipts r
    where r.conversation_id = new.conversation_id and r.user_id = new.user_id
  );
  if new.from_seq <= last_seq then
    raise exception 'User % has read conversation % up to % already', new.user_id, new.conversation_id, last_seq
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'from_seq';
  end if;
  last_seq := (select c.last_seq from public.conversations c where c.id = new.conversation_id);
  if new.to_seq > last_seq then
    raise exception 'Conversation % has no message % yet', new.conversation_id, new.to_seq
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'to_seq';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_read_receipt() from public;
comment on function boyfanz.check_read_receipt() is 'Trigger of message_read_receipts; a range starts after the last one of the reader and ends within the conversation.';

create function boyfanz.refuse_in_encrypted_room()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (select from public.conversations c where c.id = new.conversation_id and c.encryption = 'e2ee') then
    raise exception 'Conversation % is encrypted: the server knows nothing of its messages', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.refuse_in_encrypted_room() from public;
comment on function boyfanz.refuse_in_encrypted_room() is 'Trigger; nothing that the server made out of a message exists for an end-to-end encrypted conversation.';

create function boyfanz.check_audience()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  campaign record;
begin
  for campaign in
    select c.status, c.creator_id
    from public.mass_message_campaigns c
    where c.id = case tg_op when 'DELETE' then old.campaign_id else new.campaign_id end
  loop
    exit;
  end loop;
  if tg_op = 'DELETE' then
    -- A list that is deleted takes its rows along: an exclusion that vanishes would widen the audience.
    if campaign.status in ('scheduled', 'sending') then
      raise exception 'The audience belongs to a campaign that is %', campaign.status
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
    end if;
    return old;
  end if;
  if campaign.status <> 'draft' then
    raise exception 'The audience of a campaign that is % cannot change', campaign.status
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  if new.list_id is not null and not exists (
    select from public.social_lists l where l.id = new.list_id and l.owner_id = campaign.creator_id)
  then
    raise exception 'List % is not one of the creator', new.list_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'list_id';
  end if;
  if new.tier_id is not null and not exists (
    select from public.subscription_tiers t where t.id = new.tier_id and t.creator_id = campaign.creator_id)
  then
    raise exception 'Tier % is not one of the creator', new.tier_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'tier_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_audience() from public;
comment on function boyfanz.check_audience() is 'Trigger of mass_message_audiences; it changes only in a draft, does not shrink under a scheduled campaign, and names lists and tiers of the creator.';

create function boyfanz.raise_last_prekey()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  refused text;
begin
  for refused in
    with batch as (
      select a.user_id, a.device_id, min(a.key_id) as lowest, max(a.key_id) as highest
      from added a
      group by a.user_id, a.device_id
    ), raised as (
      update public.e2ee_device_keys d
      set last_prekey_id = b.highest
      from batch b
      where d.user_id = b.user_id and d.device_id = b.device_id and d.last_prekey_id < b.lowest
      returning d.user_id, d.device_id
    )
    select format('%s of device %s', b.lowest, b.device_id)
    from batch b
    where not exists (select from raised r where r.user_id = b.user_id and r.device_id = b.device_id)
    limit 1
  loop
    exit;
  end loop;
  if refused is not null then
    raise exception 'One-time prekey % was used before', refused
      using errcode = 'unique_violation', table = tg_table_name, schema = tg_table_schema, column = 'key_id';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.raise_last_prekey() from public;
comment on function boyfanz.raise_last_prekey() is 'Trigger of e2ee_one_time_prekeys, per statement; the ids of a device rise, so that one which was claimed never comes back.';

create function boyfanz.keep_better_session_key()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if (new.is_verified::integer, -new.first_index, -new.forwarded_count)
    < (old.is_verified::integer, -old.first_index, -old.forwarded_count)
  then
    return null; -- The upload is not wrong, only late: the row stays as it is.
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.keep_better_session_key() from public;
comment on function boyfanz.keep_better_session_key() is 'Trigger of e2ee_key_backup_sessions; an upload that is worse than what is stored changes nothing.';

create function boyfanz.check_notification_preference()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  kind record;
begin
  for kind in select t.* from public.notification_types t where t.id = new.type_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if (not kind.can_opt_out or new.channel = 'email' and kind.category in ('security', 'legal'))
    and new.channel = any (kind.default_channels)
    and (new.mode <> 'on' or new.from_whom <> 'everyone')
  then
    raise exception 'Nobody opts out of % by %', kind.code, new.channel
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'mode';
  end if;
  if new.from_whom = 'everyone'
    and new.mode = (case when new.channel = any (kind.default_channels) then 'on' else 'off' end)
  then
    raise exception '"%" by % is the default of %: delete the row instead', new.mode, new.channel, kind.code
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'mode';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_notification_preference() from public;
comment on function boyfanz.check_notification_preference() is 'Trigger of notification_preferences; what cannot be opted out of stays on, and a row differs from the default.';

create function boyfanz.check_template_approval()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  purpose record;
begin
  if tg_op = 'UPDATE' and old.approved_at is not null then
    return new; -- Frozen since; only the account of the author can be gone.
  end if;
  for purpose in
    select t.channel, k.category
    from public.notification_templates t
      join public.notification_types k on k.id = t.type_id
    where t.id = new.template_id
  loop
    exit;
  end loop;
  if purpose.category = 'legal' and (new.authored_by is null or new.authored_by = new.approved_by) then
    raise exception 'A legal text is approved by somebody else than its author'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'approved_by';
  end if;
  if concat_ws(' ', new.subject, case when purpose.channel in ('push', 'web_push') then new.body end)
    ~* '\m(anal|asshole|blowjob|boobs|cocks?|cum|cumshots?|dicks?|dildos?|ejaculat\w*|erotic\w*|fetish\w*|fuck\w*|gangbang|gay sex|hardcore|horny|jerk(ing)? off|kink\w*|masturbat\w*|naked|nudes?|nudity|nsfw|orgasms?|orgy|penis|porn\w*|pussy|sex|sexual\w*|sexy|sluts?|tits|xxx)\M'
    and purpose.channel in ('push', 'web_push', 'email')
  then
    raise exception 'The subject or push text of template % is not discreet', new.template_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'subject';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_template_approval() from public;
comment on function boyfanz.check_template_approval() is 'Trigger of notification_template_versions; a legal text has a second pair of eyes, and subjects and push texts are discreet.';

create function boyfanz.check_announcement_languages()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  missing text;
begin
  missing := (
    select string_agg(l.code::text, ', ' order by l.code::text)
    from public.i18n_locales l
    where l.is_enabled and not (new.titles ? l.code::text and new.bodies ? l.code::text)
  );
  if missing is not null then
    raise exception 'Announcement % lacks a text in: %', new.id, missing
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'titles';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_announcement_languages() from public;
comment on function boyfanz.check_announcement_languages() is 'Trigger of announcements; a published one has its texts in every enabled language.';

create function boyfanz.creators_i_act_for(permission text)
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select d.creator_id
from public.creator_delegates d
where d.delegate_user_id = boyfanz.current_user_id()
  and d.accepted_at is not null
  and d.revoked_at is null
  and coalesce(d.expires_at > now(), true)
  and creators_i_act_for.permission = any (d.permissions)
$fn$;
revoke all on function boyfanz.creators_i_act_for(text) from public;
comment on function boyfanz.creators_i_act_for(text) is 'Creators for whom the session''s user is a delegate with a permission that was accepted and holds.';
grant execute on function boyfanz.creators_i_act_for(text) to authenticated;
grant execute on function boyfanz.creators_i_act_for(text) to service_role;

create function boyfanz.shares_room_with(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  if me is null or boyfanz.is_blocked_with(person) then
    return false;
  end if;
  return exists (
      select from public.direct_conversation_pairs d
      where d.user_low_id = least(me, person) and d.user_high_id = greatest(me, person))
    or exists (
      select
      from public.conversation_participants mine
        join public.conversation_participants theirs on theirs.conversation_id = mine.conversation_id
        join public.conversations c on c.id = mine.conversation_id
      where mine.user_id = me and mine.left_at is null
        and theirs.user_id = person and theirs.left_at is null
        and c.kind <> 'broadcast' and c.deleted_at is null);
end
$fn$;
revoke all on function boyfanz.shares_room_with(uuid) from public;
comment on function boyfanz.shares_room_with(uuid) is 'Whether the session''s user and a person write to each other; in a direct conversation or in another room that is no broadcast, and with no block between them.';
grant execute on function boyfanz.shares_room_with(uuid) to authenticated;
grant execute on function boyfanz.shares_room_with(uuid) to service_role;

create function boyfanz.shows_receipts(person uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return not exists (
    select from public.user_privacy_settings s where s.user_id = person and not s.show_read_receipts);
end
$fn$;
revoke all on function boyfanz.shows_receipts(uuid) from public;
comment on function boyfanz.shows_receipts(uuid) is 'Whether a person lets others learn what they have read; so does somebody who never said.';
grant execute on function boyfanz.shows_receipts(uuid) to authenticated;
grant execute on function boyfanz.shows_receipts(uuid) to service_role;

create function boyfanz.may_react_to(room uuid, message_no bigint)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  return boyfanz.may_take_part('messaging') and exists (
    select
    from public.messages m
      join public.conversations c on c.id = m.conversation_id
      join public.conversation_participants p on p.conversation_id = m.conversation_id
    where m.conversation_id = room and m.seq = message_no
      and (m.deleted_at is null or m.deleted_for = 'sender' and m.sender_id is distinct from me)
      and (m.expires_at is null or m.expires_at > now())
      and not c.is_frozen and c.deleted_at is null
      and p.user_id = me and p.left_at is null and m.seq > p.joined_seq and m.seq > p.cleared_before_seq
      and (m.sender_id is null or not boyfanz.is_blocked_with(m.sender_id)));
end
$fn$;
revoke all on function boyfanz.may_react_to(uuid, bigint) from public;
comment on function boyfanz.may_react_to(uuid, bigint) is 'Whether the session''s user may react to a message; they see it, the room is open, nothing keeps them from writing, and neither they nor its sender blocks the other.';
grant execute on function boyfanz.may_react_to(uuid, bigint) to authenticated;
grant execute on function boyfanz.may_react_to(uuid, bigint) to service_role;

create function boyfanz.members_of_conversation(room uuid)
returns table (user_id uuid, role text, nickname text, last_read_seq bigint, last_delivered_seq bigint)
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
  sees_all boolean;
begin
  -- Who follows a creator's broadcast is nobody else's business.
  sees_all := (
    select c.kind <> 'broadcast' or mine.role in ('owner', 'admin')
    from public.conversations c
      join public.conversation_participants mine on mine.conversation_id = c.id
    where c.id = room and c.deleted_at is null and mine.user_id = me and mine.left_at is null
  );
  return query
    select p.user_id, p.role, p.nickname,
      case when p.user_id = me or s.show_read_receipts is not false then p.last_read_seq end,
      case when p.user_id = me or s.show_read_receipts is not false then p.last_delivered_seq end
    from public.conversation_participants p
      left join public.user_privacy_settings s on s.user_id = p.user_id
    where p.conversation_id = room and p.left_at is null
      and sees_all is not null
      and (sees_all or p.user_id = me or p.role in ('owner', 'admin'));
end
$fn$;
revoke all on function boyfanz.members_of_conversation(uuid) from public;
comment on function boyfanz.members_of_conversation(uuid) is 'Who is in a room of the session''s user, with what members may know of each other. A broadcast room shows who runs it, and the others only to those.';
grant execute on function boyfanz.members_of_conversation(uuid) to authenticated;
grant execute on function boyfanz.members_of_conversation(uuid) to service_role;

create function boyfanz.text_of_mass_message(room uuid, message_no bigint)
returns table (body text, media_bundle_id uuid)
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  return query
    select c.body, c.media_bundle_id
    from public.messages m
      join public.mass_message_campaigns c on c.id = m.broadcast_id
      join public.conversation_participants p on p.conversation_id = m.conversation_id
    where m.conversation_id = room and m.seq = message_no
      and (m.deleted_at is null or m.deleted_for = 'sender' and m.sender_id is distinct from me)
      and (m.expires_at is null or m.expires_at > now())
      and p.user_id = me and p.left_at is null and m.seq > p.joined_seq and m.seq > p.cleared_before_seq;
end
$fn$;
revoke all on function boyfanz.text_of_mass_message(uuid, bigint) from public;
comment on function boyfanz.text_of_mass_message(uuid, bigint) is 'The text that a message of a campaign points to, for somebody in the room who may see the message; no row for others.';
grant execute on function boyfanz.text_of_mass_message(uuid, bigint) to authenticated;
grant execute on function boyfanz.text_of_mass_message(uuid, bigint) to service_role;

create function boyfanz.check_merge()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.check_merge() from public;
comment on function boyfanz.check_merge() is 'Deferred constraint trigger of analytics_identities; a merged actor points to one that is not merged itself and has the same user.';

create function boyfanz.check_conversion()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  value_rule text;
begin
  value_rule := (
    select g.value_rule
    from public.conversion_goals g
    where g.id = new.goal_id
  );
  if value_rule = 'none' and new.value_minor <> 0 then
    raise exception 'A conversion of goal % has no value', new.goal_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'value_minor';
  end if;
  if value_rule = 'ledger_amount' and new.ledger_transaction_id is null then
    raise exception 'A conversion of goal % needs the posting that proves its value', new.goal_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'ledger_transaction_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_conversion() from public;
comment on function boyfanz.check_conversion() is 'Trigger of conversions; a value comes with the rule of the goal, and one from the ledger with the posting.';

create function boyfanz.check_credits()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  touched record;
  conversion record;
  credited record;
begin
  for touched in
    select distinct t.conversion_id, t.model
    from (values (old.conversion_id, old.model), (new.conversion_id, new.model)) as t (conversion_id, model)
    where t.conversion_id is not null
    order by t.conversion_id, t.model
  loop
    -- Two writers at once would each add up without the other.
    for conversion in
      select c.value_minor, c.currency
      from public.conversions c
      where c.id = touched.conversion_id
      for no key update
    loop
      exit;
    end loop;
    for credited in
      select
        sum(a.credit_ppm) as ppm,
        sum(a.credited_minor) as minor,
        bool_and(a.credited_minor = 0 or a.currency = conversion.currency) as is_same_currency
      from public.attribution_credits a
      where a.conversion_id = touched.conversion_id and a.model = touched.model
    loop
      exit;
    end loop;
    continue when credited.ppm is null;
    if credited.ppm <> 1000000 then
      raise exception 'The model % credits % of 1000000 parts of conversion %',
          touched.model, credited.ppm, touched.conversion_id
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'credit_ppm';
    end if;
    if credited.minor <> conversion.value_minor or credited.is_same_currency is not true then
      raise exception 'The model % does not credit the value of conversion %', touched.model, touched.conversion_id
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'credited_minor';
    end if;
  end loop;
  return null;
end
$fn$;
revoke all on function boyfanz.check_credits() from public;
comment on function boyfanz.check_credits() is 'Deferred constraint trigger of attribution_credits; what one model credits for a conversion adds up to all of it, in parts and in money, or there is nothing.';

create function boyfanz.check_experiment()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  buckets integer;
  arms record;
begin
  buckets := (
    select l.bucket_count
    from public.experiment_layers l
    where l.id = new.layer_id
  );
  if not new.bucket_range <@ int4range(0, buckets) then
    raise exception 'The buckets % do not lie within the % of the layer', new.bucket_range, buckets
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'bucket_range';
  end if;
  if new.status not in ('running', 'paused') then
    return new;
  end if;
  -- Arms and metrics cannot change meanwhile: freeze_with_parent waits for the row that this trigger is about to change.
  for arms in
    select count(*) as number, sum(v.weight_ppm) as weight, count(*) filter (where v.is_control) as controls
    from public.experiment_variants v
    where v.experiment_id = new.id
  loop
    exit;
  end loop;
  if arms.number < 2 or arms.weight <> 1000000 or arms.controls <> 1 then
    raise exception 'An experiment runs with two arms or more, one of them the control, that share 1000000 parts; not with %, % controls and % parts',
        arms.number, arms.controls, coalesce(arms.weight, 0)
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  if not exists (
    select from public.experiment_metrics m
    where m.experiment_id = new.id and m.role = 'primary')
  then
    raise exception 'An experiment runs with a primary metric'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_experiment() from public;
comment on function boyfanz.check_experiment() is 'Trigger of experiments; the buckets lie within the layer, and one that runs or pauses has arms that share all of the traffic, a control and a primary metric.';

create function boyfanz.check_report_webhook()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select
    from public.report_schedules s
      join public.report_definitions d on d.id = s.report_id
      join public.webhook_endpoints w on w.id = new.webhook_endpoint_id
    where s.id = new.schedule_id and w.owner_user_id <> d.owner_user_id)
  then
    raise exception 'The webhook % is not of the owner of the report', new.webhook_endpoint_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'webhook_endpoint_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_report_webhook() from public;
comment on function boyfanz.check_report_webhook() is 'Trigger of report_recipients; the webhook belongs to the owner of the report.';

create function boyfanz.refuse_cycle()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  is_circle boolean;
begin
  -- Two moves at once could each be fine and together make a circle.
  perform pg_advisory_xact_lock(hashtextextended('refuse_cycle ' || tg_relid::text, 0));
  -- UNION drops what was seen before, so that an old circle further up ends too.
  for is_circle in
    execute format(
      'with recursive up as (select ($1).%1$I as id union select p.%1$I from up join %2$I.%3$I p on p.id = up.id)'
        ' select exists (select from up where up.id = ($1).id)',
      tg_argv[0], tg_table_schema, tg_table_name) using new
  loop
    exit;
  end loop;
  if is_circle then
    raise exception 'A row of %.% lies below itself', tg_table_schema, tg_table_name
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.refuse_cycle() from public;
comment on function boyfanz.refuse_cycle() is 'Trigger after insert or update of a tree; no row lies below itself. The argument is the column with the parent''s id.';

create function boyfanz.only_appends()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$declare
  old_list jsonb;
  new_list jsonb;
  name text;
begin
  foreach name in array tg_argv loop
    old_list := to_jsonb(old) -> name;
    new_list := to_jsonb(new) -> name;
    if exists (
      select
      from jsonb_array_elements(old_list) with ordinality as kept (entry, place)
      where new_list -> (kept.place - 1)::integer is distinct from kept.entry)
    then
      raise exception '%.%.% only grows at its end', tg_table_schema, tg_table_name, name
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = name;
    end if;
  end loop;
  return new;
end
$fn$;
revoke all on function boyfanz.only_appends() from public;
comment on function boyfanz.only_appends() is 'Trigger before update; the JSON arrays in the columns of its arguments keep what they hold and grow at their end.';

create function boyfanz.keep_with_parent()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  until date;
begin
  for until in
    execute format('select p.%I from public.%I p where p.id = ($1).%I', tg_argv[2], tg_argv[1], tg_argv[0]) using old
  loop
    exit;
  end loop;
  if until is null or until < (now() at time zone 'UTC')::date then
    return old;
  end if;
  raise exception 'The row of %.% has to be kept until %, with that of %', tg_table_schema, tg_table_name, until, tg_argv[1]
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
end
$fn$;
revoke all on function boyfanz.keep_with_parent() from public;
comment on function boyfanz.keep_with_parent() is 'Trigger before delete; refuses it until a date of the parent has passed. Arguments: the column of the foreign key, the parent table, its date column.';

create function boyfanz.audit_entry_hash(entry jsonb)
returns bytea
language sql stable parallel safe
set search_path = ''
as $fn$-- Column by column and in this order for ever: a column that is added later does not change the hashes of today.
select sha256(convert_to(
  jsonb_build_array(
    entry -> 'chain_id', entry -> 'seq', entry -> 'occurred_at', entry -> 'actor_user_id', entry -> 'actor_kind',
    entry -> 'action', entry -> 'object_type', entry -> 'object_id', entry -> 'tenant_id', entry -> 'request_id',
    entry -> 'changes', entry -> 'details_enc', entry -> 'shred_key_id', entry -> 'ip_prefix', entry -> 'prev_hash')::text,
  'UTF8'))
$fn$;
revoke all on function boyfanz.audit_entry_hash(jsonb) from public;
comment on function boyfanz.audit_entry_hash(jsonb) is 'Hash of an entry of audit_log_entries as JSON, which has to be made with time zone UTC and hexadecimal bytea. It covers the hash of the entry before.';
grant execute on function boyfanz.audit_entry_hash(jsonb) to service_role;

create function boyfanz.chain_audit_entry()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
set "TimeZone" = 'UTC'
set bytea_output = 'hex'
as $fn$declare
  head record;
begin
  loop
    -- Held until the end of the transaction: entries of one chain follow each other without a gap.
    for head in
      select h.last_seq, h.last_hash
      from public.audit_chain_heads h
      where h.chain_id = new.chain_id
      for no key update
    loop
      exit;
    end loop;
    exit when found;
    -- No blank before INTO: editors that look for SELECT … INTO would take this for a new table.
    insert/**/into public.audit_chain_heads (chain_id) values (new.chain_id) on conflict do nothing;
  end loop;
  new.seq := head.last_seq + 1;
  new.prev_hash := head.last_hash;
  new.entry_hash := boyfanz.audit_entry_hash(to_jsonb(new));
  update public.audit_chain_heads h
  set last_seq = new.seq, last_hash = new.entry_hash, last_at = clock_timestamp()
  where h.chain_id = new.chain_id;
  return new;
end
$fn$;
revoke all on function boyfanz.chain_audit_entry() from public;
comment on function boyfanz.chain_audit_entry() is 'Trigger of audit_log_entries; numbers the entry, links it to the one before and moves the head of its chain.';

create function boyfanz.first_broken_audit_entry(chain smallint, from_seq bigint default 1)
returns bigint
language plpgsql stable security definer parallel unsafe
set search_path = ''
set "TimeZone" = 'UTC'
set bytea_output = 'hex'
as $fn$declare
  broken_at bigint;
  last record;
  head record;
begin
  -- The head first: what is appended meanwhile is behind it.
  for head in select h.last_seq, h.last_hash from public.audit_chain_heads h where h.chain_id = chain loop
    exit;
  end loop;
  broken_at := (
    select min(l.seq)
    from (
      select
        e.seq, e.prev_hash, e.entry_hash = boyfanz.audit_entry_hash(to_jsonb(e)) as is_genuine,
        lag(e.seq) over chained as seq_before, lag(e.entry_hash) over chained as hash_before
      from public.audit_log_entries e
      where e.chain_id = chain and e.seq between from_seq and head.last_seq
      window chained as (order by e.seq)) as l
    where not l.is_genuine
      or l.seq_before is not null and (l.seq <> l.seq_before + 1 or l.prev_hash <> l.hash_before)
      or l.seq_before is null and from_seq = 1 and (l.seq <> 1 or l.prev_hash <> decode(repeat('00', 32), 'hex'))
  );
  if broken_at is not null then
    return broken_at;
  end if;
  for last in
    select e.seq, e.entry_hash
    from public.audit_log_entries e
    where e.chain_id = chain and e.seq between from_seq and head.last_seq
    order by e.seq desc
    limit 1
  loop
    exit;
  end loop;
  -- What the head knows of and the log does not was cut off at the end.
  if head.last_seq >= from_seq and (last.seq is distinct from head.last_seq or last.entry_hash <> head.last_hash) then
    return coalesce(last.seq + 1, from_seq);
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.first_broken_audit_entry(smallint, bigint) from public;
comment on function boyfanz.first_broken_audit_entry(smallint, bigint) is 'Number of the first entry of a chain that was changed, moved or removed since, from a number on; NULL when the chain is whole. Give the first number that retention has left, since before it nothing can be compared.';
grant execute on function boyfanz.first_broken_audit_entry(smallint, bigint) to service_role;

create function boyfanz.may_take_part(feature text)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (select from public.users u where u.id = me and u.status = 'active')
    and not exists (
      select
      from public.account_restrictions r
      where r.user_id = me and r.lifted_at is null and r.kind in ('ban', 'suspension', feature) and r.during @> now());
end
$fn$;
revoke all on function boyfanz.may_take_part(text) from public;
comment on function boyfanz.may_take_part(text) is 'Whether the session''s user is an active account that no ban, suspension or restriction of a feature keeps out, such as messaging or commenting.';
grant execute on function boyfanz.may_take_part(text) to service_role;

create function boyfanz.my_review_queues()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select g.queue_id
from public.moderator_queue_grants g
  join public.moderator_profiles p on p.user_id = g.moderator_id
where g.moderator_id = boyfanz.current_user_id()
  and g.revoked_at is null
  and coalesce(g.valid_until > now(), true)
  and p.status = 'active'
$fn$;
revoke all on function boyfanz.my_review_queues() from public;
comment on function boyfanz.my_review_queues() is 'Queues of review that the session''s user has been let into and works.';
grant execute on function boyfanz.my_review_queues() to boyfanz_staff;
grant execute on function boyfanz.my_review_queues() to service_role;

create function boyfanz.may_review_subject(subject uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return not exists (
    select
    from public.moderation_cases c
      join public.moderation_queues q on q.id = c.queue_id
    where c.subject_id = subject and q.is_restricted
      and c.queue_id not in (select boyfanz.my_review_queues()));
end
$fn$;
revoke all on function boyfanz.may_review_subject(uuid) from public;
comment on function boyfanz.may_review_subject(uuid) is 'Whether no case about a subject lies in a restricted queue that the session''s user does not work.';
grant execute on function boyfanz.may_review_subject(uuid) to boyfanz_staff;
grant execute on function boyfanz.may_review_subject(uuid) to service_role;

create function boyfanz.may_review_case(moderation_case uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return not exists (
    select
    from public.moderation_cases c
      join public.moderation_queues q on q.id = c.queue_id
    where c.id = moderation_case and q.is_restricted
      and c.queue_id not in (select boyfanz.my_review_queues()));
end
$fn$;
revoke all on function boyfanz.may_review_case(uuid) from public;
comment on function boyfanz.may_review_case(uuid) is 'Whether a case lies in no restricted queue, or in one that the session''s user works.';
grant execute on function boyfanz.may_review_case(uuid) to boyfanz_staff;
grant execute on function boyfanz.may_review_case(uuid) to service_role;

create function boyfanz.may_review_report(report uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return exists (
    select from public.abuse_reports r where r.id = report and boyfanz.may_review_subject(r.subject_id));
end
$fn$;
revoke all on function boyfanz.may_review_report(uuid) from public;
comment on function boyfanz.may_review_report(uuid) is 'Whether the subject of a report is one that the session''s user may review.';
grant execute on function boyfanz.may_review_report(uuid) to boyfanz_staff;
grant execute on function boyfanz.may_review_report(uuid) to service_role;

create function boyfanz.awaits_my_review(decision uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return exists (
    select
    from public.moderation_quality_reviews r
    where r.decision_id = decision and r.reviewer_id = boyfanz.current_user_id() and r.reviewed_at is null);
end
$fn$;
revoke all on function boyfanz.awaits_my_review(uuid) from public;
comment on function boyfanz.awaits_my_review(uuid) is 'Whether the session''s user has still to review the quality of a decision, and so must not know it.';
grant execute on function boyfanz.awaits_my_review(uuid) to boyfanz_staff;
grant execute on function boyfanz.awaits_my_review(uuid) to service_role;

create function boyfanz.check_ids_exist()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  listed integer;
  known integer;
begin
  -- FOR KEY SHARE as a foreign key takes it: none of them is deleted before this commits.
  for listed, known in
    execute format(
      'select cardinality(($1).%1$I), (select count(*) from (select from public.%2$I p where p.id = any (($1).%1$I) for key share) as kept)',
      tg_argv[0], tg_argv[1]) using new
  loop
    exit;
  end loop;
  if listed <> known then
    raise exception '%.%.% lists a row of % twice, or one that is not there', tg_table_schema, tg_table_name, tg_argv[0], tg_argv[1]
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = tg_argv[0];
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_ids_exist() from public;
comment on function boyfanz.check_ids_exist() is 'Trigger before insert or update; each id in an array is that of a row in another table, and stands once. Arguments: the array''s column, the table. The table keeps its rows by refuse_while_listed where that matters.';

create function boyfanz.refuse_while_listed()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  is_listed boolean;
begin
  for is_listed in
    execute format(
      'select exists (select from public.%I where %I @> array[($1).id] and (%s))',
      tg_argv[0], tg_argv[1], coalesce(tg_argv[2], 'true')) using old
  loop
    exit;
  end loop;
  if is_listed then
    raise exception '% of %.% refused: %.% lists the row', initcap(tg_op), tg_table_schema, tg_table_name, tg_argv[0], tg_argv[1]
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$fn$;
revoke all on function boyfanz.refuse_while_listed() from public;
comment on function boyfanz.refuse_while_listed() is 'Trigger before delete or update; refuses it while an array in another table lists the row''s id. Arguments: that table, its column, an SQL condition for the rows that count.';

create function boyfanz.check_deployment()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  version_row record;
  lacking text;
begin
  if new.retired_at is not null then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if new.mode in (old.mode, 'shadow') and new.traffic_ppm <= old.traffic_ppm then
      return new;
    end if;
  end if;
  for version_row in
    select v.state, m.required_approvals, d.status as dataset_status
    from public.ml_model_versions v
      join public.ml_models m on m.id = v.model_id
      left join public.ml_dataset_versions d on d.id = v.dataset_version_id
    where v.id = new.version_id
  loop
    exit;
  end loop;
  if version_row.state is null then
    return new; -- The foreign key says so better.
  end if;
  if version_row.state = 'revoked' then
    lacking := 'it is revoked';
  elsif new.mode <> 'shadow' and new.environment in ('production', 'edge') then
    if version_row.state <> 'approved' then
      lacking := 'it is ' || version_row.state || ', not approved';
    elsif version_row.dataset_status = 'withdrawn' then
      lacking := 'its data was withdrawn';
    else
      lacking := (
        select 'no sign-off by ' || string_agg(role, ', ' order by role)
        from unnest(version_row.required_approvals) as required (role)
        where not exists (
          select from public.ml_model_approvals a
          where a.version_id = new.version_id and a.approval_role = role and a.decision <> 'rejected'
            and (a.valid_until is null or a.valid_until >= (now() at time zone 'UTC')::date))
      );
    end if;
  end if;
  if lacking is not null then
    raise exception 'Version % cannot be deployed: %', new.version_id, lacking
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'version_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_deployment() from public;
comment on function boyfanz.check_deployment() is 'Trigger of ml_deployments; a revoked version is deployed nowhere, and live traffic goes to an approved one with all sign-offs of its model, whose data was not withdrawn. Less traffic is always possible.';

create function boyfanz.check_endpoint_traffic()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  total bigint;
begin
  -- Two deployments at once would each add up without the other.
  perform pg_advisory_xact_lock(hashtextextended('ml_deployments ' || new.environment || ' ' || new.endpoint_key, 0));
  total := (
    select sum(d.traffic_ppm)
    from public.ml_deployments d
    where d.environment = new.environment and d.endpoint_key = new.endpoint_key and d.retired_at is null and d.mode <> 'shadow'
  );
  if total > 1000000 then
    raise exception 'The traffic of % in % adds up to % of 1000000', new.endpoint_key, new.environment, total
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'traffic_ppm';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_endpoint_traffic() from public;
comment on function boyfanz.check_endpoint_traffic() is 'Deferred constraint trigger of ml_deployments; the live and canary shares of an endpoint make at most the whole.';

create function boyfanz.check_dataset_items()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  refused text;
begin
  refused := (
    select format('%s: %s', i.item_key, case
        when v.status <> 'building' then 'the version is ' || v.status
        when c.id is null and i.consent_id is not null then 'the consent is not one of its owner'
        when d.required_consent_scope is not null and live.id is null then 'no live consent to ' || d.required_consent_scope
        else 'excluded from training'
      end)
    from new_items i
      join public.ml_dataset_versions v on v.id = i.dataset_version_id
      join public.ml_datasets d on d.id = v.dataset_id
      left join public.ml_training_consents c on c.id = i.consent_id and c.user_id = i.owner_user_id
      left join lateral (
        select c.id
        where c.scope = d.required_consent_scope and c.granted_at <= v.consent_cut_at and c.withdrawn_at is null) live on true
    where v.status <> 'building'
      or (c.id is null and i.consent_id is not null)
      or (d.required_consent_scope is not null and live.id is null)
      or exists (
        select from public.ml_training_exclusions e
        where e.source_type = i.source_type and e.source_id = i.source_id and e.action <> 'none_needed')
      or exists (
        select from public.ml_training_exclusions e
        where e.user_id = i.owner_user_id and e.source_id is null and e.action <> 'none_needed'
          -- Whoever withdrew may consent again.
          and not (e.cause = 'withdrawal' and coalesce(c.granted_at > e.requested_at, false)))
    limit 1
  );
  if refused is not null then
    raise exception 'An item does not enter the dataset: %', refused
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_dataset_items() from public;
comment on function boyfanz.check_dataset_items() is 'Trigger of ml_dataset_items, per statement; items enter a build that is open, with a live consent of their owner to what the dataset requires, and not when the item or the person was excluded from training.';

create function boyfanz.switch_off_persona()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  update public.creator_ai_personas set is_enabled = false where consent_id = new.id and is_enabled;
  return null;
end
$fn$;
revoke all on function boyfanz.switch_off_persona() from public;
comment on function boyfanz.switch_off_persona() is 'Trigger of ml_training_consents; a withdrawal switches off the assistant that rests on the consent.';

create function boyfanz.require_unprofiled_strategy()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  concerned text := case tg_op when 'DELETE' then old.surface else new.surface end;
begin
  -- Two switches at once would each see the other's strategy.
  perform pg_advisory_xact_lock(hashtextextended('rec_strategies ' || concerned, 0));
  if exists (select from public.rec_strategies s where s.surface = concerned and s.status = 'active' and s.is_profiled)
    and not exists (select from public.rec_strategies s where s.surface = concerned and s.status = 'active' and not s.is_profiled)
  then
    raise exception 'The surface % has an active strategy that profiles and none that does not', concerned
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.require_unprofiled_strategy() from public;
comment on function boyfanz.require_unprofiled_strategy() is 'Deferred constraint trigger of rec_strategies; a surface with an active strategy that profiles has one that does not.';

create function boyfanz.public_models()
returns table (key text, name text, task text, version integer, public_explanation text)
language sql stable security definer parallel safe
set search_path = ''
as $fn$select m.key::text, m.name, m.task, v.version, c.public_explanation
from public.ml_models m
  join public.ml_model_versions v on v.model_id = m.id
  join public.ml_model_cards c on c.version_id = v.id
where (m.risk_class = 'high' or m.affects_users_legally)
  and c.public_explanation is not null
  and c.reviewed_at is not null
  and exists (
    select from public.ml_deployments d
    where d.version_id = v.id and d.environment in ('production', 'edge') and d.mode <> 'shadow' and d.retired_at is null)
$fn$;
revoke all on function boyfanz.public_models() from public;
comment on function boyfanz.public_models() is 'What everybody may know of the models in use that are of high risk or decide about people.';
grant execute on function boyfanz.public_models() to anon;
grant execute on function boyfanz.public_models() to authenticated;
grant execute on function boyfanz.public_models() to service_role;

create function boyfanz.check_collaboration()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.check_collaboration() from public;
comment on function boyfanz.check_collaboration() is 'Deferred constraint trigger of live_collaborations and their guests; no more guests than places, shares of the whole at most, and none unless the split is custom. The argument is the column with the collaboration''s id.';

create function boyfanz.may_see_event(event uuid, organizer uuid, visibility text)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  if not boyfanz.may_see_offer('event', event, organizer) then
    return false;
  end if;
  if visibility = 'public' or me is null then
    return visibility = 'public';
  end if;
  return visibility = 'subscribers'
      and exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = organizer and s.entitled_until > now())
    or exists (
      select from public.event_registrations r
      where r.event_id = event and r.user_id = me and r.state <> 'cancelled')
    or exists (
      select from public.event_tickets t
      where t.holder_id = me and t.state in ('valid', 'used') and t.event_id = event)
    or exists (
      select
      from public.event_speakers k
        join public.event_sessions s on s.id = k.session_id
      where k.user_id = me and k.state <> 'declined' and s.event_id = event);
end
$fn$;
revoke all on function boyfanz.may_see_event(uuid, uuid, text) from public;
comment on function boyfanz.may_see_event(uuid, uuid, text) is 'Whether the session''s user, or a visitor, sees an event that is not a draft; blocks and countries decide, then its visibility, and a registration, a ticket or a place on the stage opens it besides. An unlisted one is found by its link alone, which the service resolves.';
grant execute on function boyfanz.may_see_event(uuid, uuid, text) to anon;
grant execute on function boyfanz.may_see_event(uuid, uuid, text) to authenticated;
grant execute on function boyfanz.may_see_event(uuid, uuid, text) to service_role;

create function boyfanz.my_staffed_events(rights text[])
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select s.event_id
from public.event_staff s
where s.user_id = boyfanz.current_user_id()
  and s.removed_at is null
  and s.valid_during @> now()
  and s.rights && my_staffed_events.rights
$fn$;
revoke all on function boyfanz.my_staffed_events(text[]) from public;
comment on function boyfanz.my_staffed_events(text[]) is 'Events that the session''s user helps at, with one of some rights.';
grant execute on function boyfanz.my_staffed_events(text[]) to authenticated;
grant execute on function boyfanz.my_staffed_events(text[]) to service_role;

create function boyfanz.may_watch_stream(stream uuid, creator uuid, access text, explicit_level smallint)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
  opened boolean := false;
begin
  if me is null and access <> 'public' then
    return false;
  end if;
  -- What keeps somebody out whatever they paid for: an age that was not shown, a block on either side, a country.
  if explicit_level >= 3 and not boyfanz.has_shown_age() then
    return false;
  end if;
  if not boyfanz.may_see_offer('stream', stream, creator) then
    return false;
  end if;
  -- Branches of a statement, not of an expression, which would open the partitions of follows for every kind of access.
  case access
    when 'public' then
      return true;
    when 'followers' then
      opened := exists (select from public.follows f where f.follower_id = me and f.followee_id = creator);
    when 'subscribers' then
      opened := exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now());
    else
      opened := false;
  end case;
  if opened then
    return true;
  end if;
  return exists (
      select from public.live_access_grants g
      where g.stream_id = stream and g.user_id = me and g.revoked_at is null)
    or exists (
      select
      from public.live_collaborations c
        join public.live_collaboration_guests g on g.collaboration_id = c.id
      where c.stream_id = stream and g.guest_id = me and g.state in ('invited', 'accepted', 'joined'));
end
$fn$;
revoke all on function boyfanz.may_watch_stream(uuid, uuid, text, smallint) from public;
comment on function boyfanz.may_watch_stream(uuid, uuid, text, smallint) is 'Whether the session''s user, or a visitor, may watch a stream; age, blocks and countries decide, then followers, subscriptions, grants and whether they are its guest. The creator''s own view of it does not come here.';
grant execute on function boyfanz.may_watch_stream(uuid, uuid, text, smallint) to anon;
grant execute on function boyfanz.may_watch_stream(uuid, uuid, text, smallint) to authenticated;
grant execute on function boyfanz.may_watch_stream(uuid, uuid, text, smallint) to service_role;

create function boyfanz.may_see_stream(stream uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  return exists (
    select
    from public.live_streams s
    where s.id = stream
      and (s.creator_id = me
        or exists (
          select from public.live_channel_moderators m
          where m.channel_id = s.channel_id and m.user_id = me and m.removed_at is null)
        or s.state <> 'blocked'
          and boyfanz.may_watch_stream(s.id, s.creator_id, s.access, s.explicit_level)));
end
$fn$;
revoke all on function boyfanz.may_see_stream(uuid) from public;
comment on function boyfanz.may_see_stream(uuid) is 'Whether the session''s user sees a stream: their own, one of a channel that they moderate, or one that they may watch.';
grant execute on function boyfanz.may_see_stream(uuid) to authenticated;
grant execute on function boyfanz.may_see_stream(uuid) to service_role;

create function boyfanz.may_see_question(question uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return exists (
    select
    from public.live_questions q
    where q.id = question and q.state <> 'dismissed' and boyfanz.may_see_stream(q.stream_id));
end
$fn$;
revoke all on function boyfanz.may_see_question(uuid) from public;
comment on function boyfanz.may_see_question(uuid) is 'Whether the session''s user sees the stream in which a question was asked, and it was not dismissed.';
grant execute on function boyfanz.may_see_question(uuid) to authenticated;
grant execute on function boyfanz.may_see_question(uuid) to service_role;

create function boyfanz.may_watch_recording(stream uuid, creator uuid, visibility text)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  if not boyfanz.may_see_offer('stream', stream, creator)
    or not boyfanz.has_shown_age()
      and not exists (select from public.live_streams s where s.id = stream and s.explicit_level < 3)
  then
    return false;
  end if;
  return visibility = 'public'
    or visibility = 'subscribers'
      and exists (
        select from public.subscriptions s
        where s.subscriber_id = me and s.creator_id = creator and s.entitled_until > now())
    or visibility in ('ticket_holders', 'paid')
      and exists (
        select from public.live_access_grants g
        where g.stream_id = stream and g.user_id = me and g.revoked_at is null and g.replay_until > now());
end
$fn$;
revoke all on function boyfanz.may_watch_recording(uuid, uuid, text) from public;
comment on function boyfanz.may_watch_recording(uuid, uuid, text) is 'Whether the session''s user, or a visitor, may watch the replay of a stream; age, blocks and countries decide, then the visibility of the recording.';
grant execute on function boyfanz.may_watch_recording(uuid, uuid, text) to anon;
grant execute on function boyfanz.may_watch_recording(uuid, uuid, text) to authenticated;
grant execute on function boyfanz.may_watch_recording(uuid, uuid, text) to service_role;

create function boyfanz.my_moderated_streams()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select s.id
from public.live_streams s
where s.creator_id = boyfanz.current_user_id()
union
select s.id
from public.live_channel_moderators m
  join public.live_streams s on s.creator_id = m.creator_id and s.channel_id = m.channel_id
where m.user_id = boyfanz.current_user_id()
  and m.removed_at is null
$fn$;
revoke all on function boyfanz.my_moderated_streams() from public;
comment on function boyfanz.my_moderated_streams() is 'Streams of the session''s user and of the channels that they moderate.';
grant execute on function boyfanz.my_moderated_streams() to authenticated;
grant execute on function boyfanz.my_moderated_streams() to service_role;

create function boyfanz.refuse_when()
returns trigger
language plpgsql volatile parallel unsafe
set search_path = ''
as $fn$begin
  raise exception '%', tg_argv[0]
    using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema,
      detail = format('%s of %s.%s refused', initcap(tg_op), tg_table_schema, tg_table_name);
end
$fn$;
revoke all on function boyfanz.refuse_when() from public;
comment on function boyfanz.refuse_when() is 'Trigger before insert, update or delete, narrowed by its condition; refuses it. The argument is the reason to give.';

create function boyfanz.unique_over_partitions()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
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
$fn$;
revoke all on function boyfanz.unique_over_partitions() from public;
comment on function boyfanz.unique_over_partitions() is 'Trigger before insert; refuses a key that an earlier partition holds, as the unique key of a table partitioned by day cannot. Arguments: the date column, how many days back to look, the columns of the key. Fails with unique_violation.';

create function boyfanz.check_marketplace_category_path()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  -- A path is its parent's path and its own label, so a cycle would need a path longer than itself.
  if exists (
    select
    from public.marketplace_categories child
      left join public.marketplace_categories parent on parent.id = child.parent_id
    where (child.id = new.id or child.parent_id = new.id)
      and child.path <> coalesce(parent.path || '/', '') || lower(child.slug::text))
  then
    raise exception 'The path of category % or of one below it is not that of its parent and its slug', new.slug
      using errcode = 'check_violation', table = 'marketplace_categories', column = 'path';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_marketplace_category_path() from public;
comment on function boyfanz.check_marketplace_category_path() is 'Deferred constraint trigger of marketplace_categories; a path is that of the parent followed by the slug, so there is no cycle.';

create function boyfanz.check_listing_category()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  category record;
begin
  for category in
    select c.path, c.is_prohibited, c.explicit_level
    from public.marketplace_categories c
    where c.id = new.category_id
  loop
    exit;
  end loop;
  if category.is_prohibited and new.status in ('in_review', 'listed') then
    raise exception 'Goods of category % are prohibited', category.path
      using errcode = 'check_violation', table = 'marketplace_listings', column = 'category_id';
  end if;
  if new.explicit_level < category.explicit_level then
    raise exception 'A listing in category % is at least of explicit level %', category.path, category.explicit_level
      using errcode = 'check_violation', table = 'marketplace_listings', column = 'explicit_level';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_listing_category() from public;
comment on function boyfanz.check_listing_category() is 'Trigger of marketplace_listings; nothing is listed in a prohibited category, and nothing is less explicit than its category.';

create function boyfanz.check_shipped_quantity()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  ordered integer;
  shipped bigint;
begin
  -- Two parcels packed at once would each count without the other.
  ordered := (
    select l.quantity
    from public.marketplace_order_lines l
    where l.order_item_id = new.order_line_id
    for no key update
  );
  shipped := (
    select sum(p.quantity)
    from public.marketplace_shipment_lines p
      join public.marketplace_shipments s on s.id = p.shipment_id
    where p.order_line_id = new.order_line_id and s.state not in ('lost', 'returned')
  );
  if shipped > ordered then
    raise exception 'The parcels of the line hold % pieces of % that were ordered', shipped, ordered
      using errcode = 'check_violation', table = 'marketplace_shipment_lines', column = 'quantity';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_shipped_quantity() from public;
comment on function boyfanz.check_shipped_quantity() is 'Trigger of marketplace_shipment_lines; the parcels of a line hold no more pieces than were ordered, lost and returned parcels apart.';

create function boyfanz.check_returned_quantity()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  ordered integer;
  returned bigint;
begin
  -- Two returns opened at once would each count without the other.
  ordered := (
    select l.quantity
    from public.marketplace_order_lines l
    where l.order_item_id = new.order_line_id
    for no key update
  );
  returned := (
    select sum(r.quantity)
    from public.marketplace_returns r
    where r.order_line_id = new.order_line_id and r.state not in ('rejected', 'cancelled')
  );
  if returned > ordered or new.quantity > ordered then
    raise exception 'More pieces returned than the % that were ordered', ordered
      using errcode = 'check_violation', table = 'marketplace_returns', column = 'quantity';
  end if;
  return null;
end
$fn$;
revoke all on function boyfanz.check_returned_quantity() from public;
comment on function boyfanz.check_returned_quantity() is 'Trigger of marketplace_returns; no more pieces are returned than were ordered, over all returns of a line.';

create function boyfanz.check_buyer_of_line()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select
    from public.marketplace_order_lines l
    where l.order_item_id = new.order_line_id and l.buyer_id is distinct from new.buyer_id)
  then
    raise exception '%.%.buyer_id is not the buyer of the order line', tg_table_schema, tg_table_name
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'buyer_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_buyer_of_line() from public;
comment on function boyfanz.check_buyer_of_line() is 'Trigger; the buyer_id of a row is that of the order line in order_line_id.';

create function boyfanz.check_bid()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  auction record;
  least_amount bigint;
begin
  -- Bids of one auction come one after another.
  for auction in
    select a.creator_id, a.state, a.starts_at, a.ends_at, a.start_minor, a.increment_minor
    from public.marketplace_auctions a
    where a.id = new.auction_id
    for no key update
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so.
  end if;
  if auction.state <> 'open' or new.placed_at not between auction.starts_at and auction.ends_at then
    raise exception 'The auction is not open'
      using errcode = 'check_violation', table = 'marketplace_bids', column = 'auction_id';
  end if;
  if new.bidder_id = auction.creator_id then
    raise exception 'Nobody bids for their own goods'
      using errcode = 'check_violation', table = 'marketplace_bids', column = 'bidder_id';
  end if;
  least_amount := (
    select coalesce(max(b.amount_minor) + auction.increment_minor, auction.start_minor)
    from public.marketplace_bids b
    where b.auction_id = new.auction_id
  );
  if new.amount_minor < least_amount then
    raise exception 'The bid has to be % at least', least_amount
      using errcode = 'check_violation', table = 'marketplace_bids', column = 'amount_minor';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_bid() from public;
comment on function boyfanz.check_bid() is 'Trigger of marketplace_bids; locks the auction, which has to be open, and takes a bid that raises the highest by the increment.';

create function boyfanz.check_service_policy()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$begin
  if exists (
    select
    from public.booking_cancellation_policies p
    where p.id = new.cancellation_policy_id and p.creator_id <> new.creator_id)
  then
    raise exception 'The cancellation policy belongs to another creator'
      using errcode = 'foreign_key_violation', table = 'bookable_services', column = 'cancellation_policy_id';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_service_policy() from public;
comment on function boyfanz.check_service_policy() is 'Trigger of bookable_services; the cancellation policy is the creator''s own or one of the platform.';

create function boyfanz.check_translation()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  key record;
  placeholder text;
begin
  if new.state <> 'approved' then
    return new;
  end if;
  for key in
    select k.placeholders, k.max_length, k.is_sensitive
    from public.i18n_keys k
    where k.id = new.key_id
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so.
  end if;
  if key.is_sensitive and new.approved_by is null then
    raise exception 'A person has to approve texts on law and safety'
      using errcode = 'check_violation', table = 'i18n_translations', column = 'approved_by';
  end if;
  if char_length(new.text) > key.max_length then
    raise exception 'The text is longer than % characters', key.max_length
      using errcode = 'check_violation', table = 'i18n_translations', column = 'text';
  end if;
  foreach placeholder in array key.placeholders loop
    if strpos(new.text, placeholder) = 0 then
      raise exception 'The text lacks the placeholder %', placeholder
        using errcode = 'check_violation', table = 'i18n_translations', column = 'text';
    end if;
  end loop;
  return new;
end
$fn$;
revoke all on function boyfanz.check_translation() from public;
comment on function boyfanz.check_translation() is 'Trigger of i18n_translations; an approved text keeps the placeholders and the length of its key, and one on law or safety was approved by a person.';

create function boyfanz.check_flag_value()
returns trigger
language plpgsql volatile security definer parallel unsafe
set search_path = ''
as $fn$declare
  value_type text;
begin
  value_type := (
    select f.value_type
    from public.feature_flags f
    where f.id = new.flag_id
  );
  if value_type not in ('json', jsonb_typeof(new.value)) then
    raise exception 'The flag takes a %, not a %', value_type, jsonb_typeof(new.value)
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'value';
  end if;
  return new;
end
$fn$;
revoke all on function boyfanz.check_flag_value() from public;
comment on function boyfanz.check_flag_value() is 'Trigger; the value has the type of the flag in flag_id.';

create function boyfanz.is_open_here(kind text, subject uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
set plan_cache_mode = 'force_generic_plan'
as $fn$declare
  country text := boyfanz.current_country();
begin
  -- Planned once for all rows, by plan_cache_mode: the planner holds it cheaper to plan each time, which takes ten times as long.
  -- Of smaller areas a country does not tell: what is open in a part of one is seen in all of it, and nothing is closed for one.
  return (
    select coalesce(bool_or(rule.covers) filter (where rule.mode = 'allow_only'), true)
      and not coalesce(bool_or(rule.covers) filter (where rule.mode = 'block'), false)
      and (not coalesce(bool_or(rule.covers) filter (where rule.mode = 'age_check_required'), false)
        or boyfanz.has_shown_age())
    from (
      select r.mode,
        exists (
          select
          from public.geo_block_areas c
            join public.geo_areas a on a.id = c.area_id
          where c.rule_id = r.id
            and (a.kind = 'country' and a.code = country
              or a.kind = 'region' and r.mode = 'allow_only' and starts_with(a.code, country || '-'))) as covers
      from public.geo_block_rules r
      where r.scope = kind and r.subject_id = subject and r.active @> now()) rule);
end
$fn$;
revoke all on function boyfanz.is_open_here(text, uuid) from public;
comment on function boyfanz.is_open_here(text, uuid) is 'Whether the rules of geo_block_rules let a stream, event, service or listing be seen in the country from which the session works. Rules about smaller areas and circles are for the service, which knows the place.';
grant execute on function boyfanz.is_open_here(text, uuid) to service_role;

create function boyfanz.may_see_offer(kind text, subject uuid, offered_by uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$declare
  me uuid := boyfanz.current_user_id();
begin
  if offered_by = me then
    return true;
  end if;
  -- Next to nothing is closed to anybody, and one statement sees that; what is there is asked what it says.
  if not exists (select from public.user_blocks b where b.blocker_id = offered_by and b.blocked_id = me)
    and not exists (select from public.user_blocks b where b.blocker_id = me and b.blocked_id = offered_by)
    and not exists (select from public.user_geo_restrictions r where r.user_id = offered_by)
    and not exists (select from public.geo_block_rules r where r.scope = kind and r.subject_id = subject)
  then
    return true;
  end if;
  return not boyfanz.is_blocked_with(offered_by)
    and boyfanz.may_be_seen_here(offered_by)
    and boyfanz.is_open_here(kind, subject);
end
$fn$;
revoke all on function boyfanz.may_see_offer(text, uuid, uuid) from public;
comment on function boyfanz.may_see_offer(text, uuid, uuid) is 'Whether something that a person offers is for the session''s user, or a visitor: no block on either side, in the countries of the person and of the thing.';
grant execute on function boyfanz.may_see_offer(text, uuid, uuid) to anon;
grant execute on function boyfanz.may_see_offer(text, uuid, uuid) to authenticated;
grant execute on function boyfanz.may_see_offer(text, uuid, uuid) to service_role;

create function boyfanz.may_see_listing(product uuid, shop uuid, creator uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  if not exists (select from public.marketplace_shops s where s.id = shop and s.status in ('open', 'vacation')) then
    return false;
  end if;
  return boyfanz.may_see_offer('listing', product, creator);
end
$fn$;
revoke all on function boyfanz.may_see_listing(uuid, uuid, uuid) from public;
comment on function boyfanz.may_see_listing(uuid, uuid, uuid) is 'Whether a listed product is for the session''s user, or a visitor: its shop is there, no block on either side, in the countries of the seller and of the listing.';
grant execute on function boyfanz.may_see_listing(uuid, uuid, uuid) to anon;
grant execute on function boyfanz.may_see_listing(uuid, uuid, uuid) to authenticated;
grant execute on function boyfanz.may_see_listing(uuid, uuid, uuid) to service_role;

create function boyfanz.may_see_translated(kind text, subject uuid)
returns boolean
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return case kind
    when 'post' then boyfanz.may_see_item(subject)
    when 'product' then boyfanz.may_see_item(subject)
      or exists (
        select from public.marketplace_listings l
        where l.product_id = subject
          and l.status in ('listed', 'sold_out')
          and (l.explicit_level < 3 or boyfanz.has_shown_age())
          and boyfanz.may_see_listing(l.product_id, l.shop_id, l.creator_id))
    when 'profile' then boyfanz.may_see_profile(subject)
    when 'event' then exists (
      select from public.events e
      where e.id = subject and e.state <> 'draft' and boyfanz.may_see_event(e.id, e.organizer_id, e.visibility))
    when 'service' then exists (
      select from public.bookable_services s
      where s.id = subject and s.status = 'active' and boyfanz.may_see_offer('service', s.id, s.creator_id))
    else false
  end;
end
$fn$;
revoke all on function boyfanz.may_see_translated(text, uuid) from public;
comment on function boyfanz.may_see_translated(text, uuid) is 'Whether the session''s user, or a visitor, sees what a row of content_translations translates.';
grant execute on function boyfanz.may_see_translated(text, uuid) to anon;
grant execute on function boyfanz.may_see_translated(text, uuid) to authenticated;
grant execute on function boyfanz.may_see_translated(text, uuid) to service_role;

create function boyfanz.creator_of(kind text, subject uuid)
returns uuid
language plpgsql stable security definer parallel safe
set search_path = ''
as $fn$begin
  return case kind
    when 'post' then (select i.author_id from public.content_items i where i.id = subject)
    when 'product' then (select p.creator_id from public.digital_products p where p.id = subject)
    when 'profile' then subject
    when 'event' then (select e.organizer_id from public.events e where e.id = subject)
    when 'service' then (select s.creator_id from public.bookable_services s where s.id = subject)
    when 'message_template' then (select m.creator_id from public.message_templates m where m.id = subject)
  end;
end
$fn$;
revoke all on function boyfanz.creator_of(text, uuid) from public;
comment on function boyfanz.creator_of(text, uuid) is 'Whose a translated post, product, profile, event, service or template is; NULL when there is none.';
grant execute on function boyfanz.creator_of(text, uuid) to authenticated;
grant execute on function boyfanz.creator_of(text, uuid) to service_role;

create function boyfanz.erase_person(person uuid, stage integer, held text[] default '{}'::text[])
returns jsonb
language plpgsql volatile strict parallel unsafe
set search_path = ''
as $fn$#variable_conflict use_column
declare
  affected bigint;
  done jsonb := '[]';
begin
  if $2 = 1 then
    if not $3 && array['account', '*'] then
      update public.creator_applications t set content_plan = null, social_proof = '{}'
      where t.user_id = $1 and (content_plan is not null or social_proof is distinct from ('{}'));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'creator_applications', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.creator_applications t set reviewer_id = null
      where t.reviewer_id = $1 and (reviewer_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'creator_applications', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_assignments t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_assignments', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.conversation_assignments t set assigned_by = null
      where t.assigned_by = $1 and (assigned_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_assignments', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_circle_invitations t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_circle_invitations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.social_circle_invitations t set invited_by = null
      where t.invited_by = $1 and (invited_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_circle_invitations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.social_circle_invitations t set decided_by = null
      where t.decided_by = $1 and (decided_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_circle_invitations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_role_assignments t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_role_assignments', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_role_assignments t where t.scope_creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_role_assignments', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_role_assignments t set granted_by = null
      where t.granted_by = $1 and (granted_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_role_assignments', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_reports t set reporter_id = null, reporter_country = null
      where t.reporter_id = $1 and (reporter_id is not null or reporter_country is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_reports', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_returns t set buyer_id = null
      where t.buyer_id = $1 and (buyer_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_returns', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_returns t set decided_by = null
      where t.decided_by = $1 and (decided_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_returns', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_reviews t set buyer_id = null
      where t.buyer_id = $1 and (buyer_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_reviews', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_shipments t set relay_address_enc = null, key_id = null, relay_address_shredded_at = coalesce(relay_address_shredded_at, now())
      where exists (select from public.orders p1 where p1.id = t.order_id and p1.buyer_id = $1) and (relay_address_enc is not null or key_id is not null or relay_address_shredded_at is distinct from (coalesce(relay_address_shredded_at, now())));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_shipments', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.marketplace_cart_items t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_cart_items', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_order_lines t set buyer_id = null, personalisation = null
      where t.buyer_id = $1 and (buyer_id is not null or personalisation is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_order_lines', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.gift_subscriptions t set message = null
      where t.payer_id = $1 and (message is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'gift_subscriptions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_attachments t where exists (select from public.messages p1 where p1.conversation_id = t.conversation_id and p1.seq = t.message_seq and p1.sender_id = $1);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_attachments', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.message_edits t set old_body = null, old_ciphertext = null
      where exists (select from public.messages p1 where p1.conversation_id = t.conversation_id and p1.seq = t.message_seq and p1.sender_id = $1) and (old_body is not null or old_ciphertext is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_edits', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.message_edits t set editor_id = null
      where t.editor_id = $1 and (editor_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_edits', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_mentions t where t.mentioned_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_mentions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.message_pins t set pinned_by = null
      where t.pinned_by = $1 and (pinned_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_pins', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_reactions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_reactions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_search_documents t where t.sender_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_search_documents', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_thread_participants t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_thread_participants', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_user_states t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_user_states', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.messages t set sender_id = null, body = null, ciphertext = null, cipher_alg = null, key_epoch = null, deleted_at = coalesce(deleted_at, now()), deleted_for = coalesce(deleted_for, 'everyone'), has_media = false
      where t.sender_id = $1 and (sender_id is not null or body is not null or ciphertext is not null or cipher_alg is not null or key_epoch is not null or deleted_at is distinct from (coalesce(deleted_at, now())) or deleted_for is distinct from (coalesce(deleted_for, 'everyone')) or has_media is distinct from (false));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'messages', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_question_votes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_question_votes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_questions t set asker_id = null, body = ''
      where t.asker_id = $1 and (asker_id is not null or body is distinct from (''));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_questions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_access_grants t where t.user_id = $1 and (order_id is null and ticket_id is null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_access_grants', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.event_feedback t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_feedback', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_check_ins t set scanned_by = null
      where t.scanned_by = $1 and (scanned_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_check_ins', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.event_answers t where exists (select from public.event_registrations p1 where p1.id = t.registration_id and p1.user_id = $1);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_answers', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_registrations t set guest_contact_enc = null, key_id = null
      where t.user_id = $1 and (guest_contact_enc is not null or key_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_registrations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_ticket_refunds t set requester_id = null
      where t.requester_id = $1 and (requester_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_ticket_refunds', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_ticket_refunds t set decided_by = null
      where t.decided_by = $1 and (decided_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_ticket_refunds', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_tickets t set holder_id = null, attendee_name_enc = null, key_id = null
      where t.holder_id = $1 and (holder_id is not null or attendee_name_enc is not null or key_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_tickets', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_tickets t set purchaser_id = null
      where t.purchaser_id = $1 and (purchaser_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_tickets', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.event_waitlist_entries t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_waitlist_entries', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_promo_codes t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_promo_codes', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.event_staff t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_staff', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.event_staff t where t.granted_by = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_staff', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_speakers t set user_id = null, display_name = 'Former member'
      where t.user_id = $1 and (user_id is not null or display_name is distinct from ('Former member'));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_speakers', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_channel_moderators t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_channel_moderators', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_channel_moderators t where t.added_by = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_channel_moderators', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_chat_sanctions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_chat_sanctions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_chat_sanctions t set imposed_by = null
      where t.imposed_by = $1 and (imposed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_chat_sanctions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_chat_sanctions t set lifted_by = null
      where t.lifted_by = $1 and (lifted_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_chat_sanctions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_ingest_keys t where exists (select from public.live_channels p1 where p1.creator_id = t.creator_id and p1.id = t.channel_id and p1.creator_id = $1);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_ingest_keys', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_restream_targets t where exists (select from public.live_channels p1 where p1.creator_id = t.creator_id and p1.id = t.channel_id and p1.creator_id = $1);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_restream_targets', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_channels t set slug = 'erased_' || substr(md5(id::text), 1, 20), title = '-'
      where t.creator_id = $1 and (slug is distinct from ('erased_' || substr(md5(id::text), 1, 20)) or title is distinct from ('-'));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_channels', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_chat_pins t where t.pinned_by = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_chat_pins', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_collaboration_guests t where t.guest_id = $1 and (not exists (select from public.live_collaborations c where c.id = t.collaboration_id and c.split_locked_at is not null));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_collaboration_guests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_gift_leaderboards t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_gift_leaderboards', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_gifts t set sender_id = null, message = null
      where t.sender_id = $1 and (sender_id is not null or message is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_gifts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_markers t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_markers', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_poll_votes t where t.user_id = $1 and (ledger_transaction_id is null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_poll_votes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_private_shows t set viewer_id = null
      where t.viewer_id = $1 and (viewer_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_private_shows', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
  elsif $2 = 2 then
    if not $3 && array['live', '*'] then
      delete from public.live_clips t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_clips', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_clips t set clipper_id = null
      where t.clipper_id = $1 and (clipper_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_clips', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_stream_reminders t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_stream_reminders', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_tip_menu_requests t set buyer_id = null, note = null
      where t.buyer_id = $1 and (buyer_id is not null or note is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_tip_menu_requests', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.tips t set message = null
      where t.sender_id = $1 and (message is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'tips', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_requests t where t.sender_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_requests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_requests t where t.recipient_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_requests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.payment_attempts t set ip = null, device_id = null
      where exists (select from public.payment_intents p1 where p1.id = t.intent_id and p1.payer_id = $1) and (ip is not null or device_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'payment_attempts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.shoutouts t where t.requester_id = $1 and (order_id is null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'shoutouts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.shoutouts t where t.promoter_id = $1 and (order_id is null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'shoutouts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.booking_events t set actor_user_id = null
      where t.actor_user_id = $1 and (actor_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'booking_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.bookings t set customer_id = null, intake_answers_enc = null, meeting_ref_enc = null, key_id = null
      where t.customer_id = $1 and (customer_id is not null or intake_answers_enc is not null or meeting_ref_enc is not null or key_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'bookings', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_bids t set bidder_id = null
      where t.bidder_id = $1 and (bidder_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_bids', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.orders t set buyer_snapshot = '{}'
      where t.buyer_id = $1 and (buyer_snapshot is distinct from ('{}'));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'orders', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.trial_link_claims t set ip_prefix = null, device_id = null
      where t.user_id = $1 and (ip_prefix is not null or device_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'trial_link_claims', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_list_followers t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_list_followers', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_list_members t where t.member_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_list_members', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.mass_message_recipients t where t.recipient_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'mass_message_recipients', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.mass_message_campaigns t set author_id = null
      where t.author_id = $1 and (author_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'mass_message_campaigns', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_lists t where t.owner_id = $1 and (not exists ( select from public.mass_message_audiences a join public.mass_message_campaigns c on c.id = a.campaign_id where a.list_id = t.id and c.status in ('scheduled', 'sending')));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_lists', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_bookmarks t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_bookmarks', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_drafts t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_drafts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_feedback t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_feedback', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.content_geo_restrictions t set imposed_by = null
      where t.imposed_by = $1 and (imposed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_geo_restrictions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.content_item_labels t set set_by = null
      where t.set_by = $1 and (set_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_item_labels', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.content_item_tags t set applied_by = null
      where t.applied_by = $1 and (applied_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_item_tags', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_mentions t where t.mentioned_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_mentions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_mentions t where t.mentioner_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_mentions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.comment_likes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'comment_likes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.post_likes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'post_likes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.post_shares t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'post_shares', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.posts t set body = null, body_preview = null, body_html_cache = null
      where t.author_id = $1 and (body is not null or body_preview is not null or body_html_cache is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'posts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.post_comments t set author_id = null, body = '', status = 'deleted', deleted_at = coalesce(deleted_at, now())
      where t.author_id = $1 and (author_id is not null or body is distinct from ('') or status is distinct from ('deleted') or deleted_at is distinct from (coalesce(deleted_at, now())));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'post_comments', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.content_playlist_items t set added_by = null
      where t.added_by = $1 and (added_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_playlist_items', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.content_revisions t set title = null, body = null, edit_reason = null
      where exists (select from public.content_items p1 where p1.id = t.content_id and p1.author_id = $1) and (title is not null or body is not null or edit_reason is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_revisions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.content_revisions t set editor_id = null
      where t.editor_id = $1 and (editor_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_revisions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_schedules t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_schedules', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.playback_positions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'playback_positions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.story_highlights t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'story_highlights', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.story_overlays t where t.mentioned_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'story_overlays', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.poll_votes t where t.voter_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'poll_votes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.stories t set caption = null
      where t.author_id = $1 and (caption is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'stories', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.video_retention_curves t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'video_retention_curves', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_stock_movements t set actor_user_id = null
      where t.actor_user_id = $1 and (actor_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_stock_movements', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      delete from public.carts t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'carts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_fanout_jobs t where t.author_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_fanout_jobs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_circle_posts t where t.author_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_circle_posts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.social_circle_posts t set removed_by = null
      where t.removed_by = $1 and (removed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_circle_posts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_circle_members t where t.user_id = $1 and (role <> 'owner');
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_circle_members', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_milestones t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_milestones', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.auto_message_runs t where t.recipient_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'auto_message_runs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.auto_message_runs t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'auto_message_runs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.auto_message_rules t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'auto_message_rules', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_templates t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_templates', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.scheduled_messages t where t.sender_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'scheduled_messages', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_folder_items t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_folder_items', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_folders t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_folders', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_participants t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_participants', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.ai_tag_predictions t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ai_tag_predictions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ai_tag_predictions t set decided_by = null
      where t.decided_by = $1 and (decided_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ai_tag_predictions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.trend_topics t set reviewed_by = null
      where t.reviewed_by = $1 and (reviewed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'trend_topics', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
  elsif $2 = 3 then
    if not $3 && array['content', '*'] then
      update public.content_items t set status = 'deleted', deleted_at = coalesce(deleted_at, now())
      where t.author_id = $1 and (status is distinct from ('deleted') or deleted_at is distinct from (coalesce(deleted_at, now()))) and (status <> 'deleted');
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_items', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_stickers t where t.creator_id = $1 and (not exists (select from public.story_overlays o where o.sticker_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_stickers', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_templates t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_templates', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_levels t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_levels', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_achievement_progress t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_achievement_progress', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_badge_awards t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_badge_awards', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_badge_awards t set awarded_by = null
      where t.awarded_by = $1 and (awarded_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_badge_awards', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_profiles t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_profiles', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_interests t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_interests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.media_folder_items t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'media_folder_items', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.media_folders t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'media_folders', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.media_uploads t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'media_uploads', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      delete from public.subscription_tier_benefits t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'subscription_tier_benefits', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.custom_emojis t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'custom_emojis', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.appeal_messages t set author_id = null
      where t.author_id = $1 and (author_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'appeal_messages', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.hash_match_events t set uploader_id = null
      where t.uploader_id = $1 and (uploader_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'hash_match_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.hash_match_events t set reviewed_by = null
      where t.reviewed_by = $1 and (reviewed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'hash_match_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.leak_takedowns t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'leak_takedowns', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.extension_captures t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'extension_captures', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.extension_pairings t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'extension_pairings', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.leak_detections t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'leak_detections', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.leak_detections t set traced_user_id = null
      where t.traced_user_id = $1 and (traced_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'leak_detections', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.content_provenance t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'content_provenance', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.label_tasks t set leased_by = null
      where t.leased_by = $1 and (leased_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'label_tasks', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.labeler_stats t where t.labeler_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'labeler_stats', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.label_projects t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'label_projects', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.brand_themes t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'brand_themes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.brand_themes t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'brand_themes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.api_keys t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'api_keys', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_recovery_codes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_recovery_codes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_refresh_tokens t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_refresh_tokens', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_security_events t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_security_events', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.web_push_subscriptions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'web_push_subscriptions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.export_jobs t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'export_jobs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_sessions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_sessions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.call_participants t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'call_participants', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.e2ee_device_inbox t set sender_id = null
      where t.sender_id = $1 and (sender_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'e2ee_device_inbox', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.desktop_watch_folders t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'desktop_watch_folders', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_devices t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_devices', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.oauth_tokens t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'oauth_tokens', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.oauth_grants t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'oauth_grants', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.report_recipients t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'report_recipients', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.report_definitions t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'report_definitions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.report_definitions t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'report_definitions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.webhook_endpoints t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'webhook_endpoints', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.custom_domains t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'custom_domains', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.custom_domains t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'custom_domains', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.email_sender_domains t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'email_sender_domains', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.experiment_assignments t where t.unit_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'experiment_assignments', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.experiment_snapshots t set triggered_by = null
      where t.triggered_by = $1 and (triggered_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'experiment_snapshots', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.experiments t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'experiments', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.feature_flag_overrides t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'feature_flag_overrides', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.feature_flag_overrides t set set_by = null
      where t.set_by = $1 and (set_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'feature_flag_overrides', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.feature_flags t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'feature_flags', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.i18n_translations t set translated_by = null
      where t.translated_by = $1 and (translated_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'i18n_translations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.i18n_translations t set approved_by = null
      where t.approved_by = $1 and (approved_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'i18n_translations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.calendar_busy_blocks t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'calendar_busy_blocks', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.calendar_connections t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'calendar_connections', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.calendar_invitees t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'calendar_invitees', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.calendar_entries t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'calendar_entries', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.calendars t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'calendars', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.integration_connections t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'integration_connections', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.tenant_creators t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'tenant_creators', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.tenant_members t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'tenant_members', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.tenant_members t set invited_by = null
      where t.invited_by = $1 and (invited_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'tenant_members', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.tenant_settings t set updated_by = null
      where t.updated_by = $1 and (updated_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'tenant_settings', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.media_alt_texts t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'media_alt_texts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['media', '*'] then
      update public.media_assets t set captured_at = null, alt_text = null
      where t.owner_id = $1 and (captured_at is not null or alt_text is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'media', 'table', 'media_assets', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_watermarks t where t.creator_id = $1 and (not exists (select from public.media_renditions r where r.watermark_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_watermarks', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.payout_accounts t set is_default = false, disabled_at = coalesce(disabled_at, now())
      where t.creator_id = $1 and (is_default is distinct from (false) or disabled_at is distinct from (coalesce(disabled_at, now())));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'payout_accounts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_point_transactions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_point_transactions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.comment_filters t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'comment_filters', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.creator_fan_notes t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_notes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.creator_fan_notes t where t.fan_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_notes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.creator_fan_notes t set author_id = null
      where t.author_id = $1 and (author_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_notes', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.creator_fan_relations t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_relations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.creator_fan_relations t where t.fan_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_relations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.creator_fan_tag_links t where t.fan_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_tag_links', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.creator_fan_tag_links t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_tag_links', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.creator_fan_tag_links t set added_by = null
      where t.added_by = $1 and (added_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_tag_links', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.creator_fan_tags t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'creator_fan_tags', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.fan_rankings t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'fan_rankings', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.fan_rankings t where t.fan_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'fan_rankings', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_stats_daily t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_stats_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_overrides t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_overrides', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_overrides t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_overrides', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.cohort_members t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'cohort_members', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.dashboard_shares t where t.grantee_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'dashboard_shares', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.dashboard_shares t where t.created_by = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'dashboard_shares', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.dashboards t where t.owner_user_id = $1 and (not exists (select from public.report_definitions d where d.dashboard_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'dashboards', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.dashboards t where t.creator_id = $1 and (not exists (select from public.report_definitions d where d.dashboard_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'dashboards', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.funnel_definitions t where t.owner_user_id = $1 and (not exists (select from public.dashboard_widgets w where w.funnel_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'funnel_definitions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.personalization_rules t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'personalization_rules', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.app_remote_configs t set updated_by = null
      where t.updated_by = $1 and (updated_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'app_remote_configs', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.cohort_definitions t where t.owner_user_id = $1 and (not exists (select from public.dashboard_widgets w where w.cohort_id = t.id) and not exists (select from public.experiments x where x.cohort_id = t.id) and not exists (select from public.feature_flag_rules r where r.cohort_id = t.id) and not exists (select from public.app_remote_configs c where c.cohort_id = t.id) and not exists (select from public.personalization_rules p where p.cohort_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'cohort_definitions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.cohort_definitions t where t.creator_id = $1 and (not exists (select from public.dashboard_widgets w where w.cohort_id = t.id) and not exists (select from public.experiments x where x.cohort_id = t.id) and not exists (select from public.feature_flag_rules r where r.cohort_id = t.id) and not exists (select from public.app_remote_configs c where c.cohort_id = t.id) and not exists (select from public.personalization_rules p where p.cohort_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'cohort_definitions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.conversions t set creator_id = null
      where t.creator_id = $1 and (creator_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'conversions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.creator_audience_daily t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'creator_audience_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.creator_metrics_daily t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'creator_metrics_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.deep_links t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'deep_links', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.tracking_links t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'tracking_links', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
  elsif $2 = 4 then
    if not $3 && array['moderation', '*'] then
      delete from public.automod_rules t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'automod_rules', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.blocked_terms t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'blocked_terms', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.content_embeddings t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'content_embeddings', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.user_embeddings t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'user_embeddings', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.creator_ai_personas t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'creator_ai_personas', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.sentiment_daily t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'sentiment_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.transcripts t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'transcripts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      delete from public.live_interactive_devices t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_interactive_devices', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.booking_availability_overrides t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'booking_availability_overrides', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.booking_availability_rules t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'booking_availability_rules', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.booking_cancellation_policies t where t.creator_id = $1 and (not exists (select from public.bookable_services s where s.cancellation_policy_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'booking_cancellation_policies', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.content_translations t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'content_translations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.marketplace_shipping_rates t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_shipping_rates', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.marketplace_shops t set return_address_enc = null
      where t.creator_id = $1 and (return_address_enc is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'marketplace_shops', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.travel_notices t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'travel_notices', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.reserved_usernames t set added_by = null
      where t.added_by = $1 and (added_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'reserved_usernames', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_account_status_history t set public_reason = null, internal_note = null
      where t.user_id = $1 and (public_reason is not null or internal_note is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_account_status_history', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.payment_methods t set last_four = null, is_default = false, detached_at = coalesce(detached_at, now())
      where t.user_id = $1 and (last_four is not null or is_default is distinct from (false) or detached_at is distinct from (coalesce(detached_at, now())));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'payment_methods', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['contact', '*'] then
      delete from public.user_addresses t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'contact', 'table', 'user_addresses', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_auth_challenges t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_auth_challenges', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_blocks t where t.blocker_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_blocks', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_blocks t where t.blocked_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_blocks', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.contact_import_entries t set matched_user_id = null
      where t.matched_user_id = $1 and (matched_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'contact_import_entries', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.contact_imports t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'contact_imports', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_consents t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_consents', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_credentials t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_credentials', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_data_requests t set handled_by = null
      where t.handled_by = $1 and (handled_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_data_requests', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['contact', '*'] then
      delete from public.user_emails t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'contact', 'table', 'user_emails', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_external_identities t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_external_identities', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_geo_restrictions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_geo_restrictions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['identity', '*'] then
      update public.user_identity_verifications t set reviewer_id = null
      where t.reviewer_id = $1 and (reviewer_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'identity', 'table', 'user_identity_verifications', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_legal_acceptances t set ip = null, user_agent = null
      where t.user_id = $1 and (ip is not null or user_agent is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_legal_acceptances', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_mfa_factors t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_mfa_factors', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['contact', '*'] then
      delete from public.user_phone_numbers t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'contact', 'table', 'user_phone_numbers', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_muted_words t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_muted_words', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_mutes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_mutes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_mutes t where t.muted_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_mutes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_password_history t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_password_history', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_points t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_points', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_preferences t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_preferences', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_presence t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_presence', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_privacy_settings t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_privacy_settings', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_profile_links t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_profile_links', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_referral_codes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_referral_codes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_reputation_scores t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_reputation_scores', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_role_permissions t set granted_by = null
      where t.granted_by = $1 and (granted_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_role_permissions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_streaks t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_streaks', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_username_history t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_username_history', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_verification_codes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_verification_codes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_webauthn_credentials t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_webauthn_credentials', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.bookmark_collections t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'bookmark_collections', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.store_purchase_receipts t set user_id = null
      where t.user_id = $1 and (user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'store_purchase_receipts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.provider_customers t set email_at_creation_enc = null, key_id = null, deleted_at = coalesce(deleted_at, now())
      where t.user_id = $1 and (email_at_creation_enc is not null or key_id is not null or deleted_at is distinct from (coalesce(deleted_at, now())));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'provider_customers', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.activity_groups t where t.recipient_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'activity_groups', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.block_list_entries t where t.blocked_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'block_list_entries', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.block_list_entries t set added_by = null
      where t.added_by = $1 and (added_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'block_list_entries', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.block_list_subscriptions t where t.subscriber_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'block_list_subscriptions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.block_lists t where t.owner_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'block_lists', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_author_hides t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_author_hides', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_author_hides t where t.author_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_author_hides', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_author_modes t where t.author_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_author_modes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_cursors t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_cursors', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_preferences t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_preferences', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.follow_requests t where t.requester_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'follow_requests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.follow_requests t where t.target_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'follow_requests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.follows t where t.follower_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'follows', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.follows t where t.followee_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'follows', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.friendships t where t.user_low_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'friendships', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.friendships t where t.user_high_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'friendships', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.friend_requests t where t.sender_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'friend_requests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.friend_requests t where t.recipient_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'friend_requests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.hashtag_follows t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'hashtag_follows', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.mutual_connection_counts t where t.user_low_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'mutual_connection_counts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.mutual_connection_counts t where t.user_high_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'mutual_connection_counts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.recommendation_feedback t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'recommendation_feedback', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.recommendation_feedback t where t.candidate_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'recommendation_feedback', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.recommendation_suppressions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'recommendation_suppressions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.recommendation_suppressions t set set_by = null
      where t.set_by = $1 and (set_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'recommendation_suppressions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.severed_relationships t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'severed_relationships', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.severed_relationships t where t.other_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'severed_relationships', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_counters t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_counters', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_graph_metrics t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_graph_metrics', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_connections t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_connections', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_connections t where t.other_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_connections', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_discovery_locations t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_discovery_locations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_notes t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_notes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_notes t where t.target_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_notes', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_restrictions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_restrictions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_restrictions t where t.restricted_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_restrictions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.announcement_receipts t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'announcement_receipts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.announcements t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'announcements', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_bans t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_bans', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.conversation_bans t set banned_by = null
      where t.banned_by = $1 and (banned_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_bans', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.conversation_invites t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_invites', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_invites t where t.invitee_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_invites', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.conversation_unread_totals t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversation_unread_totals', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.direct_conversation_pairs t where t.user_low_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'direct_conversation_pairs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.direct_conversation_pairs t where t.user_high_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'direct_conversation_pairs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.e2ee_cross_signing_keys t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'e2ee_cross_signing_keys', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.e2ee_group_epochs t set committed_by = null
      where t.committed_by = $1 and (committed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'e2ee_group_epochs', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.e2ee_key_backups t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'e2ee_key_backups', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.message_drafts t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_drafts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.message_reports t set reporter_id = null
      where t.reporter_id = $1 and (reporter_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'message_reports', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.notification_campaigns t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_campaigns', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_counters t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_counters', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_digests t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_digests', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_groups t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_groups', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_policies t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_policies', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_preferences t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_preferences', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notification_quiet_hours t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_quiet_hours', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.notification_template_versions t set authored_by = null
      where t.authored_by = $1 and (authored_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_template_versions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.conversion_goals t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'conversion_goals', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.analytics_event_definitions t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'analytics_event_definitions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.analytics_exports t where t.requested_by = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'analytics_exports', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.analytics_identities t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'analytics_identities', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.marketing_campaigns t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'marketing_campaigns', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.metric_alert_incidents t set acknowledged_by = null
      where t.acknowledged_by = $1 and (acknowledged_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'metric_alert_incidents', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.metric_alert_rules t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'metric_alert_rules', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.metric_anomalies t set reviewed_by = null
      where t.reviewed_by = $1 and (reviewed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'metric_anomalies', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.saved_queries t where t.owner_user_id = $1 and (not exists (select from public.dashboard_widgets w where w.saved_query_id = t.id) and not exists (select from public.report_definitions d where d.saved_query_id = t.id));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'saved_queries', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.saved_queries t set reviewed_by = null
      where t.reviewed_by = $1 and (reviewed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'saved_queries', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.user_activity_daily t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'user_activity_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      delete from public.user_engagement_scores t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'user_engagement_scores', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.account_restrictions t set imposed_by = null
      where t.imposed_by = $1 and (imposed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'account_restrictions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.account_restrictions t set lifted_by = null
      where t.lifted_by = $1 and (lifted_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'account_restrictions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.dmca_notice_items t set uploader_id = null
      where t.uploader_id = $1 and (uploader_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'dmca_notice_items', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.ban_evasion_links t set reviewed_by = null
      where t.reviewed_by = $1 and (reviewed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'ban_evasion_links', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.community_guidelines t set approved_by = null
      where t.approved_by = $1 and (approved_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'community_guidelines', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.compliance_obligations t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'compliance_obligations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['audit', '*'] then
      update public.crypto_shred_keys t set wrapped_key = null, destroyed_at = now()
      where t.user_id = $1 and (wrapped_key is not null or destroyed_at is distinct from (now())) and (destroyed_at is null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'audit', 'table', 'crypto_shred_keys', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.dmca_notices t set handled_by = null
      where t.handled_by = $1 and (handled_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'dmca_notices', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.geo_block_rules t set set_by = null
      where t.set_by = $1 and (set_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'geo_block_rules', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.enforcement_actions t set target_user_id = null
      where t.target_user_id = $1 and (target_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'enforcement_actions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.enforcement_actions t set reversed_by = null
      where t.reversed_by = $1 and (reversed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'enforcement_actions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.moderation_decisions t set subject_owner_id = null
      where t.subject_owner_id = $1 and (subject_owner_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'moderation_decisions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.moderation_macros t set approved_by = null
      where t.approved_by = $1 and (approved_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'moderation_macros', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.screening_jobs t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'screening_jobs', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.moderation_subjects t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'moderation_subjects', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.moderator_exposure_daily t where t.moderator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'moderator_exposure_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.moderator_queue_grants t where t.moderator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'moderator_queue_grants', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.screening_policies t set approved_by = null
      where t.approved_by = $1 and (approved_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'screening_policies', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.moderator_profiles t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'moderator_profiles', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.ncii_requests t set requester_user_id = null
      where t.requester_user_id = $1 and (requester_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'ncii_requests', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.ncii_requests t set decided_by = null
      where t.decided_by = $1 and (decided_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'ncii_requests', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.safety_scores t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'safety_scores', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.safety_scores t set overridden_by = null
      where t.overridden_by = $1 and (overridden_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'safety_scores', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.visitor_age_checks t set claimed_by_user_id = null
      where t.claimed_by_user_id = $1 and (claimed_by_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'visitor_age_checks', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ai_prompt_templates t set approved_by = null
      where t.approved_by = $1 and (approved_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ai_prompt_templates', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.ai_usage_quotas t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ai_usage_quotas', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.fraud_cases t set assigned_to = null
      where t.assigned_to = $1 and (assigned_to is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'fraud_cases', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.fraud_entity_links t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'fraud_entity_links', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.fraud_entities t set labelled_by = null
      where t.labelled_by = $1 and (labelled_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'fraud_entities', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.fraud_rules t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'fraud_rules', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ml_dataset_items t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_dataset_items', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.entity_predictions t where t.entity_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'entity_predictions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ml_decision_records t set subject_user_id = null
      where t.subject_user_id = $1 and (subject_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_decision_records', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ml_deployments t set deployed_by = null
      where t.deployed_by = $1 and (deployed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_deployments', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ml_model_aliases t set moved_by = null
      where t.moved_by = $1 and (moved_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_model_aliases', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ml_training_runs t set started_by = null
      where t.started_by = $1 and (started_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_training_runs', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ml_model_cards t set reviewed_by = null
      where t.reviewed_by = $1 and (reviewed_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_model_cards', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
  elsif $2 = 5 then
    if not $3 && array['models', '*'] then
      update public.ml_model_versions t set created_by = null
      where t.created_by = $1 and (created_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_model_versions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.ml_training_consents t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_training_consents', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.spam_campaigns t set handled_by = null
      where t.handled_by = $1 and (handled_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'spam_campaigns', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.event_seat_maps t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'event_seat_maps', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.venues t set owner_user_id = null
      where t.owner_user_id = $1 and (owner_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'venues', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.accessibility_issues t set reporter_id = null
      where t.reporter_id = $1 and (reporter_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'accessibility_issues', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.accessibility_preferences t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'accessibility_preferences', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.automation_workflows t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'automation_workflows', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.developer_accounts t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'developer_accounts', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.import_jobs t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'import_jobs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.restore_drills t set run_by = null
      where t.run_by = $1 and (run_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'restore_drills', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.sandbox_environments t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'sandbox_environments', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.system_settings t set updated_by = null
      where t.updated_by = $1 and (updated_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'system_settings', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      update public.translation_jobs t set requested_by = null
      where t.requested_by = $1 and (requested_by is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'translation_jobs', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
  elsif $2 = 6 then
    if not $3 && array['account', '*'] then
      update public.users t set signup_country = null, username = 'erased_' || substr(md5(id::text), 1, 20), locale = 'en', timezone = 'UTC'
      where t.id = $1 and (signup_country is not null or username is distinct from ('erased_' || substr(md5(id::text), 1, 20)) or locale is distinct from ('en') or timezone is distinct from ('UTC'));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'users', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
  elsif $2 = 7 then
    if not $3 && array['messages', '*'] then
      update public.conversations t set created_by = null, last_preview = null
      where t.created_by = $1 and (created_by is not null or last_preview is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.conversations t set creator_id = null, last_preview = null
      where t.creator_id = $1 and (creator_id is not null or last_preview is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'conversations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.creator_delegates t where t.creator_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'creator_delegates', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.creator_delegates t where t.delegate_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'creator_delegates', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_audit_log t set ip = null
      where t.user_id = $1 and (ip is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_audit_log', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      update public.user_login_attempts t set user_id = null, ip = null
      where t.user_id = $1 and (user_id is not null or ip is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_login_attempts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['account', '*'] then
      delete from public.user_reputation_events t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_reputation_events', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
  elsif $2 = 8 then
    if not $3 && array['account', '*'] then
      delete from public.user_xp_transactions t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'account', 'table', 'user_xp_transactions', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.content_recommendations t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'content_recommendations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      delete from public.story_views t where t.viewer_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'story_views', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.video_view_sessions t set viewer_id = null, country_code = null
      where t.viewer_id = $1 and (viewer_id is not null or country_code is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'video_view_sessions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['content', '*'] then
      update public.watermark_traces t set session_id = null, ip_prefix = null
      where t.viewer_id = $1 and (session_id is not null or ip_prefix is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'content', 'table', 'watermark_traces', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      update public.affiliate_clicks t set user_id = null, ip_prefix = null
      where t.user_id = $1 and (user_id is not null or ip_prefix is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'affiliate_clicks', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['payments', '*'] then
      delete from public.payment_idempotency_keys t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'payments', 'table', 'payment_idempotency_keys', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.activity_events t where t.actor_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'activity_events', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.activity_events t set target_user_id = null
      where t.target_user_id = $1 and (target_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'activity_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.connection_recommendations t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'connection_recommendations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.connection_recommendations t where t.candidate_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'connection_recommendations', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_items t where t.reader_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_items', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.feed_items t where t.author_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'feed_items', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
  elsif $2 = 9 then
    if not $3 && array['social', '*'] then
      update public.follow_events t set follower_id = gen_random_uuid()
      where t.follower_id = $1 and (follower_id is distinct from (gen_random_uuid()));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'follow_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.follow_events t set followee_id = gen_random_uuid()
      where t.followee_id = $1 and (followee_id is distinct from (gen_random_uuid()));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'follow_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.follower_stats_daily t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'follower_stats_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.interaction_events t set actor_id = null
      where t.actor_id = $1 and (actor_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'interaction_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.interaction_pair_daily t where t.actor_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'interaction_pair_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.interaction_pair_daily t where t.target_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'interaction_pair_daily', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      update public.profile_visits t set visitor_id = null
      where t.visitor_id = $1 and (visitor_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'profile_visits', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.profile_visits t where t.profile_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'profile_visits', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.search_history t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'search_history', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.social_counter_deltas t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'social_counter_deltas', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.story_tray_entries t where t.viewer_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'story_tray_entries', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.story_tray_entries t where t.author_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'story_tray_entries', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_affinities t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_affinities', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['social', '*'] then
      delete from public.user_affinities t where t.target_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'social', 'table', 'user_affinities', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.email_events t set user_id = null
      where t.user_id = $1 and (user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'email_events', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
  elsif $2 = 10 then
    if not $3 && array['messages', '*'] then
      update public.email_messages t set user_id = null, email_id = null
      where t.user_id = $1 and (user_id is not null or email_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'email_messages', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.notification_deliveries t set user_id = null
      where t.user_id = $1 and (user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notification_deliveries', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.notifications t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notifications', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.notifications t set actor_id = null, data = '{}'
      where t.actor_id = $1 and (actor_id is not null or data is distinct from ('{}'));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'notifications', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      update public.sms_messages t set user_id = null, phone_id = null
      where t.user_id = $1 and (user_id is not null or phone_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'sms_messages', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['messages', '*'] then
      delete from public.typing_indicators t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'messages', 'table', 'typing_indicators', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['analytics', '*'] then
      update public.api_request_logs t set user_id = null, ip_prefix = null
      where t.user_id = $1 and (user_id is not null or ip_prefix is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'analytics', 'table', 'api_request_logs', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      update public.automod_hits t set user_id = null
      where t.user_id = $1 and (user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'automod_hits', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['moderation', '*'] then
      delete from public.risk_signals t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'moderation', 'table', 'risk_signals', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ai_generations t set user_id = null, output_ref = null
      where t.user_id = $1 and (user_id is not null or output_ref is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ai_generations', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.fraud_assessments t set user_id = null
      where t.user_id = $1 and (user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'fraud_assessments', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      delete from public.ml_feature_values_online t where t.entity_key = $1::text;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_feature_values_online', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.ml_inference_logs t set subject_id = null, features_snapshot = null
      where t.subject_id = $1 and (subject_id is not null or features_snapshot is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'ml_inference_logs', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['models', '*'] then
      update public.spam_verdicts t set author_id = null
      where t.author_id = $1 and (author_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'models', 'table', 'spam_verdicts', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_chat_messages t set user_id = null, body = ''
      where t.user_id = $1 and (user_id is not null or body is distinct from (''));
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_chat_messages', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
  elsif $2 = 11 then
    if not $3 && array['live', '*'] then
      update public.live_moderation_actions t set actor_user_id = null
      where t.actor_user_id = $1 and (actor_user_id is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_moderation_actions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_moderation_actions t set target_user_id = null, reason = null
      where t.target_user_id = $1 and (target_user_id is not null or reason is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_moderation_actions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['live', '*'] then
      update public.live_viewer_sessions t set user_id = null, actor_id = null, country_code = null
      where t.user_id = $1 and (user_id is not null or actor_id is not null or country_code is not null);
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'live', 'table', 'live_viewer_sessions', 'action', 'anonymised', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.api_request_captures t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'api_request_captures', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.automation_runs t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'automation_runs', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.idempotency_keys t where t.user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'idempotency_keys', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
    if not $3 && array['services', '*'] then
      delete from public.webhook_messages t where t.owner_user_id = $1;
      get diagnostics affected = row_count;
      if affected > 0 then
        done := done || jsonb_build_object('domain', 'services', 'table', 'webhook_messages', 'action', 'deleted', 'rows', affected);
      end if;
    end if;
  else
    raise exception 'An erasure has the stages 1 to 11' using errcode = 'invalid_parameter_value';
  end if;
  return jsonb_build_object('next', case when $2 < 11 then $2 + 1 end, 'done', done);
end$fn$;
revoke all on function boyfanz.erase_person(uuid, integer, text[]) from public;
comment on function boyfanz.erase_person(uuid, integer, text[]) is 'Deletes or empties rows about a person as the specs of the tables say, but for the domains that are held. Called for stage 1, then for the stage in next of what it returns, until that is null, each time in a transaction of its own; done lists tables, what was done and to how many rows.';
grant execute on function boyfanz.erase_person(uuid, integer, text[]) to service_role;

create function boyfanz.my_performers_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select id from public.performers where user_id = boyfanz.current_user_id()$fn$;
revoke all on function boyfanz.my_performers_id() from public;
comment on function boyfanz.my_performers_id() is 'Every id of performers that the session''s user takes part in.';
grant execute on function boyfanz.my_performers_id() to authenticated;
grant execute on function boyfanz.my_performers_id() to service_role;

create function boyfanz.my_digital_deliveries_file_id_by_buyer_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select file_id from public.digital_deliveries where buyer_id = boyfanz.current_user_id() and (revoked_at is null and coalesce(expires_at > now(), true))$fn$;
revoke all on function boyfanz.my_digital_deliveries_file_id_by_buyer_id() from public;
comment on function boyfanz.my_digital_deliveries_file_id_by_buyer_id() is 'Every file_id of digital_deliveries that the session''s user takes part in.';
grant execute on function boyfanz.my_digital_deliveries_file_id_by_buyer_id() to authenticated;
grant execute on function boyfanz.my_digital_deliveries_file_id_by_buyer_id() to service_role;

create function boyfanz.my_content_unlocks_content_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select content_id from public.content_unlocks where user_id = boyfanz.current_user_id() and (revoked_at is null)$fn$;
revoke all on function boyfanz.my_content_unlocks_content_id() from public;
comment on function boyfanz.my_content_unlocks_content_id() is 'Every content_id of content_unlocks that the session''s user takes part in.';
grant execute on function boyfanz.my_content_unlocks_content_id() to authenticated;
grant execute on function boyfanz.my_content_unlocks_content_id() to service_role;

create function boyfanz.my_revenue_split_recipients_rule_id_by_recipient_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select rule_id from public.revenue_split_recipients where recipient_id = boyfanz.current_user_id()$fn$;
revoke all on function boyfanz.my_revenue_split_recipients_rule_id_by_recipient_id() from public;
comment on function boyfanz.my_revenue_split_recipients_rule_id_by_recipient_id() is 'Every rule_id of revenue_split_recipients that the session''s user takes part in.';
grant execute on function boyfanz.my_revenue_split_recipients_rule_id_by_recipient_id() to authenticated;
grant execute on function boyfanz.my_revenue_split_recipients_rule_id_by_recipient_id() to service_role;

create function boyfanz.my_block_list_subscriptions_list_id_by_subscriber_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select list_id from public.block_list_subscriptions where subscriber_id = boyfanz.current_user_id()$fn$;
revoke all on function boyfanz.my_block_list_subscriptions_list_id_by_subscriber_id() from public;
comment on function boyfanz.my_block_list_subscriptions_list_id_by_subscriber_id() is 'Every list_id of block_list_subscriptions that the session''s user takes part in.';
grant execute on function boyfanz.my_block_list_subscriptions_list_id_by_subscriber_id() to authenticated;
grant execute on function boyfanz.my_block_list_subscriptions_list_id_by_subscriber_id() to service_role;

create function boyfanz.my_social_circle_members_circle_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select circle_id from public.social_circle_members where user_id = boyfanz.current_user_id() and (state in ('active', 'muted'))$fn$;
revoke all on function boyfanz.my_social_circle_members_circle_id() from public;
comment on function boyfanz.my_social_circle_members_circle_id() is 'Every circle_id of social_circle_members that the session''s user takes part in.';
grant execute on function boyfanz.my_social_circle_members_circle_id() to authenticated;
grant execute on function boyfanz.my_social_circle_members_circle_id() to service_role;

create function boyfanz.my_call_participants_call_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select call_id from public.call_participants where user_id = boyfanz.current_user_id()$fn$;
revoke all on function boyfanz.my_call_participants_call_id() from public;
comment on function boyfanz.my_call_participants_call_id() is 'Every call_id of call_participants that the session''s user takes part in.';
grant execute on function boyfanz.my_call_participants_call_id() to authenticated;
grant execute on function boyfanz.my_call_participants_call_id() to service_role;

create function boyfanz.my_conversation_participants_conversation_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select conversation_id from public.conversation_participants where user_id = boyfanz.current_user_id() and (left_at is null)$fn$;
revoke all on function boyfanz.my_conversation_participants_conversation_id() from public;
comment on function boyfanz.my_conversation_participants_conversation_id() is 'Every conversation_id of conversation_participants that the session''s user takes part in.';
grant execute on function boyfanz.my_conversation_participants_conversation_id() to authenticated;
grant execute on function boyfanz.my_conversation_participants_conversation_id() to service_role;

create function boyfanz.my_creator_delegates_id_by_delegate_user_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select id from public.creator_delegates where delegate_user_id = boyfanz.current_user_id() and (accepted_at is not null and revoked_at is null and coalesce(expires_at > now(), true))$fn$;
revoke all on function boyfanz.my_creator_delegates_id_by_delegate_user_id() from public;
comment on function boyfanz.my_creator_delegates_id_by_delegate_user_id() is 'Every id of creator_delegates that the session''s user takes part in.';
grant execute on function boyfanz.my_creator_delegates_id_by_delegate_user_id() to authenticated;
grant execute on function boyfanz.my_creator_delegates_id_by_delegate_user_id() to service_role;

create function boyfanz.my_creator_delegates_creator_id_by_delegate_user_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select creator_id from public.creator_delegates where delegate_user_id = boyfanz.current_user_id() and (accepted_at is not null and revoked_at is null and coalesce(expires_at > now(), true))$fn$;
revoke all on function boyfanz.my_creator_delegates_creator_id_by_delegate_user_id() from public;
comment on function boyfanz.my_creator_delegates_creator_id_by_delegate_user_id() is 'Every creator_id of creator_delegates that the session''s user takes part in.';
grant execute on function boyfanz.my_creator_delegates_creator_id_by_delegate_user_id() to authenticated;
grant execute on function boyfanz.my_creator_delegates_creator_id_by_delegate_user_id() to service_role;

create function boyfanz.my_dashboard_shares_dashboard_id_by_grantee_user_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select dashboard_id from public.dashboard_shares where grantee_user_id = boyfanz.current_user_id() and (expires_at is null or expires_at > now())$fn$;
revoke all on function boyfanz.my_dashboard_shares_dashboard_id_by_grantee_user_id() from public;
comment on function boyfanz.my_dashboard_shares_dashboard_id_by_grantee_user_id() is 'Every dashboard_id of dashboard_shares that the session''s user takes part in.';
grant execute on function boyfanz.my_dashboard_shares_dashboard_id_by_grantee_user_id() to authenticated;
grant execute on function boyfanz.my_dashboard_shares_dashboard_id_by_grantee_user_id() to service_role;

create function boyfanz.my_dmca_notice_items_notice_id_by_uploader_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select notice_id from public.dmca_notice_items where uploader_id = boyfanz.current_user_id() and (uploader_notified_at is not null)$fn$;
revoke all on function boyfanz.my_dmca_notice_items_notice_id_by_uploader_id() from public;
comment on function boyfanz.my_dmca_notice_items_notice_id_by_uploader_id() is 'Every notice_id of dmca_notice_items that the session''s user takes part in.';
grant execute on function boyfanz.my_dmca_notice_items_notice_id_by_uploader_id() to authenticated;
grant execute on function boyfanz.my_dmca_notice_items_notice_id_by_uploader_id() to service_role;

create function boyfanz.my_event_registrations_event_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select event_id from public.event_registrations where user_id = boyfanz.current_user_id() and (state in ('approved', 'attended'))$fn$;
revoke all on function boyfanz.my_event_registrations_event_id() from public;
comment on function boyfanz.my_event_registrations_event_id() is 'Every event_id of event_registrations that the session''s user takes part in.';
grant execute on function boyfanz.my_event_registrations_event_id() to authenticated;
grant execute on function boyfanz.my_event_registrations_event_id() to service_role;

create function boyfanz.my_event_staff_event_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select event_id from public.event_staff where user_id = boyfanz.current_user_id() and (removed_at is null and valid_during @> now())$fn$;
revoke all on function boyfanz.my_event_staff_event_id() from public;
comment on function boyfanz.my_event_staff_event_id() is 'Every event_id of event_staff that the session''s user takes part in.';
grant execute on function boyfanz.my_event_staff_event_id() to authenticated;
grant execute on function boyfanz.my_event_staff_event_id() to service_role;

create function boyfanz.my_event_tickets_ticket_type_id_by_holder_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select ticket_type_id from public.event_tickets where holder_id = boyfanz.current_user_id()$fn$;
revoke all on function boyfanz.my_event_tickets_ticket_type_id_by_holder_id() from public;
comment on function boyfanz.my_event_tickets_ticket_type_id_by_holder_id() is 'Every ticket_type_id of event_tickets that the session''s user takes part in.';
grant execute on function boyfanz.my_event_tickets_ticket_type_id_by_holder_id() to authenticated;
grant execute on function boyfanz.my_event_tickets_ticket_type_id_by_holder_id() to service_role;

create function boyfanz.my_live_channel_moderators_channel_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select channel_id from public.live_channel_moderators where user_id = boyfanz.current_user_id() and (removed_at is null)$fn$;
revoke all on function boyfanz.my_live_channel_moderators_channel_id() from public;
comment on function boyfanz.my_live_channel_moderators_channel_id() is 'Every channel_id of live_channel_moderators that the session''s user takes part in.';
grant execute on function boyfanz.my_live_channel_moderators_channel_id() to authenticated;
grant execute on function boyfanz.my_live_channel_moderators_channel_id() to service_role;

create function boyfanz.my_live_collaboration_guests_collaboration_id_by_guest_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select collaboration_id from public.live_collaboration_guests where guest_id = boyfanz.current_user_id() and (state in ('invited', 'accepted', 'joined', 'left'))$fn$;
revoke all on function boyfanz.my_live_collaboration_guests_collaboration_id_by_guest_id() from public;
comment on function boyfanz.my_live_collaboration_guests_collaboration_id_by_guest_id() is 'Every collaboration_id of live_collaboration_guests that the session''s user takes part in.';
grant execute on function boyfanz.my_live_collaboration_guests_collaboration_id_by_guest_id() to authenticated;
grant execute on function boyfanz.my_live_collaboration_guests_collaboration_id_by_guest_id() to service_role;

create function boyfanz.my_tenant_members_tenant_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select tenant_id from public.tenant_members where user_id = boyfanz.current_user_id() and (accepted_at is not null and removed_at is null)$fn$;
revoke all on function boyfanz.my_tenant_members_tenant_id() from public;
comment on function boyfanz.my_tenant_members_tenant_id() is 'Every tenant_id of tenant_members that the session''s user takes part in.';
grant execute on function boyfanz.my_tenant_members_tenant_id() to authenticated;
grant execute on function boyfanz.my_tenant_members_tenant_id() to service_role;

create function boyfanz.my_calendar_invitees_entry_id()
returns setof uuid
language sql stable security definer parallel safe
set search_path = ''
as $fn$select entry_id from public.calendar_invitees where user_id = boyfanz.current_user_id()$fn$;
revoke all on function boyfanz.my_calendar_invitees_entry_id() from public;
comment on function boyfanz.my_calendar_invitees_entry_id() is 'Every entry_id of calendar_invitees that the session''s user takes part in.';
grant execute on function boyfanz.my_calendar_invitees_entry_id() to authenticated;
grant execute on function boyfanz.my_calendar_invitees_entry_id() to service_role;

create function boyfanz.built_as()
returns jsonb
language sql immutable parallel safe
set search_path = ''
as $fn$select '{"target":"supabase","size":"small","profile":"production"}'::jsonb$fn$;
revoke all on function boyfanz.built_as() from public;
comment on function boyfanz.built_as() is 'The target, size and profile that this database was built for. boyfanz-schema goes on with them until it is told others.';

create table boyfanz.rolling_partitions (
  parent_schema name not null,
  parent_name name not null,
  key_column name not null,
  every interval not null,
  ahead integer not null,
  keep interval,
  parameters text default '' not null,
  overflow boolean default false not null,
  constraint rolling_partitions_pkey primary key (parent_schema, parent_name),
  constraint every_is_positive check (every > interval '0'),
  constraint every_is_months_or_less check (every = date_trunc('month', every) or extract(year from every) * 12 + extract(month from every) = 0),
  constraint ahead_is_not_negative check (ahead >= 0),
  constraint keep_is_positive check (keep > interval '0'),
  constraint parameters_are_names_and_values check (parameters ~ '^([a-z_.]+ ?= ?''?[A-Za-z0-9_.-]+''?(, ?[a-z_.]+ ?= ?''?[A-Za-z0-9_.-]+''?)*)?$')
);
alter table boyfanz.rolling_partitions enable row level security;
comment on table boyfanz.rolling_partitions is 'Tables whose time partitions are made ahead and dropped past their keep by boyfanz.maintain().';
comment on column boyfanz.rolling_partitions.every is 'Length of one partition: whole months, or days, hours or minutes of fixed length.';
comment on column boyfanz.rolling_partitions.ahead is 'How many partitions stand ready after the current one.';
comment on column boyfanz.rolling_partitions.keep is 'How long a partition stays after its end; NULL keeps it for ever.';
comment on column boyfanz.rolling_partitions.parameters is 'Storage parameters of each partition, as written inside WITH (…).';
comment on column boyfanz.rolling_partitions.overflow is 'Whether a default partition takes the rows that find no other.';
create policy staff_select on boyfanz.rolling_partitions for select to boyfanz_staff using (true);
grant select on table boyfanz.rolling_partitions to boyfanz_staff;
grant select on table boyfanz.rolling_partitions to service_role;

create table public.creator_applications (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  status text default 'draft' not null,
  content_plan text,
  social_proof jsonb default '{}' not null,
  verification_id uuid,
  reviewer_id uuid,
  decision_reason text,
  submitted_at timestamptz,
  decided_at timestamptz,
  constraint creator_applications_pkey primary key (id),
  constraint creator_applications_status_check check (status in ('draft', 'submitted', 'in_review', 'more_info', 'approved', 'rejected', 'withdrawn')),
  constraint decided_when_approved_or_rejected check ((status in ('approved', 'rejected')) = (decided_at is not null)),
  constraint submitted_names_its_time check (status in ('draft', 'withdrawn') or submitted_at is not null),
  constraint reviewer_is_not_the_applicant check (reviewer_id <> user_id),
  constraint social_proof_is_object check (jsonb_typeof(social_proof) = 'object')
);
alter table public.creator_applications enable row level security;
revoke all on table public.creator_applications from anon, authenticated, service_role;
comment on table public.creator_applications is 'An application to become a creator with its review; one open at a time. Erasure clears the free text.';
create unique index creator_applications_one_open_idx on public.creator_applications (user_id) where (status in ('draft', 'submitted', 'in_review', 'more_info'));
create index creator_applications_status_submitted_at_idx on public.creator_applications (status, submitted_at) where (status in ('submitted', 'in_review'));
create index creator_applications_user_id_verification_id_fkey_idx on public.creator_applications (user_id, verification_id);
create index creator_applications_reviewer_id_fkey_idx on public.creator_applications (reviewer_id) where (reviewer_id is not null);
create trigger touch_updated_at before update on public.creator_applications for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.creator_applications for select to authenticated using (creator_applications.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.creator_applications for select to boyfanz_staff using ((select boyfanz.has_permission('creator_application.review')));
create policy member_insert on public.creator_applications for insert to authenticated with check ((creator_applications.user_id = (select boyfanz.current_user_id()) and (status = 'draft')));
create policy member_update on public.creator_applications for update to authenticated using (creator_applications.user_id = (select boyfanz.current_user_id())) with check ((creator_applications.user_id = (select boyfanz.current_user_id()) and (status = 'draft')));
grant select (content_plan, created_at, decided_at, decision_reason, id, social_proof, status, submitted_at, updated_at, user_id, verification_id), insert (content_plan, social_proof, user_id), update (content_plan, social_proof, user_id) on table public.creator_applications to authenticated;
grant select on table public.creator_applications to boyfanz_staff;
grant select, insert, update, delete on table public.creator_applications to service_role;

create table public.creator_delegates (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  delegate_user_id uuid not null,
  agency_name text,
  permissions text[] not null,
  can_see_earnings boolean default false not null,
  message_quota_per_day integer,
  invited_at timestamptz default now() not null,
  accepted_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  constraint creator_delegates_pkey primary key (id),
  constraint creator_delegates_permissions_check check (permissions <@ array['post.create', 'post.schedule', 'media.upload', 'message.read', 'message.send', 'comment.moderate', 'subscriber.read', 'statistics.read', 'promotion.manage', 'live.host']::text[]),
  constraint delegate_is_not_the_creator check (delegate_user_id <> creator_id),
  constraint message_quota_is_positive check (message_quota_per_day > 0),
  constraint accepted_after_invited check (accepted_at >= invited_at),
  constraint expires_after_invited check (expires_at > invited_at)
);
alter table public.creator_delegates enable row level security;
revoke all on table public.creator_delegates from anon, authenticated, service_role;
comment on table public.creator_delegates is 'People and agencies that may act for a creator within limits, so that nobody shares a password. Payout rights are not among what can be delegated, and a delegate needs a second factor to accept.';
create unique index creator_delegates_creator_id_delegate_user_id_idx on public.creator_delegates (creator_id, delegate_user_id) where (revoked_at is null);
create index creator_delegates_delegate_user_id_idx on public.creator_delegates (delegate_user_id) where (revoked_at is null);
create index creator_delegates_creator_id_fkey_idx on public.creator_delegates (creator_id);
create index creator_delegates_delegate_user_id_fkey_idx on public.creator_delegates (delegate_user_id);
create trigger touch_updated_at before update on public.creator_delegates for each row execute function boyfanz.touch_updated_at();
create trigger delegate_has_mfa before insert or update of accepted_at, delegate_user_id on public.creator_delegates for each row when (new.accepted_at is not null and new.revoked_at is null) execute function boyfanz.require_mfa('delegate_user_id');
create policy member_select on public.creator_delegates for select to authenticated using (creator_delegates.creator_id = (select boyfanz.current_user_id()) or (creator_delegates.delegate_user_id = (select boyfanz.current_user_id()) and (revoked_at is null)));
create policy staff_select on public.creator_delegates for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select on table public.creator_delegates to authenticated;
grant select on table public.creator_delegates to boyfanz_staff;
grant select, insert, update, delete on table public.creator_delegates to service_role;

create table public.creators (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  status text default 'onboarding' not null,
  primary_category_id integer,
  legal_entity_type text default 'individual' not null,
  payout_ready_at timestamptz,
  kyc_level smallint default 0 not null,
  agreement_acceptance_id uuid,
  default_currency public.currency_code not null,
  fee_schedule_id uuid,
  is_ai_generated boolean default false not null,
  is_adult boolean default true not null,
  verified_badge_at timestamptz,
  welcome_video_id uuid,
  closed_at timestamptz,
  constraint creators_pkey primary key (user_id),
  constraint creators_status_check check (status in ('onboarding', 'active', 'paused', 'suspended', 'closed')),
  constraint creators_legal_entity_type_check check (legal_entity_type in ('individual', 'company')),
  constraint kyc_level_in_range check (kyc_level between 0 and 3),
  constraint active_is_verified_and_agreed check (status <> 'active' or (kyc_level >= 2 and agreement_acceptance_id is not null)),
  constraint closed_names_its_time check ((status = 'closed') = (closed_at is not null))
);
alter table public.creators enable row level security;
alter table public.creator_delegates add constraint creator_delegates_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
revoke all on table public.creators from anon, authenticated, service_role;
comment on table public.creators is 'The creator side of an approved account; trading state, category and payout readiness. Every creator_id points here. A closed creator keeps the row, because earnings, tax and performer records depend on it.';
comment on column public.creators.kyc_level is '0 none, 1 age, 2 identity, 3 business.';
comment on column public.creators.agreement_acceptance_id is 'The accepted creator agreement, by this very person.';
create index creators_status_primary_category_id_idx on public.creators (status, primary_category_id);
create index creators_created_at_idx on public.creators (created_at desc) where (status = 'active');
create index creators_user_id_agreement_acceptance_id_fkey_idx on public.creators (user_id, agreement_acceptance_id);
create index creators_primary_category_id_fkey_idx on public.creators (primary_category_id) where (primary_category_id is not null);
create index creators_default_currency_fkey_idx on public.creators (default_currency);
create index creators_fee_schedule_id_fkey_idx on public.creators (fee_schedule_id) where (fee_schedule_id is not null);
create index creators_welcome_video_id_fkey_idx on public.creators (welcome_video_id) where (welcome_video_id is not null);
create trigger touch_updated_at before update on public.creators for each row execute function boyfanz.touch_updated_at();
create trigger refuse_delete before delete on public.creators for each row when (old.status <> 'onboarding') execute function boyfanz.refuse_delete('Set the status to closed; earnings and records depend on the row.');
create constraint trigger voip_is_not_the_only_factor after insert on public.creators deferrable initially deferred for each row execute function boyfanz.refuse_voip_only_mfa('user_id');
create policy anonymous_select on public.creators for select to anon using ((status in ('active', 'paused') and boyfanz.may_see_profile(user_id)));
create policy member_select on public.creators for select to authenticated using ((status in ('active', 'paused') and boyfanz.may_see_profile(user_id)) or creators.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.creators for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select (created_at, default_currency, is_adult, is_ai_generated, primary_category_id, status, updated_at, user_id, verified_badge_at, welcome_video_id) on table public.creators to anon;
grant select (created_at, default_currency, is_adult, is_ai_generated, primary_category_id, status, updated_at, user_id, verified_badge_at, welcome_video_id) on table public.creators to authenticated;
grant select on table public.creators to boyfanz_staff;
grant select, insert, update, delete on table public.creators to service_role;

create table public.legal_documents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  version integer not null,
  locale public.language_tag not null,
  title text not null,
  body_object_key text not null,
  sha256 public.digest_256 not null,
  published_at timestamptz,
  effective_from timestamptz,
  requires_reaccept boolean default false not null,
  constraint legal_documents_pkey primary key (id),
  constraint legal_documents_kind_version_locale_key unique (kind, version, locale),
  constraint legal_documents_kind_check check (kind in ('terms', 'privacy', 'creator_agreement', 'acceptable_use', 'dmca', 'cookie', 'model_release', 'refund')),
  constraint version_is_positive check (version > 0),
  constraint published_says_from_when check (published_at is null or effective_from is not null)
);
alter table public.legal_documents enable row level security;
revoke all on table public.legal_documents from anon, authenticated, service_role;
comment on table public.legal_documents is 'Versions of legal texts by language; terms, privacy, creator agreement, model release and others. Frozen once published.';
comment on column public.legal_documents.sha256 is 'Of the text, so that what was accepted can be proven.';
create index legal_documents_kind_effective_from_idx on public.legal_documents (kind, effective_from desc) where (published_at is not null);
create trigger touch_updated_at before update on public.legal_documents for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_published before update or delete on public.legal_documents for each row execute function boyfanz.freeze_when_set('published_at');
create policy anonymous_select on public.legal_documents for select to anon using ((published_at <= now()));
create policy member_select on public.legal_documents for select to authenticated using ((published_at <= now()));
grant select on table public.legal_documents to anon;
grant select on table public.legal_documents to authenticated;
grant select, insert, update, delete on table public.legal_documents to service_role;

create table public.level_definitions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  level smallint not null,
  title text not null,
  min_xp bigint not null,
  perks jsonb default '{}' not null,
  badge_id integer,
  constraint level_definitions_pkey primary key (level),
  constraint level_definitions_min_xp_key unique (min_xp),
  constraint level_is_positive check (level > 0),
  constraint min_xp_is_not_negative check (min_xp >= 0),
  constraint first_level_is_free check (level <> 1 or min_xp = 0),
  constraint perks_is_object check (jsonb_typeof(perks) = 'object')
);
alter table public.level_definitions enable row level security;
revoke all on table public.level_definitions from anon, authenticated, service_role;
comment on table public.level_definitions is 'The ladder of levels; the XP each needs, its title and perks. More XP for every higher level.';
create index level_definitions_badge_id_fkey_idx on public.level_definitions (badge_id) where (badge_id is not null);
create trigger touch_updated_at before update on public.level_definitions for each row execute function boyfanz.touch_updated_at();
create constraint trigger min_xp_rises_with_level after insert or update of level, min_xp on public.level_definitions deferrable initially deferred for each row execute function boyfanz.rises_with('level', 'min_xp');
create policy anonymous_select on public.level_definitions for select to anon using (true);
create policy member_select on public.level_definitions for select to authenticated using (true);
grant select on table public.level_definitions to anon;
grant select on table public.level_definitions to authenticated;
grant select, insert, update, delete on table public.level_definitions to service_role;

create table public.loyalty_rewards (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code text not null,
  title text not null,
  kind text not null,
  cost_points integer not null,
  value jsonb default '{}' not null,
  stock integer,
  per_user_limit smallint,
  min_tier text default 'bronze' not null,
  starts_at timestamptz,
  ends_at timestamptz,
  constraint loyalty_rewards_pkey primary key (id),
  constraint loyalty_rewards_code_key unique (code),
  constraint loyalty_rewards_kind_check check (kind in ('promo_code', 'token_credit', 'badge', 'feature', 'physical')),
  constraint loyalty_rewards_min_tier_check check (min_tier in ('bronze', 'silver', 'gold', 'platinum')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,60}$'),
  constraint cost_is_positive check (cost_points > 0),
  constraint stock_is_not_negative check (stock >= 0),
  constraint per_user_limit_is_positive check (per_user_limit > 0),
  constraint ends_after_start check (ends_at > starts_at),
  constraint value_is_object check (jsonb_typeof(value) = 'object')
);
alter table public.loyalty_rewards enable row level security;
revoke all on table public.loyalty_rewards from anon, authenticated, service_role;
comment on table public.loyalty_rewards is 'Rewards that points buy; discounts, credits, badges, features, merchandise.';
comment on column public.loyalty_rewards.value is 'What is given, by kind.';
comment on column public.loyalty_rewards.stock is 'NULL for unlimited; lowered by a conditional update at redemption.';
create index loyalty_rewards_starts_at_ends_at_idx on public.loyalty_rewards (starts_at, ends_at);
create trigger touch_updated_at before update on public.loyalty_rewards for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.loyalty_rewards for select to anon using ((coalesce(starts_at <= now(), true) and coalesce(ends_at > now(), true)));
grant select on table public.loyalty_rewards to anon;
grant select on table public.loyalty_rewards to authenticated;
grant select, insert, update, delete on table public.loyalty_rewards to service_role;

create table public.reserved_usernames (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  skeleton text generated always as (boyfanz.username_skeleton(username::text)) stored not null,
  username extensions.citext not null,
  reason text not null,
  added_by uuid,
  expires_at timestamptz,
  constraint reserved_usernames_pkey primary key (skeleton),
  constraint reserved_usernames_reason_check check (reason in ('route', 'brand', 'celebrity', 'offensive', 'legal')),
  constraint username_length check (char_length(username::text) between 1 and 60)
);
alter table public.reserved_usernames enable row level security;
revoke all on table public.reserved_usernames from anon, authenticated, service_role;
comment on table public.reserved_usernames is 'Handles nobody may register; brands, routes, celebrities, slurs. Compared by skeleton at sign-up and rename.';
comment on column public.reserved_usernames.skeleton is 'The name with look-alikes folded, which is what is compared.';
create index reserved_usernames_added_by_fkey_idx on public.reserved_usernames (added_by) where (added_by is not null);
create trigger touch_updated_at before update on public.reserved_usernames for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.reserved_usernames for select to boyfanz_staff using ((select boyfanz.has_permission('username.reserve')));
create policy staff_insert on public.reserved_usernames for insert to boyfanz_staff with check ((select boyfanz.has_permission('username.reserve')));
create policy staff_update on public.reserved_usernames for update to boyfanz_staff using ((select boyfanz.has_permission('username.reserve'))) with check ((select boyfanz.has_permission('username.reserve')));
create policy staff_delete on public.reserved_usernames for delete to boyfanz_staff using ((select boyfanz.has_permission('username.reserve')));
grant select, insert, update, delete on table public.reserved_usernames to boyfanz_staff;
grant select, insert, update, delete on table public.reserved_usernames to service_role;

create table public.user_account_status_history (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  from_status text not null,
  to_status text not null,
  cause text not null,
  actor_id uuid,
  public_reason text,
  internal_note text,
  effective_from timestamptz default now() not null,
  effective_until timestamptz,
  constraint user_account_status_history_pkey primary key (id),
  constraint user_account_status_history_from_status_check check (from_status in ('pending', 'active', 'deactivated', 'suspended', 'banned', 'erasing', 'erased')),
  constraint user_account_status_history_to_status_check check (to_status in ('pending', 'active', 'deactivated', 'suspended', 'banned', 'erasing', 'erased')),
  constraint user_account_status_history_cause_check check (cause in ('self', 'staff', 'automated', 'legal', 'payment_risk', 'erasure')),
  constraint status_changes check (to_status <> from_status),
  constraint ends_after_start check (effective_until > effective_from),
  constraint staff_actor_is_named check (cause <> 'staff' or actor_id is not null)
);
alter table public.user_account_status_history enable row level security;
revoke all on table public.user_account_status_history from anon, authenticated, service_role;
comment on table public.user_account_status_history is 'Each change in the life of an account with cause and actor; says why somebody was suspended on a given day.';
create index user_account_status_history_user_id_effective_from_idx on public.user_account_status_history (user_id, effective_from desc);
create index user_account_status_history_effective_until_idx on public.user_account_status_history (effective_until) where (effective_until is not null);
create index user_account_status_history_actor_id_fkey_idx on public.user_account_status_history (actor_id) where (actor_id is not null);
create trigger append_only before update or delete on public.user_account_status_history for each row execute function boyfanz.append_only('clear public_reason', 'clear internal_note');
create trigger refuse_truncate before truncate on public.user_account_status_history for each statement execute function boyfanz.append_only();
create policy member_select on public.user_account_status_history for select to authenticated using (user_account_status_history.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_account_status_history for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select (cause, created_at, effective_from, effective_until, from_status, id, public_reason, to_status, user_id) on table public.user_account_status_history to authenticated;
grant select on table public.user_account_status_history to boyfanz_staff;
grant select, insert, update, delete on table public.user_account_status_history to service_role;

create table public.user_achievement_progress (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  achievement_id integer not null,
  period_start date default '1970-01-01' not null,
  current_value bigint default 0 not null,
  completed_at timestamptz,
  claimed_at timestamptz,
  constraint user_achievement_progress_pkey primary key (user_id, achievement_id, period_start),
  constraint current_value_is_not_negative check (current_value >= 0),
  constraint claimed_after_completed check (claimed_at is null or (completed_at is not null and claimed_at >= completed_at))
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_achievement_progress enable row level security;
revoke all on table public.user_achievement_progress from anon, authenticated, service_role;
comment on table public.user_achievement_progress is 'How far a person is with an achievement in one period.';
comment on column public.user_achievement_progress.period_start is '1970-01-01 for lifetime, else the first day of the month, the Monday or the day.';
create index user_achievement_progress_achievement_id_completed_at_idx on public.user_achievement_progress (achievement_id, completed_at) where (completed_at is not null);
create index user_achievement_progress_user_id_idx on public.user_achievement_progress (user_id) where (completed_at is not null and claimed_at is null);
create index user_achievement_progress_achievement_id_fkey_idx on public.user_achievement_progress (achievement_id);
create trigger touch_updated_at before update on public.user_achievement_progress for each row execute function boyfanz.touch_updated_at();
create trigger check_period before insert or update of achievement_id, period_start on public.user_achievement_progress for each row execute function boyfanz.check_achievement_period();
create policy member_select on public.user_achievement_progress for select to authenticated using (user_achievement_progress.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_achievement_progress to authenticated;
grant select, insert, update, delete on table public.user_achievement_progress to service_role;

create table public.user_achievements (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 1000) not null,
  code text not null,
  name text not null,
  description text not null,
  metric text not null,
  threshold bigint not null,
  period text default 'lifetime' not null,
  xp_reward integer default 0 not null,
  point_reward integer default 0 not null,
  badge_id integer,
  is_secret boolean default false not null,
  is_active boolean default true not null,
  constraint user_achievements_pkey primary key (id),
  constraint user_achievements_code_key unique (code),
  constraint user_achievements_period_check check (period in ('lifetime', 'monthly', 'weekly', 'daily')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,60}$'),
  constraint threshold_is_positive check (threshold > 0),
  constraint rewards_are_not_negative check (xp_reward >= 0 and point_reward >= 0)
);
alter table public.user_achievements enable row level security;
alter table public.user_achievement_progress add constraint user_achievement_progress_achievement_id_fkey foreign key (achievement_id) references public.user_achievements (id) on delete restrict;
revoke all on table public.user_achievements from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_achievements', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.user_achievements is 'Achievements with the metric they count, the threshold and the reward.';
comment on column public.user_achievements.id is 'Below 1000 for those that come with the product.';
create index user_achievements_badge_id_fkey_idx on public.user_achievements (badge_id) where (badge_id is not null);
create trigger touch_updated_at before update on public.user_achievements for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.user_achievements for select to anon using ((is_active and not is_secret));
create policy member_select on public.user_achievements for select to authenticated using ((is_active and not is_secret) or ((select boyfanz.current_user_id()) is not null and (id = any (array(select p.achievement_id from public.user_achievement_progress p where p.user_id = (select boyfanz.current_user_id()) and p.completed_at is not null)))));
grant select on table public.user_achievements to anon;
grant select on table public.user_achievements to authenticated;
grant select, insert, update, delete on table public.user_achievements to service_role;

create table public.user_addresses (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  purpose text not null,
  country_code public.country_code not null,
  region_code text,
  postal_code_enc bytea,
  lines_enc bytea not null,
  recipient_enc bytea not null,
  is_default boolean default false not null,
  verified_at timestamptz,
  removed_at timestamptz,
  key_id smallint not null,
  constraint user_addresses_pkey primary key (id),
  constraint user_addresses_purpose_check check (purpose in ('billing', 'payout', 'tax', 'shipping')),
  constraint region_code_form check (region_code ~ '^[A-Z0-9]{1,3}$')
);
alter table public.user_addresses enable row level security;
revoke all on table public.user_addresses from anon, authenticated, service_role;
comment on table public.user_addresses is 'Postal addresses by purpose, encrypted but for country and region. Invoices keep a copy and never refer to them.';
comment on column public.user_addresses.region_code is 'Subdivision of ISO 3166-2 without the country.';
comment on column public.user_addresses.key_id is 'Version of the encryption key.';
create unique index user_addresses_one_default_idx on public.user_addresses (user_id, purpose) where (is_default and removed_at is null);
create index user_addresses_user_id_purpose_idx on public.user_addresses (user_id, purpose) where (removed_at is null);
create index user_addresses_user_id_fkey_idx on public.user_addresses (user_id);
create trigger touch_updated_at before update on public.user_addresses for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.user_addresses for each row execute function boyfanz.refuse_while_held('user_id', 'contact');
create policy member_select on public.user_addresses for select to authenticated using (user_addresses.user_id = (select boyfanz.current_user_id()));
grant select (country_code, created_at, id, is_default, purpose, region_code, removed_at, updated_at, user_id, verified_at) on table public.user_addresses to authenticated;
grant select, insert, update, delete on table public.user_addresses to service_role;

create table public.user_age_verifications (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  jurisdiction text not null,
  method text not null,
  provider text not null,
  status text default 'pending' not null,
  minimum_age smallint default 18 not null,
  assurance text default 'standard' not null,
  evidence_token_hash public.digest_256,
  verified_at timestamptz,
  expires_at timestamptz,
  superseded_at timestamptz,
  constraint user_age_verifications_pkey primary key (id),
  constraint user_age_verifications_method_check check (method in ('document', 'face_estimate', 'credit_card', 'mobile_operator', 'digital_wallet', 'open_banking', 'reused_token')),
  constraint user_age_verifications_status_check check (status in ('pending', 'passed', 'failed', 'expired')),
  constraint user_age_verifications_assurance_check check (assurance in ('standard', 'high')),
  constraint jurisdiction_form check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  constraint minimum_age_is_18_or_more check (minimum_age between 18 and 25),
  constraint passed_is_dated check (status <> 'passed' or (verified_at is not null and expires_at is not null)),
  constraint expires_after_verified check (expires_at > verified_at)
);
alter table public.user_age_verifications enable row level security;
revoke all on table public.user_age_verifications from anon, authenticated, service_role;
comment on table public.user_age_verifications is 'Age assurance of viewers by jurisdiction; a yes or no with method and expiry, and no date of birth. So little that it may outlive erasure as pseudonymous proof.';
comment on column public.user_age_verifications.jurisdiction is 'Country, or country and subdivision of ISO 3166-2, such as US-TX.';
comment on column public.user_age_verifications.minimum_age is 'The age that was proven.';
create unique index user_age_verifications_user_id_jurisdiction_idx on public.user_age_verifications (user_id, jurisdiction) where (status = 'passed' and superseded_at is null);
create index user_age_verifications_user_id_expires_at_idx on public.user_age_verifications (user_id, expires_at desc) where (status = 'passed');
create index user_age_verifications_expires_at_idx on public.user_age_verifications (expires_at) where (status = 'passed' and superseded_at is null);
create index user_age_verifications_user_id_fkey_idx on public.user_age_verifications (user_id);
create trigger touch_updated_at before update on public.user_age_verifications for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_age_verifications for select to authenticated using (user_age_verifications.user_id = (select boyfanz.current_user_id()));
grant select (assurance, created_at, expires_at, id, jurisdiction, method, minimum_age, provider, status, superseded_at, updated_at, user_id, verified_at) on table public.user_age_verifications to authenticated;
grant select, insert, update, delete on table public.user_age_verifications to service_role;

create table public.user_audit_log (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  user_id uuid not null,
  actor_id uuid,
  actor_kind text not null,
  action text not null,
  table_name text not null,
  row_key text not null,
  changed_columns text[] not null,
  before_enc bytea,
  after_enc bytea,
  request_id uuid,
  ip inet,
  reason text,
  key_id smallint not null,
  constraint user_audit_log_pkey primary key (id, occurred_at),
  constraint user_audit_log_actor_kind_check check (actor_kind in ('self', 'delegate', 'staff', 'system', 'api')),
  constraint staff_actor_is_named check (actor_kind not in ('staff', 'delegate') or actor_id is not null)
) partition by range (occurred_at);
alter table public.user_audit_log enable row level security;
revoke all on table public.user_audit_log from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_audit_log', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'user_audit_log', 'occurred_at', '1 month', 1, '84 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.user_audit_log'::regclass);
comment on table public.user_audit_log is 'Field by field, who changed what in an account and why, for compliance and disputes. It outlives the account; personal values are encrypted, so that erasing them is the destruction of a key.';
comment on column public.user_audit_log.request_id is 'Of the request to the service, as its own logs name it.';
comment on column public.user_audit_log.key_id is 'Version of the encryption key.';
create index user_audit_log_user_id_occurred_at_idx on public.user_audit_log (user_id, occurred_at desc);
create index user_audit_log_actor_id_occurred_at_idx on public.user_audit_log (actor_id, occurred_at desc) where (actor_kind = 'staff');
create index user_audit_log_table_name_row_key_occurred_at_idx on public.user_audit_log (table_name, row_key, occurred_at desc);
create trigger append_only before update or delete on public.user_audit_log for each row execute function boyfanz.append_only('clear ip');
create trigger refuse_truncate before truncate on public.user_audit_log for each statement execute function boyfanz.append_only();
create policy staff_select on public.user_audit_log for select to boyfanz_staff using ((select boyfanz.has_permission('audit_log.read')));
grant select on table public.user_audit_log to boyfanz_staff;
grant select, insert, update on table public.user_audit_log to service_role;

create unlogged table public.user_auth_challenges (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid,
  purpose text not null,
  challenge_hash public.digest_256 not null,
  session_data jsonb default '{}' not null,
  attempts smallint default 0 not null,
  max_attempts smallint default 5 not null,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  ip inet,
  constraint user_auth_challenges_pkey primary key (id),
  constraint user_auth_challenges_challenge_hash_key unique (challenge_hash),
  constraint user_auth_challenges_purpose_check check (purpose in ('login', 'step_up', 'register_passkey', 'passkey_login', 'payout_change', 'erasure')),
  constraint attempts_are_limited check (attempts between 0 and max_attempts),
  constraint lives_at_most_15_minutes check (expires_at > created_at and expires_at - created_at <= interval '15 minutes'),
  constraint session_data_is_object check (jsonb_typeof(session_data) = 'object')
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_auth_challenges enable row level security;
revoke all on table public.user_auth_challenges from anon, authenticated, service_role;
comment on table public.user_auth_challenges is 'Challenges of a sign-in, step-up or passkey ceremony, answered once and within minutes. Lost at a crash, purged hourly.';
comment on column public.user_auth_challenges.user_id is 'NULL while the account is not known yet.';
comment on column public.user_auth_challenges.session_data is 'State of the ceremony; no secret in clear.';
create index user_auth_challenges_expires_at_idx on public.user_auth_challenges (expires_at) where (consumed_at is null);
create index user_auth_challenges_user_id_purpose_idx on public.user_auth_challenges (user_id, purpose);
create trigger touch_updated_at before update on public.user_auth_challenges for each row execute function boyfanz.touch_updated_at();
create trigger consumed_once before update of consumed_at on public.user_auth_challenges for each row execute function boyfanz.set_once('consumed_at');
grant select, insert, update, delete on table public.user_auth_challenges to service_role;

create table public.user_badge_awards (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  badge_id integer not null,
  awarded_at timestamptz default now() not null,
  awarded_by uuid,
  source_ref text,
  is_displayed boolean default true not null,
  "position" smallint,
  expires_at timestamptz,
  revoked_at timestamptz,
  constraint user_badge_awards_pkey primary key (id),
  constraint position_is_not_negative check (position >= 0),
  constraint expires_after_award check (expires_at > awarded_at),
  constraint revoked_after_award check (revoked_at >= awarded_at)
);
alter table public.user_badge_awards enable row level security;
revoke all on table public.user_badge_awards from anon, authenticated, service_role;
comment on table public.user_badge_awards is 'Badges earned or granted, with where they came from, whether they are shown, and revocation.';
create unique index user_badge_awards_user_id_badge_id_idx on public.user_badge_awards (user_id, badge_id) where (revoked_at is null);
create index user_badge_awards_user_id_position_idx on public.user_badge_awards (user_id, "position") where (is_displayed and revoked_at is null);
create index user_badge_awards_badge_id_awarded_at_idx on public.user_badge_awards (badge_id, awarded_at desc);
create index user_badge_awards_user_id_fkey_idx on public.user_badge_awards (user_id);
create index user_badge_awards_awarded_by_fkey_idx on public.user_badge_awards (awarded_by) where (awarded_by is not null);
create trigger touch_updated_at before update on public.user_badge_awards for each row execute function boyfanz.touch_updated_at();
create policy member_update on public.user_badge_awards for update to authenticated using (user_badge_awards.user_id = (select boyfanz.current_user_id())) with check (user_badge_awards.user_id = (select boyfanz.current_user_id()));
grant select (awarded_at, badge_id, created_at, expires_at, id, is_displayed, "position", revoked_at, updated_at, user_id) on table public.user_badge_awards to anon;
grant select (awarded_at, badge_id, created_at, expires_at, id, is_displayed, "position", revoked_at, updated_at, user_id), update (is_displayed, "position") on table public.user_badge_awards to authenticated;
grant select, insert, update, delete on table public.user_badge_awards to service_role;

create table public.user_badges (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 1000) not null,
  code text not null,
  name text not null,
  description text not null,
  kind text not null,
  tier smallint default 1 not null,
  icon_asset_id uuid,
  rule jsonb default '{}' not null,
  is_active boolean default true not null,
  display_priority smallint default 0 not null,
  constraint user_badges_pkey primary key (id),
  constraint user_badges_code_key unique (code),
  constraint user_badges_kind_check check (kind in ('verification', 'milestone', 'event', 'loyalty', 'staff', 'seasonal')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,60}$'),
  constraint tier_is_positive check (tier > 0),
  constraint rule_is_object check (jsonb_typeof(rule) = 'object')
);
alter table public.user_badges enable row level security;
alter table public.level_definitions add constraint level_definitions_badge_id_fkey foreign key (badge_id) references public.user_badges (id) on delete set null;
alter table public.user_achievements add constraint user_achievements_badge_id_fkey foreign key (badge_id) references public.user_badges (id) on delete set null;
alter table public.user_badge_awards add constraint user_badge_awards_badge_id_fkey foreign key (badge_id) references public.user_badges (id) on delete restrict;
create policy anonymous_select on public.user_badge_awards for select to anon using ((is_displayed and revoked_at is null and coalesce(expires_at > now(), true) and boyfanz.may_see_profile(user_id) and (badge_id not in (select b.id from public.user_badges b where b.kind = 'loyalty') or boyfanz.shows_spending(user_id))));
create policy member_select on public.user_badge_awards for select to authenticated using ((is_displayed and revoked_at is null and coalesce(expires_at > now(), true) and boyfanz.may_see_profile(user_id) and (badge_id not in (select b.id from public.user_badges b where b.kind = 'loyalty') or boyfanz.shows_spending(user_id))) or user_badge_awards.user_id = (select boyfanz.current_user_id()));
revoke all on table public.user_badges from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_badges', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.user_badges is 'Badges that can be shown on profiles, with artwork and the rule for awarding them, whose form the awarding job checks.';
comment on column public.user_badges.id is 'Below 1000 for those that come with the product.';
create index user_badges_icon_asset_id_fkey_idx on public.user_badges (icon_asset_id) where (icon_asset_id is not null);
create trigger touch_updated_at before update on public.user_badges for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.user_badges for select to anon using (true);
create policy member_select on public.user_badges for select to authenticated using (true);
grant select (code, created_at, description, display_priority, icon_asset_id, id, is_active, kind, name, tier, updated_at) on table public.user_badges to anon;
grant select (code, created_at, description, display_priority, icon_asset_id, id, is_active, kind, name, tier, updated_at) on table public.user_badges to authenticated;
grant select, insert, update, delete on table public.user_badges to service_role;

create table public.user_blocks (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  blocker_id uuid not null,
  blocked_id uuid not null,
  reason text,
  source text default 'manual' not null,
  note text,
  constraint user_blocks_pkey primary key (blocker_id, blocked_id),
  constraint user_blocks_reason_check check (reason in ('harassment', 'spam', 'ex_partner', 'chargeback', 'leak', 'other')),
  constraint user_blocks_source_check check (source in ('manual', 'block_list', 'system')),
  constraint nobody_blocks_themselves check (blocker_id <> blocked_id),
  constraint note_length check (char_length(note) <= 500)
);
alter table public.user_blocks enable row level security;
revoke all on table public.user_blocks from anon, authenticated, service_role;
comment on table public.user_blocks is 'Blocks that make two people invisible to each other; looked up in both directions on every read. The blocked side must not learn of it.';
create index user_blocks_blocked_id_blocker_id_idx on public.user_blocks (blocked_id, blocker_id);
create trigger touch_updated_at before update on public.user_blocks for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_blocks for select to authenticated using (user_blocks.blocker_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_blocks for insert to authenticated with check (user_blocks.blocker_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_blocks for update to authenticated using (user_blocks.blocker_id = (select boyfanz.current_user_id())) with check (user_blocks.blocker_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_blocks for delete to authenticated using (user_blocks.blocker_id = (select boyfanz.current_user_id()));
grant select, insert (blocked_id, blocker_id, note, reason), update (blocked_id, blocker_id, note, reason), delete on table public.user_blocks to authenticated;
grant select, insert, update, delete on table public.user_blocks to service_role;

create table public.user_consents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  purpose text not null,
  lawful_basis text default 'consent' not null,
  granted_at timestamptz default now() not null,
  withdrawn_at timestamptz,
  source text not null,
  document_id uuid,
  constraint user_consents_pkey primary key (id),
  constraint user_consents_purpose_check check (purpose in ('marketing_email', 'marketing_push', 'marketing_sms', 'analytics', 'personalisation', 'special_category', 'contact_matching', 'ai_training')),
  constraint user_consents_lawful_basis_check check (lawful_basis in ('consent', 'contract', 'legitimate_interest')),
  constraint user_consents_source_check check (source in ('signup', 'settings', 'banner', 'support')),
  constraint withdrawn_after_granted check (withdrawn_at > granted_at),
  constraint special_category_by_consent check (purpose <> 'special_category' or lawful_basis = 'consent')
);
alter table public.user_consents enable row level security;
revoke all on table public.user_consents from anon, authenticated, service_role;
comment on table public.user_consents is 'GDPR consents by purpose, with their history; a new grant is a new row, and only withdrawal is added to one.';
alter table public.user_consents add constraint user_consents_document_id_fkey foreign key (document_id) references public.legal_documents (id) on delete restrict;
create unique index user_consents_user_id_purpose_idx on public.user_consents (user_id, purpose) where (withdrawn_at is null);
create index user_consents_user_id_granted_at_idx on public.user_consents (user_id, granted_at desc);
create index user_consents_purpose_idx on public.user_consents (purpose) where (withdrawn_at is null);
create index user_consents_document_id_fkey_idx on public.user_consents (document_id) where (document_id is not null);
create trigger touch_updated_at before update on public.user_consents for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.user_consents for each row execute function boyfanz.append_only('set withdrawn_at');
create policy member_select on public.user_consents for select to authenticated using (user_consents.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_consents to authenticated;
grant select, insert, update, delete on table public.user_consents to service_role;

create table public.user_credentials (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  password_hash text not null,
  algorithm text default 'argon2id' not null,
  pepper_id smallint not null,
  changed_at timestamptz default now() not null,
  must_change boolean default false not null,
  breached_at timestamptz,
  failed_count smallint default 0 not null,
  locked_until timestamptz,
  constraint user_credentials_pkey primary key (user_id),
  constraint user_credentials_algorithm_check check (algorithm in ('argon2id', 'bcrypt_legacy')),
  constraint hash_fits_algorithm check (case algorithm when 'argon2id' then password_hash ~ '^\$argon2id\$v=[0-9]+\$m=[0-9]+,t=[0-9]+,p=[0-9]+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$' else password_hash ~ '^\$2[aby]\$[0-9]{2}\$[A-Za-z0-9./]{53}$' end),
  constraint failed_count_is_not_negative check (failed_count >= 0)
) with (fillfactor = 80);
alter table public.user_credentials enable row level security;
revoke all on table public.user_credentials from anon, authenticated, service_role;
comment on table public.user_credentials is 'Password verifier of an account; absent where only passkeys or linked identities sign in.';
comment on column public.user_credentials.password_hash is 'A PHC string over the peppered password.';
comment on column public.user_credentials.algorithm is 'bcrypt_legacy is rehashed at the next sign-in.';
comment on column public.user_credentials.pepper_id is 'Version of the pepper, which is kept outside the database.';
comment on column public.user_credentials.breached_at is 'When the password was found in a published leak.';
create index user_credentials_breached_at_idx on public.user_credentials (breached_at) where (breached_at is not null);
create trigger touch_updated_at before update on public.user_credentials for each row execute function boyfanz.touch_updated_at();
create constraint trigger keep_a_login_method after delete on public.user_credentials deferrable initially deferred for each row execute function boyfanz.keep_a_login_method();
grant select, insert, update, delete on table public.user_credentials to service_role;

create table public.user_data_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  regime text default 'gdpr' not null,
  status text default 'received' not null,
  due_at timestamptz not null,
  verified_at timestamptz,
  export_object_key text,
  export_expires_at timestamptz,
  refusal_reason text,
  handled_by uuid,
  completed_at timestamptz,
  next_stage smallint default 1 not null,
  constraint user_data_requests_pkey primary key (id),
  constraint user_data_requests_kind_check check (kind in ('access', 'portability', 'erasure', 'rectification', 'restriction', 'objection')),
  constraint user_data_requests_regime_check check (regime in ('gdpr', 'uk_gdpr', 'ccpa', 'lgpd', 'other')),
  constraint user_data_requests_status_check check (status in ('received', 'verifying', 'running', 'completed', 'refused', 'cancelled')),
  constraint next_stage_is_positive check (next_stage > 0),
  constraint due_within_90_days check (due_at > created_at and due_at - created_at <= interval '90 days'),
  constraint refused_says_why check (status <> 'refused' or refusal_reason is not null),
  constraint completed_names_its_time check (status <> 'completed' or completed_at is not null),
  constraint export_expires check ((export_object_key is null) = (export_expires_at is null))
);
alter table public.user_data_requests enable row level security;
revoke all on table public.user_data_requests from anon, authenticated, service_role;
comment on table public.user_data_requests is 'Requests for access, portability, erasure, rectification, restriction or objection, with the statutory clock; kept as proof of compliance.';
comment on column public.user_data_requests.next_stage is 'How far an erasure has come; the stage of boyfanz.erase_person to go on with.';
create unique index user_data_requests_user_id_kind_idx on public.user_data_requests (user_id, kind) where (status in ('received', 'verifying', 'running'));
create index user_data_requests_status_due_at_idx on public.user_data_requests (status, due_at) where (status in ('received', 'verifying', 'running'));
create index user_data_requests_user_id_created_at_idx on public.user_data_requests (user_id, created_at desc);
create index user_data_requests_handled_by_fkey_idx on public.user_data_requests (handled_by) where (handled_by is not null);
create trigger touch_updated_at before update on public.user_data_requests for each row execute function boyfanz.touch_updated_at();
create trigger refuse_delete before delete on public.user_data_requests for each row execute function boyfanz.refuse_delete('Proof of compliance.');
create trigger refuse_truncate before truncate on public.user_data_requests for each statement execute function boyfanz.refuse_delete('Proof of compliance.');
create policy member_select on public.user_data_requests for select to authenticated using (user_data_requests.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_data_requests for select to boyfanz_staff using ((select boyfanz.has_permission('account.export')));
grant select (completed_at, created_at, due_at, export_expires_at, id, kind, refusal_reason, regime, status, updated_at, user_id, verified_at) on table public.user_data_requests to authenticated;
grant select on table public.user_data_requests to boyfanz_staff;
grant select, insert, update, delete on table public.user_data_requests to service_role;

create table public.user_devices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  install_id_hash public.digest_256 not null,
  platform text not null,
  model text,
  os_version text,
  app_version text,
  nickname text,
  trust text default 'new' not null,
  first_ip_country public.country_code,
  last_seen_at timestamptz default now() not null,
  revoked_at timestamptz,
  constraint user_devices_pkey primary key (id),
  constraint user_devices_user_id_install_id_hash_key unique (user_id, install_id_hash),
  constraint user_devices_user_id_id_key unique (user_id, id),
  constraint user_devices_platform_check check (platform in ('ios', 'android', 'web', 'desktop', 'extension')),
  constraint user_devices_trust_check check (trust in ('new', 'trusted', 'suspicious', 'blocked'))
) with (fillfactor = 85);
alter table public.user_devices enable row level security;
revoke all on table public.user_devices from anon, authenticated, service_role;
comment on table public.user_devices is 'Installations and browsers that an account has used, with the trust in them; parent of sessions, push tokens and message keys.';
comment on column public.user_devices.last_seen_at is 'Written at most every 10 minutes.';
create index user_devices_user_id_last_seen_at_idx on public.user_devices (user_id, last_seen_at desc) where (revoked_at is null);
create index user_devices_install_id_hash_idx on public.user_devices (install_id_hash);
comment on index public.user_devices_install_id_hash_idx is 'Finds accounts that share an installation.';
create trigger touch_updated_at before update on public.user_devices for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_devices for select to authenticated using (user_devices.user_id = (select boyfanz.current_user_id()));
grant select (app_version, created_at, first_ip_country, id, last_seen_at, model, nickname, os_version, platform, revoked_at, updated_at, user_id) on table public.user_devices to authenticated;
grant select, insert, update, delete on table public.user_devices to service_role;

create table public.user_emails (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  email extensions.citext not null,
  is_primary boolean default false not null,
  verified_at timestamptz,
  verification_method text,
  bounce_state text default 'ok' not null,
  removed_at timestamptz,
  constraint user_emails_pkey primary key (id),
  constraint user_emails_verification_method_check check (verification_method in ('link', 'code', 'oauth', 'staff')),
  constraint user_emails_bounce_state_check check (bounce_state in ('ok', 'soft', 'hard', 'complaint')),
  constraint email_form check (email::text ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email::text) <= 254),
  constraint verified_names_its_method check ((verified_at is null) = (verification_method is null)),
  constraint primary_is_not_removed check (not is_primary or removed_at is null)
);
alter table public.user_emails enable row level security;
revoke all on table public.user_emails from anon, authenticated, service_role;
comment on table public.user_emails is 'E-mail addresses of an account, apart from users so that they can be erased and are never joined by accident. Addresses not verified within 7 days are deleted by a job, so that nobody squats one.';
comment on column public.user_emails.is_primary is 'The service demands verification of it after the first sign-in.';
create unique index user_emails_email_idx on public.user_emails (email) where (removed_at is null);
comment on index public.user_emails_email_idx is 'A removed address is free again, for its owner or for somebody else.';
create unique index user_emails_one_primary_idx on public.user_emails (user_id) where (is_primary);
create index user_emails_created_at_idx on public.user_emails (created_at) where (verified_at is null);
comment on index public.user_emails_created_at_idx is 'For the job that deletes unverified addresses.';
create index user_emails_user_id_fkey_idx on public.user_emails (user_id);
create trigger touch_updated_at before update on public.user_emails for each row execute function boyfanz.touch_updated_at();
create trigger at_most_5_per_user after insert or update of user_id, removed_at on public.user_emails for each row when (new.removed_at is null) execute function boyfanz.limit_rows_per_owner('user_id', '5', 'removed_at is null');
create trigger deletion_waits_for_holds before delete on public.user_emails for each row execute function boyfanz.refuse_while_held('user_id', 'contact');
create policy member_select on public.user_emails for select to authenticated using (user_emails.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_emails to authenticated;
grant select, insert, update, delete on table public.user_emails to service_role;

create table public.user_erasure_steps (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  request_id uuid not null,
  domain text not null,
  action text not null,
  legal_basis text,
  rows_affected bigint,
  retain_until date,
  started_at timestamptz,
  completed_at timestamptz,
  error text,
  constraint user_erasure_steps_pkey primary key (request_id, domain),
  constraint user_erasure_steps_action_check check (action in ('deleted', 'anonymised', 'crypto_shredded', 'retained')),
  constraint domain_form check (domain ~ '^[a-z][a-z0-9_]*$'),
  constraint retained_says_why_and_how_long check (action <> 'retained' or (legal_basis is not null and retain_until is not null)),
  constraint rows_affected_is_not_negative check (rows_affected >= 0),
  constraint completed_after_started check (completed_at >= started_at)
);
alter table public.user_erasure_steps enable row level security;
revoke all on table public.user_erasure_steps from anon, authenticated, service_role;
comment on table public.user_erasure_steps is 'What an erasure request did in one domain of data; deleted, anonymised, shredded or retained, why and when. A domain under a legal hold can only be retained.';
alter table public.user_erasure_steps add constraint user_erasure_steps_request_id_fkey foreign key (request_id) references public.user_data_requests (id) on delete restrict;
create index user_erasure_steps_created_at_idx on public.user_erasure_steps (created_at) where (completed_at is null);
comment on index public.user_erasure_steps_created_at_idx is 'Open steps.';
create trigger touch_updated_at before update on public.user_erasure_steps for each row execute function boyfanz.touch_updated_at();
create trigger erasure_waits_for_holds before insert or update of domain, action, started_at, completed_at on public.user_erasure_steps for each row when (new.action <> 'retained' and (new.started_at is not null or new.completed_at is not null)) execute function boyfanz.refuse_erasure_while_held();
create trigger refuse_delete before delete on public.user_erasure_steps for each row execute function boyfanz.refuse_delete('Proof of erasure.');
create trigger refuse_truncate before truncate on public.user_erasure_steps for each statement execute function boyfanz.refuse_delete('Proof of erasure.');
create policy staff_select on public.user_erasure_steps for select to boyfanz_staff using ((select boyfanz.has_permission('account.erase')));
grant select on table public.user_erasure_steps to boyfanz_staff;
grant select, insert, update, delete on table public.user_erasure_steps to service_role;

create table public.user_external_identities (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  provider text not null,
  issuer text,
  subject text not null,
  email_at_link extensions.citext,
  profile jsonb default '{}' not null,
  linked_at timestamptz default now() not null,
  last_login_at timestamptz,
  unlinked_at timestamptz,
  constraint user_external_identities_pkey primary key (id),
  constraint user_external_identities_provider_check check (provider in ('google', 'apple', 'x', 'discord', 'twitch', 'reddit', 'oidc')),
  constraint issuer_only_for_oidc check ((provider = 'oidc') = (issuer is not null)),
  constraint issuer_is_https check (issuer ~ '^https://'),
  constraint profile_is_object check (jsonb_typeof(profile) = 'object' and octet_length(profile::text) <= 8192),
  constraint unlinked_after_linked check (unlinked_at >= linked_at)
);
alter table public.user_external_identities enable row level security;
revoke all on table public.user_external_identities from anon, authenticated, service_role;
comment on table public.user_external_identities is 'Social and enterprise sign-ins of an account, matched by the provider''s stable subject and never by e-mail. No long-lived provider token is kept.';
comment on column public.user_external_identities.issuer is 'Issuer URL of an oidc provider, without which its subject is not unique.';
create unique index user_external_identities_provider_subject_idx on public.user_external_identities (provider, (coalesce(issuer, '')), subject) where (unlinked_at is null);
create index user_external_identities_user_id_fkey_idx on public.user_external_identities (user_id);
create trigger touch_updated_at before update on public.user_external_identities for each row execute function boyfanz.touch_updated_at();
create constraint trigger keep_a_login_method after update of unlinked_at or delete on public.user_external_identities deferrable initially deferred for each row execute function boyfanz.keep_a_login_method();
create policy member_select on public.user_external_identities for select to authenticated using (user_external_identities.user_id = (select boyfanz.current_user_id()));
grant select (created_at, email_at_link, id, issuer, last_login_at, linked_at, profile, provider, unlinked_at, updated_at, user_id) on table public.user_external_identities to authenticated;
grant select, insert, update, delete on table public.user_external_identities to service_role;

create table public.user_geo_restrictions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  country_code public.country_code not null,
  region_code text default '*' not null,
  mode text default 'block' not null,
  reason text default 'personal' not null,
  constraint user_geo_restrictions_pkey primary key (user_id, country_code, region_code),
  constraint user_geo_restrictions_mode_check check (mode in ('block', 'allow')),
  constraint user_geo_restrictions_reason_check check (reason in ('personal', 'legal', 'tax')),
  constraint region_code_form check (region_code ~ '^([*]|[A-Z0-9]{1,3})$'),
  constraint user_geo_restrictions_one_mode_per_user_excl exclude using gist (user_id with =, mode with <>) deferrable
);
alter table public.user_geo_restrictions enable row level security;
revoke all on table public.user_geo_restrictions from anon, authenticated, service_role;
comment on table public.user_geo_restrictions is 'Countries and regions in which a creator does not want to be seen, or the only ones in which they do; never both.';
comment on column public.user_geo_restrictions.region_code is 'Subdivision of ISO 3166-2 without the country; * is the whole country.';
create index user_geo_restrictions_country_code_region_code_idx on public.user_geo_restrictions (country_code, region_code) where (mode = 'block');
create trigger touch_updated_at before update on public.user_geo_restrictions for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_geo_restrictions for select to authenticated using (user_geo_restrictions.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_geo_restrictions for insert to authenticated with check (user_geo_restrictions.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_geo_restrictions for update to authenticated using (user_geo_restrictions.user_id = (select boyfanz.current_user_id())) with check (user_geo_restrictions.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_geo_restrictions for delete to authenticated using (user_geo_restrictions.user_id = (select boyfanz.current_user_id()));
grant select, insert (country_code, mode, reason, region_code, user_id), update (country_code, mode, reason, region_code, user_id), delete on table public.user_geo_restrictions to authenticated;
grant select, insert, update, delete on table public.user_geo_restrictions to service_role;

create table public.user_identity_documents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  verification_id uuid not null,
  user_id uuid not null,
  doc_type text not null,
  issuing_country public.country_code,
  object_key_enc bytea not null,
  sha256 public.digest_256 not null,
  number_bidx public.digest_256,
  expires_on date,
  key_id smallint not null,
  destroyed_at timestamptz,
  destruction_proof public.digest_256,
  retain_until date not null,
  constraint user_identity_documents_pkey primary key (id),
  constraint user_identity_documents_doc_type_check check (doc_type in ('passport', 'national_id', 'driving_licence', 'residence_permit', 'selfie', 'selfie_with_id', 'proof_of_address', 'company_register')),
  constraint object_key_is_no_image check (octet_length(object_key_enc) <= 1024),
  constraint destroyed_with_proof check ((destroyed_at is null) = (destruction_proof is null))
);
alter table public.user_identity_documents enable row level security;
revoke all on table public.user_identity_documents from anon, authenticated, service_role;
comment on table public.user_identity_documents is 'Encrypted pointers to identity documents and selfies of a verification; the files lie in a bucket and key domain of their own, never in the database. Files are destroyed by schedule, with proof, and rows never by cascade.';
comment on column public.user_identity_documents.object_key_enc is 'Place of the file, encrypted with key_id.';
comment on column public.user_identity_documents.sha256 is 'Of the file as uploaded.';
comment on column public.user_identity_documents.number_bidx is 'HMAC of the document number.';
comment on column public.user_identity_documents.key_id is 'Version of the encryption key.';
comment on column public.user_identity_documents.destruction_proof is 'Digest of the store''s deletion receipt.';
create index user_identity_documents_number_bidx_idx on public.user_identity_documents (number_bidx) where (number_bidx is not null);
create index user_identity_documents_retain_until_idx on public.user_identity_documents (retain_until) where (destroyed_at is null);
create index user_identity_documents_user_id_verification_id_fkey_idx on public.user_identity_documents (user_id, verification_id);
create trigger touch_updated_at before update on public.user_identity_documents for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.user_identity_documents for each row execute function boyfanz.refuse_while_held('user_id', 'identity');
create trigger destroyed_once before update of destroyed_at, destruction_proof on public.user_identity_documents for each row execute function boyfanz.set_once('destroyed_at', 'destruction_proof');
create trigger destruction_keeps_until_retained before delete on public.user_identity_documents for each row execute function boyfanz.keep_until('retain_until');
create trigger destruction_waits_for_holds before update of destroyed_at on public.user_identity_documents for each row when (new.destroyed_at is not null) execute function boyfanz.refuse_while_held('user_id', 'identity');
create trigger refuse_truncate before truncate on public.user_identity_documents for each statement execute function boyfanz.refuse_delete();
grant select, insert, update, delete on table public.user_identity_documents to service_role;

create table public.user_identity_verifications (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  level text not null,
  provider text not null,
  provider_session_id text not null,
  status text default 'created' not null,
  checks jsonb default '{}' not null,
  decline_codes text[] default '{}' not null,
  liveness_passed boolean,
  face_match_score numeric(5,4),
  document_country public.country_code,
  reviewer_id uuid,
  completed_at timestamptz,
  valid_until date,
  retain_until date not null,
  constraint user_identity_verifications_pkey primary key (id),
  constraint user_identity_verifications_provider_provider_session_id_key unique (provider, provider_session_id),
  constraint user_identity_verifications_user_id_id_key unique (user_id, id),
  constraint user_identity_verifications_level_check check (level in ('age', 'identity', 'creator', 'business')),
  constraint user_identity_verifications_provider_check check (provider in ('veriff', 'onfido', 'yoti', 'persona', 'manual')),
  constraint user_identity_verifications_status_check check (status in ('created', 'pending', 'approved', 'declined', 'expired', 'review')),
  constraint face_match_score_in_range check (face_match_score between 0 and 1),
  constraint approved_is_complete check (status <> 'approved' or (completed_at is not null and valid_until is not null)),
  constraint reviewer_is_not_the_subject check (reviewer_id <> user_id),
  constraint checks_is_object check (jsonb_typeof(checks) = 'object')
);
alter table public.user_identity_verifications enable row level security;
alter table public.creator_applications add constraint verification_of_same_user foreign key (user_id, verification_id) references public.user_identity_verifications (user_id, id) on delete restrict;
alter table public.user_identity_documents add constraint verification_of_same_user foreign key (user_id, verification_id) references public.user_identity_verifications (user_id, id) on delete restrict;
revoke all on table public.user_identity_verifications from anon, authenticated, service_role;
comment on table public.user_identity_verifications is 'One identity check with a provider; what was checked, the result and how long it holds. Kept until retain_until.';
comment on column public.user_identity_verifications.checks is 'Result of each single check.';
comment on column public.user_identity_verifications.face_match_score is '0 to 1; no biometric template is kept.';
create index user_identity_verifications_user_id_created_at_idx on public.user_identity_verifications (user_id, created_at desc);
create index user_identity_verifications_status_created_at_idx on public.user_identity_verifications (status, created_at) where (status in ('pending', 'review'));
create index user_identity_verifications_valid_until_idx on public.user_identity_verifications (valid_until) where (status = 'approved');
create index user_identity_verifications_reviewer_id_fkey_idx on public.user_identity_verifications (reviewer_id) where (reviewer_id is not null);
create trigger touch_updated_at before update on public.user_identity_verifications for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.user_identity_verifications for each row execute function boyfanz.refuse_while_held('user_id', 'identity');
create trigger keep_until_retained before delete on public.user_identity_verifications for each row execute function boyfanz.keep_until('retain_until');
create trigger refuse_truncate before truncate on public.user_identity_verifications for each statement execute function boyfanz.refuse_delete();
grant select, insert, update, delete on table public.user_identity_verifications to service_role;

create table public.user_interests (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  category_id integer not null,
  source text default 'picked' not null,
  weight numeric(4,3) default 1 not null,
  muted boolean default false not null,
  constraint user_interests_pkey primary key (user_id, category_id),
  constraint user_interests_source_check check (source in ('picked', 'inferred', 'imported')),
  constraint weight_in_range check (weight between 0 and 1)
);
alter table public.user_interests enable row level security;
revoke all on table public.user_interests from anon, authenticated, service_role;
comment on table public.user_interests is 'Topics that a person picked or seems to like, for ranking before there is a history. Inferred ones need consent to personalisation.';
create index user_interests_category_id_weight_idx on public.user_interests (category_id, weight desc);
create trigger touch_updated_at before update on public.user_interests for each row execute function boyfanz.touch_updated_at();
create constraint trigger inferred_needs_consent after insert or update of source, user_id on public.user_interests deferrable initially deferred for each row when (new.source = 'inferred') execute function boyfanz.require_consent('user_id', 'personalisation');
create policy member_select on public.user_interests for select to authenticated using (user_interests.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_interests for insert to authenticated with check (user_interests.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_interests for update to authenticated using (user_interests.user_id = (select boyfanz.current_user_id())) with check (user_interests.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_interests for delete to authenticated using (user_interests.user_id = (select boyfanz.current_user_id()));
grant select, insert (category_id, muted, user_id), update (category_id, muted, user_id), delete on table public.user_interests to authenticated;
grant select, insert, update, delete on table public.user_interests to service_role;

create table public.user_legal_acceptances (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  document_id uuid not null,
  accepted_at timestamptz default now() not null,
  method text default 'click' not null,
  ip inet,
  user_agent text,
  signature_object_key text,
  constraint user_legal_acceptances_pkey primary key (id),
  constraint user_legal_acceptances_user_id_document_id_key unique (user_id, document_id),
  constraint user_legal_acceptances_user_id_id_key unique (user_id, id),
  constraint user_legal_acceptances_method_check check (method in ('click', 'signature', 'api_import')),
  constraint signature_is_kept check ((method = 'signature') = (signature_object_key is not null))
);
alter table public.user_legal_acceptances enable row level security;
alter table public.creators add constraint agreement_of_same_user foreign key (user_id, agreement_acceptance_id) references public.user_legal_acceptances (user_id, id) on delete restrict;
revoke all on table public.user_legal_acceptances from anon, authenticated, service_role;
comment on table public.user_legal_acceptances is 'Proof that a person accepted a version of a legal text; when, from where and how. Erasure clears address and agent, the fact stays.';
alter table public.user_legal_acceptances add constraint user_legal_acceptances_document_id_fkey foreign key (document_id) references public.legal_documents (id) on delete restrict;
create index user_legal_acceptances_document_id_accepted_at_idx on public.user_legal_acceptances (document_id, accepted_at);
create trigger append_only before update or delete on public.user_legal_acceptances for each row execute function boyfanz.append_only('clear ip', 'clear user_agent');
create trigger refuse_truncate before truncate on public.user_legal_acceptances for each statement execute function boyfanz.append_only();
create policy member_select on public.user_legal_acceptances for select to authenticated using (user_legal_acceptances.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_legal_acceptances for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select (accepted_at, created_at, document_id, id, ip, method, user_agent, user_id) on table public.user_legal_acceptances to authenticated;
grant select on table public.user_legal_acceptances to boyfanz_staff;
grant select, insert, update, delete on table public.user_legal_acceptances to service_role;

create table public.user_legal_holds (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  reference text not null,
  scope text[] default '{*}' not null,
  placed_by uuid,
  placed_at timestamptz default now() not null,
  expires_at timestamptz,
  released_at timestamptz,
  released_by uuid,
  constraint user_legal_holds_pkey primary key (id),
  constraint user_legal_holds_kind_check check (kind in ('litigation', 'law_enforcement', 'regulator', 'chargeback', 'records_2257', 'tax')),
  constraint scope_is_not_empty check (cardinality(scope) > 0),
  constraint released_by_somebody check ((released_at is null) = (released_by is null)),
  constraint released_after_placed check (released_at >= placed_at),
  constraint expires_after_placed check (expires_at > placed_at)
);
alter table public.user_legal_holds enable row level security;
revoke all on table public.user_legal_holds from anon, authenticated, service_role;
comment on table public.user_legal_holds is 'Orders that freeze the deletion of an account''s data; litigation, law enforcement, regulator, chargeback, performer records, tax.';
comment on column public.user_legal_holds.reference is 'File number or name of the order.';
comment on column public.user_legal_holds.scope is 'Domains of data as in user_erasure_steps; * stands for all.';
comment on column public.user_legal_holds.expires_at is 'When to look at it again; a hold ends only by release.';
create index user_legal_holds_open_idx on public.user_legal_holds (user_id) where (released_at is null);
create index user_legal_holds_expires_at_idx on public.user_legal_holds (expires_at) where (released_at is null and expires_at is not null);
create index user_legal_holds_user_id_fkey_idx on public.user_legal_holds (user_id);
create index user_legal_holds_placed_by_fkey_idx on public.user_legal_holds (placed_by) where (placed_by is not null);
create index user_legal_holds_released_by_fkey_idx on public.user_legal_holds (released_by) where (released_by is not null);
create trigger touch_updated_at before update on public.user_legal_holds for each row execute function boyfanz.touch_updated_at();
create trigger refuse_delete before delete on public.user_legal_holds for each row execute function boyfanz.refuse_delete('Release the hold instead.');
create trigger released_once before update on public.user_legal_holds for each row execute function boyfanz.freeze_when_set('released_at');
create trigger refuse_truncate before truncate on public.user_legal_holds for each statement execute function boyfanz.refuse_delete('Release the holds instead.');
create policy staff_select on public.user_legal_holds for select to boyfanz_staff using ((select boyfanz.has_permission('legal_hold.read')));
grant select on table public.user_legal_holds to boyfanz_staff;
grant select, insert, update, delete on table public.user_legal_holds to service_role;

create table public.user_legal_identities (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  legal_name_enc bytea not null,
  former_names_enc bytea,
  birth_date_enc bytea not null,
  birth_year smallint not null,
  nationality public.country_code,
  residence_country public.country_code not null,
  id_number_bidx public.digest_256,
  source_verification_id uuid,
  key_id smallint not null,
  verified_at timestamptz not null,
  retain_until date,
  constraint user_legal_identities_pkey primary key (user_id),
  constraint birth_year_allows_18_years check (birth_year between 1900 and extract(year from verified_at at time zone 'UTC') - 18)
);
alter table public.user_legal_identities enable row level security;
revoke all on table public.user_legal_identities from anon, authenticated, service_role;
comment on table public.user_legal_identities is 'Legal name, birth date and nationality as verified, encrypted field by field. Outlives account erasure until retain_until where a record-keeping, tax or money-laundering duty applies; then its key is destroyed.';
comment on column public.user_legal_identities.birth_year is 'In clear, as a bound for 18 years; the full date is compared when it is verified.';
comment on column public.user_legal_identities.id_number_bidx is 'HMAC of the document number. Not unique: the same person twice goes to review.';
comment on column public.user_legal_identities.key_id is 'Version of the encryption key.';
comment on column public.user_legal_identities.retain_until is 'NULL while no duty to keep the row is known.';
alter table public.user_legal_identities add constraint verification_of_same_user foreign key (user_id, source_verification_id) references public.user_identity_verifications (user_id, id) on delete restrict;
create index user_legal_identities_id_number_bidx_idx on public.user_legal_identities (id_number_bidx) where (id_number_bidx is not null);
create index user_legal_identities_user_id_source_verification_id_fkey_idx on public.user_legal_identities (user_id, source_verification_id);
create trigger touch_updated_at before update on public.user_legal_identities for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.user_legal_identities for each row execute function boyfanz.refuse_while_held('user_id', 'identity');
create trigger keep_until_retained before delete on public.user_legal_identities for each row execute function boyfanz.keep_until('retain_until');
grant select, insert, update, delete on table public.user_legal_identities to service_role;

create table public.user_levels (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  level smallint default 1 not null,
  total_xp bigint default 0 not null,
  season_xp bigint default 0 not null,
  reached_at timestamptz default now() not null,
  last_xp_id bigint,
  constraint user_levels_pkey primary key (user_id),
  constraint total_xp_is_not_negative check (total_xp >= 0),
  constraint season_xp_is_part_of_total check (season_xp between 0 and total_xp)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_levels enable row level security;
revoke all on table public.user_levels from anon, authenticated, service_role;
comment on table public.user_levels is 'Level and XP of a person, written in the transaction of the XP entry; compared with the sum of the entries every night.';
alter table public.user_levels add constraint user_levels_level_fkey foreign key (level) references public.level_definitions (level) on delete restrict;
create index user_levels_total_xp_idx on public.user_levels (total_xp desc);
create index user_levels_level_fkey_idx on public.user_levels (level);
create trigger touch_updated_at before update on public.user_levels for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.user_levels for select to anon using ((boyfanz.may_see_profile(user_id)));
create policy member_select on public.user_levels for select to authenticated using ((boyfanz.may_see_profile(user_id)) or user_levels.user_id = (select boyfanz.current_user_id()));
grant select (created_at, level, reached_at, season_xp, total_xp, updated_at, user_id) on table public.user_levels to anon;
grant select (created_at, level, reached_at, season_xp, total_xp, updated_at, user_id) on table public.user_levels to authenticated;
grant select, insert, update, delete on table public.user_levels to service_role;

create table public.user_login_attempts (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  user_id uuid,
  identifier_bidx public.digest_256 not null,
  outcome text not null,
  method text not null,
  ip inet,
  country_code public.country_code,
  asn bigint,
  user_agent_hash public.digest_256,
  risk_score smallint,
  session_id uuid,
  constraint user_login_attempts_pkey primary key (id, occurred_at),
  constraint user_login_attempts_outcome_check check (outcome in ('success', 'bad_password', 'bad_mfa', 'locked', 'unknown_user', 'blocked_ip', 'captcha_failed')),
  constraint user_login_attempts_method_check check (method in ('password', 'passkey', 'social', 'magic_link', 'totp', 'sms')),
  constraint asn_in_range check (asn between 0 and 4294967295),
  constraint risk_score_in_range check (risk_score between 0 and 100)
) partition by range (occurred_at);
alter table public.user_login_attempts enable row level security;
revoke all on table public.user_login_attempts from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_login_attempts', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'user_login_attempts', 'occurred_at', '7 days', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.user_login_attempts'::regclass);
comment on table public.user_login_attempts is 'Every sign-in attempt, good or bad, for lockout, credential stuffing and the sign-in history. Erasure clears user and address; the identifier is kept only as a blind index.';
comment on column public.user_login_attempts.user_id is 'NULL for an unknown identifier, and after erasure.';
comment on column public.user_login_attempts.identifier_bidx is 'HMAC of what was typed as name or address.';
comment on column public.user_login_attempts.ip is 'Cleared at erasure.';
comment on column public.user_login_attempts.asn is 'Autonomous system; 32 bits without sign.';
comment on column public.user_login_attempts.risk_score is '0 to 100.';
create index user_login_attempts_user_id_occurred_at_idx on public.user_login_attempts (user_id, occurred_at desc);
create index user_login_attempts_ip_occurred_at_idx on public.user_login_attempts (ip, occurred_at desc);
create index user_login_attempts_identifier_bidx_occurred_at_idx on public.user_login_attempts (identifier_bidx, occurred_at desc);
create index user_login_attempts_occurred_at_idx on public.user_login_attempts using brin (occurred_at);
create trigger append_only before update on public.user_login_attempts for each row execute function boyfanz.append_only('clear user_id', 'clear ip');
grant select, insert, update, delete on table public.user_login_attempts to service_role;

create table public.user_mfa_factors (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  label text not null,
  status text default 'pending' not null,
  secret_enc bytea,
  key_id smallint,
  phone_id uuid,
  last_used_step bigint,
  verified_at timestamptz,
  last_used_at timestamptz,
  constraint user_mfa_factors_pkey primary key (id),
  constraint user_mfa_factors_user_id_label_key unique (user_id, label),
  constraint user_mfa_factors_kind_check check (kind in ('totp', 'sms', 'email')),
  constraint user_mfa_factors_status_check check (status in ('pending', 'active', 'disabled')),
  constraint label_length check (char_length(label) between 1 and 60),
  constraint totp_has_secret check ((kind = 'totp') = (secret_enc is not null)),
  constraint sms_has_phone check ((kind = 'sms') = (phone_id is not null)),
  constraint secret_names_its_key check ((secret_enc is null) = (key_id is null)),
  constraint active_was_verified check (status <> 'active' or verified_at is not null)
);
alter table public.user_mfa_factors enable row level security;
revoke all on table public.user_mfa_factors from anon, authenticated, service_role;
comment on table public.user_mfa_factors is 'Second factors other than passkeys; authenticator apps, SMS and e-mail.';
comment on column public.user_mfa_factors.secret_enc is 'The TOTP seed, encrypted with key_id.';
comment on column public.user_mfa_factors.key_id is 'Version of the encryption key.';
comment on column public.user_mfa_factors.last_used_step is 'Time step of the last accepted code, which rises with every use so that no code counts twice.';
create unique index user_mfa_factors_user_id_phone_id_idx on public.user_mfa_factors (user_id, phone_id) where (kind = 'sms' and status = 'active');
create index user_mfa_factors_user_id_idx on public.user_mfa_factors (user_id) where (status = 'active');
create index user_mfa_factors_user_id_phone_id_fkey_idx on public.user_mfa_factors (user_id, phone_id);
create trigger touch_updated_at before update on public.user_mfa_factors for each row execute function boyfanz.touch_updated_at();
create trigger last_used_step_rises before update of last_used_step on public.user_mfa_factors for each row execute function boyfanz.only_grows('strictly', 'last_used_step');
create constraint trigger voip_is_not_the_only_factor after insert or update of status, phone_id or delete on public.user_mfa_factors deferrable initially deferred for each row execute function boyfanz.refuse_voip_only_mfa('user_id');
create policy member_select on public.user_mfa_factors for select to authenticated using (user_mfa_factors.user_id = (select boyfanz.current_user_id()));
grant select (created_at, id, kind, label, last_used_at, status, updated_at, user_id, verified_at) on table public.user_mfa_factors to authenticated;
grant select, insert, update, delete on table public.user_mfa_factors to service_role;

create table public.user_muted_words (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  phrase text not null,
  phrase_key text generated always as (lower(normalize(btrim(phrase), NFKC))) stored not null,
  match_kind text default 'word' not null,
  surfaces text[] default '{feed,comments,inbox}' not null,
  expires_at timestamptz,
  constraint user_muted_words_pkey primary key (id),
  constraint user_muted_words_user_id_phrase_key_key unique (user_id, phrase_key),
  constraint user_muted_words_match_kind_check check (match_kind in ('word', 'substring', 'hashtag', 'emoji')),
  constraint user_muted_words_surfaces_check check (surfaces <@ array['feed', 'comments', 'inbox']::text[]),
  constraint phrase_length check (char_length(btrim(phrase)) between 1 and 100),
  constraint surfaces_are_named check (cardinality(surfaces) > 0)
);
alter table public.user_muted_words enable row level security;
revoke all on table public.user_muted_words from anon, authenticated, service_role;
comment on table public.user_muted_words is 'Words, phrases and hashtags that a person does not want to meet in feeds, comments or the inbox; at most 500.';
comment on column public.user_muted_words.phrase_key is 'The form that is compared.';
create trigger touch_updated_at before update on public.user_muted_words for each row execute function boyfanz.touch_updated_at();
create trigger at_most_500_per_user after insert or update of user_id on public.user_muted_words for each row execute function boyfanz.limit_rows_per_owner('user_id', '500');
create policy member_select on public.user_muted_words for select to authenticated using (user_muted_words.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_muted_words for insert to authenticated with check (user_muted_words.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_muted_words for update to authenticated using (user_muted_words.user_id = (select boyfanz.current_user_id())) with check (user_muted_words.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_muted_words for delete to authenticated using (user_muted_words.user_id = (select boyfanz.current_user_id()));
grant select, insert (expires_at, match_kind, phrase, surfaces, user_id), update (expires_at, match_kind, phrase, surfaces, user_id), delete on table public.user_muted_words to authenticated;
grant select, insert, update, delete on table public.user_muted_words to service_role;

create table public.user_mutes (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  muted_user_id uuid not null,
  surfaces text[] default '{posts,stories,messages,notifications}' not null,
  expires_at timestamptz,
  constraint user_mutes_pkey primary key (user_id, muted_user_id),
  constraint user_mutes_surfaces_check check (surfaces <@ array['posts', 'stories', 'messages', 'notifications']::text[]),
  constraint nobody_mutes_themselves check (user_id <> muted_user_id),
  constraint surfaces_are_named check (cardinality(surfaces) > 0)
);
alter table public.user_mutes enable row level security;
revoke all on table public.user_mutes from anon, authenticated, service_role;
comment on table public.user_mutes is 'Accounts that a person silences on some surfaces, for a time or for good; the other side notices nothing.';
create index user_mutes_expires_at_idx on public.user_mutes (expires_at) where (expires_at is not null);
create index user_mutes_muted_user_id_fkey_idx on public.user_mutes (muted_user_id);
create trigger touch_updated_at before update on public.user_mutes for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_mutes for select to authenticated using (user_mutes.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_mutes for insert to authenticated with check (user_mutes.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_mutes for update to authenticated using (user_mutes.user_id = (select boyfanz.current_user_id())) with check (user_mutes.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_mutes for delete to authenticated using (user_mutes.user_id = (select boyfanz.current_user_id()));
grant select, insert (expires_at, muted_user_id, surfaces, user_id), update (expires_at, muted_user_id, surfaces, user_id), delete on table public.user_mutes to authenticated;
grant select, insert, update, delete on table public.user_mutes to service_role;

create table public.user_password_history (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  password_hash text not null,
  replaced_at timestamptz default now() not null,
  constraint user_password_history_pkey primary key (id),
  constraint password_hash_form check (password_hash ~ '^\$(argon2id\$|2[aby]\$)')
);
alter table public.user_password_history enable row level security;
revoke all on table public.user_password_history from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_password_history', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.user_password_history is 'Verifiers of the ten latest former passwords, so that a reset cannot bring one back.';
comment on column public.user_password_history.password_hash is 'A PHC string.';
create index user_password_history_user_id_replaced_at_idx on public.user_password_history (user_id, replaced_at desc);
create trigger append_only before update on public.user_password_history for each row execute function boyfanz.append_only();
create trigger keep_newest_10 after insert on public.user_password_history for each row execute function boyfanz.keep_newest('user_id', 'replaced_at', '10');
grant select, insert, update, delete on table public.user_password_history to service_role;

create table public.user_permissions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id smallint not null,
  code text generated always as (resource || '.' || action) stored not null,
  resource text not null,
  action text not null,
  is_sensitive boolean default false not null,
  needs_four_eyes boolean default false not null,
  description text not null,
  constraint user_permissions_pkey primary key (id),
  constraint user_permissions_code_key unique (code),
  constraint resource_form check (resource ~ '^[a-z][a-z0-9_]*$'),
  constraint action_form check (action ~ '^[a-z][a-z0-9_]*$')
);
alter table public.user_permissions enable row level security;
revoke all on table public.user_permissions from anon, authenticated, service_role;
comment on table public.user_permissions is 'Atomic permissions, such as payout.approve or post.remove.';
comment on column public.user_permissions.needs_four_eyes is 'A second person has to confirm each use.';
create trigger touch_updated_at before update on public.user_permissions for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.user_permissions for select to boyfanz_staff using ((select boyfanz.has_permission('role.read')));
grant select on table public.user_permissions to boyfanz_staff;
grant select, insert, update, delete on table public.user_permissions to service_role;

create table public.user_phone_numbers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  e164_enc bytea not null,
  e164_bidx public.digest_256 not null,
  last_four text not null,
  country_code public.country_code not null,
  line_type text default 'unknown' not null,
  is_primary boolean default false not null,
  verified_at timestamptz,
  key_id smallint not null,
  constraint user_phone_numbers_pkey primary key (id),
  constraint user_phone_numbers_user_id_id_key unique (user_id, id),
  constraint user_phone_numbers_line_type_check check (line_type in ('mobile', 'voip', 'landline', 'unknown')),
  constraint last_four_are_digits check (last_four ~ '^[0-9]{4}$')
);
alter table public.user_phone_numbers enable row level security;
alter table public.user_mfa_factors add constraint phone_of_same_user foreign key (user_id, phone_id) references public.user_phone_numbers (user_id, id) on delete cascade;
revoke all on table public.user_phone_numbers from anon, authenticated, service_role;
comment on table public.user_phone_numbers is 'Phone numbers for second factors and SMS, encrypted, with a keyed blind index for equality.';
comment on column public.user_phone_numbers.e164_enc is 'The number in E.164 form, encrypted with key_id.';
comment on column public.user_phone_numbers.e164_bidx is 'HMAC of the number under a key of its own, never a plain hash.';
comment on column public.user_phone_numbers.key_id is 'Version of the encryption key.';
create unique index user_phone_numbers_e164_bidx_idx on public.user_phone_numbers (e164_bidx) where (verified_at is not null);
create unique index user_phone_numbers_user_id_idx on public.user_phone_numbers (user_id) where (is_primary);
create trigger touch_updated_at before update on public.user_phone_numbers for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.user_phone_numbers for each row execute function boyfanz.refuse_while_held('user_id', 'contact');
create constraint trigger voip_is_not_the_only_factor after update of line_type on public.user_phone_numbers deferrable initially deferred for each row execute function boyfanz.refuse_voip_only_mfa('user_id');
create policy member_select on public.user_phone_numbers for select to authenticated using (user_phone_numbers.user_id = (select boyfanz.current_user_id()));
grant select (country_code, created_at, id, is_primary, last_four, line_type, updated_at, user_id, verified_at) on table public.user_phone_numbers to authenticated;
grant select, insert, update, delete on table public.user_phone_numbers to service_role;

create table public.user_point_transactions (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  amount integer not null,
  lot_id bigint,
  lot_expires_at timestamptz,
  redemption_id uuid,
  source_ref text,
  balance_after bigint not null,
  idempotency_key text not null,
  constraint user_point_transactions_pkey primary key (id),
  constraint user_point_transactions_user_id_idempotency_key_key unique (user_id, idempotency_key),
  constraint user_point_transactions_user_id_id_key unique (user_id, id),
  constraint user_point_transactions_kind_check check (kind in ('earn', 'redeem', 'expire', 'adjust', 'reverse')),
  constraint amount_fits_kind check (case when kind = 'earn' then amount > 0 when kind in ('redeem', 'expire') then amount < 0 else amount <> 0 end),
  constraint balance_is_not_negative check (balance_after >= 0),
  constraint only_earnings_expire check (lot_expires_at is null or kind = 'earn'),
  constraint expiry_names_its_lot check (kind <> 'expire' or lot_id is not null),
  constraint redemption_is_named check (kind <> 'redeem' or redemption_id is not null)
);
alter table public.user_point_transactions enable row level security;
revoke all on table public.user_point_transactions from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_point_transactions', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.user_point_transactions is 'Movements of loyalty points with the lot they belong to; each happens once by its idempotency key. They go with the account.';
comment on column public.user_point_transactions.amount is 'Points; negative when the balance falls.';
comment on column public.user_point_transactions.lot_id is 'The earning of the same person that expires or is spent.';
alter table public.user_point_transactions add constraint lot_of_same_user foreign key (user_id, lot_id) references public.user_point_transactions (user_id, id) on delete restrict;
create index user_point_transactions_user_id_created_at_idx on public.user_point_transactions (user_id, created_at desc);
create index user_point_transactions_lot_expires_at_idx on public.user_point_transactions (lot_expires_at) where (kind = 'earn' and lot_expires_at is not null);
create index user_point_transactions_user_id_lot_id_fkey_idx on public.user_point_transactions (user_id, lot_id);
create index user_point_transactions_redemption_id_fkey_idx on public.user_point_transactions (redemption_id) where (redemption_id is not null);
create trigger append_only before update on public.user_point_transactions for each row execute function boyfanz.append_only();
create policy member_select on public.user_point_transactions for select to authenticated using (user_point_transactions.user_id = (select boyfanz.current_user_id()));
grant select (amount, balance_after, created_at, id, kind, lot_expires_at, lot_id, redemption_id, source_ref, user_id) on table public.user_point_transactions to authenticated;
grant select, insert, update, delete on table public.user_point_transactions to service_role;

create table public.user_points (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  balance bigint default 0 not null,
  lifetime_earned bigint default 0 not null,
  lifetime_spent bigint default 0 not null,
  lifetime_expired bigint default 0 not null,
  tier text default 'bronze' not null,
  tier_expires_on date,
  next_expiry_at timestamptz,
  constraint user_points_pkey primary key (user_id),
  constraint user_points_tier_check check (tier in ('bronze', 'silver', 'gold', 'platinum')),
  constraint balance_is_not_negative check (balance >= 0),
  constraint lifetimes_are_not_negative check (lifetime_earned >= 0 and lifetime_spent >= 0 and lifetime_expired >= 0),
  constraint balance_adds_up check (balance = lifetime_earned - lifetime_spent - lifetime_expired)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_points enable row level security;
revoke all on table public.user_points from anon, authenticated, service_role;
comment on table public.user_points is 'Loyalty points of a person; not money and without cash value. Compared with the movements every night.';
comment on column public.user_points.next_expiry_at is 'When the oldest lot of points expires.';
create index user_points_tier_idx on public.user_points (tier) where (tier <> 'bronze');
create index user_points_next_expiry_at_idx on public.user_points (next_expiry_at) where (next_expiry_at is not null);
create trigger touch_updated_at before update on public.user_points for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_points for select to authenticated using (user_points.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_points to authenticated;
grant select, insert, update, delete on table public.user_points to service_role;

create table public.user_preferences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  language public.language_tag default 'en' not null,
  content_languages public.language_tag[] default '{}' not null,
  theme text default 'system' not null,
  autoplay boolean default true not null,
  data_saver boolean default false not null,
  blur_sensitive boolean default true not null,
  default_feed text default 'ranked' not null,
  date_format text,
  display_currency public.currency_code,
  accessibility jsonb default '{}' not null,
  extra jsonb default '{}' not null,
  constraint user_preferences_pkey primary key (user_id),
  constraint user_preferences_theme_check check (theme in ('system', 'light', 'dark')),
  constraint user_preferences_default_feed_check check (default_feed in ('ranked', 'latest')),
  constraint accessibility_is_object check (jsonb_typeof(accessibility) = 'object' and octet_length(accessibility::text) <= 4096),
  constraint extra_is_object_of_8_kb check (jsonb_typeof(extra) = 'object' and octet_length(extra::text) <= 8192)
) with (fillfactor = 90);
alter table public.user_preferences enable row level security;
revoke all on table public.user_preferences from anon, authenticated, service_role;
comment on table public.user_preferences is 'Interface and playback preferences; columns where they are queried, a small document for the rest.';
create index user_preferences_display_currency_fkey_idx on public.user_preferences (display_currency) where (display_currency is not null);
create trigger touch_updated_at before update on public.user_preferences for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_preferences for select to authenticated using (user_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_preferences for insert to authenticated with check (user_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_preferences for update to authenticated using (user_preferences.user_id = (select boyfanz.current_user_id())) with check (user_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_preferences for delete to authenticated using (user_preferences.user_id = (select boyfanz.current_user_id()));
grant select, insert (accessibility, autoplay, blur_sensitive, content_languages, data_saver, date_format, default_feed, display_currency, extra, language, theme, user_id), update (accessibility, autoplay, blur_sensitive, content_languages, data_saver, date_format, default_feed, display_currency, extra, language, theme, user_id), delete on table public.user_preferences to authenticated;
grant select, insert, update, delete on table public.user_preferences to service_role;

create unlogged table public.user_presence (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  state text default 'offline' not null,
  last_seen_at timestamptz default now() not null,
  active_devices smallint default 0 not null,
  status_text text,
  status_expires_at timestamptz,
  constraint user_presence_pkey primary key (user_id),
  constraint user_presence_state_check check (state in ('online', 'away', 'busy', 'offline')),
  constraint active_devices_is_not_negative check (active_devices >= 0),
  constraint status_text_length check (char_length(status_text) <= 100)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table public.user_presence enable row level security;
revoke all on table public.user_presence from anon, authenticated, service_role;
comment on table public.user_presence is 'Whether an account is online; written at most once a minute each, and lost at a crash without harm.';
create index user_presence_user_id_idx on public.user_presence (user_id) where (state = 'online');
comment on index public.user_presence_user_id_idx is 'Who is online. Without last_seen_at, so that a heartbeat touches no index and stays a HOT update.';
create trigger touch_updated_at before update on public.user_presence for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_presence for select to authenticated using (user_presence.user_id = (select boyfanz.current_user_id()) or ((select boyfanz.current_user_id()) is not null and (boyfanz.shows_presence(user_id))));
create policy member_update on public.user_presence for update to authenticated using (user_presence.user_id = (select boyfanz.current_user_id())) with check (user_presence.user_id = (select boyfanz.current_user_id()));
grant select (created_at, state, status_expires_at, status_text, updated_at, user_id), update (status_expires_at, status_text) on table public.user_presence to authenticated;
grant select, insert, update, delete on table public.user_presence to service_role;

create table public.user_privacy_settings (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  profile_visibility text default 'public' not null,
  requires_follow_approval boolean default false not null,
  searchable boolean default true not null,
  recommendable boolean default true not null,
  show_online boolean default true not null,
  show_last_seen boolean default false not null,
  show_read_receipts boolean default true not null,
  show_follower_counts boolean default true not null,
  show_spending_badges boolean default false not null,
  dm_policy text default 'everyone' not null,
  mention_policy text default 'everyone' not null,
  comment_policy text default 'everyone' not null,
  allow_downloads boolean default false not null,
  hide_from_search_engines boolean default true not null,
  constraint user_privacy_settings_pkey primary key (user_id),
  constraint user_privacy_settings_profile_visibility_check check (profile_visibility in ('public', 'members', 'followers', 'private')),
  constraint user_privacy_settings_dm_policy_check check (dm_policy in ('everyone', 'followers', 'subscribers', 'paid', 'nobody')),
  constraint user_privacy_settings_mention_policy_check check (mention_policy in ('everyone', 'followed', 'nobody')),
  constraint user_privacy_settings_comment_policy_check check (comment_policy in ('everyone', 'followers', 'subscribers', 'nobody'))
) with (fillfactor = 90);
alter table public.user_privacy_settings enable row level security;
revoke all on table public.user_privacy_settings from anon, authenticated, service_role;
comment on table public.user_privacy_settings is 'Who may see, find, message, mention, recommend or pay an account.';
comment on column public.user_privacy_settings.show_read_receipts is 'Whether others learn what the person has read.';
create trigger touch_updated_at before update on public.user_privacy_settings for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_privacy_settings for select to authenticated using (user_privacy_settings.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_privacy_settings for insert to authenticated with check (user_privacy_settings.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_privacy_settings for update to authenticated using (user_privacy_settings.user_id = (select boyfanz.current_user_id())) with check (user_privacy_settings.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_privacy_settings for delete to authenticated using (user_privacy_settings.user_id = (select boyfanz.current_user_id()));
grant select, insert (allow_downloads, comment_policy, dm_policy, hide_from_search_engines, mention_policy, profile_visibility, recommendable, requires_follow_approval, searchable, show_follower_counts, show_last_seen, show_online, show_read_receipts, show_spending_badges, user_id), update (allow_downloads, comment_policy, dm_policy, hide_from_search_engines, mention_policy, profile_visibility, recommendable, requires_follow_approval, searchable, show_follower_counts, show_last_seen, show_online, show_read_receipts, show_spending_badges, user_id), delete on table public.user_privacy_settings to authenticated;
grant select, insert, update, delete on table public.user_privacy_settings to service_role;

create table public.user_profile_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  label text not null,
  url text not null,
  url_hash public.digest_256 not null,
  "position" smallint not null,
  verified_at timestamptz,
  is_blocked boolean default false not null,
  constraint user_profile_links_pkey primary key (id),
  constraint user_profile_links_user_id_url_hash_key unique (user_id, url_hash),
  constraint user_profile_links_kind_check check (kind in ('website', 'instagram', 'x', 'tiktok', 'youtube', 'twitch', 'wishlist', 'other')),
  constraint label_length check (char_length(label) between 1 and 60),
  constraint url_is_https check (url ~ '^https://[^[:space:]]+$' and char_length(url) <= 2048),
  constraint position_is_not_negative check (position >= 0)
);
alter table public.user_profile_links enable row level security;
revoke all on table public.user_profile_links from anon, authenticated, service_role;
comment on table public.user_profile_links is 'External links and wishlists of a profile in order; verification keeps impersonators from claiming somebody''s page.';
comment on column public.user_profile_links.url_hash is 'Of the normalised URL, so that spellings of one address count as one.';
comment on column public.user_profile_links.is_blocked is 'Hidden by the platform.';
create index user_profile_links_user_id_position_idx on public.user_profile_links (user_id, "position");
create trigger touch_updated_at before update on public.user_profile_links for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.user_profile_links for select to anon using ((not is_blocked and boyfanz.may_see_profile(user_id)));
create policy member_select on public.user_profile_links for select to authenticated using ((not is_blocked and boyfanz.may_see_profile(user_id)) or user_profile_links.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_profile_links to anon;
grant select on table public.user_profile_links to authenticated;
grant select, insert, update, delete on table public.user_profile_links to service_role;

create table public.user_profiles (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  display_name text not null,
  headline text,
  bio text,
  pronouns text,
  gender text,
  orientation_tags text[] default '{}' not null,
  body_attributes jsonb default '{}' not null,
  avatar_asset_id uuid,
  cover_asset_id uuid,
  theme jsonb default '{}' not null,
  profile_completeness smallint default 0 not null,
  is_sensitive boolean default true not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, display_name), 'A') || setweight(to_tsvector('simple'::regconfig, coalesce(headline, '')), 'B') || setweight(to_tsvector('simple'::regconfig, coalesce(bio, '')), 'C')) stored,
  constraint user_profiles_pkey primary key (user_id),
  constraint display_name_length check (char_length(display_name) between 1 and 50),
  constraint headline_length check (char_length(headline) <= 150),
  constraint bio_length check (char_length(bio) <= 1500),
  constraint profile_completeness_is_per_cent check (profile_completeness between 0 and 100),
  constraint body_attributes_is_object check (jsonb_typeof(body_attributes) = 'object' and octet_length(body_attributes::text) <= 4096),
  constraint theme_is_object check (jsonb_typeof(theme) = 'object' and octet_length(theme::text) <= 4096)
);
alter table public.user_profiles enable row level security;
revoke all on table public.user_profiles from anon, authenticated, service_role;
comment on table public.user_profiles is 'How an account presents itself; name, texts, images and self-declared attributes. Emptied at erasure.';
comment on column public.user_profiles.orientation_tags is 'GDPR article 9 data, only with the special_category consent.';
comment on column public.user_profiles.body_attributes is 'GDPR article 9 data, only with the special_category consent.';
comment on column public.user_profiles.profile_completeness is 'Per cent.';
comment on column public.user_profiles.is_sensitive is 'Blurred for viewers who ask for that.';
create index user_profiles_search_idx on public.user_profiles using gin (search);
create index user_profiles_orientation_tags_idx on public.user_profiles using gin (orientation_tags);
create index user_profiles_avatar_asset_id_fkey_idx on public.user_profiles (avatar_asset_id) where (avatar_asset_id is not null);
create index user_profiles_cover_asset_id_fkey_idx on public.user_profiles (cover_asset_id) where (cover_asset_id is not null);
create trigger touch_updated_at before update on public.user_profiles for each row execute function boyfanz.touch_updated_at();
create constraint trigger special_data_needs_consent after insert or update of orientation_tags, body_attributes on public.user_profiles deferrable initially deferred for each row when (cardinality(new.orientation_tags) > 0 or new.body_attributes <> '{}'::jsonb) execute function boyfanz.require_consent('user_id', 'special_category');
create policy anonymous_select on public.user_profiles for select to anon using ((boyfanz.may_see_profile(user_id)));
create policy member_select on public.user_profiles for select to authenticated using ((boyfanz.may_see_profile(user_id)) or user_profiles.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_profiles for insert to authenticated with check (user_profiles.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_profiles for update to authenticated using (user_profiles.user_id = (select boyfanz.current_user_id())) with check (user_profiles.user_id = (select boyfanz.current_user_id()));
grant select (avatar_asset_id, bio, cover_asset_id, created_at, display_name, gender, headline, is_sensitive, profile_completeness, pronouns, theme, updated_at, user_id) on table public.user_profiles to anon;
grant select (avatar_asset_id, bio, cover_asset_id, created_at, display_name, gender, headline, is_sensitive, profile_completeness, pronouns, theme, updated_at, user_id), insert (bio, display_name, gender, headline, pronouns, theme, user_id), update (bio, display_name, gender, headline, pronouns, theme, user_id) on table public.user_profiles to authenticated;
grant select, insert, update, delete on table public.user_profiles to service_role;

create table public.user_recovery_codes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  batch_id uuid not null,
  code_hash public.digest_256 not null,
  used_at timestamptz,
  used_session_id uuid,
  constraint user_recovery_codes_pkey primary key (id),
  constraint user_recovery_codes_user_id_code_hash_key unique (user_id, code_hash),
  constraint session_only_when_used check (used_session_id is null or used_at is not null)
);
alter table public.user_recovery_codes enable row level security;
revoke all on table public.user_recovery_codes from anon, authenticated, service_role;
comment on table public.user_recovery_codes is 'One-time codes for a lost second factor, stored as hashes. A new batch deletes the unused codes of older ones.';
comment on column public.user_recovery_codes.batch_id is 'The same for all codes that were shown together.';
create index user_recovery_codes_user_id_idx on public.user_recovery_codes (user_id) where (used_at is null);
create index user_recovery_codes_used_session_id_fkey_idx on public.user_recovery_codes (used_session_id) where (used_session_id is not null);
create trigger touch_updated_at before update on public.user_recovery_codes for each row execute function boyfanz.touch_updated_at();
create trigger used_once before update of used_at on public.user_recovery_codes for each row execute function boyfanz.set_once('used_at');
create trigger replace_older_batches after insert on public.user_recovery_codes for each row execute function boyfanz.drop_unused_recovery_codes();
create policy member_select on public.user_recovery_codes for select to authenticated using (user_recovery_codes.user_id = (select boyfanz.current_user_id()));
grant select (batch_id, created_at, id, updated_at, used_at, user_id) on table public.user_recovery_codes to authenticated;
grant select, insert, update, delete on table public.user_recovery_codes to service_role;

create table public.user_referral_codes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  code extensions.citext not null,
  kind text default 'member' not null,
  max_uses integer,
  uses integer default 0 not null,
  reward jsonb default '{}' not null,
  expires_at timestamptz,
  disabled_at timestamptz,
  constraint user_referral_codes_pkey primary key (id),
  constraint user_referral_codes_code_key unique (code),
  constraint user_referral_codes_kind_check check (kind in ('member', 'creator_invite')),
  constraint code_form check (code::text ~ '^[A-Za-z0-9_-]{4,40}$'),
  constraint uses_within_limit check (uses >= 0 and uses <= max_uses),
  constraint max_uses_is_positive check (max_uses > 0),
  constraint reward_is_object check (jsonb_typeof(reward) = 'object')
) with (fillfactor = 90);
alter table public.user_referral_codes enable row level security;
revoke all on table public.user_referral_codes from anon, authenticated, service_role;
comment on table public.user_referral_codes is 'Invite codes of members; the paid affiliate links of section 3 are something else.';
create index user_referral_codes_user_id_idx on public.user_referral_codes (user_id) where (disabled_at is null);
create index user_referral_codes_user_id_fkey_idx on public.user_referral_codes (user_id);
create trigger touch_updated_at before update on public.user_referral_codes for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_referral_codes for select to authenticated using (user_referral_codes.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_referral_codes to authenticated;
grant select, insert, update, delete on table public.user_referral_codes to service_role;

create table public.user_referrals (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  referred_id uuid not null,
  referrer_id uuid not null,
  code_id uuid,
  status text default 'signed_up' not null,
  qualified_at timestamptz,
  reject_reason text,
  ledger_transaction_id uuid,
  reward_points integer,
  constraint user_referrals_pkey primary key (referred_id),
  constraint user_referrals_status_check check (status in ('signed_up', 'qualified', 'rewarded', 'rejected')),
  constraint user_referrals_reject_reason_check check (reject_reason in ('self', 'duplicate_device', 'fraud', 'expired')),
  constraint nobody_refers_themselves check (referrer_id <> referred_id),
  constraint qualified_names_its_time check (status not in ('qualified', 'rewarded') or qualified_at is not null),
  constraint rejected_says_why check ((status = 'rejected') = (reject_reason is not null)),
  constraint reward_points_are_not_negative check (reward_points >= 0)
);
alter table public.user_referrals enable row level security;
revoke all on table public.user_referrals from anon, authenticated, service_role;
comment on table public.user_referrals is 'Who brought whom, and what became of it; a new account has one referrer for life.';
alter table public.user_referrals add constraint user_referrals_code_id_fkey foreign key (code_id) references public.user_referral_codes (id) on delete set null;
create index user_referrals_referrer_id_created_at_idx on public.user_referrals (referrer_id, created_at desc);
create index user_referrals_status_created_at_idx on public.user_referrals (status, created_at) where (status = 'signed_up');
create index user_referrals_code_id_fkey_idx on public.user_referrals (code_id) where (code_id is not null);
create trigger touch_updated_at before update on public.user_referrals for each row execute function boyfanz.touch_updated_at();
create trigger one_referrer_for_life before update of referred_id, referrer_id on public.user_referrals for each row execute function boyfanz.set_once('referred_id', 'referrer_id');
create policy member_select on public.user_referrals for select to authenticated using (user_referrals.referrer_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_referrals for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select (code_id, created_at, qualified_at, referred_id, referrer_id, reward_points, status, updated_at) on table public.user_referrals to authenticated;
grant select on table public.user_referrals to boyfanz_staff;
grant select, insert, update, delete on table public.user_referrals to service_role;

create table public.user_refresh_tokens (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  session_id uuid not null,
  user_id uuid not null,
  token_hash public.digest_256 not null,
  parent_id bigint,
  issued_at timestamptz default now() not null,
  used_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint user_refresh_tokens_pkey primary key (id),
  constraint user_refresh_tokens_token_hash_key unique (token_hash),
  constraint user_refresh_tokens_parent_id_key unique (parent_id),
  constraint expires_after_issue check (expires_at > issued_at),
  constraint parent_is_older check (parent_id < id)
);
alter table public.user_refresh_tokens enable row level security;
revoke all on table public.user_refresh_tokens from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_refresh_tokens', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.user_refresh_tokens is 'Chain of refresh tokens of a session. Each is rotated once; the service revokes the session when a spent one is presented again.';
comment on column public.user_refresh_tokens.parent_id is 'The token that this one replaced.';
alter table public.user_refresh_tokens add constraint user_refresh_tokens_parent_id_fkey foreign key (parent_id) references public.user_refresh_tokens (id) on delete set null;
create index user_refresh_tokens_session_id_issued_at_idx on public.user_refresh_tokens (session_id, issued_at desc);
create index user_refresh_tokens_expires_at_idx on public.user_refresh_tokens (expires_at);
create index user_refresh_tokens_user_id_session_id_fkey_idx on public.user_refresh_tokens (user_id, session_id);
create trigger touch_updated_at before update on public.user_refresh_tokens for each row execute function boyfanz.touch_updated_at();
create trigger used_once before update of used_at, revoked_at on public.user_refresh_tokens for each row execute function boyfanz.set_once('used_at', 'revoked_at');
grant select, insert, update, delete on table public.user_refresh_tokens to service_role;

create table public.user_reports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  reporter_id uuid,
  reported_user_id uuid not null,
  category text not null,
  content_id uuid,
  details text,
  evidence_asset_ids uuid[] default '{}' not null,
  status text default 'open' not null,
  priority smallint default 0 not null,
  due_at timestamptz,
  reporter_country public.country_code,
  resolved_at timestamptz,
  constraint user_reports_pkey primary key (id),
  constraint user_reports_category_check check (category in ('impersonation', 'harassment', 'underage', 'non_consensual', 'spam', 'scam', 'self_harm', 'leak', 'other')),
  constraint user_reports_status_check check (status in ('open', 'triaged', 'actioned', 'dismissed')),
  constraint nobody_reports_themselves check (reporter_id <> reported_user_id),
  constraint details_length check (char_length(details) <= 5000),
  constraint evidence_at_most_20 check (cardinality(evidence_asset_ids) <= 20),
  constraint priority_in_range check (priority between 0 and 9),
  constraint urgent_categories_come_first check (category not in ('underage', 'non_consensual') or (priority = 9 and due_at is not null and due_at - created_at <= interval '48 hours')),
  constraint resolved_names_its_time check ((status in ('actioned', 'dismissed')) = (resolved_at is not null))
);
alter table public.user_reports enable row level security;
revoke all on table public.user_reports from anon, authenticated, service_role;
comment on table public.user_reports is 'Reports that people file against an account; the intake from which moderation makes cases. Reports of minors and of intimate images without consent are urgent and due within 48 hours.';
comment on column public.user_reports.priority is '0 to 9, 9 is worked first.';
comment on column public.user_reports.due_at is 'When the law or our own promise wants it decided.';
create unique index user_reports_reporter_id_reported_user_id_category_idx on public.user_reports (reporter_id, reported_user_id, category) where (status = 'open');
create index user_reports_status_priority_created_at_idx on public.user_reports (status, priority desc, created_at) where (status = 'open');
create index user_reports_due_at_idx on public.user_reports (due_at) where (status in ('open', 'triaged') and due_at is not null);
create index user_reports_reported_user_id_created_at_idx on public.user_reports (reported_user_id, created_at desc);
create index user_reports_reporter_id_fkey_idx on public.user_reports (reporter_id) where (reporter_id is not null);
create index user_reports_content_id_fkey_idx on public.user_reports (content_id) where (content_id is not null);
create trigger touch_updated_at before update on public.user_reports for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_reports for select to authenticated using (user_reports.reporter_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_reports for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select (category, content_id, created_at, details, evidence_asset_ids, id, reported_user_id, reporter_country, reporter_id, resolved_at, status, updated_at) on table public.user_reports to authenticated;
grant select on table public.user_reports to boyfanz_staff;
grant select, insert, update, delete on table public.user_reports to service_role;

create table public.user_reputation_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  user_id uuid not null,
  signal text not null,
  delta integer not null,
  half_life_days smallint,
  source_ref text,
  constraint user_reputation_events_pkey primary key (id, occurred_at),
  constraint user_reputation_events_signal_check check (signal in ('report_upheld', 'report_dismissed', 'chargeback', 'payment_ok', 'content_removed', 'verified', 'helpful', 'spam_flag', 'appeal_won')),
  constraint half_life_is_positive check (half_life_days > 0)
) partition by range (occurred_at);
alter table public.user_reputation_events enable row level security;
revoke all on table public.user_reputation_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_reputation_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'user_reputation_events', 'occurred_at', '1 month', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.user_reputation_events'::regclass);
comment on table public.user_reputation_events is 'Signals that moved a reputation score, with weight and decay, so that a score can be explained and appealed.';
comment on column public.user_reputation_events.half_life_days is 'NULL for a signal that does not fade.';
create index user_reputation_events_user_id_occurred_at_idx on public.user_reputation_events (user_id, occurred_at desc);
create trigger append_only before update on public.user_reputation_events for each row execute function boyfanz.append_only();
create policy staff_select on public.user_reputation_events for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select on table public.user_reputation_events to boyfanz_staff;
grant select, insert, update, delete on table public.user_reputation_events to service_role;

create table public.user_reputation_scores (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  score integer default 500 not null,
  band text default 'new' not null,
  components jsonb default '{}' not null,
  chargeback_rate_bps integer,
  reports_upheld integer default 0 not null,
  model_version text not null,
  computed_at timestamptz default now() not null,
  constraint user_reputation_scores_pkey primary key (user_id),
  constraint user_reputation_scores_band_check check (band in ('new', 'low', 'normal', 'high', 'trusted')),
  constraint score_in_range check (score between 0 and 1000),
  constraint chargeback_rate_in_range check (chargeback_rate_bps between 0 and 10000),
  constraint reports_upheld_is_not_negative check (reports_upheld >= 0),
  constraint components_is_object check (jsonb_typeof(components) = 'object')
) with (fillfactor = 80);
alter table public.user_reputation_scores enable row level security;
revoke all on table public.user_reputation_scores from anon, authenticated, service_role;
comment on table public.user_reputation_scores is 'Trust in an account as ranking, limits and moderation use it.';
comment on column public.user_reputation_scores.score is '0 to 1000.';
comment on column public.user_reputation_scores.chargeback_rate_bps is 'Hundredths of a per cent of payments.';
create index user_reputation_scores_band_idx on public.user_reputation_scores (band);
create index user_reputation_scores_score_idx on public.user_reputation_scores (score);
create trigger touch_updated_at before update on public.user_reputation_scores for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_reputation_scores for select to authenticated using (user_reputation_scores.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_reputation_scores for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select (band, computed_at, created_at, updated_at, user_id) on table public.user_reputation_scores to authenticated;
grant select on table public.user_reputation_scores to boyfanz_staff;
grant select, insert, update, delete on table public.user_reputation_scores to service_role;

create table public.user_reward_redemptions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  reward_id uuid not null,
  points_spent integer not null,
  status text default 'pending' not null,
  promo_code_id uuid,
  fulfilled_at timestamptz,
  idempotency_key text not null,
  constraint user_reward_redemptions_pkey primary key (id),
  constraint user_reward_redemptions_user_id_idempotency_key_key unique (user_id, idempotency_key),
  constraint user_reward_redemptions_status_check check (status in ('pending', 'fulfilled', 'failed', 'reversed')),
  constraint points_spent_is_positive check (points_spent > 0),
  constraint fulfilled_names_its_time check (status <> 'fulfilled' or fulfilled_at is not null)
);
alter table public.user_reward_redemptions enable row level security;
create policy member_select on public.loyalty_rewards for select to authenticated using ((coalesce(starts_at <= now(), true) and coalesce(ends_at > now(), true)) or ((select boyfanz.current_user_id()) is not null and (id = any (array(select r.reward_id from public.user_reward_redemptions r where r.user_id = (select boyfanz.current_user_id()))))));
alter table public.user_point_transactions add constraint user_point_transactions_redemption_id_fkey foreign key (redemption_id) references public.user_reward_redemptions (id) on delete restrict;
revoke all on table public.user_reward_redemptions from anon, authenticated, service_role;
comment on table public.user_reward_redemptions is 'Points turned into a reward, and its fulfilment. May carry monetary value and is therefore kept.';
alter table public.user_reward_redemptions add constraint user_reward_redemptions_reward_id_fkey foreign key (reward_id) references public.loyalty_rewards (id) on delete restrict;
create index user_reward_redemptions_user_id_created_at_idx on public.user_reward_redemptions (user_id, created_at desc);
create index user_reward_redemptions_status_created_at_idx on public.user_reward_redemptions (status, created_at) where (status = 'pending');
create index user_reward_redemptions_reward_id_fkey_idx on public.user_reward_redemptions (reward_id);
create index user_reward_redemptions_promo_code_id_fkey_idx on public.user_reward_redemptions (promo_code_id) where (promo_code_id is not null);
create trigger touch_updated_at before update on public.user_reward_redemptions for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_reward_redemptions for select to authenticated using (user_reward_redemptions.user_id = (select boyfanz.current_user_id()));
grant select (created_at, fulfilled_at, id, points_spent, promo_code_id, reward_id, status, updated_at, user_id) on table public.user_reward_redemptions to authenticated;
grant select, insert, update, delete on table public.user_reward_redemptions to service_role;

create table public.user_role_assignments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  role_id smallint not null,
  scope_creator_id uuid,
  granted_by uuid,
  reason text,
  valid_from timestamptz default now() not null,
  valid_until timestamptz,
  revoked_at timestamptz,
  constraint user_role_assignments_pkey primary key (id),
  constraint ends_after_start check (valid_until > valid_from),
  constraint nobody_grants_to_themselves check (granted_by <> user_id)
);
alter table public.user_role_assignments enable row level security;
revoke all on table public.user_role_assignments from anon, authenticated, service_role;
comment on table public.user_role_assignments is 'Roles of an account, for the platform or for one creator, with a term and who granted them.';
comment on column public.user_role_assignments.granted_by is 'NULL when the system granted it.';
alter table public.user_role_assignments add constraint user_role_assignments_scope_creator_id_fkey foreign key (scope_creator_id) references public.creators (user_id) on delete cascade;
create unique index user_role_assignments_one_live_idx on public.user_role_assignments (user_id, role_id, (coalesce(scope_creator_id, '00000000-0000-0000-0000-000000000000'::uuid))) where (revoked_at is null);
create index user_role_assignments_valid_until_idx on public.user_role_assignments (valid_until) where (revoked_at is null and valid_until is not null);
create index user_role_assignments_user_id_fkey_idx on public.user_role_assignments (user_id);
create index user_role_assignments_role_id_fkey_idx on public.user_role_assignments (role_id);
create index user_role_assignments_scope_creator_id_fkey_idx on public.user_role_assignments (scope_creator_id) where (scope_creator_id is not null);
create index user_role_assignments_granted_by_fkey_idx on public.user_role_assignments (granted_by) where (granted_by is not null);
create trigger touch_updated_at before update on public.user_role_assignments for each row execute function boyfanz.touch_updated_at();
create trigger check_grant before insert or update of user_id, role_id, scope_creator_id on public.user_role_assignments for each row execute function boyfanz.check_role_grant();
create policy member_select on public.user_role_assignments for select to authenticated using (user_role_assignments.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_role_assignments for select to boyfanz_staff using ((select boyfanz.has_permission('role.read')));
grant select (created_at, id, revoked_at, role_id, scope_creator_id, updated_at, user_id, valid_from, valid_until) on table public.user_role_assignments to authenticated;
grant select on table public.user_role_assignments to boyfanz_staff;
grant select, insert, update, delete on table public.user_role_assignments to service_role;

create table public.user_role_permissions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  role_id smallint not null,
  permission_id smallint not null,
  effect text default 'allow' not null,
  conditions jsonb,
  granted_by uuid,
  constraint user_role_permissions_pkey primary key (role_id, permission_id),
  constraint user_role_permissions_effect_check check (effect in ('allow', 'deny')),
  constraint conditions_is_object check (jsonb_typeof(conditions) = 'object')
);
alter table public.user_role_permissions enable row level security;
revoke all on table public.user_role_permissions from anon, authenticated, service_role;
comment on table public.user_role_permissions is 'Permissions that a role carries. A denial wins over every permission, which the service and its policies respect.';
alter table public.user_role_permissions add constraint user_role_permissions_permission_id_fkey foreign key (permission_id) references public.user_permissions (id) on delete cascade;
create index user_role_permissions_permission_id_fkey_idx on public.user_role_permissions (permission_id);
create index user_role_permissions_granted_by_fkey_idx on public.user_role_permissions (granted_by) where (granted_by is not null);
create trigger touch_updated_at before update on public.user_role_permissions for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.user_role_permissions for select to boyfanz_staff using ((select boyfanz.has_permission('role.read')));
grant select on table public.user_role_permissions to boyfanz_staff;
grant select, insert, update, delete on table public.user_role_permissions to service_role;

create table public.user_roles (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id smallint not null,
  code text not null,
  name text not null,
  scope text default 'platform' not null,
  rank smallint not null,
  is_staff boolean default false not null,
  is_assignable boolean default true not null,
  requires_mfa boolean default false not null,
  description text not null,
  constraint user_roles_pkey primary key (id),
  constraint user_roles_code_key unique (code),
  constraint user_roles_scope_check check (scope in ('platform', 'creator', 'community')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  constraint rank_is_not_negative check (rank >= 0),
  constraint staff_requires_mfa check (requires_mfa or not is_staff)
);
alter table public.user_roles enable row level security;
alter table public.user_role_assignments add constraint user_role_assignments_role_id_fkey foreign key (role_id) references public.user_roles (id) on delete restrict;
alter table public.user_role_permissions add constraint user_role_permissions_role_id_fkey foreign key (role_id) references public.user_roles (id) on delete cascade;
revoke all on table public.user_roles from anon, authenticated, service_role;
comment on table public.user_roles is 'Roles that accounts can hold; fan, creator, moderator, finance, compliance, administrator and so on.';
comment on column public.user_roles.rank is 'Nobody grants a role of higher rank than the highest they hold.';
create trigger touch_updated_at before update on public.user_roles for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.user_roles for select to boyfanz_staff using ((select boyfanz.has_permission('role.read')));
grant select on table public.user_roles to boyfanz_staff;
grant select, insert, update, delete on table public.user_roles to service_role;

create table public.user_security_events (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  event_type text not null,
  severity text default 'info' not null,
  session_id uuid,
  ip inet,
  details jsonb default '{}' not null,
  notified_at timestamptz,
  acknowledged_at timestamptz,
  constraint user_security_events_pkey primary key (id),
  constraint user_security_events_event_type_check check (event_type in ('new_device', 'password_changed', 'mfa_enabled', 'mfa_disabled', 'passkey_added', 'email_changed', 'phone_changed', 'payout_changed', 'recovery_used', 'session_reuse', 'data_export', 'impersonation')),
  constraint user_security_events_severity_check check (severity in ('info', 'warning', 'critical')),
  constraint details_is_object check (jsonb_typeof(details) = 'object')
);
alter table public.user_security_events enable row level security;
revoke all on table public.user_security_events from anon, authenticated, service_role;
comment on table public.user_security_events is 'Security-relevant changes that are shown to the user and alerted on. Only the two acknowledgements are added later.';
create index user_security_events_user_id_created_at_idx on public.user_security_events (user_id, created_at desc);
create index user_security_events_event_type_created_at_idx on public.user_security_events (event_type, created_at desc) where (severity = 'critical');
create index user_security_events_session_id_fkey_idx on public.user_security_events (session_id) where (session_id is not null);
create trigger append_only before update on public.user_security_events for each row execute function boyfanz.append_only('set notified_at', 'set acknowledged_at', 'clear session_id', 'clear ip');
create policy member_select on public.user_security_events for select to authenticated using (user_security_events.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.user_security_events for select to boyfanz_staff using ((select boyfanz.has_permission('session.read')));
create policy member_update on public.user_security_events for update to authenticated using (user_security_events.user_id = (select boyfanz.current_user_id())) with check (user_security_events.user_id = (select boyfanz.current_user_id()));
grant select, update (acknowledged_at) on table public.user_security_events to authenticated;
grant select on table public.user_security_events to boyfanz_staff;
grant select, insert, update, delete on table public.user_security_events to service_role;

create table public.user_sessions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  token_hash public.digest_256 not null,
  auth_methods text[] not null,
  assurance_level smallint default 1 not null,
  ip inet,
  country_code public.country_code,
  user_agent text,
  last_seen_at timestamptz default now() not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoke_reason text,
  impersonated_by uuid,
  constraint user_sessions_pkey primary key (id),
  constraint user_sessions_token_hash_key unique (token_hash),
  constraint user_sessions_user_id_id_key unique (user_id, id),
  constraint user_sessions_auth_methods_check check (auth_methods <@ array['password', 'passkey', 'social', 'magic_link', 'totp', 'sms', 'email', 'recovery_code']::text[]),
  constraint user_sessions_revoke_reason_check check (revoke_reason in ('logout', 'rotated', 'password_change', 'reuse_detected', 'staff', 'expired')),
  constraint auth_methods_are_named check (cardinality(auth_methods) > 0),
  constraint assurance_in_range check (assurance_level between 1 and 3),
  constraint expires_after_start check (expires_at > created_at),
  constraint revoked_names_its_reason check ((revoked_at is null) = (revoke_reason is null)),
  constraint impersonation_lives_at_most_1_hour check (impersonated_by is null or expires_at - created_at <= interval '1 hour'),
  constraint nobody_impersonates_themselves check (impersonated_by <> user_id)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_sessions enable row level security;
alter table public.user_recovery_codes add constraint user_recovery_codes_used_session_id_fkey foreign key (used_session_id) references public.user_sessions (id) on delete set null;
alter table public.user_refresh_tokens add constraint session_of_same_user foreign key (user_id, session_id) references public.user_sessions (user_id, id) on delete cascade;
alter table public.user_security_events add constraint user_security_events_session_id_fkey foreign key (session_id) references public.user_sessions (id) on delete set null;
revoke all on table public.user_sessions from anon, authenticated, service_role;
comment on table public.user_sessions is 'One signed-in browser or app, revocable at once; the token is kept only as a hash. An impersonating session cannot touch payouts, which the service enforces.';
comment on column public.user_sessions.assurance_level is '1 one factor, 2 two factors, 3 phishing-resistant.';
comment on column public.user_sessions.impersonated_by is 'Member of staff who acts as the user in this session.';
alter table public.user_sessions add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index user_sessions_user_id_last_seen_at_idx on public.user_sessions (user_id, last_seen_at desc) where (revoked_at is null);
create index user_sessions_expires_at_idx on public.user_sessions (expires_at) where (revoked_at is null);
create index user_sessions_user_id_device_id_fkey_idx on public.user_sessions (user_id, device_id);
create index user_sessions_impersonated_by_fkey_idx on public.user_sessions (impersonated_by) where (impersonated_by is not null);
create trigger touch_updated_at before update on public.user_sessions for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_sessions for select to authenticated using (user_sessions.user_id = (select boyfanz.current_user_id()));
grant select (assurance_level, auth_methods, country_code, created_at, device_id, expires_at, id, ip, last_seen_at, revoke_reason, revoked_at, updated_at, user_agent, user_id) on table public.user_sessions to authenticated;
grant select, insert, update, delete on table public.user_sessions to service_role;

create table public.user_streaks (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  current_days integer default 0 not null,
  longest_days integer default 0 not null,
  last_day date,
  freezes_left smallint default 0 not null,
  constraint user_streaks_pkey primary key (user_id, kind),
  constraint user_streaks_kind_check check (kind in ('login', 'post', 'message_reply', 'tip', 'stream')),
  constraint longest_is_at_least_current check (longest_days >= current_days),
  constraint days_are_not_negative check (current_days >= 0),
  constraint freezes_are_not_negative check (freezes_left >= 0)
) with (fillfactor = 75);
alter table public.user_streaks enable row level security;
revoke all on table public.user_streaks from anon, authenticated, service_role;
comment on table public.user_streaks is 'Consecutive days of an activity, counted in the user''s own time zone, with freezes that save a missed day.';
create index user_streaks_kind_current_days_idx on public.user_streaks (kind, current_days desc);
create trigger touch_updated_at before update on public.user_streaks for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_streaks for select to authenticated using (user_streaks.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_streaks to authenticated;
grant select, insert, update, delete on table public.user_streaks to service_role;

create table public.user_username_history (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  old_username extensions.citext,
  new_username extensions.citext,
  changed_at timestamptz default now() not null,
  released_at timestamptz,
  constraint user_username_history_pkey primary key (id),
  constraint rests_90_days check (released_at - changed_at >= interval '90 days')
);
alter table public.user_username_history enable row level security;
revoke all on table public.user_username_history from anon, authenticated, service_role;
comment on table public.user_username_history is 'Handles that an account gave up, so that old links redirect and a freed name rests before somebody else may have it. Only released_at changes later, and erasure clears the names once the redirect window is over.';
comment on column public.user_username_history.old_username is 'Cleared at erasure.';
comment on column public.user_username_history.new_username is 'Cleared at erasure.';
comment on column public.user_username_history.released_at is 'When the old name is free for others; NULL while that is not decided.';
create index user_username_history_old_name_idx on public.user_username_history ((lower(old_username::text)), changed_at desc);
comment on index public.user_username_history_old_name_idx is 'For redirects and for the rest period; look up by lower(old_username::text).';
create index user_username_history_user_id_changed_at_idx on public.user_username_history (user_id, changed_at desc);
create trigger append_only before update on public.user_username_history for each row execute function boyfanz.append_only('change released_at', 'clear old_username', 'clear new_username');
create policy member_select on public.user_username_history for select to authenticated using (user_username_history.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_username_history to authenticated;
grant select, insert, update, delete on table public.user_username_history to service_role;

create table public.user_verification_codes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid,
  purpose text not null,
  channel text not null,
  destination_bidx public.digest_256 not null,
  token_hash public.digest_256 not null,
  attempts smallint default 0 not null,
  max_attempts smallint default 5 not null,
  sent_at timestamptz,
  consumed_at timestamptz,
  superseded_at timestamptz,
  expires_at timestamptz not null,
  request_ip inet,
  constraint user_verification_codes_pkey primary key (id),
  constraint user_verification_codes_token_hash_key unique (token_hash),
  constraint user_verification_codes_purpose_check check (purpose in ('email_verify', 'phone_verify', 'password_reset', 'login_code', 'email_change', 'payout_change')),
  constraint user_verification_codes_channel_check check (channel in ('email', 'sms', 'voice', 'whatsapp')),
  constraint attempts_are_limited check (attempts between 0 and max_attempts),
  constraint expires_after_creation check (expires_at > created_at),
  constraint consumed_or_superseded check (consumed_at is null or superseded_at is null)
);
alter table public.user_verification_codes enable row level security;
revoke all on table public.user_verification_codes from anon, authenticated, service_role;
comment on table public.user_verification_codes is 'Short-lived codes and links for e-mail, phone, password reset and step-up, as hashes with limited attempts. How often a destination may be sent one is the service''s rule, counted by destination_bidx.';
comment on column public.user_verification_codes.user_id is 'NULL before there is an account.';
comment on column public.user_verification_codes.destination_bidx is 'HMAC of the address or number.';
comment on column public.user_verification_codes.superseded_at is 'When a newer code of the same user and purpose ended this one.';
create index user_verification_codes_destination_bidx_created_at_idx on public.user_verification_codes (destination_bidx, created_at desc);
create unique index user_verification_codes_user_id_purpose_idx on public.user_verification_codes (user_id, purpose) where (consumed_at is null and superseded_at is null);
create index user_verification_codes_expires_at_idx on public.user_verification_codes (expires_at);
create index user_verification_codes_user_id_fkey_idx on public.user_verification_codes (user_id) where (user_id is not null);
create trigger touch_updated_at before update on public.user_verification_codes for each row execute function boyfanz.touch_updated_at();
create trigger supersede_older before insert on public.user_verification_codes for each row when (new.user_id is not null) execute function boyfanz.supersede_older_code();
create trigger consumed_once before update of consumed_at on public.user_verification_codes for each row execute function boyfanz.set_once('consumed_at');
grant select, insert, update, delete on table public.user_verification_codes to service_role;

create table public.user_webauthn_credentials (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  aaguid uuid,
  sign_count bigint default 0 not null,
  transports text[] default '{}' not null,
  is_discoverable boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  nickname text not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint user_webauthn_credentials_pkey primary key (id),
  constraint user_webauthn_credentials_credential_id_key unique (credential_id),
  constraint user_webauthn_credentials_transports_check check (transports <@ array['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal']::text[]),
  constraint credential_id_length check (octet_length(credential_id) between 1 and 1023),
  constraint sign_count_is_not_negative check (sign_count >= 0),
  constraint backed_up_is_eligible check (backup_eligible or not backed_up),
  constraint nickname_length check (char_length(nickname) between 1 and 60)
);
alter table public.user_webauthn_credentials enable row level security;
revoke all on table public.user_webauthn_credentials from anon, authenticated, service_role;
comment on table public.user_webauthn_credentials is 'Passkeys and hardware keys, biometric sign-in among them; public key, signature counter and backup flags.';
comment on column public.user_webauthn_credentials.credential_id is 'The authenticator''s own id.';
comment on column public.user_webauthn_credentials.public_key is 'COSE key.';
comment on column public.user_webauthn_credentials.aaguid is 'Model of the authenticator.';
comment on column public.user_webauthn_credentials.sign_count is 'Never goes down, which would mean a clone; many authenticators leave it at 0.';
create index user_webauthn_credentials_user_id_idx on public.user_webauthn_credentials (user_id) where (revoked_at is null);
create index user_webauthn_credentials_user_id_fkey_idx on public.user_webauthn_credentials (user_id);
create trigger touch_updated_at before update on public.user_webauthn_credentials for each row execute function boyfanz.touch_updated_at();
create trigger sign_count_only_grows before update of sign_count on public.user_webauthn_credentials for each row execute function boyfanz.only_grows('sign_count');
create constraint trigger keep_a_login_method after update of revoked_at or delete on public.user_webauthn_credentials deferrable initially deferred for each row execute function boyfanz.keep_a_login_method();
create constraint trigger voip_is_not_the_only_factor after update of revoked_at or delete on public.user_webauthn_credentials deferrable initially deferred for each row execute function boyfanz.refuse_voip_only_mfa('user_id');
create policy member_select on public.user_webauthn_credentials for select to authenticated using (user_webauthn_credentials.user_id = (select boyfanz.current_user_id()));
grant select (aaguid, backed_up, backup_eligible, created_at, credential_id, id, is_discoverable, last_used_at, nickname, revoked_at, transports, updated_at, user_id) on table public.user_webauthn_credentials to authenticated;
grant select, insert, update, delete on table public.user_webauthn_credentials to service_role;

create table public.user_xp_transactions (
  id bigint generated always as identity not null,
  occurred_at timestamptz not null,
  user_id uuid not null,
  amount integer not null,
  source_kind text not null,
  source_ref text not null,
  balance_after bigint not null,
  reverses_id bigint,
  constraint user_xp_transactions_pkey primary key (user_id, id, occurred_at),
  constraint user_xp_transactions_user_id_source_kind_source_re_2b0a56c0_key unique (user_id, source_kind, source_ref, occurred_at),
  constraint user_xp_transactions_source_kind_check check (source_kind in ('login', 'post', 'tip', 'subscription', 'comment', 'referral', 'achievement', 'event', 'admin', 'reversal')),
  constraint amount_is_not_zero check (amount <> 0),
  constraint balance_is_not_negative check (balance_after >= 0),
  constraint reversal_names_what_it_reverses check ((source_kind = 'reversal') = (reverses_id is not null))
) partition by range (occurred_at);
alter table public.user_xp_transactions enable row level security;
revoke all on table public.user_xp_transactions from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.user_xp_transactions', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'user_xp_transactions', 'occurred_at', '1 month', 1, '36 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.user_xp_transactions'::regclass);
comment on table public.user_xp_transactions is 'XP granted, corrected or taken back. occurred_at is the time of the event that earned it and not of the insert, so that a retry meets the unique key.';
create index user_xp_transactions_user_id_occurred_at_idx on public.user_xp_transactions (user_id, occurred_at desc);
create trigger append_only before update on public.user_xp_transactions for each row execute function boyfanz.append_only();
create policy member_select on public.user_xp_transactions for select to authenticated using (user_xp_transactions.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_xp_transactions to authenticated;
grant select, insert, update, delete on table public.user_xp_transactions to service_role;

create table public.users (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  username extensions.citext not null,
  account_type text default 'member' not null,
  status text default 'pending' not null,
  signup_country public.country_code,
  locale public.language_tag default 'en' not null,
  timezone text default 'UTC' not null,
  token_version integer default 0 not null,
  suspended_until timestamptz,
  deactivated_at timestamptz,
  deletion_requested_at timestamptz,
  erased_at timestamptz,
  constraint users_pkey primary key (id),
  constraint users_username_key unique (username),
  constraint users_account_type_check check (account_type in ('member', 'staff', 'service')),
  constraint users_status_check check (status in ('pending', 'active', 'deactivated', 'suspended', 'banned', 'erasing', 'erased')),
  constraint username_form check (username::text ~ '^[A-Za-z0-9_.]{3,30}$'),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint token_version_is_not_negative check (token_version >= 0),
  constraint erased_names_its_time check ((status = 'erased') = (erased_at is not null)),
  constraint erasing_was_requested check (status not in ('erasing', 'erased') or deletion_requested_at is not null),
  constraint deactivated_names_its_time check (status <> 'deactivated' or deactivated_at is not null)
);
alter table public.users enable row level security;
alter table public.creator_applications add constraint creator_applications_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.creator_applications add constraint creator_applications_reviewer_id_fkey foreign key (reviewer_id) references public.users (id) on delete set null;
alter table public.creator_delegates add constraint creator_delegates_delegate_user_id_fkey foreign key (delegate_user_id) references public.users (id) on delete cascade;
alter table public.creators add constraint creators_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.reserved_usernames add constraint reserved_usernames_added_by_fkey foreign key (added_by) references public.users (id) on delete set null;
alter table public.user_account_status_history add constraint user_account_status_history_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_account_status_history add constraint user_account_status_history_actor_id_fkey foreign key (actor_id) references public.users (id) on delete restrict;
alter table public.user_achievement_progress add constraint user_achievement_progress_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_addresses add constraint user_addresses_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_age_verifications add constraint user_age_verifications_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_auth_challenges add constraint user_auth_challenges_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_badge_awards add constraint user_badge_awards_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_badge_awards add constraint user_badge_awards_awarded_by_fkey foreign key (awarded_by) references public.users (id) on delete set null;
alter table public.user_blocks add constraint user_blocks_blocker_id_fkey foreign key (blocker_id) references public.users (id) on delete cascade;
alter table public.user_blocks add constraint user_blocks_blocked_id_fkey foreign key (blocked_id) references public.users (id) on delete cascade;
alter table public.user_consents add constraint user_consents_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_credentials add constraint user_credentials_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_data_requests add constraint user_data_requests_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_data_requests add constraint user_data_requests_handled_by_fkey foreign key (handled_by) references public.users (id) on delete set null;
alter table public.user_devices add constraint user_devices_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_emails add constraint user_emails_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_external_identities add constraint user_external_identities_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_geo_restrictions add constraint user_geo_restrictions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_identity_documents add constraint user_identity_documents_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_identity_verifications add constraint user_identity_verifications_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_identity_verifications add constraint user_identity_verifications_reviewer_id_fkey foreign key (reviewer_id) references public.users (id) on delete set null;
alter table public.user_interests add constraint user_interests_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_legal_acceptances add constraint user_legal_acceptances_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_legal_holds add constraint user_legal_holds_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_legal_holds add constraint user_legal_holds_placed_by_fkey foreign key (placed_by) references public.users (id) on delete restrict;
alter table public.user_legal_holds add constraint user_legal_holds_released_by_fkey foreign key (released_by) references public.users (id) on delete restrict;
alter table public.user_legal_identities add constraint user_legal_identities_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_levels add constraint user_levels_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_mfa_factors add constraint user_mfa_factors_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_muted_words add constraint user_muted_words_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_mutes add constraint user_mutes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_mutes add constraint user_mutes_muted_user_id_fkey foreign key (muted_user_id) references public.users (id) on delete cascade;
alter table public.user_password_history add constraint user_password_history_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_phone_numbers add constraint user_phone_numbers_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_point_transactions add constraint user_point_transactions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_points add constraint user_points_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_preferences add constraint user_preferences_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_presence add constraint user_presence_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_privacy_settings add constraint user_privacy_settings_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_profile_links add constraint user_profile_links_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_profiles add constraint user_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_recovery_codes add constraint user_recovery_codes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_referral_codes add constraint user_referral_codes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_referrals add constraint user_referrals_referred_id_fkey foreign key (referred_id) references public.users (id) on delete restrict;
alter table public.user_referrals add constraint user_referrals_referrer_id_fkey foreign key (referrer_id) references public.users (id) on delete restrict;
alter table public.user_refresh_tokens add constraint user_refresh_tokens_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_reports add constraint user_reports_reporter_id_fkey foreign key (reporter_id) references public.users (id) on delete set null;
alter table public.user_reports add constraint user_reports_reported_user_id_fkey foreign key (reported_user_id) references public.users (id) on delete restrict;
alter table public.user_reputation_scores add constraint user_reputation_scores_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_reward_redemptions add constraint user_reward_redemptions_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_role_assignments add constraint user_role_assignments_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_role_assignments add constraint user_role_assignments_granted_by_fkey foreign key (granted_by) references public.users (id) on delete set null;
alter table public.user_role_permissions add constraint user_role_permissions_granted_by_fkey foreign key (granted_by) references public.users (id) on delete set null;
alter table public.user_security_events add constraint user_security_events_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_sessions add constraint user_sessions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_sessions add constraint user_sessions_impersonated_by_fkey foreign key (impersonated_by) references public.users (id) on delete restrict;
alter table public.user_streaks add constraint user_streaks_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_username_history add constraint user_username_history_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_verification_codes add constraint user_verification_codes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_webauthn_credentials add constraint user_webauthn_credentials_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
revoke all on table public.users from anon, authenticated, service_role;
comment on table public.users is 'The account that every other table points to: its handle and lifecycle, without contact data, secrets or counters. Erasure rewrites the handle to a tombstone; a row that money or legal records refer to is never deleted.';
comment on column public.users.username is 'Unique without regard to case; an opaque tombstone after erasure.';
comment on column public.users.timezone is 'Name in the IANA time zone database.';
comment on column public.users.token_version is 'Raising it invalidates every session of the account.';
create index users_status_created_at_idx on public.users (status, created_at) where (status <> 'active');
create index users_deletion_requested_at_idx on public.users (deletion_requested_at) where (deletion_requested_at is not null);
create index users_expr_idx on public.users using gin ((username::text) gin_trgm_ops);
comment on index public.users_expr_idx is 'For username::text ilike ''%part%''; the operators of citext itself cannot use trigrams.';
create trigger touch_updated_at before update on public.users for each row execute function boyfanz.touch_updated_at();
create trigger refuse_taken_username before insert or update of username on public.users for each row execute function boyfanz.refuse_taken_username();
create trigger token_version_only_grows before update of token_version on public.users for each row execute function boyfanz.only_grows('token_version');
create trigger erasure_waits_for_holds before update of status on public.users for each row when (new.status = 'erased' and old.status <> 'erased') execute function boyfanz.refuse_while_held('id', 'account');
create policy anonymous_select on public.users for select to anon using ((status in ('active', 'deactivated', 'suspended', 'banned') and not boyfanz.is_blocked_with(id)));
create policy member_select on public.users for select to authenticated using ((status in ('active', 'deactivated', 'suspended', 'banned') and not boyfanz.is_blocked_with(id)) or users.id = (select boyfanz.current_user_id()));
create policy staff_select on public.users for select to boyfanz_staff using ((select boyfanz.has_permission('account.read')));
grant select (account_type, created_at, id, status, updated_at, username) on table public.users to anon;
grant select (account_type, created_at, id, status, updated_at, username) on table public.users to authenticated;
grant select on table public.users to boyfanz_staff;
grant select, insert, update, delete on table public.users to service_role;

create table public.album_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  album_id uuid not null,
  asset_id uuid not null,
  "position" integer not null,
  caption text,
  is_preview boolean default false not null,
  constraint album_items_pkey primary key (album_id, asset_id),
  constraint position_is_not_negative check (position >= 0),
  constraint caption_length check (char_length(caption) <= 1000)
);
alter table public.album_items enable row level security;
revoke all on table public.album_items from anon, authenticated, service_role;
comment on table public.album_items is 'The media of an album in order, and which of them are free previews.';
create index album_items_album_id_position_idx on public.album_items (album_id, "position");
create index album_items_asset_id_fkey_idx on public.album_items (asset_id);
create trigger touch_updated_at before update on public.album_items for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.album_items for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.album_items to anon;
grant select on table public.album_items to authenticated;
grant select on table public.album_items to boyfanz_staff;
grant select, insert, update, delete on table public.album_items to service_role;

create table public.albums (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text default 'album' not null,
  author_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  description text,
  cover_asset_id uuid,
  item_count integer default 0 not null,
  sort_mode text default 'manual' not null,
  constraint albums_pkey primary key (id),
  constraint albums_author_id_slug_key unique (author_id, slug),
  constraint albums_kind_check check (kind in ('album')),
  constraint albums_sort_mode_check check (sort_mode in ('manual', 'newest', 'oldest')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug::text) <= 80),
  constraint title_length check (char_length(btrim(title)) between 1 and 150),
  constraint description_length check (char_length(description) <= 5000),
  constraint item_count_is_not_negative check (item_count >= 0)
);
alter table public.albums enable row level security;
alter table public.album_items add constraint album_items_album_id_fkey foreign key (album_id) references public.albums (id) on delete cascade;
create policy anonymous_select on public.album_items for select to anon using (exists (select from public.albums p1 where p1.id = album_items.album_id offset 0));
create policy member_select on public.album_items for select to authenticated using (exists (select from public.albums p1 where p1.id = album_items.album_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.albums p1 where p1.id = album_items.album_id offset 0));
revoke all on table public.albums from anon, authenticated, service_role;
comment on table public.albums is 'A titled collection of photos and videos that is shown or sold as a whole.';
alter table public.albums add constraint albums_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
create index albums_author_id_created_at_idx on public.albums (author_id, created_at desc);
create index albums_id_kind_fkey_idx on public.albums (id, kind);
create index albums_id_author_id_fkey_idx on public.albums (id, author_id);
create index albums_cover_asset_id_fkey_idx on public.albums (cover_asset_id) where (cover_asset_id is not null);
create trigger touch_updated_at before update on public.albums for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.albums for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.albums to anon;
grant select on table public.albums to authenticated;
grant select on table public.albums to boyfanz_staff;
grant select, insert, update, delete on table public.albums to service_role;

create table public.audio_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text default 'audio' not null,
  author_id uuid not null,
  title text not null,
  asset_id uuid not null,
  cover_asset_id uuid,
  duration_ms integer not null,
  waveform_key text,
  transcript_id uuid,
  constraint audio_items_pkey primary key (id),
  constraint audio_items_kind_check check (kind in ('audio')),
  constraint title_length check (char_length(btrim(title)) between 1 and 150),
  constraint duration_is_positive check (duration_ms > 0)
);
alter table public.audio_items enable row level security;
revoke all on table public.audio_items from anon, authenticated, service_role;
comment on table public.audio_items is 'Voice notes, audio stories, podcasts and other tracks that are published or sold.';
comment on column public.audio_items.waveform_key is 'Place of the drawn waveform in the storage.';
comment on column public.audio_items.transcript_id is 'A caption track of the same asset.';
alter table public.audio_items add constraint audio_items_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
create index audio_items_author_id_created_at_idx on public.audio_items (author_id, created_at desc);
create index audio_items_id_kind_fkey_idx on public.audio_items (id, kind);
create index audio_items_id_author_id_fkey_idx on public.audio_items (id, author_id);
create index audio_items_asset_id_fkey_idx on public.audio_items (asset_id);
create index audio_items_cover_asset_id_fkey_idx on public.audio_items (cover_asset_id) where (cover_asset_id is not null);
create index audio_items_transcript_id_fkey_idx on public.audio_items (transcript_id) where (transcript_id is not null);
create trigger touch_updated_at before update on public.audio_items for each row execute function boyfanz.touch_updated_at();
create trigger transcript_of_same_asset before insert or update of asset_id, transcript_id on public.audio_items for each row when (new.transcript_id is not null) execute function boyfanz.same_as_parent('media_captions', 'transcript_id', 'id', 'asset_id=asset_id');
create policy staff_select on public.audio_items for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.audio_items to anon;
grant select on table public.audio_items to authenticated;
grant select on table public.audio_items to boyfanz_staff;
grant select, insert, update, delete on table public.audio_items to service_role;

create table public.bookmark_collections (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  is_public boolean default false not null,
  is_default boolean default false not null,
  item_count integer default 0 not null,
  constraint bookmark_collections_pkey primary key (id),
  constraint bookmark_collections_user_id_name_key_key unique (user_id, name_key),
  constraint name_length check (char_length(btrim(name)) between 1 and 60),
  constraint item_count_is_not_negative check (item_count >= 0)
);
alter table public.bookmark_collections enable row level security;
revoke all on table public.bookmark_collections from anon, authenticated, service_role;
comment on table public.bookmark_collections is 'Named collections in which a person keeps saved items.';
comment on column public.bookmark_collections.name_key is 'The form that is compared.';
alter table public.bookmark_collections add constraint bookmark_collections_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index bookmark_collections_one_default_idx on public.bookmark_collections (user_id) where (is_default);
create trigger touch_updated_at before update on public.bookmark_collections for each row execute function boyfanz.touch_updated_at();
create trigger owner_stays before update of user_id on public.bookmark_collections for each row execute function boyfanz.set_once('user_id');
create policy anonymous_select on public.bookmark_collections for select to anon using ((is_public and not boyfanz.is_blocked_with(user_id)));
create policy member_select on public.bookmark_collections for select to authenticated using (bookmark_collections.user_id = (select boyfanz.current_user_id()) or (is_public and not boyfanz.is_blocked_with(user_id)));
create policy member_insert on public.bookmark_collections for insert to authenticated with check (bookmark_collections.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.bookmark_collections for update to authenticated using (bookmark_collections.user_id = (select boyfanz.current_user_id())) with check (bookmark_collections.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.bookmark_collections for delete to authenticated using (bookmark_collections.user_id = (select boyfanz.current_user_id()));
grant select on table public.bookmark_collections to anon;
grant select, insert (created_at, id, is_default, is_public, name, updated_at, user_id), update (created_at, id, is_default, is_public, name, updated_at, user_id), delete on table public.bookmark_collections to authenticated;
grant select, insert, update, delete on table public.bookmark_collections to service_role;

create table public.comment_likes (
  created_at timestamptz default now() not null,
  comment_id uuid not null,
  user_id uuid not null,
  constraint comment_likes_pkey primary key (comment_id, user_id)
);
alter table public.comment_likes enable row level security;
revoke all on table public.comment_likes from anon, authenticated, service_role;
comment on table public.comment_likes is 'One like per person and comment.';
alter table public.comment_likes add constraint comment_likes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index comment_likes_user_id_created_at_idx on public.comment_likes (user_id, created_at desc);
create policy member_select on public.comment_likes for select to authenticated using (comment_likes.user_id = (select boyfanz.current_user_id()));
grant select on table public.comment_likes to authenticated;
grant select, insert, update, delete on table public.comment_likes to service_role;

create table public.content_access_tiers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  tier_id uuid not null,
  constraint content_access_tiers_pkey primary key (content_id, tier_id)
);
alter table public.content_access_tiers enable row level security;
revoke all on table public.content_access_tiers from anon, authenticated, service_role;
comment on table public.content_access_tiers is 'The tiers of its creator that open an item whose audience is tiers.';
create index content_access_tiers_tier_id_fkey_idx on public.content_access_tiers (tier_id);
create trigger touch_updated_at before update on public.content_access_tiers for each row execute function boyfanz.touch_updated_at();
create trigger tier_of_the_creator before insert or update of content_id, tier_id on public.content_access_tiers for each row execute function boyfanz.check_tier_of_item('content_id', 'tier_id');
create policy staff_select on public.content_access_tiers for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_access_tiers to anon;
grant select on table public.content_access_tiers to authenticated;
grant select on table public.content_access_tiers to boyfanz_staff;
grant select, insert, update, delete on table public.content_access_tiers to service_role;

create table public.content_audience_lists (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  list_id uuid not null,
  effect text default 'include' not null,
  constraint content_audience_lists_pkey primary key (content_id, list_id),
  constraint content_audience_lists_effect_check check (effect in ('include', 'exclude'))
);
alter table public.content_audience_lists enable row level security;
revoke all on table public.content_audience_lists from anon, authenticated, service_role;
comment on table public.content_audience_lists is 'Lists of its author or creator whose members an item is for, or not for.';
create index content_audience_lists_list_id_fkey_idx on public.content_audience_lists (list_id);
create trigger touch_updated_at before update on public.content_audience_lists for each row execute function boyfanz.touch_updated_at();
create trigger list_of_the_author before insert or update of content_id, list_id on public.content_audience_lists for each row execute function boyfanz.check_list_of_item();
grant select on table public.content_audience_lists to authenticated;
grant select, insert, update, delete on table public.content_audience_lists to service_role;

create table public.content_bookmarks (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  content_id uuid not null,
  collection_id uuid,
  note text,
  constraint content_bookmarks_pkey primary key (user_id, content_id),
  constraint note_length check (char_length(note) <= 500)
);
alter table public.content_bookmarks enable row level security;
revoke all on table public.content_bookmarks from anon, authenticated, service_role;
comment on table public.content_bookmarks is 'Items that a person saved, each once, in a collection of theirs or in none.';
alter table public.content_bookmarks add constraint content_bookmarks_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.content_bookmarks add constraint content_bookmarks_collection_id_fkey foreign key (collection_id) references public.bookmark_collections (id) on delete set null;
create index content_bookmarks_user_id_created_at_idx on public.content_bookmarks (user_id, created_at desc);
create index content_bookmarks_collection_id_created_at_idx on public.content_bookmarks (collection_id, created_at desc) where (collection_id is not null);
create index content_bookmarks_content_id_fkey_idx on public.content_bookmarks (content_id);
create trigger touch_updated_at before update on public.content_bookmarks for each row execute function boyfanz.touch_updated_at();
create trigger collection_of_same_user before insert or update of user_id, collection_id on public.content_bookmarks for each row when (new.collection_id is not null) execute function boyfanz.same_as_parent('bookmark_collections', 'collection_id', 'id', 'user_id=user_id');
create policy member_select on public.content_bookmarks for select to authenticated using (content_bookmarks.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.content_bookmarks for insert to authenticated with check (content_bookmarks.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.content_bookmarks for update to authenticated using (content_bookmarks.user_id = (select boyfanz.current_user_id())) with check (content_bookmarks.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.content_bookmarks for delete to authenticated using (content_bookmarks.user_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.content_bookmarks to authenticated;
grant select, insert, update, delete on table public.content_bookmarks to service_role;

create table public.content_categories (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 1000) not null,
  parent_id integer,
  slug extensions.citext not null,
  name text not null,
  path extensions.ltree not null,
  "position" smallint default 0 not null,
  is_adult boolean default true not null,
  is_active boolean default true not null,
  icon_asset_id uuid,
  constraint content_categories_pkey primary key (id),
  constraint content_categories_slug_key unique (slug),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint position_is_not_negative check (position >= 0),
  constraint nobody_is_their_own_parent check (parent_id <> id),
  constraint content_categories_one_place_per_parent_excl exclude using btree ((coalesce(parent_id, 0)) with =, "position" with =) deferrable
);
alter table public.content_categories enable row level security;
alter table public.creators add constraint creators_primary_category_id_fkey foreign key (primary_category_id) references public.content_categories (id) on delete set null;
alter table public.user_interests add constraint user_interests_category_id_fkey foreign key (category_id) references public.content_categories (id) on delete cascade;
revoke all on table public.content_categories from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.content_categories', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.content_categories is 'Tree of categories for browsing, interests and the classification of creators.';
comment on column public.content_categories.id is 'Below 1000 for those that come with the product.';
comment on column public.content_categories.path is 'Slugs from the root down, with _ for -, which ltree does not take on PostgreSQL 14 and 15.';
alter table public.content_categories add constraint content_categories_parent_id_fkey foreign key (parent_id) references public.content_categories (id) on delete restrict;
create index content_categories_path_idx on public.content_categories using gist (path);
create index content_categories_parent_id_fkey_idx on public.content_categories (parent_id) where (parent_id is not null);
create index content_categories_icon_asset_id_fkey_idx on public.content_categories (icon_asset_id) where (icon_asset_id is not null);
create trigger touch_updated_at before update on public.content_categories for each row execute function boyfanz.touch_updated_at();
create constraint trigger check_path after insert or update of parent_id, slug, path on public.content_categories deferrable initially deferred for each row execute function boyfanz.check_category_path();
create policy anonymous_select on public.content_categories for select to anon using (true);
create policy member_select on public.content_categories for select to authenticated using (true);
grant select on table public.content_categories to anon;
grant select on table public.content_categories to authenticated;
grant select, insert, update, delete on table public.content_categories to service_role;

create table public.content_collaborators (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  collaborator_id uuid not null,
  role text default 'co_creator' not null,
  status text default 'invited' not null,
  share_bps integer default 0 not null,
  can_edit boolean default false not null,
  shows_on_profile boolean default true not null,
  split_rule_id uuid,
  invited_by uuid not null,
  responded_at timestamptz,
  constraint content_collaborators_pkey primary key (content_id, collaborator_id),
  constraint content_collaborators_role_check check (role in ('co_creator', 'performer', 'editor', 'photographer', 'guest')),
  constraint content_collaborators_status_check check (status in ('invited', 'accepted', 'declined', 'removed')),
  constraint share_in_range check (share_bps between 0 and 10000),
  constraint answer_names_its_time check (case status when 'invited' then responded_at is null when 'removed' then true else responded_at is not null end)
);
alter table public.content_collaborators enable row level security;
revoke all on table public.content_collaborators from anon, authenticated, service_role;
comment on table public.content_collaborators is 'Creators who made an item together, with role, credit, share and consent. Money is divided by revenue_split_rules; what was earned stays with them when a row goes.';
comment on column public.content_collaborators.share_bps is 'Hundredths of a per cent; of those invited and accepted at most 10000 per item.';
alter table public.content_collaborators add constraint content_collaborators_collaborator_id_fkey foreign key (collaborator_id) references public.creators (user_id) on delete restrict;
alter table public.content_collaborators add constraint content_collaborators_invited_by_fkey foreign key (invited_by) references public.users (id) on delete restrict;
create index content_collaborators_collaborator_id_status_idx on public.content_collaborators (collaborator_id, status);
create index content_collaborators_collaborator_id_created_at_idx on public.content_collaborators (collaborator_id, created_at desc) where (status = 'accepted' and shows_on_profile);
create index content_collaborators_split_rule_id_fkey_idx on public.content_collaborators (split_rule_id) where (split_rule_id is not null);
create index content_collaborators_invited_by_fkey_idx on public.content_collaborators (invited_by);
create trigger touch_updated_at before update on public.content_collaborators for each row execute function boyfanz.touch_updated_at();
create constraint trigger shares_make_at_most_the_whole after insert or update of content_id, share_bps, status on public.content_collaborators deferrable initially deferred for each row when (new.share_bps > 0) execute function boyfanz.check_shares_of_item();
create policy staff_select on public.content_collaborators for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select (can_edit, collaborator_id, content_id, created_at, invited_by, responded_at, role, shows_on_profile, status, updated_at) on table public.content_collaborators to anon;
grant select (can_edit, collaborator_id, content_id, created_at, invited_by, responded_at, role, shows_on_profile, status, updated_at) on table public.content_collaborators to authenticated;
grant select on table public.content_collaborators to boyfanz_staff;
grant select, insert, update, delete on table public.content_collaborators to service_role;

create table public.content_counters (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  likes bigint default 0 not null,
  comments bigint default 0 not null,
  shares bigint default 0 not null,
  views bigint default 0 not null,
  bookmarks bigint default 0 not null,
  tips_count bigint default 0 not null,
  tips_minor bigint default 0 not null,
  tips_currency public.currency_code,
  unlocks bigint default 0 not null,
  last_event_id bigint,
  constraint content_counters_pkey primary key (content_id),
  constraint counts_are_not_negative check (likes >= 0 and comments >= 0 and shares >= 0 and views >= 0 and bookmarks >= 0 and tips_count >= 0 and unlocks >= 0),
  constraint tips_are_not_negative check (tips_minor >= 0),
  constraint tips_name_their_currency check (tips_minor = 0 or tips_currency is not null)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table public.content_counters enable row level security;
revoke all on table public.content_counters from anon, authenticated, service_role;
comment on table public.content_counters is 'How often an item was liked, commented, shared, viewed, saved, tipped and unlocked. Apart from the wide row and without an index of its own, so that every update stays in its page; a job writes in batches and recounts every night.';
comment on column public.content_counters.tips_minor is 'Minor units of tips_currency.';
comment on column public.content_counters.tips_currency is 'The creator''s currency, to which tips are converted; NULL before the first. A real key would need an index here.';
comment on column public.content_counters.last_event_id is 'Events up to here are counted, so that a repeated batch counts nothing twice.';
create trigger touch_updated_at before update on public.content_counters for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.content_counters for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select (bookmarks, comments, content_id, created_at, likes, shares, updated_at, views) on table public.content_counters to anon;
grant select (bookmarks, comments, content_id, created_at, likes, shares, updated_at, views) on table public.content_counters to authenticated;
grant select on table public.content_counters to boyfanz_staff;
grant select, insert, update, delete on table public.content_counters to service_role;

create table public.content_drafts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  content_kind text not null,
  content_id uuid,
  payload jsonb default '{}' not null,
  payload_version integer default 1 not null,
  last_saved_at timestamptz default now() not null,
  device_id uuid,
  constraint content_drafts_pkey primary key (id),
  constraint content_drafts_content_kind_check check (content_kind in ('post', 'story', 'video', 'album', 'audio', 'message')),
  constraint message_is_no_item check (content_kind <> 'message' or content_id is null),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object'),
  constraint payload_at_most_256_kb check (octet_length(payload::text) <= 262144),
  constraint payload_version_is_positive check (payload_version >= 1)
) with (fillfactor = 70);
alter table public.content_drafts enable row level security;
revoke all on table public.content_drafts from anon, authenticated, service_role;
comment on table public.content_drafts is 'What stands in an open composer, saved as it is typed; a new item or changes to one. Each save raises payload_version, so that two devices notice each other.';
comment on column public.content_drafts.content_id is 'The item being edited, of the same kind; NULL for a new one.';
alter table public.content_drafts add constraint content_drafts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.content_drafts add constraint content_drafts_device_id_fkey foreign key (device_id) references public.user_devices (id) on delete set null;
create index content_drafts_user_id_last_saved_at_idx on public.content_drafts (user_id, last_saved_at desc);
create index content_drafts_content_id_content_kind_fkey_idx on public.content_drafts (content_id, content_kind);
create index content_drafts_device_id_fkey_idx on public.content_drafts (device_id) where (device_id is not null);
create trigger touch_updated_at before update on public.content_drafts for each row execute function boyfanz.touch_updated_at();
create trigger version_rises_with_payload before update of payload on public.content_drafts for each row execute function boyfanz.only_grows('strictly', 'payload_version');
create policy member_select on public.content_drafts for select to authenticated using (content_drafts.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.content_drafts for insert to authenticated with check (content_drafts.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.content_drafts for update to authenticated using (content_drafts.user_id = (select boyfanz.current_user_id())) with check (content_drafts.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.content_drafts for delete to authenticated using (content_drafts.user_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.content_drafts to authenticated;
grant select, insert, update, delete on table public.content_drafts to service_role;

create table public.content_feedback (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  content_id uuid not null,
  kind text not null,
  surface text not null,
  reason text,
  constraint content_feedback_pkey primary key (user_id, content_id, kind),
  constraint content_feedback_kind_check check (kind in ('hide', 'not_interested', 'see_more', 'wrong_tag', 'seen_enough')),
  constraint reason_length check (char_length(reason) <= 500)
);
alter table public.content_feedback enable row level security;
revoke all on table public.content_feedback from anon, authenticated, service_role;
comment on table public.content_feedback is 'What a person said about suggestions; hide, not interested, more of it, wrong tag, seen enough.';
alter table public.content_feedback add constraint content_feedback_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index content_feedback_content_id_kind_idx on public.content_feedback (content_id, kind);
create index content_feedback_user_id_created_at_idx on public.content_feedback (user_id, created_at desc);
create trigger touch_updated_at before update on public.content_feedback for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.content_feedback for select to authenticated using (content_feedback.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.content_feedback for insert to authenticated with check (content_feedback.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.content_feedback for update to authenticated using (content_feedback.user_id = (select boyfanz.current_user_id())) with check (content_feedback.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.content_feedback for delete to authenticated using (content_feedback.user_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.content_feedback to authenticated;
grant select, insert, update, delete on table public.content_feedback to service_role;

create table public.content_filters (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 1000) not null,
  code text not null,
  version integer default 1 not null,
  name text not null,
  kind text not null,
  params jsonb default '{}' not null,
  lut_asset_id uuid,
  min_app_version text,
  is_premium boolean default false not null,
  is_active boolean default true not null,
  constraint content_filters_pkey primary key (id),
  constraint content_filters_code_version_key unique (code, version),
  constraint content_filters_kind_check check (kind in ('color', 'beauty', 'face_ar', 'background', 'blur', 'audio')),
  constraint code_form check (code ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
  constraint version_is_positive check (version >= 1),
  constraint params_is_object check (jsonb_typeof(params) = 'object'),
  constraint min_app_version_form check (min_app_version ~ '^[0-9]+([.][0-9]+){0,3}$')
);
alter table public.content_filters enable row level security;
revoke all on table public.content_filters from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.content_filters', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.content_filters is 'Filters for images, video and faces with their parameters, by code and version.';
comment on column public.content_filters.id is 'Below 1000 for those that come with the product.';
comment on column public.content_filters.lut_asset_id is 'Colour table.';
create index content_filters_kind_idx on public.content_filters (kind) where (is_active);
create index content_filters_lut_asset_id_fkey_idx on public.content_filters (lut_asset_id) where (lut_asset_id is not null);
create trigger touch_updated_at before update on public.content_filters for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_filters for select to anon using (true);
create policy member_select on public.content_filters for select to authenticated using (true);
grant select on table public.content_filters to anon;
grant select on table public.content_filters to authenticated;
grant select, insert, update, delete on table public.content_filters to service_role;

create table public.content_geo_restrictions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  country_code public.country_code not null,
  reason text default 'creator' not null,
  legal_reference text,
  imposed_by uuid,
  constraint content_geo_restrictions_pkey primary key (content_id, country_code),
  constraint content_geo_restrictions_reason_check check (reason in ('creator', 'legal', 'licence', 'dmca')),
  constraint order_is_named check (reason not in ('legal', 'dmca') or legal_reference is not null)
);
alter table public.content_geo_restrictions enable row level security;
revoke all on table public.content_geo_restrictions from anon, authenticated, service_role;
comment on table public.content_geo_restrictions is 'Countries in which one item is not shown, by wish of the creator, by law, licence or notice.';
comment on column public.content_geo_restrictions.legal_reference is 'Number of the order or notice.';
alter table public.content_geo_restrictions add constraint content_geo_restrictions_imposed_by_fkey foreign key (imposed_by) references public.users (id) on delete set null;
create index content_geo_restrictions_country_code_idx on public.content_geo_restrictions (country_code);
create index content_geo_restrictions_imposed_by_fkey_idx on public.content_geo_restrictions (imposed_by) where (imposed_by is not null);
create trigger touch_updated_at before update on public.content_geo_restrictions for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.content_geo_restrictions for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_geo_restrictions to authenticated;
grant select on table public.content_geo_restrictions to boyfanz_staff;
grant select, insert, update, delete on table public.content_geo_restrictions to service_role;

create table public.content_hashtags (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tag_key text generated always as (lower(normalize(display, NFKC))) stored not null,
  display text not null,
  state text default 'active' not null,
  first_used_at timestamptz default now() not null,
  last_used_at timestamptz default now() not null,
  use_count bigint default 0 not null,
  constraint content_hashtags_pkey primary key (id),
  constraint content_hashtags_tag_key_key unique (tag_key),
  constraint content_hashtags_state_check check (state in ('active', 'unlisted', 'banned')),
  constraint tag_key_length check (char_length(tag_key) between 1 and 80),
  constraint display_is_one_word check (display !~ '[[:space:]#]'),
  constraint used_first_before_last check (last_used_at >= first_used_at),
  constraint use_count_is_not_negative check (use_count >= 0)
) with (fillfactor = 80);
alter table public.content_hashtags enable row level security;
revoke all on table public.content_hashtags from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.content_hashtags', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.content_hashtags is 'Hashtags as people type them, told apart without regard to case and compatible forms.';
comment on column public.content_hashtags.tag_key is 'The form that is compared.';
comment on column public.content_hashtags.display is 'As first typed, without the #.';
create index content_hashtags_tag_key_idx on public.content_hashtags (tag_key text_pattern_ops) where (state = 'active');
create index content_hashtags_last_used_at_idx on public.content_hashtags (last_used_at desc);
create trigger touch_updated_at before update on public.content_hashtags for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_hashtags for select to anon using ((state <> 'banned'));
create policy member_select on public.content_hashtags for select to authenticated using ((state <> 'banned'));
grant select on table public.content_hashtags to anon;
grant select on table public.content_hashtags to authenticated;
grant select, insert, update, delete on table public.content_hashtags to service_role;

create table public.content_item_categories (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  category_id integer not null,
  is_primary boolean default false not null,
  published_at timestamptz,
  constraint content_item_categories_pkey primary key (content_id, category_id)
);
alter table public.content_item_categories enable row level security;
revoke all on table public.content_item_categories from anon, authenticated, service_role;
comment on table public.content_item_categories is 'Where an item stands in the categories, one of them first.';
comment on column public.content_item_categories.published_at is 'The item''s while it is published, else NULL; kept by triggers, so that a page of a category is one index scan.';
alter table public.content_item_categories add constraint content_item_categories_category_id_fkey foreign key (category_id) references public.content_categories (id) on delete restrict;
create unique index content_item_categories_one_primary_idx on public.content_item_categories (content_id) where (is_primary);
create index content_item_categories_category_id_published_at_content_id_idx on public.content_item_categories (category_id, published_at desc, content_id);
create trigger touch_updated_at before update on public.content_item_categories for each row execute function boyfanz.touch_updated_at();
create trigger copy_publication before insert or update of content_id, published_at on public.content_item_categories for each row execute function boyfanz.copy_publication();
create policy staff_select on public.content_item_categories for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_item_categories to anon;
grant select on table public.content_item_categories to authenticated;
grant select on table public.content_item_categories to boyfanz_staff;
grant select, insert, update, delete on table public.content_item_categories to service_role;

create table public.content_item_hashtags (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  hashtag_id bigint not null,
  content_id uuid not null,
  author_id uuid not null,
  used_at timestamptz default now() not null,
  constraint content_item_hashtags_pkey primary key (hashtag_id, content_id)
);
alter table public.content_item_hashtags enable row level security;
revoke all on table public.content_item_hashtags from anon, authenticated, service_role;
comment on table public.content_item_hashtags is 'Use of a hashtag in an item, 30 at most; drives the pages of hashtags and the trends.';
comment on column public.content_item_hashtags.author_id is 'The item''s, which the foreign key holds true.';
alter table public.content_item_hashtags add constraint content_item_hashtags_hashtag_id_fkey foreign key (hashtag_id) references public.content_hashtags (id) on delete restrict;
create index content_item_hashtags_hashtag_id_used_at_idx on public.content_item_hashtags (hashtag_id, used_at desc);
create index content_item_hashtags_content_id_author_id_fkey_idx on public.content_item_hashtags (content_id, author_id);
create trigger touch_updated_at before update on public.content_item_hashtags for each row execute function boyfanz.touch_updated_at();
create trigger at_most_30_per_item after insert or update of content_id on public.content_item_hashtags for each row execute function boyfanz.limit_rows_per_owner('content_id', '30');
create trigger banned_is_not_attached before insert or update of hashtag_id on public.content_item_hashtags for each row execute function boyfanz.refuse_banned('content_hashtags', 'hashtag_id');
create policy staff_select on public.content_item_hashtags for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_item_hashtags to anon;
grant select on table public.content_item_hashtags to authenticated;
grant select on table public.content_item_hashtags to boyfanz_staff;
grant select, insert, update, delete on table public.content_item_hashtags to service_role;

create table public.content_item_labels (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  label text not null,
  source text not null,
  confidence numeric(4,3),
  model_version text,
  set_by uuid,
  overridden_at timestamptz,
  constraint content_item_labels_pkey primary key (content_id, label, source),
  constraint content_item_labels_source_check check (source in ('creator', 'ai', 'moderator', 'appeal')),
  constraint label_form check (label ~ '^[a-z0-9]+(_[a-z0-9]+)*$' and char_length(label) <= 60),
  constraint confidence_in_range check (confidence between 0 and 1),
  constraint ai_says_how_sure check (source <> 'ai' or confidence is not null)
);
alter table public.content_item_labels enable row level security;
revoke all on table public.content_item_labels from anon, authenticated, service_role;
comment on table public.content_item_labels is 'Warnings and safety labels of an item, such as kind of nudity, fetish, flashing or made by AI, each by its source.';
comment on column public.content_item_labels.confidence is '0 to 1.';
comment on column public.content_item_labels.overridden_at is 'When a stronger source decided otherwise.';
alter table public.content_item_labels add constraint content_item_labels_set_by_fkey foreign key (set_by) references public.users (id) on delete set null;
create index content_item_labels_label_created_at_idx on public.content_item_labels (label, created_at desc) where (overridden_at is null);
create index content_item_labels_set_by_fkey_idx on public.content_item_labels (set_by) where (set_by is not null);
create trigger touch_updated_at before update on public.content_item_labels for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.content_item_labels for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select (content_id, created_at, label, overridden_at, source, updated_at) on table public.content_item_labels to anon;
grant select (content_id, created_at, label, overridden_at, source, updated_at) on table public.content_item_labels to authenticated;
grant select on table public.content_item_labels to boyfanz_staff;
grant select, insert, update, delete on table public.content_item_labels to service_role;

create table public.content_item_tags (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  tag_id integer not null,
  source text default 'creator' not null,
  confidence numeric(4,3),
  applied_by uuid,
  constraint content_item_tags_pkey primary key (content_id, tag_id),
  constraint content_item_tags_source_check check (source in ('creator', 'ai', 'moderator')),
  constraint confidence_in_range check (confidence between 0 and 1),
  constraint ai_says_how_sure check (source <> 'ai' or confidence is not null)
);
alter table public.content_item_tags enable row level security;
revoke all on table public.content_item_tags from anon, authenticated, service_role;
comment on table public.content_item_tags is 'Tags of an item and who or what set them; a banned tag is not attached, and a job removes those banned later.';
comment on column public.content_item_tags.confidence is '0 to 1.';
alter table public.content_item_tags add constraint content_item_tags_applied_by_fkey foreign key (applied_by) references public.users (id) on delete set null;
create index content_item_tags_tag_id_content_id_idx on public.content_item_tags (tag_id, content_id desc);
create index content_item_tags_applied_by_fkey_idx on public.content_item_tags (applied_by) where (applied_by is not null);
create trigger touch_updated_at before update on public.content_item_tags for each row execute function boyfanz.touch_updated_at();
create trigger banned_is_not_attached before insert or update of tag_id on public.content_item_tags for each row execute function boyfanz.refuse_banned('content_tags', 'tag_id');
create policy staff_select on public.content_item_tags for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_item_tags to anon;
grant select on table public.content_item_tags to authenticated;
grant select on table public.content_item_tags to boyfanz_staff;
grant select, insert, update, delete on table public.content_item_tags to service_role;

create table public.content_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  author_id uuid not null,
  creator_id uuid,
  status text default 'draft' not null,
  audience text default 'public' not null,
  rating text default 'safe' not null,
  published_at timestamptz,
  expires_at timestamptz,
  language public.language_tag,
  comment_policy text default 'everyone' not null,
  is_ai_generated boolean default false not null,
  review_state text default 'pending' not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  constraint content_items_pkey primary key (id),
  constraint content_items_id_kind_key unique (id, kind),
  constraint content_items_id_author_id_key unique (id, author_id),
  constraint content_items_kind_check check (kind in ('post', 'story', 'video', 'album', 'audio', 'playlist', 'message_bundle', 'recording', 'product')),
  constraint content_items_status_check check (status in ('draft', 'scheduled', 'processing', 'in_review', 'published', 'archived', 'removed', 'deleted')),
  constraint content_items_audience_check check (audience in ('public', 'members', 'followers', 'subscribers', 'tiers', 'ppv', 'private')),
  constraint content_items_rating_check check (rating in ('safe', 'suggestive', 'nudity', 'explicit')),
  constraint content_items_comment_policy_check check (comment_policy in ('everyone', 'followers', 'subscribers', 'nobody')),
  constraint content_items_review_state_check check (review_state in ('pending', 'auto_passed', 'passed', 'rejected')),
  constraint published_names_its_time check (status <> 'published' or published_at is not null),
  constraint explicit_is_reviewed_before_publication check (status <> 'published' or rating <> 'explicit' or review_state in ('passed', 'auto_passed')),
  constraint rejected_is_not_published check (status <> 'published' or review_state <> 'rejected'),
  constraint paid_content_has_a_creator check (audience not in ('subscribers', 'tiers', 'ppv') or creator_id is not null),
  constraint deleted_names_its_time check ((status = 'deleted') = (deleted_at is not null)),
  constraint expires_after_publication check (expires_at > published_at)
);
alter table public.content_items enable row level security;
alter table public.user_reports add constraint user_reports_content_id_fkey foreign key (content_id) references public.content_items (id) on delete set null;
alter table public.albums add constraint item_of_same_kind foreign key (id, kind) references public.content_items (id, kind) on delete cascade;
alter table public.albums add constraint item_of_same_author foreign key (id, author_id) references public.content_items (id, author_id) on delete cascade;
create policy anonymous_select on public.albums for select to anon using (exists (select from public.content_items p1 where p1.id = albums.id and p1.kind = albums.kind offset 0));
create policy member_select on public.albums for select to authenticated using (albums.author_id = (select boyfanz.current_user_id()) or exists (select from public.content_items p1 where p1.id = albums.id and p1.kind = albums.kind offset 0));
alter table public.audio_items add constraint item_of_same_kind foreign key (id, kind) references public.content_items (id, kind) on delete cascade;
alter table public.audio_items add constraint item_of_same_author foreign key (id, author_id) references public.content_items (id, author_id) on delete cascade;
create policy anonymous_select on public.audio_items for select to anon using (exists (select from public.content_items p1 where p1.id = audio_items.id and p1.kind = audio_items.kind offset 0));
create policy member_select on public.audio_items for select to authenticated using (audio_items.author_id = (select boyfanz.current_user_id()) or exists (select from public.content_items p1 where p1.id = audio_items.id and p1.kind = audio_items.kind offset 0));
alter table public.content_access_tiers add constraint content_access_tiers_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy anonymous_select on public.content_access_tiers for select to anon using (exists (select from public.content_items p1 where p1.id = content_access_tiers.content_id offset 0));
create policy member_select on public.content_access_tiers for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_access_tiers.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.content_items p1 where p1.id = content_access_tiers.content_id offset 0));
alter table public.content_audience_lists add constraint content_audience_lists_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy member_select on public.content_audience_lists for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_audience_lists.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0));
alter table public.content_bookmarks add constraint content_bookmarks_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.content_collaborators add constraint content_collaborators_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy anonymous_select on public.content_collaborators for select to anon using ((exists (select from public.content_items p1 where p1.id = content_collaborators.content_id offset 0) and (status = 'accepted' and shows_on_profile)));
create policy member_select on public.content_collaborators for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_collaborators.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or content_collaborators.collaborator_id = (select boyfanz.current_user_id()) or (exists (select from public.content_items p1 where p1.id = content_collaborators.content_id offset 0) and (status = 'accepted' and shows_on_profile)));
alter table public.content_counters add constraint content_counters_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy anonymous_select on public.content_counters for select to anon using (exists (select from public.content_items p1 where p1.id = content_counters.content_id offset 0));
create policy member_select on public.content_counters for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_counters.content_id offset 0));
alter table public.content_drafts add constraint item_of_same_kind foreign key (content_id, content_kind) references public.content_items (id, kind) on delete cascade;
alter table public.content_feedback add constraint content_feedback_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.content_geo_restrictions add constraint content_geo_restrictions_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy member_select on public.content_geo_restrictions for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_geo_restrictions.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0));
alter table public.content_item_categories add constraint content_item_categories_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy anonymous_select on public.content_item_categories for select to anon using (exists (select from public.content_items p1 where p1.id = content_item_categories.content_id offset 0));
create policy member_select on public.content_item_categories for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_item_categories.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.content_items p1 where p1.id = content_item_categories.content_id offset 0));
alter table public.content_item_hashtags add constraint item_of_same_author foreign key (content_id, author_id) references public.content_items (id, author_id) on delete cascade;
create policy anonymous_select on public.content_item_hashtags for select to anon using (exists (select from public.content_items p1 where p1.id = content_item_hashtags.content_id and p1.author_id = content_item_hashtags.author_id offset 0));
create policy member_select on public.content_item_hashtags for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_item_hashtags.content_id and p1.author_id = content_item_hashtags.author_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.content_items p1 where p1.id = content_item_hashtags.content_id and p1.author_id = content_item_hashtags.author_id offset 0));
alter table public.content_item_labels add constraint content_item_labels_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy anonymous_select on public.content_item_labels for select to anon using ((exists (select from public.content_items p1 where p1.id = content_item_labels.content_id offset 0) and (overridden_at is null)));
create policy member_select on public.content_item_labels for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_item_labels.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or (exists (select from public.content_items p1 where p1.id = content_item_labels.content_id offset 0) and (overridden_at is null)));
alter table public.content_item_tags add constraint content_item_tags_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create policy anonymous_select on public.content_item_tags for select to anon using (exists (select from public.content_items p1 where p1.id = content_item_tags.content_id offset 0));
create policy member_select on public.content_item_tags for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_item_tags.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.content_items p1 where p1.id = content_item_tags.content_id offset 0));
revoke all on table public.content_items from anon, authenticated, service_role;
comment on table public.content_items is 'The common row of everything that is published; post, story, video, album, audio, playlist, message bundle, recording, product. Tags, paywalls, reports, performers and purchases point here, and each subtype pins its kind. Deleting is soft; the purge that follows waits for legal holds.';
comment on column public.content_items.review_state is 'auto_passed by a classifier; passed by a person.';
alter table public.content_items add constraint content_items_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
alter table public.content_items add constraint content_items_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
create index content_items_author_id_published_at_id_idx on public.content_items (author_id, published_at desc, id) where (status = 'published');
create index content_items_creator_id_kind_published_at_idx on public.content_items (creator_id, kind, published_at desc) where (status = 'published');
create index content_items_status_created_at_idx on public.content_items (status, created_at) where (status in ('processing', 'in_review'));
create index content_items_expires_at_idx on public.content_items (expires_at) where (expires_at is not null);
create index content_items_published_at_idx on public.content_items (published_at desc) where (status = 'published' and audience = 'public');
create index content_items_author_id_fkey_idx on public.content_items (author_id);
create index content_items_creator_id_fkey_idx on public.content_items (creator_id) where (creator_id is not null);
create trigger touch_updated_at before update on public.content_items for each row execute function boyfanz.touch_updated_at();
create trigger kind_and_people_stay before update of kind, author_id, creator_id on public.content_items for each row execute function boyfanz.set_once('kind', 'author_id', 'creator_id');
create constraint trigger check_publication after insert or update of status, rating, audience, review_state, is_ai_generated on public.content_items deferrable initially deferred for each row when (new.status = 'published') execute function boyfanz.check_publication('id');
create trigger spread_publication after update of status, published_at on public.content_items for each row when (old.status <> new.status or old.published_at is distinct from new.published_at) execute function boyfanz.spread_publication();
create trigger delete_softly_first before delete on public.content_items for each row when (old.status not in ('draft', 'deleted')) execute function boyfanz.refuse_delete('Set the status to deleted first; the purge job removes it later.');
create trigger purge_waits_for_holds before delete on public.content_items for each row execute function boyfanz.refuse_while_held('author_id', 'content');
create policy anonymous_select on public.content_items for select to anon using ((status = 'published' and published_at <= now() and (expires_at is null or expires_at > now()) and boyfanz.may_see_content(id, author_id, creator_id, audience, rating)));
create policy member_select on public.content_items for select to authenticated using ((status = 'published' and published_at <= now() and (expires_at is null or expires_at > now()) and boyfanz.may_see_content(id, author_id, creator_id, audience, rating)) or content_items.author_id = (select boyfanz.current_user_id()));
create policy staff_select on public.content_items for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select (audience, author_id, comment_policy, created_at, creator_id, deleted_at, edited_at, expires_at, id, is_ai_generated, kind, language, published_at, rating, status, updated_at) on table public.content_items to anon;
grant select (audience, author_id, comment_policy, created_at, creator_id, deleted_at, edited_at, expires_at, id, is_ai_generated, kind, language, published_at, rating, status, updated_at) on table public.content_items to authenticated;
grant select on table public.content_items to boyfanz_staff;
grant select, insert, update, delete on table public.content_items to service_role;

create table public.content_links (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  link_preview_id uuid not null,
  "position" smallint not null,
  clicks bigint default 0 not null,
  constraint content_links_pkey primary key (content_id, link_preview_id),
  constraint position_is_not_negative check (position >= 0),
  constraint clicks_are_not_negative check (clicks >= 0)
) with (fillfactor = 80);
alter table public.content_links enable row level security;
revoke all on table public.content_links from anon, authenticated, service_role;
comment on table public.content_links is 'The link previews of an item in order, with clicks that a job adds up.';
alter table public.content_links add constraint content_links_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create index content_links_link_preview_id_fkey_idx on public.content_links (link_preview_id);
create trigger touch_updated_at before update on public.content_links for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_links for select to anon using (exists (select from public.content_items p1 where p1.id = content_links.content_id offset 0));
create policy member_select on public.content_links for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_links.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.content_items p1 where p1.id = content_links.content_id offset 0));
create policy staff_select on public.content_links for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select (content_id, created_at, link_preview_id, "position", updated_at) on table public.content_links to anon;
grant select (content_id, created_at, link_preview_id, "position", updated_at) on table public.content_links to authenticated;
grant select on table public.content_links to boyfanz_staff;
grant select, insert, update, delete on table public.content_links to service_role;

create table public.content_mentions (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  comment_id uuid,
  mentioned_user_id uuid not null,
  mentioner_id uuid not null,
  offset_start integer not null,
  offset_end integer not null,
  is_approved boolean default true not null,
  constraint content_mentions_pkey primary key (id),
  constraint offsets_are_in_order check (offset_start >= 0 and offset_end > offset_start)
);
alter table public.content_mentions enable row level security;
revoke all on table public.content_mentions from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.content_mentions', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.content_mentions is 'Accounts that an item or a comment mentions, and where in the text. The service sets is_approved by the mention policy of the one mentioned.';
comment on column public.content_mentions.offset_start is 'Characters from the start of the text.';
alter table public.content_mentions add constraint content_mentions_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.content_mentions add constraint content_mentions_mentioned_user_id_fkey foreign key (mentioned_user_id) references public.users (id) on delete cascade;
alter table public.content_mentions add constraint content_mentions_mentioner_id_fkey foreign key (mentioner_id) references public.users (id) on delete cascade;
create unique index content_mentions_once_per_text_idx on public.content_mentions (content_id, (coalesce(comment_id, '00000000-0000-0000-0000-000000000000'::uuid)), mentioned_user_id);
create index content_mentions_mentioned_user_id_id_idx on public.content_mentions (mentioned_user_id, id desc);
create index content_mentions_comment_id_fkey_idx on public.content_mentions (comment_id) where (comment_id is not null);
create index content_mentions_mentioner_id_fkey_idx on public.content_mentions (mentioner_id);
create trigger touch_updated_at before update on public.content_mentions for each row execute function boyfanz.touch_updated_at();
create trigger comment_of_the_post before insert or update of content_id, comment_id on public.content_mentions for each row when (new.comment_id is not null) execute function boyfanz.same_as_parent('post_comments', 'comment_id', 'id', 'content_id=post_id');
create policy anonymous_select on public.content_mentions for select to anon using ((exists (select from public.content_items p1 where p1.id = content_mentions.content_id offset 0) and (is_approved)));
create policy member_select on public.content_mentions for select to authenticated using (content_mentions.mentioned_user_id = (select boyfanz.current_user_id()) or content_mentions.mentioner_id = (select boyfanz.current_user_id()) or (exists (select from public.content_items p1 where p1.id = content_mentions.content_id offset 0) and (is_approved)));
grant select on table public.content_mentions to anon;
grant select on table public.content_mentions to authenticated;
grant select, insert, update, delete on table public.content_mentions to service_role;

create table public.content_performers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  performer_id uuid not null,
  credited_as text,
  produced_on date not null,
  id_record_id uuid not null,
  release_id uuid,
  is_primary_producer boolean default true not null,
  custodian_id integer not null,
  confirmed_at timestamptz,
  constraint content_performers_pkey primary key (content_id, performer_id),
  constraint produced_not_in_the_future check (produced_on <= (created_at at time zone 'Etc/GMT-14')::date)
);
alter table public.content_performers enable row level security;
revoke all on table public.content_performers from anon, authenticated, service_role;
comment on table public.content_performers is 'Who is depicted in which item, under which name and produced on which day; the cross-index of 18 U.S.C. 2257. The document was examined before production, the person was of age, and a confirmed row stays as it is.';
comment on column public.content_performers.produced_on is 'Where it was produced.';
comment on column public.content_performers.release_id is 'May be replaced by a newer release of the same performer.';
alter table public.content_performers add constraint content_performers_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
create index content_performers_performer_id_produced_on_idx on public.content_performers (performer_id, produced_on desc);
create index content_performers_produced_on_idx on public.content_performers (produced_on);
create index content_performers_performer_id_id_record_id_fkey_idx on public.content_performers (performer_id, id_record_id);
create index content_performers_performer_id_release_id_fkey_idx on public.content_performers (performer_id, release_id);
create index content_performers_custodian_id_fkey_idx on public.content_performers (custodian_id);
create trigger touch_updated_at before update on public.content_performers for each row execute function boyfanz.touch_updated_at();
create trigger check_depiction before insert or update of performer_id, produced_on, id_record_id, release_id, confirmed_at on public.content_performers for each row execute function boyfanz.check_depiction();
create trigger freeze_when_confirmed before update or delete on public.content_performers for each row execute function boyfanz.freeze_when_set('confirmed_at', 'change release_id');
create constraint trigger check_publication after update of content_id, release_id on public.content_performers deferrable initially deferred for each row execute function boyfanz.check_publication('content_id');
create trigger refuse_truncate before truncate on public.content_performers for each statement execute function boyfanz.refuse_delete();
create policy member_select on public.content_performers for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_performers.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or content_performers.performer_id = any (array(select boyfanz.my_performers_id())));
grant select on table public.content_performers to authenticated;
grant select, insert, update, delete on table public.content_performers to service_role;

create table public.content_playlist_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  playlist_id uuid not null,
  content_id uuid not null,
  "position" integer not null,
  added_by uuid,
  constraint content_playlist_items_pkey primary key (playlist_id, content_id),
  constraint content_playlist_items_playlist_id_position_key unique (playlist_id, "position") deferrable,
  constraint no_playlist_contains_itself check (content_id <> playlist_id),
  constraint position_is_not_negative check (position >= 0)
);
alter table public.content_playlist_items enable row level security;
revoke all on table public.content_playlist_items from anon, authenticated, service_role;
comment on table public.content_playlist_items is 'The members of a playlist in order, of any kind of content.';
alter table public.content_playlist_items add constraint content_playlist_items_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.content_playlist_items add constraint content_playlist_items_added_by_fkey foreign key (added_by) references public.users (id) on delete set null;
create index content_playlist_items_content_id_fkey_idx on public.content_playlist_items (content_id);
create index content_playlist_items_added_by_fkey_idx on public.content_playlist_items (added_by) where (added_by is not null);
create trigger touch_updated_at before update on public.content_playlist_items for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.content_playlist_items for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_playlist_items to anon;
grant select on table public.content_playlist_items to authenticated;
grant select on table public.content_playlist_items to boyfanz_staff;
grant select, insert, update, delete on table public.content_playlist_items to service_role;

create table public.content_playlists (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text default 'playlist' not null,
  author_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  description text,
  cover_asset_id uuid,
  is_collaborative boolean default false not null,
  item_count integer default 0 not null,
  total_duration_ms bigint default 0 not null,
  constraint content_playlists_pkey primary key (id),
  constraint content_playlists_author_id_slug_key unique (author_id, slug),
  constraint content_playlists_kind_check check (kind in ('playlist')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug::text) <= 80),
  constraint title_length check (char_length(btrim(title)) between 1 and 150),
  constraint description_length check (char_length(description) <= 5000),
  constraint totals_are_not_negative check (item_count >= 0 and total_duration_ms >= 0)
);
alter table public.content_playlists enable row level security;
alter table public.content_playlist_items add constraint content_playlist_items_playlist_id_fkey foreign key (playlist_id) references public.content_playlists (id) on delete cascade;
create policy anonymous_select on public.content_playlist_items for select to anon using (exists (select from public.content_playlists p1 where p1.id = content_playlist_items.playlist_id offset 0));
create policy member_select on public.content_playlist_items for select to authenticated using (exists (select from public.content_playlists p1 where p1.id = content_playlist_items.playlist_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.content_playlists p1 where p1.id = content_playlist_items.playlist_id offset 0));
revoke all on table public.content_playlists from anon, authenticated, service_role;
comment on table public.content_playlists is 'Ordered collections across creators or within one, sold or free.';
alter table public.content_playlists add constraint content_playlists_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
alter table public.content_playlists add constraint item_of_same_kind foreign key (id, kind) references public.content_items (id, kind) on delete cascade;
alter table public.content_playlists add constraint item_of_same_author foreign key (id, author_id) references public.content_items (id, author_id) on delete cascade;
create index content_playlists_author_id_created_at_idx on public.content_playlists (author_id, created_at desc);
create index content_playlists_id_kind_fkey_idx on public.content_playlists (id, kind);
create index content_playlists_id_author_id_fkey_idx on public.content_playlists (id, author_id);
create index content_playlists_cover_asset_id_fkey_idx on public.content_playlists (cover_asset_id) where (cover_asset_id is not null);
create trigger touch_updated_at before update on public.content_playlists for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_playlists for select to anon using (exists (select from public.content_items p1 where p1.id = content_playlists.id and p1.kind = content_playlists.kind offset 0));
create policy member_select on public.content_playlists for select to authenticated using (content_playlists.author_id = (select boyfanz.current_user_id()) or exists (select from public.content_items p1 where p1.id = content_playlists.id and p1.kind = content_playlists.kind offset 0));
create policy staff_select on public.content_playlists for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_playlists to anon;
grant select on table public.content_playlists to authenticated;
grant select on table public.content_playlists to boyfanz_staff;
grant select, insert, update, delete on table public.content_playlists to service_role;

create table public.content_recommendations (
  created_at timestamptz default now() not null,
  user_id uuid not null,
  surface text not null,
  rank smallint not null,
  content_id uuid not null,
  score real not null,
  reason_code text not null,
  generation integer not null,
  expires_at timestamptz not null,
  constraint content_recommendations_pkey primary key (user_id, surface, rank),
  constraint content_recommendations_surface_check check (surface in ('home', 'explore', 'video_next', 'email', 'push')),
  constraint rank_in_range check (rank between 1 and 500)
);
alter table public.content_recommendations enable row level security;
revoke all on table public.content_recommendations from anon, authenticated, service_role;
comment on table public.content_recommendations is 'Candidates ranked beforehand for a person and surface, replaced as a whole. Derived, so without foreign keys; who serves them joins content_items and skips what is gone, and erasure deletes by user.';
create index content_recommendations_content_id_idx on public.content_recommendations (content_id);
create policy member_select on public.content_recommendations for select to authenticated using (content_recommendations.user_id = (select boyfanz.current_user_id()));
grant select on table public.content_recommendations to authenticated;
grant select, insert, update, delete on table public.content_recommendations to service_role;

create table public.content_revisions (
  created_at timestamptz default now() not null,
  content_id uuid not null,
  revision_no integer not null,
  editor_id uuid,
  title text,
  body text,
  media_snapshot jsonb default '[]' not null,
  settings_snapshot jsonb default '{}' not null,
  edit_reason text,
  constraint content_revisions_pkey primary key (content_id, revision_no),
  constraint revision_no_is_positive check (revision_no >= 1),
  constraint media_snapshot_is_array check (jsonb_typeof(media_snapshot) = 'array'),
  constraint settings_snapshot_is_object check (jsonb_typeof(settings_snapshot) = 'object')
);
alter table public.content_revisions enable row level security;
revoke all on table public.content_revisions from anon, authenticated, service_role;
comment on table public.content_revisions is 'Earlier versions of an item after each edit, for readers and as evidence. They vanish only together with the item, which a legal hold prevents; erasure blanks the texts.';
comment on column public.content_revisions.media_snapshot is 'Assets in their order.';
comment on column public.content_revisions.settings_snapshot is 'Audience, rating and the like.';
alter table public.content_revisions add constraint content_revisions_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.content_revisions add constraint content_revisions_editor_id_fkey foreign key (editor_id) references public.users (id) on delete set null;
create index content_revisions_editor_id_created_at_idx on public.content_revisions (editor_id, created_at desc);
create trigger append_only before update on public.content_revisions for each row execute function boyfanz.append_only('clear editor_id', 'clear title', 'clear body', 'clear edit_reason');
create trigger go_with_the_item before delete on public.content_revisions for each row when (pg_trigger_depth() = 0) execute function boyfanz.append_only();
create policy member_select on public.content_revisions for select to authenticated using (exists (select from public.content_items p1 where p1.id = content_revisions.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0));
create policy staff_select on public.content_revisions for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_revisions to authenticated;
grant select on table public.content_revisions to boyfanz_staff;
grant select, insert, update, delete on table public.content_revisions to service_role;

insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 1, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '93 of 719' as tables,
  'Run part-02.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';
