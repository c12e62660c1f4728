-- boyfanz: complete schema, 719 tables. Part 6 of 8.
-- Makes 103 tables: ml_model_versions to api_scopes.
-- Run it after part-05.sql, and part-07.sql after it.
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
  if loaded >= 6 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 6 of 8 is in this database already, and nothing was changed. Go on with part-07.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 5 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 6 of 8 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.ml_model_versions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  model_id uuid not null,
  version integer not null,
  training_run_id uuid,
  dataset_version_id uuid,
  artifact_uri text not null,
  artifact_sha256 public.digest_256 not null,
  framework text not null,
  input_schema jsonb not null,
  output_schema jsonb not null,
  state text default 'registered' not null,
  vendor text,
  created_by uuid,
  revoked_reason text,
  constraint ml_model_versions_pkey primary key (id),
  constraint ml_model_versions_model_id_version_key unique (model_id, version),
  constraint ml_model_versions_model_id_id_key unique (model_id, id),
  constraint ml_model_versions_state_check check (state in ('registered', 'validating', 'approved', 'retired', 'revoked')),
  constraint version_is_positive check (version > 0),
  constraint input_schema_is_object check (jsonb_typeof(input_schema) = 'object'),
  constraint output_schema_is_object check (jsonb_typeof(output_schema) = 'object'),
  constraint revoked_says_why check ((state = 'revoked') = (revoked_reason is not null))
);
alter table public.ml_model_versions enable row level security;
alter table public.moderation_decisions add constraint moderation_decisions_model_version_id_fkey foreign key (model_version_id) references public.ml_model_versions (id) on delete set null;
alter table public.safety_scores add constraint safety_scores_model_version_id_fkey foreign key (model_version_id) references public.ml_model_versions (id) on delete set null;
alter table public.ai_tag_predictions add constraint ai_tag_predictions_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete set null;
alter table public.embedding_spaces add constraint embedding_spaces_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete restrict;
alter table public.entity_predictions add constraint entity_predictions_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete restrict;
alter table public.forecast_runs add constraint forecast_runs_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete set null;
alter table public.image_analyses add constraint image_analyses_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete restrict;
alter table public.ml_decision_records add constraint ml_decision_records_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete restrict;
alter table public.ml_deployments add constraint ml_deployments_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete restrict;
alter table public.ml_evaluations add constraint ml_evaluations_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete cascade;
alter table public.ml_inference_hourly add constraint ml_inference_hourly_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete cascade;
alter table public.ml_model_aliases add constraint version_of_same_model foreign key (model_id, version_id) references public.ml_model_versions (model_id, id) on delete restrict;
alter table public.ml_model_approvals add constraint ml_model_approvals_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete cascade;
alter table public.ml_model_cards add constraint ml_model_cards_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete cascade;
revoke all on table public.ml_model_versions from anon, authenticated, service_role;
comment on table public.ml_model_versions is 'A version of a model with the digest of its artefact, the run and the data it came from; nothing of it changes but its state, and a revoked one stays revoked. Whoever serves a revoked version stops at once; aliases and deployments of it are closed by the same job.';
comment on column public.ml_model_versions.dataset_version_id is 'By it the versions tainted by a withdrawn dataset are found.';
alter table public.ml_model_versions add constraint ml_model_versions_dataset_version_id_fkey foreign key (dataset_version_id) references public.ml_dataset_versions (id) on delete restrict;
alter table public.ml_model_versions add constraint ml_model_versions_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index ml_model_versions_model_id_state_idx on public.ml_model_versions (model_id, state);
create index ml_model_versions_model_id_training_run_id_fkey_idx on public.ml_model_versions (model_id, training_run_id);
create index ml_model_versions_dataset_version_id_fkey_idx on public.ml_model_versions (dataset_version_id) where (dataset_version_id is not null);
create index ml_model_versions_created_by_fkey_idx on public.ml_model_versions (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.ml_model_versions for each row execute function boyfanz.touch_updated_at();
create trigger only_the_state_moves before update on public.ml_model_versions for each row execute function boyfanz.append_only('change state', 'set revoked_reason', 'clear created_by');
create policy staff_select on public.ml_model_versions for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_model_versions to boyfanz_staff;
grant select, insert, update, delete on table public.ml_model_versions to service_role;

create table public.ml_models (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  name text not null,
  task text not null,
  owner_team text not null,
  risk_class text default 'minimal' not null,
  lawful_basis text default '' not null,
  affects_users_legally boolean default false not null,
  required_approvals text[] default '{ml_lead}' not null,
  description text not null,
  archived_at timestamptz,
  constraint ml_models_pkey primary key (id),
  constraint ml_models_key_key unique (key),
  constraint ml_models_task_check check (task in ('ranking', 'retrieval', 'classification', 'regression', 'detection', 'embedding', 'generation', 'moderation', 'forecast', 'asr', 'translation')),
  constraint ml_models_risk_class_check check (risk_class in ('minimal', 'limited', 'high', 'prohibited_use_guard')),
  constraint ml_models_required_approvals_check check (required_approvals <@ array['ml_lead', 'privacy', 'trust_safety', 'legal', 'product']::text[]),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint high_risk_names_its_basis check (risk_class <> 'high' or btrim(lawful_basis) <> ''),
  constraint legal_effect_names_its_basis check (not affects_users_legally or btrim(lawful_basis) <> ''),
  constraint somebody_approves check (cardinality(required_approvals) > 0),
  constraint high_risk_needs_a_second_view check (risk_class <> 'high' or cardinality(required_approvals) >= 2)
);
alter table public.ml_models enable row level security;
alter table public.ml_model_aliases add constraint ml_model_aliases_model_id_fkey foreign key (model_id) references public.ml_models (id) on delete cascade;
alter table public.ml_model_versions add constraint ml_model_versions_model_id_fkey foreign key (model_id) references public.ml_models (id) on delete restrict;
revoke all on table public.ml_models from anon, authenticated, service_role;
comment on table public.ml_models is 'A registered model with its task, owner, risk class and lawful purpose; the parent of versions, aliases and deployments.';
comment on column public.ml_models.lawful_basis is 'Purpose and basis in the words of the privacy owner; empty where no personal data is used.';
comment on column public.ml_models.required_approvals is 'Roles that sign off a version before it takes live traffic.';
create trigger touch_updated_at before update on public.ml_models for each row execute function boyfanz.touch_updated_at();
create trigger not_while_prompts_allow_it before delete on public.ml_models for each row execute function boyfanz.refuse_while_listed('ai_prompt_templates', 'allowed_model_ids');
create policy staff_select on public.ml_models for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_models to boyfanz_staff;
grant select, insert, update, delete on table public.ml_models to service_role;

create table public.ml_outcomes (
  request_id uuid not null,
  outcome_key text not null,
  observed_at timestamptz not null,
  value double precision not null,
  delay_seconds bigint not null,
  source text not null,
  constraint ml_outcomes_pkey primary key (request_id, outcome_key, observed_at),
  constraint outcome_key_form check (outcome_key ~ '^[a-z][a-z0-9_.]{0,79}$'),
  constraint delay_is_not_negative check (delay_seconds >= 0)
) partition by range (observed_at);
alter table public.ml_outcomes enable row level security;
revoke all on table public.ml_outcomes from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'ml_outcomes', 'observed_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.ml_outcomes'::regclass);
comment on table public.ml_outcomes is 'What became of a prediction; clicked, churned, charged back, appeal won. Joined by the request to measure quality in use.';
comment on column public.ml_outcomes.request_id is 'That of the row in ml_inference_logs.';
comment on column public.ml_outcomes.delay_seconds is 'From the prediction to the observation.';
create index ml_outcomes_outcome_key_observed_at_idx on public.ml_outcomes (outcome_key, observed_at);
create trigger append_only before update on public.ml_outcomes for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.ml_outcomes to service_role;

create table public.ml_run_metrics (
  run_id uuid not null,
  metric_key text not null,
  step bigint not null,
  value double precision not null,
  logged_at timestamptz default now() not null,
  constraint ml_run_metrics_pkey primary key (run_id, metric_key, step),
  constraint metric_key_form check (metric_key ~ '^[a-z][a-z0-9_./@-]{0,79}$'),
  constraint step_is_not_negative check (step >= 0)
);
alter table public.ml_run_metrics enable row level security;
revoke all on table public.ml_run_metrics from anon, authenticated, service_role;
comment on table public.ml_run_metrics is 'A point of a learning curve; a metric of a run at a step. Narrow on purpose, the tracker keeps the latest values with the run.';
comment on column public.ml_run_metrics.value is 'NaN when the run diverged.';
grant select, insert, update, delete on table public.ml_run_metrics to service_role;

create table public.ml_training_consents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  scope text not null,
  legal_document_id uuid not null,
  granted_at timestamptz default now() not null,
  method text not null,
  reward_terms jsonb,
  withdrawn_at timestamptz,
  effective_withdrawal_at timestamptz,
  constraint ml_training_consents_pkey primary key (id),
  constraint ml_training_consents_user_id_id_key unique (user_id, id),
  constraint ml_training_consents_scope_check check (scope in ('recommendation', 'moderation', 'generation_self', 'generation_shared', 'voice', 'likeness', 'analytics_models')),
  constraint reward_terms_is_object check (jsonb_typeof(reward_terms) = 'object'),
  constraint withdrawn_after_granted check (withdrawn_at >= granted_at),
  constraint effective_after_withdrawal check (effective_withdrawal_at is null or coalesce(effective_withdrawal_at >= withdrawn_at, false))
);
alter table public.ml_training_consents enable row level security;
alter table public.creator_ai_personas add constraint consent_of_same_creator foreign key (creator_id, consent_id) references public.ml_training_consents (user_id, id) on delete restrict;
alter table public.ml_dataset_items add constraint ml_dataset_items_consent_id_fkey foreign key (consent_id) references public.ml_training_consents (id) on delete set null;
revoke all on table public.ml_training_consents from anon, authenticated, service_role;
comment on table public.ml_training_consents is 'The opt-in of a person to one kind of training with their content or behaviour, with terms and reward. No row means no; a withdrawal is final, switches the assistant that rests on it off, and a new consent is a new row.';
comment on column public.ml_training_consents.method is 'Where and how it was given, such as settings or contract.';
comment on column public.ml_training_consents.effective_withdrawal_at is 'When the last model trained with it is out of use.';
alter table public.ml_training_consents add constraint ml_training_consents_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.ml_training_consents add constraint ml_training_consents_legal_document_id_fkey foreign key (legal_document_id) references public.legal_documents (id) on delete restrict;
create unique index ml_training_consents_user_id_scope_idx on public.ml_training_consents (user_id, scope) where (withdrawn_at is null);
create index ml_training_consents_scope_idx on public.ml_training_consents (scope) where (withdrawn_at is null);
comment on index public.ml_training_consents_scope_idx is 'The consents that a build may use.';
create index ml_training_consents_legal_document_id_fkey_idx on public.ml_training_consents (legal_document_id);
create trigger touch_updated_at before update on public.ml_training_consents for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.ml_training_consents for each row execute function boyfanz.append_only('set withdrawn_at', 'set effective_withdrawal_at');
create trigger switch_off_persona after update of withdrawn_at on public.ml_training_consents for each row when (new.withdrawn_at is not null and old.withdrawn_at is null) execute function boyfanz.switch_off_persona();
create policy member_select on public.ml_training_consents for select to authenticated using (ml_training_consents.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.ml_training_consents for select to boyfanz_staff using ((select boyfanz.has_permission('dataset.manage')));
grant select on table public.ml_training_consents to authenticated;
grant select on table public.ml_training_consents to boyfanz_staff;
grant select, insert, update, delete on table public.ml_training_consents to service_role;

create table public.ml_training_exclusions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid,
  source_type text,
  source_id uuid,
  cause text not null,
  requested_at timestamptz default now() not null,
  affected_dataset_versions uuid[] default '{}' not null,
  affected_versions uuid[] default '{}' not null,
  action text not null,
  due_at timestamptz not null,
  completed_at timestamptz,
  constraint ml_training_exclusions_pkey primary key (id),
  constraint ml_training_exclusions_cause_check check (cause in ('withdrawal', 'erasure', 'dmca', 'ncii', 'child_safety', 'quality')),
  constraint ml_training_exclusions_action_check check (action in ('remove_future', 'retrain', 'revoke_version', 'none_needed')),
  constraint somebody_or_something check (num_nonnulls(user_id, source_id) >= 1),
  constraint source_is_whole check ((source_type is null) = (source_id is null)),
  constraint source_type_form check (source_type ~ '^[a-z][a-z_]{0,39}$'),
  constraint due_after_request check (due_at >= requested_at),
  constraint completed_after_request check (completed_at >= requested_at),
  constraint revocation_names_its_versions check (action <> 'revoke_version' or completed_at is null or cardinality(affected_versions) > 0)
);
alter table public.ml_training_exclusions enable row level security;
revoke all on table public.ml_training_exclusions from anon, authenticated, service_role;
comment on table public.ml_training_exclusions is 'What has to leave training, an item or all of a person, with the builds and versions affected and the term. It stays when it is done, because later builds have to respect it.';
comment on column public.ml_training_exclusions.source_id is 'The item; NULL for everything of the person.';
comment on column public.ml_training_exclusions.affected_versions is 'Versions of models.';
alter table public.ml_training_exclusions add constraint ml_training_exclusions_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
create index ml_training_exclusions_due_at_idx on public.ml_training_exclusions (due_at) where (completed_at is null);
create index ml_training_exclusions_source_type_source_id_idx on public.ml_training_exclusions (source_type, source_id);
create index ml_training_exclusions_user_id_fkey_idx on public.ml_training_exclusions (user_id) where (user_id is not null);
create trigger touch_updated_at before update on public.ml_training_exclusions for each row execute function boyfanz.touch_updated_at();
create trigger dataset_versions_exist before insert or update of affected_dataset_versions on public.ml_training_exclusions for each row execute function boyfanz.check_ids_exist('affected_dataset_versions', 'ml_dataset_versions');
create trigger versions_exist before insert or update of affected_versions on public.ml_training_exclusions for each row execute function boyfanz.check_ids_exist('affected_versions', 'ml_model_versions');
create trigger subject_stays before update of user_id, source_type, source_id, cause, requested_at on public.ml_training_exclusions for each row execute function boyfanz.append_only('change affected_dataset_versions', 'change affected_versions', 'change action', 'change due_at', 'set completed_at');
create trigger completed_stays before update on public.ml_training_exclusions for each row execute function boyfanz.freeze_when_set('completed_at');
create trigger refuse_delete before delete on public.ml_training_exclusions for each row execute function boyfanz.refuse_delete('Later builds have to respect it.');
create trigger refuse_truncate before truncate on public.ml_training_exclusions for each statement execute function boyfanz.refuse_delete('Later builds have to respect them.');
create policy member_select on public.ml_training_exclusions for select to authenticated using ((ml_training_exclusions.user_id = (select boyfanz.current_user_id()) and (cause in ('withdrawal', 'erasure', 'dmca'))));
create policy staff_select on public.ml_training_exclusions for select to boyfanz_staff using ((select boyfanz.has_permission('dataset.manage')));
grant select on table public.ml_training_exclusions to authenticated;
grant select on table public.ml_training_exclusions to boyfanz_staff;
grant select, insert, update, delete on table public.ml_training_exclusions to service_role;

create table public.ml_training_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  model_id uuid not null,
  dataset_version_id uuid,
  feature_service_id uuid,
  code_revision text not null,
  params jsonb default '{}' not null,
  random_seed bigint,
  status text default 'queued' not null,
  started_at timestamptz,
  finished_at timestamptz,
  gpu_seconds bigint,
  cost_minor bigint,
  currency public.currency_code,
  started_by uuid,
  error text,
  constraint ml_training_runs_pkey primary key (id),
  constraint ml_training_runs_model_id_id_key unique (model_id, id),
  constraint ml_training_runs_status_check check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  constraint params_is_object check (jsonb_typeof(params) = 'object'),
  constraint queued_has_not_started check (status <> 'queued' or started_at is null),
  constraint running_and_succeeded_have_started check (status not in ('running', 'succeeded') or started_at is not null),
  constraint finished_names_its_time check ((status in ('queued', 'running')) = (finished_at is null)),
  constraint finished_after_start check (finished_at >= started_at),
  constraint failed_says_why check (status <> 'failed' or error is not null),
  constraint gpu_seconds_are_not_negative check (gpu_seconds >= 0),
  constraint cost_is_not_negative check (cost_minor >= 0),
  constraint cost_names_its_currency check ((cost_minor is null) = (currency is null))
);
alter table public.ml_training_runs enable row level security;
alter table public.ml_model_versions add constraint run_of_same_model foreign key (model_id, training_run_id) references public.ml_training_runs (model_id, id) on delete restrict;
alter table public.ml_run_metrics add constraint ml_run_metrics_run_id_fkey foreign key (run_id) references public.ml_training_runs (id) on delete cascade;
revoke all on table public.ml_training_runs from anon, authenticated, service_role;
comment on table public.ml_training_runs is 'A training or fine-tuning run with revision, environment, cost and result, from which a version can be made again. It reads frozen data and a frozen list of features only.';
comment on column public.ml_training_runs.cost_minor is 'As billed, often after the end.';
alter table public.ml_training_runs add constraint ml_training_runs_model_id_fkey foreign key (model_id) references public.ml_models (id) on delete restrict;
alter table public.ml_training_runs add constraint ml_training_runs_dataset_version_id_fkey foreign key (dataset_version_id) references public.ml_dataset_versions (id) on delete restrict;
alter table public.ml_training_runs add constraint ml_training_runs_feature_service_id_fkey foreign key (feature_service_id) references public.ml_feature_services (id) on delete restrict;
alter table public.ml_training_runs add constraint ml_training_runs_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.ml_training_runs add constraint ml_training_runs_started_by_fkey foreign key (started_by) references public.users (id) on delete set null;
create index ml_training_runs_model_id_created_at_idx on public.ml_training_runs (model_id, created_at desc);
create index ml_training_runs_status_idx on public.ml_training_runs (status) where (status in ('queued', 'running'));
create index ml_training_runs_dataset_version_id_fkey_idx on public.ml_training_runs (dataset_version_id) where (dataset_version_id is not null);
create index ml_training_runs_feature_service_id_fkey_idx on public.ml_training_runs (feature_service_id) where (feature_service_id is not null);
create index ml_training_runs_currency_fkey_idx on public.ml_training_runs (currency) where (currency is not null);
create index ml_training_runs_started_by_fkey_idx on public.ml_training_runs (started_by) where (started_by is not null);
create trigger touch_updated_at before update on public.ml_training_runs for each row execute function boyfanz.touch_updated_at();
create trigger dataset_is_frozen before insert or update of dataset_version_id on public.ml_training_runs for each row when (new.dataset_version_id is not null) execute function boyfanz.check_parent('ml_dataset_versions', 'parent.id = child.dataset_version_id and parent.status = ''frozen''', 'a run reads a frozen dataset that was not withdrawn');
create trigger features_are_frozen before insert or update of feature_service_id on public.ml_training_runs for each row when (new.feature_service_id is not null) execute function boyfanz.check_parent('ml_feature_services', 'parent.id = child.feature_service_id and parent.frozen_at is not null', 'a run reads a frozen list of features');
create trigger result_stays before update on public.ml_training_runs for each row execute function boyfanz.freeze_when_set('finished_at', 'change gpu_seconds', 'change cost_minor', 'change currency', 'clear started_by');
create policy staff_select on public.ml_training_runs for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_training_runs to boyfanz_staff;
grant select, insert, update, delete on table public.ml_training_runs to service_role;

create table public.personalization_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  surface text not null,
  kind text not null,
  cohort_id uuid,
  condition jsonb default '{}' not null,
  effect jsonb not null,
  priority smallint default 0 not null,
  active tstzrange default tstzrange(now(), null) not null,
  created_by uuid,
  constraint personalization_rules_pkey primary key (id),
  constraint personalization_rules_key_key unique (key),
  constraint personalization_rules_kind_check check (kind in ('boost', 'demote', 'filter', 'cap', 'pin', 'diversify')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint condition_is_object check (jsonb_typeof(condition) = 'object'),
  constraint effect_is_object check (jsonb_typeof(effect) = 'object'),
  constraint active_is_not_empty check (not isempty(active))
);
alter table public.personalization_rules enable row level security;
revoke all on table public.personalization_rules from anon, authenticated, service_role;
comment on table public.personalization_rules is 'A business rule applied after ranking, such as a cap for diversity, a boost for new creators or a filter by jurisdiction, with audience and term.';
comment on column public.personalization_rules.cohort_id is 'NULL for everybody.';
alter table public.personalization_rules add constraint personalization_rules_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete restrict;
alter table public.personalization_rules add constraint personalization_rules_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index personalization_rules_surface_priority_idx on public.personalization_rules (surface, priority);
create index personalization_rules_active_idx on public.personalization_rules using gist (active);
create index personalization_rules_cohort_id_fkey_idx on public.personalization_rules (cohort_id) where (cohort_id is not null);
create index personalization_rules_created_by_fkey_idx on public.personalization_rules (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.personalization_rules for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.personalization_rules for select to boyfanz_staff using ((select boyfanz.has_permission('recommendation.manage')));
grant select on table public.personalization_rules to boyfanz_staff;
grant select, insert, update, delete on table public.personalization_rules to service_role;

create table public.prediction_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  entity text not null,
  target text not null,
  horizon_days integer not null,
  model_id uuid not null,
  refresh_cron text not null,
  allowed_uses text[] not null,
  status text default 'active' not null,
  constraint prediction_definitions_pkey primary key (id),
  constraint prediction_definitions_key_key unique (key),
  constraint prediction_definitions_entity_check check (entity in ('user', 'creator', 'subscription', 'post')),
  constraint prediction_definitions_status_check check (status in ('active', 'paused', 'retired')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint horizon_in_range check (horizon_days between 1 and 730),
  constraint uses_are_named check (cardinality(allowed_uses) > 0 and array_position(allowed_uses, null) is null)
);
alter table public.prediction_definitions enable row level security;
alter table public.entity_predictions add constraint entity_predictions_definition_id_fkey foreign key (definition_id) references public.prediction_definitions (id) on delete cascade;
revoke all on table public.prediction_definitions from anon, authenticated, service_role;
comment on table public.prediction_definitions is 'What is predicted about whom and for when, such as churn in 30 days or value in 12 months, and what it may be used for.';
alter table public.prediction_definitions add constraint prediction_definitions_model_id_fkey foreign key (model_id) references public.ml_models (id) on delete restrict;
create index prediction_definitions_model_id_fkey_idx on public.prediction_definitions (model_id);
create trigger touch_updated_at before update on public.prediction_definitions for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.prediction_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.prediction_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.prediction_definitions to service_role;

create table public.rec_requests (
  id uuid default boyfanz.uuid_v7() not null,
  served_at timestamptz default now() not null,
  actor_id uuid,
  surface text not null,
  strategy_id uuid not null,
  variant_id uuid,
  item_ids uuid[] not null,
  reason_codes text[] default '{}' not null,
  latency_ms integer not null,
  constraint rec_requests_pkey primary key (id, served_at),
  constraint reasons_follow_the_items check (cardinality(reason_codes) in (0, cardinality(item_ids))),
  constraint latency_is_not_negative check (latency_ms >= 0)
) partition by range (served_at);
alter table public.rec_requests enable row level security;
revoke all on table public.rec_requests from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'rec_requests', 'served_at', '1 day', 3, '60 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.rec_requests'::regclass);
comment on table public.rec_requests is 'A response of recommendations as served, with strategy, variant and items in order; clicks and outcomes join it by id.';
comment on column public.rec_requests.reason_codes is 'One for each item in their order, or none.';
create index rec_requests_actor_id_served_at_idx on public.rec_requests (actor_id, served_at desc);
comment on index public.rec_requests_actor_id_served_at_idx is 'Why did I see this.';
create trigger append_only before update on public.rec_requests for each row execute function boyfanz.append_only('clear actor_id');
grant select, insert, update, delete on table public.rec_requests to service_role;

create table public.rec_strategies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  surface text not null,
  key extensions.citext not null,
  version integer not null,
  retrieval jsonb not null,
  ranker_version_id uuid,
  filters jsonb default '{}' not null,
  is_profiled boolean not null,
  explanation_key text not null,
  status text default 'draft' not null,
  constraint rec_strategies_pkey primary key (id),
  constraint rec_strategies_surface_key_version_key unique (surface, key, version),
  constraint rec_strategies_surface_check check (surface in ('home', 'explore', 'creators', 'similar', 'search', 'live', 'marketplace', 'messages')),
  constraint rec_strategies_status_check check (status in ('draft', 'active', 'retired')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint version_is_positive check (version > 0),
  constraint filters_is_object check (jsonb_typeof(filters) = 'object')
);
alter table public.rec_strategies enable row level security;
revoke all on table public.rec_strategies from anon, authenticated, service_role;
comment on table public.rec_strategies is 'A pipeline of recommendation for a surface, whose output is content_recommendations and connection_recommendations; sources, ranker, filters and the explanation shown. A surface that is profiled offers one without profiling, and what left the draft does not change.';
comment on column public.rec_strategies.explanation_key is 'Key of the interface text.';
alter table public.rec_strategies add constraint rec_strategies_ranker_version_id_fkey foreign key (ranker_version_id) references public.ml_model_versions (id) on delete restrict;
create index rec_strategies_surface_idx on public.rec_strategies (surface) where (status = 'active');
create index rec_strategies_ranker_version_id_fkey_idx on public.rec_strategies (ranker_version_id) where (ranker_version_id is not null);
create trigger touch_updated_at before update on public.rec_strategies for each row execute function boyfanz.touch_updated_at();
create trigger frozen_after_draft before update on public.rec_strategies for each row when (old.status <> 'draft') execute function boyfanz.append_only('change status');
create trigger never_a_draft_again before update of status on public.rec_strategies for each row when (old.status <> 'draft' and new.status = 'draft') execute function boyfanz.refuse_when('Make a new version instead.');
create constraint trigger one_without_profiling after insert or update of status or delete on public.rec_strategies deferrable initially deferred for each row execute function boyfanz.require_unprofiled_strategy();
create policy staff_select on public.rec_strategies for select to boyfanz_staff using ((select boyfanz.has_permission('recommendation.manage')));
grant select on table public.rec_strategies to boyfanz_staff;
grant select, insert, update, delete on table public.rec_strategies to service_role;

create table public.sentiment_daily (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  metric_date date not null,
  source text not null,
  items integer not null,
  mean_sentiment real not null,
  negative_share real not null,
  top_topics jsonb default '[]' not null,
  constraint sentiment_daily_pkey primary key (creator_id, metric_date, source),
  constraint sentiment_daily_source_check check (source in ('comments', 'reviews', 'live_chat', 'surveys')),
  constraint items_are_counted check (items > 0),
  constraint mean_sentiment_in_range check (mean_sentiment between -1 and 1),
  constraint negative_share_in_range check (negative_share between 0 and 1),
  constraint top_topics_is_array check (jsonb_typeof(top_topics) = 'array')
);
alter table public.sentiment_daily enable row level security;
revoke all on table public.sentiment_daily from anon, authenticated, service_role;
comment on table public.sentiment_daily is 'Mood of comments, reviews, live chat and surveys about a creator by the day. Private messages are no source of it.';
comment on column public.sentiment_daily.mean_sentiment is '-1 to 1.';
comment on column public.sentiment_daily.negative_share is '0 to 1.';
alter table public.sentiment_daily add constraint sentiment_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index sentiment_daily_metric_date_idx on public.sentiment_daily (metric_date);
create trigger touch_updated_at before update on public.sentiment_daily for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.sentiment_daily for select to authenticated using (sentiment_daily.creator_id = (select boyfanz.current_user_id()));
grant select on table public.sentiment_daily to authenticated;
grant select, insert, update, delete on table public.sentiment_daily to service_role;

create table public.spam_campaigns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  fingerprint bytea not null,
  first_seen_at timestamptz default now() not null,
  last_seen_at timestamptz default now() not null,
  accounts integer default 0 not null,
  items bigint default 0 not null,
  domains text[] default '{}' not null,
  status text default 'watching' not null,
  handled_by uuid,
  constraint spam_campaigns_pkey primary key (id),
  constraint spam_campaigns_fingerprint_key unique (fingerprint),
  constraint spam_campaigns_status_check check (status in ('watching', 'blocked', 'cleared')),
  constraint fingerprint_length check (octet_length(fingerprint) between 8 and 64),
  constraint seen_in_order check (last_seen_at >= first_seen_at),
  constraint size_is_not_negative check (accounts >= 0 and items >= 0),
  constraint domains_are_lower_case check (domains::text = lower(domains::text))
);
alter table public.spam_campaigns enable row level security;
revoke all on table public.spam_campaigns from anon, authenticated, service_role;
comment on table public.spam_campaigns is 'Spam that is nearly the same many times over, with fingerprint, the domains it links to and its size; blocked as one.';
comment on column public.spam_campaigns.fingerprint is 'Similarity hash, which for near duplicates is the same.';
comment on column public.spam_campaigns.domains is 'Of the links, in lower case.';
alter table public.spam_campaigns add constraint spam_campaigns_handled_by_fkey foreign key (handled_by) references public.users (id) on delete set null;
create index spam_campaigns_last_seen_at_idx on public.spam_campaigns (last_seen_at desc) where (status = 'watching');
create index spam_campaigns_domains_idx on public.spam_campaigns using gin (domains);
create index spam_campaigns_handled_by_fkey_idx on public.spam_campaigns (handled_by) where (handled_by is not null);
create trigger touch_updated_at before update on public.spam_campaigns for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.spam_campaigns for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.spam_campaigns to boyfanz_staff;
grant select, insert, update, delete on table public.spam_campaigns to service_role;

create table public.spam_verdicts (
  id uuid default boyfanz.uuid_v7() not null,
  decided_at timestamptz default now() not null,
  subject_type text not null,
  subject_id uuid not null,
  author_id uuid,
  score real not null,
  features jsonb default '{}' not null,
  verdict text not null,
  action text,
  campaign_id uuid,
  version_id uuid,
  corrected_to text,
  corrected_at timestamptz,
  constraint spam_verdicts_pkey primary key (id, decided_at),
  constraint spam_verdicts_verdict_check check (verdict in ('ham', 'suspect', 'spam')),
  constraint spam_verdicts_corrected_to_check check (corrected_to in ('ham', 'suspect', 'spam')),
  constraint subject_type_form check (subject_type ~ '^[a-z][a-z_]{0,39}$'),
  constraint score_in_range check (score between 0 and 1),
  constraint features_is_object check (jsonb_typeof(features) = 'object'),
  constraint corrected_names_its_time check ((corrected_to is null) = (corrected_at is null)),
  constraint correction_differs check (corrected_to <> verdict),
  constraint corrected_after_decision check (corrected_at >= decided_at)
) partition by range (decided_at);
alter table public.spam_verdicts enable row level security;
revoke all on table public.spam_verdicts from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'spam_verdicts', 'decided_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.spam_verdicts'::regclass);
comment on table public.spam_verdicts is 'The decision whether a message, a comment or an account is spam, with the action taken and a correction if there was one. Erasure clears the author.';
comment on column public.spam_verdicts.subject_id is 'Key in the table that subject_type stands for.';
comment on column public.spam_verdicts.score is '0 to 1.';
comment on column public.spam_verdicts.features is 'Names and weights, without the text.';
comment on column public.spam_verdicts.version_id is 'NULL when a rule decided.';
create index spam_verdicts_author_id_decided_at_idx on public.spam_verdicts (author_id, decided_at desc);
create index spam_verdicts_subject_type_subject_id_idx on public.spam_verdicts (subject_type, subject_id);
create index spam_verdicts_campaign_id_idx on public.spam_verdicts (campaign_id) where (campaign_id is not null);
create trigger append_only before update on public.spam_verdicts for each row execute function boyfanz.append_only('set action', 'set campaign_id', 'set corrected_to', 'set corrected_at', 'clear author_id');
grant select, insert, update, delete on table public.spam_verdicts to service_role;

create table public.text_analyses (
  text_hash public.digest_256 not null,
  version_id uuid not null,
  language public.language_tag not null,
  sentiment real not null,
  toxicity real not null,
  intent text,
  entities jsonb,
  contains_contact_info boolean default false not null,
  contains_solicitation boolean default false not null,
  analysed_at timestamptz default now() not null,
  constraint text_analyses_pkey primary key (text_hash, version_id),
  constraint sentiment_in_range check (sentiment between -1 and 1),
  constraint toxicity_in_range check (toxicity between 0 and 1),
  constraint entities_is_array check (jsonb_typeof(entities) = 'array')
);
alter table public.text_analyses enable row level security;
revoke all on table public.text_analyses from anon, authenticated, service_role;
comment on table public.text_analyses is 'What a model found in a text; language, sentiment, toxicity, intent and entities. Kept by the hash of the text, so that a text seen again costs nothing.';
comment on column public.text_analyses.sentiment is '-1 to 1.';
comment on column public.text_analyses.toxicity is '0 to 1.';
comment on column public.text_analyses.entities is 'Kinds and places in the text, without the words.';
alter table public.text_analyses add constraint text_analyses_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete restrict;
create index text_analyses_analysed_at_idx on public.text_analyses (analysed_at);
create index text_analyses_version_id_fkey_idx on public.text_analyses (version_id);
grant select, insert, update, delete on table public.text_analyses to service_role;

