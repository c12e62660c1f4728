/**
 * What the tables of section 9 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on: 3 and 5 are creators, from 600 postings; the tables of other sections were stripped of their own rules.
 */
import { accepts, type Case, given, refuses, yields } from './case.ts';

const GROUND: readonly Case[] = [
  given("insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,9) n"),
  given("insert into currencies(code,name,exponent) values ('EUR','Euro',2),('USD','Dollar',2)"),
  given("insert into creators(user_id,default_currency) values (pg_temp.u(3),'EUR'),(pg_temp.u(5),'EUR')"),
  given(
    "insert into orders(id,buyer_id,currency) values (pg_temp.u(500),pg_temp.u(1),'EUR'),(pg_temp.u(501),pg_temp.u(2),'USD')",
  ),
  given('insert into ledger_transactions(id) select pg_temp.u(n) from generate_series(600,640) n'),
];

const CHANNELS: readonly Case[] = [
  given(`insert into live_categories(id,slug,parent_id,label_key)
    values (pg_temp.u(90),'solo',null,'k'),(pg_temp.u(91),'chat',pg_temp.u(90),'k'),(pg_temp.u(92),'deep',pg_temp.u(91),'k')`),
  refuses(
    'circle of categories',
    'update live_categories set parent_id=pg_temp.u(92) where id=pg_temp.u(90)',
    'below itself',
  ),
  refuses('category in itself', 'update live_categories set parent_id=id where id=pg_temp.u(92)', 'below itself'),
  refuses(
    'parent that has children',
    'delete from live_categories where id=pg_temp.u(91)',
    'live_categories_parent_id_fkey',
  ),
  given(`insert into live_channels(id,creator_id,slug,title)
    values (pg_temp.u(10),pg_temp.u(3),'one','One'),(pg_temp.u(11),pg_temp.u(5),'two','Two')`),
  refuses(
    'second channel',
    "insert into live_channels(creator_id,slug,title) values (pg_temp.u(3),'three','T')",
    'creator_id_key',
  ),
  refuses('slug in capitals', "update live_channels set slug='TWO' where id=pg_temp.u(10)", 'slug'),
  refuses(
    'channel handed over',
    'update live_channels set creator_id=pg_temp.u(5) where id=pg_temp.u(10)',
    'keeps its value',
  ),
  given(`insert into live_ingest_keys(id,channel_id,creator_id,key_prefix,key_hash)
    values (pg_temp.u(20),pg_temp.u(10),pg_temp.u(3),'abcd',pg_temp.h('a')),(pg_temp.u(21),pg_temp.u(11),pg_temp.u(5),'efgh',pg_temp.h('b'))`),
  refuses(
    'key in clear',
    "insert into live_ingest_keys(channel_id,creator_id,label,key_prefix,key_hash) values (pg_temp.u(10),pg_temp.u(3),'B','abcd','secret')",
    'digest_256_length',
  ),
  refuses(
    'key of another creator',
    "insert into live_ingest_keys(channel_id,creator_id,label,key_prefix,key_hash) values (pg_temp.u(10),pg_temp.u(5),'B','abcd',pg_temp.h('c'))",
    'channel_of_same_creator',
  ),
  refuses(
    'two keys in use',
    "insert into live_ingest_keys(channel_id,creator_id,key_prefix,key_hash) values (pg_temp.u(10),pg_temp.u(3),'abce',pg_temp.h('c'))",
    'one_in_use',
  ),
  accepts(
    'rotation with an overlap',
    `update live_ingest_keys set expires_at=now()+interval '1 day' where id=pg_temp.u(20);
     insert into live_ingest_keys(channel_id,creator_id,key_prefix,key_hash) values (pg_temp.u(10),pg_temp.u(3),'abce',pg_temp.h('c'))`,
  ),
  refuses(
    'overlap made longer',
    "update live_ingest_keys set expires_at=now()+interval '9 days' where id=pg_temp.u(20)",
    'keeps its value',
  ),
  refuses(
    'hash exchanged',
    "update live_ingest_keys set key_hash=pg_temp.h('x') where id=pg_temp.u(20)",
    'keeps its value',
  ),
  refuses('whole address', "update live_ingest_keys set last_used_ip_prefix='10.0.0.1/32'", 'ip_is_cut_off'),
  refuses(
    'prefix gives it away',
    "insert into live_ingest_keys(channel_id,creator_id,label,key_prefix,key_hash) values (pg_temp.u(10),pg_temp.u(3),'B','123456789',pg_temp.h('d'))",
    'key_prefix_length',
  ),
  refuses(
    'more than ten live keys',
    "insert into live_ingest_keys(channel_id,creator_id,label,key_prefix,key_hash) select pg_temp.u(10),pg_temp.u(3),'L'||n,'abcd',pg_temp.h('k'||n) from generate_series(1,9) n",
    'At most 10',
  ),
  given(`insert into live_ingest_endpoints(id,region,hostname,protocols,latitude,longitude,capacity_mbps)
    values (pg_temp.u(25),'eu','in.example.org','{rtmps,srt}',52.5,13.4,1000)`),
  refuses('endpoint off the earth', 'update live_ingest_endpoints set latitude=91', 'position_is_on_earth'),
  refuses('unknown protocol', "update live_ingest_endpoints set protocols='{ftp}'", 'protocols_check'),
];

