/**
 * What the tables of section 2 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on (items from 100, assets from 200), `pg_temp.h('x')` a digest.
 */
import type { Case } from './case.ts';

function accepts(sql: string): Case {
  return { kind: 'accepts', title: sql, sql };
}

/** @param because a part of the server's message, mostly the name of the constraint */
function refuses(because: string, sql: string): Case {
  return { kind: 'refuses', title: sql, sql, because };
}

function yields(value: string, sql: string): Case {
  return { kind: 'yields', title: sql, sql, value };
}

const PEOPLE: readonly Case[] = [
  accepts("insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,9) n"),
  accepts("insert into currencies(code,name,exponent) values ('EUR','Euro',2)"),
  accepts("insert into creators(user_id,default_currency) values (pg_temp.u(1),'EUR'),(pg_temp.u(2),'EUR')"),
];

const MEDIA: readonly Case[] = [
  accepts(
    `insert into media_assets(id,owner_id,kind,mime_type,byte_size,sha256,storage_bucket,storage_key,duration_ms)
     select pg_temp.u(200+n),pg_temp.u(1),case when n<15 then 'image' else 'video' end,'image/png',5,pg_temp.h(n::text),'b',n::text,
       case n when 16 then 120000 when 17 then 120001 when 18 then 600000 end
     from generate_series(0,18) n`,
  ),
  refuses('keeps its value', "update media_assets set sha256=pg_temp.h('other') where id=pg_temp.u(200)"),
  refuses('keeps its value', 'update media_assets set owner_id=pg_temp.u(2) where id=pg_temp.u(200)'),
  accepts("update media_assets set storage_bucket='cold' where id=pg_temp.u(200)"),
  refuses('ready_image', "update media_assets set processing_state='ready' where id=pg_temp.u(200)"),
  refuses('not deleted', 'delete from media_assets where id=pg_temp.u(200)'),
  accepts(
    'update media_assets set purged_at=now() where id=pg_temp.u(200); delete from media_assets where id=pg_temp.u(200)',
  ),
  // What is locked as evidence stays, its fingerprints as well.
  accepts(
    `insert into media_fingerprints(asset_id,algorithm,fingerprint,bucket_key) values
     (pg_temp.u(201),'pdq',pg_temp.h('p'),7),(pg_temp.u(202),'pdq',pg_temp.h('p'),7)`,
  ),
  refuses(
    'length_fits',
    "insert into media_fingerprints(asset_id,algorithm,fingerprint,bucket_key) values (pg_temp.u(201),'phash',pg_temp.h('p'),7)",
  ),
  refuses('append-only', "update media_fingerprints set fingerprint=pg_temp.h('q')"),
  accepts("update media_assets set safety_state='csam_locked',processing_state='quarantined' where id=pg_temp.u(201)"),
  refuses('csam', 'update media_assets set purged_at=now() where id=pg_temp.u(201)'),
  refuses('locked as evidence', 'delete from media_fingerprints where asset_id=pg_temp.u(201)'),
  accepts(
    'update media_assets set purged_at=now() where id=pg_temp.u(202); delete from media_assets where id=pg_temp.u(202)',
  ),
  yields('1', 'select count(*) from media_fingerprints'),
  accepts(
    "insert into user_legal_holds(id,user_id,kind,reference,scope) values (pg_temp.u(90),pg_temp.u(1),'litigation','m','{media}')",
  ),
  refuses('legal hold', 'update media_assets set purged_at=now() where id=pg_temp.u(203)'),
  accepts('update user_legal_holds set released_at=now(),released_by=pg_temp.u(9) where id=pg_temp.u(90)'),
  refuses(
    'received_within',
    "insert into media_uploads(user_id,client_upload_id,filename,declared_size,declared_mime,received_bytes,expires_at) values (pg_temp.u(1),pg_temp.u(1),'a',5,'image/png',6,now()+interval '1 d')",
  ),
  refuses(
    'all_bytes',
    "insert into media_uploads(user_id,client_upload_id,filename,declared_size,declared_mime,received_bytes,status,expires_at) values (pg_temp.u(1),pg_temp.u(1),'a',5,'image/png',4,'complete',now()+interval '1 d')",
  ),
  // Watermarks and renditions
  accepts(
    `insert into content_watermarks(id,creator_id,kind,text_value,opacity,scale,is_default) values
     (pg_temp.u(300),pg_temp.u(1),'text','me',0.5,0.1,true)`,
  ),
  refuses(
    'one_default',
    "insert into content_watermarks(creator_id,kind,opacity,scale,is_default) values (pg_temp.u(1),'username',0.5,0.1,true)",
  ),
  refuses(
    'image_is_given',
    "insert into content_watermarks(creator_id,kind,opacity,scale) values (pg_temp.u(1),'image',0.5,0.1)",
  ),
  refuses(
    'text_is_given',
    "insert into content_watermarks(creator_id,kind,text_value,opacity,scale) values (pg_temp.u(1),'username','x',0.5,0.1)",
  ),
  accepts('update content_watermarks set opacity=0.6 where id=pg_temp.u(300)'),
  accepts(
    "insert into media_renditions(asset_id,profile,watermark_id,byte_size,storage_key) values (pg_temp.u(203),'large',pg_temp.u(300),1,'r1'),(pg_temp.u(203),'large',null,1,'r2')",
  ),
  refuses(
    'watermark_idx',
    "insert into media_renditions(asset_id,profile,byte_size,storage_key) values (pg_temp.u(203),'large',1,'r3')",
  ),
  refuses('use it: opacity', 'update content_watermarks set opacity=0.7 where id=pg_temp.u(300)'),
  accepts('update content_watermarks set retired_at=now(),is_default=false where id=pg_temp.u(300)'),
  refuses('use it: retired_at', 'update content_watermarks set retired_at=null where id=pg_temp.u(300)'),
  accepts("insert into media_processing_queue(asset_id,task,params_hash) values (pg_temp.u(203),'scan',pg_temp.h(''))"),
  refuses(
    'media_processing_queue_asset_id_task_params_hash_key',
    "insert into media_processing_queue(asset_id,task,params_hash) values (pg_temp.u(203),'scan',pg_temp.h(''))",
  ),
  refuses('running_is_locked', "update media_processing_queue set status='running'"),
  accepts("update media_processing_queue set status='running',locked_by='w1',locked_until=now()"),
  refuses('attempts_within', 'update media_processing_queue set attempts=6'),
  accepts(
    "insert into media_processing_runs(asset_id,task,outcome,worker,duration_ms) values (pg_temp.u(203),'scan','ok','w1',5)",
  ),
  refuses('append-only', 'update media_processing_runs set duration_ms=6'),
  accepts(
    "insert into watermark_traces(mark_code,asset_id,viewer_id,delivery,ip_prefix) values (7,pg_temp.u(203),pg_temp.u(3),'stream','10.0.0.0/24')",
  ),
  refuses(
    'ip_is_cut_off',
    "insert into watermark_traces(mark_code,asset_id,viewer_id,delivery,ip_prefix) values (8,pg_temp.u(203),pg_temp.u(3),'stream','10.0.0.1/32')",
  ),
  refuses('append-only', 'delete from watermark_traces'),
  accepts('update watermark_traces set ip_prefix=null'),
  // Folders
  accepts(
    `insert into media_folders(id,creator_id,parent_id,name)
     select pg_temp.u(310+n),pg_temp.u(1),case when n>1 then pg_temp.u(309+n) end,'F'||n from generate_series(1,5) n`,
  ),
  refuses(
    '5 levels deep',
    "insert into media_folders(creator_id,parent_id,name) values (pg_temp.u(1),pg_temp.u(315),'x')",
  ),
  refuses('in itself', 'update media_folders set parent_id=pg_temp.u(315) where id=pg_temp.u(311)'),
  refuses('in itself', 'update media_folders set parent_id=id where id=pg_temp.u(315)'),
  accepts("insert into media_folders(id,creator_id,name) values (pg_temp.u(316),pg_temp.u(1),'top')"),
  refuses('5 levels deep', 'update media_folders set parent_id=pg_temp.u(316) where id=pg_temp.u(311)'),
  accepts('update media_folders set parent_id=pg_temp.u(316) where id=pg_temp.u(312)'),
  refuses(
    'parent_of_same_creator',
    "insert into media_folders(creator_id,parent_id,name) values (pg_temp.u(2),pg_temp.u(311),'x')",
  ),
  refuses('parent_name_idx', "insert into media_folders(creator_id,name) values (pg_temp.u(1),' TOP ')"),
  refuses(
    'folder_of_same_creator',
    'insert into media_folder_items(folder_id,asset_id,creator_id,position) values (pg_temp.u(311),pg_temp.u(203),pg_temp.u(2),1)',
  ),
  accepts(
    'insert into media_folder_items(folder_id,asset_id,creator_id,position) values (pg_temp.u(311),pg_temp.u(203),pg_temp.u(1),1)',
  ),
];

