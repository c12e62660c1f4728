/** What somebody tries who has a member's session and bad intentions, each beside what that member may really do. */
import type { Scene } from './scene.ts';

export const DENIED = '42501';
export const NOTHING = '0 rows';

/** A statement that has to be refused or to reach nothing, and one like it that has to work. */
export interface Forgery {
  readonly title: string;
  readonly forged: readonly string[];
  readonly comes: string;
  readonly honest: readonly string[];
}

export function forgeries({ me, other, mine, theirs, sold, mediaOfSold }: Scene): readonly Forgery[] {
  const mute = (owner: string) =>
    `insert into public.user_mutes (user_id, muted_user_id) select ${owner}, id from public.users
     where id <> ${owner} and id not in (select muted_user_id from public.user_mutes where user_id = ${owner}) limit 1`;
  const ownMutes = `update public.user_mutes set surfaces = '{posts}' where user_id = ${me}`;
  const ownMessages = `select id from public.messages where conversation_id = ${mine}`;
  const leak = `create function pg_temp.leak(text) returns boolean language plpgsql cost 0.0000001 as
    $$ begin raise notice '%', $1; return true; end $$`;
  const denied = (title: string, forged: string, honest: string): Forgery => ({
    title,
    forged: [forged],
    comes: DENIED,
    honest: [honest],
  });
  const empty = (title: string, forged: string, honest: string): Forgery => ({
    title,
    forged: [forged],
    comes: NOTHING,
    honest: [honest],
  });
  const ownEmails = `select email from public.user_emails where user_id = ${me}`;
  return [
    denied('inserts for another owner', mute(other), mute(me)),
    denied(
      'inserts for another owner, or else updates',
      `${mute(other)} on conflict do nothing`,
      `${mute(me)} on conflict do nothing`,
    ),
    denied(
      'moves a row to another owner',
      `update public.user_mutes set user_id = ${other} where user_id = ${me}`,
      ownMutes,
    ),
    empty(
      'takes a row from another owner',
      `update public.user_mutes set user_id = ${me} where user_id = ${other}`,
      ownMutes,
    ),
    empty(
      'updates the row of another',
      `update public.user_mutes set surfaces = '{posts}' where user_id = ${other}`,
      ownMutes,
    ),
    empty(
      'deletes the row of another',
      `delete from public.user_mutes where user_id = ${other}`,
      `delete from public.user_mutes where user_id = ${me}`,
    ),
    empty(
      'merges into the rows of another',
      `merge into public.user_mutes m using (select ${other}::uuid as id) s on m.user_id = s.id when matched then delete`,
      `merge into public.user_mutes m using (select ${me}::uuid as id) s on m.user_id = s.id when matched then delete`,
    ),
    empty(
      'locks the rows of another',
      `select user_id from public.user_mutes where user_id = ${other} for update`,
      `select user_id from public.user_mutes where user_id = ${me} for update`,
    ),

    empty('reads a message of others', `select id from public.messages where conversation_id = ${theirs}`, ownMessages),
    empty(
      'reads what is attached to it',
      `select conversation_id from public.message_attachments where conversation_id = ${theirs}`,
      ownMessages,
    ),
    denied(
      'joins a conversation',
      `insert into public.conversation_participants (conversation_id, user_id, joined_seq) values (${theirs}, ${me}, 0)`,
      ownMessages,
    ),
    denied(
      'moves a place in one conversation to another',
      `update public.conversation_participants set conversation_id = ${theirs} where conversation_id = ${mine} and user_id = ${me}`,
      ownMessages,
    ),
    denied('reads a partition of messages', 'select count(*) from boyfanz_parts.messages_p0', ownMessages),
    denied('writes a partition of messages', 'delete from boyfanz_parts.messages_p0', ownMessages),

    empty('reads what is for those who paid', `select id from public.content_items where id = ${sold}`, ownEmails),
    empty('reads the text of it', `select body from public.posts where id = ${sold}`, ownEmails),
    empty('reads the media of it', `select * from public.post_media where post_id = ${sold}`, ownEmails),
    denied(
      'reads where the file lies',
      `select storage_key from public.media_assets where id = ${mediaOfSold}`,
      ownEmails,
    ),
    denied(
      'reads where a rendition lies',
      `select storage_key from public.media_renditions where asset_id = ${mediaOfSold}`,
      ownEmails,
    ),
    denied(
      'unlocks it',
      `insert into public.content_unlocks (user_id, content_id, creator_id, source, currency)
       select ${me}, ${sold}, ${other}, 'ppv', 'EUR'`,
      mute(me),
    ),
    denied('opens it to all', `update public.content_items set audience = 'public' where id = ${sold}`, ownMutes),
    denied(
      'prolongs a subscription',
      `update public.subscriptions set entitled_until = now() + interval '1 year'`,
      ownMutes,
    ),
    denied(
      'takes out a subscription',
      `insert into public.subscriptions (subscriber_id, creator_id) values (${me}, ${other})`,
      mute(me),
    ),

    denied('takes a role', `insert into public.user_role_assignments (user_id, role_id) select ${me}, 1`, mute(me)),
    denied('takes the role of another', `update public.user_role_assignments set user_id = ${me}`, ownMutes),
    denied(
      'gives a role another right',
      `insert into public.user_role_permissions (role_id, permission_id) values (1, 1)`,
      mute(me),
    ),
    denied('becomes staff', `update public.users set account_type = 'staff' where id = ${me}`, ownMutes),
    denied('becomes the role of staff', 'set role boyfanz_staff', 'set role boyfanz_member'),
    denied('becomes the service', 'set role boyfanz_service', 'set role boyfanz_anonymous'),
    denied('becomes the owner', 'set role postgres', 'reset role'),
    denied('becomes another session', 'set session authorization postgres', 'select 1'),
    denied('grants itself a role', 'grant boyfanz_service to session_user', ownMutes),

    denied('reads identity documents', 'select * from public.user_identity_documents', ownEmails),
    empty(
      'reads the payouts of another',
      `select id from public.payouts where creator_id <> ${me}`,
      `select id from public.payouts`,
    ),
    empty('reads the e-mail of another', `select email from public.user_emails where user_id = ${other}`, ownEmails),
    denied(
      'reads a hidden column of their own row',
      `select locale from public.users where id = ${me}`,
      `select username from public.users where id = ${me}`,
    ),
    denied(
      'reads a whole row',
      `select u from public.users u where id = ${me}`,
      `select id, username from public.users u where id = ${me}`,
    ),
    denied(
      'sorts by a hidden column',
      'select id from public.users order by token_version',
      'select id from public.users order by username',
    ),
    denied(
      'gets a hidden column back from a write',
      `update public.calendars set colour = null where owner_user_id = ${me} returning feed_token_hash`,
      `update public.calendars set colour = null where owner_user_id = ${me} returning id`,
    ),

    denied(
      'turns row security off for the session',
      'set row_security = off; select email from public.user_emails',
      ownEmails,
    ),
    denied('turns it off for the table', 'alter table public.user_mutes disable row level security', ownMutes),
    denied('drops a policy', 'drop policy member_select on public.user_mutes', ownMutes),
    denied('turns triggers off', 'set session_replication_role = replica', `set statement_timeout = '1s'`),
    denied('empties a table', 'truncate public.user_mutes', `delete from public.user_mutes where user_id = ${me}`),
    denied('copies a table to a file', `copy public.user_emails to '/tmp/emails'`, ownEmails),
    denied('copies a table to a program', `copy (select email from public.user_emails) to program 'cat'`, ownEmails),
    {
      title: 'copies rows in, past policies',
      forged: ['copy public.user_mutes (user_id, muted_user_id) from stdin'],
      comes: '0A000',
      honest: [mute(me)],
    },
    denied('makes a table', 'create table public.mine (a int)', 'create temporary table mine (a int)'),
    denied('makes a function', `create function public.f() returns int language sql as 'select 1'`, 'select 1'),
    denied(
      'makes an operator',
      'create operator public.<<< (leftarg = text, rightarg = text, function = textlt)',
      'select 1',
    ),
    denied(
      'makes a function where the policies look',
      `create function boyfanz.is_blocked_with(text) returns bool language sql as 'select false'`,
      'select 1',
    ),
    denied(
      'makes a trigger',
      `create trigger t before insert on public.user_mutes for each row execute function suppress_redundant_updates_trigger()`,
      mute(me),
    ),
    denied('erases another', `select boyfanz.erase_person(${other}, 0, '{}')`, 'select boyfanz.current_user_id()'),
    denied('runs an erasure', `select boyfanz.run_erasure(${other})`, 'select boyfanz.current_user_id()'),
    denied(
      'drops partitions',
      `select boyfanz.maintain(now() + interval '9 years')`,
      'select boyfanz.current_user_id()',
    ),
    denied(
      'asks what staff may',
      `select boyfanz.has_permission('payout.approve')`,
      'select boyfanz.current_user_id()',
    ),
    {
      title: 'finds an e-mail by an error',
      forged: [`select count(*) from public.user_emails where 1 / (user_id = ${me})::int = 1`],
      comes: '1 rows',
      honest: [ownEmails],
    },
    {
      title: 'looks at rows through a function of their own',
      forged: [leak, `select count(*) from public.user_emails where pg_temp.leak(email::text)`],
      comes: '1 rows',
      honest: [leak, `select email from public.user_emails where pg_temp.leak(email::text)`],
    },
    {
      title: 'looks at statistics',
      forged: [`select most_common_vals from pg_stats where tablename in ('user_emails', 'messages')`],
      comes: NOTHING,
      honest: [`select relname from pg_class where relname = 'user_emails'`],
    },
  ];
}