const STREAMS: readonly Case[] = [
  given(`insert into live_schedules(id,channel_id,creator_id,title,rrule,timezone,local_start,duration_minutes,active)
    values (pg_temp.u(28),pg_temp.u(10),pg_temp.u(3),'S','FREQ=WEEKLY;BYDAY=MO','Europe/Berlin','20:00',60,'[2026-01-01,)'),
           (pg_temp.u(29),pg_temp.u(11),pg_temp.u(5),'S','FREQ=DAILY','UTC','20:00',60,'[2026-01-01,)')`),
  refuses('rule that says nothing', "update live_schedules set rrule='every day'", 'rrule_form'),
  refuses('show of two days', 'update live_schedules set duration_minutes=1441', 'duration_in_range'),
  refuses(
    'live on a channel that is not verified',
    "insert into live_streams(channel_id,creator_id,title,state,started_at) values (pg_temp.u(10),pg_temp.u(3),'T','live',now())",
    'not enabled and verified',
  ),
  given('update live_channels set is_enabled=true, live_verified_at=now()'),
  refuses(
    'stream of another creator',
    "insert into live_streams(channel_id,creator_id,title,state) values (pg_temp.u(10),pg_temp.u(5),'T','starting')",
    'channel_of_same_creator',
  ),
  refuses(
    'scheduled for no time',
    "insert into live_streams(channel_id,creator_id,title) values (pg_temp.u(10),pg_temp.u(3),'T')",
    'scheduled_names_its_start',
  ),
  refuses(
    'pay per view for nothing',
    "insert into live_streams(channel_id,creator_id,title,state,access) values (pg_temp.u(10),pg_temp.u(3),'T','starting','ppv')",
    'sold_names_its_price',
  ),
  refuses(
    'price without currency',
    "insert into live_streams(channel_id,creator_id,title,state,access,price_minor) values (pg_temp.u(10),pg_temp.u(3),'T','starting','ppv',5)",
    'price_names_its_currency',
  ),
  refuses(
    'schedule of another channel',
    "insert into live_streams(channel_id,creator_id,title,state,schedule_id) values (pg_temp.u(10),pg_temp.u(3),'T','starting',pg_temp.u(29))",
    'channel_id is not that',
  ),
  given(`insert into live_streams(id,channel_id,creator_id,title,state,schedule_id,scheduled_start,started_at) values
    (pg_temp.u(30),pg_temp.u(10),pg_temp.u(3),'A','starting',pg_temp.u(28),null,null),
    (pg_temp.u(31),pg_temp.u(11),pg_temp.u(5),'B','live',null,null,now()),
    (pg_temp.u(32),pg_temp.u(10),pg_temp.u(3),'C','scheduled',null,now(),null)`),
  refuses('live without start', "update live_streams set state='live' where id=pg_temp.u(30)", 'live_names_its_start'),
  given("update live_streams set state='live', started_at=now() where id=pg_temp.u(30)"),
  refuses(
    'two at once',
    "update live_streams set state='starting' where id=pg_temp.u(32)",
    'live_streams_channel_id_idx',
  ),
  refuses(
    'end before the start',
    "update live_streams set state='ended', ended_at=started_at-interval '1 s', end_reason='host' where id=pg_temp.u(30)",
    'ended_after_start',
  ),
  refuses(
    'end without a reason',
    "update live_streams set state='ended', ended_at=now() where id=pg_temp.u(30)",
    'ended_names',
  ),
  refuses(
    'fewer viewers at the peak',
    'update live_streams set peak_viewers=5; update live_streams set peak_viewers=4',
    'only grows',
  ),
  refuses(
    'start moved',
    "update live_streams set started_at=now()-interval '1 h' where id=pg_temp.u(30)",
    'keeps its value',
  ),
  refuses(
    'stream of another on air',
    'update live_channels set current_stream_id=pg_temp.u(31) where id=pg_temp.u(10)',
    'current_stream_of',
  ),
  accepts('own stream on air', 'update live_channels set current_stream_id=pg_temp.u(30) where id=pg_temp.u(10)'),
  refuses(
    'channel with streams deleted',
    'delete from live_channels where id=pg_temp.u(11)',
    'channel_of_same_creator',
  ),
  accepts('schedule deleted', 'delete from live_schedules where id=pg_temp.u(28)'),
  yields('schedule is cleared', 'select (schedule_id is null)::text from live_streams where id=pg_temp.u(30)', 'true'),
  given('insert into live_stream_reminders(stream_id,user_id,due_at) values (pg_temp.u(32),pg_temp.u(1),now())'),
  refuses(
    'reminded twice',
    'insert into live_stream_reminders(stream_id,user_id,due_at) values (pg_temp.u(32),pg_temp.u(1),now())',
    'stream_id_user_id_key',
  ),
  // Encoders
  given(`insert into live_publish_sessions(id,stream_id,ingest_key_id,endpoint_id,protocol)
    values (pg_temp.u(40),pg_temp.u(30),pg_temp.u(20),pg_temp.u(25),'rtmps')`),
  refuses(
    'second connection',
    "insert into live_publish_sessions(stream_id,protocol) values (pg_temp.u(30),'rtmps')",
    'live_publish_sessions_stream_id_idx',
  ),
  refuses(
    'key of another channel',
    "insert into live_publish_sessions(stream_id,ingest_key_id,protocol) values (pg_temp.u(32),pg_temp.u(21),'rtmps')",
    'key is revoked',
  ),
  refuses(
    'revoked key',
    `update live_ingest_keys set revoked_at=now()-interval '1 s' where id=pg_temp.u(21);
     insert into live_publish_sessions(stream_id,ingest_key_id,protocol) values (pg_temp.u(31),pg_temp.u(21),'rtmps')`,
    'key is revoked',
  ),
  accepts(
    'reconnect',
    `update live_publish_sessions set ended_at=now(), disconnect_reason='lost' where id=pg_temp.u(40);
     insert into live_publish_sessions(stream_id,ingest_key_id,protocol) values (pg_temp.u(30),pg_temp.u(20),'rtmps')`,
  ),
  refuses('opened again', 'update live_publish_sessions set ended_at=null where id=pg_temp.u(40)', 'keeps its value'),
  given(
    `insert into live_transcode_profiles(key,ladder,max_source_height,codec) values ('std','[{"height":720}]',1080,'h264')`,
  ),
  refuses('profile changed', "update live_transcode_profiles set codec='av1'", 'append-only'),
  refuses(
    'empty ladder',
    "insert into live_transcode_profiles(key,ladder,max_source_height,codec) values ('b2','[]',1080,'h264')",
    'ladder_has_steps',
  ),
  refuses(
    'ladder is an object',
    "insert into live_transcode_profiles(key,ladder,max_source_height,codec) values ('b2','{}',1080,'h264')",
    'ladder_has_steps',
  ),
  given(`insert into live_renditions(publish_session_id,name,width,height,bitrate_kbps,codec,playlist_key,encoded_seconds)
    values (pg_temp.u(40),'720p',1280,720,3000,'h264','p',10)`),
  refuses('encoded time shrinks', 'update live_renditions set encoded_seconds=9', 'only grows'),
  // Series of samples
  given(
    `insert into live_quality_metrics(publish_session_id,stream_id,sampled_at,bitrate_kbps,fps) values (pg_temp.u(40),pg_temp.u(30),now(),3000,30)`,
  ),
  refuses('sample changed', 'update live_quality_metrics set fps=60', 'append-only'),
  given(
    "insert into live_viewer_samples(stream_id,sampled_at,concurrent,currency) values (pg_temp.u(30),now(),5,'EUR')",
  ),
  refuses(
    'more subscribers than viewers',
    "insert into live_viewer_samples(stream_id,sampled_at,concurrent,subscribers,currency) values (pg_temp.u(31),now(),5,6,'EUR')",
    'subscribers_are_viewers',
  ),
  given(
    "insert into live_viewer_sessions(stream_id,user_id,platform,watch_seconds) values (pg_temp.u(30),pg_temp.u(1),'web',10)",
  ),
  refuses('watch time shrinks', 'update live_viewer_sessions set watch_seconds=9', 'only grows'),
  refuses('another viewer', 'update live_viewer_sessions set user_id=pg_temp.u(2)', 'append-only'),
  accepts(
    'viewer leaves and is erased',
    'update live_viewer_sessions set left_at=now(), watch_seconds=20, user_id=null, country_code=null',
  ),
  given(
    "insert into live_safety_samples(stream_id,sampled_at,frame_hash,scores) values (pg_temp.u(30),now(),pg_temp.h('f'),'{}')",
  ),
  refuses(
    'extra person is fine',
    "insert into live_safety_samples(stream_id,sampled_at,frame_hash,scores,has_extra_person) values (pg_temp.u(31),now(),pg_temp.h('f'),'{}',true)",
    'extra_person_is_not_ok',
  ),
  refuses('verdict changed', "update live_safety_samples set verdict='watch'", 'append-only'),
  // Figures
  refuses(
    'figures of another creator',
    "insert into live_stream_stats(stream_id,creator_id,duration_seconds,currency) values (pg_temp.u(30),pg_temp.u(5),10,'EUR')",
    'creator_id is not that',
  ),
  given(
    "insert into live_stream_stats(stream_id,creator_id,duration_seconds,currency) values (pg_temp.u(30),pg_temp.u(3),10,'EUR')",
  ),
  accepts(
    'figures before they are final',
    'update live_stream_stats set gifts_minor=5; update live_stream_stats set finalised_at=now()',
  ),
  refuses('final figures changed', 'update live_stream_stats set gifts_minor=6', 'cannot change once finalised_at'),
  refuses('stream with figures deleted', 'delete from live_streams where id=pg_temp.u(30)', 'foreign key'),
];

const CHAT: readonly Case[] = [
  given('insert into live_chat_settings(channel_id,creator_id) values (pg_temp.u(10),pg_temp.u(3))'),
  refuses('slow mode of an hour', 'update live_chat_settings set slow_mode_seconds=3600', 'slow_mode_in_range'),
  refuses('strictness 5', 'update live_chat_settings set automod_level=5', 'automod_level_in_range'),
  refuses('country in full', "update live_chat_settings set blocked_countries='{Germany}'", 'country_code_form'),
  given(
    "insert into live_chat_messages(stream_id,user_id,body,offset_ms) values (pg_temp.u(30),pg_temp.u(1),'hello',5)",
  ),
  refuses(
    'line of 501',
    "insert into live_chat_messages(stream_id,user_id,body,offset_ms) values (pg_temp.u(30),pg_temp.u(1),repeat('x',501),5)",
    'body_length',
  ),
  refuses(
    'gift notice without gift',
    "insert into live_chat_messages(stream_id,kind,body,offset_ms) values (pg_temp.u(30),'gift_notice','x',5)",
    'gift_is_named',
  ),
  refuses('line rewritten', "update live_chat_messages set body='other'", 'not rewritten'),
  refuses('line moved', 'update live_chat_messages set stream_id=pg_temp.u(31)', 'append-only'),
  accepts(
    'line removed, writer erased',
    "update live_chat_messages set state='removed', removed_by=pg_temp.u(3), user_id=null, body=''",
  ),
  given(
    "insert into live_chat_pins(stream_id,message_id,message_sent_at,body_snapshot,pinned_by) values (pg_temp.u(30),pg_temp.u(1),now(),'x',pg_temp.u(3))",
  ),
  refuses(
    'second pin',
    "insert into live_chat_pins(stream_id,message_id,message_sent_at,body_snapshot,pinned_by) values (pg_temp.u(30),pg_temp.u(1),now(),'x',pg_temp.u(3))",
    'live_chat_pins_stream_id_idx',
  ),
  given(`insert into live_chat_sanctions(id,channel_id,user_id,kind,during,imposed_by,stream_id)
    values (pg_temp.u(50),pg_temp.u(10),pg_temp.u(1),'timeout',tstzrange(now(),now()+interval '1 h'),pg_temp.u(3),pg_temp.u(30))`),
  refuses(
    'sanction on top',
    "insert into live_chat_sanctions(channel_id,user_id,kind,during) values (pg_temp.u(10),pg_temp.u(1),'timeout',tstzrange(now()+interval '5 min',now()+interval '2 h'))",
    'no_overlap',
  ),
  accepts(
    'another kind, another channel',
    `insert into live_chat_sanctions(channel_id,user_id,kind,during) values
     (pg_temp.u(10),pg_temp.u(1),'ban',tstzrange(now(),null)),(pg_temp.u(11),pg_temp.u(1),'timeout',tstzrange(now(),now()+interval '1 h'))`,
  ),
  refuses(
    'timeout without an end',
    "insert into live_chat_sanctions(channel_id,user_id,kind,during) values (pg_temp.u(10),pg_temp.u(2),'timeout',tstzrange(now(),null))",
    'timeout_ends',
  ),
  refuses(
    'host timed out',
    "insert into live_chat_sanctions(channel_id,user_id,kind,during) values (pg_temp.u(10),pg_temp.u(3),'ban',tstzrange(now(),null))",
    'host of a channel',
  ),
  refuses(
    'for a stream of another channel',
    "insert into live_chat_sanctions(channel_id,user_id,kind,during,stream_id) values (pg_temp.u(10),pg_temp.u(2),'ban',tstzrange(now(),null),pg_temp.u(31))",
    'channel_id is not that',
  ),
  refuses(
    'sanction made longer',
    'update live_chat_sanctions set during=tstzrange(now(),null) where id=pg_temp.u(50)',
    'append-only',
  ),
  accepts(
    'lifted and imposed again',
    `update live_chat_sanctions set lifted_at=now(), lifted_by=pg_temp.u(3) where id=pg_temp.u(50);
     insert into live_chat_sanctions(channel_id,user_id,kind,during) values (pg_temp.u(10),pg_temp.u(1),'timeout',tstzrange(now(),now()+interval '1 h'))`,
  ),
  refuses('lifted twice', 'update live_chat_sanctions set lifted_at=null where id=pg_temp.u(50)', 'append-only'),
  given(
    "insert into live_channel_moderators(channel_id,creator_id,user_id,rights,added_by) values (pg_temp.u(10),pg_temp.u(3),pg_temp.u(2),'{ban}',pg_temp.u(3))",
  ),
  refuses(
    'creator as the own moderator',
    "insert into live_channel_moderators(channel_id,creator_id,user_id,rights,added_by) values (pg_temp.u(10),pg_temp.u(3),pg_temp.u(3),'{ban}',pg_temp.u(3))",
    'not_the_creator',
  ),
  refuses('moderator without rights', "update live_channel_moderators set rights='{}'", 'rights_are_named'),
  given(`insert into live_moderation_actions(stream_id,actor_user_id,actor_kind,action,target_user_id)
    values (pg_temp.u(30),pg_temp.u(2),'moderator','timeout',pg_temp.u(1))`),
  refuses(
    'moderator without a name',
    "insert into live_moderation_actions(stream_id,actor_kind,action) values (pg_temp.u(30),'moderator','timeout')",
    'names them',
  ),
  refuses('log rewritten', "update live_moderation_actions set action='hold'", 'append-only'),
  refuses('log emptied', 'truncate live_moderation_actions', 'append-only'),
  accepts(
    'reversed, people erased',
    'update live_moderation_actions set reverted_at=now(), actor_user_id=null, target_user_id=null',
  ),
  given('insert into media_assets(id,owner_id) values (pg_temp.u(55),pg_temp.u(3)),(pg_temp.u(56),pg_temp.u(3))'),
  given(
    'insert into subscription_tiers(id,creator_id) values (pg_temp.u(57),pg_temp.u(3)),(pg_temp.u(58),pg_temp.u(5))',
  ),
  given(`insert into live_emotes(id,channel_id,creator_id,code,media_asset_id,tier_id,review_state)
    values (pg_temp.u(59),pg_temp.u(10),pg_temp.u(3),'wave',pg_temp.u(55),pg_temp.u(57),'approved')`),
  refuses('tier of another creator', 'update live_emotes set tier_id=pg_temp.u(58)', 'creator_id is not that'),
  refuses('picture swapped after the review', 'update live_emotes set media_asset_id=pg_temp.u(56)', 'reviewed again'),
  accepts(
    'picture swapped for a new review',
    "update live_emotes set media_asset_id=pg_temp.u(56), review_state='pending'",
  ),
  refuses(
    'picture in use deleted',
    'delete from media_assets where id=pg_temp.u(56)',
    'live_emotes_media_asset_id_fkey',
  ),
  given(
    "insert into live_reaction_counts(stream_id,bucket_at,reaction,taps) values (pg_temp.u(30),'2026-01-01 00:00:10+00','heart',3)",
  ),
  refuses(
    'bucket of three seconds',
    "insert into live_reaction_counts(stream_id,bucket_at,reaction,taps) values (pg_temp.u(30),'2026-01-01 00:00:13+00','heart',3)",
    'bucket_is_ten_seconds',
  ),
  refuses('no taps', 'update live_reaction_counts set taps=0', 'taps_are_positive'),
];

