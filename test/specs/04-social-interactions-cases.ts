/**
 * What the tables of section 4 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on, `pg_temp.h('x')` a digest. Users 20 to 23 are creators.
 */
import { accepts, type Case, given, refuses, yields } from './case.ts';

const PEOPLE: readonly Case[] = [
  given(
    `insert into users (id, username, status) select pg_temp.u(n), 'user' || n, 'active' from generate_series(1, 60) n`,
  ),
  given(`insert into currencies (code, name, exponent) values ('EUR', 'Euro', 2)`),
  given(`insert into creators (user_id, default_currency) select pg_temp.u(n), 'EUR' from generate_series(20, 23) n`),
  given(`insert into content_items (id, kind, author_id)
    select pg_temp.u(100 + n), 'post', pg_temp.u(n) from unnest(array[1, 5]) n`),
];

const FOLLOWS: readonly Case[] = [
  given(`insert into user_blocks (blocker_id, blocked_id) values (pg_temp.u(9), pg_temp.u(1))`),
  accepts(
    'a follow',
    `insert into follows (follower_id, followee_id, source) values (pg_temp.u(1), pg_temp.u(2), 'profile')`,
  ),
  refuses(
    'a follow of the person who blocks',
    `insert into follows (follower_id, followee_id, source) values (pg_temp.u(1), pg_temp.u(9), 'profile')`,
    'not possible between these two accounts',
  ),
  refuses(
    'a follow of the person one blocks',
    `insert into follows (follower_id, followee_id, source) values (pg_temp.u(9), pg_temp.u(1), 'profile')`,
    'not possible',
  ),
  refuses('turning a follow to the blocker', `update follows set followee_id = pg_temp.u(9)`, 'not possible'),
  refuses(
    'following oneself',
    `insert into follows (follower_id, followee_id, source) values (pg_temp.u(1), pg_temp.u(1), 'profile')`,
    'nobody_follows_themselves',
  ),
  refuses(
    'a follow twice',
    `insert into follows (follower_id, followee_id, source) values (pg_temp.u(1), pg_temp.u(2), 'search')`,
    'pkey',
  ),
  given(`insert into follow_requests (requester_id, target_id) values
    (pg_temp.u(1), pg_temp.u(3)), (pg_temp.u(1), pg_temp.u(4)), (pg_temp.u(1), pg_temp.u(5)), (pg_temp.u(58), pg_temp.u(5))`),
  refuses(
    'a request across a block',
    `insert into follow_requests (requester_id, target_id) values (pg_temp.u(1), pg_temp.u(9))`,
    'not possible',
  ),
  refuses(
    'a request for somebody else',
    `update follow_requests set target_id = pg_temp.u(6) where target_id = pg_temp.u(3)`,
    'keeps its value',
  ),
  refuses('declined without a time', `update follow_requests set state = 'declined'`, 'declined_names_its_time'),
  accepts(
    'approval is the follow',
    `insert into follows (follower_id, followee_id, source) values (pg_temp.u(1), pg_temp.u(3), 'profile')`,
  ),
  yields('which ends the request', `select count(*) from follow_requests where target_id = pg_temp.u(3)`, '0'),
  given(
    `update follow_requests set state = 'declined', decided_at = now() where target_id in (pg_temp.u(4), pg_temp.u(5))`,
  ),
  refuses(
    'asking again at once',
    `update follow_requests set state = 'pending', decided_at = null where target_id = pg_temp.u(4)`,
    'rests for 30 days',
  ),
  refuses('removing the decline', `delete from follow_requests where target_id = pg_temp.u(4)`, 'rests for 30 days'),
  refuses(
    'dating the decline back',
    `update follow_requests set requested_at = now() - interval '60 days', decided_at = now() - interval '40 days' where target_id = pg_temp.u(4)`,
    'rests for 30 days',
  ),
  accepts(
    'declining later',
    `update follow_requests set decided_at = now() + interval '1 hour' where target_id = pg_temp.u(4)`,
  ),
  accepts(
    'a change of mind of the target',
    `insert into follows (follower_id, followee_id, source) values (pg_temp.u(1), pg_temp.u(4), 'profile')`,
  ),
  yields('ends the declined request too', `select count(*) from follow_requests where target_id = pg_temp.u(4)`, '0'),
  accepts('the end of an account takes its declined requests', `delete from users where id = pg_temp.u(58)`),
  given(`insert into follow_requests (requester_id, target_id, requested_at, state, decided_at)
    values (pg_temp.u(2), pg_temp.u(6), now() - interval '40 days', 'declined', now() - interval '31 days')`),
  accepts(
    'asking again after 30 days',
    `update follow_requests set state = 'pending', decided_at = null where requester_id = pg_temp.u(2)`,
  ),
  given(`insert into follow_events (follower_id, followee_id, event) values (pg_temp.u(1), pg_temp.u(2), 'follow')`),
  refuses('another event', `update follow_events set event = 'unfollow'`, 'append-only'),
  accepts('a pseudonym', `update follow_events set follower_id = pg_temp.u(900)`),
];

