/** Rules of reading and writing that are easy to get wrong, told with people who stand in a certain relation. */
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/db/session.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';
import { HELPERS } from '../specs/hold-rules.ts';

/** User 1 asks; 20 is a creator whose profile followers see, 21 one who blocks user 1, 9 somebody else who does. */
const ROWS = `
insert into users (id, username, status) select pg_temp.u(n), 'user' || n, 'active' from generate_series(1, 30) n;
insert into currencies (code, name, exponent) values ('EUR', 'Euro', 2);
select pg_temp.strip('creators'), pg_temp.strip('subscriptions'), pg_temp.strip('subscription_tiers'), pg_temp.strip('tips'),
  pg_temp.strip('payout_holds'), pg_temp.strip('creator_applications');
insert into creators (user_id, status) select pg_temp.u(n), 'active' from generate_series(20, 22) n;
insert into user_profiles (user_id, display_name) select id, username from users where id <> pg_temp.u(30);
insert into user_privacy_settings (user_id, profile_visibility) values
  (pg_temp.u(20), 'followers'), (pg_temp.u(4), 'members'), (pg_temp.u(5), 'private');
insert into user_privacy_settings (user_id, show_follower_counts) values (pg_temp.u(6), false);
insert into user_blocks (blocker_id, blocked_id) values (pg_temp.u(9), pg_temp.u(1)), (pg_temp.u(21), pg_temp.u(1)),
  (pg_temp.u(1), pg_temp.u(10));
insert into follows (follower_id, followee_id, source, notify, is_favourite, is_hidden) values
  (pg_temp.u(2), pg_temp.u(20), 'profile', 'all', true, false), (pg_temp.u(2), pg_temp.u(3), 'search', 'none', false, false),
  (pg_temp.u(2), pg_temp.u(6), 'search', 'none', false, false), (pg_temp.u(2), pg_temp.u(7), 'search', 'none', false, true);
insert into subscriptions (id, subscriber_id, creator_id, tier_id, entitled_until)
  values (pg_temp.u(300), pg_temp.u(3), pg_temp.u(20), pg_temp.u(401), now() + interval '1 day');
insert into subscription_tiers (id, creator_id, status) values (pg_temp.u(400), pg_temp.u(20), 'active'),
  (pg_temp.u(401), pg_temp.u(20), 'archived'), (pg_temp.u(402), pg_temp.u(20), 'draft'), (pg_temp.u(403), pg_temp.u(21), 'active'),
  (pg_temp.u(404), pg_temp.u(22), 'active');
insert into tips (id, sender_id, creator_id, is_anonymous, status) values (pg_temp.u(500), pg_temp.u(2), pg_temp.u(22), true, 'settled'),
  (pg_temp.u(501), pg_temp.u(2), pg_temp.u(22), false, 'settled'), (pg_temp.u(502), pg_temp.u(2), pg_temp.u(22), false, 'pending');
insert into payout_holds (id, creator_id, kind, public_reason) values (pg_temp.u(600), pg_temp.u(22), 'sanctions', 'Under review.');
insert into follow_requests (requester_id, target_id, state, decided_at)
  values (pg_temp.u(1), pg_temp.u(4), 'pending', null), (pg_temp.u(2), pg_temp.u(4), 'declined', now());
insert into friendships (user_low_id, user_high_id, is_close_for_low) values (pg_temp.u(1), pg_temp.u(2), true);
insert into severed_relationships (event_id, user_id, other_user_id, relation, cause) values
  (pg_temp.u(700), pg_temp.u(1), pg_temp.u(9), 'follow_out', 'block'), (pg_temp.u(701), pg_temp.u(1), pg_temp.u(10), 'follow_out', 'block');
insert into creator_applications (id, user_id, status) values (pg_temp.u(800), pg_temp.u(1), 'draft'), (pg_temp.u(801), pg_temp.u(1), 'approved');
insert into social_lists (id, owner_id, name, kind) values (pg_temp.u(900), pg_temp.u(1), 'Friends', 'manual'), (pg_temp.u(901), pg_temp.u(2), 'Theirs', 'manual')`;

