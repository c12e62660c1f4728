-- boyfanz: complete schema, 719 tables. Part 4 of 7.
-- Makes 105 tables: data_quality_checks to creator_ai_personas.
-- Run it after part-03.sql, and part-05.sql after it.
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
    loaded := (select coalesce(max(l.part), 0) from boyfanz.loaded_parts l where l.digest = '181b3371c1525ca2');
    others := (select count(*) from boyfanz.loaded_parts l where l.digest <> '181b3371c1525ca2');
  end if;
  if loaded >= 4 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 4 of 7 is in this database already, and nothing was changed. Go on with part-05.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 3 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 4 of 7 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.data_quality_checks (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  target_relation text not null,
  check_kind text not null,
  expression jsonb not null,
  severity text default 'warn' not null,
  schedule_minutes integer not null,
  next_run_at timestamptz default now() not null,
  last_status text,
  last_value double precision,
  last_run_at timestamptz,
  consecutive_failures smallint default 0 not null,
  constraint data_quality_checks_pkey primary key (id),
  constraint data_quality_checks_key_key unique (key),
  constraint data_quality_checks_check_kind_check check (check_kind in ('freshness', 'row_count', 'null_rate', 'uniqueness', 'reconciliation', 'distribution')),
  constraint data_quality_checks_severity_check check (severity in ('warn', 'block')),
  constraint data_quality_checks_last_status_check check (last_status in ('pass', 'warn', 'fail', 'error')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint expression_is_object check (jsonb_typeof(expression) = 'object'),
  constraint schedule_in_range check (schedule_minutes between 1 and 44640),
  constraint outcome_names_its_time check ((last_status is null) = (last_run_at is null)),
  constraint failures_fit_the_outcome check (consecutive_failures >= 0 and (last_status is distinct from 'pass' or consecutive_failures = 0))
);
alter table public.data_quality_checks enable row level security;
revoke all on table public.data_quality_checks from anon, authenticated, service_role;
comment on table public.data_quality_checks is 'Check of a table of facts, with its last outcome; what fails and blocks stops the publication of the figures.';
create index data_quality_checks_next_run_at_idx on public.data_quality_checks (next_run_at);
comment on index public.data_quality_checks_next_run_at_idx is 'Due checks.';
create index data_quality_checks_last_status_idx on public.data_quality_checks (last_status) where (last_status in ('fail', 'error'));
create trigger touch_updated_at before update on public.data_quality_checks for each row execute function boyfanz.touch_updated_at();

create table public.event_ingest_rejections (
  id uuid default boyfanz.uuid_v7() not null,
  received_at timestamptz default now() not null,
  event_name text not null,
  reason text not null,
  error_detail text,
  platform text,
  app_version text,
  payload_redacted jsonb,
  replayed_at timestamptz,
  constraint event_ingest_rejections_pkey primary key (id, received_at),
  constraint event_ingest_rejections_reason_check check (reason in ('unknown_event', 'schema_invalid', 'forbidden_property', 'clock_skew', 'too_large', 'no_consent', 'bot')),
  constraint event_name_length check (char_length(event_name) between 1 and 200),
  constraint payload_without_consent_is_not_kept check (reason <> 'no_consent' or payload_redacted is null),
  constraint replay_has_a_payload check (replayed_at is null or payload_redacted is not null)
) partition by range (received_at);
alter table public.event_ingest_rejections enable row level security;
revoke all on table public.event_ingest_rejections from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'event_ingest_rejections', 'received_at', '7 days', 1, '30 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.event_ingest_rejections'::regclass);
comment on table public.event_ingest_rejections is 'Event that ingestion refused, with the reason; shows a client release that drifted from the schema and can be replayed.';
comment on column public.event_ingest_rejections.payload_redacted is 'Values of forbidden and sensitive properties taken out.';
create index event_ingest_rejections_event_name_reason_received_at_idx on public.event_ingest_rejections (event_name, reason, received_at desc);
create index event_ingest_rejections_received_at_idx on public.event_ingest_rejections using brin (received_at);
create trigger append_only before update on public.event_ingest_rejections for each row execute function boyfanz.append_only('set replayed_at');

create table public.experiment_assignments (
  experiment_id uuid not null,
  unit_id uuid not null,
  variant_id uuid not null,
  assigned_at timestamptz default now() not null,
  reason text not null,
  constraint experiment_assignments_pkey primary key (experiment_id, unit_id),
  constraint experiment_assignments_reason_check check (reason in ('bucket', 'override', 'sticky', 'holdout'))
);
alter table public.experiment_assignments enable row level security;
revoke all on table public.experiment_assignments from anon, authenticated, service_role;
comment on table public.experiment_assignments is 'Variant that a unit stays with, where the hash of its bucket is not enough, as for overrides and across a sign-in.';
comment on column public.experiment_assignments.unit_id is 'User, actor, creator or session, as the experiment says; erased by a job.';
create index experiment_assignments_unit_id_idx on public.experiment_assignments (unit_id);
comment on index public.experiment_assignments_unit_id_idx is 'Assignments of a unit, for erasure.';
create index experiment_assignments_experiment_id_variant_id_fkey_idx on public.experiment_assignments (experiment_id, variant_id);

create table public.experiment_exposures (
  experiment_id uuid not null,
  unit_id uuid not null,
  exposed_at timestamptz default now() not null,
  variant_id uuid not null,
  platform text not null,
  app_version text,
  constraint experiment_exposures_pkey primary key (experiment_id, unit_id, exposed_at),
  constraint experiment_exposures_platform_check check (platform in ('web', 'ios', 'android', 'desktop', 'extension', 'server'))
) partition by range (exposed_at);
alter table public.experiment_exposures enable row level security;
revoke all on table public.experiment_exposures from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'experiment_exposures', 'exposed_at', '7 days', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.experiment_exposures'::regclass);
comment on table public.experiment_exposures is 'First exposure of a unit to a variant on a day; analysis counts exposures and not assignments. The writer remembers the day''s exposures, and analysis counts distinct units, because no unique key could hold it to one.';
comment on column public.experiment_exposures.unit_id is 'User, actor, creator or session, as the experiment says.';
create index experiment_exposures_experiment_id_exposed_at_idx on public.experiment_exposures (experiment_id, exposed_at);
comment on index public.experiment_exposures_experiment_id_exposed_at_idx is 'Curve of exposure and test of the sample ratio.';
create trigger append_only before update on public.experiment_exposures for each row execute function boyfanz.append_only();

create table public.experiment_layers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  name text not null,
  unit text not null,
  bucket_count integer default 1000 not null,
  salt text not null,
  description text,
  constraint experiment_layers_pkey primary key (id),
  constraint experiment_layers_key_key unique (key),
  constraint experiment_layers_id_unit_key unique (id, unit),
  constraint experiment_layers_unit_check check (unit in ('user', 'actor', 'creator', 'session')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint bucket_count_in_range check (bucket_count between 100 and 10000),
  constraint salt_length check (char_length(salt) >= 8)
);
alter table public.experiment_layers enable row level security;
revoke all on table public.experiment_layers from anon, authenticated, service_role;
comment on table public.experiment_layers is 'Layer whose experiments split its buckets, so that a unit is in one of them at most. Salt and number of buckets never change, because they decide who is in which.';
create trigger touch_updated_at before update on public.experiment_layers for each row execute function boyfanz.touch_updated_at();
create trigger buckets_stay before update of key, unit, bucket_count, salt on public.experiment_layers for each row execute function boyfanz.set_once('key', 'unit', 'bucket_count', 'salt');

create table public.experiment_metric_results (
  experiment_id uuid not null,
  snapshot_id uuid not null,
  variant_id uuid not null,
  metric_id uuid not null,
  dimension_value text default '' not null,
  units bigint not null,
  mean double precision not null,
  stddev double precision not null,
  uplift_ppm bigint,
  ci_low double precision,
  ci_high double precision,
  p_value double precision,
  prob_beats_control double precision,
  is_significant boolean,
  constraint experiment_metric_results_pkey primary key (snapshot_id, variant_id, metric_id, dimension_value),
  constraint units_are_not_negative check (units >= 0),
  constraint stddev_is_not_negative check (stddev >= 0),
  constraint interval_is_ordered check ((ci_low is null) = (ci_high is null) and (ci_low is null or ci_low <= ci_high)),
  constraint probabilities_in_range check ((p_value is null or p_value between 0 and 1) and (prob_beats_control is null or prob_beats_control between 0 and 1))
);
alter table public.experiment_metric_results enable row level security;
revoke all on table public.experiment_metric_results from anon, authenticated, service_role;
comment on table public.experiment_metric_results is 'Result of an analysis for one variant, metric and value of its dimension; snapshot and variant are of the same experiment.';
comment on column public.experiment_metric_results.dimension_value is 'Empty for the whole.';
comment on column public.experiment_metric_results.uplift_ppm is 'Against the control, in millionths; NULL for the control itself.';
create index experiment_metric_results_experiment_id_snapshot_id_fkey_idx on public.experiment_metric_results (experiment_id, snapshot_id);
create index experiment_metric_results_experiment_id_variant_id_fkey_idx on public.experiment_metric_results (experiment_id, variant_id);
create index experiment_metric_results_metric_id_fkey_idx on public.experiment_metric_results (metric_id);

create table public.experiment_metrics (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  experiment_id uuid not null,
  metric_id uuid not null,
  role text not null,
  expected_direction text default 'none' not null,
  guardrail_limit_ppm integer,
  capping_percentile real,
  constraint experiment_metrics_pkey primary key (experiment_id, metric_id),
  constraint experiment_metrics_role_check check (role in ('primary', 'secondary', 'guardrail')),
  constraint experiment_metrics_expected_direction_check check (expected_direction in ('up', 'down', 'none')),
  constraint guardrail_has_a_limit check ((role = 'guardrail') = (guardrail_limit_ppm is not null)),
  constraint capping_in_range check (capping_percentile > 0 and capping_percentile <= 100)
);
alter table public.experiment_metrics enable row level security;
revoke all on table public.experiment_metrics from anon, authenticated, service_role;
comment on table public.experiment_metrics is 'What an experiment is judged by and in which role, fixed from its start.';
comment on column public.experiment_metrics.guardrail_limit_ppm is 'Relative harm that is not accepted, in millionths.';
create index experiment_metrics_metric_id_fkey_idx on public.experiment_metrics (metric_id);
create trigger touch_updated_at before update on public.experiment_metrics for each row execute function boyfanz.touch_updated_at();
create trigger fixed_at_the_start before insert or update or delete on public.experiment_metrics for each row execute function boyfanz.freeze_with_parent('experiment_id', 'experiments', 'started_at');

create table public.experiment_snapshots (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  experiment_id uuid not null,
  data_cut_at timestamptz not null,
  dimension text,
  stats_method text not null,
  units_total bigint default 0 not null,
  srm_p_value double precision,
  multiple_exposure_ppm integer default 0 not null,
  health text default 'data_missing' not null,
  query_fingerprint text not null,
  triggered_by uuid,
  status text default 'running' not null,
  constraint experiment_snapshots_pkey primary key (id),
  constraint experiment_snapshots_experiment_id_id_key unique (experiment_id, id),
  constraint experiment_snapshots_stats_method_check check (stats_method in ('frequentist', 'sequential', 'bayesian')),
  constraint experiment_snapshots_health_check check (health in ('ok', 'srm', 'low_power', 'data_missing')),
  constraint experiment_snapshots_status_check check (status in ('running', 'ready', 'failed')),
  constraint units_are_not_negative check (units_total >= 0),
  constraint p_value_in_range check (srm_p_value between 0 and 1),
  constraint multiple_exposure_in_range check (multiple_exposure_ppm between 0 and 1000000),
  constraint only_ready_is_healthy check (health <> 'ok' or status = 'ready')
);
alter table public.experiment_snapshots enable row level security;
alter table public.experiment_metric_results add constraint snapshot_of_same_experiment foreign key (experiment_id, snapshot_id) references public.experiment_snapshots (experiment_id, id) on delete cascade;
revoke all on table public.experiment_snapshots from anon, authenticated, service_role;
comment on table public.experiment_snapshots is 'One analysis of an experiment with its cut of the data, the test of the sample ratio and the verdict on its health.';
comment on column public.experiment_snapshots.dimension is 'NULL for the whole only.';
comment on column public.experiment_snapshots.srm_p_value is 'Of the test for a mismatch of the sample ratio.';
comment on column public.experiment_snapshots.multiple_exposure_ppm is 'Millionths of the units that saw several variants.';
comment on column public.experiment_snapshots.triggered_by is 'NULL for the schedule.';
alter table public.experiment_snapshots add constraint experiment_snapshots_triggered_by_fkey foreign key (triggered_by) references public.users (id) on delete set null;
create index experiment_snapshots_experiment_id_data_cut_at_idx on public.experiment_snapshots (experiment_id, data_cut_at desc);
create index experiment_snapshots_triggered_by_fkey_idx on public.experiment_snapshots (triggered_by) where (triggered_by is not null);
create trigger touch_updated_at before update on public.experiment_snapshots for each row execute function boyfanz.touch_updated_at();
create trigger ready_stays before update on public.experiment_snapshots for each row when (old.status = 'ready') execute function boyfanz.append_only('clear triggered_by');

create table public.experiment_variants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  experiment_id uuid not null,
  key extensions.citext not null,
  name text not null,
  weight_ppm integer not null,
  is_control boolean default false not null,
  payload jsonb default '{}' not null,
  constraint experiment_variants_pkey primary key (id),
  constraint experiment_variants_experiment_id_key_key unique (experiment_id, key),
  constraint experiment_variants_experiment_id_id_key unique (experiment_id, id),
  constraint key_form check (key::text ~ '^[a-z0-9][a-z0-9_.-]{0,59}$'),
  constraint weight_in_range check (weight_ppm between 0 and 1000000)
);
alter table public.experiment_variants enable row level security;
alter table public.experiment_assignments add constraint variant_of_same_experiment foreign key (experiment_id, variant_id) references public.experiment_variants (experiment_id, id) on delete restrict;
alter table public.experiment_metric_results add constraint variant_of_same_experiment foreign key (experiment_id, variant_id) references public.experiment_variants (experiment_id, id) on delete cascade;
revoke all on table public.experiment_variants from anon, authenticated, service_role;
comment on table public.experiment_variants is 'Arm of an experiment with its share of the traffic and what the client gets; fixed from the start of the experiment.';
comment on column public.experiment_variants.weight_ppm is 'Millionths of the traffic.';
create unique index experiment_variants_one_control_idx on public.experiment_variants (experiment_id) where (is_control);
create trigger touch_updated_at before update on public.experiment_variants for each row execute function boyfanz.touch_updated_at();
create trigger fixed_at_the_start before insert or update of experiment_id, key, weight_ppm, is_control, payload or delete on public.experiment_variants for each row execute function boyfanz.freeze_with_parent('experiment_id', 'experiments', 'started_at');

create table public.experiments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  owner_user_id uuid,
  layer_id uuid,
  feature_flag_id uuid,
  name text not null,
  hypothesis text not null,
  unit text not null,
  cohort_id uuid,
  bucket_range int4range,
  status text default 'draft' not null,
  started_at timestamptz,
  ended_at timestamptz,
  min_detectable_ppm integer,
  planned_units bigint,
  stats_method text default 'frequentist' not null,
  decision text,
  decision_note text,
  is_safety_sensitive boolean default false not null,
  constraint experiments_pkey primary key (id),
  constraint experiments_key_key unique (key),
  constraint experiments_unit_check check (unit in ('user', 'actor', 'creator', 'session')),
  constraint experiments_status_check check (status in ('draft', 'review', 'running', 'paused', 'stopped', 'archived')),
  constraint experiments_stats_method_check check (stats_method in ('frequentist', 'sequential', 'bayesian')),
  constraint experiments_decision_check check (decision in ('ship', 'rollback', 'iterate', 'inconclusive')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint name_length check (char_length(btrim(name)) between 1 and 200),
  constraint layer_comes_with_buckets check ((layer_id is null) = (bucket_range is null)),
  constraint buckets_are_some check (not isempty(bucket_range)),
  constraint started_names_its_time check (case
  when status in ('draft', 'review') then started_at is null
  when status in ('running', 'paused', 'stopped') then started_at is not null
  else true
end),
  constraint stopped_names_its_time check (case
  when status = 'stopped' then ended_at is not null
  when status = 'archived' then (started_at is null) = (ended_at is null)
  else ended_at is null
end),
  constraint ends_after_start check (ended_at > started_at),
  constraint decided_at_the_end check (decision is null or ended_at is not null),
  constraint note_comes_with_the_decision check (decision_note is null or decision is not null),
  constraint power_is_positive check (min_detectable_ppm > 0 and planned_units > 0),
  constraint experiments_disjoint_buckets_excl exclude using gist (layer_id with =, bucket_range with &&) where (status in ('running', 'paused'))
);
alter table public.experiments enable row level security;
alter table public.experiment_assignments add constraint experiment_assignments_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
alter table public.experiment_metrics add constraint experiment_metrics_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
alter table public.experiment_snapshots add constraint experiment_snapshots_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
alter table public.experiment_variants add constraint experiment_variants_experiment_id_fkey foreign key (experiment_id) references public.experiments (id) on delete cascade;
revoke all on table public.experiments from anon, authenticated, service_role;
comment on table public.experiments is 'A controlled test with its hypothesis, unit, slice of a layer, audience and planned power, and the decision taken. It starts with a control, arms that share all of the traffic and a primary metric; what it tests is fixed from then on.';
comment on column public.experiments.layer_id is 'NULL for one that runs beside all others.';
comment on column public.experiments.bucket_range is 'Buckets of the layer, from 0.';
comment on column public.experiments.min_detectable_ppm is 'Smallest relative effect to find, in millionths.';
comment on column public.experiments.is_safety_sensitive is 'Needs the review of trust and safety before it runs.';
alter table public.experiments add constraint experiments_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
alter table public.experiments add constraint experiments_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete restrict;
alter table public.experiments add constraint layer_of_same_unit foreign key (layer_id, unit) references public.experiment_layers (id, unit) on delete restrict;
create unique index experiments_feature_flag_id_idx on public.experiments (feature_flag_id) where (status in ('running', 'paused'));
create index experiments_status_started_at_idx on public.experiments (status, started_at desc);
create index experiments_layer_id_unit_fkey_idx on public.experiments (layer_id, unit);
create index experiments_owner_user_id_fkey_idx on public.experiments (owner_user_id) where (owner_user_id is not null);
create index experiments_feature_flag_id_fkey_idx on public.experiments (feature_flag_id) where (feature_flag_id is not null);
create index experiments_cohort_id_fkey_idx on public.experiments (cohort_id) where (cohort_id is not null);
create trigger touch_updated_at before update on public.experiments for each row execute function boyfanz.touch_updated_at();
create trigger check_start before insert or update of status, layer_id, bucket_range on public.experiments for each row execute function boyfanz.check_experiment();
create trigger identity_stays before update of key, started_at, ended_at, decision on public.experiments for each row execute function boyfanz.set_once('key', 'started_at', 'ended_at', 'decision');
create trigger design_is_fixed_at_the_start before update of layer_id, unit, cohort_id, hypothesis, min_detectable_ppm, planned_units, stats_method on public.experiments for each row when (old.started_at is not null and (new.layer_id, new.unit, new.cohort_id, new.hypothesis, new.min_detectable_ppm, new.planned_units, new.stats_method)
  is distinct from
  (old.layer_id, old.unit, old.cohort_id, old.hypothesis, old.min_detectable_ppm, old.planned_units, old.stats_method)) execute function boyfanz.refuse_when('The design of an experiment is fixed when it starts.');
create trigger stopped_stays_stopped before update of status on public.experiments for each row when (old.status = 'archived' and new.status <> 'archived' or old.status = 'stopped' and new.status not in ('stopped', 'archived')) execute function boyfanz.refuse_when('A stopped experiment does not start again.');

create table public.funnel_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  name text not null,
  order_mode text default 'ordered' not null,
  window_seconds integer not null,
  cohort_id uuid,
  breakdown_property text,
  exclusion_events uuid[] default '{}' not null,
  is_archived boolean default false not null,
  constraint funnel_definitions_pkey primary key (id),
  constraint funnel_definitions_order_mode_check check (order_mode in ('strict', 'ordered', 'any')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint window_in_range check (window_seconds between 60 and 7776000),
  constraint exclusions_are_named check (array_position(exclusion_events, null) is null)
);
alter table public.funnel_definitions enable row level security;
alter table public.dashboard_widgets add constraint dashboard_widgets_funnel_id_fkey foreign key (funnel_id) references public.funnel_definitions (id) on delete restrict;
revoke all on table public.funnel_definitions from anon, authenticated, service_role;
comment on table public.funnel_definitions is 'Named funnel with the order its steps are taken in, the time it may take and how it is broken down.';
comment on column public.funnel_definitions.exclusion_events is 'Events, of analytics_event_definitions, that take somebody out.';
alter table public.funnel_definitions add constraint funnel_definitions_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.funnel_definitions add constraint funnel_definitions_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete set null;
create index funnel_definitions_owner_user_id_is_archived_idx on public.funnel_definitions (owner_user_id, is_archived);
create index funnel_definitions_cohort_id_fkey_idx on public.funnel_definitions (cohort_id) where (cohort_id is not null);
create trigger touch_updated_at before update on public.funnel_definitions for each row execute function boyfanz.touch_updated_at();

create table public.funnel_results (
  funnel_id uuid not null,
  result_date date not null,
  breakdown_value text default '' not null,
  step_number smallint not null,
  entered integer not null,
  converted integer not null,
  median_seconds integer,
  p90_seconds integer,
  computed_at timestamptz default now() not null,
  constraint funnel_results_pkey primary key (funnel_id, result_date, breakdown_value, step_number),
  constraint converted_within_entered check (converted between 0 and entered),
  constraint step_number_in_range check (step_number between 1 and 20),
  constraint times_are_ordered check (median_seconds >= 0 and median_seconds <= p90_seconds)
);
alter table public.funnel_results enable row level security;
revoke all on table public.funnel_results from anon, authenticated, service_role;
comment on table public.funnel_results is 'Who came into a step of a funnel and who went on, and how long that took, per day and value of the breakdown.';
comment on column public.funnel_results.result_date is 'Day in UTC on which the funnel was entered.';
comment on column public.funnel_results.breakdown_value is 'Empty for all.';
alter table public.funnel_results add constraint funnel_results_funnel_id_fkey foreign key (funnel_id) references public.funnel_definitions (id) on delete cascade;
create index funnel_results_result_date_idx on public.funnel_results (result_date);
comment on index public.funnel_results_result_date_idx is 'Nightly prune.';

create table public.funnel_steps (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  funnel_id uuid not null,
  step_number smallint not null,
  event_definition_id uuid not null,
  filter jsonb,
  label text not null,
  is_optional boolean default false not null,
  constraint funnel_steps_pkey primary key (funnel_id, step_number),
  constraint step_number_in_range check (step_number between 1 and 20),
  constraint filter_is_object check (jsonb_typeof(filter) = 'object'),
  constraint label_length check (char_length(btrim(label)) between 1 and 120),
  constraint entrance_is_not_optional check (step_number > 1 or not is_optional)
);
alter table public.funnel_steps enable row level security;
revoke all on table public.funnel_steps from anon, authenticated, service_role;
comment on table public.funnel_steps is 'Step of a funnel; the event and the filter on its properties.';
alter table public.funnel_steps add constraint funnel_steps_funnel_id_fkey foreign key (funnel_id) references public.funnel_definitions (id) on delete cascade;
alter table public.funnel_steps add constraint funnel_steps_event_definition_id_fkey foreign key (event_definition_id) references public.analytics_event_definitions (id) on delete restrict;
create index funnel_steps_event_definition_id_fkey_idx on public.funnel_steps (event_definition_id);
create trigger touch_updated_at before update on public.funnel_steps for each row execute function boyfanz.touch_updated_at();

create table public.marketing_campaigns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid,
  name text not null,
  utm_campaign extensions.citext not null,
  source_id uuid not null,
  objective text not null,
  budget_minor bigint,
  currency public.currency_code,
  flight tstzrange not null,
  status text default 'draft' not null,
  constraint marketing_campaigns_pkey primary key (id),
  constraint marketing_campaigns_utm_campaign_source_id_key unique (utm_campaign, source_id),
  constraint marketing_campaigns_objective_check check (objective in ('signup', 'subscribe', 'purchase', 'reactivate', 'awareness')),
  constraint marketing_campaigns_status_check check (status in ('draft', 'running', 'paused', 'ended')),
  constraint name_length check (char_length(btrim(name)) between 1 and 200),
  constraint utm_campaign_form check (utm_campaign::text ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$'),
  constraint budget_names_its_currency check (budget_minor is null or (budget_minor >= 0 and currency is not null)),
  constraint flight_has_a_start check (not isempty(flight) and not lower_inf(flight))
);
alter table public.marketing_campaigns enable row level security;
alter table public.attribution_credits add constraint attribution_credits_campaign_id_fkey foreign key (campaign_id) references public.marketing_campaigns (id) on delete set null;
alter table public.campaign_costs_daily add constraint campaign_costs_daily_campaign_id_fkey foreign key (campaign_id) references public.marketing_campaigns (id) on delete restrict;
revoke all on table public.marketing_campaigns from anon, authenticated, service_role;
comment on table public.marketing_campaigns is 'Campaign that UTM values resolve to, paid, owned or a creator''s own, with its budget and flight.';
comment on column public.marketing_campaigns.budget_minor is 'Minor units of currency.';
alter table public.marketing_campaigns add constraint marketing_campaigns_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
alter table public.marketing_campaigns add constraint marketing_campaigns_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index marketing_campaigns_owner_user_id_status_idx on public.marketing_campaigns (owner_user_id, status);
create index marketing_campaigns_flight_idx on public.marketing_campaigns using gist (flight);
comment on index public.marketing_campaigns_flight_idx is 'Campaigns that run at a time.';
create index marketing_campaigns_source_id_fkey_idx on public.marketing_campaigns (source_id);
create index marketing_campaigns_currency_fkey_idx on public.marketing_campaigns (currency) where (currency is not null);
create trigger touch_updated_at before update on public.marketing_campaigns for each row execute function boyfanz.touch_updated_at();

create table public.metric_alert_incidents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rule_id uuid not null,
  dimension_hash public.digest_256 not null,
  observed_value double precision,
  expected_low double precision,
  expected_high double precision,
  opened_at timestamptz default now() not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  resolved_at timestamptz,
  resolution_note text,
  constraint metric_alert_incidents_pkey primary key (id),
  constraint expected_range_is_ordered check (expected_low <= expected_high),
  constraint acknowledgement_names_its_time check (acknowledged_by is null or acknowledged_at is not null),
  constraint acknowledged_after_opening check (acknowledged_at >= opened_at),
  constraint resolved_after_opening check (resolved_at >= opened_at),
  constraint note_comes_with_the_end check (resolution_note is null or resolved_at is not null)
);
alter table public.metric_alert_incidents enable row level security;
revoke all on table public.metric_alert_incidents from anon, authenticated, service_role;
comment on table public.metric_alert_incidents is 'A rule that fired, until it was resolved, and who has seen it; one is open per rule and combination of dimensions.';
comment on column public.metric_alert_incidents.observed_value is 'NULL when there were no data.';
alter table public.metric_alert_incidents add constraint metric_alert_incidents_acknowledged_by_fkey foreign key (acknowledged_by) references public.users (id) on delete set null;
create unique index metric_alert_incidents_rule_id_dimension_hash_idx on public.metric_alert_incidents (rule_id, dimension_hash) where (resolved_at is null);
create index metric_alert_incidents_rule_id_opened_at_idx on public.metric_alert_incidents (rule_id, opened_at desc);
create index metric_alert_incidents_opened_at_idx on public.metric_alert_incidents (opened_at desc) where (resolved_at is null);
create index metric_alert_incidents_acknowledged_by_fkey_idx on public.metric_alert_incidents (acknowledged_by) where (acknowledged_by is not null);
create trigger touch_updated_at before update on public.metric_alert_incidents for each row execute function boyfanz.touch_updated_at();
create trigger resolved_stays before update on public.metric_alert_incidents for each row execute function boyfanz.freeze_when_set('resolved_at', 'change resolution_note', 'clear acknowledged_by');