const FRIENDS: readonly Case[] = [
  given(`insert into friend_requests (id, sender_id, recipient_id, expires_at) values
    (pg_temp.u(200), pg_temp.u(1), pg_temp.u(2), now() + interval '30 days'),
    (pg_temp.u(201), pg_temp.u(3), pg_temp.u(4), now() + interval '30 days')`),
  refuses(
    'a crossing request',
    `insert into friend_requests (sender_id, recipient_id, expires_at) values (pg_temp.u(2), pg_temp.u(1), now() + interval '1 day')`,
    'one_pending',
  ),
  refuses(
    'a request across a block',
    `insert into friend_requests (sender_id, recipient_id, expires_at) values (pg_temp.u(9), pg_temp.u(1), now() + interval '1 day')`,
    'not possible',
  ),
  refuses('acceptance without a time', `update friend_requests set status = 'accepted'`, 'response_names_its_time'),
  refuses(
    'a friendship by a request that is pending',
    `insert into friendships (user_low_id, user_high_id, request_id) values (pg_temp.u(1), pg_temp.u(2), pg_temp.u(200))`,
    'accepted one of these two',
  ),
  given(`update friend_requests set status = 'accepted', responded_at = now()`),
  refuses(
    'taking the answer back',
    `update friend_requests set status = 'pending', responded_at = null`,
    'append-only',
  ),
  accepts('clearing the message', `update friend_requests set message = null`),
  refuses(
    'a friendship by the request of others',
    `insert into friendships (user_low_id, user_high_id, request_id) values (pg_temp.u(1), pg_temp.u(2), pg_temp.u(201))`,
    'accepted one of these two',
  ),
  refuses(
    'the higher id first',
    `insert into friendships (user_low_id, user_high_id) values (pg_temp.u(2), pg_temp.u(1))`,
    'lower_id_comes_first',
  ),
  refuses(
    'a friendship across a block',
    `insert into friendships (user_low_id, user_high_id) values (pg_temp.u(1), pg_temp.u(9))`,
    'not possible',
  ),
  accepts(
    'a friendship',
    `insert into friendships (user_low_id, user_high_id, request_id) values (pg_temp.u(1), pg_temp.u(2), pg_temp.u(200))`,
  ),
  yields(
    'is seen from both sides',
    `select string_agg(right(user_id::text, 1) || right(friend_id::text, 1), ' ' order by user_id) from user_friends`,
    '12 21',
  ),
  accepts('a request may be purged', `delete from friend_requests where id = pg_temp.u(200)`),
  yields('the friendship stays', `select count(*) from friendships where request_id is null`, '1'),
];

const CONNECTIONS: readonly Case[] = [
  refuses(
    'a symmetric kind with an inverse',
    `insert into relationship_types (id, code, label, is_symmetric, inverse_id) values (1, 'partner', 'Partner', true, 2)`,
    'symmetric_has_no_inverse',
  ),
  refuses(
    'an inverse that points elsewhere',
    `insert into relationship_types (id, code, label, is_symmetric, inverse_id) values
      (3, 'manager', 'Manager', false, 4), (4, 'talent', 'Talent', false, null)`,
    'inverse_points_back',
  ),
  accepts(
    'kinds',
    `insert into relationship_types (id, code, label, is_symmetric, inverse_id, needs_confirmation, max_per_user) values
      (1, 'partner', 'Partner', true, null, true, 1), (2, 'rival', 'Rival', true, null, false, null),
      (3, 'manager', 'Manager of', false, 4, true, null), (4, 'talent', 'Talent of', false, 3, true, 1)`,
  ),
  refuses('a kind whose inverse is gone', 'delete from relationship_types where id = 3', 'inverse_points_back'),
  refuses(
    'confirming for the other side',
    `insert into user_connections (user_id, other_user_id, type_id, state, confirmed_at) values (pg_temp.u(1), pg_temp.u(2), 1, 'confirmed', now())`,
    'waits for the other side',
  ),
  accepts(
    'a kind that needs no confirmation',
    `insert into user_connections (user_id, other_user_id, type_id, state, confirmed_at) values (pg_temp.u(1), pg_temp.u(2), 2, 'confirmed', now())`,
  ),
  refuses(
    'a connection across a block',
    `insert into user_connections (user_id, other_user_id, type_id) values (pg_temp.u(1), pg_temp.u(9), 2)`,
    'not possible',
  ),
  given(`insert into user_connections (user_id, other_user_id, type_id) values
    (pg_temp.u(1), pg_temp.u(2), 1), (pg_temp.u(3), pg_temp.u(1), 1), (pg_temp.u(4), pg_temp.u(5), 3), (pg_temp.u(6), pg_temp.u(5), 3)`),
  refuses(
    'the same from the other side',
    `insert into user_connections (user_id, other_user_id, type_id) values (pg_temp.u(2), pg_temp.u(1), 1)`,
    'declared this partner connection already',
  ),
  refuses(
    'the inverse from the other side',
    `insert into user_connections (user_id, other_user_id, type_id) values (pg_temp.u(5), pg_temp.u(4), 4)`,
    'declared this talent connection already',
  ),
  refuses(
    'confirmed without a time',
    `update user_connections set state = 'confirmed' where type_id = 1 and user_id = pg_temp.u(1)`,
    'confirmed_names_its_time',
  ),
  accepts(
    'confirmation',
    `update user_connections set state = 'confirmed', confirmed_at = now() where type_id = 1 and user_id = pg_temp.u(1)`,
  ),
  refuses(
    'a second partner, counted from the other side',
    `update user_connections set state = 'confirmed', confirmed_at = now() where type_id = 1 and user_id = pg_temp.u(3)`,
    'At most 1 confirmed',
  ),
  accepts(
    'a manager',
    `update user_connections set state = 'confirmed', confirmed_at = now() where type_id = 3 and user_id = pg_temp.u(4)`,
  ),
  refuses(
    'a second manager, counted by the inverse kind',
    `update user_connections set state = 'confirmed', confirmed_at = now() where type_id = 3 and user_id = pg_temp.u(6)`,
    'At most 1 confirmed connections of the kind talent',
  ),
  accepts(
    'the next one after the end',
    `update user_connections set state = 'ended', ended_at = now() + interval '1 s' where type_id = 3 and user_id = pg_temp.u(4);
     update user_connections set state = 'confirmed', confirmed_at = now() where type_id = 3 and user_id = pg_temp.u(6)`,
  ),
  given(`insert into severed_relationships (event_id, user_id, other_user_id, relation, cause)
    values (pg_temp.u(1), pg_temp.u(1), pg_temp.u(2), 'friend', 'block')`),
  refuses(
    'restored before severed',
    `update severed_relationships set restored_at = now() - interval '1 h'`,
    'restored_after',
  ),
  accepts('restored', `update severed_relationships set restored_at = now() + interval '1 h'`),
  refuses('restored again', `update severed_relationships set restored_at = now() + interval '2 h'`, 'append-only'),
  refuses('another cause', `update severed_relationships set cause = 'staff'`, 'append-only'),
];