const POSTS: readonly Case[] = [
  accepts(
    `insert into content_items(id,kind,author_id,creator_id) select pg_temp.u(100+n),'post',pg_temp.u(1),pg_temp.u(1) from generate_series(0,9) n;
     insert into posts(id,author_id) select pg_temp.u(100+n),pg_temp.u(1) from generate_series(0,8) n`,
  ),
  refuses(
    'item_of_same_kind',
    "insert into albums(id,author_id,slug,title) values (pg_temp.u(109),pg_temp.u(1),'a','a')",
  ),
  refuses('item_of_same_author', 'insert into posts(id,author_id) values (pg_temp.u(109),pg_temp.u(2))'),
  refuses('posts_kind_check', "insert into posts(id,kind,author_id) values (pg_temp.u(109),'album',pg_temp.u(1))"),
  refuses('keeps its value', "update content_items set kind='album' where id=pg_temp.u(109)"),
  refuses('keeps its value', 'update content_items set author_id=pg_temp.u(2) where id=pg_temp.u(109)'),
  refuses('body_length', "update posts set body=repeat('x',10001) where id=pg_temp.u(100)"),
  // Publication
  refuses('published_names', "update content_items set status='published' where id=pg_temp.u(100)"),
  refuses(
    'text, media or a poll',
    "update content_items set status='published',published_at=now() where id=pg_temp.u(100)",
  ),
  refuses(
    'text, media or a poll',
    "update content_items set status='published',published_at=now() where id=pg_temp.u(109)",
  ),
  accepts(
    "update content_items set status='published',published_at=now() where id=pg_temp.u(100); update posts set body='hello' where id=pg_temp.u(100)",
  ),
  refuses('paid_content', "insert into content_items(kind,author_id,audience) values ('post',pg_temp.u(3),'ppv')"),
  accepts(
    `insert into post_media(post_id,position,asset_id,is_preview) select pg_temp.u(101),n,pg_temp.u(203+n),n=0 from generate_series(0,3) n;
     update content_items set status='published',published_at=now(),audience='ppv' where id=pg_temp.u(101)`,
  ),
  refuses('one piece in four', 'update post_media set is_preview=true where post_id=pg_temp.u(101)'),
  refuses('one piece in four', 'delete from post_media where post_id=pg_temp.u(101) and position=3'),
  refuses('text, media or a poll', 'delete from post_media where post_id=pg_temp.u(101)'),
  refuses(
    'position_in_range',
    'insert into post_media(post_id,position,asset_id) values (pg_temp.u(101),40,pg_temp.u(210))',
  ),
  refuses(
    'post_id_asset_id',
    'insert into post_media(post_id,position,asset_id) values (pg_temp.u(101),9,pg_temp.u(203))',
  ),
  accepts('insert into post_media(post_id,position,asset_id,is_preview) values (pg_temp.u(102),0,pg_temp.u(203),true)'),
  // Pins
  accepts(
    'update posts set is_pinned=true,pinned_position=(id=pg_temp.u(101))::integer where id in (pg_temp.u(100),pg_temp.u(101))',
  ),
  refuses('one_pin_per_place', 'update posts set is_pinned=true,pinned_position=1 where id=pg_temp.u(102)'),
  accepts('update posts set pinned_position=1-pinned_position where is_pinned'),
  refuses('pinned_has', 'update posts set is_pinned=false where id=pg_temp.u(100)'),
  // Categories follow the item.
  accepts("insert into content_categories(id,slug,name,path) values (1,'top','x','top')"),
  accepts(
    'insert into content_item_categories(content_id,category_id,is_primary) values (pg_temp.u(100),1,true),(pg_temp.u(102),1,true)',
  ),
  yields('1', 'select count(published_at) from content_item_categories'),
  accepts("update content_item_categories set published_at='2000-01-01'"),
  yields('0', "select count(*) from content_item_categories where published_at='2000-01-01'"),
  accepts("update content_items set status='published',published_at=now() where id=pg_temp.u(102)"),
  yields('2', 'select count(published_at) from content_item_categories'),
  accepts("update content_items set status='archived' where id=pg_temp.u(102)"),
  yields('1', 'select count(published_at) from content_item_categories'),
  accepts("insert into content_categories(id,slug,name,path,position) values (2,'other','x','other',1)"),
  refuses(
    'one_primary',
    'insert into content_item_categories(content_id,category_id,is_primary) values (pg_temp.u(100),2,true)',
  ),
  accepts('set constraints all deferred; update content_categories set position=1-position'),
  refuses('one_place_per_parent', 'update content_categories set position=0'),
  // Revisions, drafts, schedules
  accepts(
    "insert into content_revisions(content_id,revision_no,editor_id,body) values (pg_temp.u(103),1,pg_temp.u(8),'old')",
  ),
  refuses('append-only', "update content_revisions set body='new'"),
  refuses('append-only', 'delete from content_revisions'),
  accepts('update content_revisions set body=null'),
  accepts('delete from users where id=pg_temp.u(8)'),
  accepts('delete from posts where id=pg_temp.u(103); delete from content_items where id=pg_temp.u(103)'),
  yields('0', 'select count(*) from content_revisions'),
  accepts(
    "insert into content_drafts(id,user_id,content_kind,content_id,payload) values (pg_temp.u(320),pg_temp.u(1),'post',pg_temp.u(100),'{}')",
  ),
  refuses('only grows', `update content_drafts set payload='{"a":1}'`),
  accepts(`update content_drafts set payload='{"a":1}',payload_version=payload_version+1`),
  refuses('item_of_same_kind', "update content_drafts set content_kind='album'"),
  refuses('message_is_no_item', "update content_drafts set content_kind='message'"),
  refuses(
    '256_kb',
    "insert into content_drafts(user_id,content_kind,payload) values (pg_temp.u(1),'post',jsonb_build_object('a',repeat('x',262144)))",
  ),
  accepts(
    "insert into content_schedules(content_id,creator_id,action,run_at) values (pg_temp.u(104),pg_temp.u(1),'publish',now())",
  ),
  refuses(
    'content_schedules_content_id_action_idx',
    "insert into content_schedules(content_id,creator_id,action,run_at) values (pg_temp.u(104),pg_temp.u(1),'publish',now())",
  ),
  refuses(
    'is not the creator_id',
    "insert into content_schedules(content_id,creator_id,action,run_at) values (pg_temp.u(104),pg_temp.u(2),'archive',now())",
  ),
  refuses(
    'new_audience',
    "insert into content_schedules(content_id,creator_id,action,run_at) values (pg_temp.u(104),pg_temp.u(1),'change_audience',now())",
  ),
  refuses('attempts_in_range', 'update content_schedules set attempts=11'),
  refuses('tips_name', 'insert into content_counters(content_id,tips_minor) values (pg_temp.u(100),5)'),
  refuses('counts_are', 'insert into content_counters(content_id,likes) values (pg_temp.u(100),-1)'),
  // Deleting and holds
  refuses('not deleted', 'delete from content_items where id=pg_temp.u(102)'),
  accepts(
    "insert into user_legal_holds(id,user_id,kind,reference,scope) values (pg_temp.u(91),pg_temp.u(1),'litigation','c','{content}')",
  ),
  refuses('legal hold', 'delete from posts where id=pg_temp.u(105); delete from content_items where id=pg_temp.u(105)'),
  accepts('update user_legal_holds set released_at=now(),released_by=pg_temp.u(9) where id=pg_temp.u(91)'),
];

