/**
 * What the tables of section 1, and those they refer to, accept and refuse, told in order on one database. `pg_temp.u(1)` is
 * the id of the first user and so on, `pg_temp.h('x')` a digest.
 */
import { accepts, type Case, given, refuses, yields } from './case.ts';

export const CASES: readonly Case[] = [
  given("insert into reserved_usernames(username,reason) values ('Admin','route')"),
  given("insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,9) n"),
  refuses('reserved lookalike', "insert into users(username) values ('4dm_1n')", 'reserved'),
  refuses('username case-unique', "insert into users(username) values ('USER1')", 'users_username_key'),
  refuses('username form', "insert into users(username) values ('a b')", 'username_form'),
  refuses(
    'token_version',
    "update users set token_version=5 where username='user1'; update users set token_version=4 where username='user1'",
    'only grows',
  ),
  accepts('token_version up', "update users set token_version=6 where username='user1'"),
  given(
    "insert into user_username_history(user_id,old_username,new_username,changed_at,released_at) values (pg_temp.u(1),'OldName','user1',now(),now()+interval '91 days')",
  ),
  refuses('cooling', "insert into users(username) values ('oldname')", 'too recently'),
  accepts(
    'last owner may take back',
    "update users set username='oldname' where id=pg_temp.u(1); update users set username='user1' where id=pg_temp.u(1)",
  ),
  refuses(
    '90 days',
    "insert into user_username_history(user_id,old_username,new_username,changed_at,released_at) values (pg_temp.u(1),'a1','b1',now(),now()+interval '89 days')",
    'rests_90',
  ),
  refuses('history append only', "update user_username_history set new_username='zz'", 'append-only'),
  accepts('history clear', "update user_username_history set old_username=null, released_at=now()+interval '100 days'"),
  given("insert into user_profiles(user_id,display_name) values (pg_temp.u(1),'One')"),
  refuses(
    'special consent',
    "update user_profiles set orientation_tags='{gay}' where user_id=pg_temp.u(1)",
    'special_category',
  ),
  accepts(
    'consent after data in one tx',
    "insert into user_profiles(user_id,display_name,orientation_tags) values (pg_temp.u(2),'Two','{gay}'); insert into user_consents(user_id,purpose,source) values (pg_temp.u(2),'special_category','settings')",
  ),
  refuses('consent grant immutable', "update user_consents set granted_at=now()-interval '1 day'", 'append-only'),
  accepts('consent withdraw', "update user_consents set withdrawn_at=now()+interval '1 s'"),
  refuses('consent withdraw twice', "update user_consents set withdrawn_at=now()+interval '2 s'", 'append-only'),
  refuses(
    'inferred interest',
    "insert into content_categories(slug,name,path) values ('a-b','x','a_b'); insert into user_interests(user_id,category_id,source) select pg_temp.u(2), id, 'inferred' from content_categories limit 1",
    'personalisation',
  ),
  given("insert into user_emails(user_id,email,is_primary) values (pg_temp.u(1),'a@x.io',true)"),
  refuses(
    'second primary',
    "insert into user_emails(user_id,email,is_primary) values (pg_temp.u(1),'b@x.io',true)",
    'one_primary',
  ),
  refuses(
    'at most 5',
    "insert into user_emails(user_id,email) select pg_temp.u(1), n||'@y.io' from generate_series(1,5) n",
    'At most 5',
  ),
  accepts(
    'exactly 5',
    "insert into user_emails(user_id,email) select pg_temp.u(1), n||'@y.io' from generate_series(1,4) n",
  ),
  refuses(
    'email case',
    "insert into user_emails(user_id,email) values (pg_temp.u(2),'A@X.IO')",
    'user_emails_email_idx',
  ),
  accepts(
    'removed frees',
    "update user_emails set removed_at=now() where email='1@y.io'; insert into user_emails(user_id,email) values (pg_temp.u(2),'1@Y.io')",
  ),
  given(
    "insert into user_legal_holds(user_id,kind,reference,scope) values (pg_temp.u(1),'litigation','case 7','{contact}')",
  ),
  refuses('hold blocks email delete', 'delete from user_emails where user_id=pg_temp.u(1)', 'legal hold'),
  refuses('hold release needs by', 'update user_legal_holds set released_at=now()', 'released_by_somebody'),
  refuses('hold delete', 'delete from user_legal_holds', 'not deleted'),
  given(
    "insert into user_data_requests(id,user_id,kind,due_at) values (pg_temp.u(50),pg_temp.u(1),'erasure',now()+interval '30 days')",
  ),
  refuses(
    'due 91',
    "insert into user_data_requests(user_id,kind,due_at) values (pg_temp.u(2),'erasure',now()+interval '91 days')",
    'due_within',
  ),
  refuses(
    'erasure under hold',
    "insert into user_erasure_steps(request_id,domain,action,started_at) values (pg_temp.u(50),'contact','deleted',now())",
    'legal hold',
  ),
  accepts(
    'erasure elsewhere',
    "insert into user_erasure_steps(request_id,domain,action,started_at) values (pg_temp.u(50),'analytics','deleted',now())",
  ),
  refuses(
    'retained why',
    "insert into user_erasure_steps(request_id,domain,action) values (pg_temp.u(50),'contact','retained')",
    'retained_says',
  ),
  accepts('release', 'update user_legal_holds set released_at=now(), released_by=pg_temp.u(9)'),
  refuses('released frozen', 'update user_legal_holds set released_at=null, released_by=null', 'cannot change once'),
  accepts('delete after release', "delete from user_emails where email='2@y.io'"),
  given("insert into user_legal_holds(user_id,kind,reference,placed_by) values (pg_temp.u(2),'tax','t9',pg_temp.u(9))"),
  refuses(
    'erased under hold',
    "update users set status='erasing',deletion_requested_at=now() where id=pg_temp.u(2); update users set status='erased',erased_at=now() where id=pg_temp.u(2)",
    'legal hold',
  ),
  given(
    "insert into user_identity_verifications(id,user_id,level,provider,provider_session_id,retain_until) values (pg_temp.u(60),pg_temp.u(3),'creator','veriff','s1',current_date+10),(pg_temp.u(61),pg_temp.u(4),'creator','veriff','s2',current_date-10)",
  ),
  refuses('retain', 'delete from user_identity_verifications where id=pg_temp.u(60)', 'kept until'),
  accepts('retain over', 'delete from user_identity_verifications where id=pg_temp.u(61)'),
  refuses(
    'other persons verification',
    'insert into creator_applications(user_id,verification_id) values (pg_temp.u(5),pg_temp.u(60))',
    'verification_of_same_user',
  ),
  refuses(
    'legal identity 17',
    "insert into user_legal_identities(user_id,legal_name_enc,birth_date_enc,birth_year,residence_country,key_id,verified_at) values (pg_temp.u(3),'x','x',2009,'DE',1,'2026-06-01')",
    'birth_year',
  ),
  accepts(
    'legal identity 18',
    "insert into user_legal_identities(user_id,legal_name_enc,birth_date_enc,birth_year,residence_country,key_id,verified_at) values (pg_temp.u(3),'x','x',2008,'DE',1,'2026-06-01')",
  ),
  refuses(
    'country form',
    "insert into user_addresses(user_id,purpose,country_code,lines_enc,recipient_enc,key_id) values (pg_temp.u(3),'tax','de','x','x',1)",
    'country_code_form',
  ),
  refuses(
    'digest',
    "insert into user_phone_numbers(user_id,e164_enc,e164_bidx,last_four,country_code,key_id) values (pg_temp.u(3),'x','short','1234','DE',1)",
    'digest_256',
  ),
  given(
    "insert into user_phone_numbers(id,user_id,e164_enc,e164_bidx,last_four,country_code,key_id,line_type) values (pg_temp.u(70),pg_temp.u(3),'x',pg_temp.h('1'),'1234','DE',1,'voip'),(pg_temp.u(71),pg_temp.u(4),'x',pg_temp.h('2'),'1234','DE',1,'voip')",
  ),
  refuses(
    'foreign phone',
    "insert into user_mfa_factors(user_id,kind,label,phone_id) values (pg_temp.u(3),'sms','x',pg_temp.u(71))",
    'phone_of_same_user',
  ),
  given(
    "insert into user_mfa_factors(id,user_id,kind,label,secret_enc,key_id,status,verified_at) values (pg_temp.u(80),pg_temp.u(3),'totp','app','s',1,'active',now())",
  ),
  accepts('step', 'update user_mfa_factors set last_used_step=100 where id=pg_temp.u(80)'),
  refuses('step replay', 'update user_mfa_factors set last_used_step=100 where id=pg_temp.u(80)', 'only grows'),
  given("insert into currencies(code,name,exponent) values ('EUR','Euro',2)"),
  refuses(
    'token code',
    "insert into currencies(code,name,exponent,kind) values ('EUT','t',0,'token')",
    'token_is_user',
  ),
  given("insert into creators(user_id,default_currency) values (pg_temp.u(3),'EUR'),(pg_temp.u(5),'EUR')"),
  given(
    "insert into user_mfa_factors(id,user_id,kind,label,phone_id,status,verified_at) values (pg_temp.u(81),pg_temp.u(3),'sms','sms',pg_temp.u(70),'active',now())",
  ),
  refuses('voip only', "update user_mfa_factors set status='disabled' where id=pg_temp.u(80)", 'VoIP'),
  refuses('creator active', "update creators set status='active'", 'active_is_verified'),
  refuses('creator delete', "update creators set status='paused'; delete from creators", 'not deleted'),
  given(
    "insert into legal_documents(id,kind,version,locale,title,body_object_key,sha256,published_at,effective_from) values (pg_temp.u(90),'creator_agreement',1,'en','t','k',pg_temp.h('d'),now(),now()),(pg_temp.u(91),'terms',1,'en','t','k',pg_temp.h('d'),null,null)",
  ),
  refuses('frozen doc', "update legal_documents set title='u' where id=pg_temp.u(90)", 'cannot change once'),
  refuses('frozen doc delete', 'delete from legal_documents where id=pg_temp.u(90)', 'cannot change once'),
  accepts(
    'draft doc',
    "update legal_documents set title='u' where id=pg_temp.u(91); delete from legal_documents where id=pg_temp.u(91)",
  ),
  given(
    "insert into user_legal_acceptances(id,user_id,document_id,ip) values (pg_temp.u(95),pg_temp.u(4),pg_temp.u(90),'10.0.0.1')",
  ),
  accepts('clear ip', 'update user_legal_acceptances set ip=null'),
  refuses('set ip', "update user_legal_acceptances set ip='10.0.0.2'", 'append-only'),
  refuses('delete acceptance', 'delete from user_legal_acceptances', 'append-only'),
  refuses('truncate acceptance', 'truncate user_legal_acceptances cascade', 'append-only'),
  refuses(
    'agreement of another',
    "update creators set agreement_acceptance_id=pg_temp.u(95), kyc_level=2, status='active' where user_id=pg_temp.u(3)",
    'agreement_of_same_user',
  ),
  refuses(
    'payout delegated',
    "insert into creator_delegates(creator_id,delegate_user_id,permissions) values (pg_temp.u(3),pg_temp.u(6),'{payout.request}')",
    'permissions_check',
  ),
  accepts(
    'invite',
    "insert into creator_delegates(creator_id,delegate_user_id,permissions) values (pg_temp.u(3),pg_temp.u(6),'{post.create}')",
  ),
  refuses('accept w/o mfa', 'update creator_delegates set accepted_at=now()', 'second factor'),
  refuses(
    'self delegate',
    "insert into creator_delegates(creator_id,delegate_user_id,permissions) values (pg_temp.u(3),pg_temp.u(3),'{}')",
    'delegate_is_not',
  ),
  given(
    "insert into user_roles(id,code,name,scope,rank,is_staff,requires_mfa,description) values (1,'fan','Fan','platform',0,false,false,''),(2,'moderator','Mod','platform',50,true,true,''),(3,'admin','Admin','platform',100,true,true,''),(4,'chatter','Chatter','creator',5,false,false,'')",
  ),
  refuses(
    'staff no mfa',
    "insert into user_roles(id,code,name,rank,is_staff,description) values (9,'x1','x',1,true,'')",
    'staff_requires_mfa',
  ),
  given(
    "insert into user_mfa_factors(user_id,kind,label,secret_enc,key_id,status,verified_at) select pg_temp.u(n),'totp','app','s',1,'active',now() from unnest('{7,8}'::int[]) n",
  ),
  refuses('role mfa', 'insert into user_role_assignments(user_id,role_id) values (pg_temp.u(6),2)', 'second factor'),
  accepts('mod by system', 'insert into user_role_assignments(user_id,role_id) values (pg_temp.u(7),2)'),
  refuses(
    'mod grants admin',
    'insert into user_role_assignments(user_id,role_id,granted_by) values (pg_temp.u(8),3,pg_temp.u(7))',
    'above their own',
  ),
  accepts(
    'mod grants mod',
    'insert into user_role_assignments(user_id,role_id,granted_by) values (pg_temp.u(8),2,pg_temp.u(7))',
  ),
  refuses('twice', 'insert into user_role_assignments(user_id,role_id) values (pg_temp.u(8),2)', 'one_live'),
  refuses('scope', 'insert into user_role_assignments(user_id,role_id) values (pg_temp.u(8),4)', 'scope'),
  accepts(
    'scoped',
    'insert into user_role_assignments(user_id,role_id,scope_creator_id) values (pg_temp.u(8),4,pg_temp.u(3)),(pg_temp.u(8),4,pg_temp.u(5))',
  ),
  given("insert into user_permissions(id,resource,action,description) values (1,'payout','approve','') returning code"),
  given(
    "insert into user_credentials(user_id,pepper_id,password_hash) values (pg_temp.u(1),1,'$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaGhhc2g')",
  ),
  refuses(
    'clear password',
    "insert into user_credentials(user_id,pepper_id,password_hash) values (pg_temp.u(2),1,'hunter2')",
    'hash_fits',
  ),
  given(
    "insert into user_external_identities(id,user_id,provider,subject) values (pg_temp.u(100),pg_temp.u(1),'google','g1')",
  ),
  accepts('unlink with password', 'update user_external_identities set unlinked_at=now() where id=pg_temp.u(100)'),
  accepts(
    'relink to another',
    "insert into user_external_identities(id,user_id,provider,subject) values (pg_temp.u(101),pg_temp.u(2),'google','g1')",
  ),
  refuses(
    'last method',
    'update user_external_identities set unlinked_at=now() where id=pg_temp.u(101)',
    'last login method',
  ),
  refuses('last method pw', 'delete from user_credentials where user_id=pg_temp.u(1)', 'last login method'),
  given(
    "insert into users(id,username) values (pg_temp.u(200),'throwaway'); insert into user_credentials(user_id,pepper_id,password_hash) values (pg_temp.u(200),1,'$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$aGFzaGhhc2g')",
  ),
  given(
    "insert into user_password_history(user_id,password_hash,replaced_at) select pg_temp.u(200),'$argon2id$x',now()-n*interval '1 day' from generate_series(1,14) n",
  ),
  yields('ten former passwords stay', 'select count(*) from user_password_history', '10'),
  given(
    'insert into user_recovery_codes(user_id,batch_id,code_hash,used_at) select pg_temp.u(200),pg_temp.u(1),pg_temp.h(n::text), case n when 1 then now() end from generate_series(1,10) n',
  ),
  given(
    "insert into user_recovery_codes(user_id,batch_id,code_hash) select pg_temp.u(200),pg_temp.u(2),pg_temp.h('b'||n) from generate_series(1,10) n",
  ),
  yields('a new batch replaces unused codes', 'select count(*) from user_recovery_codes', '11'),
  given(
    "insert into user_verification_codes(user_id,purpose,channel,destination_bidx,token_hash,expires_at) select pg_temp.u(200),'email_verify','email',pg_temp.h('d'),pg_temp.h('t'||n),now()+interval '1 h' from generate_series(1,3) n",
  ),
  yields('one live code', 'select count(*) from user_verification_codes where superseded_at is null', '1'),
  refuses(
    'challenge 16 min',
    "insert into user_auth_challenges(purpose,challenge_hash,expires_at) values ('login',pg_temp.h('c'),now()+interval '16 minutes')",
    '15_minutes',
  ),
  given(
    "insert into user_devices(id,user_id,install_id_hash,platform) values (pg_temp.u(300),pg_temp.u(200),pg_temp.h('i'),'web'),(pg_temp.u(301),pg_temp.u(1),pg_temp.h('i'),'web')",
  ),
  refuses(
    'foreign device',
    "insert into user_sessions(user_id,device_id,token_hash,auth_methods,expires_at) values (pg_temp.u(1),pg_temp.u(300),pg_temp.h('s'),'{password}',now()+interval '1 d')",
    'device_of_same',
  ),
  given(
    "insert into user_sessions(id,user_id,device_id,token_hash,auth_methods,expires_at) values (pg_temp.u(310),pg_temp.u(200),pg_temp.u(300),pg_temp.h('s'),'{password}',now()+interval '1 d')",
  ),
  refuses(
    'impersonation 2h',
    "insert into user_sessions(user_id,device_id,token_hash,auth_methods,expires_at,impersonated_by) values (pg_temp.u(1),pg_temp.u(301),pg_temp.h('s2'),'{password}',now()+interval '2 h',pg_temp.u(9))",
    '1_hour',
  ),
  given(
    "insert into user_refresh_tokens(session_id,user_id,token_hash,expires_at) values (pg_temp.u(310),pg_temp.u(200),pg_temp.h('r1'),now()+interval '1 d')",
  ),
  given(
    "insert into user_refresh_tokens(session_id,user_id,token_hash,parent_id,expires_at) select pg_temp.u(310),pg_temp.u(200),pg_temp.h('r2'),id,now()+interval '1 d' from user_refresh_tokens",
  ),
  refuses(
    'rotated twice',
    "insert into user_refresh_tokens(session_id,user_id,token_hash,parent_id,expires_at) select pg_temp.u(310),pg_temp.u(200),pg_temp.h('r3'),min(id),now()+interval '1 d' from user_refresh_tokens",
    'parent_id',
  ),
  given(
    "insert into user_security_events(user_id,event_type,session_id) values (pg_temp.u(200),'new_device',pg_temp.u(310))",
  ),
  refuses('event change', "update user_security_events set severity='critical'", 'append-only'),
  accepts('event ack', 'update user_security_events set acknowledged_at=now()'),
  accepts('session delete nulls event', 'delete from user_sessions where id=pg_temp.u(310)'),
  given('select boyfanz.make_partitions()'),
  given(
    "insert into user_login_attempts(identifier_bidx,outcome,method,ip,user_id) values (pg_temp.h('a'),'success','password','10.1.1.1',pg_temp.u(1))",
  ),
  accepts('attempt erasure', 'update user_login_attempts set user_id=null, ip=null'),
  refuses('attempt change', "update user_login_attempts set outcome='locked'", 'append-only'),
  given(
    "insert into user_audit_log(user_id,actor_kind,action,table_name,row_key,changed_columns,key_id) values (pg_temp.u(1),'self','update','users','1','{locale}',1)",
  ),
  refuses('audit update', "update user_audit_log set action='x'", 'append-only'),
  refuses('audit delete', 'delete from user_audit_log', 'append-only'),
  refuses('audit truncate', 'truncate user_audit_log', 'append-only'),
  given(
    "insert into user_xp_transactions(occurred_at,user_id,amount,source_kind,source_ref,balance_after) values (date_trunc('day',now()),pg_temp.u(1),5,'post','p1',5)",
  ),
  refuses(
    'xp dup',
    "insert into user_xp_transactions(occurred_at,user_id,amount,source_kind,source_ref,balance_after) values (date_trunc('day',now()),pg_temp.u(1),5,'post','p1',5)",
    'duplicate',
  ),
  refuses('xp update', 'update user_xp_transactions set amount=6', 'append-only'),
  accepts('xp delete (erasure)', 'delete from user_xp_transactions'),
  accepts(
    'geo block',
    "insert into user_geo_restrictions(user_id,country_code) values (pg_temp.u(1),'DE'),(pg_temp.u(1),'FR')",
  ),
  refuses(
    'geo allow',
    "insert into user_geo_restrictions(user_id,country_code,mode) values (pg_temp.u(1),'US','allow')",
    'one_mode',
  ),
  refuses(
    'self block',
    'insert into user_blocks(blocker_id,blocked_id) values (pg_temp.u(1),pg_temp.u(1))',
    'nobody_blocks',
  ),
  accepts(
    'muted 500',
    "insert into user_muted_words(user_id,phrase) select pg_temp.u(1),'w'||n from generate_series(1,500) n",
  ),
  refuses('muted 501', "insert into user_muted_words(user_id,phrase) values (pg_temp.u(1),'last')", 'At most 500'),
  refuses('muted key', "insert into user_muted_words(user_id,phrase) values (pg_temp.u(1),' W1 ')", 'phrase_key'),
  refuses(
    'mute surfaces',
    "insert into user_mutes(user_id,muted_user_id,surfaces) values (pg_temp.u(1),pg_temp.u(2),'{posts,x}')",
    'surfaces_check',
  ),
  refuses(
    'underage priority',
    "insert into user_reports(reporter_id,reported_user_id,category,priority) values (pg_temp.u(1),pg_temp.u(2),'underage',1)",
    'urgent',
  ),
  accepts('levels', "insert into level_definitions(level,title,min_xp) values (3,'c',300),(1,'a',0),(2,'b',100)"),
  refuses('levels broken', "insert into level_definitions(level,title,min_xp) values (4,'d',250)", 'does not rise'),
  accepts(
    'levels swap in tx',
    'update level_definitions set min_xp=400 where level=2; update level_definitions set min_xp=500 where level=3',
  ),
  given('insert into user_levels(user_id) values (pg_temp.u(200))'),
  refuses(
    'points',
    'insert into user_points(user_id,balance,lifetime_earned,lifetime_spent) values (pg_temp.u(1),5,10,4)',
    'adds_up',
  ),
  given(
    "insert into user_achievements(code,name,description,metric,threshold,period) values ('weekly_x','n','d','m',1,'weekly') returning id",
  ),
  refuses(
    'period',
    "insert into user_achievement_progress(user_id,achievement_id,period_start) values (pg_temp.u(1),1000,'2026-11-22')",
    'weekly',
  ),
  accepts(
    'period',
    "insert into user_achievement_progress(user_id,achievement_id,period_start) values (pg_temp.u(200),1000,'2026-11-23')",
  ),
  given(
    "insert into user_point_transactions(user_id,kind,amount,lot_expires_at,balance_after,idempotency_key) values (pg_temp.u(200),'earn',10,now(),10,'k1')",
  ),
  given(
    "insert into user_point_transactions(user_id,kind,amount,lot_id,balance_after,idempotency_key) select pg_temp.u(200),'expire',-10,id,0,'k2' from user_point_transactions",
  ),
  refuses(
    'points sign',
    "insert into user_point_transactions(user_id,kind,amount,balance_after,idempotency_key) values (pg_temp.u(200),'redeem',10,0,'k3')",
    'amount_fits',
  ),
  refuses(
    'referrer',
    'insert into user_referrals(referred_id,referrer_id) values (pg_temp.u(1),pg_temp.u(2)); update user_referrals set referrer_id=pg_temp.u(3)',
    'keeps its value',
  ),
  accepts('delete throwaway user with all satellites', 'delete from users where id=pg_temp.u(200)'),
  accepts(
    'tree',
    "insert into content_categories(id,slug,name,path) values (1,'top','x','top'); insert into content_categories(id,parent_id,slug,name,path) values (2,1,'sub-x','x','top.sub_x')",
  ),
  refuses(
    'bad path',
    "insert into content_categories(id,parent_id,slug,name,path,position) values (3,1,'other','x','top.sub_x',5)",
    'path of category',
  ),
  refuses('cycle', 'update content_categories set parent_id=2 where id=1', 'path of category'),
  refuses('rename parent only', "update content_categories set slug='tip', path='tip' where id=1", 'path of category'),
  accepts(
    'rename both',
    "update content_categories set slug='tip', path='tip' where id=1; update content_categories set path='tip.sub_x' where id=2",
  ),
  given(
    "insert into media_assets(owner_id,kind,mime_type,byte_size,sha256,storage_bucket,storage_key,processing_state,safety_state) values (pg_temp.u(1),'image','image/png',5,pg_temp.h('m'),'b','k','quarantined','csam_locked')",
  ),
  refuses('csam purge', 'update media_assets set purged_at=now()', 'csam'),
  refuses('csam delete', 'delete from media_assets', 'not deleted'),
  refuses(
    'explicit unreviewed',
    "insert into content_items(kind,author_id,status,published_at,rating) values ('post',pg_temp.u(1),'published',now(),'explicit')",
    'explicit_is',
  ),
];
