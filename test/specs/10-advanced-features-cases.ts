/**
 * What the tables of section 10 accept and refuse, told in order on one database. `pg_temp.u(1)` is the first id and so on,
 * `pg_temp.h('x')` a digest; the tables of other sections were stripped of their own rules where a row of them is only needed.
 */
import { accepts, type Case, given, refuses, yields } from './case.ts';

const MARKETPLACE: readonly Case[] = [
  given(
    "insert into marketplace_shops(id,creator_id,slug,name) values (pg_temp.u(10),pg_temp.u(3),'shop-a','A'),(pg_temp.u(11),pg_temp.u(5),'shop-b','B')",
  ),
  refuses(
    'second shop',
    "insert into marketplace_shops(creator_id,slug,name) values (pg_temp.u(3),'shop-c','C')",
    'creator_id_key',
  ),
  refuses('return policy', 'update marketplace_shops set return_policy_days=61', 'return_policy_in_range'),
  refuses('rating without reviews', 'update marketplace_shops set rating_avg=4', 'rating_comes_from_reviews'),
  given("insert into marketplace_categories(id,slug,path,label_key) values (pg_temp.u(20),'toys','toys','k')"),
  given(
    "insert into marketplace_categories(id,parent_id,slug,path,label_key,is_prohibited,explicit_level) values (pg_temp.u(21),pg_temp.u(20),'banned','toys/banned','k',true,0),(pg_temp.u(22),pg_temp.u(20),'adult','toys/adult','k',false,2)",
  ),
  refuses(
    'path of a category',
    "insert into marketplace_categories(parent_id,slug,path,label_key) values (pg_temp.u(20),'x1','other/x1','k')",
    'path of category',
  ),
  refuses(
    'cycle of categories',
    'update marketplace_categories set parent_id=pg_temp.u(22) where id=pg_temp.u(20)',
    'path of category',
  ),
  refuses(
    'renamed parent',
    "update marketplace_categories set slug='t', path='t' where id=pg_temp.u(20)",
    'path of category',
  ),
  given(
    'insert into digital_products(id,creator_id) values (pg_temp.u(30),pg_temp.u(3)),(pg_temp.u(31),pg_temp.u(5)),(pg_temp.u(32),pg_temp.u(3))',
  ),
  refuses(
    'product of another creator',
    "insert into marketplace_listings(product_id,shop_id,creator_id,category_id,kind,min_price_minor,currency) values (pg_temp.u(31),pg_temp.u(10),pg_temp.u(3),pg_temp.u(20),'physical',100,'EUR')",
    'marketplace_listings.creator_id',
  ),
  refuses(
    'shop of another creator',
    "insert into marketplace_listings(product_id,shop_id,creator_id,category_id,kind,min_price_minor,currency) values (pg_temp.u(30),pg_temp.u(11),pg_temp.u(3),pg_temp.u(20),'physical',100,'EUR')",
    'shop_of_same_creator',
  ),
  refuses(
    'made to order without days',
    "insert into marketplace_listings(product_id,shop_id,creator_id,category_id,kind,min_price_minor,currency) values (pg_temp.u(30),pg_temp.u(10),pg_temp.u(3),pg_temp.u(20),'made_to_order',100,'EUR')",
    'made_to_order_says',
  ),
  given(
    "insert into marketplace_listings(product_id,shop_id,creator_id,category_id,kind,min_price_minor,currency,search_text) values (pg_temp.u(30),pg_temp.u(10),pg_temp.u(3),pg_temp.u(20),'physical',100,'EUR','lace set'),(pg_temp.u(31),pg_temp.u(11),pg_temp.u(5),pg_temp.u(20),'physical',100,'EUR',''),(pg_temp.u(32),pg_temp.u(10),pg_temp.u(3),pg_temp.u(20),'auction',0,'EUR','')",
  ),
  refuses(
    'listed without time',
    "update marketplace_listings set status='listed' where product_id=pg_temp.u(30)",
    'listed_names',
  ),
  refuses(
    'listed in a prohibited category',
    "update marketplace_listings set status='listed', listed_at=now(), category_id=pg_temp.u(21) where product_id=pg_temp.u(30)",
    'prohibited',
  ),
  refuses(
    'too tame',
    'update marketplace_listings set category_id=pg_temp.u(22) where product_id=pg_temp.u(30)',
    'explicit level 2',
  ),
  accepts('listed', "update marketplace_listings set status='listed', listed_at=now() where product_id=pg_temp.u(30)"),
  yields(
    'search',
    "select count(*) from marketplace_listings where status='listed' and search_vector @@ plainto_tsquery('simple','lace')",
    '1',
  ),
  given(
    "insert into marketplace_variants(id,product_id,shop_id,sku,price_minor,currency) values (pg_temp.u(40),pg_temp.u(30),pg_temp.u(10),'s1',100,'EUR'),(pg_temp.u(41),pg_temp.u(31),pg_temp.u(11),'s1',100,'EUR'),(pg_temp.u(42),pg_temp.u(30),pg_temp.u(10),'s2',100,'EUR')",
  ),
  refuses(
    'currency of a variant',
    "insert into marketplace_variants(product_id,shop_id,sku,price_minor,currency) values (pg_temp.u(30),pg_temp.u(10),'s3',100,'USD')",
    'listing_of_same_shop_and_currency',
  ),
  refuses(
    'currency under variants',
    "update marketplace_listings set currency='USD' where product_id=pg_temp.u(30)",
    'same_shop_and_currency',
  ),
  refuses(
    'sku without case',
    "insert into marketplace_variants(product_id,shop_id,sku,price_minor,currency) values (pg_temp.u(30),pg_temp.u(10),'S1',100,'EUR')",
    'shop_id_sku',
  ),
  refuses(
    'compare at',
    'update marketplace_variants set compare_at_minor=100 where id=pg_temp.u(40)',
    'compare_at_is_above',
  ),
  given('insert into media_assets(id,owner_id) values (pg_temp.u(50),pg_temp.u(3)),(pg_temp.u(51),pg_temp.u(3))'),
  refuses(
    'picture of another variant',
    'insert into marketplace_product_media(product_id,position,media_asset_id,variant_id) values (pg_temp.u(30),0,pg_temp.u(50),pg_temp.u(41))',
    'marketplace_product_media.product_id',
  ),
  accepts(
    'a deleted variant leaves its picture',
    'insert into marketplace_product_media(product_id,position,media_asset_id,variant_id) values (pg_temp.u(30),0,pg_temp.u(50),pg_temp.u(42)); delete from marketplace_variants where id=pg_temp.u(42)',
  ),
  yields('picture stays', 'select count(*) from marketplace_product_media where variant_id is null', '1'),
  given(
    "insert into marketplace_stock_locations(id,shop_id,creator_id,name,country_code,address_enc,key_id) values (pg_temp.u(60),pg_temp.u(10),pg_temp.u(3),'home','DE','x',1),(pg_temp.u(61),pg_temp.u(11),pg_temp.u(5),'home','DE','x',1)",
  ),
  refuses(
    'stock at another shop',
    'insert into marketplace_stock_levels(variant_id,location_id,shop_id) values (pg_temp.u(40),pg_temp.u(61),pg_temp.u(10))',
    'location_of_same_shop',
  ),
  given(
    'insert into marketplace_stock_levels(variant_id,location_id,shop_id,on_hand) values (pg_temp.u(40),pg_temp.u(60),pg_temp.u(10),5)',
  ),
  refuses('stock without a new version', 'update marketplace_stock_levels set reserved=1', 'only grows'),
  refuses(
    'negative stock',
    'update marketplace_stock_levels set on_hand=-1, version=version+1',
    'counts_are_not_negative',
  ),
  refuses(
    'reserved beyond stock',
    'update marketplace_stock_levels set reserved=6, version=version+1',
    'reserved_is_on_hand',
  ),
  accepts('reserved', 'update marketplace_stock_levels set reserved=5, version=version+1'),
  given('insert into carts(id,user_id) values (pg_temp.u(70),pg_temp.u(1))'),
  refuses(
    'cart of another',
    "insert into marketplace_cart_items(cart_id,user_id,variant_id,price_seen_minor,currency) values (pg_temp.u(70),pg_temp.u(2),pg_temp.u(40),100,'EUR')",
    'marketplace_cart_items.user_id',
  ),
  given(
    "insert into marketplace_cart_items(id,cart_id,user_id,variant_id,price_seen_minor,currency) values (pg_temp.u(71),pg_temp.u(70),pg_temp.u(1),pg_temp.u(40),100,'EUR')",
  ),
  given('insert into orders(id,buyer_id) values (pg_temp.u(80),pg_temp.u(1)),(pg_temp.u(81),pg_temp.u(2))'),
  given(
    'insert into order_items(id,order_id,line_no,seller_id,quantity) values (pg_temp.u(90),pg_temp.u(80),1,pg_temp.u(3),2),(pg_temp.u(91),pg_temp.u(81),1,pg_temp.u(3),1)',
  ),
  refuses(
    'seller of a line',
    "insert into marketplace_order_lines(order_item_id,order_id,buyer_id,creator_id,product_id,variant_id,title_snapshot,quantity) values (pg_temp.u(90),pg_temp.u(80),pg_temp.u(1),pg_temp.u(5),pg_temp.u(31),pg_temp.u(41),'t',2)",
    'marketplace_order_lines.creator_id',
  ),
  refuses(
    'buyer of a line',
    "insert into marketplace_order_lines(order_item_id,order_id,buyer_id,creator_id,product_id,variant_id,title_snapshot,quantity) values (pg_temp.u(90),pg_temp.u(80),pg_temp.u(2),pg_temp.u(3),pg_temp.u(30),pg_temp.u(40),'t',2)",
    'marketplace_order_lines.buyer_id',
  ),
  refuses(
    'variant of another product',
    "insert into marketplace_order_lines(order_item_id,order_id,buyer_id,creator_id,product_id,variant_id,title_snapshot,quantity) values (pg_temp.u(90),pg_temp.u(80),pg_temp.u(1),pg_temp.u(3),pg_temp.u(30),pg_temp.u(41),'t',2)",
    'variant_of_same_product',
  ),
  given(
    "insert into marketplace_order_lines(order_item_id,order_id,buyer_id,creator_id,product_id,variant_id,title_snapshot,quantity) values (pg_temp.u(90),pg_temp.u(80),pg_temp.u(1),pg_temp.u(3),pg_temp.u(30),pg_temp.u(40),'t',2),(pg_temp.u(91),pg_temp.u(81),pg_temp.u(2),pg_temp.u(3),pg_temp.u(30),pg_temp.u(40),'t',1)",
  ),
  refuses('sold variant', 'delete from marketplace_variants where id=pg_temp.u(40)', 'variant_of_same_product'),
  refuses('title of a line', "update marketplace_order_lines set title_snapshot='z'", 'keeps its value'),
  refuses(
    'held for two',
    'insert into marketplace_stock_reservations(variant_id,location_id,order_line_id,cart_item_id,quantity,expires_at) values (pg_temp.u(40),pg_temp.u(60),pg_temp.u(90),pg_temp.u(71),1,now())',
    'held_for_one',
  ),
  refuses(
    'cart holds for ever',
    'insert into marketplace_stock_reservations(variant_id,location_id,cart_item_id,quantity) values (pg_temp.u(40),pg_temp.u(60),pg_temp.u(71),1)',
    'cart_holds_for_a_while',
  ),
  given(
    'insert into marketplace_stock_reservations(variant_id,location_id,order_line_id,quantity) values (pg_temp.u(40),pg_temp.u(60),pg_temp.u(90),2)',
  ),
  refuses(
    'held twice',
    'insert into marketplace_stock_reservations(variant_id,location_id,order_line_id,quantity) values (pg_temp.u(40),pg_temp.u(60),pg_temp.u(90),2)',
    'duplicate',
  ),
  given(
    "insert into marketplace_stock_movements(variant_id,location_id,delta,reason,actor_user_id) values (pg_temp.u(40),pg_temp.u(60),5,'receipt',pg_temp.u(9))",
  ),
  refuses(
    'a sale adds',
    "insert into marketplace_stock_movements(variant_id,location_id,delta,reason) values (pg_temp.u(40),pg_temp.u(60),5,'sale')",
    'delta_fits',
  ),
  refuses('movement changed', 'update marketplace_stock_movements set delta=4', 'append-only'),
  refuses('movement deleted', 'delete from marketplace_stock_movements', 'append-only'),
  refuses('movements truncated', 'truncate marketplace_stock_movements', 'append-only'),
  accepts('actor cleared', 'update marketplace_stock_movements set actor_user_id=null'),
  refuses(
    'no relay address',
    'insert into marketplace_shipments(order_id,creator_id) values (pg_temp.u(80),pg_temp.u(3))',
    'relay_address_is_there_or_shredded',
  ),
  given(
    "insert into marketplace_shipments(id,order_id,creator_id,relay_address_enc,key_id) values (pg_temp.u(100),pg_temp.u(80),pg_temp.u(3),'x',1),(pg_temp.u(101),pg_temp.u(81),pg_temp.u(3),'x',1),(pg_temp.u(102),pg_temp.u(80),pg_temp.u(3),'x',1)",
  ),
  refuses(
    'sent without time',
    "update marketplace_shipments set state='in_transit' where id=pg_temp.u(100)",
    'sent_names_its_time',
  ),
  refuses(
    'label cost',
    'update marketplace_shipments set cost_minor=5 where id=pg_temp.u(100)',
    'cost_names_its_currency',
  ),
  refuses(
    'line of another order',
    'insert into marketplace_shipment_lines(shipment_id,order_line_id,order_id,quantity) values (pg_temp.u(100),pg_temp.u(91),pg_temp.u(80),1)',
    'line_of_same_order',
  ),
  given(
    'insert into marketplace_shipment_lines(shipment_id,order_line_id,order_id,quantity) values (pg_temp.u(100),pg_temp.u(90),pg_temp.u(80),1)',
  ),
  refuses(
    'more than ordered',
    'insert into marketplace_shipment_lines(shipment_id,order_line_id,order_id,quantity) values (pg_temp.u(102),pg_temp.u(90),pg_temp.u(80),2)',
    'hold 3 pieces of 2',
  ),
  accepts(
    'sent again after a loss',
    "update marketplace_shipments set state='lost', shipped_at=now() where id=pg_temp.u(100); insert into marketplace_shipment_lines(shipment_id,order_line_id,order_id,quantity) values (pg_temp.u(102),pg_temp.u(90),pg_temp.u(80),2)",
  ),
  accepts(
    'shredded',
    'update marketplace_shipments set relay_address_enc=null, key_id=null, relay_address_shredded_at=now() where id=pg_temp.u(100)',
  ),
  given(
    "insert into marketplace_shipping_rates(shop_id,creator_id,zone_name,countries,basis,band,price_minor,currency,days_min,days_max) values (pg_temp.u(10),pg_temp.u(3),'eu','{DE,FR}','weight','[0,500)',100,'EUR',1,3)",
  ),
  refuses(
    'bands overlap',
    "insert into marketplace_shipping_rates(shop_id,creator_id,zone_name,countries,basis,band,price_minor,currency,days_min,days_max) values (pg_temp.u(10),pg_temp.u(3),'eu','{DE}','weight','[499,900)',100,'EUR',1,3)",
    'bands_do_not_overlap',
  ),
  accepts(
    'next band',
    "insert into marketplace_shipping_rates(shop_id,creator_id,zone_name,countries,basis,band,price_minor,currency,days_min,days_max) values (pg_temp.u(10),pg_temp.u(3),'eu','{DE}','weight','[500,)',100,'EUR',1,3)",
  ),
  yields('rates to a country', "select count(*) from marketplace_shipping_rates where countries @> '{FR}'", '1'),
  refuses(
    'return of another',
    "insert into marketplace_returns(order_line_id,buyer_id,reason,quantity) values (pg_temp.u(90),pg_temp.u(2),'damaged',1)",
    'buyer of the order line',
  ),
  refuses(
    'return of too many',
    "insert into marketplace_returns(order_line_id,buyer_id,reason,quantity) values (pg_temp.u(90),pg_temp.u(1),'damaged',3)",
    'More pieces',
  ),
  given(
    "insert into marketplace_returns(id,order_line_id,buyer_id,reason,quantity) values (pg_temp.u(110),pg_temp.u(90),pg_temp.u(1),'damaged',1)",
  ),
  refuses(
    'second return',
    "insert into marketplace_returns(order_line_id,buyer_id,reason,quantity) values (pg_temp.u(90),pg_temp.u(1),'damaged',1)",
    'duplicate',
  ),
  refuses(
    'refund without posting',
    "update marketplace_returns set state='refunded', decided_at=now()",
    'refunded_names',
  ),
  refuses('approved without time', "update marketplace_returns set state='approved'", 'decided_names'),
  refuses(
    'review of another product',
    'insert into marketplace_reviews(order_line_id,product_id,buyer_id,rating) values (pg_temp.u(90),pg_temp.u(31),pg_temp.u(1),5)',
    'line_of_same_product',
  ),
  refuses(
    'review by another',
    'insert into marketplace_reviews(order_line_id,product_id,buyer_id,rating) values (pg_temp.u(90),pg_temp.u(30),pg_temp.u(2),5)',
    'buyer of the order line',
  ),
  accepts(
    'review',
    'insert into marketplace_reviews(order_line_id,product_id,buyer_id,rating) values (pg_temp.u(90),pg_temp.u(30),pg_temp.u(1),5)',
  ),
  refuses('six stars', 'update marketplace_reviews set rating=6', 'rating_in_range'),
  accepts(
    'erased buyer',
    'update marketplace_reviews set buyer_id=null; update marketplace_returns set buyer_id=null; update marketplace_order_lines set buyer_id=null',
  ),
  given(
    "insert into marketplace_auctions(id,product_id,creator_id,starts_at,ends_at,start_minor,increment_minor,currency) values (pg_temp.u(120),pg_temp.u(32),pg_temp.u(3),now()-interval '1 h',now()+interval '1 h',100,10,'EUR')",
  ),
  refuses(
    'second auction',
    "insert into marketplace_auctions(product_id,creator_id,starts_at,ends_at,start_minor,increment_minor,currency) values (pg_temp.u(32),pg_temp.u(3),now(),now()+interval '1 h',1,1,'EUR')",
    'marketplace_auctions_product_id_idx',
  ),
  refuses(
    'bid before it opens',
    "insert into marketplace_bids(auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(120),pg_temp.u(1),100,'EUR')",
    'not open',
  ),
  given("update marketplace_auctions set state='open' where id=pg_temp.u(120)"),
  refuses(
    'own bid',
    "insert into marketplace_bids(auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(120),pg_temp.u(3),100,'EUR')",
    'own goods',
  ),
  refuses(
    'bid in another currency',
    "insert into marketplace_bids(auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(120),pg_temp.u(1),100,'USD')",
    'auction_of_same_currency',
  ),
  given(
    "insert into marketplace_bids(id,auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(121),pg_temp.u(120),pg_temp.u(1),100,'EUR')",
  ),
  refuses(
    'two lead',
    "insert into marketplace_bids(auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(120),pg_temp.u(2),120,'EUR')",
    'duplicate',
  ),
  refuses(
    'below the increment',
    "update marketplace_bids set state='outbid'; insert into marketplace_bids(auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(120),pg_temp.u(2),109,'EUR')",
    '110 at least',
  ),
  accepts(
    'outbid',
    "update marketplace_bids set state='outbid'; insert into marketplace_bids(id,auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(122),pg_temp.u(120),pg_temp.u(2),110,'EUR'); update marketplace_auctions set leading_bid_id=pg_temp.u(122), bids_count=2, ends_at=ends_at+interval '2 minutes'",
  ),
  refuses('bid changed', 'update marketplace_bids set amount_minor=500', 'append-only'),
  refuses('end moved in', "update marketplace_auctions set ends_at=ends_at-interval '1 minute'", 'only moves out'),
  refuses('terms changed', 'update marketplace_auctions set increment_minor=5', 'terms of an auction'),
  refuses(
    'leading bid of another',
    "insert into marketplace_auctions(product_id,creator_id,starts_at,ends_at,start_minor,increment_minor,currency,leading_bid_id,bids_count,state) values (pg_temp.u(30),pg_temp.u(3),now(),now()+interval '1 h',1,1,'EUR',pg_temp.u(122),1,'unsold')",
    'marketplace_auctions.id',
  ),
];

