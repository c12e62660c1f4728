-- What a hosted Supabase database has beside PostgreSQL, as far as this schema meets it: roles, schemas, extensions of the
-- platform, default privileges and the tables of auth. Run as a superuser that is not called postgres, in the database to be
-- tested; then work as the role postgres, which is none. Any number of databases of one cluster may be prepared: roles are
-- made once, default privileges are of the database.
--
-- The setting sl.grants chooses between the two sorts of projects:
--   optin   since 2026: what is made in public is open to nobody
--   legacy  before: anon, authenticated and service_role may do everything with it
set client_min_messages = warning;
begin;

do $roles$
declare
  r record;
begin
  for r in
    select * from (values
      ('postgres', 'nosuperuser createdb createrole replication bypassrls login'),
      ('anon', 'nologin noinherit'),
      ('authenticated', 'nologin noinherit'),
      ('service_role', 'nologin noinherit bypassrls'),
      ('authenticator', 'login noinherit'),
      ('supabase_auth_admin', 'login noinherit createrole')
    ) as wanted (name, attributes)
  loop
    if not exists (select from pg_roles where rolname = r.name) then
      execute format('create role %I with %s', r.name, r.attributes);
    end if;
  end loop;
end
$roles$;

grant anon, authenticated, service_role to authenticator, postgres;
grant pg_read_all_data, pg_signal_backend, pg_monitor to postgres;
alter role postgres set search_path = "$user", public, extensions;

create schema if not exists extensions;
create schema if not exists auth authorization supabase_auth_admin;
grant usage on schema public, extensions to postgres, anon, authenticated, service_role;
grant usage on schema extensions to public;
grant usage on schema auth to postgres, anon, authenticated, service_role;
-- postgres owns none of them; in auth it makes nothing.
grant create on schema public, extensions to postgres;

do $database$
begin
  execute format('grant all on database %I to postgres', current_database());
  execute format('alter database %I set statement_timeout = %L', current_database(), '2min');
end
$database$;

create extension if not exists pgcrypto with schema extensions;
-- The platform lets postgres make these as well; plain PostgreSQL wants a superuser for what is not trusted.
do $extensions$
begin
  if exists (select from pg_available_extensions where name = 'postgis') then
    create extension if not exists postgis with schema extensions;
  end if;
  if exists (select from pg_available_extensions where name = 'vector') then
    create extension if not exists vector with schema extensions;
  end if;
end
$extensions$;

do $grants$
declare
  kind text;
begin
  foreach kind in array array['tables', 'sequences', 'functions'] loop
    if current_setting('sl.grants') = 'legacy' then
      execute format(
        'alter default privileges for role postgres in schema public grant all on %s to anon, authenticated, service_role', kind);
    else
      execute format(
        'alter default privileges for role postgres in schema public revoke all on %s from anon, authenticated, service_role', kind);
    end if;
  end loop;
end
$grants$;

create table if not exists auth.users (
  id uuid primary key,
  aud text,
  role text,
  email text unique,
  phone text unique,
  encrypted_password text,
  email_confirmed_at timestamptz,
  phone_confirmed_at timestamptz,
  last_sign_in_at timestamptz,
  raw_app_meta_data jsonb,
  raw_user_meta_data jsonb,
  is_anonymous boolean not null default false,
  deleted_at timestamptz,
  created_at timestamptz,
  updated_at timestamptz
);
alter table auth.users owner to supabase_auth_admin;
alter table auth.users enable row level security;
grant select, insert, update, delete, references, trigger, truncate on auth.users to postgres;

create or replace function auth.uid() returns uuid language sql stable as $body$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$body$;
create or replace function auth.jwt() returns jsonb language sql stable as $body$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$body$;
alter function auth.uid() owner to supabase_auth_admin;
alter function auth.jwt() owner to supabase_auth_admin;
grant execute on function auth.uid(), auth.jwt() to public;

commit;
