/** What a member, or a visitor, sees of the things that are the hardest to tell: paid, hidden, blocked and out of time. */
import { type Case, given, refuses, yields } from './case.ts';

/** `seen(4, 'events')` counts the rows that user 4 reads, of the visitor 0; `be(4)` is that person for the rest of a step. */
export const PEOPLE = `
  do $$ begin execute format('grant usage on schema %s to public', pg_my_temp_schema()::regnamespace); end $$;
  create function pg_temp.be(n integer) returns void language plpgsql as $$
  begin
    perform set_config('app.user_id', case when n > 0 then pg_temp.u(n)::text else '' end, true);
    execute 'set local role ' || case when n > 0 then 'boyfanz_member' else 'boyfanz_anonymous' end;
  end $$;
  create function pg_temp.seen(n integer, what text) returns text language plpgsql as $$
  declare
    result text;
  begin
    perform pg_temp.be(n);
    execute 'select count(*) from public.' || what into result;
    execute 'reset role';
    return result;
  end $$;
  grant execute on all functions in schema pg_temp to public;
  select pg_temp.strip(oid) from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    and relname in ('users', 'creators', 'user_blocks', 'user_privacy_settings', 'follows', 'subscriptions', 'content_items',
      'stories', 'story_views', 'posts', 'post_likes', 'polls', 'poll_votes', 'events', 'event_registrations', 'event_tickets',
      'event_ticket_types', 'event_staff', 'live_channels', 'live_channel_moderators', 'live_streams', 'live_access_grants',
      'live_chat_messages', 'live_gifts', 'live_moderation_actions', 'geo_areas', 'geo_block_rules', 'geo_block_areas',
      'marketplace_shops', 'marketplace_listings', 'marketplace_auctions', 'marketplace_bids', 'tenants', 'tenant_members',
      'tenant_settings', 'calendars', 'calendar_entries', 'calendar_invitees', 'content_translations', 'media_alt_texts')`;

const ID = (n: number) => `'00000000-0000-7000-8000-${String(n).padStart(12, '0')}'::uuid`;