const BOOKINGS: readonly Case[] = [
  given(
    'insert into booking_cancellation_policies(id,creator_id,name,steps) values (pg_temp.u(200),null,\'flexible\',\'[{"notice_minutes":1440,"refund_ppm":1000000}]\'),(pg_temp.u(201),pg_temp.u(5),\'own\',\'[{"notice_minutes":0,"refund_ppm":0}]\')',
  ),
  refuses(
    'same version twice',
    'insert into booking_cancellation_policies(name,steps) values (\'flexible\',\'[{"notice_minutes":0,"refund_ppm":0}]\')',
    'duplicate',
  ),
  refuses(
    'refund above all',
    'insert into booking_cancellation_policies(name,steps) values (\'x\',\'[{"notice_minutes":0,"refund_ppm":1000001}]\')',
    'refunds_in_range',
  ),
  refuses(
    'refund not said',
    "insert into booking_cancellation_policies(name,steps) values ('x','[{\"notice_minutes\":0}]')",
    'refunds_in_range',
  ),
  refuses(
    'refund in words',
    'insert into booking_cancellation_policies(name,steps) values (\'x\',\'[{"notice_minutes":0,"refund_ppm":"all"}]\')',
    'refunds_in_range',
  ),
  refuses('policy changed', 'update booking_cancellation_policies set no_show_refund_ppm=5', 'append-only'),
  accepts('default', 'update booking_cancellation_policies set platform_default=true where id=pg_temp.u(200)'),
  refuses(
    'own default',
    'update booking_cancellation_policies set platform_default=true where id=pg_temp.u(201)',
    'default_is_the_platforms',
  ),
  given(
    "insert into bookable_services(id,creator_id,slug,title,description,duration_minutes,price_minor,currency,location_kind) values (pg_temp.u(210),pg_temp.u(3),'call','Call','d',30,1000,'EUR','video_call'),(pg_temp.u(211),pg_temp.u(5),'call','Call','d',30,1000,'EUR','video_call')",
  ),
  refuses(
    'active without policy',
    "update bookable_services set status='active' where id=pg_temp.u(210)",
    'active_names_its_policy',
  ),
  refuses(
    'policy of another',
    'update bookable_services set cancellation_policy_id=pg_temp.u(201) where id=pg_temp.u(210)',
    'belongs to another',
  ),
  accepts(
    'policy of the platform',
    "update bookable_services set cancellation_policy_id=pg_temp.u(200), status='active' where id=pg_temp.u(210)",
  ),
  refuses(
    'rule on the service of another',
    "insert into booking_availability_rules(creator_id,service_id,weekday,local_start,local_end,timezone) values (pg_temp.u(3),pg_temp.u(211),1,'09:00','10:00','Europe/Berlin')",
    'service_of_same_creator',
  ),
  refuses(
    'rule ends first',
    "insert into booking_availability_rules(creator_id,weekday,local_start,local_end,timezone) values (pg_temp.u(3),1,'11:00','10:00','UTC')",
    'ends_after_start',
  ),
  refuses(
    'empty override',
    "insert into booking_availability_overrides(creator_id,during,kind) values (pg_temp.u(3),'empty','closed')",
    'during_is_not_empty',
  ),
  given(
    "insert into bookings(id,service_id,creator_id,customer_id,during,blocked_during,timezone_customer,state,price_minor,currency,idempotency_key) values (pg_temp.u(220),pg_temp.u(210),pg_temp.u(3),pg_temp.u(1),'[2027-01-01 10:00Z,2027-01-01 10:30Z)','[2027-01-01 09:45Z,2027-01-01 10:45Z)','UTC','confirmed',1000,'EUR','k1')",
  ),
  refuses(
    'double booking in the buffer',
    "insert into bookings(service_id,creator_id,customer_id,during,blocked_during,timezone_customer,state,price_minor,currency,idempotency_key) values (pg_temp.u(210),pg_temp.u(3),pg_temp.u(2),'[2027-01-01 10:40Z,2027-01-01 11:10Z)','[2027-01-01 10:40Z,2027-01-01 11:10Z)','UTC','confirmed',1000,'EUR','k2')",
    'no_double_booking',
  ),
  accepts(
    'right after',
    "insert into bookings(service_id,creator_id,customer_id,during,blocked_during,timezone_customer,state,price_minor,currency,idempotency_key) values (pg_temp.u(210),pg_temp.u(3),pg_temp.u(2),'[2027-01-01 10:45Z,2027-01-01 11:10Z)','[2027-01-01 10:45Z,2027-01-01 11:10Z)','UTC','confirmed',1000,'EUR','k3')",
  ),
  refuses(
    'retry',
    "insert into bookings(service_id,creator_id,customer_id,during,blocked_during,timezone_customer,state,price_minor,currency,idempotency_key) values (pg_temp.u(210),pg_temp.u(3),pg_temp.u(1),'[2028-01-01,2028-01-02)','[2028-01-01,2028-01-02)','UTC','confirmed',1000,'EUR','k1')",
    'idempotency_key',
  ),
  refuses(
    'without an end',
    "insert into bookings(service_id,creator_id,customer_id,during,blocked_during,timezone_customer,state,price_minor,currency,idempotency_key) values (pg_temp.u(210),pg_temp.u(3),pg_temp.u(1),'[2028-01-01,)','[2028-01-01,)','UTC','confirmed',1000,'EUR','k4')",
    'is_bounded',
  ),
  refuses(
    'block too short',
    "update bookings set blocked_during='[2027-01-01 10:15Z,2027-01-01 10:30Z)' where id=pg_temp.u(220)",
    'blocked_holds_during',
  ),
  refuses('hold without end', "update bookings set state='held' where id=pg_temp.u(220)", 'held_names_its_end'),
  refuses('cancelled by nobody', "update bookings set state='cancelled' where id=pg_temp.u(220)", 'cancelled_says'),
  refuses('price changed', 'update bookings set price_minor=1 where id=pg_temp.u(220)', 'keeps its value'),
  refuses('self booking', 'update bookings set customer_id=pg_temp.u(3) where id=pg_temp.u(220)', 'nobody_books'),
  given(
    "insert into booking_events(booking_id,event_kind,actor_user_id,to_state) values (pg_temp.u(220),'created',pg_temp.u(1),'confirmed')",
  ),
  refuses('event changed', "update booking_events set to_state='held'", 'append-only'),
  accepts('paid', 'update bookings set order_id=pg_temp.u(80) where id=pg_temp.u(220)'),
  refuses('paid booking deleted', 'delete from bookings where id=pg_temp.u(220)', 'not deleted'),
  accepts('unpaid booking deleted', "delete from bookings where idempotency_key='k3'"),
  given(
    "insert into calendars(id,owner_user_id,name,is_default) values (pg_temp.u(230),pg_temp.u(1),'mine',true),(pg_temp.u(231),pg_temp.u(2),'theirs',true)",
  ),
  refuses(
    'second default',
    "insert into calendars(owner_user_id,name,is_default) values (pg_temp.u(1),'b',true)",
    'duplicate',
  ),
  refuses(
    'entry in the calendar of another',
    "insert into calendar_entries(calendar_id,owner_user_id,title,during) values (pg_temp.u(231),pg_temp.u(1),'t','[2027-01-01,2027-01-02)')",
    'calendar_of_same_owner',
  ),
  given(
    "insert into calendar_entries(id,calendar_id,owner_user_id,title,during,source_type,source_id) values (pg_temp.u(232),pg_temp.u(230),pg_temp.u(1),'t','[2027-01-01,2027-01-02)','booking',pg_temp.u(220))",
  ),
  refuses(
    'source twice',
    "insert into calendar_entries(calendar_id,owner_user_id,title,during,source_type,source_id) values (pg_temp.u(230),pg_temp.u(1),'t','[2027-01-01,2027-01-02)','booking',pg_temp.u(220))",
    'duplicate',
  ),
  refuses('half a source', 'update calendar_entries set source_id=null', 'source_is_whole'),
  refuses(
    'invited two ways',
    "insert into calendar_invitees(entry_id,user_id,email_enc,key_id) values (pg_temp.u(232),pg_temp.u(2),'x',1)",
    'invited_by_one_way',
  ),
  refuses(
    'answer without time',
    "insert into calendar_invitees(entry_id,user_id,response) values (pg_temp.u(232),pg_temp.u(2),'accepted')",
    'answer_names',
  ),
  given(
    "insert into integration_providers(id,key,name,category,auth_kind) values (pg_temp.u(240),'google','Google','calendar','oauth2')",
  ),
  given(
    "insert into integration_connections(id,owner_user_id,provider_id,external_account_id) values (pg_temp.u(241),pg_temp.u(1),pg_temp.u(240),'a'),(pg_temp.u(242),pg_temp.u(2),pg_temp.u(240),'b')",
  ),
  refuses(
    'connection of another',
    "insert into calendar_connections(user_id,calendar_id,integration_connection_id,provider,external_calendar_id) values (pg_temp.u(1),pg_temp.u(230),pg_temp.u(242),'google','c')",
    'connection_of_same_user',
  ),
  given(
    "insert into calendar_connections(id,user_id,calendar_id,integration_connection_id,provider,external_calendar_id) values (pg_temp.u(243),pg_temp.u(1),pg_temp.u(230),pg_temp.u(241),'google','c')",
  ),
  refuses(
    'busy block of another',
    "insert into calendar_busy_blocks(connection_id,user_id,external_uid,during) values (pg_temp.u(243),pg_temp.u(2),'x','[2027-01-01,2027-01-02)')",
    'connection_of_same_user',
  ),
  accepts(
    'busy block',
    "insert into calendar_busy_blocks(connection_id,user_id,external_uid,during) values (pg_temp.u(243),pg_temp.u(1),'x','[2027-01-01,2027-01-02)')",
  ),
];