const LISTS: readonly Case[] = [
  given(`insert into social_lists (id, owner_id, name, is_public) values
    (pg_temp.u(300), pg_temp.u(1), 'Fans', true), (pg_temp.u(301), pg_temp.u(1), 'Private', false)`),
  refuses(
    'the same name in another spelling',
    `insert into social_lists (owner_id, name) values (pg_temp.u(1), ' FANS ')`,
    'social_lists_owner_id_name_key_key',
  ),
  given(`insert into social_lists (owner_id, name, kind) values (pg_temp.u(1), 'Close', 'close_friends')`),
  refuses(
    'two lists of close friends',
    `insert into social_lists (owner_id, name, kind) values (pg_temp.u(1), 'Closer', 'close_friends')`,
    'one_close_friends',
  ),
  refuses(
    'public close friends',
    `update social_lists set is_public = true where kind = 'close_friends'`,
    'stay_private',
  ),
  refuses(
    'a smart list without rules',
    `insert into social_lists (owner_id, name, kind) values (pg_temp.u(1), 'Smart', 'smart')`,
    'smart list has rules',
  ),
  accepts(
    'a smart list with rules',
    `insert into social_lists (id, owner_id, name, kind, refresh_every) values (pg_temp.u(302), pg_temp.u(1), 'Smart', 'smart', '1 hour');
     insert into social_list_rules (list_id, rule_no, field, operator, value) values
       (pg_temp.u(302), 1, 'total_spent', 'between', '[100, 5000]'), (pg_temp.u(302), 2, 'country', 'in', '["DE", "FR"]')`,
  ),
  refuses('deleting all its rules', `delete from social_list_rules`, 'smart list has rules'),
  refuses(
    'rules of a list by hand',
    `update social_lists set kind = 'manual', refresh_every = null where kind = 'smart'`,
    'smart list has rules',
  ),
  refuses('a rule that moves', `update social_list_rules set list_id = pg_temp.u(300)`, 'keeps its value'),
  accepts('deleting one of two', `delete from social_list_rules where rule_no = 2`),
  ...(
    [
      ['an amount as a text', 'total_spent', 'gt', '"100"', 'value_fits_field'],
      ['a negative number', 'expired_days', 'lt', '-1', 'value_fits_field'],
      ['a range of one', 'total_spent', 'between', '[1]', 'value_fits_operator'],
      ['a range that falls', 'total_spent', 'between', '[9, 1]', 'value_fits_operator'],
      ['an array for a single value', 'country', 'eq', '["DE"]', 'value_fits_operator'],
      ['a country that is none', 'country', 'in', '["DE", "Germany"]', 'value_fits_field'],
      ['a number as a country', 'country', 'eq', '49', 'value_fits_field'],
      ['a nested array', 'country', 'in', '[["DE"]]', 'value_fits_field'],
      ['nothing to be in', 'country', 'in', '[]', 'value_fits_operator'],
      ['a status that is none', 'subscription_status', 'eq', '"gone"', 'value_fits_field'],
      ['a tier by name', 'tier', 'eq', '"gold"', 'value_fits_field'],
      ['a language that is none', 'language', 'eq', '"Deutsch"', 'value_fits_field'],
      ['greater than a country', 'country', 'gt', '"DE"', 'operator_fits_field'],
      ['an object', 'last_seen', 'eq', '{}', 'value_fits'],
    ] as const
  ).map(([title, field, operator, value, because]) =>
    refuses(
      title,
      `insert into social_list_rules (list_id, rule_no, field, operator, value) values (pg_temp.u(302), 5, '${field}', '${operator}', '${value}')`,
      because,
    ),
  ),
  ...(
    [
      ['subscription_status', 'in', '["active", "paused"]'],
      ['tag', 'eq', '"018f0000-0000-7000-8000-000000000001"'],
      ['language', 'neq', '"pt-BR"'],
      ['last_seen', 'gt', '30'],
    ] as const
  ).map(([field, operator, value], at) =>
    accepts(
      `a rule on ${field}`,
      `insert into social_list_rules (list_id, rule_no, field, operator, value) values (pg_temp.u(302), ${10 + at}, '${field}', '${operator}', '${value}')`,
    ),
  ),
  accepts('a list goes with its rules', `delete from social_lists where id = pg_temp.u(302)`),
  accepts(
    'following a public list',
    `insert into social_list_followers (list_id, user_id) values (pg_temp.u(300), pg_temp.u(2))`,
  ),
  refuses(
    'following a private list',
    `insert into social_list_followers (list_id, user_id) values (pg_temp.u(301), pg_temp.u(2))`,
    'is not public',
  ),
  accepts('turning a list private', `update social_lists set is_public = false where id = pg_temp.u(300)`),
  yields('loses its followers', `select count(*) from social_list_followers`, '0'),
];