/** 1 sells and broadcasts, 2 bought, 3 subscribed, 4 is blocked by 1, 5 is anybody, 6 helps 1. */
const LIVE: readonly Case[] = [
  given(`insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,6) n;
    insert into creators(user_id) values (pg_temp.u(1));
    insert into user_blocks(blocker_id,blocked_id) values (pg_temp.u(1),pg_temp.u(4));
    insert into subscriptions(id,subscriber_id,creator_id,entitled_until) values
      (pg_temp.u(90),pg_temp.u(3),pg_temp.u(1),now()+interval '1 day');
    insert into live_channels(id,creator_id,is_enabled) values (pg_temp.u(10),pg_temp.u(1),true);
    insert into live_channel_moderators(id,channel_id,creator_id,user_id) values (pg_temp.u(11),pg_temp.u(10),pg_temp.u(1),pg_temp.u(6));
    insert into live_streams(id,channel_id,creator_id,access,state,explicit_level) values
      (pg_temp.u(20),pg_temp.u(10),pg_temp.u(1),'public','scheduled',0),
      (pg_temp.u(21),pg_temp.u(10),pg_temp.u(1),'subscribers','scheduled',0),
      (pg_temp.u(22),pg_temp.u(10),pg_temp.u(1),'private','scheduled',0),
      (pg_temp.u(23),pg_temp.u(10),pg_temp.u(1),'public','scheduled',3);
    insert into live_access_grants(id,stream_id,user_id,revoked_at) values
      (pg_temp.u(24),pg_temp.u(22),pg_temp.u(2),null), (pg_temp.u(25),pg_temp.u(22),pg_temp.u(5),now()),
      (pg_temp.u(26),pg_temp.u(22),pg_temp.u(4),null);
    insert into live_chat_messages(id,sent_at,stream_id,user_id,body,state) values
      (pg_temp.u(30),now(),pg_temp.u(22),pg_temp.u(2),'hi','visible'), (pg_temp.u(31),now(),pg_temp.u(22),pg_temp.u(2),'psst','shadow'),
      (pg_temp.u(32),now(),pg_temp.u(22),pg_temp.u(2),'!','removed');
    insert into live_gifts(id,stream_id,creator_id,sender_id,is_anonymous) values
      (pg_temp.u(33),pg_temp.u(20),pg_temp.u(1),pg_temp.u(2),true), (pg_temp.u(34),pg_temp.u(20),pg_temp.u(1),pg_temp.u(3),false);
    insert into live_moderation_actions(id,acted_at,stream_id,actor_kind) values
      (pg_temp.u(35),now(),pg_temp.u(22),'moderator'), (pg_temp.u(36),now(),pg_temp.u(22),'staff')`),
  yields('a visitor sees what is public and not explicit', "select pg_temp.seen(0,'live_streams')", '1'),
  yields('a subscriber sees more', "select pg_temp.seen(3,'live_streams')", '2'),
  yields('a guest of a private stream', "select pg_temp.seen(2,'live_streams')", '2'),
  yields('a grant that was revoked', "select pg_temp.seen(5,'live_streams')", '1'),
  yields('a block, whatever was granted', "select pg_temp.seen(4,'live_streams')", '0'),
  yields('the creator', "select pg_temp.seen(1,'live_streams')", '4'),
  yields('a moderator of the channel', "select pg_temp.seen(6,'live_streams')", '4'),
  yields('the chat of a private stream', "select pg_temp.seen(5,'live_chat_messages')", '0'),
  yields('visible lines', "select pg_temp.seen(1,'live_chat_messages')", '1'),
  yields('a writer in the shadow', "select pg_temp.seen(2,'live_chat_messages')", '2'),
  refuses(
    'the state of a line',
    "select pg_temp.seen(2,$$live_chat_messages where state='shadow'$$)",
    'permission denied',
  ),
  yields('an anonymous gift', "select pg_temp.seen(1,'live_gifts')", '1'),
  yields('what platform staff did', "select pg_temp.seen(6,'live_moderation_actions')", '1'),
  yields('what moderators did', "select pg_temp.seen(2,'live_moderation_actions')", '0'),
  given(`insert into geo_areas(id,kind,code) values (pg_temp.u(40),'country','DE');
    insert into geo_block_rules(id,scope,subject_id,mode,reason) values (pg_temp.u(41),'stream',pg_temp.u(20),'block','legal');
    insert into geo_block_areas(rule_id,area_id) values (pg_temp.u(41),pg_temp.u(40));
    set app.country = 'DE'`),
  yields('a country that is shut out', "select pg_temp.seen(5,'live_streams')", '0'),
  yields('a visitor from that country', "select pg_temp.seen(0,'live_streams')", '0'),
  given('reset app.country; delete from geo_block_areas; delete from geo_block_rules'),
  refuses(
    'a moderator whom somebody else names',
    `select pg_temp.be(5); insert into live_channel_moderators(channel_id,creator_id,user_id,rights,added_by)
     values (${ID(10)},${ID(1)},${ID(5)},'{ban}',${ID(5)})`,
    'row-level security',
  ),
  refuses(
    'its own check of identity',
    'select pg_temp.be(1); update live_channels set live_verified_at=now()',
    'permission denied',
  ),
];