const TENANTS: readonly Case[] = [
  given(
    "insert into tenants(id,slug,name,owner_user_id,data_region) values (pg_temp.u(300),'acme','Acme',pg_temp.u(8),'eu'),(pg_temp.u(301),'beta','Beta',pg_temp.u(8),'eu')",
  ),
  refuses('closed without time', "update tenants set status='closed'", 'closed_names'),
  given("insert into tenant_members(tenant_id,user_id,role) values (pg_temp.u(300),pg_temp.u(8),'owner')"),
  refuses(
    'member twice',
    "insert into tenant_members(tenant_id,user_id,role) values (pg_temp.u(300),pg_temp.u(8),'admin')",
    'duplicate',
  ),
  accepts(
    'back again',
    "update tenant_members set removed_at=now(); insert into tenant_members(tenant_id,user_id,role) values (pg_temp.u(300),pg_temp.u(8),'admin')",
  ),
  refuses(
    'unsigned share',
    "insert into tenant_creators(tenant_id,creator_id,relation,share_ppm,during) values (pg_temp.u(300),pg_temp.u(3),'listed',5,'[2026-01-01,)')",
    'share_needs_a_signature',
  ),
  given(
    "insert into tenant_creators(tenant_id,creator_id,relation,during,signed_at) values (pg_temp.u(300),pg_temp.u(3),'exclusive','[2026-01-01,)',now())",
  ),
  refuses(
    'two exclusive agencies',
    "insert into tenant_creators(tenant_id,creator_id,relation,during,signed_at) values (pg_temp.u(301),pg_temp.u(3),'exclusive','[2026-06-01,)',now())",
    'one_exclusive_agency',
  ),
  refuses(
    'pair twice',
    "insert into tenant_creators(tenant_id,creator_id,relation,during) values (pg_temp.u(300),pg_temp.u(3),'listed','[2026-06-01,)')",
    'one_relation_per_pair',
  ),
  accepts(
    'listed elsewhere',
    "insert into tenant_creators(tenant_id,creator_id,relation,during) values (pg_temp.u(301),pg_temp.u(3),'listed','[2026-06-01,)')",
  ),
  given(
    "insert into custom_domains(id,hostname,owner_user_id,creator_id,verification_method,verification_token_hash,status,verified_at) values (pg_temp.u(310),'fans.example.com',pg_temp.u(3),pg_temp.u(3),'cname',pg_temp.h('v'),'active',now())",
  ),
  refuses(
    'domain taken',
    "insert into custom_domains(hostname,owner_user_id,creator_id,verification_method,verification_token_hash,status) values ('fans.example.com',pg_temp.u(5),pg_temp.u(5),'cname',pg_temp.h('v'),'verifying')",
    'custom_domains_hostname_idx',
  ),
  refuses(
    'capitals in a domain',
    "insert into custom_domains(hostname,owner_user_id,creator_id,verification_method,verification_token_hash) values ('Fans.example.com',pg_temp.u(5),pg_temp.u(5),'cname',pg_temp.h('v'))",
    'hostname_form',
  ),
  refuses(
    'domain for two',
    "insert into custom_domains(hostname,owner_user_id,creator_id,tenant_id,verification_method,verification_token_hash) values ('a.example.com',pg_temp.u(5),pg_temp.u(5),pg_temp.u(300),'cname',pg_temp.h('v'))",
    'for_tenant_or_creator',
  ),
  refuses(
    'domain of another creator',
    "insert into custom_domains(hostname,owner_user_id,creator_id,verification_method,verification_token_hash) values ('a.example.com',pg_temp.u(1),pg_temp.u(5),'cname',pg_temp.h('v'))",
    'creators_own_theirs',
  ),
  refuses(
    'a key for its name',
    "insert into domain_certificates(domain_id,serial,issuer,not_before,not_after,key_store_ref) values (pg_temp.u(310),'1','x',now(),now()+interval '90 d','-----BEGIN PRIVATE KEY-----')",
    'is_no_key',
  ),
  refuses(
    'verified sender',
    "insert into email_sender_domains(domain,owner_user_id,dkim_selector,dkim_key_ref,status) values ('example.com',pg_temp.u(3),'s1','k','verified')",
    'verified_passed',
  ),
  given(
    "insert into brand_themes(id,owner_user_id,creator_id,name,tokens,logo_media_id) values (pg_temp.u(320),pg_temp.u(3),pg_temp.u(3),'dark','{}',pg_temp.u(51))",
  ),
  refuses('published without contrast', 'update brand_themes set published_at=now()', 'published_has_contrast'),
  accepts('published', 'update brand_themes set published_at=now(), contrast_ok=true'),
  refuses('published theme changed', 'update brand_themes set tokens=\'{"a":1}\'', 'cannot change once'),
  accepts('logo goes', 'update brand_themes set logo_media_id=null'),
  accepts(
    'tenant setting',
    "insert into tenant_settings(tenant_id,setting_key,value) values (pg_temp.u(300),'theme.default','1')",
  ),
];