const CIRCLES: readonly Case[] = [
  refuses(
    'a circle without its owner',
    `insert into social_circles (owner_id, slug, name) values (pg_temp.u(10), 'club', 'Club')`,
    'is the member with that role',
  ),
  refuses(
    'a tier gate without a tier',
    `insert into social_circles (owner_id, slug, name, join_policy) values (pg_temp.u(10), 'club', 'Club', 'subscribers')`,
    'subscribers_need_a_tier',
  ),
  refuses(
    'the tier of nobody',
    `insert into social_circles (owner_id, slug, name, required_tier_id) values (pg_temp.u(10), 'club', 'Club', pg_temp.u(999))`,
    'tier_of_the_owner',
  ),
  given(`insert into subscription_tiers (id, creator_id, slug, name, level) values
    (pg_temp.u(410), pg_temp.u(20), 'gold', 'Gold', 1), (pg_temp.u(411), pg_temp.u(21), 'gold', 'Gold', 1)`),
  refuses(
    'the tier of another creator',
    `insert into social_circles (owner_id, slug, name, required_tier_id) values (pg_temp.u(20), 'gold', 'Gold', pg_temp.u(411))`,
    'tier_of_the_owner',
  ),
  accepts(
    'a circle behind a tier of its owner',
    `insert into social_circles (id, owner_id, slug, name, join_policy, required_tier_id)
       values (pg_temp.u(401), pg_temp.u(20), 'gold', 'Gold', 'subscribers', pg_temp.u(410));
     insert into social_circle_members (circle_id, user_id, role) values (pg_temp.u(401), pg_temp.u(20), 'owner')`,
  ),
  refuses('the deletion of that tier', `delete from subscription_tiers where id = pg_temp.u(410)`, 'tier_of_the_owner'),
  given(`delete from social_circles`),
  accepts(
    'a circle',
    `insert into social_circles (id, owner_id, slug, name) values (pg_temp.u(400), pg_temp.u(10), 'club', 'Club');
     insert into social_circle_members (circle_id, user_id, role) values (pg_temp.u(400), pg_temp.u(10), 'owner'), (pg_temp.u(400), pg_temp.u(11), 'member')`,
  ),
  refuses(
    'the slug in capitals',
    `insert into social_circles (owner_id, slug, name) values (pg_temp.u(10), 'CLUB', 'Club')`,
    'social_circles_slug_key',
  ),
  refuses('two owners', `update social_circle_members set role = 'owner'`, 'one_owner'),
  refuses(
    'an owner who left',
    `update social_circle_members set state = 'left' where role = 'owner'`,
    'owner_is_active',
  ),
  refuses('no owner', `update social_circle_members set role = 'member'`, 'is the member with that role'),
  refuses(
    'an owner who vanishes',
    `delete from social_circle_members where role = 'owner'`,
    'is the member with that role',
  ),
  refuses(
    'another owner than the circle says',
    `update social_circles set owner_id = pg_temp.u(11)`,
    'is the member with that role',
  ),
  refuses('deletion with members', `delete from social_circles`, 'has members'),
  refuses('the deletion of the owner', `delete from users where id = pg_temp.u(10)`, 'social_circles_owner_id_fkey'),
  accepts(
    'handing over',
    `update social_circles set owner_id = pg_temp.u(11);
     update social_circle_members set role = 'moderator' where user_id = pg_temp.u(10);
     update social_circle_members set role = 'owner' where user_id = pg_temp.u(11)`,
  ),
  given(`insert into social_circle_invitations (circle_id, user_id, direction, expires_at)
    values (pg_temp.u(400), pg_temp.u(3), 'request', now() + interval '1 day')`),
  refuses(
    'two pending',
    `insert into social_circle_invitations (circle_id, user_id, direction, expires_at) values (pg_temp.u(400), pg_temp.u(3), 'invite', now() + interval '1 day')`,
    'one_pending',
  ),
  refuses(
    'an invited request',
    `update social_circle_invitations set invited_by = pg_temp.u(10)`,
    'requests_have_no_inviter',
  ),
  refuses(
    'accepted without a time',
    `update social_circle_invitations set state = 'accepted'`,
    'decision_names_its_time',
  ),
  accepts(
    'accepted',
    `update social_circle_invitations set state = 'accepted', decided_at = now(), decided_by = pg_temp.u(57)`,
  ),
  refuses('decided again', `update social_circle_invitations set state = 'declined'`, 'append-only'),
  accepts('the decider goes', `delete from users where id = pg_temp.u(57)`),
  yields(
    'and is forgotten',
    `select count(*) from social_circle_invitations where decided_by is null and state = 'accepted'`,
    '1',
  ),
  refuses(
    'a post by somebody who never was a member',
    `insert into social_circle_posts (circle_id, content_id, author_id) values (pg_temp.u(400), pg_temp.u(105), pg_temp.u(5))`,
    'author_is_a_member',
  ),
  accepts(
    'a post',
    `insert into social_circle_posts (circle_id, content_id, author_id) values (pg_temp.u(400), pg_temp.u(101), pg_temp.u(10))`,
  ),
  refuses(
    'removed by, but visible',
    `update social_circle_posts set removed_by = pg_temp.u(11)`,
    'remover_has_removed',
  ),
  refuses('held and pinned', `update social_circle_posts set state = 'held', is_pinned = true`, 'pinned_is_visible'),
  accepts(
    'an empty circle is deleted',
    `update social_circle_members set state = 'left' where role <> 'owner'; delete from social_circles`,
  ),
  yields(
    'with all that is in it',
    `select (select count(*) from social_circle_members) + (select count(*) from social_circle_posts)`,
    '0',
  ),
];

const SORT_KEY = '(1790000000000::bigint << 20)';

