-- boyfanz: complete schema, 719 tables. Part 2 of 7.
-- Makes 123 tables: story_views to profile_visits.
-- Run it after part-01.sql, and part-03.sql after it.
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
  if loaded >= 2 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 2 of 7 is in this database already, and nothing was changed. Go on with part-03.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 1 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 2 of 7 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.story_views (
  story_day date not null,
  story_id uuid not null,
  viewer_id uuid not null,
  author_id uuid not null,
  first_viewed_at timestamptz default now() not null,
  is_completed boolean default false not null,
  reaction text,
  has_replied boolean default false not null,
  constraint story_views_pkey primary key (story_day, story_id, viewer_id),
  constraint author_is_no_viewer check (viewer_id <> author_id),
  constraint viewed_since_that_day check ((first_viewed_at at time zone 'UTC')::date >= story_day),
  constraint reaction_length check (char_length(reaction) between 1 and 16)
) partition by range (story_day);
alter table public.story_views enable row level security;
revoke all on table public.story_views from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'story_views', 'story_day', '1 day', 3, '60 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.story_views'::regclass);
comment on table public.story_views is 'Who saw a frame, when and how far; the viewer list of the author and the mark of what was seen.';
comment on column public.story_views.story_day is 'Day of publication in UTC, the same for all views of a story, so that the key holds one row per viewer across partitions.';
comment on column public.story_views.reaction is 'One emoji.';
create index story_views_story_id_first_viewed_at_idx on public.story_views (story_id, first_viewed_at desc);
create index story_views_viewer_id_author_id_story_day_idx on public.story_views (viewer_id, author_id, story_day);

create table public.trending_content (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  scope text not null,
  generation bigint not null,
  rank integer not null,
  content_id uuid not null,
  score double precision not null,
  reasons jsonb default '[]' not null,
  computed_at timestamptz default now() not null,
  constraint trending_content_pkey primary key (scope, generation, rank),
  constraint trending_content_scope_generation_content_id_key unique (scope, generation, content_id),
  constraint scope_form check (scope ~ '^[a-z0-9_]+(:[A-Za-z0-9_*-]+)*$'),
  constraint rank_is_positive check (rank >= 1),
  constraint reasons_is_array check (jsonb_typeof(reasons) = 'array')
);
alter table public.trending_content enable row level security;
revoke all on table public.trending_content from anon, authenticated, service_role;
comment on table public.trending_content is 'What trends where. Each computation writes a new generation in one transaction, and readers take the newest of a scope, so that nobody sees half a list; a job deletes all but the last few.';
comment on column public.trending_content.scope is 'Surface and region, such as explore:DE.';
comment on column public.trending_content.reasons is 'Codes of what lifted it.';
alter table public.trending_content add constraint trending_content_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create index trending_content_content_id_fkey_idx on public.trending_content (content_id);
create trigger touch_updated_at before update on public.trending_content for each row execute function boyfanz.touch_updated_at();

create table public.video_chapters (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  video_id uuid not null,
  start_ms integer not null,
  title text not null,
  thumbnail_asset_id uuid,
  constraint video_chapters_pkey primary key (video_id, start_ms),
  constraint start_is_not_negative check (start_ms >= 0),
  constraint title_length check (char_length(btrim(title)) between 1 and 100)
);
alter table public.video_chapters enable row level security;
revoke all on table public.video_chapters from anon, authenticated, service_role;
comment on table public.video_chapters is 'Named marks in a video, all before its end.';
alter table public.video_chapters add constraint video_chapters_thumbnail_asset_id_fkey foreign key (thumbnail_asset_id) references public.media_assets (id) on delete set null;
create index video_chapters_thumbnail_asset_id_fkey_idx on public.video_chapters (thumbnail_asset_id) where (thumbnail_asset_id is not null);
create trigger touch_updated_at before update on public.video_chapters for each row execute function boyfanz.touch_updated_at();
create constraint trigger lies_within_the_video after insert or update of video_id, start_ms on public.video_chapters deferrable initially deferred for each row execute function boyfanz.check_chapters('video_id');

create table public.video_stats_daily (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  video_id uuid not null,
  day date not null,
  plays bigint default 0 not null,
  unique_viewers bigint default 0 not null,
  watch_ms bigint default 0 not null,
  completions bigint default 0 not null,
  avg_percent numeric(5,2),
  retention_curve smallint[] default '{}' not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  constraint video_stats_daily_pkey primary key (video_id, day),
  constraint counts_are_not_negative check (plays >= 0 and unique_viewers >= 0 and watch_ms >= 0 and completions >= 0),
  constraint viewers_and_completions_within_plays check (unique_viewers <= plays and completions <= plays),
  constraint avg_percent_in_range check (avg_percent between 0 and 100),
  constraint retention_curve_has_100_points check (cardinality(retention_curve) in (0, 100)),
  constraint retention_curve_is_per_cent check (0 <= all (retention_curve) and 100 >= all (retention_curve))
);
alter table public.video_stats_daily enable row level security;
revoke all on table public.video_stats_daily from anon, authenticated, service_role;
comment on table public.video_stats_daily is 'A video''s day; plays, viewers, watch time, how far people stay, revenue. Made from the sessions and from the ledger.';
comment on column public.video_stats_daily.day is 'In UTC.';
comment on column public.video_stats_daily.unique_viewers is 'Of this day; days do not add up.';
comment on column public.video_stats_daily.avg_percent is 'Part of the video that a play reached on average.';
comment on column public.video_stats_daily.retention_curve is 'Per cent of plays still on at each hundredth of the video; empty while nothing was played.';
comment on column public.video_stats_daily.revenue_minor is 'Minor units of currency; below zero on a day of refunds.';
comment on column public.video_stats_daily.currency is 'The creator''s; a rollup needs no key and no index for it.';
create index video_stats_daily_day_idx on public.video_stats_daily (day);
create trigger touch_updated_at before update on public.video_stats_daily for each row execute function boyfanz.touch_updated_at();

create table public.video_view_sessions (
  id bigint generated always as identity not null,
  started_at timestamptz not null,
  video_id uuid not null,
  viewer_id uuid,
  session_key public.digest_256 not null,
  watched_ms integer default 0 not null,
  max_position_ms integer default 0 not null,
  is_completed boolean default false not null,
  quality text,
  rebuffer_ms integer default 0 not null,
  device_kind text,
  country_code public.country_code,
  access_via text not null,
  constraint video_view_sessions_pkey primary key (id, started_at),
  constraint video_view_sessions_session_key_started_at_key unique (session_key, started_at),
  constraint video_view_sessions_device_kind_check check (device_kind in ('mobile', 'desktop', 'tv', 'tablet')),
  constraint video_view_sessions_access_via_check check (access_via in ('free', 'subscription', 'purchase', 'trial', 'preview')),
  constraint measures_are_not_negative check (watched_ms >= 0 and max_position_ms >= 0 and rebuffer_ms >= 0)
) partition by range (started_at);
alter table public.video_view_sessions enable row level security;
revoke all on table public.video_view_sessions from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.video_view_sessions', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'video_view_sessions', 'started_at', '7 days', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.video_view_sessions'::regclass);
comment on table public.video_view_sessions is 'One playing of a video with watched time and quality, for the creator''s statistics and for disputes about whether it was watched. Erasure clears the viewer.';
comment on column public.video_view_sessions.started_at is 'Sent by the player with each heartbeat, unchanged, so that the heartbeat finds its row.';
comment on column public.video_view_sessions.session_key is 'Of the playing as the player numbers it.';
create index video_view_sessions_video_id_started_at_idx on public.video_view_sessions (video_id, started_at desc);
create index video_view_sessions_viewer_id_started_at_idx on public.video_view_sessions (viewer_id, started_at desc);
create trigger start_stays before update of started_at, video_id, session_key on public.video_view_sessions for each row execute function boyfanz.set_once('started_at', 'video_id', 'session_key');

create table public.videos (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text default 'video' not null,
  author_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  description text,
  asset_id uuid not null,
  trailer_asset_id uuid,
  poster_asset_id uuid,
  duration_ms integer not null,
  max_height smallint not null,
  has_captions boolean default false not null,
  is_vr boolean default false not null,
  drm_scheme text default 'none' not null,
  download_policy text default 'none' not null,
  search tsvector generated always as (setweight(to_tsvector('simple'::regconfig, title), 'A') || setweight(to_tsvector('simple'::regconfig, coalesce(description, '')), 'B')) stored,
  constraint videos_pkey primary key (id),
  constraint videos_author_id_slug_key unique (author_id, slug),
  constraint videos_kind_check check (kind in ('video')),
  constraint videos_drm_scheme_check check (drm_scheme in ('none', 'widevine_fairplay')),
  constraint videos_download_policy_check check (download_policy in ('none', 'owners', 'subscribers')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug::text) <= 80),
  constraint title_length check (char_length(btrim(title)) between 1 and 150),
  constraint description_length check (char_length(description) <= 5000),
  constraint duration_is_positive check (duration_ms > 0),
  constraint max_height_is_positive check (max_height > 0),
  constraint trailer_is_not_the_video check (trailer_asset_id <> asset_id)
);
alter table public.videos enable row level security;
alter table public.video_chapters add constraint video_chapters_video_id_fkey foreign key (video_id) references public.videos (id) on delete cascade;
alter table public.video_stats_daily add constraint video_stats_daily_video_id_fkey foreign key (video_id) references public.videos (id) on delete cascade;
revoke all on table public.videos from anon, authenticated, service_role;
comment on table public.videos is 'A long video with its source, trailer of two minutes at most, streaming state and how it may be watched.';
comment on column public.videos.max_height is 'Lines of the best rendition.';
alter table public.videos add constraint videos_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
alter table public.videos add constraint videos_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.videos add constraint videos_trailer_asset_id_fkey foreign key (trailer_asset_id) references public.media_assets (id) on delete set null;
alter table public.videos add constraint videos_poster_asset_id_fkey foreign key (poster_asset_id) references public.media_assets (id) on delete set null;
alter table public.videos add constraint item_of_same_kind foreign key (id, kind) references public.content_items (id, kind) on delete restrict;
alter table public.videos add constraint item_of_same_author foreign key (id, author_id) references public.content_items (id, author_id) on delete restrict;
create index videos_search_idx on public.videos using gin (search);
create index videos_author_id_created_at_idx on public.videos (author_id, created_at desc);
create index videos_duration_ms_idx on public.videos (duration_ms);
create index videos_id_kind_fkey_idx on public.videos (id, kind);
create index videos_id_author_id_fkey_idx on public.videos (id, author_id);
create index videos_asset_id_fkey_idx on public.videos (asset_id);
create index videos_trailer_asset_id_fkey_idx on public.videos (trailer_asset_id) where (trailer_asset_id is not null);
create index videos_poster_asset_id_fkey_idx on public.videos (poster_asset_id) where (poster_asset_id is not null);
create trigger touch_updated_at before update on public.videos for each row execute function boyfanz.touch_updated_at();
create constraint trigger check_publication after update of trailer_asset_id on public.videos deferrable initially deferred for each row when (new.trailer_asset_id is not null) execute function boyfanz.check_publication('id');
create constraint trigger chapters_lie_within after update of duration_ms on public.videos deferrable initially deferred for each row when (new.duration_ms < old.duration_ms) execute function boyfanz.check_chapters('id');

create table public.watermark_traces (
  mark_code bigint not null,
  issued_at timestamptz default now() not null,
  asset_id uuid not null,
  viewer_id uuid not null,
  delivery text not null,
  session_id uuid,
  ip_prefix cidr,
  constraint watermark_traces_pkey primary key (mark_code, issued_at),
  constraint watermark_traces_delivery_check check (delivery in ('stream', 'download')),
  constraint ip_is_cut_off check (masklen(ip_prefix) <= case family(ip_prefix) when 4 then 24 else 48 end)
) partition by range (issued_at);
alter table public.watermark_traces enable row level security;
revoke all on table public.watermark_traces from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'watermark_traces', 'issued_at', '7 days', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.watermark_traces'::regclass);
comment on table public.watermark_traces is 'Which viewer got the copy with a forensic mark, so that a leak leads back. Kept until its time is over even after erasure, for claims.';
comment on column public.watermark_traces.mark_code is 'Random over the whole range, so that nobody can guess that of another.';
comment on column public.watermark_traces.ip_prefix is 'At most 24 bits of an IPv4 and 48 of an IPv6 address.';
create index watermark_traces_viewer_id_issued_at_idx on public.watermark_traces (viewer_id, issued_at desc);
create index watermark_traces_asset_id_issued_at_idx on public.watermark_traces (asset_id, issued_at desc);
create trigger append_only before update or delete on public.watermark_traces for each row execute function boyfanz.append_only('clear session_id', 'clear ip_prefix');
create trigger refuse_truncate before truncate on public.watermark_traces for each statement execute function boyfanz.append_only();

create table public.affiliate_attributions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  program_id uuid not null,
  link_id uuid not null,
  affiliate_id uuid not null,
  customer_id uuid not null,
  attributed_at timestamptz default now() not null,
  expires_at timestamptz,
  method text default 'cookie' not null,
  status text default 'active' not null,
  reject_reason text,
  constraint affiliate_attributions_pkey primary key (id),
  constraint affiliate_attributions_program_id_customer_id_key unique (program_id, customer_id),
  constraint affiliate_attributions_id_affiliate_id_key unique (id, affiliate_id),
  constraint affiliate_attributions_method_check check (method in ('cookie', 'code', 'manual')),
  constraint affiliate_attributions_status_check check (status in ('active', 'expired', 'rejected')),
  constraint nobody_brings_themselves check (affiliate_id <> customer_id),
  constraint expires_after_attribution check (expires_at > attributed_at),
  constraint rejected_says_why check ((status = 'rejected') = (reject_reason is not null))
);
alter table public.affiliate_attributions enable row level security;
revoke all on table public.affiliate_attributions from anon, authenticated, service_role;
comment on table public.affiliate_attributions is 'Which affiliate brought a customer, once per customer and programme.';
alter table public.affiliate_attributions add constraint affiliate_attributions_affiliate_id_fkey foreign key (affiliate_id) references public.users (id) on delete restrict;
alter table public.affiliate_attributions add constraint affiliate_attributions_customer_id_fkey foreign key (customer_id) references public.users (id) on delete restrict;
create index affiliate_attributions_customer_id_idx on public.affiliate_attributions (customer_id) where (status = 'active');
create index affiliate_attributions_affiliate_id_attributed_at_idx on public.affiliate_attributions (affiliate_id, attributed_at desc);
create index affiliate_attributions_program_id_affiliate_id_link_id_fkey_idx on public.affiliate_attributions (program_id, affiliate_id, link_id);
create index affiliate_attributions_customer_id_fkey_idx on public.affiliate_attributions (customer_id);
create trigger touch_updated_at before update on public.affiliate_attributions for each row execute function boyfanz.touch_updated_at();
create trigger parties_never_change before update of program_id, link_id, affiliate_id, customer_id, attributed_at on public.affiliate_attributions for each row execute function boyfanz.set_once('program_id', 'link_id', 'affiliate_id', 'customer_id', 'attributed_at');

create table public.affiliate_clicks (
  id bigint generated always as identity not null,
  clicked_at timestamptz default now() not null,
  link_id uuid not null,
  visitor_hash public.digest_256 not null,
  ip_prefix cidr,
  country_code public.country_code,
  referrer_host text,
  is_bot boolean default false not null,
  user_id uuid,
  constraint affiliate_clicks_pkey primary key (id, clicked_at),
  constraint ip_prefix_is_no_address check (masklen(ip_prefix) <= case family(ip_prefix) when 4 then 24 else 48 end),
  constraint referrer_is_a_host check (referrer_host ~ '^[a-z0-9.-]{1,253}$')
) partition by range (clicked_at);
alter table public.affiliate_clicks enable row level security;
revoke all on table public.affiliate_clicks from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.affiliate_clicks', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'affiliate_clicks', 'clicked_at', '7 days', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.affiliate_clicks'::regclass);
comment on table public.affiliate_clicks is 'Visits through affiliate links, kept for a short time to attribute customers and find fraud.';
comment on column public.affiliate_clicks.visitor_hash is 'HMAC with a key that changes every day.';
comment on column public.affiliate_clicks.user_id is 'Cleared at erasure.';
create index affiliate_clicks_link_id_clicked_at_idx on public.affiliate_clicks (link_id, clicked_at desc);
create index affiliate_clicks_visitor_hash_clicked_at_idx on public.affiliate_clicks (visitor_hash, clicked_at desc);
create trigger append_only before update on public.affiliate_clicks for each row execute function boyfanz.append_only('clear ip_prefix', 'clear user_id');

create table public.affiliate_commissions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  attribution_id uuid not null,
  affiliate_id uuid not null,
  payment_id uuid not null,
  base_minor bigint not null,
  rate_bps integer not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  status text default 'pending' not null,
  available_at timestamptz not null,
  ledger_transaction_id uuid,
  reversed_by_id uuid,
  constraint affiliate_commissions_pkey primary key (id),
  constraint affiliate_commissions_attribution_id_payment_id_key unique (attribution_id, payment_id),
  constraint affiliate_commissions_status_check check (status in ('pending', 'approved', 'paid', 'reversed')),
  constraint rate_in_range check (rate_bps between 0 and 10000),
  constraint amount_within_rate check (base_minor > 0 and amount_minor between 0 and (base_minor::numeric * rate_bps / 10000 + 1)),
  constraint paid_is_posted check (status <> 'paid' or ledger_transaction_id is not null),
  constraint reversed_says_how check (reversed_by_id is null or status = 'reversed'),
  constraint posted_is_reversed_by_a_posting check (status <> 'reversed' or ledger_transaction_id is null or reversed_by_id is not null)
);
alter table public.affiliate_commissions enable row level security;
revoke all on table public.affiliate_commissions from anon, authenticated, service_role;
comment on table public.affiliate_commissions is 'Commissions earned on payments, from the hold to payout or reversal. There is none on money that went back.';
comment on column public.affiliate_commissions.rate_bps is 'Hundredths of a per cent.';
comment on column public.affiliate_commissions.available_at is 'A refund or dispute until then reverses it, by the same job that books it.';
alter table public.affiliate_commissions add constraint affiliate_commissions_affiliate_id_fkey foreign key (affiliate_id) references public.users (id) on delete restrict;
alter table public.affiliate_commissions add constraint attribution_of_same_affiliate foreign key (attribution_id, affiliate_id) references public.affiliate_attributions (id, affiliate_id) on delete restrict;
create index affiliate_commissions_affiliate_id_created_at_idx on public.affiliate_commissions (affiliate_id, created_at desc);
create index affiliate_commissions_available_at_idx on public.affiliate_commissions (available_at) where (status = 'pending');
create index affiliate_commissions_payment_id_idx on public.affiliate_commissions (payment_id);
create index affiliate_commissions_attribution_id_affiliate_id_fkey_idx on public.affiliate_commissions (attribution_id, affiliate_id);
create index affiliate_commissions_currency_fkey_idx on public.affiliate_commissions (currency);
create index affiliate_commissions_ledger_transaction_id_fkey_idx on public.affiliate_commissions (ledger_transaction_id) where (ledger_transaction_id is not null);
create index affiliate_commissions_reversed_by_id_fkey_idx on public.affiliate_commissions (reversed_by_id) where (reversed_by_id is not null);
create trigger touch_updated_at before update on public.affiliate_commissions for each row execute function boyfanz.touch_updated_at();
create trigger payment_in_same_currency before insert on public.affiliate_commissions for each row execute function boyfanz.matches_parent('payment_id', 'payments', 'currency');
create trigger payable before insert or update of status on public.affiliate_commissions for each row when (new.status in ('approved', 'paid')) execute function boyfanz.check_commission_payable();
create trigger append_only before update or delete on public.affiliate_commissions for each row execute function boyfanz.append_only('change status', 'change available_at', 'set ledger_transaction_id', 'set reversed_by_id');

create table public.affiliate_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  program_id uuid not null,
  affiliate_id uuid not null,
  code extensions.citext not null,
  landing_path text default '/' not null,
  sub_id text,
  disabled_at timestamptz,
  constraint affiliate_links_pkey primary key (id),
  constraint affiliate_links_code_key unique (code),
  constraint affiliate_links_program_id_affiliate_id_id_key unique (program_id, affiliate_id, id),
  constraint code_form check (code::text ~ '^[A-Za-z0-9_-]{3,40}$'),
  constraint landing_path_stays_here check (landing_path ~ '^/([^/\\]|$)' and char_length(landing_path) <= 500),
  constraint sub_id_length check (char_length(sub_id) <= 100)
);
alter table public.affiliate_links enable row level security;
alter table public.affiliate_attributions add constraint link_of_same_affiliate foreign key (program_id, affiliate_id, link_id) references public.affiliate_links (program_id, affiliate_id, id) on delete restrict;
revoke all on table public.affiliate_links from anon, authenticated, service_role;
comment on table public.affiliate_links is 'Links of an affiliate in a programme, by which customers are counted.';
comment on column public.affiliate_links.sub_id is 'A mark of the affiliate''s own.';
alter table public.affiliate_links add constraint affiliate_links_affiliate_id_fkey foreign key (affiliate_id) references public.users (id) on delete restrict;
create index affiliate_links_affiliate_id_idx on public.affiliate_links (affiliate_id);
create trigger touch_updated_at before update on public.affiliate_links for each row execute function boyfanz.touch_updated_at();
create trigger identity_never_changes before update of program_id, affiliate_id, code on public.affiliate_links for each row execute function boyfanz.set_once('program_id', 'affiliate_id', 'code');

create table public.affiliate_programs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code text not null,
  creator_id uuid,
  name text not null,
  commission_bps integer not null,
  base text default 'first_payment' not null,
  period_months smallint,
  cookie_days smallint default 30 not null,
  min_payout_minor bigint default 0 not null,
  currency public.currency_code not null,
  status text default 'active' not null,
  terms_document_id uuid,
  constraint affiliate_programs_pkey primary key (id),
  constraint affiliate_programs_code_key unique (code),
  constraint affiliate_programs_base_check check (base in ('first_payment', 'lifetime', 'period')),
  constraint affiliate_programs_status_check check (status in ('active', 'closed')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_-]{1,40}$'),
  constraint commission_in_range check (commission_bps between 0 and 10000),
  constraint period_names_its_months check ((base = 'period') = (period_months is not null)),
  constraint period_months_in_range check (period_months between 1 and 120),
  constraint cookie_days_in_range check (cookie_days between 1 and 365),
  constraint min_payout_is_not_negative check (min_payout_minor >= 0)
);
alter table public.affiliate_programs enable row level security;
alter table public.affiliate_attributions add constraint affiliate_attributions_program_id_fkey foreign key (program_id) references public.affiliate_programs (id) on delete restrict;
alter table public.affiliate_links add constraint affiliate_links_program_id_fkey foreign key (program_id) references public.affiliate_programs (id) on delete restrict;
revoke all on table public.affiliate_programs from anon, authenticated, service_role;
comment on table public.affiliate_programs is 'Plans by which people are paid for bringing customers; rate, what it is paid on, for how long.';
comment on column public.affiliate_programs.creator_id is 'NULL for a programme of the platform.';
comment on column public.affiliate_programs.commission_bps is 'Hundredths of a per cent.';
alter table public.affiliate_programs add constraint affiliate_programs_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.affiliate_programs add constraint affiliate_programs_terms_document_id_fkey foreign key (terms_document_id) references public.legal_documents (id) on delete restrict;
create index affiliate_programs_creator_id_fkey_idx on public.affiliate_programs (creator_id) where (creator_id is not null);
create index affiliate_programs_currency_fkey_idx on public.affiliate_programs (currency);
create index affiliate_programs_terms_document_id_fkey_idx on public.affiliate_programs (terms_document_id) where (terms_document_id is not null);
create trigger touch_updated_at before update on public.affiliate_programs for each row execute function boyfanz.touch_updated_at();

create table public.cart_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  cart_id uuid not null,
  content_id uuid not null,
  quantity smallint default 1 not null,
  unit_amount_minor bigint not null,
  added_at timestamptz default now() not null,
  constraint cart_items_pkey primary key (cart_id, content_id),
  constraint quantity_in_range check (quantity between 1 and 99),
  constraint amount_is_not_negative check (unit_amount_minor >= 0)
);
alter table public.cart_items enable row level security;
revoke all on table public.cart_items from anon, authenticated, service_role;
comment on table public.cart_items is 'Lines of a basket, at the price that was shown when they were added.';
alter table public.cart_items add constraint cart_items_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create index cart_items_content_id_idx on public.cart_items (content_id);
create trigger touch_updated_at before update on public.cart_items for each row execute function boyfanz.touch_updated_at();

create table public.carts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  currency public.currency_code not null,
  status text default 'open' not null,
  promo_code_id uuid,
  expires_at timestamptz not null,
  constraint carts_pkey primary key (id),
  constraint carts_status_check check (status in ('open', 'converted', 'abandoned')),
  constraint expires_after_creation check (expires_at > created_at)
) with (fillfactor = 70);
alter table public.carts enable row level security;
alter table public.cart_items add constraint cart_items_cart_id_fkey foreign key (cart_id) references public.carts (id) on delete cascade;
revoke all on table public.carts from anon, authenticated, service_role;
comment on table public.carts is 'The open basket of a buyer, before there is an order.';
alter table public.carts add constraint carts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index carts_user_id_idx on public.carts (user_id) where (status = 'open');
create index carts_expires_at_idx on public.carts (expires_at) where (status = 'open');
create index carts_user_id_fkey_idx on public.carts (user_id);
create index carts_currency_fkey_idx on public.carts (currency);
create index carts_promo_code_id_fkey_idx on public.carts (promo_code_id) where (promo_code_id is not null);
create trigger touch_updated_at before update on public.carts for each row execute function boyfanz.touch_updated_at();

create table public.chargeback_evidence (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  chargeback_id uuid not null,
  kind text not null,
  object_key text,
  facts jsonb default '{}' not null,
  sha256 public.digest_256,
  submitted_at timestamptz,
  prepared_by uuid,
  constraint chargeback_evidence_pkey primary key (id),
  constraint chargeback_evidence_kind_check check (kind in ('access_log', 'terms_acceptance', 'communication', 'delivery', 'identity', 'previous_payments', 'other')),
  constraint facts_is_object check (jsonb_typeof(facts) = 'object'),
  constraint file_has_its_digest check ((object_key is null) = (sha256 is null)),
  constraint says_something check (object_key is not null or facts <> '{}')
);
alter table public.chargeback_evidence enable row level security;
revoke all on table public.chargeback_evidence from anon, authenticated, service_role;
comment on table public.chargeback_evidence is 'Files and facts against a dispute; as submitted they stand for ever.';
comment on column public.chargeback_evidence.sha256 is 'Of the file.';
comment on column public.chargeback_evidence.prepared_by is 'NULL when a service did.';
alter table public.chargeback_evidence add constraint chargeback_evidence_prepared_by_fkey foreign key (prepared_by) references public.users (id) on delete restrict;
create index chargeback_evidence_chargeback_id_idx on public.chargeback_evidence (chargeback_id);
create index chargeback_evidence_prepared_by_fkey_idx on public.chargeback_evidence (prepared_by) where (prepared_by is not null);
create trigger touch_updated_at before update on public.chargeback_evidence for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_submitted before update or delete on public.chargeback_evidence for each row execute function boyfanz.freeze_when_set('submitted_at');