const API: readonly Case[] = [
  given(
    "insert into api_clients(id,owner_user_id,client_id,name,client_type,secret_hash) values (pg_temp.u(400),pg_temp.u(1),'client-0000000001','c','machine',pg_temp.h('s')),(pg_temp.u(401),pg_temp.u(2),'client-0000000002','c','machine',pg_temp.h('s'))",
  ),
  refuses(
    'confidential without secret',
    "insert into api_clients(owner_user_id,client_id,name,client_type) values (pg_temp.u(1),'client-0000000003','c','confidential')",
    'only_public_has_no_secret',
  ),
  refuses(
    'client of another',
    "insert into api_keys(owner_user_id,client_id,name,key_prefix,key_hash,pepper_version,environment) values (pg_temp.u(1),pg_temp.u(401),'k','bf_live_1',pg_temp.h('k1'),1,'live')",
    'client_of_same_owner',
  ),
  given(
    "insert into api_keys(id,owner_user_id,client_id,name,key_prefix,key_hash,pepper_version,environment) values (pg_temp.u(402),pg_temp.u(1),pg_temp.u(400),'k','bf_live_1',pg_temp.h('k1'),1,'live')",
  ),
  refuses(
    'clear key',
    "insert into api_keys(owner_user_id,name,key_prefix,key_hash,pepper_version,environment) values (pg_temp.u(1),'k','bf_live_2','secret',1,'live')",
    'digest_256',
  ),
  refuses('key changed', "update api_keys set key_hash=pg_temp.h('k2')", 'keeps its value'),
  refuses('reason without revocation', "update api_keys set revoked_reason='lost'", 'reason_comes'),
  accepts('revoked', 'update api_keys set revoked_at=now()'),
  refuses('revived', 'update api_keys set revoked_at=null', 'keeps its value'),
  given("insert into api_scopes(id,name,description_key,risk) values (pg_temp.u(403),'posts:read','k','low')"),
  refuses('restricted unreviewed', "update api_scopes set risk='restricted'", 'restricted_is_reviewed'),
  given('insert into api_key_scopes(api_key_id,scope_id) values (pg_temp.u(402),pg_temp.u(403))'),
  refuses(
    'scope twice',
    'insert into api_key_scopes(api_key_id,scope_id) values (pg_temp.u(402),pg_temp.u(403))',
    'api_key_scopes_once',
  ),
  accepts(
    'scope of one creator',
    "insert into api_key_scopes(api_key_id,scope_id,resource_type,resource_id) values (pg_temp.u(402),pg_temp.u(403),'creator',pg_temp.u(3))",
  ),
  given(
    "insert into oauth_grants(id,user_id,client_id,scopes) values (pg_temp.u(410),pg_temp.u(1),pg_temp.u(400),'{posts:read}'),(pg_temp.u(411),pg_temp.u(2),pg_temp.u(400),'{posts:read}')",
  ),
  refuses(
    'live grant twice',
    "insert into oauth_grants(user_id,client_id,scopes) values (pg_temp.u(1),pg_temp.u(400),'{posts:read}')",
    'duplicate',
  ),
  refuses(
    'token of another',
    "insert into oauth_tokens(grant_id,user_id,token_kind,token_hash,family_id,expires_at) values (pg_temp.u(411),pg_temp.u(1),'refresh',pg_temp.h('t'),pg_temp.u(1),now()+interval '1 d')",
    'grant_of_same_user',
  ),
  refuses(
    'code of an hour',
    "insert into oauth_tokens(grant_id,user_id,token_kind,token_hash,family_id,expires_at) values (pg_temp.u(410),pg_temp.u(1),'authorization_code',pg_temp.h('t'),pg_temp.u(1),now()+interval '1 h')",
    'code_lives_10_minutes',
  ),
  given(
    "insert into oauth_tokens(id,grant_id,user_id,token_kind,token_hash,family_id,expires_at) values (pg_temp.u(420),pg_temp.u(410),pg_temp.u(1),'refresh',pg_temp.h('t1'),pg_temp.u(1),now()+interval '1 d'),(pg_temp.u(421),pg_temp.u(410),pg_temp.u(1),'refresh',pg_temp.h('t2'),pg_temp.u(1),now()+interval '1 d'),(pg_temp.u(422),pg_temp.u(410),pg_temp.u(1),'refresh',pg_temp.h('t3'),pg_temp.u(2),now()+interval '1 d')",
  ),
  refuses(
    'another family',
    'update oauth_tokens set rotated_to=pg_temp.u(422), used_at=now() where id=pg_temp.u(420)',
    'oauth_tokens.family_id',
  ),
  accepts('rotated', 'update oauth_tokens set rotated_to=pg_temp.u(421), used_at=now() where id=pg_temp.u(420)'),
  refuses(
    'used twice',
    "update oauth_tokens set used_at=now()+interval '1 s' where id=pg_temp.u(420)",
    'keeps its value',
  ),
  accepts('withdrawn', 'update oauth_grants set revoked_at=now() where id=pg_temp.u(410)'),
  refuses('withdrawal undone', 'update oauth_grants set revoked_at=null where id=pg_temp.u(410)', 'cannot change once'),
  given("insert into api_rate_policies(key,limits,burst,is_default) values ('basic','{}',10,true)"),
  refuses(
    'second default policy',
    "insert into api_rate_policies(key,limits,burst,is_default) values ('more','{}',10,true)",
    'duplicate',
  ),
  refuses('policy changed', 'update api_rate_policies set burst=20', 'append-only'),
  accepts(
    'bucket',
    "insert into api_rate_buckets(subject_key,route_family,tokens,expires_at) values ('k','r',1,now())",
  ),
  refuses('empty bucket', 'update api_rate_buckets set tokens=tokens-2', 'tokens_are_not_negative'),
  given(
    "insert into idempotency_keys(scope_id,idempotency_key,created_on,request_digest,locked_until,expires_at) values (pg_temp.u(1),'key-0001',(now() at time zone 'UTC')::date,pg_temp.h('r'),now(),now()+interval '1 d')",
  ),
  refuses(
    'key again the next day',
    "insert into idempotency_keys(scope_id,idempotency_key,created_on,request_digest,locked_until,expires_at) values (pg_temp.u(1),'key-0001',(now() at time zone 'UTC')::date+1,pg_temp.h('r'),now(),now()+interval '1 d')",
    'on another day',
  ),
  accepts(
    'conflict within the day is the key',
    "insert into idempotency_keys(scope_id,idempotency_key,request_digest,locked_until,expires_at) values (pg_temp.u(1),'key-0001',pg_temp.h('r'),now(),now()+interval '1 d') on conflict do nothing",
  ),
  accepts(
    'key of another caller',
    "insert into idempotency_keys(scope_id,idempotency_key,created_on,request_digest,locked_until,expires_at) values (pg_temp.u(2),'key-0001',(now() at time zone 'UTC')::date+1,pg_temp.h('r'),now(),now()+interval '1 d')",
  ),
  refuses('done without answer', "update idempotency_keys set state='done'", 'done_has_its_answer'),
  accepts(
    'done',
    "update idempotency_keys set state='done', response_status=201, response_body='{}', locked_until=null",
  ),
  refuses('answer changed', 'update idempotency_keys set response_status=500', 'keeps its value'),
];