create table public.metric_alert_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  metric_id uuid not null,
  name text not null,
  condition text not null,
  threshold double precision,
  window_minutes integer not null,
  dimensions jsonb,
  severity text default 'warning' not null,
  channels jsonb default '[]' not null,
  is_enabled boolean default true not null,
  cooldown_minutes integer default 60 not null,
  next_eval_at timestamptz default now() not null,
  constraint metric_alert_rules_pkey primary key (id),
  constraint metric_alert_rules_condition_check check (condition in ('above', 'below', 'change_pct', 'anomaly', 'no_data')),
  constraint metric_alert_rules_severity_check check (severity in ('info', 'warning', 'critical')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint comparison_has_a_threshold check (condition in ('anomaly', 'no_data') or threshold is not null),
  constraint window_in_range check (window_minutes between 1 and 43200),
  constraint cooldown_is_not_negative check (cooldown_minutes >= 0),
  constraint dimensions_is_object check (jsonb_typeof(dimensions) = 'object'),
  constraint channels_are_a_list check (jsonb_typeof(channels) = 'array')
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.metric_alert_rules enable row level security;
alter table public.metric_alert_incidents add constraint metric_alert_incidents_rule_id_fkey foreign key (rule_id) references public.metric_alert_rules (id) on delete cascade;
revoke all on table public.metric_alert_rules from anon, authenticated, service_role;
comment on table public.metric_alert_rules is 'Rule on a metric, by threshold, change or anomaly, with the window it looks at, its severity and whom it tells.';
comment on column public.metric_alert_rules.threshold is 'In the unit of the metric, percent for change_pct.';
comment on column public.metric_alert_rules.dimensions is 'NULL for the metric as a whole.';
comment on column public.metric_alert_rules.channels is 'List of objects, each a channel and its address.';
alter table public.metric_alert_rules add constraint metric_alert_rules_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
create index metric_alert_rules_next_eval_at_idx on public.metric_alert_rules (next_eval_at) where (is_enabled);
comment on index public.metric_alert_rules_next_eval_at_idx is 'Due rules.';
create index metric_alert_rules_owner_user_id_fkey_idx on public.metric_alert_rules (owner_user_id);
create index metric_alert_rules_metric_id_fkey_idx on public.metric_alert_rules (metric_id);
create trigger touch_updated_at before update on public.metric_alert_rules for each row execute function boyfanz.touch_updated_at();

create table public.metric_anomalies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  metric_id uuid not null,
  dimension_hash public.digest_256 not null,
  dimensions jsonb default '{}' not null,
  bucket_at timestamptz not null,
  detector text not null,
  observed double precision not null,
  expected double precision not null,
  score real not null,
  verdict text default 'unreviewed' not null,
  reviewed_by uuid,
  constraint metric_anomalies_pkey primary key (id),
  constraint metric_anomalies_metric_id_dimension_hash_bucket_a_8bc5238c_key unique (metric_id, dimension_hash, bucket_at, detector),
  constraint metric_anomalies_verdict_check check (verdict in ('unreviewed', 'true_anomaly', 'known_event', 'noise')),
  constraint dimensions_is_object check (jsonb_typeof(dimensions) = 'object'),
  constraint reviewer_comes_with_a_verdict check (reviewed_by is null or verdict <> 'unreviewed')
);
alter table public.metric_anomalies enable row level security;
revoke all on table public.metric_anomalies from anon, authenticated, service_role;
comment on table public.metric_anomalies is 'Anomaly in a series of a metric as one version of a detector saw it; its verdict tunes the detector and marks the chart.';
comment on column public.metric_anomalies.detector is 'Name and version.';
alter table public.metric_anomalies add constraint metric_anomalies_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
create index metric_anomalies_metric_id_bucket_at_idx on public.metric_anomalies (metric_id, bucket_at desc);
create index metric_anomalies_bucket_at_idx on public.metric_anomalies (bucket_at) where (verdict = 'unreviewed');
create index metric_anomalies_reviewed_by_fkey_idx on public.metric_anomalies (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.metric_anomalies for each row execute function boyfanz.touch_updated_at();

create table public.metric_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer default 1 not null,
  name text not null,
  description text not null,
  source_relation text not null,
  aggregation text not null,
  numerator_expr jsonb not null,
  denominator_expr jsonb,
  allowed_dimensions text[] default '{}' not null,
  unit text not null,
  direction text default 'neutral' not null,
  status text default 'draft' not null,
  owner_team text not null,
  constraint metric_definitions_pkey primary key (id),
  constraint metric_definitions_key_version_key unique (key, version),
  constraint metric_definitions_aggregation_check check (aggregation in ('count', 'count_distinct', 'sum', 'avg', 'ratio', 'quantile', 'retention')),
  constraint metric_definitions_unit_check check (unit in ('count', 'minor_currency', 'ratio', 'seconds', 'bytes')),
  constraint metric_definitions_direction_check check (direction in ('up_good', 'down_good', 'neutral')),
  constraint metric_definitions_status_check check (status in ('draft', 'certified', 'deprecated')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.]{1,99}$'),
  constraint version_is_positive check (version > 0),
  constraint expressions_are_objects check (jsonb_typeof(numerator_expr) = 'object' and (denominator_expr is null or jsonb_typeof(denominator_expr) = 'object')),
  constraint ratio_has_a_denominator check (aggregation <> 'ratio' or denominator_expr is not null),
  constraint dimensions_are_named check (array_position(allowed_dimensions, null) is null)
);
alter table public.metric_definitions enable row level security;
alter table public.dashboard_widgets add constraint dashboard_widgets_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.experiment_metric_results add constraint experiment_metric_results_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.experiment_metrics add constraint experiment_metrics_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.metric_alert_rules add constraint metric_alert_rules_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
alter table public.metric_anomalies add constraint metric_anomalies_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete cascade;
revoke all on table public.metric_definitions from anon, authenticated, service_role;
comment on table public.metric_definitions is 'What a metric means, in one version for dashboards, alerts and experiments alike. A certified version never changes its meaning; a new one takes its place.';
create index metric_definitions_status_key_idx on public.metric_definitions (status, key);
create unique index metric_definitions_one_certified_idx on public.metric_definitions (key) where (status = 'certified');
create trigger touch_updated_at before update on public.metric_definitions for each row execute function boyfanz.touch_updated_at();
create trigger meaning_stays before update on public.metric_definitions for each row when (old.status <> 'draft') execute function boyfanz.append_only('change name', 'change description', 'change owner_team', 'change status');
create trigger never_a_draft_again before update of status on public.metric_definitions for each row when (old.status <> 'draft' and new.status = 'draft') execute function boyfanz.refuse_when('A metric that was certified does not become a draft again.');

create table public.metric_values (
  metric_id uuid not null,
  dimension_hash public.digest_256 not null,
  bucket_at timestamptz not null,
  grain text not null,
  dimensions jsonb default '{}' not null,
  value double precision not null,
  sample_size bigint,
  computed_at timestamptz default now() not null,
  constraint metric_values_pkey primary key (metric_id, dimension_hash, bucket_at, grain),
  constraint metric_values_grain_check check (grain in ('minute', 'hour', 'day', 'week', 'month')),
  constraint dimensions_is_object check (jsonb_typeof(dimensions) = 'object'),
  constraint bucket_begins_with_its_grain check (bucket_at = date_trunc(grain, bucket_at at time zone 'UTC') at time zone 'UTC'),
  constraint sample_is_not_negative check (sample_size >= 0)
) partition by range (bucket_at);
alter table public.metric_values enable row level security;
revoke all on table public.metric_values from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'metric_values', 'bucket_at', '7 days', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.metric_values'::regclass);
comment on table public.metric_values is 'Computed series of a metric by combination of dimensions; what dashboards and alerts read. Computing again replaces a value.';
comment on column public.metric_values.dimension_hash is 'Of dimensions, as text with sorted keys.';
create index metric_values_metric_id_grain_bucket_at_idx on public.metric_values (metric_id, grain, bucket_at desc);
create index metric_values_bucket_at_idx on public.metric_values (bucket_at);

create table public.mrr_movements (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  subscription_id uuid not null,
  creator_id uuid not null,
  movement text not null,
  mrr_delta_minor bigint not null,
  currency public.currency_code not null,
  moved_at timestamptz not null,
  source_event_id uuid not null,
  constraint mrr_movements_pkey primary key (id),
  constraint mrr_movements_subscription_id_source_event_id_key unique (subscription_id, source_event_id),
  constraint mrr_movements_movement_check check (movement in ('new', 'expansion', 'contraction', 'churn', 'reactivation', 'currency_adjust')),
  constraint sign_fits_movement check (movement = 'currency_adjust' or (movement in ('contraction', 'churn')) = (mrr_delta_minor < 0)),
  constraint something_moves check (mrr_delta_minor <> 0)
);
alter table public.mrr_movements enable row level security;
revoke all on table public.mrr_movements from anon, authenticated, service_role;
comment on table public.mrr_movements is 'Change of the monthly recurring revenue by one event of a subscription; the sum up to a day is what recurs on that day, and churn has its cause. Corrected by a further movement.';
comment on column public.mrr_movements.mrr_delta_minor is 'Minor units of currency; negative when less recurs.';
comment on column public.mrr_movements.source_event_id is 'Event of the domain that caused it; one causes a movement only once.';
alter table public.mrr_movements add constraint mrr_movements_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.mrr_movements add constraint mrr_movements_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.mrr_movements add constraint mrr_movements_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index mrr_movements_creator_id_moved_at_idx on public.mrr_movements (creator_id, moved_at);
create index mrr_movements_moved_at_movement_idx on public.mrr_movements (moved_at, movement);
create index mrr_movements_currency_fkey_idx on public.mrr_movements (currency);
create trigger creator_of_the_subscription before insert on public.mrr_movements for each row execute function boyfanz.matches_parent('subscription_id', 'subscriptions', 'creator_id');
create trigger append_only before update or delete on public.mrr_movements for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.mrr_movements for each statement execute function boyfanz.append_only();

create table public.platform_metrics_daily (
  metric_date date not null,
  metric_key text not null,
  dimension text default '' not null,
  dimension_value text default '' not null,
  value_numeric numeric(24,6) not null,
  numerator numeric(24,6),
  denominator numeric(24,6),
  is_final boolean default false not null,
  computed_at timestamptz default now() not null,
  constraint platform_metrics_daily_pkey primary key (metric_date, metric_key, dimension, dimension_value),
  constraint metric_key_form check (metric_key ~ '^[a-z][a-z0-9_.]{1,99}$'),
  constraint dimension_has_a_value check ((dimension = '') = (dimension_value = '')),
  constraint ratio_is_whole check ((numerator is null) = (denominator is null)),
  constraint numbers_are_numbers check ('NaN' not in (value_numeric, numerator, denominator))
);
alter table public.platform_metrics_daily enable row level security;
revoke all on table public.platform_metrics_daily from anon, authenticated, service_role;
comment on table public.platform_metrics_daily is 'Figures of the company per day and at most one dimension. A final value is corrected only after it has been reopened.';
comment on column public.platform_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.platform_metrics_daily.dimension is 'Empty for the whole platform.';
create index platform_metrics_daily_metric_key_dimension_metric_date_idx on public.platform_metrics_daily (metric_key, dimension, metric_date desc);
create trigger final_values_stay before update on public.platform_metrics_daily for each row when (old.is_final and new.is_final) execute function boyfanz.append_only();
create trigger final_rows_stay before delete on public.platform_metrics_daily for each row when (old.is_final) execute function boyfanz.refuse_delete('Reopen the value first.');

create unlogged table public.realtime_counters (
  counter_key text not null,
  window_start timestamptz not null,
  shard smallint not null,
  value bigint default 0 not null,
  expires_at timestamptz not null,
  constraint realtime_counters_pkey primary key (counter_key, window_start, shard),
  constraint counter_key_length check (char_length(counter_key) between 1 and 200),
  constraint shard_in_range check (shard between 0 and 31),
  constraint expires_after_start check (expires_at > window_start)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 1);
alter table public.realtime_counters enable row level security;
revoke all on table public.realtime_counters from anon, authenticated, service_role;
comment on table public.realtime_counters is 'Short counters behind live tiles, in shards so that writers do not wait for each other. A crash may lose them.';
create index realtime_counters_expires_at_idx on public.realtime_counters (expires_at);
comment on index public.realtime_counters_expires_at_idx is 'Sweep.';

create table public.report_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  creator_id uuid,
  name text not null,
  dashboard_id uuid,
  saved_query_id uuid,
  format text not null,
  locale public.language_tag default 'en' not null,
  filters jsonb default '{}' not null,
  classification text default 'internal' not null,
  constraint report_definitions_pkey primary key (id),
  constraint report_definitions_format_check check (format in ('pdf', 'csv', 'xlsx', 'json', 'parquet')),
  constraint report_definitions_classification_check check (classification in ('public', 'internal', 'confidential', 'restricted')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint shows_something check (num_nonnulls(dashboard_id, saved_query_id) >= 1),
  constraint filters_is_object check (jsonb_typeof(filters) = 'object')
);
alter table public.report_definitions enable row level security;
revoke all on table public.report_definitions from anon, authenticated, service_role;
comment on table public.report_definitions is 'Template of a report, such as a creator''s earnings or an extract for transparency, with what it shows and in which format.';
comment on column public.report_definitions.creator_id is 'Whom it is limited to.';
alter table public.report_definitions add constraint report_definitions_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.report_definitions add constraint report_definitions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.report_definitions add constraint report_definitions_dashboard_id_fkey foreign key (dashboard_id) references public.dashboards (id) on delete restrict;
create index report_definitions_owner_user_id_fkey_idx on public.report_definitions (owner_user_id);
create index report_definitions_creator_id_fkey_idx on public.report_definitions (creator_id) where (creator_id is not null);
create index report_definitions_dashboard_id_fkey_idx on public.report_definitions (dashboard_id) where (dashboard_id is not null);
create index report_definitions_saved_query_id_fkey_idx on public.report_definitions (saved_query_id) where (saved_query_id is not null);
create trigger touch_updated_at before update on public.report_definitions for each row execute function boyfanz.touch_updated_at();

create table public.report_recipients (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  schedule_id uuid not null,
  channel text not null,
  user_id uuid,
  webhook_endpoint_id uuid,
  email_verified extensions.citext,
  unsubscribed_at timestamptz,
  constraint report_recipients_pkey primary key (id),
  constraint report_recipients_schedule_id_user_id_key unique (schedule_id, user_id),
  constraint report_recipients_schedule_id_webhook_endpoint_id_key unique (schedule_id, webhook_endpoint_id),
  constraint report_recipients_schedule_id_email_verified_key unique (schedule_id, email_verified),
  constraint report_recipients_channel_check check (channel in ('in_app', 'email', 'webhook', 'storage')),
  constraint one_kind_of_recipient check (num_nonnulls(user_id, webhook_endpoint_id, email_verified) = 1),
  constraint channel_fits_recipient check (case channel
  when 'webhook' then webhook_endpoint_id is not null
  when 'email' then webhook_endpoint_id is null
  else user_id is not null
end),
  constraint email_form check (email_verified::text ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$')
);
alter table public.report_recipients enable row level security;
revoke all on table public.report_recipients from anon, authenticated, service_role;
comment on table public.report_recipients is 'Where a schedule delivers, with the opt-out. A webhook belongs to the owner of the report.';
comment on column public.report_recipients.email_verified is 'Address outside of the platform that confirmed it wants the report.';
alter table public.report_recipients add constraint report_recipients_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index report_recipients_user_id_fkey_idx on public.report_recipients (user_id) where (user_id is not null);
create index report_recipients_webhook_endpoint_id_fkey_idx on public.report_recipients (webhook_endpoint_id) where (webhook_endpoint_id is not null);
create trigger touch_updated_at before update on public.report_recipients for each row execute function boyfanz.touch_updated_at();
create trigger webhook_of_the_owner before insert or update of schedule_id, webhook_endpoint_id on public.report_recipients for each row when (new.webhook_endpoint_id is not null) execute function boyfanz.check_report_webhook();

create table public.report_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  report_id uuid not null,
  schedule_id uuid,
  status text default 'queued' not null,
  period tstzrange not null,
  started_at timestamptz,
  finished_at timestamptz,
  row_count bigint,
  file_storage_key text,
  file_sha256 public.digest_256,
  file_expires_at timestamptz,
  error_code text,
  constraint report_runs_pkey primary key (id),
  constraint report_runs_status_check check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  constraint period_is_some check (not isempty(period)),
  constraint started_names_its_time check (status not in ('running', 'succeeded') or started_at is not null),
  constraint finished_names_its_time check ((status in ('succeeded', 'failed', 'cancelled')) = (finished_at is not null)),
  constraint finished_after_start check (finished_at >= started_at),
  constraint row_count_is_not_negative check (row_count >= 0),
  constraint file_has_digest_and_end check (file_storage_key is null or (file_sha256 is not null and file_expires_at is not null)),
  constraint failed_says_why check ((status = 'failed') = (error_code is not null))
);
alter table public.report_runs enable row level security;
revoke all on table public.report_runs from anon, authenticated, service_role;
comment on table public.report_runs is 'One run of a report with its state, rows and file, until the file expires. A finished run stays as it was.';
comment on column public.report_runs.schedule_id is 'NULL for a run by hand.';
comment on column public.report_runs.file_storage_key is 'Emptied when the file is purged.';
alter table public.report_runs add constraint report_runs_report_id_fkey foreign key (report_id) references public.report_definitions (id) on delete cascade;
create index report_runs_report_id_created_at_idx on public.report_runs (report_id, created_at desc);
create index report_runs_file_expires_at_idx on public.report_runs (file_expires_at) where (file_storage_key is not null);
comment on index public.report_runs_file_expires_at_idx is 'Files to purge.';
create index report_runs_created_at_idx on public.report_runs (created_at) where (status in ('queued', 'running'));
create index report_runs_schedule_id_fkey_idx on public.report_runs (schedule_id) where (schedule_id is not null);
create trigger touch_updated_at before update on public.report_runs for each row execute function boyfanz.touch_updated_at();
create trigger finished_stays before update on public.report_runs for each row execute function boyfanz.freeze_when_set('finished_at', 'clear file_storage_key', 'clear schedule_id');
create trigger schedule_of_same_report before insert on public.report_runs for each row when (new.schedule_id is not null) execute function boyfanz.matches_parent('schedule_id', 'report_schedules', 'report_id');

create table public.report_schedules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  report_id uuid not null,
  cron text not null,
  timezone text default 'UTC' not null,
  next_run_at timestamptz,
  last_run_at timestamptz,
  is_enabled boolean default true not null,
  failure_count smallint default 0 not null,
  disabled_reason text,
  constraint report_schedules_pkey primary key (id),
  constraint cron_form check (cron ~ '^\S+( \S+){4}$'),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint failure_count_is_not_negative check (failure_count >= 0),
  constraint enabled_runs_next check (not is_enabled or next_run_at is not null),
  constraint enabled_has_no_reason_against_it check (not is_enabled or disabled_reason is null)
) with (fillfactor = 80);
alter table public.report_schedules enable row level security;
alter table public.report_recipients add constraint report_recipients_schedule_id_fkey foreign key (schedule_id) references public.report_schedules (id) on delete cascade;
alter table public.report_runs add constraint report_runs_schedule_id_fkey foreign key (schedule_id) references public.report_schedules (id) on delete set null;
revoke all on table public.report_schedules from anon, authenticated, service_role;
comment on table public.report_schedules is 'When a report runs, in the time zone of its owner, with the next time worked out for the scheduler.';
comment on column public.report_schedules.cron is 'Five fields.';
comment on column public.report_schedules.timezone is 'Name in the IANA time zone database.';
comment on column public.report_schedules.failure_count is 'Failures in a row.';
alter table public.report_schedules add constraint report_schedules_report_id_fkey foreign key (report_id) references public.report_definitions (id) on delete cascade;
create index report_schedules_next_run_at_idx on public.report_schedules (next_run_at) where (is_enabled);
comment on index public.report_schedules_next_run_at_idx is 'Due schedules.';
create index report_schedules_report_id_fkey_idx on public.report_schedules (report_id);
create trigger touch_updated_at before update on public.report_schedules for each row execute function boyfanz.touch_updated_at();

create table public.revenue_metrics_daily (
  metric_date date not null,
  creator_id uuid not null,
  revenue_kind text not null,
  country_code public.country_code default 'ZZ' not null,
  currency public.currency_code not null,
  transactions integer default 0 not null,
  payers integer default 0 not null,
  gross_minor bigint default 0 not null,
  fees_minor bigint default 0 not null,
  tax_minor bigint default 0 not null,
  refunds_minor bigint default 0 not null,
  chargebacks_minor bigint default 0 not null,
  net_minor bigint default 0 not null,
  ledger_watermark bigint not null,
  computed_at timestamptz default now() not null,
  reconciled_at timestamptz,
  constraint revenue_metrics_daily_pkey primary key (metric_date, creator_id, revenue_kind, country_code, currency),
  constraint revenue_metrics_daily_revenue_kind_check check (revenue_kind in ('subscription', 'ppv', 'tip', 'gift', 'message', 'live_ticket', 'marketplace', 'booking', 'referral')),
  constraint net_adds_up check (net_minor = gross_minor - fees_minor - tax_minor - refunds_minor - chargebacks_minor),
  constraint takings_are_not_negative check (gross_minor >= 0 and refunds_minor >= 0 and chargebacks_minor >= 0),
  constraint counts_are_not_negative check (transactions >= 0 and payers >= 0)
) partition by range (metric_date);
alter table public.revenue_metrics_daily enable row level security;
revoke all on table public.revenue_metrics_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'revenue_metrics_daily', 'metric_date', '12 months', 1, null, '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.revenue_metrics_daily'::regclass);
comment on table public.revenue_metrics_daily is 'Revenue per day, creator, product line, country and currency, from the ledger and not from events. Once reconciled a row stays as it is until it is reopened.';
comment on column public.revenue_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.revenue_metrics_daily.country_code is 'Of the buyer; ZZ when it is not known.';
comment on column public.revenue_metrics_daily.gross_minor is 'Minor units of currency, as all amounts of the row.';
comment on column public.revenue_metrics_daily.net_minor is 'Negative when more was paid back than taken.';
comment on column public.revenue_metrics_daily.ledger_watermark is 'posting_no of the last posting that is counted.';
alter table public.revenue_metrics_daily add constraint revenue_metrics_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.revenue_metrics_daily add constraint revenue_metrics_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index revenue_metrics_daily_creator_id_metric_date_revenue_kind_idx on public.revenue_metrics_daily (creator_id, metric_date desc, revenue_kind);
create index revenue_metrics_daily_metric_date_idx on public.revenue_metrics_daily (metric_date) where (reconciled_at is null);
comment on index public.revenue_metrics_daily_metric_date_idx is 'Open reconciliations.';
create index revenue_metrics_daily_currency_fkey_idx on public.revenue_metrics_daily (currency);
create trigger reconciled_stays before update or delete on public.revenue_metrics_daily for each row execute function boyfanz.freeze_when_set('reconciled_at', 'clear reconciled_at');

create table public.rollup_watermarks (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rollup_key text not null,
  shard smallint default 0 not null,
  low_watermark timestamptz not null,
  high_watermark timestamptz not null,
  last_source_id uuid,
  late_window_minutes integer default 60 not null,
  last_run_at timestamptz,
  lease_owner text,
  lease_expires_at timestamptz,
  constraint rollup_watermarks_pkey primary key (rollup_key, shard),
  constraint rollup_key_form check (rollup_key ~ '^[a-z][a-z0-9_.]{1,99}$'),
  constraint shard_is_not_negative check (shard >= 0),
  constraint watermarks_are_ordered check (low_watermark <= high_watermark),
  constraint late_window_is_not_negative check (late_window_minutes >= 0),
  constraint lease_names_its_owner check ((lease_owner is null) = (lease_expires_at is null))
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 200);
alter table public.rollup_watermarks enable row level security;
revoke all on table public.rollup_watermarks from anon, authenticated, service_role;
comment on table public.rollup_watermarks is 'How far a rollup has read its source, so that a job goes on where it stopped and reads what came late again. Deleting the row starts it over.';
comment on column public.rollup_watermarks.low_watermark is 'Everything before it is final.';
comment on column public.rollup_watermarks.high_watermark is 'Everything before it was read at least once.';
comment on column public.rollup_watermarks.last_source_id is 'Last row that was read, where the source is read in the order of its keys.';
create trigger touch_updated_at before update on public.rollup_watermarks for each row execute function boyfanz.touch_updated_at();
create trigger watermarks_only_rise before update of low_watermark, high_watermark on public.rollup_watermarks for each row when (new.low_watermark < old.low_watermark or new.high_watermark < old.high_watermark) execute function boyfanz.refuse_when('The rollup starts over when its row is deleted.');

create table public.saved_queries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  name text not null,
  kind text default 'builder' not null,
  definition jsonb not null,
  parameters jsonb default '{}' not null,
  max_cost integer default 100000 not null,
  review_state text default 'none' not null,
  reviewed_by uuid,
  last_run_at timestamptz,
  last_duration_ms integer,
  constraint saved_queries_pkey primary key (id),
  constraint saved_queries_kind_check check (kind in ('builder', 'sql')),
  constraint saved_queries_review_state_check check (review_state in ('none', 'pending', 'approved', 'rejected')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint definition_is_object check (jsonb_typeof(definition) = 'object'),
  constraint parameters_is_object check (jsonb_typeof(parameters) = 'object'),
  constraint max_cost_is_positive check (max_cost > 0),
  constraint sql_is_reviewed check (kind <> 'sql' or review_state <> 'none'),
  constraint nobody_reviews_their_own check (reviewed_by <> owner_user_id),
  constraint last_run_is_whole check ((last_run_at is null) = (last_duration_ms is null) and (last_duration_ms is null or last_duration_ms >= 0))
);
alter table public.saved_queries enable row level security;
alter table public.analytics_exports add constraint analytics_exports_saved_query_id_fkey foreign key (saved_query_id) references public.saved_queries (id) on delete set null;
alter table public.dashboard_widgets add constraint dashboard_widgets_saved_query_id_fkey foreign key (saved_query_id) references public.saved_queries (id) on delete restrict;
alter table public.report_definitions add constraint report_definitions_saved_query_id_fkey foreign key (saved_query_id) references public.saved_queries (id) on delete restrict;
revoke all on table public.saved_queries from anon, authenticated, service_role;
comment on table public.saved_queries is 'Query to be used again, built or written in SQL, with its parameters and a limit to its cost. SQL runs once it was approved by somebody else; a change takes the approval away.';
comment on column public.saved_queries.max_cost is 'Estimated cost of the plan above which it is not run.';
alter table public.saved_queries add constraint saved_queries_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.saved_queries add constraint saved_queries_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
create index saved_queries_owner_user_id_last_run_at_idx on public.saved_queries (owner_user_id, last_run_at desc);
create index saved_queries_reviewed_by_fkey_idx on public.saved_queries (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.saved_queries for each row execute function boyfanz.touch_updated_at();
create trigger review_names_the_reviewer before insert or update of review_state on public.saved_queries for each row when (new.review_state in ('approved', 'rejected') and new.reviewed_by is null) execute function boyfanz.refuse_when('A review names who made it.');
create trigger change_ends_the_approval before update of kind, definition, parameters on public.saved_queries for each row when (new.review_state = 'approved' and (new.kind, new.definition, new.parameters) is distinct from (old.kind, old.definition, old.parameters)) execute function boyfanz.refuse_when('A changed query has to be reviewed again.');

create table public.search_query_events (
  id uuid default boyfanz.uuid_v7() not null,
  searched_at timestamptz default now() not null,
  actor_id uuid,
  query_normalised text,
  query_hash public.digest_256 not null,
  language public.language_tag,
  surface text not null,
  result_count integer not null,
  clicked_type text,
  clicked_id uuid,
  clicked_position smallint,
  constraint search_query_events_pkey primary key (id, searched_at),
  constraint search_query_events_surface_check check (surface in ('global', 'profile', 'messages', 'marketplace', 'live')),
  constraint query_length check (char_length(query_normalised) between 1 and 200),
  constraint own_messages_are_not_kept check (surface <> 'messages' or query_normalised is null),
  constraint result_count_is_not_negative check (result_count >= 0),
  constraint click_is_whole check (num_nonnulls(clicked_type, clicked_id, clicked_position) in (0, 3)),
  constraint click_is_on_a_result check (clicked_id is null or (result_count > 0 and clicked_position >= 0))
) partition by range (searched_at);
alter table public.search_query_events enable row level security;
revoke all on table public.search_query_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'search_query_events', 'searched_at', '7 days', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.search_query_events'::regclass);
comment on table public.search_query_events is 'A search with how much it found and what was opened; shows demand that nothing meets and judges the order of results. A text that few have searched for is dropped by a job, the hash stays.';
comment on column public.search_query_events.query_normalised is 'NULL for what only few have searched for.';
comment on column public.search_query_events.query_hash is 'Keyed hash of the normalised text.';
comment on column public.search_query_events.clicked_id is 'Key in the table that clicked_type stands for.';
comment on column public.search_query_events.clicked_position is 'In the results, from 0.';
create index search_query_events_query_hash_searched_at_idx on public.search_query_events (query_hash, searched_at desc);
create index search_query_events_searched_at_idx on public.search_query_events (searched_at) where (result_count = 0);
comment on index public.search_query_events_searched_at_idx is 'Demand that nothing meets.';
create trigger append_only before update on public.search_query_events for each row execute function boyfanz.append_only('clear actor_id', 'clear query_normalised', 'set clicked_type', 'set clicked_id', 'set clicked_position');

create table public.tracking_link_clicks (
  id uuid default boyfanz.uuid_v7() not null,
  clicked_at timestamptz default now() not null,
  link_id uuid not null,
  actor_id uuid,
  visitor_hash public.digest_256,
  country_code public.country_code,
  device_class text not null,
  referrer_domain text,
  is_bot boolean default false not null,
  constraint tracking_link_clicks_pkey primary key (id, clicked_at),
  constraint tracking_link_clicks_device_class_check check (device_class in ('mobile', 'tablet', 'desktop', 'tv', 'bot')),
  constraint bot_device_is_a_bot check (device_class <> 'bot' or is_bot)
) partition by range (clicked_at);
alter table public.tracking_link_clicks enable row level security;
revoke all on table public.tracking_link_clicks from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'tracking_link_clicks', 'clicked_at', '7 days', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.tracking_link_clicks'::regclass);
comment on table public.tracking_link_clicks is 'One click on a tracking link with rough device and country, kept longer than any attribution looks back.';
comment on column public.tracking_link_clicks.visitor_hash is 'Salted for the day; see analytics_visitor_salts.';
create index tracking_link_clicks_link_id_clicked_at_idx on public.tracking_link_clicks (link_id, clicked_at desc);
create trigger append_only before update on public.tracking_link_clicks for each row execute function boyfanz.append_only('clear actor_id', 'clear visitor_hash');

create table public.tracking_link_clicks_daily (
  link_id uuid not null,
  click_date date not null,
  country_code public.country_code default 'ZZ' not null,
  clicks bigint default 0 not null,
  bot_clicks bigint default 0 not null,
  computed_at timestamptz default now() not null,
  constraint tracking_link_clicks_daily_pkey primary key (link_id, click_date, country_code),
  constraint clicks_are_some check (clicks >= 0 and bot_clicks >= 0 and clicks + bot_clicks > 0)
) partition by range (click_date);
alter table public.tracking_link_clicks_daily enable row level security;
revoke all on table public.tracking_link_clicks_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'tracking_link_clicks_daily', 'click_date', '1 month', 1, '25 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.tracking_link_clicks_daily'::regclass);
comment on table public.tracking_link_clicks_daily is 'Clicks of people and of bots per link, day and country; filled by a job, or from a continuous aggregate where there is one.';
comment on column public.tracking_link_clicks_daily.click_date is 'Day in UTC.';
comment on column public.tracking_link_clicks_daily.country_code is 'ZZ when it is not known.';
comment on column public.tracking_link_clicks_daily.clicks is 'Without bots.';

create table public.tracking_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  campaign_id uuid,
  slug extensions.citext not null,
  destination_path text not null,
  label text not null,
  utm jsonb default '{}' not null,
  clicks_total bigint default 0 not null,
  conversions_total bigint default 0 not null,
  is_active boolean default true not null,
  expires_at timestamptz,
  constraint tracking_links_pkey primary key (id),
  constraint tracking_links_slug_key unique (slug),
  constraint slug_form check (slug::text ~ '^[A-Za-z0-9_-]{3,64}$'),
  constraint destination_is_a_path check (destination_path like '/%' and destination_path not like '//%' and char_length(destination_path) <= 2048),
  constraint label_length check (char_length(btrim(label)) between 1 and 100),
  constraint utm_is_object check (jsonb_typeof(utm) = 'object'),
  constraint totals_are_not_negative check (clicks_total >= 0 and conversions_total >= 0)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.tracking_links enable row level security;
alter table public.attribution_credits add constraint attribution_credits_link_id_fkey foreign key (link_id) references public.tracking_links (id) on delete set null;
revoke all on table public.tracking_links from anon, authenticated, service_role;
comment on table public.tracking_links is 'Short tagged link to share outside of the platform; it resolves to a path here and is credited with what follows.';
comment on column public.tracking_links.creator_id is 'NULL for a link of the platform.';
comment on column public.tracking_links.clicks_total is 'Without bots.';
alter table public.tracking_links add constraint tracking_links_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.tracking_links add constraint tracking_links_campaign_id_fkey foreign key (campaign_id) references public.marketing_campaigns (id) on delete set null;
create index tracking_links_creator_id_created_at_idx on public.tracking_links (creator_id, created_at desc);
create index tracking_links_campaign_id_fkey_idx on public.tracking_links (campaign_id) where (campaign_id is not null);
create trigger touch_updated_at before update on public.tracking_links for each row execute function boyfanz.touch_updated_at();
create trigger slug_stays before update of slug, creator_id on public.tracking_links for each row execute function boyfanz.set_once('slug', 'creator_id');