create table public.chargebacks (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  payment_id uuid not null,
  provider_id smallint not null,
  provider_case_ref text not null,
  network text not null,
  reason_code text not null,
  category text not null,
  stage text default 'first' not null,
  status text default 'open' not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  fee_minor bigint default 0 not null,
  evidence_due_at timestamptz,
  opened_at timestamptz default now() not null,
  closed_at timestamptz,
  ledger_transaction_id uuid,
  constraint chargebacks_pkey primary key (id),
  constraint chargebacks_provider_id_provider_case_ref_key unique (provider_id, provider_case_ref),
  constraint chargebacks_network_check check (network in ('visa', 'mastercard', 'amex', 'discover', 'other')),
  constraint chargebacks_category_check check (category in ('fraud', 'not_received', 'not_as_described', 'cancelled', 'duplicate', 'other')),
  constraint chargebacks_stage_check check (stage in ('inquiry', 'first', 'pre_arbitration', 'arbitration')),
  constraint chargebacks_status_check check (status in ('open', 'submitted', 'won', 'lost', 'accepted', 'expired')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint fee_is_not_negative check (fee_minor >= 0),
  constraint closed_names_its_time check ((status in ('won', 'lost', 'accepted', 'expired')) = (closed_at is not null)),
  constraint closed_after_opened check (closed_at >= opened_at),
  constraint lost_is_posted check (status not in ('lost', 'accepted') or ledger_transaction_id is not null)
);
alter table public.chargebacks enable row level security;
alter table public.chargeback_evidence add constraint chargeback_evidence_chargeback_id_fkey foreign key (chargeback_id) references public.chargebacks (id) on delete restrict;
revoke all on table public.chargebacks from anon, authenticated, service_role;
comment on table public.chargebacks is 'Disputes of a payment at the card scheme, with reason, stage, deadline and effect on money.';
comment on column public.chargebacks.amount_minor is 'As the scheme disputes it, which need not be in the currency of the payment.';
create index chargebacks_evidence_due_at_idx on public.chargebacks (evidence_due_at) where (status = 'open');
create index chargebacks_payment_id_idx on public.chargebacks (payment_id);
create index chargebacks_opened_at_idx on public.chargebacks (opened_at desc);
create index chargebacks_network_opened_at_idx on public.chargebacks (network, opened_at desc);
create index chargebacks_currency_fkey_idx on public.chargebacks (currency);
create index chargebacks_ledger_transaction_id_fkey_idx on public.chargebacks (ledger_transaction_id) where (ledger_transaction_id is not null);
create trigger touch_updated_at before update on public.chargebacks for each row execute function boyfanz.touch_updated_at();
create trigger payment_of_same_provider before insert on public.chargebacks for each row execute function boyfanz.matches_parent('payment_id', 'payments', 'provider_id');
create trigger identity_never_changes before update of payment_id, provider_id, provider_case_ref, amount_minor, currency, opened_at, ledger_transaction_id on public.chargebacks for each row execute function boyfanz.set_once('payment_id', 'provider_id', 'provider_case_ref', 'amount_minor', 'currency', 'opened_at', 'ledger_transaction_id');
create trigger refuse_delete before delete on public.chargebacks for each row execute function boyfanz.refuse_delete('The schemes count it.');
create trigger refuse_truncate before truncate on public.chargebacks for each statement execute function boyfanz.refuse_delete();

create table public.content_unlocks (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  content_id uuid not null,
  creator_id uuid not null,
  source text not null,
  offer_id uuid,
  payment_id uuid,
  order_item_id uuid,
  amount_minor bigint default 0 not null,
  currency public.currency_code not null,
  unlocked_at timestamptz default now() not null,
  first_viewed_at timestamptz,
  revoked_at timestamptz,
  revoke_reason text,
  constraint content_unlocks_pkey primary key (user_id, content_id),
  constraint content_unlocks_source_check check (source in ('purchase', 'gift', 'comp', 'message', 'bundle')),
  constraint content_unlocks_revoke_reason_check check (revoke_reason in ('refund', 'chargeback', 'takedown')),
  constraint purchase_names_its_payment check (source <> 'purchase' or payment_id is not null),
  constraint comp_costs_nothing check (source <> 'comp' or amount_minor = 0),
  constraint amount_is_not_negative check (amount_minor >= 0),
  constraint revoked_names_its_reason check ((revoked_at is null) = (revoke_reason is null))
);
alter table public.content_unlocks enable row level security;
revoke all on table public.content_unlocks from anon, authenticated, service_role;
comment on table public.content_unlocks is 'The right of a person to an item by purchase, gift or grace; one row answers the paywall. It is taken back by marking it, and buying again renews it.';
alter table public.content_unlocks add constraint content_unlocks_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.content_unlocks add constraint content_unlocks_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.content_unlocks add constraint content_unlocks_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
create index content_unlocks_content_id_unlocked_at_idx on public.content_unlocks (content_id, unlocked_at desc);
create index content_unlocks_creator_id_unlocked_at_idx on public.content_unlocks (creator_id, unlocked_at desc);
create index content_unlocks_user_id_unlocked_at_idx on public.content_unlocks (user_id, unlocked_at desc) where (revoked_at is null);
create index content_unlocks_content_id_offer_id_fkey_idx on public.content_unlocks (content_id, offer_id);
create index content_unlocks_payment_id_fkey_idx on public.content_unlocks (payment_id) where (payment_id is not null);
create index content_unlocks_order_item_id_fkey_idx on public.content_unlocks (order_item_id) where (order_item_id is not null);
create index content_unlocks_currency_fkey_idx on public.content_unlocks (currency);
create trigger touch_updated_at before update on public.content_unlocks for each row execute function boyfanz.touch_updated_at();
create trigger creator_of_the_item before insert on public.content_unlocks for each row execute function boyfanz.matches_parent('content_id', 'content_items', 'creator_id');
create trigger holder_never_changes before update of user_id, content_id, creator_id on public.content_unlocks for each row execute function boyfanz.set_once('user_id', 'content_id', 'creator_id');
create trigger refuse_delete before delete on public.content_unlocks for each row execute function boyfanz.refuse_delete('Set revoked_at; the row proves what was sold.');

create table public.creator_reserves (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  percent_bps integer not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  source_month date not null,
  release_on date not null,
  hold_transaction_id uuid not null,
  release_transaction_id uuid,
  consumed_minor bigint default 0 not null,
  constraint creator_reserves_pkey primary key (id),
  constraint percent_in_range check (percent_bps between 1 and 10000),
  constraint amount_is_positive check (amount_minor > 0),
  constraint consumed_within_amount check (consumed_minor between 0 and amount_minor),
  constraint source_month_is_its_first_day check (extract(day from source_month) = 1),
  constraint release_after_the_month check (release_on > source_month),
  constraint release_is_another_posting check (release_transaction_id <> hold_transaction_id)
);
alter table public.creator_reserves enable row level security;
revoke all on table public.creator_reserves from anon, authenticated, service_role;
comment on table public.creator_reserves is 'Slices of a month''s earnings that are kept back against disputes until their day of release.';
comment on column public.creator_reserves.percent_bps is 'Hundredths of a per cent.';
comment on column public.creator_reserves.consumed_minor is 'Used up by disputes.';
alter table public.creator_reserves add constraint creator_reserves_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
create index creator_reserves_release_on_idx on public.creator_reserves (release_on) where (release_transaction_id is null);
create index creator_reserves_creator_id_source_month_idx on public.creator_reserves (creator_id, source_month);
create index creator_reserves_currency_fkey_idx on public.creator_reserves (currency);
create index creator_reserves_hold_transaction_id_fkey_idx on public.creator_reserves (hold_transaction_id);
create index creator_reserves_release_transaction_id_fkey_idx on public.creator_reserves (release_transaction_id) where (release_transaction_id is not null);
create trigger touch_updated_at before update on public.creator_reserves for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.creator_reserves for each row execute function boyfanz.append_only('change consumed_minor', 'set release_transaction_id');
create trigger consumed_only_grows before update of consumed_minor on public.creator_reserves for each row execute function boyfanz.only_grows('consumed_minor');

create table public.credit_notes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  invoice_id uuid not null,
  customer_id uuid not null,
  series text not null,
  fiscal_year smallint not null,
  number bigint not null,
  reason text not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  tax_minor bigint not null,
  refund_id uuid,
  lines jsonb default '[]' not null,
  issued_on date not null,
  pdf_object_key text,
  constraint credit_notes_pkey primary key (id),
  constraint credit_notes_series_fiscal_year_number_key unique (series, fiscal_year, number),
  constraint credit_notes_reason_check check (reason in ('refund', 'error', 'discount', 'chargeback', 'write_off')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint tax_within_amount check (tax_minor between 0 and amount_minor),
  constraint refund_is_named check (reason <> 'refund' or refund_id is not null),
  constraint lines_are_array check (jsonb_typeof(lines) = 'array')
);
alter table public.credit_notes enable row level security;
revoke all on table public.credit_notes from anon, authenticated, service_role;
comment on table public.credit_notes is 'Corrections of a final invoice with numbers of their own; all of them together never exceed it.';
comment on column public.credit_notes.number is 'Taken by a trigger.';
comment on column public.credit_notes.amount_minor is 'Tax included.';
alter table public.credit_notes add constraint credit_notes_customer_id_fkey foreign key (customer_id) references public.users (id) on delete restrict;
create index credit_notes_invoice_id_idx on public.credit_notes (invoice_id);
create index credit_notes_customer_id_issued_on_idx on public.credit_notes (customer_id, issued_on desc);
create index credit_notes_currency_fkey_idx on public.credit_notes (currency);
create index credit_notes_refund_id_fkey_idx on public.credit_notes (refund_id) where (refund_id is not null);
create trigger touch_updated_at before update on public.credit_notes for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.credit_notes for each row execute function boyfanz.append_only('set pdf_object_key');
create trigger check_credit_note before insert on public.credit_notes for each row execute function boyfanz.check_credit_note();
create trigger take_number before insert on public.credit_notes for each row execute function boyfanz.take_document_number();
create trigger refuse_truncate before truncate on public.credit_notes for each statement execute function boyfanz.append_only();

create table public.currencies (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code public.currency_code not null,
  name text not null,
  exponent smallint not null,
  kind text default 'fiat' not null,
  is_settlement boolean default false not null,
  is_display boolean default true not null,
  min_charge_minor bigint,
  refund_review_above_minor bigint,
  constraint currencies_pkey primary key (code),
  constraint currencies_kind_check check (kind in ('fiat', 'token', 'crypto')),
  constraint exponent_in_range check (exponent between 0 and 8),
  constraint token_is_user_assigned check (kind <> 'token' or code like 'X%'),
  constraint min_charge_is_positive check (min_charge_minor > 0),
  constraint refund_review_is_not_negative check (refund_review_above_minor >= 0)
);
alter table public.currencies enable row level security;
alter table public.creators add constraint creators_default_currency_fkey foreign key (default_currency) references public.currencies (code) on delete restrict;
alter table public.user_preferences add constraint user_preferences_display_currency_fkey foreign key (display_currency) references public.currencies (code) on delete restrict;
alter table public.polls add constraint polls_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.affiliate_commissions add constraint affiliate_commissions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.affiliate_programs add constraint affiliate_programs_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.carts add constraint carts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.chargebacks add constraint chargebacks_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.content_unlocks add constraint content_unlocks_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.creator_reserves add constraint creator_reserves_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.credit_notes add constraint credit_notes_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
revoke all on table public.currencies from anon, authenticated, service_role;
comment on table public.currencies is 'Currencies of ISO 4217 and the platform''s token, with the exponent of their minor unit, in which every amount is counted.';
comment on column public.currencies.exponent is 'Decimal places of the minor unit.';
comment on column public.currencies.min_charge_minor is 'Minor units.';
comment on column public.currencies.refund_review_above_minor is 'Refunds above it that a person starts need the approval of another; NULL for none.';
create trigger touch_updated_at before update on public.currencies for each row execute function boyfanz.touch_updated_at();
create trigger exponent_never_changes before update of code, exponent on public.currencies for each row execute function boyfanz.set_once('code', 'exponent');

create table public.custom_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requester_id uuid not null,
  creator_id uuid not null,
  brief_enc bytea not null,
  key_id smallint not null,
  status text default 'draft' not null,
  amount_minor bigint,
  currency public.currency_code not null,
  payment_id uuid,
  hold_transaction_id uuid,
  delivered_content_id uuid,
  due_at timestamptz,
  funded_at timestamptz,
  delivered_at timestamptz,
  auto_release_at timestamptz,
  constraint custom_requests_pkey primary key (id),
  constraint custom_requests_status_check check (status in ('draft', 'quoted', 'accepted', 'funded', 'delivered', 'completed', 'declined', 'cancelled', 'disputed', 'refunded')),
  constraint nobody_commissions_themselves check (requester_id <> creator_id),
  constraint amount_is_positive check (amount_minor > 0),
  constraint quoted_names_its_price check (status in ('draft', 'declined', 'cancelled') or amount_minor is not null),
  constraint funded_is_held check (status not in ('funded', 'delivered', 'completed', 'disputed', 'refunded') or (payment_id is not null and hold_transaction_id is not null and funded_at is not null)),
  constraint delivered_names_its_item check (status not in ('delivered', 'completed') or (delivered_content_id is not null and delivered_at is not null)),
  constraint released_after_delivery check (status <> 'delivered' or auto_release_at > delivered_at)
);
alter table public.custom_requests enable row level security;
revoke all on table public.custom_requests from anon, authenticated, service_role;
comment on table public.custom_requests is 'Commissions of personal content with brief, price, money held, delivery and dispute. The brief becomes unreadable when its key is destroyed at erasure.';
comment on column public.custom_requests.brief_enc is 'Encrypted with key_id.';
comment on column public.custom_requests.key_id is 'Version of the encryption key.';
comment on column public.custom_requests.hold_transaction_id is 'Posting that holds the money until delivery.';
comment on column public.custom_requests.auto_release_at is 'When the money goes to the creator unless the requester objects.';
alter table public.custom_requests add constraint custom_requests_requester_id_fkey foreign key (requester_id) references public.users (id) on delete restrict;
alter table public.custom_requests add constraint custom_requests_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.custom_requests add constraint custom_requests_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.custom_requests add constraint custom_requests_delivered_content_id_fkey foreign key (delivered_content_id) references public.content_items (id) on delete restrict;
create index custom_requests_creator_id_status_created_at_idx on public.custom_requests (creator_id, status, created_at desc);
create index custom_requests_requester_id_created_at_idx on public.custom_requests (requester_id, created_at desc);
create index custom_requests_auto_release_at_idx on public.custom_requests (auto_release_at) where (status = 'delivered');
create index custom_requests_currency_fkey_idx on public.custom_requests (currency);
create index custom_requests_payment_id_fkey_idx on public.custom_requests (payment_id) where (payment_id is not null);
create index custom_requests_hold_transaction_id_fkey_idx on public.custom_requests (hold_transaction_id) where (hold_transaction_id is not null);
create index custom_requests_delivered_content_id_fkey_idx on public.custom_requests (delivered_content_id) where (delivered_content_id is not null);
create trigger touch_updated_at before update on public.custom_requests for each row execute function boyfanz.touch_updated_at();
create trigger money_never_changes before update of requester_id, creator_id, currency, payment_id, hold_transaction_id, funded_at on public.custom_requests for each row execute function boyfanz.set_once('requester_id', 'creator_id', 'currency', 'payment_id', 'hold_transaction_id', 'funded_at');
create trigger price_stands_once_funded before update of amount_minor on public.custom_requests for each row when (old.funded_at is not null) execute function boyfanz.set_once('amount_minor');

create table public.digital_deliveries (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  order_item_id uuid not null,
  file_id uuid not null,
  buyer_id uuid not null,
  max_downloads smallint default 10 not null,
  downloads smallint default 0 not null,
  expires_at timestamptz,
  last_download_at timestamptz,
  revoked_at timestamptz,
  constraint digital_deliveries_pkey primary key (id),
  constraint digital_deliveries_order_item_id_file_id_key unique (order_item_id, file_id),
  constraint downloads_within_limit check (downloads between 0 and max_downloads),
  constraint expires_after_creation check (expires_at > created_at)
) with (fillfactor = 80);
alter table public.digital_deliveries enable row level security;
revoke all on table public.digital_deliveries from anon, authenticated, service_role;
comment on table public.digital_deliveries is 'Right to download a file that was paid for, within limits.';
comment on column public.digital_deliveries.downloads is 'Raised by a conditional update.';
alter table public.digital_deliveries add constraint digital_deliveries_buyer_id_fkey foreign key (buyer_id) references public.users (id) on delete restrict;
create index digital_deliveries_buyer_id_created_at_idx on public.digital_deliveries (buyer_id, created_at desc);
create index digital_deliveries_file_id_fkey_idx on public.digital_deliveries (file_id);
create trigger touch_updated_at before update on public.digital_deliveries for each row execute function boyfanz.touch_updated_at();
create trigger grant_never_changes before update of order_item_id, file_id, buyer_id on public.digital_deliveries for each row execute function boyfanz.set_once('order_item_id', 'file_id', 'buyer_id');

create table public.digital_product_files (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  product_id uuid not null,
  version integer default 1 not null,
  asset_id uuid not null,
  filename text not null,
  "position" smallint default 0 not null,
  released_at timestamptz default now() not null,
  constraint digital_product_files_pkey primary key (id),
  constraint digital_product_files_product_id_version_asset_id_key unique (product_id, version, asset_id),
  constraint version_is_positive check (version >= 1),
  constraint position_is_not_negative check (position >= 0),
  constraint filename_is_no_path check (filename ~ '^[^/\\[:cntrl:]]{1,200}$')
);
alter table public.digital_product_files enable row level security;
alter table public.digital_deliveries add constraint digital_deliveries_file_id_fkey foreign key (file_id) references public.digital_product_files (id) on delete restrict;
revoke all on table public.digital_product_files from anon, authenticated, service_role;
comment on table public.digital_product_files is 'What a buyer of a product downloads, by version.';
alter table public.digital_product_files add constraint digital_product_files_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
create index digital_product_files_asset_id_idx on public.digital_product_files (asset_id);
create trigger touch_updated_at before update on public.digital_product_files for each row execute function boyfanz.touch_updated_at();
create trigger what_was_sold_stands before update of product_id, version, asset_id on public.digital_product_files for each row execute function boyfanz.set_once('product_id', 'version', 'asset_id');

create table public.digital_products (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id uuid not null,
  kind text default 'product' not null,
  creator_id uuid not null,
  slug extensions.citext not null,
  title text not null,
  description text,
  product_type text default 'download' not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  stock integer,
  tax_code text not null,
  refund_window_days smallint default 0 not null,
  sales_count integer default 0 not null,
  status text default 'draft' not null,
  search tsvector generated always as (to_tsvector('simple', title || ' ' || coalesce(description, ''))) stored not null,
  constraint digital_products_pkey primary key (id),
  constraint digital_products_creator_id_slug_key unique (creator_id, slug),
  constraint digital_products_id_product_type_key unique (id, product_type),
  constraint digital_products_kind_check check (kind in ('product')),
  constraint digital_products_product_type_check check (product_type in ('download', 'bundle', 'preset', 'course', 'licence', 'physical')),
  constraint digital_products_status_check check (status in ('draft', 'active', 'paused', 'retired')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint title_length check (char_length(title) between 1 and 200),
  constraint amount_is_not_negative check (amount_minor >= 0),
  constraint stock_is_not_negative check (stock >= 0),
  constraint refund_window_in_range check (refund_window_days between 0 and 365),
  constraint sales_count_is_not_negative check (sales_count >= 0)
) with (fillfactor = 85);
alter table public.digital_products enable row level security;
alter table public.digital_product_files add constraint digital_product_files_product_id_fkey foreign key (product_id) references public.digital_products (id) on delete restrict;
revoke all on table public.digital_products from anon, authenticated, service_role;
comment on table public.digital_products is 'The product subtype of an item; what a creator''s shop sells for download or delivery.';
comment on column public.digital_products.stock is 'NULL for what never runs out.';
comment on column public.digital_products.tax_code is 'Product class of tax_rates.';
alter table public.digital_products add constraint digital_products_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.digital_products add constraint digital_products_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.digital_products add constraint item_is_a_product foreign key (id, kind) references public.content_items (id, kind) on delete restrict;
create index digital_products_creator_id_status_idx on public.digital_products (creator_id, status);
create index digital_products_search_idx on public.digital_products using gin (search);
create index digital_products_id_kind_fkey_idx on public.digital_products (id, kind);
create index digital_products_currency_fkey_idx on public.digital_products (currency);
create trigger touch_updated_at before update on public.digital_products for each row execute function boyfanz.touch_updated_at();
create trigger creator_of_the_item before insert on public.digital_products for each row execute function boyfanz.matches_parent('id', 'content_items', 'creator_id');
create trigger identity_never_changes before update of creator_id, currency on public.digital_products for each row execute function boyfanz.set_once('creator_id', 'currency');
create trigger refuse_delete before delete on public.digital_products for each row when (old.status <> 'draft' or old.sales_count > 0) execute function boyfanz.refuse_delete('Retire it; buyers and orders depend on the row.');

create table public.dispute_alerts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  source text not null,
  source_ref text not null,
  payment_id uuid,
  amount_minor bigint not null,
  currency public.currency_code not null,
  received_at timestamptz default now() not null,
  respond_by timestamptz not null,
  outcome text default 'pending' not null,
  refund_id uuid,
  responded_at timestamptz,
  constraint dispute_alerts_pkey primary key (id),
  constraint dispute_alerts_source_source_ref_key unique (source, source_ref),
  constraint dispute_alerts_source_check check (source in ('ethoca', 'verifi_rdr', 'verifi_cdrn', 'provider')),
  constraint dispute_alerts_outcome_check check (outcome in ('pending', 'refunded', 'already_refunded', 'not_found', 'rejected')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint respond_after_received check (respond_by > received_at),
  constraint answered_names_its_time check ((outcome = 'pending') = (responded_at is null)),
  constraint refunded_names_its_refund check (outcome <> 'refunded' or (refund_id is not null and payment_id is not null))
);
alter table public.dispute_alerts enable row level security;
revoke all on table public.dispute_alerts from anon, authenticated, service_role;
comment on table public.dispute_alerts is 'Warnings of the schemes'' programmes that a dispute is coming; a refund in time keeps it from being counted.';
alter table public.dispute_alerts add constraint dispute_alerts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index dispute_alerts_respond_by_idx on public.dispute_alerts (respond_by) where (outcome = 'pending');
create index dispute_alerts_payment_id_idx on public.dispute_alerts (payment_id);
create index dispute_alerts_currency_fkey_idx on public.dispute_alerts (currency);
create index dispute_alerts_refund_id_fkey_idx on public.dispute_alerts (refund_id) where (refund_id is not null);
create trigger touch_updated_at before update on public.dispute_alerts for each row execute function boyfanz.touch_updated_at();
create trigger refund_of_same_payment before insert or update of refund_id, payment_id on public.dispute_alerts for each row execute function boyfanz.matches_parent('refund_id', 'refunds', 'payment_id');

create table public.earnings (
  id bigint generated always as identity not null,
  earned_at timestamptz default now() not null,
  creator_id uuid not null,
  source text not null,
  source_id uuid not null,
  fan_id uuid,
  content_id uuid,
  gross_minor bigint not null,
  platform_fee_minor bigint not null,
  processing_fee_minor bigint default 0 not null,
  tax_minor bigint default 0 not null,
  split_out_minor bigint default 0 not null,
  net_minor bigint not null,
  currency public.currency_code not null,
  available_at timestamptz not null,
  ledger_transaction_id uuid not null,
  constraint earnings_pkey primary key (id, earned_at),
  constraint earnings_source_check check (source in ('subscription', 'tip', 'ppv', 'message', 'product', 'custom_request', 'stream', 'referral', 'adjustment', 'refund', 'chargeback')),
  constraint net_adds_up check (net_minor = gross_minor - platform_fee_minor - processing_fee_minor - tax_minor - split_out_minor),
  constraint sign_fits_source check (case when source in ('refund', 'chargeback') then gross_minor <= 0 when source = 'adjustment' then true else gross_minor >= 0 end)
) partition by range (earned_at);
alter table public.earnings enable row level security;
revoke all on table public.earnings from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.earnings', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'earnings', 'earned_at', '1 month', 1, null, '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.earnings'::regclass);
comment on table public.earnings is 'One line per sale and recipient with gross, deductions, net and day of release; what a creator sees as income. Refunds and disputes are negative lines, nothing is ever changed.';
comment on column public.earnings.source_id is 'Row of the table that source stands for.';
comment on column public.earnings.fan_id is 'NULL for an anonymous tip.';
comment on column public.earnings.split_out_minor is 'Passed on to other recipients, who have lines of their own.';
create index earnings_creator_id_earned_at_idx on public.earnings (creator_id, earned_at desc) include (source, currency, gross_minor, net_minor);
create index earnings_creator_id_fan_id_earned_at_idx on public.earnings (creator_id, fan_id, earned_at desc);
create index earnings_source_source_id_idx on public.earnings (source, source_id);
create index earnings_available_at_idx on public.earnings (available_at) where (net_minor <> 0);
create trigger append_only before update or delete on public.earnings for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.earnings for each statement execute function boyfanz.append_only();

create table public.earnings_monthly (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  month date not null,
  source text not null,
  currency public.currency_code not null,
  gross_minor bigint default 0 not null,
  fees_minor bigint default 0 not null,
  net_minor bigint default 0 not null,
  sales_count integer default 0 not null,
  refund_minor bigint default 0 not null,
  closed_at timestamptz,
  constraint earnings_monthly_pkey primary key (creator_id, month, source, currency),
  constraint earnings_monthly_source_check check (source in ('subscription', 'tip', 'ppv', 'message', 'product', 'custom_request', 'stream', 'referral', 'adjustment', 'refund', 'chargeback')),
  constraint month_is_its_first_day check (extract(day from month) = 1),
  constraint sales_count_is_not_negative check (sales_count >= 0)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.earnings_monthly enable row level security;
revoke all on table public.earnings_monthly from anon, authenticated, service_role;
comment on table public.earnings_monthly is 'Earnings per creator, month, source and currency, for dashboards and tax forms. A closed month equals the sum of its lines and stands.';
comment on column public.earnings_monthly.month is 'Its first day; months are in UTC.';
comment on column public.earnings_monthly.fees_minor is 'Platform and processing fees.';
comment on column public.earnings_monthly.refund_minor is 'Given back later on sales of this month, for information.';
alter table public.earnings_monthly add constraint earnings_monthly_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.earnings_monthly add constraint earnings_monthly_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index earnings_monthly_month_idx on public.earnings_monthly (month);
create index earnings_monthly_currency_fkey_idx on public.earnings_monthly (currency);
create trigger touch_updated_at before update on public.earnings_monthly for each row execute function boyfanz.touch_updated_at();
create trigger closed_equals_the_lines before insert or update of closed_at on public.earnings_monthly for each row when (new.closed_at is not null) execute function boyfanz.check_month_close();
create trigger freeze_when_closed before update or delete on public.earnings_monthly for each row execute function boyfanz.freeze_when_set('closed_at', 'change refund_minor');

create table public.fx_rates (
  created_at timestamptz default now() not null,
  base_currency public.currency_code not null,
  quote_currency public.currency_code not null,
  as_of timestamptz not null,
  source text not null,
  rate numeric(20,10) not null,
  valid_until timestamptz,
  constraint fx_rates_pkey primary key (base_currency, quote_currency, as_of, source),
  constraint fx_rates_source_check check (source in ('ecb', 'provider', 'internal')),
  constraint rate_is_positive check (rate > 0),
  constraint currencies_differ check (base_currency <> quote_currency),
  constraint ends_after_start check (valid_until > as_of)
);
alter table public.fx_rates enable row level security;
revoke all on table public.fx_rates from anon, authenticated, service_role;
comment on table public.fx_rates is 'Exchange rates for display and settlement, by source and time. A payment keeps the rate that it used.';
comment on column public.fx_rates.rate is 'Units of quote_currency for one of base_currency.';
alter table public.fx_rates add constraint fx_rates_base_currency_fkey foreign key (base_currency) references public.currencies (code) on delete restrict;
alter table public.fx_rates add constraint fx_rates_quote_currency_fkey foreign key (quote_currency) references public.currencies (code) on delete restrict;
create index fx_rates_quote_currency_as_of_idx on public.fx_rates (quote_currency, as_of desc);
create trigger append_only before update or delete on public.fx_rates for each row execute function boyfanz.append_only('set valid_until');

create table public.gift_subscriptions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  payer_id uuid not null,
  recipient_id uuid,
  tier_id uuid not null,
  price_id uuid not null,
  periods smallint default 1 not null,
  payment_id uuid,
  claim_code_hash public.digest_256,
  message text,
  status text default 'pending' not null,
  claimed_at timestamptz,
  expires_at timestamptz not null,
  constraint gift_subscriptions_pkey primary key (id),
  constraint gift_subscriptions_claim_code_hash_key unique (claim_code_hash),
  constraint gift_subscriptions_status_check check (status in ('pending', 'paid', 'claimed', 'expired', 'refunded')),
  constraint periods_in_range check (periods between 1 and 24),
  constraint nobody_gives_to_themselves check (recipient_id <> payer_id),
  constraint somebody_can_claim_it check (num_nonnulls(recipient_id, claim_code_hash) > 0),
  constraint paid_names_its_payment check (status in ('pending', 'expired') or payment_id is not null),
  constraint claimed_by_somebody check (status <> 'claimed' or (recipient_id is not null and claimed_at is not null)),
  constraint message_length check (char_length(message) <= 500),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.gift_subscriptions enable row level security;
revoke all on table public.gift_subscriptions from anon, authenticated, service_role;
comment on table public.gift_subscriptions is 'Subscriptions bought for somebody else, for a named recipient or whoever has the code, and their redemption.';
comment on column public.gift_subscriptions.price_id is 'The price, and with it the interval, that was bought.';
alter table public.gift_subscriptions add constraint gift_subscriptions_payer_id_fkey foreign key (payer_id) references public.users (id) on delete restrict;
alter table public.gift_subscriptions add constraint gift_subscriptions_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete restrict;
create index gift_subscriptions_recipient_id_idx on public.gift_subscriptions (recipient_id) where (status = 'paid');
create index gift_subscriptions_payer_id_created_at_idx on public.gift_subscriptions (payer_id, created_at desc);
create index gift_subscriptions_tier_id_price_id_fkey_idx on public.gift_subscriptions (tier_id, price_id);
create index gift_subscriptions_recipient_id_fkey_idx on public.gift_subscriptions (recipient_id) where (recipient_id is not null);
create index gift_subscriptions_payment_id_fkey_idx on public.gift_subscriptions (payment_id) where (payment_id is not null);
create trigger touch_updated_at before update on public.gift_subscriptions for each row execute function boyfanz.touch_updated_at();
create trigger terms_never_change before update on public.gift_subscriptions for each row execute function boyfanz.append_only('set recipient_id', 'set payment_id', 'change status', 'set claimed_at', 'change expires_at', 'clear message', 'clear claim_code_hash');

create table public.invoice_lines (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  invoice_id uuid not null,
  line_no smallint not null,
  kind text not null,
  description text not null,
  seller_id uuid,
  subscription_period_id uuid,
  order_item_id uuid,
  quantity numeric(12,3) default 1 not null,
  unit_minor bigint not null,
  amount_minor bigint not null,
  tax_rate_id integer,
  tax_minor bigint default 0 not null,
  service_period tstzrange,
  constraint invoice_lines_pkey primary key (invoice_id, line_no),
  constraint invoice_lines_kind_check check (kind in ('subscription', 'ppv', 'tip', 'product', 'token', 'fee', 'discount', 'adjustment')),
  constraint line_no_is_positive check (line_no > 0),
  constraint quantity_is_positive check (quantity > 0),
  constraint sign_fits_kind check (case kind when 'discount' then amount_minor <= 0 when 'adjustment' then true else amount_minor >= 0 end),
  constraint service_period_is_bounded check (service_period is null or (not isempty(service_period) and lower(service_period) is not null and upper(service_period) is not null))
);
alter table public.invoice_lines enable row level security;
revoke all on table public.invoice_lines from anon, authenticated, service_role;
comment on table public.invoice_lines is 'Lines of an invoice with quantity, tax and the source of the revenue; discounts are negative lines. Frozen with the invoice.';
comment on column public.invoice_lines.amount_minor is 'Before tax.';
alter table public.invoice_lines add constraint invoice_lines_seller_id_fkey foreign key (seller_id) references public.creators (user_id) on delete restrict;
create index invoice_lines_seller_id_fkey_idx on public.invoice_lines (seller_id) where (seller_id is not null);
create index invoice_lines_subscription_period_id_fkey_idx on public.invoice_lines (subscription_period_id) where (subscription_period_id is not null);
create index invoice_lines_order_item_id_fkey_idx on public.invoice_lines (order_item_id) where (order_item_id is not null);
create index invoice_lines_tax_rate_id_fkey_idx on public.invoice_lines (tax_rate_id) where (tax_rate_id is not null);
create trigger touch_updated_at before update on public.invoice_lines for each row execute function boyfanz.touch_updated_at();
create trigger freeze_with_invoice before insert or update or delete on public.invoice_lines for each row execute function boyfanz.freeze_with_parent('invoice_id', 'invoices', 'finalized_at');

create table public.invoice_number_sequences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  series text not null,
  fiscal_year smallint not null,
  legal_entity text not null,
  next_number bigint default 1 not null,
  prefix text not null,
  constraint invoice_number_sequences_pkey primary key (series, fiscal_year),
  constraint series_form check (series ~ '^[A-Z0-9][A-Z0-9-]{0,19}$'),
  constraint fiscal_year_in_range check (fiscal_year between 2000 and 2200),
  constraint next_number_is_positive check (next_number >= 1)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50);
alter table public.invoice_number_sequences enable row level security;
alter table public.credit_notes add constraint series_has_numbers foreign key (series, fiscal_year) references public.invoice_number_sequences (series, fiscal_year) on delete restrict;
revoke all on table public.invoice_number_sequences from anon, authenticated, service_role;
comment on table public.invoice_number_sequences is 'Counters of a series and fiscal year, locked when an invoice or credit note takes a number. A sequence of the database would leave gaps when a transaction fails.';
create trigger touch_updated_at before update on public.invoice_number_sequences for each row execute function boyfanz.touch_updated_at();
create trigger next_number_only_grows before update of next_number on public.invoice_number_sequences for each row execute function boyfanz.only_grows('next_number');
create trigger identity_never_changes before update of series, fiscal_year, legal_entity, prefix on public.invoice_number_sequences for each row execute function boyfanz.set_once('series', 'fiscal_year', 'legal_entity', 'prefix');
create trigger refuse_delete before delete on public.invoice_number_sequences for each row when (old.next_number > 1) execute function boyfanz.refuse_delete('Numbers were given out.');

create table public.invoices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  direction text default 'sale' not null,
  customer_id uuid not null,
  series text not null,
  fiscal_year smallint not null,
  number bigint,
  status text default 'draft' not null,
  currency public.currency_code not null,
  subtotal_minor bigint default 0 not null,
  discount_minor bigint default 0 not null,
  tax_minor bigint default 0 not null,
  total_minor bigint default 0 not null,
  paid_minor bigint default 0 not null,
  issued_on date,
  due_on date,
  customer_snapshot jsonb default '{}' not null,
  seller_snapshot jsonb default '{}' not null,
  subscription_id uuid,
  pdf_object_key text,
  finalized_at timestamptz,
  voided_at timestamptz,
  retain_until date,
  constraint invoices_pkey primary key (id),
  constraint invoices_series_fiscal_year_number_key unique (series, fiscal_year, number),
  constraint invoices_direction_check check (direction in ('sale', 'self_billed')),
  constraint invoices_status_check check (status in ('draft', 'open', 'paid', 'void', 'uncollectible')),
  constraint total_adds_up check (total_minor = subtotal_minor - discount_minor + tax_minor),
  constraint parts_are_not_negative check (subtotal_minor >= 0 and discount_minor >= 0 and tax_minor >= 0 and total_minor >= 0),
  constraint paid_within_total check (paid_minor between 0 and total_minor),
  constraint final_is_complete check (case when finalized_at is null then status = 'draft' and number is null else status <> 'draft' and number is not null and issued_on is not null and retain_until is not null
  and customer_snapshot <> '{}' and seller_snapshot <> '{}' end),
  constraint paid_is_paid_in_full check (status <> 'paid' or paid_minor = total_minor),
  constraint void_names_its_time check ((status = 'void') = (voided_at is not null)),
  constraint due_after_issue check (due_on >= issued_on),
  constraint retained_for_six_years check (retain_until - issued_on >= 2190),
  constraint snapshots_are_objects check (jsonb_typeof(customer_snapshot) = 'object' and jsonb_typeof(seller_snapshot) = 'object')
);
alter table public.invoices enable row level security;
alter table public.credit_notes add constraint credit_notes_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
alter table public.invoice_lines add constraint invoice_lines_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
revoke all on table public.invoices from anon, authenticated, service_role;
comment on table public.invoices is 'Bills to a payer, or self-billing notes to a creator. Final once and for all, with a number without gaps, frozen parties and lines that add up; then only the state of payment changes, and the parties after statutory retention.';
comment on column public.invoices.number is 'Taken by a trigger when the invoice becomes final.';
comment on column public.invoices.retain_until is 'End of statutory retention; afterwards the snapshots may be made pseudonyms.';
alter table public.invoices add constraint invoices_customer_id_fkey foreign key (customer_id) references public.users (id) on delete restrict;
alter table public.invoices add constraint invoices_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.invoices add constraint series_has_numbers foreign key (series, fiscal_year) references public.invoice_number_sequences (series, fiscal_year) on delete restrict;
create index invoices_customer_id_issued_on_idx on public.invoices (customer_id, issued_on desc);
create index invoices_status_due_on_idx on public.invoices (status, due_on) where (status = 'open');
create index invoices_currency_fkey_idx on public.invoices (currency);
create index invoices_subscription_id_fkey_idx on public.invoices (subscription_id) where (subscription_id is not null);
create trigger touch_updated_at before update on public.invoices for each row execute function boyfanz.touch_updated_at();
create trigger currency_never_changes before update of currency on public.invoices for each row execute function boyfanz.set_once('currency');
create trigger freeze_when_final before update or delete on public.invoices for each row when (old.retain_until is null or old.retain_until >= (now() at time zone 'UTC')::date) execute function boyfanz.freeze_when_set('finalized_at', 'change status', 'change paid_minor', 'set voided_at', 'set pdf_object_key');
create trigger freeze_after_retention before update or delete on public.invoices for each row when (old.retain_until < (now() at time zone 'UTC')::date) execute function boyfanz.freeze_when_set('finalized_at', 'change status', 'change paid_minor', 'set voided_at', 'clear pdf_object_key', 'change customer_snapshot', 'change seller_snapshot');
create constraint trigger lines_add_up after insert or update of finalized_at on public.invoices deferrable initially deferred for each row when (new.finalized_at is not null) execute function boyfanz.check_invoice_lines();
create trigger take_number before update of finalized_at on public.invoices for each row when (old.finalized_at is null and new.finalized_at is not null) execute function boyfanz.take_document_number();
create trigger take_number_at_once before insert on public.invoices for each row when (new.finalized_at is not null) execute function boyfanz.take_document_number();
create trigger refuse_truncate before truncate on public.invoices for each statement execute function boyfanz.refuse_delete();

