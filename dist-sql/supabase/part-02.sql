-- boyfanz: complete schema, 719 tables. Part 2 of 8.
-- Makes 106 tables: content_schedules to subscription_events.
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
    loaded := (select coalesce(max(l.part), 0) from boyfanz.loaded_parts l where l.digest = '9e84cfef88e73787');
    others := (select count(*) from boyfanz.loaded_parts l where l.digest <> '9e84cfef88e73787');
  end if;
  if loaded >= 2 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 2 of 8 is in this database already, and nothing was changed. Go on with part-03.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 1 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 2 of 8 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.content_schedules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  creator_id uuid not null,
  action text not null,
  run_at timestamptz not null,
  timezone text default 'UTC' not null,
  payload jsonb default '{}' not null,
  status text default 'pending' not null,
  attempts smallint default 0 not null,
  locked_by text,
  locked_until timestamptz,
  executed_at timestamptz,
  last_error text,
  constraint content_schedules_pkey primary key (id),
  constraint content_schedules_action_check check (action in ('publish', 'unpublish', 'archive', 'change_audience', 'pin', 'unpin', 'repost')),
  constraint content_schedules_status_check check (status in ('pending', 'running', 'done', 'failed', 'cancelled')),
  constraint timezone_form check (timezone ~ '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$'),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object'),
  constraint new_audience_is_named check (action <> 'change_audience' or coalesce(payload ->> 'audience', '') in ('public', 'members', 'followers', 'subscribers', 'tiers', 'ppv', 'private')),
  constraint attempts_in_range check (attempts between 0 and 10),
  constraint running_is_locked check ((status = 'running') = (locked_by is not null) and (locked_by is null) = (locked_until is null)),
  constraint done_names_its_time check ((status = 'done') = (executed_at is not null)),
  constraint failed_says_why check (status <> 'failed' or last_error is not null)
) with (fillfactor = 80);
alter table public.content_schedules enable row level security;
revoke all on table public.content_schedules from anon, authenticated, service_role;
comment on table public.content_schedules is 'What is to happen to an item at a later time. Workers claim due rows with FOR UPDATE SKIP LOCKED; a later price is an offer with its own start instead.';
comment on column public.content_schedules.timezone is 'Name in the IANA time zone database, in which the creator chose the time.';
alter table public.content_schedules add constraint content_schedules_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.content_schedules add constraint content_schedules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create unique index content_schedules_content_id_action_idx on public.content_schedules (content_id, action) where (status = 'pending');
create index content_schedules_run_at_idx on public.content_schedules (run_at) where (status = 'pending');
create index content_schedules_locked_until_idx on public.content_schedules (locked_until) where (status = 'running');
comment on index public.content_schedules_locked_until_idx is 'Claims of workers that died.';
create index content_schedules_creator_id_run_at_idx on public.content_schedules (creator_id, run_at);
create index content_schedules_content_id_fkey_idx on public.content_schedules (content_id);
create trigger touch_updated_at before update on public.content_schedules for each row execute function boyfanz.touch_updated_at();
create trigger creator_of_the_item before insert or update of content_id, creator_id on public.content_schedules for each row execute function boyfanz.same_as_parent('content_items', 'content_id', 'id', 'creator_id=creator_id');
create policy member_select on public.content_schedules for select to authenticated using (content_schedules.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.content_schedules for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.content_schedules to authenticated;
grant select on table public.content_schedules to boyfanz_staff;
grant select, insert, update, delete on table public.content_schedules to service_role;

create table public.content_stickers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 10000) not null,
  pack_code text not null,
  code text not null,
  creator_id uuid,
  asset_id uuid not null,
  keywords text[] default '{}' not null,
  is_animated boolean default false not null,
  required_tier_id uuid,
  review_state text default 'pending' not null,
  is_active boolean default true not null,
  constraint content_stickers_pkey primary key (id),
  constraint content_stickers_pack_code_code_key unique (pack_code, code),
  constraint content_stickers_review_state_check check (review_state in ('pending', 'approved', 'rejected')),
  constraint pack_code_form check (pack_code ~ '^[a-z0-9]+([_-][a-z0-9]+)*$'),
  constraint code_form check (code ~ '^[a-z0-9]+([_-][a-z0-9]+)*$'),
  constraint tier_needs_a_creator check (required_tier_id is null or creator_id is not null)
);
alter table public.content_stickers enable row level security;
revoke all on table public.content_stickers from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.content_stickers', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.content_stickers is 'Stickers and animated emotes for stories, comments and messages, in packs of the platform or of creators. One in use is retired and not deleted.';
comment on column public.content_stickers.id is 'Below 10000 for those that come with the product.';
comment on column public.content_stickers.creator_id is 'NULL for one of the platform.';
comment on column public.content_stickers.required_tier_id is 'A tier of that creator; without it the sticker is for everybody.';
alter table public.content_stickers add constraint content_stickers_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index content_stickers_keywords_idx on public.content_stickers using gin (keywords);
create index content_stickers_creator_id_required_tier_id_fkey_idx on public.content_stickers (creator_id, required_tier_id);
create index content_stickers_asset_id_fkey_idx on public.content_stickers (asset_id);
create trigger touch_updated_at before update on public.content_stickers for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_stickers for select to anon using ((review_state = 'approved'));
create policy member_select on public.content_stickers for select to authenticated using ((review_state = 'approved') or content_stickers.creator_id = (select boyfanz.current_user_id()));
grant select on table public.content_stickers to anon;
grant select on table public.content_stickers to authenticated;
grant select, insert, update, delete on table public.content_stickers to service_role;

create table public.content_tags (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 10000) not null,
  slug extensions.citext not null,
  label text not null,
  kind text not null,
  canonical_id integer,
  state text default 'active' not null,
  min_rating text default 'safe' not null,
  use_count bigint default 0 not null,
  constraint content_tags_pkey primary key (id),
  constraint content_tags_slug_key unique (slug),
  constraint content_tags_kind_check check (kind in ('theme', 'act', 'body', 'style', 'setting', 'format', 'language')),
  constraint content_tags_state_check check (state in ('active', 'restricted', 'banned')),
  constraint content_tags_min_rating_check check (min_rating in ('safe', 'suggestive', 'nudity', 'explicit')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint label_length check (char_length(btrim(label)) between 1 and 80),
  constraint nothing_is_its_own_synonym check (canonical_id <> id),
  constraint use_count_is_not_negative check (use_count >= 0)
);
alter table public.content_tags enable row level security;
alter table public.content_item_tags add constraint content_item_tags_tag_id_fkey foreign key (tag_id) references public.content_tags (id) on delete restrict;
revoke all on table public.content_tags from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.content_tags', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.content_tags is 'The curated vocabulary of tags with synonyms; card schemes forbid some terms, which are banned here.';
comment on column public.content_tags.id is 'Below 10000 for those that come with the product.';
comment on column public.content_tags.canonical_id is 'The tag that this one is a synonym of.';
comment on column public.content_tags.min_rating is 'The mildest rating of an item that carries it; checked by the service.';
alter table public.content_tags add constraint content_tags_canonical_id_fkey foreign key (canonical_id) references public.content_tags (id) on delete set null;
create index content_tags_kind_idx on public.content_tags (kind) where (state = 'active');
create index content_tags_label_idx on public.content_tags using gin (label gin_trgm_ops);
create index content_tags_canonical_id_fkey_idx on public.content_tags (canonical_id) where (canonical_id is not null);
create trigger touch_updated_at before update on public.content_tags for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_tags for select to anon using ((state <> 'banned'));
create policy member_select on public.content_tags for select to authenticated using ((state <> 'banned'));
grant select on table public.content_tags to anon;
grant select on table public.content_tags to authenticated;
grant select, insert, update, delete on table public.content_tags to service_role;

create table public.content_templates (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  kind text not null,
  name text not null,
  layout jsonb not null,
  preview_asset_id uuid,
  use_count integer default 0 not null,
  is_active boolean default true not null,
  constraint content_templates_pkey primary key (id),
  constraint content_templates_kind_check check (kind in ('post', 'story', 'album', 'message', 'product')),
  constraint name_length check (char_length(btrim(name)) between 1 and 80),
  constraint layout_has_a_version check (jsonb_typeof(layout) = 'object' and coalesce(jsonb_typeof(layout -> 'version') = 'number', false)),
  constraint use_count_is_not_negative check (use_count >= 0)
);
alter table public.content_templates enable row level security;
revoke all on table public.content_templates from anon, authenticated, service_role;
comment on table public.content_templates is 'Layouts for posts, stories, albums, messages and products, of the platform or of one creator.';
comment on column public.content_templates.creator_id is 'NULL for one of the platform.';
comment on column public.content_templates.layout is 'Its version says by which schema the service validates the rest.';
alter table public.content_templates add constraint content_templates_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index content_templates_creator_id_kind_idx on public.content_templates (creator_id, kind);
create index content_templates_kind_use_count_idx on public.content_templates (kind, use_count desc) where (creator_id is null and is_active);
create index content_templates_preview_asset_id_fkey_idx on public.content_templates (preview_asset_id) where (preview_asset_id is not null);
create trigger touch_updated_at before update on public.content_templates for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.content_templates for select to anon using ((creator_id is null and is_active));
create policy member_select on public.content_templates for select to authenticated using ((creator_id is null and is_active) or content_templates.creator_id = (select boyfanz.current_user_id()));
grant select on table public.content_templates to anon;
grant select on table public.content_templates to authenticated;
grant select, insert, update, delete on table public.content_templates to service_role;

create table public.content_watermarks (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  kind text not null,
  text_value text,
  asset_id uuid,
  "position" text default 'bottom_right' not null,
  opacity numeric(3,2) not null,
  scale numeric(4,3) not null,
  is_default boolean default false not null,
  retired_at timestamptz,
  constraint content_watermarks_pkey primary key (id),
  constraint content_watermarks_kind_check check (kind in ('text', 'image', 'username', 'forensic')),
  constraint content_watermarks_position_check check ("position" in ('top_left', 'top_right', 'bottom_left', 'bottom_right', 'center', 'tiled')),
  constraint text_is_given_for_text check ((kind = 'text') = (text_value is not null)),
  constraint image_is_given_for_image check ((kind = 'image') = (asset_id is not null)),
  constraint text_length check (char_length(btrim(text_value)) between 1 and 60),
  constraint opacity_in_range check (opacity between 0 and 1),
  constraint scale_in_range check (scale > 0 and scale <= 1)
);
alter table public.content_watermarks enable row level security;
revoke all on table public.content_watermarks from anon, authenticated, service_role;
comment on table public.content_watermarks is 'Watermarks that a creator puts on media; text, image, the viewer''s name or a forensic mark. One that renditions use is retired and not changed.';
comment on column public.content_watermarks.opacity is '0 to 1.';
comment on column public.content_watermarks.scale is 'Part of the shorter side.';
alter table public.content_watermarks add constraint content_watermarks_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create unique index content_watermarks_one_default_idx on public.content_watermarks (creator_id) where (is_default and retired_at is null);
create index content_watermarks_creator_id_fkey_idx on public.content_watermarks (creator_id);
create index content_watermarks_asset_id_fkey_idx on public.content_watermarks (asset_id) where (asset_id is not null);
create trigger touch_updated_at before update on public.content_watermarks for each row execute function boyfanz.touch_updated_at();
create trigger keep_while_used before update on public.content_watermarks for each row execute function boyfanz.freeze_when_used('media_renditions', 'watermark_id', 'change is_default', 'set retired_at');
create policy member_select on public.content_watermarks for select to authenticated using (content_watermarks.creator_id = (select boyfanz.current_user_id()));
grant select on table public.content_watermarks to authenticated;
grant select, insert, update, delete on table public.content_watermarks to service_role;

create table public.hashtag_trend_buckets (
  bucket_at timestamptz not null,
  hashtag_id bigint not null,
  region text not null,
  uses integer not null,
  distinct_authors integer not null,
  engagement bigint default 0 not null,
  constraint hashtag_trend_buckets_pkey primary key (bucket_at, hashtag_id, region),
  constraint bucket_is_an_hour check (date_trunc('hour', bucket_at at time zone 'UTC') = bucket_at at time zone 'UTC'),
  constraint region_form check (region ~ '^([*]|[A-Z]{2})$'),
  constraint authors_within_uses check (distinct_authors between 0 and uses),
  constraint engagement_is_not_negative check (engagement >= 0)
) partition by range (bucket_at);
alter table public.hashtag_trend_buckets enable row level security;
revoke all on table public.hashtag_trend_buckets from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'hashtag_trend_buckets', 'bucket_at', '7 days', 1, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.hashtag_trend_buckets'::regclass);
comment on table public.hashtag_trend_buckets is 'Use of a hashtag by hour and region, with distinct authors, from which trends are scored.';
comment on column public.hashtag_trend_buckets.bucket_at is 'Start of the hour.';
comment on column public.hashtag_trend_buckets.region is 'A country code, or * for the world.';
create index hashtag_trend_buckets_hashtag_id_bucket_at_idx on public.hashtag_trend_buckets (hashtag_id, bucket_at desc);
create policy staff_select on public.hashtag_trend_buckets for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.hashtag_trend_buckets to boyfanz_staff;
grant select, insert, update, delete on table public.hashtag_trend_buckets to service_role;

