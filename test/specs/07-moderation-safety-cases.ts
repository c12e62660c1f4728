/**
 * What the tables of section 7 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on (moderators from 20, staff from 30, everything else from 200), `pg_temp.h('x')` a digest.
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
  accepts("insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,40) n"),
  accepts("insert into currencies(code,name,exponent) values ('EUR','Euro',2)"),
  accepts("insert into creators(user_id,default_currency) values (pg_temp.u(1),'EUR'),(pg_temp.u(2),'EUR')"),
  accepts(
    `insert into media_assets(id,owner_id,kind,mime_type,byte_size,sha256,storage_bucket,storage_key)
     select pg_temp.u(200+n),pg_temp.u(1),'image','image/png',5,pg_temp.h(n::text),'b',n::text from generate_series(0,3) n`,
  ),
];

const RULES: readonly Case[] = [
  accepts(
    `insert into community_guidelines(id,topic,version,locale,title,body_markdown,body_sha256,change_summary,published_at,effective_from)
     values (pg_temp.u(290),'nudity',1,'en','T','B',pg_temp.h('B'),'first',now(),now())`,
  ),
  refuses('cannot change once published_at', "update community_guidelines set body_markdown='C'"),
  accepts('update community_guidelines set superseded_at=now()'),
  refuses('cannot change once published_at', 'delete from community_guidelines'),
  refuses(
    'effective_was_published',
    "insert into community_guidelines(topic,version,locale,title,body_markdown,body_sha256,change_summary,effective_from) values ('nudity',2,'en','T','B',pg_temp.h('B'),'x',now())",
  ),
  accepts(
    `insert into policy_rules(id,code,title,severity,default_action,requires_two_reviewers,is_illegal_content,dsa_category) values
     (pg_temp.u(300),'spam','Spam',1,'remove',false,false,null),(pg_temp.u(301),'csam','Child abuse',5,'ban',true,true,'minors'),
     (pg_temp.u(302),'copyright','Copyright',2,'remove',false,false,null)`,
  ),
  refuses('severity_in_range', "update policy_rules set severity=6 where code::text='spam'"),
  refuses('dsa_category', 'update policy_rules set dsa_category=null where id=pg_temp.u(301)'),
  refuses('keeps its value', "update policy_rules set code='junk' where id=pg_temp.u(300)"),
  refuses('not_its_own_parent', 'update policy_rules set parent_id=id where id=pg_temp.u(300)'),
  accepts('update policy_rules set parent_id=pg_temp.u(300) where id=pg_temp.u(301)'),
  accepts('update policy_rules set parent_id=pg_temp.u(301) where id=pg_temp.u(302)'),
  refuses('lies below itself', 'update policy_rules set parent_id=pg_temp.u(302) where id=pg_temp.u(300)'),
  accepts('update policy_rules set parent_id=null'),
];

const QUEUES: readonly Case[] = [
  accepts(
    `insert into moderation_queues(id,key,name,min_clearance,target_minutes,is_restricted) values
     (pg_temp.u(310),'general','General',2,60,false),(pg_temp.u(311),'child-safety','Child safety',5,60,true)`,
  ),
  refuses(
    'moderation_queues_key_idx',
    "insert into moderation_queues(key,name,target_minutes) values ('GENERAL','G',5)",
  ),
  accepts("insert into moderation_queues(key,name,target_minutes,archived_at) values ('general','old',5,now())"),
  refuses('target_is_positive', 'update moderation_queues set target_minutes=0'),
  accepts(
    `insert into moderator_profiles(user_id,clearance,employer,vendor_name) values
     (pg_temp.u(20),3,'internal',null),(pg_temp.u(21),5,'vendor','V'),(pg_temp.u(22),5,'internal',null)`,
  ),
  refuses('vendor_is_named', "update moderator_profiles set vendor_name='x' where user_id=pg_temp.u(20)"),
  refuses(
    'not cleared',
    'insert into moderator_queue_grants(moderator_id,queue_id,granted_by) values (pg_temp.u(20),pg_temp.u(311),pg_temp.u(30))',
  ),
  refuses(
    'nobody_grants',
    'insert into moderator_queue_grants(moderator_id,queue_id,granted_by) values (pg_temp.u(20),pg_temp.u(310),pg_temp.u(20))',
  ),
  accepts(
    'insert into moderator_queue_grants(moderator_id,queue_id,granted_by) values (pg_temp.u(20),pg_temp.u(310),pg_temp.u(30))',
  ),
  refuses(
    'moderator_id_queue_id_idx',
    'insert into moderator_queue_grants(moderator_id,queue_id,granted_by) values (pg_temp.u(20),pg_temp.u(310),pg_temp.u(31))',
  ),
  accepts(
    "insert into moderator_exposure_daily(moderator_id,work_date,category,items_viewed) values (pg_temp.u(20),'2026-01-01','gore',5)",
  ),
  refuses('only grows', 'update moderator_exposure_daily set items_viewed=4'),
  accepts(
    `insert into moderation_macros(id,key,language,version,subject_line,body_template,usage) values (pg_temp.u(312),'m','en',1,'S','B','user_notice')`,
  ),
  refuses('active_was_approved', 'update moderation_macros set is_active=true'),
  accepts('update moderation_macros set is_active=true,approved_at=now(),approved_by=pg_temp.u(30)'),
  refuses('cannot change once approved_at', "update moderation_macros set body_template='C'"),
  accepts('update moderation_macros set is_active=false'),
];

const CASES_OF_MODERATION: readonly Case[] = [
  accepts(
    `insert into moderation_subjects(id,subject_type,subject_id,owner_user_id) values
     (pg_temp.u(320),'post',pg_temp.u(900),pg_temp.u(1)),(pg_temp.u(321),'video',pg_temp.u(901),pg_temp.u(2)),
     (pg_temp.u(323),'user',pg_temp.u(1),pg_temp.u(1))`,
  ),
  accepts("insert into moderation_subjects(id,subject_type,tag_id) values (pg_temp.u(322),'tag',7)"),
  refuses('named_by_one_key', "insert into moderation_subjects(subject_type,subject_id) values ('tag',pg_temp.u(7))"),
  refuses('named_by_one_key', "insert into moderation_subjects(subject_type,tag_id) values ('post',7)"),
  refuses('moderation_subjects_tag_id_idx', "insert into moderation_subjects(subject_type,tag_id) values ('tag',7)"),
  refuses(
    'subject_type_subject_id_key',
    "insert into moderation_subjects(subject_type,subject_id) values ('post',pg_temp.u(900))",
  ),
  refuses('keeps its value', 'update moderation_subjects set subject_id=pg_temp.u(902) where id=pg_temp.u(320)'),
  refuses('only grows', "update moderation_subjects set visibility='hidden' where id=pg_temp.u(320)"),
  accepts(
    "update moderation_subjects set visibility='hidden',state_version=state_version+1 where id=pg_temp.u(320); update moderation_subjects set priority_score=9 where id=pg_temp.u(320)",
  ),
  refuses(
    'open_reports_are',
    'update moderation_subjects set open_reports=-1,last_reported_at=now() where id=pg_temp.u(320)',
  ),
  accepts(
    `insert into moderation_cases(id,subject_id,queue_id,opened_by,due_at) values
     (pg_temp.u(330),pg_temp.u(320),pg_temp.u(310),'report',now()+interval '1 h'),
     (pg_temp.u(331),pg_temp.u(321),pg_temp.u(310),'report',now()+interval '1 h')`,
  ),
  refuses(
    'subject_id_queue_id_idx',
    "insert into moderation_cases(subject_id,queue_id,opened_by,due_at) values (pg_temp.u(320),pg_temp.u(310),'qa',now())",
  ),
  refuses(
    'no grant',
    "update moderation_cases set state='assigned',assigned_to=pg_temp.u(21),lease_expires_at=now() where id=pg_temp.u(330)",
  ),
  refuses(
    'assigned_has_a_lease',
    "update moderation_cases set state='assigned',assigned_to=pg_temp.u(20) where id=pg_temp.u(330)",
  ),
  accepts(
    "update moderation_cases set state='assigned',assigned_to=pg_temp.u(20),lease_expires_at=now() where id=pg_temp.u(330)",
  ),
  refuses('only_assigned', "update moderation_cases set state='open',lease_expires_at=null where id=pg_temp.u(330)"),
  refuses('keeps its value', 'update moderation_cases set subject_id=pg_temp.u(321) where id=pg_temp.u(330)'),
  refuses(
    'has a row in moderation_decisions',
    "update moderation_cases set state='decided',decided_at=now(),assigned_to=null,lease_expires_at=null where id=pg_temp.u(330)",
  ),
  refuses(
    'closed_names_its_time',
    "update moderation_cases set state='closed_duplicate',assigned_to=null,lease_expires_at=null where id=pg_temp.u(330)",
  ),
  accepts(
    "insert into moderation_case_events(case_id,subject_id,actor_kind,actor_user_id,event_kind) values (pg_temp.u(330),pg_temp.u(320),'moderator',pg_temp.u(20),'claimed')",
  ),
  refuses('append-only', "update moderation_case_events set event_kind='noted'"),
  refuses('append-only', 'delete from moderation_case_events'),
  refuses('append-only', 'truncate moderation_case_events'),
  refuses(
    'moderator_is_named',
    "insert into moderation_case_events(case_id,subject_id,actor_kind,event_kind) values (pg_temp.u(330),pg_temp.u(320),'moderator','claimed')",
  ),
  // Decisions
  refuses(
    'subject_id is not that',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,rule_id,outcome,decided_by,rationale) values (pg_temp.u(330),pg_temp.u(321),pg_temp.u(2),pg_temp.u(300),'violation',pg_temp.u(20),'r')",
  ),
  refuses(
    'subject_owner_id is not that',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,rule_id,outcome,decided_by,rationale) values (pg_temp.u(330),pg_temp.u(320),pg_temp.u(2),pg_temp.u(300),'violation',pg_temp.u(20),'r')",
  ),
  refuses(
    'two reviewers',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,rule_id,outcome,decided_by,rationale) values (pg_temp.u(330),pg_temp.u(320),pg_temp.u(1),pg_temp.u(301),'illegal',pg_temp.u(20),'r')",
  ),
  refuses(
    'two_different_people',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,rule_id,outcome,decided_by,second_reviewer_id,rationale) values (pg_temp.u(330),pg_temp.u(320),pg_temp.u(1),pg_temp.u(301),'illegal',pg_temp.u(20),pg_temp.u(20),'r')",
  ),
  refuses(
    'person_or_machine',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,rule_id,outcome,rationale) values (pg_temp.u(330),pg_temp.u(320),pg_temp.u(1),pg_temp.u(300),'violation','r')",
  ),
  refuses(
    'finding_names_its_rule',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,outcome,decided_by,rationale) values (pg_temp.u(330),pg_temp.u(320),pg_temp.u(1),'violation',pg_temp.u(20),'r')",
  ),
  accepts(
    `insert into moderation_decisions(id,case_id,subject_id,subject_owner_id,rule_id,outcome,decided_by,second_reviewer_id,rationale)
     values (pg_temp.u(340),pg_temp.u(330),pg_temp.u(320),pg_temp.u(1),pg_temp.u(300),'violation',pg_temp.u(20),pg_temp.u(21),'r')`,
  ),
  accepts(
    `insert into moderation_decisions(id,case_id,subject_id,subject_owner_id,outcome,automation,rationale)
     values (pg_temp.u(341),pg_temp.u(331),pg_temp.u(321),pg_temp.u(2),'no_violation','full','r')`,
  ),
  refuses('append-only', "update moderation_decisions set rationale='s'"),
  refuses('append-only', 'delete from moderation_decisions'),
  accepts(
    "update moderation_cases set state='decided',decided_at=now(),assigned_to=null,lease_expires_at=null where id=pg_temp.u(330)",
  ),
  accepts(
    "insert into moderation_cases(id,subject_id,queue_id,opened_by,due_at) values (pg_temp.u(332),pg_temp.u(320),pg_temp.u(310),'appeal',now())",
  ),
  refuses(
    'subject_id is not that',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,outcome,decided_by,rationale,supersedes_id) values (pg_temp.u(331),pg_temp.u(321),pg_temp.u(2),'no_violation',pg_temp.u(22),'r',pg_temp.u(340))",
  ),
  accepts(
    "insert into moderation_decisions(id,case_id,subject_id,subject_owner_id,outcome,decided_by,rationale,supersedes_id) values (pg_temp.u(342),pg_temp.u(332),pg_temp.u(320),pg_temp.u(1),'no_violation',pg_temp.u(22),'r',pg_temp.u(340))",
  ),
  refuses(
    'supersedes_id_idx',
    "insert into moderation_decisions(case_id,subject_id,subject_owner_id,outcome,decided_by,rationale,supersedes_id) values (pg_temp.u(332),pg_temp.u(320),pg_temp.u(1),'no_violation',pg_temp.u(22),'r',pg_temp.u(340))",
  ),
  // Quality
  refuses(
    'took no part',
    "insert into moderation_quality_reviews(decision_id,reviewer_id,sampled_by) values (pg_temp.u(340),pg_temp.u(21),'random')",
  ),
  accepts(
    "insert into moderation_quality_reviews(decision_id,reviewer_id,sampled_by) values (pg_temp.u(340),pg_temp.u(22),'random')",
  ),
  refuses('reviewed_says_what', 'update moderation_quality_reviews set agrees=true'),
  refuses('error_fits', "update moderation_quality_reviews set agrees=true,error_class='rule',reviewed_at=now()"),
  accepts("update moderation_quality_reviews set agrees=true,error_class='none',reviewed_at=now()"),
  refuses('cannot change once reviewed_at', "update moderation_quality_reviews set notes='n'"),
];

const REPORTS: readonly Case[] = [
  accepts(
    `insert into abuse_report_reasons(id,key,version,default_queue_id,label_key,requires_text,is_legal_notice,allows_anonymous,applies_to) values
     (pg_temp.u(350),'spam',1,pg_temp.u(310),'l',false,false,false,'{}'),
     (pg_temp.u(351),'illegal',1,pg_temp.u(310),'l',true,true,false,'{post}'),
     (pg_temp.u(352),'minor',1,pg_temp.u(311),'l',false,false,true,'{}')`,
  ),
  refuses(
    'abuse_report_reasons_key_idx',
    "insert into abuse_report_reasons(key,version,default_queue_id,label_key) values ('spam',2,pg_temp.u(310),'l')",
  ),
  accepts(
    `insert into trusted_flaggers(id,name,authority,contact_enc,key_id,status) values
     (pg_temp.u(355),'T','A','x',1,'active'),(pg_temp.u(356),'S','A','x',1,'suspended')`,
  ),
  refuses('upheld_within', 'update trusted_flaggers set reports_upheld=1'),
  accepts(
    'insert into abuse_reports(id,reporter_id,subject_id,reason_id) values (pg_temp.u(360),pg_temp.u(3),pg_temp.u(320),pg_temp.u(350))',
  ),
  refuses(
    'reporter_id_subject_id_reason_id_idx',
    'insert into abuse_reports(reporter_id,subject_id,reason_id) values (pg_temp.u(3),pg_temp.u(320),pg_temp.u(350))',
  ),
  refuses(
    'reporter_is_known',
    'insert into abuse_reports(subject_id,reason_id) values (pg_temp.u(320),pg_temp.u(350))',
  ),
  refuses(
    'The reason asks',
    'insert into abuse_reports(subject_id,reason_id,is_anonymous) values (pg_temp.u(320),pg_temp.u(350),true)',
  ),
  accepts('insert into abuse_reports(subject_id,reason_id,is_anonymous) values (pg_temp.u(320),pg_temp.u(352),true)'),
  refuses(
    'The reason asks',
    'insert into abuse_reports(reporter_id,subject_id,reason_id,is_legal_notice,good_faith_confirmed) values (pg_temp.u(3),pg_temp.u(320),pg_temp.u(351),true,true)',
  ),
  refuses(
    'The reason asks',
    "insert into abuse_reports(reporter_id,subject_id,reason_id,details,is_legal_notice,good_faith_confirmed) values (pg_temp.u(3),pg_temp.u(321),pg_temp.u(351),'d',true,true)",
  ),
  refuses(
    'good_faith',
    "insert into abuse_reports(reporter_id,subject_id,reason_id,details,is_legal_notice) values (pg_temp.u(3),pg_temp.u(320),pg_temp.u(351),'d',true)",
  ),
  refuses(
    'trusted flagger',
    'insert into abuse_reports(trusted_flagger_id,subject_id,reason_id) values (pg_temp.u(356),pg_temp.u(320),pg_temp.u(350))',
  ),
  accepts(
    'insert into abuse_reports(trusted_flagger_id,subject_id,reason_id) values (pg_temp.u(355),pg_temp.u(320),pg_temp.u(350))',
  ),
  accepts(
    "insert into user_reports(id,reporter_id,reported_user_id,category) values (pg_temp.u(365),pg_temp.u(4),pg_temp.u(1),'spam')",
  ),
  refuses(
    'reporter_id is not that',
    'insert into abuse_reports(reporter_id,subject_id,reason_id,user_report_id) values (pg_temp.u(3),pg_temp.u(323),pg_temp.u(350),pg_temp.u(365))',
  ),
  accepts(
    'insert into abuse_reports(reporter_id,subject_id,reason_id,user_report_id) values (pg_temp.u(4),pg_temp.u(323),pg_temp.u(350),pg_temp.u(365))',
  ),
  refuses('append-only', 'update abuse_reports set subject_id=pg_temp.u(321) where id=pg_temp.u(360)'),
  accepts("update abuse_reports set state='linked',case_id=pg_temp.u(330) where id=pg_temp.u(360)"),
  // A case that was opened by mistake goes, and its reports stay.
  accepts(
    `insert into moderation_cases(id,subject_id,queue_id,opened_by,due_at) values (pg_temp.u(339),pg_temp.u(323),pg_temp.u(310),'report',now());
     update abuse_reports set case_id=pg_temp.u(339) where id=pg_temp.u(360); delete from moderation_cases where id=pg_temp.u(339)`,
  ),
  yields('1', 'select count(*) from abuse_reports where id=pg_temp.u(360) and case_id is null'),
  refuses('while abuse_reports use it', "update abuse_report_reasons set label_key='other' where id=pg_temp.u(350)"),
  accepts('update abuse_report_reasons set is_active=false where id=pg_temp.u(350)'),
  // A guest is forgotten and the report stays.
  accepts(
    "insert into abuse_reports(id,subject_id,reason_id,reporter_contact_enc,key_id) values (pg_temp.u(361),pg_temp.u(321),pg_temp.u(350),'x',1)",
  ),
  refuses(
    'reporter_is_known',
    'update abuse_reports set reporter_contact_enc=null,key_id=null where id=pg_temp.u(361)',
  ),
  accepts(
    'update abuse_reports set reporter_contact_enc=null,key_id=null,reporter_erased_at=now() where id=pg_temp.u(361)',
  ),
  accepts(
    "insert into abuse_report_evidence(report_id,evidence_kind,media_asset_id,content_sha256) values (pg_temp.u(360),'media_reference',pg_temp.u(200),pg_temp.h('0'))",
  ),
  refuses(
    'content_fits_kind',
    "insert into abuse_report_evidence(report_id,evidence_kind,storage_key,content_sha256) values (pg_temp.u(360),'url','k',pg_temp.h('0'))",
  ),
  refuses('append-only', "update abuse_report_evidence set storage_key='k'"),
];

const SANCTIONS: readonly Case[] = [
  refuses(
    'found nothing',
    "insert into enforcement_actions(decision_id,subject_id,target_user_id,action,effective) values (pg_temp.u(341),pg_temp.u(321),pg_temp.u(2),'remove','[2026-01-01,)')",
  ),
  refuses(
    'another subject',
    "insert into enforcement_actions(decision_id,subject_id,target_user_id,action,effective) values (pg_temp.u(340),pg_temp.u(321),pg_temp.u(2),'remove','[2026-01-01,)')",
  ),
  refuses(
    'geo_block_names',
    "insert into enforcement_actions(decision_id,subject_id,target_user_id,action,effective) values (pg_temp.u(340),pg_temp.u(320),pg_temp.u(1),'geo_block','[2026-01-01,)')",
  ),
  refuses(
    'effective_form',
    "insert into enforcement_actions(decision_id,subject_id,target_user_id,action,effective) values (pg_temp.u(340),pg_temp.u(320),pg_temp.u(1),'hide','empty')",
  ),
  accepts(
    "insert into enforcement_actions(id,decision_id,subject_id,target_user_id,action,effective,territory) values (pg_temp.u(370),pg_temp.u(340),pg_temp.u(320),pg_temp.u(1),'geo_block','[2026-01-01,)','{DE,FR}')",
  ),
  refuses('append-only', "update enforcement_actions set effective='[2026-01-01,2027-01-01)'"),
  refuses('reversed_names', 'update enforcement_actions set reversed_at=now()'),
  refuses('not deleted', 'delete from enforcement_actions'),
  // Restrictions
  accepts(
    "insert into account_restrictions(id,user_id,kind,during,public_reason,decision_id) values (pg_temp.u(380),pg_temp.u(1),'messaging','[2026-01-01,2026-02-01)','p',pg_temp.u(340))",
  ),
  refuses(
    'account_restrictions_one_of_a_kind_excl',
    "insert into account_restrictions(user_id,kind,during,public_reason) values (pg_temp.u(1),'messaging','[2026-01-15,)','p')",
  ),
  accepts(
    "insert into account_restrictions(user_id,kind,during,public_reason) values (pg_temp.u(1),'messaging','[2026-02-01,2026-03-01)','p'),(pg_temp.u(1),'posting','[2026-01-15,)','p')",
  ),
  refuses(
    'ban_has_no_end',
    "insert into account_restrictions(user_id,kind,during,public_reason) values (pg_temp.u(5),'ban','[2026-02-01,2026-03-01)','p')",
  ),
  refuses('append-only', "update account_restrictions set during='[2026-01-01,)' where kind='posting'"),
  accepts(
    "update account_restrictions set lifted_at=now(),lifted_by=pg_temp.u(30) where id=pg_temp.u(380); insert into account_restrictions(user_id,kind,during,public_reason) values (pg_temp.u(1),'messaging','[2026-01-15,2026-02-01)','p')",
  ),
  refuses('append-only', 'update account_restrictions set lifted_at=null where id=pg_temp.u(380)'),
  refuses('not deleted', 'delete from account_restrictions'),
  // Strikes
  accepts(
    "insert into strike_policies(rule_group,version,threshold,resulting_kind,is_active) values ('general',1,3,'ban',true)",
  ),
  refuses(
    'ban_and_warning',
    "insert into strike_policies(rule_group,version,threshold,resulting_kind,duration_days) values ('general',2,3,'ban',5)",
  ),
  refuses(
    'rule_group_threshold_idx',
    "insert into strike_policies(rule_group,version,threshold,resulting_kind,is_active) values ('general',2,3,'posting',true)",
  ),
  refuses('append-only', 'update strike_policies set threshold=4'),
  refuses(
    'no violation of this rule',
    'insert into account_strikes(user_id,decision_id,rule_id) values (pg_temp.u(1),pg_temp.u(340),pg_temp.u(302))',
  ),
  accepts(
    'insert into account_strikes(id,user_id,decision_id,rule_id) values (pg_temp.u(385),pg_temp.u(1),pg_temp.u(340),pg_temp.u(300))',
  ),
  refuses(
    'decision_id_user_id_key',
    'insert into account_strikes(user_id,decision_id,rule_id) values (pg_temp.u(1),pg_temp.u(340),pg_temp.u(300))',
  ),
  refuses('append-only', 'update account_strikes set weight=2'),
  refuses('voided_names', 'update account_strikes set voided_at=now()'),
  refuses('not deleted', 'delete from account_strikes'),
  // Statements
  refuses(
    'automated_decision is not that',
    `insert into statements_of_reasons(decision_id,user_id,visibility_decision,ground,guideline_id,facts,source,automated_decision,content_types,territorial_scope,redress_text,language)
     values (pg_temp.u(340),pg_temp.u(1),'{removed}','incompatible',pg_temp.u(290),'f','own_initiative','full','{text}','{DE}','r','en')`,
  ),
  refuses(
    'something_was_decided',
    `insert into statements_of_reasons(decision_id,user_id,visibility_decision,ground,guideline_id,facts,source,automated_decision,content_types,territorial_scope,redress_text,language)
     values (pg_temp.u(340),pg_temp.u(1),'{}','incompatible',pg_temp.u(290),'f','own_initiative','none','{text}','{DE}','r','en')`,
  ),
  refuses(
    'incompatible_names',
    `insert into statements_of_reasons(decision_id,user_id,visibility_decision,ground,facts,source,automated_decision,content_types,territorial_scope,redress_text,language)
     values (pg_temp.u(340),pg_temp.u(1),'{removed}','incompatible','f','own_initiative','none','{text}','{DE}','r','en')`,
  ),
  refuses(
    'illegal_names',
    `insert into statements_of_reasons(decision_id,user_id,visibility_decision,ground,facts,source,automated_decision,content_types,territorial_scope,redress_text,language)
     values (pg_temp.u(340),pg_temp.u(1),'{removed}','illegal','f','own_initiative','none','{text}','{DE}','r','en')`,
  ),
  accepts(
    `insert into statements_of_reasons(id,decision_id,user_id,enforcement_action_id,visibility_decision,ground,guideline_id,facts,source,automated_decision,content_types,territorial_scope,redress_text,language)
     values (pg_temp.u(390),pg_temp.u(340),pg_temp.u(1),pg_temp.u(370),'{removed}','incompatible',pg_temp.u(290),'f','own_initiative','none','{text}','{DE}','r','en')`,
  ),
  refuses(
    'user_id is not that',
    `insert into statements_of_reasons(decision_id,user_id,restriction_id,visibility_decision,ground,guideline_id,facts,source,automated_decision,content_types,territorial_scope,redress_text,language)
     values (pg_temp.u(340),pg_temp.u(2),pg_temp.u(380),'{removed}','incompatible',pg_temp.u(290),'f','own_initiative','none','{text}','{DE}','r','en')`,
  ),
  refuses(
    'after it was sent',
    "insert into dsa_submissions(statement_id,payload,next_attempt_at) values (pg_temp.u(390),'{}',now())",
  ),
  accepts("update statements_of_reasons set facts='g'; update statements_of_reasons set sent_at=now()"),
  refuses('cannot change once sent_at', "update statements_of_reasons set facts='h'"),
  refuses('cannot change once sent_at', 'delete from statements_of_reasons'),
  accepts("insert into dsa_submissions(statement_id,payload,next_attempt_at) values (pg_temp.u(390),'{}',now())"),
  refuses(
    'accepted_has_its_number',
    "update dsa_submissions set status='accepted',next_attempt_at=null,submitted_at=now()",
  ),
  accepts("update dsa_submissions set status='accepted',next_attempt_at=null,submitted_at=now(),external_uuid='e'"),
  refuses('append-only', 'update dsa_submissions set payload=\'{"a":1}\''),
  // Appeals
  accepts(
    "insert into appeals(id,decision_id,appellant_id,grounds,deadline_at) values (pg_temp.u(400),pg_temp.u(340),pg_temp.u(1),'g',now()+interval '14 d')",
  ),
  refuses('took no part', 'update appeals set reviewer_id=pg_temp.u(20)'),
  refuses('took no part', 'update appeals set reviewer_id=pg_temp.u(21)'),
  refuses('nobody_reviews', 'update appeals set reviewer_id=pg_temp.u(1)'),
  refuses('decided_by_a_person', "update appeals set state='upheld',decided_at=now(),outcome_reason='o'"),
  accepts("update appeals set reviewer_id=pg_temp.u(22),state='under_review'"),
  refuses('decided_says', "update appeals set state='upheld',decided_at=now()"),
  refuses('overturned_has', "update appeals set state='overturned',decided_at=now(),outcome_reason='o'"),
  refuses(
    'supersedes the one appealed',
    "update appeals set state='overturned',decided_at=now(),outcome_reason='o',new_decision_id=pg_temp.u(341)",
  ),
  refuses('keeps its value', 'update appeals set appellant_id=pg_temp.u(2)'),
  refuses(
    'not the appellant',
    "insert into appeal_messages(appeal_id,author_id,author_role,body) values (pg_temp.u(400),pg_temp.u(2),'appellant','b')",
  ),
  refuses(
    'no_internal_notes',
    "insert into appeal_messages(appeal_id,author_id,author_role,body,is_internal) values (pg_temp.u(400),pg_temp.u(1),'appellant','b',true)",
  ),
  accepts(
    "insert into appeal_messages(appeal_id,author_id,author_role,body) values (pg_temp.u(400),pg_temp.u(1),'appellant','b')",
  ),
  refuses('append-only', "update appeal_messages set body='c'"),
  accepts("update appeals set state='overturned',decided_at=now(),outcome_reason='o',new_decision_id=pg_temp.u(342)"),
  refuses('cannot change once decided_at', "update appeals set outcome_reason='p'"),
  accepts(
    "update account_strikes set voided_at=now(),voided_reason='appeal'; update enforcement_actions set reversed_at=now(),reversal_reason='appeal',reversed_by=pg_temp.u(22)",
  ),
  refuses(
    'user_id is not that',
    "insert into out_of_court_disputes(appeal_id,user_id,body_name,external_reference,opened_on,response_due_on) values (pg_temp.u(400),pg_temp.u(2),'B','1','2026-01-01','2026-02-01')",
  ),
  refuses(
    'fee_has_a_currency',
    "insert into out_of_court_disputes(appeal_id,user_id,body_name,external_reference,opened_on,response_due_on,fee_minor) values (pg_temp.u(400),pg_temp.u(1),'B','1','2026-01-01','2026-02-01',5)",
  ),
  accepts(
    "insert into out_of_court_disputes(appeal_id,user_id,body_name,external_reference,opened_on,response_due_on,fee_minor,currency) values (pg_temp.u(400),pg_temp.u(1),'B','1','2026-01-01','2026-02-01',5,'EUR')",
  ),
];

const SCREENING: readonly Case[] = [
  accepts(
    "insert into screening_policies(id,subject_type,detector,label,version,review_threshold,block_threshold,queue_id,active) values (pg_temp.u(410),'post','d','l',1,0.5,0.9,pg_temp.u(310),'[2026-01-01,)')",
  ),
  refuses(
    'one_decides',
    "insert into screening_policies(subject_type,detector,label,version,review_threshold,block_threshold,queue_id,active) values ('post','d','l',2,0.5,0.9,pg_temp.u(310),'[2026-03-01,)')",
  ),
  accepts(
    `insert into screening_policies(subject_type,detector,label,version,review_threshold,block_threshold,queue_id,active,shadow_mode,region_code) values
     ('post','d','l',2,0.5,0.9,pg_temp.u(310),'[2026-03-01,)',true,null),('post','d','l',1,0.5,0.9,pg_temp.u(310),'[2026-03-01,)',false,'DE')`,
  ),
  refuses(
    'thresholds_are_ordered',
    "insert into screening_policies(subject_type,detector,label,version,review_threshold,block_threshold,queue_id,active) values ('post','d','l',3,0.9,0.5,pg_temp.u(310),'[2025-03-01,2025-04-01)')",
  ),
  refuses('append-only', 'update screening_policies set block_threshold=1'),
  accepts(
    "insert into screening_jobs(id,subject_id,trigger,detectors_required) values (pg_temp.u(415),pg_temp.u(320),'upload','{a,b}')",
  ),
  refuses('running_has_a_lease', "update screening_jobs set stage='running',started_at=now()"),
  accepts("update screening_jobs set stage='running',started_at=now(),lease_expires_at=now(),detectors_done='{a}'"),
  refuses(
    'allowed_only_after_every_detector',
    "update screening_jobs set stage='done',verdict='allow',finished_at=now(),lease_expires_at=null",
  ),
  refuses('done_has_a_verdict', "update screening_jobs set stage='done',finished_at=now(),lease_expires_at=null"),
  accepts(
    "update screening_jobs set stage='done',verdict='allow',finished_at=now(),lease_expires_at=null,detectors_done='{b,a}'",
  ),
  accepts(
    "insert into screening_results(job_id,detector,label,score,outcome) values (pg_temp.u(415),'a','l',0.1,'allow')",
  ),
  refuses(
    'score_in_range',
    "insert into screening_results(job_id,detector,label,score,outcome) values (pg_temp.u(415),'a','l',1.1,'allow')",
  ),
  refuses('append-only', 'update screening_results set score=0.2'),
  refuses(
    'platform_has_no_creator',
    "insert into automod_rules(creator_id,name,scope,applies_to,condition,action) values (pg_temp.u(1),'r','platform','{message}','{}','block')",
  ),
  accepts(
    "insert into automod_rules(name,scope,applies_to,condition,action) values ('r','platform','{message}','{}','block')",
  ),
  refuses(
    'one_enabled',
    "insert into automod_rules(name,version,scope,applies_to,condition,action) values ('r',2,'platform','{message}','{}','block')",
  ),
  refuses('append-only', 'update automod_rules set condition=\'{"a":1}\''),
  accepts('update automod_rules set hit_count=5,is_enabled=false'),
  accepts(
    "insert into automod_hits(rule_id,subject_type,user_id,action) values (pg_temp.u(1),'message',pg_temp.u(1),'block')",
  ),
  refuses('append-only', "update automod_hits set action='mask'"),
  accepts('update automod_hits set overridden_by=pg_temp.u(30),user_id=null'),
  accepts("insert into blocked_terms(term,term_normalised) values ('Word','word')"),
  refuses('language_idx', "insert into blocked_terms(term,term_normalised) values ('WORD','word')"),
  refuses('lower_case', "insert into blocked_terms(term,term_normalised) values ('WORD','WORD')"),
  refuses(
    'regular expression',
    "insert into blocked_terms(term,term_normalised,match_mode) values ('a(b','a(b','regex')",
  ),
  refuses('domain_form', "insert into blocked_terms(term,term_normalised,match_mode) values ('a b','a b','domain')"),
  accepts("insert into blocked_terms(term,term_normalised,match_mode) values ('a(b)','a(b)','regex')"),
];

const CHILD_SAFETY: readonly Case[] = [
  refuses(
    'child_abuse_is_blocked',
    "insert into hash_lists(provider,list_name,harm_class,algorithms,action_on_match) values ('p','l','csam','{pdq}','review')",
  ),
  accepts(
    "insert into hash_lists(id,provider,list_name,harm_class,algorithms,action_on_match) values (pg_temp.u(420),'p','l','csam','{pdq,sha256}','block_and_report')",
  ),
  accepts(
    `insert into hash_list_entries(id,list_id,algorithm,digest,bands) values (pg_temp.u(421),pg_temp.u(420),'sha256',pg_temp.h('a'),null),
     (pg_temp.u(422),pg_temp.u(420),'pdq',pg_temp.h('b'),'{1,2}')`,
  ),
  refuses(
    'digest_length',
    "insert into hash_list_entries(list_id,algorithm,digest) values (pg_temp.u(420),'md5',pg_temp.h('a'))",
  ),
  refuses(
    'perceptual_has_bands',
    "insert into hash_list_entries(list_id,algorithm,digest) values (pg_temp.u(420),'pdq',pg_temp.h('c'))",
  ),
  refuses(
    'list_id_algorithm_digest_key',
    "insert into hash_list_entries(list_id,algorithm,digest) values (pg_temp.u(420),'sha256',pg_temp.h('a'))",
  ),
  accepts(
    'insert into hash_match_events(id,media_asset_id,list_entry_id,uploader_id) values (pg_temp.u(425),pg_temp.u(201),pg_temp.u(421),pg_temp.u(1))',
  ),
  refuses('hash_match_events_list_entry_id_fkey', 'delete from hash_lists'),
  refuses('judged_names', "update hash_match_events set disposition='confirmed'"),
  refuses('append-only', 'update hash_match_events set list_entry_id=pg_temp.u(422)'),
  refuses(
    'starts open',
    "insert into child_safety_incidents(knowledge_at,incident_kind,report_due_at,summary_enc,key_id,state,handler_id) values (now(),'grooming',now()+interval '1 d','x',1,'closed',pg_temp.u(30))",
  ),
  refuses(
    'due_after_knowledge',
    "insert into child_safety_incidents(knowledge_at,incident_kind,report_due_at,summary_enc,key_id) values (now(),'grooming',now(),'x',1)",
  ),
  accepts(
    `insert into child_safety_incidents(id,knowledge_at,incident_kind,report_due_at,summary_enc,key_id,handler_id) values
     (pg_temp.u(430),now(),'apparent_csam',now()+interval '1 d','x',1,pg_temp.u(30)),
     (pg_temp.u(431),now(),'grooming',now()+interval '1 d','x',1,pg_temp.u(30))`,
  ),
  accepts(
    "update hash_match_events set disposition='confirmed',reviewed_at=now(),reviewed_by=pg_temp.u(30),incident_id=pg_temp.u(430)",
  ),
  refuses('never put off', "update child_safety_incidents set report_due_at=report_due_at+interval '1 h'"),
  accepts("update child_safety_incidents set report_due_at=report_due_at-interval '1 h'"),
  refuses('keeps its value', "update child_safety_incidents set knowledge_at=now()+interval '1 m'"),
  refuses('No report', "update child_safety_incidents set state='reported' where id=pg_temp.u(430)"),
  refuses('before it is closed', "update child_safety_incidents set state='closed' where id=pg_temp.u(430)"),
  // Reports to the authorities
  accepts(
    "insert into cybertip_reports(id,incident_id,payload_enc,key_id) values (pg_temp.u(435),pg_temp.u(430),'x',1)",
  ),
  accepts(
    "insert into cybertip_report_files(id,report_id,media_asset_id,media_sha256,viewed_by_staff,publicly_available,vault_key) values (pg_temp.u(436),pg_temp.u(435),pg_temp.u(201),pg_temp.h('1'),false,true,'v')",
  ),
  refuses('submitted_names', "update cybertip_reports set status='submitted'"),
  refuses('submitted_is_preserved', "update cybertip_reports set status='submitted',submitted_at=now()"),
  refuses(
    'preserved_for_a_year',
    "update cybertip_reports set status='submitted',submitted_at=now(),preserve_from='2027-06-01',preserve_until='2028-05-31'",
  ),
  accepts(
    "update cybertip_reports set status='submitted',submitted_at=now(),preserve_from=current_date,preserve_until=current_date+400",
  ),
  refuses('cannot change once submitted_at', "update cybertip_reports set payload_enc='y'"),
  refuses('only grows', 'update cybertip_reports set preserve_until=preserve_until-1'),
  refuses('accepted_has', "update cybertip_reports set status='accepted'"),
  accepts(
    "update cybertip_reports set status='accepted',external_report_id='n1',preserve_until=preserve_until+1; update child_safety_incidents set state='reported' where id=pg_temp.u(430)",
  ),
  refuses(
    'incident_id is not that',
    "insert into cybertip_reports(incident_id,payload_enc,key_id,follow_up_of) values (pg_temp.u(431),'x',1,pg_temp.u(435))",
  ),
  refuses(
    'once submitted_at of cybertip_reports is set',
    "insert into cybertip_report_files(report_id,media_sha256,viewed_by_staff,publicly_available,vault_key) values (pg_temp.u(435),pg_temp.h('2'),false,true,'v')",
  ),
  refuses('append-only', 'update cybertip_report_files set viewed_by_staff=true'),
  accepts('update cybertip_report_files set media_asset_id=null'),
  refuses('kept until', 'delete from cybertip_report_files'),
  refuses('kept until', 'delete from cybertip_reports'),
  refuses('not deleted', 'delete from child_safety_incidents where id=pg_temp.u(431)'),
  accepts('update child_safety_incidents set retain_until=current_date where id=pg_temp.u(431)'),
  refuses('kept until', 'delete from child_safety_incidents where id=pg_temp.u(431)'),
  refuses('only grows', 'update child_safety_incidents set retain_until=null where id=pg_temp.u(431)'),
  accepts(
    `insert into child_safety_incidents(id,knowledge_at,incident_kind,report_due_at,summary_enc,key_id,retain_until)
     values (pg_temp.u(432),now(),'other',now()+interval '1 d','x',1,current_date-2); delete from child_safety_incidents where id=pg_temp.u(432)`,
  ),
  // Evidence
  accepts(
    "insert into user_legal_holds(id,user_id,kind,reference,scope) values (pg_temp.u(440),pg_temp.u(1),'law_enforcement','f','{audit}')",
  ),
  refuses(
    'has_a_ground',
    "insert into evidence_preservations(scope,vault_key,manifest_sha256,preserve_until) values ('{}','v',pg_temp.h('m'),current_date+500)",
  ),
  refuses(
    'as long as the report',
    "insert into evidence_preservations(cybertip_report_id,scope,vault_key,manifest_sha256,preserve_until) values (pg_temp.u(435),'{}','v',pg_temp.h('m'),current_date+30)",
  ),
  refuses(
    'subject_user_id is not that',
    "insert into evidence_preservations(legal_hold_id,subject_user_id,scope,vault_key,manifest_sha256,preserve_until) values (pg_temp.u(440),pg_temp.u(2),'{}','v',pg_temp.h('m'),current_date+30)",
  ),
  accepts(
    `insert into evidence_preservations(id,cybertip_report_id,scope,vault_key,manifest_sha256,preserve_until,custody_log)
     values (pg_temp.u(441),pg_temp.u(435),'{}','v',pg_temp.h('m'),current_date+500,'[{"by":1}]')`,
  ),
  accepts(
    `insert into evidence_preservations(id,legal_hold_id,subject_user_id,scope,vault_key,manifest_sha256,preserved_at,preserve_until)
     values (pg_temp.u(442),pg_temp.u(440),pg_temp.u(1),'{}','v',pg_temp.h('m'),now()-interval '20 d',current_date-2)`,
  ),
  accepts(`update evidence_preservations set custody_log=custody_log||'{"by":2}' where id=pg_temp.u(441)`),
  refuses('grows at its end', `update evidence_preservations set custody_log='[{"by":2}]' where id=pg_temp.u(441)`),
  refuses('grows at its end', `update evidence_preservations set custody_log='[]' where id=pg_temp.u(441)`),
  refuses('custody_log_is_array', `update evidence_preservations set custody_log='{}' where id=pg_temp.u(442)`),
  refuses('only grows', 'update evidence_preservations set preserve_until=preserve_until-1 where id=pg_temp.u(441)'),
  refuses('append-only', "update evidence_preservations set vault_key='w' where id=pg_temp.u(441)"),
  refuses(
    'not_released_early',
    'update evidence_preservations set released_at=now(),released_by=pg_temp.u(30) where id=pg_temp.u(441)',
  ),
  refuses('not deleted', 'delete from evidence_preservations where id=pg_temp.u(442)'),
  accepts(
    'update evidence_preservations set released_at=now(),released_by=pg_temp.u(30) where id=pg_temp.u(442); delete from evidence_preservations where id=pg_temp.u(442)',
  ),
];

const LAW: readonly Case[] = [
  accepts(
    "insert into law_enforcement_requests(id,authority_name,authority_reference,country_code,kind,target_user_id,gag_until) values (pg_temp.u(450),'A','1','DE','warrant',pg_temp.u(1),current_date+10)",
  ),
  refuses(
    'only_a_valid',
    "update law_enforcement_requests set disclosed_at=now(),disclosed_scope='{}',handled_by=pg_temp.u(30)",
  ),
  refuses('gag_is_kept', 'update law_enforcement_requests set user_notified_at=now()'),
  refuses('disclosed_says', "update law_enforcement_requests set validity='valid',disclosed_at=now()"),
  accepts(
    "update law_enforcement_requests set validity='valid',disclosed_at=now(),disclosed_scope='{}',handled_by=pg_temp.u(30)",
  ),
  refuses('cannot change once disclosed_at', `update law_enforcement_requests set disclosed_scope='{"a":1}'`),
  accepts('update law_enforcement_requests set gag_until=null,user_notified_at=now()'),
  refuses('not deleted', 'delete from law_enforcement_requests'),
  refuses(
    'deadline_after',
    "insert into removal_orders(authority_name,order_reference,country_code,legal_basis,comply_by) values ('A','1','DE','l',now())",
  ),
  accepts(
    "insert into removal_orders(authority_name,order_reference,country_code,legal_basis,comply_by,subject_id) values ('A','1','DE','l',now()+interval '1 h',pg_temp.u(321))",
  ),
  refuses('geo_block_names', "update removal_orders set effect='geo_blocked'"),
  refuses('subject_id is not that', "update removal_orders set effect='removed',action_id=pg_temp.u(370)"),
  refuses('keeps its value', "update removal_orders set comply_by=comply_by+interval '1 h'"),
  // Copyright
  accepts(
    `insert into dmca_notices(id,claimant_name,claimant_email_enc,key_id,rights_owner,work_description,signature,good_faith_statement,accuracy_statement,perjury_statement)
     values (pg_temp.u(460),'C','x',1,'R','w','s',true,true,true),(pg_temp.u(461),'C','x',1,'R','w','',true,true,true)`,
  ),
  refuses('valid_has_every_element', "update dmca_notices set validity='valid' where id=pg_temp.u(461)"),
  refuses('incomplete_says', "update dmca_notices set validity='incomplete',answered_at=now() where id=pg_temp.u(461)"),
  refuses(
    'refused_was_answered',
    "update dmca_notices set validity='incomplete',missing_elements='{signature}' where id=pg_temp.u(461)",
  ),
  accepts(
    "update dmca_notices set validity='incomplete',missing_elements='{signature}',answered_at=now() where id=pg_temp.u(461)",
  ),
  refuses('append-only', "update dmca_notices set signature='s' where id=pg_temp.u(461)"),
  refuses(
    'uploader_id is not that',
    "insert into dmca_notice_items(notice_id,subject_id,uploader_id,claimed_url) values (pg_temp.u(460),pg_temp.u(321),pg_temp.u(1),'u')",
  ),
  accepts(
    "insert into dmca_notice_items(id,notice_id,subject_id,uploader_id,claimed_url) values (pg_temp.u(465),pg_temp.u(460),pg_temp.u(321),pg_temp.u(2),'u'),(pg_temp.u(466),pg_temp.u(460),pg_temp.u(320),pg_temp.u(1),'u')",
  ),
  refuses(
    'Only a valid notice',
    "update dmca_notice_items set state='removed',removed_at=now() where id=pg_temp.u(465)",
  ),
  accepts(
    "update dmca_notices set validity='valid' where id=pg_temp.u(460); update dmca_notice_items set state='removed',removed_at=now()-interval '40 d'",
  ),
  refuses('The strike is', 'update dmca_notice_items set strike_id=pg_temp.u(385) where id=pg_temp.u(466)'),
  refuses(
    'after the window',
    "update dmca_notice_items set state='restored',restored_at=now() where id=pg_temp.u(465)",
  ),
  refuses(
    'subscriber_id is not that',
    "insert into dmca_counter_notices(notice_item_id,subscriber_id,identity_enc,key_id,signature) values (pg_temp.u(465),pg_temp.u(1),'x',1,'s')",
  ),
  accepts(
    "insert into dmca_counter_notices(id,notice_item_id,subscriber_id,identity_enc,key_id,signature,consent_to_jurisdiction,perjury_statement,received_at) values (pg_temp.u(467),pg_temp.u(465),pg_temp.u(2),'x',1,'s',true,true,now()-interval '30 d')",
  ),
  refuses(
    'dmca_counter_notices_notice_item_id_idx',
    "insert into dmca_counter_notices(notice_item_id,subscriber_id,identity_enc,key_id,signature) values (pg_temp.u(465),pg_temp.u(2),'x',1,'s')",
  ),
  refuses('forwarded_is_sworn', "update dmca_counter_notices set state='forwarded'"),
  refuses(
    'window_opens_after',
    "update dmca_counter_notices set state='forwarded',forwarded_at=now(),restore_not_before=current_date-22,restore_by=current_date",
  ),
  accepts(
    "update dmca_counter_notices set state='forwarded',forwarded_at=now(),restore_not_before=current_date+3,restore_by=current_date+9",
  ),
  refuses(
    'after the window',
    "update dmca_notice_items set state='restored',restored_at=now() where id=pg_temp.u(465)",
  ),
  accepts(
    "update dmca_notice_items set state='restored',restored_at=now()+interval '4 d' where id=pg_temp.u(465); update dmca_counter_notices set state='restored'",
  ),
  refuses('suit_names', "update dmca_counter_notices set state='suit_filed'"),
  // The claimant withdraws.
  accepts(
    "update dmca_notices set validity='withdrawn' where id=pg_temp.u(460); update dmca_notice_items set state='restored',restored_at=now() where id=pg_temp.u(466)",
  ),
  // Leaks
  refuses(
    'creator_id is not that',
    "insert into leak_detections(creator_id,media_asset_id,found_url,found_url_hash,host_domain,match_kind,confidence) values (pg_temp.u(2),pg_temp.u(202),'https://x.y/z',pg_temp.h('u'),'x.y','fingerprint',0.9)",
  ),
  refuses(
    'watermark_is_noted',
    "insert into leak_detections(creator_id,found_url,found_url_hash,host_domain,match_kind,confidence) values (pg_temp.u(1),'https://x.y/z',pg_temp.h('u'),'x.y','watermark',0.9)",
  ),
  accepts(
    "insert into leak_detections(id,creator_id,media_asset_id,found_url,found_url_hash,host_domain,match_kind,confidence) values (pg_temp.u(470),pg_temp.u(1),pg_temp.u(202),'https://x.y/z',pg_temp.h('u'),'x.y','fingerprint',0.9)",
  ),
  refuses(
    'creator_id is not that',
    "insert into leak_takedowns(detection_id,creator_id,recipient,recipient_kind,authorisation_ref) values (pg_temp.u(470),pg_temp.u(2),'h','host','a')",
  ),
  accepts(
    "insert into leak_takedowns(detection_id,creator_id,recipient,recipient_kind,authorisation_ref) values (pg_temp.u(470),pg_temp.u(1),'h','host','a')",
  ),
  refuses('result_follows', "update leak_takedowns set result='removed'"),
  // Intimate images
  accepts(
    `insert into ncii_requests(id,requester_contact_enc,key_id,statement,good_faith_statement,signature,received_at) values (pg_temp.u(475),'x',1,'s',true,'s',now()-interval '1 h')`,
  ),
  refuses('valid_has_its_clock', "update ncii_requests set state='valid'"),
  refuses('within_48_hours', "update ncii_requests set state='valid',valid_at=now(),remove_by=now()+interval '49 h'"),
  accepts("update ncii_requests set state='valid',valid_at=now(),remove_by=now()+interval '48 h'"),
  refuses(
    'keeps its value',
    "update ncii_requests set valid_at=valid_at+interval '1 h',remove_by=remove_by+interval '1 h'",
  ),
  refuses('still pending', "update ncii_requests set state='removed'"),
  accepts('insert into ncii_request_items(request_id,subject_id) values (pg_temp.u(475),pg_temp.u(320))'),
  refuses('still pending', "update ncii_requests set state='removed'"),
  refuses('removed_names', "update ncii_request_items set outcome='removed'"),
  accepts(
    "update ncii_request_items set outcome='removed',removed_at=now(),blocked_entry_id=pg_temp.u(422); update ncii_requests set state='removed'",
  ),
  refuses('not deleted', 'delete from ncii_requests'),
];

const AGE_AND_RISK: readonly Case[] = [
  accepts(
    "insert into age_assurance_policies(id,region_code,surface,methods_allowed,effective_from,result_ttl_days,legal_reference) values (pg_temp.u(480),'US-TX','browse','{credit_card}','2026-01-01',30,'HB')",
  ),
  refuses(
    'one_in_force',
    "insert into age_assurance_policies(region_code,surface,methods_allowed,effective_from,result_ttl_days,legal_reference) values ('US-TX','browse','{credit_card}','2026-05-01',30,'HB')",
  ),
  refuses(
    'a_method_is_allowed',
    "insert into age_assurance_policies(region_code,surface,effective_from,result_ttl_days,legal_reference) values ('US-UT','browse','2026-05-01',30,'HB')",
  ),
  refuses(
    'does not allow this method',
    "insert into visitor_age_checks(actor_id,browser_token_hash,policy_id,method,provider,provider_reference) values (pg_temp.u(1),pg_temp.h('t'),pg_temp.u(480),'document','p','1')",
  ),
  accepts(
    "insert into visitor_age_checks(id,actor_id,browser_token_hash,policy_id,method,provider,provider_reference) values (pg_temp.u(481),pg_temp.u(1),pg_temp.h('t'),pg_temp.u(480),'credit_card','p','1')",
  ),
  refuses('passed_has_an_end', "update visitor_age_checks set result='passed'"),
  refuses('for so long', "update visitor_age_checks set result='passed',valid_until=now()+interval '32 d'"),
  refuses(
    'child_does_not_pass',
    "update visitor_age_checks set result='passed',valid_until=now()+interval '29 d',estimated_band='under_18'",
  ),
  accepts("update visitor_age_checks set result='passed',valid_until=now()+interval '29 d'"),
  refuses('append-only', "update visitor_age_checks set valid_until=now()+interval '28 d'"),
  accepts('update visitor_age_checks set claimed_by_user_id=pg_temp.u(6)'),
  refuses('while visitor_age_checks use it', 'update age_assurance_policies set min_age=21'),
  accepts("update age_assurance_policies set effective_to='2026-12-31'"),
  accepts('insert into safety_scores(user_id) values (pg_temp.u(1))'),
  refuses('scores_in_range', 'update safety_scores set minor_risk=101'),
  refuses('override_has_an_end', "update safety_scores set manual_override_band='trusted'"),
  refuses(
    'nobody_overrides',
    "update safety_scores set manual_override_band='trusted',override_until=now(),overridden_by=pg_temp.u(1)",
  ),
  accepts(
    "insert into risk_signals(user_id,signal_code,weight,entity_type,entity_hash,source) values (pg_temp.u(1),'device.reuse',0.5,'device',pg_temp.h('d'),'s')",
  ),
  refuses(
    'entity_is_whole',
    "insert into risk_signals(user_id,signal_code,weight,entity_type,source) values (pg_temp.u(1),'device.reuse',0.5,'device','s')",
  ),
  refuses('append-only', 'update risk_signals set weight=1'),
  refuses(
    'two_different_accounts',
    "insert into ban_evasion_links(banned_user_id,candidate_user_id,evidence,confidence) values (pg_temp.u(1),pg_temp.u(1),'{}',0.5)",
  ),
  accepts(
    "insert into ban_evasion_links(banned_user_id,candidate_user_id,evidence,confidence) values (pg_temp.u(1),pg_temp.u(2),'{}',0.5)",
  ),
  refuses('verdict_names', "update ban_evasion_links set state='confirmed'"),
];

const AUDIT: readonly Case[] = [
  accepts(
    `insert into audit_log_entries(chain_id,actor_kind,actor_user_id,action,object_type,object_id,details_enc,shred_key_id,ip_prefix,changes)
     values (3,'staff',pg_temp.u(30),'a','t','1','\\x00ff',pg_temp.u(1),'10.0.0.0/24','{"k":null}'),
     (3,'staff',pg_temp.u(30),'b','t','1',null,null,null,'{}')`,
  ),
  accepts(
    "set local bytea_output='escape'; set local timezone='Asia/Tokyo'; insert into audit_log_entries(chain_id,seq,prev_hash,actor_kind,action,object_type,object_id) values (3,77,pg_temp.h('forged'),'system','c','t','2')",
  ),
  yields('1 2 3', "select string_agg(seq::text,' ' order by seq) from audit_log_entries where chain_id=3"),
  yields(
    'true',
    'select ((h.last_seq,h.last_hash)=(e.seq,e.entry_hash))::text from audit_chain_heads h join audit_log_entries e using (chain_id) where e.seq=3',
  ),
  yields('whole', "select coalesce(boyfanz.first_broken_audit_entry(3::smallint)::text,'whole')"),
  accepts(
    "insert into audit_log_entries(chain_id,actor_kind,action,object_type,object_id) values (4,'job','a','t','1')",
  ),
  yields('2', 'select count(*) from audit_chain_heads'),
  refuses('append-only', "update audit_log_entries set action='x'"),
  refuses('append-only', 'delete from audit_log_entries'),
  refuses('append-only', 'truncate audit_log_entries'),
  refuses(
    'ip_is_cut_off',
    "insert into audit_log_entries(actor_kind,action,object_type,object_id,ip_prefix) values ('job','a','t','1','10.0.0.1/32')",
  ),
  refuses('only grows', 'update audit_chain_heads set last_seq=last_seq'),
  refuses('not deleted', 'delete from audit_chain_heads'),
  refuses(
    'not that long',
    "insert into audit_checkpoints(chain_id,from_seq,to_seq,merkle_root,signature,signing_key_id) values (3,1,4,pg_temp.h('r'),'s','k')",
  ),
  accepts(
    "insert into audit_checkpoints(chain_id,from_seq,to_seq,merkle_root,signature,signing_key_id) values (3,1,2,pg_temp.h('r'),'s','k')",
  ),
  refuses(
    'ranges_do_not_overlap',
    "insert into audit_checkpoints(chain_id,from_seq,to_seq,merkle_root,signature,signing_key_id) values (3,2,3,pg_temp.h('r'),'s','k')",
  ),
  accepts("update audit_checkpoints set verification='ok',verified_at=now(),external_anchor='s3'"),
  refuses('append-only', "update audit_checkpoints set merkle_root=pg_temp.h('q')"),
  // Somebody with all rights over the server changes, then cuts off, an entry.
  accepts('alter table audit_log_entries disable trigger user'),
  accepts("update audit_log_entries set action='x' where chain_id=3 and seq=2"),
  yields('2', 'select boyfanz.first_broken_audit_entry(3::smallint)'),
  accepts("update audit_log_entries set action='b' where chain_id=3 and seq=2"),
  yields('whole', "select coalesce(boyfanz.first_broken_audit_entry(3::smallint)::text,'whole')"),
  accepts('delete from audit_log_entries where chain_id=3 and seq=3'),
  yields('3', 'select boyfanz.first_broken_audit_entry(3::smallint)'),
  accepts('delete from audit_log_entries where chain_id=3 and seq=1'),
  yields('2', 'select boyfanz.first_broken_audit_entry(3::smallint)'),
  accepts('alter table audit_log_entries enable trigger user'),
  // Access and keys
  refuses(
    'valid_has_both_ends',
    "insert into privileged_access_grants(staff_user_id,approved_by,scope,justification,ticket_reference,valid) values (pg_temp.u(30),pg_temp.u(31),'s','j','t','[2026-01-01,)')",
  ),
  refuses(
    'two_different_people',
    "insert into privileged_access_grants(staff_user_id,approved_by,scope,justification,ticket_reference,valid) values (pg_temp.u(30),pg_temp.u(30),'s','j','t','[2026-01-01,2026-01-02)')",
  ),
  refuses(
    'valid_for_30_days',
    "insert into privileged_access_grants(staff_user_id,approved_by,scope,justification,ticket_reference,valid) values (pg_temp.u(30),pg_temp.u(31),'s','j','t','[2026-01-01,2026-03-02)')",
  ),
  accepts(
    "insert into privileged_access_grants(staff_user_id,approved_by,scope,justification,ticket_reference,valid,reads_count) values (pg_temp.u(30),pg_temp.u(31),'s','j','t','[2026-01-01,2026-01-02)',2)",
  ),
  refuses('append-only', "update privileged_access_grants set valid='[2026-01-01,2026-01-09)'"),
  refuses('only grows', 'update privileged_access_grants set reads_count=1'),
  accepts('update privileged_access_grants set reads_count=3,revoked_at=now()'),
  accepts(
    "insert into crypto_shred_keys(user_id,wrapped_key,kms_key_ref) values (pg_temp.u(1),'w','k'),(pg_temp.u(2),'w','k')",
  ),
  refuses(
    'crypto_shred_keys_user_id_idx',
    "insert into crypto_shred_keys(user_id,wrapped_key,kms_key_ref) values (pg_temp.u(1),'w','k')",
  ),
  refuses('legal hold', 'update crypto_shred_keys set wrapped_key=null,destroyed_at=now() where user_id=pg_temp.u(1)'),
  refuses('destroyed_is_empty', 'update crypto_shred_keys set destroyed_at=now() where user_id=pg_temp.u(2)'),
  accepts('update crypto_shred_keys set wrapped_key=null,destroyed_at=now() where user_id=pg_temp.u(2)'),
  refuses(
    'cannot change once destroyed_at',
    "update crypto_shred_keys set wrapped_key='w',destroyed_at=null where user_id=pg_temp.u(2)",
  ),
  refuses('not deleted', 'delete from crypto_shred_keys where user_id=pg_temp.u(2)'),
  refuses(
    'keep_is_positive',
    "insert into retention_policies(relation_name,clock_column,keep_days,method,legal_basis,next_run_at) values ('t','c',0,'delete','l',now())",
  ),
  accepts(
    "insert into compliance_obligations(id,code,framework,title,jurisdiction,cadence,next_due_on) values (pg_temp.u(490),'dsa.24','dsa','T','EU','yearly','2027-02-01')",
  ),
  refuses('periodic_has_a_date', 'update compliance_obligations set next_due_on=null'),
  accepts(
    "insert into compliance_filings(obligation_id,kind,period_start,period_end,recipient,prepared_by) values (pg_temp.u(490),'transparency_report','2026-01-01','2026-12-31','EC',pg_temp.u(30))",
  ),
  refuses('filed_was_approved', 'update compliance_filings set filed_at=now()'),
  refuses('two_different_people', 'update compliance_filings set filed_at=now(),approved_by=pg_temp.u(30)'),
  accepts('update compliance_filings set filed_at=now(),approved_by=pg_temp.u(31)'),
  refuses('cannot change once filed_at', `update compliance_filings set figures='{"n":1}'`),
];

export const CASES: readonly Case[] = [
  ...PEOPLE,
  ...RULES,
  ...QUEUES,
  ...CASES_OF_MODERATION,
  ...REPORTS,
  ...SANCTIONS,
  ...SCREENING,
  ...CHILD_SAFETY,
  ...LAW,
  ...AGE_AND_RISK,
  ...AUDIT,
];