const POLLS: readonly Case[] = [
  given(`insert into live_polls(id,stream_id,creator_id,question,vote_mode,price_minor,currency,state,closes_at) values
    (pg_temp.u(60),pg_temp.u(30),pg_temp.u(3),'Q','single',null,null,'open',null),
    (pg_temp.u(61),pg_temp.u(32),pg_temp.u(3),'Q','multiple',null,null,'open',null),
    (pg_temp.u(62),pg_temp.u(31),pg_temp.u(5),'Q','paid',100,'EUR','open',null)`),
  given(`insert into live_poll_options(id,poll_id,position,label)
    select pg_temp.u(60+10*p+o),pg_temp.u(60+p),o,'O' from generate_series(0,2) p, generate_series(1,2) o`),
  refuses(
    'second open poll',
    "insert into live_polls(stream_id,creator_id,question) values (pg_temp.u(30),pg_temp.u(3),'Q')",
    'live_polls_stream_id_idx',
  ),
  refuses(
    'free poll with a price',
    "update live_polls set price_minor=5, currency='EUR' where id=pg_temp.u(60)",
    'only_paid_has_a_price',
  ),
  refuses('question changed', "update live_polls set question='R'", 'keeps its value'),
  refuses(
    'more than ten options',
    "insert into live_poll_options(poll_id,position,label) select pg_temp.u(60),o,'O' from generate_series(3,11) o",
    'At most 10',
  ),
  given(
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(60),pg_temp.u(61),pg_temp.u(1),'single')",
  ),
  refuses(
    'two votes',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(60),pg_temp.u(62),pg_temp.u(1),'single')",
    'live_poll_votes_poll_id_user_id_idx',
  ),
  refuses(
    'two votes by another mode',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(60),pg_temp.u(62),pg_temp.u(1),'multiple')",
    'votes another way',
  ),
  refuses(
    'option of another poll',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(60),pg_temp.u(71),pg_temp.u(2),'single')",
    'option_of_same_poll',
  ),
  accepts(
    'several options',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(61),pg_temp.u(71),pg_temp.u(1),'multiple'),(pg_temp.u(61),pg_temp.u(72),pg_temp.u(1),'multiple')",
  ),
  refuses(
    'one option twice',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(61),pg_temp.u(71),pg_temp.u(1),'multiple')",
    'poll_id_user_id_option_id_idx',
  ),
  refuses(
    'paid vote without posting',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(62),pg_temp.u(81),pg_temp.u(1),'paid')",
    'only_paid_is_posted',
  ),
  refuses(
    'free vote counts twice',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode,quantity) values (pg_temp.u(60),pg_temp.u(61),pg_temp.u(2),'single',2)",
    'free_counts_once',
  ),
  accepts(
    'paid votes',
    `insert into live_poll_votes(poll_id,option_id,user_id,vote_mode,quantity,ledger_transaction_id) values
     (pg_temp.u(62),pg_temp.u(81),pg_temp.u(1),'paid',3,pg_temp.u(600)),(pg_temp.u(62),pg_temp.u(81),pg_temp.u(1),'paid',1,pg_temp.u(601))`,
  ),
  refuses(
    'one posting, two votes',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode,ledger_transaction_id) values (pg_temp.u(62),pg_temp.u(82),pg_temp.u(2),'paid',pg_temp.u(600))",
    'ledger_transaction_id_idx',
  ),
  refuses(
    'paid vote deleted with its poll',
    'delete from live_polls where id=pg_temp.u(62)',
    'live_poll_votes are not deleted',
  ),
  refuses(
    'vote moved',
    'update live_poll_votes set option_id=pg_temp.u(62) where poll_id=pg_temp.u(60)',
    'append-only',
  ),
  accepts('free poll deleted', 'delete from live_polls where id=pg_temp.u(61)'),
  given("update live_polls set state='closed', closes_at=now()+interval '1 s' where id=pg_temp.u(60)"),
  refuses(
    'vote after the close',
    "insert into live_poll_votes(poll_id,option_id,user_id,vote_mode) values (pg_temp.u(60),pg_temp.u(61),pg_temp.u(2),'single')",
    'not open',
  ),
  refuses('opened again', "update live_polls set state='open' where id=pg_temp.u(60)", 'does not open again'),
  given("insert into tips(id,amount_minor,currency) values (pg_temp.u(95),500,'EUR')"),
  refuses(
    'question says more than the tip',
    "insert into live_questions(stream_id,asker_id,body,tip_id,tip_minor,currency) values (pg_temp.u(30),pg_temp.u(1),'?',pg_temp.u(95),900,'EUR')",
    'tip_minor is not that',
  ),
  given(`insert into live_questions(id,stream_id,asker_id,body,tip_id,tip_minor,currency)
    values (pg_temp.u(96),pg_temp.u(30),pg_temp.u(1),'?',pg_temp.u(95),500,'EUR')`),
  refuses('answered at no time', "update live_questions set state='answered'", 'answered_names_its_time'),
  refuses('half a tip', 'update live_questions set tip_id=null', 'tip_is_whole'),
  given('insert into live_question_votes(question_id,user_id) values (pg_temp.u(96),pg_temp.u(2))'),
  refuses(
    'upvoted twice',
    'insert into live_question_votes(question_id,user_id) values (pg_temp.u(96),pg_temp.u(2))',
    'live_question_votes_pkey',
  ),
];