const ENGAGEMENT: readonly Case[] = [
  accepts('insert into post_likes(post_id,user_id) values (pg_temp.u(100),pg_temp.u(3))'),
  refuses('pkey', 'insert into post_likes(post_id,user_id) values (pg_temp.u(100),pg_temp.u(3))'),
  accepts(
    "insert into post_comments(id,post_id,author_id,body) values (pg_temp.u(330),pg_temp.u(100),pg_temp.u(3),'a')",
  ),
  accepts(
    `insert into post_comments(id,post_id,author_id,parent_id,body) values (pg_temp.u(331),pg_temp.u(100),pg_temp.u(3),pg_temp.u(330),'b');
     insert into post_comments(id,post_id,author_id,parent_id,body) values (pg_temp.u(332),pg_temp.u(100),pg_temp.u(3),pg_temp.u(331),'c');
     insert into post_comments(id,post_id,author_id,parent_id,body) values (pg_temp.u(333),pg_temp.u(100),pg_temp.u(3),pg_temp.u(332),'d')`,
  ),
  yields('3', 'select depth from post_comments where id=pg_temp.u(333) and root_id=pg_temp.u(330)'),
  refuses(
    'depth_in_range',
    "insert into post_comments(post_id,parent_id,body) values (pg_temp.u(100),pg_temp.u(333),'e')",
  ),
  refuses(
    'belongs to the post',
    "insert into post_comments(post_id,parent_id,body) values (pg_temp.u(101),pg_temp.u(330),'e')",
  ),
  refuses('keeps its value', 'update post_comments set parent_id=pg_temp.u(330) where id=pg_temp.u(333)'),
  refuses('keeps its value', 'update post_comments set parent_id=pg_temp.u(333),depth=1 where id=pg_temp.u(330)'),
  refuses('no_parent', 'update post_comments set parent_id=pg_temp.u(333) where id=pg_temp.u(330)'),
  refuses('body_length', "update post_comments set body='' where id=pg_temp.u(330)"),
  accepts("update post_comments set body='',status='deleted',deleted_at=now() where id=pg_temp.u(330)"),
  accepts(
    'insert into content_mentions(content_id,comment_id,mentioned_user_id,mentioner_id,offset_start,offset_end) values (pg_temp.u(100),pg_temp.u(331),pg_temp.u(4),pg_temp.u(3),0,3),(pg_temp.u(100),null,pg_temp.u(4),pg_temp.u(3),0,3)',
  ),
  refuses(
    'once_per_text',
    'insert into content_mentions(content_id,mentioned_user_id,mentioner_id,offset_start,offset_end) values (pg_temp.u(100),pg_temp.u(4),pg_temp.u(3),5,8)',
  ),
  refuses(
    'is not the post_id',
    'insert into content_mentions(content_id,comment_id,mentioned_user_id,mentioner_id,offset_start,offset_end) values (pg_temp.u(101),pg_temp.u(331),pg_temp.u(4),pg_temp.u(3),0,3)',
  ),
  accepts(
    "insert into post_shares(post_id,user_id,kind) values (pg_temp.u(100),pg_temp.u(3),'repost'),(pg_temp.u(101),pg_temp.u(3),'external')",
  ),
  refuses(
    'post_shares_post_id_user_id_idx',
    "insert into post_shares(post_id,user_id,kind) values (pg_temp.u(100),pg_temp.u(3),'repost')",
  ),
  accepts(
    "update post_shares set undone_at=now() where kind='repost'; insert into post_shares(post_id,user_id,kind) values (pg_temp.u(100),pg_temp.u(3),'repost')",
  ),
  refuses(
    'only as a link',
    "insert into post_shares(post_id,user_id,kind) values (pg_temp.u(101),pg_temp.u(3),'repost')",
  ),
  refuses('quote_names', "insert into post_shares(post_id,user_id,kind) values (pg_temp.u(100),pg_temp.u(3),'quote')"),
  accepts(
    "insert into bookmark_collections(id,user_id,name,is_default) values (pg_temp.u(340),pg_temp.u(3),'Later',true),(pg_temp.u(341),pg_temp.u(4),'Mine',false)",
  ),
  refuses('name_key', "insert into bookmark_collections(user_id,name) values (pg_temp.u(3),'LATER ')"),
  refuses('one_default', "insert into bookmark_collections(user_id,name,is_default) values (pg_temp.u(3),'b',true)"),
  accepts(
    'insert into content_bookmarks(user_id,content_id,collection_id) values (pg_temp.u(3),pg_temp.u(100),pg_temp.u(340))',
  ),
  refuses('is not the user_id', 'update content_bookmarks set collection_id=pg_temp.u(341)'),
  refuses('keeps its value', 'update bookmark_collections set user_id=pg_temp.u(4) where id=pg_temp.u(340)'),
  accepts('delete from bookmark_collections where id=pg_temp.u(340)'),
  yields('1', 'select count(*) from content_bookmarks where collection_id is null'),
  refuses(
    'position_lies',
    'insert into playback_positions(user_id,content_id,position_ms,duration_ms) values (pg_temp.u(3),pg_temp.u(100),6,5)',
  ),
  // Polls
  accepts(
    `insert into polls(id,author_id,question,selection,max_choices,closes_at) values
       (pg_temp.u(350),pg_temp.u(1),'one?','single',1,null),(pg_temp.u(351),pg_temp.u(1),'rank?','ranked',2,null),(pg_temp.u(352),pg_temp.u(1),'over?','multiple',2,now()+interval '1 day');
     insert into poll_options(poll_id,option_no,label) select p.id,n,'o' from polls p, generate_series(1,3) n`,
  ),
  refuses('single_means', "insert into polls(author_id,question,max_choices) values (pg_temp.u(1),'q',2)"),
  refuses('price_names', "insert into polls(author_id,question,price_minor) values (pg_temp.u(1),'q',2)"),
  refuses('option_no_in_range', "insert into poll_options(poll_id,option_no,label) values (pg_temp.u(350),13,'o')"),
  accepts('insert into poll_votes(poll_id,voter_id,option_no) values (pg_temp.u(350),pg_temp.u(3),1)'),
  refuses(
    'At most 1 choices',
    'insert into poll_votes(poll_id,voter_id,option_no) values (pg_temp.u(350),pg_temp.u(3),2)',
  ),
  accepts(
    'insert into poll_votes(poll_id,voter_id,option_no) values (pg_temp.u(350),pg_temp.u(3),2); delete from poll_votes where poll_id=pg_temp.u(350) and option_no=1',
  ),
  refuses(
    'option_of_same_poll',
    'insert into poll_votes(poll_id,voter_id,option_no) values (pg_temp.u(350),pg_temp.u(4),7)',
  ),
  refuses('ranked', 'insert into poll_votes(poll_id,voter_id,option_no,rank) values (pg_temp.u(350),pg_temp.u(4),1,1)'),
  refuses('ranked', 'insert into poll_votes(poll_id,voter_id,option_no) values (pg_temp.u(351),pg_temp.u(4),1)'),
  refuses(
    'ranked from 1 to 2',
    'insert into poll_votes(poll_id,voter_id,option_no,rank) values (pg_temp.u(351),pg_temp.u(4),1,3)',
  ),
  refuses(
    'rank_idx',
    'insert into poll_votes(poll_id,voter_id,option_no,rank) values (pg_temp.u(351),pg_temp.u(4),1,1),(pg_temp.u(351),pg_temp.u(4),2,1)',
  ),
  accepts(
    'insert into poll_votes(poll_id,voter_id,option_no,rank) values (pg_temp.u(351),pg_temp.u(4),1,2),(pg_temp.u(351),pg_temp.u(4),2,1)',
  ),
  refuses('use it: question', "update polls set question='two?' where id=pg_temp.u(350)"),
  accepts(
    "update polls set question='late?' where id=pg_temp.u(352); update polls set closed_at=now()+interval '1 h' where id=pg_temp.u(352)",
  ),
  refuses('is closed', 'insert into poll_votes(poll_id,voter_id,option_no) values (pg_temp.u(352),pg_temp.u(4),1)'),
  // Tags, hashtags, labels
  accepts(
    "insert into content_tags(id,slug,label,kind,state) values (1,'nice','Nice','theme','active'),(2,'bad','Bad','theme','banned')",
  ),
  accepts('insert into content_item_tags(content_id,tag_id) values (pg_temp.u(100),1)'),
  refuses('is banned', 'insert into content_item_tags(content_id,tag_id) values (pg_temp.u(100),2)'),
  refuses('is banned', 'update content_item_tags set tag_id=2'),
  refuses('how_sure', "update content_item_tags set source='ai'"),
  refuses('own_synonym', 'update content_tags set canonical_id=1 where id=1'),
  accepts("insert into content_hashtags(display) select 'Tag'||n from generate_series(1,31) n"),
  refuses('tag_key_key', "insert into content_hashtags(display) values ('TAG1')"),
  refuses('tag_key_key', "insert into content_hashtags(display) values (U&'tag\\FF11')"),
  refuses('one_word', "insert into content_hashtags(display) values ('a b')"),
  refuses('tag_key_length', "insert into content_hashtags(display) values (repeat('x',81))"),
  refuses(
    'At most 30',
    'insert into content_item_hashtags(hashtag_id,content_id,author_id) select id,pg_temp.u(100),pg_temp.u(1) from content_hashtags',
  ),
  accepts(
    'insert into content_item_hashtags(hashtag_id,content_id,author_id) select id,pg_temp.u(100),pg_temp.u(1) from content_hashtags order by id limit 30',
  ),
  refuses(
    'item_of_same_author',
    'insert into content_item_hashtags(hashtag_id,content_id,author_id) select min(id),pg_temp.u(101),pg_temp.u(2) from content_hashtags',
  ),
  refuses(
    'is_an_hour',
    "insert into hashtag_trend_buckets(bucket_at,hashtag_id,region,uses,distinct_authors) values (date_trunc('hour',now())+interval '1 min',1,'*',2,1)",
  ),
  refuses(
    'authors_within',
    "insert into hashtag_trend_buckets(bucket_at,hashtag_id,region,uses,distinct_authors) values (date_trunc('hour',now()),1,'*',1,2)",
  ),
  refuses(
    'how_sure',
    "insert into content_item_labels(content_id,label,source) values (pg_temp.u(100),'flashing','ai')",
  ),
  refuses(
    'order_is_named',
    "insert into content_geo_restrictions(content_id,country_code,reason) values (pg_temp.u(100),'DE','legal')",
  ),
  refuses(
    'rank_in_range',
    "insert into content_recommendations(user_id,surface,rank,content_id,score,reason_code,generation,expires_at) values (pg_temp.u(3),'home',501,pg_temp.u(100),1,'x',1,now())",
  ),
];

