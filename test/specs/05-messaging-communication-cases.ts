/**
 * What the tables of section 5 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on, `pg_temp.h('x')` a digest. Rows of other sections are put in by `pg_temp.put`, past the rules of those sections.
 */
import { accepts, type Case, given, refuses, yields } from './case.ts';

/** `{"id": u(1)}` and the like as one row of a table. */
function put(table: string, values: Record<string, string>): Case {
  const pairs = Object.entries(values).flatMap(([column, sql]) => [`'${column}'`, sql]);
  return given(`select pg_temp.put('${table}', jsonb_build_object(${pairs.join(', ')}))`);
}

const u = (n: number): string => `pg_temp.u(${n})`;

/** Room 200 is the direct one of creator 1 and fan 3, 201 a group, 202 an encrypted group, 203 a broadcast, 204 empty. */
const PEOPLE_AND_ROOMS: readonly Case[] = [
  given(`insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,9) n`),
  put('currencies', { code: `'USD'`, name: `'US dollar'`, exponent: '2' }),
  put('creators', { user_id: u(1), default_currency: `'USD'`, kyc_level: '0' }),
  put('creators', { user_id: u(2), default_currency: `'USD'`, kyc_level: '0' }),
  put('user_devices', { id: u(101), user_id: u(3), platform: `'web'` }),
  put('user_devices', { id: u(102), user_id: u(4), platform: `'web'` }),
  put('creator_delegates', { id: u(110), creator_id: u(1), delegate_user_id: u(5), accepted_at: 'now()' }),
  put('creator_delegates', { id: u(111), creator_id: u(2), delegate_user_id: u(6), accepted_at: 'now()' }),
  put('content_items', { id: u(120), kind: `'message_bundle'`, author_id: u(1), creator_id: u(1) }),
  put('content_items', { id: u(121), kind: `'post'`, author_id: u(1), creator_id: u(1) }),
  put('content_items', { id: u(122), kind: `'message_bundle'`, author_id: u(2), creator_id: u(2) }),
  put('ppv_offers', { id: u(130), content_id: u(120), creator_id: u(1), currency: `'USD'`, amount_minor: '500' }),
  put('subscription_tiers', { id: u(140), creator_id: u(1) }),
  put('subscription_tiers', { id: u(141), creator_id: u(2) }),
  put('social_lists', { id: u(150), owner_id: u(1), name: `'vip'`, kind: `'manual'` }),
  put('social_lists', { id: u(151), owner_id: u(2), name: `'vip'`, kind: `'manual'` }),
  put('media_assets', { id: u(160), owner_id: u(1), kind: `'image'`, mime_type: `'image/png'`, byte_size: '9' }),
  put('link_previews', { id: u(161), url: `'https://x.io'` }),
  given(`insert into conversations(id,kind,creator_id,encryption) values
    (${u(200)},'direct',${u(1)},'transport'),(${u(201)},'group',${u(1)},'transport'),(${u(202)},'group',null,'e2ee'),
    (${u(203)},'broadcast',${u(1)},'transport'),(${u(204)},'group',null,'transport'),(${u(205)},'direct',null,'transport')`),
  given(
    `insert into direct_conversation_pairs(user_low_id,user_high_id,conversation_id) values (${u(1)},${u(3)},${u(200)})`,
  ),
  given(`insert into conversation_participants(conversation_id,user_id,joined_seq) values
    (${u(200)},${u(1)},0),(${u(200)},${u(3)},0),(${u(201)},${u(1)},0),(${u(201)},${u(3)},0),(${u(202)},${u(3)},0),(${u(203)},${u(3)},0)`),
  given(`update conversations set last_seq=10`),
];

const CONVERSATIONS: readonly Case[] = [
  refuses('last_seq falls', `update conversations set last_seq=9 where id=${u(200)}`, 'only grows'),
  refuses(
    'preview of an encrypted room',
    `update conversations set last_preview='x' where id=${u(202)}`,
    'encrypted_has_no_preview',
  ),
  refuses('encryption off', `update conversations set encryption='transport' where id=${u(202)}`, 'not switched off'),
  accepts('encryption on', `update conversations set encryption='e2ee' where id=${u(204)}`),
  refuses('kind', `update conversations set kind='circle' where id=${u(201)}`, 'keeps its value'),
  refuses(
    'pair out of order',
    `insert into direct_conversation_pairs(user_low_id,user_high_id,conversation_id) values (${u(9)},${u(4)},${u(205)})`,
    'pair_is_in_order',
  ),
  refuses(
    'second pair',
    `insert into direct_conversation_pairs(user_low_id,user_high_id,conversation_id) values (${u(1)},${u(3)},${u(205)})`,
    'direct_conversation_pairs_pkey',
  ),
  refuses(
    'pair in a group',
    `insert into direct_conversation_pairs(user_low_id,user_high_id,conversation_id) values (${u(4)},${u(9)},${u(201)})`,
    'not a direct one',
  ),
  refuses(
    'third in a direct room',
    `insert into conversation_participants(conversation_id,user_id,joined_seq) values (${u(200)},${u(4)},0)`,
    'not one of the two',
  ),
  refuses(
    'read ahead',
    `update conversation_participants set last_read_seq=11 where conversation_id=${u(200)} and user_id=${u(3)}`,
    'no message 11',
  ),
  accepts(
    'read',
    `update conversation_participants set last_read_seq=5 where conversation_id=${u(200)} and user_id=${u(3)}`,
  ),
  refuses(
    'unread',
    `update conversation_participants set last_read_seq=4 where conversation_id=${u(200)} and user_id=${u(3)}`,
    'only grows',
  ),
  refuses(
    'negative counter',
    `update conversation_participants set unread_count=-1 where user_id=${u(3)}`,
    'counters_are_not_negative',
  ),
  refuses(
    'counter in a broadcast',
    `update conversation_participants set unread_count=1 where conversation_id=${u(203)}`,
    'broadcast room',
  ),
  accepts('counter in a group', `update conversation_participants set unread_count=1 where conversation_id=${u(201)}`),
  given(
    `insert into conversation_bans(conversation_id,user_id) values (${u(201)},${u(4)}); insert into conversation_bans(conversation_id,user_id,created_at,until) values (${u(201)},${u(6)},now()-interval '2 days',now()-interval '1 day')`,
  ),
  refuses(
    'banned',
    `insert into conversation_participants(conversation_id,user_id,joined_seq) values (${u(201)},${u(4)},0)`,
    'is banned',
  ),
  accepts(
    'ban over',
    `insert into conversation_participants(conversation_id,user_id,joined_seq) values (${u(201)},${u(6)},0)`,
  ),
  refuses(
    'banned while away',
    `update conversation_participants set left_at=now() where conversation_id=${u(201)} and user_id=${u(6)};
     update conversation_bans set until=null where user_id=${u(6)};
     update conversation_participants set left_at=null where conversation_id=${u(201)} and user_id=${u(6)}`,
    'is banned',
  ),
  refuses(
    'ban in a direct room',
    `insert into conversation_bans(conversation_id,user_id) values (${u(200)},${u(3)})`,
    'ended by a block',
  ),
  refuses(
    'invite without a way',
    `insert into conversation_invites(conversation_id) values (${u(201)})`,
    'link_or_person',
  ),
  refuses(
    'invite both ways',
    `insert into conversation_invites(conversation_id,token_hash,invitee_id) values (${u(201)},pg_temp.h('t'),${u(7)})`,
    'link_or_person',
  ),
  accepts('invite', `insert into conversation_invites(conversation_id,invitee_id) values (${u(201)},${u(7)})`),
  refuses(
    'invited twice',
    `insert into conversation_invites(conversation_id,invitee_id) values (${u(201)},${u(7)})`,
    'invitee_id_idx',
  ),
  refuses(
    'invite to a direct room',
    `insert into conversation_invites(conversation_id,invitee_id) values (${u(200)},${u(7)})`,
    'Nobody is invited',
  ),
  refuses(
    'used too often',
    `insert into conversation_invites(conversation_id,token_hash,max_uses,uses) values (${u(201)},pg_temp.h('t'),1,2)`,
    'uses_within_limit',
  ),
  given(
    `insert into conversation_folders(id,user_id,name) values (${u(210)},${u(3)},' VIP'),(${u(211)},${u(4)},'vip')`,
  ),
  refuses('folder name', `insert into conversation_folders(user_id,name) values (${u(3)},'vip ')`, 'name_key'),
  refuses(
    '51 folders',
    `insert into conversation_folders(user_id,name) select ${u(3)}, 'f'||n from generate_series(1,50) n`,
    'At most 50',
  ),
  accepts(
    'file',
    `insert into conversation_folder_items(folder_id,conversation_id,user_id) values (${u(210)},${u(201)},${u(3)})`,
  ),
  refuses(
    'file where one is not',
    `insert into conversation_folder_items(folder_id,conversation_id,user_id) values (${u(211)},${u(201)},${u(4)})`,
    'user_takes_part',
  ),
  refuses(
    "file in somebody's folder",
    `insert into conversation_folder_items(folder_id,conversation_id,user_id) values (${u(211)},${u(201)},${u(3)})`,
    'folder_of_same_user',
  ),
  accepts(
    'assign',
    `insert into conversation_assignments(conversation_id,creator_id,delegate_id) values (${u(200)},${u(1)},${u(110)})`,
  ),
  refuses(
    'assign twice',
    `insert into conversation_assignments(conversation_id,creator_id,delegate_id) values (${u(200)},${u(1)},${u(110)})`,
    'one_live',
  ),
  refuses(
    "another creator's delegate",
    `insert into conversation_assignments(conversation_id,creator_id,delegate_id) values (${u(201)},${u(1)},${u(111)})`,
    'does not act',
  ),
  refuses(
    "another creator's room",
    `insert into conversation_assignments(conversation_id,creator_id,delegate_id) values (${u(201)},${u(2)},${u(111)})`,
    'not in the inbox',
  ),
];