const EVENTS: readonly Case[] = [
  given(`insert into events(id,organizer_id,visibility,state,title,description) values
      (pg_temp.u(50),pg_temp.u(1),'public','published','A',''), (pg_temp.u(51),pg_temp.u(1),'invite','published','B',''),
      (pg_temp.u(52),pg_temp.u(1),'unlisted','published','C',''), (pg_temp.u(53),pg_temp.u(1),'public','draft','D','');
    insert into event_ticket_types(id,event_id,name,is_hidden) values
      (pg_temp.u(54),pg_temp.u(50),'Door',false), (pg_temp.u(55),pg_temp.u(50),'Friends',true);
    insert into event_tickets(id,event_id,ticket_type_id,holder_id,purchaser_id,secret_hash,state) values
      (pg_temp.u(56),pg_temp.u(50),pg_temp.u(55),pg_temp.u(2),pg_temp.u(3),pg_temp.h('t'),'valid');
    insert into event_registrations(id,event_id,user_id,state) values (pg_temp.u(57),pg_temp.u(51),pg_temp.u(2),'approved');
    insert into event_staff(id,event_id,user_id,rights,granted_by) values
      (pg_temp.u(58),pg_temp.u(50),pg_temp.u(6),'{door}',pg_temp.u(1)), (pg_temp.u(59),pg_temp.u(50),pg_temp.u(5),'{content}',pg_temp.u(1))`),
  yields('a visitor sees public events', "select pg_temp.seen(0,'events')", '1'),
  yields('somebody invited', "select pg_temp.seen(2,'events')", '2'),
  yields('somebody blocked', "select pg_temp.seen(4,'events')", '0'),
  yields('a hidden kind of ticket', "select pg_temp.seen(3,'event_ticket_types')", '1'),
  yields('a hidden kind that one holds', "select pg_temp.seen(2,'event_ticket_types')", '2'),
  ...[
    ['the holder', 2, '1'],
    ['who paid for it', 3, '1'],
    ['the organizer', 1, '1'],
    ['the door', 6, '1'],
    ['a helper without the right', 5, '0'],
  ].map(([who, n, rows]) => yields(`a sold ticket: ${who}`, `select pg_temp.seen(${n},'event_tickets')`, `${rows}`)),
  refuses(
    'the secret of a ticket',
    "select pg_temp.seen(2,'event_tickets where secret_hash is not null')",
    'permission denied',
  ),
];

const MARKET: readonly Case[] = [
  given(`insert into marketplace_shops(id,creator_id,slug,name,status) values (pg_temp.u(60),pg_temp.u(1),'s','S','open');
    insert into marketplace_listings(product_id,shop_id,creator_id,status,explicit_level) values
      (pg_temp.u(61),pg_temp.u(60),pg_temp.u(1),'listed',0), (pg_temp.u(62),pg_temp.u(60),pg_temp.u(1),'draft',0);
    insert into marketplace_auctions(id,product_id,creator_id,state,reserve_minor,currency) values
      (pg_temp.u(63),pg_temp.u(61),pg_temp.u(1),'open',900,'EUR'), (pg_temp.u(64),pg_temp.u(62),pg_temp.u(1),'scheduled',900,'EUR');
    insert into marketplace_bids(id,auction_id,bidder_id,amount_minor,max_minor,currency) values
      (pg_temp.u(65),pg_temp.u(63),pg_temp.u(2),100,500,'EUR')`),
  yields('an auction of what is listed', "select pg_temp.seen(0,'marketplace_auctions')", '1'),
  yields('the bids in it', "select pg_temp.seen(5,'marketplace_bids where amount_minor = 100')", '1'),
  yields('a blocked bidder', "select pg_temp.seen(4,'marketplace_auctions')", '0'),
  refuses('the reserve', "select pg_temp.seen(5,'marketplace_auctions where reserve_minor > 0')", 'permission denied'),
  refuses(
    'how high a bidder goes',
    "select pg_temp.seen(5,'marketplace_bids where max_minor > 0')",
    'permission denied',
  ),
  refuses(
    'opening a shop oneself',
    "select pg_temp.be(1); update marketplace_shops set status='open'",
    'permission denied',
  ),
  given("update marketplace_shops set status='suspended'"),
  yields('a suspended shop', "select pg_temp.seen(5,'marketplace_listings')", '0'),
];