create table public.link_previews (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  url text not null,
  url_hash public.digest_256 not null,
  final_url text,
  title text,
  description text,
  image_asset_id uuid,
  site_name text,
  safety text default 'unknown' not null,
  http_status smallint,
  fetched_at timestamptz,
  expires_at timestamptz not null,
  constraint link_previews_pkey primary key (id),
  constraint link_previews_url_hash_key unique (url_hash),
  constraint link_previews_safety_check check (safety in ('unknown', 'safe', 'suspicious', 'blocked')),
  constraint url_form check (url ~ '^https?://' and char_length(url) <= 4096),
  constraint final_url_form check (final_url ~ '^https?://' and char_length(final_url) <= 4096),
  constraint http_status_in_range check (http_status between 100 and 599),
  constraint safe_was_fetched check (safety <> 'safe' or fetched_at is not null)
);
alter table public.link_previews enable row level security;
alter table public.content_links add constraint content_links_link_preview_id_fkey foreign key (link_preview_id) references public.link_previews (id) on delete restrict;
revoke all on table public.link_previews from anon, authenticated, service_role;
comment on table public.link_previews is 'Previews of outside pages in posts, stories and messages, fetched and checked for safety once for all.';
comment on column public.link_previews.url_hash is 'Of the address in its normal form, by which it is found.';
comment on column public.link_previews.final_url is 'After redirects.';
comment on column public.link_previews.expires_at is 'When to fetch it again.';
create index link_previews_expires_at_idx on public.link_previews (expires_at);
create index link_previews_safety_idx on public.link_previews (safety) where (safety in ('suspicious', 'blocked'));
create index link_previews_image_asset_id_fkey_idx on public.link_previews (image_asset_id) where (image_asset_id is not null);
create trigger touch_updated_at before update on public.link_previews for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.link_previews for select to anon using ((boyfanz.may_see_link(id)));
create policy member_select on public.link_previews for select to authenticated using ((boyfanz.may_see_link(id)));
grant select on table public.link_previews to anon;
grant select on table public.link_previews to authenticated;
grant select, insert, update, delete on table public.link_previews to service_role;

create table public.media_assets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_id uuid not null,
  kind text not null,
  mime_type text not null,
  byte_size bigint not null,
  sha256 public.digest_256 not null,
  storage_bucket text not null,
  storage_key text not null,
  width integer,
  height integer,
  duration_ms integer,
  blurhash text,
  exif_stripped boolean default false not null,
  encryption_key_id smallint,
  processing_state text default 'uploaded' not null,
  safety_state text default 'unscanned' not null,
  alt_text text,
  captured_at timestamptz,
  purged_at timestamptz,
  constraint media_assets_pkey primary key (id),
  constraint media_assets_storage_bucket_storage_key_key unique (storage_bucket, storage_key),
  constraint media_assets_kind_check check (kind in ('image', 'video', 'audio', 'document', 'gif')),
  constraint media_assets_processing_state_check check (processing_state in ('uploaded', 'processing', 'ready', 'failed', 'quarantined')),
  constraint media_assets_safety_state_check check (safety_state in ('unscanned', 'clean', 'flagged', 'blocked', 'csam_locked')),
  constraint byte_size_is_positive check (byte_size > 0),
  constraint measures_are_positive check (width > 0 and height > 0 and duration_ms >= 0),
  constraint mime_type_form check (mime_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  constraint ready_image_has_no_exif check (processing_state <> 'ready' or kind <> 'image' or exif_stripped),
  constraint csam_is_neither_served_nor_purged check (safety_state <> 'csam_locked' or (processing_state = 'quarantined' and purged_at is null))
);
alter table public.media_assets enable row level security;
alter table public.creators add constraint creators_welcome_video_id_fkey foreign key (welcome_video_id) references public.media_assets (id) on delete set null;
alter table public.user_badges add constraint user_badges_icon_asset_id_fkey foreign key (icon_asset_id) references public.media_assets (id) on delete set null;
alter table public.user_profiles add constraint user_profiles_avatar_asset_id_fkey foreign key (avatar_asset_id) references public.media_assets (id) on delete set null;
alter table public.user_profiles add constraint user_profiles_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
alter table public.album_items add constraint album_items_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.albums add constraint albums_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
alter table public.audio_items add constraint audio_items_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.audio_items add constraint audio_items_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
alter table public.content_categories add constraint content_categories_icon_asset_id_fkey foreign key (icon_asset_id) references public.media_assets (id) on delete set null;
alter table public.content_filters add constraint content_filters_lut_asset_id_fkey foreign key (lut_asset_id) references public.media_assets (id) on delete set null;
alter table public.content_playlists add constraint content_playlists_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
alter table public.content_stickers add constraint content_stickers_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.content_templates add constraint content_templates_preview_asset_id_fkey foreign key (preview_asset_id) references public.media_assets (id) on delete set null;
alter table public.content_watermarks add constraint content_watermarks_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.link_previews add constraint link_previews_image_asset_id_fkey foreign key (image_asset_id) references public.media_assets (id) on delete set null;
revoke all on table public.media_assets from anon, authenticated, service_role;
comment on table public.media_assets is 'One uploaded original with owner, digest, measures and safety state. Its bytes lie in object storage and are served only by signed URLs after an access check; a purge empties the storage and keeps the row.';
comment on column public.media_assets.width is 'Pixels.';
comment on column public.media_assets.height is 'Pixels.';
comment on column public.media_assets.exif_stripped is 'Place and camera removed, without which no image goes out.';
comment on column public.media_assets.encryption_key_id is 'Version of the encryption key.';
comment on column public.media_assets.purged_at is 'When the bytes were destroyed; the row may be deleted only after.';
alter table public.media_assets add constraint media_assets_owner_id_fkey foreign key (owner_id) references public.users (id) on delete restrict;
create index media_assets_owner_id_created_at_idx on public.media_assets (owner_id, created_at desc) where (purged_at is null);
create index media_assets_sha256_idx on public.media_assets (sha256);
create index media_assets_processing_state_created_at_idx on public.media_assets (processing_state, created_at) where (processing_state in ('uploaded', 'processing'));
create index media_assets_safety_state_idx on public.media_assets (safety_state) where (safety_state in ('flagged', 'csam_locked'));
create index media_assets_owner_id_fkey_idx on public.media_assets (owner_id);
create trigger touch_updated_at before update on public.media_assets for each row execute function boyfanz.touch_updated_at();
create trigger original_stays before update of owner_id, kind, byte_size, sha256, purged_at on public.media_assets for each row execute function boyfanz.set_once('owner_id', 'kind', 'byte_size', 'sha256', 'purged_at');
create trigger purge_waits_for_holds before update of purged_at on public.media_assets for each row when (old.purged_at is null and new.purged_at is not null) execute function boyfanz.refuse_while_held('owner_id', 'media');
create trigger purge_before_deletion before delete on public.media_assets for each row when (old.purged_at is null) execute function boyfanz.refuse_delete('The bytes would be left behind; what is locked as evidence can never be purged.');
create trigger deletion_waits_for_holds before delete on public.media_assets for each row execute function boyfanz.refuse_while_held('owner_id', 'media');
create policy member_select on public.media_assets for select to authenticated using (media_assets.owner_id = (select boyfanz.current_user_id()));
grant select (alt_text, blurhash, byte_size, captured_at, created_at, duration_ms, exif_stripped, height, id, kind, mime_type, owner_id, processing_state, purged_at, sha256, updated_at, width) on table public.media_assets to authenticated;
grant select, insert, update, delete on table public.media_assets to service_role;

create table public.media_captions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  asset_id uuid not null,
  language public.language_tag not null,
  kind text not null,
  origin text default 'uploaded' not null,
  storage_key text not null,
  is_default boolean default false not null,
  approved_at timestamptz,
  constraint media_captions_pkey primary key (id),
  constraint media_captions_asset_id_language_kind_key unique (asset_id, language, kind),
  constraint media_captions_kind_check check (kind in ('subtitles', 'captions', 'transcript', 'audio_description')),
  constraint media_captions_origin_check check (origin in ('uploaded', 'machine', 'edited'))
);
alter table public.media_captions enable row level security;
alter table public.audio_items add constraint audio_items_transcript_id_fkey foreign key (transcript_id) references public.media_captions (id) on delete set null;
revoke all on table public.media_captions from anon, authenticated, service_role;
comment on table public.media_captions is 'Subtitles, captions and transcripts of an asset by language, uploaded or made by a machine. One track of each kind is the default.';
alter table public.media_captions add constraint media_captions_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete cascade;
create unique index media_captions_asset_id_kind_idx on public.media_captions (asset_id, kind) where (is_default);
create trigger touch_updated_at before update on public.media_captions for each row execute function boyfanz.touch_updated_at();
create trigger asset_stays before update of asset_id on public.media_captions for each row execute function boyfanz.set_once('asset_id');
create policy anonymous_select on public.media_captions for select to anon using ((approved_at <= now() and boyfanz.may_see_asset(asset_id)));
create policy member_select on public.media_captions for select to authenticated using (exists (select from public.media_assets p1 where p1.id = media_captions.asset_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0) or (approved_at <= now() and boyfanz.may_see_asset(asset_id)));
grant select (approved_at, asset_id, created_at, id, is_default, kind, language, origin, updated_at) on table public.media_captions to anon;
grant select (approved_at, asset_id, created_at, id, is_default, kind, language, origin, updated_at) on table public.media_captions to authenticated;
grant select, insert, update, delete on table public.media_captions to service_role;

create table public.media_fingerprints (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  asset_id uuid not null,
  algorithm text not null,
  frame_ms integer default 0 not null,
  fingerprint bytea not null,
  bucket_key bigint not null,
  quality smallint,
  constraint media_fingerprints_pkey primary key (id),
  constraint media_fingerprints_asset_id_algorithm_frame_ms_key unique (asset_id, algorithm, frame_ms),
  constraint media_fingerprints_algorithm_check check (algorithm in ('pdq', 'phash', 'tmk', 'audio_fp', 'sha256_norm')),
  constraint frame_ms_is_not_negative check (frame_ms >= 0),
  constraint fingerprint_length_fits_algorithm check (octet_length(fingerprint) between 1 and 65536 and case algorithm when 'pdq' then octet_length(fingerprint) = 32 when 'sha256_norm' then octet_length(fingerprint) = 32 when 'phash' then octet_length(fingerprint) = 8 else true end),
  constraint quality_in_range check (quality between 0 and 100)
);
alter table public.media_fingerprints enable row level security;
revoke all on table public.media_fingerprints from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.media_fingerprints', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.media_fingerprints is 'Exact and perceptual hashes of our media, against duplicates, leaks and known illegal material. A hit in a bucket is verified by its full distance.';
comment on column public.media_fingerprints.frame_ms is 'Where in a video the frame was taken; 0 for the whole.';
comment on column public.media_fingerprints.bucket_key is 'Locality-sensitive prefix, by which neighbours are found.';
comment on column public.media_fingerprints.quality is '0 to 100.';
alter table public.media_fingerprints add constraint media_fingerprints_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete cascade;
create index media_fingerprints_algorithm_bucket_key_idx on public.media_fingerprints (algorithm, bucket_key);
create trigger touch_updated_at before update on public.media_fingerprints for each row execute function boyfanz.touch_updated_at();
create trigger measured_once before update on public.media_fingerprints for each row execute function boyfanz.append_only('change bucket_key', 'change quality');
create trigger keep_evidence before delete on public.media_fingerprints for each row execute function boyfanz.keep_evidence();
grant select, insert, update, delete on table public.media_fingerprints to service_role;

create table public.media_folder_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  folder_id uuid not null,
  asset_id uuid not null,
  creator_id uuid not null,
  "position" integer not null,
  times_used integer default 0 not null,
  last_used_at timestamptz,
  constraint media_folder_items_pkey primary key (folder_id, asset_id),
  constraint times_used_is_not_negative check (times_used >= 0)
);
alter table public.media_folder_items enable row level security;
revoke all on table public.media_folder_items from anon, authenticated, service_role;
comment on table public.media_folder_items is 'Which assets lie in a folder of the vault, in what order, and how often each was used from there.';
alter table public.media_folder_items add constraint media_folder_items_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete cascade;
alter table public.media_folder_items add constraint media_folder_items_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index media_folder_items_folder_id_position_idx on public.media_folder_items (folder_id, "position");
create index media_folder_items_creator_id_folder_id_fkey_idx on public.media_folder_items (creator_id, folder_id);
create index media_folder_items_asset_id_fkey_idx on public.media_folder_items (asset_id);
create trigger touch_updated_at before update on public.media_folder_items for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.media_folder_items for select to authenticated using (media_folder_items.creator_id = (select boyfanz.current_user_id()));
grant select on table public.media_folder_items to authenticated;
grant select, insert, update, delete on table public.media_folder_items to service_role;