const FEEDS: readonly Case[] = [
  accepts(
    'a feed item',
    `insert into feed_items (reader_id, sort_key, content_id, author_id, reason) values (pg_temp.u(1), ${SORT_KEY}, pg_temp.u(101), pg_temp.u(2), 'follow')`,
  ),
  refuses(
    'the same for the same reason',
    `insert into feed_items (reader_id, sort_key, content_id, author_id, reason) values (pg_temp.u(1), ${SORT_KEY} + 1, pg_temp.u(101), pg_temp.u(2), 'follow')`,
    'key',
  ),
  refuses(
    'a sort key that counts seconds',
    `insert into feed_items (reader_id, sort_key, content_id, author_id, reason) values (pg_temp.u(1), 1790000000::bigint << 20, pg_temp.u(102), pg_temp.u(2), 'follow')`,
    'sort_key_counts_milliseconds',
  ),
  refuses(
    'a repost by nobody',
    `insert into feed_items (reader_id, sort_key, content_id, author_id, reason) values (pg_temp.u(1), ${SORT_KEY} + 2, pg_temp.u(102), pg_temp.u(2), 'repost')`,
    'repost_names_its_sharer',
  ),
  given(`insert into feed_fanout_jobs (content_id, author_id, reason) values (pg_temp.u(101), pg_temp.u(1), 'follow')`),
  refuses(
    'the same fan-out twice',
    `insert into feed_fanout_jobs (content_id, author_id, reason) values (pg_temp.u(101), pg_temp.u(1), 'follow')`,
    'content_id_reason_key',
  ),
  refuses('running without a lease', `update feed_fanout_jobs set state = 'running'`, 'running_has_a_lease'),
  refuses('done without a time', `update feed_fanout_jobs set state = 'done'`, 'finished_names_its_time'),
  refuses(
    'delivering backwards',
    `update feed_fanout_jobs set delivered = 5; update feed_fanout_jobs set delivered = 4`,
    'only grows',
  ),
  given(`insert into feed_cursors (user_id, feed, last_seen_sort_key) values (pg_temp.u(1), 'home', 10)`),
  accepts('seeing more', `update feed_cursors set last_seen_sort_key = 11`),
  refuses('seeing less', `update feed_cursors set last_seen_sort_key = 10`, 'only grows'),
  refuses(
    'a boost of three',
    `insert into feed_preferences (user_id, surface, boosts) values (pg_temp.u(1), 'home', '{"video": 3}')`,
    'boosts_in_range',
  ),
  refuses(
    'a boost in words',
    `insert into feed_preferences (user_id, surface, boosts) values (pg_temp.u(1), 'home', '{"video": "1"}')`,
    'boosts_are_numbers',
  ),
  refuses(
    'a list of boosts within',
    `insert into feed_preferences (user_id, surface, boosts) values (pg_temp.u(1), 'home', '{"video": [1]}')`,
    'boosts_are_numbers',
  ),
  accepts(
    'boosts',
    `insert into feed_preferences (user_id, surface, content_kinds, boosts) values (pg_temp.u(1), 'home', '{video,post}', '{"video": 1.5, "post": 0}')`,
  ),
  refuses(
    'a kind that is none',
    `update feed_preferences set content_kinds = '{film}'`,
    'feed_preferences_content_kinds_check',
  ),
  refuses(
    'an endless snooze',
    `insert into feed_author_hides (user_id, author_id, effect) values (pg_temp.u(1), pg_temp.u(2), 'snooze')`,
    'snooze_ends',
  ),
  accepts(
    'a story tray',
    `insert into story_tray_entries (viewer_id, author_id, latest_story_id, latest_at) values (pg_temp.u(1), pg_temp.u(2), pg_temp.u(3), now())`,
  ),
];

const ACTIVITY: readonly Case[] = [
  refuses(
    'a public purchase',
    `insert into activity_events (actor_id, verb, object_kind, object_id, visibility) values (pg_temp.u(1), 'tipped', 'user', pg_temp.u(2), 'public')`,
    'purchases_are_never_public',
  ),
  given(`insert into activity_events (actor_id, verb, object_kind, object_id, target_user_id)
    values (pg_temp.u(1), 'liked', 'content', pg_temp.u(101), pg_temp.u(2))`),
  refuses('another verb', `update activity_events set verb = 'shared'`, 'append-only'),
  accepts('undone', `update activity_events set undone_at = now()`),
  refuses('undone once more', `update activity_events set undone_at = null`, 'append-only'),
  accepts('the target erased', `update activity_events set target_user_id = null`),
  refuses(
    'more samples than people',
    `insert into activity_groups (recipient_id, verb, object_kind, object_id, window_start, actor_count, sample_actor_ids, last_event_at)
     values (pg_temp.u(1), 'joined', 'circle', pg_temp.u(2), now(), 1, array[pg_temp.u(3), pg_temp.u(4)], now())`,
    'at_most_5_samples',
  ),
  refuses(
    'six samples',
    `insert into activity_groups (recipient_id, verb, object_kind, object_id, window_start, actor_count, sample_actor_ids, last_event_at)
     select pg_temp.u(1), 'joined', 'circle', pg_temp.u(2), now(), 9, array_agg(pg_temp.u(n)), now() from generate_series(1, 6) n`,
    'at_most_5_samples',
  ),
  refuses(
    'a signal of somebody who did not consent',
    `insert into interaction_events (actor_id, content_id, kind, surface, session_key) values (pg_temp.u(1), pg_temp.u(101), 'impression', 'home', pg_temp.h('s'))`,
    'needs a consent',
  ),
  accepts(
    'a signal of a visitor',
    `insert into interaction_events (content_id, kind, surface, session_key) values (pg_temp.u(101), 'impression', 'home', pg_temp.h('s'))`,
  ),
  given(`insert into user_consents (user_id, purpose, source) values (pg_temp.u(1), 'personalisation', 'settings')`),
  accepts(
    'a signal with consent',
    `insert into interaction_events (actor_id, content_id, kind, surface, session_key) values (pg_temp.u(1), pg_temp.u(101), 'open', 'home', pg_temp.h('s'))`,
  ),
  refuses('a signal moved to another person', `update interaction_events set actor_id = pg_temp.u(2)`, 'append-only'),
  accepts('erasure', `update interaction_events set actor_id = null`),
  refuses(
    'dwell without a measure',
    `insert into interaction_events (content_id, kind, surface, session_key) values (pg_temp.u(101), 'dwell', 'home', pg_temp.h('s'))`,
    'dwell_is_measured',
  ),
  refuses(
    'tips without a currency',
    `insert into interaction_pair_daily (day, actor_id, target_id, tips_minor) values (current_date, pg_temp.u(1), pg_temp.u(2), 5)`,
    'tips_name_their_currency',
  ),
  refuses(
    'a score above one',
    `insert into user_affinities (user_id, target_id, score, model_version) values (pg_temp.u(1), pg_temp.u(2), 1.1, 'a')`,
    'score_in_range',
  ),
  refuses(
    'an incognito visitor by name',
    `insert into profile_visits (profile_user_id, visitor_id, is_incognito, referrer) values (pg_temp.u(1), pg_temp.u(2), true, 'feed')`,
    'incognito_names_nobody',
  ),
  refuses(
    'a visit to oneself',
    `insert into profile_visits (profile_user_id, visitor_id, referrer) values (pg_temp.u(1), pg_temp.u(1), 'feed')`,
    'nobody_visits_themselves',
  ),
  given(
    `insert into profile_visits (profile_user_id, visitor_id, referrer) values (pg_temp.u(1), pg_temp.u(2), 'feed')`,
  ),
  accepts('a visit that converts', `update profile_visits set converted = 'follow'`),
  refuses('and converts otherwise', `update profile_visits set converted = 'none'`, 'append-only'),
  accepts('a visitor erased', `update profile_visits set visitor_id = null`),
];

