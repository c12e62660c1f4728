-- boyfanz: complete schema, 719 tables. Part 3 of 7.
-- Makes 123 tables: follower_stats_daily to dashboards.
-- Run it after part-02.sql, and part-04.sql after it.
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
  if loaded >= 3 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 3 of 7 is in this database already, and nothing was changed. Go on with part-04.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 2 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 3 of 7 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.follower_stats_daily (
  user_id uuid not null,
  day date not null,
  followers bigint not null,
  gained integer default 0 not null,
  lost integer default 0 not null,
  subscribers integer default 0 not null,
  profile_visits integer default 0 not null,
  reach bigint default 0 not null,
  constraint follower_stats_daily_pkey primary key (user_id, day),
  constraint followers_is_not_negative check (followers >= 0),
  constraint counts_are_not_negative check (gained >= 0 and lost >= 0 and subscribers >= 0 and profile_visits >= 0 and reach >= 0),
  constraint gained_is_part_of_followers check (gained <= followers + lost)
) partition by range (day);
alter table public.follower_stats_daily enable row level security;
revoke all on table public.follower_stats_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'follower_stats_daily', 'day', '30 days', 1, '60 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.follower_stats_daily'::regclass);
comment on table public.follower_stats_daily is 'Followers, subscribers and reach per day, with gains and losses; written for creators and for accounts over 100 followers. Erased by a job.';
comment on column public.follower_stats_daily.reach is 'Distinct people who saw something of the account.';
create index follower_stats_daily_day_idx on public.follower_stats_daily (day);
revoke all on table public.profile_visits from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.profile_visits', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'profile_visits', 'visited_at', '7 days', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.profile_visits'::regclass);
comment on table public.profile_visits is 'Who opened whose profile and from where, for the visitor statistics of creators. An incognito visit names nobody, and erasure clears the visitor.';
comment on column public.profile_visits.converted is 'What the visit led to; NULL while that is open.';
create index profile_visits_profile_user_id_visited_at_idx on public.profile_visits (profile_user_id, visited_at desc);
create index profile_visits_visitor_id_visited_at_idx on public.profile_visits (visitor_id, visited_at desc);
create trigger append_only before update on public.profile_visits for each row execute function boyfanz.append_only('clear visitor_id', 'set converted');

create table public.recommendation_feedback (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  candidate_id uuid not null,
  action text not null,
  surface text not null,
  acted_at timestamptz default now() not null,
  constraint recommendation_feedback_pkey primary key (user_id, candidate_id),
  constraint recommendation_feedback_action_check check (action in ('followed', 'dismissed', 'hidden_forever', 'reported')),
  constraint nobody_is_suggested_to_themselves check (user_id <> candidate_id),
  constraint surface_form check (surface ~ '^[a-z][a-z_]{0,39}$')
);
alter table public.recommendation_feedback enable row level security;
revoke all on table public.recommendation_feedback from anon, authenticated, service_role;
comment on table public.recommendation_feedback is 'What a person did with a suggestion; whoever was dismissed is not suggested again.';
alter table public.recommendation_feedback add constraint recommendation_feedback_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.recommendation_feedback add constraint recommendation_feedback_candidate_id_fkey foreign key (candidate_id) references public.users (id) on delete cascade;
create index recommendation_feedback_candidate_id_action_idx on public.recommendation_feedback (candidate_id, action);
create trigger touch_updated_at before update on public.recommendation_feedback for each row execute function boyfanz.touch_updated_at();

create table public.recommendation_suppressions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  reason text not null,
  until timestamptz,
  set_by uuid,
  constraint recommendation_suppressions_pkey primary key (user_id),
  constraint recommendation_suppressions_reason_check check (reason in ('user_choice', 'staff', 'new_account', 'under_review', 'legal')),
  constraint own_choice_is_made_by_oneself check (reason <> 'user_choice' or set_by = user_id)
);
alter table public.recommendation_suppressions enable row level security;
revoke all on table public.recommendation_suppressions from anon, authenticated, service_role;
comment on table public.recommendation_suppressions is 'Accounts that no suggestion shows, by their own choice or that of staff, with reason and end.';
comment on column public.recommendation_suppressions.until is 'NULL without end.';
comment on column public.recommendation_suppressions.set_by is 'NULL when a job set it.';
alter table public.recommendation_suppressions add constraint recommendation_suppressions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.recommendation_suppressions add constraint recommendation_suppressions_set_by_fkey foreign key (set_by) references public.users (id) on delete set null;
create index recommendation_suppressions_until_idx on public.recommendation_suppressions (until) where (until is not null);
create index recommendation_suppressions_set_by_fkey_idx on public.recommendation_suppressions (set_by) where (set_by is not null);
create trigger touch_updated_at before update on public.recommendation_suppressions for each row execute function boyfanz.touch_updated_at();

create table public.relationship_types (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id smallint not null,
  code text not null,
  label text not null,
  is_symmetric boolean not null,
  inverse_id smallint,
  needs_confirmation boolean default true not null,
  is_public_default boolean default false not null,
  max_per_user smallint,
  constraint relationship_types_pkey primary key (id),
  constraint relationship_types_code_key unique (code),
  constraint relationship_types_id_inverse_id_key unique (id, inverse_id),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]*$'),
  constraint label_length check (char_length(label) between 1 and 60),
  constraint symmetric_has_no_inverse check (not is_symmetric or inverse_id is null),
  constraint inverse_is_another check (inverse_id <> id),
  constraint max_per_user_is_positive check (max_per_user > 0)
);
alter table public.relationship_types enable row level security;
revoke all on table public.relationship_types from anon, authenticated, service_role;
comment on table public.relationship_types is 'Kinds of declared relationships, such as partner, duo, family or manager; whether both sides are alike, and who may see them.';
comment on column public.relationship_types.inverse_id is 'The kind seen from the other side, such as talent for manager.';
comment on column public.relationship_types.max_per_user is 'How many confirmed ones a person may have; NULL for any number.';
alter table public.relationship_types add constraint inverse_points_back foreign key (inverse_id, id) references public.relationship_types (id, inverse_id) deferrable initially deferred;
create trigger touch_updated_at before update on public.relationship_types for each row execute function boyfanz.touch_updated_at();

create table public.search_history (
  id bigint generated always as identity not null,
  searched_at timestamptz default now() not null,
  user_id uuid not null,
  query text not null,
  query_key text generated always as (lower(normalize(btrim(query), NFKC))) stored not null,
  filters jsonb default '{}' not null,
  result_count integer not null,
  clicked_kind text,
  clicked_id uuid,
  constraint search_history_pkey primary key (user_id, id, searched_at),
  constraint query_length check (char_length(query) <= 200),
  constraint filters_is_object check (jsonb_typeof(filters) = 'object'),
  constraint result_count_is_not_negative check (result_count >= 0),
  constraint click_names_its_kind check ((clicked_kind is null) = (clicked_id is null)),
  constraint clicked_kind_form check (clicked_kind ~ '^[a-z][a-z_]{0,39}$')
) partition by range (searched_at);
alter table public.search_history enable row level security;
revoke all on table public.search_history from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.search_history', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'search_history', 'searched_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.search_history'::regclass);
comment on table public.search_history is 'What a person searched for and opened, to find it again; the person may delete it at any time.';
comment on column public.search_history.query_key is 'The form that is compared.';
comment on column public.search_history.clicked_id is 'Key in the table that clicked_kind stands for.';
create index search_history_user_id_searched_at_idx on public.search_history (user_id, searched_at desc);
create index search_history_query_idx on public.search_history (query_key text_pattern_ops, searched_at desc);

create table public.severed_relationships (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  user_id uuid not null,
  other_user_id uuid not null,
  relation text not null,
  cause text not null,
  payload jsonb default '{}' not null,
  severed_at timestamptz default now() not null,
  restored_at timestamptz,
  constraint severed_relationships_pkey primary key (id),
  constraint severed_relationships_relation_check check (relation in ('follow_out', 'follow_in', 'friend', 'list', 'circle')),
  constraint severed_relationships_cause_check check (cause in ('block', 'suspension', 'deactivation', 'staff')),
  constraint nobody_is_severed_from_themselves check (user_id <> other_user_id),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object'),
  constraint restored_after_severed check (restored_at > severed_at)
);
alter table public.severed_relationships enable row level security;
revoke all on table public.severed_relationships from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.severed_relationships', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.severed_relationships is 'Edges that a block, suspension or deactivation removed at once, kept so that they can be restored or explained.';
comment on column public.severed_relationships.event_id is 'The act that removed them; the same for all its edges.';
comment on column public.severed_relationships.payload is 'What restoring needs, such as the list or the choices of the edge.';
alter table public.severed_relationships add constraint severed_relationships_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.severed_relationships add constraint severed_relationships_other_user_id_fkey foreign key (other_user_id) references public.users (id) on delete cascade;
create index severed_relationships_event_id_idx on public.severed_relationships (event_id);
create index severed_relationships_user_id_severed_at_idx on public.severed_relationships (user_id, severed_at desc);
create index severed_relationships_severed_at_idx on public.severed_relationships using brin (severed_at);
comment on index public.severed_relationships_severed_at_idx is 'For the purge.';
create index severed_relationships_other_user_id_fkey_idx on public.severed_relationships (other_user_id);
create trigger touch_updated_at before update on public.severed_relationships for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.severed_relationships for each row execute function boyfanz.append_only('set restored_at');

create table public.shoutouts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requester_id uuid not null,
  promoter_id uuid not null,
  kind text not null,
  amount_minor bigint,
  currency public.currency_code,
  state text default 'proposed' not null,
  slot_at timestamptz,
  requester_content_id uuid,
  promoter_content_id uuid,
  order_id uuid,
  follows_gained integer default 0 not null,
  subs_gained integer default 0 not null,
  expires_at timestamptz not null,
  constraint shoutouts_pkey primary key (id),
  constraint shoutouts_kind_check check (kind in ('exchange', 'paid', 'gift')),
  constraint shoutouts_state_check check (state in ('proposed', 'accepted', 'declined', 'scheduled', 'published', 'expired', 'disputed')),
  constraint nobody_promotes_themselves check (requester_id <> promoter_id),
  constraint paid_names_its_amount check ((kind = 'paid') = (amount_minor is not null)),
  constraint amount_names_its_currency check ((amount_minor is null) = (currency is null)),
  constraint amount_is_positive check (amount_minor > 0),
  constraint paid_names_its_order check (kind <> 'paid' or state not in ('scheduled', 'published', 'disputed') or order_id is not null),
  constraint only_paid_has_an_order check (kind = 'paid' or order_id is null),
  constraint scheduled_names_its_slot check (state not in ('scheduled', 'published') or slot_at is not null),
  constraint gains_are_not_negative check (follows_gained >= 0 and subs_gained >= 0),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.shoutouts enable row level security;
revoke all on table public.shoutouts from anon, authenticated, service_role;
comment on table public.shoutouts is 'Agreed cross-promotion between two creators, with slot, fulfilment and result. A paid one names its amount at once and the order of the requester when it is scheduled, and stays from then on.';
alter table public.shoutouts add constraint shoutouts_requester_id_fkey foreign key (requester_id) references public.creators (user_id) on delete restrict;
alter table public.shoutouts add constraint shoutouts_promoter_id_fkey foreign key (promoter_id) references public.creators (user_id) on delete restrict;
alter table public.shoutouts add constraint shoutouts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.shoutouts add constraint shoutouts_requester_content_id_fkey foreign key (requester_content_id) references public.content_items (id) on delete set null;
alter table public.shoutouts add constraint shoutouts_promoter_content_id_fkey foreign key (promoter_content_id) references public.content_items (id) on delete set null;
alter table public.shoutouts add constraint shoutouts_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
create index shoutouts_promoter_id_state_created_at_idx on public.shoutouts (promoter_id, state, created_at desc);
create index shoutouts_requester_id_created_at_idx on public.shoutouts (requester_id, created_at desc);
create index shoutouts_slot_at_idx on public.shoutouts (slot_at) where (state = 'scheduled');
create index shoutouts_expires_at_idx on public.shoutouts (expires_at) where (state in ('proposed', 'accepted'));
create unique index shoutouts_order_id_idx on public.shoutouts (order_id) where (order_id is not null);
create index shoutouts_currency_fkey_idx on public.shoutouts (currency) where (currency is not null);
create index shoutouts_requester_content_id_fkey_idx on public.shoutouts (requester_content_id) where (requester_content_id is not null);
create index shoutouts_promoter_content_id_fkey_idx on public.shoutouts (promoter_content_id) where (promoter_content_id is not null);
create trigger touch_updated_at before update on public.shoutouts for each row execute function boyfanz.touch_updated_at();
create trigger order_is_the_requesters before insert or update of order_id, requester_id on public.shoutouts for each row when (new.order_id is not null) execute function boyfanz.check_shoutout_order();
create trigger terms_stay_with_the_order before update of requester_id, promoter_id, kind, amount_minor, currency, order_id on public.shoutouts for each row when (old.order_id is not null) execute function boyfanz.set_once('requester_id', 'promoter_id', 'kind', 'amount_minor', 'currency', 'order_id');
create trigger paid_is_not_deleted before delete on public.shoutouts for each row when (old.order_id is not null) execute function boyfanz.refuse_delete('An order refers to it.');

create table public.social_circle_invitations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  circle_id uuid not null,
  user_id uuid not null,
  direction text not null,
  invited_by uuid,
  message text,
  state text default 'pending' not null,
  decided_by uuid,
  decided_at timestamptz,
  expires_at timestamptz not null,
  constraint social_circle_invitations_pkey primary key (id),
  constraint social_circle_invitations_direction_check check (direction in ('invite', 'request')),
  constraint social_circle_invitations_state_check check (state in ('pending', 'accepted', 'declined', 'expired')),
  constraint requests_have_no_inviter check (direction = 'invite' or invited_by is null),
  constraint nobody_invites_themselves check (invited_by <> user_id),
  constraint message_length check (char_length(message) <= 500),
  constraint decision_names_its_time check ((state in ('accepted', 'declined')) = (decided_at is not null)),
  constraint decider_has_decided check (decided_by is null or state in ('accepted', 'declined')),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.social_circle_invitations enable row level security;
revoke all on table public.social_circle_invitations from anon, authenticated, service_role;
comment on table public.social_circle_invitations is 'Invitations to a circle and requests to join one; at most one is pending per person and circle, and a decided one never changes again.';
comment on column public.social_circle_invitations.user_id is 'Who would join.';
alter table public.social_circle_invitations add constraint social_circle_invitations_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.social_circle_invitations add constraint social_circle_invitations_invited_by_fkey foreign key (invited_by) references public.users (id) on delete set null;
alter table public.social_circle_invitations add constraint social_circle_invitations_decided_by_fkey foreign key (decided_by) references public.users (id) on delete set null;
create unique index social_circle_invitations_one_pending_idx on public.social_circle_invitations (circle_id, user_id) where (state = 'pending');
create index social_circle_invitations_user_id_state_created_at_idx on public.social_circle_invitations (user_id, state, created_at desc);
create index social_circle_invitations_circle_id_state_directio_e2ca4120_idx on public.social_circle_invitations (circle_id, state, direction, created_at);
create index social_circle_invitations_expires_at_idx on public.social_circle_invitations (expires_at) where (state = 'pending');
create index social_circle_invitations_invited_by_fkey_idx on public.social_circle_invitations (invited_by) where (invited_by is not null);
create index social_circle_invitations_decided_by_fkey_idx on public.social_circle_invitations (decided_by) where (decided_by is not null);
create trigger touch_updated_at before update on public.social_circle_invitations for each row execute function boyfanz.touch_updated_at();
create trigger decided_stays_decided before update on public.social_circle_invitations for each row when (old.state <> 'pending') execute function boyfanz.append_only('clear invited_by', 'clear decided_by', 'clear message');

create table public.social_circle_members (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  circle_id uuid not null,
  user_id uuid not null,
  role text default 'member' not null,
  state text default 'active' not null,
  joined_at timestamptz default now() not null,
  muted_until timestamptz,
  banned_reason text,
  last_visited_at timestamptz,
  constraint social_circle_members_pkey primary key (circle_id, user_id),
  constraint social_circle_members_role_check check (role in ('owner', 'moderator', 'member')),
  constraint social_circle_members_state_check check (state in ('active', 'muted', 'banned', 'left')),
  constraint owner_is_active check (role <> 'owner' or state = 'active'),
  constraint only_the_muted_wait check (muted_until is null or state = 'muted'),
  constraint only_bans_have_a_reason check (banned_reason is null or state = 'banned'),
  constraint banned_reason_length check (char_length(banned_reason) <= 500)
);
alter table public.social_circle_members enable row level security;
revoke all on table public.social_circle_members from anon, authenticated, service_role;
comment on table public.social_circle_members is 'Membership and role in a circle; the row stays when somebody leaves or is banned. The one owner is that of the circle.';
comment on column public.social_circle_members.muted_until is 'NULL for a mute without end.';
alter table public.social_circle_members add constraint social_circle_members_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index social_circle_members_one_owner_idx on public.social_circle_members (circle_id) where (role = 'owner');
create index social_circle_members_user_id_state_idx on public.social_circle_members (user_id, state);
create index social_circle_members_circle_id_role_idx on public.social_circle_members (circle_id, role) where (role <> 'member');
create trigger touch_updated_at before update on public.social_circle_members for each row execute function boyfanz.touch_updated_at();
create constraint trigger new_owner_is_the_circles after insert on public.social_circle_members deferrable initially deferred for each row when (new.role = 'owner') execute function boyfanz.circle_has_its_owner('circle_id');
create constraint trigger owner_changes_with_the_circle after update of circle_id, user_id, role on public.social_circle_members deferrable initially deferred for each row when (old.role = 'owner' or new.role = 'owner') execute function boyfanz.circle_has_its_owner('circle_id');
create constraint trigger owner_does_not_vanish after delete on public.social_circle_members deferrable initially deferred for each row when (old.role = 'owner') execute function boyfanz.circle_has_its_owner('circle_id');

create table public.social_circle_posts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  circle_id uuid not null,
  content_id uuid not null,
  author_id uuid not null,
  posted_at timestamptz default now() not null,
  is_pinned boolean default false not null,
  state text default 'visible' not null,
  removed_by uuid,
  constraint social_circle_posts_pkey primary key (circle_id, content_id),
  constraint social_circle_posts_state_check check (state in ('visible', 'held', 'removed')),
  constraint remover_has_removed check (removed_by is null or state = 'removed'),
  constraint pinned_is_visible check (not is_pinned or state = 'visible')
);
alter table public.social_circle_posts enable row level security;
revoke all on table public.social_circle_posts from anon, authenticated, service_role;
comment on table public.social_circle_posts is 'A content item in the feed of a circle, placed by somebody who is or was a member. Access to the content itself is checked as everywhere.';
alter table public.social_circle_posts add constraint social_circle_posts_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.social_circle_posts add constraint social_circle_posts_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
alter table public.social_circle_posts add constraint social_circle_posts_removed_by_fkey foreign key (removed_by) references public.users (id) on delete set null;
alter table public.social_circle_posts add constraint author_is_a_member foreign key (circle_id, author_id) references public.social_circle_members (circle_id, user_id) on delete cascade;
create index social_circle_posts_circle_id_posted_at_idx on public.social_circle_posts (circle_id, posted_at desc) where (state = 'visible');
create index social_circle_posts_author_id_posted_at_idx on public.social_circle_posts (author_id, posted_at desc);
create index social_circle_posts_circle_id_author_id_fkey_idx on public.social_circle_posts (circle_id, author_id);
create index social_circle_posts_content_id_fkey_idx on public.social_circle_posts (content_id);
create index social_circle_posts_removed_by_fkey_idx on public.social_circle_posts (removed_by) where (removed_by is not null);
create trigger touch_updated_at before update on public.social_circle_posts for each row execute function boyfanz.touch_updated_at();