create table public.traffic_sources (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel text not null,
  source text not null,
  medium text default '' not null,
  referrer_domain text,
  is_adult_network boolean default false not null,
  is_blocked boolean default false not null,
  constraint traffic_sources_pkey primary key (id),
  constraint traffic_sources_channel_source_medium_key unique (channel, source, medium),
  constraint traffic_sources_channel_check check (channel in ('direct', 'organic_search', 'social', 'referral', 'email', 'push', 'paid', 'affiliate', 'creator_link', 'app_store', 'internal')),
  constraint source_and_medium_are_lower_case check (source = lower(btrim(source)) and medium = lower(btrim(medium)) and source <> ''),
  constraint referrer_domain_form check (referrer_domain ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$')
);
alter table public.traffic_sources enable row level security;
alter table public.analytics_identities add constraint analytics_identities_first_source_id_fkey foreign key (first_source_id) references public.traffic_sources (id) on delete set null;
alter table public.marketing_campaigns add constraint marketing_campaigns_source_id_fkey foreign key (source_id) references public.traffic_sources (id) on delete restrict;
revoke all on table public.traffic_sources from anon, authenticated, service_role;
comment on table public.traffic_sources is 'Channel, source and medium of a visit as one small key, so that facts do not repeat the referrer.';
create index traffic_sources_referrer_domain_idx on public.traffic_sources (referrer_domain);
comment on index public.traffic_sources_referrer_domain_idx is 'Source of an incoming referrer.';
create trigger touch_updated_at before update on public.traffic_sources for each row execute function boyfanz.touch_updated_at();

create table public.user_activity_daily (
  user_id uuid not null,
  activity_date date not null,
  sessions smallint default 0 not null,
  active_seconds integer default 0 not null,
  posts_viewed integer default 0 not null,
  likes integer default 0 not null,
  comments integer default 0 not null,
  messages_sent integer default 0 not null,
  purchases smallint default 0 not null,
  spend_minor bigint default 0 not null,
  currency public.currency_code,
  live_seconds integer default 0 not null,
  platforms_mask smallint default 0 not null,
  is_creator boolean default false not null,
  signup_date date not null,
  computed_at timestamptz default now() not null,
  constraint user_activity_daily_pkey primary key (user_id, activity_date),
  constraint seconds_fit_a_day check (active_seconds between 0 and 86400 and live_seconds between 0 and 86400),
  constraint counts_are_not_negative check (sessions >= 0 and posts_viewed >= 0 and likes >= 0 and comments >= 0 and messages_sent >= 0 and purchases >= 0),
  constraint spend_names_its_currency check (spend_minor = 0 or (spend_minor > 0 and currency is not null)),
  constraint platforms_are_known check (platforms_mask between 0 and 63),
  constraint signed_up_before check (signup_date <= activity_date)
) partition by range (activity_date);
alter table public.user_activity_daily enable row level security;
revoke all on table public.user_activity_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'user_activity_daily', 'activity_date', '1 month', 1, '24 months', 'fillfactor = 85', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.user_activity_daily'::regclass);
comment on table public.user_activity_daily is 'A user''s day with counts of what was done; daily, weekly and monthly actives, stickiness and retention are exact from it.';
comment on column public.user_activity_daily.activity_date is 'Day in UTC.';
comment on column public.user_activity_daily.spend_minor is 'Minor units of currency.';
comment on column public.user_activity_daily.currency is 'The reporting currency, to which amounts are converted.';
comment on column public.user_activity_daily.platforms_mask is '1 web, 2 ios, 4 android, 8 desktop, 16 extension, 32 api.';
alter table public.user_activity_daily add constraint user_activity_daily_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index user_activity_daily_activity_date_signup_date_idx on public.user_activity_daily (activity_date, signup_date) include (user_id);
comment on index public.user_activity_daily_activity_date_signup_date_idx is 'Retention triangle.';
create index user_activity_daily_activity_date_idx on public.user_activity_daily using brin (activity_date);

create table public.user_engagement_scores (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  recency_score smallint not null,
  frequency_score smallint not null,
  monetary_score smallint not null,
  lifecycle_stage text default 'new' not null,
  stage_since timestamptz default now() not null,
  streak_days integer default 0 not null,
  last_active_on date not null,
  score_version integer default 1 not null,
  constraint user_engagement_scores_pkey primary key (user_id),
  constraint user_engagement_scores_lifecycle_stage_check check (lifecycle_stage in ('new', 'activated', 'engaged', 'power', 'slipping', 'dormant', 'churned', 'resurrected')),
  constraint scores_in_range check (recency_score between 1 and 5 and frequency_score between 1 and 5 and monetary_score between 1 and 5),
  constraint streak_is_not_negative check (streak_days >= 0),
  constraint score_version_is_positive check (score_version > 0)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_engagement_scores enable row level security;
revoke all on table public.user_engagement_scores from anon, authenticated, service_role;
comment on table public.user_engagement_scores is 'How recent, frequent and valuable a user is and the stage of life that follows; for audiences and against churn.';
alter table public.user_engagement_scores add constraint user_engagement_scores_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index user_engagement_scores_lifecycle_stage_stage_since_idx on public.user_engagement_scores (lifecycle_stage, stage_since);
comment on index public.user_engagement_scores_lifecycle_stage_stage_since_idx is 'Audiences to win back.';
create trigger touch_updated_at before update on public.user_engagement_scores for each row execute function boyfanz.touch_updated_at();

create table public.video_retention_curves (
  video_id uuid not null,
  week_start date not null,
  creator_id uuid not null,
  plays integer default 0 not null,
  unique_viewers integer default 0 not null,
  viewers_at_percent integer[] not null,
  avg_watch_ms integer default 0 not null,
  completion_ppm integer default 0 not null,
  rewatch_points jsonb,
  computed_at timestamptz default now() not null,
  constraint video_retention_curves_pkey primary key (video_id, week_start),
  constraint curve_has_101_points check (cardinality(viewers_at_percent) = 101 and array_ndims(viewers_at_percent) = 1 and array_position(viewers_at_percent, null) is null and 0 <= all (viewers_at_percent)),
  constraint week_begins_on_monday check (extract(isodow from week_start) = 1),
  constraint counts_are_not_negative check (plays >= 0 and unique_viewers between 0 and plays and avg_watch_ms >= 0),
  constraint completion_in_range check (completion_ppm between 0 and 1000000),
  constraint rewatch_points_is_object check (jsonb_typeof(rewatch_points) = 'object')
);
alter table public.video_retention_curves enable row level security;
revoke all on table public.video_retention_curves from anon, authenticated, service_role;
comment on table public.video_retention_curves is 'How many still watch at each percent of a video, per week, in one array; of the creator of the video.';
comment on column public.video_retention_curves.week_start is 'A Monday.';
comment on column public.video_retention_curves.viewers_at_percent is 'From 0 to 100 percent, 101 numbers.';
comment on column public.video_retention_curves.completion_ppm is 'Millionths of the plays.';
comment on column public.video_retention_curves.rewatch_points is 'Positions in milliseconds to how often they were watched again.';
alter table public.video_retention_curves add constraint video_retention_curves_video_id_fkey foreign key (video_id) references public.videos (id) on delete cascade;
alter table public.video_retention_curves add constraint video_retention_curves_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index video_retention_curves_creator_id_week_start_idx on public.video_retention_curves (creator_id, week_start desc);
create trigger creator_of_the_video before insert or update of video_id, creator_id on public.video_retention_curves for each row execute function boyfanz.matches_parent('video_id', 'videos', 'creator_id=author_id');

create table public.video_watch_heartbeats (
  playback_id uuid not null,
  beat_at timestamptz default now() not null,
  video_id uuid not null,
  actor_id uuid,
  position_ms integer not null,
  rendition text,
  buffered_ms integer default 0 not null,
  stall_count smallint default 0 not null,
  is_muted boolean default false not null,
  playback_rate real default 1 not null,
  constraint video_watch_heartbeats_pkey primary key (playback_id, beat_at),
  constraint measures_are_not_negative check (position_ms >= 0 and buffered_ms >= 0 and stall_count >= 0),
  constraint playback_rate_in_range check (playback_rate > 0 and playback_rate <= 16)
) partition by range (beat_at);
alter table public.video_watch_heartbeats enable row level security;
revoke all on table public.video_watch_heartbeats from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'video_watch_heartbeats', 'beat_at', '1 day', 3, '60 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.video_watch_heartbeats'::regclass);
comment on table public.video_watch_heartbeats is 'Beat of a player with position and quality; retention curves and the share of buffering are computed from them.';
comment on column public.video_watch_heartbeats.playback_id is 'Chosen by the player; the same for all beats of a viewing.';
comment on column public.video_watch_heartbeats.stall_count is 'Since the beat before.';
create index video_watch_heartbeats_video_id_beat_at_idx on public.video_watch_heartbeats (video_id, beat_at desc);
create trigger append_only before update on public.video_watch_heartbeats for each row execute function boyfanz.append_only('clear actor_id');

create table public.abuse_report_evidence (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  report_id uuid not null,
  evidence_kind text not null,
  media_asset_id uuid,
  storage_key text,
  content_enc bytea,
  key_id smallint,
  content_sha256 public.digest_256 not null,
  captured_at timestamptz default now() not null,
  constraint abuse_report_evidence_pkey primary key (id),
  constraint abuse_report_evidence_evidence_kind_check check (evidence_kind in ('message_snapshot', 'media_reference', 'url', 'text', 'file')),
  constraint something_is_there check (num_nonnulls(media_asset_id, storage_key, content_enc) >= 1),
  constraint content_fits_kind check (case evidence_kind when 'media_reference' then media_asset_id is not null when 'file' then storage_key is not null
  else content_enc is not null end),
  constraint content_names_its_key check ((content_enc is null) = (key_id is null))
);
alter table public.abuse_report_evidence enable row level security;
revoke all on table public.abuse_report_evidence from anon, authenticated, service_role;
comment on table public.abuse_report_evidence is 'What came with a report, frozen as it was then; a disclosed message, a web address, a text, a file or our own media.';
comment on column public.abuse_report_evidence.content_enc is 'Encrypted with key_id; a message only with the consent of who disclosed it.';
comment on column public.abuse_report_evidence.key_id is 'Version of the encryption key.';
comment on column public.abuse_report_evidence.content_sha256 is 'Of the clear content.';
alter table public.abuse_report_evidence add constraint abuse_report_evidence_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete restrict;
create index abuse_report_evidence_report_id_fkey_idx on public.abuse_report_evidence (report_id);
create index abuse_report_evidence_media_asset_id_fkey_idx on public.abuse_report_evidence (media_asset_id) where (media_asset_id is not null);
create trigger append_only before update on public.abuse_report_evidence for each row execute function boyfanz.append_only();

create table public.abuse_report_reasons (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer not null,
  parent_id uuid,
  rule_id uuid,
  default_queue_id uuid not null,
  label_key text not null,
  applies_to text[] default '{}' not null,
  requires_text boolean default false not null,
  is_legal_notice boolean default false not null,
  allows_anonymous boolean default false not null,
  urgency smallint default 0 not null,
  is_active boolean default true not null,
  constraint abuse_report_reasons_pkey primary key (id),
  constraint abuse_report_reasons_key_version_key unique (key, version),
  constraint abuse_report_reasons_applies_to_check check (applies_to <@ array['user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection']::text[]),
  constraint version_is_positive check (version > 0),
  constraint urgency_in_range check (urgency between 0 and 9),
  constraint not_its_own_parent check (parent_id <> id)
);
alter table public.abuse_report_reasons enable row level security;
revoke all on table public.abuse_report_reasons from anon, authenticated, service_role;
comment on table public.abuse_report_reasons is 'Choices of the report form with the rule, queue and urgency they lead to. Once a report uses a version its meaning is frozen, so that old reports still say what was meant.';
comment on column public.abuse_report_reasons.label_key is 'Key of the text in i18n_keys.';
comment on column public.abuse_report_reasons.applies_to is 'Types of moderation_subjects; empty for all.';
comment on column public.abuse_report_reasons.is_legal_notice is 'Reports are notices under Article 16 of the DSA.';
comment on column public.abuse_report_reasons.allows_anonymous is 'Article 16 takes notices of child sexual abuse without a name.';
comment on column public.abuse_report_reasons.urgency is '0 to 9, 9 is worked first.';
alter table public.abuse_report_reasons add constraint abuse_report_reasons_parent_id_fkey foreign key (parent_id) references public.abuse_report_reasons (id) on delete restrict;
create unique index abuse_report_reasons_key_idx on public.abuse_report_reasons (key) where (is_active);
comment on index public.abuse_report_reasons_key_idx is 'One version on the form.';
create index abuse_report_reasons_active_children_idx on public.abuse_report_reasons (parent_id) where (is_active);
create index abuse_report_reasons_parent_id_fkey_idx on public.abuse_report_reasons (parent_id) where (parent_id is not null);
create index abuse_report_reasons_rule_id_fkey_idx on public.abuse_report_reasons (rule_id) where (rule_id is not null);
create index abuse_report_reasons_default_queue_id_fkey_idx on public.abuse_report_reasons (default_queue_id);
create trigger touch_updated_at before update on public.abuse_report_reasons for each row execute function boyfanz.touch_updated_at();
create trigger meaning_stays before update on public.abuse_report_reasons for each row execute function boyfanz.freeze_when_used('abuse_reports', 'reason_id', 'change default_queue_id', 'change urgency', 'change is_active');
create trigger refuse_cycle after insert or update of parent_id on public.abuse_report_reasons for each row when (new.parent_id is not null) execute function boyfanz.refuse_cycle('parent_id');

create table public.abuse_reports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  reporter_id uuid,
  subject_id uuid not null,
  case_id uuid,
  user_report_id uuid,
  message_report_id uuid,
  reason_id uuid not null,
  trusted_flagger_id uuid,
  details text,
  is_legal_notice boolean default false not null,
  good_faith_confirmed boolean default false not null,
  is_anonymous boolean default false not null,
  reporter_contact_enc bytea,
  key_id smallint,
  legal_basis text,
  state text default 'open' not null,
  reporter_notified_at timestamptz,
  outcome_notified_at timestamptz,
  reporter_erased_at timestamptz,
  is_muted boolean default false not null,
  constraint abuse_reports_pkey primary key (id),
  constraint abuse_reports_user_report_id_key unique (user_report_id),
  constraint abuse_reports_message_report_id_key unique (message_report_id),
  constraint abuse_reports_state_check check (state in ('open', 'linked', 'actioned', 'dismissed', 'duplicate', 'withdrawn')),
  constraint legal_notice_is_in_good_faith check (not is_legal_notice or good_faith_confirmed),
  constraint reporter_is_known check (num_nonnulls(reporter_id, reporter_contact_enc, trusted_flagger_id, reporter_erased_at) > 0 or is_anonymous),
  constraint anonymous_has_no_name check (not is_anonymous or num_nonnulls(reporter_id, reporter_contact_enc) = 0),
  constraint from_one_form check (num_nonnulls(user_report_id, message_report_id) <= 1),
  constraint contact_names_its_key check ((reporter_contact_enc is null) = (key_id is null)),
  constraint erased_has_no_contact check (reporter_erased_at is null or reporter_contact_enc is null),
  constraint details_length check (char_length(details) <= 10000)
);
alter table public.abuse_reports enable row level security;
alter table public.abuse_report_evidence add constraint abuse_report_evidence_report_id_fkey foreign key (report_id) references public.abuse_reports (id) on delete cascade;
revoke all on table public.abuse_reports from anon, authenticated, service_role;
comment on table public.abuse_reports is 'Every report of a subject on its way to a case, by a member, guest or trusted flagger. The forms for accounts and messages are filed in user_reports and message_reports first. Nothing but the handling ever changes, and who is reported cannot make it go.';
comment on column public.abuse_reports.is_legal_notice is 'A notice under Article 16 of the DSA.';
comment on column public.abuse_reports.reporter_contact_enc is 'Name and address of a guest; encrypted with key_id.';
comment on column public.abuse_reports.key_id is 'Version of the encryption key.';
comment on column public.abuse_reports.reporter_notified_at is 'Receipt of the notice.';
comment on column public.abuse_reports.reporter_erased_at is 'When a guest''s contact was erased.';
comment on column public.abuse_reports.is_muted is 'The reporter abuses reporting; it does not count.';
alter table public.abuse_reports add constraint abuse_reports_reporter_id_fkey foreign key (reporter_id) references public.users (id) on delete restrict;
alter table public.abuse_reports add constraint abuse_reports_user_report_id_fkey foreign key (user_report_id) references public.user_reports (id) on delete restrict;
alter table public.abuse_reports add constraint abuse_reports_message_report_id_fkey foreign key (message_report_id) references public.message_reports (id) on delete restrict;
alter table public.abuse_reports add constraint abuse_reports_reason_id_fkey foreign key (reason_id) references public.abuse_report_reasons (id) on delete restrict;
create unique index abuse_reports_reporter_id_subject_id_reason_id_idx on public.abuse_reports (reporter_id, subject_id, reason_id) where (state = 'open');
create index abuse_reports_created_at_id_idx on public.abuse_reports (created_at, id) where (state = 'open');
comment on index public.abuse_reports_created_at_id_idx is 'For the worker that routes.';
create index abuse_reports_subject_id_created_at_idx on public.abuse_reports (subject_id, created_at desc);
create index abuse_reports_reporter_id_created_at_idx on public.abuse_reports (reporter_id, created_at desc);
create index abuse_reports_case_id_fkey_idx on public.abuse_reports (case_id) where (case_id is not null);
create index abuse_reports_reason_id_fkey_idx on public.abuse_reports (reason_id);
create index abuse_reports_trusted_flagger_id_fkey_idx on public.abuse_reports (trusted_flagger_id) where (trusted_flagger_id is not null);
create trigger touch_updated_at before update on public.abuse_reports for each row execute function boyfanz.touch_updated_at();
create trigger fits_its_reason before insert on public.abuse_reports for each row execute function boyfanz.check_parent('abuse_report_reasons', 'parent.id = child.reason_id and (child.details is not null or not parent.requires_text) and (child.is_legal_notice or not parent.is_legal_notice) and (parent.allows_anonymous or not child.is_anonymous) and (cardinality(parent.applies_to) = 0 or exists (
  select from public.moderation_subjects s where s.id = child.subject_id and s.subject_type = any (parent.applies_to)))', 'The reason asks for a text, a legal notice, a name or another kind of subject.');
create trigger flagger_is_trusted before insert on public.abuse_reports for each row when (new.trusted_flagger_id is not null) execute function boyfanz.check_parent('trusted_flaggers', 'parent.id = child.trusted_flagger_id and parent.status = ''active''', 'The status of the trusted flagger is suspended or has ended; without it the report is an ordinary one.');
create trigger account_report_of_same_reporter before insert on public.abuse_reports for each row when (new.user_report_id is not null) execute function boyfanz.matches_parent('user_report_id', 'user_reports', 'reporter_id');
create trigger message_report_of_same_reporter before insert on public.abuse_reports for each row when (new.message_report_id is not null) execute function boyfanz.matches_parent('message_report_id', 'message_reports', 'reporter_id');
create trigger only_the_handling_changes before update on public.abuse_reports for each row execute function boyfanz.append_only('change state', 'change case_id', 'set reporter_notified_at', 'set outcome_notified_at', 'change is_muted', 'clear details', 'clear reporter_contact_enc', 'clear key_id', 'set reporter_erased_at');

create table public.account_restrictions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  during tstzrange not null,
  decision_id uuid,
  rule_id uuid,
  public_reason text not null,
  internal_note text,
  imposed_by uuid,
  lifted_at timestamptz,
  lifted_by uuid,
  notice_sent_at timestamptz,
  constraint account_restrictions_pkey primary key (id),
  constraint account_restrictions_kind_check check (kind in ('ban', 'suspension', 'posting', 'messaging', 'commenting', 'live', 'payout_hold', 'monetisation', 'shadow_limit')),
  constraint during_form check (not isempty(during) and not lower_inf(during) and lower_inc(during) and not upper_inc(during)),
  constraint ban_has_no_end check (kind <> 'ban' or upper_inf(during)),
  constraint lifter_belongs_to_a_lifting check (lifted_by is null or lifted_at is not null),
  constraint nobody_restricts_themselves check (imposed_by <> user_id),
  constraint account_restrictions_one_of_a_kind_excl exclude using gist (user_id with =, kind with =, during with &&) where (lifted_at is null)
);
alter table public.account_restrictions enable row level security;
revoke all on table public.account_restrictions from anon, authenticated, service_role;
comment on table public.account_restrictions is 'Suspension, ban or block of a feature on an account for a period; two in force of one kind never overlap. Looked up on every write. Other terms are a lifting and a new row.';
comment on column public.account_restrictions.during is 'From the start, which belongs to it, to the end, which does not; a ban has none.';
comment on column public.account_restrictions.imposed_by is 'NULL for the machine.';
alter table public.account_restrictions add constraint account_restrictions_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.account_restrictions add constraint account_restrictions_imposed_by_fkey foreign key (imposed_by) references public.users (id) on delete set null;
alter table public.account_restrictions add constraint account_restrictions_lifted_by_fkey foreign key (lifted_by) references public.users (id) on delete set null;
create index account_restrictions_user_id_kind_idx on public.account_restrictions (user_id, kind) where (lifted_at is null);
comment on index public.account_restrictions_user_id_kind_idx is 'On every write.';
create index account_restrictions_expr_idx on public.account_restrictions ((upper(during))) where (lifted_at is null and not upper_inf(during));
comment on index public.account_restrictions_expr_idx is 'For the job that tells of the end.';
create index account_restrictions_user_id_fkey_idx on public.account_restrictions (user_id);
create index account_restrictions_decision_id_fkey_idx on public.account_restrictions (decision_id) where (decision_id is not null);
create index account_restrictions_rule_id_fkey_idx on public.account_restrictions (rule_id) where (rule_id is not null);
create index account_restrictions_imposed_by_fkey_idx on public.account_restrictions (imposed_by) where (imposed_by is not null);
create index account_restrictions_lifted_by_fkey_idx on public.account_restrictions (lifted_by) where (lifted_by is not null);
create trigger touch_updated_at before update on public.account_restrictions for each row execute function boyfanz.touch_updated_at();
create trigger only_the_lifting_changes before update on public.account_restrictions for each row execute function boyfanz.append_only('set lifted_at', 'set lifted_by', 'clear lifted_by', 'clear imposed_by', 'set notice_sent_at', 'change internal_note');
create trigger refuse_delete before delete on public.account_restrictions for each row execute function boyfanz.refuse_delete('Lift it instead.');

create table public.account_strikes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  decision_id uuid not null,
  rule_id uuid not null,
  category text default 'policy' not null,
  weight smallint default 1 not null,
  issued_at timestamptz default now() not null,
  expires_at timestamptz,
  voided_at timestamptz,
  voided_reason text,
  acknowledged_at timestamptz,
  constraint account_strikes_pkey primary key (id),
  constraint account_strikes_decision_id_user_id_key unique (decision_id, user_id),
  constraint account_strikes_category_check check (category in ('policy', 'copyright', 'payment', 'live', 'messaging')),
  constraint account_strikes_voided_reason_check check (voided_reason in ('appeal', 'error', 'policy_change')),
  constraint weight_in_range check (weight between 1 and 10),
  constraint expires_after_issue check (expires_at > issued_at),
  constraint voided_names_its_reason check ((voided_at is null) = (voided_reason is null))
);
alter table public.account_strikes enable row level security;
revoke all on table public.account_strikes from anon, authenticated, service_role;
comment on table public.account_strikes is 'Strike against an account from one decision, with weight and expiry. An appeal that succeeds voids it; nothing deletes it.';
alter table public.account_strikes add constraint account_strikes_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
create index account_strikes_user_id_category_expires_at_idx on public.account_strikes (user_id, category, expires_at) include (weight) where (voided_at is null);
comment on index public.account_strikes_user_id_category_expires_at_idx is 'Live strikes.';
create index account_strikes_user_id_fkey_idx on public.account_strikes (user_id);
create index account_strikes_rule_id_fkey_idx on public.account_strikes (rule_id);
create trigger touch_updated_at before update on public.account_strikes for each row execute function boyfanz.touch_updated_at();
create trigger fits_its_decision before insert on public.account_strikes for each row execute function boyfanz.check_parent('moderation_decisions', 'parent.id = child.decision_id and parent.rule_id = child.rule_id and parent.outcome in (''violation'', ''illegal'')', 'The decision found no violation of this rule.');
create trigger only_the_voiding_changes before update on public.account_strikes for each row execute function boyfanz.append_only('set voided_at', 'set voided_reason', 'set acknowledged_at');
create trigger refuse_delete before delete on public.account_strikes for each row execute function boyfanz.refuse_delete('Void it instead.');

create table public.age_assurance_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  region_code text not null,
  surface text not null,
  min_age smallint default 18 not null,
  methods_allowed text[] default '{}' not null,
  effective_from date not null,
  effective_to date,
  result_ttl_days integer not null,
  legal_reference text not null,
  service_blocked boolean default false not null,
  constraint age_assurance_policies_pkey primary key (id),
  constraint age_assurance_policies_region_code_surface_effective_from_key unique (region_code, surface, effective_from),
  constraint age_assurance_policies_surface_check check (surface in ('browse', 'account', 'explicit', 'purchase', 'upload', 'live')),
  constraint age_assurance_policies_methods_allowed_check check (methods_allowed <@ array['document', 'face_estimate', 'credit_card', 'mobile_operator', 'digital_wallet', 'open_banking', 'reused_token']::text[]),
  constraint region_code_form check (region_code ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  constraint min_age_in_range check (min_age between 13 and 25),
  constraint a_method_is_allowed check (service_blocked or cardinality(methods_allowed) > 0),
  constraint effective_is_ordered check (effective_to >= effective_from),
  constraint result_ttl_is_positive check (result_ttl_days > 0),
  constraint age_assurance_policies_one_in_force_excl exclude using gist (region_code with =, surface with =, (daterange(effective_from, effective_to, '[]')) with &&)
);
alter table public.age_assurance_policies enable row level security;
revoke all on table public.age_assurance_policies from anon, authenticated, service_role;
comment on table public.age_assurance_policies is 'Which proof of age a jurisdiction asks for on which surface, and how long a result is good; one at a time. What checks rest on never changes, only its end.';
comment on column public.age_assurance_policies.region_code is 'Country, or country and subdivision of ISO 3166-2, such as US-TX.';
comment on column public.age_assurance_policies.methods_allowed is 'As in user_age_verifications.';
comment on column public.age_assurance_policies.effective_to is 'Last day; NULL while it is in force.';
comment on column public.age_assurance_policies.service_blocked is 'We do not serve the surface there at all.';
create trigger touch_updated_at before update on public.age_assurance_policies for each row execute function boyfanz.touch_updated_at();
create trigger terms_stay before update on public.age_assurance_policies for each row execute function boyfanz.freeze_when_used('visitor_age_checks', 'policy_id', 'change effective_to', 'change legal_reference');

create table public.appeal_messages (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  appeal_id uuid not null,
  author_id uuid,
  author_role text not null,
  is_internal boolean default false not null,
  body text not null,
  media_asset_id uuid,
  sent_at timestamptz default now() not null,
  constraint appeal_messages_pkey primary key (id),
  constraint appeal_messages_author_role_check check (author_role in ('appellant', 'reviewer', 'system')),
  constraint appellant_has_no_internal_notes check (not (author_role = 'appellant' and is_internal)),
  constraint body_length check (char_length(body) <= 10000)
);
alter table public.appeal_messages enable row level security;
revoke all on table public.appeal_messages from anon, authenticated, service_role;
comment on table public.appeal_messages is 'Exchange and evidence within an appeal; notes among staff are kept apart from what the appellant sees.';
alter table public.appeal_messages add constraint appeal_messages_author_id_fkey foreign key (author_id) references public.users (id) on delete set null;
alter table public.appeal_messages add constraint appeal_messages_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete set null;
create index appeal_messages_appeal_id_sent_at_idx on public.appeal_messages (appeal_id, sent_at);
create index appeal_messages_author_id_fkey_idx on public.appeal_messages (author_id) where (author_id is not null);
create index appeal_messages_media_asset_id_fkey_idx on public.appeal_messages (media_asset_id) where (media_asset_id is not null);
create trigger appellant_is_the_author before insert on public.appeal_messages for each row when (new.author_role = 'appellant') execute function boyfanz.check_parent('appeals', 'parent.id = child.appeal_id and parent.appellant_id = child.author_id', 'The author is not the appellant.');
create trigger append_only before update on public.appeal_messages for each row execute function boyfanz.append_only('clear author_id', 'clear media_asset_id');

create table public.appeals (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  decision_id uuid not null,
  appellant_id uuid not null,
  appellant_role text default 'affected' not null,
  grounds text not null,
  state text default 'submitted' not null,
  filed_at timestamptz default now() not null,
  deadline_at timestamptz not null,
  reviewer_id uuid,
  outcome_reason text,
  new_decision_id uuid,
  decided_at timestamptz,
  constraint appeals_pkey primary key (id),
  constraint appeals_decision_id_appellant_id_key unique (decision_id, appellant_id),
  constraint appeals_appellant_role_check check (appellant_role in ('affected', 'reporter', 'depicted_person', 'rights_holder')),
  constraint appeals_state_check check (state in ('submitted', 'under_review', 'more_info', 'upheld', 'overturned', 'partly_overturned', 'rejected_late', 'withdrawn')),
  constraint deadline_after_filing check (deadline_at > filed_at),
  constraint decided_says_when_and_why check ((state in ('upheld', 'overturned', 'partly_overturned')) = (decided_at is not null and outcome_reason is not null) and (state in ('upheld', 'overturned', 'partly_overturned') or decided_at is null)),
  constraint decided_by_a_person check (state not in ('upheld', 'overturned', 'partly_overturned') or reviewer_id is not null),
  constraint overturned_has_a_new_decision check ((state in ('overturned', 'partly_overturned')) = (new_decision_id is not null)),
  constraint nobody_reviews_their_own check (reviewer_id <> appellant_id)
);
alter table public.appeals enable row level security;
alter table public.appeal_messages add constraint appeal_messages_appeal_id_fkey foreign key (appeal_id) references public.appeals (id) on delete restrict;
revoke all on table public.appeals from anon, authenticated, service_role;
comment on table public.appeals is 'Challenge to a decision by who is affected, reported or depicted. Somebody decides it who took no part in the decision, and never a machine alone.';
comment on column public.appeals.deadline_at is 'When we promised an answer.';
alter table public.appeals add constraint appeals_appellant_id_fkey foreign key (appellant_id) references public.users (id) on delete restrict;
alter table public.appeals add constraint appeals_reviewer_id_fkey foreign key (reviewer_id) references public.users (id) on delete restrict;
create index appeals_deadline_at_id_idx on public.appeals (deadline_at, id) where (state in ('submitted', 'under_review', 'more_info'));
comment on index public.appeals_deadline_at_id_idx is 'For who reviews.';
create index appeals_appellant_id_filed_at_idx on public.appeals (appellant_id, filed_at desc);
create index appeals_reviewer_id_decided_at_idx on public.appeals (reviewer_id, decided_at desc);
create index appeals_new_decision_id_fkey_idx on public.appeals (new_decision_id) where (new_decision_id is not null);
create trigger touch_updated_at before update on public.appeals for each row execute function boyfanz.touch_updated_at();
create trigger reviewer_did_not_decide before insert or update of reviewer_id, decision_id on public.appeals for each row when (new.reviewer_id is not null) execute function boyfanz.check_parent('moderation_decisions', 'parent.id = child.decision_id and parent.decided_by is distinct from child.reviewer_id and parent.second_reviewer_id is distinct from child.reviewer_id', 'Somebody reviews it who took no part in the decision.');
create trigger new_decision_supersedes_the_old before insert or update of new_decision_id, decision_id on public.appeals for each row when (new.new_decision_id is not null) execute function boyfanz.check_parent('moderation_decisions', 'parent.id = child.new_decision_id and parent.supersedes_id = child.decision_id and parent.decided_by is not null', 'The new decision is made by a person and supersedes the one appealed.');
create trigger freeze_when_decided before update or delete on public.appeals for each row execute function boyfanz.freeze_when_set('decided_at');
create trigger who_and_what_stay before update of decision_id, appellant_id, filed_at on public.appeals for each row execute function boyfanz.set_once('decision_id', 'appellant_id', 'filed_at');