const REQUESTS: readonly Case[] = [
  given(
    `insert into message_requests(id,sender_id,recipient_id,conversation_id,price_minor,currency,expires_at) values (${u(220)},${u(3)},${u(1)},${u(200)},300,'USD',now()+interval '1 day')`,
  ),
  refuses(
    'two pending',
    `insert into message_requests(sender_id,recipient_id,conversation_id,expires_at) values (${u(3)},${u(1)},${u(200)},now()+interval '1 day')`,
    'sender_id_recipient_id_idx',
  ),
  refuses(
    'room of others',
    `insert into message_requests(sender_id,recipient_id,conversation_id,expires_at) values (${u(4)},${u(1)},${u(200)},now()+interval '1 day')`,
    'not the direct one',
  ),
  refuses('accepted unpaid', `update message_requests set state='accepted',decided_at=now()`, 'accepted_was_paid'),
  refuses('price without currency', `update message_requests set currency=null`, 'keeps its value'),
  put('payments', { id: u(230), payer_id: u(3), currency: `'USD'`, amount_minor: '300' }),
  put('payments', { id: u(231), payer_id: u(4), currency: `'USD'`, amount_minor: '300' }),
  refuses("somebody else's payment", `update message_requests set payment_id=${u(231)}`, 'not one of the sender'),
  accepts('paid', `update message_requests set payment_id=${u(230)},state='accepted',decided_at=now()`),
  refuses('decided without time', `update message_requests set decided_at=null`, 'decision_names_its_time'),
];

const MESSAGES: readonly Case[] = [
  accepts(
    'text',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body) select ${u(200)},n,${u(3)},pg_temp.u(1000+n),'hi' from generate_series(1,6) n`,
  ),
  refuses(
    'sent again',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body) values (${u(200)},7,${u(3)},${u(1001)},'hi')`,
    'client_message_id_key',
  ),
  refuses(
    'number not allotted',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body) values (${u(200)},11,${u(3)},${u(1011)},'hi')`,
    'not allotted',
  ),
  refuses(
    'no content',
    `insert into messages(conversation_id,seq,sender_id,client_message_id) values (${u(200)},7,${u(3)},${u(1007)})`,
    'one_content_source',
  ),
  accepts(
    'voice needs no text',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,kind) values (${u(200)},7,${u(3)},${u(1007)},'voice')`,
  ),
  refuses(
    'too long',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body) values (${u(200)},8,${u(3)},${u(1008)},repeat('x',8001))`,
    'body_at_most_8000',
  ),
  refuses(
    'cipher in a clear room',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,ciphertext,cipher_alg) values (${u(200)},8,${u(3)},${u(1008)},'x','mls')`,
    'is not encrypted',
  ),
  refuses(
    'clear text in an encrypted room',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body) values (${u(202)},1,${u(3)},${u(1001)},'hi')`,
    'no clear text',
  ),
  accepts(
    'ciphertext',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,ciphertext,cipher_alg,key_epoch) values (${u(202)},1,${u(3)},${u(1001)},'x','mls',0)`,
  ),
  refuses(
    'cipher without name',
    `update messages set cipher_alg=null where conversation_id=${u(202)}`,
    'names_its_cipher',
  ),
  refuses(
    'text into ciphertext',
    `update messages set body='x',ciphertext=null,cipher_alg=null,key_epoch=null where conversation_id=${u(202)}`,
    'no clear text',
  ),
  accepts(
    'system in clear',
    `insert into messages(conversation_id,seq,client_message_id,kind,body) values (${u(202)},2,${u(1002)},'system','joined')`,
  ),
  refuses(
    'root later than reply',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body,thread_root_seq) values (${u(200)},8,${u(3)},${u(1008)},'hi',9)`,
    'answers_something_earlier',
  ),
  refuses(
    'root of nothing',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body,thread_root_seq) values (${u(201)},8,${u(3)},${u(1008)},'hi',1)`,
    'thread_root',
  ),
  accepts(
    'reply',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body,thread_root_seq) values (${u(200)},8,${u(1)},${u(1008)},'hi',1)`,
  ),
  refuses('root deleted', `delete from messages where conversation_id=${u(200)} and seq=1`, 'thread_root'),
  refuses('time of a message', `update messages set sent_at=now()-interval '1 day' where seq=1`, 'append-only'),
  refuses(
    'sender of a message',
    `update messages set sender_id=${u(4)} where seq=1 and conversation_id=${u(200)}`,
    'append-only',
  ),
  refuses(
    'deleted for whom',
    `update messages set deleted_at=now() where seq=1 and conversation_id=${u(200)}`,
    'deleted_says_for_whom',
  ),
  accepts(
    'erasure',
    `update messages set deleted_at=now(),deleted_for='everyone',body=null,sender_id=null where seq=6 and conversation_id=${u(200)}`,
  ),
  accepts(
    'delegate',
    `insert into messages(conversation_id,seq,sender_id,sent_by_delegate_id,client_message_id,body) values (${u(200)},9,${u(1)},${u(110)},${u(1009)},'hi')`,
  ),
  refuses(
    "another creator's delegate",
    `insert into messages(conversation_id,seq,sender_id,sent_by_delegate_id,client_message_id,body) values (${u(200)},10,${u(1)},${u(111)},${u(1010)},'hi')`,
    'does not act',
  ),
  refuses(
    'frozen room',
    `update conversations set is_frozen=true where id=${u(200)}; insert into messages(conversation_id,seq,sender_id,client_message_id,body) values (${u(200)},10,${u(1)},${u(1010)},'hi')`,
    'is frozen',
  ),
  refuses(
    'paid without paywall flag',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,kind,body) values (${u(200)},10,${u(1)},${u(1010)},'paid','hi')`,
    'paid_message_has_a_paywall',
  ),
  refuses(
    'paywall missing',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,kind,has_paywall,body) values (${u(200)},10,${u(1)},${u(1010)},'paid',true,'hi')`,
    'has no paywall',
  ),
  accepts(
    'paid message',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,kind,has_paywall,body) values (${u(200)},10,${u(1)},${u(1010)},'paid',true,'hi');
     insert into message_paywalls(conversation_id,message_seq,content_id,offer_id,creator_id,recipient_id,amount_minor,currency) values (${u(200)},10,${u(120)},${u(130)},${u(1)},${u(3)},500,'USD')`,
  ),
  refuses('unlocked without entitlement', `update message_paywalls set unlocked_at=now()`, 'has not unlocked'),
  put('content_unlocks', { user_id: u(3), content_id: u(120), creator_id: u(1), currency: `'USD'`, source: `'gift'` }),
  accepts('unlocked', `update message_paywalls set unlocked_at=now()`),
  refuses('price changes', `update message_paywalls set amount_minor=1`, 'keeps its value'),
  refuses('sale deleted', `delete from message_paywalls`, 'not deleted'),
  refuses(
    'sold message deleted',
    `delete from messages where conversation_id=${u(200)} and seq=10`,
    'message_paywalls',
  ),
  refuses(
    'paywall on an open message',
    `insert into message_paywalls(conversation_id,message_seq,content_id,offer_id,creator_id,amount_minor,currency) values (${u(200)},9,${u(120)},${u(130)},${u(1)},500,'USD')`,
    'not a locked one',
  ),
  refuses(
    "paywall over somebody else's bundle",
    `update conversations set last_seq=11 where id=${u(200)};
     insert into messages(conversation_id,seq,sender_id,client_message_id,kind,has_paywall,body) values (${u(200)},11,${u(1)},${u(1011)},'paid',true,'hi');
     insert into message_paywalls(conversation_id,message_seq,content_id,offer_id,creator_id,amount_minor,currency) values (${u(200)},11,${u(122)},${u(130)},${u(1)},500,'USD')`,
    'not a message bundle',
  ),
];

