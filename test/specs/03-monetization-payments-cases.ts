/**
 * What the tables of section 3 accept and refuse, told in order on one database. `pg_temp.u(1)` is the id of the first user
 * and so on: 20 to 22 are creators, 100 to 199 items, from 500 postings. `pg_temp.h('x')` is a digest, and
 * `pg_temp.post(500, 'tip', 'bank 100 fees -100')` a posting with its legs, by the codes of the accounts.
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

const GROUND: readonly Case[] = [
  accepts("insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,30) n"),
  accepts(`insert into currencies(code,name,exponent,kind,refund_review_above_minor)
    values ('EUR','Euro',2,'fiat',5000),('USD','Dollar',2,'fiat',null),('XTK','Token',0,'token',null)`),
  refuses('currency_code_form', "insert into currencies(code,name,exponent) values ('eur','Euro',2)"),
  refuses('exponent_in_range', "insert into currencies(code,name,exponent) values ('AAA','A',9)"),
  refuses('token_is_user_assigned', "insert into currencies(code,name,exponent,kind) values ('TOK','T',0,'token')"),
  refuses('keeps its value', "update currencies set exponent=3 where code='EUR'"),
  accepts(
    "insert into fx_rates(base_currency,quote_currency,as_of,source,rate) values ('EUR','USD','2026-01-01','ecb',1.1)",
  ),
  refuses('append-only', 'update fx_rates set rate=2'),
  refuses('append-only', 'delete from fx_rates'),
  refuses(
    'currencies_differ',
    "insert into fx_rates(base_currency,quote_currency,as_of,source,rate) values ('EUR','EUR',now(),'ecb',1)",
  ),
  accepts("insert into creators(user_id,default_currency) select pg_temp.u(n),'EUR' from generate_series(20,22) n"),
  accepts(`insert into content_items(id,kind,author_id,creator_id)
    select pg_temp.u(n),case when n<110 then 'post' else 'product' end,pg_temp.u(20),pg_temp.u(20) from generate_series(100,119) n`),
  accepts(`insert into platform_fee_schedules(id,code,version,valid_from,subscription_bps,tip_bps,ppv_bps,product_bps,message_bps,currency)
    values (pg_temp.u(200),'standard',1,'2026-01-01',2000,2000,2000,2000,2000,'EUR')`),
  refuses(
    'periods_do_not_overlap',
    `insert into platform_fee_schedules(code,version,valid_from,subscription_bps,tip_bps,ppv_bps,product_bps,message_bps,currency)
     values ('standard',2,'2026-06-01',1,1,1,1,1,'EUR')`,
  ),
  refuses('append-only', 'update platform_fee_schedules set tip_bps=1'),
  accepts(`insert into payment_providers(id,code,name,kind,countries,secret_ref)
    values (1,'one','One','card','{DE,FR}','acquirers/eu/one'),(2,'two','Two','bank','{}','acquirers/two')`),
  refuses(
    'secret_ref_is_a_name',
    "insert into payment_providers(id,code,name,kind,secret_ref) values (3,'three','T','card','sk_live_4eC39HqLyjWDarjtT1zdp7dc')",
  ),
  refuses(
    'country_code_form',
    "insert into payment_providers(id,code,name,kind,countries,secret_ref) values (3,'three','T','card','{Germany}','a/b')",
  ),
  accepts(`insert into payment_methods(id,user_id,provider_id,provider_method_ref)
    values (pg_temp.u(210),pg_temp.u(1),1,'tok_1'),(pg_temp.u(211),pg_temp.u(2),1,'tok_2')`),
  refuses(
    'exp_month',
    "insert into payment_methods(user_id,provider_id,provider_method_ref,exp_month,exp_year) values (pg_temp.u(1),1,'x',13,2030)",
  ),
  refuses('brand_is_no_number', "update payment_methods set brand='4111111111111111'"),
  refuses('last_four', "update payment_methods set last_four='12345'"),
  accepts('update payment_methods set is_default=true where id=pg_temp.u(210)'),
  refuses(
    'one_default',
    "insert into payment_methods(user_id,provider_id,provider_method_ref,is_default) values (pg_temp.u(1),1,'y',true)",
  ),
  refuses('default_is_attached', 'update payment_methods set detached_at=now() where id=pg_temp.u(210)'),
  refuses('keeps its value', 'update payment_methods set user_id=pg_temp.u(2) where id=pg_temp.u(210)'),
];

const LEDGER: readonly Case[] = [
  accepts(
    "insert into ledger_periods(starts_on,ends_on) values ('2025-01-01','2025-01-31'),('2025-02-01','2025-02-28'),('2026-01-01','2099-12-31')",
  ),
  refuses('periods_do_not_overlap', "insert into ledger_periods(starts_on,ends_on) values ('2025-01-31','2025-02-10')"),
  accepts(`insert into ledger_accounts(code,owner_id,kind,normal_side,currency,allow_negative,qualifier) values
    ('bank',null,'bank','debit','EUR',true,''),('bank-usd',null,'bank','debit','USD',true,''),
    ('fees',null,'platform_fee','credit','EUR',true,''),('fees-usd',null,'platform_fee','credit','USD',true,''),
    ('wallet1',pg_temp.u(1),'user_wallet','credit','EUR',false,''),('wallet2',pg_temp.u(2),'user_wallet','credit','EUR',false,''),
    ('avail20',pg_temp.u(20),'creator_available','credit','EUR',false,''),
    ('clear-one',null,'provider_clearing','debit','EUR',true,'one'),('clear-two',null,'provider_clearing','debit','EUR',true,'two')`),
  yields('9', 'select count(*) from ledger_account_balances'),
  refuses(
    'one_of_a_kind',
    "insert into ledger_accounts(code,kind,normal_side,currency) values ('bank9','bank','debit','EUR')",
  ),
  refuses(
    'one_of_a_kind',
    "insert into ledger_accounts(code,owner_id,kind,normal_side,currency) values ('w9',pg_temp.u(1),'user_wallet','credit','EUR')",
  ),
  refuses(
    'owner_fits_kind',
    "insert into ledger_accounts(code,kind,normal_side,currency) values ('w9','user_wallet','credit','EUR')",
  ),
  refuses(
    'normal_side',
    "insert into ledger_accounts(code,kind,normal_side,currency) values ('b9','bank','credit','USD')",
  ),
  refuses('append-only', "update ledger_accounts set currency='USD' where code='bank'"),
  refuses('not deleted', "delete from ledger_accounts where code='bank'"),

  accepts("select pg_temp.post(500,'charge','bank 1000 wallet1 -1000')"),
  yields('1000', "select pg_temp.balance('wallet1')"),
  yields('1000', "select pg_temp.balance('bank')"),
  refuses('does not balance: off by EUR 1', "select pg_temp.post(501,'charge','bank 1000 wallet1 -999')"),
  refuses('off by', "select pg_temp.post(501,'fx','bank 1000 fees-usd -1000')"),
  refuses('does not balance: 0 legs', "select pg_temp.post(501,'charge','')"),
  refuses('amount_is_not_zero', "select pg_temp.post(501,'charge','bank 0 wallet1 0')"),
  accepts("select pg_temp.post(501,'fx','bank 100 fees -100 bank-usd 110 fees-usd -110')"),
  refuses('no_overdraft', "select pg_temp.post(502,'payout','wallet1 1001 bank -1001')"),
  accepts("select pg_temp.post(502,'payout','wallet1 400 bank -400')"),
  yields('600', "select pg_temp.balance('wallet1')"),
  refuses('ledger_transactions_idempotency_key_key', "select pg_temp.post(503,'charge','bank 1 wallet1 -1',500)"),
  refuses(
    'account_of_same_currency',
    `select pg_temp.header(503,'tip');
     insert into ledger_entries(transaction_id,leg_no,account_id,currency,amount_minor)
     values (pg_temp.u(503),1,pg_temp.account('bank'),'USD',5),(pg_temp.u(503),2,pg_temp.account('fees-usd'),'USD',-5)`,
  ),
  refuses(
    'complete and takes no more legs',
    `insert into ledger_entries(transaction_id,leg_no,account_id,currency,amount_minor)
     values (pg_temp.u(500),3,pg_temp.account('bank'),'EUR',5),(pg_temp.u(500),4,pg_temp.account('wallet1'),'EUR',-5)`,
  ),
  refuses(
    'does not balance',
    `select pg_temp.post(503,'tip','bank 5 fees -5'); set constraints all immediate;
     insert into ledger_entries(transaction_id,leg_no,account_id,currency,amount_minor)
     values (pg_temp.u(503),3,pg_temp.account('bank'),'EUR',5)`,
  ),
  refuses('append-only', 'update ledger_entries set amount_minor=amount_minor+1'),
  refuses('append-only', 'delete from ledger_entries'),
  refuses('append-only', 'truncate ledger_entries'),
  refuses('append-only', "update ledger_transactions set description='x'"),
  refuses('append-only', 'delete from ledger_transactions'),
  refuses('append-only', 'truncate ledger_transactions cascade'),
  refuses('balance_minor cannot change', 'update ledger_account_balances set balance_minor=balance_minor+1'),
  accepts(
    "update ledger_account_balances set held_minor=600, version=version+1 where account_id=pg_temp.account('wallet1')",
  ),
  refuses('no_overdraft', "select pg_temp.post(503,'token_spend','wallet1 1 fees -1')"),
  refuses(
    'no_overdraft',
    "update ledger_account_balances set held_minor=601 where account_id=pg_temp.account('wallet1')",
  ),
  accepts("update ledger_account_balances set held_minor=0 where account_id=pg_temp.account('wallet1')"),
  refuses('not deleted', 'delete from ledger_account_balances'),
  yields(
    'true',
    `select bool_and(b.balance_minor = coalesce(e.total, 0) * case a.normal_side when 'debit' then 1 else -1 end)::text
     from ledger_accounts a join ledger_account_balances b on b.account_id=a.id
       left join (select account_id, sum(amount_minor) total from ledger_entries group by account_id) e on e.account_id=a.id`,
  ),

  refuses('reversal_names', "select pg_temp.post(504,'reversal','wallet1 -400 bank 400')"),
  refuses('does not undo', "select pg_temp.post(504,'reversal','wallet1 -300 bank 300',null,502)"),
  accepts("select pg_temp.post(504,'reversal','wallet1 -400 bank 400',null,502)"),
  refuses(
    'ledger_transactions_reverses_id_key',
    "select pg_temp.post(505,'reversal','wallet1 -400 bank 400',null,502)",
  ),
  yields('1000', "select pg_temp.balance('wallet1')"),
  refuses('adjustment_has_four_eyes', "select pg_temp.post(505,'adjustment','bank 1 fees -1')"),
  refuses(
    'approver_is_not_the_creator',
    `insert into ledger_transactions(kind,source_table,source_id,effective_at,period_id,created_by,approved_by,idempotency_key,row_hash)
     values ('adjustment','x','1','2026-02-01',(select id from ledger_periods where starts_on='2026-01-01'),pg_temp.u(10),pg_temp.u(10),'adj',pg_temp.h('adj'))`,
  ),

  // Freezing and closing accounts, changing the overdraft rule.
  accepts("update ledger_accounts set is_frozen=true where code='wallet1'"),
  refuses('wallet1 is frozen', "select pg_temp.post(506,'payout','wallet1 1 bank -1')"),
  accepts(
    "select pg_temp.post(506,'topup','bank 1 wallet1 -1'); select pg_temp.post(507,'refund','wallet1 1 bank -1')",
  ),
  accepts("update ledger_accounts set is_frozen=false where code='wallet1'"),
  refuses('still holds 1000', "update ledger_accounts set closed_at=now() where code='wallet1'"),
  accepts("update ledger_accounts set closed_at=now() where code='wallet2'"),
  refuses('wallet2 is closed', "select pg_temp.post(508,'topup','bank 1 wallet2 -1')"),
  refuses('append-only', "update ledger_accounts set closed_at=null where code='wallet2'"),
  accepts(
    "update ledger_accounts set allow_negative=true where code='wallet1'; select pg_temp.post(509,'chargeback','wallet1 1500 bank -1500')",
  ),
  yields('-500', "select pg_temp.balance('wallet1')"),
  refuses('no_overdraft', "update ledger_accounts set allow_negative=false where code='wallet1'"),
  accepts(
    "select pg_temp.post(510,'topup','bank 1500 wallet1 -1500'); update ledger_accounts set allow_negative=false where code='wallet1'",
  ),

  // Slots of busy accounts.
  refuses(
    'account_that_may_go_negative',
    "insert into ledger_balance_shards(account_id,slot) values (pg_temp.account('wallet1'),0)",
  ),
  refuses(
    'only_where_negative',
    "insert into ledger_balance_shards(account_id,slot,allow_negative) values (pg_temp.account('wallet1'),0,false)",
  ),
  accepts(
    "insert into ledger_balance_shards(account_id,slot) select pg_temp.account('clear-one'),n from generate_series(0,3) n",
  ),
  accepts("select pg_temp.post(511,'charge','clear-one 70 fees -70')"),
  yields('70', 'select sum(balance_minor) from ledger_balance_shards'),
  yields('0', "select pg_temp.balance('clear-one')"),
  refuses('cannot change', 'update ledger_balance_shards set balance_minor=1'),
  refuses('not deleted', 'delete from ledger_balance_shards'),
  refuses('still holds 70', "update ledger_accounts set closed_at=now() where code='clear-one'"),
  refuses('foreign key', "update ledger_accounts set allow_negative=false where code='clear-one'"),

  // Periods.
  refuses(
    'cannot close before',
    "update ledger_periods set status='closed',closed_at=now(),trial_balance_hash=pg_temp.h('t') where starts_on='2025-02-01'",
  ),
  refuses('closed_proves', "update ledger_periods set status='closed',closed_at=now() where starts_on='2025-01-01'"),
  refuses(
    'closed_names',
    "update ledger_periods set status='closed',trial_balance_hash=pg_temp.h('t') where starts_on='2025-01-01'",
  ),
  accepts(
    "update ledger_periods set status='closed',closed_at=now(),trial_balance_hash=pg_temp.h('t') where starts_on='2025-01-01'",
  ),
  refuses('stays so', "update ledger_periods set status='open',closed_at=null where starts_on='2025-01-01'"),
  refuses(
    'cannot change once closed_at',
    "update ledger_periods set trial_balance_hash=pg_temp.h('z') where starts_on='2025-01-01'",
  ),
  refuses(
    'before one that is closed',
    "insert into ledger_periods(starts_on,ends_on) values ('2024-12-01','2024-12-31')",
  ),
  refuses('keeps its value', "update ledger_periods set ends_on='2025-02-27' where starts_on='2025-02-01'"),
  refuses('not deleted', "delete from ledger_periods where starts_on='2025-02-01'"),
  refuses('takes no tip', "select pg_temp.post(512,'tip','bank 1 fees -1',null,null,'2025-01-10')"),
  refuses('does not belong', "select pg_temp.post(512,'tip','bank 1 fees -1',null,null,'2025-03-01','2025-02-01')"),
  accepts("select pg_temp.post(512,'tip','bank 1 fees -1',null,null,'2025-02-10')"),
  accepts("update ledger_periods set status='soft_closed' where starts_on='2025-02-01'"),
  refuses('takes no tip', "select pg_temp.post(513,'tip','bank 1 fees -1',null,null,'2025-02-10')"),
  accepts("select pg_temp.post(513,'reversal','bank -1 fees 1',null,512,'2025-02-10')"),
  accepts(
    "insert into ledger_balance_snapshots(account_id,as_of,balance_minor,last_entry_id) values (pg_temp.account('bank'),current_date,1,1)",
  ),
  accepts('update ledger_balance_snapshots set verified_at=now()'),
  refuses('append-only', 'update ledger_balance_snapshots set balance_minor=2'),
  refuses('append-only', 'delete from ledger_balance_snapshots'),
];

const SUBSCRIPTIONS: readonly Case[] = [
  accepts(`insert into subscription_tiers(id,creator_id,slug,name,level,status)
    values (pg_temp.u(220),pg_temp.u(20),'gold','Gold',1,'active'),(pg_temp.u(221),pg_temp.u(21),'gold','Gold',1,'active')`),
  refuses(
    'At most 10',
    `insert into subscription_tiers(creator_id,slug,name,level,status)
    select pg_temp.u(20),'t'||n,'T',1,'active' from generate_series(1,10) n`,
  ),
  refuses('level_is_positive', 'update subscription_tiers set level=0'),
  accepts(`insert into subscription_tier_prices(id,tier_id,creator_id,currency,amount_minor)
    values (pg_temp.u(230),pg_temp.u(220),pg_temp.u(20),'EUR',999),(pg_temp.u(231),pg_temp.u(221),pg_temp.u(21),'EUR',999)`),
  refuses(
    'tier_of_same_creator',
    `insert into subscription_tier_prices(tier_id,creator_id,currency,amount_minor)
    values (pg_temp.u(220),pg_temp.u(21),'USD',1)`,
  ),
  refuses(
    'subscription_tier_prices_tier_id_interval',
    `insert into subscription_tier_prices(tier_id,creator_id,currency,amount_minor)
    values (pg_temp.u(220),pg_temp.u(20),'EUR',1)`,
  ),
  refuses(
    'supersedes_of_same_tier',
    `insert into subscription_tier_prices(tier_id,creator_id,currency,amount_minor,supersedes_id)
    values (pg_temp.u(220),pg_temp.u(20),'USD',1,pg_temp.u(231))`,
  ),
  refuses('append-only', 'update subscription_tier_prices set amount_minor=1'),
  accepts(`insert into subscription_offers(id,creator_id,tier_id,kind,trial_days,starts_at,max_redemptions)
    values (pg_temp.u(240),pg_temp.u(20),pg_temp.u(220),'trial',7,now(),2)`),
  refuses(
    'one_value',
    `insert into subscription_offers(creator_id,tier_id,kind,trial_days,percent_bps,starts_at)
    values (pg_temp.u(20),pg_temp.u(220),'trial',7,1000,now())`,
  ),
  refuses(
    'value_fits_kind',
    `insert into subscription_offers(creator_id,tier_id,kind,trial_days,starts_at)
    values (pg_temp.u(20),pg_temp.u(220),'percent_off',7,now())`,
  ),
  accepts('update subscription_offers set trial_days=8, redeemed_count=1'),
  refuses('append-only', 'update subscription_offers set trial_days=9'),
  refuses('append-only', 'delete from subscription_offers'),
  accepts('update subscription_offers set redeemed_count=2'),
  refuses('redeemed_within_limit', 'update subscription_offers set redeemed_count=3'),
  accepts(`insert into subscriptions(id,subscriber_id,creator_id,tier_id,price_id)
    values (pg_temp.u(250),pg_temp.u(1),pg_temp.u(20),pg_temp.u(220),pg_temp.u(230)),
      (pg_temp.u(251),pg_temp.u(2),pg_temp.u(20),pg_temp.u(220),pg_temp.u(230))`),
  refuses(
    'subscriptions_one_current',
    `insert into subscriptions(subscriber_id,creator_id,tier_id,price_id)
    values (pg_temp.u(1),pg_temp.u(20),pg_temp.u(220),pg_temp.u(230))`,
  ),
  refuses(
    'tier_of_same_creator',
    `insert into subscriptions(subscriber_id,creator_id,tier_id,price_id)
    values (pg_temp.u(3),pg_temp.u(20),pg_temp.u(221),pg_temp.u(231))`,
  ),
  refuses(
    'price_of_same_tier',
    `insert into subscriptions(subscriber_id,creator_id,tier_id,price_id)
    values (pg_temp.u(3),pg_temp.u(20),pg_temp.u(220),pg_temp.u(231))`,
  ),
  refuses(
    'offer_of_same_creator',
    `insert into subscriptions(subscriber_id,creator_id,tier_id,price_id,offer_id)
    values (pg_temp.u(3),pg_temp.u(21),pg_temp.u(221),pg_temp.u(231),pg_temp.u(240))`,
  ),
  refuses(
    'nobody_subscribes',
    `insert into subscriptions(subscriber_id,creator_id,tier_id,price_id)
    values (pg_temp.u(20),pg_temp.u(20),pg_temp.u(220),pg_temp.u(230))`,
  ),
  refuses(
    'payment_method_of_subscriber',
    'update subscriptions set payment_method_id=pg_temp.u(211) where id=pg_temp.u(250)',
  ),
  accepts('update subscriptions set payment_method_id=pg_temp.u(210) where id=pg_temp.u(250)'),
  refuses('live_has_a_period', "update subscriptions set status='active' where id=pg_temp.u(250)"),
  accepts(`update subscriptions set status='active',started_at=now(),entitled_until=now()+interval '1 month',
    current_period_start=now(),current_period_end=now()+interval '1 month',version=1 where id=pg_temp.u(250)`),
  refuses('only grows', 'update subscriptions set version=1 where id=pg_temp.u(250)'),
  refuses(
    'cancelling_does_not_renew',
    "update subscriptions set status='cancelling',cancelled_at=now() where id=pg_temp.u(250)",
  ),
  refuses('ended_names_its_time', "update subscriptions set status='ended' where id=pg_temp.u(250)"),
  refuses('not deleted', 'delete from subscriptions'),
  accepts("update subscriptions set status='ended',ended_at=now() where id=pg_temp.u(251)"),
  accepts(`insert into subscriptions(id,subscriber_id,creator_id,tier_id,price_id,previous_id)
    values (pg_temp.u(252),pg_temp.u(2),pg_temp.u(20),pg_temp.u(220),pg_temp.u(230),pg_temp.u(251))`),
  refuses(
    'previous_of_same_pair',
    `insert into subscriptions(subscriber_id,creator_id,tier_id,price_id,previous_id)
    values (pg_temp.u(4),pg_temp.u(20),pg_temp.u(220),pg_temp.u(230),pg_temp.u(251))`,
  ),
  refuses('fkey', 'delete from subscription_tiers where id=pg_temp.u(220)'),
  accepts(`insert into subscription_periods(subscription_id,subscriber_id,creator_id,period_no,covers,amount_minor,currency)
    values (pg_temp.u(250),pg_temp.u(1),pg_temp.u(20),1,'[2026-01-01,2026-02-01)',999,'EUR')`),
  refuses(
    'subscription_periods_periods_do_not_overlap',
    `insert into subscription_periods(subscription_id,subscriber_id,creator_id,period_no,covers,amount_minor,currency)
    values (pg_temp.u(250),pg_temp.u(1),pg_temp.u(20),2,'[2026-01-31,2026-03-01)',999,'EUR')`,
  ),
  refuses(
    'covers_a_bounded_span',
    `insert into subscription_periods(subscription_id,subscriber_id,creator_id,period_no,covers,amount_minor,currency)
    values (pg_temp.u(250),pg_temp.u(1),pg_temp.u(20),2,'[2026-02-01,2026-03-01]',999,'EUR')`,
  ),
  refuses(
    'covers_a_bounded_span',
    `insert into subscription_periods(subscription_id,subscriber_id,creator_id,period_no,covers,amount_minor,currency)
    values (pg_temp.u(250),pg_temp.u(1),pg_temp.u(20),2,'[2026-02-01,infinity)',999,'EUR')`,
  ),
  refuses(
    'free_kinds',
    `insert into subscription_periods(subscription_id,subscriber_id,creator_id,period_no,covers,kind,amount_minor,currency)
    values (pg_temp.u(250),pg_temp.u(1),pg_temp.u(20),2,'[2026-02-01,2026-03-01)','trial',1,'EUR')`,
  ),
  refuses(
    'subscription_of_same_pair',
    `insert into subscription_periods(subscription_id,subscriber_id,creator_id,period_no,covers,amount_minor,currency)
    values (pg_temp.u(250),pg_temp.u(2),pg_temp.u(20),2,'[2026-02-01,2026-03-01)',999,'EUR')`,
  ),
  accepts(`update subscription_periods set revoked_at=now();
    insert into subscription_periods(subscription_id,subscriber_id,creator_id,period_no,covers,amount_minor,currency)
    values (pg_temp.u(250),pg_temp.u(1),pg_temp.u(20),2,'[2026-01-10,2026-02-10)',999,'EUR')`),
  refuses('append-only', 'update subscription_periods set amount_minor=1'),
  accepts(
    "insert into subscription_events(subscription_id,event,to_status,actor) values (pg_temp.u(250),'created','incomplete','subscriber')",
  ),
  refuses('append-only', "update subscription_events set actor='system'"),
  refuses('append-only', 'delete from subscription_events'),
  accepts(`insert into trial_links(id,creator_id,offer_id,label,token_hash,max_claims)
    values (pg_temp.u(260),pg_temp.u(20),pg_temp.u(240),'x',pg_temp.h('l'),1)`),
  refuses(
    'offer_of_same_creator',
    `insert into trial_links(creator_id,offer_id,label,token_hash)
    values (pg_temp.u(21),pg_temp.u(240),'x',pg_temp.h('m'))`,
  ),
  accepts('update trial_links set claims=1'),
  refuses('claims_within_limit', 'update trial_links set claims=2'),
  accepts(
    "insert into trial_link_claims(trial_link_id,user_id,ip_prefix) values (pg_temp.u(260),pg_temp.u(1),'10.1.2.0/24')",
  ),
  refuses(
    'trial_link_claims_pkey',
    'insert into trial_link_claims(trial_link_id,user_id) values (pg_temp.u(260),pg_temp.u(1))',
  ),
  refuses(
    'ip_prefix_is_no_address',
    "insert into trial_link_claims(trial_link_id,user_id,ip_prefix) values (pg_temp.u(260),pg_temp.u(2),'10.1.2.3/32')",
  ),
  refuses('is not that of its row in subscriptions', 'update trial_link_claims set subscription_id=pg_temp.u(252)'),
  accepts('update trial_link_claims set subscription_id=pg_temp.u(250), converted_at=now(), ip_prefix=null'),
  refuses('append-only', 'update trial_link_claims set converted_at=null'),
];

const PAYMENTS: readonly Case[] = [
  accepts(`insert into payment_intents(id,payer_id,purpose,amount_minor,currency,expires_at,idempotency_key,payment_method_id)
    values (pg_temp.u(300),pg_temp.u(1),'tip',10000,'EUR',now()+interval '1 day','k1',pg_temp.u(210)),
      (pg_temp.u(301),pg_temp.u(1),'tip',10000,'EUR',now()+interval '1 day','k2',null)`),
  refuses(
    'payment_intents_payer_id_idempotency_key_key',
    `insert into payment_intents(payer_id,purpose,amount_minor,currency,expires_at,idempotency_key)
    values (pg_temp.u(1),'tip',1,'EUR',now()+interval '1 day','k1')`,
  ),
  refuses(
    'payment_method_of_payer',
    `insert into payment_intents(payer_id,purpose,amount_minor,currency,expires_at,idempotency_key,payment_method_id)
    values (pg_temp.u(2),'tip',1,'EUR',now()+interval '1 day','k3',pg_temp.u(210))`,
  ),
  refuses(
    'purpose_names_its_object',
    `insert into payment_intents(payer_id,purpose,amount_minor,currency,expires_at,idempotency_key)
    values (pg_temp.u(2),'subscription',1,'EUR',now()+interval '1 day','k3')`,
  ),
  refuses(
    'not that of its row in subscriptions',
    `insert into payment_intents(payer_id,purpose,subscription_id,amount_minor,currency,expires_at,idempotency_key)
    values (pg_temp.u(2),'subscription',pg_temp.u(250),1,'EUR',now()+interval '1 day','k3')`,
  ),
  refuses('descriptor_form', "update payment_intents set statement_descriptor='ABCDEFGHIJKLMNOPQRSTUVW'"),
  refuses('descriptor_is_discreet', "update payment_intents set statement_descriptor='BOYFANZ MEDIA'"),
  accepts("update payment_intents set statement_descriptor='BFZ MEDIA LTD'"),
  refuses('append-only', 'update payment_intents set amount_minor=1'),
  refuses('not deleted', 'delete from payment_intents'),
  accepts(`insert into payment_attempts(id,intent_id,attempt_no,provider_id,status,finished_at)
    values (pg_temp.u(310),pg_temp.u(300),1,1,'captured',now()),(pg_temp.u(311),pg_temp.u(301),1,1,'captured',now())`),
  refuses(
    'declined_says_how',
    "insert into payment_attempts(intent_id,attempt_no,provider_id,status,finished_at) values (pg_temp.u(300),2,1,'declined',now())",
  ),
  refuses(
    'check_results_are_letters',
    "insert into payment_attempts(intent_id,attempt_no,provider_id,cvc_result) values (pg_temp.u(300),2,1,'123')",
  ),
  refuses('append-only', 'update payment_attempts set provider_id=2'),
  accepts(
    "select pg_temp.post(520,'charge','bank 10000 avail20 -10000'); select pg_temp.post(521,'charge','bank 10000 fees -10000')",
  ),
  accepts(`insert into payments(id,intent_id,attempt_id,payer_id,provider_id,provider_payment_ref,amount_minor,currency,ledger_transaction_id)
    values (pg_temp.u(320),pg_temp.u(300),pg_temp.u(310),pg_temp.u(1),1,'p1',10000,'EUR',pg_temp.u(520))`),
  refuses(
    'payments_intent_id_key',
    `insert into payments(intent_id,attempt_id,payer_id,provider_id,provider_payment_ref,amount_minor,currency,ledger_transaction_id)
    values (pg_temp.u(300),pg_temp.u(310),pg_temp.u(1),1,'p2',10000,'EUR',pg_temp.u(521))`,
  ),
  refuses(
    'payments.payer_id is not that',
    `insert into payments(intent_id,attempt_id,payer_id,provider_id,provider_payment_ref,amount_minor,currency,ledger_transaction_id)
    values (pg_temp.u(301),pg_temp.u(311),pg_temp.u(2),1,'p2',10000,'EUR',pg_temp.u(521))`,
  ),
  refuses(
    'payments.currency is not that',
    `insert into payments(intent_id,attempt_id,payer_id,provider_id,provider_payment_ref,amount_minor,currency,ledger_transaction_id)
    values (pg_temp.u(301),pg_temp.u(311),pg_temp.u(1),1,'p2',10000,'USD',pg_temp.u(521))`,
  ),
  refuses(
    'payments.intent_id is not that',
    `insert into payments(intent_id,attempt_id,payer_id,provider_id,provider_payment_ref,amount_minor,currency,ledger_transaction_id)
    values (pg_temp.u(301),pg_temp.u(310),pg_temp.u(1),1,'p2',10000,'EUR',pg_temp.u(521))`,
  ),
  refuses('append-only', 'update payments set amount_minor=1'),
  refuses('append-only', 'delete from payments'),
  refuses('append-only', 'truncate payments cascade'),
  refuses('users', 'delete from users where id=pg_temp.u(1)'),

  accepts(`insert into refunds(id,payment_id,payer_id,provider_id,amount_minor,currency,reason,idempotency_key)
    values (pg_temp.u(330),pg_temp.u(320),pg_temp.u(1),1,6000,'EUR','requested','r1')`),
  refuses(
    'exceed the payment',
    `insert into refunds(payment_id,payer_id,provider_id,amount_minor,currency,reason,idempotency_key)
    values (pg_temp.u(320),pg_temp.u(1),1,4001,'EUR','requested','r2')`,
  ),
  refuses(
    'A refund goes to the payer',
    `insert into refunds(payment_id,payer_id,provider_id,amount_minor,currency,reason,idempotency_key)
    values (pg_temp.u(320),pg_temp.u(2),1,1,'EUR','requested','r2')`,
  ),
  refuses(
    'A refund goes to the payer',
    `insert into refunds(payment_id,payer_id,provider_id,amount_minor,currency,reason,idempotency_key)
    values (pg_temp.u(320),pg_temp.u(1),1,1,'USD','requested','r2')`,
  ),
  refuses(
    'refunds_payment_id_idempotency_key_key',
    `insert into refunds(payment_id,payer_id,provider_id,amount_minor,currency,reason,idempotency_key)
    values (pg_temp.u(320),pg_temp.u(1),1,1,'EUR','requested','r1')`,
  ),
  refuses('completed_names_its_time', "update refunds set status='succeeded'"),
  accepts("update refunds set status='failed', completed_at=now()"),
  refuses('append-only', "update refunds set status='pending', completed_at=null"),
  accepts(`insert into refunds(id,payment_id,payer_id,provider_id,amount_minor,currency,reason,initiated_by,idempotency_key)
    values (pg_temp.u(331),pg_temp.u(320),pg_temp.u(1),1,10000,'EUR','requested',pg_temp.u(10),'r3')`),
  accepts("select pg_temp.post(522,'refund','avail20 10000 bank -10000')"),
  refuses(
    'approval of a second person',
    `update refunds set status='succeeded',completed_at=now(),ledger_transaction_id=pg_temp.u(522) where id=pg_temp.u(331)`,
  ),
  refuses('approver_is_not_the_initiator', 'update refunds set approved_by=pg_temp.u(10) where id=pg_temp.u(331)'),
  refuses(
    'succeeded_is_posted',
    "update refunds set approved_by=pg_temp.u(11),status='succeeded',completed_at=now() where id=pg_temp.u(331)",
  ),
  accepts(
    `update refunds set approved_by=pg_temp.u(11),status='succeeded',completed_at=now(),ledger_transaction_id=pg_temp.u(522) where id=pg_temp.u(331)`,
  ),
  refuses('append-only', 'delete from refunds'),
  refuses('status_fits_amounts', "update payments set refunded_minor=5000, status='refunded'"),
  accepts("update payments set refunded_minor=10000, status='refunded'"),
  refuses('given_back_within_amount', "update payments set disputed_minor=1, status='disputed'"),
  refuses('only grows', "update payments set refunded_minor=0, status='captured'"),

  accepts(`insert into payments(id,intent_id,attempt_id,payer_id,provider_id,provider_payment_ref,amount_minor,currency,ledger_transaction_id)
    values (pg_temp.u(321),pg_temp.u(301),pg_temp.u(311),pg_temp.u(1),1,'p2',10000,'EUR',pg_temp.u(521))`),
  refuses(
    'chargebacks.provider_id is not',
    `insert into chargebacks(payment_id,provider_id,provider_case_ref,network,reason_code,category,amount_minor,currency)
    values (pg_temp.u(321),2,'c1','visa','10.4','fraud',10000,'EUR')`,
  ),
  accepts(`insert into chargebacks(id,payment_id,provider_id,provider_case_ref,network,reason_code,category,amount_minor,currency)
    values (pg_temp.u(340),pg_temp.u(321),1,'c1','visa','10.4','fraud',10000,'EUR')`),
  refuses('closed_names_its_time', "update chargebacks set status='won'"),
  refuses('lost_is_posted', "update chargebacks set status='lost',closed_at=now()"),
  refuses('keeps its value', 'update chargebacks set amount_minor=1'),
  refuses('not deleted', 'delete from chargebacks'),
  accepts(
    `insert into chargeback_evidence(id,chargeback_id,kind,facts) values (pg_temp.u(341),pg_temp.u(340),'delivery','{"a":1}')`,
  ),
  refuses('says_something', "insert into chargeback_evidence(chargeback_id,kind) values (pg_temp.u(340),'delivery')"),
  accepts('update chargeback_evidence set submitted_at=now()'),
  refuses('cannot change once submitted_at', `update chargeback_evidence set facts='{"a":2}'`),
  refuses('cannot change once submitted_at', 'delete from chargeback_evidence'),
  refuses(
    'dispute_alerts.payment_id is not',
    `insert into dispute_alerts(source,source_ref,payment_id,amount_minor,currency,respond_by,outcome,refund_id,responded_at)
    values ('ethoca','e1',pg_temp.u(321),1,'EUR',now()+interval '1 day','refunded',pg_temp.u(331),now())`,
  ),
  refuses(
    'refunded_names_its_refund',
    `insert into dispute_alerts(source,source_ref,payment_id,amount_minor,currency,respond_by,outcome,responded_at)
    values ('ethoca','e1',pg_temp.u(321),1,'EUR',now()+interval '1 day','refunded',now())`,
  ),

  accepts(
    `insert into payment_webhook_events(provider_id,provider_event_ref,event_type,payload_enc,key_id,payload_sha256) values (1,'e1','charge','x',1,pg_temp.h('x'))`,
  ),
  refuses('only_signed_is_processed', "update payment_webhook_events set status='processed',processed_at=now()"),
  refuses('append-only', 'update payment_webhook_events set signature_ok=true'),
  accepts("insert into payment_webhook_dedup(provider_id,provider_event_ref,event_id) values (1,'e1',1)"),
  refuses(
    'payment_webhook_dedup_pkey',
    "insert into payment_webhook_dedup(provider_id,provider_event_ref,event_id) values (1,'e1',2)",
  ),
  accepts(`insert into payment_idempotency_keys(scope,key_hash,user_id,request_sha256,locked_until,expires_at)
    values ('tip',pg_temp.h('k'),pg_temp.u(1),pg_temp.h('a'),now(),now()+interval '1 day')`),
  refuses(
    'keeps its value',
    `insert into payment_idempotency_keys(scope,key_hash,user_id,request_sha256,locked_until,expires_at)
    values ('tip',pg_temp.h('k'),pg_temp.u(1),pg_temp.h('b'),now(),now()+interval '1 day')
    on conflict (scope,key_hash) do update set request_sha256=excluded.request_sha256`,
  ),
  refuses(
    'lives_at_least_24_hours',
    `insert into payment_idempotency_keys(scope,key_hash,user_id,request_sha256,locked_until,expires_at)
    values ('tip',pg_temp.h('l'),pg_temp.u(1),pg_temp.h('a'),now(),now()+interval '23 hours')`,
  ),
];

const SALES: readonly Case[] = [
  accepts(`insert into ppv_offers(id,content_id,creator_id,currency,amount_minor,subscriber_amount_minor,starts_at)
    values (pg_temp.u(350),pg_temp.u(100),pg_temp.u(20),'EUR',500,400,now()),(pg_temp.u(351),pg_temp.u(101),pg_temp.u(20),'EUR',500,null,now())`),
  refuses(
    'ppv_offers.creator_id is not that',
    `insert into ppv_offers(content_id,creator_id,currency,amount_minor,starts_at)
    values (pg_temp.u(100),pg_temp.u(21),'USD',500,now())`,
  ),
  refuses(
    'ppv_offers_content_id_currency_idx',
    `insert into ppv_offers(content_id,creator_id,currency,amount_minor,starts_at)
    values (pg_temp.u(100),pg_temp.u(20),'EUR',600,now())`,
  ),
  refuses(
    'subscribers_pay_no_more',
    `insert into ppv_offers(content_id,creator_id,currency,amount_minor,subscriber_amount_minor,starts_at)
    values (pg_temp.u(102),pg_temp.u(20),'EUR',500,501,now())`,
  ),
  refuses('append-only', 'update ppv_offers set amount_minor=1'),
  refuses(
    'purchase_names_its_payment',
    `insert into content_unlocks(user_id,content_id,creator_id,source,currency)
    values (pg_temp.u(1),pg_temp.u(100),pg_temp.u(20),'purchase','EUR')`,
  ),
  refuses(
    'offer_of_same_item',
    `insert into content_unlocks(user_id,content_id,creator_id,source,offer_id,payment_id,currency)
    values (pg_temp.u(1),pg_temp.u(100),pg_temp.u(20),'purchase',pg_temp.u(351),pg_temp.u(321),'EUR')`,
  ),
  refuses(
    'creator_id is not that of its row in content_items',
    `insert into content_unlocks(user_id,content_id,creator_id,source,currency)
    values (pg_temp.u(1),pg_temp.u(100),pg_temp.u(21),'comp','EUR')`,
  ),
  accepts(`insert into content_unlocks(user_id,content_id,creator_id,source,offer_id,payment_id,amount_minor,currency)
    values (pg_temp.u(1),pg_temp.u(100),pg_temp.u(20),'purchase',pg_temp.u(350),pg_temp.u(321),500,'EUR')`),
  refuses('revoked_names_its_reason', 'update content_unlocks set revoked_at=now()'),
  accepts("update content_unlocks set revoked_at=now(), revoke_reason='refund'"),
  refuses('not deleted', 'delete from content_unlocks'),

  accepts(
    "insert into tip_goals(id,creator_id,title,target_minor,currency) values (pg_temp.u(360),pg_temp.u(20),'G',100,'EUR')",
  ),
  accepts(
    "insert into tip_menu_items(id,creator_id,position,title,amount_minor,currency) values (pg_temp.u(361),pg_temp.u(20),1,'M',100,'EUR')",
  ),
  refuses('keeps its value', 'update tip_menu_items set amount_minor=1'),
  accepts(`insert into tips(id,sender_id,creator_id,context,goal_id,amount_minor,currency,message,idempotency_key)
    values (pg_temp.u(362),pg_temp.u(1),pg_temp.u(20),'goal',pg_temp.u(360),100,'EUR','hi','t1')`),
  refuses(
    'goal_of_same_creator',
    `insert into tips(sender_id,creator_id,context,goal_id,amount_minor,currency,idempotency_key)
    values (pg_temp.u(1),pg_temp.u(21),'goal',pg_temp.u(360),100,'EUR','t2')`,
  ),
  refuses(
    'menu_item_of_same_creator',
    `insert into tips(sender_id,creator_id,menu_item_id,amount_minor,currency,idempotency_key)
    values (pg_temp.u(1),pg_temp.u(21),pg_temp.u(361),100,'EUR','t2')`,
  ),
  refuses(
    'context_names',
    `insert into tips(sender_id,creator_id,context,amount_minor,currency,idempotency_key)
    values (pg_temp.u(1),pg_temp.u(21),'stream',100,'EUR','t2')`,
  ),
  refuses(
    'nobody_tips',
    `insert into tips(sender_id,creator_id,amount_minor,currency,idempotency_key)
    values (pg_temp.u(20),pg_temp.u(20),100,'EUR','t2')`,
  ),
  refuses(
    'tips_sender_id_idempotency_key_key',
    `insert into tips(sender_id,creator_id,amount_minor,currency,idempotency_key)
    values (pg_temp.u(1),pg_temp.u(20),100,'EUR','t1')`,
  ),
  refuses('settled_is_posted', "update tips set status='settled'"),
  refuses('append-only', 'update tips set amount_minor=1'),
  accepts('update tips set message=null'),

  accepts(
    `insert into custom_requests(id,requester_id,creator_id,brief_enc,key_id,currency) values (pg_temp.u(370),pg_temp.u(1),pg_temp.u(20),'x',1,'EUR')`,
  ),
  refuses('quoted_names_its_price', "update custom_requests set status='quoted'"),
  accepts("update custom_requests set status='quoted', amount_minor=100"),
  refuses('funded_is_held', "update custom_requests set status='funded', payment_id=pg_temp.u(321)"),
  accepts(
    "update custom_requests set status='funded', payment_id=pg_temp.u(321), hold_transaction_id=pg_temp.u(500), funded_at=now()",
  ),
  refuses('keeps its value', 'update custom_requests set amount_minor=50'),
  refuses('delivered_names_its_item', "update custom_requests set status='delivered', delivered_at=now()"),

  refuses(
    'item_is_a_product',
    `insert into digital_products(id,creator_id,slug,title,currency,amount_minor,tax_code)
    values (pg_temp.u(100),pg_temp.u(20),'a','A','EUR',1,'d')`,
  ),
  refuses(
    'digital_products.creator_id is not that',
    `insert into digital_products(id,creator_id,slug,title,currency,amount_minor,tax_code)
    values (pg_temp.u(110),pg_temp.u(21),'a','A','EUR',1,'d')`,
  ),
  accepts(`insert into digital_products(id,creator_id,slug,title,description,product_type,currency,amount_minor,tax_code) values
    (pg_temp.u(110),pg_temp.u(20),'a','Lace Set','red','download','EUR',1,'d'),(pg_temp.u(111),pg_temp.u(20),'b','Bundle',null,'bundle','EUR',1,'d'),
    (pg_temp.u(112),pg_temp.u(20),'c','C',null,'bundle','EUR',1,'d')`),
  yields('1', "select count(*) from digital_products where search @@ plainto_tsquery('simple','lace red')"),
  refuses(
    'bundle_is_a_bundle',
    'insert into product_bundle_items(bundle_id,content_id,allocated_bps) values (pg_temp.u(110),pg_temp.u(111),10000)',
  ),
  refuses(
    'nothing_contains_itself',
    'insert into product_bundle_items(bundle_id,content_id,allocated_bps) values (pg_temp.u(111),pg_temp.u(111),10000)',
  ),
  refuses(
    'adds up to 9000',
    'insert into product_bundle_items(bundle_id,content_id,allocated_bps) values (pg_temp.u(111),pg_temp.u(110),9000)',
  ),
  accepts(`insert into product_bundle_items(bundle_id,content_id,allocated_bps) values (pg_temp.u(111),pg_temp.u(110),9000);
    insert into product_bundle_items(bundle_id,content_id,allocated_bps) values (pg_temp.u(111),pg_temp.u(100),1000)`),
  refuses('adds up to', 'delete from product_bundle_items where content_id=pg_temp.u(100)'),
  accepts('delete from digital_products where id=pg_temp.u(111)'),
  yields('0', 'select count(*) from product_bundle_items'),
  accepts("update digital_products set status='active' where id=pg_temp.u(110)"),
  refuses('not deleted', 'delete from digital_products where id=pg_temp.u(110)'),
  refuses('keeps its value', "update digital_products set currency='USD' where id=pg_temp.u(110)"),

  accepts(
    "insert into carts(id,user_id,currency,expires_at) values (pg_temp.u(380),pg_temp.u(1),'EUR',now()+interval '1 day')",
  ),
  refuses(
    'carts_user_id_idx',
    "insert into carts(user_id,currency,expires_at) values (pg_temp.u(1),'EUR',now()+interval '1 day')",
  ),
  refuses(
    'total_adds_up',
    `insert into orders(buyer_id,currency,subtotal_minor,total_minor,billing_country,idempotency_key)
    values (pg_temp.u(1),'EUR',100,101,'DE','o1')`,
  ),
  accepts(`insert into orders(id,buyer_id,currency,subtotal_minor,discount_minor,tax_minor,total_minor,billing_country,idempotency_key)
    values (pg_temp.u(390),pg_temp.u(1),'EUR',100,10,19,109,'DE','o1')`),
  refuses(
    'order_of_same_currency',
    `insert into order_items(order_id,line_no,seller_id,content_id,description,unit_amount_minor,total_minor,currency,fee_schedule_id)
    values (pg_temp.u(390),1,pg_temp.u(20),pg_temp.u(110),'x',100,100,'USD',pg_temp.u(200))`,
  ),
  refuses(
    'total_adds_up',
    `insert into order_items(order_id,line_no,seller_id,content_id,description,quantity,unit_amount_minor,total_minor,currency,fee_schedule_id)
    values (pg_temp.u(390),1,pg_temp.u(20),pg_temp.u(110),'x',2,100,100,'EUR',pg_temp.u(200))`,
  ),
  accepts(`insert into order_items(id,order_id,line_no,seller_id,content_id,description,unit_amount_minor,discount_minor,tax_minor,total_minor,currency,fee_schedule_id)
    values (pg_temp.u(391),pg_temp.u(390),1,pg_temp.u(20),pg_temp.u(110),'x',100,10,19,109,'EUR',pg_temp.u(200))`),
  refuses('append-only', 'update order_items set unit_amount_minor=1'),
  refuses('refunded_within_total', 'update order_items set refunded_minor=110'),
  refuses('paid_was_placed', "update orders set status='paid'"),
  accepts("update orders set status='paid', placed_at=now()"),
  refuses('cannot change once placed_at', 'update orders set subtotal_minor=0, total_minor=9'),
  refuses('not deleted', 'delete from orders'),
  accepts(`insert into payment_intents(payer_id,purpose,order_id,amount_minor,currency,expires_at,idempotency_key)
    values (pg_temp.u(1),'order',pg_temp.u(390),109,'EUR',now()+interval '1 day','k9')`),
  refuses(
    'payment_intents.payer_id is not',
    `insert into payment_intents(payer_id,purpose,order_id,amount_minor,currency,expires_at,idempotency_key)
    values (pg_temp.u(2),'order',pg_temp.u(390),109,'EUR',now()+interval '1 day','k9')`,
  ),
  refuses(
    'nobody_gives_to_themselves',
    `insert into gift_subscriptions(payer_id,recipient_id,tier_id,price_id,expires_at)
    values (pg_temp.u(1),pg_temp.u(1),pg_temp.u(220),pg_temp.u(230),now()+interval '1 year')`,
  ),
  refuses(
    'somebody_can_claim_it',
    `insert into gift_subscriptions(payer_id,tier_id,price_id,expires_at)
    values (pg_temp.u(1),pg_temp.u(220),pg_temp.u(230),now()+interval '1 year')`,
  ),
  accepts(`insert into gift_subscriptions(id,payer_id,claim_code_hash,tier_id,price_id,expires_at)
    values (pg_temp.u(395),pg_temp.u(1),pg_temp.h('gift'),pg_temp.u(220),pg_temp.u(230),now()+interval '1 year')`),
  refuses('paid_names_its_payment', "update gift_subscriptions set status='paid'"),
  refuses('append-only', 'update gift_subscriptions set periods=2'),
];

const WALLETS: readonly Case[] = [
  refuses(
    'account_of_same_owner',
    `insert into wallets(user_id,currency,ledger_account_id) values (pg_temp.u(2),'EUR',pg_temp.account('wallet1'))`,
  ),
  refuses(
    'account_of_same_owner',
    `insert into wallets(user_id,currency,ledger_account_id) values (pg_temp.u(20),'EUR',pg_temp.account('avail20'))`,
  ),
  accepts(
    `insert into wallets(id,user_id,currency,ledger_account_id) values (pg_temp.u(400),pg_temp.u(1),'EUR',pg_temp.account('wallet1'))`,
  ),
  refuses('auto_topup_is_whole', 'update wallets set auto_topup_below_minor=1'),
  refuses(
    'auto_topup_method_of_same_user',
    'update wallets set auto_topup_below_minor=1,auto_topup_amount_minor=1,auto_topup_method_id=pg_temp.u(211)',
  ),
  accepts('update wallets set auto_topup_below_minor=1,auto_topup_amount_minor=1,auto_topup_method_id=pg_temp.u(210)'),
  refuses('frozen_says_why', "update wallets set status='frozen'"),
  refuses(
    'wallet_of_same_user',
    "insert into wallet_topups(wallet_id,user_id,amount_minor,currency) values (pg_temp.u(400),pg_temp.u(2),1,'EUR')",
  ),
  refuses(
    'settled_is_paid',
    "insert into wallet_topups(wallet_id,user_id,amount_minor,currency,status) values (pg_temp.u(400),pg_temp.u(1),1,'EUR','settled')",
  ),
  accepts(
    "insert into wallet_topups(wallet_id,user_id,amount_minor,currency,payment_id) values (pg_temp.u(400),pg_temp.u(1),1,'EUR',pg_temp.u(321))",
  ),
  refuses('append-only', 'update wallet_topups set amount_minor=2'),
  accepts(
    "insert into token_packages(id,code,tokens,currency,amount_minor) values (pg_temp.u(410),'small',100,'EUR',999)",
  ),
  refuses('append-only', 'update token_packages set amount_minor=1'),
  refuses(
    'token_packages_code_currency_idx',
    "insert into token_packages(code,tokens,currency,amount_minor) values ('small',100,'EUR',899)",
  ),
  refuses(
    'purchase_names_its_payment',
    `insert into token_lots(user_id,source,tokens_total,tokens_left,unit_cost_micros,currency,ledger_transaction_id)
    values (pg_temp.u(1),'purchase',100,100,99900,'EUR',pg_temp.u(500))`,
  ),
  accepts(`insert into token_lots(id,user_id,source,tokens_total,tokens_left,unit_cost_micros,currency,ledger_transaction_id)
    values (pg_temp.u(411),pg_temp.u(1),'bonus',100,100,0,'EUR',pg_temp.u(500))`),
  refuses(
    'lot_of_same_user',
    'insert into token_spends(ledger_transaction_id,lot_id,user_id,tokens) values (pg_temp.u(501),pg_temp.u(411),pg_temp.u(2),10)',
  ),
  accepts(
    'insert into token_spends(ledger_transaction_id,lot_id,user_id,tokens) values (pg_temp.u(501),pg_temp.u(411),pg_temp.u(1),60)',
  ),
  yields('40', 'select tokens_left from token_lots'),
  refuses(
    'tokens_left_within_total',
    'insert into token_spends(ledger_transaction_id,lot_id,user_id,tokens) values (pg_temp.u(502),pg_temp.u(411),pg_temp.u(1),41)',
  ),
  refuses('append-only', 'update token_lots set tokens_left=50'),
  refuses('append-only', 'delete from token_spends'),
  accepts('update token_lots set tokens_left=0'),
];

const SPLITS_AND_EARNINGS: readonly Case[] = [
  accepts(
    "insert into revenue_split_rules(id,creator_id,code,valid_from) values (pg_temp.u(420),pg_temp.u(20),'duo','2026-01-01')",
  ),
  refuses(
    'adds up to 5000',
    'insert into revenue_split_recipients(rule_id,recipient_id,share_bps) values (pg_temp.u(420),pg_temp.u(20),5000)',
  ),
  refuses('cannot become active', "update revenue_split_rules set status='active', activated_at=now()"),
  accepts(`insert into revenue_split_recipients(rule_id,recipient_id,share_bps) values (pg_temp.u(420),pg_temp.u(20),7000);
    insert into revenue_split_recipients(rule_id,recipient_id,share_bps) values (pg_temp.u(420),pg_temp.u(21),3000)`),
  refuses('0 of 2 recipients accepted', "update revenue_split_rules set status='active', activated_at=now()"),
  accepts('update revenue_split_recipients set accepted_at=now()'),
  refuses('active_was_activated', "update revenue_split_rules set status='active'"),
  accepts("update revenue_split_rules set status='active', activated_at=now()"),
  refuses('do not change once activated_at', 'update revenue_split_recipients set share_bps=share_bps'),
  refuses(
    'do not change once activated_at',
    'insert into revenue_split_recipients(rule_id,recipient_id,share_bps) values (pg_temp.u(420),pg_temp.u(22),1)',
  ),
  refuses('do not change once activated_at', 'delete from revenue_split_recipients'),
  refuses('cannot change once activated_at', "update revenue_split_rules set valid_from='2025-01-01'"),
  refuses('cannot change once activated_at', 'delete from revenue_split_rules'),
  accepts("update revenue_split_rules set valid_until='2027-01-01'"),
  refuses(
    'active_versions_do_not_overlap',
    `insert into revenue_split_rules(id,creator_id,code,version,valid_from) values (pg_temp.u(421),pg_temp.u(20),'duo',2,'2026-06-01');
    insert into revenue_split_recipients(rule_id,recipient_id,share_bps,accepted_at) values (pg_temp.u(421),pg_temp.u(20),10000,now());
    update revenue_split_rules set status='active', activated_at=now() where id=pg_temp.u(421)`,
  ),

  accepts(`insert into earnings(creator_id,source,source_id,gross_minor,platform_fee_minor,net_minor,currency,available_at,ledger_transaction_id)
    values (pg_temp.u(20),'tip',pg_temp.u(362),100,20,80,'EUR',now(),pg_temp.u(500))`),
  refuses(
    'net_adds_up',
    `insert into earnings(creator_id,source,source_id,gross_minor,platform_fee_minor,net_minor,currency,available_at,ledger_transaction_id)
    values (pg_temp.u(20),'tip',pg_temp.u(362),100,20,81,'EUR',now(),pg_temp.u(500))`,
  ),
  refuses(
    'sign_fits_source',
    `insert into earnings(creator_id,source,source_id,gross_minor,platform_fee_minor,net_minor,currency,available_at,ledger_transaction_id)
    values (pg_temp.u(20),'refund',pg_temp.u(362),100,20,80,'EUR',now(),pg_temp.u(500))`,
  ),
  refuses('append-only', 'update earnings set net_minor=1'),
  refuses('append-only', 'delete from earnings'),
  accepts(`insert into earnings_monthly(creator_id,month,source,currency,gross_minor,fees_minor,net_minor,sales_count)
    values (pg_temp.u(20),date_trunc('month',now() at time zone 'UTC')::date,'tip','EUR',100,20,79,1)`),
  refuses('add up to gross 100', 'update earnings_monthly set closed_at=now()'),
  accepts('update earnings_monthly set net_minor=80, closed_at=now()'),
  refuses('cannot change once closed_at', 'update earnings_monthly set net_minor=81'),
  refuses(
    'month_is_its_first_day',
    "insert into earnings_monthly(creator_id,month,source,currency) values (pg_temp.u(20),'2026-01-02','tip','EUR')",
  ),
];

const PAYOUTS: readonly Case[] = [
  accepts(`insert into payout_accounts(id,creator_id,kind,country_code,currency,details_enc,details_bidx,holder_name_enc,display_hint,key_id)
    values (pg_temp.u(430),pg_temp.u(20),'sepa','DE','EUR','x',pg_temp.h('d'),'n','DE** 3000',1),(pg_temp.u(431),pg_temp.u(21),'sepa','DE','EUR','x',pg_temp.h('d'),'n','DE** 3000',1)`),
  refuses(
    'cools_off',
    `insert into payout_accounts(creator_id,kind,country_code,currency,details_enc,details_bidx,holder_name_enc,display_hint,key_id,usable_from)
    values (pg_temp.u(20),'sepa','DE','EUR','x',pg_temp.h('d'),'n','DE** 3000',1,now()+interval '47 hours')`,
  ),
  refuses('keeps its value', "update payout_accounts set details_bidx=pg_temp.h('e') where id=pg_temp.u(430)"),
  refuses('keeps its value', "update payout_accounts set details_enc='y' where id=pg_temp.u(430)"),
  accepts("update payout_accounts set details_enc='y', holder_name_enc='z', key_id=2 where id=pg_temp.u(430)"),
  refuses(
    'only grows',
    "update payout_accounts set usable_from=now(), created_at=now()-interval '3 days' where id=pg_temp.u(430)",
  ),
  refuses(
    'hint_hides_most',
    "update payout_accounts set display_hint='DE89370400440532013000' where id=pg_temp.u(430)",
  ),
  accepts('update payout_accounts set is_default=true where id=pg_temp.u(430)'),
  refuses('default_is_enabled', 'update payout_accounts set disabled_at=now() where id=pg_temp.u(430)'),
  refuses(
    'account_of_same_creator',
    "insert into payout_schedules(creator_id,min_amount_minor,currency,payout_account_id) values (pg_temp.u(20),100,'EUR',pg_temp.u(431))",
  ),
  refuses(
    'anchor_day_fits_mode',
    "insert into payout_schedules(creator_id,mode,min_amount_minor,currency) values (pg_temp.u(20),'weekly',100,'EUR')",
  ),
  accepts(
    "insert into payout_schedules(creator_id,mode,anchor_day,min_amount_minor,currency,payout_account_id) values (pg_temp.u(20),'weekly',1,100,'EUR',pg_temp.u(430))",
  ),

  accepts(
    "select pg_temp.post(530,'split','bank 5000 avail20 -5000'); select pg_temp.post(531,'payout','avail20 1000 bank -1000'); select pg_temp.post(532,'payout','avail20 1000 bank -1000')",
  ),
  accepts(`insert into payouts(id,creator_id,payout_account_id,provider_id,amount_minor,currency,ledger_transaction_id,idempotency_key)
    values (pg_temp.u(440),pg_temp.u(20),pg_temp.u(430),2,1000,'EUR',pg_temp.u(531),'a'),(pg_temp.u(441),pg_temp.u(20),pg_temp.u(430),2,1000,'EUR',pg_temp.u(532),'b')`),
  refuses(
    'account_of_same_creator',
    `insert into payouts(creator_id,payout_account_id,provider_id,amount_minor,currency,ledger_transaction_id,idempotency_key)
    values (pg_temp.u(20),pg_temp.u(431),2,1000,'EUR',pg_temp.u(500),'c')`,
  ),
  refuses(
    'payouts_ledger_transaction_id_key',
    `insert into payouts(creator_id,payout_account_id,provider_id,amount_minor,currency,ledger_transaction_id,idempotency_key)
    values (pg_temp.u(20),pg_temp.u(430),2,1000,'EUR',pg_temp.u(531),'c')`,
  ),
  refuses('paid_names_its_time', "update payouts set status='paid' where id=pg_temp.u(440)"),
  refuses('returned_names_its_posting', "update payouts set status='returned' where id=pg_temp.u(440)"),
  refuses('append-only', 'update payouts set amount_minor=1'),
  refuses('append-only', 'delete from payouts'),

  accepts(
    "insert into payout_holds(id,creator_id,kind,public_reason) values (pg_temp.u(450),pg_temp.u(20),'review','r')",
  ),
  refuses('A hold (review) stops', "update payouts set status='approved' where id=pg_temp.u(440)"),
  accepts("update payouts set status='review' where id=pg_temp.u(440)"),
  accepts('update payout_holds set released_at=now(), released_by=pg_temp.u(10)'),
  refuses('append-only', 'update payout_holds set released_at=null'),
  accepts(
    "insert into payout_holds(id,creator_id,kind,amount_minor,currency,public_reason) values (pg_temp.u(451),pg_temp.u(20),'chargeback_risk',3001,'EUR','r')",
  ),
  refuses('Holds keep 3001', "update payouts set status='approved' where id=pg_temp.u(440)"),
  accepts(`update payout_holds set released_at=now() where id=pg_temp.u(451);
    insert into payout_holds(creator_id,kind,amount_minor,currency,public_reason) values (pg_temp.u(20),'chargeback_risk',3000,'EUR','r')`),
  accepts("update payouts set status='approved' where id=pg_temp.u(440)"),

  accepts(
    "insert into payout_batches(id,provider_id,batch_ref,currency,total_minor,item_count,prepared_by) values (pg_temp.u(460),2,'b1','EUR',2000,2,pg_temp.u(10)),(pg_temp.u(461),2,'b2','USD',0,0,null)",
  ),
  refuses('batch_of_same_provider', 'update payouts set batch_id=pg_temp.u(461) where id=pg_temp.u(440)'),
  accepts('update payouts set batch_id=pg_temp.u(460) where id=pg_temp.u(440)'),
  refuses('nothing_goes_without_approval', "update payout_batches set status='approved' where id=pg_temp.u(460)"),
  refuses(
    'approver_is_not_the_preparer',
    "update payout_batches set status='approved', approved_by=pg_temp.u(10) where id=pg_temp.u(460)",
  ),
  refuses(
    'says 2000 in 2 payouts, but holds 1000 in 1',
    "update payout_batches set status='approved', approved_by=pg_temp.u(11) where id=pg_temp.u(460)",
  ),
  accepts(
    "update payouts set batch_id=pg_temp.u(460) where id=pg_temp.u(441); update payout_batches set status='approved', approved_by=pg_temp.u(11) where id=pg_temp.u(460)",
  ),
  refuses('but holds 1000 in 1', 'update payouts set batch_id=null where id=pg_temp.u(441)'),
  refuses('append-only', 'update payout_batches set total_minor=1 where id=pg_temp.u(460)'),
  refuses('append-only', 'delete from payout_batches where id=pg_temp.u(460)'),
  accepts("insert into payout_events(payout_id,to_status,actor) values (pg_temp.u(440),'requested','creator')"),
  refuses(
    'staff_actor_is_named',
    "insert into payout_events(payout_id,to_status,actor) values (pg_temp.u(440),'requested','staff')",
  ),
  refuses('append-only', 'delete from payout_events'),

  accepts(`insert into payee_screenings(id,user_id,provider,lists_version,outcome,match_score,next_due_on)
    values (pg_temp.u(470),pg_temp.u(20),'p','v1','possible_match',0.9,current_date+30)`),
  refuses('review_is_signed', "update payee_screenings set review_outcome='true_match'"),
  refuses(
    'nobody_reviews_themselves',
    "update payee_screenings set review_outcome='true_match', reviewed_by=pg_temp.u(20)",
  ),
  accepts("update payee_screenings set review_outcome='true_match', reviewed_by=pg_temp.u(10)"),
  yields('1', "select count(*) from payout_holds where kind='sanctions' and creator_id=pg_temp.u(20)"),
  yields('true', "select is_frozen::text from ledger_accounts where code='avail20'"),
  refuses('A hold (sanctions) stops', "update payouts set status='approved' where id=pg_temp.u(441)"),
  refuses('Only compliance', "update payout_holds set released_at=now() where kind='sanctions'"),
  refuses(
    'Only compliance',
    "update payout_holds set released_at=now(), released_by=pg_temp.u(11) where kind='sanctions'",
  ),
  accepts(`insert into user_roles(id,code,name,rank,description) values (7,'compliance','C',5,'d');
    insert into user_role_assignments(user_id,role_id) values (pg_temp.u(11),7)`),
  accepts("update payout_holds set released_at=now(), released_by=pg_temp.u(11) where kind='sanctions'"),
  accepts(`insert into creator_reserves(creator_id,percent_bps,amount_minor,currency,source_month,release_on,hold_transaction_id)
    values (pg_temp.u(20),1000,100,'EUR','2026-01-01','2026-07-01',pg_temp.u(500))`),
  refuses('consumed_within_amount', 'update creator_reserves set consumed_minor=101'),
  accepts('update creator_reserves set consumed_minor=50'),
  refuses('only grows', 'update creator_reserves set consumed_minor=40'),
];

const BILLING_AND_TAX: readonly Case[] = [
  accepts(
    "insert into invoice_number_sequences(series,fiscal_year,legal_entity,prefix) values ('EU',2026,'BV','EU-26-'),('CN',2026,'BV','CN-26-')",
  ),
  accepts(`insert into invoices(id,customer_id,series,fiscal_year,currency,subtotal_minor,discount_minor,tax_minor,total_minor)
    select pg_temp.u(n),pg_temp.u(1),'EU',2026,'EUR',1000,100,171,1071 from generate_series(480,482) n`),
  refuses(
    'series_has_numbers',
    "insert into invoices(customer_id,series,fiscal_year,currency) values (pg_temp.u(1),'US',2026,'EUR')",
  ),
  refuses('total_adds_up', 'update invoices set total_minor=1'),
  refuses('final_is_complete', "update invoices set finalized_at=now(), status='open' where id=pg_temp.u(480)"),
  refuses('final_is_complete', 'update invoices set number=7 where id=pg_temp.u(480)'),
  accepts(`insert into invoice_lines(invoice_id,line_no,kind,description,unit_minor,amount_minor,tax_minor) values
    (pg_temp.u(480),1,'subscription','s',1000,1000,171),(pg_temp.u(481),1,'subscription','s',1000,1000,171),(pg_temp.u(481),2,'discount','d',-100,-100,0)`),
  refuses(
    'sign_fits_kind',
    "insert into invoice_lines(invoice_id,line_no,kind,description,unit_minor,amount_minor) values (pg_temp.u(482),1,'discount','d',1,1)",
  ),
  refuses('add up to 1000 less 0', 'select pg_temp.finalise(480)'),
  accepts('select pg_temp.finalise(481)'),
  yields('1', 'select number from invoices where id=pg_temp.u(481)'),
  accepts(
    "insert into invoice_lines(invoice_id,line_no,kind,description,unit_minor,amount_minor) values (pg_temp.u(480),2,'discount','d',-100,-100)",
  ),
  refuses('The next number of the series EU of 2026 is 2, not 5', 'select pg_temp.finalise(480, 5)'),
  accepts('select pg_temp.finalise(480)'),
  yields('2', 'select number from invoices where id=pg_temp.u(480)'),
  yields('3', "select next_number from invoice_number_sequences where series='EU'"),
  refuses('only grows', "update invoice_number_sequences set next_number=1 where series='EU'"),
  refuses(
    'cannot change once finalized_at',
    'update invoices set tax_minor=0, total_minor=900 where id=pg_temp.u(480)',
  ),
  refuses(
    'cannot change once finalized_at',
    'update invoices set customer_snapshot=\'{"x":1}\' where id=pg_temp.u(480)',
  ),
  refuses('cannot change once finalized_at', 'delete from invoices where id=pg_temp.u(480)'),
  refuses('paid_is_paid_in_full', "update invoices set status='paid', paid_minor=1 where id=pg_temp.u(480)"),
  accepts("update invoices set status='paid', paid_minor=1071 where id=pg_temp.u(480)"),
  refuses('do not change once finalized_at', 'update invoice_lines set tax_minor=1 where invoice_id=pg_temp.u(480)'),
  refuses('do not change once finalized_at', 'delete from invoice_lines where invoice_id=pg_temp.u(480)'),
  refuses(
    'do not change once finalized_at',
    "insert into invoice_lines(invoice_id,line_no,kind,description,unit_minor,amount_minor) values (pg_temp.u(480),9,'fee','d',1,1)",
  ),
  accepts('delete from invoices where id=pg_temp.u(482)'),
  accepts(`insert into invoices(id,customer_id,series,fiscal_year,currency,status,issued_on,retain_until,finalized_at,customer_snapshot,seller_snapshot)
    values (pg_temp.u(483),pg_temp.u(1),'EU',2026,'EUR','open','2010-01-01','2020-12-31',now(),'{"name":"A"}','{"name":"B"}')`),
  accepts(`update invoices set customer_snapshot='{"name":"erased"}' where id=pg_temp.u(483)`),
  refuses('cannot change once finalized_at', 'update invoices set customer_id=pg_temp.u(2) where id=pg_temp.u(483)'),
  accepts(`insert into credit_notes(id,invoice_id,customer_id,series,fiscal_year,reason,currency,amount_minor,tax_minor,issued_on)
    values (pg_temp.u(484),pg_temp.u(480),pg_temp.u(1),'CN',2026,'error','EUR',1000,160,current_date)`),
  yields('1', 'select number from credit_notes'),
  refuses(
    'exceed the invoice',
    `insert into credit_notes(invoice_id,customer_id,series,fiscal_year,reason,currency,amount_minor,tax_minor,issued_on)
    values (pg_temp.u(480),pg_temp.u(1),'CN',2026,'error','EUR',72,0,current_date)`,
  ),
  refuses(
    'corrects a final invoice',
    `insert into credit_notes(invoice_id,customer_id,series,fiscal_year,reason,currency,amount_minor,tax_minor,issued_on)
    values (pg_temp.u(480),pg_temp.u(2),'CN',2026,'error','EUR',1,0,current_date)`,
  ),
  refuses('append-only', 'update credit_notes set amount_minor=1'),
  yields('2', "select next_number from invoice_number_sequences where series='CN'"),

  accepts(
    `insert into tax_profiles(id,user_id,residence_country,key_id) values (pg_temp.u(490),pg_temp.u(20),'DE',1),(pg_temp.u(491),pg_temp.u(21),'DE',1)`,
  ),
  refuses(
    'tax_profiles_one_current',
    "insert into tax_profiles(user_id,residence_country,key_id) values (pg_temp.u(20),'FR',1)",
  ),
  refuses('append-only', "update tax_profiles set residence_country='FR' where id=pg_temp.u(490)"),
  refuses('append-only', "update tax_profiles set residence_country='FR', key_id=2 where id=pg_temp.u(490)"),
  accepts('update tax_profiles set key_id=2 where id=pg_temp.u(490)'),
  refuses(
    'tin_is_whole',
    "insert into tax_profiles(user_id,residence_country,tin_enc,key_id) values (pg_temp.u(22),'FR','x',1)",
  ),
  refuses(
    'form_is_signed',
    "insert into tax_profiles(user_id,residence_country,form_kind,key_id) values (pg_temp.u(22),'FR','w9',1)",
  ),
  accepts(
    "insert into tax_rates(id,country_code,tax_kind,product_class,rate_ppm,valid,source) values (1,'DE','vat','digital',190000,'[2020-01-01,)','law')",
  ),
  refuses(
    'tax_rates_rates_do_not_overlap',
    "insert into tax_rates(country_code,tax_kind,product_class,rate_ppm,valid,source) values ('DE','vat','digital',160000,'[2026-01-01,)','law')",
  ),
  refuses('append-only', 'update tax_rates set rate_ppm=1'),
  accepts("update tax_rates set valid='[2020-01-01,2026-01-01)'"),
  refuses(
    'for_one_sale',
    `insert into tax_calculations(payer_id,supply_country,taxable_minor,tax_minor,currency,engine)
    values (pg_temp.u(1),'US',100,0,'EUR','own')`,
  ),
  refuses(
    'two_proofs_in_the_eu',
    `insert into tax_calculations(payer_id,order_id,supply_country,evidence_ip_country,evidence_billing_country,tax_rate_id,taxable_minor,tax_minor,currency,engine)
    values (pg_temp.u(1),pg_temp.u(390),'DE','DE','FR',1,100,19,'EUR','own')`,
  ),
  accepts(`insert into tax_calculations(payer_id,order_id,supply_country,evidence_ip_country,evidence_issuer_country,tax_rate_id,taxable_minor,tax_minor,currency,engine)
    values (pg_temp.u(1),pg_temp.u(390),'DE','DE','DE',1,100,19,'EUR','own')`),
  accepts(`insert into tax_calculations(payer_id,order_id,supply_country,evidence_ip_country,taxable_minor,tax_minor,currency,engine)
    values (pg_temp.u(1),pg_temp.u(390),'US','US',100,0,'EUR','own')`),
  refuses('append-only', 'update tax_calculations set tax_minor=0'),
  refuses(
    'profile_of_same_creator',
    `insert into tax_withholdings(creator_id,payout_id,tax_profile_id,jurisdiction,rate_bps,base_minor,withheld_minor,currency,ledger_transaction_id)
    values (pg_temp.u(20),pg_temp.u(440),pg_temp.u(491),'US',3000,1000,300,'EUR',pg_temp.u(500))`,
  ),
  refuses(
    'withheld_within_base',
    `insert into tax_withholdings(creator_id,payout_id,tax_profile_id,jurisdiction,rate_bps,base_minor,withheld_minor,currency,ledger_transaction_id)
    values (pg_temp.u(20),pg_temp.u(440),pg_temp.u(490),'US',3000,1000,1001,'EUR',pg_temp.u(500))`,
  ),
  refuses(
    'tax_withholdings.creator_id is not',
    `insert into tax_withholdings(creator_id,payout_id,tax_profile_id,jurisdiction,rate_bps,base_minor,withheld_minor,currency,ledger_transaction_id)
    values (pg_temp.u(21),pg_temp.u(440),pg_temp.u(491),'US',3000,1000,300,'EUR',pg_temp.u(500))`,
  ),
  accepts(`insert into tax_withholdings(creator_id,payout_id,tax_profile_id,jurisdiction,rate_bps,base_minor,withheld_minor,currency,ledger_transaction_id)
    values (pg_temp.u(20),pg_temp.u(440),pg_temp.u(490),'US',3000,1000,300,'EUR',pg_temp.u(500))`),
  refuses(
    'retained_for_seven_years',
    "insert into tax_forms(creator_id,form,tax_year,currency,retain_until) values (pg_temp.u(20),'dac7',2025,'EUR','2032-12-31')",
  ),
  accepts(
    "insert into tax_forms(creator_id,form,tax_year,currency,retain_until) values (pg_temp.u(20),'dac7',2025,'EUR','2033-01-01')",
  ),
  refuses('final_names_its_time', "update tax_forms set status='final'"),
  accepts("update tax_forms set status='final', finalized_at=now()"),
  refuses('cannot change once finalized_at', `update tax_forms set amounts='{"a":1}'`),
  refuses('final_names_its_time', "update tax_forms set status='draft'"),
  refuses('has to be kept until', 'delete from tax_forms'),
];

const PROMOTIONS_AND_AFFILIATES: readonly Case[] = [
  accepts(
    `insert into promotions(id,name,kind,percent_bps,applies_to,starts_at) values (pg_temp.u(600),'P','percent',1000,'{ppv}',now())`,
  ),
  refuses(
    'value_fits_kind',
    "insert into promotions(name,kind,amount_minor,currency,applies_to,starts_at) values ('P','percent',10,'EUR','{ppv}',now())",
  ),
  accepts("update promotions set status='active'"),
  refuses('append-only', 'update promotions set percent_bps=2000'),
  refuses('append-only', "update promotions set status='draft'"),
  refuses('append-only', 'delete from promotions'),
  accepts(
    `insert into promo_codes(id,promotion_id,code,max_uses,assigned_user_id) values (pg_temp.u(601),pg_temp.u(600),'SUMMER',1,null),(pg_temp.u(602),pg_temp.u(600),'MINE',null,pg_temp.u(1))`,
  ),
  refuses('promo_codes_code_key', "insert into promo_codes(promotion_id,code) values (pg_temp.u(600),'summer')"),
  accepts('update promo_codes set uses=1 where id=pg_temp.u(601)'),
  refuses('uses_within_limit', 'update promo_codes set uses=2 where id=pg_temp.u(601)'),
  refuses('not deleted', 'delete from promo_codes where id=pg_temp.u(601)'),
  accepts(`insert into promo_redemptions(id,promo_code_id,user_id,discount_minor,currency,reserved_until,idempotency_key)
    values (pg_temp.u(603),pg_temp.u(601),pg_temp.u(2),10,'EUR',now()+interval '1 hour','x')`),
  refuses(
    'uses this code 1 times at most',
    `insert into promo_redemptions(promo_code_id,user_id,use_no,discount_minor,currency,reserved_until,idempotency_key)
    values (pg_temp.u(601),pg_temp.u(2),2,10,'EUR',now()+interval '1 hour','y')`,
  ),
  refuses(
    'for somebody else',
    `insert into promo_redemptions(promo_code_id,user_id,discount_minor,currency,reserved_until,idempotency_key)
    values (pg_temp.u(602),pg_temp.u(2),10,'EUR',now()+interval '1 hour','y')`,
  ),
  refuses(
    'not valid any more',
    `update promo_codes set disabled_at=now() where id=pg_temp.u(602);
    insert into promo_redemptions(promo_code_id,user_id,discount_minor,currency,reserved_until,idempotency_key)
    values (pg_temp.u(602),pg_temp.u(1),10,'EUR',now()+interval '1 hour','y')`,
  ),
  refuses('promo_redemptions.user_id is not', 'update promo_redemptions set intent_id=pg_temp.u(300)'),
  accepts("update promo_redemptions set status='applied', reserved_until=null"),
  refuses('append-only', 'update promo_redemptions set discount_minor=1'),

  accepts(
    `insert into affiliate_programs(id,code,name,commission_bps,currency) values (pg_temp.u(610),'main','M',500,'EUR'),(pg_temp.u(611),'other','O',500,'EUR')`,
  ),
  refuses(
    'period_names_its_months',
    "insert into affiliate_programs(code,name,commission_bps,base,currency) values ('per','P',500,'period','EUR')",
  ),
  accepts(
    `insert into affiliate_links(id,program_id,affiliate_id,code) values (pg_temp.u(612),pg_temp.u(610),pg_temp.u(5),'abc')`,
  ),
  refuses(
    'landing_path_stays_here',
    "insert into affiliate_links(program_id,affiliate_id,code,landing_path) values (pg_temp.u(610),pg_temp.u(5),'abd','//evil.example')",
  ),
  refuses(
    'link_of_same_affiliate',
    `insert into affiliate_attributions(program_id,link_id,affiliate_id,customer_id) values (pg_temp.u(611),pg_temp.u(612),pg_temp.u(5),pg_temp.u(1))`,
  ),
  refuses(
    'link_of_same_affiliate',
    `insert into affiliate_attributions(program_id,link_id,affiliate_id,customer_id) values (pg_temp.u(610),pg_temp.u(612),pg_temp.u(6),pg_temp.u(1))`,
  ),
  refuses(
    'nobody_brings_themselves',
    `insert into affiliate_attributions(program_id,link_id,affiliate_id,customer_id) values (pg_temp.u(610),pg_temp.u(612),pg_temp.u(5),pg_temp.u(5))`,
  ),
  accepts(
    `insert into affiliate_attributions(id,program_id,link_id,affiliate_id,customer_id) values (pg_temp.u(613),pg_temp.u(610),pg_temp.u(612),pg_temp.u(5),pg_temp.u(1))`,
  ),
  refuses(
    'affiliate_attributions_program_id_customer_id_key',
    `insert into affiliate_attributions(program_id,link_id,affiliate_id,customer_id) values (pg_temp.u(610),pg_temp.u(612),pg_temp.u(5),pg_temp.u(1))`,
  ),
  accepts(
    "insert into affiliate_clicks(link_id,visitor_hash,ip_prefix) values (pg_temp.u(612),pg_temp.h('v'),'2001:db8::/32')",
  ),
  refuses(
    'ip_prefix_is_no_address',
    "insert into affiliate_clicks(link_id,visitor_hash,ip_prefix) values (pg_temp.u(612),pg_temp.h('v'),'10.0.0.1/32')",
  ),
  refuses('append-only', 'update affiliate_clicks set is_bot=true'),
  accepts(`insert into affiliate_commissions(id,attribution_id,affiliate_id,payment_id,base_minor,rate_bps,amount_minor,currency,available_at)
    values (pg_temp.u(614),pg_temp.u(613),pg_temp.u(5),pg_temp.u(320),10000,500,500,'EUR',now()),(pg_temp.u(615),pg_temp.u(613),pg_temp.u(5),pg_temp.u(321),10000,500,500,'EUR',now())`),
  refuses(
    'attribution_of_same_affiliate',
    `insert into affiliate_commissions(attribution_id,affiliate_id,payment_id,base_minor,rate_bps,amount_minor,currency,available_at)
    values (pg_temp.u(613),pg_temp.u(6),pg_temp.u(322),10000,500,500,'EUR',now())`,
  ),
  refuses(
    'amount_within_rate',
    `insert into affiliate_commissions(attribution_id,affiliate_id,payment_id,base_minor,rate_bps,amount_minor,currency,available_at)
    values (pg_temp.u(613),pg_temp.u(5),pg_temp.u(321),10000,500,600,'EUR',now())`,
  ),
  refuses(
    'no commission on a payment that is refunded',
    "update affiliate_commissions set status='approved' where id=pg_temp.u(614)",
  ),
  accepts("update affiliate_commissions set status='reversed' where id=pg_temp.u(614)"),
  accepts("update affiliate_commissions set status='approved' where id=pg_temp.u(615)"),
  refuses('paid_is_posted', "update affiliate_commissions set status='paid' where id=pg_temp.u(615)"),

  accepts(
    "insert into user_spending_limits(user_id,period,currency,limit_minor) values (pg_temp.u(1),'day','EUR',1000)",
  ),
  accepts('update user_spending_limits set limit_minor=500'),
  refuses('only 24 hours after', 'update user_spending_limits set limit_minor=600'),
  refuses(
    'waits for 24 hours',
    "update user_spending_limits set pending_limit_minor=600, pending_from=now()+interval '23 hours'",
  ),
  accepts("update user_spending_limits set pending_limit_minor=600, pending_from=now()+interval '25 hours'"),
  refuses(
    'only 24 hours after',
    'update user_spending_limits set limit_minor=600, pending_limit_minor=null, pending_from=null',
  ),
  refuses(
    'waits for 24 hours',
    "update user_spending_limits set created_at=now()-interval '9 days', pending_from=now()+interval '1 hour'",
  ),
  refuses('not deleted', 'delete from user_spending_limits'),

  refuses(
    'net_adds_up',
    `insert into provider_settlements(provider_id,report_ref,period,currency,gross_minor,refunds_minor,chargebacks_minor,fees_minor,reserve_minor,net_minor,file_key,file_sha256)
    values (1,'r1','[2026-01-01,2026-01-08)','EUR',1000,10,10,30,50,901,'f',pg_temp.h('f'))`,
  ),
  accepts(`insert into provider_settlements(id,provider_id,report_ref,period,currency,gross_minor,refunds_minor,chargebacks_minor,fees_minor,reserve_minor,net_minor,file_key,file_sha256)
    values (pg_temp.u(620),1,'r1','[2026-01-01,2026-01-08)','EUR',1000,10,10,30,50,900,'f',pg_temp.h('f'))`),
  accepts(
    `insert into provider_settlement_lines(settlement_id,line_no,kind,provider_ref,amount_minor,currency) values (pg_temp.u(620),1,'payment','p1',1000,'EUR')`,
  ),
  refuses('matched_names_its_match', "update provider_settlement_lines set match_state='matched'"),
  refuses(
    'at_most_one_match',
    "update provider_settlement_lines set match_state='matched', payment_id=pg_temp.u(320), refund_id=pg_temp.u(331)",
  ),
  accepts("update provider_settlement_lines set match_state='matched', payment_id=pg_temp.u(320)"),
  refuses('append-only', 'update provider_settlement_lines set amount_minor=1'),
  refuses(
    'status_fits_differences',
    "insert into reconciliation_runs(check_code,rows_checked,differences,status,duration_ms) values ('ledger.balanced',1,1,'ok',1)",
  ),
  accepts(
    "insert into reconciliation_runs(check_code,rows_checked,status,duration_ms) values ('ledger.balanced',1,'ok',1)",
  ),
  refuses('append-only', 'update reconciliation_runs set rows_checked=2'),
];

export const CASES: readonly Case[] = [
  ...GROUND,
  ...LEDGER,
  ...SUBSCRIPTIONS,
  ...PAYMENTS,
  ...SALES,
  ...WALLETS,
  ...SPLITS_AND_EARNINGS,
  ...PAYOUTS,
  ...BILLING_AND_TAX,
  ...PROMOTIONS_AND_AFFILIATES,
];