create table public.ledger_account_balances (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  account_id bigint not null,
  allow_negative boolean default false not null,
  balance_minor bigint default 0 not null,
  held_minor bigint default 0 not null,
  last_entry_id bigint default 0 not null,
  version bigint default 0 not null,
  constraint ledger_account_balances_pkey primary key (account_id),
  constraint no_overdraft check (allow_negative or balance_minor >= held_minor),
  constraint held_is_not_negative check (held_minor >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table public.ledger_account_balances enable row level security;
revoke all on table public.ledger_account_balances from anon, authenticated, service_role;
comment on table public.ledger_account_balances is 'Balance of each account, changed by its entries alone; the row that a posting locks, in the order of the accounts. An account with slots has the rest of its balance in ledger_balance_shards.';
comment on column public.ledger_account_balances.allow_negative is 'Follows the account, so that the check can read it.';
comment on column public.ledger_account_balances.balance_minor is 'Towards the normal side of the account.';
comment on column public.ledger_account_balances.held_minor is 'Set aside for purchases under way.';
comment on column public.ledger_account_balances.last_entry_id is 'Newest of ledger_entries that is counted.';
create index ledger_account_balances_balance_minor_idx on public.ledger_account_balances (balance_minor) where (balance_minor < 0);
create index ledger_account_balances_account_id_allow_negative_fkey_idx on public.ledger_account_balances (account_id, allow_negative);
create trigger touch_updated_at before update on public.ledger_account_balances for each row execute function boyfanz.touch_updated_at();
create trigger entries_alone_move_it before update on public.ledger_account_balances for each row when (pg_trigger_depth() = 0) execute function boyfanz.append_only('change held_minor', 'change version');
create trigger refuse_delete before delete on public.ledger_account_balances for each row execute function boyfanz.refuse_delete();
create trigger refuse_truncate before truncate on public.ledger_account_balances for each statement execute function boyfanz.refuse_delete();

create table public.ledger_accounts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id bigint generated always as identity not null,
  code text not null,
  owner_id uuid,
  kind text not null,
  qualifier text default '' not null,
  normal_side text not null,
  currency public.currency_code not null,
  allow_negative boolean default false not null,
  is_frozen boolean default false not null,
  closed_at timestamptz,
  constraint ledger_accounts_pkey primary key (id),
  constraint ledger_accounts_code_key unique (code),
  constraint ledger_accounts_id_currency_key unique (id, currency),
  constraint ledger_accounts_id_allow_negative_key unique (id, allow_negative),
  constraint ledger_accounts_id_owner_id_currency_kind_key unique (id, owner_id, currency, kind),
  constraint ledger_accounts_kind_check check (kind in ('user_wallet', 'creator_pending', 'creator_available', 'creator_reserve', 'token_liability', 'escrow', 'platform_revenue', 'platform_fee', 'provider_fee', 'provider_clearing', 'tax_payable', 'affiliate_payable', 'chargeback_loss', 'bank', 'rounding', 'promo_expense')),
  constraint ledger_accounts_normal_side_check check (normal_side in ('debit', 'credit')),
  constraint code_form check (code ~ '^[A-Za-z0-9][A-Za-z0-9:._-]{0,119}$'),
  constraint owner_fits_kind check (case when kind in ('user_wallet', 'creator_pending', 'creator_available', 'creator_reserve', 'affiliate_payable') then owner_id is not null when kind in ('token_liability', 'escrow') then true else owner_id is null end),
  constraint normal_side_fits_kind check (case when kind in ('provider_clearing', 'bank', 'provider_fee', 'chargeback_loss', 'promo_expense') then normal_side = 'debit' when kind = 'rounding' then true else normal_side = 'credit' end),
  constraint only_the_platform_qualifies check (qualifier = '' or owner_id is null)
);
alter table public.ledger_accounts enable row level security;
alter table public.ledger_account_balances add constraint account_with_its_overdraft_rule foreign key (account_id, allow_negative) references public.ledger_accounts (id, allow_negative) on delete restrict on update cascade;
revoke all on table public.ledger_accounts from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.ledger_accounts', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.ledger_accounts is 'Accounts of the ledger by owner, kind and currency. Debits are positive and credits negative in its entries; the balance counts towards the normal side.';
comment on column public.ledger_accounts.owner_id is 'NULL for an account of the platform.';
comment on column public.ledger_accounts.qualifier is 'Tells accounts of the platform of one kind and currency apart, such as the provider or the tax office.';
comment on column public.ledger_accounts.is_frozen is 'Takes money but gives none, except for refunds, chargebacks and corrections.';
alter table public.ledger_accounts add constraint ledger_accounts_owner_id_fkey foreign key (owner_id) references public.users (id) on delete restrict;
alter table public.ledger_accounts add constraint ledger_accounts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index ledger_accounts_one_of_a_kind_idx on public.ledger_accounts ((coalesce(owner_id, '00000000-0000-0000-0000-000000000000'::uuid)), kind, currency, qualifier);
create index ledger_accounts_kind_currency_idx on public.ledger_accounts (kind, currency) where (owner_id is null);
create index ledger_accounts_owner_id_idx on public.ledger_accounts (owner_id) where (owner_id is not null);
create index ledger_accounts_currency_fkey_idx on public.ledger_accounts (currency);
create trigger touch_updated_at before update on public.ledger_accounts for each row execute function boyfanz.touch_updated_at();
create trigger identity_never_changes before update on public.ledger_accounts for each row execute function boyfanz.append_only('change allow_negative', 'change is_frozen', 'set closed_at');
create trigger close_when_empty before update of closed_at on public.ledger_accounts for each row when (new.closed_at is not null and old.closed_at is null) execute function boyfanz.refuse_closing_with_balance();
create trigger open_balance after insert on public.ledger_accounts for each row execute function boyfanz.open_balance();
create trigger refuse_delete before delete on public.ledger_accounts for each row execute function boyfanz.refuse_delete('Close it.');
create trigger refuse_truncate before truncate on public.ledger_accounts for each statement execute function boyfanz.refuse_delete();

create table public.ledger_balance_shards (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  account_id bigint not null,
  slot smallint not null,
  allow_negative boolean default true not null,
  balance_minor bigint default 0 not null,
  last_entry_id bigint default 0 not null,
  constraint ledger_balance_shards_pkey primary key (account_id, slot),
  constraint slot_in_range check (slot between 0 and 63),
  constraint only_where_negative_is_allowed check (allow_negative)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table public.ledger_balance_shards enable row level security;
revoke all on table public.ledger_balance_shards from anon, authenticated, service_role;
comment on table public.ledger_balance_shards is 'Slots that share the balance of a busy account of the platform, so that sales do not queue on one row. Only for accounts that may go negative, because no slot alone can tell an overdraft.';
comment on column public.ledger_balance_shards.allow_negative is 'Always true; ties the slot to an account that may.';
comment on column public.ledger_balance_shards.last_entry_id is 'Newest of ledger_entries that is counted.';
alter table public.ledger_balance_shards add constraint account_that_may_go_negative foreign key (account_id, allow_negative) references public.ledger_accounts (id, allow_negative) on delete restrict;
create index ledger_balance_shards_account_id_allow_negative_fkey_idx on public.ledger_balance_shards (account_id, allow_negative);
create trigger touch_updated_at before update on public.ledger_balance_shards for each row execute function boyfanz.touch_updated_at();
create trigger entries_alone_move_it before update on public.ledger_balance_shards for each row when (pg_trigger_depth() = 0) execute function boyfanz.append_only();
create trigger refuse_delete before delete on public.ledger_balance_shards for each row when (old.balance_minor <> 0) execute function boyfanz.refuse_delete('The slot holds a part of the balance.');

create table public.ledger_balance_snapshots (
  account_id bigint not null,
  as_of date not null,
  balance_minor bigint not null,
  last_entry_id bigint not null,
  verified_at timestamptz,
  constraint ledger_balance_snapshots_pkey primary key (account_id, as_of)
) partition by range (as_of);
alter table public.ledger_balance_snapshots enable row level security;
revoke all on table public.ledger_balance_snapshots from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'ledger_balance_snapshots', 'as_of', '1 month', 1, null, '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.ledger_balance_snapshots'::regclass);
comment on table public.ledger_balance_snapshots is 'Balance of an account at the end of a day, written only for days on which it moved; for statements and as proof against the entries.';
comment on column public.ledger_balance_snapshots.as_of is 'Day in UTC, whose end is meant.';
comment on column public.ledger_balance_snapshots.last_entry_id is 'Newest of ledger_entries that is counted.';
comment on column public.ledger_balance_snapshots.verified_at is 'When it was found equal to the sum of the entries.';
alter table public.ledger_balance_snapshots add constraint ledger_balance_snapshots_account_id_fkey foreign key (account_id) references public.ledger_accounts (id) on delete restrict;
create index ledger_balance_snapshots_as_of_idx on public.ledger_balance_snapshots (as_of);
create trigger append_only before update or delete on public.ledger_balance_snapshots for each row execute function boyfanz.append_only('set verified_at');
create trigger refuse_truncate before truncate on public.ledger_balance_snapshots for each statement execute function boyfanz.append_only();

create table public.ledger_entries (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  transaction_id uuid not null,
  leg_no smallint not null,
  account_id bigint not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  posted_at timestamptz default now() not null,
  available_at timestamptz,
  memo text,
  constraint ledger_entries_pkey primary key (id),
  constraint ledger_entries_transaction_id_leg_no_key unique (transaction_id, leg_no),
  constraint leg_no_is_positive check (leg_no > 0),
  constraint amount_is_not_zero check (amount_minor <> 0)
) with (fillfactor = 100, autovacuum_vacuum_insert_scale_factor = 0.02);
alter table public.ledger_entries enable row level security;
revoke all on table public.ledger_entries from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.ledger_entries', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.ledger_entries is 'Legs of the postings; debits positive, credits negative, in the currency of their account and without running balances. Legs come in one statement per posting, so that the locks of the balances are taken in one order. Partition by id only above a billion rows.';
comment on column public.ledger_entries.amount_minor is 'Minor units; a debit when positive.';
comment on column public.ledger_entries.posted_at is 'That of the posting, set by a trigger.';
comment on column public.ledger_entries.available_at is 'When pending earnings may be released.';
alter table public.ledger_entries add constraint account_of_same_currency foreign key (account_id, currency) references public.ledger_accounts (id, currency) on delete restrict;
create index ledger_entries_account_id_id_idx on public.ledger_entries (account_id, id desc) include (amount_minor);
create index ledger_entries_account_id_posted_at_idx on public.ledger_entries (account_id, posted_at desc);
create index ledger_entries_available_at_idx on public.ledger_entries (available_at) where (available_at is not null);
create index ledger_entries_account_id_currency_fkey_idx on public.ledger_entries (account_id, currency);
create trigger append_only before update or delete on public.ledger_entries for each row execute function boyfanz.append_only();
create trigger apply_to_balances after insert on public.ledger_entries referencing new table as posted for each statement execute function boyfanz.apply_entries();
create trigger check_leg before insert on public.ledger_entries for each row execute function boyfanz.check_leg();
create constraint trigger legs_balance after insert on public.ledger_entries deferrable initially deferred for each row execute function boyfanz.check_posting_balances('transaction_id');
create trigger refuse_truncate before truncate on public.ledger_entries for each statement execute function boyfanz.append_only();

create table public.ledger_periods (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated always as identity not null,
  starts_on date not null,
  ends_on date not null,
  status text default 'open' not null,
  closed_by uuid,
  closed_at timestamptz,
  trial_balance_hash public.digest_256,
  constraint ledger_periods_pkey primary key (id),
  constraint ledger_periods_starts_on_key unique (starts_on),
  constraint ledger_periods_status_check check (status in ('open', 'soft_closed', 'closed')),
  constraint ends_after_start check (ends_on >= starts_on),
  constraint closed_names_its_time check ((status = 'closed') = (closed_at is not null)),
  constraint closed_proves_its_balance check (status <> 'closed' or trial_balance_hash is not null),
  constraint ledger_periods_periods_do_not_overlap_excl exclude using gist ((daterange(starts_on, ends_on, '[]')) with &&)
);
alter table public.ledger_periods enable row level security;
revoke all on table public.ledger_periods from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.ledger_periods', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.ledger_periods is 'Accounting periods and how far they are closed; a closed one takes no more postings and never opens again.';
comment on column public.ledger_periods.ends_on is 'Last day of the period.';
comment on column public.ledger_periods.status is 'One that is soft_closed takes corrections only.';
comment on column public.ledger_periods.closed_by is 'NULL when a job closed it.';
alter table public.ledger_periods add constraint ledger_periods_closed_by_fkey foreign key (closed_by) references public.users (id) on delete restrict;
create index ledger_periods_closed_by_fkey_idx on public.ledger_periods (closed_by) where (closed_by is not null);
create trigger touch_updated_at before update on public.ledger_periods for each row execute function boyfanz.touch_updated_at();
create trigger close_in_order before insert or update of status on public.ledger_periods for each row execute function boyfanz.close_periods_in_order();
create trigger dates_never_change before update of starts_on, ends_on on public.ledger_periods for each row execute function boyfanz.set_once('starts_on', 'ends_on');
create trigger freeze_when_closed before update on public.ledger_periods for each row execute function boyfanz.freeze_when_set('closed_at');
create trigger refuse_delete before delete on public.ledger_periods for each row execute function boyfanz.refuse_delete('Postings refer to it.');

create table public.ledger_transactions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  posting_no bigint generated always as identity not null,
  kind text not null,
  source_table text not null,
  source_id text not null,
  effective_at timestamptz not null,
  posted_at timestamptz default now() not null,
  posted_in bigint not null,
  period_id integer not null,
  reverses_id uuid,
  description text,
  created_by uuid,
  approved_by uuid,
  idempotency_key text not null,
  prev_hash public.digest_256,
  row_hash public.digest_256 not null,
  constraint ledger_transactions_pkey primary key (id),
  constraint ledger_transactions_idempotency_key_key unique (idempotency_key),
  constraint ledger_transactions_reverses_id_key unique (reverses_id),
  constraint ledger_transactions_posting_no_key unique (posting_no),
  constraint ledger_transactions_kind_check check (kind in ('charge', 'capture_fee', 'split', 'tip', 'unlock', 'topup', 'token_purchase', 'token_spend', 'release', 'refund', 'chargeback', 'chargeback_won', 'payout', 'payout_return', 'reserve_hold', 'reserve_release', 'tax', 'fx', 'affiliate', 'adjustment', 'reversal')),
  constraint adjustment_has_four_eyes check (kind <> 'adjustment' or (created_by is not null and approved_by is not null)),
  constraint approver_is_not_the_creator check (approved_by <> created_by),
  constraint reversal_names_what_it_reverses check ((kind = 'reversal') = (reverses_id is not null)),
  constraint nothing_reverses_itself check (reverses_id <> id),
  constraint not_posted_ahead check (posted_at <= created_at),
  constraint prev_hash_is_another check (prev_hash <> row_hash)
);
alter table public.ledger_transactions enable row level security;
alter table public.affiliate_commissions add constraint affiliate_commissions_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.affiliate_commissions add constraint affiliate_commissions_reversed_by_id_fkey foreign key (reversed_by_id) references public.ledger_transactions (id) on delete restrict;
alter table public.chargebacks add constraint chargebacks_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.creator_reserves add constraint creator_reserves_hold_transaction_id_fkey foreign key (hold_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.creator_reserves add constraint creator_reserves_release_transaction_id_fkey foreign key (release_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.custom_requests add constraint custom_requests_hold_transaction_id_fkey foreign key (hold_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.ledger_entries add constraint ledger_entries_transaction_id_fkey foreign key (transaction_id) references public.ledger_transactions (id) on delete restrict;
revoke all on table public.ledger_transactions from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.ledger_transactions', 'posting_no'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.ledger_transactions is 'Header of a posting with its cause in the business; it has at least two legs, which sum to zero in each currency. Never changed, corrected only by a reversal, and written by the posting service alone.';
comment on column public.ledger_transactions.posting_no is 'Order of the hash chain; gaps are allowed.';
comment on column public.ledger_transactions.effective_at is 'When it happened in the business; never after the end of the period.';
comment on column public.ledger_transactions.posted_in is 'Number of the database transaction, set by a trigger; only that one may add legs.';
comment on column public.ledger_transactions.created_by is 'NULL when a service posted it.';
comment on column public.ledger_transactions.prev_hash is 'row_hash of the posting before; NULL for the first of a chain.';
comment on column public.ledger_transactions.row_hash is 'Of header, legs and prev_hash, computed by the posting service and proven every night.';
alter table public.ledger_transactions add constraint ledger_transactions_period_id_fkey foreign key (period_id) references public.ledger_periods (id) on delete restrict;
alter table public.ledger_transactions add constraint ledger_transactions_reverses_id_fkey foreign key (reverses_id) references public.ledger_transactions (id) on delete restrict;
alter table public.ledger_transactions add constraint ledger_transactions_created_by_fkey foreign key (created_by) references public.users (id) on delete restrict;
alter table public.ledger_transactions add constraint ledger_transactions_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index ledger_transactions_source_table_source_id_idx on public.ledger_transactions (source_table, source_id);
create index ledger_transactions_posted_at_idx on public.ledger_transactions (posted_at desc);
create index ledger_transactions_period_id_idx on public.ledger_transactions (period_id);
create index ledger_transactions_kind_posted_at_idx on public.ledger_transactions (kind, posted_at desc);
create index ledger_transactions_created_by_fkey_idx on public.ledger_transactions (created_by) where (created_by is not null);
create index ledger_transactions_approved_by_fkey_idx on public.ledger_transactions (approved_by) where (approved_by is not null);
create trigger append_only before update or delete on public.ledger_transactions for each row execute function boyfanz.append_only();
create constraint trigger legs_balance after insert on public.ledger_transactions deferrable initially deferred for each row execute function boyfanz.check_posting_balances('id');
create trigger period_is_open before insert on public.ledger_transactions for each row execute function boyfanz.refuse_closed_period();
create trigger refuse_truncate before truncate on public.ledger_transactions for each statement execute function boyfanz.append_only();
create constraint trigger reversal_undoes_all after insert on public.ledger_transactions deferrable initially deferred for each row when (new.reverses_id is not null) execute function boyfanz.check_reversal();
create trigger stamp_posting before insert on public.ledger_transactions for each row execute function boyfanz.stamp_posting();

create table public.order_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  order_id uuid not null,
  line_no smallint not null,
  seller_id uuid not null,
  content_id uuid not null,
  description text not null,
  quantity smallint default 1 not null,
  unit_amount_minor bigint not null,
  discount_minor bigint default 0 not null,
  tax_minor bigint default 0 not null,
  total_minor bigint not null,
  currency public.currency_code not null,
  fee_schedule_id uuid not null,
  split_rule_id uuid,
  fulfilled_at timestamptz,
  refunded_minor bigint default 0 not null,
  constraint order_items_pkey primary key (id),
  constraint order_items_order_id_line_no_key unique (order_id, line_no),
  constraint line_no_is_positive check (line_no > 0),
  constraint quantity_in_range check (quantity between 1 and 99),
  constraint total_adds_up check (total_minor = quantity * unit_amount_minor - discount_minor + tax_minor),
  constraint parts_are_not_negative check (unit_amount_minor >= 0 and discount_minor >= 0 and tax_minor >= 0 and total_minor >= 0),
  constraint refunded_within_total check (refunded_minor between 0 and total_minor)
);
alter table public.order_items enable row level security;
alter table public.content_unlocks add constraint content_unlocks_order_item_id_fkey foreign key (order_item_id) references public.order_items (id) on delete restrict;
alter table public.digital_deliveries add constraint digital_deliveries_order_item_id_fkey foreign key (order_item_id) references public.order_items (id) on delete restrict;
alter table public.invoice_lines add constraint invoice_lines_order_item_id_fkey foreign key (order_item_id) references public.order_items (id) on delete restrict;
revoke all on table public.order_items from anon, authenticated, service_role;
comment on table public.order_items is 'Lines of an order with seller, price, tax, fee and split as agreed at the sale.';
alter table public.order_items add constraint order_items_seller_id_fkey foreign key (seller_id) references public.creators (user_id) on delete restrict;
alter table public.order_items add constraint order_items_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.order_items add constraint order_items_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index order_items_seller_id_created_at_idx on public.order_items (seller_id, created_at desc);
create index order_items_content_id_idx on public.order_items (content_id);
create index order_items_order_id_currency_fkey_idx on public.order_items (order_id, currency);
create index order_items_seller_id_split_rule_id_fkey_idx on public.order_items (seller_id, split_rule_id);
create index order_items_currency_fkey_idx on public.order_items (currency);
create index order_items_fee_schedule_id_fkey_idx on public.order_items (fee_schedule_id);
create trigger touch_updated_at before update on public.order_items for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.order_items for each row execute function boyfanz.append_only('set fulfilled_at', 'change refunded_minor');
create trigger refunded_only_grows before update of refunded_minor on public.order_items for each row execute function boyfanz.only_grows('refunded_minor');

create table public.orders (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  order_no bigint generated always as identity not null,
  buyer_id uuid not null,
  status text default 'pending' not null,
  currency public.currency_code not null,
  subtotal_minor bigint not null,
  discount_minor bigint default 0 not null,
  tax_minor bigint default 0 not null,
  total_minor bigint not null,
  promo_redemption_id uuid,
  invoice_id uuid,
  billing_country public.country_code not null,
  buyer_snapshot jsonb default '{}' not null,
  placed_at timestamptz,
  idempotency_key text not null,
  constraint orders_pkey primary key (id),
  constraint orders_order_no_key unique (order_no),
  constraint orders_buyer_id_idempotency_key_key unique (buyer_id, idempotency_key),
  constraint orders_id_currency_key unique (id, currency),
  constraint orders_status_check check (status in ('pending', 'paid', 'fulfilled', 'partially_refunded', 'refunded', 'cancelled', 'charged_back')),
  constraint total_adds_up check (total_minor = subtotal_minor - discount_minor + tax_minor),
  constraint parts_are_not_negative check (subtotal_minor >= 0 and discount_minor >= 0 and tax_minor >= 0 and total_minor >= 0),
  constraint buyer_snapshot_is_object check (jsonb_typeof(buyer_snapshot) = 'object'),
  constraint paid_was_placed check (status in ('pending', 'cancelled') or placed_at is not null)
);
alter table public.orders enable row level security;
alter table public.order_items add constraint order_of_same_currency foreign key (order_id, currency) references public.orders (id, currency) on delete restrict;
revoke all on table public.orders from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.orders', 'order_no'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.orders is 'A purchase by one buyer; its totals are fixed when it is placed. order_no is what support asks for.';
comment on column public.orders.buyer_snapshot is 'Name and address as the buyer gave them for this purchase.';
alter table public.orders add constraint orders_buyer_id_fkey foreign key (buyer_id) references public.users (id) on delete restrict;
alter table public.orders add constraint orders_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.orders add constraint orders_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
create index orders_buyer_id_placed_at_idx on public.orders (buyer_id, placed_at desc);
create index orders_status_created_at_idx on public.orders (status, created_at) where (status = 'pending');
create index orders_currency_fkey_idx on public.orders (currency);
create index orders_promo_redemption_id_fkey_idx on public.orders (promo_redemption_id) where (promo_redemption_id is not null);
create index orders_invoice_id_fkey_idx on public.orders (invoice_id) where (invoice_id is not null);
create trigger touch_updated_at before update on public.orders for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_placed before update on public.orders for each row execute function boyfanz.freeze_when_set('placed_at', 'change status', 'set invoice_id', 'change buyer_snapshot');
create trigger currency_never_changes before update of buyer_id, currency on public.orders for each row execute function boyfanz.set_once('buyer_id', 'currency');
create trigger refuse_delete before delete on public.orders for each row execute function boyfanz.refuse_delete('Cancel it.');

create table public.payee_screenings (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  provider text not null,
  lists_version text not null,
  outcome text not null,
  match_score numeric(5,4),
  reviewed_by uuid,
  review_outcome text,
  screened_at timestamptz default now() not null,
  next_due_on date not null,
  report_key_enc bytea,
  key_id smallint,
  constraint payee_screenings_pkey primary key (id),
  constraint payee_screenings_outcome_check check (outcome in ('clear', 'possible_match', 'confirmed_match', 'error')),
  constraint payee_screenings_review_outcome_check check (review_outcome in ('false_positive', 'true_match')),
  constraint match_score_in_range check (match_score between 0 and 1),
  constraint review_is_signed check ((review_outcome is null) = (reviewed_by is null)),
  constraint nobody_reviews_themselves check (reviewed_by <> user_id),
  constraint clear_needs_no_review check (review_outcome is null or outcome in ('possible_match', 'confirmed_match')),
  constraint due_after_screening check (next_due_on > (screened_at at time zone 'UTC')::date),
  constraint report_names_its_key check ((report_key_enc is null) = (key_id is null))
);
alter table public.payee_screenings enable row level security;
revoke all on table public.payee_screenings from anon, authenticated, service_role;
comment on table public.payee_screenings is 'Searches for a payee on sanctions and PEP lists, repeated on schedule. A match puts a hold on payouts and freezes the accounts, by trigger.';
comment on column public.payee_screenings.report_key_enc is 'Place of the report, encrypted with key_id.';
comment on column public.payee_screenings.key_id is 'Version of the encryption key.';
alter table public.payee_screenings add constraint payee_screenings_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.payee_screenings add constraint payee_screenings_reviewed_by_fkey foreign key (reviewed_by) references public.users (id) on delete restrict;
create index payee_screenings_user_id_screened_at_idx on public.payee_screenings (user_id, screened_at desc);
create index payee_screenings_next_due_on_idx on public.payee_screenings (next_due_on);
create index payee_screenings_outcome_idx on public.payee_screenings (outcome) where (outcome = 'possible_match' and review_outcome is null);
create index payee_screenings_reviewed_by_fkey_idx on public.payee_screenings (reviewed_by) where (reviewed_by is not null);
create trigger touch_updated_at before update on public.payee_screenings for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.payee_screenings for each row execute function boyfanz.append_only('set reviewed_by', 'set review_outcome', 'change next_due_on', 'change report_key_enc', 'change key_id');
create trigger match_freezes_payouts after insert or update of review_outcome on public.payee_screenings for each row when (new.review_outcome = 'true_match' or new.outcome = 'confirmed_match' and new.review_outcome is null) execute function boyfanz.freeze_payouts_on_match();

create table public.payment_attempts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  intent_id uuid not null,
  attempt_no smallint not null,
  provider_id smallint not null,
  provider_attempt_ref text,
  payment_method_id uuid,
  status text default 'started' not null,
  decline_code text,
  decline_class text,
  three_ds text,
  avs_result text,
  cvc_result text,
  ip inet,
  device_id uuid,
  risk_score smallint,
  finished_at timestamptz,
  constraint payment_attempts_pkey primary key (id),
  constraint payment_attempts_intent_id_attempt_no_key unique (intent_id, attempt_no),
  constraint payment_attempts_provider_id_provider_attempt_ref_key unique (provider_id, provider_attempt_ref),
  constraint payment_attempts_status_check check (status in ('started', 'authorised', 'captured', 'declined', 'error', 'voided')),
  constraint payment_attempts_decline_class_check check (decline_class in ('soft', 'hard', 'fraud')),
  constraint payment_attempts_three_ds_check check (three_ds in ('none', 'frictionless', 'challenge', 'failed')),
  constraint attempt_no_is_positive check (attempt_no > 0),
  constraint declined_says_how check (status <> 'declined' or decline_class is not null),
  constraint finished_names_its_time check (status in ('started', 'authorised') or finished_at is not null),
  constraint check_results_are_letters check (avs_result ~ '^[A-Za-z]{1,20}$' and cvc_result ~ '^[A-Za-z_]{1,20}$'),
  constraint risk_score_in_range check (risk_score between 0 and 100)
);
alter table public.payment_attempts enable row level security;
revoke all on table public.payment_attempts from anon, authenticated, service_role;
comment on table public.payment_attempts is 'Each try to collect at a provider, with the outcome of strong authentication and address check. The provider''s own answer, which holds personal data, is only in payment_webhook_events, encrypted.';
comment on column public.payment_attempts.cvc_result is 'Whether it matched; the value itself is never stored.';
comment on column public.payment_attempts.ip is 'Cleared at erasure.';
comment on column public.payment_attempts.risk_score is '0 to 100.';
alter table public.payment_attempts add constraint payment_attempts_device_id_fkey foreign key (device_id) references public.user_devices (id) on delete set null;
create index payment_attempts_status_created_at_idx on public.payment_attempts (status, created_at) where (status in ('started', 'authorised'));
create index payment_attempts_payment_method_id_created_at_idx on public.payment_attempts (payment_method_id, created_at desc);
create index payment_attempts_device_id_fkey_idx on public.payment_attempts (device_id) where (device_id is not null);
create trigger touch_updated_at before update on public.payment_attempts for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.payment_attempts for each row execute function boyfanz.append_only('set provider_attempt_ref', 'change status', 'set decline_code', 'set decline_class', 'set three_ds', 'set avs_result', 'set cvc_result', 'clear ip', 'clear device_id', 'change risk_score', 'set finished_at');

create table public.payment_idempotency_keys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  scope text not null,
  key_hash public.digest_256 not null,
  user_id uuid not null,
  request_sha256 public.digest_256 not null,
  status text default 'in_progress' not null,
  response_code smallint,
  response_body jsonb,
  resource_type text,
  resource_id text,
  locked_until timestamptz,
  expires_at timestamptz not null,
  constraint payment_idempotency_keys_pkey primary key (scope, key_hash),
  constraint payment_idempotency_keys_status_check check (status in ('in_progress', 'done', 'failed')),
  constraint lives_at_least_24_hours check (expires_at - created_at >= interval '24 hours'),
  constraint done_has_an_answer check (status <> 'done' or response_code is not null),
  constraint in_progress_is_locked check (status <> 'in_progress' or locked_until is not null),
  constraint response_code_in_range check (response_code between 100 and 599),
  constraint resource_is_whole check ((resource_type is null) = (resource_id is null))
);
alter table public.payment_idempotency_keys enable row level security;
revoke all on table public.payment_idempotency_keys from anon, authenticated, service_role;
comment on table public.payment_idempotency_keys is 'Answers to requests that move money, so that a repeated one gets the same answer. The same key with another request is an error.';
comment on column public.payment_idempotency_keys.scope is 'Operation and caller, within which the key is unique.';
comment on column public.payment_idempotency_keys.locked_until is 'After it another worker may take the request over.';
create index payment_idempotency_keys_expires_at_idx on public.payment_idempotency_keys (expires_at);
create trigger touch_updated_at before update on public.payment_idempotency_keys for each row execute function boyfanz.touch_updated_at();
create trigger other_request_is_an_error before update of scope, key_hash, user_id, request_sha256, response_code, resource_id on public.payment_idempotency_keys for each row execute function boyfanz.set_once('scope', 'key_hash', 'user_id', 'request_sha256', 'response_code', 'resource_id');