const SUBTYPES: readonly Case[] = [
  accepts(
    `insert into content_items(id,kind,author_id,creator_id) values
       (pg_temp.u(110),'story',pg_temp.u(1),pg_temp.u(1)),(pg_temp.u(111),'story',pg_temp.u(2),pg_temp.u(2)),
       (pg_temp.u(112),'video',pg_temp.u(1),pg_temp.u(1)),(pg_temp.u(113),'playlist',pg_temp.u(1),pg_temp.u(1)),
       (pg_temp.u(114),'audio',pg_temp.u(1),pg_temp.u(1)),(pg_temp.u(115),'message_bundle',pg_temp.u(1),pg_temp.u(1))`,
  ),
  refuses(
    'there is no story',
    "update content_items set status='published',published_at=now() where id=pg_temp.u(110)",
  ),
  refuses(
    '48_hours',
    "insert into stories(id,author_id,asset_id,duration_ms,visible_from,visible_until) values (pg_temp.u(110),pg_temp.u(1),pg_temp.u(203),5,now(),now()+interval '49 h')",
  ),
  refuses(
    'a_minute',
    "insert into stories(id,author_id,asset_id,duration_ms,visible_from,visible_until) values (pg_temp.u(110),pg_temp.u(1),pg_temp.u(203),60001,now(),now()+interval '24 h')",
  ),
  accepts(
    "insert into stories(id,author_id,asset_id,duration_ms,visible_from,visible_until) values (pg_temp.u(110),pg_temp.u(1),pg_temp.u(203),5,now(),now()+interval '24 h'),(pg_temp.u(111),pg_temp.u(2),pg_temp.u(203),5,now(),now()+interval '48 h')",
  ),
  accepts("insert into story_highlights(id,user_id,title) values (pg_temp.u(360),pg_temp.u(1),'Best')"),
  refuses(
    'is not the author_id',
    'insert into story_highlight_items(highlight_id,story_id,user_id,position) values (pg_temp.u(360),pg_temp.u(111),pg_temp.u(1),0)',
  ),
  refuses(
    'highlight_of_same_user',
    'insert into story_highlight_items(highlight_id,story_id,user_id,position) values (pg_temp.u(360),pg_temp.u(111),pg_temp.u(2),0)',
  ),
  accepts(
    'insert into story_highlight_items(highlight_id,story_id,user_id,position) values (pg_temp.u(360),pg_temp.u(110),pg_temp.u(1),0)',
  ),
  refuses('story_highlight_items', 'delete from content_items where id=pg_temp.u(110)'),
  accepts('delete from content_items where id=pg_temp.u(111)'),
  yields('1', 'select count(*) from stories'),
  accepts(
    "insert into story_views(story_day,story_id,viewer_id,author_id) values ((now() at time zone 'UTC')::date,pg_temp.u(110),pg_temp.u(3),pg_temp.u(1))",
  ),
  refuses(
    'pkey',
    "insert into story_views(story_day,story_id,viewer_id,author_id) values ((now() at time zone 'UTC')::date,pg_temp.u(110),pg_temp.u(3),pg_temp.u(1))",
  ),
  refuses(
    'author_is_no_viewer',
    "insert into story_views(story_day,story_id,viewer_id,author_id) values ((now() at time zone 'UTC')::date,pg_temp.u(110),pg_temp.u(1),pg_temp.u(1))",
  ),
  refuses(
    'viewed_since',
    "insert into story_views(story_day,story_id,viewer_id,author_id) values ((now() at time zone 'UTC')::date+1,pg_temp.u(110),pg_temp.u(4),pg_temp.u(1))",
  ),
  accepts(
    "insert into story_overlays(story_id,kind,x,y,mentioned_user_id) values (pg_temp.u(110),'mention',0.5,0.5,pg_temp.u(3))",
  ),
  refuses('mention_names', "insert into story_overlays(story_id,kind,x,y) values (pg_temp.u(110),'mention',0.5,0.5)"),
  refuses(
    'poll_and_quiz',
    "insert into story_overlays(story_id,kind,x,y,mentioned_user_id,poll_id) values (pg_temp.u(110),'mention',0.5,0.5,pg_temp.u(3),pg_temp.u(350))",
  ),
  refuses('others_say', "insert into story_overlays(story_id,kind,x,y) values (pg_temp.u(110),'question',0.5,0.5)"),
  refuses(
    'on_the_frame',
    "insert into story_overlays(story_id,kind,x,y,poll_id) values (pg_temp.u(110),'poll',1.5,0.5,pg_temp.u(350))",
  ),
  // Videos
  accepts(
    "insert into videos(id,author_id,slug,title,asset_id,trailer_asset_id,duration_ms,max_height) values (pg_temp.u(112),pg_temp.u(1),'v','V',pg_temp.u(218),pg_temp.u(217),600000,1080)",
  ),
  refuses('slug_form', "update videos set slug='V ideo' where id=pg_temp.u(112)"),
  refuses('two minutes', "update content_items set status='published',published_at=now() where id=pg_temp.u(112)"),
  accepts(
    "update content_items set status='published',published_at=now() where id=pg_temp.u(112); update videos set trailer_asset_id=pg_temp.u(216) where id=pg_temp.u(112)",
  ),
  refuses('two minutes', 'update videos set trailer_asset_id=pg_temp.u(217) where id=pg_temp.u(112)'),
  accepts("insert into video_chapters(video_id,start_ms,title) values (pg_temp.u(112),599999,'End')"),
  refuses('after its end', "insert into video_chapters(video_id,start_ms,title) values (pg_temp.u(112),600000,'Late')"),
  refuses('after its end', 'update videos set duration_ms=5000 where id=pg_temp.u(112)'),
  accepts("insert into video_stats_daily(video_id,day,currency) values (pg_temp.u(112),'2026-01-01','EUR')"),
  refuses('100_points', "update video_stats_daily set retention_curve='{100}'"),
  refuses('is_per_cent', 'update video_stats_daily set retention_curve=array_fill(101::smallint,array[100])'),
  accepts('update video_stats_daily set retention_curve=array_fill(100::smallint,array[100])'),
  refuses('within_plays', 'update video_stats_daily set unique_viewers=1'),
  accepts(
    "insert into video_view_sessions(started_at,video_id,session_key,access_via) values (date_trunc('day',now()),pg_temp.u(112),pg_temp.h('s'),'free')",
  ),
  accepts(
    "insert into video_view_sessions(started_at,video_id,session_key,access_via,watched_ms) values (date_trunc('day',now()),pg_temp.u(112),pg_temp.h('s'),'free',9) on conflict (session_key,started_at) do update set watched_ms=excluded.watched_ms",
  ),
  yields('9', 'select watched_ms from video_view_sessions'),
  refuses('keeps its value', "update video_view_sessions set started_at=started_at+interval '1 s'"),
  refuses('measures_are', 'update video_view_sessions set watched_ms=-1'),
  accepts(
    "insert into media_captions(id,asset_id,language,kind,storage_key,is_default) values (pg_temp.u(370),pg_temp.u(218),'de','captions','c',true)",
  ),
  refuses(
    'asset_id_kind_idx',
    "insert into media_captions(asset_id,language,kind,storage_key,is_default) values (pg_temp.u(218),'en','captions','c',true)",
  ),
  refuses(
    'is not the asset_id',
    "insert into audio_items(id,author_id,title,asset_id,duration_ms,transcript_id) values (pg_temp.u(114),pg_temp.u(1),'A',pg_temp.u(216),5,pg_temp.u(370))",
  ),
  accepts(
    "insert into audio_items(id,author_id,title,asset_id,duration_ms,transcript_id) values (pg_temp.u(114),pg_temp.u(1),'A',pg_temp.u(218),5,pg_temp.u(370))",
  ),
  accepts('delete from media_captions where id=pg_temp.u(370)'),
  // Playlists
  accepts("insert into content_playlists(id,author_id,slug,title) values (pg_temp.u(113),pg_temp.u(1),'p','P')"),
  accepts(
    'insert into content_playlist_items(playlist_id,content_id,position) values (pg_temp.u(113),pg_temp.u(100),0),(pg_temp.u(113),pg_temp.u(112),1)',
  ),
  accepts('update content_playlist_items set position=1-position'),
  refuses(
    'contains_itself',
    'insert into content_playlist_items(playlist_id,content_id,position) values (pg_temp.u(113),pg_temp.u(113),2)',
  ),
  refuses(
    'position_key',
    'insert into content_playlist_items(playlist_id,content_id,position) values (pg_temp.u(113),pg_temp.u(101),1)',
  ),
  // Tools
  refuses('layout_has', `insert into content_templates(kind,name,layout) values ('post','x','{"a":1}')`),
  accepts(`insert into content_templates(kind,name,layout) values ('post','x','{"version":1}')`),
  accepts(
    "insert into music_tracks(id,provider,provider_track_id,title,artist,isrc,duration_ms,allowed_uses,territories,licence_starts) values (pg_temp.u(380),'p','1','T','A','DEA120000001',5,'{story}','{DE,AT}','2026-01-01')",
  ),
  refuses('country_code', "update music_tracks set territories='{xx}'"),
  refuses('isrc_form', "update music_tracks set isrc='DE-A12-00-00001'"),
  refuses('licence_ends', "update music_tracks set licence_ends='2025-12-31'"),
  accepts(
    'insert into music_usages(track_id,content_id,start_ms,length_ms) values (pg_temp.u(380),pg_temp.u(110),0,5)',
  ),
  refuses('is_a_month', "update music_usages set reported_period='2026-01-02'"),
  accepts("update music_usages set reported_period='2026-01-01'"),
  refuses('keeps its value', "update music_usages set reported_period='2026-02-01'"),
];