create table public.audit_chain_heads (
  chain_id smallint not null,
  last_seq bigint default 0 not null,
  last_hash public.digest_256 default '\x0000000000000000000000000000000000000000000000000000000000000000' not null,
  last_at timestamptz default now() not null,
  constraint audit_chain_heads_pkey primary key (chain_id),
  constraint chain_id_in_range check (chain_id between 0 and 31),
  constraint last_seq_is_not_negative check (last_seq >= 0)
) with (fillfactor = 50, autovacuum_vacuum_threshold = 100, autovacuum_vacuum_scale_factor = 0);
alter table public.audit_chain_heads enable row level security;
revoke all on table public.audit_chain_heads from anon, authenticated, service_role;
comment on table public.audit_chain_heads is 'Last entry of each chain in audit_log_entries, locked while the next is appended; 32 chains keep one lock from serialising the whole platform. Written by the trigger of the log only.';
create trigger moves_on before update on public.audit_chain_heads for each row execute function boyfanz.only_grows('strictly', 'last_seq');
create trigger chain_stays before update of chain_id on public.audit_chain_heads for each row execute function boyfanz.set_once('chain_id');
create trigger refuse_delete before delete on public.audit_chain_heads for each row execute function boyfanz.refuse_delete('The chain would start anew.');
create trigger refuse_truncate before truncate on public.audit_chain_heads for each statement execute function boyfanz.refuse_delete();

create table public.audit_checkpoints (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  chain_id smallint not null,
  from_seq bigint not null,
  to_seq bigint not null,
  merkle_root public.digest_256 not null,
  signature bytea not null,
  signing_key_id text not null,
  external_anchor text,
  verified_at timestamptz,
  verification text default 'pending' not null,
  constraint audit_checkpoints_pkey primary key (id),
  constraint audit_checkpoints_chain_id_to_seq_key unique (chain_id, to_seq),
  constraint audit_checkpoints_verification_check check (verification in ('ok', 'broken', 'pending')),
  constraint range_is_ordered check (from_seq >= 1 and to_seq >= from_seq),
  constraint verified_names_its_time check ((verification = 'pending') = (verified_at is null)),
  constraint audit_checkpoints_ranges_do_not_overlap_excl exclude using gist (chain_id with =, (int8range(from_seq, to_seq, '[]')) with &&)
);
alter table public.audit_checkpoints enable row level security;
revoke all on table public.audit_checkpoints from anon, authenticated, service_role;
comment on table public.audit_checkpoints is 'Signed root over a range of entries, published to a store that cannot be rewritten, so that a chain that was forged as a whole is found. Ranges of a chain do not overlap.';
alter table public.audit_checkpoints add constraint audit_checkpoints_chain_id_fkey foreign key (chain_id) references public.audit_chain_heads (chain_id) on delete restrict;
create trigger chain_is_that_long before insert on public.audit_checkpoints for each row execute function boyfanz.check_parent('audit_chain_heads', 'parent.chain_id = child.chain_id and child.to_seq <= parent.last_seq', 'The chain is not that long.');
create trigger append_only before update or delete on public.audit_checkpoints for each row execute function boyfanz.append_only('set external_anchor', 'change verified_at', 'change verification');
create trigger refuse_truncate before truncate on public.audit_checkpoints for each statement execute function boyfanz.append_only();

create table public.audit_log_entries (
  chain_id smallint default pg_backend_pid() % 32 not null,
  seq bigint not null,
  occurred_at timestamptz default now() not null,
  actor_user_id uuid,
  actor_kind text not null,
  action text not null,
  object_type text not null,
  object_id text not null,
  tenant_id uuid,
  request_id uuid,
  changes jsonb default '{}' not null,
  details_enc bytea,
  shred_key_id uuid,
  ip_prefix cidr,
  prev_hash public.digest_256 not null,
  entry_hash public.digest_256 not null,
  constraint audit_log_entries_pkey primary key (chain_id, seq, occurred_at),
  constraint audit_log_entries_actor_kind_check check (actor_kind in ('user', 'staff', 'api_key', 'system', 'job')),
  constraint chain_id_in_range check (chain_id between 0 and 31),
  constraint actor_is_named check (actor_kind not in ('user', 'staff') or actor_user_id is not null),
  constraint changes_is_object check (jsonb_typeof(changes) = 'object'),
  constraint details_name_their_key check ((details_enc is null) = (shred_key_id is null)),
  constraint ip_is_cut_off check (masklen(ip_prefix) <= case family(ip_prefix) when 4 then 24 else 48 end)
) partition by range (occurred_at);
alter table public.audit_log_entries enable row level security;
revoke all on table public.audit_log_entries from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'audit_log_entries', 'occurred_at', '1 month', 1, '84 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.audit_log_entries'::regclass);
comment on table public.audit_log_entries is 'Actions on security and money and those of staff, in chains of hashes that a trigger numbers and links; whoever changes an entry breaks its chain. Personal details are encrypted with a key per person, so that erasure does not.';
comment on column public.audit_log_entries.chain_id is 'The same for all of a session, so that transactions never wait for each other crosswise.';
comment on column public.audit_log_entries.seq is 'Set by the trigger.';
comment on column public.audit_log_entries.request_id is 'Of the request to the service, as its own logs name it.';
comment on column public.audit_log_entries.changes is 'Names and hashes, no personal values.';
comment on column public.audit_log_entries.details_enc is 'Encrypted with the key in shred_key_id.';
comment on column public.audit_log_entries.ip_prefix is 'At most 24 bits of an IPv4 and 48 of an IPv6 address.';
comment on column public.audit_log_entries.prev_hash is 'Set by the trigger; of the entry before.';
comment on column public.audit_log_entries.entry_hash is 'Set by the trigger; see audit_entry_hash.';
create index audit_log_entries_object_type_object_id_occurred_at_idx on public.audit_log_entries (object_type, object_id, occurred_at desc);
create index audit_log_entries_actor_user_id_occurred_at_idx on public.audit_log_entries (actor_user_id, occurred_at desc);
create index audit_log_entries_action_occurred_at_idx on public.audit_log_entries (action, occurred_at desc);
create index audit_log_entries_occurred_at_idx on public.audit_log_entries using brin (occurred_at);
create trigger join_chain before insert on public.audit_log_entries for each row execute function boyfanz.chain_audit_entry();
create trigger append_only before update or delete on public.audit_log_entries for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.audit_log_entries for each statement execute function boyfanz.append_only();

create table public.automod_hits (
  id uuid default boyfanz.uuid_v7() not null,
  hit_at timestamptz default now() not null,
  rule_id uuid not null,
  subject_type text not null,
  subject_id uuid,
  user_id uuid,
  action text not null,
  matched_fragment_hash public.digest_256,
  overridden_by uuid,
  constraint automod_hits_pkey primary key (id, hit_at),
  constraint automod_hits_subject_type_check check (subject_type in ('user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection')),
  constraint automod_hits_action_check check (action in ('block', 'hold', 'mask', 'flag', 'timeout', 'shadow'))
) partition by range (hit_at);
alter table public.automod_hits enable row level security;
revoke all on table public.automod_hits from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'automod_hits', 'hit_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.automod_hits'::regclass);
comment on table public.automod_hits is 'Each time a rule fired, with a digest of the fragment and not the text, for undoing and tuning.';
comment on column public.automod_hits.subject_id is 'NULL when the text was blocked before it became a row.';
comment on column public.automod_hits.matched_fragment_hash is 'HMAC with a key kept elsewhere.';
create index automod_hits_rule_id_hit_at_idx on public.automod_hits (rule_id, hit_at desc);
create index automod_hits_user_id_hit_at_idx on public.automod_hits (user_id, hit_at desc);
create trigger append_only before update on public.automod_hits for each row execute function boyfanz.append_only('set overridden_by', 'clear user_id', 'set subject_id');

create table public.automod_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  name text not null,
  version integer default 1 not null,
  scope text not null,
  applies_to text[] not null,
  condition jsonb not null,
  action text not null,
  priority smallint default 0 not null,
  is_enabled boolean default true not null,
  hit_count bigint default 0 not null,
  constraint automod_rules_pkey primary key (id),
  constraint automod_rules_scope_check check (scope in ('platform', 'creator', 'live_channel')),
  constraint automod_rules_applies_to_check check (applies_to <@ array['user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection']::text[]),
  constraint automod_rules_action_check check (action in ('block', 'hold', 'mask', 'flag', 'timeout', 'shadow')),
  constraint name_length check (char_length(name) between 1 and 100),
  constraint version_is_positive check (version > 0),
  constraint platform_has_no_creator check ((scope = 'platform') = (creator_id is null)),
  constraint applies_to_something check (cardinality(applies_to) > 0),
  constraint condition_is_object check (jsonb_typeof(condition) = 'object'),
  constraint hits_are_not_negative check (hit_count >= 0)
) with (fillfactor = 70);
alter table public.automod_rules enable row level security;
revoke all on table public.automod_rules from anon, authenticated, service_role;
comment on table public.automod_rules is 'Rule of the platform or a creator (terms, links, rate, age of the account, score) that is evaluated on messages, comments and chat. The condition of a version never changes.';
comment on column public.automod_rules.creator_id is 'NULL for the platform.';
comment on column public.automod_rules.hit_count is 'Written in batches, from automod_hits.';
alter table public.automod_rules add constraint automod_rules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create unique index automod_rules_creator_id_name_version_idx on public.automod_rules (creator_id, name, version) where (creator_id is not null);
create unique index automod_rules_name_version_idx on public.automod_rules (name, version) where (creator_id is null);
create unique index automod_rules_one_enabled_idx on public.automod_rules ((coalesce(creator_id, '00000000-0000-0000-0000-000000000000'::uuid)), name) where (is_enabled);
comment on index public.automod_rules_one_enabled_idx is 'One version in use.';
create index automod_rules_creator_id_priority_idx on public.automod_rules (creator_id, priority) where (is_enabled);
comment on index public.automod_rules_creator_id_priority_idx is 'Rules to load.';
create trigger touch_updated_at before update on public.automod_rules for each row execute function boyfanz.touch_updated_at();
create trigger version_stays before update of creator_id, name, version, scope, applies_to, condition, action on public.automod_rules for each row execute function boyfanz.append_only('change priority', 'change is_enabled', 'change hit_count');

create table public.ban_evasion_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  banned_user_id uuid not null,
  candidate_user_id uuid not null,
  evidence jsonb not null,
  confidence real not null,
  state text default 'suspected' not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  detected_at timestamptz default now() not null,
  constraint ban_evasion_links_pkey primary key (id),
  constraint ban_evasion_links_banned_user_id_candidate_user_id_key unique (banned_user_id, candidate_user_id),
  constraint ban_evasion_links_state_check check (state in ('suspected', 'confirmed', 'cleared')),
  constraint two_different_accounts check (banned_user_id <> candidate_user_id),
  constraint evidence_is_object check (jsonb_typeof(evidence) = 'object'),
  constraint confidence_in_range check (confidence between 0 and 1),
  constraint verdict_names_its_time check ((state = 'suspected') = (reviewed_at is null)),
  constraint reviewer_belongs_to_a_verdict check (reviewed_by is null or reviewed_at is not null)
);
alter table public.ban_evasion_links enable row level security;
revoke all on table public.ban_evasion_links from anon, authenticated, service_role;
comment on table public.ban_evasion_links is 'Suspicion that an account is that of somebody who was banned, with the strength of the evidence and the verdict of a reviewer.';
comment on column public.ban_evasion_links.confidence is '0 to 1.';
alter table public.ban_evasion_links add constraint ban_evasion_links_banned_user_id_fkey foreign key (banned_user_id) references public.users (id) on delete restrict;
alter table public.ban_evasion_links add constraint ban_evasion_links_candidate_user_id_fkey foreign key (candidate_user_id) references public.users (id) on delete restrict;
alter table public.ban_evasion_links add constraint ban_evasion_links_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
create index ban_evasion_links_confidence_idx on public.ban_evasion_links (confidence desc) where (state = 'suspected');
create index ban_evasion_links_candidate_user_id_fkey_idx on public.ban_evasion_links (candidate_user_id);
create index ban_evasion_links_reviewed_by_fkey_idx on public.ban_evasion_links (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.ban_evasion_links for each row execute function boyfanz.touch_updated_at();
create trigger accounts_stay before update of banned_user_id, candidate_user_id on public.ban_evasion_links for each row execute function boyfanz.set_once('banned_user_id', 'candidate_user_id');

create table public.blocked_terms (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  term text not null,
  term_normalised text not null,
  match_mode text default 'word' not null,
  language public.language_tag default 'und' not null,
  rule_id uuid,
  severity smallint default 1 not null,
  applies_to text[] default '{}' not null,
  expires_at timestamptz,
  constraint blocked_terms_pkey primary key (id),
  constraint blocked_terms_match_mode_check check (match_mode in ('exact', 'word', 'substring', 'regex', 'domain')),
  constraint blocked_terms_applies_to_check check (applies_to <@ array['user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection']::text[]),
  constraint term_is_not_empty check (term <> '' and term_normalised <> ''),
  constraint normalised_is_lower_case check (match_mode = 'regex' or term_normalised = lower(term_normalised)),
  constraint severity_in_range check (severity between 1 and 5),
  constraint regex_is_short check (match_mode <> 'regex' or length(term) <= 200),
  constraint regex_is_valid check (case when match_mode = 'regex' then ('' ~ term) is not null else true end),
  constraint domain_form check (match_mode <> 'domain' or term_normalised ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$')
);
alter table public.blocked_terms enable row level security;
revoke all on table public.blocked_terms from anon, authenticated, service_role;
comment on table public.blocked_terms is 'Word, phrase, domain or pattern that is not wanted, on the whole platform or at one creator, with the way it is matched.';
comment on column public.blocked_terms.creator_id is 'NULL for the platform.';
comment on column public.blocked_terms.term_normalised is 'Lower case, NFKC, look-alike letters folded, by the service.';
comment on column public.blocked_terms.language is 'und for any.';
comment on column public.blocked_terms.severity is '1 to 5 as in policy_rules.';
comment on column public.blocked_terms.applies_to is 'Empty for all.';
alter table public.blocked_terms add constraint blocked_terms_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create unique index blocked_terms_term_normalised_match_mode_language_idx on public.blocked_terms (term_normalised, match_mode, language) where (creator_id is null);
create unique index blocked_terms_creator_id_term_normalised_match_mode_idx on public.blocked_terms (creator_id, term_normalised, match_mode) where (creator_id is not null);
create index blocked_terms_term_normalised_idx on public.blocked_terms using gin (term_normalised gin_trgm_ops) where (match_mode = 'substring');
create index blocked_terms_expires_at_idx on public.blocked_terms (expires_at) where (expires_at is not null);
comment on index public.blocked_terms_expires_at_idx is 'For the purge.';
create index blocked_terms_rule_id_fkey_idx on public.blocked_terms (rule_id) where (rule_id is not null);
create trigger touch_updated_at before update on public.blocked_terms for each row execute function boyfanz.touch_updated_at();

create table public.child_safety_incidents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  opened_at timestamptz default now() not null,
  knowledge_at timestamptz not null,
  subject_user_id uuid,
  severity text default 'standard' not null,
  incident_kind text not null,
  state text default 'open' not null,
  handler_id uuid,
  report_due_at timestamptz not null,
  summary_enc bytea not null,
  key_id smallint not null,
  retain_until date,
  constraint child_safety_incidents_pkey primary key (id),
  constraint child_safety_incidents_severity_check check (severity in ('imminent', 'high', 'standard')),
  constraint child_safety_incidents_incident_kind_check check (incident_kind in ('apparent_csam', 'enticement', 'trafficking', 'self_generated', 'grooming', 'other')),
  constraint child_safety_incidents_state_check check (state in ('open', 'reported', 'not_reportable', 'closed')),
  constraint due_after_knowledge check (report_due_at > knowledge_at),
  constraint not_reportable_was_judged check (state not in ('not_reportable', 'closed') or handler_id is not null)
);
alter table public.child_safety_incidents enable row level security;
revoke all on table public.child_safety_incidents from anon, authenticated, service_role;
comment on table public.child_safety_incidents is 'What ties matches, reports and accounts together, with the clock of the duty to report without delay. It is closed only after it was reported or found not reportable; only the legal-retention job sets retain_until and removes it.';
comment on column public.child_safety_incidents.knowledge_at is 'When we came to know; the duty to report starts here.';
comment on column public.child_safety_incidents.report_due_at is 'May come nearer and is never put off.';
comment on column public.child_safety_incidents.summary_enc is 'Encrypted with key_id.';
comment on column public.child_safety_incidents.key_id is 'Version of the encryption key.';
comment on column public.child_safety_incidents.retain_until is 'Last day it has to be kept; NULL while that is not known, and then it cannot be deleted.';
alter table public.child_safety_incidents add constraint child_safety_incidents_subject_user_id_fkey foreign key (subject_user_id) references public.users (id) on delete restrict;
alter table public.child_safety_incidents add constraint child_safety_incidents_handler_id_fkey foreign key (handler_id) references public.users (id) on delete restrict;
create index child_safety_incidents_report_due_at_idx on public.child_safety_incidents (report_due_at) where (state = 'open');
comment on index public.child_safety_incidents_report_due_at_idx is 'Clock of the duty.';
create index child_safety_incidents_retain_until_idx on public.child_safety_incidents (retain_until) where (retain_until is not null);
comment on index public.child_safety_incidents_retain_until_idx is 'For the retention job.';
create index child_safety_incidents_subject_user_id_fkey_idx on public.child_safety_incidents (subject_user_id) where (subject_user_id is not null);
create index child_safety_incidents_handler_id_fkey_idx on public.child_safety_incidents (handler_id) where (handler_id is not null);
create trigger touch_updated_at before update on public.child_safety_incidents for each row execute function boyfanz.touch_updated_at();
create trigger start_of_duty_stays before update of opened_at, knowledge_at on public.child_safety_incidents for each row execute function boyfanz.set_once('opened_at', 'knowledge_at');
create trigger duty_is_not_put_off before update of report_due_at on public.child_safety_incidents for each row when (new.report_due_at > old.report_due_at) execute function boyfanz.refuse_when('The report of an incident is never put off.');
create trigger reported_has_its_report before insert or update of state on public.child_safety_incidents for each row when (new.state = 'reported') execute function boyfanz.check_parent('cybertip_reports', 'parent.incident_id = child.id and parent.status in (''submitted'', ''accepted'')', 'No report of the incident was submitted.');
create trigger not_closed_unheard before update of state on public.child_safety_incidents for each row when (old.state = 'open' and new.state = 'closed') execute function boyfanz.refuse_when('An incident is reported or found not reportable before it is closed.');
create trigger not_opened_closed before insert on public.child_safety_incidents for each row when (new.state <> 'open') execute function boyfanz.refuse_when('An incident starts open.');
create trigger kept_ever_longer before update of retain_until on public.child_safety_incidents for each row execute function boyfanz.only_grows('retain_until');
create trigger keep_while_unknown before delete on public.child_safety_incidents for each row when (old.retain_until is null) execute function boyfanz.refuse_delete('Only the legal-retention job removes it.');
create trigger keep_until_retained before delete on public.child_safety_incidents for each row execute function boyfanz.keep_until('retain_until');
create trigger refuse_truncate before truncate on public.child_safety_incidents for each statement execute function boyfanz.refuse_delete();

create table public.community_guidelines (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  topic extensions.citext not null,
  version integer not null,
  locale public.language_tag not null,
  title text not null,
  body_markdown text not null,
  body_sha256 public.digest_256 not null,
  change_summary text not null,
  published_at timestamptz,
  effective_from timestamptz,
  superseded_at timestamptz,
  approved_by uuid,
  constraint community_guidelines_pkey primary key (id),
  constraint community_guidelines_topic_version_locale_key unique (topic, version, locale),
  constraint topic_form check (topic::text ~ '^[A-Za-z][A-Za-z0-9_]*$'),
  constraint version_is_positive check (version > 0),
  constraint effective_was_published check (effective_from is null or published_at is not null),
  constraint superseded_was_published check (superseded_at is null or superseded_at >= published_at and published_at is not null)
);
alter table public.community_guidelines enable row level security;
revoke all on table public.community_guidelines from anon, authenticated, service_role;
comment on table public.community_guidelines is 'Versions of the public rules of conduct by topic and language, with examples of what is allowed and what is not. Frozen once published; the contracts themselves are legal_documents.';
comment on column public.community_guidelines.body_sha256 is 'Of body_markdown in UTF-8, so that a notice can prove which text it cited.';
alter table public.community_guidelines add constraint community_guidelines_approved_by_fkey foreign key (approved_by) references public.users (id) on delete set null;
create index community_guidelines_topic_locale_effective_from_idx on public.community_guidelines (topic, locale, effective_from desc) where (published_at is not null);
comment on index public.community_guidelines_topic_locale_effective_from_idx is 'Version in force.';
create index community_guidelines_approved_by_fkey_idx on public.community_guidelines (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.community_guidelines for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_published before update or delete on public.community_guidelines for each row execute function boyfanz.freeze_when_set('published_at', 'set effective_from', 'set superseded_at', 'clear approved_by');

create table public.compliance_filings (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  obligation_id uuid not null,
  kind text not null,
  period_start date not null,
  period_end date not null,
  figures jsonb default '{}' not null,
  document_key text,
  document_sha256 public.digest_256,
  prepared_by uuid,
  approved_by uuid,
  filed_at timestamptz,
  recipient text not null,
  constraint compliance_filings_pkey primary key (id),
  constraint compliance_filings_obligation_id_period_start_key unique (obligation_id, period_start),
  constraint compliance_filings_kind_check check (kind in ('transparency_report', 'risk_assessment', 'card_scheme_report', 'regulator_return', 'audit', 'age_check_report')),
  constraint period_is_ordered check (period_end >= period_start),
  constraint figures_is_object check (jsonb_typeof(figures) = 'object'),
  constraint document_has_its_digest check ((document_key is null) = (document_sha256 is null)),
  constraint two_different_people check (approved_by <> prepared_by),
  constraint filed_was_approved check (filed_at is null or (prepared_by is not null and approved_by is not null))
);
alter table public.compliance_filings enable row level security;
revoke all on table public.compliance_filings from anon, authenticated, service_role;
comment on table public.compliance_filings is 'Filing or assessment made under a duty, such as a transparency report, a risk assessment or the monthly report to a card scheme; approved by a second person and frozen once filed.';
comment on column public.compliance_filings.period_end is 'Last day.';
alter table public.compliance_filings add constraint compliance_filings_prepared_by_fkey foreign key (prepared_by) references public.users (id) on delete restrict;
alter table public.compliance_filings add constraint compliance_filings_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index compliance_filings_kind_period_end_idx on public.compliance_filings (kind, period_end desc);
create index compliance_filings_prepared_by_fkey_idx on public.compliance_filings (prepared_by) where (prepared_by is not null);
create index compliance_filings_approved_by_fkey_idx on public.compliance_filings (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.compliance_filings for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_filed before update or delete on public.compliance_filings for each row execute function boyfanz.freeze_when_set('filed_at');

create table public.compliance_obligations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code extensions.citext not null,
  framework text not null,
  title text not null,
  jurisdiction text not null,
  cadence text not null,
  owner_user_id uuid,
  next_due_on date,
  status text default 'due' not null,
  constraint compliance_obligations_pkey primary key (id),
  constraint compliance_obligations_code_key unique (code),
  constraint compliance_obligations_framework_check check (framework in ('dsa', 'osa', 'gdpr', 'ccpa', 'usc_2257', 'usc_2258a', 'take_it_down', 'dmca', 'pci_dss', 'card_scheme_adult', 'tax', 'other')),
  constraint compliance_obligations_cadence_check check (cadence in ('continuous', 'daily', 'monthly', 'quarterly', 'yearly', 'event')),
  constraint compliance_obligations_status_check check (status in ('met', 'due', 'late', 'not_applicable')),
  constraint code_form check (code::text ~ '^[A-Za-z][A-Za-z0-9_.-]*$'),
  constraint periodic_has_a_date check (cadence in ('continuous', 'event') or status = 'not_applicable' or next_due_on is not null)
);
alter table public.compliance_obligations enable row level security;
alter table public.compliance_filings add constraint compliance_filings_obligation_id_fkey foreign key (obligation_id) references public.compliance_obligations (id) on delete restrict;
revoke all on table public.compliance_obligations from anon, authenticated, service_role;
comment on table public.compliance_obligations is 'Duty from a law, card scheme or regulator, with how often it is due, who answers for it and how we stand.';
comment on column public.compliance_obligations.jurisdiction is 'Country, subdivision, EU or the name of a scheme.';
comment on column public.compliance_obligations.owner_user_id is 'Member of staff who answers for it.';
alter table public.compliance_obligations add constraint compliance_obligations_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
create index compliance_obligations_next_due_on_idx on public.compliance_obligations (next_due_on) where (status in ('due', 'late'));
create index compliance_obligations_owner_user_id_fkey_idx on public.compliance_obligations (owner_user_id) where (owner_user_id is not null);
create trigger touch_updated_at before update on public.compliance_obligations for each row execute function boyfanz.touch_updated_at();

create table public.crypto_shred_keys (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid,
  wrapped_key bytea,
  kms_key_ref text not null,
  algorithm text default 'aes-256-gcm' not null,
  destroyed_at timestamptz,
  constraint crypto_shred_keys_pkey primary key (id),
  constraint destroyed_is_empty check ((destroyed_at is null) = (wrapped_key is not null))
);
alter table public.crypto_shred_keys enable row level security;
revoke all on table public.crypto_shred_keys from anon, authenticated, service_role;
comment on table public.crypto_shred_keys is 'Wrapped data key of a person; destroying it makes the encrypted details unreadable in logs, archives and backups. The empty row stays as proof.';
comment on column public.crypto_shred_keys.user_id is 'NULL for a person without account.';
comment on column public.crypto_shred_keys.wrapped_key is 'Encrypted by the key in kms_key_ref.';
alter table public.crypto_shred_keys add constraint crypto_shred_keys_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
create unique index crypto_shred_keys_user_id_idx on public.crypto_shred_keys (user_id) where (destroyed_at is null);
create index crypto_shred_keys_user_id_fkey_idx on public.crypto_shred_keys (user_id) where (user_id is not null);
create trigger touch_updated_at before update on public.crypto_shred_keys for each row execute function boyfanz.touch_updated_at();
create trigger destruction_waits_for_holds before update of destroyed_at on public.crypto_shred_keys for each row when (old.destroyed_at is null and new.destroyed_at is not null) execute function boyfanz.refuse_while_held('user_id', 'audit');
create trigger destroyed_stays before update on public.crypto_shred_keys for each row execute function boyfanz.freeze_when_set('destroyed_at');
create trigger person_stays before update of user_id on public.crypto_shred_keys for each row execute function boyfanz.set_once('user_id');
create trigger refuse_delete before delete on public.crypto_shred_keys for each row execute function boyfanz.refuse_delete('Destroy the key instead.');
create trigger refuse_truncate before truncate on public.crypto_shred_keys for each statement execute function boyfanz.refuse_delete();

create table public.cybertip_report_files (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  report_id uuid not null,
  media_asset_id uuid,
  media_sha256 public.digest_256 not null,
  viewed_by_staff boolean not null,
  publicly_available boolean not null,
  industry_class text default 'unclassified' not null,
  original_filename_enc bytea,
  key_id smallint,
  uploaded_at timestamptz,
  vault_key text not null,
  constraint cybertip_report_files_pkey primary key (id),
  constraint cybertip_report_files_report_id_media_sha256_key unique (report_id, media_sha256),
  constraint cybertip_report_files_industry_class_check check (industry_class in ('a1', 'a2', 'b1', 'b2', 'unclassified')),
  constraint filename_names_its_key check ((original_filename_enc is null) = (key_id is null))
);
alter table public.cybertip_report_files enable row level security;
revoke all on table public.cybertip_report_files from anon, authenticated, service_role;
comment on table public.cybertip_report_files is 'File named in a report; its hash, whether staff looked at it, whether it was public, and its class. The content lies in the vault.';
comment on column public.cybertip_report_files.viewed_by_staff is 'Decides whether the authority needs a warrant to look.';
comment on column public.cybertip_report_files.original_filename_enc is 'Encrypted with key_id.';
comment on column public.cybertip_report_files.key_id is 'Version of the encryption key.';
comment on column public.cybertip_report_files.vault_key is 'Place in the isolated store of evidence.';
alter table public.cybertip_report_files add constraint cybertip_report_files_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete set null;
create index cybertip_report_files_media_asset_id_fkey_idx on public.cybertip_report_files (media_asset_id) where (media_asset_id is not null);
create trigger named_before_submission before insert on public.cybertip_report_files for each row execute function boyfanz.freeze_with_parent('report_id', 'cybertip_reports', 'submitted_at');
create trigger append_only before update on public.cybertip_report_files for each row execute function boyfanz.append_only('clear media_asset_id');
create trigger keep_with_report before delete on public.cybertip_report_files for each row execute function boyfanz.keep_with_parent('report_id', 'cybertip_reports', 'preserve_until');
create trigger refuse_truncate before truncate on public.cybertip_report_files for each statement execute function boyfanz.refuse_delete();

create table public.cybertip_reports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  incident_id uuid not null,
  authority text default 'ncmec' not null,
  external_report_id text,
  submitted_at timestamptz,
  submitted_by uuid,
  status text default 'draft' not null,
  payload_enc bytea not null,
  key_id smallint not null,
  preserve_from date,
  preserve_until date,
  follow_up_of uuid,
  constraint cybertip_reports_pkey primary key (id),
  constraint cybertip_reports_authority_check check (authority in ('ncmec', 'iwf', 'nca', 'other')),
  constraint cybertip_reports_status_check check (status in ('draft', 'submitted', 'accepted', 'failed', 'retracted')),
  constraint preserved_for_a_year check ((preserve_from is null) = (preserve_until is null) and (preserve_until is null or preserve_until >= (preserve_from + interval '1 year')::date)),
  constraint submitted_names_its_time check (status not in ('submitted', 'accepted', 'retracted') or submitted_at is not null),
  constraint submitted_is_preserved check (submitted_at is null or preserve_until is not null),
  constraint accepted_has_its_number check (status <> 'accepted' or external_report_id is not null),
  constraint draft_was_not_submitted check (status <> 'draft' or submitted_at is null),
  constraint follows_another check (follow_up_of <> id)
);
alter table public.cybertip_reports enable row level security;
alter table public.cybertip_report_files add constraint cybertip_report_files_report_id_fkey foreign key (report_id) references public.cybertip_reports (id) on delete restrict;
revoke all on table public.cybertip_reports from anon, authenticated, service_role;
comment on table public.cybertip_reports is 'Report to NCMEC or a national hotline; its number, what was sent, and the year of preservation that it starts (18 U.S.C. 2258A(h)). What was submitted is frozen.';
comment on column public.cybertip_reports.payload_enc is 'Fields as sent; encrypted with key_id.';
comment on column public.cybertip_reports.key_id is 'Version of the encryption key.';
comment on column public.cybertip_reports.preserve_until is 'Last day; a law enforcement request makes it later, nothing makes it earlier.';
alter table public.cybertip_reports add constraint cybertip_reports_incident_id_fkey foreign key (incident_id) references public.child_safety_incidents (id) on delete restrict;
alter table public.cybertip_reports add constraint cybertip_reports_submitted_by_fkey foreign key (submitted_by) references public.users (id) on delete restrict;
alter table public.cybertip_reports add constraint cybertip_reports_follow_up_of_fkey foreign key (follow_up_of) references public.cybertip_reports (id) on delete restrict;
create unique index cybertip_reports_authority_external_report_id_idx on public.cybertip_reports (authority, external_report_id) where (external_report_id is not null);
create index cybertip_reports_preserve_until_idx on public.cybertip_reports (preserve_until) where (preserve_until is not null);
create index cybertip_reports_status_idx on public.cybertip_reports (status) where (status in ('draft', 'failed'));
create index cybertip_reports_incident_id_fkey_idx on public.cybertip_reports (incident_id);
create index cybertip_reports_submitted_by_fkey_idx on public.cybertip_reports (submitted_by) where (submitted_by is not null);
create index cybertip_reports_follow_up_of_fkey_idx on public.cybertip_reports (follow_up_of) where (follow_up_of is not null);
create trigger touch_updated_at before update on public.cybertip_reports for each row execute function boyfanz.touch_updated_at();
create trigger follows_same_incident before insert or update of follow_up_of, incident_id, authority on public.cybertip_reports for each row when (new.follow_up_of is not null) execute function boyfanz.matches_parent('follow_up_of', 'cybertip_reports', 'incident_id', 'authority');
create trigger incident_stays before update of incident_id, authority on public.cybertip_reports for each row execute function boyfanz.set_once('incident_id', 'authority');
create trigger freeze_when_submitted before update on public.cybertip_reports for each row execute function boyfanz.freeze_when_set('submitted_at', 'change status', 'set external_report_id', 'change preserve_until');
create trigger preserved_ever_longer before update of preserve_from, preserve_until on public.cybertip_reports for each row execute function boyfanz.only_grows('preserve_until');
create trigger keep_until_preserved before delete on public.cybertip_reports for each row execute function boyfanz.keep_until('preserve_until');
create trigger refuse_truncate before truncate on public.cybertip_reports for each statement execute function boyfanz.refuse_delete();

create table public.dmca_counter_notices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  notice_item_id uuid not null,
  subscriber_id uuid not null,
  identity_enc bytea not null,
  key_id smallint not null,
  consent_to_jurisdiction boolean default false not null,
  perjury_statement boolean default false not null,
  signature text not null,
  received_at timestamptz default now() not null,
  forwarded_at timestamptz,
  restore_not_before date,
  restore_by date,
  suit_notice_received_at timestamptz,
  state text default 'received' not null,
  constraint dmca_counter_notices_pkey primary key (id),
  constraint dmca_counter_notices_state_check check (state in ('received', 'forwarded', 'restored', 'suit_filed', 'rejected')),
  constraint window_is_whole check ((restore_not_before is null) = (restore_by is null)),
  constraint window_is_ordered check (restore_by >= restore_not_before),
  constraint window_opens_after_10_business_days check (restore_not_before >= (received_at at time zone 'Etc/GMT+12')::date + 12),
  constraint forwarded_is_sworn check (state not in ('forwarded', 'restored', 'suit_filed') or (consent_to_jurisdiction and perjury_statement and signature <> '' and forwarded_at is not null and restore_by is not null)),
  constraint suit_names_its_notice check ((state = 'suit_filed') = (suit_notice_received_at is not null))
);
alter table public.dmca_counter_notices enable row level security;
revoke all on table public.dmca_counter_notices from anon, authenticated, service_role;
comment on table public.dmca_counter_notices is 'Sworn counter-notice with the 10 to 14 business days after which the content returns, unless a suit is filed (17 U.S.C. 512(g)).';
comment on column public.dmca_counter_notices.identity_enc is 'Name and address as sworn; encrypted with key_id.';
comment on column public.dmca_counter_notices.key_id is 'Version of the encryption key.';
alter table public.dmca_counter_notices add constraint dmca_counter_notices_subscriber_id_fkey foreign key (subscriber_id) references public.users (id) on delete restrict;
create unique index dmca_counter_notices_notice_item_id_idx on public.dmca_counter_notices (notice_item_id) where (state <> 'rejected');
create index dmca_counter_notices_restore_by_idx on public.dmca_counter_notices (restore_by) where (state = 'forwarded');
comment on index public.dmca_counter_notices_restore_by_idx is 'Clock of the return.';
create index dmca_counter_notices_notice_item_id_fkey_idx on public.dmca_counter_notices (notice_item_id);
create index dmca_counter_notices_subscriber_id_fkey_idx on public.dmca_counter_notices (subscriber_id);
create trigger touch_updated_at before update on public.dmca_counter_notices for each row execute function boyfanz.touch_updated_at();
create trigger subscriber_is_the_uploader before insert on public.dmca_counter_notices for each row execute function boyfanz.matches_parent('notice_item_id', 'dmca_notice_items', 'subscriber_id=uploader_id');
create trigger text_stays before update on public.dmca_counter_notices for each row execute function boyfanz.append_only('set forwarded_at', 'set restore_not_before', 'set restore_by', 'set suit_notice_received_at', 'change state');