create table public.payment_intents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  payer_id uuid not null,
  purpose text not null,
  order_id uuid,
  invoice_id uuid,
  subscription_id uuid,
  amount_minor bigint not null,
  currency public.currency_code not null,
  status text default 'created' not null,
  payment_method_id uuid,
  statement_descriptor text,
  risk_level text,
  expires_at timestamptz not null,
  idempotency_key text not null,
  constraint payment_intents_pkey primary key (id),
  constraint payment_intents_payer_id_idempotency_key_key unique (payer_id, idempotency_key),
  constraint payment_intents_purpose_check check (purpose in ('subscription', 'order', 'ppv', 'tip', 'wallet_topup', 'token_purchase', 'gift', 'custom_request')),
  constraint payment_intents_status_check check (status in ('created', 'requires_action', 'processing', 'succeeded', 'failed', 'cancelled')),
  constraint payment_intents_risk_level_check check (risk_level in ('low', 'elevated', 'high')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint purpose_names_its_object check (case purpose when 'subscription' then subscription_id is not null when 'order' then order_id is not null else true end),
  constraint descriptor_form check (statement_descriptor ~ '^[A-Za-z0-9 .*-]{5,22}$'),
  constraint descriptor_is_discreet check (statement_descriptor !~* '(boyfan|xxx|porn|adult|sex|nude|gay)'),
  constraint expires_after_creation check (expires_at > created_at)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
alter table public.payment_intents enable row level security;
alter table public.payment_attempts add constraint payment_attempts_intent_id_fkey foreign key (intent_id) references public.payment_intents (id) on delete restrict;
revoke all on table public.payment_intents from anon, authenticated, service_role;
comment on table public.payment_intents is 'The intention to collect an amount for one purpose; it outlives retries and a change of provider.';
comment on column public.payment_intents.statement_descriptor is 'What the bank statement shows; it says nothing about what was bought.';
alter table public.payment_intents add constraint payment_intents_payer_id_fkey foreign key (payer_id) references public.users (id) on delete restrict;
alter table public.payment_intents add constraint payment_intents_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
alter table public.payment_intents add constraint payment_intents_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
alter table public.payment_intents add constraint payment_intents_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index payment_intents_payer_id_created_at_idx on public.payment_intents (payer_id, created_at desc);
create index payment_intents_status_expires_at_idx on public.payment_intents (status, expires_at) where (status in ('created', 'requires_action', 'processing'));
create index payment_intents_subscription_id_idx on public.payment_intents (subscription_id) where (subscription_id is not null);
create index payment_intents_order_id_idx on public.payment_intents (order_id) where (order_id is not null);
create index payment_intents_payer_id_payment_method_id_fkey_idx on public.payment_intents (payer_id, payment_method_id);
create index payment_intents_invoice_id_fkey_idx on public.payment_intents (invoice_id) where (invoice_id is not null);
create index payment_intents_currency_fkey_idx on public.payment_intents (currency);
create trigger touch_updated_at before update on public.payment_intents for each row execute function boyfanz.touch_updated_at();
create trigger order_of_same_payer before insert or update of order_id on public.payment_intents for each row execute function boyfanz.matches_parent('order_id', 'orders', 'payer_id=buyer_id', 'currency');
create trigger subscription_of_same_payer before insert or update of subscription_id on public.payment_intents for each row execute function boyfanz.matches_parent('subscription_id', 'subscriptions', 'payer_id=subscriber_id');
create trigger terms_never_change before update on public.payment_intents for each row execute function boyfanz.append_only('set invoice_id', 'change status', 'change payment_method_id', 'change statement_descriptor', 'change risk_level', 'change expires_at');
create trigger refuse_delete before delete on public.payment_intents for each row execute function boyfanz.refuse_delete('Cancel it.');

create table public.payment_methods (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  provider_id smallint not null,
  provider_method_ref text not null,
  kind text default 'card' not null,
  brand text,
  last_four text,
  exp_month smallint,
  exp_year smallint,
  issuer_country public.country_code,
  funding text default 'unknown' not null,
  fingerprint bytea,
  billing_address_id uuid,
  is_default boolean default false not null,
  verified_at timestamptz,
  detached_at timestamptz,
  network_token boolean default false not null,
  constraint payment_methods_pkey primary key (id),
  constraint payment_methods_provider_id_provider_method_ref_key unique (provider_id, provider_method_ref),
  constraint payment_methods_user_id_id_key unique (user_id, id),
  constraint payment_methods_kind_check check (kind in ('card', 'bank_debit', 'wallet', 'crypto', 'voucher')),
  constraint payment_methods_funding_check check (funding in ('credit', 'debit', 'prepaid', 'unknown')),
  constraint last_four_are_digits check (last_four ~ '^[0-9]{4}$'),
  constraint brand_is_no_number check (brand !~ '[0-9]{5}'),
  constraint fingerprint_is_no_number check (octet_length(fingerprint) between 16 and 64),
  constraint expiry_is_whole check ((exp_month is null) = (exp_year is null)),
  constraint exp_month_in_range check (exp_month between 1 and 12),
  constraint exp_year_in_range check (exp_year between 2000 and 2100),
  constraint default_is_attached check (not is_default or detached_at is null)
);
alter table public.payment_methods enable row level security;
alter table public.payment_attempts add constraint payment_attempts_payment_method_id_fkey foreign key (payment_method_id) references public.payment_methods (id) on delete restrict;
alter table public.payment_intents add constraint payment_method_of_payer foreign key (payer_id, payment_method_id) references public.payment_methods (user_id, id) on delete restrict;
revoke all on table public.payment_methods from anon, authenticated, service_role;
comment on table public.payment_methods is 'Instruments of a person as a provider''s token, with brand and last four digits. There is no column for a card number or its check value. Detached rather than deleted, because payments refer to it.';
comment on column public.payment_methods.provider_method_ref is 'The token, which is of use with our credentials only.';
comment on column public.payment_methods.fingerprint is 'The same for the same card, whoever holds it; many accounts with one are for the fraud checks.';
comment on column public.payment_methods.network_token is 'Whether the card scheme renews the token, so that it outlives the card.';
alter table public.payment_methods add constraint payment_methods_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.payment_methods add constraint payment_methods_billing_address_id_fkey foreign key (billing_address_id) references public.user_addresses (id) on delete set null;
create unique index payment_methods_one_default_idx on public.payment_methods (user_id) where (is_default and detached_at is null);
create index payment_methods_user_id_idx on public.payment_methods (user_id) where (detached_at is null);
create index payment_methods_fingerprint_idx on public.payment_methods (fingerprint) where (fingerprint is not null);
create index payment_methods_exp_year_exp_month_idx on public.payment_methods (exp_year, exp_month) where (detached_at is null);
create index payment_methods_billing_address_id_fkey_idx on public.payment_methods (billing_address_id) where (billing_address_id is not null);
create trigger touch_updated_at before update on public.payment_methods for each row execute function boyfanz.touch_updated_at();
create trigger instrument_never_changes before update of user_id, provider_id, kind, fingerprint, detached_at on public.payment_methods for each row execute function boyfanz.set_once('user_id', 'provider_id', 'kind', 'fingerprint', 'detached_at');

create table public.payment_providers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id smallint not null,
  code text not null,
  name text not null,
  kind text not null,
  countries public.country_code[] default '{}' not null,
  currencies public.currency_code[] default '{}' not null,
  supports_3ds boolean default false not null,
  supports_recurring boolean default false not null,
  supports_payout boolean default false not null,
  routing_weight smallint default 0 not null,
  status text default 'active' not null,
  secret_ref text not null,
  constraint payment_providers_pkey primary key (id),
  constraint payment_providers_code_key unique (code),
  constraint payment_providers_kind_check check (kind in ('card', 'wallet', 'bank', 'crypto', 'voucher')),
  constraint payment_providers_status_check check (status in ('active', 'draining', 'disabled')),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  constraint routing_weight_is_not_negative check (routing_weight >= 0),
  constraint secret_ref_is_a_name check (secret_ref ~ '^[a-z][a-z0-9_-]{0,40}(/[a-z0-9_-]{1,40}){1,4}$')
);
alter table public.payment_providers enable row level security;
alter table public.chargebacks add constraint chargebacks_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
alter table public.payment_attempts add constraint payment_attempts_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
alter table public.payment_methods add constraint payment_methods_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
revoke all on table public.payment_providers from anon, authenticated, service_role;
comment on table public.payment_providers is 'Acquirers and processors in use, what they can do and their share of the routing. The own wallet is one of them, so that every purchase has a payment.';
comment on column public.payment_providers.countries is 'Where it may be used; empty for everywhere.';
comment on column public.payment_providers.secret_ref is 'Name of the credentials in the vault, such as acquirers/eu/one; never the credentials.';
create trigger touch_updated_at before update on public.payment_providers for each row execute function boyfanz.touch_updated_at();

create table public.payment_webhook_dedup (
  provider_id smallint not null,
  provider_event_ref text not null,
  event_id bigint not null,
  first_seen_at timestamptz default now() not null,
  constraint payment_webhook_dedup_pkey primary key (provider_id, provider_event_ref)
);
alter table public.payment_webhook_dedup enable row level security;
revoke all on table public.payment_webhook_dedup from anon, authenticated, service_role;
comment on table public.payment_webhook_dedup is 'Which events of a provider have come in already, whatever month they lie in.';
alter table public.payment_webhook_dedup add constraint payment_webhook_dedup_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
create index payment_webhook_dedup_first_seen_at_idx on public.payment_webhook_dedup using brin (first_seen_at);
create trigger append_only before update on public.payment_webhook_dedup for each row execute function boyfanz.append_only();

create table public.payment_webhook_events (
  id bigint generated always as identity not null,
  received_at timestamptz default now() not null,
  provider_id smallint not null,
  provider_event_ref text not null,
  event_type text not null,
  signature_ok boolean default false not null,
  payload_enc bytea not null,
  key_id smallint not null,
  payload_sha256 public.digest_256 not null,
  status text default 'received' not null,
  attempts smallint default 0 not null,
  processed_at timestamptz,
  error text,
  object_ref text,
  constraint payment_webhook_events_pkey primary key (id, received_at),
  constraint payment_webhook_events_status_check check (status in ('received', 'processed', 'ignored', 'failed')),
  constraint only_signed_is_processed check (status <> 'processed' or signature_ok),
  constraint processed_names_its_time check ((status in ('processed', 'ignored')) = (processed_at is not null)),
  constraint failed_says_why check (status <> 'failed' or error is not null),
  constraint attempts_are_not_negative check (attempts >= 0)
) partition by range (received_at);
alter table public.payment_webhook_events enable row level security;
revoke all on table public.payment_webhook_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.payment_webhook_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'payment_webhook_events', 'received_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.payment_webhook_events'::regclass);
comment on table public.payment_webhook_events is 'Events of the providers as they came in; verified before anything changes. payment_webhook_dedup keeps one from counting twice, which a table partitioned by time cannot.';
comment on column public.payment_webhook_events.payload_enc is 'Encrypted with key_id.';
comment on column public.payment_webhook_events.key_id is 'Version of the encryption key, whose destruction shreds the payload.';
comment on column public.payment_webhook_events.payload_sha256 is 'Of the payload in clear.';
comment on column public.payment_webhook_events.object_ref is 'The provider''s reference of what it is about.';
create index payment_webhook_events_status_received_at_idx on public.payment_webhook_events (status, received_at) where (status in ('received', 'failed'));
create index payment_webhook_events_object_ref_received_at_idx on public.payment_webhook_events (object_ref, received_at desc);
create trigger what_came_in_stands before update on public.payment_webhook_events for each row execute function boyfanz.append_only('change status', 'change attempts', 'set processed_at', 'change error', 'set object_ref');

create table public.payments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  intent_id uuid not null,
  attempt_id uuid not null,
  payer_id uuid not null,
  provider_id smallint not null,
  provider_payment_ref text not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  refunded_minor bigint default 0 not null,
  disputed_minor bigint default 0 not null,
  provider_fee_minor bigint,
  settlement_currency public.currency_code,
  settlement_minor bigint,
  fx_rate numeric(20,10),
  status text default 'captured' not null,
  captured_at timestamptz default now() not null,
  settled_on date,
  ledger_transaction_id uuid not null,
  constraint payments_pkey primary key (id),
  constraint payments_provider_id_provider_payment_ref_key unique (provider_id, provider_payment_ref),
  constraint payments_intent_id_key unique (intent_id),
  constraint payments_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint payments_status_check check (status in ('captured', 'partially_refunded', 'refunded', 'disputed', 'charged_back')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint given_back_within_amount check (refunded_minor >= 0 and disputed_minor >= 0 and refunded_minor + disputed_minor <= amount_minor),
  constraint status_fits_amounts check (case status when 'captured' then refunded_minor = 0 and disputed_minor = 0 when 'partially_refunded' then refunded_minor > 0 and refunded_minor < amount_minor and disputed_minor = 0 when 'refunded' then refunded_minor = amount_minor else disputed_minor > 0 end),
  constraint settlement_is_whole check ((settlement_currency is null) = (settlement_minor is null)),
  constraint settlement_keeps_its_rate check (settlement_currency is null or settlement_currency = currency or fx_rate is not null),
  constraint fee_names_its_currency check (provider_fee_minor is null or settlement_currency is not null),
  constraint fx_rate_is_positive check (fx_rate > 0)
);
alter table public.payments enable row level security;
alter table public.affiliate_commissions add constraint affiliate_commissions_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.chargebacks add constraint chargebacks_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.content_unlocks add constraint content_unlocks_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.custom_requests add constraint custom_requests_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.dispute_alerts add constraint dispute_alerts_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.gift_subscriptions add constraint gift_subscriptions_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
revoke all on table public.payments from anon, authenticated, service_role;
comment on table public.payments is 'Money that was captured; the fact that invoices, unlocks, refunds and disputes refer to, each proven by a posting. A payer becomes a pseudonym and is never deleted while the tax office may ask.';
comment on column public.payments.disputed_minor is 'Under dispute or lost.';
comment on column public.payments.provider_fee_minor is 'In settlement_currency.';
comment on column public.payments.fx_rate is 'The rate that was used from currency to settlement_currency.';
alter table public.payments add constraint payments_intent_id_fkey foreign key (intent_id) references public.payment_intents (id) on delete restrict;
alter table public.payments add constraint payments_attempt_id_fkey foreign key (attempt_id) references public.payment_attempts (id) on delete restrict;
alter table public.payments add constraint payments_payer_id_fkey foreign key (payer_id) references public.users (id) on delete restrict;
alter table public.payments add constraint payments_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
alter table public.payments add constraint payments_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.payments add constraint payments_settlement_currency_fkey foreign key (settlement_currency) references public.currencies (code) on delete restrict;
alter table public.payments add constraint payments_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index payments_payer_id_captured_at_idx on public.payments (payer_id, captured_at desc);
create index payments_captured_at_idx on public.payments (captured_at desc);
create index payments_unsettled_idx on public.payments (captured_at) where (settled_on is null);
create index payments_status_captured_at_idx on public.payments (status, captured_at desc) where (status <> 'captured');
create index payments_attempt_id_fkey_idx on public.payments (attempt_id);
create index payments_currency_fkey_idx on public.payments (currency);
create index payments_settlement_currency_fkey_idx on public.payments (settlement_currency) where (settlement_currency is not null);
create trigger touch_updated_at before update on public.payments for each row execute function boyfanz.touch_updated_at();
create trigger intent_of_same_payer before insert on public.payments for each row execute function boyfanz.matches_parent('intent_id', 'payment_intents', 'payer_id', 'currency');
create trigger attempt_of_same_intent before insert on public.payments for each row execute function boyfanz.matches_parent('attempt_id', 'payment_attempts', 'intent_id', 'provider_id');
create trigger append_only before update or delete on public.payments for each row execute function boyfanz.append_only('change refunded_minor', 'change disputed_minor', 'set provider_fee_minor', 'set settlement_currency', 'set settlement_minor', 'set fx_rate', 'change status', 'set settled_on');
create trigger refunded_only_grows before update of refunded_minor on public.payments for each row execute function boyfanz.only_grows('refunded_minor');
create trigger refuse_truncate before truncate on public.payments for each statement execute function boyfanz.append_only();

create table public.payout_accounts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  kind text not null,
  country_code public.country_code not null,
  currency public.currency_code not null,
  details_enc bytea not null,
  details_bidx public.digest_256 not null,
  holder_name_enc bytea not null,
  display_hint text not null,
  status text default 'pending' not null,
  is_default boolean default false not null,
  usable_from timestamptz default now() + interval '48 hours' not null,
  verified_at timestamptz,
  disabled_at timestamptz,
  key_id smallint not null,
  constraint payout_accounts_pkey primary key (id),
  constraint payout_accounts_creator_id_id_key unique (creator_id, id),
  constraint payout_accounts_kind_check check (kind in ('sepa', 'ach', 'swift', 'card', 'paxum', 'cosmo', 'crypto', 'paypal_like')),
  constraint payout_accounts_status_check check (status in ('pending', 'verified', 'rejected', 'frozen')),
  constraint cools_off_for_48_hours check (usable_from - created_at >= interval '48 hours'),
  constraint verified_names_its_time check (status <> 'verified' or verified_at is not null),
  constraint default_is_enabled check (not is_default or disabled_at is null),
  constraint hint_hides_most check (char_length(display_hint) <= 40 and display_hint !~ '[0-9]{7}')
);
alter table public.payout_accounts enable row level security;
revoke all on table public.payout_accounts from anon, authenticated, service_role;
comment on table public.payout_accounts is 'Where a creator''s money goes, encrypted, with verification and cooling-off. Another destination is another row, so that a change never pays out at once. The same destination of several creators goes to review.';
comment on column public.payout_accounts.details_enc is 'Encrypted with key_id.';
comment on column public.payout_accounts.details_bidx is 'HMAC of the destination.';
comment on column public.payout_accounts.display_hint is 'Such as DE** **** 3000.';
comment on column public.payout_accounts.key_id is 'Version of the encryption key.';
alter table public.payout_accounts add constraint payout_accounts_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.payout_accounts add constraint payout_accounts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index payout_accounts_one_default_idx on public.payout_accounts (creator_id) where (is_default and disabled_at is null);
create index payout_accounts_details_bidx_idx on public.payout_accounts (details_bidx);
create index payout_accounts_creator_id_idx on public.payout_accounts (creator_id) where (disabled_at is null);
create index payout_accounts_currency_fkey_idx on public.payout_accounts (currency);
create trigger touch_updated_at before update on public.payout_accounts for each row execute function boyfanz.touch_updated_at();
create trigger destination_never_changes before update of creator_id, kind, country_code, currency, details_bidx, disabled_at on public.payout_accounts for each row execute function boyfanz.set_once('creator_id', 'kind', 'country_code', 'currency', 'details_bidx', 'disabled_at');
create trigger only_a_new_key_rewrites before update of details_enc, holder_name_enc on public.payout_accounts for each row when (new.key_id = old.key_id) execute function boyfanz.set_once('details_enc', 'holder_name_enc');
create trigger cooling_off_is_not_cut before update of usable_from, created_at on public.payout_accounts for each row execute function boyfanz.only_grows('usable_from');
create trigger refuse_delete before delete on public.payout_accounts for each row execute function boyfanz.refuse_delete('Disable it.');

create table public.payout_batches (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  provider_id smallint not null,
  batch_ref text not null,
  currency public.currency_code not null,
  total_minor bigint default 0 not null,
  item_count integer default 0 not null,
  status text default 'draft' not null,
  prepared_by uuid,
  approved_by uuid,
  submitted_at timestamptz,
  constraint payout_batches_pkey primary key (id),
  constraint payout_batches_provider_id_batch_ref_key unique (provider_id, batch_ref),
  constraint payout_batches_id_provider_id_currency_key unique (id, provider_id, currency),
  constraint payout_batches_status_check check (status in ('draft', 'approved', 'submitted', 'settled', 'failed')),
  constraint totals_are_not_negative check (total_minor >= 0 and item_count >= 0),
  constraint approver_is_not_the_preparer check (approved_by <> prepared_by),
  constraint nothing_goes_without_approval check (status = 'draft' or approved_by is not null),
  constraint submitted_names_its_time check (status not in ('submitted', 'settled') or submitted_at is not null)
);
alter table public.payout_batches enable row level security;
revoke all on table public.payout_batches from anon, authenticated, service_role;
comment on table public.payout_batches is 'Many payouts that go to one provider together, approved by somebody who did not prepare them; it holds what its totals say.';
comment on column public.payout_batches.prepared_by is 'NULL when a job did.';
alter table public.payout_batches add constraint payout_batches_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
alter table public.payout_batches add constraint payout_batches_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.payout_batches add constraint payout_batches_prepared_by_fkey foreign key (prepared_by) references public.users (id) on delete restrict;
alter table public.payout_batches add constraint payout_batches_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
create index payout_batches_status_created_at_idx on public.payout_batches (status, created_at);
create index payout_batches_currency_fkey_idx on public.payout_batches (currency);
create index payout_batches_prepared_by_fkey_idx on public.payout_batches (prepared_by) where (prepared_by is not null);
create index payout_batches_approved_by_fkey_idx on public.payout_batches (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.payout_batches for each row execute function boyfanz.touch_updated_at();
create constraint trigger totals_add_up after insert or update of status, total_minor, item_count on public.payout_batches deferrable initially deferred for each row execute function boyfanz.check_payout_batch('id');
create trigger set_once before update of provider_id, batch_ref, currency, prepared_by, approved_by, submitted_at on public.payout_batches for each row execute function boyfanz.set_once('provider_id', 'batch_ref', 'currency', 'prepared_by', 'approved_by', 'submitted_at');
create trigger stands_once_approved before update or delete on public.payout_batches for each row when (old.status <> 'draft') execute function boyfanz.append_only('change status', 'set submitted_at');

create table public.payout_events (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  payout_id uuid not null,
  from_status text,
  to_status text not null,
  actor text not null,
  actor_id uuid,
  detail jsonb default '{}' not null,
  occurred_at timestamptz default now() not null,
  constraint payout_events_pkey primary key (id),
  constraint payout_events_from_status_check check (from_status in ('requested', 'review', 'approved', 'submitted', 'paid', 'returned', 'failed', 'cancelled')),
  constraint payout_events_to_status_check check (to_status in ('requested', 'review', 'approved', 'submitted', 'paid', 'returned', 'failed', 'cancelled')),
  constraint payout_events_actor_check check (actor in ('creator', 'system', 'staff', 'provider')),
  constraint status_changes check (from_status <> to_status),
  constraint staff_actor_is_named check (actor <> 'staff' or actor_id is not null),
  constraint detail_is_object check (jsonb_typeof(detail) = 'object')
);
alter table public.payout_events enable row level security;
revoke all on table public.payout_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.payout_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.payout_events is 'Each change in the state of a payout and who caused it.';
alter table public.payout_events add constraint payout_events_actor_id_fkey foreign key (actor_id) references public.users (id) on delete restrict;
create index payout_events_payout_id_id_idx on public.payout_events (payout_id, id);
create index payout_events_actor_id_fkey_idx on public.payout_events (actor_id) where (actor_id is not null);
create trigger append_only before update or delete on public.payout_events for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.payout_events for each statement execute function boyfanz.append_only();

create table public.payout_holds (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  kind text not null,
  amount_minor bigint,
  currency public.currency_code,
  placed_by uuid,
  public_reason text not null,
  internal_reason text,
  placed_at timestamptz default now() not null,
  released_at timestamptz,
  released_by uuid,
  constraint payout_holds_pkey primary key (id),
  constraint payout_holds_kind_check check (kind in ('review', 'tax_form', 'kyc_expired', 'chargeback_risk', 'sanctions', 'legal', 'negative_balance')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint amount_names_its_currency check ((amount_minor is null) = (currency is null)),
  constraint sanctions_stop_everything check (kind <> 'sanctions' or amount_minor is null),
  constraint released_after_placed check (released_at >= placed_at),
  constraint released_by_needs_release check (released_by is null or released_at is not null),
  constraint sanctions_release_is_signed check (kind <> 'sanctions' or released_at is null or released_by is not null)
);
alter table public.payout_holds enable row level security;
revoke all on table public.payout_holds from anon, authenticated, service_role;
comment on table public.payout_holds is 'What stops a creator''s money, all of it or an amount, and why. A sanctions hold is released by compliance only.';
comment on column public.payout_holds.amount_minor is 'NULL for everything.';
comment on column public.payout_holds.placed_by is 'NULL when a service did.';
alter table public.payout_holds add constraint payout_holds_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.payout_holds add constraint payout_holds_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.payout_holds add constraint payout_holds_placed_by_fkey foreign key (placed_by) references public.users (id) on delete restrict;
alter table public.payout_holds add constraint payout_holds_released_by_fkey foreign key (released_by) references public.users (id) on delete restrict;
create index payout_holds_open_idx on public.payout_holds (creator_id) where (released_at is null);
create index payout_holds_creator_id_fkey_idx on public.payout_holds (creator_id);
create index payout_holds_currency_fkey_idx on public.payout_holds (currency) where (currency is not null);
create index payout_holds_placed_by_fkey_idx on public.payout_holds (placed_by) where (placed_by is not null);
create index payout_holds_released_by_fkey_idx on public.payout_holds (released_by) where (released_by is not null);
create trigger touch_updated_at before update on public.payout_holds for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.payout_holds for each row execute function boyfanz.append_only('set released_at', 'set released_by', 'change internal_reason');
create trigger compliance_releases_sanctions before insert or update of released_at on public.payout_holds for each row when (new.kind = 'sanctions' and new.released_at is not null) execute function boyfanz.check_sanctions_release();

create table public.payout_schedules (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  mode text default 'manual' not null,
  anchor_day smallint,
  min_amount_minor bigint not null,
  currency public.currency_code not null,
  payout_account_id uuid,
  hold_days smallint default 7 not null,
  next_run_on date,
  paused_at timestamptz,
  constraint payout_schedules_pkey primary key (creator_id),
  constraint payout_schedules_mode_check check (mode in ('manual', 'daily', 'weekly', 'monthly')),
  constraint anchor_day_fits_mode check (case mode when 'weekly' then coalesce(anchor_day between 1 and 7, false) when 'monthly' then coalesce(anchor_day between 1 and 28, false) else anchor_day is null end),
  constraint min_amount_is_positive check (min_amount_minor > 0),
  constraint hold_days_in_range check (hold_days between 0 and 180),
  constraint manual_plans_nothing check (mode <> 'manual' or next_run_on is null)
);
alter table public.payout_schedules enable row level security;
revoke all on table public.payout_schedules from anon, authenticated, service_role;
comment on table public.payout_schedules is 'When and from which amount a creator is paid out.';
comment on column public.payout_schedules.anchor_day is 'Day of the week from 1 (Monday) or of the month up to 28.';
alter table public.payout_schedules add constraint payout_schedules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.payout_schedules add constraint payout_schedules_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.payout_schedules add constraint account_of_same_creator foreign key (creator_id, payout_account_id) references public.payout_accounts (creator_id, id) on delete restrict;
create index payout_schedules_next_run_on_idx on public.payout_schedules (next_run_on) where (paused_at is null and mode <> 'manual');
create index payout_schedules_creator_id_payout_account_id_fkey_idx on public.payout_schedules (creator_id, payout_account_id);
create index payout_schedules_currency_fkey_idx on public.payout_schedules (currency);
create trigger touch_updated_at before update on public.payout_schedules for each row execute function boyfanz.touch_updated_at();

create table public.payouts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  payout_account_id uuid not null,
  batch_id uuid,
  provider_id smallint not null,
  provider_payout_ref text,
  amount_minor bigint not null,
  fee_minor bigint default 0 not null,
  currency public.currency_code not null,
  target_currency public.currency_code,
  target_minor bigint,
  fx_rate numeric(20,10),
  status text default 'requested' not null,
  requested_at timestamptz default now() not null,
  paid_at timestamptz,
  failure_code text,
  ledger_transaction_id uuid not null,
  return_transaction_id uuid,
  idempotency_key text not null,
  constraint payouts_pkey primary key (id),
  constraint payouts_creator_id_idempotency_key_key unique (creator_id, idempotency_key),
  constraint payouts_provider_id_provider_payout_ref_key unique (provider_id, provider_payout_ref),
  constraint payouts_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint payouts_return_transaction_id_key unique (return_transaction_id),
  constraint payouts_status_check check (status in ('requested', 'review', 'approved', 'submitted', 'paid', 'returned', 'failed', 'cancelled')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint fee_within_amount check (fee_minor >= 0 and fee_minor < amount_minor),
  constraint target_is_whole check (num_nulls(target_currency, target_minor, fx_rate) in (0, 3)),
  constraint fx_rate_is_positive check (fx_rate > 0 and target_minor > 0),
  constraint paid_names_its_time check (status <> 'paid' or paid_at is not null),
  constraint returned_names_its_posting check (status <> 'returned' or return_transaction_id is not null),
  constraint failed_says_why check (status <> 'failed' or failure_code is not null),
  constraint return_is_another_posting check (return_transaction_id <> ledger_transaction_id)
);
alter table public.payouts enable row level security;
alter table public.payout_events add constraint payout_events_payout_id_fkey foreign key (payout_id) references public.payouts (id) on delete restrict;
revoke all on table public.payouts from anon, authenticated, service_role;
comment on table public.payouts is 'Transfers of a creator''s balance to a destination, with state, fee and postings. None is approved or submitted while a hold is open.';
comment on column public.payouts.fee_minor is 'Taken from the amount.';
alter table public.payouts add constraint payouts_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.payouts add constraint payouts_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
alter table public.payouts add constraint payouts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.payouts add constraint payouts_target_currency_fkey foreign key (target_currency) references public.currencies (code) on delete restrict;
alter table public.payouts add constraint payouts_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.payouts add constraint payouts_return_transaction_id_fkey foreign key (return_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.payouts add constraint account_of_same_creator foreign key (creator_id, payout_account_id) references public.payout_accounts (creator_id, id) on delete restrict;
alter table public.payouts add constraint batch_of_same_provider foreign key (batch_id, provider_id, currency) references public.payout_batches (id, provider_id, currency) on delete restrict;
create index payouts_creator_id_requested_at_idx on public.payouts (creator_id, requested_at desc);
create index payouts_status_requested_at_idx on public.payouts (status, requested_at) where (status in ('requested', 'review', 'approved', 'submitted'));
create index payouts_batch_id_provider_id_currency_fkey_idx on public.payouts (batch_id, provider_id, currency);
create index payouts_creator_id_payout_account_id_fkey_idx on public.payouts (creator_id, payout_account_id);
create index payouts_currency_fkey_idx on public.payouts (currency);
create index payouts_target_currency_fkey_idx on public.payouts (target_currency) where (target_currency is not null);
create trigger touch_updated_at before update on public.payouts for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.payouts for each row execute function boyfanz.append_only('change batch_id', 'set provider_payout_ref', 'change fee_minor', 'set target_currency', 'set target_minor', 'set fx_rate', 'change status', 'set paid_at', 'set failure_code', 'set return_transaction_id');
create trigger refuse_while_held before insert or update of status on public.payouts for each row when (new.status in ('approved', 'submitted')) execute function boyfanz.refuse_payout_while_held();
create constraint trigger batch_adds_up after insert or update of batch_id on public.payouts deferrable initially deferred for each row execute function boyfanz.check_payout_batch('batch_id');
create trigger refuse_truncate before truncate on public.payouts for each statement execute function boyfanz.append_only();

create table public.platform_fee_schedules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code text not null,
  version integer not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  subscription_bps integer not null,
  tip_bps integer not null,
  ppv_bps integer not null,
  product_bps integer not null,
  message_bps integer not null,
  referral_discount_bps integer default 0 not null,
  min_fee_minor bigint default 0 not null,
  currency public.currency_code not null,
  constraint platform_fee_schedules_pkey primary key (id),
  constraint platform_fee_schedules_code_version_key unique (code, version),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  constraint version_is_positive check (version > 0),
  constraint rates_in_range check (subscription_bps between 0 and 10000 and tip_bps between 0 and 10000 and ppv_bps between 0 and 10000 and product_bps between 0 and 10000 and message_bps between 0 and 10000 and referral_discount_bps between 0 and 10000),
  constraint min_fee_is_not_negative check (min_fee_minor >= 0),
  constraint ends_after_start check (valid_until > valid_from),
  constraint platform_fee_schedules_periods_do_not_overlap_excl exclude using gist (code with =, (tstzrange(valid_from, valid_until)) with &&)
);
alter table public.platform_fee_schedules enable row level security;
alter table public.creators add constraint creators_fee_schedule_id_fkey foreign key (fee_schedule_id) references public.platform_fee_schedules (id) on delete restrict;
alter table public.order_items add constraint order_items_fee_schedule_id_fkey foreign key (fee_schedule_id) references public.platform_fee_schedules (id) on delete restrict;
revoke all on table public.platform_fee_schedules from anon, authenticated, service_role;
comment on table public.platform_fee_schedules is 'Versions of the platform''s fee rates; a sale points at the version that priced it. Only the end of its validity is added later.';
comment on column public.platform_fee_schedules.subscription_bps is 'Hundredths of a per cent, as all rates here.';
comment on column public.platform_fee_schedules.min_fee_minor is 'Minor units.';
alter table public.platform_fee_schedules add constraint platform_fee_schedules_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index platform_fee_schedules_currency_fkey_idx on public.platform_fee_schedules (currency);
create trigger touch_updated_at before update on public.platform_fee_schedules for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.platform_fee_schedules for each row execute function boyfanz.append_only('set valid_until');

create table public.ppv_offers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  creator_id uuid not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  subscriber_amount_minor bigint,
  free_for_tier_level smallint,
  max_unlocks integer,
  starts_at timestamptz not null,
  ends_at timestamptz,
  retired_at timestamptz,
  constraint ppv_offers_pkey primary key (id),
  constraint ppv_offers_content_id_id_key unique (content_id, id),
  constraint amount_is_positive check (amount_minor > 0),
  constraint subscribers_pay_no_more check (subscriber_amount_minor between 0 and amount_minor),
  constraint free_for_a_level check (free_for_tier_level >= 1),
  constraint max_unlocks_is_positive check (max_unlocks > 0),
  constraint ends_after_start check (ends_at > starts_at)
);
alter table public.ppv_offers enable row level security;
alter table public.content_unlocks add constraint offer_of_same_item foreign key (content_id, offer_id) references public.ppv_offers (content_id, id) on delete restrict;
revoke all on table public.ppv_offers from anon, authenticated, service_role;
comment on table public.ppv_offers is 'Prices at which one item is unlocked; the open row is the current one. A new price is a new row.';
comment on column public.ppv_offers.amount_minor is 'Minor units.';
comment on column public.ppv_offers.subscriber_amount_minor is 'Price for subscribers of the creator.';
comment on column public.ppv_offers.free_for_tier_level is 'Subscribers from this level of tier on pay nothing.';
alter table public.ppv_offers add constraint ppv_offers_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.ppv_offers add constraint ppv_offers_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.ppv_offers add constraint ppv_offers_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index ppv_offers_content_id_currency_idx on public.ppv_offers (content_id, currency) where (retired_at is null);
create index ppv_offers_creator_id_created_at_idx on public.ppv_offers (creator_id, created_at desc);
create index ppv_offers_currency_fkey_idx on public.ppv_offers (currency);
create trigger touch_updated_at before update on public.ppv_offers for each row execute function boyfanz.touch_updated_at();
create trigger creator_of_the_item before insert on public.ppv_offers for each row execute function boyfanz.matches_parent('content_id', 'content_items', 'creator_id');
create trigger append_only before update on public.ppv_offers for each row execute function boyfanz.append_only('change ends_at', 'change max_unlocks', 'set retired_at');

create table public.product_bundle_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  bundle_id uuid not null,
  product_type text default 'bundle' not null,
  content_id uuid not null,
  quantity smallint default 1 not null,
  allocated_bps integer not null,
  constraint product_bundle_items_pkey primary key (bundle_id, content_id),
  constraint product_bundle_items_product_type_check check (product_type in ('bundle')),
  constraint nothing_contains_itself check (bundle_id <> content_id),
  constraint quantity_in_range check (quantity between 1 and 99),
  constraint allocated_in_range check (allocated_bps between 0 and 10000)
);
alter table public.product_bundle_items enable row level security;
revoke all on table public.product_bundle_items from anon, authenticated, service_role;
comment on table public.product_bundle_items is 'What a bundle consists of, and which part of its revenue each item gets.';
comment on column public.product_bundle_items.allocated_bps is 'Hundredths of a per cent of the revenue, 10000 in the whole bundle.';
alter table public.product_bundle_items add constraint product_bundle_items_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.product_bundle_items add constraint bundle_is_a_bundle foreign key (bundle_id, product_type) references public.digital_products (id, product_type) on delete cascade;
create index product_bundle_items_content_id_idx on public.product_bundle_items (content_id);
create index product_bundle_items_bundle_id_product_type_fkey_idx on public.product_bundle_items (bundle_id, product_type);
create trigger touch_updated_at before update on public.product_bundle_items for each row execute function boyfanz.touch_updated_at();
create constraint trigger allocation_is_whole after insert or update of bundle_id, allocated_bps or delete on public.product_bundle_items deferrable initially deferred for each row execute function boyfanz.shares_add_up('bundle_id', 'allocated_bps', '10000');