create table public.social_circles (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_id uuid not null,
  slug extensions.citext not null,
  name text not null,
  description text,
  join_policy text default 'request' not null,
  required_tier_id uuid,
  is_discoverable boolean default true not null,
  member_count integer default 0 not null,
  rules_text text,
  avatar_asset_id uuid,
  conversation_id uuid,
  status text default 'active' not null,
  constraint social_circles_pkey primary key (id),
  constraint social_circles_slug_key unique (slug),
  constraint social_circles_join_policy_check check (join_policy in ('open', 'request', 'invite', 'subscribers')),
  constraint social_circles_status_check check (status in ('active', 'frozen', 'closed')),
  constraint slug_form check (slug::text ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$' and char_length(slug::text) between 3 and 50),
  constraint name_length check (char_length(btrim(name)) between 1 and 80),
  constraint description_length check (char_length(description) <= 2000),
  constraint rules_length check (char_length(rules_text) <= 10000),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint subscribers_need_a_tier check (join_policy <> 'subscribers' or required_tier_id is not null)
) with (fillfactor = 80);
alter table public.social_circles enable row level security;
alter table public.social_circle_invitations add constraint social_circle_invitations_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
alter table public.social_circle_members add constraint social_circle_members_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
alter table public.social_circle_posts add constraint social_circle_posts_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
revoke all on table public.social_circles from anon, authenticated, service_role;
comment on table public.social_circles is 'Groups whose members know each other, such as fan clubs, with a join policy and perhaps a tier as the gate. A circle keeps its owner until it is handed over, and is not deleted while others are in it.';
comment on column public.social_circles.required_tier_id is 'A tier of the owner.';
alter table public.social_circles add constraint social_circles_owner_id_fkey foreign key (owner_id) references public.users (id) on delete restrict;
alter table public.social_circles add constraint social_circles_avatar_asset_id_fkey foreign key (avatar_asset_id) references public.media_assets (id) on delete set null;
alter table public.social_circles add constraint tier_of_the_owner foreign key (owner_id, required_tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
create index social_circles_member_count_idx on public.social_circles (member_count desc) where (is_discoverable and status = 'active');
create index social_circles_name_idx on public.social_circles using gin (name gin_trgm_ops);
create unique index social_circles_conversation_id_idx on public.social_circles (conversation_id) where (conversation_id is not null);
create index social_circles_owner_id_required_tier_id_fkey_idx on public.social_circles (owner_id, required_tier_id);
create index social_circles_avatar_asset_id_fkey_idx on public.social_circles (avatar_asset_id) where (avatar_asset_id is not null);
create trigger touch_updated_at before update on public.social_circles for each row execute function boyfanz.touch_updated_at();
create constraint trigger owner_is_a_member after insert or update of owner_id on public.social_circles deferrable initially deferred for each row execute function boyfanz.circle_has_its_owner('id');
create trigger refuse_while_members before delete on public.social_circles for each row execute function boyfanz.refuse_circle_with_members();

create table public.social_counter_deltas (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  counter text not null,
  delta integer not null,
  constraint social_counter_deltas_pkey primary key (id),
  constraint social_counter_deltas_counter_check check (counter in ('followers', 'likes_received', 'subscribers')),
  constraint delta_is_not_zero check (delta <> 0)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000, autovacuum_vacuum_cost_delay = 0);
alter table public.social_counter_deltas enable row level security;
revoke all on table public.social_counter_deltas from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.social_counter_deltas', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.social_counter_deltas is 'Increments for very popular accounts, so that a wave of followers does not queue on one row. A job folds them into social_counters and deletes them in the same transaction; logged, because a lost one is a wrong count.';
create index social_counter_deltas_user_id_counter_id_idx on public.social_counter_deltas (user_id, counter, id);
create trigger append_only before update on public.social_counter_deltas for each row execute function boyfanz.append_only();

create table public.social_counters (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  followers bigint default 0 not null,
  following bigint default 0 not null,
  friends integer default 0 not null,
  posts integer default 0 not null,
  likes_received bigint default 0 not null,
  subscribers integer default 0 not null,
  media_count integer default 0 not null,
  reconciled_at timestamptz,
  constraint social_counters_pkey primary key (user_id),
  constraint counts_are_not_negative check (followers >= 0 and following >= 0 and friends >= 0 and posts >= 0 and likes_received >= 0 and subscribers >= 0 and media_count >= 0)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table public.social_counters enable row level security;
revoke all on table public.social_counters from anon, authenticated, service_role;
comment on table public.social_counters is 'Totals of an account, apart from users so that counting stays a HOT update; therefore no index but the key. Recounted weekly.';
alter table public.social_counters add constraint social_counters_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.social_counters for each row execute function boyfanz.touch_updated_at();

create table public.social_graph_metrics (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  page_rank double precision not null,
  in_degree integer not null,
  out_degree integer not null,
  reciprocity real not null,
  clustering real not null,
  community_id bigint,
  bot_likelihood real,
  computed_at timestamptz default now() not null,
  run_id uuid not null,
  constraint social_graph_metrics_pkey primary key (user_id),
  constraint page_rank_in_range check (page_rank between 0 and 1),
  constraint degrees_are_not_negative check (in_degree >= 0 and out_degree >= 0),
  constraint ratios_in_range check (reciprocity between 0 and 1 and clustering between 0 and 1),
  constraint bot_likelihood_in_range check (bot_likelihood between 0 and 1)
);
alter table public.social_graph_metrics enable row level security;
revoke all on table public.social_graph_metrics from anon, authenticated, service_role;
comment on table public.social_graph_metrics is 'Measures of an account in the follow graph, from the latest run of the graph job.';
comment on column public.social_graph_metrics.reciprocity is 'Share of the follows that are returned.';
comment on column public.social_graph_metrics.bot_likelihood is '0 to 1; a hint for review, never a decision.';
comment on column public.social_graph_metrics.run_id is 'Of the job that computed them.';
alter table public.social_graph_metrics add constraint social_graph_metrics_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.social_graph_metrics add constraint social_graph_metrics_community_id_fkey foreign key (community_id) references public.graph_communities (id) on delete set null;
create index social_graph_metrics_page_rank_idx on public.social_graph_metrics (page_rank desc);
create index social_graph_metrics_bot_likelihood_idx on public.social_graph_metrics (bot_likelihood desc) where (bot_likelihood > 0.8);
create index social_graph_metrics_community_id_fkey_idx on public.social_graph_metrics (community_id) where (community_id is not null);
create trigger touch_updated_at before update on public.social_graph_metrics for each row execute function boyfanz.touch_updated_at();

create table public.social_list_followers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  user_id uuid not null,
  constraint social_list_followers_pkey primary key (list_id, user_id)
);
alter table public.social_list_followers enable row level security;
revoke all on table public.social_list_followers from anon, authenticated, service_role;
comment on table public.social_list_followers is 'People who follow somebody''s public list as a feed source. A list that turns private loses them.';
alter table public.social_list_followers add constraint social_list_followers_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index social_list_followers_user_id_created_at_idx on public.social_list_followers (user_id, created_at desc);
create trigger touch_updated_at before update on public.social_list_followers for each row execute function boyfanz.touch_updated_at();
create trigger list_is_public before insert or update of list_id on public.social_list_followers for each row execute function boyfanz.require_public_list();

create table public.social_list_members (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  member_id uuid not null,
  origin text default 'manual' not null,
  added_at timestamptz default now() not null,
  expires_at timestamptz,
  constraint social_list_members_pkey primary key (list_id, member_id),
  constraint social_list_members_origin_check check (origin in ('manual', 'rule', 'import')),
  constraint expires_after_start check (expires_at > added_at)
);
alter table public.social_list_members enable row level security;
revoke all on table public.social_list_members from anon, authenticated, service_role;
comment on table public.social_list_members is 'Who is on a list, put there by hand, import or rule. Members are not told.';
comment on column public.social_list_members.origin is 'A refresh replaces only what a rule put there.';
alter table public.social_list_members add constraint social_list_members_member_id_fkey foreign key (member_id) references public.users (id) on delete cascade;
create index social_list_members_member_id_list_id_idx on public.social_list_members (member_id, list_id);
create index social_list_members_expires_at_idx on public.social_list_members (expires_at) where (expires_at is not null);
create trigger touch_updated_at before update on public.social_list_members for each row execute function boyfanz.touch_updated_at();

create table public.social_list_rules (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  rule_no smallint not null,
  field text not null,
  operator text not null,
  value jsonb not null,
  conjunction text default 'and' not null,
  constraint social_list_rules_pkey primary key (list_id, rule_no),
  constraint social_list_rules_field_check check (field in ('subscription_status', 'tier', 'expired_days', 'total_spent', 'last_seen', 'tag', 'country', 'follows_since', 'language')),
  constraint social_list_rules_operator_check check (operator in ('eq', 'neq', 'gt', 'lt', 'in', 'between')),
  constraint social_list_rules_conjunction_check check (conjunction in ('and', 'or')),
  constraint rule_no_in_range check (rule_no between 1 and 20),
  constraint operator_fits_field check (case when field in ('expired_days', 'total_spent', 'last_seen', 'follows_since')
  then operator in ('eq', 'neq', 'gt', 'lt', 'between')
  else operator in ('eq', 'neq', 'in') end),
  constraint value_fits_operator check (case operator
  when 'in' then jsonb_typeof(value) = 'array' and jsonb_array_length(value) between 1 and 100
  when 'between' then jsonb_typeof(value) = 'array' and jsonb_array_length(value) = 2
    and coalesce(value -> 0 <= value -> 1, false)
  else jsonb_typeof(value) in ('string', 'number') end),
  constraint value_fits_field check (not jsonb_path_exists(value, case when field in ('expired_days', 'total_spent', 'last_seen', 'follows_since')
  then '$[*].type() ? (@ != "number")'::jsonpath else '$[*].type() ? (@ != "string")'::jsonpath end)
and not jsonb_path_exists(value, case field
  when 'subscription_status'
    then '$[*] ? (!(@ like_regex "^(incomplete|trialing|active|past_due|paused|cancelling|ended)$"))'::jsonpath
  when 'tier' then '$[*] ? (!(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))'::jsonpath
  when 'tag' then '$[*] ? (!(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))'::jsonpath
  when 'country' then '$[*] ? (!(@ like_regex "^[A-Z]{2}$"))'::jsonpath
  when 'language' then '$[*] ? (!(@ like_regex "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))'::jsonpath
  else '$[*] ? (@ < 0)'::jsonpath end))
);
alter table public.social_list_rules enable row level security;
revoke all on table public.social_list_rules from anon, authenticated, service_role;
comment on table public.social_list_rules is 'Conditions of a smart list, combined in the order of their numbers; at most 20.';
comment on column public.social_list_rules.field is 'expired_days, last_seen and follows_since count days back; total_spent is in minor units of the owner''s currency; tier and tag are ids.';
comment on column public.social_list_rules.value is 'A text or number; an array of them for "in", of two numbers for "between".';
comment on column public.social_list_rules.conjunction is 'How the rule joins what stands before it.';
create trigger touch_updated_at before update on public.social_list_rules for each row execute function boyfanz.touch_updated_at();
create trigger rule_stays_with_its_list before update of list_id on public.social_list_rules for each row execute function boyfanz.set_once('list_id');
create constraint trigger smart_has_rules after insert or delete on public.social_list_rules deferrable initially deferred for each row execute function boyfanz.smart_list_has_rules('list_id');

create table public.social_lists (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  kind text default 'manual' not null,
  is_public boolean default false not null,
  member_count integer default 0 not null,
  refresh_every interval,
  refreshed_at timestamptz,
  constraint social_lists_pkey primary key (id),
  constraint social_lists_owner_id_name_key_key unique (owner_id, name_key),
  constraint social_lists_kind_check check (kind in ('manual', 'smart', 'close_friends', 'vip', 'system')),
  constraint name_length check (char_length(btrim(name)) between 1 and 60),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint only_smart_lists_refresh check (kind = 'smart' or (refresh_every is null and refreshed_at is null)),
  constraint refresh_at_most_every_5_minutes check (refresh_every >= interval '5 minutes'),
  constraint close_friends_stay_private check (kind <> 'close_friends' or not is_public)
) with (fillfactor = 85);
alter table public.social_lists enable row level security;
alter table public.content_audience_lists add constraint content_audience_lists_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
alter table public.subscription_offers add constraint subscription_offers_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete set null;
alter table public.social_list_followers add constraint social_list_followers_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
alter table public.social_list_members add constraint social_list_members_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
alter table public.social_list_rules add constraint social_list_rules_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
revoke all on table public.social_lists from anon, authenticated, service_role;
comment on table public.social_lists is 'A person''s lists of others; close friends, VIPs, or smart lists computed from rules. They choose audiences and the recipients of mass messages, and a public one can be followed.';
comment on column public.social_lists.name_key is 'The form that is unique per owner.';
comment on column public.social_lists.refresh_every is 'How often a smart list is computed anew; NULL leaves it to the platform.';
alter table public.social_lists add constraint social_lists_owner_id_fkey foreign key (owner_id) references public.users (id) on delete cascade;
create unique index social_lists_one_close_friends_idx on public.social_lists (owner_id) where (kind = 'close_friends');
create index social_lists_refreshed_at_idx on public.social_lists (refreshed_at nulls first) where (kind = 'smart');
create trigger touch_updated_at before update on public.social_lists for each row execute function boyfanz.touch_updated_at();
create constraint trigger smart_has_rules after insert or update of kind on public.social_lists deferrable initially deferred for each row execute function boyfanz.smart_list_has_rules('id');
create trigger private_has_no_followers after update of is_public on public.social_lists for each row when (old.is_public and not new.is_public) execute function boyfanz.drop_list_followers();

create table public.social_milestones (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  metric text not null,
  threshold bigint not null,
  reached_at timestamptz default now() not null,
  announced_at timestamptz,
  content_id uuid,
  constraint social_milestones_pkey primary key (user_id, metric, threshold),
  constraint social_milestones_metric_check check (metric in ('followers', 'subscribers', 'posts', 'likes', 'account_age_years', 'tips_count')),
  constraint threshold_is_positive check (threshold > 0),
  constraint announced_after_reached check (announced_at >= reached_at)
);
alter table public.social_milestones enable row level security;
revoke all on table public.social_milestones from anon, authenticated, service_role;
comment on table public.social_milestones is 'Milestones of an account, each announced once; falling below and crossing again meets the key and stays silent.';
comment on column public.social_milestones.content_id is 'The post that announced it.';
alter table public.social_milestones add constraint social_milestones_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.social_milestones add constraint social_milestones_content_id_fkey foreign key (content_id) references public.content_items (id) on delete set null;
create index social_milestones_reached_at_idx on public.social_milestones (reached_at) where (announced_at is null);
create index social_milestones_content_id_fkey_idx on public.social_milestones (content_id) where (content_id is not null);
create trigger touch_updated_at before update on public.social_milestones for each row execute function boyfanz.touch_updated_at();
create trigger announced_once before update of user_id, metric, threshold, reached_at, announced_at on public.social_milestones for each row execute function boyfanz.set_once('user_id', 'metric', 'threshold', 'reached_at', 'announced_at');

create table public.story_tray_entries (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  viewer_id uuid not null,
  author_id uuid not null,
  latest_story_id uuid not null,
  latest_at timestamptz not null,
  seen_until timestamptz,
  rank real default 0 not null,
  constraint story_tray_entries_pkey primary key (viewer_id, author_id),
  constraint own_stories_stand_apart check (viewer_id <> author_id)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
alter table public.story_tray_entries enable row level security;
revoke all on table public.story_tray_entries from anon, authenticated, service_role;
comment on table public.story_tray_entries is 'The ring of stories of each viewer; the newest story per author and how far it was seen. Derived and rewritten hourly, so without foreign keys; erasure deletes by viewer and author.';
comment on column public.story_tray_entries.seen_until is 'Stories up to that time are seen; NULL for none.';
create index story_tray_entries_viewer_id_latest_at_idx on public.story_tray_entries (viewer_id, latest_at desc);
create index story_tray_entries_latest_at_idx on public.story_tray_entries (latest_at);
create index story_tray_entries_author_id_idx on public.story_tray_entries (author_id);
create trigger touch_updated_at before update on public.story_tray_entries for each row execute function boyfanz.touch_updated_at();

create table public.user_affinities (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  target_id uuid not null,
  score real not null,
  components jsonb default '{}' not null,
  model_version text not null,
  computed_at timestamptz default now() not null,
  constraint user_affinities_pkey primary key (user_id, target_id),
  constraint nobody_is_close_to_themselves check (user_id <> target_id),
  constraint score_in_range check (score between 0 and 1),
  constraint components_is_object check (jsonb_typeof(components) = 'object')
);
alter table public.user_affinities enable row level security;
revoke all on table public.user_affinities from anon, authenticated, service_role;
comment on table public.user_affinities is 'How close one person is to another, decaying with time; orders feed, tray and suggestions. Derived, replaced in bulk and cut to the best 300 per person by its job, so without foreign keys; erasure deletes by both ids.';
comment on column public.user_affinities.score is '0 to 1.';
comment on column public.user_affinities.components is 'What the score is made of.';
create index user_affinities_user_id_score_idx on public.user_affinities (user_id, score desc);
create index user_affinities_target_id_idx on public.user_affinities (target_id);
create trigger touch_updated_at before update on public.user_affinities for each row execute function boyfanz.touch_updated_at();

create table public.user_connections (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  other_user_id uuid not null,
  type_id smallint not null,
  state text default 'proposed' not null,
  visibility text default 'private' not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  note text,
  constraint user_connections_pkey primary key (id),
  constraint user_connections_user_id_other_user_id_type_id_key unique (user_id, other_user_id, type_id),
  constraint user_connections_state_check check (state in ('proposed', 'confirmed', 'rejected', 'ended')),
  constraint user_connections_visibility_check check (visibility in ('public', 'followers', 'private')),
  constraint nobody_connects_to_themselves check (user_id <> other_user_id),
  constraint confirmed_names_its_time check (state <> 'confirmed' or confirmed_at is not null),
  constraint only_what_was_confirmed_has_a_time check (confirmed_at is null or state in ('confirmed', 'ended')),
  constraint ended_names_its_time check ((state = 'ended') = (ended_at is not null)),
  constraint ended_after_confirmed check (ended_at >= confirmed_at),
  constraint note_length check (char_length(note) <= 300)
);
alter table public.user_connections enable row level security;
revoke all on table public.user_connections from anon, authenticated, service_role;
comment on table public.user_connections is 'Declared relationships of a kind between two accounts, which the other side confirms where the kind asks for it. The same relationship is not declared from both sides.';
alter table public.user_connections add constraint user_connections_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_connections add constraint user_connections_other_user_id_fkey foreign key (other_user_id) references public.users (id) on delete cascade;
alter table public.user_connections add constraint user_connections_type_id_fkey foreign key (type_id) references public.relationship_types (id) on delete restrict;
create index user_connections_other_user_id_state_idx on public.user_connections (other_user_id, state);
create index user_connections_user_id_type_id_idx on public.user_connections (user_id, type_id) where (state = 'confirmed');
create index user_connections_type_id_fkey_idx on public.user_connections (type_id);
create trigger touch_updated_at before update on public.user_connections for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert or update of user_id, other_user_id on public.user_connections for each row execute function boyfanz.refuse_while_blocked('user_id', 'other_user_id');
create trigger check_connection after insert or update of user_id, other_user_id, type_id, state on public.user_connections for each row when (new.state in ('proposed', 'confirmed')) execute function boyfanz.check_connection();

create table public.user_discovery_locations (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  latitude double precision not null,
  longitude double precision not null,
  "position" extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(longitude, latitude), 4326)::geography) stored not null,
  precision_km smallint not null,
  h3_cell bigint not null,
  country_code public.country_code not null,
  source text not null,
  visible_until timestamptz not null,
  is_travelling boolean default false not null,
  constraint user_discovery_locations_pkey primary key (user_id),
  constraint user_discovery_locations_source_check check (source in ('device', 'manual', 'ip')),
  constraint latitude_in_range check (latitude between -90 and 90),
  constraint longitude_in_range check (longitude between -180 and 180),
  constraint coordinates_are_rounded check (latitude = round(latitude::numeric, 2)::double precision and longitude = round(longitude::numeric, 2)::double precision),
  constraint precision_at_least_3_km check (precision_km between 3 and 500),
  constraint h3_cell_is_coarse check ((h3_cell >> 59) = 1 and ((h3_cell >> 52) & 15) <= 6),
  constraint visible_for_30_days_at_most check (visible_until - updated_at <= interval '30 days')
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_discovery_locations enable row level security;
revoke all on table public.user_discovery_locations from anon, authenticated, service_role;
comment on table public.user_discovery_locations is 'Where a person wants to be found nearby; opt-in, short lived and blurred before it gets here, which the checks hold the writer to. Only distances are ever shown.';
comment on column public.user_discovery_locations.latitude is 'Degrees of the centre of the cell.';
comment on column public.user_discovery_locations.longitude is 'Degrees.';
comment on column public.user_discovery_locations."position" is 'Centre of the cell.';
comment on column public.user_discovery_locations.h3_cell is 'H3 index of resolution 6 or coarser; people nearby share it or have a neighbour of it.';
comment on column public.user_discovery_locations.is_travelling is 'Shown elsewhere than at home on purpose.';
alter table public.user_discovery_locations add constraint user_discovery_locations_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index user_discovery_locations_h3_cell_idx on public.user_discovery_locations (h3_cell);
create index user_discovery_locations_position_idx on public.user_discovery_locations using gist ("position");
comment on index public.user_discovery_locations_position_idx is 'People nearby.';
create index user_discovery_locations_visible_until_idx on public.user_discovery_locations (visible_until);
create trigger touch_updated_at before update on public.user_discovery_locations for each row execute function boyfanz.touch_updated_at();

create table public.user_notes (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  target_id uuid not null,
  body_enc bytea not null,
  nickname text,
  key_id smallint not null,
  constraint user_notes_pkey primary key (user_id, target_id),
  constraint nobody_notes_themselves check (user_id <> target_id),
  constraint body_length check (octet_length(body_enc) <= 8100),
  constraint nickname_length check (char_length(nickname) between 1 and 60)
);
alter table public.user_notes enable row level security;
revoke all on table public.user_notes from anon, authenticated, service_role;
comment on table public.user_notes is 'What a person notes privately about another account, with a nickname; creators'' notes about fans are creator_fan_notes.';
comment on column public.user_notes.body_enc is 'Up to 2000 characters before encryption.';
comment on column public.user_notes.key_id is 'Version of the encryption key.';
alter table public.user_notes add constraint user_notes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_notes add constraint user_notes_target_id_fkey foreign key (target_id) references public.users (id) on delete cascade;
create index user_notes_target_id_fkey_idx on public.user_notes (target_id);
create trigger touch_updated_at before update on public.user_notes for each row execute function boyfanz.touch_updated_at();

create table public.user_restrictions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  restricted_id uuid not null,
  scopes text[] default '{comment,message,live_chat}' not null,
  reason text,
  expires_at timestamptz,
  constraint user_restrictions_pkey primary key (user_id, restricted_id),
  constraint user_restrictions_scopes_check check (scopes <@ array['comment', 'message', 'live_chat', 'story_reply', 'purchase']::text[]),
  constraint nobody_restricts_themselves check (user_id <> restricted_id),
  constraint scopes_are_named check (cardinality(scopes) > 0),
  constraint reason_length check (char_length(reason) <= 500),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.user_restrictions enable row level security;
revoke all on table public.user_restrictions from anon, authenticated, service_role;
comment on table public.user_restrictions is 'Restricting somebody softly, between mute and block; their comments are seen by themselves alone, their messages wait. The restricted side is not told.';
comment on column public.user_restrictions.expires_at is 'NULL for good.';
alter table public.user_restrictions add constraint user_restrictions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_restrictions add constraint user_restrictions_restricted_id_fkey foreign key (restricted_id) references public.users (id) on delete cascade;
create index user_restrictions_restricted_id_user_id_idx on public.user_restrictions (restricted_id, user_id);
create index user_restrictions_expires_at_idx on public.user_restrictions (expires_at) where (expires_at is not null);
create trigger touch_updated_at before update on public.user_restrictions for each row execute function boyfanz.touch_updated_at();

create table public.announcement_receipts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  announcement_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz default now() not null,
  dismissed_at timestamptz,
  acknowledged_at timestamptz,
  constraint announcement_receipts_pkey primary key (announcement_id, user_id),
  constraint seen_comes_first check (dismissed_at >= seen_at and acknowledged_at >= seen_at)
);
alter table public.announcement_receipts enable row level security;
revoke all on table public.announcement_receipts from anon, authenticated, service_role;
comment on table public.announcement_receipts is 'Who saw, dismissed or acknowledged an announcement; acknowledged only where that is asked for.';
alter table public.announcement_receipts add constraint announcement_receipts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index announcement_receipts_user_id_fkey_idx on public.announcement_receipts (user_id);
create trigger touch_updated_at before update on public.announcement_receipts for each row execute function boyfanz.touch_updated_at();
create trigger acknowledged_once before update of acknowledged_at on public.announcement_receipts for each row execute function boyfanz.set_once('acknowledged_at');
create trigger acknowledgement_is_asked_for before insert or update of acknowledged_at on public.announcement_receipts for each row when (new.acknowledged_at is not null) execute function boyfanz.check_parent('announcements', 'parent.id = child.announcement_id and parent.requires_ack', 'The announcement asks for no acknowledgement.');

create table public.announcements (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  audience jsonb default '{}' not null,
  titles jsonb not null,
  bodies jsonb not null,
  link text,
  priority smallint default 0 not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  requires_ack boolean default false not null,
  created_by uuid,
  published_at timestamptz,
  constraint announcements_pkey primary key (id),
  constraint announcements_kind_check check (kind in ('info', 'maintenance', 'policy', 'feature', 'legal')),
  constraint audience_is_an_object check (jsonb_typeof(audience) = 'object'),
  constraint texts_are_objects check (jsonb_typeof(titles) = 'object' and jsonb_typeof(bodies) = 'object'),
  constraint published_says_something check (published_at is null or (titles <> '{}' and bodies <> '{}')),
  constraint ends_after_start check (ends_at > starts_at)
);
alter table public.announcements enable row level security;
alter table public.announcement_receipts add constraint announcement_receipts_announcement_id_fkey foreign key (announcement_id) references public.announcements (id) on delete cascade;
revoke all on table public.announcements from anon, authenticated, service_role;
comment on table public.announcements is 'Announcements of the platform and banners with audience and window, published only when every enabled language of the platform is there.';
comment on column public.announcements.audience is 'Empty for everybody.';
comment on column public.announcements.titles is 'Language tag to text.';
comment on column public.announcements.bodies is 'Language tag to text.';
alter table public.announcements add constraint announcements_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index announcements_starts_at_idx on public.announcements (starts_at desc) where (published_at is not null);
create index announcements_created_by_fkey_idx on public.announcements (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.announcements for each row execute function boyfanz.touch_updated_at();
create trigger every_language_is_there before insert or update of published_at, titles, bodies on public.announcements for each row when (new.published_at is not null) execute function boyfanz.check_announcement_languages();

create table public.auto_message_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  trigger text not null,
  delay interval default '0' not null,
  template_id uuid not null,
  conditions jsonb default '{}' not null,
  cooldown interval default '0' not null,
  active_from timestamptz,
  active_until timestamptz,
  is_enabled boolean default true not null,
  constraint auto_message_rules_pkey primary key (id),
  constraint auto_message_rules_trigger_check check (trigger in ('new_subscriber', 'renewed', 'expired', 'new_follower', 'first_message', 'away', 'tip_received', 'purchase', 'inactive')),
  constraint delay_is_not_negative check (delay >= interval '0'),
  constraint cooldown_is_not_negative check (cooldown >= interval '0'),
  constraint conditions_are_an_object check (jsonb_typeof(conditions) = 'object'),
  constraint ends_after_start check (active_until > active_from)
);
alter table public.auto_message_rules enable row level security;
revoke all on table public.auto_message_rules from anon, authenticated, service_role;
comment on table public.auto_message_rules is 'Messages that go out by themselves when something happens to a fan; welcome, renewal, win-back, away.';
comment on column public.auto_message_rules.delay is 'From the event to the message.';
comment on column public.auto_message_rules.cooldown is 'Least time between two messages of this rule to one person.';
alter table public.auto_message_rules add constraint auto_message_rules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index auto_message_rules_creator_id_trigger_idx on public.auto_message_rules (creator_id, trigger) where (is_enabled);
comment on index public.auto_message_rules_creator_id_trigger_idx is 'What to do when something happens to a fan of this creator.';
create index auto_message_rules_trigger_idx on public.auto_message_rules (trigger) where (is_enabled);
comment on index public.auto_message_rules_trigger_idx is 'For the sweep over the inactive and the away.';
create index auto_message_rules_creator_id_template_id_fkey_idx on public.auto_message_rules (creator_id, template_id);
create trigger touch_updated_at before update on public.auto_message_rules for each row execute function boyfanz.touch_updated_at();
create trigger creator_never_changes before update of creator_id on public.auto_message_rules for each row execute function boyfanz.set_once('creator_id');

create table public.auto_message_runs (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rule_id uuid not null,
  recipient_id uuid not null,
  trigger_ref text not null,
  creator_id uuid not null,
  run_at timestamptz not null,
  status text default 'pending' not null,
  conversation_id uuid,
  message_seq bigint,
  constraint auto_message_runs_pkey primary key (rule_id, recipient_id, trigger_ref),
  constraint auto_message_runs_status_check check (status in ('pending', 'sent', 'skipped', 'failed')),
  constraint trigger_ref_length check (char_length(trigger_ref) between 1 and 200),
  constraint sent_names_its_message check (status <> 'sent' or (conversation_id is not null and message_seq is not null)),
  constraint creator_is_not_the_recipient check (creator_id <> recipient_id)
);
alter table public.auto_message_runs enable row level security;
revoke all on table public.auto_message_runs from anon, authenticated, service_role;
comment on table public.auto_message_runs is 'Automatic messages that were due or went out; the key keeps anybody from getting the same one twice for one event.';
comment on column public.auto_message_runs.trigger_ref is 'The event in words that a retry repeats.';
alter table public.auto_message_runs add constraint auto_message_runs_rule_id_fkey foreign key (rule_id) references public.auto_message_rules (id) on delete cascade;
alter table public.auto_message_runs add constraint auto_message_runs_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
alter table public.auto_message_runs add constraint auto_message_runs_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index auto_message_runs_run_at_idx on public.auto_message_runs (run_at) where (status = 'pending');
create index auto_message_runs_creator_id_run_at_idx on public.auto_message_runs (creator_id, run_at desc);
create index auto_message_runs_recipient_id_fkey_idx on public.auto_message_runs (recipient_id);
create trigger touch_updated_at before update on public.auto_message_runs for each row execute function boyfanz.touch_updated_at();
create trigger rule_of_same_creator before insert or update of rule_id, creator_id on public.auto_message_runs for each row execute function boyfanz.check_parent('auto_message_rules', 'parent.id = child.rule_id and parent.creator_id = child.creator_id', 'The rule is not one of this creator.');

create table public.call_participants (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  call_id uuid not null,
  user_id uuid not null,
  joined_at timestamptz default now() not null,
  left_at timestamptz,
  device_id uuid,
  billed_seconds integer,
  quality jsonb default '{}' not null,
  constraint call_participants_pkey primary key (call_id, user_id, joined_at),
  constraint left_after_joined check (left_at >= joined_at),
  constraint billed_seconds_are_not_negative check (billed_seconds >= 0),
  constraint quality_is_an_object check (jsonb_typeof(quality) = 'object')
);
alter table public.call_participants enable row level security;
revoke all on table public.call_participants from anon, authenticated, service_role;
comment on table public.call_participants is 'Each stay of a person in a call, with the seconds charged for it and the quality.';
comment on column public.call_participants.quality is 'Loss, delay and bit rates as the client reports them.';
alter table public.call_participants add constraint call_participants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.call_participants add constraint call_participants_device_id_fkey foreign key (device_id) references public.user_devices (id) on delete set null;
create index call_participants_user_id_joined_at_idx on public.call_participants (user_id, joined_at desc);
create index call_participants_device_id_fkey_idx on public.call_participants (device_id) where (device_id is not null);
create trigger touch_updated_at before update on public.call_participants for each row execute function boyfanz.touch_updated_at();
create trigger device_of_same_user before insert or update of device_id, user_id on public.call_participants for each row when (new.device_id is not null) execute function boyfanz.check_parent('user_devices', 'parent.id = child.device_id and parent.user_id = child.user_id', 'The device is somebody else''s.');

create table public.call_sessions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  initiator_id uuid not null,
  creator_id uuid,
  kind text not null,
  state text default 'ringing' not null,
  rate_minor_per_minute bigint,
  currency public.currency_code,
  hold_transaction_id uuid,
  billed_minor bigint,
  room_ref text not null,
  ring_started_at timestamptz default now() not null,
  answered_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  has_recording_consent boolean default false not null,
  constraint call_sessions_pkey primary key (id),
  constraint call_sessions_hold_transaction_id_key unique (hold_transaction_id),
  constraint call_sessions_kind_check check (kind in ('voice', 'video')),
  constraint call_sessions_state_check check (state in ('ringing', 'active', 'ended', 'missed', 'declined', 'failed')),
  constraint rate_is_positive check (rate_minor_per_minute > 0),
  constraint rate_names_currency_and_earner check ((rate_minor_per_minute is null) = (currency is null) and (rate_minor_per_minute is null or creator_id is not null)),
  constraint paid_call_has_a_hold check (rate_minor_per_minute is null or state not in ('active', 'ended') or hold_transaction_id is not null),
  constraint billed_after_a_paid_call check (billed_minor is null or (billed_minor >= 0 and rate_minor_per_minute is not null and state = 'ended')),
  constraint answered_when_active check ((state in ('active', 'ended')) <= (answered_at is not null)),
  constraint missed_was_not_answered check (state not in ('ringing', 'missed', 'declined') or answered_at is null),
  constraint over_names_its_time check ((state in ('ringing', 'active')) = (ended_at is null)),
  constraint times_are_in_order check (answered_at >= ring_started_at and ended_at >= ring_started_at and ended_at >= answered_at)
);
alter table public.call_sessions enable row level security;
alter table public.call_participants add constraint call_participants_call_id_fkey foreign key (call_id) references public.call_sessions (id) on delete cascade;
revoke all on table public.call_sessions from anon, authenticated, service_role;
comment on table public.call_sessions is 'Voice and video calls in a conversation, free or paid by the minute, with state and outcome. A paid call starts only with money on hold for it, and a billed one is kept.';
comment on column public.call_sessions.creator_id is 'Who earns from a paid call.';
comment on column public.call_sessions.rate_minor_per_minute is 'Minor units of currency; NULL for a free call.';
comment on column public.call_sessions.billed_minor is 'Minor units of currency.';
comment on column public.call_sessions.room_ref is 'Room of the media server.';
comment on column public.call_sessions.has_recording_consent is 'Of everybody in the call.';
alter table public.call_sessions add constraint call_sessions_initiator_id_fkey foreign key (initiator_id) references public.users (id) on delete restrict;
alter table public.call_sessions add constraint call_sessions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.call_sessions add constraint call_sessions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.call_sessions add constraint call_sessions_hold_transaction_id_fkey foreign key (hold_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index call_sessions_conversation_id_ring_started_at_idx on public.call_sessions (conversation_id, ring_started_at desc);
create index call_sessions_creator_id_ring_started_at_idx on public.call_sessions (creator_id, ring_started_at desc);
create index call_sessions_state_idx on public.call_sessions (state) where (state in ('ringing', 'active'));
create index call_sessions_initiator_id_fkey_idx on public.call_sessions (initiator_id);
create index call_sessions_currency_fkey_idx on public.call_sessions (currency) where (currency is not null);
create trigger touch_updated_at before update on public.call_sessions for each row execute function boyfanz.touch_updated_at();
create trigger billed_call_is_kept before delete on public.call_sessions for each row when (old.billed_minor is not null) execute function boyfanz.refuse_delete('It was billed.');
create trigger terms_never_change before update of conversation_id, initiator_id, creator_id, rate_minor_per_minute, currency, hold_transaction_id, billed_minor on public.call_sessions for each row execute function boyfanz.set_once('conversation_id', 'initiator_id', 'creator_id', 'rate_minor_per_minute', 'currency', 'hold_transaction_id', 'billed_minor');

create table public.communication_stats_daily (
  day date not null,
  channel text not null,
  type_id smallint not null,
  template_key text not null,
  country_code public.country_code default 'ZZ' not null,
  queued bigint default 0 not null,
  sent bigint default 0 not null,
  delivered bigint default 0 not null,
  opened bigint default 0 not null,
  clicked bigint default 0 not null,
  failed bigint default 0 not null,
  suppressed bigint default 0 not null,
  cost_micros bigint default 0 not null,
  constraint communication_stats_daily_pkey primary key (day, channel, type_id, template_key, country_code),
  constraint communication_stats_daily_channel_check check (channel in ('in_app', 'push', 'email', 'sms', 'web_push')),
  constraint counters_are_not_negative check (queued >= 0 and sent >= 0 and delivered >= 0 and opened >= 0 and clicked >= 0 and failed >= 0 and suppressed >= 0 and cost_micros >= 0),
  constraint delivered_within_sent check (delivered <= sent)
) partition by range (day);
alter table public.communication_stats_daily enable row level security;
revoke all on table public.communication_stats_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'communication_stats_daily', 'day', '30 days', 1, '60 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.communication_stats_daily'::regclass);
comment on table public.communication_stats_daily is 'Daily figures of the platform by channel, kind, template version and country.';
comment on column public.communication_stats_daily.template_key is 'Template, variant and version.';
comment on column public.communication_stats_daily.country_code is 'ZZ when not known.';
comment on column public.communication_stats_daily.cost_micros is 'Millionths of one US dollar, converted at the rate of the day.';
create index communication_stats_daily_type_id_day_idx on public.communication_stats_daily (type_id, day desc);