create table public.dmca_notice_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  notice_id uuid not null,
  subject_id uuid not null,
  uploader_id uuid,
  claimed_url text not null,
  state text default 'pending' not null,
  removed_at timestamptz,
  uploader_notified_at timestamptz,
  restored_at timestamptz,
  strike_id uuid,
  constraint dmca_notice_items_pkey primary key (id),
  constraint dmca_notice_items_notice_id_subject_id_key unique (notice_id, subject_id),
  constraint dmca_notice_items_state_check check (state in ('pending', 'removed', 'rejected', 'countered', 'restored', 'litigation')),
  constraint removed_names_its_time check (state in ('pending', 'rejected') or removed_at is not null),
  constraint restored_names_its_time check ((state = 'restored') = (restored_at is not null)),
  constraint restored_after_removal check (restored_at is null or (removed_at is not null and restored_at >= removed_at))
);
alter table public.dmca_notice_items enable row level security;
alter table public.dmca_counter_notices add constraint dmca_counter_notices_notice_item_id_fkey foreign key (notice_item_id) references public.dmca_notice_items (id) on delete restrict;
revoke all on table public.dmca_notice_items from anon, authenticated, service_role;
comment on table public.dmca_notice_items is 'Item named in a notice and what was done with it, through to its return, which waits for the window of a counter-notice or for the notice to fall.';
alter table public.dmca_notice_items add constraint dmca_notice_items_uploader_id_fkey foreign key (uploader_id) references public.users (id) on delete set null;
alter table public.dmca_notice_items add constraint dmca_notice_items_strike_id_fkey foreign key (strike_id) references public.account_strikes (id) on delete set null;
create index dmca_notice_items_uploader_id_removed_at_idx on public.dmca_notice_items (uploader_id, removed_at desc);
comment on index public.dmca_notice_items_uploader_id_removed_at_idx is 'Counts repeat infringers.';
create index dmca_notice_items_subject_id_fkey_idx on public.dmca_notice_items (subject_id);
create index dmca_notice_items_strike_id_fkey_idx on public.dmca_notice_items (strike_id) where (strike_id is not null);
create trigger touch_updated_at before update on public.dmca_notice_items for each row execute function boyfanz.touch_updated_at();
create trigger uploader_owns_the_subject before insert on public.dmca_notice_items for each row execute function boyfanz.matches_parent('subject_id', 'moderation_subjects', 'uploader_id=owner_user_id');
create trigger notice_is_valid before insert or update of removed_at on public.dmca_notice_items for each row when (new.removed_at is not null) execute function boyfanz.check_parent('dmca_notices', 'parent.id = child.notice_id and parent.validity = ''valid''', 'Only a valid notice takes something down.');
create trigger return_waits_for_the_window before insert or update of restored_at on public.dmca_notice_items for each row when (new.restored_at is not null) execute function boyfanz.check_parent('dmca_notices', 'parent.id = child.notice_id and (parent.validity <> ''valid'' or exists (
  select from public.dmca_counter_notices c
  where c.notice_item_id = child.id and c.state in (''forwarded'', ''restored'')
    and c.restore_not_before <= (child.restored_at at time zone ''UTC'')::date))', 'It comes back after the window of a counter-notice, or when the notice has fallen.');
create trigger strike_of_the_uploader before insert or update of strike_id on public.dmca_notice_items for each row when (new.strike_id is not null) execute function boyfanz.check_parent('account_strikes', 'parent.id = child.strike_id and parent.user_id = child.uploader_id and parent.category = ''copyright''', 'The strike is for copyright and of the uploader.');
create trigger times_stay before update of notice_id, subject_id, removed_at, restored_at on public.dmca_notice_items for each row execute function boyfanz.set_once('notice_id', 'subject_id', 'removed_at', 'restored_at');

create table public.dmca_notices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  claimant_name text not null,
  claimant_email_enc bytea not null,
  claimant_address_enc bytea,
  key_id smallint not null,
  agent_for text,
  rights_owner text not null,
  work_description text not null,
  work_urls text[] default '{}' not null,
  good_faith_statement boolean default false not null,
  accuracy_statement boolean default false not null,
  perjury_statement boolean default false not null,
  signature text not null,
  received_via text default 'form' not null,
  received_at timestamptz default now() not null,
  validity text default 'pending' not null,
  missing_elements text[],
  answered_at timestamptz,
  lumen_reference text,
  handled_by uuid,
  constraint dmca_notices_pkey primary key (id),
  constraint dmca_notices_received_via_check check (received_via in ('form', 'email', 'post', 'api')),
  constraint dmca_notices_validity_check check (validity in ('pending', 'valid', 'incomplete', 'abusive', 'withdrawn')),
  constraint dmca_notices_missing_elements_check check (missing_elements <@ array['signature', 'work', 'location', 'contact', 'good_faith', 'accuracy', 'perjury']::text[]),
  constraint valid_has_every_element check (validity <> 'valid' or (good_faith_statement and accuracy_statement and perjury_statement and signature <> '')),
  constraint incomplete_says_what_is_missing check ((validity = 'incomplete') = (missing_elements is not null)),
  constraint missing_elements_are_named check (cardinality(missing_elements) > 0),
  constraint refused_was_answered check (validity not in ('incomplete', 'abusive') or answered_at is not null)
);
alter table public.dmca_notices enable row level security;
alter table public.dmca_notice_items add constraint dmca_notice_items_notice_id_fkey foreign key (notice_id) references public.dmca_notices (id) on delete restrict;
revoke all on table public.dmca_notices from anon, authenticated, service_role;
comment on table public.dmca_notices is 'Copyright notice with the elements of 17 U.S.C. 512(c)(3) and the check of its validity. An invalid one is answered and not dropped; the text never changes.';
comment on column public.dmca_notices.claimant_email_enc is 'Encrypted with key_id.';
comment on column public.dmca_notices.claimant_address_enc is 'Encrypted with key_id.';
comment on column public.dmca_notices.key_id is 'Version of the encryption key.';
alter table public.dmca_notices add constraint dmca_notices_handled_by_fkey foreign key (handled_by) references public.users (id) on delete set null;
create index dmca_notices_received_at_id_idx on public.dmca_notices (received_at, id) where (validity = 'pending');
comment on index public.dmca_notices_received_at_id_idx is 'Intake.';
create index dmca_notices_rights_owner_idx on public.dmca_notices (rights_owner);
create index dmca_notices_handled_by_fkey_idx on public.dmca_notices (handled_by) where (handled_by is not null);
create trigger touch_updated_at before update on public.dmca_notices for each row execute function boyfanz.touch_updated_at();
create trigger only_the_handling_changes before update on public.dmca_notices for each row execute function boyfanz.append_only('change validity', 'change missing_elements', 'set answered_at', 'set lumen_reference', 'change handled_by');

create table public.dsa_submissions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  statement_id uuid not null,
  payload jsonb not null,
  status text default 'pending' not null,
  external_uuid text,
  attempts smallint default 0 not null,
  next_attempt_at timestamptz,
  last_error text,
  submitted_at timestamptz,
  constraint dsa_submissions_pkey primary key (id),
  constraint dsa_submissions_statement_id_key unique (statement_id),
  constraint dsa_submissions_status_check check (status in ('pending', 'sent', 'accepted', 'rejected', 'not_required')),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object'),
  constraint attempts_are_not_negative check (attempts >= 0),
  constraint pending_has_a_next_attempt check ((status = 'pending') = (next_attempt_at is not null)),
  constraint sent_names_its_time check (status not in ('sent', 'accepted') or submitted_at is not null),
  constraint accepted_has_its_number check (status <> 'accepted' or external_uuid is not null)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
alter table public.dsa_submissions enable row level security;
revoke all on table public.dsa_submissions from anon, authenticated, service_role;
comment on table public.dsa_submissions is 'Delivery of a statement of reasons, without personal data, to the transparency database of the EU, with the answer and the retries. The service takes the personal data out.';
create index dsa_submissions_next_attempt_at_idx on public.dsa_submissions (next_attempt_at) where (status = 'pending');
comment on index public.dsa_submissions_next_attempt_at_idx is 'For the sender.';
create trigger touch_updated_at before update on public.dsa_submissions for each row execute function boyfanz.touch_updated_at();
create trigger statement_was_sent before insert or update of statement_id on public.dsa_submissions for each row execute function boyfanz.check_parent('statements_of_reasons', 'parent.id = child.statement_id and parent.sent_at is not null', 'A statement is published after it was sent to the user.');
create trigger accepted_stays before update or delete on public.dsa_submissions for each row when (old.status = 'accepted') execute function boyfanz.append_only();

create table public.enforcement_actions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  decision_id uuid not null,
  subject_id uuid not null,
  target_user_id uuid,
  action text not null,
  territory public.country_code[],
  effective tstzrange not null,
  reversed_at timestamptz,
  reversed_by uuid,
  reversal_reason text,
  constraint enforcement_actions_pkey primary key (id),
  constraint enforcement_actions_action_check check (action in ('remove', 'hide', 'limit_reach', 'age_gate', 'geo_block', 'label', 'demonetise', 'disable_comments', 'require_edit')),
  constraint enforcement_actions_reversal_reason_check check (reversal_reason in ('appeal', 'error', 'expired', 'court', 'owner_fixed')),
  constraint geo_block_names_its_countries check (action <> 'geo_block' or territory is not null),
  constraint territory_is_not_empty check (cardinality(territory) > 0),
  constraint effective_form check (not isempty(effective) and not lower_inf(effective) and lower_inc(effective) and not upper_inc(effective)),
  constraint reversed_names_its_reason check ((reversed_at is null) = (reversal_reason is null)),
  constraint reverser_belongs_to_a_reversal check (reversed_by is null or reversed_at is not null)
);
alter table public.enforcement_actions enable row level security;
revoke all on table public.enforcement_actions from anon, authenticated, service_role;
comment on table public.enforcement_actions is 'Restriction on content that a decision put in force, with period, territory and how it ended. Other terms are a reversal and a new row.';
comment on column public.enforcement_actions.territory is 'NULL for the whole world.';
comment on column public.enforcement_actions.effective is 'From the start, which belongs to it, to the end, which does not.';
alter table public.enforcement_actions add constraint enforcement_actions_target_user_id_fkey foreign key (target_user_id) references public.users (id) on delete set null;
alter table public.enforcement_actions add constraint enforcement_actions_reversed_by_fkey foreign key (reversed_by) references public.users (id) on delete set null;
create index enforcement_actions_in_force_idx on public.enforcement_actions (subject_id) where (reversed_at is null);
comment on index public.enforcement_actions_in_force_idx is 'What is in force.';
create index enforcement_actions_target_user_id_created_at_idx on public.enforcement_actions (target_user_id, created_at desc);
create index enforcement_actions_expr_idx on public.enforcement_actions ((upper(effective))) where (reversed_at is null and not upper_inf(effective));
comment on index public.enforcement_actions_expr_idx is 'For the job that ends them.';
create index enforcement_actions_decision_id_fkey_idx on public.enforcement_actions (decision_id);
create index enforcement_actions_subject_id_fkey_idx on public.enforcement_actions (subject_id);
create index enforcement_actions_reversed_by_fkey_idx on public.enforcement_actions (reversed_by) where (reversed_by is not null);
create trigger touch_updated_at before update on public.enforcement_actions for each row execute function boyfanz.touch_updated_at();
create trigger fits_its_decision before insert on public.enforcement_actions for each row execute function boyfanz.check_parent('moderation_decisions', 'parent.id = child.decision_id and parent.subject_id = child.subject_id and parent.subject_owner_id is not distinct from child.target_user_id and parent.outcome in (''violation'', ''borderline'', ''illegal'')', 'The decision is on another subject or found nothing.');
create trigger only_the_reversal_changes before update on public.enforcement_actions for each row execute function boyfanz.append_only('set reversed_at', 'set reversal_reason', 'set reversed_by', 'clear reversed_by', 'clear target_user_id');
create trigger refuse_delete before delete on public.enforcement_actions for each row execute function boyfanz.refuse_delete('Reverse it instead.');

create table public.evidence_preservations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  legal_hold_id uuid,
  cybertip_report_id uuid,
  subject_user_id uuid,
  scope jsonb not null,
  vault_key text not null,
  manifest_sha256 public.digest_256 not null,
  preserved_at timestamptz default now() not null,
  preserve_until date not null,
  released_at timestamptz,
  released_by uuid,
  custody_log jsonb default '[]' not null,
  constraint evidence_preservations_pkey primary key (id),
  constraint has_a_ground check (num_nonnulls(legal_hold_id, cybertip_report_id) >= 1),
  constraint scope_is_object check (jsonb_typeof(scope) = 'object'),
  constraint custody_log_is_array check (jsonb_typeof(custody_log) = 'array'),
  constraint released_by_somebody check ((released_at is null) = (released_by is null)),
  constraint preserved_for_some_time check (preserve_until > (preserved_at at time zone 'Etc/GMT+12')::date),
  constraint reported_evidence_is_not_released_early check (cybertip_report_id is null or released_at is null or (released_at at time zone 'UTC')::date > preserve_until)
);
alter table public.evidence_preservations enable row level security;
revoke all on table public.evidence_preservations from anon, authenticated, service_role;
comment on table public.evidence_preservations is 'Frozen copy of facts about an account or content, for a report or a legal hold; where it lies, until when, and who had it in hand.';
comment on column public.evidence_preservations.vault_key is 'Place in the isolated store of evidence.';
comment on column public.evidence_preservations.preserve_until is 'Last day.';
comment on column public.evidence_preservations.custody_log is 'Chain of custody; entries are only ever added.';
alter table public.evidence_preservations add constraint evidence_preservations_legal_hold_id_fkey foreign key (legal_hold_id) references public.user_legal_holds (id) on delete restrict;
alter table public.evidence_preservations add constraint evidence_preservations_cybertip_report_id_fkey foreign key (cybertip_report_id) references public.cybertip_reports (id) on delete restrict;
alter table public.evidence_preservations add constraint evidence_preservations_subject_user_id_fkey foreign key (subject_user_id) references public.users (id) on delete restrict;
alter table public.evidence_preservations add constraint evidence_preservations_released_by_fkey foreign key (released_by) references public.users (id) on delete restrict;
create index evidence_preservations_preserve_until_idx on public.evidence_preservations (preserve_until) where (released_at is null);
comment on index public.evidence_preservations_preserve_until_idx is 'For the release job.';
create index evidence_preservations_legal_hold_id_fkey_idx on public.evidence_preservations (legal_hold_id) where (legal_hold_id is not null);
create index evidence_preservations_cybertip_report_id_fkey_idx on public.evidence_preservations (cybertip_report_id) where (cybertip_report_id is not null);
create index evidence_preservations_subject_user_id_fkey_idx on public.evidence_preservations (subject_user_id) where (subject_user_id is not null);
create index evidence_preservations_released_by_fkey_idx on public.evidence_preservations (released_by) where (released_by is not null);
create trigger touch_updated_at before update on public.evidence_preservations for each row execute function boyfanz.touch_updated_at();
create trigger as_long_as_the_report before insert or update of cybertip_report_id, preserve_until on public.evidence_preservations for each row when (new.cybertip_report_id is not null) execute function boyfanz.check_parent('cybertip_reports', 'parent.id = child.cybertip_report_id and child.preserve_until >= parent.preserve_until', 'Evidence of a report is preserved as long as the report asks.');
create trigger subject_of_the_hold before insert on public.evidence_preservations for each row when (new.legal_hold_id is not null) execute function boyfanz.matches_parent('legal_hold_id', 'user_legal_holds', 'subject_user_id=user_id');
create trigger only_custody_changes before update on public.evidence_preservations for each row execute function boyfanz.append_only('change preserve_until', 'set released_at', 'set released_by', 'change custody_log');
create trigger preserved_ever_longer before update of preserve_until on public.evidence_preservations for each row execute function boyfanz.only_grows('preserve_until');
create trigger custody_only_appends before update of custody_log on public.evidence_preservations for each row execute function boyfanz.only_appends('custody_log');
create trigger release_before_deletion before delete on public.evidence_preservations for each row when (old.released_at is null) execute function boyfanz.refuse_delete('Release it first; the vault has to be emptied.');
create trigger keep_until_preserved before delete on public.evidence_preservations for each row execute function boyfanz.keep_until('preserve_until');
create trigger refuse_truncate before truncate on public.evidence_preservations for each statement execute function boyfanz.refuse_delete();

create table public.hash_list_entries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  algorithm text not null,
  digest bytea not null,
  bands integer[],
  severity_code text,
  withdrawn_at timestamptz,
  source_reference text,
  constraint hash_list_entries_pkey primary key (id),
  constraint hash_list_entries_list_id_algorithm_digest_key unique (list_id, algorithm, digest),
  constraint hash_list_entries_algorithm_check check (algorithm in ('sha256', 'md5', 'photodna', 'pdq', 'tmk', 'vpdq')),
  constraint digest_length_fits_algorithm check (octet_length(digest) between 16 and 144 and case algorithm when 'sha256' then octet_length(digest) = 32 when 'md5' then octet_length(digest) = 16 when 'pdq' then octet_length(digest) = 32 when 'vpdq' then octet_length(digest) = 32 when 'photodna' then octet_length(digest) = 144 else true end),
  constraint perceptual_has_bands check ((algorithm in ('pdq', 'photodna')) = (bands is not null)),
  constraint bands_are_not_empty check (cardinality(bands) > 0)
);
alter table public.hash_list_entries enable row level security;
revoke all on table public.hash_list_entries from anon, authenticated, service_role;
comment on table public.hash_list_entries is 'One known hash and never an image. Perceptual hashes carry bands, by which near ones are found before their distance is measured. A withdrawn entry stays, because matches refer to it.';
comment on column public.hash_list_entries.bands is 'Pieces of the digest with their place; two near digests share one at least.';
create index hash_list_entries_algorithm_digest_idx on public.hash_list_entries (algorithm, digest) include (list_id) where (withdrawn_at is null);
comment on index public.hash_list_entries_algorithm_digest_idx is 'Exact match.';
create index hash_list_entries_bands_idx on public.hash_list_entries using gin (bands) where (algorithm in ('pdq', 'photodna') and withdrawn_at is null);
comment on index public.hash_list_entries_bands_idx is 'Candidates of a near match.';
create trigger touch_updated_at before update on public.hash_list_entries for each row execute function boyfanz.touch_updated_at();
create trigger hash_stays before update of list_id, algorithm, digest on public.hash_list_entries for each row execute function boyfanz.set_once('list_id', 'algorithm', 'digest');

create table public.hash_lists (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  provider text not null,
  list_name text not null,
  harm_class text not null,
  algorithms text[] not null,
  action_on_match text not null,
  last_synced_at timestamptz,
  sync_cursor text,
  licence_reference text,
  is_active boolean default true not null,
  constraint hash_lists_pkey primary key (id),
  constraint hash_lists_provider_list_name_key unique (provider, list_name),
  constraint hash_lists_harm_class_check check (harm_class in ('csam', 'ncii', 'terrorism', 'copyright', 'internal')),
  constraint hash_lists_algorithms_check check (algorithms <@ array['sha256', 'md5', 'photodna', 'pdq', 'tmk', 'vpdq']::text[]),
  constraint hash_lists_action_on_match_check check (action_on_match in ('block_and_report', 'block', 'review')),
  constraint algorithms_are_named check (cardinality(algorithms) > 0),
  constraint child_abuse_is_blocked check (harm_class <> 'csam' or action_on_match <> 'review')
);
alter table public.hash_lists enable row level security;
alter table public.hash_list_entries add constraint hash_list_entries_list_id_fkey foreign key (list_id) references public.hash_lists (id) on delete cascade;
revoke all on table public.hash_lists from anon, authenticated, service_role;
comment on table public.hash_lists is 'Source of hashes of known illegal material (hotlines, StopNCII, the consortium against terrorism, our own), with licence and state of the sync.';
create trigger touch_updated_at before update on public.hash_lists for each row execute function boyfanz.touch_updated_at();

create table public.hash_match_events (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  media_asset_id uuid,
  list_entry_id uuid not null,
  uploader_id uuid,
  distance smallint default 0 not null,
  matched_at timestamptz default now() not null,
  disposition text default 'pending' not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  incident_id uuid,
  constraint hash_match_events_pkey primary key (id),
  constraint hash_match_events_disposition_check check (disposition in ('pending', 'confirmed', 'false_positive', 'auto_blocked')),
  constraint distance_is_not_negative check (distance >= 0),
  constraint judged_names_its_time check (disposition not in ('confirmed', 'false_positive') or reviewed_at is not null),
  constraint pending_was_not_reviewed check (disposition <> 'pending' or reviewed_at is null),
  constraint reviewer_belongs_to_a_review check (reviewed_by is null or reviewed_at is not null)
);
alter table public.hash_match_events enable row level security;
revoke all on table public.hash_match_events from anon, authenticated, service_role;
comment on table public.hash_match_events is 'Match of a media item with a list, with distance and what became of it; references only.';
comment on column public.hash_match_events.distance is 'Bits that differ; 0 for an exact match.';
alter table public.hash_match_events add constraint hash_match_events_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete set null;
alter table public.hash_match_events add constraint hash_match_events_list_entry_id_fkey foreign key (list_entry_id) references public.hash_list_entries (id) on delete restrict;
alter table public.hash_match_events add constraint hash_match_events_uploader_id_fkey foreign key (uploader_id) references public.users (id) on delete set null;
alter table public.hash_match_events add constraint hash_match_events_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
alter table public.hash_match_events add constraint hash_match_events_incident_id_fkey foreign key (incident_id) references public.child_safety_incidents (id) on delete set null;
create index hash_match_events_matched_at_idx on public.hash_match_events (matched_at) where (disposition = 'pending');
create index hash_match_events_uploader_id_matched_at_idx on public.hash_match_events (uploader_id, matched_at desc);
create index hash_match_events_media_asset_id_fkey_idx on public.hash_match_events (media_asset_id) where (media_asset_id is not null);
create index hash_match_events_list_entry_id_fkey_idx on public.hash_match_events (list_entry_id);
create index hash_match_events_reviewed_by_fkey_idx on public.hash_match_events (reviewed_by) where (reviewed_by is not null);
create index hash_match_events_incident_id_fkey_idx on public.hash_match_events (incident_id) where (incident_id is not null);
create trigger touch_updated_at before update on public.hash_match_events for each row execute function boyfanz.touch_updated_at();
create trigger only_the_review_changes before update on public.hash_match_events for each row execute function boyfanz.append_only('change disposition', 'set reviewed_at', 'set reviewed_by', 'clear reviewed_by', 'set incident_id', 'clear incident_id', 'clear media_asset_id', 'clear uploader_id');

create table public.law_enforcement_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  authority_name text not null,
  authority_reference text not null,
  country_code public.country_code not null,
  kind text not null,
  target_user_id uuid,
  received_at timestamptz default now() not null,
  due_at timestamptz,
  validity text default 'pending' not null,
  disclosed_scope jsonb,
  disclosed_at timestamptz,
  user_notified_at timestamptz,
  gag_until date,
  handled_by uuid,
  constraint law_enforcement_requests_pkey primary key (id),
  constraint law_enforcement_requests_authority_name_authority_reference_key unique (authority_name, authority_reference),
  constraint law_enforcement_requests_kind_check check (kind in ('subpoena', 'warrant', 'court_order', 'emergency', 'mlat', 'preservation')),
  constraint law_enforcement_requests_validity_check check (validity in ('pending', 'valid', 'defective', 'rejected')),
  constraint due_after_receipt check (due_at > received_at),
  constraint only_a_valid_request_is_met check (disclosed_at is null or validity = 'valid'),
  constraint disclosed_says_what_and_by_whom check ((disclosed_at is null) = (disclosed_scope is null) and (disclosed_at is null or handled_by is not null)),
  constraint disclosed_scope_is_object check (jsonb_typeof(disclosed_scope) = 'object'),
  constraint gag_is_kept check (user_notified_at is null or gag_until is null or (user_notified_at at time zone 'UTC')::date > gag_until)
);
alter table public.law_enforcement_requests enable row level security;
revoke all on table public.law_enforcement_requests from anon, authenticated, service_role;
comment on table public.law_enforcement_requests is 'Subpoena, warrant or emergency request, with its validation, what was disclosed and whether the user was told.';
comment on column public.law_enforcement_requests.disclosed_scope is 'Kinds of data and periods, not the data.';
comment on column public.law_enforcement_requests.gag_until is 'Last day on which the user must not be told.';
alter table public.law_enforcement_requests add constraint law_enforcement_requests_target_user_id_fkey foreign key (target_user_id) references public.users (id) on delete restrict;
alter table public.law_enforcement_requests add constraint law_enforcement_requests_handled_by_fkey foreign key (handled_by) references public.users (id) on delete restrict;
create index law_enforcement_requests_due_at_idx on public.law_enforcement_requests (due_at) where (disclosed_at is null and validity in ('pending', 'valid'));
create index law_enforcement_requests_target_user_id_fkey_idx on public.law_enforcement_requests (target_user_id) where (target_user_id is not null);
create index law_enforcement_requests_handled_by_fkey_idx on public.law_enforcement_requests (handled_by) where (handled_by is not null);
create trigger touch_updated_at before update on public.law_enforcement_requests for each row execute function boyfanz.touch_updated_at();
create trigger disclosed_stays before update on public.law_enforcement_requests for each row execute function boyfanz.freeze_when_set('disclosed_at', 'set user_notified_at', 'change gag_until');
create trigger refuse_delete before delete on public.law_enforcement_requests for each row execute function boyfanz.refuse_delete('It is counted in the transparency report.');

