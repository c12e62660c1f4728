/** What people read and write of conversations, on rows that were put past every rule but access. */
import { expect, it } from 'vitest';
import { TARGETS } from '../../src/target/list.ts';
import { askAs, idOf, insertRows, prepareRows } from '../access/people-and-rows.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';

/** Room 1 is a group of 1 to 4, room 2 a broadcast of creator 1, room 3 the direct one of 1 and 2; 9 is a stranger. */
const ROWS: readonly (readonly [table: string, rows: string])[] = [
  [
    'users',
    `select jsonb_build_object('id', pg_temp.u(n), 'username', 'user' || n, 'status', 'active') from generate_series(1, 9) n`,
  ],
  [
    'conversations',
    `select jsonb_build_object('id', pg_temp.u(100 + n), 'kind', kind, 'last_seq', 9)
     from (values (1, 'group'), (2, 'broadcast'), (3, 'direct')) as v (n, kind)`,
  ],
  [
    'direct_conversation_pairs',
    `select jsonb_build_object('user_low_id', pg_temp.u(1), 'user_high_id', pg_temp.u(2), 'conversation_id', pg_temp.u(103))`,
  ],
  [
    'conversation_participants',
    `select jsonb_build_object('conversation_id', pg_temp.u(100 + room), 'user_id', pg_temp.u(person), 'role', role,
       'joined_seq', joined, 'cleared_before_seq', cleared, 'left_at', gone, 'last_read_seq', 7)
     from (values
       (1, 1, 'owner', 0, 0, null), (1, 2, 'member', 5, 0, null), (1, 3, 'member', 0, 7, null), (1, 4, 'member', 0, 0, now()),
       (2, 1, 'owner', 0, 0, null), (2, 2, 'member', 0, 0, null), (2, 3, 'member', 0, 0, null),
       (3, 1, 'member', 0, 0, null), (3, 2, 'member', 0, 0, null)
     ) as v (room, person, role, joined, cleared, gone)`,
  ],
  [
    'messages',
    `select jsonb_build_object('conversation_id', pg_temp.u(101), 'seq', n, 'sender_id', pg_temp.u(1),
       'client_message_id', pg_temp.u(200 + n), 'body', 'text', 'has_paywall', n = 8,
       'deleted_at', case when n in (4, 6) then now() end,
       'deleted_for', case n when 4 then 'everyone' when 6 then 'sender' end)
     from generate_series(1, 9) n`,
  ],
  [
    'messages',
    `select jsonb_build_object('conversation_id', pg_temp.u(102), 'seq', 1, 'sender_id', pg_temp.u(1),
       'client_message_id', pg_temp.u(220), 'broadcast_id', pg_temp.u(300))`,
  ],
  [
    'mass_message_campaigns',
    `select jsonb_build_object('id', pg_temp.u(300), 'creator_id', pg_temp.u(1), 'body', 'to all of you', 'currency', 'USD',
       'idempotency_key', 'k')`,
  ],
  [
    'message_attachments',
    `select jsonb_build_object('conversation_id', pg_temp.u(101), 'message_seq', 8, 'position', n, 'asset_id', pg_temp.u(400 + n),
       'mime_type', 'image/png', 'byte_size', 1, 'is_preview', n = 0)
     from generate_series(0, 1) n`,
  ],
  [
    'message_paywalls',
    `select jsonb_build_object('conversation_id', pg_temp.u(101), 'message_seq', 8, 'content_id', pg_temp.u(500),
       'offer_id', pg_temp.u(501), 'creator_id', pg_temp.u(1), 'amount_minor', 500, 'currency', 'USD')`,
  ],
  [
    'content_unlocks',
    `select jsonb_build_object('user_id', pg_temp.u(3), 'content_id', pg_temp.u(500), 'creator_id', pg_temp.u(1),
       'source', 'comp', 'currency', 'USD', 'revoked_at', null)`,
  ],
  [
    'message_read_receipts',
    `select jsonb_build_object('conversation_id', pg_temp.u(100 + room), 'user_id', pg_temp.u(person), 'from_seq', 1, 'to_seq', 1)
     from (values (1, 2), (1, 3), (2, 2), (2, 3)) as v (room, person)`,
  ],
  ['user_privacy_settings', `select jsonb_build_object('user_id', pg_temp.u(3), 'show_read_receipts', false)`],
];