const GIFTS: readonly Case[] = [
  given(`insert into live_gift_types(id,key,name_key,price_tokens,available,is_active) values
    (pg_temp.u(100),'rose','k',10,null,true),(pg_temp.u(101),'star','k',10,'[2020-01-01,2020-02-01)',true)`),
  refuses('price changed', 'update live_gift_types set price_tokens=11', 'keeps its value'),
  refuses(
    'two versions on sale',
    "insert into live_gift_types(key,version,name_key,price_tokens) values ('rose',2,'k',12)",
    'live_gift_types_key_idx',
  ),
  given(`insert into live_gifts(id,stream_id,creator_id,sender_id,gift_type_id,quantity,total_tokens,creator_share_minor,currency,ledger_transaction_id,idempotency_key)
    values (pg_temp.u(102),pg_temp.u(30),pg_temp.u(3),pg_temp.u(1),pg_temp.u(100),3,30,20,'EUR',pg_temp.u(602),'a')`),
  ...(
    [
      ['gift at another price', '3', '1', '100', '29', '603', 'b', 'not at this price'],
      ['gift out of season', '3', '1', '101', '30', '603', 'b', 'not on sale'],
      ['gift to another creator', '5', '1', '100', '30', '603', 'b', 'creator_id is not that'],
      ['gift to oneself', '3', '3', '100', '30', '603', 'b', 'nobody_gives'],
      ['one posting, two gifts', '3', '1', '100', '30', '602', 'b', 'live_gifts_ledger_transaction_id_key'],
      ['sent twice', '3', '1', '100', '30', '603', 'a', 'idempotency_key_key'],
    ] as const
  ).map(([title, creator, sender, type, tokens, posting, key, because]) =>
    refuses(
      title,
      `insert into live_gifts(stream_id,creator_id,sender_id,gift_type_id,quantity,total_tokens,creator_share_minor,currency,ledger_transaction_id,idempotency_key)
       values (pg_temp.u(30),pg_temp.u(${creator}),pg_temp.u(${sender}),pg_temp.u(${type}),3,${tokens},20,'EUR',pg_temp.u(${posting}),'${key}')`,
      because,
    ),
  ),
  refuses('share changed', 'update live_gifts set creator_share_minor=21', 'append-only'),
  refuses('gift deleted', 'delete from live_gifts', 'append-only'),
  refuses('gifts emptied', 'truncate live_gifts cascade', 'append-only'),
  accepts('refunded, sender erased', 'update live_gifts set refunded_at=sent_at, sender_id=null, message=null'),
  refuses('refunded twice', 'update live_gifts set refunded_at=null', 'append-only'),
  given(
    'insert into live_gift_leaderboards(stream_id,user_id,total_tokens,gifts,last_gift_at) values (pg_temp.u(30),pg_temp.u(1),30,1,now())',
  ),
  refuses('total below zero', 'update live_gift_leaderboards set total_tokens=-1', 'totals_are_not_negative'),
  given('insert into tip_menu_items(id,creator_id) values (pg_temp.u(105),pg_temp.u(3)),(pg_temp.u(106),pg_temp.u(5))'),
  given(`insert into live_tip_menu_requests(id,stream_id,item_id,creator_id,buyer_id,price_tokens,ledger_transaction_id)
    values (pg_temp.u(107),pg_temp.u(30),pg_temp.u(105),pg_temp.u(3),pg_temp.u(1),50,pg_temp.u(604))`),
  refuses(
    'item of another creator',
    'insert into live_tip_menu_requests(stream_id,item_id,creator_id,buyer_id,price_tokens,ledger_transaction_id) values (pg_temp.u(30),pg_temp.u(106),pg_temp.u(3),pg_temp.u(1),50,pg_temp.u(605))',
    'item_of_same_creator',
  ),
  refuses('price changed', 'update live_tip_menu_requests set price_tokens=40', 'append-only'),
  refuses('refund without posting', "update live_tip_menu_requests set state='refunded'", 'refunded_is_posted'),
  refuses('done at no time', "update live_tip_menu_requests set state='done'", 'done_names_its_time'),
  accepts('refunded', "update live_tip_menu_requests set state='refunded', refund_transaction_id=pg_temp.u(605)"),
  refuses(
    'queued again',
    "update live_tip_menu_requests set state='queued', refund_transaction_id=null",
    'append-only',
  ),
  refuses(
    'done after the refund',
    "update live_tip_menu_requests set state='done', done_at=now()",
    'What was refunded',
  ),
  refuses(
    'limits are a list',
    "insert into live_interactive_devices(creator_id,vendor,device_label,credential_enc,key_id,limits) values (pg_temp.u(3),'v','d','x',1,'[]')",
    'limits_is_object',
  ),
  given(
    'insert into live_device_activations(device_id,stream_id,level,duration_ms) values (pg_temp.u(1),pg_temp.u(30),50,1000)',
  ),
  refuses(
    'too strong',
    'insert into live_device_activations(device_id,stream_id,level,duration_ms) values (pg_temp.u(1),pg_temp.u(30),101,1000)',
    'level_in_range',
  ),
  refuses('level changed', 'update live_device_activations set level=10', 'append-only'),
];

const SHOWS: readonly Case[] = [
  given(`insert into live_private_shows(id,creator_id,viewer_id,origin_stream_id,kind,price_per_minute_tokens) values
    (pg_temp.u(110),pg_temp.u(3),pg_temp.u(1),pg_temp.u(30),'private',20),(pg_temp.u(111),pg_temp.u(3),pg_temp.u(2),null,'exclusive',20),
    (pg_temp.u(112),pg_temp.u(3),pg_temp.u(4),null,'spy',5)`),
  refuses(
    'begun without consent',
    "update live_private_shows set state='active', during=tstzrange(now(),null), creator_consented_at=now() where id=pg_temp.u(110)",
    'both_consented',
  ),
  refuses(
    'begun at no time',
    "update live_private_shows set state='active', creator_consented_at=now(), viewer_consented_at=now() where id=pg_temp.u(110)",
    'active_has_begun',
  ),
  accepts(
    'begun',
    "update live_private_shows set state='active', during=tstzrange(now(),null), creator_consented_at=now(), viewer_consented_at=now() where id in (pg_temp.u(110),pg_temp.u(112))",
  ),
  refuses(
    'two at once',
    "update live_private_shows set state='active', during=tstzrange(now(),null), creator_consented_at=now(), viewer_consented_at=now() where id=pg_temp.u(111)",
    'one_at_a_time',
  ),
  refuses(
    'price raised',
    'update live_private_shows set price_per_minute_tokens=30 where id=pg_temp.u(110)',
    'keeps its value',
  ),
  refuses(
    'consent moved',
    "update live_private_shows set viewer_consented_at=now()+interval '1 s' where id=pg_temp.u(110)",
    'keeps its value',
  ),
  refuses(
    'recorded after all',
    'update live_private_shows set allow_recording=true where id=pg_temp.u(110)',
    'consented to',
  ),
  refuses(
    'another viewer',
    'update live_private_shows set viewer_id=pg_temp.u(2) where id=pg_temp.u(110)',
    'does not change',
  ),
  refuses(
    'rated before the end',
    'update live_private_shows set rating=5 where id=pg_temp.u(110)',
    'only_what_took_place',
  ),
  refuses(
    'stream of another creator',
    'insert into live_private_shows(creator_id,viewer_id,origin_stream_id,price_per_minute_tokens) values (pg_temp.u(3),pg_temp.u(1),pg_temp.u(31),5)',
    'creator_id is not that',
  ),
  given(
    'insert into live_private_show_charges(show_id,viewer_id,minute_number,tokens,ledger_transaction_id) values (pg_temp.u(110),pg_temp.u(1),1,20,pg_temp.u(610))',
  ),
  refuses(
    'minute charged twice',
    'insert into live_private_show_charges(show_id,viewer_id,minute_number,tokens,ledger_transaction_id) values (pg_temp.u(110),pg_temp.u(1),1,20,pg_temp.u(611))',
    'live_private_show_charges_pkey',
  ),
  refuses(
    'more than was agreed',
    'insert into live_private_show_charges(show_id,viewer_id,minute_number,tokens,ledger_transaction_id) values (pg_temp.u(110),pg_temp.u(1),2,21,pg_temp.u(611))',
    'costs less',
  ),
  refuses(
    'charged to somebody else',
    'insert into live_private_show_charges(show_id,viewer_id,minute_number,tokens,ledger_transaction_id) values (pg_temp.u(110),pg_temp.u(2),2,20,pg_temp.u(611))',
    'not with this viewer',
  ),
  refuses(
    'charged before the start',
    'insert into live_private_show_charges(show_id,viewer_id,minute_number,tokens,ledger_transaction_id) values (pg_temp.u(111),pg_temp.u(2),1,20,pg_temp.u(611))',
    'not held',
  ),
  refuses('charge deleted', 'delete from live_private_show_charges', 'append-only'),
  refuses(
    'ended without an end',
    "update live_private_shows set state='ended' where id=pg_temp.u(110)",
    'over_has_an_end',
  ),
  accepts(
    'ended',
    "update live_private_shows set state='ended', during=tstzrange(lower(during),now()+interval '5 min'), rating=5 where id=pg_temp.u(110)",
  ),
  refuses(
    'started again',
    "update live_private_shows set state='active' where id=pg_temp.u(110)",
    'does not start again',
  ),
  refuses('show with charges deleted', 'delete from live_private_shows where id=pg_temp.u(110)', 'foreign key'),
  // Joint streams
  given(
    'insert into live_collaborations(id,stream_id,host_id,max_guests) values (pg_temp.u(120),pg_temp.u(30),pg_temp.u(3),1)',
  ),
  refuses(
    'host is another',
    'insert into live_collaborations(stream_id,host_id) values (pg_temp.u(32),pg_temp.u(5))',
    'stream_of_the_host',
  ),
  refuses(
    'share without a custom split',
    'insert into live_collaboration_guests(collaboration_id,guest_id,share_ppm) values (pg_temp.u(120),pg_temp.u(5),1)',
    'shares of the guests',
  ),
  given("update live_collaborations set split_mode='custom'"),
  given(`insert into live_collaboration_guests(id,collaboration_id,guest_id,share_ppm,state) values
    (pg_temp.u(121),pg_temp.u(120),pg_temp.u(5),600000,'accepted'),(pg_temp.u(122),pg_temp.u(120),pg_temp.u(6),400000,'invited')`),
  refuses(
    'more than the whole',
    'update live_collaboration_guests set share_ppm=400001 where id=pg_temp.u(122)',
    'shares of the guests',
  ),
  refuses(
    'more guests than places',
    "update live_collaboration_guests set state='accepted' where id=pg_temp.u(122)",
    'room for 1',
  ),
  refuses(
    'host as a guest',
    'insert into live_collaboration_guests(collaboration_id,guest_id) values (pg_temp.u(120),pg_temp.u(3))',
    'host is no guest',
  ),
  refuses('back to no shares', "update live_collaborations set split_mode='equal'", 'shares of the guests'),
  given(
    `insert into performers(id,user_id,status) values (pg_temp.u(125),pg_temp.u(5),'pending'),(pg_temp.u(126),pg_temp.u(6),'verified')`,
  ),
  refuses(
    'in the picture without a record',
    "update live_collaboration_guests set state='joined', joined_at=now() where id=pg_temp.u(121)",
    'no verified performer',
  ),
  refuses(
    'performer who is not verified',
    "update live_collaboration_guests set state='joined', joined_at=now(), performer_id=pg_temp.u(125) where id=pg_temp.u(121)",
    'no verified performer',
  ),
  refuses(
    "somebody else's record",
    "update live_collaboration_guests set state='joined', joined_at=now(), performer_id=pg_temp.u(126) where id=pg_temp.u(121)",
    'no verified performer',
  ),
  refuses('active before the split is locked', "update live_collaborations set state='active'", 'locked_split'),
  accepts(
    'locked, active, joined',
    `update performers set status='verified' where id=pg_temp.u(125);
     update live_collaborations set state='active', split_locked_at=now();
     update live_collaboration_guests set state='joined', joined_at=now(), performer_id=pg_temp.u(125) where id=pg_temp.u(121)`,
  ),
  refuses(
    'share after the lock',
    'update live_collaboration_guests set share_ppm=1 where id=pg_temp.u(122)',
    'split_locked_at',
  ),
  refuses('split after the lock', "update live_collaborations set split_mode='host_all'", 'split is locked'),
  refuses(
    'new share after the lock',
    'insert into live_collaboration_guests(collaboration_id,guest_id,share_ppm) values (pg_temp.u(120),pg_temp.u(7),1)',
    'split_locked_at',
  ),
  refuses(
    'guest with a share deleted',
    'delete from live_collaboration_guests where id=pg_temp.u(122)',
    'split_locked_at',
  ),
  accepts(
    'guest without a share',
    'insert into live_collaboration_guests(collaboration_id,guest_id) values (pg_temp.u(120),pg_temp.u(7))',
  ),
  refuses(
    'raid on oneself',
    'insert into live_raids(from_stream_id,to_channel_id,creator_id,viewers) values (pg_temp.u(30),pg_temp.u(10),pg_temp.u(3),5)',
    "creator's own",
  ),
  accepts(
    'raid',
    'insert into live_raids(from_stream_id,to_channel_id,creator_id,viewers) values (pg_temp.u(30),pg_temp.u(11),pg_temp.u(3),5)',
  ),
  given(`insert into live_restream_targets(id,channel_id,creator_id,platform,account_label,url_enc,key_enc,key_id) values
    (pg_temp.u(130),pg_temp.u(10),pg_temp.u(3),'sfw_site','A','x','x',1),(pg_temp.u(131),pg_temp.u(11),pg_temp.u(5),'sfw_site','A','x','x',1)`),
  refuses(
    'explicit stream to a clean target',
    'insert into live_restream_runs(stream_id,target_id) values (pg_temp.u(30),pg_temp.u(130))',
    'no explicit stream',
  ),
  accepts(
    'blocked run',
    "insert into live_restream_runs(stream_id,target_id,state) values (pg_temp.u(30),pg_temp.u(130),'blocked_nsfw')",
  ),
  refuses(
    'target of another channel',
    "insert into live_restream_runs(stream_id,target_id,state) values (pg_temp.u(30),pg_temp.u(131),'blocked_nsfw')",
    'another channel',
  ),
];