create table public.leak_detections (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  media_asset_id uuid,
  found_url text not null,
  found_url_hash public.digest_256 not null,
  host_domain text not null,
  match_kind text not null,
  confidence real not null,
  traced_user_id uuid,
  watermark_mark_code bigint,
  state text default 'new' not null,
  found_at timestamptz default now() not null,
  constraint leak_detections_pkey primary key (id),
  constraint leak_detections_creator_id_found_url_hash_key unique (creator_id, found_url_hash),
  constraint leak_detections_match_kind_check check (match_kind in ('fingerprint', 'watermark', 'face_opt_in', 'manual')),
  constraint leak_detections_state_check check (state in ('new', 'confirmed', 'dismissed', 'takedown_sent', 'removed', 'refused')),
  constraint found_url_form check (found_url ~ '^https?://[^\s]+$' and char_length(found_url) <= 8000),
  constraint host_domain_form check (host_domain ~ '^[a-z0-9.-]+$'),
  constraint confidence_in_range check (confidence between 0 and 1),
  constraint watermark_is_noted check (match_kind <> 'watermark' or watermark_mark_code is not null),
  constraint traced_by_a_watermark check (traced_user_id is null or watermark_mark_code is not null)
);
alter table public.leak_detections enable row level security;
revoke all on table public.leak_detections from anon, authenticated, service_role;
comment on table public.leak_detections is 'Copy of a creator''s paid content found elsewhere, by fingerprint or watermark, with who leaked it when that could be traced.';
comment on column public.leak_detections.found_url_hash is 'Of the normalised address.';
comment on column public.leak_detections.confidence is '0 to 1.';
comment on column public.leak_detections.watermark_mark_code is 'Found in the copy.';
alter table public.leak_detections add constraint leak_detections_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.leak_detections add constraint leak_detections_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete set null;
alter table public.leak_detections add constraint leak_detections_traced_user_id_fkey foreign key (traced_user_id) references public.users (id) on delete set null;
create index leak_detections_creator_id_state_found_at_idx on public.leak_detections (creator_id, state, found_at desc);
create index leak_detections_host_domain_state_idx on public.leak_detections (host_domain, state);
create index leak_detections_media_asset_id_fkey_idx on public.leak_detections (media_asset_id) where (media_asset_id is not null);
create index leak_detections_traced_user_id_fkey_idx on public.leak_detections (traced_user_id) where (traced_user_id is not null);
create trigger touch_updated_at before update on public.leak_detections for each row execute function boyfanz.touch_updated_at();
create trigger asset_of_the_creator before insert or update of media_asset_id, creator_id on public.leak_detections for each row when (new.media_asset_id is not null) execute function boyfanz.matches_parent('media_asset_id', 'media_assets', 'creator_id=owner_id');
create trigger find_stays before update of creator_id, found_url, found_url_hash, found_at on public.leak_detections for each row execute function boyfanz.set_once('creator_id', 'found_url', 'found_url_hash', 'found_at');

create table public.leak_takedowns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  detection_id uuid not null,
  creator_id uuid not null,
  recipient text not null,
  recipient_kind text not null,
  authorisation_ref text not null,
  sent_at timestamptz,
  attempts smallint default 0 not null,
  next_follow_up_at timestamptz,
  result text default 'pending' not null,
  constraint leak_takedowns_pkey primary key (id),
  constraint leak_takedowns_recipient_kind_check check (recipient_kind in ('host', 'search', 'cdn', 'registrar', 'platform')),
  constraint leak_takedowns_result_check check (result in ('pending', 'removed', 'delisted', 'refused', 'no_answer')),
  constraint attempts_are_not_negative check (attempts >= 0),
  constraint attempts_follow_the_first check ((attempts = 0) = (sent_at is null)),
  constraint result_follows_a_letter check (result = 'pending' or sent_at is not null),
  constraint only_pending_is_followed_up check (next_follow_up_at is null or result = 'pending')
);
alter table public.leak_takedowns enable row level security;
revoke all on table public.leak_takedowns from anon, authenticated, service_role;
comment on table public.leak_takedowns is 'Takedown sent for a creator to a host or search engine, with reminders and result.';
comment on column public.leak_takedowns.authorisation_ref is 'What entitles us to act for the creator.';
alter table public.leak_takedowns add constraint leak_takedowns_detection_id_fkey foreign key (detection_id) references public.leak_detections (id) on delete cascade;
alter table public.leak_takedowns add constraint leak_takedowns_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index leak_takedowns_next_follow_up_at_idx on public.leak_takedowns (next_follow_up_at) where (result = 'pending');
create index leak_takedowns_creator_id_created_at_idx on public.leak_takedowns (creator_id, created_at desc);
create index leak_takedowns_detection_id_fkey_idx on public.leak_takedowns (detection_id);
create trigger touch_updated_at before update on public.leak_takedowns for each row execute function boyfanz.touch_updated_at();
create trigger detection_of_the_creator before insert or update of detection_id, creator_id on public.leak_takedowns for each row execute function boyfanz.matches_parent('detection_id', 'leak_detections', 'creator_id');

create table public.moderation_case_events (
  id uuid default boyfanz.uuid_v7() not null,
  occurred_at timestamptz default now() not null,
  case_id uuid not null,
  subject_id uuid not null,
  actor_user_id uuid,
  actor_kind text not null,
  event_kind text not null,
  tool_batch_id uuid,
  payload jsonb default '{}' not null,
  visible_to_subject boolean default false not null,
  constraint moderation_case_events_pkey primary key (id, occurred_at),
  constraint moderation_case_events_actor_kind_check check (actor_kind in ('moderator', 'automation', 'system', 'external')),
  constraint moderator_is_named check (actor_kind <> 'moderator' or actor_user_id is not null),
  constraint event_kind_form check (event_kind ~ '^[a-z][a-z0-9_]*$'),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object')
) partition by range (occurred_at);
alter table public.moderation_case_events enable row level security;
revoke all on table public.moderation_case_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'moderation_case_events', 'occurred_at', '1 month', 1, '84 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.moderation_case_events'::regclass);
comment on table public.moderation_case_events is 'Timeline of a case, from which its state can be projected again; claims, notes, escalations, labels, decisions and reversals.';
comment on column public.moderation_case_events.event_kind is 'Such as claimed, noted, escalated, labelled, decided or reversed.';
comment on column public.moderation_case_events.tool_batch_id is 'Bulk action that it was part of, by which that can be undone.';
create index moderation_case_events_case_id_occurred_at_idx on public.moderation_case_events (case_id, occurred_at);
create index moderation_case_events_actor_user_id_occurred_at_idx on public.moderation_case_events (actor_user_id, occurred_at desc);
create index moderation_case_events_tool_batch_id_idx on public.moderation_case_events (tool_batch_id) where (tool_batch_id is not null);
create trigger append_only before update or delete on public.moderation_case_events for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.moderation_case_events for each statement execute function boyfanz.append_only();

create table public.moderation_cases (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subject_id uuid not null,
  queue_id uuid not null,
  opened_by text not null,
  primary_rule_id uuid,
  priority smallint default 50 not null,
  state text default 'open' not null,
  assigned_to uuid,
  lease_expires_at timestamptz,
  due_at timestamptz not null,
  language public.language_tag,
  escalated_from uuid,
  decided_at timestamptz,
  closed_at timestamptz,
  constraint moderation_cases_pkey primary key (id),
  constraint moderation_cases_opened_by_check check (opened_by in ('report', 'screening', 'hash_match', 'legal_order', 'prepublication', 'qa', 'appeal', 'staff')),
  constraint moderation_cases_state_check check (state in ('open', 'assigned', 'escalated', 'decided', 'closed_duplicate', 'closed_no_action')),
  constraint priority_in_range check (priority between 0 and 100),
  constraint assigned_has_a_lease check ((state = 'assigned') = (assigned_to is not null and lease_expires_at is not null)),
  constraint only_assigned_has_an_assignee check (state = 'assigned' or num_nonnulls(assigned_to, lease_expires_at) = 0),
  constraint decided_names_its_time check ((state = 'decided') = (decided_at is not null)),
  constraint closed_names_its_time check (case when state in ('closed_duplicate', 'closed_no_action') then closed_at is not null
  else closed_at is null or state = 'decided' end),
  constraint escalated_from_another_queue check (escalated_from <> queue_id)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
alter table public.moderation_cases enable row level security;
alter table public.abuse_reports add constraint abuse_reports_case_id_fkey foreign key (case_id) references public.moderation_cases (id) on delete set null;
revoke all on table public.moderation_cases from anon, authenticated, service_role;
comment on table public.moderation_cases is 'Unit of review work on a subject; why it was opened, lane, deadline, assignee and outcome. Work is taken by a lease with SKIP LOCKED, and open cases are a small hot set behind partial indexes.';
comment on column public.moderation_cases.priority is '0 to 100, 100 is worked first.';
comment on column public.moderation_cases.lease_expires_at is 'After this the case goes back to open, by a job.';
comment on column public.moderation_cases.due_at is 'When the queue, a card scheme or the law wants it decided.';
alter table public.moderation_cases add constraint moderation_cases_assigned_to_fkey foreign key (assigned_to) references public.users (id) on delete restrict;
create unique index moderation_cases_subject_id_queue_id_idx on public.moderation_cases (subject_id, queue_id) where (state in ('open', 'assigned', 'escalated'));
create index moderation_cases_queue_id_priority_due_at_id_idx on public.moderation_cases (queue_id, priority desc, due_at, id) where (state = 'open');
comment on index public.moderation_cases_queue_id_priority_due_at_id_idx is 'Claims the next.';
create index moderation_cases_assigned_to_due_at_idx on public.moderation_cases (assigned_to, due_at) where (assigned_to is not null);
comment on index public.moderation_cases_assigned_to_due_at_idx is 'My work.';
create index moderation_cases_due_at_idx on public.moderation_cases (due_at) where (state in ('open', 'assigned', 'escalated'));
comment on index public.moderation_cases_due_at_idx is 'Watches the deadlines.';
create index moderation_cases_lease_expires_at_idx on public.moderation_cases (lease_expires_at) where (state = 'assigned');
comment on index public.moderation_cases_lease_expires_at_idx is 'Takes back what was left lying.';
create index moderation_cases_subject_id_created_at_idx on public.moderation_cases (subject_id, created_at desc);
create index moderation_cases_queue_id_fkey_idx on public.moderation_cases (queue_id);
create index moderation_cases_primary_rule_id_fkey_idx on public.moderation_cases (primary_rule_id) where (primary_rule_id is not null);
create index moderation_cases_escalated_from_fkey_idx on public.moderation_cases (escalated_from) where (escalated_from is not null);
create trigger touch_updated_at before update on public.moderation_cases for each row execute function boyfanz.touch_updated_at();
create trigger assignee_works_the_queue before insert or update of state, assigned_to, queue_id on public.moderation_cases for each row when (new.state = 'assigned') execute function boyfanz.check_parent('moderator_queue_grants', 'parent.moderator_id = child.assigned_to and parent.queue_id = child.queue_id and parent.revoked_at is null and (parent.valid_until is null or parent.valid_until > now())', 'The moderator has no grant for the queue.');
create trigger decided_has_its_decision before insert or update of state on public.moderation_cases for each row when (new.state = 'decided') execute function boyfanz.check_parent('moderation_decisions', 'parent.case_id = child.id', 'A decided case has a row in moderation_decisions.');
create trigger subject_stays before update of subject_id, opened_by on public.moderation_cases for each row execute function boyfanz.set_once('subject_id', 'opened_by');

create table public.moderation_decisions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  case_id uuid not null,
  subject_id uuid not null,
  subject_owner_id uuid,
  rule_id uuid,
  outcome text not null,
  decided_by uuid,
  automation text default 'none' not null,
  model_version_id uuid,
  second_reviewer_id uuid,
  rationale text not null,
  supersedes_id uuid,
  decided_at timestamptz default now() not null,
  constraint moderation_decisions_pkey primary key (id),
  constraint moderation_decisions_outcome_check check (outcome in ('no_violation', 'violation', 'borderline', 'illegal', 'unable_to_assess')),
  constraint moderation_decisions_automation_check check (automation in ('none', 'partial', 'full')),
  constraint two_different_people check (second_reviewer_id <> decided_by),
  constraint person_or_machine check (automation = 'full' or decided_by is not null),
  constraint finding_names_its_rule check (outcome in ('no_violation', 'unable_to_assess') or rule_id is not null),
  constraint supersedes_another check (supersedes_id <> id)
);
alter table public.moderation_decisions enable row level security;
alter table public.account_restrictions add constraint account_restrictions_decision_id_fkey foreign key (decision_id) references public.moderation_decisions (id) on delete restrict;
alter table public.account_strikes add constraint account_strikes_decision_id_fkey foreign key (decision_id) references public.moderation_decisions (id) on delete restrict;
alter table public.appeals add constraint appeals_decision_id_fkey foreign key (decision_id) references public.moderation_decisions (id) on delete restrict;
alter table public.appeals add constraint appeals_new_decision_id_fkey foreign key (new_decision_id) references public.moderation_decisions (id) on delete restrict;
alter table public.enforcement_actions add constraint enforcement_actions_decision_id_fkey foreign key (decision_id) references public.moderation_decisions (id) on delete restrict;
revoke all on table public.moderation_decisions from anon, authenticated, service_role;
comment on table public.moderation_decisions is 'Reasoned outcome of a case; the rule, what was found, and who or what decided. A decision is never changed, only superseded by another on the same subject.';
alter table public.moderation_decisions add constraint moderation_decisions_case_id_fkey foreign key (case_id) references public.moderation_cases (id) on delete restrict;
alter table public.moderation_decisions add constraint moderation_decisions_subject_owner_id_fkey foreign key (subject_owner_id) references public.users (id) on delete set null;
alter table public.moderation_decisions add constraint moderation_decisions_decided_by_fkey foreign key (decided_by) references public.users (id) on delete restrict;
alter table public.moderation_decisions add constraint moderation_decisions_second_reviewer_id_fkey foreign key (second_reviewer_id) references public.users (id) on delete restrict;
alter table public.moderation_decisions add constraint moderation_decisions_supersedes_id_fkey foreign key (supersedes_id) references public.moderation_decisions (id) on delete restrict;
create index moderation_decisions_subject_id_decided_at_idx on public.moderation_decisions (subject_id, decided_at desc);
create index moderation_decisions_decided_by_decided_at_idx on public.moderation_decisions (decided_by, decided_at desc);
comment on index public.moderation_decisions_decided_by_decided_at_idx is 'Samples for quality.';
create index moderation_decisions_rule_id_decided_at_idx on public.moderation_decisions (rule_id, decided_at);
comment on index public.moderation_decisions_rule_id_decided_at_idx is 'Counts for transparency.';
create unique index moderation_decisions_supersedes_id_idx on public.moderation_decisions (supersedes_id) where (supersedes_id is not null);
comment on index public.moderation_decisions_supersedes_id_idx is 'Superseded once.';
create index moderation_decisions_case_id_fkey_idx on public.moderation_decisions (case_id);
create index moderation_decisions_subject_owner_id_fkey_idx on public.moderation_decisions (subject_owner_id) where (subject_owner_id is not null);
create index moderation_decisions_model_version_id_fkey_idx on public.moderation_decisions (model_version_id) where (model_version_id is not null);
create index moderation_decisions_second_reviewer_id_fkey_idx on public.moderation_decisions (second_reviewer_id) where (second_reviewer_id is not null);
create trigger subject_of_the_case before insert on public.moderation_decisions for each row execute function boyfanz.matches_parent('case_id', 'moderation_cases', 'subject_id');
create trigger owner_of_the_subject before insert on public.moderation_decisions for each row execute function boyfanz.matches_parent('subject_id', 'moderation_subjects', 'subject_owner_id=owner_user_id');
create trigger second_pair_of_eyes before insert on public.moderation_decisions for each row when (new.rule_id is not null and new.outcome in ('violation', 'borderline', 'illegal')) execute function boyfanz.check_parent('policy_rules', 'parent.id = child.rule_id and (not parent.requires_two_reviewers or num_nonnulls(child.decided_by, child.second_reviewer_id) = 2)', 'The rule asks for two reviewers.');
create trigger supersedes_same_subject before insert on public.moderation_decisions for each row when (new.supersedes_id is not null) execute function boyfanz.matches_parent('supersedes_id', 'moderation_decisions', 'subject_id');
create trigger append_only before update or delete on public.moderation_decisions for each row execute function boyfanz.append_only('clear subject_owner_id', 'clear model_version_id');
create trigger refuse_truncate before truncate on public.moderation_decisions for each statement execute function boyfanz.append_only();

create table public.moderation_macros (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  language public.language_tag not null,
  version integer not null,
  rule_id uuid,
  subject_line text not null,
  body_template text not null,
  usage text not null,
  is_active boolean default false not null,
  approved_by uuid,
  approved_at timestamptz,
  constraint moderation_macros_pkey primary key (id),
  constraint moderation_macros_key_language_version_key unique (key, language, version),
  constraint moderation_macros_usage_check check (usage in ('user_notice', 'reporter_notice', 'appeal_reply', 'legal_reply')),
  constraint version_is_positive check (version > 0),
  constraint active_was_approved check (not is_active or approved_at is not null),
  constraint approver_belongs_to_an_approval check (approved_by is null or approved_at is not null)
);
alter table public.moderation_macros enable row level security;
revoke all on table public.moderation_macros from anon, authenticated, service_role;
comment on table public.moderation_macros is 'Versions of the reply and reason texts for a rule and language, so that notices are alike. A text is frozen once approved.';
alter table public.moderation_macros add constraint moderation_macros_approved_by_fkey foreign key (approved_by) references public.users (id) on delete set null;
create unique index moderation_macros_key_language_idx on public.moderation_macros (key, language) where (is_active);
comment on index public.moderation_macros_key_language_idx is 'One version in use.';
create index moderation_macros_rule_id_language_idx on public.moderation_macros (rule_id, language) where (is_active);
create index moderation_macros_rule_id_fkey_idx on public.moderation_macros (rule_id) where (rule_id is not null);
create index moderation_macros_approved_by_fkey_idx on public.moderation_macros (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.moderation_macros for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_approved before update on public.moderation_macros for each row execute function boyfanz.freeze_when_set('approved_at', 'change is_active', 'clear approved_by', 'clear rule_id');

create table public.moderation_quality_reviews (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  decision_id uuid not null,
  reviewer_id uuid not null,
  sampled_by text not null,
  agrees boolean,
  correct_rule_id uuid,
  error_class text,
  notes text,
  reviewed_at timestamptz,
  constraint moderation_quality_reviews_pkey primary key (id),
  constraint moderation_quality_reviews_decision_id_reviewer_id_key unique (decision_id, reviewer_id),
  constraint moderation_quality_reviews_sampled_by_check check (sampled_by in ('random', 'risk', 'appeal_overturned', 'new_moderator')),
  constraint moderation_quality_reviews_error_class_check check (error_class in ('none', 'rule', 'severity', 'missed', 'procedure')),
  constraint reviewed_says_what check (num_nonnulls(reviewed_at, agrees, error_class) in (0, 3)),
  constraint error_fits_verdict check ((error_class = 'none') = agrees)
);
alter table public.moderation_quality_reviews enable row level security;
revoke all on table public.moderation_quality_reviews from anon, authenticated, service_role;
comment on table public.moderation_quality_reviews is 'Second look at a sampled decision by somebody who took no part in it, for accuracy and agreement. Frozen once done.';
alter table public.moderation_quality_reviews add constraint moderation_quality_reviews_decision_id_fkey foreign key (decision_id) references public.moderation_decisions (id) on delete restrict;
alter table public.moderation_quality_reviews add constraint moderation_quality_reviews_reviewer_id_fkey foreign key (reviewer_id) references public.users (id) on delete restrict;
create index moderation_quality_reviews_to_do_idx on public.moderation_quality_reviews (reviewer_id) where (reviewed_at is null);
create index moderation_quality_reviews_sampled_by_reviewed_at_idx on public.moderation_quality_reviews (sampled_by, reviewed_at);
create index moderation_quality_reviews_reviewer_id_fkey_idx on public.moderation_quality_reviews (reviewer_id);
create index moderation_quality_reviews_correct_rule_id_fkey_idx on public.moderation_quality_reviews (correct_rule_id) where (correct_rule_id is not null);
create trigger touch_updated_at before update on public.moderation_quality_reviews for each row execute function boyfanz.touch_updated_at();
create trigger reviewer_did_not_decide before insert or update of decision_id, reviewer_id on public.moderation_quality_reviews for each row execute function boyfanz.check_parent('moderation_decisions', 'parent.id = child.decision_id and parent.decided_by is distinct from child.reviewer_id and parent.second_reviewer_id is distinct from child.reviewer_id', 'Somebody reviews it who took no part in the decision.');
create trigger freeze_when_reviewed before update or delete on public.moderation_quality_reviews for each row execute function boyfanz.freeze_when_set('reviewed_at');

create table public.moderation_queues (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  name text not null,
  subject_types text[] default '{}' not null,
  rule_codes text[] default '{}' not null,
  languages public.language_tag[] default '{}' not null,
  min_clearance smallint default 0 not null,
  target_minutes integer not null,
  sort_mode text default 'priority' not null,
  is_restricted boolean default false not null,
  is_prepublication boolean default false not null,
  archived_at timestamptz,
  constraint moderation_queues_pkey primary key (id),
  constraint moderation_queues_subject_types_check check (subject_types <@ array['user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection']::text[]),
  constraint moderation_queues_sort_mode_check check (sort_mode in ('priority', 'oldest', 'deadline')),
  constraint key_form check (key::text ~ '^[A-Za-z][A-Za-z0-9_-]*$'),
  constraint target_is_positive check (target_minutes > 0),
  constraint min_clearance_in_range check (min_clearance between 0 and 5)
);
alter table public.moderation_queues enable row level security;
alter table public.abuse_report_reasons add constraint abuse_report_reasons_default_queue_id_fkey foreign key (default_queue_id) references public.moderation_queues (id) on delete restrict;
alter table public.moderation_cases add constraint moderation_cases_queue_id_fkey foreign key (queue_id) references public.moderation_queues (id) on delete restrict;
alter table public.moderation_cases add constraint moderation_cases_escalated_from_fkey foreign key (escalated_from) references public.moderation_queues (id) on delete set null;
revoke all on table public.moderation_queues from anon, authenticated, service_role;
comment on table public.moderation_queues is 'Lane of review with what it takes, the languages and clearance it needs and how fast it promises to be. Daily exposure limits are in moderator_profiles.';
comment on column public.moderation_queues.subject_types is 'Empty for all.';
comment on column public.moderation_queues.rule_codes is 'Codes of policy_rules; empty for all.';
comment on column public.moderation_queues.languages is 'Empty for all.';
comment on column public.moderation_queues.is_restricted is 'Child-safety and legal lanes.';
create unique index moderation_queues_key_idx on public.moderation_queues (key) where (archived_at is null);
create trigger touch_updated_at before update on public.moderation_queues for each row execute function boyfanz.touch_updated_at();

create table public.moderation_subjects (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subject_type text not null,
  subject_id uuid,
  tag_id integer,
  owner_user_id uuid,
  review_state text default 'none' not null,
  visibility text default 'visible' not null,
  priority_score integer default 0 not null,
  open_reports integer default 0 not null,
  last_reported_at timestamptz,
  last_reviewed_at timestamptz,
  last_appealed_at timestamptz,
  tags text[] default '{}' not null,
  state_version integer default 1 not null,
  constraint moderation_subjects_pkey primary key (id),
  constraint moderation_subjects_subject_type_subject_id_key unique (subject_type, subject_id),
  constraint moderation_subjects_subject_type_check check (subject_type in ('user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection')),
  constraint moderation_subjects_review_state_check check (review_state in ('none', 'open', 'escalated', 'closed', 'auto_cleared')),
  constraint moderation_subjects_visibility_check check (visibility in ('visible', 'limited', 'age_gated', 'geo_blocked', 'hidden', 'removed', 'pending_review')),
  constraint named_by_one_key check (num_nonnulls(subject_id, tag_id) = 1 and (subject_type = 'tag') = (tag_id is not null)),
  constraint open_reports_are_not_negative check (open_reports >= 0),
  constraint a_report_leaves_its_time check (open_reports = 0 or last_reported_at is not null)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
alter table public.moderation_subjects enable row level security;
alter table public.abuse_reports add constraint abuse_reports_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
alter table public.dmca_notice_items add constraint dmca_notice_items_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
alter table public.enforcement_actions add constraint enforcement_actions_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
alter table public.moderation_cases add constraint moderation_cases_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
alter table public.moderation_decisions add constraint moderation_decisions_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
revoke all on table public.moderation_subjects from anon, authenticated, service_role;
comment on table public.moderation_subjects is 'Everything that can be moderated, one row each; the only place where a kind and a key name a row of another table. Review and enforcement state are a projection of the events, and the row outlives what it names.';
comment on column public.moderation_subjects.subject_id is 'Key of the row; NULL for a tag.';
comment on column public.moderation_subjects.tag_id is 'Tags have a number, not a UUID.';
comment on column public.moderation_subjects.state_version is 'Rises with every change of state, so that a writer sees when another was first.';
alter table public.moderation_subjects add constraint moderation_subjects_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
create unique index moderation_subjects_tag_id_idx on public.moderation_subjects (tag_id) where (tag_id is not null);
create index moderation_subjects_review_state_priority_score_la_83c16881_idx on public.moderation_subjects (review_state, priority_score desc, last_reported_at) where (review_state in ('open', 'escalated'));
comment on index public.moderation_subjects_review_state_priority_score_la_83c16881_idx is 'Queue of the whole platform.';
create index moderation_subjects_owner_user_id_review_state_idx on public.moderation_subjects (owner_user_id, review_state);
create index moderation_subjects_tags_idx on public.moderation_subjects using gin (tags) where (review_state in ('open', 'escalated'));
create trigger touch_updated_at before update on public.moderation_subjects for each row execute function boyfanz.touch_updated_at();
create trigger name_stays before update of subject_type, subject_id, tag_id on public.moderation_subjects for each row execute function boyfanz.set_once('subject_type', 'subject_id', 'tag_id');
create trigger state_version_rises before update of review_state, visibility, state_version on public.moderation_subjects for each row execute function boyfanz.only_grows('strictly', 'state_version');

create table public.moderator_exposure_daily (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  moderator_id uuid not null,
  work_date date not null,
  category text not null,
  items_viewed integer default 0 not null,
  seconds_viewed integer default 0 not null,
  limit_reached_at timestamptz,
  constraint moderator_exposure_daily_pkey primary key (moderator_id, work_date, category),
  constraint category_form check (category ~ '^[a-z][a-z0-9_]*$'),
  constraint counts_are_not_negative check (items_viewed >= 0 and seconds_viewed >= 0)
) with (fillfactor = 80);
alter table public.moderator_exposure_daily enable row level security;
revoke all on table public.moderator_exposure_daily from anon, authenticated, service_role;
comment on table public.moderator_exposure_daily is 'How many graphic items of a category a moderator saw on a day, against the limit that protects them.';
create trigger touch_updated_at before update on public.moderator_exposure_daily for each row execute function boyfanz.touch_updated_at();
create trigger counts_only_grow before update on public.moderator_exposure_daily for each row execute function boyfanz.only_grows('items_viewed', 'seconds_viewed');

create table public.moderator_profiles (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  clearance smallint default 0 not null,
  languages public.language_tag[] default '{}' not null,
  employer text not null,
  vendor_name text,
  shift tstzrange,
  max_daily_graphic integer default 200 not null,
  csam_trained_until date,
  status text default 'active' not null,
  last_training_on date,
  constraint moderator_profiles_pkey primary key (user_id),
  constraint moderator_profiles_employer_check check (employer in ('internal', 'vendor')),
  constraint moderator_profiles_status_check check (status in ('active', 'paused', 'left')),
  constraint clearance_in_range check (clearance between 0 and 5),
  constraint vendor_is_named check ((employer = 'vendor') = (vendor_name is not null)),
  constraint limit_is_not_negative check (max_daily_graphic >= 0),
  constraint shift_is_not_empty check (not isempty(shift))
);
alter table public.moderator_profiles enable row level security;
alter table public.moderator_exposure_daily add constraint moderator_exposure_daily_moderator_id_fkey foreign key (moderator_id) references public.moderator_profiles (user_id) on delete cascade;
revoke all on table public.moderator_profiles from anon, authenticated, service_role;
comment on table public.moderator_profiles is 'What a moderator may look at and how much; clearance, languages, employer, training and the daily limit of graphic items.';
comment on column public.moderator_profiles.shift is 'Of the current roster; NULL when there is none.';
comment on column public.moderator_profiles.max_daily_graphic is 'Items a day in moderator_exposure_daily.';
comment on column public.moderator_profiles.csam_trained_until is 'Last day; without it the service hands out no child-safety case.';
alter table public.moderator_profiles add constraint moderator_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index moderator_profiles_status_clearance_idx on public.moderator_profiles (status, clearance);
create trigger touch_updated_at before update on public.moderator_profiles for each row execute function boyfanz.touch_updated_at();

create table public.moderator_queue_grants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  moderator_id uuid not null,
  queue_id uuid not null,
  role text default 'reviewer' not null,
  allowed_actions text[] default '{}' not null,
  granted_by uuid not null,
  valid_until timestamptz,
  revoked_at timestamptz,
  constraint moderator_queue_grants_pkey primary key (id),
  constraint moderator_queue_grants_role_check check (role in ('reviewer', 'senior', 'lead', 'auditor')),
  constraint moderator_queue_grants_allowed_actions_check check (allowed_actions <@ array['no_action', 'warn', 'remove', 'hide', 'limit_reach', 'age_gate', 'geo_block', 'label', 'demonetise', 'disable_comments', 'require_edit', 'strike', 'suspend', 'ban', 'escalate']::text[]),
  constraint nobody_grants_to_themselves check (granted_by <> moderator_id),
  constraint ends_after_start check (valid_until > created_at)
);
alter table public.moderator_queue_grants enable row level security;
revoke all on table public.moderator_queue_grants from anon, authenticated, service_role;
comment on table public.moderator_queue_grants is 'Permission of a moderator to work or lead a queue for a time, with the actions they take alone.';
comment on column public.moderator_queue_grants.valid_until is 'NULL until it is revoked.';
alter table public.moderator_queue_grants add constraint moderator_queue_grants_moderator_id_fkey foreign key (moderator_id) references public.moderator_profiles (user_id) on delete cascade;
alter table public.moderator_queue_grants add constraint moderator_queue_grants_queue_id_fkey foreign key (queue_id) references public.moderation_queues (id) on delete cascade;
alter table public.moderator_queue_grants add constraint moderator_queue_grants_granted_by_fkey foreign key (granted_by) references public.users (id) on delete restrict;
create unique index moderator_queue_grants_moderator_id_queue_id_idx on public.moderator_queue_grants (moderator_id, queue_id) where (revoked_at is null);
create index moderator_queue_grants_live_of_queue_idx on public.moderator_queue_grants (queue_id) where (revoked_at is null);
create index moderator_queue_grants_moderator_id_fkey_idx on public.moderator_queue_grants (moderator_id);
create index moderator_queue_grants_queue_id_fkey_idx on public.moderator_queue_grants (queue_id);
create index moderator_queue_grants_granted_by_fkey_idx on public.moderator_queue_grants (granted_by);
create trigger touch_updated_at before update on public.moderator_queue_grants for each row execute function boyfanz.touch_updated_at();
create trigger moderator_is_cleared before insert or update of moderator_id, queue_id on public.moderator_queue_grants for each row execute function boyfanz.check_parent('moderator_profiles', 'parent.user_id = child.moderator_id and parent.status <> ''left'' and parent.clearance >= (select q.min_clearance from public.moderation_queues q where q.id = child.queue_id)', 'The moderator left, or is not cleared for the queue.');

create table public.ncii_request_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  request_id uuid not null,
  subject_id uuid not null,
  removed_at timestamptz,
  blocked_entry_id uuid,
  outcome text default 'pending' not null,
  constraint ncii_request_items_pkey primary key (id),
  constraint ncii_request_items_request_id_subject_id_key unique (request_id, subject_id),
  constraint ncii_request_items_outcome_check check (outcome in ('pending', 'removed', 'not_found', 'not_ncii')),
  constraint removed_names_its_time check ((outcome = 'removed') = (removed_at is not null))
);
alter table public.ncii_request_items enable row level security;
revoke all on table public.ncii_request_items from anon, authenticated, service_role;
comment on table public.ncii_request_items is 'Item named in a request, when it was removed, and the hash that keeps it from coming back.';
alter table public.ncii_request_items add constraint ncii_request_items_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
alter table public.ncii_request_items add constraint ncii_request_items_blocked_entry_id_fkey foreign key (blocked_entry_id) references public.hash_list_entries (id) on delete set null;
create index ncii_request_items_subject_id_fkey_idx on public.ncii_request_items (subject_id);
create index ncii_request_items_blocked_entry_id_fkey_idx on public.ncii_request_items (blocked_entry_id) where (blocked_entry_id is not null);
create trigger touch_updated_at before update on public.ncii_request_items for each row execute function boyfanz.touch_updated_at();
create trigger item_stays before update of request_id, subject_id, removed_at on public.ncii_request_items for each row execute function boyfanz.set_once('request_id', 'subject_id', 'removed_at');