const AUDIENCES: readonly Case[] = [
  accepts(
    "insert into subscription_tiers(id,creator_id,slug,name,level) values (pg_temp.u(390),pg_temp.u(1),'a','A',1),(pg_temp.u(391),pg_temp.u(2),'b','B',1)",
  ),
  accepts('insert into content_access_tiers(content_id,tier_id) values (pg_temp.u(104),pg_temp.u(390))'),
  refuses(
    'not one of a creator',
    'insert into content_access_tiers(content_id,tier_id) values (pg_temp.u(104),pg_temp.u(391))',
  ),
  refuses('not one of a creator', 'update post_media set required_tier_id=pg_temp.u(391) where post_id=pg_temp.u(101)'),
  accepts(
    `insert into content_collaborators(content_id,collaborator_id,status,share_bps,invited_by,responded_at) values (pg_temp.u(104),pg_temp.u(2),'accepted',6000,pg_temp.u(1),now());
     insert into content_access_tiers(content_id,tier_id) values (pg_temp.u(104),pg_temp.u(391))`,
  ),
  refuses(
    'make 10001',
    'insert into content_collaborators(content_id,collaborator_id,share_bps,invited_by) values (pg_temp.u(104),pg_temp.u(1),4001,pg_temp.u(1))',
  ),
  accepts(
    `insert into content_collaborators(content_id,collaborator_id,share_bps,invited_by) values (pg_temp.u(104),pg_temp.u(1),4001,pg_temp.u(1));
     update content_collaborators set share_bps=5999 where collaborator_id=pg_temp.u(2)`,
  ),
  refuses('answer_names', "update content_collaborators set status='declined' where collaborator_id=pg_temp.u(1)"),
  refuses(
    'tier_of_same_creator',
    "insert into content_stickers(pack_code,code,asset_id,required_tier_id,creator_id) values ('p','c',pg_temp.u(203),pg_temp.u(390),pg_temp.u(2))",
  ),
  accepts(
    "insert into social_lists(id,owner_id,name) values (pg_temp.u(395),pg_temp.u(1),'Friends'),(pg_temp.u(396),pg_temp.u(2),'Theirs')",
  ),
  accepts('insert into content_audience_lists(content_id,list_id) values (pg_temp.u(104),pg_temp.u(395))'),
  refuses(
    'not one of the author',
    'insert into content_audience_lists(content_id,list_id) values (pg_temp.u(104),pg_temp.u(396))',
  ),
];