const RECORDINGS: readonly Case[] = [
  given(`insert into live_recordings(id,stream_id,creator_id,storage_key,duration_ms,bytes) values
    (pg_temp.u(140),pg_temp.u(30),pg_temp.u(3),'r1',600000,5),(pg_temp.u(141),pg_temp.u(31),pg_temp.u(5),'r2',600000,5)`),
  refuses(
    'replay of another stream',
    'update live_streams set replay_recording_id=pg_temp.u(141) where id=pg_temp.u(30)',
    'replay_of_same_stream',
  ),
  accepts('own replay', 'update live_streams set replay_recording_id=pg_temp.u(140) where id=pg_temp.u(30)'),
  refuses(
    'shown without a screening',
    "update live_recordings set visibility='public' where id=pg_temp.u(140)",
    'screening did not allow',
  ),
  given("insert into screening_jobs(id,verdict) values (pg_temp.u(145),'review'),(pg_temp.u(146),'allow')"),
  refuses(
    'shown before the verdict',
    "update live_recordings set visibility='public', screening_job_id=pg_temp.u(145) where id=pg_temp.u(140)",
    'screening did not allow',
  ),
  refuses(
    'sold for nothing',
    "update live_recordings set visibility='paid', screening_job_id=pg_temp.u(146) where id=pg_temp.u(140)",
    'paid_names_its_price',
  ),
  accepts(
    'sold',
    "update live_recordings set visibility='paid', screening_job_id=pg_temp.u(146), price_minor=500, currency='EUR', state='ready' where id=pg_temp.u(140)",
  ),
  given('insert into videos(id,author_id) values (pg_temp.u(147),pg_temp.u(5))'),
  refuses(
    'video of another creator',
    'update live_recordings set video_id=pg_temp.u(147) where id=pg_temp.u(140)',
    'creator_id is not that',
  ),
  refuses('bytes left behind', 'delete from live_recordings where id=pg_temp.u(141)', 'not deleted'),
  given(
    `insert into live_clips(recording_id,creator_id,clipper_id,span,title) values (pg_temp.u(140),pg_temp.u(3),pg_temp.u(1),'[0,3000)','C')`,
  ),
  ...(
    [
      ['clip of 2 seconds', '3', "'[0,2999)'", 'span_of_3_seconds'],
      ['clip without an end', '3', "'[0,)'", 'ends before the clip'],
      ['clip after the end', '3', "'[590000,600001)'", 'ends before the clip'],
      ['clip for another creator', '5', "'[0,3000)'", "another creator's"],
    ] as const
  ).map(([title, creator, span, because]) =>
    refuses(
      title,
      `insert into live_clips(recording_id,creator_id,clipper_id,span,title) values (pg_temp.u(140),pg_temp.u(${creator}),pg_temp.u(1),${span},'C')`,
      because,
    ),
  ),
  given(
    "insert into live_markers(stream_id,creator_id,offset_ms,kind,label) values (pg_temp.u(30),pg_temp.u(3),5,'goal','G')",
  ),
  refuses(
    'marked twice',
    "insert into live_markers(stream_id,creator_id,offset_ms,kind,label) values (pg_temp.u(30),pg_temp.u(3),5,'goal','G')",
    'offset_ms_kind_key',
  ),
  refuses(
    'credits in no currency',
    "insert into live_incidents(kind,severity,credits_minor) values ('cdn',3,5)",
    'credits_name',
  ),
  accepts(
    'deleted after the bytes',
    "update live_recordings set state='deleted' where id=pg_temp.u(141); delete from live_recordings where id=pg_temp.u(141)",
  ),
];

