-- boyfanz: complete schema, 719 tables. Part 5 of 8.
-- Makes 102 tables: abuse_reports to ml_model_cards.
-- Run it after part-04.sql, and part-06.sql after it.
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
  if loaded >= 5 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 5 of 8 is in this database already, and nothing was changed. Go on with part-06.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 4 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 5 of 8 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

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
create policy member_select on public.abuse_reports for select to authenticated using (abuse_reports.reporter_id = (select boyfanz.current_user_id()));
create policy staff_select on public.abuse_reports for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (boyfanz.may_review_subject(subject_id)));
grant select (created_at, details, good_faith_confirmed, id, is_anonymous, is_legal_notice, legal_basis, message_report_id, outcome_notified_at, reason_id, reporter_erased_at, reporter_id, reporter_notified_at, state, subject_id, updated_at, user_report_id) on table public.abuse_reports to authenticated;
grant select on table public.abuse_reports to boyfanz_staff;
grant select, insert, update, delete on table public.abuse_reports to service_role;

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
create policy member_select on public.account_restrictions for select to authenticated using ((account_restrictions.user_id = (select boyfanz.current_user_id()) and (kind <> 'shadow_limit')));
create policy staff_select on public.account_restrictions for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select (created_at, decision_id, during, id, kind, lifted_at, notice_sent_at, public_reason, rule_id, updated_at, user_id) on table public.account_restrictions to authenticated;
grant select on table public.account_restrictions to boyfanz_staff;
grant select, insert, update, delete on table public.account_restrictions to service_role;

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
create policy member_select on public.account_strikes for select to authenticated using (account_strikes.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.account_strikes for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.account_strikes to authenticated;
grant select on table public.account_strikes to boyfanz_staff;
grant select, insert, update, delete on table public.account_strikes to service_role;

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
create policy anonymous_select on public.age_assurance_policies for select to anon using (true);
create policy member_select on public.age_assurance_policies for select to authenticated using (true);
create policy staff_select on public.age_assurance_policies for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.age_assurance_policies to anon;
grant select on table public.age_assurance_policies to authenticated;
grant select on table public.age_assurance_policies to boyfanz_staff;
grant select, insert, update, delete on table public.age_assurance_policies to service_role;

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
create policy staff_select on public.appeal_messages for select to boyfanz_staff using ((select boyfanz.has_permission('appeal.decide')));
grant select (appeal_id, author_role, body, created_at, id, is_internal, media_asset_id, sent_at) on table public.appeal_messages to authenticated;
grant select on table public.appeal_messages to boyfanz_staff;
grant select, insert, update, delete on table public.appeal_messages to service_role;

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
create policy member_select on public.appeal_messages for select to authenticated using ((exists (select from public.appeals p1 where p1.id = appeal_messages.appeal_id and p1.appellant_id = (select boyfanz.current_user_id()) offset 0) and (not is_internal)));
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
create policy member_select on public.appeals for select to authenticated using (appeals.appellant_id = (select boyfanz.current_user_id()));
create policy staff_select on public.appeals for select to boyfanz_staff using ((select boyfanz.has_permission('appeal.decide')));
grant select (appellant_id, appellant_role, created_at, deadline_at, decided_at, decision_id, filed_at, grounds, id, new_decision_id, outcome_reason, state, updated_at) on table public.appeals to authenticated;
grant select on table public.appeals to boyfanz_staff;
grant select, insert, update, delete on table public.appeals to service_role;

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
grant select on table public.audit_chain_heads to service_role;

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
create policy staff_select on public.audit_checkpoints for select to boyfanz_staff using ((select boyfanz.has_permission('audit_log.read')));
grant select on table public.audit_checkpoints to boyfanz_staff;
grant select, insert, update on table public.audit_checkpoints to service_role;

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
create policy staff_select on public.audit_log_entries for select to boyfanz_staff using ((select boyfanz.has_permission('audit_log.read')));
grant select on table public.audit_log_entries to boyfanz_staff;
grant select, insert on table public.audit_log_entries to service_role;

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
create policy staff_select on public.automod_hits for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.automod_hits to boyfanz_staff;
grant select, insert, update, delete on table public.automod_hits to service_role;

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
create policy member_select on public.automod_rules for select to authenticated using (automod_rules.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.automod_rules for select to boyfanz_staff using ((select boyfanz.has_permission('automod.manage')));
grant select on table public.automod_rules to authenticated;
grant select on table public.automod_rules to boyfanz_staff;
grant select, insert, update, delete on table public.automod_rules to service_role;

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
create policy staff_select on public.ban_evasion_links for select to boyfanz_staff using ((select boyfanz.has_permission('case.decide')));
grant select on table public.ban_evasion_links to boyfanz_staff;
grant select, insert, update, delete on table public.ban_evasion_links to service_role;

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
create policy member_select on public.blocked_terms for select to authenticated using (blocked_terms.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.blocked_terms for select to boyfanz_staff using ((select boyfanz.has_permission('automod.manage')));
grant select on table public.blocked_terms to authenticated;
grant select on table public.blocked_terms to boyfanz_staff;
grant select, insert, update, delete on table public.blocked_terms to service_role;

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
grant select, insert, update, delete on table public.child_safety_incidents to service_role;

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
create policy anonymous_select on public.community_guidelines for select to anon using ((published_at <= now()));
create policy member_select on public.community_guidelines for select to authenticated using ((published_at <= now()));
create policy staff_select on public.community_guidelines for select to boyfanz_staff using ((select boyfanz.has_permission('policy.edit')));
grant select (body_markdown, body_sha256, change_summary, created_at, effective_from, id, locale, published_at, superseded_at, title, topic, updated_at, version) on table public.community_guidelines to anon;
grant select (body_markdown, body_sha256, change_summary, created_at, effective_from, id, locale, published_at, superseded_at, title, topic, updated_at, version) on table public.community_guidelines to authenticated;
grant select on table public.community_guidelines to boyfanz_staff;
grant select, insert, update, delete on table public.community_guidelines to service_role;

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
create policy staff_select on public.compliance_filings for select to boyfanz_staff using ((select boyfanz.has_permission('obligation.manage')));
grant select on table public.compliance_filings to boyfanz_staff;
grant select, insert, update, delete on table public.compliance_filings to service_role;

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
create policy staff_select on public.compliance_obligations for select to boyfanz_staff using ((select boyfanz.has_permission('obligation.manage')));
grant select on table public.compliance_obligations to boyfanz_staff;
grant select, insert, update, delete on table public.compliance_obligations to service_role;

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
grant select, insert, update, delete on table public.crypto_shred_keys to service_role;

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
grant select, insert, update, delete on table public.cybertip_report_files to service_role;

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
grant select, insert, update, delete on table public.cybertip_reports to service_role;

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
create policy member_select on public.dmca_counter_notices for select to authenticated using (dmca_counter_notices.subscriber_id = (select boyfanz.current_user_id()));
create policy staff_select on public.dmca_counter_notices for select to boyfanz_staff using ((select boyfanz.has_permission('dmca.process')));
grant select (consent_to_jurisdiction, created_at, forwarded_at, id, notice_item_id, perjury_statement, received_at, restore_by, restore_not_before, signature, state, subscriber_id, suit_notice_received_at, updated_at) on table public.dmca_counter_notices to authenticated;
grant select on table public.dmca_counter_notices to boyfanz_staff;
grant select, insert, update, delete on table public.dmca_counter_notices to service_role;

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
create policy member_select on public.dmca_notice_items for select to authenticated using ((dmca_notice_items.uploader_id = (select boyfanz.current_user_id()) and (uploader_notified_at is not null)));
create policy staff_select on public.dmca_notice_items for select to boyfanz_staff using ((select boyfanz.has_permission('dmca.process')));
grant select on table public.dmca_notice_items to authenticated;
grant select on table public.dmca_notice_items to boyfanz_staff;
grant select, insert, update, delete on table public.dmca_notice_items to service_role;

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
create policy member_select on public.dmca_notices for select to authenticated using (dmca_notices.id = any (array(select boyfanz.my_dmca_notice_items_notice_id_by_uploader_id())));
create policy staff_select on public.dmca_notices for select to boyfanz_staff using ((select boyfanz.has_permission('dmca.process')));
grant select (accuracy_statement, agent_for, answered_at, claimant_name, created_at, good_faith_statement, id, missing_elements, perjury_statement, received_at, received_via, rights_owner, updated_at, validity, work_description, work_urls) on table public.dmca_notices to authenticated;
grant select on table public.dmca_notices to boyfanz_staff;
grant select, insert, update, delete on table public.dmca_notices to service_role;

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
create policy staff_select on public.dsa_submissions for select to boyfanz_staff using ((select boyfanz.has_permission('transparency.publish')));
grant select on table public.dsa_submissions to boyfanz_staff;
grant select, insert, update, delete on table public.dsa_submissions to service_role;

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
create policy staff_select on public.enforcement_actions for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select (action, created_at, decision_id, effective, id, reversal_reason, reversed_at, subject_id, target_user_id, territory, updated_at) on table public.enforcement_actions to authenticated;
grant select on table public.enforcement_actions to boyfanz_staff;
grant select, insert, update, delete on table public.enforcement_actions to service_role;

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
grant select, insert, update, delete on table public.evidence_preservations to service_role;

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
grant select, insert, update, delete on table public.hash_list_entries to service_role;

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
grant select, insert, update, delete on table public.hash_lists to service_role;

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
grant select, insert, update, delete on table public.hash_match_events to service_role;

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
create policy staff_select on public.law_enforcement_requests for select to boyfanz_staff using ((select boyfanz.has_permission('law_enforcement.process')));
grant select on table public.law_enforcement_requests to boyfanz_staff;
grant select, insert, update, delete on table public.law_enforcement_requests to service_role;

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
create policy member_select on public.leak_detections for select to authenticated using (leak_detections.creator_id = (select boyfanz.current_user_id()));
grant select (confidence, created_at, creator_id, found_at, found_url, found_url_hash, host_domain, id, match_kind, media_asset_id, state, updated_at) on table public.leak_detections to authenticated;
grant select, insert, update, delete on table public.leak_detections to service_role;

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
create policy member_select on public.leak_takedowns for select to authenticated using (leak_takedowns.creator_id = (select boyfanz.current_user_id()));
grant select on table public.leak_takedowns to authenticated;
grant select, insert, update, delete on table public.leak_takedowns to service_role;

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
create policy staff_select on public.moderation_case_events for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (boyfanz.may_review_case(case_id)));
grant select on table public.moderation_case_events to boyfanz_staff;
grant select, insert, update, delete on table public.moderation_case_events to service_role;

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
create policy staff_select on public.moderation_cases for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (queue_id = any (array(select boyfanz.my_review_queues()))));
grant select on table public.moderation_cases to boyfanz_staff;
grant select, insert, update, delete on table public.moderation_cases to service_role;

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
create policy staff_select on public.moderation_decisions for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (boyfanz.may_review_case(case_id) and not boyfanz.awaits_my_review(id)));
grant select on table public.moderation_decisions to boyfanz_staff;
grant select, insert, update, delete on table public.moderation_decisions to service_role;

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
create policy staff_select on public.moderation_macros for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.moderation_macros to boyfanz_staff;
grant select, insert, update, delete on table public.moderation_macros to service_role;

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
create policy staff_select on public.moderation_quality_reviews for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (reviewer_id = (select boyfanz.current_user_id()) or (select boyfanz.has_permission('moderator.manage'))));
grant select on table public.moderation_quality_reviews to boyfanz_staff;
grant select, insert, update, delete on table public.moderation_quality_reviews to service_role;

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
create policy staff_select on public.moderation_queues for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.moderation_queues to boyfanz_staff;
grant select, insert, update, delete on table public.moderation_queues to service_role;

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
create policy staff_select on public.moderation_subjects for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (boyfanz.may_review_subject(id)));
grant select on table public.moderation_subjects to boyfanz_staff;
grant select, insert, update, delete on table public.moderation_subjects to service_role;

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
create policy member_select on public.moderator_exposure_daily for select to authenticated using (moderator_exposure_daily.moderator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.moderator_exposure_daily for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (moderator_id = (select boyfanz.current_user_id()) or (select boyfanz.has_permission('moderator.manage'))));
grant select on table public.moderator_exposure_daily to authenticated;
grant select on table public.moderator_exposure_daily to boyfanz_staff;
grant select, insert, update, delete on table public.moderator_exposure_daily to service_role;

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
create policy staff_select on public.moderator_profiles for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (user_id = (select boyfanz.current_user_id()) or (select boyfanz.has_permission('moderator.manage'))));
grant select on table public.moderator_profiles to boyfanz_staff;
grant select, insert, update, delete on table public.moderator_profiles to service_role;

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
create policy staff_select on public.moderator_queue_grants for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')) and (moderator_id = (select boyfanz.current_user_id()) or (select boyfanz.has_permission('moderator.manage'))));
grant select on table public.moderator_queue_grants to boyfanz_staff;
grant select, insert, update, delete on table public.moderator_queue_grants to service_role;

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
create policy staff_select on public.ncii_request_items for select to boyfanz_staff using ((select boyfanz.has_permission('ncii.process')));
grant select on table public.ncii_request_items to boyfanz_staff;
grant select, insert, update, delete on table public.ncii_request_items to service_role;

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
create policy member_select on public.ncii_requests for select to authenticated using (ncii_requests.requester_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.ncii_requests for select to boyfanz_staff using ((select boyfanz.has_permission('ncii.process')));
grant select (created_at, duplicates_removed, good_faith_statement, id, is_synthetic, received_at, remove_by, requester_role, requester_user_id, signature, state, statement, updated_at, valid_at) on table public.ncii_requests to authenticated;
grant select on table public.ncii_requests to boyfanz_staff;
grant select, insert, update, delete on table public.ncii_requests to service_role;

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
create policy member_select on public.out_of_court_disputes for select to authenticated using (out_of_court_disputes.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.out_of_court_disputes for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select (appeal_id, body_name, closed_on, created_at, external_reference, id, opened_on, outcome, platform_complied, response_due_on, updated_at, user_id) on table public.out_of_court_disputes to authenticated;
grant select on table public.out_of_court_disputes to boyfanz_staff;
grant select, insert, update, delete on table public.out_of_court_disputes to service_role;

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
create policy anonymous_select on public.policy_rules for select to anon using (true);
create policy member_select on public.policy_rules for select to authenticated using (true);
create policy staff_select on public.policy_rules for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select (code, created_at, dsa_category, guideline_topic, id, is_active, is_illegal_content, legal_document_kind, parent_id, severity, title, updated_at) on table public.policy_rules to anon;
grant select (code, created_at, dsa_category, guideline_topic, id, is_active, is_illegal_content, legal_document_kind, parent_id, severity, title, updated_at) on table public.policy_rules to authenticated;
grant select on table public.policy_rules to boyfanz_staff;
grant select, insert, update, delete on table public.policy_rules to service_role;

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
create policy staff_select on public.privileged_access_grants for select to boyfanz_staff using ((select boyfanz.has_permission('audit_log.read')));
grant select on table public.privileged_access_grants to boyfanz_staff;
grant select, insert, update, delete on table public.privileged_access_grants to service_role;

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
create policy staff_select on public.removal_orders for select to boyfanz_staff using ((select boyfanz.has_permission('removal_order.process')));
grant select on table public.removal_orders to boyfanz_staff;
grant select, insert, update, delete on table public.removal_orders to service_role;

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
create policy staff_select on public.retention_policies for select to boyfanz_staff using ((select boyfanz.has_permission('retention.manage')));
grant select on table public.retention_policies to boyfanz_staff;
grant select, insert, update, delete on table public.retention_policies to service_role;

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
grant select, insert, update, delete on table public.risk_signals to service_role;

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
grant select, insert, update, delete on table public.safety_scores to service_role;

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
create policy member_select on public.screening_jobs for select to authenticated using ((screening_jobs.owner_user_id = (select boyfanz.current_user_id()) and (stage in ('queued', 'running') and trigger in ('upload', 'edit'))));
grant select (content_version, created_at, id, owner_user_id, stage, started_at, subject_id, trigger, updated_at) on table public.screening_jobs to authenticated;
grant select, insert, update, delete on table public.screening_jobs to service_role;

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
create policy staff_select on public.screening_policies for select to boyfanz_staff using ((select boyfanz.has_permission('screening.configure')));
grant select on table public.screening_policies to boyfanz_staff;
grant select, insert, update, delete on table public.screening_policies to service_role;

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
grant select, insert, update, delete on table public.screening_results to service_role;

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
create policy member_select on public.enforcement_actions for select to authenticated using ((enforcement_actions.target_user_id = (select boyfanz.current_user_id()) and (action <> 'limit_reach' or exists ( select from public.statements_of_reasons s where s.enforcement_action_id = enforcement_actions.id and s.user_id = enforcement_actions.target_user_id and s.sent_at <= now() offset 0))));
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
create policy member_select on public.statements_of_reasons for select to authenticated using ((statements_of_reasons.user_id = (select boyfanz.current_user_id()) and (sent_at <= now())));
create policy staff_select on public.statements_of_reasons for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.statements_of_reasons to authenticated;
grant select on table public.statements_of_reasons to boyfanz_staff;
grant select, insert, update, delete on table public.statements_of_reasons to service_role;

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
create policy staff_select on public.strike_policies for select to boyfanz_staff using ((select boyfanz.has_permission('case.read')));
grant select on table public.strike_policies to boyfanz_staff;
grant select, insert, update, delete on table public.strike_policies to service_role;

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
create policy staff_select on public.trusted_flaggers for select to boyfanz_staff using ((select boyfanz.has_permission('trusted_flagger.manage')));
grant select on table public.trusted_flaggers to boyfanz_staff;
grant select, insert, update, delete on table public.trusted_flaggers to service_role;

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
grant select, insert, update, delete on table public.visitor_age_checks to service_role;

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
create policy member_select on public.ai_generations for select to authenticated using (ai_generations.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.ai_generations for select to boyfanz_staff using ((select boyfanz.has_permission('prompt.approve')));
create policy member_update on public.ai_generations for update to authenticated using (ai_generations.user_id = (select boyfanz.current_user_id())) with check (ai_generations.user_id = (select boyfanz.current_user_id()));
grant select (feature, id, input_tokens, output_tokens, persona_id, requested_at, safety_result, user_action, user_id), update (user_action) on table public.ai_generations to authenticated;
grant select on table public.ai_generations to boyfanz_staff;
grant select, insert, update, delete on table public.ai_generations to service_role;

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
create policy staff_select on public.ai_prompt_templates for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ai_prompt_templates to boyfanz_staff;
grant select, insert, update, delete on table public.ai_prompt_templates to service_role;

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
create policy member_select on public.ai_tag_predictions for select to authenticated using (ai_tag_predictions.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.ai_tag_predictions for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select (confidence, content_id, created_at, creator_id, decided_at, state, tag_id, updated_at) on table public.ai_tag_predictions to authenticated;
grant select on table public.ai_tag_predictions to boyfanz_staff;
grant select, insert, update, delete on table public.ai_tag_predictions to service_role;

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
create policy member_select on public.ai_usage_quotas for select to authenticated using (ai_usage_quotas.user_id = (select boyfanz.current_user_id()));
grant select on table public.ai_usage_quotas to authenticated;
grant select, insert, update, delete on table public.ai_usage_quotas to service_role;

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
grant select, insert, update, delete on table public.content_embeddings to service_role;

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
create policy anonymous_select on public.content_provenance for select to anon using (true);
create policy member_select on public.content_provenance for select to authenticated using (true);
grant select (asserted_at, created_at, id, is_disputed, media_asset_id, source, synthetic_level, updated_at) on table public.content_provenance to anon;
grant select (asserted_at, created_at, id, is_disputed, media_asset_id, source, synthetic_level, updated_at) on table public.content_provenance to authenticated;
grant select, insert, update, delete on table public.content_provenance to service_role;

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
create policy anonymous_select on public.creator_ai_personas for select to anon using ((is_enabled and mode <> 'draft_only'));
create policy member_select on public.creator_ai_personas for select to authenticated using ((is_enabled and mode <> 'draft_only') or creator_ai_personas.creator_id = (select boyfanz.current_user_id()));
grant select (created_at, creator_id, disclosure_text, id, is_enabled, mode, updated_at) on table public.creator_ai_personas to anon;
grant select (created_at, creator_id, disclosure_text, id, is_enabled, mode, updated_at) on table public.creator_ai_personas to authenticated;
grant select, insert, update, delete on table public.creator_ai_personas to service_role;

create table public.embedding_spaces (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version_id uuid not null,
  dimension smallint not null,
  distance text default 'cosine' not null,
  modality text not null,
  slot smallint,
  is_searchable boolean default false not null,
  status text default 'building' not null,
  constraint embedding_spaces_pkey primary key (id),
  constraint embedding_spaces_key_key unique (key),
  constraint embedding_spaces_slot_key unique (slot),
  constraint embedding_spaces_id_dimension_key unique (id, dimension),
  constraint embedding_spaces_id_slot_dimension_key unique (id, slot, dimension),
  constraint embedding_spaces_distance_check check (distance in ('cosine', 'l2', 'inner_product')),
  constraint embedding_spaces_status_check check (status in ('building', 'active', 'retired')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint dimension_in_range check (dimension between 8 and 4000),
  constraint slot_in_range check (slot between 1 and 32),
  constraint search_needs_an_active_space check (not is_searchable or status = 'active')
);
alter table public.embedding_spaces enable row level security;
alter table public.content_embeddings add constraint space_of_slot_and_dimension foreign key (space_id, slot, dimension) references public.embedding_spaces (id, slot, dimension) on delete cascade;
revoke all on table public.embedding_spaces from anon, authenticated, service_role;
comment on table public.embedding_spaces is 'A space of vectors, made by one version of a model, with dimension and distance; vectors of different spaces are never compared. A space of content has a slot, which is the partition of its vectors and their index; the slot is free again when they are gone.';
comment on column public.embedding_spaces.slot is 'Partition of content_embeddings; NULL for a space without vectors of content.';
create index embedding_spaces_version_id_fkey_idx on public.embedding_spaces (version_id);
create trigger touch_updated_at before update on public.embedding_spaces for each row execute function boyfanz.touch_updated_at();
create trigger geometry_stays before update of version_id, dimension, distance, modality on public.embedding_spaces for each row execute function boyfanz.set_once('version_id', 'dimension', 'distance', 'modality');
create policy staff_select on public.embedding_spaces for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.embedding_spaces to boyfanz_staff;
grant select, insert, update, delete on table public.embedding_spaces to service_role;

create table public.entity_predictions (
  definition_id uuid not null,
  entity_id uuid not null,
  score double precision not null,
  low double precision,
  high double precision,
  band text not null,
  reasons jsonb default '[]' not null,
  version_id uuid not null,
  predicted_at timestamptz default now() not null,
  valid_until timestamptz not null,
  constraint entity_predictions_pkey primary key (definition_id, entity_id),
  constraint entity_predictions_band_check check (band in ('low', 'medium', 'high')),
  constraint interval_is_whole check ((low is null) = (high is null)),
  constraint interval_holds_the_score check (low <= score and score <= high),
  constraint reasons_is_array check (jsonb_typeof(reasons) = 'array'),
  constraint valid_after_prediction check (valid_until > predicted_at)
);
alter table public.entity_predictions enable row level security;
revoke all on table public.entity_predictions from anon, authenticated, service_role;
comment on table public.entity_predictions is 'The latest prediction of one definition about one entity, with interval and main reasons; erasure deletes by entity.';
comment on column public.entity_predictions.entity_id is 'Of the kind that the definition says.';
create index entity_predictions_definition_id_band_score_idx on public.entity_predictions (definition_id, band, score desc);
comment on index public.entity_predictions_definition_id_band_score_idx is 'List of targets.';
create index entity_predictions_valid_until_idx on public.entity_predictions (valid_until);
create index entity_predictions_version_id_fkey_idx on public.entity_predictions (version_id);
grant select, insert, update, delete on table public.entity_predictions to service_role;

create table public.forecast_points (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  run_id uuid not null,
  target_date date not null,
  value double precision not null,
  low double precision not null,
  high double precision not null,
  actual double precision,
  constraint forecast_points_pkey primary key (run_id, target_date),
  constraint interval_holds_the_value check (low <= value and value <= high)
);
alter table public.forecast_points enable row level security;
revoke all on table public.forecast_points from anon, authenticated, service_role;
comment on table public.forecast_points is 'The value forecast for a day with its interval, and the actual one when the day has passed.';
create trigger touch_updated_at before update on public.forecast_points for each row execute function boyfanz.touch_updated_at();
create trigger forecast_stays before update on public.forecast_points for each row execute function boyfanz.append_only('change actual');
create policy staff_select on public.forecast_points for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.forecast_points to boyfanz_staff;
grant select, insert, update, delete on table public.forecast_points to service_role;

create table public.forecast_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  metric_id uuid not null,
  dimensions jsonb default '{}' not null,
  version_id uuid,
  cut_at timestamptz not null,
  horizon_days integer not null,
  backtest_mape real,
  realised_mape real,
  status text default 'running' not null,
  constraint forecast_runs_pkey primary key (id),
  constraint forecast_runs_status_check check (status in ('running', 'ready', 'failed')),
  constraint dimensions_is_object check (jsonb_typeof(dimensions) = 'object'),
  constraint horizon_in_range check (horizon_days between 1 and 730),
  constraint errors_are_not_negative check (backtest_mape >= 0 and realised_mape >= 0)
);
alter table public.forecast_runs enable row level security;
alter table public.forecast_points add constraint forecast_points_run_id_fkey foreign key (run_id) references public.forecast_runs (id) on delete cascade;
revoke all on table public.forecast_runs from anon, authenticated, service_role;
comment on table public.forecast_runs is 'A forecast of a metric such as revenue, sign-ups or load of support, with model, the moment it was cut at, and its error once known.';
comment on column public.forecast_runs.backtest_mape is 'Mean absolute error as a share, 0.1 for 10 percent.';
alter table public.forecast_runs add constraint forecast_runs_metric_id_fkey foreign key (metric_id) references public.metric_definitions (id) on delete restrict;
create index forecast_runs_metric_id_cut_at_idx on public.forecast_runs (metric_id, cut_at desc);
create index forecast_runs_version_id_fkey_idx on public.forecast_runs (version_id) where (version_id is not null);
create trigger touch_updated_at before update on public.forecast_runs for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.forecast_runs for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.forecast_runs to boyfanz_staff;
grant select, insert, update, delete on table public.forecast_runs to service_role;

create table public.fraud_assessments (
  id uuid default boyfanz.uuid_v7() not null,
  assessed_at timestamptz default now() not null,
  user_id uuid,
  stage text not null,
  order_id uuid,
  ledger_transaction_id uuid,
  score smallint not null,
  action text not null,
  rule_hits jsonb default '[]' not null,
  version_id uuid,
  outcome text,
  outcome_at timestamptz,
  constraint fraud_assessments_pkey primary key (id, assessed_at),
  constraint fraud_assessments_stage_check check (stage in ('signup', 'login', 'payment', 'tip', 'payout', 'subscription', 'chargeback')),
  constraint fraud_assessments_action_check check (action in ('allow', 'challenge', 'review', 'hold', 'block')),
  constraint fraud_assessments_outcome_check check (outcome in ('unknown', 'legit', 'fraud', 'chargeback')),
  constraint score_in_range check (score between 0 and 1000),
  constraint rule_hits_is_array check (jsonb_typeof(rule_hits) = 'array'),
  constraint outcome_names_its_time check ((outcome is null) = (outcome_at is null)),
  constraint outcome_after_assessment check (outcome_at >= assessed_at)
) partition by range (assessed_at);
alter table public.fraud_assessments enable row level security;
revoke all on table public.fraud_assessments from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'fraud_assessments', 'assessed_at', '1 month', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.fraud_assessments'::regclass);
comment on table public.fraud_assessments is 'The risk of a payment, a payout, a signup or a login as assessed then, with the rules hit, the action and what it turned out to be. Erasure clears the user.';
comment on column public.fraud_assessments.score is '0 to 1000.';
create index fraud_assessments_user_id_assessed_at_idx on public.fraud_assessments (user_id, assessed_at desc);
create index fraud_assessments_order_id_idx on public.fraud_assessments (order_id) where (order_id is not null);
create index fraud_assessments_assessed_at_idx on public.fraud_assessments (assessed_at) where (action in ('review', 'hold'));
create trigger append_only before update on public.fraud_assessments for each row execute function boyfanz.append_only('change outcome', 'change outcome_at', 'clear user_id');
create policy staff_select on public.fraud_assessments for select to boyfanz_staff using ((select boyfanz.has_permission('fraud.review')));
grant select on table public.fraud_assessments to boyfanz_staff;
grant select, insert, update, delete on table public.fraud_assessments to service_role;

create table public.fraud_cases (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  title text not null,
  pattern text not null,
  user_ids uuid[] not null,
  exposure_minor bigint default 0 not null,
  recovered_minor bigint default 0 not null,
  currency public.currency_code not null,
  state text default 'open' not null,
  assigned_to uuid,
  decision text,
  opened_at timestamptz default now() not null,
  closed_at timestamptz,
  constraint fraud_cases_pkey primary key (id),
  constraint fraud_cases_pattern_check check (pattern in ('stolen_card', 'account_takeover', 'self_tipping', 'chargeback_ring', 'payout_mule', 'promo_abuse', 'affiliate_fraud', 'collusion')),
  constraint fraud_cases_state_check check (state in ('open', 'investigating', 'confirmed', 'cleared', 'closed')),
  constraint somebody_is_looked_into check (cardinality(user_ids) > 0),
  constraint nobody_investigates_themselves check (not assigned_to = any (user_ids)),
  constraint exposure_is_not_negative check (exposure_minor >= 0),
  constraint recovered_is_within_exposure check (recovered_minor between 0 and exposure_minor),
  constraint closed_names_its_time check ((state in ('cleared', 'closed')) = (closed_at is not null)),
  constraint closed_after_opening check (closed_at >= opened_at),
  constraint decided_says_what check (state in ('open', 'investigating') or decision is not null)
);
alter table public.fraud_cases enable row level security;
revoke all on table public.fraud_cases from anon, authenticated, service_role;
comment on table public.fraud_cases is 'An investigation of one or more accounts with pattern, loss, decision and what was recovered.';
comment on column public.fraud_cases.user_ids is 'Accounts looked into; each exists when written and stands once.';
comment on column public.fraud_cases.exposure_minor is 'What may be lost.';
comment on column public.fraud_cases.decision is 'What was found and done.';
alter table public.fraud_cases add constraint fraud_cases_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.fraud_cases add constraint fraud_cases_assigned_to_fkey foreign key (assigned_to) references public.users (id) on delete set null;
create index fraud_cases_state_opened_at_idx on public.fraud_cases (state, opened_at) where (state in ('open', 'investigating'));
create index fraud_cases_user_ids_idx on public.fraud_cases using gin (user_ids);
create index fraud_cases_currency_fkey_idx on public.fraud_cases (currency);
create index fraud_cases_assigned_to_fkey_idx on public.fraud_cases (assigned_to) where (assigned_to is not null);
create trigger touch_updated_at before update on public.fraud_cases for each row execute function boyfanz.touch_updated_at();
create trigger users_exist before insert or update of user_ids on public.fraud_cases for each row execute function boyfanz.check_ids_exist('user_ids', 'users');
create trigger decided_stays before delete on public.fraud_cases for each row when (old.state <> 'open') execute function boyfanz.refuse_delete('Losses and decisions rest on the case.');
create policy staff_select on public.fraud_cases for select to boyfanz_staff using ((select boyfanz.has_permission('fraud.review')));
grant select on table public.fraud_cases to boyfanz_staff;
grant select, insert, update, delete on table public.fraud_cases to service_role;

create table public.fraud_entities (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  value_hash public.digest_256 not null,
  accounts_count integer default 0 not null,
  first_seen_at timestamptz default now() not null,
  last_seen_at timestamptz default now() not null,
  label text default 'neutral' not null,
  labelled_by uuid,
  constraint fraud_entities_pkey primary key (id),
  constraint fraud_entities_kind_value_hash_key unique (kind, value_hash),
  constraint fraud_entities_kind_check check (kind in ('card', 'device', 'bank_account', 'phone', 'email_root', 'ip_prefix', 'wallet')),
  constraint fraud_entities_label_check check (label in ('neutral', 'watch', 'deny', 'allow')),
  constraint accounts_are_not_negative check (accounts_count >= 0),
  constraint seen_in_order check (last_seen_at >= first_seen_at)
);
alter table public.fraud_entities enable row level security;
revoke all on table public.fraud_entities from anon, authenticated, service_role;
comment on table public.fraud_entities is 'Something that accounts share, such as a card, a device, a payout account or a phone, as a keyed hash with a label of risk.';
comment on column public.fraud_entities.value_hash is 'HMAC; the key is kept elsewhere.';
alter table public.fraud_entities add constraint fraud_entities_labelled_by_fkey foreign key (labelled_by) references public.users (id) on delete set null;
create index fraud_entities_kind_accounts_count_idx on public.fraud_entities (kind, accounts_count desc) where (label = 'neutral');
create index fraud_entities_labelled_by_fkey_idx on public.fraud_entities (labelled_by) where (labelled_by is not null);
create trigger touch_updated_at before update on public.fraud_entities for each row execute function boyfanz.touch_updated_at();
create trigger value_stays before update of kind, value_hash on public.fraud_entities for each row execute function boyfanz.set_once('kind', 'value_hash');
grant select, insert, update, delete on table public.fraud_entities to service_role;

create table public.fraud_entity_links (
  entity_id uuid not null,
  user_id uuid not null,
  uses integer default 1 not null,
  first_used_at timestamptz default now() not null,
  last_used_at timestamptz default now() not null,
  constraint fraud_entity_links_pkey primary key (entity_id, user_id),
  constraint uses_are_positive check (uses > 0),
  constraint used_in_order check (last_used_at >= first_used_at)
) with (fillfactor = 85);
alter table public.fraud_entity_links enable row level security;
revoke all on table public.fraud_entity_links from anon, authenticated, service_role;
comment on table public.fraud_entity_links is 'That an account used something shared, how often and when; the graph in which rings are found.';
alter table public.fraud_entity_links add constraint fraud_entity_links_entity_id_fkey foreign key (entity_id) references public.fraud_entities (id) on delete cascade;
alter table public.fraud_entity_links add constraint fraud_entity_links_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index fraud_entity_links_user_id_fkey_idx on public.fraud_entity_links (user_id);
grant select, insert, update, delete on table public.fraud_entity_links to service_role;

create table public.fraud_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer not null,
  stage text not null,
  condition jsonb not null,
  score_delta smallint not null,
  action text default 'score' not null,
  is_enabled boolean default false not null,
  is_shadow boolean default true not null,
  precision_estimate real,
  created_by uuid,
  constraint fraud_rules_pkey primary key (id),
  constraint fraud_rules_key_version_key unique (key, version),
  constraint fraud_rules_stage_check check (stage in ('signup', 'login', 'payment', 'tip', 'payout', 'subscription', 'chargeback')),
  constraint fraud_rules_action_check check (action in ('score', 'review', 'challenge', 'block', 'hold')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint version_is_positive check (version > 0),
  constraint condition_is_object check (jsonb_typeof(condition) = 'object'),
  constraint score_delta_in_range check (score_delta between -1000 and 1000),
  constraint precision_in_range check (precision_estimate between 0 and 1)
);
alter table public.fraud_rules enable row level security;
revoke all on table public.fraud_rules from anon, authenticated, service_role;
comment on table public.fraud_rules is 'A fixed rule against fraud with stage, effect and measured precision. A version does not change but for being switched, and of each rule one version at most is in force beside those that only watch.';
comment on column public.fraud_rules.is_shadow is 'Notes its hits and does nothing.';
comment on column public.fraud_rules.precision_estimate is '0 to 1.';
alter table public.fraud_rules add constraint fraud_rules_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create unique index fraud_rules_key_idx on public.fraud_rules (key) where (is_enabled and not is_shadow);
comment on index public.fraud_rules_key_idx is 'One version in force.';
create index fraud_rules_stage_idx on public.fraud_rules (stage) where (is_enabled);
create index fraud_rules_created_by_fkey_idx on public.fraud_rules (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.fraud_rules for each row execute function boyfanz.touch_updated_at();
create trigger version_stays before update on public.fraud_rules for each row execute function boyfanz.append_only('change is_enabled', 'change is_shadow', 'change precision_estimate', 'clear created_by');
create policy staff_select on public.fraud_rules for select to boyfanz_staff using ((select boyfanz.has_permission('fraud.review')));
grant select on table public.fraud_rules to boyfanz_staff;
grant select, insert, update, delete on table public.fraud_rules to service_role;

create table public.image_analyses (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  media_asset_id uuid not null,
  version_id uuid not null,
  nudity_level smallint not null,
  quality_score real not null,
  synthetic_probability real not null,
  apparent_minor_flag boolean default false not null,
  objects jsonb default '[]' not null,
  ocr_text_hash public.digest_256,
  dominant_colors jsonb,
  alt_text_suggestion text,
  analysed_at timestamptz default now() not null,
  constraint image_analyses_pkey primary key (id),
  constraint image_analyses_media_asset_id_version_id_key unique (media_asset_id, version_id),
  constraint nudity_level_in_range check (nudity_level between 0 and 5),
  constraint quality_score_in_range check (quality_score between 0 and 1),
  constraint synthetic_probability_in_range check (synthetic_probability between 0 and 1),
  constraint objects_is_array check (jsonb_typeof(objects) = 'array'),
  constraint dominant_colors_is_array check (jsonb_typeof(dominant_colors) = 'array'),
  constraint alt_text_length check (char_length(alt_text_suggestion) between 1 and 1000)
);
alter table public.image_analyses enable row level security;
revoke all on table public.image_analyses from anon, authenticated, service_role;
comment on table public.image_analyses is 'What a version of a model saw in an asset; nudity, quality, objects, text, and how likely it is synthetic. A person who seems to be a minor goes to the safety lane at once, by the service.';
comment on column public.image_analyses.nudity_level is '0 none to 5 explicit.';
comment on column public.image_analyses.quality_score is '0 to 1.';
alter table public.image_analyses add constraint image_analyses_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete cascade;
create index image_analyses_analysed_at_idx on public.image_analyses (analysed_at) where (apparent_minor_flag);
comment on index public.image_analyses_analysed_at_idx is 'Safety lane.';
create index image_analyses_synthetic_probability_idx on public.image_analyses (synthetic_probability) where (synthetic_probability > 0.8);
create index image_analyses_version_id_fkey_idx on public.image_analyses (version_id);
create trigger touch_updated_at before update on public.image_analyses for each row execute function boyfanz.touch_updated_at();
create trigger flag_stays before update of apparent_minor_flag on public.image_analyses for each row when (old.apparent_minor_flag and not new.apparent_minor_flag) execute function boyfanz.refuse_when('Moderation decides; the analysis stays as it was.');
grant select, insert, update, delete on table public.image_analyses to service_role;

create table public.item_neighbors (
  item_type text not null,
  item_id uuid not null,
  algorithm text not null,
  neighbor_ids uuid[] not null,
  similarities real[] not null,
  computed_at timestamptz default now() not null,
  constraint item_neighbors_pkey primary key (item_type, item_id, algorithm),
  constraint item_neighbors_item_type_check check (item_type in ('post', 'creator', 'product', 'topic')),
  constraint similarities_follow_the_neighbors check (cardinality(neighbor_ids) = cardinality(similarities)),
  constraint neighbors_are_whole check (array_position(neighbor_ids, null) is null and array_position(similarities, null) is null),
  constraint nothing_is_its_own_neighbor check (not item_id = any (neighbor_ids))
);
alter table public.item_neighbors enable row level security;
revoke all on table public.item_neighbors from anon, authenticated, service_role;
comment on table public.item_neighbors is 'The nearest items of an item by one algorithm, in order, in one row; replaced as a whole. Derived, so without foreign keys.';
comment on column public.item_neighbors.item_id is 'Key in the table that item_type stands for.';
comment on column public.item_neighbors.similarities is 'In the order of neighbor_ids.';
create index item_neighbors_computed_at_idx on public.item_neighbors (computed_at);
grant select, insert, update, delete on table public.item_neighbors to service_role;

create table public.label_adjudications (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  task_id uuid not null,
  method text not null,
  final_label jsonb not null,
  reason text,
  adjudicator_id uuid,
  agreement real not null,
  decided_at timestamptz default now() not null,
  constraint label_adjudications_pkey primary key (id),
  constraint label_adjudications_task_id_key unique (task_id),
  constraint label_adjudications_method_check check (method in ('majority', 'expert', 'weighted', 'model_assist')),
  constraint expert_is_named check (method <> 'expert' or adjudicator_id is not null),
  constraint expert_says_why check (method <> 'expert' or reason is not null),
  constraint agreement_in_range check (agreement between 0 and 1)
);
alter table public.label_adjudications enable row level security;
revoke all on table public.label_adjudications from anon, authenticated, service_role;
comment on table public.label_adjudications is 'How disagreeing labels of a task were resolved, by majority, weight, a model or a senior labeller, with the agreement found.';
alter table public.label_adjudications add constraint label_adjudications_adjudicator_id_fkey foreign key (adjudicator_id) references public.users (id) on delete restrict;
create index label_adjudications_adjudicator_id_fkey_idx on public.label_adjudications (adjudicator_id) where (adjudicator_id is not null);
create trigger touch_updated_at before update on public.label_adjudications for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.label_adjudications for select to boyfanz_staff using ((select boyfanz.has_permission('label.manage')));
grant select on table public.label_adjudications to boyfanz_staff;
grant select, insert, update, delete on table public.label_adjudications to service_role;

create table public.label_annotations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  task_id uuid not null,
  labeler_id uuid not null,
  schema_version integer not null,
  label jsonb not null,
  confidence real,
  seconds_spent integer not null,
  is_gold_check boolean default false not null,
  superseded_by uuid,
  submitted_at timestamptz default now() not null,
  constraint label_annotations_pkey primary key (id),
  constraint schema_version_is_positive check (schema_version > 0),
  constraint confidence_in_range check (confidence between 0 and 1),
  constraint seconds_spent_are_not_negative check (seconds_spent >= 0),
  constraint superseded_by_another check (superseded_by <> id)
);
alter table public.label_annotations enable row level security;
revoke all on table public.label_annotations from anon, authenticated, service_role;
comment on table public.label_annotations is 'The label that one person gave to one task, with time spent and version of the schema. It is never edited; a newer one of the same person on the same task supersedes it.';
comment on column public.label_annotations.is_gold_check is 'The answer is known, and measures the labeller.';
comment on column public.label_annotations.superseded_by is 'Set before the newer row is inserted in the same transaction.';
alter table public.label_annotations add constraint label_annotations_labeler_id_fkey foreign key (labeler_id) references public.users (id) on delete restrict;
alter table public.label_annotations add constraint label_annotations_superseded_by_fkey foreign key (superseded_by) references public.label_annotations (id) on delete set null deferrable initially deferred;
create unique index label_annotations_task_id_labeler_id_idx on public.label_annotations (task_id, labeler_id) where (superseded_by is null);
create index label_annotations_labeler_id_submitted_at_idx on public.label_annotations (labeler_id, submitted_at desc);
create index label_annotations_label_idx on public.label_annotations using gin (label jsonb_path_ops);
create index label_annotations_task_id_fkey_idx on public.label_annotations (task_id);
create index label_annotations_superseded_by_fkey_idx on public.label_annotations (superseded_by) where (superseded_by is not null);
create trigger append_only before update on public.label_annotations for each row execute function boyfanz.append_only('set superseded_by', 'clear superseded_by');
create constraint trigger superseded_by_the_same_person after insert or update of superseded_by on public.label_annotations deferrable initially deferred for each row when (new.superseded_by is not null) execute function boyfanz.matches_parent('superseded_by', 'label_annotations', 'task_id', 'labeler_id');
create policy member_select on public.label_annotations for select to authenticated using (label_annotations.labeler_id = (select boyfanz.current_user_id()));
create policy staff_select on public.label_annotations for select to boyfanz_staff using ((select boyfanz.has_permission('label.manage')));
grant select (confidence, created_at, id, label, labeler_id, schema_version, seconds_spent, submitted_at, superseded_by, task_id) on table public.label_annotations to authenticated;
grant select on table public.label_annotations to boyfanz_staff;
grant select, insert, update, delete on table public.label_annotations to service_role;

create table public.label_projects (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  dataset_id uuid,
  name text not null,
  label_schema jsonb not null,
  schema_version integer default 1 not null,
  instructions text not null,
  overlap smallint default 1 not null,
  agreement_target real not null,
  min_clearance smallint default 0 not null,
  status text default 'draft' not null,
  created_by uuid,
  constraint label_projects_pkey primary key (id),
  constraint label_projects_status_check check (status in ('draft', 'running', 'paused', 'done')),
  constraint label_schema_is_object check (jsonb_typeof(label_schema) = 'object'),
  constraint schema_version_is_positive check (schema_version > 0),
  constraint overlap_in_range check (overlap between 1 and 9),
  constraint agreement_target_in_range check (agreement_target between 0 and 1),
  constraint min_clearance_is_not_negative check (min_clearance >= 0)
);
alter table public.label_projects enable row level security;
revoke all on table public.label_projects from anon, authenticated, service_role;
comment on table public.label_projects is 'A project of labelling by people; schema, instructions, how many label each item, the agreement aimed at and the clearance that the service asks of a labeller.';
comment on column public.label_projects.overlap is 'Labels per item.';
alter table public.label_projects add constraint label_projects_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index label_projects_dataset_id_fkey_idx on public.label_projects (dataset_id) where (dataset_id is not null);
create index label_projects_created_by_fkey_idx on public.label_projects (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.label_projects for each row execute function boyfanz.touch_updated_at();
create trigger schema_version_only_grows before update of schema_version on public.label_projects for each row execute function boyfanz.only_grows('schema_version');
create policy staff_select on public.label_projects for select to boyfanz_staff using ((select boyfanz.has_permission('label.work')));
grant select on table public.label_projects to boyfanz_staff;
grant select, insert, update, delete on table public.label_projects to service_role;

create table public.label_tasks (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  project_id uuid not null,
  item_key text not null,
  source_type text not null,
  source_id uuid,
  media_asset_id uuid,
  priority smallint default 0 not null,
  state text default 'open' not null,
  leased_by uuid,
  lease_expires_at timestamptz,
  final_label jsonb,
  constraint label_tasks_pkey primary key (id),
  constraint label_tasks_project_id_item_key_key unique (project_id, item_key),
  constraint label_tasks_state_check check (state in ('open', 'leased', 'enough', 'adjudication', 'done', 'skipped')),
  constraint source_type_form check (source_type ~ '^[a-z][a-z_]{0,39}$'),
  constraint leased_names_its_end check ((state = 'leased') = (lease_expires_at is not null)),
  constraint holder_belongs_to_a_lease check (leased_by is null or state = 'leased'),
  constraint done_has_a_label check ((state = 'done') = (final_label is not null))
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
alter table public.label_tasks enable row level security;
alter table public.label_adjudications add constraint label_adjudications_task_id_fkey foreign key (task_id) references public.label_tasks (id) on delete cascade;
alter table public.label_annotations add constraint label_annotations_task_id_fkey foreign key (task_id) references public.label_tasks (id) on delete cascade;
revoke all on table public.label_tasks from anon, authenticated, service_role;
comment on table public.label_tasks is 'An item to label, claimed under a lease that expires. Counters are kept off this hot row.';
comment on column public.label_tasks.source_id is 'Key in the table that source_type stands for.';
comment on column public.label_tasks.priority is 'The higher the sooner.';
alter table public.label_tasks add constraint label_tasks_project_id_fkey foreign key (project_id) references public.label_projects (id) on delete cascade;
alter table public.label_tasks add constraint label_tasks_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete set null;
alter table public.label_tasks add constraint label_tasks_leased_by_fkey foreign key (leased_by) references public.users (id) on delete set null;
create index label_tasks_project_id_priority_id_idx on public.label_tasks (project_id, priority desc, id) where (state = 'open');
comment on index public.label_tasks_project_id_priority_id_idx is 'Next task with SKIP LOCKED.';
create index label_tasks_lease_expires_at_idx on public.label_tasks (lease_expires_at) where (state = 'leased');
create index label_tasks_media_asset_id_fkey_idx on public.label_tasks (media_asset_id) where (media_asset_id is not null);
create index label_tasks_leased_by_fkey_idx on public.label_tasks (leased_by) where (leased_by is not null);
create trigger touch_updated_at before update on public.label_tasks for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.label_tasks for select to boyfanz_staff using ((select boyfanz.has_permission('label.work')) and ((leased_by = (select boyfanz.current_user_id()) and final_label is null) or (select boyfanz.has_permission('label.manage'))));
grant select on table public.label_tasks to boyfanz_staff;
grant select, insert, update, delete on table public.label_tasks to service_role;

create table public.labeler_stats (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  labeler_id uuid not null,
  project_id uuid not null,
  tasks_done integer default 0 not null,
  gold_seen integer default 0 not null,
  gold_correct integer default 0 not null,
  agreement real,
  median_seconds integer,
  is_blocked boolean default false not null,
  computed_at timestamptz default now() not null,
  constraint labeler_stats_pkey primary key (labeler_id, project_id),
  constraint tasks_done_are_not_negative check (tasks_done >= 0),
  constraint gold_correct_is_within_seen check (gold_correct between 0 and gold_seen),
  constraint agreement_in_range check (agreement between 0 and 1),
  constraint median_is_not_negative check (median_seconds >= 0)
);
alter table public.labeler_stats enable row level security;
revoke all on table public.labeler_stats from anon, authenticated, service_role;
comment on table public.labeler_stats is 'Quality of a labeller in a project; right answers to known items, agreement and speed, by which votes are weighed and work is routed.';
alter table public.labeler_stats add constraint labeler_stats_labeler_id_fkey foreign key (labeler_id) references public.users (id) on delete cascade;
alter table public.labeler_stats add constraint labeler_stats_project_id_fkey foreign key (project_id) references public.label_projects (id) on delete cascade;
create index labeler_stats_project_id_fkey_idx on public.labeler_stats (project_id);
create trigger touch_updated_at before update on public.labeler_stats for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.labeler_stats for select to authenticated using (labeler_stats.labeler_id = (select boyfanz.current_user_id()));
create policy staff_select on public.labeler_stats for select to boyfanz_staff using ((select boyfanz.has_permission('label.manage')));
grant select on table public.labeler_stats to authenticated;
grant select on table public.labeler_stats to boyfanz_staff;
grant select, insert, update, delete on table public.labeler_stats to service_role;

create table public.ml_dataset_items (
  created_at timestamptz default now() not null,
  dataset_version_id uuid not null,
  item_key text not null,
  source_type text not null,
  source_id uuid,
  owner_user_id uuid,
  consent_id uuid,
  split text not null,
  content_sha256 public.digest_256,
  removed_at timestamptz,
  constraint ml_dataset_items_pkey primary key (dataset_version_id, item_key),
  constraint ml_dataset_items_split_check check (split in ('train', 'validation', 'test', 'holdout')),
  constraint source_type_form check (source_type ~ '^[a-z][a-z_]{0,39}$')
);
alter table public.ml_dataset_items enable row level security;
revoke all on table public.ml_dataset_items from anon, authenticated, service_role;
comment on table public.ml_dataset_items is 'One item in a build of a dataset, with its owner, so that a withdrawal finds every use. An item enters while the build is open, with the consent that its dataset requires, and unless it was excluded from training.';
comment on column public.ml_dataset_items.source_id is 'Key in the table that source_type stands for.';
alter table public.ml_dataset_items add constraint ml_dataset_items_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
create index ml_dataset_items_owner_user_id_idx on public.ml_dataset_items (owner_user_id) where (owner_user_id is not null);
comment on index public.ml_dataset_items_owner_user_id_idx is 'Withdrawal.';
create index ml_dataset_items_source_type_source_id_idx on public.ml_dataset_items (source_type, source_id);
create index ml_dataset_items_consent_id_fkey_idx on public.ml_dataset_items (consent_id) where (consent_id is not null);
create trigger append_only before update on public.ml_dataset_items for each row execute function boyfanz.append_only('set removed_at', 'clear owner_user_id', 'clear consent_id', 'clear content_sha256');
create trigger consent_and_exclusions after insert on public.ml_dataset_items referencing new table as new_items for each statement execute function boyfanz.check_dataset_items();
create policy member_select on public.ml_dataset_items for select to authenticated using (ml_dataset_items.owner_user_id = (select boyfanz.current_user_id()));
grant select (consent_id, created_at, dataset_version_id, item_key, owner_user_id, removed_at, source_id, source_type) on table public.ml_dataset_items to authenticated;
grant select, insert, update, delete on table public.ml_dataset_items to service_role;

create table public.ml_dataset_versions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  dataset_id uuid not null,
  version integer not null,
  parent_version_id uuid,
  build_query text not null,
  storage_uri text not null,
  manifest_sha256 public.digest_256,
  item_count bigint default 0 not null,
  split_counts jsonb default '{}' not null,
  consent_cut_at timestamptz default now() not null,
  status text default 'building' not null,
  frozen_at timestamptz,
  withdrawn_reason text,
  constraint ml_dataset_versions_pkey primary key (id),
  constraint ml_dataset_versions_dataset_id_version_key unique (dataset_id, version),
  constraint ml_dataset_versions_status_check check (status in ('building', 'frozen', 'withdrawn', 'deleted')),
  constraint version_is_positive check (version > 0),
  constraint item_count_is_not_negative check (item_count >= 0),
  constraint split_counts_is_object check (jsonb_typeof(split_counts) = 'object'),
  constraint building_is_not_frozen check (status <> 'building' or frozen_at is null),
  constraint frozen_names_its_time check (status not in ('frozen', 'withdrawn') or frozen_at is not null),
  constraint frozen_has_a_digest check (frozen_at is null or manifest_sha256 is not null),
  constraint withdrawn_says_why check (status <> 'withdrawn' or withdrawn_reason is not null),
  constraint reason_belongs_to_a_withdrawal check (withdrawn_reason is null or status in ('withdrawn', 'deleted')),
  constraint made_from_another check (parent_version_id <> id)
);
alter table public.ml_dataset_versions enable row level security;
alter table public.ml_dataset_items add constraint ml_dataset_items_dataset_version_id_fkey foreign key (dataset_version_id) references public.ml_dataset_versions (id) on delete cascade;
revoke all on table public.ml_dataset_versions from anon, authenticated, service_role;
comment on table public.ml_dataset_versions is 'A build of a dataset with digest, counts, query and lineage. Frozen it does not change, but can be withdrawn when more consent is lost than it bears, and does not come back from that.';
comment on column public.ml_dataset_versions.parent_version_id is 'What it was made from, perhaps of another dataset.';
comment on column public.ml_dataset_versions.manifest_sha256 is 'Of the list of all files; known at the end of the build.';
comment on column public.ml_dataset_versions.consent_cut_at is 'Consents given up to this moment count.';
alter table public.ml_dataset_versions add constraint ml_dataset_versions_parent_version_id_fkey foreign key (parent_version_id) references public.ml_dataset_versions (id) on delete restrict;
create index ml_dataset_versions_parent_version_id_fkey_idx on public.ml_dataset_versions (parent_version_id) where (parent_version_id is not null);
create trigger touch_updated_at before update on public.ml_dataset_versions for each row execute function boyfanz.touch_updated_at();
create trigger content_is_frozen before update on public.ml_dataset_versions for each row execute function boyfanz.freeze_when_set('frozen_at', 'change status', 'set withdrawn_reason');
create trigger deleted_is_final before update of status on public.ml_dataset_versions for each row when (old.status = 'deleted' and new.status <> 'deleted') execute function boyfanz.refuse_when('The files of a deleted build are gone.');
create policy staff_select on public.ml_dataset_versions for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_dataset_versions to boyfanz_staff;
grant select, insert, update, delete on table public.ml_dataset_versions to service_role;

create table public.ml_datasets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  name text not null,
  purpose text not null,
  modality text not null,
  sensitivity text not null,
  required_consent_scope text,
  owner_team text not null,
  archived_at timestamptz,
  constraint ml_datasets_pkey primary key (id),
  constraint ml_datasets_key_key unique (key),
  constraint ml_datasets_modality_check check (modality in ('text', 'image', 'video', 'audio', 'tabular', 'interaction', 'mixed')),
  constraint ml_datasets_sensitivity_check check (sensitivity in ('public', 'internal', 'personal', 'special_category')),
  constraint ml_datasets_required_consent_scope_check check (required_consent_scope in ('recommendation', 'moderation', 'generation_self', 'generation_shared', 'voice', 'likeness', 'analytics_models')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint personal_data_needs_consent check (sensitivity not in ('personal', 'special_category') or required_consent_scope is not null)
);
alter table public.ml_datasets enable row level security;
alter table public.label_projects add constraint label_projects_dataset_id_fkey foreign key (dataset_id) references public.ml_datasets (id) on delete restrict;
alter table public.ml_dataset_versions add constraint ml_dataset_versions_dataset_id_fkey foreign key (dataset_id) references public.ml_datasets (id) on delete restrict;
revoke all on table public.ml_datasets from anon, authenticated, service_role;
comment on table public.ml_datasets is 'A named dataset with its purpose, sensitivity and the consent without which nothing of a person enters it.';
create trigger touch_updated_at before update on public.ml_datasets for each row execute function boyfanz.touch_updated_at();
create trigger consent_is_not_loosened before update of required_consent_scope on public.ml_datasets for each row execute function boyfanz.set_once('required_consent_scope');
create policy staff_select on public.ml_datasets for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_datasets to boyfanz_staff;
grant select, insert, update, delete on table public.ml_datasets to service_role;

create table public.ml_decision_records (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subject_user_id uuid,
  version_id uuid not null,
  decision_kind text not null,
  outcome text not null,
  main_factors jsonb not null,
  score real,
  inference_id uuid,
  decided_at timestamptz default now() not null,
  human_review text default 'not_requested' not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  constraint ml_decision_records_pkey primary key (id),
  constraint ml_decision_records_human_review_check check (human_review in ('not_requested', 'requested', 'confirmed', 'overturned')),
  constraint decision_kind_form check (decision_kind ~ '^[a-z][a-z_]{0,39}$'),
  constraint main_factors_is_array check (jsonb_typeof(main_factors) = 'array'),
  constraint reviewed_by_somebody check ((human_review in ('confirmed', 'overturned')) = (reviewed_by is not null)),
  constraint reviewed_names_its_time check ((reviewed_by is null) = (reviewed_at is null)),
  constraint reviewed_after_decision check (reviewed_at >= decided_at),
  constraint nobody_reviews_their_own_case check (reviewed_by <> subject_user_id)
);
alter table public.ml_decision_records enable row level security;
revoke all on table public.ml_decision_records from anon, authenticated, service_role;
comment on table public.ml_decision_records is 'An automated decision with legal or similar effect on a person, such as a block, a payout hold or an age result, with its main factors and the review by a person that was asked for. Nothing of the decision itself ever changes.';
comment on column public.ml_decision_records.main_factors is 'Array, the weightiest first, as told to the person.';
alter table public.ml_decision_records add constraint ml_decision_records_subject_user_id_fkey foreign key (subject_user_id) references public.users (id) on delete set null;
alter table public.ml_decision_records add constraint ml_decision_records_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete restrict;
create index ml_decision_records_subject_user_id_decided_at_idx on public.ml_decision_records (subject_user_id, decided_at desc);
create index ml_decision_records_decided_at_idx on public.ml_decision_records (decided_at) where (human_review = 'requested');
comment on index public.ml_decision_records_decided_at_idx is 'Queue of reviews.';
create index ml_decision_records_version_id_fkey_idx on public.ml_decision_records (version_id);
create index ml_decision_records_reviewed_by_fkey_idx on public.ml_decision_records (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.ml_decision_records for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.ml_decision_records for each row execute function boyfanz.append_only('clear subject_user_id', 'change human_review', 'set reviewed_by', 'set reviewed_at');
create policy member_select on public.ml_decision_records for select to authenticated using (ml_decision_records.subject_user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.ml_decision_records for select to boyfanz_staff using ((select boyfanz.has_permission('case.decide')));
create policy member_update on public.ml_decision_records for update to authenticated using (ml_decision_records.subject_user_id = (select boyfanz.current_user_id())) with check ((ml_decision_records.subject_user_id = (select boyfanz.current_user_id()) and (human_review = 'requested')));
grant select (created_at, decided_at, decision_kind, human_review, id, main_factors, outcome, reviewed_at, subject_user_id, updated_at, version_id), update (human_review) on table public.ml_decision_records to authenticated;
grant select on table public.ml_decision_records to boyfanz_staff;
grant select, insert, update, delete on table public.ml_decision_records to service_role;

create table public.ml_deployments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  version_id uuid not null,
  environment text not null,
  endpoint_key text not null,
  mode text default 'shadow' not null,
  traffic_ppm integer default 0 not null,
  config jsonb default '{}' not null,
  deployed_by uuid,
  deployed_at timestamptz default now() not null,
  retired_at timestamptz,
  rollback_to uuid,
  constraint ml_deployments_pkey primary key (id),
  constraint ml_deployments_environment_check check (environment in ('production', 'staging', 'shadow', 'edge')),
  constraint ml_deployments_mode_check check (mode in ('live', 'shadow', 'canary')),
  constraint endpoint_key_form check (endpoint_key ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint traffic_in_range check (traffic_ppm between 0 and 1000000),
  constraint config_is_object check (jsonb_typeof(config) = 'object'),
  constraint retired_after_deployment check (retired_at >= deployed_at),
  constraint rollback_to_another check (rollback_to <> id)
);
alter table public.ml_deployments enable row level security;
revoke all on table public.ml_deployments from anon, authenticated, service_role;
comment on table public.ml_deployments is 'A version in a serving environment with its endpoint, mode, share of the traffic and what to go back to. Live traffic in production goes to approved versions only, that every required role has signed off.';
comment on column public.ml_deployments.traffic_ppm is 'Millionths of the requests; those of the live and canary rows of an endpoint are at most the whole, a shadow gets copies.';
alter table public.ml_deployments add constraint ml_deployments_deployed_by_fkey foreign key (deployed_by) references public.users (id) on delete set null;
alter table public.ml_deployments add constraint ml_deployments_rollback_to_fkey foreign key (rollback_to) references public.ml_deployments (id) on delete set null;
create unique index ml_deployments_environment_endpoint_key_version_id_idx on public.ml_deployments (environment, endpoint_key, version_id) where (retired_at is null);
comment on index public.ml_deployments_environment_endpoint_key_version_id_idx is 'The routing table as well.';
create index ml_deployments_version_id_fkey_idx on public.ml_deployments (version_id);
create index ml_deployments_deployed_by_fkey_idx on public.ml_deployments (deployed_by) where (deployed_by is not null);
create index ml_deployments_rollback_to_fkey_idx on public.ml_deployments (rollback_to) where (rollback_to is not null);
create trigger touch_updated_at before update on public.ml_deployments for each row execute function boyfanz.touch_updated_at();
create trigger placement_stays before update of version_id, environment, endpoint_key, deployed_at, retired_at on public.ml_deployments for each row execute function boyfanz.set_once('version_id', 'environment', 'endpoint_key', 'deployed_at', 'retired_at');
create trigger version_is_signed_off before insert or update of mode, traffic_ppm on public.ml_deployments for each row execute function boyfanz.check_deployment();
create trigger rollback_on_same_endpoint before insert or update of rollback_to on public.ml_deployments for each row execute function boyfanz.matches_parent('rollback_to', 'ml_deployments', 'environment', 'endpoint_key');
create constraint trigger traffic_is_at_most_the_whole after insert or update of mode, traffic_ppm on public.ml_deployments deferrable initially deferred for each row when (new.retired_at is null and new.mode <> 'shadow') execute function boyfanz.check_endpoint_traffic();
create policy staff_select on public.ml_deployments for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_deployments to boyfanz_staff;
grant select, insert, update, delete on table public.ml_deployments to service_role;

create table public.ml_drift_measurements (
  monitor_id uuid not null,
  measured_at timestamptz not null,
  value double precision,
  sample_size bigint not null,
  status text not null,
  histogram jsonb,
  constraint ml_drift_measurements_pkey primary key (monitor_id, measured_at),
  constraint ml_drift_measurements_status_check check (status in ('ok', 'warn', 'alert', 'no_data')),
  constraint sample_size_is_not_negative check (sample_size >= 0),
  constraint no_data_has_no_value check ((status = 'no_data') = (value is null))
) partition by range (measured_at);
alter table public.ml_drift_measurements enable row level security;
revoke all on table public.ml_drift_measurements from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'ml_drift_measurements', 'measured_at', '30 days', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.ml_drift_measurements'::regclass);
comment on table public.ml_drift_measurements is 'A drift statistic as measured over one window of a monitor.';
comment on column public.ml_drift_measurements.value is 'NULL without data.';
create index ml_drift_measurements_measured_at_idx on public.ml_drift_measurements (measured_at desc) where (status = 'alert');
grant select, insert, update, delete on table public.ml_drift_measurements to service_role;

create table public.ml_drift_monitors (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  deployment_id uuid not null,
  target_kind text not null,
  target_key text not null,
  statistic text not null,
  reference jsonb not null,
  warn_limit double precision not null,
  alert_limit double precision not null,
  window_minutes integer not null,
  next_run_at timestamptz default now() not null,
  is_enabled boolean default true not null,
  constraint ml_drift_monitors_pkey primary key (id),
  constraint ml_drift_monitors_deployment_id_target_kind_target_78317110_key unique (deployment_id, target_kind, target_key, statistic),
  constraint ml_drift_monitors_target_kind_check check (target_kind in ('feature', 'output', 'label', 'calibration')),
  constraint ml_drift_monitors_statistic_check check (statistic in ('psi', 'ks', 'js', 'chi2', 'mean_shift', 'null_rate')),
  constraint reference_is_object check (jsonb_typeof(reference) = 'object'),
  constraint warns_before_it_alerts check (warn_limit <= alert_limit),
  constraint window_is_positive check (window_minutes > 0)
);
alter table public.ml_drift_monitors enable row level security;
revoke all on table public.ml_drift_monitors from anon, authenticated, service_role;
comment on table public.ml_drift_monitors is 'What is watched for drift on a deployment; a feature or the output, against a reference, by a statistic with two limits.';
comment on column public.ml_drift_monitors.reference is 'Distribution to compare with.';
alter table public.ml_drift_monitors add constraint ml_drift_monitors_deployment_id_fkey foreign key (deployment_id) references public.ml_deployments (id) on delete cascade;
create index ml_drift_monitors_next_run_at_idx on public.ml_drift_monitors (next_run_at) where (is_enabled);
create trigger touch_updated_at before update on public.ml_drift_monitors for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.ml_drift_monitors for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_drift_monitors to boyfanz_staff;
grant select, insert, update, delete on table public.ml_drift_monitors to service_role;

create table public.ml_evaluation_metrics (
  created_at timestamptz default now() not null,
  evaluation_id uuid not null,
  metric_key text not null,
  slice_key text default 'all' not null,
  slice_value text default '' not null,
  value double precision not null,
  ci_low double precision,
  ci_high double precision,
  sample_size bigint not null,
  gate_limit double precision,
  passed boolean,
  constraint ml_evaluation_metrics_pkey primary key (evaluation_id, metric_key, slice_key, slice_value),
  constraint sample_is_not_empty check (sample_size > 0),
  constraint interval_is_whole check ((ci_low is null) = (ci_high is null)),
  constraint interval_is_ordered check (ci_low <= ci_high),
  constraint gate_gives_a_verdict check ((gate_limit is null) = (passed is null))
);
alter table public.ml_evaluation_metrics enable row level security;
revoke all on table public.ml_evaluation_metrics from anon, authenticated, service_role;
comment on table public.ml_evaluation_metrics is 'A metric of an evaluation for one slice such as language, region, skin-tone group or creator size, with its interval and gate.';
comment on column public.ml_evaluation_metrics.slice_key is 'all for the whole.';
create trigger append_only before update on public.ml_evaluation_metrics for each row execute function boyfanz.append_only();
create policy staff_select on public.ml_evaluation_metrics for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_evaluation_metrics to boyfanz_staff;
grant select, insert, update, delete on table public.ml_evaluation_metrics to service_role;

create table public.ml_evaluations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  version_id uuid not null,
  dataset_version_id uuid,
  kind text not null,
  gate_result text not null,
  run_at timestamptz default now() not null,
  waived_by uuid,
  notes text,
  constraint ml_evaluations_pkey primary key (id),
  constraint ml_evaluations_kind_check check (kind in ('offline', 'shadow', 'red_team', 'human', 'replay')),
  constraint ml_evaluations_gate_result_check check (gate_result in ('pass', 'fail', 'waived')),
  constraint waived_by_somebody check ((gate_result = 'waived') = (waived_by is not null)),
  constraint waived_says_why check (gate_result <> 'waived' or notes is not null),
  constraint offline_names_its_data check (kind not in ('offline', 'replay') or dataset_version_id is not null)
);
alter table public.ml_evaluations enable row level security;
alter table public.ml_evaluation_metrics add constraint ml_evaluation_metrics_evaluation_id_fkey foreign key (evaluation_id) references public.ml_evaluations (id) on delete cascade;
revoke all on table public.ml_evaluations from anon, authenticated, service_role;
comment on table public.ml_evaluations is 'An evaluation of a version against fixed data, offline or beside live traffic, with its verdict against the gates of release. Only the verdict may change, when somebody waives it.';
alter table public.ml_evaluations add constraint ml_evaluations_dataset_version_id_fkey foreign key (dataset_version_id) references public.ml_dataset_versions (id) on delete restrict;
alter table public.ml_evaluations add constraint ml_evaluations_waived_by_fkey foreign key (waived_by) references public.users (id) on delete restrict;
create index ml_evaluations_version_id_run_at_idx on public.ml_evaluations (version_id, run_at desc);
create index ml_evaluations_dataset_version_id_fkey_idx on public.ml_evaluations (dataset_version_id) where (dataset_version_id is not null);
create index ml_evaluations_waived_by_fkey_idx on public.ml_evaluations (waived_by) where (waived_by is not null);
create trigger touch_updated_at before update on public.ml_evaluations for each row execute function boyfanz.touch_updated_at();
create trigger result_stays before update on public.ml_evaluations for each row execute function boyfanz.append_only('change gate_result', 'set waived_by', 'change notes');
create trigger pass_is_not_rewritten before update of gate_result on public.ml_evaluations for each row when (new.gate_result <> old.gate_result and (old.gate_result <> 'fail' or new.gate_result <> 'waived')) execute function boyfanz.refuse_when('A verdict changes only from fail to waived.');
create policy staff_select on public.ml_evaluations for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_evaluations to boyfanz_staff;
grant select, insert, update, delete on table public.ml_evaluations to service_role;

create table public.ml_feature_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  view_id uuid not null,
  name text not null,
  data_type text not null,
  expression text not null,
  default_value jsonb,
  pii_class text default 'none' not null,
  drift_reference jsonb,
  description text default '' not null,
  constraint ml_feature_definitions_pkey primary key (id),
  constraint ml_feature_definitions_view_id_name_key unique (view_id, name),
  constraint ml_feature_definitions_pii_class_check check (pii_class in ('none', 'pseudonymous', 'sensitive')),
  constraint name_form check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
  constraint sensitive_is_described check (pii_class <> 'sensitive' or btrim(description) <> ''),
  constraint drift_reference_is_object check (jsonb_typeof(drift_reference) = 'object')
);
alter table public.ml_feature_definitions enable row level security;
revoke all on table public.ml_feature_definitions from anon, authenticated, service_role;
comment on table public.ml_feature_definitions is 'One feature of a view; type, expression, default and class of privacy. While a service lists it, it is not deleted, and what a frozen service lists keeps its meaning.';
comment on column public.ml_feature_definitions.drift_reference is 'Distribution at training, which monitors start from.';
create trigger touch_updated_at before update on public.ml_feature_definitions for each row execute function boyfanz.touch_updated_at();
create trigger not_while_listed before delete on public.ml_feature_definitions for each row execute function boyfanz.refuse_while_listed('ml_feature_services', 'feature_ids');
create trigger meaning_stays_while_frozen before update of view_id, name, data_type, expression, default_value on public.ml_feature_definitions for each row when ((old.view_id, old.name, old.data_type, old.expression, old.default_value) is distinct from (new.view_id, new.name, new.data_type, new.expression, new.default_value)) execute function boyfanz.refuse_while_listed('ml_feature_services', 'feature_ids', 'frozen_at is not null');
create policy staff_select on public.ml_feature_definitions for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_feature_definitions to boyfanz_staff;
grant select, insert, update, delete on table public.ml_feature_definitions to service_role;

create table public.ml_feature_entities (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  join_keys text[] not null,
  value_type text not null,
  description text not null,
  constraint ml_feature_entities_pkey primary key (id),
  constraint ml_feature_entities_key_key unique (key),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint join_keys_are_named check (cardinality(join_keys) > 0 and array_position(join_keys, null) is null)
);
alter table public.ml_feature_entities enable row level security;
revoke all on table public.ml_feature_entities from anon, authenticated, service_role;
comment on table public.ml_feature_entities is 'What features describe, such as a user, a creator, a post or a pair of them, with the keys to join by.';
comment on column public.ml_feature_entities.join_keys is 'Names of columns.';
comment on column public.ml_feature_entities.value_type is 'SQL type of the keys, such as uuid.';
create trigger touch_updated_at before update on public.ml_feature_entities for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.ml_feature_entities for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_feature_entities to boyfanz_staff;
grant select, insert, update, delete on table public.ml_feature_entities to service_role;

create table public.ml_feature_services (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer not null,
  feature_ids uuid[] not null,
  description text not null,
  frozen_at timestamptz,
  constraint ml_feature_services_pkey primary key (id),
  constraint ml_feature_services_key_version_key unique (key, version),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint version_is_positive check (version > 0),
  constraint features_are_named check (cardinality(feature_ids) > 0)
);
alter table public.ml_feature_services enable row level security;
revoke all on table public.ml_feature_services from anon, authenticated, service_role;
comment on table public.ml_feature_services is 'The versioned list of features that a model reads, so that training and serving read the same. Frozen before the first training.';
comment on column public.ml_feature_services.feature_ids is 'In the order of the vector; each exists and stands once.';
create trigger touch_updated_at before update on public.ml_feature_services for each row execute function boyfanz.touch_updated_at();
create trigger features_exist before insert or update of feature_ids on public.ml_feature_services for each row execute function boyfanz.check_ids_exist('feature_ids', 'ml_feature_definitions');
create trigger frozen_stays before update on public.ml_feature_services for each row execute function boyfanz.freeze_when_set('frozen_at', 'change description');
create policy staff_select on public.ml_feature_services for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_feature_services to boyfanz_staff;
grant select, insert, update, delete on table public.ml_feature_services to service_role;

create table public.ml_feature_values_history (
  view_id uuid not null,
  entity_key text not null,
  event_at timestamptz not null,
  arrived_at timestamptz default now() not null,
  values_json jsonb not null,
  constraint ml_feature_values_history_pkey primary key (view_id, entity_key, event_at),
  constraint values_are_an_object check (jsonb_typeof(values_json) = 'object')
) partition by range (event_at);
alter table public.ml_feature_values_history enable row level security;
revoke all on table public.ml_feature_values_history from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'ml_feature_values_history', 'event_at', '7 days', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.ml_feature_values_history'::regclass);
comment on table public.ml_feature_values_history is 'Values of features over time with when they held and when they were known, so that training joins see nothing of the future. The primary key read backwards is the index of the as-of join.';
comment on column public.ml_feature_values_history.entity_key is 'Pseudonymous, so that erasure cuts the link and not the chunks.';
create trigger append_only before update on public.ml_feature_values_history for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.ml_feature_values_history to service_role;

create table public.ml_feature_values_online (
  view_id uuid not null,
  entity_key text not null,
  values_json jsonb not null,
  event_at timestamptz not null,
  written_at timestamptz default now() not null,
  expires_at timestamptz not null,
  constraint ml_feature_values_online_pkey primary key (view_id, entity_key),
  constraint values_are_an_object check (jsonb_typeof(values_json) = 'object'),
  constraint expires_after_event check (expires_at > event_at)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.ml_feature_values_online enable row level security;
revoke all on table public.ml_feature_values_online from anon, authenticated, service_role;
comment on table public.ml_feature_values_online is 'The latest values of an entity in a view, for serving; a wide document that is rewritten in place.';
create index ml_feature_values_online_expires_at_idx on public.ml_feature_values_online (expires_at);
comment on index public.ml_feature_values_online_expires_at_idx is 'Sweep of what expired.';
grant select, insert, update, delete on table public.ml_feature_values_online to service_role;

create table public.ml_feature_views (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  version integer not null,
  entity_id uuid not null,
  source_relation text not null,
  event_time_column text not null,
  ttl_seconds integer not null,
  schedule_cron text,
  is_streaming boolean default false not null,
  is_online boolean default false not null,
  owner_team text not null,
  status text default 'active' not null,
  constraint ml_feature_views_pkey primary key (id),
  constraint ml_feature_views_key_version_key unique (key, version),
  constraint ml_feature_views_status_check check (status in ('active', 'deprecated', 'retired')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{0,79}$'),
  constraint version_is_positive check (version > 0),
  constraint ttl_is_positive check (ttl_seconds > 0)
);
alter table public.ml_feature_views enable row level security;
alter table public.ml_feature_definitions add constraint ml_feature_definitions_view_id_fkey foreign key (view_id) references public.ml_feature_views (id) on delete cascade;
alter table public.ml_feature_values_online add constraint ml_feature_values_online_view_id_fkey foreign key (view_id) references public.ml_feature_views (id) on delete cascade;
revoke all on table public.ml_feature_views from anon, authenticated, service_role;
comment on table public.ml_feature_views is 'Features that are computed together from one source, with owner, schedule and how long a value stays good.';
alter table public.ml_feature_views add constraint ml_feature_views_entity_id_fkey foreign key (entity_id) references public.ml_feature_entities (id) on delete restrict;
create index ml_feature_views_entity_id_fkey_idx on public.ml_feature_views (entity_id);
create trigger touch_updated_at before update on public.ml_feature_views for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.ml_feature_views for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_feature_views to boyfanz_staff;
grant select, insert, update, delete on table public.ml_feature_views to service_role;

create table public.ml_inference_hourly (
  bucket_at timestamptz not null,
  version_id uuid not null,
  requests bigint not null,
  fallbacks bigint default 0 not null,
  latency_sketch bytea not null,
  score_count bigint default 0 not null,
  score_sum double precision default 0 not null,
  computed_at timestamptz default now() not null,
  constraint ml_inference_hourly_pkey primary key (version_id, bucket_at),
  constraint bucket_is_an_hour check (date_trunc('hour', bucket_at at time zone 'UTC') = bucket_at at time zone 'UTC'),
  constraint requests_are_not_negative check (requests >= 0),
  constraint parts_are_within_requests check (fallbacks between 0 and requests and score_count between 0 and requests)
);
alter table public.ml_inference_hourly enable row level security;
revoke all on table public.ml_inference_hourly from anon, authenticated, service_role;
comment on table public.ml_inference_hourly is 'Requests, latency and mean score of a version by the hour, filled from ml_inference_logs by a job; a continuous aggregate where the target has them may fill it faster.';
comment on column public.ml_inference_hourly.bucket_at is 'Start of the hour.';
comment on column public.ml_inference_hourly.latency_sketch is 'Mergeable, for quantiles over any number of hours.';
comment on column public.ml_inference_hourly.score_count is 'Requests that had a score.';
create index ml_inference_hourly_bucket_at_idx on public.ml_inference_hourly (bucket_at desc);
comment on index public.ml_inference_hourly_bucket_at_idx is 'All versions of an hour; the purge.';
create policy staff_select on public.ml_inference_hourly for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_inference_hourly to boyfanz_staff;
grant select, insert, update, delete on table public.ml_inference_hourly to service_role;

create table public.ml_inference_logs (
  id uuid default boyfanz.uuid_v7() not null,
  inferred_at timestamptz default now() not null,
  deployment_id uuid not null,
  version_id uuid not null,
  subject_type text not null,
  subject_id uuid,
  request_id uuid,
  input_digest public.digest_256,
  features_snapshot jsonb,
  output jsonb not null,
  score real,
  latency_ms integer not null,
  sampled_reason text not null,
  is_fallback boolean default false not null,
  constraint ml_inference_logs_pkey primary key (id, inferred_at),
  constraint ml_inference_logs_sampled_reason_check check (sampled_reason in ('random', 'decision', 'drift', 'debug')),
  constraint subject_type_form check (subject_type ~ '^[a-z][a-z_]{0,39}$'),
  constraint features_snapshot_is_object check (jsonb_typeof(features_snapshot) = 'object'),
  constraint latency_is_not_negative check (latency_ms >= 0)
) partition by range (inferred_at);
alter table public.ml_inference_logs enable row level security;
revoke all on table public.ml_inference_logs from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'ml_inference_logs', 'inferred_at', '1 day', 3, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.ml_inference_logs'::regclass);
comment on table public.ml_inference_logs is 'A prediction with version, subject, digest of the input, output and latency, sampled or in full; enough to explain it and to join what came of it. Those with legal effect are copied to ml_decision_records, because these go after 90 days.';
comment on column public.ml_inference_logs.subject_id is 'Cleared at erasure of a person.';
comment on column public.ml_inference_logs.request_id is 'The key that ml_outcomes are joined by.';
create index ml_inference_logs_subject_type_subject_id_inferred_at_idx on public.ml_inference_logs (subject_type, subject_id, inferred_at desc) where (subject_id is not null);
comment on index public.ml_inference_logs_subject_type_subject_id_inferred_at_idx is 'Explains a decision.';
create index ml_inference_logs_request_id_idx on public.ml_inference_logs (request_id) where (request_id is not null);
create index ml_inference_logs_version_id_inferred_at_idx on public.ml_inference_logs (version_id, inferred_at desc);
create trigger append_only before update on public.ml_inference_logs for each row execute function boyfanz.append_only('clear subject_id', 'clear features_snapshot');
grant select, insert, update, delete on table public.ml_inference_logs to service_role;

create table public.ml_materialization_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  view_id uuid not null,
  window_range tstzrange not null,
  status text default 'running' not null,
  rows_written bigint,
  max_lag_seconds integer,
  started_at timestamptz default now() not null,
  finished_at timestamptz,
  error text,
  constraint ml_materialization_runs_pkey primary key (id),
  constraint ml_materialization_runs_status_check check (status in ('running', 'succeeded', 'failed')),
  constraint window_is_bounded check (not (isempty(window_range) or lower_inf(window_range) or upper_inf(window_range))),
  constraint finished_names_its_time check ((status = 'running') = (finished_at is null)),
  constraint finished_after_start check (finished_at >= started_at),
  constraint failed_says_why check (status <> 'failed' or error is not null),
  constraint succeeded_counts_its_rows check (status <> 'succeeded' or rows_written is not null),
  constraint measures_are_not_negative check (rows_written >= 0 and max_lag_seconds >= 0)
);
alter table public.ml_materialization_runs enable row level security;
revoke all on table public.ml_materialization_runs from anon, authenticated, service_role;
comment on table public.ml_materialization_runs is 'A run that filled a view of features for a window of time, with rows and lag.';
alter table public.ml_materialization_runs add constraint ml_materialization_runs_view_id_fkey foreign key (view_id) references public.ml_feature_views (id) on delete cascade;
create index ml_materialization_runs_view_id_started_at_idx on public.ml_materialization_runs (view_id, started_at desc);
create index ml_materialization_runs_status_idx on public.ml_materialization_runs (status) where (status = 'failed');
create trigger touch_updated_at before update on public.ml_materialization_runs for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.ml_materialization_runs for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_materialization_runs to boyfanz_staff;
grant select, insert, update, delete on table public.ml_materialization_runs to service_role;

create table public.ml_model_aliases (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  model_id uuid not null,
  alias extensions.citext not null,
  version_id uuid not null,
  moved_by uuid,
  moved_at timestamptz default now() not null,
  constraint ml_model_aliases_pkey primary key (model_id, alias),
  constraint alias_form check (alias::text ~ '^[a-z][a-z0-9_-]{0,39}$')
);
alter table public.ml_model_aliases enable row level security;
revoke all on table public.ml_model_aliases from anon, authenticated, service_role;
comment on table public.ml_model_aliases is 'A named pointer such as champion, challenger or shadow to a version of the model; serving changes by moving it, and nobody renames stages.';
alter table public.ml_model_aliases add constraint ml_model_aliases_moved_by_fkey foreign key (moved_by) references public.users (id) on delete set null;
create index ml_model_aliases_model_id_version_id_fkey_idx on public.ml_model_aliases (model_id, version_id);
create index ml_model_aliases_moved_by_fkey_idx on public.ml_model_aliases (moved_by) where (moved_by is not null);
create trigger touch_updated_at before update on public.ml_model_aliases for each row execute function boyfanz.touch_updated_at();
create trigger version_is_not_revoked before insert or update of version_id on public.ml_model_aliases for each row execute function boyfanz.check_parent('ml_model_versions', 'parent.id = child.version_id and parent.state <> ''revoked''', 'an alias does not point to a revoked version');
create policy staff_select on public.ml_model_aliases for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_model_aliases to boyfanz_staff;
grant select, insert, update, delete on table public.ml_model_aliases to service_role;

create table public.ml_model_approvals (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  version_id uuid not null,
  approval_role text not null,
  decision text not null,
  conditions text,
  decided_by uuid not null,
  decided_at timestamptz default now() not null,
  valid_until date,
  constraint ml_model_approvals_pkey primary key (id),
  constraint ml_model_approvals_version_id_approval_role_key unique (version_id, approval_role),
  constraint ml_model_approvals_approval_role_check check (approval_role in ('ml_lead', 'privacy', 'trust_safety', 'legal', 'product')),
  constraint ml_model_approvals_decision_check check (decision in ('approved', 'rejected', 'conditional')),
  constraint conditional_names_its_conditions check (decision <> 'conditional' or conditions is not null),
  constraint valid_after_decision check (valid_until >= (decided_at at time zone 'Etc/GMT+12')::date)
);
alter table public.ml_model_approvals enable row level security;
revoke all on table public.ml_model_approvals from anon, authenticated, service_role;
comment on table public.ml_model_approvals is 'The sign-off of a version by one role. A deployment that takes live traffic needs every role its model requires, and ml_deployments checks it.';
comment on column public.ml_model_approvals.valid_until is 'Last day on which a deployment may rest on it; NULL for no end.';
alter table public.ml_model_approvals add constraint ml_model_approvals_decided_by_fkey foreign key (decided_by) references public.users (id) on delete restrict;
create index ml_model_approvals_decided_by_fkey_idx on public.ml_model_approvals (decided_by);
create trigger touch_updated_at before update on public.ml_model_approvals for each row execute function boyfanz.touch_updated_at();
create trigger subject_stays before update of version_id, approval_role on public.ml_model_approvals for each row execute function boyfanz.set_once('version_id', 'approval_role');
create policy staff_select on public.ml_model_approvals for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_model_approvals to boyfanz_staff;
grant select, insert, update, delete on table public.ml_model_approvals to service_role;

create table public.ml_model_cards (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  version_id uuid not null,
  intended_use text not null,
  out_of_scope text not null,
  limitations text not null,
  fairness_summary jsonb default '{}' not null,
  oversight text not null,
  public_explanation text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  constraint ml_model_cards_pkey primary key (id),
  constraint ml_model_cards_version_id_key unique (version_id),
  constraint fairness_summary_is_object check (jsonb_typeof(fairness_summary) = 'object'),
  constraint reviewer_names_the_time check (reviewed_by is null or reviewed_at is not null)
);
alter table public.ml_model_cards enable row level security;
revoke all on table public.ml_model_cards from anon, authenticated, service_role;
comment on table public.ml_model_cards is 'What a version is for and what not, its limits, results by group, oversight by people, and the main parameters of ranking as explained to the public.';
alter table public.ml_model_cards add constraint ml_model_cards_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete set null;
create index ml_model_cards_reviewed_by_fkey_idx on public.ml_model_cards (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.ml_model_cards for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.ml_model_cards for select to boyfanz_staff using ((select boyfanz.has_permission('model.read')));
grant select on table public.ml_model_cards to boyfanz_staff;
grant select, insert, update, delete on table public.ml_model_cards to service_role;

insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 5, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '516 of 719' as tables,
  'Run part-06.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';