const AROUND_MESSAGES: readonly Case[] = [
  given(
    `insert into message_threads(conversation_id,root_seq) values (${u(200)},1); insert into message_thread_participants(conversation_id,root_seq,user_id,last_read_seq) values (${u(200)},1,${u(3)},3)`,
  ),
  refuses('thread counter', `update message_threads set reply_count=-1`, 'counters_are_not_negative'),
  refuses('thread watermark', `update message_thread_participants set last_read_seq=2`, 'only grows'),
  refuses(
    'attachment of nothing',
    `insert into message_attachments(conversation_id,message_seq,mime_type,byte_size) values (${u(200)},1,'image/png',1)`,
    'asset_or_blob',
  ),
  refuses(
    'attachment of both',
    `insert into message_attachments(conversation_id,message_seq,asset_id,encrypted_blob_key,mime_type,byte_size) values (${u(200)},1,${u(160)},'k','image/png',1)`,
    'asset_or_blob',
  ),
  accepts(
    'attachment',
    `insert into message_attachments(conversation_id,message_seq,asset_id,mime_type,byte_size) values (${u(200)},1,${u(160)},'image/png',1)`,
  ),
  refuses(
    'preview in an encrypted room',
    `insert into message_link_previews(conversation_id,message_seq,link_preview_id) values (${u(202)},1,${u(161)})`,
    'is encrypted',
  ),
  accepts(
    'preview',
    `insert into message_link_previews(conversation_id,message_seq,link_preview_id) values (${u(200)},1,${u(161)})`,
  ),
  refuses(
    'search in an encrypted room',
    `insert into message_search_documents(conversation_id,message_seq,sender_id,sent_at,tsv) values (${u(202)},1,${u(3)},now(),'a')`,
    'is encrypted',
  ),
  accepts(
    'search',
    `insert into message_search_documents(conversation_id,message_seq,sender_id,sent_at,tsv) values (${u(200)},1,${u(3)},now(),to_tsvector('simple','hi'))`,
  ),
  given(
    `insert into custom_emojis(id,creator_id,shortcode,asset_id,review_state) values (${u(240)},${u(1)},'wow',${u(160)},'approved'),(${u(241)},null,'wow',${u(160)},'pending')`,
  ),
  refuses(
    'emoji twice',
    `insert into custom_emojis(shortcode,asset_id) values ('wow',${u(160)})`,
    'custom_emojis_shortcode_idx',
  ),
  refuses('shortcode form', `insert into custom_emojis(shortcode,asset_id) values ('W!',${u(160)})`, 'shortcode_form'),
  refuses(
    "another creator's tier",
    `update custom_emojis set required_tier_id=${u(141)} where id=${u(240)}`,
    'tier_of_same_creator',
  ),
  accepts('own tier', `update custom_emojis set required_tier_id=${u(140)} where id=${u(240)}`),
  accepts(
    'reactions',
    `insert into message_reactions(conversation_id,message_seq,user_id,emoji,custom_emoji_id) values (${u(200)},1,${u(3)},'👍',null),(${u(200)},1,${u(3)},':wow:',${u(240)})`,
  ),
  refuses(
    'reaction twice',
    `insert into message_reactions(conversation_id,message_seq,user_id,emoji) values (${u(200)},1,${u(3)},'👍')`,
    '_pkey',
  ),
  refuses(
    'reaction too long',
    `insert into message_reactions(conversation_id,message_seq,user_id,emoji) values (${u(200)},1,${u(3)},repeat('👍',9))`,
    'emoji_form',
  ),
  refuses(
    'wrong shortcode',
    `insert into message_reactions(conversation_id,message_seq,user_id,emoji,custom_emoji_id) values (${u(200)},2,${u(3)},':wau:',${u(240)})`,
    'another shortcode',
  ),
  refuses(
    'unapproved emoji',
    `insert into message_reactions(conversation_id,message_seq,user_id,emoji,custom_emoji_id) values (${u(200)},2,${u(3)},':wow:',${u(241)})`,
    'not in use',
  ),
  accepts('emoji deleted', `delete from custom_emojis where id=${u(240)}`),
  yields(
    'shortcode stays',
    `select count(*) from message_reactions where emoji=':wow:' and custom_emoji_id is null`,
    '1',
  ),
  given(
    `insert into message_edits(conversation_id,message_seq,edit_no,editor_id,old_body) values (${u(200)},1,1,${u(3)},'old')`,
  ),
  refuses(
    'edit_no',
    `insert into message_edits(conversation_id,message_seq,edit_no,editor_id) values (${u(200)},1,0,${u(3)})`,
    'edit_no_is_positive',
  ),
  refuses('edit rewritten', `update message_edits set old_body='new'`, 'append-only'),
  accepts('edit erased', `update message_edits set old_body=null,editor_id=null`),
  refuses('edits truncated', `truncate message_edits`, 'append-only'),
  refuses(
    'state of nothing',
    `insert into message_user_states(user_id,conversation_id,message_seq) values (${u(3)},${u(200)},1)`,
    'says_something',
  ),
  accepts(
    'receipts',
    `insert into message_read_receipts(conversation_id,user_id,from_seq,to_seq) values (${u(200)},${u(3)},1,3),(${u(200)},${u(3)},4,4)`,
  ),
  refuses(
    'receipt overlaps',
    `insert into message_read_receipts(conversation_id,user_id,from_seq,to_seq) values (${u(200)},${u(3)},4,6)`,
    'up to 4 already',
  ),
  refuses(
    'receipt backwards',
    `insert into message_read_receipts(conversation_id,user_id,from_seq,to_seq) values (${u(200)},${u(3)},6,5)`,
    'range_is_in_order',
  ),
  refuses(
    'receipt ahead',
    `insert into message_read_receipts(conversation_id,user_id,from_seq,to_seq) values (${u(200)},${u(3)},5,99)`,
    'no message 99',
  ),
  refuses(
    'receipt of a stranger',
    `insert into message_read_receipts(conversation_id,user_id,from_seq,to_seq) values (${u(200)},${u(4)},1,1)`,
    'reader_takes_part',
  ),
  given(
    `insert into message_delivery_cursors(user_id,device_id,conversation_id,delivered_seq) values (${u(3)},${u(101)},${u(200)},5)`,
  ),
  refuses('cursor falls', `update message_delivery_cursors set delivered_seq=4`, 'only grows'),
  refuses(
    "somebody else's device",
    `insert into message_delivery_cursors(user_id,device_id,conversation_id) values (${u(3)},${u(102)},${u(200)})`,
    'device_of_same_user',
  ),
  refuses(
    'typing for a minute',
    `insert into typing_indicators(conversation_id,user_id,expires_at) values (${u(200)},${u(3)},now()+interval '1 minute')`,
    'lives_at_most_15_seconds',
  ),
  accepts(
    'typing',
    `insert into typing_indicators(conversation_id,user_id,created_at,updated_at,expires_at) values (${u(200)},${u(3)},now()-interval '1 minute',now()-interval '1 minute',now()-interval '50 s')`,
  ),
  accepts('typing on', `update typing_indicators set expires_at=now()+interval '10 s'`),
  given(
    `update conversations set last_seq=100 where id=${u(201)}; insert into messages(conversation_id,seq,sender_id,client_message_id,body) select ${u(201)},n,${u(3)},pg_temp.u(2000+n),'hi' from generate_series(1,51) n`,
  ),
  refuses(
    '51 pins',
    `insert into message_pins(conversation_id,message_seq) select ${u(201)}, n from generate_series(1,51) n`,
    'At most 50',
  ),
  accepts(
    '50 pins',
    `insert into message_pins(conversation_id,message_seq) select ${u(201)}, n from generate_series(1,50) n`,
  ),
  refuses(
    'draft form',
    `insert into message_drafts(user_id,conversation_id,body_enc,key_id,attachments) values (${u(3)},${u(200)},'x',1,'{}')`,
    'attachments_are_an_array',
  ),
  refuses(
    'scheduled in two years',
    `insert into scheduled_messages(conversation_id,sender_id,body_enc,key_id,send_at) values (${u(200)},${u(1)},'x',1,now()+interval '2 years')`,
    'send_within_a_year',
  ),
  refuses(
    'scheduled by a stranger',
    `insert into scheduled_messages(conversation_id,sender_id,body_enc,key_id,send_at) values (${u(200)},${u(4)},'x',1,now())`,
    'sender_takes_part',
  ),
  refuses(
    "scheduled with another's bundle",
    `insert into scheduled_messages(conversation_id,sender_id,media_bundle_id,send_at) values (${u(200)},${u(1)},${u(122)},now())`,
    'not a message bundle',
  ),
  refuses(
    'scheduled post',
    `insert into scheduled_messages(conversation_id,sender_id,media_bundle_id,send_at) values (${u(200)},${u(1)},${u(121)},now())`,
    'not a message bundle',
  ),
  refuses(
    'price of a text',
    `insert into scheduled_messages(conversation_id,sender_id,body_enc,key_id,price_minor,currency,send_at) values (${u(200)},${u(1)},'x',1,100,'USD',now())`,
    'price_locks_media',
  ),
  accepts(
    'scheduled',
    `insert into scheduled_messages(conversation_id,sender_id,media_bundle_id,price_minor,currency,send_at) values (${u(200)},${u(1)},${u(120)},100,'USD',now())`,
  ),
];