const PERFORMERS: readonly Case[] = [
  accepts(
    `insert into user_identity_verifications(id,user_id,level,provider,provider_session_id,status,completed_at,valid_until,retain_until)
     values (pg_temp.u(400),pg_temp.u(3),'identity','veriff','s','approved',now(),current_date+365,current_date+3650)`,
  ),
  accepts(
    "insert into performers(id,managed_by,stage_name) values (pg_temp.u(401),pg_temp.u(1),'Rex'),(pg_temp.u(402),pg_temp.u(1),'Max')",
  ),
  refuses('once_given', "update performers set status='pending' where id=pg_temp.u(401)"),
  accepts(
    `update performers set status='pending',user_id=pg_temp.u(3),legal_name_enc='\\x01',legal_name_bidx=pg_temp.h('n1'),birth_date_enc='\\x02',birth_year=2000,key_id=1
     where id=pg_temp.u(401)`,
  ),
  refuses('identity_names_its_key', 'update performers set key_id=null where id=pg_temp.u(401)'),
  refuses('verified_by', "update performers set status='verified',verified_at=now() where id=pg_temp.u(401)"),
  refuses(
    'verification_of_same_user',
    'update performers set verification_id=pg_temp.u(400),user_id=pg_temp.u(4) where id=pg_temp.u(401)',
  ),
  accepts("update performers set stage_name='Rexx',legal_name_bidx=pg_temp.h('n2') where id=pg_temp.u(401)"),
  yields('1', "select count(*) from performers where aliases='{Rex}' and former_name_bidx=array[pg_temp.h('n1')]"),
  refuses('are kept', "update performers set aliases='{}' where id=pg_temp.u(401)"),
  refuses('are kept', "update performers set former_name_bidx='{}' where id=pg_temp.u(401)"),
  accepts(
    "insert into records_custodians(producer,name,title,business_address,hours,serves_from) values ('platform','C','Custodian','Street 1','9-17','2020-01-01')",
  ),
  refuses(
    'one_at_a_time',
    "insert into records_custodians(producer,name,title,business_address,hours,serves_from) values ('platform','D','Custodian','Street 1','9-17','2026-01-01')",
  ),
  accepts(
    "insert into records_custodians(producer,name,title,business_address,hours,serves_from) values ('studio','D','Custodian','Street 1','9-17','2026-01-01')",
  ),
  refuses('not deleted', 'delete from records_custodians'),
  accepts(
    `insert into performer_id_records(id,performer_id,doc_type,issuing_country,number_enc,number_bidx,copy_key_enc,copy_sha256,examined_at,examined_by,key_id,retain_until)
     select pg_temp.u(410+n),pg_temp.u(400+n),'passport','DE','\\x01',pg_temp.h('d'),'\\x02',pg_temp.h('c'),now()-interval '10 days','E',1,current_date+2555 from generate_series(1,2) n`,
  ),
  refuses('append-only', "update performer_id_records set examined_by='F'"),
  refuses('has to be kept', 'delete from performer_id_records'),
  refuses(
    'document_was_valid',
    `insert into performer_id_records(performer_id,doc_type,issuing_country,number_enc,number_bidx,copy_key_enc,copy_sha256,examined_at,examined_by,key_id,retain_until,expires_on)
     values (pg_temp.u(401),'passport','DE','\\x01',pg_temp.h('d'),'\\x02',pg_temp.h('c'),now(),'E',1,current_date+2555,current_date-3)`,
  ),
  accepts(
    "insert into legal_documents(id,kind,version,locale,title,body_object_key,sha256) values (pg_temp.u(420),'model_release',1,'en','R','k',pg_temp.h('r'))",
  ),
  accepts(
    `insert into performer_consents(id,performer_id,creator_id,document_id,scopes,signed_at,signature_key,signature_sha256,retain_until)
     select pg_temp.u(420+n),pg_temp.u(400+n),pg_temp.u(1),pg_temp.u(420),'{depict,distribute}',now()-interval '10 days','k',pg_temp.h('s'),current_date+2555 from generate_series(1,2) n`,
  ),
  refuses(
    'scopes_check',
    "insert into performer_consents(performer_id,creator_id,document_id,scopes,signed_at,signature_key,signature_sha256,retain_until) values (pg_temp.u(401),pg_temp.u(1),pg_temp.u(420),'{sell}',now(),'k',pg_temp.h('s'),current_date+2555)",
  ),
  refuses('append-only', "update performer_consents set scopes='{depict}'"),
  refuses('only grows', 'update performer_consents set retain_until=current_date'),
  refuses('has to be kept', 'delete from performer_consents'),
  // The cross-index
  refuses(
    'id_record_of_same_performer',
    'insert into content_performers(content_id,performer_id,produced_on,id_record_id,custodian_id) values (pg_temp.u(106),pg_temp.u(401),current_date-2,pg_temp.u(412),1)',
  ),
  refuses(
    'release_of_same_performer',
    'insert into content_performers(content_id,performer_id,produced_on,id_record_id,release_id,custodian_id) values (pg_temp.u(106),pg_temp.u(401),current_date-2,pg_temp.u(411),pg_temp.u(422),1)',
  ),
  refuses(
    'after the production',
    'insert into content_performers(content_id,performer_id,produced_on,id_record_id,custodian_id) values (pg_temp.u(106),pg_temp.u(401),current_date-20,pg_temp.u(411),1)',
  ),
  refuses(
    'in_the_future',
    'insert into content_performers(content_id,performer_id,produced_on,id_record_id,custodian_id) values (pg_temp.u(106),pg_temp.u(401),current_date+2,pg_temp.u(411),1)',
  ),
  refuses(
    'not of age',
    `update performers set birth_year=extract(year from current_date)-10 where id=pg_temp.u(402);
     insert into content_performers(content_id,performer_id,produced_on,id_record_id,custodian_id) values (pg_temp.u(106),pg_temp.u(402),current_date-2,pg_temp.u(412),1)`,
  ),
  accepts(
    'insert into content_performers(content_id,performer_id,produced_on,id_record_id,release_id,custodian_id) values (pg_temp.u(106),pg_temp.u(401),current_date-2,pg_temp.u(411),pg_temp.u(421),1)',
  ),
  refuses('not verified', 'update content_performers set confirmed_at=now()'),
  accepts(
    'insert into post_media(post_id,position,asset_id) values (pg_temp.u(106),0,pg_temp.u(205)),(pg_temp.u(107),0,pg_temp.u(205))',
  ),
  refuses(
    'needs a confirmed performer',
    "update content_items set status='published',published_at=now(),rating='explicit',review_state='passed' where id=pg_temp.u(106)",
  ),
  accepts(
    "update performers set status='verified',verified_at=now(),verification_id=pg_temp.u(400) where id=pg_temp.u(401)",
  ),
  accepts('update content_performers set confirmed_at=now()'),
  // The author's own age check
  accepts(
    `insert into user_identity_verifications(user_id,level,provider,provider_session_id,status,completed_at,valid_until,retain_until)
     select distinct author_id,'creator','yoti','over'||author_id,'approved',now(),current_date-1,current_date+2555
     from content_items where id in (pg_temp.u(105),pg_temp.u(106),pg_temp.u(107),pg_temp.u(115))`,
  ),
  refuses(
    'age and identity of its author are not verified, or no longer',
    "update content_items set status='published',published_at=now(),rating='explicit',review_state='passed' where id=pg_temp.u(106)",
  ),
  accepts(
    `insert into user_identity_verifications(user_id,level,provider,provider_session_id,status,completed_at,valid_until,retain_until)
     select distinct author_id,'creator','yoti','valid'||author_id,'approved',now(),current_date+365,current_date+2555
     from content_items where id in (pg_temp.u(105),pg_temp.u(106),pg_temp.u(107),pg_temp.u(115))`,
  ),
  accepts(
    "update content_items set status='published',published_at=now(),rating='explicit',review_state='passed' where id=pg_temp.u(106)",
  ),
  refuses('once confirmed_at is set', 'update content_performers set produced_on=produced_on-1'),
  refuses('once confirmed_at is set', 'delete from content_performers'),
  // Nobody is depicted: text alone, or what a person found to be generated.
  accepts(
    `update posts set body='words' where id=pg_temp.u(105);
     update content_items set status='published',published_at=now(),rating='explicit',review_state='auto_passed' where id=pg_temp.u(105)`,
  ),
  refuses(
    'needs a confirmed performer',
    'insert into post_media(post_id,position,asset_id) values (pg_temp.u(105),0,pg_temp.u(205))',
  ),
  refuses(
    'needs a confirmed performer',
    "update content_items set status='published',published_at=now(),rating='explicit',review_state='auto_passed',is_ai_generated=true where id=pg_temp.u(107)",
  ),
  accepts(
    "update content_items set status='published',published_at=now(),rating='explicit',review_state='passed',is_ai_generated=true where id=pg_temp.u(107)",
  ),
  refuses('needs a confirmed performer', 'update content_items set is_ai_generated=false where id=pg_temp.u(107)'),
  refuses(
    'needs a confirmed performer',
    "update content_items set status='published',published_at=now(),rating='explicit',review_state='passed' where id=pg_temp.u(115)",
  ),
  // Withdrawal
  accepts(
    "update performer_consents set withdrawn_at=now(),withdrawal_reason='mine' where performer_id=pg_temp.u(401)",
  ),
  refuses('append-only', 'update performer_consents set withdrawn_at=null where performer_id=pg_temp.u(401)'),
  refuses('withdrawn the release', "update content_items set audience='members' where id=pg_temp.u(106)"),
  accepts("update content_items set status='removed' where id=pg_temp.u(106)"),
  refuses('withdrawn the release', "update content_items set status='published' where id=pg_temp.u(106)"),
  refuses(
    'content_performers',
    "update content_items set status='deleted',deleted_at=now() where id=pg_temp.u(106); delete from posts where id=pg_temp.u(106); delete from content_items where id=pg_temp.u(106)",
  ),
  refuses('not deleted', 'delete from performers where id=pg_temp.u(401)'),
  refuses(
    'has to be kept',
    'update performers set retain_until=current_date+9 where id=pg_temp.u(401); delete from performers where id=pg_temp.u(401)',
  ),
  refuses('not deleted', 'truncate performers cascade'),
];

export const CASES: readonly Case[] = [
  ...PEOPLE,
  ...MEDIA,
  ...POSTS,
  ...ENGAGEMENT,
  ...SUBTYPES,
  ...AUDIENCES,
  ...PERFORMERS,
];