const EVENTS: readonly Case[] = [
  refuses(
    'address known to everybody',
    "insert into venues(name,kind,latitude,longitude,public_latitude,public_longitude,timezone) values ('V','physical',52.51234,13.4,52.51234,13.4,'UTC')",
    'public_position_is_rounded',
  ),
  refuses(
    'place without a position',
    "insert into venues(name,kind,timezone) values ('V','physical','UTC')",
    'physical_has_a_position',
  ),
  refuses(
    'half a position',
    "insert into venues(name,kind,latitude,timezone) values ('V','physical',5,'UTC')",
    'position_is_whole',
  ),
  given(`insert into venues(id,name,kind,latitude,longitude,public_latitude,public_longitude,timezone,status) values
    (pg_temp.u(200),'V','physical',52.51234,13.41234,52.51,13.41,'Europe/Berlin','active'),
    (pg_temp.u(201),'W','physical',52.51234,13.41234,52.51,13.41,'Europe/Berlin','hidden')`),
  yields('hidden venues are not shown', 'select count(*) from public_venues', '1'),
  given(`insert into event_refund_policies(id,organizer_id,name,steps,is_platform_default) values
    (pg_temp.u(205),null,'Default','[{"hours_before":48,"refund_ppm":1000000},{"hours_before":0,"refund_ppm":0}]',true),
    (pg_temp.u(206),pg_temp.u(3),'Mine','[]',false),(pg_temp.u(207),pg_temp.u(5),'Mine','[]',false)`),
  refuses(
    'second default',
    `insert into event_refund_policies(name,steps,is_platform_default) values ('X','[]',true)`,
    'is_platform_default_idx',
  ),
  refuses(
    'default of an organizer',
    'update event_refund_policies set is_platform_default=true where id=pg_temp.u(206)',
    'default_is_of_the_platform',
  ),
  ...[
    '[{"hours_before":48}]',
    '[{"hours_before":"48","refund_ppm":5}]',
    '[{"hours_before":48,"refund_ppm":1000001}]',
    '[5]',
  ].map((steps) =>
    refuses(
      `steps ${steps}`,
      `insert into event_refund_policies(name,steps) values ('X','${steps}')`,
      'steps_are_whole',
    ),
  ),
  refuses(
    'steps are an object',
    `insert into event_refund_policies(name,steps) values ('X','{"hours_before":1,"refund_ppm":1}')`,
    'steps_is_array',
  ),
  refuses(
    'policy changed',
    `update event_refund_policies set steps='[{"hours_before":1,"refund_ppm":1}]'`,
    'append-only',
  ),
  refuses(
    'same version twice',
    "insert into event_refund_policies(name,steps) values ('Default','[]')",
    'event_refund_policies',
  ),
  given(
    "insert into event_series(id,organizer_id,slug,title,timezone) values (pg_temp.u(208),pg_temp.u(3),'s','S','UTC'),(pg_temp.u(209),pg_temp.u(5),'s','S','UTC')",
  ),
  refuses(
    'series with the policy of another',
    'update event_series set refund_policy_id=pg_temp.u(207) where id=pg_temp.u(208)',
    "another organizer's",
  ),
  given(`insert into events(id,organizer_id,venue_id,slug,title,format,during,timezone,refund_policy_id) values
    (pg_temp.u(210),pg_temp.u(3),pg_temp.u(200),'party','Summer party','in_person','[2026-07-01 18:00+00,2026-07-02 04:00+00)','UTC',pg_temp.u(206)),
    (pg_temp.u(211),pg_temp.u(5),null,'talk','Talk','virtual','[2026-07-01 18:00+00,2026-07-02 04:00+00)','UTC',pg_temp.u(205))`),
  refuses(
    'policy of another',
    'update events set refund_policy_id=pg_temp.u(207) where id=pg_temp.u(210)',
    "another organizer's",
  ),
  refuses(
    'series of another',
    'update events set series_id=pg_temp.u(209) where id=pg_temp.u(210)',
    'organizer_id is not that',
  ),
  refuses('below 18', 'update events set min_age=16', 'min_age_is_18'),
  refuses('no time', "update events set during='empty'", 'during_is_bounded'),
  refuses('without an end', "update events set during='[2026-01-01,)'", 'during_is_bounded'),
  refuses(
    'in person nowhere',
    "update events set venue_id=null, state='published' where id=pg_temp.u(210)",
    'in_person_has_a_venue',
  ),
  accepts('published', "update events set state='published'"),
  refuses('hidden again', "update events set state='draft' where id=pg_temp.u(210)", 'not hidden'),
  yields('found by words', "select count(*) from events where search_vector @@ to_tsquery('simple','summer')", '1'),
  given(
    `insert into event_rooms(id,event_id,name) values (pg_temp.u(215),pg_temp.u(210),'A'),(pg_temp.u(216),pg_temp.u(211),'A')`,
  ),
  given(`insert into event_sessions(id,event_id,room_id,title,during) values
    (pg_temp.u(217),pg_temp.u(210),pg_temp.u(215),'S','[2026-07-01 18:00+00,2026-07-01 19:00+00)'),
    (pg_temp.u(218),pg_temp.u(211),null,'S','[2026-07-01 18:00+00,2026-07-01 19:00+00)')`),
  refuses(
    'room taken',
    "insert into event_sessions(event_id,room_id,title,during) values (pg_temp.u(210),pg_temp.u(215),'S','[2026-07-01 18:30+00,2026-07-01 19:30+00)')",
    'one_per_room',
  ),
  accepts(
    'right after, and a cancelled one',
    `insert into event_sessions(event_id,room_id,title,during,state) values
     (pg_temp.u(210),pg_temp.u(215),'S','[2026-07-01 19:00+00,2026-07-01 20:00+00)','planned'),
     (pg_temp.u(210),pg_temp.u(215),'S','[2026-07-01 18:00+00,2026-07-01 20:00+00)','cancelled')`,
  ),
  refuses(
    'room of another event',
    'update event_sessions set room_id=pg_temp.u(216) where id=pg_temp.u(217)',
    'event_id is not that',
  ),
  given(`insert into event_speakers(id,session_id,user_id,display_name,fee_minor,currency,state)
    values (pg_temp.u(219),pg_temp.u(217),pg_temp.u(5),'Rex',5000,'EUR','confirmed')`),
  refuses('fee cut after the fact', 'update event_speakers set fee_minor=1', 'agreed'),
  refuses(
    'session with an agreed fee deleted',
    'delete from event_sessions where id=pg_temp.u(217)',
    'event_speakers_session_id_fkey',
  ),
  refuses(
    'gates without the right to the door',
    "insert into event_staff(event_id,user_id,rights,gates,granted_by) values (pg_temp.u(210),pg_temp.u(7),'{orders}','{north}',pg_temp.u(3))",
    'only_the_door',
  ),
  refuses(
    'granted to oneself',
    "insert into event_staff(event_id,user_id,rights,granted_by) values (pg_temp.u(210),pg_temp.u(7),'{door}',pg_temp.u(7))",
    'nobody_grants',
  ),
  given(
    "insert into event_staff(event_id,user_id,rights,gates,granted_by) values (pg_temp.u(210),pg_temp.u(7),'{door}','{north}',pg_temp.u(3))",
  ),
];