const WEBHOOKS: readonly Case[] = [
  given(
    "insert into webhook_event_types(id,name,schema,description,sample) values (pg_temp.u(500),'post.created','{}','d','{}')",
  ),
  refuses('schema changed', 'update webhook_event_types set schema=\'{"a":1}\'', 'keeps its value'),
  refuses(
    'clear http',
    "insert into webhook_endpoints(owner_user_id,url,event_names) values (pg_temp.u(1),'http://x.example','{post.created}')",
    'url_is_https',
  ),
  given(
    "insert into webhook_endpoints(id,owner_user_id,url,event_names) values (pg_temp.u(501),pg_temp.u(1),'https://x.example','{post.created}')",
  ),
  refuses('failures without start', 'update webhook_endpoints set consecutive_failures=1', 'failures_name'),
  given(
    "insert into webhook_endpoint_secrets(id,endpoint_id,secret_enc,key_id,key_prefix) values (pg_temp.u(502),pg_temp.u(501),'x',1,'whs1')",
  ),
  refuses(
    'second current secret',
    "insert into webhook_endpoint_secrets(endpoint_id,secret_enc,key_id,key_prefix) values (pg_temp.u(501),'y',1,'whs2')",
    'duplicate',
  ),
  accepts(
    'rotated with overlap',
    "update webhook_endpoint_secrets set retire_at=now()+interval '1 d'; insert into webhook_endpoint_secrets(endpoint_id,secret_enc,key_id,key_prefix) values (pg_temp.u(501),'y',1,'whs2')",
  ),
  given(
    "insert into webhook_payloads(id,body,key_id,sha256) values (pg_temp.u(503),'x',1,pg_temp.h('b')); insert into webhook_messages(id,event_type_id,owner_user_id,subject_type,payload_id) values (pg_temp.u(504),pg_temp.u(500),pg_temp.u(1),'post',pg_temp.u(503))",
  ),
  refuses('payload changed', "update webhook_payloads set body='y'", 'append-only'),
  given(
    'insert into webhook_deliveries(id,message_id,message_created_at,endpoint_id) values (pg_temp.u(505),pg_temp.u(504),now(),pg_temp.u(501))',
  ),
  refuses(
    'delivered twice',
    'insert into webhook_deliveries(message_id,message_created_at,endpoint_id) values (pg_temp.u(504),now(),pg_temp.u(501))',
    'duplicate',
  ),
  refuses('lease without end', "update webhook_deliveries set state='leased', lease_owner='w'", 'lease'),
  accepts('leased', "update webhook_deliveries set state='leased', lease_owner='w', lease_expires_at=now()"),
  refuses('31 attempts', 'update webhook_deliveries set attempts=31', 'attempts_in_range'),
  refuses(
    'success without 2xx',
    'insert into webhook_delivery_attempts(message_id,endpoint_id,attempt_number,duration_ms,succeeded) values (pg_temp.u(504),pg_temp.u(501),1,5,true)',
    'success_is_a_2xx',
  ),
  refuses(
    'silent failure',
    'insert into webhook_delivery_attempts(message_id,endpoint_id,attempt_number,duration_ms,succeeded,response_status) values (pg_temp.u(504),pg_temp.u(501),1,5,false,500)',
    'failure_says_why',
  ),
  given(
    'insert into webhook_delivery_attempts(message_id,endpoint_id,attempt_number,duration_ms,succeeded,response_status) values (pg_temp.u(504),pg_temp.u(501),1,5,true,200)',
  ),
  refuses('attempt changed', 'update webhook_delivery_attempts set duration_ms=6', 'append-only'),
  given(
    "insert into inbound_webhook_events(provider,provider_event_id,received_on,event_type,signature_ok,body) values ('veriff','e1',(now() at time zone 'UTC')::date-7,'x',false,'{}')",
  ),
  refuses(
    'event again a week later',
    "insert into inbound_webhook_events(provider,provider_event_id,event_type,signature_ok,body) values ('veriff','e1','x',true,'{}')",
    'on another day',
  ),
  refuses(
    'unsigned processed',
    "update inbound_webhook_events set state='processed', processed_at=now()",
    'unsigned_is_not_processed',
  ),
  refuses(
    'refreshed too late',
    "insert into integration_credentials(connection_id,secret_enc,kms_key_ref,key_version,expires_at,refresh_after) values (pg_temp.u(241),'x','k',1,now(),now()+interval '1 h')",
    'refreshed_before_expiry',
  ),
  given(
    "insert into integration_sync_runs(id,connection_id,stream,direction) values (pg_temp.u(510),pg_temp.u(241),'events','in')",
  ),
  refuses(
    'two runs at once',
    "insert into integration_sync_runs(connection_id,stream,direction) values (pg_temp.u(241),'events','in')",
    'duplicate',
  ),
  refuses('finished without time', "update integration_sync_runs set status='succeeded'", 'finished_names'),
  accepts('finished', "update integration_sync_runs set status='succeeded', finished_at=now()"),
  given(
    "insert into integration_object_links(connection_id,local_type,local_id,remote_type,remote_id) values (pg_temp.u(241),'post',pg_temp.u(1),'file','f1')",
  ),
  refuses(
    'remote twin twice',
    "insert into integration_object_links(connection_id,local_type,local_id,remote_type,remote_id) values (pg_temp.u(241),'post',pg_temp.u(2),'file','f1')",
    'duplicate',
  ),
  given(
    "insert into automation_workflows(owner_user_id,name,trigger_kind,definition,status) values (pg_temp.u(1),'w','new_fan','{}','active')",
  ),
  refuses(
    'two active versions',
    "insert into automation_workflows(owner_user_id,name,version,trigger_kind,definition,status) values (pg_temp.u(1),'w',2,'new_fan','{}','active')",
    'duplicate',
  ),
  refuses(
    'waiting for nothing',
    "insert into automation_runs(workflow_id,owner_user_id,status) values (pg_temp.u(1),pg_temp.u(1),'waiting')",
    'waiting_names',
  ),
];

