/** Two members, and what is whose, among generated rows. */
import type { Session } from '../../src/db/session.ts';
import { quoteLiteral } from '../../src/text/quote.ts';
import type { Specs } from './expected-rows.ts';
import { fillSome } from './fill-some.ts';

const TABLES = `users creators user_roles user_permissions user_role_permissions user_role_assignments user_emails
  user_identity_verifications user_identity_documents user_mutes user_blocks user_preferences media_assets media_renditions
  content_items posts post_media content_unlocks subscription_tiers subscription_tier_prices subscriptions ppv_offers
  conversations conversation_participants messages message_attachments currencies calendars audit_log_entries`;

/** People and rows of theirs, ids as SQL literals. */
export interface Scene {
  readonly me: string;
  readonly other: string;
  /** A conversation that I take part in, and one of others. */
  readonly mine: string;
  readonly theirs: string;
  /** Something of another that is sold. */
  readonly sold: string;
  readonly mediaOfSold: string;
}

/** The only value of a row, as a literal. @throws when there is none */
export async function one(session: Session, query: string): Promise<string> {
  const value = (await session.query(query))[0]?.[0];
  if (value === null || value === undefined) throw new Error(`No row: ${query}`);
  return quoteLiteral(value);
}

export async function setScene(session: Session, specs: Specs): Promise<Scene> {
  await fillSome(session, specs, TABLES.split(/\s+/));
  await session.execute('set search_path = public');
  const me = await one(
    session,
    `select m.user_id from user_mutes m join user_emails e using (user_id) join user_identity_documents d using (user_id)
       join conversation_participants p using (user_id) join calendars c on c.owner_user_id = m.user_id
     where p.left_at is null and not exists (select from creators where user_id = m.user_id) limit 1`,
  );
  const other = await one(
    session,
    `select user_id from user_mutes join user_emails using (user_id) where user_id <> ${me} limit 1`,
  );
  const taking = `select conversation_id from conversation_participants where user_id = ${me}`;
  const sold = await one(
    session,
    `select p.id from posts p join content_items i using (id) join post_media on post_id = p.id
     where i.author_id not in (${me}, ${other}) limit 1`,
  );
  await session.execute(`
    set session_replication_role = replica;
    delete from user_blocks where ${me} in (blocker_id, blocked_id);
    delete from content_unlocks where user_id = ${me};
    delete from user_role_assignments where user_id = ${me};
    update users set status = 'active', deactivated_at = null, deletion_requested_at = null, erased_at = null;
    update content_items set status = 'published', audience = 'ppv', rating = 'safe', published_at = now() - interval '1 day',
      expires_at = null, creator_id = coalesce(creator_id, (select user_id from creators limit 1))
    where id = ${sold};
    insert into payouts (creator_id, payout_account_id, provider_id, amount_minor, currency, ledger_transaction_id, idempotency_key)
    select id, gen_random_uuid(), 1, 100, 'EUR', gen_random_uuid(), id::text from users where id in (${me}, ${other});
    reset session_replication_role`);
  return {
    me,
    other,
    sold,
    mine: await one(
      session,
      `${taking} and left_at is null and conversation_id in (select conversation_id from messages) limit 1`,
    ),
    theirs: await one(session, `select conversation_id from messages where conversation_id not in (${taking}) limit 1`),
    mediaOfSold: await one(session, `select asset_id from post_media where post_id = ${sold} limit 1`),
  };
}