const ROLE = TARGETS.postgres.roles?.member ?? '';

const seqs = `select seq from public.messages where conversation_id = ${idOf(101)} order by seq`;
const receipts = (room: number): string =>
  `select right(user_id::text, 1) from public.message_read_receipts where conversation_id = ${idOf(100 + room)} order by 1`;
const members = (room: number): string =>
  `select right(user_id::text, 1) || coalesce(':' || last_read_seq, '') from public.conversation_members
   where conversation_id = ${idOf(100 + room)} order by 1`;
const reaction = (person: number, seq: number): string =>
  `insert into public.message_reactions (conversation_id, message_seq, user_id, emoji)
   values (${idOf(101)}, ${seq}, ${idOf(person)}, '+') returning emoji`;

it.each([15, 17] as const)('shows people what is theirs to see on PostgreSQL %i', { timeout: 300_000 }, (major) =>
  withCopyOf(major, 'whole_schema', specsScript, async ({ session }) => {
    await prepareRows(session);
    await insertRows(session, ROWS);
    const sees = (person: number, sql: string) => askAs(session, ROLE, person, sql);

    // Whoever came later, cleared, left or never was there.
    expect(await sees(1, seqs)).toBe('1 2 3 5 7 8 9');
    expect(await sees(2, seqs)).toBe('6 7 8 9');
    expect(await sees(3, seqs)).toBe('8 9');
    expect(await sees(4, seqs)).toBe('');
    expect(await sees(9, seqs)).toBe('');

    // Locked media: previews for all, the rest for the sender and who unlocked it.
    const media = 'select position from public.message_attachments order by 1';
    expect(await sees(2, media)).toBe('0');
    expect(await sees(3, media)).toBe('0 1');
    expect(await sees(1, media)).toBe('0 1');
    expect(await sees(4, media)).toBe('');

    // Receipts of 3 are turned off, and nobody but its owner learns who is in a broadcast room.
    expect(await sees(1, receipts(1))).toBe('2');
    expect(await sees(3, receipts(1))).toBe('2 3');
    expect(await sees(2, receipts(2))).toBe('2');
    expect(await sees(1, receipts(2))).toBe('2');
    expect(await sees(2, members(1))).toBe('1:7 2:7 3');
    expect(await sees(2, members(2))).toBe('1:7 2:7');
    expect(await sees(1, members(2))).toBe('1:7 2:7 3');
    expect(await sees(4, members(1))).toBe('');
    expect(await sees(2, 'select count(*) from public.conversation_participants')).toBe('3');

    const text = 'select body from public.mass_message_texts';
    expect(await sees(2, text)).toBe('to all of you');
    expect(await sees(4, text)).toBe('');
    expect(await sees(2, 'select count(*) from public.mass_message_campaigns')).toBe('0');
    expect(await sees(2, `select count(last_preview) from public.conversations`)).toContain('permission denied');

    // One reacts in one's own name to what one sees, while nothing forbids it.
    expect(await sees(2, reaction(2, 7))).toBe('+');
    expect(await sees(2, reaction(2, 3))).toContain('row-level security');
    expect(await sees(2, reaction(3, 7))).toContain('row-level security');
    expect(await sees(4, reaction(4, 7))).toContain('row-level security');
    await insertRows(session, [
      ['user_blocks', `select jsonb_build_object('blocker_id', pg_temp.u(1), 'blocked_id', pg_temp.u(2))`],
      [
        'account_restrictions',
        `select jsonb_build_object('user_id', pg_temp.u(3), 'kind', 'messaging', 'during', '[2020-01-01,)', 'public_reason', 'spam')`,
      ],
    ]);
    expect(await sees(2, reaction(2, 7))).toContain('row-level security');
    expect(await sees(3, reaction(3, 9))).toContain('row-level security');

    // Settings of the own line of the inbox, and nothing that counts.
    const mine = `where conversation_id = ${idOf(101)} and user_id = ${idOf(2)} returning notify`;
    expect(await sees(2, `update public.conversation_participants set notify = 'none' ${mine}`)).toBe('none');
    expect(await sees(3, `update public.conversation_participants set notify = 'none' ${mine}`)).toBe('');
    expect(await sees(2, `update public.conversation_participants set joined_seq = 0 ${mine}`)).toContain(
      'permission denied',
    );
  }),
);