create table public.transcripts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  source_type text not null,
  source_id uuid not null,
  creator_id uuid,
  language public.language_tag not null,
  version_id uuid,
  review_state text default 'machine' not null,
  is_published boolean default false not null,
  full_text text not null,
  search_vector tsvector generated always as (to_tsvector('simple'::regconfig, full_text)) stored,
  word_error_estimate real,
  constraint transcripts_pkey primary key (id),
  constraint transcripts_source_type_check check (source_type in ('video', 'live_recording', 'audio', 'voice_message')),
  constraint transcripts_review_state_check check (review_state in ('machine', 'edited', 'approved')),
  constraint voice_messages_stay_private check (not is_published or source_type <> 'voice_message'),
  constraint full_text_length check (char_length(full_text) <= 1000000),
  constraint word_error_in_range check (word_error_estimate between 0 and 1)
);
alter table public.transcripts enable row level security;
revoke all on table public.transcripts from anon, authenticated, service_role;
comment on table public.transcripts is 'What is said in a video, a recording or a voice message, by language and version of the model, with the state of its review; the source of captions and search.';
comment on column public.transcripts.source_id is 'Checked every night, because it points to several tables.';
comment on column public.transcripts.version_id is 'NULL when a person wrote it.';
comment on column public.transcripts.word_error_estimate is '0 to 1.';
alter table public.transcripts add constraint transcripts_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.transcripts add constraint transcripts_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete set null;
create unique index transcripts_one_per_version_idx on public.transcripts (source_type, source_id, language, (coalesce(version_id, '00000000-0000-0000-0000-000000000000'::uuid)));
create index transcripts_search_vector_idx on public.transcripts using gin (search_vector) where (is_published);
create index transcripts_creator_id_fkey_idx on public.transcripts (creator_id) where (creator_id is not null);
create index transcripts_version_id_fkey_idx on public.transcripts (version_id) where (version_id is not null);
create trigger touch_updated_at before update on public.transcripts for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.transcripts for select to anon using ((is_published and source_type in ('video', 'audio') and exists ( select from public.content_items c where c.id = transcripts.source_id and c.status = 'published' and c.published_at <= now() and (c.expires_at is null or c.expires_at > now()) and boyfanz.may_see_content(c.id, c.author_id, c.creator_id, c.audience, c.rating) offset 0)));
create policy member_select on public.transcripts for select to authenticated using ((is_published and source_type in ('video', 'audio') and exists ( select from public.content_items c where c.id = transcripts.source_id and c.status = 'published' and c.published_at <= now() and (c.expires_at is null or c.expires_at > now()) and boyfanz.may_see_content(c.id, c.author_id, c.creator_id, c.audience, c.rating) offset 0)) or transcripts.creator_id = (select boyfanz.current_user_id()));
grant select (created_at, creator_id, full_text, id, is_published, language, review_state, search_vector, source_id, source_type, updated_at, version_id) on table public.transcripts to anon;
grant select (created_at, creator_id, full_text, id, is_published, language, review_state, search_vector, source_id, source_type, updated_at, version_id) on table public.transcripts to authenticated;
grant select, insert, update, delete on table public.transcripts to service_role;

create table public.trend_topics (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tag_id integer not null,
  region_code text not null,
  detected_on date not null,
  velocity real not null,
  baseline real not null,
  score real not null,
  forecast_peak_on date,
  review text default 'pending' not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  constraint trend_topics_pkey primary key (id),
  constraint trend_topics_tag_id_region_code_detected_on_key unique (tag_id, region_code, detected_on),
  constraint trend_topics_review_check check (review in ('pending', 'safe', 'suppressed')),
  constraint region_form check (region_code ~ '^([*]|[A-Z]{2})$'),
  constraint reviewed_names_its_time check ((review = 'pending') = (reviewed_at is null)),
  constraint reviewer_names_the_time check (reviewed_by is null or reviewed_at is not null),
  constraint baseline_is_not_negative check (baseline >= 0)
);
alter table public.trend_topics enable row level security;
revoke all on table public.trend_topics from anon, authenticated, service_role;
comment on table public.trend_topics is 'A topic that rises in a region, with its speed; shown only after a review found it safe, and never when its tag is banned.';
comment on column public.trend_topics.region_code is 'A country code, or * for the world.';
alter table public.trend_topics add constraint trend_topics_tag_id_fkey foreign key (tag_id) references public.content_tags (id) on delete cascade;
alter table public.trend_topics add constraint trend_topics_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
create index trend_topics_region_code_detected_on_score_idx on public.trend_topics (region_code, detected_on desc, score desc) where (review = 'safe');
comment on index public.trend_topics_region_code_detected_on_score_idx is 'List of trends.';
create index trend_topics_reviewed_by_fkey_idx on public.trend_topics (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.trend_topics for each row execute function boyfanz.touch_updated_at();
create trigger banned_is_not_safe before insert or update of review, tag_id on public.trend_topics for each row when (new.review = 'safe') execute function boyfanz.refuse_banned('content_tags', 'tag_id');
create policy anonymous_select on public.trend_topics for select to anon using ((review = 'safe'));
create policy member_select on public.trend_topics for select to authenticated using ((review = 'safe'));
create policy staff_select on public.trend_topics for select to boyfanz_staff using ((select boyfanz.has_permission('hashtag.ban')));
grant select (created_at, detected_on, forecast_peak_on, id, region_code, score, tag_id, updated_at) on table public.trend_topics to anon;
grant select (created_at, detected_on, forecast_peak_on, id, region_code, score, tag_id, updated_at) on table public.trend_topics to authenticated;
grant select on table public.trend_topics to boyfanz_staff;
grant select, insert, update, delete on table public.trend_topics to service_role;

create table public.user_embeddings (
  space_id uuid not null,
  user_id uuid not null,
  dimension smallint not null,
  embedding extensions.vector not null,
  interactions_used integer not null,
  window_days integer not null,
  embedded_at timestamptz default now() not null,
  constraint user_embeddings_pkey primary key (space_id, user_id),
  constraint vector_has_its_dimension check (vector_dims(embedding) = dimension),
  constraint interactions_are_not_negative check (interactions_used >= 0),
  constraint window_is_positive check (window_days > 0)
);
alter table public.user_embeddings enable row level security;
revoke all on table public.user_embeddings from anon, authenticated, service_role;
comment on table public.user_embeddings is 'The vector of a person''s taste in one space, with the window of behaviour it was made from; gone with the account. With pgvector, an HNSW index finds look-alikes in spaces of the usual dimensions.';
comment on column public.user_embeddings.dimension is 'That of the space.';
comment on column public.user_embeddings.embedding is 'Taste in adult content, so as sensitive as what it was made from.';
alter table public.user_embeddings add constraint user_embeddings_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_embeddings add constraint space_of_dimension foreign key (space_id, dimension) references public.embedding_spaces (id, dimension) on delete cascade;
create index user_embeddings_hnsw_384_idx on public.user_embeddings using hnsw ((embedding::vector(384)) vector_cosine_ops) where (dimension = 384);
comment on index public.user_embeddings_hnsw_384_idx is 'Look-alikes.';
create index user_embeddings_hnsw_768_idx on public.user_embeddings using hnsw ((embedding::vector(768)) vector_cosine_ops) where (dimension = 768);
comment on index public.user_embeddings_hnsw_768_idx is 'Look-alikes.';
create index user_embeddings_hnsw_1536_idx on public.user_embeddings using hnsw ((embedding::vector(1536)) vector_cosine_ops) where (dimension = 1536);
comment on index public.user_embeddings_hnsw_1536_idx is 'Look-alikes.';
create index user_embeddings_space_id_dimension_fkey_idx on public.user_embeddings (space_id, dimension);
create index user_embeddings_user_id_fkey_idx on public.user_embeddings (user_id);
grant select, insert, update, delete on table public.user_embeddings to service_role;

create table public.video_analyses (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  video_id uuid not null,
  version_id uuid not null,
  scene_count integer,
  max_nudity_level smallint,
  audio_language public.language_tag,
  music_detected jsonb,
  has_watermark boolean default false not null,
  thumbnail_times_ms integer[] default '{}' not null,
  status text default 'queued' not null,
  analysed_at timestamptz,
  constraint video_analyses_pkey primary key (id),
  constraint video_analyses_video_id_version_id_key unique (video_id, version_id),
  constraint video_analyses_id_video_id_key unique (id, video_id),
  constraint video_analyses_status_check check (status in ('queued', 'running', 'done', 'failed')),
  constraint done_names_its_time check ((status = 'done') = (analysed_at is not null)),
  constraint done_has_results check (status <> 'done' or (scene_count is not null and max_nudity_level is not null)),
  constraint scene_count_is_not_negative check (scene_count >= 0),
  constraint max_nudity_level_in_range check (max_nudity_level between 0 and 5),
  constraint thumbnail_times_are_whole check (array_position(thumbnail_times_ms, null) is null and 0 <= all (thumbnail_times_ms))
);
alter table public.video_analyses enable row level security;
revoke all on table public.video_analyses from anon, authenticated, service_role;
comment on table public.video_analyses is 'What a version of a model found in a video; scenes, the highest nudity, language, music, watermark and times for a thumbnail.';
comment on column public.video_analyses.scene_count is 'NULL until it is done, as the next.';
comment on column public.video_analyses.max_nudity_level is '0 none to 5 explicit.';
alter table public.video_analyses add constraint video_analyses_video_id_fkey foreign key (video_id) references public.videos (id) on delete cascade;
alter table public.video_analyses add constraint video_analyses_version_id_fkey foreign key (version_id) references public.ml_model_versions (id) on delete restrict;
create index video_analyses_status_idx on public.video_analyses (status) where (status in ('queued', 'failed'));
create index video_analyses_version_id_fkey_idx on public.video_analyses (version_id);
create trigger touch_updated_at before update on public.video_analyses for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.video_analyses to service_role;

create table public.video_segments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  analysis_id uuid not null,
  video_id uuid not null,
  during int8range not null,
  label text not null,
  confidence real not null,
  constraint video_segments_pkey primary key (id),
  constraint during_is_bounded check (not (isempty(during) or lower_inf(during) or upper_inf(during)) and lower(during) >= 0),
  constraint label_form check (label ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint confidence_in_range check (confidence between 0 and 1)
);
alter table public.video_segments enable row level security;
revoke all on table public.video_segments from anon, authenticated, service_role;
comment on table public.video_segments is 'A stretch of a video with a label and how sure the model is; scene, explicit part, highlight, silence. They may overlap.';
comment on column public.video_segments.video_id is 'That of the analysis, copied for the search by time.';
comment on column public.video_segments.during is 'Milliseconds.';
alter table public.video_segments add constraint analysis_of_same_video foreign key (analysis_id, video_id) references public.video_analyses (id, video_id) on delete cascade;
create index video_segments_video_id_during_idx on public.video_segments using gist (video_id, during);
comment on index public.video_segments_video_id_during_idx is 'What happens at this time.';
create index video_segments_analysis_id_video_id_fkey_idx on public.video_segments (analysis_id, video_id);
grant select, insert, update, delete on table public.video_segments to service_role;

create table public.event_announcements (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  organizer_id uuid not null,
  audience text default 'all' not null,
  ticket_type_id uuid,
  subject text not null,
  body text not null,
  is_service_message boolean default false not null,
  scheduled_at timestamptz,
  sent_at timestamptz,
  recipients integer default 0 not null,
  constraint event_announcements_pkey primary key (id),
  constraint event_announcements_audience_check check (audience in ('all', 'ticket_type', 'checked_in', 'not_checked_in', 'waitlist')),
  constraint ticket_type_is_named check ((audience = 'ticket_type') = (ticket_type_id is not null)),
  constraint subject_length check (char_length(subject) between 1 and 150),
  constraint body_length check (char_length(body) between 1 and 10000),
  constraint recipients_are_not_negative check (recipients >= 0)
);
alter table public.event_announcements enable row level security;
revoke all on table public.event_announcements from anon, authenticated, service_role;
comment on table public.event_announcements is 'Message of the organizer to those who come, to all or to some; what was sent stays.';
comment on column public.event_announcements.organizer_id is 'Of the event.';
comment on column public.event_announcements.is_service_message is 'About the event itself, so that no opt-out of marketing stops it.';
create index event_announcements_event_id_created_at_idx on public.event_announcements (event_id, created_at desc);
create index event_announcements_scheduled_at_idx on public.event_announcements (scheduled_at) where (sent_at is null);
create index event_announcements_organizer_id_event_id_fkey_idx on public.event_announcements (organizer_id, event_id);
create index event_announcements_event_id_ticket_type_id_fkey_idx on public.event_announcements (event_id, ticket_type_id);
create trigger touch_updated_at before update on public.event_announcements for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_sent before update on public.event_announcements for each row execute function boyfanz.freeze_when_set('sent_at', 'change recipients');
create policy member_select on public.event_announcements for select to authenticated using (event_announcements.organizer_id = (select boyfanz.current_user_id()) or (event_announcements.event_id = any (array(select boyfanz.my_event_registrations_event_id())) and (sent_at is not null and audience = 'all')));
create policy staff_select on public.event_announcements for select to boyfanz_staff using ((select boyfanz.has_permission('event.moderate')));
grant select on table public.event_announcements to authenticated;
grant select on table public.event_announcements to boyfanz_staff;
grant select, insert, update, delete on table public.event_announcements to service_role;

create table public.event_answers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  registration_id uuid not null,
  question_id uuid not null,
  answer jsonb,
  answer_enc bytea,
  key_id smallint,
  delete_after timestamptz,
  constraint event_answers_pkey primary key (registration_id, question_id),
  constraint clear_or_encrypted check (num_nonnulls(answer, answer_enc) = 1),
  constraint encrypted_names_its_key check ((answer_enc is null) = (key_id is null))
);
alter table public.event_answers enable row level security;
revoke all on table public.event_answers from anon, authenticated, service_role;
comment on table public.event_answers is 'Answer of a registration to a question of the same event; encrypted when the question is sensitive, and deleted when its time comes.';
comment on column public.event_answers.answer_enc is 'Encrypted with key_id.';
comment on column public.event_answers.key_id is 'Version of the encryption key.';
create index event_answers_delete_after_idx on public.event_answers (delete_after) where (delete_after is not null);
create index event_answers_question_id_fkey_idx on public.event_answers (question_id);
create trigger touch_updated_at before update on public.event_answers for each row execute function boyfanz.touch_updated_at();
create trigger fits_the_question before insert or update on public.event_answers for each row execute function boyfanz.check_parent('event_questions', 'parent.id = child.question_id and (not parent.is_sensitive or (child.answer_enc is not null and child.delete_after is not null)) and parent.event_id = (select r.event_id from public.event_registrations r where r.id = child.registration_id)', 'The question is of another event, or sensitive and the answer not encrypted with a date of deletion.');
grant select (answer, created_at, delete_after, question_id, registration_id, updated_at) on table public.event_answers to authenticated;
grant select, insert, update, delete on table public.event_answers to service_role;

