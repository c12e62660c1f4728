-- boyfanz: complete schema, 719 tables. Part 8 of 8.
-- Reference data of 64 tables: loyalty_rewards to user_role_permissions.
-- Run it after part-07.sql; it is the last.
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
  if loaded >= 8 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 8 of 8 is in this database already, and nothing was changed. It was the last one: the schema is complete.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 7 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 8 of 8 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

-- Reference data of loyalty_rewards; rows that are there are left as they are. Rewards to start with, which cost the
-- platform no money and need no stock. Operators add their own and end these with ends_at.
with wanted (code, title, kind, cost_points, value, per_user_limit, min_tier) as (
  select code::text, title::text, kind::text, cost_points::integer, value::jsonb, per_user_limit::smallint, min_tier::text
  from (values
    ('streak_freeze', 'A day off for your streak', 'feature', 200, '{"feature":"streak_freeze","count":1}', 12, 'bronze'),
    ('username_colour', 'Coloured name in chats for a month', 'feature', 400, '{"feature":"chat_name_colour","days":30}', null, 'bronze'),
    ('profile_theme', 'Profile theme for a month', 'feature', 600, '{"feature":"profile_theme","days":30}', null, 'bronze'),
    ('incognito_week', 'Browse without leaving visits for a week', 'feature', 800, '{"feature":"hidden_profile_visits","days":7}', null, 'silver'),
    ('boosted_profile_day', 'Profile shown higher in discovery for a day', 'feature', 1500, '{"feature":"discovery_boost","hours":24}', 4, 'silver')
  ) as written (code, title, kind, cost_points, value, per_user_limit, min_tier)
)
insert/**/into public.loyalty_rewards (code, title, kind, cost_points, value, per_user_limit, min_tier)
  select code, title, kind, cost_points, value, per_user_limit, min_tier from wanted
  where not exists (select from public.loyalty_rewards as there where there.code = wanted.code);

-- Reference data of reserved_usernames; rows that are there are left as they are. Paths of the web application, the
-- name of the platform and offices that nobody may pretend to be. Celebrities, slurs and brands of others are for the
-- operator.
with given (username, reason) as (
  select username::extensions.citext, reason::text
  from (values
    ('boyfanz', 'brand'),
    ('boyfanzofficial', 'brand'),
    ('boyfanzsupport', 'brand'),
    ('boyfanzteam', 'brand'),
    ('boyfanzadmin', 'brand'),
    ('boyfanzstaff', 'brand'),
    ('boyfanzhelp', 'brand'),
    ('boyfanzbilling', 'brand'),
    ('boyfanzsecurity', 'brand'),
    ('boyfanznews', 'brand'),
    ('boyfanzverify', 'brand'),
    ('fanz', 'brand'),
    ('fanzofficial', 'brand'),
    ('fanzsupport', 'brand'),
    ('fanzteam', 'brand'),
    ('about', 'route'),
    ('account', 'route'),
    ('accounts', 'route'),
    ('activity', 'route'),
    ('admin', 'route'),
    ('administrator', 'route'),
    ('ads', 'route'),
    ('advertise', 'route'),
    ('advertising', 'route'),
    ('affiliate', 'route'),
    ('affiliates', 'route'),
    ('agencies', 'route'),
    ('agency', 'route'),
    ('album', 'route'),
    ('albums', 'route'),
    ('analytics', 'route'),
    ('announcements', 'route'),
    ('api', 'route'),
    ('app', 'route'),
    ('apply', 'route'),
    ('apps', 'route'),
    ('archive', 'route'),
    ('assets', 'route'),
    ('auth', 'route'),
    ('avatar', 'route'),
    ('badge', 'route'),
    ('badges', 'route'),
    ('ban', 'route'),
    ('banking', 'route'),
    ('billing', 'route'),
    ('blog', 'route'),
    ('bookings', 'route'),
    ('bookmarks', 'route'),
    ('bot', 'route'),
    ('broadcast', 'route'),
    ('browse', 'route'),
    ('business', 'route'),
    ('calendar', 'route'),
    ('callback', 'route'),
    ('campaign', 'route'),
    ('campaigns', 'route'),
    ('careers', 'route'),
    ('cart', 'route'),
    ('categories', 'route'),
    ('category', 'route'),
    ('cdn', 'route'),
    ('chat', 'route'),
    ('checkout', 'route'),
    ('cloud', 'route'),
    ('collections', 'route'),
    ('comment', 'route'),
    ('comments', 'route'),
    ('communities', 'route'),
    ('community', 'route'),
    ('compliance', 'route'),
    ('config', 'route'),
    ('contact', 'route'),
    ('contacts', 'route'),
    ('content', 'route'),
    ('cookies', 'route'),
    ('copyright', 'route'),
    ('create', 'route'),
    ('creator', 'route'),
    ('creators', 'route'),
    ('css', 'route'),
    ('custodian', 'route'),
    ('dashboard', 'route'),
    ('data', 'route'),
    ('delete', 'route'),
    ('deleted', 'route'),
    ('demo', 'route'),
    ('dev', 'route'),
    ('developer', 'route'),
    ('developers', 'route'),
    ('devices', 'route'),
    ('dispute', 'route'),
    ('disputes', 'route'),
    ('dmca', 'route'),
    ('docs', 'route'),
    ('documentation', 'route'),
    ('domain', 'route'),
    ('domains', 'route'),
    ('download', 'route'),
    ('downloads', 'route'),
    ('drafts', 'route')
  ) as written (username, reason)
), wanted as (
  select *, (boyfanz.username_skeleton(username::text)) as skeleton from given
)
insert/**/into public.reserved_usernames (username, reason)
  select username, reason from wanted
  where not exists (select from public.reserved_usernames as there where there.skeleton = wanted.skeleton);

with given (username, reason) as (
  select username::extensions.citext, reason::text
  from (values
    ('dsa', 'route'),
    ('earnings', 'route'),
    ('edit', 'route'),
    ('email', 'route'),
    ('emails', 'route'),
    ('embed', 'route'),
    ('error', 'route'),
    ('event', 'route'),
    ('events', 'route'),
    ('everyone', 'route'),
    ('explore', 'route'),
    ('export', 'route'),
    ('faq', 'route'),
    ('favicon', 'route'),
    ('favourites', 'route'),
    ('favorites', 'route'),
    ('feed', 'route'),
    ('feedback', 'route'),
    ('feeds', 'route'),
    ('files', 'route'),
    ('finance', 'route'),
    ('follow', 'route'),
    ('followers', 'route'),
    ('following', 'route'),
    ('forgot', 'route'),
    ('forum', 'route'),
    ('friends', 'route'),
    ('gallery', 'route'),
    ('gdpr', 'route'),
    ('gifts', 'route'),
    ('graphql', 'route'),
    ('groups', 'route'),
    ('guest', 'route'),
    ('guidelines', 'route'),
    ('hashtag', 'route'),
    ('hashtags', 'route'),
    ('health', 'route'),
    ('help', 'route'),
    ('helpdesk', 'route'),
    ('here', 'route'),
    ('history', 'route'),
    ('home', 'route'),
    ('hostmaster', 'route'),
    ('hotline', 'route'),
    ('http', 'route'),
    ('https', 'route'),
    ('images', 'route'),
    ('img', 'route'),
    ('import', 'route'),
    ('inbox', 'route'),
    ('index', 'route'),
    ('info', 'route'),
    ('integrations', 'route'),
    ('invite', 'route'),
    ('invites', 'route'),
    ('invoice', 'route'),
    ('invoices', 'route'),
    ('ios', 'route'),
    ('android', 'route'),
    ('jobs', 'route'),
    ('join', 'route'),
    ('js', 'route'),
    ('language', 'route'),
    ('languages', 'route'),
    ('leaderboard', 'route'),
    ('legal', 'route'),
    ('library', 'route'),
    ('likes', 'route'),
    ('link', 'route'),
    ('links', 'route'),
    ('list', 'route'),
    ('lists', 'route'),
    ('live', 'route'),
    ('localhost', 'route'),
    ('location', 'route'),
    ('login', 'route'),
    ('logout', 'route'),
    ('mail', 'route'),
    ('mailer-daemon', 'route'),
    ('maintenance', 'route'),
    ('market', 'route'),
    ('marketplace', 'route'),
    ('me', 'route'),
    ('media', 'route'),
    ('membership', 'route'),
    ('memberships', 'route'),
    ('mention', 'route'),
    ('mentions', 'route'),
    ('message', 'route'),
    ('messages', 'route'),
    ('metrics', 'route'),
    ('mobile', 'route'),
    ('moderation', 'route'),
    ('moderator', 'route'),
    ('moderators', 'route'),
    ('music', 'route'),
    ('myaccount', 'route'),
    ('name', 'route'),
    ('network', 'route'),
    ('new', 'route')
  ) as written (username, reason)
), wanted as (
  select *, (boyfanz.username_skeleton(username::text)) as skeleton from given
)
insert/**/into public.reserved_usernames (username, reason)
  select username, reason from wanted
  where not exists (select from public.reserved_usernames as there where there.skeleton = wanted.skeleton);

with given (username, reason) as (
  select username::extensions.citext, reason::text
  from (values
    ('news', 'route'),
    ('newsletter', 'route'),
    ('nobody', 'route'),
    ('noreply', 'route'),
    ('notification', 'route'),
    ('notifications', 'route'),
    ('null', 'route'),
    ('oauth', 'route'),
    ('oembed', 'route'),
    ('offers', 'route'),
    ('official', 'route'),
    ('onboarding', 'route'),
    ('orders', 'route'),
    ('owner', 'route'),
    ('page', 'route'),
    ('pages', 'route'),
    ('partner', 'route'),
    ('partners', 'route'),
    ('password', 'route'),
    ('pay', 'route'),
    ('payment', 'route'),
    ('payments', 'route'),
    ('payout', 'route'),
    ('payouts', 'route'),
    ('performers', 'route'),
    ('permissions', 'route'),
    ('photo', 'route'),
    ('photos', 'route'),
    ('ping', 'route'),
    ('pixel', 'route'),
    ('playlist', 'route'),
    ('playlists', 'route'),
    ('policies', 'route'),
    ('policy', 'route'),
    ('poll', 'route'),
    ('polls', 'route'),
    ('popular', 'route'),
    ('portal', 'route'),
    ('post', 'route'),
    ('postmaster', 'route'),
    ('posts', 'route'),
    ('premium', 'route'),
    ('press', 'route'),
    ('preview', 'route'),
    ('pricing', 'route'),
    ('privacy', 'route'),
    ('private', 'route'),
    ('prod', 'route'),
    ('production', 'route'),
    ('products', 'route'),
    ('profile', 'route'),
    ('profiles', 'route'),
    ('promo', 'route'),
    ('promotions', 'route'),
    ('proxy', 'route'),
    ('public', 'route'),
    ('purchases', 'route'),
    ('push', 'route'),
    ('qa', 'route'),
    ('queue', 'route'),
    ('random', 'route'),
    ('recent', 'route'),
    ('records', 'route'),
    ('recover', 'route'),
    ('recovery', 'route'),
    ('referral', 'route'),
    ('referrals', 'route'),
    ('refund', 'route'),
    ('refunds', 'route'),
    ('register', 'route'),
    ('registration', 'route'),
    ('releases', 'route'),
    ('removed', 'route'),
    ('report', 'route'),
    ('reports', 'route'),
    ('reset', 'route'),
    ('resources', 'route'),
    ('review', 'route'),
    ('reviews', 'route'),
    ('rewards', 'route'),
    ('robots', 'route'),
    ('root', 'route'),
    ('rss', 'route'),
    ('rules', 'route'),
    ('safety', 'route'),
    ('sales', 'route'),
    ('sandbox', 'route'),
    ('schema', 'route'),
    ('search', 'route'),
    ('secure', 'route'),
    ('security', 'route'),
    ('self', 'route'),
    ('server', 'route'),
    ('service', 'route'),
    ('services', 'route'),
    ('session', 'route'),
    ('sessions', 'route'),
    ('settings', 'route'),
    ('setup', 'route'),
    ('share', 'route')
  ) as written (username, reason)
), wanted as (
  select *, (boyfanz.username_skeleton(username::text)) as skeleton from given
)
insert/**/into public.reserved_usernames (username, reason)
  select username, reason from wanted
  where not exists (select from public.reserved_usernames as there where there.skeleton = wanted.skeleton);

with given (username, reason) as (
  select username::extensions.citext, reason::text
  from (values
    ('shop', 'route'),
    ('signin', 'route'),
    ('signout', 'route'),
    ('signup', 'route'),
    ('signoff', 'route'),
    ('sitemap', 'route'),
    ('sms', 'route'),
    ('sponsor', 'route'),
    ('ssl', 'route'),
    ('staff', 'route'),
    ('stage', 'route'),
    ('staging', 'route'),
    ('static', 'route'),
    ('statistics', 'route'),
    ('stats', 'route'),
    ('status', 'route'),
    ('store', 'route'),
    ('stories', 'route'),
    ('story', 'route'),
    ('stream', 'route'),
    ('streams', 'route'),
    ('studio', 'route'),
    ('subscribe', 'route'),
    ('subscriber', 'route'),
    ('subscribers', 'route'),
    ('subscription', 'route'),
    ('subscriptions', 'route'),
    ('sudo', 'route'),
    ('superuser', 'route'),
    ('support', 'route'),
    ('survey', 'route'),
    ('sysadmin', 'route'),
    ('system', 'route'),
    ('tag', 'route'),
    ('tags', 'route'),
    ('tax', 'route'),
    ('team', 'route'),
    ('teams', 'route'),
    ('terms', 'route'),
    ('test', 'route'),
    ('tests', 'route'),
    ('themes', 'route'),
    ('ticket', 'route'),
    ('tickets', 'route'),
    ('tips', 'route'),
    ('tokens', 'route'),
    ('tools', 'route'),
    ('topics', 'route'),
    ('tos', 'route'),
    ('transparency', 'route'),
    ('trending', 'route'),
    ('trust', 'route'),
    ('tutorial', 'route'),
    ('undefined', 'route'),
    ('unknown', 'route'),
    ('unsubscribe', 'route'),
    ('update', 'route'),
    ('upgrade', 'route'),
    ('upload', 'route'),
    ('uploads', 'route'),
    ('usage', 'route'),
    ('user', 'route'),
    ('username', 'route'),
    ('users', 'route'),
    ('verification', 'route'),
    ('verified', 'route'),
    ('verify', 'route'),
    ('video', 'route'),
    ('videos', 'route'),
    ('void', 'route'),
    ('wallet', 'route'),
    ('web', 'route'),
    ('webhook', 'route'),
    ('webhooks', 'route'),
    ('webmaster', 'route'),
    ('website', 'route'),
    ('welcome', 'route'),
    ('widget', 'route'),
    ('widgets', 'route'),
    ('wiki', 'route'),
    ('www', 'route'),
    ('you', 'route'),
    ('yourself', 'route'),
    ('abuse', 'legal'),
    ('csam', 'legal'),
    ('dmcaagent', 'legal'),
    ('law_enforcement', 'legal'),
    ('legaldepartment', 'legal'),
    ('ncmec', 'legal'),
    ('police', 'legal'),
    ('privacyofficer', 'legal'),
    ('trustandsafety', 'legal'),
    ('custodian_of_records', 'legal'),
    ('subpoena', 'legal'),
    ('stopncii', 'legal'),
    ('iwf', 'legal')
  ) as written (username, reason)
), wanted as (
  select *, (boyfanz.username_skeleton(username::text)) as skeleton from given
)
insert/**/into public.reserved_usernames (username, reason)
  select username, reason from wanted
  where not exists (select from public.reserved_usernames as there where there.skeleton = wanted.skeleton);

-- Reference data of user_badges; rows that are there are left as they are. Badges that come with the product, ids
-- below 1000. Artwork is for the operator; the metrics are those of user_achievements.
with wanted (id, code, name, description, kind, tier, rule, display_priority) as (
  select id::integer, code::text, name::text, description::text, kind::text, tier::smallint, rule::jsonb, display_priority::smallint
  from (values
    (1, 'verified_creator', 'Verified creator', 'Identity, age and records were checked.', 'verification', 1, '{"on":"identity_approved","level":"creator"}', 100),
    (2, 'verified_business', 'Verified business', 'A studio or agency whose registration was checked.', 'verification', 1, '{"on":"identity_approved","level":"business"}', 99),
    (3, 'age_verified', 'Age verified', 'Proved to be an adult.', 'verification', 1, '{"on":"age_verified"}', 10),
    (10, 'staff_member', 'Staff', 'Works for the platform.', 'staff', 1, '{"on":"role_granted","staff":true}', 120),
    (11, 'trusted_reporter', 'Trusted reporter', 'Reports that are almost always right.', 'staff', 1, '{"metric":"reports_upheld","at_least":25}', 40),
    (20, 'first_post', 'First post', 'Published for the first time.', 'milestone', 1, '{"metric":"posts_published","at_least":1}', 5),
    (21, 'posts_100', 'Prolific', 'Published 100 times.', 'milestone', 2, '{"metric":"posts_published","at_least":100}', 20),
    (22, 'posts_1000', 'Unstoppable', 'Published 1,000 times.', 'milestone', 3, '{"metric":"posts_published","at_least":1000}', 30),
    (23, 'followers_100', 'Rising', '100 followers.', 'milestone', 1, '{"metric":"followers","at_least":100}', 15),
    (24, 'followers_1000', 'Known', '1,000 followers.', 'milestone', 2, '{"metric":"followers","at_least":1000}', 25),
    (25, 'followers_10000', 'Popular', '10,000 followers.', 'milestone', 3, '{"metric":"followers","at_least":10000}', 35),
    (26, 'followers_100000', 'Star', '100,000 followers.', 'milestone', 4, '{"metric":"followers","at_least":100000}', 45),
    (27, 'subscribers_100', 'Century club', '100 subscribers at once.', 'milestone', 2, '{"metric":"subscribers_active","at_least":100}', 32),
    (28, 'subscribers_1000', 'Thousand strong', '1,000 subscribers at once.', 'milestone', 3, '{"metric":"subscribers_active","at_least":1000}', 42),
    (29, 'first_live', 'On air', 'First live stream.', 'milestone', 1, '{"metric":"live_streams_hosted","at_least":1}', 8),
    (30, 'live_100_hours', 'Night owl', '100 hours live.', 'milestone', 3, '{"metric":"live_hours_hosted","at_least":100}', 28),
    (31, 'quick_reply', 'Quick reply', 'Answers most messages within a day.', 'milestone', 1, '{"metric":"reply_rate_24h_pct","at_least":90,"window_days":30}', 22),
    (32, 'accessible', 'Accessible', 'Captions or alternative texts on most of what is published.', 'milestone', 1, '{"metric":"accessible_media_pct","at_least":90,"window_days":90}', 18),
    (33, 'collaborator', 'Collaborator', 'Published with 10 others.', 'milestone', 2, '{"metric":"collaborators","at_least":10}', 16),
    (40, 'anniversary_1', 'One year', 'Member for a year.', 'loyalty', 1, '{"metric":"account_age_days","at_least":365}', 12),
    (41, 'anniversary_3', 'Three years', 'Member for three years.', 'loyalty', 2, '{"metric":"account_age_days","at_least":1095}', 14),
    (42, 'anniversary_5', 'Five years', 'Member for five years.', 'loyalty', 3, '{"metric":"account_age_days","at_least":1825}', 17),
    (43, 'subscriber_6_months', 'Loyal subscriber', 'Subscribed to one creator for six months without a break.', 'loyalty', 1, '{"metric":"subscription_months_longest","at_least":6}', 13),
    (44, 'subscriber_12_months', 'Devoted subscriber', 'Subscribed to one creator for a year without a break.', 'loyalty', 2, '{"metric":"subscription_months_longest","at_least":12}', 19),
    (45, 'subscriber_24_months', 'Lifelong fan', 'Subscribed to one creator for two years without a break.', 'loyalty', 3, '{"metric":"subscription_months_longest","at_least":24}', 27),
    (46, 'streak_30', 'Thirty days', 'Here on 30 days in a row.', 'loyalty', 1, '{"metric":"login_streak_days","at_least":30}', 11),
    (47, 'streak_365', 'Every day', 'Here on 365 days in a row.', 'loyalty', 3, '{"metric":"login_streak_days","at_least":365}', 29),
    (48, 'ambassador', 'Ambassador', 'Brought ten people who stayed.', 'loyalty', 2, '{"metric":"referrals_qualified","at_least":10}', 24),
    (60, 'event_guest', 'Event guest', 'Came to an event.', 'event', 1, '{"metric":"events_attended","at_least":1}', 6),
    (61, 'event_host', 'Event host', 'Held an event with tickets.', 'event', 2, '{"metric":"events_hosted","at_least":1}', 23),
    (70, 'pride', 'Pride', 'Took part in Pride month.', 'seasonal', 1, '{"on":"season","month":6}', 26),
    (71, 'new_year', 'New Year', 'Here at the turn of the year.', 'seasonal', 1, '{"on":"season","month":1,"first_days":3}', 7),
    (101, 'rank_newcomer', 'Newcomer', 'Reached level 1.', 'milestone', 1, '{"level":1}', 51),
    (102, 'rank_regular', 'Regular', 'Reached level 6.', 'milestone', 2, '{"level":6}', 52),
    (103, 'rank_insider', 'Insider', 'Reached level 11.', 'milestone', 3, '{"level":11}', 53),
    (104, 'rank_enthusiast', 'Enthusiast', 'Reached level 16.', 'milestone', 4, '{"level":16}', 54),
    (105, 'rank_supporter', 'Supporter', 'Reached level 21.', 'milestone', 5, '{"level":21}', 55),
    (106, 'rank_devotee', 'Devotee', 'Reached level 26.', 'milestone', 6, '{"level":26}', 56),
    (107, 'rank_champion', 'Champion', 'Reached level 31.', 'milestone', 7, '{"level":31}', 57),
    (108, 'rank_patron', 'Patron', 'Reached level 36.', 'milestone', 8, '{"level":36}', 58),
    (109, 'rank_luminary', 'Luminary', 'Reached level 41.', 'milestone', 9, '{"level":41}', 59),
    (110, 'rank_legend', 'Legend', 'Reached level 46.', 'milestone', 10, '{"level":46}', 60)
  ) as written (id, code, name, description, kind, tier, rule, display_priority)
)
insert/**/into public.user_badges (id, code, name, description, kind, tier, rule, display_priority)
  select id, code, name, description, kind, tier, rule, display_priority from wanted
  where not exists (select from public.user_badges as there where there.code = wanted.code);

-- Reference data of level_definitions; rows that are there are left as they are. Fifty levels in ten ranks; level n
-- needs 50 n (n - 1) XP, so each asks for 100 more than the one before.
with wanted (level, title, min_xp, perks, badge_id) as (
  select level::smallint, title::text, min_xp::bigint, perks::jsonb, badge_id::integer
  from (values
    (1, 'Newcomer I', 0, '{"profile_frame":"plain"}', 101),
    (2, 'Newcomer II', 100, '{}', null),
    (3, 'Newcomer III', 300, '{}', null),
    (4, 'Newcomer IV', 600, '{}', null),
    (5, 'Newcomer V', 1000, '{}', null),
    (6, 'Regular I', 1500, '{"profile_frame":"bronze"}', 102),
    (7, 'Regular II', 2100, '{}', null),
    (8, 'Regular III', 2800, '{}', null),
    (9, 'Regular IV', 3600, '{}', null),
    (10, 'Regular V', 4500, '{}', null),
    (11, 'Insider I', 5500, '{"profile_frame":"silver"}', 103),
    (12, 'Insider II', 6600, '{}', null),
    (13, 'Insider III', 7800, '{}', null),
    (14, 'Insider IV', 9100, '{}', null),
    (15, 'Insider V', 10500, '{}', null),
    (16, 'Enthusiast I', 12000, '{"profile_frame":"gold","live_chat_badge":true}', 104),
    (17, 'Enthusiast II', 13600, '{}', null),
    (18, 'Enthusiast III', 15300, '{}', null),
    (19, 'Enthusiast IV', 17100, '{}', null),
    (20, 'Enthusiast V', 19000, '{}', null),
    (21, 'Supporter I', 21000, '{"profile_frame":"platinum"}', 105),
    (22, 'Supporter II', 23100, '{}', null),
    (23, 'Supporter III', 25300, '{}', null),
    (24, 'Supporter IV', 27600, '{}', null),
    (25, 'Supporter V', 30000, '{}', null),
    (26, 'Devotee I', 32500, '{"profile_frame":"emerald","animated_avatar":true}', 106),
    (27, 'Devotee II', 35100, '{}', null),
    (28, 'Devotee III', 37800, '{}', null),
    (29, 'Devotee IV', 40600, '{}', null),
    (30, 'Devotee V', 43500, '{}', null),
    (31, 'Champion I', 46500, '{"profile_frame":"sapphire"}', 107),
    (32, 'Champion II', 49600, '{}', null),
    (33, 'Champion III', 52800, '{}', null),
    (34, 'Champion IV', 56100, '{}', null),
    (35, 'Champion V', 59500, '{}', null),
    (36, 'Patron I', 63000, '{"profile_frame":"ruby"}', 108),
    (37, 'Patron II', 66600, '{}', null),
    (38, 'Patron III', 70300, '{}', null),
    (39, 'Patron IV', 74100, '{}', null),
    (40, 'Patron V', 78000, '{}', null),
    (41, 'Luminary I', 82000, '{"profile_frame":"diamond","early_access":true}', 109),
    (42, 'Luminary II', 86100, '{}', null),
    (43, 'Luminary III', 90300, '{}', null),
    (44, 'Luminary IV', 94600, '{}', null),
    (45, 'Luminary V', 99000, '{}', null),
    (46, 'Legend I', 103500, '{"profile_frame":"aurora"}', 110),
    (47, 'Legend II', 108100, '{}', null),
    (48, 'Legend III', 112800, '{}', null),
    (49, 'Legend IV', 117600, '{}', null),
    (50, 'Legend V', 122500, '{}', null)
  ) as written (level, title, min_xp, perks, badge_id)
)
insert/**/into public.level_definitions (level, title, min_xp, perks, badge_id)
  select level, title, min_xp, perks, badge_id from wanted
  where not exists (select from public.level_definitions as there where there.level = wanted.level);

-- Reference data of user_achievements; rows that are there are left as they are. Achievements that come with the
-- product, ids below 1000. None rewards spending; what they count is kept in user_achievement_progress.
with wanted (id, code, name, description, metric, threshold, period, xp_reward, point_reward, badge_id) as (
  select id::integer, code::text, name::text, description::text, metric::text, threshold::bigint, period::text, xp_reward::integer, point_reward::integer, badge_id::integer
  from (values
    (1, 'profile_complete', 'Well presented', 'Fill in name, picture and biography.', 'profile_fields_complete', 3, 'lifetime', 50, 0, null),
    (2, 'email_confirmed', 'Reachable', 'Confirm an e-mail address.', 'emails_verified', 1, 'lifetime', 20, 0, null),
    (3, 'second_factor', 'Locked up', 'Switch on a second factor.', 'mfa_factors_active', 1, 'lifetime', 100, 50, null),
    (4, 'age_proved', 'Grown up', 'Prove your age.', 'age_verifications_passed', 1, 'lifetime', 50, 0, 3),
    (5, 'first_follow', 'First follow', 'Follow somebody.', 'follows_made', 1, 'lifetime', 10, 0, null),
    (6, 'follow_25', 'Curious', 'Follow 25 creators.', 'follows_made', 25, 'lifetime', 50, 10, null),
    (7, 'first_like', 'First like', 'Like a post.', 'likes_given', 1, 'lifetime', 5, 0, null),
    (8, 'likes_100', 'Generous', 'Like 100 posts.', 'likes_given', 100, 'lifetime', 50, 10, null),
    (9, 'likes_1000', 'Applause', 'Like 1,000 posts.', 'likes_given', 1000, 'lifetime', 200, 40, null),
    (10, 'first_comment', 'First words', 'Write a comment.', 'comments_written', 1, 'lifetime', 10, 0, null),
    (11, 'comments_50', 'Conversationalist', 'Write 50 comments.', 'comments_written', 50, 'lifetime', 100, 20, null),
    (12, 'comments_500', 'Voice of the crowd', 'Write 500 comments that stay up.', 'comments_written', 500, 'lifetime', 400, 80, null),
    (13, 'first_bookmark', 'For later', 'Save something in a collection.', 'bookmarks_saved', 1, 'lifetime', 5, 0, null),
    (14, 'collections_5', 'Curator', 'Keep five collections.', 'bookmark_collections', 5, 'lifetime', 60, 10, null),
    (15, 'first_subscription', 'First subscription', 'Subscribe to a creator.', 'subscriptions_started', 1, 'lifetime', 100, 20, null),
    (16, 'subscribed_6_months', 'Half a year', 'Stay with one creator for six months.', 'subscription_months_longest', 6, 'lifetime', 200, 50, 43),
    (17, 'subscribed_12_months', 'A whole year', 'Stay with one creator for twelve months.', 'subscription_months_longest', 12, 'lifetime', 400, 100, 44),
    (18, 'subscribed_24_months', 'Two years', 'Stay with one creator for 24 months.', 'subscription_months_longest', 24, 'lifetime', 800, 200, 45),
    (19, 'login_week', 'A week with us', 'Come by on seven days in a row.', 'login_streak_days', 7, 'lifetime', 50, 10, null),
    (20, 'login_month', 'A month with us', 'Come by on 30 days in a row.', 'login_streak_days', 30, 'lifetime', 200, 50, 46),
    (21, 'login_year', 'A year with us', 'Come by on 365 days in a row.', 'login_streak_days', 365, 'lifetime', 2000, 500, 47),
    (22, 'member_1_year', 'First anniversary', 'Be a member for a year.', 'account_age_days', 365, 'lifetime', 200, 50, 40),
    (23, 'member_3_years', 'Third anniversary', 'Be a member for three years.', 'account_age_days', 1095, 'lifetime', 500, 100, 41),
    (24, 'member_5_years', 'Fifth anniversary', 'Be a member for five years.', 'account_age_days', 1825, 'lifetime', 1000, 200, 42),
    (25, 'referral_1', 'Word of mouth', 'Bring a friend who stays.', 'referrals_qualified', 1, 'lifetime', 100, 50, null),
    (26, 'referral_10', 'Ambassador', 'Bring ten friends who stay.', 'referrals_qualified', 10, 'lifetime', 500, 250, 48),
    (27, 'polls_10', 'Has an opinion', 'Vote in ten polls.', 'polls_voted', 10, 'lifetime', 30, 5, null),
    (28, 'live_first', 'In the room', 'Watch a live stream.', 'live_streams_watched', 1, 'lifetime', 20, 0, null),
    (29, 'live_50_hours', 'Front row', 'Watch 50 hours of live streams.', 'live_hours_watched', 50, 'lifetime', 300, 60, null),
    (30, 'event_first', 'Out and about', 'Check in at an event.', 'events_attended', 1, 'lifetime', 100, 20, 60),
    (31, 'helpful_reports_10', 'Good neighbour', 'Ten of your reports were upheld.', 'reports_upheld', 10, 'lifetime', 200, 50, null),
    (32, 'helpful_reports_25', 'Guardian', '25 of your reports were upheld.', 'reports_upheld', 25, 'lifetime', 500, 100, 11),
    (40, 'creator_first_post', 'Debut', 'Publish your first post.', 'posts_published', 1, 'lifetime', 50, 10, 20),
    (41, 'creator_posts_25', 'Finding a voice', 'Publish 25 times.', 'posts_published', 25, 'lifetime', 150, 30, null),
    (42, 'creator_posts_100', 'Prolific', 'Publish 100 times.', 'posts_published', 100, 'lifetime', 400, 80, 21),
    (43, 'creator_posts_1000', 'Unstoppable', 'Publish 1,000 times.', 'posts_published', 1000, 'lifetime', 2000, 400, 22),
    (44, 'creator_followers_100', 'Rising', 'Reach 100 followers.', 'followers', 100, 'lifetime', 100, 20, 23),
    (45, 'creator_followers_1000', 'Known', 'Reach 1,000 followers.', 'followers', 1000, 'lifetime', 400, 80, 24),
    (46, 'creator_followers_10000', 'Popular', 'Reach 10,000 followers.', 'followers', 10000, 'lifetime', 1500, 300, 25),
    (47, 'creator_followers_100000', 'Star', 'Reach 100,000 followers.', 'followers', 100000, 'lifetime', 5000, 1000, 26),
    (48, 'creator_first_subscriber', 'First subscriber', 'Win your first subscriber.', 'subscribers_active', 1, 'lifetime', 100, 20, null),
    (49, 'creator_subscribers_100', 'Century club', 'Have 100 subscribers at once.', 'subscribers_active', 100, 'lifetime', 1000, 200, 27),
    (50, 'creator_subscribers_1000', 'Thousand strong', 'Have 1,000 subscribers at once.', 'subscribers_active', 1000, 'lifetime', 4000, 800, 28),
    (51, 'creator_first_live', 'On air', 'Go live for the first time.', 'live_streams_hosted', 1, 'lifetime', 100, 20, 29),
    (52, 'creator_live_100_hours', 'Night owl', 'Broadcast for 100 hours.', 'live_hours_hosted', 100, 'lifetime', 1500, 300, 30),
    (53, 'creator_collab_1', 'Better together', 'Publish with another creator.', 'collaborators', 1, 'lifetime', 100, 20, null),
    (54, 'creator_collab_10', 'Team player', 'Publish with ten other creators.', 'collaborators', 10, 'lifetime', 500, 100, 33),
    (55, 'creator_captions_50', 'Heard by all', 'Add captions to 50 videos.', 'captioned_videos', 50, 'lifetime', 400, 80, null),
    (56, 'creator_alt_texts_100', 'Seen by all', 'Describe 100 pictures in words.', 'alt_texts_written', 100, 'lifetime', 400, 80, null),
    (57, 'creator_event_first', 'Curtain up', 'Hold an event with tickets.', 'events_hosted', 1, 'lifetime', 300, 60, 61),
    (58, 'creator_first_product', 'Open for business', 'Sell something in your shop.', 'products_sold', 1, 'lifetime', 100, 20, null),
    (70, 'daily_visit', 'Today', 'Come by today.', 'logins', 1, 'daily', 5, 0, null),
    (71, 'daily_like_5', 'Five likes', 'Like five posts today.', 'likes_given', 5, 'daily', 5, 0, null),
    (72, 'daily_comment', 'Say something', 'Write a comment today.', 'comments_written', 1, 'daily', 5, 0, null),
    (73, 'weekly_discover', 'Something new', 'Open the profiles of ten creators you do not know yet this week.', 'new_profiles_visited', 10, 'weekly', 30, 5, null),
    (74, 'weekly_creator_posts_3', 'Three a week', 'Publish three times this week.', 'posts_published', 3, 'weekly', 50, 10, null),
    (75, 'weekly_creator_live', 'Weekly show', 'Go live this week.', 'live_streams_hosted', 1, 'weekly', 50, 10, null),
    (76, 'weekly_replies_20', 'In touch', 'Answer 20 messages of fans this week.', 'messages_answered', 20, 'weekly', 50, 10, null),
    (77, 'monthly_visits_20', 'Regular', 'Come by on 20 days of this month.', 'active_days', 20, 'monthly', 100, 20, null),
    (78, 'monthly_creator_posts_12', 'Steady hand', 'Publish twelve times this month.', 'posts_published', 12, 'monthly', 200, 40, null),
    (79, 'monthly_creator_live_4', 'Four shows', 'Go live four times this month.', 'live_streams_hosted', 4, 'monthly', 200, 40, null)
  ) as written (id, code, name, description, metric, threshold, period, xp_reward, point_reward, badge_id)
)
insert/**/into public.user_achievements (id, code, name, description, metric, threshold, period, xp_reward, point_reward, badge_id)
  select id, code, name, description, metric, threshold, period, xp_reward, point_reward, badge_id from wanted
  where not exists (select from public.user_achievements as there where there.code = wanted.code);

-- Reference data of user_permissions; rows that are there are left as they are. What the services of the platform ask
-- for, area by area. Sensitive ones open personal data or money; those for four eyes need a second person each time.
-- An operator may tighten both.
with wanted (id, resource, action, is_sensitive, needs_four_eyes, description) as (
  select id::smallint, resource::text, action::text, is_sensitive::boolean, needs_four_eyes::boolean, description::text
  from (values
    (1, 'account', 'read', false, false, 'See the account, profile and settings of another person.'),
    (2, 'account', 'read_contact', true, false, 'See e-mail address and phone number of another person.'),
    (3, 'account', 'read_identity', true, false, 'See legal name, date of birth and identity documents.'),
    (4, 'account', 'update', true, false, 'Correct profile or settings for somebody who asked for it.'),
    (5, 'account', 'suspend', true, false, 'Suspend an account for a time.'),
    (6, 'account', 'ban', true, true, 'Close an account for good.'),
    (7, 'account', 'reinstate', true, true, 'Lift a suspension or ban.'),
    (8, 'account', 'impersonate', true, true, 'See the product as another person sees it, without writing.'),
    (9, 'account', 'reset_mfa', true, true, 'Remove the second factor of somebody who lost it.'),
    (10, 'account', 'merge', true, true, 'Join two accounts of one person.'),
    (11, 'account', 'erase', true, true, 'Carry out an erasure request.'),
    (12, 'account', 'export', true, false, 'Hand out the data of an account to its owner.'),
    (13, 'role', 'read', false, false, 'See roles and who holds them.'),
    (14, 'role', 'assign', true, true, 'Grant a role to an account.'),
    (15, 'role', 'revoke', true, false, 'Take a role from an account.'),
    (16, 'permission', 'manage', true, true, 'Change what a role may do.'),
    (17, 'session', 'read', true, false, 'See the sessions and devices of another person.'),
    (18, 'session', 'revoke', false, false, 'End the sessions of another person.'),
    (19, 'username', 'reserve', false, false, 'Reserve or release a user name.'),
    (20, 'verification', 'review', true, false, 'Decide on an identity or age verification.'),
    (21, 'verification', 'override', true, true, 'Decide against the result of the provider.'),
    (22, 'creator_application', 'review', false, false, 'Decide on the application of a creator.'),
    (23, 'creator', 'publish', false, false, 'Publish content as a creator.'),
    (24, 'creator', 'sell', false, false, 'Sell subscriptions, messages and products.'),
    (25, 'creator', 'host_live', false, false, 'Broadcast live.'),
    (26, 'creator', 'invite_delegate', true, false, 'Let others act for the own creator account.'),
    (27, 'creator', 'manage_any', true, false, 'Change the settings of a creator account on request.'),
    (28, 'legal_hold', 'read', true, false, 'See legal holds.'),
    (29, 'legal_hold', 'place', true, true, 'Place a legal hold on the data of an account.'),
    (30, 'legal_hold', 'release', true, true, 'Release a legal hold.'),
    (31, 'legal_document', 'draft', false, false, 'Write a new version of a legal text.'),
    (32, 'legal_document', 'publish', true, true, 'Publish a legal text.'),
    (33, 'audit_log', 'read', true, false, 'Read the audit log.'),
    (34, 'badge', 'award', false, false, 'Award or take back a badge.'),
    (35, 'badge', 'manage', false, false, 'Change badges, achievements and levels.'),
    (36, 'points', 'adjust', true, false, 'Correct points or XP of an account.'),
    (37, 'reward', 'manage', false, false, 'Change the rewards that points buy.'),
    (38, 'reputation', 'adjust', true, true, 'Correct the reputation of an account.'),
    (39, 'post', 'create', false, false, 'Write posts and stories.'),
    (40, 'post', 'read_any', true, false, 'See posts of every audience, for review.'),
    (41, 'post', 'remove', false, false, 'Take down a post, story, video or album.'),
    (42, 'post', 'restore', false, false, 'Bring back what was taken down.'),
    (43, 'post', 'feature', false, false, 'Put content on the shelves of the platform.'),
    (44, 'comment', 'create', false, false, 'Write comments.'),
    (45, 'comment', 'remove', false, false, 'Take down a comment.'),
    (46, 'media', 'review', true, false, 'Review media before it is published.'),
    (47, 'media', 'read_original', true, true, 'Open the original file of another person.'),
    (48, 'media', 'purge', true, true, 'Delete a stored file for good.'),
    (49, 'category', 'manage', false, false, 'Change categories and tags.'),
    (50, 'hashtag', 'ban', false, false, 'Ban or restrict a hashtag.'),
    (51, 'music', 'manage', false, false, 'Change the catalogue of licensed music.'),
    (52, 'sticker', 'review', false, false, 'Decide on stickers, emojis and emotes.'),
    (53, 'performer', 'read', true, false, 'See records of performers and their releases.'),
    (54, 'performer', 'verify', true, true, 'Confirm the identity and release of a performer.'),
    (55, 'custodian', 'manage', true, true, 'Change the custodian of records.'),
    (56, 'subscription', 'buy', false, false, 'Subscribe, tip and buy.'),
    (57, 'subscription', 'read', true, false, 'See subscriptions and their payments of another person.'),
    (58, 'subscription', 'cancel', false, false, 'Cancel the subscription of another person on request.'),
    (59, 'payment', 'read', true, false, 'See payments, without card data.'),
    (60, 'payment', 'refund', true, false, 'Refund a payment below the limit of the currency.'),
    (61, 'payment', 'refund_large', true, true, 'Refund a payment above the limit of the currency.'),
    (62, 'payment', 'retry', false, false, 'Try a failed payment again.'),
    (63, 'chargeback', 'contest', true, false, 'Send evidence in a dispute.'),
    (64, 'chargeback', 'accept', true, false, 'Accept a dispute.'),
    (65, 'payout', 'request', true, false, 'Ask for a payout of the own earnings.'),
    (66, 'payout', 'read', true, false, 'See payouts and payout accounts of creators.'),
    (67, 'payout', 'hold', true, false, 'Stop payouts of a creator.'),
    (68, 'payout', 'release', true, true, 'Release a payout hold, except for sanctions.'),
    (69, 'payout', 'approve', true, true, 'Approve a batch of payouts.'),
    (70, 'sanctions', 'review', true, true, 'Decide on a match of a sanctions list.'),
    (71, 'ledger', 'read', true, false, 'Read the ledger.'),
    (72, 'ledger', 'adjust', true, true, 'Post a correction to the ledger.'),
    (73, 'ledger', 'close_period', true, true, 'Close an accounting period.'),
    (74, 'reserve', 'manage', true, true, 'Set reserves of creators.'),
    (75, 'fee', 'manage', true, true, 'Change the fees of the platform.'),
    (76, 'tax', 'read', true, false, 'See tax forms and profiles.'),
    (77, 'tax', 'manage', true, true, 'Change tax rates and settings.'),
    (78, 'invoice', 'issue', true, false, 'Issue an invoice or credit note by hand.'),
    (79, 'promotion', 'manage', false, false, 'Change promotions of the platform.'),
    (80, 'affiliate', 'manage', true, false, 'Change affiliate programmes and their partners.'),
    (81, 'token_package', 'manage', true, true, 'Change the packs of tokens.'),
    (82, 'wallet', 'read', true, false, 'See the balance of another person.'),
    (83, 'wallet', 'credit', true, true, 'Credit a wallet as a gesture.'),
    (84, 'reconciliation', 'run', false, false, 'Compare the books with the settlements of a provider.'),
    (85, 'spending_limit', 'read', true, false, 'See the spending limits of another person.'),
    (86, 'social', 'block', false, false, 'Block, mute and restrict others.'),
    (87, 'social_graph', 'read', true, false, 'See who follows whom, for an investigation.'),
    (88, 'block_list', 'review', false, false, 'Decide whether a block list may be public.'),
    (89, 'message', 'send', false, false, 'Send messages.'),
    (90, 'message', 'read_reported', true, false, 'Read messages that were reported, and their context.'),
    (91, 'message', 'remove', false, false, 'Take down a message that breaks the rules.'),
    (92, 'mass_message', 'send', false, false, 'Send messages to many fans at once.'),
    (93, 'mass_message', 'stop', false, false, 'Stop the mass message of a creator.'),
    (94, 'announcement', 'draft', false, false, 'Write an announcement of the platform.'),
    (95, 'announcement', 'publish', false, true, 'Publish an announcement of the platform.'),
    (96, 'notification_template', 'edit', false, false, 'Write the texts of notifications.'),
    (97, 'notification_template', 'approve', false, true, 'Approve the text of a notification.'),
    (98, 'campaign', 'send', false, true, 'Send marketing by e-mail, push or SMS.'),
    (99, 'sender', 'manage', true, false, 'Change sender domains and numbers.'),
    (100, 'suppression', 'remove', true, false, 'Let mail go to an address that had bounced or complained.')
  ) as written (id, resource, action, is_sensitive, needs_four_eyes, description)
)
insert/**/into public.user_permissions (id, resource, action, is_sensitive, needs_four_eyes, description)
  select id, resource, action, is_sensitive, needs_four_eyes, description from wanted
  where not exists (select from public.user_permissions as there where there.id = wanted.id);

with wanted (id, resource, action, is_sensitive, needs_four_eyes, description) as (
  select id::smallint, resource::text, action::text, is_sensitive::boolean, needs_four_eyes::boolean, description::text
  from (values
    (101, 'analytics', 'read_own', false, false, 'See the statistics of the own account.'),
    (102, 'analytics', 'read', false, false, 'See statistics of the platform.'),
    (103, 'analytics', 'query', true, false, 'Run queries on pseudonymous events.'),
    (104, 'analytics', 'export', true, false, 'Export statistics.'),
    (105, 'analytics', 'define', false, false, 'Change definitions of events and metrics.'),
    (106, 'experiment', 'manage', false, false, 'Start and stop experiments.'),
    (107, 'dashboard', 'share', true, false, 'Share a dashboard outside the team.'),
    (108, 'report', 'create', false, false, 'Report a person or content.'),
    (109, 'case', 'read', true, false, 'See moderation cases.'),
    (110, 'case', 'decide', true, false, 'Decide a moderation case.'),
    (111, 'case', 'decide_second', true, true, 'Give the second decision where a rule asks for two.'),
    (112, 'case', 'assign', false, false, 'Hand a case to somebody else.'),
    (113, 'appeal', 'decide', true, false, 'Decide an appeal against a decision of somebody else.'),
    (114, 'queue', 'manage', false, false, 'Change queues of review.'),
    (115, 'policy', 'edit', false, false, 'Write policy rules, guidelines and macros.'),
    (116, 'policy', 'publish', false, true, 'Publish policy rules, guidelines and macros.'),
    (117, 'screening', 'configure', true, true, 'Change thresholds of detectors.'),
    (118, 'automod', 'manage', false, false, 'Change rules and blocked terms of the platform.'),
    (119, 'child_safety', 'review', true, false, 'Work cases of child safety.'),
    (120, 'child_safety', 'report', true, true, 'Report to the hotline and the authorities.'),
    (121, 'hash_list', 'manage', true, true, 'Change lists of hashes.'),
    (122, 'dmca', 'process', true, false, 'Process copyright notices and counter-notices.'),
    (123, 'ncii', 'process', true, false, 'Process notices of intimate images within 48 hours.'),
    (124, 'law_enforcement', 'process', true, true, 'Answer requests of authorities.'),
    (125, 'removal_order', 'process', true, false, 'Carry out orders of courts and authorities.'),
    (126, 'transparency', 'publish', false, true, 'Publish the transparency report.'),
    (127, 'obligation', 'manage', false, false, 'Change the calendar of legal duties.'),
    (128, 'retention', 'manage', true, true, 'Change how long data is kept.'),
    (129, 'privileged_access', 'grant', true, true, 'Open restricted data to somebody for a time.'),
    (130, 'trusted_flagger', 'manage', true, false, 'Change trusted flaggers.'),
    (131, 'moderator', 'manage', true, false, 'Change clearance and exposure limits of moderators.'),
    (132, 'model', 'read', false, false, 'See models, their cards and results.'),
    (133, 'model', 'register', false, false, 'Register a model or version.'),
    (134, 'model', 'approve', true, true, 'Sign off a version for live traffic.'),
    (135, 'model', 'deploy', true, true, E'Put a version\040into service.'),
    (136, 'dataset', 'manage', true, true, 'Change datasets for training.'),
    (137, 'label', 'work', false, false, 'Label items for training.'),
    (138, 'label', 'manage', false, false, 'Change labelling projects.'),
    (139, 'fraud', 'review', true, false, 'Decide on suspected fraud.'),
    (140, 'fraud', 'manage', true, true, 'Change rules against fraud.'),
    (141, 'recommendation', 'manage', false, false, 'Change strategies and rules of recommendation.'),
    (142, 'prompt', 'approve', false, true, 'Approve a prompt for generative features.'),
    (143, 'ai_persona', 'review', false, false, 'Decide on the AI persona of a creator.'),
    (144, 'live', 'watch_any', true, false, 'Watch any live stream, for review.'),
    (145, 'live', 'interrupt', false, false, 'Stop a live stream.'),
    (146, 'live', 'moderate_chat', false, false, 'Remove chat messages and time people out in any channel.'),
    (147, 'live_category', 'manage', false, false, 'Change live categories, gifts and their artwork.'),
    (148, 'event', 'create', false, false, 'Organise events and sell tickets.'),
    (149, 'event', 'moderate', false, false, 'Unpublish or cancel an event that breaks the rules.'),
    (150, 'event', 'refund', false, false, 'Refund tickets of an event.'),
    (151, 'ingest', 'manage', true, false, 'Change ingest endpoints and transcoding.'),
    (152, 'product', 'list', false, false, 'Offer goods and services in the marketplace.'),
    (153, 'product', 'review', false, false, 'Decide on a listing.'),
    (154, 'order', 'read', true, false, 'See orders and shipments of another person.'),
    (155, 'order', 'refund', true, false, 'Refund an order of the marketplace.'),
    (156, 'booking', 'manage', false, false, 'Move or cancel the booking of another person on request.'),
    (157, 'tenant', 'read', false, false, 'See tenants and their settings.'),
    (158, 'tenant', 'manage', true, true, 'Open, change and close tenants.'),
    (159, 'domain', 'manage', false, false, 'Change custom domains and their certificates.'),
    (160, 'api_key', 'manage_own', true, false, 'Make and revoke the own API keys.'),
    (161, 'api_client', 'review', false, false, 'Decide on the application of a developer.'),
    (162, 'api_key', 'revoke', true, false, 'Revoke any API key.'),
    (163, 'webhook', 'replay', false, false, 'Send webhook messages again.'),
    (164, 'integration', 'manage', true, false, 'Change which services can be connected.'),
    (165, 'feature_flag', 'manage', false, false, 'Change feature flags.'),
    (166, 'feature_flag', 'kill', false, false, 'Throw a kill switch.'),
    (167, 'setting', 'manage', true, true, 'Change settings of the system.'),
    (168, 'job', 'manage', false, false, 'Pause, repeat and cancel background jobs.'),
    (169, 'backup', 'read', false, false, 'See backups and drills.'),
    (170, 'backup', 'restore', true, true, 'Restore a backup.'),
    (171, 'release', 'publish', false, true, 'Publish a build of an app.'),
    (172, 'remote_config', 'publish', false, true, 'Publish configuration for apps.'),
    (173, 'translation', 'edit', false, false, 'Write translations.'),
    (174, 'translation', 'approve', false, false, 'Approve translations.'),
    (175, 'geo', 'manage', true, true, 'Change areas and platform-wide geo rules.'),
    (176, 'accessibility', 'manage', false, false, 'Work on reported barriers.')
  ) as written (id, resource, action, is_sensitive, needs_four_eyes, description)
)
insert/**/into public.user_permissions (id, resource, action, is_sensitive, needs_four_eyes, description)
  select id, resource, action, is_sensitive, needs_four_eyes, description from wanted
  where not exists (select from public.user_permissions as there where there.id = wanted.id);

-- Reference data of content_categories; rows that are there are left as they are. The tree to browse by, ids below
-- 1000. Parents come before their children; icons are for the operator, who also renames, hides and adds.
with wanted (id, parent_id, slug, name, path, "position", is_adult) as (
  select id::integer, parent_id::integer, slug::extensions.citext, name::text, path::extensions.ltree, "position"::smallint, is_adult::boolean
  from (values
    (1, null, 'creators', 'Creators', 'creators', 0, false),
    (2, 1, 'models', 'Models', 'creators.models', 0, false),
    (3, 1, 'couples', 'Couples', 'creators.couples', 1, true),
    (4, 1, 'studios', 'Studios', 'creators.studios', 2, true),
    (5, 1, 'amateurs', 'Amateurs', 'creators.amateurs', 3, true),
    (6, 1, 'newcomers', 'Newcomers', 'creators.newcomers', 4, false),
    (7, 1, 'trans-creators', 'Trans creators', 'creators.trans_creators', 5, false),
    (8, 1, 'bears', 'Bears', 'creators.bears', 6, false),
    (9, 1, 'muscle', 'Muscle', 'creators.muscle', 7, false),
    (10, 1, 'mature', 'Mature men', 'creators.mature', 8, false),
    (11, 1, 'alternative', 'Alternative', 'creators.alternative', 9, false),
    (12, 1, 'disabled-creators', 'Disabled creators', 'creators.disabled_creators', 10, false),
    (20, null, 'photography', 'Photography', 'photography', 1, false),
    (21, 20, 'portrait', 'Portrait', 'photography.portrait', 0, false),
    (22, 20, 'fashion', 'Fashion', 'photography.fashion', 1, false),
    (23, 20, 'swimwear', 'Swimwear and underwear', 'photography.swimwear', 2, false),
    (24, 20, 'artistic-nude', 'Artistic nude', 'photography.artistic_nude', 3, true),
    (25, 20, 'behind-the-scenes', 'Behind the scenes', 'photography.behind_the_scenes', 4, false),
    (30, null, 'fitness', 'Fitness', 'fitness', 2, false),
    (31, 30, 'workouts', 'Workouts', 'fitness.workouts', 0, false),
    (32, 30, 'bodybuilding', 'Bodybuilding', 'fitness.bodybuilding', 1, false),
    (33, 30, 'yoga', 'Yoga', 'fitness.yoga', 2, false),
    (34, 30, 'combat-sports', 'Combat sports', 'fitness.combat_sports', 3, false),
    (35, 30, 'nutrition', 'Nutrition', 'fitness.nutrition', 4, false),
    (40, null, 'lifestyle', 'Lifestyle', 'lifestyle', 3, false),
    (41, 40, 'travel', 'Travel', 'lifestyle.travel', 0, false),
    (42, 40, 'food', 'Food', 'lifestyle.food', 1, false),
    (43, 40, 'grooming', 'Grooming and style', 'lifestyle.grooming', 2, false),
    (44, 40, 'relationships', 'Relationships', 'lifestyle.relationships', 3, false),
    (45, 40, 'sexual-health', 'Sexual health', 'lifestyle.sexual_health', 4, false),
    (46, 40, 'queer-life', 'Queer life', 'lifestyle.queer_life', 5, false),
    (47, 40, 'vlogs', 'Vlogs', 'lifestyle.vlogs', 6, false),
    (50, null, 'arts', 'Arts', 'arts', 4, false),
    (51, 50, 'music', 'Music', 'arts.music', 0, false),
    (52, 50, 'dance', 'Dance', 'arts.dance', 1, false),
    (53, 50, 'drag', 'Drag', 'arts.drag', 2, false),
    (54, 50, 'cosplay', 'Cosplay', 'arts.cosplay', 3, false),
    (55, 50, 'illustration', 'Illustration', 'arts.illustration', 4, false),
    (56, 50, 'writing', 'Writing', 'arts.writing', 5, false),
    (57, 50, 'comedy', 'Comedy', 'arts.comedy', 6, false),
    (58, 50, 'body-art', 'Tattoos and body art', 'arts.body_art', 7, false),
    (60, null, 'gaming', 'Gaming', 'gaming', 5, false),
    (61, 60, 'lets-play', 'Let''s play', 'gaming.lets_play', 0, false),
    (62, 60, 'esports', 'E-sports', 'gaming.esports', 1, false),
    (63, 60, 'tabletop', 'Tabletop', 'gaming.tabletop', 2, false),
    (70, null, 'explicit', 'Explicit', 'explicit', 6, true),
    (71, 70, 'solo', 'Solo', 'explicit.solo', 0, true),
    (72, 70, 'duo', 'Duo', 'explicit.duo', 1, true),
    (73, 70, 'group', 'Group', 'explicit.group', 2, true),
    (74, 70, 'point-of-view', 'Point of view', 'explicit.point_of_view', 3, true),
    (75, 70, 'roleplay', 'Role play', 'explicit.roleplay', 4, true),
    (76, 70, 'massage', 'Massage', 'explicit.massage', 5, true),
    (77, 70, 'outdoor', 'Private outdoor', 'explicit.outdoor', 6, true),
    (78, 70, 'toys', 'Toys', 'explicit.toys', 7, true),
    (79, 70, 'audio-erotica', 'Audio erotica', 'explicit.audio_erotica', 8, true),
    (80, null, 'fetish', 'Fetish', 'fetish', 7, true),
    (81, 80, 'leather', 'Leather', 'fetish.leather', 0, true),
    (82, 80, 'rubber', 'Rubber and latex', 'fetish.rubber', 1, true),
    (83, 80, 'sportswear', 'Sportswear', 'fetish.sportswear', 2, true),
    (84, 80, 'uniforms', 'Uniforms', 'fetish.uniforms', 3, true),
    (85, 80, 'underwear', 'Underwear', 'fetish.underwear', 4, true),
    (86, 80, 'feet', 'Feet', 'fetish.feet', 5, true),
    (87, 80, 'bondage', 'Bondage', 'fetish.bondage', 6, true),
    (88, 80, 'power-exchange', 'Power exchange', 'fetish.power_exchange', 7, true),
    (89, 80, 'pup-play', 'Pup play', 'fetish.pup_play', 8, true),
    (90, 80, 'wrestling', 'Wrestling', 'fetish.wrestling', 9, true),
    (91, 80, 'smoking', 'Smoking', 'fetish.smoking', 10, true),
    (100, null, 'live', 'Live and interactive', 'live', 8, false),
    (101, 100, 'live-chat', 'Live chat', 'live.live_chat', 0, false),
    (102, 100, 'live-shows', 'Live shows', 'live.live_shows', 1, true),
    (103, 100, 'events', 'Events', 'live.events', 2, false),
    (104, 100, 'interactive-toys', 'Interactive toys', 'live.interactive_toys', 3, true)
  ) as written (id, parent_id, slug, name, path, "position", is_adult)
)
insert/**/into public.content_categories (id, parent_id, slug, name, path, "position", is_adult)
  select id, parent_id, slug, name, path, "position", is_adult from wanted
  where not exists (select from public.content_categories as there where there.id = wanted.id);

-- Reference data of content_filters; rows that are there are left as they are. Filters without artwork of their own,
-- ids below 1000; those that hide a face, tattoo or number plate are here because creators ask for them first. A
-- change is a new version.
with wanted (id, code, version, name, kind, params) as (
  select id::integer, code::text, version::integer, name::text, kind::text, params::jsonb
  from (values
    (1, 'original_plus', 1, 'Original plus', 'color', '{"exposure":0.05,"contrast":0.08,"saturation":0.04}'),
    (2, 'warm', 1, 'Warm', 'color', '{"temperature":0.15,"tint":0.02,"saturation":0.05}'),
    (3, 'cool', 1, 'Cool', 'color', '{"temperature":-0.15,"contrast":0.05}'),
    (4, 'noir', 1, 'Noir', 'color', '{"saturation":-1,"contrast":0.25,"grain":0.1}'),
    (5, 'silver', 1, 'Silver', 'color', '{"saturation":-1,"contrast":0.05,"highlights":0.1}'),
    (6, 'sepia', 1, 'Sepia', 'color', '{"saturation":-1,"tone":"sepia","amount":0.6}'),
    (7, 'golden_hour', 1, 'Golden hour', 'color', '{"temperature":0.25,"highlights":-0.05,"shadows":0.1}'),
    (8, 'neon_night', 1, 'Neon night', 'color', '{"temperature":-0.1,"saturation":0.25,"contrast":0.15}'),
    (9, 'film', 1, 'Film', 'color', '{"contrast":-0.05,"fade":0.15,"grain":0.15}'),
    (10, 'vivid', 1, 'Vivid', 'color', '{"saturation":0.2,"vibrance":0.2}'),
    (11, 'soft', 1, 'Soft', 'color', '{"contrast":-0.1,"highlights":-0.05,"clarity":-0.15}'),
    (12, 'dramatic', 1, 'Dramatic', 'color', '{"contrast":0.3,"clarity":0.25,"saturation":-0.1}'),
    (20, 'even_light', 1, 'Even light', 'beauty', '{"relight":0.4}'),
    (21, 'smooth_skin_low', 1, 'Smooth skin, light', 'beauty', '{"smoothing":0.2,"keep_texture":true}'),
    (22, 'smooth_skin_medium', 1, 'Smooth skin, medium', 'beauty', '{"smoothing":0.4,"keep_texture":true}'),
    (23, 'red_eye', 1, 'Red eye', 'beauty', '{"red_eye":true}'),
    (30, 'blur_face', 1, 'Blur faces', 'blur', '{"target":"faces","radius":0.06,"irreversible":true}'),
    (31, 'blur_selected', 1, 'Blur a selection', 'blur', '{"target":"selection","radius":0.05,"irreversible":true}'),
    (32, 'pixelate_selected', 1, 'Pixelate a selection', 'blur', '{"target":"selection","cell":0.03,"irreversible":true}'),
    (33, 'blur_plates', 1, 'Blur number plates', 'blur', '{"target":"number_plates","radius":0.05,"irreversible":true}'),
    (34, 'blur_tattoos', 1, 'Blur tattoos', 'blur', '{"target":"selection","track":true,"radius":0.04,"irreversible":true}'),
    (40, 'background_blur', 1, 'Blurred background', 'background', '{"mode":"blur","radius":0.04}'),
    (41, 'background_colour', 1, 'Plain background', 'background', '{"mode":"colour","colour":"1e1e24"}'),
    (42, 'background_studio', 1, 'Studio light', 'background', '{"mode":"gradient","from":"2b2b33","to":"0d0d10"}'),
    (50, 'mask_simple', 1, 'Eye mask', 'face_ar', '{"mesh":"eye_mask","opaque":true}'),
    (51, 'mask_full', 1, 'Full mask', 'face_ar', '{"mesh":"full_mask","opaque":true}'),
    (52, 'glasses_dark', 1, 'Dark glasses', 'face_ar', '{"mesh":"glasses_dark"}'),
    (60, 'voice_lower', 1, 'Deeper voice', 'audio', '{"pitch_semitones":-3,"formant":-0.1}'),
    (61, 'voice_higher', 1, 'Higher voice', 'audio', '{"pitch_semitones":3,"formant":0.1}'),
    (62, 'noise_reduction', 1, 'Less noise', 'audio', '{"denoise":0.6}'),
    (63, 'even_volume', 1, 'Even volume', 'audio', '{"loudness_lufs":-16,"true_peak_db":-1}')
  ) as written (id, code, version, name, kind, params)
)
insert/**/into public.content_filters (id, code, version, name, kind, params)
  select id, code, version, name, kind, params from wanted
  where not exists (select from public.content_filters as there where there.code = wanted.code and there.version = wanted.version);

-- Reference data of content_tags; rows that are there are left as they are. The vocabulary to start with, ids below
-- 10000; synonyms from 501, and from 801 what the card schemes and our rules forbid and the tag field therefore
-- refuses.
with wanted (id, slug, label, kind, canonical_id, state, min_rating) as (
  select id::integer, slug::extensions.citext, label::text, kind::text, canonical_id::integer, state::text, min_rating::text
  from (values
    (1, 'fitness', 'Fitness', 'theme', null, 'active', 'safe'),
    (2, 'gym', 'Gym', 'theme', null, 'active', 'safe'),
    (3, 'travel', 'Travel', 'theme', null, 'active', 'safe'),
    (4, 'beach', 'Beach', 'theme', null, 'active', 'safe'),
    (5, 'summer', 'Summer', 'theme', null, 'active', 'safe'),
    (6, 'winter', 'Winter', 'theme', null, 'active', 'safe'),
    (7, 'holiday', 'Holiday', 'theme', null, 'active', 'safe'),
    (8, 'pride', 'Pride', 'theme', null, 'active', 'safe'),
    (9, 'fashion', 'Fashion', 'theme', null, 'active', 'safe'),
    (10, 'streetwear', 'Streetwear', 'theme', null, 'active', 'safe'),
    (11, 'swimwear', 'Swimwear', 'theme', null, 'active', 'safe'),
    (12, 'underwear', 'Underwear', 'theme', null, 'active', 'suggestive'),
    (13, 'cosplay', 'Cosplay', 'theme', null, 'active', 'safe'),
    (14, 'gaming', 'Gaming', 'theme', null, 'active', 'safe'),
    (15, 'music', 'Music', 'theme', null, 'active', 'safe'),
    (16, 'dance', 'Dance', 'theme', null, 'active', 'safe'),
    (17, 'drag', 'Drag', 'theme', null, 'active', 'safe'),
    (18, 'comedy', 'Comedy', 'theme', null, 'active', 'safe'),
    (19, 'cooking', 'Cooking', 'theme', null, 'active', 'safe'),
    (20, 'art', 'Art', 'theme', null, 'active', 'safe'),
    (21, 'photography', 'Photography', 'theme', null, 'active', 'safe'),
    (22, 'portrait', 'Portrait', 'theme', null, 'active', 'safe'),
    (23, 'black-and-white', 'Black and white', 'theme', null, 'active', 'safe'),
    (24, 'tattoos', 'Tattoos', 'theme', null, 'active', 'safe'),
    (25, 'piercings', 'Piercings', 'theme', null, 'active', 'safe'),
    (26, 'motorbikes', 'Motorbikes', 'theme', null, 'active', 'safe'),
    (27, 'cars', 'Cars', 'theme', null, 'active', 'safe'),
    (28, 'sports', 'Sports', 'theme', null, 'active', 'safe'),
    (29, 'football', 'Football', 'theme', null, 'active', 'safe'),
    (30, 'rugby', 'Rugby', 'theme', null, 'active', 'safe'),
    (31, 'swimming', 'Swimming', 'theme', null, 'active', 'safe'),
    (32, 'climbing', 'Climbing', 'theme', null, 'active', 'safe'),
    (33, 'yoga', 'Yoga', 'theme', null, 'active', 'safe'),
    (34, 'wellness', 'Wellness', 'theme', null, 'active', 'safe'),
    (35, 'skincare', 'Skincare', 'theme', null, 'active', 'safe'),
    (36, 'self-care', 'Self care', 'theme', null, 'active', 'safe'),
    (37, 'friendship', 'Friendship', 'theme', null, 'active', 'safe'),
    (38, 'romance', 'Romance', 'theme', null, 'active', 'suggestive'),
    (39, 'dating', 'Dating', 'theme', null, 'active', 'safe'),
    (40, 'couple', 'Couple', 'theme', null, 'active', 'safe'),
    (41, 'boyfriend', 'Boyfriend', 'theme', null, 'active', 'safe'),
    (42, 'queer', 'Queer', 'theme', null, 'active', 'safe'),
    (43, 'gay', 'Gay', 'theme', null, 'active', 'safe'),
    (44, 'bisexual', 'Bisexual', 'theme', null, 'active', 'safe'),
    (45, 'trans', 'Trans', 'theme', null, 'active', 'safe'),
    (46, 'non-binary', 'Non binary', 'theme', null, 'active', 'safe'),
    (47, 'bear-community', 'Bear community', 'theme', null, 'active', 'safe'),
    (48, 'leather-community', 'Leather community', 'theme', null, 'active', 'safe'),
    (49, 'sexual-health', 'Sexual health', 'theme', null, 'active', 'safe'),
    (50, 'safer-sex', 'Safer sex', 'theme', null, 'active', 'safe'),
    (51, 'behind-the-scenes', 'Behind the scenes', 'theme', null, 'active', 'safe'),
    (52, 'question-and-answer', 'Questions and answers', 'theme', null, 'active', 'safe'),
    (53, 'storytime', 'Storytime', 'theme', null, 'active', 'safe'),
    (54, 'advice', 'Advice', 'theme', null, 'active', 'safe'),
    (55, 'reaction', 'Reaction', 'theme', null, 'active', 'safe'),
    (56, 'review', 'Review', 'theme', null, 'active', 'safe'),
    (57, 'tutorial', 'Tutorial', 'theme', null, 'active', 'safe'),
    (58, 'routine', 'Routine', 'theme', null, 'active', 'safe'),
    (59, 'day-in-the-life', 'Day in the life', 'theme', null, 'active', 'safe'),
    (60, 'challenge', 'Challenge', 'theme', null, 'active', 'safe'),
    (61, 'giveaway', 'Giveaway', 'theme', null, 'active', 'safe'),
    (62, 'collaboration', 'Collaboration', 'theme', null, 'active', 'safe'),
    (63, 'anniversary', 'Anniversary', 'theme', null, 'active', 'safe'),
    (64, 'birthday', 'Birthday', 'theme', null, 'active', 'safe'),
    (65, 'solo', 'Solo', 'act', null, 'active', 'explicit'),
    (66, 'duo', 'Duo', 'act', null, 'active', 'explicit'),
    (67, 'threesome', 'Threesome', 'act', null, 'active', 'explicit'),
    (68, 'group', 'Group', 'act', null, 'active', 'explicit'),
    (69, 'masturbation', 'Masturbation', 'act', null, 'active', 'explicit'),
    (70, 'oral', 'Oral', 'act', null, 'active', 'explicit'),
    (71, 'anal', 'Anal', 'act', null, 'active', 'explicit'),
    (72, 'kissing', 'Kissing', 'act', null, 'active', 'suggestive'),
    (73, 'massage', 'Massage', 'act', null, 'active', 'nudity'),
    (74, 'undressing', 'Undressing', 'act', null, 'active', 'nudity'),
    (75, 'striptease', 'Striptease', 'act', null, 'active', 'nudity'),
    (76, 'shower', 'Shower', 'act', null, 'active', 'nudity'),
    (77, 'toy-play', 'Toy play', 'act', null, 'active', 'explicit'),
    (78, 'roleplay', 'Roleplay', 'act', null, 'active', 'explicit'),
    (79, 'edging', 'Edging', 'act', null, 'active', 'explicit'),
    (80, 'bondage', 'Bondage', 'act', null, 'active', 'explicit'),
    (81, 'blindfold', 'Blindfold', 'act', null, 'active', 'suggestive'),
    (82, 'spanking', 'Spanking', 'act', null, 'active', 'explicit'),
    (83, 'power-exchange', 'Power exchange', 'act', null, 'active', 'explicit'),
    (84, 'dirty-talk', 'Dirty talk', 'act', null, 'active', 'explicit'),
    (85, 'jerk-off-instructions', 'Jerk off instructions', 'act', null, 'active', 'explicit'),
    (86, 'mutual-masturbation', 'Mutual masturbation', 'act', null, 'active', 'explicit'),
    (87, 'rimming', 'Rimming', 'act', null, 'active', 'explicit'),
    (88, 'fingering', 'Fingering', 'act', null, 'active', 'explicit'),
    (89, 'foot-worship', 'Foot worship', 'act', null, 'active', 'explicit'),
    (90, 'muscle-worship', 'Muscle worship', 'act', null, 'active', 'nudity'),
    (91, 'oil', 'Oil', 'act', null, 'active', 'nudity'),
    (92, 'wrestling', 'Wrestling', 'act', null, 'active', 'suggestive'),
    (93, 'cuddling', 'Cuddling', 'act', null, 'active', 'suggestive'),
    (94, 'flexing', 'Flexing', 'act', null, 'active', 'explicit'),
    (95, 'posing', 'Posing', 'act', null, 'active', 'explicit'),
    (96, 'teasing', 'Teasing', 'act', null, 'active', 'suggestive'),
    (97, 'interactive-toy', 'Interactive toy', 'act', null, 'active', 'explicit'),
    (98, 'creampie', 'Creampie', 'act', null, 'active', 'explicit'),
    (99, 'cumshot', 'Cumshot', 'act', null, 'active', 'explicit'),
    (100, 'bareback', 'Bareback', 'act', null, 'active', 'explicit')
  ) as written (id, slug, label, kind, canonical_id, state, min_rating)
)
insert/**/into public.content_tags (id, slug, label, kind, canonical_id, state, min_rating)
  select id, slug, label, kind, canonical_id, state, min_rating from wanted
  where not exists (select from public.content_tags as there where there.id = wanted.id);

with wanted (id, slug, label, kind, canonical_id, state, min_rating) as (
  select id::integer, slug::extensions.citext, label::text, kind::text, canonical_id::integer, state::text, min_rating::text
  from (values
    (101, 'safer-sex-shown', 'Safer sex shown', 'act', null, 'active', 'explicit'),
    (102, 'muscular', 'Muscular', 'body', null, 'active', 'safe'),
    (103, 'athletic', 'Athletic', 'body', null, 'active', 'safe'),
    (104, 'slim', 'Slim', 'body', null, 'active', 'safe'),
    (105, 'average-build', 'Average build', 'body', null, 'active', 'safe'),
    (106, 'stocky', 'Stocky', 'body', null, 'active', 'safe'),
    (107, 'plus-size', 'Plus size', 'body', null, 'active', 'safe'),
    (108, 'bear', 'Bear', 'body', null, 'active', 'safe'),
    (109, 'hairy', 'Hairy', 'body', null, 'active', 'suggestive'),
    (110, 'smooth', 'Smooth', 'body', null, 'active', 'suggestive'),
    (111, 'bearded', 'Bearded', 'body', null, 'active', 'safe'),
    (112, 'moustache', 'Moustache', 'body', null, 'active', 'safe'),
    (113, 'clean-shaven', 'Clean shaven', 'body', null, 'active', 'safe'),
    (114, 'long-hair', 'Long hair', 'body', null, 'active', 'safe'),
    (115, 'short-hair', 'Short hair', 'body', null, 'active', 'safe'),
    (116, 'bald', 'Bald', 'body', null, 'active', 'safe'),
    (117, 'red-hair', 'Red hair', 'body', null, 'active', 'safe'),
    (118, 'blond', 'Blond', 'body', null, 'active', 'safe'),
    (119, 'dark-hair', 'Dark hair', 'body', null, 'active', 'safe'),
    (120, 'grey-hair', 'Grey hair', 'body', null, 'active', 'safe'),
    (121, 'tall', 'Tall', 'body', null, 'active', 'safe'),
    (122, 'short', 'Short', 'body', null, 'active', 'safe'),
    (123, 'tattooed', 'Tattooed', 'body', null, 'active', 'safe'),
    (124, 'pierced', 'Pierced', 'body', null, 'active', 'safe'),
    (125, 'abs', 'Abs', 'body', null, 'active', 'suggestive'),
    (126, 'chest', 'Chest', 'body', null, 'active', 'suggestive'),
    (127, 'legs', 'Legs', 'body', null, 'active', 'suggestive'),
    (128, 'feet', 'Feet', 'body', null, 'active', 'suggestive'),
    (129, 'mature-40-plus', '40 plus', 'body', null, 'active', 'safe'),
    (130, 'mature-50-plus', '50 plus', 'body', null, 'active', 'safe'),
    (131, 'mature-60-plus', '60 plus', 'body', null, 'active', 'safe'),
    (132, 'uncut', 'Uncut', 'body', null, 'active', 'explicit'),
    (133, 'cut', 'Cut', 'body', null, 'active', 'explicit'),
    (134, 'disabled', 'Disabled', 'body', null, 'active', 'safe'),
    (135, 'scars', 'Scars', 'body', null, 'active', 'safe'),
    (136, 'freckles', 'Freckles', 'body', null, 'active', 'safe'),
    (137, 'amateur', 'Amateur', 'style', null, 'active', 'safe'),
    (138, 'studio', 'Studio', 'style', null, 'active', 'safe'),
    (139, 'cinematic', 'Cinematic', 'style', null, 'active', 'safe'),
    (140, 'vintage', 'Vintage', 'style', null, 'active', 'safe'),
    (141, 'minimalist', 'Minimalist', 'style', null, 'active', 'safe'),
    (142, 'artistic', 'Artistic', 'style', null, 'active', 'safe'),
    (143, 'artistic-nude', 'Artistic nude', 'style', null, 'active', 'nudity'),
    (144, 'sensual', 'Sensual', 'style', null, 'active', 'suggestive'),
    (145, 'romantic', 'Romantic', 'style', null, 'active', 'safe'),
    (146, 'playful', 'Playful', 'style', null, 'active', 'safe'),
    (147, 'humorous', 'Humorous', 'style', null, 'active', 'safe'),
    (148, 'intense', 'Intense', 'style', null, 'active', 'safe'),
    (149, 'slow', 'Slow', 'style', null, 'active', 'safe'),
    (150, 'natural-light', 'Natural light', 'style', null, 'active', 'safe'),
    (151, 'neon', 'Neon', 'style', null, 'active', 'safe'),
    (152, 'candid-by-consent', 'Candid by consent', 'style', null, 'active', 'safe'),
    (153, 'close-up', 'Close up', 'style', null, 'active', 'safe'),
    (154, 'slow-motion', 'Slow motion', 'style', null, 'active', 'safe'),
    (155, 'leather', 'Leather', 'style', null, 'active', 'suggestive'),
    (156, 'rubber', 'Rubber', 'style', null, 'active', 'suggestive'),
    (157, 'latex', 'Latex', 'style', null, 'active', 'suggestive'),
    (158, 'lycra', 'Lycra', 'style', null, 'active', 'suggestive'),
    (159, 'sportswear', 'Sportswear', 'style', null, 'active', 'safe'),
    (160, 'suit', 'Suit', 'style', null, 'active', 'safe'),
    (161, 'uniform', 'Uniform', 'style', null, 'active', 'safe'),
    (162, 'denim', 'Denim', 'style', null, 'active', 'safe'),
    (163, 'jockstrap', 'Jockstrap', 'style', null, 'active', 'suggestive'),
    (164, 'boots', 'Boots', 'style', null, 'active', 'safe'),
    (165, 'sneakers', 'Sneakers', 'style', null, 'active', 'safe'),
    (166, 'socks', 'Socks', 'style', null, 'active', 'safe'),
    (167, 'harness', 'Harness', 'style', null, 'active', 'suggestive'),
    (168, 'mask', 'Mask', 'style', null, 'active', 'safe'),
    (169, 'pup-play', 'Pup play', 'style', null, 'active', 'suggestive'),
    (170, 'goth', 'Goth', 'style', null, 'active', 'safe'),
    (171, 'punk', 'Punk', 'style', null, 'active', 'safe'),
    (172, 'alternative', 'Alternative', 'style', null, 'active', 'safe'),
    (173, 'home', 'Home', 'setting', null, 'active', 'safe'),
    (174, 'bedroom', 'Bedroom', 'setting', null, 'active', 'safe'),
    (175, 'bathroom', 'Bathroom', 'setting', null, 'active', 'safe'),
    (176, 'kitchen', 'Kitchen', 'setting', null, 'active', 'safe'),
    (177, 'sofa', 'Sofa', 'setting', null, 'active', 'safe'),
    (178, 'balcony', 'Balcony', 'setting', null, 'active', 'safe'),
    (179, 'garden', 'Garden', 'setting', null, 'active', 'safe'),
    (180, 'pool', 'Pool', 'setting', null, 'active', 'safe'),
    (181, 'gym-hall', 'Gym hall', 'setting', null, 'active', 'safe'),
    (182, 'locker-room-set', 'Locker room set', 'setting', null, 'active', 'safe'),
    (183, 'hotel', 'Hotel', 'setting', null, 'active', 'safe'),
    (184, 'office-set', 'Office set', 'setting', null, 'active', 'safe'),
    (185, 'garage', 'Garage', 'setting', null, 'active', 'safe'),
    (186, 'car-interior', 'Car interior', 'setting', null, 'active', 'safe'),
    (187, 'studio-set', 'Studio set', 'setting', null, 'active', 'safe'),
    (188, 'dungeon-set', 'Dungeon set', 'setting', null, 'active', 'suggestive'),
    (189, 'sauna-set', 'Sauna set', 'setting', null, 'active', 'suggestive'),
    (190, 'forest', 'Forest', 'setting', null, 'active', 'safe'),
    (191, 'mountains', 'Mountains', 'setting', null, 'active', 'safe'),
    (192, 'lakeside', 'Lakeside', 'setting', null, 'active', 'safe'),
    (193, 'boat', 'Boat', 'setting', null, 'active', 'safe'),
    (194, 'rooftop', 'Rooftop', 'setting', null, 'active', 'safe'),
    (195, 'city', 'City', 'setting', null, 'active', 'safe'),
    (196, 'event', 'Event', 'setting', null, 'active', 'safe'),
    (197, 'backstage', 'Backstage', 'setting', null, 'active', 'safe'),
    (198, 'photo', 'Photo', 'format', null, 'active', 'safe'),
    (199, 'photo-set', 'Photo set', 'format', null, 'active', 'safe'),
    (200, 'video', 'Video', 'format', null, 'active', 'safe')
  ) as written (id, slug, label, kind, canonical_id, state, min_rating)
)
insert/**/into public.content_tags (id, slug, label, kind, canonical_id, state, min_rating)
  select id, slug, label, kind, canonical_id, state, min_rating from wanted
  where not exists (select from public.content_tags as there where there.id = wanted.id);

with wanted (id, slug, label, kind, canonical_id, state, min_rating) as (
  select id::integer, slug::extensions.citext, label::text, kind::text, canonical_id::integer, state::text, min_rating::text
  from (values
    (201, 'short-video', 'Short video', 'format', null, 'active', 'safe'),
    (202, 'full-length', 'Full length', 'format', null, 'active', 'safe'),
    (203, 'teaser', 'Teaser', 'format', null, 'active', 'safe'),
    (204, 'live-recording', 'Live recording', 'format', null, 'active', 'safe'),
    (205, 'audio', 'Audio', 'format', null, 'active', 'safe'),
    (206, 'audio-story', 'Audio story', 'format', null, 'active', 'safe'),
    (207, 'podcast', 'Podcast', 'format', null, 'active', 'safe'),
    (208, 'text-story', 'Text story', 'format', null, 'active', 'safe'),
    (209, 'poll', 'Poll', 'format', null, 'active', 'safe'),
    (210, 'album', 'Album', 'format', null, 'active', 'safe'),
    (211, 'gif', 'GIF', 'format', null, 'active', 'safe'),
    (212, 'vertical', 'Vertical', 'format', null, 'active', 'safe'),
    (213, 'four-k', '4K', 'format', null, 'active', 'safe'),
    (214, 'vr', 'VR', 'format', null, 'active', 'safe'),
    (215, 'captioned', 'Captioned', 'format', null, 'active', 'safe'),
    (216, 'audio-described', 'Audio described', 'format', null, 'active', 'safe'),
    (217, 'subtitled', 'Subtitled', 'format', null, 'active', 'safe'),
    (218, 'no-dialogue', 'No dialogue', 'format', null, 'active', 'safe'),
    (219, 'unedited', 'Unedited', 'format', null, 'active', 'safe'),
    (220, 'custom-order', 'Custom order', 'format', null, 'active', 'safe'),
    (221, 'series', 'Series', 'format', null, 'active', 'safe'),
    (222, 'episode', 'Episode', 'format', null, 'active', 'safe'),
    (223, 'english', 'English', 'language', null, 'active', 'safe'),
    (224, 'german', 'German', 'language', null, 'active', 'safe'),
    (225, 'french', 'French', 'language', null, 'active', 'safe'),
    (226, 'spanish', 'Spanish', 'language', null, 'active', 'safe'),
    (227, 'portuguese', 'Portuguese', 'language', null, 'active', 'safe'),
    (228, 'italian', 'Italian', 'language', null, 'active', 'safe'),
    (229, 'dutch', 'Dutch', 'language', null, 'active', 'safe'),
    (230, 'polish', 'Polish', 'language', null, 'active', 'safe'),
    (231, 'czech', 'Czech', 'language', null, 'active', 'safe'),
    (232, 'russian', 'Russian', 'language', null, 'active', 'safe'),
    (233, 'ukrainian', 'Ukrainian', 'language', null, 'active', 'safe'),
    (234, 'turkish', 'Turkish', 'language', null, 'active', 'safe'),
    (235, 'greek', 'Greek', 'language', null, 'active', 'safe'),
    (236, 'swedish', 'Swedish', 'language', null, 'active', 'safe'),
    (237, 'danish', 'Danish', 'language', null, 'active', 'safe'),
    (238, 'norwegian', 'Norwegian', 'language', null, 'active', 'safe'),
    (239, 'finnish', 'Finnish', 'language', null, 'active', 'safe'),
    (240, 'hungarian', 'Hungarian', 'language', null, 'active', 'safe'),
    (241, 'romanian', 'Romanian', 'language', null, 'active', 'safe'),
    (242, 'japanese', 'Japanese', 'language', null, 'active', 'safe'),
    (243, 'korean', 'Korean', 'language', null, 'active', 'safe'),
    (244, 'chinese', 'Chinese', 'language', null, 'active', 'safe'),
    (245, 'thai', 'Thai', 'language', null, 'active', 'safe'),
    (246, 'vietnamese', 'Vietnamese', 'language', null, 'active', 'safe'),
    (247, 'indonesian', 'Indonesian', 'language', null, 'active', 'safe'),
    (248, 'tagalog', 'Tagalog', 'language', null, 'active', 'safe'),
    (249, 'arabic', 'Arabic', 'language', null, 'active', 'safe'),
    (250, 'hebrew', 'Hebrew', 'language', null, 'active', 'safe'),
    (251, 'hindi', 'Hindi', 'language', null, 'active', 'safe'),
    (252, 'sign-language', 'Sign language', 'language', null, 'active', 'safe'),
    (501, 'q-and-a', 'Q&A', 'theme', 52, 'active', 'safe'),
    (502, 'ask-me-anything', 'Ask me anything', 'theme', 52, 'active', 'safe'),
    (503, 'joi', 'JOI', 'act', 85, 'active', 'explicit'),
    (504, 'jerking-off', 'Jerking off', 'act', 69, 'active', 'explicit'),
    (505, 'wanking', 'Wanking', 'act', 69, 'active', 'explicit'),
    (506, 'three-way', 'Three way', 'act', 67, 'active', 'explicit'),
    (507, 'trio', 'Trio', 'act', 67, 'active', 'explicit'),
    (508, 'group-sex', 'Group sex', 'act', 68, 'active', 'explicit'),
    (509, 'bts', 'BTS', 'theme', 51, 'active', 'safe'),
    (510, '4k', '4K', 'format', 213, 'active', 'safe'),
    (511, 'uhd', 'UHD', 'format', 213, 'active', 'safe'),
    (512, 'virtual-reality', 'Virtual reality', 'format', 214, 'active', 'safe'),
    (513, 'muscle', 'Muscle', 'body', 102, 'active', 'safe'),
    (514, 'buff', 'Buff', 'body', 102, 'active', 'safe'),
    (515, 'bodybuilder', 'Bodybuilder', 'body', 102, 'active', 'safe'),
    (516, 'bears', 'Bears', 'body', 108, 'active', 'safe'),
    (517, 'beard', 'Beard', 'body', 111, 'active', 'safe'),
    (518, 'hairy-chest', 'Hairy chest', 'body', 109, 'active', 'suggestive'),
    (519, 'inked', 'Inked', 'body', 123, 'active', 'safe'),
    (520, 'homemade', 'Homemade', 'style', 137, 'active', 'safe'),
    (521, 'photoset', 'Photoset', 'format', 199, 'active', 'safe'),
    (522, 'clip', 'Clip', 'format', 201, 'active', 'safe'),
    (523, 'clips', 'Clips', 'format', 201, 'active', 'safe'),
    (524, 'reel', 'Reel', 'format', 201, 'active', 'safe'),
    (525, 'transgender', 'Transgender', 'theme', 45, 'active', 'safe'),
    (526, 'ftm', 'FTM', 'theme', 45, 'active', 'safe'),
    (527, 'trans-man', 'Trans man', 'theme', 45, 'active', 'safe'),
    (528, 'enby', 'Enby', 'theme', 46, 'active', 'safe'),
    (529, 'strip', 'Strip', 'act', 74, 'active', 'nudity'),
    (530, 'foot', 'Foot', 'body', 128, 'active', 'suggestive'),
    (531, 'foot-fetish', 'Foot fetish', 'act', 89, 'active', 'explicit'),
    (532, 'trainers', 'Trainers', 'style', 165, 'active', 'safe'),
    (533, 'dom-sub', 'Dom sub', 'act', 83, 'active', 'explicit'),
    (534, 'rope', 'Rope', 'act', 80, 'active', 'explicit'),
    (535, 'captions', 'Captions', 'format', 215, 'active', 'safe'),
    (536, 'daddy', 'Daddy', 'body', 129, 'active', 'safe'),
    (537, 'fitness-studio', 'Fitness studio', 'theme', 2, 'active', 'safe'),
    (538, 'motorcycles', 'Motorcycles', 'theme', 26, 'active', 'safe'),
    (539, 'speedo', 'Speedo', 'theme', 11, 'active', 'safe'),
    (540, 'soccer', 'Soccer', 'theme', 29, 'active', 'safe'),
    (801, 'minor', 'Minor', 'theme', null, 'banned', 'explicit'),
    (802, 'underage', 'Underage', 'theme', null, 'banned', 'explicit'),
    (803, 'teen', 'Teen', 'theme', null, 'banned', 'explicit'),
    (804, 'preteen', 'Preteen', 'theme', null, 'banned', 'explicit'),
    (805, 'barely-legal', 'Barely legal', 'theme', null, 'banned', 'explicit'),
    (806, 'schoolboy', 'Schoolboy', 'theme', null, 'banned', 'explicit'),
    (807, 'schoolgirl', 'Schoolgirl', 'theme', null, 'banned', 'explicit'),
    (808, 'student-teacher-minor', 'Student teacher minor', 'theme', null, 'banned', 'explicit')
  ) as written (id, slug, label, kind, canonical_id, state, min_rating)
)
insert/**/into public.content_tags (id, slug, label, kind, canonical_id, state, min_rating)
  select id, slug, label, kind, canonical_id, state, min_rating from wanted
  where not exists (select from public.content_tags as there where there.id = wanted.id);

with wanted (id, slug, label, kind, canonical_id, state, min_rating) as (
  select id::integer, slug::extensions.citext, label::text, kind::text, canonical_id::integer, state::text, min_rating::text
  from (values
    (809, 'age-play', 'Age play', 'theme', null, 'banned', 'explicit'),
    (810, 'child', 'Child', 'theme', null, 'banned', 'explicit'),
    (811, 'kid', 'Kid', 'theme', null, 'banned', 'explicit'),
    (812, 'lolita', 'Lolita', 'theme', null, 'banned', 'explicit'),
    (813, 'shota', 'Shota', 'theme', null, 'banned', 'explicit'),
    (814, 'jailbait', 'Jailbait', 'theme', null, 'banned', 'explicit'),
    (815, 'incest', 'Incest', 'theme', null, 'banned', 'explicit'),
    (816, 'family-sex', 'Family sex', 'theme', null, 'banned', 'explicit'),
    (817, 'rape', 'Rape', 'act', null, 'banned', 'explicit'),
    (818, 'forced', 'Forced', 'act', null, 'banned', 'explicit'),
    (819, 'non-consensual', 'Non consensual', 'act', null, 'banned', 'explicit'),
    (820, 'blackmail', 'Blackmail', 'theme', null, 'banned', 'explicit'),
    (821, 'drugged', 'Drugged', 'act', null, 'banned', 'explicit'),
    (822, 'drunk', 'Drunk', 'act', null, 'banned', 'explicit'),
    (823, 'intoxicated', 'Intoxicated', 'act', null, 'banned', 'explicit'),
    (824, 'unconscious', 'Unconscious', 'act', null, 'banned', 'explicit'),
    (825, 'sleeping', 'Sleeping', 'act', null, 'banned', 'explicit'),
    (826, 'hypnosis', 'Hypnosis', 'act', null, 'banned', 'explicit'),
    (827, 'kidnapping', 'Kidnapping', 'act', null, 'banned', 'explicit'),
    (828, 'abduction', 'Abduction', 'act', null, 'banned', 'explicit'),
    (829, 'torture', 'Torture', 'act', null, 'banned', 'explicit'),
    (830, 'mutilation', 'Mutilation', 'act', null, 'banned', 'explicit'),
    (831, 'blood', 'Blood', 'act', null, 'banned', 'explicit'),
    (832, 'strangulation', 'Strangulation', 'act', null, 'banned', 'explicit'),
    (833, 'choking', 'Choking', 'act', null, 'banned', 'explicit'),
    (834, 'snuff', 'Snuff', 'theme', null, 'banned', 'explicit'),
    (835, 'necrophilia', 'Necrophilia', 'act', null, 'banned', 'explicit'),
    (836, 'bestiality', 'Bestiality', 'act', null, 'banned', 'explicit'),
    (837, 'zoophilia', 'Zoophilia', 'act', null, 'banned', 'explicit'),
    (838, 'animal', 'Animal', 'act', null, 'banned', 'explicit'),
    (839, 'scat', 'Scat', 'act', null, 'banned', 'explicit'),
    (840, 'excrement', 'Excrement', 'act', null, 'banned', 'explicit'),
    (841, 'watersports', 'Watersports', 'act', null, 'banned', 'explicit'),
    (842, 'urine', 'Urine', 'act', null, 'banned', 'explicit'),
    (843, 'vomit', 'Vomit', 'act', null, 'banned', 'explicit'),
    (844, 'hidden-camera', 'Hidden camera', 'style', null, 'banned', 'explicit'),
    (845, 'spycam', 'Spycam', 'style', null, 'banned', 'explicit'),
    (846, 'upskirt', 'Upskirt', 'style', null, 'banned', 'explicit'),
    (847, 'voyeur-without-consent', 'Voyeur without consent', 'style', null, 'banned', 'explicit'),
    (848, 'leaked', 'Leaked', 'format', null, 'banned', 'explicit'),
    (849, 'revenge-porn', 'Revenge porn', 'format', null, 'banned', 'explicit'),
    (850, 'deepfake', 'Deepfake', 'format', null, 'banned', 'explicit'),
    (851, 'celebrity-fake', 'Celebrity fake', 'format', null, 'banned', 'explicit'),
    (852, 'escort', 'Escort', 'theme', null, 'banned', 'explicit'),
    (853, 'prostitution', 'Prostitution', 'theme', null, 'banned', 'explicit'),
    (854, 'meet-for-money', 'Meet for money', 'theme', null, 'banned', 'explicit'),
    (855, 'trafficking', 'Trafficking', 'theme', null, 'banned', 'explicit'),
    (856, 'public-sex', 'Public sex', 'setting', null, 'banned', 'explicit'),
    (857, 'racial-slur', 'Racial slur', 'theme', null, 'banned', 'explicit'),
    (858, 'race-play', 'Race play', 'theme', null, 'banned', 'explicit'),
    (859, 'nazi', 'Nazi', 'theme', null, 'banned', 'explicit'),
    (860, 'terrorism', 'Terrorism', 'theme', null, 'banned', 'explicit'),
    (861, 'suicide', 'Suicide', 'theme', null, 'banned', 'explicit'),
    (862, 'self-harm', 'Self harm', 'theme', null, 'banned', 'explicit'),
    (863, 'hard-drugs', 'Hard drugs', 'theme', null, 'banned', 'explicit'),
    (864, 'chemsex', 'Chemsex', 'theme', null, 'banned', 'explicit'),
    (865, 'weapons', 'Weapons', 'theme', null, 'banned', 'explicit')
  ) as written (id, slug, label, kind, canonical_id, state, min_rating)
)
insert/**/into public.content_tags (id, slug, label, kind, canonical_id, state, min_rating)
  select id, slug, label, kind, canonical_id, state, min_rating from wanted
  where not exists (select from public.content_tags as there where there.id = wanted.id);

-- Reference data of payment_providers; rows that are there are left as they are. Only the wallet of the platform
-- itself, which pays for purchases out of a balance; acquirers are contracts of the operator.
with wanted (id, code, name, kind, supports_recurring, secret_ref) as (
  select id::smallint, code::text, name::text, kind::text, supports_recurring::boolean, secret_ref::text
  from (values
    (1, 'wallet', 'Wallet', 'wallet', true, 'internal/wallet')
  ) as written (id, code, name, kind, supports_recurring, secret_ref)
)
insert/**/into public.payment_providers (id, code, name, kind, supports_recurring, secret_ref)
  select id, code, name, kind, supports_recurring, secret_ref from wanted
  where not exists (select from public.payment_providers as there where there.code = wanted.code);

-- Reference data of tax_rates; rows that are there are left as they are. Standard rates for consumers, of what is
-- delivered over the internet and of goods, last looked at in mid 2025; reduced rates, islands and the sales taxes of
-- the United States come from a tax provider. A tax adviser confirms them before the first invoice.
with wanted (id, country_code, region_code, tax_kind, product_class, rate_ppm, valid, source) as (
  select id::integer, country_code::public.country_code, region_code::text, tax_kind::text, product_class::text, rate_ppm::integer, valid::tstzrange, source::text
  from (values
    (1, 'AT', '*', 'vat', 'digital_service', 200000, '[1984-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (501, 'AT', '*', 'vat', 'goods_standard', 200000, '[1984-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (2, 'BE', '*', 'vat', 'digital_service', 210000, '[1996-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (502, 'BE', '*', 'vat', 'goods_standard', 210000, '[1996-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (3, 'BG', '*', 'vat', 'digital_service', 200000, '[1999-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (503, 'BG', '*', 'vat', 'goods_standard', 200000, '[1999-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (4, 'HR', '*', 'vat', 'digital_service', 250000, '[2012-03-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (504, 'HR', '*', 'vat', 'goods_standard', 250000, '[2012-03-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (5, 'CY', '*', 'vat', 'digital_service', 190000, '[2014-01-13 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (505, 'CY', '*', 'vat', 'goods_standard', 190000, '[2014-01-13 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (6, 'CZ', '*', 'vat', 'digital_service', 210000, '[2013-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (506, 'CZ', '*', 'vat', 'goods_standard', 210000, '[2013-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (7, 'DK', '*', 'vat', 'digital_service', 250000, '[1992-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (507, 'DK', '*', 'vat', 'goods_standard', 250000, '[1992-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (8, 'EE', '*', 'vat', 'digital_service', 220000, '[2024-01-01 00:00:00+00,2025-07-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (508, 'EE', '*', 'vat', 'goods_standard', 220000, '[2024-01-01 00:00:00+00,2025-07-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (9, 'EE', '*', 'vat', 'digital_service', 240000, '[2025-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (509, 'EE', '*', 'vat', 'goods_standard', 240000, '[2025-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (10, 'FI', '*', 'vat', 'digital_service', 240000, '[2013-01-01 00:00:00+00,2024-09-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (510, 'FI', '*', 'vat', 'goods_standard', 240000, '[2013-01-01 00:00:00+00,2024-09-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (11, 'FI', '*', 'vat', 'digital_service', 255000, '[2024-09-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (511, 'FI', '*', 'vat', 'goods_standard', 255000, '[2024-09-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (12, 'FR', '*', 'vat', 'digital_service', 200000, '[2014-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (512, 'FR', '*', 'vat', 'goods_standard', 200000, '[2014-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (13, 'DE', '*', 'vat', 'digital_service', 190000, '[2021-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (513, 'DE', '*', 'vat', 'goods_standard', 190000, '[2021-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (14, 'GR', '*', 'vat', 'digital_service', 240000, '[2016-06-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (514, 'GR', '*', 'vat', 'goods_standard', 240000, '[2016-06-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (15, 'HU', '*', 'vat', 'digital_service', 270000, '[2012-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (515, 'HU', '*', 'vat', 'goods_standard', 270000, '[2012-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (16, 'IE', '*', 'vat', 'digital_service', 230000, '[2021-03-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (516, 'IE', '*', 'vat', 'goods_standard', 230000, '[2021-03-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (17, 'IT', '*', 'vat', 'digital_service', 220000, '[2013-10-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (517, 'IT', '*', 'vat', 'goods_standard', 220000, '[2013-10-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (18, 'LV', '*', 'vat', 'digital_service', 210000, '[2012-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (518, 'LV', '*', 'vat', 'goods_standard', 210000, '[2012-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (19, 'LT', '*', 'vat', 'digital_service', 210000, '[2009-09-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (519, 'LT', '*', 'vat', 'goods_standard', 210000, '[2009-09-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (20, 'LU', '*', 'vat', 'digital_service', 170000, '[2024-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (520, 'LU', '*', 'vat', 'goods_standard', 170000, '[2024-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (21, 'MT', '*', 'vat', 'digital_service', 180000, '[2004-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (521, 'MT', '*', 'vat', 'goods_standard', 180000, '[2004-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (22, 'NL', '*', 'vat', 'digital_service', 210000, '[2012-10-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (522, 'NL', '*', 'vat', 'goods_standard', 210000, '[2012-10-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (23, 'PL', '*', 'vat', 'digital_service', 230000, '[2011-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (523, 'PL', '*', 'vat', 'goods_standard', 230000, '[2011-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (24, 'PT', '*', 'vat', 'digital_service', 230000, '[2011-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (524, 'PT', '*', 'vat', 'goods_standard', 230000, '[2011-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (25, 'RO', '*', 'vat', 'digital_service', 190000, '[2017-01-01 00:00:00+00,2025-08-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (525, 'RO', '*', 'vat', 'goods_standard', 190000, '[2017-01-01 00:00:00+00,2025-08-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (26, 'RO', '*', 'vat', 'digital_service', 210000, '[2025-08-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (526, 'RO', '*', 'vat', 'goods_standard', 210000, '[2025-08-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (27, 'SK', '*', 'vat', 'digital_service', 200000, '[2011-01-01 00:00:00+00,2025-01-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (527, 'SK', '*', 'vat', 'goods_standard', 200000, '[2011-01-01 00:00:00+00,2025-01-01 00:00:00+00)', 'Directive 2006/112/EC, standard rate'),
    (28, 'SK', '*', 'vat', 'digital_service', 230000, '[2025-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (528, 'SK', '*', 'vat', 'goods_standard', 230000, '[2025-01-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (29, 'SI', '*', 'vat', 'digital_service', 220000, '[2013-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (529, 'SI', '*', 'vat', 'goods_standard', 220000, '[2013-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (30, 'ES', '*', 'vat', 'digital_service', 210000, '[2012-09-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (530, 'ES', '*', 'vat', 'goods_standard', 210000, '[2012-09-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (31, 'SE', '*', 'vat', 'digital_service', 250000, '[1990-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (531, 'SE', '*', 'vat', 'goods_standard', 250000, '[1990-07-01 00:00:00+00,)', 'Directive 2006/112/EC, standard rate'),
    (32, 'GB', '*', 'vat', 'digital_service', 200000, '[2011-01-04 00:00:00+00,)', 'VAT Act 1994, s. 2'),
    (532, 'GB', '*', 'vat', 'goods_standard', 200000, '[2011-01-04 00:00:00+00,)', 'VAT Act 1994, s. 2'),
    (33, 'NO', '*', 'vat', 'digital_service', 250000, '[2005-01-01 00:00:00+00,)', 'Merverdiavgiftsloven og Stortingets vedtak'),
    (533, 'NO', '*', 'vat', 'goods_standard', 250000, '[2005-01-01 00:00:00+00,)', 'Merverdiavgiftsloven og Stortingets vedtak'),
    (34, 'CH', '*', 'vat', 'digital_service', 77000, '[2018-01-01 00:00:00+00,2024-01-01 00:00:00+00)', 'MWSTG art. 25'),
    (534, 'CH', '*', 'vat', 'goods_standard', 77000, '[2018-01-01 00:00:00+00,2024-01-01 00:00:00+00)', 'MWSTG art. 25'),
    (35, 'CH', '*', 'vat', 'digital_service', 81000, '[2024-01-01 00:00:00+00,)', 'MWSTG art. 25'),
    (535, 'CH', '*', 'vat', 'goods_standard', 81000, '[2024-01-01 00:00:00+00,)', 'MWSTG art. 25'),
    (36, 'IS', '*', 'vat', 'digital_service', 240000, '[2015-01-01 00:00:00+00,)', 'Act No. 50/1988'),
    (536, 'IS', '*', 'vat', 'goods_standard', 240000, '[2015-01-01 00:00:00+00,)', 'Act No. 50/1988'),
    (37, 'AU', '*', 'gst', 'digital_service', 100000, '[2017-07-01 00:00:00+00,)', 'GST Act 1999, Division 84'),
    (537, 'AU', '*', 'gst', 'goods_standard', 100000, '[2000-07-01 00:00:00+00,)', 'GST Act 1999'),
    (38, 'NZ', '*', 'gst', 'digital_service', 150000, '[2016-10-01 00:00:00+00,)', 'GST Act 1985, s. 8'),
    (538, 'NZ', '*', 'gst', 'goods_standard', 150000, '[2010-10-01 00:00:00+00,)', 'GST Act 1985, s. 8'),
    (39, 'SG', '*', 'gst', 'digital_service', 90000, '[2024-01-01 00:00:00+00,)', 'GST Act 1993, s. 16'),
    (539, 'SG', '*', 'gst', 'goods_standard', 90000, '[2024-01-01 00:00:00+00,)', 'GST Act 1993, s. 16'),
    (40, 'JP', '*', 'vat', 'digital_service', 100000, '[2019-10-01 00:00:00+00,)', 'Consumption Tax Act, with the local part'),
    (540, 'JP', '*', 'vat', 'goods_standard', 100000, '[2019-10-01 00:00:00+00,)', 'Consumption Tax Act, with the local part'),
    (41, 'ZA', '*', 'vat', 'digital_service', 150000, '[2018-04-01 00:00:00+00,)', 'VAT Act 89 of 1991, s. 7'),
    (541, 'ZA', '*', 'vat', 'goods_standard', 150000, '[2018-04-01 00:00:00+00,)', 'VAT Act 89 of 1991, s. 7')
  ) as written (id, country_code, region_code, tax_kind, product_class, rate_ppm, valid, source)
)
insert/**/into public.tax_rates (id, country_code, region_code, tax_kind, product_class, rate_ppm, valid, source)
  select id, country_code, region_code, tax_kind, product_class, rate_ppm, valid, source from wanted
  where not exists (select from public.tax_rates as there where there.id = wanted.id);

-- Reference data of relationship_types; rows that are there are left as they are. Relationships that people declare,
-- each confirmed by the other side. Private ones are hidden unless somebody shows them; blocks, mutes, follows and
-- friendships have tables of their own.
with wanted (id, code, label, is_symmetric, inverse_id, needs_confirmation, is_public_default, max_per_user) as (
  select id::smallint, code::text, label::text, is_symmetric::boolean, inverse_id::smallint, needs_confirmation::boolean, is_public_default::boolean, max_per_user::smallint
  from (values
    (1, 'partner', 'Partner', true, null, true, false, 5),
    (2, 'spouse', 'Husband or spouse', true, null, true, false, 1),
    (3, 'boyfriend', 'Boyfriend', true, null, true, false, 5),
    (4, 'ex_partner', 'Former partner', true, null, true, false, null),
    (5, 'polycule', 'In one polycule', true, null, true, false, null),
    (6, 'duo', 'Duo', true, null, true, true, 5),
    (7, 'collaborator', 'Collaborator', true, null, true, true, null),
    (8, 'studio_mate', 'At the same studio', true, null, true, true, null),
    (9, 'best_friend', 'Best friend', true, null, true, false, 10),
    (10, 'friend', 'Friend', true, null, true, false, null),
    (11, 'roommate', 'Flatmate', true, null, true, false, null),
    (12, 'family', 'Family', true, null, true, false, null),
    (20, 'manager', 'Manager', false, 21, true, true, 5),
    (21, 'managed_by', 'Managed by', false, 20, true, true, 3),
    (22, 'agency', 'Agency', false, 23, true, true, null),
    (23, 'represented_by', 'Represented by', false, 22, true, true, 3),
    (24, 'photographer', 'Photographer of', false, 25, true, true, null),
    (25, 'photographed_by', 'Photographed by', false, 24, true, true, null),
    (26, 'editor', 'Editor of', false, 27, true, true, null),
    (27, 'edited_by', 'Edited by', false, 26, true, true, null),
    (28, 'mentor', 'Mentor of', false, 29, true, true, null),
    (29, 'mentored_by', 'Mentored by', false, 28, true, true, null),
    (30, 'trainer', 'Trainer of', false, 31, true, true, null),
    (31, 'trained_by', 'Trained by', false, 30, true, true, null),
    (32, 'dominant', 'Dominant of', false, 33, true, false, null),
    (33, 'submissive', 'Submissive of', false, 32, true, false, null),
    (34, 'handler', 'Handler of', false, 35, true, false, null),
    (35, 'pup', 'Pup of', false, 34, true, false, null),
    (40, 'second_account', 'Second account of', false, 41, true, false, null),
    (41, 'main_account', 'Main account of', false, 40, true, false, null)
  ) as written (id, code, label, is_symmetric, inverse_id, needs_confirmation, is_public_default, max_per_user)
)
insert/**/into public.relationship_types (id, code, label, is_symmetric, inverse_id, needs_confirmation, is_public_default, max_per_user)
  select id, code, label, is_symmetric, inverse_id, needs_confirmation, is_public_default, max_per_user from wanted
  where not exists (select from public.relationship_types as there where there.id = wanted.id);

-- Reference data of notification_types; rows that differ are changed. Kinds of notification of all ten sections, by
-- area. Money, security and legal ones that somebody has to learn of cannot be switched off; what leads to many of one
-- kind collapses.
with wanted (id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days) as (
  select id::smallint, code::text, category::text, default_channels::text[], collapse_window::interval, priority::text, can_opt_out::boolean, is_transactional::boolean, retention_days::integer
  from (values
    (1, 'social.followed', 'social', '{in_app,push,web_push}', '1 hour', 'low', true, false, 90),
    (2, 'social.follow_requested', 'social', '{in_app,push,web_push}', '1 hour', 'normal', true, false, 90),
    (3, 'social.follow_accepted', 'social', '{in_app,push}', null, 'low', true, false, 90),
    (4, 'social.friend_requested', 'social', '{in_app,push,web_push}', '1 hour', 'normal', true, false, 90),
    (5, 'social.friend_accepted', 'social', '{in_app,push}', null, 'low', true, false, 90),
    (6, 'social.connection_proposed', 'social', '{in_app,push,email}', null, 'normal', true, false, 90),
    (7, 'social.connection_confirmed', 'social', '{in_app}', null, 'low', true, false, 90),
    (8, 'social.circle_invited', 'social', '{in_app,push}', null, 'normal', true, false, 90),
    (9, 'social.circle_posted', 'social', '{in_app}', '6 hours', 'low', true, false, 30),
    (10, 'social.profile_mentioned', 'social', '{in_app,push}', '1 hour', 'normal', true, false, 90),
    (11, 'social.milestone_reached', 'social', '{in_app}', null, 'low', true, false, 90),
    (12, 'social.suggestions_ready', 'social', '{in_app}', '7 days', 'low', true, false, 30),
    (13, 'social.badge_awarded', 'social', '{in_app}', null, 'low', true, false, 180),
    (14, 'social.achievement_completed', 'social', '{in_app}', '1 hour', 'low', true, false, 90),
    (15, 'social.level_reached', 'social', '{in_app}', null, 'low', true, false, 90),
    (16, 'social.streak_at_risk', 'social', '{in_app}', '1 day', 'low', true, false, 7),
    (17, 'social.shoutout_received', 'social', '{in_app,push}', null, 'normal', true, false, 90),
    (18, 'social.referral_joined', 'social', '{in_app}', null, 'low', true, false, 90),
    (30, 'content.post_published', 'content', '{in_app,push}', '2 hours', 'normal', true, false, 60),
    (31, 'content.story_published', 'content', '{in_app}', '6 hours', 'low', true, false, 7),
    (32, 'content.liked', 'content', '{in_app}', '1 day', 'low', true, false, 60),
    (33, 'content.commented', 'content', '{in_app,push}', '1 hour', 'normal', true, false, 90),
    (34, 'content.comment_replied', 'content', '{in_app,push}', '1 hour', 'normal', true, false, 90),
    (35, 'content.comment_liked', 'content', '{in_app}', '1 day', 'low', true, false, 60),
    (36, 'content.shared', 'content', '{in_app}', '1 day', 'low', true, false, 60),
    (37, 'content.poll_ended', 'content', '{in_app}', null, 'low', true, false, 30),
    (38, 'content.collaboration_invited', 'content', '{in_app,push,email}', null, 'normal', true, false, 90),
    (39, 'content.collaboration_accepted', 'content', '{in_app,push}', null, 'normal', true, false, 90),
    (40, 'content.processing_finished', 'content', '{in_app,push}', null, 'normal', true, true, 30),
    (41, 'content.processing_failed', 'content', '{in_app,push}', null, 'high', true, true, 30),
    (42, 'content.scheduled_published', 'content', '{in_app}', null, 'low', true, true, 30),
    (43, 'content.scheduled_failed', 'content', '{in_app,push,email}', null, 'high', true, true, 90),
    (44, 'content.review_passed', 'content', '{in_app,push}', null, 'normal', true, true, 90),
    (45, 'content.review_rejected', 'content', '{in_app,push,email}', null, 'high', true, true, 180),
    (46, 'content.release_requested', 'content', '{in_app,push,email}', null, 'high', false, true, 180),
    (47, 'content.release_withdrawn', 'content', '{in_app,push,email}', null, 'critical', false, true, 180),
    (48, 'content.release_expiring', 'content', '{in_app,email}', null, 'normal', true, true, 180),
    (49, 'content.trending', 'content', '{in_app}', '1 day', 'low', true, false, 30),
    (50, 'content.expiring', 'content', '{in_app}', '1 day', 'low', true, false, 30),
    (51, 'content.watermark_matched', 'content', '{in_app,email}', '1 day', 'high', true, true, 180),
    (52, 'content.takedown_done', 'content', '{in_app}', null, 'normal', true, true, 180),
    (60, 'messages.received', 'messages', '{in_app,push,web_push}', '5 minutes', 'high', true, false, 30),
    (61, 'messages.requested', 'messages', '{in_app,push}', '1 hour', 'normal', true, false, 30),
    (62, 'messages.reacted', 'messages', '{in_app}', '1 hour', 'low', true, false, 30),
    (63, 'messages.mentioned', 'messages', '{in_app,push,web_push}', '5 minutes', 'high', true, false, 30),
    (64, 'messages.group_invited', 'messages', '{in_app,push}', null, 'normal', true, false, 30),
    (65, 'messages.mass_received', 'messages', '{in_app,push}', '6 hours', 'low', true, false, 30),
    (66, 'messages.paid_received', 'messages', '{in_app,push}', '1 hour', 'normal', true, false, 60),
    (67, 'messages.paid_opened', 'messages', '{in_app}', '1 hour', 'low', true, false, 60),
    (68, 'messages.call_incoming', 'messages', '{in_app,push,web_push}', null, 'critical', true, false, 7),
    (69, 'messages.call_missed', 'messages', '{in_app,push}', '1 hour', 'normal', true, false, 30),
    (70, 'messages.unread_digest', 'messages', '{email}', '1 day', 'low', true, false, 30),
    (71, 'messages.scheduled_failed', 'messages', '{in_app,push}', null, 'high', true, true, 30),
    (72, 'messages.campaign_finished', 'messages', '{in_app}', null, 'low', true, true, 60),
    (73, 'messages.new_device_key', 'messages', '{in_app,push}', null, 'high', false, true, 90),
    (80, 'money.subscription_started', 'money', '{in_app,email}', null, 'normal', true, true, 180),
    (81, 'money.subscription_renewed', 'money', '{in_app,email}', null, 'normal', true, true, 180),
    (82, 'money.subscription_renewal_soon', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (83, 'money.subscription_price_change', 'money', '{in_app,email}', null, 'high', false, true, 180),
    (84, 'money.subscription_payment_failed', 'money', '{in_app,push,email}', null, 'high', false, true, 180),
    (85, 'money.subscription_cancelled', 'money', '{in_app,email}', null, 'normal', true, true, 180),
    (86, 'money.subscription_ended', 'money', '{in_app,email}', null, 'normal', true, true, 180),
    (87, 'money.gift_subscription_received', 'money', '{in_app,push,email}', null, 'normal', true, false, 180),
    (88, 'money.trial_ending', 'money', '{in_app,push,email}', null, 'normal', false, true, 180),
    (89, 'money.new_subscriber', 'money', '{in_app,push}', '1 hour', 'normal', true, false, 90),
    (90, 'money.subscriber_renewed', 'money', '{in_app}', '1 day', 'low', true, false, 60),
    (91, 'money.subscriber_left', 'money', '{in_app}', '1 day', 'low', true, false, 60),
    (92, 'money.tip_received', 'money', '{in_app,push}', '1 hour', 'normal', true, false, 90),
    (93, 'money.tip_goal_reached', 'money', '{in_app,push}', null, 'normal', true, false, 90),
    (94, 'money.purchase_receipt', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (95, 'money.sale_made', 'money', '{in_app,push}', '1 hour', 'normal', true, false, 90),
    (96, 'money.product_delivered', 'money', '{in_app,email}', null, 'normal', true, true, 180),
    (97, 'money.custom_request_received', 'money', '{in_app,push}', null, 'normal', true, false, 90),
    (98, 'money.custom_request_answered', 'money', '{in_app,push}', null, 'normal', true, true, 90),
    (99, 'money.custom_request_delivered', 'money', '{in_app,push,email}', null, 'normal', true, true, 180),
    (100, 'money.wallet_topped_up', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (101, 'money.auto_topup_failed', 'money', '{in_app,push,email}', null, 'high', false, true, 180),
    (102, 'money.tokens_expiring', 'money', '{in_app,email}', '7 days', 'normal', true, true, 180),
    (103, 'money.refund_issued', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (104, 'money.dispute_opened', 'money', '{in_app,push,email}', null, 'high', false, true, 180),
    (105, 'money.dispute_decided', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (106, 'money.payout_sent', 'money', '{in_app,push,email}', null, 'normal', false, true, 180),
    (107, 'money.payout_failed', 'money', '{in_app,push,email}', null, 'high', false, true, 180),
    (108, 'money.payout_held', 'money', '{in_app,push,email}', null, 'high', false, true, 180),
    (109, 'money.payout_account_changed', 'money', '{in_app,push,email}', null, 'critical', false, true, 180),
    (110, 'money.reserve_released', 'money', '{in_app}', null, 'normal', true, true, 180),
    (111, 'money.tax_form_due', 'money', '{in_app,email}', null, 'high', false, true, 180),
    (112, 'money.tax_document_ready', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (113, 'money.invoice_ready', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (114, 'money.card_expiring', 'money', '{in_app,email}', '7 days', 'normal', true, true, 180),
    (115, 'money.spending_limit_near', 'money', '{in_app}', '1 day', 'normal', false, false, 90),
    (116, 'money.spending_limit_changed', 'money', '{in_app,email}', null, 'high', false, true, 180),
    (117, 'money.affiliate_commission', 'money', '{in_app}', '1 day', 'low', true, true, 180),
    (118, 'money.split_changed', 'money', '{in_app,email}', null, 'high', false, true, 180),
    (119, 'money.promotion_offered', 'money', '{in_app}', '1 day', 'low', true, false, 30),
    (120, 'money.points_expiring', 'money', '{in_app}', '7 days', 'low', true, false, 30),
    (130, 'security.login_new_device', 'security', '{in_app,push,email}', null, 'critical', false, true, 180),
    (131, 'security.login_blocked', 'security', '{in_app,email}', '1 hour', 'high', false, true, 180),
    (132, 'security.verification_code', 'security', '{email,sms}', null, 'critical', false, true, 7),
    (133, 'security.password_changed', 'security', '{in_app,push,email}', null, 'critical', false, true, 180)
  ) as written (id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days)
), added as (
  insert/**/into public.notification_types (id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days)
  select id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days from wanted
  where not exists (select from public.notification_types as there where there.id = wanted.id)
)
update public.notification_types as there set code = wanted.code, category = wanted.category, default_channels = wanted.default_channels, collapse_window = wanted.collapse_window, priority = wanted.priority, can_opt_out = wanted.can_opt_out, is_transactional = wanted.is_transactional, retention_days = wanted.retention_days
from wanted
where there.id = wanted.id and (there.code, there.category, there.default_channels, there.collapse_window, there.priority, there.can_opt_out, there.is_transactional, there.retention_days) is distinct from (wanted.code, wanted.category, wanted.default_channels, wanted.collapse_window, wanted.priority, wanted.can_opt_out, wanted.is_transactional, wanted.retention_days);

with wanted (id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days) as (
  select id::smallint, code::text, category::text, default_channels::text[], collapse_window::interval, priority::text, can_opt_out::boolean, is_transactional::boolean, retention_days::integer
  from (values
    (134, 'security.password_reset', 'security', '{email}', null, 'critical', false, true, 30),
    (135, 'security.email_changed', 'security', '{email}', null, 'critical', false, true, 180),
    (136, 'security.email_verify', 'security', '{email}', null, 'high', false, true, 30),
    (137, 'security.phone_changed', 'security', '{in_app,email}', null, 'critical', false, true, 180),
    (138, 'security.mfa_enabled', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (139, 'security.mfa_disabled', 'security', '{in_app,push,email}', null, 'critical', false, true, 180),
    (140, 'security.recovery_code_used', 'security', '{in_app,email}', null, 'critical', false, true, 180),
    (141, 'security.passkey_added', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (142, 'security.external_identity_linked', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (143, 'security.sessions_ended', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (144, 'security.delegate_invited', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (145, 'security.delegate_accepted', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (146, 'security.api_key_created', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (147, 'security.api_key_leaked', 'security', '{in_app,push,email}', null, 'critical', false, true, 180),
    (148, 'security.app_authorised', 'security', '{in_app,email}', null, 'high', false, true, 180),
    (149, 'security.account_locked', 'security', '{email}', null, 'critical', false, true, 180),
    (150, 'security.data_breach', 'security', '{in_app,push,email}', null, 'critical', false, true, 180),
    (160, 'legal.terms_changed', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (161, 'legal.statement_of_reasons', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (162, 'legal.content_removed', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (163, 'legal.account_restricted', 'legal', '{in_app,email}', null, 'critical', false, true, 180),
    (164, 'legal.account_reinstated', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (165, 'legal.strike_issued', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (166, 'legal.appeal_received', 'legal', '{in_app,email}', null, 'normal', false, true, 180),
    (167, 'legal.appeal_decided', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (168, 'legal.report_received', 'legal', '{in_app,email}', null, 'normal', false, true, 180),
    (169, 'legal.report_decided', 'legal', '{in_app,email}', null, 'normal', false, true, 180),
    (170, 'legal.dmca_notice_received', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (171, 'legal.dmca_counter_received', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (172, 'legal.ncii_received', 'legal', '{in_app,email}', null, 'critical', false, true, 180),
    (173, 'legal.ncii_done', 'legal', '{in_app,email}', null, 'critical', false, true, 180),
    (174, 'legal.identity_approved', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (175, 'legal.identity_declined', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (176, 'legal.identity_expiring', 'legal', '{in_app,email}', '7 days', 'high', false, true, 180),
    (177, 'legal.age_check_needed', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (178, 'legal.creator_application_decided', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (179, 'legal.data_export_ready', 'legal', '{in_app,email}', null, 'high', false, true, 180),
    (180, 'legal.erasure_scheduled', 'legal', '{in_app,email}', null, 'critical', false, true, 180),
    (181, 'legal.erasure_done', 'legal', '{email}', null, 'critical', false, true, 180),
    (182, 'legal.consent_withdrawn', 'legal', '{in_app,email}', null, 'normal', false, true, 180),
    (183, 'legal.recommender_changed', 'legal', '{in_app,email}', null, 'normal', false, true, 180),
    (184, 'legal.inactive_account', 'legal', '{in_app,email}', null, 'normal', false, true, 180),
    (190, 'live.started', 'content', '{in_app,push,web_push}', '1 hour', 'high', true, false, 7),
    (191, 'live.scheduled', 'content', '{in_app}', '6 hours', 'low', true, false, 30),
    (192, 'live.reminder', 'content', '{in_app,push}', null, 'high', true, false, 7),
    (193, 'live.replay_ready', 'content', '{in_app}', '6 hours', 'low', true, false, 30),
    (194, 'live.gift_received', 'money', '{in_app}', '1 hour', 'low', true, false, 60),
    (195, 'live.guest_invited', 'content', '{in_app,push}', null, 'high', true, false, 7),
    (196, 'live.private_show_requested', 'content', '{in_app,push}', null, 'high', true, false, 7),
    (197, 'live.private_show_accepted', 'content', '{in_app,push}', null, 'high', true, true, 30),
    (198, 'live.stream_interrupted', 'content', '{in_app,push}', null, 'critical', false, true, 30),
    (199, 'live.raid_incoming', 'content', '{in_app}', null, 'normal', true, false, 7),
    (200, 'event.registered', 'system', '{in_app,email}', null, 'normal', true, true, 180),
    (201, 'event.reminder', 'system', '{in_app,push,email}', null, 'high', true, true, 30),
    (202, 'event.changed', 'system', '{in_app,push,email}', null, 'high', false, true, 180),
    (203, 'event.cancelled', 'system', '{in_app,push,email}', null, 'critical', false, true, 180),
    (204, 'event.waitlist_offer', 'system', '{in_app,push,email}', null, 'critical', true, true, 30),
    (205, 'event.ticket_transferred', 'system', '{in_app,email}', null, 'normal', false, true, 180),
    (206, 'event.feedback_asked', 'system', '{in_app}', null, 'low', true, false, 30),
    (210, 'booking.requested', 'system', '{in_app,push}', null, 'high', true, true, 90),
    (211, 'booking.confirmed', 'system', '{in_app,push,email}', null, 'high', false, true, 180),
    (212, 'booking.reminder', 'system', '{in_app,push}', null, 'high', true, true, 30),
    (213, 'booking.changed', 'system', '{in_app,push,email}', null, 'high', false, true, 180),
    (214, 'booking.cancelled', 'system', '{in_app,push,email}', null, 'high', false, true, 180),
    (220, 'shop.order_placed', 'money', '{in_app,push}', null, 'normal', false, true, 180),
    (221, 'shop.order_shipped', 'money', '{in_app,push,email}', null, 'normal', true, true, 180),
    (222, 'shop.order_delivered', 'money', '{in_app}', null, 'low', true, true, 90),
    (223, 'shop.return_requested', 'money', '{in_app,push,email}', null, 'high', false, true, 180),
    (224, 'shop.return_decided', 'money', '{in_app,email}', null, 'normal', false, true, 180),
    (225, 'shop.outbid', 'money', '{in_app,push}', '10 minutes', 'high', true, false, 7),
    (226, 'shop.auction_won', 'money', '{in_app,push,email}', null, 'high', false, true, 180),
    (227, 'shop.stock_low', 'money', '{in_app}', '1 day', 'normal', true, false, 30),
    (230, 'system.announcement', 'system', '{in_app}', null, 'normal', false, false, 180),
    (231, 'system.maintenance', 'system', '{in_app,push}', null, 'normal', false, false, 30),
    (232, 'system.feature_new', 'system', '{in_app}', null, 'low', true, false, 60),
    (233, 'system.export_ready', 'system', '{in_app,email}', null, 'normal', true, true, 30),
    (234, 'system.import_finished', 'system', '{in_app}', null, 'normal', true, true, 30),
    (235, 'system.integration_broken', 'system', '{in_app,email}', '1 day', 'high', true, true, 60),
    (236, 'system.webhook_disabled', 'system', '{in_app,email}', null, 'high', false, true, 90),
    (237, 'system.domain_problem', 'system', '{in_app,email}', '1 day', 'high', false, true, 90),
    (238, 'system.report_ready', 'system', '{in_app,email}', null, 'low', true, true, 60),
    (239, 'system.quota_near', 'system', '{in_app}', '1 day', 'normal', true, true, 30),
    (240, 'system.support_replied', 'system', '{in_app,push,email}', null, 'high', true, true, 180),
    (241, 'system.app_update_required', 'system', '{in_app}', null, 'high', false, false, 30),
    (242, 'system.tenant_invited', 'system', '{in_app,email}', null, 'normal', true, true, 90),
    (243, 'system.weekly_summary', 'system', '{email}', '7 days', 'low', true, false, 30)
  ) as written (id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days)
), added as (
  insert/**/into public.notification_types (id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days)
  select id, code, category, default_channels, collapse_window, priority, can_opt_out, is_transactional, retention_days from wanted
  where not exists (select from public.notification_types as there where there.id = wanted.id)
)
update public.notification_types as there set code = wanted.code, category = wanted.category, default_channels = wanted.default_channels, collapse_window = wanted.collapse_window, priority = wanted.priority, can_opt_out = wanted.can_opt_out, is_transactional = wanted.is_transactional, retention_days = wanted.retention_days
from wanted
where there.id = wanted.id and (there.code, there.category, there.default_channels, there.collapse_window, there.priority, there.can_opt_out, there.is_transactional, there.retention_days) is distinct from (wanted.code, wanted.category, wanted.default_channels, wanted.collapse_window, wanted.priority, wanted.can_opt_out, wanted.is_transactional, wanted.retention_days);

-- Reference data of notification_templates; rows that are there are left as they are. One template for each kind and
-- each of its default channels. None is in use before its text is approved.
with wanted (type_id, channel, variant) as (
  select type_id::smallint, channel::text, variant::text
  from (values
    ((select id from public.notification_types where code = 'social.followed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.followed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.followed'), 'web_push', 'default'),
    ((select id from public.notification_types where code = 'social.follow_requested'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.follow_requested'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.follow_requested'), 'web_push', 'default'),
    ((select id from public.notification_types where code = 'social.follow_accepted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.follow_accepted'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.friend_requested'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.friend_requested'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.friend_requested'), 'web_push', 'default'),
    ((select id from public.notification_types where code = 'social.friend_accepted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.friend_accepted'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.connection_proposed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.connection_proposed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.connection_proposed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'social.connection_confirmed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.circle_invited'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.circle_invited'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.circle_posted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.profile_mentioned'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.profile_mentioned'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.milestone_reached'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.suggestions_ready'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.badge_awarded'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.achievement_completed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.level_reached'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.streak_at_risk'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.shoutout_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'social.shoutout_received'), 'push', 'default'),
    ((select id from public.notification_types where code = 'social.referral_joined'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.post_published'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.post_published'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.story_published'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.liked'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.commented'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.commented'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.comment_replied'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.comment_replied'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.comment_liked'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.shared'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.poll_ended'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.collaboration_invited'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.collaboration_invited'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.collaboration_invited'), 'email', 'default'),
    ((select id from public.notification_types where code = 'content.collaboration_accepted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.collaboration_accepted'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.processing_finished'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.processing_finished'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.processing_failed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.processing_failed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.scheduled_published'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.scheduled_failed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.scheduled_failed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.scheduled_failed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'content.review_passed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.review_passed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.review_rejected'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.review_rejected'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.review_rejected'), 'email', 'default'),
    ((select id from public.notification_types where code = 'content.release_requested'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.release_requested'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.release_requested'), 'email', 'default'),
    ((select id from public.notification_types where code = 'content.release_withdrawn'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.release_withdrawn'), 'push', 'default'),
    ((select id from public.notification_types where code = 'content.release_withdrawn'), 'email', 'default'),
    ((select id from public.notification_types where code = 'content.release_expiring'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.release_expiring'), 'email', 'default'),
    ((select id from public.notification_types where code = 'content.trending'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.expiring'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.watermark_matched'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'content.watermark_matched'), 'email', 'default'),
    ((select id from public.notification_types where code = 'content.takedown_done'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.received'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.received'), 'web_push', 'default'),
    ((select id from public.notification_types where code = 'messages.requested'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.requested'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.reacted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.mentioned'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.mentioned'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.mentioned'), 'web_push', 'default'),
    ((select id from public.notification_types where code = 'messages.group_invited'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.group_invited'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.mass_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.mass_received'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.paid_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.paid_received'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.paid_opened'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.call_incoming'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.call_incoming'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.call_incoming'), 'web_push', 'default'),
    ((select id from public.notification_types where code = 'messages.call_missed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.call_missed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.unread_digest'), 'email', 'default'),
    ((select id from public.notification_types where code = 'messages.scheduled_failed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.scheduled_failed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'messages.campaign_finished'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.new_device_key'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'messages.new_device_key'), 'push', 'default')
  ) as written (type_id, channel, variant)
)
insert/**/into public.notification_templates (type_id, channel, variant)
  select type_id, channel, variant from wanted
  where not exists (select from public.notification_templates as there where there.type_id = wanted.type_id and there.channel = wanted.channel and there.variant = wanted.variant);

with wanted (type_id, channel, variant) as (
  select type_id::smallint, channel::text, variant::text
  from (values
    ((select id from public.notification_types where code = 'money.subscription_started'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_started'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_renewed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_renewed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_renewal_soon'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_renewal_soon'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_price_change'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_price_change'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_payment_failed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_payment_failed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_payment_failed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_cancelled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_cancelled'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_ended'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscription_ended'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.gift_subscription_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.gift_subscription_received'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.gift_subscription_received'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.trial_ending'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.trial_ending'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.trial_ending'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.new_subscriber'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.new_subscriber'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.subscriber_renewed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.subscriber_left'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.tip_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.tip_received'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.tip_goal_reached'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.tip_goal_reached'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.purchase_receipt'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.purchase_receipt'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.sale_made'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.sale_made'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.product_delivered'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.product_delivered'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.custom_request_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.custom_request_received'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.custom_request_answered'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.custom_request_answered'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.custom_request_delivered'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.custom_request_delivered'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.custom_request_delivered'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.wallet_topped_up'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.wallet_topped_up'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.auto_topup_failed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.auto_topup_failed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.auto_topup_failed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.tokens_expiring'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.tokens_expiring'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.refund_issued'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.refund_issued'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.dispute_opened'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.dispute_opened'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.dispute_opened'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.dispute_decided'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.dispute_decided'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.payout_sent'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.payout_sent'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.payout_sent'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.payout_failed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.payout_failed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.payout_failed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.payout_held'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.payout_held'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.payout_held'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.payout_account_changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.payout_account_changed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'money.payout_account_changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.reserve_released'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.tax_form_due'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.tax_form_due'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.tax_document_ready'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.tax_document_ready'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.invoice_ready'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.invoice_ready'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.card_expiring'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.card_expiring'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.spending_limit_near'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.spending_limit_changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.spending_limit_changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.affiliate_commission'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.split_changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.split_changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'money.promotion_offered'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'money.points_expiring'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.login_new_device'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.login_new_device'), 'push', 'default'),
    ((select id from public.notification_types where code = 'security.login_new_device'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.login_blocked'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.login_blocked'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.verification_code'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.verification_code'), 'sms', 'default'),
    ((select id from public.notification_types where code = 'security.password_changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.password_changed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'security.password_changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.password_reset'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.email_changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.email_verify'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.phone_changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.phone_changed'), 'email', 'default')
  ) as written (type_id, channel, variant)
)
insert/**/into public.notification_templates (type_id, channel, variant)
  select type_id, channel, variant from wanted
  where not exists (select from public.notification_templates as there where there.type_id = wanted.type_id and there.channel = wanted.channel and there.variant = wanted.variant);

with wanted (type_id, channel, variant) as (
  select type_id::smallint, channel::text, variant::text
  from (values
    ((select id from public.notification_types where code = 'security.mfa_enabled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.mfa_enabled'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.mfa_disabled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.mfa_disabled'), 'push', 'default'),
    ((select id from public.notification_types where code = 'security.mfa_disabled'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.recovery_code_used'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.recovery_code_used'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.passkey_added'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.passkey_added'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.external_identity_linked'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.external_identity_linked'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.sessions_ended'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.sessions_ended'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.delegate_invited'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.delegate_invited'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.delegate_accepted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.delegate_accepted'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.api_key_created'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.api_key_created'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.api_key_leaked'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.api_key_leaked'), 'push', 'default'),
    ((select id from public.notification_types where code = 'security.api_key_leaked'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.app_authorised'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.app_authorised'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.account_locked'), 'email', 'default'),
    ((select id from public.notification_types where code = 'security.data_breach'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'security.data_breach'), 'push', 'default'),
    ((select id from public.notification_types where code = 'security.data_breach'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.terms_changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.terms_changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.statement_of_reasons'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.statement_of_reasons'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.content_removed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.content_removed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.account_restricted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.account_restricted'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.account_reinstated'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.account_reinstated'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.strike_issued'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.strike_issued'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.appeal_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.appeal_received'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.appeal_decided'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.appeal_decided'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.report_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.report_received'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.report_decided'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.report_decided'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.dmca_notice_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.dmca_notice_received'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.dmca_counter_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.dmca_counter_received'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.ncii_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.ncii_received'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.ncii_done'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.ncii_done'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.identity_approved'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.identity_approved'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.identity_declined'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.identity_declined'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.identity_expiring'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.identity_expiring'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.age_check_needed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.age_check_needed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.creator_application_decided'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.creator_application_decided'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.data_export_ready'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.data_export_ready'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.erasure_scheduled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.erasure_scheduled'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.erasure_done'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.consent_withdrawn'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.consent_withdrawn'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.recommender_changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.recommender_changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'legal.inactive_account'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'legal.inactive_account'), 'email', 'default'),
    ((select id from public.notification_types where code = 'live.started'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.started'), 'push', 'default'),
    ((select id from public.notification_types where code = 'live.started'), 'web_push', 'default'),
    ((select id from public.notification_types where code = 'live.scheduled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.reminder'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.reminder'), 'push', 'default'),
    ((select id from public.notification_types where code = 'live.replay_ready'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.gift_received'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.guest_invited'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.guest_invited'), 'push', 'default'),
    ((select id from public.notification_types where code = 'live.private_show_requested'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.private_show_requested'), 'push', 'default'),
    ((select id from public.notification_types where code = 'live.private_show_accepted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.private_show_accepted'), 'push', 'default'),
    ((select id from public.notification_types where code = 'live.stream_interrupted'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'live.stream_interrupted'), 'push', 'default'),
    ((select id from public.notification_types where code = 'live.raid_incoming'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'event.registered'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'event.registered'), 'email', 'default'),
    ((select id from public.notification_types where code = 'event.reminder'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'event.reminder'), 'push', 'default'),
    ((select id from public.notification_types where code = 'event.reminder'), 'email', 'default'),
    ((select id from public.notification_types where code = 'event.changed'), 'in_app', 'default')
  ) as written (type_id, channel, variant)
)
insert/**/into public.notification_templates (type_id, channel, variant)
  select type_id, channel, variant from wanted
  where not exists (select from public.notification_templates as there where there.type_id = wanted.type_id and there.channel = wanted.channel and there.variant = wanted.variant);

with wanted (type_id, channel, variant) as (
  select type_id::smallint, channel::text, variant::text
  from (values
    ((select id from public.notification_types where code = 'event.changed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'event.changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'event.cancelled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'event.cancelled'), 'push', 'default'),
    ((select id from public.notification_types where code = 'event.cancelled'), 'email', 'default'),
    ((select id from public.notification_types where code = 'event.waitlist_offer'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'event.waitlist_offer'), 'push', 'default'),
    ((select id from public.notification_types where code = 'event.waitlist_offer'), 'email', 'default'),
    ((select id from public.notification_types where code = 'event.ticket_transferred'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'event.ticket_transferred'), 'email', 'default'),
    ((select id from public.notification_types where code = 'event.feedback_asked'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'booking.requested'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'booking.requested'), 'push', 'default'),
    ((select id from public.notification_types where code = 'booking.confirmed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'booking.confirmed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'booking.confirmed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'booking.reminder'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'booking.reminder'), 'push', 'default'),
    ((select id from public.notification_types where code = 'booking.changed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'booking.changed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'booking.changed'), 'email', 'default'),
    ((select id from public.notification_types where code = 'booking.cancelled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'booking.cancelled'), 'push', 'default'),
    ((select id from public.notification_types where code = 'booking.cancelled'), 'email', 'default'),
    ((select id from public.notification_types where code = 'shop.order_placed'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'shop.order_placed'), 'push', 'default'),
    ((select id from public.notification_types where code = 'shop.order_shipped'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'shop.order_shipped'), 'push', 'default'),
    ((select id from public.notification_types where code = 'shop.order_shipped'), 'email', 'default'),
    ((select id from public.notification_types where code = 'shop.order_delivered'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'shop.return_requested'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'shop.return_requested'), 'push', 'default'),
    ((select id from public.notification_types where code = 'shop.return_requested'), 'email', 'default'),
    ((select id from public.notification_types where code = 'shop.return_decided'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'shop.return_decided'), 'email', 'default'),
    ((select id from public.notification_types where code = 'shop.outbid'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'shop.outbid'), 'push', 'default'),
    ((select id from public.notification_types where code = 'shop.auction_won'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'shop.auction_won'), 'push', 'default'),
    ((select id from public.notification_types where code = 'shop.auction_won'), 'email', 'default'),
    ((select id from public.notification_types where code = 'shop.stock_low'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.announcement'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.maintenance'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.maintenance'), 'push', 'default'),
    ((select id from public.notification_types where code = 'system.feature_new'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.export_ready'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.export_ready'), 'email', 'default'),
    ((select id from public.notification_types where code = 'system.import_finished'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.integration_broken'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.integration_broken'), 'email', 'default'),
    ((select id from public.notification_types where code = 'system.webhook_disabled'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.webhook_disabled'), 'email', 'default'),
    ((select id from public.notification_types where code = 'system.domain_problem'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.domain_problem'), 'email', 'default'),
    ((select id from public.notification_types where code = 'system.report_ready'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.report_ready'), 'email', 'default'),
    ((select id from public.notification_types where code = 'system.quota_near'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.support_replied'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.support_replied'), 'push', 'default'),
    ((select id from public.notification_types where code = 'system.support_replied'), 'email', 'default'),
    ((select id from public.notification_types where code = 'system.app_update_required'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.tenant_invited'), 'in_app', 'default'),
    ((select id from public.notification_types where code = 'system.tenant_invited'), 'email', 'default'),
    ((select id from public.notification_types where code = 'system.weekly_summary'), 'email', 'default')
  ) as written (type_id, channel, variant)
)
insert/**/into public.notification_templates (type_id, channel, variant)
  select type_id, channel, variant from wanted
  where not exists (select from public.notification_templates as there where there.type_id = wanted.type_id and there.channel = wanted.channel and there.variant = wanted.variant);

-- Reference data of notification_template_versions; rows that are there are left as they are. English drafts, one for
-- each template, for somebody to approve. They tell nothing to who looks over a shoulder: no names of content, no
-- amounts in push texts. The digest is of subject, a line break, body and a line break.
with wanted (template_id, version, locale, subject, body, variables, sha256) as (
  select template_id::integer, version::integer, locale::public.language_tag, subject::text, body::text, variables::jsonb, sha256::public.digest_256
  from (values
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.followed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New follower', '{actor} follows you.', '{"actor":"text"}', E'\\xe70bccfe242ee89b224a5a3530d7c3e66677077637f9db43c0f675cb481a4321'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.followed') and channel = 'push' and variant = 'default'), 1, 'en', 'New follower', '{actor} follows you.', '{"actor":"text"}', E'\\xe70bccfe242ee89b224a5a3530d7c3e66677077637f9db43c0f675cb481a4321'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.followed') and channel = 'web_push' and variant = 'default'), 1, 'en', 'New follower', '{actor} follows you.', '{"actor":"text"}', E'\\xe70bccfe242ee89b224a5a3530d7c3e66677077637f9db43c0f675cb481a4321'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.follow_requested') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Follow request', '{actor} would like to follow you.', '{"actor":"text"}', E'\\x510ce9efbfc088d6026e9b9923a96549e71f1c6d0f362b494287e447efa3c2f1'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.follow_requested') and channel = 'push' and variant = 'default'), 1, 'en', 'Follow request', '{actor} would like to follow you.', '{"actor":"text"}', E'\\x510ce9efbfc088d6026e9b9923a96549e71f1c6d0f362b494287e447efa3c2f1'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.follow_requested') and channel = 'web_push' and variant = 'default'), 1, 'en', 'Follow request', '{actor} would like to follow you.', '{"actor":"text"}', E'\\x510ce9efbfc088d6026e9b9923a96549e71f1c6d0f362b494287e447efa3c2f1'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.follow_accepted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Request accepted', '{actor} accepted your request.', '{"actor":"text"}', E'\\xf39f53cd21556ce5b1b3b92447aa82f11a5f24415f003e34294edca5c2fa6865'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.follow_accepted') and channel = 'push' and variant = 'default'), 1, 'en', 'Request accepted', '{actor} accepted your request.', '{"actor":"text"}', E'\\xf39f53cd21556ce5b1b3b92447aa82f11a5f24415f003e34294edca5c2fa6865'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.friend_requested') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Friend request', '{actor} would like to be your friend.', '{"actor":"text"}', E'\\xe7ea4a5bb532e702ccd7da5a5a50a6ee1f9c9146c566c5719c3be8fc087a26f2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.friend_requested') and channel = 'push' and variant = 'default'), 1, 'en', 'Friend request', '{actor} would like to be your friend.', '{"actor":"text"}', E'\\xe7ea4a5bb532e702ccd7da5a5a50a6ee1f9c9146c566c5719c3be8fc087a26f2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.friend_requested') and channel = 'web_push' and variant = 'default'), 1, 'en', 'Friend request', '{actor} would like to be your friend.', '{"actor":"text"}', E'\\xe7ea4a5bb532e702ccd7da5a5a50a6ee1f9c9146c566c5719c3be8fc087a26f2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.friend_accepted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'You are friends', '{actor} accepted your friend request.', '{"actor":"text"}', E'\\x105f14c1a2cea5ed0281c55f18b2bd7aaaa495a8711e00d54b2afcb8e7a9cfd3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.friend_accepted') and channel = 'push' and variant = 'default'), 1, 'en', 'You are friends', '{actor} accepted your friend request.', '{"actor":"text"}', E'\\x105f14c1a2cea5ed0281c55f18b2bd7aaaa495a8711e00d54b2afcb8e7a9cfd3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.connection_proposed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Please confirm', '{actor} says that you know each other. Is that right?', '{"actor":"text"}', E'\\xc2233560dd5488b0e0af60575d17c012829138d69d65723c564b64dffea4d89c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.connection_proposed') and channel = 'push' and variant = 'default'), 1, 'en', 'Please confirm', '{actor} says that you know each other. Is that right?', '{"actor":"text"}', E'\\xc2233560dd5488b0e0af60575d17c012829138d69d65723c564b64dffea4d89c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.connection_proposed') and channel = 'email' and variant = 'default'), 1, 'en', 'Please confirm', '{actor} named you in a relationship on the profile. It is shown to nobody until you confirm it. You can confirm, decline or report it in your account: {link}', '{"actor":"text","link":"url"}', E'\\x74fee0fc41378cf1ebfe73c862c0fa905e0a779c32beaae297c4a8133c2710f8'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.connection_confirmed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Confirmed', '{actor} confirmed what you said.', '{"actor":"text"}', E'\\x799c19457f9013c8c7cf16d27fdb685fd16c05426f3bcbe0e8cdc692d16a32f1'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.circle_invited') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Invitation', '{actor} invites you to a circle.', '{"actor":"text"}', E'\\xc4ebfdc059d1ad353939044f662c1f83578fa4f20c10a0550a9aa71e7920a209'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.circle_invited') and channel = 'push' and variant = 'default'), 1, 'en', 'Invitation', '{actor} invites you to a circle.', '{"actor":"text"}', E'\\xc4ebfdc059d1ad353939044f662c1f83578fa4f20c10a0550a9aa71e7920a209'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.circle_posted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New in your circle', '{actor} wrote in {circle}.', '{"actor":"text","circle":"text"}', E'\\x56e9662d8f6427e9b0faae796304352504170f6bd564abbb1ff390182ac71f72'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.profile_mentioned') and channel = 'in_app' and variant = 'default'), 1, 'en', 'You were mentioned', '{actor} mentioned you.', '{"actor":"text"}', E'\\xca1a0ae13b4ee22b073fe4c74b8a076d1a76fcb832984f21f2ba1ebf183469ea'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.profile_mentioned') and channel = 'push' and variant = 'default'), 1, 'en', 'You were mentioned', '{actor} mentioned you.', '{"actor":"text"}', E'\\xca1a0ae13b4ee22b073fe4c74b8a076d1a76fcb832984f21f2ba1ebf183469ea'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.milestone_reached') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Well done', 'You reached {milestone}.', '{"milestone":"text"}', E'\\x5108383edd56d617b745fa627ba4692e4ffcaec30c2ba746982c4d8f92a9153f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.suggestions_ready') and channel = 'in_app' and variant = 'default'), 1, 'en', 'People you may like', 'We have new suggestions for you.', '{}', E'\\xca1afa21ad0467fba59eb1063c759c70faa7afe4fece253ac6c55a198fbdd332'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.badge_awarded') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New badge', 'You were awarded the badge {badge}.', '{"badge":"text"}', E'\\xe7d6a6e2690480dbebd32118fc524d32e496d17d06f187e41ee262f163ec85cf'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.achievement_completed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Done', 'You completed {achievement}.', '{"achievement":"text"}', E'\\xb55fa2fbcb9372b632c61c5129e80fcb7f47e8938eff347d588cc5c03e02ef38'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.level_reached') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New level', 'You reached level {level}.', '{"level":"number"}', E'\\xb73af497e60f02d157faf819803906b076a07b978faf12b40d715df3d617510b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.streak_at_risk') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your streak', 'Come by today to keep your streak of {days} days.', '{"days":"number"}', E'\\x1074e7825cd67a14de22f8b6660b602600b795959dde6069349aa2637057cdc5'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.shoutout_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A shoutout', '{actor} recommends you.', '{"actor":"text"}', E'\\x9ff6f8efd1ed4bd5f09113691ba11d9f63d8fbf8bf18ee953e00da14a89af9bf'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.shoutout_received') and channel = 'push' and variant = 'default'), 1, 'en', 'A shoutout', '{actor} recommends you.', '{"actor":"text"}', E'\\x9ff6f8efd1ed4bd5f09113691ba11d9f63d8fbf8bf18ee953e00da14a89af9bf'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'social.referral_joined') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your friend joined', 'Somebody you invited has joined.', '{}', E'\\x6a4493e7bf474f5844459072ff3f7b1c158ccddc0fc79c8b95ac5f3eaaff6e8a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.post_published') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New from {actor}', '{actor} published something new.', '{"actor":"text"}', E'\\x01ba4240bbc8b18c3b735399438c24f6e61a6a51f97c708344f67c55b3dc6661'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.post_published') and channel = 'push' and variant = 'default'), 1, 'en', 'New from {actor}', '{actor} published something new.', '{"actor":"text"}', E'\\x01ba4240bbc8b18c3b735399438c24f6e61a6a51f97c708344f67c55b3dc6661'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.story_published') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New story', '{actor} has a new story.', '{"actor":"text"}', E'\\x1a50e528aa54917c4c984cf0cdfe7a5b9ee2099e5eebbdfb45396a3d74cc0eeb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.liked') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Liked', '{actor} likes what you published.', '{"actor":"text"}', E'\\x44f48e342f4acf479c1cc89a1562df39471e98447e3e598a5717720e8fd3f030'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.commented') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New comment', '{actor} commented on what you published.', '{"actor":"text"}', E'\\x3c66864fc24c324a069ba62dc78f5a6d046633d12cad7c36ecb450d53656b730'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.commented') and channel = 'push' and variant = 'default'), 1, 'en', 'New comment', '{actor} commented on what you published.', '{"actor":"text"}', E'\\x3c66864fc24c324a069ba62dc78f5a6d046633d12cad7c36ecb450d53656b730'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.comment_replied') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New reply', '{actor} replied to your comment.', '{"actor":"text"}', E'\\xe86a3e4e94425208992a5637e05438a8eb8b9bb45e0762814afac42f7598656d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.comment_replied') and channel = 'push' and variant = 'default'), 1, 'en', 'New reply', '{actor} replied to your comment.', '{"actor":"text"}', E'\\xe86a3e4e94425208992a5637e05438a8eb8b9bb45e0762814afac42f7598656d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.comment_liked') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Liked', '{actor} likes your comment.', '{"actor":"text"}', E'\\x8a2c860248c94d88b12d8be60ab57c5b70e09bf42ab9a30d7453332d9a0f9be0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.shared') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Shared', '{actor} shared what you published.', '{"actor":"text"}', E'\\xa3e68f0c8f42f48338b68c903cd559f059e592795dd38aaf925ba9256e5befcf'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.poll_ended') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Poll closed', 'A poll you voted in has closed.', '{}', E'\\x350d18b8b56769859600481c4c980c9ac85ee574f9bb04dd248024071b03fe47'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.collaboration_invited') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Invitation to work together', '{actor} invites you to publish together.', '{"actor":"text"}', E'\\xb099d47699fae6d4cde8bd87d8d8a490212fdbf7477873a94eb5d5c178496e72'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.collaboration_invited') and channel = 'push' and variant = 'default'), 1, 'en', 'Invitation to work together', '{actor} invites you to publish together.', '{"actor":"text"}', E'\\xb099d47699fae6d4cde8bd87d8d8a490212fdbf7477873a94eb5d5c178496e72'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.collaboration_invited') and channel = 'email' and variant = 'default'), 1, 'en', 'Invitation to work together', '{actor} invites you to publish together. Look at it and accept or decline here: {link}', '{"actor":"text","link":"url"}', E'\\x1042965390bd05f38919026a3d03883868ec981dcd5da358421ceface1e2ae3c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.collaboration_accepted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Accepted', '{actor} accepted your invitation to publish together.', '{"actor":"text"}', E'\\x475b24bcda5ecf9187d7dc7a425c9ba8c3936c466eb88bd86fe4149fd1e5624a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.collaboration_accepted') and channel = 'push' and variant = 'default'), 1, 'en', 'Accepted', '{actor} accepted your invitation to publish together.', '{"actor":"text"}', E'\\x475b24bcda5ecf9187d7dc7a425c9ba8c3936c466eb88bd86fe4149fd1e5624a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.processing_finished') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Ready', 'Your upload is ready.', '{}', E'\\x05719cb1d496b4f09a549f1c0768005c824cfe7c3521f5148bbd547b06247950'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.processing_finished') and channel = 'push' and variant = 'default'), 1, 'en', 'Ready', 'Your upload is ready.', '{}', E'\\x05719cb1d496b4f09a549f1c0768005c824cfe7c3521f5148bbd547b06247950'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.processing_failed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Upload failed', 'We could not process your upload. Please look at it.', '{}', E'\\xf694b54bb827459ebd2e00d4b63ceb84db9787ae299a85ae54f2a33a8f50fca5'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.processing_failed') and channel = 'push' and variant = 'default'), 1, 'en', 'Upload failed', 'We could not process your upload. Please look at it.', '{}', E'\\xf694b54bb827459ebd2e00d4b63ceb84db9787ae299a85ae54f2a33a8f50fca5'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.scheduled_published') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Published', 'What you scheduled is now online.', '{}', E'\\xe05ef132ce3edf4370de14dfe981e84fac250c2d56f81d08c81df9be82fb9755'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.scheduled_failed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Not published', 'Something you scheduled was not published.', '{}', E'\\x7bcb7136279c8ea5714074d40c3d7b3823aad3781d06843c8a6674afcf9de9ff'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.scheduled_failed') and channel = 'push' and variant = 'default'), 1, 'en', 'Not published', 'Something you scheduled was not published.', '{}', E'\\x7bcb7136279c8ea5714074d40c3d7b3823aad3781d06843c8a6674afcf9de9ff'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.scheduled_failed') and channel = 'email' and variant = 'default'), 1, 'en', 'Not published', 'Something you scheduled for {time} was not published, because {reason}. It is kept as a draft: {link}', '{"time":"timestamp","reason":"text","link":"url"}', E'\\x9007e539407a3c3958eba217b8bb0efb39ac27273045238e1281371868712fdc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.review_passed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Review finished', 'Your upload was approved.', '{}', E'\\xe3b485dbcc4616e4d21343d180890c1ebf569cc7803efbe3e0151476b1309f25'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.review_passed') and channel = 'push' and variant = 'default'), 1, 'en', 'Review finished', 'Your upload was approved.', '{}', E'\\xe3b485dbcc4616e4d21343d180890c1ebf569cc7803efbe3e0151476b1309f25'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.review_rejected') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Review finished', 'Your upload was not approved. See why.', '{}', E'\\x3f3cce0cf2093c201bfa76b7c416e28522e5e50b9d540f4ae6a0b44e9b10a229'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.review_rejected') and channel = 'push' and variant = 'default'), 1, 'en', 'Review finished', 'Your upload was not approved. See why.', '{}', E'\\x3f3cce0cf2093c201bfa76b7c416e28522e5e50b9d540f4ae6a0b44e9b10a229'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.review_rejected') and channel = 'email' and variant = 'default'), 1, 'en', 'Review finished', 'We reviewed your upload of {date} and could not approve it. The reason, and how to correct it or ask for another review, is in your account: {link}', '{"date":"date","link":"url"}', E'\\x39713e88ed40cf1b833dcdc73ae267688db2cb45e66426ecdbcdf8c230bca262'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_requested') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your consent is asked for', '{actor} asks you to confirm that you appear in a recording.', '{"actor":"text"}', E'\\x8183d37326b7cb694d461f715def7a49a539946e57443fab0c5b05aedd4381e9'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_requested') and channel = 'push' and variant = 'default'), 1, 'en', 'Your consent is asked for', '{actor} asks you to confirm that you appear in a recording.', '{"actor":"text"}', E'\\x8183d37326b7cb694d461f715def7a49a539946e57443fab0c5b05aedd4381e9'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_requested') and channel = 'email' and variant = 'default'), 1, 'en', 'Your consent is asked for', '{actor} names you as somebody who appears in a recording and asks for your consent. Nothing is published before you confirm it. You can confirm, decline or report it here: {link}', '{"actor":"text","link":"url"}', E'\\x24df97bb60058998240eb1d57f43b8828e6bfc3e23ef5b6b7e461eb04117d71f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_withdrawn') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Consent withdrawn', 'Somebody who appears in your content withdrew consent.', '{}', E'\\xe5d00b3040f6b499ffbaf727b78f448747c8d7375f355906616d8584db266c08'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_withdrawn') and channel = 'push' and variant = 'default'), 1, 'en', 'Consent withdrawn', 'Somebody who appears in your content withdrew consent.', '{}', E'\\xe5d00b3040f6b499ffbaf727b78f448747c8d7375f355906616d8584db266c08'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_withdrawn') and channel = 'email' and variant = 'default'), 1, 'en', 'Consent withdrawn', '{performer} withdrew consent to content of yours. It is no longer shown. Please see what you have to do: {link}', '{"performer":"text","link":"url"}', E'\\xd10f6a559646ab54cc33025897238902857f4f5d05d6e9d4931ccc276148e4ff'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_expiring') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Document expires soon', 'A document of somebody in your content expires soon.', '{}', E'\\xd380ddfcf43d99ffbf8f699c7781b41e6ebfc90780b049fa5ce3a9e20fab1c4e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.release_expiring') and channel = 'email' and variant = 'default'), 1, 'en', 'Document expires soon', 'The identity document of {performer} on file expires on {date}. Please add a new one before then, or the content will be hidden: {link}', '{"performer":"text","date":"date","link":"url"}', E'\\xb82d61676a0a38e211b6b2cbbc65f32a328743d7d2288581d2cd782734381280'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.trending') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Popular today', 'What you published is popular today.', '{}', E'\\xfe3c430e715b989ab679ac6b1210d5b718058c991f50eafa82e688d90d29a051'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.expiring') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Expires soon', 'Something you published expires tomorrow.', '{}', E'\\x9a79c9d06997e2c7982096ffa6c3f1eb4237ec26e06d9e13b3ac89758680916a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.watermark_matched') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A copy was found', 'We found a copy of your content outside the platform.', '{}', E'\\xdf516f993072db279bb87d2753bc74aff486042dc7ff066f742e01aebcb7b3b7'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.watermark_matched') and channel = 'email' and variant = 'default'), 1, 'en', 'A copy was found', 'We found what looks like a copy of your content on {site}. You can look at it and have us send a notice: {link}', '{"site":"text","link":"url"}', E'\\x4e4985fda8d458d0ff68ae89bf5ad2281bcec65b06bfc42862b02c6ef113c081'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'content.takedown_done') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Copy removed', 'A copy of your content was removed from {site}.', '{"site":"text"}', E'\\xb2c8300365cd37e27cc5380d20e6ff4912ffc6b5419236f4cf61c7c82cfe11e3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New message', 'You have a new message.', '{}', E'\\xce2a11a00479af7a2a030bc0ff2357f214c0ea36cc13a0aeca0a9ddfa3f74f06'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.received') and channel = 'push' and variant = 'default'), 1, 'en', 'New message', 'You have a new message.', '{}', E'\\xce2a11a00479af7a2a030bc0ff2357f214c0ea36cc13a0aeca0a9ddfa3f74f06'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.received') and channel = 'web_push' and variant = 'default'), 1, 'en', 'New message', 'You have a new message.', '{}', E'\\xce2a11a00479af7a2a030bc0ff2357f214c0ea36cc13a0aeca0a9ddfa3f74f06'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.requested') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Message request', 'Somebody would like to write to you.', '{}', E'\\x489280b6744b2320a59c97bba073cf597ac1d0cae74ba043fc81968394d3c5ec'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.requested') and channel = 'push' and variant = 'default'), 1, 'en', 'Message request', 'Somebody would like to write to you.', '{}', E'\\x489280b6744b2320a59c97bba073cf597ac1d0cae74ba043fc81968394d3c5ec'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.reacted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Reaction', '{actor} reacted to your message.', '{"actor":"text"}', E'\\x67f602999f9f4126d4b1ff05cf25fc5643c0bcf5fa49ef26724219c85236a2df'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.mentioned') and channel = 'in_app' and variant = 'default'), 1, 'en', 'You were mentioned', '{actor} mentioned you in a conversation.', '{"actor":"text"}', E'\\x95b7f3d76e16da6874f16240f6bcd6f5dfd977785dce7f2fc09c1a06cb183715'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.mentioned') and channel = 'push' and variant = 'default'), 1, 'en', 'You were mentioned', '{actor} mentioned you in a conversation.', '{"actor":"text"}', E'\\x95b7f3d76e16da6874f16240f6bcd6f5dfd977785dce7f2fc09c1a06cb183715'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.mentioned') and channel = 'web_push' and variant = 'default'), 1, 'en', 'You were mentioned', '{actor} mentioned you in a conversation.', '{"actor":"text"}', E'\\x95b7f3d76e16da6874f16240f6bcd6f5dfd977785dce7f2fc09c1a06cb183715'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.group_invited') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Invitation', '{actor} invites you to a conversation.', '{"actor":"text"}', E'\\x6f394ecc91843fd772996bafa4a4890dec304cf9bdb3012db44f23c6aac00668'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.group_invited') and channel = 'push' and variant = 'default'), 1, 'en', 'Invitation', '{actor} invites you to a conversation.', '{"actor":"text"}', E'\\x6f394ecc91843fd772996bafa4a4890dec304cf9bdb3012db44f23c6aac00668'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.mass_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'News from {actor}', '{actor} sent you a message.', '{"actor":"text"}', E'\\x8b13b900175b4985fdaf8a0dc2e60b6a357b5392d59a4551beb9cda8e0bf454a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.mass_received') and channel = 'push' and variant = 'default'), 1, 'en', 'News from {actor}', '{actor} sent you a message.', '{"actor":"text"}', E'\\x8b13b900175b4985fdaf8a0dc2e60b6a357b5392d59a4551beb9cda8e0bf454a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.paid_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Message from {actor}', '{actor} sent you a message.', '{"actor":"text"}', E'\\x218f0b9c8abe2cf5968194683a99d005491bd1d5625d55ec40f86b7bf821d31b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.paid_received') and channel = 'push' and variant = 'default'), 1, 'en', 'Message from {actor}', '{actor} sent you a message.', '{"actor":"text"}', E'\\x218f0b9c8abe2cf5968194683a99d005491bd1d5625d55ec40f86b7bf821d31b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.paid_opened') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Opened', '{actor} opened your message.', '{"actor":"text"}', E'\\xe1e151f29f9f4569ce49529a30aa1dde53550d3e1c91807681c3523acfd340fa'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.call_incoming') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Incoming call', '{actor} is calling.', '{"actor":"text"}', E'\\x8cd908bf5fffce566e1b70e80c0ffaf2aa87620db055c1387c0540eea13ba32e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.call_incoming') and channel = 'push' and variant = 'default'), 1, 'en', 'Incoming call', '{actor} is calling.', '{"actor":"text"}', E'\\x8cd908bf5fffce566e1b70e80c0ffaf2aa87620db055c1387c0540eea13ba32e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.call_incoming') and channel = 'web_push' and variant = 'default'), 1, 'en', 'Incoming call', '{actor} is calling.', '{"actor":"text"}', E'\\x8cd908bf5fffce566e1b70e80c0ffaf2aa87620db055c1387c0540eea13ba32e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.call_missed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Missed call', '{actor} called you.', '{"actor":"text"}', E'\\x3be3a0d357e2ef30318b420bf9e1c553024427548c8b1fa445a38a0663c798c2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.call_missed') and channel = 'push' and variant = 'default'), 1, 'en', 'Missed call', '{actor} called you.', '{"actor":"text"}', E'\\x3be3a0d357e2ef30318b420bf9e1c553024427548c8b1fa445a38a0663c798c2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.unread_digest') and channel = 'email' and variant = 'default'), 1, 'en', 'Unread messages', 'You have {count} unread messages. Read them in your account: {link}', '{"count":"number","link":"url"}', E'\\xfa572fb12e3e20fb99efe50671d309e7200339e906fb2c835db28f47fb322307'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.scheduled_failed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Not sent', 'A message you scheduled was not sent.', '{}', E'\\xd36743119c590a143d2a700636eb85c754c75505a4a7a9f4b0d22474d5f87005'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.scheduled_failed') and channel = 'push' and variant = 'default'), 1, 'en', 'Not sent', 'A message you scheduled was not sent.', '{}', E'\\xd36743119c590a143d2a700636eb85c754c75505a4a7a9f4b0d22474d5f87005'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.campaign_finished') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Sent', 'Your message reached {count} people.', '{"count":"number"}', E'\\x34f4ff1c9a7212f399a29ba1aa102b3b941667d21dcbc31c85bfcebeb40411fe'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.new_device_key') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New device', '{actor} uses a new device. Compare the keys if you are not sure.', '{"actor":"text"}', E'\\x4c021d56256e2d5261a7efaded8c8f23f6b09435b906d7e3fc92dc16d9fc0242'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'messages.new_device_key') and channel = 'push' and variant = 'default'), 1, 'en', 'New device', '{actor} uses a new device. Compare the keys if you are not sure.', '{"actor":"text"}', E'\\x4c021d56256e2d5261a7efaded8c8f23f6b09435b906d7e3fc92dc16d9fc0242')
  ) as written (template_id, version, locale, subject, body, variables, sha256)
)
insert/**/into public.notification_template_versions (template_id, version, locale, subject, body, variables, sha256)
  select template_id, version, locale, subject, body, variables, sha256 from wanted
  where not exists (select from public.notification_template_versions as there where there.template_id = wanted.template_id and there.version = wanted.version and there.locale = wanted.locale);

with wanted (template_id, version, locale, subject, body, variables, sha256) as (
  select template_id::integer, version::integer, locale::public.language_tag, subject::text, body::text, variables::jsonb, sha256::public.digest_256
  from (values
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_started') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Subscription started', 'Your subscription has started.', '{}', E'\\x0b369940fd1920f8ef5381b8d320dcff184c929f45ae828dc0bf137e1b364cee'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_started') and channel = 'email' and variant = 'default'), 1, 'en', 'Subscription started', 'Your subscription has started on {date}. It renews on {renews_on} for {amount} unless you cancel before. Manage it here: {link}', '{"date":"date","renews_on":"date","amount":"money","link":"url"}', E'\\xaa7dc4f1daff311577cc2410e47d11cc0cfeac94ac5751b487b37a22b7565f7c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_renewed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Subscription renewed', 'Your subscription was renewed.', '{}', E'\\x5c041091c07c849f4f996cd6d760f45b667c05538ff75bf1e85bf45bd2773fcc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_renewed') and channel = 'email' and variant = 'default'), 1, 'en', 'Subscription renewed', 'Your subscription was renewed on {date} for {amount}. The next renewal is on {renews_on}. Manage it here: {link}', '{"date":"date","amount":"money","renews_on":"date","link":"url"}', E'\\x7d436952636481b298d1c0a46f992238f164f8d2cb4f1d9d725bfe642f81ef43'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_renewal_soon') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Renewal ahead', 'A subscription renews soon.', '{}', E'\\x94f1e80f65ffcd1876cebe1b4df11771576ba526f2b0ac5c6defde1f7582691c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_renewal_soon') and channel = 'email' and variant = 'default'), 1, 'en', 'Renewal ahead', 'A subscription renews on {renews_on} for {amount}. If you do not want that, cancel before then: {link}', '{"renews_on":"date","amount":"money","link":"url"}', E'\\xb1f4ba0cd2b1eddab2dd2064ca01c114315141f9c4abbd6044b753b638122057'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_price_change') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Price change', 'The price of a subscription changes.', '{}', E'\\x2d2f464c23f49c038563327eac3dfe86a97498917fc7b03af0d5b3c1a5100687'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_price_change') and channel = 'email' and variant = 'default'), 1, 'en', 'Price change', 'The price of a subscription of yours changes from {old_amount} to {amount} on {date}. It does not renew at the new price unless you agree: {link}', '{"old_amount":"money","amount":"money","date":"date","link":"url"}', E'\\x484ac436e490c1162ea6246256596881ec092c7c0ca9bbe476d1d74b8cc98a96'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_payment_failed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Payment failed', 'A payment for a subscription failed.', '{}', E'\\x5a06e18b75e476c0b447452056f64077b8c61d5e7e077f34b8775050865599ff'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_payment_failed') and channel = 'push' and variant = 'default'), 1, 'en', 'Payment failed', 'A payment for a subscription failed.', '{}', E'\\x5a06e18b75e476c0b447452056f64077b8c61d5e7e077f34b8775050865599ff'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_payment_failed') and channel = 'email' and variant = 'default'), 1, 'en', 'Payment failed', 'We could not collect {amount} for your subscription. We try again on {retry_on}. You can check your payment method here: {link}', '{"amount":"money","retry_on":"date","link":"url"}', E'\\xf70880b01670ece38e3e20b777b4edaa74bb2002a1d9e4bcc54bf048c015b361'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_cancelled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Subscription cancelled', 'Your subscription is cancelled.', '{}', E'\\x830c8f6b9df12d979b7b344b6501adf5bcd1975e7fcab457921393d2a7398428'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_cancelled') and channel = 'email' and variant = 'default'), 1, 'en', 'Subscription cancelled', 'Your subscription is cancelled and ends on {ends_on}. Until then you keep access. You can change your mind here: {link}', '{"ends_on":"date","link":"url"}', E'\\xefb5639c3f98728f64d7f485256d90caed81b0b97d4308b2e9d09f87d06f8c29'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_ended') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Subscription ended', 'A subscription has ended.', '{}', E'\\xca2af2105e1f14707b6030886051e7cb82af129c33fe516dbb95451816b70072'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscription_ended') and channel = 'email' and variant = 'default'), 1, 'en', 'Subscription ended', 'A subscription of yours has ended on {date}. You were not charged again.', '{"date":"date"}', E'\\xdd6e40f33b574d637443ddb980a8a8d9b6468b751711efc84e2286dd68bc8b10'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.gift_subscription_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A gift for you', 'Somebody gave you a subscription.', '{}', E'\\x9f503113a081f65e9ef1f7f647f4a7600608dd62f1896feacd2a1bdc05872c70'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.gift_subscription_received') and channel = 'push' and variant = 'default'), 1, 'en', 'A gift for you', 'Somebody gave you a subscription.', '{}', E'\\x9f503113a081f65e9ef1f7f647f4a7600608dd62f1896feacd2a1bdc05872c70'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.gift_subscription_received') and channel = 'email' and variant = 'default'), 1, 'en', 'A gift for you', 'Somebody gave you a subscription as a gift. You can accept it here: {link}', '{"link":"url"}', E'\\x05e77495b22f4ec5899f507b3020e2b36b720a3efcf0c67b2c06136cd38a23d8'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.trial_ending') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Trial ends', 'Your trial ends soon.', '{}', E'\\xd6d361e0c718ec75a2798f1af90c7e913c51c0035cee88ebeeca8b1dbd4c8b6e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.trial_ending') and channel = 'push' and variant = 'default'), 1, 'en', 'Trial ends', 'Your trial ends soon.', '{}', E'\\xd6d361e0c718ec75a2798f1af90c7e913c51c0035cee88ebeeca8b1dbd4c8b6e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.trial_ending') and channel = 'email' and variant = 'default'), 1, 'en', 'Trial ends', 'Your trial ends on {ends_on}. After that {amount} is charged unless you cancel before: {link}', '{"ends_on":"date","amount":"money","link":"url"}', E'\\x10c0570d154e6a6c39e58003fce248073ea2261e9f8b4c22705acd6b7fb1377c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.new_subscriber') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New subscriber', 'You have a new subscriber.', '{}', E'\\x748695cba7c52190837b143506d3c786d7b8c3a1f793aec8f3302201653a5ffc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.new_subscriber') and channel = 'push' and variant = 'default'), 1, 'en', 'New subscriber', 'You have a new subscriber.', '{}', E'\\x748695cba7c52190837b143506d3c786d7b8c3a1f793aec8f3302201653a5ffc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscriber_renewed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Renewed', 'A subscriber stayed with you.', '{}', E'\\x26cc906474343d03726d405fcf363c5737ec4f82db6b420ebea9cdac5c948280'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.subscriber_left') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Subscription ended', 'A subscription to you has ended.', '{}', E'\\x37ce0369391be87ebf37e334c72babd0568ad0106435c742907a41f4461bb354'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tip_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'You received a tip', '{actor} sent you a tip.', '{"actor":"text"}', E'\\x24162e577d2b950ca1cf0a0d55b4333b77db551d954300fe1d2ed20a3c9459b0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tip_received') and channel = 'push' and variant = 'default'), 1, 'en', 'You received a tip', '{actor} sent you a tip.', '{"actor":"text"}', E'\\x24162e577d2b950ca1cf0a0d55b4333b77db551d954300fe1d2ed20a3c9459b0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tip_goal_reached') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Goal reached', 'Your goal {goal} is reached.', '{"goal":"text"}', E'\\xb56d7db7dad3495459d6612b479ffe179d3d7b773705bc78c0bcfb3d6af03fed'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tip_goal_reached') and channel = 'push' and variant = 'default'), 1, 'en', 'Goal reached', 'Your goal {goal} is reached.', '{"goal":"text"}', E'\\xb56d7db7dad3495459d6612b479ffe179d3d7b773705bc78c0bcfb3d6af03fed'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.purchase_receipt') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your receipt', 'Thank you for your purchase.', '{}', E'\\x592cad446d2da38d950bb7cd6570e90b53c826a87df2c15b2ba3db27472cf415'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.purchase_receipt') and channel = 'email' and variant = 'default'), 1, 'en', 'Your receipt', 'Thank you. You paid {amount} on {date}. On your statement it is shown as {descriptor}. The receipt is in your account: {link}', '{"amount":"money","date":"date","descriptor":"text","link":"url"}', E'\\x3fd7f227421b052830e2365693819a2bfd633fdc92956d25316b0a732c9c4ea9'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.sale_made') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New sale', 'You sold something.', '{}', E'\\x048312599a01d96aacddb01b91d63e7f9943e3f95e7061584f27dc19b8b2429c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.sale_made') and channel = 'push' and variant = 'default'), 1, 'en', 'New sale', 'You sold something.', '{}', E'\\x048312599a01d96aacddb01b91d63e7f9943e3f95e7061584f27dc19b8b2429c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.product_delivered') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Ready for you', 'Your purchase is ready.', '{}', E'\\x012e05ba849492135969e46535ee829248268ddc200ccd761dd82a50e48fb6ba'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.product_delivered') and channel = 'email' and variant = 'default'), 1, 'en', 'Ready for you', 'Your purchase is ready. Open it here: {link}', '{"link":"url"}', E'\\x2642dabc00b2ef5459dc2a6b438064b61e91ec55017d9308c069e001feab946f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.custom_request_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New request', '{actor} sent you a request.', '{"actor":"text"}', E'\\x80455eef855e2551d1d45f9e61fe313ebee0d753f028fd51f5e8c4e11a184704'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.custom_request_received') and channel = 'push' and variant = 'default'), 1, 'en', 'New request', '{actor} sent you a request.', '{"actor":"text"}', E'\\x80455eef855e2551d1d45f9e61fe313ebee0d753f028fd51f5e8c4e11a184704'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.custom_request_answered') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your request', 'Your request was answered.', '{}', E'\\xe525e6524d5fc178c608839ea8326153087e68b0b1983a8970d0a58be246c6b1'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.custom_request_answered') and channel = 'push' and variant = 'default'), 1, 'en', 'Your request', 'Your request was answered.', '{}', E'\\xe525e6524d5fc178c608839ea8326153087e68b0b1983a8970d0a58be246c6b1'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.custom_request_delivered') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your request is ready', 'Your request is ready.', '{}', E'\\x7e91f259249248d9f35d1c103beb7caef23c77db334d693d2217704d33b5b93f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.custom_request_delivered') and channel = 'push' and variant = 'default'), 1, 'en', 'Your request is ready', 'Your request is ready.', '{}', E'\\x7e91f259249248d9f35d1c103beb7caef23c77db334d693d2217704d33b5b93f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.custom_request_delivered') and channel = 'email' and variant = 'default'), 1, 'en', 'Your request is ready', 'What you asked for is ready. Look at it and accept it here: {link}', '{"link":"url"}', E'\\x8e17a28b5927b0428e5f7c1d8bd3e8e9596b5ce51523869d09fc334d9fdfef7f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.wallet_topped_up') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Balance added', '{amount} was added to your balance.', '{"amount":"money"}', E'\\x2bc508349f222f736387a20c68360abd331a505ac9bf5e8e9ad020c301bffd37'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.wallet_topped_up') and channel = 'email' and variant = 'default'), 1, 'en', 'Balance added', '{amount} was added to your balance on {date}. The receipt is in your account: {link}', '{"amount":"money","date":"date","link":"url"}', E'\\xf43585a0e17b34bac9dcfe22f33990ee1ae7d14244dba0f0fcba2b28f74ac52e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.auto_topup_failed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Top-up failed', 'We could not top up your balance.', '{}', E'\\x45c03135620bb2f37de19f7bc31a7222c39418f1421a6e515ca09a2600533909'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.auto_topup_failed') and channel = 'push' and variant = 'default'), 1, 'en', 'Top-up failed', 'We could not top up your balance.', '{}', E'\\x45c03135620bb2f37de19f7bc31a7222c39418f1421a6e515ca09a2600533909'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.auto_topup_failed') and channel = 'email' and variant = 'default'), 1, 'en', 'Top-up failed', 'We could not top up your balance automatically. Please check your payment method: {link}', '{"link":"url"}', E'\\xee4543ad190e4fece5841f8ee35af714783ec6fb8c1e058b8af1fb82238a6a63'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tokens_expiring') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Tokens expire soon', 'Some of your tokens expire soon.', '{}', E'\\xdfe3e3a1ddfd9944452a24d4070f6fadfdfc412220447de376d9f498c6abf290'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tokens_expiring') and channel = 'email' and variant = 'default'), 1, 'en', 'Tokens expire soon', '{count} of your tokens expire on {date}. See your balance: {link}', '{"count":"number","date":"date","link":"url"}', E'\\xd9d2e5cca1c966eec360d738bfb1db7dd5f805c1a05235ae8040408cdbae2761'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.refund_issued') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Refund', 'A payment was refunded.', '{}', E'\\x10f94860e03131be735d9805b18b311e9c8e9b5229304456e14fb87193d670e9'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.refund_issued') and channel = 'email' and variant = 'default'), 1, 'en', 'Refund', 'We refunded {amount} on {date}. It reaches your account in up to ten working days, and is shown as {descriptor}.', '{"amount":"money","date":"date","descriptor":"text"}', E'\\x8ea183451ef5ce870252a054ecec3dfc599aaf96029010995e5522fdf8f0cc3c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.dispute_opened') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A payment is disputed', 'A payment to you is disputed.', '{}', E'\\x64cd902b1143142338df784342b5db383858154eca43252d5e6a225842909cec'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.dispute_opened') and channel = 'push' and variant = 'default'), 1, 'en', 'A payment is disputed', 'A payment to you is disputed.', '{}', E'\\x64cd902b1143142338df784342b5db383858154eca43252d5e6a225842909cec'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.dispute_opened') and channel = 'email' and variant = 'default'), 1, 'en', 'A payment is disputed', 'A payment of {amount} to you is disputed by the holder of the card. The amount is held until it is decided. You may add evidence until {due_on}: {link}', '{"amount":"money","due_on":"date","link":"url"}', E'\\x45f34963170737be9710e9c14875015a25afe0c714b09a80935d642656dfea5f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.dispute_decided') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Dispute decided', 'The dispute of a payment was decided.', '{}', E'\\x043bc6ea1a2887daffda729511a0885f2f0717484630654963cf373a9c17042e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.dispute_decided') and channel = 'email' and variant = 'default'), 1, 'en', 'Dispute decided', 'The dispute of the payment of {amount} was decided. See the outcome here: {link}', '{"amount":"money","link":"url"}', E'\\xecb6461256995d4f3912eb7fd0bea8454ebdee1d8eb7d56a4d8a76ca2e663f7c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_sent') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Payout on its way', 'Your payout is on its way.', '{}', E'\\x1151e398339108323fc5e19fa5e94da3bfa192d7d19b4ab94fef2ab23fb7e91e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_sent') and channel = 'push' and variant = 'default'), 1, 'en', 'Payout on its way', 'Your payout is on its way.', '{}', E'\\x1151e398339108323fc5e19fa5e94da3bfa192d7d19b4ab94fef2ab23fb7e91e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_sent') and channel = 'email' and variant = 'default'), 1, 'en', 'Payout on its way', 'We sent you {amount} on {date}. It arrives in one to five working days. See it here: {link}', '{"amount":"money","date":"date","link":"url"}', E'\\xb4dcadd91e444cfca993d2cf9c1cd3ec4b6d4f60fe588852886abf14fb0ec3c2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_failed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Payout failed', 'Your payout failed.', '{}', E'\\xe91b1724b9818685966bc04bd7cb75740e8e41fb95543852b2c53a7f5c1d3d82'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_failed') and channel = 'push' and variant = 'default'), 1, 'en', 'Payout failed', 'Your payout failed.', '{}', E'\\xe91b1724b9818685966bc04bd7cb75740e8e41fb95543852b2c53a7f5c1d3d82'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_failed') and channel = 'email' and variant = 'default'), 1, 'en', 'Payout failed', 'Your payout of {amount} was returned by the bank. Please check your payout account: {link}', '{"amount":"money","link":"url"}', E'\\x814681a895dc6dd590cd27ecf61bf826a6f1c07bab6a1ef5ae098a9395e3794c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_held') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Payout on hold', 'Your payout is on hold.', '{}', E'\\x4c1e4d92697c29cc889c5a0a2ce0bb4cf13d137ee77b7bdf65b3ecedf4db8e27'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_held') and channel = 'push' and variant = 'default'), 1, 'en', 'Payout on hold', 'Your payout is on hold.', '{}', E'\\x4c1e4d92697c29cc889c5a0a2ce0bb4cf13d137ee77b7bdf65b3ecedf4db8e27'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_held') and channel = 'email' and variant = 'default'), 1, 'en', 'Payout on hold', 'We hold a payout of yours, because {public_reason}. See what you can do: {link}', '{"public_reason":"text","link":"url"}', E'\\x71662785ef345eb4498dab423d9a9c7f2dd8a5801b06f15e0f966c88da19e2ad'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_account_changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Payout account changed', 'Your payout account was changed.', '{}', E'\\xff273dfe038467f68030bed501c3fb61e36df7a8d0cb11265dfc7f410e9f49f0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_account_changed') and channel = 'push' and variant = 'default'), 1, 'en', 'Payout account changed', 'Your payout account was changed.', '{}', E'\\xff273dfe038467f68030bed501c3fb61e36df7a8d0cb11265dfc7f410e9f49f0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.payout_account_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'Payout account changed', 'Your payout account was changed on {date}. If that was not you, secure your account at once: {link}', '{"date":"date","link":"url"}', E'\\x9222a737b52a2b6e177f90e4e0427bf9fc0dc574411dd4f64ad93af2914bac6d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.reserve_released') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Reserve released', '{amount} was released to your balance.', '{"amount":"money"}', E'\\x809d1afae804ea67f6b81ecad0101796ddc85f375d1aa3250fb9a4e4af30fd96'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tax_form_due') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Tax form needed', 'We need a tax form from you.', '{}', E'\\x0e8c61ef01ebbd39e27520bdf9911f40a783b389c009fd847bfbc0c90435d1b2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tax_form_due') and channel = 'email' and variant = 'default'), 1, 'en', 'Tax form needed', 'We need a tax form from you by {due_on}. Until then we have to withhold tax or stop payouts. Fill it in here: {link}', '{"due_on":"date","link":"url"}', E'\\xd67a760550d0d632333391a1fcc0dbaf3b04fa65830a860796cc0d90f9aaaacc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tax_document_ready') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Tax document ready', 'A tax document is ready.', '{}', E'\\xc858a6238f519d9eefe750f43c30760d83ffc1e9b7e8732ee306d56e754e7d1b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.tax_document_ready') and channel = 'email' and variant = 'default'), 1, 'en', 'Tax document ready', 'Your tax document for {year} is ready in your account: {link}', '{"year":"number","link":"url"}', E'\\xafcc4b984050f2f50a927bb1ac18c46740091fe2436c628e24f2106391946deb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.invoice_ready') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Invoice ready', 'An invoice is ready.', '{}', E'\\x76913953f0119d840964c72c1dadbef5b9fc76dd1e82b555868454d42a589559'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.invoice_ready') and channel = 'email' and variant = 'default'), 1, 'en', 'Invoice ready', 'The invoice {number} is ready in your account: {link}', '{"number":"text","link":"url"}', E'\\x7bbd290ddb839c8423e035e9910252aa7811e79d3e98254fcc4382bc2e8ea3a7'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.card_expiring') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Card expires soon', 'A payment card expires soon.', '{}', E'\\x019699db5f1c57f7bf73d0e9de89035c4975285e36cbf5b133f41ee1c3985ad7'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.card_expiring') and channel = 'email' and variant = 'default'), 1, 'en', 'Card expires soon', 'The payment card ending in {last4} expires at the end of {month}. Add a new one here: {link}', '{"last4":"text","month":"text","link":"url"}', E'\\x1ae0e015251df3bfc310ae635560eaa30c4aa1ad3a435db0fc77d748e2817116'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.spending_limit_near') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your limit', 'You are close to the spending limit that you set.', '{}', E'\\x6df18e3e63dfc034fb2bc1d71e0fdf3ec520218f0acf988d2e17316e30a00bc7'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.spending_limit_changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Limit changed', 'Your spending limit changes.', '{}', E'\\x5d430dc5134dd6b1b9d7624e8a6014243a22b3cd50ffdbf273bd39b4564d94f6'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.spending_limit_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'Limit changed', 'The change of your spending limit takes effect on {date}. You can take it back before: {link}', '{"date":"date","link":"url"}', E'\\x04dacba867c77644be98b86f65acafd9864ee5da1dd0144ac27b49b2d8b204f4'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.affiliate_commission') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Commission', 'You earned a commission.', '{}', E'\\x0af8913daf15281034198cc561668aa2d0d563a5e71581d44ac08ec4efb665fd'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.split_changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Shares changed', 'The shares of something you are part of changed.', '{}', E'\\x442ff0cc58bb5d3d2137d2fc3d18a4dbbb48f11bfeeaa27c0b1ce899be098d2b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.split_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'Shares changed', 'Your share of {title} changes to {share} on {date}. See it here: {link}', '{"title":"text","share":"text","date":"date","link":"url"}', E'\\x96f577b6033b83af4e86b5baf361509d1a516a0268e450354ce5bc4aef23e0fb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.promotion_offered') and channel = 'in_app' and variant = 'default'), 1, 'en', 'An offer', '{actor} has an offer for you.', '{"actor":"text"}', E'\\x185eb5b1cdaf5da7aded0d255db4e984aaeb38cb4d0c872891c1b20a8d19a168'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'money.points_expiring') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Points expire soon', 'Some of your points expire soon.', '{}', E'\\xf5ee912a7dc019865c6badc2134c0124b9f39f9ba437f383c6d7c373d873e2b2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.login_new_device') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New sign-in', 'Your account was used on a new device.', '{}', E'\\xee7bd41f03a83b7cc99d94a4758b1a289088535af6f0baa079d82347da69c4b3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.login_new_device') and channel = 'push' and variant = 'default'), 1, 'en', 'New sign-in', 'Your account was used on a new device.', '{}', E'\\xee7bd41f03a83b7cc99d94a4758b1a289088535af6f0baa079d82347da69c4b3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.login_new_device') and channel = 'email' and variant = 'default'), 1, 'en', 'New sign-in', 'Your account was used on {device} near {place} on {time}. If that was not you, change your password and end all sessions: {link}', '{"device":"text","place":"text","time":"timestamp","link":"url"}', E'\\x279eef16cc6028a8ed62e2aaa0eea21917872a0f8abe5de837b94b000ef0fd57'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.login_blocked') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Sign-in stopped', 'We stopped an attempt to sign in.', '{}', E'\\xc91175bb92d690a4901595bd254d8c095213625ae3509d8fb70ee77084deeec2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.login_blocked') and channel = 'email' and variant = 'default'), 1, 'en', 'Sign-in stopped', 'We stopped an attempt to sign in to your account on {time} near {place}. If it was you, you can try again: {link}', '{"time":"timestamp","place":"text","link":"url"}', E'\\x4153322cb1b0842541e0253fec6f18bf4f54e82a93c00cc963e55f06e056fbf0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.verification_code') and channel = 'email' and variant = 'default'), 1, 'en', 'Your code', '{code} is your code. It is good for {minutes} minutes. Do not tell it to anybody; we never ask for it.', '{"code":"text","minutes":"number"}', E'\\x21814233f653ff1a0066834aa42405793bb358a0412940a63f67414f83a25e94'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.verification_code') and channel = 'sms' and variant = 'default'), 1, 'en', null, '{code} is your code. Do not tell it to anybody.', '{"code":"text"}', E'\\x5fa4854165dccbab6e42a1dd310ba64d3cca64a6de53d6b848e5a33a2d2b9183'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.password_changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Password changed', 'Your password was changed.', '{}', E'\\x485e5c8cadf34a01f2f7aa4c36b0985f0206a12d86f9dac95fea69707861630a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.password_changed') and channel = 'push' and variant = 'default'), 1, 'en', 'Password changed', 'Your password was changed.', '{}', E'\\x485e5c8cadf34a01f2f7aa4c36b0985f0206a12d86f9dac95fea69707861630a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.password_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'Password changed', 'Your password was changed on {time}. If that was not you, recover your account at once: {link}', '{"time":"timestamp","link":"url"}', E'\\x012532be86182c8daa93b8a35a0a60b467790975102864a789e614ccd6b77115'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.password_reset') and channel = 'email' and variant = 'default'), 1, 'en', 'Reset your password', 'Somebody asked for a new password for your account. If it was you, choose one here within {minutes} minutes: {link} If not, you need not do anything.', '{"minutes":"number","link":"url"}', E'\\x09d6eda9e5ee8658e5193babcbb6ffcc1ad3af350aec117dea8f9b5309850d1a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.email_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'E-mail address changed', 'The e-mail address of your account was changed on {time}. If that was not you, undo it within {days} days: {link}', '{"time":"timestamp","days":"number","link":"url"}', E'\\x7402d4a930d71ef17e2211b60a29170d0ec090e9ca8cd208ab2c2305d55dd58b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.email_verify') and channel = 'email' and variant = 'default'), 1, 'en', 'Confirm your e-mail address', 'Please confirm this e-mail address here: {link} If you did not ask for it, you need not do anything.', '{"link":"url"}', E'\\xfe5b449e1efbbef447396ab975361e74a44daa83851c2b12b6d2f79532cc9f93'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.phone_changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Phone number changed', 'Your phone number was changed.', '{}', E'\\xc9a46324ee12efaf3803a09851740951e72e8e26a2218aa36bdf969f92779b7c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.phone_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'Phone number changed', 'The phone number of your account was changed on {time}. If that was not you, secure your account at once: {link}', '{"time":"timestamp","link":"url"}', E'\\xe26ad95d3092057c72387a9878f04f9509dc453e41b64ce46de0c8889d71af26')
  ) as written (template_id, version, locale, subject, body, variables, sha256)
)
insert/**/into public.notification_template_versions (template_id, version, locale, subject, body, variables, sha256)
  select template_id, version, locale, subject, body, variables, sha256 from wanted
  where not exists (select from public.notification_template_versions as there where there.template_id = wanted.template_id and there.version = wanted.version and there.locale = wanted.locale);

with wanted (template_id, version, locale, subject, body, variables, sha256) as (
  select template_id::integer, version::integer, locale::public.language_tag, subject::text, body::text, variables::jsonb, sha256::public.digest_256
  from (values
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.mfa_enabled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Second factor on', 'A second factor was switched on.', '{}', E'\\xb2ae1cdcf86dfd0c5cb09c6e074b9aec0c37eac0100ae50e99d037327882c374'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.mfa_enabled') and channel = 'email' and variant = 'default'), 1, 'en', 'Second factor on', 'A second factor was switched on for your account on {time}. Keep your recovery codes in a safe place.', '{"time":"timestamp"}', E'\\x51f2cb3579bbb2e463bb8660b066b9087d2818d34bddda0ff5db99d7a90f6f89'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.mfa_disabled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Second factor off', 'A second factor was switched off.', '{}', E'\\xe057f6e82b36065f09fb8c08e04b26c8afeaab2aeb95c28f65331f7059453edd'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.mfa_disabled') and channel = 'push' and variant = 'default'), 1, 'en', 'Second factor off', 'A second factor was switched off.', '{}', E'\\xe057f6e82b36065f09fb8c08e04b26c8afeaab2aeb95c28f65331f7059453edd'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.mfa_disabled') and channel = 'email' and variant = 'default'), 1, 'en', 'Second factor off', 'A second factor was switched off for your account on {time}. If that was not you, secure your account at once: {link}', '{"time":"timestamp","link":"url"}', E'\\x43efa7fcbc3f3bc7b4820d637cb61ca8ec021e8794913980f7bb4df0edf702d4'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.recovery_code_used') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Recovery code used', 'A recovery code was used.', '{}', E'\\x2b03a275ac8e5e0864f8ceb18745e35452d435a912a5191358a54cb79b1c9eea'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.recovery_code_used') and channel = 'email' and variant = 'default'), 1, 'en', 'Recovery code used', 'A recovery code of your account was used on {time}. {remaining} are left. If that was not you, secure your account at once: {link}', '{"time":"timestamp","remaining":"number","link":"url"}', E'\\xd7c400f8f6b5573187669d927f69c6b33499b958aca1aa4d4a361f071604f3bd'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.passkey_added') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Passkey added', 'A passkey was added.', '{}', E'\\x84e8e18c1ff8ea1c90a4440d94a5838ec0b3b3f65f9a8881eb8b9cdd0b0869d0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.passkey_added') and channel = 'email' and variant = 'default'), 1, 'en', 'Passkey added', 'A passkey was added to your account on {time}. If that was not you, remove it: {link}', '{"time":"timestamp","link":"url"}', E'\\xb3ed198baa9fd682b4112d85b490c79108740cddf2ab4f7fd937800aeb7f612d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.external_identity_linked') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Sign-in linked', 'A new way to sign in was linked.', '{}', E'\\x7588866b529def58b76abb3462e82138d50a28b52ba9b4259cbe869c024b258e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.external_identity_linked') and channel = 'email' and variant = 'default'), 1, 'en', 'Sign-in linked', 'Signing in with {provider} was linked to your account on {time}. If that was not you, remove it: {link}', '{"provider":"text","time":"timestamp","link":"url"}', E'\\x9955c7c38ea97fffb64f9fe812593765afe551342180007cdd4ac1b942aaeb20'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.sessions_ended') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Signed out', 'All other sessions were ended.', '{}', E'\\x8a919144c9fa8093cd96640d0a202ac63fbf1225b4d7f6a6d94c5d2d05042816'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.sessions_ended') and channel = 'email' and variant = 'default'), 1, 'en', 'Signed out', 'All other sessions of your account were ended on {time}.', '{"time":"timestamp"}', E'\\xe113fdf8cea1bc7bee4769479185322473946973d5820d6b93d1b978223720ec'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.delegate_invited') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Invitation to help', '{actor} invites you to act for an account.', '{"actor":"text"}', E'\\xab0003dd2e832679abb2fb58fe09287faaa5d2edd7d908ae5c89e2e0886eb302'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.delegate_invited') and channel = 'email' and variant = 'default'), 1, 'en', 'Invitation to help', '{actor} invites you to act for their account. You need a second factor to accept. See what you may do: {link}', '{"actor":"text","link":"url"}', E'\\x6aec04f3684055495c9cfb42872f7b900ea29462869cb67f1b7802b0983d8199'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.delegate_accepted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Delegate active', 'Somebody may now act for your account.', '{}', E'\\x67a531a16de8592db2eece8cd9073d3051e03cf76f968e6781ea8dea88ff1aaf'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.delegate_accepted') and channel = 'email' and variant = 'default'), 1, 'en', 'Delegate active', '{delegate} accepted your invitation and may now act for your account within the limits you set: {link}', '{"delegate":"text","link":"url"}', E'\\xc04fc0b6661276be7f5c7092b4fe34eb921e9a6c320cbf82901e0d4682430915'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.api_key_created') and channel = 'in_app' and variant = 'default'), 1, 'en', 'API key created', 'An API key was created.', '{}', E'\\xcf4b0edb22016177d89671aa644832ae73fd43bc6cacc8f8fd5b155bed4d9db3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.api_key_created') and channel = 'email' and variant = 'default'), 1, 'en', 'API key created', 'An API key that begins with {prefix} was created for your account on {time}. If that was not you, revoke it: {link}', '{"prefix":"text","time":"timestamp","link":"url"}', E'\\xf86473bed537bec21e3b601f98de9f0f0dfa50930e143beea12e1a8839f2dbfd'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.api_key_leaked') and channel = 'in_app' and variant = 'default'), 1, 'en', 'API key revoked', 'An API key was found in public and revoked.', '{}', E'\\x865f816c868af7f0008f0b5b68e4eec157944c4f8b0887bccdfda95c764d6e10'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.api_key_leaked') and channel = 'push' and variant = 'default'), 1, 'en', 'API key revoked', 'An API key was found in public and revoked.', '{}', E'\\x865f816c868af7f0008f0b5b68e4eec157944c4f8b0887bccdfda95c764d6e10'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.api_key_leaked') and channel = 'email' and variant = 'default'), 1, 'en', 'API key revoked', 'An API key of yours that begins with {prefix} was found in a public place. We revoked it. Make a new one here: {link}', '{"prefix":"text","link":"url"}', E'\\x3d05c27e8dcf6150638151bcd46415b7d4d64ca7613a69425548ed6decbab52b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.app_authorised') and channel = 'in_app' and variant = 'default'), 1, 'en', 'App connected', 'An app was connected to your account.', '{}', E'\\xf6555711a75a7077ff641f0b10a28591fde8112a33a6837f5263bf41c91c053b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.app_authorised') and channel = 'email' and variant = 'default'), 1, 'en', 'App connected', '{app} may now use your account as far as you allowed. You can end it here: {link}', '{"app":"text","link":"url"}', E'\\x86ba8083486d39ed42c61ecf46aa075c5829906759d6081f11737faaf05841dc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.account_locked') and channel = 'email' and variant = 'default'), 1, 'en', 'Account locked', 'We saw signs that somebody else uses your account and locked it. Recover it here: {link}', '{"link":"url"}', E'\\xc66fe096fb3b39fee0b7efc6be52ac764ff460690de4b091d5483a341111e632'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.data_breach') and channel = 'in_app' and variant = 'default'), 1, 'en', 'About your data', 'Please read a notice about your data.', '{}', E'\\x646ec9623fb90e02f57587c3195fac12bb66ef0d404dfce485ffd26b9a202c44'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.data_breach') and channel = 'push' and variant = 'default'), 1, 'en', 'About your data', 'Please read a notice about your data.', '{}', E'\\x646ec9623fb90e02f57587c3195fac12bb66ef0d404dfce485ffd26b9a202c44'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'security.data_breach') and channel = 'email' and variant = 'default'), 1, 'en', 'About your data', 'There was an incident that concerns data of yours. What happened, which data and what you can do is told here: {link}', '{"link":"url"}', E'\\x4769fc2516cf0ad255e3fb434a6f2c2ccee7101d72808bdc41d99fe786624d0d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.terms_changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New terms', 'Our terms change.', '{}', E'\\x8ee4b6245cef636957eabef8efccecf243db9bfc7d339b015c2a869fc74bfc8b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.terms_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'New terms', 'Our {document} changes on {date}. A summary and the full text are here: {link}', '{"document":"text","date":"date","link":"url"}', E'\\x1750108585f59ba1f048b9151ad67c293b008e5ffbb16f132b8f0a3acb8e1241'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.statement_of_reasons') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A decision about your account', 'We made a decision that concerns you. Please read it.', '{}', E'\\x80ca3dd3a48d6302041ab1d1167ef1edc50f14bd7eeadcdcc2e7da73a40859af'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.statement_of_reasons') and channel = 'email' and variant = 'default'), 1, 'en', 'A decision about your account', 'We made a decision that concerns something of yours. What we decided, why, and how you can have it reviewed is told here: {link}', '{"link":"url"}', E'\\x7087ffcf800dd8e92cf6fc732c9b4b3772c9821e425838bd8ecc9cc8add94c72'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.content_removed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A decision about your content', 'We made a decision about your content. Please read it.', '{}', E'\\x602512fdd1b53fab1da1b921c3217ce41ae08d30f854e0098529c9511c994e1e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.content_removed') and channel = 'email' and variant = 'default'), 1, 'en', 'A decision about your content', 'We made a decision about something you published. What we decided, why, and how you can have it reviewed is told here: {link}', '{"link":"url"}', E'\\xb3cbe845137cf649c1cdbf207181807fd38a08461498de8a97f07faf5a1c88ba'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.account_restricted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A decision about your account', 'Your account is restricted. Please read why.', '{}', E'\\xd929251e37072d291e149396162bef72babdc9dfe0fb53e72edb667b95258626'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.account_restricted') and channel = 'email' and variant = 'default'), 1, 'en', 'A decision about your account', 'Your account is restricted from {date}. What it means, why, and how you can have it reviewed is told here: {link}', '{"date":"date","link":"url"}', E'\\xcf8129234f8c5abaaf1e3dbcda30aa11af07d6c8cc42260dd29a3233b860654a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.account_reinstated') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Restriction lifted', 'The restriction of your account is lifted.', '{}', E'\\x821bafe3d8c5abc713041c957ab41aff4854e85e2cc3ca651268b0eb4819cc9a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.account_reinstated') and channel = 'email' and variant = 'default'), 1, 'en', 'Restriction lifted', 'The restriction of your account was lifted on {date}.', '{"date":"date"}', E'\\x6b0952408224f43d8509c8035cbff291b4011d5f3622e92aa948077431c97bdc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.strike_issued') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A decision about your account', 'We made a decision that concerns you. Please read it.', '{}', E'\\x80ca3dd3a48d6302041ab1d1167ef1edc50f14bd7eeadcdcc2e7da73a40859af'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.strike_issued') and channel = 'email' and variant = 'default'), 1, 'en', 'A decision about your account', 'We issued a strike against your account. Why, how long it counts and how you can have it reviewed is told here: {link}', '{"link":"url"}', E'\\x2353624a0c9ba6c1b8eaf4c252e3f8b63df97a56f9b9b3da7de31bfbb6dad8b0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.appeal_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Appeal received', 'We received your appeal.', '{}', E'\\x0ccf04a30c1387240e151d95a913e03e29ceab2ab68ff934c94f3c24e27a3b27'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.appeal_received') and channel = 'email' and variant = 'default'), 1, 'en', 'Appeal received', 'We received your appeal {reference}. Somebody who did not take part in the decision looks at it. We answer by {due_on}.', '{"reference":"text","due_on":"date"}', E'\\x21aabaf3d9902fa8540f0fc0c4456e86200c83c7468cfb989b2a31ca62f0cf16'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.appeal_decided') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Appeal decided', 'Your appeal was decided.', '{}', E'\\x26c10910593dea4f1b490215d10f1ee44d0e5e3b7957cec6c499e743a1c82c26'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.appeal_decided') and channel = 'email' and variant = 'default'), 1, 'en', 'Appeal decided', 'Your appeal {reference} was decided. The outcome and the ways that are left to you are told here: {link}', '{"reference":"text","link":"url"}', E'\\xc0fe100207d3c520209af6d143c3488c4a5f3412d722aa92627467834ecfc721'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.report_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Report received', 'We received your report.', '{}', E'\\xebfe2a08519490f7184812889777afe6e2d8f724eb8448ff023c98cb2565571c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.report_received') and channel = 'email' and variant = 'default'), 1, 'en', 'Report received', 'We received your report {reference}. Thank you. We tell you what we decide.', '{"reference":"text"}', E'\\x76074647dc651ae856ed11dc12b90598660a4a8f54479f872ed93e4adf949636'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.report_decided') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your report', 'Your report was decided.', '{}', E'\\xa66a6fe01df94949d7cfd4353813b2a0a3f35d1ff09370ec452288f2e064ef46'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.report_decided') and channel = 'email' and variant = 'default'), 1, 'en', 'Your report', 'We decided on your report {reference}. The outcome and how you can object is told here: {link}', '{"reference":"text","link":"url"}', E'\\x7bd674a5b87d9aa8b46e9d4a5c6a234a0709d77e01e5fa8f587aa4eede9f4cba'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.dmca_notice_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Copyright notice', 'We received a copyright notice about your content.', '{}', E'\\x9793e8d30028dc57f0338e4a83ffcafeb065f95dc970b8a68612b56abd5e0fd0'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.dmca_notice_received') and channel = 'email' and variant = 'default'), 1, 'en', 'Copyright notice', 'We received a copyright notice about something you published and disabled it. The notice, and how to send a counter-notice, is here: {link}', '{"link":"url"}', E'\\xfafcb25f1358ffddb4508c0aeb2860cbe80a3d9c88293cfb72d77c9c14079fdd'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.dmca_counter_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Counter-notice', 'We received a counter-notice to your notice.', '{}', E'\\x5cb8bcd0b36c56d99b1d554753f6ef006f991082dabf4a0818144e35b8b36ffb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.dmca_counter_received') and channel = 'email' and variant = 'default'), 1, 'en', 'Counter-notice', 'We received a counter-notice to your copyright notice {reference}. Unless you tell us by {due_on} that you have gone to court, the material is restored.', '{"reference":"text","due_on":"date"}', E'\\xb7a167fc037f478a9218d98aa9fe16436479b6df16ff339ccb4f5e3e5cda32f6'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.ncii_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'We received your request', 'We received your request and act within 48 hours.', '{}', E'\\xaaa5254058bb842ef68dd0621296084fd2c2afd541bf1190f933024253b6c326'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.ncii_received') and channel = 'email' and variant = 'default'), 1, 'en', 'We received your request', 'We received your request {reference}. We act on it within 48 hours and tell you when it is done. What else can help you is listed here: {link}', '{"reference":"text","link":"url"}', E'\\xf07085634c6c38c55b3893a4474102660d3e5ab0a75d8a5c9465db2d8634fcda'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.ncii_done') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your request', 'Your request is done.', '{}', E'\\x9453da44ab23491be0978cec56dbee03bf621d289b10994857b5d1b490051d6f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.ncii_done') and channel = 'email' and variant = 'default'), 1, 'en', 'Your request', 'Your request {reference} is done. What we did, and how we keep it from coming back, is told here: {link}', '{"reference":"text","link":"url"}', E'\\xf71b481eef6b9d9d9b46a1a5e14e588a5be4914766c2d5d387fa629eb6f100fe'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.identity_approved') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Verification passed', 'Your verification is complete.', '{}', E'\\x53092cdacc42fa9bf7cd82183fd36ab082099961020d18b711d9174702838b18'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.identity_approved') and channel = 'email' and variant = 'default'), 1, 'en', 'Verification passed', 'Your verification is complete. It is good until {valid_until}.', '{"valid_until":"date"}', E'\\x7bae8bcf32b8739f424f5774025e73539df53b8bb34c5ffc71a5e55eecff2d4a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.identity_declined') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Verification not complete', 'Your verification could not be completed.', '{}', E'\\xc83a8494913851cc0d65235897638bebdab0d4e0a59d53a035c215d642065b86'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.identity_declined') and channel = 'email' and variant = 'default'), 1, 'en', 'Verification not complete', 'Your verification could not be completed, because {reason}. You can try again here: {link}', '{"reason":"text","link":"url"}', E'\\xd0f1e0a7b31fceb2490f527fa07a9c40fb872a2e5df8cc109934760e1db4d4f2'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.identity_expiring') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Verification expires soon', 'Your verification expires soon.', '{}', E'\\x7803e2f6589e0a0ddb8a288dde8dc9269eb76a2cf858cd31b6de749e4a8a1dce'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.identity_expiring') and channel = 'email' and variant = 'default'), 1, 'en', 'Verification expires soon', 'Your verification expires on {valid_until}. Renew it before then to keep publishing and payouts: {link}', '{"valid_until":"date","link":"url"}', E'\\x8229216200c52712d9517d30df0d86ce77900c71d8f3877aa3dab3f90a610f5a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.age_check_needed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Please prove your age', 'The law where you are asks you to prove your age.', '{}', E'\\x161ea3fce34c0a4eb02f48898a5620a356edeeeab599624fa9659c787edff81a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.age_check_needed') and channel = 'email' and variant = 'default'), 1, 'en', 'Please prove your age', 'The law where you are asks us to check your age. It takes a few minutes, and we keep the result only: {link}', '{"link":"url"}', E'\\x11b38a68b255294c529d1fa4e6e9fd9bcdfc0166b9b46c51c08f4df97e2686b3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.creator_application_decided') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your application', 'Your application was decided.', '{}', E'\\xc8f88e619b29d1fd7a6a31c6d4045393b1c94c4fd39fe4b47497b699bb4796fb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.creator_application_decided') and channel = 'email' and variant = 'default'), 1, 'en', 'Your application', 'Your application as a creator was decided. See the outcome and the next steps: {link}', '{"link":"url"}', E'\\x09fcab9989e1302207e59c931f782c893de6542218e3b0da58b1c1aff89d0011'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.data_export_ready') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your data is ready', 'The copy of your data is ready.', '{}', E'\\xff7d23831e6c9537dd96d621d80322f5f2fcc80a2b52c32625bdb98ea3853a07'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.data_export_ready') and channel = 'email' and variant = 'default'), 1, 'en', 'Your data is ready', 'The copy of your data that you asked for is ready until {expires_on}: {link}', '{"expires_on":"date","link":"url"}', E'\\xe0c691aa8d8c30f2150da649cad07cb4581470ebf22c14f4cb3ec7a68baeea7f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.erasure_scheduled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your account will be deleted', 'Your account will be deleted.', '{}', E'\\x63f28667002798ee90c24e42f6e8b9841df7b78f56c78d0094bcce2d25eb077a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.erasure_scheduled') and channel = 'email' and variant = 'default'), 1, 'en', 'Your account will be deleted', 'You asked us to delete your account. It will be deleted on {date}. Until then you can take it back: {link}', '{"date":"date","link":"url"}', E'\\xdc5702e84011b6fbad620f4f6877aa76728762727802e547502099a491d1c27f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.erasure_done') and channel = 'email' and variant = 'default'), 1, 'en', 'Your account is deleted', 'Your account is deleted. What the law obliges us to keep, and until when, is listed in our privacy notice.', '{}', E'\\xc06e0778f14d28fed606f769f31ef407d8e33f44c1e4158c2580d3e474912593'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.consent_withdrawn') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Consent withdrawn', 'Your consent is withdrawn.', '{}', E'\\x2d07b62bf8b9722226a5c8b25f3b90beeb4bcbe2bdd96e6ff5f103a6be5ff64c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.consent_withdrawn') and channel = 'email' and variant = 'default'), 1, 'en', 'Consent withdrawn', 'You withdrew your consent to {purpose} on {date}. We stopped using your data for it.', '{"purpose":"text","date":"date"}', E'\\x64d21a220dcc37a357d234dce1bf5f5352280dca5c2ff59aac2a07ca074a0231'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.recommender_changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'How we choose what you see', 'The way we choose what you see changes.', '{}', E'\\x8ecebea6275b1ecdbfa77821927c1514a0a962a1ef55645ebba515f4ef43ad12'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.recommender_changed') and channel = 'email' and variant = 'default'), 1, 'en', 'How we choose what you see', 'The main parameters by which we choose what you see change on {date}. You can switch personal recommendations off at any time: {link}', '{"date":"date","link":"url"}', E'\\xd783b6289d90ef17c735b5b8c58b7059d9af9284adf745ce6819f2cef7f34c1d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.inactive_account') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Are you still there?', 'Your account has not been used for a long time.', '{}', E'\\x3584110d6ac7f1b17bfa77c597db5e901351c6d3b1b407262d1131f82d109fa4'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'legal.inactive_account') and channel = 'email' and variant = 'default'), 1, 'en', 'Are you still there?', 'Your account has not been used since {date}. If it stays so it will be deleted on {deletes_on}. Sign in to keep it: {link}', '{"date":"date","deletes_on":"date","link":"url"}', E'\\x698eff660c2a8e10abdd31ca4c031db68b87a5ad5eb356736a20318c0e0f93ae'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.started') and channel = 'in_app' and variant = 'default'), 1, 'en', '{actor} is live', '{actor} is live now.', '{"actor":"text"}', E'\\x39e393b76891eda75a046be227633c0459c791b35928327bd347d415aa4d749f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.started') and channel = 'push' and variant = 'default'), 1, 'en', '{actor} is live', '{actor} is live now.', '{"actor":"text"}', E'\\x39e393b76891eda75a046be227633c0459c791b35928327bd347d415aa4d749f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.started') and channel = 'web_push' and variant = 'default'), 1, 'en', '{actor} is live', '{actor} is live now.', '{"actor":"text"}', E'\\x39e393b76891eda75a046be227633c0459c791b35928327bd347d415aa4d749f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.scheduled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Coming up', '{actor} plans to go live on {time}.', '{"actor":"text","time":"timestamp"}', E'\\xde4ee1264e1b644c51d9c6822e78628f0bad0001abe3af233df4e0f8c845211c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.reminder') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Starting soon', '{actor} goes live in {minutes} minutes.', '{"actor":"text","minutes":"number"}', E'\\x419ed3befe2e1f1b918470d5aef7461d5a3f0fffe1d8c5db63ef6ac124e39564'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.reminder') and channel = 'push' and variant = 'default'), 1, 'en', 'Starting soon', '{actor} goes live in {minutes} minutes.', '{"actor":"text","minutes":"number"}', E'\\x419ed3befe2e1f1b918470d5aef7461d5a3f0fffe1d8c5db63ef6ac124e39564'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.replay_ready') and channel = 'in_app' and variant = 'default'), 1, 'en', 'To watch again', 'The recording of {actor} is ready.', '{"actor":"text"}', E'\\x017ce125c23b46a5716a0187ddd0edf7822599f40f06a54c167745e2848b1253'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.gift_received') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A gift', '{actor} sent you a gift.', '{"actor":"text"}', E'\\x23389946c9965895837c75e9259dfbd266ff39c0030d4d5ee9a27204b6fba43d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.guest_invited') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Join in', '{actor} invites you to join the stream.', '{"actor":"text"}', E'\\xae987b03483e5fce720d86c0e164d2327f6a7d3bd8ca7d4d00e44d7bd4309bd3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.guest_invited') and channel = 'push' and variant = 'default'), 1, 'en', 'Join in', '{actor} invites you to join the stream.', '{"actor":"text"}', E'\\xae987b03483e5fce720d86c0e164d2327f6a7d3bd8ca7d4d00e44d7bd4309bd3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.private_show_requested') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New request', '{actor} sent you a request for a private session.', '{"actor":"text"}', E'\\x6e5d73928e826b52d46eef8a7dd43056d0d67e399665f7f56eed66e39a46d690'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.private_show_requested') and channel = 'push' and variant = 'default'), 1, 'en', 'New request', '{actor} sent you a request for a private session.', '{"actor":"text"}', E'\\x6e5d73928e826b52d46eef8a7dd43056d0d67e399665f7f56eed66e39a46d690'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.private_show_accepted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Accepted', '{actor} accepted your request.', '{"actor":"text"}', E'\\x4a01f41930b7ebba4575ace175a6c22d83b551a143a8888884a712a0bf17fca3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.private_show_accepted') and channel = 'push' and variant = 'default'), 1, 'en', 'Accepted', '{actor} accepted your request.', '{"actor":"text"}', E'\\x4a01f41930b7ebba4575ace175a6c22d83b551a143a8888884a712a0bf17fca3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.stream_interrupted') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Stream interrupted', 'Your stream was interrupted.', '{}', E'\\x48b89454636e2c00c5e04d173bf9f83c14f9f5e1a4d65837921c50843fe17d1c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.stream_interrupted') and channel = 'push' and variant = 'default'), 1, 'en', 'Stream interrupted', 'Your stream was interrupted.', '{}', E'\\x48b89454636e2c00c5e04d173bf9f83c14f9f5e1a4d65837921c50843fe17d1c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'live.raid_incoming') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Visitors', '{actor} sends {count} viewers to you.', '{"actor":"text","count":"number"}', E'\\x9ad4d7fcfbe6a7ffefc06ab51a0b56f9bdfa8fc7f1797b11138a370321a4d8fb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.registered') and channel = 'in_app' and variant = 'default'), 1, 'en', 'You are registered', 'You are registered for an event.', '{}', E'\\xc9a441128b3104ddc453bece327cb5cc323cab7ad49cd10bc05e00ee69b11775'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.registered') and channel = 'email' and variant = 'default'), 1, 'en', 'You are registered', 'You are registered for {event} on {time}. Your ticket is in your account: {link}', '{"event":"text","time":"timestamp","link":"url"}', E'\\x3768869ba293fb17aed82da07e7ba979b7b226b8f01f8d4422478afeffda0d69'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.reminder') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Tomorrow', 'Your event is tomorrow.', '{}', E'\\x0079697ff6818aa7993102e856704842c4aa5c38c231b12dff9a6d994ddfe1b3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.reminder') and channel = 'push' and variant = 'default'), 1, 'en', 'Tomorrow', 'Your event is tomorrow.', '{}', E'\\x0079697ff6818aa7993102e856704842c4aa5c38c231b12dff9a6d994ddfe1b3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.reminder') and channel = 'email' and variant = 'default'), 1, 'en', 'Tomorrow', '{event} starts on {time}. Your ticket and how to get there are in your account: {link}', '{"event":"text","time":"timestamp","link":"url"}', E'\\x9d4f7a34d3e94f719c758c4186ab9371d24af40fd2aea0d1f2158508db2ecc57'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Event changed', 'An event you are registered for has changed.', '{}', E'\\xa0ebe0ae152262d7bbd31c4282edf6126837f9291bc03821fc95ec66317fde84')
  ) as written (template_id, version, locale, subject, body, variables, sha256)
)
insert/**/into public.notification_template_versions (template_id, version, locale, subject, body, variables, sha256)
  select template_id, version, locale, subject, body, variables, sha256 from wanted
  where not exists (select from public.notification_template_versions as there where there.template_id = wanted.template_id and there.version = wanted.version and there.locale = wanted.locale);

with wanted (template_id, version, locale, subject, body, variables, sha256) as (
  select template_id::integer, version::integer, locale::public.language_tag, subject::text, body::text, variables::jsonb, sha256::public.digest_256
  from (values
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.changed') and channel = 'push' and variant = 'default'), 1, 'en', 'Event changed', 'An event you are registered for has changed.', '{}', E'\\xa0ebe0ae152262d7bbd31c4282edf6126837f9291bc03821fc95ec66317fde84'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.changed') and channel = 'email' and variant = 'default'), 1, 'en', 'Event changed', '{event} has changed. The new time or place is {details}. If it does not suit you, see your options: {link}', '{"event":"text","details":"text","link":"url"}', E'\\x5722378b177843bd05532b287573d85e921304f7a2d35e910849dcb204fc892b'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.cancelled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Event cancelled', 'An event you are registered for is cancelled.', '{}', E'\\xba152199b7d42f50c8004b368e9a4877ffcd88dc601e19046ef859cf2185e266'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.cancelled') and channel = 'push' and variant = 'default'), 1, 'en', 'Event cancelled', 'An event you are registered for is cancelled.', '{}', E'\\xba152199b7d42f50c8004b368e9a4877ffcd88dc601e19046ef859cf2185e266'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.cancelled') and channel = 'email' and variant = 'default'), 1, 'en', 'Event cancelled', '{event} on {time} is cancelled. You get back what you paid, within {days} days.', '{"event":"text","time":"timestamp","days":"number"}', E'\\xc89051b19054e0ae79249ee9483d9fedc746aee3da54b661a9da0108b6a14c1d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.waitlist_offer') and channel = 'in_app' and variant = 'default'), 1, 'en', 'A place is free', 'A place is free for you until {until}.', '{"until":"timestamp"}', E'\\x21399835df38fc391b1424539361c78b14b221125280cd7bcabf5e0f251febfe'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.waitlist_offer') and channel = 'push' and variant = 'default'), 1, 'en', 'A place is free', 'A place is free for you until {until}.', '{"until":"timestamp"}', E'\\x21399835df38fc391b1424539361c78b14b221125280cd7bcabf5e0f251febfe'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.waitlist_offer') and channel = 'email' and variant = 'default'), 1, 'en', 'A place is free', 'A place at {event} is free for you. Take it by {until}: {link}', '{"event":"text","until":"timestamp","link":"url"}', E'\\xdab6f4a7b8a8d845c34d49fb339f65deec19704976a973fc56abf49682c06b43'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.ticket_transferred') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Ticket transferred', 'A ticket was transferred.', '{}', E'\\xfbccc6d283e2e08a5bff70c643b93cecad56b4608b7e81c7f84044386757137e'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.ticket_transferred') and channel = 'email' and variant = 'default'), 1, 'en', 'Ticket transferred', 'A ticket for {event} was transferred from {from} to {to} on {date}.', '{"event":"text","from":"text","to":"text","date":"date"}', E'\\xf43ca904dc869490a9cd443fe3ebc1c98ac578305d713118bb2bc2790106305d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'event.feedback_asked') and channel = 'in_app' and variant = 'default'), 1, 'en', 'How was it?', 'Tell the organiser how it was.', '{}', E'\\xdd0589fa70a3ef56b94d1fbb88a64a0b479621361530fdc44f56da4663701deb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.requested') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New booking', '{actor} would like to book an appointment.', '{"actor":"text"}', E'\\x99c94cb7703b5e6c14a7c5e4eb5cdf7492d19e327967d5c404bbe46ae096aa9f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.requested') and channel = 'push' and variant = 'default'), 1, 'en', 'New booking', '{actor} would like to book an appointment.', '{"actor":"text"}', E'\\x99c94cb7703b5e6c14a7c5e4eb5cdf7492d19e327967d5c404bbe46ae096aa9f'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.confirmed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Appointment confirmed', 'Your appointment is confirmed.', '{}', E'\\xda9e8846dfab29cabb2fcdfd206b70252d2c3767e28053667a592570750e5397'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.confirmed') and channel = 'push' and variant = 'default'), 1, 'en', 'Appointment confirmed', 'Your appointment is confirmed.', '{}', E'\\xda9e8846dfab29cabb2fcdfd206b70252d2c3767e28053667a592570750e5397'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.confirmed') and channel = 'email' and variant = 'default'), 1, 'en', 'Appointment confirmed', 'Your appointment on {time} is confirmed. See or change it here: {link}', '{"time":"timestamp","link":"url"}', E'\\x089e1d613614c5e36d36ff8f230263b16e7f5db0e8405f8916e35153e16f42cd'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.reminder') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Appointment soon', 'Your appointment is in {hours} hours.', '{"hours":"number"}', E'\\x97b26d3d398cd56a4d204a76c85b06737a494edb97b33120055f137cd98133ad'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.reminder') and channel = 'push' and variant = 'default'), 1, 'en', 'Appointment soon', 'Your appointment is in {hours} hours.', '{"hours":"number"}', E'\\x97b26d3d398cd56a4d204a76c85b06737a494edb97b33120055f137cd98133ad'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.changed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Appointment changed', 'Your appointment was moved.', '{}', E'\\xecbf75939370c6dd62bd7f3b0d7afd89ac224c2a8d04ff45f3b82bd59458ae45'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.changed') and channel = 'push' and variant = 'default'), 1, 'en', 'Appointment changed', 'Your appointment was moved.', '{}', E'\\xecbf75939370c6dd62bd7f3b0d7afd89ac224c2a8d04ff45f3b82bd59458ae45'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.changed') and channel = 'email' and variant = 'default'), 1, 'en', 'Appointment changed', 'Your appointment was moved to {time}. If that does not suit you, see your options: {link}', '{"time":"timestamp","link":"url"}', E'\\x9edafd8210cba0863a06bb52a86f4352a399a3608515c72acca46ddffc628c14'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.cancelled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Appointment cancelled', 'Your appointment was cancelled.', '{}', E'\\x09bbe9bab00296f749cf805c449ee8c6d6e28cf7f383fc9ebe0263d583ed5a09'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.cancelled') and channel = 'push' and variant = 'default'), 1, 'en', 'Appointment cancelled', 'Your appointment was cancelled.', '{}', E'\\x09bbe9bab00296f749cf805c449ee8c6d6e28cf7f383fc9ebe0263d583ed5a09'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'booking.cancelled') and channel = 'email' and variant = 'default'), 1, 'en', 'Appointment cancelled', 'Your appointment on {time} was cancelled. What you get back is shown here: {link}', '{"time":"timestamp","link":"url"}', E'\\x4e7cadfd210a34e3175faae1a736ea30e013460fde828ed10623ba4430b31962'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.order_placed') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New order', 'You have a new order.', '{}', E'\\xbdab07172e99f6bf0ba400638a6f67ce7829d2cdf9895775e241583561d9b662'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.order_placed') and channel = 'push' and variant = 'default'), 1, 'en', 'New order', 'You have a new order.', '{}', E'\\xbdab07172e99f6bf0ba400638a6f67ce7829d2cdf9895775e241583561d9b662'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.order_shipped') and channel = 'in_app' and variant = 'default'), 1, 'en', 'On its way', 'Your order is on its way.', '{}', E'\\xe6b3ca4895704e5c4a54945183deab396a23f9461e2a6152c44290dbeb2755de'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.order_shipped') and channel = 'push' and variant = 'default'), 1, 'en', 'On its way', 'Your order is on its way.', '{}', E'\\xe6b3ca4895704e5c4a54945183deab396a23f9461e2a6152c44290dbeb2755de'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.order_shipped') and channel = 'email' and variant = 'default'), 1, 'en', 'On its way', 'Your order {number} is on its way in a plain parcel. Follow it here: {link}', '{"number":"text","link":"url"}', E'\\xc30604e2a8b6557cd435ecbf35dd213ef780c3048b5fd886a61266c4c0b8d6ab'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.order_delivered') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Delivered', 'Your order was delivered.', '{}', E'\\x551d680e9507ca92007098d796c65c3c62330e67715cf4128d7cb9763f1d3fe4'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.return_requested') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Return', 'A buyer wants to return something.', '{}', E'\\x1237b56be256e39d1dac9d3fec3014ed4ba886b19adaed461bf0304f5671a79d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.return_requested') and channel = 'push' and variant = 'default'), 1, 'en', 'Return', 'A buyer wants to return something.', '{}', E'\\x1237b56be256e39d1dac9d3fec3014ed4ba886b19adaed461bf0304f5671a79d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.return_requested') and channel = 'email' and variant = 'default'), 1, 'en', 'Return', 'A buyer would like to return something from order {number}. Please answer by {due_on}: {link}', '{"number":"text","due_on":"date","link":"url"}', E'\\xa5254fb119bf9e632da3def05650dce1f55f622ba0b96e2398900d2661c889b9'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.return_decided') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Your return', 'Your return was decided.', '{}', E'\\x6d42baced431e87048b1dc3763017e1b94963218799ba21c4a92de2c5648ef83'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.return_decided') and channel = 'email' and variant = 'default'), 1, 'en', 'Your return', 'Your return for order {number} was decided. See the outcome: {link}', '{"number":"text","link":"url"}', E'\\xcff318d1d21e9087bd87b07248b3534084b63c94809183e832fed4004e0eaa2c'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.outbid') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Outbid', 'Somebody bid more than you.', '{}', E'\\x222427bf58f9acf65c17d5b0dba607f16438bbaedde5f75003523171de6e677a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.outbid') and channel = 'push' and variant = 'default'), 1, 'en', 'Outbid', 'Somebody bid more than you.', '{}', E'\\x222427bf58f9acf65c17d5b0dba607f16438bbaedde5f75003523171de6e677a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.auction_won') and channel = 'in_app' and variant = 'default'), 1, 'en', 'You won', 'You won an auction.', '{}', E'\\x97c683a3782020f3f40c2861a4d0e97231d9dc5fec338916924cf6ace976dcae'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.auction_won') and channel = 'push' and variant = 'default'), 1, 'en', 'You won', 'You won an auction.', '{}', E'\\x97c683a3782020f3f40c2861a4d0e97231d9dc5fec338916924cf6ace976dcae'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.auction_won') and channel = 'email' and variant = 'default'), 1, 'en', 'You won', 'You won an auction with {amount}. Please pay by {due_on}: {link}', '{"amount":"money","due_on":"date","link":"url"}', E'\\x1612704cf6b3313c88642b7aad961c9f6e2ef78ca1c58b594ac4f5b0392f8baa'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'shop.stock_low') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Low stock', '{title} is nearly sold out.', '{"title":"text"}', E'\\x0703ba96321f6c0e1091463f53523116e4adf3235e646d792a2ac5560129d232'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.announcement') and channel = 'in_app' and variant = 'default'), 1, 'en', 'News', 'There is news from us.', '{}', E'\\x881c12da96b7b72e3dfc8f7ea52e7fa696fb70d54ae6bb17b93dd8c3a919e70d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.maintenance') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Maintenance', 'We will be down for maintenance on {time}.', '{"time":"timestamp"}', E'\\xd559fb43474399dcf727aa8a1c6ecf160954c38437212d6042b5c1001cca1934'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.maintenance') and channel = 'push' and variant = 'default'), 1, 'en', 'Maintenance', 'We will be down for maintenance on {time}.', '{"time":"timestamp"}', E'\\xd559fb43474399dcf727aa8a1c6ecf160954c38437212d6042b5c1001cca1934'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.feature_new') and channel = 'in_app' and variant = 'default'), 1, 'en', 'New', 'There is something new for you.', '{}', E'\\x5571614253c56b32ce6acf9d4eb96be465d4a9990ab5dacf88b237869fbce987'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.export_ready') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Export ready', 'Your export is ready.', '{}', E'\\x7fbb1fcbdfdee3a6252f79c5f2b691b50c71e5593e969b069e82a072e60a4025'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.export_ready') and channel = 'email' and variant = 'default'), 1, 'en', 'Export ready', 'Your export is ready until {expires_on}: {link}', '{"expires_on":"date","link":"url"}', E'\\x7be704c47593671c0a0132a3ecb94d9a5c718fe03848e754cd839faa2c5f2d45'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.import_finished') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Import finished', 'Your import has finished.', '{}', E'\\x3d5552d5117ea80f208ef1266b9130e83d6a44d5246b30c33f285ac3ff03385d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.integration_broken') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Connection lost', 'A connected service needs you to sign in again.', '{}', E'\\x8d17714d27d938e1f91cf2cc7e5d576ca87b36ff1c73bbc22ff365a4df5e3ad3'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.integration_broken') and channel = 'email' and variant = 'default'), 1, 'en', 'Connection lost', 'The connection to {provider} has ended. Connect it again here: {link}', '{"provider":"text","link":"url"}', E'\\x1c5da526e7b8e5650ec0699005062cfecd80aab5350cd7a2f86a490adda27acb'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.webhook_disabled') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Webhook paused', 'A webhook endpoint was paused.', '{}', E'\\xdd3e16c60a554ead6841ded2065860ff86337fefd34451514beeec85ede3e67d'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.webhook_disabled') and channel = 'email' and variant = 'default'), 1, 'en', 'Webhook paused', 'The webhook endpoint {url} did not answer for {days} days and was paused. Switch it on again here: {link}', '{"url":"url","days":"number","link":"url"}', E'\\x0ee24cee5f7041431c2f6295163c7502afa0aa4e5d9dea2232dc31dd9c2ec644'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.domain_problem') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Domain problem', 'Your domain has a problem.', '{}', E'\\x205d6b98085672493a314efc555092c16df7c61cbe3a41ac6472994772a82ca9'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.domain_problem') and channel = 'email' and variant = 'default'), 1, 'en', 'Domain problem', 'The domain {domain} no longer points to us, or its certificate could not be renewed. See what to do: {link}', '{"domain":"text","link":"url"}', E'\\x7ea85ed0014a82033397ae965681fcb8017959a2e678b64105ec9152a71e05fc'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.report_ready') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Report ready', 'Your report is ready.', '{}', E'\\x48f9ebe5eb5908814f649220d26bf27224139a47a4521d8b92aeac3885846847'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.report_ready') and channel = 'email' and variant = 'default'), 1, 'en', 'Report ready', 'Your report for {period} is ready: {link}', '{"period":"text","link":"url"}', E'\\xaa8039cd066a87b411d2ba565616eb959bf514d1510294f62adb2f343ab03290'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.quota_near') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Quota', 'You are close to a quota of your plan.', '{}', E'\\x2f8c6a46040f911ce24a4e27e39f83c9ef7623bed335252a7f7cd4f78a54da19'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.support_replied') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Answer from support', 'Support answered your request.', '{}', E'\\xa8792185abb5d6980abb6d8eebc56610f74515c1fda5103cc4ee1be3cf57a31a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.support_replied') and channel = 'push' and variant = 'default'), 1, 'en', 'Answer from support', 'Support answered your request.', '{}', E'\\xa8792185abb5d6980abb6d8eebc56610f74515c1fda5103cc4ee1be3cf57a31a'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.support_replied') and channel = 'email' and variant = 'default'), 1, 'en', 'Answer from support', 'Support answered your request {reference}: {link}', '{"reference":"text","link":"url"}', E'\\xaee6b7f1e21477d4b20347b26f1fcaa73e12e97496ae0bdedb4835faa7652403'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.app_update_required') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Update needed', 'Please update the app.', '{}', E'\\x731d220589f6f93f9fafebb97a2fa1c2afe07eb9da75bd1b0290f08f096a9382'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.tenant_invited') and channel = 'in_app' and variant = 'default'), 1, 'en', 'Invitation', 'You are invited to a team.', '{}', E'\\xc0168237dc29391839a225b2c40e85492de6b2720fbe1f6553f2d9447cb6fa81'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.tenant_invited') and channel = 'email' and variant = 'default'), 1, 'en', 'Invitation', 'You are invited to work for {tenant}. Accept or decline here: {link}', '{"tenant":"text","link":"url"}', E'\\x5f51e2b76f499cba3a88e9a446d66589ff443db965034888442fb28aa08177e8'),
    ((select id from public.notification_templates where type_id = (select id from public.notification_types where code = 'system.weekly_summary') and channel = 'email' and variant = 'default'), 1, 'en', 'Your week', 'Your summary of the week is ready in your account: {link}', '{"link":"url"}', E'\\x6d50083e5d7bdb8db015905f8822c0835ce9e7a746682243be333ab76429fc26')
  ) as written (template_id, version, locale, subject, body, variables, sha256)
)
insert/**/into public.notification_template_versions (template_id, version, locale, subject, body, variables, sha256)
  select template_id, version, locale, subject, body, variables, sha256 from wanted
  where not exists (select from public.notification_template_versions as there where there.template_id = wanted.template_id and there.version = wanted.version and there.locale = wanted.locale);

-- Reference data of analytics_event_definitions; rows that are there are left as they are. Every event that the
-- clients and services of the product send. None carries a text, name or number of a card; the schema lists all that
-- may come, and another schema raises the version.
with wanted (name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team) as (
  select name::text, display_name::text, description::text, category::text, json_schema::jsonb, schema_version::integer, pii_class::text, status::text, retention_days::integer, owner_team::text
  from (values
    ('page_viewed', 'Page viewed', 'A page or screen was opened.', 'discovery', '{"type":"object","additionalProperties":false,"required":["screen"],"properties":{"screen":{"type":"string","maxLength":200},"path":{"type":"string","maxLength":200},"referrer_domain":{"type":"string","maxLength":200},"load_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('app_opened', 'App opened', 'The app came to the front.', 'engagement', '{"type":"object","additionalProperties":false,"required":["cold_start"],"properties":{"cold_start":{"type":"boolean"},"from_push":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('app_closed', 'App closed', 'The app went to the background.', 'engagement', '{"type":"object","additionalProperties":false,"required":["foreground_ms"],"properties":{"foreground_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('session_started', 'Session started', 'First event after a pause.', 'engagement', '{"type":"object","additionalProperties":false,"required":["entry_screen"],"properties":{"entry_screen":{"type":"string","maxLength":200},"source":{"type":"string","maxLength":200},"medium":{"type":"string","maxLength":200},"campaign":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('signup_started', 'Sign-up started', 'The form was opened.', 'growth', '{"type":"object","additionalProperties":false,"required":["method"],"properties":{"method":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('signup_completed', 'Sign-up completed', 'An account was made.', 'growth', '{"type":"object","additionalProperties":false,"required":["method"],"properties":{"method":{"type":"string","maxLength":200},"referral":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('email_verified', 'E-mail verified', 'The address was confirmed.', 'growth', '{"type":"object","additionalProperties":false,"properties":{"minutes_since_signup":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('age_check_started', 'Age check started', 'The proof of age was started; never its content.', 'safety', '{"type":"object","additionalProperties":false,"required":["region","method"],"properties":{"region":{"type":"string","maxLength":200},"method":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('age_check_finished', 'Age check finished', 'The proof of age ended.', 'safety', '{"type":"object","additionalProperties":false,"required":["region","method","outcome"],"properties":{"region":{"type":"string","maxLength":200},"method":{"type":"string","maxLength":200},"outcome":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('login_succeeded', 'Signed in', 'Somebody signed in.', 'engagement', '{"type":"object","additionalProperties":false,"required":["method","second_factor"],"properties":{"method":{"type":"string","maxLength":200},"second_factor":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('login_failed', 'Sign-in failed', 'A sign-in failed.', 'safety', '{"type":"object","additionalProperties":false,"required":["method","reason"],"properties":{"method":{"type":"string","maxLength":200},"reason":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('mfa_enabled', 'Second factor on', 'A second factor was switched on.', 'safety', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('onboarding_step_completed', 'Onboarding step', 'A step of the onboarding was done or skipped.', 'growth', '{"type":"object","additionalProperties":false,"required":["step","skipped"],"properties":{"step":{"type":"string","maxLength":200},"skipped":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('profile_completed', 'Profile completed', 'Name, picture and biography are there.', 'growth', '{"type":"object","additionalProperties":false,"required":["role"],"properties":{"role":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('creator_application_submitted', 'Creator application', 'Somebody applied as a creator.', 'growth', '{"type":"object","additionalProperties":false,"properties":{"country":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('creator_application_decided', 'Creator application decided', 'An application was decided.', 'growth', '{"type":"object","additionalProperties":false,"required":["outcome"],"properties":{"outcome":{"type":"string","maxLength":200},"hours":{"type":"number"}}}', 1, 'none', 'active', 396, 'growth'),
    ('creator_first_publish', 'First publication', 'A creator published for the first time.', 'growth', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"days_since_approval":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('account_deletion_requested', 'Deletion requested', 'Somebody asked for the erasure of the account.', 'growth', '{"type":"object","additionalProperties":false,"properties":{"reason":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('search_performed', 'Searched', 'A search was made; the words are in search_query_events.', 'discovery', '{"type":"object","additionalProperties":false,"required":["scope","results"],"properties":{"scope":{"type":"string","maxLength":200},"results":{"type":"number"},"filters":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('search_result_clicked', 'Search result opened', 'A result was opened.', 'discovery', '{"type":"object","additionalProperties":false,"required":["scope","position"],"properties":{"scope":{"type":"string","maxLength":200},"position":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('feed_viewed', 'Feed viewed', 'A page of the feed was shown.', 'discovery', '{"type":"object","additionalProperties":false,"required":["feed","items","ranked"],"properties":{"feed":{"type":"string","maxLength":200},"items":{"type":"number"},"ranked":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('content_impression', 'Content shown', 'An item was on the screen for a second.', 'discovery', '{"type":"object","additionalProperties":false,"required":["surface","kind"],"properties":{"surface":{"type":"string","maxLength":200},"kind":{"type":"string","maxLength":200},"position":{"type":"number"},"locked":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('content_opened', 'Content opened', 'An item was opened.', 'engagement', '{"type":"object","additionalProperties":false,"required":["surface","kind"],"properties":{"surface":{"type":"string","maxLength":200},"kind":{"type":"string","maxLength":200},"locked":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_liked', 'Liked', 'An item was liked.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"surface":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_unliked', 'Like taken back', 'A like was taken back.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_commented', 'Commented', 'A comment was written.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind","is_reply"],"properties":{"kind":{"type":"string","maxLength":200},"is_reply":{"type":"boolean"},"length":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_shared', 'Shared', 'An item was shared.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind","target"],"properties":{"kind":{"type":"string","maxLength":200},"target":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_bookmarked', 'Saved', 'An item was saved.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_hidden', 'Not interested', 'Somebody wants less of this.', 'discovery', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"reason":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('content_published', 'Published', 'A creator published.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind","rating","audience"],"properties":{"kind":{"type":"string","maxLength":200},"rating":{"type":"string","maxLength":200},"audience":{"type":"string","maxLength":200},"media":{"type":"number"},"scheduled":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_scheduled', 'Scheduled', 'A creator scheduled something.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"hours_ahead":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_upload_started', 'Upload started', 'An upload began.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"bytes":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('content_upload_finished', 'Upload finished', 'An upload ended.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind","outcome"],"properties":{"kind":{"type":"string","maxLength":200},"bytes":{"type":"number"},"duration_ms":{"type":"number"},"outcome":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('video_played', 'Video played', 'A video started.', 'engagement', '{"type":"object","additionalProperties":false,"required":["autoplay"],"properties":{"surface":{"type":"string","maxLength":200},"autoplay":{"type":"boolean"},"position_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('video_completed', 'Video completed', 'A video was watched to the end.', 'engagement', '{"type":"object","additionalProperties":false,"required":["watched_ms","duration_ms"],"properties":{"watched_ms":{"type":"number"},"duration_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('video_error', 'Video error', 'A video could not be played.', 'system', '{"type":"object","additionalProperties":false,"required":["code"],"properties":{"code":{"type":"string","maxLength":200},"player":{"type":"string","maxLength":200},"network":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 90, 'platform'),
    ('audio_played', 'Audio played', 'Audio started.', 'engagement', '{"type":"object","additionalProperties":false,"properties":{"duration_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('story_viewed', 'Story viewed', 'A story was seen.', 'engagement', '{"type":"object","additionalProperties":false,"required":["completed"],"properties":{"position":{"type":"number"},"completed":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('poll_voted', 'Voted', 'Somebody voted in a poll.', 'engagement', '{"type":"object","additionalProperties":false,"required":["options"],"properties":{"options":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('profile_viewed', 'Profile viewed', 'A profile was opened.', 'discovery', '{"type":"object","additionalProperties":false,"required":["is_creator"],"properties":{"surface":{"type":"string","maxLength":200},"is_creator":{"type":"boolean"},"is_subscribed":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('user_followed', 'Followed', 'Somebody followed a creator.', 'engagement', '{"type":"object","additionalProperties":false,"required":["surface"],"properties":{"surface":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('user_unfollowed', 'Unfollowed', 'Somebody unfollowed.', 'engagement', '{"type":"object","additionalProperties":false,"properties":{"surface":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('user_blocked', 'Blocked', 'Somebody blocked another.', 'safety', '{"type":"object","additionalProperties":false,"properties":{"surface":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('user_muted', 'Muted', 'Somebody muted another.', 'safety', '{"type":"object","additionalProperties":false,"properties":{"surface":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('list_created', 'List created', 'A list was made.', 'engagement', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'product'),
    ('suggestion_shown', 'Suggestion shown', 'People were suggested.', 'discovery', '{"type":"object","additionalProperties":false,"required":["surface","items"],"properties":{"surface":{"type":"string","maxLength":200},"items":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('suggestion_followed', 'Suggestion followed', 'A suggestion was followed.', 'discovery', '{"type":"object","additionalProperties":false,"required":["surface","position"],"properties":{"surface":{"type":"string","maxLength":200},"position":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('paywall_viewed', 'Paywall viewed', 'A paywall was shown.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"surface":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('subscribe_started', 'Subscribing started', 'The checkout of a subscription was opened.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["amount_minor","currency"],"properties":{"tier_level":{"type":"number"},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200},"offer":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('subscribe_completed', 'Subscribed', 'A subscription started.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["amount_minor","currency","first"],"properties":{"tier_level":{"type":"number"},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200},"months":{"type":"number"},"offer":{"type":"boolean"},"first":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('subscription_renewed', 'Subscription renewed', 'A subscription was renewed.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["amount_minor","currency","period"],"properties":{"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200},"period":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('subscription_cancelled', 'Subscription cancelled', 'A renewal was switched off.', 'monetisation', '{"type":"object","additionalProperties":false,"properties":{"reason":{"type":"string","maxLength":200},"months_active":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('subscription_expired', 'Subscription ended', 'A subscription ended.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["cause"],"properties":{"cause":{"type":"string","maxLength":200},"months_active":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('subscription_resumed', 'Subscription resumed', 'A renewal was switched on again.', 'monetisation', '{"type":"object","additionalProperties":false,"properties":{"days_since_cancel":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('trial_started', 'Trial started', 'A trial began.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["days"],"properties":{"days":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('checkout_started', 'Checkout started', 'A checkout was opened.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["items","amount_minor","currency"],"properties":{"items":{"type":"number"},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('payment_method_added', 'Payment method added', 'A means of payment was added; never its number.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('payment_succeeded', 'Payment succeeded', 'A payment was captured.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["method","amount_minor","currency","purpose"],"properties":{"method":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200},"purpose":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('payment_failed', 'Payment failed', 'A payment failed.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["method","reason"],"properties":{"method":{"type":"string","maxLength":200},"reason":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('purchase_completed', 'Purchase completed', 'Content or a product was bought.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["kind","amount_minor","currency"],"properties":{"kind":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('content_unlocked', 'Content unlocked', 'Paid content was opened.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('tip_sent', 'Tip sent', 'A tip was sent.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["surface","amount_minor","currency"],"properties":{"surface":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('tokens_bought', 'Tokens bought', 'Tokens were bought.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["tokens","amount_minor","currency"],"properties":{"tokens":{"type":"number"},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('gift_sent', 'Gift sent', 'A virtual gift was sent.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["gift","tokens","quantity"],"properties":{"gift":{"type":"string","maxLength":200},"tokens":{"type":"number"},"quantity":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('refund_requested', 'Refund requested', 'Somebody asked for a refund.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["purpose"],"properties":{"purpose":{"type":"string","maxLength":200},"reason":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('refund_issued', 'Refund issued', 'A payment was refunded.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["purpose","amount_minor","currency"],"properties":{"purpose":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('dispute_opened', 'Dispute opened', 'A payment is disputed.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["network","category","amount_minor","currency"],"properties":{"network":{"type":"string","maxLength":200},"category":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'none', 'active', 396, 'payments'),
    ('payout_requested', 'Payout requested', 'A creator asked for a payout.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["amount_minor","currency"],"properties":{"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200},"method":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('payout_paid', 'Payout paid', 'A payout was sent.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["amount_minor","currency"],"properties":{"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200},"method":{"type":"string","maxLength":200},"hours":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('promo_code_applied', 'Promotion used', 'A code or offer was used.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"discount_ppm":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('spending_limit_set', 'Spending limit set', 'Somebody set a limit for their spending.', 'safety', '{"type":"object","additionalProperties":false,"required":["period","direction"],"properties":{"period":{"type":"string","maxLength":200},"direction":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('referral_link_shared', 'Referral shared', 'A referral link was shared.', 'growth', '{"type":"object","additionalProperties":false,"required":["channel"],"properties":{"channel":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('referral_converted', 'Referral converted', 'Somebody invited has joined.', 'growth', '{"type":"object","additionalProperties":false,"properties":{"days":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'growth'),
    ('message_sent', 'Message sent', 'A message was sent; never its text.', 'messaging', '{"type":"object","additionalProperties":false,"required":["kind","conversation","encrypted"],"properties":{"kind":{"type":"string","maxLength":200},"conversation":{"type":"string","maxLength":200},"encrypted":{"type":"boolean"},"has_media":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('message_opened', 'Conversation opened', 'A conversation was opened.', 'messaging', '{"type":"object","additionalProperties":false,"required":["conversation"],"properties":{"conversation":{"type":"string","maxLength":200},"unread":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('message_reacted', 'Reacted', 'Somebody reacted to a message.', 'messaging', '{"type":"object","additionalProperties":false,"required":["conversation"],"properties":{"conversation":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('message_request_decided', 'Message request decided', 'A request of a stranger was decided.', 'messaging', '{"type":"object","additionalProperties":false,"required":["decision"],"properties":{"decision":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('mass_message_sent', 'Mass message sent', 'A creator wrote to many fans.', 'messaging', '{"type":"object","additionalProperties":false,"required":["recipients","paid"],"properties":{"recipients":{"type":"number"},"paid":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('paid_message_opened', 'Paid message opened', 'A paid message was bought.', 'messaging', '{"type":"object","additionalProperties":false,"required":["amount_minor","currency"],"properties":{"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('call_started', 'Call started', 'A call began.', 'messaging', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"participants":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('call_ended', 'Call ended', 'A call ended.', 'messaging', '{"type":"object","additionalProperties":false,"required":["kind","duration_ms"],"properties":{"kind":{"type":"string","maxLength":200},"duration_ms":{"type":"number"},"quality":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('notification_delivered', 'Notification delivered', 'A notification arrived.', 'messaging', '{"type":"object","additionalProperties":false,"required":["type","channel"],"properties":{"type":{"type":"string","maxLength":200},"channel":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('notification_opened', 'Notification opened', 'A notification was opened.', 'messaging', '{"type":"object","additionalProperties":false,"required":["type","channel"],"properties":{"type":{"type":"string","maxLength":200},"channel":{"type":"string","maxLength":200},"delay_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('notification_setting_changed', 'Notification setting changed', 'A choice of notifications was changed.', 'messaging', '{"type":"object","additionalProperties":false,"required":["type","channel","mode"],"properties":{"type":{"type":"string","maxLength":200},"channel":{"type":"string","maxLength":200},"mode":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('email_unsubscribed', 'Unsubscribed', 'Somebody unsubscribed from mail.', 'messaging', '{"type":"object","additionalProperties":false,"required":["stream"],"properties":{"stream":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'messaging'),
    ('live_started', 'Live started', 'A live stream began.', 'live', '{"type":"object","additionalProperties":false,"required":["audience"],"properties":{"category":{"type":"string","maxLength":200},"audience":{"type":"string","maxLength":200},"protocol":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('live_ended', 'Live ended', 'A live stream ended.', 'live', '{"type":"object","additionalProperties":false,"required":["duration_ms"],"properties":{"duration_ms":{"type":"number"},"peak_viewers":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('live_joined', 'Live joined', 'Somebody joined a live stream.', 'live', '{"type":"object","additionalProperties":false,"required":["surface"],"properties":{"surface":{"type":"string","maxLength":200},"start_delay_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('live_left', 'Live left', 'Somebody left a live stream.', 'live', '{"type":"object","additionalProperties":false,"required":["watched_ms"],"properties":{"watched_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('live_chat_sent', 'Chat message sent', 'Somebody wrote in the chat; never its text.', 'live', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('live_buffered', 'Live buffered', 'The player had to wait.', 'live', '{"type":"object","additionalProperties":false,"required":["stall_ms"],"properties":{"stall_ms":{"type":"number"},"rendition":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('live_private_show_started', 'Private show started', 'A private show began.', 'live', '{"type":"object","additionalProperties":false,"required":["rate_tokens"],"properties":{"rate_tokens":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('live_clip_created', 'Clip created', 'A clip was made.', 'live', '{"type":"object","additionalProperties":false,"required":["duration_ms"],"properties":{"duration_ms":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('event_viewed', 'Event viewed', 'An event was opened.', 'live', '{"type":"object","additionalProperties":false,"required":["format"],"properties":{"format":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('event_registered', 'Registered', 'Somebody registered for an event.', 'live', '{"type":"object","additionalProperties":false,"required":["format"],"properties":{"format":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'live'),
    ('event_checked_in', 'Checked in', 'A guest was let in.', 'live', '{"type":"object","additionalProperties":false,"required":["method"],"properties":{"method":{"type":"string","maxLength":200}}}', 1, 'none', 'active', 396, 'live'),
    ('booking_made', 'Appointment booked', 'An appointment was booked.', 'monetisation', '{"type":"object","additionalProperties":false,"properties":{"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200},"days_ahead":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('booking_cancelled', 'Appointment cancelled', 'An appointment was cancelled.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["by"],"properties":{"by":{"type":"string","maxLength":200},"notice_minutes":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('product_viewed', 'Product viewed', 'A product was opened.', 'discovery', '{"type":"object","additionalProperties":false,"properties":{"category":{"type":"string","maxLength":200},"explicit_level":{"type":"number"}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('cart_item_added', 'Put in the cart', 'Something was put in the cart.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"type":"string","maxLength":200},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments')
  ) as written (name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team)
)
insert/**/into public.analytics_event_definitions (name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team)
  select name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team from wanted
  where not exists (select from public.analytics_event_definitions as there where there.name = wanted.name);

with wanted (name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team) as (
  select name::text, display_name::text, description::text, category::text, json_schema::jsonb, schema_version::integer, pii_class::text, status::text, retention_days::integer, owner_team::text
  from (values
    ('order_placed', 'Order placed', 'An order was placed.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["items","amount_minor","currency"],"properties":{"items":{"type":"number"},"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('bid_placed', 'Bid placed', 'Somebody bid in an auction.', 'monetisation', '{"type":"object","additionalProperties":false,"required":["amount_minor","currency"],"properties":{"amount_minor":{"type":"number"},"currency":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'payments'),
    ('report_submitted', 'Report submitted', 'Somebody reported something; never its text.', 'safety', '{"type":"object","additionalProperties":false,"required":["reason","subject","legal_notice"],"properties":{"reason":{"type":"string","maxLength":200},"subject":{"type":"string","maxLength":200},"legal_notice":{"type":"boolean"}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('report_decided', 'Report decided', 'A report was decided.', 'safety', '{"type":"object","additionalProperties":false,"required":["reason","outcome"],"properties":{"reason":{"type":"string","maxLength":200},"outcome":{"type":"string","maxLength":200},"hours":{"type":"number"}}}', 1, 'none', 'active', 396, 'safety'),
    ('content_actioned', 'Content actioned', 'Moderation acted on content.', 'safety', '{"type":"object","additionalProperties":false,"required":["action","rule","automated"],"properties":{"action":{"type":"string","maxLength":200},"rule":{"type":"string","maxLength":200},"automated":{"type":"boolean"}}}', 1, 'none', 'active', 396, 'safety'),
    ('appeal_submitted', 'Appeal submitted', 'Somebody appealed.', 'safety', '{"type":"object","additionalProperties":false,"required":["action"],"properties":{"action":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('appeal_decided', 'Appeal decided', 'An appeal was decided.', 'safety', '{"type":"object","additionalProperties":false,"required":["outcome"],"properties":{"outcome":{"type":"string","maxLength":200},"hours":{"type":"number"}}}', 1, 'none', 'active', 396, 'safety'),
    ('privacy_setting_changed', 'Privacy setting changed', 'A privacy setting was changed.', 'safety', '{"type":"object","additionalProperties":false,"required":["setting","direction"],"properties":{"setting":{"type":"string","maxLength":200},"direction":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('consent_given', 'Consent given', 'A consent was given.', 'safety', '{"type":"object","additionalProperties":false,"required":["purpose","source"],"properties":{"purpose":{"type":"string","maxLength":200},"source":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('consent_withdrawn', 'Consent withdrawn', 'A consent was withdrawn.', 'safety', '{"type":"object","additionalProperties":false,"required":["purpose","source"],"properties":{"purpose":{"type":"string","maxLength":200},"source":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'safety'),
    ('recommendations_personalised_off', 'Personal recommendations off', 'Somebody switched off personal recommendations.', 'discovery', '{"type":"object","additionalProperties":false,"required":["surface"],"properties":{"surface":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 396, 'content'),
    ('experiment_exposed', 'Experiment exposed', 'A variant was seen; counted in experiment_exposures as well.', 'system', '{"type":"object","additionalProperties":false,"required":["experiment","variant"],"properties":{"experiment":{"type":"string","maxLength":200},"variant":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 90, 'platform'),
    ('client_error', 'Client error', 'Something failed in a client.', 'system', '{"type":"object","additionalProperties":false,"required":["code","fatal"],"properties":{"code":{"type":"string","maxLength":200},"screen":{"type":"string","maxLength":200},"fatal":{"type":"boolean"},"stack_hash":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 90, 'platform'),
    ('api_call_failed', 'API call failed', 'A call of the public API failed.', 'system', '{"type":"object","additionalProperties":false,"required":["route","status"],"properties":{"route":{"type":"string","maxLength":200},"status":{"type":"number"}}}', 1, 'none', 'active', 90, 'platform'),
    ('export_requested', 'Export requested', 'An export was asked for.', 'system', '{"type":"object","additionalProperties":false,"required":["kind","format"],"properties":{"kind":{"type":"string","maxLength":200},"format":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 90, 'platform'),
    ('integration_connected', 'Service connected', 'A service was connected.', 'system', '{"type":"object","additionalProperties":false,"required":["provider"],"properties":{"provider":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 90, 'platform'),
    ('language_changed', 'Language changed', 'The language of the interface was changed.', 'system', '{"type":"object","additionalProperties":false,"required":["to"],"properties":{"from":{"type":"string","maxLength":200},"to":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 90, 'platform'),
    ('accessibility_setting_changed', 'Accessibility setting changed', 'A setting of accessibility was changed; which one is sensitive and is not told.', 'system', '{"type":"object","additionalProperties":false,"properties":{"surface":{"type":"string","maxLength":200}}}', 1, 'pseudonymous', 'active', 90, 'platform')
  ) as written (name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team)
)
insert/**/into public.analytics_event_definitions (name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team)
  select name, display_name, description, category, json_schema, schema_version, pii_class, status, retention_days, owner_team from wanted
  where not exists (select from public.analytics_event_definitions as there where there.name = wanted.name);

-- Reference data of analytics_property_definitions; rows that are there are left as they are. The properties of each
-- event as its schema has them. Forbidden ones are dropped at the edge if a client sends them all the same.
with wanted (event_definition_id, name, value_type, is_required, pii_class, example_values) as (
  select event_definition_id::uuid, name::text, value_type::text, is_required::boolean, pii_class::text, example_values::jsonb
  from (values
    ((select id from public.analytics_event_definitions where name = 'page_viewed'), 'screen', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'page_viewed'), 'path', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'page_viewed'), 'referrer_domain', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'page_viewed'), 'load_ms', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'app_opened'), 'cold_start', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'app_opened'), 'from_push', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'app_closed'), 'foreground_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'session_started'), 'entry_screen', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'session_started'), 'source', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'session_started'), 'medium', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'session_started'), 'campaign', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'signup_started'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'signup_completed'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'signup_completed'), 'referral', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'email_verified'), 'minutes_since_signup', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'age_check_started'), 'region', 'string', true, 'none', '["GB","US-TX"]'),
    ((select id from public.analytics_event_definitions where name = 'age_check_started'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'age_check_finished'), 'region', 'string', true, 'none', '["GB","US-TX"]'),
    ((select id from public.analytics_event_definitions where name = 'age_check_finished'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'age_check_finished'), 'outcome', 'string', true, 'none', '["passed","failed"]'),
    ((select id from public.analytics_event_definitions where name = 'login_succeeded'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'login_succeeded'), 'second_factor', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'login_failed'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'login_failed'), 'reason', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'mfa_enabled'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'onboarding_step_completed'), 'step', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'onboarding_step_completed'), 'skipped', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'profile_completed'), 'role', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'creator_application_submitted'), 'country', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'creator_application_decided'), 'outcome', 'string', true, 'none', '["passed","failed"]'),
    ((select id from public.analytics_event_definitions where name = 'creator_application_decided'), 'hours', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'creator_first_publish'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'creator_first_publish'), 'days_since_approval', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'account_deletion_requested'), 'reason', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'search_performed'), 'scope', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'search_performed'), 'results', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'search_performed'), 'filters', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'search_result_clicked'), 'scope', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'search_result_clicked'), 'position', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'feed_viewed'), 'feed', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'feed_viewed'), 'items', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'feed_viewed'), 'ranked', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_impression'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'content_impression'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_impression'), 'position', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_impression'), 'locked', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_opened'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'content_opened'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_opened'), 'locked', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_liked'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_liked'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'content_unliked'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_commented'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_commented'), 'is_reply', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_commented'), 'length', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_commented'), 'text', 'string', false, 'forbidden', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_shared'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_shared'), 'target', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_bookmarked'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_hidden'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_hidden'), 'reason', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_published'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_published'), 'rating', 'string', true, 'none', '["safe","explicit"]'),
    ((select id from public.analytics_event_definitions where name = 'content_published'), 'audience', 'string', true, 'none', '["public","subscribers"]'),
    ((select id from public.analytics_event_definitions where name = 'content_published'), 'media', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_published'), 'scheduled', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_scheduled'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_scheduled'), 'hours_ahead', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_upload_started'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_upload_started'), 'bytes', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_upload_finished'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_upload_finished'), 'bytes', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_upload_finished'), 'duration_ms', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_upload_finished'), 'outcome', 'string', true, 'none', '["passed","failed"]'),
    ((select id from public.analytics_event_definitions where name = 'video_played'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'video_played'), 'autoplay', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'video_played'), 'position_ms', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'video_completed'), 'watched_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'video_completed'), 'duration_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'video_error'), 'code', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'video_error'), 'player', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'video_error'), 'network', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'audio_played'), 'duration_ms', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'story_viewed'), 'position', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'story_viewed'), 'completed', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'poll_voted'), 'options', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'profile_viewed'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'profile_viewed'), 'is_creator', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'profile_viewed'), 'is_subscribed', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'user_followed'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'user_unfollowed'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'user_blocked'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'user_muted'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'list_created'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'suggestion_shown'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'suggestion_shown'), 'items', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'suggestion_followed'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'suggestion_followed'), 'position', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'paywall_viewed'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'paywall_viewed'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]')
  ) as written (event_definition_id, name, value_type, is_required, pii_class, example_values)
)
insert/**/into public.analytics_property_definitions (event_definition_id, name, value_type, is_required, pii_class, example_values)
  select event_definition_id, name, value_type, is_required, pii_class, example_values from wanted
  where not exists (select from public.analytics_property_definitions as there where there.event_definition_id = wanted.event_definition_id and there.name = wanted.name);

with wanted (event_definition_id, name, value_type, is_required, pii_class, example_values) as (
  select event_definition_id::uuid, name::text, value_type::text, is_required::boolean, pii_class::text, example_values::jsonb
  from (values
    ((select id from public.analytics_event_definitions where name = 'paywall_viewed'), 'amount_minor', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'paywall_viewed'), 'currency', 'string', false, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_started'), 'tier_level', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_started'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_started'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_started'), 'offer', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_completed'), 'tier_level', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_completed'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_completed'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_completed'), 'months', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_completed'), 'offer', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscribe_completed'), 'first', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_renewed'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_renewed'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_renewed'), 'period', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_cancelled'), 'reason', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_cancelled'), 'months_active', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_expired'), 'cause', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_expired'), 'months_active', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'subscription_resumed'), 'days_since_cancel', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'trial_started'), 'days', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'checkout_started'), 'items', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'checkout_started'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'checkout_started'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'payment_method_added'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payment_method_added'), 'card_number', 'string', false, 'forbidden', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payment_succeeded'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'payment_succeeded'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payment_succeeded'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'payment_succeeded'), 'purpose', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payment_failed'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'payment_failed'), 'reason', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payment_failed'), 'amount_minor', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payment_failed'), 'currency', 'string', false, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'purchase_completed'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'purchase_completed'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'purchase_completed'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'content_unlocked'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_unlocked'), 'amount_minor', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_unlocked'), 'currency', 'string', false, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'tip_sent'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'tip_sent'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'tip_sent'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'tokens_bought'), 'tokens', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'tokens_bought'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'tokens_bought'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'gift_sent'), 'gift', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'gift_sent'), 'tokens', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'gift_sent'), 'quantity', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'refund_requested'), 'purpose', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'refund_requested'), 'reason', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'refund_issued'), 'purpose', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'refund_issued'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'refund_issued'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'dispute_opened'), 'network', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'dispute_opened'), 'category', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'dispute_opened'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'dispute_opened'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'payout_requested'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payout_requested'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'payout_requested'), 'method', 'string', false, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'payout_paid'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'payout_paid'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'payout_paid'), 'method', 'string', false, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'payout_paid'), 'hours', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'promo_code_applied'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'promo_code_applied'), 'discount_ppm', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'spending_limit_set'), 'period', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'spending_limit_set'), 'direction', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'referral_link_shared'), 'channel', 'string', true, 'none', '["push","email"]'),
    ((select id from public.analytics_event_definitions where name = 'referral_converted'), 'days', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'message_sent'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'message_sent'), 'conversation', 'string', true, 'none', '["direct","group"]'),
    ((select id from public.analytics_event_definitions where name = 'message_sent'), 'encrypted', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'message_sent'), 'has_media', 'boolean', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'message_sent'), 'body', 'string', false, 'forbidden', '[]'),
    ((select id from public.analytics_event_definitions where name = 'message_opened'), 'conversation', 'string', true, 'none', '["direct","group"]'),
    ((select id from public.analytics_event_definitions where name = 'message_opened'), 'unread', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'message_reacted'), 'conversation', 'string', true, 'none', '["direct","group"]'),
    ((select id from public.analytics_event_definitions where name = 'message_request_decided'), 'decision', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'mass_message_sent'), 'recipients', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'mass_message_sent'), 'paid', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'paid_message_opened'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'paid_message_opened'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'call_started'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'call_started'), 'participants', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'call_ended'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'call_ended'), 'duration_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'call_ended'), 'quality', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'notification_delivered'), 'type', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'notification_delivered'), 'channel', 'string', true, 'none', '["push","email"]'),
    ((select id from public.analytics_event_definitions where name = 'notification_opened'), 'type', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'notification_opened'), 'channel', 'string', true, 'none', '["push","email"]'),
    ((select id from public.analytics_event_definitions where name = 'notification_opened'), 'delay_ms', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'notification_setting_changed'), 'type', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'notification_setting_changed'), 'channel', 'string', true, 'none', '["push","email"]'),
    ((select id from public.analytics_event_definitions where name = 'notification_setting_changed'), 'mode', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'email_unsubscribed'), 'stream', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_started'), 'category', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_started'), 'audience', 'string', true, 'none', '["public","subscribers"]')
  ) as written (event_definition_id, name, value_type, is_required, pii_class, example_values)
)
insert/**/into public.analytics_property_definitions (event_definition_id, name, value_type, is_required, pii_class, example_values)
  select event_definition_id, name, value_type, is_required, pii_class, example_values from wanted
  where not exists (select from public.analytics_property_definitions as there where there.event_definition_id = wanted.event_definition_id and there.name = wanted.name);

with wanted (event_definition_id, name, value_type, is_required, pii_class, example_values) as (
  select event_definition_id::uuid, name::text, value_type::text, is_required::boolean, pii_class::text, example_values::jsonb
  from (values
    ((select id from public.analytics_event_definitions where name = 'live_started'), 'protocol', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_ended'), 'duration_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_ended'), 'peak_viewers', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_joined'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'live_joined'), 'start_delay_ms', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_left'), 'watched_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_chat_sent'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_chat_sent'), 'text', 'string', false, 'forbidden', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_buffered'), 'stall_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_buffered'), 'rendition', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_private_show_started'), 'rate_tokens', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'live_clip_created'), 'duration_ms', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'event_viewed'), 'format', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'event_registered'), 'format', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'event_registered'), 'amount_minor', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'event_registered'), 'currency', 'string', false, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'event_checked_in'), 'method', 'string', true, 'none', '["password","passkey"]'),
    ((select id from public.analytics_event_definitions where name = 'booking_made'), 'amount_minor', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'booking_made'), 'currency', 'string', false, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'booking_made'), 'days_ahead', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'booking_cancelled'), 'by', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'booking_cancelled'), 'notice_minutes', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'product_viewed'), 'category', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'product_viewed'), 'explicit_level', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'cart_item_added'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'cart_item_added'), 'amount_minor', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'cart_item_added'), 'currency', 'string', false, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'order_placed'), 'items', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'order_placed'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'order_placed'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'bid_placed'), 'amount_minor', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'bid_placed'), 'currency', 'string', true, 'none', '["EUR","USD"]'),
    ((select id from public.analytics_event_definitions where name = 'report_submitted'), 'reason', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'report_submitted'), 'subject', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'report_submitted'), 'legal_notice', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'report_decided'), 'reason', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'report_decided'), 'outcome', 'string', true, 'none', '["passed","failed"]'),
    ((select id from public.analytics_event_definitions where name = 'report_decided'), 'hours', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_actioned'), 'action', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_actioned'), 'rule', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'content_actioned'), 'automated', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'appeal_submitted'), 'action', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'appeal_decided'), 'outcome', 'string', true, 'none', '["passed","failed"]'),
    ((select id from public.analytics_event_definitions where name = 'appeal_decided'), 'hours', 'number', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'privacy_setting_changed'), 'setting', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'privacy_setting_changed'), 'direction', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'consent_given'), 'purpose', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'consent_given'), 'source', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'consent_withdrawn'), 'purpose', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'consent_withdrawn'), 'source', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'recommendations_personalised_off'), 'surface', 'string', true, 'none', '["home","explore","profile","search"]'),
    ((select id from public.analytics_event_definitions where name = 'experiment_exposed'), 'experiment', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'experiment_exposed'), 'variant', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'client_error'), 'code', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'client_error'), 'screen', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'client_error'), 'fatal', 'boolean', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'client_error'), 'stack_hash', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'api_call_failed'), 'route', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'api_call_failed'), 'status', 'number', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'export_requested'), 'kind', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'export_requested'), 'format', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'integration_connected'), 'provider', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'language_changed'), 'from', 'string', false, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'language_changed'), 'to', 'string', true, 'none', '[]'),
    ((select id from public.analytics_event_definitions where name = 'accessibility_setting_changed'), 'surface', 'string', false, 'none', '["home","explore","profile","search"]')
  ) as written (event_definition_id, name, value_type, is_required, pii_class, example_values)
)
insert/**/into public.analytics_property_definitions (event_definition_id, name, value_type, is_required, pii_class, example_values)
  select event_definition_id, name, value_type, is_required, pii_class, example_values from wanted
  where not exists (select from public.analytics_property_definitions as there where there.event_definition_id = wanted.event_definition_id and there.name = wanted.name);

-- Reference data of conversion_goals; rows that are there are left as they are. Outcomes that campaigns and
-- experiments are compared by. Values come from the properties amount_minor and currency of the event; what is paid
-- out by them is proven from the ledger.
with wanted (key, name, event_definition_id, match_rule, value_rule, lookback_days, count_mode) as (
  select key::extensions.citext, name::text, event_definition_id::uuid, match_rule::jsonb, value_rule::text, lookback_days::integer, count_mode::text
  from (values
    ('signup', 'Sign-up', (select id from public.analytics_event_definitions where name = 'signup_completed'), '{}', 'none', 30, 'once_per_actor'),
    ('age_check_passed', 'Age check passed', (select id from public.analytics_event_definitions where name = 'age_check_finished'), '{"outcome":"passed"}', 'none', 7, 'once_per_actor'),
    ('first_follow', 'First follow', (select id from public.analytics_event_definitions where name = 'user_followed'), '{}', 'none', 30, 'once_per_actor'),
    ('first_subscription', 'First subscription', (select id from public.analytics_event_definitions where name = 'subscribe_completed'), '{"first":true}', 'event_property', 30, 'once_per_actor'),
    ('subscription', 'Subscription', (select id from public.analytics_event_definitions where name = 'subscribe_completed'), '{}', 'event_property', 30, 'every'),
    ('renewal', 'Renewal', (select id from public.analytics_event_definitions where name = 'subscription_renewed'), '{}', 'event_property', 90, 'every'),
    ('purchase', 'Purchase', (select id from public.analytics_event_definitions where name = 'purchase_completed'), '{}', 'event_property', 30, 'every'),
    ('tip', 'Tip', (select id from public.analytics_event_definitions where name = 'tip_sent'), '{}', 'event_property', 30, 'every'),
    ('tokens_bought', 'Tokens bought', (select id from public.analytics_event_definitions where name = 'tokens_bought'), '{}', 'event_property', 30, 'every'),
    ('paid_message', 'Paid message opened', (select id from public.analytics_event_definitions where name = 'paid_message_opened'), '{}', 'event_property', 30, 'every'),
    ('ticket', 'Registered for an event', (select id from public.analytics_event_definitions where name = 'event_registered'), '{}', 'event_property', 30, 'every'),
    ('booking', 'Appointment booked', (select id from public.analytics_event_definitions where name = 'booking_made'), '{}', 'event_property', 30, 'every'),
    ('creator_application', 'Application as a creator', (select id from public.analytics_event_definitions where name = 'creator_application_submitted'), '{}', 'none', 90, 'once_per_actor'),
    ('creator_activated', 'First publication of a creator', (select id from public.analytics_event_definitions where name = 'creator_first_publish'), '{}', 'none', 90, 'once_per_actor'),
    ('referral', 'Referral', (select id from public.analytics_event_definitions where name = 'referral_converted'), '{}', 'none', 90, 'every'),
    ('return_visit', 'Came back', (select id from public.analytics_event_definitions where name = 'session_started'), '{}', 'none', 7, 'once_per_day')
  ) as written (key, name, event_definition_id, match_rule, value_rule, lookback_days, count_mode)
)
insert/**/into public.conversion_goals (key, name, event_definition_id, match_rule, value_rule, lookback_days, count_mode)
  select key, name, event_definition_id, match_rule, value_rule, lookback_days, count_mode from wanted
  where not exists (select from public.conversion_goals as there where there.key = wanted.key);

-- Reference data of data_quality_checks; rows that are there are left as they are. What has to hold before figures are
-- published; those about money block.
with wanted (key, target_relation, check_kind, expression, severity, schedule_minutes) as (
  select key::extensions.citext, target_relation::text, check_kind::text, expression::jsonb, severity::text, schedule_minutes::integer
  from (values
    ('events.fresh', 'analytics_events', 'freshness', '{"column":"received_at","within_minutes":15}', 'block', 5),
    ('events.volume', 'analytics_events', 'row_count', '{"window_minutes":60,"compare":"same_hour_last_week","tolerance_ppm":500000}', 'warn', 60),
    ('events.rejected', 'event_ingest_rejections', 'row_count', '{"window_minutes":60,"at_most_ppm_of":"analytics_events","limit_ppm":20000}', 'warn', 15),
    ('events.definition_known', 'analytics_events', 'null_rate', '{"column":"event_definition_id","missing_in":"analytics_event_definitions","limit_ppm":0}', 'block', 60),
    ('sessions.unique', 'analytics_sessions', 'uniqueness', '{"columns":["id"]}', 'warn', 1440),
    ('views.fresh', 'content_view_events', 'freshness', '{"column":"viewed_at","within_minutes":30}', 'warn', 15),
    ('content_daily.fresh', 'content_metrics_daily', 'freshness', '{"column":"metric_date","within_minutes":1800}', 'block', 60),
    ('creator_daily.fresh', 'creator_metrics_daily', 'freshness', '{"column":"metric_date","within_minutes":1800}', 'block', 60),
    ('revenue.equals_ledger', 'revenue_metrics_daily', 'reconciliation', '{"against":"ledger_entries","by":["metric_date","currency"],"tolerance_minor":0}', 'block', 1440),
    ('mrr.equals_subscriptions', 'mrr_movements', 'reconciliation', '{"against":"subscriptions","tolerance_ppm":1000}', 'block', 1440),
    ('ledger.zero_sum', 'ledger_entries', 'reconciliation', '{"sum_by":["transaction_id","currency"],"equals":0}', 'block', 60),
    ('ledger.balances', 'ledger_account_balances', 'reconciliation', '{"against":"ledger_entries","by":["account_id"],"tolerance_minor":0}', 'block', 1440),
    ('payments.settled', 'provider_settlement_lines', 'reconciliation', '{"against":"payments","tolerance_minor":0}', 'warn', 1440),
    ('tokens.liability', 'token_lots', 'reconciliation', '{"against":"ledger_accounts","kind":"token_liability","tolerance_minor":0}', 'block', 1440),
    ('counters.content', 'content_counters', 'reconciliation', '{"sample":1000,"tolerance_ppm":10000}', 'warn', 1440),
    ('counters.social', 'social_counters', 'reconciliation', '{"sample":1000,"tolerance_ppm":10000}', 'warn', 1440),
    ('activity.volume', 'user_activity_daily', 'row_count', '{"compare":"same_weekday_last_week","tolerance_ppm":300000}', 'warn', 1440),
    ('attribution.whole', 'attribution_credits', 'reconciliation', '{"sum_by":["conversion_id"],"equals":1000000}', 'block', 1440),
    ('experiments.sample_ratio', 'experiment_exposures', 'distribution', '{"by":"variant_id","test":"chi2","p_below":0.001}', 'block', 60),
    ('search.volume', 'search_query_events', 'row_count', '{"window_minutes":60,"compare":"same_hour_last_week","tolerance_ppm":600000}', 'warn', 60),
    ('api.volume', 'api_request_logs', 'row_count', '{"window_minutes":15,"compare":"same_hour_last_week","tolerance_ppm":700000}', 'warn', 15),
    ('clicks.bots', 'tracking_link_clicks', 'distribution', '{"by":"is_bot","limit_ppm":500000}', 'warn', 1440),
    ('identities.orphans', 'analytics_identities', 'null_rate', '{"column":"user_id","missing_in":"users","limit_ppm":0}', 'warn', 1440),
    ('notifications.delivered', 'notification_deliveries', 'null_rate', '{"column":"sent_at","where":"older_than_1_hour","limit_ppm":10000}', 'warn', 15),
    ('live.samples', 'live_viewer_samples', 'freshness', '{"column":"sampled_at","within_minutes":5,"only_while":"live_streams"}', 'warn', 5),
    ('predictions.fresh', 'entity_predictions', 'freshness', '{"column":"predicted_at","within_minutes":2880}', 'warn', 60)
  ) as written (key, target_relation, check_kind, expression, severity, schedule_minutes)
)
insert/**/into public.data_quality_checks (key, target_relation, check_kind, expression, severity, schedule_minutes)
  select key, target_relation, check_kind, expression, severity, schedule_minutes from wanted
  where not exists (select from public.data_quality_checks as there where there.key = wanted.key);

-- Reference data of experiment_layers; rows that are there are left as they are. Layers for the areas of the product.
-- A salt only spreads units over buckets and is no secret; it never changes.
with wanted (key, name, unit, bucket_count, salt, description) as (
  select key::extensions.citext, name::text, unit::text, bucket_count::integer, salt::text, description::text
  from (values
    ('ranking', 'Ranking of feeds', 'actor', 1000, 'boyfanz.ranking.v1', 'Feeds, search and recommendations.'),
    ('creator_tools', 'Tools of creators', 'creator', 1000, 'boyfanz.creator_tools.v1', 'What only creators see.'),
    ('checkout', 'Checkout', 'user', 1000, 'boyfanz.checkout.v1', 'Paywalls, checkout and renewals.'),
    ('onboarding', 'Onboarding', 'actor', 1000, 'boyfanz.onboarding.v1', 'From the first visit to the first follow.'),
    ('messaging', 'Messages and notifications', 'user', 1000, 'boyfanz.messaging.v1', 'Messages, notifications and digests.'),
    ('live', 'Live streams', 'actor', 1000, 'boyfanz.live.v1', 'Player, chat and gifts.'),
    ('interface', 'Interface', 'actor', 1000, 'boyfanz.interface.v1', 'Navigation and looks.'),
    ('holdout', 'Long-term holdout', 'user', 10000, 'boyfanz.holdout.v1', 'People who get no experiment at all for a quarter, to see what all of them do together.')
  ) as written (key, name, unit, bucket_count, salt, description)
)
insert/**/into public.experiment_layers (key, name, unit, bucket_count, salt, description)
  select key, name, unit, bucket_count, salt, description from wanted
  where not exists (select from public.experiment_layers as there where there.key = wanted.key);

-- Reference data of metric_definitions; rows that are there are left as they are. What the platform measures itself
-- by, as drafts: the expressions name the parts, which the analyst who certifies a metric turns into those of the
-- query engine.
with wanted (key, version, name, description, source_relation, aggregation, numerator_expr, denominator_expr, allowed_dimensions, unit, direction, status, owner_team) as (
  select key::extensions.citext, version::integer, name::text, description::text, source_relation::text, aggregation::text, numerator_expr::jsonb, denominator_expr::jsonb, allowed_dimensions::text[], unit::text, direction::text, status::text, owner_team::text
  from (values
    ('users.daily_active', 1, 'Daily active users', 'Accounts that did something on the day.', 'user_activity_daily', 'count_distinct', '{"of":"user_id"}', null, '{}', 'count', 'up_good', 'draft', 'product'),
    ('users.weekly_active', 1, 'Weekly active users', 'Accounts that did something in seven days.', 'user_activity_daily', 'count_distinct', '{"of":"user_id"}', null, '{}', 'count', 'up_good', 'draft', 'product'),
    ('users.monthly_active', 1, 'Monthly active users', 'Accounts that did something in 28 days.', 'user_activity_daily', 'count_distinct', '{"of":"user_id"}', null, '{}', 'count', 'up_good', 'draft', 'product'),
    ('users.stickiness', 1, 'Stickiness', 'Daily by monthly active users.', 'platform_metrics_daily', 'ratio', '{"metric":"users.daily_active"}', '{"metric":"users.monthly_active"}', '{}', 'ratio', 'up_good', 'draft', 'product'),
    ('users.signups', 1, 'Sign-ups', 'New accounts.', 'users', 'count', '{"count":"all"}', null, '{status}', 'count', 'up_good', 'draft', 'growth'),
    ('users.signup_conversion', 1, 'Conversion of sign-up', 'Completed by started sign-ups.', 'analytics_events_hourly', 'ratio', '{"event":"signup_completed"}', '{"event":"signup_started"}', '{platform,country_code}', 'ratio', 'up_good', 'draft', 'growth'),
    ('users.age_check_pass_rate', 1, 'Passed age checks', 'Passed by finished age checks.', 'visitor_age_checks', 'ratio', '{"of":"passed"}', '{"of":"finished"}', '{region_code}', 'ratio', 'neutral', 'draft', 'safety'),
    ('users.retention_d1', 1, 'Retention, day 1', 'Share of new accounts that come back on the next day.', 'cohort_retention_results', 'retention', '{"of":"returned"}', '{"of":"cohort"}', '{}', 'ratio', 'up_good', 'draft', 'growth'),
    ('users.retention_d7', 1, 'Retention, day 7', 'Share of new accounts that come back on day 7.', 'cohort_retention_results', 'retention', '{"of":"returned"}', '{"of":"cohort"}', '{}', 'ratio', 'up_good', 'draft', 'growth'),
    ('users.retention_d28', 1, 'Retention, day 28', 'Share of new accounts that come back on day 28.', 'cohort_retention_results', 'retention', '{"of":"returned"}', '{"of":"cohort"}', '{}', 'ratio', 'up_good', 'draft', 'growth'),
    ('users.erasures', 1, 'Erasures', 'Accounts erased at their wish.', 'user_data_requests', 'count', '{"count":"erasure"}', null, '{}', 'count', 'neutral', 'draft', 'compliance'),
    ('creators.active', 1, 'Active creators', 'Creators who published in 28 days.', 'creator_metrics_daily', 'count_distinct', '{"of":"creator_id"}', null, '{}', 'count', 'up_good', 'draft', 'product'),
    ('creators.earning', 1, 'Earning creators', 'Creators with earnings in the month.', 'earnings_monthly', 'count_distinct', '{"of":"creator_id"}', null, '{currency}', 'count', 'up_good', 'draft', 'payments'),
    ('creators.application_hours', 1, 'Time to decide an application', 'Median hours from application to decision.', 'creator_applications', 'quantile', '{"of":"decided_at - submitted_at","quantile":0.5}', null, '{}', 'seconds', 'down_good', 'draft', 'compliance'),
    ('creators.churn', 1, 'Creators who stopped', 'Creators without a publication for 60 days by active creators.', 'creator_metrics_daily', 'ratio', '{"of":"stopped"}', '{"of":"active"}', '{}', 'ratio', 'down_good', 'draft', 'product'),
    ('content.published', 1, 'Publications', 'Items published.', 'content_items', 'count', '{"count":"published"}', null, '{kind,rating,audience}', 'count', 'up_good', 'draft', 'content'),
    ('content.views', 1, 'Views', 'Views of items.', 'content_metrics_daily', 'sum', '{"of":"views"}', null, '{}', 'count', 'up_good', 'draft', 'content'),
    ('content.engagement_rate', 1, 'Engagement rate', 'Likes, comments, shares and saves by views.', 'content_metrics_daily', 'ratio', '{"of":"likes + comments + shares + saves"}', '{"of":"views"}', '{}', 'ratio', 'up_good', 'draft', 'content'),
    ('content.watch_time', 1, 'Watch time', 'Seconds of video watched.', 'video_stats_daily', 'sum', '{"of":"watch_ms / 1000"}', null, '{}', 'seconds', 'up_good', 'draft', 'content'),
    ('content.processing_p95', 1, 'Processing time, 95 %', '95th percentile from upload to ready.', 'media_processing_runs', 'quantile', '{"of":"finished_at - started_at","quantile":0.95}', null, '{task}', 'seconds', 'down_good', 'draft', 'platform'),
    ('content.upload_failure_rate', 1, 'Failed uploads', 'Failed by all uploads.', 'media_uploads', 'ratio', '{"of":"failed"}', '{"of":"all"}', '{}', 'ratio', 'down_good', 'draft', 'platform'),
    ('money.gross_volume', 1, 'Gross volume', 'Captured payments.', 'payments', 'sum', '{"of":"amount_minor"}', null, '{currency}', 'minor_currency', 'up_good', 'draft', 'payments'),
    ('money.net_revenue', 1, 'Net revenue', 'Fees of the platform after refunds and disputes, from the ledger.', 'revenue_metrics_daily', 'sum', '{"of":"net_minor"}', null, '{currency}', 'minor_currency', 'up_good', 'draft', 'payments'),
    ('money.take_rate', 1, 'Take rate', 'Fees by gross volume.', 'revenue_metrics_daily', 'ratio', '{"of":"fees"}', '{"of":"gross"}', '{currency}', 'ratio', 'neutral', 'draft', 'payments'),
    ('money.mrr', 1, 'Monthly recurring revenue', 'Recurring revenue of live subscriptions, by month.', 'mrr_movements', 'sum', '{"of":"amount_minor"}', null, '{currency}', 'minor_currency', 'up_good', 'draft', 'payments'),
    ('money.subscriptions_active', 1, 'Live subscriptions', 'Subscriptions that give access now.', 'subscriptions', 'count', '{"count":"entitled"}', null, '{}', 'count', 'up_good', 'draft', 'payments'),
    ('money.subscriptions_new', 1, 'New subscriptions', 'Subscriptions started.', 'subscription_events', 'count', '{"count":"started"}', null, '{}', 'count', 'up_good', 'draft', 'payments'),
    ('money.subscription_churn', 1, 'Churn of subscriptions', 'Ended by live subscriptions of the period before.', 'subscription_events', 'ratio', '{"of":"ended"}', '{"of":"live_before"}', '{}', 'ratio', 'down_good', 'draft', 'payments'),
    ('money.arpu', 1, 'Revenue per paying user', 'Net volume by paying users.', 'revenue_metrics_daily', 'ratio', '{"of":"net_minor"}', '{"of":"paying_users"}', '{currency}', 'minor_currency', 'up_good', 'draft', 'payments'),
    ('money.payment_success_rate', 1, 'Successful payments', 'Captured by attempted payments.', 'payment_attempts', 'ratio', '{"of":"succeeded"}', '{"of":"attempted"}', '{provider_id}', 'ratio', 'up_good', 'draft', 'payments'),
    ('money.dunning_recovery', 1, 'Recovered renewals', 'Recovered by failed renewals.', 'subscription_dunning', 'ratio', '{"of":"recovered"}', '{"of":"entered"}', '{}', 'ratio', 'up_good', 'draft', 'payments'),
    ('money.refund_rate', 1, 'Refund rate', 'Refunded by captured volume.', 'refunds', 'ratio', '{"of":"refunded"}', '{"of":"captured"}', '{currency}', 'ratio', 'down_good', 'draft', 'payments'),
    ('money.dispute_rate', 1, 'Dispute rate', 'Disputes by captured payments, as the schemes count them.', 'chargebacks', 'ratio', '{"of":"disputes"}', '{"of":"payments"}', '{network}', 'ratio', 'down_good', 'draft', 'payments'),
    ('money.payouts_paid', 1, 'Payouts', 'Amount paid out to creators.', 'payouts', 'sum', '{"of":"amount_minor"}', null, '{currency}', 'minor_currency', 'neutral', 'draft', 'payments'),
    ('money.payout_hours_p95', 1, 'Time to payout, 95 %', '95th percentile from request to paid.', 'payouts', 'quantile', '{"of":"paid_at - requested_at","quantile":0.95}', null, '{}', 'seconds', 'down_good', 'draft', 'payments'),
    ('money.tips', 1, 'Tips', 'Amount of tips.', 'tips', 'sum', '{"of":"amount_minor"}', null, '{currency}', 'minor_currency', 'up_good', 'draft', 'payments'),
    ('money.token_liability', 1, 'Tokens not spent', 'Tokens bought and not spent.', 'ledger_account_balances', 'sum', '{"of":"balance_minor"}', null, '{}', 'minor_currency', 'neutral', 'draft', 'finance'),
    ('social.follows', 1, 'Follows', 'New follows less unfollows.', 'follow_events', 'sum', '{"of":"change"}', null, '{}', 'count', 'up_good', 'draft', 'product'),
    ('social.suggestion_rate', 1, 'Followed suggestions', 'Followed by shown suggestions.', 'recommendation_feedback', 'ratio', '{"of":"followed"}', '{"of":"shown"}', '{}', 'ratio', 'up_good', 'draft', 'content'),
    ('messages.sent', 1, 'Messages', 'Messages sent.', 'communication_stats_daily', 'sum', '{"of":"messages"}', null, '{}', 'count', 'neutral', 'draft', 'messaging'),
    ('messages.reply_time_p50', 1, 'Time to reply, median', 'Median from a fan''s message to the reply of the creator.', 'conversation_stats_daily', 'quantile', '{"of":"reply_seconds","quantile":0.5}', null, '{}', 'seconds', 'down_good', 'draft', 'messaging'),
    ('messages.paid_open_rate', 1, 'Opened paid messages', 'Opened by received paid messages.', 'message_paywalls', 'ratio', '{"of":"opened"}', '{"of":"received"}', '{}', 'ratio', 'up_good', 'draft', 'messaging'),
    ('notifications.open_rate', 1, 'Opened notifications', 'Opened by delivered notifications.', 'notification_deliveries', 'ratio', '{"of":"opened"}', '{"of":"delivered"}', '{channel,type_id}', 'ratio', 'up_good', 'draft', 'messaging'),
    ('email.bounce_rate', 1, 'Bounced mail', 'Bounces by sent mail.', 'email_messages', 'ratio', '{"of":"bounced"}', '{"of":"sent"}', '{provider}', 'ratio', 'down_good', 'draft', 'messaging'),
    ('email.complaint_rate', 1, 'Complaints about mail', 'Complaints by delivered mail.', 'email_messages', 'ratio', '{"of":"complained"}', '{"of":"delivered"}', '{provider}', 'ratio', 'down_good', 'draft', 'messaging'),
    ('safety.reports', 1, 'Reports', 'Reports received.', 'abuse_reports', 'count', '{"count":"all"}', null, '{is_legal_notice}', 'count', 'neutral', 'draft', 'safety'),
    ('safety.report_hours_p50', 1, 'Time to decide a report, median', 'Median from report to decision.', 'abuse_reports', 'quantile', '{"of":"decided_at - created_at","quantile":0.5}', null, '{}', 'seconds', 'down_good', 'draft', 'safety'),
    ('safety.ncii_within_48h', 1, 'Intimate images within 48 hours', 'Requests done within 48 hours by all.', 'ncii_requests', 'ratio', '{"of":"within_48h"}', '{"of":"all"}', '{}', 'ratio', 'up_good', 'draft', 'safety'),
    ('safety.card_complaints_within_7d', 1, 'Card complaints within 7 business days', 'Complaints resolved in time by all.', 'moderation_cases', 'ratio', '{"of":"in_time"}', '{"of":"all"}', '{}', 'ratio', 'up_good', 'draft', 'compliance'),
    ('safety.appeal_overturn_rate', 1, 'Appeals upheld', 'Decisions undone by appeals decided.', 'appeals', 'ratio', '{"of":"overturned"}', '{"of":"decided"}', '{}', 'ratio', 'down_good', 'draft', 'safety'),
    ('safety.automation_rate', 1, 'Automated decisions', 'Decisions without a person by all.', 'moderation_decisions', 'ratio', '{"of":"automated"}', '{"of":"all"}', '{}', 'ratio', 'neutral', 'draft', 'safety'),
    ('safety.precision', 1, 'Precision of reviews', 'Right by sampled decisions.', 'moderation_quality_reviews', 'ratio', '{"of":"right"}', '{"of":"sampled"}', '{}', 'ratio', 'up_good', 'draft', 'safety'),
    ('safety.graphic_minutes', 1, 'Exposure of moderators', 'Minutes of graphic material seen.', 'moderator_exposure_daily', 'sum', '{"of":"minutes"}', null, '{category}', 'seconds', 'down_good', 'draft', 'safety'),
    ('safety.prevalence', 1, 'Prevalence', 'Views of content that is later removed by all views.', 'content_metrics_daily', 'ratio', '{"of":"violating_views"}', '{"of":"views"}', '{}', 'ratio', 'down_good', 'draft', 'safety'),
    ('fraud.loss_rate', 1, 'Loss by fraud', 'Losses by gross volume.', 'fraud_cases', 'ratio', '{"of":"loss"}', '{"of":"gross"}', '{currency}', 'ratio', 'down_good', 'draft', 'payments'),
    ('fraud.false_positive_rate', 1, 'Wrongly stopped', 'Released by stopped payments.', 'fraud_assessments', 'ratio', '{"of":"released"}', '{"of":"stopped"}', '{}', 'ratio', 'down_good', 'draft', 'payments'),
    ('search.zero_result_rate', 1, 'Searches without a result', 'Searches without a result by all.', 'search_query_events', 'ratio', '{"of":"no_result"}', '{"of":"all"}', '{}', 'ratio', 'down_good', 'draft', 'content'),
    ('search.click_rate', 1, 'Opened results', 'Searches with an opened result by all.', 'search_query_events', 'ratio', '{"of":"clicked"}', '{"of":"all"}', '{}', 'ratio', 'up_good', 'draft', 'content'),
    ('rec.click_rate', 1, 'Opened recommendations', 'Opened by shown recommendations.', 'rec_requests', 'ratio', '{"of":"opened"}', '{"of":"shown"}', '{surface}', 'ratio', 'up_good', 'draft', 'content'),
    ('rec.unprofiled_share', 1, 'Without profiling', 'Requests without profiling by all.', 'rec_requests', 'ratio', '{"of":"unprofiled"}', '{"of":"all"}', '{surface}', 'ratio', 'neutral', 'draft', 'policy'),
    ('ml.latency_p95', 1, 'Latency of models, 95 %', '95th percentile of inference.', 'ml_inference_hourly', 'quantile', '{"of":"latency_ms","quantile":0.95}', null, '{deployment_id}', 'seconds', 'down_good', 'draft', 'platform'),
    ('live.hours', 1, 'Live hours', 'Hours broadcast.', 'live_publish_sessions', 'sum', '{"of":"hours"}', null, '{}', 'seconds', 'up_good', 'draft', 'live'),
    ('live.viewers_peak', 1, 'Viewers at once', 'Most viewers at once.', 'live_viewer_samples', 'quantile', '{"of":"viewers","quantile":1}', null, '{}', 'count', 'up_good', 'draft', 'live'),
    ('live.stall_rate', 1, 'Waiting in live streams', 'Time waited by time watched.', 'live_quality_metrics', 'ratio', '{"of":"stall_ms"}', '{"of":"watched_ms"}', '{}', 'ratio', 'down_good', 'draft', 'live'),
    ('live.gift_tokens', 1, 'Tokens in gifts', 'Tokens sent in gifts.', 'live_gifts', 'sum', '{"of":"tokens"}', null, '{}', 'count', 'up_good', 'draft', 'live'),
    ('events.tickets_sold', 1, 'Tickets', 'Tickets sold.', 'event_tickets', 'count', '{"count":"sold"}', null, '{state}', 'count', 'up_good', 'draft', 'live'),
    ('events.attendance_rate', 1, 'Attendance', 'Checked in by sold tickets.', 'event_check_ins', 'ratio', '{"of":"checked_in"}', '{"of":"sold"}', '{}', 'ratio', 'up_good', 'draft', 'live'),
    ('bookings.no_show_rate', 1, 'No-shows', 'Missed by all appointments.', 'bookings', 'ratio', '{"of":"no_show"}', '{"of":"all"}', '{}', 'ratio', 'down_good', 'draft', 'commerce'),
    ('shop.orders', 1, 'Orders', 'Orders of the marketplace.', 'marketplace_order_lines', 'count_distinct', '{"of":"order_id"}', null, '{}', 'count', 'up_good', 'draft', 'commerce'),
    ('shop.return_rate', 1, 'Returns', 'Returned by delivered lines.', 'marketplace_returns', 'ratio', '{"of":"returned"}', '{"of":"delivered"}', '{}', 'ratio', 'down_good', 'draft', 'commerce'),
    ('api.requests', 1, 'API requests', 'Requests of the public API.', 'api_requests_hourly', 'sum', '{"of":"requests"}', null, '{route,status_class}', 'count', 'neutral', 'draft', 'platform'),
    ('api.error_rate', 1, 'Errors of the API', 'Server errors by requests.', 'api_requests_hourly', 'ratio', '{"of":"errors"}', '{"of":"requests"}', '{route}', 'ratio', 'down_good', 'draft', 'platform'),
    ('api.latency_p95', 1, 'Latency of the API, 95 %', '95th percentile.', 'api_requests_hourly', 'quantile', '{"of":"latency_ms","quantile":0.95}', null, '{route}', 'seconds', 'down_good', 'draft', 'platform'),
    ('webhooks.success_rate', 1, 'Delivered webhooks', 'Delivered by due webhooks.', 'webhook_delivery_attempts', 'ratio', '{"of":"delivered"}', '{"of":"due"}', '{}', 'ratio', 'up_good', 'draft', 'platform'),
    ('jobs.wait_p95', 1, 'Waiting of jobs, 95 %', '95th percentile from due to start.', 'job_history', 'quantile', '{"of":"wait_ms","quantile":0.95}', null, '{queue}', 'seconds', 'down_good', 'draft', 'platform'),
    ('app.crash_free_sessions', 1, 'Sessions without a crash', 'Sessions without a crash by all.', 'app_crash_events', 'ratio', '{"of":"crash_free"}', '{"of":"sessions"}', '{platform}', 'ratio', 'up_good', 'draft', 'platform'),
    ('storage.bytes', 1, 'Stored media', 'Bytes of originals and renditions.', 'media_assets', 'sum', '{"of":"byte_size"}', null, '{kind}', 'bytes', 'neutral', 'draft', 'platform')
  ) as written (key, version, name, description, source_relation, aggregation, numerator_expr, denominator_expr, allowed_dimensions, unit, direction, status, owner_team)
)
insert/**/into public.metric_definitions (key, version, name, description, source_relation, aggregation, numerator_expr, denominator_expr, allowed_dimensions, unit, direction, status, owner_team)
  select key, version, name, description, source_relation, aggregation, numerator_expr, denominator_expr, allowed_dimensions, unit, direction, status, owner_team from wanted
  where not exists (select from public.metric_definitions as there where there.key = wanted.key and there.version = wanted.version);

-- Reference data of traffic_sources; rows that are there are left as they are. Where visits come from, so that a known
-- referrer gets the same channel everywhere; ingestion adds those it does not know.
with wanted (channel, source, medium, referrer_domain, is_adult_network) as (
  select channel::text, source::text, medium::text, referrer_domain::text, is_adult_network::boolean
  from (values
    ('direct', 'direct', '', null, false),
    ('internal', 'app', '', null, false),
    ('internal', 'web', '', null, false),
    ('organic_search', 'google', 'organic', 'google.com', false),
    ('organic_search', 'bing', 'organic', 'bing.com', false),
    ('organic_search', 'duckduckgo', 'organic', 'duckduckgo.com', false),
    ('organic_search', 'yahoo', 'organic', 'search.yahoo.com', false),
    ('organic_search', 'yandex', 'organic', 'yandex.com', false),
    ('organic_search', 'ecosia', 'organic', 'ecosia.org', false),
    ('organic_search', 'qwant', 'organic', 'qwant.com', false),
    ('organic_search', 'brave', 'organic', 'search.brave.com', false),
    ('organic_search', 'startpage', 'organic', 'startpage.com', false),
    ('organic_search', 'baidu', 'organic', 'baidu.com', false),
    ('organic_search', 'naver', 'organic', 'naver.com', false),
    ('organic_search', 'seznam', 'organic', 'seznam.cz', false),
    ('social', 'x', 'social', 'x.com', false),
    ('social', 'x', 'shortlink', 't.co', false),
    ('social', 'instagram', 'social', 'instagram.com', false),
    ('social', 'threads', 'social', 'threads.net', false),
    ('social', 'facebook', 'social', 'facebook.com', false),
    ('social', 'tiktok', 'social', 'tiktok.com', false),
    ('social', 'reddit', 'social', 'reddit.com', false),
    ('social', 'bluesky', 'social', 'bsky.app', false),
    ('social', 'mastodon', 'social', 'mastodon.social', false),
    ('social', 'tumblr', 'social', 'tumblr.com', false),
    ('social', 'pinterest', 'social', 'pinterest.com', false),
    ('social', 'youtube', 'social', 'youtube.com', false),
    ('social', 'twitch', 'social', 'twitch.tv', false),
    ('social', 'telegram', 'social', 't.me', false),
    ('social', 'discord', 'social', 'discord.com', false),
    ('social', 'snapchat', 'social', 'snapchat.com', false),
    ('social', 'whatsapp', 'social', 'wa.me', false),
    ('social', 'linkedin', 'social', 'linkedin.com', false),
    ('social', 'vk', 'social', 'vk.com', false),
    ('social', 'recon', 'social', 'recon.com', true),
    ('social', 'romeo', 'social', 'romeo.com', true),
    ('social', 'grindr', 'social', 'grindr.com', true),
    ('social', 'scruff', 'social', 'scruff.com', true),
    ('social', 'fetlife', 'social', 'fetlife.com', true),
    ('creator_link', 'linktree', 'bio', 'linktr.ee', false),
    ('creator_link', 'allmylinks', 'bio', 'allmylinks.com', false),
    ('creator_link', 'beacons', 'bio', 'beacons.ai', false),
    ('creator_link', 'linkme', 'bio', 'link.me', false),
    ('creator_link', 'tracking_link', 'link', null, false),
    ('referral', 'pornhub', 'referral', 'pornhub.com', true),
    ('referral', 'xvideos', 'referral', 'xvideos.com', true),
    ('referral', 'xhamster', 'referral', 'xhamster.com', true),
    ('referral', 'xnxx', 'referral', 'xnxx.com', true),
    ('referral', 'chaturbate', 'referral', 'chaturbate.com', true),
    ('referral', 'wikipedia', 'referral', 'wikipedia.org', false),
    ('referral', 'invitation', 'invite', null, false),
    ('affiliate', 'affiliate', 'link', null, false),
    ('paid', 'google', 'cpc', null, false),
    ('paid', 'bing', 'cpc', null, false),
    ('paid', 'reddit', 'cpc', null, false),
    ('paid', 'x', 'cpc', null, false),
    ('paid', 'trafficjunky', 'cpc', 'trafficjunky.com', true),
    ('paid', 'exoclick', 'cpc', 'exoclick.com', true),
    ('paid', 'juicyads', 'cpc', 'juicyads.com', true),
    ('paid', 'trafficstars', 'cpc', 'trafficstars.com', true),
    ('paid', 'sponsorship', 'flat', null, false),
    ('email', 'lifecycle', 'email', null, false),
    ('email', 'newsletter', 'email', null, false),
    ('email', 'digest', 'email', null, false),
    ('email', 'receipt', 'email', null, false),
    ('push', 'app', 'push', null, false),
    ('push', 'web', 'push', null, false),
    ('app_store', 'apple', 'store', 'apps.apple.com', false),
    ('app_store', 'google', 'store', 'play.google.com', false)
  ) as written (channel, source, medium, referrer_domain, is_adult_network)
)
insert/**/into public.traffic_sources (channel, source, medium, referrer_domain, is_adult_network)
  select channel, source, medium, referrer_domain, is_adult_network from wanted
  where not exists (select from public.traffic_sources as there where there.channel = wanted.channel and there.source = wanted.source and there.medium = wanted.medium);

-- Reference data of age_assurance_policies; rows that are there are left as they are. Jurisdictions whose law asks for
-- a proof of age before explicit content and that we knew of in autumn 2025, with the cautious set of methods; several
-- laws are before the courts, and counsel confirms each before launch. How long a result is good is our choice.
with wanted (region_code, surface, min_age, methods_allowed, effective_from, result_ttl_days, legal_reference) as (
  select region_code::text, surface::text, min_age::smallint, methods_allowed::text[], effective_from::date, result_ttl_days::integer, legal_reference::text
  from (values
    ('GB', 'explicit', 18, '{document,face_estimate,credit_card,mobile_operator,digital_wallet,open_banking,reused_token}', '2025-07-25', 365, 'Online Safety Act 2023, ss. 12 and 81'),
    ('GB', 'live', 18, '{document,face_estimate,credit_card,mobile_operator,digital_wallet,open_banking,reused_token}', '2025-07-25', 365, 'Online Safety Act 2023, ss. 12 and 81'),
    ('US-AL', 'explicit', 18, '{document,digital_wallet}', '2024-10-01', 365, 'Ala. HB 164 (2024)'),
    ('US-AL', 'live', 18, '{document,digital_wallet}', '2024-10-01', 365, 'Ala. HB 164 (2024)'),
    ('US-AZ', 'explicit', 18, '{document,digital_wallet}', '2025-09-26', 365, 'Ariz. HB 2112 (2025)'),
    ('US-AZ', 'live', 18, '{document,digital_wallet}', '2025-09-26', 365, 'Ariz. HB 2112 (2025)'),
    ('US-AR', 'explicit', 18, '{document,digital_wallet}', '2023-07-31', 365, 'Ark. Act 612 of 2023'),
    ('US-AR', 'live', 18, '{document,digital_wallet}', '2023-07-31', 365, 'Ark. Act 612 of 2023'),
    ('US-FL', 'explicit', 18, '{document,digital_wallet,reused_token}', '2025-01-01', 365, 'Fla. Stat. 501.1737'),
    ('US-FL', 'live', 18, '{document,digital_wallet,reused_token}', '2025-01-01', 365, 'Fla. Stat. 501.1737'),
    ('US-GA', 'explicit', 18, '{document,digital_wallet}', '2025-07-01', 365, 'Ga. SB 351 (2024)'),
    ('US-GA', 'live', 18, '{document,digital_wallet}', '2025-07-01', 365, 'Ga. SB 351 (2024)'),
    ('US-ID', 'explicit', 18, '{document,digital_wallet}', '2024-07-01', 365, 'Idaho HB 498 (2024)'),
    ('US-ID', 'live', 18, '{document,digital_wallet}', '2024-07-01', 365, 'Idaho HB 498 (2024)'),
    ('US-IN', 'explicit', 18, '{document,digital_wallet}', '2024-07-01', 365, 'Ind. Code 24-4-23'),
    ('US-IN', 'live', 18, '{document,digital_wallet}', '2024-07-01', 365, 'Ind. Code 24-4-23'),
    ('US-KS', 'explicit', 18, '{document,digital_wallet}', '2024-07-01', 365, 'Kan. SB 394 (2024)'),
    ('US-KS', 'live', 18, '{document,digital_wallet}', '2024-07-01', 365, 'Kan. SB 394 (2024)'),
    ('US-KY', 'explicit', 18, '{document,digital_wallet}', '2024-07-15', 365, 'Ky. HB 278 (2024)'),
    ('US-KY', 'live', 18, '{document,digital_wallet}', '2024-07-15', 365, 'Ky. HB 278 (2024)'),
    ('US-LA', 'explicit', 18, '{document,digital_wallet}', '2023-01-01', 365, 'La. R.S. 9:2800.29'),
    ('US-LA', 'live', 18, '{document,digital_wallet}', '2023-01-01', 365, 'La. R.S. 9:2800.29'),
    ('US-MS', 'explicit', 18, '{document,digital_wallet}', '2023-07-01', 365, 'Miss. SB 2346 (2023)'),
    ('US-MS', 'live', 18, '{document,digital_wallet}', '2023-07-01', 365, 'Miss. SB 2346 (2023)'),
    ('US-MT', 'explicit', 18, '{document,digital_wallet}', '2024-01-01', 365, 'Mont. SB 544 (2023)'),
    ('US-MT', 'live', 18, '{document,digital_wallet}', '2024-01-01', 365, 'Mont. SB 544 (2023)'),
    ('US-NE', 'explicit', 18, '{document,digital_wallet}', '2024-07-19', 365, 'Neb. LB 1092 (2024)'),
    ('US-NE', 'live', 18, '{document,digital_wallet}', '2024-07-19', 365, 'Neb. LB 1092 (2024)'),
    ('US-NC', 'explicit', 18, '{document,digital_wallet}', '2024-01-01', 365, 'N.C. PAVE Act (HB 8, 2023)'),
    ('US-NC', 'live', 18, '{document,digital_wallet}', '2024-01-01', 365, 'N.C. PAVE Act (HB 8, 2023)'),
    ('US-ND', 'explicit', 18, '{document,digital_wallet}', '2025-08-01', 365, 'N.D. HB 1561 (2025)'),
    ('US-ND', 'live', 18, '{document,digital_wallet}', '2025-08-01', 365, 'N.D. HB 1561 (2025)'),
    ('US-OH', 'explicit', 18, '{document,digital_wallet}', '2025-09-30', 365, 'Ohio HB 96 (2025)'),
    ('US-OH', 'live', 18, '{document,digital_wallet}', '2025-09-30', 365, 'Ohio HB 96 (2025)'),
    ('US-OK', 'explicit', 18, '{document,digital_wallet}', '2024-11-01', 365, 'Okla. SB 1959 (2024)'),
    ('US-OK', 'live', 18, '{document,digital_wallet}', '2024-11-01', 365, 'Okla. SB 1959 (2024)'),
    ('US-SC', 'explicit', 18, '{document,digital_wallet}', '2025-01-01', 365, 'S.C. HB 3424 (2024)'),
    ('US-SC', 'live', 18, '{document,digital_wallet}', '2025-01-01', 365, 'S.C. HB 3424 (2024)'),
    ('US-SD', 'explicit', 18, '{document,digital_wallet}', '2025-07-01', 365, 'S.D. HB 1053 (2025)'),
    ('US-SD', 'live', 18, '{document,digital_wallet}', '2025-07-01', 365, 'S.D. HB 1053 (2025)'),
    ('US-TN', 'explicit', 18, '{document,digital_wallet}', '2025-01-01', 365, 'Tenn. Protect Tennessee Minors Act (2024)'),
    ('US-TN', 'live', 18, '{document,digital_wallet}', '2025-01-01', 365, 'Tenn. Protect Tennessee Minors Act (2024)'),
    ('US-TX', 'explicit', 18, '{document,digital_wallet}', '2023-09-01', 365, 'Tex. Civ. Prac. & Rem. Code ch. 129B'),
    ('US-TX', 'live', 18, '{document,digital_wallet}', '2023-09-01', 365, 'Tex. Civ. Prac. & Rem. Code ch. 129B'),
    ('US-UT', 'explicit', 18, '{document,digital_wallet}', '2023-05-03', 365, 'Utah SB 287 (2023)'),
    ('US-UT', 'live', 18, '{document,digital_wallet}', '2023-05-03', 365, 'Utah SB 287 (2023)'),
    ('US-VA', 'explicit', 18, '{document,digital_wallet}', '2023-07-01', 365, 'Va. Code 8.01-40.5'),
    ('US-VA', 'live', 18, '{document,digital_wallet}', '2023-07-01', 365, 'Va. Code 8.01-40.5'),
    ('US-WY', 'explicit', 18, '{document,digital_wallet}', '2025-07-01', 365, 'Wyo. HB 43 (2025)'),
    ('US-WY', 'live', 18, '{document,digital_wallet}', '2025-07-01', 365, 'Wyo. HB 43 (2025)'),
    ('DE', 'explicit', 18, '{document,digital_wallet,reused_token}', '2003-04-01', 365, 'JMStV s. 4(2)'),
    ('DE', 'live', 18, '{document,digital_wallet,reused_token}', '2003-04-01', 365, 'JMStV s. 4(2)')
  ) as written (region_code, surface, min_age, methods_allowed, effective_from, result_ttl_days, legal_reference)
)
insert/**/into public.age_assurance_policies (region_code, surface, min_age, methods_allowed, effective_from, result_ttl_days, legal_reference)
  select region_code, surface, min_age, methods_allowed, effective_from, result_ttl_days, legal_reference from wanted
  where not exists (select from public.age_assurance_policies as there where there.region_code = wanted.region_code and there.surface = wanted.surface and there.effective_from = wanted.effective_from);

-- Reference data of automod_rules; rows that are there are left as they are. Rules of the platform that need no model
-- of an operator. Conditions of a version never change; another condition is a new version with an id of its own.
with wanted (id, name, version, scope, applies_to, condition, action, priority) as (
  select id::uuid, name::text, version::integer, scope::text, applies_to::text[], condition::jsonb, action::text, priority::smallint
  from (values
    ('00000000-0000-7000-8703-000000000001', 'new_account_links', 1, 'platform', '{post,comment,message,chat_message}', '{"all":[{"account_age_days":{"below":3}},{"links":{"at_least":1}}]}', 'hold', 90),
    ('00000000-0000-7000-8703-000000000002', 'repeated_text', 1, 'platform', '{comment,message,chat_message}', '{"same_text":{"at_least":5,"within_minutes":10}}', 'hold', 80),
    ('00000000-0000-7000-8703-000000000003', 'message_burst', 1, 'platform', '{message}', '{"first_messages":{"at_least":20,"within_minutes":60}}', 'timeout', 85),
    ('00000000-0000-7000-8703-000000000004', 'comment_burst', 1, 'platform', '{comment,chat_message}', '{"rate":{"at_least":30,"within_minutes":5}}', 'timeout', 70),
    ('00000000-0000-7000-8703-000000000005', 'off_platform_payment', 1, 'platform', '{message,comment,chat_message,profile}', '{"term_rule":"fraud.off_platform_payment"}', 'flag', 60),
    ('00000000-0000-7000-8703-000000000006', 'short_links', 1, 'platform', '{message,comment,chat_message}', '{"term_rule":"fraud.phishing"}', 'mask', 65),
    ('00000000-0000-7000-8703-000000000007', 'slurs', 1, 'platform', '{comment,message,chat_message,profile,review}', '{"term_rule":"hate.slur"}', 'mask', 75),
    ('00000000-0000-7000-8703-000000000008', 'many_mentions', 1, 'platform', '{post,comment}', '{"mentions":{"at_least":10}}', 'hold', 50),
    ('00000000-0000-7000-8703-000000000009', 'many_hashtags', 1, 'platform', '{post}', '{"hashtags":{"at_least":30}}', 'flag', 20),
    ('00000000-0000-7000-8703-000000000010', 'high_risk_account', 1, 'platform', '{post,comment,message}', '{"risk_score":{"at_least":800}}', 'hold', 95),
    ('00000000-0000-7000-8703-000000000011', 'age_claim_under_18', 1, 'platform', '{message,chat_message,profile,comment}', '{"detector":"age_claim","score":{"at_least":0.8}}', 'flag', 100),
    ('00000000-0000-7000-8703-000000000012', 'contact_details', 1, 'platform', '{comment,profile,chat_message}', '{"detector":"contact_details","score":{"at_least":0.9}}', 'mask', 40)
  ) as written (id, name, version, scope, applies_to, condition, action, priority)
)
insert/**/into public.automod_rules (id, name, version, scope, applies_to, condition, action, priority)
  select id, name, version, scope, applies_to, condition, action, priority from wanted
  where not exists (select from public.automod_rules as there where there.id = wanted.id);

-- Reference data of community_guidelines; rows that are there are left as they are. English drafts of the public
-- rules, one for each topic of policy_rules; not in force before they are published. The digest is that of the text.
with wanted (topic, version, locale, title, body_markdown, body_sha256, change_summary) as (
  select topic::extensions.citext, version::integer, locale::public.language_tag, title::text, body_markdown::text, body_sha256::public.digest_256, change_summary::text
  from (values
    ('child_safety', 1, 'en', 'Safety of children', 'Nobody under 18 is on this platform, neither as a member nor in what is shown.

**Not allowed**
- anything sexual that shows, describes or suggests a person under 18, real, drawn or made by AI
- people who look or are presented as if they were under 18, whatever their age
- role play as a child, and a child in the room or background of adult content
- approaching a child

We report sexual abuse of children to the authorities and close the account. Report it at once; please do not share it, not even as proof.', E'\\x866f1d8e49cf99269754cf24b8c00979f0f725347248869cac128673f8a49502', 'First version.'),
    ('consent', 1, 'en', 'Consent', 'Everybody who is shown agreed to be recorded, to be published and to be published here, and can change their mind.

**Not allowed**
- intimate images of somebody who did not agree, and threats to share them
- intimate images of a real person made or changed by AI without their consent
- recordings made in secret
- sexual acts with somebody who is asleep, drugged, drunk or otherwise unable to agree
- sexual violence, real or made to look real

If it is about you, ask us to remove it. We act within 48 hours and keep known copies away. You need no account.', E'\\x18e7cb59a60c4c780adb140af6686266deeabe275a37d71f04702588eb35ef83', 'First version.'),
    ('records', 1, 'en', 'Records of performers', 'For every person in adult content we need a verified identity document and a signed release before it is published, and the custodian of records keeps them.

**You do**
- name every person who can be recognised
- upload document and release, or invite them to do it themselves
- keep them up to date

Content without complete records is hidden until they are. False documents end the account.', E'\\x3b79ea4fe4b44d38d25d61d3213702aeb5de4831ed84d13c7c18526b7a8657db', 'First version.'),
    ('prohibited_content', 1, 'en', 'What is not shown here', 'Some content is legal somewhere and still not allowed here, because of the law elsewhere, the card schemes or the harm it does.

**Not allowed**
- animals in any sexual context
- incest, real or played
- acts that endanger life, cause serious injury or draw blood
- excrement, urine, vomit and menstrual blood in a sexual act
- loss of will by hypnosis, drugs or alcohol
- sexual acts where bystanders can see them', E'\\x8e4c1ae24cabb8bb8cb8de62a9308d1dc29c3ddd001706560b5fb04b5ae2e75f', 'First version.'),
    ('exploitation', 1, 'en', 'Exploitation', 'Everybody here works for themselves.

**Not allowed**
- making somebody produce content, by force, debt, threat or deceit
- trafficking in any form
- offering or arranging sexual services in person

If you are under pressure yourself, write to us in any words. We can stop payouts to others, hide content and name people who help.', E'\\xeb9623df1eb2af7f3afa5070c3b95c5e3edcc1ba9639a721097efda646595604', 'First version.'),
    ('violence', 1, 'en', 'Violence', '**Not allowed**
- threats, and calls for violence
- praise or support of terrorism and violent organisations
- graphic violence for entertainment
- cruelty to animals

Consensual and safe power play between adults is allowed as long as nobody is seriously hurt and consent is plain.', E'\\xd2c8b55fafabb08bbace51783338b9907bb7d6c28608cedc42affed09c83a10b', 'First version.'),
    ('hate', 1, 'en', 'Hate', 'We are people of many origins, bodies, genders and faiths.

**Not allowed**
- attacks on people for origin, skin colour, religion, gender, orientation, disability, illness or age
- slurs used against somebody
- symbols and slogans of hateful organisations
- degrading somebody for what they are as entertainment

Words that a group uses for itself are fine when they are meant so.', E'\\xc431fb8f685698d3a8c15182d098397161ee0f69c493018fc99d575575883a45', 'First version.'),
    ('harassment', 1, 'en', 'Harassment and privacy', 'A no is a no, also in messages.

**Not allowed**
- insults, bullying and pile-ons
- unwanted sexual messages and pictures
- stalking, here or elsewhere
- publishing name, address, work or family of somebody
- revealing somebody''s orientation, identity or health, and telling others that they are here

You can block, mute and restrict anybody at any time; they are not told.', E'\\x7202c1874d82c0dea2ec6e488a1036476d54d9d47ad144b14cc52160091f113d', 'First version.'),
    ('self_harm', 1, 'en', 'Suicide and self-harm', '**Not allowed**
- encouraging or teaching suicide, self-harm or eating disorders

Talking about one''s own life is allowed. If you worry about somebody, report it; we answer with help and not with a punishment.', E'\\xd05c2d6bd60a46fe03d879f9a95daa219a65c9ca6cea80e20722da216ab2e408', 'First version.'),
    ('intellectual_property', 1, 'en', 'Copyright and trade marks', 'Publish what is yours, or what you may use.

**Not allowed**
- content of other creators, also bought content
- music without a licence; the music library has what you may use
- trade marks that mislead
- getting round watermarks and download protection

We take notices and counter-notices under the DMCA and close accounts of repeat infringers.', E'\\x6cce6c9473a62f10036ca85b8f10ded6709d944ee7f1d73f50171e76efb738b9', 'First version.'),
    ('authenticity', 1, 'en', 'Being who you say you are', '**Not allowed**
- pretending to be somebody else
- AI content without a label, or with the likeness of somebody who did not agree
- bought followers, likes and views
- advertising without a label
- coming back after a ban, and selling or lending an account', E'\\x0b25ba11fa2663ebe3d589936249359e2ee76b2ac72ce8892bc032b20403268f', 'First version.'),
    ('fraud', 1, 'en', 'Fraud and payments', '**Not allowed**
- deceiving people for money, phishing and stolen payment methods
- asking for payment outside the platform
- selling what is not as described, or not delivering
- disputing payments for what was received
- gambling, and lotteries that cost something

Payments here are protected; elsewhere nobody can help you.', E'\\x3910dcf7ef4c4a7407809b6552b3e0fbee840d593fd2d1cbe0cf3c5e1e1dd1e9', 'First version.'),
    ('spam', 1, 'en', 'Spam', '**Not allowed**
- the same message to many people, and the same post again and again
- titles and tags that have nothing to do with the content
- malware, and links that hide where they lead', E'\\x091e35f5bd62b9c9555d4ec2418118f499d92e1051147adaff00debce72a7f76', 'First version.'),
    ('regulated_goods', 1, 'en', 'Goods that are not sold here', '**Not allowed**
- drugs, and alkyl nitrites
- weapons
- prescription medicine
- alcohol, tobacco and nicotine
- bodily fluids and used intimate items', E'\\x217bdc23b21de9b4e044a3ee78138c56373a7672bbd1d8f01dcabb7fbcf6ee46', 'First version.'),
    ('presentation', 1, 'en', 'Ratings, previews and warnings', 'Rate what you publish as explicit as it is. Profile pictures, covers and previews show nothing explicit. Warn of flashing light. Content that is illegal in some countries only may be hidden there.', E'\\x8065039a644a724eeca047dac8a2c48f3ca8261635a3b3cb146b229e14e4e715', 'First version.'),
    ('live_streams', 1, 'en', 'Live streams', '**You do**
- verify every guest before they are on camera
- stay with the stream, and say so when it is a recording

**Not allowed**
- broadcasting while visibly impaired by alcohol or drugs
- anything that is not allowed elsewhere here; a stream may be stopped at once', E'\\xece80968971f3872ea7c31acd6c79e240f1d538b2a2ceeb1fadad316f186260e', 'First version.')
  ) as written (topic, version, locale, title, body_markdown, body_sha256, change_summary)
)
insert/**/into public.community_guidelines (topic, version, locale, title, body_markdown, body_sha256, change_summary)
  select topic, version, locale, title, body_markdown, body_sha256, change_summary from wanted
  where not exists (select from public.community_guidelines as there where there.topic = wanted.topic and there.version = wanted.version and there.locale = wanted.locale);

-- Reference data of compliance_obligations; rows that are there are left as they are. The calendar of legal duties of
-- an adult platform that serves the EU, the United Kingdom and the United States. What is periodic is first due at the
-- next turn of its period; counsel sets the days and adds the rest.
with wanted (code, framework, title, jurisdiction, cadence, next_due_on) as (
  select code::extensions.citext, framework::text, title::text, jurisdiction::text, cadence::text, next_due_on::date
  from (values
    ('dsa.contact_point', 'dsa', 'Single points of contact for authorities and users are published (Articles 11 and 12)', 'EU', 'continuous', null),
    ('dsa.terms', 'dsa', 'Terms explain moderation in plain language and are applied with care (Article 14)', 'EU', 'continuous', null),
    ('dsa.transparency_report', 'dsa', 'Yearly transparency report in the harmonised template (Articles 15 and 24)', 'EU', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('dsa.notice_and_action', 'dsa', 'Notices of illegal content are confirmed, decided and answered (Article 16)', 'EU', 'continuous', null),
    ('dsa.statement_of_reasons', 'dsa', 'Statement of reasons for each restriction, and a copy to the transparency database (Articles 17 and 24)', 'EU', 'event', null),
    ('dsa.criminal_offences', 'dsa', 'Suspicion of a threat to life or safety is told to the authorities (Article 18)', 'EU', 'event', null),
    ('dsa.internal_complaints', 'dsa', 'Complaints against decisions are open for six months and not decided by machines alone (Article 20)', 'EU', 'continuous', null),
    ('dsa.out_of_court', 'dsa', 'Certified bodies for disputes are named, and we take part in good faith (Article 21)', 'EU', 'event', null),
    ('dsa.trusted_flaggers', 'dsa', 'Notices of trusted flaggers go first (Article 22)', 'EU', 'continuous', null),
    ('dsa.misuse', 'dsa', 'Those who often upload illegal content or file unfounded notices are suspended (Article 23)', 'EU', 'continuous', null),
    ('dsa.user_numbers', 'dsa', 'Average monthly active recipients in the EU are counted, and published every six months (Article 24)', 'EU', 'quarterly', ((date_trunc('quarter', now()) + interval '3 months')::date)),
    ('dsa.dark_patterns', 'dsa', 'The interface does not deceive or manipulate (Article 25)', 'EU', 'continuous', null),
    ('dsa.advertising', 'dsa', 'Advertising is marked, and not chosen by special categories of data (Article 26)', 'EU', 'continuous', null),
    ('dsa.recommender', 'dsa', 'Main parameters of recommendations stand in the terms and can be changed (Article 27)', 'EU', 'continuous', null),
    ('dsa.minors', 'dsa', 'Minors are protected and not profiled for advertising (Article 28)', 'EU', 'continuous', null),
    ('dsa.traders', 'dsa', 'Traders are traceable before they sell (Article 30)', 'EU', 'event', null),
    ('osa.illegal_risk_assessment', 'osa', 'Illegal content risk assessment, kept up to date', 'GB', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('osa.children_access', 'osa', 'Children''s access assessment', 'GB', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('osa.age_assurance', 'osa', 'Highly effective age assurance for pornographic content', 'GB', 'continuous', null),
    ('osa.complaints', 'osa', 'Complaints procedure that is easy to find and use', 'GB', 'continuous', null),
    ('osa.record_keeping', 'osa', 'Written records of risk assessments and measures', 'GB', 'continuous', null),
    ('gdpr.records', 'gdpr', 'Record of processing activities (Article 30)', 'EU', 'quarterly', ((date_trunc('quarter', now()) + interval '3 months')::date)),
    ('gdpr.dpia', 'gdpr', 'Impact assessment before risky processing (Article 35)', 'EU', 'event', null),
    ('gdpr.breach', 'gdpr', 'Breach is told to the authority within 72 hours (Article 33)', 'EU', 'event', null),
    ('gdpr.requests', 'gdpr', 'Requests of data subjects are answered within a month (Article 12)', 'EU', 'event', null),
    ('gdpr.processors', 'gdpr', 'Contracts with processors are reviewed (Article 28)', 'EU', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('gdpr.retention', 'gdpr', 'Retention is reviewed', 'EU', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('ccpa.requests', 'ccpa', 'Consumer requests are answered within 45 days', 'US-CA', 'event', null),
    ('ccpa.policy', 'ccpa', 'Privacy policy is updated at least every 12 months', 'US-CA', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('usc_2257.records', 'usc_2257', 'Records of performers are made before production and can be inspected', 'US', 'continuous', null),
    ('usc_2257.statement', 'usc_2257', 'Every page and copy names the custodian of records', 'US', 'continuous', null),
    ('usc_2257.audit', 'usc_2257', 'A sample of records is checked for completeness', 'US', 'monthly', ((date_trunc('month', now()) + interval '1 month')::date)),
    ('usc_2258a.report', 'usc_2258a', 'Apparent child sexual abuse is reported to the CyberTipline as soon as reasonably possible', 'US', 'event', null),
    ('usc_2258a.preserve', 'usc_2258a', 'What was reported is preserved for a year', 'US', 'event', null),
    ('take_it_down.process', 'take_it_down', 'A clear way to ask for the removal of intimate images is published', 'US', 'continuous', null),
    ('take_it_down.removal', 'take_it_down', 'Intimate images are removed within 48 hours of a valid request, with known copies', 'US', 'event', null),
    ('dmca.agent', 'dmca', 'The designated agent is registered with the Copyright Office, renewed every three years', 'US', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('dmca.repeat_infringers', 'dmca', 'The policy on repeat infringers is published and applied', 'US', 'continuous', null),
    ('dmca.counter_notice', 'dmca', 'After a counter-notice material is restored in 10 to 14 business days unless there is a suit', 'US', 'event', null),
    ('pci_dss.assessment', 'pci_dss', 'Self-assessment or report on compliance', 'Card schemes', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('pci_dss.scan', 'pci_dss', 'External vulnerability scan by an approved vendor', 'Card schemes', 'quarterly', ((date_trunc('quarter', now()) + interval '3 months')::date)),
    ('card_scheme.verified_uploaders', 'card_scheme_adult', 'Uploaders and all depicted persons are verified, with consent to recording, publication and download', 'Card schemes', 'continuous', null),
    ('card_scheme.review', 'card_scheme_adult', 'Content is reviewed before publication, and live streams while they run', 'Card schemes', 'continuous', null),
    ('card_scheme.complaints', 'card_scheme_adult', 'Complaints of illegal content or missing consent are resolved within seven business days', 'Card schemes', 'event', null),
    ('card_scheme.appeals', 'card_scheme_adult', 'Depicted persons can appeal and withdraw', 'Card schemes', 'continuous', null),
    ('card_scheme.report', 'card_scheme_adult', 'Monthly report of flagged content, complaints and actions to the acquirer', 'Card schemes', 'monthly', ((date_trunc('month', now()) + interval '1 month')::date)),
    ('card_scheme.search_terms', 'card_scheme_adult', 'Search and tags do not lead to forbidden terms', 'Card schemes', 'monthly', ((date_trunc('month', now()) + interval '1 month')::date)),
    ('card_scheme.disputes', 'card_scheme_adult', 'Dispute and fraud ratios are below the limits of the schemes', 'Card schemes', 'monthly', ((date_trunc('month', now()) + interval '1 month')::date)),
    ('tax.dac7', 'tax', 'Sellers of the year are reported to the tax authority (DAC7)', 'EU', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('tax.vat_oss', 'tax', 'VAT return of the one-stop shop', 'EU', 'quarterly', ((date_trunc('quarter', now()) + interval '3 months')::date)),
    ('tax.us_1099', 'tax', 'Forms 1099 to creators and the IRS', 'US', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date)),
    ('tax.invoice_archive', 'tax', 'Invoices are kept as long as each state asks, ten years at most', 'EU', 'continuous', null),
    ('other.sanctions', 'other', 'Payees are screened against sanctions lists', 'Global', 'daily', (current_date + 1)),
    ('other.backup_drill', 'other', 'A restore is tested', 'Global', 'quarterly', ((date_trunc('quarter', now()) + interval '3 months')::date)),
    ('other.access_review', 'other', 'Roles and privileged access are reviewed', 'Global', 'quarterly', ((date_trunc('quarter', now()) + interval '3 months')::date)),
    ('other.accessibility', 'other', 'Accessibility statement is updated', 'EU', 'yearly', ((date_trunc('year', now()) + interval '1 year')::date))
  ) as written (code, framework, title, jurisdiction, cadence, next_due_on)
)
insert/**/into public.compliance_obligations (code, framework, title, jurisdiction, cadence, next_due_on)
  select code, framework, title, jurisdiction, cadence, next_due_on from wanted
  where not exists (select from public.compliance_obligations as there where there.code = wanted.code);

-- Reference data of hash_lists; rows that are there are left as they are. Lists that a platform of this kind takes
-- part in, and our own. Those of others are off until their licence is signed and stands here.
with wanted (provider, list_name, harm_class, algorithms, action_on_match, is_active) as (
  select provider::text, list_name::text, harm_class::text, algorithms::text[], action_on_match::text, is_active::boolean
  from (values
    ('ncmec', 'ngo_hash_sharing', 'csam', '{md5,photodna}', 'block_and_report', false),
    ('ncmec', 'industry_hash_sharing', 'csam', '{md5,photodna}', 'block_and_report', false),
    ('ncmec', 'take_it_down', 'csam', '{md5,pdq}', 'block_and_report', false),
    ('iwf', 'hash_list', 'csam', '{md5,sha256,photodna}', 'block_and_report', false),
    ('c3p', 'project_arachnid', 'csam', '{md5,photodna}', 'block_and_report', false),
    ('stopncii', 'bank', 'ncii', '{pdq,md5}', 'block', false),
    ('gifct', 'hash_sharing_database', 'terrorism', '{md5,pdq,tmk}', 'block', false),
    ('internal', 'confirmed_csam', 'csam', '{sha256,pdq,vpdq}', 'block_and_report', true),
    ('internal', 'confirmed_ncii', 'ncii', '{sha256,pdq,vpdq}', 'block', true),
    ('internal', 'removed_content', 'internal', '{sha256,pdq,vpdq}', 'block', true),
    ('internal', 'copyright_stay_down', 'copyright', '{sha256,pdq,vpdq}', 'review', true)
  ) as written (provider, list_name, harm_class, algorithms, action_on_match, is_active)
)
insert/**/into public.hash_lists (provider, list_name, harm_class, algorithms, action_on_match, is_active)
  select provider, list_name, harm_class, algorithms, action_on_match, is_active from wanted
  where not exists (select from public.hash_lists as there where there.provider = wanted.provider and there.list_name = wanted.list_name);

-- Reference data of moderation_queues; rows that are there are left as they are. Lanes of review by harm and by
-- surface. Their ids are fixed, because keys are free again once a lane is archived. The targets are promises of the
-- product; law and card schemes allow more.
with wanted (id, key, name, subject_types, rule_codes, min_clearance, target_minutes, sort_mode, is_restricted, is_prepublication) as (
  select id::uuid, key::extensions.citext, name::text, subject_types::text[], rule_codes::text[], min_clearance::smallint, target_minutes::integer, sort_mode::text, is_restricted::boolean, is_prepublication::boolean
  from (values
    ('00000000-0000-7000-8701-000000000001', 'child-safety', 'Child safety', ('{}'), '{child_safety.csam,child_safety.csam_generated,child_safety.grooming,child_safety.sexualised_minor,child_safety.apparent_minor,child_safety.minor_present}', 5, 15, 'priority', true, false),
    ('00000000-0000-7000-8701-000000000002', 'intimate-images', 'Intimate images, 48 hours', ('{}'), '{consent.ncii,consent.ncii_threat,consent.deepfake,consent.hidden_recording}', 4, 240, 'deadline', true, false),
    ('00000000-0000-7000-8701-000000000003', 'imminent-danger', 'Danger to life', ('{}'), '{self_harm.at_risk,self_harm.promotion,violence.threat,violence.terrorism,exploitation.trafficking,exploitation.coercion}', 4, 15, 'priority', true, false),
    ('00000000-0000-7000-8701-000000000004', 'legal', 'Legal notices and orders', ('{}'), '{copyright.infringement,copyright.trademark,harassment.defamation,presentation.local_law}', 3, 1440, 'deadline', true, false),
    ('00000000-0000-7000-8701-000000000005', 'copyright', 'Copyright notices', ('{}'), '{copyright.infringement,copyright.music,copyright.repeat,copyright.circumvention,consent.leaked}', 2, 1440, 'deadline', false, false),
    ('00000000-0000-7000-8701-000000000006', 'trusted-flaggers', 'Trusted flaggers', ('{}'), ('{}'), 3, 240, 'priority', false, false),
    ('00000000-0000-7000-8701-000000000007', 'prepublication-media', 'Media before publication', '{media,video}', '{illegal_sexual,records,presentation}', 3, 240, 'oldest', false, true),
    ('00000000-0000-7000-8701-000000000008', 'prepublication-new-creators', 'First uploads of new creators', '{media,video,post}', '{records,consent,presentation}', 3, 480, 'oldest', false, true),
    ('00000000-0000-7000-8701-000000000009', 'live', 'Live streams', '{live_stream,chat_message}', '{live}', 3, 10, 'priority', false, false),
    ('00000000-0000-7000-8701-000000000010', 'profiles', 'Profiles and avatars', '{user,profile}', '{presentation,authenticity}', 1, 480, 'priority', false, false),
    ('00000000-0000-7000-8701-000000000011', 'posts', 'Posts, stories and media', '{post,media,video,story,collection}', ('{}'), 2, 480, 'priority', false, false),
    ('00000000-0000-7000-8701-000000000012', 'comments', 'Comments and reviews', '{comment,review,tag}', ('{}'), 1, 720, 'priority', false, false),
    ('00000000-0000-7000-8701-000000000013', 'messages', 'Messages', '{message}', ('{}'), 2, 480, 'priority', false, false),
    ('00000000-0000-7000-8701-000000000014', 'marketplace', 'Products, services and events', '{product,booking_service,event}', '{regulated_goods,fraud}', 2, 1440, 'oldest', false, false),
    ('00000000-0000-7000-8701-000000000015', 'performer-records', 'Records of performers', ('{}'), '{records.missing_id,records.missing_release,records.untagged_performer,records.false_records,consent.withdrawn}', 3, 480, 'deadline', false, false),
    ('00000000-0000-7000-8701-000000000016', 'card-complaints', 'Complaints under card scheme rules', ('{}'), '{consent,illegal_sexual,records}', 3, 1440, 'deadline', false, false),
    ('00000000-0000-7000-8701-000000000017', 'fraud-and-spam', 'Fraud and spam', ('{}'), '{fraud.scam,fraud.phishing,fraud.off_platform_payment,spam.bulk,spam.malware,authenticity.impersonation,authenticity.fake_engagement}', 1, 480, 'priority', false, false),
    ('00000000-0000-7000-8701-000000000018', 'appeals', 'Appeals', ('{}'), ('{}'), 4, 2880, 'deadline', false, false)
  ) as written (id, key, name, subject_types, rule_codes, min_clearance, target_minutes, sort_mode, is_restricted, is_prepublication)
)
insert/**/into public.moderation_queues (id, key, name, subject_types, rule_codes, min_clearance, target_minutes, sort_mode, is_restricted, is_prepublication)
  select id, key, name, subject_types, rule_codes, min_clearance, target_minutes, sort_mode, is_restricted, is_prepublication from wanted
  where not exists (select from public.moderation_queues as there where there.id = wanted.id);

-- Reference data of policy_rules; rows that are there are left as they are. The rules of the platform in the words of
-- the laws and card schemes that ask for reports: categories of the EU transparency database as of July 2025, priority
-- offences of the Online Safety Act, and the prohibited content of card scheme rules for adult merchants.
with wanted (code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers) as (
  select code::extensions.citext, parent_id::uuid, title::text, guideline_topic::extensions.citext, legal_document_kind::text, severity::smallint, is_illegal_content::boolean, dsa_category::text, osa_priority_category::text, card_scheme_category::text, default_action::text, requires_two_reviewers::boolean
  from (values
    ('child_safety', null, 'Safety of children', 'child_safety', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 'csea', 'minors', 'ban', true),
    ('consent', null, 'Consent', 'consent', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'intimate_image_abuse', 'non_consensual', 'remove', false),
    ('records', null, 'Records of performers', 'records', 'creator_agreement', 4, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'records_missing', 'hide', false),
    ('illegal_sexual', null, 'Sexual content that is not allowed anywhere', 'prohibited_content', 'acceptable_use', 5, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'illegal_adult_content', 'remove', false),
    ('exploitation', null, 'Exploitation', 'exploitation', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_VIOLENCE', 'human_trafficking', 'trafficking', 'ban', false),
    ('violence', null, 'Violence', 'violence', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_VIOLENCE', null, 'violence', 'remove', false),
    ('hate', null, 'Hate', 'hate', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 'hate', 'hate', 'remove', false),
    ('harassment', null, 'Harassment', 'harassment', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'harassment_stalking_threats', null, 'remove', false),
    ('self_harm', null, 'Suicide and self-harm', 'self_harm', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_SELF_HARM', 'suicide_self_harm', null, 'remove', false),
    ('copyright', null, 'Copyright and trade marks', 'intellectual_property', 'dmca', 3, true, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', null, 'intellectual_property', 'remove', false),
    ('authenticity', null, 'Being who you say you are', 'authenticity', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', null, 'deceptive', 'remove', false),
    ('fraud', null, 'Fraud and payments', 'fraud', 'terms', 4, false, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'fraud_financial_services', 'transaction_laundering', 'suspend', false),
    ('spam', null, 'Spam', 'spam', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'remove', false),
    ('regulated_goods', null, 'Regulated goods', 'regulated_goods', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', null, 'regulated_goods', 'remove', false),
    ('presentation', null, 'Ratings and places', 'presentation', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'age_gate', false),
    ('live', null, 'Live streams', 'live_streams', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'suspend', false)
  ) as written (code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers)
)
insert/**/into public.policy_rules (code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers)
  select code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers from wanted
  where not exists (select from public.policy_rules as there where there.code = wanted.code);

with wanted (code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers) as (
  select code::extensions.citext, parent_id::uuid, title::text, guideline_topic::extensions.citext, legal_document_kind::text, severity::smallint, is_illegal_content::boolean, dsa_category::text, osa_priority_category::text, card_scheme_category::text, default_action::text, requires_two_reviewers::boolean
  from (values
    ('child_safety.csam', (select id from public.policy_rules where code = 'child_safety'), 'Sexual abuse material of children', 'child_safety', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 'csea', 'minors', 'escalate', true),
    ('child_safety.csam_generated', (select id from public.policy_rules where code = 'child_safety'), 'Sexual depiction of children made by AI or drawn', 'child_safety', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 'csea', 'minors', 'escalate', true),
    ('child_safety.grooming', (select id from public.policy_rules where code = 'child_safety'), 'Grooming or sexual approach to a child', 'child_safety', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 'csea', 'minors', 'escalate', true),
    ('child_safety.sexualised_minor', (select id from public.policy_rules where code = 'child_safety'), 'Sexualised talk about or portrayal of a child', 'child_safety', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 'csea', 'minors', 'ban', true),
    ('child_safety.apparent_minor', (select id from public.policy_rules where code = 'child_safety'), 'Somebody who looks or says to be under 18', 'child_safety', 'acceptable_use', 5, false, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 'csea', 'minors', 'escalate', true),
    ('child_safety.minor_account', (select id from public.policy_rules where code = 'child_safety'), 'Account of a person under 18', 'child_safety', 'terms', 4, false, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', null, 'minors', 'suspend', false),
    ('child_safety.minor_present', (select id from public.policy_rules where code = 'child_safety'), 'A child present in adult content, even without part in it', 'child_safety', 'acceptable_use', 5, false, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', 'csea', 'minors', 'remove', true),
    ('child_safety.age_play', (select id from public.policy_rules where code = 'child_safety'), 'Role play as a child', 'child_safety', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS', null, 'minors', 'remove', false),
    ('consent.ncii', (select id from public.policy_rules where code = 'consent'), 'Intimate image shared without consent', 'consent', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'intimate_image_abuse', 'non_consensual', 'remove', true),
    ('consent.ncii_threat', (select id from public.policy_rules where code = 'consent'), 'Threat to share an intimate image, or extortion with one', 'consent', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'intimate_image_abuse', 'non_consensual', 'ban', true),
    ('consent.deepfake', (select id from public.policy_rules where code = 'consent'), 'Intimate image of a real person made by AI without consent', 'consent', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'intimate_image_abuse', 'non_consensual', 'remove', true),
    ('consent.hidden_recording', (select id from public.policy_rules where code = 'consent'), 'Recorded or streamed without the knowledge of those in it', 'consent', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'intimate_image_abuse', 'non_consensual', 'remove', true),
    ('consent.sexual_violence', (select id from public.policy_rules where code = 'consent'), 'Real or apparent sexual violence', 'consent', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'extreme_pornography', 'non_consensual', 'remove', true),
    ('consent.incapacitated', (select id from public.policy_rules where code = 'consent'), 'Sexual act with somebody asleep, drugged or drunk', 'consent', 'acceptable_use', 5, false, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'extreme_pornography', 'non_consensual', 'remove', true),
    ('consent.withdrawn', (select id from public.policy_rules where code = 'consent'), 'Consent of a performer was withdrawn', 'consent', 'model_release', 4, false, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', null, 'consent_missing', 'remove', false),
    ('consent.leaked', (select id from public.policy_rules where code = 'consent'), 'Leaked paid content of another creator', 'consent', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', null, 'intellectual_property', 'remove', false),
    ('records.missing_id', (select id from public.policy_rules where code = 'records'), 'No verified identity document of a performer', 'records', 'creator_agreement', 4, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'records_missing', 'hide', false),
    ('records.missing_release', (select id from public.policy_rules where code = 'records'), 'No release of a performer', 'records', 'creator_agreement', 4, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'records_missing', 'hide', false),
    ('records.untagged_performer', (select id from public.policy_rules where code = 'records'), 'A person in the content who is not named in its records', 'records', 'creator_agreement', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'records_missing', 'require_edit', false),
    ('records.false_records', (select id from public.policy_rules where code = 'records'), 'False documents or releases', 'records', 'creator_agreement', 5, false, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'fraud_financial_services', 'records_missing', 'ban', true),
    ('illegal_sexual.bestiality', (select id from public.policy_rules where code = 'illegal_sexual'), 'Sexual acts with animals', 'prohibited_content', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_ANIMAL_WELFARE', 'extreme_pornography', 'bestiality', 'ban', true),
    ('illegal_sexual.necrophilia', (select id from public.policy_rules where code = 'illegal_sexual'), 'Sexual acts with the dead', 'prohibited_content', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_VIOLENCE', 'extreme_pornography', 'illegal_adult_content', 'ban', true),
    ('illegal_sexual.incest', (select id from public.policy_rules where code = 'illegal_sexual'), 'Incest, real or played', 'prohibited_content', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'incest', 'remove', false),
    ('illegal_sexual.extreme_harm', (select id from public.policy_rules where code = 'illegal_sexual'), 'Acts that threaten life or cause serious injury', 'prohibited_content', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_VIOLENCE', 'extreme_pornography', 'mutilation', 'remove', true),
    ('illegal_sexual.bodily_waste', (select id from public.policy_rules where code = 'illegal_sexual'), 'Excrement, urine, vomit or menstrual blood in a sexual act', 'prohibited_content', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'obscene', 'remove', false),
    ('illegal_sexual.hypnosis', (select id from public.policy_rules where code = 'illegal_sexual'), 'Loss of will by hypnosis or drugs', 'prohibited_content', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'non_consensual', 'remove', false),
    ('illegal_sexual.public_place', (select id from public.policy_rules where code = 'illegal_sexual'), 'Sexual acts where the public can see them', 'prohibited_content', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'illegal_adult_content', 'remove', false),
    ('exploitation.trafficking', (select id from public.policy_rules where code = 'exploitation'), 'Trafficking or forced sexual labour', 'exploitation', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_VIOLENCE', 'human_trafficking', 'trafficking', 'escalate', true),
    ('exploitation.coercion', (select id from public.policy_rules where code = 'exploitation'), 'Somebody is made to produce content', 'exploitation', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_VIOLENCE', 'sexual_exploitation_of_adults', 'trafficking', 'escalate', true),
    ('exploitation.in_person_services', (select id from public.policy_rules where code = 'exploitation'), 'Offer of sexual services in person', 'exploitation', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', 'sexual_exploitation_of_adults', 'prostitution', 'remove', false),
    ('violence.threat', (select id from public.policy_rules where code = 'violence'), 'Threat of violence', 'violence', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_VIOLENCE', 'harassment_stalking_threats', 'violence', 'suspend', false),
    ('violence.graphic', (select id from public.policy_rules where code = 'violence'), 'Graphic violence', 'violence', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_VIOLENCE', null, 'violence', 'remove', false),
    ('violence.incitement', (select id from public.policy_rules where code = 'violence'), 'Incitement to violence', 'violence', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_VIOLENCE', 'hate', 'violence', 'remove', false),
    ('violence.terrorism', (select id from public.policy_rules where code = 'violence'), 'Terrorist content', 'violence', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY', 'terrorism', 'violence', 'escalate', true),
    ('violence.animal_cruelty', (select id from public.policy_rules where code = 'violence'), 'Cruelty to animals', 'violence', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_ANIMAL_WELFARE', 'animal_cruelty', 'violence', 'remove', false),
    ('hate.speech', (select id from public.policy_rules where code = 'hate'), 'Hate speech against a protected group', 'hate', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 'hate', 'hate', 'remove', false),
    ('hate.slur', (select id from public.policy_rules where code = 'hate'), 'Slurs and dehumanising language', 'hate', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', null, 'hate', 'remove', false),
    ('hate.symbol', (select id from public.policy_rules where code = 'hate'), 'Symbols of hateful organisations', 'hate', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', 'hate', 'hate', 'remove', false),
    ('hate.fetishised', (select id from public.policy_rules where code = 'hate'), 'Degrading someone for origin, disability or identity as entertainment', 'hate', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', null, 'hate', 'remove', false),
    ('harassment.bullying', (select id from public.policy_rules where code = 'harassment'), 'Bullying and insults', 'harassment', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'harassment_stalking_threats', null, 'remove', false),
    ('harassment.stalking', (select id from public.policy_rules where code = 'harassment'), 'Stalking', 'harassment', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'harassment_stalking_threats', null, 'suspend', false),
    ('harassment.unwanted_sexual', (select id from public.policy_rules where code = 'harassment'), 'Unwanted sexual messages or images', 'harassment', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'harassment_stalking_threats', null, 'warn', false),
    ('harassment.doxxing', (select id from public.policy_rules where code = 'harassment'), 'Publishing private details such as name or address', 'harassment', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS', 'harassment_stalking_threats', null, 'remove', false),
    ('harassment.outing', (select id from public.policy_rules where code = 'harassment'), 'Revealing orientation, identity, work or HIV status of somebody', 'harassment', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS', null, null, 'remove', false),
    ('harassment.coercive_control', (select id from public.policy_rules where code = 'harassment'), 'Controlling or coercive behaviour', 'harassment', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_CYBER_VIOLENCE', 'controlling_coercive_behaviour', null, 'escalate', false),
    ('harassment.defamation', (select id from public.policy_rules where code = 'harassment'), 'Defamation', 'harassment', 'acceptable_use', 3, true, 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', null, null, 'remove', false),
    ('self_harm.promotion', (select id from public.policy_rules where code = 'self_harm'), 'Encouraging suicide or self-harm', 'self_harm', 'acceptable_use', 5, true, 'STATEMENT_CATEGORY_SELF_HARM', 'suicide_self_harm', null, 'remove', false),
    ('self_harm.at_risk', (select id from public.policy_rules where code = 'self_harm'), 'Somebody seems to be in danger', 'self_harm', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_SELF_HARM', null, null, 'escalate', false),
    ('self_harm.eating_disorder', (select id from public.policy_rules where code = 'self_harm'), 'Promotion of eating disorders', 'self_harm', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_SELF_HARM', null, null, 'remove', false),
    ('copyright.infringement', (select id from public.policy_rules where code = 'copyright'), 'Work of others without permission', 'intellectual_property', 'dmca', 3, true, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', null, 'intellectual_property', 'remove', false),
    ('copyright.music', (select id from public.policy_rules where code = 'copyright'), 'Music without a licence', 'intellectual_property', 'dmca', 2, true, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', null, 'intellectual_property', 'require_edit', false),
    ('copyright.repeat', (select id from public.policy_rules where code = 'copyright'), 'Repeat infringement', 'intellectual_property', 'dmca', 4, false, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', null, 'intellectual_property', 'ban', false),
    ('copyright.trademark', (select id from public.policy_rules where code = 'copyright'), 'Use of a trade mark that misleads', 'intellectual_property', 'acceptable_use', 3, true, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', null, 'intellectual_property', 'remove', false),
    ('copyright.circumvention', (select id from public.policy_rules where code = 'copyright'), 'Getting round protection against copying', 'intellectual_property', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS', null, 'intellectual_property', 'suspend', false),
    ('authenticity.impersonation', (select id from public.policy_rules where code = 'authenticity'), 'Pretending to be somebody else', 'authenticity', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'fraud_financial_services', 'deceptive', 'suspend', false),
    ('authenticity.undisclosed_ai', (select id from public.policy_rules where code = 'authenticity'), 'AI content that is not labelled', 'authenticity', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'deceptive', 'label', false),
    ('authenticity.likeness', (select id from public.policy_rules where code = 'authenticity'), 'AI likeness of a real person without consent, not intimate', 'authenticity', 'acceptable_use', 4, false, 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS', null, 'deceptive', 'remove', false),
    ('authenticity.fake_engagement', (select id from public.policy_rules where code = 'authenticity'), 'Bought or automated followers, likes or views', 'authenticity', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', null, 'deceptive', 'demonetise', false),
    ('authenticity.ban_evasion', (select id from public.policy_rules where code = 'authenticity'), 'Return after a ban with another account', 'authenticity', 'terms', 4, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'ban', false),
    ('authenticity.account_trading', (select id from public.policy_rules where code = 'authenticity'), 'Selling, buying or lending an account', 'authenticity', 'terms', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'suspend', false),
    ('authenticity.hidden_advertising', (select id from public.policy_rules where code = 'authenticity'), 'Advertising that is not labelled', 'authenticity', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_CONSUMER_INFORMATION', null, 'deceptive', 'require_edit', false),
    ('fraud.scam', (select id from public.policy_rules where code = 'fraud'), 'Deceiving people for money', 'fraud', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'fraud_financial_services', 'deceptive', 'ban', false),
    ('fraud.phishing', (select id from public.policy_rules where code = 'fraud'), 'Phishing and malicious links', 'fraud', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'fraud_financial_services', 'deceptive', 'ban', false),
    ('fraud.stolen_payment', (select id from public.policy_rules where code = 'fraud'), 'Payment with stolen means', 'fraud', 'terms', 4, true, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'fraud_financial_services', 'transaction_laundering', 'ban', false),
    ('fraud.money_laundering', (select id from public.policy_rules where code = 'fraud'), 'Money laundering', 'fraud', 'terms', 5, true, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'proceeds_of_crime', 'transaction_laundering', 'escalate', true),
    ('fraud.off_platform_payment', (select id from public.policy_rules where code = 'fraud'), 'Asking for payment outside the platform', 'fraud', 'creator_agreement', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'transaction_laundering', 'warn', false),
    ('fraud.chargeback_abuse', (select id from public.policy_rules where code = 'fraud'), 'Disputing payments for what was received', 'fraud', 'terms', 3, false, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', null, null, 'suspend', false),
    ('fraud.not_as_described', (select id from public.policy_rules where code = 'fraud'), 'Paid content that is not as described', 'fraud', 'creator_agreement', 3, false, 'STATEMENT_CATEGORY_CONSUMER_INFORMATION', null, 'deceptive', 'require_edit', false),
    ('fraud.gambling', (select id from public.policy_rules where code = 'fraud'), 'Gambling or lotteries with an entry price', 'fraud', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'gambling', 'remove', false),
    ('spam.bulk', (select id from public.policy_rules where code = 'spam'), 'Bulk messages and repeated posts', 'spam', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'limit_reach', false),
    ('spam.misleading_tags', (select id from public.policy_rules where code = 'spam'), 'Tags and titles that mislead', 'spam', 'acceptable_use', 1, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'require_edit', false),
    ('spam.malware', (select id from public.policy_rules where code = 'spam'), 'Malware', 'spam', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', 'fraud_financial_services', null, 'ban', false),
    ('regulated_goods.drugs', (select id from public.policy_rules where code = 'regulated_goods'), 'Drugs', 'regulated_goods', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', 'drugs', 'regulated_goods', 'remove', false),
    ('regulated_goods.weapons', (select id from public.policy_rules where code = 'regulated_goods'), 'Weapons', 'regulated_goods', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', 'firearms_weapons', 'regulated_goods', 'remove', false),
    ('regulated_goods.prescription', (select id from public.policy_rules where code = 'regulated_goods'), 'Prescription medicine', 'regulated_goods', 'acceptable_use', 4, true, 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', null, 'regulated_goods', 'remove', false),
    ('regulated_goods.tobacco_alcohol', (select id from public.policy_rules where code = 'regulated_goods'), 'Alcohol, tobacco and nicotine', 'regulated_goods', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', null, 'regulated_goods', 'remove', false),
    ('regulated_goods.poppers', (select id from public.policy_rules where code = 'regulated_goods'), 'Alkyl nitrites', 'regulated_goods', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', null, 'regulated_goods', 'remove', false),
    ('regulated_goods.bodily_items', (select id from public.policy_rules where code = 'regulated_goods'), 'Bodily fluids and used intimate items', 'regulated_goods', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS', null, 'obscene', 'remove', false),
    ('presentation.wrong_rating', (select id from public.policy_rules where code = 'presentation'), 'Rated milder than it is', 'presentation', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'age_gate', false),
    ('presentation.explicit_preview', (select id from public.policy_rules where code = 'presentation'), 'Explicit picture where it is not allowed, such as a profile or preview', 'presentation', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'hide', false),
    ('presentation.missing_warning', (select id from public.policy_rules where code = 'presentation'), 'A warning is missing, such as for flashing light', 'presentation', 'acceptable_use', 1, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'label', false),
    ('presentation.local_law', (select id from public.policy_rules where code = 'presentation'), 'Against the law of some countries only', 'presentation', 'acceptable_use', 2, true, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'geo_block', false),
    ('live.unverified_guest', (select id from public.policy_rules where code = 'live'), 'A person on camera who was not verified', 'live_streams', 'creator_agreement', 4, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, 'records_missing', 'remove', false),
    ('live.unattended', (select id from public.policy_rules where code = 'live'), 'Stream left alone or a recording passed off as live', 'live_streams', 'acceptable_use', 2, false, 'STATEMENT_CATEGORY_CONSUMER_INFORMATION', null, 'deceptive', 'remove', false),
    ('live.impaired', (select id from public.policy_rules where code = 'live'), 'Broadcasting while visibly impaired by alcohol or drugs', 'live_streams', 'acceptable_use', 3, false, 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', null, null, 'remove', false)
  ) as written (code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers)
)
insert/**/into public.policy_rules (code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers)
  select code, parent_id, title, guideline_topic, legal_document_kind, severity, is_illegal_content, dsa_category, osa_priority_category, card_scheme_category, default_action, requires_two_reviewers from wanted
  where not exists (select from public.policy_rules as there where there.code = wanted.code);

-- Reference data of abuse_report_reasons; rows that are there are left as they are. Choices of the report form, two
-- steps deep, each with the rule and lane it leads to. Those about what is illegal are notices under Article 16 of the
-- DSA; of child abuse they may be anonymous.
with wanted (key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency) as (
  select key::extensions.citext, version::integer, parent_id::uuid, rule_id::uuid, default_queue_id::uuid, label_key::text, applies_to::text[], requires_text::boolean, is_legal_notice::boolean, allows_anonymous::boolean, urgency::smallint
  from (values
    ('child_safety', 1, null, (select id from public.policy_rules where code = 'child_safety'), '00000000-0000-7000-8701-000000000001', 'report_reasons.child_safety', ('{}'), false, true, true, 9),
    ('consent', 1, null, (select id from public.policy_rules where code = 'consent'), '00000000-0000-7000-8701-000000000002', 'report_reasons.consent', ('{}'), false, true, false, 8),
    ('exploitation', 1, null, (select id from public.policy_rules where code = 'exploitation'), '00000000-0000-7000-8701-000000000003', 'report_reasons.exploitation', ('{}'), true, true, false, 9),
    ('danger', 1, null, (select id from public.policy_rules where code = 'violence'), '00000000-0000-7000-8701-000000000003', 'report_reasons.danger', ('{}'), false, true, false, 8),
    ('hate', 1, null, (select id from public.policy_rules where code = 'hate'), '00000000-0000-7000-8701-000000000011', 'report_reasons.hate', ('{}'), false, true, false, 5),
    ('harassment', 1, null, (select id from public.policy_rules where code = 'harassment'), '00000000-0000-7000-8701-000000000013', 'report_reasons.harassment', ('{}'), false, false, false, 5),
    ('prohibited', 1, null, (select id from public.policy_rules where code = 'illegal_sexual'), '00000000-0000-7000-8701-000000000011', 'report_reasons.prohibited', '{post,media,video,story,live_stream,product,collection}', false, false, false, 6),
    ('fraud', 1, null, (select id from public.policy_rules where code = 'fraud'), '00000000-0000-7000-8701-000000000017', 'report_reasons.fraud', ('{}'), false, false, false, 4),
    ('rights', 1, null, (select id from public.policy_rules where code = 'copyright'), '00000000-0000-7000-8701-000000000005', 'report_reasons.rights', ('{}'), true, true, false, 4),
    ('presentation', 1, null, (select id from public.policy_rules where code = 'presentation'), '00000000-0000-7000-8701-000000000011', 'report_reasons.presentation', ('{}'), false, false, false, 1),
    ('goods', 1, null, (select id from public.policy_rules where code = 'regulated_goods'), '00000000-0000-7000-8701-000000000014', 'report_reasons.goods', '{post,message,product,chat_message}', false, false, false, 5)
  ) as written (key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency)
)
insert/**/into public.abuse_report_reasons (key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency)
  select key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency from wanted
  where not exists (select from public.abuse_report_reasons as there where there.key = wanted.key and there.version = wanted.version);

with wanted (key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency) as (
  select key::extensions.citext, version::integer, parent_id::uuid, rule_id::uuid, default_queue_id::uuid, label_key::text, applies_to::text[], requires_text::boolean, is_legal_notice::boolean, allows_anonymous::boolean, urgency::smallint
  from (values
    ('child_abuse_material', 1, (select id from public.abuse_report_reasons where key = 'child_safety' and version = 1), (select id from public.policy_rules where code = 'child_safety.csam'), '00000000-0000-7000-8701-000000000001', 'report_reasons.child_abuse_material', ('{}'), false, true, true, 9),
    ('child_grooming', 1, (select id from public.abuse_report_reasons where key = 'child_safety' and version = 1), (select id from public.policy_rules where code = 'child_safety.grooming'), '00000000-0000-7000-8701-000000000001', 'report_reasons.child_grooming', ('{}'), false, true, true, 9),
    ('looks_under_18', 1, (select id from public.abuse_report_reasons where key = 'child_safety' and version = 1), (select id from public.policy_rules where code = 'child_safety.apparent_minor'), '00000000-0000-7000-8701-000000000001', 'report_reasons.looks_under_18', ('{}'), false, false, false, 9),
    ('my_intimate_image', 1, (select id from public.abuse_report_reasons where key = 'consent' and version = 1), (select id from public.policy_rules where code = 'consent.ncii'), '00000000-0000-7000-8701-000000000002', 'report_reasons.my_intimate_image', ('{}'), false, true, false, 8),
    ('other_intimate_image', 1, (select id from public.abuse_report_reasons where key = 'consent' and version = 1), (select id from public.policy_rules where code = 'consent.ncii'), '00000000-0000-7000-8701-000000000002', 'report_reasons.other_intimate_image', ('{}'), false, true, false, 8),
    ('ai_intimate_image', 1, (select id from public.abuse_report_reasons where key = 'consent' and version = 1), (select id from public.policy_rules where code = 'consent.deepfake'), '00000000-0000-7000-8701-000000000002', 'report_reasons.ai_intimate_image', ('{}'), false, true, false, 8),
    ('image_threat', 1, (select id from public.abuse_report_reasons where key = 'consent' and version = 1), (select id from public.policy_rules where code = 'consent.ncii_threat'), '00000000-0000-7000-8701-000000000003', 'report_reasons.image_threat', ('{}'), false, true, false, 9),
    ('hidden_camera', 1, (select id from public.abuse_report_reasons where key = 'consent' and version = 1), (select id from public.policy_rules where code = 'consent.hidden_recording'), '00000000-0000-7000-8701-000000000002', 'report_reasons.hidden_camera', ('{}'), false, true, false, 8),
    ('i_appear_no_consent', 1, (select id from public.abuse_report_reasons where key = 'consent' and version = 1), (select id from public.policy_rules where code = 'consent.withdrawn'), '00000000-0000-7000-8701-000000000015', 'report_reasons.i_appear_no_consent', '{media,video,post,story,live_stream,product}', true, false, false, 7),
    ('sexual_violence', 1, (select id from public.abuse_report_reasons where key = 'consent' and version = 1), (select id from public.policy_rules where code = 'consent.sexual_violence'), '00000000-0000-7000-8701-000000000003', 'report_reasons.sexual_violence', ('{}'), false, true, false, 8),
    ('forced_to_produce', 1, (select id from public.abuse_report_reasons where key = 'exploitation' and version = 1), (select id from public.policy_rules where code = 'exploitation.coercion'), '00000000-0000-7000-8701-000000000003', 'report_reasons.forced_to_produce', ('{}'), true, true, false, 9),
    ('in_person_services', 1, (select id from public.abuse_report_reasons where key = 'exploitation' and version = 1), (select id from public.policy_rules where code = 'exploitation.in_person_services'), '00000000-0000-7000-8701-000000000011', 'report_reasons.in_person_services', ('{}'), false, false, false, 4),
    ('threat', 1, (select id from public.abuse_report_reasons where key = 'danger' and version = 1), (select id from public.policy_rules where code = 'violence.threat'), '00000000-0000-7000-8701-000000000003', 'report_reasons.threat', ('{}'), false, true, false, 9),
    ('terrorism', 1, (select id from public.abuse_report_reasons where key = 'danger' and version = 1), (select id from public.policy_rules where code = 'violence.terrorism'), '00000000-0000-7000-8701-000000000003', 'report_reasons.terrorism', ('{}'), false, true, false, 9),
    ('suicide_or_self_harm', 1, (select id from public.abuse_report_reasons where key = 'danger' and version = 1), (select id from public.policy_rules where code = 'self_harm.at_risk'), '00000000-0000-7000-8701-000000000003', 'report_reasons.suicide_or_self_harm', ('{}'), false, false, false, 9),
    ('graphic_violence', 1, (select id from public.abuse_report_reasons where key = 'danger' and version = 1), (select id from public.policy_rules where code = 'violence.graphic'), '00000000-0000-7000-8701-000000000011', 'report_reasons.graphic_violence', ('{}'), false, false, false, 5),
    ('animal_cruelty', 1, (select id from public.abuse_report_reasons where key = 'danger' and version = 1), (select id from public.policy_rules where code = 'violence.animal_cruelty'), '00000000-0000-7000-8701-000000000011', 'report_reasons.animal_cruelty', ('{}'), false, true, false, 6),
    ('hate_speech', 1, (select id from public.abuse_report_reasons where key = 'hate' and version = 1), (select id from public.policy_rules where code = 'hate.speech'), '00000000-0000-7000-8701-000000000011', 'report_reasons.hate_speech', ('{}'), false, true, false, 5),
    ('hate_symbol', 1, (select id from public.abuse_report_reasons where key = 'hate' and version = 1), (select id from public.policy_rules where code = 'hate.symbol'), '00000000-0000-7000-8701-000000000011', 'report_reasons.hate_symbol', ('{}'), false, true, false, 5),
    ('bullying', 1, (select id from public.abuse_report_reasons where key = 'harassment' and version = 1), (select id from public.policy_rules where code = 'harassment.bullying'), '00000000-0000-7000-8701-000000000013', 'report_reasons.bullying', ('{}'), false, false, false, 4),
    ('stalking', 1, (select id from public.abuse_report_reasons where key = 'harassment' and version = 1), (select id from public.policy_rules where code = 'harassment.stalking'), '00000000-0000-7000-8701-000000000013', 'report_reasons.stalking', ('{}'), true, true, false, 7),
    ('unwanted_sexual_messages', 1, (select id from public.abuse_report_reasons where key = 'harassment' and version = 1), (select id from public.policy_rules where code = 'harassment.unwanted_sexual'), '00000000-0000-7000-8701-000000000013', 'report_reasons.unwanted_sexual_messages', '{user,profile,message,comment,chat_message}', false, false, false, 5),
    ('private_details', 1, (select id from public.abuse_report_reasons where key = 'harassment' and version = 1), (select id from public.policy_rules where code = 'harassment.doxxing'), '00000000-0000-7000-8701-000000000011', 'report_reasons.private_details', ('{}'), false, true, false, 7),
    ('outing', 1, (select id from public.abuse_report_reasons where key = 'harassment' and version = 1), (select id from public.policy_rules where code = 'harassment.outing'), '00000000-0000-7000-8701-000000000011', 'report_reasons.outing', ('{}'), false, true, false, 7),
    ('extreme_harm', 1, (select id from public.abuse_report_reasons where key = 'prohibited' and version = 1), (select id from public.policy_rules where code = 'illegal_sexual.extreme_harm'), '00000000-0000-7000-8701-000000000011', 'report_reasons.extreme_harm', '{post,media,video,story,live_stream,product,collection}', false, false, false, 7),
    ('animals', 1, (select id from public.abuse_report_reasons where key = 'prohibited' and version = 1), (select id from public.policy_rules where code = 'illegal_sexual.bestiality'), '00000000-0000-7000-8701-000000000011', 'report_reasons.animals', '{post,media,video,story,live_stream,product,collection}', false, true, false, 7),
    ('incest', 1, (select id from public.abuse_report_reasons where key = 'prohibited' and version = 1), (select id from public.policy_rules where code = 'illegal_sexual.incest'), '00000000-0000-7000-8701-000000000011', 'report_reasons.incest', '{post,media,video,story,live_stream,product,collection}', false, false, false, 5),
    ('other_prohibited', 1, (select id from public.abuse_report_reasons where key = 'prohibited' and version = 1), (select id from public.policy_rules where code = 'illegal_sexual'), '00000000-0000-7000-8701-000000000011', 'report_reasons.other_prohibited', '{post,media,video,story,live_stream,product,collection}', true, false, false, 5),
    ('scam', 1, (select id from public.abuse_report_reasons where key = 'fraud' and version = 1), (select id from public.policy_rules where code = 'fraud.scam'), '00000000-0000-7000-8701-000000000017', 'report_reasons.scam', ('{}'), true, false, false, 5),
    ('impersonation', 1, (select id from public.abuse_report_reasons where key = 'fraud' and version = 1), (select id from public.policy_rules where code = 'authenticity.impersonation'), '00000000-0000-7000-8701-000000000010', 'report_reasons.impersonation', '{user,profile}', false, false, false, 5),
    ('off_platform_payment', 1, (select id from public.abuse_report_reasons where key = 'fraud' and version = 1), (select id from public.policy_rules where code = 'fraud.off_platform_payment'), '00000000-0000-7000-8701-000000000017', 'report_reasons.off_platform_payment', ('{}'), false, false, false, 3),
    ('not_as_described', 1, (select id from public.abuse_report_reasons where key = 'fraud' and version = 1), (select id from public.policy_rules where code = 'fraud.not_as_described'), '00000000-0000-7000-8701-000000000011', 'report_reasons.not_as_described', '{post,media,video,message,product,booking_service,event}', true, false, false, 3),
    ('spam', 1, (select id from public.abuse_report_reasons where key = 'fraud' and version = 1), (select id from public.policy_rules where code = 'spam.bulk'), '00000000-0000-7000-8701-000000000017', 'report_reasons.spam', ('{}'), false, false, false, 2),
    ('malicious_link', 1, (select id from public.abuse_report_reasons where key = 'fraud' and version = 1), (select id from public.policy_rules where code = 'fraud.phishing'), '00000000-0000-7000-8701-000000000017', 'report_reasons.malicious_link', ('{}'), false, false, false, 6),
    ('copyright', 1, (select id from public.abuse_report_reasons where key = 'rights' and version = 1), (select id from public.policy_rules where code = 'copyright.infringement'), '00000000-0000-7000-8701-000000000005', 'report_reasons.copyright', ('{}'), true, true, false, 4),
    ('leaked_content', 1, (select id from public.abuse_report_reasons where key = 'rights' and version = 1), (select id from public.policy_rules where code = 'consent.leaked'), '00000000-0000-7000-8701-000000000005', 'report_reasons.leaked_content', ('{}'), true, true, false, 6),
    ('trademark', 1, (select id from public.abuse_report_reasons where key = 'rights' and version = 1), (select id from public.policy_rules where code = 'copyright.trademark'), '00000000-0000-7000-8701-000000000004', 'report_reasons.trademark', ('{}'), true, true, false, 3),
    ('defamation', 1, (select id from public.abuse_report_reasons where key = 'rights' and version = 1), (select id from public.policy_rules where code = 'harassment.defamation'), '00000000-0000-7000-8701-000000000004', 'report_reasons.defamation', ('{}'), true, true, false, 4),
    ('other_illegal', 1, (select id from public.abuse_report_reasons where key = 'rights' and version = 1), (select id from public.policy_rules where code = 'presentation.local_law'), '00000000-0000-7000-8701-000000000004', 'report_reasons.other_illegal', ('{}'), true, true, false, 4),
    ('wrong_rating', 1, (select id from public.abuse_report_reasons where key = 'presentation' and version = 1), (select id from public.policy_rules where code = 'presentation.wrong_rating'), '00000000-0000-7000-8701-000000000011', 'report_reasons.wrong_rating', '{post,media,video,story,live_stream,product,collection}', false, false, false, 2),
    ('missing_ai_label', 1, (select id from public.abuse_report_reasons where key = 'presentation' and version = 1), (select id from public.policy_rules where code = 'authenticity.undisclosed_ai'), '00000000-0000-7000-8701-000000000011', 'report_reasons.missing_ai_label', '{post,media,video,story,profile}', false, false, false, 2),
    ('missing_warning', 1, (select id from public.abuse_report_reasons where key = 'presentation' and version = 1), (select id from public.policy_rules where code = 'presentation.missing_warning'), '00000000-0000-7000-8701-000000000011', 'report_reasons.missing_warning', '{media,video,story,live_stream}', false, false, false, 3),
    ('misleading_tags', 1, (select id from public.abuse_report_reasons where key = 'presentation' and version = 1), (select id from public.policy_rules where code = 'spam.misleading_tags'), '00000000-0000-7000-8701-000000000011', 'report_reasons.misleading_tags', '{post,media,video,tag,product}', false, false, false, 1),
    ('drugs', 1, (select id from public.abuse_report_reasons where key = 'goods' and version = 1), (select id from public.policy_rules where code = 'regulated_goods.drugs'), '00000000-0000-7000-8701-000000000014', 'report_reasons.drugs', '{post,message,product,chat_message,profile,comment}', false, true, false, 6),
    ('weapons', 1, (select id from public.abuse_report_reasons where key = 'goods' and version = 1), (select id from public.policy_rules where code = 'regulated_goods.weapons'), '00000000-0000-7000-8701-000000000014', 'report_reasons.weapons', '{post,message,product,chat_message}', false, true, false, 6),
    ('medicine', 1, (select id from public.abuse_report_reasons where key = 'goods' and version = 1), (select id from public.policy_rules where code = 'regulated_goods.prescription'), '00000000-0000-7000-8701-000000000014', 'report_reasons.medicine', '{post,message,product,chat_message}', false, true, false, 5)
  ) as written (key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency)
)
insert/**/into public.abuse_report_reasons (key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency)
  select key, version, parent_id, rule_id, default_queue_id, label_key, applies_to, requires_text, is_legal_notice, allows_anonymous, urgency from wanted
  where not exists (select from public.abuse_report_reasons as there where there.key = wanted.key and there.version = wanted.version);

-- Reference data of blocked_terms; rows that are there are left as they are. Domains by which payments are taken
-- elsewhere, and shorteners that hide where a link goes. Words are left to operators, who know their languages; tags
-- that are forbidden are in content_tags.
with wanted (id, term, term_normalised, match_mode, rule_id, severity, applies_to) as (
  select id::uuid, term::text, term_normalised::text, match_mode::text, rule_id::uuid, severity::smallint, applies_to::text[]
  from (values
    ('00000000-0000-7000-8702-000000000001', 'cash.app', 'cash.app', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000002', 'venmo.com', 'venmo.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000003', 'paypal.me', 'paypal.me', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000004', 'paypal.com', 'paypal.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000005', 'revolut.me', 'revolut.me', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000006', 'wise.com', 'wise.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000007', 'zelle.com', 'zelle.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000008', 'ko-fi.com', 'ko-fi.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000009', 'buymeacoffee.com', 'buymeacoffee.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000010', 'patreon.com', 'patreon.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000011', 'gofundme.com', 'gofundme.com', 'domain', (select id from public.policy_rules where code = 'fraud.off_platform_payment'), 2, '{message,comment,chat_message,profile}'),
    ('00000000-0000-7000-8702-000000000050', 'bit.ly', 'bit.ly', 'domain', (select id from public.policy_rules where code = 'fraud.phishing'), 1, '{message,comment,chat_message}'),
    ('00000000-0000-7000-8702-000000000051', 'tinyurl.com', 'tinyurl.com', 'domain', (select id from public.policy_rules where code = 'fraud.phishing'), 1, '{message,comment,chat_message}'),
    ('00000000-0000-7000-8702-000000000052', 'is.gd', 'is.gd', 'domain', (select id from public.policy_rules where code = 'fraud.phishing'), 1, '{message,comment,chat_message}'),
    ('00000000-0000-7000-8702-000000000053', 'cutt.ly', 'cutt.ly', 'domain', (select id from public.policy_rules where code = 'fraud.phishing'), 1, '{message,comment,chat_message}'),
    ('00000000-0000-7000-8702-000000000054', 'rebrand.ly', 'rebrand.ly', 'domain', (select id from public.policy_rules where code = 'fraud.phishing'), 1, '{message,comment,chat_message}'),
    ('00000000-0000-7000-8702-000000000055', 'shorturl.at', 'shorturl.at', 'domain', (select id from public.policy_rules where code = 'fraud.phishing'), 1, '{message,comment,chat_message}'),
    ('00000000-0000-7000-8702-000000000056', 'goo.gl', 'goo.gl', 'domain', (select id from public.policy_rules where code = 'fraud.phishing'), 1, '{message,comment,chat_message}')
  ) as written (id, term, term_normalised, match_mode, rule_id, severity, applies_to)
)
insert/**/into public.blocked_terms (id, term, term_normalised, match_mode, rule_id, severity, applies_to)
  select id, term, term_normalised, match_mode, rule_id, severity, applies_to from wanted
  where not exists (select from public.blocked_terms as there where there.id = wanted.id);

-- Reference data of moderation_macros; rows that are there are left as they are. English drafts of notices and
-- replies, not in use before somebody approves them; other languages are for translators. Those to users hold what
-- Article 17 of the DSA asks for, subjects are discreet.
with wanted (key, language, version, rule_id, subject_line, body_template, usage) as (
  select key::extensions.citext, language::public.language_tag, version::integer, rule_id::uuid, subject_line::text, body_template::text, usage::text
  from (values
    ('removed', 'en', 1, null, 'A decision about your content', 'Hello {name},

we removed something you published on {date}. It goes against our rule "{rule}".

What we found: {facts}

The decision was made by {decided_by}. You can ask for a review within six months, free of charge: {appeal_link}. You may also turn to a certified dispute body or a court.', 'user_notice'),
    ('removed_illegal', 'en', 1, null, 'A decision about your content', 'Hello {name},

we removed something you published on {date}, because we hold it to be illegal under {legal_ground}.

What we found: {facts}

You can ask for a review within six months, free of charge: {appeal_link}. You may also turn to a certified dispute body or a court.', 'user_notice'),
    ('age_gated', 'en', 1, (select id from public.policy_rules where code = 'presentation.wrong_rating'), 'A decision about your content', 'Hello {name},

something you published on {date} is more explicit than its rating says. We corrected the rating to {rating}; it stays online for those who may see it.

If you think this is wrong you can ask for a review: {appeal_link}.', 'user_notice'),
    ('geo_blocked', 'en', 1, (select id from public.policy_rules where code = 'presentation.local_law'), 'A decision about your content', 'Hello {name},

something you published on {date} is no longer shown in {territory}, because of {legal_ground}. It stays online elsewhere.

You can ask for a review within six months: {appeal_link}.', 'user_notice'),
    ('labelled_ai', 'en', 1, (select id from public.policy_rules where code = 'authenticity.undisclosed_ai'), 'A label on your content', 'Hello {name},

we added a label that says that something you published on {date} was made with AI. If that is wrong, tell us: {appeal_link}.', 'user_notice'),
    ('edit_required', 'en', 1, null, 'Please change your content', 'Hello {name},

something you published on {date} needs a change before it can be shown again: {change}. You can edit it here: {link}.

If you think this is wrong you can ask for a review: {appeal_link}.', 'user_notice'),
    ('records_missing', 'en', 1, (select id from public.policy_rules where code = 'records'), 'Documents needed', 'Hello {name},

for something you uploaded on {date} we need {documents} of everybody who appears in it. It is hidden until they are complete. Add them here: {link}.', 'user_notice'),
    ('consent_withdrawn', 'en', 1, (select id from public.policy_rules where code = 'consent.withdrawn'), 'Consent was withdrawn', 'Hello {name},

somebody who appears in something you published withdrew consent. We no longer show it. Please remove it from other places as well, as the release says. Questions: {link}.', 'user_notice'),
    ('warned', 'en', 1, null, 'A warning', 'Hello {name},

we found that {facts}. This goes against our rule "{rule}". This time it is a warning; it counts for {days} days.

You can ask for a review: {appeal_link}.', 'user_notice'),
    ('restricted', 'en', 1, null, 'A decision about your account', 'Hello {name},

from {from} to {until} you cannot use {feature}, because {facts}. This goes against our rule "{rule}".

You can ask for a review within six months: {appeal_link}.', 'user_notice'),
    ('suspended', 'en', 1, null, 'A decision about your account', 'Hello {name},

your account is suspended from {from} to {until}, because {facts}. This goes against our rule "{rule}". Your subscriptions are not renewed meanwhile, and your earnings stay yours.

You can ask for a review within six months: {appeal_link}.', 'user_notice'),
    ('banned', 'en', 1, null, 'A decision about your account', 'Hello {name},

your account is closed from {from}, because {facts}. This goes against our rule "{rule}". What you can still get, such as your data and earnings that are not disputed, is told here: {link}.

You can ask for a review within six months: {appeal_link}.', 'user_notice'),
    ('payout_held', 'en', 1, (select id from public.policy_rules where code = 'fraud'), 'A decision about your payouts', 'Hello {name},

your payouts are held from {from}, because {public_reason}. We look at it by {due_on}. What you can do: {link}.

You can ask for a review: {appeal_link}.', 'user_notice'),
    ('dmca_removed', 'en', 1, (select id from public.policy_rules where code = 'copyright.infringement'), 'A copyright notice', 'Hello {name},

we disabled something you published after a copyright notice. The notice is here: {link}. If you believe it is a mistake you can send a counter-notice there; it is passed on to the person who sent the notice.', 'user_notice'),
    ('at_risk', 'en', 1, (select id from public.policy_rules where code = 'self_harm.at_risk'), 'You are not alone', 'Hello {name},

somebody is worried about you. If you think of harming yourself, please talk to somebody now. Help near you, at any hour, is listed here: {help_link}. Nothing happens to your account because of this message.', 'user_notice'),
    ('report_received', 'en', 1, null, 'Your report', 'Thank you for your report {reference}. We look at it and tell you what we decide. You need not do anything now; you can block the account here: {block_link}.', 'reporter_notice'),
    ('report_upheld', 'en', 1, null, 'Your report', 'Thank you for your report {reference}. We agree with you and took action. We do not tell you more, to protect the privacy of the person concerned.', 'reporter_notice'),
    ('report_declined', 'en', 1, null, 'Your report', 'Thank you for your report {reference}. We found no violation of our rules or of the law. If you think this is wrong you can object within six months: {appeal_link}. You can block the account here: {block_link}.', 'reporter_notice'),
    ('report_handed_on', 'en', 1, null, 'Your report', 'Thank you for your report {reference}. It needs special care and was handed to the team for it. If somebody is in danger now, please call the emergency number of your country.', 'reporter_notice'),
    ('child_safety_report', 'en', 1, (select id from public.policy_rules where code = 'child_safety'), 'Your report', 'Thank you for your report {reference}. We act on such reports first, day and night. Please do not share the material with anybody, not even to show it. Where to find help: {help_link}.', 'reporter_notice'),
    ('ncii_received', 'en', 1, (select id from public.policy_rules where code = 'consent.ncii'), 'Your request', 'We received your request {reference} and act on it within 48 hours. We also keep known copies from being uploaded again. It is not your fault. Where to find help, and how to keep images off other platforms: {help_link}.', 'reporter_notice'),
    ('ncii_done', 'en', 1, (select id from public.policy_rules where code = 'consent.ncii'), 'Your request', 'Your request {reference} is done. {result} If you find another copy, answer this message; you need not explain it again.', 'reporter_notice'),
    ('appeal_upheld', 'en', 1, null, 'Your appeal', 'Hello {name},

we looked at your appeal {reference} and agree with you. We undid the decision: {result}. We are sorry.', 'appeal_reply'),
    ('appeal_declined', 'en', 1, null, 'Your appeal', 'Hello {name},

somebody who did not take part in the decision looked at your appeal {reference}. It stays as it is, because {reasons}.

You may turn to a certified dispute body ({bodies_link}) or a court.', 'appeal_reply'),
    ('appeal_partly', 'en', 1, null, 'Your appeal', 'Hello {name},

somebody who did not take part in the decision looked at your appeal {reference}. We changed it in part: {result}. The rest stays as it is, because {reasons}.

You may turn to a certified dispute body ({bodies_link}) or a court.', 'appeal_reply'),
    ('le_incomplete', 'en', 1, null, 'Your request {reference}', 'We received your request {reference}. To answer it we need: {missing}. What we ask of requests, and how to send them safely, is told here: {link}.', 'legal_reply'),
    ('le_disclosed', 'en', 1, null, 'Your request {reference}', 'We answer your request {reference} with the records listed in the annex, over the secure channel we agreed on. Unless the law forbids it, we tell the person concerned.', 'legal_reply'),
    ('le_refused', 'en', 1, null, 'Your request {reference}', 'We cannot answer your request {reference}, because {reasons}. If you hold a court order, please send it to {contact}.', 'legal_reply'),
    ('dmca_incomplete', 'en', 1, (select id from public.policy_rules where code = 'copyright.infringement'), 'Your copyright notice {reference}', 'Your notice {reference} lacks: {missing}. Please send it again with these; we then act on it at once. What a notice needs is told here: {link}.', 'legal_reply'),
    ('dmca_done', 'en', 1, (select id from public.policy_rules where code = 'copyright.infringement'), 'Your copyright notice {reference}', 'We disabled what your notice {reference} names and told the person who published it. If a counter-notice comes, you receive it, and have ten business days to go to court before the material is restored.', 'legal_reply')
  ) as written (key, language, version, rule_id, subject_line, body_template, usage)
)
insert/**/into public.moderation_macros (key, language, version, rule_id, subject_line, body_template, usage)
  select key, language, version, rule_id, subject_line, body_template, usage from wanted
  where not exists (select from public.moderation_macros as there where there.key = wanted.key and there.language = wanted.language and there.version = wanted.version);

-- Reference data of retention_policies; rows that are there are left as they are. How long the specs keep what they
-- drop by partition or purge, as rows that the job works through and a privacy notice can quote. Periods of law
-- (records of performers, invoices, identity checks) stand on the rows as retain_until and not here.
with wanted (relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at) as (
  select relation_name::text, data_class::text, clock_column::text, keep_days::integer, method::text, legal_basis::text, next_run_at::timestamptz
  from (values
    ('user_audit_log', 'all', 'occurred_at', 2557, 'drop_partition', 'Proof of who did what, GDPR Article 5(2)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_login_attempts', 'all', 'occurred_at', 396, 'drop_partition', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_reputation_events', 'all', 'occurred_at', 731, 'drop_partition', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_xp_transactions', 'all', 'occurred_at', 1096, 'drop_partition', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('hashtag_trend_buckets', 'all', 'bucket_at', 90, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('media_processing_runs', 'all', 'finished_at', 183, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('story_views', 'all', 'story_day', 60, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('video_view_sessions', 'all', 'started_at', 731, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('watermark_traces', 'all', 'issued_at', 731, 'drop_partition', 'Prosecution of leaks, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('affiliate_clicks', 'all', 'clicked_at', 183, 'drop_partition', 'Settlement of commissions, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('payment_webhook_events', 'all', 'received_at', 183, 'archive', 'Settlement of payments, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('activity_events', 'all', 'occurred_at', 366, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('follow_events', 'all', 'occurred_at', 731, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('follower_stats_daily', 'all', 'day', 1827, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('interaction_events', 'all', 'occurred_at', 90, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('interaction_pair_daily', 'all', 'day', 396, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('profile_visits', 'all', 'visited_at', 366, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('search_history', 'all', 'searched_at', 183, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('communication_stats_daily', 'all', 'day', 1827, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('email_events', 'all', 'occurred_at', 396, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('email_messages', 'all', 'queued_at', 396, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('notification_deliveries', 'all', 'queued_at', 183, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('notifications', 'all', 'created_day', 180, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('sms_messages', 'all', 'queued_at', 396, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('analytics_events', 'all', 'occurred_at', 396, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('analytics_events_hourly', 'all', 'bucket_at', 761, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('analytics_sessions', 'all', 'started_at', 396, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('api_request_logs', 'all', 'requested_at', 60, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('api_requests_hourly', 'all', 'bucket_at', 396, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('api_usage_daily', 'all', 'usage_date', 731, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('attribution_touchpoints', 'all', 'touched_at', 396, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('content_metrics_daily', 'all', 'metric_date', 731, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('content_metrics_hourly', 'all', 'bucket_at', 14, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('content_view_events', 'all', 'viewed_at', 183, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('content_views_hourly', 'all', 'bucket_at', 7, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('creator_audience_daily', 'all', 'metric_date', 396, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('creator_metrics_daily', 'all', 'metric_date', 1096, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('event_ingest_rejections', 'all', 'received_at', 30, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('experiment_exposures', 'all', 'exposed_at', 366, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('metric_values', 'all', 'bucket_at', 731, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('search_query_events', 'all', 'searched_at', 183, 'drop_partition', 'Quality of search, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('tracking_link_clicks', 'all', 'clicked_at', 396, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('tracking_link_clicks_daily', 'all', 'click_date', 761, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_activity_daily', 'all', 'activity_date', 731, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('video_watch_heartbeats', 'all', 'beat_at', 60, 'drop_partition', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('audit_log_entries', 'all', 'occurred_at', 2557, 'drop_partition', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('automod_hits', 'all', 'hit_at', 183, 'drop_partition', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('moderation_case_events', 'all', 'occurred_at', 2557, 'drop_partition', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('risk_signals', 'all', 'observed_at', 366, 'drop_partition', 'Prevention of fraud, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('screening_results', 'all', 'scored_at', 396, 'drop_partition', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ai_generations', 'all', 'requested_at', 366, 'drop_partition', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('fraud_assessments', 'all', 'assessed_at', 731, 'drop_partition', 'Prevention of fraud, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ml_drift_measurements', 'all', 'measured_at', 731, 'drop_partition', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ml_feature_values_history', 'all', 'event_at', 366, 'drop_partition', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ml_inference_logs', 'all', 'inferred_at', 90, 'drop_partition', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ml_outcomes', 'all', 'observed_at', 396, 'drop_partition', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('rec_requests', 'all', 'served_at', 60, 'drop_partition', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('spam_verdicts', 'all', 'decided_at', 183, 'drop_partition', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('live_chat_messages', 'all', 'sent_at', 90, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('live_device_activations', 'all', 'activated_at', 90, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('live_moderation_actions', 'all', 'acted_at', 731, 'drop_partition', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('live_quality_metrics', 'all', 'sampled_at', 60, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('live_safety_samples', 'all', 'sampled_at', 90, 'drop_partition', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('live_viewer_samples', 'all', 'sampled_at', 396, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('live_viewer_sessions', 'all', 'joined_at', 396, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('api_request_captures', 'all', 'captured_at', 7, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('app_crash_events', 'all', 'crashed_at', 90, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('automation_runs', 'all', 'started_at', 183, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('idempotency_keys', 'all', 'created_on', 3, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('inbound_webhook_events', 'all', 'received_on', 90, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('inbox_receipts', 'all', 'handled_on', 8, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('job_history', 'all', 'finished_at', 14, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('outbox_events', 'all', 'created_at', 7, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('webhook_delivery_attempts', 'all', 'attempted_at', 30, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('webhook_messages', 'all', 'created_at', 30, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('webhook_payloads', 'all', 'created_at', 14, 'drop_partition', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_auth_challenges', 'all', 'expires_at', 1, 'delete', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_refresh_tokens', 'all', 'expires_at', 30, 'delete', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_security_events', 'all', 'created_at', 731, 'delete', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_sessions', 'all', 'expires_at', 90, 'delete', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('user_verification_codes', 'all', 'expires_at', 7, 'delete', 'Security of accounts, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('content_drafts', 'all', 'last_saved_at', 90, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('media_uploads', 'all', 'expires_at', 7, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('payment_idempotency_keys', 'all', 'expires_at', 1, 'delete', 'Tax and commercial law', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('payment_webhook_dedup', 'all', 'first_seen_at', 548, 'delete', 'Tax and commercial law', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('activity_groups', 'all', 'updated_at', 366, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('contact_imports', 'all', 'expires_at', 1, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('feed_fanout_jobs', 'all', 'finished_at', 3, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('mutual_connection_counts', 'all', 'expires_at', 1, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('severed_relationships', 'all', 'severed_at', 180, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('story_tray_entries', 'all', 'latest_at', 1, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('auto_message_runs', 'all', 'created_at', 366, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('message_drafts', 'all', 'saved_at', 60, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('message_search_documents', 'all', 'sent_at', 366, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('notification_digests', 'all', 'created_at', 90, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('notification_groups', 'all', 'latest_at', 180, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('analytics_exports', 'all', 'created_at', 731, 'delete', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('analytics_tracking_consents', 'all', 'decided_at', 2192, 'delete', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('analytics_visitor_salts', 'all', 'valid_on', 2, 'delete', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('funnel_results', 'all', 'computed_at', 761, 'delete', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours'))
  ) as written (relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at)
)
insert/**/into public.retention_policies (relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at)
  select relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at from wanted
  where not exists (select from public.retention_policies as there where there.relation_name = wanted.relation_name and there.data_class = wanted.data_class);

with wanted (relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at) as (
  select relation_name::text, data_class::text, clock_column::text, keep_days::integer, method::text, legal_basis::text, next_run_at::timestamptz
  from (values
    ('metric_alert_incidents', 'all', 'opened_at', 731, 'delete', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('metric_anomalies', 'all', 'bucket_at', 731, 'delete', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('report_runs', 'all', 'created_at', 731, 'delete', 'Statistics under a pseudonym, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('moderator_exposure_daily', 'all', 'work_date', 396, 'delete', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('visitor_age_checks', 'all', 'valid_until', 30, 'delete', 'Legal duties of moderation, GDPR Article 6(1)(c)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ai_usage_quotas', 'all', 'resets_at', 92, 'delete', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('entity_predictions', 'all', 'valid_until', 1, 'delete', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ml_feature_values_online', 'all', 'expires_at', 1, 'delete', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ml_inference_hourly', 'all', 'bucket_at', 396, 'delete', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('ml_materialization_runs', 'all', 'started_at', 366, 'delete', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('sentiment_daily', 'all', 'metric_date', 731, 'delete', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('trend_topics', 'all', 'detected_on', 366, 'delete', 'Quality and oversight of models, GDPR Article 6(1)(f)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('event_answers', 'all', 'delete_after', 1, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('event_cart_holds', 'all', 'expires_at', 30, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('api_rate_buckets', 'all', 'expires_at', 1, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('import_rows', 'all', 'created_at', 90, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('integration_sync_runs', 'all', 'started_at', 90, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('marketplace_stock_reservations', 'all', 'expires_at', 30, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('oauth_tokens', 'all', 'expires_at', 30, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('translation_jobs', 'all', 'created_at', 396, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('webhook_endpoint_secrets', 'all', 'retire_at', 30, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('follow_requests', 'declined', 'decided_at', 30, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours')),
    ('e2ee_device_inbox', 'all', 'expires_at', 1, 'delete', 'Operation of the service, GDPR Article 6(1)(b)', ((current_date + 1)::timestamp at time zone 'UTC' + interval '3 hours'))
  ) as written (relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at)
)
insert/**/into public.retention_policies (relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at)
  select relation_name, data_class, clock_column, keep_days, method, legal_basis, next_run_at from wanted
  where not exists (select from public.retention_policies as there where there.relation_name = wanted.relation_name and there.data_class = wanted.data_class);

-- Reference data of strike_policies; rows that are there are left as they are. The ladder for each category of
-- account_strikes. Rules whose default action is a ban or escalation do not wait for it. Another ladder is a new
-- version.
with wanted (rule_group, version, threshold, strike_ttl_days, resulting_kind, duration_days, is_active) as (
  select rule_group::text, version::integer, threshold::integer, strike_ttl_days::integer, resulting_kind::text, duration_days::integer, is_active::boolean
  from (values
    ('policy', 1, 1, 365, 'warning', null, true),
    ('policy', 1, 2, 365, 'posting', 3, true),
    ('policy', 1, 3, 365, 'suspension', 7, true),
    ('policy', 1, 4, 365, 'suspension', 30, true),
    ('policy', 1, 6, 365, 'ban', null, true),
    ('copyright', 1, 1, 365, 'warning', null, true),
    ('copyright', 1, 2, 365, 'posting', 7, true),
    ('copyright', 1, 3, 365, 'suspension', 30, true),
    ('copyright', 1, 4, 365, 'ban', null, true),
    ('live', 1, 1, 180, 'warning', null, true),
    ('live', 1, 2, 180, 'live', 7, true),
    ('live', 1, 3, 180, 'live', 30, true),
    ('live', 1, 5, 180, 'suspension', 30, true),
    ('live', 1, 7, 180, 'ban', null, true),
    ('messaging', 1, 1, 90, 'warning', null, true),
    ('messaging', 1, 2, 90, 'messaging', 3, true),
    ('messaging', 1, 3, 90, 'messaging', 14, true),
    ('messaging', 1, 5, 90, 'suspension', 30, true),
    ('payment', 1, 1, 365, 'warning', null, true),
    ('payment', 1, 2, 365, 'payout_hold', 30, true),
    ('payment', 1, 3, 365, 'monetisation', 90, true),
    ('payment', 1, 4, 365, 'ban', null, true)
  ) as written (rule_group, version, threshold, strike_ttl_days, resulting_kind, duration_days, is_active)
)
insert/**/into public.strike_policies (rule_group, version, threshold, strike_ttl_days, resulting_kind, duration_days, is_active)
  select rule_group, version, threshold, strike_ttl_days, resulting_kind, duration_days, is_active from wanted
  where not exists (select from public.strike_policies as there where there.rule_group = wanted.rule_group and there.threshold = wanted.threshold and there.version = wanted.version);

-- Reference data of fraud_rules; rows that are there are left as they are. Rules against the usual kinds of fraud,
-- switched on only to watch; an analyst puts one in force once its precision is known. Another condition is a new
-- version.
with wanted (key, version, stage, condition, score_delta, action, is_enabled, is_shadow) as (
  select key::extensions.citext, version::integer, stage::text, condition::jsonb, score_delta::smallint, action::text, is_enabled::boolean, is_shadow::boolean
  from (values
    ('many_accounts_one_device', 1, 'signup', '{"accounts_on_device":{"at_least":3,"within_days":30}}', 250, 'review', true, true),
    ('disposable_email', 1, 'signup', '{"email_domain_class":"disposable"}', 150, 'score', true, true),
    ('hosting_network', 1, 'signup', '{"network_class":"hosting"}', 150, 'challenge', true, true),
    ('signup_burst', 1, 'signup', '{"accounts_in_network":{"at_least":10,"within_minutes":60}}', 200, 'challenge', true, true),
    ('impossible_travel', 1, 'login', '{"speed_kmh":{"above":1000}}', 300, 'challenge', true, true),
    ('credential_stuffing', 1, 'login', '{"failed_logins_in_network":{"at_least":50,"within_minutes":10}}', 400, 'block', true, true),
    ('new_device_after_reset', 1, 'login', '{"password_reset_within_minutes":60,"new_device":true}', 200, 'challenge', true, true),
    ('card_testing', 1, 'payment', '{"cards_tried":{"at_least":4,"within_minutes":60}}', 600, 'block', true, true),
    ('small_then_large', 1, 'payment', '{"first_amount_minor":{"below":300},"next_factor":{"at_least":20},"within_minutes":60}', 300, 'challenge', true, true),
    ('card_country_differs', 1, 'payment', '{"card_country":"differs_from_ip","account_age_days":{"below":7}}', 150, 'score', true, true),
    ('many_users_one_card', 1, 'payment', '{"users_on_card":{"at_least":3,"within_days":90}}', 400, 'review', true, true),
    ('velocity_amount', 1, 'payment', '{"spent_factor_of_usual":{"at_least":10},"within_hours":24}', 250, 'challenge', true, true),
    ('prior_dispute', 1, 'payment', '{"lost_disputes":{"at_least":1,"within_days":365}}', 400, 'review', true, true),
    ('spend_right_after_signup', 1, 'payment', '{"account_age_minutes":{"below":10},"amount_class":"high"}', 250, 'review', true, true),
    ('self_tipping', 1, 'tip', '{"shared_device_with_creator":true}', 500, 'review', true, true),
    ('circular_tips', 1, 'tip', '{"money_returns_within_days":7}', 500, 'review', true, true),
    ('tip_burst', 1, 'tip', '{"tips":{"at_least":20,"within_minutes":10}}', 300, 'hold', true, true),
    ('new_account_high_tip', 1, 'tip', '{"account_age_days":{"below":2},"amount_class":"high"}', 300, 'hold', true, true),
    ('payout_account_changed', 1, 'payout', '{"payout_account_age_hours":{"below":72}}', 300, 'hold', true, true),
    ('payout_after_takeover_signal', 1, 'payout', '{"takeover_signal_within_days":7}', 600, 'hold', true, true),
    ('payout_name_differs', 1, 'payout', '{"account_holder":"differs_from_legal_name"}', 400, 'hold', true, true),
    ('earnings_from_few_buyers', 1, 'payout', '{"share_of_top_buyer_ppm":{"above":800000},"earnings_class":"high"}', 300, 'review', true, true),
    ('trial_cycling', 1, 'subscription', '{"trials":{"at_least":5,"within_days":30}}', 150, 'score', true, true),
    ('gift_subscription_farming', 1, 'subscription', '{"gifts_to_new_accounts":{"at_least":5,"within_days":7}}', 250, 'review', true, true),
    ('download_then_dispute', 1, 'chargeback', '{"downloads_before_dispute":{"at_least":50}}', 300, 'review', true, true),
    ('dispute_after_long_use', 1, 'chargeback', '{"renewals_before_dispute":{"at_least":3}}', 200, 'review', true, true)
  ) as written (key, version, stage, condition, score_delta, action, is_enabled, is_shadow)
)
insert/**/into public.fraud_rules (key, version, stage, condition, score_delta, action, is_enabled, is_shadow)
  select key, version, stage, condition, score_delta, action, is_enabled, is_shadow from wanted
  where not exists (select from public.fraud_rules as there where there.key = wanted.key and there.version = wanted.version);

-- Reference data of ml_datasets; rows that are there are left as they are. Datasets that the models need, with the
-- consent without which nothing of a person enters. Versions are built from what people agreed to.
with wanted (key, name, purpose, modality, sensitivity, required_consent_scope, owner_team) as (
  select key::extensions.citext, name::text, purpose::text, modality::text, sensitivity::text, required_consent_scope::text, owner_team::text
  from (values
    ('ranking_interactions', 'Interactions for ranking', 'Training of rankers on impressions and opens.', 'interaction', 'personal', 'recommendation', 'content'),
    ('search_judgements', 'Judgements of search', 'Evaluation of search.', 'text', 'internal', null, 'content'),
    ('rating_labels', 'Labels of ratings', 'Training and test of the rating of pictures and video.', 'image', 'special_category', 'moderation', 'safety'),
    ('text_moderation_labels', 'Labels of texts', 'Training and test of text moderation.', 'text', 'personal', 'moderation', 'safety'),
    ('spam_labels', 'Labels of spam', 'Training and test of spam detection.', 'text', 'personal', 'moderation', 'safety'),
    ('payment_outcomes', 'Outcomes of payments', 'Training and test of fraud models.', 'tabular', 'personal', 'analytics_models', 'payments'),
    ('subscription_histories', 'Histories of subscriptions', 'Training of churn and value.', 'tabular', 'personal', 'analytics_models', 'product'),
    ('creator_voices', 'Voices of creators', 'Voice of the own AI persona.', 'audio', 'special_category', 'voice', 'ai'),
    ('creator_likenesses', 'Likenesses of creators', 'Pictures of the own AI persona.', 'image', 'special_category', 'likeness', 'ai'),
    ('creator_writing', 'Writing of creators', 'Style of the own AI persona.', 'text', 'personal', 'generation_self', 'ai'),
    ('caption_corrections', 'Corrected captions', 'Test of captions.', 'audio', 'personal', 'analytics_models', 'content'),
    ('platform_traffic', 'Traffic of the platform', 'Forecast of load.', 'tabular', 'internal', null, 'platform')
  ) as written (key, name, purpose, modality, sensitivity, required_consent_scope, owner_team)
)
insert/**/into public.ml_datasets (key, name, purpose, modality, sensitivity, required_consent_scope, owner_team)
  select key, name, purpose, modality, sensitivity, required_consent_scope, owner_team from wanted
  where not exists (select from public.ml_datasets as there where there.key = wanted.key);

-- Reference data of ml_feature_entities; rows that differ are changed. What features describe.
with wanted (key, join_keys, value_type, description) as (
  select key::extensions.citext, join_keys::text[], value_type::text, description::text
  from (values
    ('user', '{user_id}', 'uuid', 'A person.'),
    ('creator', '{creator_id}', 'uuid', 'A creator.'),
    ('user_creator', '{user_id,creator_id}', 'uuid', 'A person with regard to a creator.'),
    ('content', '{content_id}', 'uuid', 'An item that is published.'),
    ('user_content', '{user_id,content_id}', 'uuid', 'A person with regard to an item.'),
    ('subscription', '{subscription_id}', 'uuid', 'A subscription.'),
    ('payment', '{payment_id}', 'uuid', 'A payment.'),
    ('conversation', '{conversation_id}', 'uuid', 'A conversation; never its texts.'),
    ('hashtag', '{hashtag_id}', 'bigint', 'A hashtag.'),
    ('device', '{device_id}', 'uuid', 'A device, for fraud and safety only.')
  ) as written (key, join_keys, value_type, description)
), added as (
  insert/**/into public.ml_feature_entities (key, join_keys, value_type, description)
  select key, join_keys, value_type, description from wanted
  where not exists (select from public.ml_feature_entities as there where there.key = wanted.key)
)
update public.ml_feature_entities as there set join_keys = wanted.join_keys, value_type = wanted.value_type, description = wanted.description
from wanted
where there.key = wanted.key and (there.join_keys, there.value_type, there.description) is distinct from (wanted.join_keys, wanted.value_type, wanted.description);

-- Reference data of ml_feature_views; rows that are there are left as they are. Groups of features that come from the
-- daily tables of the platform.
with wanted (key, version, entity_id, source_relation, event_time_column, ttl_seconds, schedule_cron, is_online, owner_team) as (
  select key::extensions.citext, version::integer, entity_id::uuid, source_relation::text, event_time_column::text, ttl_seconds::integer, schedule_cron::text, is_online::boolean, owner_team::text
  from (values
    ('user_activity', 1, (select id from public.ml_feature_entities where key = 'user'), 'user_activity_daily', 'activity_date', 172800, '30 2 * * *', true, 'content'),
    ('creator_performance', 1, (select id from public.ml_feature_entities where key = 'creator'), 'creator_metrics_daily', 'metric_date', 172800, '0 3 * * *', true, 'content'),
    ('content_performance', 1, (select id from public.ml_feature_entities where key = 'content'), 'content_metrics_daily', 'metric_date', 172800, '30 3 * * *', true, 'content'),
    ('video_performance', 1, (select id from public.ml_feature_entities where key = 'content'), 'video_stats_daily', 'day', 172800, '30 3 * * *', false, 'content'),
    ('user_reputation', 1, (select id from public.ml_feature_entities where key = 'user'), 'user_reputation_scores', 'computed_at', 604800, '0 4 * * *', true, 'safety'),
    ('subscription_state', 1, (select id from public.ml_feature_entities where key = 'subscription'), 'subscriptions', 'updated_at', 86400, '0 */6 * * *', false, 'product'),
    ('creator_audience', 1, (select id from public.ml_feature_entities where key = 'creator'), 'follower_stats_daily', 'day', 172800, '0 4 * * *', false, 'content')
  ) as written (key, version, entity_id, source_relation, event_time_column, ttl_seconds, schedule_cron, is_online, owner_team)
)
insert/**/into public.ml_feature_views (key, version, entity_id, source_relation, event_time_column, ttl_seconds, schedule_cron, is_online, owner_team)
  select key, version, entity_id, source_relation, event_time_column, ttl_seconds, schedule_cron, is_online, owner_team from wanted
  where not exists (select from public.ml_feature_views as there where there.key = wanted.key and there.version = wanted.version);

-- Reference data of ml_feature_definitions; rows that are there are left as they are. Features as aggregates over the
-- source of their view, grouped by its keys. None is of a special category.
with wanted (view_id, name, data_type, expression, default_value, pii_class, description) as (
  select view_id::uuid, name::text, data_type::text, expression::text, default_value::jsonb, pii_class::text, description::text
  from (values
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'active_days_28', 'integer', 'count(*) filter (where activity_date > current_date - 28)', '0', 'pseudonymous', 'Days with activity of the last 28.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'sessions_7', 'integer', 'sum(sessions) filter (where activity_date > current_date - 7)', '0', 'pseudonymous', 'Sessions of the last 7 days.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'active_seconds_7', 'bigint', 'sum(active_seconds) filter (where activity_date > current_date - 7)', '0', 'pseudonymous', 'Seconds of activity of the last 7 days.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'posts_viewed_28', 'bigint', 'sum(posts_viewed) filter (where activity_date > current_date - 28)', '0', 'pseudonymous', 'Posts seen in the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'likes_28', 'bigint', 'sum(likes) filter (where activity_date > current_date - 28)', '0', 'pseudonymous', 'Likes of the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'comments_28', 'bigint', 'sum(comments) filter (where activity_date > current_date - 28)', '0', 'pseudonymous', 'Comments of the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'purchases_90', 'bigint', 'sum(purchases) filter (where activity_date > current_date - 90)', '0', 'pseudonymous', 'Purchases of the last 90 days.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'live_seconds_28', 'bigint', 'sum(live_seconds) filter (where activity_date > current_date - 28)', '0', 'pseudonymous', 'Seconds of live streams of the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'user_activity' and version = 1), 'days_since_signup', 'integer', 'current_date - min(signup_date)', '0', 'pseudonymous', 'Age of the account in days.'),
    ((select id from public.ml_feature_views where key = 'creator_performance' and version = 1), 'impressions_28', 'bigint', 'sum(impressions) filter (where metric_date > current_date - 28)', '0', 'none', 'Impressions of the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'creator_performance' and version = 1), 'new_followers_28', 'bigint', 'sum(new_followers) filter (where metric_date > current_date - 28)', '0', 'none', 'New followers of the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'creator_performance' and version = 1), 'active_subscribers', 'integer', '(array_agg(active_subscribers order by metric_date desc))[1]', '0', 'none', 'Subscribers on the last day.'),
    ((select id from public.ml_feature_views where key = 'creator_performance' and version = 1), 'churned_28', 'bigint', 'sum(churned_subscribers) filter (where metric_date > current_date - 28)', '0', 'none', 'Subscribers lost in the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'creator_performance' and version = 1), 'messages_sent_28', 'bigint', 'sum(messages_sent) filter (where metric_date > current_date - 28)', '0', 'none', 'Messages sent in the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'creator_performance' and version = 1), 'live_minutes_28', 'bigint', 'sum(live_minutes) filter (where metric_date > current_date - 28)', '0', 'none', 'Minutes live of the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'content_performance' and version = 1), 'views_7', 'bigint', 'sum(views) filter (where metric_date > current_date - 7)', '0', 'none', 'Views of the last 7 days.'),
    ((select id from public.ml_feature_views where key = 'content_performance' and version = 1), 'likes_7', 'bigint', 'sum(likes) filter (where metric_date > current_date - 7)', '0', 'none', 'Likes of the last 7 days.'),
    ((select id from public.ml_feature_views where key = 'content_performance' and version = 1), 'saves_7', 'bigint', 'sum(saves) filter (where metric_date > current_date - 7)', '0', 'none', 'Saves of the last 7 days.'),
    ((select id from public.ml_feature_views where key = 'content_performance' and version = 1), 'reports_28', 'bigint', 'sum(reports) filter (where metric_date > current_date - 28)', '0', 'none', 'Reports of the last 28 days.'),
    ((select id from public.ml_feature_views where key = 'content_performance' and version = 1), 'completion_ppm', 'integer', 'round(avg(avg_completion_ppm))', '0', 'none', 'Average completion in millionths.'),
    ((select id from public.ml_feature_views where key = 'video_performance' and version = 1), 'plays_7', 'bigint', 'sum(plays) filter (where day > current_date - 7)', '0', 'none', 'Plays of the last 7 days.'),
    ((select id from public.ml_feature_views where key = 'video_performance' and version = 1), 'completions_7', 'bigint', 'sum(completions) filter (where day > current_date - 7)', '0', 'none', 'Plays to the end of the last 7 days.'),
    ((select id from public.ml_feature_views where key = 'user_reputation' and version = 1), 'score', 'integer', 'max(score)', null, 'pseudonymous', 'Reputation; for safety only.'),
    ((select id from public.ml_feature_views where key = 'user_reputation' and version = 1), 'reports_upheld', 'integer', 'max(reports_upheld)', '0', 'pseudonymous', 'Reports against the person that were upheld.'),
    ((select id from public.ml_feature_views where key = 'subscription_state' and version = 1), 'days_active', 'integer', 'current_date - min(started_at)::date', '0', 'pseudonymous', 'Days since the start.'),
    ((select id from public.ml_feature_views where key = 'subscription_state' and version = 1), 'renews', 'boolean', 'bool_or(auto_renew)', 'false', 'pseudonymous', 'Whether it renews.'),
    ((select id from public.ml_feature_views where key = 'creator_audience' and version = 1), 'followers', 'bigint', '(array_agg(followers order by day desc))[1]', '0', 'none', 'Followers on the last day.'),
    ((select id from public.ml_feature_views where key = 'creator_audience' and version = 1), 'reach_7', 'bigint', 'sum(reach) filter (where day > current_date - 7)', '0', 'none', 'Reach of the last 7 days.')
  ) as written (view_id, name, data_type, expression, default_value, pii_class, description)
)
insert/**/into public.ml_feature_definitions (view_id, name, data_type, expression, default_value, pii_class, description)
  select view_id, name, data_type, expression, default_value, pii_class, description from wanted
  where not exists (select from public.ml_feature_definitions as there where there.view_id = wanted.view_id and there.name = wanted.name);

-- Reference data of ml_models; rows that are there are left as they are. The tasks that the product has a model for,
-- with what each is for and who signs off. Versions, digests and cards belong to who trains them.
with wanted (key, name, task, owner_team, risk_class, lawful_basis, affects_users_legally, required_approvals, description) as (
  select key::extensions.citext, name::text, task::text, owner_team::text, risk_class::text, lawful_basis::text, affects_users_legally::boolean, required_approvals::text[], description::text
  from (values
    ('home_ranker', 'Ranking of the home feed', 'ranking', 'content', 'limited', 'Personal recommendations, consent, GDPR Article 6(1)(a) and 9(2)(a)', false, '{ml_lead,privacy}', 'Orders the candidates of the home feed for people who allow personal recommendations.'),
    ('explore_ranker', 'Ranking of discovery', 'ranking', 'content', 'limited', 'Personal recommendations, consent, GDPR Article 6(1)(a) and 9(2)(a)', false, '{ml_lead,privacy}', 'Orders what people see when they explore.'),
    ('search_ranker', 'Ranking of search', 'ranking', 'content', 'minimal', 'Personal recommendations, consent, GDPR Article 6(1)(a) and 9(2)(a)', false, '{ml_lead}', 'Orders the results of a search.'),
    ('content_retrieval', 'Candidates of content', 'retrieval', 'content', 'minimal', 'Personal recommendations, consent, GDPR Article 6(1)(a) and 9(2)(a)', false, '{ml_lead,privacy}', 'Finds items near the interests of a person.'),
    ('creator_retrieval', 'Candidates of creators', 'retrieval', 'content', 'minimal', 'Personal recommendations, consent, GDPR Article 6(1)(a) and 9(2)(a)', false, '{ml_lead,privacy}', 'Finds creators near those that a person follows.'),
    ('content_embedder', 'Vectors of content', 'embedding', 'content', 'minimal', '', false, '{ml_lead}', E'Turns pictures and texts\040into vectors.'),
    ('text_embedder', 'Vectors of text', 'embedding', 'content', 'minimal', '', false, '{ml_lead}', E'Turns texts of many languages\040into vectors.'),
    ('nudity_rating', 'Rating of pictures and video', 'moderation', 'safety', 'limited', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety}', 'Proposes the rating of an item from safe to explicit.'),
    ('prohibited_content', 'Prohibited content', 'moderation', 'safety', 'high', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety,legal}', 'Finds what the rules and card schemes forbid, for review.'),
    ('apparent_age', 'Apparent age', 'detection', 'safety', 'high', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety,privacy,legal}', 'Says whether somebody in a picture may be under 25, so that a person looks; keeps no template of the face.'),
    ('csam_classifier', 'Unknown abuse of children', 'moderation', 'safety', 'prohibited_use_guard', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety,legal}', 'Finds likely abuse of children that no hash list knows; a specialist decides.'),
    ('violence_detector', 'Violence', 'moderation', 'safety', 'limited', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety}', 'Finds graphic violence in pictures and video.'),
    ('ai_generated_detector', 'Made by AI', 'detection', 'safety', 'limited', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', false, '{ml_lead,trust_safety}', 'Says how likely a picture or video was made by AI.'),
    ('text_moderation', 'Moderation of texts', 'moderation', 'safety', 'limited', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety}', 'Finds hate, threats, grooming and offers of services in texts.'),
    ('spam_classifier', 'Spam', 'classification', 'safety', 'minimal', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', false, '{ml_lead,trust_safety}', 'Finds spam in messages and comments.'),
    ('live_safety', 'Safety of live streams', 'moderation', 'safety', 'high', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety,legal}', 'Looks at samples of live streams and calls a person.'),
    ('payment_fraud', 'Fraud in payments', 'classification', 'payments', 'high', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,privacy,legal}', 'Scores payments; high scores are reviewed by a person or asked for a second factor.'),
    ('account_takeover', 'Taken over accounts', 'classification', 'accounts', 'limited', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', false, '{ml_lead,privacy}', 'Finds sign-ins that do not fit the account.'),
    ('fake_accounts', 'Fake accounts', 'classification', 'safety', 'limited', 'Safety of the service and prevention of fraud, GDPR Article 6(1)(f), and duties of law, Article 6(1)(c)', true, '{ml_lead,trust_safety}', 'Finds accounts made by machines.'),
    ('churn', 'End of subscriptions', 'regression', 'product', 'limited', 'Personal recommendations, consent, GDPR Article 6(1)(a) and 9(2)(a)', false, '{ml_lead,privacy,product}', 'Estimates whether a subscription ends within 30 days.'),
    ('lifetime_value', 'Value of a relation', 'regression', 'product', 'limited', 'Personal recommendations, consent, GDPR Article 6(1)(a) and 9(2)(a)', false, '{ml_lead,privacy,product}', 'Estimates what a fan spends with a creator; shown in bands only.'),
    ('earnings_forecast', 'Forecast of earnings', 'forecast', 'product', 'minimal', 'Statistics for the creator, contract, GDPR Article 6(1)(b)', false, '{ml_lead,product}', 'Forecasts the earnings of a creator for the creator.'),
    ('traffic_forecast', 'Forecast of traffic', 'forecast', 'platform', 'minimal', '', false, '{ml_lead}', 'Forecasts load for capacity.'),
    ('auto_tagger', 'Suggested tags', 'classification', 'content', 'minimal', '', false, '{ml_lead}', 'Suggests tags to creators, who decide.'),
    ('speech_to_text', 'Captions', 'asr', 'content', 'minimal', '', false, '{ml_lead}', 'Writes captions, which creators correct.'),
    ('translation', 'Translation', 'translation', 'content', 'minimal', '', false, '{ml_lead}', 'Translates captions, posts and messages on request.'),
    ('writing_assistant', 'Writing help', 'generation', 'ai', 'limited', '', false, '{ml_lead,trust_safety}', 'Proposes captions and replies, which a person sends.'),
    ('persona_chat', 'AI persona', 'generation', 'ai', 'limited', '', false, '{ml_lead,trust_safety,legal}', 'Answers as the disclosed AI persona of a creator.'),
    ('sentiment', 'Mood of comments', 'classification', 'content', 'minimal', '', false, '{ml_lead,privacy}', 'Estimates the mood of comments, in sums only.'),
    ('trend_detector', 'Trends', 'detection', 'content', 'minimal', '', false, '{ml_lead}', 'Finds topics that rise.')
  ) as written (key, name, task, owner_team, risk_class, lawful_basis, affects_users_legally, required_approvals, description)
)
insert/**/into public.ml_models (key, name, task, owner_team, risk_class, lawful_basis, affects_users_legally, required_approvals, description)
  select key, name, task, owner_team, risk_class, lawful_basis, affects_users_legally, required_approvals, description from wanted
  where not exists (select from public.ml_models as there where there.key = wanted.key);

-- Reference data of personalization_rules; rows that are there are left as they are. Rules after the ranking that keep
-- lists varied, fair to newcomers and within the law; they hold with and without profiling.
with wanted (key, surface, kind, condition, effect, priority) as (
  select key::extensions.citext, surface::text, kind::text, condition::jsonb, effect::jsonb, priority::smallint
  from (values
    ('diversity_per_creator', 'home', 'diversify', '{}', '{"max_per_creator":2,"within":10}', 100),
    ('diversity_per_creator_explore', 'explore', 'diversify', '{}', '{"max_per_creator":1,"within":10}', 100),
    ('new_creators', 'explore', 'boost', '{"creator_age_days":{"below":60},"review_state":"passed"}', '{"share_ppm":100000}', 50),
    ('captioned_video', 'explore', 'boost', '{"has_captions":true}', '{"factor":1.05}', 20),
    ('repeated_impressions', 'home', 'demote', '{"impressions_without_opening":{"at_least":5}}', '{"factor":0.3}', 80),
    ('low_reputation', 'explore', 'demote', '{"reputation_band":"low"}', '{"factor":0.1}', 90),
    ('reported_content', 'explore', 'filter', '{"open_reports":{"at_least":3}}', '{"exclude":true}', 95),
    ('explicit_without_age_proof', 'explore', 'filter', '{"rating":"explicit","viewer_age_proved":false}', '{"exclude":true}', 100),
    ('explicit_previews', 'search', 'filter', '{"rating":["nudity","explicit"],"safe_search":true}', '{"exclude":true}', 100),
    ('promotion_share', 'home', 'cap', '{"kind":"promotion"}', '{"share_ppm":100000}', 70),
    ('paid_content_share', 'home', 'cap', '{"locked":true}', '{"share_ppm":300000}', 60),
    ('live_now', 'home', 'pin', '{"kind":"live","followed":true}', '{"position":1,"at_most":1}', 40)
  ) as written (key, surface, kind, condition, effect, priority)
)
insert/**/into public.personalization_rules (key, surface, kind, condition, effect, priority)
  select key, surface, kind, condition, effect, priority from wanted
  where not exists (select from public.personalization_rules as there where there.key = wanted.key);

-- Reference data of prediction_definitions; rows that are there are left as they are. What is predicted and what for;
-- prices and access are not among the uses. Paused until a version of the model serves.
with wanted (key, entity, target, horizon_days, model_id, refresh_cron, allowed_uses, status) as (
  select key::extensions.citext, entity::text, target::text, horizon_days::integer, model_id::uuid, refresh_cron::text, allowed_uses::text[], status::text
  from (values
    ('subscription_churn_30d', 'subscription', 'ends_within_horizon', 30, (select id from public.ml_models where key = 'churn'), '0 3 * * *', '{retention_offers,creator_dashboard}', 'paused'),
    ('fan_value_12m', 'user', 'spend_band', 365, (select id from public.ml_models where key = 'lifetime_value'), '0 4 * * 1', '{creator_dashboard}', 'paused'),
    ('creator_earnings_30d', 'creator', 'earnings_minor', 30, (select id from public.ml_models where key = 'earnings_forecast'), '0 5 * * *', '{creator_dashboard,planning}', 'paused'),
    ('creator_inactivity_60d', 'creator', 'stops_publishing', 60, (select id from public.ml_models where key = 'churn'), '0 5 * * 1', '{creator_support}', 'paused'),
    ('user_return_7d', 'user', 'comes_back', 7, (select id from public.ml_models where key = 'churn'), '0 3 * * *', '{notifications}', 'paused'),
    ('post_reach_7d', 'post', 'views', 7, (select id from public.ml_models where key = 'explore_ranker'), '0 */6 * * *', '{ranking}', 'paused')
  ) as written (key, entity, target, horizon_days, model_id, refresh_cron, allowed_uses, status)
)
insert/**/into public.prediction_definitions (key, entity, target, horizon_days, model_id, refresh_cron, allowed_uses, status)
  select key, entity, target, horizon_days, model_id, refresh_cron, allowed_uses, status from wanted
  where not exists (select from public.prediction_definitions as there where there.key = wanted.key);

-- Reference data of rec_strategies; rows that are there are left as they are. One strategy without profiling for each
-- surface, in use from the start, and drafts of those with profiling, which wait for a model and for consent.
with wanted (surface, key, version, retrieval, filters, is_profiled, explanation_key, status) as (
  select surface::text, key::extensions.citext, version::integer, retrieval::jsonb, filters::jsonb, is_profiled::boolean, explanation_key::text, status::text
  from (values
    ('home', 'latest', 1, '{"sources":["follows","subscriptions"],"order":"published_at"}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.home.latest', 'active'),
    ('home', 'personal', 1, '{"sources":["follows","subscriptions","content_retrieval"],"ranker":"home_ranker"}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', true, 'recommendations.home.personal', 'draft'),
    ('explore', 'popular', 1, '{"sources":["trending_content"],"order":"rank","per_creator":2}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.explore.popular', 'active'),
    ('explore', 'personal', 1, '{"sources":["content_retrieval","trending_content"],"ranker":"explore_ranker","per_creator":2}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', true, 'recommendations.explore.personal', 'draft'),
    ('creators', 'popular', 1, '{"sources":["follower_stats_daily"],"order":"gained","window_days":28}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.creators.popular', 'active'),
    ('creators', 'personal', 1, '{"sources":["creator_retrieval"],"per_category":3}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', true, 'recommendations.creators.personal', 'draft'),
    ('similar', 'same_tags', 1, '{"sources":["content_item_tags","content_item_categories"],"order":"overlap"}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.similar.same_tags', 'active'),
    ('similar', 'same_look', 1, '{"sources":["item_neighbors"]}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.similar.same_look', 'draft'),
    ('search', 'relevance', 1, '{"sources":["search"],"order":"text_rank"}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.search.relevance', 'active'),
    ('live', 'viewers', 1, '{"sources":["live_streams"],"order":"viewers","per_category":10}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.live.viewers', 'active'),
    ('live', 'follows_first', 1, '{"sources":["live_streams"],"order":["followed","viewers"]}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.live.follows_first', 'draft'),
    ('marketplace', 'newest', 1, '{"sources":["marketplace_listings"],"order":"listed_at"}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.marketplace.newest', 'active'),
    ('messages', 'latest', 1, '{"sources":["conversations"],"order":"last_message_at"}', '{"exclude":["blocked","muted","hidden","geo_blocked","age_gated"]}', false, 'recommendations.messages.latest', 'active')
  ) as written (surface, key, version, retrieval, filters, is_profiled, explanation_key, status)
)
insert/**/into public.rec_strategies (surface, key, version, retrieval, filters, is_profiled, explanation_key, status)
  select surface, key, version, retrieval, filters, is_profiled, explanation_key, status from wanted
  where not exists (select from public.rec_strategies as there where there.surface = wanted.surface and there.key = wanted.key and there.version = wanted.version);

-- Reference data of event_refund_policies; rows that are there are left as they are. Policies that organisers choose
-- from. Whatever is chosen, a cancelled event is refunded in full. Terms never change; others are a new version.
with wanted (id, name, version, steps, is_platform_default) as (
  select id::uuid, name::text, version::integer, steps::jsonb, is_platform_default::boolean
  from (values
    ('00000000-0000-7000-8901-000000000001', 'Flexible', 1, '[{"hours_before":24,"refund_ppm":1000000},{"hours_before":0,"refund_ppm":500000}]', false),
    ('00000000-0000-7000-8901-000000000002', 'Standard', 1, '[{"hours_before":168,"refund_ppm":1000000},{"hours_before":48,"refund_ppm":500000}]', true),
    ('00000000-0000-7000-8901-000000000003', 'Strict', 1, '[{"hours_before":720,"refund_ppm":1000000},{"hours_before":168,"refund_ppm":500000}]', false),
    ('00000000-0000-7000-8901-000000000004', 'No refunds', 1, '[]', false)
  ) as written (id, name, version, steps, is_platform_default)
)
insert/**/into public.event_refund_policies (id, name, version, steps, is_platform_default)
  select id, name, version, steps, is_platform_default from wanted
  where not exists (select from public.event_refund_policies as there where there.id = wanted.id);

-- Reference data of live_categories; rows that are there are left as they are. Categories to browse live streams by,
-- from talk to explicit. The operator adds, orders and switches off.
with wanted (slug, parent_id, label_key, explicit_level, sort_order) as (
  select slug::extensions.citext, parent_id::uuid, label_key::text, explicit_level::smallint, sort_order::integer
  from (values
    ('just-chatting', null, 'live_categories.just_chatting', 0, 10),
    ('music', null, 'live_categories.music', 0, 20),
    ('dance', null, 'live_categories.dance', 0, 30),
    ('drag', null, 'live_categories.drag', 0, 40),
    ('gaming', null, 'live_categories.gaming', 0, 50),
    ('fitness', null, 'live_categories.fitness', 0, 60),
    ('cooking', null, 'live_categories.cooking', 0, 70),
    ('art', null, 'live_categories.art', 0, 80),
    ('cosplay', null, 'live_categories.cosplay', 0, 90),
    ('talk', null, 'live_categories.talk', 0, 100),
    ('travel', null, 'live_categories.travel', 0, 150),
    ('grooming', null, 'live_categories.grooming', 0, 160),
    ('swimwear-and-underwear', null, 'live_categories.swimwear_and_underwear', 1, 200),
    ('body-art', null, 'live_categories.body_art', 1, 210),
    ('sauna-and-spa', null, 'live_categories.sauna_and_spa', 2, 220),
    ('striptease', null, 'live_categories.striptease', 2, 230),
    ('solo', null, 'live_categories.solo', 3, 240),
    ('couples', null, 'live_categories.couples', 3, 250),
    ('groups', null, 'live_categories.groups', 3, 260),
    ('interactive-toys', null, 'live_categories.interactive_toys', 3, 270),
    ('massage', null, 'live_categories.massage', 3, 280),
    ('fetish', null, 'live_categories.fetish', 3, 290),
    ('private-shows', null, 'live_categories.private_shows', 3, 370),
    ('events', null, 'live_categories.events', 0, 380),
    ('charity', null, 'live_categories.charity', 0, 390)
  ) as written (slug, parent_id, label_key, explicit_level, sort_order)
)
insert/**/into public.live_categories (slug, parent_id, label_key, explicit_level, sort_order)
  select slug, parent_id, label_key, explicit_level, sort_order from wanted
  where not exists (select from public.live_categories as there where there.slug = wanted.slug);

with wanted (slug, parent_id, label_key, explicit_level, sort_order) as (
  select slug::extensions.citext, parent_id::uuid, label_key::text, explicit_level::smallint, sort_order::integer
  from (values
    ('questions-and-answers', (select id from public.live_categories where slug = 'talk'), 'live_categories.questions_and_answers', 0, 110),
    ('sexual-health', (select id from public.live_categories where slug = 'talk'), 'live_categories.sexual_health', 0, 120),
    ('dating-advice', (select id from public.live_categories where slug = 'talk'), 'live_categories.dating_advice', 0, 130),
    ('queer-politics', (select id from public.live_categories where slug = 'talk'), 'live_categories.queer_politics', 0, 140),
    ('gym', (select id from public.live_categories where slug = 'fitness'), 'live_categories.gym', 0, 170),
    ('yoga', (select id from public.live_categories where slug = 'fitness'), 'live_categories.yoga', 0, 180),
    ('combat-sports', (select id from public.live_categories where slug = 'fitness'), 'live_categories.combat_sports', 0, 190),
    ('leather', (select id from public.live_categories where slug = 'fetish'), 'live_categories.leather', 3, 300),
    ('rubber', (select id from public.live_categories where slug = 'fetish'), 'live_categories.rubber', 3, 310),
    ('sportswear', (select id from public.live_categories where slug = 'fetish'), 'live_categories.sportswear', 2, 320),
    ('uniforms', (select id from public.live_categories where slug = 'fetish'), 'live_categories.uniforms', 2, 330),
    ('feet', (select id from public.live_categories where slug = 'fetish'), 'live_categories.feet', 2, 340),
    ('bondage', (select id from public.live_categories where slug = 'fetish'), 'live_categories.bondage', 3, 350),
    ('pup-play', (select id from public.live_categories where slug = 'fetish'), 'live_categories.pup_play', 2, 360)
  ) as written (slug, parent_id, label_key, explicit_level, sort_order)
)
insert/**/into public.live_categories (slug, parent_id, label_key, explicit_level, sort_order)
  select slug, parent_id, label_key, explicit_level, sort_order from wanted
  where not exists (select from public.live_categories as there where there.slug = wanted.slug);

-- Reference data of live_gift_types; rows that are there are left as they are. Virtual gifts to start with, priced in
-- tokens. Artwork is for the operator; another price is a new version, which the operator adds after switching this
-- one off.
with wanted (key, version, name_key, price_tokens, rarity, min_user_level) as (
  select key::extensions.citext, version::integer, name_key::text, price_tokens::integer, rarity::text, min_user_level::smallint
  from (values
    ('wave', 1, 'live_gifts.wave', 1, 'common', 0),
    ('heart', 1, 'live_gifts.heart', 2, 'common', 0),
    ('smile', 1, 'live_gifts.smile', 2, 'common', 0),
    ('thumbs_up', 1, 'live_gifts.thumbs_up', 3, 'common', 0),
    ('applause', 1, 'live_gifts.applause', 5, 'common', 0),
    ('rose', 1, 'live_gifts.rose', 5, 'common', 0),
    ('coffee', 1, 'live_gifts.coffee', 8, 'common', 0),
    ('kiss', 1, 'live_gifts.kiss', 10, 'common', 0),
    ('fire', 1, 'live_gifts.fire', 10, 'common', 0),
    ('peach', 1, 'live_gifts.peach', 12, 'common', 0),
    ('aubergine', 1, 'live_gifts.aubergine', 12, 'common', 0),
    ('cocktail', 1, 'live_gifts.cocktail', 15, 'common', 0),
    ('flowers', 1, 'live_gifts.flowers', 20, 'common', 0),
    ('chocolate', 1, 'live_gifts.chocolate', 20, 'common', 0),
    ('rainbow', 1, 'live_gifts.rainbow', 25, 'common', 0),
    ('teddy_bear', 1, 'live_gifts.teddy_bear', 30, 'common', 0),
    ('leather_cap', 1, 'live_gifts.leather_cap', 40, 'common', 0),
    ('sunglasses', 1, 'live_gifts.sunglasses', 40, 'common', 0),
    ('disco_ball', 1, 'live_gifts.disco_ball', 50, 'rare', 3),
    ('champagne', 1, 'live_gifts.champagne', 75, 'rare', 3),
    ('bouquet', 1, 'live_gifts.bouquet', 100, 'rare', 5),
    ('fireworks', 1, 'live_gifts.fireworks', 150, 'rare', 5),
    ('crown', 1, 'live_gifts.crown', 200, 'rare', 8),
    ('motorbike', 1, 'live_gifts.motorbike', 300, 'rare', 10),
    ('jacuzzi', 1, 'live_gifts.jacuzzi', 400, 'rare', 10),
    ('sports_car', 1, 'live_gifts.sports_car', 500, 'epic', 15),
    ('yacht', 1, 'live_gifts.yacht', 1000, 'epic', 20),
    ('private_jet', 1, 'live_gifts.private_jet', 2000, 'epic', 25),
    ('castle', 1, 'live_gifts.castle', 3000, 'epic', 30),
    ('galaxy', 1, 'live_gifts.galaxy', 5000, 'epic', 40)
  ) as written (key, version, name_key, price_tokens, rarity, min_user_level)
)
insert/**/into public.live_gift_types (key, version, name_key, price_tokens, rarity, min_user_level)
  select key, version, name_key, price_tokens, rarity, min_user_level from wanted
  where not exists (select from public.live_gift_types as there where there.key = wanted.key and there.version = wanted.version);

-- Reference data of live_transcode_profiles; rows that are there are left as they are. Ladders by the height of the
-- source; no step is larger than what comes in. Bit rates are the usual ones for live streams with the codec.
with wanted (key, version, ladder, max_source_height, codec) as (
  select key::extensions.citext, version::integer, ladder::jsonb, max_source_height::smallint, codec::text
  from (values
    ('h264_2160', 1, '[{"name":"2160p60","height":2160,"kbps":18000,"fps":60},{"name":"1440p60","height":1440,"kbps":10000,"fps":60},{"name":"1080p60","height":1080,"kbps":6000,"fps":60},{"name":"720p60","height":720,"kbps":3500,"fps":60},{"name":"720p30","height":720,"kbps":2500,"fps":30},{"name":"480p30","height":480,"kbps":1200,"fps":30},{"name":"360p30","height":360,"kbps":700,"fps":30},{"name":"160p30","height":160,"kbps":250,"fps":30}]', 2160, 'h264'),
    ('h264_1440', 1, '[{"name":"1440p60","height":1440,"kbps":10000,"fps":60},{"name":"1080p60","height":1080,"kbps":6000,"fps":60},{"name":"720p60","height":720,"kbps":3500,"fps":60},{"name":"720p30","height":720,"kbps":2500,"fps":30},{"name":"480p30","height":480,"kbps":1200,"fps":30},{"name":"360p30","height":360,"kbps":700,"fps":30},{"name":"160p30","height":160,"kbps":250,"fps":30}]', 1440, 'h264'),
    ('h264_1080', 1, '[{"name":"1080p60","height":1080,"kbps":6000,"fps":60},{"name":"720p60","height":720,"kbps":3500,"fps":60},{"name":"720p30","height":720,"kbps":2500,"fps":30},{"name":"480p30","height":480,"kbps":1200,"fps":30},{"name":"360p30","height":360,"kbps":700,"fps":30},{"name":"160p30","height":160,"kbps":250,"fps":30}]', 1080, 'h264'),
    ('h264_720', 1, '[{"name":"720p30","height":720,"kbps":2500,"fps":30},{"name":"480p30","height":480,"kbps":1200,"fps":30},{"name":"360p30","height":360,"kbps":700,"fps":30},{"name":"160p30","height":160,"kbps":250,"fps":30}]', 720, 'h264'),
    ('h264_480', 1, '[{"name":"480p30","height":480,"kbps":1200,"fps":30},{"name":"360p30","height":360,"kbps":700,"fps":30},{"name":"160p30","height":160,"kbps":250,"fps":30}]', 480, 'h264'),
    ('low_latency_1080', 1, '[{"name":"1080p60","height":1080,"kbps":6000,"fps":60},{"name":"720p30","height":720,"kbps":2500,"fps":30},{"name":"360p30","height":360,"kbps":700,"fps":30}]', 1080, 'h264'),
    ('private_show_720', 1, '[{"name":"720p30","height":720,"kbps":2500,"fps":30},{"name":"360p30","height":360,"kbps":700,"fps":30}]', 720, 'h264'),
    ('hevc_1080', 1, '[{"name":"1080p60","height":1080,"kbps":4000,"fps":60},{"name":"720p30","height":720,"kbps":1700,"fps":30},{"name":"480p30","height":480,"kbps":800,"fps":30},{"name":"360p30","height":360,"kbps":450,"fps":30}]', 1080, 'hevc'),
    ('av1_1080', 1, '[{"name":"1080p60","height":1080,"kbps":3200,"fps":60},{"name":"720p30","height":720,"kbps":1400,"fps":30},{"name":"480p30","height":480,"kbps":650,"fps":30},{"name":"360p30","height":360,"kbps":380,"fps":30}]', 1080, 'av1'),
    ('audio_only', 1, '[{"name":"audio","height":0,"kbps":128,"fps":0}]', 1080, 'aac')
  ) as written (key, version, ladder, max_source_height, codec)
)
insert/**/into public.live_transcode_profiles (key, version, ladder, max_source_height, codec)
  select key, version, ladder, max_source_height, codec from wanted
  where not exists (select from public.live_transcode_profiles as there where there.key = wanted.key and there.version = wanted.version);

-- Reference data of api_rate_policies; rows that are there are left as they are. Plans in requests per minute by
-- family of routes. A policy never changes; other limits are a new version.
with wanted (key, version, limits, burst, daily_quota, is_default) as (
  select key::extensions.citext, version::integer, limits::jsonb, burst::integer, daily_quota::bigint, is_default::boolean
  from (values
    ('free', 1, '{"read":60,"write":20,"media":10,"search":20,"auth":10}', 30, 10000, true),
    ('standard', 1, '{"read":300,"write":100,"media":60,"search":60,"auth":20}', 100, 200000, false),
    ('professional', 1, '{"read":1200,"write":400,"media":200,"search":240,"auth":60}', 400, 2000000, false),
    ('partner', 1, '{"read":6000,"write":2000,"media":1000,"search":1200,"auth":200}', 2000, null, false),
    ('sandbox', 1, '{"read":60,"write":60,"media":20,"search":20,"auth":20}', 60, 5000, false)
  ) as written (key, version, limits, burst, daily_quota, is_default)
)
insert/**/into public.api_rate_policies (key, version, limits, burst, daily_quota, is_default)
  select key, version, limits, burst, daily_quota, is_default from wanted
  where not exists (select from public.api_rate_policies as there where there.key = wanted.key and there.version = wanted.version);

-- Reference data of api_scopes; rows that differ are changed. What keys and tokens may be given, with the words a
-- person is shown. Scopes that open messages, money or devices are reviewed before a client may ask for them.
with wanted (name, description_key, risk, requires_review) as (
  select name::text, description_key::text, risk::text, requires_review::boolean
  from (values
    ('profile.read', 'api_scopes.profile.read', 'low', false),
    ('profile.read_private', 'api_scopes.profile.read_private', 'medium', false),
    ('profile.write', 'api_scopes.profile.write', 'medium', false),
    ('email.read', 'api_scopes.email.read', 'medium', false),
    ('settings.read', 'api_scopes.settings.read', 'low', false),
    ('settings.write', 'api_scopes.settings.write', 'medium', false),
    ('posts.read', 'api_scopes.posts.read', 'low', false),
    ('posts.write', 'api_scopes.posts.write', 'medium', false),
    ('stories.write', 'api_scopes.stories.write', 'medium', false),
    ('media.read', 'api_scopes.media.read', 'medium', false),
    ('media.write', 'api_scopes.media.write', 'medium', false),
    ('comments.read', 'api_scopes.comments.read', 'low', false),
    ('comments.write', 'api_scopes.comments.write', 'medium', false),
    ('comments.moderate', 'api_scopes.comments.moderate', 'medium', false),
    ('collections.read', 'api_scopes.collections.read', 'low', false),
    ('collections.write', 'api_scopes.collections.write', 'medium', false),
    ('follows.read', 'api_scopes.follows.read', 'low', false),
    ('follows.write', 'api_scopes.follows.write', 'medium', false),
    ('lists.read', 'api_scopes.lists.read', 'medium', false),
    ('lists.write', 'api_scopes.lists.write', 'medium', false),
    ('blocks.read', 'api_scopes.blocks.read', 'medium', false),
    ('blocks.write', 'api_scopes.blocks.write', 'medium', false),
    ('messages.read', 'api_scopes.messages.read', 'high', true),
    ('messages.write', 'api_scopes.messages.write', 'high', true),
    ('messages.mass', 'api_scopes.messages.mass', 'restricted', true),
    ('notifications.read', 'api_scopes.notifications.read', 'medium', false),
    ('notifications.write', 'api_scopes.notifications.write', 'low', false),
    ('fans.read', 'api_scopes.fans.read', 'high', false),
    ('fans.write', 'api_scopes.fans.write', 'high', false),
    ('subscriptions.read', 'api_scopes.subscriptions.read', 'medium', false),
    ('tiers.read', 'api_scopes.tiers.read', 'low', false),
    ('tiers.write', 'api_scopes.tiers.write', 'high', true),
    ('promotions.write', 'api_scopes.promotions.write', 'high', false),
    ('earnings.read', 'api_scopes.earnings.read', 'high', true),
    ('payouts.read', 'api_scopes.payouts.read', 'high', true),
    ('transactions.read', 'api_scopes.transactions.read', 'high', true),
    ('invoices.read', 'api_scopes.invoices.read', 'high', false),
    ('products.read', 'api_scopes.products.read', 'low', false),
    ('products.write', 'api_scopes.products.write', 'medium', false),
    ('orders.read', 'api_scopes.orders.read', 'high', false),
    ('orders.write', 'api_scopes.orders.write', 'high', false),
    ('bookings.read', 'api_scopes.bookings.read', 'medium', false),
    ('bookings.write', 'api_scopes.bookings.write', 'medium', false),
    ('calendar.read', 'api_scopes.calendar.read', 'medium', false),
    ('calendar.write', 'api_scopes.calendar.write', 'medium', false),
    ('live.read', 'api_scopes.live.read', 'low', false),
    ('live.write', 'api_scopes.live.write', 'high', false),
    ('live.ingest', 'api_scopes.live.ingest', 'restricted', true),
    ('live.chat', 'api_scopes.live.chat', 'medium', false),
    ('live.devices', 'api_scopes.live.devices', 'restricted', true),
    ('events.read', 'api_scopes.events.read', 'low', false),
    ('events.write', 'api_scopes.events.write', 'medium', false),
    ('events.check_in', 'api_scopes.events.check_in', 'medium', false),
    ('analytics.read', 'api_scopes.analytics.read', 'medium', false),
    ('exports.write', 'api_scopes.exports.write', 'high', true),
    ('webhooks.read', 'api_scopes.webhooks.read', 'low', false),
    ('webhooks.write', 'api_scopes.webhooks.write', 'medium', false),
    ('domains.write', 'api_scopes.domains.write', 'high', false),
    ('tenant.read', 'api_scopes.tenant.read', 'medium', false),
    ('tenant.write', 'api_scopes.tenant.write', 'restricted', true),
    ('offline_access', 'api_scopes.offline_access', 'medium', false)
  ) as written (name, description_key, risk, requires_review)
), added as (
  insert/**/into public.api_scopes (name, description_key, risk, requires_review)
  select name, description_key, risk, requires_review from wanted
  where not exists (select from public.api_scopes as there where there.name = wanted.name)
)
update public.api_scopes as there set description_key = wanted.description_key, risk = wanted.risk, requires_review = wanted.requires_review
from wanted
where there.name = wanted.name and (there.description_key, there.risk, there.requires_review) is distinct from (wanted.description_key, wanted.risk, wanted.requires_review);

-- Reference data of booking_cancellation_policies; rows that are there are left as they are. Policies that creators
-- choose from. If the creator cancels, everything is refunded, whatever was chosen. Terms never change; others are a
-- new version.
with wanted (id, name, version, steps, platform_default) as (
  select id::uuid, name::text, version::integer, steps::jsonb, platform_default::boolean
  from (values
    ('00000000-0000-7000-8a01-000000000001', 'Flexible', 1, '[{"notice_minutes":1440,"refund_ppm":1000000},{"notice_minutes":120,"refund_ppm":500000},{"notice_minutes":0,"refund_ppm":0}]', false),
    ('00000000-0000-7000-8a01-000000000002', 'Standard', 1, '[{"notice_minutes":2880,"refund_ppm":1000000},{"notice_minutes":1440,"refund_ppm":500000},{"notice_minutes":0,"refund_ppm":0}]', true),
    ('00000000-0000-7000-8a01-000000000003', 'Strict', 1, '[{"notice_minutes":10080,"refund_ppm":1000000},{"notice_minutes":2880,"refund_ppm":500000},{"notice_minutes":0,"refund_ppm":0}]', false)
  ) as written (id, name, version, steps, platform_default)
)
insert/**/into public.booking_cancellation_policies (id, name, version, steps, platform_default)
  select id, name, version, steps, platform_default from wanted
  where not exists (select from public.booking_cancellation_policies as there where there.id = wanted.id);

-- Reference data of feature_flags; rows that are there are left as they are. Switches that stay: what the platform can
-- do without for a while, and what is off until an operator wants it. Flags of a roll-out come with their release and
-- end with it.
with wanted (key, description, value_type, default_value, owner_team, lifecycle, is_kill_switch) as (
  select key::extensions.citext, description::text, value_type::text, default_value::jsonb, owner_team::text, lifecycle::text, is_kill_switch::boolean
  from (values
    ('signup.enabled', 'New accounts can be made.', 'boolean', 'true', 'accounts', 'permanent', true),
    ('login.passkeys', 'Sign-in with passkeys.', 'boolean', 'true', 'accounts', 'permanent', false),
    ('login.external', 'Sign-in with other services.', 'boolean', 'true', 'accounts', 'permanent', true),
    ('creator_applications.enabled', 'People can apply as creators.', 'boolean', 'true', 'accounts', 'permanent', true),
    ('uploads.enabled', 'Media can be uploaded.', 'boolean', 'true', 'content', 'permanent', true),
    ('publishing.enabled', 'Content can be published.', 'boolean', 'true', 'content', 'permanent', true),
    ('stories.enabled', 'Stories.', 'boolean', 'true', 'content', 'permanent', true),
    ('comments.enabled', 'Comments.', 'boolean', 'true', 'content', 'permanent', true),
    ('recommendations.personal', 'Personal recommendations; without them everybody gets what is new and popular.', 'boolean', 'true', 'content', 'permanent', true),
    ('payments.enabled', 'Purchases of any kind.', 'boolean', 'true', 'payments', 'permanent', true),
    ('payments.card', 'Payment by card.', 'boolean', 'true', 'payments', 'permanent', true),
    ('payments.crypto', 'Payment by crypto-currency.', 'boolean', 'false', 'payments', 'permanent', false),
    ('subscriptions.renewals', 'Renewals are charged.', 'boolean', 'true', 'payments', 'permanent', true),
    ('tips.enabled', 'Tips.', 'boolean', 'true', 'payments', 'permanent', true),
    ('tokens.enabled', 'Tokens and gifts.', 'boolean', 'true', 'payments', 'permanent', true),
    ('refunds.automatic', 'Small refunds without a person.', 'boolean', 'false', 'payments', 'permanent', false),
    ('payouts.enabled', 'Payouts are sent.', 'boolean', 'true', 'payments', 'permanent', true),
    ('payouts.instant', 'Payouts within minutes.', 'boolean', 'false', 'payments', 'permanent', false),
    ('messages.enabled', 'Messages.', 'boolean', 'true', 'messaging', 'permanent', true),
    ('messages.mass', 'Messages to many fans at once.', 'boolean', 'true', 'messaging', 'permanent', true),
    ('messages.paid', 'Paid messages.', 'boolean', 'true', 'messaging', 'permanent', true),
    ('messages.end_to_end', 'End-to-end encrypted conversations.', 'boolean', 'false', 'messaging', 'permanent', false),
    ('calls.enabled', 'Calls.', 'boolean', 'false', 'messaging', 'permanent', true),
    ('notifications.push', 'Push notifications.', 'boolean', 'true', 'messaging', 'permanent', true),
    ('notifications.sms', 'SMS, except for codes.', 'boolean', 'false', 'messaging', 'permanent', true),
    ('marketing.enabled', 'Marketing by e-mail, push and SMS.', 'boolean', 'false', 'messaging', 'permanent', true),
    ('analytics.client_events', 'Events from clients are taken.', 'boolean', 'true', 'analytics', 'permanent', true),
    ('experiments.enabled', 'Experiments assign; without it everybody gets the control.', 'boolean', 'true', 'analytics', 'permanent', true),
    ('moderation.prepublication', 'Explicit content waits for review.', 'boolean', 'true', 'safety', 'permanent', false),
    ('moderation.auto_block', 'Detectors block by themselves above the threshold.', 'boolean', 'true', 'safety', 'permanent', true),
    ('age_assurance.enforced', 'Policies of age assurance are applied.', 'boolean', 'true', 'safety', 'permanent', false),
    ('hash_matching.enabled', 'Uploads are compared with hash lists.', 'boolean', 'true', 'safety', 'permanent', false),
    ('geo_blocking.enabled', 'Geo rules are applied.', 'boolean', 'true', 'safety', 'permanent', false),
    ('ai.assistant', 'Writing help for creators.', 'boolean', 'false', 'ai', 'permanent', true),
    ('ai.personas', 'AI personas of creators, labelled as such.', 'boolean', 'false', 'ai', 'permanent', true),
    ('ai.translation', 'Machine translation of content.', 'boolean', 'false', 'ai', 'permanent', true),
    ('ai.auto_tags', 'Suggested tags.', 'boolean', 'false', 'ai', 'permanent', true),
    ('live.enabled', 'Live streams.', 'boolean', 'true', 'live', 'permanent', true),
    ('live.guests', 'Guests in live streams.', 'boolean', 'true', 'live', 'permanent', true),
    ('live.private_shows', 'Private shows by the minute.', 'boolean', 'true', 'live', 'permanent', true),
    ('live.devices', 'Interactive devices.', 'boolean', 'false', 'live', 'permanent', true),
    ('events.enabled', 'Events and tickets.', 'boolean', 'true', 'live', 'permanent', true),
    ('marketplace.enabled', 'Marketplace.', 'boolean', 'true', 'commerce', 'permanent', true),
    ('marketplace.auctions', 'Auctions.', 'boolean', 'false', 'commerce', 'permanent', true),
    ('bookings.enabled', 'Appointments.', 'boolean', 'true', 'commerce', 'permanent', true),
    ('api.public', 'Public API.', 'boolean', 'true', 'platform', 'permanent', true),
    ('webhooks.enabled', 'Webhooks are delivered.', 'boolean', 'true', 'platform', 'permanent', true),
    ('integrations.enabled', 'Connected services.', 'boolean', 'true', 'platform', 'permanent', true),
    ('tenants.enabled', 'Storefronts of tenants.', 'boolean', 'false', 'platform', 'permanent', false),
    ('maintenance.read_only', 'Nothing can be written; for maintenance.', 'boolean', 'false', 'platform', 'permanent', true)
  ) as written (key, description, value_type, default_value, owner_team, lifecycle, is_kill_switch)
)
insert/**/into public.feature_flags (key, description, value_type, default_value, owner_team, lifecycle, is_kill_switch)
  select key, description, value_type, default_value, owner_team, lifecycle, is_kill_switch from wanted
  where not exists (select from public.feature_flags as there where there.key = wanted.key);

-- Reference data of i18n_keys; rows that differ are changed. English source of the texts that other reference data
-- names by namespace and key, such as report_reasons.spam. Those of the interface come with the clients.
with wanted (namespace, key, source_text, context, placeholders, is_sensitive) as (
  select namespace::text, key::text, source_text::text, context::text, placeholders::text[], is_sensitive::boolean
  from (values
    ('recommendations', 'home.latest', 'Newest from those you follow.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'home.personal', 'Chosen for you from whom you follow, what you liked and what people like you enjoy.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'explore.popular', 'Popular with everybody now.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'explore.personal', 'Chosen for you from what you opened and saved.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'creators.popular', 'Creators that many people follow now.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'creators.personal', 'Creators like those you follow.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'similar.same_tags', 'Has the same tags.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'similar.same_look', 'Looks alike.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'search.relevance', 'Fits your words.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'live.viewers', 'Many people watch it now.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'live.follows_first', 'Those you follow, then what many people watch.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'marketplace.newest', 'Newest first.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('recommendations', 'messages.latest', 'Newest first.', 'Why somebody sees this (Article 27 of the DSA).', '{}', true),
    ('report_reasons', 'child_safety', 'A child is in danger or sexualised', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'child_abuse_material', 'Sexual images of a child', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'child_grooming', 'An adult approaches a child', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'looks_under_18', 'Somebody looks or says to be under 18', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'consent', 'Without consent', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'my_intimate_image', 'An intimate image of me', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'other_intimate_image', 'An intimate image of somebody else', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'ai_intimate_image', 'An intimate image made by AI', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'image_threat', 'Threat or extortion with images', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'hidden_camera', 'Recorded in secret', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'i_appear_no_consent', 'I appear in it and do not agree', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'sexual_violence', 'Sexual violence', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'exploitation', 'Trafficking or force', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'forced_to_produce', 'Somebody is made to do this', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'in_person_services', 'Offer of services in person', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'danger', 'Violence or danger', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'threat', 'Threat of violence', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'terrorism', 'Terrorism', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'suicide_or_self_harm', 'Suicide or self-harm', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'graphic_violence', 'Graphic violence', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'animal_cruelty', 'Cruelty to animals', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'hate', 'Hate', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'hate_speech', 'Hate against a group', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'hate_symbol', 'Hateful symbols', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'harassment', 'Harassment', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'bullying', 'Bullying or insults', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'stalking', 'Stalking', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'unwanted_sexual_messages', 'Unwanted sexual messages', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'private_details', 'Private details were published', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'outing', 'Outing', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'prohibited', 'Content that is not allowed', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'extreme_harm', 'Serious injury or danger to life', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'animals', 'Animals', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'incest', 'Incest', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'other_prohibited', 'Something else that is not allowed', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'fraud', 'Fraud, spam or fake account', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'scam', 'Scam', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'impersonation', 'Pretends to be somebody else', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'off_platform_payment', 'Asks for payment elsewhere', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'not_as_described', 'Not what was sold', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'spam', 'Spam', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'malicious_link', 'Dangerous link', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'rights', 'My rights', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'copyright', 'Copyright', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'leaked_content', 'My paid content was leaked', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'trademark', 'Trade mark', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'defamation', 'False statements about me', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'other_illegal', 'Something else that is illegal where I live', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'presentation', 'Wrong rating or label', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'wrong_rating', 'More explicit than it says', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'missing_ai_label', 'Made by AI without a label', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'missing_warning', 'A warning is missing, such as for flashing light', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'misleading_tags', 'Misleading title or tags', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'goods', 'Forbidden goods', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'drugs', 'Drugs', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'weapons', 'Weapons', 'Choice of the report form.', '{}', true),
    ('report_reasons', 'medicine', 'Medicine', 'Choice of the report form.', '{}', true),
    ('live_categories', 'just_chatting', 'Just chatting', 'Category of live streams.', '{}', false),
    ('live_categories', 'music', 'Music', 'Category of live streams.', '{}', false),
    ('live_categories', 'dance', 'Dance', 'Category of live streams.', '{}', false),
    ('live_categories', 'drag', 'Drag', 'Category of live streams.', '{}', false),
    ('live_categories', 'gaming', 'Gaming', 'Category of live streams.', '{}', false),
    ('live_categories', 'fitness', 'Fitness', 'Category of live streams.', '{}', false),
    ('live_categories', 'cooking', 'Cooking', 'Category of live streams.', '{}', false),
    ('live_categories', 'art', 'Art', 'Category of live streams.', '{}', false),
    ('live_categories', 'cosplay', 'Cosplay', 'Category of live streams.', '{}', false),
    ('live_categories', 'talk', 'Talk', 'Category of live streams.', '{}', false),
    ('live_categories', 'questions_and_answers', 'Questions and answers', 'Category of live streams.', '{}', false),
    ('live_categories', 'sexual_health', 'Sexual health', 'Category of live streams.', '{}', false),
    ('live_categories', 'dating_advice', 'Dating advice', 'Category of live streams.', '{}', false),
    ('live_categories', 'queer_politics', 'Queer life and politics', 'Category of live streams.', '{}', false),
    ('live_categories', 'travel', 'Travel', 'Category of live streams.', '{}', false),
    ('live_categories', 'grooming', 'Grooming and style', 'Category of live streams.', '{}', false),
    ('live_categories', 'gym', 'At the gym', 'Category of live streams.', '{}', false),
    ('live_categories', 'yoga', 'Yoga', 'Category of live streams.', '{}', false),
    ('live_categories', 'combat_sports', 'Combat sports', 'Category of live streams.', '{}', false),
    ('live_categories', 'swimwear_and_underwear', 'Swimwear and underwear', 'Category of live streams.', '{}', false),
    ('live_categories', 'body_art', 'Body art', 'Category of live streams.', '{}', false),
    ('live_categories', 'sauna_and_spa', 'Sauna and spa', 'Category of live streams.', '{}', false),
    ('live_categories', 'striptease', 'Striptease', 'Category of live streams.', '{}', false),
    ('live_categories', 'solo', 'Solo', 'Category of live streams.', '{}', false),
    ('live_categories', 'couples', 'Couples', 'Category of live streams.', '{}', false),
    ('live_categories', 'groups', 'Groups', 'Category of live streams.', '{}', false),
    ('live_categories', 'interactive_toys', 'Interactive toys', 'Category of live streams.', '{}', false),
    ('live_categories', 'massage', 'Massage', 'Category of live streams.', '{}', false),
    ('live_categories', 'fetish', 'Fetish', 'Category of live streams.', '{}', false),
    ('live_categories', 'leather', 'Leather', 'Category of live streams.', '{}', false)
  ) as written (namespace, key, source_text, context, placeholders, is_sensitive)
), added as (
  insert/**/into public.i18n_keys (namespace, key, source_text, context, placeholders, is_sensitive)
  select namespace, key, source_text, context, placeholders, is_sensitive from wanted
  where not exists (select from public.i18n_keys as there where there.namespace = wanted.namespace and there.key = wanted.key)
)
update public.i18n_keys as there set source_text = wanted.source_text, context = wanted.context, placeholders = wanted.placeholders, is_sensitive = wanted.is_sensitive
from wanted
where there.namespace = wanted.namespace and there.key = wanted.key and (there.source_text, there.context, there.placeholders, there.is_sensitive) is distinct from (wanted.source_text, wanted.context, wanted.placeholders, wanted.is_sensitive);

with wanted (namespace, key, source_text, context, placeholders, is_sensitive) as (
  select namespace::text, key::text, source_text::text, context::text, placeholders::text[], is_sensitive::boolean
  from (values
    ('live_categories', 'rubber', 'Rubber and latex', 'Category of live streams.', '{}', false),
    ('live_categories', 'sportswear', 'Sportswear', 'Category of live streams.', '{}', false),
    ('live_categories', 'uniforms', 'Uniforms', 'Category of live streams.', '{}', false),
    ('live_categories', 'feet', 'Feet', 'Category of live streams.', '{}', false),
    ('live_categories', 'bondage', 'Bondage', 'Category of live streams.', '{}', false),
    ('live_categories', 'pup_play', 'Pup play', 'Category of live streams.', '{}', false),
    ('live_categories', 'private_shows', 'Private shows', 'Category of live streams.', '{}', false),
    ('live_categories', 'events', 'Events and festivals', 'Category of live streams.', '{}', false),
    ('live_categories', 'charity', 'Charity', 'Category of live streams.', '{}', false),
    ('live_gifts', 'wave', 'Wave', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'heart', 'Heart', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'smile', 'Smile', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'thumbs_up', 'Thumbs up', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'applause', 'Applause', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'rose', 'Rose', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'coffee', 'Coffee', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'kiss', 'Kiss', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'fire', 'Fire', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'peach', 'Peach', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'aubergine', 'Aubergine', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'cocktail', 'Cocktail', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'flowers', 'Bunch of flowers', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'chocolate', 'Chocolate', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'rainbow', 'Rainbow', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'teddy_bear', 'Teddy bear', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'leather_cap', 'Leather cap', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'sunglasses', 'Sunglasses', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'disco_ball', 'Disco ball', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'champagne', 'Champagne', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'bouquet', 'Great bouquet', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'fireworks', 'Fireworks', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'crown', 'Crown', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'motorbike', 'Motorbike', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'jacuzzi', 'Jacuzzi', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'sports_car', 'Sports car', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'yacht', 'Yacht', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'private_jet', 'Private jet', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'castle', 'Castle', 'Virtual gift in a live stream.', '{}', false),
    ('live_gifts', 'galaxy', 'Galaxy', 'Virtual gift in a live stream.', '{}', false),
    ('api_scopes', 'profile.read', 'See your public profile', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'profile.read_private', 'See your profile with what only you see', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'profile.write', 'Change your profile', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'email.read', 'See your e-mail address', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'settings.read', 'See your settings', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'settings.write', 'Change your settings', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'posts.read', 'See what you publish', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'posts.write', 'Publish, change and delete for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'stories.write', 'Publish stories for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'media.read', 'See your media', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'media.write', 'Upload and change media for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'comments.read', 'See comments', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'comments.write', 'Write and delete comments for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'comments.moderate', 'Hide and delete comments on what you publish', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'collections.read', 'See your collections', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'collections.write', 'Change your collections', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'follows.read', 'See whom you follow and who follows you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'follows.write', 'Follow and unfollow for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'lists.read', 'See your lists', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'lists.write', 'Change your lists', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'blocks.read', 'See whom you block and mute', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'blocks.write', 'Block and mute for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'messages.read', 'Read your messages', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'messages.write', 'Write messages for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'messages.mass', 'Send messages to many fans at once for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'notifications.read', 'See your notifications', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'notifications.write', 'Mark your notifications as read', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'fans.read', 'See your fans and subscribers', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'fans.write', 'Change notes and tags on your fans', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'subscriptions.read', 'See your subscriptions', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'tiers.read', 'See your tiers and offers', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'tiers.write', 'Change your tiers and offers', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'promotions.write', 'Change your promotions', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'earnings.read', 'See your earnings', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'payouts.read', 'See your payouts', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'transactions.read', 'See your payments and refunds', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'invoices.read', 'See your invoices', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'products.read', 'See your products', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'products.write', 'Change your products', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'orders.read', 'See your orders', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'orders.write', 'Ship, cancel and refund orders for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'bookings.read', 'See your appointments', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'bookings.write', 'Confirm, move and cancel appointments for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'calendar.read', 'See your calendar', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'calendar.write', 'Change your calendar', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'live.read', 'See your live streams', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'live.write', 'Start, change and end live streams for you', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'live.ingest', 'See the keys that encoders send with', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'live.chat', 'Read and write the chat of your live streams', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'live.devices', 'Control interactive devices in your streams', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'events.read', 'See your events', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'events.write', 'Change your events', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'events.check_in', 'Check in the guests of your events', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'analytics.read', 'See your statistics', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'exports.write', 'Export your data', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'webhooks.read', 'See your webhooks', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'webhooks.write', 'Change your webhooks', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'domains.write', 'Change your domains', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'tenant.read', 'See your storefront', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'tenant.write', 'Change your storefront', 'Shown when an app asks for access.', '{}', true),
    ('api_scopes', 'offline_access', 'Stay connected while you are away', 'Shown when an app asks for access.', '{}', true)
  ) as written (namespace, key, source_text, context, placeholders, is_sensitive)
), added as (
  insert/**/into public.i18n_keys (namespace, key, source_text, context, placeholders, is_sensitive)
  select namespace, key, source_text, context, placeholders, is_sensitive from wanted
  where not exists (select from public.i18n_keys as there where there.namespace = wanted.namespace and there.key = wanted.key)
)
update public.i18n_keys as there set source_text = wanted.source_text, context = wanted.context, placeholders = wanted.placeholders, is_sensitive = wanted.is_sensitive
from wanted
where there.namespace = wanted.namespace and there.key = wanted.key and (there.source_text, there.context, there.placeholders, there.is_sensitive) is distinct from (wanted.source_text, wanted.context, wanted.placeholders, wanted.is_sensitive);

with wanted (namespace, key, source_text, context, placeholders, is_sensitive) as (
  select namespace::text, key::text, source_text::text, context::text, placeholders::text[], is_sensitive::boolean
  from (values
    ('marketplace', 'clothing', 'Clothing', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.underwear', 'Underwear', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.swimwear', 'Swimwear', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.sportswear', 'Sportswear', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.leather', 'Leather', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.rubber', 'Rubber and latex', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.harnesses', 'Harnesses', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.footwear', 'Footwear', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'clothing.accessories', 'Accessories', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'merchandise', 'Merchandise', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'merchandise.signed', 'Signed items', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'merchandise.posters', 'Posters and prints', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'merchandise.calendars', 'Calendars', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'merchandise.mugs_and_more', 'Mugs and more', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'merchandise.stickers', 'Stickers and pins', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'media', 'Media', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'media.photo_books', 'Photo books', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'media.magazines', 'Magazines', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'media.discs', 'Discs', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'media.books', 'Books and stories', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'art', 'Art', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'art.drawings', 'Drawings and paintings', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'art.photographs', 'Photographs', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'art.sculpture', 'Sculpture', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'art.commissions', 'Commissions', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'wellness', 'Wellness', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'wellness.skincare', 'Skincare and grooming', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'wellness.massage', 'Massage oils and candles', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'wellness.lubricants', 'Lubricants', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'wellness.safer_sex', 'Safer sex', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'wellness.fitness', 'Fitness equipment', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'toys', 'Toys', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'toys.interactive', 'Interactive toys', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'toys.for_couples', 'For couples', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'toys.bondage_gear', 'Bondage gear', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'toys.pup_gear', 'Pup gear', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'home', 'Home', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'home.bedding', 'Bedding', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'home.decoration', 'Decoration', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'digital', 'Digital goods', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'digital.presets', 'Presets and filters', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'digital.wallpapers', 'Wallpapers', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'digital.courses', 'Courses and guides', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'digital.e_books', 'E-books', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'services', 'Services', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'services.coaching', 'Coaching', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'services.personal_videos', 'Personal videos', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'services.reviews', 'Profile and portfolio reviews', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited', 'Not sold here', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.drugs', 'Drugs and alkyl nitrites', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.medicine', 'Prescription medicine', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.weapons', 'Weapons', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.alcohol_and_tobacco', 'Alcohol, tobacco and nicotine', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.used_intimate_items', 'Used intimate items and bodily fluids', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.counterfeits', 'Counterfeits', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.in_person_services', 'Sexual services in person', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.accounts', 'Accounts and followers', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.gambling', 'Gambling and lotteries', 'Category of the marketplace.', '{}', false),
    ('marketplace', 'prohibited.animals', 'Animals', 'Category of the marketplace.', '{}', false)
  ) as written (namespace, key, source_text, context, placeholders, is_sensitive)
), added as (
  insert/**/into public.i18n_keys (namespace, key, source_text, context, placeholders, is_sensitive)
  select namespace, key, source_text, context, placeholders, is_sensitive from wanted
  where not exists (select from public.i18n_keys as there where there.namespace = wanted.namespace and there.key = wanted.key)
)
update public.i18n_keys as there set source_text = wanted.source_text, context = wanted.context, placeholders = wanted.placeholders, is_sensitive = wanted.is_sensitive
from wanted
where there.namespace = wanted.namespace and there.key = wanted.key and (there.source_text, there.context, there.placeholders, there.is_sensitive) is distinct from (wanted.source_text, wanted.context, wanted.placeholders, wanted.is_sensitive);

-- Reference data of i18n_locales; rows that are there are left as they are. Languages the product is prepared for,
-- with the cardinal plural rules of CLDR. English is the source; each of the others is enabled when its translation is
-- complete, since announcements need every enabled language.
with wanted (code, name_native, fallback_code, direction, plural_rule, is_enabled, completeness_ppm) as (
  select code::public.language_tag, name_native::text, fallback_code::public.language_tag, direction::text, plural_rule::text, is_enabled::boolean, completeness_ppm::integer
  from (values
    ('en', 'English', null, 'ltr', 'one: i = 1 and v = 0; other', true, 1000000),
    ('en-GB', 'English (United Kingdom)', 'en', 'ltr', 'one: i = 1 and v = 0; other', false, 0),
    ('de', 'Deutsch', 'en', 'ltr', 'one: i = 1 and v = 0; other', false, 0),
    ('fr', 'Français', 'en', 'ltr', 'one: i = 0,1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5; other', false, 0),
    ('fr-CA', 'Français (Canada)', 'fr', 'ltr', 'one: i = 0,1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5; other', false, 0),
    ('es', 'Español', 'en', 'ltr', 'one: n = 1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5; other', false, 0),
    ('es-419', 'Español (Latinoamérica)', 'es', 'ltr', 'one: n = 1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5; other', false, 0),
    ('pt', 'Português', 'en', 'ltr', 'one: i = 0..1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5; other', false, 0),
    ('pt-BR', 'Português (Brasil)', 'pt', 'ltr', 'one: i = 0..1; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5; other', false, 0),
    ('it', 'Italiano', 'en', 'ltr', 'one: i = 1 and v = 0; many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5; other', false, 0),
    ('nl', 'Nederlands', 'en', 'ltr', 'one: i = 1 and v = 0; other', false, 0),
    ('pl', 'Polski', 'en', 'ltr', 'one: i = 1 and v = 0; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14; many: v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14; other', false, 0),
    ('cs', 'Čeština', 'en', 'ltr', 'one: i = 1 and v = 0; few: i = 2..4 and v = 0; many: v != 0; other', false, 0),
    ('sk', 'Slovenčina', 'en', 'ltr', 'one: i = 1 and v = 0; few: i = 2..4 and v = 0; many: v != 0; other', false, 0),
    ('hu', 'Magyar', 'en', 'ltr', 'one: n = 1; other', false, 0),
    ('ro', 'Română', 'en', 'ltr', 'one: i = 1 and v = 0; few: v != 0 or n = 0 or n != 1 and n % 100 = 1..19; other', false, 0),
    ('bg', 'Български', 'en', 'ltr', 'one: n = 1; other', false, 0),
    ('el', 'Ελληνικά', 'en', 'ltr', 'one: n = 1; other', false, 0),
    ('tr', 'Türkçe', 'en', 'ltr', 'one: n = 1; other', false, 0),
    ('uk', 'Українська', 'en', 'ltr', 'one: v = 0 and i % 10 = 1 and i % 100 != 11; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14; many: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14; other', false, 0),
    ('ru', 'Русский', 'en', 'ltr', 'one: v = 0 and i % 10 = 1 and i % 100 != 11; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14; many: v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14; other', false, 0),
    ('sv', 'Svenska', 'en', 'ltr', 'one: i = 1 and v = 0; other', false, 0),
    ('da', 'Dansk', 'en', 'ltr', 'one: n = 1 or t != 0 and i = 0,1; other', false, 0),
    ('nb', 'Norsk bokmål', 'en', 'ltr', 'one: n = 1; other', false, 0),
    ('fi', 'Suomi', 'en', 'ltr', 'one: i = 1 and v = 0; other', false, 0),
    ('ja', '日本語', 'en', 'ltr', 'other', false, 0),
    ('ko', '한국어', 'en', 'ltr', 'other', false, 0),
    ('zh-Hans', '简体中文', 'en', 'ltr', 'other', false, 0),
    ('zh-Hant', '繁體中文', 'en', 'ltr', 'other', false, 0),
    ('th', 'ไทย', 'en', 'ltr', 'other', false, 0),
    ('vi', 'Tiếng Việt', 'en', 'ltr', 'other', false, 0),
    ('id', 'Indonesia', 'en', 'ltr', 'other', false, 0),
    ('fil', 'Filipino', 'en', 'ltr', 'one: v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9; other', false, 0),
    ('hi', 'हिन्दी', 'en', 'ltr', 'one: i = 0 or n = 1; other', false, 0),
    ('he', 'עברית', 'en', 'rtl', 'one: i = 1 and v = 0 or i = 0 and v != 0; two: i = 2 and v = 0; other', false, 0),
    ('ar', 'العربية', 'en', 'rtl', 'zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99; other', false, 0)
  ) as written (code, name_native, fallback_code, direction, plural_rule, is_enabled, completeness_ppm)
)
insert/**/into public.i18n_locales (code, name_native, fallback_code, direction, plural_rule, is_enabled, completeness_ppm)
  select code, name_native, fallback_code, direction, plural_rule, is_enabled, completeness_ppm from wanted
  where not exists (select from public.i18n_locales as there where there.code = wanted.code);

-- Reference data of integration_providers; rows that are there are left as they are. Services that creators ask for.
-- All are in beta until an operator has an agreement with them; those marked have to accept adult content first.
-- Scopes and addresses were last looked at in 2025.
with wanted (key, name, category, auth_kind, scopes_offered, docs_url, requires_adult_ok) as (
  select key::extensions.citext, name::text, category::text, auth_kind::text, scopes_offered::text[], docs_url::text, requires_adult_ok::boolean
  from (values
    ('google_drive', 'Google Drive', 'storage', 'oauth2', '{"https://www.googleapis.com/auth/drive.file"}', 'https://developers.google.com/workspace/drive', false),
    ('dropbox', 'Dropbox', 'storage', 'oauth2', '{files.content.read,files.content.write}', 'https://www.dropbox.com/developers', false),
    ('onedrive', 'OneDrive', 'storage', 'oauth2', '{Files.ReadWrite,offline_access}', 'https://learn.microsoft.com/graph', false),
    ('s3', 'S3-compatible storage', 'storage', 'api_key', '{}', 'https://docs.aws.amazon.com/s3', false),
    ('x_com', 'X', 'social', 'oauth2', '{tweet.read,tweet.write,users.read,offline.access}', 'https://docs.x.com', false),
    ('bluesky', 'Bluesky', 'social', 'oauth2', '{atproto,transition:generic}', 'https://docs.bsky.app', false),
    ('mastodon', 'Mastodon', 'social', 'oauth2', '{read:accounts,write:statuses,write:media}', 'https://docs.joinmastodon.org', false),
    ('reddit', 'Reddit', 'social', 'oauth2', '{identity,submit,read}', 'https://www.reddit.com/dev/api', false),
    ('telegram', 'Telegram', 'social', 'api_key', '{}', 'https://core.telegram.org/bots/api', false),
    ('discord', 'Discord', 'social', 'oauth2', '{identify,guilds.join}', 'https://discord.com/developers/docs', false),
    ('mailgun', 'Mailgun', 'email', 'api_key', '{}', 'https://documentation.mailgun.com', true),
    ('postmark', 'Postmark', 'email', 'api_key', '{}', 'https://postmarkapp.com/developer', true),
    ('smtp', 'Own mail server', 'email', 'basic', '{}', null, false),
    ('google_calendar', 'Google Calendar', 'calendar', 'oauth2', '{"https://www.googleapis.com/auth/calendar.events"}', 'https://developers.google.com/workspace/calendar', false),
    ('outlook_calendar', 'Outlook Calendar', 'calendar', 'oauth2', '{Calendars.ReadWrite,offline_access}', 'https://learn.microsoft.com/graph', false),
    ('caldav', 'CalDAV', 'calendar', 'basic', '{}', 'https://www.rfc-editor.org/rfc/rfc4791', false),
    ('hubspot', 'HubSpot', 'crm', 'oauth2', '{crm.objects.contacts.read,crm.objects.contacts.write}', 'https://developers.hubspot.com', true),
    ('ccbill', 'CCBill', 'payment', 'api_key', '{}', 'https://ccbill.com/doc', true),
    ('segpay', 'Segpay', 'payment', 'api_key', '{}', null, true),
    ('verotel', 'Verotel', 'payment', 'api_key', '{}', null, true),
    ('shippo', 'Shippo', 'shipping', 'api_key', '{}', 'https://docs.goshippo.com', true),
    ('easypost', 'EasyPost', 'shipping', 'api_key', '{}', 'https://docs.easypost.com', true),
    ('matomo', 'Matomo', 'analytics', 'api_key', '{}', 'https://developer.matomo.org', false),
    ('plausible', 'Plausible', 'analytics', 'api_key', '{}', 'https://plausible.io/docs', false),
    ('obs', 'OBS Studio', 'streaming', 'none', '{}', 'https://obsproject.com/kb', false),
    ('restream', 'Restream', 'streaming', 'oauth2', '{profile.read,channel.read}', 'https://developers.restream.io', true),
    ('lovense', 'Lovense', 'streaming', 'api_key', '{}', 'https://developer.lovense.com', false),
    ('zapier', 'Zapier', 'automation', 'oauth2', '{}', 'https://docs.zapier.com', false),
    ('make', 'Make', 'automation', 'api_key', '{}', 'https://developers.make.com', false),
    ('n8n', 'n8n', 'automation', 'api_key', '{}', 'https://docs.n8n.io', false),
    ('taxjar', 'TaxJar', 'tax', 'api_key', '{}', 'https://developers.taxjar.com', true)
  ) as written (key, name, category, auth_kind, scopes_offered, docs_url, requires_adult_ok)
)
insert/**/into public.integration_providers (key, name, category, auth_kind, scopes_offered, docs_url, requires_adult_ok)
  select key, name, category, auth_kind, scopes_offered, docs_url, requires_adult_ok from wanted
  where not exists (select from public.integration_providers as there where there.key = wanted.key);

-- Reference data of job_queues; rows that are there are left as they are. Queues by what must not wait for what.
-- Limits are for one small installation; operators raise them.
with wanted (queue, max_concurrency, rate_per_second, default_timeout_seconds, max_attempts) as (
  select queue::text, max_concurrency::integer, rate_per_second::integer, default_timeout_seconds::integer, max_attempts::smallint
  from (values
    ('critical', 20, null, 30, 15),
    ('payments', 20, null, 120, 15),
    ('payouts', 4, null, 600, 20),
    ('notifications', 40, null, 60, 8),
    ('email', 20, 200, 60, 10),
    ('sms', 5, 20, 60, 5),
    ('webhooks', 40, 500, 30, 12),
    ('media', 16, null, 7200, 5),
    ('media-priority', 8, null, 1800, 5),
    ('moderation', 20, null, 300, 10),
    ('child-safety', 4, null, 600, 20),
    ('search', 10, null, 120, 10),
    ('feeds', 20, null, 60, 5),
    ('analytics', 8, null, 1800, 5),
    ('ml', 4, null, 3600, 5),
    ('live', 20, null, 60, 5),
    ('exports', 4, null, 7200, 3),
    ('imports', 4, null, 7200, 3),
    ('integrations', 10, 50, 120, 8),
    ('maintenance', 2, null, 3600, 3),
    ('erasure', 2, null, 3600, 20),
    ('default', 10, null, 300, 10)
  ) as written (queue, max_concurrency, rate_per_second, default_timeout_seconds, max_attempts)
)
insert/**/into public.job_queues (queue, max_concurrency, rate_per_second, default_timeout_seconds, max_attempts)
  select queue, max_concurrency, rate_per_second, default_timeout_seconds, max_attempts from wanted
  where not exists (select from public.job_queues as there where there.queue = wanted.queue);

-- Reference data of job_schedules; rows that are there are left as they are. The recurring work that the tables of all
-- sections rest on, in UTC. Each is switched on once a worker knows its kind; next_run_at is computed from the
-- expression then.
with wanted (key, queue, kind, cron, next_run_at, is_enabled, misfire) as (
  select key::extensions.citext, queue::text, kind::text, cron::text, next_run_at::timestamptz, is_enabled::boolean, misfire::text
  from (values
    ('partitions.make', 'maintenance', 'make_partitions', '15 0 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('partitions.drop', 'maintenance', 'drop_partitions', '45 1 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('retention.purge', 'maintenance', 'purge_expired', '0 3 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('accounts.purge_codes', 'maintenance', 'purge_verification_codes', '5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('accounts.purge_sessions', 'maintenance', 'purge_sessions', '20 3 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('accounts.delete_unverified_emails', 'maintenance', 'delete_unverified_emails', '40 3 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('accounts.end_suspensions', 'critical', 'end_restrictions', '*/5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('accounts.verification_reminders', 'notifications', 'remind_of_verification', '0 9 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('accounts.inactive', 'maintenance', 'warn_inactive_accounts', '0 10 1 * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('accounts.erase_due', 'erasure', 'erase_accounts', '0 2 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('gamification.streaks', 'default', 'roll_streaks', '10 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('gamification.expire_points', 'default', 'expire_points', '30 4 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('gamification.award_badges', 'default', 'award_badges', '0 5 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('content.publish_scheduled', 'critical', 'publish_scheduled', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('content.expire', 'default', 'expire_content', '*/5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('content.purge_deleted', 'maintenance', 'purge_deleted_content', '30 2 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('content.purge_uploads', 'maintenance', 'purge_uploads', '15 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('content.recount', 'maintenance', 'recount_counters', '0 4 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('content.trends', 'analytics', 'compute_trends', '*/10 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('content.recommendations', 'ml', 'refresh_recommendations', '0 */6 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('content.music_licences', 'default', 'end_music_licences', '30 0 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('content.release_checks', 'moderation', 'check_releases', '0 6 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.renew_subscriptions', 'payments', 'renew_subscriptions', '*/5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.dunning', 'payments', 'retry_payments', '*/30 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.renewal_notices', 'notifications', 'announce_renewals', '0 8 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.release_earnings', 'payments', 'release_earnings', '0 1 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.expire_tokens', 'payments', 'expire_tokens', '30 1 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.payouts', 'payouts', 'prepare_payouts', '0 6 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.release_reserves', 'payouts', 'release_reserves', '30 5 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.reconcile', 'payments', 'reconcile_settlements', '0 7 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.fx_rates', 'payments', 'fetch_fx_rates', '30 16 * * 1-5', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.balance_snapshots', 'payments', 'snapshot_balances', '5 0 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.prove_ledger', 'payments', 'prove_ledger', '30 0 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.open_period', 'payments', 'open_ledger_period', '0 0 25 * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.earnings_monthly', 'payments', 'close_earnings_month', '0 2 1 * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.sanctions_screening', 'payouts', 'screen_payees', '0 3 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.disputes_due', 'payments', 'remind_of_disputes', '0 9 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('money.limit_raises', 'default', 'apply_limit_raises', '*/15 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('social.fold_counters', 'feeds', 'fold_counter_deltas', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('social.recount', 'maintenance', 'recount_social_counters', '15 4 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('social.smart_lists', 'feeds', 'refresh_smart_lists', '*/15 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('social.suggestions', 'ml', 'refresh_suggestions', '0 2 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('social.fan_rankings', 'analytics', 'rank_fans', '30 3 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('social.expire_imports', 'erasure', 'delete_contact_imports', '25 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('messages.send_scheduled', 'critical', 'send_scheduled_messages', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('messages.expire', 'maintenance', 'expire_messages', '*/10 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('messages.digests', 'email', 'send_digests', '0 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('messages.recount_unread', 'maintenance', 'recount_unread', '45 4 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('analytics.hourly', 'analytics', 'roll_up_hourly', '5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_all'),
    ('analytics.daily', 'analytics', 'roll_up_daily', '30 0 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_all'),
    ('analytics.metrics', 'analytics', 'compute_metrics', '*/15 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('analytics.alerts', 'analytics', 'evaluate_alerts', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('analytics.quality', 'analytics', 'check_data_quality', '*/15 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('analytics.cohorts', 'analytics', 'refresh_cohorts', '*/30 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('analytics.salt', 'critical', 'rotate_visitor_salt', '0 0 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('analytics.reports', 'exports', 'run_reports', '*/10 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.deadlines', 'moderation', 'watch_deadlines', '*/5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.hash_lists', 'child-safety', 'sync_hash_lists', '0 */4 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.preservation', 'child-safety', 'end_preservation', '0 5 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.dsa_submissions', 'moderation', 'submit_statements', '*/10 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.dmca_restore', 'moderation', 'restore_after_counter_notice', '0 7 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.obligations', 'moderation', 'remind_of_obligations', '0 7 * * 1-5', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.audit_chain', 'maintenance', 'verify_audit_chain', '0 4 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('safety.strikes', 'moderation', 'expire_strikes', '20 0 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('ml.features', 'ml', 'materialise_features', '*/30 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('ml.drift', 'ml', 'measure_drift', '0 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('ml.predictions', 'ml', 'refresh_predictions', '0 3 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('live.end_stale', 'live', 'end_stale_streams', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('live.reminders', 'notifications', 'remind_of_streams', '*/5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('live.series', 'live', 'plan_streams', '0 1 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('events.holds', 'critical', 'release_cart_holds', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('events.reminders', 'notifications', 'remind_of_events', '0 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('events.waitlist', 'default', 'offer_waitlist_places', '*/5 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('shop.reservations', 'critical', 'release_reservations', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('shop.auctions', 'critical', 'close_auctions', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('bookings.reminders', 'notifications', 'remind_of_bookings', '*/15 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('calendar.sync', 'integrations', 'sync_calendars', '*/15 * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('domains.certificates', 'integrations', 'renew_certificates', '0 */6 * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('webhooks.retry', 'webhooks', 'retry_deliveries', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('jobs.rescue', 'critical', 'rescue_jobs', '* * * * *', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip'),
    ('backups.drill_reminder', 'maintenance', 'remind_of_restore_drill', '0 9 1 */3 *', (date_trunc('minute', now()) + interval '1 minute'), false, 'run_once'),
    ('flags.stale', 'maintenance', 'mark_stale_flags', '0 8 * * 1', (date_trunc('minute', now()) + interval '1 minute'), false, 'skip')
  ) as written (key, queue, kind, cron, next_run_at, is_enabled, misfire)
)
insert/**/into public.job_schedules (key, queue, kind, cron, next_run_at, is_enabled, misfire)
  select key, queue, kind, cron, next_run_at, is_enabled, misfire from wanted
  where not exists (select from public.job_schedules as there where there.key = wanted.key);

-- Reference data of marketplace_categories; rows that are there are left as they are. Product categories, and under
-- prohibited what is refused and why. explicit_level is the least that a listing declares.
with wanted (parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order) as (
  select parent_id::uuid, slug::extensions.citext, path::text, label_key::text, tax_code::text, is_prohibited::boolean, explicit_level::smallint, sort_order::integer
  from (values
    (null, 'clothing', 'clothing', 'marketplace.clothing', 'goods_standard', false, 0, 10),
    (null, 'merchandise', 'merchandise', 'marketplace.merchandise', 'goods_standard', false, 0, 100),
    (null, 'media', 'media', 'marketplace.media', 'goods_standard', false, 1, 160),
    (null, 'art', 'art', 'marketplace.art', 'goods_standard', false, 1, 210),
    (null, 'wellness', 'wellness', 'marketplace.wellness', 'goods_standard', false, 0, 260),
    (null, 'toys', 'toys', 'marketplace.toys', 'goods_standard', false, 3, 320),
    (null, 'home', 'home', 'marketplace.home', 'goods_standard', false, 0, 370),
    (null, 'digital', 'digital', 'marketplace.digital', 'digital_service', false, 1, 400),
    (null, 'services', 'services', 'marketplace.services', 'digital_service', false, 0, 450),
    (null, 'prohibited', 'prohibited', 'marketplace.prohibited', null, true, 0, 490)
  ) as written (parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order)
)
insert/**/into public.marketplace_categories (parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order)
  select parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order from wanted
  where not exists (select from public.marketplace_categories as there where there.path = wanted.path);

with wanted (parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order) as (
  select parent_id::uuid, slug::extensions.citext, path::text, label_key::text, tax_code::text, is_prohibited::boolean, explicit_level::smallint, sort_order::integer
  from (values
    ((select id from public.marketplace_categories where path = 'clothing'), 'underwear', 'clothing/underwear', 'marketplace.clothing.underwear', 'goods_standard', false, 1, 20),
    ((select id from public.marketplace_categories where path = 'clothing'), 'swimwear', 'clothing/swimwear', 'marketplace.clothing.swimwear', 'goods_standard', false, 0, 30),
    ((select id from public.marketplace_categories where path = 'clothing'), 'sportswear', 'clothing/sportswear', 'marketplace.clothing.sportswear', 'goods_standard', false, 0, 40),
    ((select id from public.marketplace_categories where path = 'clothing'), 'leather', 'clothing/leather', 'marketplace.clothing.leather', 'goods_standard', false, 1, 50),
    ((select id from public.marketplace_categories where path = 'clothing'), 'rubber', 'clothing/rubber', 'marketplace.clothing.rubber', 'goods_standard', false, 1, 60),
    ((select id from public.marketplace_categories where path = 'clothing'), 'harnesses', 'clothing/harnesses', 'marketplace.clothing.harnesses', 'goods_standard', false, 2, 70),
    ((select id from public.marketplace_categories where path = 'clothing'), 'footwear', 'clothing/footwear', 'marketplace.clothing.footwear', 'goods_standard', false, 0, 80),
    ((select id from public.marketplace_categories where path = 'clothing'), 'accessories', 'clothing/accessories', 'marketplace.clothing.accessories', 'goods_standard', false, 0, 90),
    ((select id from public.marketplace_categories where path = 'merchandise'), 'signed', 'merchandise/signed', 'marketplace.merchandise.signed', 'goods_standard', false, 0, 110),
    ((select id from public.marketplace_categories where path = 'merchandise'), 'posters', 'merchandise/posters', 'marketplace.merchandise.posters', 'goods_standard', false, 1, 120),
    ((select id from public.marketplace_categories where path = 'merchandise'), 'calendars', 'merchandise/calendars', 'marketplace.merchandise.calendars', 'goods_standard', false, 1, 130),
    ((select id from public.marketplace_categories where path = 'merchandise'), 'mugs-and-more', 'merchandise/mugs-and-more', 'marketplace.merchandise.mugs_and_more', 'goods_standard', false, 0, 140),
    ((select id from public.marketplace_categories where path = 'merchandise'), 'stickers', 'merchandise/stickers', 'marketplace.merchandise.stickers', 'goods_standard', false, 0, 150),
    ((select id from public.marketplace_categories where path = 'media'), 'photo-books', 'media/photo-books', 'marketplace.media.photo_books', 'goods_standard', false, 2, 170),
    ((select id from public.marketplace_categories where path = 'media'), 'magazines', 'media/magazines', 'marketplace.media.magazines', 'goods_standard', false, 2, 180),
    ((select id from public.marketplace_categories where path = 'media'), 'discs', 'media/discs', 'marketplace.media.discs', 'goods_standard', false, 3, 190),
    ((select id from public.marketplace_categories where path = 'media'), 'books', 'media/books', 'marketplace.media.books', 'goods_standard', false, 1, 200),
    ((select id from public.marketplace_categories where path = 'art'), 'drawings', 'art/drawings', 'marketplace.art.drawings', 'goods_standard', false, 1, 220),
    ((select id from public.marketplace_categories where path = 'art'), 'photographs', 'art/photographs', 'marketplace.art.photographs', 'goods_standard', false, 1, 230),
    ((select id from public.marketplace_categories where path = 'art'), 'sculpture', 'art/sculpture', 'marketplace.art.sculpture', 'goods_standard', false, 1, 240),
    ((select id from public.marketplace_categories where path = 'art'), 'commissions', 'art/commissions', 'marketplace.art.commissions', 'goods_standard', false, 1, 250),
    ((select id from public.marketplace_categories where path = 'wellness'), 'skincare', 'wellness/skincare', 'marketplace.wellness.skincare', 'goods_standard', false, 0, 270),
    ((select id from public.marketplace_categories where path = 'wellness'), 'massage', 'wellness/massage', 'marketplace.wellness.massage', 'goods_standard', false, 1, 280),
    ((select id from public.marketplace_categories where path = 'wellness'), 'lubricants', 'wellness/lubricants', 'marketplace.wellness.lubricants', 'goods_standard', false, 2, 290),
    ((select id from public.marketplace_categories where path = 'wellness'), 'safer-sex', 'wellness/safer-sex', 'marketplace.wellness.safer_sex', 'goods_standard', false, 2, 300),
    ((select id from public.marketplace_categories where path = 'wellness'), 'fitness', 'wellness/fitness', 'marketplace.wellness.fitness', 'goods_standard', false, 0, 310),
    ((select id from public.marketplace_categories where path = 'toys'), 'interactive', 'toys/interactive', 'marketplace.toys.interactive', 'goods_standard', false, 3, 330),
    ((select id from public.marketplace_categories where path = 'toys'), 'for-couples', 'toys/for-couples', 'marketplace.toys.for_couples', 'goods_standard', false, 3, 340),
    ((select id from public.marketplace_categories where path = 'toys'), 'bondage-gear', 'toys/bondage-gear', 'marketplace.toys.bondage_gear', 'goods_standard', false, 3, 350),
    ((select id from public.marketplace_categories where path = 'toys'), 'pup-gear', 'toys/pup-gear', 'marketplace.toys.pup_gear', 'goods_standard', false, 2, 360),
    ((select id from public.marketplace_categories where path = 'home'), 'bedding', 'home/bedding', 'marketplace.home.bedding', 'goods_standard', false, 0, 380),
    ((select id from public.marketplace_categories where path = 'home'), 'decoration', 'home/decoration', 'marketplace.home.decoration', 'goods_standard', false, 0, 390),
    ((select id from public.marketplace_categories where path = 'digital'), 'presets', 'digital/presets', 'marketplace.digital.presets', 'digital_service', false, 0, 410),
    ((select id from public.marketplace_categories where path = 'digital'), 'wallpapers', 'digital/wallpapers', 'marketplace.digital.wallpapers', 'digital_service', false, 1, 420),
    ((select id from public.marketplace_categories where path = 'digital'), 'courses', 'digital/courses', 'marketplace.digital.courses', 'digital_service', false, 0, 430),
    ((select id from public.marketplace_categories where path = 'digital'), 'e-books', 'digital/e-books', 'marketplace.digital.e_books', 'digital_service', false, 1, 440),
    ((select id from public.marketplace_categories where path = 'services'), 'coaching', 'services/coaching', 'marketplace.services.coaching', 'digital_service', false, 0, 460),
    ((select id from public.marketplace_categories where path = 'services'), 'personal-videos', 'services/personal-videos', 'marketplace.services.personal_videos', 'digital_service', false, 2, 470),
    ((select id from public.marketplace_categories where path = 'services'), 'reviews', 'services/reviews', 'marketplace.services.reviews', 'digital_service', false, 0, 480),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'drugs', 'prohibited/drugs', 'marketplace.prohibited.drugs', null, true, 0, 500),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'medicine', 'prohibited/medicine', 'marketplace.prohibited.medicine', null, true, 0, 510),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'weapons', 'prohibited/weapons', 'marketplace.prohibited.weapons', null, true, 0, 520),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'alcohol-and-tobacco', 'prohibited/alcohol-and-tobacco', 'marketplace.prohibited.alcohol_and_tobacco', null, true, 0, 530),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'used-intimate-items', 'prohibited/used-intimate-items', 'marketplace.prohibited.used_intimate_items', null, true, 0, 540),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'counterfeits', 'prohibited/counterfeits', 'marketplace.prohibited.counterfeits', null, true, 0, 550),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'in-person-services', 'prohibited/in-person-services', 'marketplace.prohibited.in_person_services', null, true, 0, 560),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'accounts', 'prohibited/accounts', 'marketplace.prohibited.accounts', null, true, 0, 570),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'gambling', 'prohibited/gambling', 'marketplace.prohibited.gambling', null, true, 0, 580),
    ((select id from public.marketplace_categories where path = 'prohibited'), 'animals', 'prohibited/animals', 'marketplace.prohibited.animals', null, true, 0, 590)
  ) as written (parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order)
)
insert/**/into public.marketplace_categories (parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order)
  select parent_id, slug, path, label_key, tax_code, is_prohibited, explicit_level, sort_order from wanted
  where not exists (select from public.marketplace_categories as there where there.path = wanted.path);

-- Reference data of system_settings; rows that are there are left as they are. Settings that the services read at run
-- time, with the range each may take. Some bounds are law and stand in the schema of the value: 48 hours for intimate
-- images, six months for appeals.
with wanted (setting_key, value, value_schema, is_public) as (
  select setting_key::text, value::jsonb, value_schema::jsonb, is_public::boolean
  from (values
    ('accounts.min_age', '18', '{"type":"integer","minimum":18,"maximum":25}', true),
    ('accounts.username_min_length', '3', '{"type":"integer","minimum":1,"maximum":10}', true),
    ('accounts.username_max_length', '30', '{"type":"integer","minimum":10,"maximum":60}', true),
    ('accounts.username_change_days', '30', '{"type":"integer","minimum":1,"maximum":365}', true),
    ('accounts.password_min_length', '12', '{"type":"integer","minimum":8,"maximum":64}', true),
    ('accounts.session_days', '30', '{"type":"integer","minimum":1,"maximum":365}', false),
    ('accounts.staff_session_hours', '12', '{"type":"integer","minimum":1,"maximum":24}', false),
    ('accounts.login_attempts_per_15_minutes', '10', '{"type":"integer","minimum":3,"maximum":100}', false),
    ('accounts.verification_code_minutes', '10', '{"type":"integer","minimum":1,"maximum":60}', true),
    ('accounts.password_reset_minutes', '30', '{"type":"integer","minimum":5,"maximum":1440}', true),
    ('accounts.email_change_undo_days', '7', '{"type":"integer","minimum":1,"maximum":30}', true),
    ('accounts.erasure_grace_days', '30', '{"type":"integer","minimum":0,"maximum":90}', true),
    ('accounts.inactive_months_before_notice', '24', '{"type":"integer","minimum":6,"maximum":120}', true),
    ('xp.per_login', '5', '{"type":"integer","minimum":0,"maximum":1000}', true),
    ('xp.per_post', '10', '{"type":"integer","minimum":0,"maximum":1000}', true),
    ('xp.per_comment', '2', '{"type":"integer","minimum":0,"maximum":1000}', true),
    ('xp.per_referral', '100', '{"type":"integer","minimum":0,"maximum":1000}', true),
    ('xp.per_subscription_month', '20', '{"type":"integer","minimum":0,"maximum":1000}', true),
    ('xp.per_event_attended', '25', '{"type":"integer","minimum":0,"maximum":1000}', true),
    ('xp.daily_cap', '200', '{"type":"integer","minimum":0,"maximum":100000}', true),
    ('points.expire_after_months', '24', '{"type":"integer","minimum":1,"maximum":120}', true),
    ('streaks.freezes_per_month', '2', '{"type":"integer","minimum":0,"maximum":10}', true),
    ('content.max_post_length', '5000', '{"type":"integer","minimum":100,"maximum":100000}', true),
    ('content.max_media_per_post', '20', '{"type":"integer","minimum":1,"maximum":100}', true),
    ('content.max_image_mb', '50', '{"type":"integer","minimum":1,"maximum":500}', true),
    ('content.max_video_gb', '8', '{"type":"integer","minimum":1,"maximum":100}', true),
    ('content.max_video_minutes', '240', '{"type":"integer","minimum":1,"maximum":1440}', true),
    ('content.max_hashtags', '30', '{"type":"integer","minimum":1,"maximum":100}', true),
    ('content.story_hours', '24', '{"type":"integer","minimum":1,"maximum":72}', true),
    ('content.deleted_days', '30', '{"type":"integer","minimum":1,"maximum":365}', true),
    ('content.preview_blur_radius_ppm', '80000', '{"type":"integer","minimum":10000,"maximum":500000}', true),
    ('money.tip_min_tokens', '1', '{"type":"integer","minimum":1,"maximum":1000}', true),
    ('money.dunning_retries', '4', '{"type":"integer","minimum":0,"maximum":10}', false),
    ('money.dunning_days', '14', '{"type":"integer","minimum":1,"maximum":60}', false),
    ('money.renewal_notice_days', '7', '{"type":"integer","minimum":1,"maximum":30}', true),
    ('money.price_change_notice_days', '30', '{"type":"integer","minimum":7,"maximum":90}', true),
    ('money.limit_raise_wait_hours', '24', '{"type":"integer","minimum":24,"maximum":720}', true),
    ('money.dispute_alert_hours', '24', '{"type":"integer","minimum":1,"maximum":72}', false),
    ('social.max_follows', '10000', '{"type":"integer","minimum":100,"maximum":1000000}', true),
    ('social.max_friends', '5000', '{"type":"integer","minimum":100,"maximum":100000}', true),
    ('social.feed_items', '800', '{"type":"integer","minimum":100,"maximum":5000}', false),
    ('social.suggestions', '50', '{"type":"integer","minimum":5,"maximum":500}', false),
    ('messages.max_length', '8000', '{"type":"integer","minimum":100,"maximum":8000}', true),
    ('messages.edit_minutes', '15', '{"type":"integer","minimum":0,"maximum":1440}', true),
    ('messages.delete_for_all_minutes', '60', '{"type":"integer","minimum":0,"maximum":10080}', true),
    ('messages.group_members', '50', '{"type":"integer","minimum":3,"maximum":1000}', true),
    ('messages.requests_per_day', '20', '{"type":"integer","minimum":1,"maximum":1000}', false),
    ('messages.mass_per_day', '3', '{"type":"integer","minimum":0,"maximum":100}', true),
    ('notifications.quiet_from', '"22:00"', '{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$"}', true),
    ('notifications.quiet_until', '"08:00"', '{"type":"string","pattern":"^([01][0-9]|2[0-3]):[0-5][0-9]$"}', true),
    ('notifications.push_per_hour', '10', '{"type":"integer","minimum":1,"maximum":100}', false),
    ('notifications.discreet_previews', 'true', '{"type":"boolean"}', true),
    ('analytics.session_timeout_minutes', '30', '{"type":"integer","minimum":5,"maximum":240}', false),
    ('analytics.client_clock_skew_minutes', '10', '{"type":"integer","minimum":1,"maximum":120}', false),
    ('analytics.small_group', '10', '{"type":"integer","minimum":1,"maximum":100}', false),
    ('safety.appeal_days', '183', '{"type":"integer","minimum":183,"maximum":730}', true),
    ('safety.ncii_hours', '48', '{"type":"integer","minimum":1,"maximum":48}', true),
    ('safety.dmca_wait_business_days', '10', '{"type":"integer","minimum":10,"maximum":14}', true),
    ('safety.card_complaint_business_days', '7', '{"type":"integer","minimum":1,"maximum":7}', true),
    ('safety.evidence_preservation_days', '365', '{"type":"integer","minimum":365,"maximum":3650}', false),
    ('safety.reports_per_day', '30', '{"type":"integer","minimum":1,"maximum":1000}', false),
    ('ai.label_generated', 'true', '{"const":true}', true),
    ('ai.persona_disclosure', 'true', '{"const":true}', true),
    ('ai.generations_per_day', '50', '{"type":"integer","minimum":0,"maximum":10000}', true),
    ('live.max_hours', '12', '{"type":"integer","minimum":1,"maximum":24}', true),
    ('live.latency_target_ms', '4000', '{"type":"integer","minimum":500,"maximum":30000}', false),
    ('live.chat_messages_per_10_seconds', '5', '{"type":"integer","minimum":1,"maximum":50}', true),
    ('live.safety_sample_seconds', '10', '{"type":"integer","minimum":1,"maximum":60}', false),
    ('live.replay_days', '30', '{"type":"integer","minimum":0,"maximum":365}', true),
    ('events.cart_hold_minutes', '10', '{"type":"integer","minimum":5,"maximum":30}', true),
    ('events.waitlist_offer_hours', '24', '{"type":"integer","minimum":1,"maximum":168}', true),
    ('bookings.min_notice_minutes', '120', '{"type":"integer","minimum":0,"maximum":10080}', true),
    ('shop.reservation_minutes', '15', '{"type":"integer","minimum":5,"maximum":60}', true),
    ('shop.return_days', '14', '{"type":"integer","minimum":14,"maximum":90}', true),
    ('api.key_days', '365', '{"type":"integer","minimum":1,"maximum":730}', true),
    ('api.oauth_access_minutes', '60', '{"type":"integer","minimum":5,"maximum":1440}', true),
    ('webhooks.max_attempts', '12', '{"type":"integer","minimum":1,"maximum":30}', true),
    ('webhooks.disable_after_days', '5', '{"type":"integer","minimum":1,"maximum":30}', true),
    ('search.min_query_length', '2', '{"type":"integer","minimum":1,"maximum":5}', true),
    ('jobs.lease_seconds', '60', '{"type":"integer","minimum":10,"maximum":3600}', false)
  ) as written (setting_key, value, value_schema, is_public)
)
insert/**/into public.system_settings (setting_key, value, value_schema, is_public)
  select setting_key, value, value_schema, is_public from wanted
  where not exists (select from public.system_settings as there where there.setting_key = wanted.setting_key);

-- Reference data of translation_glossary; rows that are there are left as they are. What keeps its form in every
-- language. Terms that a language translates in one way are for its lead translator.
with wanted (source_locale, target_locale, term, do_not_translate, note) as (
  select source_locale::public.language_tag, target_locale::public.language_tag, term::extensions.citext, do_not_translate::boolean, note::text
  from (values
    ('en', 'de', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'de', 'DMCA', true, 'Name of a law.'),
    ('en', 'de', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'fr', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'fr', 'DMCA', true, 'Name of a law.'),
    ('en', 'fr', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'fr-CA', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'fr-CA', 'DMCA', true, 'Name of a law.'),
    ('en', 'fr-CA', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'es', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'es', 'DMCA', true, 'Name of a law.'),
    ('en', 'es', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'es-419', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'es-419', 'DMCA', true, 'Name of a law.'),
    ('en', 'es-419', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'pt', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'pt', 'DMCA', true, 'Name of a law.'),
    ('en', 'pt', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'pt-BR', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'pt-BR', 'DMCA', true, 'Name of a law.'),
    ('en', 'pt-BR', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'it', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'it', 'DMCA', true, 'Name of a law.'),
    ('en', 'it', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'nl', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'nl', 'DMCA', true, 'Name of a law.'),
    ('en', 'nl', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'pl', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'pl', 'DMCA', true, 'Name of a law.'),
    ('en', 'pl', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'cs', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'cs', 'DMCA', true, 'Name of a law.'),
    ('en', 'cs', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'sk', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'sk', 'DMCA', true, 'Name of a law.'),
    ('en', 'sk', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'hu', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'hu', 'DMCA', true, 'Name of a law.'),
    ('en', 'hu', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'ro', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'ro', 'DMCA', true, 'Name of a law.'),
    ('en', 'ro', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'bg', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'bg', 'DMCA', true, 'Name of a law.'),
    ('en', 'bg', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'el', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'el', 'DMCA', true, 'Name of a law.'),
    ('en', 'el', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'tr', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'tr', 'DMCA', true, 'Name of a law.'),
    ('en', 'tr', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'uk', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'uk', 'DMCA', true, 'Name of a law.'),
    ('en', 'uk', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'ru', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'ru', 'DMCA', true, 'Name of a law.'),
    ('en', 'ru', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'sv', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'sv', 'DMCA', true, 'Name of a law.'),
    ('en', 'sv', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'da', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'da', 'DMCA', true, 'Name of a law.'),
    ('en', 'da', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'nb', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'nb', 'DMCA', true, 'Name of a law.'),
    ('en', 'nb', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'fi', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'fi', 'DMCA', true, 'Name of a law.'),
    ('en', 'fi', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'ja', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'ja', 'DMCA', true, 'Name of a law.'),
    ('en', 'ja', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'ko', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'ko', 'DMCA', true, 'Name of a law.'),
    ('en', 'ko', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'zh-Hans', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'zh-Hans', 'DMCA', true, 'Name of a law.'),
    ('en', 'zh-Hans', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'zh-Hant', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'zh-Hant', 'DMCA', true, 'Name of a law.'),
    ('en', 'zh-Hant', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'th', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'th', 'DMCA', true, 'Name of a law.'),
    ('en', 'th', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'vi', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'vi', 'DMCA', true, 'Name of a law.'),
    ('en', 'vi', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'id', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'id', 'DMCA', true, 'Name of a law.'),
    ('en', 'id', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'fil', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'fil', 'DMCA', true, 'Name of a law.'),
    ('en', 'fil', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'hi', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'hi', 'DMCA', true, 'Name of a law.'),
    ('en', 'hi', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'he', 'BoyFanz', true, 'Name of the platform; never translated or inflected.'),
    ('en', 'he', 'DMCA', true, 'Name of a law.'),
    ('en', 'he', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.'),
    ('en', 'ar', 'BoyFanz', true, 'Name of the platform; never translated or inflected.')
  ) as written (source_locale, target_locale, term, do_not_translate, note)
)
insert/**/into public.translation_glossary (source_locale, target_locale, term, do_not_translate, note)
  select source_locale, target_locale, term, do_not_translate, note from wanted
  where not exists (select from public.translation_glossary as there where there.source_locale = wanted.source_locale and there.target_locale = wanted.target_locale and there.term = wanted.term);

with wanted (source_locale, target_locale, term, do_not_translate, note) as (
  select source_locale::public.language_tag, target_locale::public.language_tag, term::extensions.citext, do_not_translate::boolean, note::text
  from (values
    ('en', 'ar', 'DMCA', true, 'Name of a law.'),
    ('en', 'ar', '2257', true, 'Section of a law; with 18 U.S.C. where there is room.')
  ) as written (source_locale, target_locale, term, do_not_translate, note)
)
insert/**/into public.translation_glossary (source_locale, target_locale, term, do_not_translate, note)
  select source_locale, target_locale, term, do_not_translate, note from wanted
  where not exists (select from public.translation_glossary as there where there.source_locale = wanted.source_locale and there.target_locale = wanted.target_locale and there.term = wanted.term);

-- Reference data of webhook_event_types; rows that differ are changed. Events that webhooks are sent for, as JSON
-- Schema with a sample. Bodies name rows by their ids and hold no names, texts or media; a changed body is a new
-- version.
with wanted (name, version, schema, description, required_scope_id, sample) as (
  select name::text, version::integer, schema::jsonb, description::text, required_scope_id::uuid, sample::jsonb
  from (values
    ('account.updated', 1, '{"type":"object","required":["account_id","changed"],"properties":{"account_id":{"type":"string","format":"uuid"},"changed":{"type":"array","items":{"type":"string"}}}}', 'Profile or settings of the account changed.', null, '{"account_id":"01981c5e-7a00-7000-8000-000000000001","changed":["bio"]}'),
    ('creator.verified', 1, '{"type":"object","required":["creator_id","verified_at"],"properties":{"creator_id":{"type":"string","format":"uuid"},"verified_at":{"type":"string","format":"date-time"}}}', 'The creator passed verification.', null, '{"creator_id":"01981c5e-7a00-7000-8000-000000000001","verified_at":"2026-01-31T12:00:00Z"}'),
    ('creator.status_changed', 1, '{"type":"object","required":["creator_id","status"],"properties":{"creator_id":{"type":"string","format":"uuid"},"status":{"type":"string"}}}', 'The creator account was restricted, suspended or opened again.', null, '{"creator_id":"01981c5e-7a00-7000-8000-000000000001","status":"restricted"}'),
    ('post.published', 1, '{"type":"object","required":["post_id","creator_id","audience","rating","published_at"],"properties":{"post_id":{"type":"string","format":"uuid"},"creator_id":{"type":"string","format":"uuid"},"audience":{"type":"string"},"rating":{"type":"string"},"published_at":{"type":"string","format":"date-time"}}}', 'A post was published.', (select id from public.api_scopes where name = 'posts.read'), '{"post_id":"01981c5e-7a00-7000-8000-000000000001","creator_id":"01981c5e-7a00-7000-8000-000000000002","audience":"subscribers","rating":"suggestive","published_at":"2026-01-31T12:00:00Z"}'),
    ('post.updated', 1, '{"type":"object","required":["post_id","creator_id","changed"],"properties":{"post_id":{"type":"string","format":"uuid"},"creator_id":{"type":"string","format":"uuid"},"changed":{"type":"array","items":{"type":"string"}}}}', 'A post was changed.', (select id from public.api_scopes where name = 'posts.read'), '{"post_id":"01981c5e-7a00-7000-8000-000000000001","creator_id":"01981c5e-7a00-7000-8000-000000000002","changed":["bio"]}'),
    ('post.deleted', 1, '{"type":"object","required":["post_id","creator_id","deleted_at"],"properties":{"post_id":{"type":"string","format":"uuid"},"creator_id":{"type":"string","format":"uuid"},"deleted_at":{"type":"string","format":"date-time"}}}', 'A post was deleted or expired.', (select id from public.api_scopes where name = 'posts.read'), '{"post_id":"01981c5e-7a00-7000-8000-000000000001","creator_id":"01981c5e-7a00-7000-8000-000000000002","deleted_at":"2026-01-31T12:00:00Z"}'),
    ('post.moderated', 1, '{"type":"object","required":["post_id","action"],"properties":{"post_id":{"type":"string","format":"uuid"},"action":{"type":"string"}}}', 'A post was removed, hidden, labelled or restored.', (select id from public.api_scopes where name = 'posts.read'), '{"post_id":"01981c5e-7a00-7000-8000-000000000001","action":"label"}'),
    ('story.published', 1, '{"type":"object","required":["story_id","creator_id","expires_at"],"properties":{"story_id":{"type":"string","format":"uuid"},"creator_id":{"type":"string","format":"uuid"},"expires_at":{"type":"string","format":"date-time"}}}', 'A story was published.', (select id from public.api_scopes where name = 'posts.read'), '{"story_id":"01981c5e-7a00-7000-8000-000000000001","creator_id":"01981c5e-7a00-7000-8000-000000000002","expires_at":"2026-01-31T12:00:00Z"}'),
    ('comment.created', 1, '{"type":"object","required":["comment_id","post_id","author_id"],"properties":{"comment_id":{"type":"string","format":"uuid"},"post_id":{"type":"string","format":"uuid"},"author_id":{"type":"string","format":"uuid"}}}', 'Somebody commented.', (select id from public.api_scopes where name = 'comments.read'), '{"comment_id":"01981c5e-7a00-7000-8000-000000000001","post_id":"01981c5e-7a00-7000-8000-000000000002","author_id":"01981c5e-7a00-7000-8000-000000000003"}'),
    ('comment.deleted', 1, '{"type":"object","required":["comment_id","post_id"],"properties":{"comment_id":{"type":"string","format":"uuid"},"post_id":{"type":"string","format":"uuid"}}}', 'A comment was deleted.', (select id from public.api_scopes where name = 'comments.read'), '{"comment_id":"01981c5e-7a00-7000-8000-000000000001","post_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('media.ready', 1, '{"type":"object","required":["asset_id","kind"],"properties":{"asset_id":{"type":"string","format":"uuid"},"kind":{"type":"string"}}}', 'Media was processed and passed screening.', (select id from public.api_scopes where name = 'media.read'), '{"asset_id":"01981c5e-7a00-7000-8000-000000000001","kind":"image"}'),
    ('media.failed', 1, '{"type":"object","required":["asset_id","error"],"properties":{"asset_id":{"type":"string","format":"uuid"},"error":{"type":"string"}}}', 'Media could not be processed.', (select id from public.api_scopes where name = 'media.read'), '{"asset_id":"01981c5e-7a00-7000-8000-000000000001","error":"unsupported_codec"}'),
    ('media.review_finished', 1, '{"type":"object","required":["asset_id","outcome"],"properties":{"asset_id":{"type":"string","format":"uuid"},"outcome":{"type":"string"}}}', 'Media was approved or rejected.', (select id from public.api_scopes where name = 'media.read'), '{"asset_id":"01981c5e-7a00-7000-8000-000000000001","outcome":"approved"}'),
    ('performer.release_signed', 1, '{"type":"object","required":["performer_id","content_id"],"properties":{"performer_id":{"type":"string","format":"uuid"},"content_id":{"type":"string","format":"uuid"}}}', 'A performer signed a release.', (select id from public.api_scopes where name = 'media.read'), '{"performer_id":"01981c5e-7a00-7000-8000-000000000001","content_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('performer.release_withdrawn', 1, '{"type":"object","required":["performer_id","content_id"],"properties":{"performer_id":{"type":"string","format":"uuid"},"content_id":{"type":"string","format":"uuid"}}}', 'A performer withdrew consent.', (select id from public.api_scopes where name = 'media.read'), '{"performer_id":"01981c5e-7a00-7000-8000-000000000001","content_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('follower.created', 1, '{"type":"object","required":["creator_id","follower_id"],"properties":{"creator_id":{"type":"string","format":"uuid"},"follower_id":{"type":"string","format":"uuid"}}}', 'Somebody followed.', (select id from public.api_scopes where name = 'follows.read'), '{"creator_id":"01981c5e-7a00-7000-8000-000000000001","follower_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('follower.deleted', 1, '{"type":"object","required":["creator_id","follower_id"],"properties":{"creator_id":{"type":"string","format":"uuid"},"follower_id":{"type":"string","format":"uuid"}}}', 'Somebody unfollowed.', (select id from public.api_scopes where name = 'follows.read'), '{"creator_id":"01981c5e-7a00-7000-8000-000000000001","follower_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('subscription.created', 1, '{"type":"object","required":["subscription_id","subscriber_id","tier_id","amount_minor","currency"],"properties":{"subscription_id":{"type":"string","format":"uuid"},"subscriber_id":{"type":"string","format":"uuid"},"tier_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A subscription started.', (select id from public.api_scopes where name = 'fans.read'), '{"subscription_id":"01981c5e-7a00-7000-8000-000000000001","subscriber_id":"01981c5e-7a00-7000-8000-000000000002","tier_id":"01981c5e-7a00-7000-8000-000000000003","amount_minor":1999,"currency":"EUR"}'),
    ('subscription.renewed', 1, '{"type":"object","required":["subscription_id","period_end","amount_minor","currency"],"properties":{"subscription_id":{"type":"string","format":"uuid"},"period_end":{"type":"string","format":"date-time"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A subscription was renewed.', (select id from public.api_scopes where name = 'fans.read'), '{"subscription_id":"01981c5e-7a00-7000-8000-000000000001","period_end":"2026-01-31T12:00:00Z","amount_minor":1999,"currency":"EUR"}'),
    ('subscription.payment_failed', 1, '{"type":"object","required":["subscription_id","attempt","retry_at"],"properties":{"subscription_id":{"type":"string","format":"uuid"},"attempt":{"type":"integer"},"retry_at":{"type":"string","format":"date-time"}}}', 'A renewal could not be charged.', (select id from public.api_scopes where name = 'fans.read'), '{"subscription_id":"01981c5e-7a00-7000-8000-000000000001","attempt":2,"retry_at":"2026-01-31T12:00:00Z"}'),
    ('subscription.cancelled', 1, '{"type":"object","required":["subscription_id","ends_at"],"properties":{"subscription_id":{"type":"string","format":"uuid"},"ends_at":{"type":"string","format":"date-time"}}}', 'A subscription was cancelled and ends with its period.', (select id from public.api_scopes where name = 'fans.read'), '{"subscription_id":"01981c5e-7a00-7000-8000-000000000001","ends_at":"2026-01-31T12:00:00Z"}'),
    ('subscription.ended', 1, '{"type":"object","required":["subscription_id","ended_at","reason"],"properties":{"subscription_id":{"type":"string","format":"uuid"},"ended_at":{"type":"string","format":"date-time"},"reason":{"type":"string"}}}', 'A subscription ended.', (select id from public.api_scopes where name = 'fans.read'), '{"subscription_id":"01981c5e-7a00-7000-8000-000000000001","ended_at":"2026-01-31T12:00:00Z","reason":"expired"}'),
    ('subscription.upgraded', 1, '{"type":"object","required":["subscription_id","from_tier_id","to_tier_id"],"properties":{"subscription_id":{"type":"string","format":"uuid"},"from_tier_id":{"type":"string","format":"uuid"},"to_tier_id":{"type":"string","format":"uuid"}}}', 'A subscriber changed the tier.', (select id from public.api_scopes where name = 'fans.read'), '{"subscription_id":"01981c5e-7a00-7000-8000-000000000001","from_tier_id":"01981c5e-7a00-7000-8000-000000000002","to_tier_id":"01981c5e-7a00-7000-8000-000000000003"}'),
    ('trial.claimed', 1, '{"type":"object","required":["trial_link_id","subscriber_id"],"properties":{"trial_link_id":{"type":"string","format":"uuid"},"subscriber_id":{"type":"string","format":"uuid"}}}', 'Somebody claimed a trial link.', (select id from public.api_scopes where name = 'fans.read'), '{"trial_link_id":"01981c5e-7a00-7000-8000-000000000001","subscriber_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('tip.received', 1, '{"type":"object","required":["tip_id","sender_id","amount_minor","currency"],"properties":{"tip_id":{"type":"string","format":"uuid"},"sender_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A tip came in.', (select id from public.api_scopes where name = 'transactions.read'), '{"tip_id":"01981c5e-7a00-7000-8000-000000000001","sender_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR"}'),
    ('tip_goal.reached', 1, '{"type":"object","required":["goal_id","reached_at"],"properties":{"goal_id":{"type":"string","format":"uuid"},"reached_at":{"type":"string","format":"date-time"}}}', 'A tip goal was reached.', (select id from public.api_scopes where name = 'transactions.read'), '{"goal_id":"01981c5e-7a00-7000-8000-000000000001","reached_at":"2026-01-31T12:00:00Z"}'),
    ('purchase.completed', 1, '{"type":"object","required":["order_id","buyer_id","amount_minor","currency"],"properties":{"order_id":{"type":"string","format":"uuid"},"buyer_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'Content was bought.', (select id from public.api_scopes where name = 'transactions.read'), '{"order_id":"01981c5e-7a00-7000-8000-000000000001","buyer_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR"}'),
    ('purchase.refunded', 1, '{"type":"object","required":["order_id","refund_id","amount_minor","currency"],"properties":{"order_id":{"type":"string","format":"uuid"},"refund_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A purchase was refunded.', (select id from public.api_scopes where name = 'transactions.read'), '{"order_id":"01981c5e-7a00-7000-8000-000000000001","refund_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR"}'),
    ('custom_request.created', 1, '{"type":"object","required":["request_id","fan_id"],"properties":{"request_id":{"type":"string","format":"uuid"},"fan_id":{"type":"string","format":"uuid"}}}', 'A fan sent a request.', (select id from public.api_scopes where name = 'orders.read'), '{"request_id":"01981c5e-7a00-7000-8000-000000000001","fan_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('custom_request.accepted', 1, '{"type":"object","required":["request_id","due_at"],"properties":{"request_id":{"type":"string","format":"uuid"},"due_at":{"type":"string","format":"date-time"}}}', 'A request was accepted.', (select id from public.api_scopes where name = 'orders.read'), '{"request_id":"01981c5e-7a00-7000-8000-000000000001","due_at":"2026-01-31T12:00:00Z"}'),
    ('custom_request.delivered', 1, '{"type":"object","required":["request_id","delivered_at"],"properties":{"request_id":{"type":"string","format":"uuid"},"delivered_at":{"type":"string","format":"date-time"}}}', 'A request was delivered.', (select id from public.api_scopes where name = 'orders.read'), '{"request_id":"01981c5e-7a00-7000-8000-000000000001","delivered_at":"2026-01-31T12:00:00Z"}'),
    ('dispute.opened', 1, '{"type":"object","required":["chargeback_id","payment_id","amount_minor","currency","due_at"],"properties":{"chargeback_id":{"type":"string","format":"uuid"},"payment_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"},"due_at":{"type":"string","format":"date-time"}}}', 'The holder of a card disputes a payment.', (select id from public.api_scopes where name = 'transactions.read'), '{"chargeback_id":"01981c5e-7a00-7000-8000-000000000001","payment_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR","due_at":"2026-01-31T12:00:00Z"}'),
    ('dispute.closed', 1, '{"type":"object","required":["chargeback_id","outcome"],"properties":{"chargeback_id":{"type":"string","format":"uuid"},"outcome":{"type":"string"}}}', 'A dispute was decided.', (select id from public.api_scopes where name = 'transactions.read'), '{"chargeback_id":"01981c5e-7a00-7000-8000-000000000001","outcome":"approved"}'),
    ('payout.created', 1, '{"type":"object","required":["payout_id","amount_minor","currency"],"properties":{"payout_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A payout was prepared.', (select id from public.api_scopes where name = 'payouts.read'), '{"payout_id":"01981c5e-7a00-7000-8000-000000000001","amount_minor":1999,"currency":"EUR"}'),
    ('payout.paid', 1, '{"type":"object","required":["payout_id","amount_minor","currency","paid_at"],"properties":{"payout_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"},"paid_at":{"type":"string","format":"date-time"}}}', 'A payout was sent.', (select id from public.api_scopes where name = 'payouts.read'), '{"payout_id":"01981c5e-7a00-7000-8000-000000000001","amount_minor":1999,"currency":"EUR","paid_at":"2026-01-31T12:00:00Z"}'),
    ('payout.failed', 1, '{"type":"object","required":["payout_id","reason"],"properties":{"payout_id":{"type":"string","format":"uuid"},"reason":{"type":"string"}}}', 'A payout came back.', (select id from public.api_scopes where name = 'payouts.read'), '{"payout_id":"01981c5e-7a00-7000-8000-000000000001","reason":"expired"}'),
    ('payout.held', 1, '{"type":"object","required":["creator_id","reason"],"properties":{"creator_id":{"type":"string","format":"uuid"},"reason":{"type":"string"}}}', 'Payouts are on hold.', (select id from public.api_scopes where name = 'payouts.read'), '{"creator_id":"01981c5e-7a00-7000-8000-000000000001","reason":"expired"}'),
    ('invoice.issued', 1, '{"type":"object","required":["invoice_id","number","amount_minor","currency"],"properties":{"invoice_id":{"type":"string","format":"uuid"},"number":{"type":"string"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'An invoice was issued.', (select id from public.api_scopes where name = 'invoices.read'), '{"invoice_id":"01981c5e-7a00-7000-8000-000000000001","number":"2026-000123","amount_minor":1999,"currency":"EUR"}'),
    ('message.received', 1, '{"type":"object","required":["conversation_id","seq","sender_id"],"properties":{"conversation_id":{"type":"string","format":"uuid"},"seq":{"type":"integer"},"sender_id":{"type":"string","format":"uuid"}}}', 'A message came in.', (select id from public.api_scopes where name = 'messages.read'), '{"conversation_id":"01981c5e-7a00-7000-8000-000000000001","seq":2,"sender_id":"01981c5e-7a00-7000-8000-000000000003"}'),
    ('message.unlocked', 1, '{"type":"object","required":["conversation_id","seq","buyer_id","amount_minor","currency"],"properties":{"conversation_id":{"type":"string","format":"uuid"},"seq":{"type":"integer"},"buyer_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A paid message was opened.', (select id from public.api_scopes where name = 'messages.read'), '{"conversation_id":"01981c5e-7a00-7000-8000-000000000001","seq":2,"buyer_id":"01981c5e-7a00-7000-8000-000000000003","amount_minor":1999,"currency":"EUR"}'),
    ('mass_message.finished', 1, '{"type":"object","required":["campaign_id","recipients"],"properties":{"campaign_id":{"type":"string","format":"uuid"},"recipients":{"type":"integer"}}}', 'A message to many fans was sent.', (select id from public.api_scopes where name = 'messages.read'), '{"campaign_id":"01981c5e-7a00-7000-8000-000000000001","recipients":2}'),
    ('live.started', 1, '{"type":"object","required":["stream_id","channel_id","started_at"],"properties":{"stream_id":{"type":"string","format":"uuid"},"channel_id":{"type":"string","format":"uuid"},"started_at":{"type":"string","format":"date-time"}}}', 'A live stream started.', (select id from public.api_scopes where name = 'live.read'), '{"stream_id":"01981c5e-7a00-7000-8000-000000000001","channel_id":"01981c5e-7a00-7000-8000-000000000002","started_at":"2026-01-31T12:00:00Z"}'),
    ('live.ended', 1, '{"type":"object","required":["stream_id","ended_at","peak_viewers"],"properties":{"stream_id":{"type":"string","format":"uuid"},"ended_at":{"type":"string","format":"date-time"},"peak_viewers":{"type":"integer"}}}', 'A live stream ended.', (select id from public.api_scopes where name = 'live.read'), '{"stream_id":"01981c5e-7a00-7000-8000-000000000001","ended_at":"2026-01-31T12:00:00Z","peak_viewers":3}'),
    ('live.recording_ready', 1, '{"type":"object","required":["stream_id","recording_id"],"properties":{"stream_id":{"type":"string","format":"uuid"},"recording_id":{"type":"string","format":"uuid"}}}', 'The recording of a stream is ready.', (select id from public.api_scopes where name = 'live.read'), '{"stream_id":"01981c5e-7a00-7000-8000-000000000001","recording_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('live.gift_received', 1, '{"type":"object","required":["stream_id","sender_id","gift","quantity"],"properties":{"stream_id":{"type":"string","format":"uuid"},"sender_id":{"type":"string","format":"uuid"},"gift":{"type":"string"},"quantity":{"type":"integer"}}}', 'A gift came in.', (select id from public.api_scopes where name = 'live.read'), '{"stream_id":"01981c5e-7a00-7000-8000-000000000001","sender_id":"01981c5e-7a00-7000-8000-000000000002","gift":"rose","quantity":4}'),
    ('live.clip_created', 1, '{"type":"object","required":["clip_id","stream_id"],"properties":{"clip_id":{"type":"string","format":"uuid"},"stream_id":{"type":"string","format":"uuid"}}}', 'A clip was made.', (select id from public.api_scopes where name = 'live.read'), '{"clip_id":"01981c5e-7a00-7000-8000-000000000001","stream_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('event.published', 1, '{"type":"object","required":["event_id","starts_at"],"properties":{"event_id":{"type":"string","format":"uuid"},"starts_at":{"type":"string","format":"date-time"}}}', 'An event was published.', (select id from public.api_scopes where name = 'events.read'), '{"event_id":"01981c5e-7a00-7000-8000-000000000001","starts_at":"2026-01-31T12:00:00Z"}'),
    ('event.cancelled', 1, '{"type":"object","required":["event_id","cancelled_at"],"properties":{"event_id":{"type":"string","format":"uuid"},"cancelled_at":{"type":"string","format":"date-time"}}}', 'An event was cancelled.', (select id from public.api_scopes where name = 'events.read'), '{"event_id":"01981c5e-7a00-7000-8000-000000000001","cancelled_at":"2026-01-31T12:00:00Z"}'),
    ('ticket.sold', 1, '{"type":"object","required":["ticket_id","event_id","amount_minor","currency"],"properties":{"ticket_id":{"type":"string","format":"uuid"},"event_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A ticket was sold.', (select id from public.api_scopes where name = 'events.read'), '{"ticket_id":"01981c5e-7a00-7000-8000-000000000001","event_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR"}'),
    ('ticket.checked_in', 1, '{"type":"object","required":["ticket_id","event_id","checked_in_at"],"properties":{"ticket_id":{"type":"string","format":"uuid"},"event_id":{"type":"string","format":"uuid"},"checked_in_at":{"type":"string","format":"date-time"}}}', 'A guest was let in.', (select id from public.api_scopes where name = 'events.read'), '{"ticket_id":"01981c5e-7a00-7000-8000-000000000001","event_id":"01981c5e-7a00-7000-8000-000000000002","checked_in_at":"2026-01-31T12:00:00Z"}'),
    ('ticket.refunded', 1, '{"type":"object","required":["ticket_id","event_id","amount_minor","currency"],"properties":{"ticket_id":{"type":"string","format":"uuid"},"event_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'A ticket was refunded.', (select id from public.api_scopes where name = 'events.read'), '{"ticket_id":"01981c5e-7a00-7000-8000-000000000001","event_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR"}'),
    ('order.created', 1, '{"type":"object","required":["order_id","buyer_id","amount_minor","currency"],"properties":{"order_id":{"type":"string","format":"uuid"},"buyer_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'The shop has a new order.', (select id from public.api_scopes where name = 'orders.read'), '{"order_id":"01981c5e-7a00-7000-8000-000000000001","buyer_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR"}'),
    ('order.shipped', 1, '{"type":"object","required":["order_id","shipment_id","carrier"],"properties":{"order_id":{"type":"string","format":"uuid"},"shipment_id":{"type":"string","format":"uuid"},"carrier":{"type":"string"}}}', 'An order was shipped.', (select id from public.api_scopes where name = 'orders.read'), '{"order_id":"01981c5e-7a00-7000-8000-000000000001","shipment_id":"01981c5e-7a00-7000-8000-000000000002","carrier":"dhl"}'),
    ('order.delivered', 1, '{"type":"object","required":["order_id","delivered_at"],"properties":{"order_id":{"type":"string","format":"uuid"},"delivered_at":{"type":"string","format":"date-time"}}}', 'An order arrived.', (select id from public.api_scopes where name = 'orders.read'), '{"order_id":"01981c5e-7a00-7000-8000-000000000001","delivered_at":"2026-01-31T12:00:00Z"}'),
    ('return.requested', 1, '{"type":"object","required":["return_id","order_id"],"properties":{"return_id":{"type":"string","format":"uuid"},"order_id":{"type":"string","format":"uuid"}}}', 'A buyer wants to return something.', (select id from public.api_scopes where name = 'orders.read'), '{"return_id":"01981c5e-7a00-7000-8000-000000000001","order_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('return.closed', 1, '{"type":"object","required":["return_id","outcome"],"properties":{"return_id":{"type":"string","format":"uuid"},"outcome":{"type":"string"}}}', 'A return was decided.', (select id from public.api_scopes where name = 'orders.read'), '{"return_id":"01981c5e-7a00-7000-8000-000000000001","outcome":"approved"}'),
    ('stock.low', 1, '{"type":"object","required":["variant_id","on_hand"],"properties":{"variant_id":{"type":"string","format":"uuid"},"on_hand":{"type":"integer"}}}', 'A variant is nearly sold out.', (select id from public.api_scopes where name = 'products.read'), '{"variant_id":"01981c5e-7a00-7000-8000-000000000001","on_hand":2}'),
    ('auction.closed', 1, '{"type":"object","required":["auction_id","winner_id","amount_minor","currency"],"properties":{"auction_id":{"type":"string","format":"uuid"},"winner_id":{"type":"string","format":"uuid"},"amount_minor":{"type":"integer"},"currency":{"type":"string","pattern":"^[A-Z]{3}$"}}}', 'An auction ended.', (select id from public.api_scopes where name = 'products.read'), '{"auction_id":"01981c5e-7a00-7000-8000-000000000001","winner_id":"01981c5e-7a00-7000-8000-000000000002","amount_minor":1999,"currency":"EUR"}'),
    ('booking.requested', 1, '{"type":"object","required":["booking_id","starts_at"],"properties":{"booking_id":{"type":"string","format":"uuid"},"starts_at":{"type":"string","format":"date-time"}}}', 'Somebody asks for an appointment.', (select id from public.api_scopes where name = 'bookings.read'), '{"booking_id":"01981c5e-7a00-7000-8000-000000000001","starts_at":"2026-01-31T12:00:00Z"}'),
    ('booking.confirmed', 1, '{"type":"object","required":["booking_id","starts_at"],"properties":{"booking_id":{"type":"string","format":"uuid"},"starts_at":{"type":"string","format":"date-time"}}}', 'An appointment was confirmed.', (select id from public.api_scopes where name = 'bookings.read'), '{"booking_id":"01981c5e-7a00-7000-8000-000000000001","starts_at":"2026-01-31T12:00:00Z"}'),
    ('booking.moved', 1, '{"type":"object","required":["booking_id","starts_at"],"properties":{"booking_id":{"type":"string","format":"uuid"},"starts_at":{"type":"string","format":"date-time"}}}', 'An appointment was moved.', (select id from public.api_scopes where name = 'bookings.read'), '{"booking_id":"01981c5e-7a00-7000-8000-000000000001","starts_at":"2026-01-31T12:00:00Z"}'),
    ('booking.cancelled', 1, '{"type":"object","required":["booking_id","cancelled_at"],"properties":{"booking_id":{"type":"string","format":"uuid"},"cancelled_at":{"type":"string","format":"date-time"}}}', 'An appointment was cancelled.', (select id from public.api_scopes where name = 'bookings.read'), '{"booking_id":"01981c5e-7a00-7000-8000-000000000001","cancelled_at":"2026-01-31T12:00:00Z"}'),
    ('leak.found', 1, '{"type":"object","required":["detection_id","site"],"properties":{"detection_id":{"type":"string","format":"uuid"},"site":{"type":"string"}}}', 'A copy was found outside the platform.', (select id from public.api_scopes where name = 'media.read'), '{"detection_id":"01981c5e-7a00-7000-8000-000000000001","site":"example.com"}'),
    ('leak.removed', 1, '{"type":"object","required":["detection_id","removed_at"],"properties":{"detection_id":{"type":"string","format":"uuid"},"removed_at":{"type":"string","format":"date-time"}}}', 'A copy was removed.', (select id from public.api_scopes where name = 'media.read'), '{"detection_id":"01981c5e-7a00-7000-8000-000000000001","removed_at":"2026-01-31T12:00:00Z"}'),
    ('export.ready', 1, '{"type":"object","required":["export_id","expires_at"],"properties":{"export_id":{"type":"string","format":"uuid"},"expires_at":{"type":"string","format":"date-time"}}}', 'An export is ready.', (select id from public.api_scopes where name = 'exports.write'), '{"export_id":"01981c5e-7a00-7000-8000-000000000001","expires_at":"2026-01-31T12:00:00Z"}'),
    ('domain.verified', 1, '{"type":"object","required":["domain_id","host"],"properties":{"domain_id":{"type":"string","format":"uuid"},"host":{"type":"string"}}}', 'A domain was verified.', (select id from public.api_scopes where name = 'domains.write'), '{"domain_id":"01981c5e-7a00-7000-8000-000000000001","host":"fans.example.com"}'),
    ('domain.failed', 1, '{"type":"object","required":["domain_id","host","error"],"properties":{"domain_id":{"type":"string","format":"uuid"},"host":{"type":"string"},"error":{"type":"string"}}}', 'A domain or its certificate failed.', (select id from public.api_scopes where name = 'domains.write'), '{"domain_id":"01981c5e-7a00-7000-8000-000000000001","host":"fans.example.com","error":"unsupported_codec"}'),
    ('api_key.expiring', 1, '{"type":"object","required":["key_prefix","expires_at"],"properties":{"key_prefix":{"type":"string"},"expires_at":{"type":"string","format":"date-time"}}}', 'An API key expires soon.', (select id from public.api_scopes where name = 'webhooks.read'), '{"key_prefix":"bfz_live_4f","expires_at":"2026-01-31T12:00:00Z"}'),
    ('app.deauthorised', 1, '{"type":"object","required":["client_id","account_id"],"properties":{"client_id":{"type":"string","format":"uuid"},"account_id":{"type":"string","format":"uuid"}}}', 'A person ended the access of the app.', null, '{"client_id":"01981c5e-7a00-7000-8000-000000000001","account_id":"01981c5e-7a00-7000-8000-000000000002"}'),
    ('webhook.ping', 1, '{"type":"object","required":["sent_at"],"properties":{"sent_at":{"type":"string","format":"date-time"}}}', 'A test.', (select id from public.api_scopes where name = 'webhooks.read'), '{"sent_at":"2026-01-31T12:00:00Z"}')
  ) as written (name, version, schema, description, required_scope_id, sample)
), added as (
  insert/**/into public.webhook_event_types (name, version, schema, description, required_scope_id, sample)
  select name, version, schema, description, required_scope_id, sample from wanted
  where not exists (select from public.webhook_event_types as there where there.name = wanted.name and there.version = wanted.version)
)
update public.webhook_event_types as there set schema = wanted.schema, description = wanted.description, required_scope_id = wanted.required_scope_id, sample = wanted.sample
from wanted
where there.name = wanted.name and there.version = wanted.version and (there.schema, there.description, there.required_scope_id, there.sample) is distinct from (wanted.schema, wanted.description, wanted.required_scope_id, wanted.sample);

-- Reference data of currencies; rows that differ are changed. Codes and minor units of ISO 4217 list one for the
-- countries whose fans and creators the platform serves, and its own token. The smallest charge is the one that card
-- processors commonly publish; where they publish none, it is left open. Somebody from finance confirms both before
-- the first charge (BGN is left out: Bulgaria has the euro since January 2026).
with wanted (code, name, exponent, kind, is_settlement, min_charge_minor) as (
  select code::public.currency_code, name::text, exponent::smallint, kind::text, is_settlement::boolean, min_charge_minor::bigint
  from (values
    ('EUR', 'Euro', 2, 'fiat', true, 50),
    ('USD', 'US dollar', 2, 'fiat', true, 50),
    ('GBP', 'Pound sterling', 2, 'fiat', true, 30),
    ('AED', 'UAE dirham', 2, 'fiat', false, 200),
    ('ARS', 'Argentine peso', 2, 'fiat', false, null),
    ('AUD', 'Australian dollar', 2, 'fiat', false, 50),
    ('BHD', 'Bahraini dinar', 3, 'fiat', false, null),
    ('BRL', 'Brazilian real', 2, 'fiat', false, 50),
    ('CAD', 'Canadian dollar', 2, 'fiat', false, 50),
    ('CHF', 'Swiss franc', 2, 'fiat', false, 50),
    ('CLP', 'Chilean peso', 0, 'fiat', false, null),
    ('CNY', 'Yuan renminbi', 2, 'fiat', false, null),
    ('COP', 'Colombian peso', 2, 'fiat', false, null),
    ('CRC', 'Costa Rican colon', 2, 'fiat', false, null),
    ('CZK', 'Czech koruna', 2, 'fiat', false, 1500),
    ('DKK', 'Danish krone', 2, 'fiat', false, 250),
    ('DOP', 'Dominican peso', 2, 'fiat', false, null),
    ('GEL', 'Lari', 2, 'fiat', false, null),
    ('HKD', 'Hong Kong dollar', 2, 'fiat', false, 400),
    ('HUF', 'Forint', 2, 'fiat', false, 17500),
    ('IDR', 'Rupiah', 2, 'fiat', false, null),
    ('ILS', 'New Israeli sheqel', 2, 'fiat', false, null),
    ('INR', 'Indian rupee', 2, 'fiat', false, 50),
    ('ISK', 'Iceland krona', 0, 'fiat', false, null),
    ('JOD', 'Jordanian dinar', 3, 'fiat', false, null),
    ('JPY', 'Yen', 0, 'fiat', false, 50),
    ('KES', 'Kenyan shilling', 2, 'fiat', false, null),
    ('KRW', 'Won', 0, 'fiat', false, null),
    ('KWD', 'Kuwaiti dinar', 3, 'fiat', false, null),
    ('KZT', 'Tenge', 2, 'fiat', false, null),
    ('MAD', 'Moroccan dirham', 2, 'fiat', false, null),
    ('MXN', 'Mexican peso', 2, 'fiat', false, 1000),
    ('MYR', 'Malaysian ringgit', 2, 'fiat', false, 200),
    ('NGN', 'Naira', 2, 'fiat', false, null),
    ('NOK', 'Norwegian krone', 2, 'fiat', false, 300),
    ('NZD', 'New Zealand dollar', 2, 'fiat', false, 50),
    ('PEN', 'Sol', 2, 'fiat', false, null),
    ('PHP', 'Philippine peso', 2, 'fiat', false, null),
    ('PLN', 'Zloty', 2, 'fiat', false, 200),
    ('PYG', 'Guarani', 0, 'fiat', false, null),
    ('QAR', 'Qatari rial', 2, 'fiat', false, null),
    ('RON', 'Romanian leu', 2, 'fiat', false, 200),
    ('RSD', 'Serbian dinar', 2, 'fiat', false, null),
    ('SAR', 'Saudi riyal', 2, 'fiat', false, null),
    ('SEK', 'Swedish krona', 2, 'fiat', false, 300),
    ('SGD', 'Singapore dollar', 2, 'fiat', false, 50),
    ('THB', 'Baht', 2, 'fiat', false, 1000),
    ('TND', 'Tunisian dinar', 3, 'fiat', false, null),
    ('TRY', 'Turkish lira', 2, 'fiat', false, null),
    ('TWD', 'New Taiwan dollar', 2, 'fiat', false, null),
    ('UAH', 'Hryvnia', 2, 'fiat', false, null),
    ('UYU', 'Peso uruguayo', 2, 'fiat', false, null),
    ('VND', 'Dong', 0, 'fiat', false, null),
    ('ZAR', 'Rand', 2, 'fiat', false, null),
    ('XTK', 'Platform token', 0, 'token', false, null)
  ) as written (code, name, exponent, kind, is_settlement, min_charge_minor)
), added as (
  insert/**/into public.currencies (code, name, exponent, kind, is_settlement, min_charge_minor)
  select code, name, exponent, kind, is_settlement, min_charge_minor from wanted
  where not exists (select from public.currencies as there where there.code = wanted.code)
)
update public.currencies as there set name = wanted.name, exponent = wanted.exponent, kind = wanted.kind, is_settlement = wanted.is_settlement, min_charge_minor = wanted.min_charge_minor
from wanted
where there.code = wanted.code and (there.name, there.exponent, there.kind, there.is_settlement, there.min_charge_minor) is distinct from (wanted.name, wanted.exponent, wanted.kind, wanted.is_settlement, wanted.min_charge_minor);

-- Reference data of ledger_accounts; rows that are there are left as they are. Accounts of the platform in the
-- settlement currencies and the token, without which no sale can be posted. Bank, clearing and tax accounts belong to
-- banks, providers and tax offices and are opened with them.
with wanted (code, kind, normal_side, currency, allow_negative) as (
  select code::text, kind::text, normal_side::text, currency::public.currency_code, allow_negative::boolean
  from (values
    ('platform:platform_revenue:USD', 'platform_revenue', 'credit', 'USD', true),
    ('platform:platform_fee:USD', 'platform_fee', 'credit', 'USD', true),
    ('platform:token_liability:USD', 'token_liability', 'credit', 'USD', false),
    ('platform:escrow:USD', 'escrow', 'credit', 'USD', false),
    ('platform:chargeback_loss:USD', 'chargeback_loss', 'debit', 'USD', true),
    ('platform:promo_expense:USD', 'promo_expense', 'debit', 'USD', true),
    ('platform:rounding:USD', 'rounding', 'credit', 'USD', true),
    ('platform:platform_revenue:EUR', 'platform_revenue', 'credit', 'EUR', true),
    ('platform:platform_fee:EUR', 'platform_fee', 'credit', 'EUR', true),
    ('platform:token_liability:EUR', 'token_liability', 'credit', 'EUR', false),
    ('platform:escrow:EUR', 'escrow', 'credit', 'EUR', false),
    ('platform:chargeback_loss:EUR', 'chargeback_loss', 'debit', 'EUR', true),
    ('platform:promo_expense:EUR', 'promo_expense', 'debit', 'EUR', true),
    ('platform:rounding:EUR', 'rounding', 'credit', 'EUR', true),
    ('platform:platform_revenue:GBP', 'platform_revenue', 'credit', 'GBP', true),
    ('platform:platform_fee:GBP', 'platform_fee', 'credit', 'GBP', true),
    ('platform:token_liability:GBP', 'token_liability', 'credit', 'GBP', false),
    ('platform:escrow:GBP', 'escrow', 'credit', 'GBP', false),
    ('platform:chargeback_loss:GBP', 'chargeback_loss', 'debit', 'GBP', true),
    ('platform:promo_expense:GBP', 'promo_expense', 'debit', 'GBP', true),
    ('platform:rounding:GBP', 'rounding', 'credit', 'GBP', true),
    ('platform:platform_revenue:XTK', 'platform_revenue', 'credit', 'XTK', true),
    ('platform:token_liability:XTK', 'token_liability', 'credit', 'XTK', false),
    ('platform:promo_expense:XTK', 'promo_expense', 'debit', 'XTK', true),
    ('platform:rounding:XTK', 'rounding', 'credit', 'XTK', true)
  ) as written (code, kind, normal_side, currency, allow_negative)
)
insert/**/into public.ledger_accounts (code, kind, normal_side, currency, allow_negative)
  select code, kind, normal_side, currency, allow_negative from wanted
  where not exists (select from public.ledger_accounts as there where there.code = wanted.code);

-- Reference data of user_roles; rows that differ are changed. Roles that the code of the platform and the tools of its
-- staff know by their code; `compliance` alone releases a sanctions hold. Nobody grants a role of a higher rank than
-- their own. Last looked at in November 2026.
with wanted (id, code, name, scope, rank, is_staff, is_assignable, requires_mfa, description) as (
  select id::smallint, code::text, name::text, scope::text, rank::smallint, is_staff::boolean, is_assignable::boolean, requires_mfa::boolean, description::text
  from (values
    (1, 'fan', 'Fan', 'platform', 0, false, false, false, 'Every account is one from its first day.'),
    (2, 'creator', 'Creator', 'platform', 10, false, true, false, 'Publishes and sells; granted by the system when an application is approved.'),
    (3, 'affiliate', 'Affiliate', 'platform', 5, false, true, false, 'Brings fans and creators, and earns a share.'),
    (20, 'creator_chatter', 'Chatter', 'creator', 5, false, true, false, 'Answers messages in the name of a creator, marked as such.'),
    (21, 'creator_editor', 'Editor', 'creator', 6, false, true, false, 'Prepares posts, media and live events of a creator.'),
    (22, 'creator_accountant', 'Accountant', 'creator', 6, false, true, true, 'Sees the earnings, invoices and tax papers of a creator.'),
    (23, 'creator_manager', 'Manager', 'creator', 8, false, true, true, 'Runs the account of a creator, without payouts.'),
    (40, 'auditor', 'Auditor', 'platform', 20, true, true, true, 'Reads everything that an audit needs, and changes nothing.'),
    (41, 'analyst', 'Analyst', 'platform', 20, true, true, true, 'Reads numbers that name nobody.'),
    (42, 'marketing', 'Marketing', 'platform', 25, true, true, true, 'Runs campaigns, promotions and announcements.'),
    (43, 'support', 'Support', 'platform', 30, true, true, true, 'Answers tickets, and gives small refunds.'),
    (44, 'moderator', 'Moderator', 'platform', 40, true, true, true, 'Reviews reports and removes content.'),
    (45, 'senior_moderator', 'Senior moderator', 'platform', 50, true, true, true, 'Decides appeals, suspends accounts and handles illegal content.'),
    (46, 'identity_reviewer', 'Identity reviewer', 'platform', 45, true, true, true, 'Checks identities, ages and releases of performers.'),
    (47, 'developer', 'Developer', 'platform', 50, true, true, true, 'Operates the platform and its feature flags.'),
    (48, 'finance', 'Finance', 'platform', 60, true, true, true, 'Posts to the ledger, approves refunds and prepares payouts.'),
    (49, 'finance_approver', 'Finance approver', 'platform', 65, true, true, true, 'Is the second person for payouts and large refunds.'),
    (50, 'privacy_officer', 'Privacy officer', 'platform', 70, true, true, true, 'Answers requests about personal data, and erases.'),
    (51, 'compliance', 'Compliance', 'platform', 80, true, true, true, 'Releases sanctions holds, files reports to authorities, places legal holds.'),
    (52, 'administrator', 'Administrator', 'platform', 90, true, true, true, 'Grants roles, and changes settings of the platform.'),
    (53, 'owner', 'Owner', 'platform', 100, true, true, true, 'The last resort: grants every role.'),
    (54, 'legal', 'Legal counsel', 'platform', 70, true, true, true, 'Places holds, answers notices and orders of authorities, writes legal texts.'),
    (55, 'policy', 'Policy', 'platform', 60, true, true, true, 'Writes the rules, guidelines and thresholds of detectors.'),
    (56, 'child_safety', 'Child safety', 'platform', 60, true, true, true, 'Works the restricted lanes, and reports to hotlines and authorities.'),
    (57, 'fraud_analyst', 'Fraud analyst', 'platform', 45, true, true, true, 'Investigates fraud and writes rules against it.'),
    (58, 'product', 'Product', 'platform', 30, true, true, true, 'Decides on flags, experiments and what the product offers.'),
    (59, 'editor', 'Editor', 'platform', 25, true, true, true, 'Keeps categories, catalogues and featured content.'),
    (60, 'developer_relations', 'Developer relations', 'platform', 25, true, true, true, 'Looks after developers and their clients.'),
    (61, 'ml_engineer', 'Machine learning engineer', 'platform', 45, true, true, true, E'Trains models and puts them\040into service.'),
    (62, 'ml_lead', 'Machine learning lead', 'platform', 50, true, true, true, 'Signs off models for live traffic.'),
    (63, 'labeler', 'Labeler', 'platform', 10, true, true, true, 'Labels items for training.'),
    (64, 'translator', 'Translator', 'platform', 10, true, true, true, 'Translates the interface.'),
    (65, 'translator_lead', 'Lead translator', 'platform', 15, true, true, true, 'Approves translations.')
  ) as written (id, code, name, scope, rank, is_staff, is_assignable, requires_mfa, description)
), added as (
  insert/**/into public.user_roles (id, code, name, scope, rank, is_staff, is_assignable, requires_mfa, description)
  select id, code, name, scope, rank, is_staff, is_assignable, requires_mfa, description from wanted
  where not exists (select from public.user_roles as there where there.id = wanted.id)
)
update public.user_roles as there set code = wanted.code, name = wanted.name, scope = wanted.scope, rank = wanted.rank, is_staff = wanted.is_staff, is_assignable = wanted.is_assignable, requires_mfa = wanted.requires_mfa, description = wanted.description
from wanted
where there.id = wanted.id and (there.code, there.name, there.scope, there.rank, there.is_staff, there.is_assignable, there.requires_mfa, there.description) is distinct from (wanted.code, wanted.name, wanted.scope, wanted.rank, wanted.is_staff, wanted.is_assignable, wanted.requires_mfa, wanted.description);

-- Reference data of user_role_permissions; rows that are there are left as they are. What each role may do from the
-- start. Operators change it; a later version only adds rows.
with wanted (role_id, permission_id) as (
  select role_id::smallint, permission_id::smallint
  from (values
    ((select id from public.user_roles where code = 'fan'), (select id from public.user_permissions where code = 'post.create')),
    ((select id from public.user_roles where code = 'fan'), (select id from public.user_permissions where code = 'comment.create')),
    ((select id from public.user_roles where code = 'fan'), (select id from public.user_permissions where code = 'subscription.buy')),
    ((select id from public.user_roles where code = 'fan'), (select id from public.user_permissions where code = 'social.block')),
    ((select id from public.user_roles where code = 'fan'), (select id from public.user_permissions where code = 'message.send')),
    ((select id from public.user_roles where code = 'fan'), (select id from public.user_permissions where code = 'report.create')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'creator.publish')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'creator.sell')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'creator.host_live')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'creator.invite_delegate')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'post.create')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'comment.create')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'subscription.buy')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'payout.request')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'social.block')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'message.send')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'mass_message.send')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'analytics.read_own')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'report.create')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'event.create')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'product.list')),
    ((select id from public.user_roles where code = 'creator'), (select id from public.user_permissions where code = 'api_key.manage_own')),
    ((select id from public.user_roles where code = 'affiliate'), (select id from public.user_permissions where code = 'social.block')),
    ((select id from public.user_roles where code = 'affiliate'), (select id from public.user_permissions where code = 'message.send')),
    ((select id from public.user_roles where code = 'affiliate'), (select id from public.user_permissions where code = 'report.create')),
    ((select id from public.user_roles where code = 'creator_chatter'), (select id from public.user_permissions where code = 'message.send')),
    ((select id from public.user_roles where code = 'creator_editor'), (select id from public.user_permissions where code = 'creator.publish')),
    ((select id from public.user_roles where code = 'creator_editor'), (select id from public.user_permissions where code = 'creator.host_live')),
    ((select id from public.user_roles where code = 'creator_editor'), (select id from public.user_permissions where code = 'post.create')),
    ((select id from public.user_roles where code = 'creator_editor'), (select id from public.user_permissions where code = 'comment.create')),
    ((select id from public.user_roles where code = 'creator_accountant'), (select id from public.user_permissions where code = 'analytics.read_own')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'creator.publish')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'creator.sell')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'creator.host_live')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'post.create')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'comment.create')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'message.send')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'mass_message.send')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'analytics.read_own')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'event.create')),
    ((select id from public.user_roles where code = 'creator_manager'), (select id from public.user_permissions where code = 'product.list')),
    ((select id from public.user_roles where code = 'auditor'), (select id from public.user_permissions where code = 'ledger.read')),
    ((select id from public.user_roles where code = 'auditor'), (select id from public.user_permissions where code = 'audit_log.read')),
    ((select id from public.user_roles where code = 'auditor'), (select id from public.user_permissions where code = 'analytics.read')),
    ((select id from public.user_roles where code = 'auditor'), (select id from public.user_permissions where code = 'backup.read')),
    ((select id from public.user_roles where code = 'analyst'), (select id from public.user_permissions where code = 'analytics.read')),
    ((select id from public.user_roles where code = 'analyst'), (select id from public.user_permissions where code = 'analytics.query')),
    ((select id from public.user_roles where code = 'analyst'), (select id from public.user_permissions where code = 'analytics.export')),
    ((select id from public.user_roles where code = 'analyst'), (select id from public.user_permissions where code = 'analytics.define')),
    ((select id from public.user_roles where code = 'analyst'), (select id from public.user_permissions where code = 'experiment.manage')),
    ((select id from public.user_roles where code = 'analyst'), (select id from public.user_permissions where code = 'dashboard.share')),
    ((select id from public.user_roles where code = 'analyst'), (select id from public.user_permissions where code = 'model.read')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'promotion.manage')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'affiliate.manage')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'announcement.draft')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'announcement.publish')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'notification_template.edit')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'notification_template.approve')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'campaign.send')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'sender.manage')),
    ((select id from public.user_roles where code = 'marketing'), (select id from public.user_permissions where code = 'analytics.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'account.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'account.read_contact')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'account.update')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'account.reset_mfa')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'account.export')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'session.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'session.revoke')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'username.reserve')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'creator.manage_any')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'badge.award')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'points.adjust')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'subscription.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'subscription.cancel')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'payment.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'payment.refund')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'payment.retry')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'payout.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'wallet.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'wallet.credit')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'spending_limit.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'mass_message.stop')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'suppression.remove')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'event.refund')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'order.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'order.refund')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'booking.manage')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'tenant.read')),
    ((select id from public.user_roles where code = 'support'), (select id from public.user_permissions where code = 'domain.manage')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'account.read')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'account.suspend')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'post.read_any')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'post.remove')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'comment.remove')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'media.review')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'hashtag.ban')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'sticker.review')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'social_graph.read')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'block_list.review')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'message.read_reported'))
  ) as written (role_id, permission_id)
)
insert/**/into public.user_role_permissions (role_id, permission_id)
  select role_id, permission_id from wanted
  where not exists (select from public.user_role_permissions as there where there.role_id = wanted.role_id and there.permission_id = wanted.permission_id);

with wanted (role_id, permission_id) as (
  select role_id::smallint, permission_id::smallint
  from (values
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'message.remove')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'mass_message.stop')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'case.read')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'case.decide')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'label.work')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'live.watch_any')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'live.interrupt')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'live.moderate_chat')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'event.moderate')),
    ((select id from public.user_roles where code = 'moderator'), (select id from public.user_permissions where code = 'product.review')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'account.read')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'account.suspend')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'account.ban')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'account.reinstate')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'creator_application.review')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'badge.award')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'reputation.adjust')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'post.read_any')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'post.remove')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'post.restore')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'comment.remove')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'media.review')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'media.read_original')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'hashtag.ban')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'sticker.review')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'social_graph.read')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'block_list.review')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'message.read_reported')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'message.remove')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'mass_message.stop')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'case.read')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'case.decide')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'case.decide_second')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'case.assign')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'appeal.decide')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'queue.manage')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'policy.edit')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'screening.configure')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'automod.manage')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'ncii.process')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'moderator.manage')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'ai_persona.review')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'live.watch_any')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'live.interrupt')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'live.moderate_chat')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'event.moderate')),
    ((select id from public.user_roles where code = 'senior_moderator'), (select id from public.user_permissions where code = 'product.review')),
    ((select id from public.user_roles where code = 'identity_reviewer'), (select id from public.user_permissions where code = 'account.read_identity')),
    ((select id from public.user_roles where code = 'identity_reviewer'), (select id from public.user_permissions where code = 'verification.review')),
    ((select id from public.user_roles where code = 'identity_reviewer'), (select id from public.user_permissions where code = 'creator_application.review')),
    ((select id from public.user_roles where code = 'identity_reviewer'), (select id from public.user_permissions where code = 'performer.read')),
    ((select id from public.user_roles where code = 'identity_reviewer'), (select id from public.user_permissions where code = 'performer.verify')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'ingest.manage')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'domain.manage')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'api_client.review')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'api_key.revoke')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'webhook.replay')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'integration.manage')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'feature_flag.manage')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'feature_flag.kill')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'setting.manage')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'job.manage')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'backup.read')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'backup.restore')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'release.publish')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'remote_config.publish')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'geo.manage')),
    ((select id from public.user_roles where code = 'developer'), (select id from public.user_permissions where code = 'accessibility.manage')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'subscription.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'subscription.cancel')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payment.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payment.refund')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payment.refund_large')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payment.retry')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'chargeback.contest')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'chargeback.accept')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payout.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payout.hold')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payout.release')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'payout.approve')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'ledger.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'ledger.adjust')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'ledger.close_period')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'reserve.manage')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'fee.manage')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'tax.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'tax.manage')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'invoice.issue')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'promotion.manage')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'affiliate.manage')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'token_package.manage')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'wallet.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'wallet.credit')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'reconciliation.run')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'analytics.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'analytics.export')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'fraud.review')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'event.refund')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'order.read')),
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'order.refund'))
  ) as written (role_id, permission_id)
)
insert/**/into public.user_role_permissions (role_id, permission_id)
  select role_id, permission_id from wanted
  where not exists (select from public.user_role_permissions as there where there.role_id = wanted.role_id and there.permission_id = wanted.permission_id);

with wanted (role_id, permission_id) as (
  select role_id::smallint, permission_id::smallint
  from (values
    ((select id from public.user_roles where code = 'finance'), (select id from public.user_permissions where code = 'tenant.read')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'payment.read')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'payment.refund_large')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'payout.read')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'payout.release')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'payout.approve')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'ledger.read')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'ledger.adjust')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'ledger.close_period')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'reserve.manage')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'fee.manage')),
    ((select id from public.user_roles where code = 'finance_approver'), (select id from public.user_permissions where code = 'tax.manage')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'account.read')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'account.read_contact')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'account.erase')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'account.export')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'legal_hold.read')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'audit_log.read')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'obligation.manage')),
    ((select id from public.user_roles where code = 'privacy_officer'), (select id from public.user_permissions where code = 'retention.manage')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'account.read')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'account.read_contact')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'account.read_identity')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'account.erase')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'account.export')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'role.read')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'verification.review')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'verification.override')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'creator_application.review')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'legal_hold.read')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'audit_log.read')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'post.read_any')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'media.read_original')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'media.purge')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'performer.read')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'performer.verify')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'custodian.manage')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'payment.read')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'payout.hold')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'sanctions.review')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'case.read')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'obligation.manage')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'retention.manage')),
    ((select id from public.user_roles where code = 'compliance'), (select id from public.user_permissions where code = 'privileged_access.grant')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.read')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.read_contact')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.update')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.suspend')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.ban')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.reinstate')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.impersonate')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.reset_mfa')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'account.merge')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'role.read')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'role.assign')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'role.revoke')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'permission.manage')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'session.read')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'session.revoke')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'username.reserve')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'creator.manage_any')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'audit_log.read')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'badge.award')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'badge.manage')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'points.adjust')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'category.manage')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'announcement.publish')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'sender.manage')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'queue.manage')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'tenant.read')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'tenant.manage')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'api_key.revoke')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'feature_flag.kill')),
    ((select id from public.user_roles where code = 'administrator'), (select id from public.user_permissions where code = 'setting.manage')),
    ((select id from public.user_roles where code = 'owner'), (select id from public.user_permissions where code = 'role.read')),
    ((select id from public.user_roles where code = 'owner'), (select id from public.user_permissions where code = 'role.assign')),
    ((select id from public.user_roles where code = 'owner'), (select id from public.user_permissions where code = 'role.revoke')),
    ((select id from public.user_roles where code = 'owner'), (select id from public.user_permissions where code = 'permission.manage')),
    ((select id from public.user_roles where code = 'owner'), (select id from public.user_permissions where code = 'audit_log.read')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'legal_hold.read')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'legal_hold.place')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'legal_hold.release')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'legal_document.draft')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'legal_document.publish')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'music.manage')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'custodian.manage')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'notification_template.edit')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'notification_template.approve')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'case.read')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'policy.publish')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'dmca.process')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'ncii.process')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'law_enforcement.process')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'removal_order.process')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'transparency.publish')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'obligation.manage')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'retention.manage')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'trusted_flagger.manage')),
    ((select id from public.user_roles where code = 'legal'), (select id from public.user_permissions where code = 'geo.manage')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'policy.edit'))
  ) as written (role_id, permission_id)
)
insert/**/into public.user_role_permissions (role_id, permission_id)
  select role_id, permission_id from wanted
  where not exists (select from public.user_role_permissions as there where there.role_id = wanted.role_id and there.permission_id = wanted.permission_id);

with wanted (role_id, permission_id) as (
  select role_id::smallint, permission_id::smallint
  from (values
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'policy.publish')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'screening.configure')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'automod.manage')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'transparency.publish')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'trusted_flagger.manage')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'model.read')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'model.approve')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'prompt.approve')),
    ((select id from public.user_roles where code = 'policy'), (select id from public.user_permissions where code = 'ai_persona.review')),
    ((select id from public.user_roles where code = 'child_safety'), (select id from public.user_permissions where code = 'child_safety.review')),
    ((select id from public.user_roles where code = 'child_safety'), (select id from public.user_permissions where code = 'child_safety.report')),
    ((select id from public.user_roles where code = 'child_safety'), (select id from public.user_permissions where code = 'hash_list.manage')),
    ((select id from public.user_roles where code = 'child_safety'), (select id from public.user_permissions where code = 'ncii.process')),
    ((select id from public.user_roles where code = 'fraud_analyst'), (select id from public.user_permissions where code = 'fraud.review')),
    ((select id from public.user_roles where code = 'fraud_analyst'), (select id from public.user_permissions where code = 'fraud.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'badge.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'reward.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'token_package.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'announcement.draft')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'announcement.publish')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'notification_template.edit')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'analytics.read')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'analytics.define')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'experiment.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'dashboard.share')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'recommendation.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'live_category.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'integration.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'feature_flag.manage')),
    ((select id from public.user_roles where code = 'product'), (select id from public.user_permissions where code = 'accessibility.manage')),
    ((select id from public.user_roles where code = 'editor'), (select id from public.user_permissions where code = 'post.feature')),
    ((select id from public.user_roles where code = 'editor'), (select id from public.user_permissions where code = 'category.manage')),
    ((select id from public.user_roles where code = 'editor'), (select id from public.user_permissions where code = 'hashtag.ban')),
    ((select id from public.user_roles where code = 'editor'), (select id from public.user_permissions where code = 'music.manage')),
    ((select id from public.user_roles where code = 'editor'), (select id from public.user_permissions where code = 'live_category.manage')),
    ((select id from public.user_roles where code = 'developer_relations'), (select id from public.user_permissions where code = 'api_client.review')),
    ((select id from public.user_roles where code = 'developer_relations'), (select id from public.user_permissions where code = 'webhook.replay')),
    ((select id from public.user_roles where code = 'ml_engineer'), (select id from public.user_permissions where code = 'model.read')),
    ((select id from public.user_roles where code = 'ml_engineer'), (select id from public.user_permissions where code = 'model.register')),
    ((select id from public.user_roles where code = 'ml_engineer'), (select id from public.user_permissions where code = 'model.deploy')),
    ((select id from public.user_roles where code = 'ml_engineer'), (select id from public.user_permissions where code = 'dataset.manage')),
    ((select id from public.user_roles where code = 'ml_engineer'), (select id from public.user_permissions where code = 'label.manage')),
    ((select id from public.user_roles where code = 'ml_engineer'), (select id from public.user_permissions where code = 'recommendation.manage')),
    ((select id from public.user_roles where code = 'ml_lead'), (select id from public.user_permissions where code = 'model.approve')),
    ((select id from public.user_roles where code = 'ml_lead'), (select id from public.user_permissions where code = 'prompt.approve')),
    ((select id from public.user_roles where code = 'labeler'), (select id from public.user_permissions where code = 'label.work')),
    ((select id from public.user_roles where code = 'translator'), (select id from public.user_permissions where code = 'translation.edit')),
    ((select id from public.user_roles where code = 'translator_lead'), (select id from public.user_permissions where code = 'translation.approve'))
  ) as written (role_id, permission_id)
)
insert/**/into public.user_role_permissions (role_id, permission_id)
  select role_id, permission_id from wanted
  where not exists (select from public.user_role_permissions as there where there.role_id = wanted.role_id and there.permission_id = wanted.permission_id);

select boyfanz.schedule_maintenance();
insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 8, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '719 of 719' as tables,
  'Nothing: the schema is complete.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';