create table public.ncii_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requester_user_id uuid,
  requester_contact_enc bytea not null,
  key_id smallint not null,
  requester_role text default 'depicted' not null,
  statement text not null,
  good_faith_statement boolean default false not null,
  signature text not null,
  is_synthetic boolean,
  received_at timestamptz default now() not null,
  valid_at timestamptz,
  remove_by timestamptz,
  state text default 'received' not null,
  duplicates_removed integer default 0 not null,
  identity_check_ref text,
  decided_by uuid,
  constraint ncii_requests_pkey primary key (id),
  constraint ncii_requests_requester_role_check check (requester_role in ('depicted', 'representative')),
  constraint ncii_requests_state_check check (state in ('received', 'valid', 'invalid', 'removed', 'refused')),
  constraint valid_has_its_clock check (state not in ('valid', 'removed') or (valid_at is not null and remove_by is not null and good_faith_statement and signature <> '')),
  constraint clock_is_whole check ((valid_at is null) = (remove_by is null)),
  constraint within_48_hours check (remove_by > valid_at and remove_by - valid_at <= interval '48 hours'),
  constraint valid_after_receipt check (valid_at >= received_at),
  constraint duplicates_are_not_negative check (duplicates_removed >= 0)
);
alter table public.ncii_requests enable row level security;
alter table public.ncii_request_items add constraint ncii_request_items_request_id_fkey foreign key (request_id) references public.ncii_requests (id) on delete restrict;
revoke all on table public.ncii_requests from anon, authenticated, service_role;
comment on table public.ncii_requests is 'Request of a depicted person to take down intimate images without consent, real or made, with the clock of 48 hours of the TAKE IT DOWN Act and the search for copies. The requester needs no account, and the clock is never put off.';
comment on column public.ncii_requests.requester_contact_enc is 'Encrypted with key_id.';
comment on column public.ncii_requests.key_id is 'Version of the encryption key.';
comment on column public.ncii_requests.is_synthetic is 'NULL when nobody can say.';
comment on column public.ncii_requests.valid_at is 'When it was complete and the clock started.';
alter table public.ncii_requests add constraint ncii_requests_requester_user_id_fkey foreign key (requester_user_id) references public.users (id) on delete set null;
alter table public.ncii_requests add constraint ncii_requests_decided_by_fkey foreign key (decided_by) references public.users (id) on delete set null;
create index ncii_requests_remove_by_idx on public.ncii_requests (remove_by) where (state = 'valid');
comment on index public.ncii_requests_remove_by_idx is 'Clock of 48 hours.';
create index ncii_requests_received_at_id_idx on public.ncii_requests (received_at, id) where (state = 'received');
comment on index public.ncii_requests_received_at_id_idx is 'Intake.';
create index ncii_requests_requester_user_id_fkey_idx on public.ncii_requests (requester_user_id) where (requester_user_id is not null);
create index ncii_requests_decided_by_fkey_idx on public.ncii_requests (decided_by) where (decided_by is not null);
create trigger touch_updated_at before update on public.ncii_requests for each row execute function boyfanz.touch_updated_at();
create trigger clock_is_not_put_off before update of received_at, valid_at, remove_by on public.ncii_requests for each row execute function boyfanz.set_once('received_at', 'valid_at', 'remove_by');
create trigger removed_leaves_nothing_pending before insert or update of state on public.ncii_requests for each row when (new.state = 'removed') execute function boyfanz.check_parent('ncii_request_items', 'parent.request_id = child.id and not exists (
  select from public.ncii_request_items i where i.request_id = child.id and i.outcome = ''pending'')', 'An item of the request is still pending, or there is none.');
create trigger refuse_delete before delete on public.ncii_requests for each row execute function boyfanz.refuse_delete('It proves that the deadline was met.');

create table public.out_of_court_disputes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  appeal_id uuid not null,
  user_id uuid not null,
  body_name text not null,
  external_reference text not null,
  opened_on date not null,
  response_due_on date not null,
  outcome text default 'pending' not null,
  platform_complied boolean,
  fee_minor bigint,
  currency public.currency_code,
  closed_on date,
  constraint out_of_court_disputes_pkey primary key (id),
  constraint out_of_court_disputes_body_name_external_reference_key unique (body_name, external_reference),
  constraint out_of_court_disputes_outcome_check check (outcome in ('pending', 'for_user', 'for_platform', 'settled', 'inadmissible')),
  constraint fee_is_not_negative check (fee_minor >= 0),
  constraint fee_has_a_currency check ((fee_minor is null) = (currency is null)),
  constraint due_after_opening check (response_due_on >= opened_on),
  constraint closed_names_its_day check ((outcome = 'pending') = (closed_on is null)),
  constraint closed_after_opening check (closed_on >= opened_on)
);
alter table public.out_of_court_disputes enable row level security;
revoke all on table public.out_of_court_disputes from anon, authenticated, service_role;
comment on table public.out_of_court_disputes is 'Dispute that went to a certified settlement body or regulator after an appeal (Article 21 of the DSA), with fee and result.';
comment on column public.out_of_court_disputes.platform_complied is 'NULL while nothing had to be done; the result does not bind us.';
comment on column public.out_of_court_disputes.fee_minor is 'What we pay.';
alter table public.out_of_court_disputes add constraint out_of_court_disputes_appeal_id_fkey foreign key (appeal_id) references public.appeals (id) on delete restrict;
alter table public.out_of_court_disputes add constraint out_of_court_disputes_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.out_of_court_disputes add constraint out_of_court_disputes_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index out_of_court_disputes_response_due_on_idx on public.out_of_court_disputes (response_due_on) where (outcome = 'pending');
create index out_of_court_disputes_appeal_id_fkey_idx on public.out_of_court_disputes (appeal_id);
create index out_of_court_disputes_user_id_fkey_idx on public.out_of_court_disputes (user_id);
create index out_of_court_disputes_currency_fkey_idx on public.out_of_court_disputes (currency) where (currency is not null);
create trigger touch_updated_at before update on public.out_of_court_disputes for each row execute function boyfanz.touch_updated_at();
create trigger user_is_the_appellant before insert or update of appeal_id, user_id on public.out_of_court_disputes for each row execute function boyfanz.matches_parent('appeal_id', 'appeals', 'user_id=appellant_id');
create trigger refuse_delete before delete on public.out_of_court_disputes for each row execute function boyfanz.refuse_delete('It is counted in the transparency report.');

create table public.policy_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code extensions.citext not null,
  parent_id uuid,
  title text not null,
  guideline_topic extensions.citext,
  legal_document_kind text,
  severity smallint not null,
  is_illegal_content boolean default false not null,
  dsa_category text,
  osa_priority_category text,
  card_scheme_category text,
  default_action text not null,
  requires_two_reviewers boolean default false not null,
  is_active boolean default true not null,
  constraint policy_rules_pkey primary key (id),
  constraint policy_rules_code_key unique (code),
  constraint policy_rules_legal_document_kind_check check (legal_document_kind in ('terms', 'privacy', 'creator_agreement', 'acceptable_use', 'dmca', 'cookie', 'model_release', 'refund')),
  constraint policy_rules_default_action_check check (default_action in ('none', 'warn', 'remove', 'hide', 'limit_reach', 'age_gate', 'geo_block', 'label', 'demonetise', 'disable_comments', 'require_edit', 'suspend', 'ban', 'escalate')),
  constraint code_form check (code::text ~ '^[A-Za-z][A-Za-z0-9_.-]*$'),
  constraint severity_in_range check (severity between 1 and 5),
  constraint not_its_own_parent check (parent_id <> id),
  constraint illegal_content_has_a_dsa_category check (not is_illegal_content or dsa_category is not null)
);
alter table public.policy_rules enable row level security;
alter table public.abuse_report_reasons add constraint abuse_report_reasons_rule_id_fkey foreign key (rule_id) references public.policy_rules (id) on delete restrict;
alter table public.account_restrictions add constraint account_restrictions_rule_id_fkey foreign key (rule_id) references public.policy_rules (id) on delete restrict;
alter table public.account_strikes add constraint account_strikes_rule_id_fkey foreign key (rule_id) references public.policy_rules (id) on delete restrict;
alter table public.blocked_terms add constraint blocked_terms_rule_id_fkey foreign key (rule_id) references public.policy_rules (id) on delete set null;
alter table public.moderation_cases add constraint moderation_cases_primary_rule_id_fkey foreign key (primary_rule_id) references public.policy_rules (id) on delete restrict;
alter table public.moderation_decisions add constraint moderation_decisions_rule_id_fkey foreign key (rule_id) references public.policy_rules (id) on delete restrict;
alter table public.moderation_macros add constraint moderation_macros_rule_id_fkey foreign key (rule_id) references public.policy_rules (id) on delete set null;
alter table public.moderation_quality_reviews add constraint moderation_quality_reviews_correct_rule_id_fkey foreign key (correct_rule_id) references public.policy_rules (id) on delete restrict;
revoke all on table public.policy_rules from anon, authenticated, service_role;
comment on table public.policy_rules is 'One enforceable rule in the taxonomy, with severity, default action and its category in the reports that law and card schemes ask for.';
comment on column public.policy_rules.guideline_topic is 'Topic in community_guidelines.';
comment on column public.policy_rules.legal_document_kind is 'Kind in legal_documents that contains the rule.';
comment on column public.policy_rules.severity is '1 to 5, 5 is worst.';
comment on column public.policy_rules.dsa_category is 'Category in the transparency database of the EU.';
comment on column public.policy_rules.osa_priority_category is 'Priority offence of the Online Safety Act.';
alter table public.policy_rules add constraint policy_rules_parent_id_fkey foreign key (parent_id) references public.policy_rules (id) on delete restrict;
create index policy_rules_active_children_idx on public.policy_rules (parent_id) where (is_active);
create index policy_rules_parent_id_fkey_idx on public.policy_rules (parent_id) where (parent_id is not null);
create trigger touch_updated_at before update on public.policy_rules for each row execute function boyfanz.touch_updated_at();
create trigger code_stays before update of code on public.policy_rules for each row execute function boyfanz.set_once('code');
create trigger refuse_cycle after insert or update of parent_id on public.policy_rules for each row when (new.parent_id is not null) execute function boyfanz.refuse_cycle('parent_id');

create table public.privileged_access_grants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  staff_user_id uuid not null,
  approved_by uuid not null,
  scope text not null,
  justification text not null,
  ticket_reference text not null,
  valid tstzrange not null,
  revoked_at timestamptz,
  reads_count integer default 0 not null,
  constraint privileged_access_grants_pkey primary key (id),
  constraint two_different_people check (approved_by <> staff_user_id),
  constraint valid_has_both_ends check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  constraint valid_for_30_days_at_most check (upper(valid) - lower(valid) <= interval '30 days'),
  constraint justification_is_given check (justification <> '' and ticket_reference <> ''),
  constraint reads_are_not_negative check (reads_count >= 0)
);
alter table public.privileged_access_grants enable row level security;
revoke all on table public.privileged_access_grants from anon, authenticated, service_role;
comment on table public.privileged_access_grants is 'Break-glass access to restricted data for a short time, with ticket, scope and a second person who approved; reads under it are audited.';
alter table public.privileged_access_grants add constraint privileged_access_grants_staff_user_id_fkey foreign key (staff_user_id) references public.users (id) on delete restrict;
alter table public.privileged_access_grants add constraint privileged_access_grants_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index privileged_access_grants_live_idx on public.privileged_access_grants (staff_user_id) where (revoked_at is null);
create index privileged_access_grants_valid_idx on public.privileged_access_grants using gist (valid);
create index privileged_access_grants_staff_user_id_fkey_idx on public.privileged_access_grants (staff_user_id);
create index privileged_access_grants_approved_by_fkey_idx on public.privileged_access_grants (approved_by);
create trigger touch_updated_at before update on public.privileged_access_grants for each row execute function boyfanz.touch_updated_at();
create trigger grant_stays before update or delete on public.privileged_access_grants for each row execute function boyfanz.append_only('set revoked_at', 'change reads_count');
create trigger reads_only_grow before update of reads_count on public.privileged_access_grants for each row execute function boyfanz.only_grows('reads_count');

create table public.removal_orders (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  authority_name text not null,
  order_reference text not null,
  country_code public.country_code not null,
  legal_basis text not null,
  subject_id uuid,
  received_at timestamptz default now() not null,
  comply_by timestamptz not null,
  territory public.country_code[] default '{}' not null,
  effect text default 'pending' not null,
  action_id uuid,
  informed_authority_at timestamptz,
  informed_user_at timestamptz,
  constraint removal_orders_pkey primary key (id),
  constraint removal_orders_authority_name_order_reference_key unique (authority_name, order_reference),
  constraint removal_orders_effect_check check (effect in ('pending', 'removed', 'geo_blocked', 'refused', 'impossible')),
  constraint deadline_after_receipt check (comply_by > received_at),
  constraint geo_block_names_its_action check (effect <> 'geo_blocked' or action_id is not null),
  constraint action_had_an_effect check (action_id is null or effect in ('removed', 'geo_blocked'))
);
alter table public.removal_orders enable row level security;
revoke all on table public.removal_orders from anon, authenticated, service_role;
comment on table public.removal_orders is 'Order of an authority to act on content (Article 9 of the DSA, terrorist content within an hour, injunctions), with deadline and the effect given to it.';
comment on column public.removal_orders.territory is 'Empty for the whole world.';
comment on column public.removal_orders.action_id is 'NULL when an account was restricted or the content was gone.';
alter table public.removal_orders add constraint removal_orders_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
alter table public.removal_orders add constraint removal_orders_action_id_fkey foreign key (action_id) references public.enforcement_actions (id) on delete restrict;
create index removal_orders_comply_by_idx on public.removal_orders (comply_by) where (effect = 'pending');
comment on index public.removal_orders_comply_by_idx is 'Clock of the deadline.';
create index removal_orders_subject_id_fkey_idx on public.removal_orders (subject_id) where (subject_id is not null);
create index removal_orders_action_id_fkey_idx on public.removal_orders (action_id) where (action_id is not null);
create trigger touch_updated_at before update on public.removal_orders for each row execute function boyfanz.touch_updated_at();
create trigger action_on_the_subject before insert or update of action_id, subject_id on public.removal_orders for each row when (new.action_id is not null) execute function boyfanz.matches_parent('action_id', 'enforcement_actions', 'subject_id');
create trigger order_stays before update of authority_name, order_reference, received_at, comply_by, action_id on public.removal_orders for each row execute function boyfanz.set_once('authority_name', 'order_reference', 'received_at', 'comply_by', 'action_id');
create trigger refuse_delete before delete on public.removal_orders for each row execute function boyfanz.refuse_delete('It is counted in the transparency report.');

create table public.retention_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  relation_name text not null,
  data_class text default 'all' not null,
  clock_column text not null,
  keep_days integer not null,
  method text not null,
  legal_basis text not null,
  honours_legal_hold boolean default true not null,
  last_run_at timestamptz,
  last_rows bigint,
  next_run_at timestamptz not null,
  constraint retention_policies_pkey primary key (id),
  constraint retention_policies_relation_name_data_class_key unique (relation_name, data_class),
  constraint retention_policies_method_check check (method in ('drop_partition', 'delete', 'anonymise', 'archive')),
  constraint names_form check (relation_name ~ '^[a-z][a-z0-9_]*$' and clock_column ~ '^[a-z][a-z0-9_]*$'),
  constraint keep_is_positive check (keep_days > 0),
  constraint run_is_whole check ((last_run_at is null) = (last_rows is null)),
  constraint last_rows_are_not_negative check (last_rows >= 0),
  constraint next_after_last check (next_run_at > last_run_at)
);
alter table public.retention_policies enable row level security;
revoke all on table public.retention_policies from anon, authenticated, service_role;
comment on table public.retention_policies is 'How long the rows of a relation are kept, by which clock, why and how they go; the job that purges reads it.';
comment on column public.retention_policies.data_class is 'Part of the rows that the rule is for.';
create index retention_policies_next_run_at_idx on public.retention_policies (next_run_at);
create trigger touch_updated_at before update on public.retention_policies for each row execute function boyfanz.touch_updated_at();

create table public.risk_signals (
  id uuid default boyfanz.uuid_v7() not null,
  observed_at timestamptz default now() not null,
  user_id uuid not null,
  signal_code text not null,
  weight real not null,
  entity_type text,
  entity_hash public.digest_256,
  source text not null,
  attributes jsonb,
  constraint risk_signals_pkey primary key (id, observed_at),
  constraint signal_code_form check (signal_code ~ '^[a-z][a-z0-9_.]*$'),
  constraint entity_is_whole check ((entity_type is null) = (entity_hash is null)),
  constraint attributes_is_object check (jsonb_typeof(attributes) = 'object')
) partition by range (observed_at);
alter table public.risk_signals enable row level security;
revoke all on table public.risk_signals from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'risk_signals', 'observed_at', '7 days', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.risk_signals'::regclass);
comment on table public.risk_signals is 'Facts about accounts that hint at a risk, such as speed, a shared device or failed payments; they feed safety_scores with a weight that fades.';
comment on column public.risk_signals.weight is 'When it was observed, before it fades.';
comment on column public.risk_signals.entity_type is 'Such as device, card or address.';
comment on column public.risk_signals.entity_hash is 'HMAC of what is shared.';
create index risk_signals_user_id_observed_at_idx on public.risk_signals (user_id, observed_at desc);
comment on index public.risk_signals_user_id_observed_at_idx is 'Scoring.';
create index risk_signals_entity_hash_observed_at_idx on public.risk_signals (entity_hash, observed_at desc) where (entity_hash is not null);
comment on index public.risk_signals_entity_hash_observed_at_idx is 'Who shares a device or card.';
create trigger append_only before update on public.risk_signals for each row execute function boyfanz.append_only();

create table public.safety_scores (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  trust_score smallint default 50 not null,
  spam_risk smallint default 0 not null,
  fraud_risk smallint default 0 not null,
  abuse_risk smallint default 0 not null,
  minor_risk smallint default 0 not null,
  band text default 'normal' not null,
  factors jsonb default '{}' not null,
  model_version_id uuid,
  scored_at timestamptz default now() not null,
  manual_override_band text,
  override_until timestamptz,
  overridden_by uuid,
  constraint safety_scores_pkey primary key (user_id),
  constraint safety_scores_band_check check (band in ('trusted', 'normal', 'watch', 'restricted')),
  constraint safety_scores_manual_override_band_check check (manual_override_band in ('trusted', 'normal', 'watch', 'restricted')),
  constraint scores_in_range check (trust_score between 0 and 100 and spam_risk between 0 and 100 and fraud_risk between 0 and 100 and abuse_risk between 0 and 100 and minor_risk between 0 and 100),
  constraint factors_is_object check (jsonb_typeof(factors) = 'object'),
  constraint override_has_an_end check ((manual_override_band is null) = (override_until is null)),
  constraint overrider_belongs_to_an_override check (overridden_by is null or manual_override_band is not null),
  constraint nobody_overrides_their_own check (overridden_by <> user_id)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.safety_scores enable row level security;
revoke all on table public.safety_scores from anon, authenticated, service_role;
comment on table public.safety_scores is 'What the models think of an account now, read before messages, payouts and going live; a person may overrule the band for a time.';
comment on column public.safety_scores.trust_score is '0 to 100, 100 is best; the risks are 100 at worst.';
comment on column public.safety_scores.factors is 'Main factors with their weight.';
alter table public.safety_scores add constraint safety_scores_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.safety_scores add constraint safety_scores_overridden_by_fkey foreign key (overridden_by) references public.users (id) on delete set null;
create index safety_scores_band_scored_at_idx on public.safety_scores (band, scored_at) where (band in ('watch', 'restricted'));
create index safety_scores_override_until_idx on public.safety_scores (override_until) where (override_until is not null);
comment on index public.safety_scores_override_until_idx is 'For the job that ends overrides.';
create index safety_scores_model_version_id_fkey_idx on public.safety_scores (model_version_id) where (model_version_id is not null);
create index safety_scores_overridden_by_fkey_idx on public.safety_scores (overridden_by) where (overridden_by is not null);
create trigger touch_updated_at before update on public.safety_scores for each row execute function boyfanz.touch_updated_at();

create table public.screening_jobs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subject_id uuid not null,
  owner_user_id uuid,
  content_version integer default 1 not null,
  trigger text not null,
  stage text default 'queued' not null,
  verdict text,
  gates_publication boolean default false not null,
  detectors_required text[] not null,
  detectors_done text[] default '{}' not null,
  lease_expires_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  constraint screening_jobs_pkey primary key (id),
  constraint screening_jobs_subject_id_content_version_trigger_key unique (subject_id, content_version, trigger),
  constraint screening_jobs_trigger_check check (trigger in ('upload', 'edit', 'report', 'rescan', 'live_sample')),
  constraint screening_jobs_stage_check check (stage in ('queued', 'running', 'done', 'failed')),
  constraint screening_jobs_verdict_check check (verdict in ('allow', 'review', 'block', 'error')),
  constraint content_version_is_positive check (content_version > 0),
  constraint done_has_a_verdict check ((stage = 'done') = (verdict is not null)),
  constraint allowed_only_after_every_detector check (verdict is distinct from 'allow' or detectors_done @> detectors_required),
  constraint something_is_required check (cardinality(detectors_required) > 0),
  constraint running_has_a_lease check ((stage = 'running') = (lease_expires_at is not null)),
  constraint running_was_started check (stage <> 'running' or started_at is not null),
  constraint finished_names_its_time check ((stage in ('done', 'failed')) = (finished_at is not null))
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
alter table public.screening_jobs enable row level security;
revoke all on table public.screening_jobs from anon, authenticated, service_role;
comment on table public.screening_jobs is 'Screening of one version of a subject, before or after it is public, with the verdict that opens the gate. Work is taken by a lease with SKIP LOCKED; a second rescan of the same version uses the row again.';
comment on column public.screening_jobs.lease_expires_at is 'After this it goes back to queued.';
alter table public.screening_jobs add constraint screening_jobs_subject_id_fkey foreign key (subject_id) references public.moderation_subjects (id) on delete restrict;
alter table public.screening_jobs add constraint screening_jobs_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
create index screening_jobs_created_at_id_idx on public.screening_jobs (created_at, id) where (stage = 'queued');
comment on index public.screening_jobs_created_at_id_idx is 'Claims the next.';
create index screening_jobs_lease_expires_at_idx on public.screening_jobs (lease_expires_at) where (stage = 'running');
comment on index public.screening_jobs_lease_expires_at_idx is 'Takes back what was left lying.';
create index screening_jobs_latest_idx on public.screening_jobs (subject_id, content_version desc);
comment on index public.screening_jobs_latest_idx is 'Latest verdict.';
create index screening_jobs_owner_user_id_fkey_idx on public.screening_jobs (owner_user_id) where (owner_user_id is not null);
create trigger touch_updated_at before update on public.screening_jobs for each row execute function boyfanz.touch_updated_at();

create table public.screening_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subject_type text not null,
  detector text not null,
  label text not null,
  version integer not null,
  region_code text,
  review_threshold real not null,
  block_threshold real not null,
  queue_id uuid not null,
  active tstzrange not null,
  shadow_mode boolean default false not null,
  approved_by uuid,
  constraint screening_policies_pkey primary key (id),
  constraint screening_policies_subject_type_check check (subject_type in ('user', 'profile', 'post', 'comment', 'message', 'media', 'video', 'story', 'live_stream', 'chat_message', 'product', 'booking_service', 'event', 'review', 'tag', 'collection')),
  constraint version_is_positive check (version > 0),
  constraint region_code_form check (region_code ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  constraint thresholds_are_ordered check (review_threshold <= block_threshold and review_threshold >= 0 and block_threshold <= 1),
  constraint active_form check (not isempty(active) and lower_inc(active) and not upper_inc(active)),
  constraint screening_policies_one_decides_excl exclude using gist (subject_type with =, detector with =, label with =, (coalesce(region_code, '')) with =, active with &&) where (not shadow_mode)
);
alter table public.screening_policies enable row level security;
revoke all on table public.screening_policies from anon, authenticated, service_role;
comment on table public.screening_policies is 'Versions of the thresholds that turn the score of a detector into allow, review or block, by type of content and jurisdiction. Thresholds of a version never change; one version at a time decides, others may only watch.';
comment on column public.screening_policies.region_code is 'Country, or country and subdivision of ISO 3166-2; NULL for everywhere else.';
comment on column public.screening_policies.review_threshold is 'Scores from here on go to the queue.';
comment on column public.screening_policies.block_threshold is 'Scores from here on are blocked.';
comment on column public.screening_policies.active is 'From the start, which belongs to it, to the end, which does not.';
comment on column public.screening_policies.shadow_mode is 'Scores are noted and nothing follows.';
alter table public.screening_policies add constraint screening_policies_queue_id_fkey foreign key (queue_id) references public.moderation_queues (id) on delete restrict;
alter table public.screening_policies add constraint screening_policies_approved_by_fkey foreign key (approved_by) references public.users (id) on delete set null;
create unique index screening_policies_version_idx on public.screening_policies (subject_type, detector, label, (coalesce(region_code, '')), version);
create index screening_policies_subject_type_detector_idx on public.screening_policies (subject_type, detector) where (upper_inf(active));
comment on index public.screening_policies_subject_type_detector_idx is 'In force.';
create index screening_policies_queue_id_fkey_idx on public.screening_policies (queue_id);
create index screening_policies_approved_by_fkey_idx on public.screening_policies (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.screening_policies for each row execute function boyfanz.touch_updated_at();
create trigger thresholds_stay before update on public.screening_policies for each row execute function boyfanz.append_only('change queue_id', 'change active', 'change shadow_mode', 'set approved_by', 'clear approved_by');

create table public.screening_results (
  id uuid default boyfanz.uuid_v7() not null,
  scored_at timestamptz default now() not null,
  job_id uuid not null,
  detector text not null,
  model_version_id uuid,
  label text not null,
  score real not null,
  threshold_policy_id uuid,
  region jsonb,
  offset_ms integer,
  outcome text not null,
  constraint screening_results_pkey primary key (id, scored_at),
  constraint screening_results_outcome_check check (outcome in ('allow', 'review', 'block')),
  constraint score_in_range check (score between 0 and 1),
  constraint region_is_object check (jsonb_typeof(region) = 'object'),
  constraint offset_is_not_negative check (offset_ms >= 0)
) partition by range (scored_at);
alter table public.screening_results enable row level security;
revoke all on table public.screening_results from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'screening_results', 'scored_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.screening_results'::regclass);
comment on table public.screening_results is 'Score of one detector for one label, with the frame or region it applies to; for thresholds, drift checks and appeals.';
comment on column public.screening_results.score is '0 to 1.';
comment on column public.screening_results.region is 'Place within the picture.';
comment on column public.screening_results.offset_ms is 'Place within a recording.';
create index screening_results_job_id_idx on public.screening_results (job_id);
create index screening_results_detector_label_scored_at_idx on public.screening_results (detector, label, scored_at desc);
comment on index public.screening_results_detector_label_scored_at_idx is 'Tuning.';
create trigger append_only before update on public.screening_results for each row execute function boyfanz.append_only();

create table public.statements_of_reasons (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  platform_uid uuid default gen_random_uuid() not null,
  decision_id uuid not null,
  user_id uuid not null,
  enforcement_action_id uuid,
  restriction_id uuid,
  visibility_decision text[],
  monetary_decision text,
  service_decision text,
  account_decision text,
  ground text not null,
  legal_ground text,
  legal_document_id uuid,
  guideline_id uuid,
  facts text not null,
  source text not null,
  automated_detection boolean default false not null,
  automated_decision text not null,
  content_types text[] not null,
  content_created_on date,
  territorial_scope public.country_code[] not null,
  end_date date,
  redress_text text not null,
  language public.language_tag not null,
  sent_at timestamptz,
  constraint statements_of_reasons_pkey primary key (id),
  constraint statements_of_reasons_platform_uid_key unique (platform_uid),
  constraint statements_of_reasons_decision_id_user_id_key unique (decision_id, user_id),
  constraint statements_of_reasons_visibility_decision_check check (visibility_decision <@ array['removed', 'disabled', 'demoted', 'age_restricted', 'interaction_restricted', 'labelled', 'other']::text[]),
  constraint statements_of_reasons_monetary_decision_check check (monetary_decision in ('suspension', 'termination', 'other')),
  constraint statements_of_reasons_service_decision_check check (service_decision in ('partial_suspension', 'total_suspension', 'partial_termination', 'total_termination')),
  constraint statements_of_reasons_account_decision_check check (account_decision in ('suspended', 'terminated')),
  constraint statements_of_reasons_ground_check check (ground in ('illegal', 'incompatible')),
  constraint statements_of_reasons_source_check check (source in ('article_16', 'trusted_flagger', 'other_notice', 'own_initiative')),
  constraint statements_of_reasons_automated_decision_check check (automated_decision in ('none', 'partial', 'full')),
  constraint statements_of_reasons_content_types_check check (content_types <@ array['app', 'audio', 'image', 'product', 'synthetic_media', 'text', 'video', 'other']::text[]),
  constraint something_was_decided check (num_nonnulls(visibility_decision, monetary_decision, service_decision, account_decision) >= 1 and (visibility_decision is null or cardinality(visibility_decision) > 0)),
  constraint illegal_names_the_law check (ground <> 'illegal' or legal_ground is not null),
  constraint incompatible_names_the_text check (ground <> 'incompatible' or num_nonnulls(legal_document_id, guideline_id) >= 1),
  constraint lists_are_not_empty check (cardinality(content_types) > 0 and cardinality(territorial_scope) > 0)
);
alter table public.statements_of_reasons enable row level security;
alter table public.dsa_submissions add constraint dsa_submissions_statement_id_fkey foreign key (statement_id) references public.statements_of_reasons (id) on delete restrict;
revoke all on table public.statements_of_reasons from anon, authenticated, service_role;
comment on table public.statements_of_reasons is 'Statement to an affected user (Article 17 of the DSA) with facts, ground, scope, automation and redress; one for each restriction, frozen once sent.';
comment on column public.statements_of_reasons.platform_uid is 'Key in the transparency database; random, so that it tells nothing.';
comment on column public.statements_of_reasons.ground is 'Against the law, or against our terms.';
comment on column public.statements_of_reasons.end_date is 'NULL for good.';
alter table public.statements_of_reasons add constraint statements_of_reasons_decision_id_fkey foreign key (decision_id) references public.moderation_decisions (id) on delete restrict;
alter table public.statements_of_reasons add constraint statements_of_reasons_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.statements_of_reasons add constraint statements_of_reasons_enforcement_action_id_fkey foreign key (enforcement_action_id) references public.enforcement_actions (id) on delete restrict;
alter table public.statements_of_reasons add constraint statements_of_reasons_restriction_id_fkey foreign key (restriction_id) references public.account_restrictions (id) on delete restrict;
alter table public.statements_of_reasons add constraint statements_of_reasons_legal_document_id_fkey foreign key (legal_document_id) references public.legal_documents (id) on delete restrict;
alter table public.statements_of_reasons add constraint statements_of_reasons_guideline_id_fkey foreign key (guideline_id) references public.community_guidelines (id) on delete restrict;
create unique index statements_of_reasons_enforcement_action_id_idx on public.statements_of_reasons (enforcement_action_id) where (enforcement_action_id is not null);
comment on index public.statements_of_reasons_enforcement_action_id_idx is 'One for each.';
create unique index statements_of_reasons_restriction_id_idx on public.statements_of_reasons (restriction_id) where (restriction_id is not null);
comment on index public.statements_of_reasons_restriction_id_idx is 'One for each.';
create index statements_of_reasons_user_id_sent_at_idx on public.statements_of_reasons (user_id, sent_at desc);
create index statements_of_reasons_legal_document_id_fkey_idx on public.statements_of_reasons (legal_document_id) where (legal_document_id is not null);
create index statements_of_reasons_guideline_id_fkey_idx on public.statements_of_reasons (guideline_id) where (guideline_id is not null);
create trigger touch_updated_at before update on public.statements_of_reasons for each row execute function boyfanz.touch_updated_at();
create trigger automation_of_the_decision before insert or update of decision_id, automated_decision on public.statements_of_reasons for each row execute function boyfanz.matches_parent('decision_id', 'moderation_decisions', 'automated_decision=automation');
create trigger action_of_the_decision before insert or update of enforcement_action_id, decision_id on public.statements_of_reasons for each row when (new.enforcement_action_id is not null) execute function boyfanz.matches_parent('enforcement_action_id', 'enforcement_actions', 'decision_id');
create trigger restriction_of_the_user before insert or update of restriction_id, user_id, decision_id on public.statements_of_reasons for each row when (new.restriction_id is not null) execute function boyfanz.matches_parent('restriction_id', 'account_restrictions', 'user_id', 'decision_id');
create trigger freeze_when_sent before update or delete on public.statements_of_reasons for each row execute function boyfanz.freeze_when_set('sent_at');

create table public.strike_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rule_group text not null,
  version integer not null,
  threshold integer not null,
  strike_ttl_days integer,
  resulting_kind text not null,
  duration_days integer,
  is_active boolean default false not null,
  constraint strike_policies_pkey primary key (id),
  constraint strike_policies_rule_group_threshold_version_key unique (rule_group, threshold, version),
  constraint strike_policies_resulting_kind_check check (resulting_kind in ('warning', 'ban', 'suspension', 'posting', 'messaging', 'commenting', 'live', 'payout_hold', 'monetisation', 'shadow_limit')),
  constraint rule_group_form check (rule_group ~ '^[a-z][a-z0-9_]*$'),
  constraint version_is_positive check (version > 0),
  constraint threshold_is_positive check (threshold > 0),
  constraint periods_are_positive check (strike_ttl_days > 0 and duration_days > 0),
  constraint ban_and_warning_have_no_end check (resulting_kind not in ('ban', 'warning') or duration_days is null)
);
alter table public.strike_policies enable row level security;
revoke all on table public.strike_policies from anon, authenticated, service_role;
comment on table public.strike_policies is 'Ladder of consequences; how many live strikes of a group of rules lead to which restriction, and for how long. A version is frozen, but for being put in use or out of it.';
comment on column public.strike_policies.threshold is 'Sum of the weights of live strikes.';
comment on column public.strike_policies.strike_ttl_days is 'NULL when strikes of the group never expire.';
comment on column public.strike_policies.resulting_kind is 'Kind in account_restrictions; a warning restricts nothing.';
comment on column public.strike_policies.duration_days is 'NULL for good.';
create unique index strike_policies_rule_group_threshold_idx on public.strike_policies (rule_group, threshold) where (is_active);
comment on index public.strike_policies_rule_group_threshold_idx is 'One rung.';
create trigger touch_updated_at before update on public.strike_policies for each row execute function boyfanz.touch_updated_at();
create trigger version_stays before update on public.strike_policies for each row execute function boyfanz.append_only('change is_active');