const TICKETS: readonly Case[] = [
  given(
    `insert into event_quotas(id,event_id,name,capacity) values (pg_temp.u(220),pg_temp.u(210),'Hall',2),(pg_temp.u(221),pg_temp.u(211),'Hall',2)`,
  ),
  accepts('sold and held', 'update event_quotas set sold=1, held=1, version=version+1 where id=pg_temp.u(220)'),
  refuses('oversold', 'update event_quotas set held=2, version=version+1 where id=pg_temp.u(220)', 'not_oversold'),
  refuses('written with a stale version', 'update event_quotas set held=0 where id=pg_temp.u(220)', 'only grows'),
  refuses(
    'smaller than what is sold',
    'update event_quotas set capacity=1, version=version+1 where id=pg_temp.u(220)',
    'not_oversold',
  ),
  given(`insert into event_ticket_types(id,event_id,name,price_minor,currency) values
    (pg_temp.u(225),pg_temp.u(210),'Seat',1000,'EUR'),(pg_temp.u(226),pg_temp.u(211),'Online',0,'EUR'),(pg_temp.u(227),pg_temp.u(210),'Fixed',0,'EUR')`),
  given('update event_ticket_types set is_transferable=false where id=pg_temp.u(227)'),
  refuses('limits of an order', 'update event_ticket_types set min_per_order=11', 'order_limits'),
  refuses('other currency', "update event_ticket_types set currency='USD'", 'keeps its value'),
  accepts(
    'pool and kind',
    'insert into event_quota_ticket_types(quota_id,ticket_type_id) values (pg_temp.u(220),pg_temp.u(225))',
  ),
  refuses(
    'pool of another event',
    'insert into event_quota_ticket_types(quota_id,ticket_type_id) values (pg_temp.u(221),pg_temp.u(225))',
    'different events',
  ),
  refuses(
    'session for a foreign ticket',
    'update event_sessions set access_ticket_types=array[pg_temp.u(226)] where id=pg_temp.u(217)',
    'not one of the event',
  ),
  accepts(
    'session for a ticket',
    'update event_sessions set access_ticket_types=array[pg_temp.u(225)] where id=pg_temp.u(217)',
  ),
  given(`insert into event_seat_maps(id,venue_id,name,layout,seat_count,categories) values
    (pg_temp.u(230),pg_temp.u(200),'Plan','{}',2,'{A,B}'),(pg_temp.u(231),pg_temp.u(201),'Plan','{}',2,'{A}')`),
  refuses('plan changed', 'update event_seat_maps set seat_count=3', 'append-only'),
  given(`insert into event_seats(id,event_id,seat_map_id,section,row_label,seat_number,category)
    select pg_temp.u(239+n),pg_temp.u(210),pg_temp.u(230),'P','1',n::text,'A' from generate_series(1,3) n`),
  refuses(
    'unknown category',
    "insert into event_seats(event_id,seat_map_id,section,row_label,seat_number,category) values (pg_temp.u(210),pg_temp.u(230),'P','1','9','C')",
    'no such category',
  ),
  refuses(
    'plan of another venue',
    "insert into event_seats(event_id,seat_map_id,section,row_label,seat_number,category) values (pg_temp.u(210),pg_temp.u(231),'P','1','9','A')",
    'another venue',
  ),
  given(`insert into event_cart_holds(id,event_id,user_id,lines,total_minor,currency,expires_at,idempotency_key) values
    (pg_temp.u(245),pg_temp.u(210),pg_temp.u(1),'[]',1000,'EUR',now()+interval '10 min','a'),
    (pg_temp.u(246),pg_temp.u(211),pg_temp.u(1),'[]',0,'EUR',now()+interval '10 min','b'),
    (pg_temp.u(247),pg_temp.u(210),null,'[]',0,'EUR',now()+interval '10 min','c')`),
  refuses(
    'guest asks twice',
    "insert into event_cart_holds(event_id,lines,total_minor,currency,expires_at,idempotency_key) values (pg_temp.u(210),'[]',0,'EUR',now()+interval '1 min','c')",
    'event_cart_holds_idempotency_key_idx',
  ),
  refuses('held by nobody', "update event_seats set state='held' where id=pg_temp.u(240)", 'only_held_names_its_hold'),
  refuses(
    'hold of another event',
    "update event_seats set state='held', hold_id=pg_temp.u(246), held_until=now() where id=pg_temp.u(240)",
    'hold_of_same_event',
  ),
  accepts(
    'held',
    "update event_seats set state='held', hold_id=pg_temp.u(245), held_until=now() where id=pg_temp.u(240) and state='free'",
  ),
  refuses('hold with seats deleted', 'delete from event_cart_holds where id=pg_temp.u(245)', 'hold_of_same_event'),
  refuses(
    'converted without an order',
    "update event_cart_holds set state='converted' where id=pg_temp.u(245)",
    'only_converted',
  ),
  accepts(
    'converted',
    `update event_cart_holds set state='converted', order_id=pg_temp.u(500) where id=pg_temp.u(245);
     update event_seats set state='sold', hold_id=null, held_until=null where id=pg_temp.u(240)`,
  ),
  refuses('active again', "update event_cart_holds set state='active' where id=pg_temp.u(245)", 'stays so'),
  given(`insert into event_tickets(id,event_id,ticket_type_id,order_id,holder_id,seat_id,secret_hash,price_paid_minor,currency) values
    (pg_temp.u(250),pg_temp.u(210),pg_temp.u(225),pg_temp.u(500),pg_temp.u(1),pg_temp.u(240),pg_temp.h('t1'),1000,'EUR'),
    (pg_temp.u(251),pg_temp.u(211),pg_temp.u(226),null,pg_temp.u(1),null,pg_temp.h('t2'),0,'EUR'),
    (pg_temp.u(252),pg_temp.u(210),pg_temp.u(227),null,pg_temp.u(1),null,pg_temp.h('t3'),0,'EUR')`),
  ...(
    [
      ['seat sold twice', '210', '225', '500', '240', '1000', 'EUR', 'event_tickets_seat_id_idx'],
      ['kind of another event', '210', '226', '500', '241', '1000', 'EUR', 'type_of_same_event'],
      ['seat of another event', '211', '226', '500', '241', '1000', 'EUR', 'seat_of_same_event'],
      ['order in another currency', '210', '225', '501', '241', '1000', 'EUR', 'order_of_same_currency'],
      ['less than nothing', '210', '225', '500', '241', '-1', 'EUR', 'amounts_are_not_negative'],
    ] as const
  ).map(([title, event, type, order, seat, price, currency, because]) =>
    refuses(
      title,
      `insert into event_tickets(event_id,ticket_type_id,order_id,seat_id,secret_hash,price_paid_minor,currency)
       values (pg_temp.u(${event}),pg_temp.u(${type}),pg_temp.u(${order}),pg_temp.u(${seat}),pg_temp.h('x'),${price},'${currency}')`,
      because,
    ),
  ),
  refuses(
    'paid without an order',
    "insert into event_tickets(event_id,ticket_type_id,secret_hash,price_paid_minor,currency) values (pg_temp.u(210),pg_temp.u(225),pg_temp.h('x'),1,'EUR')",
    'paid_names_its_order',
  ),
  refuses('price changed', 'update event_tickets set price_paid_minor=1 where id=pg_temp.u(250)', 'append-only'),
  refuses(
    'ticket handed over without a transfer',
    'update event_tickets set holder_id=pg_temp.u(2) where id=pg_temp.u(250)',
    'append-only',
  ),
  refuses('ticket deleted', 'delete from event_tickets where id=pg_temp.u(250)', 'append-only'),
  refuses('event with tickets deleted', 'delete from events where id=pg_temp.u(210)', 'event_quotas are not deleted'),
  // Transfers
  refuses(
    'offered by somebody else',
    "insert into event_ticket_transfers(ticket_id,from_user_id,expires_at) values (pg_temp.u(250),pg_temp.u(2),now()+interval '1 d')",
    'not valid, not transferable',
  ),
  refuses(
    'not transferable',
    "insert into event_ticket_transfers(ticket_id,from_user_id,expires_at) values (pg_temp.u(252),pg_temp.u(1),now()+interval '1 d')",
    'not valid, not transferable',
  ),
  given(
    `insert into event_ticket_transfers(id,ticket_id,from_user_id,expires_at) values (pg_temp.u(255),pg_temp.u(250),pg_temp.u(1),now()+interval '1 d')`,
  ),
  refuses(
    'offered twice',
    "insert into event_ticket_transfers(ticket_id,from_user_id,expires_at) values (pg_temp.u(250),pg_temp.u(1),now()+interval '1 d')",
    'event_ticket_transfers_ticket_id_idx',
  ),
  refuses('to oneself', 'update event_ticket_transfers set to_user_id=pg_temp.u(1)', 'not_to_oneself'),
  refuses(
    'accepted while the old one is good',
    "update event_ticket_transfers set state='accepted', to_user_id=pg_temp.u(2), accepted_at=now(), new_ticket_id=pg_temp.u(251)",
    'old ticket is not spent',
  ),
  accepts(
    'accepted',
    `update event_tickets set state='transferred' where id=pg_temp.u(250);
     insert into event_tickets(id,event_id,ticket_type_id,order_id,holder_id,seat_id,secret_hash,price_paid_minor,currency)
     values (pg_temp.u(253),pg_temp.u(210),pg_temp.u(225),pg_temp.u(500),pg_temp.u(2),pg_temp.u(240),pg_temp.h('t4'),1000,'EUR');
     update event_ticket_transfers set state='accepted', to_user_id=pg_temp.u(2), accepted_at=now(), new_ticket_id=pg_temp.u(253)`,
  ),
  refuses('declined afterwards', "update event_ticket_transfers set state='declined'", 'answered'),
  refuses('old ticket good again', "update event_tickets set state='valid' where id=pg_temp.u(250)", 'not good again'),
  // Refunds
  refuses(
    'more than was paid',
    "insert into event_ticket_refunds(ticket_id,cause,amount_minor,currency) values (pg_temp.u(253),'goodwill',1001,'EUR')",
    'More than was paid',
  ),
  refuses(
    'in another currency',
    "insert into event_ticket_refunds(ticket_id,cause,amount_minor,currency) values (pg_temp.u(253),'goodwill',1000,'USD')",
    'another currency',
  ),
  given(
    `insert into event_ticket_refunds(ticket_id,requester_id,cause,amount_minor,currency) values (pg_temp.u(253),pg_temp.u(2),'holder_request',1000,'EUR')`,
  ),
  refuses(
    'refunded twice',
    "insert into event_ticket_refunds(ticket_id,cause,amount_minor,currency) values (pg_temp.u(253),'goodwill',1,'EUR')",
    'event_ticket_refunds_ticket_id_idx',
  ),
  refuses('paid without posting', "update event_ticket_refunds set state='paid', decided_at=now()", 'paid_is_posted'),
  refuses(
    'decided by the requester',
    "update event_ticket_refunds set state='approved', decided_at=now(), decided_by=pg_temp.u(2)",
    'nobody_decides',
  ),
  refuses('amount changed', 'update event_ticket_refunds set amount_minor=1', 'append-only'),
  accepts(
    'paid',
    "update event_ticket_refunds set state='paid', decided_at=now(), decided_by=pg_temp.u(3), ledger_transaction_id=pg_temp.u(620)",
  ),
  refuses('rejected afterwards', "update event_ticket_refunds set state='rejected'", 'decided and done'),
  // Access to a stream
  refuses(
    "somebody else's ticket",
    "insert into live_access_grants(stream_id,user_id,source,ticket_id) values (pg_temp.u(30),pg_temp.u(2),'ticket',pg_temp.u(251))",
    "not the viewer's",
  ),
  refuses(
    "somebody else's order",
    "insert into live_access_grants(stream_id,user_id,source,order_id) values (pg_temp.u(30),pg_temp.u(2),'purchase',pg_temp.u(500))",
    "not the viewer's",
  ),
  given(
    "insert into live_access_grants(id,stream_id,user_id,source,ticket_id) values (pg_temp.u(260),pg_temp.u(30),pg_temp.u(1),'ticket',pg_temp.u(251))",
  ),
  refuses(
    'granted twice',
    "insert into live_access_grants(stream_id,user_id,source) values (pg_temp.u(30),pg_temp.u(1),'invite')",
    'live_access_grants_stream_id_user_id_idx',
  ),
  refuses('paid grant deleted', 'delete from live_access_grants where id=pg_temp.u(260)', 'not deleted'),
  refuses('revoked without a reason', 'update live_access_grants set revoked_at=now()', 'revoked_names_its_reason'),
  accepts(
    'revoked and granted again',
    `update live_access_grants set revoked_at=now(), revoke_reason='x';
     insert into live_access_grants(stream_id,user_id,source) values (pg_temp.u(30),pg_temp.u(1),'invite')`,
  ),
  // Promo codes
  ...(
    [
      ['101 per cent', "'percent',101,null", 'value_fits_kind'],
      ['amount in no currency', "'amount',5,null", 'only_an_amount'],
      ['unlock with a value', "'unlock',5,null", 'value_fits_kind'],
    ] as const
  ).map(([title, values, because]) =>
    refuses(
      title,
      `insert into event_promo_codes(event_id,code,kind,value,currency) values (pg_temp.u(210),'CODE',${values})`,
      because,
    ),
  ),
  given(
    "insert into event_promo_codes(event_id,code,kind,value,max_uses) values (pg_temp.u(210),'CODE','percent',10,1)",
  ),
  refuses('used too often', 'update event_promo_codes set uses=2', 'used_within_limit'),
  refuses(
    'code in other letters',
    "insert into event_promo_codes(event_id,code,kind) values (pg_temp.u(210),'code','free')",
    'event_id_code_key',
  ),
  refuses(
    'code for a foreign ticket',
    'update event_promo_codes set ticket_type_ids=array[pg_temp.u(226)]',
    'not one of the event',
  ),
];

