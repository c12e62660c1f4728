/**
 * What the tables of section 6 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on (other rows from 100), `pg_temp.h('x')` a digest; `ledger_transactions`, `subscriptions` and `videos` were
 * stripped of their own rules, since only their keys are needed here.
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
  accepts("insert into currencies(code,name,exponent) values ('EUR','Euro',2),('USD','Dollar',2)"),
  accepts("insert into creators(user_id,default_currency) values (pg_temp.u(1),'EUR'),(pg_temp.u(2),'EUR')"),
  accepts(
    "insert into traffic_sources(id,channel,source,medium) values (pg_temp.u(100),'social','x','post'),(pg_temp.u(101),'direct','direct','')",
  ),
  refuses('lower_case', "insert into traffic_sources(channel,source) values ('social','X')"),
];

const EVENTS: readonly Case[] = [
  accepts(
    `insert into analytics_event_definitions(id,name,display_name,description,category,json_schema,pii_class,status,retention_days,owner_team)
     values (pg_temp.u(110),'signed_up','n','d','growth','{}','none','active',90,'t')`,
  ),
  refuses('retention_in_range', 'update analytics_event_definitions set retention_days=1096'),
  refuses('keeps its value', "update analytics_event_definitions set name='other_name'"),
  refuses('raises schema_version', `update analytics_event_definitions set json_schema='{"a":1}'`),
  accepts(`update analytics_event_definitions set json_schema='{"a":1}', schema_version=2`),
  refuses('only grows', 'update analytics_event_definitions set schema_version=1'),
  refuses(
    'forbidden_is_not_kept',
    "insert into analytics_property_definitions(event_definition_id,name,value_type,pii_class,is_required) values (pg_temp.u(110),'email','string','forbidden',true)",
  ),
  accepts(
    `insert into analytics_events(occurred_at,event_definition_id,actor_id,platform,schema_version)
     values (now(),pg_temp.u(110),pg_temp.u(120),'web',2)`,
  ),
  refuses('append-only', "update analytics_events set platform='ios'"),
  refuses(
    'properties_at_most_16_kib',
    `insert into analytics_events(occurred_at,event_definition_id,actor_id,platform,schema_version,properties)
     values (now(),pg_temp.u(110),pg_temp.u(120),'web',2,jsonb_build_object('a',repeat('x',16384)))`,
  ),
  refuses(
    'object_is_whole',
    `insert into analytics_events(occurred_at,event_definition_id,actor_id,platform,schema_version,object_type)
     values (now(),pg_temp.u(110),pg_temp.u(120),'web',2,'post')`,
  ),
  refuses(
    'full_hour',
    "insert into analytics_events_hourly(bucket_at,event_definition_id,platform,events) values (date_trunc('hour',now())+interval '1 s',pg_temp.u(110),'web',1)",
  ),
  accepts(
    "insert into analytics_events_hourly(bucket_at,event_definition_id,platform,events) values (date_trunc('hour',now()),pg_temp.u(110),'web',1)",
  ),
  accepts("insert into event_ingest_rejections(event_name,reason,payload_redacted) values ('x','schema_invalid','{}')"),
  refuses(
    'without_consent',
    "insert into event_ingest_rejections(event_name,reason,payload_redacted) values ('x','no_consent','{}')",
  ),
  accepts('update event_ingest_rejections set replayed_at=now()'),
  refuses('append-only', 'update event_ingest_rejections set replayed_at=null'),
  accepts(
    "insert into analytics_sessions(actor_id,platform,entry_path,device_class) values (pg_temp.u(120),'web','/','desktop')",
  ),
  refuses('bounce_saw_one_page', 'update analytics_sessions set pageviews=2'),
  accepts("update analytics_sessions set pageviews=2,is_bounce=false,revenue_minor=5,currency='EUR'"),
  refuses('revenue_names', 'update analytics_sessions set currency=null'),
  accepts(
    "insert into analytics_tracking_consents(actor_id,purpose,decision,signal,policy_version) values (pg_temp.u(120),'analytics','granted','banner','1')",
  ),
  refuses('append-only', "update analytics_tracking_consents set decision='denied'"),
  refuses('append-only', 'truncate analytics_tracking_consents'),
  refuses(
    'granted_silently',
    "insert into analytics_tracking_consents(actor_id,purpose,decision,signal,policy_version) values (pg_temp.u(120),'analytics','granted','gpc','1')",
  ),
  accepts("insert into analytics_visitor_salts(valid_on,salt_enc,key_id) values (current_date,pg_temp.h('s'),1)"),
  refuses('destroyed_is_empty', 'update analytics_visitor_salts set destroyed_at=now()'),
  refuses('append-only', "update analytics_visitor_salts set salt_enc=pg_temp.h('t')"),
  accepts('update analytics_visitor_salts set destroyed_at=now(),salt_enc=null'),
  accepts(
    `insert into search_query_events(query_normalised,query_hash,surface,result_count) values ('q',pg_temp.h('q'),'global',3)`,
  ),
  refuses(
    'own_messages',
    "insert into search_query_events(query_normalised,query_hash,surface,result_count) values ('q',pg_temp.h('q'),'messages',3)",
  ),
  accepts(
    "update search_query_events set clicked_type='post',clicked_id=pg_temp.u(5),clicked_position=0,query_normalised=null",
  ),
  refuses('append-only', 'update search_query_events set clicked_position=1'),
  accepts(
    "insert into api_request_logs(region,route_template,method,status_code,latency_ms,ip_prefix) values ('eu','/v1/a','GET',200,5,'10.0.0.0/24')",
  ),
  refuses(
    'ip_is_cut_off',
    "insert into api_request_logs(region,route_template,method,status_code,latency_ms,ip_prefix) values ('eu','/v1/a','GET',200,5,'10.0.0.1/32')",
  ),
  refuses(
    'route_has_no_query',
    "insert into api_request_logs(region,route_template,method,status_code,latency_ms) values ('eu','/v1/a?b=c','GET',200,5)",
  ),
];

const IDENTITIES: readonly Case[] = [
  accepts(
    'insert into analytics_identities(actor_id,user_id) values (pg_temp.u(120),pg_temp.u(3)),(pg_temp.u(121),null)',
  ),
  refuses('one_per_user', 'insert into analytics_identities(user_id) values (pg_temp.u(3))'),
  // Merged means the same user, one step deep; the order within a transaction does not matter.
  refuses(
    'merged itself or of another',
    'update analytics_identities set merged_into=pg_temp.u(120) where actor_id=pg_temp.u(121)',
  ),
  accepts(
    'update analytics_identities set merged_into=pg_temp.u(120),user_id=pg_temp.u(3) where actor_id=pg_temp.u(121)',
  ),
  refuses(
    'merged itself or of another',
    'insert into analytics_identities(user_id,merged_into) values (pg_temp.u(3),pg_temp.u(121))',
  ),
  refuses(
    'merged itself or of another',
    'update analytics_identities set user_id=pg_temp.u(4) where actor_id=pg_temp.u(120)',
  ),
  accepts('insert into analytics_identities(actor_id) values (pg_temp.u(122))'),
  refuses(
    'merged itself or of another',
    'update analytics_identities set merged_into=pg_temp.u(122) where actor_id=pg_temp.u(120)',
  ),
  refuses('themselves', 'update analytics_identities set merged_into=actor_id where actor_id=pg_temp.u(122)'),
];

const CONVERSIONS: readonly Case[] = [
  refuses(
    'fixed_names_its_value',
    "insert into conversion_goals(key,name,event_definition_id,value_rule) values ('g1','n',pg_temp.u(110),'fixed')",
  ),
  refuses(
    'fixed_names_its_value',
    "insert into conversion_goals(key,name,event_definition_id,value_rule,fixed_value_minor) values ('g1','n',pg_temp.u(110),'fixed',5)",
  ),
  accepts(
    `insert into conversion_goals(id,key,name,event_definition_id,value_rule) values
     (pg_temp.u(130),'signup','n',pg_temp.u(110),'none'),(pg_temp.u(131),'first_sale','n',pg_temp.u(110),'ledger_amount')`,
  ),
  accepts('insert into ledger_transactions(id) values (pg_temp.u(140))'),
  refuses(
    'has no value',
    "insert into conversions(goal_id,value_minor,currency,converted_at,idempotency_key) values (pg_temp.u(130),1,'EUR',now(),'k')",
  ),
  refuses(
    'needs the posting',
    "insert into conversions(goal_id,value_minor,currency,converted_at,idempotency_key) values (pg_temp.u(131),1,'EUR',now(),'k')",
  ),
  accepts(
    `insert into conversions(id,goal_id,actor_id,creator_id,ledger_transaction_id,value_minor,currency,converted_at,idempotency_key)
     values (pg_temp.u(150),pg_temp.u(131),pg_temp.u(120),pg_temp.u(1),pg_temp.u(140),1001,'EUR',now()-interval '1 h','k')`,
  ),
  refuses(
    'conversions_goal_id_idempotency_key_key',
    "insert into conversions(goal_id,ledger_transaction_id,converted_at,idempotency_key) values (pg_temp.u(131),pg_temp.u(140),now(),'k')",
  ),
  refuses('append-only', 'update conversions set value_minor=5'),
  refuses('append-only', 'delete from conversions'),
  refuses('ledger_transaction_id_fkey', 'delete from ledger_transactions'),
  // Shares make up the whole, in parts and in money.
  refuses(
    'credits 999999 of 1000000',
    `insert into attribution_credits(conversion_id,model,touchpoint_id,touched_at,credit_ppm,credited_minor,currency) values
     (pg_temp.u(150),'linear',pg_temp.u(160),now(),500000,501,'EUR'),(pg_temp.u(150),'linear',pg_temp.u(161),now(),499999,500,'EUR')`,
  ),
  refuses(
    'does not credit the value',
    `insert into attribution_credits(conversion_id,model,touchpoint_id,touched_at,credit_ppm,credited_minor,currency) values
     (pg_temp.u(150),'linear',pg_temp.u(160),now(),500000,501,'EUR'),(pg_temp.u(150),'linear',pg_temp.u(161),now(),500000,501,'EUR')`,
  ),
  refuses(
    'does not credit the value',
    `insert into attribution_credits(conversion_id,model,touchpoint_id,touched_at,credit_ppm,credited_minor,currency) values
     (pg_temp.u(150),'linear',pg_temp.u(160),now(),1000000,1001,'USD')`,
  ),
  accepts(
    `insert into attribution_credits(conversion_id,model,touchpoint_id,touched_at,credit_ppm,credited_minor,currency) values
     (pg_temp.u(150),'linear',pg_temp.u(160),now(),500000,501,'EUR'),(pg_temp.u(150),'linear',pg_temp.u(161),now(),500000,500,'EUR'),
     (pg_temp.u(150),'last_touch',pg_temp.u(161),now(),1000000,1001,'EUR')`,
  ),
  refuses('single_touch_is_whole', "update attribution_credits set credit_ppm=5 where model='last_touch'"),
  refuses('credits 500000 of', 'delete from attribution_credits where touchpoint_id=pg_temp.u(160)'),
  refuses(
    'credits 500000 of',
    "update attribution_credits set model='time_decay' where model='linear' and touchpoint_id=pg_temp.u(160)",
  ),
  accepts("delete from attribution_credits where model='linear'"),
  // Erasure: the actors of the person go together, the fact stays without them.
  accepts('delete from analytics_identities where actor_id=pg_temp.u(120)'),
  yields('0', 'select count(*) from analytics_identities where user_id is not null'),
  yields('1', 'select count(*) from conversions where actor_id is null'),
  accepts('update conversions set reversed_at=now()'),
  refuses('append-only', 'update conversions set reversed_at=null'),
];

const MARKETING: readonly Case[] = [
  accepts(
    `insert into marketing_campaigns(id,name,utm_campaign,source_id,objective,flight,owner_user_id)
     values (pg_temp.u(170),'c','Spring',pg_temp.u(100),'signup','[2026-01-01,)',pg_temp.u(1))`,
  ),
  refuses(
    'utm_campaign_source_id_key',
    "insert into marketing_campaigns(name,utm_campaign,source_id,objective,flight) values ('c','spring',pg_temp.u(100),'signup','[2026-01-01,)')",
  ),
  refuses('flight_has_a_start', "update marketing_campaigns set flight='empty'"),
  refuses('budget_names', 'update marketing_campaigns set budget_minor=5'),
  accepts(
    "insert into campaign_costs_daily(campaign_id,spend_date,cost_minor,currency,impressions,clicks,imported_from) values (pg_temp.u(170),current_date,5,'EUR',2,1,'x')",
  ),
  refuses('clicks_within', 'update campaign_costs_daily set clicks=3'),
  refuses('campaign_costs_daily_campaign_id_fkey', 'delete from marketing_campaigns'),
  accepts(
    "insert into tracking_links(id,creator_id,campaign_id,slug,destination_path,label) values (pg_temp.u(180),pg_temp.u(1),pg_temp.u(170),'my-link','/me','l')",
  ),
  refuses('destination_is_a_path', "update tracking_links set destination_path='//evil.example'"),
  refuses('keeps its value', "update tracking_links set slug='other'"),
  refuses('slug_key', "insert into tracking_links(slug,destination_path,label) values ('MY-LINK','/','l')"),
  refuses(
    'link_click_names',
    "insert into attribution_touchpoints(actor_id,touch_kind,source_id) values (pg_temp.u(1),'link_click',pg_temp.u(100))",
  ),
  refuses(
    'touch_names_its_origin',
    "insert into attribution_touchpoints(actor_id,touch_kind) values (pg_temp.u(1),'visit')",
  ),
  accepts(
    "insert into tracking_link_clicks(link_id,device_class,visitor_hash) values (pg_temp.u(180),'mobile',pg_temp.h('v'))",
  ),
  refuses('bot_device', "insert into tracking_link_clicks(link_id,device_class) values (pg_temp.u(180),'bot')"),
  refuses(
    'clicks_are_some',
    'insert into tracking_link_clicks_daily(link_id,click_date) values (pg_temp.u(180),current_date)',
  ),
];

const FACTS: readonly Case[] = [
  refuses(
    'small_cells',
    "insert into creator_audience_daily(creator_id,metric_date,dimension,dimension_value,viewers,currency) values (pg_temp.u(1),current_date,'country','DE',19,'EUR')",
  ),
  refuses(
    'suppressed_cells',
    "insert into creator_audience_daily(creator_id,metric_date,dimension,dimension_value,viewers,currency,is_suppressed) values (pg_temp.u(1),current_date,'country','DE',19,'EUR',true)",
  ),
  accepts(
    `insert into creator_audience_daily(creator_id,metric_date,dimension,dimension_value,viewers,currency,is_suppressed) values
     (pg_temp.u(1),current_date,'country','DE',0,'EUR',true),(pg_temp.u(1),current_date,'country','FR',20,'EUR',false)`,
  ),
  refuses(
    'unique_viewers_within',
    "insert into content_metrics_hourly(post_id,bucket_at,creator_id,views,unique_viewers,currency) values (pg_temp.u(5),date_trunc('hour',now()),pg_temp.u(1),1,2,'EUR')",
  ),
  refuses(
    'tips_within_revenue',
    "insert into content_metrics_hourly(post_id,bucket_at,creator_id,tips_minor,currency) values (pg_temp.u(5),date_trunc('hour',now()),pg_temp.u(1),2,'EUR')",
  ),
  refuses(
    'fee_leaves',
    "insert into creator_metrics_daily(creator_id,metric_date,gross_minor,platform_fee_minor,net_minor,currency,ledger_watermark) values (pg_temp.u(1),current_date,100,20,81,'EUR',1)",
  ),
  refuses(
    'net_adds_up',
    "insert into revenue_metrics_daily(metric_date,creator_id,revenue_kind,currency,gross_minor,net_minor,ledger_watermark) values (current_date,pg_temp.u(1),'tip','EUR',100,99,1)",
  ),
  accepts(
    "insert into revenue_metrics_daily(metric_date,creator_id,revenue_kind,currency,gross_minor,fees_minor,net_minor,ledger_watermark) values (current_date,pg_temp.u(1),'tip','EUR',100,20,80,1)",
  ),
  accepts('update revenue_metrics_daily set reconciled_at=now()'),
  refuses('cannot change once', 'update revenue_metrics_daily set payers=1'),
  refuses('cannot change once', 'update revenue_metrics_daily set payers=1,reconciled_at=null'),
  refuses('cannot change once', 'delete from revenue_metrics_daily'),
  accepts('update revenue_metrics_daily set reconciled_at=null; update revenue_metrics_daily set payers=1'),
  accepts("insert into platform_metrics_daily(metric_date,metric_key,value_numeric) values (current_date,'gmv',1.5)"),
  refuses('numbers_are_numbers', "update platform_metrics_daily set value_numeric='NaN'"),
  refuses('dimension_has_a_value', "update platform_metrics_daily set dimension='country'"),
  accepts('update platform_metrics_daily set is_final=true'),
  refuses('append-only', 'update platform_metrics_daily set value_numeric=2'),
  refuses('Rows of public.platform_metrics_daily are not deleted', 'delete from platform_metrics_daily'),
  accepts('update platform_metrics_daily set is_final=false; update platform_metrics_daily set value_numeric=2'),
  refuses(
    'spend_names_its_currency',
    'insert into user_activity_daily(user_id,activity_date,signup_date,spend_minor) values (pg_temp.u(3),current_date,current_date,5)',
  ),
  refuses(
    'scores_in_range',
    'insert into user_engagement_scores(user_id,recency_score,frequency_score,monetary_score,last_active_on) values (pg_temp.u(3),1,6,1,current_date)',
  ),
  accepts('insert into subscriptions(id,creator_id,subscriber_id) values (pg_temp.u(190),pg_temp.u(1),pg_temp.u(3))'),
  refuses(
    'is not that of its row in subscriptions',
    "insert into mrr_movements(subscription_id,creator_id,movement,mrr_delta_minor,currency,moved_at,source_event_id) values (pg_temp.u(190),pg_temp.u(2),'new',5,'EUR',now(),pg_temp.u(1))",
  ),
  refuses(
    'sign_fits_movement',
    "insert into mrr_movements(subscription_id,creator_id,movement,mrr_delta_minor,currency,moved_at,source_event_id) values (pg_temp.u(190),pg_temp.u(1),'churn',5,'EUR',now(),pg_temp.u(1))",
  ),
  refuses(
    'sign_fits_movement',
    "insert into mrr_movements(subscription_id,creator_id,movement,mrr_delta_minor,currency,moved_at,source_event_id) values (pg_temp.u(190),pg_temp.u(1),'new',-5,'EUR',now(),pg_temp.u(1))",
  ),
  accepts(
    `insert into mrr_movements(subscription_id,creator_id,movement,mrr_delta_minor,currency,moved_at,source_event_id) values
     (pg_temp.u(190),pg_temp.u(1),'new',5,'EUR',now(),pg_temp.u(1)),(pg_temp.u(190),pg_temp.u(1),'currency_adjust',-1,'EUR',now(),pg_temp.u(2))`,
  ),
  refuses('append-only', 'delete from mrr_movements'),
  accepts('insert into videos(id,author_id) values (pg_temp.u(191),pg_temp.u(1))'),
  refuses(
    'is not that of its row in videos',
    "insert into video_retention_curves(video_id,week_start,creator_id,viewers_at_percent) values (pg_temp.u(191),'2026-11-16',pg_temp.u(2),array_fill(1,array[101]))",
  ),
  refuses(
    'curve_has_101_points',
    "insert into video_retention_curves(video_id,week_start,creator_id,viewers_at_percent) values (pg_temp.u(191),'2026-11-16',pg_temp.u(1),array_fill(1,array[100]))",
  ),
  refuses(
    'curve_has_101_points',
    "insert into video_retention_curves(video_id,week_start,creator_id,viewers_at_percent) values (pg_temp.u(191),'2026-11-16',pg_temp.u(1),array_fill(1,array[100])||null)",
  ),
  refuses(
    'curve_has_101_points',
    "insert into video_retention_curves(video_id,week_start,creator_id,viewers_at_percent) values (pg_temp.u(191),'2026-11-16',pg_temp.u(1),'{}')",
  ),
  refuses(
    'monday',
    "insert into video_retention_curves(video_id,week_start,creator_id,viewers_at_percent) values (pg_temp.u(191),'2026-11-17',pg_temp.u(1),array_fill(1,array[101]))",
  ),
  accepts(
    "insert into video_retention_curves(video_id,week_start,creator_id,viewers_at_percent) values (pg_temp.u(191),'2026-11-16',pg_temp.u(1),array_fill(1,array[101]))",
  ),
  refuses(
    'dwell_is_measured',
    "insert into content_view_events(post_id,creator_id,event_kind,surface) values (pg_temp.u(5),pg_temp.u(1),'dwell','feed')",
  ),
];

const METRICS: readonly Case[] = [
  refuses(
    'ratio_has_a_denominator',
    "insert into metric_definitions(key,name,description,source_relation,aggregation,numerator_expr,unit,owner_team) values ('mm','n','d','r','ratio','{}','ratio','t')",
  ),
  accepts(
    `insert into metric_definitions(id,key,version,name,description,source_relation,aggregation,numerator_expr,unit,owner_team) values
     (pg_temp.u(200),'gmv',1,'n','d','r','sum','{}','count','t'),(pg_temp.u(201),'gmv',2,'n','d','r','sum','{}','count','t')`,
  ),
  accepts(`update metric_definitions set numerator_expr='{"a":1}',status='certified' where id=pg_temp.u(200)`),
  refuses('one_certified', "update metric_definitions set status='certified' where id=pg_temp.u(201)"),
  refuses('append-only', "update metric_definitions set numerator_expr='{}' where id=pg_temp.u(200)"),
  refuses('draft again', "update metric_definitions set status='draft' where id=pg_temp.u(200)"),
  accepts(
    `update metric_definitions set status='deprecated',name='old' where id=pg_temp.u(200);
     update metric_definitions set status='certified' where id=pg_temp.u(201)`,
  ),
  refuses(
    'bucket_begins',
    "insert into metric_values(metric_id,dimension_hash,bucket_at,grain,value) values (pg_temp.u(201),pg_temp.h(''),date_trunc('hour',now())+interval '5 min','hour',1)",
  ),
  accepts(
    "insert into metric_values(metric_id,dimension_hash,bucket_at,grain,value) values (pg_temp.u(201),pg_temp.h(''),date_trunc('hour',now()),'hour',1)",
  ),
  refuses(
    'comparison_has_a_threshold',
    "insert into metric_alert_rules(owner_user_id,metric_id,name,condition,window_minutes) values (pg_temp.u(9),pg_temp.u(201),'r','above',5)",
  ),
  accepts(
    "insert into metric_alert_rules(id,owner_user_id,metric_id,name,condition,window_minutes) values (pg_temp.u(210),pg_temp.u(9),pg_temp.u(201),'r','no_data',5)",
  ),
  accepts(
    "insert into metric_alert_incidents(rule_id,dimension_hash,acknowledged_by,acknowledged_at) values (pg_temp.u(210),pg_temp.h(''),pg_temp.u(8),now())",
  ),
  refuses(
    'metric_alert_incidents_rule_id_dimension_hash_idx',
    "insert into metric_alert_incidents(rule_id,dimension_hash) values (pg_temp.u(210),pg_temp.h(''))",
  ),
  accepts('update metric_alert_incidents set resolved_at=now()'),
  refuses('cannot change once', 'update metric_alert_incidents set resolved_at=null'),
  accepts("insert into metric_alert_incidents(rule_id,dimension_hash) values (pg_temp.u(210),pg_temp.h(''))"),
  refuses(
    'period_begins',
    "insert into cohort_retention_results(cohort_kind,cohort_period,period_index,measure,grain,cohort_size,retained) values ('signup','2026-11-02',0,'active','month',5,5)",
  ),
  refuses(
    'revenue_is_measured',
    "insert into cohort_retention_results(cohort_kind,cohort_period,period_index,measure,grain,cohort_size,retained) values ('signup','2026-11-01',0,'revenue','month',5,5)",
  ),
  accepts(
    `insert into cohort_retention_results(cohort_kind,cohort_period,period_index,measure,grain,cohort_size,retained) values
     ('signup','2026-06-01',0,'active','month',5,5),('signup','2026-06-01',0,'active','week',3,3),('signup','2026-06-01',0,'active','day',1,1)`,
  ),
];

const COHORTS: readonly Case[] = [
  refuses(
    'dynamic_has_a_rule',
    "insert into cohort_definitions(owner_user_id,name,kind) values (pg_temp.u(9),'c','dynamic')",
  ),
  accepts(
    "insert into cohort_definitions(id,owner_user_id,name,kind,rule,refresh_minutes) values (pg_temp.u(220),pg_temp.u(9),'c','dynamic','{}',5)",
  ),
  refuses('refresh_is_not', 'update cohort_definitions set refresh_minutes=4'),
  refuses('only_dynamic', "update cohort_definitions set kind='static'"),
  accepts('update cohort_definitions set generation=1'),
  refuses('only grows', 'update cohort_definitions set generation=0'),
  accepts('insert into cohort_members(cohort_id,user_id) values (pg_temp.u(220),pg_temp.u(3))'),
  accepts(
    "insert into funnel_definitions(id,owner_user_id,name,window_seconds,cohort_id) values (pg_temp.u(230),pg_temp.u(9),'f',60,pg_temp.u(220))",
  ),
  refuses('exclusions_are_named', "update funnel_definitions set exclusion_events='{null}'"),
  refuses(
    'entrance',
    "insert into funnel_steps(funnel_id,step_number,event_definition_id,label,is_optional) values (pg_temp.u(230),1,pg_temp.u(110),'l',true)",
  ),
  refuses(
    'step_number_in_range',
    "insert into funnel_steps(funnel_id,step_number,event_definition_id,label) values (pg_temp.u(230),21,pg_temp.u(110),'l')",
  ),
  refuses(
    'converted_within',
    'insert into funnel_results(funnel_id,result_date,step_number,entered,converted) values (pg_temp.u(230),current_date,1,1,2)',
  ),
  accepts('delete from cohort_definitions where id=pg_temp.u(220)'),
  yields('1', 'select count(*) from funnel_definitions where cohort_id is null'),
];

const EXPERIMENTS: readonly Case[] = [
  accepts(
    "insert into experiment_layers(id,key,name,unit,bucket_count,salt) values (pg_temp.u(240),'layer','n','user',100,'12345678')",
  ),
  refuses('keeps its value', 'update experiment_layers set bucket_count=200'),
  refuses(
    'layer_of_same_unit',
    "insert into experiments(key,name,hypothesis,unit,layer_id,bucket_range) values ('bad','n','h','actor',pg_temp.u(240),'[0,50)')",
  ),
  refuses(
    'do not lie within',
    "insert into experiments(key,name,hypothesis,unit,layer_id,bucket_range) values ('bad','n','h','user',pg_temp.u(240),'[50,101)')",
  ),
  refuses(
    'do not lie within',
    "insert into experiments(key,name,hypothesis,unit,layer_id,bucket_range) values ('bad','n','h','user',pg_temp.u(240),'[50,)')",
  ),
  refuses(
    'layer_comes_with',
    "insert into experiments(key,name,hypothesis,unit,bucket_range) values ('bad','n','h','user','[0,5)')",
  ),
  accepts(
    `insert into feature_flags(id,key,description,owner_team,expires_on) values (pg_temp.u(250),'flag','d','t',current_date);
     insert into experiments(id,key,name,hypothesis,unit,layer_id,bucket_range,feature_flag_id) values
     (pg_temp.u(260),'one','n','h','user',pg_temp.u(240),'[0,50)',pg_temp.u(250)),
     (pg_temp.u(261),'two','n','h','user',pg_temp.u(240),'[49,99)',null),
     (pg_temp.u(262),'three','n','h','user',null,null,pg_temp.u(250))`,
  ),
  refuses('started_names', "update experiments set status='stopped' where id=pg_temp.u(260)"),
  refuses(
    'two arms or more',
    "insert into experiments(key,name,hypothesis,unit,status,started_at) values ('bad','n','h','user','paused',now())",
  ),
  refuses('two arms or more', "update experiments set status='running',started_at=now() where id=pg_temp.u(260)"),
  accepts(
    `insert into experiment_variants(id,experiment_id,key,name,weight_ppm,is_control)
     select pg_temp.u(e*10+a),pg_temp.u(e),'v'||a,'n',case a when 0 then 500000 else 499999 end,a=0
     from generate_series(260,262) e, generate_series(0,1) a`,
  ),
  refuses(
    'one_control',
    "insert into experiment_variants(experiment_id,key,name,weight_ppm,is_control) values (pg_temp.u(260),'w','n',1,true)",
  ),
  refuses('999999 parts', "update experiments set status='running',started_at=now() where id=pg_temp.u(260)"),
  accepts('update experiment_variants set weight_ppm=500000'),
  refuses('primary metric', "update experiments set status='running',started_at=now() where id=pg_temp.u(260)"),
  refuses(
    'guardrail',
    "insert into experiment_metrics(experiment_id,metric_id,role) values (pg_temp.u(260),pg_temp.u(201),'guardrail')",
  ),
  accepts(
    "insert into experiment_metrics(experiment_id,metric_id,role) select pg_temp.u(e),pg_temp.u(201),'primary' from generate_series(260,262) e",
  ),
  accepts("update experiments set status='running',started_at=now() where id=pg_temp.u(260)"),
  refuses('disjoint_buckets', "update experiments set status='running',started_at=now() where id=pg_temp.u(261)"),
  refuses('feature_flag_id_idx', "update experiments set status='running',started_at=now() where id=pg_temp.u(262)"),
  accepts("update experiments set bucket_range='[50,99)',status='running',started_at=now() where id=pg_temp.u(261)"),
  refuses('disjoint_buckets', "update experiments set bucket_range='[0,51)' where id=pg_temp.u(260)"),
  refuses(
    'do not change once started_at',
    'update experiment_variants set weight_ppm=1 where experiment_id=pg_temp.u(260)',
  ),
  refuses('do not change once started_at', 'delete from experiment_variants where experiment_id=pg_temp.u(260)'),
  refuses('do not change once started_at', 'delete from experiment_metrics where experiment_id=pg_temp.u(260)'),
  refuses(
    'do not change once started_at',
    "insert into experiment_metrics(experiment_id,metric_id,role) values (pg_temp.u(260),pg_temp.u(200),'secondary')",
  ),
  accepts("update experiment_variants set name='renamed' where experiment_id=pg_temp.u(260)"),
  refuses('design of an experiment', "update experiments set hypothesis='other' where id=pg_temp.u(260)"),
  refuses('decided_at_the_end', "update experiments set decision='ship' where id=pg_temp.u(260)"),
  accepts(
    "insert into experiment_assignments(experiment_id,unit_id,variant_id,reason) values (pg_temp.u(260),pg_temp.u(3),pg_temp.u(2600),'override')",
  ),
  refuses(
    'variant_of_same_experiment',
    "insert into experiment_assignments(experiment_id,unit_id,variant_id,reason) values (pg_temp.u(260),pg_temp.u(4),pg_temp.u(2610),'override')",
  ),
  accepts(
    "insert into experiment_snapshots(id,experiment_id,data_cut_at,stats_method,query_fingerprint) values (pg_temp.u(270),pg_temp.u(260),now(),'bayesian','f')",
  ),
  refuses('only_ready_is_healthy', "update experiment_snapshots set health='ok'"),
  refuses(
    'variant_of_same_experiment',
    'insert into experiment_metric_results(experiment_id,snapshot_id,variant_id,metric_id,units,mean,stddev) values (pg_temp.u(260),pg_temp.u(270),pg_temp.u(2610),pg_temp.u(201),1,1,1)',
  ),
  refuses(
    'interval_is_ordered',
    'insert into experiment_metric_results(experiment_id,snapshot_id,variant_id,metric_id,units,mean,stddev,ci_low,ci_high) values (pg_temp.u(260),pg_temp.u(270),pg_temp.u(2600),pg_temp.u(201),1,1,1,2,1)',
  ),
  accepts(
    'insert into experiment_metric_results(experiment_id,snapshot_id,variant_id,metric_id,units,mean,stddev) values (pg_temp.u(260),pg_temp.u(270),pg_temp.u(2600),pg_temp.u(201),1,1,1)',
  ),
  accepts("update experiment_snapshots set health='ok',status='ready'"),
  refuses('append-only', "update experiment_snapshots set health='srm'"),
  refuses('stopped_names', "update experiments set status='stopped' where id=pg_temp.u(260)"),
  accepts(
    "update experiments set status='stopped',ended_at=now()+interval '1 s',decision='ship' where id=pg_temp.u(260)",
  ),
  refuses('does not start again', "update experiments set status='running' where id=pg_temp.u(260)"),
  accepts("update experiments set status='running',started_at=now() where id=pg_temp.u(262)"),
  // Deleting an experiment takes its arms and assignments along, whichever cascade comes first.
  accepts('delete from experiments where id=pg_temp.u(260)'),
  yields('0', 'select count(*) from experiment_assignments'),
];

const REPORTS: readonly Case[] = [
  refuses(
    'creator_scope',
    "insert into dashboards(owner_user_id,slug,title,scope) values (pg_temp.u(1),'d','t','creator')",
  ),
  accepts(
    "insert into dashboards(id,owner_user_id,slug,title,scope) values (pg_temp.u(300),pg_temp.u(9),'d','t','platform')",
  ),
  refuses(
    'kind_fits',
    "insert into dashboard_widgets(dashboard_id,kind,title,metric_id) values (pg_temp.u(300),'text','t',pg_temp.u(201))",
  ),
  refuses(
    'one_thing_at_most',
    "insert into dashboard_widgets(dashboard_id,kind,title,metric_id,saved_query_id) values (pg_temp.u(300),'bar','t',pg_temp.u(201),pg_temp.u(310))",
  ),
  refuses(
    'on_the_grid',
    "insert into dashboard_widgets(dashboard_id,kind,title,grid_x,grid_w) values (pg_temp.u(300),'text','t',13,12)",
  ),
  accepts(
    "insert into dashboard_widgets(dashboard_id,kind,title,funnel_id) values (pg_temp.u(300),'funnel','t',pg_temp.u(230))",
  ),
  refuses(
    'one_kind_of_grantee',
    'insert into dashboard_shares(dashboard_id,created_by) values (pg_temp.u(300),pg_temp.u(9))',
  ),
  refuses(
    'link_expires',
    "insert into dashboard_shares(dashboard_id,created_by,link_token_hash) values (pg_temp.u(300),pg_temp.u(9),pg_temp.h('l'))",
  ),
  refuses(
    'link_only_shows',
    "insert into dashboard_shares(dashboard_id,created_by,link_token_hash,permission,expires_at) values (pg_temp.u(300),pg_temp.u(9),pg_temp.h('l'),'edit',now()+interval '1 d')",
  ),
  refuses(
    'sql_is_reviewed',
    "insert into saved_queries(owner_user_id,name,kind,definition) values (pg_temp.u(9),'q','sql','{}')",
  ),
  accepts(
    "insert into saved_queries(id,owner_user_id,name,kind,definition,review_state) values (pg_temp.u(310),pg_temp.u(9),'q','sql','{}','pending')",
  ),
  refuses('names who made it', "update saved_queries set review_state='approved'"),
  refuses('reviews_their_own', "update saved_queries set review_state='approved',reviewed_by=pg_temp.u(9)"),
  accepts("update saved_queries set review_state='approved',reviewed_by=pg_temp.u(8)"),
  refuses('reviewed again', `update saved_queries set definition='{"sql":"drop"}'`),
  accepts(`update saved_queries set definition='{"sql":"select 1"}',review_state='pending',reviewed_by=null`),
  refuses(
    'shows_something',
    "insert into report_definitions(owner_user_id,name,format) values (pg_temp.u(9),'r','pdf')",
  ),
  accepts(
    `insert into report_definitions(id,owner_user_id,name,format,saved_query_id) values
     (pg_temp.u(320),pg_temp.u(9),'r','pdf',pg_temp.u(310)),(pg_temp.u(321),pg_temp.u(9),'s','pdf',pg_temp.u(310))`,
  ),
  refuses('report_definitions_saved_query_id_fkey', 'delete from saved_queries'),
  refuses(
    'cron_form',
    "insert into report_schedules(report_id,cron,next_run_at) values (pg_temp.u(320),'daily',now())",
  ),
  refuses('enabled_runs_next', "insert into report_schedules(report_id,cron) values (pg_temp.u(320),'0 7 * * 1')"),
  accepts(
    "insert into report_schedules(id,report_id,cron,next_run_at) values (pg_temp.u(330),pg_temp.u(320),'0 7 * * 1',now())",
  ),
  accepts(
    `insert into webhook_endpoints(id,owner_user_id,url,event_names) values
     (pg_temp.u(340),pg_temp.u(9),'https://a.example','{report}'),(pg_temp.u(341),pg_temp.u(8),'https://b.example','{report}')`,
  ),
  refuses(
    'not of the owner',
    "insert into report_recipients(schedule_id,channel,webhook_endpoint_id) values (pg_temp.u(330),'webhook',pg_temp.u(341))",
  ),
  accepts(
    "insert into report_recipients(schedule_id,channel,webhook_endpoint_id) values (pg_temp.u(330),'webhook',pg_temp.u(340))",
  ),
  refuses(
    'channel_fits',
    "insert into report_recipients(schedule_id,channel,user_id) values (pg_temp.u(330),'webhook',pg_temp.u(9))",
  ),
  refuses(
    'one_kind_of_recipient',
    "insert into report_recipients(schedule_id,channel,user_id,email_verified) values (pg_temp.u(330),'email',pg_temp.u(9),'a@b.example')",
  ),
  refuses(
    'is not that of its row in report_schedules',
    "insert into report_runs(report_id,schedule_id,period) values (pg_temp.u(321),pg_temp.u(330),'[2026-01-01,2026-02-01)')",
  ),
  accepts(
    "insert into report_runs(report_id,schedule_id,period) values (pg_temp.u(320),pg_temp.u(330),'[2026-01-01,2026-02-01)')",
  ),
  refuses('finished_names', "update report_runs set status='succeeded',started_at=now()"),
  refuses(
    'file_has',
    "update report_runs set status='succeeded',started_at=now(),finished_at=now(),file_storage_key='k'",
  ),
  accepts(
    "update report_runs set status='succeeded',started_at=now(),finished_at=now(),file_storage_key='k',file_sha256=pg_temp.h('f'),file_expires_at=now()",
  ),
  refuses('cannot change once', 'update report_runs set row_count=5'),
  accepts('update report_runs set file_storage_key=null'),
  accepts('delete from report_schedules'),
  yields('1', 'select count(*) from report_runs where schedule_id is null'),
  // Exports
  accepts("insert into analytics_exports(requested_by,format,contains_personal_data) values (pg_temp.u(9),'csv',true)"),
  refuses('personal_data_were_approved', "update analytics_exports set status='queued'"),
  refuses('approver_is_somebody', 'update analytics_exports set approved_by=pg_temp.u(9)'),
  accepts("update analytics_exports set approved_by=pg_temp.u(8),status='queued'"),
  refuses('keeps its value', 'update analytics_exports set contains_personal_data=false'),
  refuses('was approved', `update analytics_exports set scope='{"all":true}'`),
  refuses(
    'personal_file_is_encrypted',
    "update analytics_exports set status='ready',row_count=1,file_storage_key='k',file_sha256=pg_temp.h('f'),expires_at=now()",
  ),
  accepts(
    "update analytics_exports set status='ready',row_count=1,file_storage_key='k',file_sha256=pg_temp.h('f'),expires_at=now(),file_key_id=1",
  ),
  accepts('update analytics_exports set downloads=5'),
  refuses('downloads_within_limit', 'update analytics_exports set downloads=6'),
  refuses('only grows', 'update analytics_exports set downloads=0'),
  refuses('expired_has_no_file', "update analytics_exports set status='expired'"),
  accepts("update analytics_exports set status='expired',file_storage_key=null"),
];

const OPERATIONS: readonly Case[] = [
  accepts(
    "insert into realtime_counters(counter_key,window_start,shard,expires_at) values ('viewers',now(),31,now()+interval '1 h')",
  ),
  refuses('shard_in_range', 'update realtime_counters set shard=32'),
  accepts(
    "insert into rollup_watermarks(rollup_key,low_watermark,high_watermark) values ('content_daily','2026-01-01','2026-01-02')",
  ),
  refuses('watermarks_are_ordered', "update rollup_watermarks set low_watermark='2026-01-03'"),
  refuses('starts over when', "update rollup_watermarks set high_watermark='2026-01-01'"),
  refuses('lease_names', "update rollup_watermarks set lease_owner='w'"),
  accepts("update rollup_watermarks set low_watermark='2026-01-02',high_watermark='2026-01-03'"),
  refuses(
    'failures_fit',
    "insert into data_quality_checks(key,target_relation,check_kind,expression,schedule_minutes,last_status,last_run_at,consecutive_failures) values ('c1','t','freshness','{}',5,'pass',now(),1)",
  ),
  accepts(
    "insert into api_clients(id,owner_user_id,client_id,name,client_type) values (pg_temp.u(350),pg_temp.u(9),repeat('a',20),'n','public')",
  ),
  accepts(
    "insert into api_usage_daily(client_id,usage_date,route_family,requests) values (pg_temp.u(350),current_date,'posts',5)",
  ),
  refuses('errors_within_requests', 'update api_usage_daily set throttled=6'),
  accepts('delete from api_clients'),
  yields('0', 'select count(*) from api_usage_daily'),
];

export const CASES: readonly Case[] = [
  ...PEOPLE,
  ...EVENTS,
  ...IDENTITIES,
  ...CONVERSIONS,
  ...MARKETING,
  ...FACTS,
  ...METRICS,
  ...COHORTS,
  ...EXPERIMENTS,
  ...REPORTS,
  ...OPERATIONS,
];