create table public.trusted_flaggers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  name text not null,
  authority text not null,
  country_code public.country_code,
  expertise text[] default '{}' not null,
  contact_enc bytea not null,
  key_id smallint not null,
  status text default 'active' not null,
  reports_total integer default 0 not null,
  reports_upheld integer default 0 not null,
  suspended_until timestamptz,
  constraint trusted_flaggers_pkey primary key (id),
  constraint trusted_flaggers_name_authority_key unique (name, authority),
  constraint trusted_flaggers_status_check check (status in ('active', 'suspended', 'ended')),
  constraint upheld_within_total check (reports_upheld between 0 and reports_total),
  constraint only_suspended_has_an_end check (suspended_until is null or status = 'suspended')
);
alter table public.trusted_flaggers enable row level security;
alter table public.abuse_reports add constraint abuse_reports_trusted_flagger_id_fkey foreign key (trusted_flagger_id) references public.trusted_flaggers (id) on delete restrict;
revoke all on table public.trusted_flaggers from anon, authenticated, service_role;
comment on table public.trusted_flaggers is 'Organisation whose reports go first (Article 22 of the DSA, hotlines), with how often it was right and whether it is suspended.';
comment on column public.trusted_flaggers.authority is 'Who awarded the status.';
comment on column public.trusted_flaggers.contact_enc is 'Encrypted with key_id.';
comment on column public.trusted_flaggers.key_id is 'Version of the encryption key.';
comment on column public.trusted_flaggers.suspended_until is 'NULL until the inquiry ends.';
create trigger touch_updated_at before update on public.trusted_flaggers for each row execute function boyfanz.touch_updated_at();

create table public.visitor_age_checks (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  actor_id uuid not null,
  browser_token_hash public.digest_256 not null,
  policy_id uuid not null,
  method text not null,
  provider text not null,
  provider_reference text not null,
  requested_at timestamptz default now() not null,
  result text default 'pending' not null,
  estimated_band text,
  valid_until timestamptz,
  claimed_by_user_id uuid,
  failure_code text,
  constraint visitor_age_checks_pkey primary key (id),
  constraint visitor_age_checks_provider_provider_reference_key unique (provider, provider_reference),
  constraint visitor_age_checks_method_check check (method in ('document', 'face_estimate', 'credit_card', 'mobile_operator', 'digital_wallet', 'open_banking', 'reused_token')),
  constraint visitor_age_checks_result_check check (result in ('pending', 'passed', 'failed', 'inconclusive', 'abandoned')),
  constraint visitor_age_checks_estimated_band_check check (estimated_band in ('under_18', '18_to_20', '21_to_24', '25_and_over')),
  constraint passed_has_an_end check ((result = 'passed') = (valid_until is not null)),
  constraint valid_after_request check (valid_until > requested_at),
  constraint only_failure_has_a_code check (failure_code is null or result in ('failed', 'inconclusive', 'abandoned')),
  constraint child_does_not_pass check (result <> 'passed' or estimated_band is distinct from 'under_18'),
  constraint only_a_pass_is_claimed check (claimed_by_user_id is null or result = 'passed')
);
alter table public.visitor_age_checks enable row level security;
revoke all on table public.visitor_age_checks from anon, authenticated, service_role;
comment on table public.visitor_age_checks is 'Age check of a visitor without an account, bound to a token in the browser; members are in user_age_verifications. A yes or no and a band, never a date of birth or a document. A result is final.';
comment on column public.visitor_age_checks.method is 'As in user_age_verifications.';
comment on column public.visitor_age_checks.claimed_by_user_id is 'Who signed up with it.';
alter table public.visitor_age_checks add constraint visitor_age_checks_policy_id_fkey foreign key (policy_id) references public.age_assurance_policies (id) on delete restrict;
alter table public.visitor_age_checks add constraint visitor_age_checks_claimed_by_user_id_fkey foreign key (claimed_by_user_id) references public.users (id) on delete set null;
create index visitor_age_checks_browser_token_hash_valid_until_idx on public.visitor_age_checks (browser_token_hash, valid_until desc) where (result = 'passed');
comment on index public.visitor_age_checks_browser_token_hash_valid_until_idx is 'At the gate.';
create index visitor_age_checks_requested_at_idx on public.visitor_age_checks (requested_at) where (result = 'pending');
create index visitor_age_checks_valid_until_idx on public.visitor_age_checks (valid_until);
comment on index public.visitor_age_checks_valid_until_idx is 'For the purge.';
create index visitor_age_checks_policy_id_fkey_idx on public.visitor_age_checks (policy_id);
create index visitor_age_checks_claimed_by_user_id_fkey_idx on public.visitor_age_checks (claimed_by_user_id) where (claimed_by_user_id is not null);
create trigger touch_updated_at before update on public.visitor_age_checks for each row execute function boyfanz.touch_updated_at();
create trigger method_is_allowed before insert or update of policy_id, method on public.visitor_age_checks for each row execute function boyfanz.check_parent('age_assurance_policies', 'parent.id = child.policy_id and child.method = any (parent.methods_allowed) and not parent.service_blocked', 'The policy does not allow this method, or the surface is blocked there.');
create trigger not_longer_than_the_policy before insert or update of valid_until on public.visitor_age_checks for each row when (new.valid_until is not null) execute function boyfanz.check_parent('age_assurance_policies', 'parent.id = child.policy_id and child.valid_until <= now() + make_interval(days => parent.result_ttl_days + 1)', 'The policy does not let a result be good for so long.');
create trigger result_is_final before update on public.visitor_age_checks for each row when (old.result <> 'pending') execute function boyfanz.append_only('set claimed_by_user_id', 'clear claimed_by_user_id');

create table public.ai_generations (
  id uuid default boyfanz.uuid_v7() not null,
  requested_at timestamptz default now() not null,
  user_id uuid,
  feature text not null,
  prompt_template_id uuid,
  persona_id uuid,
  version_id uuid not null,
  input_digest public.digest_256 not null,
  output_ref text,
  input_tokens integer not null,
  output_tokens integer default 0 not null,
  cost_micros bigint default 0 not null,
  currency public.currency_code not null,
  safety_result text not null,
  user_action text default 'pending' not null,
  constraint ai_generations_pkey primary key (id, requested_at),
  constraint ai_generations_safety_result_check check (safety_result in ('passed', 'blocked', 'edited')),
  constraint ai_generations_user_action_check check (user_action in ('pending', 'used', 'edited', 'discarded')),
  constraint feature_form check (feature ~ '^[a-z][a-z_]{0,39}$'),
  constraint tokens_are_not_negative check (input_tokens >= 0 and output_tokens >= 0),
  constraint cost_is_not_negative check (cost_micros >= 0),
  constraint blocked_is_not_used check (safety_result <> 'blocked' or user_action in ('pending', 'discarded'))
) partition by range (requested_at);
alter table public.ai_generations enable row level security;
revoke all on table public.ai_generations from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'ai_generations', 'requested_at', '1 month', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.ai_generations'::regclass);
comment on table public.ai_generations is 'A request to a generative model, such as a caption, a draft, an edit or a translation, with tokens, cost, safety result and what became of it. Erasure clears the user and the output.';
comment on column public.ai_generations.output_ref is 'Place in the storage.';
comment on column public.ai_generations.cost_micros is 'Millionths of the currency.';
create index ai_generations_user_id_requested_at_idx on public.ai_generations (user_id, requested_at desc);
create index ai_generations_requested_at_idx on public.ai_generations (requested_at) where (safety_result = 'blocked');
create trigger append_only before update on public.ai_generations for each row execute function boyfanz.append_only('change user_action', 'clear user_id', 'clear output_ref');

create table public.ai_prompt_templates (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer not null,
  language public.language_tag not null,
  template text not null,
  variables jsonb default '{}' not null,
  safety_settings jsonb default '{}' not null,
  allowed_model_ids uuid[] default '{}' not null,
  status text default 'draft' not null,
  approved_by uuid,
  approved_at timestamptz,
  constraint ai_prompt_templates_pkey primary key (id),
  constraint ai_prompt_templates_key_version_language_key unique (key, version, language),
  constraint ai_prompt_templates_status_check check (status in ('draft', 'approved', 'retired')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint version_is_positive check (version > 0),
  constraint variables_is_object check (jsonb_typeof(variables) = 'object'),
  constraint safety_settings_is_object check (jsonb_typeof(safety_settings) = 'object'),
  constraint draft_is_not_approved check (status <> 'draft' or approved_at is null),
  constraint approved_names_its_time check (status <> 'approved' or approved_at is not null),
  constraint approver_names_the_time check (approved_by is null or approved_at is not null),
  constraint approved_names_its_models check (status <> 'approved' or cardinality(allowed_model_ids) > 0)
);
alter table public.ai_prompt_templates enable row level security;
revoke all on table public.ai_prompt_templates from anon, authenticated, service_role;
comment on table public.ai_prompt_templates is 'A versioned instruction for a generative feature, by language, with safety settings and the models it may go to. Approved it does not change.';
comment on column public.ai_prompt_templates.variables is 'Name to type.';
alter table public.ai_prompt_templates add constraint ai_prompt_templates_approved_by_fkey foreign key (approved_by) references public.users (id) on delete set null;
create index ai_prompt_templates_key_idx on public.ai_prompt_templates (key) where (status = 'approved');
create index ai_prompt_templates_approved_by_fkey_idx on public.ai_prompt_templates (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.ai_prompt_templates for each row execute function boyfanz.touch_updated_at();
create trigger models_exist before insert or update of allowed_model_ids on public.ai_prompt_templates for each row execute function boyfanz.check_ids_exist('allowed_model_ids', 'ml_models');
create trigger approved_stays before update on public.ai_prompt_templates for each row execute function boyfanz.freeze_when_set('approved_at', 'change status', 'clear approved_by');

create table public.ai_tag_predictions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  tag_id integer not null,
  creator_id uuid not null,
  confidence real not null,
  version_id uuid,
  state text default 'predicted' not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint ai_tag_predictions_pkey primary key (content_id, tag_id),
  constraint ai_tag_predictions_state_check check (state in ('predicted', 'accepted', 'rejected', 'auto_applied')),
  constraint confidence_in_range check (confidence between 0 and 1),
  constraint decided_names_its_time check ((state = 'predicted') = (decided_at is null)),
  constraint decider_names_the_time check (decided_by is null or decided_at is not null)
);
alter table public.ai_tag_predictions enable row level security;
revoke all on table public.ai_tag_predictions from anon, authenticated, service_role;
comment on table public.ai_tag_predictions is 'A tag predicted for an item, how sure the model is, and what the creator said; the service writes accepted ones to content_item_tags.';
alter table public.ai_tag_predictions add constraint ai_tag_predictions_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.ai_tag_predictions add constraint ai_tag_predictions_tag_id_fkey foreign key (tag_id) references public.content_tags (id) on delete cascade;
alter table public.ai_tag_predictions add constraint ai_tag_predictions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.ai_tag_predictions add constraint ai_tag_predictions_decided_by_fkey foreign key (decided_by) references public.users (id) on delete set null;
create index ai_tag_predictions_tag_id_confidence_idx on public.ai_tag_predictions (tag_id, confidence desc) where (state = 'predicted');
comment on index public.ai_tag_predictions_tag_id_confidence_idx is 'Review by tag.';
create index ai_tag_predictions_creator_id_content_id_idx on public.ai_tag_predictions (creator_id, content_id) where (state = 'predicted');
comment on index public.ai_tag_predictions_creator_id_content_id_idx is 'Suggestions to the creator.';
create index ai_tag_predictions_tag_id_fkey_idx on public.ai_tag_predictions (tag_id);
create index ai_tag_predictions_creator_id_fkey_idx on public.ai_tag_predictions (creator_id);
create index ai_tag_predictions_version_id_fkey_idx on public.ai_tag_predictions (version_id) where (version_id is not null);
create index ai_tag_predictions_decided_by_fkey_idx on public.ai_tag_predictions (decided_by) where (decided_by is not null);
create trigger touch_updated_at before update on public.ai_tag_predictions for each row execute function boyfanz.touch_updated_at();
create trigger creator_of_the_item before insert or update of content_id, creator_id on public.ai_tag_predictions for each row execute function boyfanz.matches_parent('content_id', 'content_items', 'creator_id');
create trigger banned_is_not_applied before insert or update of state, tag_id on public.ai_tag_predictions for each row when (new.state in ('accepted', 'auto_applied')) execute function boyfanz.refuse_banned('content_tags', 'tag_id');

create table public.ai_usage_quotas (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  feature text not null,
  period_start date not null,
  allowance integer not null,
  used integer default 0 not null,
  resets_at timestamptz not null,
  constraint ai_usage_quotas_pkey primary key (user_id, feature, period_start),
  constraint feature_form check (feature ~ '^[a-z][a-z_]{0,39}$'),
  constraint used_is_within_allowance check (used >= 0 and used <= allowance),
  constraint resets_after_start check ((resets_at at time zone 'UTC')::date >= period_start)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.ai_usage_quotas enable row level security;
revoke all on table public.ai_usage_quotas from anon, authenticated, service_role;
comment on table public.ai_usage_quotas is 'What a person may use of a generative feature in a period and has used, checked and raised in one statement.';
alter table public.ai_usage_quotas add constraint ai_usage_quotas_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.ai_usage_quotas for each row execute function boyfanz.touch_updated_at();

create table public.content_embeddings (
  space_id uuid not null,
  slot smallint not null,
  content_type text not null,
  content_id uuid not null,
  creator_id uuid not null,
  dimension smallint not null,
  embedding extensions.vector not null,
  is_public boolean default false not null,
  explicit_level smallint not null,
  language public.language_tag,
  embedded_at timestamptz default now() not null,
  content_version integer not null,
  constraint content_embeddings_pkey primary key (space_id, slot, content_type, content_id),
  constraint content_embeddings_content_type_check check (content_type in ('post', 'media', 'video', 'product', 'live_stream', 'message_template')),
  constraint vector_has_its_dimension check (vector_dims(embedding) = dimension),
  constraint explicit_level_in_range check (explicit_level between 0 and 5),
  constraint content_version_is_positive check (content_version > 0)
) partition by list (slot);
alter table public.content_embeddings enable row level security;
create table boyfanz_parts.content_embeddings_s01 partition of public.content_embeddings for values in ('1');
alter table boyfanz_parts.content_embeddings_s01 enable row level security;
create table boyfanz_parts.content_embeddings_s02 partition of public.content_embeddings for values in ('2');
alter table boyfanz_parts.content_embeddings_s02 enable row level security;
create table boyfanz_parts.content_embeddings_s03 partition of public.content_embeddings for values in ('3');
alter table boyfanz_parts.content_embeddings_s03 enable row level security;
create table boyfanz_parts.content_embeddings_s04 partition of public.content_embeddings for values in ('4');
alter table boyfanz_parts.content_embeddings_s04 enable row level security;
create table boyfanz_parts.content_embeddings_s05 partition of public.content_embeddings for values in ('5');
alter table boyfanz_parts.content_embeddings_s05 enable row level security;
create table boyfanz_parts.content_embeddings_s06 partition of public.content_embeddings for values in ('6');
alter table boyfanz_parts.content_embeddings_s06 enable row level security;
create table boyfanz_parts.content_embeddings_s07 partition of public.content_embeddings for values in ('7');
alter table boyfanz_parts.content_embeddings_s07 enable row level security;
create table boyfanz_parts.content_embeddings_s08 partition of public.content_embeddings for values in ('8');
alter table boyfanz_parts.content_embeddings_s08 enable row level security;
create table boyfanz_parts.content_embeddings_s09 partition of public.content_embeddings for values in ('9');
alter table boyfanz_parts.content_embeddings_s09 enable row level security;
create table boyfanz_parts.content_embeddings_s10 partition of public.content_embeddings for values in ('10');
alter table boyfanz_parts.content_embeddings_s10 enable row level security;
create table boyfanz_parts.content_embeddings_s11 partition of public.content_embeddings for values in ('11');
alter table boyfanz_parts.content_embeddings_s11 enable row level security;
create table boyfanz_parts.content_embeddings_s12 partition of public.content_embeddings for values in ('12');
alter table boyfanz_parts.content_embeddings_s12 enable row level security;
create table boyfanz_parts.content_embeddings_s13 partition of public.content_embeddings for values in ('13');
alter table boyfanz_parts.content_embeddings_s13 enable row level security;
create table boyfanz_parts.content_embeddings_s14 partition of public.content_embeddings for values in ('14');
alter table boyfanz_parts.content_embeddings_s14 enable row level security;
create table boyfanz_parts.content_embeddings_s15 partition of public.content_embeddings for values in ('15');
alter table boyfanz_parts.content_embeddings_s15 enable row level security;
create table boyfanz_parts.content_embeddings_s16 partition of public.content_embeddings for values in ('16');
alter table boyfanz_parts.content_embeddings_s16 enable row level security;
create table boyfanz_parts.content_embeddings_s17 partition of public.content_embeddings for values in ('17');
alter table boyfanz_parts.content_embeddings_s17 enable row level security;
create table boyfanz_parts.content_embeddings_s18 partition of public.content_embeddings for values in ('18');
alter table boyfanz_parts.content_embeddings_s18 enable row level security;
create table boyfanz_parts.content_embeddings_s19 partition of public.content_embeddings for values in ('19');
alter table boyfanz_parts.content_embeddings_s19 enable row level security;
create table boyfanz_parts.content_embeddings_s20 partition of public.content_embeddings for values in ('20');
alter table boyfanz_parts.content_embeddings_s20 enable row level security;
create table boyfanz_parts.content_embeddings_s21 partition of public.content_embeddings for values in ('21');
alter table boyfanz_parts.content_embeddings_s21 enable row level security;
create table boyfanz_parts.content_embeddings_s22 partition of public.content_embeddings for values in ('22');
alter table boyfanz_parts.content_embeddings_s22 enable row level security;
create table boyfanz_parts.content_embeddings_s23 partition of public.content_embeddings for values in ('23');
alter table boyfanz_parts.content_embeddings_s23 enable row level security;
create table boyfanz_parts.content_embeddings_s24 partition of public.content_embeddings for values in ('24');
alter table boyfanz_parts.content_embeddings_s24 enable row level security;
create table boyfanz_parts.content_embeddings_s25 partition of public.content_embeddings for values in ('25');
alter table boyfanz_parts.content_embeddings_s25 enable row level security;
create table boyfanz_parts.content_embeddings_s26 partition of public.content_embeddings for values in ('26');
alter table boyfanz_parts.content_embeddings_s26 enable row level security;
create table boyfanz_parts.content_embeddings_s27 partition of public.content_embeddings for values in ('27');
alter table boyfanz_parts.content_embeddings_s27 enable row level security;
create table boyfanz_parts.content_embeddings_s28 partition of public.content_embeddings for values in ('28');
alter table boyfanz_parts.content_embeddings_s28 enable row level security;
create table boyfanz_parts.content_embeddings_s29 partition of public.content_embeddings for values in ('29');
alter table boyfanz_parts.content_embeddings_s29 enable row level security;
create table boyfanz_parts.content_embeddings_s30 partition of public.content_embeddings for values in ('30');
alter table boyfanz_parts.content_embeddings_s30 enable row level security;
create table boyfanz_parts.content_embeddings_s31 partition of public.content_embeddings for values in ('31');
alter table boyfanz_parts.content_embeddings_s31 enable row level security;
create table boyfanz_parts.content_embeddings_s32 partition of public.content_embeddings for values in ('32');
alter table boyfanz_parts.content_embeddings_s32 enable row level security;
revoke all on table public.content_embeddings from anon, authenticated, service_role;
comment on table public.content_embeddings is 'The vector of a post, a media item or a product in one space, with its visibility copied in, so that a filtered search stays in one table. Each space has its partition; a search names space and slot. With pgvector, an HNSW index serves public content of the usual dimensions.';
comment on column public.content_embeddings.slot is 'That of the space.';
comment on column public.content_embeddings.content_id is 'Checked every night, because it points to several tables.';
comment on column public.content_embeddings.dimension is 'That of the space.';
comment on column public.content_embeddings.embedding is 'Of no fixed dimension since spaces differ.';
comment on column public.content_embeddings.is_public is 'Copied from the content by the service, as are the next two.';
alter table public.content_embeddings add constraint content_embeddings_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index content_embeddings_creator_id_space_id_idx on public.content_embeddings (creator_id, space_id);
create index content_embeddings_content_id_idx on public.content_embeddings (content_id);
create index content_embeddings_hnsw_384_idx on public.content_embeddings using hnsw ((embedding::vector(384)) vector_cosine_ops) where (dimension = 384 and is_public);
comment on index public.content_embeddings_hnsw_384_idx is 'Similar public content.';
create index content_embeddings_hnsw_768_idx on public.content_embeddings using hnsw ((embedding::vector(768)) vector_cosine_ops) where (dimension = 768 and is_public);
comment on index public.content_embeddings_hnsw_768_idx is 'Similar public content.';
create index content_embeddings_hnsw_1536_idx on public.content_embeddings using hnsw ((embedding::vector(1536)) vector_cosine_ops) where (dimension = 1536 and is_public);
comment on index public.content_embeddings_hnsw_1536_idx is 'Similar public content.';
create index content_embeddings_space_id_slot_dimension_fkey_idx on public.content_embeddings (space_id, slot, dimension);

create table public.content_provenance (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  media_asset_id uuid not null,
  creator_id uuid not null,
  source text not null,
  synthetic_level text not null,
  manifest_sha256 public.digest_256,
  signer text,
  likeness_consent_id uuid,
  is_disputed boolean default false not null,
  asserted_at timestamptz default now() not null,
  constraint content_provenance_pkey primary key (id),
  constraint content_provenance_media_asset_id_source_key unique (media_asset_id, source),
  constraint content_provenance_source_check check (source in ('declaration', 'c2pa', 'detector', 'moderator')),
  constraint content_provenance_synthetic_level_check check (synthetic_level in ('none', 'edited', 'partly', 'fully')),
  constraint credential_has_a_manifest check (source <> 'c2pa' or manifest_sha256 is not null)
);
alter table public.content_provenance enable row level security;
revoke all on table public.content_provenance from anon, authenticated, service_role;
comment on table public.content_provenance is 'How a media item came about, captured, edited or synthetic, as declared, found by a detector, embedded in the file or decided by a moderator; shown as a label.';
comment on column public.content_provenance.manifest_sha256 is 'Of the C2PA manifest.';
comment on column public.content_provenance.likeness_consent_id is 'Release of the person whose likeness it uses.';
alter table public.content_provenance add constraint content_provenance_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete cascade;
alter table public.content_provenance add constraint content_provenance_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.content_provenance add constraint content_provenance_likeness_consent_id_fkey foreign key (likeness_consent_id) references public.performer_consents (id) on delete set null;
create index content_provenance_synthetic_level_idx on public.content_provenance (synthetic_level) where (synthetic_level in ('partly', 'fully'));
create index content_provenance_creator_id_fkey_idx on public.content_provenance (creator_id);
create index content_provenance_likeness_consent_id_fkey_idx on public.content_provenance (likeness_consent_id) where (likeness_consent_id is not null);
create trigger touch_updated_at before update on public.content_provenance for each row execute function boyfanz.touch_updated_at();
create trigger media_of_same_creator before insert or update of media_asset_id, creator_id on public.content_provenance for each row execute function boyfanz.matches_parent('media_asset_id', 'media_assets', 'creator_id=owner_id');
create trigger likeness_released_to_same_creator before insert or update of likeness_consent_id, creator_id on public.content_provenance for each row execute function boyfanz.matches_parent('likeness_consent_id', 'performer_consents', 'creator_id');

create table public.creator_ai_personas (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  consent_id uuid not null,
  mode text default 'draft_only' not null,
  disclosure_text text default '' not null,
  forbidden_topics text[] default '{}' not null,
  price_policy jsonb,
  daily_limit integer default 100 not null,
  is_enabled boolean default false not null,
  suspended_at timestamptz,
  constraint creator_ai_personas_pkey primary key (id),
  constraint creator_ai_personas_creator_id_key unique (creator_id),
  constraint creator_ai_personas_mode_check check (mode in ('draft_only', 'assisted', 'auto_disclosed')),
  constraint automatic_replies_are_disclosed check (mode <> 'auto_disclosed' or btrim(disclosure_text) <> ''),
  constraint price_policy_is_object check (jsonb_typeof(price_policy) = 'object'),
  constraint daily_limit_is_not_negative check (daily_limit >= 0),
  constraint suspended_is_off check (suspended_at is null or not is_enabled)
);
alter table public.creator_ai_personas enable row level security;
revoke all on table public.creator_ai_personas from anon, authenticated, service_role;
comment on table public.creator_ai_personas is 'An assistant that drafts or sends replies in the voice of a creator, with limits, disclosure to fans and an off switch. It runs only on a live consent of that creator to generation, and goes off with it.';
comment on column public.creator_ai_personas.daily_limit is 'Replies a day.';
comment on column public.creator_ai_personas.suspended_at is 'By staff; the creator cannot switch it on meanwhile.';
alter table public.creator_ai_personas add constraint creator_ai_personas_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index creator_ai_personas_creator_id_consent_id_fkey_idx on public.creator_ai_personas (creator_id, consent_id);
create trigger touch_updated_at before update on public.creator_ai_personas for each row execute function boyfanz.touch_updated_at();
create trigger enabled_by_a_live_consent before insert or update of is_enabled, consent_id, creator_id on public.creator_ai_personas for each row when (new.is_enabled) execute function boyfanz.check_parent('ml_training_consents', 'parent.id = child.consent_id and parent.withdrawn_at is null and parent.scope in (''generation_self'', ''generation_shared'')', 'it runs only on a live consent to generation');

insert into boyfanz.loaded_parts (digest, part, parts) values ('181b3371c1525ca2', 4, 7);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '479 of 719' as tables,
  'Run part-05.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '181b3371c1525ca2';