create table public.event_cart_holds (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  user_id uuid,
  lines jsonb not null,
  total_minor bigint not null,
  currency public.currency_code not null,
  expires_at timestamptz not null,
  state text default 'active' not null,
  order_id uuid,
  idempotency_key text not null,
  constraint event_cart_holds_pkey primary key (id),
  constraint event_cart_holds_user_id_idempotency_key_key unique (user_id, idempotency_key),
  constraint event_cart_holds_event_id_id_key unique (event_id, id),
  constraint event_cart_holds_state_check check (state in ('active', 'converted', 'expired', 'released')),
  constraint lines_is_array check (jsonb_typeof(lines) = 'array'),
  constraint total_is_not_negative check (total_minor >= 0),
  constraint expires_after_start check (expires_at > created_at),
  constraint only_converted_has_an_order check ((state = 'converted') = (order_id is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table public.event_cart_holds enable row level security;
revoke all on table public.event_cart_holds from anon, authenticated, service_role;
comment on table public.event_cart_holds is 'Tickets and seats set aside during the checkout, until it expires; of one idempotency key there is one.';
comment on column public.event_cart_holds.user_id is 'NULL for a guest.';
comment on column public.event_cart_holds.lines is 'List of ticket type, quantity, seats and price.';
alter table public.event_cart_holds add constraint event_cart_holds_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.event_cart_holds add constraint event_cart_holds_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.event_cart_holds add constraint event_cart_holds_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
create index event_cart_holds_expires_at_idx on public.event_cart_holds (expires_at) where (state = 'active');
comment on index public.event_cart_holds_expires_at_idx is 'For the job that expires.';
create unique index event_cart_holds_idempotency_key_idx on public.event_cart_holds (idempotency_key) where (user_id is null);
create index event_cart_holds_currency_fkey_idx on public.event_cart_holds (currency);
create index event_cart_holds_order_id_fkey_idx on public.event_cart_holds (order_id) where (order_id is not null);
create trigger touch_updated_at before update on public.event_cart_holds for each row execute function boyfanz.touch_updated_at();
create trigger left_once before update of state on public.event_cart_holds for each row when (old.state <> 'active' and new.state <> old.state) execute function boyfanz.refuse_when('A hold that ended stays so.');
create trigger facts_stay before update of event_id, user_id, currency, order_id on public.event_cart_holds for each row execute function boyfanz.set_once('event_id', 'user_id', 'currency', 'order_id');
create policy member_select on public.event_cart_holds for select to authenticated using (event_cart_holds.user_id = (select boyfanz.current_user_id()));
grant select on table public.event_cart_holds to authenticated;
grant select, insert, update, delete on table public.event_cart_holds to service_role;

create table public.event_check_ins (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  ticket_id uuid not null,
  event_id uuid not null,
  gate text not null,
  direction text default 'in' not null,
  result text not null,
  scanned_by uuid,
  device_id text not null,
  device_sequence bigint not null,
  scanned_at timestamptz not null,
  constraint event_check_ins_pkey primary key (id),
  constraint event_check_ins_device_id_device_sequence_key unique (device_id, device_sequence),
  constraint event_check_ins_direction_check check (direction in ('in', 'out', 'virtual_join')),
  constraint event_check_ins_result_check check (result in ('accepted', 'duplicate', 'wrong_event', 'invalid', 'overridden')),
  constraint gate_length check (char_length(gate) between 1 and 60),
  constraint device_sequence_is_positive check (device_sequence > 0)
);
alter table public.event_check_ins enable row level security;
revoke all on table public.event_check_ins from anon, authenticated, service_role;
comment on table public.event_check_ins is 'Scan of a ticket at a door or at the gate of a stream, with what came of it; a device without a network numbers its scans and sends them later, each counted once.';
comment on column public.event_check_ins.event_id is 'Where it was scanned.';
comment on column public.event_check_ins.scanned_by is 'NULL at a gate without staff.';
alter table public.event_check_ins add constraint event_check_ins_scanned_by_fkey foreign key (scanned_by) references public.users (id) on delete set null;
create index event_check_ins_ticket_id_scanned_at_idx on public.event_check_ins (ticket_id, scanned_at);
create index event_check_ins_event_id_scanned_at_idx on public.event_check_ins (event_id, scanned_at desc);
create index event_check_ins_scanned_by_fkey_idx on public.event_check_ins (scanned_by) where (scanned_by is not null);
create trigger result_fits_the_event before insert on public.event_check_ins for each row execute function boyfanz.check_parent('event_tickets', 'parent.id = child.ticket_id and case child.result when ''wrong_event'' then parent.event_id <> child.event_id when ''invalid'' then true else parent.event_id = child.event_id end', 'The ticket is for another event.');
create trigger append_only before update or delete on public.event_check_ins for each row execute function boyfanz.append_only('clear scanned_by');
create trigger refuse_truncate before truncate on public.event_check_ins for each statement execute function boyfanz.append_only();
create policy staff_select on public.event_check_ins for select to boyfanz_staff using ((select boyfanz.has_permission('event.refund')));
grant select (created_at, direction, event_id, gate, id, result, scanned_at, ticket_id) on table public.event_check_ins to authenticated;
grant select on table public.event_check_ins to boyfanz_staff;
grant select, insert, update, delete on table public.event_check_ins to service_role;

create table public.event_feedback (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  session_id uuid,
  user_id uuid not null,
  rating smallint not null,
  comment text,
  is_public boolean default false not null,
  submitted_at timestamptz default now() not null,
  constraint event_feedback_pkey primary key (id),
  constraint event_feedback_event_id_user_id_key unique (event_id, user_id),
  constraint rating_in_range check (rating between 1 and 5),
  constraint comment_length check (char_length(comment) <= 2000)
);
alter table public.event_feedback enable row level security;
revoke all on table public.event_feedback from anon, authenticated, service_role;
comment on table public.event_feedback is 'Rating and comment of somebody who registered, on the event or one item of its agenda.';
alter table public.event_feedback add constraint event_feedback_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index event_feedback_event_id_rating_idx on public.event_feedback (event_id, rating);
create index event_feedback_session_id_fkey_idx on public.event_feedback (session_id) where (session_id is not null);
create index event_feedback_user_id_fkey_idx on public.event_feedback (user_id);
create trigger touch_updated_at before update on public.event_feedback for each row execute function boyfanz.touch_updated_at();
create trigger session_of_same_event before insert or update of session_id, event_id on public.event_feedback for each row execute function boyfanz.matches_parent('session_id', 'event_sessions', 'event_id');
create trigger who_took_part before insert on public.event_feedback for each row execute function boyfanz.check_parent('events', 'parent.id = child.event_id and exists ( select from public.event_registrations r where r.event_id = parent.id and r.user_id = child.user_id and r.state in (''approved'', ''attended''))', 'Only somebody who took part rates an event.');
create policy staff_select on public.event_feedback for select to boyfanz_staff using ((select boyfanz.has_permission('event.moderate')));
create policy member_insert on public.event_feedback for insert to authenticated with check (event_feedback.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.event_feedback for delete to authenticated using (event_feedback.user_id = (select boyfanz.current_user_id()));
grant select (comment, created_at, event_id, id, is_public, rating, session_id, submitted_at, updated_at) on table public.event_feedback to anon;
grant select (comment, created_at, event_id, id, is_public, rating, session_id, submitted_at, updated_at), insert (comment, event_id, id, is_public, rating, session_id, user_id), delete on table public.event_feedback to authenticated;
grant select on table public.event_feedback to boyfanz_staff;
grant select, insert, update, delete on table public.event_feedback to service_role;

create table public.event_promo_codes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  code extensions.citext not null,
  kind text not null,
  value integer default 0 not null,
  currency public.currency_code,
  max_uses integer,
  uses integer default 0 not null,
  valid tstzrange,
  ticket_type_ids uuid[] default '{}' not null,
  created_by uuid,
  constraint event_promo_codes_pkey primary key (id),
  constraint event_promo_codes_event_id_code_key unique (event_id, code),
  constraint event_promo_codes_kind_check check (kind in ('percent', 'amount', 'unlock', 'free')),
  constraint code_form check (code::text ~ '^[A-Za-z0-9_-]{3,40}$'),
  constraint value_fits_kind check (case kind when 'percent' then value between 1 and 100 when 'amount' then value > 0 else value = 0 end),
  constraint only_an_amount_has_a_currency check ((kind = 'amount') = (currency is not null)),
  constraint used_within_limit check (uses >= 0 and (max_uses is null or uses <= max_uses)),
  constraint valid_is_not_empty check (not isempty(valid))
) with (fillfactor = 80);
alter table public.event_promo_codes enable row level security;
revoke all on table public.event_promo_codes from anon, authenticated, service_role;
comment on table public.event_promo_codes is 'Code of an event for a discount or for hidden tickets, with a limit of uses, which are counted under the lock of the row.';
comment on column public.event_promo_codes.value is 'Per cent, or minor units of currency; 0 for the other kinds.';
comment on column public.event_promo_codes.valid is 'NULL for always.';
comment on column public.event_promo_codes.ticket_type_ids is 'Kinds of ticket of the event that it is for; empty for all.';
alter table public.event_promo_codes add constraint event_promo_codes_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.event_promo_codes add constraint event_promo_codes_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index event_promo_codes_currency_fkey_idx on public.event_promo_codes (currency) where (currency is not null);
create index event_promo_codes_created_by_fkey_idx on public.event_promo_codes (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.event_promo_codes for each row execute function boyfanz.touch_updated_at();
create trigger ticket_types_of_same_event before insert or update of ticket_type_ids on public.event_promo_codes for each row when (cardinality(new.ticket_type_ids) > 0) execute function boyfanz.check_parent('events', 'parent.id = child.event_id and child.ticket_type_ids <@ array( select k.id from public.event_ticket_types k where k.event_id = parent.id)', 'A kind of ticket is not one of the event.');
create trigger event_never_changes before update of event_id on public.event_promo_codes for each row execute function boyfanz.set_once('event_id');
grant select on table public.event_promo_codes to authenticated;
grant select, insert, update, delete on table public.event_promo_codes to service_role;

create table public.event_questions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  "position" smallint not null,
  prompt text not null,
  kind text default 'text' not null,
  options jsonb,
  is_required boolean default false not null,
  ticket_type_ids uuid[] default '{}' not null,
  is_sensitive boolean default false not null,
  delete_after_days smallint,
  constraint event_questions_pkey primary key (id),
  constraint event_questions_event_id_position_key unique (event_id, "position"),
  constraint event_questions_kind_check check (kind in ('text', 'choice', 'multi', 'boolean', 'date', 'file')),
  constraint position_is_positive check (position > 0),
  constraint prompt_length check (char_length(prompt) between 1 and 500),
  constraint only_choices_have_options check ((kind in ('choice', 'multi')) = (options is not null)),
  constraint options_is_array check (jsonb_typeof(options) = 'array'),
  constraint sensitive_is_deleted check (not is_sensitive or delete_after_days is not null),
  constraint delete_after_is_positive check (delete_after_days > 0)
);
alter table public.event_questions enable row level security;
alter table public.event_answers add constraint event_answers_question_id_fkey foreign key (question_id) references public.event_questions (id) on delete cascade;
revoke all on table public.event_questions from anon, authenticated, service_role;
comment on table public.event_questions is 'Question of the registration form with kind and options; answers to a sensitive one are encrypted and deleted after some days.';
comment on column public.event_questions.options is 'List of choices, for the kinds choice and multi.';
comment on column public.event_questions.ticket_type_ids is 'Kinds of ticket of the event that are asked; empty for all.';
comment on column public.event_questions.delete_after_days is 'After the end of the event.';
create trigger touch_updated_at before update on public.event_questions for each row execute function boyfanz.touch_updated_at();
create trigger ticket_types_of_same_event before insert or update of ticket_type_ids on public.event_questions for each row when (cardinality(new.ticket_type_ids) > 0) execute function boyfanz.check_parent('events', 'parent.id = child.event_id and child.ticket_type_ids <@ array( select k.id from public.event_ticket_types k where k.event_id = parent.id)', 'A kind of ticket is not one of the event.');
create trigger answered_stays before update on public.event_questions for each row execute function boyfanz.freeze_when_used('event_answers', 'question_id', 'change position', 'change options', 'change is_required', 'change ticket_type_ids', 'change delete_after_days');
grant select on table public.event_questions to anon;
grant select, insert, update, delete on table public.event_questions to authenticated;
grant select, insert, update, delete on table public.event_questions to service_role;

create table public.event_quota_ticket_types (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  quota_id uuid not null,
  ticket_type_id uuid not null,
  constraint event_quota_ticket_types_pkey primary key (quota_id, ticket_type_id)
);
alter table public.event_quota_ticket_types enable row level security;
revoke all on table public.event_quota_ticket_types from anon, authenticated, service_role;
comment on table public.event_quota_ticket_types is 'Which kinds of ticket draw on which pools of the same event; a sale needs room in every pool of its kind.';
create index event_quota_ticket_types_ticket_type_id_fkey_idx on public.event_quota_ticket_types (ticket_type_id);
create trigger touch_updated_at before update on public.event_quota_ticket_types for each row execute function boyfanz.touch_updated_at();
create trigger of_one_event before insert or update on public.event_quota_ticket_types for each row execute function boyfanz.check_parent('event_quotas', 'parent.id = child.quota_id and parent.event_id = (select k.event_id from public.event_ticket_types k where k.id = child.ticket_type_id)', 'Pool and kind of ticket are of different events.');
grant select on table public.event_quota_ticket_types to authenticated;
grant select, insert, update, delete on table public.event_quota_ticket_types to service_role;

create table public.event_quotas (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  name text not null,
  capacity integer not null,
  sold integer default 0 not null,
  held integer default 0 not null,
  version bigint default 0 not null,
  constraint event_quotas_pkey primary key (id),
  constraint event_quotas_event_id_name_key unique (event_id, name),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint capacity_is_not_negative check (capacity >= 0),
  constraint counts_are_not_negative check (sold >= 0 and held >= 0),
  constraint not_oversold check (sold + held <= capacity)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
alter table public.event_quotas enable row level security;
alter table public.event_quota_ticket_types add constraint event_quota_ticket_types_quota_id_fkey foreign key (quota_id) references public.event_quotas (id) on delete cascade;
revoke all on table public.event_quotas from anon, authenticated, service_role;
comment on table public.event_quotas is 'Pool of places that one or more kinds of ticket draw on. Sold and held change under the lock of the row with a version that rises, so that nothing is sold twice.';
create trigger touch_updated_at before update on public.event_quotas for each row execute function boyfanz.touch_updated_at();
create trigger version_rises before update of capacity, sold, held on public.event_quotas for each row execute function boyfanz.only_grows('strictly', 'version');
create trigger event_never_changes before update of event_id on public.event_quotas for each row execute function boyfanz.set_once('event_id');
create trigger sold_is_not_deleted before delete on public.event_quotas for each row when (old.sold > 0) execute function boyfanz.refuse_delete('Places of it are sold.');
grant select on table public.event_quotas to authenticated;
grant select, insert, update, delete on table public.event_quotas to service_role;

create table public.event_refund_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  organizer_id uuid,
  name text not null,
  version integer default 1 not null,
  steps jsonb not null,
  refunds_fees boolean default false not null,
  is_platform_default boolean default false not null,
  constraint event_refund_policies_pkey primary key (id),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint version_is_positive check (version > 0),
  constraint steps_is_array check (jsonb_typeof(steps) = 'array'),
  constraint steps_are_whole check (not jsonb_path_exists(steps, '$[*] ? (!(@.hours_before.type() == "number" && @.hours_before >= 0 && @.refund_ppm.type() == "number" && @.refund_ppm >= 0 && @.refund_ppm <= 1000000))')),
  constraint default_is_of_the_platform check (not is_platform_default or organizer_id is null)
);
alter table public.event_refund_policies enable row level security;
revoke all on table public.event_refund_policies from anon, authenticated, service_role;
comment on table public.event_refund_policies is 'What is refunded how long before the start, of an organizer or of the platform; shown at the purchase and frozen on the order. A change is a new version.';
comment on column public.event_refund_policies.organizer_id is 'NULL for a policy of the platform.';
comment on column public.event_refund_policies.steps is 'List of hours_before, the hours before the start, and refund_ppm, the share refunded until then in millionths.';
alter table public.event_refund_policies add constraint event_refund_policies_organizer_id_fkey foreign key (organizer_id) references public.users (id) on delete restrict;
create unique index event_refund_policies_organizer_id_name_version_idx on public.event_refund_policies (organizer_id, name, version) where (organizer_id is not null);
create unique index event_refund_policies_name_version_idx on public.event_refund_policies (name, version) where (organizer_id is null);
create unique index event_refund_policies_is_platform_default_idx on public.event_refund_policies (is_platform_default) where (is_platform_default);
create trigger touch_updated_at before update on public.event_refund_policies for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.event_refund_policies for each row execute function boyfanz.append_only('change is_platform_default');
create policy anonymous_select on public.event_refund_policies for select to anon using (true);
create policy member_select on public.event_refund_policies for select to authenticated using (true);
grant select on table public.event_refund_policies to anon;
grant select on table public.event_refund_policies to authenticated;
grant select, insert, update, delete on table public.event_refund_policies to service_role;

create table public.event_registrations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  user_id uuid,
  ticket_id uuid,
  guest_contact_enc bytea,
  key_id smallint,
  state text default 'pending' not null,
  age_verification_id uuid,
  has_photo_consent boolean default false not null,
  source_link_id uuid,
  registered_at timestamptz default now() not null,
  constraint event_registrations_pkey primary key (id),
  constraint event_registrations_state_check check (state in ('pending', 'approved', 'waitlisted', 'cancelled', 'attended', 'no_show')),
  constraint somebody_is_named check (user_id is not null or guest_contact_enc is not null),
  constraint contact_names_its_key check ((guest_contact_enc is null) = (key_id is null))
);
alter table public.event_registrations enable row level security;
alter table public.event_answers add constraint event_answers_registration_id_fkey foreign key (registration_id) references public.event_registrations (id) on delete cascade;
revoke all on table public.event_registrations from anon, authenticated, service_role;
comment on table public.event_registrations is 'Somebody takes part in an event, with a ticket or without; state, proof of age, consent to pictures and source. A guest without an account is only an encrypted contact.';
comment on column public.event_registrations.guest_contact_enc is 'Encrypted with key_id; overwritten after the event.';
comment on column public.event_registrations.key_id is 'Version of the encryption key.';
alter table public.event_registrations add constraint event_registrations_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.event_registrations add constraint event_registrations_age_verification_id_fkey foreign key (age_verification_id) references public.user_age_verifications (id) on delete set null;
alter table public.event_registrations add constraint event_registrations_source_link_id_fkey foreign key (source_link_id) references public.tracking_links (id) on delete set null;
create unique index event_registrations_event_id_user_id_idx on public.event_registrations (event_id, user_id) where (state <> 'cancelled' and user_id is not null);
create index event_registrations_event_id_state_idx on public.event_registrations (event_id, state);
create index event_registrations_user_id_registered_at_idx on public.event_registrations (user_id, registered_at desc);
create index event_registrations_ticket_id_fkey_idx on public.event_registrations (ticket_id) where (ticket_id is not null);
create index event_registrations_age_verification_id_fkey_idx on public.event_registrations (age_verification_id) where (age_verification_id is not null);
create index event_registrations_source_link_id_fkey_idx on public.event_registrations (source_link_id) where (source_link_id is not null);
create trigger touch_updated_at before update on public.event_registrations for each row execute function boyfanz.touch_updated_at();
create trigger ticket_of_same_event before insert or update of ticket_id, event_id on public.event_registrations for each row execute function boyfanz.matches_parent('ticket_id', 'event_tickets', 'event_id');
create trigger age_of_the_same_person before insert or update of age_verification_id, user_id on public.event_registrations for each row when (new.age_verification_id is not null) execute function boyfanz.check_parent('user_age_verifications', 'parent.id = child.age_verification_id and parent.user_id = child.user_id and parent.status = ''passed'' and parent.minimum_age >= (select e.min_age from public.events e where e.id = child.event_id)', 'The proof of age is another person''s or not enough.');
create trigger who_and_where_stay before update of event_id, user_id on public.event_registrations for each row execute function boyfanz.set_once('event_id', 'user_id');
create policy staff_select on public.event_registrations for select to boyfanz_staff using ((select boyfanz.has_permission('event.refund')));
grant select (created_at, event_id, has_photo_consent, id, registered_at, state, ticket_id, updated_at, user_id) on table public.event_registrations to authenticated;
grant select on table public.event_registrations to boyfanz_staff;
grant select, insert, update, delete on table public.event_registrations to service_role;

create table public.event_rooms (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  name text not null,
  capacity integer,
  channel_id uuid,
  sort_order integer default 0 not null,
  constraint event_rooms_pkey primary key (id),
  constraint event_rooms_event_id_name_key unique (event_id, name),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint capacity_is_positive check (capacity > 0)
);
alter table public.event_rooms enable row level security;
revoke all on table public.event_rooms from anon, authenticated, service_role;
comment on table public.event_rooms is 'Stage or room of an event, with capacity and the channel that it goes out on.';
create index event_rooms_channel_id_fkey_idx on public.event_rooms (channel_id) where (channel_id is not null);
create trigger touch_updated_at before update on public.event_rooms for each row execute function boyfanz.touch_updated_at();
create trigger event_never_changes before update of event_id on public.event_rooms for each row execute function boyfanz.set_once('event_id');
grant select on table public.event_rooms to anon;
grant select, insert (capacity, event_id, id, name, sort_order), update (capacity, event_id, id, name, sort_order), delete on table public.event_rooms to authenticated;
grant select, insert, update, delete on table public.event_rooms to service_role;

create table public.event_seat_maps (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  venue_id uuid not null,
  owner_user_id uuid,
  name text not null,
  version integer default 1 not null,
  layout jsonb not null,
  seat_count integer not null,
  categories text[] not null,
  constraint event_seat_maps_pkey primary key (id),
  constraint event_seat_maps_venue_id_name_version_key unique (venue_id, name, version),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint version_is_positive check (version > 0),
  constraint layout_is_object check (jsonb_typeof(layout) = 'object'),
  constraint seat_count_is_positive check (seat_count > 0),
  constraint categories_are_named check (cardinality(categories) > 0)
);
alter table public.event_seat_maps enable row level security;
revoke all on table public.event_seat_maps from anon, authenticated, service_role;
comment on table public.event_seat_maps is 'Seating plan of a venue that seats are generated from; a change is a new version.';
comment on column public.event_seat_maps.layout is 'Drawing of sections and rows.';
comment on column public.event_seat_maps.categories is 'Of seats.';
alter table public.event_seat_maps add constraint event_seat_maps_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
create index event_seat_maps_owner_user_id_fkey_idx on public.event_seat_maps (owner_user_id) where (owner_user_id is not null);
create trigger touch_updated_at before update on public.event_seat_maps for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.event_seat_maps for each row execute function boyfanz.append_only('clear owner_user_id');
create policy anonymous_select on public.event_seat_maps for select to anon using (true);
create policy member_select on public.event_seat_maps for select to authenticated using (true);
grant select (categories, created_at, id, layout, name, seat_count, updated_at, venue_id, version) on table public.event_seat_maps to anon;
grant select (categories, created_at, id, layout, name, seat_count, updated_at, venue_id, version) on table public.event_seat_maps to authenticated;
grant select, insert, update, delete on table public.event_seat_maps to service_role;

create table public.event_seats (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  seat_map_id uuid not null,
  section text not null,
  row_label text not null,
  seat_number text not null,
  category text not null,
  price_override_minor bigint,
  state text default 'free' not null,
  hold_id uuid,
  held_until timestamptz,
  is_accessible boolean default false not null,
  constraint event_seats_pkey primary key (id),
  constraint event_seats_event_id_section_row_label_seat_number_key unique (event_id, section, row_label, seat_number),
  constraint event_seats_event_id_id_key unique (event_id, id),
  constraint event_seats_state_check check (state in ('free', 'held', 'sold', 'blocked', 'house')),
  constraint price_is_not_negative check (price_override_minor >= 0),
  constraint only_held_names_its_hold check ((state = 'held') = (hold_id is not null and held_until is not null)),
  constraint hold_is_whole check ((hold_id is null) = (held_until is null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table public.event_seats enable row level security;
revoke all on table public.event_seats from anon, authenticated, service_role;
comment on table public.event_seats is 'Seat of an event with its state. A hold is taken by an update that asks for a free seat, so that of two buyers one wins; a ticket for a seat that is taken is refused besides.';
comment on column public.event_seats.category is 'One of the plan''s.';
comment on column public.event_seats.price_override_minor is 'Instead of the price of the kind of ticket, in its currency.';
alter table public.event_seats add constraint event_seats_seat_map_id_fkey foreign key (seat_map_id) references public.event_seat_maps (id) on delete restrict;
alter table public.event_seats add constraint hold_of_same_event foreign key (event_id, hold_id) references public.event_cart_holds (event_id, id);
create index event_seats_event_id_category_section_idx on public.event_seats (event_id, category, section) where (state = 'free');
comment on index public.event_seats_event_id_category_section_idx is 'For picking seats.';
create index event_seats_held_until_idx on public.event_seats (held_until) where (state = 'held');
comment on index public.event_seats_held_until_idx is 'For the job that releases.';
create index event_seats_event_id_hold_id_fkey_idx on public.event_seats (event_id, hold_id);
create index event_seats_seat_map_id_fkey_idx on public.event_seats (seat_map_id);
create trigger touch_updated_at before update on public.event_seats for each row execute function boyfanz.touch_updated_at();
create trigger plan_of_the_venue before insert or update of seat_map_id, category on public.event_seats for each row execute function boyfanz.check_parent('event_seat_maps', 'parent.id = child.seat_map_id and child.category = any (parent.categories) and parent.venue_id = (select e.venue_id from public.events e where e.id = child.event_id)', 'The plan is of another venue, or has no such category.');
create trigger seat_never_moves before update of event_id, section, row_label, seat_number on public.event_seats for each row execute function boyfanz.set_once('event_id', 'section', 'row_label', 'seat_number');
grant select (category, created_at, event_id, id, is_accessible, price_override_minor, row_label, seat_map_id, seat_number, section, state, updated_at) on table public.event_seats to anon;
grant select (category, created_at, event_id, id, is_accessible, price_override_minor, row_label, seat_map_id, seat_number, section, state, updated_at) on table public.event_seats to authenticated;
grant select, insert, update, delete on table public.event_seats to service_role;

create table public.event_series (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  organizer_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  description text,
  rrule text,
  timezone text not null,
  cover_media_id uuid,
  refund_policy_id uuid,
  constraint event_series_pkey primary key (id),
  constraint event_series_organizer_id_slug_key unique (organizer_id, slug),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint title_length check (char_length(title) between 1 and 150),
  constraint rrule_form check (rrule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$'),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$')
);
alter table public.event_series enable row level security;
revoke all on table public.event_series from anon, authenticated, service_role;
comment on table public.event_series is 'Brand of events that come again, with shared look, refund policy and followers.';
comment on column public.event_series.rrule is 'Recurrence rule of RFC 5545; NULL when it comes as it likes.';
comment on column public.event_series.timezone is 'Name in the IANA time zone database.';
alter table public.event_series add constraint event_series_organizer_id_fkey foreign key (organizer_id) references public.users (id) on delete restrict;
alter table public.event_series add constraint event_series_cover_media_id_fkey foreign key (cover_media_id) references public.media_assets (id) on delete set null;
alter table public.event_series add constraint event_series_refund_policy_id_fkey foreign key (refund_policy_id) references public.event_refund_policies (id) on delete restrict;
create index event_series_cover_media_id_fkey_idx on public.event_series (cover_media_id) where (cover_media_id is not null);
create index event_series_refund_policy_id_fkey_idx on public.event_series (refund_policy_id) where (refund_policy_id is not null);
create trigger touch_updated_at before update on public.event_series for each row execute function boyfanz.touch_updated_at();
create trigger policy_of_organizer before insert or update of refund_policy_id on public.event_series for each row when (new.refund_policy_id is not null) execute function boyfanz.check_parent('event_refund_policies', 'parent.id = child.refund_policy_id and (parent.organizer_id is null or parent.organizer_id = child.organizer_id)', 'The policy is another organizer''s.');
create trigger organizer_never_changes before update of organizer_id on public.event_series for each row execute function boyfanz.set_once('organizer_id');
create policy anonymous_select on public.event_series for select to anon using ((not boyfanz.is_blocked_with(organizer_id)));
create policy member_select on public.event_series for select to authenticated using (event_series.organizer_id = (select boyfanz.current_user_id()) or (not boyfanz.is_blocked_with(organizer_id)));
create policy member_insert on public.event_series for insert to authenticated with check ((event_series.organizer_id = (select boyfanz.current_user_id()) and (cover_media_id is null or boyfanz.owns_asset(cover_media_id))));
create policy member_update on public.event_series for update to authenticated using (event_series.organizer_id = (select boyfanz.current_user_id())) with check ((event_series.organizer_id = (select boyfanz.current_user_id()) and (cover_media_id is null or boyfanz.owns_asset(cover_media_id))));
create policy member_delete on public.event_series for delete to authenticated using (event_series.organizer_id = (select boyfanz.current_user_id()));
grant select on table public.event_series to anon;
grant select, insert, update, delete on table public.event_series to authenticated;
grant select, insert, update, delete on table public.event_series to service_role;

create table public.event_sessions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  room_id uuid,
  title text not null,
  abstract text,
  during tstzrange not null,
  kind text default 'talk' not null,
  access_ticket_types uuid[] default '{}' not null,
  capacity integer,
  state text default 'planned' not null,
  constraint event_sessions_pkey primary key (id),
  constraint event_sessions_kind_check check (kind in ('talk', 'performance', 'workshop', 'meet_greet', 'break')),
  constraint event_sessions_state_check check (state in ('planned', 'live', 'done', 'cancelled')),
  constraint title_length check (char_length(title) between 1 and 150),
  constraint during_is_bounded check (not (isempty(during) or lower_inf(during) or upper_inf(during) or upper_inc(during))),
  constraint capacity_is_positive check (capacity > 0),
  constraint event_sessions_one_per_room_excl exclude using gist (room_id with =, during with &&) where (room_id is not null and state <> 'cancelled')
);
alter table public.event_sessions enable row level security;
alter table public.event_feedback add constraint event_feedback_session_id_fkey foreign key (session_id) references public.event_sessions (id) on delete set null;
revoke all on table public.event_sessions from anon, authenticated, service_role;
comment on table public.event_sessions is 'Item of an event''s agenda; no two share a room at the same time unless one is cancelled.';
comment on column public.event_sessions.access_ticket_types is 'Kinds of ticket of the event that open it; empty for all.';
alter table public.event_sessions add constraint event_sessions_room_id_fkey foreign key (room_id) references public.event_rooms (id) on delete set null;
create index event_sessions_event_id_expr_idx on public.event_sessions (event_id, (lower(during)));
comment on index public.event_sessions_event_id_expr_idx is 'Agenda.';
create index event_sessions_room_id_fkey_idx on public.event_sessions (room_id) where (room_id is not null);
create trigger touch_updated_at before update on public.event_sessions for each row execute function boyfanz.touch_updated_at();
create trigger room_of_same_event before insert or update of room_id, event_id on public.event_sessions for each row execute function boyfanz.matches_parent('room_id', 'event_rooms', 'event_id');
create trigger ticket_types_of_same_event before insert or update of access_ticket_types on public.event_sessions for each row when (cardinality(new.access_ticket_types) > 0) execute function boyfanz.check_parent('events', 'parent.id = child.event_id and child.access_ticket_types <@ array( select k.id from public.event_ticket_types k where k.event_id = parent.id)', 'A kind of ticket is not one of the event.');
create trigger event_never_changes before update of event_id on public.event_sessions for each row execute function boyfanz.set_once('event_id');
grant select on table public.event_sessions to anon;
grant select, insert, update, delete on table public.event_sessions to authenticated;
grant select, insert, update, delete on table public.event_sessions to service_role;

create table public.event_speakers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  session_id uuid not null,
  user_id uuid,
  display_name text not null,
  role text default 'speaker' not null,
  fee_minor bigint,
  currency public.currency_code,
  state text default 'invited' not null,
  constraint event_speakers_pkey primary key (id),
  constraint event_speakers_role_check check (role in ('host', 'performer', 'speaker', 'guest')),
  constraint event_speakers_state_check check (state in ('invited', 'confirmed', 'declined')),
  constraint display_name_length check (char_length(btrim(display_name)) between 1 and 80),
  constraint fee_is_not_negative check (fee_minor >= 0),
  constraint fee_names_its_currency check ((fee_minor is null) = (currency is null))
);
alter table public.event_speakers enable row level security;
revoke all on table public.event_speakers from anon, authenticated, service_role;
comment on table public.event_speakers is 'Who performs or speaks in an item of the agenda, with role, fee and answer; with an account or as a name only.';
alter table public.event_speakers add constraint event_speakers_session_id_fkey foreign key (session_id) references public.event_sessions (id) on delete restrict;
alter table public.event_speakers add constraint event_speakers_user_id_fkey foreign key (user_id) references public.users (id) on delete set null;
alter table public.event_speakers add constraint event_speakers_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index event_speakers_session_id_user_id_idx on public.event_speakers (session_id, user_id) where (user_id is not null);
create index event_speakers_session_id_fkey_idx on public.event_speakers (session_id);
create index event_speakers_user_id_fkey_idx on public.event_speakers (user_id) where (user_id is not null);
create index event_speakers_currency_fkey_idx on public.event_speakers (currency) where (currency is not null);
create trigger touch_updated_at before update on public.event_speakers for each row execute function boyfanz.touch_updated_at();
create trigger confirmed_fee_stays before update of fee_minor, currency on public.event_speakers for each row when (old.state = 'confirmed' and (new.fee_minor, new.currency) is distinct from (old.fee_minor, old.currency)) execute function boyfanz.refuse_when('The fee was agreed; ask again for another.');
create trigger agreed_fee_is_not_deleted before delete on public.event_speakers for each row when (old.state = 'confirmed' and old.fee_minor > 0) execute function boyfanz.refuse_delete('A fee was agreed.');
create policy anonymous_select on public.event_speakers for select to anon using ((exists (select from public.event_sessions p1 where p1.id = event_speakers.session_id offset 0) and (state = 'confirmed')));
grant select (created_at, display_name, id, role, session_id, state, updated_at, user_id) on table public.event_speakers to anon;
grant select (created_at, display_name, id, role, session_id, state, updated_at, user_id) on table public.event_speakers to authenticated;
grant select, insert, update, delete on table public.event_speakers to service_role;

create table public.event_staff (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  user_id uuid not null,
  rights text[] not null,
  gates text[] default '{}' not null,
  valid_during tstzrange default '(,)' not null,
  granted_by uuid not null,
  removed_at timestamptz,
  constraint event_staff_pkey primary key (id),
  constraint event_staff_rights_check check (rights <@ array['door', 'orders', 'content', 'attendees', 'announcements']::text[]),
  constraint rights_are_named check (cardinality(rights) > 0),
  constraint only_the_door_has_gates check (cardinality(gates) = 0 or 'door' = any (rights)),
  constraint valid_during_is_not_empty check (not isempty(valid_during)),
  constraint nobody_grants_to_themselves check (granted_by <> user_id)
);
alter table public.event_staff enable row level security;
revoke all on table public.event_staff from anon, authenticated, service_role;
comment on table public.event_staff is 'Helper of an event with rights, for some gates or all, and for a period.';
comment on column public.event_staff.gates is 'Where the right to the door holds; empty for everywhere.';
alter table public.event_staff add constraint event_staff_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.event_staff add constraint event_staff_granted_by_fkey foreign key (granted_by) references public.users (id) on delete cascade;
create unique index event_staff_event_id_user_id_idx on public.event_staff (event_id, user_id) where (removed_at is null);
create index event_staff_user_id_idx on public.event_staff (user_id) where (removed_at is null);
create index event_staff_event_id_fkey_idx on public.event_staff (event_id);
create index event_staff_user_id_fkey_idx on public.event_staff (user_id);
create index event_staff_granted_by_fkey_idx on public.event_staff (granted_by);
create trigger touch_updated_at before update on public.event_staff for each row execute function boyfanz.touch_updated_at();
create trigger removed_once before update of event_id, user_id, removed_at on public.event_staff for each row execute function boyfanz.set_once('event_id', 'user_id', 'removed_at');
grant select, insert (event_id, gates, granted_by, id, removed_at, rights, user_id, valid_during), update (event_id, gates, granted_by, id, removed_at, rights, user_id, valid_during) on table public.event_staff to authenticated;
grant select, insert, update, delete on table public.event_staff to service_role;

create table public.event_ticket_refunds (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  ticket_id uuid not null,
  requester_id uuid,
  cause text not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  policy_step jsonb,
  state text default 'requested' not null,
  ledger_transaction_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  constraint event_ticket_refunds_pkey primary key (id),
  constraint event_ticket_refunds_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint event_ticket_refunds_cause_check check (cause in ('holder_request', 'event_cancelled', 'postponed', 'duplicate', 'chargeback', 'goodwill')),
  constraint event_ticket_refunds_state_check check (state in ('requested', 'approved', 'paid', 'rejected')),
  constraint amount_is_not_negative check (amount_minor >= 0),
  constraint policy_step_is_object check (jsonb_typeof(policy_step) = 'object'),
  constraint paid_is_posted check (state <> 'paid' or ledger_transaction_id is not null),
  constraint decided_names_its_time check ((state = 'requested') = (decided_at is null)),
  constraint only_a_decided_one_says_by_whom check (decided_by is null or decided_at is not null),
  constraint nobody_decides_for_themselves check (decided_by <> requester_id)
);
alter table public.event_ticket_refunds enable row level security;
revoke all on table public.event_ticket_refunds from anon, authenticated, service_role;
comment on table public.event_ticket_refunds is 'Refund of a ticket by the frozen policy, a cancellation or goodwill, never more than was paid, with its posting. A ticket has one that is not rejected.';
comment on column public.event_ticket_refunds.policy_step is 'Step of the policy that applied.';
comment on column public.event_ticket_refunds.decided_by is 'NULL when the policy decided.';
alter table public.event_ticket_refunds add constraint event_ticket_refunds_requester_id_fkey foreign key (requester_id) references public.users (id) on delete set null;
alter table public.event_ticket_refunds add constraint event_ticket_refunds_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.event_ticket_refunds add constraint event_ticket_refunds_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.event_ticket_refunds add constraint event_ticket_refunds_decided_by_fkey foreign key (decided_by) references public.users (id) on delete set null;
create unique index event_ticket_refunds_ticket_id_idx on public.event_ticket_refunds (ticket_id) where (state in ('requested', 'approved', 'paid'));
create index event_ticket_refunds_created_at_idx on public.event_ticket_refunds (created_at) where (state = 'requested');
create index event_ticket_refunds_ticket_id_fkey_idx on public.event_ticket_refunds (ticket_id);
create index event_ticket_refunds_requester_id_fkey_idx on public.event_ticket_refunds (requester_id) where (requester_id is not null);
create index event_ticket_refunds_currency_fkey_idx on public.event_ticket_refunds (currency);
create index event_ticket_refunds_decided_by_fkey_idx on public.event_ticket_refunds (decided_by) where (decided_by is not null);
create trigger touch_updated_at before update on public.event_ticket_refunds for each row execute function boyfanz.touch_updated_at();
create trigger not_more_than_paid before insert on public.event_ticket_refunds for each row execute function boyfanz.check_parent('event_tickets', 'parent.id = child.ticket_id and parent.currency = child.currency and child.amount_minor <= parent.price_paid_minor + parent.fee_minor', 'More than was paid, or in another currency.');
create trigger append_only before update or delete on public.event_ticket_refunds for each row execute function boyfanz.append_only('change state', 'set ledger_transaction_id', 'set decided_by', 'set decided_at', 'clear decided_by', 'clear requester_id');
create trigger final_is_final before update of state on public.event_ticket_refunds for each row when (old.state in ('paid', 'rejected') and new.state <> old.state) execute function boyfanz.refuse_when('The refund is decided and done.');
create trigger refuse_truncate before truncate on public.event_ticket_refunds for each statement execute function boyfanz.append_only();
create policy staff_select on public.event_ticket_refunds for select to boyfanz_staff using ((select boyfanz.has_permission('event.refund')));
grant select (amount_minor, cause, created_at, currency, decided_at, id, policy_step, requester_id, state, ticket_id, updated_at) on table public.event_ticket_refunds to authenticated;
grant select on table public.event_ticket_refunds to boyfanz_staff;
grant select, insert, update, delete on table public.event_ticket_refunds to service_role;

create table public.event_ticket_transfers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  ticket_id uuid not null,
  from_user_id uuid not null,
  to_user_id uuid,
  price_minor bigint,
  currency public.currency_code,
  state text default 'offered' not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  new_ticket_id uuid,
  constraint event_ticket_transfers_pkey primary key (id),
  constraint event_ticket_transfers_new_ticket_id_key unique (new_ticket_id),
  constraint event_ticket_transfers_state_check check (state in ('offered', 'accepted', 'declined', 'expired', 'cancelled')),
  constraint not_to_oneself check (from_user_id <> to_user_id),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint expires_after_start check (expires_at > created_at),
  constraint accepted_is_whole check ((state = 'accepted') = (accepted_at is not null and new_ticket_id is not null)),
  constraint answer_is_whole check ((accepted_at is null) = (new_ticket_id is null)),
  constraint accepted_by_somebody check (state <> 'accepted' or to_user_id is not null),
  constraint new_ticket_is_another check (new_ticket_id <> ticket_id)
);
alter table public.event_ticket_transfers enable row level security;
revoke all on table public.event_ticket_transfers from anon, authenticated, service_role;
comment on table public.event_ticket_transfers is 'Offer of a ticket to another person, with the new ticket once it is taken; the old one is spent. Terms stay, only the answer is added.';
comment on column public.event_ticket_transfers.to_user_id is 'NULL while it is offered by link.';
comment on column public.event_ticket_transfers.price_minor is 'NULL when it is given away.';
alter table public.event_ticket_transfers add constraint event_ticket_transfers_from_user_id_fkey foreign key (from_user_id) references public.users (id) on delete restrict;
alter table public.event_ticket_transfers add constraint event_ticket_transfers_to_user_id_fkey foreign key (to_user_id) references public.users (id) on delete restrict;
alter table public.event_ticket_transfers add constraint event_ticket_transfers_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index event_ticket_transfers_ticket_id_idx on public.event_ticket_transfers (ticket_id) where (state = 'offered');
create index event_ticket_transfers_to_user_id_idx on public.event_ticket_transfers (to_user_id) where (state = 'offered');
create index event_ticket_transfers_ticket_id_fkey_idx on public.event_ticket_transfers (ticket_id);
create index event_ticket_transfers_from_user_id_fkey_idx on public.event_ticket_transfers (from_user_id);
create index event_ticket_transfers_to_user_id_fkey_idx on public.event_ticket_transfers (to_user_id) where (to_user_id is not null);
create index event_ticket_transfers_currency_fkey_idx on public.event_ticket_transfers (currency) where (currency is not null);
create trigger touch_updated_at before update on public.event_ticket_transfers for each row execute function boyfanz.touch_updated_at();
create trigger holder_offers_a_valid_ticket before insert on public.event_ticket_transfers for each row execute function boyfanz.check_parent('event_tickets', 'parent.id = child.ticket_id and parent.holder_id = child.from_user_id and parent.state = ''valid'' and (select k.is_transferable from public.event_ticket_types k where k.id = parent.ticket_type_id)', 'The ticket is not valid, not transferable or not the holder''s.');
create trigger new_ticket_is_the_receivers before insert or update of state, new_ticket_id, to_user_id on public.event_ticket_transfers for each row when (new.state = 'accepted') execute function boyfanz.check_parent('event_tickets', 'parent.id = child.new_ticket_id and parent.holder_id = child.to_user_id and exists ( select from public.event_tickets t where t.id = child.ticket_id and t.state = ''transferred'' and (t.event_id, t.ticket_type_id) = (parent.event_id, parent.ticket_type_id) and t.seat_id is not distinct from parent.seat_id)', 'The old ticket is not spent, or the new one is not the same for the receiver.');
create trigger append_only before update or delete on public.event_ticket_transfers for each row execute function boyfanz.append_only('set to_user_id', 'change state', 'set accepted_at', 'set new_ticket_id');
create trigger answered_once before update of state on public.event_ticket_transfers for each row when (old.state <> 'offered' and new.state <> old.state) execute function boyfanz.refuse_when('The offer was answered.');
create policy member_select on public.event_ticket_transfers for select to authenticated using (event_ticket_transfers.from_user_id = (select boyfanz.current_user_id()) or event_ticket_transfers.to_user_id = (select boyfanz.current_user_id()));
grant select on table public.event_ticket_transfers to authenticated;
grant select, insert, update, delete on table public.event_ticket_transfers to service_role;

create table public.event_ticket_types (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  name text not null,
  price_minor bigint not null,
  currency public.currency_code not null,
  tax_category text,
  sale_window tstzrange,
  min_per_order smallint default 1 not null,
  max_per_order smallint default 10 not null,
  seat_category text,
  includes_replay boolean default false not null,
  is_hidden boolean default false not null,
  requires_code boolean default false not null,
  is_transferable boolean default true not null,
  sort_order integer default 0 not null,
  constraint event_ticket_types_pkey primary key (id),
  constraint event_ticket_types_event_id_name_key unique (event_id, name),
  constraint event_ticket_types_event_id_id_key unique (event_id, id),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint price_is_not_negative check (price_minor >= 0),
  constraint sale_window_is_not_empty check (not isempty(sale_window)),
  constraint order_limits check (min_per_order between 1 and max_per_order)
);
alter table public.event_ticket_types enable row level security;
alter table public.event_announcements add constraint type_of_same_event foreign key (event_id, ticket_type_id) references public.event_ticket_types (event_id, id) on delete cascade;
alter table public.event_quota_ticket_types add constraint event_quota_ticket_types_ticket_type_id_fkey foreign key (ticket_type_id) references public.event_ticket_types (id) on delete cascade;
revoke all on table public.event_ticket_types from anon, authenticated, service_role;
comment on table public.event_ticket_types is 'Kind of ticket with price, sale window, limits and what it opens; tickets keep the price at which they were sold.';
comment on column public.event_ticket_types.sale_window is 'NULL for as long as the event is on sale.';
comment on column public.event_ticket_types.seat_category is 'Category of seats that it is sold for; NULL without seats.';
comment on column public.event_ticket_types.requires_code is 'Sold only with a code of kind unlock.';
alter table public.event_ticket_types add constraint event_ticket_types_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index event_ticket_types_currency_fkey_idx on public.event_ticket_types (currency);
create trigger touch_updated_at before update on public.event_ticket_types for each row execute function boyfanz.touch_updated_at();
create trigger event_and_currency_stay before update of event_id, currency on public.event_ticket_types for each row execute function boyfanz.set_once('event_id', 'currency');
grant select on table public.event_ticket_types to anon;
grant select on table public.event_ticket_types to authenticated;
grant select, insert, update, delete on table public.event_ticket_types to service_role;

create table public.event_tickets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  ticket_type_id uuid not null,
  order_id uuid,
  holder_id uuid,
  purchaser_id uuid,
  seat_id uuid,
  attendee_name_enc bytea,
  key_id smallint,
  secret_hash public.digest_256 not null,
  price_paid_minor bigint not null,
  fee_minor bigint default 0 not null,
  currency public.currency_code not null,
  state text default 'valid' not null,
  issued_at timestamptz default now() not null,
  constraint event_tickets_pkey primary key (id),
  constraint event_tickets_secret_hash_key unique (secret_hash),
  constraint event_tickets_state_check check (state in ('valid', 'used', 'transferred', 'refunded', 'cancelled', 'expired')),
  constraint amounts_are_not_negative check (price_paid_minor >= 0 and fee_minor >= 0),
  constraint paid_names_its_order check ((price_paid_minor = 0 and fee_minor = 0) or order_id is not null),
  constraint name_names_its_key check (attendee_name_enc is null or key_id is not null)
);
alter table public.event_tickets enable row level security;
alter table public.event_check_ins add constraint event_check_ins_ticket_id_fkey foreign key (ticket_id) references public.event_tickets (id) on delete restrict;
alter table public.event_registrations add constraint event_registrations_ticket_id_fkey foreign key (ticket_id) references public.event_tickets (id) on delete restrict;
alter table public.event_ticket_refunds add constraint event_ticket_refunds_ticket_id_fkey foreign key (ticket_id) references public.event_tickets (id) on delete restrict;
alter table public.event_ticket_transfers add constraint event_ticket_transfers_ticket_id_fkey foreign key (ticket_id) references public.event_tickets (id) on delete restrict;
alter table public.event_ticket_transfers add constraint event_ticket_transfers_new_ticket_id_fkey foreign key (new_ticket_id) references public.event_tickets (id) on delete restrict;
revoke all on table public.event_tickets from anon, authenticated, service_role;
comment on table public.event_tickets is 'Issued ticket with its secret as a hash, seat, price paid and state; a seat has one that is good. It is kept for the books, and the name of the attendee is shredded after the event.';
comment on column public.event_tickets.holder_id is 'NULL for a guest until it is claimed.';
comment on column public.event_tickets.attendee_name_enc is 'Encrypted with key_id.';
comment on column public.event_tickets.key_id is 'Version of the encryption key.';
comment on column public.event_tickets.secret_hash is 'Of what the code at the door says; changed to issue it again.';
alter table public.event_tickets add constraint event_tickets_holder_id_fkey foreign key (holder_id) references public.users (id) on delete set null;
alter table public.event_tickets add constraint event_tickets_purchaser_id_fkey foreign key (purchaser_id) references public.users (id) on delete set null;
alter table public.event_tickets add constraint event_tickets_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.event_tickets add constraint type_of_same_event foreign key (event_id, ticket_type_id) references public.event_ticket_types (event_id, id) on delete restrict;
alter table public.event_tickets add constraint seat_of_same_event foreign key (event_id, seat_id) references public.event_seats (event_id, id) on delete restrict;
alter table public.event_tickets add constraint order_of_same_currency foreign key (order_id, currency) references public.orders (id, currency) on delete restrict;
create unique index event_tickets_seat_id_idx on public.event_tickets (seat_id) where (seat_id is not null and state in ('valid', 'used'));
create index event_tickets_holder_id_state_idx on public.event_tickets (holder_id, state);
create index event_tickets_event_id_state_idx on public.event_tickets (event_id, state);
create index event_tickets_event_id_ticket_type_id_fkey_idx on public.event_tickets (event_id, ticket_type_id);
create index event_tickets_event_id_seat_id_fkey_idx on public.event_tickets (event_id, seat_id);
create index event_tickets_order_id_currency_fkey_idx on public.event_tickets (order_id, currency);
create index event_tickets_purchaser_id_fkey_idx on public.event_tickets (purchaser_id) where (purchaser_id is not null);
create index event_tickets_currency_fkey_idx on public.event_tickets (currency);
create trigger touch_updated_at before update on public.event_tickets for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.event_tickets for each row execute function boyfanz.append_only('change state', 'set holder_id', 'clear holder_id', 'clear purchaser_id', 'set attendee_name_enc', 'clear attendee_name_enc', 'set key_id', 'clear key_id', 'change secret_hash');
create trigger spent_is_spent before update of state on public.event_tickets for each row when (old.state in ('transferred', 'refunded', 'cancelled') and new.state in ('valid', 'used')) execute function boyfanz.refuse_when('A ticket that was given up is not good again; issue a new one.');
create trigger refuse_truncate before truncate on public.event_tickets for each statement execute function boyfanz.append_only();
create policy staff_select on public.event_tickets for select to boyfanz_staff using ((select boyfanz.has_permission('event.refund')));
grant select (created_at, currency, event_id, fee_minor, holder_id, id, issued_at, order_id, price_paid_minor, purchaser_id, seat_id, state, ticket_type_id, updated_at) on table public.event_tickets to authenticated;
grant select (attendee_name_enc, created_at, currency, event_id, fee_minor, holder_id, id, issued_at, key_id, order_id, price_paid_minor, purchaser_id, seat_id, state, ticket_type_id, updated_at) on table public.event_tickets to boyfanz_staff;
grant select, insert, update, delete on table public.event_tickets to service_role;

create table public.event_waitlist_entries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  ticket_type_id uuid not null,
  event_id uuid not null,
  user_id uuid not null,
  joined_at timestamptz default now() not null,
  quantity smallint default 1 not null,
  state text default 'waiting' not null,
  offer_expires_at timestamptz,
  hold_id uuid,
  constraint event_waitlist_entries_pkey primary key (id),
  constraint event_waitlist_entries_state_check check (state in ('waiting', 'offered', 'converted', 'expired', 'left')),
  constraint quantity_in_range check (quantity between 1 and 20),
  constraint offered_names_its_end check (state <> 'offered' or offer_expires_at is not null),
  constraint waiting_has_no_offer check (state <> 'waiting' or (offer_expires_at is null and hold_id is null)),
  constraint offer_ends_after_joining check (offer_expires_at > joined_at)
);
alter table public.event_waitlist_entries enable row level security;
revoke all on table public.event_waitlist_entries from anon, authenticated, service_role;
comment on table public.event_waitlist_entries is 'Place in line for a kind of ticket, with the offer made and when it ends; a person stands in a line once.';
comment on column public.event_waitlist_entries.event_id is 'Of the kind of ticket.';
alter table public.event_waitlist_entries add constraint event_waitlist_entries_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.event_waitlist_entries add constraint event_waitlist_entries_hold_id_fkey foreign key (hold_id) references public.event_cart_holds (id) on delete set null;
alter table public.event_waitlist_entries add constraint type_of_same_event foreign key (event_id, ticket_type_id) references public.event_ticket_types (event_id, id) on delete cascade;
create unique index event_waitlist_entries_ticket_type_id_user_id_idx on public.event_waitlist_entries (ticket_type_id, user_id) where (state in ('waiting', 'offered'));
create index event_waitlist_entries_ticket_type_id_joined_at_id_idx on public.event_waitlist_entries (ticket_type_id, joined_at, id) where (state = 'waiting');
comment on index public.event_waitlist_entries_ticket_type_id_joined_at_id_idx is 'Who is next.';
create index event_waitlist_entries_offer_expires_at_idx on public.event_waitlist_entries (offer_expires_at) where (state = 'offered');
create index event_waitlist_entries_event_id_ticket_type_id_fkey_idx on public.event_waitlist_entries (event_id, ticket_type_id);
create index event_waitlist_entries_user_id_fkey_idx on public.event_waitlist_entries (user_id);
create index event_waitlist_entries_hold_id_fkey_idx on public.event_waitlist_entries (hold_id) where (hold_id is not null);
create trigger touch_updated_at before update on public.event_waitlist_entries for each row execute function boyfanz.touch_updated_at();
create trigger hold_of_the_same_person before insert or update of hold_id on public.event_waitlist_entries for each row execute function boyfanz.matches_parent('hold_id', 'event_cart_holds', 'event_id', 'user_id');
create trigger place_stays before update of ticket_type_id, event_id, user_id, joined_at on public.event_waitlist_entries for each row execute function boyfanz.set_once('ticket_type_id', 'event_id', 'user_id', 'joined_at');
grant select on table public.event_waitlist_entries to authenticated;
grant select, insert, update, delete on table public.event_waitlist_entries to service_role;