const DATA: readonly Case[] = [
  given(
    "insert into import_jobs(id,owner_user_id,source,target_type,rows_total) values (pg_temp.u(600),pg_temp.u(1),'csv','posts',2)",
  ),
  refuses('more rows than there are', 'update import_jobs set rows_ok=2, rows_failed=1', 'rows_add_up'),
  refuses(
    'invalid without errors',
    "insert into import_rows(job_id,row_number,raw,state) values (pg_temp.u(600),1,'{}','invalid')",
    'invalid_says_why',
  ),
  refuses(
    'imported as nothing',
    "insert into import_rows(job_id,row_number,raw,state) values (pg_temp.u(600),1,'{}','imported')",
    'imported_names',
  ),
  accepts(
    'rows go with their job',
    "insert into import_rows(job_id,row_number,raw) values (pg_temp.u(600),1,'{}'); insert into legacy_id_map(source_system,entity_type,legacy_id,new_id,import_job_id) values ('old','user','7',pg_temp.u(1),pg_temp.u(600)); delete from import_jobs",
  ),
  refuses('new id changed', 'update legacy_id_map set new_id=pg_temp.u(2)', 'keeps its value'),
  given(
    "insert into user_devices(id,user_id,install_id_hash,platform) values (pg_temp.u(610),pg_temp.u(1),pg_temp.h('i'),'web'),(pg_temp.u(611),pg_temp.u(2),pg_temp.h('i'),'web'); insert into user_sessions(id,user_id,device_id,token_hash,auth_methods,expires_at) values (pg_temp.u(612),pg_temp.u(2),pg_temp.u(611),pg_temp.h('s'),'{password}',now()+interval '1 d')",
  ),
  refuses(
    'session of another',
    "insert into export_jobs(owner_user_id,kind,format,requested_from_session) values (pg_temp.u(1),'personal_data','zip',pg_temp.u(612))",
    'export_jobs.owner_user_id',
  ),
  given(
    "insert into export_jobs(id,owner_user_id,kind,format,requested_from_session) values (pg_temp.u(613),pg_temp.u(2),'personal_data','zip',pg_temp.u(612))",
  ),
  refuses('ready without size', "update export_jobs set state='ready'", 'ready_names'),
  accepts('session goes', 'delete from user_sessions where id=pg_temp.u(612)'),
  refuses(
    'key without key',
    "insert into export_files(job_id,part_number,storage_key,bytes,sha256,wrapped_key) values (pg_temp.u(613),1,'k',5,pg_temp.h('f'),'x')",
    'wrapped_key_names',
  ),
  refuses(
    'same place twice',
    "insert into backup_policies(key,target,schedule_cron,retention_days,locations,encryption_key_ref,rpo_minutes,rto_minutes) values ('db','database','0 3 * * *',30,'{eu,eu}','k',5,60)",
    'kept_in_two_places',
  ),
  given(
    "insert into backup_policies(id,key,target,schedule_cron,retention_days,locations,encryption_key_ref,rpo_minutes,rto_minutes) values (pg_temp.u(620),'db','database','0 3 * * *',30,'{eu,us}','k',5,60),(pg_temp.u(621),'wal','wal','* * * * *',30,'{eu,us}','k',5,60)",
  ),
  given("insert into backup_runs(id,policy_id,kind,location) values (pg_temp.u(622),pg_temp.u(620),'full','eu')"),
  refuses(
    'success without proof',
    "update backup_runs set state='succeeded', finished_at=now()",
    'succeeded_can_be_proved',
  ),
  accepts(
    'success',
    "update backup_runs set state='succeeded', finished_at=now(), bytes=5, manifest_sha256=pg_temp.h('m'), start_lsn='0/1', end_lsn='0/2'",
  ),
  refuses(
    'drill of another policy',
    'insert into restore_drills(policy_id,backup_run_id) values (pg_temp.u(621),pg_temp.u(622))',
    'backup_of_same_policy',
  ),
  given('insert into restore_drills(policy_id,backup_run_id) values (pg_temp.u(620),pg_temp.u(622))'),
  refuses('passed unmeasured', 'update restore_drills set passed=true, finished_at=now()', 'passed_was_measured'),
  accepts('failed', 'update restore_drills set passed=false, finished_at=now()'),
  refuses(
    'result changed',
    'update restore_drills set passed=true, measured_rpo_seconds=1, measured_rto_seconds=1',
    'cannot change once',
  ),
  given(
    "insert into restore_requests(id,requested_by,scope,target_time,reason,backup_run_id) values (pg_temp.u(630),pg_temp.u(7),'full',now(),'disk lost in eu',pg_temp.u(622))",
  ),
  refuses('approves the own request', 'update restore_requests set approved_by=pg_temp.u(7)', 'approvers_are_others'),
  refuses('one approval', "update restore_requests set approved_by=pg_temp.u(8), state='approved'", 'approved_by_two'),
  refuses(
    'one person twice',
    'update restore_requests set approved_by=pg_temp.u(8), second_approved_by=pg_temp.u(8)',
    'approvers_are_others',
  ),
  accepts(
    'two approvals',
    "update restore_requests set approved_by=pg_temp.u(8), second_approved_by=pg_temp.u(9), state='running'",
  ),
  refuses(
    'verified without erasures',
    "update restore_requests set state='verified', finished_at=now()",
    'verified_replayed',
  ),
  refuses('target moved', "update restore_requests set target_time=now()+interval '1 s'", 'keeps its value'),
  refuses('request deleted', 'delete from restore_requests', 'not deleted'),
];

const LANGUAGES: readonly Case[] = [
  given(
    "insert into i18n_locales(code,name_native,plural_rule) values ('en','English','one_other'),('de','Deutsch','one_other')",
  ),
  refuses(
    'locale form',
    "insert into i18n_locales(code,name_native,plural_rule) values ('english','x','x')",
    'language_tag_form',
  ),
  refuses('own fallback', "update i18n_locales set fallback_code='de' where code='de'", 'fallback_is_another'),
  given(
    "insert into i18n_keys(id,namespace,key,source_text,placeholders,max_length,is_sensitive) values (pg_temp.u(700),'app','hello','Hello {name}','{\"{name}\"}',20,true)",
  ),
  given(
    "insert into i18n_translations(id,key_id,locale_code,text,source_hash) values (pg_temp.u(701),pg_temp.u(700),'de','Hallo',pg_temp.h('Hello {name}'))",
  ),
  refuses(
    'translation twice',
    "insert into i18n_translations(key_id,locale_code,text,source_hash) values (pg_temp.u(700),'de','Hallo',pg_temp.h('x'))",
    'i18n_translations_once',
  ),
  refuses(
    'approved by nobody',
    "update i18n_translations set state='approved', text='Hallo {name}'",
    'person has to approve',
  ),
  refuses('placeholder lost', "update i18n_translations set state='approved', approved_by=pg_temp.u(2)", 'placeholder'),
  refuses(
    'too long',
    "update i18n_translations set state='approved', approved_by=pg_temp.u(2), text='Hallo {name}, schön dass du da bist'",
    'longer than 20',
  ),
  refuses(
    'approves the own',
    'update i18n_translations set translated_by=pg_temp.u(2), approved_by=pg_temp.u(2)',
    'approver_is_another',
  ),
  accepts('approved', "update i18n_translations set state='approved', approved_by=pg_temp.u(2), text='Hallo {name}'"),
  accepts('approver goes', 'update i18n_translations set approved_by=null'),
  refuses(
    'kept and translated',
    "insert into translation_glossary(source_locale,target_locale,term,translation,do_not_translate) values ('en','de','fan','Fan',true)",
    'translated_or_kept',
  ),
  refuses(
    'into itself',
    "insert into translation_jobs(content_type,from_locale,to_locale,engine,characters) values ('post','en','en','x',5)",
    'locales_differ',
  ),
  refuses(
    'tiny text',
    'insert into accessibility_preferences(user_id,text_scale_pct) values (pg_temp.u(1),79)',
    'text_scale_in_range',
  ),
  refuses(
    'media of another',
    "insert into media_alt_texts(media_asset_id,locale_code,creator_id,text,source) values (pg_temp.u(50),'de',pg_temp.u(5),'Bild','creator')",
    'media_alt_texts.creator_id',
  ),
  accepts(
    'alt text',
    "insert into media_alt_texts(media_asset_id,locale_code,creator_id,text,source) values (pg_temp.u(50),'de',pg_temp.u(3),'Bild','creator')",
  ),
  refuses(
    'planned without date',
    "insert into accessibility_issues(source,surface,severity,description,state) values ('audit','feed','minor','d','planned')",
    'planned_names',
  ),
];

