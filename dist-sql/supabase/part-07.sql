-- boyfanz: complete schema, 719 tables. Part 7 of 8.
-- Makes 100 tables: app_crash_events to webhook_payloads.
-- Run it after part-06.sql, and part-08.sql after it.
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
  if loaded >= 7 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 7 of 8 is in this database already, and nothing was changed. Go on with part-08.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 6 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 7 of 8 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.app_crash_events (
  id uuid default boyfanz.uuid_v7() not null,
  crashed_at timestamptz not null,
  group_id uuid not null,
  device_id uuid,
  build_number integer not null,
  os_version text not null,
  is_foreground boolean not null,
  memory_mb integer,
  stack_key text not null,
  breadcrumbs jsonb,
  constraint app_crash_events_pkey primary key (id, crashed_at),
  constraint build_number_is_positive check (build_number > 0),
  constraint memory_is_not_negative check (memory_mb >= 0),
  constraint breadcrumbs_is_array check (jsonb_typeof(breadcrumbs) = 'array')
) partition by range (crashed_at);
alter table public.app_crash_events enable row level security;
revoke all on table public.app_crash_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'app_crash_events', 'crashed_at', '7 days', 1, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.app_crash_events'::regclass);
comment on table public.app_crash_events is 'One crash report, scrubbed of personal data before it is stored.';
comment on column public.app_crash_events.stack_key is 'Object key of the stack trace.';
create index app_crash_events_group_id_crashed_at_idx on public.app_crash_events (group_id, crashed_at desc);
create trigger append_only before update on public.app_crash_events for each row execute function boyfanz.append_only('clear device_id');
grant select, insert, update, delete on table public.app_crash_events to service_role;