create table public.events (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  organizer_id uuid not null,
  series_id uuid,
  tenant_id uuid,
  venue_id uuid,
  slug extensions.citext not null,
  title text not null,
  description text default '' not null,
  format text not null,
  during tstzrange not null,
  timezone text not null,
  visibility text default 'public' not null,
  min_age smallint default 18 not null,
  state text default 'draft' not null,
  refund_policy_id uuid,
  language public.language_tag default 'en' not null,
  latitude double precision,
  longitude double precision,
  "position" extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(longitude, latitude), 4326)::geography) stored,
  search_vector tsvector generated always as (setweight(to_tsvector('simple'::regconfig, title), 'A') || setweight(to_tsvector('simple'::regconfig, description), 'B')) stored,
  constraint events_pkey primary key (id),
  constraint events_organizer_id_slug_key unique (organizer_id, slug),
  constraint events_organizer_id_id_key unique (organizer_id, id),
  constraint events_format_check check (format in ('virtual', 'in_person', 'hybrid')),
  constraint events_visibility_check check (visibility in ('public', 'unlisted', 'subscribers', 'invite')),
  constraint events_state_check check (state in ('draft', 'published', 'sold_out', 'live', 'completed', 'cancelled', 'postponed')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug::text) <= 80),
  constraint title_length check (char_length(title) between 1 and 150),
  constraint description_length check (char_length(description) <= 20000),
  constraint during_is_bounded check (not (isempty(during) or lower_inf(during) or upper_inf(during) or upper_inc(during))),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint min_age_is_18_or_more check (min_age between 18 and 99),
  constraint in_person_has_a_venue check (format = 'virtual' or venue_id is not null or state = 'draft'),
  constraint position_is_whole check ((latitude is null) = (longitude is null)),
  constraint position_is_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint position_is_rounded check (latitude = round(latitude::numeric, 2)::double precision and longitude = round(longitude::numeric, 2)::double precision)
);
alter table public.events enable row level security;

create table public.analytics_events_hourly (
  bucket_at timestamptz not null,
  event_definition_id uuid not null,
  platform text not null,
  country_code public.country_code default 'ZZ' not null,
  events bigint not null,
  computed_at timestamptz default now() not null,
  constraint analytics_events_hourly_pkey primary key (event_definition_id, bucket_at, platform, country_code),
  constraint analytics_events_hourly_platform_check check (platform in ('web', 'ios', 'android', 'desktop', 'extension', 'server')),
  constraint events_are_some check (events > 0),
  constraint bucket_is_a_full_hour check (bucket_at = date_trunc('hour', bucket_at at time zone 'UTC') at time zone 'UTC')
) partition by range (bucket_at);
alter table public.analytics_events_hourly enable row level security;
revoke all on table public.analytics_events_hourly from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'analytics_events_hourly', 'bucket_at', '1 month', 1, '25 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.analytics_events_hourly'::regclass);
comment on table public.analytics_events_hourly is 'Events per hour, name, platform and country; filled by a job over the last 3 days, or from a continuous aggregate where there is one.';
comment on column public.analytics_events_hourly.country_code is 'ZZ when it is not known.';
create index analytics_events_hourly_bucket_at_idx on public.analytics_events_hourly using brin (bucket_at);
create policy staff_select on public.analytics_events_hourly for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.analytics_events_hourly to boyfanz_staff;
grant select, insert, update, delete on table public.analytics_events_hourly to service_role;