create table public.promo_codes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  promotion_id uuid not null,
  code extensions.citext not null,
  max_uses integer,
  uses integer default 0 not null,
  per_user_limit smallint default 1 not null,
  assigned_user_id uuid,
  expires_at timestamptz,
  disabled_at timestamptz,
  constraint promo_codes_pkey primary key (id),
  constraint promo_codes_code_key unique (code),
  constraint code_form check (code::text ~ '^[A-Za-z0-9_-]{3,40}$'),
  constraint uses_within_limit check (uses >= 0 and uses <= max_uses),
  constraint max_uses_is_positive check (max_uses > 0),
  constraint per_user_limit_is_positive check (per_user_limit > 0)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.promo_codes enable row level security;
alter table public.user_reward_redemptions add constraint user_reward_redemptions_promo_code_id_fkey foreign key (promo_code_id) references public.promo_codes (id) on delete restrict;
alter table public.carts add constraint carts_promo_code_id_fkey foreign key (promo_code_id) references public.promo_codes (id) on delete set null;
revoke all on table public.promo_codes from anon, authenticated, service_role;
comment on table public.promo_codes is 'Codes of a promotion, for many uses or one. Used up by a conditional update, so that none is used too often.';
comment on column public.promo_codes.assigned_user_id is 'The only person who may use it; NULL for everybody.';
alter table public.promo_codes add constraint promo_codes_assigned_user_id_fkey foreign key (assigned_user_id) references public.users (id) on delete restrict;
create index promo_codes_promotion_id_fkey_idx on public.promo_codes (promotion_id);
create index promo_codes_assigned_user_id_fkey_idx on public.promo_codes (assigned_user_id) where (assigned_user_id is not null);
create trigger touch_updated_at before update on public.promo_codes for each row execute function boyfanz.touch_updated_at();
create trigger identity_never_changes before update of promotion_id, code, assigned_user_id on public.promo_codes for each row execute function boyfanz.set_once('promotion_id', 'code', 'assigned_user_id');
create trigger refuse_delete before delete on public.promo_codes for each row when (old.uses > 0) execute function boyfanz.refuse_delete('Disable it; it was used.');

create table public.promo_redemptions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  promo_code_id uuid not null,
  user_id uuid not null,
  use_no smallint default 1 not null,
  discount_minor bigint not null,
  currency public.currency_code not null,
  intent_id uuid,
  status text default 'reserved' not null,
  reserved_until timestamptz,
  idempotency_key text not null,
  constraint promo_redemptions_pkey primary key (id),
  constraint promo_redemptions_promo_code_id_user_id_use_no_key unique (promo_code_id, user_id, use_no),
  constraint promo_redemptions_user_id_idempotency_key_key unique (user_id, idempotency_key),
  constraint promo_redemptions_status_check check (status in ('reserved', 'applied', 'released')),
  constraint use_no_is_positive check (use_no > 0),
  constraint discount_is_not_negative check (discount_minor >= 0),
  constraint reserved_for_a_time check ((status = 'reserved') = (reserved_until is not null))
);
alter table public.promo_redemptions enable row level security;
alter table public.orders add constraint orders_promo_redemption_id_fkey foreign key (promo_redemption_id) references public.promo_redemptions (id) on delete restrict;
revoke all on table public.promo_redemptions from anon, authenticated, service_role;
comment on table public.promo_redemptions is 'Uses of a code, from the reservation at checkout to the discount that was granted.';
comment on column public.promo_redemptions.use_no is 'Counts the uses of one person; a released one is taken up again, not counted anew.';
alter table public.promo_redemptions add constraint promo_redemptions_promo_code_id_fkey foreign key (promo_code_id) references public.promo_codes (id) on delete restrict;
alter table public.promo_redemptions add constraint promo_redemptions_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.promo_redemptions add constraint promo_redemptions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.promo_redemptions add constraint promo_redemptions_intent_id_fkey foreign key (intent_id) references public.payment_intents (id) on delete restrict;
create index promo_redemptions_user_id_created_at_idx on public.promo_redemptions (user_id, created_at desc);
create index promo_redemptions_reserved_until_idx on public.promo_redemptions (reserved_until) where (status = 'reserved');
create index promo_redemptions_currency_fkey_idx on public.promo_redemptions (currency);
create index promo_redemptions_intent_id_fkey_idx on public.promo_redemptions (intent_id) where (intent_id is not null);
create trigger touch_updated_at before update on public.promo_redemptions for each row execute function boyfanz.touch_updated_at();
create trigger check_use before insert or update of use_no, user_id, promo_code_id on public.promo_redemptions for each row execute function boyfanz.check_promo_use();
create trigger intent_of_same_user before insert or update of intent_id on public.promo_redemptions for each row execute function boyfanz.matches_parent('intent_id', 'payment_intents', 'user_id=payer_id', 'currency');
create trigger stands_once_applied before update or delete on public.promo_redemptions for each row when (old.status = 'applied') execute function boyfanz.append_only('set intent_id');

create table public.promotions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  name text not null,
  kind text not null,
  percent_bps integer,
  amount_minor bigint,
  free_days smallint,
  currency public.currency_code,
  applies_to text[] not null,
  min_spend_minor bigint,
  budget_minor bigint,
  spent_minor bigint default 0 not null,
  funded_by text default 'platform' not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  status text default 'draft' not null,
  constraint promotions_pkey primary key (id),
  constraint promotions_kind_check check (kind in ('percent', 'amount', 'free_period', 'token_bonus')),
  constraint promotions_applies_to_check check (applies_to <@ array['subscription', 'ppv', 'tip', 'message', 'product', 'token']::text[]),
  constraint promotions_funded_by_check check (funded_by in ('platform', 'creator', 'split')),
  constraint promotions_status_check check (status in ('draft', 'active', 'paused', 'ended')),
  constraint value_fits_kind check (case kind when 'percent' then percent_bps is not null and amount_minor is null and free_days is null when 'free_period' then free_days is not null and percent_bps is null and amount_minor is null else amount_minor is not null and currency is not null and percent_bps is null and free_days is null end),
  constraint percent_in_range check (percent_bps between 1 and 10000),
  constraint amounts_are_positive check (amount_minor > 0 and min_spend_minor > 0 and budget_minor > 0),
  constraint amounts_name_their_currency check (currency is not null or (amount_minor is null and min_spend_minor is null and budget_minor is null)),
  constraint free_days_in_range check (free_days between 1 and 366),
  constraint spent_within_budget check (spent_minor >= 0 and spent_minor <= budget_minor),
  constraint applies_to_something check (cardinality(applies_to) > 0),
  constraint creator_funds_only_their_own check (funded_by = 'platform' or creator_id is not null),
  constraint ends_after_start check (ends_at > starts_at)
) with (fillfactor = 80);
alter table public.promotions enable row level security;
alter table public.promo_codes add constraint promo_codes_promotion_id_fkey foreign key (promotion_id) references public.promotions (id) on delete restrict;
revoke all on table public.promotions from anon, authenticated, service_role;
comment on table public.promotions is 'Marketing campaigns of the platform or a creator, which own codes and automatic discounts.';
comment on column public.promotions.creator_id is 'NULL for a campaign of the platform.';
comment on column public.promotions.percent_bps is 'Hundredths of a per cent.';
comment on column public.promotions.amount_minor is 'Minor units of currency; for a token bonus, of the token.';
comment on column public.promotions.spent_minor is 'Raised by a conditional update, so that the budget holds.';
alter table public.promotions add constraint promotions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.promotions add constraint promotions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index promotions_creator_id_status_idx on public.promotions (creator_id, status);
create index promotions_status_ends_at_idx on public.promotions (status, ends_at) where (status = 'active');
create index promotions_currency_fkey_idx on public.promotions (currency) where (currency is not null);
create trigger touch_updated_at before update on public.promotions for each row execute function boyfanz.touch_updated_at();
create trigger terms_stand_once_started before update or delete on public.promotions for each row when (old.status <> 'draft') execute function boyfanz.append_only('change name', 'change budget_minor', 'change spent_minor', 'change ends_at', 'change status');
create trigger never_a_draft_again before update of status on public.promotions for each row when (old.status <> 'draft' and new.status = 'draft') execute function boyfanz.append_only();

create table public.provider_customers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  provider_id smallint not null,
  provider_customer_ref text not null,
  email_at_creation_enc bytea,
  key_id smallint,
  deleted_at timestamptz,
  constraint provider_customers_pkey primary key (id),
  constraint provider_customers_provider_id_provider_customer_ref_key unique (provider_id, provider_customer_ref),
  constraint provider_customers_user_id_provider_id_key unique (user_id, provider_id),
  constraint email_names_its_key check ((email_at_creation_enc is null) = (key_id is null))
);
alter table public.provider_customers enable row level security;
revoke all on table public.provider_customers from anon, authenticated, service_role;
comment on table public.provider_customers is 'By which reference a provider knows a person. Erasure has the provider delete it and marks the row.';
comment on column public.provider_customers.email_at_creation_enc is 'Encrypted with key_id.';
comment on column public.provider_customers.key_id is 'Version of the encryption key.';
alter table public.provider_customers add constraint provider_customers_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.provider_customers add constraint provider_customers_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
create trigger touch_updated_at before update on public.provider_customers for each row execute function boyfanz.touch_updated_at();

create table public.provider_settlement_lines (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  settlement_id uuid not null,
  line_no integer not null,
  kind text not null,
  provider_ref text not null,
  amount_minor bigint not null,
  fee_minor bigint default 0 not null,
  currency public.currency_code not null,
  payment_id uuid,
  refund_id uuid,
  chargeback_id uuid,
  match_state text default 'unmatched' not null,
  constraint provider_settlement_lines_pkey primary key (settlement_id, line_no),
  constraint provider_settlement_lines_kind_check check (kind in ('payment', 'refund', 'chargeback', 'fee', 'reserve', 'adjustment')),
  constraint provider_settlement_lines_match_state_check check (match_state in ('unmatched', 'matched', 'amount_differs', 'duplicate', 'written_off')),
  constraint line_no_is_positive check (line_no > 0),
  constraint at_most_one_match check (num_nonnulls(payment_id, refund_id, chargeback_id) <= 1),
  constraint matched_names_its_match check (match_state not in ('matched', 'amount_differs') or kind in ('fee', 'reserve', 'adjustment') or num_nonnulls(payment_id, refund_id, chargeback_id) = 1)
);
alter table public.provider_settlement_lines enable row level security;
revoke all on table public.provider_settlement_lines from anon, authenticated, service_role;
comment on table public.provider_settlement_lines is 'Lines of a settlement report, and the payment, refund or dispute of ours that each was matched with.';
alter table public.provider_settlement_lines add constraint provider_settlement_lines_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.provider_settlement_lines add constraint provider_settlement_lines_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.provider_settlement_lines add constraint provider_settlement_lines_chargeback_id_fkey foreign key (chargeback_id) references public.chargebacks (id) on delete restrict;
create index provider_settlement_lines_provider_ref_idx on public.provider_settlement_lines (provider_ref);
create index provider_settlement_lines_settlement_id_idx on public.provider_settlement_lines (settlement_id) where (match_state <> 'matched');
create index provider_settlement_lines_payment_id_idx on public.provider_settlement_lines (payment_id);
create index provider_settlement_lines_currency_fkey_idx on public.provider_settlement_lines (currency);
create index provider_settlement_lines_refund_id_fkey_idx on public.provider_settlement_lines (refund_id) where (refund_id is not null);
create index provider_settlement_lines_chargeback_id_fkey_idx on public.provider_settlement_lines (chargeback_id) where (chargeback_id is not null);
create trigger touch_updated_at before update on public.provider_settlement_lines for each row execute function boyfanz.touch_updated_at();
create trigger as_reported before update or delete on public.provider_settlement_lines for each row execute function boyfanz.append_only('change match_state', 'change payment_id', 'change refund_id', 'change chargeback_id');

create table public.provider_settlements (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  provider_id smallint not null,
  report_ref text not null,
  period daterange not null,
  currency public.currency_code not null,
  gross_minor bigint not null,
  refunds_minor bigint not null,
  chargebacks_minor bigint not null,
  fees_minor bigint not null,
  reserve_minor bigint not null,
  net_minor bigint not null,
  deposited_on date,
  file_key text not null,
  file_sha256 public.digest_256 not null,
  status text default 'imported' not null,
  constraint provider_settlements_pkey primary key (id),
  constraint provider_settlements_provider_id_report_ref_key unique (provider_id, report_ref),
  constraint provider_settlements_status_check check (status in ('imported', 'matched', 'discrepant', 'closed')),
  constraint net_adds_up check (net_minor = gross_minor - refunds_minor - chargebacks_minor - fees_minor - reserve_minor),
  constraint parts_are_not_negative check (gross_minor >= 0 and refunds_minor >= 0 and chargebacks_minor >= 0),
  constraint period_is_bounded check (not isempty(period) and lower(period) is not null and upper(period) is not null)
);
alter table public.provider_settlements enable row level security;
alter table public.provider_settlement_lines add constraint provider_settlement_lines_settlement_id_fkey foreign key (settlement_id) references public.provider_settlements (id) on delete restrict;
revoke all on table public.provider_settlements from anon, authenticated, service_role;
comment on table public.provider_settlements is 'What a provider reports to have collected, kept and deposited over a period.';
comment on column public.provider_settlements.reserve_minor is 'Kept back, or negative when released.';
alter table public.provider_settlements add constraint provider_settlements_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
alter table public.provider_settlements add constraint provider_settlements_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index provider_settlements_status_created_at_idx on public.provider_settlements (status, created_at);
create index provider_settlements_currency_fkey_idx on public.provider_settlements (currency);
create trigger touch_updated_at before update on public.provider_settlements for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.provider_settlements for each row execute function boyfanz.append_only('change status', 'set deposited_on');

create table public.reconciliation_runs (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  check_code text not null,
  ran_at timestamptz default now() not null,
  scope jsonb default '{}' not null,
  rows_checked bigint not null,
  differences integer default 0 not null,
  status text not null,
  duration_ms integer not null,
  detail_object_key text,
  resolved_by uuid,
  resolved_at timestamptz,
  constraint reconciliation_runs_pkey primary key (id),
  constraint reconciliation_runs_status_check check (status in ('ok', 'differences', 'error')),
  constraint check_code_form check (check_code ~ '^[a-z][a-z0-9_.]{1,60}$'),
  constraint counts_are_not_negative check (rows_checked >= 0 and differences >= 0 and duration_ms >= 0),
  constraint status_fits_differences check (case status when 'ok' then differences = 0 when 'differences' then differences > 0 else true end),
  constraint resolved_by_somebody check ((resolved_at is null) = (resolved_by is null)),
  constraint scope_is_object check (jsonb_typeof(scope) = 'object')
);
alter table public.reconciliation_runs enable row level security;
revoke all on table public.reconciliation_runs from anon, authenticated, service_role;
comment on table public.reconciliation_runs is 'Nightly proofs, such as that the ledger balances, balances equal their entries and unlocks equal payments, with what they found.';
alter table public.reconciliation_runs add constraint reconciliation_runs_resolved_by_fkey foreign key (resolved_by) references public.users (id) on delete restrict;
create index reconciliation_runs_check_code_ran_at_idx on public.reconciliation_runs (check_code, ran_at desc);
create index reconciliation_runs_ran_at_idx on public.reconciliation_runs (ran_at) where (status <> 'ok' and resolved_at is null);
create index reconciliation_runs_resolved_by_fkey_idx on public.reconciliation_runs (resolved_by) where (resolved_by is not null);
create trigger touch_updated_at before update on public.reconciliation_runs for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.reconciliation_runs for each row execute function boyfanz.append_only('set resolved_by', 'set resolved_at');

create table public.refunds (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  payment_id uuid not null,
  payer_id uuid not null,
  provider_id smallint not null,
  provider_refund_ref text,
  amount_minor bigint not null,
  currency public.currency_code not null,
  reason text not null,
  initiated_by uuid,
  approved_by uuid,
  status text default 'pending' not null,
  creator_clawback_minor bigint default 0 not null,
  ledger_transaction_id uuid,
  idempotency_key text not null,
  completed_at timestamptz,
  constraint refunds_pkey primary key (id),
  constraint refunds_provider_id_provider_refund_ref_key unique (provider_id, provider_refund_ref),
  constraint refunds_payment_id_idempotency_key_key unique (payment_id, idempotency_key),
  constraint refunds_ledger_transaction_id_key unique (ledger_transaction_id),
  constraint refunds_reason_check check (reason in ('requested', 'duplicate', 'fraud', 'not_delivered', 'content_removed', 'goodwill', 'dispute_prevention')),
  constraint refunds_status_check check (status in ('pending', 'succeeded', 'failed')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint clawback_within_amount check (creator_clawback_minor between 0 and amount_minor),
  constraint approver_is_not_the_initiator check (approved_by <> initiated_by),
  constraint completed_names_its_time check ((status = 'pending') = (completed_at is null)),
  constraint succeeded_is_posted check (status <> 'succeeded' or ledger_transaction_id is not null)
);
alter table public.refunds enable row level security;
alter table public.credit_notes add constraint credit_notes_refund_id_fkey foreign key (refund_id) references public.refunds (id) on delete restrict;
alter table public.dispute_alerts add constraint dispute_alerts_refund_id_fkey foreign key (refund_id) references public.refunds (id) on delete restrict;
alter table public.provider_settlement_lines add constraint provider_settlement_lines_refund_id_fkey foreign key (refund_id) references public.refunds (id) on delete restrict;
revoke all on table public.refunds from anon, authenticated, service_role;
comment on table public.refunds is 'Money given back, in full or in part, with reason and posting. All refunds of a payment together never exceed it, and a large one needs a second person.';
comment on column public.refunds.initiated_by is 'NULL when a service did.';
comment on column public.refunds.creator_clawback_minor is 'The part that the creator gives back.';
alter table public.refunds add constraint refunds_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.refunds add constraint refunds_payer_id_fkey foreign key (payer_id) references public.users (id) on delete restrict;
alter table public.refunds add constraint refunds_provider_id_fkey foreign key (provider_id) references public.payment_providers (id) on delete restrict;
alter table public.refunds add constraint refunds_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.refunds add constraint refunds_initiated_by_fkey foreign key (initiated_by) references public.users (id) on delete restrict;
alter table public.refunds add constraint refunds_approved_by_fkey foreign key (approved_by) references public.users (id) on delete restrict;
alter table public.refunds add constraint refunds_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index refunds_status_created_at_idx on public.refunds (status, created_at) where (status = 'pending');
create index refunds_payer_id_created_at_idx on public.refunds (payer_id, created_at desc);
create index refunds_currency_fkey_idx on public.refunds (currency);
create index refunds_initiated_by_fkey_idx on public.refunds (initiated_by) where (initiated_by is not null);
create index refunds_approved_by_fkey_idx on public.refunds (approved_by) where (approved_by is not null);
create trigger touch_updated_at before update on public.refunds for each row execute function boyfanz.touch_updated_at();
create trigger check_refund before insert or update of status, approved_by, provider_refund_ref on public.refunds for each row execute function boyfanz.check_refund();
create trigger append_only before update or delete on public.refunds for each row execute function boyfanz.append_only('set provider_refund_ref', 'set approved_by', 'change status', 'set ledger_transaction_id', 'set completed_at');
create trigger freeze_when_completed before update on public.refunds for each row execute function boyfanz.freeze_when_set('completed_at');
create trigger refuse_truncate before truncate on public.refunds for each statement execute function boyfanz.append_only();

create table public.revenue_split_recipients (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rule_id uuid not null,
  recipient_id uuid not null,
  share_bps integer not null,
  cap_minor bigint,
  currency public.currency_code,
  accepted_at timestamptz,
  constraint revenue_split_recipients_pkey primary key (rule_id, recipient_id),
  constraint share_in_range check (share_bps between 1 and 10000),
  constraint cap_is_positive check (cap_minor > 0),
  constraint cap_names_its_currency check ((cap_minor is null) = (currency is null))
);
alter table public.revenue_split_recipients enable row level security;
revoke all on table public.revenue_split_recipients from anon, authenticated, service_role;
comment on table public.revenue_split_recipients is 'Shares of a split rule, which add up to the whole.';
comment on column public.revenue_split_recipients.share_bps is 'Hundredths of a per cent, 10000 in the whole rule.';
comment on column public.revenue_split_recipients.cap_minor is 'What the recipient gets at most.';
comment on column public.revenue_split_recipients.currency is 'Of the cap.';
alter table public.revenue_split_recipients add constraint revenue_split_recipients_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete restrict;
alter table public.revenue_split_recipients add constraint revenue_split_recipients_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index revenue_split_recipients_recipient_id_idx on public.revenue_split_recipients (recipient_id);
create index revenue_split_recipients_currency_fkey_idx on public.revenue_split_recipients (currency) where (currency is not null);
create trigger touch_updated_at before update on public.revenue_split_recipients for each row execute function boyfanz.touch_updated_at();
create constraint trigger shares_are_whole after insert or update of rule_id, share_bps or delete on public.revenue_split_recipients deferrable initially deferred for each row execute function boyfanz.shares_add_up('rule_id', 'share_bps', '10000');
create trigger freeze_with_rule before insert or update or delete on public.revenue_split_recipients for each row execute function boyfanz.freeze_with_parent('rule_id', 'revenue_split_rules', 'activated_at');

create table public.revenue_split_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  code text not null,
  version integer default 1 not null,
  scope text default 'all' not null,
  status text default 'draft' not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  activated_at timestamptz,
  constraint revenue_split_rules_pkey primary key (id),
  constraint revenue_split_rules_creator_id_code_version_key unique (creator_id, code, version),
  constraint revenue_split_rules_creator_id_id_key unique (creator_id, id),
  constraint revenue_split_rules_scope_check check (scope in ('all', 'content', 'product', 'stream', 'referral')),
  constraint revenue_split_rules_status_check check (status in ('draft', 'pending', 'active', 'retired')),
  constraint version_is_positive check (version > 0),
  constraint code_length check (char_length(code) between 1 and 60),
  constraint active_was_activated check ((status in ('active', 'retired')) = (activated_at is not null)),
  constraint ends_after_start check (valid_until > valid_from),
  constraint revenue_split_rules_active_versions_do_not_overlap_excl exclude using gist (creator_id with =, code with =, (tstzrange(valid_from, valid_until)) with &&) where (status = 'active')
);
alter table public.revenue_split_rules enable row level security;
alter table public.content_collaborators add constraint content_collaborators_split_rule_id_fkey foreign key (split_rule_id) references public.revenue_split_rules (id) on delete set null;
alter table public.order_items add constraint split_rule_of_seller foreign key (seller_id, split_rule_id) references public.revenue_split_rules (creator_id, id) on delete restrict;
alter table public.revenue_split_recipients add constraint revenue_split_recipients_rule_id_fkey foreign key (rule_id) references public.revenue_split_rules (id) on delete restrict;
revoke all on table public.revenue_split_rules from anon, authenticated, service_role;
comment on table public.revenue_split_rules is 'Versions of an agreement on how the net revenue of a creator or item is divided. Active once every recipient has accepted, and from then on frozen; at most one version counts at a time.';
comment on column public.revenue_split_rules.activated_at is 'Freezes the rule and its recipients.';
alter table public.revenue_split_rules add constraint revenue_split_rules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
create index revenue_split_rules_creator_id_status_idx on public.revenue_split_rules (creator_id, status);
create trigger touch_updated_at before update on public.revenue_split_rules for each row execute function boyfanz.touch_updated_at();
create trigger accepted_by_all before insert or update of status on public.revenue_split_rules for each row when (new.status = 'active') execute function boyfanz.check_split_activation();
create trigger freeze_when_active before update or delete on public.revenue_split_rules for each row execute function boyfanz.freeze_when_set('activated_at', 'change status', 'set valid_until');

create table public.subscription_dunning (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subscription_id uuid not null,
  invoice_id uuid not null,
  status text default 'open' not null,
  attempt_no smallint default 0 not null,
  max_attempts smallint default 4 not null,
  next_attempt_at timestamptz,
  last_decline_code text,
  last_decline_class text,
  last_attempt_id uuid,
  closed_at timestamptz,
  constraint subscription_dunning_pkey primary key (id),
  constraint subscription_dunning_status_check check (status in ('open', 'recovered', 'exhausted', 'cancelled')),
  constraint subscription_dunning_last_decline_class_check check (last_decline_class in ('soft', 'hard', 'fraud')),
  constraint attempt_no_within_plan check (attempt_no between 0 and max_attempts),
  constraint closed_names_its_time check ((status = 'open') = (closed_at is null)),
  constraint hard_decline_closes_at_once check (status <> 'open' or last_decline_class is null or last_decline_class = 'soft'),
  constraint closed_plans_nothing check (status = 'open' or next_attempt_at is null)
) with (fillfactor = 80);
alter table public.subscription_dunning enable row level security;
revoke all on table public.subscription_dunning from anon, authenticated, service_role;
comment on table public.subscription_dunning is 'Recovery of a failed renewal; its plan of retries and how it ended. A hard decline closes it at once, as the card schemes demand.';
alter table public.subscription_dunning add constraint subscription_dunning_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
alter table public.subscription_dunning add constraint subscription_dunning_last_attempt_id_fkey foreign key (last_attempt_id) references public.payment_attempts (id) on delete restrict;
create unique index subscription_dunning_subscription_id_idx on public.subscription_dunning (subscription_id) where (status = 'open');
create index subscription_dunning_next_attempt_at_idx on public.subscription_dunning (next_attempt_at) where (status = 'open');
create index subscription_dunning_subscription_id_fkey_idx on public.subscription_dunning (subscription_id);
create index subscription_dunning_invoice_id_fkey_idx on public.subscription_dunning (invoice_id);
create index subscription_dunning_last_attempt_id_fkey_idx on public.subscription_dunning (last_attempt_id) where (last_attempt_id is not null);
create trigger touch_updated_at before update on public.subscription_dunning for each row execute function boyfanz.touch_updated_at();
create trigger attempts_only_grow before update of attempt_no on public.subscription_dunning for each row execute function boyfanz.only_grows('attempt_no');
create trigger freeze_when_closed before update or delete on public.subscription_dunning for each row execute function boyfanz.freeze_when_set('closed_at');