const CLIENTS: readonly Case[] = [
  given(
    "insert into app_releases(id,platform,version,build_number,artifact_url) values (pg_temp.u(800),'windows','1.0',5,'https://x.example/a.exe')",
  ),
  refuses('unsigned release', 'update app_releases set published_at=now()', 'published_artifact_is_signed'),
  accepts('published', "update app_releases set published_at=now(), sha256=pg_temp.h('a'), signature='s'"),
  refuses('published release changed', "update app_releases set sha256=pg_temp.h('b')", 'cannot change once'),
  accepts('rolled out', 'update app_releases set rollout_ppm=100000'),
  accepts('withdrawn', 'update app_releases set withdrawn_at=now()'),
  refuses('published release deleted', 'delete from app_releases', 'cannot change once'),
  given(
    "insert into app_remote_configs(platform,config_key,revision,builds,value,signature,is_active) values ('ios','upload.max',1,'[1,100)','5','s',true)",
  ),
  refuses(
    'two values for a build',
    "insert into app_remote_configs(platform,config_key,revision,builds,value,signature,is_active) values ('ios','upload.max',2,'[50,)','6','s',true)",
    'one_value_per_build',
  ),
  refuses('revision changed', "update app_remote_configs set value='7'", 'keeps its value'),
  given(
    "insert into app_crash_events(crashed_at,group_id,device_id,build_number,os_version,is_foreground,stack_key) values (now(),pg_temp.u(1),pg_temp.u(610),5,'17',true,'k')",
  ),
  accepts('crash without device', 'update app_crash_events set device_id=null'),
  refuses(
    'link to another site',
    "insert into deep_links(token,target_path) values ('abcdef','//evil.example')",
    'target_is_a_path',
  ),
  given(
    "insert into store_purchase_receipts(user_id,store,product_code,original_transaction_id,transaction_id,environment,purchased_at,receipt_digest) values (pg_temp.u(1),'apple','p','o1','t1','live',now(),pg_temp.h('r')),(pg_temp.u(1),'apple','p','o2','t2','sandbox',now(),pg_temp.h('r'))",
  ),
  given(
    "insert into ledger_transactions(id,idempotency_key,row_hash) values (pg_temp.u(810),'store-1',pg_temp.h('l'))",
  ),
  refuses(
    'sandbox money',
    "update store_purchase_receipts set ledger_transaction_id=pg_temp.u(810) where environment='sandbox'",
    'sandbox_is_not_posted',
  ),
  accepts('posted', "update store_purchase_receipts set ledger_transaction_id=pg_temp.u(810) where environment='live'"),
  refuses('proof deleted', "delete from store_purchase_receipts where environment='live'", 'not deleted'),
  accepts('test deleted', "delete from store_purchase_receipts where environment='sandbox'"),
  refuses(
    'device of another',
    "insert into sync_cursors(device_id,stream,user_id,cursor_value) values (pg_temp.u(611),'inbox',pg_temp.u(1),'5')",
    'device_of_same_user',
  ),
  refuses(
    'folder on the device of another',
    "insert into desktop_watch_folders(user_id,device_id,path_label,path_hash) values (pg_temp.u(1),pg_temp.u(611),'p',pg_temp.h('p'))",
    'device_of_same_user',
  ),
  given(
    "insert into extension_pairings(id,device_id,pairing_code_hash,expires_at) values (pg_temp.u(820),pg_temp.u(610),pg_temp.h('c'),now()+interval '5 minutes')",
  ),
  refuses(
    'code twice',
    "insert into extension_pairings(device_id,pairing_code_hash,expires_at) values (pg_temp.u(611),pg_temp.h('c'),now()+interval '5 minutes')",
    'duplicate',
  ),
  refuses(
    'code for a day',
    "insert into extension_pairings(device_id,pairing_code_hash,expires_at) values (pg_temp.u(611),pg_temp.h('d'),now()+interval '1 d')",
    'code_lives_15_minutes',
  ),
  refuses('paired with nobody', "update extension_pairings set state='paired'", 'paired_is_whole'),
  refuses(
    'paired with the grant of another',
    "update extension_pairings set state='paired', user_id=pg_temp.u(1), paired_at=now(), oauth_grant_id=pg_temp.u(411)",
    'grant_of_same_user',
  ),
  accepts(
    'paired',
    "update extension_pairings set state='paired', user_id=pg_temp.u(1), paired_at=now(), oauth_grant_id=pg_temp.u(410), allowed_actions='{bookmark}'",
  ),
  refuses('unknown action', "update extension_pairings set allowed_actions='{bookmark,pay}'", 'allowed_actions_check'),
  refuses(
    'capture of another',
    "insert into extension_captures(user_id,pairing_id,kind,url,url_hash) values (pg_temp.u(2),pg_temp.u(820),'bookmark','https://x.example',pg_temp.h('u'))",
    'pairing_of_same_user',
  ),
  refuses(
    'active developer',
    "insert into developer_accounts(user_id,status) values (pg_temp.u(1),'active')",
    'active_is_verified',
  ),
  refuses(
    'sandbox schema',
    "insert into sandbox_environments(owner_user_id,name,schema_name,seed_key,expires_at) values (pg_temp.u(1),'a','public','s',now()+interval '1 d')",
    'schema_name_form',
  ),
  refuses(
    'deprecated for ever',
    "insert into api_changelog_entries(api_version,kind,title,body,announced_at) values (1,'deprecated','t','b',now())",
    'deprecated_names_its_end',
  ),
  accepts(
    'capture of a request',
    "insert into api_request_captures(owner_user_id,client_id,route_template,status_code,request_redacted,duration_ms) values (pg_temp.u(1),pg_temp.u(400),'/posts',200,'{}',5)",
  ),
];

const OPERATIONS: readonly Case[] = [
  refuses(
    'flag without end',
    "insert into feature_flags(key,description,owner_team) values ('f.one','d','t')",
    'temporary_names',
  ),
  refuses(
    'default of another type',
    "insert into feature_flags(key,description,owner_team,lifecycle,default_value) values ('f.one','d','t','permanent','5')",
    'default_has_the_type',
  ),
  given(
    "insert into feature_flags(id,key,description,owner_team,lifecycle) values (pg_temp.u(900),'f.one','d','t','permanent')",
  ),
  refuses('flag of another type', "update feature_flags set value_type='json'", 'keeps its value'),
  refuses(
    'rule of another type',
    "insert into feature_flag_rules(flag_id,environment,position,value) values (pg_temp.u(900),'production',0,'\"on\"')",
    'takes a boolean',
  ),
  given(
    "insert into feature_flag_rules(flag_id,environment,position,value) values (pg_temp.u(900),'production',0,'true'),(pg_temp.u(900),'production',1,'false')",
  ),
  accepts('rules swapped in one statement', 'update feature_flag_rules set position = 1 - position'),
  refuses(
    'override of another type',
    "insert into feature_flag_overrides(flag_id,user_id,environment,value,reason,expires_at) values (pg_temp.u(900),pg_temp.u(1),'production','1','r',now()+interval '1 d')",
    'takes a boolean',
  ),
  refuses(
    'production unapproved',
    "insert into feature_flag_changes(flag_id,environment,after,changed_by) values (pg_temp.u(900),'production','true',pg_temp.u(7))",
    'production_is_approved',
  ),
  refuses(
    'approves the own change',
    "insert into feature_flag_changes(flag_id,environment,after,changed_by,approved_by) values (pg_temp.u(900),'production','true',pg_temp.u(7),pg_temp.u(7))",
    'approver_is_another',
  ),
  given(
    "insert into feature_flag_changes(flag_id,environment,after,changed_by,is_emergency) values (pg_temp.u(900),'production','true',pg_temp.u(7),true)",
  ),
  accepts('approved afterwards', 'update feature_flag_changes set approved_by=pg_temp.u(8)'),
  refuses('approver changed', 'update feature_flag_changes set approved_by=pg_temp.u(9)', 'append-only'),
  refuses('change deleted', 'delete from feature_flag_changes', 'append-only'),
  refuses('changes truncated', 'truncate feature_flag_changes', 'append-only'),
  refuses('flag with a history', 'delete from feature_flags', 'feature_flag_changes'),
  given("insert into job_queues(queue) values ('default')"),
  given("insert into jobs(id,queue,kind,unique_key,concurrency_key) values (pg_temp.u(910),'default','x','once','c')"),
  refuses('job twice', "insert into jobs(queue,kind,unique_key) values ('default','x','once')", 'duplicate'),
  refuses('running without lease', "update jobs set state='running'", 'running_names_its_lease'),
  refuses('11 attempts', 'update jobs set attempts=11', 'attempts_in_range'),
  accepts('running', "update jobs set state='running', worker_id='w', lease_expires_at=now()"),
  refuses(
    'dead without arguments',
    "insert into job_history(job_id,queue,kind,outcome,attempts,wait_ms,run_ms,args_digest) values (pg_temp.u(910),'default','x','failed_dead',10,1,1,pg_temp.h('a'))",
    'only_the_dead_keep',
  ),
  given(
    "insert into job_history(job_id,queue,kind,outcome,attempts,wait_ms,run_ms,args_digest,args) values (pg_temp.u(911),'default','x','failed_dead',10,1,1,pg_temp.h('a'),'{}')",
  ),
  accepts('requeued', 'update job_history set requeued_as=pg_temp.u(912)'),
  refuses('requeued twice', 'update job_history set requeued_as=pg_temp.u(913)', 'append-only'),
  given(
    "insert into job_schedules(key,queue,kind,cron,next_run_at,last_enqueued_for) values ('nightly','default','x','0 3 * * *','2026-11-23 03:00Z','2026-11-22 03:00Z')",
  ),
  refuses('enqueued twice', "update job_schedules set last_enqueued_for='2026-11-22 03:00Z'", 'enqueued already'),
  accepts(
    'enqueued once',
    "update job_schedules set last_enqueued_for='2026-11-23 03:00Z', next_run_at='2026-11-24 03:00Z' where last_enqueued_for < '2026-11-23 03:00Z'",
  ),
  given(
    "insert into outbox_events(topic,aggregate_type,aggregate_id,event_type,payload) values ('orders','order',pg_temp.u(80),'placed','{}')",
  ),
  yields(
    'event carries its transaction',
    "select count(*) from outbox_events where topic='orders' and seq > 0 and txid < pg_snapshot_xmax(pg_current_snapshot())",
    '1',
  ),
  refuses('event changed', "update outbox_events set payload='[]'", 'append-only'),
  refuses(
    'lease without owner',
    "insert into outbox_consumers(consumer,topic,lease_expires_at) values ('w','orders',now())",
    'lease_names',
  ),
  given("insert into inbox_receipts(consumer,event_id,handled_on) values ('w','1',(now() at time zone 'UTC')::date-1)"),
  refuses('handled twice', "insert into inbox_receipts(consumer,event_id) values ('w','1')", 'on another day'),
  accepts('handled by another', "insert into inbox_receipts(consumer,event_id) values ('v','1')"),
];