create table public.analytics_sessions (
  id uuid default boyfanz.uuid_v7() not null,
  started_at timestamptz default now() not null,
  ended_at timestamptz,
  actor_id uuid not null,
  platform text not null,
  source_id uuid,
  campaign_id uuid,
  entry_path text not null,
  exit_path text,
  country_code public.country_code,
  device_class text not null,
  browser_family text,
  os_family text,
  pageviews integer default 0 not null,
  events integer default 0 not null,
  is_bounce boolean default true not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code,
  constraint analytics_sessions_pkey primary key (id, started_at),
  constraint analytics_sessions_platform_check check (platform in ('web', 'ios', 'android', 'desktop', 'extension', 'api')),
  constraint analytics_sessions_device_class_check check (device_class in ('mobile', 'tablet', 'desktop', 'tv', 'bot')),
  constraint ends_after_start check (ended_at >= started_at),
  constraint counts_are_not_negative check (pageviews >= 0 and events >= 0),
  constraint bounce_saw_one_page check (not is_bounce or pageviews <= 1),
  constraint paths_begin_with_a_slash check (entry_path like '/%' and (exit_path is null or exit_path like '/%')),
  constraint revenue_names_its_currency check (revenue_minor = 0 or (revenue_minor > 0 and currency is not null))
) partition by range (started_at);
alter table public.analytics_sessions enable row level security;
revoke all on table public.analytics_sessions from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'analytics_sessions', 'started_at', '1 month', 1, '13 months', 'fillfactor = 85', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.analytics_sessions'::regclass);
comment on table public.analytics_sessions is 'One visit with its entry, exit, source and device, closed by inactivity; reports on traffic, bounce and length come from it. No foreign keys, so that erasure never reads it; whose it was only analytics_identities knows.';
comment on column public.analytics_sessions.revenue_minor is 'Minor units of currency; from the conversions of the visit.';
create index analytics_sessions_actor_id_started_at_idx on public.analytics_sessions (actor_id, started_at desc);
create index analytics_sessions_source_id_started_at_idx on public.analytics_sessions (source_id, started_at);
create index analytics_sessions_started_at_idx on public.analytics_sessions using brin (started_at);
grant select, insert, update, delete on table public.analytics_sessions to service_role;
alter table public.event_announcements add constraint event_of_the_organizer foreign key (organizer_id, event_id) references public.events (organizer_id, id) on delete cascade;
create policy member_select on public.event_answers for select to authenticated using (exists (select from public.event_registrations p1 where p1.id = event_answers.registration_id and p1.user_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.event_registrations p1 where p1.id = event_answers.registration_id and exists (select from public.events p2 where p2.id = p1.event_id and p2.organizer_id = (select boyfanz.current_user_id()) offset 0) offset 0));
alter table public.event_cart_holds add constraint event_cart_holds_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
alter table public.event_check_ins add constraint event_check_ins_event_id_fkey foreign key (event_id) references public.events (id) on delete restrict;
create policy member_select on public.event_check_ins for select to authenticated using (exists (select from public.event_tickets p1 where p1.id = event_check_ins.ticket_id and p1.holder_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.events p1 where p1.id = event_check_ins.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or (event_check_ins.event_id = any (array(select boyfanz.my_event_staff_event_id())) and (event_check_ins.event_id = any (array(select boyfanz.my_staffed_events(array['door']))))));
alter table public.event_feedback add constraint event_feedback_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy anonymous_select on public.event_feedback for select to anon using ((exists (select from public.events p1 where p1.id = event_feedback.event_id offset 0) and (is_public)));
create policy member_select on public.event_feedback for select to authenticated using (event_feedback.user_id = (select boyfanz.current_user_id()) or exists (select from public.events p1 where p1.id = event_feedback.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or (exists (select from public.events p1 where p1.id = event_feedback.event_id offset 0) and (is_public)));
alter table public.event_promo_codes add constraint event_promo_codes_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy member_select on public.event_promo_codes for select to authenticated using (exists (select from public.events p1 where p1.id = event_promo_codes.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
alter table public.event_questions add constraint event_questions_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy anonymous_select on public.event_questions for select to anon using (exists (select from public.events p1 where p1.id = event_questions.event_id offset 0));
create policy member_select on public.event_questions for select to authenticated using (exists (select from public.events p1 where p1.id = event_questions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.events p1 where p1.id = event_questions.event_id offset 0));
create policy member_insert on public.event_questions for insert to authenticated with check (exists (select from public.events p1 where p1.id = event_questions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_update on public.event_questions for update to authenticated using (exists (select from public.events p1 where p1.id = event_questions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0)) with check (exists (select from public.events p1 where p1.id = event_questions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_delete on public.event_questions for delete to authenticated using (exists (select from public.events p1 where p1.id = event_questions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_select on public.event_quota_ticket_types for select to authenticated using (exists (select from public.event_quotas p1 where p1.id = event_quota_ticket_types.quota_id and exists (select from public.events p2 where p2.id = p1.event_id and p2.organizer_id = (select boyfanz.current_user_id()) offset 0) offset 0));
alter table public.event_quotas add constraint event_quotas_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy member_select on public.event_quotas for select to authenticated using (exists (select from public.events p1 where p1.id = event_quotas.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
alter table public.event_registrations add constraint event_registrations_event_id_fkey foreign key (event_id) references public.events (id) on delete restrict;
create policy member_select on public.event_registrations for select to authenticated using (event_registrations.user_id = (select boyfanz.current_user_id()) or exists (select from public.events p1 where p1.id = event_registrations.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or (event_registrations.event_id = any (array(select boyfanz.my_event_staff_event_id())) and (event_registrations.event_id = any (array(select boyfanz.my_staffed_events(array['door', 'attendees']))))));
alter table public.event_rooms add constraint event_rooms_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy anonymous_select on public.event_rooms for select to anon using (exists (select from public.events p1 where p1.id = event_rooms.event_id offset 0));
create policy member_select on public.event_rooms for select to authenticated using (exists (select from public.events p1 where p1.id = event_rooms.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.events p1 where p1.id = event_rooms.event_id offset 0));
create policy member_insert on public.event_rooms for insert to authenticated with check (exists (select from public.events p1 where p1.id = event_rooms.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_update on public.event_rooms for update to authenticated using (exists (select from public.events p1 where p1.id = event_rooms.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0)) with check (exists (select from public.events p1 where p1.id = event_rooms.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_delete on public.event_rooms for delete to authenticated using (exists (select from public.events p1 where p1.id = event_rooms.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
alter table public.event_seats add constraint event_seats_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy anonymous_select on public.event_seats for select to anon using (exists (select from public.events p1 where p1.id = event_seats.event_id offset 0));
create policy member_select on public.event_seats for select to authenticated using (exists (select from public.events p1 where p1.id = event_seats.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.events p1 where p1.id = event_seats.event_id offset 0));
alter table public.event_sessions add constraint event_sessions_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy anonymous_select on public.event_sessions for select to anon using (exists (select from public.events p1 where p1.id = event_sessions.event_id offset 0));
create policy member_select on public.event_sessions for select to authenticated using (exists (select from public.events p1 where p1.id = event_sessions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.events p1 where p1.id = event_sessions.event_id offset 0));
create policy member_insert on public.event_sessions for insert to authenticated with check (exists (select from public.events p1 where p1.id = event_sessions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_update on public.event_sessions for update to authenticated using (exists (select from public.events p1 where p1.id = event_sessions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0)) with check (exists (select from public.events p1 where p1.id = event_sessions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_delete on public.event_sessions for delete to authenticated using (exists (select from public.events p1 where p1.id = event_sessions.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_select on public.event_speakers for select to authenticated using (event_speakers.user_id = (select boyfanz.current_user_id()) or exists (select from public.event_sessions p1 where p1.id = event_speakers.session_id and exists (select from public.events p2 where p2.id = p1.event_id and p2.organizer_id = (select boyfanz.current_user_id()) offset 0) offset 0) or (exists (select from public.event_sessions p1 where p1.id = event_speakers.session_id offset 0) and (state = 'confirmed')));
alter table public.event_staff add constraint event_staff_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy member_select on public.event_staff for select to authenticated using (event_staff.user_id = (select boyfanz.current_user_id()) or exists (select from public.events p1 where p1.id = event_staff.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
create policy member_insert on public.event_staff for insert to authenticated with check ((exists (select from public.events p1 where p1.id = event_staff.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) and (granted_by = (select boyfanz.current_user_id()) and not boyfanz.is_blocked_with(user_id))));
create policy member_update on public.event_staff for update to authenticated using (exists (select from public.events p1 where p1.id = event_staff.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0)) with check ((exists (select from public.events p1 where p1.id = event_staff.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) and (granted_by = (select boyfanz.current_user_id()) and not boyfanz.is_blocked_with(user_id))));
create policy member_select on public.event_ticket_refunds for select to authenticated using (exists (select from public.event_tickets p1 where p1.id = event_ticket_refunds.ticket_id and p1.holder_id = (select boyfanz.current_user_id()) offset 0) or event_ticket_refunds.requester_id = (select boyfanz.current_user_id()) or exists (select from public.event_tickets p1 where p1.id = event_ticket_refunds.ticket_id and exists (select from public.events p2 where p2.id = p1.event_id and p2.organizer_id = (select boyfanz.current_user_id()) offset 0) offset 0));
alter table public.event_ticket_types add constraint event_ticket_types_event_id_fkey foreign key (event_id) references public.events (id) on delete cascade;
create policy anonymous_select on public.event_ticket_types for select to anon using ((exists (select from public.events p1 where p1.id = event_ticket_types.event_id offset 0) and (not is_hidden)));
create policy member_select on public.event_ticket_types for select to authenticated using (exists (select from public.events p1 where p1.id = event_ticket_types.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or event_ticket_types.id = any (array(select boyfanz.my_event_tickets_ticket_type_id_by_holder_id())) or (exists (select from public.events p1 where p1.id = event_ticket_types.event_id offset 0) and (not is_hidden)));
create policy member_select on public.event_tickets for select to authenticated using (event_tickets.holder_id = (select boyfanz.current_user_id()) or event_tickets.purchaser_id = (select boyfanz.current_user_id()) or exists (select from public.events p1 where p1.id = event_tickets.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0) or (event_tickets.event_id = any (array(select boyfanz.my_event_staff_event_id())) and (event_tickets.event_id = any (array(select boyfanz.my_staffed_events(array['door', 'orders']))))));
create policy member_select on public.event_waitlist_entries for select to authenticated using (event_waitlist_entries.user_id = (select boyfanz.current_user_id()) or exists (select from public.events p1 where p1.id = event_waitlist_entries.event_id and p1.organizer_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.events from anon, authenticated, service_role;
comment on table public.events is 'Event with times, place, visibility, age rule and state; virtual, in person or both. Nobody below 18 is let in anywhere. One that sold tickets is cancelled, not deleted.';
comment on column public.events.timezone is 'Name in the IANA time zone database.';
comment on column public.events.latitude is 'Degrees, two decimals, as the venue shows them to everybody.';
comment on column public.events.longitude is 'Degrees, two decimals.';
alter table public.events add constraint events_organizer_id_fkey foreign key (organizer_id) references public.users (id) on delete restrict;
alter table public.events add constraint events_series_id_fkey foreign key (series_id) references public.event_series (id) on delete set null;
alter table public.events add constraint events_refund_policy_id_fkey foreign key (refund_policy_id) references public.event_refund_policies (id) on delete restrict;
create index events_during_idx on public.events using gist (during) where (state = 'published');
comment on index public.events_during_idx is 'What is on in a period.';
create index events_position_idx on public.events using gist ("position") where (state = 'published');
comment on index public.events_position_idx is 'Nearby.';
create index events_search_vector_idx on public.events using gin (search_vector);
create index events_organizer_id_state_idx on public.events (organizer_id, state);
create index events_series_id_fkey_idx on public.events (series_id) where (series_id is not null);
create index events_tenant_id_fkey_idx on public.events (tenant_id) where (tenant_id is not null);
create index events_venue_id_fkey_idx on public.events (venue_id) where (venue_id is not null);
create index events_refund_policy_id_fkey_idx on public.events (refund_policy_id) where (refund_policy_id is not null);
create trigger touch_updated_at before update on public.events for each row execute function boyfanz.touch_updated_at();
create trigger policy_of_organizer before insert or update of refund_policy_id on public.events for each row when (new.refund_policy_id is not null) execute function boyfanz.check_parent('event_refund_policies', 'parent.id = child.refund_policy_id and (parent.organizer_id is null or parent.organizer_id = child.organizer_id)', 'The policy is another organizer''s.');
create trigger series_of_same_organizer before insert or update of series_id on public.events for each row execute function boyfanz.matches_parent('series_id', 'event_series', 'organizer_id');
create trigger organizer_never_changes before update of organizer_id on public.events for each row execute function boyfanz.set_once('organizer_id');
create trigger over_is_over before update of state on public.events for each row when (old.state in ('completed', 'cancelled') and new.state <> old.state) execute function boyfanz.refuse_when('An event that is over or cancelled stays so.');
create trigger published_is_not_a_draft before update of state on public.events for each row when (old.state <> 'draft' and new.state = 'draft') execute function boyfanz.refuse_when('A published event is cancelled or postponed and not hidden.');
create policy anonymous_select on public.events for select to anon using ((state <> 'draft' and boyfanz.may_see_event(id, organizer_id, visibility)));
create policy member_select on public.events for select to authenticated using (events.organizer_id = (select boyfanz.current_user_id()) or events.id = any (array(select boyfanz.my_event_staff_event_id())) or (state <> 'draft' and boyfanz.may_see_event(id, organizer_id, visibility)));
create policy staff_select on public.events for select to boyfanz_staff using ((select boyfanz.has_permission('event.moderate')));
grant select on table public.events to anon;
grant select on table public.events to authenticated;
grant select on table public.events to boyfanz_staff;
grant select, insert, update, delete on table public.events to service_role;

create table public.live_access_grants (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  user_id uuid not null,
  source text not null,
  order_id uuid,
  ticket_id uuid,
  granted_at timestamptz default now() not null,
  replay_until timestamptz,
  revoked_at timestamptz,
  revoke_reason text,
  constraint live_access_grants_pkey primary key (id),
  constraint live_access_grants_source_check check (source in ('purchase', 'ticket', 'subscription', 'invite', 'staff', 'gift')),
  constraint purchase_names_its_order check (source <> 'purchase' or order_id is not null),
  constraint ticket_is_named check (source <> 'ticket' or ticket_id is not null),
  constraint replay_ends_after_grant check (replay_until > granted_at),
  constraint revoked_names_its_reason check ((revoked_at is null) = (revoke_reason is null))
);
alter table public.live_access_grants enable row level security;
revoke all on table public.live_access_grants from anon, authenticated, service_role;
comment on table public.live_access_grants is 'Right to watch a paid, ticketed or private stream, with where it came from; revoked, not deleted, once somebody paid for it.';
comment on column public.live_access_grants.replay_until is 'NULL when the replay is not part of it.';
alter table public.live_access_grants add constraint live_access_grants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.live_access_grants add constraint live_access_grants_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
alter table public.live_access_grants add constraint live_access_grants_ticket_id_fkey foreign key (ticket_id) references public.event_tickets (id) on delete restrict;
create unique index live_access_grants_stream_id_user_id_idx on public.live_access_grants (stream_id, user_id) where (revoked_at is null);
create index live_access_grants_user_id_granted_at_idx on public.live_access_grants (user_id, granted_at desc);
create index live_access_grants_stream_id_fkey_idx on public.live_access_grants (stream_id);
create index live_access_grants_order_id_fkey_idx on public.live_access_grants (order_id) where (order_id is not null);
create index live_access_grants_ticket_id_fkey_idx on public.live_access_grants (ticket_id) where (ticket_id is not null);
create trigger touch_updated_at before update on public.live_access_grants for each row execute function boyfanz.touch_updated_at();
create trigger ticket_of_the_viewer before insert on public.live_access_grants for each row when (new.source = 'ticket') execute function boyfanz.check_parent('event_tickets', 'parent.id = child.ticket_id and parent.holder_id = child.user_id and parent.state in (''valid'', ''used'')', 'The ticket is not valid, or not the viewer''s.');
create trigger order_of_the_viewer before insert on public.live_access_grants for each row when (new.source = 'purchase') execute function boyfanz.check_parent('orders', 'parent.id = child.order_id and parent.buyer_id = child.user_id', 'The order is not the viewer''s.');
create trigger origin_stays before update of stream_id, user_id, source, order_id, ticket_id, granted_at, revoked_at on public.live_access_grants for each row execute function boyfanz.set_once('stream_id', 'user_id', 'source', 'order_id', 'ticket_id', 'granted_at', 'revoked_at');
create trigger paid_is_not_deleted before delete on public.live_access_grants for each row when (old.order_id is not null or old.ticket_id is not null) execute function boyfanz.refuse_delete('It was paid for; revoke it.');
create policy staff_select on public.live_access_grants for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.live_access_grants to authenticated;
grant select on table public.live_access_grants to boyfanz_staff;
grant select, insert, update, delete on table public.live_access_grants to service_role;

create table public.live_categories (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  slug extensions.citext not null,
  parent_id uuid,
  label_key text not null,
  explicit_level smallint default 0 not null,
  is_active boolean default true not null,
  sort_order integer default 0 not null,
  constraint live_categories_pkey primary key (id),
  constraint live_categories_slug_key unique (slug),
  constraint slug_form check (slug::text ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  constraint explicit_level_in_range check (explicit_level between 0 and 3)
);
alter table public.live_categories enable row level security;
revoke all on table public.live_categories from anon, authenticated, service_role;
comment on table public.live_categories is 'Categories of live streams to browse, in a tree without circles, with how explicit they are. Where one may be shown is in geo_block_rules.';
comment on column public.live_categories.label_key is 'Key of the interface text.';
comment on column public.live_categories.explicit_level is '0 none to 3 explicit.';
alter table public.live_categories add constraint live_categories_parent_id_fkey foreign key (parent_id) references public.live_categories (id) on delete restrict;
create index live_categories_parent_id_fkey_idx on public.live_categories (parent_id) where (parent_id is not null);
create trigger touch_updated_at before update on public.live_categories for each row execute function boyfanz.touch_updated_at();
create trigger refuse_cycle after insert or update of parent_id on public.live_categories for each row when (new.parent_id is not null) execute function boyfanz.refuse_cycle('parent_id');
create policy anonymous_select on public.live_categories for select to anon using (true);
create policy member_select on public.live_categories for select to authenticated using (true);
grant select on table public.live_categories to anon;
grant select on table public.live_categories to authenticated;
grant select, insert, update, delete on table public.live_categories to service_role;

create table public.live_channel_moderators (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  creator_id uuid not null,
  user_id uuid not null,
  rights text[] not null,
  added_by uuid not null,
  removed_at timestamptz,
  constraint live_channel_moderators_pkey primary key (id),
  constraint live_channel_moderators_rights_check check (rights <@ array['remove', 'timeout', 'ban', 'mute_gifts', 'pin', 'polls', 'settings', 'end_stream']::text[]),
  constraint not_the_creator check (user_id <> creator_id),
  constraint rights_are_named check (cardinality(rights) > 0)
);
alter table public.live_channel_moderators enable row level security;
revoke all on table public.live_channel_moderators from anon, authenticated, service_role;
comment on table public.live_channel_moderators is 'Helper whom a creator lets moderate a channel, with what they may do.';
comment on column public.live_channel_moderators.creator_id is 'Of the channel.';
alter table public.live_channel_moderators add constraint live_channel_moderators_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.live_channel_moderators add constraint live_channel_moderators_added_by_fkey foreign key (added_by) references public.users (id) on delete cascade;
create unique index live_channel_moderators_channel_id_user_id_idx on public.live_channel_moderators (channel_id, user_id) where (removed_at is null);
create index live_channel_moderators_user_id_idx on public.live_channel_moderators (user_id) where (removed_at is null);
create index live_channel_moderators_creator_id_channel_id_fkey_idx on public.live_channel_moderators (creator_id, channel_id);
create index live_channel_moderators_user_id_fkey_idx on public.live_channel_moderators (user_id);
create index live_channel_moderators_added_by_fkey_idx on public.live_channel_moderators (added_by);
create trigger touch_updated_at before update on public.live_channel_moderators for each row execute function boyfanz.touch_updated_at();
create trigger removed_once before update of channel_id, creator_id, user_id, removed_at on public.live_channel_moderators for each row execute function boyfanz.set_once('channel_id', 'creator_id', 'user_id', 'removed_at');
create policy member_select on public.live_channel_moderators for select to authenticated using (live_channel_moderators.creator_id = (select boyfanz.current_user_id()) or live_channel_moderators.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.live_channel_moderators for insert to authenticated with check ((live_channel_moderators.creator_id = (select boyfanz.current_user_id()) and (added_by = (select boyfanz.current_user_id()) and not boyfanz.is_blocked_with(user_id))));
create policy member_update on public.live_channel_moderators for update to authenticated using (live_channel_moderators.creator_id = (select boyfanz.current_user_id())) with check ((live_channel_moderators.creator_id = (select boyfanz.current_user_id()) and (added_by = (select boyfanz.current_user_id()) and not boyfanz.is_blocked_with(user_id))));
grant select, insert (added_by, channel_id, creator_id, id, removed_at, rights, user_id), update (added_by, channel_id, creator_id, id, removed_at, rights, user_id) on table public.live_channel_moderators to authenticated;
grant select, insert, update, delete on table public.live_channel_moderators to service_role;

create table public.live_channels (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  default_category_id uuid,
  default_access text default 'public' not null,
  latency_mode text default 'low' not null,
  record_by_default boolean default false not null,
  replay_visibility text default 'none' not null,
  is_enabled boolean default false not null,
  live_verified_at timestamptz,
  current_stream_id uuid,
  constraint live_channels_pkey primary key (id),
  constraint live_channels_creator_id_key unique (creator_id),
  constraint live_channels_slug_key unique (slug),
  constraint live_channels_creator_id_id_key unique (creator_id, id),
  constraint live_channels_default_access_check check (default_access in ('public', 'followers', 'subscribers', 'ticket', 'private')),
  constraint live_channels_latency_mode_check check (latency_mode in ('ultra_low', 'low', 'normal')),
  constraint live_channels_replay_visibility_check check (replay_visibility in ('none', 'subscribers', 'public', 'paid')),
  constraint slug_form check (slug::text ~ '^[a-z0-9][a-z0-9_-]{1,62}$'),
  constraint title_length check (char_length(title) between 1 and 150)
) with (fillfactor = 85);
alter table public.live_channels enable row level security;
alter table public.event_rooms add constraint event_rooms_channel_id_fkey foreign key (channel_id) references public.live_channels (id) on delete set null;
alter table public.live_channel_moderators add constraint channel_of_same_creator foreign key (creator_id, channel_id) references public.live_channels (creator_id, id) on delete cascade;
revoke all on table public.live_channels from anon, authenticated, service_role;
comment on table public.live_channels is 'The permanent place where a creator goes live, with what a new stream starts out with. Only an enabled channel whose identity and releases were checked goes on air.';
comment on column public.live_channels.slug is 'Last part of the address.';
comment on column public.live_channels.live_verified_at is 'When identity and releases were checked; cleared to take the right to go live away.';
comment on column public.live_channels.current_stream_id is 'What is on air or was last; the channel is found by it, viewers count themselves in the stream.';
alter table public.live_channels add constraint live_channels_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.live_channels add constraint live_channels_default_category_id_fkey foreign key (default_category_id) references public.live_categories (id) on delete set null;
create index live_channels_creator_id_current_stream_id_fkey_idx on public.live_channels (creator_id, current_stream_id);
create index live_channels_default_category_id_fkey_idx on public.live_channels (default_category_id) where (default_category_id is not null);
create trigger touch_updated_at before update on public.live_channels for each row execute function boyfanz.touch_updated_at();
create trigger creator_never_changes before update of creator_id on public.live_channels for each row execute function boyfanz.set_once('creator_id');
create policy anonymous_select on public.live_channels for select to anon using ((is_enabled and not boyfanz.is_blocked_with(creator_id) and boyfanz.may_be_seen_here(creator_id)));
create policy member_select on public.live_channels for select to authenticated using (live_channels.creator_id = (select boyfanz.current_user_id()) or live_channels.id = any (array(select boyfanz.my_live_channel_moderators_channel_id())) or (is_enabled and not boyfanz.is_blocked_with(creator_id) and boyfanz.may_be_seen_here(creator_id)));
create policy staff_select on public.live_channels for select to boyfanz_staff using ((select boyfanz.has_permission('live.watch_any')));
create policy member_update on public.live_channels for update to authenticated using (live_channels.creator_id = (select boyfanz.current_user_id())) with check (live_channels.creator_id = (select boyfanz.current_user_id()));
grant select on table public.live_channels to anon;
grant select, update (creator_id, default_access, default_category_id, id, is_enabled, latency_mode, record_by_default, replay_visibility, slug, title) on table public.live_channels to authenticated;
grant select on table public.live_channels to boyfanz_staff;
grant select, insert, update, delete on table public.live_channels to service_role;

create table public.live_chat_messages (
  id uuid default boyfanz.uuid_v7() not null,
  sent_at timestamptz default now() not null,
  stream_id uuid not null,
  user_id uuid,
  kind text default 'text' not null,
  body text not null,
  reply_to uuid,
  badges smallint default 0 not null,
  gift_id uuid,
  state text default 'visible' not null,
  removed_by uuid,
  offset_ms integer not null,
  constraint live_chat_messages_pkey primary key (id, sent_at),
  constraint live_chat_messages_kind_check check (kind in ('text', 'emote', 'gift_notice', 'system', 'highlight', 'question')),
  constraint live_chat_messages_state_check check (state in ('visible', 'held', 'removed', 'shadow')),
  constraint body_length check (char_length(body) <= 500),
  constraint badges_are_not_negative check (badges >= 0),
  constraint offset_is_not_negative check (offset_ms >= 0),
  constraint gift_is_named check ((kind = 'gift_notice') = (gift_id is not null)),
  constraint only_a_removed_one_says_by_whom check (removed_by is null or state in ('removed', 'shadow'))
) partition by range (sent_at);
alter table public.live_chat_messages enable row level security;
revoke all on table public.live_chat_messages from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'live_chat_messages', 'sent_at', '7 days', 1, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.live_chat_messages'::regclass);
comment on table public.live_chat_messages is 'One line of chat with kind and moderation state, which alone change afterwards; whether the writer is under a sanction is asked by the service. Erasure clears writer and text.';
comment on column public.live_chat_messages.user_id is 'NULL for the system, and after erasure.';
comment on column public.live_chat_messages.reply_to is 'Another line of the stream, which may be gone.';
comment on column public.live_chat_messages.badges is 'Bits, 1 moderator, 2 subscriber, 4 top supporter, 8 verified, 16 creator.';
comment on column public.live_chat_messages.removed_by is 'NULL when an automatic check did it.';
comment on column public.live_chat_messages.offset_ms is 'Since the start of the stream, for the replay.';
create index live_chat_messages_stream_id_sent_at_idx on public.live_chat_messages (stream_id, sent_at desc);
comment on index public.live_chat_messages_stream_id_sent_at_idx is 'Live and replay.';
create index live_chat_messages_user_id_sent_at_idx on public.live_chat_messages (user_id, sent_at desc);
comment on index public.live_chat_messages_user_id_sent_at_idx is 'Lines of a person for moderation and erasure.';
create index live_chat_messages_held_idx on public.live_chat_messages (stream_id, sent_at) where (state = 'held');
comment on index public.live_chat_messages_held_idx is 'To be released or removed.';
create trigger append_only before update on public.live_chat_messages for each row execute function boyfanz.append_only('change state', 'change removed_by', 'clear user_id', 'change body');
create trigger body_only_vanishes before update of body on public.live_chat_messages for each row when (new.body <> old.body and new.body <> '') execute function boyfanz.refuse_when('A line of chat is blanked at erasure and not rewritten.');
create policy staff_select on public.live_chat_messages for select to boyfanz_staff using ((select boyfanz.has_permission('live.moderate_chat')));
grant select (badges, body, gift_id, id, kind, offset_ms, reply_to, sent_at, stream_id, user_id) on table public.live_chat_messages to anon;
grant select (badges, body, gift_id, id, kind, offset_ms, reply_to, sent_at, stream_id, user_id) on table public.live_chat_messages to authenticated;
grant select on table public.live_chat_messages to boyfanz_staff;
grant select, insert, update, delete on table public.live_chat_messages to service_role;

create table public.live_chat_pins (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  message_id uuid not null,
  message_sent_at timestamptz not null,
  body_snapshot text not null,
  pinned_by uuid not null,
  pinned_at timestamptz default now() not null,
  unpinned_at timestamptz,
  constraint live_chat_pins_pkey primary key (id),
  constraint body_length check (char_length(body_snapshot) <= 500),
  constraint unpinned_after_pinned check (unpinned_at >= pinned_at)
);
alter table public.live_chat_pins enable row level security;
revoke all on table public.live_chat_pins from anon, authenticated, service_role;
comment on table public.live_chat_pins is 'Line that the host pinned for a while, with its text as it was; one at a time.';
comment on column public.live_chat_pins.message_sent_at is 'The other half of the key of the line.';
comment on column public.live_chat_pins.body_snapshot is 'Cleared when the writer is erased.';
alter table public.live_chat_pins add constraint live_chat_pins_pinned_by_fkey foreign key (pinned_by) references public.users (id) on delete cascade;
create unique index live_chat_pins_stream_id_idx on public.live_chat_pins (stream_id) where (unpinned_at is null);
create index live_chat_pins_stream_id_fkey_idx on public.live_chat_pins (stream_id);
create index live_chat_pins_pinned_by_fkey_idx on public.live_chat_pins (pinned_by);
create trigger touch_updated_at before update on public.live_chat_pins for each row execute function boyfanz.touch_updated_at();
create trigger unpinned_once before update of stream_id, message_id, pinned_at, unpinned_at on public.live_chat_pins for each row execute function boyfanz.set_once('stream_id', 'message_id', 'pinned_at', 'unpinned_at');
grant select on table public.live_chat_pins to anon;
grant select on table public.live_chat_pins to authenticated;
grant select, insert, update, delete on table public.live_chat_pins to service_role;

create table public.live_chat_sanctions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  user_id uuid not null,
  kind text not null,
  during tstzrange not null,
  imposed_by uuid,
  stream_id uuid,
  reason text,
  lifted_at timestamptz,
  lifted_by uuid,
  constraint live_chat_sanctions_pkey primary key (id),
  constraint live_chat_sanctions_kind_check check (kind in ('timeout', 'ban', 'mute_gifts')),
  constraint during_has_a_start check (not (isempty(during) or lower_inf(during))),
  constraint timeout_ends check (kind <> 'timeout' or not upper_inf(during)),
  constraint nobody_sanctions_themselves check (imposed_by <> user_id),
  constraint only_a_lifted_one_says_by_whom check (lifted_by is null or lifted_at is not null),
  constraint reason_length check (char_length(reason) <= 500),
  constraint live_chat_sanctions_no_overlap_excl exclude using gist (channel_id with =, user_id with =, kind with =, during with &&) where (lifted_at is null)
);
alter table public.live_chat_sanctions enable row level security;
revoke all on table public.live_chat_sanctions from anon, authenticated, service_role;
comment on table public.live_chat_sanctions is 'Timeout, ban or mute of a person in a channel''s chat, with who imposed it and until when. Sanctions of one kind do not overlap, and are lifted, not changed.';
comment on column public.live_chat_sanctions.imposed_by is 'NULL when an automatic check did.';
alter table public.live_chat_sanctions add constraint live_chat_sanctions_channel_id_fkey foreign key (channel_id) references public.live_channels (id) on delete cascade;
alter table public.live_chat_sanctions add constraint live_chat_sanctions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.live_chat_sanctions add constraint live_chat_sanctions_imposed_by_fkey foreign key (imposed_by) references public.users (id) on delete set null;
alter table public.live_chat_sanctions add constraint live_chat_sanctions_lifted_by_fkey foreign key (lifted_by) references public.users (id) on delete set null;
create index live_chat_sanctions_channel_id_user_id_idx on public.live_chat_sanctions (channel_id, user_id) where (lifted_at is null);
comment on index public.live_chat_sanctions_channel_id_user_id_idx is 'Asked before each message.';
create index live_chat_sanctions_channel_id_fkey_idx on public.live_chat_sanctions (channel_id);
create index live_chat_sanctions_user_id_fkey_idx on public.live_chat_sanctions (user_id);
create index live_chat_sanctions_imposed_by_fkey_idx on public.live_chat_sanctions (imposed_by) where (imposed_by is not null);
create index live_chat_sanctions_stream_id_fkey_idx on public.live_chat_sanctions (stream_id) where (stream_id is not null);
create index live_chat_sanctions_lifted_by_fkey_idx on public.live_chat_sanctions (lifted_by) where (lifted_by is not null);
create trigger touch_updated_at before update on public.live_chat_sanctions for each row execute function boyfanz.touch_updated_at();
create trigger not_the_host before insert on public.live_chat_sanctions for each row execute function boyfanz.check_parent('live_channels', 'parent.id = child.channel_id and parent.creator_id <> child.user_id', 'The host of a channel is not sanctioned in it.');
create trigger stream_of_same_channel before insert on public.live_chat_sanctions for each row execute function boyfanz.matches_parent('stream_id', 'live_streams', 'channel_id');
create trigger append_only before update on public.live_chat_sanctions for each row execute function boyfanz.append_only('clear imposed_by', 'clear stream_id', 'clear reason', 'set lifted_at', 'set lifted_by', 'clear lifted_by');
create policy member_select on public.live_chat_sanctions for select to authenticated using (live_chat_sanctions.user_id = (select boyfanz.current_user_id()) or exists (select from public.live_channels p1 where p1.id = live_chat_sanctions.channel_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or live_chat_sanctions.channel_id = any (array(select boyfanz.my_live_channel_moderators_channel_id())));
create policy staff_select on public.live_chat_sanctions for select to boyfanz_staff using ((select boyfanz.has_permission('live.moderate_chat')));
grant select (channel_id, created_at, during, id, kind, lifted_at, reason, stream_id, updated_at, user_id) on table public.live_chat_sanctions to authenticated;
grant select on table public.live_chat_sanctions to boyfanz_staff;
grant select, insert, update, delete on table public.live_chat_sanctions to service_role;

create table public.live_chat_settings (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  creator_id uuid not null,
  slow_mode_seconds smallint default 0 not null,
  min_follow_minutes integer default 0 not null,
  is_subscribers_only boolean default false not null,
  is_emotes_only boolean default false not null,
  allow_links boolean default false not null,
  require_tip_to_chat boolean default false not null,
  automod_level smallint default 2 not null,
  blocked_countries public.country_code[] default '{}' not null,
  welcome_message text,
  constraint live_chat_settings_pkey primary key (channel_id),
  constraint slow_mode_in_range check (slow_mode_seconds between 0 and 600),
  constraint min_follow_is_not_negative check (min_follow_minutes >= 0),
  constraint automod_level_in_range check (automod_level between 0 and 4),
  constraint welcome_message_length check (char_length(welcome_message) <= 500)
);
alter table public.live_chat_settings enable row level security;
revoke all on table public.live_chat_settings from anon, authenticated, service_role;
comment on table public.live_chat_settings is 'Rules of a channel''s chat; slow mode, who may write, links, emotes, countries kept out.';
comment on column public.live_chat_settings.creator_id is 'Of the channel.';
comment on column public.live_chat_settings.automod_level is '0 off to 4 strict.';
alter table public.live_chat_settings add constraint channel_of_same_creator foreign key (creator_id, channel_id) references public.live_channels (creator_id, id) on delete cascade;
create index live_chat_settings_creator_id_channel_id_fkey_idx on public.live_chat_settings (creator_id, channel_id);
create trigger touch_updated_at before update on public.live_chat_settings for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.live_chat_settings for select to anon using (exists (select from public.live_channels p1 where p1.creator_id = live_chat_settings.creator_id and p1.id = live_chat_settings.channel_id offset 0));
create policy member_select on public.live_chat_settings for select to authenticated using (live_chat_settings.creator_id = (select boyfanz.current_user_id()) or exists (select from public.live_channels p1 where p1.creator_id = live_chat_settings.creator_id and p1.id = live_chat_settings.channel_id offset 0));
create policy member_insert on public.live_chat_settings for insert to authenticated with check (live_chat_settings.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.live_chat_settings for update to authenticated using (live_chat_settings.creator_id = (select boyfanz.current_user_id())) with check (live_chat_settings.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.live_chat_settings for delete to authenticated using (live_chat_settings.creator_id = (select boyfanz.current_user_id()));
grant select (allow_links, channel_id, created_at, creator_id, is_emotes_only, is_subscribers_only, min_follow_minutes, require_tip_to_chat, slow_mode_seconds, updated_at, welcome_message) on table public.live_chat_settings to anon;
grant select (allow_links, channel_id, created_at, creator_id, is_emotes_only, is_subscribers_only, min_follow_minutes, require_tip_to_chat, slow_mode_seconds, updated_at, welcome_message), insert, update, delete on table public.live_chat_settings to authenticated;
grant select, insert, update, delete on table public.live_chat_settings to service_role;

create table public.live_clips (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  recording_id uuid not null,
  creator_id uuid not null,
  clipper_id uuid,
  span int8range not null,
  title text not null,
  media_asset_id uuid,
  state text default 'processing' not null,
  views bigint default 0 not null,
  constraint live_clips_pkey primary key (id),
  constraint live_clips_state_check check (state in ('processing', 'ready', 'rejected', 'removed')),
  constraint span_is_bounded check (not (isempty(span) or lower_inf(span) or upper_inf(span)) and lower(span) >= 0),
  constraint span_of_3_seconds_to_2_minutes check (upper(span) - lower(span) between 3000 and 120000),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint views_are_not_negative check (views >= 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.live_clips enable row level security;
revoke all on table public.live_clips from anon, authenticated, service_role;
comment on table public.live_clips is 'Short piece of a recording, cut by a viewer or the host as far as the host allows it.';
comment on column public.live_clips.creator_id is 'Of the recording.';
comment on column public.live_clips.span is 'Milliseconds of the recording.';
alter table public.live_clips add constraint live_clips_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.live_clips add constraint live_clips_clipper_id_fkey foreign key (clipper_id) references public.users (id) on delete set null;
alter table public.live_clips add constraint live_clips_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete set null;
create index live_clips_creator_id_created_at_idx on public.live_clips (creator_id, created_at desc);
create index live_clips_recording_id_fkey_idx on public.live_clips (recording_id);
create index live_clips_clipper_id_fkey_idx on public.live_clips (clipper_id) where (clipper_id is not null);
create index live_clips_media_asset_id_fkey_idx on public.live_clips (media_asset_id) where (media_asset_id is not null);
create trigger touch_updated_at before update on public.live_clips for each row execute function boyfanz.touch_updated_at();
create trigger within_the_recording before insert or update of recording_id, creator_id, span on public.live_clips for each row execute function boyfanz.check_parent('live_recordings', 'parent.id = child.recording_id and parent.creator_id = child.creator_id and upper(child.span) <= coalesce(parent.duration_ms, upper(child.span))', 'The recording is another creator''s or ends before the clip.');
create trigger recording_never_changes before update of recording_id, creator_id on public.live_clips for each row execute function boyfanz.set_once('recording_id', 'creator_id');
create policy staff_select on public.live_clips for select to boyfanz_staff using ((select boyfanz.has_permission('live.watch_any')));
grant select on table public.live_clips to anon;
grant select on table public.live_clips to authenticated;
grant select on table public.live_clips to boyfanz_staff;
grant select, insert, update, delete on table public.live_clips to service_role;

create table public.live_collaboration_guests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  collaboration_id uuid not null,
  guest_id uuid not null,
  role text default 'guest' not null,
  state text default 'invited' not null,
  share_ppm integer default 0 not null,
  performer_id uuid,
  joined_at timestamptz,
  left_at timestamptz,
  constraint live_collaboration_guests_pkey primary key (id),
  constraint live_collaboration_guests_collaboration_id_guest_id_key unique (collaboration_id, guest_id),
  constraint live_collaboration_guests_role_check check (role in ('cohost', 'guest', 'caller')),
  constraint live_collaboration_guests_state_check check (state in ('invited', 'accepted', 'declined', 'joined', 'left', 'removed')),
  constraint share_in_range check (share_ppm between 0 and 1000000),
  constraint who_appears_is_a_performer check (state not in ('joined', 'left') or performer_id is not null),
  constraint joined_names_its_time check (state <> 'joined' or joined_at is not null),
  constraint left_after_joining check (left_at >= joined_at)
);
alter table public.live_collaboration_guests enable row level security;
revoke all on table public.live_collaboration_guests from anon, authenticated, service_role;
comment on table public.live_collaboration_guests is 'Guest of a joint stream with role, share and answer; only somebody with a verified performer record comes into the picture. The shares of all make at most the whole.';
comment on column public.live_collaboration_guests.share_ppm is 'Millionths of the earnings; 0 unless the split is custom.';
alter table public.live_collaboration_guests add constraint live_collaboration_guests_guest_id_fkey foreign key (guest_id) references public.users (id) on delete cascade;
alter table public.live_collaboration_guests add constraint live_collaboration_guests_performer_id_fkey foreign key (performer_id) references public.performers (id) on delete restrict;
create index live_collaboration_guests_guest_id_state_idx on public.live_collaboration_guests (guest_id, state);
create index live_collaboration_guests_performer_id_fkey_idx on public.live_collaboration_guests (performer_id) where (performer_id is not null);
create trigger touch_updated_at before update on public.live_collaboration_guests for each row execute function boyfanz.touch_updated_at();
create trigger performer_is_verified before insert or update of state, performer_id, guest_id on public.live_collaboration_guests for each row when (new.state = 'joined') execute function boyfanz.check_parent('performers', 'parent.id = child.performer_id and parent.user_id = child.guest_id and parent.status = ''verified''', 'The guest is no verified performer.');
create trigger guest_is_not_the_host before insert or update of collaboration_id, guest_id on public.live_collaboration_guests for each row execute function boyfanz.check_parent('live_collaborations', 'parent.id = child.collaboration_id and parent.host_id <> child.guest_id', 'The host is no guest.');
create constraint trigger guests_fit after insert or update of collaboration_id, state, share_ppm on public.live_collaboration_guests deferrable initially deferred for each row execute function boyfanz.check_collaboration('collaboration_id');
create trigger new_share_before_lock before insert on public.live_collaboration_guests for each row when (new.share_ppm > 0) execute function boyfanz.freeze_with_parent('collaboration_id', 'live_collaborations', 'split_locked_at');
create trigger share_is_locked before update of collaboration_id, guest_id, share_ppm on public.live_collaboration_guests for each row execute function boyfanz.freeze_with_parent('collaboration_id', 'live_collaborations', 'split_locked_at');
create trigger shared_guest_stays before delete on public.live_collaboration_guests for each row when (old.share_ppm > 0) execute function boyfanz.freeze_with_parent('collaboration_id', 'live_collaborations', 'split_locked_at');
grant select (collaboration_id, created_at, guest_id, id, joined_at, left_at, role, share_ppm, state, updated_at) on table public.live_collaboration_guests to authenticated;
grant select, insert, update, delete on table public.live_collaboration_guests to service_role;

create table public.live_collaborations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  host_id uuid not null,
  layout text default 'grid' not null,
  max_guests smallint default 4 not null,
  split_mode text default 'host_all' not null,
  state text default 'inviting' not null,
  split_locked_at timestamptz,
  constraint live_collaborations_pkey primary key (id),
  constraint live_collaborations_stream_id_key unique (stream_id),
  constraint live_collaborations_layout_check check (layout in ('grid', 'spotlight', 'side_by_side', 'battle')),
  constraint live_collaborations_split_mode_check check (split_mode in ('host_all', 'equal', 'custom')),
  constraint live_collaborations_state_check check (state in ('inviting', 'active', 'ended')),
  constraint max_guests_in_range check (max_guests between 1 and 12),
  constraint active_has_a_locked_split check (state = 'inviting' or split_locked_at is not null)
);
alter table public.live_collaborations enable row level security;
alter table public.live_collaboration_guests add constraint live_collaboration_guests_collaboration_id_fkey foreign key (collaboration_id) references public.live_collaborations (id) on delete cascade;
create policy member_select on public.live_collaboration_guests for select to authenticated using (live_collaboration_guests.guest_id = (select boyfanz.current_user_id()) or exists (select from public.live_collaborations p1 where p1.id = live_collaboration_guests.collaboration_id and p1.host_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.live_collaborations from anon, authenticated, service_role;
comment on table public.live_collaborations is 'Stream of several creators with layout and how its earnings are shared; what the guests do not get is the host''s.';
comment on column public.live_collaborations.host_id is 'The creator of the stream.';
comment on column public.live_collaborations.split_locked_at is 'From then on shares and split stay.';
create index live_collaborations_host_id_stream_id_fkey_idx on public.live_collaborations (host_id, stream_id);
create trigger touch_updated_at before update on public.live_collaborations for each row execute function boyfanz.touch_updated_at();
create trigger host_never_changes before update of stream_id, host_id, split_locked_at on public.live_collaborations for each row execute function boyfanz.set_once('stream_id', 'host_id', 'split_locked_at');
create trigger split_is_locked before update of split_mode on public.live_collaborations for each row when (old.split_locked_at is not null and new.split_mode <> old.split_mode) execute function boyfanz.refuse_when('The split is locked.');
create constraint trigger guests_fit after update of max_guests, split_mode on public.live_collaborations deferrable initially deferred for each row execute function boyfanz.check_collaboration('id');
create policy member_select on public.live_collaborations for select to authenticated using (live_collaborations.host_id = (select boyfanz.current_user_id()) or live_collaborations.id = any (array(select boyfanz.my_live_collaboration_guests_collaboration_id_by_guest_id())));
grant select on table public.live_collaborations to authenticated;
grant select, insert, update, delete on table public.live_collaborations to service_role;

create table public.live_device_activations (
  id uuid default boyfanz.uuid_v7() not null,
  activated_at timestamptz default now() not null,
  device_id uuid not null,
  stream_id uuid not null,
  gift_id uuid,
  level smallint not null,
  duration_ms integer not null,
  status text default 'sent' not null,
  constraint live_device_activations_pkey primary key (id, activated_at),
  constraint live_device_activations_status_check check (status in ('sent', 'confirmed', 'failed')),
  constraint level_in_range check (level between 0 and 100),
  constraint duration_in_range check (duration_ms between 0 and 600000)
) partition by range (activated_at);
alter table public.live_device_activations enable row level security;
revoke all on table public.live_device_activations from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'live_device_activations', 'activated_at', '1 month', 1, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.live_device_activations'::regclass);
comment on table public.live_device_activations is 'One run of a device that a tip or gift caused, with level and length.';
comment on column public.live_device_activations.level is 'Per cent of the strongest.';
create index live_device_activations_stream_id_activated_at_idx on public.live_device_activations (stream_id, activated_at desc);
create trigger append_only before update on public.live_device_activations for each row execute function boyfanz.append_only('change status');
create policy staff_select on public.live_device_activations for select to boyfanz_staff using ((select boyfanz.has_permission('live.watch_any')));
grant select on table public.live_device_activations to authenticated;
grant select on table public.live_device_activations to boyfanz_staff;
grant select, insert, update, delete on table public.live_device_activations to service_role;

create table public.live_emotes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  creator_id uuid not null,
  code extensions.citext not null,
  media_asset_id uuid not null,
  tier_id uuid,
  review_state text default 'pending' not null,
  is_animated boolean default false not null,
  sort_order integer default 0 not null,
  constraint live_emotes_pkey primary key (id),
  constraint live_emotes_channel_id_code_key unique (channel_id, code),
  constraint live_emotes_review_state_check check (review_state in ('pending', 'approved', 'rejected')),
  constraint code_form check (code::text ~ '^[A-Za-z0-9]{2,32}$')
);
alter table public.live_emotes enable row level security;
revoke all on table public.live_emotes from anon, authenticated, service_role;
comment on table public.live_emotes is 'Picture of a channel''s own for its chat, for all or from a tier upwards, shown once it is approved.';
comment on column public.live_emotes.creator_id is 'Of the channel.';
comment on column public.live_emotes.code is 'What is typed for it.';
comment on column public.live_emotes.tier_id is 'Lowest tier that may use it; NULL for everybody.';
alter table public.live_emotes add constraint live_emotes_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete restrict;
alter table public.live_emotes add constraint live_emotes_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete set null;
alter table public.live_emotes add constraint channel_of_same_creator foreign key (creator_id, channel_id) references public.live_channels (creator_id, id) on delete cascade;
create index live_emotes_creator_id_channel_id_fkey_idx on public.live_emotes (creator_id, channel_id);
create index live_emotes_media_asset_id_fkey_idx on public.live_emotes (media_asset_id);
create index live_emotes_tier_id_fkey_idx on public.live_emotes (tier_id) where (tier_id is not null);
create trigger touch_updated_at before update on public.live_emotes for each row execute function boyfanz.touch_updated_at();
create trigger tier_of_same_creator before insert or update of creator_id, tier_id on public.live_emotes for each row execute function boyfanz.matches_parent('tier_id', 'subscription_tiers', 'creator_id');
create trigger new_picture_is_reviewed before update of media_asset_id, review_state on public.live_emotes for each row when (new.media_asset_id <> old.media_asset_id and new.review_state <> 'pending') execute function boyfanz.refuse_when('A new picture is reviewed again.');
create policy anonymous_select on public.live_emotes for select to anon using ((review_state = 'approved'));
create policy member_select on public.live_emotes for select to authenticated using ((review_state = 'approved') or live_emotes.creator_id = (select boyfanz.current_user_id()));
grant select on table public.live_emotes to anon;
grant select on table public.live_emotes to authenticated;
grant select, insert, update, delete on table public.live_emotes to service_role;

create table public.live_gift_leaderboards (
  stream_id uuid not null,
  user_id uuid not null,
  total_tokens bigint not null,
  gifts integer not null,
  is_anonymous boolean default false not null,
  last_gift_at timestamptz not null,
  constraint live_gift_leaderboards_pkey primary key (stream_id, user_id),
  constraint totals_are_not_negative check (total_tokens >= 0 and gifts >= 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table public.live_gift_leaderboards enable row level security;
revoke all on table public.live_gift_leaderboards from anon, authenticated, service_role;
comment on table public.live_gift_leaderboards is 'Running total of a sender in a stream, written with the gift and lowered by a refund, for the panel of top supporters.';
alter table public.live_gift_leaderboards add constraint live_gift_leaderboards_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index live_gift_leaderboards_stream_id_total_tokens_idx on public.live_gift_leaderboards (stream_id, total_tokens desc);
comment on index public.live_gift_leaderboards_stream_id_total_tokens_idx is 'Top supporters.';
create index live_gift_leaderboards_user_id_fkey_idx on public.live_gift_leaderboards (user_id);
grant select on table public.live_gift_leaderboards to anon;
grant select on table public.live_gift_leaderboards to authenticated;
grant select, insert, update, delete on table public.live_gift_leaderboards to service_role;

create table public.live_gift_types (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer default 1 not null,
  name_key text not null,
  price_tokens integer not null,
  animation_asset_id uuid,
  rarity text default 'common' not null,
  available tstzrange,
  min_user_level smallint default 0 not null,
  is_active boolean default true not null,
  constraint live_gift_types_pkey primary key (id),
  constraint live_gift_types_key_version_key unique (key, version),
  constraint live_gift_types_rarity_check check (rarity in ('common', 'rare', 'epic', 'seasonal')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_]{1,62}$'),
  constraint version_is_positive check (version > 0),
  constraint price_is_positive check (price_tokens > 0),
  constraint available_is_not_empty check (not isempty(available)),
  constraint min_user_level_is_not_negative check (min_user_level >= 0)
);
alter table public.live_gift_types enable row level security;
revoke all on table public.live_gift_types from anon, authenticated, service_role;
comment on table public.live_gift_types is 'Virtual gift with price in tokens, animation, level lock and sale window. A new price is a new version.';
comment on column public.live_gift_types.name_key is 'Key of the interface text.';
comment on column public.live_gift_types.available is 'NULL for always.';
alter table public.live_gift_types add constraint live_gift_types_animation_asset_id_fkey foreign key (animation_asset_id) references public.media_assets (id) on delete set null;
create unique index live_gift_types_key_idx on public.live_gift_types (key) where (is_active);
create index live_gift_types_animation_asset_id_fkey_idx on public.live_gift_types (animation_asset_id) where (animation_asset_id is not null);
create trigger touch_updated_at before update on public.live_gift_types for each row execute function boyfanz.touch_updated_at();
create trigger price_never_changes before update of key, version, price_tokens on public.live_gift_types for each row execute function boyfanz.set_once('key', 'version', 'price_tokens');
create policy anonymous_select on public.live_gift_types for select to anon using (true);
create policy member_select on public.live_gift_types for select to authenticated using (true);
grant select on table public.live_gift_types to anon;
grant select on table public.live_gift_types to authenticated;
grant select, insert, update, delete on table public.live_gift_types to service_role;

create table public.live_gifts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  creator_id uuid not null,
  sender_id uuid,
  gift_type_id uuid not null,
  quantity integer default 1 not null,
  total_tokens bigint not null,
  creator_share_minor bigint not null,
  currency public.currency_code not null,
  ledger_transaction_id uuid not null,
  idempotency_key text not null,
  combo_id uuid,
  message text,
  is_anonymous boolean default false not null,
  sent_at timestamptz default now() not null,
  refunded_at timestamptz,
  constraint live_gifts_pkey primary key (id),
  constraint live_gifts_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint live_gifts_sender_id_idempotency_key_key unique (sender_id, idempotency_key),
  constraint quantity_in_range check (quantity between 1 and 9999),
  constraint total_is_positive check (total_tokens > 0),
  constraint share_is_not_negative check (creator_share_minor >= 0),
  constraint nobody_gives_to_themselves check (sender_id <> creator_id),
  constraint message_length check (char_length(message) <= 300),
  constraint refunded_after_sending check (refunded_at >= sent_at)
);
alter table public.live_gifts enable row level security;
revoke all on table public.live_gifts from anon, authenticated, service_role;
comment on table public.live_gifts is 'Gift sent in a stream with its price and the creator''s share as they were; it exists only with its posting and is never taken away. Erasure clears the sender.';
comment on column public.live_gifts.creator_id is 'Of the stream.';
comment on column public.live_gifts.combo_id is 'Gifts that are shown as one row of taps.';
comment on column public.live_gifts.is_anonymous is 'Hides the sender from the creator and the public.';
alter table public.live_gifts add constraint live_gifts_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.live_gifts add constraint live_gifts_sender_id_fkey foreign key (sender_id) references public.users (id) on delete set null;
alter table public.live_gifts add constraint live_gifts_gift_type_id_fkey foreign key (gift_type_id) references public.live_gift_types (id) on delete restrict;
alter table public.live_gifts add constraint live_gifts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.live_gifts add constraint live_gifts_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index live_gifts_stream_id_sent_at_idx on public.live_gifts (stream_id, sent_at desc);
comment on index public.live_gifts_stream_id_sent_at_idx is 'Feed on the screen.';
create index live_gifts_creator_id_sent_at_idx on public.live_gifts (creator_id, sent_at desc);
comment on index public.live_gifts_creator_id_sent_at_idx is 'Earnings.';
create index live_gifts_sender_id_sent_at_idx on public.live_gifts (sender_id, sent_at desc);
create index live_gifts_gift_type_id_fkey_idx on public.live_gifts (gift_type_id);
create index live_gifts_currency_fkey_idx on public.live_gifts (currency);
create trigger touch_updated_at before update on public.live_gifts for each row execute function boyfanz.touch_updated_at();
create trigger creator_of_the_stream before insert on public.live_gifts for each row execute function boyfanz.matches_parent('stream_id', 'live_streams', 'creator_id');
create trigger price_of_the_type before insert on public.live_gifts for each row execute function boyfanz.check_parent('live_gift_types', 'parent.id = child.gift_type_id and parent.is_active and (parent.available is null or parent.available @> child.sent_at) and child.total_tokens = child.quantity::bigint * parent.price_tokens', 'The gift is not on sale, or not at this price.');
create trigger append_only before update or delete on public.live_gifts for each row execute function boyfanz.append_only('clear sender_id', 'clear message', 'change is_anonymous', 'set refunded_at');
create trigger refuse_truncate before truncate on public.live_gifts for each statement execute function boyfanz.append_only();
create policy member_select on public.live_gifts for select to authenticated using (live_gifts.sender_id = (select boyfanz.current_user_id()) or (live_gifts.creator_id = (select boyfanz.current_user_id()) and (not is_anonymous)));
create policy staff_select on public.live_gifts for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (combo_id, created_at, creator_id, creator_share_minor, currency, gift_type_id, id, is_anonymous, ledger_transaction_id, message, quantity, refunded_at, sender_id, sent_at, stream_id, total_tokens, updated_at) on table public.live_gifts to authenticated;
grant select on table public.live_gifts to boyfanz_staff;
grant select, insert, update, delete on table public.live_gifts to service_role;

create table public.live_incidents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid,
  endpoint_id uuid,
  kind text not null,
  severity smallint not null,
  started_at timestamptz default now() not null,
  ended_at timestamptz,
  viewers_affected integer default 0 not null,
  credits_minor bigint default 0 not null,
  currency public.currency_code,
  summary text,
  constraint live_incidents_pkey primary key (id),
  constraint live_incidents_kind_check check (kind in ('ingest_down', 'transcode_fail', 'cdn', 'chat', 'payment', 'moderation_stop')),
  constraint severity_in_range check (severity between 1 and 5),
  constraint ended_after_start check (ended_at >= started_at),
  constraint counts_are_not_negative check (viewers_affected >= 0 and credits_minor >= 0),
  constraint credits_name_their_currency check (credits_minor = 0 or currency is not null)
);
alter table public.live_incidents enable row level security;
revoke all on table public.live_incidents from anon, authenticated, service_role;
comment on table public.live_incidents is 'Outage or forced end of a stream with cause, viewers hit and what they were given for it.';
comment on column public.live_incidents.severity is '1 minor to 5 everybody.';
alter table public.live_incidents add constraint live_incidents_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index live_incidents_started_at_idx on public.live_incidents (started_at desc) where (ended_at is null);
create index live_incidents_stream_id_fkey_idx on public.live_incidents (stream_id) where (stream_id is not null);
create index live_incidents_endpoint_id_fkey_idx on public.live_incidents (endpoint_id) where (endpoint_id is not null);
create index live_incidents_currency_fkey_idx on public.live_incidents (currency) where (currency is not null);
create trigger touch_updated_at before update on public.live_incidents for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.live_incidents for select to boyfanz_staff using ((select boyfanz.has_permission('ingest.manage')));
grant select (created_at, credits_minor, currency, ended_at, id, kind, severity, started_at, stream_id, summary, updated_at, viewers_affected) on table public.live_incidents to authenticated;
grant select on table public.live_incidents to boyfanz_staff;
grant select, insert, update, delete on table public.live_incidents to service_role;

create table public.live_ingest_endpoints (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  region text not null,
  hostname text not null,
  protocols text[] not null,
  latitude double precision not null,
  longitude double precision not null,
  "position" extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(longitude, latitude), 4326)::geography) stored not null,
  capacity_mbps integer not null,
  load_ppm integer default 0 not null,
  is_draining boolean default false not null,
  last_heartbeat_at timestamptz,
  constraint live_ingest_endpoints_pkey primary key (id),
  constraint live_ingest_endpoints_hostname_key unique (hostname),
  constraint live_ingest_endpoints_protocols_check check (protocols <@ array['rtmps', 'srt', 'whip', 'hls_push']::text[]),
  constraint hostname_form check (hostname ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$'),
  constraint protocols_are_named check (cardinality(protocols) > 0),
  constraint position_is_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint capacity_is_positive check (capacity_mbps > 0),
  constraint load_is_not_negative check (load_ppm >= 0)
) with (fillfactor = 70, autovacuum_vacuum_threshold = 50);
alter table public.live_ingest_endpoints enable row level security;
alter table public.live_incidents add constraint live_incidents_endpoint_id_fkey foreign key (endpoint_id) references public.live_ingest_endpoints (id) on delete set null;
revoke all on table public.live_ingest_endpoints from anon, authenticated, service_role;
comment on table public.live_ingest_endpoints is 'Regional point that encoders send to, with capacity, load and health; the nearest that is not draining is chosen.';
comment on column public.live_ingest_endpoints.latitude is 'Degrees.';
comment on column public.live_ingest_endpoints.longitude is 'Degrees.';
comment on column public.live_ingest_endpoints.load_ppm is 'Millionths of the capacity; more than the whole while it is overloaded.';
create index live_ingest_endpoints_position_idx on public.live_ingest_endpoints using gist ("position") where (not is_draining);
comment on index public.live_ingest_endpoints_position_idx is 'The nearest.';
create trigger touch_updated_at before update on public.live_ingest_endpoints for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.live_ingest_endpoints for select to authenticated using (((select boyfanz.current_user_id()) is not null and (not is_draining)));
create policy staff_select on public.live_ingest_endpoints for select to boyfanz_staff using ((select boyfanz.has_permission('ingest.manage')));
grant select (created_at, hostname, id, protocols, region, updated_at) on table public.live_ingest_endpoints to authenticated;
grant select on table public.live_ingest_endpoints to boyfanz_staff;
grant select, insert, update, delete on table public.live_ingest_endpoints to service_role;

create table public.live_ingest_keys (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  creator_id uuid not null,
  label text default 'Main' not null,
  key_prefix text not null,
  key_hash public.digest_256 not null,
  protocol text default 'rtmps' not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  last_used_ip_prefix cidr,
  constraint live_ingest_keys_pkey primary key (id),
  constraint live_ingest_keys_key_hash_key unique (key_hash),
  constraint live_ingest_keys_protocol_check check (protocol in ('rtmps', 'srt', 'whip', 'hls_push')),
  constraint label_length check (char_length(label) between 1 and 60),
  constraint key_prefix_length check (char_length(key_prefix) between 4 and 8),
  constraint expires_after_start check (expires_at > created_at),
  constraint ip_is_cut_off check (masklen(last_used_ip_prefix) <= case family(last_used_ip_prefix) when 4 then 24 else 48 end)
);
alter table public.live_ingest_keys enable row level security;
revoke all on table public.live_ingest_keys from anon, authenticated, service_role;
comment on table public.live_ingest_keys is 'Key with which an encoder sends to a channel, kept only as a keyed hash. In a rotation the old key gets an expiry, so that one of each label has none.';
comment on column public.live_ingest_keys.creator_id is 'Of the channel.';
comment on column public.live_ingest_keys.label is 'The encoder or place that it is for.';
comment on column public.live_ingest_keys.key_prefix is 'First characters, to tell keys apart.';
comment on column public.live_ingest_keys.expires_at is 'End of the overlap after a rotation; NULL for the key in use.';
comment on column public.live_ingest_keys.last_used_ip_prefix is 'Cut to /24, or /48 for IPv6.';
alter table public.live_ingest_keys add constraint channel_of_same_creator foreign key (creator_id, channel_id) references public.live_channels (creator_id, id) on delete cascade;
create index live_ingest_keys_channel_id_idx on public.live_ingest_keys (channel_id) where (revoked_at is null);
create unique index live_ingest_keys_one_in_use_idx on public.live_ingest_keys (channel_id, label) where (revoked_at is null and expires_at is null);
create index live_ingest_keys_creator_id_channel_id_fkey_idx on public.live_ingest_keys (creator_id, channel_id);
create trigger touch_updated_at before update on public.live_ingest_keys for each row execute function boyfanz.touch_updated_at();
create trigger key_never_changes before update of channel_id, creator_id, key_prefix, key_hash, protocol, expires_at, revoked_at on public.live_ingest_keys for each row execute function boyfanz.set_once('channel_id', 'creator_id', 'key_prefix', 'key_hash', 'protocol', 'expires_at', 'revoked_at');
create trigger at_most_10_live after insert on public.live_ingest_keys for each row execute function boyfanz.limit_rows_per_owner('channel_id', '10', 'revoked_at is null and (expires_at is null or expires_at > now())');
create policy member_select on public.live_ingest_keys for select to authenticated using (live_ingest_keys.creator_id = (select boyfanz.current_user_id()));
grant select (channel_id, created_at, creator_id, expires_at, id, key_prefix, label, last_used_at, last_used_ip_prefix, protocol, revoked_at, updated_at) on table public.live_ingest_keys to authenticated;
grant select, insert, update, delete on table public.live_ingest_keys to service_role;

create table public.live_interactive_devices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  vendor text not null,
  device_label text not null,
  credential_enc bytea not null,
  key_id smallint not null,
  limits jsonb default '{}' not null,
  is_enabled boolean default true not null,
  last_seen_at timestamptz,
  constraint live_interactive_devices_pkey primary key (id),
  constraint device_label_length check (char_length(device_label) between 1 and 60),
  constraint limits_is_object check (jsonb_typeof(limits) = 'object')
);
alter table public.live_interactive_devices enable row level security;
revoke all on table public.live_interactive_devices from anon, authenticated, service_role;
comment on table public.live_interactive_devices is 'Toy or other device of a creator that reacts to tips, with encrypted credentials and the limits that keep it safe.';
comment on column public.live_interactive_devices.credential_enc is 'Encrypted with key_id.';
comment on column public.live_interactive_devices.key_id is 'Version of the encryption key.';
comment on column public.live_interactive_devices.limits is 'Highest level, longest run and rest between, which the service applies to each activation.';
alter table public.live_interactive_devices add constraint live_interactive_devices_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index live_interactive_devices_creator_id_fkey_idx on public.live_interactive_devices (creator_id);
create trigger touch_updated_at before update on public.live_interactive_devices for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.live_interactive_devices for select to authenticated using (live_interactive_devices.creator_id = (select boyfanz.current_user_id()));
grant select (created_at, creator_id, device_label, id, is_enabled, last_seen_at, limits, updated_at, vendor) on table public.live_interactive_devices to authenticated;
grant select, insert, update, delete on table public.live_interactive_devices to service_role;

create table public.live_markers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  creator_id uuid not null,
  offset_ms bigint not null,
  kind text not null,
  label text not null,
  created_by uuid,
  constraint live_markers_pkey primary key (id),
  constraint live_markers_stream_id_offset_ms_kind_key unique (stream_id, offset_ms, kind),
  constraint live_markers_kind_check check (kind in ('chapter', 'highlight', 'goal', 'gift', 'cut')),
  constraint offset_is_not_negative check (offset_ms >= 0),
  constraint label_length check (char_length(label) between 1 and 100)
);
alter table public.live_markers enable row level security;
revoke all on table public.live_markers from anon, authenticated, service_role;
comment on table public.live_markers is 'Chapter or moment that was marked in a stream, for its recording.';
comment on column public.live_markers.creator_id is 'Of the stream.';
comment on column public.live_markers.offset_ms is 'Since the start of the stream.';
comment on column public.live_markers.created_by is 'NULL when the system did it.';
alter table public.live_markers add constraint live_markers_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index live_markers_creator_id_stream_id_fkey_idx on public.live_markers (creator_id, stream_id);
create index live_markers_created_by_fkey_idx on public.live_markers (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.live_markers for each row execute function boyfanz.touch_updated_at();
create policy member_insert on public.live_markers for insert to authenticated with check ((live_markers.creator_id = (select boyfanz.current_user_id()) and (created_by = (select boyfanz.current_user_id()))));
create policy member_update on public.live_markers for update to authenticated using (live_markers.creator_id = (select boyfanz.current_user_id())) with check ((live_markers.creator_id = (select boyfanz.current_user_id()) and (created_by = (select boyfanz.current_user_id()))));
create policy member_delete on public.live_markers for delete to authenticated using (live_markers.creator_id = (select boyfanz.current_user_id()));
grant select on table public.live_markers to anon;
grant select, insert (created_by, creator_id, id, kind, label, offset_ms, stream_id), update (created_by, creator_id, id, kind, label, offset_ms, stream_id), delete on table public.live_markers to authenticated;
grant select, insert, update, delete on table public.live_markers to service_role;

create table public.live_moderation_actions (
  id uuid default boyfanz.uuid_v7() not null,
  acted_at timestamptz default now() not null,
  stream_id uuid not null,
  actor_user_id uuid,
  actor_kind text not null,
  action text not null,
  target_user_id uuid,
  target_message_id uuid,
  reason text,
  case_id uuid,
  reverted_at timestamptz,
  constraint live_moderation_actions_pkey primary key (id, acted_at),
  constraint live_moderation_actions_actor_kind_check check (actor_kind in ('host', 'moderator', 'automod', 'staff', 'model')),
  constraint action_form check (action ~ '^[a-z][a-z_]{1,39}$'),
  constraint reason_length check (char_length(reason) <= 500),
  constraint reverted_after_the_act check (reverted_at >= acted_at)
) partition by range (acted_at);
alter table public.live_moderation_actions enable row level security;
revoke all on table public.live_moderation_actions from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'live_moderation_actions', 'acted_at', '1 month', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.live_moderation_actions'::regclass);
comment on table public.live_moderation_actions is 'Log of what moderation did in a stream, by a person or an automatic check; only a reversal is added later. Erasure clears the people.';
comment on column public.live_moderation_actions.action is 'Such as remove, hold, timeout, blur or end_stream.';
create index live_moderation_actions_stream_id_acted_at_idx on public.live_moderation_actions (stream_id, acted_at);
create index live_moderation_actions_target_user_id_acted_at_idx on public.live_moderation_actions (target_user_id, acted_at desc);
create trigger person_is_named before insert on public.live_moderation_actions for each row when (new.actor_kind in ('host', 'moderator', 'staff') and new.actor_user_id is null) execute function boyfanz.refuse_when('An act of a person names them.');
create trigger append_only before update on public.live_moderation_actions for each row execute function boyfanz.append_only('set reverted_at', 'set case_id', 'clear actor_user_id', 'clear target_user_id', 'clear reason');
create trigger refuse_truncate before truncate on public.live_moderation_actions for each statement execute function boyfanz.append_only();
create policy member_select on public.live_moderation_actions for select to authenticated using (((select boyfanz.current_user_id()) is not null and (actor_kind <> 'staff' and live_moderation_actions.stream_id = any (array(select boyfanz.my_moderated_streams())))));
create policy staff_select on public.live_moderation_actions for select to boyfanz_staff using ((select boyfanz.has_permission('live.moderate_chat')));
grant select (acted_at, action, actor_kind, actor_user_id, id, reason, reverted_at, stream_id, target_message_id, target_user_id) on table public.live_moderation_actions to authenticated;
grant select on table public.live_moderation_actions to boyfanz_staff;
grant select, insert, update, delete on table public.live_moderation_actions to service_role;

create table public.live_poll_options (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  poll_id uuid not null,
  "position" smallint not null,
  label text not null,
  votes integer default 0 not null,
  amount_minor bigint default 0 not null,
  constraint live_poll_options_pkey primary key (id),
  constraint live_poll_options_poll_id_position_key unique (poll_id, "position"),
  constraint live_poll_options_poll_id_id_key unique (poll_id, id),
  constraint position_is_positive check (position > 0),
  constraint label_length check (char_length(label) between 1 and 100),
  constraint totals_are_not_negative check (votes >= 0 and amount_minor >= 0)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.live_poll_options enable row level security;
revoke all on table public.live_poll_options from anon, authenticated, service_role;
comment on table public.live_poll_options is 'Choice of a poll with its running total.';
comment on column public.live_poll_options.amount_minor is 'Paid for it so far, in the currency of the poll.';
create trigger touch_updated_at before update on public.live_poll_options for each row execute function boyfanz.touch_updated_at();
create trigger at_most_10 after insert on public.live_poll_options for each row execute function boyfanz.limit_rows_per_owner('poll_id', '10');
grant select on table public.live_poll_options to anon;
grant select on table public.live_poll_options to authenticated;
grant select, insert, update, delete on table public.live_poll_options to service_role;

create table public.live_poll_votes (
  id uuid default boyfanz.uuid_v7() not null,
  poll_id uuid not null,
  option_id uuid not null,
  user_id uuid not null,
  vote_mode text not null,
  quantity integer default 1 not null,
  ledger_transaction_id uuid,
  voted_at timestamptz default now() not null,
  constraint live_poll_votes_pkey primary key (id),
  constraint live_poll_votes_vote_mode_check check (vote_mode in ('single', 'multiple', 'paid')),
  constraint quantity_is_positive check (quantity > 0),
  constraint only_paid_is_posted check ((vote_mode = 'paid') = (ledger_transaction_id is not null)),
  constraint free_counts_once check (vote_mode = 'paid' or quantity = 1)
);
alter table public.live_poll_votes enable row level security;
revoke all on table public.live_poll_votes from anon, authenticated, service_role;
comment on table public.live_poll_votes is 'Vote of a viewer while the poll is open; once per poll, or once per option where several may be chosen. A bought vote stands with its posting and stays.';
comment on column public.live_poll_votes.vote_mode is 'Of the poll, for the unique keys.';
alter table public.live_poll_votes add constraint live_poll_votes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.live_poll_votes add constraint live_poll_votes_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.live_poll_votes add constraint option_of_same_poll foreign key (poll_id, option_id) references public.live_poll_options (poll_id, id) on delete cascade;
create unique index live_poll_votes_poll_id_user_id_idx on public.live_poll_votes (poll_id, user_id) where (vote_mode = 'single');
create unique index live_poll_votes_poll_id_user_id_option_id_idx on public.live_poll_votes (poll_id, user_id, option_id) where (vote_mode = 'multiple');
create unique index live_poll_votes_ledger_transaction_id_idx on public.live_poll_votes (ledger_transaction_id) where (ledger_transaction_id is not null);
create index live_poll_votes_poll_id_option_id_fkey_idx on public.live_poll_votes (poll_id, option_id);
create index live_poll_votes_user_id_fkey_idx on public.live_poll_votes (user_id);
create trigger poll_is_open before insert on public.live_poll_votes for each row execute function boyfanz.check_parent('live_polls', 'parent.id = child.poll_id and parent.vote_mode = child.vote_mode and parent.state = ''open'' and child.voted_at >= parent.opens_at and (parent.closes_at is null or child.voted_at < parent.closes_at)', 'The poll is not open, or votes another way.');
create trigger append_only before update on public.live_poll_votes for each row execute function boyfanz.append_only();
create trigger paid_is_not_deleted before delete on public.live_poll_votes for each row when (old.ledger_transaction_id is not null) execute function boyfanz.refuse_delete('It was paid for.');
create policy member_select on public.live_poll_votes for select to authenticated using (live_poll_votes.user_id = (select boyfanz.current_user_id()));
grant select on table public.live_poll_votes to authenticated;
grant select, insert, update, delete on table public.live_poll_votes to service_role;

create table public.live_polls (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  creator_id uuid not null,
  question text not null,
  vote_mode text default 'single' not null,
  price_minor bigint,
  currency public.currency_code,
  opens_at timestamptz default now() not null,
  closes_at timestamptz,
  state text default 'open' not null,
  constraint live_polls_pkey primary key (id),
  constraint live_polls_vote_mode_check check (vote_mode in ('single', 'multiple', 'paid')),
  constraint live_polls_state_check check (state in ('open', 'closed', 'cancelled')),
  constraint question_length check (char_length(question) between 1 and 200),
  constraint only_paid_has_a_price check ((vote_mode = 'paid') = (price_minor is not null)),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint closes_after_opening check (closes_at > opens_at),
  constraint closed_names_its_time check (state <> 'closed' or closes_at is not null)
);
alter table public.live_polls enable row level security;
alter table public.live_poll_options add constraint live_poll_options_poll_id_fkey foreign key (poll_id) references public.live_polls (id) on delete cascade;
create policy anonymous_select on public.live_poll_options for select to anon using (exists (select from public.live_polls p1 where p1.id = live_poll_options.poll_id offset 0));
create policy member_select on public.live_poll_options for select to authenticated using (exists (select from public.live_polls p1 where p1.id = live_poll_options.poll_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.live_polls p1 where p1.id = live_poll_options.poll_id offset 0));
revoke all on table public.live_polls from anon, authenticated, service_role;
comment on table public.live_polls is 'Question that the host puts to the viewers, free or paid by the vote; one is open at a time.';
comment on column public.live_polls.creator_id is 'Of the stream.';
comment on column public.live_polls.price_minor is 'For one vote.';
comment on column public.live_polls.closes_at is 'NULL while the host closes it by hand.';
alter table public.live_polls add constraint live_polls_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index live_polls_stream_id_idx on public.live_polls (stream_id) where (state = 'open');
create index live_polls_stream_id_opens_at_idx on public.live_polls (stream_id, opens_at);
create index live_polls_creator_id_stream_id_fkey_idx on public.live_polls (creator_id, stream_id);
create index live_polls_currency_fkey_idx on public.live_polls (currency) where (currency is not null);
create trigger touch_updated_at before update on public.live_polls for each row execute function boyfanz.touch_updated_at();
create trigger terms_never_change before update of stream_id, creator_id, question, vote_mode, price_minor, currency on public.live_polls for each row execute function boyfanz.set_once('stream_id', 'creator_id', 'question', 'vote_mode', 'price_minor', 'currency');
create trigger closed_stays_closed before update of state on public.live_polls for each row when (old.state <> 'open' and new.state <> old.state) execute function boyfanz.refuse_when('A poll that is over does not open again.');
grant select on table public.live_polls to anon;
grant select on table public.live_polls to authenticated;
grant select, insert, update, delete on table public.live_polls to service_role;

create table public.live_private_show_charges (
  show_id uuid not null,
  viewer_id uuid not null,
  minute_number integer not null,
  tokens integer not null,
  ledger_transaction_id uuid not null,
  charged_at timestamptz default now() not null,
  constraint live_private_show_charges_pkey primary key (show_id, viewer_id, minute_number),
  constraint live_private_show_charges_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint minute_is_positive check (minute_number >= 1),
  constraint tokens_are_positive check (tokens > 0)
);
alter table public.live_private_show_charges enable row level security;
revoke all on table public.live_private_show_charges from anon, authenticated, service_role;
comment on table public.live_private_show_charges is 'One minute of a private show, charged once per viewer and never for more than was agreed, with its posting.';
comment on column public.live_private_show_charges.minute_number is 'From 1.';
alter table public.live_private_show_charges add constraint live_private_show_charges_viewer_id_fkey foreign key (viewer_id) references public.users (id) on delete restrict;
alter table public.live_private_show_charges add constraint live_private_show_charges_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index live_private_show_charges_viewer_id_fkey_idx on public.live_private_show_charges (viewer_id);
create trigger show_is_held_and_agreed before insert on public.live_private_show_charges for each row execute function boyfanz.check_parent('live_private_shows', 'parent.id = child.show_id and parent.state in (''active'', ''ended'') and child.tokens <= parent.price_per_minute_tokens and (parent.kind in (''group'', ''spy'') or parent.viewer_id = child.viewer_id)', 'The show is not held, not with this viewer, or costs less.');
create trigger append_only before update or delete on public.live_private_show_charges for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.live_private_show_charges for each statement execute function boyfanz.append_only();
create policy staff_select on public.live_private_show_charges for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.live_private_show_charges to authenticated;
grant select on table public.live_private_show_charges to boyfanz_staff;
grant select, insert, update, delete on table public.live_private_show_charges to service_role;

create table public.live_private_shows (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  viewer_id uuid,
  origin_stream_id uuid,
  kind text default 'private' not null,
  price_per_minute_tokens integer not null,
  state text default 'requested' not null,
  during tstzrange,
  allow_recording boolean default false not null,
  creator_consented_at timestamptz,
  viewer_consented_at timestamptz,
  end_reason text,
  rating smallint,
  constraint live_private_shows_pkey primary key (id),
  constraint live_private_shows_kind_check check (kind in ('private', 'exclusive', 'group', 'spy')),
  constraint live_private_shows_state_check check (state in ('requested', 'accepted', 'active', 'ended', 'declined', 'expired', 'disputed')),
  constraint price_is_positive check (price_per_minute_tokens > 0),
  constraint nobody_watches_themselves check (viewer_id <> creator_id),
  constraint both_consented check (state not in ('active', 'ended') or (creator_consented_at is not null and viewer_consented_at is not null)),
  constraint during_has_a_start check (not (isempty(during) or lower_inf(during))),
  constraint active_has_begun check (state not in ('active', 'ended', 'disputed') or during is not null),
  constraint over_has_an_end check (state not in ('ended', 'disputed') or not upper_inf(during)),
  constraint not_held_has_no_time check (state not in ('requested', 'accepted', 'declined', 'expired') or during is null),
  constraint rating_in_range check (rating between 1 and 5),
  constraint only_what_took_place_is_rated check (rating is null or state in ('ended', 'disputed')),
  constraint live_private_shows_one_at_a_time_excl exclude using gist (creator_id with =, during with &&) where (state = 'active' and kind in ('private', 'exclusive'))
);
alter table public.live_private_shows enable row level security;
alter table public.live_private_show_charges add constraint live_private_show_charges_show_id_fkey foreign key (show_id) references public.live_private_shows (id) on delete restrict;
create policy member_select on public.live_private_show_charges for select to authenticated using (live_private_show_charges.viewer_id = (select boyfanz.current_user_id()) or exists (select from public.live_private_shows p1 where p1.id = live_private_show_charges.show_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.live_private_shows from anon, authenticated, service_role;
comment on table public.live_private_shows is 'Paid private or group session from the request to the end, with the price by the minute and the consent of both sides. A creator is in one private show at a time.';
comment on column public.live_private_shows.viewer_id is 'Who asked for it; NULL after erasure.';
comment on column public.live_private_shows.during is 'Without an end while it runs.';
comment on column public.live_private_shows.rating is 'By the viewer, 1 to 5.';
alter table public.live_private_shows add constraint live_private_shows_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.live_private_shows add constraint live_private_shows_viewer_id_fkey foreign key (viewer_id) references public.users (id) on delete set null;
create index live_private_shows_creator_id_created_at_idx on public.live_private_shows (creator_id, created_at desc);
create index live_private_shows_viewer_id_created_at_idx on public.live_private_shows (viewer_id, created_at desc);
create index live_private_shows_origin_stream_id_fkey_idx on public.live_private_shows (origin_stream_id) where (origin_stream_id is not null);
create trigger touch_updated_at before update on public.live_private_shows for each row execute function boyfanz.touch_updated_at();
create trigger stream_of_same_creator before insert or update of origin_stream_id on public.live_private_shows for each row execute function boyfanz.matches_parent('origin_stream_id', 'live_streams', 'creator_id');
create trigger terms_never_change before update of creator_id, kind, price_per_minute_tokens, creator_consented_at, viewer_consented_at on public.live_private_shows for each row execute function boyfanz.set_once('creator_id', 'kind', 'price_per_minute_tokens', 'creator_consented_at', 'viewer_consented_at');
create trigger over_is_over before update of state on public.live_private_shows for each row when (old.state in ('ended', 'declined', 'expired', 'disputed') and new.state in ('requested', 'accepted', 'active')) execute function boyfanz.refuse_when('A show that is over does not start again.');
create trigger recording_is_agreed before update of allow_recording on public.live_private_shows for each row when (new.allow_recording and not old.allow_recording and (old.creator_consented_at is not null or old.viewer_consented_at is not null)) execute function boyfanz.refuse_when('Recording is part of what is consented to.');
create trigger viewer_is_not_replaced before update of viewer_id on public.live_private_shows for each row when (new.viewer_id is not null and new.viewer_id is distinct from old.viewer_id) execute function boyfanz.refuse_when('The viewer of a show does not change.');
create policy member_select on public.live_private_shows for select to authenticated using (live_private_shows.viewer_id = (select boyfanz.current_user_id()) or live_private_shows.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.live_private_shows for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.live_private_shows to authenticated;
grant select on table public.live_private_shows to boyfanz_staff;
grant select, insert, update, delete on table public.live_private_shows to service_role;

create table public.live_publish_sessions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  ingest_key_id uuid,
  endpoint_id uuid,
  protocol text not null,
  codec text,
  width smallint,
  height smallint,
  fps smallint,
  started_at timestamptz default now() not null,
  ended_at timestamptz,
  disconnect_reason text,
  bytes_in bigint default 0 not null,
  client_software text,
  constraint live_publish_sessions_pkey primary key (id),
  constraint live_publish_sessions_protocol_check check (protocol in ('rtmps', 'srt', 'whip', 'hls_push')),
  constraint measures_are_positive check (width > 0 and height > 0 and fps > 0),
  constraint bytes_are_not_negative check (bytes_in >= 0),
  constraint ended_after_start check (ended_at >= started_at),
  constraint only_an_ended_one_says_why check (disconnect_reason is null or ended_at is not null)
) with (fillfactor = 85);
alter table public.live_publish_sessions enable row level security;
revoke all on table public.live_publish_sessions from anon, authenticated, service_role;
comment on table public.live_publish_sessions is 'One connection of an encoder to a stream without a break; a reconnect is a new row, and only one is open.';
comment on column public.live_publish_sessions.width is 'Pixels.';
comment on column public.live_publish_sessions.height is 'Pixels.';
alter table public.live_publish_sessions add constraint live_publish_sessions_ingest_key_id_fkey foreign key (ingest_key_id) references public.live_ingest_keys (id) on delete set null;
alter table public.live_publish_sessions add constraint live_publish_sessions_endpoint_id_fkey foreign key (endpoint_id) references public.live_ingest_endpoints (id) on delete set null;
create unique index live_publish_sessions_stream_id_idx on public.live_publish_sessions (stream_id) where (ended_at is null);
create index live_publish_sessions_stream_id_started_at_idx on public.live_publish_sessions (stream_id, started_at);
create index live_publish_sessions_ingest_key_id_fkey_idx on public.live_publish_sessions (ingest_key_id) where (ingest_key_id is not null);
create index live_publish_sessions_endpoint_id_fkey_idx on public.live_publish_sessions (endpoint_id) where (endpoint_id is not null);
create trigger touch_updated_at before update on public.live_publish_sessions for each row execute function boyfanz.touch_updated_at();
create trigger key_opens_the_channel before insert on public.live_publish_sessions for each row when (new.ingest_key_id is not null) execute function boyfanz.check_parent('live_ingest_keys', 'parent.id = child.ingest_key_id and parent.protocol = child.protocol and (parent.revoked_at is null or parent.revoked_at > child.started_at) and (parent.expires_at is null or parent.expires_at > child.started_at) and parent.channel_id = (select s.channel_id from public.live_streams s where s.id = child.stream_id)', 'The key is revoked, expired, for another protocol or of another channel.');
create trigger ended_once before update of stream_id, started_at, ended_at on public.live_publish_sessions for each row execute function boyfanz.set_once('stream_id', 'started_at', 'ended_at');
create policy staff_select on public.live_publish_sessions for select to boyfanz_staff using ((select boyfanz.has_permission('ingest.manage')));
grant select on table public.live_publish_sessions to authenticated;
grant select on table public.live_publish_sessions to boyfanz_staff;
grant select, insert, update, delete on table public.live_publish_sessions to service_role;

create table public.live_quality_metrics (
  publish_session_id uuid not null,
  stream_id uuid not null,
  sampled_at timestamptz not null,
  bitrate_kbps integer not null,
  fps real not null,
  dropped_frames integer default 0 not null,
  rtt_ms integer,
  keyframe_interval_ms integer,
  audio_level real,
  viewers_buffering_ppm integer,
  constraint live_quality_metrics_pkey primary key (publish_session_id, sampled_at),
  constraint measures_are_not_negative check (bitrate_kbps >= 0 and fps >= 0 and dropped_frames >= 0 and rtt_ms >= 0 and keyframe_interval_ms >= 0),
  constraint audio_level_in_range check (audio_level <= 0),
  constraint buffering_in_range check (viewers_buffering_ppm between 0 and 1000000)
) partition by range (sampled_at);
alter table public.live_quality_metrics enable row level security;
revoke all on table public.live_quality_metrics from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'live_quality_metrics', 'sampled_at', '1 day', 3, '60 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.live_quality_metrics'::regclass);
comment on table public.live_quality_metrics is 'Health of a publish session in samples; bitrate, lost frames, round trip, buffering viewers. A job, or a continuous aggregate where there is one, sums it up by minute and stream.';
comment on column public.live_quality_metrics.audio_level is 'Decibels relative to full scale, so at most 0.';
comment on column public.live_quality_metrics.viewers_buffering_ppm is 'Millionths of the viewers.';
create index live_quality_metrics_stream_id_sampled_at_idx on public.live_quality_metrics (stream_id, sampled_at desc);
create trigger append_only before update on public.live_quality_metrics for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.live_quality_metrics to service_role;

create table public.live_question_votes (
  question_id uuid not null,
  user_id uuid not null,
  voted_at timestamptz default now() not null,
  constraint live_question_votes_pkey primary key (question_id, user_id)
);
alter table public.live_question_votes enable row level security;
revoke all on table public.live_question_votes from anon, authenticated, service_role;
comment on table public.live_question_votes is 'Upvote of a question, one per viewer.';
alter table public.live_question_votes add constraint live_question_votes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index live_question_votes_user_id_fkey_idx on public.live_question_votes (user_id);
create policy member_select on public.live_question_votes for select to authenticated using (live_question_votes.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.live_question_votes for insert to authenticated with check ((live_question_votes.user_id = (select boyfanz.current_user_id()) and (boyfanz.may_see_question(question_id))));
create policy member_update on public.live_question_votes for update to authenticated using (live_question_votes.user_id = (select boyfanz.current_user_id())) with check ((live_question_votes.user_id = (select boyfanz.current_user_id()) and (boyfanz.may_see_question(question_id))));
create policy member_delete on public.live_question_votes for delete to authenticated using (live_question_votes.user_id = (select boyfanz.current_user_id()));
grant select, insert (question_id, user_id), update (question_id, user_id), delete on table public.live_question_votes to authenticated;
grant select, insert, update, delete on table public.live_question_votes to service_role;

create table public.live_questions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  asker_id uuid,
  body text not null,
  upvotes integer default 0 not null,
  state text default 'asked' not null,
  is_anonymous boolean default false not null,
  answered_at_ms integer,
  tip_id uuid,
  tip_minor bigint,
  currency public.currency_code,
  constraint live_questions_pkey primary key (id),
  constraint live_questions_state_check check (state in ('asked', 'featured', 'answered', 'dismissed')),
  constraint body_length check (char_length(body) <= 500),
  constraint upvotes_are_not_negative check (upvotes >= 0),
  constraint answered_names_its_time check (state <> 'answered' or answered_at_ms is not null),
  constraint answer_is_not_before_the_start check (answered_at_ms >= 0),
  constraint tip_is_whole check (num_nonnulls(tip_id, tip_minor, currency) in (0, 3))
);
alter table public.live_questions enable row level security;
alter table public.live_question_votes add constraint live_question_votes_question_id_fkey foreign key (question_id) references public.live_questions (id) on delete cascade;
revoke all on table public.live_questions from anon, authenticated, service_role;
comment on table public.live_questions is 'Question to the host with votes and when it was answered; a tip with it is a row of tips.';
comment on column public.live_questions.upvotes is 'Recounted from live_question_votes.';
comment on column public.live_questions.is_anonymous is 'Hides the asker from other viewers.';
comment on column public.live_questions.answered_at_ms is 'Since the start of the stream.';
alter table public.live_questions add constraint live_questions_asker_id_fkey foreign key (asker_id) references public.users (id) on delete set null;
alter table public.live_questions add constraint live_questions_tip_id_fkey foreign key (tip_id) references public.tips (id) on delete restrict;
alter table public.live_questions add constraint live_questions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index live_questions_stream_id_upvotes_idx on public.live_questions (stream_id, upvotes desc) where (state = 'asked');
create index live_questions_stream_id_fkey_idx on public.live_questions (stream_id);
create index live_questions_asker_id_fkey_idx on public.live_questions (asker_id) where (asker_id is not null);
create index live_questions_tip_id_fkey_idx on public.live_questions (tip_id) where (tip_id is not null);
create index live_questions_currency_fkey_idx on public.live_questions (currency) where (currency is not null);
create trigger touch_updated_at before update on public.live_questions for each row execute function boyfanz.touch_updated_at();
create trigger amount_of_the_tip before insert or update of tip_id, tip_minor, currency on public.live_questions for each row execute function boyfanz.matches_parent('tip_id', 'tips', 'tip_minor=amount_minor', 'currency');
create policy staff_select on public.live_questions for select to boyfanz_staff using ((select boyfanz.has_permission('live.watch_any')));
grant select (answered_at_ms, asker_id, body, created_at, currency, id, is_anonymous, state, stream_id, tip_minor, updated_at, upvotes) on table public.live_questions to anon;
grant select (answered_at_ms, asker_id, body, created_at, currency, id, is_anonymous, state, stream_id, tip_minor, updated_at, upvotes) on table public.live_questions to authenticated;
grant select on table public.live_questions to boyfanz_staff;
grant select, insert, update, delete on table public.live_questions to service_role;

create table public.live_raids (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  from_stream_id uuid not null,
  to_channel_id uuid not null,
  creator_id uuid not null,
  viewers integer not null,
  raided_at timestamptz default now() not null,
  is_accepted boolean default false not null,
  constraint live_raids_pkey primary key (id),
  constraint viewers_are_not_negative check (viewers >= 0)
);
alter table public.live_raids enable row level security;
revoke all on table public.live_raids from anon, authenticated, service_role;
comment on table public.live_raids is 'Hand-over of the viewers to another channel at the end of a stream.';
comment on column public.live_raids.creator_id is 'Of the stream that ends.';
alter table public.live_raids add constraint live_raids_to_channel_id_fkey foreign key (to_channel_id) references public.live_channels (id) on delete cascade;
create index live_raids_to_channel_id_raided_at_idx on public.live_raids (to_channel_id, raided_at desc);
create index live_raids_creator_id_from_stream_id_fkey_idx on public.live_raids (creator_id, from_stream_id);
create trigger touch_updated_at before update on public.live_raids for each row execute function boyfanz.touch_updated_at();
create trigger to_another_channel before insert on public.live_raids for each row execute function boyfanz.check_parent('live_channels', 'parent.id = child.to_channel_id and parent.creator_id <> child.creator_id and parent.is_enabled', 'The channel is the creator''s own or not enabled.');
grant select on table public.live_raids to anon;
grant select on table public.live_raids to authenticated;
grant select, insert, update, delete on table public.live_raids to service_role;

create table public.live_reaction_counts (
  stream_id uuid not null,
  bucket_at timestamptz not null,
  reaction text not null,
  taps integer not null,
  constraint live_reaction_counts_pkey primary key (stream_id, bucket_at, reaction),
  constraint bucket_is_ten_seconds check (bucket_at = date_bin(interval '10 seconds', bucket_at, timestamptz '2000-01-01 00:00:00+00')),
  constraint reaction_form check (char_length(reaction) between 1 and 32),
  constraint taps_are_positive check (taps > 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table public.live_reaction_counts enable row level security;
revoke all on table public.live_reaction_counts from anon, authenticated, service_role;
comment on table public.live_reaction_counts is 'Taps of a reaction in a stream by ten seconds; single taps are never stored.';
comment on column public.live_reaction_counts.bucket_at is 'Start of the ten seconds.';
grant select on table public.live_reaction_counts to anon;
grant select on table public.live_reaction_counts to authenticated;
grant select, insert, update, delete on table public.live_reaction_counts to service_role;

create table public.live_recordings (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  creator_id uuid not null,
  video_id uuid,
  storage_key text not null,
  duration_ms bigint,
  bytes bigint,
  state text default 'recording' not null,
  visibility text default 'private' not null,
  price_minor bigint,
  currency public.currency_code,
  available_until timestamptz,
  screening_job_id uuid,
  has_chat_replay boolean default true not null,
  constraint live_recordings_pkey primary key (id),
  constraint live_recordings_stream_id_id_key unique (stream_id, id),
  constraint live_recordings_storage_key_key unique (storage_key),
  constraint live_recordings_state_check check (state in ('recording', 'processing', 'ready', 'failed', 'deleted')),
  constraint live_recordings_visibility_check check (visibility in ('private', 'subscribers', 'ticket_holders', 'public', 'paid')),
  constraint measures_are_not_negative check (duration_ms >= 0 and bytes >= 0),
  constraint ready_is_measured check (state <> 'ready' or (duration_ms is not null and bytes is not null)),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint paid_names_its_price check (visibility <> 'paid' or price_minor is not null),
  constraint shown_was_screened check (visibility = 'private' or screening_job_id is not null)
);
alter table public.live_recordings enable row level security;
alter table public.live_clips add constraint live_clips_recording_id_fkey foreign key (recording_id) references public.live_recordings (id) on delete cascade;
create policy anonymous_select on public.live_clips for select to anon using ((exists (select from public.live_recordings p1 where p1.id = live_clips.recording_id offset 0) and (state = 'ready')));
create policy member_select on public.live_clips for select to authenticated using (live_clips.clipper_id = (select boyfanz.current_user_id()) or live_clips.creator_id = (select boyfanz.current_user_id()) or (exists (select from public.live_recordings p1 where p1.id = live_clips.recording_id offset 0) and (state = 'ready')));
revoke all on table public.live_recordings from anon, authenticated, service_role;
comment on table public.live_recordings is 'Recording of a stream with processing state, who may see the replay, price and removal date. Nothing but a private one is shown before it was screened and allowed; the row goes after the bytes.';
comment on column public.live_recordings.creator_id is 'Of the stream.';
comment on column public.live_recordings.video_id is 'The video made of it.';
comment on column public.live_recordings.storage_key is 'Name in object storage.';
alter table public.live_recordings add constraint live_recordings_video_id_fkey foreign key (video_id) references public.videos (id) on delete set null;
alter table public.live_recordings add constraint live_recordings_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.live_recordings add constraint live_recordings_screening_job_id_fkey foreign key (screening_job_id) references public.screening_jobs (id) on delete restrict;
create index live_recordings_creator_id_created_at_idx on public.live_recordings (creator_id, created_at desc);
create index live_recordings_available_until_idx on public.live_recordings (available_until) where (state = 'ready');
comment on index public.live_recordings_available_until_idx is 'For the job that removes.';
create index live_recordings_creator_id_stream_id_fkey_idx on public.live_recordings (creator_id, stream_id);
create index live_recordings_video_id_fkey_idx on public.live_recordings (video_id) where (video_id is not null);
create index live_recordings_currency_fkey_idx on public.live_recordings (currency) where (currency is not null);
create index live_recordings_screening_job_id_fkey_idx on public.live_recordings (screening_job_id) where (screening_job_id is not null);
create trigger touch_updated_at before update on public.live_recordings for each row execute function boyfanz.touch_updated_at();
create trigger screening_allows_it before insert or update of visibility, screening_job_id on public.live_recordings for each row when (new.visibility <> 'private') execute function boyfanz.check_parent('screening_jobs', 'parent.id = child.screening_job_id and parent.verdict = ''allow''', 'The screening did not allow it.');
create trigger video_of_same_creator before insert or update of video_id on public.live_recordings for each row execute function boyfanz.matches_parent('video_id', 'videos', 'creator_id=author_id');
create trigger origin_stays before update of stream_id, creator_id, storage_key on public.live_recordings for each row execute function boyfanz.set_once('stream_id', 'creator_id', 'storage_key');
create trigger deleted_stays_deleted before update of state on public.live_recordings for each row when (old.state = 'deleted' and new.state <> 'deleted') execute function boyfanz.refuse_when('The bytes are gone.');
create trigger bytes_go_first before delete on public.live_recordings for each row when (old.state <> 'deleted') execute function boyfanz.refuse_delete('The bytes would be left behind; set the state to deleted after they are gone.');
create policy anonymous_select on public.live_recordings for select to anon using ((state = 'ready' and visibility <> 'private' and (available_until is null or available_until > now()) and boyfanz.may_watch_recording(stream_id, creator_id, visibility)));
create policy member_select on public.live_recordings for select to authenticated using (live_recordings.creator_id = (select boyfanz.current_user_id()) or (state = 'ready' and visibility <> 'private' and (available_until is null or available_until > now()) and boyfanz.may_watch_recording(stream_id, creator_id, visibility)));
create policy staff_select on public.live_recordings for select to boyfanz_staff using ((select boyfanz.has_permission('live.watch_any')));
grant select (available_until, bytes, created_at, creator_id, currency, duration_ms, has_chat_replay, id, price_minor, state, stream_id, updated_at, video_id, visibility) on table public.live_recordings to anon;
grant select (available_until, bytes, created_at, creator_id, currency, duration_ms, has_chat_replay, id, price_minor, state, stream_id, updated_at, video_id, visibility) on table public.live_recordings to authenticated;
grant select on table public.live_recordings to boyfanz_staff;
grant select, insert, update, delete on table public.live_recordings to service_role;

create table public.live_renditions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  publish_session_id uuid not null,
  name text not null,
  width smallint not null,
  height smallint not null,
  bitrate_kbps integer not null,
  codec text not null,
  playlist_key text not null,
  state text default 'starting' not null,
  encoded_seconds integer default 0 not null,
  constraint live_renditions_pkey primary key (id),
  constraint live_renditions_publish_session_id_name_key unique (publish_session_id, name),
  constraint live_renditions_state_check check (state in ('starting', 'active', 'stalled', 'stopped')),
  constraint name_length check (char_length(name) between 1 and 40),
  constraint measures_are_positive check (width > 0 and height > 0 and bitrate_kbps > 0),
  constraint encoded_is_not_negative check (encoded_seconds >= 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table public.live_renditions enable row level security;
revoke all on table public.live_renditions from anon, authenticated, service_role;
comment on table public.live_renditions is 'Rendition that was encoded for a publish session, with playlist and health; the player and the bill go by it.';
comment on column public.live_renditions.width is 'Pixels.';
comment on column public.live_renditions.height is 'Pixels.';
comment on column public.live_renditions.playlist_key is 'Name in object storage.';
alter table public.live_renditions add constraint live_renditions_publish_session_id_fkey foreign key (publish_session_id) references public.live_publish_sessions (id) on delete cascade;
create trigger touch_updated_at before update on public.live_renditions for each row execute function boyfanz.touch_updated_at();
create trigger encoded_only_grows before update of encoded_seconds on public.live_renditions for each row execute function boyfanz.only_grows('encoded_seconds');
grant select, insert, update, delete on table public.live_renditions to service_role;

create table public.live_restream_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  target_id uuid not null,
  attempt smallint default 1 not null,
  state text default 'starting' not null,
  started_at timestamptz default now() not null,
  ended_at timestamptz,
  bytes_sent bigint default 0 not null,
  error text,
  constraint live_restream_runs_pkey primary key (id),
  constraint live_restream_runs_stream_id_target_id_attempt_key unique (stream_id, target_id, attempt),
  constraint live_restream_runs_state_check check (state in ('starting', 'active', 'failed', 'stopped', 'blocked_nsfw')),
  constraint attempt_is_positive check (attempt > 0),
  constraint ended_after_start check (ended_at >= started_at),
  constraint running_has_no_end check (state not in ('starting', 'active') or ended_at is null),
  constraint bytes_are_not_negative check (bytes_sent >= 0)
);
alter table public.live_restream_runs enable row level security;
revoke all on table public.live_restream_runs from anon, authenticated, service_role;
comment on table public.live_restream_runs is 'Sending of a stream to one target, attempt by attempt; an explicit stream to a target that takes none is blocked.';
create index live_restream_runs_target_id_fkey_idx on public.live_restream_runs (target_id);
create trigger touch_updated_at before update on public.live_restream_runs for each row execute function boyfanz.touch_updated_at();
create trigger target_takes_the_stream before insert or update of stream_id, target_id, state on public.live_restream_runs for each row execute function boyfanz.check_parent('live_restream_targets', 'parent.id = child.target_id and exists ( select from public.live_streams s where s.id = child.stream_id and s.channel_id = parent.channel_id and (s.explicit_level = 0 or not parent.is_sfw_only or child.state not in (''starting'', ''active'')))', 'The target is of another channel, or takes no explicit stream.');
grant select on table public.live_restream_runs to authenticated;
grant select, insert, update, delete on table public.live_restream_runs to service_role;

create table public.live_restream_targets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  creator_id uuid not null,
  platform text not null,
  account_label text not null,
  url_enc bytea not null,
  key_enc bytea not null,
  key_id smallint not null,
  is_sfw_only boolean default true not null,
  is_enabled boolean default true not null,
  last_error text,
  constraint live_restream_targets_pkey primary key (id),
  constraint live_restream_targets_channel_id_platform_account_label_key unique (channel_id, platform, account_label),
  constraint platform_form check (platform ~ '^[a-z][a-z0-9_]{1,39}$'),
  constraint account_label_length check (char_length(account_label) between 1 and 80)
);
alter table public.live_restream_targets enable row level security;
alter table public.live_restream_runs add constraint live_restream_runs_target_id_fkey foreign key (target_id) references public.live_restream_targets (id) on delete cascade;
create policy member_select on public.live_restream_runs for select to authenticated using (exists (select from public.live_restream_targets p1 where p1.id = live_restream_runs.target_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.live_restream_targets from anon, authenticated, service_role;
comment on table public.live_restream_targets is 'Other platform that a channel is sent to as well, with encrypted address and key; most take no explicit content.';
comment on column public.live_restream_targets.creator_id is 'Of the channel.';
comment on column public.live_restream_targets.url_enc is 'Encrypted with key_id.';
comment on column public.live_restream_targets.key_enc is 'Encrypted with key_id.';
comment on column public.live_restream_targets.key_id is 'Version of the encryption key.';
comment on column public.live_restream_targets.is_sfw_only is 'Takes streams of explicit level 0 only.';
alter table public.live_restream_targets add constraint channel_of_same_creator foreign key (creator_id, channel_id) references public.live_channels (creator_id, id) on delete cascade;
create index live_restream_targets_creator_id_channel_id_fkey_idx on public.live_restream_targets (creator_id, channel_id);
create trigger touch_updated_at before update on public.live_restream_targets for each row execute function boyfanz.touch_updated_at();
create trigger channel_never_changes before update of channel_id, creator_id on public.live_restream_targets for each row execute function boyfanz.set_once('channel_id', 'creator_id');
create policy member_select on public.live_restream_targets for select to authenticated using (live_restream_targets.creator_id = (select boyfanz.current_user_id()));
grant select (account_label, channel_id, created_at, creator_id, id, is_enabled, is_sfw_only, last_error, platform, updated_at) on table public.live_restream_targets to authenticated;
grant select, insert, update, delete on table public.live_restream_targets to service_role;

create table public.live_safety_samples (
  stream_id uuid not null,
  sampled_at timestamptz not null,
  frame_hash public.digest_256 not null,
  scores jsonb not null,
  verdict text default 'ok' not null,
  has_extra_person boolean default false not null,
  vault_key text,
  case_id uuid,
  constraint live_safety_samples_pkey primary key (stream_id, sampled_at),
  constraint live_safety_samples_verdict_check check (verdict in ('ok', 'watch', 'interrupt')),
  constraint scores_is_object check (jsonb_typeof(scores) = 'object'),
  constraint extra_person_is_not_ok check (not has_extra_person or verdict <> 'ok')
) partition by range (sampled_at);
alter table public.live_safety_samples enable row level security;
revoke all on table public.live_safety_samples from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'live_safety_samples', 'sampled_at', '1 day', 3, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.live_safety_samples'::regclass);
comment on table public.live_safety_samples is 'Frame of a running stream as the detectors judged it, which stands in for the review before publication that live content cannot have. No picture is here; what matters lies in the evidence vault.';
comment on column public.live_safety_samples.frame_hash is 'Perceptual hash of 256 bits.';
comment on column public.live_safety_samples.scores is 'Probability by detector.';
comment on column public.live_safety_samples.has_extra_person is 'Somebody in the picture who has no release for the stream.';
comment on column public.live_safety_samples.vault_key is 'Name in the evidence vault, kept beyond this row.';
create index live_safety_samples_sampled_at_idx on public.live_safety_samples (sampled_at desc) where (verdict <> 'ok');
comment on index public.live_safety_samples_sampled_at_idx is 'Desk that watches live streams.';
create trigger append_only before update on public.live_safety_samples for each row execute function boyfanz.append_only('set vault_key', 'set case_id');
grant select, insert, update, delete on table public.live_safety_samples to service_role;

create table public.live_schedules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  creator_id uuid not null,
  title text not null,
  rrule text not null,
  timezone text not null,
  local_start time not null,
  duration_minutes integer not null,
  exceptions date[] default '{}' not null,
  active daterange not null,
  generated_until date,
  constraint live_schedules_pkey primary key (id),
  constraint title_length check (char_length(title) between 1 and 150),
  constraint rrule_form check (rrule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$'),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint duration_in_range check (duration_minutes between 5 and 1440),
  constraint active_has_a_start check (isempty(active) or not lower_inf(active))
);
alter table public.live_schedules enable row level security;
revoke all on table public.live_schedules from anon, authenticated, service_role;
comment on table public.live_schedules is 'Recurring show in the creator''s time zone, with exceptions; a job generates streams from it a few weeks ahead.';
comment on column public.live_schedules.creator_id is 'Of the channel.';
comment on column public.live_schedules.rrule is 'Recurrence rule of RFC 5545.';
comment on column public.live_schedules.timezone is 'Name in the IANA time zone database.';
comment on column public.live_schedules.local_start is 'On the clock of timezone, so that the show stays there when summer time begins.';
comment on column public.live_schedules.exceptions is 'Local days without a show.';
comment on column public.live_schedules.generated_until is 'NULL before the first run.';
alter table public.live_schedules add constraint channel_of_same_creator foreign key (creator_id, channel_id) references public.live_channels (creator_id, id) on delete cascade;
create index live_schedules_generated_until_idx on public.live_schedules (generated_until) where (not isempty(active));
comment on index public.live_schedules_generated_until_idx is 'For the job that generates.';
create index live_schedules_creator_id_channel_id_fkey_idx on public.live_schedules (creator_id, channel_id);
create trigger touch_updated_at before update on public.live_schedules for each row execute function boyfanz.touch_updated_at();
create trigger channel_never_changes before update of channel_id, creator_id on public.live_schedules for each row execute function boyfanz.set_once('channel_id', 'creator_id');
create policy anonymous_select on public.live_schedules for select to anon using (exists (select from public.live_channels p1 where p1.creator_id = live_schedules.creator_id and p1.id = live_schedules.channel_id offset 0));
create policy member_select on public.live_schedules for select to authenticated using (live_schedules.creator_id = (select boyfanz.current_user_id()) or exists (select from public.live_channels p1 where p1.creator_id = live_schedules.creator_id and p1.id = live_schedules.channel_id offset 0));
create policy member_insert on public.live_schedules for insert to authenticated with check (live_schedules.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.live_schedules for update to authenticated using (live_schedules.creator_id = (select boyfanz.current_user_id())) with check (live_schedules.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.live_schedules for delete to authenticated using (live_schedules.creator_id = (select boyfanz.current_user_id()));
grant select (active, channel_id, created_at, creator_id, duration_minutes, exceptions, id, local_start, rrule, timezone, title, updated_at) on table public.live_schedules to anon;
grant select (active, channel_id, created_at, creator_id, duration_minutes, exceptions, id, local_start, rrule, timezone, title, updated_at), insert (active, channel_id, creator_id, duration_minutes, exceptions, id, local_start, rrule, timezone, title), update (active, channel_id, creator_id, duration_minutes, exceptions, id, local_start, rrule, timezone, title), delete on table public.live_schedules to authenticated;
grant select, insert, update, delete on table public.live_schedules to service_role;

create table public.live_stream_reminders (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  user_id uuid not null,
  minutes_before smallint default 10 not null,
  due_at timestamptz not null,
  sent_at timestamptz,
  constraint live_stream_reminders_pkey primary key (id),
  constraint live_stream_reminders_stream_id_user_id_key unique (stream_id, user_id),
  constraint minutes_before_in_range check (minutes_before between 0 and 10080)
);
alter table public.live_stream_reminders enable row level security;
revoke all on table public.live_stream_reminders from anon, authenticated, service_role;
comment on table public.live_stream_reminders is 'Somebody wants to be told before a stream starts; sent once.';
comment on column public.live_stream_reminders.due_at is 'Moved with the start of the stream.';
alter table public.live_stream_reminders add constraint live_stream_reminders_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index live_stream_reminders_due_at_idx on public.live_stream_reminders (due_at) where (sent_at is null);
comment on index public.live_stream_reminders_due_at_idx is 'For the sender.';
create index live_stream_reminders_user_id_fkey_idx on public.live_stream_reminders (user_id);
create trigger touch_updated_at before update on public.live_stream_reminders for each row execute function boyfanz.touch_updated_at();
create trigger sent_once before update of sent_at on public.live_stream_reminders for each row execute function boyfanz.set_once('sent_at');
create policy member_select on public.live_stream_reminders for select to authenticated using (live_stream_reminders.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.live_stream_reminders for insert to authenticated with check ((live_stream_reminders.user_id = (select boyfanz.current_user_id()) and (boyfanz.may_see_stream(stream_id))));
create policy member_update on public.live_stream_reminders for update to authenticated using (live_stream_reminders.user_id = (select boyfanz.current_user_id())) with check ((live_stream_reminders.user_id = (select boyfanz.current_user_id()) and (boyfanz.may_see_stream(stream_id))));
create policy member_delete on public.live_stream_reminders for delete to authenticated using (live_stream_reminders.user_id = (select boyfanz.current_user_id()));
grant select, insert (due_at, id, minutes_before, stream_id, user_id), update (due_at, id, minutes_before, stream_id, user_id), delete on table public.live_stream_reminders to authenticated;
grant select, insert, update, delete on table public.live_stream_reminders to service_role;

create table public.live_stream_stats (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  creator_id uuid not null,
  duration_seconds integer not null,
  peak_viewers integer default 0 not null,
  average_viewers real default 0 not null,
  unique_viewers integer default 0 not null,
  watch_seconds bigint default 0 not null,
  chat_messages integer default 0 not null,
  new_followers integer default 0 not null,
  new_subscribers integer default 0 not null,
  gifts_minor bigint default 0 not null,
  tips_minor bigint default 0 not null,
  tickets_minor bigint default 0 not null,
  currency public.currency_code not null,
  finalised_at timestamptz,
  constraint live_stream_stats_pkey primary key (stream_id),
  constraint counts_are_not_negative check (duration_seconds >= 0 and peak_viewers >= 0 and average_viewers >= 0 and unique_viewers >= 0 and watch_seconds >= 0 and chat_messages >= 0 and new_followers >= 0 and new_subscribers >= 0),
  constraint earnings_are_not_negative check (gifts_minor >= 0 and tips_minor >= 0 and tickets_minor >= 0),
  constraint average_is_not_above_peak check (average_viewers <= peak_viewers)
);
alter table public.live_stream_stats enable row level security;
revoke all on table public.live_stream_stats from anon, authenticated, service_role;
comment on table public.live_stream_stats is 'Final figures of a stream that ended, from viewer sessions and the ledger; once finalised they stay.';
comment on column public.live_stream_stats.creator_id is 'Of the stream.';
alter table public.live_stream_stats add constraint live_stream_stats_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.live_stream_stats add constraint live_stream_stats_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index live_stream_stats_creator_id_finalised_at_idx on public.live_stream_stats (creator_id, finalised_at desc);
create index live_stream_stats_currency_fkey_idx on public.live_stream_stats (currency);
create trigger touch_updated_at before update on public.live_stream_stats for each row execute function boyfanz.touch_updated_at();
create trigger creator_of_the_stream before insert or update of stream_id, creator_id on public.live_stream_stats for each row execute function boyfanz.matches_parent('stream_id', 'live_streams', 'creator_id');
create trigger freeze_when_finalised before update on public.live_stream_stats for each row execute function boyfanz.freeze_when_set('finalised_at');
create policy member_select on public.live_stream_stats for select to authenticated using (live_stream_stats.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.live_stream_stats for select to boyfanz_staff using ((select boyfanz.has_permission('live.watch_any')));
grant select on table public.live_stream_stats to authenticated;
grant select on table public.live_stream_stats to boyfanz_staff;
grant select, insert, update, delete on table public.live_stream_stats to service_role;

create table public.live_streams (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel_id uuid not null,
  creator_id uuid not null,
  event_session_id uuid,
  schedule_id uuid,
  title text not null,
  description text,
  category_id uuid,
  language public.language_tag default 'en' not null,
  access text default 'public' not null,
  price_minor bigint,
  currency public.currency_code,
  explicit_level smallint default 3 not null,
  state text default 'scheduled' not null,
  scheduled_start timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  peak_viewers integer default 0 not null,
  replay_recording_id uuid,
  constraint live_streams_pkey primary key (id),
  constraint live_streams_creator_id_id_key unique (creator_id, id),
  constraint live_streams_access_check check (access in ('public', 'followers', 'subscribers', 'ticket', 'ppv', 'private')),
  constraint live_streams_state_check check (state in ('scheduled', 'starting', 'live', 'ended', 'cancelled', 'blocked')),
  constraint live_streams_end_reason_check check (end_reason in ('host', 'timeout', 'moderation', 'error', 'cancelled')),
  constraint title_length check (char_length(title) between 1 and 150),
  constraint description_length check (char_length(description) <= 5000),
  constraint price_is_not_negative check (price_minor >= 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint sold_names_its_price check (access not in ('ppv', 'ticket') or price_minor is not null),
  constraint explicit_level_in_range check (explicit_level between 0 and 3),
  constraint scheduled_names_its_start check (state <> 'scheduled' or scheduled_start is not null),
  constraint live_names_its_start check (state not in ('live', 'ended') or started_at is not null),
  constraint ended_after_start check (ended_at is null or (started_at is not null and ended_at >= started_at)),
  constraint running_has_no_end check (state not in ('scheduled', 'starting', 'live') or (ended_at is null and end_reason is null)),
  constraint ended_names_time_and_reason check (state <> 'ended' or (ended_at is not null and end_reason is not null)),
  constraint peak_is_not_negative check (peak_viewers >= 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
alter table public.live_streams enable row level security;
alter table public.live_access_grants add constraint live_access_grants_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
create policy member_select on public.live_access_grants for select to authenticated using (live_access_grants.user_id = (select boyfanz.current_user_id()) or exists (select from public.live_streams p1 where p1.id = live_access_grants.stream_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
alter table public.live_channels add constraint current_stream_of_same_creator foreign key (creator_id, current_stream_id) references public.live_streams (creator_id, id) on delete restrict;
create policy anonymous_select on public.live_chat_messages for select to anon using ((exists (select from public.live_streams p1 where p1.id = live_chat_messages.stream_id offset 0) and (state = 'visible')));
create policy member_select on public.live_chat_messages for select to authenticated using ((live_chat_messages.user_id = (select boyfanz.current_user_id()) and (state <> 'removed')) or (exists (select from public.live_streams p1 where p1.id = live_chat_messages.stream_id offset 0) and (state = 'visible')));
alter table public.live_chat_pins add constraint live_chat_pins_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
create policy anonymous_select on public.live_chat_pins for select to anon using (exists (select from public.live_streams p1 where p1.id = live_chat_pins.stream_id offset 0));
create policy member_select on public.live_chat_pins for select to authenticated using (exists (select from public.live_streams p1 where p1.id = live_chat_pins.stream_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.live_streams p1 where p1.id = live_chat_pins.stream_id offset 0));
alter table public.live_chat_sanctions add constraint live_chat_sanctions_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete set null;
alter table public.live_collaborations add constraint stream_of_the_host foreign key (host_id, stream_id) references public.live_streams (creator_id, id) on delete cascade;
create policy member_select on public.live_device_activations for select to authenticated using (exists (select from public.live_streams p1 where p1.id = live_device_activations.stream_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
alter table public.live_gift_leaderboards add constraint live_gift_leaderboards_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
create policy anonymous_select on public.live_gift_leaderboards for select to anon using ((exists (select from public.live_streams p1 where p1.id = live_gift_leaderboards.stream_id offset 0) and (not is_anonymous)));
create policy member_select on public.live_gift_leaderboards for select to authenticated using (live_gift_leaderboards.user_id = (select boyfanz.current_user_id()) or (exists (select from public.live_streams p1 where p1.id = live_gift_leaderboards.stream_id offset 0) and (not is_anonymous)));
alter table public.live_gifts add constraint live_gifts_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete restrict;
alter table public.live_incidents add constraint live_incidents_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete set null;
create policy member_select on public.live_incidents for select to authenticated using (exists (select from public.live_streams p1 where p1.id = live_incidents.stream_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
alter table public.live_markers add constraint stream_of_same_creator foreign key (creator_id, stream_id) references public.live_streams (creator_id, id) on delete cascade;
create policy anonymous_select on public.live_markers for select to anon using ((exists (select from public.live_streams p1 where p1.creator_id = live_markers.creator_id and p1.id = live_markers.stream_id offset 0) and (kind <> 'cut')));
create policy member_select on public.live_markers for select to authenticated using (live_markers.creator_id = (select boyfanz.current_user_id()) or (exists (select from public.live_streams p1 where p1.creator_id = live_markers.creator_id and p1.id = live_markers.stream_id offset 0) and (kind <> 'cut')));
alter table public.live_polls add constraint stream_of_same_creator foreign key (creator_id, stream_id) references public.live_streams (creator_id, id) on delete cascade;
create policy anonymous_select on public.live_polls for select to anon using ((exists (select from public.live_streams p1 where p1.creator_id = live_polls.creator_id and p1.id = live_polls.stream_id offset 0) and (state <> 'cancelled')));
create policy member_select on public.live_polls for select to authenticated using (live_polls.creator_id = (select boyfanz.current_user_id()) or (exists (select from public.live_streams p1 where p1.creator_id = live_polls.creator_id and p1.id = live_polls.stream_id offset 0) and (state <> 'cancelled')));
alter table public.live_private_shows add constraint live_private_shows_origin_stream_id_fkey foreign key (origin_stream_id) references public.live_streams (id) on delete set null;
alter table public.live_publish_sessions add constraint live_publish_sessions_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
create policy member_select on public.live_publish_sessions for select to authenticated using (exists (select from public.live_streams p1 where p1.id = live_publish_sessions.stream_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
alter table public.live_questions add constraint live_questions_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
create policy anonymous_select on public.live_questions for select to anon using ((exists (select from public.live_streams p1 where p1.id = live_questions.stream_id offset 0) and (state <> 'dismissed' and not is_anonymous)));
create policy member_select on public.live_questions for select to authenticated using (live_questions.asker_id = (select boyfanz.current_user_id()) or exists (select from public.live_streams p1 where p1.id = live_questions.stream_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or (exists (select from public.live_streams p1 where p1.id = live_questions.stream_id offset 0) and (state <> 'dismissed' and not is_anonymous)));
alter table public.live_raids add constraint stream_of_same_creator foreign key (creator_id, from_stream_id) references public.live_streams (creator_id, id) on delete cascade;
create policy anonymous_select on public.live_raids for select to anon using ((exists (select from public.live_streams p1 where p1.creator_id = live_raids.creator_id and p1.id = live_raids.from_stream_id offset 0) and (is_accepted)));
create policy member_select on public.live_raids for select to authenticated using (live_raids.creator_id = (select boyfanz.current_user_id()) or exists (select from public.live_channels p1 where p1.id = live_raids.to_channel_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or (exists (select from public.live_streams p1 where p1.creator_id = live_raids.creator_id and p1.id = live_raids.from_stream_id offset 0) and (is_accepted)));
alter table public.live_reaction_counts add constraint live_reaction_counts_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
create policy anonymous_select on public.live_reaction_counts for select to anon using (exists (select from public.live_streams p1 where p1.id = live_reaction_counts.stream_id offset 0));
create policy member_select on public.live_reaction_counts for select to authenticated using (exists (select from public.live_streams p1 where p1.id = live_reaction_counts.stream_id offset 0));
alter table public.live_recordings add constraint stream_of_same_creator foreign key (creator_id, stream_id) references public.live_streams (creator_id, id) on delete restrict;
alter table public.live_restream_runs add constraint live_restream_runs_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
alter table public.live_stream_reminders add constraint live_stream_reminders_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete cascade;
alter table public.live_stream_stats add constraint live_stream_stats_stream_id_fkey foreign key (stream_id) references public.live_streams (id) on delete restrict;
revoke all on table public.live_streams from anon, authenticated, service_role;
comment on table public.live_streams is 'One show, planned or broadcast, with schedule, access, price, state and replay; what happens in it hangs from it. It does not go with its channel, since money and moderation depend on it.';
comment on column public.live_streams.creator_id is 'Of the channel.';
comment on column public.live_streams.schedule_id is 'Recurring pattern that it is an occurrence of.';
comment on column public.live_streams.explicit_level is '0 none to 3 explicit.';
alter table public.live_streams add constraint live_streams_event_session_id_fkey foreign key (event_session_id) references public.event_sessions (id) on delete set null;
alter table public.live_streams add constraint live_streams_schedule_id_fkey foreign key (schedule_id) references public.live_schedules (id) on delete set null;
alter table public.live_streams add constraint live_streams_category_id_fkey foreign key (category_id) references public.live_categories (id) on delete set null;
alter table public.live_streams add constraint live_streams_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.live_streams add constraint channel_of_same_creator foreign key (channel_id, creator_id) references public.live_channels (id, creator_id) on delete restrict;
alter table public.live_streams add constraint replay_of_same_stream foreign key (id, replay_recording_id) references public.live_recordings (stream_id, id) on delete restrict;
create unique index live_streams_channel_id_idx on public.live_streams (channel_id) where (state in ('starting', 'live'));
create index live_streams_started_at_idx on public.live_streams (started_at desc) where (state = 'live');
comment on index public.live_streams_started_at_idx is 'What is on now.';
create index live_streams_category_id_peak_viewers_idx on public.live_streams (category_id, peak_viewers desc) where (state = 'live');
comment on index public.live_streams_category_id_peak_viewers_idx is 'Browsing a category.';
create index live_streams_scheduled_start_idx on public.live_streams (scheduled_start) where (state = 'scheduled');
comment on index public.live_streams_scheduled_start_idx is 'Upcoming.';
create index live_streams_creator_id_created_at_idx on public.live_streams (creator_id, created_at desc);
create index live_streams_channel_id_creator_id_fkey_idx on public.live_streams (channel_id, creator_id);
create index live_streams_id_replay_recording_id_fkey_idx on public.live_streams (id, replay_recording_id);
create index live_streams_event_session_id_fkey_idx on public.live_streams (event_session_id) where (event_session_id is not null);
create index live_streams_schedule_id_fkey_idx on public.live_streams (schedule_id) where (schedule_id is not null);
create index live_streams_category_id_fkey_idx on public.live_streams (category_id) where (category_id is not null);
create index live_streams_currency_fkey_idx on public.live_streams (currency) where (currency is not null);
create trigger touch_updated_at before update on public.live_streams for each row execute function boyfanz.touch_updated_at();
create trigger channel_may_go_live before insert or update of state, channel_id on public.live_streams for each row when (new.state in ('starting', 'live')) execute function boyfanz.check_parent('live_channels', 'parent.id = child.channel_id and parent.is_enabled and parent.live_verified_at is not null', 'The channel is not enabled and verified.');
create trigger schedule_of_same_channel before insert or update of schedule_id on public.live_streams for each row execute function boyfanz.matches_parent('schedule_id', 'live_schedules', 'channel_id');
create trigger over_is_over before update of state on public.live_streams for each row when (old.state in ('ended', 'cancelled') and new.state not in ('ended', 'cancelled', 'blocked')) execute function boyfanz.refuse_when('A stream that is over does not start again; plan a new one.');
create trigger facts_stay before update of channel_id, creator_id, started_at, ended_at on public.live_streams for each row execute function boyfanz.set_once('channel_id', 'creator_id', 'started_at', 'ended_at');
create trigger peak_only_grows before update of peak_viewers on public.live_streams for each row execute function boyfanz.only_grows('peak_viewers');
create policy anonymous_select on public.live_streams for select to anon using ((state <> 'blocked' and boyfanz.may_watch_stream(id, creator_id, access, explicit_level)));
create policy member_select on public.live_streams for select to authenticated using (live_streams.creator_id = (select boyfanz.current_user_id()) or live_streams.channel_id = any (array(select boyfanz.my_live_channel_moderators_channel_id())) or (state <> 'blocked' and boyfanz.may_watch_stream(id, creator_id, access, explicit_level)));
create policy staff_select on public.live_streams for select to boyfanz_staff using ((select boyfanz.has_permission('live.watch_any')));
grant select on table public.live_streams to anon;
grant select on table public.live_streams to authenticated;
grant select on table public.live_streams to boyfanz_staff;
grant select, insert, update, delete on table public.live_streams to service_role;

create table public.live_tip_menu_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  stream_id uuid not null,
  item_id uuid not null,
  creator_id uuid not null,
  buyer_id uuid,
  price_tokens integer not null,
  note text,
  ledger_transaction_id uuid not null,
  state text default 'queued' not null,
  requested_at timestamptz default now() not null,
  done_at timestamptz,
  refund_transaction_id uuid,
  constraint live_tip_menu_requests_pkey primary key (id),
  constraint live_tip_menu_requests_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint live_tip_menu_requests_refund_transaction_id_key unique (refund_transaction_id),
  constraint live_tip_menu_requests_state_check check (state in ('queued', 'done', 'declined', 'refunded')),
  constraint price_is_positive check (price_tokens > 0),
  constraint note_length check (char_length(note) <= 300),
  constraint nobody_asks_themselves check (buyer_id <> creator_id),
  constraint done_names_its_time check (state <> 'done' or done_at is not null),
  constraint done_after_the_request check (done_at >= requested_at),
  constraint refunded_is_posted check ((state = 'refunded') = (refund_transaction_id is not null)),
  constraint refund_is_another_posting check (refund_transaction_id <> ledger_transaction_id)
);
alter table public.live_tip_menu_requests enable row level security;
revoke all on table public.live_tip_menu_requests from anon, authenticated, service_role;
comment on table public.live_tip_menu_requests is 'Paid wish from the tip menu, waiting, done or refunded by a posting of its own. Price and parties never change; erasure clears the buyer.';
comment on column public.live_tip_menu_requests.creator_id is 'Of both the stream and the item.';
alter table public.live_tip_menu_requests add constraint live_tip_menu_requests_buyer_id_fkey foreign key (buyer_id) references public.users (id) on delete set null;
alter table public.live_tip_menu_requests add constraint live_tip_menu_requests_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.live_tip_menu_requests add constraint live_tip_menu_requests_refund_transaction_id_fkey foreign key (refund_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.live_tip_menu_requests add constraint stream_of_same_creator foreign key (creator_id, stream_id) references public.live_streams (creator_id, id) on delete restrict;
alter table public.live_tip_menu_requests add constraint item_of_same_creator foreign key (creator_id, item_id) references public.tip_menu_items (creator_id, id) on delete restrict;
create index live_tip_menu_requests_stream_id_requested_at_idx on public.live_tip_menu_requests (stream_id, requested_at) where (state = 'queued');
create index live_tip_menu_requests_creator_id_stream_id_fkey_idx on public.live_tip_menu_requests (creator_id, stream_id);
create index live_tip_menu_requests_creator_id_item_id_fkey_idx on public.live_tip_menu_requests (creator_id, item_id);
create index live_tip_menu_requests_buyer_id_fkey_idx on public.live_tip_menu_requests (buyer_id) where (buyer_id is not null);
create trigger touch_updated_at before update on public.live_tip_menu_requests for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.live_tip_menu_requests for each row execute function boyfanz.append_only('change state', 'set done_at', 'set refund_transaction_id', 'clear buyer_id', 'clear note');
create trigger queue_is_left_once before update of state on public.live_tip_menu_requests for each row when (new.state <> old.state and (old.state = 'refunded' or new.state = 'queued')) execute function boyfanz.refuse_when('What was refunded stays so, and nothing is queued again.');
create policy member_select on public.live_tip_menu_requests for select to authenticated using (live_tip_menu_requests.buyer_id = (select boyfanz.current_user_id()) or live_tip_menu_requests.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.live_tip_menu_requests for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.live_tip_menu_requests to authenticated;
grant select on table public.live_tip_menu_requests to boyfanz_staff;
grant select, insert, update, delete on table public.live_tip_menu_requests to service_role;

create table public.live_transcode_profiles (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer default 1 not null,
  ladder jsonb not null,
  max_source_height smallint not null,
  codec text not null,
  gpu_class text,
  is_active boolean default true not null,
  constraint live_transcode_profiles_pkey primary key (id),
  constraint live_transcode_profiles_key_version_key unique (key, version),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_]{1,62}$'),
  constraint version_is_positive check (version > 0),
  constraint ladder_has_steps check (case when jsonb_typeof(ladder) = 'array' then jsonb_array_length(ladder) > 0 else false end),
  constraint max_source_height_is_positive check (max_source_height > 0)
);
alter table public.live_transcode_profiles enable row level security;
revoke all on table public.live_transcode_profiles from anon, authenticated, service_role;
comment on table public.live_transcode_profiles is 'Ladder of renditions by plan, source size and latency; a change is a new version.';
comment on column public.live_transcode_profiles.ladder is 'List of name, height, bitrate and frame rate.';
comment on column public.live_transcode_profiles.max_source_height is 'Pixels.';
create trigger touch_updated_at before update on public.live_transcode_profiles for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.live_transcode_profiles for each row execute function boyfanz.append_only('change is_active');
create policy staff_select on public.live_transcode_profiles for select to boyfanz_staff using ((select boyfanz.has_permission('ingest.manage')));
grant select on table public.live_transcode_profiles to boyfanz_staff;
grant select, insert, update, delete on table public.live_transcode_profiles to service_role;

create table public.live_viewer_samples (
  stream_id uuid not null,
  sampled_at timestamptz not null,
  concurrent integer not null,
  subscribers integer default 0 not null,
  chat_per_minute integer default 0 not null,
  gifts_minor bigint default 0 not null,
  currency public.currency_code not null,
  joins integer default 0 not null,
  leaves integer default 0 not null,
  constraint live_viewer_samples_pkey primary key (stream_id, sampled_at),
  constraint counts_are_not_negative check (concurrent >= 0 and subscribers >= 0 and chat_per_minute >= 0 and gifts_minor >= 0 and joins >= 0 and leaves >= 0),
  constraint subscribers_are_viewers check (subscribers <= concurrent)
) partition by range (sampled_at);
alter table public.live_viewer_samples enable row level security;
revoke all on table public.live_viewer_samples from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'live_viewer_samples', 'sampled_at', '7 days', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.live_viewer_samples'::regclass);
comment on table public.live_viewer_samples is 'Concurrent viewers, chat and gifts of a stream every ten seconds. A job, or a continuous aggregate where there is one, sums it up by minute.';
comment on column public.live_viewer_samples.gifts_minor is 'Worth of the gifts since the last sample.';
create trigger append_only before update on public.live_viewer_samples for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.live_viewer_samples to service_role;

create table public.live_viewer_sessions (
  id uuid default boyfanz.uuid_v7() not null,
  joined_at timestamptz default now() not null,
  left_at timestamptz,
  stream_id uuid not null,
  user_id uuid,
  actor_id uuid,
  platform text not null,
  country_code public.country_code,
  watch_seconds integer default 0 not null,
  rebuffer_ms integer default 0 not null,
  entry_source text,
  is_subscriber boolean default false not null,
  constraint live_viewer_sessions_pkey primary key (id, joined_at),
  constraint live_viewer_sessions_platform_check check (platform in ('web', 'ios', 'android', 'desktop', 'tv', 'api')),
  constraint left_after_joining check (left_at >= joined_at),
  constraint measures_are_not_negative check (watch_seconds >= 0 and rebuffer_ms >= 0)
) partition by range (joined_at);
alter table public.live_viewer_sessions enable row level security;
revoke all on table public.live_viewer_sessions from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'live_viewer_sessions', 'joined_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.live_viewer_sessions'::regclass);
comment on table public.live_viewer_sessions is 'One viewing from join to leave with time watched, quality and country; pay by watch time and unique viewers come from it. Erasure clears the viewer.';
comment on column public.live_viewer_sessions.user_id is 'NULL for a visitor, and after erasure.';
comment on column public.live_viewer_sessions.is_subscriber is 'When joining.';
create index live_viewer_sessions_stream_id_joined_at_idx on public.live_viewer_sessions (stream_id, joined_at);
create index live_viewer_sessions_user_id_joined_at_idx on public.live_viewer_sessions (user_id, joined_at desc) where (user_id is not null);
create index live_viewer_sessions_stream_id_idx on public.live_viewer_sessions (stream_id) where (left_at is null);
comment on index public.live_viewer_sessions_stream_id_idx is 'Who is here now.';
create trigger append_only before update on public.live_viewer_sessions for each row execute function boyfanz.append_only('set left_at', 'change watch_seconds', 'change rebuffer_ms', 'clear user_id', 'clear actor_id', 'clear country_code');
create trigger watch_time_only_grows before update of watch_seconds, rebuffer_ms on public.live_viewer_sessions for each row execute function boyfanz.only_grows('watch_seconds', 'rebuffer_ms');
grant select, insert, update, delete on table public.live_viewer_sessions to service_role;

create table public.venues (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid,
  name text not null,
  kind text not null,
  address_enc bytea,
  key_id smallint,
  city text,
  region_code text,
  country_code public.country_code,
  latitude double precision,
  longitude double precision,
  public_latitude double precision,
  public_longitude double precision,
  "position" extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(longitude, latitude), 4326)::geography) stored,
  public_position extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(public_longitude, public_latitude), 4326)::geography) stored,
  timezone text not null,
  capacity integer,
  accessibility jsonb,
  age_policy text,
  status text default 'active' not null,
  constraint venues_pkey primary key (id),
  constraint venues_kind_check check (kind in ('physical', 'virtual', 'hybrid')),
  constraint venues_status_check check (status in ('active', 'hidden', 'closed')),
  constraint name_length check (char_length(name) between 1 and 120),
  constraint address_names_its_key check ((address_enc is null) = (key_id is null)),
  constraint region_code_form check (region_code ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  constraint physical_has_a_position check (kind = 'virtual' or latitude is not null),
  constraint position_is_whole check ((latitude is null) = (longitude is null) and (public_latitude is null) = (public_longitude is null)),
  constraint position_is_on_earth check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint public_position_is_on_earth check (public_latitude between -90 and 90 and public_longitude between -180 and 180),
  constraint public_position_is_rounded check (public_latitude = round(public_latitude::numeric, 2)::double precision and public_longitude = round(public_longitude::numeric, 2)::double precision),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint capacity_is_positive check (capacity > 0),
  constraint accessibility_is_object check (jsonb_typeof(accessibility) = 'object')
);
alter table public.venues enable row level security;
alter table public.event_seat_maps add constraint event_seat_maps_venue_id_fkey foreign key (venue_id) references public.venues (id) on delete restrict;
alter table public.events add constraint events_venue_id_fkey foreign key (venue_id) references public.venues (id) on delete restrict;
revoke all on table public.venues from anon, authenticated, service_role;
comment on table public.venues is 'Place of events, physical or virtual, with time zone and capacity. The address and the exact position are for ticket holders; everybody else gets a position cut to about a kilometre.';
comment on column public.venues.address_enc is 'Encrypted with key_id.';
comment on column public.venues.key_id is 'Version of the encryption key.';
comment on column public.venues.region_code is 'Of ISO 3166-2, such as DE-BE.';
comment on column public.venues.latitude is 'Degrees.';
comment on column public.venues.longitude is 'Degrees.';
comment on column public.venues.public_latitude is 'Degrees, two decimals.';
comment on column public.venues.public_longitude is 'Degrees, two decimals.';
comment on column public.venues.timezone is 'Name in the IANA time zone database.';
alter table public.venues add constraint venues_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
create index venues_public_position_idx on public.venues using gist (public_position) where (status = 'active');
comment on index public.venues_public_position_idx is 'Venues nearby.';
create index venues_country_code_city_idx on public.venues (country_code, city);
create index venues_owner_user_id_fkey_idx on public.venues (owner_user_id) where (owner_user_id is not null);
create trigger touch_updated_at before update on public.venues for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.venues for select to anon using ((status = 'active'));
create policy member_select on public.venues for select to authenticated using ((status = 'active') or venues.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.venues for select to boyfanz_staff using ((select boyfanz.has_permission('event.moderate')));
grant select (accessibility, age_policy, capacity, city, country_code, created_at, id, kind, name, public_latitude, public_longitude, public_position, region_code, status, timezone, updated_at) on table public.venues to anon;
grant select (accessibility, age_policy, capacity, city, country_code, created_at, id, kind, name, public_latitude, public_longitude, public_position, region_code, status, timezone, updated_at) on table public.venues to authenticated;
grant select on table public.venues to boyfanz_staff;
grant select, insert, update, delete on table public.venues to service_role;

create table public.accessibility_issues (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  reporter_id uuid,
  source text not null,
  surface text not null,
  wcag_criterion text,
  severity text not null,
  description text not null,
  state text default 'open' not null,
  due_on date,
  fixed_in_release_id uuid,
  constraint accessibility_issues_pkey primary key (id),
  constraint accessibility_issues_source_check check (source in ('user', 'audit', 'automated')),
  constraint accessibility_issues_severity_check check (severity in ('minor', 'serious', 'critical')),
  constraint accessibility_issues_state_check check (state in ('open', 'planned', 'fixed', 'wont_fix')),
  constraint wcag_criterion_form check (wcag_criterion ~ '^[1-4][.][0-9]{1,2}[.][0-9]{1,2}$'),
  constraint planned_names_its_date check (state <> 'planned' or due_on is not null),
  constraint only_fixed_names_a_release check (fixed_in_release_id is null or state = 'fixed')
);
alter table public.accessibility_issues enable row level security;
revoke all on table public.accessibility_issues from anon, authenticated, service_role;
comment on table public.accessibility_issues is 'Barrier that an audit, a test or a person found, with the criterion, how bad it is and the release that removed it.';
comment on column public.accessibility_issues.surface is 'Screen or component.';
alter table public.accessibility_issues add constraint accessibility_issues_reporter_id_fkey foreign key (reporter_id) references public.users (id) on delete set null;
create index accessibility_issues_state_severity_idx on public.accessibility_issues (state, severity) where (state in ('open', 'planned'));
create index accessibility_issues_reporter_id_fkey_idx on public.accessibility_issues (reporter_id) where (reporter_id is not null);
create index accessibility_issues_fixed_in_release_id_fkey_idx on public.accessibility_issues (fixed_in_release_id) where (fixed_in_release_id is not null);
create trigger touch_updated_at before update on public.accessibility_issues for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.accessibility_issues for select to authenticated using (accessibility_issues.reporter_id = (select boyfanz.current_user_id()));
create policy staff_select on public.accessibility_issues for select to boyfanz_staff using ((select boyfanz.has_permission('accessibility.manage')));
create policy member_insert on public.accessibility_issues for insert to authenticated with check ((accessibility_issues.reporter_id = (select boyfanz.current_user_id()) and (source = 'user')));
grant select, insert (description, id, reporter_id, severity, source, surface, wcag_criterion) on table public.accessibility_issues to authenticated;
grant select on table public.accessibility_issues to boyfanz_staff;
grant select, insert, update, delete on table public.accessibility_issues to service_role;

create table public.accessibility_preferences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  text_scale_pct smallint default 100 not null,
  reduce_motion boolean default false not null,
  high_contrast boolean default false not null,
  captions_default boolean default false not null,
  screen_reader_hints boolean default false not null,
  dyslexia_font boolean default false not null,
  colour_filter text default 'none' not null,
  autoplay_off boolean default false not null,
  keyboard_only boolean default false not null,
  flash_warnings boolean default true not null,
  constraint accessibility_preferences_pkey primary key (user_id),
  constraint accessibility_preferences_colour_filter_check check (colour_filter in ('none', 'protanopia', 'deuteranopia', 'tritanopia')),
  constraint text_scale_in_range check (text_scale_pct between 80 and 300)
) with (fillfactor = 90);
alter table public.accessibility_preferences enable row level security;
revoke all on table public.accessibility_preferences from anon, authenticated, service_role;
comment on table public.accessibility_preferences is 'What a person needs of display and input, on all their devices.';
alter table public.accessibility_preferences add constraint accessibility_preferences_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.accessibility_preferences for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.accessibility_preferences for select to authenticated using (accessibility_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.accessibility_preferences for insert to authenticated with check (accessibility_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.accessibility_preferences for update to authenticated using (accessibility_preferences.user_id = (select boyfanz.current_user_id())) with check (accessibility_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.accessibility_preferences for delete to authenticated using (accessibility_preferences.user_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.accessibility_preferences to authenticated;
grant select, insert, update, delete on table public.accessibility_preferences to service_role;

create table public.api_changelog_entries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  api_version integer not null,
  kind text not null,
  title text not null,
  body text not null,
  affected_events text[],
  affected_scopes text[],
  announced_at timestamptz not null,
  sunset_on date,
  constraint api_changelog_entries_pkey primary key (id),
  constraint api_changelog_entries_kind_check check (kind in ('added', 'changed', 'deprecated', 'removed', 'fixed')),
  constraint api_version_is_positive check (api_version > 0),
  constraint deprecated_names_its_end check (kind <> 'deprecated' or sunset_on is not null),
  constraint sunset_after_announcement check (sunset_on > (announced_at at time zone 'UTC')::date)
);
alter table public.api_changelog_entries enable row level security;
revoke all on table public.api_changelog_entries from anon, authenticated, service_role;
comment on table public.api_changelog_entries is 'Published change of the API; what is deprecated has a day of its end.';
create index api_changelog_entries_sunset_on_idx on public.api_changelog_entries (sunset_on) where (kind = 'deprecated');
create trigger touch_updated_at before update on public.api_changelog_entries for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.api_changelog_entries for select to anon using ((announced_at <= now()));
create policy member_select on public.api_changelog_entries for select to authenticated using ((announced_at <= now()));
grant select on table public.api_changelog_entries to anon;
grant select on table public.api_changelog_entries to authenticated;
grant select, insert, update, delete on table public.api_changelog_entries to service_role;

create table public.api_clients (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  tenant_id uuid,
  client_id text not null,
  name text not null,
  client_type text not null,
  secret_hash public.digest_256,
  redirect_uris text[] default '{}' not null,
  environment text default 'sandbox' not null,
  review_state text default 'none' not null,
  rate_policy_id uuid,
  homepage_url text,
  revoked_at timestamptz,
  constraint api_clients_pkey primary key (id),
  constraint api_clients_client_id_key unique (client_id),
  constraint api_clients_owner_user_id_id_key unique (owner_user_id, id),
  constraint api_clients_client_type_check check (client_type in ('confidential', 'public', 'machine')),
  constraint api_clients_environment_check check (environment in ('live', 'sandbox')),
  constraint api_clients_review_state_check check (review_state in ('none', 'pending', 'approved', 'rejected', 'suspended')),
  constraint client_id_form check (client_id ~ '^[A-Za-z0-9_-]{16,64}$'),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint only_public_has_no_secret check ((client_type = 'public') = (secret_hash is null)),
  constraint machine_is_not_redirected check (client_type <> 'machine' or redirect_uris = '{}'),
  constraint redirects_are_few check (cardinality(redirect_uris) <= 20),
  constraint homepage_is_https check (homepage_url like 'https://%')
);
alter table public.api_clients enable row level security;
alter table public.api_usage_daily add constraint api_usage_daily_client_id_fkey foreign key (client_id) references public.api_clients (id) on delete cascade;
create policy member_select on public.api_usage_daily for select to authenticated using (exists (select from public.api_clients p1 where p1.id = api_usage_daily.client_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.api_clients from anon, authenticated, service_role;
comment on table public.api_clients is 'Application that uses the API; its type, redirect addresses and review. Its secret is kept as a hash.';
comment on column public.api_clients.client_id is 'Public identifier.';
comment on column public.api_clients.redirect_uris is 'Compared literally; the service takes https and app schemes only.';
alter table public.api_clients add constraint api_clients_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete restrict;
create index api_clients_tenant_id_fkey_idx on public.api_clients (tenant_id) where (tenant_id is not null);
create index api_clients_rate_policy_id_fkey_idx on public.api_clients (rate_policy_id) where (rate_policy_id is not null);
create trigger touch_updated_at before update on public.api_clients for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.api_clients for select to authenticated using (api_clients.owner_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.api_clients for select to boyfanz_staff using ((select boyfanz.has_permission('api_client.review')));
grant select (client_id, client_type, created_at, environment, homepage_url, id, name, owner_user_id, rate_policy_id, redirect_uris, review_state, revoked_at, tenant_id, updated_at) on table public.api_clients to authenticated;
grant select (client_id, client_type, created_at, environment, homepage_url, id, name, owner_user_id, rate_policy_id, redirect_uris, review_state, revoked_at, tenant_id, updated_at) on table public.api_clients to boyfanz_staff;
grant select, insert, update, delete on table public.api_clients to service_role;

create table public.api_key_scopes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  api_key_id uuid not null,
  scope_id uuid not null,
  resource_type text,
  resource_id uuid,
  constraint api_key_scopes_pkey primary key (id),
  constraint api_key_scopes_resource_type_check check (resource_type in ('creator', 'tenant')),
  constraint resource_is_whole check ((resource_type is null) = (resource_id is null))
);
alter table public.api_key_scopes enable row level security;
revoke all on table public.api_key_scopes from anon, authenticated, service_role;
comment on table public.api_key_scopes is 'Scope that a key carries, for everything of its owner or for one creator or tenant.';
comment on column public.api_key_scopes.resource_id is 'Of the creator or tenant that the key is limited to.';
create unique index api_key_scopes_once_idx on public.api_key_scopes (api_key_id, scope_id, (coalesce(resource_id, '00000000-0000-0000-0000-000000000000'::uuid)));
create index api_key_scopes_scope_id_idx on public.api_key_scopes (scope_id);
grant select on table public.api_key_scopes to authenticated;
grant select, insert, update, delete on table public.api_key_scopes to service_role;

create table public.api_keys (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  client_id uuid,
  name text not null,
  key_prefix text not null,
  key_hash public.digest_256 not null,
  pepper_version smallint not null,
  environment text not null,
  allowed_cidrs cidr[],
  expires_at timestamptz,
  last_used_at timestamptz,
  last_used_ip_prefix cidr,
  revoked_at timestamptz,
  revoked_reason text,
  replaced_by uuid,
  constraint api_keys_pkey primary key (id),
  constraint api_keys_key_prefix_key unique (key_prefix),
  constraint api_keys_key_hash_key unique (key_hash) include (owner_user_id, expires_at, revoked_at),
  constraint api_keys_environment_check check (environment in ('live', 'sandbox')),
  constraint key_prefix_form check (key_prefix ~ '^[A-Za-z0-9_]{6,24}$'),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint expires_after_start check (expires_at > created_at),
  constraint allowed_networks_are_some check (cardinality(allowed_cidrs) > 0),
  constraint reason_comes_with_revocation check (revoked_reason is null or revoked_at is not null),
  constraint replaced_by_another check (replaced_by <> id)
) with (fillfactor = 85);
alter table public.api_keys enable row level security;
alter table public.api_key_scopes add constraint api_key_scopes_api_key_id_fkey foreign key (api_key_id) references public.api_keys (id) on delete cascade;
create policy member_select on public.api_key_scopes for select to authenticated using (exists (select from public.api_keys p1 where p1.id = api_key_scopes.api_key_id and p1.owner_user_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.api_keys from anon, authenticated, service_role;
comment on table public.api_keys is 'Key of the API, shown once; a public prefix, a keyed hash, the networks it works from and its end. Never recoverable, only replaced.';
comment on column public.api_keys.key_prefix is 'Shown in lists; not enough to sign in.';
comment on column public.api_keys.pepper_version is 'Which pepper the hash was keyed with.';
comment on column public.api_keys.allowed_cidrs is 'NULL is everywhere.';
comment on column public.api_keys.last_used_at is 'Written at most every 10 minutes.';
alter table public.api_keys add constraint api_keys_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.api_keys add constraint api_keys_replaced_by_fkey foreign key (replaced_by) references public.api_keys (id) on delete set null;
alter table public.api_keys add constraint client_of_same_owner foreign key (owner_user_id, client_id) references public.api_clients (owner_user_id, id) on delete cascade;
create index api_keys_expires_at_idx on public.api_keys (expires_at) where (revoked_at is null);
create index api_keys_owner_user_id_client_id_fkey_idx on public.api_keys (owner_user_id, client_id);
create index api_keys_replaced_by_fkey_idx on public.api_keys (replaced_by) where (replaced_by is not null);
create trigger touch_updated_at before update on public.api_keys for each row execute function boyfanz.touch_updated_at();
create trigger key_stays before update of key_prefix, key_hash, revoked_at on public.api_keys for each row execute function boyfanz.set_once('key_prefix', 'key_hash', 'revoked_at');
create policy member_select on public.api_keys for select to authenticated using (api_keys.owner_user_id = (select boyfanz.current_user_id()));
grant select (allowed_cidrs, client_id, created_at, environment, expires_at, id, key_prefix, last_used_at, last_used_ip_prefix, name, owner_user_id, replaced_by, revoked_at, revoked_reason, updated_at) on table public.api_keys to authenticated;
grant select, insert, update, delete on table public.api_keys to service_role;

create unlogged table public.api_rate_buckets (
  subject_key text not null,
  route_family text not null,
  tokens real not null,
  refilled_at timestamptz default now() not null,
  expires_at timestamptz not null,
  constraint api_rate_buckets_pkey primary key (subject_key, route_family),
  constraint tokens_are_not_negative check (tokens >= 0)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table public.api_rate_buckets enable row level security;
revoke all on table public.api_rate_buckets from anon, authenticated, service_role;
comment on table public.api_rate_buckets is 'Token bucket per caller and family of routes, refilled and spent in one update; lost without harm in a crash.';
comment on column public.api_rate_buckets.subject_key is 'Key, address prefix or user, prefixed with which it is.';
create index api_rate_buckets_expires_at_idx on public.api_rate_buckets (expires_at);
grant select, insert, update, delete on table public.api_rate_buckets to service_role;

create table public.api_rate_policies (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer default 1 not null,
  limits jsonb not null,
  burst integer not null,
  daily_quota bigint,
  is_default boolean default false not null,
  constraint api_rate_policies_pkey primary key (id),
  constraint api_rate_policies_key_version_key unique (key, version),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_-]{1,59}$'),
  constraint version_is_positive check (version > 0),
  constraint limits_is_object check (jsonb_typeof(limits) = 'object'),
  constraint burst_is_positive check (burst > 0),
  constraint daily_quota_is_positive check (daily_quota > 0)
);
alter table public.api_rate_policies enable row level security;
alter table public.api_clients add constraint api_clients_rate_policy_id_fkey foreign key (rate_policy_id) references public.api_rate_policies (id) on delete restrict;
revoke all on table public.api_rate_policies from anon, authenticated, service_role;
comment on table public.api_rate_policies is 'Version of a plan of rates and quotas with limits per family of routes; it never changes.';
comment on column public.api_rate_policies.limits is 'Requests per minute by family of routes.';
create unique index api_rate_policies_is_default_idx on public.api_rate_policies (is_default) where (is_default);
create trigger touch_updated_at before update on public.api_rate_policies for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.api_rate_policies for each row execute function boyfanz.append_only('change is_default');
create policy anonymous_select on public.api_rate_policies for select to anon using ((is_default));
create policy member_select on public.api_rate_policies for select to authenticated using ((is_default));
create policy staff_select on public.api_rate_policies for select to boyfanz_staff using ((select boyfanz.has_permission('api_client.review')));
grant select on table public.api_rate_policies to anon;
grant select on table public.api_rate_policies to authenticated;
grant select on table public.api_rate_policies to boyfanz_staff;
grant select, insert, update, delete on table public.api_rate_policies to service_role;

create table public.api_request_captures (
  id uuid default boyfanz.uuid_v7() not null,
  captured_at timestamptz default now() not null,
  owner_user_id uuid not null,
  client_id uuid not null,
  route_template text not null,
  status_code smallint not null,
  request_redacted jsonb not null,
  response_redacted jsonb,
  duration_ms integer not null,
  constraint api_request_captures_pkey primary key (id, captured_at),
  constraint status_code_in_range check (status_code between 100 and 599),
  constraint duration_is_not_negative check (duration_ms >= 0)
) partition by range (captured_at);
alter table public.api_request_captures enable row level security;
revoke all on table public.api_request_captures from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'api_request_captures', 'captured_at', '1 day', 3, '7 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.api_request_captures'::regclass);
comment on table public.api_request_captures is 'Recent request and response of a client, without secrets, for its developer to debug with.';
create index api_request_captures_client_id_captured_at_idx on public.api_request_captures (client_id, captured_at desc);
create index api_request_captures_owner_user_id_captured_at_idx on public.api_request_captures (owner_user_id, captured_at desc);
create trigger append_only before update on public.api_request_captures for each row execute function boyfanz.append_only();
create policy member_select on public.api_request_captures for select to authenticated using (api_request_captures.owner_user_id = (select boyfanz.current_user_id()));
grant select on table public.api_request_captures to authenticated;
grant select, insert, update, delete on table public.api_request_captures to service_role;

create table public.api_scopes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  name text not null,
  description_key text not null,
  risk text not null,
  requires_review boolean default false not null,
  is_deprecated boolean default false not null,
  constraint api_scopes_pkey primary key (id),
  constraint api_scopes_name_key unique (name),
  constraint api_scopes_risk_check check (risk in ('low', 'medium', 'high', 'restricted')),
  constraint name_form check (name ~ '^[a-z][a-z_]*([.:][a-z_]+)*$'),
  constraint restricted_is_reviewed check (risk <> 'restricted' or requires_review)
);
alter table public.api_scopes enable row level security;
alter table public.api_key_scopes add constraint api_key_scopes_scope_id_fkey foreign key (scope_id) references public.api_scopes (id) on delete restrict;
revoke all on table public.api_scopes from anon, authenticated, service_role;
comment on table public.api_scopes is 'Permission that a key or token may carry, with its risk and the words a person is shown.';
comment on column public.api_scopes.description_key is 'Key of the interface text.';
create trigger touch_updated_at before update on public.api_scopes for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.api_scopes for select to anon using (true);
create policy member_select on public.api_scopes for select to authenticated using (true);
grant select on table public.api_scopes to anon;
grant select on table public.api_scopes to authenticated;
grant select, insert, update, delete on table public.api_scopes to service_role;

insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 6, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '619 of 719' as tables,
  'Run part-07.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';