create table public.subscription_events (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  subscription_id uuid not null,
  event text not null,
  from_status text,
  to_status text,
  actor text not null,
  data jsonb default '{}' not null,
  occurred_at timestamptz default now() not null,
  constraint subscription_events_pkey primary key (id),
  constraint subscription_events_event_check check (event in ('created', 'activated', 'renewed', 'past_due', 'recovered', 'paused', 'resumed', 'tier_changed', 'price_changed', 'cancel_requested', 'cancel_undone', 'ended', 'refunded')),
  constraint subscription_events_from_status_check check (from_status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling', 'ended')),
  constraint subscription_events_to_status_check check (to_status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling', 'ended')),
  constraint subscription_events_actor_check check (actor in ('subscriber', 'creator', 'system', 'staff', 'provider')),
  constraint data_is_object check (jsonb_typeof(data) = 'object'),
  constraint first_has_no_status_before check (event <> 'created' or from_status is null)
);
alter table public.subscription_events enable row level security;
revoke all on table public.subscription_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.subscription_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.subscription_events is 'Every change of a subscription''s state and terms, for support, churn and webhooks.';
create index subscription_events_subscription_id_id_idx on public.subscription_events (subscription_id, id);
create index subscription_events_event_occurred_at_idx on public.subscription_events (event, occurred_at desc);
create trigger append_only before update or delete on public.subscription_events for each row execute function boyfanz.append_only();

create table public.subscription_offers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  tier_id uuid not null,
  kind text not null,
  percent_bps integer,
  amount_minor bigint,
  currency public.currency_code,
  trial_days smallint,
  duration_periods smallint default 1 not null,
  audience text default 'everyone' not null,
  list_id uuid,
  max_redemptions integer,
  redeemed_count integer default 0 not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  status text default 'draft' not null,
  constraint subscription_offers_pkey primary key (id),
  constraint subscription_offers_creator_id_id_key unique (creator_id, id),
  constraint subscription_offers_kind_check check (kind in ('trial', 'percent_off', 'amount_off', 'bundle', 'winback')),
  constraint subscription_offers_audience_check check (audience in ('everyone', 'new', 'expired', 'list')),
  constraint subscription_offers_status_check check (status in ('draft', 'active', 'ended')),
  constraint one_value check (num_nonnulls(percent_bps, amount_minor, trial_days) = 1),
  constraint value_fits_kind check (case kind when 'trial' then trial_days is not null when 'percent_off' then percent_bps is not null when 'amount_off' then amount_minor is not null else true end),
  constraint amount_names_its_currency check ((amount_minor is null) = (currency is null)),
  constraint percent_in_range check (percent_bps between 1 and 10000),
  constraint amount_is_positive check (amount_minor > 0),
  constraint trial_days_in_range check (trial_days between 1 and 366),
  constraint duration_in_range check (duration_periods between 1 and 60),
  constraint bundle_is_several_periods check (kind <> 'bundle' or duration_periods > 1),
  constraint list_is_for_lists check (list_id is null or audience = 'list'),
  constraint redeemed_within_limit check (redeemed_count >= 0 and redeemed_count <= max_redemptions),
  constraint max_redemptions_is_positive check (max_redemptions > 0),
  constraint ends_after_start check (ends_at > starts_at)
);
alter table public.subscription_offers enable row level security;
revoke all on table public.subscription_offers from anon, authenticated, service_role;
comment on table public.subscription_offers is 'Promotional terms on a tier; a free trial, a discount, several months at once, a win-back. The terms stand once anybody has used them.';
comment on column public.subscription_offers.percent_bps is 'Hundredths of a per cent off.';
comment on column public.subscription_offers.amount_minor is 'Minor units off each period.';
comment on column public.subscription_offers.duration_periods is 'For how many periods it counts.';
comment on column public.subscription_offers.list_id is 'An offer to a list that is gone reaches nobody.';
comment on column public.subscription_offers.redeemed_count is 'Raised by a conditional update, so that none is used too often.';
alter table public.subscription_offers add constraint subscription_offers_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_offers add constraint subscription_offers_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index subscription_offers_creator_id_status_idx on public.subscription_offers (creator_id, status);
create index subscription_offers_ends_at_idx on public.subscription_offers (ends_at) where (status = 'active');
create index subscription_offers_creator_id_tier_id_fkey_idx on public.subscription_offers (creator_id, tier_id);
create index subscription_offers_tier_id_fkey_idx on public.subscription_offers (tier_id);
create index subscription_offers_currency_fkey_idx on public.subscription_offers (currency) where (currency is not null);
create index subscription_offers_list_id_fkey_idx on public.subscription_offers (list_id) where (list_id is not null);
create trigger touch_updated_at before update on public.subscription_offers for each row execute function boyfanz.touch_updated_at();
create trigger terms_stand_once_redeemed before update or delete on public.subscription_offers for each row when (old.redeemed_count > 0) execute function boyfanz.append_only('change redeemed_count', 'change status', 'change ends_at', 'change max_redemptions', 'clear list_id');

create table public.subscription_periods (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subscription_id uuid not null,
  subscriber_id uuid not null,
  creator_id uuid not null,
  period_no integer not null,
  covers tstzrange not null,
  kind text default 'paid' not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  invoice_id uuid,
  payment_id uuid,
  revoked_at timestamptz,
  constraint subscription_periods_pkey primary key (id),
  constraint subscription_periods_subscription_id_period_no_key unique (subscription_id, period_no),
  constraint subscription_periods_kind_check check (kind in ('paid', 'trial', 'gift', 'comp', 'grace')),
  constraint period_no_is_positive check (period_no > 0),
  constraint covers_a_bounded_span check (not isempty(covers) and lower(covers) is not null and upper(covers) is not null and lower_inc(covers) and not upper_inc(covers) and isfinite(lower(covers)) and isfinite(upper(covers))),
  constraint amount_is_not_negative check (amount_minor >= 0),
  constraint free_kinds_bring_nothing check (kind in ('paid', 'gift') or amount_minor = 0),
  constraint subscription_periods_periods_do_not_overlap_excl exclude using gist (subscription_id with =, covers with &&) where (revoked_at is null)
);
alter table public.subscription_periods enable row level security;
alter table public.invoice_lines add constraint invoice_lines_subscription_period_id_fkey foreign key (subscription_period_id) references public.subscription_periods (id) on delete restrict;
revoke all on table public.subscription_periods from anon, authenticated, service_role;
comment on table public.subscription_periods is 'Each paid, free or given period of a subscription; the lasting proof of access and the unit in which revenue is recognised. The periods that stand never overlap.';
comment on column public.subscription_periods.covers is 'From the start, which belongs to it, to the end, which does not.';
comment on column public.subscription_periods.amount_minor is 'Minor units of revenue to recognise over the period.';
alter table public.subscription_periods add constraint subscription_periods_subscriber_id_fkey foreign key (subscriber_id) references public.users (id) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
create index subscription_periods_creator_id_expr_idx on public.subscription_periods (creator_id, (lower(covers)));
create index subscription_periods_subscriber_id_creator_id_c9281a0f_fkey_idx on public.subscription_periods (subscriber_id, creator_id, subscription_id);
create index subscription_periods_currency_fkey_idx on public.subscription_periods (currency);
create index subscription_periods_invoice_id_fkey_idx on public.subscription_periods (invoice_id) where (invoice_id is not null);
create index subscription_periods_payment_id_fkey_idx on public.subscription_periods (payment_id) where (payment_id is not null);
create trigger touch_updated_at before update on public.subscription_periods for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.subscription_periods for each row execute function boyfanz.append_only('set invoice_id', 'set payment_id', 'set revoked_at');

create table public.subscription_tier_benefits (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tier_id uuid not null,
  creator_id uuid not null,
  "position" smallint not null,
  kind text default 'text' not null,
  label text not null,
  value jsonb,
  constraint subscription_tier_benefits_pkey primary key (id),
  constraint subscription_tier_benefits_tier_id_position_key unique (tier_id, "position"),
  constraint subscription_tier_benefits_kind_check check (kind in ('text', 'dm_access', 'archive', 'livestream', 'discount', 'custom_request', 'badge', 'early_access')),
  constraint position_is_not_negative check (position >= 0),
  constraint label_length check (char_length(label) between 1 and 200),
  constraint value_is_object check (jsonb_typeof(value) = 'object')
);
alter table public.subscription_tier_benefits enable row level security;
revoke all on table public.subscription_tier_benefits from anon, authenticated, service_role;
comment on table public.subscription_tier_benefits is 'Perks of a tier in their order, machine-readable where they grant something.';
comment on column public.subscription_tier_benefits.value is 'Terms of the perk by kind, such as the rate of a discount.';
alter table public.subscription_tier_benefits add constraint subscription_tier_benefits_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index subscription_tier_benefits_creator_id_tier_id_fkey_idx on public.subscription_tier_benefits (creator_id, tier_id);
create trigger touch_updated_at before update on public.subscription_tier_benefits for each row execute function boyfanz.touch_updated_at();

create table public.subscription_tier_prices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tier_id uuid not null,
  creator_id uuid not null,
  interval_unit text default 'month' not null,
  interval_count smallint default 1 not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  tax_behavior text default 'inclusive' not null,
  retired_at timestamptz,
  supersedes_id uuid,
  constraint subscription_tier_prices_pkey primary key (id),
  constraint subscription_tier_prices_tier_id_id_key unique (tier_id, id),
  constraint subscription_tier_prices_interval_unit_check check (interval_unit in ('week', 'month', 'year')),
  constraint subscription_tier_prices_tax_behavior_check check (tax_behavior in ('inclusive', 'exclusive')),
  constraint amount_is_not_negative check (amount_minor >= 0),
  constraint interval_at_most_two_years check (interval_count >= 1 and interval_count <= case interval_unit when 'week' then 104 when 'month' then 24 else 2 end),
  constraint nothing_supersedes_itself check (supersedes_id <> id)
);
alter table public.subscription_tier_prices enable row level security;
alter table public.gift_subscriptions add constraint price_of_same_tier foreign key (tier_id, price_id) references public.subscription_tier_prices (tier_id, id) on delete restrict;
revoke all on table public.subscription_tier_prices from anon, authenticated, service_role;
comment on table public.subscription_tier_prices is 'Price versions of a tier by interval and currency, so that subscribers keep what they signed up for. A new price is a new row; the card schemes'' ceiling is checked by the service.';
comment on column public.subscription_tier_prices.amount_minor is 'Minor units for one interval.';
alter table public.subscription_tier_prices add constraint subscription_tier_prices_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_tier_prices add constraint subscription_tier_prices_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.subscription_tier_prices add constraint supersedes_of_same_tier foreign key (tier_id, supersedes_id) references public.subscription_tier_prices (tier_id, id) on delete restrict;
create unique index subscription_tier_prices_tier_id_interval_unit_int_9a2d961e_idx on public.subscription_tier_prices (tier_id, interval_unit, interval_count, currency) where (retired_at is null);
create index subscription_tier_prices_creator_id_tier_id_fkey_idx on public.subscription_tier_prices (creator_id, tier_id);
create index subscription_tier_prices_tier_id_supersedes_id_fkey_idx on public.subscription_tier_prices (tier_id, supersedes_id);
create index subscription_tier_prices_currency_fkey_idx on public.subscription_tier_prices (currency);
create trigger touch_updated_at before update on public.subscription_tier_prices for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.subscription_tier_prices for each row execute function boyfanz.append_only('set retired_at');