const CONTENT: readonly Case[] = [
  given(`insert into content_items(id,kind,author_id,creator_id,status,audience,rating,published_at) values
      (pg_temp.u(70),'story',pg_temp.u(1),pg_temp.u(1),'published','public','safe',now()-interval '1 hour'),
      (pg_temp.u(71),'post',pg_temp.u(1),pg_temp.u(1),'published','subscribers','safe',now()-interval '1 hour');
    insert into stories(id,kind,author_id) values (pg_temp.u(70),'story',pg_temp.u(1));
    insert into posts(id,kind,author_id,poll_id) values (pg_temp.u(71),'post',pg_temp.u(1),pg_temp.u(72));
    insert into polls(id,author_id,is_anonymous) values (pg_temp.u(72),pg_temp.u(1),true);
    insert into poll_votes(poll_id,voter_id,option_no) values (pg_temp.u(72),pg_temp.u(3),1);
    insert into user_privacy_settings(user_id,profile_visibility) values (pg_temp.u(5),'private');
    insert into story_views(story_day,story_id,viewer_id,author_id) select current_date,pg_temp.u(70),pg_temp.u(n),pg_temp.u(1)
      from generate_series(2,5) n;
    insert into post_likes(post_id,user_id) values (pg_temp.u(71),pg_temp.u(3)), (pg_temp.u(71),pg_temp.u(5));
    insert into content_translations(id,content_type,content_id,field,locale_code,creator_id,text,source_hash) values
      (pg_temp.u(73),'post',pg_temp.u(71),'body','de',pg_temp.u(1),'x',pg_temp.h('x'))`),
  yields('viewers of a story, without who hides or is blocked', "select pg_temp.seen(1,'story_views')", '2'),
  yields('the own view', "select pg_temp.seen(5,'story_views')", '1'),
  yields('likes for a subscriber', "select pg_temp.seen(3,'post_likes')", '1'),
  yields('likes for the author', "select pg_temp.seen(1,'post_likes')", '2'),
  yields('likes without the post', "select pg_temp.seen(2,'post_likes')", '0'),
  yields('a poll with its post', "select pg_temp.seen(3,'polls') || pg_temp.seen(2,'polls')", '10'),
  yields('votes of an anonymous poll', "select pg_temp.seen(1,'poll_votes')", '0'),
  given('update polls set is_anonymous=false'),
  yields('votes with a name', "select pg_temp.seen(1,'poll_votes')", '1'),
  yields(
    'a translation with its post',
    "select pg_temp.seen(3,'content_translations') || pg_temp.seen(0,'content_translations')",
    '10',
  ),
  refuses(
    "a translation of another's post",
    `select pg_temp.be(2); insert into content_translations(content_type,content_id,field,locale_code,creator_id,text,source_hash)
     values ('post',${ID(71)},'title','de',${ID(2)},'x',sha256('x'))`,
    'row-level security',
  ),
];

const TENANTS: readonly Case[] = [
  given(`insert into tenants(id,slug,name,owner_user_id) values (pg_temp.u(80),'t','T',pg_temp.u(1));
    insert into tenant_members(id,tenant_id,user_id,role,accepted_at) values
      (pg_temp.u(81),pg_temp.u(80),pg_temp.u(2),'admin',now()), (pg_temp.u(82),pg_temp.u(80),pg_temp.u(3),'admin',null);
    insert into tenant_settings(tenant_id,setting_key,value) values (pg_temp.u(80),'a','1');
    insert into calendars(id,owner_user_id,name,visibility) values (pg_temp.u(83),pg_temp.u(1),'C','private'), (pg_temp.u(84),pg_temp.u(1),'P','public');
    insert into calendar_entries(id,calendar_id,owner_user_id,title,during,source_type) values
      (pg_temp.u(85),pg_temp.u(83),pg_temp.u(1),'x',tstzrange(now(),now()+interval '1 hour'),null),
      (pg_temp.u(86),pg_temp.u(84),pg_temp.u(1),'y',tstzrange(now(),now()+interval '1 hour'),null),
      (pg_temp.u(87),pg_temp.u(84),pg_temp.u(1),'a name',tstzrange(now(),now()+interval '1 hour'),'booking');
    insert into calendar_invitees(id,entry_id,user_id) values (pg_temp.u(88),pg_temp.u(85),pg_temp.u(2))`),
  yields(
    'settings of a tenant: a member, one invited, another',
    "select string_agg(pg_temp.seen(n,'tenant_settings'),'') from unnest(array[1,2,3,5]) n",
    '1100',
  ),
  yields(
    'entries: invited, blocked, anybody',
    "select string_agg(pg_temp.seen(n,'calendar_entries'),'') from unnest(array[1,2,4,5]) n",
    '3201',
  ),
  refuses(
    'an invitation for somebody else',
    `select pg_temp.be(2); update calendar_invitees set user_id=${ID(5)}`,
    'permission denied',
  ),
];

export const CASES: readonly Case[] = [...LIVE, ...EVENTS, ...MARKET, ...CONTENT, ...TENANTS];