const MASS_MESSAGES: readonly Case[] = [
  given(
    `insert into mass_message_campaigns(id,creator_id,body,currency,idempotency_key) values (${u(300)},${u(1)},'hello','USD','a')`,
  ),
  refuses(
    'same key',
    `insert into mass_message_campaigns(creator_id,body,currency,idempotency_key) values (${u(1)},'hello','USD','a')`,
    'idempotency_key_key',
  ),
  refuses('offer for another bundle', `update mass_message_campaigns set offer_id=${u(130)}`, 'not for this bundle'),
  refuses(
    "another creator's bundle",
    `update mass_message_campaigns set media_bundle_id=${u(122)}`,
    'not a message bundle',
  ),
  accepts('offer', `update mass_message_campaigns set media_bundle_id=${u(120)}, offer_id=${u(130)}`),
  refuses(
    'list or segment',
    `insert into mass_message_audiences(campaign_id,ordinal,list_id,segment) values (${u(300)},1,${u(150)},'online')`,
    'list_or_segment',
  ),
  refuses(
    'tier is named',
    `insert into mass_message_audiences(campaign_id,ordinal,segment) values (${u(300)},1,'tier')`,
    'tier_is_named',
  ),
  refuses(
    "another creator's list",
    `insert into mass_message_audiences(campaign_id,ordinal,list_id) values (${u(300)},1,${u(151)})`,
    'not one of the creator',
  ),
  refuses(
    "another creator's tier",
    `insert into mass_message_audiences(campaign_id,ordinal,segment,tier_id) values (${u(300)},1,'tier',${u(141)})`,
    'not one of the creator',
  ),
  accepts(
    'audience',
    `insert into mass_message_audiences(campaign_id,ordinal,effect,list_id,segment,tier_id) values (${u(300)},1,'exclude',${u(150)},null,null),(${u(300)},2,'include',null,'tier',${u(140)})`,
  ),
  refuses('scheduled for when', `update mass_message_campaigns set status='scheduled'`, 'scheduled_names_its_time'),
  accepts('scheduled', `update mass_message_campaigns set status='scheduled',send_at=now()`),
  refuses('audience of a scheduled one', `update mass_message_audiences set effect='include'`, 'cannot change'),
  refuses(
    'excluded list deleted',
    `delete from social_lists where id=${u(150)}`,
    'belongs to a campaign that is scheduled',
  ),
  accepts('body while scheduled', `update mass_message_campaigns set body='hello you'`),
  accepts('sending', `update mass_message_campaigns set status='sending'`),
  refuses('body while sending', `update mass_message_campaigns set body='other'`, 'was sent cannot change'),
  refuses(
    'bundle while sending',
    `update mass_message_campaigns set media_bundle_id=null,offer_id=null`,
    'was sent cannot change',
  ),
  accepts('unsend', `update mass_message_campaigns set body='',unsend_requested_at=now()`),
  refuses('back to draft', `update mass_message_campaigns set status='draft'`, 'does not start again'),
  refuses('delivered to more', `update mass_message_campaigns set delivered=1`, 'counters_within_each_other'),
  accepts(
    '49 more of the day',
    `insert into mass_message_campaigns(creator_id,body,currency,idempotency_key,status,send_at) select ${u(1)},'x','USD','n'||n,'scheduled',now() from generate_series(1,49) n`,
  ),
  refuses(
    '51 of the day',
    `insert into mass_message_campaigns(creator_id,body,currency,idempotency_key,status,send_at) values (${u(1)},'x','USD','z','scheduled',now())`,
    'At most 50',
  ),
  accepts(
    'for another day',
    `insert into mass_message_campaigns(creator_id,body,currency,idempotency_key,status,send_at) values (${u(1)},'x','USD','z','scheduled',now()+interval '3 days')`,
  ),
  accepts(
    'pointer',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,broadcast_id) values (${u(201)},60,${u(1)},${u(2060)},${u(300)})`,
  ),
  refuses(
    'pointer and text',
    `insert into messages(conversation_id,seq,sender_id,client_message_id,broadcast_id,body) values (${u(201)},61,${u(1)},${u(2061)},${u(300)},'x')`,
    'one_content_source',
  ),
  given(`insert into mass_message_recipients(campaign_id,recipient_id,batch_no) values (${u(300)},${u(3)},1)`),
  refuses('sent where', `update mass_message_recipients set state='sent'`, 'sent_names_its_message'),
  refuses('skipped why', `update mass_message_recipients set state='skipped'`, 'skipped_names_its_reason'),
  given(
    `insert into message_templates(id,creator_id,shortcut,title,body) values (${u(310)},${u(1)},'Hi','Hi','hi'),(${u(311)},${u(2)},'hi','Hi','hi')`,
  ),
  refuses(
    'shortcut',
    `insert into message_templates(creator_id,shortcut,title,body) values (${u(1)},'HI','x','x')`,
    'shortcut_key',
  ),
  refuses(
    "another's template",
    `insert into auto_message_rules(creator_id,trigger,template_id) values (${u(1)},'renewed',${u(311)})`,
    'template_of_same_creator',
  ),
  refuses(
    'negative delay',
    `insert into auto_message_rules(creator_id,trigger,template_id,delay) values (${u(1)},'renewed',${u(310)},'-1 s')`,
    'delay_is_not_negative',
  ),
  given(
    `insert into auto_message_rules(id,creator_id,trigger,template_id) values (${u(320)},${u(1)},'renewed',${u(310)})`,
  ),
  refuses('template in use', `delete from message_templates where id=${u(310)}`, 'template_of_same_creator'),
  refuses(
    "another's rule",
    `insert into auto_message_runs(rule_id,recipient_id,trigger_ref,creator_id,run_at) values (${u(320)},${u(3)},'r1',${u(2)},now())`,
    'not one of this creator',
  ),
  accepts(
    'run',
    `insert into auto_message_runs(rule_id,recipient_id,trigger_ref,creator_id,run_at) values (${u(320)},${u(3)},'r1',${u(1)},now())`,
  ),
  refuses(
    'run twice',
    `insert into auto_message_runs(rule_id,recipient_id,trigger_ref,creator_id,run_at) values (${u(320)},${u(3)},'r1',${u(1)},now())`,
    'auto_message_runs_pkey',
  ),
];

const REPORTS_AND_HOLDS: readonly Case[] = [
  given(
    `insert into message_reports(id,reporter_id,conversation_id,message_seq,reported_user_id,category,disclosed_copy_enc,key_id) values (${u(330)},${u(3)},${u(202)},1,${u(4)},'spam','x',1)`,
  ),
  refuses(
    'reported twice',
    `insert into message_reports(reporter_id,conversation_id,message_seq,reported_user_id,category) values (${u(3)},${u(202)},1,${u(4)},'scam')`,
    'message_seq_key',
  ),
  refuses(
    'oneself',
    `insert into message_reports(reporter_id,conversation_id,message_seq,reported_user_id,category) values (${u(3)},${u(202)},1,${u(3)},'scam')`,
    'nobody_reports_themselves',
  ),
  refuses('evidence', `update message_reports set disclosed_copy_enc='y'`, 'append-only'),
  refuses('resolved when', `update message_reports set status='dismissed'`, 'resolved_names_its_time'),
  accepts('handled', `update message_reports set status='actioned',resolved_at=now(),reporter_id=null`),
  accepts('outlives the message', `delete from messages where conversation_id=${u(202)} and seq=1`),
  refuses('reported room', `delete from conversations where id=${u(202)}`, 'message_reports'),
  given(
    `insert into user_legal_holds(user_id,kind,reference,scope) values (${u(4)},'litigation','case 1','{messages}'),(${u(6)},'litigation','case 2','{*}')`,
  ),
  refuses('report under hold', `delete from message_reports`, 'legal hold'),
  refuses('room under hold', `delete from conversations where id=${u(201)}`, 'legal hold (case 2)'),
  given(
    `insert into conversations(id,kind,last_seq) values (${u(250)},'group',9); insert into messages(conversation_id,seq,sender_id,client_message_id,body) values (${u(250)},1,${u(6)},${u(1)},'x')`,
  ),
  refuses('message under hold', `delete from messages where conversation_id=${u(250)}`, 'legal hold'),
  given(
    `insert into conversations(id,kind,last_seq) values (${u(251)},'group',9); insert into messages(conversation_id,seq,sender_id,client_message_id,body,thread_root_seq) values (${u(251)},1,${u(7)},${u(1)},'x',null),(${u(251)},2,${u(7)},${u(2)},'x',1)`,
  ),
  accepts('room with threads purged', `delete from conversations where id=${u(251)}`),
  yields('nothing left', `select count(*) from messages where conversation_id=${u(251)}`, '0'),
];

const ENCRYPTION: readonly Case[] = [
  given(
    `insert into e2ee_device_keys(user_id,device_id,identity_key,signing_key,algorithms,signature,registration_id) values (${u(3)},${u(101)},pg_temp.h('i'),pg_temp.h('s'),'{x25519}',pg_temp.h('a')||pg_temp.h('b'),1)`,
  ),
  refuses(
    'short key',
    `insert into e2ee_device_keys(user_id,device_id,identity_key,signing_key,algorithms,signature,registration_id) values (${u(4)},${u(102)},'i',pg_temp.h('s'),'{x25519}',pg_temp.h('a')||pg_temp.h('b'),1)`,
    'identity_key_is_32_bytes',
  ),
  refuses('key updated', `update e2ee_device_keys set identity_key=pg_temp.h('z')`, 'append-only'),
  accepts(
    'prekeys',
    `insert into e2ee_signed_prekeys(user_id,device_id,key_id,kind,public_key,signature,expires_at) select ${u(3)},${u(101)},n,k,pg_temp.h('p'),pg_temp.h('a')||pg_temp.h('b'),now()+interval '1 day' from (values (1,'signed'),(2,'kem')) v(n,k)`,
  ),
  refuses(
    'two current',
    `insert into e2ee_signed_prekeys(user_id,device_id,key_id,kind,public_key,signature,expires_at) values (${u(3)},${u(101)},3,'kem',pg_temp.h('p'),pg_temp.h('a')||pg_temp.h('b'),now()+interval '1 day')`,
    'kind_idx',
  ),
  accepts(
    'one-time keys',
    `insert into e2ee_one_time_prekeys(user_id,device_id,key_id,algorithm,public_key) select ${u(3)},${u(101)},n,'x25519',pg_temp.h('p') from generate_series(1,20) n`,
  ),
  accepts('claimed', `delete from e2ee_one_time_prekeys where key_id=20`),
  refuses(
    'claimed id again',
    `insert into e2ee_one_time_prekeys(user_id,device_id,key_id,algorithm,public_key) values (${u(3)},${u(101)},20,'x25519',pg_temp.h('p'))`,
    'was used before',
  ),
  accepts(
    'more keys',
    `insert into e2ee_one_time_prekeys(user_id,device_id,key_id,algorithm,public_key) select ${u(3)},${u(101)},n,'x25519',pg_temp.h('p') from generate_series(21,25) n`,
  ),
  given(
    `insert into e2ee_cross_signing_keys(user_id,usage,version,public_key) values (${u(3)},'master',1,pg_temp.h('m'))`,
  ),
  refuses(
    'two master keys',
    `insert into e2ee_cross_signing_keys(user_id,usage,version,public_key) values (${u(3)},'master',2,pg_temp.h('n'))`,
    'user_id_usage_idx',
  ),
  accepts(
    'master key replaced',
    `update e2ee_cross_signing_keys set replaced_at=now(); insert into e2ee_cross_signing_keys(user_id,usage,version,public_key) values (${u(3)},'master',2,pg_temp.h('n'))`,
  ),
  given(`insert into e2ee_key_backups(user_id,version,algorithm,auth_data,etag) values (${u(3)},1,'m','{}',5)`),
  refuses(
    'two backups',
    `insert into e2ee_key_backups(user_id,version,algorithm,auth_data) values (${u(3)},2,'m','{}')`,
    'user_id_idx',
  ),
  refuses('etag', `update e2ee_key_backups set etag=4`, 'only grows'),
  given(
    `insert into e2ee_key_backup_sessions(user_id,version,conversation_id,session_id,first_index,session_enc) values (${u(3)},1,${u(202)},'s',5,'a')`,
  ),
  accepts(
    'worse key',
    `insert into e2ee_key_backup_sessions(user_id,version,conversation_id,session_id,first_index,session_enc) values (${u(3)},1,${u(202)},'s',7,'b') on conflict (user_id,version,conversation_id,session_id) do update set first_index=excluded.first_index,session_enc=excluded.session_enc,is_verified=excluded.is_verified`,
  ),
  yields('better key stays', `select first_index from e2ee_key_backup_sessions`, '5'),
  accepts(
    'verified key',
    `insert into e2ee_key_backup_sessions(user_id,version,conversation_id,session_id,first_index,session_enc,is_verified) values (${u(3)},1,${u(202)},'s',9,'c',true) on conflict (user_id,version,conversation_id,session_id) do update set first_index=excluded.first_index,session_enc=excluded.session_enc,is_verified=excluded.is_verified`,
  ),
  yields('verified key wins', `select first_index from e2ee_key_backup_sessions`, '9'),
  refuses(
    'epoch 1 before 0',
    `insert into e2ee_group_epochs(conversation_id,epoch,commit_message,tree_hash,reason,created_seq) values (${u(202)},1,'x',pg_temp.h('t'),'add',1)`,
    'epoch before',
  ),
  refuses(
    'clear group',
    `insert into e2ee_group_epochs(conversation_id,epoch,commit_message,tree_hash,reason,created_seq) values (${u(201)},0,'x',pg_temp.h('t'),'create',1)`,
    'not encrypted',
  ),
  accepts(
    'epoch by epoch',
    `insert into e2ee_group_epochs(conversation_id,epoch,commit_message,tree_hash,reason,created_seq) values (${u(202)},0,'x',pg_temp.h('t'),'create',1); insert into e2ee_group_epochs(conversation_id,epoch,commit_message,tree_hash,reason,created_seq) values (${u(202)},1,'x',pg_temp.h('t'),'add',1)`,
  ),
  refuses(
    'epoch left out',
    `insert into e2ee_group_epochs(conversation_id,epoch,commit_message,tree_hash,reason,created_seq) values (${u(202)},3,'x',pg_temp.h('t'),'add',1)`,
    'epoch before',
  ),
  refuses(
    'same epoch',
    `insert into e2ee_group_epochs(conversation_id,epoch,commit_message,tree_hash,reason,created_seq) values (${u(202)},1,'y',pg_temp.h('t'),'add',1)`,
    '_pkey',
  ),
  refuses(
    '1001 waiting',
    `insert into e2ee_device_inbox(user_id,device_id,kind,payload,expires_at) select ${u(3)},${u(101)},'welcome','x',now()+interval '1 day' from generate_series(1,1001)`,
    'At most 1000',
  ),
];

const CALLS: readonly Case[] = [
  put('ledger_transactions', { id: u(340), kind: `'charge'`, row_hash: `'\\x' || encode(pg_temp.h('r'), 'hex')` }),
  given(
    `insert into call_sessions(id,conversation_id,initiator_id,creator_id,kind,room_ref,rate_minor_per_minute,currency) values (${u(341)},${u(200)},${u(3)},${u(1)},'video','r',100,'USD')`,
  ),
  refuses(
    'paid call without hold',
    `update call_sessions set state='active',answered_at=now()`,
    'paid_call_has_a_hold',
  ),
  accepts('paid call', `update call_sessions set state='active',answered_at=now(),hold_transaction_id=${u(340)}`),
  refuses('rate changes', `update call_sessions set rate_minor_per_minute=1`, 'keeps its value'),
  refuses('ended when', `update call_sessions set state='ended'`, 'over_names_its_time'),
  refuses(
    'ended before it began',
    `update call_sessions set state='ended',ended_at=now()-interval '1 hour'`,
    'times_are_in_order',
  ),
  accepts('billed', `update call_sessions set state='ended',ended_at=now()+interval '1 s',billed_minor=100`),
  refuses('billed call deleted', `delete from call_sessions`, 'not deleted'),
  refuses(
    'left before joined',
    `insert into call_participants(call_id,user_id,left_at) values (${u(341)},${u(3)},now()-interval '1 s')`,
    'left_after_joined',
  ),
  refuses(
    "somebody else's device",
    `insert into call_participants(call_id,user_id,device_id) values (${u(341)},${u(3)},${u(102)})`,
    "somebody else's",
  ),
  accepts('joined', `insert into call_participants(call_id,user_id,device_id) values (${u(341)},${u(3)},${u(101)})`),
];

const NOTIFICATIONS: readonly Case[] = [
  given(
    `insert into notification_types(id,code,category,default_channels,can_opt_out) values (1,'post.like','social','{in_app}',true),(2,'login.new','security','{in_app,email}',true),(3,'terms.changed','legal','{email}',false)`,
  ),
  refuses(
    'security without e-mail',
    `insert into notification_types(id,code,category,default_channels) values (4,'x.y','security','{push}')`,
    'security_and_legal_go_by_email',
  ),
  accepts('notification', `insert into notifications(user_id,type_id,data) values (${u(3)},1,'{}')`),
  refuses(
    'day of another',
    `insert into notifications(user_id,type_id,created_day) values (${u(3)},1,current_date+20)`,
    'day_is_that_of_creation',
  ),
  refuses(
    'data too large',
    `insert into notifications(user_id,type_id,data) values (${u(3)},1,jsonb_build_object('x',repeat('y',2050)))`,
    'data_at_most_2_kb',
  ),
  refuses(
    'nobody',
    `insert into notification_groups(user_id,group_key,type_id,actor_count,latest_notification_id) values (${u(3)},'like:1',1,0,1)`,
    'actor_count_is_positive',
  ),
  refuses(
    'badge of 1000',
    `insert into notification_counters(user_id,category,unread) values (${u(3)},'social',1000)`,
    'counters_in_range',
  ),
  refuses(
    'security off by mail',
    `insert into notification_preferences(user_id,type_id,channel,mode) values (${u(3)},2,'email','off')`,
    'Nobody opts out',
  ),
  refuses(
    'security digest',
    `insert into notification_preferences(user_id,type_id,channel,mode) values (${u(3)},2,'email','digest')`,
    'Nobody opts out',
  ),
  accepts(
    'security off in the app',
    `insert into notification_preferences(user_id,type_id,channel,mode) values (${u(3)},2,'in_app','off')`,
  ),
  refuses(
    'legal off',
    `insert into notification_preferences(user_id,type_id,channel,mode,from_whom) values (${u(3)},3,'email','on','nobody')`,
    'Nobody opts out',
  ),
  refuses(
    'default on',
    `insert into notification_preferences(user_id,type_id,channel,mode) values (${u(3)},1,'in_app','on')`,
    'is the default',
  ),
  refuses(
    'default off',
    `insert into notification_preferences(user_id,type_id,channel,mode) values (${u(3)},1,'push','off')`,
    'is the default',
  ),
  accepts(
    'deviation',
    `insert into notification_preferences(user_id,type_id,channel,mode) values (${u(3)},1,'push','on')`,
  ),
  refuses(
    'two targets',
    `insert into notification_overrides(user_id,creator_id,conversation_id,mode) values (${u(3)},${u(1)},${u(200)},'none')`,
    'one_target',
  ),
  accepts('override', `insert into notification_overrides(user_id,creator_id,mode) values (${u(3)},${u(1)},'none')`),
  refuses(
    'override twice',
    `insert into notification_overrides(user_id,creator_id,mode) values (${u(3)},${u(1)},'all')`,
    'creator_id_user_id_idx',
  ),
  refuses(
    'weekday',
    `insert into notification_quiet_hours(user_id,weekday,starts_at_local,ends_at_local,timezone,channels) values (${u(3)},7,'22:00','07:00','UTC','{push}')`,
    'weekday_in_range',
  ),
  given(`insert into notification_templates(type_id,channel) values (3,'email'),(1,'push')`),
  given(
    `insert into notification_template_versions(template_id,version,locale,subject,body,sha256,authored_by) select t.id,1,'en','News','Hello',pg_temp.h('v'),${u(8)} from notification_templates t`,
  ),
  refuses('version not approved', `update notification_templates set current_version=1`, 'no approved version'),
  refuses(
    'own legal text',
    `update notification_template_versions set approved_at=now(),approved_by=${u(8)} where template_id=(select id from notification_templates where type_id=3)`,
    'somebody else',
  ),
  refuses(
    'indiscreet subject',
    `update notification_template_versions set subject='New nudes',approved_at=now(),approved_by=${u(9)}`,
    'not discreet',
  ),
  refuses(
    'indiscreet push',
    `update notification_template_versions v set body='Hot porn',approved_at=now(),approved_by=${u(9)} from notification_templates t where t.id=v.template_id and t.channel='push'`,
    'not discreet',
  ),
  accepts(
    'Essex is a place',
    `update notification_template_versions set subject='Meeting in Essex',approved_at=now(),approved_by=${u(9)}`,
  ),
  refuses('approved text changes', `update notification_template_versions set body='Bye'`, 'cannot change once'),
  refuses('approved text deleted', `delete from notification_template_versions`, 'cannot change once'),
  accepts('version in use', `update notification_templates set current_version=1`),
  accepts(
    'delivery',
    `insert into notification_deliveries(user_id,type_id,channel,destination_ref,dedup_key) values (${u(3)},1,'push',${u(5)},'d')`,
  ),
  refuses('suppressed why', `update notification_deliveries set status='suppressed'`, 'suppressed_names_its_reason'),
  refuses(
    'address as destination',
    `insert into notification_deliveries(user_id,type_id,channel,destination_ref,dedup_key) values (${u(3)},1,'push','a@x.io','d')`,
    'uuid',
  ),
  refuses(
    'window',
    `insert into notification_digests(user_id,kind,window_start,window_end,send_after) values (${u(3)},'daily',now(),now(),now())`,
    'ends_after_start',
  ),
  given(
    `insert into push_tokens(user_id,device_id,provider,token_enc,token_hash,app_bundle,key_id) values (${u(3)},${u(101)},'fcm','x',pg_temp.h('t'),'app',1)`,
  ),
  refuses("somebody else's device", `update push_tokens set user_id=${u(4)}`, 'device_of_same_user'),
  accepts(
    'token moves',
    `insert into push_tokens(user_id,device_id,provider,token_enc,token_hash,app_bundle,key_id) values (${u(4)},${u(102)},'fcm','x',pg_temp.h('t'),'app',1) on conflict (token_hash) do update set user_id=excluded.user_id,device_id=excluded.device_id`,
  ),
  refuses(
    'unknown push service',
    `insert into web_push_subscriptions(user_id,push_service,endpoint_enc,endpoint_hash,p256dh,auth_enc,key_id) values (${u(3)},'evil','x',pg_temp.h('e'),pg_temp.h('a')||pg_temp.h('b')||'x','x',1)`,
    'push_service_check',
  ),
  accepts(
    'push service',
    `insert into web_push_subscriptions(user_id,push_service,endpoint_enc,endpoint_hash,p256dh,auth_enc,key_id) values (${u(3)},'fcm','x',pg_temp.h('e'),pg_temp.h('a')||pg_temp.h('b')||'x','x',1)`,
  ),
];

const CHANNELS: readonly Case[] = [
  refuses(
    'mail without consent',
    `insert into email_messages(user_id,stream,locale,sender_id) values (${u(3)},'marketing','en',1)`,
    'marketing_email',
  ),
  refuses(
    'mail to nobody',
    `insert into email_messages(user_id,stream,locale,sender_id) values (null,'marketing','en',1)`,
    'marketing_email',
  ),
  accepts(
    'mail with consent',
    `insert into user_consents(user_id,purpose,source) values (${u(3)},'marketing_email','settings'); insert into email_messages(user_id,stream,locale,sender_id) values (${u(3)},'marketing','en',1)`,
  ),
  accepts(
    'transactional mail',
    `insert into email_messages(user_id,stream,locale,sender_id) values (${u(4)},'transactional','en',1)`,
  ),
  refuses(
    'sms without consent',
    `insert into sms_messages(user_id,purpose,country_code) values (${u(3)},'marketing','DE')`,
    'marketing_sms',
  ),
  refuses(
    'cost in what',
    `insert into sms_messages(user_id,purpose,country_code,cost_micros) values (${u(3)},'otp','DE',9)`,
    'cost_names_its_currency',
  ),
  refuses(
    'inbound code',
    `insert into sms_messages(user_id,direction,status,purpose,country_code) values (${u(3)},'in','received','otp','DE')`,
    'inbound_is_a_reply',
  ),
  given(`insert into email_events(occurred_at,provider_ref,user_id,event) values (now(),'r',${u(3)},'delivered')`),
  refuses(
    'open by whom',
    `insert into email_events(occurred_at,provider_ref,event) values (now(),'r','open')`,
    'opens_and_clicks_are_classed',
  ),
  refuses('event changes', `update email_events set event='complaint'`, 'append-only'),
  accepts('event erased', `update email_events set user_id=null`),
  refuses(
    'address instead of its hash',
    `insert into contact_suppressions(channel,destination_bidx,reason) values ('email','a@x.io','unsubscribe')`,
    'digest_256_length',
  ),
  refuses(
    'erased for a while',
    `insert into contact_suppressions(channel,destination_bidx,reason,expires_at) values ('email',pg_temp.h('a'),'erased',now()+interval '1 day')`,
    'erased_is_never_contacted',
  ),
  given(`insert into sender_identities(channel,identity,stream,provider) values ('email','x.io','marketing','p')`),
  refuses(
    'identity twice',
    `insert into sender_identities(channel,identity,stream,provider) values ('email','x.io','otp','p')`,
    'sender_identities_identity_idx',
  ),
  accepts(
    'identity of a country',
    `insert into sender_identities(channel,identity,country_code,stream,provider) values ('email','x.io','DE','otp','p')`,
  ),
  put('i18n_locales', { code: `'en'`, is_enabled: 'true', name_native: `'English'` }),
  put('i18n_locales', { code: `'de'`, is_enabled: 'true', name_native: `'Deutsch'` }),
  put('i18n_locales', { code: `'fr'`, is_enabled: 'false', name_native: `'Français'` }),
  accepts(
    'draft in one language',
    `insert into announcements(id,kind,titles,bodies,starts_at) values (${u(350)},'info','{"en":"x"}','{"en":"x"}',now())`,
  ),
  refuses('published in one language', `update announcements set published_at=now()`, 'lacks a text in: de'),
  accepts(
    'published in both',
    `update announcements set published_at=now(),titles='{"en":"x","de":"x"}',bodies='{"en":"x","de":"x"}'`,
  ),
  refuses(
    'acknowledged unasked',
    `insert into announcement_receipts(announcement_id,user_id,acknowledged_at) values (${u(350)},${u(3)},now())`,
    'asks for no',
  ),
  accepts(
    'acknowledged',
    `update announcements set requires_ack=true; insert into announcement_receipts(announcement_id,user_id,acknowledged_at) values (${u(350)},${u(3)},now())`,
  ),
  given(
    `insert into notification_campaigns(id,name,channel,template_id,template_version,consent_purpose,created_by) select ${u(360)},'n','email',t.id,1,'marketing_email',${u(8)} from notification_templates t where t.channel='email'`,
  ),
  refuses(
    'consent for another channel',
    `update notification_campaigns set consent_purpose='marketing_sms'`,
    'consent_fits_channel',
  ),
  refuses(
    'template for another channel',
    `update notification_campaigns set channel='push',consent_purpose='marketing_push'`,
    'another channel',
  ),
  refuses(
    'two eyes',
    `update notification_campaigns set status='approved',approved_by=${u(8)}`,
    'approver_is_not_the_creator',
  ),
  refuses('no eyes', `update notification_campaigns set status='approved'`, 'approved_by_somebody'),
  refuses(
    'text not approved',
    `update notification_campaigns set status='approved',approved_by=${u(9)},template_version=2`,
    'not approved',
  ),
  accepts('four eyes', `update notification_campaigns set status='approved',approved_by=${u(9)}`),
  refuses('segment after approval', `update notification_campaigns set segment='{"all":true}'`, 'back to a draft'),
  accepts('a draft again', `update notification_campaigns set status='draft',segment='{"all":true}'`),
  refuses(
    'payload',
    `insert into realtime_outbox(topic,partition_key,payload,dedup_key) values ('t','p',to_jsonb(repeat('x',65536)),'d')`,
    'payload_at_most_64_kb',
  ),
  given(`insert into realtime_outbox(topic,partition_key,payload,dedup_key) values ('t','p','{}','d')`),
  refuses(
    'twice',
    `insert into realtime_outbox(topic,partition_key,payload,dedup_key) values ('t','p','{}','d')`,
    'dedup_key_key',
  ),
  accepts(
    'figures',
    `insert into conversation_stats_daily(creator_id,day,currency,paid_sent) values (${u(1)},current_date,'USD',1)`,
  ),
  refuses('more unlocked than sent', `update conversation_stats_daily set paid_unlocked=2`, 'unlocked_within_sent'),
  refuses(
    'more delivered than sent',
    `insert into communication_stats_daily(day,channel,type_id,template_key,delivered) values (current_date,'email',1,'x',1)`,
    'delivered_within_sent',
  ),
];

/** Somebody who is in everything and owes nothing goes; what others share stays without the name. */
const DELETED_ACCOUNT: readonly Case[] = [
  given(`insert into users(id,username,status) values (${u(10)},'leaver','active')`),
  given(
    `insert into conversations(id,kind,encryption,created_by,last_seq) values (${u(260)},'group','transport',${u(10)},9),(${u(261)},'group','e2ee',${u(10)},9)`,
  ),
  given(
    `insert into conversation_participants(conversation_id,user_id,joined_seq) values (${u(260)},${u(10)},0),(${u(260)},${u(3)},0)`,
  ),
  given(
    `insert into messages(conversation_id,seq,sender_id,client_message_id,body) values (${u(260)},1,${u(10)},${u(1)},'x'),(${u(260)},2,${u(3)},${u(2)},'y')`,
  ),
  given(
    `insert into message_edits(conversation_id,message_seq,edit_no,editor_id,old_body) values (${u(260)},1,1,${u(10)},'old')`,
  ),
  given(`insert into message_reactions(conversation_id,message_seq,user_id,emoji) values (${u(260)},2,${u(10)},'👍')`),
  given(`insert into message_read_receipts(conversation_id,user_id,from_seq,to_seq) values (${u(260)},${u(10)},1,2)`),
  given(`insert into message_pins(conversation_id,message_seq,pinned_by) values (${u(260)},2,${u(10)})`),
  given(
    `insert into e2ee_group_epochs(conversation_id,epoch,commit_message,tree_hash,committed_by,reason,created_seq) values (${u(261)},0,'x',pg_temp.h('t'),${u(10)},'create',1)`,
  ),
  given(
    `insert into message_reports(id,reporter_id,conversation_id,message_seq,reported_user_id,category) values (${u(331)},${u(10)},${u(260)},2,${u(3)},'spam')`,
  ),
  given(
    `insert into notification_template_versions(template_id,version,locale,body,sha256,authored_by,approved_by,approved_at) select t.id,2,'en','Hello',pg_temp.h('v'),${u(10)},${u(9)},now() from notification_templates t`,
  ),
  given(
    `insert into mass_message_campaigns(id,creator_id,author_id,body,currency,idempotency_key,status,send_at) values (${u(301)},${u(2)},${u(10)},'x','USD','l','sending',now())`,
  ),
  accepts('account deleted', `delete from users where id=${u(10)}`),
  yields(
    'message stays',
    `select count(*) from messages where conversation_id=${u(260)} and sender_id is null and body='x'`,
    '1',
  ),
  yields('report stays', `select count(*) from message_reports where id=${u(331)} and reporter_id is null`, '1'),
  yields('own rows go', `select count(*) from message_reactions where conversation_id=${u(260)}`, '0'),
];

export const CASES: readonly Case[] = [
  ...PEOPLE_AND_ROOMS,
  ...CONVERSATIONS,
  ...REQUESTS,
  ...MESSAGES,
  ...AROUND_MESSAGES,
  ...MASS_MESSAGES,
  ...REPORTS_AND_HOLDS,
  ...ENCRYPTION,
  ...CALLS,
  ...NOTIFICATIONS,
  ...CHANNELS,
  ...DELETED_ACCOUNT,
];

/** The functions that the cases use; `put` gives what is required and not said some value of its type. */
export const MORE_HELPERS = `
  create function pg_temp.put(target text, given jsonb) returns void language plpgsql as $$
  declare
    columns_list text;
    values_list text;
  begin
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
      string_agg(case
        when given ? a.attname then format('%L', given ->> a.attname)
        when t.typname = 'uuid' then 'gen_random_uuid()'
        when t.typname in ('int2', 'int4', 'int8', 'numeric', 'bool') then format('%L::%I', '1', t.typname)
        when t.typname in ('timestamptz', 'date') then 'now()'
        when t.typname in ('bytea', 'digest_256') then 'sha256(gen_random_uuid()::text::bytea)'
        when t.typname in ('json', 'jsonb') then '''{}'''
        when t.typname like '\\_%' then '''{}'''
        when t.typname = 'currency_code' then '''USD'''
        when t.typname = 'country_code' then '''DE'''
        else '''x' || left(md5(random()::text), 8) || '''' end, ', ' order by a.attnum)
      into columns_list, values_list
    from pg_attribute a
      join pg_type t on t.oid = a.atttypid
    where a.attrelid = target::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attidentity = ''
      and (given ? a.attname or a.attnotnull and not a.atthasdef);
    set local session_replication_role = replica;
    execute format('insert into %s (%s) values (%s)', target, columns_list, values_list);
    set local session_replication_role = origin;
  end $$`;