create table public.subscription_tiers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  slug extensions.citext not null,
  name text not null,
  description text,
  level smallint not null,
  status text default 'draft' not null,
  is_free boolean default false not null,
  max_subscribers integer,
  active_count integer default 0 not null,
  cover_asset_id uuid,
  includes_dm boolean default true not null,
  includes_archive boolean default true not null,
  archived_at timestamptz,
  constraint subscription_tiers_pkey primary key (id),
  constraint subscription_tiers_creator_id_slug_key unique (creator_id, slug),
  constraint subscription_tiers_creator_id_id_key unique (creator_id, id),
  constraint subscription_tiers_status_check check (status in ('draft', 'active', 'closed', 'archived')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint level_is_positive check (level >= 1),
  constraint active_count_within_capacity check (active_count >= 0 and active_count <= max_subscribers),
  constraint max_subscribers_is_positive check (max_subscribers > 0),
  constraint archived_names_its_time check ((status = 'archived') = (archived_at is not null))
) with (fillfactor = 80);
alter table public.subscription_tiers enable row level security;
alter table public.content_access_tiers add constraint content_access_tiers_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.content_stickers add constraint tier_of_same_creator foreign key (creator_id, required_tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
alter table public.post_media add constraint post_media_required_tier_id_fkey foreign key (required_tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.gift_subscriptions add constraint gift_subscriptions_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.subscription_offers add constraint subscription_offers_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.subscription_offers add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
alter table public.subscription_tier_benefits add constraint subscription_tier_benefits_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete cascade;
alter table public.subscription_tier_benefits add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete cascade;
alter table public.subscription_tier_prices add constraint subscription_tier_prices_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.subscription_tier_prices add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
revoke all on table public.subscription_tiers from anon, authenticated, service_role;
comment on table public.subscription_tiers is 'A creator''s subscription product with its rank, capacity and state. Once anybody has subscribed it is archived, never deleted.';
comment on column public.subscription_tiers.level is 'A higher level includes what lower ones grant.';
comment on column public.subscription_tiers.active_count is 'Recounted every night.';
alter table public.subscription_tiers add constraint subscription_tiers_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_tiers add constraint subscription_tiers_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
create index subscription_tiers_creator_id_level_idx on public.subscription_tiers (creator_id, level) where (status = 'active');
create index subscription_tiers_cover_asset_id_fkey_idx on public.subscription_tiers (cover_asset_id) where (cover_asset_id is not null);
create trigger touch_updated_at before update on public.subscription_tiers for each row execute function boyfanz.touch_updated_at();
create trigger at_most_10_active after insert or update of creator_id, status on public.subscription_tiers for each row when (new.status = 'active') execute function boyfanz.limit_rows_per_owner('creator_id', '10', 'status = ''active''');
create trigger creator_never_changes before update of creator_id on public.subscription_tiers for each row execute function boyfanz.set_once('creator_id');

create table public.subscriptions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subscriber_id uuid not null,
  creator_id uuid not null,
  tier_id uuid not null,
  price_id uuid not null,
  offer_id uuid,
  status text default 'incomplete' not null,
  entitled_until timestamptz,
  current_period_start timestamptz,
  current_period_end timestamptz,
  payment_method_id uuid,
  auto_renew boolean default true not null,
  cancel_reason text,
  previous_id uuid,
  gift_id uuid,
  started_at timestamptz,
  cancelled_at timestamptz,
  ended_at timestamptz,
  version integer default 0 not null,
  constraint subscriptions_pkey primary key (id),
  constraint subscriptions_subscriber_id_creator_id_id_key unique (subscriber_id, creator_id, id),
  constraint subscriptions_status_check check (status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling', 'ended')),
  constraint subscriptions_cancel_reason_check check (cancel_reason in ('user', 'payment_failed', 'creator_closed', 'blocked', 'refund', 'fraud', 'staff')),
  constraint nobody_subscribes_to_themselves check (subscriber_id <> creator_id),
  constraint ended_names_its_time check ((status = 'ended') = (ended_at is not null)),
  constraint live_has_a_period check (status not in ('trialing', 'active', 'past_due', 'cancelling') or (started_at is not null and entitled_until is not null and current_period_end is not null)),
  constraint period_is_whole check ((current_period_start is null) = (current_period_end is null)),
  constraint period_ends_after_start check (current_period_end > current_period_start),
  constraint cancelling_does_not_renew check (status <> 'cancelling' or (cancelled_at is not null and not auto_renew)),
  constraint nothing_precedes_itself check (previous_id <> id)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
alter table public.subscriptions enable row level security;
alter table public.invoices add constraint invoices_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.payment_intents add constraint payment_intents_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.subscription_dunning add constraint subscription_dunning_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.subscription_events add constraint subscription_events_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.subscription_periods add constraint subscription_of_same_pair foreign key (subscriber_id, creator_id, subscription_id) references public.subscriptions (subscriber_id, creator_id, id) on delete restrict;
revoke all on table public.subscriptions from anon, authenticated, service_role;
comment on table public.subscriptions is 'A fan''s subscription to a creator; at most one is current per pair, and entitled_until decides at the paywall. The row stays as a pseudonym when the subscriber is erased.';
comment on column public.subscriptions.entitled_until is 'Access until then, whatever the status.';
comment on column public.subscriptions.payment_method_id is 'Detached, not deleted, while a subscription names it.';
comment on column public.subscriptions.version is 'Raised with every change by the billing job, which compares it first.';
alter table public.subscriptions add constraint subscriptions_subscriber_id_fkey foreign key (subscriber_id) references public.users (id) on delete restrict;
alter table public.subscriptions add constraint subscriptions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscriptions add constraint subscriptions_gift_id_fkey foreign key (gift_id) references public.gift_subscriptions (id) on delete restrict;
alter table public.subscriptions add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
alter table public.subscriptions add constraint price_of_same_tier foreign key (tier_id, price_id) references public.subscription_tier_prices (tier_id, id) on delete restrict;
alter table public.subscriptions add constraint offer_of_same_creator foreign key (creator_id, offer_id) references public.subscription_offers (creator_id, id) on delete restrict;
alter table public.subscriptions add constraint payment_method_of_subscriber foreign key (subscriber_id, payment_method_id) references public.payment_methods (user_id, id) on delete restrict;
alter table public.subscriptions add constraint previous_of_same_pair foreign key (subscriber_id, creator_id, previous_id) references public.subscriptions (subscriber_id, creator_id, id) on delete restrict;
create unique index subscriptions_one_current_idx on public.subscriptions (subscriber_id, creator_id) where (status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling'));
create index subscriptions_subscriber_id_creator_id_entitled_until_idx on public.subscriptions (subscriber_id, creator_id, entitled_until desc);
create index subscriptions_creator_id_status_started_at_idx on public.subscriptions (creator_id, status, started_at desc);
create index subscriptions_current_period_end_idx on public.subscriptions (current_period_end) where (status in ('active', 'trialing', 'past_due') and auto_renew);
create index subscriptions_tier_id_idx on public.subscriptions (tier_id) where (status in ('active', 'trialing'));
create unique index subscriptions_gift_id_idx on public.subscriptions (gift_id) where (gift_id is not null);
create index subscriptions_subscriber_id_creator_id_previous_id_fkey_idx on public.subscriptions (subscriber_id, creator_id, previous_id);
create index subscriptions_creator_id_tier_id_fkey_idx on public.subscriptions (creator_id, tier_id);
create index subscriptions_tier_id_price_id_fkey_idx on public.subscriptions (tier_id, price_id);
create index subscriptions_creator_id_offer_id_fkey_idx on public.subscriptions (creator_id, offer_id);
create index subscriptions_subscriber_id_payment_method_id_fkey_idx on public.subscriptions (subscriber_id, payment_method_id);
create trigger touch_updated_at before update on public.subscriptions for each row execute function boyfanz.touch_updated_at();
create trigger version_only_grows before update of version on public.subscriptions for each row execute function boyfanz.only_grows('strictly', 'version');
create trigger parties_never_change before update of subscriber_id, creator_id, previous_id, gift_id, started_at on public.subscriptions for each row execute function boyfanz.set_once('subscriber_id', 'creator_id', 'previous_id', 'gift_id', 'started_at');
create trigger refuse_delete before delete on public.subscriptions for each row execute function boyfanz.refuse_delete('Payments and periods depend on it.');

create table public.tax_calculations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  payer_id uuid not null,
  order_id uuid,
  invoice_id uuid,
  supply_country public.country_code not null,
  supply_region text,
  evidence_ip_country public.country_code,
  evidence_billing_country public.country_code,
  evidence_issuer_country public.country_code,
  tax_rate_id integer,
  taxable_minor bigint not null,
  tax_minor bigint not null,
  currency public.currency_code not null,
  reverse_charge boolean default false not null,
  engine text not null,
  engine_ref text,
  constraint tax_calculations_pkey primary key (id),
  constraint for_one_sale check (num_nonnulls(order_id, invoice_id) = 1),
  constraint amounts_are_not_negative check (taxable_minor >= 0 and tax_minor between 0 and taxable_minor),
  constraint reverse_charge_has_no_tax check (not reverse_charge or tax_minor = 0),
  constraint tax_names_its_rate check (tax_minor = 0 or tax_rate_id is not null or engine_ref is not null),
  constraint two_proofs_in_the_eu check (reverse_charge or supply_country not in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT',
  'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK')
or coalesce(evidence_ip_country = supply_country, false)::integer
  + coalesce(evidence_billing_country = supply_country, false)::integer
  + coalesce(evidence_issuer_country = supply_country, false)::integer >= 2)
);
alter table public.tax_calculations enable row level security;
revoke all on table public.tax_calculations from anon, authenticated, service_role;
comment on table public.tax_calculations is 'How the tax of a sale was decided; place of supply, the proofs of location, rate and amount, kept as evidence. A digital service in the EU needs two proofs that agree.';
comment on column public.tax_calculations.reverse_charge is 'The customer, a business, owes the tax.';
comment on column public.tax_calculations.engine is 'What calculated it.';
alter table public.tax_calculations add constraint tax_calculations_payer_id_fkey foreign key (payer_id) references public.users (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index tax_calculations_supply_country_created_at_idx on public.tax_calculations (supply_country, created_at);
create index tax_calculations_payer_id_fkey_idx on public.tax_calculations (payer_id);
create index tax_calculations_order_id_fkey_idx on public.tax_calculations (order_id) where (order_id is not null);
create index tax_calculations_invoice_id_fkey_idx on public.tax_calculations (invoice_id) where (invoice_id is not null);
create index tax_calculations_tax_rate_id_fkey_idx on public.tax_calculations (tax_rate_id) where (tax_rate_id is not null);
create index tax_calculations_currency_fkey_idx on public.tax_calculations (currency);
create trigger touch_updated_at before update on public.tax_calculations for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.tax_calculations for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.tax_calculations for each statement execute function boyfanz.append_only();

create table public.tax_forms (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  form text not null,
  tax_year smallint not null,
  correction_no smallint default 0 not null,
  amounts jsonb default '{}' not null,
  currency public.currency_code not null,
  status text default 'draft' not null,
  object_key_enc bytea,
  key_id smallint,
  filing_ref text,
  finalized_at timestamptz,
  delivered_at timestamptz,
  filed_at timestamptz,
  retain_until date not null,
  constraint tax_forms_pkey primary key (id),
  constraint tax_forms_creator_id_form_tax_year_correction_no_key unique (creator_id, form, tax_year, correction_no),
  constraint tax_forms_form_check check (form in ('1099_nec', '1099_k', '1042_s', 'dac7', 'local')),
  constraint tax_forms_status_check check (status in ('draft', 'final', 'delivered', 'filed', 'accepted', 'rejected')),
  constraint tax_year_in_range check (tax_year between 2000 and 2200),
  constraint correction_no_is_not_negative check (correction_no >= 0),
  constraint amounts_is_object check (jsonb_typeof(amounts) = 'object'),
  constraint final_names_its_time check ((status = 'draft') = (finalized_at is null)),
  constraint delivered_names_its_time check (status <> 'delivered' or delivered_at is not null),
  constraint filed_names_its_time check (status not in ('filed', 'accepted', 'rejected') or filed_at is not null),
  constraint file_names_its_key check ((object_key_enc is null) = (key_id is null)),
  constraint retained_for_seven_years check (retain_until >= make_date(tax_year + 8, 1, 1))
);
alter table public.tax_forms enable row level security;
revoke all on table public.tax_forms from anon, authenticated, service_role;
comment on table public.tax_forms is 'Annual statements to creators and authorities, and how far they are filed. A final one stands, a correction is a new row.';
comment on column public.tax_forms.amounts is 'Minor units of currency by box of the form.';
comment on column public.tax_forms.object_key_enc is 'Place of the file, encrypted with key_id.';
comment on column public.tax_forms.key_id is 'Version of the encryption key.';
comment on column public.tax_forms.finalized_at is 'Freezes the form.';
alter table public.tax_forms add constraint tax_forms_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tax_forms add constraint tax_forms_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index tax_forms_tax_year_form_status_idx on public.tax_forms (tax_year, form, status);
create index tax_forms_currency_fkey_idx on public.tax_forms (currency);
create trigger touch_updated_at before update on public.tax_forms for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_final before update on public.tax_forms for each row execute function boyfanz.freeze_when_set('finalized_at', 'change status', 'change object_key_enc', 'change key_id', 'set filing_ref', 'set delivered_at', 'set filed_at');
create trigger keep_until_retained before delete on public.tax_forms for each row execute function boyfanz.keep_until('retain_until');

create table public.tax_profiles (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  entity_type text default 'individual' not null,
  residence_country public.country_code not null,
  tin_enc bytea,
  tin_bidx public.digest_256,
  tin_last_four text,
  vat_number text,
  vat_checked_at timestamptz,
  form_kind text default 'none' not null,
  form_signed_at timestamptz,
  form_object_key_enc bytea,
  form_expires_on date,
  withholding_bps integer default 0 not null,
  treaty_country public.country_code,
  key_id smallint not null,
  superseded_at timestamptz,
  constraint tax_profiles_pkey primary key (id),
  constraint tax_profiles_user_id_id_key unique (user_id, id),
  constraint tax_profiles_entity_type_check check (entity_type in ('individual', 'company')),
  constraint tax_profiles_form_kind_check check (form_kind in ('w9', 'w8ben', 'w8bene', 'dac7', 'none')),
  constraint withholding_in_range check (withholding_bps between 0 and 10000),
  constraint tin_is_whole check (num_nulls(tin_enc, tin_bidx, tin_last_four) in (0, 3)),
  constraint tin_last_four_form check (tin_last_four ~ '^[A-Z0-9]{4}$'),
  constraint vat_number_form check (vat_number ~ '^[A-Z]{2}[A-Z0-9+*]{2,13}$'),
  constraint form_is_signed check ((form_kind = 'none') = (form_signed_at is null)),
  constraint vat_check_has_a_number check (vat_checked_at is null or vat_number is not null),
  constraint superseded_after_creation check (superseded_at >= created_at)
);
alter table public.tax_profiles enable row level security;
revoke all on table public.tax_profiles from anon, authenticated, service_role;
comment on table public.tax_profiles is 'Tax status of a person or company; residence, number, form on file, VAT check. A change is a new row, and the old one is superseded.';
comment on column public.tax_profiles.tin_enc is 'Tax number, encrypted with key_id.';
comment on column public.tax_profiles.tin_bidx is 'HMAC of the tax number.';
comment on column public.tax_profiles.form_object_key_enc is 'Place of the signed form.';
comment on column public.tax_profiles.withholding_bps is 'Hundredths of a per cent.';
comment on column public.tax_profiles.key_id is 'Version of the encryption key.';
alter table public.tax_profiles add constraint tax_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
create unique index tax_profiles_one_current_idx on public.tax_profiles (user_id) where (superseded_at is null);
create index tax_profiles_tin_bidx_idx on public.tax_profiles (tin_bidx) where (tin_bidx is not null);
create index tax_profiles_form_expires_on_idx on public.tax_profiles (form_expires_on) where (superseded_at is null);
create trigger touch_updated_at before update on public.tax_profiles for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.tax_profiles for each row when (new.key_id = old.key_id) execute function boyfanz.append_only('change vat_checked_at', 'set superseded_at');
create trigger only_a_new_key_rewrites before update on public.tax_profiles for each row when (new.key_id <> old.key_id) execute function boyfanz.append_only('change key_id', 'change tin_enc', 'change form_object_key_enc');
create trigger refuse_delete before delete on public.tax_profiles for each row execute function boyfanz.refuse_delete('Supersede it.');

create table public.tax_rates (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 100000) not null,
  country_code public.country_code not null,
  region_code text default '*' not null,
  tax_kind text not null,
  product_class text not null,
  rate_ppm integer not null,
  valid tstzrange not null,
  source text not null,
  constraint tax_rates_pkey primary key (id),
  constraint tax_rates_tax_kind_check check (tax_kind in ('vat', 'gst', 'sales_tax', 'digital_services')),
  constraint region_code_form check (region_code ~ '^([*]|[A-Z0-9]{1,3})$'),
  constraint rate_in_range check (rate_ppm between 0 and 500000),
  constraint valid_is_a_span check (not isempty(valid) and lower(valid) is not null and lower_inc(valid) and not upper_inc(valid)),
  constraint tax_rates_rates_do_not_overlap_excl exclude using gist (country_code with =, region_code with =, tax_kind with =, product_class with =, valid with &&)
);
alter table public.tax_rates enable row level security;
alter table public.invoice_lines add constraint invoice_lines_tax_rate_id_fkey foreign key (tax_rate_id) references public.tax_rates (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_tax_rate_id_fkey foreign key (tax_rate_id) references public.tax_rates (id) on delete restrict;
revoke all on table public.tax_rates from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.tax_rates', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.tax_rates is 'Tax rates by jurisdiction and product class, each over its time. A new rate ends the old one and is a new row.';
comment on column public.tax_rates.id is 'Below 100000 for those that come with the product.';
comment on column public.tax_rates.region_code is 'Subdivision of ISO 3166-2 without the country; * for the whole country.';
comment on column public.tax_rates.rate_ppm is 'Millionths; 190000 is 19 per cent.';
comment on column public.tax_rates.valid is 'From the start, which belongs to it, to the end, which does not.';
create index tax_rates_country_code_valid_idx on public.tax_rates using gist (country_code, valid);
create trigger touch_updated_at before update on public.tax_rates for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.tax_rates for each row execute function boyfanz.append_only('change valid', 'change source');

create table public.tax_withholdings (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  payout_id uuid not null,
  tax_profile_id uuid not null,
  jurisdiction text not null,
  rate_bps integer not null,
  base_minor bigint not null,
  withheld_minor bigint not null,
  currency public.currency_code not null,
  remitted_on date,
  ledger_transaction_id uuid not null,
  constraint tax_withholdings_pkey primary key (id),
  constraint rate_in_range check (rate_bps between 0 and 10000),
  constraint withheld_within_base check (base_minor > 0 and withheld_minor between 0 and base_minor)
);
alter table public.tax_withholdings enable row level security;
revoke all on table public.tax_withholdings from anon, authenticated, service_role;
comment on table public.tax_withholdings is 'Tax that was kept from a payout under withholding rules or a treaty.';
comment on column public.tax_withholdings.rate_bps is 'Hundredths of a per cent.';
alter table public.tax_withholdings add constraint tax_withholdings_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tax_withholdings add constraint tax_withholdings_payout_id_fkey foreign key (payout_id) references public.payouts (id) on delete restrict;
alter table public.tax_withholdings add constraint tax_withholdings_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.tax_withholdings add constraint tax_withholdings_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.tax_withholdings add constraint profile_of_same_creator foreign key (creator_id, tax_profile_id) references public.tax_profiles (user_id, id) on delete restrict;
create index tax_withholdings_creator_id_created_at_idx on public.tax_withholdings (creator_id, created_at desc);
create index tax_withholdings_created_at_idx on public.tax_withholdings (created_at) where (remitted_on is null);
create index tax_withholdings_payout_id_idx on public.tax_withholdings (payout_id);
create index tax_withholdings_creator_id_tax_profile_id_fkey_idx on public.tax_withholdings (creator_id, tax_profile_id);
create index tax_withholdings_currency_fkey_idx on public.tax_withholdings (currency);
create index tax_withholdings_ledger_transaction_id_fkey_idx on public.tax_withholdings (ledger_transaction_id);
create trigger touch_updated_at before update on public.tax_withholdings for each row execute function boyfanz.touch_updated_at();
create trigger payout_of_same_creator before insert on public.tax_withholdings for each row execute function boyfanz.matches_parent('payout_id', 'payouts', 'creator_id', 'currency');
create trigger append_only before update or delete on public.tax_withholdings for each row execute function boyfanz.append_only('set remitted_on');
create trigger refuse_truncate before truncate on public.tax_withholdings for each statement execute function boyfanz.append_only();

create table public.tip_goals (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  title text not null,
  description text,
  target_minor bigint not null,
  raised_minor bigint default 0 not null,
  currency public.currency_code not null,
  status text default 'active' not null,
  ends_at timestamptz,
  reward_content_id uuid,
  reached_at timestamptz,
  constraint tip_goals_pkey primary key (id),
  constraint tip_goals_creator_id_id_key unique (creator_id, id),
  constraint tip_goals_status_check check (status in ('active', 'reached', 'closed', 'cancelled')),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint target_is_positive check (target_minor > 0),
  constraint raised_is_not_negative check (raised_minor >= 0),
  constraint reached_names_its_time check (status <> 'reached' or reached_at is not null),
  constraint ends_after_creation check (ends_at > created_at)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.tip_goals enable row level security;
alter table public.story_overlays add constraint story_overlays_tip_goal_id_fkey foreign key (tip_goal_id) references public.tip_goals (id) on delete cascade;
revoke all on table public.tip_goals from anon, authenticated, service_role;
comment on table public.tip_goals is 'Sums that a creator collects for, and how far they have come.';
comment on column public.tip_goals.raised_minor is 'Recomputed from the tips every night.';
alter table public.tip_goals add constraint tip_goals_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tip_goals add constraint tip_goals_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.tip_goals add constraint tip_goals_reward_content_id_fkey foreign key (reward_content_id) references public.content_items (id) on delete set null;
create index tip_goals_creator_id_status_idx on public.tip_goals (creator_id, status);
create index tip_goals_currency_fkey_idx on public.tip_goals (currency);
create index tip_goals_reward_content_id_fkey_idx on public.tip_goals (reward_content_id) where (reward_content_id is not null);
create trigger touch_updated_at before update on public.tip_goals for each row execute function boyfanz.touch_updated_at();
create trigger currency_never_changes before update of creator_id, currency on public.tip_goals for each row execute function boyfanz.set_once('creator_id', 'currency');

create table public.tip_menu_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  "position" smallint not null,
  title text not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  delivery text default 'none' not null,
  retired_at timestamptz,
  constraint tip_menu_items_pkey primary key (id),
  constraint tip_menu_items_creator_id_id_key unique (creator_id, id),
  constraint tip_menu_items_delivery_check check (delivery in ('none', 'message', 'live', 'custom_request')),
  constraint position_is_not_negative check (position >= 0),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint amount_is_positive check (amount_minor > 0)
);
alter table public.tip_menu_items enable row level security;
revoke all on table public.tip_menu_items from anon, authenticated, service_role;
comment on table public.tip_menu_items is 'What a creator offers for a tip, such as a shout-out. A new price is a new row.';
alter table public.tip_menu_items add constraint tip_menu_items_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tip_menu_items add constraint tip_menu_items_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index tip_menu_items_creator_id_position_idx on public.tip_menu_items (creator_id, "position") where (retired_at is null);
create index tip_menu_items_currency_fkey_idx on public.tip_menu_items (currency);
create trigger touch_updated_at before update on public.tip_menu_items for each row execute function boyfanz.touch_updated_at();
create trigger price_never_changes before update of creator_id, amount_minor, currency, retired_at on public.tip_menu_items for each row execute function boyfanz.set_once('creator_id', 'amount_minor', 'currency', 'retired_at');

create table public.tips (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  sender_id uuid not null,
  creator_id uuid not null,
  context text default 'profile' not null,
  content_id uuid,
  goal_id uuid,
  menu_item_id uuid,
  stream_id uuid,
  amount_minor bigint not null,
  currency public.currency_code not null,
  message text,
  is_anonymous boolean default false not null,
  payment_id uuid,
  ledger_transaction_id uuid,
  status text default 'pending' not null,
  idempotency_key text not null,
  constraint tips_pkey primary key (id),
  constraint tips_sender_id_idempotency_key_key unique (sender_id, idempotency_key),
  constraint tips_context_check check (context in ('profile', 'post', 'message', 'story', 'stream', 'goal', 'custom_request')),
  constraint tips_status_check check (status in ('pending', 'settled', 'refunded', 'charged_back')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint nobody_tips_themselves check (sender_id <> creator_id),
  constraint context_names_its_object check (case context when 'goal' then goal_id is not null when 'stream' then stream_id is not null when 'post' then content_id is not null when 'story' then content_id is not null else true end),
  constraint settled_is_posted check (status = 'pending' or ledger_transaction_id is not null),
  constraint message_length check (char_length(message) <= 500)
);
alter table public.tips enable row level security;
revoke all on table public.tips from anon, authenticated, service_role;
comment on table public.tips is 'One-off payments to a creator on a profile, item, message, stream or goal.';
comment on column public.tips.stream_id is 'Without a constraint, because a stream may go and the tip stays.';
comment on column public.tips.is_anonymous is 'Hides the sender from the creator and the public.';
alter table public.tips add constraint tips_sender_id_fkey foreign key (sender_id) references public.users (id) on delete restrict;
alter table public.tips add constraint tips_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tips add constraint tips_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.tips add constraint tips_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.tips add constraint tips_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.tips add constraint tips_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.tips add constraint goal_of_same_creator foreign key (creator_id, goal_id) references public.tip_goals (creator_id, id) on delete restrict;
alter table public.tips add constraint menu_item_of_same_creator foreign key (creator_id, menu_item_id) references public.tip_menu_items (creator_id, id) on delete restrict;
create index tips_creator_id_created_at_idx on public.tips (creator_id, created_at desc) where (status = 'settled');
create index tips_sender_id_created_at_idx on public.tips (sender_id, created_at desc);
create index tips_content_id_created_at_idx on public.tips (content_id, created_at desc) where (content_id is not null);
create index tips_goal_id_idx on public.tips (goal_id) where (goal_id is not null);
create index tips_creator_id_goal_id_fkey_idx on public.tips (creator_id, goal_id);
create index tips_creator_id_menu_item_id_fkey_idx on public.tips (creator_id, menu_item_id);
create index tips_currency_fkey_idx on public.tips (currency);
create index tips_payment_id_fkey_idx on public.tips (payment_id) where (payment_id is not null);
create index tips_ledger_transaction_id_fkey_idx on public.tips (ledger_transaction_id) where (ledger_transaction_id is not null);
create trigger touch_updated_at before update on public.tips for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.tips for each row execute function boyfanz.append_only('set payment_id', 'set ledger_transaction_id', 'change status', 'clear message', 'change is_anonymous');

create table public.token_lots (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  source text not null,
  package_id uuid,
  payment_id uuid,
  tokens_total bigint not null,
  tokens_left bigint not null,
  unit_cost_micros bigint not null,
  currency public.currency_code not null,
  expires_at timestamptz,
  ledger_transaction_id uuid not null,
  constraint token_lots_pkey primary key (id),
  constraint token_lots_id_user_id_key unique (id, user_id),
  constraint token_lots_source_check check (source in ('purchase', 'bonus', 'gift', 'promo', 'refund')),
  constraint tokens_left_within_total check (tokens_total > 0 and tokens_left between 0 and tokens_total),
  constraint unit_cost_is_not_negative check (unit_cost_micros >= 0),
  constraint purchase_names_its_payment check (source <> 'purchase' or (package_id is not null and payment_id is not null)),
  constraint expires_after_creation check (expires_at > created_at)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.token_lots enable row level security;
revoke all on table public.token_lots from anon, authenticated, service_role;
comment on table public.token_lots is 'Tokens of a person by the purchase they come from, with cost and expiry, for the order of spending, refunds and expired value. Spends take from a lot; nothing is put back, a refund is a lot of its own.';
comment on column public.token_lots.tokens_left is 'Lowered by token_spends; set to 0 when the lot expires.';
comment on column public.token_lots.unit_cost_micros is 'Millionths of the unit of currency that one token cost; 0 for gifts.';
alter table public.token_lots add constraint token_lots_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.token_lots add constraint token_lots_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.token_lots add constraint token_lots_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.token_lots add constraint token_lots_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index token_lots_user_id_expires_at_id_idx on public.token_lots (user_id, expires_at, id) where (tokens_left > 0);
comment on index public.token_lots_user_id_expires_at_id_idx is 'Ascending, so lots without expiry come last.';
create index token_lots_expires_at_idx on public.token_lots (expires_at) where (tokens_left > 0);
create index token_lots_user_id_fkey_idx on public.token_lots (user_id);
create index token_lots_package_id_fkey_idx on public.token_lots (package_id) where (package_id is not null);
create index token_lots_payment_id_fkey_idx on public.token_lots (payment_id) where (payment_id is not null);
create index token_lots_currency_fkey_idx on public.token_lots (currency);
create index token_lots_ledger_transaction_id_fkey_idx on public.token_lots (ledger_transaction_id);
create trigger touch_updated_at before update on public.token_lots for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.token_lots for each row execute function boyfanz.append_only('change tokens_left');
create trigger nothing_is_put_back before update on public.token_lots for each row when (new.tokens_left > old.tokens_left) execute function boyfanz.append_only();
create trigger payment_of_same_user before insert on public.token_lots for each row when (new.source = 'purchase') execute function boyfanz.matches_parent('payment_id', 'payments', 'user_id=payer_id');

create table public.token_packages (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code text not null,
  tokens bigint not null,
  bonus_tokens bigint default 0 not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  first_purchase_only boolean default false not null,
  starts_at timestamptz,
  ends_at timestamptz,
  retired_at timestamptz,
  constraint token_packages_pkey primary key (id),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  constraint tokens_are_positive check (tokens > 0 and bonus_tokens >= 0),
  constraint amount_is_positive check (amount_minor > 0),
  constraint ends_after_start check (ends_at > starts_at)
);
alter table public.token_packages enable row level security;
alter table public.token_lots add constraint token_lots_package_id_fkey foreign key (package_id) references public.token_packages (id) on delete restrict;
revoke all on table public.token_packages from anon, authenticated, service_role;
comment on table public.token_packages is 'Packs of tokens for money. A new price is a new row.';
alter table public.token_packages add constraint token_packages_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index token_packages_code_currency_idx on public.token_packages (code, currency) where (retired_at is null);
create index token_packages_currency_fkey_idx on public.token_packages (currency);
create trigger touch_updated_at before update on public.token_packages for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.token_packages for each row execute function boyfanz.append_only('change starts_at', 'change ends_at', 'set retired_at');

create table public.token_spends (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  ledger_transaction_id uuid not null,
  lot_id uuid not null,
  user_id uuid not null,
  tokens bigint not null,
  recipient_id uuid,
  constraint token_spends_pkey primary key (ledger_transaction_id, lot_id),
  constraint tokens_are_positive check (tokens > 0)
);
alter table public.token_spends enable row level security;
revoke all on table public.token_spends from anon, authenticated, service_role;
comment on table public.token_spends is 'Which lots a purchase took its tokens from, so that value and cost can be followed both ways. Writing one takes from the lot.';
alter table public.token_spends add constraint token_spends_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.token_spends add constraint token_spends_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.token_spends add constraint token_spends_recipient_id_fkey foreign key (recipient_id) references public.creators (user_id) on delete restrict;
alter table public.token_spends add constraint lot_of_same_user foreign key (lot_id, user_id) references public.token_lots (id, user_id) on delete restrict;
create index token_spends_user_id_ledger_transaction_id_idx on public.token_spends (user_id, ledger_transaction_id desc);
create index token_spends_lot_id_user_id_fkey_idx on public.token_spends (lot_id, user_id);
create index token_spends_recipient_id_fkey_idx on public.token_spends (recipient_id) where (recipient_id is not null);
create trigger touch_updated_at before update on public.token_spends for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.token_spends for each row execute function boyfanz.append_only();
create trigger take_from_lot after insert on public.token_spends for each row execute function boyfanz.take_from_lot();

create table public.trial_link_claims (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  trial_link_id uuid not null,
  user_id uuid not null,
  subscription_id uuid,
  ip_prefix cidr,
  device_id uuid,
  converted_at timestamptz,
  constraint trial_link_claims_pkey primary key (trial_link_id, user_id),
  constraint ip_prefix_is_no_address check (masklen(ip_prefix) <= case family(ip_prefix) when 4 then 24 else 48 end),
  constraint converted_has_a_subscription check (converted_at is null or subscription_id is not null)
);
alter table public.trial_link_claims enable row level security;
revoke all on table public.trial_link_claims from anon, authenticated, service_role;
comment on table public.trial_link_claims is 'Who claimed a trial link and which subscription came of it; nobody claims a link twice.';
comment on column public.trial_link_claims.ip_prefix is 'Cleared after 90 days, when it has served against abuse.';
alter table public.trial_link_claims add constraint trial_link_claims_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.trial_link_claims add constraint trial_link_claims_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.trial_link_claims add constraint trial_link_claims_device_id_fkey foreign key (device_id) references public.user_devices (id) on delete set null;
create index trial_link_claims_user_id_idx on public.trial_link_claims (user_id);
create index trial_link_claims_subscription_id_fkey_idx on public.trial_link_claims (subscription_id) where (subscription_id is not null);
create index trial_link_claims_device_id_fkey_idx on public.trial_link_claims (device_id) where (device_id is not null);
create trigger touch_updated_at before update on public.trial_link_claims for each row execute function boyfanz.touch_updated_at();
create trigger subscription_of_same_user before insert or update of subscription_id, user_id on public.trial_link_claims for each row execute function boyfanz.matches_parent('subscription_id', 'subscriptions', 'user_id=subscriber_id');
create trigger claim_stands before update or delete on public.trial_link_claims for each row execute function boyfanz.append_only('set subscription_id', 'set converted_at', 'clear ip_prefix', 'clear device_id');

create table public.trial_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  offer_id uuid not null,
  label text not null,
  token_hash public.digest_256 not null,
  max_claims integer,
  claims integer default 0 not null,
  new_only boolean default true not null,
  expires_at timestamptz,
  disabled_at timestamptz,
  constraint trial_links_pkey primary key (id),
  constraint trial_links_token_hash_key unique (token_hash),
  constraint label_length check (char_length(label) between 1 and 80),
  constraint claims_within_limit check (claims >= 0 and claims <= max_claims),
  constraint max_claims_is_positive check (max_claims > 0),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.trial_links enable row level security;
alter table public.trial_link_claims add constraint trial_link_claims_trial_link_id_fkey foreign key (trial_link_id) references public.trial_links (id) on delete restrict;
revoke all on table public.trial_links from anon, authenticated, service_role;
comment on table public.trial_links is 'A link that grants the terms of an offer to whoever holds it, with a limit; it shows where subscribers came from.';
comment on column public.trial_links.claims is 'Raised by a conditional update.';
comment on column public.trial_links.new_only is 'Only for people who never subscribed to this creator.';
alter table public.trial_links add constraint trial_links_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.trial_links add constraint offer_of_same_creator foreign key (creator_id, offer_id) references public.subscription_offers (creator_id, id) on delete restrict;
create index trial_links_creator_id_created_at_idx on public.trial_links (creator_id, created_at desc);
create index trial_links_creator_id_offer_id_fkey_idx on public.trial_links (creator_id, offer_id);
create trigger touch_updated_at before update on public.trial_links for each row execute function boyfanz.touch_updated_at();

create table public.user_spending_limits (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  period text default 'month' not null,
  currency public.currency_code not null,
  limit_minor bigint not null,
  pending_limit_minor bigint,
  pending_from timestamptz,
  imposed_by text default 'self' not null,
  constraint user_spending_limits_pkey primary key (user_id, period, currency),
  constraint user_spending_limits_period_check check (period in ('day', 'week', 'month')),
  constraint user_spending_limits_imposed_by_check check (imposed_by in ('self', 'staff', 'law')),
  constraint limit_is_not_negative check (limit_minor >= 0),
  constraint pending_is_whole check ((pending_limit_minor is null) = (pending_from is null)),
  constraint pending_is_a_raise check (pending_limit_minor > limit_minor),
  constraint pending_waits_24_hours check (pending_from - created_at >= interval '24 hours')
);
alter table public.user_spending_limits enable row level security;
revoke all on table public.user_spending_limits from anon, authenticated, service_role;
comment on table public.user_spending_limits is 'Caps on a person''s spending by period. A cut counts at once, a raise only 24 hours after it was asked for.';
comment on column public.user_spending_limits.pending_limit_minor is 'The raise that was asked for.';
alter table public.user_spending_limits add constraint user_spending_limits_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_spending_limits add constraint user_spending_limits_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index user_spending_limits_currency_fkey_idx on public.user_spending_limits (currency);
create trigger touch_updated_at before update on public.user_spending_limits for each row execute function boyfanz.touch_updated_at();
create trigger raise_cools_off before update on public.user_spending_limits for each row execute function boyfanz.cool_off_limit_raise();
create trigger refuse_delete before delete on public.user_spending_limits for each row execute function boyfanz.refuse_delete('Raise the limit; that waits for 24 hours.');

create table public.wallet_topups (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  wallet_id uuid not null,
  user_id uuid not null,
  amount_minor bigint not null,
  bonus_minor bigint default 0 not null,
  currency public.currency_code not null,
  payment_id uuid,
  status text default 'pending' not null,
  is_auto boolean default false not null,
  ledger_transaction_id uuid,
  constraint wallet_topups_pkey primary key (id),
  constraint wallet_topups_payment_id_key unique (payment_id),
  constraint wallet_topups_status_check check (status in ('pending', 'settled', 'failed', 'refunded')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint bonus_is_not_negative check (bonus_minor >= 0),
  constraint settled_is_paid_and_posted check (status not in ('settled', 'refunded') or (payment_id is not null and ledger_transaction_id is not null))
);
alter table public.wallet_topups enable row level security;
revoke all on table public.wallet_topups from anon, authenticated, service_role;
comment on table public.wallet_topups is 'Purchases of wallet balance and their settlement.';
comment on column public.wallet_topups.bonus_minor is 'Given on top at the cost of the platform.';
alter table public.wallet_topups add constraint wallet_topups_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.wallet_topups add constraint wallet_topups_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.wallet_topups add constraint wallet_topups_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.wallet_topups add constraint wallet_topups_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index wallet_topups_wallet_id_created_at_idx on public.wallet_topups (wallet_id, created_at desc);
create index wallet_topups_user_id_created_at_idx on public.wallet_topups (user_id, created_at desc);
create index wallet_topups_wallet_id_user_id_currency_fkey_idx on public.wallet_topups (wallet_id, user_id, currency);
create index wallet_topups_currency_fkey_idx on public.wallet_topups (currency);
create index wallet_topups_ledger_transaction_id_fkey_idx on public.wallet_topups (ledger_transaction_id) where (ledger_transaction_id is not null);
create trigger touch_updated_at before update on public.wallet_topups for each row execute function boyfanz.touch_updated_at();
create trigger payment_of_same_user before insert or update of payment_id on public.wallet_topups for each row execute function boyfanz.matches_parent('payment_id', 'payments', 'user_id=payer_id', 'currency');
create trigger append_only before update or delete on public.wallet_topups for each row execute function boyfanz.append_only('set payment_id', 'change status', 'set ledger_transaction_id');

create table public.wallets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  currency public.currency_code not null,
  ledger_account_id bigint not null,
  account_kind text default 'user_wallet' not null,
  status text default 'active' not null,
  auto_topup_below_minor bigint,
  auto_topup_amount_minor bigint,
  auto_topup_method_id uuid,
  frozen_reason text,
  constraint wallets_pkey primary key (id),
  constraint wallets_user_id_currency_key unique (user_id, currency),
  constraint wallets_ledger_account_id_key unique (ledger_account_id),
  constraint wallets_id_user_id_currency_key unique (id, user_id, currency),
  constraint wallets_account_kind_check check (account_kind in ('user_wallet', 'token_liability')),
  constraint wallets_status_check check (status in ('active', 'frozen', 'closed')),
  constraint auto_topup_is_whole check (num_nulls(auto_topup_below_minor, auto_topup_amount_minor, auto_topup_method_id) in (0, 3)),
  constraint auto_topup_is_positive check (auto_topup_below_minor >= 0 and auto_topup_amount_minor > 0),
  constraint frozen_says_why check ((status = 'frozen') = (frozen_reason is not null))
);
alter table public.wallets enable row level security;
alter table public.wallet_topups add constraint wallet_of_same_user foreign key (wallet_id, user_id, currency) references public.wallets (id, user_id, currency) on delete restrict;
revoke all on table public.wallets from anon, authenticated, service_role;
comment on table public.wallets is 'A person''s wallet for spending; freeze and automatic top-up. What is in it is the balance of its ledger account.';
comment on column public.wallets.account_kind is 'Keeps earnings, escrow and other accounts of the person out.';
alter table public.wallets add constraint wallets_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.wallets add constraint wallets_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.wallets add constraint account_of_same_owner foreign key (ledger_account_id, user_id, currency, account_kind) references public.ledger_accounts (id, owner_id, currency, kind) on delete restrict;
alter table public.wallets add constraint auto_topup_method_of_same_user foreign key (user_id, auto_topup_method_id) references public.payment_methods (user_id, id) on delete restrict;
create index wallets_ledger_account_id_user_id_currency_ac_39dd83b2_fkey_idx on public.wallets (ledger_account_id, user_id, currency, account_kind);
create index wallets_user_id_auto_topup_method_id_fkey_idx on public.wallets (user_id, auto_topup_method_id);
create index wallets_currency_fkey_idx on public.wallets (currency);
create trigger touch_updated_at before update on public.wallets for each row execute function boyfanz.touch_updated_at();
create trigger owner_never_changes before update of user_id, currency, ledger_account_id, account_kind on public.wallets for each row execute function boyfanz.set_once('user_id', 'currency', 'ledger_account_id', 'account_kind');

create table public.activity_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  actor_id uuid not null,
  verb text not null,
  object_kind text not null,
  object_id uuid not null,
  target_user_id uuid,
  visibility text default 'followers' not null,
  data jsonb default '{}' not null,
  undone_at timestamptz,
  constraint activity_events_pkey primary key (actor_id, id, occurred_at),
  constraint activity_events_verb_check check (verb in ('posted', 'liked', 'commented', 'followed', 'subscribed', 'tipped', 'joined', 'achieved', 'shared', 'went_live', 'unlocked')),
  constraint activity_events_visibility_check check (visibility in ('public', 'followers', 'private')),
  constraint object_kind_form check (object_kind ~ '^[a-z][a-z_]{0,39}$'),
  constraint purchases_are_never_public check (verb not in ('subscribed', 'tipped', 'unlocked') or visibility <> 'public'),
  constraint data_is_object check (jsonb_typeof(data) = 'object'),
  constraint undone_after_it_happened check (undone_at >= occurred_at)
) partition by range (occurred_at);
alter table public.activity_events enable row level security;
revoke all on table public.activity_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.activity_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'activity_events', 'occurred_at', '1 month', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.activity_events'::regclass);
comment on table public.activity_events is 'Who did what to which object, and who may see it; the source of profile activity and of grouped notifications. Only the undoing is added later; erasure deletes the rows of the actor and clears the target.';
comment on column public.activity_events.object_kind is 'Kind of the object, such as content, user, circle, badge or stream.';
comment on column public.activity_events.object_id is 'Key in the table that object_kind stands for.';
create index activity_events_actor_id_occurred_at_idx on public.activity_events (actor_id, occurred_at desc) where (undone_at is null);
create index activity_events_target_user_id_occurred_at_idx on public.activity_events (target_user_id, occurred_at desc);
create index activity_events_object_id_verb_occurred_at_idx on public.activity_events (object_id, verb, occurred_at desc);
create trigger append_only before update on public.activity_events for each row execute function boyfanz.append_only('set undone_at', 'clear target_user_id');

create table public.activity_groups (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  recipient_id uuid not null,
  verb text not null,
  object_kind text not null,
  object_id uuid not null,
  window_start timestamptz not null,
  actor_count integer not null,
  sample_actor_ids uuid[] default '{}' not null,
  last_event_at timestamptz not null,
  read_at timestamptz,
  constraint activity_groups_pkey primary key (recipient_id, id),
  constraint activity_groups_recipient_id_verb_object_id_window_start_key unique (recipient_id, verb, object_id, window_start),
  constraint activity_groups_verb_check check (verb in ('posted', 'liked', 'commented', 'followed', 'subscribed', 'tipped', 'joined', 'achieved', 'shared', 'went_live', 'unlocked')),
  constraint object_kind_form check (object_kind ~ '^[a-z][a-z_]{0,39}$'),
  constraint actor_count_is_positive check (actor_count >= 1),
  constraint at_most_5_samples check (cardinality(sample_actor_ids) <= least(actor_count, 5)),
  constraint last_event_in_window check (last_event_at >= window_start)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.activity_groups enable row level security;
revoke all on table public.activity_groups from anon, authenticated, service_role;
comment on table public.activity_groups is 'What the people one follows did, summed up per object and window, such as three friends who joined a circle. Groups about one''s own content are notification_groups.';
comment on column public.activity_groups.object_id is 'Key in the table that object_kind stands for.';
alter table public.activity_groups add constraint activity_groups_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
create index activity_groups_recipient_id_last_event_at_idx on public.activity_groups (recipient_id, last_event_at desc);
create index activity_groups_window_start_idx on public.activity_groups using brin (window_start);
comment on index public.activity_groups_window_start_idx is 'For the purge.';
create trigger touch_updated_at before update on public.activity_groups for each row execute function boyfanz.touch_updated_at();

create table public.block_list_entries (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  blocked_id uuid not null,
  reason text not null,
  evidence_ref text,
  added_by uuid,
  expires_at timestamptz,
  constraint block_list_entries_pkey primary key (list_id, blocked_id),
  constraint reason_length check (char_length(reason) between 1 and 500),
  constraint nobody_lists_themselves check (added_by <> blocked_id),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.block_list_entries enable row level security;
revoke all on table public.block_list_entries from anon, authenticated, service_role;
comment on table public.block_list_entries is 'Accounts on a block list, with the reason and where the evidence lies.';
alter table public.block_list_entries add constraint block_list_entries_blocked_id_fkey foreign key (blocked_id) references public.users (id) on delete cascade;
alter table public.block_list_entries add constraint block_list_entries_added_by_fkey foreign key (added_by) references public.users (id) on delete set null;
create index block_list_entries_expires_at_idx on public.block_list_entries (expires_at) where (expires_at is not null);
create index block_list_entries_blocked_id_fkey_idx on public.block_list_entries (blocked_id);
create index block_list_entries_added_by_fkey_idx on public.block_list_entries (added_by) where (added_by is not null);
create trigger touch_updated_at before update on public.block_list_entries for each row execute function boyfanz.touch_updated_at();

create table public.block_list_subscriptions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  subscriber_id uuid not null,
  mode text default 'block' not null,
  applied_version integer default 0 not null,
  last_applied_at timestamptz,
  constraint block_list_subscriptions_pkey primary key (list_id, subscriber_id),
  constraint block_list_subscriptions_mode_check check (mode in ('block', 'restrict', 'warn')),
  constraint applied_version_is_not_negative check (applied_version >= 0),
  constraint applied_names_its_time check (applied_version = 0 or last_applied_at is not null)
);
alter table public.block_list_subscriptions enable row level security;
revoke all on table public.block_list_subscriptions from anon, authenticated, service_role;
comment on table public.block_list_subscriptions is 'Who subscribes to which block list; its entries become blocks of the subscriber with the source block_list, or restrictions, or warnings.';
comment on column public.block_list_subscriptions.applied_version is 'The version of the list that was last applied.';
alter table public.block_list_subscriptions add constraint block_list_subscriptions_subscriber_id_fkey foreign key (subscriber_id) references public.users (id) on delete cascade;
create index block_list_subscriptions_subscriber_id_fkey_idx on public.block_list_subscriptions (subscriber_id);
create trigger touch_updated_at before update on public.block_list_subscriptions for each row execute function boyfanz.touch_updated_at();
create trigger applied_version_only_grows before update of applied_version on public.block_list_subscriptions for each row execute function boyfanz.only_grows('applied_version');

create table public.block_lists (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  description text,
  visibility text default 'private' not null,
  category text not null,
  entry_count integer default 0 not null,
  subscriber_count integer default 0 not null,
  review_state text default 'unreviewed' not null,
  review_requested_at timestamptz,
  version integer default 0 not null,
  constraint block_lists_pkey primary key (id),
  constraint block_lists_owner_id_name_key_key unique (owner_id, name_key),
  constraint block_lists_visibility_check check (visibility in ('private', 'invite', 'public')),
  constraint block_lists_category_check check (category in ('chargeback', 'leaker', 'harasser', 'scammer', 'other')),
  constraint block_lists_review_state_check check (review_state in ('unreviewed', 'approved', 'rejected')),
  constraint name_length check (char_length(btrim(name)) between 1 and 80),
  constraint description_length check (char_length(description) <= 1000),
  constraint counts_are_not_negative check (entry_count >= 0 and subscriber_count >= 0 and version >= 0),
  constraint public_is_approved check (visibility <> 'public' or review_state = 'approved')
);
alter table public.block_lists enable row level security;
alter table public.block_list_entries add constraint block_list_entries_list_id_fkey foreign key (list_id) references public.block_lists (id) on delete cascade;
alter table public.block_list_subscriptions add constraint block_list_subscriptions_list_id_fkey foreign key (list_id) references public.block_lists (id) on delete cascade;
revoke all on table public.block_lists from anon, authenticated, service_role;
comment on table public.block_lists is 'Lists of abusive or charge-back accounts that others may subscribe to. Staff review a list before it is public, because an entry may be defamation.';
comment on column public.block_lists.name_key is 'The form that is unique per owner.';
comment on column public.block_lists.review_requested_at is 'When the owner asked to make it public.';
comment on column public.block_lists.version is 'Rises with every change of the entries, so that subscribers know what they have not applied.';
alter table public.block_lists add constraint block_lists_owner_id_fkey foreign key (owner_id) references public.users (id) on delete cascade;
create index block_lists_visibility_subscriber_count_idx on public.block_lists (visibility, subscriber_count desc) where (review_state = 'approved');
create index block_lists_review_requested_at_idx on public.block_lists (review_requested_at) where (review_state = 'unreviewed' and review_requested_at is not null);
create trigger touch_updated_at before update on public.block_lists for each row execute function boyfanz.touch_updated_at();
create trigger version_only_grows before update of version on public.block_lists for each row execute function boyfanz.only_grows('version');

create table public.comment_filters (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  pattern text not null,
  pattern_key text generated always as (case when match_kind = 'regex_safe' then pattern else lower(normalize(btrim(pattern), NFKC)) end) stored not null,
  match_kind text default 'word' not null,
  action text default 'hold' not null,
  applies_to text[] default '{comments,replies}' not null,
  hit_count integer default 0 not null,
  constraint comment_filters_pkey primary key (id),
  constraint comment_filters_creator_id_pattern_key_key unique (creator_id, pattern_key),
  constraint comment_filters_match_kind_check check (match_kind in ('word', 'phrase', 'link', 'emoji', 'regex_safe')),
  constraint comment_filters_action_check check (action in ('hold', 'hide', 'block_author')),
  constraint comment_filters_applies_to_check check (applies_to <@ array['comments', 'replies', 'live_chat', 'story_replies']::text[]),
  constraint pattern_length check (char_length(btrim(pattern)) between 1 and 200),
  constraint regex_has_no_backtracking check (match_kind <> 'regex_safe' or pattern !~ '\\[1-9]|\\k|\(\?(=|!|<=|<!|>|P=)'),
  constraint applies_to_something check (cardinality(applies_to) > 0),
  constraint hit_count_is_not_negative check (hit_count >= 0)
) with (fillfactor = 85);
alter table public.comment_filters enable row level security;
revoke all on table public.comment_filters from anon, authenticated, service_role;
comment on table public.comment_filters is 'A creator''s words and patterns that hold or hide what others comment; at most 500. Regular expressions run in a linear-time engine, and those that only others can run are refused.';
comment on column public.comment_filters.pattern_key is 'The form that is compared and unique per creator.';
alter table public.comment_filters add constraint comment_filters_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create trigger touch_updated_at before update on public.comment_filters for each row execute function boyfanz.touch_updated_at();
create trigger at_most_500_per_creator after insert or update of creator_id on public.comment_filters for each row execute function boyfanz.limit_rows_per_owner('creator_id', '500');

create table public.connection_recommendations (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  candidate_id uuid not null,
  kind text not null,
  rank smallint not null,
  score real not null,
  reasons jsonb default '[]' not null,
  source_model text not null,
  generation integer not null,
  shown_at timestamptz,
  expires_at timestamptz not null,
  constraint connection_recommendations_pkey primary key (user_id, candidate_id),
  constraint connection_recommendations_kind_check check (kind in ('follow', 'friend', 'creator', 'circle')),
  constraint nobody_is_suggested_to_themselves check (user_id <> candidate_id),
  constraint rank_is_positive check (rank >= 1),
  constraint reasons_is_array check (jsonb_typeof(reasons) = 'array'),
  constraint generation_is_not_negative check (generation >= 0),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.connection_recommendations enable row level security;
revoke all on table public.connection_recommendations from anon, authenticated, service_role;
comment on table public.connection_recommendations is 'Suggested people and circles with the reasons, replaced generation by generation, so without foreign keys. The job leaves out blocked, connected and suppressed accounts, and the reading query checks blocks again, because they may be newer.';
comment on column public.connection_recommendations.candidate_id is 'A user; for the kind circle, a row of social_circles.';
comment on column public.connection_recommendations.generation is 'Rows of an older generation than the newest of the user are stale.';
create index connection_recommendations_user_id_kind_rank_idx on public.connection_recommendations (user_id, kind, rank);
create index connection_recommendations_candidate_id_idx on public.connection_recommendations (candidate_id);
create trigger touch_updated_at before update on public.connection_recommendations for each row execute function boyfanz.touch_updated_at();

create table public.contact_import_entries (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  import_id uuid not null,
  contact_bidx public.digest_256 not null,
  kind text not null,
  key_id smallint not null,
  matched_user_id uuid,
  matched_at timestamptz,
  constraint contact_import_entries_pkey primary key (import_id, contact_bidx),
  constraint contact_import_entries_kind_check check (kind in ('email', 'phone')),
  constraint match_names_its_time check (matched_user_id is null or matched_at is not null)
);
alter table public.contact_import_entries enable row level security;
revoke all on table public.contact_import_entries from anon, authenticated, service_role;
comment on table public.contact_import_entries is 'Imported contacts as keyed hashes, matched to accounts without keeping the address book. Entries of a hide_from import make the two people invisible to each other wherever people are found.';
comment on column public.contact_import_entries.contact_bidx is 'HMAC of the normalised address or number.';
comment on column public.contact_import_entries.key_id is 'Version of the HMAC key; rotation hashes live imports anew when they are next uploaded.';
alter table public.contact_import_entries add constraint contact_import_entries_matched_user_id_fkey foreign key (matched_user_id) references public.users (id) on delete set null;
create index contact_import_entries_contact_bidx_idx on public.contact_import_entries (contact_bidx);
comment on index public.contact_import_entries_contact_bidx_idx is 'Whose address books hold a new account.';
create index contact_import_entries_matched_user_id_fkey_idx on public.contact_import_entries (matched_user_id) where (matched_user_id is not null);
create trigger touch_updated_at before update on public.contact_import_entries for each row execute function boyfanz.touch_updated_at();
create trigger import_is_live before insert or update of import_id on public.contact_import_entries for each row execute function boyfanz.refuse_entry_of_deleted_import();

create table public.contact_imports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  purpose text not null,
  source text not null,
  entry_count integer default 0 not null,
  state text default 'processing' not null,
  consent_id uuid,
  expires_at timestamptz not null,
  constraint contact_imports_pkey primary key (id),
  constraint contact_imports_purpose_check check (purpose in ('find', 'hide_from')),
  constraint contact_imports_source_check check (source in ('phone', 'google', 'csv')),
  constraint contact_imports_state_check check (state in ('processing', 'ready', 'deleted')),
  constraint entry_count_is_not_negative check (entry_count >= 0),
  constraint expires_after_start check (expires_at > created_at),
  constraint expires_within_12_months check (expires_at - created_at <= interval '366 days')
);
alter table public.contact_imports enable row level security;
alter table public.contact_import_entries add constraint contact_import_entries_import_id_fkey foreign key (import_id) references public.contact_imports (id) on delete cascade;
revoke all on table public.contact_imports from anon, authenticated, service_role;
comment on table public.contact_imports is 'Uploads of an address book, to find people or to hide from those one knows; needs the consent to contact matching and is gone after a year at most. Raw contacts are never stored.';
comment on column public.contact_imports.state is 'Turning it to deleted deletes the entries.';
alter table public.contact_imports add constraint contact_imports_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.contact_imports add constraint contact_imports_consent_id_fkey foreign key (consent_id) references public.user_consents (id) on delete set null;
create index contact_imports_user_id_created_at_idx on public.contact_imports (user_id, created_at desc);
create index contact_imports_expires_at_idx on public.contact_imports (expires_at) where (state <> 'deleted');
create index contact_imports_consent_id_fkey_idx on public.contact_imports (consent_id) where (consent_id is not null);
create trigger touch_updated_at before update on public.contact_imports for each row execute function boyfanz.touch_updated_at();
create trigger needs_consent before insert or update of user_id, consent_id on public.contact_imports for each row when (new.state <> 'deleted') execute function boyfanz.check_contact_import();
create trigger deleted_stays_deleted before update on public.contact_imports for each row when (old.state = 'deleted') execute function boyfanz.append_only('clear consent_id');
create trigger deleted_has_no_entries after update of state on public.contact_imports for each row when (new.state = 'deleted') execute function boyfanz.delete_import_entries();

create table public.creator_fan_notes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  fan_id uuid not null,
  author_id uuid,
  body_enc bytea not null,
  key_id smallint not null,
  is_pinned boolean default false not null,
  deleted_at timestamptz,
  constraint creator_fan_notes_pkey primary key (id),
  constraint nobody_notes_themselves check (creator_id <> fan_id),
  constraint body_length check (octet_length(body_enc) between 1 and 20000),
  constraint deleted_is_not_pinned check (deleted_at is null or not is_pinned)
);
alter table public.creator_fan_notes enable row level security;
revoke all on table public.creator_fan_notes from anon, authenticated, service_role;
comment on table public.creator_fan_notes is 'Private notes of a creator or chatter about a fan, encrypted. They are personal data of the fan and belong into the fan''s access request.';
comment on column public.creator_fan_notes.key_id is 'Version of the encryption key.';
alter table public.creator_fan_notes add constraint creator_fan_notes_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_fan_notes add constraint creator_fan_notes_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
alter table public.creator_fan_notes add constraint creator_fan_notes_author_id_fkey foreign key (author_id) references public.users (id) on delete set null;
create index creator_fan_notes_creator_id_fan_id_created_at_idx on public.creator_fan_notes (creator_id, fan_id, created_at desc);
create index creator_fan_notes_fan_id_fkey_idx on public.creator_fan_notes (fan_id);
create index creator_fan_notes_author_id_fkey_idx on public.creator_fan_notes (author_id) where (author_id is not null);
create trigger touch_updated_at before update on public.creator_fan_notes for each row execute function boyfanz.touch_updated_at();

create table public.creator_fan_relations (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  fan_id uuid not null,
  is_follower boolean default false not null,
  subscription_status text,
  first_seen_at timestamptz default now() not null,
  last_active_at timestamptz,
  total_spent_minor bigint default 0 not null,
  spent_30d_minor bigint default 0 not null,
  tips_count integer default 0 not null,
  unlocks_count integer default 0 not null,
  messages_count integer default 0 not null,
  currency public.currency_code not null,
  last_purchase_at timestamptz,
  churn_risk real,
  is_vip boolean default false not null,
  is_restricted boolean default false not null,
  constraint creator_fan_relations_pkey primary key (creator_id, fan_id),
  constraint creator_fan_relations_subscription_status_check check (subscription_status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling', 'ended')),
  constraint nobody_is_their_own_fan check (creator_id <> fan_id),
  constraint amounts_are_not_negative check (spent_30d_minor >= 0 and total_spent_minor >= spent_30d_minor),
  constraint counts_are_not_negative check (tips_count >= 0 and unlocks_count >= 0 and messages_count >= 0),
  constraint churn_risk_in_range check (churn_risk between 0 and 1),
  constraint spend_has_a_purchase check (total_spent_minor = 0 or last_purchase_at is not null)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.creator_fan_relations enable row level security;
revoke all on table public.creator_fan_relations from anon, authenticated, service_role;
comment on table public.creator_fan_relations is 'What a creator and a fan are to each other in one row; status, spend, last purchase. Derived from the earnings and rebuilt nightly; serves the list of fans and smart lists.';
comment on column public.creator_fan_relations.subscription_status is 'As in subscriptions; NULL for a fan who never subscribed.';
comment on column public.creator_fan_relations.currency is 'The creator''s; other currencies are converted.';
comment on column public.creator_fan_relations.churn_risk is '0 to 1.';
alter table public.creator_fan_relations add constraint creator_fan_relations_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_fan_relations add constraint creator_fan_relations_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
alter table public.creator_fan_relations add constraint creator_fan_relations_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index creator_fan_relations_creator_id_total_spent_minor_idx on public.creator_fan_relations (creator_id, total_spent_minor desc);
create index creator_fan_relations_creator_id_last_active_at_idx on public.creator_fan_relations (creator_id, last_active_at desc);
create index creator_fan_relations_creator_id_last_purchase_at_idx on public.creator_fan_relations (creator_id, last_purchase_at desc) where (last_purchase_at is not null);
create index creator_fan_relations_fan_id_fkey_idx on public.creator_fan_relations (fan_id);
create index creator_fan_relations_currency_fkey_idx on public.creator_fan_relations (currency);
create trigger touch_updated_at before update on public.creator_fan_relations for each row execute function boyfanz.touch_updated_at();

create table public.creator_fan_tag_links (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tag_id uuid not null,
  fan_id uuid not null,
  creator_id uuid not null,
  added_by uuid,
  constraint creator_fan_tag_links_pkey primary key (tag_id, fan_id)
);
alter table public.creator_fan_tag_links enable row level security;
revoke all on table public.creator_fan_tag_links from anon, authenticated, service_role;
comment on table public.creator_fan_tag_links is 'Labels attached to fans, by their creator only.';
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_added_by_fkey foreign key (added_by) references public.users (id) on delete set null;
create index creator_fan_tag_links_creator_id_fan_id_idx on public.creator_fan_tag_links (creator_id, fan_id);
create index creator_fan_tag_links_tag_id_creator_id_fkey_idx on public.creator_fan_tag_links (tag_id, creator_id);
create index creator_fan_tag_links_fan_id_fkey_idx on public.creator_fan_tag_links (fan_id);
create index creator_fan_tag_links_added_by_fkey_idx on public.creator_fan_tag_links (added_by) where (added_by is not null);
create trigger touch_updated_at before update on public.creator_fan_tag_links for each row execute function boyfanz.touch_updated_at();

create table public.creator_fan_tags (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  color text,
  fan_count integer default 0 not null,
  constraint creator_fan_tags_pkey primary key (id),
  constraint creator_fan_tags_creator_id_name_key_key unique (creator_id, name_key),
  constraint creator_fan_tags_id_creator_id_key unique (id, creator_id),
  constraint name_length check (char_length(btrim(name)) between 1 and 40),
  constraint color_form check (color ~ '^[0-9a-f]{6}$'),
  constraint fan_count_is_not_negative check (fan_count >= 0)
);
alter table public.creator_fan_tags enable row level security;
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_tag_id_fkey foreign key (tag_id) references public.creator_fan_tags (id) on delete cascade;
alter table public.creator_fan_tag_links add constraint tag_of_same_creator foreign key (tag_id, creator_id) references public.creator_fan_tags (id, creator_id) on delete cascade;
revoke all on table public.creator_fan_tags from anon, authenticated, service_role;
comment on table public.creator_fan_tags is 'A creator''s own labels for fans; at most 100.';
comment on column public.creator_fan_tags.name_key is 'The form that is unique per creator.';
comment on column public.creator_fan_tags.color is 'Six hexadecimal digits, without the number sign.';
alter table public.creator_fan_tags add constraint creator_fan_tags_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create trigger touch_updated_at before update on public.creator_fan_tags for each row execute function boyfanz.touch_updated_at();
create trigger at_most_100_per_creator after insert or update of creator_id on public.creator_fan_tags for each row execute function boyfanz.limit_rows_per_owner('creator_id', '100');

create table public.fan_rankings (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  month date not null,
  rank integer not null,
  fan_id uuid not null,
  score bigint not null,
  is_public boolean default false not null,
  constraint fan_rankings_pkey primary key (creator_id, month, rank),
  constraint fan_rankings_creator_id_month_fan_id_key unique (creator_id, month, fan_id),
  constraint month_starts_on_its_first_day check (extract(day from month) = 1),
  constraint rank_in_range check (rank between 1 and 100),
  constraint score_is_not_negative check (score >= 0),
  constraint nobody_is_their_own_fan check (creator_id <> fan_id)
);
alter table public.fan_rankings enable row level security;
revoke all on table public.fan_rankings from anon, authenticated, service_role;
comment on table public.fan_rankings is 'The top 100 fans of a creator in a month.';
comment on column public.fan_rankings.month is 'First day of the month.';
comment on column public.fan_rankings.is_public is 'The fan agreed to the badge; withdrawn later, show_spending_badges hides it at once.';
alter table public.fan_rankings add constraint fan_rankings_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.fan_rankings add constraint fan_rankings_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
create index fan_rankings_fan_id_month_idx on public.fan_rankings (fan_id, month desc);
create trigger touch_updated_at before update on public.fan_rankings for each row execute function boyfanz.touch_updated_at();

create table public.feed_author_hides (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  author_id uuid not null,
  effect text not null,
  until timestamptz,
  constraint feed_author_hides_pkey primary key (user_id, author_id),
  constraint feed_author_hides_effect_check check (effect in ('snooze', 'see_less', 'see_first')),
  constraint nobody_hides_themselves check (user_id <> author_id),
  constraint snooze_ends check (effect <> 'snooze' or until is not null)
);
alter table public.feed_author_hides enable row level security;
revoke all on table public.feed_author_hides from anon, authenticated, service_role;
comment on table public.feed_author_hides is 'Snoozed, seen less or seen first; what a reader wants of an author without unfollowing.';
comment on column public.feed_author_hides.until is 'NULL for good.';
alter table public.feed_author_hides add constraint feed_author_hides_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.feed_author_hides add constraint feed_author_hides_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
create index feed_author_hides_until_idx on public.feed_author_hides (until) where (until is not null);
create index feed_author_hides_author_id_fkey_idx on public.feed_author_hides (author_id);
create trigger touch_updated_at before update on public.feed_author_hides for each row execute function boyfanz.touch_updated_at();

create table public.feed_author_modes (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  author_id uuid not null,
  mode text default 'push' not null,
  follower_threshold integer not null,
  effective_from timestamptz default now() not null,
  decided_by text default 'auto' not null,
  constraint feed_author_modes_pkey primary key (author_id),
  constraint feed_author_modes_mode_check check (mode in ('push', 'pull', 'hybrid')),
  constraint feed_author_modes_decided_by_check check (decided_by in ('auto', 'staff')),
  constraint follower_threshold_is_not_negative check (follower_threshold >= 0)
);
alter table public.feed_author_modes enable row level security;
revoke all on table public.feed_author_modes from anon, authenticated, service_role;
comment on table public.feed_author_modes is 'Whether an author''s posts are pushed into feeds or pulled when somebody reads; authors without a row are pushed. Pulled ones are merged from content_items by author and time of publication.';
comment on column public.feed_author_modes.follower_threshold is 'Followers at which the mode was chosen.';
alter table public.feed_author_modes add constraint feed_author_modes_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
create index feed_author_modes_mode_idx on public.feed_author_modes (mode) where (mode <> 'push');
create trigger touch_updated_at before update on public.feed_author_modes for each row execute function boyfanz.touch_updated_at();

create table public.feed_cursors (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  feed text not null,
  last_seen_sort_key bigint default 0 not null,
  last_seen_at timestamptz default now() not null,
  unread_estimate integer default 0 not null,
  constraint feed_cursors_pkey primary key (user_id, feed),
  constraint feed_form check (feed ~ '^[a-z]{1,20}(:[0-9a-f-]{1,36})?$'),
  constraint last_seen_sort_key_is_not_negative check (last_seen_sort_key >= 0),
  constraint unread_estimate_is_not_negative check (unread_estimate >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.feed_cursors enable row level security;
revoke all on table public.feed_cursors from anon, authenticated, service_role;
comment on table public.feed_cursors is 'How far a reader has seen each feed, for the count of new items and to resume there.';
comment on column public.feed_cursors.feed is 'home, explore, stories, circles, or a kind and an id such as list:018f….';
comment on column public.feed_cursors.last_seen_sort_key is 'As in feed_items.';
alter table public.feed_cursors add constraint feed_cursors_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.feed_cursors for each row execute function boyfanz.touch_updated_at();
create trigger last_seen_only_grows before update of last_seen_sort_key on public.feed_cursors for each row execute function boyfanz.only_grows('last_seen_sort_key');

create table public.feed_fanout_jobs (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  author_id uuid not null,
  reason text not null,
  state text default 'queued' not null,
  cursor_after uuid,
  audience_estimate integer default 0 not null,
  delivered integer default 0 not null,
  attempts smallint default 0 not null,
  run_after timestamptz default now() not null,
  locked_until timestamptz,
  finished_at timestamptz,
  constraint feed_fanout_jobs_pkey primary key (id),
  constraint feed_fanout_jobs_content_id_reason_key unique (content_id, reason),
  constraint feed_fanout_jobs_reason_check check (reason in ('follow', 'subscription', 'repost', 'circle', 'hashtag', 'list', 'promoted')),
  constraint feed_fanout_jobs_state_check check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  constraint counts_are_not_negative check (audience_estimate >= 0 and delivered >= 0 and attempts >= 0),
  constraint running_has_a_lease check (state <> 'running' or locked_until is not null),
  constraint finished_names_its_time check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table public.feed_fanout_jobs enable row level security;
revoke all on table public.feed_fanout_jobs from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.feed_fanout_jobs', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.feed_fanout_jobs is 'How far one item has been fanned out over its audience, in ranges that can be resumed after a crash.';
comment on column public.feed_fanout_jobs.cursor_after is 'The last reader served; NULL before the first.';
comment on column public.feed_fanout_jobs.locked_until is 'Lease of the worker; a running job past it may be taken over.';
alter table public.feed_fanout_jobs add constraint feed_fanout_jobs_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.feed_fanout_jobs add constraint feed_fanout_jobs_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
create index feed_fanout_jobs_run_after_id_idx on public.feed_fanout_jobs (run_after, id) where (state in ('queued', 'running'));
create index feed_fanout_jobs_finished_at_idx on public.feed_fanout_jobs (finished_at) where (finished_at is not null);
comment on index public.feed_fanout_jobs_finished_at_idx is 'For the purge.';
create index feed_fanout_jobs_author_id_fkey_idx on public.feed_fanout_jobs (author_id);
create trigger touch_updated_at before update on public.feed_fanout_jobs for each row execute function boyfanz.touch_updated_at();
create trigger delivered_grows before update of delivered on public.feed_fanout_jobs for each row execute function boyfanz.only_grows('delivered');

create table public.feed_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  reader_id uuid not null,
  sort_key bigint not null,
  content_id uuid not null,
  author_id uuid not null,
  reason text not null,
  via_user_id uuid,
  score real,
  inserted_at timestamptz default now() not null,
  constraint feed_items_pkey primary key (reader_id, sort_key),
  constraint feed_items_reader_id_content_id_reason_key unique (reader_id, content_id, reason),
  constraint feed_items_reason_check check (reason in ('follow', 'subscription', 'repost', 'circle', 'hashtag', 'list', 'promoted')),
  constraint sort_key_counts_milliseconds check ((sort_key >> 20) between 1577836800000 and 4102444800000),
  constraint repost_names_its_sharer check (reason <> 'repost' or via_user_id is not null)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.1);
alter table public.feed_items enable row level security;
revoke all on table public.feed_items from anon, authenticated, service_role;
comment on table public.feed_items is 'The home feed of each reader, written ahead by fan-out, which keeps the newest 800. Derived, so without foreign keys, whose checks would lock a user''s row for each insert; the reading query skips what is gone, erasure deletes by reader and author.';
comment on column public.feed_items.sort_key is 'Milliseconds since 1970 times 2^20 plus a tie-breaker, so that a page is a range of the primary key.';
comment on column public.feed_items.via_user_id is 'Who reposted it.';
create index feed_items_author_id_reader_id_idx on public.feed_items (author_id, reader_id);
create trigger touch_updated_at before update on public.feed_items for each row execute function boyfanz.touch_updated_at();

create table public.feed_preferences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  surface text not null,
  ordering text default 'ranked' not null,
  hide_reposts boolean default false not null,
  hide_promoted boolean default false not null,
  hide_explicit boolean default false not null,
  content_kinds text[] default '{}' not null,
  boosts jsonb default '{}' not null,
  constraint feed_preferences_pkey primary key (user_id, surface),
  constraint feed_preferences_surface_check check (surface in ('home', 'explore', 'stories', 'circles')),
  constraint feed_preferences_ordering_check check (ordering in ('ranked', 'latest')),
  constraint feed_preferences_content_kinds_check check (content_kinds <@ array['post', 'story', 'video', 'album', 'audio', 'playlist', 'recording', 'product']::text[]),
  constraint boosts_is_object check (jsonb_typeof(boosts) = 'object'),
  constraint boosts_are_numbers check (not jsonb_path_exists(boosts, '$.*.type() ? (@ != "number")')),
  constraint boosts_in_range check (not jsonb_path_exists(boosts, '$.* ? (@ < 0 || @ > 2)'))
);
alter table public.feed_preferences enable row level security;
revoke all on table public.feed_preferences from anon, authenticated, service_role;
comment on table public.feed_preferences is 'How a reader wants a surface ordered and what it should leave out; no row means the defaults.';
comment on column public.feed_preferences.content_kinds is 'Kinds to show; empty for all.';
comment on column public.feed_preferences.boosts is 'Factor by signal, from 0 for never to 2 for twice as much; 1 where absent.';
alter table public.feed_preferences add constraint feed_preferences_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.feed_preferences for each row execute function boyfanz.touch_updated_at();

create table public.follow_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  follower_id uuid not null,
  followee_id uuid not null,
  event text not null,
  source text,
  constraint follow_events_pkey primary key (id, occurred_at),
  constraint follow_events_event_check check (event in ('follow', 'unfollow', 'removed', 'approved')),
  constraint follow_events_source_check check (source in ('profile', 'suggestion', 'subscription', 'import', 'search', 'post')),
  constraint nobody_follows_themselves check (follower_id <> followee_id)
) partition by range (occurred_at);
alter table public.follow_events enable row level security;
revoke all on table public.follow_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.follow_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'follow_events', 'occurred_at', '7 days', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.follow_events'::regclass);
comment on table public.follow_events is 'Every follow and unfollow, for growth charts and to find follow churn. Erasure puts pseudonyms in place of the ids.';
create index follow_events_followee_id_occurred_at_idx on public.follow_events (followee_id, occurred_at desc);
create index follow_events_follower_id_occurred_at_idx on public.follow_events (follower_id, occurred_at desc);
create trigger append_only before update on public.follow_events for each row execute function boyfanz.append_only('change follower_id', 'change followee_id');

create table public.follow_requests (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requester_id uuid not null,
  target_id uuid not null,
  message text,
  state text default 'pending' not null,
  requested_at timestamptz default now() not null,
  decided_at timestamptz,
  constraint follow_requests_pkey primary key (requester_id, target_id),
  constraint follow_requests_state_check check (state in ('pending', 'declined')),
  constraint nobody_follows_themselves check (requester_id <> target_id),
  constraint message_length check (char_length(message) <= 500),
  constraint declined_names_its_time check ((state = 'declined') = (decided_at is not null)),
  constraint decided_after_request check (decided_at >= requested_at)
);
alter table public.follow_requests enable row level security;
revoke all on table public.follow_requests from anon, authenticated, service_role;
comment on table public.follow_requests is 'Requests to follow an account that approves its followers. Approval is the insert into follows, which removes the row; a declined one stays for at least 30 days, so that nobody is asked again at once.';
alter table public.follow_requests add constraint follow_requests_requester_id_fkey foreign key (requester_id) references public.users (id) on delete cascade;
alter table public.follow_requests add constraint follow_requests_target_id_fkey foreign key (target_id) references public.users (id) on delete cascade;
create index follow_requests_target_id_state_requested_at_idx on public.follow_requests (target_id, state, requested_at desc);
create index follow_requests_decided_at_idx on public.follow_requests (decided_at) where (state = 'declined');
create trigger touch_updated_at before update on public.follow_requests for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert on public.follow_requests for each row execute function boyfanz.refuse_while_blocked('requester_id', 'target_id');
create trigger people_stay before update of requester_id, target_id on public.follow_requests for each row execute function boyfanz.set_once('requester_id', 'target_id');
create trigger declined_rests_30_days before update or delete on public.follow_requests for each row when (old.state = 'declined') execute function boyfanz.rest_after_decline();

create table public.follows (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  follower_id uuid not null,
  followee_id uuid not null,
  followed_at timestamptz default now() not null,
  source text not null,
  notify text default 'none' not null,
  show_reposts boolean default true not null,
  is_favourite boolean default false not null,
  is_hidden boolean default false not null,
  constraint follows_pkey primary key (follower_id, followee_id),
  constraint follows_source_check check (source in ('profile', 'suggestion', 'subscription', 'import', 'search', 'post')),
  constraint follows_notify_check check (notify in ('none', 'highlights', 'all')),
  constraint nobody_follows_themselves check (follower_id <> followee_id)
);
alter table public.follows enable row level security;
revoke all on table public.follows from anon, authenticated, service_role;
comment on table public.follows is 'Who follows whom, with the follower''s choices for this edge. None is made while either side blocks the other; whoever writes a block removes the edges that stand, into severed_relationships.';
comment on column public.follows.notify is 'Which posts send a notification.';
comment on column public.follows.is_hidden is 'Left out of the public lists of both sides.';
alter table public.follows add constraint follows_follower_id_fkey foreign key (follower_id) references public.users (id) on delete cascade;
alter table public.follows add constraint follows_followee_id_fkey foreign key (followee_id) references public.users (id) on delete cascade;
create index follows_followee_id_followed_at_idx on public.follows (followee_id, followed_at desc) include (follower_id);
create index follows_follower_id_followed_at_idx on public.follows (follower_id, followed_at desc);
create index follows_notified_idx on public.follows (followee_id) include (follower_id) where (notify <> 'none');
comment on index public.follows_notified_idx is 'Whom a new post notifies, without touching the table.';
create trigger touch_updated_at before update on public.follows for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert or update of follower_id, followee_id on public.follows for each row execute function boyfanz.refuse_while_blocked('follower_id', 'followee_id');
create trigger end_follow_request after insert on public.follows for each row execute function boyfanz.end_follow_request();

create table public.friend_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  sender_id uuid not null,
  recipient_id uuid not null,
  message text,
  status text default 'pending' not null,
  responded_at timestamptz,
  expires_at timestamptz not null,
  constraint friend_requests_pkey primary key (id),
  constraint friend_requests_status_check check (status in ('pending', 'accepted', 'declined', 'cancelled', 'expired')),
  constraint nobody_befriends_themselves check (sender_id <> recipient_id),
  constraint message_length check (char_length(message) <= 500),
  constraint response_names_its_time check ((status in ('accepted', 'declined')) = (responded_at is not null)),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.friend_requests enable row level security;
revoke all on table public.friend_requests from anon, authenticated, service_role;
comment on table public.friend_requests is 'Proposals of mutual friendship; at most one is pending between two people, whoever asked. A decided one never changes again.';
comment on column public.friend_requests.responded_at is 'When the recipient accepted or declined.';
alter table public.friend_requests add constraint friend_requests_sender_id_fkey foreign key (sender_id) references public.users (id) on delete cascade;
alter table public.friend_requests add constraint friend_requests_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
create unique index friend_requests_one_pending_idx on public.friend_requests ((least(sender_id, recipient_id)), (greatest(sender_id, recipient_id))) where (status = 'pending');
comment on index public.friend_requests_one_pending_idx is 'Crossing requests meet here.';
create index friend_requests_recipient_id_status_created_at_idx on public.friend_requests (recipient_id, status, created_at desc);
create index friend_requests_sender_id_created_at_idx on public.friend_requests (sender_id, created_at desc);
create index friend_requests_expires_at_idx on public.friend_requests (expires_at) where (status = 'pending');
create trigger touch_updated_at before update on public.friend_requests for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert on public.friend_requests for each row execute function boyfanz.refuse_while_blocked('sender_id', 'recipient_id');
create trigger people_stay before update of sender_id, recipient_id on public.friend_requests for each row execute function boyfanz.set_once('sender_id', 'recipient_id');
create trigger decided_stays_decided before update on public.friend_requests for each row when (old.status <> 'pending') execute function boyfanz.append_only('clear message');

create table public.friendships (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_low_id uuid not null,
  user_high_id uuid not null,
  since timestamptz default now() not null,
  is_close_for_low boolean default false not null,
  is_close_for_high boolean default false not null,
  request_id uuid,
  constraint friendships_pkey primary key (user_low_id, user_high_id),
  constraint lower_id_comes_first check (user_low_id < user_high_id)
);
alter table public.friendships enable row level security;
revoke all on table public.friendships from anon, authenticated, service_role;
comment on table public.friendships is 'Mutual friendship, stored once per pair with the lower id first; read through the view user_friends, which shows it from both sides.';
comment on column public.friendships.is_close_for_low is 'The lower id counts the other as a close friend.';
comment on column public.friendships.is_close_for_high is 'The higher id counts the other as a close friend.';
comment on column public.friendships.request_id is 'The accepted request of these two people.';
alter table public.friendships add constraint friendships_user_low_id_fkey foreign key (user_low_id) references public.users (id) on delete cascade;
alter table public.friendships add constraint friendships_user_high_id_fkey foreign key (user_high_id) references public.users (id) on delete cascade;
alter table public.friendships add constraint friendships_request_id_fkey foreign key (request_id) references public.friend_requests (id) on delete set null;
create index friendships_user_high_id_user_low_id_idx on public.friendships (user_high_id, user_low_id);
create index friendships_user_low_id_since_idx on public.friendships (user_low_id, since desc);
create index friendships_user_high_id_since_idx on public.friendships (user_high_id, since desc);
create index friendships_request_id_fkey_idx on public.friendships (request_id) where (request_id is not null);
create trigger touch_updated_at before update on public.friendships for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert or update of user_low_id, user_high_id on public.friendships for each row execute function boyfanz.refuse_while_blocked('user_low_id', 'user_high_id');
create trigger check_request before insert or update of user_low_id, user_high_id, request_id on public.friendships for each row when (new.request_id is not null) execute function boyfanz.check_friendship_request();

create table public.graph_communities (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  run_id uuid not null,
  ordinal integer not null,
  label text,
  size integer not null,
  modularity real,
  top_hashtags text[] default '{}' not null,
  computed_at timestamptz default now() not null,
  constraint graph_communities_pkey primary key (id),
  constraint graph_communities_run_id_ordinal_key unique (run_id, ordinal),
  constraint ordinal_is_not_negative check (ordinal >= 0),
  constraint size_is_positive check (size >= 1),
  constraint modularity_in_range check (modularity between -1 and 1),
  constraint top_hashtags_at_most_20 check (cardinality(top_hashtags) <= 20)
);
alter table public.graph_communities enable row level security;
revoke all on table public.graph_communities from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.graph_communities', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.graph_communities is 'Communities that a run of the graph job found among the follows. The job deletes all but its last 3 runs.';
comment on column public.graph_communities.run_id is 'Of the job that found them; the same for all communities of a night.';
create trigger touch_updated_at before update on public.graph_communities for each row execute function boyfanz.touch_updated_at();

create table public.hashtag_follows (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  hashtag_id bigint not null,
  mode text default 'follow' not null,
  has_notifications boolean default false not null,
  constraint hashtag_follows_pkey primary key (user_id, hashtag_id),
  constraint hashtag_follows_mode_check check (mode in ('follow', 'mute')),
  constraint muted_does_not_notify check (mode = 'follow' or not has_notifications)
);
alter table public.hashtag_follows enable row level security;
revoke all on table public.hashtag_follows from anon, authenticated, service_role;
comment on table public.hashtag_follows is 'Hashtags that a person has in the feed, or keeps out of it.';
alter table public.hashtag_follows add constraint hashtag_follows_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.hashtag_follows add constraint hashtag_follows_hashtag_id_fkey foreign key (hashtag_id) references public.content_hashtags (id) on delete cascade;
create index hashtag_follows_hashtag_id_mode_user_id_idx on public.hashtag_follows (hashtag_id, mode, user_id);
comment on index public.hashtag_follows_hashtag_id_mode_user_id_idx is 'Who follows a hashtag, without touching the table; serves the foreign key as well.';
create trigger touch_updated_at before update on public.hashtag_follows for each row execute function boyfanz.touch_updated_at();

create table public.interaction_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  actor_id uuid,
  target_user_id uuid,
  content_id uuid,
  kind text not null,
  surface text not null,
  "position" smallint,
  dwell_ms integer,
  session_key bytea not null,
  experiment_key text,
  constraint interaction_events_pkey primary key (id, occurred_at),
  constraint interaction_events_kind_check check (kind in ('impression', 'dwell', 'open', 'expand', 'profile_open', 'link_tap', 'swipe_away', 'search_click')),
  constraint concerns_something check (target_user_id is not null or content_id is not null or kind = 'search_click'),
  constraint position_is_not_negative check (position >= 0),
  constraint dwell_is_not_negative check (dwell_ms >= 0),
  constraint dwell_is_measured check (kind <> 'dwell' or dwell_ms is not null),
  constraint session_key_length check (octet_length(session_key) between 8 and 32),
  constraint surface_form check (surface ~ '^[a-z][a-z_]{0,39}$')
) partition by range (occurred_at);
alter table public.interaction_events enable row level security;
revoke all on table public.interaction_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.interaction_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'interaction_events', 'occurred_at', '1 day', 3, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.interaction_events'::regclass);
comment on table public.interaction_events is 'Raw signals between people and profiles or items. A person is named only with their consent to analytics or personalisation; erasure clears who it was.';
comment on column public.interaction_events.actor_id is 'NULL for visitors who are not signed in, and after erasure.';
comment on column public.interaction_events."position" is 'Place in the list shown, from 0.';
comment on column public.interaction_events.session_key is 'Keyed hash that changes daily; not the session''s token.';
create index interaction_events_actor_id_occurred_at_idx on public.interaction_events (actor_id, occurred_at desc);
create index interaction_events_content_id_occurred_at_idx on public.interaction_events (content_id, occurred_at desc);
create index interaction_events_target_user_id_occurred_at_idx on public.interaction_events (target_user_id, occurred_at desc);
create trigger needs_consent before insert on public.interaction_events for each row when (new.actor_id is not null) execute function boyfanz.require_any_consent('actor_id', 'analytics', 'personalisation');
create trigger append_only before update on public.interaction_events for each row execute function boyfanz.append_only('clear actor_id');

create table public.mutual_connection_counts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_low_id uuid not null,
  user_high_id uuid not null,
  mutual_count integer not null,
  sample_ids uuid[] default '{}' not null,
  computed_at timestamptz default now() not null,
  expires_at timestamptz not null,
  constraint mutual_connection_counts_pkey primary key (user_low_id, user_high_id),
  constraint lower_id_comes_first check (user_low_id < user_high_id),
  constraint mutual_count_is_not_negative check (mutual_count >= 0),
  constraint at_most_5_samples check (cardinality(sample_ids) <= least(mutual_count, 5)),
  constraint expires_after_start check (expires_at > computed_at)
);
alter table public.mutual_connection_counts enable row level security;
revoke all on table public.mutual_connection_counts from anon, authenticated, service_role;
comment on table public.mutual_connection_counts is 'How many connections two people have in common, with a few of them, for pairs that are shown often. A cache; the truth is the intersection of two index scans on follows.';
alter table public.mutual_connection_counts add constraint mutual_connection_counts_user_low_id_fkey foreign key (user_low_id) references public.users (id) on delete cascade;
alter table public.mutual_connection_counts add constraint mutual_connection_counts_user_high_id_fkey foreign key (user_high_id) references public.users (id) on delete cascade;
create index mutual_connection_counts_expires_at_idx on public.mutual_connection_counts (expires_at);
create index mutual_connection_counts_user_high_id_fkey_idx on public.mutual_connection_counts (user_high_id);
create trigger touch_updated_at before update on public.mutual_connection_counts for each row execute function boyfanz.touch_updated_at();

create table public.profile_visits (
  id bigint generated always as identity not null,
  visited_at timestamptz default now() not null,
  profile_user_id uuid not null,
  visitor_id uuid,
  is_incognito boolean default false not null,
  referrer text not null,
  country_code public.country_code,
  converted text,
  constraint profile_visits_pkey primary key (id, visited_at),
  constraint profile_visits_referrer_check check (referrer in ('feed', 'search', 'external', 'message', 'suggestion', 'qr', 'direct')),
  constraint profile_visits_converted_check check (converted in ('none', 'follow', 'subscribe')),
  constraint nobody_visits_themselves check (visitor_id <> profile_user_id),
  constraint incognito_names_nobody check (not is_incognito or visitor_id is null)
) partition by range (visited_at);
alter table public.profile_visits enable row level security;

insert into boyfanz.loaded_parts (digest, part, parts) values ('181b3371c1525ca2', 2, 7);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '251 of 719' as tables,
  'Run part-03.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '181b3371c1525ca2';