create table public.app_crash_groups (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  platform text not null,
  fingerprint public.digest_256 not null,
  title text not null,
  first_build integer not null,
  last_build integer not null,
  events bigint default 0 not null,
  users_affected integer default 0 not null,
  state text default 'open' not null,
  fixed_in_release_id uuid,
  last_seen_at timestamptz default now() not null,
  constraint app_crash_groups_pkey primary key (id),
  constraint app_crash_groups_platform_fingerprint_key unique (platform, fingerprint),
  constraint app_crash_groups_platform_check check (platform in ('ios', 'android', 'pwa', 'windows', 'macos', 'linux', 'chrome', 'firefox', 'safari', 'edge')),
  constraint app_crash_groups_state_check check (state in ('open', 'resolved', 'ignored', 'regressed')),
  constraint builds_in_order check (first_build > 0 and last_build >= first_build),
  constraint counts_are_not_negative check (events >= 0 and users_affected >= 0)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.app_crash_groups enable row level security;
revoke all on table public.app_crash_groups from anon, authenticated, service_role;
comment on table public.app_crash_groups is 'Crashes with one signature; first and last build, how many events and people, and whether it is resolved.';
comment on column public.app_crash_groups.users_affected is 'As estimated from sketches.';
create index app_crash_groups_state_last_seen_at_idx on public.app_crash_groups (state, last_seen_at desc) where (state in ('open', 'regressed'));
create index app_crash_groups_fixed_in_release_id_fkey_idx on public.app_crash_groups (fixed_in_release_id) where (fixed_in_release_id is not null);
create trigger touch_updated_at before update on public.app_crash_groups for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.app_crash_groups for select to boyfanz_staff using ((select boyfanz.has_permission('release.publish')));
grant select on table public.app_crash_groups to boyfanz_staff;
grant select, insert, update, delete on table public.app_crash_groups to service_role;

create table public.app_releases (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  platform text not null,
  channel text default 'stable' not null,
  version text not null,
  build_number integer not null,
  min_os text,
  rollout_ppm integer default 0 not null,
  is_mandatory boolean default false not null,
  min_supported_build integer,
  artifact_url text,
  sha256 public.digest_256,
  signature text,
  notes_key text,
  published_at timestamptz,
  withdrawn_at timestamptz,
  constraint app_releases_pkey primary key (id),
  constraint app_releases_platform_channel_build_number_key unique (platform, channel, build_number),
  constraint app_releases_platform_check check (platform in ('ios', 'android', 'pwa', 'windows', 'macos', 'linux', 'chrome', 'firefox', 'safari', 'edge')),
  constraint app_releases_channel_check check (channel in ('stable', 'beta', 'alpha', 'enterprise')),
  constraint build_numbers_are_positive check (build_number > 0 and min_supported_build between 1 and build_number),
  constraint rollout_in_range check (rollout_ppm between 0 and 1000000),
  constraint artifact_is_https check (artifact_url like 'https://%'),
  constraint published_artifact_is_signed check (published_at is null or artifact_url is null or (sha256 is not null and signature is not null)),
  constraint withdrawn_after_published check (withdrawn_at is null or (published_at is not null and withdrawn_at >= published_at))
);
alter table public.app_releases enable row level security;
alter table public.accessibility_issues add constraint accessibility_issues_fixed_in_release_id_fkey foreign key (fixed_in_release_id) references public.app_releases (id) on delete set null;
alter table public.app_crash_groups add constraint app_crash_groups_fixed_in_release_id_fkey foreign key (fixed_in_release_id) references public.app_releases (id) on delete set null;
revoke all on table public.app_releases from anon, authenticated, service_role;
comment on table public.app_releases is 'Build of a client in a channel with its staged roll-out, least version and signature. What is published stays; only how far it goes out changes.';
comment on column public.app_releases.rollout_ppm is 'Millionths of the clients that are offered it.';
comment on column public.app_releases.min_supported_build is 'Older builds have to update.';
comment on column public.app_releases.notes_key is 'Key of the interface text.';
create index app_releases_platform_channel_build_number_idx on public.app_releases (platform, channel, build_number desc) where (published_at is not null and withdrawn_at is null);
comment on index public.app_releases_platform_channel_build_number_idx is 'Update check.';
create trigger touch_updated_at before update on public.app_releases for each row execute function boyfanz.touch_updated_at();
create trigger published_stays before update or delete on public.app_releases for each row execute function boyfanz.freeze_when_set('published_at', 'change rollout_ppm', 'change is_mandatory', 'change min_supported_build', 'change notes_key', 'set withdrawn_at');
create policy anonymous_select on public.app_releases for select to anon using ((published_at <= now() and withdrawn_at is null and channel in ('stable', 'beta')));
create policy member_select on public.app_releases for select to authenticated using ((published_at <= now() and withdrawn_at is null and channel in ('stable', 'beta')));
grant select on table public.app_releases to anon;
grant select on table public.app_releases to authenticated;
grant select, insert, update, delete on table public.app_releases to service_role;

create table public.app_remote_configs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  platform text not null,
  config_key text not null,
  revision integer not null,
  builds int4range not null,
  cohort_id uuid,
  value jsonb not null,
  signature text,
  is_active boolean default false not null,
  updated_by uuid,
  constraint app_remote_configs_pkey primary key (id),
  constraint app_remote_configs_platform_config_key_revision_key unique (platform, config_key, revision),
  constraint app_remote_configs_platform_check check (platform in ('ios', 'android', 'pwa', 'windows', 'macos', 'linux', 'chrome', 'firefox', 'safari', 'edge')),
  constraint config_key_form check (config_key ~ '^[a-z][a-z0-9_.-]{0,119}$'),
  constraint revision_is_positive check (revision > 0),
  constraint builds_are_some check (not isempty(builds)),
  constraint active_is_signed check (not is_active or signature is not null),
  constraint app_remote_configs_one_value_per_build_excl exclude using gist (platform with =, config_key with =, (coalesce(cohort_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, builds with &&) where (is_active)
);
alter table public.app_remote_configs enable row level security;
revoke all on table public.app_remote_configs from anon, authenticated, service_role;
comment on table public.app_remote_configs is 'Signed configuration for a range of builds, for everybody or one audience; a build has one active value for each.';
comment on column public.app_remote_configs.cohort_id is 'NULL is everybody.';
comment on column public.app_remote_configs.signature is 'Detached signature over the value, which the client checks.';
alter table public.app_remote_configs add constraint app_remote_configs_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete restrict;
alter table public.app_remote_configs add constraint app_remote_configs_updated_by_fkey foreign key (updated_by) references public.users (id) on delete set null;
create index app_remote_configs_builds_idx on public.app_remote_configs using gist (builds) where (is_active);
create index app_remote_configs_cohort_id_fkey_idx on public.app_remote_configs (cohort_id) where (cohort_id is not null);
create index app_remote_configs_updated_by_fkey_idx on public.app_remote_configs (updated_by) where (updated_by is not null);
create trigger touch_updated_at before update on public.app_remote_configs for each row execute function boyfanz.touch_updated_at();
create trigger revision_stays before update of platform, config_key, revision, value on public.app_remote_configs for each row execute function boyfanz.set_once('platform', 'config_key', 'revision', 'value');
grant select, insert, update, delete on table public.app_remote_configs to service_role;

create table public.automation_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  started_at timestamptz default now() not null,
  workflow_id uuid not null,
  owner_user_id uuid not null,
  trigger_ref text,
  status text default 'running' not null,
  steps jsonb default '[]' not null,
  resume_at timestamptz,
  finished_at timestamptz,
  constraint automation_runs_pkey primary key (id, started_at),
  constraint automation_runs_status_check check (status in ('running', 'waiting', 'succeeded', 'failed', 'cancelled')),
  constraint steps_is_array check (jsonb_typeof(steps) = 'array'),
  constraint waiting_names_its_end check ((status = 'waiting') = (resume_at is not null)),
  constraint finished_names_its_time check ((status in ('running', 'waiting')) = (finished_at is null)),
  constraint finished_after_start check (finished_at >= started_at)
) partition by range (started_at);
alter table public.automation_runs enable row level security;
revoke all on table public.automation_runs from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'automation_runs', 'started_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.automation_runs'::regclass);
comment on table public.automation_runs is 'One run of a workflow with its steps and result.';
create index automation_runs_workflow_id_started_at_idx on public.automation_runs (workflow_id, started_at desc);
create index automation_runs_resume_at_idx on public.automation_runs (resume_at) where (status = 'waiting');
create index automation_runs_owner_user_id_started_at_idx on public.automation_runs (owner_user_id, started_at desc);
create trigger touch_updated_at before update on public.automation_runs for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.automation_runs for select to authenticated using (automation_runs.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.automation_runs to authenticated;
grant select, insert, update, delete on table public.automation_runs to service_role;

create table public.automation_workflows (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  name text not null,
  version integer default 1 not null,
  trigger_kind text not null,
  definition jsonb not null,
  status text default 'draft' not null,
  daily_limit integer default 100 not null,
  last_run_at timestamptz,
  constraint automation_workflows_pkey primary key (id),
  constraint automation_workflows_owner_user_id_name_version_key unique (owner_user_id, name, version),
  constraint automation_workflows_status_check check (status in ('draft', 'active', 'paused', 'disabled_abuse')),
  constraint name_length check (char_length(name) between 1 and 120),
  constraint version_is_positive check (version > 0),
  constraint definition_is_object check (jsonb_typeof(definition) = 'object' and octet_length(definition::text) <= 65536),
  constraint daily_limit_in_range check (daily_limit between 0 and 10000)
);
alter table public.automation_workflows enable row level security;
revoke all on table public.automation_workflows from anon, authenticated, service_role;
comment on table public.automation_workflows is 'Automation that a person built from a trigger, conditions and actions, in versions; one of them is active. The limit keeps it from flooding people with messages.';
comment on column public.automation_workflows.daily_limit is 'Messages to people a day.';
alter table public.automation_workflows add constraint automation_workflows_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create unique index automation_workflows_owner_user_id_name_idx on public.automation_workflows (owner_user_id, name) where (status = 'active');
create index automation_workflows_trigger_kind_idx on public.automation_workflows (trigger_kind) where (status = 'active');
create trigger touch_updated_at before update on public.automation_workflows for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.automation_workflows for select to authenticated using (automation_workflows.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.automation_workflows to authenticated;
grant select, insert, update, delete on table public.automation_workflows to service_role;

create table public.backup_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  target text not null,
  schedule_cron text not null,
  retention_days integer not null,
  locations text[] not null,
  encryption_key_ref text not null,
  rpo_minutes integer not null,
  rto_minutes integer not null,
  is_immutable boolean default true not null,
  is_active boolean default true not null,
  constraint backup_policies_pkey primary key (id),
  constraint backup_policies_key_key unique (key),
  constraint backup_policies_target_check check (target in ('database', 'wal', 'object_storage', 'config', 'search_index')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_-]{1,59}$'),
  constraint schedule_form check (schedule_cron ~ '^[^ ]+( [^ ]+){4}$'),
  constraint retention_is_positive check (retention_days > 0),
  constraint kept_in_two_places check (cardinality(locations) >= 2 and locations[1] <> all (locations[2:])),
  constraint targets_are_positive check (rpo_minutes > 0 and rto_minutes > 0)
);
alter table public.backup_policies enable row level security;
revoke all on table public.backup_policies from anon, authenticated, service_role;
comment on table public.backup_policies is 'What is backed up, how often, where and for how long, and how much may be lost and how long a restore may take.';
comment on column public.backup_policies.encryption_key_ref is 'Name of the key in the key store.';
comment on column public.backup_policies.rpo_minutes is 'Most that may be lost.';
comment on column public.backup_policies.rto_minutes is 'Longest that a restore may take.';
create trigger touch_updated_at before update on public.backup_policies for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.backup_policies for select to boyfanz_staff using ((select boyfanz.has_permission('backup.read')));
grant select on table public.backup_policies to boyfanz_staff;
grant select, insert, update, delete on table public.backup_policies to service_role;

create table public.backup_runs (
  id uuid default boyfanz.uuid_v7() not null,
  policy_id uuid not null,
  kind text not null,
  state text default 'running' not null,
  started_at timestamptz default now() not null,
  finished_at timestamptz,
  start_lsn pg_lsn,
  end_lsn pg_lsn,
  bytes bigint,
  location text not null,
  manifest_sha256 public.digest_256,
  expires_at timestamptz,
  error text,
  constraint backup_runs_pkey primary key (id),
  constraint backup_runs_policy_id_id_key unique (policy_id, id),
  constraint backup_runs_kind_check check (kind in ('full', 'incremental', 'wal', 'snapshot')),
  constraint backup_runs_state_check check (state in ('running', 'succeeded', 'failed', 'expired', 'deleted')),
  constraint finished_names_its_time check ((state = 'running') = (finished_at is null)),
  constraint finished_after_start check (finished_at >= started_at),
  constraint log_positions_in_order check (end_lsn >= start_lsn),
  constraint bytes_are_not_negative check (bytes >= 0),
  constraint succeeded_can_be_proved check (state not in ('succeeded', 'expired', 'deleted') or (bytes is not null and manifest_sha256 is not null)),
  constraint failed_says_why check (state <> 'failed' or error is not null)
);
alter table public.backup_runs enable row level security;
revoke all on table public.backup_runs from anon, authenticated, service_role;
comment on table public.backup_runs is 'Backup that was taken, with its position in the log, size and digest.';
alter table public.backup_runs add constraint backup_runs_policy_id_fkey foreign key (policy_id) references public.backup_policies (id) on delete restrict;
create index backup_runs_policy_id_started_at_idx on public.backup_runs (policy_id, started_at desc);
comment on index public.backup_runs_policy_id_started_at_idx is 'The last good one.';
create index backup_runs_expires_at_idx on public.backup_runs (expires_at) where (state = 'succeeded');
create policy staff_select on public.backup_runs for select to boyfanz_staff using ((select boyfanz.has_permission('backup.read')));
grant select on table public.backup_runs to boyfanz_staff;
grant select, insert, update, delete on table public.backup_runs to service_role;

create table public.bookable_services (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  description text not null,
  duration_minutes integer not null,
  buffer_before_minutes integer default 0 not null,
  buffer_after_minutes integer default 0 not null,
  price_minor bigint not null,
  currency public.currency_code not null,
  location_kind text not null,
  min_notice_minutes integer default 60 not null,
  max_days_ahead integer default 60 not null,
  max_per_day smallint,
  requires_approval boolean default false not null,
  cancellation_policy_id uuid,
  intake_form jsonb,
  status text default 'draft' not null,
  constraint bookable_services_pkey primary key (id),
  constraint bookable_services_creator_id_slug_key unique (creator_id, slug),
  constraint bookable_services_creator_id_id_key unique (creator_id, id),
  constraint bookable_services_location_kind_check check (location_kind in ('video_call', 'voice_call', 'in_app_live', 'in_person')),
  constraint bookable_services_status_check check (status in ('draft', 'active', 'paused', 'removed')),
  constraint slug_form check (slug::text ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint duration_in_range check (duration_minutes between 5 and 480),
  constraint price_is_not_negative check (price_minor >= 0),
  constraint buffers_in_range check (buffer_before_minutes between 0 and 240 and buffer_after_minutes between 0 and 240),
  constraint notice_and_horizon_in_range check (min_notice_minutes >= 0 and max_days_ahead between 1 and 730),
  constraint max_per_day_is_positive check (max_per_day > 0),
  constraint intake_form_is_object check (jsonb_typeof(intake_form) = 'object'),
  constraint active_names_its_policy check (status <> 'active' or cancellation_policy_id is not null)
);
alter table public.bookable_services enable row level security;
revoke all on table public.bookable_services from anon, authenticated, service_role;
comment on table public.bookable_services is 'Service that a creator sells by time, such as a video call or a custom shoot, with its length, price, buffers and terms.';
alter table public.bookable_services add constraint bookable_services_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.bookable_services add constraint bookable_services_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index bookable_services_status_idx on public.bookable_services (status) where (status = 'active');
create index bookable_services_currency_fkey_idx on public.bookable_services (currency);
create index bookable_services_cancellation_policy_id_fkey_idx on public.bookable_services (cancellation_policy_id) where (cancellation_policy_id is not null);
create trigger touch_updated_at before update on public.bookable_services for each row execute function boyfanz.touch_updated_at();
create trigger policy_of_same_creator before insert or update of creator_id, cancellation_policy_id on public.bookable_services for each row execute function boyfanz.check_service_policy();
create policy anonymous_select on public.bookable_services for select to anon using ((status = 'active' and boyfanz.may_see_offer('service', id, creator_id)));
create policy member_select on public.bookable_services for select to authenticated using (bookable_services.creator_id = (select boyfanz.current_user_id()) or (status = 'active' and boyfanz.may_see_offer('service', id, creator_id)));
create policy staff_select on public.bookable_services for select to boyfanz_staff using ((select boyfanz.has_permission('booking.manage')));
grant select on table public.bookable_services to anon;
grant select on table public.bookable_services to authenticated;
grant select on table public.bookable_services to boyfanz_staff;
grant select, insert, update, delete on table public.bookable_services to service_role;

create table public.booking_availability_overrides (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  service_id uuid,
  during tstzrange not null,
  kind text not null,
  note text,
  constraint booking_availability_overrides_pkey primary key (id),
  constraint booking_availability_overrides_kind_check check (kind in ('closed', 'open')),
  constraint during_is_not_empty check (not isempty(during))
);
alter table public.booking_availability_overrides enable row level security;
revoke all on table public.booking_availability_overrides from anon, authenticated, service_role;
comment on table public.booking_availability_overrides is 'Exception from the weekly hours, closed or open for a period.';
comment on column public.booking_availability_overrides.service_id is 'NULL holds for every service.';
alter table public.booking_availability_overrides add constraint booking_availability_overrides_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.booking_availability_overrides add constraint service_of_same_creator foreign key (creator_id, service_id) references public.bookable_services (creator_id, id) on delete cascade;
create index booking_availability_overrides_creator_id_during_idx on public.booking_availability_overrides using gist (creator_id, during);
comment on index public.booking_availability_overrides_creator_id_during_idx is 'Slot search.';
create index booking_availability_overrides_creator_id_service_id_fkey_idx on public.booking_availability_overrides (creator_id, service_id);
create trigger touch_updated_at before update on public.booking_availability_overrides for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.booking_availability_overrides for select to authenticated using (booking_availability_overrides.creator_id = (select boyfanz.current_user_id()));
create policy member_insert on public.booking_availability_overrides for insert to authenticated with check (booking_availability_overrides.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.booking_availability_overrides for update to authenticated using (booking_availability_overrides.creator_id = (select boyfanz.current_user_id())) with check (booking_availability_overrides.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.booking_availability_overrides for delete to authenticated using (booking_availability_overrides.creator_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.booking_availability_overrides to authenticated;
grant select, insert, update, delete on table public.booking_availability_overrides to service_role;

create table public.booking_availability_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  service_id uuid,
  weekday smallint not null,
  local_start time not null,
  local_end time not null,
  timezone text not null,
  valid daterange default '[,)' not null,
  constraint booking_availability_rules_pkey primary key (id),
  constraint weekday_in_range check (weekday between 1 and 7),
  constraint ends_after_start check (local_end > local_start),
  constraint valid_is_not_empty check (not isempty(valid)),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$')
);
alter table public.booking_availability_rules enable row level security;
revoke all on table public.booking_availability_rules from anon, authenticated, service_role;
comment on table public.booking_availability_rules is 'Hours of a weekday at which a creator takes bookings, in their own time zone, while the rule is valid.';
comment on column public.booking_availability_rules.service_id is 'NULL holds for every service.';
comment on column public.booking_availability_rules.weekday is '1 Monday to 7 Sunday.';
comment on column public.booking_availability_rules.timezone is 'Name in the IANA time zone database.';
alter table public.booking_availability_rules add constraint booking_availability_rules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.booking_availability_rules add constraint service_of_same_creator foreign key (creator_id, service_id) references public.bookable_services (creator_id, id) on delete cascade;
create index booking_availability_rules_creator_id_weekday_idx on public.booking_availability_rules (creator_id, weekday);
create index booking_availability_rules_creator_id_service_id_fkey_idx on public.booking_availability_rules (creator_id, service_id);
create trigger touch_updated_at before update on public.booking_availability_rules for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.booking_availability_rules for select to authenticated using (booking_availability_rules.creator_id = (select boyfanz.current_user_id()));
create policy member_insert on public.booking_availability_rules for insert to authenticated with check (booking_availability_rules.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.booking_availability_rules for update to authenticated using (booking_availability_rules.creator_id = (select boyfanz.current_user_id())) with check (booking_availability_rules.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.booking_availability_rules for delete to authenticated using (booking_availability_rules.creator_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.booking_availability_rules to authenticated;
grant select, insert, update, delete on table public.booking_availability_rules to service_role;

create table public.booking_cancellation_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  name text not null,
  version integer default 1 not null,
  steps jsonb not null,
  no_show_refund_ppm integer default 0 not null,
  platform_default boolean default false not null,
  constraint booking_cancellation_policies_pkey primary key (id),
  constraint version_is_positive check (version > 0),
  constraint steps_is_array check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) > 0),
  constraint refunds_in_range check (not jsonb_path_exists(steps, '$[*] ? (!(@.refund_ppm.type() == "number" && @.refund_ppm >= 0 && @.refund_ppm <= 1000000 && @.notice_minutes.type() == "number" && @.notice_minutes >= 0))')),
  constraint no_show_refund_in_range check (no_show_refund_ppm between 0 and 1000000),
  constraint default_is_the_platforms check (not platform_default or creator_id is null)
);
alter table public.booking_cancellation_policies enable row level security;
alter table public.bookable_services add constraint bookable_services_cancellation_policy_id_fkey foreign key (cancellation_policy_id) references public.booking_cancellation_policies (id) on delete restrict;
revoke all on table public.booking_cancellation_policies from anon, authenticated, service_role;
comment on table public.booking_cancellation_policies is 'Which share of the price comes back by notice given, and after a no-show. A version never changes; bookings keep the terms they were made under.';
comment on column public.booking_cancellation_policies.creator_id is 'NULL is a policy of the platform.';
comment on column public.booking_cancellation_policies.steps is 'Array of {"notice_minutes", "refund_ppm"}, the longest notice first.';
comment on column public.booking_cancellation_policies.no_show_refund_ppm is 'Millionths of the price.';
alter table public.booking_cancellation_policies add constraint booking_cancellation_policies_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create unique index booking_cancellation_policies_creator_id_name_version_idx on public.booking_cancellation_policies (creator_id, name, version) where (creator_id is not null);
create unique index booking_cancellation_policies_name_version_idx on public.booking_cancellation_policies (name, version) where (creator_id is null);
create unique index booking_cancellation_policies_platform_default_idx on public.booking_cancellation_policies (platform_default) where (platform_default);
create trigger touch_updated_at before update on public.booking_cancellation_policies for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.booking_cancellation_policies for each row execute function boyfanz.append_only('change platform_default');
create policy anonymous_select on public.booking_cancellation_policies for select to anon using (true);
create policy member_select on public.booking_cancellation_policies for select to authenticated using (true);
grant select on table public.booking_cancellation_policies to anon;
grant select on table public.booking_cancellation_policies to authenticated;
grant select, insert, update, delete on table public.booking_cancellation_policies to service_role;

create table public.booking_events (
  id uuid default boyfanz.uuid_v7() not null,
  booking_id uuid not null,
  event_kind text not null,
  actor_user_id uuid,
  from_state text,
  to_state text,
  payload jsonb,
  call_session_id uuid,
  occurred_at timestamptz default now() not null,
  constraint booking_events_pkey primary key (id),
  constraint booking_events_from_state_check check (from_state in ('held', 'pending_approval', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show', 'declined')),
  constraint booking_events_to_state_check check (to_state in ('held', 'pending_approval', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show', 'declined')),
  constraint event_kind_form check (event_kind ~ '^[a-z][a-z_]{1,39}$'),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object')
);
alter table public.booking_events enable row level security;
revoke all on table public.booking_events from anon, authenticated, service_role;
comment on table public.booking_events is 'What happened to a booking and who did it; bookings can be recomputed from it.';
comment on column public.booking_events.event_kind is 'Such as created, approved, moved, cancelled or joined.';
comment on column public.booking_events.actor_user_id is 'NULL when the system did it.';
alter table public.booking_events add constraint booking_events_actor_user_id_fkey foreign key (actor_user_id) references public.users (id) on delete set null;
alter table public.booking_events add constraint booking_events_call_session_id_fkey foreign key (call_session_id) references public.call_sessions (id) on delete set null;
create index booking_events_booking_id_occurred_at_idx on public.booking_events (booking_id, occurred_at);
create index booking_events_actor_user_id_fkey_idx on public.booking_events (actor_user_id) where (actor_user_id is not null);
create index booking_events_call_session_id_fkey_idx on public.booking_events (call_session_id) where (call_session_id is not null);
create trigger append_only before update on public.booking_events for each row execute function boyfanz.append_only('clear actor_user_id', 'clear call_session_id');
create policy staff_select on public.booking_events for select to boyfanz_staff using ((select boyfanz.has_permission('booking.manage')));
grant select (booking_id, event_kind, from_state, id, occurred_at, to_state) on table public.booking_events to authenticated;
grant select on table public.booking_events to boyfanz_staff;
grant select, insert, update, delete on table public.booking_events to service_role;

create table public.bookings (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  service_id uuid not null,
  creator_id uuid not null,
  customer_id uuid,
  during tstzrange not null,
  blocked_during tstzrange not null,
  timezone_customer text not null,
  state text default 'held' not null,
  hold_expires_at timestamptz,
  order_id uuid,
  price_minor bigint not null,
  currency public.currency_code not null,
  intake_answers_enc bytea,
  meeting_ref_enc bytea,
  key_id smallint,
  cancelled_by text,
  rescheduled_from uuid,
  idempotency_key text not null,
  constraint bookings_pkey primary key (id),
  constraint bookings_customer_id_idempotency_key_key unique (customer_id, idempotency_key),
  constraint bookings_state_check check (state in ('held', 'pending_approval', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show', 'declined')),
  constraint bookings_cancelled_by_check check (cancelled_by in ('customer', 'creator', 'system')),
  constraint during_is_bounded check (not (isempty(during) or lower_inf(during) or upper_inf(during) or upper_inc(during))),
  constraint blocked_is_bounded check (not (lower_inf(blocked_during) or upper_inf(blocked_during) or upper_inc(blocked_during))),
  constraint blocked_holds_during check (blocked_during @> during),
  constraint held_names_its_end check ((state = 'held') = (hold_expires_at is not null)),
  constraint price_is_not_negative check (price_minor >= 0),
  constraint secrets_name_their_key check (num_nonnulls(intake_answers_enc, meeting_ref_enc) = 0 or key_id is not null),
  constraint cancelled_says_by_whom check ((state = 'cancelled') = (cancelled_by is not null)),
  constraint nobody_books_themselves check (customer_id <> creator_id),
  constraint moved_from_another check (rescheduled_from <> id),
  constraint timezone_form check (timezone_customer ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint bookings_no_double_booking_excl exclude using gist (creator_id with =, blocked_during with &&) where (state in ('held', 'pending_approval', 'confirmed', 'in_progress'))
);
alter table public.bookings enable row level security;
alter table public.booking_events add constraint booking_events_booking_id_fkey foreign key (booking_id) references public.bookings (id) on delete cascade;
create policy member_select on public.booking_events for select to authenticated using (exists (select from public.bookings p1 where p1.id = booking_events.booking_id and p1.customer_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.bookings p1 where p1.id = booking_events.booking_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.bookings from anon, authenticated, service_role;
comment on table public.bookings is 'Appointment of a customer with a creator; an exclusion constraint over the blocked time makes a double booking impossible. Erasure clears the customer and leaves the money facts.';
comment on column public.bookings.blocked_during is 'The appointment with the buffers of its service around it.';
comment on column public.bookings.timezone_customer is 'Name in the IANA time zone database.';
comment on column public.bookings.intake_answers_enc is 'Encrypted with key_id.';
comment on column public.bookings.meeting_ref_enc is 'Where to meet or dial in, encrypted with key_id.';
comment on column public.bookings.key_id is 'Version of the encryption key.';
alter table public.bookings add constraint bookings_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.bookings add constraint bookings_customer_id_fkey foreign key (customer_id) references public.users (id) on delete set null;
alter table public.bookings add constraint bookings_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
alter table public.bookings add constraint bookings_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.bookings add constraint bookings_rescheduled_from_fkey foreign key (rescheduled_from) references public.bookings (id) on delete set null;
alter table public.bookings add constraint service_of_same_creator foreign key (creator_id, service_id) references public.bookable_services (creator_id, id) on delete restrict;
create index bookings_creator_id_expr_idx on public.bookings (creator_id, (lower(during))) where (state in ('held', 'pending_approval', 'confirmed'));
comment on index public.bookings_creator_id_expr_idx is 'Agenda.';
create index bookings_customer_id_expr_idx on public.bookings (customer_id, (lower(during)) desc);
create index bookings_hold_expires_at_idx on public.bookings (hold_expires_at) where (state = 'held');
comment on index public.bookings_hold_expires_at_idx is 'For the job that releases.';
create index bookings_creator_id_service_id_fkey_idx on public.bookings (creator_id, service_id);
create index bookings_order_id_fkey_idx on public.bookings (order_id) where (order_id is not null);
create index bookings_currency_fkey_idx on public.bookings (currency);
create index bookings_rescheduled_from_fkey_idx on public.bookings (rescheduled_from) where (rescheduled_from is not null);
create trigger touch_updated_at before update on public.bookings for each row execute function boyfanz.touch_updated_at();
create trigger money_facts_stay before update of creator_id, service_id, price_minor, currency, order_id on public.bookings for each row execute function boyfanz.set_once('creator_id', 'service_id', 'price_minor', 'currency', 'order_id');
create trigger paid_is_not_deleted before delete on public.bookings for each row when (old.order_id is not null) execute function boyfanz.refuse_delete('An order depends on the booking.');
create policy member_select on public.bookings for select to authenticated using (bookings.customer_id = (select boyfanz.current_user_id()) or bookings.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.bookings for select to boyfanz_staff using ((select boyfanz.has_permission('booking.manage')));
grant select (blocked_during, cancelled_by, created_at, creator_id, currency, customer_id, during, hold_expires_at, id, idempotency_key, order_id, price_minor, rescheduled_from, service_id, state, timezone_customer, updated_at) on table public.bookings to authenticated;
grant select (blocked_during, cancelled_by, created_at, creator_id, currency, customer_id, during, hold_expires_at, id, idempotency_key, intake_answers_enc, key_id, order_id, price_minor, rescheduled_from, service_id, state, timezone_customer, updated_at) on table public.bookings to boyfanz_staff;
grant select, insert, update, delete on table public.bookings to service_role;

create table public.brand_themes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  tenant_id uuid,
  creator_id uuid,
  name text not null,
  version integer default 1 not null,
  tokens jsonb not null,
  custom_css_sanitised text,
  contrast_ok boolean default false not null,
  logo_media_id uuid,
  favicon_media_id uuid,
  published_at timestamptz,
  constraint brand_themes_pkey primary key (id),
  constraint brand_themes_owner_user_id_name_version_key unique (owner_user_id, name, version),
  constraint version_is_positive check (version > 0),
  constraint tokens_is_object check (jsonb_typeof(tokens) = 'object' and octet_length(tokens::text) <= 65536),
  constraint css_of_100_kb check (octet_length(custom_css_sanitised) <= 102400),
  constraint published_has_contrast check (published_at is null or contrast_ok),
  constraint for_tenant_or_creator check (num_nonnulls(tenant_id, creator_id) <= 1)
);
alter table public.brand_themes enable row level security;
revoke all on table public.brand_themes from anon, authenticated, service_role;
comment on table public.brand_themes is 'Version of the look of a profile or tenant, with colours, fonts, layout and dark mode. It is published only with enough contrast, and stays as it is then.';
comment on column public.brand_themes.tokens is 'Design tokens by name.';
alter table public.brand_themes add constraint brand_themes_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.brand_themes add constraint brand_themes_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.brand_themes add constraint brand_themes_logo_media_id_fkey foreign key (logo_media_id) references public.media_assets (id) on delete set null;
alter table public.brand_themes add constraint brand_themes_favicon_media_id_fkey foreign key (favicon_media_id) references public.media_assets (id) on delete set null;
create index brand_themes_tenant_id_idx on public.brand_themes (tenant_id) where (published_at is not null);
create index brand_themes_creator_id_idx on public.brand_themes (creator_id) where (published_at is not null);
create index brand_themes_tenant_id_fkey_idx on public.brand_themes (tenant_id) where (tenant_id is not null);
create index brand_themes_creator_id_fkey_idx on public.brand_themes (creator_id) where (creator_id is not null);
create index brand_themes_logo_media_id_fkey_idx on public.brand_themes (logo_media_id) where (logo_media_id is not null);
create index brand_themes_favicon_media_id_fkey_idx on public.brand_themes (favicon_media_id) where (favicon_media_id is not null);
create trigger touch_updated_at before update on public.brand_themes for each row execute function boyfanz.touch_updated_at();
create trigger published_stays before update on public.brand_themes for each row execute function boyfanz.freeze_when_set('published_at', 'clear published_at', 'clear logo_media_id', 'clear favicon_media_id');
create policy anonymous_select on public.brand_themes for select to anon using ((published_at <= now()));
create policy member_select on public.brand_themes for select to authenticated using ((published_at <= now()) or brand_themes.owner_user_id = (select boyfanz.current_user_id()) or brand_themes.tenant_id = any (array(select boyfanz.my_tenant_members_tenant_id())));
grant select on table public.brand_themes to anon;
grant select on table public.brand_themes to authenticated;
grant select, insert, update, delete on table public.brand_themes to service_role;

create table public.calendar_busy_blocks (
  id uuid default boyfanz.uuid_v7() not null,
  connection_id uuid not null,
  user_id uuid not null,
  external_uid text not null,
  during tstzrange not null,
  synced_at timestamptz default now() not null,
  constraint calendar_busy_blocks_pkey primary key (id),
  constraint calendar_busy_blocks_connection_id_external_uid_key unique (connection_id, external_uid),
  constraint during_is_not_empty check (not isempty(during))
);
alter table public.calendar_busy_blocks enable row level security;
revoke all on table public.calendar_busy_blocks from anon, authenticated, service_role;
comment on table public.calendar_busy_blocks is 'Busy time from an external calendar, without titles, so that clashing bookings are refused.';
alter table public.calendar_busy_blocks add constraint calendar_busy_blocks_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index calendar_busy_blocks_user_id_during_idx on public.calendar_busy_blocks using gist (user_id, during);
comment on index public.calendar_busy_blocks_user_id_during_idx is 'Slot search.';
create index calendar_busy_blocks_user_id_connection_id_fkey_idx on public.calendar_busy_blocks (user_id, connection_id);
create policy member_select on public.calendar_busy_blocks for select to authenticated using (calendar_busy_blocks.user_id = (select boyfanz.current_user_id()));
grant select on table public.calendar_busy_blocks to authenticated;
grant select, insert, update, delete on table public.calendar_busy_blocks to service_role;

create table public.calendar_connections (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  calendar_id uuid not null,
  integration_connection_id uuid not null,
  provider text not null,
  external_calendar_id text not null,
  direction text default 'busy_only' not null,
  sync_cursor text,
  channel_id text,
  channel_expires_at timestamptz,
  last_synced_at timestamptz,
  next_sync_at timestamptz,
  error text,
  constraint calendar_connections_pkey primary key (id),
  constraint calendar_connections_user_id_provider_external_calendar_id_key unique (user_id, provider, external_calendar_id),
  constraint calendar_connections_user_id_id_key unique (user_id, id),
  constraint calendar_connections_provider_check check (provider in ('google', 'outlook', 'apple', 'caldav')),
  constraint calendar_connections_direction_check check (direction in ('busy_only', 'import', 'export', 'two_way')),
  constraint channel_names_its_end check ((channel_id is null) = (channel_expires_at is null))
);
alter table public.calendar_connections enable row level security;
alter table public.calendar_busy_blocks add constraint connection_of_same_user foreign key (user_id, connection_id) references public.calendar_connections (user_id, id) on delete cascade;
revoke all on table public.calendar_connections from anon, authenticated, service_role;
comment on table public.calendar_connections is 'Link of a calendar to an external one with direction, cursor and push channel.';
alter table public.calendar_connections add constraint calendar_connections_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index calendar_connections_next_sync_at_idx on public.calendar_connections (next_sync_at) where (next_sync_at is not null);
comment on index public.calendar_connections_next_sync_at_idx is 'Due syncs.';
create index calendar_connections_channel_expires_at_idx on public.calendar_connections (channel_expires_at) where (channel_id is not null);
comment on index public.calendar_connections_channel_expires_at_idx is 'Channels to renew.';
create index calendar_connections_user_id_calendar_id_fkey_idx on public.calendar_connections (user_id, calendar_id);
create index calendar_connections_user_id_integration_connection_id_fkey_idx on public.calendar_connections (user_id, integration_connection_id);
create trigger touch_updated_at before update on public.calendar_connections for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.calendar_connections for select to authenticated using (calendar_connections.user_id = (select boyfanz.current_user_id()));
grant select (calendar_id, channel_expires_at, created_at, direction, error, external_calendar_id, id, integration_connection_id, last_synced_at, next_sync_at, provider, updated_at, user_id) on table public.calendar_connections to authenticated;
grant select, insert, update, delete on table public.calendar_connections to service_role;

create table public.calendar_entries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  calendar_id uuid not null,
  owner_user_id uuid not null,
  title text not null,
  during tstzrange not null,
  all_day boolean default false not null,
  timezone text default 'UTC' not null,
  rrule text,
  source_type text,
  source_id uuid,
  status text default 'confirmed' not null,
  is_busy boolean default true not null,
  constraint calendar_entries_pkey primary key (id),
  constraint calendar_entries_source_type_check check (source_type in ('booking', 'live_stream', 'event', 'content_schedule')),
  constraint calendar_entries_status_check check (status in ('tentative', 'confirmed', 'cancelled')),
  constraint during_is_not_empty check (not isempty(during)),
  constraint title_length check (char_length(title) <= 300),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint rrule_form check (rrule ~ '^(RRULE:)?FREQ='),
  constraint source_is_whole check ((source_type is null) = (source_id is null)),
  constraint cancelled_is_not_busy check (status <> 'cancelled' or not is_busy)
);
alter table public.calendar_entries enable row level security;
revoke all on table public.calendar_entries from anon, authenticated, service_role;
comment on table public.calendar_entries is 'Entry of a calendar, its own or derived from a booking, stream, event or scheduled post.';
comment on column public.calendar_entries.during is 'The first occurrence when there is a rule.';
comment on column public.calendar_entries.timezone is 'Name in the IANA time zone database.';
comment on column public.calendar_entries.rrule is 'Recurrence rule of RFC 5545.';
comment on column public.calendar_entries.source_id is 'Key in the table that source_type stands for.';
alter table public.calendar_entries add constraint calendar_entries_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create unique index calendar_entries_calendar_id_source_type_source_id_idx on public.calendar_entries (calendar_id, source_type, source_id) where (source_id is not null);
create index calendar_entries_calendar_id_during_idx on public.calendar_entries using gist (calendar_id, during);
comment on index public.calendar_entries_calendar_id_during_idx is 'Window of a calendar.';
create index calendar_entries_owner_user_id_during_idx on public.calendar_entries using gist (owner_user_id, during) where (is_busy);
comment on index public.calendar_entries_owner_user_id_during_idx is 'Free and busy.';
create index calendar_entries_owner_user_id_calendar_id_fkey_idx on public.calendar_entries (owner_user_id, calendar_id);
create trigger touch_updated_at before update on public.calendar_entries for each row execute function boyfanz.touch_updated_at();
create policy member_insert on public.calendar_entries for insert to authenticated with check (calendar_entries.owner_user_id = (select boyfanz.current_user_id()));
create policy member_update on public.calendar_entries for update to authenticated using (calendar_entries.owner_user_id = (select boyfanz.current_user_id())) with check (calendar_entries.owner_user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.calendar_entries for delete to authenticated using (calendar_entries.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.calendar_entries to anon;
grant select, insert (all_day, calendar_id, during, id, is_busy, owner_user_id, rrule, status, timezone, title), update (all_day, calendar_id, during, id, is_busy, owner_user_id, rrule, status, timezone, title), delete on table public.calendar_entries to authenticated;
grant select, insert, update, delete on table public.calendar_entries to service_role;

create table public.calendar_invitees (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  entry_id uuid not null,
  user_id uuid,
  email_enc bytea,
  key_id smallint,
  response text default 'needs_action' not null,
  responded_at timestamptz,
  constraint calendar_invitees_pkey primary key (id),
  constraint calendar_invitees_response_check check (response in ('needs_action', 'accepted', 'declined', 'tentative')),
  constraint invited_by_one_way check (num_nonnulls(user_id, email_enc) = 1),
  constraint email_names_its_key check ((email_enc is null) = (key_id is null)),
  constraint answer_names_its_time check ((response = 'needs_action') = (responded_at is null))
);
alter table public.calendar_invitees enable row level security;
revoke all on table public.calendar_invitees from anon, authenticated, service_role;
comment on table public.calendar_invitees is 'Person invited to an entry, by account or by mail address, with their answer.';
comment on column public.calendar_invitees.email_enc is 'Encrypted with key_id.';
comment on column public.calendar_invitees.key_id is 'Version of the encryption key.';
alter table public.calendar_invitees add constraint calendar_invitees_entry_id_fkey foreign key (entry_id) references public.calendar_entries (id) on delete cascade;
alter table public.calendar_invitees add constraint calendar_invitees_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index calendar_invitees_entry_id_user_id_idx on public.calendar_invitees (entry_id, user_id) where (user_id is not null);
create index calendar_invitees_user_id_idx on public.calendar_invitees (user_id) where (response = 'needs_action');
create index calendar_invitees_entry_id_fkey_idx on public.calendar_invitees (entry_id);
create index calendar_invitees_user_id_fkey_idx on public.calendar_invitees (user_id) where (user_id is not null);
create trigger touch_updated_at before update on public.calendar_invitees for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.calendar_invitees for select to authenticated using (calendar_invitees.user_id = (select boyfanz.current_user_id()) or exists (select from public.calendar_entries p1 where p1.id = calendar_invitees.entry_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
create policy member_update on public.calendar_invitees for update to authenticated using (calendar_invitees.user_id = (select boyfanz.current_user_id())) with check (calendar_invitees.user_id = (select boyfanz.current_user_id()));
grant select (created_at, entry_id, id, responded_at, response, updated_at, user_id), update (id, responded_at, response) on table public.calendar_invitees to authenticated;
grant select, insert, update, delete on table public.calendar_invitees to service_role;

create table public.calendars (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  name text not null,
  kind text default 'personal' not null,
  timezone text default 'UTC' not null,
  colour text,
  visibility text default 'private' not null,
  feed_token_hash public.digest_256,
  is_default boolean default false not null,
  constraint calendars_pkey primary key (id),
  constraint calendars_owner_user_id_name_key unique (owner_user_id, name),
  constraint calendars_feed_token_hash_key unique (feed_token_hash),
  constraint calendars_owner_user_id_id_key unique (owner_user_id, id),
  constraint calendars_kind_check check (kind in ('personal', 'content_plan', 'bookings', 'events', 'shared')),
  constraint calendars_visibility_check check (visibility in ('private', 'busy_only', 'public')),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint colour_form check (colour ~ '^#[0-9a-f]{6}$')
);
alter table public.calendars enable row level security;
alter table public.calendar_connections add constraint calendar_of_same_user foreign key (user_id, calendar_id) references public.calendars (owner_user_id, id) on delete cascade;
alter table public.calendar_entries add constraint calendar_of_same_owner foreign key (owner_user_id, calendar_id) references public.calendars (owner_user_id, id) on delete cascade;
create policy anonymous_select on public.calendar_entries for select to anon using ((exists (select from public.calendars p1 where p1.owner_user_id = calendar_entries.owner_user_id and p1.id = calendar_entries.calendar_id offset 0) and (status <> 'cancelled' and source_type is distinct from 'booking')));
create policy member_select on public.calendar_entries for select to authenticated using (calendar_entries.owner_user_id = (select boyfanz.current_user_id()) or calendar_entries.id = any (array(select boyfanz.my_calendar_invitees_entry_id())) or (exists (select from public.calendars p1 where p1.owner_user_id = calendar_entries.owner_user_id and p1.id = calendar_entries.calendar_id offset 0) and (status <> 'cancelled' and source_type is distinct from 'booking')));
revoke all on table public.calendars from anon, authenticated, service_role;
comment on table public.calendars is 'Calendar of a person for private dates, planned content, events or bookings, with a feed that others can subscribe to.';
comment on column public.calendars.timezone is 'Name in the IANA time zone database.';
alter table public.calendars add constraint calendars_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create unique index calendars_owner_user_id_idx on public.calendars (owner_user_id) where (is_default);
create trigger touch_updated_at before update on public.calendars for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.calendars for select to anon using ((visibility = 'public' and not boyfanz.is_blocked_with(owner_user_id)));
create policy member_select on public.calendars for select to authenticated using (calendars.owner_user_id = (select boyfanz.current_user_id()) or (visibility = 'public' and not boyfanz.is_blocked_with(owner_user_id)));
create policy member_insert on public.calendars for insert to authenticated with check (calendars.owner_user_id = (select boyfanz.current_user_id()));
create policy member_update on public.calendars for update to authenticated using (calendars.owner_user_id = (select boyfanz.current_user_id())) with check (calendars.owner_user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.calendars for delete to authenticated using (calendars.owner_user_id = (select boyfanz.current_user_id()));
grant select (colour, created_at, id, is_default, kind, name, owner_user_id, timezone, updated_at, visibility) on table public.calendars to anon;
grant select (colour, created_at, id, is_default, kind, name, owner_user_id, timezone, updated_at, visibility), insert (colour, id, is_default, kind, name, owner_user_id, timezone, visibility), update (colour, id, is_default, kind, name, owner_user_id, timezone, visibility), delete on table public.calendars to authenticated;
grant select, insert, update, delete on table public.calendars to service_role;

create table public.content_translations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_type text not null,
  content_id uuid not null,
  field text not null,
  locale_code public.language_tag not null,
  creator_id uuid not null,
  text text not null,
  method text default 'machine' not null,
  source_hash public.digest_256 not null,
  is_stale boolean default false not null,
  constraint content_translations_pkey primary key (id),
  constraint content_translations_content_type_content_id_field_65321bc6_key unique (content_type, content_id, field, locale_code),
  constraint content_translations_content_type_check check (content_type in ('post', 'profile', 'product', 'event', 'service', 'message_template')),
  constraint content_translations_method_check check (method in ('machine', 'human', 'creator')),
  constraint field_form check (field ~ '^[a-z][a-z_]{0,39}$')
);
alter table public.content_translations enable row level security;
revoke all on table public.content_translations from anon, authenticated, service_role;
comment on table public.content_translations is 'Translation of a field of something that people made. The hash tells when the original changed since.';
comment on column public.content_translations.content_id is 'Key in the table that content_type stands for.';
alter table public.content_translations add constraint content_translations_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index content_translations_creator_id_idx on public.content_translations (creator_id) where (is_stale);
create index content_translations_locale_code_fkey_idx on public.content_translations (locale_code);
create index content_translations_creator_id_fkey_idx on public.content_translations (creator_id);
create trigger touch_updated_at before update on public.content_translations for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_translations for select to anon using ((boyfanz.may_see_translated(content_type, content_id)));
create policy member_select on public.content_translations for select to authenticated using (content_translations.creator_id = (select boyfanz.current_user_id()) or (boyfanz.may_see_translated(content_type, content_id)));
create policy member_insert on public.content_translations for insert to authenticated with check ((content_translations.creator_id = (select boyfanz.current_user_id()) and (boyfanz.creator_of(content_type, content_id) = (select boyfanz.current_user_id()))));
create policy member_update on public.content_translations for update to authenticated using (content_translations.creator_id = (select boyfanz.current_user_id())) with check ((content_translations.creator_id = (select boyfanz.current_user_id()) and (boyfanz.creator_of(content_type, content_id) = (select boyfanz.current_user_id()))));
create policy member_delete on public.content_translations for delete to authenticated using (content_translations.creator_id = (select boyfanz.current_user_id()));
grant select on table public.content_translations to anon;
grant select, insert (content_id, content_type, creator_id, field, id, locale_code, method, source_hash, text), update (content_id, content_type, creator_id, field, id, locale_code, method, source_hash, text), delete on table public.content_translations to authenticated;
grant select, insert, update, delete on table public.content_translations to service_role;

create table public.custom_domains (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  hostname extensions.citext not null,
  owner_user_id uuid not null,
  tenant_id uuid,
  creator_id uuid,
  verification_method text not null,
  verification_token_hash public.digest_256 not null,
  status text default 'pending' not null,
  verified_at timestamptz,
  next_check_at timestamptz default now() not null,
  last_error text,
  redirects_to text,
  hsts boolean default false not null,
  constraint custom_domains_pkey primary key (id),
  constraint custom_domains_verification_method_check check (verification_method in ('dns_txt', 'cname', 'http')),
  constraint custom_domains_status_check check (status in ('pending', 'verifying', 'active', 'failed', 'removed')),
  constraint hostname_form check (hostname::text ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z][a-z0-9-]{0,61}[a-z0-9]$' and char_length(hostname::text) <= 253),
  constraint for_tenant_or_creator check (num_nonnulls(tenant_id, creator_id) = 1),
  constraint creators_own_theirs check (creator_id = owner_user_id),
  constraint active_was_verified check (status <> 'active' or verified_at is not null),
  constraint redirect_is_https check (redirects_to like 'https://%')
);
alter table public.custom_domains enable row level security;
revoke all on table public.custom_domains from anon, authenticated, service_role;
comment on table public.custom_domains is 'Host name of a creator or tenant with proof of ownership and routing; in use only once in the whole platform.';
alter table public.custom_domains add constraint custom_domains_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.custom_domains add constraint custom_domains_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create unique index custom_domains_hostname_idx on public.custom_domains (hostname) where (status in ('verifying', 'active'));
create index custom_domains_next_check_at_idx on public.custom_domains (next_check_at) where (status in ('pending', 'verifying', 'active'));
create index custom_domains_owner_user_id_fkey_idx on public.custom_domains (owner_user_id);
create index custom_domains_tenant_id_fkey_idx on public.custom_domains (tenant_id) where (tenant_id is not null);
create index custom_domains_creator_id_fkey_idx on public.custom_domains (creator_id) where (creator_id is not null);
create trigger touch_updated_at before update on public.custom_domains for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.custom_domains for select to authenticated using (custom_domains.owner_user_id = (select boyfanz.current_user_id()) or custom_domains.tenant_id = any (array(select boyfanz.my_tenant_members_tenant_id())));
grant select (created_at, creator_id, hostname, hsts, id, last_error, next_check_at, owner_user_id, redirects_to, status, tenant_id, updated_at, verification_method, verified_at) on table public.custom_domains to authenticated;
grant select, insert, update, delete on table public.custom_domains to service_role;

create table public.deep_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  token text not null,
  owner_user_id uuid,
  target_path text not null,
  fallback_url text,
  tracking_link_id uuid,
  params jsonb,
  expires_at timestamptz,
  opens bigint default 0 not null,
  constraint deep_links_pkey primary key (id),
  constraint deep_links_token_key unique (token),
  constraint token_form check (token ~ '^[A-Za-z0-9_-]{6,64}$'),
  constraint target_is_a_path check (target_path like '/%' and target_path not like '//%'),
  constraint fallback_is_https check (fallback_url like 'https://%'),
  constraint params_is_object check (jsonb_typeof(params) = 'object'),
  constraint opens_are_not_negative check (opens >= 0)
) with (fillfactor = 80);
alter table public.deep_links enable row level security;
revoke all on table public.deep_links from anon, authenticated, service_role;
comment on table public.deep_links is 'Link that opens the right screen in each client, also after an installation.';
comment on column public.deep_links.token is 'Part of the public link, no secret.';
alter table public.deep_links add constraint deep_links_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
alter table public.deep_links add constraint deep_links_tracking_link_id_fkey foreign key (tracking_link_id) references public.tracking_links (id) on delete set null;
create index deep_links_expires_at_idx on public.deep_links (expires_at) where (expires_at is not null);
create index deep_links_owner_user_id_fkey_idx on public.deep_links (owner_user_id) where (owner_user_id is not null);
create index deep_links_tracking_link_id_fkey_idx on public.deep_links (tracking_link_id) where (tracking_link_id is not null);
create trigger touch_updated_at before update on public.deep_links for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.deep_links for select to authenticated using (deep_links.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.deep_links to authenticated;
grant select, insert, update, delete on table public.deep_links to service_role;

create table public.desktop_watch_folders (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  path_label text not null,
  path_hash public.digest_256 not null,
  target text default 'vault' not null,
  rules jsonb default '{}' not null,
  is_paused boolean default false not null,
  last_scan_at timestamptz,
  files_uploaded integer default 0 not null,
  constraint desktop_watch_folders_pkey primary key (id),
  constraint desktop_watch_folders_device_id_path_hash_key unique (device_id, path_hash),
  constraint desktop_watch_folders_target_check check (target in ('vault', 'draft', 'product')),
  constraint rules_is_object check (jsonb_typeof(rules) = 'object'),
  constraint files_are_not_negative check (files_uploaded >= 0)
);
alter table public.desktop_watch_folders enable row level security;
revoke all on table public.desktop_watch_folders from anon, authenticated, service_role;
comment on table public.desktop_watch_folders is 'Folder that the desktop app watches, and the rule that makes vault items, drafts or products of new files.';
comment on column public.desktop_watch_folders.path_label is 'Last part of the path, to show.';
alter table public.desktop_watch_folders add constraint desktop_watch_folders_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.desktop_watch_folders add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index desktop_watch_folders_user_id_device_id_fkey_idx on public.desktop_watch_folders (user_id, device_id);
create trigger touch_updated_at before update on public.desktop_watch_folders for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.desktop_watch_folders for select to authenticated using (desktop_watch_folders.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.desktop_watch_folders for insert to authenticated with check (desktop_watch_folders.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.desktop_watch_folders for update to authenticated using (desktop_watch_folders.user_id = (select boyfanz.current_user_id())) with check (desktop_watch_folders.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.desktop_watch_folders for delete to authenticated using (desktop_watch_folders.user_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.desktop_watch_folders to authenticated;
grant select, insert, update, delete on table public.desktop_watch_folders to service_role;

create table public.developer_accounts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  company text,
  agreement_document_id uuid,
  verified_at timestamptz,
  status text default 'pending' not null,
  security_contact_enc bytea,
  key_id smallint,
  tier text default 'free' not null,
  constraint developer_accounts_pkey primary key (user_id),
  constraint developer_accounts_status_check check (status in ('pending', 'active', 'suspended')),
  constraint contact_names_its_key check ((security_contact_enc is null) = (key_id is null)),
  constraint active_is_verified_and_agreed check (status <> 'active' or (verified_at is not null and agreement_document_id is not null))
);
alter table public.developer_accounts enable row level security;
revoke all on table public.developer_accounts from anon, authenticated, service_role;
comment on table public.developer_accounts is 'Enrolment of a developer with the agreement and whom to call about an incident.';
comment on column public.developer_accounts.security_contact_enc is 'Encrypted with key_id.';
comment on column public.developer_accounts.key_id is 'Version of the encryption key.';
alter table public.developer_accounts add constraint developer_accounts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.developer_accounts add constraint developer_accounts_agreement_document_id_fkey foreign key (agreement_document_id) references public.legal_documents (id) on delete restrict;
create index developer_accounts_agreement_document_id_fkey_idx on public.developer_accounts (agreement_document_id) where (agreement_document_id is not null);
create trigger touch_updated_at before update on public.developer_accounts for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.developer_accounts for select to authenticated using (developer_accounts.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.developer_accounts for select to boyfanz_staff using ((select boyfanz.has_permission('api_client.review')));
grant select (agreement_document_id, company, created_at, status, tier, updated_at, user_id, verified_at) on table public.developer_accounts to authenticated;
grant select on table public.developer_accounts to boyfanz_staff;
grant select, insert, update, delete on table public.developer_accounts to service_role;

create table public.domain_certificates (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  domain_id uuid not null,
  serial text not null,
  issuer text not null,
  not_before timestamptz not null,
  not_after timestamptz not null,
  key_store_ref text not null,
  state text default 'issued' not null,
  renewal_attempts smallint default 0 not null,
  last_error text,
  constraint domain_certificates_pkey primary key (id),
  constraint domain_certificates_domain_id_serial_key unique (domain_id, serial),
  constraint domain_certificates_state_check check (state in ('issued', 'renewing', 'expired', 'revoked', 'failed')),
  constraint ends_after_start check (not_after > not_before),
  constraint attempts_are_not_negative check (renewal_attempts >= 0),
  constraint key_store_ref_is_no_key check (key_store_ref !~ 'PRIVATE KEY')
);
alter table public.domain_certificates enable row level security;
revoke all on table public.domain_certificates from anon, authenticated, service_role;
comment on table public.domain_certificates is 'TLS certificate of a custom domain with its term and renewal; the private key stays in the key store.';
comment on column public.domain_certificates.key_store_ref is 'Name of the key in the key store, not the key.';
alter table public.domain_certificates add constraint domain_certificates_domain_id_fkey foreign key (domain_id) references public.custom_domains (id) on delete cascade;
create index domain_certificates_not_after_idx on public.domain_certificates (not_after) where (state = 'issued');
comment on index public.domain_certificates_not_after_idx is 'Renewals that are due.';
create trigger touch_updated_at before update on public.domain_certificates for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.domain_certificates to service_role;

create table public.email_sender_domains (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  domain extensions.citext not null,
  owner_user_id uuid not null,
  tenant_id uuid,
  dkim_selector text not null,
  dkim_key_ref text not null,
  spf_ok boolean default false not null,
  dkim_ok boolean default false not null,
  dmarc_policy text,
  status text default 'pending' not null,
  reputation smallint,
  last_checked_at timestamptz,
  constraint email_sender_domains_pkey primary key (id),
  constraint email_sender_domains_domain_key unique (domain),
  constraint email_sender_domains_dmarc_policy_check check (dmarc_policy in ('none', 'quarantine', 'reject')),
  constraint email_sender_domains_status_check check (status in ('pending', 'verified', 'paused')),
  constraint domain_form check (domain::text ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z][a-z0-9-]{0,61}[a-z0-9]$'),
  constraint dkim_selector_form check (dkim_selector ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  constraint reputation_in_range check (reputation between 0 and 100),
  constraint verified_passed_its_checks check (status <> 'verified' or (spf_ok and dkim_ok and last_checked_at is not null))
);
alter table public.email_sender_domains enable row level security;
revoke all on table public.email_sender_domains from anon, authenticated, service_role;
comment on table public.email_sender_domains is 'Domain that may send mail for a brand, with the state of DKIM, SPF and DMARC.';
comment on column public.email_sender_domains.dkim_key_ref is 'Name of the key in the key store, not the key.';
comment on column public.email_sender_domains.reputation is '0 bad to 100 good, as the receivers report it.';
alter table public.email_sender_domains add constraint email_sender_domains_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create index email_sender_domains_tenant_id_idx on public.email_sender_domains (tenant_id);
create index email_sender_domains_owner_user_id_fkey_idx on public.email_sender_domains (owner_user_id);
create trigger touch_updated_at before update on public.email_sender_domains for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.email_sender_domains for select to authenticated using (email_sender_domains.owner_user_id = (select boyfanz.current_user_id()) or email_sender_domains.tenant_id = any (array(select boyfanz.my_tenant_members_tenant_id())));
grant select (created_at, dkim_ok, dkim_selector, dmarc_policy, domain, id, last_checked_at, owner_user_id, reputation, spf_ok, status, tenant_id, updated_at) on table public.email_sender_domains to authenticated;
grant select, insert, update, delete on table public.email_sender_domains to service_role;

create table public.export_files (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  job_id uuid not null,
  part_number integer not null,
  storage_key text not null,
  bytes bigint not null,
  sha256 public.digest_256 not null,
  wrapped_key bytea,
  key_id smallint,
  deleted_at timestamptz,
  constraint export_files_pkey primary key (id),
  constraint export_files_job_id_part_number_key unique (job_id, part_number),
  constraint export_files_storage_key_key unique (storage_key),
  constraint part_number_is_positive check (part_number > 0),
  constraint bytes_are_not_negative check (bytes >= 0),
  constraint wrapped_key_names_its_key check ((wrapped_key is null) = (key_id is null))
);
alter table public.export_files enable row level security;
revoke all on table public.export_files from anon, authenticated, service_role;
comment on table public.export_files is 'Part of an export in object storage with its digest and its key, itself encrypted.';
comment on column public.export_files.wrapped_key is 'Key of the file, encrypted with key_id.';
comment on column public.export_files.key_id is 'Version of the encryption key.';
comment on column public.export_files.deleted_at is 'When the object left storage.';
grant select (bytes, created_at, deleted_at, id, job_id, part_number, sha256) on table public.export_files to authenticated;
grant select, insert, update, delete on table public.export_files to service_role;

create table public.export_jobs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  kind text not null,
  format text not null,
  scope jsonb default '{}' not null,
  state text default 'queued' not null,
  bytes bigint,
  expires_at timestamptz,
  downloads smallint default 0 not null,
  requested_from_session uuid,
  error text,
  constraint export_jobs_pkey primary key (id),
  constraint export_jobs_kind_check check (kind in ('personal_data', 'content_archive', 'earnings', 'subscribers', 'messages', 'site')),
  constraint export_jobs_format_check check (format in ('zip', 'json', 'csv', 'pdf')),
  constraint export_jobs_state_check check (state in ('queued', 'running', 'ready', 'failed', 'expired', 'cancelled')),
  constraint scope_is_object check (jsonb_typeof(scope) = 'object'),
  constraint bytes_are_not_negative check (bytes >= 0),
  constraint downloads_are_not_negative check (downloads >= 0),
  constraint ready_names_size_and_end check (state <> 'ready' or (bytes is not null and expires_at is not null)),
  constraint failed_says_why check (state <> 'failed' or error is not null)
);
alter table public.export_jobs enable row level security;
alter table public.export_files add constraint export_files_job_id_fkey foreign key (job_id) references public.export_jobs (id) on delete cascade;
create policy member_select on public.export_files for select to authenticated using (exists (select from public.export_jobs p1 where p1.id = export_files.job_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.export_jobs from anon, authenticated, service_role;
comment on table public.export_jobs is 'Export of what a person or creator has here, for portability, statements or an archive, with its end and downloads.';
alter table public.export_jobs add constraint export_jobs_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.export_jobs add constraint export_jobs_requested_from_session_fkey foreign key (requested_from_session) references public.user_sessions (id) on delete set null;
create index export_jobs_owner_user_id_created_at_idx on public.export_jobs (owner_user_id, created_at desc);
create index export_jobs_created_at_idx on public.export_jobs (created_at) where (state = 'queued');
create index export_jobs_expires_at_idx on public.export_jobs (expires_at) where (state = 'ready');
create index export_jobs_requested_from_session_fkey_idx on public.export_jobs (requested_from_session) where (requested_from_session is not null);
create trigger touch_updated_at before update on public.export_jobs for each row execute function boyfanz.touch_updated_at();
create trigger session_of_same_user before insert or update of owner_user_id, requested_from_session on public.export_jobs for each row execute function boyfanz.matches_parent('requested_from_session', 'user_sessions', 'owner_user_id=user_id');
create policy member_select on public.export_jobs for select to authenticated using (export_jobs.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.export_jobs to authenticated;
grant select, insert, update, delete on table public.export_jobs to service_role;

create table public.extension_captures (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  pairing_id uuid not null,
  kind text not null,
  url text not null,
  url_hash public.digest_256 not null,
  title text,
  note text,
  leak_detection_id uuid,
  filed_at timestamptz,
  constraint extension_captures_pkey primary key (id),
  constraint extension_captures_kind_check check (kind in ('bookmark', 'inspiration', 'leak_report', 'draft')),
  constraint url_form check (url ~ '^https?://' and char_length(url) <= 4096),
  constraint only_a_report_names_a_leak check (leak_detection_id is null or kind = 'leak_report')
);
alter table public.extension_captures enable row level security;
revoke all on table public.extension_captures from anon, authenticated, service_role;
comment on table public.extension_captures is 'What a person saved through the extension, before it is filed.';
alter table public.extension_captures add constraint extension_captures_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.extension_captures add constraint extension_captures_leak_detection_id_fkey foreign key (leak_detection_id) references public.leak_detections (id) on delete set null;
create index extension_captures_user_id_created_at_idx on public.extension_captures (user_id, created_at desc) where (filed_at is null);
create index extension_captures_user_id_pairing_id_fkey_idx on public.extension_captures (user_id, pairing_id);
create index extension_captures_leak_detection_id_fkey_idx on public.extension_captures (leak_detection_id) where (leak_detection_id is not null);
create trigger touch_updated_at before update on public.extension_captures for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.extension_captures for select to authenticated using (extension_captures.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.extension_captures for insert to authenticated with check (extension_captures.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.extension_captures for update to authenticated using (extension_captures.user_id = (select boyfanz.current_user_id())) with check (extension_captures.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.extension_captures for delete to authenticated using (extension_captures.user_id = (select boyfanz.current_user_id()));
grant select, insert (filed_at, id, kind, note, pairing_id, title, url, url_hash, user_id), update (filed_at, id, kind, note, pairing_id, title, url, url_hash, user_id), delete on table public.extension_captures to authenticated;
grant select, insert, update, delete on table public.extension_captures to service_role;

create table public.extension_pairings (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid,
  device_id uuid not null,
  pairing_code_hash public.digest_256 not null,
  state text default 'pending' not null,
  oauth_grant_id uuid,
  allowed_actions text[] default '{}' not null,
  site_permissions text[],
  paired_at timestamptz,
  expires_at timestamptz not null,
  constraint extension_pairings_pkey primary key (id),
  constraint extension_pairings_user_id_id_key unique (user_id, id),
  constraint extension_pairings_state_check check (state in ('pending', 'paired', 'expired', 'revoked')),
  constraint extension_pairings_allowed_actions_check check (allowed_actions <@ array['bookmark', 'inspiration', 'leak_report', 'draft']::text[]),
  constraint expires_after_start check (expires_at > created_at),
  constraint paired_is_whole check (state <> 'paired' or num_nonnulls(user_id, paired_at, oauth_grant_id) = 3),
  constraint grant_names_its_user check (oauth_grant_id is null or user_id is not null),
  constraint code_lives_15_minutes check (state <> 'pending' or expires_at - created_at <= interval '15 minutes')
);
alter table public.extension_pairings enable row level security;
alter table public.extension_captures add constraint pairing_of_same_user foreign key (user_id, pairing_id) references public.extension_pairings (user_id, id) on delete cascade;
revoke all on table public.extension_pairings from anon, authenticated, service_role;
comment on table public.extension_pairings is 'Browser extension that was paired with an account by a short code, with what it may do and its tokens.';
comment on column public.extension_pairings.user_id is 'NULL until it is paired.';
alter table public.extension_pairings add constraint extension_pairings_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.extension_pairings add constraint extension_pairings_device_id_fkey foreign key (device_id) references public.user_devices (id) on delete cascade;
alter table public.extension_pairings add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create unique index extension_pairings_pairing_code_hash_idx on public.extension_pairings (pairing_code_hash) where (state = 'pending');
create index extension_pairings_user_id_idx on public.extension_pairings (user_id) where (state = 'paired');
create index extension_pairings_expires_at_idx on public.extension_pairings (expires_at) where (state = 'pending');
create index extension_pairings_user_id_device_id_fkey_idx on public.extension_pairings (user_id, device_id);
create index extension_pairings_user_id_oauth_grant_id_fkey_idx on public.extension_pairings (user_id, oauth_grant_id);
create index extension_pairings_device_id_fkey_idx on public.extension_pairings (device_id);
create trigger touch_updated_at before update on public.extension_pairings for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.extension_pairings for select to authenticated using (extension_pairings.user_id = (select boyfanz.current_user_id()));
grant select (allowed_actions, created_at, device_id, expires_at, id, oauth_grant_id, paired_at, site_permissions, state, updated_at, user_id) on table public.extension_pairings to authenticated;
grant select, insert, update, delete on table public.extension_pairings to service_role;

create table public.feature_flag_changes (
  id uuid default boyfanz.uuid_v7() not null,
  flag_id uuid not null,
  environment text not null,
  before jsonb,
  after jsonb,
  changed_by uuid,
  approved_by uuid,
  is_emergency boolean default false not null,
  changed_at timestamptz default now() not null,
  reverts_id uuid,
  constraint feature_flag_changes_pkey primary key (id),
  constraint feature_flag_changes_environment_check check (environment in ('production', 'staging', 'sandbox', 'development')),
  constraint something_changed check (before is distinct from after),
  constraint approver_is_another check (approved_by <> changed_by),
  constraint production_is_approved check (environment <> 'production' or is_emergency or approved_by is not null),
  constraint reverts_another check (reverts_id <> id)
);
alter table public.feature_flag_changes enable row level security;
revoke all on table public.feature_flag_changes from anon, authenticated, service_role;
comment on table public.feature_flag_changes is 'Change of a flag or rule with the value before and after. In production somebody else approves it, in an emergency afterwards.';
comment on column public.feature_flag_changes.changed_by is 'NULL when a schedule did it.';
alter table public.feature_flag_changes add constraint feature_flag_changes_changed_by_fkey foreign key (changed_by) references public.users (id) on delete restrict;
alter table public.feature_flag_changes add constraint feature_flag_changes_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
alter table public.feature_flag_changes add constraint feature_flag_changes_reverts_id_fkey foreign key (reverts_id) references public.feature_flag_changes (id) on delete restrict;
create index feature_flag_changes_flag_id_changed_at_idx on public.feature_flag_changes (flag_id, changed_at desc);
create index feature_flag_changes_changed_at_idx on public.feature_flag_changes (changed_at) where (is_emergency and approved_by is null);
comment on index public.feature_flag_changes_changed_at_idx is 'Emergencies still to be approved.';
create index feature_flag_changes_changed_by_fkey_idx on public.feature_flag_changes (changed_by) where (changed_by is not null);
create index feature_flag_changes_approved_by_fkey_idx on public.feature_flag_changes (approved_by) where (approved_by is not null);
create index feature_flag_changes_reverts_id_fkey_idx on public.feature_flag_changes (reverts_id) where (reverts_id is not null);
create trigger append_only before update or delete on public.feature_flag_changes for each row execute function boyfanz.append_only('set approved_by');
create trigger refuse_truncate before truncate on public.feature_flag_changes for each statement execute function boyfanz.append_only();
create policy staff_select on public.feature_flag_changes for select to boyfanz_staff using ((select boyfanz.has_permission('feature_flag.manage')));
grant select on table public.feature_flag_changes to boyfanz_staff;
grant select, insert, update, delete on table public.feature_flag_changes to service_role;

create table public.feature_flag_overrides (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  flag_id uuid not null,
  user_id uuid not null,
  environment text not null,
  value jsonb not null,
  reason text not null,
  expires_at timestamptz not null,
  set_by uuid,
  constraint feature_flag_overrides_pkey primary key (id),
  constraint feature_flag_overrides_flag_id_user_id_environment_key unique (flag_id, user_id, environment),
  constraint feature_flag_overrides_environment_check check (environment in ('production', 'staging', 'sandbox', 'development')),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.feature_flag_overrides enable row level security;
revoke all on table public.feature_flag_overrides from anon, authenticated, service_role;
comment on table public.feature_flag_overrides is 'Value forced for one person, with the reason and an end.';
alter table public.feature_flag_overrides add constraint feature_flag_overrides_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.feature_flag_overrides add constraint feature_flag_overrides_set_by_fkey foreign key (set_by) references public.users (id) on delete set null;
create index feature_flag_overrides_expires_at_idx on public.feature_flag_overrides (expires_at);
create index feature_flag_overrides_user_id_idx on public.feature_flag_overrides (user_id);
create index feature_flag_overrides_set_by_fkey_idx on public.feature_flag_overrides (set_by) where (set_by is not null);
create trigger touch_updated_at before update on public.feature_flag_overrides for each row execute function boyfanz.touch_updated_at();
create trigger value_has_the_type before insert or update of flag_id, value on public.feature_flag_overrides for each row execute function boyfanz.check_flag_value();
create policy staff_select on public.feature_flag_overrides for select to boyfanz_staff using ((select boyfanz.has_permission('feature_flag.manage')));
grant select on table public.feature_flag_overrides to boyfanz_staff;
grant select, insert, update, delete on table public.feature_flag_overrides to service_role;

create table public.feature_flag_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  flag_id uuid not null,
  environment text not null,
  "position" smallint not null,
  cohort_id uuid,
  tenant_id uuid,
  condition jsonb,
  rollout_ppm integer default 1000000 not null,
  value jsonb not null,
  experiment_id uuid,
  is_enabled boolean default false not null,
  constraint feature_flag_rules_pkey primary key (id),
  constraint feature_flag_rules_flag_id_environment_position_key unique (flag_id, environment, "position") deferrable,
  constraint feature_flag_rules_environment_check check (environment in ('production', 'staging', 'sandbox', 'development')),
  constraint position_is_not_negative check (position >= 0),
  constraint condition_is_object check (jsonb_typeof(condition) = 'object'),
  constraint rollout_in_range check (rollout_ppm between 0 and 1000000)
);
alter table public.feature_flag_rules enable row level security;
revoke all on table public.feature_flag_rules from anon, authenticated, service_role;
comment on table public.feature_flag_rules is 'Rule of a flag in an environment, in the order they are tried; audience, share and value.';
comment on column public.feature_flag_rules.rollout_ppm is 'Millionths of those it is for.';
alter table public.feature_flag_rules add constraint feature_flag_rules_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete restrict;
alter table public.feature_flag_rules add constraint feature_flag_rules_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete set null;
create index feature_flag_rules_environment_idx on public.feature_flag_rules (environment) where (is_enabled);
comment on index public.feature_flag_rules_environment_idx is 'All rules at the start of a server.';
create index feature_flag_rules_cohort_id_fkey_idx on public.feature_flag_rules (cohort_id) where (cohort_id is not null);
create index feature_flag_rules_tenant_id_fkey_idx on public.feature_flag_rules (tenant_id) where (tenant_id is not null);
create index feature_flag_rules_experiment_id_fkey_idx on public.feature_flag_rules (experiment_id) where (experiment_id is not null);
create trigger touch_updated_at before update on public.feature_flag_rules for each row execute function boyfanz.touch_updated_at();
create trigger value_has_the_type before insert or update of flag_id, value on public.feature_flag_rules for each row execute function boyfanz.check_flag_value();
create policy staff_select on public.feature_flag_rules for select to boyfanz_staff using ((select boyfanz.has_permission('feature_flag.manage')));
grant select on table public.feature_flag_rules to boyfanz_staff;
grant select, insert, update, delete on table public.feature_flag_rules to service_role;

create table public.feature_flags (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  description text not null,
  value_type text default 'boolean' not null,
  default_value jsonb default 'false' not null,
  owner_team text not null,
  lifecycle text default 'experimental' not null,
  is_kill_switch boolean default false not null,
  expires_on date,
  created_by uuid,
  constraint feature_flags_pkey primary key (id),
  constraint feature_flags_key_key unique (key),
  constraint feature_flags_value_type_check check (value_type in ('boolean', 'string', 'number', 'json')),
  constraint feature_flags_lifecycle_check check (lifecycle in ('experimental', 'rollout', 'permanent', 'stale', 'archived')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,119}$'),
  constraint default_has_the_type check (value_type in ('json', jsonb_typeof(default_value))),
  constraint temporary_names_its_end check (lifecycle in ('permanent', 'archived', 'stale') or expires_on is not null),
  constraint kill_switch_is_boolean check (not is_kill_switch or value_type = 'boolean')
);
alter table public.feature_flags enable row level security;
alter table public.experiments add constraint experiments_feature_flag_id_fkey foreign key (feature_flag_id) references public.feature_flags (id) on delete restrict;
alter table public.feature_flag_changes add constraint feature_flag_changes_flag_id_fkey foreign key (flag_id) references public.feature_flags (id) on delete restrict;
alter table public.feature_flag_overrides add constraint feature_flag_overrides_flag_id_fkey foreign key (flag_id) references public.feature_flags (id) on delete cascade;
alter table public.feature_flag_rules add constraint feature_flag_rules_flag_id_fkey foreign key (flag_id) references public.feature_flags (id) on delete cascade;
revoke all on table public.feature_flags from anon, authenticated, service_role;
comment on table public.feature_flags is 'Switch with the type of its value, its team and its life; what is not permanent has a day of its end.';
alter table public.feature_flags add constraint feature_flags_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index feature_flags_expires_on_idx on public.feature_flags (expires_on) where (lifecycle in ('experimental', 'rollout'));
comment on index public.feature_flags_expires_on_idx is 'Flags grown stale.';
create index feature_flags_created_by_fkey_idx on public.feature_flags (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.feature_flags for each row execute function boyfanz.touch_updated_at();
create trigger identity_stays before update of key, value_type on public.feature_flags for each row execute function boyfanz.set_once('key', 'value_type');
create policy staff_select on public.feature_flags for select to boyfanz_staff using ((select boyfanz.has_permission('feature_flag.manage')));
grant select on table public.feature_flags to boyfanz_staff;
grant select, insert, update, delete on table public.feature_flags to service_role;

create table public.geo_areas (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  code text not null,
  parent_id uuid,
  name_key text not null,
  boundary jsonb not null,
  boundary_simple jsonb,
  frame box not null,
  centroid_latitude double precision not null,
  centroid_longitude double precision not null,
  area extensions.geography(MultiPolygon,4326) generated always as (st_geomfromgeojson(boundary)::geography) stored not null,
  area_simple extensions.geometry(MultiPolygon,4326) generated always as (st_geomfromgeojson(boundary_simple)) stored,
  centroid extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(centroid_longitude, centroid_latitude), 4326)::geography) stored not null,
  timezone text,
  population bigint,
  constraint geo_areas_pkey primary key (id),
  constraint geo_areas_kind_code_key unique (kind, code),
  constraint geo_areas_id_kind_key unique (id, kind),
  constraint geo_areas_kind_check check (kind in ('country', 'region', 'city', 'postal', 'custom')),
  constraint boundary_is_multipolygon check (coalesce(boundary ->> 'type' = 'MultiPolygon' and jsonb_typeof(boundary -> 'coordinates') = 'array', false)),
  constraint boundary_simple_is_multipolygon check (boundary_simple is null or coalesce(boundary_simple ->> 'type' = 'MultiPolygon' and jsonb_typeof(boundary_simple -> 'coordinates') = 'array', false)),
  constraint centroid_is_on_earth check (centroid_latitude between -90 and 90 and centroid_longitude between -180 and 180),
  constraint frame_is_on_earth check (frame <@ box '((180,90),(-180,-90))'),
  constraint centroid_is_in_frame check (frame @> box(point(centroid_longitude, centroid_latitude), point(centroid_longitude, centroid_latitude))),
  constraint country_code_form check (kind <> 'country' or code ~ '^[A-Z]{2}$'),
  constraint parent_is_another check (parent_id <> id),
  constraint population_is_not_negative check (population >= 0)
);
alter table public.geo_areas enable row level security;
revoke all on table public.geo_areas from anon, authenticated, service_role;
comment on table public.geo_areas is 'Country, region, city, postal or drawn area. The exact boundary is GeoJSON and its frame a box that an index finds; with PostGIS the boundary is a geography as well.';
comment on column public.geo_areas.code is 'ISO 3166 for countries and regions.';
comment on column public.geo_areas.name_key is 'Key of the interface text.';
comment on column public.geo_areas.boundary is 'MultiPolygon in GeoJSON, WGS 84.';
comment on column public.geo_areas.boundary_simple is 'The same with fewer points, for quick tests.';
comment on column public.geo_areas.frame is 'Smallest box around the boundary; x is longitude, y latitude.';
comment on column public.geo_areas.area is 'The boundary.';
comment on column public.geo_areas.area_simple is 'The simple boundary.';
comment on column public.geo_areas.timezone is 'Name in the IANA time zone database.';
alter table public.geo_areas add constraint geo_areas_parent_id_fkey foreign key (parent_id) references public.geo_areas (id) on delete restrict;
create index geo_areas_area_idx on public.geo_areas using gist (area);
comment on index public.geo_areas_area_idx is 'Areas that hold a point.';
create index geo_areas_area_simple_idx on public.geo_areas using gist (area_simple);
comment on index public.geo_areas_area_simple_idx is 'The same, quick and not quite exact.';
create index geo_areas_parent_id_kind_idx on public.geo_areas (parent_id, kind);
create trigger touch_updated_at before update on public.geo_areas for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.geo_areas for select to anon using (true);
create policy member_select on public.geo_areas for select to authenticated using (true);
grant select on table public.geo_areas to anon;
grant select on table public.geo_areas to authenticated;
grant select, insert, update, delete on table public.geo_areas to service_role;

create table public.geo_block_areas (
  created_at timestamptz default now() not null,
  rule_id uuid not null,
  area_id uuid not null,
  constraint geo_block_areas_pkey primary key (rule_id, area_id)
);
alter table public.geo_block_areas enable row level security;
revoke all on table public.geo_block_areas from anon, authenticated, service_role;
comment on table public.geo_block_areas is 'Area that a rule covers.';
alter table public.geo_block_areas add constraint geo_block_areas_area_id_fkey foreign key (area_id) references public.geo_areas (id) on delete restrict;
create index geo_block_areas_area_id_idx on public.geo_block_areas (area_id);
create policy staff_select on public.geo_block_areas for select to boyfanz_staff using ((select boyfanz.has_permission('geo.manage')));
grant select on table public.geo_block_areas to authenticated;
grant select on table public.geo_block_areas to boyfanz_staff;
grant select, insert, update, delete on table public.geo_block_areas to service_role;

create table public.geo_block_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  scope text not null,
  subject_id uuid,
  set_by uuid,
  mode text not null,
  reason text not null,
  legal_order_id uuid,
  active tstzrange default '[,)' not null,
  radius_m integer,
  center_latitude double precision,
  center_longitude double precision,
  center extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(center_longitude, center_latitude), 4326)::geography) stored,
  constraint geo_block_rules_pkey primary key (id),
  constraint geo_block_rules_scope_check check (scope in ('platform', 'stream', 'event', 'service', 'listing')),
  constraint geo_block_rules_mode_check check (mode in ('block', 'allow_only', 'age_check_required')),
  constraint geo_block_rules_reason_check check (reason in ('organiser_choice', 'legal', 'licence', 'safety')),
  constraint only_the_platform_has_no_subject check ((scope = 'platform') = (subject_id is null)),
  constraint platform_is_not_an_organiser check (scope <> 'platform' or reason <> 'organiser_choice'),
  constraint only_law_names_an_order check (legal_order_id is null or reason = 'legal'),
  constraint circle_is_whole check (num_nonnulls(radius_m, center_latitude, center_longitude) in (0, 3)),
  constraint radius_in_range check (radius_m between 1000 and 500000),
  constraint center_is_on_earth check (center_latitude between -90 and 90 and center_longitude between -180 and 180),
  constraint active_is_not_empty check (not isempty(active))
);
alter table public.geo_block_rules enable row level security;
alter table public.geo_block_areas add constraint geo_block_areas_rule_id_fkey foreign key (rule_id) references public.geo_block_rules (id) on delete cascade;
create policy member_select on public.geo_block_areas for select to authenticated using (exists (select from public.geo_block_rules p1 where p1.id = geo_block_areas.rule_id offset 0));
revoke all on table public.geo_block_rules from anon, authenticated, service_role;
comment on table public.geo_block_rules is 'Rule that blocks the whole service, a stream, event, service or listing in some areas, or asks for the age there; rules for profiles and content are in sections 1 and 2.';
comment on column public.geo_block_rules.subject_id is 'Key in the table that scope stands for; NULL for the platform.';
comment on column public.geo_block_rules.center_latitude is 'Degrees.';
comment on column public.geo_block_rules.center_longitude is 'Degrees.';
alter table public.geo_block_rules add constraint geo_block_rules_set_by_fkey foreign key (set_by) references public.users (id) on delete set null;
alter table public.geo_block_rules add constraint geo_block_rules_legal_order_id_fkey foreign key (legal_order_id) references public.removal_orders (id) on delete restrict;
create index geo_block_rules_scope_subject_id_idx on public.geo_block_rules (scope, subject_id);
create index geo_block_rules_center_idx on public.geo_block_rules using gist (center) where (center is not null);
create index geo_block_rules_set_by_fkey_idx on public.geo_block_rules (set_by) where (set_by is not null);
create index geo_block_rules_legal_order_id_fkey_idx on public.geo_block_rules (legal_order_id) where (legal_order_id is not null);
create trigger touch_updated_at before update on public.geo_block_rules for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.geo_block_rules for select to authenticated using ((geo_block_rules.set_by = (select boyfanz.current_user_id()) and (reason = 'organiser_choice')));
create policy staff_select on public.geo_block_rules for select to boyfanz_staff using ((select boyfanz.has_permission('geo.manage')));
grant select on table public.geo_block_rules to authenticated;
grant select on table public.geo_block_rules to boyfanz_staff;
grant select, insert, update, delete on table public.geo_block_rules to service_role;

create table public.geo_ip_ranges (
  release integer not null,
  slot smallint not null,
  network cidr not null,
  area_id uuid,
  country_code public.country_code not null,
  is_proxy boolean default false not null,
  is_hosting boolean default false not null,
  is_tor boolean default false not null,
  accuracy_km integer,
  constraint geo_ip_ranges_pkey primary key (release, network, slot),
  constraint release_is_positive check (release > 0),
  constraint slot_is_the_parity check (slot = release % 2),
  constraint accuracy_is_not_negative check (accuracy_km >= 0)
) partition by list (slot);
alter table public.geo_ip_ranges enable row level security;
create table boyfanz_parts.geo_ip_ranges_even partition of public.geo_ip_ranges for values in ('0');
alter table boyfanz_parts.geo_ip_ranges_even enable row level security;
create table boyfanz_parts.geo_ip_ranges_odd partition of public.geo_ip_ranges for values in ('1');
alter table boyfanz_parts.geo_ip_ranges_odd enable row level security;
revoke all on table public.geo_ip_ranges from anon, authenticated, service_role;
comment on table public.geo_ip_ranges is 'Which area a network is in, and whether it is a proxy, a host or Tor. A release is loaded as a whole into the partition of the one before last, which is truncated first; system_settings says which release counts.';
comment on column public.geo_ip_ranges.slot is 'Parity of the release, which picks its partition.';
create index geo_ip_ranges_network_idx on public.geo_ip_ranges using gist (network inet_ops);
comment on index public.geo_ip_ranges_network_idx is 'The range that holds an address.';
grant select, insert, update, delete on table public.geo_ip_ranges to service_role;

create table public.i18n_keys (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  namespace text not null,
  key text not null,
  source_text text not null,
  context text,
  placeholders text[] default '{}' not null,
  max_length integer,
  is_sensitive boolean default false not null,
  deprecated_at timestamptz,
  constraint i18n_keys_pkey primary key (id),
  constraint i18n_keys_namespace_key_key unique (namespace, key),
  constraint key_form check (namespace ~ '^[a-z][a-z0-9_-]{0,59}$' and key ~ '^[a-z][a-zA-Z0-9_.-]{0,199}$'),
  constraint max_length_is_positive check (max_length > 0)
);
alter table public.i18n_keys enable row level security;
revoke all on table public.i18n_keys from anon, authenticated, service_role;
comment on table public.i18n_keys is 'Key of an interface text with its source, context and placeholders.';
comment on column public.i18n_keys.context is 'Where it stands, for the translator.';
comment on column public.i18n_keys.placeholders is 'Such as {name}; each has to be in every approved translation.';
comment on column public.i18n_keys.is_sensitive is 'Legal or safety text, which a person has to approve.';
create index i18n_keys_source_text_idx on public.i18n_keys using gin (source_text gin_trgm_ops);
comment on index public.i18n_keys_source_text_idx is 'Search of translators.';
create trigger touch_updated_at before update on public.i18n_keys for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.i18n_keys for select to anon using (true);
create policy member_select on public.i18n_keys for select to authenticated using (true);
grant select on table public.i18n_keys to anon;
grant select on table public.i18n_keys to authenticated;
grant select, insert, update, delete on table public.i18n_keys to service_role;

create table public.i18n_locales (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code public.language_tag not null,
  name_native text not null,
  fallback_code public.language_tag,
  direction text default 'ltr' not null,
  plural_rule text not null,
  is_enabled boolean default false not null,
  completeness_ppm integer default 0 not null,
  constraint i18n_locales_pkey primary key (code),
  constraint i18n_locales_direction_check check (direction in ('ltr', 'rtl')),
  constraint fallback_is_another check (fallback_code <> code),
  constraint completeness_in_range check (completeness_ppm between 0 and 1000000)
);
alter table public.i18n_locales enable row level security;
alter table public.content_translations add constraint content_translations_locale_code_fkey foreign key (locale_code) references public.i18n_locales (code) on delete restrict;
revoke all on table public.i18n_locales from anon, authenticated, service_role;
comment on table public.i18n_locales is 'Language and region that is offered, with writing direction, plural rules and fallback. The resolver stops at a locale it has seen.';
comment on column public.i18n_locales.plural_rule is 'Plural rules of CLDR.';
comment on column public.i18n_locales.completeness_ppm is 'Millionths of the keys with an approved translation.';
alter table public.i18n_locales add constraint i18n_locales_fallback_code_fkey foreign key (fallback_code) references public.i18n_locales (code) on delete set null;
create index i18n_locales_fallback_code_fkey_idx on public.i18n_locales (fallback_code) where (fallback_code is not null);
create trigger touch_updated_at before update on public.i18n_locales for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.i18n_locales for select to anon using (true);
create policy member_select on public.i18n_locales for select to authenticated using (true);
grant select on table public.i18n_locales to anon;
grant select on table public.i18n_locales to authenticated;
grant select, insert, update, delete on table public.i18n_locales to service_role;

create table public.i18n_translations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key_id uuid not null,
  locale_code public.language_tag not null,
  tenant_id uuid,
  text text not null,
  plural_forms jsonb,
  state text default 'draft' not null,
  source_hash public.digest_256 not null,
  translated_by uuid,
  approved_by uuid,
  constraint i18n_translations_pkey primary key (id),
  constraint i18n_translations_state_check check (state in ('machine', 'draft', 'approved', 'stale')),
  constraint plural_forms_is_object check (jsonb_typeof(plural_forms) = 'object'),
  constraint approver_is_another check (approved_by <> translated_by)
);
alter table public.i18n_translations enable row level security;
revoke all on table public.i18n_translations from anon, authenticated, service_role;
comment on table public.i18n_translations is 'Translation of a key, for all or in the words of one tenant, with its review and the source it matches.';
comment on column public.i18n_translations.plural_forms is 'Text by plural category of CLDR.';
comment on column public.i18n_translations.source_hash is 'Of the source text it was made from.';
comment on column public.i18n_translations.translated_by is 'NULL for a machine.';
alter table public.i18n_translations add constraint i18n_translations_key_id_fkey foreign key (key_id) references public.i18n_keys (id) on delete cascade;
alter table public.i18n_translations add constraint i18n_translations_locale_code_fkey foreign key (locale_code) references public.i18n_locales (code) on delete restrict;
alter table public.i18n_translations add constraint i18n_translations_translated_by_fkey foreign key (translated_by) references public.users (id) on delete set null;
alter table public.i18n_translations add constraint i18n_translations_approved_by_fkey foreign key (approved_by) references public.users (id) on delete set null;
create unique index i18n_translations_once_idx on public.i18n_translations (key_id, locale_code, (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)));
create index i18n_translations_locale_code_state_idx on public.i18n_translations (locale_code, state);
create index i18n_translations_tenant_id_fkey_idx on public.i18n_translations (tenant_id) where (tenant_id is not null);
create index i18n_translations_translated_by_fkey_idx on public.i18n_translations (translated_by) where (translated_by is not null);
create index i18n_translations_approved_by_fkey_idx on public.i18n_translations (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.i18n_translations for each row execute function boyfanz.touch_updated_at();
create trigger fits_its_key before insert or update of key_id, text, plural_forms, state on public.i18n_translations for each row execute function boyfanz.check_translation();
create policy anonymous_select on public.i18n_translations for select to anon using ((state = 'approved'));
create policy member_select on public.i18n_translations for select to authenticated using ((state = 'approved'));
grant select (created_at, id, key_id, locale_code, plural_forms, source_hash, state, tenant_id, text, updated_at) on table public.i18n_translations to anon;
grant select (created_at, id, key_id, locale_code, plural_forms, source_hash, state, tenant_id, text, updated_at) on table public.i18n_translations to authenticated;
grant select, insert, update, delete on table public.i18n_translations to service_role;

create table public.idempotency_keys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  scope_id uuid not null,
  idempotency_key text not null,
  created_on date default (now() at time zone 'UTC')::date not null,
  user_id uuid,
  request_digest public.digest_256 not null,
  state text default 'in_progress' not null,
  response_status smallint,
  response_body jsonb,
  locked_until timestamptz,
  expires_at timestamptz not null,
  constraint idempotency_keys_pkey primary key (scope_id, idempotency_key, created_on),
  constraint idempotency_keys_state_check check (state in ('in_progress', 'done', 'failed')),
  constraint key_length check (char_length(idempotency_key) between 8 and 255),
  constraint in_progress_is_locked check (state <> 'in_progress' or locked_until is not null),
  constraint done_has_its_answer check (state <> 'done' or response_status is not null),
  constraint response_status_in_range check (response_status between 100 and 599),
  constraint expires_after_start check (expires_at > created_at)
) partition by range (created_on);
alter table public.idempotency_keys enable row level security;
revoke all on table public.idempotency_keys from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'idempotency_keys', 'created_on', '1 day', 3, '3 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.idempotency_keys'::regclass);
comment on table public.idempotency_keys is 'Stored answer to a mutating request, so that a retry gets the same one; money calls use payment_idempotency_keys. Unique over its three days by a trigger, and the digest tells misuse.';
comment on column public.idempotency_keys.scope_id is 'The caller.';
create trigger touch_updated_at before update on public.idempotency_keys for each row execute function boyfanz.touch_updated_at();
create trigger unique_over_days before insert on public.idempotency_keys for each row execute function boyfanz.unique_over_partitions('created_on', '3', 'scope_id', 'idempotency_key');
create trigger answer_stays before update of request_digest, response_status, response_body on public.idempotency_keys for each row execute function boyfanz.set_once('request_digest', 'response_status', 'response_body');
grant select, insert, update, delete on table public.idempotency_keys to service_role;

create table public.import_jobs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  source text not null,
  target_type text not null,
  mapping jsonb default '{}' not null,
  storage_key text,
  file_sha256 public.digest_256,
  is_dry_run boolean default false not null,
  state text default 'uploaded' not null,
  rows_total integer default 0 not null,
  rows_ok integer default 0 not null,
  rows_failed integer default 0 not null,
  undo_until timestamptz,
  constraint import_jobs_pkey primary key (id),
  constraint import_jobs_source_check check (source in ('csv', 'json', 'zip', 'competitor_api', 'legacy_db')),
  constraint import_jobs_state_check check (state in ('uploaded', 'validating', 'ready', 'running', 'done', 'partial', 'failed', 'undone')),
  constraint mapping_is_object check (jsonb_typeof(mapping) = 'object'),
  constraint file_names_its_digest check ((storage_key is null) = (file_sha256 is null)),
  constraint rows_add_up check (rows_ok >= 0 and rows_failed >= 0 and rows_ok + rows_failed <= rows_total),
  constraint dry_run_is_not_undone check (not (is_dry_run and (state = 'undone' or undo_until is not null)))
);
alter table public.import_jobs enable row level security;
revoke all on table public.import_jobs from anon, authenticated, service_role;
comment on table public.import_jobs is 'Import from a file or another platform with its mapping, dry run, progress and the time in which it can be undone.';
alter table public.import_jobs add constraint import_jobs_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create index import_jobs_owner_user_id_created_at_idx on public.import_jobs (owner_user_id, created_at desc);
create index import_jobs_created_at_idx on public.import_jobs (created_at) where (state in ('uploaded', 'ready'));
create trigger touch_updated_at before update on public.import_jobs for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.import_jobs for select to authenticated using (import_jobs.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.import_jobs for select to boyfanz_staff using ((select boyfanz.has_permission('account.update')));
grant select (created_at, file_sha256, id, is_dry_run, mapping, owner_user_id, rows_failed, rows_ok, rows_total, source, state, target_type, undo_until, updated_at) on table public.import_jobs to authenticated;
grant select on table public.import_jobs to boyfanz_staff;
grant select, insert, update, delete on table public.import_jobs to service_role;

create table public.import_rows (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  job_id uuid not null,
  row_number integer not null,
  raw jsonb not null,
  state text default 'pending' not null,
  errors jsonb,
  target_id uuid,
  constraint import_rows_pkey primary key (job_id, row_number),
  constraint import_rows_state_check check (state in ('pending', 'valid', 'invalid', 'imported', 'skipped', 'undone')),
  constraint row_number_is_positive check (row_number > 0),
  constraint errors_is_array check (jsonb_typeof(errors) = 'array'),
  constraint invalid_says_why check (state <> 'invalid' or errors is not null),
  constraint imported_names_its_target check (state not in ('imported', 'undone') or target_id is not null)
);
alter table public.import_rows enable row level security;
revoke all on table public.import_rows from anon, authenticated, service_role;
comment on table public.import_rows is 'Row of an import with what is wrong with it and what became of it.';
comment on column public.import_rows.target_id is 'Key of the row that it became.';
alter table public.import_rows add constraint import_rows_job_id_fkey foreign key (job_id) references public.import_jobs (id) on delete cascade;
create index import_rows_job_id_idx on public.import_rows (job_id) where (state = 'invalid');
create trigger touch_updated_at before update on public.import_rows for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.import_rows for select to authenticated using (exists (select from public.import_jobs p1 where p1.id = import_rows.job_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
create policy staff_select on public.import_rows for select to boyfanz_staff using ((select boyfanz.has_permission('account.update')));
grant select on table public.import_rows to authenticated;
grant select on table public.import_rows to boyfanz_staff;
grant select, insert, update, delete on table public.import_rows to service_role;

create table public.inbound_webhook_events (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  provider text not null,
  provider_event_id text not null,
  received_on date default (now() at time zone 'UTC')::date not null,
  event_type text not null,
  signature_ok boolean not null,
  body jsonb not null,
  state text default 'received' not null,
  attempts smallint default 0 not null,
  processed_at timestamptz,
  error text,
  constraint inbound_webhook_events_pkey primary key (provider, provider_event_id, received_on),
  constraint inbound_webhook_events_state_check check (state in ('received', 'processed', 'ignored', 'failed')),
  constraint attempts_are_not_negative check (attempts >= 0),
  constraint processed_names_its_time check ((state = 'processed') = (processed_at is not null)),
  constraint unsigned_is_not_processed check (signature_ok or state <> 'processed')
) partition by range (received_on);
alter table public.inbound_webhook_events enable row level security;
revoke all on table public.inbound_webhook_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'inbound_webhook_events', 'received_on', '7 days', 1, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.inbound_webhook_events'::regclass);
comment on table public.inbound_webhook_events is 'Webhook from a provider other than of payments, stored before it is worked on. A provider sends one event once; within 14 days a trigger sees to it across the weekly partitions.';
create index inbound_webhook_events_received_on_event_type_idx on public.inbound_webhook_events (received_on, event_type) where (state in ('received', 'failed'));
comment on index public.inbound_webhook_events_received_on_event_type_idx is 'For the worker.';
create trigger touch_updated_at before update on public.inbound_webhook_events for each row execute function boyfanz.touch_updated_at();
create trigger unique_over_weeks before insert on public.inbound_webhook_events for each row execute function boyfanz.unique_over_partitions('received_on', '14', 'provider', 'provider_event_id');
grant select, insert, update, delete on table public.inbound_webhook_events to service_role;

create table public.inbox_receipts (
  consumer text not null,
  event_id text not null,
  handled_on date default (now() at time zone 'UTC')::date not null,
  result text,
  constraint inbox_receipts_pkey primary key (consumer, event_id, handled_on)
) partition by range (handled_on);
alter table public.inbox_receipts enable row level security;
revoke all on table public.inbox_receipts from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'inbox_receipts', 'handled_on', '1 day', 3, '8 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.inbox_receipts'::regclass);
comment on table public.inbox_receipts is 'Event that a consumer has handled, which makes delivery at least once safe. Kept a day longer than the outbox; a trigger keeps it unique over the daily partitions.';
create trigger unique_over_days before insert on public.inbox_receipts for each row execute function boyfanz.unique_over_partitions('handled_on', '8', 'consumer', 'event_id');
create trigger append_only before update on public.inbox_receipts for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.inbox_receipts to service_role;

create table public.integration_connections (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  tenant_id uuid,
  provider_id uuid not null,
  external_account_id text not null,
  display_name text,
  granted_scopes text[] default '{}' not null,
  status text default 'active' not null,
  last_ok_at timestamptz,
  error text,
  constraint integration_connections_pkey primary key (id),
  constraint integration_connections_owner_user_id_provider_id__e83808f3_key unique (owner_user_id, provider_id, external_account_id),
  constraint integration_connections_owner_user_id_id_key unique (owner_user_id, id),
  constraint integration_connections_status_check check (status in ('active', 'expired', 'revoked', 'error'))
);
alter table public.integration_connections enable row level security;
alter table public.calendar_connections add constraint connection_of_same_user foreign key (user_id, integration_connection_id) references public.integration_connections (owner_user_id, id) on delete cascade;
revoke all on table public.integration_connections from anon, authenticated, service_role;
comment on table public.integration_connections is 'Connection of a person or tenant to a provider with the scopes granted and its health.';
alter table public.integration_connections add constraint integration_connections_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create index integration_connections_provider_id_status_idx on public.integration_connections (provider_id, status);
create index integration_connections_tenant_id_idx on public.integration_connections (tenant_id);
create trigger touch_updated_at before update on public.integration_connections for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.integration_connections for select to authenticated using (integration_connections.owner_user_id = (select boyfanz.current_user_id()) or integration_connections.tenant_id = any (array(select boyfanz.my_tenant_members_tenant_id())));
grant select on table public.integration_connections to authenticated;
grant select, insert, update, delete on table public.integration_connections to service_role;

create table public.integration_credentials (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  connection_id uuid not null,
  secret_enc bytea not null,
  kms_key_ref text not null,
  key_version integer not null,
  expires_at timestamptz,
  refresh_after timestamptz,
  refresh_failures smallint default 0 not null,
  constraint integration_credentials_pkey primary key (id),
  constraint integration_credentials_connection_id_key unique (connection_id),
  constraint key_version_is_positive check (key_version > 0),
  constraint failures_are_not_negative check (refresh_failures >= 0),
  constraint refreshed_before_expiry check (refresh_after <= expires_at)
) with (fillfactor = 85);
alter table public.integration_credentials enable row level security;
revoke all on table public.integration_credentials from anon, authenticated, service_role;
comment on table public.integration_credentials is 'Encrypted token of a connection, in a table of its own so that ordinary reads never touch it.';
comment on column public.integration_credentials.secret_enc is 'Encrypted with kms_key_ref in its key_version.';
alter table public.integration_credentials add constraint integration_credentials_connection_id_fkey foreign key (connection_id) references public.integration_connections (id) on delete cascade;
create index integration_credentials_refresh_after_idx on public.integration_credentials (refresh_after) where (refresh_after is not null);
comment on index public.integration_credentials_refresh_after_idx is 'Tokens to refresh.';
create trigger touch_updated_at before update on public.integration_credentials for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.integration_credentials to service_role;

create table public.integration_object_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  connection_id uuid not null,
  local_type text not null,
  local_id uuid not null,
  remote_type text not null,
  remote_id text not null,
  remote_version text,
  local_hash public.digest_256,
  last_synced_at timestamptz default now() not null,
  constraint integration_object_links_pkey primary key (id),
  constraint integration_object_links_connection_id_remote_type_112f2075_key unique (connection_id, remote_type, remote_id),
  constraint integration_object_links_connection_id_local_type_local_id_key unique (connection_id, local_type, local_id)
);
alter table public.integration_object_links enable row level security;
revoke all on table public.integration_object_links from anon, authenticated, service_role;
comment on table public.integration_object_links is 'Which remote object is the twin of a local one, with marks of version, so that a sync can be repeated.';
comment on column public.integration_object_links.local_id is 'Key in the table that local_type stands for.';
alter table public.integration_object_links add constraint integration_object_links_connection_id_fkey foreign key (connection_id) references public.integration_connections (id) on delete cascade;
create trigger touch_updated_at before update on public.integration_object_links for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.integration_object_links for select to authenticated using (exists (select from public.integration_connections p1 where p1.id = integration_object_links.connection_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
grant select on table public.integration_object_links to authenticated;
grant select, insert, update, delete on table public.integration_object_links to service_role;

create table public.integration_providers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  name text not null,
  category text not null,
  auth_kind text not null,
  scopes_offered text[] default '{}' not null,
  docs_url text,
  rate_limits jsonb,
  status text default 'beta' not null,
  requires_adult_ok boolean default false not null,
  constraint integration_providers_pkey primary key (id),
  constraint integration_providers_key_key unique (key),
  constraint integration_providers_category_check check (category in ('storage', 'social', 'email', 'crm', 'calendar', 'payment', 'shipping', 'analytics', 'streaming', 'automation', 'tax')),
  constraint integration_providers_auth_kind_check check (auth_kind in ('oauth2', 'api_key', 'basic', 'none')),
  constraint integration_providers_status_check check (status in ('active', 'beta', 'retired')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_-]{1,59}$'),
  constraint rate_limits_is_object check (jsonb_typeof(rate_limits) = 'object')
);
alter table public.integration_providers enable row level security;
alter table public.integration_connections add constraint integration_connections_provider_id_fkey foreign key (provider_id) references public.integration_providers (id) on delete restrict;
revoke all on table public.integration_providers from anon, authenticated, service_role;
comment on table public.integration_providers is 'Third-party service that can be connected, with its kind of sign-in, scopes and limits.';
comment on column public.integration_providers.requires_adult_ok is 'The provider has to accept adult content.';
create trigger touch_updated_at before update on public.integration_providers for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.integration_providers for select to anon using (true);
create policy member_select on public.integration_providers for select to authenticated using (true);
grant select on table public.integration_providers to anon;
grant select on table public.integration_providers to authenticated;
grant select, insert, update, delete on table public.integration_providers to service_role;

create table public.integration_sync_runs (
  id uuid default boyfanz.uuid_v7() not null,
  connection_id uuid not null,
  stream text not null,
  direction text not null,
  status text default 'running' not null,
  cursor_before text,
  cursor_after text,
  items_read integer default 0 not null,
  items_written integer default 0 not null,
  started_at timestamptz default now() not null,
  finished_at timestamptz,
  error text,
  constraint integration_sync_runs_pkey primary key (id),
  constraint integration_sync_runs_direction_check check (direction in ('in', 'out')),
  constraint integration_sync_runs_status_check check (status in ('running', 'succeeded', 'partial', 'failed')),
  constraint counts_are_not_negative check (items_read >= 0 and items_written >= 0),
  constraint finished_names_its_time check ((status = 'running') = (finished_at is null)),
  constraint finished_after_start check (finished_at >= started_at),
  constraint failed_says_why check (status <> 'failed' or error is not null)
);
alter table public.integration_sync_runs enable row level security;
revoke all on table public.integration_sync_runs from anon, authenticated, service_role;
comment on table public.integration_sync_runs is 'One run of a sync in one direction with its cursor, counts and error; a stream has one run at a time.';
alter table public.integration_sync_runs add constraint integration_sync_runs_connection_id_fkey foreign key (connection_id) references public.integration_connections (id) on delete cascade;
create unique index integration_sync_runs_connection_id_stream_direction_idx on public.integration_sync_runs (connection_id, stream, direction) where (status = 'running');
create index integration_sync_runs_connection_id_started_at_idx on public.integration_sync_runs (connection_id, started_at desc);
create index integration_sync_runs_started_at_idx on public.integration_sync_runs (started_at) where (status = 'running');
create policy member_select on public.integration_sync_runs for select to authenticated using (exists (select from public.integration_connections p1 where p1.id = integration_sync_runs.connection_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
grant select on table public.integration_sync_runs to authenticated;
grant select, insert, update, delete on table public.integration_sync_runs to service_role;

create table public.job_history (
  job_id uuid not null,
  finished_at timestamptz default now() not null,
  queue text not null,
  kind text not null,
  outcome text not null,
  attempts smallint not null,
  wait_ms bigint not null,
  run_ms bigint not null,
  args_digest public.digest_256 not null,
  args jsonb,
  error text,
  requeued_as uuid,
  constraint job_history_pkey primary key (job_id, finished_at),
  constraint job_history_outcome_check check (outcome in ('succeeded', 'failed_dead', 'cancelled', 'superseded')),
  constraint times_are_not_negative check (attempts >= 0 and wait_ms >= 0 and run_ms >= 0),
  constraint only_the_dead_keep_their_arguments check ((outcome = 'failed_dead') = (args is not null)),
  constraint only_the_dead_come_back check (requeued_as is null or outcome = 'failed_dead')
) partition by range (finished_at);
alter table public.job_history enable row level security;
revoke all on table public.job_history from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'job_history', 'finished_at', '1 day', 3, '14 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.job_history'::regclass);
comment on table public.job_history is 'Finished job with its outcome, waiting and running time; a dead one keeps its arguments to be tried again.';
comment on column public.job_history.job_id is 'The key that it had in jobs, where it is gone.';
comment on column public.job_history.args is 'Of dead jobs only.';
create index job_history_kind_finished_at_idx on public.job_history (kind, finished_at desc);
create index job_history_finished_at_idx on public.job_history (finished_at) where (outcome = 'failed_dead');
comment on index public.job_history_finished_at_idx is 'Dead letters.';
create trigger append_only before update on public.job_history for each row execute function boyfanz.append_only('set requeued_as');
create policy staff_select on public.job_history for select to boyfanz_staff using ((select boyfanz.has_permission('job.manage')));
grant select on table public.job_history to boyfanz_staff;
grant select, insert, update, delete on table public.job_history to service_role;

create table public.job_queues (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  queue text not null,
  max_concurrency integer default 10 not null,
  rate_per_second integer,
  is_paused boolean default false not null,
  default_timeout_seconds integer default 300 not null,
  max_attempts smallint default 10 not null,
  retention_hours integer default 336 not null,
  constraint job_queues_pkey primary key (queue),
  constraint queue_form check (queue ~ '^[a-z][a-z0-9_-]{0,59}$'),
  constraint limits_are_positive check (max_concurrency > 0 and rate_per_second > 0 and default_timeout_seconds > 0 and max_attempts > 0 and retention_hours between 1 and 336)
);
alter table public.job_queues enable row level security;
revoke all on table public.job_queues from anon, authenticated, service_role;
comment on table public.job_queues is 'Queue of background jobs with its limits and a switch to pause it.';
comment on column public.job_queues.retention_hours is 'Of the finished jobs that a report shows; partitions drop after 14 days.';
create trigger touch_updated_at before update on public.job_queues for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.job_queues for select to boyfanz_staff using ((select boyfanz.has_permission('job.manage')));
grant select on table public.job_queues to boyfanz_staff;
grant select, insert, update, delete on table public.job_queues to service_role;

create table public.job_schedules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  queue text not null,
  kind text not null,
  args jsonb default '{}' not null,
  cron text not null,
  timezone text default 'UTC' not null,
  next_run_at timestamptz not null,
  last_enqueued_for timestamptz,
  is_enabled boolean default true not null,
  misfire text default 'skip' not null,
  constraint job_schedules_pkey primary key (id),
  constraint job_schedules_key_key unique (key),
  constraint job_schedules_misfire_check check (misfire in ('skip', 'run_once', 'run_all')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,119}$'),
  constraint args_is_object check (jsonb_typeof(args) = 'object'),
  constraint cron_form check (cron ~ '^[^ ]+( [^ ]+){4,5}$'),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint next_run_is_ahead check (next_run_at > last_enqueued_for)
);
alter table public.job_schedules enable row level security;
revoke all on table public.job_schedules from anon, authenticated, service_role;
comment on table public.job_schedules is 'Recurring job by cron expression. Whoever enqueues it first moves last_enqueued_for on, so that several schedulers do not run it twice.';
comment on column public.job_schedules.timezone is 'Name in the IANA time zone database.';
comment on column public.job_schedules.last_enqueued_for is 'The planned time, not that of the insert.';
comment on column public.job_schedules.misfire is 'What to do with runs that were missed.';
alter table public.job_schedules add constraint job_schedules_queue_fkey foreign key (queue) references public.job_queues (queue) on delete restrict;
create index job_schedules_next_run_at_idx on public.job_schedules (next_run_at) where (is_enabled);
create index job_schedules_queue_fkey_idx on public.job_schedules (queue);
create trigger touch_updated_at before update on public.job_schedules for each row execute function boyfanz.touch_updated_at();
create trigger no_time_is_enqueued_twice before update of last_enqueued_for on public.job_schedules for each row when (new.last_enqueued_for is null or new.last_enqueued_for <= old.last_enqueued_for) execute function boyfanz.refuse_when('This time is enqueued already.');
create policy staff_select on public.job_schedules for select to boyfanz_staff using ((select boyfanz.has_permission('job.manage')));
grant select on table public.job_schedules to boyfanz_staff;
grant select, insert, update, delete on table public.job_schedules to service_role;

create table public.jobs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  queue text not null,
  kind text not null,
  args jsonb default '{}' not null,
  priority smallint default 5 not null,
  state text default 'ready' not null,
  run_at timestamptz default now() not null,
  attempts smallint default 0 not null,
  max_attempts smallint default 10 not null,
  unique_key text,
  concurrency_key text,
  tenant_id uuid,
  worker_id text,
  lease_expires_at timestamptz,
  last_error text,
  trace_id text,
  constraint jobs_pkey primary key (id),
  constraint jobs_state_check check (state in ('ready', 'scheduled', 'running')),
  constraint args_is_object check (jsonb_typeof(args) = 'object'),
  constraint attempts_in_range check (attempts between 0 and max_attempts),
  constraint running_names_its_lease check ((state = 'running') = (lease_expires_at is not null)),
  constraint lease_names_its_worker check ((worker_id is null) = (lease_expires_at is null)),
  constraint priority_in_range check (priority between 0 and 9)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 1);
alter table public.jobs enable row level security;
revoke all on table public.jobs from anon, authenticated, service_role;
comment on table public.jobs is 'Background job that is ready, scheduled or running. A finished one moves to job_history, so that the index of claims stays small; a lease marks the work, not an open transaction.';
comment on column public.jobs.priority is '0 first to 9 last.';
comment on column public.jobs.unique_key is 'One live job of the queue for it.';
comment on column public.jobs.concurrency_key is 'Jobs that share a limit; whoever claims counts those that run.';
alter table public.jobs add constraint jobs_queue_fkey foreign key (queue) references public.job_queues (queue) on delete restrict;
create unique index jobs_queue_unique_key_idx on public.jobs (queue, unique_key) where (unique_key is not null);
create index jobs_queue_priority_run_at_id_idx on public.jobs (queue, priority, run_at, id) where (state = 'ready');
comment on index public.jobs_queue_priority_run_at_id_idx is 'Claimed with FOR UPDATE SKIP LOCKED.';
create index jobs_run_at_idx on public.jobs (run_at) where (state = 'scheduled');
comment on index public.jobs_run_at_idx is 'Promotion.';
create index jobs_lease_expires_at_idx on public.jobs (lease_expires_at) where (state = 'running');
comment on index public.jobs_lease_expires_at_idx is 'Rescue.';
create index jobs_concurrency_key_idx on public.jobs (concurrency_key) where (state = 'running');
comment on index public.jobs_concurrency_key_idx is 'How many of one key run, when the next is claimed.';
create index jobs_queue_fkey_idx on public.jobs (queue);
create trigger touch_updated_at before update on public.jobs for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.jobs to service_role;

create table public.legacy_id_map (
  created_at timestamptz default now() not null,
  source_system text not null,
  entity_type text not null,
  legacy_id text not null,
  new_id uuid not null,
  import_job_id uuid,
  verified_at timestamptz,
  checksum public.digest_256,
  constraint legacy_id_map_pkey primary key (source_system, entity_type, legacy_id)
);
alter table public.legacy_id_map enable row level security;
revoke all on table public.legacy_id_map from anon, authenticated, service_role;
comment on table public.legacy_id_map is 'New identifier of each thing of an old system, so that the migration can run again and old links lead on.';
comment on column public.legacy_id_map.new_id is 'Key in the table that entity_type stands for.';
comment on column public.legacy_id_map.checksum is 'Of the old record, to see whether it changed since.';
alter table public.legacy_id_map add constraint legacy_id_map_import_job_id_fkey foreign key (import_job_id) references public.import_jobs (id) on delete set null;
create index legacy_id_map_entity_type_new_id_idx on public.legacy_id_map (entity_type, new_id);
create index legacy_id_map_import_job_id_fkey_idx on public.legacy_id_map (import_job_id) where (import_job_id is not null);
create trigger new_id_stays before update of new_id on public.legacy_id_map for each row execute function boyfanz.set_once('new_id');
grant select, insert, update, delete on table public.legacy_id_map to service_role;

create table public.marketplace_auctions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  product_id uuid not null,
  creator_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reserve_minor bigint,
  start_minor bigint not null,
  increment_minor bigint not null,
  currency public.currency_code not null,
  extend_seconds integer default 120 not null,
  state text default 'scheduled' not null,
  leading_bid_id uuid,
  bids_count integer default 0 not null,
  order_id uuid,
  constraint marketplace_auctions_pkey primary key (id),
  constraint marketplace_auctions_id_currency_key unique (id, currency),
  constraint marketplace_auctions_state_check check (state in ('scheduled', 'open', 'sold', 'unsold', 'cancelled')),
  constraint ends_after_start check (ends_at > starts_at),
  constraint start_is_not_negative check (start_minor >= 0),
  constraint increment_is_positive check (increment_minor > 0),
  constraint reserve_is_not_below_start check (reserve_minor >= start_minor),
  constraint extension_in_range check (extend_seconds between 0 and 3600),
  constraint bids_are_not_negative check (bids_count >= 0),
  constraint leading_bid_is_counted check (leading_bid_id is null or bids_count > 0),
  constraint only_a_sale_has_an_order check (order_id is null or state = 'sold')
) with (fillfactor = 80);
alter table public.marketplace_auctions enable row level security;
revoke all on table public.marketplace_auctions from anon, authenticated, service_role;
comment on table public.marketplace_auctions is 'Timed auction of a listing with a reserve, a least increment and a soft close.';
comment on column public.marketplace_auctions.ends_at is 'A late bid moves it by extend_seconds.';
comment on column public.marketplace_auctions.reserve_minor is 'Below it the auction ends unsold; not shown to bidders.';
alter table public.marketplace_auctions add constraint marketplace_auctions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.marketplace_auctions add constraint marketplace_auctions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.marketplace_auctions add constraint marketplace_auctions_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
create unique index marketplace_auctions_product_id_idx on public.marketplace_auctions (product_id) where (state in ('scheduled', 'open'));
create index marketplace_auctions_ends_at_idx on public.marketplace_auctions (ends_at) where (state = 'open');
comment on index public.marketplace_auctions_ends_at_idx is 'For the job that closes.';
create index marketplace_auctions_product_id_creator_id_fkey_idx on public.marketplace_auctions (product_id, creator_id);
create index marketplace_auctions_creator_id_fkey_idx on public.marketplace_auctions (creator_id);
create index marketplace_auctions_currency_fkey_idx on public.marketplace_auctions (currency);
create index marketplace_auctions_leading_bid_id_fkey_idx on public.marketplace_auctions (leading_bid_id) where (leading_bid_id is not null);
create index marketplace_auctions_order_id_fkey_idx on public.marketplace_auctions (order_id) where (order_id is not null);
create trigger touch_updated_at before update on public.marketplace_auctions for each row execute function boyfanz.touch_updated_at();
create trigger leading_bid_of_same_auction before insert or update of leading_bid_id on public.marketplace_auctions for each row execute function boyfanz.matches_parent('leading_bid_id', 'marketplace_bids', 'id=auction_id');
create trigger end_only_moves_out before update of ends_at on public.marketplace_auctions for each row when (old.state = 'open' and new.ends_at < old.ends_at) execute function boyfanz.refuse_when('The end of an open auction only moves out.');
create trigger terms_stay_after_a_bid before update of start_minor, increment_minor, reserve_minor on public.marketplace_auctions for each row when (old.bids_count > 0 and (old.start_minor, old.increment_minor, old.reserve_minor) is distinct from (new.start_minor, new.increment_minor, new.reserve_minor)) execute function boyfanz.refuse_when('The terms of an auction with bids stay.');
create policy staff_select on public.marketplace_auctions for select to boyfanz_staff using ((select boyfanz.has_permission('product.review')));
grant select (bids_count, created_at, creator_id, currency, ends_at, extend_seconds, id, increment_minor, leading_bid_id, product_id, start_minor, starts_at, state, updated_at) on table public.marketplace_auctions to anon;
grant select (bids_count, created_at, creator_id, currency, ends_at, extend_seconds, id, increment_minor, leading_bid_id, product_id, start_minor, starts_at, state, updated_at) on table public.marketplace_auctions to authenticated;
grant select on table public.marketplace_auctions to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_auctions to service_role;

create table public.marketplace_bids (
  id uuid default boyfanz.uuid_v7() not null,
  auction_id uuid not null,
  bidder_id uuid,
  amount_minor bigint not null,
  max_minor bigint,
  currency public.currency_code not null,
  state text default 'leading' not null,
  placed_at timestamptz default now() not null,
  constraint marketplace_bids_pkey primary key (id),
  constraint marketplace_bids_auction_id_amount_minor_key unique (auction_id, amount_minor),
  constraint marketplace_bids_state_check check (state in ('leading', 'outbid', 'retracted', 'won')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint max_is_not_below_amount check (max_minor >= amount_minor)
);
alter table public.marketplace_bids enable row level security;
alter table public.marketplace_auctions add constraint marketplace_auctions_leading_bid_id_fkey foreign key (leading_bid_id) references public.marketplace_bids (id) on delete set null;
revoke all on table public.marketplace_bids from anon, authenticated, service_role;
comment on table public.marketplace_bids is 'Bid in an auction, taken under the lock of its row; amounts rise by the increment at least, and only the state changes afterwards.';
comment on column public.marketplace_bids.max_minor is 'Up to which the system raises for the bidder; never shown to others.';
alter table public.marketplace_bids add constraint marketplace_bids_bidder_id_fkey foreign key (bidder_id) references public.users (id) on delete set null;
alter table public.marketplace_bids add constraint marketplace_bids_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.marketplace_bids add constraint auction_of_same_currency foreign key (auction_id, currency) references public.marketplace_auctions (id, currency) on delete restrict;
create unique index marketplace_bids_auction_id_idx on public.marketplace_bids (auction_id) where (state in ('leading', 'won'));
create index marketplace_bids_bidder_id_placed_at_idx on public.marketplace_bids (bidder_id, placed_at desc);
create index marketplace_bids_auction_id_currency_fkey_idx on public.marketplace_bids (auction_id, currency);
create index marketplace_bids_currency_fkey_idx on public.marketplace_bids (currency);
create trigger raises_an_open_auction before insert on public.marketplace_bids for each row execute function boyfanz.check_bid();
create trigger append_only before update or delete on public.marketplace_bids for each row execute function boyfanz.append_only('change state', 'clear bidder_id');
create trigger refuse_truncate before truncate on public.marketplace_bids for each statement execute function boyfanz.append_only();
create policy anonymous_select on public.marketplace_bids for select to anon using ((exists (select from public.marketplace_auctions p1 where p1.id = marketplace_bids.auction_id and p1.currency = marketplace_bids.currency offset 0) and (state <> 'retracted')));
create policy member_select on public.marketplace_bids for select to authenticated using (marketplace_bids.bidder_id = (select boyfanz.current_user_id()) or (exists (select from public.marketplace_auctions p1 where p1.id = marketplace_bids.auction_id and p1.currency = marketplace_bids.currency offset 0) and (state <> 'retracted')));
create policy staff_select on public.marketplace_bids for select to boyfanz_staff using ((select boyfanz.has_permission('order.read')));
grant select (amount_minor, auction_id, currency, id, placed_at, state) on table public.marketplace_bids to anon;
grant select (amount_minor, auction_id, currency, id, placed_at, state) on table public.marketplace_bids to authenticated;
grant select on table public.marketplace_bids to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_bids to service_role;

create table public.marketplace_cart_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  cart_id uuid not null,
  user_id uuid not null,
  variant_id uuid not null,
  quantity integer default 1 not null,
  price_seen_minor bigint not null,
  currency public.currency_code not null,
  personalisation text,
  constraint marketplace_cart_items_pkey primary key (id),
  constraint marketplace_cart_items_cart_id_variant_id_key unique (cart_id, variant_id),
  constraint quantity_in_range check (quantity between 1 and 99),
  constraint price_is_not_negative check (price_seen_minor >= 0),
  constraint personalisation_length check (char_length(personalisation) <= 500)
);
alter table public.marketplace_cart_items enable row level security;
revoke all on table public.marketplace_cart_items from anon, authenticated, service_role;
comment on table public.marketplace_cart_items is 'Variant in an open cart of section 3 with the price that the buyer saw.';
comment on column public.marketplace_cart_items.personalisation is 'Text to engrave, sign or print.';
alter table public.marketplace_cart_items add constraint marketplace_cart_items_cart_id_fkey foreign key (cart_id) references public.carts (id) on delete cascade;
alter table public.marketplace_cart_items add constraint marketplace_cart_items_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.marketplace_cart_items add constraint marketplace_cart_items_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index marketplace_cart_items_user_id_idx on public.marketplace_cart_items (user_id);
create index marketplace_cart_items_variant_id_idx on public.marketplace_cart_items (variant_id);
create index marketplace_cart_items_currency_fkey_idx on public.marketplace_cart_items (currency);
create trigger touch_updated_at before update on public.marketplace_cart_items for each row execute function boyfanz.touch_updated_at();
create trigger cart_of_same_user before insert or update of cart_id, user_id on public.marketplace_cart_items for each row execute function boyfanz.matches_parent('cart_id', 'carts', 'user_id');
create policy member_select on public.marketplace_cart_items for select to authenticated using (marketplace_cart_items.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.marketplace_cart_items for insert to authenticated with check (marketplace_cart_items.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.marketplace_cart_items for update to authenticated using (marketplace_cart_items.user_id = (select boyfanz.current_user_id())) with check (marketplace_cart_items.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.marketplace_cart_items for delete to authenticated using (marketplace_cart_items.user_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.marketplace_cart_items to authenticated;
grant select, insert, update, delete on table public.marketplace_cart_items to service_role;

create table public.marketplace_categories (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  parent_id uuid,
  slug extensions.citext not null,
  path text not null,
  label_key text not null,
  tax_code text,
  is_prohibited boolean default false not null,
  explicit_level smallint default 0 not null,
  attributes_schema jsonb,
  sort_order integer default 0 not null,
  constraint marketplace_categories_pkey primary key (id),
  constraint marketplace_categories_path_key unique (path),
  constraint slug_form check (slug::text ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  constraint explicit_level_in_range check (explicit_level between 0 and 3),
  constraint attributes_schema_is_object check (jsonb_typeof(attributes_schema) = 'object'),
  constraint parent_is_another check (parent_id <> id)
);
alter table public.marketplace_categories enable row level security;
revoke all on table public.marketplace_categories from anon, authenticated, service_role;
comment on table public.marketplace_categories is 'Tree of product categories with prohibited goods, explicitness and tax code.';
comment on column public.marketplace_categories.path is 'Slugs from the root down, joined by slashes.';
comment on column public.marketplace_categories.label_key is 'Key of the interface text.';
comment on column public.marketplace_categories.is_prohibited is 'Listings in it are refused; the category stays, to say why.';
comment on column public.marketplace_categories.explicit_level is '0 none to 3 explicit; the least that a listing in it declares.';
comment on column public.marketplace_categories.attributes_schema is 'JSON Schema of the attributes of its listings, which the service applies.';
alter table public.marketplace_categories add constraint marketplace_categories_parent_id_fkey foreign key (parent_id) references public.marketplace_categories (id) on delete restrict;
create index marketplace_categories_path_idx on public.marketplace_categories (path text_pattern_ops);
comment on index public.marketplace_categories_path_idx is 'For a subtree, path like ''toys/%''.';
create index marketplace_categories_parent_id_fkey_idx on public.marketplace_categories (parent_id) where (parent_id is not null);
create trigger touch_updated_at before update on public.marketplace_categories for each row execute function boyfanz.touch_updated_at();
create constraint trigger path_follows_parent after insert or update of parent_id, slug, path on public.marketplace_categories deferrable initially deferred for each row execute function boyfanz.check_marketplace_category_path();
create policy anonymous_select on public.marketplace_categories for select to anon using (true);
create policy member_select on public.marketplace_categories for select to authenticated using (true);
grant select on table public.marketplace_categories to anon;
grant select on table public.marketplace_categories to authenticated;
grant select, insert, update, delete on table public.marketplace_categories to service_role;

create table public.marketplace_listings (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  product_id uuid not null,
  shop_id uuid not null,
  creator_id uuid not null,
  category_id uuid not null,
  kind text not null,
  status text default 'draft' not null,
  explicit_level smallint default 0 not null,
  min_price_minor bigint not null,
  currency public.currency_code not null,
  attributes jsonb default '{}' not null,
  made_to_order_days smallint,
  search_text text default '' not null,
  search_vector tsvector generated always as (to_tsvector('simple', search_text)) stored not null,
  listed_at timestamptz,
  constraint marketplace_listings_pkey primary key (product_id),
  constraint marketplace_listings_product_id_creator_id_key unique (product_id, creator_id),
  constraint marketplace_listings_product_id_shop_id_currency_key unique (product_id, shop_id, currency),
  constraint marketplace_listings_kind_check check (kind in ('physical', 'digital', 'made_to_order', 'auction', 'bundle')),
  constraint marketplace_listings_status_check check (status in ('draft', 'in_review', 'listed', 'paused', 'sold_out', 'removed')),
  constraint min_price_is_not_negative check (min_price_minor >= 0),
  constraint explicit_level_in_range check (explicit_level between 0 and 3),
  constraint attributes_is_object check (jsonb_typeof(attributes) = 'object'),
  constraint made_to_order_says_how_long check (kind <> 'made_to_order' or made_to_order_days is not null),
  constraint made_to_order_days_in_range check (made_to_order_days between 1 and 365),
  constraint listed_names_its_time check (status not in ('listed', 'sold_out') or listed_at is not null)
);
alter table public.marketplace_listings enable row level security;
alter table public.marketplace_auctions add constraint listing_of_same_creator foreign key (product_id, creator_id) references public.marketplace_listings (product_id, creator_id) on delete restrict;
create policy anonymous_select on public.marketplace_auctions for select to anon using ((exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_auctions.product_id and p1.creator_id = marketplace_auctions.creator_id offset 0) and (state <> 'cancelled')));
create policy member_select on public.marketplace_auctions for select to authenticated using (marketplace_auctions.creator_id = (select boyfanz.current_user_id()) or (exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_auctions.product_id and p1.creator_id = marketplace_auctions.creator_id offset 0) and (state <> 'cancelled')));
revoke all on table public.marketplace_listings from anon, authenticated, service_role;
comment on table public.marketplace_listings is 'Offer of a product of section 3 in a shop, when it is physical, made to order or auctioned. Once sold it is removed from sale and never deleted, which the order lines see to.';
comment on column public.marketplace_listings.explicit_level is '0 none to 3 explicit.';
comment on column public.marketplace_listings.min_price_minor is 'Cheapest active variant, kept by the service.';
comment on column public.marketplace_listings.search_text is 'Title, description and tags of the product, copied by the service for the search.';
alter table public.marketplace_listings add constraint marketplace_listings_product_id_fkey foreign key (product_id) references public.digital_products (id) on delete restrict;
alter table public.marketplace_listings add constraint marketplace_listings_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.marketplace_listings add constraint marketplace_listings_category_id_fkey foreign key (category_id) references public.marketplace_categories (id) on delete restrict;
alter table public.marketplace_listings add constraint marketplace_listings_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index marketplace_listings_category_id_listed_at_idx on public.marketplace_listings (category_id, listed_at desc) where (status = 'listed');
create index marketplace_listings_search_vector_idx on public.marketplace_listings using gin (search_vector) where (status = 'listed');
create index marketplace_listings_attributes_idx on public.marketplace_listings using gin (attributes jsonb_path_ops);
create index marketplace_listings_creator_id_status_idx on public.marketplace_listings (creator_id, status);
create index marketplace_listings_shop_id_status_idx on public.marketplace_listings (shop_id, status);
create index marketplace_listings_creator_id_shop_id_fkey_idx on public.marketplace_listings (creator_id, shop_id);
create index marketplace_listings_category_id_fkey_idx on public.marketplace_listings (category_id);
create index marketplace_listings_currency_fkey_idx on public.marketplace_listings (currency);
create trigger touch_updated_at before update on public.marketplace_listings for each row execute function boyfanz.touch_updated_at();
create trigger product_of_same_creator before insert or update of product_id, creator_id on public.marketplace_listings for each row execute function boyfanz.matches_parent('product_id', 'digital_products', 'creator_id');
create trigger category_allows_it before insert or update of category_id, status, explicit_level on public.marketplace_listings for each row execute function boyfanz.check_listing_category();
create policy anonymous_select on public.marketplace_listings for select to anon using ((status in ('listed', 'sold_out') and (explicit_level < 3 or (select boyfanz.has_shown_age())) and boyfanz.may_see_listing(product_id, shop_id, creator_id)));
create policy member_select on public.marketplace_listings for select to authenticated using (marketplace_listings.creator_id = (select boyfanz.current_user_id()) or (status in ('listed', 'sold_out') and (explicit_level < 3 or (select boyfanz.has_shown_age())) and boyfanz.may_see_listing(product_id, shop_id, creator_id)));
create policy staff_select on public.marketplace_listings for select to boyfanz_staff using ((select boyfanz.has_permission('product.review')));
grant select on table public.marketplace_listings to anon;
grant select on table public.marketplace_listings to authenticated;
grant select on table public.marketplace_listings to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_listings to service_role;

create table public.marketplace_order_lines (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  order_item_id uuid not null,
  order_id uuid not null,
  buyer_id uuid,
  creator_id uuid not null,
  product_id uuid not null,
  variant_id uuid not null,
  title_snapshot text not null,
  quantity integer not null,
  fulfilment_state text default 'pending' not null,
  personalisation text,
  promised_by date,
  constraint marketplace_order_lines_pkey primary key (order_item_id),
  constraint marketplace_order_lines_order_item_id_order_id_key unique (order_item_id, order_id),
  constraint marketplace_order_lines_order_item_id_product_id_key unique (order_item_id, product_id),
  constraint marketplace_order_lines_fulfilment_state_check check (fulfilment_state in ('pending', 'ready', 'shipped', 'delivered', 'returned', 'cancelled')),
  constraint quantity_is_positive check (quantity > 0)
);
alter table public.marketplace_order_lines enable row level security;
revoke all on table public.marketplace_order_lines from anon, authenticated, service_role;
comment on table public.marketplace_order_lines is 'Goods of an order item, whose price and tax stay on order_items; the frozen title, what to make of it and how far it is.';
comment on column public.marketplace_order_lines.product_id is 'Of the variant, for its reviews.';
comment on column public.marketplace_order_lines.personalisation is 'Cleared at erasure.';
alter table public.marketplace_order_lines add constraint marketplace_order_lines_order_item_id_fkey foreign key (order_item_id) references public.order_items (id) on delete restrict;
alter table public.marketplace_order_lines add constraint marketplace_order_lines_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
alter table public.marketplace_order_lines add constraint marketplace_order_lines_buyer_id_fkey foreign key (buyer_id) references public.users (id) on delete set null;
alter table public.marketplace_order_lines add constraint marketplace_order_lines_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.marketplace_order_lines add constraint listing_of_same_creator foreign key (product_id, creator_id) references public.marketplace_listings (product_id, creator_id) on delete restrict;
create index marketplace_order_lines_creator_id_fulfilment_stat_df0d077e_idx on public.marketplace_order_lines (creator_id, fulfilment_state, created_at);
comment on index public.marketplace_order_lines_creator_id_fulfilment_stat_df0d077e_idx is 'Worklist of a seller.';
create index marketplace_order_lines_buyer_id_created_at_idx on public.marketplace_order_lines (buyer_id, created_at desc);
create index marketplace_order_lines_promised_by_idx on public.marketplace_order_lines (promised_by) where (fulfilment_state in ('pending', 'ready'));
comment on index public.marketplace_order_lines_promised_by_idx is 'Late orders.';
create index marketplace_order_lines_product_id_creator_id_fkey_idx on public.marketplace_order_lines (product_id, creator_id);
create index marketplace_order_lines_product_id_variant_id_fkey_idx on public.marketplace_order_lines (product_id, variant_id);
create index marketplace_order_lines_order_id_fkey_idx on public.marketplace_order_lines (order_id);
create trigger touch_updated_at before update on public.marketplace_order_lines for each row execute function boyfanz.touch_updated_at();
create trigger item_of_same_order_and_seller before insert or update of order_item_id, order_id, creator_id, quantity on public.marketplace_order_lines for each row execute function boyfanz.matches_parent('order_item_id', 'order_items', 'order_id', 'creator_id=seller_id', 'quantity');
create trigger order_of_same_buyer before insert or update of order_id, buyer_id on public.marketplace_order_lines for each row when (new.buyer_id is not null) execute function boyfanz.matches_parent('order_id', 'orders', 'buyer_id');
create trigger title_stays before update of title_snapshot, order_id, variant_id, product_id on public.marketplace_order_lines for each row execute function boyfanz.set_once('title_snapshot', 'order_id', 'variant_id', 'product_id');
create policy member_select on public.marketplace_order_lines for select to authenticated using (marketplace_order_lines.buyer_id = (select boyfanz.current_user_id()) or marketplace_order_lines.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.marketplace_order_lines for select to boyfanz_staff using ((select boyfanz.has_permission('order.read')));
grant select on table public.marketplace_order_lines to authenticated;
grant select on table public.marketplace_order_lines to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_order_lines to service_role;

create table public.marketplace_product_media (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  product_id uuid not null,
  "position" smallint not null,
  media_asset_id uuid not null,
  variant_id uuid,
  alt_text text,
  constraint marketplace_product_media_pkey primary key (product_id, "position"),
  constraint position_in_range check (position between 0 and 49),
  constraint alt_text_length check (char_length(alt_text) <= 1000)
);
alter table public.marketplace_product_media enable row level security;
revoke all on table public.marketplace_product_media from anon, authenticated, service_role;
comment on table public.marketplace_product_media is 'Pictures and videos of a listing in their order.';
comment on column public.marketplace_product_media.variant_id is 'Shown when this variant is picked.';
alter table public.marketplace_product_media add constraint marketplace_product_media_product_id_fkey foreign key (product_id) references public.marketplace_listings (product_id) on delete cascade;
alter table public.marketplace_product_media add constraint marketplace_product_media_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete restrict;
create index marketplace_product_media_media_asset_id_fkey_idx on public.marketplace_product_media (media_asset_id);
create index marketplace_product_media_variant_id_fkey_idx on public.marketplace_product_media (variant_id) where (variant_id is not null);
create trigger touch_updated_at before update on public.marketplace_product_media for each row execute function boyfanz.touch_updated_at();
create trigger variant_of_same_product before insert or update of product_id, variant_id on public.marketplace_product_media for each row execute function boyfanz.matches_parent('variant_id', 'marketplace_variants', 'product_id');
create policy anonymous_select on public.marketplace_product_media for select to anon using (exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_product_media.product_id offset 0));
create policy member_select on public.marketplace_product_media for select to authenticated using (exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_product_media.product_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_product_media.product_id offset 0));
create policy staff_select on public.marketplace_product_media for select to boyfanz_staff using ((select boyfanz.has_permission('product.review')));
create policy member_insert on public.marketplace_product_media for insert to authenticated with check ((exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_product_media.product_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) and (boyfanz.owns_asset(media_asset_id))));
create policy member_update on public.marketplace_product_media for update to authenticated using (exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_product_media.product_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0)) with check ((exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_product_media.product_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) and (boyfanz.owns_asset(media_asset_id))));
create policy member_delete on public.marketplace_product_media for delete to authenticated using (exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_product_media.product_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
grant select on table public.marketplace_product_media to anon;
grant select, insert, update, delete on table public.marketplace_product_media to authenticated;
grant select on table public.marketplace_product_media to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_product_media to service_role;

create table public.marketplace_returns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  order_line_id uuid not null,
  buyer_id uuid,
  reason text not null,
  quantity integer not null,
  state text default 'requested' not null,
  refund_ledger_transaction_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  constraint marketplace_returns_pkey primary key (id),
  constraint marketplace_returns_refund_ledger_transaction_id_key unique (refund_ledger_transaction_id),
  constraint marketplace_returns_reason_check check (reason in ('not_as_described', 'damaged', 'not_received', 'changed_mind', 'other')),
  constraint marketplace_returns_state_check check (state in ('requested', 'approved', 'received', 'refunded', 'rejected', 'disputed', 'cancelled')),
  constraint quantity_is_positive check (quantity > 0),
  constraint refunded_names_its_posting check (state <> 'refunded' or refund_ledger_transaction_id is not null),
  constraint decided_names_its_time check (state not in ('approved', 'received', 'refunded', 'rejected') or decided_at is not null)
);
alter table public.marketplace_returns enable row level security;
revoke all on table public.marketplace_returns from anon, authenticated, service_role;
comment on table public.marketplace_returns is 'Return of a line or complaint about it, with the decision and the refund; one open or granted at a time.';
alter table public.marketplace_returns add constraint marketplace_returns_order_line_id_fkey foreign key (order_line_id) references public.marketplace_order_lines (order_item_id) on delete restrict;
alter table public.marketplace_returns add constraint marketplace_returns_buyer_id_fkey foreign key (buyer_id) references public.users (id) on delete set null;
alter table public.marketplace_returns add constraint marketplace_returns_refund_ledger_transaction_id_fkey foreign key (refund_ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.marketplace_returns add constraint marketplace_returns_decided_by_fkey foreign key (decided_by) references public.users (id) on delete set null;
create unique index marketplace_returns_order_line_id_idx on public.marketplace_returns (order_line_id) where (state not in ('rejected', 'cancelled'));
create index marketplace_returns_state_created_at_idx on public.marketplace_returns (state, created_at) where (state in ('requested', 'disputed'));
create index marketplace_returns_order_line_id_fkey_idx on public.marketplace_returns (order_line_id);
create index marketplace_returns_buyer_id_fkey_idx on public.marketplace_returns (buyer_id) where (buyer_id is not null);
create index marketplace_returns_decided_by_fkey_idx on public.marketplace_returns (decided_by) where (decided_by is not null);
create trigger touch_updated_at before update on public.marketplace_returns for each row execute function boyfanz.touch_updated_at();
create trigger line_of_same_buyer before insert or update of order_line_id, buyer_id on public.marketplace_returns for each row when (new.buyer_id is not null) execute function boyfanz.check_buyer_of_line();
create trigger not_more_than_ordered after insert or update of quantity, order_line_id on public.marketplace_returns for each row execute function boyfanz.check_returned_quantity();
create trigger refund_stays before update of refund_ledger_transaction_id, decided_at on public.marketplace_returns for each row execute function boyfanz.set_once('refund_ledger_transaction_id', 'decided_at');
create policy member_select on public.marketplace_returns for select to authenticated using (marketplace_returns.buyer_id = (select boyfanz.current_user_id()) or exists (select from public.marketplace_order_lines p1 where p1.order_item_id = marketplace_returns.order_line_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
create policy staff_select on public.marketplace_returns for select to boyfanz_staff using ((select boyfanz.has_permission('order.read')));
grant select (buyer_id, created_at, decided_at, id, order_line_id, quantity, reason, state, updated_at) on table public.marketplace_returns to authenticated;
grant select on table public.marketplace_returns to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_returns to service_role;

create table public.marketplace_reviews (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  order_line_id uuid not null,
  product_id uuid not null,
  buyer_id uuid,
  rating smallint not null,
  body text,
  state text default 'visible' not null,
  seller_reply text,
  replied_at timestamptz,
  constraint marketplace_reviews_pkey primary key (id),
  constraint marketplace_reviews_order_line_id_key unique (order_line_id),
  constraint marketplace_reviews_state_check check (state in ('visible', 'hidden', 'removed')),
  constraint rating_in_range check (rating between 1 and 5),
  constraint body_length check (char_length(body) <= 4000),
  constraint reply_names_its_time check ((seller_reply is null) = (replied_at is null))
);
alter table public.marketplace_reviews enable row level security;
revoke all on table public.marketplace_reviews from anon, authenticated, service_role;
comment on table public.marketplace_reviews is 'Rating of a bought line by its buyer; a purchase stands behind each by construction.';
alter table public.marketplace_reviews add constraint marketplace_reviews_product_id_fkey foreign key (product_id) references public.marketplace_listings (product_id) on delete restrict;
alter table public.marketplace_reviews add constraint marketplace_reviews_buyer_id_fkey foreign key (buyer_id) references public.users (id) on delete set null;
alter table public.marketplace_reviews add constraint line_of_same_product foreign key (order_line_id, product_id) references public.marketplace_order_lines (order_item_id, product_id) on delete restrict;
create index marketplace_reviews_product_id_created_at_idx on public.marketplace_reviews (product_id, created_at desc) where (state = 'visible');
create index marketplace_reviews_buyer_id_idx on public.marketplace_reviews (buyer_id);
create index marketplace_reviews_order_line_id_product_id_fkey_idx on public.marketplace_reviews (order_line_id, product_id);
create index marketplace_reviews_product_id_fkey_idx on public.marketplace_reviews (product_id);
create trigger touch_updated_at before update on public.marketplace_reviews for each row execute function boyfanz.touch_updated_at();
create trigger line_of_same_buyer before insert or update of order_line_id, buyer_id on public.marketplace_reviews for each row when (new.buyer_id is not null) execute function boyfanz.check_buyer_of_line();
create policy anonymous_select on public.marketplace_reviews for select to anon using ((exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_reviews.product_id offset 0) and (state = 'visible')));
create policy member_select on public.marketplace_reviews for select to authenticated using (marketplace_reviews.buyer_id = (select boyfanz.current_user_id()) or (exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_reviews.product_id offset 0) and (state = 'visible')));
create policy staff_select on public.marketplace_reviews for select to boyfanz_staff using ((select boyfanz.has_permission('product.review')));
grant select (body, created_at, id, product_id, rating, replied_at, seller_reply, state, updated_at) on table public.marketplace_reviews to anon;
grant select (body, created_at, id, product_id, rating, replied_at, seller_reply, state, updated_at) on table public.marketplace_reviews to authenticated;
grant select on table public.marketplace_reviews to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_reviews to service_role;

create table public.marketplace_shipment_lines (
  created_at timestamptz default now() not null,
  shipment_id uuid not null,
  order_line_id uuid not null,
  order_id uuid not null,
  quantity integer not null,
  constraint marketplace_shipment_lines_pkey primary key (shipment_id, order_line_id),
  constraint quantity_is_positive check (quantity > 0)
);
alter table public.marketplace_shipment_lines enable row level security;
revoke all on table public.marketplace_shipment_lines from anon, authenticated, service_role;
comment on table public.marketplace_shipment_lines is 'How many pieces of an order line are in a parcel of the same order.';
comment on column public.marketplace_shipment_lines.order_id is 'Of both the parcel and the line.';
alter table public.marketplace_shipment_lines add constraint line_of_same_order foreign key (order_line_id, order_id) references public.marketplace_order_lines (order_item_id, order_id) on delete restrict;
create index marketplace_shipment_lines_order_id_shipment_id_fkey_idx on public.marketplace_shipment_lines (order_id, shipment_id);
create index marketplace_shipment_lines_order_line_id_order_id_fkey_idx on public.marketplace_shipment_lines (order_line_id, order_id);
create trigger not_more_than_ordered after insert or update of quantity, order_line_id, order_id on public.marketplace_shipment_lines for each row execute function boyfanz.check_shipped_quantity();
create policy member_select on public.marketplace_shipment_lines for select to authenticated using (exists (select from public.marketplace_order_lines p1 where p1.order_item_id = marketplace_shipment_lines.order_line_id and p1.order_id = marketplace_shipment_lines.order_id and p1.buyer_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.marketplace_order_lines p1 where p1.order_item_id = marketplace_shipment_lines.order_line_id and p1.order_id = marketplace_shipment_lines.order_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
grant select on table public.marketplace_shipment_lines to authenticated;
grant select, insert, update, delete on table public.marketplace_shipment_lines to service_role;

create table public.marketplace_shipments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  order_id uuid not null,
  creator_id uuid not null,
  location_id uuid,
  carrier text,
  service text,
  tracking_number text,
  label_key text,
  relay_address_enc bytea,
  key_id smallint,
  relay_address_shredded_at timestamptz,
  customs jsonb,
  state text default 'preparing' not null,
  shipped_at timestamptz,
  delivered_at timestamptz,
  cost_minor bigint,
  currency public.currency_code,
  constraint marketplace_shipments_pkey primary key (id),
  constraint marketplace_shipments_order_id_id_key unique (order_id, id),
  constraint marketplace_shipments_state_check check (state in ('preparing', 'label_bought', 'in_transit', 'delivered', 'lost', 'returned')),
  constraint cost_is_not_negative check (cost_minor >= 0),
  constraint cost_names_its_currency check ((cost_minor is null) = (currency is null)),
  constraint tracking_names_its_carrier check (tracking_number is null or carrier is not null),
  constraint relay_address_is_there_or_shredded check (num_nonnulls(relay_address_enc, relay_address_shredded_at) = 1),
  constraint relay_address_names_its_key check (relay_address_enc is null or key_id is not null),
  constraint customs_is_object check (jsonb_typeof(customs) = 'object'),
  constraint label_names_its_carrier check (state <> 'label_bought' or carrier is not null),
  constraint sent_names_its_time check (state in ('preparing', 'label_bought') or shipped_at is not null),
  constraint delivered_names_its_time check (state <> 'delivered' or delivered_at is not null),
  constraint delivered_after_shipped check (delivered_at >= shipped_at)
);
alter table public.marketplace_shipments enable row level security;
alter table public.marketplace_shipment_lines add constraint shipment_of_same_order foreign key (order_id, shipment_id) references public.marketplace_shipments (order_id, id) on delete cascade;
revoke all on table public.marketplace_shipments from anon, authenticated, service_role;
comment on table public.marketplace_shipments is 'Parcel for one or more lines of an order. Buyer and seller do not learn each other''s home, since the carrier gets a relay address, which is shredded 90 days after delivery.';
comment on column public.marketplace_shipments.label_key is 'Object key of the printed label.';
comment on column public.marketplace_shipments.relay_address_enc is 'Encrypted with key_id.';
comment on column public.marketplace_shipments.key_id is 'Version of the encryption key.';
comment on column public.marketplace_shipments.cost_minor is 'What the label cost.';
alter table public.marketplace_shipments add constraint marketplace_shipments_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
alter table public.marketplace_shipments add constraint marketplace_shipments_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.marketplace_shipments add constraint marketplace_shipments_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index marketplace_shipments_carrier_tracking_number_idx on public.marketplace_shipments (carrier, tracking_number) where (tracking_number is not null);
create index marketplace_shipments_creator_id_state_idx on public.marketplace_shipments (creator_id, state);
create index marketplace_shipments_delivered_at_idx on public.marketplace_shipments (delivered_at) where (relay_address_enc is not null and delivered_at is not null);
comment on index public.marketplace_shipments_delivered_at_idx is 'Addresses to shred.';
create index marketplace_shipments_location_id_fkey_idx on public.marketplace_shipments (location_id) where (location_id is not null);
create index marketplace_shipments_currency_fkey_idx on public.marketplace_shipments (currency) where (currency is not null);
create trigger touch_updated_at before update on public.marketplace_shipments for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.marketplace_shipments for select to authenticated using (exists (select from public.orders p1 where p1.id = marketplace_shipments.order_id and p1.buyer_id = (select boyfanz.current_user_id()) offset 0) or marketplace_shipments.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.marketplace_shipments for select to boyfanz_staff using ((select boyfanz.has_permission('order.read')));
grant select (carrier, created_at, creator_id, delivered_at, id, order_id, service, shipped_at, state, tracking_number, updated_at) on table public.marketplace_shipments to authenticated;
grant select on table public.marketplace_shipments to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_shipments to service_role;

create table public.marketplace_shipping_rates (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  shop_id uuid not null,
  creator_id uuid not null,
  zone_name text not null,
  countries public.country_code[] not null,
  basis text not null,
  band int8range default '[0,)' not null,
  price_minor bigint not null,
  currency public.currency_code not null,
  days_min smallint not null,
  days_max smallint not null,
  constraint marketplace_shipping_rates_pkey primary key (id),
  constraint marketplace_shipping_rates_basis_check check (basis in ('flat', 'weight', 'value')),
  constraint countries_are_named check (cardinality(countries) > 0),
  constraint band_is_not_negative check (not isempty(band) and lower(band) >= 0),
  constraint price_is_not_negative check (price_minor >= 0),
  constraint days_in_order check (days_min >= 0 and days_max >= days_min),
  constraint marketplace_shipping_rates_bands_do_not_overlap_excl exclude using gist (shop_id with =, zone_name with =, basis with =, band with &&)
);
alter table public.marketplace_shipping_rates enable row level security;
revoke all on table public.marketplace_shipping_rates from anon, authenticated, service_role;
comment on table public.marketplace_shipping_rates is 'What a shop charges for sending into a zone, flat or by band of weight or value; bands of one zone do not overlap.';
comment on column public.marketplace_shipping_rates.band is 'Grams or minor units, as the basis says.';
alter table public.marketplace_shipping_rates add constraint marketplace_shipping_rates_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.marketplace_shipping_rates add constraint marketplace_shipping_rates_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index marketplace_shipping_rates_countries_idx on public.marketplace_shipping_rates using gin (countries);
create index marketplace_shipping_rates_shop_id_idx on public.marketplace_shipping_rates (shop_id);
create index marketplace_shipping_rates_creator_id_shop_id_fkey_idx on public.marketplace_shipping_rates (creator_id, shop_id);
create index marketplace_shipping_rates_currency_fkey_idx on public.marketplace_shipping_rates (currency);
create trigger touch_updated_at before update on public.marketplace_shipping_rates for each row execute function boyfanz.touch_updated_at();
create policy member_insert on public.marketplace_shipping_rates for insert to authenticated with check (marketplace_shipping_rates.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.marketplace_shipping_rates for update to authenticated using (marketplace_shipping_rates.creator_id = (select boyfanz.current_user_id())) with check (marketplace_shipping_rates.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.marketplace_shipping_rates for delete to authenticated using (marketplace_shipping_rates.creator_id = (select boyfanz.current_user_id()));
grant select on table public.marketplace_shipping_rates to anon;
grant select, insert, update, delete on table public.marketplace_shipping_rates to authenticated;
grant select, insert, update, delete on table public.marketplace_shipping_rates to service_role;

create table public.marketplace_shops (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  slug extensions.citext not null,
  name text not null,
  description text,
  status text default 'draft' not null,
  ships_from public.country_code,
  return_policy_days smallint default 14 not null,
  discreet_packaging boolean default true not null,
  return_address_enc bytea,
  vat_number_enc bytea,
  key_id smallint,
  rating_avg numeric(3,2),
  rating_count integer default 0 not null,
  constraint marketplace_shops_pkey primary key (id),
  constraint marketplace_shops_creator_id_key unique (creator_id),
  constraint marketplace_shops_slug_key unique (slug),
  constraint marketplace_shops_creator_id_id_key unique (creator_id, id),
  constraint marketplace_shops_status_check check (status in ('draft', 'open', 'vacation', 'suspended', 'closed')),
  constraint slug_form check (slug::text ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  constraint name_length check (char_length(name) between 1 and 120),
  constraint return_policy_in_range check (return_policy_days between 0 and 60),
  constraint secrets_name_their_key check (num_nonnulls(return_address_enc, vat_number_enc) = 0 or key_id is not null),
  constraint rating_in_range check (rating_avg between 1 and 5),
  constraint rating_comes_from_reviews check (rating_count >= 0 and (rating_count = 0) = (rating_avg is null))
);
alter table public.marketplace_shops enable row level security;
alter table public.marketplace_listings add constraint shop_of_same_creator foreign key (creator_id, shop_id) references public.marketplace_shops (creator_id, id) on delete restrict;
alter table public.marketplace_shipping_rates add constraint shop_of_same_creator foreign key (creator_id, shop_id) references public.marketplace_shops (creator_id, id) on delete cascade;
create policy anonymous_select on public.marketplace_shipping_rates for select to anon using (exists (select from public.marketplace_shops p1 where p1.creator_id = marketplace_shipping_rates.creator_id and p1.id = marketplace_shipping_rates.shop_id offset 0));
create policy member_select on public.marketplace_shipping_rates for select to authenticated using (marketplace_shipping_rates.creator_id = (select boyfanz.current_user_id()) or exists (select from public.marketplace_shops p1 where p1.creator_id = marketplace_shipping_rates.creator_id and p1.id = marketplace_shipping_rates.shop_id offset 0));
revoke all on table public.marketplace_shops from anon, authenticated, service_role;
comment on table public.marketplace_shops is 'Shop of a creator with its policies, country of dispatch and vacation mode; its revenue follows the split rules of the creator.';
comment on column public.marketplace_shops.return_address_enc is 'Encrypted with key_id.';
comment on column public.marketplace_shops.vat_number_enc is 'Encrypted with key_id.';
comment on column public.marketplace_shops.key_id is 'Version of the encryption key.';
comment on column public.marketplace_shops.rating_avg is 'Recomputed with rating_count from the visible reviews.';
alter table public.marketplace_shops add constraint marketplace_shops_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
create trigger touch_updated_at before update on public.marketplace_shops for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.marketplace_shops for select to anon using ((status in ('open', 'vacation') and not boyfanz.is_blocked_with(creator_id) and boyfanz.may_be_seen_here(creator_id)));
create policy member_select on public.marketplace_shops for select to authenticated using (marketplace_shops.creator_id = (select boyfanz.current_user_id()) or (status in ('open', 'vacation') and not boyfanz.is_blocked_with(creator_id) and boyfanz.may_be_seen_here(creator_id)));
create policy staff_select on public.marketplace_shops for select to boyfanz_staff using ((select boyfanz.has_permission('product.review')));
create policy member_update on public.marketplace_shops for update to authenticated using (marketplace_shops.creator_id = (select boyfanz.current_user_id())) with check (marketplace_shops.creator_id = (select boyfanz.current_user_id()));
grant select (created_at, creator_id, description, discreet_packaging, id, name, rating_avg, rating_count, return_policy_days, ships_from, slug, status, updated_at) on table public.marketplace_shops to anon;
grant select (created_at, creator_id, description, discreet_packaging, id, name, rating_avg, rating_count, return_policy_days, ships_from, slug, status, updated_at), update (creator_id, description, discreet_packaging, id, name, return_policy_days, ships_from, slug) on table public.marketplace_shops to authenticated;
grant select on table public.marketplace_shops to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_shops to service_role;

create table public.marketplace_stock_levels (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  variant_id uuid not null,
  location_id uuid not null,
  shop_id uuid not null,
  on_hand integer default 0 not null,
  reserved integer default 0 not null,
  allow_backorder boolean default false not null,
  low_stock_threshold integer,
  version bigint default 0 not null,
  constraint marketplace_stock_levels_pkey primary key (variant_id, location_id),
  constraint counts_are_not_negative check (on_hand >= 0 and reserved >= 0),
  constraint reserved_is_on_hand check (allow_backorder or reserved <= on_hand),
  constraint low_stock_is_not_negative check (low_stock_threshold >= 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.marketplace_stock_levels enable row level security;
revoke all on table public.marketplace_stock_levels from anon, authenticated, service_role;
comment on table public.marketplace_stock_levels is 'Stock on hand and reserved of a variant at a location, written with the version read. Movements add up to it; reservations to what is reserved.';
comment on column public.marketplace_stock_levels.shop_id is 'Of both the variant and the location.';
comment on column public.marketplace_stock_levels.low_stock_threshold is 'Warn the seller at this level.';
create index marketplace_stock_levels_location_id_idx on public.marketplace_stock_levels (location_id);
create index marketplace_stock_levels_variant_id_idx on public.marketplace_stock_levels (variant_id) where (on_hand - reserved <= 0);
comment on index public.marketplace_stock_levels_variant_id_idx is 'Sweep for what is sold out.';
create index marketplace_stock_levels_shop_id_variant_id_fkey_idx on public.marketplace_stock_levels (shop_id, variant_id);
create index marketplace_stock_levels_shop_id_location_id_fkey_idx on public.marketplace_stock_levels (shop_id, location_id);
create trigger touch_updated_at before update on public.marketplace_stock_levels for each row execute function boyfanz.touch_updated_at();
create trigger version_rises before update of on_hand, reserved on public.marketplace_stock_levels for each row execute function boyfanz.only_grows('strictly', 'version');
create policy member_select on public.marketplace_stock_levels for select to authenticated using (exists (select from public.marketplace_shops p1 where p1.id = marketplace_stock_levels.shop_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
grant select on table public.marketplace_stock_levels to authenticated;
grant select, insert, update, delete on table public.marketplace_stock_levels to service_role;

create table public.marketplace_stock_locations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  shop_id uuid not null,
  creator_id uuid not null,
  name text not null,
  country_code public.country_code not null,
  address_enc bytea not null,
  key_id smallint not null,
  is_partner boolean default false not null,
  cutoff_time time,
  is_active boolean default true not null,
  constraint marketplace_stock_locations_pkey primary key (id),
  constraint marketplace_stock_locations_shop_id_id_key unique (shop_id, id),
  constraint name_length check (char_length(name) between 1 and 120)
);
alter table public.marketplace_stock_locations enable row level security;
alter table public.marketplace_shipments add constraint marketplace_shipments_location_id_fkey foreign key (location_id) references public.marketplace_stock_locations (id) on delete set null;
alter table public.marketplace_stock_levels add constraint location_of_same_shop foreign key (shop_id, location_id) references public.marketplace_stock_locations (shop_id, id) on delete cascade;
revoke all on table public.marketplace_stock_locations from anon, authenticated, service_role;
comment on table public.marketplace_stock_locations is 'Place where a shop holds stock, its own or a fulfilment partner''s, with its country and daily cut-off.';
comment on column public.marketplace_stock_locations.address_enc is 'Encrypted with key_id.';
comment on column public.marketplace_stock_locations.key_id is 'Version of the encryption key.';
comment on column public.marketplace_stock_locations.cutoff_time is 'Local time until which an order leaves the same day.';
alter table public.marketplace_stock_locations add constraint marketplace_stock_locations_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.marketplace_stock_locations add constraint shop_of_same_creator foreign key (creator_id, shop_id) references public.marketplace_shops (creator_id, id) on delete cascade;
create index marketplace_stock_locations_shop_id_idx on public.marketplace_stock_locations (shop_id) where (is_active);
create index marketplace_stock_locations_creator_id_shop_id_fkey_idx on public.marketplace_stock_locations (creator_id, shop_id);
create trigger touch_updated_at before update on public.marketplace_stock_locations for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.marketplace_stock_locations for select to authenticated using (marketplace_stock_locations.creator_id = (select boyfanz.current_user_id()));
grant select (country_code, created_at, creator_id, cutoff_time, id, is_active, is_partner, name, shop_id, updated_at) on table public.marketplace_stock_locations to authenticated;
grant select, insert, update, delete on table public.marketplace_stock_locations to service_role;

create table public.marketplace_stock_movements (
  id uuid default boyfanz.uuid_v7() not null,
  variant_id uuid not null,
  location_id uuid not null,
  delta integer not null,
  reason text not null,
  reference_type text,
  reference_id uuid,
  actor_user_id uuid,
  moved_at timestamptz default now() not null,
  constraint marketplace_stock_movements_pkey primary key (id),
  constraint marketplace_stock_movements_reason_check check (reason in ('receipt', 'sale', 'return', 'adjustment', 'loss', 'transfer')),
  constraint delta_fits_reason check (case when reason in ('receipt', 'return') then delta > 0 when reason in ('sale', 'loss') then delta < 0 else delta <> 0 end),
  constraint reference_is_whole check ((reference_type is null) = (reference_id is null))
);
alter table public.marketplace_stock_movements enable row level security;
revoke all on table public.marketplace_stock_movements from anon, authenticated, service_role;
comment on table public.marketplace_stock_movements is 'Ledger of stock that levels can be rebuilt from; a mistake is corrected by an adjustment.';
comment on column public.marketplace_stock_movements.delta is 'Pieces; negative when stock falls.';
comment on column public.marketplace_stock_movements.reference_id is 'Key in the table that reference_type stands for.';
comment on column public.marketplace_stock_movements.actor_user_id is 'NULL when the system did it.';
alter table public.marketplace_stock_movements add constraint marketplace_stock_movements_actor_user_id_fkey foreign key (actor_user_id) references public.users (id) on delete set null;
alter table public.marketplace_stock_movements add constraint stock_level foreign key (variant_id, location_id) references public.marketplace_stock_levels (variant_id, location_id) on delete restrict;
create index marketplace_stock_movements_variant_id_location_id_moved_at_idx on public.marketplace_stock_movements (variant_id, location_id, moved_at);
create index marketplace_stock_movements_actor_user_id_fkey_idx on public.marketplace_stock_movements (actor_user_id) where (actor_user_id is not null);
create trigger append_only before update or delete on public.marketplace_stock_movements for each row execute function boyfanz.append_only('clear actor_user_id');
create trigger refuse_truncate before truncate on public.marketplace_stock_movements for each statement execute function boyfanz.append_only();
create policy member_select on public.marketplace_stock_movements for select to authenticated using (exists (select from public.marketplace_stock_locations p1 where p1.id = marketplace_stock_movements.location_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
grant select on table public.marketplace_stock_movements to authenticated;
grant select, insert, update, delete on table public.marketplace_stock_movements to service_role;

create table public.marketplace_stock_reservations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  variant_id uuid not null,
  location_id uuid not null,
  order_line_id uuid,
  cart_item_id uuid,
  quantity integer not null,
  state text default 'active' not null,
  expires_at timestamptz,
  constraint marketplace_stock_reservations_pkey primary key (id),
  constraint marketplace_stock_reservations_state_check check (state in ('active', 'committed', 'released', 'expired')),
  constraint quantity_is_positive check (quantity > 0),
  constraint held_for_one check (num_nonnulls(order_line_id, cart_item_id) = 1),
  constraint cart_holds_for_a_while check (cart_item_id is null or expires_at is not null),
  constraint only_orders_commit check (state <> 'committed' or order_line_id is not null)
);
alter table public.marketplace_stock_reservations enable row level security;
revoke all on table public.marketplace_stock_reservations from anon, authenticated, service_role;
comment on table public.marketplace_stock_reservations is 'Stock held for a line of a cart or an order; released, expired or committed as a movement. The service takes it off marketplace_stock_levels in the same transaction.';
alter table public.marketplace_stock_reservations add constraint marketplace_stock_reservations_order_line_id_fkey foreign key (order_line_id) references public.marketplace_order_lines (order_item_id) on delete cascade;
alter table public.marketplace_stock_reservations add constraint marketplace_stock_reservations_cart_item_id_fkey foreign key (cart_item_id) references public.marketplace_cart_items (id) on delete cascade;
alter table public.marketplace_stock_reservations add constraint stock_level foreign key (variant_id, location_id) references public.marketplace_stock_levels (variant_id, location_id) on delete restrict;
create unique index marketplace_stock_reservations_order_line_id_location_id_idx on public.marketplace_stock_reservations (order_line_id, location_id) where (state = 'active');
create unique index marketplace_stock_reservations_cart_item_id_location_id_idx on public.marketplace_stock_reservations (cart_item_id, location_id) where (state = 'active');
create index marketplace_stock_reservations_expires_at_idx on public.marketplace_stock_reservations (expires_at) where (state = 'active' and expires_at is not null);
create index marketplace_stock_reservations_variant_id_idx on public.marketplace_stock_reservations (variant_id) where (state = 'active');
create index marketplace_stock_reservations_variant_id_location_id_fkey_idx on public.marketplace_stock_reservations (variant_id, location_id);
create index marketplace_stock_reservations_order_line_id_fkey_idx on public.marketplace_stock_reservations (order_line_id) where (order_line_id is not null);
create index marketplace_stock_reservations_cart_item_id_fkey_idx on public.marketplace_stock_reservations (cart_item_id) where (cart_item_id is not null);
create trigger touch_updated_at before update on public.marketplace_stock_reservations for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.marketplace_stock_reservations to service_role;

create table public.marketplace_variants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  product_id uuid not null,
  shop_id uuid not null,
  sku extensions.citext not null,
  option_values jsonb default '{}' not null,
  price_minor bigint not null,
  compare_at_minor bigint,
  currency public.currency_code not null,
  weight_grams integer,
  hs_code text,
  is_active boolean default true not null,
  sort_order integer default 0 not null,
  constraint marketplace_variants_pkey primary key (id),
  constraint marketplace_variants_shop_id_sku_key unique (shop_id, sku),
  constraint marketplace_variants_product_id_id_key unique (product_id, id),
  constraint marketplace_variants_shop_id_id_key unique (shop_id, id),
  constraint price_is_not_negative check (price_minor >= 0),
  constraint compare_at_is_above_price check (compare_at_minor > price_minor),
  constraint weight_is_positive check (weight_grams > 0),
  constraint hs_code_form check (hs_code ~ '^[0-9]{6,10}$'),
  constraint option_values_is_object check (jsonb_typeof(option_values) = 'object')
);
alter table public.marketplace_variants enable row level security;
alter table public.marketplace_cart_items add constraint marketplace_cart_items_variant_id_fkey foreign key (variant_id) references public.marketplace_variants (id) on delete cascade;
alter table public.marketplace_order_lines add constraint variant_of_same_product foreign key (product_id, variant_id) references public.marketplace_variants (product_id, id) on delete restrict;
alter table public.marketplace_product_media add constraint marketplace_product_media_variant_id_fkey foreign key (variant_id) references public.marketplace_variants (id) on delete set null;
alter table public.marketplace_stock_levels add constraint variant_of_same_shop foreign key (shop_id, variant_id) references public.marketplace_variants (shop_id, id) on delete cascade;
revoke all on table public.marketplace_variants from anon, authenticated, service_role;
comment on table public.marketplace_variants is 'One sellable form of a listing with SKU, price, size and weight.';
comment on column public.marketplace_variants.option_values is 'Such as {"size": "M"}.';
comment on column public.marketplace_variants.compare_at_minor is 'Former price to strike through.';
comment on column public.marketplace_variants.hs_code is 'Harmonised System code for customs.';
alter table public.marketplace_variants add constraint marketplace_variants_product_id_fkey foreign key (product_id) references public.marketplace_listings (product_id) on delete cascade;
alter table public.marketplace_variants add constraint marketplace_variants_shop_id_fkey foreign key (shop_id) references public.marketplace_shops (id) on delete restrict;
alter table public.marketplace_variants add constraint marketplace_variants_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.marketplace_variants add constraint listing_of_same_shop_and_currency foreign key (product_id, shop_id, currency) references public.marketplace_listings (product_id, shop_id, currency) on delete cascade;
create index marketplace_variants_product_id_sort_order_idx on public.marketplace_variants (product_id, sort_order) where (is_active);
create index marketplace_variants_product_id_shop_id_currency_fkey_idx on public.marketplace_variants (product_id, shop_id, currency);
create index marketplace_variants_currency_fkey_idx on public.marketplace_variants (currency);
create trigger touch_updated_at before update on public.marketplace_variants for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.marketplace_variants for select to anon using ((exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_variants.product_id offset 0) and (is_active)));
create policy member_select on public.marketplace_variants for select to authenticated using (exists (select from public.marketplace_shops p1 where p1.id = marketplace_variants.shop_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or (exists (select from public.marketplace_listings p1 where p1.product_id = marketplace_variants.product_id offset 0) and (is_active)));
create policy staff_select on public.marketplace_variants for select to boyfanz_staff using ((select boyfanz.has_permission('product.review')));
grant select on table public.marketplace_variants to anon;
grant select on table public.marketplace_variants to authenticated;
grant select on table public.marketplace_variants to boyfanz_staff;
grant select, insert, update, delete on table public.marketplace_variants to service_role;

create table public.media_alt_texts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  media_asset_id uuid not null,
  locale_code public.language_tag not null,
  creator_id uuid not null,
  text text not null,
  source text not null,
  is_approved boolean default false not null,
  constraint media_alt_texts_pkey primary key (id),
  constraint media_alt_texts_media_asset_id_locale_code_key unique (media_asset_id, locale_code),
  constraint media_alt_texts_source_check check (source in ('creator', 'model', 'community')),
  constraint text_length check (char_length(text) between 1 and 1000)
);
alter table public.media_alt_texts enable row level security;
revoke all on table public.media_alt_texts from anon, authenticated, service_role;
comment on table public.media_alt_texts is 'What an image or clip shows, in words, per language; by its creator, a model or the community, with approval.';
alter table public.media_alt_texts add constraint media_alt_texts_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete cascade;
alter table public.media_alt_texts add constraint media_alt_texts_locale_code_fkey foreign key (locale_code) references public.i18n_locales (code) on delete restrict;
alter table public.media_alt_texts add constraint media_alt_texts_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index media_alt_texts_creator_id_idx on public.media_alt_texts (creator_id) where (not is_approved);
create index media_alt_texts_locale_code_fkey_idx on public.media_alt_texts (locale_code);
create index media_alt_texts_creator_id_fkey_idx on public.media_alt_texts (creator_id);
create trigger touch_updated_at before update on public.media_alt_texts for each row execute function boyfanz.touch_updated_at();
create trigger media_of_same_creator before insert or update of media_asset_id, creator_id on public.media_alt_texts for each row execute function boyfanz.matches_parent('media_asset_id', 'media_assets', 'creator_id=owner_id');
create policy anonymous_select on public.media_alt_texts for select to anon using ((is_approved and boyfanz.may_see_asset(media_asset_id)));
create policy member_select on public.media_alt_texts for select to authenticated using (media_alt_texts.creator_id = (select boyfanz.current_user_id()) or (is_approved and boyfanz.may_see_asset(media_asset_id)));
create policy member_insert on public.media_alt_texts for insert to authenticated with check ((media_alt_texts.creator_id = (select boyfanz.current_user_id()) and (source = 'creator')));
create policy member_delete on public.media_alt_texts for delete to authenticated using (media_alt_texts.creator_id = (select boyfanz.current_user_id()));
grant select on table public.media_alt_texts to anon;
grant select, insert (creator_id, id, locale_code, media_asset_id, source, text), delete on table public.media_alt_texts to authenticated;
grant select, insert, update, delete on table public.media_alt_texts to service_role;

create table public.oauth_grants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  client_id uuid not null,
  scopes text[] not null,
  granted_at timestamptz default now() not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint oauth_grants_pkey primary key (id),
  constraint oauth_grants_user_id_id_key unique (user_id, id),
  constraint scopes_are_named check (cardinality(scopes) > 0),
  constraint revoked_after_granted check (revoked_at >= granted_at)
) with (fillfactor = 85);
alter table public.oauth_grants enable row level security;
alter table public.extension_pairings add constraint grant_of_same_user foreign key (user_id, oauth_grant_id) references public.oauth_grants (user_id, id) on delete cascade;
revoke all on table public.oauth_grants from anon, authenticated, service_role;
comment on table public.oauth_grants is 'What a person allowed a client to do, until they withdraw it.';
comment on column public.oauth_grants.last_used_at is 'Written at most every 10 minutes.';
alter table public.oauth_grants add constraint oauth_grants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.oauth_grants add constraint oauth_grants_client_id_fkey foreign key (client_id) references public.api_clients (id) on delete cascade;
create unique index oauth_grants_user_id_client_id_idx on public.oauth_grants (user_id, client_id) where (revoked_at is null);
create index oauth_grants_client_id_idx on public.oauth_grants (client_id) where (revoked_at is null);
create index oauth_grants_client_id_fkey_idx on public.oauth_grants (client_id);
create trigger touch_updated_at before update on public.oauth_grants for each row execute function boyfanz.touch_updated_at();
create trigger revoked_stays before update on public.oauth_grants for each row execute function boyfanz.freeze_when_set('revoked_at');
create policy member_select on public.oauth_grants for select to authenticated using (oauth_grants.user_id = (select boyfanz.current_user_id()));
grant select on table public.oauth_grants to authenticated;
grant select, insert, update, delete on table public.oauth_grants to service_role;

create table public.oauth_tokens (
  id uuid default boyfanz.uuid_v7() not null,
  grant_id uuid not null,
  user_id uuid not null,
  token_kind text not null,
  token_hash public.digest_256 not null,
  family_id uuid not null,
  rotated_to uuid,
  pkce_challenge text,
  issued_at timestamptz default now() not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  constraint oauth_tokens_pkey primary key (id),
  constraint oauth_tokens_token_hash_key unique (token_hash),
  constraint oauth_tokens_token_kind_check check (token_kind in ('refresh', 'access', 'authorization_code')),
  constraint expires_after_issue check (expires_at > issued_at),
  constraint code_lives_10_minutes check (token_kind <> 'authorization_code' or expires_at - issued_at <= interval '10 minutes'),
  constraint only_a_code_has_a_challenge check (pkce_challenge is null or token_kind = 'authorization_code'),
  constraint rotated_was_used check (rotated_to is null or used_at is not null),
  constraint rotated_to_another check (rotated_to <> id)
) with (autovacuum_vacuum_scale_factor = 0.05);
alter table public.oauth_tokens enable row level security;
revoke all on table public.oauth_tokens from anon, authenticated, service_role;
comment on table public.oauth_tokens is 'Code, access or refresh token by its hash. A rotated one belongs to a family; the service revokes the whole family when it comes back.';
comment on column public.oauth_tokens.family_id is 'The same for all tokens that were rotated from one; a reuse revokes the family.';
alter table public.oauth_tokens add constraint oauth_tokens_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.oauth_tokens add constraint oauth_tokens_rotated_to_fkey foreign key (rotated_to) references public.oauth_tokens (id) on delete set null;
alter table public.oauth_tokens add constraint grant_of_same_user foreign key (user_id, grant_id) references public.oauth_grants (user_id, id) on delete cascade;
create index oauth_tokens_family_id_idx on public.oauth_tokens (family_id);
create index oauth_tokens_expires_at_idx on public.oauth_tokens (expires_at);
comment on index public.oauth_tokens_expires_at_idx is 'Purge.';
create unique index oauth_tokens_rotated_to_idx on public.oauth_tokens (rotated_to) where (rotated_to is not null);
create index oauth_tokens_user_id_grant_id_fkey_idx on public.oauth_tokens (user_id, grant_id);
create trigger one_family before insert or update of rotated_to, family_id on public.oauth_tokens for each row execute function boyfanz.matches_parent('rotated_to', 'oauth_tokens', 'family_id', 'grant_id');
create trigger used_once before update of used_at, revoked_at, token_hash on public.oauth_tokens for each row execute function boyfanz.set_once('used_at', 'revoked_at', 'token_hash');
grant select, insert, update, delete on table public.oauth_tokens to service_role;

create table public.outbox_consumers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  consumer text not null,
  topic text not null,
  last_seq bigint default 0 not null,
  last_txid xid8 default '0' not null,
  lease_owner text,
  lease_expires_at timestamptz,
  lag_seconds integer,
  is_paused boolean default false not null,
  constraint outbox_consumers_pkey primary key (consumer, topic),
  constraint position_is_not_negative check (last_seq >= 0 and lag_seconds >= 0),
  constraint lease_names_its_owner check ((lease_owner is null) = (lease_expires_at is null))
) with (fillfactor = 50);
alter table public.outbox_consumers enable row level security;
revoke all on table public.outbox_consumers from anon, authenticated, service_role;
comment on table public.outbox_consumers is 'How far a consumer has read a topic, under a lease. It may be set back on purpose, to read again.';
create trigger touch_updated_at before update on public.outbox_consumers for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.outbox_consumers to service_role;

create table public.outbox_events (
  seq bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  txid xid8 default pg_current_xact_id() not null,
  topic text not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  event_type text not null,
  schema_version integer default 1 not null,
  payload jsonb not null,
  headers jsonb,
  ordering_key text,
  constraint outbox_events_pkey primary key (seq, created_at),
  constraint schema_version_is_positive check (schema_version > 0),
  constraint topic_form check (topic ~ '^[a-z][a-z0-9_.-]{0,79}$')
) partition by range (created_at);
alter table public.outbox_events enable row level security;
revoke all on table public.outbox_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.outbox_events', 'seq'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'outbox_events', 'created_at', '1 day', 3, '7 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.outbox_events'::regclass);
comment on table public.outbox_events is 'Event of the domain for relays, webhooks and search, written in the transaction of its change; section 5 has an outbox of its own for sockets. Readers take only rows with a txid below the oldest running transaction, so that none of a slower one is skipped.';
comment on column public.outbox_events.aggregate_id is 'Key in the table that aggregate_type stands for.';
create index outbox_events_topic_seq_idx on public.outbox_events (topic, seq);
comment on index public.outbox_events_topic_seq_idx is 'Relays read in order.';
create index outbox_events_aggregate_type_aggregate_id_seq_idx on public.outbox_events (aggregate_type, aggregate_id, seq);
create trigger append_only before update on public.outbox_events for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.outbox_events to service_role;

create table public.restore_drills (
  id uuid default boyfanz.uuid_v7() not null,
  policy_id uuid not null,
  backup_run_id uuid not null,
  started_at timestamptz default now() not null,
  finished_at timestamptz,
  measured_rpo_seconds integer,
  measured_rto_seconds integer,
  checks jsonb default '[]' not null,
  passed boolean,
  run_by uuid,
  constraint restore_drills_pkey primary key (id),
  constraint checks_is_array check (jsonb_typeof(checks) = 'array'),
  constraint finished_says_whether_it_passed check ((finished_at is null) = (passed is null)),
  constraint finished_after_start check (finished_at >= started_at),
  constraint measures_are_not_negative check (measured_rpo_seconds >= 0 and measured_rto_seconds >= 0),
  constraint passed_was_measured check (not passed or (measured_rpo_seconds is not null and measured_rto_seconds is not null))
);
alter table public.restore_drills enable row level security;
revoke all on table public.restore_drills from anon, authenticated, service_role;
comment on table public.restore_drills is 'Test restore with the loss and time measured and the checks that passed.';
alter table public.restore_drills add constraint restore_drills_policy_id_fkey foreign key (policy_id) references public.backup_policies (id) on delete restrict;
alter table public.restore_drills add constraint restore_drills_run_by_fkey foreign key (run_by) references public.users (id) on delete set null;
alter table public.restore_drills add constraint backup_of_same_policy foreign key (policy_id, backup_run_id) references public.backup_runs (policy_id, id) on delete restrict;
create index restore_drills_policy_id_started_at_idx on public.restore_drills (policy_id, started_at desc);
create index restore_drills_policy_id_backup_run_id_fkey_idx on public.restore_drills (policy_id, backup_run_id);
create index restore_drills_run_by_fkey_idx on public.restore_drills (run_by) where (run_by is not null);
create trigger finished_stays before update on public.restore_drills for each row execute function boyfanz.freeze_when_set('finished_at', 'clear run_by');
create policy staff_select on public.restore_drills for select to boyfanz_staff using ((select boyfanz.has_permission('backup.read')));
grant select on table public.restore_drills to boyfanz_staff;
grant select, insert, update, delete on table public.restore_drills to service_role;

create table public.restore_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requested_by uuid not null,
  approved_by uuid,
  second_approved_by uuid,
  scope text not null,
  target_time timestamptz not null,
  reason text not null,
  backup_run_id uuid,
  state text default 'requested' not null,
  erasures_replayed_at timestamptz,
  finished_at timestamptz,
  constraint restore_requests_pkey primary key (id),
  constraint restore_requests_scope_check check (scope in ('full', 'table', 'tenant', 'user', 'media')),
  constraint restore_requests_state_check check (state in ('requested', 'approved', 'running', 'verified', 'failed', 'rejected')),
  constraint approvers_are_others check (approved_by <> requested_by and second_approved_by <> requested_by and second_approved_by <> approved_by),
  constraint approved_by_two check (state not in ('approved', 'running', 'verified', 'failed') or (approved_by is not null and second_approved_by is not null)),
  constraint verified_replayed_erasures check (state <> 'verified' or erasures_replayed_at is not null),
  constraint running_names_its_backup check (state not in ('running', 'verified') or backup_run_id is not null),
  constraint finished_names_its_time check ((state in ('verified', 'failed', 'rejected')) = (finished_at is not null)),
  constraint reason_is_given check (char_length(reason) >= 10)
);
alter table public.restore_requests enable row level security;
revoke all on table public.restore_requests from anon, authenticated, service_role;
comment on table public.restore_requests is 'Request to restore everything or a part to a time, approved by two people who did not ask for it. Erasures after that time are replayed before it counts as verified.';
alter table public.restore_requests add constraint restore_requests_requested_by_fkey foreign key (requested_by) references public.users (id) on delete restrict;
alter table public.restore_requests add constraint restore_requests_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
alter table public.restore_requests add constraint restore_requests_second_approved_by_fkey foreign key (second_approved_by) references public.users (id) on delete restrict;
alter table public.restore_requests add constraint restore_requests_backup_run_id_fkey foreign key (backup_run_id) references public.backup_runs (id) on delete restrict;
create index restore_requests_state_idx on public.restore_requests (state) where (state in ('requested', 'approved', 'running'));
create index restore_requests_requested_by_fkey_idx on public.restore_requests (requested_by);
create index restore_requests_approved_by_fkey_idx on public.restore_requests (approved_by) where (approved_by is not null);
create index restore_requests_second_approved_by_fkey_idx on public.restore_requests (second_approved_by) where (second_approved_by is not null);
create index restore_requests_backup_run_id_fkey_idx on public.restore_requests (backup_run_id) where (backup_run_id is not null);
create trigger touch_updated_at before update on public.restore_requests for each row execute function boyfanz.touch_updated_at();
create trigger request_stays before update of requested_by, scope, target_time, reason, approved_by, second_approved_by, finished_at on public.restore_requests for each row execute function boyfanz.set_once('requested_by', 'scope', 'target_time', 'reason', 'approved_by', 'second_approved_by', 'finished_at');
create trigger refuse_delete before delete on public.restore_requests for each row execute function boyfanz.refuse_delete('Who restored what is evidence.');
create policy staff_select on public.restore_requests for select to boyfanz_staff using ((select boyfanz.has_permission('backup.read')));
grant select on table public.restore_requests to boyfanz_staff;
grant select, insert, update, delete on table public.restore_requests to service_role;

create table public.sandbox_environments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  name text not null,
  schema_name text not null,
  seed_key text not null,
  clock_offset interval default '0' not null,
  state text default 'provisioning' not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  quota jsonb default '{}' not null,
  constraint sandbox_environments_pkey primary key (id),
  constraint sandbox_environments_owner_user_id_name_key unique (owner_user_id, name),
  constraint sandbox_environments_schema_name_key unique (schema_name),
  constraint sandbox_environments_state_check check (state in ('provisioning', 'ready', 'resetting', 'deleted')),
  constraint name_length check (char_length(name) between 1 and 60),
  constraint schema_name_form check (schema_name ~ '^sbx_[a-z0-9]{8,32}$'),
  constraint expires_after_start check (expires_at > created_at),
  constraint quota_is_object check (jsonb_typeof(quota) = 'object')
);
alter table public.sandbox_environments enable row level security;
revoke all on table public.sandbox_environments from anon, authenticated, service_role;
comment on table public.sandbox_environments is 'Test environment of a developer in a schema of its own, with seed, shifted clock and reset.';
comment on column public.sandbox_environments.seed_key is 'Which data set it starts from.';
alter table public.sandbox_environments add constraint sandbox_environments_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create index sandbox_environments_expires_at_idx on public.sandbox_environments (expires_at) where (state = 'ready');
create trigger touch_updated_at before update on public.sandbox_environments for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.sandbox_environments for select to authenticated using (sandbox_environments.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.sandbox_environments to authenticated;
grant select, insert, update, delete on table public.sandbox_environments to service_role;

create table public.store_purchase_receipts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid,
  store text not null,
  product_code text not null,
  original_transaction_id text not null,
  transaction_id text not null,
  state text default 'pending' not null,
  environment text not null,
  ledger_transaction_id uuid,
  purchased_at timestamptz not null,
  expires_at timestamptz,
  receipt_digest public.digest_256 not null,
  last_verified_at timestamptz,
  constraint store_purchase_receipts_pkey primary key (id),
  constraint store_purchase_receipts_store_original_transaction_362ff6e6_key unique (store, original_transaction_id, transaction_id),
  constraint store_purchase_receipts_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint store_purchase_receipts_store_check check (store in ('apple', 'google', 'microsoft', 'amazon')),
  constraint store_purchase_receipts_state_check check (state in ('pending', 'valid', 'expired', 'refunded', 'revoked', 'grace')),
  constraint store_purchase_receipts_environment_check check (environment in ('live', 'sandbox')),
  constraint expires_after_purchase check (expires_at > purchased_at),
  constraint sandbox_is_not_posted check (environment = 'live' or ledger_transaction_id is null),
  constraint checked_names_its_time check (state = 'pending' or last_verified_at is not null)
);
alter table public.store_purchase_receipts enable row level security;
revoke all on table public.store_purchase_receipts from anon, authenticated, service_role;
comment on table public.store_purchase_receipts is 'Proof of a purchase in an app store, checked with the store and linked to the ledger; each transaction counts once.';
alter table public.store_purchase_receipts add constraint store_purchase_receipts_user_id_fkey foreign key (user_id) references public.users (id) on delete set null;
alter table public.store_purchase_receipts add constraint store_purchase_receipts_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index store_purchase_receipts_user_id_purchased_at_idx on public.store_purchase_receipts (user_id, purchased_at desc);
create index store_purchase_receipts_expires_at_idx on public.store_purchase_receipts (expires_at) where (state in ('valid', 'grace'));
create trigger touch_updated_at before update on public.store_purchase_receipts for each row execute function boyfanz.touch_updated_at();
create trigger proof_stays before update of store, product_code, original_transaction_id, transaction_id, environment, ledger_transaction_id, receipt_digest on public.store_purchase_receipts for each row execute function boyfanz.set_once('store', 'product_code', 'original_transaction_id', 'transaction_id', 'environment', 'ledger_transaction_id', 'receipt_digest');
create trigger refuse_delete before delete on public.store_purchase_receipts for each row when (old.environment = 'live') execute function boyfanz.refuse_delete('It proves what was paid.');
create policy member_select on public.store_purchase_receipts for select to authenticated using (store_purchase_receipts.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.store_purchase_receipts for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.store_purchase_receipts to authenticated;
grant select on table public.store_purchase_receipts to boyfanz_staff;
grant select, insert, update, delete on table public.store_purchase_receipts to service_role;

create table public.sync_cursors (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  device_id uuid not null,
  stream text not null,
  user_id uuid not null,
  cursor_value text not null,
  schema_version integer default 1 not null,
  conflicts integer default 0 not null,
  synced_at timestamptz default now() not null,
  constraint sync_cursors_pkey primary key (device_id, stream),
  constraint numbers_are_in_range check (schema_version > 0 and conflicts >= 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.sync_cursors enable row level security;
revoke all on table public.sync_cursors from anon, authenticated, service_role;
comment on table public.sync_cursors is 'How far a client has come in a stream of offline sync, with its conflicts.';
alter table public.sync_cursors add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index sync_cursors_user_id_device_id_fkey_idx on public.sync_cursors (user_id, device_id);
create trigger touch_updated_at before update on public.sync_cursors for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.sync_cursors for select to authenticated using (sync_cursors.user_id = (select boyfanz.current_user_id()));
grant select on table public.sync_cursors to authenticated;
grant select, insert, update, delete on table public.sync_cursors to service_role;

create table public.system_settings (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  setting_key text not null,
  value jsonb,
  secret_ref text,
  value_schema jsonb default '{}' not null,
  is_public boolean default false not null,
  updated_by uuid,
  version integer default 1 not null,
  constraint system_settings_pkey primary key (setting_key),
  constraint setting_key_form check (setting_key ~ '^[a-z][a-z0-9_.]{1,119}$'),
  constraint value_or_secret check (num_nonnulls(value, secret_ref) = 1),
  constraint secret_is_not_public check (secret_ref is null or not is_public),
  constraint value_schema_is_object check (jsonb_typeof(value_schema) = 'object'),
  constraint version_is_positive check (version > 0)
);
alter table public.system_settings enable row level security;
revoke all on table public.system_settings from anon, authenticated, service_role;
comment on table public.system_settings is 'Setting at run time with its schema and last change; of a secret only the name in the secret store.';
comment on column public.system_settings.secret_ref is 'Name in the secret store, not the secret.';
comment on column public.system_settings.value_schema is 'JSON Schema of the value.';
alter table public.system_settings add constraint system_settings_updated_by_fkey foreign key (updated_by) references public.users (id) on delete set null;
create index system_settings_updated_by_fkey_idx on public.system_settings (updated_by) where (updated_by is not null);
create trigger touch_updated_at before update on public.system_settings for each row execute function boyfanz.touch_updated_at();
create trigger version_rises before update of value, secret_ref on public.system_settings for each row execute function boyfanz.only_grows('strictly', 'version');
create policy anonymous_select on public.system_settings for select to anon using ((is_public));
create policy member_select on public.system_settings for select to authenticated using ((is_public));
create policy staff_select on public.system_settings for select to boyfanz_staff using ((select boyfanz.has_permission('setting.manage')));
grant select (created_at, is_public, setting_key, updated_at, value, version) on table public.system_settings to anon;
grant select (created_at, is_public, setting_key, updated_at, value, version) on table public.system_settings to authenticated;
grant select on table public.system_settings to boyfanz_staff;
grant select, insert, update, delete on table public.system_settings to service_role;

create table public.tenant_creators (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tenant_id uuid not null,
  creator_id uuid not null,
  relation text not null,
  share_ppm integer default 0 not null,
  rights text[] default '{}' not null,
  during tstzrange not null,
  signed_at timestamptz,
  ended_reason text,
  constraint tenant_creators_pkey primary key (id),
  constraint tenant_creators_relation_check check (relation in ('exclusive', 'non_exclusive', 'listed')),
  constraint share_in_range check (share_ppm between 0 and 1000000),
  constraint during_is_not_empty check (not isempty(during) and not lower_inf(during)),
  constraint exclusive_is_signed check (relation <> 'exclusive' or signed_at is not null),
  constraint share_needs_a_signature check (share_ppm = 0 or signed_at is not null),
  constraint reason_comes_with_an_end check (ended_reason is null or not upper_inf(during)),
  constraint tenant_creators_one_exclusive_agency_excl exclude using gist (creator_id with =, during with &&) where (relation = 'exclusive'),
  constraint tenant_creators_one_relation_per_pair_excl exclude using gist (tenant_id with =, creator_id with =, during with &&)
);
alter table public.tenant_creators enable row level security;
revoke all on table public.tenant_creators from anon, authenticated, service_role;
comment on table public.tenant_creators is 'Creator whom a tenant represents or shows, with rights and share for a period; one exclusive agency at a time.';
comment on column public.tenant_creators.share_ppm is 'Millionths of what the creator earns.';
comment on column public.tenant_creators.rights is 'Keys of what the tenant may do for the creator.';
alter table public.tenant_creators add constraint tenant_creators_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index tenant_creators_tenant_id_idx on public.tenant_creators (tenant_id) where (upper_inf(during));
create index tenant_creators_tenant_id_fkey_idx on public.tenant_creators (tenant_id);
create index tenant_creators_creator_id_fkey_idx on public.tenant_creators (creator_id);
create trigger touch_updated_at before update on public.tenant_creators for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.tenant_creators for select to authenticated using (tenant_creators.creator_id = (select boyfanz.current_user_id()) or tenant_creators.tenant_id = any (array(select boyfanz.my_tenant_members_tenant_id())));
create policy staff_select on public.tenant_creators for select to boyfanz_staff using ((select boyfanz.has_permission('tenant.read')));
grant select on table public.tenant_creators to authenticated;
grant select on table public.tenant_creators to boyfanz_staff;
grant select, insert, update, delete on table public.tenant_creators to service_role;

create table public.tenant_members (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tenant_id uuid not null,
  user_id uuid not null,
  role text not null,
  invited_by uuid,
  accepted_at timestamptz,
  removed_at timestamptz,
  constraint tenant_members_pkey primary key (id),
  constraint tenant_members_role_check check (role in ('owner', 'admin', 'manager', 'analyst', 'support')),
  constraint nobody_invites_themselves check (invited_by <> user_id),
  constraint removed_after_accepted check (removed_at >= accepted_at)
);
alter table public.tenant_members enable row level security;
revoke all on table public.tenant_members from anon, authenticated, service_role;
comment on table public.tenant_members is 'Person with a role in a tenant, from invitation to removal.';
alter table public.tenant_members add constraint tenant_members_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.tenant_members add constraint tenant_members_invited_by_fkey foreign key (invited_by) references public.users (id) on delete set null;
create unique index tenant_members_tenant_id_user_id_idx on public.tenant_members (tenant_id, user_id) where (removed_at is null);
create index tenant_members_user_id_idx on public.tenant_members (user_id) where (removed_at is null);
create index tenant_members_tenant_id_fkey_idx on public.tenant_members (tenant_id);
create index tenant_members_user_id_fkey_idx on public.tenant_members (user_id);
create index tenant_members_invited_by_fkey_idx on public.tenant_members (invited_by) where (invited_by is not null);
create trigger touch_updated_at before update on public.tenant_members for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.tenant_members for select to authenticated using (tenant_members.user_id = (select boyfanz.current_user_id()) or tenant_members.tenant_id = any (array(select boyfanz.my_tenant_members_tenant_id())));
grant select on table public.tenant_members to authenticated;
grant select, insert, update, delete on table public.tenant_members to service_role;

create table public.tenant_settings (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tenant_id uuid not null,
  setting_key text not null,
  value jsonb not null,
  value_schema_version integer default 1 not null,
  updated_by uuid,
  constraint tenant_settings_pkey primary key (tenant_id, setting_key),
  constraint setting_key_form check (setting_key ~ '^[a-z][a-z0-9_.]{1,79}$'),
  constraint schema_version_is_positive check (value_schema_version > 0)
);
alter table public.tenant_settings enable row level security;
revoke all on table public.tenant_settings from anon, authenticated, service_role;
comment on table public.tenant_settings is 'Setting of a tenant by key, shaped by a schema of that version.';
alter table public.tenant_settings add constraint tenant_settings_updated_by_fkey foreign key (updated_by) references public.users (id) on delete set null;
create index tenant_settings_updated_by_fkey_idx on public.tenant_settings (updated_by) where (updated_by is not null);
create trigger touch_updated_at before update on public.tenant_settings for each row execute function boyfanz.touch_updated_at();
grant select on table public.tenant_settings to authenticated;
grant select, insert, update, delete on table public.tenant_settings to service_role;

create table public.tenants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  slug extensions.citext not null,
  name text not null,
  owner_user_id uuid not null,
  plan text default 'standard' not null,
  status text default 'trial' not null,
  data_region text not null,
  legal_entity_enc bytea,
  key_id smallint,
  revenue_share_ppm integer default 0 not null,
  isolation text default 'shared' not null,
  limits jsonb default '{}' not null,
  closed_at timestamptz,
  constraint tenants_pkey primary key (id),
  constraint tenants_slug_key unique (slug),
  constraint tenants_status_check check (status in ('trial', 'active', 'suspended', 'closed')),
  constraint tenants_isolation_check check (isolation in ('shared', 'dedicated_schema')),
  constraint slug_form check (slug::text ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  constraint name_length check (char_length(name) between 1 and 120),
  constraint legal_entity_names_its_key check ((legal_entity_enc is null) = (key_id is null)),
  constraint revenue_share_in_range check (revenue_share_ppm between 0 and 1000000),
  constraint limits_is_object check (jsonb_typeof(limits) = 'object'),
  constraint closed_names_its_time check ((status = 'closed') = (closed_at is not null))
);
alter table public.tenants enable row level security;
alter table public.events add constraint events_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete set null;
alter table public.api_clients add constraint api_clients_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.brand_themes add constraint brand_themes_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.custom_domains add constraint custom_domains_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.email_sender_domains add constraint email_sender_domains_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.feature_flag_rules add constraint feature_flag_rules_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.i18n_translations add constraint i18n_translations_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.integration_connections add constraint integration_connections_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.tenant_creators add constraint tenant_creators_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete restrict;
alter table public.tenant_members add constraint tenant_members_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.tenant_settings add constraint tenant_settings_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
create policy member_select on public.tenant_settings for select to authenticated using (exists (select from public.tenants p1 where p1.id = tenant_settings.tenant_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0) or tenant_settings.tenant_id = any (array(select boyfanz.my_tenant_members_tenant_id())));
revoke all on table public.tenants from anon, authenticated, service_role;
comment on table public.tenants is 'Brand or agency that runs on the platform under its own name; a storefront with plan and region, not a shard, since the user base stays shared.';
comment on column public.tenants.legal_entity_enc is 'Encrypted with key_id.';
comment on column public.tenants.key_id is 'Version of the encryption key.';
comment on column public.tenants.revenue_share_ppm is 'Millionths of the platform fee.';
alter table public.tenants add constraint tenants_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete restrict;
create index tenants_owner_user_id_fkey_idx on public.tenants (owner_user_id);
create trigger touch_updated_at before update on public.tenants for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.tenants for select to authenticated using (tenants.owner_user_id = (select boyfanz.current_user_id()) or tenants.id = any (array(select boyfanz.my_tenant_members_tenant_id())));
create policy staff_select on public.tenants for select to boyfanz_staff using ((select boyfanz.has_permission('tenant.read')));
grant select (closed_at, created_at, data_region, id, isolation, limits, name, owner_user_id, plan, revenue_share_ppm, slug, status, updated_at) on table public.tenants to authenticated;
grant select on table public.tenants to boyfanz_staff;
grant select, insert, update, delete on table public.tenants to service_role;

create table public.translation_glossary (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  source_locale public.language_tag not null,
  target_locale public.language_tag not null,
  term extensions.citext not null,
  translation text,
  do_not_translate boolean default false not null,
  note text,
  constraint translation_glossary_pkey primary key (id),
  constraint translation_glossary_source_locale_target_locale_term_key unique (source_locale, target_locale, term),
  constraint locales_differ check (target_locale <> source_locale),
  constraint translated_or_kept check (do_not_translate <> (translation is not null))
);
alter table public.translation_glossary enable row level security;
revoke all on table public.translation_glossary from anon, authenticated, service_role;
comment on table public.translation_glossary is 'Term that is translated in one way or not at all, per pair of languages.';
alter table public.translation_glossary add constraint translation_glossary_source_locale_fkey foreign key (source_locale) references public.i18n_locales (code) on delete restrict;
alter table public.translation_glossary add constraint translation_glossary_target_locale_fkey foreign key (target_locale) references public.i18n_locales (code) on delete restrict;
create index translation_glossary_target_locale_fkey_idx on public.translation_glossary (target_locale);
create trigger touch_updated_at before update on public.translation_glossary for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.translation_glossary for select to boyfanz_staff using ((select boyfanz.has_permission('translation.edit')));
grant select on table public.translation_glossary to boyfanz_staff;
grant select, insert, update, delete on table public.translation_glossary to service_role;

create table public.translation_jobs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requested_by uuid,
  content_type text not null,
  content_id uuid,
  from_locale public.language_tag not null,
  to_locale public.language_tag not null,
  engine text not null,
  characters integer not null,
  cost_micros bigint default 0 not null,
  state text default 'queued' not null,
  quality_score real,
  constraint translation_jobs_pkey primary key (id),
  constraint translation_jobs_state_check check (state in ('queued', 'running', 'done', 'failed')),
  constraint locales_differ check (to_locale <> from_locale),
  constraint amounts_are_not_negative check (characters >= 0 and cost_micros >= 0),
  constraint quality_in_range check (quality_score between 0 and 1)
);
alter table public.translation_jobs enable row level security;
revoke all on table public.translation_jobs from anon, authenticated, service_role;
comment on table public.translation_jobs is 'Order to translate, to an engine or a person, with cost and quality.';
comment on column public.translation_jobs.content_id is 'Key in the table that content_type stands for.';
comment on column public.translation_jobs.engine is 'Name of the engine, or human.';
comment on column public.translation_jobs.cost_micros is 'Millionths of a US dollar.';
comment on column public.translation_jobs.quality_score is '0 to 1, as estimated.';
alter table public.translation_jobs add constraint translation_jobs_requested_by_fkey foreign key (requested_by) references public.users (id) on delete set null;
alter table public.translation_jobs add constraint translation_jobs_from_locale_fkey foreign key (from_locale) references public.i18n_locales (code) on delete restrict;
alter table public.translation_jobs add constraint translation_jobs_to_locale_fkey foreign key (to_locale) references public.i18n_locales (code) on delete restrict;
create index translation_jobs_created_at_idx on public.translation_jobs (created_at) where (state = 'queued');
create index translation_jobs_requested_by_fkey_idx on public.translation_jobs (requested_by) where (requested_by is not null);
create index translation_jobs_from_locale_fkey_idx on public.translation_jobs (from_locale);
create index translation_jobs_to_locale_fkey_idx on public.translation_jobs (to_locale);
create trigger touch_updated_at before update on public.translation_jobs for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.translation_jobs for select to authenticated using (translation_jobs.requested_by = (select boyfanz.current_user_id()));
create policy staff_select on public.translation_jobs for select to boyfanz_staff using ((select boyfanz.has_permission('translation.edit')));
grant select (characters, content_id, content_type, created_at, engine, from_locale, id, quality_score, requested_by, state, to_locale, updated_at) on table public.translation_jobs to authenticated;
grant select on table public.translation_jobs to boyfanz_staff;
grant select, insert, update, delete on table public.translation_jobs to service_role;

create table public.travel_notices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  area_id uuid not null,
  area_kind text default 'city' not null,
  during daterange not null,
  note text,
  visibility text default 'subscribers' not null,
  published_at timestamptz,
  constraint travel_notices_pkey primary key (id),
  constraint travel_notices_area_kind_check check (area_kind in ('city')),
  constraint travel_notices_visibility_check check (visibility in ('public', 'subscribers', 'hidden')),
  constraint during_is_bounded check (not (isempty(during) or lower_inf(during) or upper_inf(during))),
  constraint note_length check (char_length(note) <= 500)
);
alter table public.travel_notices enable row level security;
revoke all on table public.travel_notices from anon, authenticated, service_role;
comment on table public.travel_notices is 'Days a creator will be in a city, never nearer, for fans and bookings there.';
comment on column public.travel_notices.area_kind is 'Pins the area to a city.';
alter table public.travel_notices add constraint travel_notices_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.travel_notices add constraint area_is_a_city foreign key (area_id, area_kind) references public.geo_areas (id, kind) on delete restrict;
create index travel_notices_area_id_expr_idx on public.travel_notices (area_id, (lower(during))) where (visibility <> 'hidden');
create index travel_notices_creator_id_during_idx on public.travel_notices using gist (creator_id, during);
create index travel_notices_area_id_area_kind_fkey_idx on public.travel_notices (area_id, area_kind);
create index travel_notices_creator_id_fkey_idx on public.travel_notices (creator_id);
create trigger touch_updated_at before update on public.travel_notices for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.travel_notices for select to anon using ((visibility = 'public' and published_at <= now() and upper(during) >= current_date and not boyfanz.is_blocked_with(creator_id) and boyfanz.may_be_seen_here(creator_id)));
create policy member_select on public.travel_notices for select to authenticated using (travel_notices.creator_id = (select boyfanz.current_user_id()) or (visibility = 'public' and published_at <= now() and upper(during) >= current_date and not boyfanz.is_blocked_with(creator_id) and boyfanz.may_be_seen_here(creator_id)) or (travel_notices.creator_id = any (array(select boyfanz.my_subscriptions())) and (visibility <> 'hidden' and published_at <= now() and upper(during) >= current_date and not boyfanz.is_blocked_with(creator_id) and boyfanz.may_be_seen_here(creator_id))));
create policy member_insert on public.travel_notices for insert to authenticated with check (travel_notices.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.travel_notices for update to authenticated using (travel_notices.creator_id = (select boyfanz.current_user_id())) with check (travel_notices.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.travel_notices for delete to authenticated using (travel_notices.creator_id = (select boyfanz.current_user_id()));
grant select on table public.travel_notices to anon;
grant select, insert, update, delete on table public.travel_notices to authenticated;
grant select, insert, update, delete on table public.travel_notices to service_role;

create table public.webhook_deliveries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  message_id uuid not null,
  message_created_at timestamptz not null,
  endpoint_id uuid not null,
  state text default 'ready' not null,
  attempts smallint default 0 not null,
  next_attempt_at timestamptz default now() not null,
  lease_owner text,
  lease_expires_at timestamptz,
  ordering_key text,
  last_status smallint,
  constraint webhook_deliveries_pkey primary key (id),
  constraint webhook_deliveries_message_id_endpoint_id_key unique (message_id, endpoint_id),
  constraint webhook_deliveries_state_check check (state in ('ready', 'leased', 'retrying', 'failed', 'paused')),
  constraint attempts_in_range check (attempts between 0 and 30),
  constraint leased_names_its_lease check ((state = 'leased') = (lease_expires_at is not null)),
  constraint lease_names_its_owner check ((lease_owner is null) = (lease_expires_at is null)),
  constraint retrying_was_tried check (state <> 'retrying' or attempts > 0)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 1);
alter table public.webhook_deliveries enable row level security;
revoke all on table public.webhook_deliveries from anon, authenticated, service_role;
comment on table public.webhook_deliveries is 'Delivery of a message to an endpoint that is not done yet; finished ones are only in the attempts, so that this stays small. A lease marks the work, not an open transaction.';
comment on column public.webhook_deliveries.message_created_at is 'Finds the partition of the message.';
comment on column public.webhook_deliveries.ordering_key is 'Deliveries of one key go out one after another.';
comment on column public.webhook_deliveries.last_status is 'HTTP status of the last attempt.';
create index webhook_deliveries_next_attempt_at_id_idx on public.webhook_deliveries (next_attempt_at, id) where (state in ('ready', 'retrying'));
comment on index public.webhook_deliveries_next_attempt_at_id_idx is 'Claimed with FOR UPDATE SKIP LOCKED.';
create index webhook_deliveries_endpoint_id_state_idx on public.webhook_deliveries (endpoint_id, state);
create index webhook_deliveries_lease_expires_at_idx on public.webhook_deliveries (lease_expires_at) where (state = 'leased');
comment on index public.webhook_deliveries_lease_expires_at_idx is 'Leases that ran out.';
create trigger touch_updated_at before update on public.webhook_deliveries for each row execute function boyfanz.touch_updated_at();
grant select (attempts, created_at, endpoint_id, id, last_status, message_created_at, message_id, next_attempt_at, ordering_key, state, updated_at) on table public.webhook_deliveries to authenticated;
grant select, insert, update, delete on table public.webhook_deliveries to service_role;

create table public.webhook_delivery_attempts (
  id uuid default boyfanz.uuid_v7() not null,
  attempted_at timestamptz default now() not null,
  message_id uuid not null,
  endpoint_id uuid not null,
  attempt_number smallint not null,
  trigger text default 'scheduled' not null,
  response_status smallint,
  duration_ms integer not null,
  error_class text,
  response_snippet text,
  succeeded boolean not null,
  constraint webhook_delivery_attempts_pkey primary key (id, attempted_at),
  constraint webhook_delivery_attempts_trigger_check check (trigger in ('scheduled', 'manual', 'replay')),
  constraint webhook_delivery_attempts_error_class_check check (error_class in ('none', 'timeout', 'dns', 'tls', 'connect', 'http')),
  constraint attempt_number_is_positive check (attempt_number > 0),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint response_snippet_length check (char_length(response_snippet) <= 1024),
  constraint success_is_a_2xx check (not succeeded or coalesce(response_status between 200 and 299, false)),
  constraint failure_says_why check (succeeded or error_class is not null)
) partition by range (attempted_at);
alter table public.webhook_delivery_attempts enable row level security;
revoke all on table public.webhook_delivery_attempts from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'webhook_delivery_attempts', 'attempted_at', '1 day', 3, '30 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.webhook_delivery_attempts'::regclass);
comment on table public.webhook_delivery_attempts is 'Every HTTP attempt with status, time and the beginning of the response; without foreign keys, so that partitions drop freely.';
create index webhook_delivery_attempts_endpoint_id_attempted_at_idx on public.webhook_delivery_attempts (endpoint_id, attempted_at desc);
comment on index public.webhook_delivery_attempts_endpoint_id_attempted_at_idx is 'Log of an endpoint.';
create index webhook_delivery_attempts_message_id_attempt_number_idx on public.webhook_delivery_attempts (message_id, attempt_number);
create trigger append_only before update on public.webhook_delivery_attempts for each row execute function boyfanz.append_only();
grant select on table public.webhook_delivery_attempts to authenticated;
grant select, insert, update, delete on table public.webhook_delivery_attempts to service_role;

create table public.webhook_endpoint_secrets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  endpoint_id uuid not null,
  secret_enc bytea not null,
  key_id smallint not null,
  key_prefix text not null,
  active_from timestamptz default now() not null,
  retire_at timestamptz,
  constraint webhook_endpoint_secrets_pkey primary key (id),
  constraint retires_after_start check (retire_at > active_from),
  constraint key_prefix_length check (char_length(key_prefix) between 4 and 12)
);
alter table public.webhook_endpoint_secrets enable row level security;
revoke all on table public.webhook_endpoint_secrets from anon, authenticated, service_role;
comment on table public.webhook_endpoint_secrets is 'Secret that signs what an endpoint gets; the old one goes on for a while during a rotation.';
comment on column public.webhook_endpoint_secrets.secret_enc is 'Encrypted with key_id.';
comment on column public.webhook_endpoint_secrets.key_id is 'Version of the encryption key.';
comment on column public.webhook_endpoint_secrets.key_prefix is 'First characters, to tell secrets apart.';
create unique index webhook_endpoint_secrets_endpoint_id_idx on public.webhook_endpoint_secrets (endpoint_id) where (retire_at is null);
create index webhook_endpoint_secrets_endpoint_id_fkey_idx on public.webhook_endpoint_secrets (endpoint_id);
create trigger touch_updated_at before update on public.webhook_endpoint_secrets for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.webhook_endpoint_secrets to service_role;

create table public.webhook_endpoints (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  client_id uuid,
  tenant_id uuid,
  url text not null,
  description text,
  event_names text[] not null,
  headers_enc bytea,
  key_id smallint,
  rate_per_second smallint,
  status text default 'active' not null,
  first_failure_at timestamptz,
  consecutive_failures integer default 0 not null,
  api_version integer default 1 not null,
  constraint webhook_endpoints_pkey primary key (id),
  constraint webhook_endpoints_status_check check (status in ('active', 'paused', 'disabled_failing', 'disabled_abuse')),
  constraint url_is_https check (url like 'https://%' and char_length(url) <= 2048),
  constraint events_are_named check (cardinality(event_names) between 1 and 100),
  constraint headers_name_their_key check ((headers_enc is null) = (key_id is null)),
  constraint rate_in_range check (rate_per_second between 1 and 1000),
  constraint failures_name_their_start check (consecutive_failures >= 0 and (consecutive_failures = 0) = (first_failure_at is null))
) with (fillfactor = 80);
alter table public.webhook_endpoints enable row level security;
alter table public.report_recipients add constraint report_recipients_webhook_endpoint_id_fkey foreign key (webhook_endpoint_id) references public.webhook_endpoints (id) on delete cascade;
alter table public.webhook_deliveries add constraint webhook_deliveries_endpoint_id_fkey foreign key (endpoint_id) references public.webhook_endpoints (id) on delete cascade;
create policy member_select on public.webhook_deliveries for select to authenticated using (exists (select from public.webhook_endpoints p1 where p1.id = webhook_deliveries.endpoint_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
create policy member_select on public.webhook_delivery_attempts for select to authenticated using (exists (select from public.webhook_endpoints p1 where p1.id = webhook_delivery_attempts.endpoint_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
alter table public.webhook_endpoint_secrets add constraint webhook_endpoint_secrets_endpoint_id_fkey foreign key (endpoint_id) references public.webhook_endpoints (id) on delete cascade;
revoke all on table public.webhook_endpoints from anon, authenticated, service_role;
comment on table public.webhook_endpoints is 'Address that receives events, with a filter and the failures in a row that disable it.';
comment on column public.webhook_endpoints.headers_enc is 'Further headers to send, encrypted with key_id.';
comment on column public.webhook_endpoints.key_id is 'Version of the encryption key.';
comment on column public.webhook_endpoints.first_failure_at is 'Of the present series of failures.';
alter table public.webhook_endpoints add constraint webhook_endpoints_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.webhook_endpoints add constraint webhook_endpoints_tenant_id_fkey foreign key (tenant_id) references public.tenants (id) on delete cascade;
alter table public.webhook_endpoints add constraint client_of_same_owner foreign key (owner_user_id, client_id) references public.api_clients (owner_user_id, id) on delete cascade;
create index webhook_endpoints_event_names_idx on public.webhook_endpoints using gin (event_names) where (status = 'active');
comment on index public.webhook_endpoints_event_names_idx is 'Fan-out.';
create index webhook_endpoints_owner_user_id_client_id_fkey_idx on public.webhook_endpoints (owner_user_id, client_id);
create index webhook_endpoints_tenant_id_fkey_idx on public.webhook_endpoints (tenant_id) where (tenant_id is not null);
create trigger touch_updated_at before update on public.webhook_endpoints for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.webhook_endpoints for select to authenticated using (webhook_endpoints.owner_user_id = (select boyfanz.current_user_id()));
grant select (api_version, client_id, consecutive_failures, created_at, description, event_names, first_failure_at, id, owner_user_id, rate_per_second, status, tenant_id, updated_at, url) on table public.webhook_endpoints to authenticated;
grant select, insert, update, delete on table public.webhook_endpoints to service_role;

create table public.webhook_event_types (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  name text not null,
  version integer default 1 not null,
  schema jsonb not null,
  description text not null,
  required_scope_id uuid,
  is_deprecated boolean default false not null,
  sample jsonb not null,
  constraint webhook_event_types_pkey primary key (id),
  constraint webhook_event_types_name_version_key unique (name, version),
  constraint name_form check (name ~ '^[a-z][a-z_]*([.][a-z_]+)+$'),
  constraint version_is_positive check (version > 0),
  constraint schema_is_object check (jsonb_typeof(schema) = 'object'),
  constraint sample_is_object check (jsonb_typeof(sample) = 'object')
);
alter table public.webhook_event_types enable row level security;
revoke all on table public.webhook_event_types from anon, authenticated, service_role;
comment on table public.webhook_event_types is 'Kind of webhook event in a version with its schema and a sample.';
comment on column public.webhook_event_types.schema is 'JSON Schema of the body.';
alter table public.webhook_event_types add constraint webhook_event_types_required_scope_id_fkey foreign key (required_scope_id) references public.api_scopes (id) on delete restrict;
create index webhook_event_types_required_scope_id_fkey_idx on public.webhook_event_types (required_scope_id) where (required_scope_id is not null);
create trigger touch_updated_at before update on public.webhook_event_types for each row execute function boyfanz.touch_updated_at();
create trigger schema_stays before update of name, version, schema on public.webhook_event_types for each row execute function boyfanz.set_once('name', 'version', 'schema');
create policy anonymous_select on public.webhook_event_types for select to anon using (true);
create policy member_select on public.webhook_event_types for select to authenticated using (true);
grant select on table public.webhook_event_types to anon;
grant select on table public.webhook_event_types to authenticated;
grant select, insert, update, delete on table public.webhook_event_types to service_role;

create table public.webhook_messages (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_type_id uuid not null,
  owner_user_id uuid not null,
  subject_type text not null,
  subject_id uuid,
  source_event_id uuid,
  payload_id uuid not null,
  fanout_state text default 'pending' not null,
  constraint webhook_messages_pkey primary key (id, created_at),
  constraint webhook_messages_fanout_state_check check (fanout_state in ('pending', 'done'))
) partition by range (created_at);
alter table public.webhook_messages enable row level security;
revoke all on table public.webhook_messages from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'webhook_messages', 'created_at', '1 day', 3, '30 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.webhook_messages'::regclass);
comment on table public.webhook_messages is 'Event to be delivered with its subject and origin; the body is kept apart with a shorter life.';
comment on column public.webhook_messages.subject_id is 'Key in the table that subject_type stands for.';
comment on column public.webhook_messages.source_event_id is 'Event of the domain that caused it; finds an accidental second message.';
comment on column public.webhook_messages.payload_id is 'Its created_at is that of the message.';
create index webhook_messages_owner_user_id_created_at_idx on public.webhook_messages (owner_user_id, created_at desc);
create index webhook_messages_created_at_idx on public.webhook_messages (created_at) where (fanout_state = 'pending');
create trigger touch_updated_at before update on public.webhook_messages for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.webhook_messages for select to authenticated using (webhook_messages.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.webhook_messages to authenticated;
grant select, insert, update, delete on table public.webhook_messages to service_role;

create table public.webhook_payloads (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  body bytea not null,
  key_id smallint not null,
  content_type text default 'application/json' not null,
  sha256 public.digest_256 not null,
  constraint webhook_payloads_pkey primary key (id, created_at)
) partition by range (created_at);
alter table public.webhook_payloads enable row level security;
revoke all on table public.webhook_payloads from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'webhook_payloads', 'created_at', '1 day', 3, '14 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.webhook_payloads'::regclass);
comment on table public.webhook_payloads is 'Body of a webhook message, compressed and encrypted; gone when replay is no longer offered.';
comment on column public.webhook_payloads.body is 'Compressed, then encrypted with key_id.';
comment on column public.webhook_payloads.key_id is 'Version of the encryption key.';
comment on column public.webhook_payloads.sha256 is 'Of the clear body.';
create trigger append_only before update on public.webhook_payloads for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.webhook_payloads to service_role;

create view public.public_accounts with (security_barrier = true, security_invoker = true) as
select id, username, status from public.users where status in ('active', 'deactivated', 'suspended', 'banned');
revoke all on table public.public_accounts from anon, authenticated, service_role;
comment on view public.public_accounts is 'What everybody may see of an account.';
grant select on table public.public_accounts to service_role;
grant select on table public.public_accounts to anon;
grant select on table public.public_accounts to authenticated;

create view public.own_follow_choices with (security_invoker = true) as
select c.followee_id, c.source, c.notify, c.show_reposts, c.is_favourite from boyfanz.my_follow_choices() c;
revoke all on table public.own_follow_choices from anon, authenticated, service_role;
comment on view public.own_follow_choices is 'What the reader chose for each account they follow; the table shows a follow to others too, and so does not show it.';
grant select on table public.own_follow_choices to authenticated;

create view public.public_fan_rankings with (security_barrier = true, security_invoker = true) as
select r.creator_id, r.month, r.rank, r.fan_id from public.fan_rankings r where r.is_public and boyfanz.shows_spending(r.fan_id);
revoke all on table public.public_fan_rankings from anon, authenticated, service_role;
comment on view public.public_fan_rankings is 'Top fans who agreed to be shown and still do, without the score.';
grant select on table public.public_fan_rankings to service_role;
grant select on table public.public_fan_rankings to anon;
grant select on table public.public_fan_rankings to authenticated;

create view public.public_social_counters with (security_barrier = true, security_invoker = true) as
select c.user_id, s.followers, s.following, s.subscribers, c.posts, c.likes_received, c.media_count from public.social_counters c
  left join lateral boyfanz.shown_totals(c.user_id) s on true;
revoke all on table public.public_social_counters from anon, authenticated, service_role;
comment on view public.public_social_counters is 'Totals of an account for everybody; followers, following and subscribers are NULL where the account hides them.';
grant select on table public.public_social_counters to service_role;
grant select on table public.public_social_counters to anon;
grant select on table public.public_social_counters to authenticated;

create view public.user_friends with (security_invoker = true) as
select f.user_low_id as user_id, f.user_high_id as friend_id, f.since,
  boyfanz.counts_as_close(f.user_low_id, f.user_high_id) as is_close
from public.friendships f union all select f.user_high_id, f.user_low_id, f.since, boyfanz.counts_as_close(f.user_high_id, f.user_low_id) from public.friendships f;
revoke all on table public.user_friends from anon, authenticated, service_role;
comment on view public.user_friends is 'Each friendship from both sides; to a person, is_close says what they marked themselves, and is NULL where the other did. Below PostgreSQL 15 it reads with the rights of its owner, so there it is for the service alone.';
grant select on table public.user_friends to service_role;
grant select on table public.user_friends to authenticated;

create view public.conversation_members with (security_barrier = true, security_invoker = true) as
select c.id as conversation_id, m.user_id, m.role, m.nickname, m.last_read_seq, m.last_delivered_seq from public.conversations c
  cross join lateral boyfanz.members_of_conversation(c.id) m;
revoke all on table public.conversation_members from anon, authenticated, service_role;
comment on view public.conversation_members is 'Who is in the rooms of the reader. What somebody has read is NULL for those who do not want it known.';
grant select on table public.conversation_members to service_role;
grant select on table public.conversation_members to authenticated;

create view public.mass_message_texts with (security_barrier = true, security_invoker = true) as
select m.conversation_id, m.seq, t.body, t.media_bundle_id from public.messages m
  cross join lateral boyfanz.text_of_mass_message(m.conversation_id, m.seq) t
where m.broadcast_id is not null;
revoke all on table public.mass_message_texts from anon, authenticated, service_role;
comment on view public.mass_message_texts is 'Texts of the messages that the reader got as one of many, which stand once in their campaign.';
grant select on table public.mass_message_texts to service_role;
grant select on table public.mass_message_texts to authenticated;

create view public.analytics_ingest_hourly with (security_invoker = true) as
select
  date_bin(interval '1 hour', occurred_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  event_definition_id,
  platform,
  app_version,
  count(*) as events,
  count(*) filter (where received_at > occurred_at + interval '1 hour') as late_events,
  sum(extract(epoch from received_at - occurred_at)) as lag_seconds,
  max(received_at) as last_received_at
from public.analytics_events
group by date_bin(interval '1 hour', occurred_at, timestamptz '2000-01-03 00:00:00+00'), event_definition_id, platform, app_version;
revoke all on table public.analytics_ingest_hourly from anon, authenticated, service_role;
comment on view public.analytics_ingest_hourly is 'Events by the hour they happened in, by definition, platform and version, with how late they came; shows a client that stopped sending.';

create view public.api_route_health with (security_invoker = true) as
select
  date_bin(interval '5 minutes', requested_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  route_template,
  method,
  region,
  count(*) as requests,
  count(*) filter (where status_code between 400 and 499) as client_errors,
  count(*) filter (where status_code >= 500) as server_errors,
  count(*) filter (where latency_ms > 1000) as slow_requests,
  sum(latency_ms) as latency_ms,
  max(latency_ms) as worst_latency_ms,
  sum(response_bytes) as response_bytes
from public.api_request_logs
where not is_sandbox
group by date_bin(interval '5 minutes', requested_at, timestamptz '2000-01-03 00:00:00+00'), route_template, method, region;
revoke all on table public.api_route_health from anon, authenticated, service_role;
comment on view public.api_route_health is 'Requests, errors and latency of each route in steps of five minutes, for the board of the people on call.';

create view public.creator_reach_daily with (security_invoker = true) as
select
  date_bin(interval '1 day', viewed_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  creator_id,
  surface,
  is_subscriber,
  count(*) filter (where event_kind = 'impression') as impressions,
  count(*) filter (where event_kind = 'view') as views,
  count(*) filter (where event_kind = 'unlock') as unlocks,
  count(*) filter (where event_kind = 'impression' and rec_request_id is not null) as recommended,
  sum(dwell_ms) as dwell_ms
from public.content_view_events
group by date_bin(interval '1 day', viewed_at, timestamptz '2000-01-03 00:00:00+00'), creator_id, surface, is_subscriber;
revoke all on table public.creator_reach_daily from anon, authenticated, service_role;
comment on view public.creator_reach_daily is 'What was seen of a creator by day, surface and sort of viewer; days begin at midnight UTC.';

create view public.experiment_exposure_curves with (security_invoker = true) as
select
  date_bin(interval '1 hour', exposed_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  experiment_id,
  variant_id,
  platform,
  count(*) as exposures,
  min(exposed_at) as first_exposed_at,
  max(exposed_at) as last_exposed_at
from public.experiment_exposures
group by date_bin(interval '1 hour', exposed_at, timestamptz '2000-01-03 00:00:00+00'), experiment_id, variant_id, platform;
revoke all on table public.experiment_exposure_curves from anon, authenticated, service_role;
comment on view public.experiment_exposure_curves is 'Exposures of each variant by the hour and platform, for the curve of an experiment and the test of its sample ratio.';

create view public.search_demand_hourly with (security_invoker = true) as
select
  date_bin(interval '1 hour', searched_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  surface,
  language,
  count(*) as searches,
  count(*) filter (where result_count = 0) as without_result,
  count(clicked_id) as with_click,
  count(*) filter (where clicked_position = 0) as clicked_first
from public.search_query_events
group by date_bin(interval '1 hour', searched_at, timestamptz '2000-01-03 00:00:00+00'), surface, language;
revoke all on table public.search_demand_hourly from anon, authenticated, service_role;
comment on view public.search_demand_hourly is 'What is searched for by the hour and where, how much of it found nothing, and how much led to a click.';

create view public.video_playback_quality_hourly with (security_invoker = true) as
select
  date_bin(interval '1 hour', beat_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  video_id,
  rendition,
  count(*) as beats,
  count(*) filter (where stall_count > 0) as beats_with_stall,
  sum(stall_count) as stalls,
  sum(buffered_ms) as buffered_ms,
  count(*) filter (where is_muted) as muted_beats,
  max(position_ms) as furthest_ms
from public.video_watch_heartbeats
group by date_bin(interval '1 hour', beat_at, timestamptz '2000-01-03 00:00:00+00'), video_id, rendition;
revoke all on table public.video_playback_quality_hourly from anon, authenticated, service_role;
comment on view public.video_playback_quality_hourly is 'How well a video plays by the hour and rendition, kept far longer than the beats of its players.';

create view public.public_ai_disclosures with (security_barrier = true, security_invoker = true) as
select creator_id, mode, disclosure_text from public.creator_ai_personas where is_enabled and mode <> 'draft_only';
revoke all on table public.public_ai_disclosures from anon, authenticated, service_role;
comment on view public.public_ai_disclosures is 'Which creators let an assistant answer, and what fans are told of it.';
grant select on table public.public_ai_disclosures to service_role;
grant select on table public.public_ai_disclosures to anon;
grant select on table public.public_ai_disclosures to authenticated;

create view public.public_model_summaries with (security_barrier = true, security_invoker = true) as
select key, name, task, version, public_explanation from boyfanz.public_models();
revoke all on table public.public_model_summaries from anon, authenticated, service_role;
comment on view public.public_model_summaries is 'What everybody may know of the models in use that are of high risk or decide about people.';
grant select on table public.public_model_summaries to service_role;
grant select on table public.public_model_summaries to anon;
grant select on table public.public_model_summaries to authenticated;

create view public.public_trends with (security_barrier = true, security_invoker = true) as
select t.region_code, t.detected_on, t.tag_id, c.label, t.score, t.forecast_peak_on from public.trend_topics t
  join public.content_tags c on c.id = t.tag_id
where c.state = 'active';
revoke all on table public.public_trends from anon, authenticated, service_role;
comment on view public.public_trends is 'Rising topics that were found safe and whose tag is still in use.';
grant select on table public.public_trends to service_role;
grant select on table public.public_trends to anon;
grant select on table public.public_trends to authenticated;

create view public.live_quality_by_minute with (security_invoker = true) as
select
  date_bin(interval '1 minute', sampled_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  stream_id,
  count(*) as samples,
  avg(bitrate_kbps) as mean_bitrate_kbps,
  min(fps) as lowest_fps,
  sum(dropped_frames) as dropped_frames,
  max(rtt_ms) as worst_rtt_ms,
  max(viewers_buffering_ppm) as worst_buffering_ppm
from public.live_quality_metrics
group by date_bin(interval '1 minute', sampled_at, timestamptz '2000-01-03 00:00:00+00'), stream_id;
revoke all on table public.live_quality_by_minute from anon, authenticated, service_role;
comment on view public.live_quality_by_minute is 'How well a stream arrives and plays by the minute, for the board of the people who watch over live streams.';

create view public.live_safety_hourly with (security_invoker = true) as
select
  date_bin(interval '1 hour', sampled_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  verdict,
  count(*) as samples,
  count(*) filter (where has_extra_person) as extra_people,
  count(case_id) as with_case
from public.live_safety_samples
group by date_bin(interval '1 hour', sampled_at, timestamptz '2000-01-03 00:00:00+00'), verdict;
revoke all on table public.live_safety_hourly from anon, authenticated, service_role;
comment on view public.live_safety_hourly is 'Verdicts of the detectors that watch live streams, by the hour; the samples go long before somebody asks how often.';

create view public.live_stream_curves with (security_invoker = true) as
select
  date_bin(interval '5 minutes', sampled_at, timestamptz '2000-01-03 00:00:00+00') as bucket,
  stream_id,
  currency,
  count(*) as samples,
  max(concurrent) as peak_concurrent,
  min(concurrent) as lowest_concurrent,
  avg(concurrent) as mean_concurrent,
  max(subscribers) as peak_subscribers,
  sum(gifts_minor) as gifts_minor,
  sum(joins) as joins,
  sum(leaves) as leaves,
  max(chat_per_minute) as peak_chat_per_minute
from public.live_viewer_samples
group by date_bin(interval '5 minutes', sampled_at, timestamptz '2000-01-03 00:00:00+00'), stream_id, currency;
revoke all on table public.live_stream_curves from anon, authenticated, service_role;
comment on view public.live_stream_curves is 'Audience and gifts of a stream in steps of five minutes, by currency of the gifts; what its creator looks at afterwards.';

create view public.public_venues with (security_barrier = true, security_invoker = true) as
select v.id, v.name, v.kind, v.city, v.region_code, v.country_code, v.public_latitude, v.public_longitude,
  v.timezone, v.capacity, v.accessibility, v.age_policy
from public.venues v where v.status = 'active';
revoke all on table public.public_venues from anon, authenticated, service_role;
comment on view public.public_venues is 'Active venues for everybody, without address and exact position.';
grant select on table public.public_venues to service_role;
grant select on table public.public_venues to anon;
grant select on table public.public_venues to authenticated;
create trigger boyfanz_follow_identity after insert or update of email, email_confirmed_at, phone_confirmed_at, deleted_at or delete on auth.users for each row execute function boyfanz.follow_identity();

insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 7, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '719 of 719' as tables,
  'Run part-08.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';