/** What somebody gets; a refusal is its message. Nothing of it stays. */
async function as(session: Session, who: number | null, sql: string): Promise<string> {
  const role = who === null ? 'boyfanz_anonymous' : 'boyfanz_member';
  const id = who === null ? "''" : `pg_temp.u(${who})::text`;
  await session.execute(`begin; select set_config('app.user_id', ${id}, true); set local role ${role}`);
  try {
    const rows = await session.query(sql);
    return rows.map((row) => row.join(' ')).join(', ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await session.execute('rollback');
  }
}

/** The number of a user or row as the setup counts them. */
const N = (column: string) => `right(${column}::text, 3)::integer`;

const PROFILES = `select string_agg(${N('user_id')}::text, ' ' order by user_id) from user_profiles
  where user_id in (${[4, 5, 9, 20, 21].map((n) => `'00000000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}'`).join(', ')})`;
const TIERS = `select string_agg(${N('id')}::text, ' ' order by id) from subscription_tiers`;
const FOLLOWED = `select string_agg(${N('followee_id')}::text, ' ' order by followee_id) from follows`;
const uuid = (n: number) => `'00000000-0000-7000-8000-${String(n).padStart(12, '0')}'::uuid`;

const DENIED = expect.stringContaining('permission denied');
const NOT_THEIRS = expect.stringContaining('row-level security');

const CASES: readonly (readonly [string, number | null, string, unknown])[] = [
  ['a visitor sees public profiles alone', null, PROFILES, '9 21'],
  ['a member sees those for members, and none across a block', 1, PROFILES, '4'],
  ['a follower sees those for followers', 2, PROFILES, '4 9 20 21'],
  ['a subscriber as well', 3, PROFILES, '4 9 20 21'],
  ['a block hides the blocker, and the account', 1, `select count(*) from users where id = ${uuid(9)}`, '0'],
  ['attributes of article 9 are not read', 2, 'select orientation_tags from user_profiles', DENIED],
  [
    'the own profile is written',
    1,
    `with w as (update user_profiles set bio = 'x' returning 1) select count(*) from w`,
    '1',
  ],
  ['and not that of another', 2, `update user_profiles set bio = 'x' where user_id = ${uuid(1)} returning 1`, ''],
  ['nor its image', 1, 'update user_profiles set avatar_asset_id = null', DENIED],
  [
    'a profile is made for oneself only',
    1,
    `insert into user_profiles (user_id, display_name) values (${uuid(30)}, 'x')`,
    NOT_THEIRS,
  ],
  ['tiers are seen where the shop is', 1, TIERS, '404'],
  ['a subscriber sees the archived one they have', 3, TIERS, '400 401 403 404'],
  ['their creator sees all of the own', 20, TIERS, '400 401 402 403 404'],
  ['a creator sees tips with a name', 22, `select string_agg(${N('id')}::text, ' ' order by id) from tips`, '501'],
  ['the sender sees all', 2, `select string_agg(${N('id')}::text, ' ' order by id) from tips`, '500 501 502'],
  ['a creator reads why a payout is held', 22, 'select public_reason from payout_holds', 'Under review.'],
  ['and not that it is for sanctions', 22, 'select kind from payout_holds', DENIED],
  ['who is followed sees who follows', 7, `${FOLLOWED} where followee_id = ${uuid(7)}`, '7'],
  ['and not how', 20, 'select is_favourite from follows', DENIED],
  ['others see what is not hidden, of people who show it', 4, FOLLOWED, '3'],
  ['visitors see no lists', null, FOLLOWED, DENIED],
  [
    'the follower has the own choices',
    2,
    `select notify from own_follow_choices where followee_id = ${uuid(20)}`,
    'all',
  ],
  ['and nobody else', 20, 'select count(*) from own_follow_choices', '0'],
  [
    'the choice is changed',
    2,
    `with w as (update follows set notify = 'none' where followee_id = ${uuid(20)} returning 1) select count(*) from w`,
    '1',
  ],
  ['by the follower alone', 20, `update follows set notify = 'none' where followee_id = ${uuid(20)} returning 1`, ''],
  ['a decline is not shown to who asked', 2, 'select state from follow_requests', DENIED],
  ['who is asked sees what is pending', 4, `select ${N('requester_id')} from follow_requests`, '1'],
  [
    'a request goes out',
    1,
    `insert into follow_requests (requester_id, target_id) values (${uuid(1)}, ${uuid(5)})`,
    '',
  ],
  [
    'for oneself',
    1,
    `insert into follow_requests (requester_id, target_id) values (${uuid(3)}, ${uuid(5)})`,
    NOT_THEIRS,
  ],
  [
    'not across a block',
    1,
    `insert into follow_requests (requester_id, target_id) values (${uuid(1)}, ${uuid(9)})`,
    expect.stringContaining('not possible'),
  ],
  ['each side knows its own close friends', 1, `select is_close from user_friends where user_id = ${uuid(1)}`, 't'],
  ['the other is not told', 2, `select is_close is null from user_friends where user_id = ${uuid(1)}`, 't'],
  ['what a block of somebody else cut is not told', 1, `select ${N('other_user_id')} from severed_relationships`, '10'],
  [
    'a draft is written',
    1,
    `with w as (update creator_applications set content_plan = 'x' where id = ${uuid(800)} returning 1) select count(*) from w`,
    '1',
  ],
  [
    'what is decided is not',
    1,
    `update creator_applications set content_plan = 'x' where id = ${uuid(801)}`,
    NOT_THEIRS,
  ],
  ['nor the decision', 1, `update creator_applications set status = 'approved' where id = ${uuid(800)}`, DENIED],
  [
    'somebody is put on an own list',
    1,
    `insert into social_list_members (list_id, member_id) values (${uuid(900)}, ${uuid(2)})`,
    '',
  ],
  [
    'not on that of another',
    1,
    `insert into social_list_members (list_id, member_id) values (${uuid(901)}, ${uuid(3)})`,
    NOT_THEIRS,
  ],
  [
    'nor who blocks',
    1,
    `insert into social_list_members (list_id, member_id) values (${uuid(900)}, ${uuid(9)})`,
    NOT_THEIRS,
  ],
  ['a block is made', 1, `insert into user_blocks (blocker_id, blocked_id) values (${uuid(1)}, ${uuid(2)})`, ''],
  ['and seen by who made it', 9, 'select count(*) from user_blocks', '1'],
  ['not by whom it is against', 10, 'select count(*) from user_blocks', '0'],
];

describe('people', () => {
  it('see and write what is meant for them', { timeout: 240_000 }, () =>
    withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
      await session.execute(`${HELPERS} ${ROWS}`);
      const found = new Map<string, string>();
      for (const [title, who, sql] of CASES) found.set(title, await as(session, who, sql));
      expect(found).toEqual(new Map(CASES.map(([title, , , expected]) => [title, expected])));
    }),
  );
});