create table public.contact_suppressions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel text not null,
  destination_bidx public.digest_256 not null,
  scope text default 'all' not null,
  reason text not null,
  source_ref text,
  suppressed_at timestamptz default now() not null,
  expires_at timestamptz,
  constraint contact_suppressions_pkey primary key (channel, destination_bidx),
  constraint contact_suppressions_channel_check check (channel in ('email', 'sms', 'push', 'voice')),
  constraint contact_suppressions_scope_check check (scope in ('all', 'marketing')),
  constraint contact_suppressions_reason_check check (reason in ('hard_bounce', 'complaint', 'unsubscribe', 'stop_keyword', 'staff', 'erased')),
  constraint stop_keyword_comes_by_sms check (reason <> 'stop_keyword' or channel = 'sms'),
  constraint erased_is_never_contacted check (reason <> 'erased' or (scope = 'all' and expires_at is null)),
  constraint expires_after_suppressed check (expires_at > suppressed_at)
);
alter table public.contact_suppressions enable row level security;
revoke all on table public.contact_suppressions from anon, authenticated, service_role;
comment on table public.contact_suppressions is 'Destinations that are not contacted on a channel any more, known only by a keyed hash, so that they outlive the account. The service looks here in the transaction that queues a message.';
comment on column public.contact_suppressions.destination_bidx is 'HMAC of the destination as in the blind indexes of section 1.';
comment on column public.contact_suppressions.expires_at is 'NULL for good.';
create index contact_suppressions_expires_at_idx on public.contact_suppressions (expires_at) where (expires_at is not null);
create trigger touch_updated_at before update on public.contact_suppressions for each row execute function boyfanz.touch_updated_at();

create table public.conversation_assignments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  creator_id uuid not null,
  delegate_id uuid not null,
  assigned_by uuid,
  assigned_at timestamptz default now() not null,
  released_at timestamptz,
  note text,
  constraint conversation_assignments_pkey primary key (id),
  constraint released_after_assigned check (released_at > assigned_at)
);
alter table public.conversation_assignments enable row level security;
revoke all on table public.conversation_assignments from anon, authenticated, service_role;
comment on table public.conversation_assignments is 'Which delegate answers a conversation for a creator, from when to when; one at a time.';
alter table public.conversation_assignments add constraint conversation_assignments_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.conversation_assignments add constraint conversation_assignments_delegate_id_fkey foreign key (delegate_id) references public.creator_delegates (id) on delete cascade;
alter table public.conversation_assignments add constraint conversation_assignments_assigned_by_fkey foreign key (assigned_by) references public.users (id) on delete set null;
create unique index conversation_assignments_one_live_idx on public.conversation_assignments (conversation_id) where (released_at is null);
create index conversation_assignments_conversation_id_assigned_at_idx on public.conversation_assignments (conversation_id, assigned_at desc);
create index conversation_assignments_delegate_id_assigned_at_idx on public.conversation_assignments (delegate_id, assigned_at desc);
create index conversation_assignments_live_idx on public.conversation_assignments (delegate_id) where (released_at is null);
create index conversation_assignments_creator_id_assigned_at_idx on public.conversation_assignments (creator_id, assigned_at desc);
create index conversation_assignments_assigned_by_fkey_idx on public.conversation_assignments (assigned_by) where (assigned_by is not null);
create trigger touch_updated_at before update on public.conversation_assignments for each row execute function boyfanz.touch_updated_at();
create trigger conversation_is_the_creators before insert or update of conversation_id, creator_id on public.conversation_assignments for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.creator_id = child.creator_id', 'The conversation is not in the inbox of this creator.');
create trigger delegate_is_the_creators before insert or update of delegate_id, creator_id on public.conversation_assignments for each row execute function boyfanz.check_parent('creator_delegates', 'parent.id = child.delegate_id and parent.creator_id = child.creator_id and parent.accepted_at is not null and parent.revoked_at is null', 'The delegate does not act for this creator.');

create table public.conversation_bans (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  banned_by uuid,
  reason text,
  until timestamptz,
  constraint conversation_bans_pkey primary key (conversation_id, user_id),
  constraint ends_after_start check (until > created_at),
  constraint nobody_bans_themselves check (banned_by <> user_id)
);
alter table public.conversation_bans enable row level security;
revoke all on table public.conversation_bans from anon, authenticated, service_role;
comment on table public.conversation_bans is 'People who were removed from a room and may not return, for a time or for good.';
comment on column public.conversation_bans.until is 'NULL for good.';
alter table public.conversation_bans add constraint conversation_bans_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.conversation_bans add constraint conversation_bans_banned_by_fkey foreign key (banned_by) references public.users (id) on delete set null;
create index conversation_bans_until_idx on public.conversation_bans (until) where (until is not null);
create index conversation_bans_user_id_fkey_idx on public.conversation_bans (user_id);
create index conversation_bans_banned_by_fkey_idx on public.conversation_bans (banned_by) where (banned_by is not null);
create trigger touch_updated_at before update on public.conversation_bans for each row execute function boyfanz.touch_updated_at();
create trigger conversation_has_members before insert or update of conversation_id on public.conversation_bans for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.kind <> ''direct''', 'A direct conversation is ended by a block, not by a ban.');

create table public.conversation_folder_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  folder_id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  added_at timestamptz default now() not null,
  constraint conversation_folder_items_pkey primary key (user_id, folder_id, conversation_id)
);
alter table public.conversation_folder_items enable row level security;
revoke all on table public.conversation_folder_items from anon, authenticated, service_role;
comment on table public.conversation_folder_items is 'Conversations filed in a folder, by its owner and only where the owner takes part.';
alter table public.conversation_folder_items add constraint conversation_folder_items_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index conversation_folder_items_conversation_id_user_id_fkey_idx on public.conversation_folder_items (conversation_id, user_id);
create trigger touch_updated_at before update on public.conversation_folder_items for each row execute function boyfanz.touch_updated_at();

create table public.conversation_folders (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  "position" smallint default 0 not null,
  rules jsonb,
  is_shared_with_delegates boolean default false not null,
  constraint conversation_folders_pkey primary key (id),
  constraint conversation_folders_user_id_name_key_key unique (user_id, name_key),
  constraint conversation_folders_user_id_id_key unique (user_id, id),
  constraint name_length check (char_length(btrim(name)) between 1 and 60),
  constraint position_is_not_negative check (position >= 0),
  constraint rules_are_an_object check (jsonb_typeof(rules) = 'object')
);
alter table public.conversation_folders enable row level security;
alter table public.conversation_folder_items add constraint folder_of_same_user foreign key (user_id, folder_id) references public.conversation_folders (user_id, id) on delete cascade;
revoke all on table public.conversation_folders from anon, authenticated, service_role;
comment on table public.conversation_folders is 'A person''s own folders for the inbox, filled by hand or by rules.';
comment on column public.conversation_folders.name_key is 'What makes two names the same.';
comment on column public.conversation_folders.rules is 'What files a conversation here by itself; NULL for a folder filled by hand.';
alter table public.conversation_folders add constraint conversation_folders_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index conversation_folders_user_id_position_idx on public.conversation_folders (user_id, "position");
create trigger touch_updated_at before update on public.conversation_folders for each row execute function boyfanz.touch_updated_at();
create trigger at_most_50_per_user after insert or update of user_id on public.conversation_folders for each row execute function boyfanz.limit_rows_per_owner('user_id', '50');

create table public.conversation_invites (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  created_by uuid,
  token_hash public.digest_256,
  invitee_id uuid,
  role text default 'member' not null,
  max_uses integer,
  uses integer default 0 not null,
  state text default 'active' not null,
  expires_at timestamptz,
  constraint conversation_invites_pkey primary key (id),
  constraint conversation_invites_token_hash_key unique (token_hash),
  constraint conversation_invites_role_check check (role in ('admin', 'member', 'guest')),
  constraint conversation_invites_state_check check (state in ('active', 'accepted', 'revoked', 'expired')),
  constraint link_or_person check (num_nonnulls(token_hash, invitee_id) = 1),
  constraint uses_within_limit check (uses >= 0 and uses <= max_uses),
  constraint max_uses_is_positive check (max_uses > 0),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.conversation_invites enable row level security;
revoke all on table public.conversation_invites from anon, authenticated, service_role;
comment on table public.conversation_invites is 'Ways into a room other than a first message; a link, of which only the hash is kept, or an invitation of one person.';
alter table public.conversation_invites add constraint conversation_invites_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
alter table public.conversation_invites add constraint conversation_invites_invitee_id_fkey foreign key (invitee_id) references public.users (id) on delete cascade;
create index conversation_invites_conversation_id_state_idx on public.conversation_invites (conversation_id, state);
create index conversation_invites_invitee_id_state_idx on public.conversation_invites (invitee_id, state);
create unique index conversation_invites_conversation_id_invitee_id_idx on public.conversation_invites (conversation_id, invitee_id) where (state = 'active' and invitee_id is not null);
comment on index public.conversation_invites_conversation_id_invitee_id_idx is 'Nobody is asked twice at a time.';
create index conversation_invites_created_by_fkey_idx on public.conversation_invites (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.conversation_invites for each row execute function boyfanz.touch_updated_at();
create trigger conversation_takes_members before insert or update of conversation_id on public.conversation_invites for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.kind in (''group'', ''circle'', ''broadcast'')', 'Nobody is invited to a direct or support conversation.');

create table public.conversation_participants (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  role text default 'member' not null,
  joined_seq bigint not null,
  left_at timestamptz,
  last_read_seq bigint default 0 not null,
  last_read_at timestamptz,
  last_delivered_seq bigint default 0 not null,
  unread_count integer default 0 not null,
  unread_mentions integer default 0 not null,
  cleared_before_seq bigint default 0 not null,
  inbox_state text default 'primary' not null,
  last_message_at timestamptz,
  is_pinned boolean default false not null,
  muted_until timestamptz,
  notify text default 'all' not null,
  nickname text,
  constraint conversation_participants_pkey primary key (conversation_id, user_id),
  constraint conversation_participants_role_check check (role in ('owner', 'admin', 'member', 'guest')),
  constraint conversation_participants_inbox_state_check check (inbox_state in ('primary', 'request', 'general', 'archived', 'spam')),
  constraint conversation_participants_notify_check check (notify in ('all', 'mentions', 'none')),
  constraint counters_are_not_negative check (unread_count >= 0 and unread_mentions >= 0),
  constraint seqs_are_not_negative check (joined_seq >= 0 and last_read_seq >= 0 and last_delivered_seq >= 0 and cleared_before_seq >= 0),
  constraint nickname_length check (char_length(nickname) between 1 and 60)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.conversation_participants enable row level security;
alter table public.conversation_folder_items add constraint user_takes_part foreign key (conversation_id, user_id) references public.conversation_participants (conversation_id, user_id) on delete cascade;
revoke all on table public.conversation_participants from anon, authenticated, service_role;
comment on table public.conversation_participants is 'Membership of a person in a conversation with read watermark, unread counters and personal settings; one row is one line of the inbox. In a broadcast room unread is last_seq less last_read_seq at reading, never a counter per member.';
comment on column public.conversation_participants.joined_seq is 'Messages up to it are not shown to this member.';
comment on column public.conversation_participants.cleared_before_seq is 'The member emptied the conversation up to here.';
comment on column public.conversation_participants.last_message_at is 'Copied from the conversation so that the inbox is one index scan.';
comment on column public.conversation_participants.nickname is 'Given by the member to the room.';
alter table public.conversation_participants add constraint conversation_participants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index conversation_participants_user_id_inbox_state_last_9957ed5f_idx on public.conversation_participants (user_id, inbox_state, last_message_at desc, conversation_id);
comment on index public.conversation_participants_user_id_inbox_state_last_9957ed5f_idx is 'The inbox. Rooms that were left are few and filtered, so that the index also serves the deletion of an account.';
create index conversation_participants_unread_idx on public.conversation_participants (user_id) where (unread_count > 0 and left_at is null);
create trigger touch_updated_at before update on public.conversation_participants for each row execute function boyfanz.touch_updated_at();
create trigger check_participant before insert or update of last_read_seq, last_delivered_seq, unread_count, unread_mentions, left_at on public.conversation_participants for each row execute function boyfanz.check_participant();
create trigger direct_room_is_for_its_two before insert or update of left_at on public.conversation_participants for each row when (new.left_at is null) execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and (parent.kind <> ''direct'' or exists ( select from public.direct_conversation_pairs p where p.conversation_id = child.conversation_id and child.user_id in (p.user_low_id, p.user_high_id)))', 'the user is not one of the two of a direct conversation');
create trigger watermarks_only_grow before update of last_read_seq, last_delivered_seq, cleared_before_seq on public.conversation_participants for each row execute function boyfanz.only_grows('last_read_seq', 'last_delivered_seq', 'cleared_before_seq');

create table public.conversation_stats_daily (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  day date not null,
  delegate_id uuid default '00000000-0000-0000-0000-000000000000' not null,
  messages_in integer default 0 not null,
  messages_out integer default 0 not null,
  new_conversations integer default 0 not null,
  median_response_s integer,
  paid_sent integer default 0 not null,
  paid_unlocked integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  constraint conversation_stats_daily_pkey primary key (creator_id, day, delegate_id),
  constraint counters_are_not_negative check (messages_in >= 0 and messages_out >= 0 and new_conversations >= 0 and median_response_s >= 0 and paid_sent >= 0 and paid_unlocked >= 0),
  constraint unlocked_within_sent check (paid_unlocked <= paid_sent)
);
alter table public.conversation_stats_daily enable row level security;
revoke all on table public.conversation_stats_daily from anon, authenticated, service_role;
comment on table public.conversation_stats_daily is 'Daily figures of a creator''s inbox, per delegate who answers in it; derived, the ledger is the record of revenue.';
comment on column public.conversation_stats_daily.delegate_id is 'The zero uuid for the creator in person.';
comment on column public.conversation_stats_daily.median_response_s is 'Seconds.';
comment on column public.conversation_stats_daily.paid_unlocked is 'Of those sent on this day.';
comment on column public.conversation_stats_daily.revenue_minor is 'Minor units of currency.';
alter table public.conversation_stats_daily add constraint conversation_stats_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.conversation_stats_daily add constraint conversation_stats_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index conversation_stats_daily_day_idx on public.conversation_stats_daily (day);
create index conversation_stats_daily_currency_fkey_idx on public.conversation_stats_daily (currency);
create trigger touch_updated_at before update on public.conversation_stats_daily for each row execute function boyfanz.touch_updated_at();

create table public.conversation_unread_totals (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  inbox_state text not null,
  unread_messages integer default 0 not null,
  unread_conversations integer default 0 not null,
  updated_seq bigint default 0 not null,
  constraint conversation_unread_totals_pkey primary key (user_id, inbox_state),
  constraint conversation_unread_totals_inbox_state_check check (inbox_state in ('primary', 'request', 'general', 'archived', 'spam')),
  constraint counters_are_not_negative check (unread_messages >= 0 and unread_conversations >= 0)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table public.conversation_unread_totals enable row level security;
revoke all on table public.conversation_unread_totals from anon, authenticated, service_role;
comment on table public.conversation_unread_totals is 'The unread badge of a person per inbox, kept with the rows of conversation_participants and rebuilt from them when they drift apart.';
comment on column public.conversation_unread_totals.updated_seq is 'Version of the badge, so that a device drops an older one.';
alter table public.conversation_unread_totals add constraint conversation_unread_totals_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.conversation_unread_totals for each row execute function boyfanz.touch_updated_at();
create trigger updated_seq_only_grows before update of updated_seq on public.conversation_unread_totals for each row execute function boyfanz.only_grows('updated_seq');

create table public.conversations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  created_by uuid,
  creator_id uuid,
  title text,
  avatar_asset_id uuid,
  encryption text default 'transport' not null,
  last_seq bigint default 0 not null,
  last_message_at timestamptz,
  last_preview text,
  member_count integer default 0 not null,
  is_frozen boolean default false not null,
  retention_days integer,
  deleted_at timestamptz,
  constraint conversations_pkey primary key (id),
  constraint conversations_kind_check check (kind in ('direct', 'group', 'circle', 'broadcast', 'support')),
  constraint conversations_encryption_check check (encryption in ('transport', 'e2ee')),
  constraint last_seq_is_not_negative check (last_seq >= 0),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint retention_is_positive check (retention_days > 0),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint preview_length check (char_length(last_preview) <= 200),
  constraint encrypted_has_no_preview check (encryption <> 'e2ee' or last_preview is null)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
alter table public.conversations enable row level security;
alter table public.social_circles add constraint social_circles_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete set null;
alter table public.call_sessions add constraint call_sessions_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete restrict;
alter table public.conversation_assignments add constraint conversation_assignments_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.conversation_bans add constraint conversation_bans_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.conversation_invites add constraint conversation_invites_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.conversation_participants add constraint conversation_participants_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
revoke all on table public.conversations from anon, authenticated, service_role;
comment on table public.conversations is 'A room of any kind, with the counter that orders its messages and a summary of the last one. It is purged once every side is erased, and never while a legal hold covers a member or a report refers to it.';
comment on column public.conversations.creator_id is 'The creator whose inbox it belongs to.';
comment on column public.conversations.encryption is 'Can be turned to e2ee and not back.';
comment on column public.conversations.last_seq is 'Raised by the transaction that writes a message; the lock on this row is what orders messages.';
comment on column public.conversations.is_frozen is 'Takes no new messages but those of the system.';
comment on column public.conversations.retention_days is 'NULL keeps messages until somebody deletes them.';
alter table public.conversations add constraint conversations_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
alter table public.conversations add constraint conversations_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete set null;
alter table public.conversations add constraint conversations_avatar_asset_id_fkey foreign key (avatar_asset_id) references public.media_assets (id) on delete set null;
create index conversations_creator_id_kind_idx on public.conversations (creator_id, kind);
comment on index public.conversations_creator_id_kind_idx is 'A creator''s rooms by kind. No index holds last_message_at, so that a message changes this row in place (HOT).';
create index conversations_retention_days_idx on public.conversations (retention_days) where (retention_days is not null);
comment on index public.conversations_retention_days_idx is 'For the job that expires messages.';
create index conversations_deleted_at_idx on public.conversations (deleted_at) where (deleted_at is not null);
comment on index public.conversations_deleted_at_idx is 'For the job that purges.';
create index conversations_created_by_fkey_idx on public.conversations (created_by) where (created_by is not null);
create index conversations_avatar_asset_id_fkey_idx on public.conversations (avatar_asset_id) where (avatar_asset_id is not null);
create trigger touch_updated_at before update on public.conversations for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.conversations for each row execute function boyfanz.refuse_held_conversation();
create trigger encryption_stays_on before update of encryption on public.conversations for each row when (old.encryption = 'e2ee' and new.encryption <> 'e2ee') execute function boyfanz.refuse_when('End-to-end encryption is not switched off again.');
create trigger kind_never_changes before update of kind on public.conversations for each row execute function boyfanz.set_once('kind');
create trigger last_seq_only_grows before update of last_seq on public.conversations for each row execute function boyfanz.only_grows('last_seq');

create table public.custom_emojis (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  shortcode extensions.citext not null,
  asset_id uuid not null,
  is_animated boolean default false not null,
  required_tier_id uuid,
  review_state text default 'pending' not null,
  use_count bigint default 0 not null,
  retired_at timestamptz,
  constraint custom_emojis_pkey primary key (id),
  constraint custom_emojis_review_state_check check (review_state in ('pending', 'approved', 'rejected')),
  constraint shortcode_form check (shortcode::text ~ '^[a-z0-9_]{2,32}$'),
  constraint tier_belongs_to_a_creator check (required_tier_id is null or creator_id is not null),
  constraint use_count_is_not_negative check (use_count >= 0)
) with (fillfactor = 85);
alter table public.custom_emojis enable row level security;
revoke all on table public.custom_emojis from anon, authenticated, service_role;
comment on table public.custom_emojis is 'Emojis and emotes of the platform or of a creator, for chat and comments. Whether a subscriber may use one is looked at when it is used.';
comment on column public.custom_emojis.creator_id is 'NULL for those of the platform.';
alter table public.custom_emojis add constraint custom_emojis_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.custom_emojis add constraint custom_emojis_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.custom_emojis add constraint tier_of_same_creator foreign key (creator_id, required_tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
create unique index custom_emojis_shortcode_idx on public.custom_emojis ((coalesce(creator_id, '00000000-0000-0000-0000-000000000000'::uuid)), shortcode);
create index custom_emojis_creator_id_required_tier_id_fkey_idx on public.custom_emojis (creator_id, required_tier_id);
create index custom_emojis_asset_id_fkey_idx on public.custom_emojis (asset_id);
create trigger touch_updated_at before update on public.custom_emojis for each row execute function boyfanz.touch_updated_at();

create table public.direct_conversation_pairs (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_low_id uuid not null,
  user_high_id uuid not null,
  conversation_id uuid not null,
  constraint direct_conversation_pairs_pkey primary key (user_low_id, user_high_id),
  constraint direct_conversation_pairs_conversation_id_key unique (conversation_id),
  constraint pair_is_in_order check (user_low_id < user_high_id)
);
alter table public.direct_conversation_pairs enable row level security;
revoke all on table public.direct_conversation_pairs from anon, authenticated, service_role;
comment on table public.direct_conversation_pairs is 'The one direct conversation of two people; two first messages at once meet here and share the room.';
alter table public.direct_conversation_pairs add constraint direct_conversation_pairs_user_low_id_fkey foreign key (user_low_id) references public.users (id) on delete cascade;
alter table public.direct_conversation_pairs add constraint direct_conversation_pairs_user_high_id_fkey foreign key (user_high_id) references public.users (id) on delete cascade;
alter table public.direct_conversation_pairs add constraint direct_conversation_pairs_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
create index direct_conversation_pairs_user_high_id_fkey_idx on public.direct_conversation_pairs (user_high_id);
create trigger touch_updated_at before update on public.direct_conversation_pairs for each row execute function boyfanz.touch_updated_at();
create trigger conversation_is_direct before insert or update of conversation_id on public.direct_conversation_pairs for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.kind = ''direct''', 'The conversation is not a direct one.');

create table public.e2ee_cross_signing_keys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  usage text not null,
  version integer not null,
  public_key bytea not null,
  signatures jsonb default '{}' not null,
  replaced_at timestamptz,
  constraint e2ee_cross_signing_keys_pkey primary key (user_id, usage, version),
  constraint e2ee_cross_signing_keys_usage_check check (usage in ('master', 'self_signing', 'user_signing')),
  constraint version_is_positive check (version > 0),
  constraint public_key_length check (octet_length(public_key) between 32 and 133),
  constraint signatures_are_an_object check (jsonb_typeof(signatures) = 'object')
);
alter table public.e2ee_cross_signing_keys enable row level security;
revoke all on table public.e2ee_cross_signing_keys from anon, authenticated, service_role;
comment on table public.e2ee_cross_signing_keys is 'A person''s own public keys that vouch for devices and contacts, by version. The service warns contacts when the master key is replaced.';
alter table public.e2ee_cross_signing_keys add constraint e2ee_cross_signing_keys_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index e2ee_cross_signing_keys_user_id_usage_idx on public.e2ee_cross_signing_keys (user_id, usage) where (replaced_at is null);
comment on index public.e2ee_cross_signing_keys_user_id_usage_idx is 'One open version per usage.';
create trigger touch_updated_at before update on public.e2ee_cross_signing_keys for each row execute function boyfanz.touch_updated_at();
create trigger keys_never_change before update on public.e2ee_cross_signing_keys for each row execute function boyfanz.append_only('change signatures', 'set replaced_at');

create table public.e2ee_device_inbox (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  id bigint generated always as identity not null,
  sender_id uuid,
  kind text not null,
  payload bytea not null,
  expires_at timestamptz not null,
  constraint e2ee_device_inbox_pkey primary key (user_id, device_id, id),
  constraint kind_form check (kind ~ '^[a-z][a-z0-9_.]{0,59}$'),
  constraint payload_length check (octet_length(payload) between 1 and 65536),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.e2ee_device_inbox enable row level security;
revoke all on table public.e2ee_device_inbox from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.e2ee_device_inbox', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.e2ee_device_inbox is 'Messages to a device that belong to no conversation, such as a welcome or a key share; deleted when acknowledged, at most 1,000 waiting.';
comment on column public.e2ee_device_inbox.payload is 'Opaque to the server.';
create index e2ee_device_inbox_expires_at_idx on public.e2ee_device_inbox (expires_at);
create trigger touch_updated_at before update on public.e2ee_device_inbox for each row execute function boyfanz.touch_updated_at();
create trigger at_most_1000_per_device after insert or update of user_id, device_id on public.e2ee_device_inbox for each row execute function boyfanz.limit_rows_per_owner('device_id', '1000', 'user_id = ($1).user_id');

create table public.e2ee_device_keys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  identity_key bytea not null,
  signing_key bytea not null,
  algorithms text[] not null,
  signature bytea not null,
  registration_id integer not null,
  last_prekey_id integer default 0 not null,
  uploaded_at timestamptz default now() not null,
  revoked_at timestamptz,
  constraint e2ee_device_keys_pkey primary key (user_id, device_id),
  constraint identity_key_is_32_bytes check (octet_length(identity_key) = 32),
  constraint signing_key_length check (octet_length(signing_key) between 32 and 133),
  constraint signature_length check (octet_length(signature) between 64 and 139),
  constraint algorithms_are_named check (cardinality(algorithms) > 0),
  constraint ids_are_not_negative check (registration_id >= 0 and last_prekey_id >= 0)
) with (fillfactor = 90);
alter table public.e2ee_device_keys enable row level security;
alter table public.e2ee_device_inbox add constraint device foreign key (user_id, device_id) references public.e2ee_device_keys (user_id, device_id) on delete cascade;
revoke all on table public.e2ee_device_keys from anon, authenticated, service_role;
comment on table public.e2ee_device_keys is 'Public identity and signing key of each device that takes part in encrypted rooms. New keys mean a new device row, so that contacts notice.';
comment on column public.e2ee_device_keys.identity_key is 'Public key, Curve25519.';
comment on column public.e2ee_device_keys.signing_key is 'Public key.';
comment on column public.e2ee_device_keys.signature is 'By the signing key over the rest.';
comment on column public.e2ee_device_keys.registration_id is 'Chosen by the device, which tells its installations apart by it.';
comment on column public.e2ee_device_keys.last_prekey_id is 'Highest one-time prekey ever uploaded, so that no id comes back after it was claimed.';
alter table public.e2ee_device_keys add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index e2ee_device_keys_user_id_idx on public.e2ee_device_keys (user_id) where (revoked_at is null);
create trigger touch_updated_at before update on public.e2ee_device_keys for each row execute function boyfanz.touch_updated_at();
create trigger keys_never_change before update on public.e2ee_device_keys for each row execute function boyfanz.append_only('change last_prekey_id', 'set revoked_at');
create trigger last_prekey_only_grows before update of last_prekey_id on public.e2ee_device_keys for each row execute function boyfanz.only_grows('last_prekey_id');