const SUGGESTIONS: readonly Case[] = [
  refuses(
    'more samples than mutual connections',
    `insert into mutual_connection_counts (user_low_id, user_high_id, mutual_count, sample_ids, expires_at)
     values (pg_temp.u(1), pg_temp.u(2), 0, array[pg_temp.u(3)], now() + interval '1 day')`,
    'at_most_5_samples',
  ),
  refuses(
    'oneself as a suggestion',
    `insert into connection_recommendations (user_id, candidate_id, kind, rank, score, source_model, generation, expires_at)
     values (pg_temp.u(1), pg_temp.u(1), 'follow', 1, 0.5, 'm', 1, now() + interval '1 day')`,
    'nobody_is_suggested_to_themselves',
  ),
  refuses(
    "somebody else's own choice",
    `insert into recommendation_suppressions (user_id, reason, set_by) values (pg_temp.u(1), 'user_choice', pg_temp.u(2))`,
    'own_choice_is_made_by_oneself',
  ),
  refuses(
    'an address book without consent',
    `insert into contact_imports (user_id, purpose, source, expires_at) values (pg_temp.u(1), 'find', 'csv', now() + interval '30 days')`,
    'contact_matching',
  ),
  given(`insert into user_consents (id, user_id, purpose, source) values
    (pg_temp.u(500), pg_temp.u(1), 'contact_matching', 'settings'), (pg_temp.u(501), pg_temp.u(2), 'contact_matching', 'settings'),
    (pg_temp.u(502), pg_temp.u(56), 'contact_matching', 'settings')`),
  refuses(
    "somebody else's consent",
    `insert into contact_imports (user_id, purpose, source, consent_id, expires_at) values (pg_temp.u(1), 'find', 'csv', pg_temp.u(501), now() + interval '30 days')`,
    'contact_matching',
  ),
  refuses(
    'an address book for longer than a year',
    `insert into contact_imports (user_id, purpose, source, expires_at) values (pg_temp.u(1), 'find', 'csv', now() + interval '13 months')`,
    'expires_within_12_months',
  ),
  accepts(
    'an address book',
    `insert into contact_imports (id, user_id, purpose, source, consent_id, expires_at) values
       (pg_temp.u(510), pg_temp.u(1), 'find', 'csv', pg_temp.u(500), now() + interval '12 months'),
       (pg_temp.u(511), pg_temp.u(56), 'find', 'csv', pg_temp.u(502), now() + interval '12 months');
     insert into contact_import_entries (import_id, contact_bidx, kind, key_id, matched_user_id, matched_at)
       values (pg_temp.u(510), pg_temp.h('a@x.io'), 'email', 1, pg_temp.u(55), now()), (pg_temp.u(511), pg_temp.h('b'), 'phone', 1, null, null)`,
  ),
  refuses(
    'a contact in clear',
    `insert into contact_import_entries (import_id, contact_bidx, kind, key_id) values (pg_temp.u(510), 'a@x.io', 'email', 1)`,
    'digest_256_length',
  ),
  accepts('the end of an account with import and consent', `delete from users where id = pg_temp.u(56)`),
  accepts('the end of a matched account', `delete from users where id = pg_temp.u(55)`),
  accepts('marking an import as deleted', `update contact_imports set state = 'deleted'`),
  yields('deletes its entries', `select count(*) from contact_import_entries`, '0'),
  refuses(
    'an entry of a deleted import',
    `insert into contact_import_entries (import_id, contact_bidx, kind, key_id) values (pg_temp.u(510), pg_temp.h('c'), 'email', 1)`,
    'is deleted',
  ),
  refuses('a deleted import revived', `update contact_imports set state = 'ready'`, 'append-only'),
];

const COUNTERS: readonly Case[] = [
  given(`insert into social_counters (user_id, followers, posts) values (pg_temp.u(1), 12, 3), (pg_temp.u(2), 7, 1)`),
  refuses('fewer than none', `update social_counters set followers = followers - 13`, 'counts_are_not_negative'),
  given(
    `insert into user_privacy_settings (user_id, show_follower_counts, show_spending_badges) values (pg_temp.u(1), false, true)`,
  ),
  yields(
    'hidden totals stay hidden',
    `select string_agg(coalesce(followers::text, '-') || '/' || posts, ' ' order by user_id) from public_social_counters`,
    '-/3 7/1',
  ),
  refuses(
    'an increment of nothing',
    `insert into social_counter_deltas (user_id, counter, delta) values (pg_temp.u(1), 'followers', 0)`,
    'delta_is_not_zero',
  ),
  given(`insert into social_counter_deltas (user_id, counter, delta) values (pg_temp.u(1), 'followers', 1)`),
  refuses('an increment changed', `update social_counter_deltas set delta = 2`, 'append-only'),
  accepts('folding', `delete from social_counter_deltas`),
  refuses(
    'more gained than there are',
    `insert into follower_stats_daily (user_id, day, followers, gained) values (pg_temp.u(1), current_date, 5, 6)`,
    'gained_is_part_of_followers',
  ),
  given(`insert into graph_communities (run_id, ordinal, size) values (pg_temp.u(1), 0, 5)`),
  refuses('an empty community', `update graph_communities set size = 0`, 'size_is_positive'),
  refuses(
    'a ratio above one',
    `insert into social_graph_metrics (user_id, page_rank, in_degree, out_degree, reciprocity, clustering, run_id)
     values (pg_temp.u(1), 0.1, 1, 1, 1.5, 0, pg_temp.u(1))`,
    'ratios_in_range',
  ),
];