create table public.media_folders (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  parent_id uuid,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  item_count integer default 0 not null,
  cover_asset_id uuid,
  constraint media_folders_pkey primary key (id),
  constraint media_folders_creator_id_id_key unique (creator_id, id),
  constraint name_length check (char_length(btrim(name)) between 1 and 80),
  constraint item_count_is_not_negative check (item_count >= 0)
);
alter table public.media_folders enable row level security;
alter table public.media_folder_items add constraint folder_of_same_creator foreign key (creator_id, folder_id) references public.media_folders (creator_id, id) on delete cascade;
revoke all on table public.media_folders from anon, authenticated, service_role;
comment on table public.media_folders is 'Folders of a creator''s vault, five deep at most, from which media go into posts, messages and products.';
comment on column public.media_folders.name_key is 'The form that is compared.';
alter table public.media_folders add constraint media_folders_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.media_folders add constraint media_folders_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
alter table public.media_folders add constraint parent_of_same_creator foreign key (creator_id, parent_id) references public.media_folders (creator_id, id) on delete cascade;
create unique index media_folders_creator_parent_name_idx on public.media_folders (creator_id, (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'::uuid)), name_key);
create index media_folders_creator_id_parent_id_fkey_idx on public.media_folders (creator_id, parent_id);
create index media_folders_cover_asset_id_fkey_idx on public.media_folders (cover_asset_id) where (cover_asset_id is not null);
create trigger touch_updated_at before update on public.media_folders for each row execute function boyfanz.touch_updated_at();
create trigger check_tree after insert or update of parent_id on public.media_folders for each row when (new.parent_id is not null) execute function boyfanz.check_folder_tree('5');
create policy member_select on public.media_folders for select to authenticated using (media_folders.creator_id = (select boyfanz.current_user_id()));
grant select on table public.media_folders to authenticated;
grant select, insert, update, delete on table public.media_folders to service_role;

create table public.media_processing_queue (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  asset_id uuid not null,
  task text not null,
  params jsonb default '{}' not null,
  params_hash public.digest_256 not null,
  priority smallint default 100 not null,
  status text default 'queued' not null,
  attempts smallint default 0 not null,
  max_attempts smallint default 5 not null,
  run_after timestamptz default now() not null,
  locked_by text,
  locked_until timestamptz,
  last_error text,
  constraint media_processing_queue_pkey primary key (id),
  constraint media_processing_queue_asset_id_task_params_hash_key unique (asset_id, task, params_hash),
  constraint media_processing_queue_task_check check (task in ('scan', 'probe', 'transcode', 'thumbnail', 'blur', 'watermark', 'fingerprint', 'caption', 'delete')),
  constraint media_processing_queue_status_check check (status in ('queued', 'running', 'retry', 'dead')),
  constraint params_is_object check (jsonb_typeof(params) = 'object'),
  constraint max_attempts_is_positive check (max_attempts > 0),
  constraint attempts_within_limit check (attempts between 0 and max_attempts),
  constraint running_is_locked check ((status = 'running') = (locked_by is not null) and (locked_by is null) = (locked_until is null)),
  constraint dead_says_why check (status <> 'dead' or last_error is not null)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);
alter table public.media_processing_queue enable row level security;
revoke all on table public.media_processing_queue from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.media_processing_queue', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.media_processing_queue is 'Work on media that is still to be done, claimed with FOR UPDATE SKIP LOCKED. A worker deletes the row when it has written its run, so the queue stays small.';
comment on column public.media_processing_queue.params_hash is 'Of the params, so that the same work is queued once.';
comment on column public.media_processing_queue.priority is 'Low numbers go first.';
alter table public.media_processing_queue add constraint media_processing_queue_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete cascade;
create index media_processing_queue_priority_run_after_id_idx on public.media_processing_queue (priority, run_after, id) where (status in ('queued', 'retry'));
create index media_processing_queue_locked_until_idx on public.media_processing_queue (locked_until) where (status = 'running');
create trigger touch_updated_at before update on public.media_processing_queue for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.media_processing_queue for select to boyfanz_staff using ((select boyfanz.has_permission('job.manage')));
grant select on table public.media_processing_queue to boyfanz_staff;
grant select, insert, update, delete on table public.media_processing_queue to service_role;

create table public.media_processing_runs (
  id bigint generated always as identity not null,
  finished_at timestamptz default now() not null,
  asset_id uuid not null,
  task text not null,
  outcome text not null,
  worker text not null,
  duration_ms integer not null,
  input_bytes bigint,
  output_bytes bigint,
  error_code text,
  cost_micros bigint,
  constraint media_processing_runs_pkey primary key (id, finished_at),
  constraint media_processing_runs_task_check check (task in ('scan', 'probe', 'transcode', 'thumbnail', 'blur', 'watermark', 'fingerprint', 'caption', 'delete')),
  constraint media_processing_runs_outcome_check check (outcome in ('ok', 'failed', 'skipped')),
  constraint measures_are_not_negative check (duration_ms >= 0 and input_bytes >= 0 and output_bytes >= 0 and cost_micros >= 0),
  constraint failed_names_its_error check (outcome <> 'failed' or error_code is not null)
) partition by range (finished_at);
alter table public.media_processing_runs enable row level security;
revoke all on table public.media_processing_runs from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.media_processing_runs', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'media_processing_runs', 'finished_at', '7 days', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.media_processing_runs'::regclass);
comment on table public.media_processing_runs is 'Attempts at processing that ended, well or not, with time and cost, for planning and support.';
comment on column public.media_processing_runs.cost_micros is 'Estimate in millionths of a US dollar, for planning only.';
create index media_processing_runs_asset_id_finished_at_idx on public.media_processing_runs (asset_id, finished_at desc);
create index media_processing_runs_task_outcome_finished_at_idx on public.media_processing_runs (task, outcome, finished_at desc);
create trigger append_only before update or delete on public.media_processing_runs for each row execute function boyfanz.append_only();
create policy staff_select on public.media_processing_runs for select to boyfanz_staff using ((select boyfanz.has_permission('job.manage')));
grant select on table public.media_processing_runs to boyfanz_staff;
grant select, insert, update, delete on table public.media_processing_runs to service_role;

create table public.media_renditions (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  asset_id uuid not null,
  profile text not null,
  watermark_id uuid,
  codec text,
  width integer,
  height integer,
  bitrate_kbps integer,
  byte_size bigint not null,
  storage_key text not null,
  ready_at timestamptz,
  constraint media_renditions_pkey primary key (id),
  constraint media_renditions_profile_check check (profile in ('thumb', 'small', 'medium', 'large', 'original_jpeg', 'blur', 'teaser', 'hls', 'dash', 'audio', 'waveform', 'sprite')),
  constraint byte_size_is_not_negative check (byte_size >= 0),
  constraint measures_are_positive check (width > 0 and height > 0 and bitrate_kbps > 0)
);
alter table public.media_renditions enable row level security;
revoke all on table public.media_renditions from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.media_renditions', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.media_renditions is 'Files derived from an original; thumbnails, streaming ladders, blurred teasers, watermarked copies. Storage is emptied by the purge job.';
comment on column public.media_renditions.profile is 'Only blur and teaser are served to people without access.';
comment on column public.media_renditions.width is 'Pixels.';
comment on column public.media_renditions.height is 'Pixels.';
alter table public.media_renditions add constraint media_renditions_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete cascade;
alter table public.media_renditions add constraint media_renditions_watermark_id_fkey foreign key (watermark_id) references public.content_watermarks (id) on delete restrict;
create unique index media_renditions_asset_profile_watermark_idx on public.media_renditions (asset_id, profile, (coalesce(watermark_id, '00000000-0000-0000-0000-000000000000'::uuid)));
create index media_renditions_watermark_id_fkey_idx on public.media_renditions (watermark_id) where (watermark_id is not null);
create trigger touch_updated_at before update on public.media_renditions for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.media_renditions to service_role;

create table public.media_uploads (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  client_upload_id uuid not null,
  asset_id uuid,
  filename text not null,
  declared_size bigint not null,
  declared_mime text not null,
  received_bytes bigint default 0 not null,
  parts jsonb default '[]' not null,
  provider_upload_id text,
  status text default 'open' not null,
  expires_at timestamptz not null,
  constraint media_uploads_pkey primary key (id),
  constraint media_uploads_user_id_client_upload_id_key unique (user_id, client_upload_id),
  constraint media_uploads_status_check check (status in ('open', 'complete', 'aborted', 'expired', 'rejected')),
  constraint filename_length check (char_length(filename) between 1 and 255),
  constraint declared_size_is_positive check (declared_size > 0),
  constraint received_within_declared check (received_bytes between 0 and declared_size),
  constraint complete_has_all_bytes check (status <> 'complete' or received_bytes = declared_size),
  constraint parts_is_array check (jsonb_typeof(parts) = 'array'),
  constraint expires_after_start check (expires_at > created_at)
) with (fillfactor = 70);
alter table public.media_uploads enable row level security;
revoke all on table public.media_uploads from anon, authenticated, service_role;
comment on table public.media_uploads is 'A resumable upload with the parts that have arrived; the quota is checked when it opens, by the service.';
comment on column public.media_uploads.client_upload_id is 'Chosen by the app, so that a repeated request finds the same upload.';
comment on column public.media_uploads.declared_size is 'Bytes.';
comment on column public.media_uploads.parts is 'Number, size and tag of each part that the storage has confirmed.';
alter table public.media_uploads add constraint media_uploads_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.media_uploads add constraint media_uploads_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete set null;
create index media_uploads_expires_at_idx on public.media_uploads (expires_at);
comment on index public.media_uploads_expires_at_idx is 'For the expiry of open uploads and the purge of ended ones.';
create index media_uploads_user_id_created_at_idx on public.media_uploads (user_id, created_at desc);
create index media_uploads_asset_id_fkey_idx on public.media_uploads (asset_id) where (asset_id is not null);
create trigger touch_updated_at before update on public.media_uploads for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.media_uploads for select to authenticated using (media_uploads.user_id = (select boyfanz.current_user_id()));
grant select on table public.media_uploads to authenticated;
grant select, insert, update, delete on table public.media_uploads to service_role;

create table public.music_tracks (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  provider text not null,
  provider_track_id text not null,
  title text not null,
  artist text not null,
  isrc text,
  duration_ms integer not null,
  asset_id uuid,
  allowed_uses text[] not null,
  territories public.country_code[] default '{}' not null,
  licence_starts date not null,
  licence_ends date,
  bpm smallint,
  moods text[] default '{}' not null,
  is_active boolean default true not null,
  constraint music_tracks_pkey primary key (id),
  constraint music_tracks_provider_provider_track_id_key unique (provider, provider_track_id),
  constraint music_tracks_allowed_uses_check check (allowed_uses <@ array['post', 'story', 'video', 'audio', 'live', 'message', 'advert']::text[]),
  constraint isrc_form check (isrc ~ '^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$'),
  constraint duration_is_positive check (duration_ms > 0),
  constraint allowed_for_something check (cardinality(allowed_uses) > 0),
  constraint licence_ends_after_start check (licence_ends >= licence_starts),
  constraint bpm_in_range check (bpm between 20 and 400)
);
alter table public.music_tracks enable row level security;
revoke all on table public.music_tracks from anon, authenticated, service_role;
comment on table public.music_tracks is 'Licensed music for stories and videos, with the countries, uses and time of its licence.';
comment on column public.music_tracks.isrc is 'International Standard Recording Code without hyphens.';
comment on column public.music_tracks.asset_id is 'NULL while the provider streams it.';
comment on column public.music_tracks.territories is 'Countries of the licence; empty for the whole world.';
comment on column public.music_tracks.licence_ends is 'Last day; NULL without end.';
alter table public.music_tracks add constraint music_tracks_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
create index music_tracks_title_idx on public.music_tracks using gin (title gin_trgm_ops);
create index music_tracks_moods_idx on public.music_tracks using gin (moods);
create index music_tracks_licence_ends_idx on public.music_tracks (licence_ends) where (is_active);
create index music_tracks_asset_id_fkey_idx on public.music_tracks (asset_id) where (asset_id is not null);
create trigger touch_updated_at before update on public.music_tracks for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.music_tracks for select to anon using (true);
create policy member_select on public.music_tracks for select to authenticated using (true);
grant select on table public.music_tracks to anon;
grant select on table public.music_tracks to authenticated;
grant select, insert, update, delete on table public.music_tracks to service_role;

create table public.music_usages (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  track_id uuid not null,
  content_id uuid not null,
  start_ms integer not null,
  length_ms integer not null,
  reported_period date,
  constraint music_usages_pkey primary key (track_id, content_id),
  constraint start_is_not_negative check (start_ms >= 0),
  constraint length_is_positive check (length_ms > 0),
  constraint reported_period_is_a_month check (extract(day from reported_period) = 1)
);
alter table public.music_usages enable row level security;
revoke all on table public.music_usages from anon, authenticated, service_role;
comment on table public.music_usages is 'Use of a licensed track in an item, for royalty reports and for the takedown when the licence ends.';
comment on column public.music_usages.start_ms is 'Where in the track it begins.';
comment on column public.music_usages.reported_period is 'First day of the month in whose report it stands.';
alter table public.music_usages add constraint music_usages_track_id_fkey foreign key (track_id) references public.music_tracks (id) on delete restrict;
alter table public.music_usages add constraint music_usages_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create index music_usages_created_at_idx on public.music_usages (created_at) where (reported_period is null);
create index music_usages_content_id_fkey_idx on public.music_usages (content_id);
create trigger touch_updated_at before update on public.music_usages for each row execute function boyfanz.touch_updated_at();
create trigger reported_once before update of reported_period on public.music_usages for each row execute function boyfanz.set_once('reported_period');
create policy member_select on public.music_usages for select to authenticated using (exists (select from public.content_items p1 where p1.id = music_usages.content_id and p1.author_id = (select boyfanz.current_user_id()) offset 0));
create policy staff_select on public.music_usages for select to boyfanz_staff using ((select boyfanz.has_permission('music.manage')));
grant select on table public.music_usages to authenticated;
grant select on table public.music_usages to boyfanz_staff;
grant select, insert, update, delete on table public.music_usages to service_role;

create table public.performer_consents (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  performer_id uuid not null,
  creator_id uuid not null,
  document_id uuid not null,
  scopes text[] not null,
  signed_at timestamptz not null,
  signature_key text not null,
  signature_sha256 public.digest_256 not null,
  valid_until date,
  withdrawn_at timestamptz,
  withdrawal_reason text,
  retain_until date not null,
  constraint performer_consents_pkey primary key (id),
  constraint performer_consents_performer_id_id_key unique (performer_id, id),
  constraint performer_consents_scopes_check check (scopes <@ array['depict', 'distribute', 'download', 'promote']::text[]),
  constraint scopes_are_named check (cardinality(scopes) > 0),
  constraint valid_after_signature check (valid_until >= (signed_at at time zone 'Etc/GMT+12')::date),
  constraint withdrawn_after_signature check (withdrawn_at >= signed_at),
  constraint reason_belongs_to_a_withdrawal check (withdrawal_reason is null or withdrawn_at is not null)
);
alter table public.performer_consents enable row level security;
alter table public.content_performers add constraint release_of_same_performer foreign key (performer_id, release_id) references public.performer_consents (performer_id, id) on delete restrict;
revoke all on table public.performer_consents from anon, authenticated, service_role;
comment on table public.performer_consents is 'A signed release of a performer for a creator; its scopes, the signature and a withdrawal, which starts the takedown of every item that rests on it. Nothing but the withdrawal and the time to keep it ever changes.';
comment on column public.performer_consents.signature_key is 'Place of the signed file in the storage.';
alter table public.performer_consents add constraint performer_consents_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.performer_consents add constraint performer_consents_document_id_fkey foreign key (document_id) references public.legal_documents (id) on delete restrict;
create index performer_consents_performer_id_creator_id_signed_at_idx on public.performer_consents (performer_id, creator_id, signed_at desc);
create index performer_consents_withdrawn_at_idx on public.performer_consents (withdrawn_at) where (withdrawn_at is not null);
create index performer_consents_creator_id_fkey_idx on public.performer_consents (creator_id);
create index performer_consents_document_id_fkey_idx on public.performer_consents (document_id);
create trigger touch_updated_at before update on public.performer_consents for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.performer_consents for each row execute function boyfanz.append_only('set withdrawn_at', 'set withdrawal_reason', 'change retain_until');
create trigger kept_ever_longer before update of retain_until on public.performer_consents for each row execute function boyfanz.only_grows('retain_until');
create trigger keep_until_retained before delete on public.performer_consents for each row execute function boyfanz.keep_until('retain_until');
create trigger refuse_truncate before truncate on public.performer_consents for each statement execute function boyfanz.refuse_delete();
create policy member_select on public.performer_consents for select to authenticated using (performer_consents.creator_id = (select boyfanz.current_user_id()) or performer_consents.performer_id = any (array(select boyfanz.my_performers_id())));
grant select (created_at, creator_id, document_id, id, performer_id, retain_until, scopes, signed_at, updated_at, valid_until, withdrawn_at) on table public.performer_consents to authenticated;
grant select, insert, update, delete on table public.performer_consents to service_role;

create table public.performer_id_records (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  performer_id uuid not null,
  document_id uuid,
  doc_type text not null,
  issuing_country public.country_code not null,
  number_enc bytea not null,
  number_bidx public.digest_256 not null,
  copy_key_enc bytea not null,
  copy_sha256 public.digest_256 not null,
  examined_at timestamptz not null,
  examined_by text not null,
  expires_on date,
  key_id smallint not null,
  retain_until date not null,
  constraint performer_id_records_pkey primary key (id),
  constraint performer_id_records_performer_id_id_key unique (performer_id, id),
  constraint performer_id_records_doc_type_check check (doc_type in ('passport', 'national_id', 'driving_licence', 'residence_permit', 'other_picture_id')),
  constraint copy_key_is_no_image check (octet_length(copy_key_enc) <= 1024),
  constraint examined_before_it_was_recorded check (examined_at <= created_at),
  constraint document_was_valid check (expires_on >= (examined_at at time zone 'Etc/GMT+12')::date),
  constraint retained_after_examination check (retain_until > (examined_at at time zone 'UTC')::date)
);
alter table public.performer_id_records enable row level security;
alter table public.content_performers add constraint id_record_of_same_performer foreign key (performer_id, id_record_id) references public.performer_id_records (performer_id, id) on delete restrict;
revoke all on table public.performer_id_records from anon, authenticated, service_role;
comment on table public.performer_id_records is 'The examination of a performer''s identity document under 28 CFR 75.2; what, of which country, when, by whom, and where the copy lies. Never changed; an examination anew is a new row.';
comment on column public.performer_id_records.number_bidx is 'HMAC of the document number.';
comment on column public.performer_id_records.copy_key_enc is 'Place of the copy, encrypted with key_id.';
comment on column public.performer_id_records.copy_sha256 is 'Of the copy as stored.';
comment on column public.performer_id_records.key_id is 'Version of the encryption key.';
alter table public.performer_id_records add constraint performer_id_records_document_id_fkey foreign key (document_id) references public.user_identity_documents (id) on delete restrict;
create index performer_id_records_performer_id_examined_at_idx on public.performer_id_records (performer_id, examined_at desc);
create index performer_id_records_number_bidx_idx on public.performer_id_records (number_bidx);
create index performer_id_records_retain_until_idx on public.performer_id_records (retain_until);
create index performer_id_records_document_id_fkey_idx on public.performer_id_records (document_id) where (document_id is not null);
create trigger append_only before update on public.performer_id_records for each row execute function boyfanz.append_only();
create trigger keep_until_retained before delete on public.performer_id_records for each row execute function boyfanz.keep_until('retain_until');
create trigger refuse_truncate before truncate on public.performer_id_records for each statement execute function boyfanz.refuse_delete();
grant select, insert, update, delete on table public.performer_id_records to service_role;

create table public.performers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid,
  managed_by uuid not null,
  stage_name text not null,
  aliases text[] default '{}' not null,
  legal_name_enc bytea,
  legal_name_bidx public.digest_256,
  former_names_enc bytea,
  former_name_bidx bytea[] default '{}' not null,
  birth_date_enc bytea,
  birth_year smallint,
  verification_id uuid,
  status text default 'invited' not null,
  verified_at timestamptz,
  key_id smallint,
  retain_until date,
  constraint performers_pkey primary key (id),
  constraint performers_status_check check (status in ('invited', 'pending', 'verified', 'rejected', 'revoked')),
  constraint stage_name_length check (char_length(btrim(stage_name)) between 1 and 80),
  constraint identity_is_known_once_given check (status in ('invited', 'rejected') or (legal_name_enc is not null and legal_name_bidx is not null and birth_date_enc is not null and birth_year is not null)),
  constraint identity_names_its_key check (key_id is not null or (legal_name_enc is null and birth_date_enc is null and former_names_enc is null)),
  constraint birth_year_in_range check (birth_year between 1900 and 2100),
  constraint verified_by_a_verification check (status <> 'verified' or (verified_at is not null and verification_id is not null))
);
alter table public.performers enable row level security;
alter table public.content_performers add constraint content_performers_performer_id_fkey foreign key (performer_id) references public.performers (id) on delete restrict;
alter table public.performer_consents add constraint performer_consents_performer_id_fkey foreign key (performer_id) references public.performers (id) on delete restrict;
alter table public.performer_id_records add constraint performer_id_records_performer_id_fkey foreign key (performer_id) references public.performers (id) on delete restrict;
revoke all on table public.performers from anon, authenticated, service_role;
comment on table public.performers is 'A person who is depicted in content, with an account or without; the subject of records under 18 U.S.C. 2257. Names ever used are kept, because the records are indexed by them. The row outlives erasure until retain_until.';
comment on column public.performers.aliases is 'Names used earlier or elsewhere; a changed stage name joins them.';
comment on column public.performers.legal_name_bidx is 'HMAC of the legal name.';
comment on column public.performers.former_names_enc is 'Maiden and other earlier legal names, encrypted with key_id.';
comment on column public.performers.former_name_bidx is 'HMAC of each of them; a changed legal name joins them.';
comment on column public.performers.birth_year is 'In clear, as a bound for 18 years; the full date is compared when it is verified.';
comment on column public.performers.key_id is 'Version of the encryption key.';
comment on column public.performers.retain_until is 'NULL while the end of the duty is not known.';
alter table public.performers add constraint performers_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.performers add constraint performers_managed_by_fkey foreign key (managed_by) references public.creators (user_id) on delete restrict;
alter table public.performers add constraint performers_verification_id_fkey foreign key (verification_id) references public.user_identity_verifications (id) on delete restrict;
alter table public.performers add constraint verification_of_same_user foreign key (user_id, verification_id) references public.user_identity_verifications (user_id, id) on delete restrict;
create unique index performers_user_id_idx on public.performers (user_id) where (user_id is not null);
create index performers_managed_by_status_idx on public.performers (managed_by, status);
create index performers_legal_name_bidx_idx on public.performers (legal_name_bidx);
create index performers_former_name_bidx_idx on public.performers using gin (former_name_bidx);
create index performers_aliases_idx on public.performers using gin (aliases);
create index performers_user_id_verification_id_fkey_idx on public.performers (user_id, verification_id);
create index performers_verification_id_fkey_idx on public.performers (verification_id) where (verification_id is not null);
create trigger touch_updated_at before update on public.performers for each row execute function boyfanz.touch_updated_at();
create trigger keep_names before update of stage_name, aliases, legal_name_bidx, former_name_bidx on public.performers for each row execute function boyfanz.keep_names();
create trigger end_of_duty_is_known before delete on public.performers for each row when (old.verified_at is not null and old.retain_until is null) execute function boyfanz.refuse_delete('Records of a verified performer stay until retain_until is set and past.');
create trigger keep_until_retained before delete on public.performers for each row execute function boyfanz.keep_until('retain_until');
create trigger deletion_waits_for_holds before delete on public.performers for each row execute function boyfanz.refuse_while_held('user_id', 'records');
create trigger refuse_truncate before truncate on public.performers for each statement execute function boyfanz.refuse_delete();
create policy member_select on public.performers for select to authenticated using (performers.managed_by = (select boyfanz.current_user_id()) or performers.user_id = (select boyfanz.current_user_id()));
grant select (created_at, id, managed_by, stage_name, status, updated_at, user_id, verified_at) on table public.performers to authenticated;
grant select, insert, update, delete on table public.performers to service_role;