const PLACES: readonly Case[] = [
  given(
    "insert into geo_areas(id,kind,code,name_key,boundary,frame,centroid_latitude,centroid_longitude) values (pg_temp.u(1000),'city','berlin','k','{\"type\":\"MultiPolygon\",\"coordinates\":[]}','((13.8,52.7),(13.0,52.3))',52.5,13.4),(pg_temp.u(1001),'country','DE','k','{\"type\":\"MultiPolygon\",\"coordinates\":[]}','((15.1,55.1),(5.8,47.2))',51,10)",
  ),
  yields(
    'areas that may hold a point',
    'select count(*) from geo_areas where frame @> box(point(13.4,52.5),point(13.4,52.5))',
    '2',
  ),
  refuses('boundary of another kind', 'update geo_areas set boundary=\'{"type":"Point"}\'', 'boundary_is_multipolygon'),
  refuses('boundary without a kind', "update geo_areas set boundary='{}'", 'boundary_is_multipolygon'),
  refuses('centroid outside', 'update geo_areas set centroid_latitude=-52', 'centroid_is_in_frame'),
  given(
    "insert into geo_ip_ranges(release,slot,network,country_code) values (7,1,'10.1.0.0/16','DE'),(7,1,'10.0.0.0/8','FR'),(8,0,'10.1.0.0/16','DE')",
  ),
  refuses(
    'slot of a release',
    "insert into geo_ip_ranges(release,slot,network,country_code) values (9,0,'10.1.0.0/16','DE')",
    'slot_is_the_parity',
  ),
  yields(
    'range that holds an address',
    "select country_code from geo_ip_ranges where slot=1 and release=7 and network >>= inet '10.1.2.3' order by masklen(network) desc limit 1",
    'DE',
  ),
  refuses(
    'platform with a subject',
    "insert into geo_block_rules(scope,subject_id,mode,reason) values ('platform',pg_temp.u(1),'block','legal')",
    'only_the_platform',
  ),
  refuses(
    'half a circle',
    "insert into geo_block_rules(scope,subject_id,mode,reason,radius_m) values ('event',pg_temp.u(1),'block','safety',5000)",
    'circle_is_whole',
  ),
  refuses(
    'small circle',
    "insert into geo_block_rules(scope,subject_id,mode,reason,radius_m,center_latitude,center_longitude) values ('event',pg_temp.u(1),'block','safety',500,52,13)",
    'radius_in_range',
  ),
  accepts(
    'rule',
    "insert into geo_block_rules(id,scope,subject_id,mode,reason) values (pg_temp.u(1010),'event',pg_temp.u(1),'block','safety'); insert into geo_block_areas(rule_id,area_id) values (pg_temp.u(1010),pg_temp.u(1001))",
  ),
  refuses('area in use', 'delete from geo_areas where id=pg_temp.u(1001)', 'geo_block_areas'),
  refuses(
    'notice for a country',
    "insert into travel_notices(creator_id,area_id,during) values (pg_temp.u(3),pg_temp.u(1001),'[2027-01-01,2027-01-05)')",
    'area_is_a_city',
  ),
  accepts(
    'notice',
    "insert into travel_notices(creator_id,area_id,during) values (pg_temp.u(3),pg_temp.u(1000),'[2027-01-01,2027-01-05)')",
  ),
  given("insert into system_settings(setting_key,value) values ('geo.release','7')"),
  refuses('setting without a new version', "update system_settings set value='8'", 'only grows'),
  accepts('setting', "update system_settings set value='8', version=version+1"),
  refuses(
    'public secret',
    "insert into system_settings(setting_key,secret_ref,is_public) values ('mail.key','vault/mail',true)",
    'secret_is_not_public',
  ),
  refuses('neither', "insert into system_settings(setting_key) values ('x.y')", 'value_or_secret'),
];

/** What goes with an account, and what stays without it. */
const DELETIONS: readonly Case[] = [
  given(
    "insert into users(id,username,status) values (pg_temp.u(2000),'goer','active'),(pg_temp.u(2001),'seller','active')",
  ),
  given("insert into creators(user_id,default_currency) values (pg_temp.u(2001),'EUR')"),
  given(
    "insert into calendars(id,owner_user_id,name) values (pg_temp.u(2010),pg_temp.u(2000),'c'); insert into calendar_entries(id,calendar_id,owner_user_id,title,during) values (pg_temp.u(2011),pg_temp.u(2010),pg_temp.u(2000),'t','[2027-01-01,2027-01-02)'); insert into calendar_invitees(entry_id,user_id) values (pg_temp.u(2011),pg_temp.u(1)); insert into integration_connections(id,owner_user_id,provider_id,external_account_id) values (pg_temp.u(2012),pg_temp.u(2000),pg_temp.u(240),'z'); insert into calendar_connections(id,user_id,calendar_id,integration_connection_id,provider,external_calendar_id) values (pg_temp.u(2013),pg_temp.u(2000),pg_temp.u(2010),pg_temp.u(2012),'google','z'); insert into calendar_busy_blocks(connection_id,user_id,external_uid,during) values (pg_temp.u(2013),pg_temp.u(2000),'z','[2027-01-01,2027-01-02)')",
  ),
  given(
    "insert into user_devices(id,user_id,install_id_hash,platform) values (pg_temp.u(2020),pg_temp.u(2000),pg_temp.h('z'),'web'); insert into oauth_grants(id,user_id,client_id,scopes) values (pg_temp.u(2021),pg_temp.u(2000),pg_temp.u(400),'{x}'); insert into oauth_tokens(grant_id,user_id,token_kind,token_hash,family_id,expires_at) values (pg_temp.u(2021),pg_temp.u(2000),'refresh',pg_temp.h('z1'),pg_temp.u(9),now()+interval '1 d'); insert into extension_pairings(id,user_id,device_id,pairing_code_hash,expires_at,state,paired_at,oauth_grant_id) values (pg_temp.u(2022),pg_temp.u(2000),pg_temp.u(2020),pg_temp.h('z'),now()+interval '1 d','paired',now(),pg_temp.u(2021)); insert into extension_captures(user_id,pairing_id,kind,url,url_hash) values (pg_temp.u(2000),pg_temp.u(2022),'draft','https://x.example',pg_temp.h('z')); insert into sync_cursors(device_id,stream,user_id,cursor_value) values (pg_temp.u(2020),'inbox',pg_temp.u(2000),'1')",
  ),
  given(
    "insert into api_keys(owner_user_id,name,key_prefix,key_hash,pepper_version,environment) values (pg_temp.u(2000),'k','bf_live_9',pg_temp.h('z'),1,'live'); insert into webhook_endpoints(id,owner_user_id,url,event_names) values (pg_temp.u(2030),pg_temp.u(2000),'https://z.example','{x.y}'); insert into webhook_deliveries(message_id,message_created_at,endpoint_id) values (pg_temp.u(2031),now(),pg_temp.u(2030)); insert into import_jobs(id,owner_user_id,source,target_type) values (pg_temp.u(2032),pg_temp.u(2000),'csv','posts'); insert into import_rows(job_id,row_number,raw) values (pg_temp.u(2032),1,'{}')",
  ),
  given(
    "insert into bookings(id,service_id,creator_id,customer_id,during,blocked_during,timezone_customer,state,price_minor,currency,idempotency_key) values (pg_temp.u(2040),pg_temp.u(210),pg_temp.u(3),pg_temp.u(2000),'[2029-01-01,2029-01-02)','[2029-01-01,2029-01-02)','UTC','completed',1000,'EUR','z'); insert into booking_events(booking_id,event_kind,actor_user_id) values (pg_temp.u(2040),'created',pg_temp.u(2000)); update marketplace_bids set state='outbid'; insert into marketplace_bids(id,auction_id,bidder_id,amount_minor,currency) values (pg_temp.u(2041),pg_temp.u(120),pg_temp.u(2000),900,'EUR'); insert into marketplace_stock_movements(variant_id,location_id,delta,reason,actor_user_id) values (pg_temp.u(40),pg_temp.u(60),1,'receipt',pg_temp.u(2000)); insert into store_purchase_receipts(user_id,store,product_code,original_transaction_id,transaction_id,environment,purchased_at,receipt_digest) values (pg_temp.u(2000),'google','p','z','z','live',now(),pg_temp.h('z'))",
  ),
  accepts('an account goes with what is its own', 'delete from users where id=pg_temp.u(2000)'),
  yields('its booking stays', 'select count(*) from bookings where id=pg_temp.u(2040) and customer_id is null', '1'),
  yields('its bid stays', 'select count(*) from marketplace_bids where id=pg_temp.u(2041) and bidder_id is null', '1'),
  yields(
    'its movement stays',
    'select count(*) from marketplace_stock_movements where delta=1 and actor_user_id is null',
    '1',
  ),
  given(
    "insert into marketplace_shops(id,creator_id,slug,name) values (pg_temp.u(2050),pg_temp.u(2001),'shop-z','Z'); insert into digital_products(id,creator_id) values (pg_temp.u(2051),pg_temp.u(2001)); insert into marketplace_listings(product_id,shop_id,creator_id,category_id,kind,min_price_minor,currency) values (pg_temp.u(2051),pg_temp.u(2050),pg_temp.u(2001),pg_temp.u(20),'physical',1,'EUR'); insert into marketplace_variants(id,product_id,shop_id,sku,price_minor,currency) values (pg_temp.u(2052),pg_temp.u(2051),pg_temp.u(2050),'z',1,'EUR'); insert into media_assets(id,owner_id) values (pg_temp.u(2053),pg_temp.u(2001)); insert into marketplace_product_media(product_id,position,media_asset_id,variant_id) values (pg_temp.u(2051),0,pg_temp.u(2053),pg_temp.u(2052)); insert into marketplace_stock_locations(id,shop_id,creator_id,name,country_code,address_enc,key_id) values (pg_temp.u(2054),pg_temp.u(2050),pg_temp.u(2001),'z','DE','x',1); insert into marketplace_stock_levels(variant_id,location_id,shop_id) values (pg_temp.u(2052),pg_temp.u(2054),pg_temp.u(2050))",
  ),
  accepts(
    'a listing that sold nothing goes with its variants',
    'delete from marketplace_listings where product_id=pg_temp.u(2051)',
  ),
  yields('stock went too', 'select count(*) from marketplace_stock_levels where variant_id=pg_temp.u(2052)', '0'),
];

const PEOPLE: readonly Case[] = [
  given("insert into currencies(code,name,exponent) values ('EUR','Euro',2),('USD','Dollar',2)"),
  given("insert into users(id,username,status) select pg_temp.u(n),'user'||n,'active' from generate_series(1,9) n"),
  given("insert into creators(user_id,default_currency) values (pg_temp.u(3),'EUR'),(pg_temp.u(5),'EUR')"),
];

export const CASES: readonly Case[] = [
  ...PEOPLE,
  ...MARKETPLACE,
  ...BOOKINGS,
  ...TENANTS,
  ...API,
  ...WEBHOOKS,
  ...DATA,
  ...LANGUAGES,
  ...CLIENTS,
  ...OPERATIONS,
  ...PLACES,
  ...DELETIONS,
];