const ATTENDEES: readonly Case[] = [
  refuses(
    'nobody registered',
    'insert into event_registrations(event_id) values (pg_temp.u(210))',
    'somebody_is_named',
  ),
  refuses(
    "insert with another event's ticket",
    'insert into event_registrations(event_id,user_id,ticket_id) values (pg_temp.u(210),pg_temp.u(1),pg_temp.u(251))',
    'event_id is not that',
  ),
  given(`insert into user_age_verifications(id,user_id,status,minimum_age) values
    (pg_temp.u(270),pg_temp.u(1),'passed',18),(pg_temp.u(271),pg_temp.u(2),'passed',18)`),
  refuses(
    "somebody else's proof of age",
    'insert into event_registrations(event_id,user_id,age_verification_id) values (pg_temp.u(210),pg_temp.u(1),pg_temp.u(271))',
    'proof of age',
  ),
  refuses(
    'not old enough',
    `update events set min_age=21 where id=pg_temp.u(210);
     insert into event_registrations(event_id,user_id,age_verification_id) values (pg_temp.u(210),pg_temp.u(1),pg_temp.u(270))`,
    'proof of age',
  ),
  given(`insert into event_registrations(id,event_id,user_id,age_verification_id,state) values
    (pg_temp.u(272),pg_temp.u(210),pg_temp.u(1),pg_temp.u(270),'attended'),(pg_temp.u(273),pg_temp.u(211),pg_temp.u(1),null,'approved')`),
  refuses(
    'registered twice',
    'insert into event_registrations(event_id,user_id) values (pg_temp.u(210),pg_temp.u(1))',
    'event_registrations_event_id_user_id_idx',
  ),
  accepts('proof of age deleted', 'delete from user_age_verifications where id=pg_temp.u(270)'),
  refuses(
    'sensitive for ever',
    "insert into event_questions(event_id,position,prompt,is_sensitive) values (pg_temp.u(210),1,'?',true)",
    'sensitive_is_deleted',
  ),
  refuses(
    'choice of nothing',
    "insert into event_questions(event_id,position,prompt,kind) values (pg_temp.u(210),1,'?','choice')",
    'only_choices',
  ),
  given(`insert into event_questions(id,event_id,position,prompt,is_sensitive,delete_after_days) values
    (pg_temp.u(275),pg_temp.u(210),1,'Allergies?',true,30),(pg_temp.u(276),pg_temp.u(210),2,'Shirt?',false,null),(pg_temp.u(277),pg_temp.u(211),1,'?',false,null)`),
  refuses(
    'sensitive answer in clear',
    `insert into event_answers(registration_id,question_id,answer) values (pg_temp.u(272),pg_temp.u(275),'"nuts"')`,
    'sensitive and the answer',
  ),
  refuses(
    'sensitive answer for ever',
    "insert into event_answers(registration_id,question_id,answer_enc,key_id) values (pg_temp.u(272),pg_temp.u(275),'x',1)",
    'sensitive and the answer',
  ),
  refuses(
    'question of another event',
    `insert into event_answers(registration_id,question_id,answer) values (pg_temp.u(272),pg_temp.u(277),'"M"')`,
    'of another event',
  ),
  refuses(
    'clear and encrypted',
    `insert into event_answers(registration_id,question_id,answer,answer_enc,key_id) values (pg_temp.u(272),pg_temp.u(276),'"M"','x',1)`,
    'clear_or_encrypted',
  ),
  accepts(
    'answers',
    `insert into event_answers(registration_id,question_id,answer) values (pg_temp.u(272),pg_temp.u(276),'"M"');
     insert into event_answers(registration_id,question_id,answer_enc,key_id,delete_after) values (pg_temp.u(272),pg_temp.u(275),'x',1,now())`,
  ),
  refuses(
    'question changed under its answers',
    'update event_questions set is_sensitive=false where id=pg_temp.u(275)',
    'cannot change while',
  ),
  accepts('question moved', 'update event_questions set position=9 where id=pg_temp.u(275)'),
  given(
    'insert into event_waitlist_entries(id,ticket_type_id,event_id,user_id) values (pg_temp.u(280),pg_temp.u(225),pg_temp.u(210),pg_temp.u(2))',
  ),
  refuses(
    'in line twice',
    'insert into event_waitlist_entries(ticket_type_id,event_id,user_id) values (pg_temp.u(225),pg_temp.u(210),pg_temp.u(2))',
    'event_waitlist_entries_ticket_type_id_user_id_idx',
  ),
  refuses(
    'line of another event',
    'insert into event_waitlist_entries(ticket_type_id,event_id,user_id) values (pg_temp.u(225),pg_temp.u(211),pg_temp.u(4))',
    'type_of_same_event',
  ),
  refuses('offer without an end', "update event_waitlist_entries set state='offered'", 'offered_names_its_end'),
  refuses(
    "somebody else's hold",
    "update event_waitlist_entries set state='offered', offer_expires_at=now()+interval '1 h', hold_id=pg_temp.u(245)",
    'user_id is not that',
  ),
  refuses('back in time', "update event_waitlist_entries set joined_at='2020-01-01'", 'keeps its value'),
  given(`insert into event_check_ins(ticket_id,event_id,gate,result,device_id,device_sequence,scanned_at)
    values (pg_temp.u(253),pg_temp.u(210),'north','accepted','d1',1,now())`),
  refuses(
    'scan sent twice',
    "insert into event_check_ins(ticket_id,event_id,gate,result,device_id,device_sequence,scanned_at) values (pg_temp.u(253),pg_temp.u(210),'north','duplicate','d1',1,now())",
    'device_id_device_sequence_key',
  ),
  refuses(
    'let in with a ticket for another event',
    "insert into event_check_ins(ticket_id,event_id,gate,result,device_id,device_sequence,scanned_at) values (pg_temp.u(251),pg_temp.u(210),'north','accepted','d1',2,now())",
    'for another event',
  ),
  accepts(
    'turned away',
    "insert into event_check_ins(ticket_id,event_id,gate,result,device_id,device_sequence,scanned_at) values (pg_temp.u(251),pg_temp.u(210),'north','wrong_event','d1',2,now())",
  ),
  refuses('scan changed', "update event_check_ins set result='overridden'", 'append-only'),
  refuses('scans emptied', 'truncate event_check_ins', 'append-only'),
  refuses(
    'message of somebody else',
    "insert into event_announcements(event_id,organizer_id,subject,body) values (pg_temp.u(210),pg_temp.u(5),'S','B')",
    'event_of_the_organizer',
  ),
  refuses(
    'to the holders of which ticket',
    "insert into event_announcements(event_id,organizer_id,audience,subject,body) values (pg_temp.u(210),pg_temp.u(3),'ticket_type','S','B')",
    'ticket_type_is_named',
  ),
  given(
    "insert into event_announcements(event_id,organizer_id,subject,body,sent_at) values (pg_temp.u(210),pg_temp.u(3),'S','B',now())",
  ),
  refuses('sent and changed', "update event_announcements set body='C'", 'cannot change once sent_at'),
  accepts('recipients are counted', 'update event_announcements set recipients=5'),
  refuses(
    'rated by a stranger',
    'insert into event_feedback(event_id,user_id,rating) values (pg_temp.u(210),pg_temp.u(8),5)',
    'took part',
  ),
  refuses(
    'session of another event',
    'insert into event_feedback(event_id,user_id,session_id,rating) values (pg_temp.u(210),pg_temp.u(1),pg_temp.u(218),5)',
    'event_id is not that',
  ),
  refuses(
    'six stars',
    'insert into event_feedback(event_id,user_id,rating) values (pg_temp.u(210),pg_temp.u(1),6)',
    'rating_in_range',
  ),
  accepts(
    'rated',
    'insert into event_feedback(event_id,user_id,session_id,rating) values (pg_temp.u(210),pg_temp.u(1),pg_temp.u(217),5)',
  ),
];

const ENDS: readonly Case[] = [
  accepts(
    'stream over',
    "update live_streams set state='ended', ended_at=now()+interval '1 h', end_reason='host' where id=pg_temp.u(30)",
  ),
  refuses(
    'on air again',
    "update live_streams set state='live', ended_at=null, end_reason=null where id=pg_temp.u(30)",
    'live_streams',
  ),
  accepts('stream that never began', "update live_streams set state='cancelled' where id=pg_temp.u(32)"),
  refuses(
    'cancelled and planned again',
    "update live_streams set state='scheduled' where id=pg_temp.u(32)",
    'does not start again',
  ),
  accepts('deleted with what belongs to it', 'delete from live_streams where id=pg_temp.u(32)'),
  yields('reminders are gone', 'select count(*) from live_stream_reminders', '0'),
  accepts('event cancelled', "update events set state='cancelled' where id=pg_temp.u(211)"),
  refuses('cancelled and held after all', "update events set state='live' where id=pg_temp.u(211)", 'stays so'),
  given(`insert into events(id,organizer_id,slug,title,format,during,timezone,venue_id)
    values (pg_temp.u(290),pg_temp.u(3),'draft','D','in_person','[2026-07-01 18:00+00,2026-07-02 04:00+00)','UTC',pg_temp.u(200))`),
  given(`insert into event_cart_holds(id,event_id,user_id,lines,total_minor,currency,expires_at,idempotency_key)
    values (pg_temp.u(291),pg_temp.u(290),pg_temp.u(1),'[]',0,'EUR',now()+interval '10 min','z')`),
  given(`insert into event_seats(event_id,seat_map_id,section,row_label,seat_number,category,state,hold_id,held_until)
    values (pg_temp.u(290),pg_temp.u(230),'P','1','1','A','held',pg_temp.u(291),now())`),
  accepts('draft deleted with held seats', 'delete from events where id=pg_temp.u(290)'),
];

export const CASES: readonly Case[] = [
  ...GROUND,
  ...CHANNELS,
  ...STREAMS,
  ...CHAT,
  ...POLLS,
  ...GIFTS,
  ...SHOWS,
  ...RECORDINGS,
  ...EVENTS,
  ...TICKETS,
  ...ATTENDEES,
  ...ENDS,
];