create table public.playback_positions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  content_id uuid not null,
  position_ms integer not null,
  duration_ms integer not null,
  finished boolean default false not null,
  last_played_at timestamptz default now() not null,
  constraint playback_positions_pkey primary key (user_id, content_id),
  constraint position_lies_within check (position_ms between 0 and duration_ms)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.playback_positions enable row level security;
revoke all on table public.playback_positions from anon, authenticated, service_role;
comment on table public.playback_positions is 'Where a person stopped in a video or audio, to go on from there.';
alter table public.playback_positions add constraint playback_positions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.playback_positions add constraint playback_positions_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
create index playback_positions_user_id_last_played_at_idx on public.playback_positions (user_id, last_played_at desc) where (not finished);
create index playback_positions_content_id_fkey_idx on public.playback_positions (content_id);
create trigger touch_updated_at before update on public.playback_positions for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.playback_positions for select to authenticated using (playback_positions.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.playback_positions for insert to authenticated with check (playback_positions.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.playback_positions for update to authenticated using (playback_positions.user_id = (select boyfanz.current_user_id())) with check (playback_positions.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.playback_positions for delete to authenticated using (playback_positions.user_id = (select boyfanz.current_user_id()));
grant select, insert, update, delete on table public.playback_positions to authenticated;
grant select, insert, update, delete on table public.playback_positions to service_role;

create table public.poll_options (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  poll_id uuid not null,
  option_no smallint not null,
  label text not null,
  asset_id uuid,
  votes_count bigint default 0 not null,
  constraint poll_options_pkey primary key (poll_id, option_no),
  constraint option_no_in_range check (option_no between 1 and 12),
  constraint label_length check (char_length(btrim(label)) between 1 and 100),
  constraint votes_count_is_not_negative check (votes_count >= 0)
) with (fillfactor = 60);
alter table public.poll_options enable row level security;
revoke all on table public.poll_options from anon, authenticated, service_role;
comment on table public.poll_options is 'The choices of a poll with their running counts.';
alter table public.poll_options add constraint poll_options_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete set null;
create index poll_options_asset_id_fkey_idx on public.poll_options (asset_id) where (asset_id is not null);
create trigger touch_updated_at before update on public.poll_options for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.poll_options for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select (asset_id, created_at, label, option_no, poll_id, updated_at) on table public.poll_options to anon;
grant select (asset_id, created_at, label, option_no, poll_id, updated_at) on table public.poll_options to authenticated;
grant select on table public.poll_options to boyfanz_staff;
grant select, insert, update, delete on table public.poll_options to service_role;

create table public.poll_votes (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  poll_id uuid not null,
  voter_id uuid not null,
  option_no smallint not null,
  rank smallint,
  constraint poll_votes_pkey primary key (poll_id, voter_id, option_no),
  constraint rank_in_range check (rank between 1 and 12)
);
alter table public.poll_votes enable row level security;
revoke all on table public.poll_votes from anon, authenticated, service_role;
comment on table public.poll_votes is 'A vote for one option; the key holds one per person and option, and a trigger the number of choices and the end of the poll.';
comment on column public.poll_votes.rank is '1 for the first choice; only where the poll is ranked.';
alter table public.poll_votes add constraint poll_votes_voter_id_fkey foreign key (voter_id) references public.users (id) on delete cascade;
alter table public.poll_votes add constraint option_of_same_poll foreign key (poll_id, option_no) references public.poll_options (poll_id, option_no) on delete cascade;
create unique index poll_votes_poll_id_voter_id_rank_idx on public.poll_votes (poll_id, voter_id, rank) where (rank is not null);
create index poll_votes_voter_id_created_at_idx on public.poll_votes (voter_id, created_at desc);
create index poll_votes_poll_id_option_no_fkey_idx on public.poll_votes (poll_id, option_no);
create trigger touch_updated_at before update on public.poll_votes for each row execute function boyfanz.touch_updated_at();
create constraint trigger check_vote after insert or update on public.poll_votes deferrable initially deferred for each row execute function boyfanz.check_vote();
grant select on table public.poll_votes to authenticated;
grant select, insert, update, delete on table public.poll_votes to service_role;

create table public.polls (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  author_id uuid not null,
  question text not null,
  selection text default 'single' not null,
  max_choices smallint default 1 not null,
  is_anonymous boolean default true not null,
  result_visibility text default 'after_vote' not null,
  voter_scope text default 'everyone' not null,
  price_minor bigint,
  currency public.currency_code,
  closes_at timestamptz,
  closed_at timestamptz,
  voters_count bigint default 0 not null,
  constraint polls_pkey primary key (id),
  constraint polls_selection_check check (selection in ('single', 'multiple', 'ranked')),
  constraint polls_result_visibility_check check (result_visibility in ('always', 'after_vote', 'after_close')),
  constraint polls_voter_scope_check check (voter_scope in ('everyone', 'followers', 'subscribers')),
  constraint question_length check (char_length(btrim(question)) between 1 and 300),
  constraint max_choices_in_range check (max_choices between 1 and 12),
  constraint single_means_one_choice check (selection <> 'single' or max_choices = 1),
  constraint price_is_positive check (price_minor > 0),
  constraint price_names_its_currency check ((price_minor is null) = (currency is null)),
  constraint closes_after_start check (closes_at > created_at),
  constraint closed_after_start check (closed_at >= created_at),
  constraint voters_count_is_not_negative check (voters_count >= 0)
) with (fillfactor = 80);
alter table public.polls enable row level security;
alter table public.poll_options add constraint poll_options_poll_id_fkey foreign key (poll_id) references public.polls (id) on delete cascade;
create policy anonymous_select on public.poll_options for select to anon using (exists (select from public.polls p1 where p1.id = poll_options.poll_id offset 0));
create policy member_select on public.poll_options for select to authenticated using (exists (select from public.polls p1 where p1.id = poll_options.poll_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.polls p1 where p1.id = poll_options.poll_id offset 0));
alter table public.poll_votes add constraint poll_votes_poll_id_fkey foreign key (poll_id) references public.polls (id) on delete cascade;
create policy member_select on public.poll_votes for select to authenticated using (poll_votes.voter_id = (select boyfanz.current_user_id()) or (exists (select from public.polls p1 where p1.id = poll_votes.poll_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) and (exists (select from public.polls p where p.id = poll_votes.poll_id and not p.is_anonymous offset 0))));
revoke all on table public.polls from anon, authenticated, service_role;
comment on table public.polls is 'A poll in a post, story or message, with its choices, its end and who sees the result when.';
comment on column public.polls.price_minor is 'Minor units of currency for a vote; NULL when voting is free.';
alter table public.polls add constraint polls_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
create index polls_closes_at_idx on public.polls (closes_at) where (closed_at is null);
create index polls_author_id_created_at_idx on public.polls (author_id, created_at desc);
create index polls_currency_fkey_idx on public.polls (currency) where (currency is not null);
create trigger touch_updated_at before update on public.polls for each row execute function boyfanz.touch_updated_at();
create trigger freeze_once_voted before update of author_id, question, selection, max_choices, is_anonymous, price_minor, currency on public.polls for each row execute function boyfanz.freeze_when_used('poll_votes', 'poll_id', 'change result_visibility', 'change voter_scope', 'change closes_at', 'change closed_at', 'change voters_count');
create policy anonymous_select on public.polls for select to anon using ((boyfanz.may_see_poll(id)));
create policy member_select on public.polls for select to authenticated using (polls.author_id = (select boyfanz.current_user_id()) or (boyfanz.may_see_poll(id)));
create policy staff_select on public.polls for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.polls to anon;
grant select on table public.polls to authenticated;
grant select on table public.polls to boyfanz_staff;
grant select, insert, update, delete on table public.polls to service_role;

create table public.post_comments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  post_id uuid not null,
  author_id uuid,
  parent_id uuid,
  root_id uuid,
  depth smallint default 0 not null,
  body text not null,
  media_asset_id uuid,
  like_count integer default 0 not null,
  reply_count integer default 0 not null,
  is_creator_liked boolean default false not null,
  is_pinned boolean default false not null,
  status text default 'visible' not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  constraint post_comments_pkey primary key (id),
  constraint post_comments_status_check check (status in ('visible', 'held', 'hidden', 'removed', 'deleted')),
  constraint depth_in_range check (depth between 0 and 3),
  constraint only_the_top_has_no_parent check ((depth = 0) = (parent_id is null)),
  constraint only_the_top_has_no_root check ((depth = 0) = (root_id is null)),
  constraint body_length check (char_length(body) <= 2000 and (char_length(body) >= 1 or status in ('removed', 'deleted'))),
  constraint counts_are_not_negative check (like_count >= 0 and reply_count >= 0),
  constraint deleted_names_its_time check ((status = 'deleted') = (deleted_at is not null))
) with (fillfactor = 85);
alter table public.post_comments enable row level security;
alter table public.comment_likes add constraint comment_likes_comment_id_fkey foreign key (comment_id) references public.post_comments (id) on delete cascade;
alter table public.content_mentions add constraint content_mentions_comment_id_fkey foreign key (comment_id) references public.post_comments (id) on delete cascade;
revoke all on table public.post_comments from anon, authenticated, service_role;
comment on table public.post_comments is 'Comments and replies under a post, in threads of at most three levels below the top. Deleting is soft, so that a thread holds together; erasure blanks the body.';
comment on column public.post_comments.root_id is 'Top of the thread, filled from the parent; NULL at the top itself.';
comment on column public.post_comments.depth is 'Filled from the parent.';
alter table public.post_comments add constraint post_comments_author_id_fkey foreign key (author_id) references public.users (id) on delete set null;
alter table public.post_comments add constraint post_comments_parent_id_fkey foreign key (parent_id) references public.post_comments (id) on delete cascade;
alter table public.post_comments add constraint post_comments_root_id_fkey foreign key (root_id) references public.post_comments (id) on delete cascade;
alter table public.post_comments add constraint post_comments_media_asset_id_fkey foreign key (media_asset_id) references public.media_assets (id) on delete set null;
create index post_comments_post_id_created_at_idx on public.post_comments (post_id, created_at desc) where (parent_id is null and status = 'visible');
create index post_comments_root_id_created_at_idx on public.post_comments (root_id, created_at) where (status = 'visible');
create index post_comments_author_id_created_at_idx on public.post_comments (author_id, created_at desc);
create index post_comments_held_idx on public.post_comments (post_id, created_at) where (status = 'held');
create index post_comments_post_id_fkey_idx on public.post_comments (post_id);
create index post_comments_parent_id_fkey_idx on public.post_comments (parent_id) where (parent_id is not null);
create index post_comments_root_id_fkey_idx on public.post_comments (root_id) where (root_id is not null);
create index post_comments_media_asset_id_fkey_idx on public.post_comments (media_asset_id) where (media_asset_id is not null);
create trigger touch_updated_at before update on public.post_comments for each row execute function boyfanz.touch_updated_at();
create trigger place_in_thread before insert on public.post_comments for each row when (new.parent_id is not null) execute function boyfanz.place_in_thread();
create trigger place_stays before update of post_id, parent_id, root_id, depth on public.post_comments for each row execute function boyfanz.set_once('post_id', 'parent_id', 'root_id', 'depth');
create policy staff_select on public.post_comments for select to boyfanz_staff using ((select boyfanz.has_permission('comment.remove')));
grant select on table public.post_comments to anon;
grant select on table public.post_comments to authenticated;
grant select on table public.post_comments to boyfanz_staff;
grant select, insert, update, delete on table public.post_comments to service_role;

create table public.post_likes (
  created_at timestamptz default now() not null,
  post_id uuid not null,
  user_id uuid not null,
  created_seq bigint generated always as identity not null,
  constraint post_likes_pkey primary key (post_id, user_id)
);
alter table public.post_likes enable row level security;
revoke all on table public.post_likes from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.post_likes', 'created_seq'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.post_likes is 'One like per person and post; counted by a job in batches and not by a trigger per row.';
comment on column public.post_likes.created_seq is 'Order of the likes, narrower than a time and without ties.';
alter table public.post_likes add constraint post_likes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index post_likes_user_id_created_seq_idx on public.post_likes (user_id, created_seq desc) include (post_id);
create index post_likes_post_id_created_seq_idx on public.post_likes (post_id, created_seq desc);
grant select on table public.post_likes to anon;
grant select on table public.post_likes to authenticated;
grant select, insert, update, delete on table public.post_likes to service_role;

create table public.post_media (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  post_id uuid not null,
  "position" smallint not null,
  asset_id uuid not null,
  is_preview boolean default false not null,
  teaser_ms integer,
  alt_text text,
  crop jsonb,
  required_tier_id uuid,
  constraint post_media_pkey primary key (post_id, "position"),
  constraint post_media_post_id_asset_id_key unique (post_id, asset_id),
  constraint position_in_range check (position between 0 and 39),
  constraint teaser_is_positive check (teaser_ms > 0),
  constraint alt_text_length check (char_length(alt_text) <= 1000),
  constraint crop_is_object check (jsonb_typeof(crop) = 'object')
);
alter table public.post_media enable row level security;
revoke all on table public.post_media from anon, authenticated, service_role;
comment on table public.post_media is 'The media of a post in order, and which of them are free previews of what is behind the paywall.';
comment on column public.post_media.teaser_ms is 'How much of it a viewer without access may play.';
alter table public.post_media add constraint post_media_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
create index post_media_asset_id_fkey_idx on public.post_media (asset_id);
create index post_media_required_tier_id_fkey_idx on public.post_media (required_tier_id) where (required_tier_id is not null);
create trigger touch_updated_at before update on public.post_media for each row execute function boyfanz.touch_updated_at();
create constraint trigger check_publication after insert or update or delete on public.post_media deferrable initially deferred for each row execute function boyfanz.check_publication('post_id');
create trigger tier_of_the_creator before insert or update of post_id, required_tier_id on public.post_media for each row when (new.required_tier_id is not null) execute function boyfanz.check_tier_of_item('post_id', 'required_tier_id');
create policy staff_select on public.post_media for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.post_media to anon;
grant select on table public.post_media to authenticated;
grant select on table public.post_media to boyfanz_staff;
grant select, insert, update, delete on table public.post_media to service_role;

create table public.post_shares (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  post_id uuid not null,
  user_id uuid not null,
  kind text not null,
  quote_content_id uuid,
  target text,
  undone_at timestamptz,
  constraint post_shares_pkey primary key (id),
  constraint post_shares_kind_check check (kind in ('repost', 'quote', 'dm', 'external')),
  constraint quote_names_its_item check ((kind = 'quote') = (quote_content_id is not null)),
  constraint nothing_quotes_itself check (quote_content_id <> post_id)
);
alter table public.post_shares enable row level security;
revoke all on table public.post_shares from anon, authenticated, service_role;
comment on table public.post_shares is 'Where a post was carried on; reposts, quotes, direct messages, other sites. What is behind a paywall travels only as a link.';
comment on column public.post_shares.target is 'Site or app of an outward share, such as x or copied_link.';
alter table public.post_shares add constraint post_shares_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.post_shares add constraint post_shares_quote_content_id_fkey foreign key (quote_content_id) references public.content_items (id) on delete cascade;
create unique index post_shares_post_id_user_id_idx on public.post_shares (post_id, user_id) where (kind = 'repost' and undone_at is null);
create index post_shares_post_id_created_at_idx on public.post_shares (post_id, created_at desc);
create index post_shares_user_id_created_at_idx on public.post_shares (user_id, created_at desc) where (undone_at is null);
create index post_shares_user_id_fkey_idx on public.post_shares (user_id);
create index post_shares_quote_content_id_fkey_idx on public.post_shares (quote_content_id) where (quote_content_id is not null);
create trigger touch_updated_at before update on public.post_shares for each row execute function boyfanz.touch_updated_at();
create trigger paid_posts_only_as_link before insert or update of kind, post_id on public.post_shares for each row when (new.kind in ('repost', 'quote')) execute function boyfanz.refuse_share_of_paid();
grant select on table public.post_shares to anon;
grant select on table public.post_shares to authenticated;
grant select, insert, update, delete on table public.post_shares to service_role;

create table public.posts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text default 'post' not null,
  author_id uuid not null,
  body text,
  body_preview text,
  quoted_content_id uuid,
  poll_id uuid,
  media_count smallint default 0 not null,
  is_pinned boolean default false not null,
  pinned_position smallint,
  source text default 'web' not null,
  body_html_cache text,
  search tsvector generated always as (to_tsvector('simple'::regconfig, coalesce(body, ''))) stored,
  constraint posts_pkey primary key (id),
  constraint posts_kind_check check (kind in ('post')),
  constraint posts_source_check check (source in ('web', 'ios', 'android', 'api', 'scheduler', 'cross_post')),
  constraint body_length check (char_length(body) <= 10000),
  constraint body_preview_length check (char_length(body_preview) <= 500),
  constraint media_count_in_range check (media_count between 0 and 40),
  constraint pinned_has_a_place check (is_pinned = (pinned_position is not null)),
  constraint pinned_position_is_not_negative check (pinned_position >= 0),
  constraint nothing_quotes_itself check (quoted_content_id <> id),
  constraint posts_one_pin_per_place_excl exclude using btree (author_id with =, pinned_position with =) where (is_pinned) deferrable
);
alter table public.posts enable row level security;
alter table public.post_comments add constraint post_comments_post_id_fkey foreign key (post_id) references public.posts (id) on delete cascade;
create policy anonymous_select on public.post_comments for select to anon using ((exists (select from public.posts p1 where p1.id = post_comments.post_id offset 0) and (status = 'visible')));
create policy member_select on public.post_comments for select to authenticated using (post_comments.author_id = (select boyfanz.current_user_id()) or (exists (select from public.posts p1 where p1.id = post_comments.post_id offset 0) and (status = 'visible')));
alter table public.post_likes add constraint post_likes_post_id_fkey foreign key (post_id) references public.posts (id) on delete cascade;
create policy anonymous_select on public.post_likes for select to anon using ((exists (select from public.posts p1 where p1.id = post_likes.post_id offset 0) and (boyfanz.may_see_profile(user_id))));
create policy member_select on public.post_likes for select to authenticated using (post_likes.user_id = (select boyfanz.current_user_id()) or exists (select from public.posts p1 where p1.id = post_likes.post_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or (exists (select from public.posts p1 where p1.id = post_likes.post_id offset 0) and (boyfanz.may_see_profile(user_id))));
alter table public.post_media add constraint post_media_post_id_fkey foreign key (post_id) references public.posts (id) on delete cascade;
create policy anonymous_select on public.post_media for select to anon using (exists (select from public.posts p1 where p1.id = post_media.post_id offset 0));
create policy member_select on public.post_media for select to authenticated using (exists (select from public.posts p1 where p1.id = post_media.post_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.posts p1 where p1.id = post_media.post_id offset 0));
alter table public.post_shares add constraint post_shares_post_id_fkey foreign key (post_id) references public.posts (id) on delete cascade;
create policy anonymous_select on public.post_shares for select to anon using ((exists (select from public.posts p1 where p1.id = post_shares.post_id offset 0) and (kind in ('repost', 'quote') and undone_at is null and boyfanz.may_see_profile(user_id))));
create policy member_select on public.post_shares for select to authenticated using (post_shares.user_id = (select boyfanz.current_user_id()) or (exists (select from public.posts p1 where p1.id = post_shares.post_id offset 0) and (kind in ('repost', 'quote') and undone_at is null and boyfanz.may_see_profile(user_id))));
revoke all on table public.posts from anon, authenticated, service_role;
comment on table public.posts is 'A post of the feed with its text, the item it quotes, its poll and its place among the pinned ones.';
comment on column public.posts.body is 'Blanked at erasure when somebody has bought the post.';
comment on column public.posts.body_preview is 'What a viewer without access sees.';
comment on column public.posts.body_html_cache is 'The body as rendered; emptied by each edit.';
alter table public.posts add constraint posts_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
alter table public.posts add constraint posts_quoted_content_id_fkey foreign key (quoted_content_id) references public.content_items (id) on delete set null;
alter table public.posts add constraint posts_poll_id_fkey foreign key (poll_id) references public.polls (id) on delete set null;
alter table public.posts add constraint item_of_same_kind foreign key (id, kind) references public.content_items (id, kind) on delete restrict;
alter table public.posts add constraint item_of_same_author foreign key (id, author_id) references public.content_items (id, author_id) on delete restrict;
create index posts_search_idx on public.posts using gin (search);
create index posts_id_kind_fkey_idx on public.posts (id, kind);
create index posts_id_author_id_fkey_idx on public.posts (id, author_id);
create index posts_author_id_fkey_idx on public.posts (author_id);
create index posts_quoted_content_id_fkey_idx on public.posts (quoted_content_id) where (quoted_content_id is not null);
create index posts_poll_id_fkey_idx on public.posts (poll_id) where (poll_id is not null);
create trigger touch_updated_at before update on public.posts for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.posts for select to anon using (exists (select from public.content_items p1 where p1.id = posts.id and p1.kind = posts.kind offset 0));
create policy member_select on public.posts for select to authenticated using (posts.author_id = (select boyfanz.current_user_id()) or exists (select from public.content_items p1 where p1.id = posts.id and p1.kind = posts.kind offset 0));
create policy staff_select on public.posts for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.posts to anon;
grant select on table public.posts to authenticated;
grant select on table public.posts to boyfanz_staff;
grant select, insert, update, delete on table public.posts to service_role;

create table public.records_custodians (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated always as identity not null,
  producer text default 'platform' not null,
  name text not null,
  title text not null,
  business_address text not null,
  hours text not null,
  serves_from date not null,
  serves_until date,
  constraint records_custodians_pkey primary key (id),
  constraint serves_until_after_from check (serves_until >= serves_from),
  constraint records_custodians_one_at_a_time_excl exclude using gist (producer with =, (daterange(serves_from, serves_until, '[]')) with &&)
);
alter table public.records_custodians enable row level security;
alter table public.content_performers add constraint content_performers_custodian_id_fkey foreign key (custodian_id) references public.records_custodians (id) on delete restrict;
revoke all on table public.records_custodians from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.records_custodians', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.records_custodians is 'Custodians of records as named in the statement under 18 U.S.C. 2257, one at a time for each producer.';
comment on column public.records_custodians.producer is 'Legal entity whose records these are.';
comment on column public.records_custodians.hours is 'When the records can be inspected.';
comment on column public.records_custodians.serves_until is 'Last day; NULL for the one in office.';
create trigger touch_updated_at before update on public.records_custodians for each row execute function boyfanz.touch_updated_at();
create trigger refuse_delete before delete on public.records_custodians for each row execute function boyfanz.refuse_delete('Published statements name the custodian of their time.');
create policy anonymous_select on public.records_custodians for select to anon using (true);
create policy member_select on public.records_custodians for select to authenticated using (true);
grant select on table public.records_custodians to anon;
grant select on table public.records_custodians to authenticated;
grant select, insert, update, delete on table public.records_custodians to service_role;

create table public.stories (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text default 'story' not null,
  author_id uuid not null,
  asset_id uuid not null,
  background jsonb,
  caption text,
  duration_ms integer not null,
  visible_from timestamptz not null,
  visible_until timestamptz not null,
  reply_policy text default 'everyone' not null,
  music_track_id uuid,
  archived_at timestamptz,
  constraint stories_pkey primary key (id),
  constraint stories_kind_check check (kind in ('story')),
  constraint stories_reply_policy_check check (reply_policy in ('everyone', 'followers', 'subscribers', 'nobody')),
  constraint background_is_object check (jsonb_typeof(background) = 'object'),
  constraint caption_length check (char_length(caption) <= 2000),
  constraint duration_at_most_a_minute check (duration_ms between 1 and 60000),
  constraint visible_for_at_most_48_hours check (visible_until > visible_from and visible_until - visible_from <= interval '48 hours')
);
alter table public.stories enable row level security;
revoke all on table public.stories from anon, authenticated, service_role;
comment on table public.stories is 'One frame that is shown for a day, two at most; its price is an offer on the item. A frame in a highlight outlives its time and is not purged.';
alter table public.stories add constraint stories_author_id_fkey foreign key (author_id) references public.users (id) on delete restrict;
alter table public.stories add constraint stories_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.stories add constraint stories_music_track_id_fkey foreign key (music_track_id) references public.music_tracks (id) on delete set null;
alter table public.stories add constraint item_of_same_kind foreign key (id, kind) references public.content_items (id, kind) on delete cascade;
alter table public.stories add constraint item_of_same_author foreign key (id, author_id) references public.content_items (id, author_id) on delete cascade;
create index stories_author_id_visible_until_idx on public.stories (author_id, visible_until desc);
create index stories_visible_until_idx on public.stories (visible_until) where (archived_at is null);
create index stories_id_kind_fkey_idx on public.stories (id, kind);
create index stories_id_author_id_fkey_idx on public.stories (id, author_id);
create index stories_asset_id_fkey_idx on public.stories (asset_id);
create index stories_music_track_id_fkey_idx on public.stories (music_track_id) where (music_track_id is not null);
create trigger touch_updated_at before update on public.stories for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.stories for select to anon using (exists (select from public.content_items p1 where p1.id = stories.id and p1.kind = stories.kind offset 0) or (boyfanz.may_see_highlighted(id)));
create policy member_select on public.stories for select to authenticated using (stories.author_id = (select boyfanz.current_user_id()) or exists (select from public.content_items p1 where p1.id = stories.id and p1.kind = stories.kind offset 0) or (boyfanz.may_see_highlighted(id)));
create policy staff_select on public.stories for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.stories to anon;
grant select on table public.stories to authenticated;
grant select on table public.stories to boyfanz_staff;
grant select, insert, update, delete on table public.stories to service_role;

create table public.story_highlight_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  highlight_id uuid not null,
  story_id uuid not null,
  user_id uuid not null,
  "position" integer not null,
  constraint story_highlight_items_pkey primary key (highlight_id, story_id),
  constraint position_is_not_negative check (position >= 0)
);
alter table public.story_highlight_items enable row level security;
revoke all on table public.story_highlight_items from anon, authenticated, service_role;
comment on table public.story_highlight_items is 'The frames of a highlight in order, all by its owner; they live on after their time.';
alter table public.story_highlight_items add constraint story_highlight_items_story_id_fkey foreign key (story_id) references public.stories (id) on delete restrict;
create index story_highlight_items_highlight_id_position_idx on public.story_highlight_items (highlight_id, "position");
create index story_highlight_items_user_id_highlight_id_fkey_idx on public.story_highlight_items (user_id, highlight_id);
create index story_highlight_items_story_id_fkey_idx on public.story_highlight_items (story_id);
create trigger touch_updated_at before update on public.story_highlight_items for each row execute function boyfanz.touch_updated_at();
create trigger story_of_same_user before insert or update of story_id, user_id on public.story_highlight_items for each row execute function boyfanz.same_as_parent('stories', 'story_id', 'id', 'user_id=author_id');
grant select on table public.story_highlight_items to anon;
grant select on table public.story_highlight_items to authenticated;
grant select, insert, update, delete on table public.story_highlight_items to service_role;

create table public.story_highlights (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  title text not null,
  cover_asset_id uuid,
  audience text default 'public' not null,
  "position" smallint default 0 not null,
  item_count integer default 0 not null,
  constraint story_highlights_pkey primary key (id),
  constraint story_highlights_user_id_id_key unique (user_id, id),
  constraint story_highlights_audience_check check (audience in ('public', 'followers', 'subscribers', 'private')),
  constraint title_length check (char_length(btrim(title)) between 1 and 50),
  constraint position_is_not_negative check (position >= 0),
  constraint item_count_is_not_negative check (item_count >= 0)
);
alter table public.story_highlights enable row level security;
alter table public.story_highlight_items add constraint highlight_of_same_user foreign key (user_id, highlight_id) references public.story_highlights (user_id, id) on delete cascade;
create policy anonymous_select on public.story_highlight_items for select to anon using (exists (select from public.story_highlights p1 where p1.user_id = story_highlight_items.user_id and p1.id = story_highlight_items.highlight_id offset 0));
create policy member_select on public.story_highlight_items for select to authenticated using (story_highlight_items.user_id = (select boyfanz.current_user_id()) or exists (select from public.story_highlights p1 where p1.user_id = story_highlight_items.user_id and p1.id = story_highlight_items.highlight_id offset 0));
revoke all on table public.story_highlights from anon, authenticated, service_role;
comment on table public.story_highlights is 'Named collections of past stories that stay on a profile.';
alter table public.story_highlights add constraint story_highlights_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.story_highlights add constraint story_highlights_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
create index story_highlights_user_id_position_idx on public.story_highlights (user_id, "position");
create index story_highlights_cover_asset_id_fkey_idx on public.story_highlights (cover_asset_id) where (cover_asset_id is not null);
create trigger touch_updated_at before update on public.story_highlights for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.story_highlights for select to anon using ((boyfanz.is_in_audience(user_id, audience)));
create policy member_select on public.story_highlights for select to authenticated using (story_highlights.user_id = (select boyfanz.current_user_id()) or (boyfanz.is_in_audience(user_id, audience)));
create policy member_insert on public.story_highlights for insert to authenticated with check ((story_highlights.user_id = (select boyfanz.current_user_id()) and (cover_asset_id is null or boyfanz.owns_asset(cover_asset_id))));
create policy member_update on public.story_highlights for update to authenticated using (story_highlights.user_id = (select boyfanz.current_user_id())) with check ((story_highlights.user_id = (select boyfanz.current_user_id()) and (cover_asset_id is null or boyfanz.owns_asset(cover_asset_id))));
create policy member_delete on public.story_highlights for delete to authenticated using (story_highlights.user_id = (select boyfanz.current_user_id()));
grant select on table public.story_highlights to anon;
grant select, insert (audience, cover_asset_id, id, "position", title, user_id), update (audience, cover_asset_id, id, "position", title, user_id), delete on table public.story_highlights to authenticated;
grant select, insert, update, delete on table public.story_highlights to service_role;

create table public.story_overlays (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  story_id uuid not null,
  kind text not null,
  x numeric(5,4) not null,
  y numeric(5,4) not null,
  scale numeric(5,3) default 1 not null,
  rotation numeric(6,2) default 0 not null,
  z_index smallint default 0 not null,
  mentioned_user_id uuid,
  poll_id uuid,
  sticker_id integer,
  tip_goal_id uuid,
  link_preview_id uuid,
  payload jsonb default '{}' not null,
  constraint story_overlays_pkey primary key (id),
  constraint story_overlays_kind_check check (kind in ('mention', 'hashtag', 'poll', 'question', 'quiz', 'countdown', 'link', 'tip_goal', 'music', 'sticker', 'location')),
  constraint place_is_on_the_frame check (x between 0 and 1 and y between 0 and 1),
  constraint scale_is_positive check (scale > 0),
  constraint rotation_in_range check (rotation between -360 and 360),
  constraint mention_names_a_user check ((kind = 'mention') = (mentioned_user_id is not null)),
  constraint poll_and_quiz_name_a_poll check ((kind in ('poll', 'quiz')) = (poll_id is not null)),
  constraint sticker_is_named check ((kind = 'sticker') = (sticker_id is not null)),
  constraint tip_goal_is_named check ((kind = 'tip_goal') = (tip_goal_id is not null)),
  constraint link_is_named check ((kind = 'link') = (link_preview_id is not null)),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object'),
  constraint others_say_what_they_show check (kind not in ('hashtag', 'question', 'countdown', 'location') or payload <> '{}')
);
alter table public.story_overlays enable row level security;
revoke all on table public.story_overlays from anon, authenticated, service_role;
comment on table public.story_overlays is 'What can be touched on a frame; mention, poll, question, quiz, link, countdown, tip goal, music, sticker, place. Each kind carries just its own reference.';
comment on column public.story_overlays.x is 'Part of the width from the left.';
comment on column public.story_overlays.y is 'Part of the height from the top.';
comment on column public.story_overlays.rotation is 'Degrees.';
comment on column public.story_overlays.payload is 'What its kind shows; a place is a name, never coordinates.';
alter table public.story_overlays add constraint story_overlays_story_id_fkey foreign key (story_id) references public.stories (id) on delete cascade;
alter table public.story_overlays add constraint story_overlays_mentioned_user_id_fkey foreign key (mentioned_user_id) references public.users (id) on delete cascade;
alter table public.story_overlays add constraint story_overlays_poll_id_fkey foreign key (poll_id) references public.polls (id) on delete cascade;
alter table public.story_overlays add constraint story_overlays_sticker_id_fkey foreign key (sticker_id) references public.content_stickers (id) on delete restrict;
alter table public.story_overlays add constraint story_overlays_link_preview_id_fkey foreign key (link_preview_id) references public.link_previews (id) on delete restrict;
create index story_overlays_story_id_z_index_idx on public.story_overlays (story_id, z_index);
create index story_overlays_mentioned_user_id_fkey_idx on public.story_overlays (mentioned_user_id) where (mentioned_user_id is not null);
create index story_overlays_poll_id_fkey_idx on public.story_overlays (poll_id) where (poll_id is not null);
create index story_overlays_sticker_id_fkey_idx on public.story_overlays (sticker_id) where (sticker_id is not null);
create index story_overlays_tip_goal_id_fkey_idx on public.story_overlays (tip_goal_id) where (tip_goal_id is not null);
create index story_overlays_link_preview_id_fkey_idx on public.story_overlays (link_preview_id) where (link_preview_id is not null);
create trigger touch_updated_at before update on public.story_overlays for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.story_overlays for select to anon using (exists (select from public.stories p1 where p1.id = story_overlays.story_id offset 0));
create policy member_select on public.story_overlays for select to authenticated using (exists (select from public.stories p1 where p1.id = story_overlays.story_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.stories p1 where p1.id = story_overlays.story_id offset 0));
grant select on table public.story_overlays to anon;
grant select on table public.story_overlays to authenticated;
grant select, insert, update, delete on table public.story_overlays to service_role;

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
create policy member_select on public.story_views for select to authenticated using (story_views.viewer_id = (select boyfanz.current_user_id()) or (exists (select from public.stories p1 where p1.id = story_views.story_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) and (boyfanz.may_see_profile(viewer_id))));
grant select on table public.story_views to authenticated;
grant select, insert, update, delete on table public.story_views to service_role;

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
create policy anonymous_select on public.trending_content for select to anon using (true);
create policy member_select on public.trending_content for select to authenticated using (true);
grant select on table public.trending_content to anon;
grant select on table public.trending_content to authenticated;
grant select, insert, update, delete on table public.trending_content to service_role;

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
create policy staff_select on public.video_chapters for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.video_chapters to anon;
grant select on table public.video_chapters to authenticated;
grant select on table public.video_chapters to boyfanz_staff;
grant select, insert, update, delete on table public.video_chapters to service_role;

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
create policy staff_select on public.video_stats_daily for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.video_stats_daily to authenticated;
grant select on table public.video_stats_daily to boyfanz_staff;
grant select, insert, update, delete on table public.video_stats_daily to service_role;

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
create policy staff_select on public.video_view_sessions for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.query')));
grant select on table public.video_view_sessions to boyfanz_staff;
grant select, insert, update, delete on table public.video_view_sessions to service_role;

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
create policy anonymous_select on public.video_chapters for select to anon using (exists (select from public.videos p1 where p1.id = video_chapters.video_id offset 0));
create policy member_select on public.video_chapters for select to authenticated using (exists (select from public.videos p1 where p1.id = video_chapters.video_id and p1.author_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.videos p1 where p1.id = video_chapters.video_id offset 0));
alter table public.video_stats_daily add constraint video_stats_daily_video_id_fkey foreign key (video_id) references public.videos (id) on delete cascade;
create policy member_select on public.video_stats_daily for select to authenticated using (exists (select from public.videos p1 where p1.id = video_stats_daily.video_id and p1.author_id = (select boyfanz.current_user_id()) offset 0));
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
create policy anonymous_select on public.videos for select to anon using (exists (select from public.content_items p1 where p1.id = videos.id and p1.kind = videos.kind offset 0));
create policy member_select on public.videos for select to authenticated using (videos.author_id = (select boyfanz.current_user_id()) or exists (select from public.content_items p1 where p1.id = videos.id and p1.kind = videos.kind offset 0));
create policy staff_select on public.videos for select to boyfanz_staff using ((select boyfanz.has_permission('post.read_any')));
grant select on table public.videos to anon;
grant select on table public.videos to authenticated;
grant select on table public.videos to boyfanz_staff;
grant select, insert, update, delete on table public.videos to service_role;

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
grant select, insert, update, delete on table public.watermark_traces to service_role;

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
create policy member_select on public.affiliate_attributions for select to authenticated using (affiliate_attributions.affiliate_id = (select boyfanz.current_user_id()));
create policy staff_select on public.affiliate_attributions for select to boyfanz_staff using ((select boyfanz.has_permission('affiliate.manage')));
grant select (affiliate_id, attributed_at, created_at, expires_at, id, link_id, method, program_id, status, updated_at) on table public.affiliate_attributions to authenticated;
grant select on table public.affiliate_attributions to boyfanz_staff;
grant select, insert, update, delete on table public.affiliate_attributions to service_role;

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
grant select, insert, update, delete on table public.affiliate_clicks to service_role;

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
create policy member_select on public.affiliate_commissions for select to authenticated using (affiliate_commissions.affiliate_id = (select boyfanz.current_user_id()));
create policy staff_select on public.affiliate_commissions for select to boyfanz_staff using ((select boyfanz.has_permission('affiliate.manage')));
grant select (affiliate_id, amount_minor, attribution_id, available_at, base_minor, created_at, currency, id, rate_bps, status, updated_at) on table public.affiliate_commissions to authenticated;
grant select on table public.affiliate_commissions to boyfanz_staff;
grant select, insert, update, delete on table public.affiliate_commissions to service_role;

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
create policy member_select on public.affiliate_links for select to authenticated using (affiliate_links.affiliate_id = (select boyfanz.current_user_id()));
create policy staff_select on public.affiliate_links for select to boyfanz_staff using ((select boyfanz.has_permission('affiliate.manage')));
grant select on table public.affiliate_links to authenticated;
grant select on table public.affiliate_links to boyfanz_staff;
grant select, insert, update, delete on table public.affiliate_links to service_role;

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
create policy anonymous_select on public.affiliate_programs for select to anon using ((status = 'active' and (creator_id is null or boyfanz.may_see_shop(creator_id))));
create policy member_select on public.affiliate_programs for select to authenticated using ((status = 'active' and (creator_id is null or boyfanz.may_see_shop(creator_id))) or ((select boyfanz.current_user_id()) is not null and (id = any (array(select l.program_id from public.affiliate_links l where l.affiliate_id = (select boyfanz.current_user_id()))))) or affiliate_programs.creator_id = (select boyfanz.current_user_id()));
grant select on table public.affiliate_programs to anon;
grant select on table public.affiliate_programs to authenticated;
grant select, insert, update, delete on table public.affiliate_programs to service_role;

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
grant select on table public.cart_items to authenticated;
grant select, insert, update, delete on table public.cart_items to service_role;

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
create policy member_select on public.cart_items for select to authenticated using (exists (select from public.carts p1 where p1.id = cart_items.cart_id and p1.user_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.carts from anon, authenticated, service_role;
comment on table public.carts is 'The open basket of a buyer, before there is an order.';
alter table public.carts add constraint carts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index carts_user_id_idx on public.carts (user_id) where (status = 'open');
create index carts_expires_at_idx on public.carts (expires_at) where (status = 'open');
create index carts_user_id_fkey_idx on public.carts (user_id);
create index carts_currency_fkey_idx on public.carts (currency);
create index carts_promo_code_id_fkey_idx on public.carts (promo_code_id) where (promo_code_id is not null);
create trigger touch_updated_at before update on public.carts for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.carts for select to authenticated using (carts.user_id = (select boyfanz.current_user_id()));
grant select on table public.carts to authenticated;
grant select, insert, update, delete on table public.carts to service_role;

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
create policy staff_select on public.chargeback_evidence for select to boyfanz_staff using ((select boyfanz.has_permission('chargeback.contest')));
grant select on table public.chargeback_evidence to boyfanz_staff;
grant select, insert, update, delete on table public.chargeback_evidence to service_role;

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
create policy staff_select on public.chargebacks for select to boyfanz_staff using ((select boyfanz.has_permission('chargeback.contest')));
grant select on table public.chargebacks to boyfanz_staff;
grant select, insert, update, delete on table public.chargebacks to service_role;

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
create policy member_select on public.content_unlocks for select to authenticated using (content_unlocks.user_id = (select boyfanz.current_user_id()) or content_unlocks.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.content_unlocks for select to boyfanz_staff using ((select boyfanz.has_permission('subscription.read')));
grant select (amount_minor, content_id, created_at, creator_id, currency, offer_id, revoke_reason, revoked_at, source, unlocked_at, updated_at, user_id) on table public.content_unlocks to authenticated;
grant select on table public.content_unlocks to boyfanz_staff;
grant select, insert, update, delete on table public.content_unlocks to service_role;

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
create policy member_select on public.creator_reserves for select to authenticated using (creator_reserves.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.creator_reserves for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select (amount_minor, consumed_minor, created_at, creator_id, currency, id, percent_bps, release_on, source_month, updated_at) on table public.creator_reserves to authenticated;
grant select on table public.creator_reserves to boyfanz_staff;
grant select, insert, update, delete on table public.creator_reserves to service_role;

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
create policy member_select on public.credit_notes for select to authenticated using (credit_notes.customer_id = (select boyfanz.current_user_id()));
create policy staff_select on public.credit_notes for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (amount_minor, created_at, currency, customer_id, fiscal_year, id, invoice_id, issued_on, lines, number, reason, refund_id, series, tax_minor, updated_at) on table public.credit_notes to authenticated;
grant select on table public.credit_notes to boyfanz_staff;
grant select, insert, update, delete on table public.credit_notes to service_role;

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
create policy anonymous_select on public.currencies for select to anon using (true);
create policy member_select on public.currencies for select to authenticated using (true);
grant select (code, created_at, exponent, is_display, is_settlement, kind, min_charge_minor, name, updated_at) on table public.currencies to anon;
grant select (code, created_at, exponent, is_display, is_settlement, kind, min_charge_minor, name, updated_at) on table public.currencies to authenticated;
grant select, insert, update, delete on table public.currencies to service_role;

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
create policy member_select on public.custom_requests for select to authenticated using (custom_requests.requester_id = (select boyfanz.current_user_id()) or custom_requests.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.custom_requests for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (amount_minor, auto_release_at, created_at, creator_id, currency, delivered_at, delivered_content_id, due_at, funded_at, id, requester_id, status, updated_at) on table public.custom_requests to authenticated;
grant select on table public.custom_requests to boyfanz_staff;
grant select, insert, update, delete on table public.custom_requests to service_role;

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
create policy member_select on public.digital_deliveries for select to authenticated using (digital_deliveries.buyer_id = (select boyfanz.current_user_id()));
grant select on table public.digital_deliveries to authenticated;
grant select, insert, update, delete on table public.digital_deliveries to service_role;

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
grant select on table public.digital_product_files to authenticated;
grant select, insert, update, delete on table public.digital_product_files to service_role;

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
create policy member_select on public.digital_product_files for select to authenticated using (exists (select from public.digital_products p1 where p1.id = digital_product_files.product_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or digital_product_files.id = any (array(select boyfanz.my_digital_deliveries_file_id_by_buyer_id())));
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
create policy anonymous_select on public.digital_products for select to anon using ((status = 'active' and boyfanz.may_buy(id)));
create policy member_select on public.digital_products for select to authenticated using ((status = 'active' and boyfanz.may_buy(id)) or digital_products.id = any (array(select boyfanz.my_content_unlocks_content_id())) or digital_products.creator_id = (select boyfanz.current_user_id()));
grant select (amount_minor, created_at, creator_id, currency, description, id, kind, product_type, refund_window_days, search, slug, status, stock, title, updated_at) on table public.digital_products to anon;
grant select (amount_minor, created_at, creator_id, currency, description, id, kind, product_type, refund_window_days, search, slug, status, stock, title, updated_at) on table public.digital_products to authenticated;
grant select, insert, update, delete on table public.digital_products to service_role;

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
create policy staff_select on public.dispute_alerts for select to boyfanz_staff using ((select boyfanz.has_permission('chargeback.contest')));
grant select on table public.dispute_alerts to boyfanz_staff;
grant select, insert, update, delete on table public.dispute_alerts to service_role;

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
create policy member_select on public.earnings for select to authenticated using (earnings.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.earnings for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select (available_at, content_id, creator_id, currency, earned_at, fan_id, gross_minor, id, net_minor, platform_fee_minor, processing_fee_minor, source, source_id, split_out_minor, tax_minor) on table public.earnings to authenticated;
grant select on table public.earnings to boyfanz_staff;
grant select, insert, update, delete on table public.earnings to service_role;

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
create policy member_select on public.earnings_monthly for select to authenticated using (earnings_monthly.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.earnings_monthly for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select on table public.earnings_monthly to authenticated;
grant select on table public.earnings_monthly to boyfanz_staff;
grant select, insert, update, delete on table public.earnings_monthly to service_role;

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
create policy anonymous_select on public.fx_rates for select to anon using (true);
create policy member_select on public.fx_rates for select to authenticated using (true);
grant select on table public.fx_rates to anon;
grant select on table public.fx_rates to authenticated;
grant select, insert, update, delete on table public.fx_rates to service_role;

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
create policy member_select on public.gift_subscriptions for select to authenticated using (gift_subscriptions.payer_id = (select boyfanz.current_user_id()) or (gift_subscriptions.recipient_id = (select boyfanz.current_user_id()) and (status in ('paid', 'claimed'))));
grant select (claimed_at, created_at, expires_at, id, message, payer_id, periods, recipient_id, status, tier_id, updated_at) on table public.gift_subscriptions to authenticated;
grant select, insert, update, delete on table public.gift_subscriptions to service_role;

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
create policy staff_select on public.invoice_lines for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.invoice_lines to authenticated;
grant select on table public.invoice_lines to boyfanz_staff;
grant select, insert, update, delete on table public.invoice_lines to service_role;

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
grant select, insert, update, delete on table public.invoice_number_sequences to service_role;

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
create policy member_select on public.invoice_lines for select to authenticated using (exists (select from public.invoices p1 where p1.id = invoice_lines.invoice_id and p1.customer_id = (select boyfanz.current_user_id()) offset 0));
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
create policy member_select on public.invoices for select to authenticated using (invoices.customer_id = (select boyfanz.current_user_id()));
create policy staff_select on public.invoices for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (created_at, currency, customer_id, customer_snapshot, direction, discount_minor, due_on, finalized_at, fiscal_year, id, issued_on, number, paid_minor, seller_snapshot, series, status, subscription_id, subtotal_minor, tax_minor, total_minor, updated_at, voided_at) on table public.invoices to authenticated;
grant select on table public.invoices to boyfanz_staff;
grant select, insert, update, delete on table public.invoices to service_role;

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
create policy staff_select on public.ledger_account_balances for select to boyfanz_staff using ((select boyfanz.has_permission('ledger.read')));
grant select (account_id, allow_negative, balance_minor, created_at, held_minor, updated_at) on table public.ledger_account_balances to authenticated;
grant select on table public.ledger_account_balances to boyfanz_staff;
grant select, insert, update, delete on table public.ledger_account_balances to service_role;

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
create policy member_select on public.ledger_account_balances for select to authenticated using (exists (select from public.ledger_accounts p1 where p1.id = ledger_account_balances.account_id and p1.allow_negative = ledger_account_balances.allow_negative and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
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
create policy member_select on public.ledger_accounts for select to authenticated using (ledger_accounts.owner_id = (select boyfanz.current_user_id()));
create policy staff_select on public.ledger_accounts for select to boyfanz_staff using ((select boyfanz.has_permission('ledger.read')));
grant select (allow_negative, closed_at, created_at, currency, id, kind, owner_id, qualifier, updated_at) on table public.ledger_accounts to authenticated;
grant select on table public.ledger_accounts to boyfanz_staff;
grant select, insert, update, delete on table public.ledger_accounts to service_role;

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
grant select, insert, update, delete on table public.ledger_balance_shards to service_role;

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
create policy member_select on public.ledger_balance_snapshots for select to authenticated using (exists (select from public.ledger_accounts p1 where p1.id = ledger_balance_snapshots.account_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
create policy staff_select on public.ledger_balance_snapshots for select to boyfanz_staff using ((select boyfanz.has_permission('ledger.read')));
grant select (account_id, as_of, balance_minor) on table public.ledger_balance_snapshots to authenticated;
grant select on table public.ledger_balance_snapshots to boyfanz_staff;
grant select, insert, update, delete on table public.ledger_balance_snapshots to service_role;

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
create policy staff_select on public.ledger_entries for select to boyfanz_staff using ((select boyfanz.has_permission('ledger.read')));
grant select on table public.ledger_entries to boyfanz_staff;
grant select, insert, update, delete on table public.ledger_entries to service_role;

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
create policy staff_select on public.ledger_periods for select to boyfanz_staff using ((select boyfanz.has_permission('ledger.read')));
grant select on table public.ledger_periods to boyfanz_staff;
grant select, insert, update, delete on table public.ledger_periods to service_role;

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
create policy staff_select on public.ledger_transactions for select to boyfanz_staff using ((select boyfanz.has_permission('ledger.read')));
grant select on table public.ledger_transactions to boyfanz_staff;
grant select, insert, update, delete on table public.ledger_transactions to service_role;

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
create policy staff_select on public.order_items for select to boyfanz_staff using ((select boyfanz.has_permission('order.read')));
grant select (content_id, created_at, currency, description, discount_minor, fulfilled_at, id, line_no, order_id, quantity, refunded_minor, seller_id, tax_minor, total_minor, unit_amount_minor, updated_at) on table public.order_items to authenticated;
grant select on table public.order_items to boyfanz_staff;
grant select, insert, update, delete on table public.order_items to service_role;

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
create policy member_select on public.order_items for select to authenticated using (exists (select from public.orders p1 where p1.id = order_items.order_id and p1.currency = order_items.currency and p1.buyer_id = (select boyfanz.current_user_id()) offset 0) or order_items.seller_id = (select boyfanz.current_user_id()));
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
create policy member_select on public.orders for select to authenticated using (orders.buyer_id = (select boyfanz.current_user_id()));
create policy staff_select on public.orders for select to boyfanz_staff using ((select boyfanz.has_permission('order.read')));
grant select (billing_country, buyer_id, buyer_snapshot, created_at, currency, discount_minor, id, invoice_id, order_no, placed_at, promo_redemption_id, status, subtotal_minor, tax_minor, total_minor, updated_at) on table public.orders to authenticated;
grant select on table public.orders to boyfanz_staff;
grant select, insert, update, delete on table public.orders to service_role;

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
grant select, insert, update, delete on table public.payee_screenings to service_role;

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
create policy staff_select on public.payment_attempts for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.payment_attempts to boyfanz_staff;
grant select, insert, update, delete on table public.payment_attempts to service_role;

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
grant select, insert, update, delete on table public.payment_idempotency_keys to service_role;

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
create policy member_select on public.payment_intents for select to authenticated using (payment_intents.payer_id = (select boyfanz.current_user_id()));
create policy staff_select on public.payment_intents for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (amount_minor, created_at, currency, expires_at, id, invoice_id, order_id, payer_id, payment_method_id, purpose, statement_descriptor, status, subscription_id, updated_at) on table public.payment_intents to authenticated;
grant select on table public.payment_intents to boyfanz_staff;
grant select, insert, update, delete on table public.payment_intents to service_role;

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
create policy member_select on public.payment_methods for select to authenticated using (payment_methods.user_id = (select boyfanz.current_user_id()));
grant select (billing_address_id, brand, created_at, detached_at, exp_month, exp_year, funding, id, is_default, issuer_country, kind, last_four, network_token, provider_id, updated_at, user_id, verified_at) on table public.payment_methods to authenticated;
grant select, insert, update, delete on table public.payment_methods to service_role;

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
create policy staff_select on public.payment_providers for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select on table public.payment_providers to boyfanz_staff;
grant select, insert, update, delete on table public.payment_providers to service_role;

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
grant select, insert, update, delete on table public.payment_webhook_dedup to service_role;

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
grant select, insert, update, delete on table public.payment_webhook_events to service_role;

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
create policy member_select on public.payments for select to authenticated using (payments.payer_id = (select boyfanz.current_user_id()));
create policy staff_select on public.payments for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (amount_minor, captured_at, created_at, currency, disputed_minor, id, intent_id, payer_id, provider_id, refunded_minor, status, updated_at) on table public.payments to authenticated;
grant select on table public.payments to boyfanz_staff;
grant select, insert, update, delete on table public.payments to service_role;

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
create policy member_select on public.payout_accounts for select to authenticated using (payout_accounts.creator_id = (select boyfanz.current_user_id()));
grant select (country_code, created_at, creator_id, currency, disabled_at, display_hint, id, is_default, kind, status, updated_at, usable_from, verified_at) on table public.payout_accounts to authenticated;
grant select, insert, update, delete on table public.payout_accounts to service_role;

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
create policy staff_select on public.payout_batches for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select on table public.payout_batches to boyfanz_staff;
grant select, insert, update, delete on table public.payout_batches to service_role;

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
create policy staff_select on public.payout_events for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select (actor, created_at, from_status, id, occurred_at, payout_id, to_status) on table public.payout_events to authenticated;
grant select on table public.payout_events to boyfanz_staff;
grant select, insert, update, delete on table public.payout_events to service_role;

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
create policy member_select on public.payout_holds for select to authenticated using (payout_holds.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.payout_holds for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select (amount_minor, created_at, creator_id, currency, id, placed_at, public_reason, released_at, updated_at) on table public.payout_holds to authenticated;
grant select on table public.payout_holds to boyfanz_staff;
grant select, insert, update, delete on table public.payout_holds to service_role;

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
create policy member_select on public.payout_schedules for select to authenticated using (payout_schedules.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.payout_schedules for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select on table public.payout_schedules to authenticated;
grant select on table public.payout_schedules to boyfanz_staff;
grant select, insert, update, delete on table public.payout_schedules to service_role;

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
create policy member_select on public.payout_events for select to authenticated using (exists (select from public.payouts p1 where p1.id = payout_events.payout_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
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
create policy member_select on public.payouts for select to authenticated using (payouts.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.payouts for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select (amount_minor, created_at, creator_id, currency, failure_code, fee_minor, fx_rate, id, paid_at, payout_account_id, requested_at, status, target_currency, target_minor, updated_at) on table public.payouts to authenticated;
grant select on table public.payouts to boyfanz_staff;
grant select, insert, update, delete on table public.payouts to service_role;

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
create policy anonymous_select on public.platform_fee_schedules for select to anon using ((valid_from <= now()));
create policy member_select on public.platform_fee_schedules for select to authenticated using ((valid_from <= now()));
grant select on table public.platform_fee_schedules to anon;
grant select on table public.platform_fee_schedules to authenticated;
grant select, insert, update, delete on table public.platform_fee_schedules to service_role;

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
create policy anonymous_select on public.ppv_offers for select to anon using ((retired_at is null and starts_at <= now() and coalesce(ends_at > now(), true) and boyfanz.may_buy(content_id)));
create policy member_select on public.ppv_offers for select to authenticated using ((retired_at is null and starts_at <= now() and coalesce(ends_at > now(), true) and boyfanz.may_buy(content_id)) or ppv_offers.creator_id = (select boyfanz.current_user_id()));
grant select on table public.ppv_offers to anon;
grant select on table public.ppv_offers to authenticated;
grant select, insert, update, delete on table public.ppv_offers to service_role;

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
create policy anonymous_select on public.product_bundle_items for select to anon using (exists (select from public.digital_products p1 where p1.id = product_bundle_items.bundle_id and p1.product_type = product_bundle_items.product_type offset 0));
create policy member_select on public.product_bundle_items for select to authenticated using (exists (select from public.digital_products p1 where p1.id = product_bundle_items.bundle_id and p1.product_type = product_bundle_items.product_type offset 0) or exists (select from public.digital_products p1 where p1.id = product_bundle_items.bundle_id and p1.product_type = product_bundle_items.product_type and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
grant select (bundle_id, content_id, created_at, product_type, quantity, updated_at) on table public.product_bundle_items to anon;
grant select (bundle_id, content_id, created_at, product_type, quantity, updated_at) on table public.product_bundle_items to authenticated;
grant select, insert, update, delete on table public.product_bundle_items to service_role;

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
grant select, insert, update, delete on table public.promo_codes to service_role;

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
create policy member_select on public.promo_redemptions for select to authenticated using (promo_redemptions.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.promo_redemptions for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (created_at, currency, discount_minor, id, intent_id, promo_code_id, reserved_until, status, updated_at, use_no, user_id) on table public.promo_redemptions to authenticated;
grant select on table public.promo_redemptions to boyfanz_staff;
grant select, insert, update, delete on table public.promo_redemptions to service_role;

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
create policy member_select on public.promotions for select to authenticated using (promotions.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.promotions for select to boyfanz_staff using ((select boyfanz.has_permission('promotion.manage')));
grant select on table public.promotions to authenticated;
grant select on table public.promotions to boyfanz_staff;
grant select, insert, update, delete on table public.promotions to service_role;

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
grant select, insert, update, delete on table public.provider_customers to service_role;

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
create policy staff_select on public.provider_settlement_lines for select to boyfanz_staff using ((select boyfanz.has_permission('reconciliation.run')));
grant select on table public.provider_settlement_lines to boyfanz_staff;
grant select, insert, update, delete on table public.provider_settlement_lines to service_role;

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
create policy staff_select on public.provider_settlements for select to boyfanz_staff using ((select boyfanz.has_permission('reconciliation.run')));
grant select on table public.provider_settlements to boyfanz_staff;
grant select, insert, update, delete on table public.provider_settlements to service_role;

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
create policy staff_select on public.reconciliation_runs for select to boyfanz_staff using ((select boyfanz.has_permission('reconciliation.run')));
grant select on table public.reconciliation_runs to boyfanz_staff;
grant select, insert, update, delete on table public.reconciliation_runs to service_role;

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
create policy member_select on public.refunds for select to authenticated using (refunds.payer_id = (select boyfanz.current_user_id()));
create policy staff_select on public.refunds for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (amount_minor, completed_at, created_at, currency, id, payer_id, payment_id, provider_id, reason, status, updated_at) on table public.refunds to authenticated;
grant select on table public.refunds to boyfanz_staff;
grant select, insert, update, delete on table public.refunds to service_role;

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
create policy staff_select on public.revenue_split_recipients for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select on table public.revenue_split_recipients to authenticated;
grant select on table public.revenue_split_recipients to boyfanz_staff;
grant select, insert, update, delete on table public.revenue_split_recipients to service_role;

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
create policy member_select on public.revenue_split_recipients for select to authenticated using (revenue_split_recipients.recipient_id = (select boyfanz.current_user_id()) or exists (select from public.revenue_split_rules p1 where p1.id = revenue_split_recipients.rule_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0) or revenue_split_recipients.rule_id = any (array(select boyfanz.my_revenue_split_recipients_rule_id_by_recipient_id())));
revoke all on table public.revenue_split_rules from anon, authenticated, service_role;
comment on table public.revenue_split_rules is 'Versions of an agreement on how the net revenue of a creator or item is divided. Active once every recipient has accepted, and from then on frozen; at most one version counts at a time.';
comment on column public.revenue_split_rules.activated_at is 'Freezes the rule and its recipients.';
alter table public.revenue_split_rules add constraint revenue_split_rules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
create index revenue_split_rules_creator_id_status_idx on public.revenue_split_rules (creator_id, status);
create trigger touch_updated_at before update on public.revenue_split_rules for each row execute function boyfanz.touch_updated_at();
create trigger accepted_by_all before insert or update of status on public.revenue_split_rules for each row when (new.status = 'active') execute function boyfanz.check_split_activation();
create trigger freeze_when_active before update or delete on public.revenue_split_rules for each row execute function boyfanz.freeze_when_set('activated_at', 'change status', 'set valid_until');
create policy member_select on public.revenue_split_rules for select to authenticated using (revenue_split_rules.creator_id = (select boyfanz.current_user_id()) or revenue_split_rules.id = any (array(select boyfanz.my_revenue_split_recipients_rule_id_by_recipient_id())));
create policy staff_select on public.revenue_split_rules for select to boyfanz_staff using ((select boyfanz.has_permission('payout.read')));
grant select on table public.revenue_split_rules to authenticated;
grant select on table public.revenue_split_rules to boyfanz_staff;
grant select, insert, update, delete on table public.revenue_split_rules to service_role;

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
create policy staff_select on public.subscription_dunning for select to boyfanz_staff using ((select boyfanz.has_permission('subscription.read')));
grant select (attempt_no, closed_at, created_at, id, invoice_id, max_attempts, next_attempt_at, status, subscription_id, updated_at) on table public.subscription_dunning to authenticated;
grant select on table public.subscription_dunning to boyfanz_staff;
grant select, insert, update, delete on table public.subscription_dunning to service_role;

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
create policy staff_select on public.subscription_events for select to boyfanz_staff using ((select boyfanz.has_permission('subscription.read')));
grant select (actor, created_at, event, from_status, id, occurred_at, subscription_id, to_status) on table public.subscription_events to authenticated;
grant select on table public.subscription_events to boyfanz_staff;
grant select, insert, update, delete on table public.subscription_events to service_role;

insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 2, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '199 of 719' as tables,
  'Run part-03.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';