const FANS: readonly Case[] = [
  refuses(
    'spending without a purchase',
    `insert into creator_fan_relations (creator_id, fan_id, currency, total_spent_minor) values (pg_temp.u(20), pg_temp.u(1), 'EUR', 5)`,
    'spend_has_a_purchase',
  ),
  refuses(
    'more in 30 days than in all',
    `insert into creator_fan_relations (creator_id, fan_id, currency, spent_30d_minor) values (pg_temp.u(20), pg_temp.u(1), 'EUR', 5)`,
    'amounts_are_not_negative',
  ),
  accepts(
    'a fan',
    `insert into creator_fan_relations (creator_id, fan_id, currency, total_spent_minor, last_purchase_at) values (pg_temp.u(20), pg_temp.u(1), 'EUR', 5, now())`,
  ),
  given(
    `insert into creator_fan_tags (id, creator_id, name) values (pg_temp.u(600), pg_temp.u(20), 'Big'), (pg_temp.u(601), pg_temp.u(21), 'Big')`,
  ),
  refuses(
    'the tag of another creator',
    `insert into creator_fan_tag_links (tag_id, fan_id, creator_id) values (pg_temp.u(601), pg_temp.u(1), pg_temp.u(20))`,
    'tag_of_same_creator',
  ),
  accepts(
    'a tag',
    `insert into creator_fan_tag_links (tag_id, fan_id, creator_id) values (pg_temp.u(600), pg_temp.u(1), pg_temp.u(20))`,
  ),
  refuses(
    '101 tags',
    `insert into creator_fan_tags (creator_id, name) select pg_temp.u(20), 'tag ' || n from generate_series(1, 100) n`,
    'At most 100',
  ),
  refuses(
    'the middle of a month',
    `insert into fan_rankings (creator_id, month, rank, fan_id, score) values (pg_temp.u(20), '2026-02-15', 1, pg_temp.u(1), 9)`,
    'month_starts',
  ),
  given(`insert into fan_rankings (creator_id, month, rank, fan_id, score, is_public) values
    (pg_temp.u(20), '2026-02-01', 1, pg_temp.u(1), 9, true), (pg_temp.u(20), '2026-02-01', 2, pg_temp.u(2), 8, true)`),
  yields('only those who agree are shown', `select string_agg(rank::text, ' ') from public_fan_rankings`, '1'),
  refuses(
    'a fan twice',
    `insert into fan_rankings (creator_id, month, rank, fan_id, score) values (pg_temp.u(20), '2026-02-01', 3, pg_temp.u(1), 7)`,
    'fan_rankings_creator_id_month_fan_id_key',
  ),
  refuses(
    'rank 101',
    `insert into fan_rankings (creator_id, month, rank, fan_id, score) values (pg_temp.u(20), '2026-02-01', 101, pg_temp.u(3), 7)`,
    'rank_in_range',
  ),
  refuses(
    'a note of 3000 characters',
    `insert into user_notes (user_id, target_id, body_enc, key_id) values (pg_temp.u(1), pg_temp.u(2), decode(repeat('00', 12000), 'hex'), 1)`,
    'body_length',
  ),
];

/** Resolution 6 and resolution 9 around the same place. */
const COARSE_CELL = '604189641255419903';
const FINE_CELL = '617700440073043967';

const PLACES: readonly Case[] = [
  accepts(
    'a blurred place',
    `insert into user_discovery_locations (user_id, latitude, longitude, precision_km, h3_cell, country_code, source, visible_until)
     values (pg_temp.u(1), 52.52, -13.41, 3, ${COARSE_CELL}, 'DE', 'device', now() + interval '7 days')`,
  ),
  refuses('an exact latitude', `update user_discovery_locations set latitude = 52.5163`, 'coordinates_are_rounded'),
  refuses('an exact cell', `update user_discovery_locations set h3_cell = ${FINE_CELL}`, 'h3_cell_is_coarse'),
  refuses('two kilometres', `update user_discovery_locations set precision_km = 2`, 'precision_at_least_3_km'),
  refuses('beyond the pole', `update user_discovery_locations set latitude = 91`, 'latitude_in_range'),
  refuses('no number', `update user_discovery_locations set longitude = 'NaN'`, 'longitude_in_range'),
  refuses(
    'visible for 31 days',
    `update user_discovery_locations set visible_until = now() + interval '31 days'`,
    'visible_for_30_days_at_most',
  ),
  refuses(
    'muted with notifications',
    `insert into hashtag_follows (user_id, hashtag_id, mode, has_notifications) values (pg_temp.u(1), 1, 'mute', true)`,
    'muted_does_not_notify',
  ),
  accepts(
    'a search',
    `insert into search_history (user_id, query, result_count) values (pg_temp.u(1), '  Lace SET ', 4)`,
  ),
  yields('is compared in one form', `select query_key from search_history`, 'lace set'),
  refuses('a click on nothing', `update search_history set clicked_kind = 'content'`, 'click_names_its_kind'),
];