create table public.e2ee_group_epochs (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  epoch integer not null,
  commit_message bytea not null,
  tree_hash bytea not null,
  committed_by uuid,
  committer_device_id uuid,
  reason text not null,
  created_seq bigint not null,
  constraint e2ee_group_epochs_pkey primary key (conversation_id, epoch),
  constraint e2ee_group_epochs_reason_check check (reason in ('create', 'add', 'remove', 'update', 'rejoin')),
  constraint epoch_is_not_negative check (epoch >= 0),
  constraint first_epoch_creates check ((epoch = 0) = (reason = 'create')),
  constraint tree_hash_length check (octet_length(tree_hash) in (32, 48, 64)),
  constraint created_seq_is_not_negative check (created_seq >= 0)
);
alter table public.e2ee_group_epochs enable row level security;
revoke all on table public.e2ee_group_epochs from anon, authenticated, service_role;
comment on table public.e2ee_group_epochs is 'Epochs of the key of an encrypted group, each with the commit that made it. Two commits at once meet at the primary key, and no epoch is left out.';
comment on column public.e2ee_group_epochs.epoch is '0 for the creation of the group.';
comment on column public.e2ee_group_epochs.commit_message is 'Opaque to the server.';
comment on column public.e2ee_group_epochs.tree_hash is 'SHA-256, SHA-384 or SHA-512 by the cipher suite.';
comment on column public.e2ee_group_epochs.created_seq is 'Messages after it use this epoch.';
alter table public.e2ee_group_epochs add constraint e2ee_group_epochs_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.e2ee_group_epochs add constraint e2ee_group_epochs_committed_by_fkey foreign key (committed_by) references public.users (id) on delete set null;
create index e2ee_group_epochs_committed_by_fkey_idx on public.e2ee_group_epochs (committed_by) where (committed_by is not null);
create trigger touch_updated_at before update on public.e2ee_group_epochs for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.e2ee_group_epochs for each row execute function boyfanz.append_only('clear committed_by', 'clear committer_device_id');
create trigger follows_the_epoch_before before insert on public.e2ee_group_epochs for each row when (new.epoch > 0) execute function boyfanz.check_parent('e2ee_group_epochs', 'parent.conversation_id = child.conversation_id and parent.epoch = child.epoch - 1 and parent.created_seq <= child.created_seq', 'The epoch before is missing or later.');
create trigger room_is_encrypted before insert on public.e2ee_group_epochs for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.encryption = ''e2ee''', 'The room is not encrypted.');

create table public.e2ee_key_backup_sessions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  version integer not null,
  conversation_id uuid not null,
  session_id text not null,
  first_index integer not null,
  forwarded_count integer default 0 not null,
  is_verified boolean default false not null,
  session_enc bytea not null,
  constraint e2ee_key_backup_sessions_pkey primary key (user_id, version, conversation_id, session_id),
  constraint session_id_length check (char_length(session_id) between 1 and 200),
  constraint counters_are_not_negative check (first_index >= 0 and forwarded_count >= 0)
);
alter table public.e2ee_key_backup_sessions enable row level security;
revoke all on table public.e2ee_key_backup_sessions from anon, authenticated, service_role;
comment on table public.e2ee_key_backup_sessions is 'Encrypted session keys in a backup. When one is uploaded again the better key stays; verified before not, then the lower index, then the fewer hands it went through.';
comment on column public.e2ee_key_backup_sessions.first_index is 'First message that the key opens.';
comment on column public.e2ee_key_backup_sessions.session_enc is 'Encrypted by the client.';
create trigger touch_updated_at before update on public.e2ee_key_backup_sessions for each row execute function boyfanz.touch_updated_at();
create trigger keep_better_key before update on public.e2ee_key_backup_sessions for each row execute function boyfanz.keep_better_session_key();

create table public.e2ee_key_backups (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  version integer not null,
  algorithm text not null,
  auth_data jsonb not null,
  key_count integer default 0 not null,
  etag bigint default 0 not null,
  deleted_at timestamptz,
  constraint e2ee_key_backups_pkey primary key (user_id, version),
  constraint version_is_positive check (version > 0),
  constraint auth_data_is_an_object check (jsonb_typeof(auth_data) = 'object'),
  constraint counters_are_not_negative check (key_count >= 0 and etag >= 0)
) with (fillfactor = 80);
alter table public.e2ee_key_backups enable row level security;
alter table public.e2ee_key_backup_sessions add constraint backup foreign key (user_id, version) references public.e2ee_key_backups (user_id, version) on delete cascade;
revoke all on table public.e2ee_key_backups from anon, authenticated, service_role;
comment on table public.e2ee_key_backups is 'Backup of a person''s message keys by version; encrypted by the client and opaque to the server.';
comment on column public.e2ee_key_backups.auth_data is 'Public part of the backup key and signatures over it.';
comment on column public.e2ee_key_backups.etag is 'Rises with every change, for conditional requests.';
alter table public.e2ee_key_backups add constraint e2ee_key_backups_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index e2ee_key_backups_user_id_idx on public.e2ee_key_backups (user_id) where (deleted_at is null);
comment on index public.e2ee_key_backups_user_id_idx is 'One open version per person.';
create trigger touch_updated_at before update on public.e2ee_key_backups for each row execute function boyfanz.touch_updated_at();
create trigger deleted_for_good before update of algorithm, deleted_at on public.e2ee_key_backups for each row execute function boyfanz.set_once('algorithm', 'deleted_at');
create trigger etag_only_grows before update of etag on public.e2ee_key_backups for each row execute function boyfanz.only_grows('etag');

create table public.e2ee_one_time_prekeys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  key_id integer not null,
  algorithm text not null,
  public_key bytea not null,
  signature bytea,
  constraint e2ee_one_time_prekeys_pkey primary key (user_id, device_id, key_id),
  constraint key_id_is_positive check (key_id > 0),
  constraint public_key_length check (octet_length(public_key) between 32 and 4096)
);
alter table public.e2ee_one_time_prekeys enable row level security;
revoke all on table public.e2ee_one_time_prekeys from anon, authenticated, service_role;
comment on table public.e2ee_one_time_prekeys is 'Prekeys that are handed out once, by DELETE … RETURNING with SKIP LOCKED; the device adds more when fewer than 20 are left.';
comment on column public.e2ee_one_time_prekeys.key_id is 'Rises with each upload of a device and never comes back.';
alter table public.e2ee_one_time_prekeys add constraint device foreign key (user_id, device_id) references public.e2ee_device_keys (user_id, device_id) on delete cascade;
create trigger touch_updated_at before update on public.e2ee_one_time_prekeys for each row execute function boyfanz.touch_updated_at();
create trigger key_ids_never_come_back after insert on public.e2ee_one_time_prekeys referencing new table as added for each statement execute function boyfanz.raise_last_prekey();
create trigger keys_never_change before update on public.e2ee_one_time_prekeys for each row execute function boyfanz.append_only();

create table public.e2ee_signed_prekeys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  key_id integer not null,
  kind text default 'signed' not null,
  public_key bytea not null,
  signature bytea not null,
  is_current boolean default true not null,
  used_at timestamptz,
  expires_at timestamptz not null,
  constraint e2ee_signed_prekeys_pkey primary key (user_id, device_id, key_id),
  constraint e2ee_signed_prekeys_kind_check check (kind in ('signed', 'fallback', 'kem')),
  constraint key_id_is_not_negative check (key_id >= 0),
  constraint public_key_length check (octet_length(public_key) between 32 and 4096),
  constraint signature_length check (octet_length(signature) between 64 and 139),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.e2ee_signed_prekeys enable row level security;
revoke all on table public.e2ee_signed_prekeys from anon, authenticated, service_role;
comment on table public.e2ee_signed_prekeys is 'Medium-term prekeys of a device, signed by it, and the fallback that serves when one-time prekeys run out.';
comment on column public.e2ee_signed_prekeys.key_id is 'Chosen by the device.';
alter table public.e2ee_signed_prekeys add constraint device foreign key (user_id, device_id) references public.e2ee_device_keys (user_id, device_id) on delete cascade;
create unique index e2ee_signed_prekeys_user_id_device_id_kind_idx on public.e2ee_signed_prekeys (user_id, device_id, kind) where (is_current);
comment on index public.e2ee_signed_prekeys_user_id_device_id_kind_idx is 'One current key per kind.';
create index e2ee_signed_prekeys_expires_at_idx on public.e2ee_signed_prekeys (expires_at);
create trigger touch_updated_at before update on public.e2ee_signed_prekeys for each row execute function boyfanz.touch_updated_at();
create trigger keys_never_change before update on public.e2ee_signed_prekeys for each row execute function boyfanz.append_only('change is_current', 'set used_at');

create table public.email_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz not null,
  provider_ref text not null,
  user_id uuid,
  event text not null,
  url_hash public.digest_256,
  user_agent_class text,
  code text,
  constraint email_events_pkey primary key (id, occurred_at),
  constraint email_events_event_check check (event in ('delivered', 'open', 'click', 'soft_bounce', 'hard_bounce', 'complaint', 'unsubscribe')),
  constraint email_events_user_agent_class_check check (user_agent_class in ('human', 'proxy', 'bot')),
  constraint opens_and_clicks_are_classed check (event not in ('open', 'click') or user_agent_class is not null)
) partition by range (occurred_at);
alter table public.email_events enable row level security;
revoke all on table public.email_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.email_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'email_events', 'occurred_at', '7 days', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.email_events'::regclass);
comment on table public.email_events is 'What the provider tells of e-mails; deliveries, opens, clicks, bounces, complaints. Opens by privacy proxies and bots are marked and not counted as people.';
comment on column public.email_events.provider_ref is 'As in email_messages.';
comment on column public.email_events.user_id is 'Cleared at erasure.';
comment on column public.email_events.code is 'Status of SMTP or of the provider.';
create index email_events_provider_ref_occurred_at_idx on public.email_events (provider_ref, occurred_at);
create index email_events_user_id_occurred_at_idx on public.email_events (user_id, occurred_at desc);
create index email_events_event_occurred_at_idx on public.email_events (event, occurred_at desc) where (event in ('hard_bounce', 'complaint'));
create trigger append_only before update on public.email_events for each row execute function boyfanz.append_only('clear user_id');

create table public.email_messages (
  id bigint generated always as identity not null,
  queued_at timestamptz default now() not null,
  user_id uuid,
  email_id uuid,
  stream text not null,
  template_id integer,
  template_version integer,
  locale public.language_tag not null,
  subject_hash public.digest_256,
  provider text,
  provider_ref text,
  status text default 'queued' not null,
  sender_id integer not null,
  sent_at timestamptz,
  campaign_id uuid,
  constraint email_messages_pkey primary key (id, queued_at),
  constraint email_messages_stream_check check (stream in ('transactional', 'marketing', 'digest')),
  constraint email_messages_status_check check (status in ('queued', 'sent', 'delivered', 'soft_bounced', 'hard_bounced', 'complained', 'failed', 'suppressed')),
  constraint template_names_its_version check ((template_id is null) = (template_version is null)),
  constraint sent_names_its_time check (status in ('queued', 'failed', 'suppressed') or sent_at is not null),
  constraint sent_after_queued check (sent_at >= queued_at)
) partition by range (queued_at);
alter table public.email_messages enable row level security;
revoke all on table public.email_messages from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.email_messages', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'email_messages', 'queued_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.email_messages'::regclass);
comment on table public.email_messages is 'Outbound e-mails with template, provider and state; no body is stored. A marketing mail is written only for somebody whose consent stands.';
comment on column public.email_messages.user_id is 'NULL after erasure.';
create index email_messages_provider_ref_idx on public.email_messages (provider_ref) where (provider_ref is not null);
create index email_messages_user_id_queued_at_idx on public.email_messages (user_id, queued_at desc);
create index email_messages_campaign_id_queued_at_idx on public.email_messages (campaign_id, queued_at) where (campaign_id is not null);
create trigger marketing_needs_consent after insert on public.email_messages for each row when (new.stream = 'marketing' and new.status <> 'suppressed') execute function boyfanz.require_consent('user_id', 'marketing_email');

create table public.mass_message_audiences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  campaign_id uuid not null,
  ordinal smallint not null,
  effect text default 'include' not null,
  list_id uuid,
  segment text,
  tier_id uuid,
  constraint mass_message_audiences_pkey primary key (campaign_id, ordinal),
  constraint mass_message_audiences_effect_check check (effect in ('include', 'exclude')),
  constraint mass_message_audiences_segment_check check (segment in ('subscribers', 'followers', 'expired', 'tier', 'top_spenders', 'online')),
  constraint list_or_segment check (num_nonnulls(list_id, segment) = 1),
  constraint tier_is_named check ((tier_id is not null) = (segment is not null and segment = 'tier'))
);
alter table public.mass_message_audiences enable row level security;
revoke all on table public.mass_message_audiences from anon, authenticated, service_role;
comment on table public.mass_message_audiences is 'Lists and segments that a mass message includes or excludes; they change only in a draft, and a list in use by a scheduled one cannot be deleted.';
alter table public.mass_message_audiences add constraint mass_message_audiences_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
alter table public.mass_message_audiences add constraint mass_message_audiences_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
create index mass_message_audiences_list_id_idx on public.mass_message_audiences (list_id) where (list_id is not null);
create index mass_message_audiences_tier_id_fkey_idx on public.mass_message_audiences (tier_id) where (tier_id is not null);
create trigger touch_updated_at before update on public.mass_message_audiences for each row execute function boyfanz.touch_updated_at();
create trigger check_audience before insert or update or delete on public.mass_message_audiences for each row execute function boyfanz.check_audience();

create table public.mass_message_campaigns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  author_id uuid,
  body text not null,
  media_bundle_id uuid,
  offer_id uuid,
  audience jsonb default '{}' not null,
  exclude_active_within interval,
  status text default 'draft' not null,
  send_at timestamptz,
  finished_at timestamptz,
  recipients integer default 0 not null,
  delivered integer default 0 not null,
  opened integer default 0 not null,
  unlocked integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  unsend_requested_at timestamptz,
  idempotency_key text not null,
  constraint mass_message_campaigns_pkey primary key (id),
  constraint mass_message_campaigns_creator_id_idempotency_key_key unique (creator_id, idempotency_key),
  constraint mass_message_campaigns_status_check check (status in ('draft', 'scheduled', 'sending', 'sent', 'cancelled', 'failed')),
  constraint body_at_most_8000 check (char_length(body) <= 8000),
  constraint says_something check (status = 'draft' or body <> '' or media_bundle_id is not null or unsend_requested_at is not null),
  constraint offer_locks_media check (offer_id is null or media_bundle_id is not null),
  constraint audience_is_an_object check (jsonb_typeof(audience) = 'object'),
  constraint exclusion_is_positive check (exclude_active_within > interval '0'),
  constraint scheduled_names_its_time check (status in ('draft', 'cancelled') or send_at is not null),
  constraint finished_names_its_time check (status not in ('sent', 'failed') or finished_at is not null),
  constraint counters_are_not_negative check (recipients >= 0 and delivered >= 0 and opened >= 0 and unlocked >= 0 and revenue_minor >= 0),
  constraint counters_within_each_other check (delivered <= recipients and opened <= delivered and unlocked <= delivered)
) with (fillfactor = 75);
alter table public.mass_message_campaigns enable row level security;
alter table public.mass_message_audiences add constraint mass_message_audiences_campaign_id_fkey foreign key (campaign_id) references public.mass_message_campaigns (id) on delete cascade;
revoke all on table public.mass_message_campaigns from anon, authenticated, service_role;
comment on table public.mass_message_campaigns is 'One message to many; its body is stored once and messages point to it. Counters are raised in batches by the sender, revenue by the unlocks.';
comment on column public.mass_message_campaigns.author_id is 'The creator or a delegate.';
comment on column public.mass_message_campaigns.body is 'Empty for media alone, and after an unsend or erasure.';
comment on column public.mass_message_campaigns.audience is 'Filters besides the rows of mass_message_audiences.';
comment on column public.mass_message_campaigns.exclude_active_within is 'Leaves out whom the creator wrote with so recently.';
comment on column public.mass_message_campaigns.revenue_minor is 'Minor units of currency; the ledger is the record.';
alter table public.mass_message_campaigns add constraint mass_message_campaigns_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_author_id_fkey foreign key (author_id) references public.users (id) on delete set null;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_media_bundle_id_fkey foreign key (media_bundle_id) references public.content_items (id) on delete restrict;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_offer_id_fkey foreign key (offer_id) references public.ppv_offers (id) on delete restrict;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index mass_message_campaigns_creator_id_created_at_idx on public.mass_message_campaigns (creator_id, created_at desc);
create index mass_message_campaigns_send_at_idx on public.mass_message_campaigns (send_at) where (status = 'scheduled');
create index mass_message_campaigns_author_id_fkey_idx on public.mass_message_campaigns (author_id) where (author_id is not null);
create index mass_message_campaigns_media_bundle_id_fkey_idx on public.mass_message_campaigns (media_bundle_id) where (media_bundle_id is not null);
create index mass_message_campaigns_offer_id_fkey_idx on public.mass_message_campaigns (offer_id) where (offer_id is not null);
create index mass_message_campaigns_currency_fkey_idx on public.mass_message_campaigns (currency);
create trigger touch_updated_at before update on public.mass_message_campaigns for each row execute function boyfanz.touch_updated_at();
create trigger at_most_50_per_day after insert or update of creator_id, status, send_at on public.mass_message_campaigns for each row when (new.status not in ('draft', 'cancelled')) execute function boyfanz.limit_rows_per_owner('creator_id', '50', 'status not in (''draft'', ''cancelled'') and (send_at at time zone ''UTC'')::date = (($1).send_at at time zone ''UTC'')::date');
create trigger bundle_of_the_creator before insert or update of media_bundle_id, creator_id on public.mass_message_campaigns for each row when (new.media_bundle_id is not null) execute function boyfanz.check_parent('content_items', 'parent.id = child.media_bundle_id and parent.kind = ''message_bundle'' and parent.creator_id = child.creator_id', 'It is not a message bundle of the creator.');
create trigger content_is_frozen_once_sending before update of creator_id, body, media_bundle_id, offer_id, audience, exclude_active_within, currency on public.mass_message_campaigns for each row when (old.status not in ('draft', 'scheduled') and ((new.body <> old.body and new.body <> '') or (new.creator_id, new.media_bundle_id, new.offer_id, new.audience, new.exclude_active_within, new.currency) is distinct from (old.creator_id, old.media_bundle_id, old.offer_id, old.audience, old.exclude_active_within, old.currency))) execute function boyfanz.refuse_when('What was sent cannot change; the body may be emptied.');
create trigger offer_sells_the_bundle before insert or update of offer_id, media_bundle_id, currency on public.mass_message_campaigns for each row when (new.offer_id is not null) execute function boyfanz.check_parent('ppv_offers', 'parent.id = child.offer_id and parent.content_id = child.media_bundle_id and parent.creator_id = child.creator_id and parent.currency = child.currency', 'The offer is not for this bundle of the creator in this currency.');
create trigger starts_once before update of status on public.mass_message_campaigns for each row when (old.status not in ('draft', 'scheduled') and new.status in ('draft', 'scheduled')) execute function boyfanz.refuse_when('A campaign that has started does not start again.');

create table public.mass_message_recipients (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  campaign_id uuid not null,
  recipient_id uuid not null,
  conversation_id uuid,
  message_seq bigint,
  state text default 'queued' not null,
  skip_reason text,
  opened_at timestamptz,
  unlocked_at timestamptz,
  batch_no integer not null,
  constraint mass_message_recipients_pkey primary key (campaign_id, recipient_id),
  constraint mass_message_recipients_state_check check (state in ('queued', 'sent', 'skipped', 'failed', 'unsent')),
  constraint mass_message_recipients_skip_reason_check check (skip_reason in ('blocked', 'muted', 'opted_out', 'deleted', 'duplicate')),
  constraint sent_names_its_message check (state not in ('sent', 'unsent') or (conversation_id is not null and message_seq is not null)),
  constraint skipped_names_its_reason check ((state = 'skipped') = (skip_reason is not null)),
  constraint batch_no_is_not_negative check (batch_no >= 0)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
alter table public.mass_message_recipients enable row level security;
revoke all on table public.mass_message_recipients from anon, authenticated, service_role;
comment on table public.mass_message_recipients is 'What became of a mass message for each recipient; worked off in batches that a crash can be resumed from.';
alter table public.mass_message_recipients add constraint mass_message_recipients_campaign_id_fkey foreign key (campaign_id) references public.mass_message_campaigns (id) on delete cascade;
alter table public.mass_message_recipients add constraint mass_message_recipients_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
create index mass_message_recipients_campaign_id_batch_no_idx on public.mass_message_recipients (campaign_id, batch_no) where (state = 'queued');
create index mass_message_recipients_recipient_id_fkey_idx on public.mass_message_recipients (recipient_id);
create trigger touch_updated_at before update on public.mass_message_recipients for each row execute function boyfanz.touch_updated_at();
create trigger progress_is_kept before update of conversation_id, message_seq, opened_at, unlocked_at on public.mass_message_recipients for each row execute function boyfanz.set_once('conversation_id', 'message_seq', 'opened_at', 'unlocked_at');

create table public.message_attachments (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  "position" smallint default 0 not null,
  asset_id uuid,
  encrypted_blob_key text,
  file_key_enc bytea,
  mime_type text not null,
  byte_size bigint not null,
  is_preview boolean default false not null,
  duration_ms integer,
  expires_at timestamptz,
  is_view_once boolean default false not null,
  constraint message_attachments_pkey primary key (conversation_id, message_seq, "position"),
  constraint asset_or_blob check (num_nonnulls(asset_id, encrypted_blob_key) = 1),
  constraint key_belongs_to_a_blob check (file_key_enc is null or encrypted_blob_key is not null),
  constraint position_is_not_negative check (position >= 0),
  constraint byte_size_is_positive check (byte_size > 0),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint mime_type_form check (mime_type ~ '^[a-z]+/[a-z0-9.+-]+$')
);
alter table public.message_attachments enable row level security;
revoke all on table public.message_attachments from anon, authenticated, service_role;
comment on table public.message_attachments is 'Media of a message in order; an asset of ours, or an encrypted blob that the server cannot read. A purge removes what may be seen once after all have seen it.';
comment on column public.message_attachments.encrypted_blob_key is 'Place in the object storage.';
comment on column public.message_attachments.file_key_enc is 'Key of the blob, encrypted for the members; opaque to the server.';
comment on column public.message_attachments.is_preview is 'Visible before a paid message is unlocked.';
alter table public.message_attachments add constraint message_attachments_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
create index message_attachments_asset_id_idx on public.message_attachments (asset_id) where (asset_id is not null);
create index message_attachments_expires_at_idx on public.message_attachments (expires_at) where (expires_at is not null);
comment on index public.message_attachments_expires_at_idx is 'For the purge.';
create trigger touch_updated_at before update on public.message_attachments for each row execute function boyfanz.touch_updated_at();

create table public.message_delivery_cursors (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  conversation_id uuid not null,
  delivered_seq bigint default 0 not null,
  delivered_at timestamptz,
  constraint message_delivery_cursors_pkey primary key (user_id, device_id, conversation_id),
  constraint delivered_seq_is_not_negative check (delivered_seq >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.message_delivery_cursors enable row level security;
revoke all on table public.message_delivery_cursors from anon, authenticated, service_role;
comment on table public.message_delivery_cursors is 'The last message that reached each device per conversation, for sync and for the ticks of sent and delivered.';
alter table public.message_delivery_cursors add constraint message_delivery_cursors_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.message_delivery_cursors add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index message_delivery_cursors_conversation_id_user_id_idx on public.message_delivery_cursors (conversation_id, user_id);
create trigger touch_updated_at before update on public.message_delivery_cursors for each row execute function boyfanz.touch_updated_at();
create trigger delivered_seq_only_grows before update of delivered_seq on public.message_delivery_cursors for each row execute function boyfanz.only_grows('delivered_seq');

create table public.message_drafts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  conversation_id uuid not null,
  body_enc bytea not null,
  key_id smallint not null,
  reply_to_seq bigint,
  attachments jsonb default '[]' not null,
  saved_at timestamptz default now() not null,
  constraint message_drafts_pkey primary key (user_id, conversation_id),
  constraint attachments_are_an_array check (jsonb_typeof(attachments) = 'array')
) with (fillfactor = 60);
alter table public.message_drafts enable row level security;
revoke all on table public.message_drafts from anon, authenticated, service_role;
comment on table public.message_drafts is 'Unsent text of a person per conversation, encrypted, for all their devices.';
comment on column public.message_drafts.body_enc is 'Encrypted with key_id.';
comment on column public.message_drafts.key_id is 'Version of the encryption key.';
comment on column public.message_drafts.attachments is 'Ids of uploaded assets in order.';
alter table public.message_drafts add constraint message_drafts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.message_drafts add constraint message_drafts_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
create index message_drafts_saved_at_idx on public.message_drafts (saved_at);
create index message_drafts_conversation_id_fkey_idx on public.message_drafts (conversation_id);
create trigger touch_updated_at before update on public.message_drafts for each row execute function boyfanz.touch_updated_at();

create table public.message_edits (
  created_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  edit_no smallint not null,
  editor_id uuid,
  old_body text,
  old_ciphertext bytea,
  edited_at timestamptz default now() not null,
  constraint message_edits_pkey primary key (conversation_id, message_seq, edit_no),
  constraint edit_no_is_positive check (edit_no >= 1),
  constraint clear_or_cipher check (num_nonnulls(old_body, old_ciphertext) <= 1),
  constraint old_body_at_most_8000 check (char_length(old_body) <= 8000)
);
alter table public.message_edits enable row level security;
revoke all on table public.message_edits from anon, authenticated, service_role;
comment on table public.message_edits is 'Earlier versions of an edited message, for readers and moderation. Erasure clears the text and leaves the fact.';
alter table public.message_edits add constraint message_edits_editor_id_fkey foreign key (editor_id) references public.users (id) on delete set null;
create index message_edits_editor_id_edited_at_idx on public.message_edits (editor_id, edited_at desc);
create trigger append_only before update on public.message_edits for each row execute function boyfanz.append_only('clear editor_id', 'clear old_body', 'clear old_ciphertext');
create trigger refuse_truncate before truncate on public.message_edits for each statement execute function boyfanz.append_only();

create table public.message_link_previews (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  link_preview_id uuid not null,
  "position" smallint default 0 not null,
  constraint message_link_previews_pkey primary key (conversation_id, message_seq, link_preview_id),
  constraint position_is_not_negative check (position >= 0)
);
alter table public.message_link_previews enable row level security;
revoke all on table public.message_link_previews from anon, authenticated, service_role;
comment on table public.message_link_previews is 'Link previews shown under a message; the server makes none for an encrypted room.';
alter table public.message_link_previews add constraint message_link_previews_link_preview_id_fkey foreign key (link_preview_id) references public.link_previews (id) on delete restrict;
create index message_link_previews_link_preview_id_fkey_idx on public.message_link_previews (link_preview_id);
create trigger touch_updated_at before update on public.message_link_previews for each row execute function boyfanz.touch_updated_at();
create trigger room_is_not_encrypted before insert on public.message_link_previews for each row execute function boyfanz.refuse_in_encrypted_room();

create table public.message_mentions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  mentioned_user_id uuid not null,
  is_everyone boolean default false not null,
  seen_at timestamptz,
  constraint message_mentions_pkey primary key (conversation_id, message_seq, mentioned_user_id)
);
alter table public.message_mentions enable row level security;
revoke all on table public.message_mentions from anon, authenticated, service_role;
comment on table public.message_mentions is 'People mentioned in a message; in an encrypted room the sending client names them.';
comment on column public.message_mentions.is_everyone is 'Mentioned as one of all.';
alter table public.message_mentions add constraint message_mentions_mentioned_user_id_fkey foreign key (mentioned_user_id) references public.users (id) on delete cascade;
create index message_mentions_mentioned_user_id_conversation_id_087aca76_idx on public.message_mentions (mentioned_user_id, conversation_id, message_seq desc) where (seen_at is null);
create index message_mentions_mentioned_user_id_fkey_idx on public.message_mentions (mentioned_user_id);
create trigger touch_updated_at before update on public.message_mentions for each row execute function boyfanz.touch_updated_at();

create table public.message_paywalls (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  content_id uuid not null,
  offer_id uuid not null,
  creator_id uuid not null,
  recipient_id uuid,
  amount_minor bigint not null,
  currency public.currency_code not null,
  expires_at timestamptz,
  unlocked_at timestamptz,
  constraint message_paywalls_pkey primary key (conversation_id, message_seq),
  constraint amount_is_positive check (amount_minor > 0),
  constraint only_one_recipient_unlocks check (unlocked_at is null or recipient_id is not null),
  constraint nobody_sells_to_themselves check (recipient_id <> creator_id),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.message_paywalls enable row level security;
revoke all on table public.message_paywalls from anon, authenticated, service_role;
comment on table public.message_paywalls is 'Price and lock of a paid message. What is locked is a content item, so that one content_unlocks row opens it here and everywhere; unlocked_at mirrors that row.';
comment on column public.message_paywalls.recipient_id is 'NULL in a room of several, where unlocks are counted in content_unlocks.';
comment on column public.message_paywalls.amount_minor is 'Minor units of currency.';
alter table public.message_paywalls add constraint message_paywalls_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_offer_id_fkey foreign key (offer_id) references public.ppv_offers (id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index message_paywalls_creator_id_unlocked_at_idx on public.message_paywalls (creator_id, unlocked_at desc);
create index message_paywalls_recipient_id_unlocked_at_idx on public.message_paywalls (recipient_id, unlocked_at) where (recipient_id is not null);
create index message_paywalls_content_id_fkey_idx on public.message_paywalls (content_id);
create index message_paywalls_offer_id_fkey_idx on public.message_paywalls (offer_id);
create index message_paywalls_currency_fkey_idx on public.message_paywalls (currency);
create trigger touch_updated_at before update on public.message_paywalls for each row execute function boyfanz.touch_updated_at();
create trigger check_paywall before insert or update of unlocked_at on public.message_paywalls for each row execute function boyfanz.check_paywall();
create trigger sale_is_kept before delete on public.message_paywalls for each row when (old.unlocked_at is not null) execute function boyfanz.refuse_delete('It was sold.');
create trigger terms_never_change before update of content_id, offer_id, creator_id, recipient_id, amount_minor, currency on public.message_paywalls for each row execute function boyfanz.set_once('content_id', 'offer_id', 'creator_id', 'recipient_id', 'amount_minor', 'currency');

create table public.message_pins (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  pinned_by uuid,
  pinned_at timestamptz default now() not null,
  expires_at timestamptz,
  constraint message_pins_pkey primary key (conversation_id, message_seq),
  constraint expires_after_pinned check (expires_at > pinned_at)
);
alter table public.message_pins enable row level security;
revoke all on table public.message_pins from anon, authenticated, service_role;
comment on table public.message_pins is 'Messages pinned in a conversation, at most 50.';
alter table public.message_pins add constraint message_pins_pinned_by_fkey foreign key (pinned_by) references public.users (id) on delete set null;
create index message_pins_conversation_id_pinned_at_idx on public.message_pins (conversation_id, pinned_at desc);
create index message_pins_pinned_by_fkey_idx on public.message_pins (pinned_by) where (pinned_by is not null);
create trigger touch_updated_at before update on public.message_pins for each row execute function boyfanz.touch_updated_at();
create trigger at_most_50_per_conversation after insert or update of conversation_id on public.message_pins for each row execute function boyfanz.limit_rows_per_owner('conversation_id', '50');

create table public.message_reactions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  user_id uuid not null,
  emoji text not null,
  custom_emoji_id uuid,
  reacted_at timestamptz default now() not null,
  constraint message_reactions_pkey primary key (conversation_id, message_seq, user_id, emoji),
  constraint emoji_form check (case when emoji ~ '^:.*:$' then emoji ~ '^:[a-z0-9_]{2,32}:$' else custom_emoji_id is null and octet_length(emoji) between 1 and 32 end)
);
alter table public.message_reactions enable row level security;
revoke all on table public.message_reactions from anon, authenticated, service_role;
comment on table public.message_reactions is 'Emoji reactions; one per person, message and emoji. A custom emoji stands as its shortcode, which stays when the emoji goes.';
comment on column public.message_reactions.emoji is 'One emoji, or :shortcode: of a custom one.';
alter table public.message_reactions add constraint message_reactions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.message_reactions add constraint message_reactions_custom_emoji_id_fkey foreign key (custom_emoji_id) references public.custom_emojis (id) on delete set null;
create index message_reactions_user_id_reacted_at_idx on public.message_reactions (user_id, reacted_at desc);
create index message_reactions_custom_emoji_id_fkey_idx on public.message_reactions (custom_emoji_id) where (custom_emoji_id is not null);
create trigger touch_updated_at before update on public.message_reactions for each row execute function boyfanz.touch_updated_at();
create trigger shortcode_is_the_emojis before insert or update of emoji, custom_emoji_id on public.message_reactions for each row when (new.custom_emoji_id is not null) execute function boyfanz.check_parent('custom_emojis', 'parent.id = child.custom_emoji_id and '':'' || lower(parent.shortcode::text) || '':'' = child.emoji and parent.review_state = ''approved'' and parent.retired_at is null', 'The custom emoji has another shortcode or is not in use.');

create table public.message_read_receipts (
  created_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  from_seq bigint not null,
  to_seq bigint not null,
  read_at timestamptz default now() not null,
  device_id uuid,
  constraint message_read_receipts_pkey primary key (conversation_id, user_id, to_seq),
  constraint range_is_in_order check (from_seq > 0 and from_seq <= to_seq)
);
alter table public.message_read_receipts enable row level security;
revoke all on table public.message_read_receipts from anon, authenticated, service_role;
comment on table public.message_read_receipts is 'When a reader''s watermark moved, as a range of messages; one row per burst of reading, never overlapping the ones before.';
alter table public.message_read_receipts add constraint reader_takes_part foreign key (conversation_id, user_id) references public.conversation_participants (conversation_id, user_id) on delete cascade;
create index message_read_receipts_conversation_id_to_seq_idx on public.message_read_receipts (conversation_id, to_seq desc);
create trigger append_only before update on public.message_read_receipts for each row execute function boyfanz.append_only('clear device_id');
create trigger ranges_do_not_overlap before insert on public.message_read_receipts for each row execute function boyfanz.check_read_receipt();

create table public.message_reports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  reporter_id uuid,
  conversation_id uuid not null,
  message_seq bigint not null,
  reported_user_id uuid not null,
  category text not null,
  disclosed_copy_enc bytea,
  franking_tag bytea,
  is_franking_verified boolean,
  status text default 'open' not null,
  key_id smallint,
  resolved_at timestamptz,
  constraint message_reports_pkey primary key (id),
  constraint message_reports_reporter_id_conversation_id_message_seq_key unique (reporter_id, conversation_id, message_seq),
  constraint message_reports_category_check check (category in ('harassment', 'underage', 'non_consensual', 'spam', 'threat', 'scam', 'leak', 'other')),
  constraint message_reports_status_check check (status in ('open', 'escalated', 'actioned', 'dismissed')),
  constraint nobody_reports_themselves check (reporter_id <> reported_user_id),
  constraint copy_names_its_key check ((disclosed_copy_enc is null) = (key_id is null)),
  constraint only_a_tag_is_verified check (is_franking_verified is null or franking_tag is not null),
  constraint resolved_names_its_time check ((status in ('actioned', 'dismissed')) = (resolved_at is not null))
);
alter table public.message_reports enable row level security;
revoke all on table public.message_reports from anon, authenticated, service_role;
comment on table public.message_reports is 'Reports of messages with the reporter''s own copy and the franking proof, so that abuse in encrypted rooms can be judged. They outlive the message, keep its conversation from being purged, and do not change but for their handling.';
comment on column public.message_reports.message_seq is 'Of the message when it was reported; no foreign key.';
comment on column public.message_reports.disclosed_copy_enc is 'What the reporter disclosed; encrypted with key_id.';
comment on column public.message_reports.franking_tag is 'Commitment of the sender to the text.';
comment on column public.message_reports.is_franking_verified is 'NULL until looked at.';
comment on column public.message_reports.key_id is 'Version of the encryption key.';
alter table public.message_reports add constraint message_reports_reporter_id_fkey foreign key (reporter_id) references public.users (id) on delete set null;
alter table public.message_reports add constraint message_reports_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete restrict;
alter table public.message_reports add constraint message_reports_reported_user_id_fkey foreign key (reported_user_id) references public.users (id) on delete restrict;
create index message_reports_status_created_at_idx on public.message_reports (status, created_at) where (status in ('open', 'escalated'));
create index message_reports_reported_user_id_created_at_idx on public.message_reports (reported_user_id, created_at desc);
create index message_reports_conversation_id_message_seq_idx on public.message_reports (conversation_id, message_seq);
create trigger touch_updated_at before update on public.message_reports for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.message_reports for each row execute function boyfanz.refuse_while_held('reported_user_id', 'messages');
create trigger only_the_handling_changes before update on public.message_reports for each row execute function boyfanz.append_only('clear reporter_id', 'change status', 'change resolved_at', 'set is_franking_verified');

create table public.message_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  sender_id uuid not null,
  recipient_id uuid not null,
  conversation_id uuid not null,
  state text default 'pending' not null,
  price_minor bigint,
  currency public.currency_code,
  payment_id uuid,
  decided_at timestamptz,
  expires_at timestamptz not null,
  constraint message_requests_pkey primary key (id),
  constraint message_requests_state_check check (state in ('pending', 'accepted', 'declined', 'blocked', 'expired')),
  constraint nobody_asks_themselves check (sender_id <> recipient_id),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint only_a_priced_request_is_paid check (payment_id is null or price_minor is not null),
  constraint accepted_was_paid check (state <> 'accepted' or price_minor is null or payment_id is not null),
  constraint decision_names_its_time check ((state in ('accepted', 'declined', 'blocked')) = (decided_at is not null)),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.message_requests enable row level security;
revoke all on table public.message_requests from anon, authenticated, service_role;
comment on table public.message_requests is 'A first contact from outside the allowed circle, kept out of the inbox until accepted; it may cost something, which a job refunds when the request expires.';
comment on column public.message_requests.price_minor is 'Minor units of currency.';
alter table public.message_requests add constraint message_requests_sender_id_fkey foreign key (sender_id) references public.users (id) on delete cascade;
alter table public.message_requests add constraint message_requests_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
alter table public.message_requests add constraint message_requests_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.message_requests add constraint message_requests_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.message_requests add constraint message_requests_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
create unique index message_requests_sender_id_recipient_id_idx on public.message_requests (sender_id, recipient_id) where (state = 'pending');
create index message_requests_recipient_id_created_at_idx on public.message_requests (recipient_id, created_at desc) where (state = 'pending');
create index message_requests_expires_at_idx on public.message_requests (expires_at) where (state = 'pending');
create index message_requests_sender_id_fkey_idx on public.message_requests (sender_id);
create index message_requests_recipient_id_fkey_idx on public.message_requests (recipient_id);
create index message_requests_conversation_id_fkey_idx on public.message_requests (conversation_id);
create index message_requests_currency_fkey_idx on public.message_requests (currency) where (currency is not null);
create index message_requests_payment_id_fkey_idx on public.message_requests (payment_id) where (payment_id is not null);
create trigger touch_updated_at before update on public.message_requests for each row execute function boyfanz.touch_updated_at();
create trigger conversation_of_the_two before insert or update of conversation_id, sender_id, recipient_id on public.message_requests for each row execute function boyfanz.check_parent('direct_conversation_pairs', 'parent.user_low_id = least(child.sender_id, child.recipient_id) and parent.user_high_id = greatest(child.sender_id, child.recipient_id) and parent.conversation_id = child.conversation_id', 'The conversation is not the direct one of sender and recipient.');
create trigger paid_by_the_sender before insert or update of payment_id on public.message_requests for each row when (new.payment_id is not null) execute function boyfanz.check_parent('payments', 'parent.id = child.payment_id and parent.payer_id = child.sender_id and parent.currency = child.currency', 'The payment is not one of the sender in this currency.');
create trigger price_is_frozen before update of price_minor, currency, payment_id on public.message_requests for each row execute function boyfanz.set_once('price_minor', 'currency', 'payment_id');

create table public.message_search_documents (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  sender_id uuid not null,
  sent_at timestamptz not null,
  tsv tsvector not null,
  constraint message_search_documents_pkey primary key (conversation_id, message_seq)
);
alter table public.message_search_documents enable row level security;
revoke all on table public.message_search_documents from anon, authenticated, service_role;
comment on table public.message_search_documents is 'Search vectors of clear messages of the last 12 months, apart from them and filled behind them, so that the index does not slow sending.';
create index message_search_documents_tsv_idx on public.message_search_documents using gin (tsv);
create index message_search_documents_conversation_id_sent_at_idx on public.message_search_documents (conversation_id, sent_at desc);
create trigger touch_updated_at before update on public.message_search_documents for each row execute function boyfanz.touch_updated_at();
create trigger room_is_not_encrypted before insert on public.message_search_documents for each row execute function boyfanz.refuse_in_encrypted_room();

create table public.message_templates (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  shortcut extensions.citext not null,
  title text not null,
  body text not null,
  variables text[] default '{}' not null,
  media_bundle_id uuid,
  price_minor bigint,
  currency public.currency_code,
  use_count integer default 0 not null,
  language public.language_tag,
  constraint message_templates_pkey primary key (id),
  constraint message_templates_creator_id_shortcut_key unique (creator_id, shortcut),
  constraint message_templates_creator_id_id_key unique (creator_id, id),
  constraint shortcut_form check (shortcut::text ~ '^[A-Za-z0-9_-]{1,40}$'),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint body_at_most_8000 check (char_length(body) <= 8000),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint use_count_is_not_negative check (use_count >= 0)
) with (fillfactor = 80);
alter table public.message_templates enable row level security;
alter table public.auto_message_rules add constraint template_of_same_creator foreign key (creator_id, template_id) references public.message_templates (creator_id, id) on delete restrict;
revoke all on table public.message_templates from anon, authenticated, service_role;
comment on table public.message_templates is 'Saved replies and scripts of a creator, with variables and media, shared with delegates.';
comment on column public.message_templates.variables is 'Names that are filled in when it is used.';
comment on column public.message_templates.price_minor is 'Proposed, in minor units of currency.';
alter table public.message_templates add constraint message_templates_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.message_templates add constraint message_templates_media_bundle_id_fkey foreign key (media_bundle_id) references public.content_items (id) on delete set null;
alter table public.message_templates add constraint message_templates_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index message_templates_creator_id_use_count_idx on public.message_templates (creator_id, use_count desc);
create index message_templates_media_bundle_id_fkey_idx on public.message_templates (media_bundle_id) where (media_bundle_id is not null);
create index message_templates_currency_fkey_idx on public.message_templates (currency) where (currency is not null);
create trigger touch_updated_at before update on public.message_templates for each row execute function boyfanz.touch_updated_at();
create trigger bundle_of_the_creator before insert or update of media_bundle_id, creator_id on public.message_templates for each row when (new.media_bundle_id is not null) execute function boyfanz.check_parent('content_items', 'parent.id = child.media_bundle_id and parent.kind = ''message_bundle'' and parent.creator_id = child.creator_id', 'It is not a message bundle of the creator.');

create table public.message_thread_participants (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  root_seq bigint not null,
  user_id uuid not null,
  is_following boolean default true not null,
  last_read_seq bigint default 0 not null,
  unread_count integer default 0 not null,
  unread_mentions integer default 0 not null,
  constraint message_thread_participants_pkey primary key (conversation_id, root_seq, user_id),
  constraint counters_are_not_negative check (last_read_seq >= 0 and unread_count >= 0 and unread_mentions >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.message_thread_participants enable row level security;
revoke all on table public.message_thread_participants from anon, authenticated, service_role;
comment on table public.message_thread_participants is 'Who follows a thread, with a read watermark and unread counts of its own.';
alter table public.message_thread_participants add constraint message_thread_participants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index message_thread_participants_user_id_conversation_id_idx on public.message_thread_participants (user_id, conversation_id) where (unread_count > 0);
create index message_thread_participants_user_id_fkey_idx on public.message_thread_participants (user_id);
create trigger touch_updated_at before update on public.message_thread_participants for each row execute function boyfanz.touch_updated_at();
create trigger last_read_only_grows before update of last_read_seq on public.message_thread_participants for each row execute function boyfanz.only_grows('last_read_seq');

create table public.message_threads (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  root_seq bigint not null,
  reply_count integer default 0 not null,
  participant_count integer default 0 not null,
  last_reply_seq bigint,
  last_reply_at timestamptz,
  is_locked boolean default false not null,
  title text,
  constraint message_threads_pkey primary key (conversation_id, root_seq),
  constraint counters_are_not_negative check (reply_count >= 0 and participant_count >= 0),
  constraint last_reply_is_later check (last_reply_seq > root_seq),
  constraint last_reply_names_its_time check ((last_reply_seq is null) = (last_reply_at is null)),
  constraint title_length check (char_length(title) between 1 and 120)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.message_threads enable row level security;
alter table public.message_thread_participants add constraint thread foreign key (conversation_id, root_seq) references public.message_threads (conversation_id, root_seq) on delete cascade;
revoke all on table public.message_threads from anon, authenticated, service_role;
comment on table public.message_threads is 'Summary of the replies under a root message.';
create index message_threads_conversation_id_last_reply_at_idx on public.message_threads (conversation_id, last_reply_at desc);
create trigger touch_updated_at before update on public.message_threads for each row execute function boyfanz.touch_updated_at();

create table public.message_user_states (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  hidden_at timestamptz,
  starred_at timestamptz,
  opened_at timestamptz,
  constraint message_user_states_pkey primary key (user_id, conversation_id, message_seq),
  constraint says_something check (num_nonnulls(hidden_at, starred_at, opened_at) >= 1)
);
alter table public.message_user_states enable row level security;
revoke all on table public.message_user_states from anon, authenticated, service_role;
comment on table public.message_user_states is 'What one person did with one message, only where it differs from nothing; hidden, starred, opened once.';
comment on column public.message_user_states.opened_at is 'When media to be seen once were seen.';
alter table public.message_user_states add constraint message_user_states_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index message_user_states_user_id_starred_at_idx on public.message_user_states (user_id, starred_at desc) where (starred_at is not null);
create index message_user_states_conversation_id_message_seq_fkey_idx on public.message_user_states (conversation_id, message_seq);
create trigger touch_updated_at before update on public.message_user_states for each row execute function boyfanz.touch_updated_at();
create trigger opened_once before update of opened_at on public.message_user_states for each row execute function boyfanz.set_once('opened_at');

create table public.messages (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  seq bigint not null,
  id uuid default boyfanz.uuid_v7() not null,
  sender_id uuid,
  sent_by_delegate_id uuid,
  client_message_id uuid not null,
  kind text default 'text' not null,
  body text,
  ciphertext bytea,
  cipher_alg text,
  key_epoch integer,
  broadcast_id uuid,
  reply_to_seq bigint,
  thread_root_seq bigint,
  story_id uuid,
  tip_id uuid,
  sent_at timestamptz default now() not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  deleted_for text,
  expires_at timestamptz,
  has_media boolean default false not null,
  has_paywall boolean default false not null,
  constraint messages_pkey primary key (conversation_id, seq),
  constraint messages_conversation_id_client_message_id_key unique (conversation_id, client_message_id),
  constraint messages_kind_check check (kind in ('text', 'media', 'voice', 'sticker', 'gif', 'system', 'tip', 'paid', 'call', 'story_reply', 'poll')),
  constraint messages_deleted_for_check check (deleted_for in ('sender', 'everyone', 'moderation')),
  constraint seq_is_positive check (seq > 0),
  constraint one_content_source check (num_nonnulls(body, ciphertext, broadcast_id) = 1 or (num_nonnulls(body, ciphertext, broadcast_id) = 0 and (has_media or deleted_at is not null or kind in ('system', 'media', 'voice', 'sticker', 'gif', 'call', 'tip')))),
  constraint ciphertext_names_its_cipher check ((ciphertext is null) = (cipher_alg is null)),
  constraint epoch_belongs_to_ciphertext check (key_epoch is null or ciphertext is not null),
  constraint body_at_most_8000 check (char_length(body) <= 8000),
  constraint ciphertext_at_most_64_kb check (octet_length(ciphertext) <= 65536),
  constraint answers_something_earlier check (reply_to_seq < seq and thread_root_seq < seq),
  constraint paid_message_has_a_paywall check (kind <> 'paid' or has_paywall),
  constraint deleted_says_for_whom check ((deleted_at is null) = (deleted_for is null)),
  constraint expires_after_sending check (expires_at > sent_at),
  constraint edited_after_sending check (edited_at >= sent_at)
);
alter table public.messages enable row level security;

create table public.interaction_pair_daily (
  day date not null,
  actor_id uuid not null,
  target_id uuid not null,
  views integer default 0 not null,
  likes integer default 0 not null,
  comments integer default 0 not null,
  messages integer default 0 not null,
  tips_minor bigint default 0 not null,
  currency public.currency_code,
  dwell_ms bigint default 0 not null,
  constraint interaction_pair_daily_pkey primary key (day, actor_id, target_id),
  constraint nobody_turns_to_themselves check (actor_id <> target_id),
  constraint counts_are_not_negative check (views >= 0 and likes >= 0 and comments >= 0 and messages >= 0 and dwell_ms >= 0),
  constraint tips_are_not_negative check (tips_minor >= 0),
  constraint tips_name_their_currency check (tips_minor = 0 or currency is not null)
) partition by range (day);
alter table public.interaction_pair_daily enable row level security;
revoke all on table public.interaction_pair_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'interaction_pair_daily', 'day', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.interaction_pair_daily'::regclass);
comment on table public.interaction_pair_daily is 'How often one person turned to another on a day; the input of affinity. Computed from events, and erased by a job.';
comment on column public.interaction_pair_daily.tips_minor is 'Tips of the day converted into the currency of the target.';
comment on column public.interaction_pair_daily.currency is 'NULL on a day without tips.';
create index interaction_pair_daily_target_id_day_idx on public.interaction_pair_daily (target_id, day desc);
alter table public.message_attachments add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_edits add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_link_previews add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_mentions add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_paywalls add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete restrict;
alter table public.message_pins add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_reactions add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_search_documents add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_threads add constraint root_message foreign key (conversation_id, root_seq) references public.messages (conversation_id, seq) on delete cascade;
alter table public.message_user_states add constraint message foreign key (conversation_id, message_seq) references public.messages (conversation_id, seq) on delete cascade;
revoke all on table public.messages from anon, authenticated, service_role;
comment on table public.messages is 'One message, ordered by the counter of its conversation; clear text, ciphertext for end-to-end encrypted rooms, or a pointer to the body of a mass message. Erasure clears the sender and blanks the body in rooms that others share.';
comment on column public.messages.seq is 'Allotted by raising last_seq of the conversation in the same transaction.';
comment on column public.messages.sender_id is 'NULL for the system, and after erasure.';
comment on column public.messages.client_message_id is 'Chosen by the client; sending again meets the unique key.';
comment on column public.messages.key_epoch is 'Epoch of the group key in e2ee_group_epochs.';
comment on column public.messages.reply_to_seq is 'A message of the same conversation; it may be gone.';
alter table public.messages add constraint messages_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.messages add constraint messages_sender_id_fkey foreign key (sender_id) references public.users (id) on delete set null;
alter table public.messages add constraint messages_sent_by_delegate_id_fkey foreign key (sent_by_delegate_id) references public.creator_delegates (id) on delete set null;
alter table public.messages add constraint messages_broadcast_id_fkey foreign key (broadcast_id) references public.mass_message_campaigns (id) on delete restrict;
alter table public.messages add constraint messages_tip_id_fkey foreign key (tip_id) references public.tips (id) on delete set null;
alter table public.messages add constraint thread_root foreign key (conversation_id, thread_root_seq) references public.messages (conversation_id, seq) on delete restrict;
create index messages_conversation_id_thread_root_seq_seq_idx on public.messages (conversation_id, thread_root_seq, seq) where (thread_root_seq is not null);
create index messages_sender_id_sent_at_idx on public.messages (sender_id, sent_at desc);
create index messages_expires_at_idx on public.messages (expires_at) where (expires_at is not null);
create index messages_id_idx on public.messages (id);
comment on index public.messages_id_idx is 'Unique by how it is made; a unique index would need the conversation in it.';
create index messages_sent_by_delegate_id_fkey_idx on public.messages (sent_by_delegate_id) where (sent_by_delegate_id is not null);
create index messages_broadcast_id_fkey_idx on public.messages (broadcast_id) where (broadcast_id is not null);
create index messages_tip_id_fkey_idx on public.messages (tip_id) where (tip_id is not null);
create trigger touch_updated_at before update on public.messages for each row execute function boyfanz.touch_updated_at();
create trigger check_message before insert or update of body, ciphertext, broadcast_id on public.messages for each row execute function boyfanz.check_message();
create trigger delegate_acts_for_the_sender before insert on public.messages for each row when (new.sent_by_delegate_id is not null) execute function boyfanz.check_parent('creator_delegates', 'parent.id = child.sent_by_delegate_id and parent.creator_id = child.sender_id and parent.accepted_at is not null and parent.revoked_at is null', 'the delegate does not act for the sender');
create trigger deletion_waits_for_holds before delete on public.messages for each row when (old.sender_id is not null) execute function boyfanz.refuse_while_held('sender_id', 'messages');
create trigger only_the_content_changes before update on public.messages for each row execute function boyfanz.append_only('clear sender_id', 'clear sent_by_delegate_id', 'clear tip_id', 'change body', 'change ciphertext', 'change cipher_alg', 'change key_epoch', 'clear broadcast_id', 'change edited_at', 'change deleted_at', 'change deleted_for', 'change expires_at', 'change has_media', 'change has_paywall');
create constraint trigger paywall_stands after insert or update of has_paywall on public.messages deferrable initially deferred for each row when (new.has_paywall) execute function boyfanz.require_paywall();

create table public.notification_campaigns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  name text not null,
  channel text not null,
  template_id integer not null,
  template_version integer not null,
  segment jsonb default '{}' not null,
  consent_purpose text not null,
  status text default 'draft' not null,
  send_at timestamptz,
  created_by uuid,
  approved_by uuid,
  audience_size integer,
  throttle_per_minute integer,
  constraint notification_campaigns_pkey primary key (id),
  constraint notification_campaigns_channel_check check (channel in ('email', 'push', 'sms', 'in_app')),
  constraint notification_campaigns_consent_purpose_check check (consent_purpose in ('marketing_email', 'marketing_push', 'marketing_sms', 'personalisation')),
  constraint notification_campaigns_status_check check (status in ('draft', 'approved', 'scheduled', 'sending', 'done', 'cancelled')),
  constraint name_length check (char_length(name) between 1 and 120),
  constraint segment_is_an_object check (jsonb_typeof(segment) = 'object'),
  constraint consent_fits_channel check (channel = 'in_app' or consent_purpose = 'marketing_' || channel),
  constraint approver_is_not_the_creator check (approved_by <> created_by),
  constraint approved_by_somebody check (status in ('draft', 'cancelled') or approved_by is not null),
  constraint scheduled_names_its_time check (status not in ('scheduled', 'sending', 'done') or send_at is not null),
  constraint numbers_are_positive check (audience_size >= 0 and throttle_per_minute > 0 and template_version > 0)
);
alter table public.notification_campaigns enable row level security;
revoke all on table public.notification_campaigns from anon, authenticated, service_role;
comment on table public.notification_campaigns is 'Marketing of the platform by e-mail, push or SMS to a segment, with four eyes. It goes only to people whose consent for the channel stands.';
comment on column public.notification_campaigns.consent_purpose is 'As in user_consents.';
alter table public.notification_campaigns add constraint notification_campaigns_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
alter table public.notification_campaigns add constraint notification_campaigns_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index notification_campaigns_status_send_at_idx on public.notification_campaigns (status, send_at);
create index notification_campaigns_template_id_fkey_idx on public.notification_campaigns (template_id);
create index notification_campaigns_created_by_fkey_idx on public.notification_campaigns (created_by) where (created_by is not null);
create index notification_campaigns_approved_by_fkey_idx on public.notification_campaigns (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.notification_campaigns for each row execute function boyfanz.touch_updated_at();
create trigger template_fits_channel before insert or update of template_id, channel on public.notification_campaigns for each row execute function boyfanz.check_parent('notification_templates', 'parent.id = child.template_id and parent.channel = child.channel', 'The template is for another channel.');
create trigger text_is_approved before insert or update of status, template_id, template_version on public.notification_campaigns for each row when (new.status not in ('draft', 'cancelled')) execute function boyfanz.check_parent('notification_template_versions', 'parent.template_id = child.template_id and parent.version = child.template_version and parent.approved_at is not null', 'The version of the template is not approved.');
create trigger what_was_approved_stays before update of channel, template_id, template_version, segment, consent_purpose on public.notification_campaigns for each row when (new.status not in ('draft', 'cancelled') and old.status <> 'draft' and (new.channel, new.template_id, new.template_version, new.segment, new.consent_purpose) is distinct from (old.channel, old.template_id, old.template_version, old.segment, old.consent_purpose)) execute function boyfanz.refuse_when('Take the campaign back to a draft first.');

create table public.notification_counters (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  category text not null,
  unread integer default 0 not null,
  unseen integer default 0 not null,
  last_seen_notification_id bigint default 0 not null,
  recounted_at timestamptz,
  constraint notification_counters_pkey primary key (user_id, category),
  constraint notification_counters_category_check check (category in ('social', 'money', 'content', 'messages', 'security', 'legal', 'system')),
  constraint counters_in_range check (unread between 0 and 999 and unseen between 0 and 999)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table public.notification_counters enable row level security;
revoke all on table public.notification_counters from anon, authenticated, service_role;
comment on table public.notification_counters is 'Unread and unseen badges per person and category, read at every start of the app; they stop at 999.';
alter table public.notification_counters add constraint notification_counters_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.notification_counters for each row execute function boyfanz.touch_updated_at();
create trigger last_seen_only_grows before update of last_seen_notification_id on public.notification_counters for each row execute function boyfanz.only_grows('last_seen_notification_id');

create table public.notification_deliveries (
  id bigint generated always as identity not null,
  queued_at timestamptz default now() not null,
  notification_id bigint,
  user_id uuid,
  type_id smallint not null,
  channel text not null,
  template_id integer,
  template_version integer,
  destination_ref uuid not null,
  status text default 'queued' not null,
  suppress_reason text,
  provider text,
  provider_ref text,
  dedup_key text not null,
  sent_at timestamptz,
  finished_at timestamptz,
  error_code text,
  constraint notification_deliveries_pkey primary key (id, queued_at),
  constraint notification_deliveries_channel_check check (channel in ('push', 'email', 'sms', 'web_push')),
  constraint notification_deliveries_status_check check (status in ('queued', 'sent', 'delivered', 'opened', 'clicked', 'failed', 'suppressed')),
  constraint notification_deliveries_suppress_reason_check check (suppress_reason in ('preference', 'quiet_hours', 'unsubscribed', 'bounced', 'rate_limit', 'collapsed')),
  constraint suppressed_names_its_reason check ((status = 'suppressed') = (suppress_reason is not null)),
  constraint sent_names_its_time check (status not in ('sent', 'delivered', 'opened', 'clicked') or sent_at is not null),
  constraint template_names_its_version check ((template_id is null) = (template_version is null)),
  constraint times_are_in_order check (sent_at >= queued_at and finished_at >= queued_at)
) partition by range (queued_at);
alter table public.notification_deliveries enable row level security;
revoke all on table public.notification_deliveries from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.notification_deliveries', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'notification_deliveries', 'queued_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.notification_deliveries'::regclass);
comment on table public.notification_deliveries is 'Attempts to deliver a notification on a channel with the provider''s answer, or why nothing was sent. That none goes out twice is decided in the outbox, because no key spans the months.';
comment on column public.notification_deliveries.user_id is 'NULL after erasure.';
comment on column public.notification_deliveries.destination_ref is 'Id of the e-mail, phone, token or subscription; never an address.';
create index notification_deliveries_user_id_queued_at_idx on public.notification_deliveries (user_id, queued_at desc);
create index notification_deliveries_provider_ref_idx on public.notification_deliveries (provider_ref) where (provider_ref is not null);
create index notification_deliveries_queued_at_idx on public.notification_deliveries (queued_at) where (status = 'queued');

create table public.notification_digests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  kind text not null,
  window_start timestamptz not null,
  window_end timestamptz not null,
  item_count integer default 0 not null,
  state text default 'collecting' not null,
  send_after timestamptz not null,
  sent_at timestamptz,
  constraint notification_digests_pkey primary key (user_id, id),
  constraint notification_digests_user_id_kind_window_start_key unique (user_id, kind, window_start),
  constraint notification_digests_kind_check check (kind in ('hourly', 'daily', 'weekly', 'missed_messages')),
  constraint notification_digests_state_check check (state in ('collecting', 'sent', 'skipped')),
  constraint ends_after_start check (window_end > window_start),
  constraint item_count_is_not_negative check (item_count >= 0),
  constraint sent_names_its_time check ((state = 'sent') = (sent_at is not null))
) with (fillfactor = 80);
alter table public.notification_digests enable row level security;
revoke all on table public.notification_digests from anon, authenticated, service_role;
comment on table public.notification_digests is 'Notifications gathered for one mail or push per window.';
alter table public.notification_digests add constraint notification_digests_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index notification_digests_send_after_idx on public.notification_digests (send_after) where (state = 'collecting');
create trigger touch_updated_at before update on public.notification_digests for each row execute function boyfanz.touch_updated_at();

create table public.notification_groups (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  group_key text not null,
  type_id smallint not null,
  object_kind text,
  object_id uuid,
  actor_count integer default 1 not null,
  sample_actor_ids uuid[] default '{}' not null,
  latest_notification_id bigint not null,
  latest_at timestamptz default now() not null,
  read_at timestamptz,
  seen_at timestamptz,
  constraint notification_groups_pkey primary key (user_id, group_key),
  constraint actor_count_is_positive check (actor_count >= 1),
  constraint sample_is_small check (cardinality(sample_actor_ids) <= least(actor_count, 10)),
  constraint object_is_whole check ((object_kind is null) = (object_id is null)),
  constraint group_key_length check (char_length(group_key) between 1 and 200)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.notification_groups enable row level security;
revoke all on table public.notification_groups from anon, authenticated, service_role;
comment on table public.notification_groups is 'Notifications of one subject as one line (A and 12 others), updated in place and unread again when it changes.';
comment on column public.notification_groups.group_key is 'Kind, subject and window, such as like:POST:DAY.';
comment on column public.notification_groups.object_id is 'Key in the table that object_kind stands for.';
comment on column public.notification_groups.sample_actor_ids is 'The latest few to name.';
alter table public.notification_groups add constraint notification_groups_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index notification_groups_user_id_latest_at_idx on public.notification_groups (user_id, latest_at desc);
create index notification_groups_user_id_idx on public.notification_groups (user_id) where (read_at is null);
create index notification_groups_type_id_fkey_idx on public.notification_groups (type_id);
create trigger touch_updated_at before update on public.notification_groups for each row execute function boyfanz.touch_updated_at();

create table public.notification_overrides (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  creator_id uuid,
  conversation_id uuid,
  circle_id uuid,
  type_ids smallint[] default '{}' not null,
  mode text not null,
  muted_until timestamptz,
  constraint notification_overrides_pkey primary key (id),
  constraint notification_overrides_mode_check check (mode in ('all', 'highlights', 'none')),
  constraint one_target check (num_nonnulls(creator_id, conversation_id, circle_id) = 1),
  constraint type_ids_have_no_null check (array_position(type_ids, null) is null)
);
alter table public.notification_overrides enable row level security;
revoke all on table public.notification_overrides from anon, authenticated, service_role;
comment on table public.notification_overrides is 'Choice for one creator, conversation or circle alone, such as only lives, or nothing for a week.';
comment on column public.notification_overrides.type_ids is 'Kinds that it is about; empty for all.';
alter table public.notification_overrides add constraint notification_overrides_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.notification_overrides add constraint notification_overrides_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.notification_overrides add constraint notification_overrides_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.notification_overrides add constraint notification_overrides_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
create unique index notification_overrides_creator_id_user_id_idx on public.notification_overrides (creator_id, user_id) where (creator_id is not null);
create unique index notification_overrides_conversation_id_user_id_idx on public.notification_overrides (conversation_id, user_id) where (conversation_id is not null);
create unique index notification_overrides_circle_id_user_id_idx on public.notification_overrides (circle_id, user_id) where (circle_id is not null);
create index notification_overrides_all_of_creator_idx on public.notification_overrides (creator_id) where (mode = 'all');
comment on index public.notification_overrides_all_of_creator_idx is 'Whom to tell of everything that a creator does.';
create index notification_overrides_user_id_fkey_idx on public.notification_overrides (user_id);
create trigger touch_updated_at before update on public.notification_overrides for each row execute function boyfanz.touch_updated_at();

create table public.notification_policies (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  from_not_followed text default 'accept' not null,
  from_not_following text default 'accept' not null,
  from_new_accounts text default 'accept' not null,
  from_unverified text default 'accept' not null,
  new_account_days smallint default 30 not null,
  constraint notification_policies_pkey primary key (user_id),
  constraint notification_policies_from_not_followed_check check (from_not_followed in ('accept', 'filter', 'drop')),
  constraint notification_policies_from_not_following_check check (from_not_following in ('accept', 'filter', 'drop')),
  constraint notification_policies_from_new_accounts_check check (from_new_accounts in ('accept', 'filter', 'drop')),
  constraint notification_policies_from_unverified_check check (from_unverified in ('accept', 'filter', 'drop')),
  constraint new_account_days_in_range check (new_account_days between 1 and 365)
);
alter table public.notification_policies enable row level security;
revoke all on table public.notification_policies from anon, authenticated, service_role;
comment on table public.notification_policies is 'What happens to notifications from strangers; accepted, kept in a filtered inbox, or dropped.';
comment on column public.notification_policies.from_not_followed is 'By people whom the person does not follow.';
comment on column public.notification_policies.from_not_following is 'By people who do not follow the person.';
comment on column public.notification_policies.from_unverified is 'By accounts without age verification.';
alter table public.notification_policies add constraint notification_policies_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.notification_policies for each row execute function boyfanz.touch_updated_at();

create table public.notification_preferences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  type_id smallint not null,
  channel text not null,
  mode text not null,
  from_whom text default 'everyone' not null,
  constraint notification_preferences_pkey primary key (user_id, type_id, channel),
  constraint notification_preferences_channel_check check (channel in ('in_app', 'push', 'email', 'sms', 'web_push')),
  constraint notification_preferences_mode_check check (mode in ('on', 'off', 'digest')),
  constraint notification_preferences_from_whom_check check (from_whom in ('everyone', 'followed', 'subscribed', 'nobody'))
);
alter table public.notification_preferences enable row level security;
revoke all on table public.notification_preferences from anon, authenticated, service_role;
comment on table public.notification_preferences is 'Choices per kind and channel, only where they differ from the kind''s default. What cannot be opted out of stays on, security and legal e-mail above all.';
alter table public.notification_preferences add constraint notification_preferences_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index notification_preferences_type_id_fkey_idx on public.notification_preferences (type_id);
create trigger touch_updated_at before update on public.notification_preferences for each row execute function boyfanz.touch_updated_at();
create trigger check_preference before insert or update of type_id, channel, mode, from_whom on public.notification_preferences for each row execute function boyfanz.check_notification_preference();

create table public.notification_quiet_hours (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  weekday smallint not null,
  starts_at_local time not null,
  ends_at_local time not null,
  timezone text not null,
  channels text[] not null,
  allow_critical boolean default true not null,
  constraint notification_quiet_hours_pkey primary key (user_id, weekday, starts_at_local),
  constraint notification_quiet_hours_channels_check check (channels <@ array['in_app', 'push', 'email', 'sms', 'web_push']::text[]),
  constraint weekday_in_range check (weekday between 0 and 6),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint channels_are_named check (cardinality(channels) > 0)
);
alter table public.notification_quiet_hours enable row level security;
revoke all on table public.notification_quiet_hours from anon, authenticated, service_role;
comment on table public.notification_quiet_hours is 'Hours of the week in which a person is left alone on some channels.';
comment on column public.notification_quiet_hours.weekday is '0 for Sunday; the day on which the hours start.';
comment on column public.notification_quiet_hours.ends_at_local is 'On the next day when it is not after the start, so that equal times mean a whole day.';
comment on column public.notification_quiet_hours.timezone is 'Name in the IANA time zone database.';
alter table public.notification_quiet_hours add constraint notification_quiet_hours_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.notification_quiet_hours for each row execute function boyfanz.touch_updated_at();

create table public.notification_template_versions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  template_id integer not null,
  version integer not null,
  locale public.language_tag not null,
  subject text,
  body text not null,
  body_html text,
  variables jsonb default '{}' not null,
  sha256 public.digest_256 not null,
  authored_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  constraint notification_template_versions_pkey primary key (template_id, version, locale),
  constraint version_is_positive check (version > 0),
  constraint body_is_not_empty check (body <> ''),
  constraint variables_are_an_object check (jsonb_typeof(variables) = 'object'),
  constraint approved_by_somebody check ((approved_at is null) = (approved_by is null))
);
alter table public.notification_template_versions enable row level security;
revoke all on table public.notification_template_versions from anon, authenticated, service_role;
comment on table public.notification_template_versions is 'Versions of a template per language, frozen when approved. Subjects and push texts are read over somebody''s shoulder, so explicit English words are refused at approval; for other languages the approver answers.';
comment on column public.notification_template_versions.variables is 'Name to type of what is filled in.';
comment on column public.notification_template_versions.sha256 is 'Of subject and bodies as they were approved.';
alter table public.notification_template_versions add constraint notification_template_versions_authored_by_fkey foreign key (authored_by) references public.users (id) on delete set null;
alter table public.notification_template_versions add constraint notification_template_versions_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index notification_template_versions_authored_by_fkey_idx on public.notification_template_versions (authored_by) where (authored_by is not null);
create index notification_template_versions_approved_by_fkey_idx on public.notification_template_versions (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.notification_template_versions for each row execute function boyfanz.touch_updated_at();
create trigger check_approval before insert or update of approved_at, approved_by, authored_by, subject, body on public.notification_template_versions for each row when (new.approved_at is not null) execute function boyfanz.check_template_approval();
create trigger frozen_when_approved before update or delete on public.notification_template_versions for each row execute function boyfanz.freeze_when_set('approved_at', 'clear authored_by');

create table public.notification_templates (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated always as identity not null,
  type_id smallint not null,
  channel text not null,
  variant text default 'default' not null,
  current_version integer,
  is_active boolean default true not null,
  owner_team text,
  constraint notification_templates_pkey primary key (id),
  constraint notification_templates_type_id_channel_variant_key unique (type_id, channel, variant),
  constraint notification_templates_channel_check check (channel in ('in_app', 'push', 'email', 'sms', 'web_push')),
  constraint variant_form check (variant ~ '^[a-z0-9_]{1,40}$')
);
alter table public.notification_templates enable row level security;
alter table public.notification_campaigns add constraint notification_campaigns_template_id_fkey foreign key (template_id) references public.notification_templates (id) on delete restrict;
alter table public.notification_template_versions add constraint notification_template_versions_template_id_fkey foreign key (template_id) references public.notification_templates (id) on delete restrict;
revoke all on table public.notification_templates from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.notification_templates', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.notification_templates is 'The text of a kind of notification on a channel, in variants for tests, with the version in use.';
comment on column public.notification_templates.current_version is 'An approved version; NULL before the first.';
create trigger touch_updated_at before update on public.notification_templates for each row execute function boyfanz.touch_updated_at();
create trigger current_version_is_approved before insert or update of current_version on public.notification_templates for each row when (new.current_version is not null) execute function boyfanz.check_parent('notification_template_versions', 'parent.template_id = child.id and parent.version = child.current_version and parent.approved_at is not null', 'There is no approved version of that number.');
create trigger purpose_never_changes before update of type_id, channel on public.notification_templates for each row execute function boyfanz.set_once('type_id', 'channel');

create table public.notification_types (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id smallint not null,
  code text not null,
  category text not null,
  default_channels text[] not null,
  collapse_window interval,
  priority text default 'normal' not null,
  can_opt_out boolean default true not null,
  is_transactional boolean default false not null,
  retention_days integer default 180 not null,
  constraint notification_types_pkey primary key (id),
  constraint notification_types_code_key unique (code),
  constraint notification_types_category_check check (category in ('social', 'money', 'content', 'messages', 'security', 'legal', 'system')),
  constraint notification_types_default_channels_check check (default_channels <@ array['in_app', 'push', 'email', 'sms', 'web_push']::text[]),
  constraint notification_types_priority_check check (priority in ('low', 'normal', 'high', 'critical')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_.]*$'),
  constraint collapse_window_is_positive check (collapse_window > interval '0'),
  constraint retention_within_that_of_notifications check (retention_days between 1 and 180),
  constraint security_and_legal_go_by_email check (category not in ('security', 'legal') or 'email' = any (default_channels))
);
alter table public.notification_types enable row level security;
alter table public.notification_groups add constraint notification_groups_type_id_fkey foreign key (type_id) references public.notification_types (id) on delete restrict;
alter table public.notification_preferences add constraint notification_preferences_type_id_fkey foreign key (type_id) references public.notification_types (id) on delete restrict;
alter table public.notification_templates add constraint notification_templates_type_id_fkey foreign key (type_id) references public.notification_types (id) on delete restrict;
revoke all on table public.notification_types from anon, authenticated, service_role;
comment on table public.notification_types is 'Kinds of notification with their default channels, how they collapse, and whether they can be switched off; security and legal ones not by e-mail.';
comment on column public.notification_types.id is 'Given with the release that brings the kind.';
comment on column public.notification_types.collapse_window is 'Notifications of one subject within it become one.';
create trigger touch_updated_at before update on public.notification_types for each row execute function boyfanz.touch_updated_at();
create trigger code_and_category_never_change before update of code, category on public.notification_types for each row execute function boyfanz.set_once('code', 'category');

create table public.notifications (
  id bigint generated always as identity not null,
  created_day date default (now() at time zone 'UTC')::date not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  type_id smallint not null,
  actor_id uuid,
  object_kind text,
  object_id uuid,
  group_key text,
  data jsonb default '{}' not null,
  priority smallint default 0 not null,
  is_filtered boolean default false not null,
  read_at timestamptz,
  seen_at timestamptz,
  expires_at timestamptz,
  constraint notifications_pkey primary key (user_id, id, created_day),
  constraint day_is_that_of_creation check (created_day = (created_at at time zone 'UTC')::date),
  constraint object_is_whole check ((object_kind is null) = (object_id is null)),
  constraint data_is_an_object check (jsonb_typeof(data) = 'object'),
  constraint data_at_most_2_kb check (octet_length(data::text) <= 2048)
) partition by range (created_day);
alter table public.notifications enable row level security;
revoke all on table public.notifications from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.notifications', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'notifications', 'created_day', '1 month', 1, '180 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.notifications'::regclass);
comment on table public.notifications is 'In-app notifications per recipient, rendered at reading in the reader''s language. Deleted for the recipient at erasure, for everybody with their month.';
comment on column public.notifications.created_day is 'Day of created_at in UTC.';
comment on column public.notifications.object_id is 'Key in the table that object_kind stands for.';
comment on column public.notifications.group_key is 'Of the row in notification_groups that it is counted in.';
comment on column public.notifications.data is 'Ids and short texts for rendering.';
comment on column public.notifications.is_filtered is 'Kept back by the notification policy of the person.';
create index notifications_user_id_type_id_idx on public.notifications (user_id, type_id) where (read_at is null);
create index notifications_actor_id_idx on public.notifications (actor_id) where (actor_id is not null);

create table public.push_tokens (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  provider text not null,
  token_enc bytea not null,
  token_hash public.digest_256 not null,
  app_bundle text not null,
  environment text default 'prod' not null,
  last_ok_at timestamptz,
  failure_count smallint default 0 not null,
  invalidated_at timestamptz,
  key_id smallint not null,
  constraint push_tokens_pkey primary key (id),
  constraint push_tokens_token_hash_key unique (token_hash),
  constraint push_tokens_provider_check check (provider in ('apns', 'apns_voip', 'fcm', 'hms')),
  constraint push_tokens_environment_check check (environment in ('prod', 'sandbox')),
  constraint failure_count_is_not_negative check (failure_count >= 0)
) with (fillfactor = 85);
alter table public.push_tokens enable row level security;
revoke all on table public.push_tokens from anon, authenticated, service_role;
comment on table public.push_tokens is 'Push tokens of app installations, encrypted, with a hash to find them; retired when the provider says so. A token moves to whoever signs in on the device, so that nobody gets the pushes of another.';
comment on column public.push_tokens.token_enc is 'Encrypted with key_id.';
comment on column public.push_tokens.key_id is 'Version of the encryption key.';
alter table public.push_tokens add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index push_tokens_user_id_idx on public.push_tokens (user_id) where (invalidated_at is null);
create index push_tokens_device_id_user_id_idx on public.push_tokens (device_id, user_id);
comment on index public.push_tokens_device_id_user_id_idx is 'Of a device whoever uses it; serves the key to user_devices as well.';
create trigger touch_updated_at before update on public.push_tokens for each row execute function boyfanz.touch_updated_at();

create table public.realtime_outbox (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  topic text not null,
  partition_key text not null,
  payload jsonb not null,
  dedup_key text not null,
  available_at timestamptz default now() not null,
  attempts smallint default 0 not null,
  published_at timestamptz,
  constraint realtime_outbox_pkey primary key (id),
  constraint realtime_outbox_dedup_key_key unique (dedup_key),
  constraint payload_at_most_64_kb check (octet_length(payload::text) <= 65536),
  constraint attempts_are_not_negative check (attempts >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
alter table public.realtime_outbox enable row level security;
revoke all on table public.realtime_outbox from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.realtime_outbox', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.realtime_outbox is 'Events for sockets, push and queues, written with what they tell of and handed on after the commit, in order per partition_key. Drained with SKIP LOCKED; what is published is deleted within minutes.';
comment on column public.realtime_outbox.payload is 'Ids rather than texts.';
create index realtime_outbox_available_at_id_idx on public.realtime_outbox (available_at, id) where (published_at is null);
create trigger touch_updated_at before update on public.realtime_outbox for each row execute function boyfanz.touch_updated_at();

create table public.scheduled_messages (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  sender_id uuid not null,
  body_enc bytea,
  key_id smallint,
  media_bundle_id uuid,
  price_minor bigint,
  currency public.currency_code,
  send_at timestamptz not null,
  timezone text default 'UTC' not null,
  status text default 'pending' not null,
  sent_seq bigint,
  attempts smallint default 0 not null,
  locked_until timestamptz,
  last_error text,
  constraint scheduled_messages_pkey primary key (id),
  constraint scheduled_messages_status_check check (status in ('pending', 'sent', 'failed', 'cancelled')),
  constraint says_something check (num_nonnulls(body_enc, media_bundle_id) >= 1),
  constraint body_names_its_key check ((body_enc is null) = (key_id is null)),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint price_locks_media check (price_minor is null or media_bundle_id is not null),
  constraint send_within_a_year check (send_at - created_at <= interval '366 days'),
  constraint sent_names_its_message check ((status = 'sent') = (sent_seq is not null)),
  constraint attempts_are_not_negative check (attempts >= 0),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$')
) with (fillfactor = 80);
alter table public.scheduled_messages enable row level security;
revoke all on table public.scheduled_messages from anon, authenticated, service_role;
comment on table public.scheduled_messages is 'Messages to be sent later into one conversation, by somebody who takes part in it.';
comment on column public.scheduled_messages.body_enc is 'Encrypted with key_id.';
comment on column public.scheduled_messages.key_id is 'Version of the encryption key.';
comment on column public.scheduled_messages.price_minor is 'Minor units of currency.';
comment on column public.scheduled_messages.timezone is 'Name in the IANA time zone database.';
comment on column public.scheduled_messages.locked_until is 'Lease of the worker that sends it.';
alter table public.scheduled_messages add constraint scheduled_messages_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.scheduled_messages add constraint scheduled_messages_sender_id_fkey foreign key (sender_id) references public.users (id) on delete cascade;
alter table public.scheduled_messages add constraint scheduled_messages_media_bundle_id_fkey foreign key (media_bundle_id) references public.content_items (id) on delete restrict;
alter table public.scheduled_messages add constraint scheduled_messages_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.scheduled_messages add constraint sender_takes_part foreign key (conversation_id, sender_id) references public.conversation_participants (conversation_id, user_id) on delete cascade;
create index scheduled_messages_send_at_idx on public.scheduled_messages (send_at) where (status = 'pending');
create index scheduled_messages_sender_id_send_at_idx on public.scheduled_messages (sender_id, send_at);
create index scheduled_messages_conversation_id_sender_id_fkey_idx on public.scheduled_messages (conversation_id, sender_id);
create index scheduled_messages_media_bundle_id_fkey_idx on public.scheduled_messages (media_bundle_id) where (media_bundle_id is not null);
create index scheduled_messages_currency_fkey_idx on public.scheduled_messages (currency) where (currency is not null);
create trigger touch_updated_at before update on public.scheduled_messages for each row execute function boyfanz.touch_updated_at();
create trigger bundle_of_the_sender before insert or update of media_bundle_id, sender_id on public.scheduled_messages for each row when (new.media_bundle_id is not null) execute function boyfanz.check_parent('content_items', 'parent.id = child.media_bundle_id and parent.kind = ''message_bundle'' and child.sender_id in (parent.author_id, parent.creator_id)', 'It is not a message bundle of the sender.');

create table public.sender_identities (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated always as identity not null,
  channel text not null,
  identity text not null,
  country_code public.country_code,
  stream text not null,
  provider text not null,
  verified_at timestamptz,
  reputation_score smallint,
  daily_cap integer,
  is_active boolean default true not null,
  constraint sender_identities_pkey primary key (id),
  constraint sender_identities_channel_check check (channel in ('email', 'sms')),
  constraint sender_identities_stream_check check (stream in ('transactional', 'marketing', 'otp')),
  constraint reputation_in_range check (reputation_score between 0 and 100),
  constraint daily_cap_is_positive check (daily_cap > 0)
);
alter table public.sender_identities enable row level security;
revoke all on table public.sender_identities from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.sender_identities', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.sender_identities is 'Approved identities to send as; mail domains with DKIM, SMS sender ids, by country and stream.';
comment on column public.sender_identities.country_code is 'NULL for every country.';
comment on column public.sender_identities.reputation_score is '0 to 100.';
create unique index sender_identities_identity_idx on public.sender_identities (channel, identity, (coalesce(country_code::text, '')));
create trigger touch_updated_at before update on public.sender_identities for each row execute function boyfanz.touch_updated_at();

create table public.sms_messages (
  id bigint generated always as identity not null,
  queued_at timestamptz default now() not null,
  user_id uuid,
  phone_id uuid,
  direction text default 'out' not null,
  purpose text not null,
  country_code public.country_code not null,
  segments smallint default 1 not null,
  cost_micros bigint,
  currency public.currency_code,
  provider text,
  provider_ref text,
  status text default 'queued' not null,
  error_code text,
  finished_at timestamptz,
  constraint sms_messages_pkey primary key (id, queued_at),
  constraint sms_messages_direction_check check (direction in ('out', 'in')),
  constraint sms_messages_purpose_check check (purpose in ('otp', 'security', 'transactional', 'marketing', 'reply')),
  constraint sms_messages_status_check check (status in ('queued', 'sent', 'delivered', 'failed', 'rejected', 'received')),
  constraint inbound_was_received check ((direction = 'in') = (status = 'received')),
  constraint inbound_is_a_reply check ((direction = 'in') = (purpose = 'reply')),
  constraint segments_are_positive check (segments > 0),
  constraint cost_is_not_negative check (cost_micros >= 0),
  constraint cost_names_its_currency check ((cost_micros is null) = (currency is null)),
  constraint finished_after_queued check (finished_at >= queued_at)
) partition by range (queued_at);
alter table public.sms_messages enable row level security;
revoke all on table public.sms_messages from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.sms_messages', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'sms_messages', 'queued_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.sms_messages'::regclass);
comment on table public.sms_messages is 'Outbound and inbound SMS with segments, cost and state; no text is stored, a one-time code least of all. Marketing is written only where the consent stands.';
comment on column public.sms_messages.user_id is 'NULL after erasure.';
comment on column public.sms_messages.cost_micros is 'Millionths of one unit of currency.';
create index sms_messages_provider_ref_idx on public.sms_messages (provider_ref) where (provider_ref is not null);
create index sms_messages_user_id_queued_at_idx on public.sms_messages (user_id, queued_at desc);
create index sms_messages_country_code_queued_at_idx on public.sms_messages (country_code, queued_at desc) where (purpose = 'otp');
comment on index public.sms_messages_country_code_queued_at_idx is 'Shows floods of codes to one country (SMS pumping).';
create trigger marketing_needs_consent after insert on public.sms_messages for each row when (new.purpose = 'marketing') execute function boyfanz.require_consent('user_id', 'marketing_sms');

create unlogged table public.typing_indicators (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  thread_root_seq bigint,
  kind text default 'text' not null,
  expires_at timestamptz not null,
  constraint typing_indicators_pkey primary key (conversation_id, user_id),
  constraint typing_indicators_kind_check check (kind in ('text', 'voice', 'media')),
  constraint lives_at_most_15_seconds check (expires_at - updated_at <= interval '15 seconds')
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01);
alter table public.typing_indicators enable row level security;
revoke all on table public.typing_indicators from anon, authenticated, service_role;
comment on table public.typing_indicators is 'Who is typing where, for a few seconds. No foreign keys because of the write rate; lost at a crash, purged by a job that reads the whole small table.';
create trigger touch_updated_at before update on public.typing_indicators for each row execute function boyfanz.touch_updated_at();

create table public.web_push_subscriptions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  session_id uuid,
  push_service text not null,
  endpoint_enc bytea not null,
  endpoint_hash public.digest_256 not null,
  p256dh bytea not null,
  auth_enc bytea not null,
  expires_at timestamptz,
  invalidated_at timestamptz,
  key_id smallint not null,
  constraint web_push_subscriptions_pkey primary key (id),
  constraint web_push_subscriptions_endpoint_hash_key unique (endpoint_hash),
  constraint web_push_subscriptions_push_service_check check (push_service in ('fcm', 'mozilla', 'apple', 'wns')),
  constraint p256dh_is_a_point check (octet_length(p256dh) = 65)
);
alter table public.web_push_subscriptions enable row level security;
revoke all on table public.web_push_subscriptions from anon, authenticated, service_role;
comment on table public.web_push_subscriptions is 'Browser push endpoints with the client''s keys, at known push services only, so that the platform posts to no address of a stranger''s choosing.';
comment on column public.web_push_subscriptions.push_service is 'Told from the host of the endpoint; other hosts are refused.';
comment on column public.web_push_subscriptions.endpoint_enc is 'Encrypted with key_id.';
comment on column public.web_push_subscriptions.p256dh is 'Public key of the browser.';
comment on column public.web_push_subscriptions.auth_enc is 'Encrypted with key_id.';
comment on column public.web_push_subscriptions.key_id is 'Version of the encryption key.';
alter table public.web_push_subscriptions add constraint web_push_subscriptions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.web_push_subscriptions add constraint session_of_same_user foreign key (user_id, session_id) references public.user_sessions (user_id, id) on delete cascade;
create index web_push_subscriptions_user_id_idx on public.web_push_subscriptions (user_id) where (invalidated_at is null);
create index web_push_subscriptions_user_id_session_id_fkey_idx on public.web_push_subscriptions (user_id, session_id);
create trigger touch_updated_at before update on public.web_push_subscriptions for each row execute function boyfanz.touch_updated_at();

create table public.analytics_event_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  name text not null,
  display_name text not null,
  description text not null,
  category text not null,
  json_schema jsonb not null,
  schema_version integer default 1 not null,
  pii_class text not null,
  status text default 'proposed' not null,
  retention_days integer not null,
  owner_team text not null,
  created_by uuid,
  constraint analytics_event_definitions_pkey primary key (id),
  constraint analytics_event_definitions_name_key unique (name),
  constraint analytics_event_definitions_category_check check (category in ('engagement', 'monetisation', 'discovery', 'live', 'messaging', 'safety', 'growth', 'system')),
  constraint analytics_event_definitions_pii_class_check check (pii_class in ('none', 'pseudonymous', 'sensitive')),
  constraint analytics_event_definitions_status_check check (status in ('proposed', 'active', 'deprecated', 'blocked')),
  constraint name_form check (name ~ '^[a-z][a-z0-9_]{2,62}$'),
  constraint json_schema_is_object check (jsonb_typeof(json_schema) = 'object'),
  constraint schema_version_is_positive check (schema_version > 0),
  constraint retention_in_range check (retention_days between 1 and 1095)
);
alter table public.analytics_event_definitions enable row level security;
revoke all on table public.analytics_event_definitions from anon, authenticated, service_role;
comment on table public.analytics_event_definitions is 'Every name that an event may carry, with its schema, privacy class and retention; ingestion refuses what is not active here. A new schema raises the version.';
alter table public.analytics_event_definitions add constraint analytics_event_definitions_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index analytics_event_definitions_status_category_idx on public.analytics_event_definitions (status, category);
create index analytics_event_definitions_created_by_fkey_idx on public.analytics_event_definitions (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.analytics_event_definitions for each row execute function boyfanz.touch_updated_at();
create trigger name_stays before update of name on public.analytics_event_definitions for each row execute function boyfanz.set_once('name');
create trigger schema_version_only_grows before update of schema_version on public.analytics_event_definitions for each row execute function boyfanz.only_grows('schema_version');
create trigger new_schema_is_a_new_version before update of json_schema on public.analytics_event_definitions for each row when (new.json_schema <> old.json_schema and new.schema_version = old.schema_version) execute function boyfanz.refuse_when('A changed schema of an event raises schema_version.');

create table public.analytics_events (
  id uuid default boyfanz.uuid_v7() not null,
  occurred_at timestamptz not null,
  received_at timestamptz default now() not null,
  event_definition_id uuid not null,
  actor_id uuid not null,
  session_id uuid,
  platform text not null,
  app_version text,
  country_code public.country_code,
  object_type text,
  object_id uuid,
  properties jsonb default '{}' not null,
  schema_version integer not null,
  constraint analytics_events_pkey primary key (id, occurred_at),
  constraint analytics_events_platform_check check (platform in ('web', 'ios', 'android', 'desktop', 'extension', 'server')),
  constraint properties_is_object check (jsonb_typeof(properties) = 'object'),
  constraint properties_at_most_16_kib check (octet_length(properties::text) <= 16384),
  constraint object_is_whole check ((object_type is null) = (object_id is null)),
  constraint schema_version_is_positive check (schema_version > 0)
) partition by range (occurred_at);
alter table public.analytics_events enable row level security;
revoke all on table public.analytics_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'analytics_events', 'occurred_at', '1 day', 3, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.analytics_events'::regclass);
comment on table public.analytics_events is 'Raw events under a pseudonym; whatever this section knows comes from here or from the ledger. Ingestion looks at definition, consent and clock, and sends the rest to event_ingest_rejections.';
comment on column public.analytics_events.object_id is 'Key in the table that object_type stands for.';
create index analytics_events_event_definition_id_occurred_at_idx on public.analytics_events (event_definition_id, occurred_at desc);
create index analytics_events_actor_id_occurred_at_idx on public.analytics_events (actor_id, occurred_at desc);
comment on index public.analytics_events_actor_id_occurred_at_idx is 'Timeline of an actor and funnels.';
create index analytics_events_object_type_object_id_occurred_at_idx on public.analytics_events (object_type, object_id, occurred_at desc) where (object_id is not null);
create index analytics_events_properties_idx on public.analytics_events using gin (properties jsonb_path_ops);
comment on index public.analytics_events_properties_idx is 'Of use on chunks that are not compressed.';
create trigger append_only before update on public.analytics_events for each row execute function boyfanz.append_only();

create table public.analytics_exports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requested_by uuid not null,
  saved_query_id uuid,
  scope jsonb default '{}' not null,
  format text not null,
  contains_personal_data boolean not null,
  approved_by uuid,
  status text default 'pending_approval' not null,
  row_count bigint,
  file_storage_key text,
  file_sha256 public.digest_256,
  file_key_id smallint,
  downloads smallint default 0 not null,
  max_downloads smallint default 5 not null,
  expires_at timestamptz,
  constraint analytics_exports_pkey primary key (id),
  constraint analytics_exports_format_check check (format in ('csv', 'parquet', 'jsonl', 'xlsx')),
  constraint analytics_exports_status_check check (status in ('pending_approval', 'queued', 'running', 'ready', 'failed', 'expired')),
  constraint scope_is_object check (jsonb_typeof(scope) = 'object'),
  constraint personal_data_were_approved check (not contains_personal_data or status in ('pending_approval', 'failed', 'expired') or approved_by is not null),
  constraint approver_is_somebody_else check (approved_by <> requested_by),
  constraint ready_has_its_file check (status <> 'ready' or (row_count is not null and file_storage_key is not null and file_sha256 is not null and expires_at is not null)),
  constraint personal_file_is_encrypted check (status <> 'ready' or not contains_personal_data or file_key_id is not null),
  constraint expired_has_no_file check (status <> 'expired' or file_storage_key is null),
  constraint row_count_is_not_negative check (row_count >= 0),
  constraint downloads_within_limit check (downloads between 0 and max_downloads)
);
alter table public.analytics_exports enable row level security;
revoke all on table public.analytics_exports from anon, authenticated, service_role;
comment on table public.analytics_exports is 'Export of analytics at somebody''s request. Personal data need the approval of another person and are encrypted; downloads are counted.';
comment on column public.analytics_exports.file_key_id is 'Version of the key that the file is encrypted with.';
alter table public.analytics_exports add constraint analytics_exports_requested_by_fkey foreign key (requested_by) references public.users (id) on delete cascade;
alter table public.analytics_exports add constraint analytics_exports_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index analytics_exports_requested_by_created_at_idx on public.analytics_exports (requested_by, created_at desc);
create index analytics_exports_expires_at_idx on public.analytics_exports (expires_at) where (status = 'ready');
comment on index public.analytics_exports_expires_at_idx is 'Files to purge.';
create index analytics_exports_created_at_idx on public.analytics_exports (created_at) where (status in ('pending_approval', 'queued'));
create index analytics_exports_saved_query_id_fkey_idx on public.analytics_exports (saved_query_id) where (saved_query_id is not null);
create index analytics_exports_approved_by_fkey_idx on public.analytics_exports (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.analytics_exports for each row execute function boyfanz.touch_updated_at();
create trigger declaration_stays before update of requested_by, contains_personal_data, approved_by on public.analytics_exports for each row execute function boyfanz.set_once('requested_by', 'contains_personal_data', 'approved_by');
create trigger approved_scope_stays before update of scope on public.analytics_exports for each row when (old.approved_by is not null and new.scope <> old.scope) execute function boyfanz.refuse_when('What was approved does not change.');
create trigger downloads_only_grow before update of downloads on public.analytics_exports for each row execute function boyfanz.only_grows('downloads');

create table public.analytics_identities (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  actor_id uuid default boyfanz.uuid_v7() not null,
  user_id uuid,
  merged_into uuid,
  first_seen_at timestamptz default now() not null,
  last_seen_at timestamptz default now() not null,
  first_source_id uuid,
  consent_state text default 'unknown' not null,
  constraint analytics_identities_pkey primary key (actor_id),
  constraint analytics_identities_consent_state_check check (consent_state in ('unknown', 'granted', 'denied', 'withdrawn')),
  constraint nobody_merges_into_themselves check (merged_into <> actor_id),
  constraint last_seen_after_first check (last_seen_at >= first_seen_at)
) with (fillfactor = 85);
alter table public.analytics_identities enable row level security;
revoke all on table public.analytics_identities from anon, authenticated, service_role;
comment on table public.analytics_identities is 'Whose the pseudonym in the raw events is. Erasure deletes the row, which makes every event of the person anonymous without a touch on compressed chunks. Merged pseudonyms point to one that is not merged itself and has the same user.';
comment on column public.analytics_identities.user_id is 'NULL for a visitor who never signed in.';
comment on column public.analytics_identities.merged_into is 'The pseudonym of the same person that counts; they are erased together.';
alter table public.analytics_identities add constraint analytics_identities_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.analytics_identities add constraint analytics_identities_merged_into_fkey foreign key (merged_into) references public.analytics_identities (actor_id) on delete cascade;
create unique index analytics_identities_one_per_user_idx on public.analytics_identities (user_id) where (merged_into is null and user_id is not null);
create index analytics_identities_user_id_idx on public.analytics_identities (user_id) where (user_id is not null);
create index analytics_identities_last_seen_at_idx on public.analytics_identities (last_seen_at);
comment on index public.analytics_identities_last_seen_at_idx is 'Idle visitors expire.';
create index analytics_identities_merged_into_fkey_idx on public.analytics_identities (merged_into) where (merged_into is not null);
create index analytics_identities_first_source_id_fkey_idx on public.analytics_identities (first_source_id) where (first_source_id is not null);
create trigger touch_updated_at before update on public.analytics_identities for each row execute function boyfanz.touch_updated_at();
create constraint trigger merge_is_flat after insert on public.analytics_identities deferrable initially deferred for each row when (new.merged_into is not null) execute function boyfanz.check_merge();
create constraint trigger merge_stays_flat after update of merged_into, user_id on public.analytics_identities deferrable initially deferred for each row execute function boyfanz.check_merge();

create table public.analytics_property_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_definition_id uuid not null,
  name text not null,
  value_type text not null,
  is_required boolean default false not null,
  pii_class text not null,
  is_materialised boolean default false not null,
  example_values jsonb default '[]' not null,
  last_seen_at timestamptz,
  constraint analytics_property_definitions_pkey primary key (id),
  constraint analytics_property_definitions_event_definition_id_name_key unique (event_definition_id, name),
  constraint analytics_property_definitions_value_type_check check (value_type in ('string', 'number', 'boolean', 'timestamp', 'string_list')),
  constraint analytics_property_definitions_pii_class_check check (pii_class in ('none', 'pseudonymous', 'sensitive', 'forbidden')),
  constraint name_form check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
  constraint examples_are_a_list check (jsonb_typeof(example_values) = 'array'),
  constraint forbidden_is_not_kept check (pii_class <> 'forbidden' or (not is_required and not is_materialised and example_values = '[]'))
);
alter table public.analytics_property_definitions enable row level security;
revoke all on table public.analytics_property_definitions from anon, authenticated, service_role;
comment on table public.analytics_property_definitions is 'Property that an event may carry, with its type; dashboards offer it as a filter, and the edge drops what is forbidden.';
comment on column public.analytics_property_definitions.is_materialised is 'Has a typed column or an index on its expression.';
alter table public.analytics_property_definitions add constraint analytics_property_definitions_event_definition_id_fkey foreign key (event_definition_id) references public.analytics_event_definitions (id) on delete cascade;
create index analytics_property_definitions_event_definition_id_name_idx on public.analytics_property_definitions (event_definition_id, name) where (pii_class = 'forbidden');
comment on index public.analytics_property_definitions_event_definition_id_name_idx is 'Filter list of the edge.';
create trigger touch_updated_at before update on public.analytics_property_definitions for each row execute function boyfanz.touch_updated_at();

create table public.analytics_tracking_consents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  actor_id uuid not null,
  purpose text not null,
  decision text not null,
  signal text not null,
  policy_version text not null,
  country_code public.country_code,
  decided_at timestamptz default now() not null,
  constraint analytics_tracking_consents_pkey primary key (id),
  constraint analytics_tracking_consents_purpose_check check (purpose in ('analytics', 'attribution', 'personalised_ads', 'session_replay')),
  constraint analytics_tracking_consents_decision_check check (decision in ('granted', 'denied', 'withdrawn')),
  constraint analytics_tracking_consents_signal_check check (signal in ('banner', 'gpc', 'att_prompt', 'settings', 'default')),
  constraint nothing_is_granted_silently check (decision <> 'granted' or signal not in ('gpc', 'default')),
  constraint policy_version_is_given check (policy_version <> '')
);
alter table public.analytics_tracking_consents enable row level security;
revoke all on table public.analytics_tracking_consents from anon, authenticated, service_role;
comment on table public.analytics_tracking_consents is 'Each choice of a visitor about tracking, with the version of the text shown and the signal. It proves the choice beyond the erasure of the identity, so it names only the pseudonym.';
create index analytics_tracking_consents_actor_id_purpose_decided_at_idx on public.analytics_tracking_consents (actor_id, purpose, decided_at desc);
create trigger append_only before update on public.analytics_tracking_consents for each row execute function boyfanz.append_only('clear country_code');
create trigger refuse_truncate before truncate on public.analytics_tracking_consents for each statement execute function boyfanz.append_only();

create table public.analytics_visitor_salts (
  valid_on date not null,
  salt_enc bytea,
  key_id smallint not null,
  created_at timestamptz default now() not null,
  destroyed_at timestamptz,
  constraint analytics_visitor_salts_pkey primary key (valid_on),
  constraint salt_length check (octet_length(salt_enc) >= 16),
  constraint destroyed_is_empty check ((salt_enc is null) = (destroyed_at is not null))
);
alter table public.analytics_visitor_salts enable row level security;
revoke all on table public.analytics_visitor_salts from anon, authenticated, service_role;
comment on table public.analytics_visitor_salts is 'Salt of one day for the hashes of visitors without cookies. A job empties it at the end of the next day and deletes the row, so that hashes cannot be linked over days.';
comment on column public.analytics_visitor_salts.valid_on is 'Day in UTC.';
comment on column public.analytics_visitor_salts.salt_enc is 'Encrypted with key_id; NULL once destroyed.';
comment on column public.analytics_visitor_salts.key_id is 'Version of the encryption key.';
create trigger append_only before update on public.analytics_visitor_salts for each row execute function boyfanz.append_only('clear salt_enc', 'set destroyed_at');

create table public.api_request_logs (
  id uuid default boyfanz.uuid_v7() not null,
  requested_at timestamptz default now() not null,
  api_key_id uuid,
  client_id uuid,
  user_id uuid,
  route_template text not null,
  method text not null,
  status_code smallint not null,
  latency_ms integer not null,
  request_bytes integer default 0 not null,
  response_bytes integer default 0 not null,
  ip_prefix cidr,
  region text not null,
  error_code text,
  is_sandbox boolean default false not null,
  constraint api_request_logs_pkey primary key (id, requested_at),
  constraint api_request_logs_method_check check (method in ('GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
  constraint status_code_in_range check (status_code between 100 and 599),
  constraint measures_are_not_negative check (latency_ms >= 0 and request_bytes >= 0 and response_bytes >= 0),
  constraint ip_is_cut_off check (masklen(ip_prefix) <= case family(ip_prefix) when 4 then 24 else 48 end),
  constraint route_has_no_query check (route_template like '/%' and route_template !~ '[?#]')
) partition by range (requested_at);
alter table public.api_request_logs enable row level security;
revoke all on table public.api_request_logs from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'api_request_logs', 'requested_at', '1 day', 3, '60 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.api_request_logs'::regclass);
comment on table public.api_request_logs is 'One request to the API with route, status and time; without bodies and without the full address.';
comment on column public.api_request_logs.user_id is 'Cleared at erasure.';
comment on column public.api_request_logs.route_template is 'The route with names of parameters, not their values.';
comment on column public.api_request_logs.region is 'Of the server.';
create index api_request_logs_api_key_id_requested_at_idx on public.api_request_logs (api_key_id, requested_at desc);
create index api_request_logs_route_template_requested_at_idx on public.api_request_logs (route_template, requested_at desc);
create index api_request_logs_requested_at_idx on public.api_request_logs (requested_at) where (status_code >= 500);
create trigger append_only before update on public.api_request_logs for each row execute function boyfanz.append_only('clear user_id', 'clear ip_prefix');

create table public.api_requests_hourly (
  bucket_at timestamptz not null,
  route_template text not null,
  api_key_id uuid default '00000000-0000-0000-0000-000000000000' not null,
  requests bigint not null,
  errors bigint default 0 not null,
  latency_sketch bytea,
  computed_at timestamptz default now() not null,
  constraint api_requests_hourly_pkey primary key (route_template, api_key_id, bucket_at),
  constraint errors_within_requests check (requests > 0 and errors between 0 and requests),
  constraint bucket_is_a_full_hour check (bucket_at = date_trunc('hour', bucket_at at time zone 'UTC') at time zone 'UTC')
) partition by range (bucket_at);
alter table public.api_requests_hourly enable row level security;
revoke all on table public.api_requests_hourly from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'api_requests_hourly', 'bucket_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.api_requests_hourly'::regclass);
comment on table public.api_requests_hourly is 'Requests, errors and latency per hour, route and key; filled by a job, or from a continuous aggregate where there is one.';
comment on column public.api_requests_hourly.api_key_id is 'The zero uuid for requests without a key.';
comment on column public.api_requests_hourly.errors is 'Answered with a status of 500 or more.';
comment on column public.api_requests_hourly.latency_sketch is 'Mergeable sketch of the latency, since percentiles do not add up.';
create index api_requests_hourly_bucket_at_idx on public.api_requests_hourly using brin (bucket_at);

create table public.api_usage_daily (
  client_id uuid not null,
  usage_date date not null,
  api_key_id uuid default '00000000-0000-0000-0000-000000000000' not null,
  route_family text not null,
  requests bigint default 0 not null,
  errors bigint default 0 not null,
  throttled bigint default 0 not null,
  bytes_out bigint default 0 not null,
  p95_ms integer,
  computed_at timestamptz default now() not null,
  constraint api_usage_daily_pkey primary key (client_id, usage_date, api_key_id, route_family),
  constraint counts_are_not_negative check (requests >= 0 and bytes_out >= 0 and (p95_ms is null or p95_ms >= 0)),
  constraint errors_within_requests check (errors between 0 and requests and throttled between 0 and requests)
) partition by range (usage_date);
alter table public.api_usage_daily enable row level security;
revoke all on table public.api_usage_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'api_usage_daily', 'usage_date', '1 month', 1, '24 months', 'fillfactor = 85', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.api_usage_daily'::regclass);
comment on table public.api_usage_daily is 'Use of the API per client, key, family of routes and day; quotas are held and bills written by it.';
comment on column public.api_usage_daily.usage_date is 'Day in UTC.';
comment on column public.api_usage_daily.api_key_id is 'The zero uuid for requests with a token instead of a key.';
create index api_usage_daily_usage_date_idx on public.api_usage_daily (usage_date);

create table public.attribution_credits (
  created_at timestamptz default now() not null,
  conversion_id uuid not null,
  model text not null,
  touchpoint_id uuid not null,
  touched_at timestamptz not null,
  campaign_id uuid,
  link_id uuid,
  credit_ppm integer not null,
  credited_minor bigint default 0 not null,
  currency public.currency_code,
  model_version integer default 1 not null,
  constraint attribution_credits_pkey primary key (conversion_id, model, touchpoint_id),
  constraint attribution_credits_model_check check (model in ('first_touch', 'last_touch', 'last_non_direct', 'linear', 'time_decay', 'position_based', 'data_driven')),
  constraint credit_in_range check (credit_ppm between 0 and 1000000),
  constraint single_touch_is_whole check (model not in ('first_touch', 'last_touch', 'last_non_direct') or credit_ppm = 1000000),
  constraint money_names_its_currency check (credited_minor = 0 or (credited_minor > 0 and currency is not null)),
  constraint model_version_is_positive check (model_version > 0)
);
alter table public.attribution_credits enable row level security;
revoke all on table public.attribution_credits from anon, authenticated, service_role;
comment on table public.attribution_credits is 'Share of a conversion that one model credits to one touch. The shares of a conversion and model make up the whole of it, in parts and in money; a model is computed again by replacing all of them in one transaction.';
comment on column public.attribution_credits.touched_at is 'Of the touch; says which partition holds it.';
comment on column public.attribution_credits.credit_ppm is 'Millionths of the conversion.';
comment on column public.attribution_credits.credited_minor is 'Minor units of currency.';
comment on column public.attribution_credits.currency is 'That of the conversion.';
create index attribution_credits_campaign_id_model_touched_at_idx on public.attribution_credits (campaign_id, model, touched_at) where (campaign_id is not null);
comment on index public.attribution_credits_campaign_id_model_touched_at_idx is 'Return on spend.';
create index attribution_credits_link_id_model_idx on public.attribution_credits (link_id, model) where (link_id is not null);
comment on index public.attribution_credits_link_id_model_idx is 'What a link has earned.';
create constraint trigger credits_add_up after insert or update of conversion_id, model, credit_ppm, credited_minor, currency or delete on public.attribution_credits deferrable initially deferred for each row execute function boyfanz.check_credits();

create table public.attribution_touchpoints (
  id uuid default boyfanz.uuid_v7() not null,
  touched_at timestamptz default now() not null,
  actor_id uuid not null,
  touch_kind text not null,
  source_id uuid,
  campaign_id uuid,
  link_id uuid,
  creator_id uuid,
  session_id uuid,
  constraint attribution_touchpoints_pkey primary key (id, touched_at),
  constraint attribution_touchpoints_touch_kind_check check (touch_kind in ('visit', 'link_click', 'ad_click', 'ad_view', 'email_click', 'push_open')),
  constraint link_click_names_its_link check (touch_kind <> 'link_click' or link_id is not null),
  constraint touch_names_its_origin check (num_nonnulls(source_id, campaign_id, link_id, creator_id) > 0)
) partition by range (touched_at);
alter table public.attribution_touchpoints enable row level security;
revoke all on table public.attribution_touchpoints from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'attribution_touchpoints', 'touched_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.attribution_touchpoints'::regclass);
comment on table public.attribution_touchpoints is 'A touch by marketing on the path of an actor; what every attribution model starts from.';
create index attribution_touchpoints_actor_id_touched_at_idx on public.attribution_touchpoints (actor_id, touched_at desc);
comment on index public.attribution_touchpoints_actor_id_touched_at_idx is 'Path of an actor before a conversion.';
create index attribution_touchpoints_campaign_id_touched_at_idx on public.attribution_touchpoints (campaign_id, touched_at) where (campaign_id is not null);
create trigger append_only before update on public.attribution_touchpoints for each row execute function boyfanz.append_only();

create table public.campaign_costs_daily (
  campaign_id uuid not null,
  spend_date date not null,
  cost_minor bigint not null,
  currency public.currency_code not null,
  impressions bigint default 0 not null,
  clicks bigint default 0 not null,
  imported_from text not null,
  imported_at timestamptz default now() not null,
  constraint campaign_costs_daily_pkey primary key (campaign_id, spend_date),
  constraint cost_is_not_negative check (cost_minor >= 0),
  constraint clicks_within_impressions check (clicks between 0 and impressions)
);
alter table public.campaign_costs_daily enable row level security;
revoke all on table public.campaign_costs_daily from anon, authenticated, service_role;
comment on table public.campaign_costs_daily is 'Imported spend, clicks and impressions of a campaign and day, by which the return on ad spend is divided. Who has spent is ended, not deleted.';
comment on column public.campaign_costs_daily.cost_minor is 'Minor units of currency.';
alter table public.campaign_costs_daily add constraint campaign_costs_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index campaign_costs_daily_spend_date_idx on public.campaign_costs_daily (spend_date);
create index campaign_costs_daily_currency_fkey_idx on public.campaign_costs_daily (currency);

create table public.cohort_definitions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  creator_id uuid,
  name text not null,
  kind text not null,
  rule jsonb,
  refresh_minutes integer,
  generation integer default 0 not null,
  member_count integer default 0 not null,
  last_refreshed_at timestamptz,
  uses_sensitive_data boolean default false not null,
  status text default 'building' not null,
  constraint cohort_definitions_pkey primary key (id),
  constraint cohort_definitions_kind_check check (kind in ('static', 'dynamic', 'acquisition')),
  constraint cohort_definitions_status_check check (status in ('building', 'ready', 'failed', 'archived')),
  constraint name_length check (char_length(btrim(name)) between 1 and 120),
  constraint dynamic_has_a_rule check (kind <> 'dynamic' or rule is not null),
  constraint rule_is_object check (jsonb_typeof(rule) = 'object'),
  constraint refresh_is_not_too_often check (refresh_minutes >= 5),
  constraint only_dynamic_is_refreshed check (refresh_minutes is null or kind = 'dynamic'),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint ready_was_built check (status <> 'ready' or last_refreshed_at is not null)
);
alter table public.cohort_definitions enable row level security;
revoke all on table public.cohort_definitions from anon, authenticated, service_role;
comment on table public.cohort_definitions is 'Saved audience, a list or a rule, for analytics, experiments, flags and campaigns alike. Readers take the members of its current generation.';
comment on column public.cohort_definitions.creator_id is 'Whose fans it is limited to; NULL for the platform.';
comment on column public.cohort_definitions.generation is 'Last build that is complete; cohort_members of a later one are not yet read.';
comment on column public.cohort_definitions.uses_sensitive_data is 'Its members have to consent to it, which the builder looks at.';
alter table public.cohort_definitions add constraint cohort_definitions_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.cohort_definitions add constraint cohort_definitions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index cohort_definitions_owner_user_id_created_at_idx on public.cohort_definitions (owner_user_id, created_at desc);
create index cohort_definitions_last_refreshed_at_idx on public.cohort_definitions (last_refreshed_at) where (kind = 'dynamic' and status <> 'archived');
comment on index public.cohort_definitions_last_refreshed_at_idx is 'Due refreshes.';
create index cohort_definitions_creator_id_fkey_idx on public.cohort_definitions (creator_id) where (creator_id is not null);
create trigger touch_updated_at before update on public.cohort_definitions for each row execute function boyfanz.touch_updated_at();
create trigger generation_only_grows before update of generation on public.cohort_definitions for each row execute function boyfanz.only_grows('generation');

create table public.cohort_members (
  cohort_id uuid not null,
  user_id uuid not null,
  entered_at timestamptz default now() not null,
  generation integer default 0 not null,
  source text default 'rule' not null,
  constraint cohort_members_pkey primary key (cohort_id, user_id),
  constraint cohort_members_source_check check (source in ('rule', 'import', 'manual')),
  constraint generation_is_not_negative check (generation >= 0)
);
alter table public.cohort_members enable row level security;
revoke all on table public.cohort_members from anon, authenticated, service_role;
comment on table public.cohort_members is 'Who belongs to a cohort. A refresh writes the difference only, under its generation, so that readers see one whole build.';
comment on column public.cohort_members.generation is 'Build that brought the user in.';
alter table public.cohort_members add constraint cohort_members_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete cascade;
alter table public.cohort_members add constraint cohort_members_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index cohort_members_user_id_cohort_id_idx on public.cohort_members (user_id, cohort_id);
comment on index public.cohort_members_user_id_cohort_id_idx is 'Audiences that hold a user.';

create table public.cohort_retention_results (
  cohort_kind text not null,
  cohort_period date not null,
  segment_key text default 'all' not null,
  period_index smallint not null,
  measure text not null,
  grain text not null,
  cohort_size integer not null,
  retained integer not null,
  revenue_minor bigint,
  currency public.currency_code,
  computed_at timestamptz default now() not null,
  constraint cohort_retention_results_pkey primary key (cohort_kind, grain, cohort_period, segment_key, period_index, measure),
  constraint cohort_retention_results_cohort_kind_check check (cohort_kind in ('signup', 'first_purchase', 'first_subscription', 'creator_joined')),
  constraint cohort_retention_results_measure_check check (measure in ('active', 'paying', 'revenue')),
  constraint cohort_retention_results_grain_check check (grain in ('day', 'week', 'month')),
  constraint retained_within_cohort check (retained between 0 and cohort_size),
  constraint period_index_is_not_negative check (period_index >= 0),
  constraint period_begins_with_its_grain check (cohort_period = date_trunc(grain, cohort_period::timestamp)::date),
  constraint revenue_is_measured_with_its_currency check ((measure = 'revenue') = (revenue_minor is not null) and (revenue_minor is null) = (currency is null))
);
alter table public.cohort_retention_results enable row level security;
revoke all on table public.cohort_retention_results from anon, authenticated, service_role;
comment on table public.cohort_retention_results is 'Cell of a retention triangle; of those acquired in a period, how many were active or paid so many periods later.';
comment on column public.cohort_retention_results.cohort_period is 'First day of the period.';
comment on column public.cohort_retention_results.revenue_minor is 'Minor units of currency.';
comment on column public.cohort_retention_results.currency is 'The reporting currency, to which amounts are converted.';
alter table public.cohort_retention_results add constraint cohort_retention_results_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index cohort_retention_results_cohort_kind_grain_segment_0ac17c96_idx on public.cohort_retention_results (cohort_kind, grain, segment_key, measure, cohort_period desc);
comment on index public.cohort_retention_results_cohort_kind_grain_segment_0ac17c96_idx is 'One triangle.';
create index cohort_retention_results_currency_fkey_idx on public.cohort_retention_results (currency) where (currency is not null);

create table public.content_metrics_daily (
  post_id uuid not null,
  metric_date date not null,
  creator_id uuid not null,
  impressions integer default 0 not null,
  views integer default 0 not null,
  unique_viewers integer default 0 not null,
  viewers_sketch bytea,
  likes integer default 0 not null,
  comments integer default 0 not null,
  shares integer default 0 not null,
  saves integer default 0 not null,
  reports integer default 0 not null,
  unlocks integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  avg_completion_ppm integer,
  computed_at timestamptz default now() not null,
  constraint content_metrics_daily_pkey primary key (post_id, metric_date),
  constraint unique_viewers_within_views check (unique_viewers between 0 and views),
  constraint counts_are_not_negative check (impressions >= 0 and likes >= 0 and comments >= 0 and shares >= 0 and saves >= 0 and reports >= 0 and unlocks >= 0),
  constraint revenue_is_not_negative check (revenue_minor >= 0),
  constraint completion_in_range check (avg_completion_ppm between 0 and 1000000)
) partition by range (metric_date);
alter table public.content_metrics_daily enable row level security;
revoke all on table public.content_metrics_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_metrics_daily', 'metric_date', '1 month', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_metrics_daily'::regclass);
comment on table public.content_metrics_daily is 'Figures of a post per day, the lasting record of how it did; a job folds days past the partitions into totals of its life.';
comment on column public.content_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.content_metrics_daily.viewers_sketch is 'HyperLogLog of the viewers, since distinct people do not add up over days.';
comment on column public.content_metrics_daily.revenue_minor is 'Minor units of currency; from the ledger.';
comment on column public.content_metrics_daily.currency is 'The default currency of the creator, to which amounts are converted.';
comment on column public.content_metrics_daily.avg_completion_ppm is 'Millionths of the length.';
create index content_metrics_daily_creator_id_metric_date_idx on public.content_metrics_daily (creator_id, metric_date desc);
create index content_metrics_daily_creator_id_revenue_minor_metric_date_idx on public.content_metrics_daily (creator_id, revenue_minor desc, metric_date);
comment on index public.content_metrics_daily_creator_id_revenue_minor_metric_date_idx is 'Best earners.';

create table public.content_metrics_hourly (
  post_id uuid not null,
  bucket_at timestamptz not null,
  creator_id uuid not null,
  impressions integer default 0 not null,
  views integer default 0 not null,
  unique_viewers integer default 0 not null,
  likes integer default 0 not null,
  comments integer default 0 not null,
  shares integer default 0 not null,
  saves integer default 0 not null,
  unlocks integer default 0 not null,
  tips_minor bigint default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  dwell_ms bigint default 0 not null,
  computed_at timestamptz default now() not null,
  constraint content_metrics_hourly_pkey primary key (post_id, bucket_at),
  constraint unique_viewers_within_views check (unique_viewers between 0 and views),
  constraint counts_are_not_negative check (impressions >= 0 and likes >= 0 and comments >= 0 and shares >= 0 and saves >= 0 and unlocks >= 0 and dwell_ms >= 0),
  constraint tips_within_revenue check (tips_minor between 0 and revenue_minor),
  constraint bucket_is_a_full_hour check (bucket_at = date_trunc('hour', bucket_at at time zone 'UTC') at time zone 'UTC')
) partition by range (bucket_at);
alter table public.content_metrics_hourly enable row level security;
revoke all on table public.content_metrics_hourly from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_metrics_hourly', 'bucket_at', '1 day', 3, '14 days', 'fillfactor = 85', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_metrics_hourly'::regclass);
comment on table public.content_metrics_hourly is 'Figures of a post per hour for the creator''s live chart and for trends; only hours in which something happened have a row.';
comment on column public.content_metrics_hourly.tips_minor is 'Minor units of currency.';
comment on column public.content_metrics_hourly.revenue_minor is 'Minor units of currency, tips included; from the ledger.';
comment on column public.content_metrics_hourly.currency is 'The default currency of the creator, to which amounts are converted.';
create index content_metrics_hourly_creator_id_bucket_at_idx on public.content_metrics_hourly (creator_id, bucket_at desc);
create index content_metrics_hourly_bucket_at_views_idx on public.content_metrics_hourly (bucket_at, views desc);
comment on index public.content_metrics_hourly_bucket_at_views_idx is 'Trends.';

create table public.content_view_events (
  id uuid default boyfanz.uuid_v7() not null,
  viewed_at timestamptz default now() not null,
  post_id uuid not null,
  creator_id uuid not null,
  actor_id uuid,
  event_kind text not null,
  surface text not null,
  dwell_ms integer,
  "position" smallint,
  is_subscriber boolean default false not null,
  country_code public.country_code,
  rec_request_id uuid,
  constraint content_view_events_pkey primary key (id, viewed_at),
  constraint content_view_events_event_kind_check check (event_kind in ('impression', 'view', 'expand', 'dwell', 'media_open', 'unlock')),
  constraint content_view_events_surface_check check (surface in ('feed', 'profile', 'explore', 'search', 'message', 'story', 'embed', 'notification')),
  constraint dwell_is_at_most_a_day check (dwell_ms between 0 and 86400000),
  constraint dwell_is_measured check (event_kind <> 'dwell' or dwell_ms is not null),
  constraint position_is_not_negative check (position >= 0)
) partition by range (viewed_at);
alter table public.content_view_events enable row level security;
revoke all on table public.content_view_events from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_view_events', 'viewed_at', '1 day', 3, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_view_events'::regclass);
comment on table public.content_view_events is 'Raw impressions, views and dwell per post and surface; reach, completion and the feedback to recommendations come from it.';
comment on column public.content_view_events."position" is 'Place in the list shown, from 0.';
comment on column public.content_view_events.rec_request_id is 'Of the recommendation that brought it there.';
create index content_view_events_post_id_viewed_at_idx on public.content_view_events (post_id, viewed_at desc);
create index content_view_events_creator_id_viewed_at_idx on public.content_view_events (creator_id, viewed_at desc);
create trigger append_only before update on public.content_view_events for each row execute function boyfanz.append_only('clear actor_id');

create table public.content_views_hourly (
  bucket_at timestamptz not null,
  post_id uuid not null,
  creator_id uuid not null,
  surface text not null,
  impressions bigint default 0 not null,
  views bigint default 0 not null,
  dwell_ms bigint default 0 not null,
  computed_at timestamptz default now() not null,
  constraint content_views_hourly_pkey primary key (post_id, bucket_at, surface),
  constraint content_views_hourly_surface_check check (surface in ('feed', 'profile', 'explore', 'search', 'message', 'story', 'embed', 'notification')),
  constraint counts_are_not_negative check (impressions >= 0 and views >= 0 and dwell_ms >= 0),
  constraint bucket_is_a_full_hour check (bucket_at = date_trunc('hour', bucket_at at time zone 'UTC') at time zone 'UTC')
) partition by range (bucket_at);
alter table public.content_views_hourly enable row level security;
revoke all on table public.content_views_hourly from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'content_views_hourly', 'bucket_at', '1 day', 3, '7 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.content_views_hourly'::regclass);
comment on table public.content_views_hourly is 'Impressions, views and dwell per hour, post and surface; the step from raw views to content_metrics_hourly, filled by a job or from a continuous aggregate where there is one.';
create index content_views_hourly_creator_id_bucket_at_surface_idx on public.content_views_hourly (creator_id, bucket_at, surface);

create table public.conversion_goals (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  key extensions.citext not null,
  owner_user_id uuid,
  name text not null,
  event_definition_id uuid not null,
  match_rule jsonb default '{}' not null,
  value_rule text default 'none' not null,
  fixed_value_minor bigint,
  currency public.currency_code,
  lookback_days integer default 30 not null,
  count_mode text default 'every' not null,
  status text default 'active' not null,
  constraint conversion_goals_pkey primary key (id),
  constraint conversion_goals_key_key unique (key),
  constraint conversion_goals_value_rule_check check (value_rule in ('none', 'fixed', 'event_property', 'ledger_amount')),
  constraint conversion_goals_count_mode_check check (count_mode in ('every', 'once_per_actor', 'once_per_day')),
  constraint conversion_goals_status_check check (status in ('active', 'paused', 'archived')),
  constraint key_form check (key::text ~ '^[a-z][a-z0-9_.-]{1,99}$'),
  constraint match_rule_is_object check (jsonb_typeof(match_rule) = 'object'),
  constraint fixed_names_its_value check ((value_rule = 'fixed') = (fixed_value_minor is not null) and (fixed_value_minor is null or currency is not null)),
  constraint fixed_value_is_not_negative check (fixed_value_minor >= 0),
  constraint lookback_in_range check (lookback_days between 1 and 90)
);
alter table public.conversion_goals enable row level security;
revoke all on table public.conversion_goals from anon, authenticated, service_role;
comment on table public.conversion_goals is 'Outcome worth counting, with the rule that finds it among the events, what it is worth and how far back a touch counts.';
comment on column public.conversion_goals.fixed_value_minor is 'Minor units of currency.';
alter table public.conversion_goals add constraint conversion_goals_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete set null;
alter table public.conversion_goals add constraint conversion_goals_event_definition_id_fkey foreign key (event_definition_id) references public.analytics_event_definitions (id) on delete restrict;
alter table public.conversion_goals add constraint conversion_goals_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index conversion_goals_event_definition_id_status_idx on public.conversion_goals (event_definition_id, status);
comment on index public.conversion_goals_event_definition_id_status_idx is 'Goals to try on an event.';
create index conversion_goals_owner_user_id_fkey_idx on public.conversion_goals (owner_user_id) where (owner_user_id is not null);
create index conversion_goals_currency_fkey_idx on public.conversion_goals (currency) where (currency is not null);
create trigger touch_updated_at before update on public.conversion_goals for each row execute function boyfanz.touch_updated_at();
create trigger key_stays before update of key on public.conversion_goals for each row execute function boyfanz.set_once('key');

create table public.conversions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  goal_id uuid not null,
  actor_id uuid,
  creator_id uuid,
  ledger_transaction_id uuid,
  value_minor bigint default 0 not null,
  currency public.currency_code,
  converted_at timestamptz not null,
  idempotency_key text not null,
  reversed_at timestamptz,
  constraint conversions_pkey primary key (id),
  constraint conversions_goal_id_idempotency_key_key unique (goal_id, idempotency_key),
  constraint value_is_not_negative check (value_minor >= 0),
  constraint value_names_its_currency check (value_minor = 0 or currency is not null),
  constraint reversed_after_conversion check (reversed_at >= converted_at),
  constraint idempotency_key_length check (char_length(idempotency_key) between 1 and 200)
);
alter table public.conversions enable row level security;
alter table public.attribution_credits add constraint attribution_credits_conversion_id_fkey foreign key (conversion_id) references public.conversions (id) on delete restrict;
revoke all on table public.conversions from anon, authenticated, service_role;
comment on table public.conversions is 'A goal reached, with its value and, where money counts, the posting that proves it; its key keeps a replay from counting twice. A refund is marked, never taken out; erasure clears the actor and leaves the fact.';
comment on column public.conversions.value_minor is 'Minor units of currency.';
comment on column public.conversions.idempotency_key is 'Of the event or posting that reached the goal; for once_per_actor and once_per_day the actor and the day.';
comment on column public.conversions.reversed_at is 'Refund or chargeback.';
alter table public.conversions add constraint conversions_goal_id_fkey foreign key (goal_id) references public.conversion_goals (id) on delete restrict;
alter table public.conversions add constraint conversions_actor_id_fkey foreign key (actor_id) references public.analytics_identities (actor_id) on delete set null;
alter table public.conversions add constraint conversions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete set null;
alter table public.conversions add constraint conversions_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.conversions add constraint conversions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index conversions_goal_id_converted_at_idx on public.conversions (goal_id, converted_at desc);
create index conversions_creator_id_converted_at_idx on public.conversions (creator_id, converted_at desc) where (creator_id is not null);
create index conversions_actor_id_fkey_idx on public.conversions (actor_id) where (actor_id is not null);
create index conversions_ledger_transaction_id_fkey_idx on public.conversions (ledger_transaction_id) where (ledger_transaction_id is not null);
create index conversions_currency_fkey_idx on public.conversions (currency) where (currency is not null);
create trigger value_is_proven before insert on public.conversions for each row execute function boyfanz.check_conversion();
create trigger append_only before update or delete on public.conversions for each row execute function boyfanz.append_only('set reversed_at', 'clear actor_id', 'clear creator_id');
create trigger refuse_truncate before truncate on public.conversions for each statement execute function boyfanz.append_only();

create table public.creator_audience_daily (
  creator_id uuid not null,
  metric_date date not null,
  dimension text not null,
  dimension_value text not null,
  viewers integer default 0 not null,
  subscribers integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  is_suppressed boolean default false not null,
  computed_at timestamptz default now() not null,
  constraint creator_audience_daily_pkey primary key (creator_id, metric_date, dimension, dimension_value),
  constraint creator_audience_daily_dimension_check check (dimension in ('country', 'region', 'device', 'language', 'source', 'tenure', 'spend_band')),
  constraint small_cells_are_suppressed check (is_suppressed or viewers >= 20),
  constraint suppressed_cells_say_nothing check (not is_suppressed or (viewers = 0 and subscribers = 0 and revenue_minor = 0)),
  constraint subscribers_are_not_negative check (subscribers >= 0)
) partition by range (metric_date);
alter table public.creator_audience_daily enable row level security;
revoke all on table public.creator_audience_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'creator_audience_daily', 'metric_date', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.creator_audience_daily'::regclass);
comment on table public.creator_audience_daily is 'Audience of a creator by one dimension at a time. A cell of fewer than 20 people is suppressed and holds nothing but its name, so that no fan can be singled out.';
comment on column public.creator_audience_daily.metric_date is 'Day in UTC.';
comment on column public.creator_audience_daily.revenue_minor is 'Minor units of currency.';
comment on column public.creator_audience_daily.currency is 'The default currency of the creator, to which amounts are converted.';
alter table public.creator_audience_daily add constraint creator_audience_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;

create table public.creator_metrics_daily (
  creator_id uuid not null,
  metric_date date not null,
  profile_views integer default 0 not null,
  impressions bigint default 0 not null,
  unique_viewers integer default 0 not null,
  new_followers integer default 0 not null,
  lost_followers integer default 0 not null,
  new_subscribers integer default 0 not null,
  renewed_subscribers integer default 0 not null,
  churned_subscribers integer default 0 not null,
  active_subscribers integer default 0 not null,
  messages_sent integer default 0 not null,
  ppv_sales integer default 0 not null,
  tips_count integer default 0 not null,
  gross_minor bigint default 0 not null,
  platform_fee_minor bigint default 0 not null,
  net_minor bigint default 0 not null,
  currency public.currency_code not null,
  live_minutes integer default 0 not null,
  computed_at timestamptz default now() not null,
  ledger_watermark bigint not null,
  constraint creator_metrics_daily_pkey primary key (creator_id, metric_date),
  constraint counts_are_not_negative check (profile_views >= 0 and impressions >= 0 and unique_viewers >= 0 and new_followers >= 0 and lost_followers >= 0 and new_subscribers >= 0 and renewed_subscribers >= 0 and churned_subscribers >= 0 and active_subscribers >= 0 and messages_sent >= 0 and ppv_sales >= 0 and tips_count >= 0 and live_minutes >= 0),
  constraint gross_is_not_negative check (gross_minor >= 0),
  constraint fee_within_gross check (platform_fee_minor between 0 and gross_minor),
  constraint net_is_what_the_fee_leaves_at_most check (net_minor <= gross_minor - platform_fee_minor)
) partition by range (metric_date);
alter table public.creator_metrics_daily enable row level security;
revoke all on table public.creator_metrics_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'creator_metrics_daily', 'metric_date', '12 months', 1, '36 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.creator_metrics_daily'::regclass);
comment on table public.creator_metrics_daily is 'A creator''s day; reach, followers, subscribers, messages and what the ledger says was earned.';
comment on column public.creator_metrics_daily.metric_date is 'Day in UTC.';
comment on column public.creator_metrics_daily.active_subscribers is 'At the end of the day.';
comment on column public.creator_metrics_daily.gross_minor is 'Minor units of currency.';
comment on column public.creator_metrics_daily.platform_fee_minor is 'Minor units of currency.';
comment on column public.creator_metrics_daily.net_minor is 'Minor units of currency, after fee, tax and refunds; negative on a day of refunds.';
comment on column public.creator_metrics_daily.currency is 'The default currency of the creator, to which amounts are converted.';
comment on column public.creator_metrics_daily.ledger_watermark is 'posting_no of the last posting that is counted.';
alter table public.creator_metrics_daily add constraint creator_metrics_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_metrics_daily add constraint creator_metrics_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index creator_metrics_daily_metric_date_net_minor_idx on public.creator_metrics_daily (metric_date, net_minor desc);
comment on index public.creator_metrics_daily_metric_date_net_minor_idx is 'Top creators of the platform.';
create index creator_metrics_daily_currency_fkey_idx on public.creator_metrics_daily (currency);

create table public.dashboard_shares (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  dashboard_id uuid not null,
  grantee_user_id uuid,
  grantee_team text,
  link_token_hash public.digest_256,
  permission text default 'view' not null,
  expires_at timestamptz,
  created_by uuid not null,
  constraint dashboard_shares_pkey primary key (id),
  constraint dashboard_shares_dashboard_id_grantee_user_id_key unique (dashboard_id, grantee_user_id),
  constraint dashboard_shares_dashboard_id_grantee_team_key unique (dashboard_id, grantee_team),
  constraint dashboard_shares_link_token_hash_key unique (link_token_hash),
  constraint dashboard_shares_permission_check check (permission in ('view', 'edit')),
  constraint one_kind_of_grantee check (num_nonnulls(grantee_user_id, grantee_team, link_token_hash) = 1),
  constraint link_expires check (link_token_hash is null or expires_at is not null),
  constraint link_only_shows check (link_token_hash is null or permission = 'view'),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.dashboard_shares enable row level security;
revoke all on table public.dashboard_shares from anon, authenticated, service_role;
comment on table public.dashboard_shares is 'Grant of a dashboard to a person, a team or whoever has a link; a link only shows, and expires.';
alter table public.dashboard_shares add constraint dashboard_shares_grantee_user_id_fkey foreign key (grantee_user_id) references public.users (id) on delete cascade;
alter table public.dashboard_shares add constraint dashboard_shares_created_by_fkey foreign key (created_by) references public.users (id) on delete cascade;
create index dashboard_shares_grantee_user_id_fkey_idx on public.dashboard_shares (grantee_user_id) where (grantee_user_id is not null);
create index dashboard_shares_created_by_fkey_idx on public.dashboard_shares (created_by);
create trigger touch_updated_at before update on public.dashboard_shares for each row execute function boyfanz.touch_updated_at();

create table public.dashboard_widgets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  dashboard_id uuid not null,
  kind text not null,
  title text not null,
  metric_id uuid,
  saved_query_id uuid,
  funnel_id uuid,
  cohort_id uuid,
  options jsonb default '{}' not null,
  grid_x smallint default 0 not null,
  grid_y smallint default 0 not null,
  grid_w smallint default 6 not null,
  grid_h smallint default 4 not null,
  constraint dashboard_widgets_pkey primary key (id),
  constraint dashboard_widgets_kind_check check (kind in ('number', 'line', 'bar', 'table', 'map', 'funnel', 'retention', 'text')),
  constraint shows_one_thing_at_most check (num_nonnulls(metric_id, saved_query_id, funnel_id, cohort_id) <= 1),
  constraint kind_fits_what_it_shows check (case kind
  when 'text' then num_nonnulls(metric_id, saved_query_id, funnel_id, cohort_id) = 0
  when 'funnel' then num_nonnulls(metric_id, saved_query_id, cohort_id) = 0
  when 'retention' then funnel_id is null
  else funnel_id is null and cohort_id is null
end),
  constraint options_is_object check (jsonb_typeof(options) = 'object'),
  constraint lies_on_the_grid check (grid_x >= 0 and grid_y >= 0 and grid_w between 1 and 24 and grid_h between 1 and 100 and grid_x + grid_w <= 24)
);
alter table public.dashboard_widgets enable row level security;
revoke all on table public.dashboard_widgets from anon, authenticated, service_role;
comment on table public.dashboard_widgets is 'Chart, number, table or text on a dashboard, bound to a metric, saved query, funnel or cohort.';
alter table public.dashboard_widgets add constraint dashboard_widgets_cohort_id_fkey foreign key (cohort_id) references public.cohort_definitions (id) on delete restrict;
create index dashboard_widgets_dashboard_id_grid_y_grid_x_idx on public.dashboard_widgets (dashboard_id, grid_y, grid_x);
create index dashboard_widgets_metric_id_fkey_idx on public.dashboard_widgets (metric_id) where (metric_id is not null);
create index dashboard_widgets_saved_query_id_fkey_idx on public.dashboard_widgets (saved_query_id) where (saved_query_id is not null);
create index dashboard_widgets_funnel_id_fkey_idx on public.dashboard_widgets (funnel_id) where (funnel_id is not null);
create index dashboard_widgets_cohort_id_fkey_idx on public.dashboard_widgets (cohort_id) where (cohort_id is not null);
create trigger touch_updated_at before update on public.dashboard_widgets for each row execute function boyfanz.touch_updated_at();

create table public.dashboards (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_user_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  scope text not null,
  creator_id uuid,
  default_filters jsonb default '{}' not null,
  refresh_seconds integer default 60 not null,
  layout_version integer default 1 not null,
  is_template boolean default false not null,
  archived_at timestamptz,
  constraint dashboards_pkey primary key (id),
  constraint dashboards_owner_user_id_slug_key unique (owner_user_id, slug),
  constraint dashboards_scope_check check (scope in ('platform', 'creator', 'tenant')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug::text) <= 80),
  constraint title_length check (char_length(btrim(title)) between 1 and 120),
  constraint creator_scope_names_the_creator check ((scope = 'creator') = (creator_id is not null)),
  constraint filters_is_object check (jsonb_typeof(default_filters) = 'object'),
  constraint refresh_is_not_too_often check (refresh_seconds >= 5),
  constraint layout_version_is_positive check (layout_version > 0)
);
alter table public.dashboards enable row level security;
alter table public.dashboard_shares add constraint dashboard_shares_dashboard_id_fkey foreign key (dashboard_id) references public.dashboards (id) on delete cascade;
alter table public.dashboard_widgets add constraint dashboard_widgets_dashboard_id_fkey foreign key (dashboard_id) references public.dashboards (id) on delete cascade;
revoke all on table public.dashboards from anon, authenticated, service_role;
comment on table public.dashboards is 'Saved dashboard of a member of staff or a creator with its filters and how often it refreshes.';
comment on column public.dashboards.scope is 'The storefront of a tenant stands among the default filters.';
alter table public.dashboards add constraint dashboards_owner_user_id_fkey foreign key (owner_user_id) references public.users (id) on delete cascade;
alter table public.dashboards add constraint dashboards_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index dashboards_creator_id_fkey_idx on public.dashboards (creator_id) where (creator_id is not null);
create trigger touch_updated_at before update on public.dashboards for each row execute function boyfanz.touch_updated_at();

insert into boyfanz.loaded_parts (digest, part, parts) values ('181b3371c1525ca2', 3, 7);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '374 of 719' as tables,
  'Run part-04.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '181b3371c1525ca2';