const SAFETY: readonly Case[] = [
  given(
    `insert into block_lists (id, owner_id, name, category) values (pg_temp.u(700), pg_temp.u(20), 'Thieves', 'leaker')`,
  ),
  refuses('public without review', `update block_lists set visibility = 'public'`, 'public_is_approved'),
  accepts(
    'public after review',
    `update block_lists set visibility = 'public', review_state = 'approved', version = 3`,
  ),
  refuses('an approval withdrawn in public', `update block_lists set review_state = 'rejected'`, 'public_is_approved'),
  refuses('an older version', `update block_lists set version = 2`, 'only grows'),
  refuses(
    'an account that lists itself',
    `insert into block_list_entries (list_id, blocked_id, reason, added_by) values (pg_temp.u(700), pg_temp.u(5), 'leak', pg_temp.u(5))`,
    'nobody_lists_themselves',
  ),
  refuses(
    'applied at no time',
    `insert into block_list_subscriptions (list_id, subscriber_id, applied_version) values (pg_temp.u(700), pg_temp.u(21), 3)`,
    'applied_names_its_time',
  ),
  refuses(
    'a paid shoutout without an amount',
    `insert into shoutouts (requester_id, promoter_id, kind, expires_at) values (pg_temp.u(20), pg_temp.u(21), 'paid', now() + interval '1 day')`,
    'paid_names_its_amount',
  ),
  refuses(
    'an amount without a currency',
    `insert into shoutouts (requester_id, promoter_id, kind, amount_minor, expires_at) values (pg_temp.u(20), pg_temp.u(21), 'paid', 5, now() + interval '1 day')`,
    'amount_names_its_currency',
  ),
  refuses(
    'promoting oneself',
    `insert into shoutouts (requester_id, promoter_id, kind, expires_at) values (pg_temp.u(20), pg_temp.u(20), 'gift', now() + interval '1 day')`,
    'nobody_promotes_themselves',
  ),
  accepts(
    'a paid proposal',
    `insert into shoutouts (id, requester_id, promoter_id, kind, amount_minor, currency, expires_at)
     values (pg_temp.u(710), pg_temp.u(20), pg_temp.u(21), 'paid', 500, 'EUR', now() + interval '1 day')`,
  ),
  refuses(
    'scheduled without an order',
    `update shoutouts set state = 'scheduled', slot_at = now()`,
    'paid_names_its_order',
  ),
  refuses('the order of nobody', `update shoutouts set order_id = pg_temp.u(1)`, 'one of its requester'),
  given(`insert into currencies (code, name, exponent) values ('USD', 'Dollar', 2);
    insert into orders (id, buyer_id, currency, subtotal_minor, total_minor, billing_country, idempotency_key) values
      (pg_temp.u(720), pg_temp.u(20), 'EUR', 500, 500, 'DE', 'a'), (pg_temp.u(721), pg_temp.u(21), 'EUR', 500, 500, 'DE', 'a'),
      (pg_temp.u(722), pg_temp.u(20), 'USD', 500, 500, 'DE', 'b')`),
  refuses('the order of the promoter', `update shoutouts set order_id = pg_temp.u(721)`, 'one of its requester'),
  refuses('an order in another currency', `update shoutouts set order_id = pg_temp.u(722)`, 'in its currency'),
  accepts(
    'a proposal without an order is deleted',
    `insert into shoutouts (requester_id, promoter_id, kind, expires_at) values (pg_temp.u(22), pg_temp.u(21), 'exchange', now() + interval '1 day');
     delete from shoutouts where kind = 'exchange'`,
  ),
  accepts('the order', `update shoutouts set state = 'scheduled', slot_at = now(), order_id = pg_temp.u(720)`),
  refuses('another amount than was ordered', `update shoutouts set amount_minor = 1`, 'keeps its value'),
  refuses('the order taken away', `update shoutouts set state = 'accepted', order_id = null`, 'keeps its value'),
  refuses('a paid shoutout deleted', `delete from shoutouts`, 'not deleted'),
  given(`insert into social_milestones (user_id, metric, threshold) values (pg_temp.u(1), 'followers', 1000)`),
  refuses(
    'the same milestone again',
    `insert into social_milestones (user_id, metric, threshold) values (pg_temp.u(1), 'followers', 1000)`,
    'social_milestones_pkey',
  ),
  accepts('announced', `update social_milestones set announced_at = now()`),
  refuses('announced again', `update social_milestones set announced_at = now() + interval '1 h'`, 'keeps its value'),
  refuses(
    'a regular expression that looks ahead',
    `insert into comment_filters (creator_id, pattern, match_kind) values (pg_temp.u(20), '(?=a)b', 'regex_safe')`,
    'regex_has_no_backtracking',
  ),
  refuses(
    'a regular expression that refers back',
    `insert into comment_filters (creator_id, pattern, match_kind) values (pg_temp.u(20), '(a)\\1', 'regex_safe')`,
    'regex_has_no_backtracking',
  ),
  accepts(
    'regular expressions that differ in case only',
    `insert into comment_filters (creator_id, pattern, match_kind) values (pg_temp.u(20), '\\s+(?:x)', 'regex_safe'), (pg_temp.u(20), '\\S+(?:x)', 'regex_safe')`,
  ),
  refuses(
    'words that differ in case only',
    `insert into comment_filters (creator_id, pattern) values (pg_temp.u(20), 'Bad'), (pg_temp.u(20), 'bad ')`,
    'comment_filters_creator_id_pattern_key_key',
  ),
  refuses(
    '501 filters',
    `insert into comment_filters (creator_id, pattern) select pg_temp.u(21), 'word ' || n from generate_series(1, 501) n`,
    'At most 500',
  ),
  refuses(
    'a scope that is none',
    `insert into user_restrictions (user_id, restricted_id, scopes) values (pg_temp.u(1), pg_temp.u(2), '{all}')`,
    'user_restrictions_scopes_check',
  ),
  refuses(
    'no scope',
    `insert into user_restrictions (user_id, restricted_id, scopes) values (pg_temp.u(1), pg_temp.u(2), '{}')`,
    'scopes_are_named',
  ),
  // Last: everything that refers to somebody can go with them.
  accepts('the end of an account', `delete from users where id = pg_temp.u(2)`),
];

export const CASES: readonly Case[] = [
  ...PEOPLE,
  ...FOLLOWS,
  ...FRIENDS,
  ...CONNECTIONS,
  ...LISTS,
  ...CIRCLES,
  ...FEEDS,
  ...ACTIVITY,
  ...SUGGESTIONS,
  ...COUNTERS,
  ...FANS,
  ...PLACES,
  ...SAFETY,
];
