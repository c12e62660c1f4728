-- boyfanz: complete schema, 719 tables. Part 3 of 8.
-- Makes 120 tables: subscription_offers to message_reports.
-- Run it after part-02.sql, and part-04.sql after it.
-- For PostgreSQL 15 to 17: Supabase, by its SQL editor or a connection.
-- Needs postgis and vector.
-- With the reference data of 64 tables, at the end.
--
-- Written by `boyfanz-schema build` from the specs: change those, not this file.
-- Run each part as a whole, in order. One that failed or was cut off left nothing behind: run it again.

begin;
set local client_min_messages = warning;
set local check_function_bodies = off;
set local search_path = public, extensions;
set local lock_timeout = '10s';

do $preflight$
declare
  loaded integer := 0;
  others integer := 0;
begin
  perform pg_advisory_xact_lock(7093850862049257326);
  if to_regclass('boyfanz.loaded_parts') is not null then
    loaded := (select coalesce(max(l.part), 0) from boyfanz.loaded_parts l where l.digest = '9e84cfef88e73787');
    others := (select count(*) from boyfanz.loaded_parts l where l.digest <> '9e84cfef88e73787');
  end if;
  if loaded >= 3 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'Part 3 of 8 is in this database already, and nothing was changed. Go on with part-04.sql, or the next one.';
  end if;
  if others > 0 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = 'This database holds parts of another set of files, and nothing was changed. Finish with the files of that set, or bring the database up to date from any state with boyfanz-schema apply.';
  end if;
  if loaded < 2 then
    raise exception using errcode = 'object_not_in_prerequisite_state', message = format('This is part 3 of 8 and part %s is not loaded: run part-%s.sql first; nothing was changed.', loaded + 1, lpad((loaded + 1)::text, 2, '0'));
  end if;
end
$preflight$;

create table public.subscription_offers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  tier_id uuid not null,
  kind text not null,
  percent_bps integer,
  amount_minor bigint,
  currency public.currency_code,
  trial_days smallint,
  duration_periods smallint default 1 not null,
  audience text default 'everyone' not null,
  list_id uuid,
  max_redemptions integer,
  redeemed_count integer default 0 not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  status text default 'draft' not null,
  constraint subscription_offers_pkey primary key (id),
  constraint subscription_offers_creator_id_id_key unique (creator_id, id),
  constraint subscription_offers_kind_check check (kind in ('trial', 'percent_off', 'amount_off', 'bundle', 'winback')),
  constraint subscription_offers_audience_check check (audience in ('everyone', 'new', 'expired', 'list')),
  constraint subscription_offers_status_check check (status in ('draft', 'active', 'ended')),
  constraint one_value check (num_nonnulls(percent_bps, amount_minor, trial_days) = 1),
  constraint value_fits_kind check (case kind when 'trial' then trial_days is not null when 'percent_off' then percent_bps is not null when 'amount_off' then amount_minor is not null else true end),
  constraint amount_names_its_currency check ((amount_minor is null) = (currency is null)),
  constraint percent_in_range check (percent_bps between 1 and 10000),
  constraint amount_is_positive check (amount_minor > 0),
  constraint trial_days_in_range check (trial_days between 1 and 366),
  constraint duration_in_range check (duration_periods between 1 and 60),
  constraint bundle_is_several_periods check (kind <> 'bundle' or duration_periods > 1),
  constraint list_is_for_lists check (list_id is null or audience = 'list'),
  constraint redeemed_within_limit check (redeemed_count >= 0 and redeemed_count <= max_redemptions),
  constraint max_redemptions_is_positive check (max_redemptions > 0),
  constraint ends_after_start check (ends_at > starts_at)
);
alter table public.subscription_offers enable row level security;
revoke all on table public.subscription_offers from anon, authenticated, service_role;
comment on table public.subscription_offers is 'Promotional terms on a tier; a free trial, a discount, several months at once, a win-back. The terms stand once anybody has used them.';
comment on column public.subscription_offers.percent_bps is 'Hundredths of a per cent off.';
comment on column public.subscription_offers.amount_minor is 'Minor units off each period.';
comment on column public.subscription_offers.duration_periods is 'For how many periods it counts.';
comment on column public.subscription_offers.list_id is 'An offer to a list that is gone reaches nobody.';
comment on column public.subscription_offers.redeemed_count is 'Raised by a conditional update, so that none is used too often.';
alter table public.subscription_offers add constraint subscription_offers_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_offers add constraint subscription_offers_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index subscription_offers_creator_id_status_idx on public.subscription_offers (creator_id, status);
create index subscription_offers_ends_at_idx on public.subscription_offers (ends_at) where (status = 'active');
create index subscription_offers_creator_id_tier_id_fkey_idx on public.subscription_offers (creator_id, tier_id);
create index subscription_offers_tier_id_fkey_idx on public.subscription_offers (tier_id);
create index subscription_offers_currency_fkey_idx on public.subscription_offers (currency) where (currency is not null);
create index subscription_offers_list_id_fkey_idx on public.subscription_offers (list_id) where (list_id is not null);
create trigger touch_updated_at before update on public.subscription_offers for each row execute function boyfanz.touch_updated_at();
create trigger terms_stand_once_redeemed before update or delete on public.subscription_offers for each row when (old.redeemed_count > 0) execute function boyfanz.append_only('change redeemed_count', 'change status', 'change ends_at', 'change max_redemptions', 'clear list_id');
create policy anonymous_select on public.subscription_offers for select to anon using ((status = 'active' and starts_at <= now() and coalesce(ends_at > now(), true) and boyfanz.may_take_offer(creator_id, audience, list_id)));
grant select (amount_minor, audience, created_at, creator_id, currency, duration_periods, ends_at, id, kind, list_id, max_redemptions, percent_bps, starts_at, status, tier_id, trial_days, updated_at) on table public.subscription_offers to anon;
grant select (amount_minor, audience, created_at, creator_id, currency, duration_periods, ends_at, id, kind, list_id, max_redemptions, percent_bps, starts_at, status, tier_id, trial_days, updated_at) on table public.subscription_offers to authenticated;
grant select, insert, update, delete on table public.subscription_offers to service_role;

create table public.subscription_periods (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subscription_id uuid not null,
  subscriber_id uuid not null,
  creator_id uuid not null,
  period_no integer not null,
  covers tstzrange not null,
  kind text default 'paid' not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  invoice_id uuid,
  payment_id uuid,
  revoked_at timestamptz,
  constraint subscription_periods_pkey primary key (id),
  constraint subscription_periods_subscription_id_period_no_key unique (subscription_id, period_no),
  constraint subscription_periods_kind_check check (kind in ('paid', 'trial', 'gift', 'comp', 'grace')),
  constraint period_no_is_positive check (period_no > 0),
  constraint covers_a_bounded_span check (not isempty(covers) and lower(covers) is not null and upper(covers) is not null and lower_inc(covers) and not upper_inc(covers) and isfinite(lower(covers)) and isfinite(upper(covers))),
  constraint amount_is_not_negative check (amount_minor >= 0),
  constraint free_kinds_bring_nothing check (kind in ('paid', 'gift') or amount_minor = 0),
  constraint subscription_periods_periods_do_not_overlap_excl exclude using gist (subscription_id with =, covers with &&) where (revoked_at is null)
);
alter table public.subscription_periods enable row level security;
alter table public.invoice_lines add constraint invoice_lines_subscription_period_id_fkey foreign key (subscription_period_id) references public.subscription_periods (id) on delete restrict;
revoke all on table public.subscription_periods from anon, authenticated, service_role;
comment on table public.subscription_periods is 'Each paid, free or given period of a subscription; the lasting proof of access and the unit in which revenue is recognised. The periods that stand never overlap.';
comment on column public.subscription_periods.covers is 'From the start, which belongs to it, to the end, which does not.';
comment on column public.subscription_periods.amount_minor is 'Minor units of revenue to recognise over the period.';
alter table public.subscription_periods add constraint subscription_periods_subscriber_id_fkey foreign key (subscriber_id) references public.users (id) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
alter table public.subscription_periods add constraint subscription_periods_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
create index subscription_periods_creator_id_expr_idx on public.subscription_periods (creator_id, (lower(covers)));
create index subscription_periods_subscriber_id_creator_id_c9281a0f_fkey_idx on public.subscription_periods (subscriber_id, creator_id, subscription_id);
create index subscription_periods_currency_fkey_idx on public.subscription_periods (currency);
create index subscription_periods_invoice_id_fkey_idx on public.subscription_periods (invoice_id) where (invoice_id is not null);
create index subscription_periods_payment_id_fkey_idx on public.subscription_periods (payment_id) where (payment_id is not null);
create trigger touch_updated_at before update on public.subscription_periods for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.subscription_periods for each row execute function boyfanz.append_only('set invoice_id', 'set payment_id', 'set revoked_at');
create policy member_select on public.subscription_periods for select to authenticated using (subscription_periods.subscriber_id = (select boyfanz.current_user_id()) or subscription_periods.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.subscription_periods for select to boyfanz_staff using ((select boyfanz.has_permission('subscription.read')));
grant select on table public.subscription_periods to authenticated;
grant select on table public.subscription_periods to boyfanz_staff;
grant select, insert, update, delete on table public.subscription_periods to service_role;

create table public.subscription_tier_benefits (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tier_id uuid not null,
  creator_id uuid not null,
  "position" smallint not null,
  kind text default 'text' not null,
  label text not null,
  value jsonb,
  constraint subscription_tier_benefits_pkey primary key (id),
  constraint subscription_tier_benefits_tier_id_position_key unique (tier_id, "position"),
  constraint subscription_tier_benefits_kind_check check (kind in ('text', 'dm_access', 'archive', 'livestream', 'discount', 'custom_request', 'badge', 'early_access')),
  constraint position_is_not_negative check (position >= 0),
  constraint label_length check (char_length(label) between 1 and 200),
  constraint value_is_object check (jsonb_typeof(value) = 'object')
);
alter table public.subscription_tier_benefits enable row level security;
revoke all on table public.subscription_tier_benefits from anon, authenticated, service_role;
comment on table public.subscription_tier_benefits is 'Perks of a tier in their order, machine-readable where they grant something.';
comment on column public.subscription_tier_benefits.value is 'Terms of the perk by kind, such as the rate of a discount.';
alter table public.subscription_tier_benefits add constraint subscription_tier_benefits_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index subscription_tier_benefits_creator_id_tier_id_fkey_idx on public.subscription_tier_benefits (creator_id, tier_id);
create trigger touch_updated_at before update on public.subscription_tier_benefits for each row execute function boyfanz.touch_updated_at();
grant select on table public.subscription_tier_benefits to anon;
grant select on table public.subscription_tier_benefits to authenticated;
grant select, insert, update, delete on table public.subscription_tier_benefits to service_role;

create table public.subscription_tier_prices (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tier_id uuid not null,
  creator_id uuid not null,
  interval_unit text default 'month' not null,
  interval_count smallint default 1 not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  tax_behavior text default 'inclusive' not null,
  retired_at timestamptz,
  supersedes_id uuid,
  constraint subscription_tier_prices_pkey primary key (id),
  constraint subscription_tier_prices_tier_id_id_key unique (tier_id, id),
  constraint subscription_tier_prices_interval_unit_check check (interval_unit in ('week', 'month', 'year')),
  constraint subscription_tier_prices_tax_behavior_check check (tax_behavior in ('inclusive', 'exclusive')),
  constraint amount_is_not_negative check (amount_minor >= 0),
  constraint interval_at_most_two_years check (interval_count >= 1 and interval_count <= case interval_unit when 'week' then 104 when 'month' then 24 else 2 end),
  constraint nothing_supersedes_itself check (supersedes_id <> id)
);
alter table public.subscription_tier_prices enable row level security;
alter table public.gift_subscriptions add constraint price_of_same_tier foreign key (tier_id, price_id) references public.subscription_tier_prices (tier_id, id) on delete restrict;
revoke all on table public.subscription_tier_prices from anon, authenticated, service_role;
comment on table public.subscription_tier_prices is 'Price versions of a tier by interval and currency, so that subscribers keep what they signed up for. A new price is a new row; the card schemes'' ceiling is checked by the service.';
comment on column public.subscription_tier_prices.amount_minor is 'Minor units for one interval.';
alter table public.subscription_tier_prices add constraint subscription_tier_prices_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_tier_prices add constraint subscription_tier_prices_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.subscription_tier_prices add constraint supersedes_of_same_tier foreign key (tier_id, supersedes_id) references public.subscription_tier_prices (tier_id, id) on delete restrict;
create unique index subscription_tier_prices_tier_id_interval_unit_int_9a2d961e_idx on public.subscription_tier_prices (tier_id, interval_unit, interval_count, currency) where (retired_at is null);
create index subscription_tier_prices_creator_id_tier_id_fkey_idx on public.subscription_tier_prices (creator_id, tier_id);
create index subscription_tier_prices_tier_id_supersedes_id_fkey_idx on public.subscription_tier_prices (tier_id, supersedes_id);
create index subscription_tier_prices_currency_fkey_idx on public.subscription_tier_prices (currency);
create trigger touch_updated_at before update on public.subscription_tier_prices for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.subscription_tier_prices for each row execute function boyfanz.append_only('set retired_at');
grant select on table public.subscription_tier_prices to anon;
grant select on table public.subscription_tier_prices to authenticated;
grant select, insert, update, delete on table public.subscription_tier_prices to service_role;

create table public.subscription_tiers (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  slug extensions.citext not null,
  name text not null,
  description text,
  level smallint not null,
  status text default 'draft' not null,
  is_free boolean default false not null,
  max_subscribers integer,
  active_count integer default 0 not null,
  cover_asset_id uuid,
  includes_dm boolean default true not null,
  includes_archive boolean default true not null,
  archived_at timestamptz,
  constraint subscription_tiers_pkey primary key (id),
  constraint subscription_tiers_creator_id_slug_key unique (creator_id, slug),
  constraint subscription_tiers_creator_id_id_key unique (creator_id, id),
  constraint subscription_tiers_status_check check (status in ('draft', 'active', 'closed', 'archived')),
  constraint slug_form check (slug::text ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint name_length check (char_length(name) between 1 and 80),
  constraint level_is_positive check (level >= 1),
  constraint active_count_within_capacity check (active_count >= 0 and active_count <= max_subscribers),
  constraint max_subscribers_is_positive check (max_subscribers > 0),
  constraint archived_names_its_time check ((status = 'archived') = (archived_at is not null))
) with (fillfactor = 80);
alter table public.subscription_tiers enable row level security;
alter table public.content_access_tiers add constraint content_access_tiers_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.content_stickers add constraint tier_of_same_creator foreign key (creator_id, required_tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
alter table public.post_media add constraint post_media_required_tier_id_fkey foreign key (required_tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.gift_subscriptions add constraint gift_subscriptions_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.subscription_offers add constraint subscription_offers_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.subscription_offers add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
alter table public.subscription_tier_benefits add constraint subscription_tier_benefits_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete cascade;
alter table public.subscription_tier_benefits add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete cascade;
create policy anonymous_select on public.subscription_tier_benefits for select to anon using (exists (select from public.subscription_tiers p1 where p1.id = subscription_tier_benefits.tier_id offset 0));
create policy member_select on public.subscription_tier_benefits for select to authenticated using (exists (select from public.subscription_tiers p1 where p1.id = subscription_tier_benefits.tier_id offset 0) or subscription_tier_benefits.creator_id = (select boyfanz.current_user_id()));
alter table public.subscription_tier_prices add constraint subscription_tier_prices_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
alter table public.subscription_tier_prices add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
create policy anonymous_select on public.subscription_tier_prices for select to anon using ((exists (select from public.subscription_tiers p1 where p1.id = subscription_tier_prices.tier_id offset 0) and (retired_at is null)));
revoke all on table public.subscription_tiers from anon, authenticated, service_role;
comment on table public.subscription_tiers is 'A creator''s subscription product with its rank, capacity and state. Once anybody has subscribed it is archived, never deleted.';
comment on column public.subscription_tiers.level is 'A higher level includes what lower ones grant.';
comment on column public.subscription_tiers.active_count is 'Recounted every night.';
alter table public.subscription_tiers add constraint subscription_tiers_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscription_tiers add constraint subscription_tiers_cover_asset_id_fkey foreign key (cover_asset_id) references public.media_assets (id) on delete set null;
create index subscription_tiers_creator_id_level_idx on public.subscription_tiers (creator_id, level) where (status = 'active');
create index subscription_tiers_cover_asset_id_fkey_idx on public.subscription_tiers (cover_asset_id) where (cover_asset_id is not null);
create trigger touch_updated_at before update on public.subscription_tiers for each row execute function boyfanz.touch_updated_at();
create trigger at_most_10_active after insert or update of creator_id, status on public.subscription_tiers for each row when (new.status = 'active') execute function boyfanz.limit_rows_per_owner('creator_id', '10', 'status = ''active''');
create trigger creator_never_changes before update of creator_id on public.subscription_tiers for each row execute function boyfanz.set_once('creator_id');
create policy anonymous_select on public.subscription_tiers for select to anon using ((status in ('active', 'closed') and boyfanz.may_see_shop(creator_id)));
grant select (archived_at, cover_asset_id, created_at, creator_id, description, id, includes_archive, includes_dm, is_free, level, name, slug, status, updated_at) on table public.subscription_tiers to anon;
grant select (archived_at, cover_asset_id, created_at, creator_id, description, id, includes_archive, includes_dm, is_free, level, name, slug, status, updated_at) on table public.subscription_tiers to authenticated;
grant select, insert, update, delete on table public.subscription_tiers to service_role;

create table public.subscriptions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  subscriber_id uuid not null,
  creator_id uuid not null,
  tier_id uuid not null,
  price_id uuid not null,
  offer_id uuid,
  status text default 'incomplete' not null,
  entitled_until timestamptz,
  current_period_start timestamptz,
  current_period_end timestamptz,
  payment_method_id uuid,
  auto_renew boolean default true not null,
  cancel_reason text,
  previous_id uuid,
  gift_id uuid,
  started_at timestamptz,
  cancelled_at timestamptz,
  ended_at timestamptz,
  version integer default 0 not null,
  constraint subscriptions_pkey primary key (id),
  constraint subscriptions_subscriber_id_creator_id_id_key unique (subscriber_id, creator_id, id),
  constraint subscriptions_status_check check (status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling', 'ended')),
  constraint subscriptions_cancel_reason_check check (cancel_reason in ('user', 'payment_failed', 'creator_closed', 'blocked', 'refund', 'fraud', 'staff')),
  constraint nobody_subscribes_to_themselves check (subscriber_id <> creator_id),
  constraint ended_names_its_time check ((status = 'ended') = (ended_at is not null)),
  constraint live_has_a_period check (status not in ('trialing', 'active', 'past_due', 'cancelling') or (started_at is not null and entitled_until is not null and current_period_end is not null)),
  constraint period_is_whole check ((current_period_start is null) = (current_period_end is null)),
  constraint period_ends_after_start check (current_period_end > current_period_start),
  constraint cancelling_does_not_renew check (status <> 'cancelling' or (cancelled_at is not null and not auto_renew)),
  constraint nothing_precedes_itself check (previous_id <> id)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
alter table public.subscriptions enable row level security;
alter table public.invoices add constraint invoices_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.payment_intents add constraint payment_intents_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.subscription_dunning add constraint subscription_dunning_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
create policy member_select on public.subscription_dunning for select to authenticated using (exists (select from public.subscriptions p1 where p1.id = subscription_dunning.subscription_id and p1.subscriber_id = (select boyfanz.current_user_id()) offset 0));
alter table public.subscription_events add constraint subscription_events_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
create policy member_select on public.subscription_events for select to authenticated using (exists (select from public.subscriptions p1 where p1.id = subscription_events.subscription_id and p1.subscriber_id = (select boyfanz.current_user_id()) offset 0) or exists (select from public.subscriptions p1 where p1.id = subscription_events.subscription_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
create policy member_select on public.subscription_offers for select to authenticated using ((status = 'active' and starts_at <= now() and coalesce(ends_at > now(), true) and boyfanz.may_take_offer(creator_id, audience, list_id)) or ((select boyfanz.current_user_id()) is not null and (id = any (array(select s.offer_id from public.subscriptions s where s.subscriber_id = (select boyfanz.current_user_id()))))) or subscription_offers.creator_id = (select boyfanz.current_user_id()));
alter table public.subscription_periods add constraint subscription_of_same_pair foreign key (subscriber_id, creator_id, subscription_id) references public.subscriptions (subscriber_id, creator_id, id) on delete restrict;
create policy member_select on public.subscription_tier_prices for select to authenticated using ((exists (select from public.subscription_tiers p1 where p1.id = subscription_tier_prices.tier_id offset 0) and (retired_at is null)) or ((select boyfanz.current_user_id()) is not null and (id = any (array(select s.price_id from public.subscriptions s where s.subscriber_id = (select boyfanz.current_user_id()))))) or subscription_tier_prices.creator_id = (select boyfanz.current_user_id()));
create policy member_select on public.subscription_tiers for select to authenticated using ((status in ('active', 'closed') and boyfanz.may_see_shop(creator_id)) or ((select boyfanz.current_user_id()) is not null and (id = any (array(select s.tier_id from public.subscriptions s where s.subscriber_id = (select boyfanz.current_user_id()))))) or subscription_tiers.creator_id = (select boyfanz.current_user_id()));
revoke all on table public.subscriptions from anon, authenticated, service_role;
comment on table public.subscriptions is 'A fan''s subscription to a creator; at most one is current per pair, and entitled_until decides at the paywall. The row stays as a pseudonym when the subscriber is erased.';
comment on column public.subscriptions.entitled_until is 'Access until then, whatever the status.';
comment on column public.subscriptions.payment_method_id is 'Detached, not deleted, while a subscription names it.';
comment on column public.subscriptions.version is 'Raised with every change by the billing job, which compares it first.';
alter table public.subscriptions add constraint subscriptions_subscriber_id_fkey foreign key (subscriber_id) references public.users (id) on delete restrict;
alter table public.subscriptions add constraint subscriptions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.subscriptions add constraint subscriptions_gift_id_fkey foreign key (gift_id) references public.gift_subscriptions (id) on delete restrict;
alter table public.subscriptions add constraint tier_of_same_creator foreign key (creator_id, tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
alter table public.subscriptions add constraint price_of_same_tier foreign key (tier_id, price_id) references public.subscription_tier_prices (tier_id, id) on delete restrict;
alter table public.subscriptions add constraint offer_of_same_creator foreign key (creator_id, offer_id) references public.subscription_offers (creator_id, id) on delete restrict;
alter table public.subscriptions add constraint payment_method_of_subscriber foreign key (subscriber_id, payment_method_id) references public.payment_methods (user_id, id) on delete restrict;
alter table public.subscriptions add constraint previous_of_same_pair foreign key (subscriber_id, creator_id, previous_id) references public.subscriptions (subscriber_id, creator_id, id) on delete restrict;
create unique index subscriptions_one_current_idx on public.subscriptions (subscriber_id, creator_id) where (status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling'));
create index subscriptions_subscriber_id_creator_id_entitled_until_idx on public.subscriptions (subscriber_id, creator_id, entitled_until desc);
create index subscriptions_creator_id_status_started_at_idx on public.subscriptions (creator_id, status, started_at desc);
create index subscriptions_current_period_end_idx on public.subscriptions (current_period_end) where (status in ('active', 'trialing', 'past_due') and auto_renew);
create index subscriptions_tier_id_idx on public.subscriptions (tier_id) where (status in ('active', 'trialing'));
create unique index subscriptions_gift_id_idx on public.subscriptions (gift_id) where (gift_id is not null);
create index subscriptions_subscriber_id_creator_id_previous_id_fkey_idx on public.subscriptions (subscriber_id, creator_id, previous_id);
create index subscriptions_creator_id_tier_id_fkey_idx on public.subscriptions (creator_id, tier_id);
create index subscriptions_tier_id_price_id_fkey_idx on public.subscriptions (tier_id, price_id);
create index subscriptions_creator_id_offer_id_fkey_idx on public.subscriptions (creator_id, offer_id);
create index subscriptions_subscriber_id_payment_method_id_fkey_idx on public.subscriptions (subscriber_id, payment_method_id);
create trigger touch_updated_at before update on public.subscriptions for each row execute function boyfanz.touch_updated_at();
create trigger version_only_grows before update of version on public.subscriptions for each row execute function boyfanz.only_grows('strictly', 'version');
create trigger parties_never_change before update of subscriber_id, creator_id, previous_id, gift_id, started_at on public.subscriptions for each row execute function boyfanz.set_once('subscriber_id', 'creator_id', 'previous_id', 'gift_id', 'started_at');
create trigger refuse_delete before delete on public.subscriptions for each row execute function boyfanz.refuse_delete('Payments and periods depend on it.');
create policy member_select on public.subscriptions for select to authenticated using (subscriptions.subscriber_id = (select boyfanz.current_user_id()) or subscriptions.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.subscriptions for select to boyfanz_staff using ((select boyfanz.has_permission('subscription.read')));
grant select (auto_renew, cancelled_at, created_at, creator_id, current_period_end, current_period_start, ended_at, entitled_until, gift_id, id, offer_id, previous_id, price_id, started_at, status, subscriber_id, tier_id, updated_at) on table public.subscriptions to authenticated;
grant select on table public.subscriptions to boyfanz_staff;
grant select, insert, update, delete on table public.subscriptions to service_role;

create table public.tax_calculations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  payer_id uuid not null,
  order_id uuid,
  invoice_id uuid,
  supply_country public.country_code not null,
  supply_region text,
  evidence_ip_country public.country_code,
  evidence_billing_country public.country_code,
  evidence_issuer_country public.country_code,
  tax_rate_id integer,
  taxable_minor bigint not null,
  tax_minor bigint not null,
  currency public.currency_code not null,
  reverse_charge boolean default false not null,
  engine text not null,
  engine_ref text,
  constraint tax_calculations_pkey primary key (id),
  constraint for_one_sale check (num_nonnulls(order_id, invoice_id) = 1),
  constraint amounts_are_not_negative check (taxable_minor >= 0 and tax_minor between 0 and taxable_minor),
  constraint reverse_charge_has_no_tax check (not reverse_charge or tax_minor = 0),
  constraint tax_names_its_rate check (tax_minor = 0 or tax_rate_id is not null or engine_ref is not null),
  constraint two_proofs_in_the_eu check (reverse_charge or supply_country not in ('AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT',
  'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK')
or coalesce(evidence_ip_country = supply_country, false)::integer
  + coalesce(evidence_billing_country = supply_country, false)::integer
  + coalesce(evidence_issuer_country = supply_country, false)::integer >= 2)
);
alter table public.tax_calculations enable row level security;
revoke all on table public.tax_calculations from anon, authenticated, service_role;
comment on table public.tax_calculations is 'How the tax of a sale was decided; place of supply, the proofs of location, rate and amount, kept as evidence. A digital service in the EU needs two proofs that agree.';
comment on column public.tax_calculations.reverse_charge is 'The customer, a business, owes the tax.';
comment on column public.tax_calculations.engine is 'What calculated it.';
alter table public.tax_calculations add constraint tax_calculations_payer_id_fkey foreign key (payer_id) references public.users (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_invoice_id_fkey foreign key (invoice_id) references public.invoices (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index tax_calculations_supply_country_created_at_idx on public.tax_calculations (supply_country, created_at);
create index tax_calculations_payer_id_fkey_idx on public.tax_calculations (payer_id);
create index tax_calculations_order_id_fkey_idx on public.tax_calculations (order_id) where (order_id is not null);
create index tax_calculations_invoice_id_fkey_idx on public.tax_calculations (invoice_id) where (invoice_id is not null);
create index tax_calculations_tax_rate_id_fkey_idx on public.tax_calculations (tax_rate_id) where (tax_rate_id is not null);
create index tax_calculations_currency_fkey_idx on public.tax_calculations (currency);
create trigger touch_updated_at before update on public.tax_calculations for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.tax_calculations for each row execute function boyfanz.append_only();
create trigger refuse_truncate before truncate on public.tax_calculations for each statement execute function boyfanz.append_only();
create policy staff_select on public.tax_calculations for select to boyfanz_staff using ((select boyfanz.has_permission('tax.read')));
grant select on table public.tax_calculations to boyfanz_staff;
grant select, insert, update, delete on table public.tax_calculations to service_role;

create table public.tax_forms (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  form text not null,
  tax_year smallint not null,
  correction_no smallint default 0 not null,
  amounts jsonb default '{}' not null,
  currency public.currency_code not null,
  status text default 'draft' not null,
  object_key_enc bytea,
  key_id smallint,
  filing_ref text,
  finalized_at timestamptz,
  delivered_at timestamptz,
  filed_at timestamptz,
  retain_until date not null,
  constraint tax_forms_pkey primary key (id),
  constraint tax_forms_creator_id_form_tax_year_correction_no_key unique (creator_id, form, tax_year, correction_no),
  constraint tax_forms_form_check check (form in ('1099_nec', '1099_k', '1042_s', 'dac7', 'local')),
  constraint tax_forms_status_check check (status in ('draft', 'final', 'delivered', 'filed', 'accepted', 'rejected')),
  constraint tax_year_in_range check (tax_year between 2000 and 2200),
  constraint correction_no_is_not_negative check (correction_no >= 0),
  constraint amounts_is_object check (jsonb_typeof(amounts) = 'object'),
  constraint final_names_its_time check ((status = 'draft') = (finalized_at is null)),
  constraint delivered_names_its_time check (status <> 'delivered' or delivered_at is not null),
  constraint filed_names_its_time check (status not in ('filed', 'accepted', 'rejected') or filed_at is not null),
  constraint file_names_its_key check ((object_key_enc is null) = (key_id is null)),
  constraint retained_for_seven_years check (retain_until >= make_date(tax_year + 8, 1, 1))
);
alter table public.tax_forms enable row level security;
revoke all on table public.tax_forms from anon, authenticated, service_role;
comment on table public.tax_forms is 'Annual statements to creators and authorities, and how far they are filed. A final one stands, a correction is a new row.';
comment on column public.tax_forms.amounts is 'Minor units of currency by box of the form.';
comment on column public.tax_forms.object_key_enc is 'Place of the file, encrypted with key_id.';
comment on column public.tax_forms.key_id is 'Version of the encryption key.';
comment on column public.tax_forms.finalized_at is 'Freezes the form.';
alter table public.tax_forms add constraint tax_forms_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tax_forms add constraint tax_forms_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index tax_forms_tax_year_form_status_idx on public.tax_forms (tax_year, form, status);
create index tax_forms_currency_fkey_idx on public.tax_forms (currency);
create trigger touch_updated_at before update on public.tax_forms for each row execute function boyfanz.touch_updated_at();
create trigger freeze_when_final before update on public.tax_forms for each row execute function boyfanz.freeze_when_set('finalized_at', 'change status', 'change object_key_enc', 'change key_id', 'set filing_ref', 'set delivered_at', 'set filed_at');
create trigger keep_until_retained before delete on public.tax_forms for each row execute function boyfanz.keep_until('retain_until');
create policy member_select on public.tax_forms for select to authenticated using ((tax_forms.creator_id = (select boyfanz.current_user_id()) and (status <> 'draft')));
create policy staff_select on public.tax_forms for select to boyfanz_staff using ((select boyfanz.has_permission('tax.read')));
grant select (amounts, correction_no, created_at, creator_id, currency, delivered_at, filed_at, finalized_at, form, id, retain_until, status, tax_year, updated_at) on table public.tax_forms to authenticated;
grant select on table public.tax_forms to boyfanz_staff;
grant select, insert, update, delete on table public.tax_forms to service_role;

create table public.tax_profiles (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  entity_type text default 'individual' not null,
  residence_country public.country_code not null,
  tin_enc bytea,
  tin_bidx public.digest_256,
  tin_last_four text,
  vat_number text,
  vat_checked_at timestamptz,
  form_kind text default 'none' not null,
  form_signed_at timestamptz,
  form_object_key_enc bytea,
  form_expires_on date,
  withholding_bps integer default 0 not null,
  treaty_country public.country_code,
  key_id smallint not null,
  superseded_at timestamptz,
  constraint tax_profiles_pkey primary key (id),
  constraint tax_profiles_user_id_id_key unique (user_id, id),
  constraint tax_profiles_entity_type_check check (entity_type in ('individual', 'company')),
  constraint tax_profiles_form_kind_check check (form_kind in ('w9', 'w8ben', 'w8bene', 'dac7', 'none')),
  constraint withholding_in_range check (withholding_bps between 0 and 10000),
  constraint tin_is_whole check (num_nulls(tin_enc, tin_bidx, tin_last_four) in (0, 3)),
  constraint tin_last_four_form check (tin_last_four ~ '^[A-Z0-9]{4}$'),
  constraint vat_number_form check (vat_number ~ '^[A-Z]{2}[A-Z0-9+*]{2,13}$'),
  constraint form_is_signed check ((form_kind = 'none') = (form_signed_at is null)),
  constraint vat_check_has_a_number check (vat_checked_at is null or vat_number is not null),
  constraint superseded_after_creation check (superseded_at >= created_at)
);
alter table public.tax_profiles enable row level security;
revoke all on table public.tax_profiles from anon, authenticated, service_role;
comment on table public.tax_profiles is 'Tax status of a person or company; residence, number, form on file, VAT check. A change is a new row, and the old one is superseded.';
comment on column public.tax_profiles.tin_enc is 'Tax number, encrypted with key_id.';
comment on column public.tax_profiles.tin_bidx is 'HMAC of the tax number.';
comment on column public.tax_profiles.form_object_key_enc is 'Place of the signed form.';
comment on column public.tax_profiles.withholding_bps is 'Hundredths of a per cent.';
comment on column public.tax_profiles.key_id is 'Version of the encryption key.';
alter table public.tax_profiles add constraint tax_profiles_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
create unique index tax_profiles_one_current_idx on public.tax_profiles (user_id) where (superseded_at is null);
create index tax_profiles_tin_bidx_idx on public.tax_profiles (tin_bidx) where (tin_bidx is not null);
create index tax_profiles_form_expires_on_idx on public.tax_profiles (form_expires_on) where (superseded_at is null);
create trigger touch_updated_at before update on public.tax_profiles for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.tax_profiles for each row when (new.key_id = old.key_id) execute function boyfanz.append_only('change vat_checked_at', 'set superseded_at');
create trigger only_a_new_key_rewrites before update on public.tax_profiles for each row when (new.key_id <> old.key_id) execute function boyfanz.append_only('change key_id', 'change tin_enc', 'change form_object_key_enc');
create trigger refuse_delete before delete on public.tax_profiles for each row execute function boyfanz.refuse_delete('Supersede it.');
create policy member_select on public.tax_profiles for select to authenticated using (tax_profiles.user_id = (select boyfanz.current_user_id()));
grant select (created_at, entity_type, form_expires_on, form_kind, form_signed_at, id, residence_country, superseded_at, tin_last_four, treaty_country, updated_at, user_id, vat_checked_at, vat_number, withholding_bps) on table public.tax_profiles to authenticated;
grant select, insert, update, delete on table public.tax_profiles to service_role;

create table public.tax_rates (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id integer generated by default as identity (start with 100000) not null,
  country_code public.country_code not null,
  region_code text default '*' not null,
  tax_kind text not null,
  product_class text not null,
  rate_ppm integer not null,
  valid tstzrange not null,
  source text not null,
  constraint tax_rates_pkey primary key (id),
  constraint tax_rates_tax_kind_check check (tax_kind in ('vat', 'gst', 'sales_tax', 'digital_services')),
  constraint region_code_form check (region_code ~ '^([*]|[A-Z0-9]{1,3})$'),
  constraint rate_in_range check (rate_ppm between 0 and 500000),
  constraint valid_is_a_span check (not isempty(valid) and lower(valid) is not null and lower_inc(valid) and not upper_inc(valid)),
  constraint tax_rates_rates_do_not_overlap_excl exclude using gist (country_code with =, region_code with =, tax_kind with =, product_class with =, valid with &&)
);
alter table public.tax_rates enable row level security;
alter table public.invoice_lines add constraint invoice_lines_tax_rate_id_fkey foreign key (tax_rate_id) references public.tax_rates (id) on delete restrict;
alter table public.tax_calculations add constraint tax_calculations_tax_rate_id_fkey foreign key (tax_rate_id) references public.tax_rates (id) on delete restrict;
revoke all on table public.tax_rates from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.tax_rates', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.tax_rates is 'Tax rates by jurisdiction and product class, each over its time. A new rate ends the old one and is a new row.';
comment on column public.tax_rates.id is 'Below 100000 for those that come with the product.';
comment on column public.tax_rates.region_code is 'Subdivision of ISO 3166-2 without the country; * for the whole country.';
comment on column public.tax_rates.rate_ppm is 'Millionths; 190000 is 19 per cent.';
comment on column public.tax_rates.valid is 'From the start, which belongs to it, to the end, which does not.';
create index tax_rates_country_code_valid_idx on public.tax_rates using gist (country_code, valid);
create trigger touch_updated_at before update on public.tax_rates for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.tax_rates for each row execute function boyfanz.append_only('change valid', 'change source');
create policy anonymous_select on public.tax_rates for select to anon using (true);
create policy member_select on public.tax_rates for select to authenticated using (true);
grant select on table public.tax_rates to anon;
grant select on table public.tax_rates to authenticated;
grant select, insert, update, delete on table public.tax_rates to service_role;

create table public.tax_withholdings (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  payout_id uuid not null,
  tax_profile_id uuid not null,
  jurisdiction text not null,
  rate_bps integer not null,
  base_minor bigint not null,
  withheld_minor bigint not null,
  currency public.currency_code not null,
  remitted_on date,
  ledger_transaction_id uuid not null,
  constraint tax_withholdings_pkey primary key (id),
  constraint rate_in_range check (rate_bps between 0 and 10000),
  constraint withheld_within_base check (base_minor > 0 and withheld_minor between 0 and base_minor)
);
alter table public.tax_withholdings enable row level security;
revoke all on table public.tax_withholdings from anon, authenticated, service_role;
comment on table public.tax_withholdings is 'Tax that was kept from a payout under withholding rules or a treaty.';
comment on column public.tax_withholdings.rate_bps is 'Hundredths of a per cent.';
alter table public.tax_withholdings add constraint tax_withholdings_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tax_withholdings add constraint tax_withholdings_payout_id_fkey foreign key (payout_id) references public.payouts (id) on delete restrict;
alter table public.tax_withholdings add constraint tax_withholdings_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.tax_withholdings add constraint tax_withholdings_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.tax_withholdings add constraint profile_of_same_creator foreign key (creator_id, tax_profile_id) references public.tax_profiles (user_id, id) on delete restrict;
create index tax_withholdings_creator_id_created_at_idx on public.tax_withholdings (creator_id, created_at desc);
create index tax_withholdings_created_at_idx on public.tax_withholdings (created_at) where (remitted_on is null);
create index tax_withholdings_payout_id_idx on public.tax_withholdings (payout_id);
create index tax_withholdings_creator_id_tax_profile_id_fkey_idx on public.tax_withholdings (creator_id, tax_profile_id);
create index tax_withholdings_currency_fkey_idx on public.tax_withholdings (currency);
create index tax_withholdings_ledger_transaction_id_fkey_idx on public.tax_withholdings (ledger_transaction_id);
create trigger touch_updated_at before update on public.tax_withholdings for each row execute function boyfanz.touch_updated_at();
create trigger payout_of_same_creator before insert on public.tax_withholdings for each row execute function boyfanz.matches_parent('payout_id', 'payouts', 'creator_id', 'currency');
create trigger append_only before update or delete on public.tax_withholdings for each row execute function boyfanz.append_only('set remitted_on');
create trigger refuse_truncate before truncate on public.tax_withholdings for each statement execute function boyfanz.append_only();
create policy member_select on public.tax_withholdings for select to authenticated using (tax_withholdings.creator_id = (select boyfanz.current_user_id()));
create policy staff_select on public.tax_withholdings for select to boyfanz_staff using ((select boyfanz.has_permission('tax.read')));
grant select (base_minor, created_at, creator_id, currency, id, jurisdiction, payout_id, rate_bps, remitted_on, tax_profile_id, updated_at, withheld_minor) on table public.tax_withholdings to authenticated;
grant select on table public.tax_withholdings to boyfanz_staff;
grant select, insert, update, delete on table public.tax_withholdings to service_role;

create table public.tip_goals (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  title text not null,
  description text,
  target_minor bigint not null,
  raised_minor bigint default 0 not null,
  currency public.currency_code not null,
  status text default 'active' not null,
  ends_at timestamptz,
  reward_content_id uuid,
  reached_at timestamptz,
  constraint tip_goals_pkey primary key (id),
  constraint tip_goals_creator_id_id_key unique (creator_id, id),
  constraint tip_goals_status_check check (status in ('active', 'reached', 'closed', 'cancelled')),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint target_is_positive check (target_minor > 0),
  constraint raised_is_not_negative check (raised_minor >= 0),
  constraint reached_names_its_time check (status <> 'reached' or reached_at is not null),
  constraint ends_after_creation check (ends_at > created_at)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.tip_goals enable row level security;
alter table public.story_overlays add constraint story_overlays_tip_goal_id_fkey foreign key (tip_goal_id) references public.tip_goals (id) on delete cascade;
revoke all on table public.tip_goals from anon, authenticated, service_role;
comment on table public.tip_goals is 'Sums that a creator collects for, and how far they have come.';
comment on column public.tip_goals.raised_minor is 'Recomputed from the tips every night.';
alter table public.tip_goals add constraint tip_goals_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tip_goals add constraint tip_goals_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.tip_goals add constraint tip_goals_reward_content_id_fkey foreign key (reward_content_id) references public.content_items (id) on delete set null;
create index tip_goals_creator_id_status_idx on public.tip_goals (creator_id, status);
create index tip_goals_currency_fkey_idx on public.tip_goals (currency);
create index tip_goals_reward_content_id_fkey_idx on public.tip_goals (reward_content_id) where (reward_content_id is not null);
create trigger touch_updated_at before update on public.tip_goals for each row execute function boyfanz.touch_updated_at();
create trigger currency_never_changes before update of creator_id, currency on public.tip_goals for each row execute function boyfanz.set_once('creator_id', 'currency');
create policy anonymous_select on public.tip_goals for select to anon using ((status in ('active', 'reached') and boyfanz.may_see_shop(creator_id)));
create policy member_select on public.tip_goals for select to authenticated using ((status in ('active', 'reached') and boyfanz.may_see_shop(creator_id)) or tip_goals.creator_id = (select boyfanz.current_user_id()));
grant select on table public.tip_goals to anon;
grant select on table public.tip_goals to authenticated;
grant select, insert, update, delete on table public.tip_goals to service_role;

create table public.tip_menu_items (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  "position" smallint not null,
  title text not null,
  amount_minor bigint not null,
  currency public.currency_code not null,
  delivery text default 'none' not null,
  retired_at timestamptz,
  constraint tip_menu_items_pkey primary key (id),
  constraint tip_menu_items_creator_id_id_key unique (creator_id, id),
  constraint tip_menu_items_delivery_check check (delivery in ('none', 'message', 'live', 'custom_request')),
  constraint position_is_not_negative check (position >= 0),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint amount_is_positive check (amount_minor > 0)
);
alter table public.tip_menu_items enable row level security;
revoke all on table public.tip_menu_items from anon, authenticated, service_role;
comment on table public.tip_menu_items is 'What a creator offers for a tip, such as a shout-out. A new price is a new row.';
alter table public.tip_menu_items add constraint tip_menu_items_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tip_menu_items add constraint tip_menu_items_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index tip_menu_items_creator_id_position_idx on public.tip_menu_items (creator_id, "position") where (retired_at is null);
create index tip_menu_items_currency_fkey_idx on public.tip_menu_items (currency);
create trigger touch_updated_at before update on public.tip_menu_items for each row execute function boyfanz.touch_updated_at();
create trigger price_never_changes before update of creator_id, amount_minor, currency, retired_at on public.tip_menu_items for each row execute function boyfanz.set_once('creator_id', 'amount_minor', 'currency', 'retired_at');
create policy anonymous_select on public.tip_menu_items for select to anon using ((retired_at is null and boyfanz.may_see_shop(creator_id)));
create policy member_select on public.tip_menu_items for select to authenticated using ((retired_at is null and boyfanz.may_see_shop(creator_id)) or tip_menu_items.creator_id = (select boyfanz.current_user_id()));
grant select on table public.tip_menu_items to anon;
grant select on table public.tip_menu_items to authenticated;
grant select, insert, update, delete on table public.tip_menu_items to service_role;

create table public.tips (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  sender_id uuid not null,
  creator_id uuid not null,
  context text default 'profile' not null,
  content_id uuid,
  goal_id uuid,
  menu_item_id uuid,
  stream_id uuid,
  amount_minor bigint not null,
  currency public.currency_code not null,
  message text,
  is_anonymous boolean default false not null,
  payment_id uuid,
  ledger_transaction_id uuid,
  status text default 'pending' not null,
  idempotency_key text not null,
  constraint tips_pkey primary key (id),
  constraint tips_sender_id_idempotency_key_key unique (sender_id, idempotency_key),
  constraint tips_context_check check (context in ('profile', 'post', 'message', 'story', 'stream', 'goal', 'custom_request')),
  constraint tips_status_check check (status in ('pending', 'settled', 'refunded', 'charged_back')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint nobody_tips_themselves check (sender_id <> creator_id),
  constraint context_names_its_object check (case context when 'goal' then goal_id is not null when 'stream' then stream_id is not null when 'post' then content_id is not null when 'story' then content_id is not null else true end),
  constraint settled_is_posted check (status = 'pending' or ledger_transaction_id is not null),
  constraint message_length check (char_length(message) <= 500)
);
alter table public.tips enable row level security;
revoke all on table public.tips from anon, authenticated, service_role;
comment on table public.tips is 'One-off payments to a creator on a profile, item, message, stream or goal.';
comment on column public.tips.stream_id is 'Without a constraint, because a stream may go and the tip stays.';
comment on column public.tips.is_anonymous is 'Hides the sender from the creator and the public.';
alter table public.tips add constraint tips_sender_id_fkey foreign key (sender_id) references public.users (id) on delete restrict;
alter table public.tips add constraint tips_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.tips add constraint tips_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.tips add constraint tips_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.tips add constraint tips_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.tips add constraint tips_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.tips add constraint goal_of_same_creator foreign key (creator_id, goal_id) references public.tip_goals (creator_id, id) on delete restrict;
alter table public.tips add constraint menu_item_of_same_creator foreign key (creator_id, menu_item_id) references public.tip_menu_items (creator_id, id) on delete restrict;
create index tips_creator_id_created_at_idx on public.tips (creator_id, created_at desc) where (status = 'settled');
create index tips_sender_id_created_at_idx on public.tips (sender_id, created_at desc);
create index tips_content_id_created_at_idx on public.tips (content_id, created_at desc) where (content_id is not null);
create index tips_goal_id_idx on public.tips (goal_id) where (goal_id is not null);
create index tips_creator_id_goal_id_fkey_idx on public.tips (creator_id, goal_id);
create index tips_creator_id_menu_item_id_fkey_idx on public.tips (creator_id, menu_item_id);
create index tips_currency_fkey_idx on public.tips (currency);
create index tips_payment_id_fkey_idx on public.tips (payment_id) where (payment_id is not null);
create index tips_ledger_transaction_id_fkey_idx on public.tips (ledger_transaction_id) where (ledger_transaction_id is not null);
create trigger touch_updated_at before update on public.tips for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.tips for each row execute function boyfanz.append_only('set payment_id', 'set ledger_transaction_id', 'change status', 'clear message', 'change is_anonymous');
create policy member_select on public.tips for select to authenticated using (tips.sender_id = (select boyfanz.current_user_id()) or (tips.creator_id = (select boyfanz.current_user_id()) and (not is_anonymous and status <> 'pending')));
create policy staff_select on public.tips for select to boyfanz_staff using ((select boyfanz.has_permission('payment.read')));
grant select (amount_minor, content_id, context, created_at, creator_id, currency, goal_id, id, is_anonymous, menu_item_id, message, sender_id, status, stream_id, updated_at) on table public.tips to authenticated;
grant select on table public.tips to boyfanz_staff;
grant select, insert, update, delete on table public.tips to service_role;

create table public.token_lots (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  source text not null,
  package_id uuid,
  payment_id uuid,
  tokens_total bigint not null,
  tokens_left bigint not null,
  unit_cost_micros bigint not null,
  currency public.currency_code not null,
  expires_at timestamptz,
  ledger_transaction_id uuid not null,
  constraint token_lots_pkey primary key (id),
  constraint token_lots_id_user_id_key unique (id, user_id),
  constraint token_lots_source_check check (source in ('purchase', 'bonus', 'gift', 'promo', 'refund')),
  constraint tokens_left_within_total check (tokens_total > 0 and tokens_left between 0 and tokens_total),
  constraint unit_cost_is_not_negative check (unit_cost_micros >= 0),
  constraint purchase_names_its_payment check (source <> 'purchase' or (package_id is not null and payment_id is not null)),
  constraint expires_after_creation check (expires_at > created_at)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
alter table public.token_lots enable row level security;
revoke all on table public.token_lots from anon, authenticated, service_role;
comment on table public.token_lots is 'Tokens of a person by the purchase they come from, with cost and expiry, for the order of spending, refunds and expired value. Spends take from a lot; nothing is put back, a refund is a lot of its own.';
comment on column public.token_lots.tokens_left is 'Lowered by token_spends; set to 0 when the lot expires.';
comment on column public.token_lots.unit_cost_micros is 'Millionths of the unit of currency that one token cost; 0 for gifts.';
alter table public.token_lots add constraint token_lots_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.token_lots add constraint token_lots_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.token_lots add constraint token_lots_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.token_lots add constraint token_lots_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index token_lots_user_id_expires_at_id_idx on public.token_lots (user_id, expires_at, id) where (tokens_left > 0);
comment on index public.token_lots_user_id_expires_at_id_idx is 'Ascending, so lots without expiry come last.';
create index token_lots_expires_at_idx on public.token_lots (expires_at) where (tokens_left > 0);
create index token_lots_user_id_fkey_idx on public.token_lots (user_id);
create index token_lots_package_id_fkey_idx on public.token_lots (package_id) where (package_id is not null);
create index token_lots_payment_id_fkey_idx on public.token_lots (payment_id) where (payment_id is not null);
create index token_lots_currency_fkey_idx on public.token_lots (currency);
create index token_lots_ledger_transaction_id_fkey_idx on public.token_lots (ledger_transaction_id);
create trigger touch_updated_at before update on public.token_lots for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.token_lots for each row execute function boyfanz.append_only('change tokens_left');
create trigger nothing_is_put_back before update on public.token_lots for each row when (new.tokens_left > old.tokens_left) execute function boyfanz.append_only();
create trigger payment_of_same_user before insert on public.token_lots for each row when (new.source = 'purchase') execute function boyfanz.matches_parent('payment_id', 'payments', 'user_id=payer_id');
create policy member_select on public.token_lots for select to authenticated using (token_lots.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.token_lots for select to boyfanz_staff using ((select boyfanz.has_permission('wallet.read')));
grant select (created_at, currency, expires_at, id, package_id, payment_id, source, tokens_left, tokens_total, unit_cost_micros, updated_at, user_id) on table public.token_lots to authenticated;
grant select on table public.token_lots to boyfanz_staff;
grant select, insert, update, delete on table public.token_lots to service_role;

create table public.token_packages (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  code text not null,
  tokens bigint not null,
  bonus_tokens bigint default 0 not null,
  currency public.currency_code not null,
  amount_minor bigint not null,
  first_purchase_only boolean default false not null,
  starts_at timestamptz,
  ends_at timestamptz,
  retired_at timestamptz,
  constraint token_packages_pkey primary key (id),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]{1,40}$'),
  constraint tokens_are_positive check (tokens > 0 and bonus_tokens >= 0),
  constraint amount_is_positive check (amount_minor > 0),
  constraint ends_after_start check (ends_at > starts_at)
);
alter table public.token_packages enable row level security;
alter table public.token_lots add constraint token_lots_package_id_fkey foreign key (package_id) references public.token_packages (id) on delete restrict;
revoke all on table public.token_packages from anon, authenticated, service_role;
comment on table public.token_packages is 'Packs of tokens for money. A new price is a new row.';
alter table public.token_packages add constraint token_packages_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create unique index token_packages_code_currency_idx on public.token_packages (code, currency) where (retired_at is null);
create index token_packages_currency_fkey_idx on public.token_packages (currency);
create trigger touch_updated_at before update on public.token_packages for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.token_packages for each row execute function boyfanz.append_only('change starts_at', 'change ends_at', 'set retired_at');
create policy anonymous_select on public.token_packages for select to anon using ((retired_at is null and coalesce(starts_at <= now(), true) and coalesce(ends_at > now(), true)));
create policy member_select on public.token_packages for select to authenticated using ((retired_at is null and coalesce(starts_at <= now(), true) and coalesce(ends_at > now(), true)));
grant select on table public.token_packages to anon;
grant select on table public.token_packages to authenticated;
grant select, insert, update, delete on table public.token_packages to service_role;

create table public.token_spends (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  ledger_transaction_id uuid not null,
  lot_id uuid not null,
  user_id uuid not null,
  tokens bigint not null,
  recipient_id uuid,
  constraint token_spends_pkey primary key (ledger_transaction_id, lot_id),
  constraint tokens_are_positive check (tokens > 0)
);
alter table public.token_spends enable row level security;
revoke all on table public.token_spends from anon, authenticated, service_role;
comment on table public.token_spends is 'Which lots a purchase took its tokens from, so that value and cost can be followed both ways. Writing one takes from the lot.';
alter table public.token_spends add constraint token_spends_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
alter table public.token_spends add constraint token_spends_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.token_spends add constraint token_spends_recipient_id_fkey foreign key (recipient_id) references public.creators (user_id) on delete restrict;
alter table public.token_spends add constraint lot_of_same_user foreign key (lot_id, user_id) references public.token_lots (id, user_id) on delete restrict;
create index token_spends_user_id_ledger_transaction_id_idx on public.token_spends (user_id, ledger_transaction_id desc);
create index token_spends_lot_id_user_id_fkey_idx on public.token_spends (lot_id, user_id);
create index token_spends_recipient_id_fkey_idx on public.token_spends (recipient_id) where (recipient_id is not null);
create trigger touch_updated_at before update on public.token_spends for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update or delete on public.token_spends for each row execute function boyfanz.append_only();
create trigger take_from_lot after insert on public.token_spends for each row execute function boyfanz.take_from_lot();
create policy member_select on public.token_spends for select to authenticated using (token_spends.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.token_spends for select to boyfanz_staff using ((select boyfanz.has_permission('wallet.read')));
grant select on table public.token_spends to authenticated;
grant select on table public.token_spends to boyfanz_staff;
grant select, insert, update, delete on table public.token_spends to service_role;

create table public.trial_link_claims (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  trial_link_id uuid not null,
  user_id uuid not null,
  subscription_id uuid,
  ip_prefix cidr,
  device_id uuid,
  converted_at timestamptz,
  constraint trial_link_claims_pkey primary key (trial_link_id, user_id),
  constraint ip_prefix_is_no_address check (masklen(ip_prefix) <= case family(ip_prefix) when 4 then 24 else 48 end),
  constraint converted_has_a_subscription check (converted_at is null or subscription_id is not null)
);
alter table public.trial_link_claims enable row level security;
revoke all on table public.trial_link_claims from anon, authenticated, service_role;
comment on table public.trial_link_claims is 'Who claimed a trial link and which subscription came of it; nobody claims a link twice.';
comment on column public.trial_link_claims.ip_prefix is 'Cleared after 90 days, when it has served against abuse.';
alter table public.trial_link_claims add constraint trial_link_claims_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.trial_link_claims add constraint trial_link_claims_subscription_id_fkey foreign key (subscription_id) references public.subscriptions (id) on delete restrict;
alter table public.trial_link_claims add constraint trial_link_claims_device_id_fkey foreign key (device_id) references public.user_devices (id) on delete set null;
create index trial_link_claims_user_id_idx on public.trial_link_claims (user_id);
create index trial_link_claims_subscription_id_fkey_idx on public.trial_link_claims (subscription_id) where (subscription_id is not null);
create index trial_link_claims_device_id_fkey_idx on public.trial_link_claims (device_id) where (device_id is not null);
create trigger touch_updated_at before update on public.trial_link_claims for each row execute function boyfanz.touch_updated_at();
create trigger subscription_of_same_user before insert or update of subscription_id, user_id on public.trial_link_claims for each row execute function boyfanz.matches_parent('subscription_id', 'subscriptions', 'user_id=subscriber_id');
create trigger claim_stands before update or delete on public.trial_link_claims for each row execute function boyfanz.append_only('set subscription_id', 'set converted_at', 'clear ip_prefix', 'clear device_id');
create policy member_select on public.trial_link_claims for select to authenticated using (trial_link_claims.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.trial_link_claims for select to boyfanz_staff using ((select boyfanz.has_permission('subscription.read')));
grant select (converted_at, created_at, subscription_id, trial_link_id, updated_at, user_id) on table public.trial_link_claims to authenticated;
grant select on table public.trial_link_claims to boyfanz_staff;
grant select, insert, update, delete on table public.trial_link_claims to service_role;

create table public.trial_links (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  offer_id uuid not null,
  label text not null,
  token_hash public.digest_256 not null,
  max_claims integer,
  claims integer default 0 not null,
  new_only boolean default true not null,
  expires_at timestamptz,
  disabled_at timestamptz,
  constraint trial_links_pkey primary key (id),
  constraint trial_links_token_hash_key unique (token_hash),
  constraint label_length check (char_length(label) between 1 and 80),
  constraint claims_within_limit check (claims >= 0 and claims <= max_claims),
  constraint max_claims_is_positive check (max_claims > 0),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.trial_links enable row level security;
alter table public.trial_link_claims add constraint trial_link_claims_trial_link_id_fkey foreign key (trial_link_id) references public.trial_links (id) on delete restrict;
revoke all on table public.trial_links from anon, authenticated, service_role;
comment on table public.trial_links is 'A link that grants the terms of an offer to whoever holds it, with a limit; it shows where subscribers came from.';
comment on column public.trial_links.claims is 'Raised by a conditional update.';
comment on column public.trial_links.new_only is 'Only for people who never subscribed to this creator.';
alter table public.trial_links add constraint trial_links_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.trial_links add constraint offer_of_same_creator foreign key (creator_id, offer_id) references public.subscription_offers (creator_id, id) on delete restrict;
create index trial_links_creator_id_created_at_idx on public.trial_links (creator_id, created_at desc);
create index trial_links_creator_id_offer_id_fkey_idx on public.trial_links (creator_id, offer_id);
create trigger touch_updated_at before update on public.trial_links for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.trial_links for select to authenticated using (trial_links.creator_id = (select boyfanz.current_user_id()));
grant select (claims, created_at, creator_id, disabled_at, expires_at, id, label, max_claims, new_only, offer_id, updated_at) on table public.trial_links to authenticated;
grant select, insert, update, delete on table public.trial_links to service_role;

create table public.user_spending_limits (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  period text default 'month' not null,
  currency public.currency_code not null,
  limit_minor bigint not null,
  pending_limit_minor bigint,
  pending_from timestamptz,
  imposed_by text default 'self' not null,
  constraint user_spending_limits_pkey primary key (user_id, period, currency),
  constraint user_spending_limits_period_check check (period in ('day', 'week', 'month')),
  constraint user_spending_limits_imposed_by_check check (imposed_by in ('self', 'staff', 'law')),
  constraint limit_is_not_negative check (limit_minor >= 0),
  constraint pending_is_whole check ((pending_limit_minor is null) = (pending_from is null)),
  constraint pending_is_a_raise check (pending_limit_minor > limit_minor),
  constraint pending_waits_24_hours check (pending_from - created_at >= interval '24 hours')
);
alter table public.user_spending_limits enable row level security;
revoke all on table public.user_spending_limits from anon, authenticated, service_role;
comment on table public.user_spending_limits is 'Caps on a person''s spending by period. A cut counts at once, a raise only 24 hours after it was asked for.';
comment on column public.user_spending_limits.pending_limit_minor is 'The raise that was asked for.';
alter table public.user_spending_limits add constraint user_spending_limits_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.user_spending_limits add constraint user_spending_limits_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index user_spending_limits_currency_fkey_idx on public.user_spending_limits (currency);
create trigger touch_updated_at before update on public.user_spending_limits for each row execute function boyfanz.touch_updated_at();
create trigger raise_cools_off before update on public.user_spending_limits for each row execute function boyfanz.cool_off_limit_raise();
create trigger refuse_delete before delete on public.user_spending_limits for each row execute function boyfanz.refuse_delete('Raise the limit; that waits for 24 hours.');
create policy member_select on public.user_spending_limits for select to authenticated using (user_spending_limits.user_id = (select boyfanz.current_user_id()));
grant select on table public.user_spending_limits to authenticated;
grant select, insert, update, delete on table public.user_spending_limits to service_role;

create table public.wallet_topups (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  wallet_id uuid not null,
  user_id uuid not null,
  amount_minor bigint not null,
  bonus_minor bigint default 0 not null,
  currency public.currency_code not null,
  payment_id uuid,
  status text default 'pending' not null,
  is_auto boolean default false not null,
  ledger_transaction_id uuid,
  constraint wallet_topups_pkey primary key (id),
  constraint wallet_topups_payment_id_key unique (payment_id),
  constraint wallet_topups_status_check check (status in ('pending', 'settled', 'failed', 'refunded')),
  constraint amount_is_positive check (amount_minor > 0),
  constraint bonus_is_not_negative check (bonus_minor >= 0),
  constraint settled_is_paid_and_posted check (status not in ('settled', 'refunded') or (payment_id is not null and ledger_transaction_id is not null))
);
alter table public.wallet_topups enable row level security;
revoke all on table public.wallet_topups from anon, authenticated, service_role;
comment on table public.wallet_topups is 'Purchases of wallet balance and their settlement.';
comment on column public.wallet_topups.bonus_minor is 'Given on top at the cost of the platform.';
alter table public.wallet_topups add constraint wallet_topups_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.wallet_topups add constraint wallet_topups_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.wallet_topups add constraint wallet_topups_payment_id_fkey foreign key (payment_id) references public.payments (id) on delete restrict;
alter table public.wallet_topups add constraint wallet_topups_ledger_transaction_id_fkey foreign key (ledger_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index wallet_topups_wallet_id_created_at_idx on public.wallet_topups (wallet_id, created_at desc);
create index wallet_topups_user_id_created_at_idx on public.wallet_topups (user_id, created_at desc);
create index wallet_topups_wallet_id_user_id_currency_fkey_idx on public.wallet_topups (wallet_id, user_id, currency);
create index wallet_topups_currency_fkey_idx on public.wallet_topups (currency);
create index wallet_topups_ledger_transaction_id_fkey_idx on public.wallet_topups (ledger_transaction_id) where (ledger_transaction_id is not null);
create trigger touch_updated_at before update on public.wallet_topups for each row execute function boyfanz.touch_updated_at();
create trigger payment_of_same_user before insert or update of payment_id on public.wallet_topups for each row execute function boyfanz.matches_parent('payment_id', 'payments', 'user_id=payer_id', 'currency');
create trigger append_only before update or delete on public.wallet_topups for each row execute function boyfanz.append_only('set payment_id', 'change status', 'set ledger_transaction_id');
create policy member_select on public.wallet_topups for select to authenticated using (wallet_topups.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.wallet_topups for select to boyfanz_staff using ((select boyfanz.has_permission('wallet.read')));
grant select (amount_minor, bonus_minor, created_at, currency, id, is_auto, payment_id, status, updated_at, user_id, wallet_id) on table public.wallet_topups to authenticated;
grant select on table public.wallet_topups to boyfanz_staff;
grant select, insert, update, delete on table public.wallet_topups to service_role;

create table public.wallets (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  currency public.currency_code not null,
  ledger_account_id bigint not null,
  account_kind text default 'user_wallet' not null,
  status text default 'active' not null,
  auto_topup_below_minor bigint,
  auto_topup_amount_minor bigint,
  auto_topup_method_id uuid,
  frozen_reason text,
  constraint wallets_pkey primary key (id),
  constraint wallets_user_id_currency_key unique (user_id, currency),
  constraint wallets_ledger_account_id_key unique (ledger_account_id),
  constraint wallets_id_user_id_currency_key unique (id, user_id, currency),
  constraint wallets_account_kind_check check (account_kind in ('user_wallet', 'token_liability')),
  constraint wallets_status_check check (status in ('active', 'frozen', 'closed')),
  constraint auto_topup_is_whole check (num_nulls(auto_topup_below_minor, auto_topup_amount_minor, auto_topup_method_id) in (0, 3)),
  constraint auto_topup_is_positive check (auto_topup_below_minor >= 0 and auto_topup_amount_minor > 0),
  constraint frozen_says_why check ((status = 'frozen') = (frozen_reason is not null))
);
alter table public.wallets enable row level security;
alter table public.wallet_topups add constraint wallet_of_same_user foreign key (wallet_id, user_id, currency) references public.wallets (id, user_id, currency) on delete restrict;
revoke all on table public.wallets from anon, authenticated, service_role;
comment on table public.wallets is 'A person''s wallet for spending; freeze and automatic top-up. What is in it is the balance of its ledger account.';
comment on column public.wallets.account_kind is 'Keeps earnings, escrow and other accounts of the person out.';
alter table public.wallets add constraint wallets_user_id_fkey foreign key (user_id) references public.users (id) on delete restrict;
alter table public.wallets add constraint wallets_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.wallets add constraint account_of_same_owner foreign key (ledger_account_id, user_id, currency, account_kind) references public.ledger_accounts (id, owner_id, currency, kind) on delete restrict;
alter table public.wallets add constraint auto_topup_method_of_same_user foreign key (user_id, auto_topup_method_id) references public.payment_methods (user_id, id) on delete restrict;
create index wallets_ledger_account_id_user_id_currency_ac_39dd83b2_fkey_idx on public.wallets (ledger_account_id, user_id, currency, account_kind);
create index wallets_user_id_auto_topup_method_id_fkey_idx on public.wallets (user_id, auto_topup_method_id);
create index wallets_currency_fkey_idx on public.wallets (currency);
create trigger touch_updated_at before update on public.wallets for each row execute function boyfanz.touch_updated_at();
create trigger owner_never_changes before update of user_id, currency, ledger_account_id, account_kind on public.wallets for each row execute function boyfanz.set_once('user_id', 'currency', 'ledger_account_id', 'account_kind');
create policy member_select on public.wallets for select to authenticated using (wallets.user_id = (select boyfanz.current_user_id()));
create policy staff_select on public.wallets for select to boyfanz_staff using ((select boyfanz.has_permission('wallet.read')));
grant select (auto_topup_amount_minor, auto_topup_below_minor, auto_topup_method_id, created_at, currency, id, ledger_account_id, status, updated_at, user_id) on table public.wallets to authenticated;
grant select on table public.wallets to boyfanz_staff;
grant select, insert, update, delete on table public.wallets to service_role;

create table public.activity_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  actor_id uuid not null,
  verb text not null,
  object_kind text not null,
  object_id uuid not null,
  target_user_id uuid,
  visibility text default 'followers' not null,
  data jsonb default '{}' not null,
  undone_at timestamptz,
  constraint activity_events_pkey primary key (actor_id, id, occurred_at),
  constraint activity_events_verb_check check (verb in ('posted', 'liked', 'commented', 'followed', 'subscribed', 'tipped', 'joined', 'achieved', 'shared', 'went_live', 'unlocked')),
  constraint activity_events_visibility_check check (visibility in ('public', 'followers', 'private')),
  constraint object_kind_form check (object_kind ~ '^[a-z][a-z_]{0,39}$'),
  constraint purchases_are_never_public check (verb not in ('subscribed', 'tipped', 'unlocked') or visibility <> 'public'),
  constraint data_is_object check (jsonb_typeof(data) = 'object'),
  constraint undone_after_it_happened check (undone_at >= occurred_at)
) partition by range (occurred_at);
alter table public.activity_events enable row level security;
revoke all on table public.activity_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.activity_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'activity_events', 'occurred_at', '1 month', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.activity_events'::regclass);
comment on table public.activity_events is 'Who did what to which object, and who may see it; the source of profile activity and of grouped notifications. Only the undoing is added later; erasure deletes the rows of the actor and clears the target.';
comment on column public.activity_events.object_kind is 'Kind of the object, such as content, user, circle, badge or stream.';
comment on column public.activity_events.object_id is 'Key in the table that object_kind stands for.';
create index activity_events_actor_id_occurred_at_idx on public.activity_events (actor_id, occurred_at desc) where (undone_at is null);
create index activity_events_target_user_id_occurred_at_idx on public.activity_events (target_user_id, occurred_at desc);
create index activity_events_object_id_verb_occurred_at_idx on public.activity_events (object_id, verb, occurred_at desc);
create trigger append_only before update on public.activity_events for each row execute function boyfanz.append_only('set undone_at', 'clear target_user_id');
create policy anonymous_select on public.activity_events for select to anon using ((visibility = 'public' and undone_at is null and boyfanz.may_see_profile(actor_id)));
create policy member_select on public.activity_events for select to authenticated using ((visibility = 'public' and undone_at is null and boyfanz.may_see_profile(actor_id)) or ((select boyfanz.current_user_id()) is not null and (visibility = 'followers' and undone_at is null and actor_id = any (array(select boyfanz.my_followees())) and boyfanz.may_see_profile(actor_id) and (verb not in ('subscribed', 'tipped', 'unlocked') or boyfanz.shows_spending(actor_id)))) or activity_events.actor_id = (select boyfanz.current_user_id()));
grant select (actor_id, id, object_id, object_kind, occurred_at, target_user_id, undone_at, verb, visibility) on table public.activity_events to anon;
grant select (actor_id, id, object_id, object_kind, occurred_at, target_user_id, undone_at, verb, visibility) on table public.activity_events to authenticated;
grant select, insert, update, delete on table public.activity_events to service_role;

create table public.activity_groups (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  recipient_id uuid not null,
  verb text not null,
  object_kind text not null,
  object_id uuid not null,
  window_start timestamptz not null,
  actor_count integer not null,
  sample_actor_ids uuid[] default '{}' not null,
  last_event_at timestamptz not null,
  read_at timestamptz,
  constraint activity_groups_pkey primary key (recipient_id, id),
  constraint activity_groups_recipient_id_verb_object_id_window_start_key unique (recipient_id, verb, object_id, window_start),
  constraint activity_groups_verb_check check (verb in ('posted', 'liked', 'commented', 'followed', 'subscribed', 'tipped', 'joined', 'achieved', 'shared', 'went_live', 'unlocked')),
  constraint object_kind_form check (object_kind ~ '^[a-z][a-z_]{0,39}$'),
  constraint actor_count_is_positive check (actor_count >= 1),
  constraint at_most_5_samples check (cardinality(sample_actor_ids) <= least(actor_count, 5)),
  constraint last_event_in_window check (last_event_at >= window_start)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.activity_groups enable row level security;
revoke all on table public.activity_groups from anon, authenticated, service_role;
comment on table public.activity_groups is 'What the people one follows did, summed up per object and window, such as three friends who joined a circle. Groups about one''s own content are notification_groups.';
comment on column public.activity_groups.object_id is 'Key in the table that object_kind stands for.';
alter table public.activity_groups add constraint activity_groups_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
create index activity_groups_recipient_id_last_event_at_idx on public.activity_groups (recipient_id, last_event_at desc);
create index activity_groups_window_start_idx on public.activity_groups using brin (window_start);
comment on index public.activity_groups_window_start_idx is 'For the purge.';
create trigger touch_updated_at before update on public.activity_groups for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.activity_groups for select to authenticated using (activity_groups.recipient_id = (select boyfanz.current_user_id()));
create policy member_update on public.activity_groups for update to authenticated using (activity_groups.recipient_id = (select boyfanz.current_user_id())) with check (activity_groups.recipient_id = (select boyfanz.current_user_id()));
grant select, update (read_at) on table public.activity_groups to authenticated;
grant select, insert, update, delete on table public.activity_groups to service_role;

create table public.block_list_entries (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  blocked_id uuid not null,
  reason text not null,
  evidence_ref text,
  added_by uuid,
  expires_at timestamptz,
  constraint block_list_entries_pkey primary key (list_id, blocked_id),
  constraint reason_length check (char_length(reason) between 1 and 500),
  constraint nobody_lists_themselves check (added_by <> blocked_id),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.block_list_entries enable row level security;
revoke all on table public.block_list_entries from anon, authenticated, service_role;
comment on table public.block_list_entries is 'Accounts on a block list, with the reason and where the evidence lies.';
alter table public.block_list_entries add constraint block_list_entries_blocked_id_fkey foreign key (blocked_id) references public.users (id) on delete cascade;
alter table public.block_list_entries add constraint block_list_entries_added_by_fkey foreign key (added_by) references public.users (id) on delete set null;
create index block_list_entries_expires_at_idx on public.block_list_entries (expires_at) where (expires_at is not null);
create index block_list_entries_blocked_id_fkey_idx on public.block_list_entries (blocked_id);
create index block_list_entries_added_by_fkey_idx on public.block_list_entries (added_by) where (added_by is not null);
create trigger touch_updated_at before update on public.block_list_entries for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.block_list_entries for select to boyfanz_staff using ((select boyfanz.has_permission('block_list.review')));
grant select (blocked_id, created_at, expires_at, list_id, reason, updated_at) on table public.block_list_entries to authenticated;
grant select on table public.block_list_entries to boyfanz_staff;
grant select, insert, update, delete on table public.block_list_entries to service_role;

create table public.block_list_subscriptions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  subscriber_id uuid not null,
  mode text default 'block' not null,
  applied_version integer default 0 not null,
  last_applied_at timestamptz,
  constraint block_list_subscriptions_pkey primary key (list_id, subscriber_id),
  constraint block_list_subscriptions_mode_check check (mode in ('block', 'restrict', 'warn')),
  constraint applied_version_is_not_negative check (applied_version >= 0),
  constraint applied_names_its_time check (applied_version = 0 or last_applied_at is not null)
);
alter table public.block_list_subscriptions enable row level security;
revoke all on table public.block_list_subscriptions from anon, authenticated, service_role;
comment on table public.block_list_subscriptions is 'Who subscribes to which block list; its entries become blocks of the subscriber with the source block_list, or restrictions, or warnings.';
comment on column public.block_list_subscriptions.applied_version is 'The version of the list that was last applied.';
alter table public.block_list_subscriptions add constraint block_list_subscriptions_subscriber_id_fkey foreign key (subscriber_id) references public.users (id) on delete cascade;
create index block_list_subscriptions_subscriber_id_fkey_idx on public.block_list_subscriptions (subscriber_id);
create trigger touch_updated_at before update on public.block_list_subscriptions for each row execute function boyfanz.touch_updated_at();
create trigger applied_version_only_grows before update of applied_version on public.block_list_subscriptions for each row execute function boyfanz.only_grows('applied_version');
create policy member_select on public.block_list_subscriptions for select to authenticated using (block_list_subscriptions.subscriber_id = (select boyfanz.current_user_id()));
grant select on table public.block_list_subscriptions to authenticated;
grant select, insert, update, delete on table public.block_list_subscriptions to service_role;

create table public.block_lists (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  description text,
  visibility text default 'private' not null,
  category text not null,
  entry_count integer default 0 not null,
  subscriber_count integer default 0 not null,
  review_state text default 'unreviewed' not null,
  review_requested_at timestamptz,
  version integer default 0 not null,
  constraint block_lists_pkey primary key (id),
  constraint block_lists_owner_id_name_key_key unique (owner_id, name_key),
  constraint block_lists_visibility_check check (visibility in ('private', 'invite', 'public')),
  constraint block_lists_category_check check (category in ('chargeback', 'leaker', 'harasser', 'scammer', 'other')),
  constraint block_lists_review_state_check check (review_state in ('unreviewed', 'approved', 'rejected')),
  constraint name_length check (char_length(btrim(name)) between 1 and 80),
  constraint description_length check (char_length(description) <= 1000),
  constraint counts_are_not_negative check (entry_count >= 0 and subscriber_count >= 0 and version >= 0),
  constraint public_is_approved check (visibility <> 'public' or review_state = 'approved')
);
alter table public.block_lists enable row level security;
alter table public.block_list_entries add constraint block_list_entries_list_id_fkey foreign key (list_id) references public.block_lists (id) on delete cascade;
create policy member_select on public.block_list_entries for select to authenticated using (exists (select from public.block_lists p1 where p1.id = block_list_entries.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0) or (block_list_entries.list_id = any (array(select boyfanz.my_block_list_subscriptions_list_id_by_subscriber_id())) and (exists (select from public.block_lists l where l.id = block_list_entries.list_id and l.visibility <> 'private' offset 0))));
alter table public.block_list_subscriptions add constraint block_list_subscriptions_list_id_fkey foreign key (list_id) references public.block_lists (id) on delete cascade;
revoke all on table public.block_lists from anon, authenticated, service_role;
comment on table public.block_lists is 'Lists of abusive or charge-back accounts that others may subscribe to. Staff review a list before it is public, because an entry may be defamation.';
comment on column public.block_lists.name_key is 'The form that is unique per owner.';
comment on column public.block_lists.review_requested_at is 'When the owner asked to make it public.';
comment on column public.block_lists.version is 'Rises with every change of the entries, so that subscribers know what they have not applied.';
alter table public.block_lists add constraint block_lists_owner_id_fkey foreign key (owner_id) references public.users (id) on delete cascade;
create index block_lists_visibility_subscriber_count_idx on public.block_lists (visibility, subscriber_count desc) where (review_state = 'approved');
create index block_lists_review_requested_at_idx on public.block_lists (review_requested_at) where (review_state = 'unreviewed' and review_requested_at is not null);
create trigger touch_updated_at before update on public.block_lists for each row execute function boyfanz.touch_updated_at();
create trigger version_only_grows before update of version on public.block_lists for each row execute function boyfanz.only_grows('version');
create policy member_select on public.block_lists for select to authenticated using (block_lists.owner_id = (select boyfanz.current_user_id()) or (block_lists.id = any (array(select boyfanz.my_block_list_subscriptions_list_id_by_subscriber_id())) and (visibility <> 'private')) or ((select boyfanz.current_user_id()) is not null and (visibility = 'public' and not boyfanz.is_blocked_with(owner_id))));
create policy staff_select on public.block_lists for select to boyfanz_staff using ((select boyfanz.has_permission('block_list.review')));
grant select on table public.block_lists to authenticated;
grant select on table public.block_lists to boyfanz_staff;
grant select, insert, update, delete on table public.block_lists to service_role;

create table public.comment_filters (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  pattern text not null,
  pattern_key text generated always as (case when match_kind = 'regex_safe' then pattern else lower(normalize(btrim(pattern), NFKC)) end) stored not null,
  match_kind text default 'word' not null,
  action text default 'hold' not null,
  applies_to text[] default '{comments,replies}' not null,
  hit_count integer default 0 not null,
  constraint comment_filters_pkey primary key (id),
  constraint comment_filters_creator_id_pattern_key_key unique (creator_id, pattern_key),
  constraint comment_filters_match_kind_check check (match_kind in ('word', 'phrase', 'link', 'emoji', 'regex_safe')),
  constraint comment_filters_action_check check (action in ('hold', 'hide', 'block_author')),
  constraint comment_filters_applies_to_check check (applies_to <@ array['comments', 'replies', 'live_chat', 'story_replies']::text[]),
  constraint pattern_length check (char_length(btrim(pattern)) between 1 and 200),
  constraint regex_has_no_backtracking check (match_kind <> 'regex_safe' or pattern !~ '\\[1-9]|\\k|\(\?(=|!|<=|<!|>|P=)'),
  constraint applies_to_something check (cardinality(applies_to) > 0),
  constraint hit_count_is_not_negative check (hit_count >= 0)
) with (fillfactor = 85);
alter table public.comment_filters enable row level security;
revoke all on table public.comment_filters from anon, authenticated, service_role;
comment on table public.comment_filters is 'A creator''s words and patterns that hold or hide what others comment; at most 500. Regular expressions run in a linear-time engine, and those that only others can run are refused.';
comment on column public.comment_filters.pattern_key is 'The form that is compared and unique per creator.';
alter table public.comment_filters add constraint comment_filters_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create trigger touch_updated_at before update on public.comment_filters for each row execute function boyfanz.touch_updated_at();
create trigger at_most_500_per_creator after insert or update of creator_id on public.comment_filters for each row execute function boyfanz.limit_rows_per_owner('creator_id', '500');
create policy member_select on public.comment_filters for select to authenticated using (comment_filters.creator_id = (select boyfanz.current_user_id()));
create policy member_insert on public.comment_filters for insert to authenticated with check (comment_filters.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.comment_filters for update to authenticated using (comment_filters.creator_id = (select boyfanz.current_user_id())) with check (comment_filters.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.comment_filters for delete to authenticated using (comment_filters.creator_id = (select boyfanz.current_user_id()));
grant select, insert (action, applies_to, creator_id, match_kind, pattern), update (action, applies_to, creator_id, match_kind, pattern), delete on table public.comment_filters to authenticated;
grant select, insert, update, delete on table public.comment_filters to service_role;

create table public.connection_recommendations (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  candidate_id uuid not null,
  kind text not null,
  rank smallint not null,
  score real not null,
  reasons jsonb default '[]' not null,
  source_model text not null,
  generation integer not null,
  shown_at timestamptz,
  expires_at timestamptz not null,
  constraint connection_recommendations_pkey primary key (user_id, candidate_id),
  constraint connection_recommendations_kind_check check (kind in ('follow', 'friend', 'creator', 'circle')),
  constraint nobody_is_suggested_to_themselves check (user_id <> candidate_id),
  constraint rank_is_positive check (rank >= 1),
  constraint reasons_is_array check (jsonb_typeof(reasons) = 'array'),
  constraint generation_is_not_negative check (generation >= 0),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.connection_recommendations enable row level security;
revoke all on table public.connection_recommendations from anon, authenticated, service_role;
comment on table public.connection_recommendations is 'Suggested people and circles with the reasons, replaced generation by generation, so without foreign keys. The job leaves out blocked, connected and suppressed accounts, and the reading query checks blocks again, because they may be newer.';
comment on column public.connection_recommendations.candidate_id is 'A user; for the kind circle, a row of social_circles.';
comment on column public.connection_recommendations.generation is 'Rows of an older generation than the newest of the user are stale.';
create index connection_recommendations_user_id_kind_rank_idx on public.connection_recommendations (user_id, kind, rank);
create index connection_recommendations_candidate_id_idx on public.connection_recommendations (candidate_id);
create trigger touch_updated_at before update on public.connection_recommendations for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.connection_recommendations for select to authenticated using ((connection_recommendations.user_id = (select boyfanz.current_user_id()) and (expires_at > now() and not boyfanz.is_blocked_with(candidate_id))));
grant select (candidate_id, created_at, expires_at, generation, kind, rank, reasons, shown_at, updated_at, user_id) on table public.connection_recommendations to authenticated;
grant select, insert, update, delete on table public.connection_recommendations to service_role;

create table public.contact_import_entries (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  import_id uuid not null,
  contact_bidx public.digest_256 not null,
  kind text not null,
  key_id smallint not null,
  matched_user_id uuid,
  matched_at timestamptz,
  constraint contact_import_entries_pkey primary key (import_id, contact_bidx),
  constraint contact_import_entries_kind_check check (kind in ('email', 'phone')),
  constraint match_names_its_time check (matched_user_id is null or matched_at is not null)
);
alter table public.contact_import_entries enable row level security;
revoke all on table public.contact_import_entries from anon, authenticated, service_role;
comment on table public.contact_import_entries is 'Imported contacts as keyed hashes, matched to accounts without keeping the address book. Entries of a hide_from import make the two people invisible to each other wherever people are found.';
comment on column public.contact_import_entries.contact_bidx is 'HMAC of the normalised address or number.';
comment on column public.contact_import_entries.key_id is 'Version of the HMAC key; rotation hashes live imports anew when they are next uploaded.';
alter table public.contact_import_entries add constraint contact_import_entries_matched_user_id_fkey foreign key (matched_user_id) references public.users (id) on delete set null;
create index contact_import_entries_contact_bidx_idx on public.contact_import_entries (contact_bidx);
comment on index public.contact_import_entries_contact_bidx_idx is 'Whose address books hold a new account.';
create index contact_import_entries_matched_user_id_fkey_idx on public.contact_import_entries (matched_user_id) where (matched_user_id is not null);
create trigger touch_updated_at before update on public.contact_import_entries for each row execute function boyfanz.touch_updated_at();
create trigger import_is_live before insert or update of import_id on public.contact_import_entries for each row execute function boyfanz.refuse_entry_of_deleted_import();
grant select, insert, update, delete on table public.contact_import_entries to service_role;

create table public.contact_imports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  purpose text not null,
  source text not null,
  entry_count integer default 0 not null,
  state text default 'processing' not null,
  consent_id uuid,
  expires_at timestamptz not null,
  constraint contact_imports_pkey primary key (id),
  constraint contact_imports_purpose_check check (purpose in ('find', 'hide_from')),
  constraint contact_imports_source_check check (source in ('phone', 'google', 'csv')),
  constraint contact_imports_state_check check (state in ('processing', 'ready', 'deleted')),
  constraint entry_count_is_not_negative check (entry_count >= 0),
  constraint expires_after_start check (expires_at > created_at),
  constraint expires_within_12_months check (expires_at - created_at <= interval '366 days')
);
alter table public.contact_imports enable row level security;
alter table public.contact_import_entries add constraint contact_import_entries_import_id_fkey foreign key (import_id) references public.contact_imports (id) on delete cascade;
revoke all on table public.contact_imports from anon, authenticated, service_role;
comment on table public.contact_imports is 'Uploads of an address book, to find people or to hide from those one knows; needs the consent to contact matching and is gone after a year at most. Raw contacts are never stored.';
comment on column public.contact_imports.state is 'Turning it to deleted deletes the entries.';
alter table public.contact_imports add constraint contact_imports_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.contact_imports add constraint contact_imports_consent_id_fkey foreign key (consent_id) references public.user_consents (id) on delete set null;
create index contact_imports_user_id_created_at_idx on public.contact_imports (user_id, created_at desc);
create index contact_imports_expires_at_idx on public.contact_imports (expires_at) where (state <> 'deleted');
create index contact_imports_consent_id_fkey_idx on public.contact_imports (consent_id) where (consent_id is not null);
create trigger touch_updated_at before update on public.contact_imports for each row execute function boyfanz.touch_updated_at();
create trigger needs_consent before insert or update of user_id, consent_id on public.contact_imports for each row when (new.state <> 'deleted') execute function boyfanz.check_contact_import();
create trigger deleted_stays_deleted before update on public.contact_imports for each row when (old.state = 'deleted') execute function boyfanz.append_only('clear consent_id');
create trigger deleted_has_no_entries after update of state on public.contact_imports for each row when (new.state = 'deleted') execute function boyfanz.delete_import_entries();
create policy member_select on public.contact_imports for select to authenticated using (contact_imports.user_id = (select boyfanz.current_user_id()));
grant select on table public.contact_imports to authenticated;
grant select, insert, update, delete on table public.contact_imports to service_role;

create table public.creator_fan_notes (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  fan_id uuid not null,
  author_id uuid,
  body_enc bytea not null,
  key_id smallint not null,
  is_pinned boolean default false not null,
  deleted_at timestamptz,
  constraint creator_fan_notes_pkey primary key (id),
  constraint nobody_notes_themselves check (creator_id <> fan_id),
  constraint body_length check (octet_length(body_enc) between 1 and 20000),
  constraint deleted_is_not_pinned check (deleted_at is null or not is_pinned)
);
alter table public.creator_fan_notes enable row level security;
revoke all on table public.creator_fan_notes from anon, authenticated, service_role;
comment on table public.creator_fan_notes is 'Private notes of a creator or chatter about a fan, encrypted. They are personal data of the fan and belong into the fan''s access request.';
comment on column public.creator_fan_notes.key_id is 'Version of the encryption key.';
alter table public.creator_fan_notes add constraint creator_fan_notes_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_fan_notes add constraint creator_fan_notes_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
alter table public.creator_fan_notes add constraint creator_fan_notes_author_id_fkey foreign key (author_id) references public.users (id) on delete set null;
create index creator_fan_notes_creator_id_fan_id_created_at_idx on public.creator_fan_notes (creator_id, fan_id, created_at desc);
create index creator_fan_notes_fan_id_fkey_idx on public.creator_fan_notes (fan_id);
create index creator_fan_notes_author_id_fkey_idx on public.creator_fan_notes (author_id) where (author_id is not null);
create trigger touch_updated_at before update on public.creator_fan_notes for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.creator_fan_notes for select to authenticated using (creator_fan_notes.creator_id = (select boyfanz.current_user_id()));
grant select (author_id, created_at, creator_id, deleted_at, fan_id, id, is_pinned, updated_at) on table public.creator_fan_notes to authenticated;
grant select, insert, update, delete on table public.creator_fan_notes to service_role;

create table public.creator_fan_relations (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  fan_id uuid not null,
  is_follower boolean default false not null,
  subscription_status text,
  first_seen_at timestamptz default now() not null,
  last_active_at timestamptz,
  total_spent_minor bigint default 0 not null,
  spent_30d_minor bigint default 0 not null,
  tips_count integer default 0 not null,
  unlocks_count integer default 0 not null,
  messages_count integer default 0 not null,
  currency public.currency_code not null,
  last_purchase_at timestamptz,
  churn_risk real,
  is_vip boolean default false not null,
  is_restricted boolean default false not null,
  constraint creator_fan_relations_pkey primary key (creator_id, fan_id),
  constraint creator_fan_relations_subscription_status_check check (subscription_status in ('incomplete', 'trialing', 'active', 'past_due', 'paused', 'cancelling', 'ended')),
  constraint nobody_is_their_own_fan check (creator_id <> fan_id),
  constraint amounts_are_not_negative check (spent_30d_minor >= 0 and total_spent_minor >= spent_30d_minor),
  constraint counts_are_not_negative check (tips_count >= 0 and unlocks_count >= 0 and messages_count >= 0),
  constraint churn_risk_in_range check (churn_risk between 0 and 1),
  constraint spend_has_a_purchase check (total_spent_minor = 0 or last_purchase_at is not null)
) with (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
alter table public.creator_fan_relations enable row level security;
revoke all on table public.creator_fan_relations from anon, authenticated, service_role;
comment on table public.creator_fan_relations is 'What a creator and a fan are to each other in one row; status, spend, last purchase. Derived from the earnings and rebuilt nightly; serves the list of fans and smart lists.';
comment on column public.creator_fan_relations.subscription_status is 'As in subscriptions; NULL for a fan who never subscribed.';
comment on column public.creator_fan_relations.currency is 'The creator''s; other currencies are converted.';
comment on column public.creator_fan_relations.churn_risk is '0 to 1.';
alter table public.creator_fan_relations add constraint creator_fan_relations_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_fan_relations add constraint creator_fan_relations_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
alter table public.creator_fan_relations add constraint creator_fan_relations_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index creator_fan_relations_creator_id_total_spent_minor_idx on public.creator_fan_relations (creator_id, total_spent_minor desc);
create index creator_fan_relations_creator_id_last_active_at_idx on public.creator_fan_relations (creator_id, last_active_at desc);
create index creator_fan_relations_creator_id_last_purchase_at_idx on public.creator_fan_relations (creator_id, last_purchase_at desc) where (last_purchase_at is not null);
create index creator_fan_relations_fan_id_fkey_idx on public.creator_fan_relations (fan_id);
create index creator_fan_relations_currency_fkey_idx on public.creator_fan_relations (currency);
create trigger touch_updated_at before update on public.creator_fan_relations for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.creator_fan_relations for select to authenticated using (creator_fan_relations.creator_id = (select boyfanz.current_user_id()));
grant select (created_at, creator_id, currency, fan_id, first_seen_at, is_follower, is_restricted, is_vip, last_purchase_at, messages_count, spent_30d_minor, subscription_status, tips_count, total_spent_minor, unlocks_count, updated_at) on table public.creator_fan_relations to authenticated;
grant select, insert, update, delete on table public.creator_fan_relations to service_role;

create table public.creator_fan_tag_links (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  tag_id uuid not null,
  fan_id uuid not null,
  creator_id uuid not null,
  added_by uuid,
  constraint creator_fan_tag_links_pkey primary key (tag_id, fan_id)
);
alter table public.creator_fan_tag_links enable row level security;
revoke all on table public.creator_fan_tag_links from anon, authenticated, service_role;
comment on table public.creator_fan_tag_links is 'Labels attached to fans, by their creator only.';
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_added_by_fkey foreign key (added_by) references public.users (id) on delete set null;
create index creator_fan_tag_links_creator_id_fan_id_idx on public.creator_fan_tag_links (creator_id, fan_id);
create index creator_fan_tag_links_tag_id_creator_id_fkey_idx on public.creator_fan_tag_links (tag_id, creator_id);
create index creator_fan_tag_links_fan_id_fkey_idx on public.creator_fan_tag_links (fan_id);
create index creator_fan_tag_links_added_by_fkey_idx on public.creator_fan_tag_links (added_by) where (added_by is not null);
create trigger touch_updated_at before update on public.creator_fan_tag_links for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.creator_fan_tag_links for select to authenticated using (creator_fan_tag_links.creator_id = (select boyfanz.current_user_id()));
grant select on table public.creator_fan_tag_links to authenticated;
grant select, insert, update, delete on table public.creator_fan_tag_links to service_role;

create table public.creator_fan_tags (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  color text,
  fan_count integer default 0 not null,
  constraint creator_fan_tags_pkey primary key (id),
  constraint creator_fan_tags_creator_id_name_key_key unique (creator_id, name_key),
  constraint creator_fan_tags_id_creator_id_key unique (id, creator_id),
  constraint name_length check (char_length(btrim(name)) between 1 and 40),
  constraint color_form check (color ~ '^[0-9a-f]{6}$'),
  constraint fan_count_is_not_negative check (fan_count >= 0)
);
alter table public.creator_fan_tags enable row level security;
alter table public.creator_fan_tag_links add constraint creator_fan_tag_links_tag_id_fkey foreign key (tag_id) references public.creator_fan_tags (id) on delete cascade;
alter table public.creator_fan_tag_links add constraint tag_of_same_creator foreign key (tag_id, creator_id) references public.creator_fan_tags (id, creator_id) on delete cascade;
revoke all on table public.creator_fan_tags from anon, authenticated, service_role;
comment on table public.creator_fan_tags is 'A creator''s own labels for fans; at most 100.';
comment on column public.creator_fan_tags.name_key is 'The form that is unique per creator.';
comment on column public.creator_fan_tags.color is 'Six hexadecimal digits, without the number sign.';
alter table public.creator_fan_tags add constraint creator_fan_tags_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create trigger touch_updated_at before update on public.creator_fan_tags for each row execute function boyfanz.touch_updated_at();
create trigger at_most_100_per_creator after insert or update of creator_id on public.creator_fan_tags for each row execute function boyfanz.limit_rows_per_owner('creator_id', '100');
create policy member_select on public.creator_fan_tags for select to authenticated using (creator_fan_tags.creator_id = (select boyfanz.current_user_id()));
create policy member_insert on public.creator_fan_tags for insert to authenticated with check (creator_fan_tags.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.creator_fan_tags for update to authenticated using (creator_fan_tags.creator_id = (select boyfanz.current_user_id())) with check (creator_fan_tags.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.creator_fan_tags for delete to authenticated using (creator_fan_tags.creator_id = (select boyfanz.current_user_id()));
grant select, insert (color, creator_id, name), update (color, creator_id, name), delete on table public.creator_fan_tags to authenticated;
grant select, insert, update, delete on table public.creator_fan_tags to service_role;

create table public.fan_rankings (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  month date not null,
  rank integer not null,
  fan_id uuid not null,
  score bigint not null,
  is_public boolean default false not null,
  constraint fan_rankings_pkey primary key (creator_id, month, rank),
  constraint fan_rankings_creator_id_month_fan_id_key unique (creator_id, month, fan_id),
  constraint month_starts_on_its_first_day check (extract(day from month) = 1),
  constraint rank_in_range check (rank between 1 and 100),
  constraint score_is_not_negative check (score >= 0),
  constraint nobody_is_their_own_fan check (creator_id <> fan_id)
);
alter table public.fan_rankings enable row level security;
revoke all on table public.fan_rankings from anon, authenticated, service_role;
comment on table public.fan_rankings is 'The top 100 fans of a creator in a month.';
comment on column public.fan_rankings.month is 'First day of the month.';
comment on column public.fan_rankings.is_public is 'The fan agreed to the badge; withdrawn later, show_spending_badges hides it at once.';
alter table public.fan_rankings add constraint fan_rankings_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.fan_rankings add constraint fan_rankings_fan_id_fkey foreign key (fan_id) references public.users (id) on delete cascade;
create index fan_rankings_fan_id_month_idx on public.fan_rankings (fan_id, month desc);
create trigger touch_updated_at before update on public.fan_rankings for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.fan_rankings for select to anon using ((is_public and boyfanz.shows_spending(fan_id) and not boyfanz.is_blocked_with(fan_id)));
create policy member_select on public.fan_rankings for select to authenticated using ((is_public and boyfanz.shows_spending(fan_id) and not boyfanz.is_blocked_with(fan_id)) or fan_rankings.creator_id = (select boyfanz.current_user_id()) or fan_rankings.fan_id = (select boyfanz.current_user_id()));
grant select (created_at, creator_id, fan_id, is_public, month, rank, updated_at) on table public.fan_rankings to anon;
grant select (created_at, creator_id, fan_id, is_public, month, rank, updated_at) on table public.fan_rankings to authenticated;
grant select, insert, update, delete on table public.fan_rankings to service_role;

create table public.feed_author_hides (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  author_id uuid not null,
  effect text not null,
  until timestamptz,
  constraint feed_author_hides_pkey primary key (user_id, author_id),
  constraint feed_author_hides_effect_check check (effect in ('snooze', 'see_less', 'see_first')),
  constraint nobody_hides_themselves check (user_id <> author_id),
  constraint snooze_ends check (effect <> 'snooze' or until is not null)
);
alter table public.feed_author_hides enable row level security;
revoke all on table public.feed_author_hides from anon, authenticated, service_role;
comment on table public.feed_author_hides is 'Snoozed, seen less or seen first; what a reader wants of an author without unfollowing.';
comment on column public.feed_author_hides.until is 'NULL for good.';
alter table public.feed_author_hides add constraint feed_author_hides_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.feed_author_hides add constraint feed_author_hides_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
create index feed_author_hides_until_idx on public.feed_author_hides (until) where (until is not null);
create index feed_author_hides_author_id_fkey_idx on public.feed_author_hides (author_id);
create trigger touch_updated_at before update on public.feed_author_hides for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.feed_author_hides for select to authenticated using (feed_author_hides.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.feed_author_hides for insert to authenticated with check (feed_author_hides.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.feed_author_hides for update to authenticated using (feed_author_hides.user_id = (select boyfanz.current_user_id())) with check (feed_author_hides.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.feed_author_hides for delete to authenticated using (feed_author_hides.user_id = (select boyfanz.current_user_id()));
grant select, insert (author_id, effect, until, user_id), update (author_id, effect, until, user_id), delete on table public.feed_author_hides to authenticated;
grant select, insert, update, delete on table public.feed_author_hides to service_role;

create table public.feed_author_modes (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  author_id uuid not null,
  mode text default 'push' not null,
  follower_threshold integer not null,
  effective_from timestamptz default now() not null,
  decided_by text default 'auto' not null,
  constraint feed_author_modes_pkey primary key (author_id),
  constraint feed_author_modes_mode_check check (mode in ('push', 'pull', 'hybrid')),
  constraint feed_author_modes_decided_by_check check (decided_by in ('auto', 'staff')),
  constraint follower_threshold_is_not_negative check (follower_threshold >= 0)
);
alter table public.feed_author_modes enable row level security;
revoke all on table public.feed_author_modes from anon, authenticated, service_role;
comment on table public.feed_author_modes is 'Whether an author''s posts are pushed into feeds or pulled when somebody reads; authors without a row are pushed. Pulled ones are merged from content_items by author and time of publication.';
comment on column public.feed_author_modes.follower_threshold is 'Followers at which the mode was chosen.';
alter table public.feed_author_modes add constraint feed_author_modes_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
create index feed_author_modes_mode_idx on public.feed_author_modes (mode) where (mode <> 'push');
create trigger touch_updated_at before update on public.feed_author_modes for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.feed_author_modes to service_role;

create table public.feed_cursors (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  feed text not null,
  last_seen_sort_key bigint default 0 not null,
  last_seen_at timestamptz default now() not null,
  unread_estimate integer default 0 not null,
  constraint feed_cursors_pkey primary key (user_id, feed),
  constraint feed_form check (feed ~ '^[a-z]{1,20}(:[0-9a-f-]{1,36})?$'),
  constraint last_seen_sort_key_is_not_negative check (last_seen_sort_key >= 0),
  constraint unread_estimate_is_not_negative check (unread_estimate >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.feed_cursors enable row level security;
revoke all on table public.feed_cursors from anon, authenticated, service_role;
comment on table public.feed_cursors is 'How far a reader has seen each feed, for the count of new items and to resume there.';
comment on column public.feed_cursors.feed is 'home, explore, stories, circles, or a kind and an id such as list:018f….';
comment on column public.feed_cursors.last_seen_sort_key is 'As in feed_items.';
alter table public.feed_cursors add constraint feed_cursors_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.feed_cursors for each row execute function boyfanz.touch_updated_at();
create trigger last_seen_only_grows before update of last_seen_sort_key on public.feed_cursors for each row execute function boyfanz.only_grows('last_seen_sort_key');
create policy member_select on public.feed_cursors for select to authenticated using (feed_cursors.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.feed_cursors for insert to authenticated with check (feed_cursors.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.feed_cursors for update to authenticated using (feed_cursors.user_id = (select boyfanz.current_user_id())) with check (feed_cursors.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.feed_cursors for delete to authenticated using (feed_cursors.user_id = (select boyfanz.current_user_id()));
grant select, insert (feed, last_seen_at, last_seen_sort_key, unread_estimate, user_id), update (feed, last_seen_at, last_seen_sort_key, unread_estimate, user_id), delete on table public.feed_cursors to authenticated;
grant select, insert, update, delete on table public.feed_cursors to service_role;

create table public.feed_fanout_jobs (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  content_id uuid not null,
  author_id uuid not null,
  reason text not null,
  state text default 'queued' not null,
  cursor_after uuid,
  audience_estimate integer default 0 not null,
  delivered integer default 0 not null,
  attempts smallint default 0 not null,
  run_after timestamptz default now() not null,
  locked_until timestamptz,
  finished_at timestamptz,
  constraint feed_fanout_jobs_pkey primary key (id),
  constraint feed_fanout_jobs_content_id_reason_key unique (content_id, reason),
  constraint feed_fanout_jobs_reason_check check (reason in ('follow', 'subscription', 'repost', 'circle', 'hashtag', 'list', 'promoted')),
  constraint feed_fanout_jobs_state_check check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  constraint counts_are_not_negative check (audience_estimate >= 0 and delivered >= 0 and attempts >= 0),
  constraint running_has_a_lease check (state <> 'running' or locked_until is not null),
  constraint finished_names_its_time check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
alter table public.feed_fanout_jobs enable row level security;
revoke all on table public.feed_fanout_jobs from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.feed_fanout_jobs', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.feed_fanout_jobs is 'How far one item has been fanned out over its audience, in ranges that can be resumed after a crash.';
comment on column public.feed_fanout_jobs.cursor_after is 'The last reader served; NULL before the first.';
comment on column public.feed_fanout_jobs.locked_until is 'Lease of the worker; a running job past it may be taken over.';
alter table public.feed_fanout_jobs add constraint feed_fanout_jobs_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.feed_fanout_jobs add constraint feed_fanout_jobs_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
create index feed_fanout_jobs_run_after_id_idx on public.feed_fanout_jobs (run_after, id) where (state in ('queued', 'running'));
create index feed_fanout_jobs_finished_at_idx on public.feed_fanout_jobs (finished_at) where (finished_at is not null);
comment on index public.feed_fanout_jobs_finished_at_idx is 'For the purge.';
create index feed_fanout_jobs_author_id_fkey_idx on public.feed_fanout_jobs (author_id);
create trigger touch_updated_at before update on public.feed_fanout_jobs for each row execute function boyfanz.touch_updated_at();
create trigger delivered_grows before update of delivered on public.feed_fanout_jobs for each row execute function boyfanz.only_grows('delivered');
grant select, insert, update, delete on table public.feed_fanout_jobs to service_role;

create table public.feed_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  reader_id uuid not null,
  sort_key bigint not null,
  content_id uuid not null,
  author_id uuid not null,
  reason text not null,
  via_user_id uuid,
  score real,
  inserted_at timestamptz default now() not null,
  constraint feed_items_pkey primary key (reader_id, sort_key),
  constraint feed_items_reader_id_content_id_reason_key unique (reader_id, content_id, reason),
  constraint feed_items_reason_check check (reason in ('follow', 'subscription', 'repost', 'circle', 'hashtag', 'list', 'promoted')),
  constraint sort_key_counts_milliseconds check ((sort_key >> 20) between 1577836800000 and 4102444800000),
  constraint repost_names_its_sharer check (reason <> 'repost' or via_user_id is not null)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.1);
alter table public.feed_items enable row level security;
revoke all on table public.feed_items from anon, authenticated, service_role;
comment on table public.feed_items is 'The home feed of each reader, written ahead by fan-out, which keeps the newest 800. Derived, so without foreign keys, whose checks would lock a user''s row for each insert; the reading query skips what is gone, erasure deletes by reader and author.';
comment on column public.feed_items.sort_key is 'Milliseconds since 1970 times 2^20 plus a tie-breaker, so that a page is a range of the primary key.';
comment on column public.feed_items.via_user_id is 'Who reposted it.';
create index feed_items_author_id_reader_id_idx on public.feed_items (author_id, reader_id);
create trigger touch_updated_at before update on public.feed_items for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.feed_items for select to authenticated using (feed_items.reader_id = (select boyfanz.current_user_id()));
grant select (author_id, content_id, created_at, inserted_at, reader_id, reason, sort_key, updated_at, via_user_id) on table public.feed_items to authenticated;
grant select, insert, update, delete on table public.feed_items to service_role;

create table public.feed_preferences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  surface text not null,
  ordering text default 'ranked' not null,
  hide_reposts boolean default false not null,
  hide_promoted boolean default false not null,
  hide_explicit boolean default false not null,
  content_kinds text[] default '{}' not null,
  boosts jsonb default '{}' not null,
  constraint feed_preferences_pkey primary key (user_id, surface),
  constraint feed_preferences_surface_check check (surface in ('home', 'explore', 'stories', 'circles')),
  constraint feed_preferences_ordering_check check (ordering in ('ranked', 'latest')),
  constraint feed_preferences_content_kinds_check check (content_kinds <@ array['post', 'story', 'video', 'album', 'audio', 'playlist', 'recording', 'product']::text[]),
  constraint boosts_is_object check (jsonb_typeof(boosts) = 'object'),
  constraint boosts_are_numbers check (not jsonb_path_exists(boosts, '$.*.type() ? (@ != "number")')),
  constraint boosts_in_range check (not jsonb_path_exists(boosts, '$.* ? (@ < 0 || @ > 2)'))
);
alter table public.feed_preferences enable row level security;
revoke all on table public.feed_preferences from anon, authenticated, service_role;
comment on table public.feed_preferences is 'How a reader wants a surface ordered and what it should leave out; no row means the defaults.';
comment on column public.feed_preferences.content_kinds is 'Kinds to show; empty for all.';
comment on column public.feed_preferences.boosts is 'Factor by signal, from 0 for never to 2 for twice as much; 1 where absent.';
alter table public.feed_preferences add constraint feed_preferences_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.feed_preferences for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.feed_preferences for select to authenticated using (feed_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.feed_preferences for insert to authenticated with check (feed_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.feed_preferences for update to authenticated using (feed_preferences.user_id = (select boyfanz.current_user_id())) with check (feed_preferences.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.feed_preferences for delete to authenticated using (feed_preferences.user_id = (select boyfanz.current_user_id()));
grant select, insert (boosts, content_kinds, hide_explicit, hide_promoted, hide_reposts, ordering, surface, user_id), update (boosts, content_kinds, hide_explicit, hide_promoted, hide_reposts, ordering, surface, user_id), delete on table public.feed_preferences to authenticated;
grant select, insert, update, delete on table public.feed_preferences to service_role;

create table public.follow_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  follower_id uuid not null,
  followee_id uuid not null,
  event text not null,
  source text,
  constraint follow_events_pkey primary key (id, occurred_at),
  constraint follow_events_event_check check (event in ('follow', 'unfollow', 'removed', 'approved')),
  constraint follow_events_source_check check (source in ('profile', 'suggestion', 'subscription', 'import', 'search', 'post')),
  constraint nobody_follows_themselves check (follower_id <> followee_id)
) partition by range (occurred_at);
alter table public.follow_events enable row level security;
revoke all on table public.follow_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.follow_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'follow_events', 'occurred_at', '7 days', 1, '24 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.follow_events'::regclass);
comment on table public.follow_events is 'Every follow and unfollow, for growth charts and to find follow churn. Erasure puts pseudonyms in place of the ids.';
create index follow_events_followee_id_occurred_at_idx on public.follow_events (followee_id, occurred_at desc);
create index follow_events_follower_id_occurred_at_idx on public.follow_events (follower_id, occurred_at desc);
create trigger append_only before update on public.follow_events for each row execute function boyfanz.append_only('change follower_id', 'change followee_id');
grant select, insert, update, delete on table public.follow_events to service_role;

create table public.follow_requests (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requester_id uuid not null,
  target_id uuid not null,
  message text,
  state text default 'pending' not null,
  requested_at timestamptz default now() not null,
  decided_at timestamptz,
  constraint follow_requests_pkey primary key (requester_id, target_id),
  constraint follow_requests_state_check check (state in ('pending', 'declined')),
  constraint nobody_follows_themselves check (requester_id <> target_id),
  constraint message_length check (char_length(message) <= 500),
  constraint declined_names_its_time check ((state = 'declined') = (decided_at is not null)),
  constraint decided_after_request check (decided_at >= requested_at)
);
alter table public.follow_requests enable row level security;
revoke all on table public.follow_requests from anon, authenticated, service_role;
comment on table public.follow_requests is 'Requests to follow an account that approves its followers. Approval is the insert into follows, which removes the row; a declined one stays for at least 30 days, so that nobody is asked again at once.';
alter table public.follow_requests add constraint follow_requests_requester_id_fkey foreign key (requester_id) references public.users (id) on delete cascade;
alter table public.follow_requests add constraint follow_requests_target_id_fkey foreign key (target_id) references public.users (id) on delete cascade;
create index follow_requests_target_id_state_requested_at_idx on public.follow_requests (target_id, state, requested_at desc);
create index follow_requests_decided_at_idx on public.follow_requests (decided_at) where (state = 'declined');
create trigger touch_updated_at before update on public.follow_requests for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert on public.follow_requests for each row execute function boyfanz.refuse_while_blocked('requester_id', 'target_id');
create trigger people_stay before update of requester_id, target_id on public.follow_requests for each row execute function boyfanz.set_once('requester_id', 'target_id');
create trigger declined_rests_30_days before update or delete on public.follow_requests for each row when (old.state = 'declined') execute function boyfanz.rest_after_decline();
create policy member_select on public.follow_requests for select to authenticated using (follow_requests.requester_id = (select boyfanz.current_user_id()) or (follow_requests.target_id = (select boyfanz.current_user_id()) and (state = 'pending')));
create policy member_insert on public.follow_requests for insert to authenticated with check (follow_requests.requester_id = (select boyfanz.current_user_id()));
grant select (created_at, message, requested_at, requester_id, target_id, updated_at), insert (message, requester_id, target_id) on table public.follow_requests to authenticated;
grant select, insert, update, delete on table public.follow_requests to service_role;

create table public.follows (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  follower_id uuid not null,
  followee_id uuid not null,
  followed_at timestamptz default now() not null,
  source text not null,
  notify text default 'none' not null,
  show_reposts boolean default true not null,
  is_favourite boolean default false not null,
  is_hidden boolean default false not null,
  constraint follows_pkey primary key (follower_id, followee_id),
  constraint follows_source_check check (source in ('profile', 'suggestion', 'subscription', 'import', 'search', 'post')),
  constraint follows_notify_check check (notify in ('none', 'highlights', 'all')),
  constraint nobody_follows_themselves check (follower_id <> followee_id)
);
alter table public.follows enable row level security;
revoke all on table public.follows from anon, authenticated, service_role;
comment on table public.follows is 'Who follows whom, with the follower''s choices for this edge. None is made while either side blocks the other; the service moves the edges that a new block finds into severed_relationships.';
comment on column public.follows.notify is 'Which posts send a notification.';
comment on column public.follows.is_hidden is 'Left out of the public lists of both sides.';
alter table public.follows add constraint follows_follower_id_fkey foreign key (follower_id) references public.users (id) on delete cascade;
alter table public.follows add constraint follows_followee_id_fkey foreign key (followee_id) references public.users (id) on delete cascade;
create index follows_followee_id_followed_at_idx on public.follows (followee_id, followed_at desc) include (follower_id);
create index follows_follower_id_followed_at_idx on public.follows (follower_id, followed_at desc);
create index follows_notified_idx on public.follows (followee_id) include (follower_id) where (notify <> 'none');
comment on index public.follows_notified_idx is 'Whom a new post notifies, without touching the table.';
create trigger touch_updated_at before update on public.follows for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert or update of follower_id, followee_id on public.follows for each row execute function boyfanz.refuse_while_blocked('follower_id', 'followee_id');
create trigger end_follow_request after insert on public.follows for each row execute function boyfanz.end_follow_request();
create policy member_select on public.follows for select to authenticated using (follows.follower_id = (select boyfanz.current_user_id()) or (follows.followee_id = (select boyfanz.current_user_id()) and (not boyfanz.is_blocked_with(follower_id))) or ((select boyfanz.current_user_id()) is not null and (not is_hidden and boyfanz.shows_ties(follower_id) and boyfanz.shows_ties(followee_id))));
create policy member_update on public.follows for update to authenticated using (follows.follower_id = (select boyfanz.current_user_id())) with check (follows.follower_id = (select boyfanz.current_user_id()));
grant select (created_at, followed_at, followee_id, follower_id, is_hidden, updated_at), update (is_favourite, is_hidden, notify, show_reposts) on table public.follows to authenticated;
grant select, insert, update, delete on table public.follows to service_role;

create table public.friend_requests (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  sender_id uuid not null,
  recipient_id uuid not null,
  message text,
  status text default 'pending' not null,
  responded_at timestamptz,
  expires_at timestamptz not null,
  constraint friend_requests_pkey primary key (id),
  constraint friend_requests_status_check check (status in ('pending', 'accepted', 'declined', 'cancelled', 'expired')),
  constraint nobody_befriends_themselves check (sender_id <> recipient_id),
  constraint message_length check (char_length(message) <= 500),
  constraint response_names_its_time check ((status in ('accepted', 'declined')) = (responded_at is not null)),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.friend_requests enable row level security;
revoke all on table public.friend_requests from anon, authenticated, service_role;
comment on table public.friend_requests is 'Proposals of mutual friendship; at most one is pending between two people, whoever asked. A decided one never changes again.';
comment on column public.friend_requests.responded_at is 'When the recipient accepted or declined.';
alter table public.friend_requests add constraint friend_requests_sender_id_fkey foreign key (sender_id) references public.users (id) on delete cascade;
alter table public.friend_requests add constraint friend_requests_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
create unique index friend_requests_one_pending_idx on public.friend_requests ((least(sender_id, recipient_id)), (greatest(sender_id, recipient_id))) where (status = 'pending');
comment on index public.friend_requests_one_pending_idx is 'Crossing requests meet here.';
create index friend_requests_recipient_id_status_created_at_idx on public.friend_requests (recipient_id, status, created_at desc);
create index friend_requests_sender_id_created_at_idx on public.friend_requests (sender_id, created_at desc);
create index friend_requests_expires_at_idx on public.friend_requests (expires_at) where (status = 'pending');
create trigger touch_updated_at before update on public.friend_requests for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert on public.friend_requests for each row execute function boyfanz.refuse_while_blocked('sender_id', 'recipient_id');
create trigger people_stay before update of sender_id, recipient_id on public.friend_requests for each row execute function boyfanz.set_once('sender_id', 'recipient_id');
create trigger decided_stays_decided before update on public.friend_requests for each row when (old.status <> 'pending') execute function boyfanz.append_only('clear message');
create policy member_select on public.friend_requests for select to authenticated using (friend_requests.sender_id = (select boyfanz.current_user_id()) or (friend_requests.recipient_id = (select boyfanz.current_user_id()) and (status <> 'cancelled')));
grant select on table public.friend_requests to authenticated;
grant select, insert, update, delete on table public.friend_requests to service_role;

create table public.friendships (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_low_id uuid not null,
  user_high_id uuid not null,
  since timestamptz default now() not null,
  is_close_for_low boolean default false not null,
  is_close_for_high boolean default false not null,
  request_id uuid,
  constraint friendships_pkey primary key (user_low_id, user_high_id),
  constraint lower_id_comes_first check (user_low_id < user_high_id)
);
alter table public.friendships enable row level security;
revoke all on table public.friendships from anon, authenticated, service_role;
comment on table public.friendships is 'Mutual friendship, stored once per pair with the lower id first; read through the view user_friends, which shows it from both sides.';
comment on column public.friendships.is_close_for_low is 'The lower id counts the other as a close friend.';
comment on column public.friendships.is_close_for_high is 'The higher id counts the other as a close friend.';
comment on column public.friendships.request_id is 'The accepted request of these two people.';
alter table public.friendships add constraint friendships_user_low_id_fkey foreign key (user_low_id) references public.users (id) on delete cascade;
alter table public.friendships add constraint friendships_user_high_id_fkey foreign key (user_high_id) references public.users (id) on delete cascade;
alter table public.friendships add constraint friendships_request_id_fkey foreign key (request_id) references public.friend_requests (id) on delete set null;
create index friendships_user_high_id_user_low_id_idx on public.friendships (user_high_id, user_low_id);
create index friendships_user_low_id_since_idx on public.friendships (user_low_id, since desc);
create index friendships_user_high_id_since_idx on public.friendships (user_high_id, since desc);
create index friendships_request_id_fkey_idx on public.friendships (request_id) where (request_id is not null);
create trigger touch_updated_at before update on public.friendships for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert or update of user_low_id, user_high_id on public.friendships for each row execute function boyfanz.refuse_while_blocked('user_low_id', 'user_high_id');
create trigger check_request before insert or update of user_low_id, user_high_id, request_id on public.friendships for each row when (new.request_id is not null) execute function boyfanz.check_friendship_request();
create policy member_select on public.friendships for select to authenticated using (friendships.user_low_id = (select boyfanz.current_user_id()) or friendships.user_high_id = (select boyfanz.current_user_id()));
grant select (created_at, request_id, since, updated_at, user_high_id, user_low_id) on table public.friendships to authenticated;
grant select, insert, update, delete on table public.friendships to service_role;

create table public.graph_communities (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  run_id uuid not null,
  ordinal integer not null,
  label text,
  size integer not null,
  modularity real,
  top_hashtags text[] default '{}' not null,
  computed_at timestamptz default now() not null,
  constraint graph_communities_pkey primary key (id),
  constraint graph_communities_run_id_ordinal_key unique (run_id, ordinal),
  constraint ordinal_is_not_negative check (ordinal >= 0),
  constraint size_is_positive check (size >= 1),
  constraint modularity_in_range check (modularity between -1 and 1),
  constraint top_hashtags_at_most_20 check (cardinality(top_hashtags) <= 20)
);
alter table public.graph_communities enable row level security;
revoke all on table public.graph_communities from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.graph_communities', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.graph_communities is 'Communities that a run of the graph job found among the follows. The job deletes all but its last 3 runs.';
comment on column public.graph_communities.run_id is 'Of the job that found them; the same for all communities of a night.';
create trigger touch_updated_at before update on public.graph_communities for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.graph_communities for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.graph_communities to boyfanz_staff;
grant select, insert, update, delete on table public.graph_communities to service_role;

create table public.hashtag_follows (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  hashtag_id bigint not null,
  mode text default 'follow' not null,
  has_notifications boolean default false not null,
  constraint hashtag_follows_pkey primary key (user_id, hashtag_id),
  constraint hashtag_follows_mode_check check (mode in ('follow', 'mute')),
  constraint muted_does_not_notify check (mode = 'follow' or not has_notifications)
);
alter table public.hashtag_follows enable row level security;
revoke all on table public.hashtag_follows from anon, authenticated, service_role;
comment on table public.hashtag_follows is 'Hashtags that a person has in the feed, or keeps out of it.';
alter table public.hashtag_follows add constraint hashtag_follows_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.hashtag_follows add constraint hashtag_follows_hashtag_id_fkey foreign key (hashtag_id) references public.content_hashtags (id) on delete cascade;
create index hashtag_follows_hashtag_id_mode_user_id_idx on public.hashtag_follows (hashtag_id, mode, user_id);
comment on index public.hashtag_follows_hashtag_id_mode_user_id_idx is 'Who follows a hashtag, without touching the table; serves the foreign key as well.';
create trigger touch_updated_at before update on public.hashtag_follows for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.hashtag_follows for select to authenticated using (hashtag_follows.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.hashtag_follows for insert to authenticated with check (hashtag_follows.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.hashtag_follows for update to authenticated using (hashtag_follows.user_id = (select boyfanz.current_user_id())) with check (hashtag_follows.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.hashtag_follows for delete to authenticated using (hashtag_follows.user_id = (select boyfanz.current_user_id()));
grant select, insert (has_notifications, hashtag_id, mode, user_id), update (has_notifications, hashtag_id, mode, user_id), delete on table public.hashtag_follows to authenticated;
grant select, insert, update, delete on table public.hashtag_follows to service_role;

create table public.interaction_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz default now() not null,
  actor_id uuid,
  target_user_id uuid,
  content_id uuid,
  kind text not null,
  surface text not null,
  "position" smallint,
  dwell_ms integer,
  session_key bytea not null,
  experiment_key text,
  constraint interaction_events_pkey primary key (id, occurred_at),
  constraint interaction_events_kind_check check (kind in ('impression', 'dwell', 'open', 'expand', 'profile_open', 'link_tap', 'swipe_away', 'search_click')),
  constraint concerns_something check (target_user_id is not null or content_id is not null or kind = 'search_click'),
  constraint position_is_not_negative check (position >= 0),
  constraint dwell_is_not_negative check (dwell_ms >= 0),
  constraint dwell_is_measured check (kind <> 'dwell' or dwell_ms is not null),
  constraint session_key_length check (octet_length(session_key) between 8 and 32),
  constraint surface_form check (surface ~ '^[a-z][a-z_]{0,39}$')
) partition by range (occurred_at);
alter table public.interaction_events enable row level security;
revoke all on table public.interaction_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.interaction_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'interaction_events', 'occurred_at', '1 day', 3, '90 days', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.interaction_events'::regclass);
comment on table public.interaction_events is 'Raw signals between people and profiles or items. A person is named only with their consent to analytics or personalisation; erasure clears who it was.';
comment on column public.interaction_events.actor_id is 'NULL for visitors who are not signed in, and after erasure.';
comment on column public.interaction_events."position" is 'Place in the list shown, from 0.';
comment on column public.interaction_events.session_key is 'Keyed hash that changes daily; not the session''s token.';
create index interaction_events_actor_id_occurred_at_idx on public.interaction_events (actor_id, occurred_at desc);
create index interaction_events_content_id_occurred_at_idx on public.interaction_events (content_id, occurred_at desc);
create index interaction_events_target_user_id_occurred_at_idx on public.interaction_events (target_user_id, occurred_at desc);
create trigger needs_consent before insert on public.interaction_events for each row when (new.actor_id is not null) execute function boyfanz.require_any_consent('actor_id', 'analytics', 'personalisation');
create trigger append_only before update on public.interaction_events for each row execute function boyfanz.append_only('clear actor_id');
grant select, insert, update, delete on table public.interaction_events to service_role;

create table public.mutual_connection_counts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_low_id uuid not null,
  user_high_id uuid not null,
  mutual_count integer not null,
  sample_ids uuid[] default '{}' not null,
  computed_at timestamptz default now() not null,
  expires_at timestamptz not null,
  constraint mutual_connection_counts_pkey primary key (user_low_id, user_high_id),
  constraint lower_id_comes_first check (user_low_id < user_high_id),
  constraint mutual_count_is_not_negative check (mutual_count >= 0),
  constraint at_most_5_samples check (cardinality(sample_ids) <= least(mutual_count, 5)),
  constraint expires_after_start check (expires_at > computed_at)
);
alter table public.mutual_connection_counts enable row level security;
revoke all on table public.mutual_connection_counts from anon, authenticated, service_role;
comment on table public.mutual_connection_counts is 'How many connections two people have in common, with a few of them, for pairs that are shown often. A cache; the truth is the intersection of two index scans on follows.';
alter table public.mutual_connection_counts add constraint mutual_connection_counts_user_low_id_fkey foreign key (user_low_id) references public.users (id) on delete cascade;
alter table public.mutual_connection_counts add constraint mutual_connection_counts_user_high_id_fkey foreign key (user_high_id) references public.users (id) on delete cascade;
create index mutual_connection_counts_expires_at_idx on public.mutual_connection_counts (expires_at);
create index mutual_connection_counts_user_high_id_fkey_idx on public.mutual_connection_counts (user_high_id);
create trigger touch_updated_at before update on public.mutual_connection_counts for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.mutual_connection_counts to service_role;

create table public.profile_visits (
  id bigint generated always as identity not null,
  visited_at timestamptz default now() not null,
  profile_user_id uuid not null,
  visitor_id uuid,
  is_incognito boolean default false not null,
  referrer text not null,
  country_code public.country_code,
  converted text,
  constraint profile_visits_pkey primary key (id, visited_at),
  constraint profile_visits_referrer_check check (referrer in ('feed', 'search', 'external', 'message', 'suggestion', 'qr', 'direct')),
  constraint profile_visits_converted_check check (converted in ('none', 'follow', 'subscribe')),
  constraint nobody_visits_themselves check (visitor_id <> profile_user_id),
  constraint incognito_names_nobody check (not is_incognito or visitor_id is null)
) partition by range (visited_at);
alter table public.profile_visits enable row level security;

create table public.follower_stats_daily (
  user_id uuid not null,
  day date not null,
  followers bigint not null,
  gained integer default 0 not null,
  lost integer default 0 not null,
  subscribers integer default 0 not null,
  profile_visits integer default 0 not null,
  reach bigint default 0 not null,
  constraint follower_stats_daily_pkey primary key (user_id, day),
  constraint followers_is_not_negative check (followers >= 0),
  constraint counts_are_not_negative check (gained >= 0 and lost >= 0 and subscribers >= 0 and profile_visits >= 0 and reach >= 0),
  constraint gained_is_part_of_followers check (gained <= followers + lost)
) partition by range (day);
alter table public.follower_stats_daily enable row level security;
revoke all on table public.follower_stats_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'follower_stats_daily', 'day', '30 days', 1, '60 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.follower_stats_daily'::regclass);
comment on table public.follower_stats_daily is 'Followers, subscribers and reach per day, with gains and losses; written for creators and for accounts over 100 followers. Erased by a job.';
comment on column public.follower_stats_daily.reach is 'Distinct people who saw something of the account.';
create index follower_stats_daily_day_idx on public.follower_stats_daily (day);
grant select, insert, update, delete on table public.follower_stats_daily to service_role;
revoke all on table public.profile_visits from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.profile_visits', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'profile_visits', 'visited_at', '7 days', 1, '12 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.profile_visits'::regclass);
comment on table public.profile_visits is 'Who opened whose profile and from where, for the visitor statistics of creators. An incognito visit names nobody, and erasure clears the visitor.';
comment on column public.profile_visits.converted is 'What the visit led to; NULL while that is open.';
create index profile_visits_profile_user_id_visited_at_idx on public.profile_visits (profile_user_id, visited_at desc);
create index profile_visits_visitor_id_visited_at_idx on public.profile_visits (visitor_id, visited_at desc);
create trigger append_only before update on public.profile_visits for each row execute function boyfanz.append_only('clear visitor_id', 'set converted');
grant select, insert, update, delete on table public.profile_visits to service_role;

create table public.recommendation_feedback (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  candidate_id uuid not null,
  action text not null,
  surface text not null,
  acted_at timestamptz default now() not null,
  constraint recommendation_feedback_pkey primary key (user_id, candidate_id),
  constraint recommendation_feedback_action_check check (action in ('followed', 'dismissed', 'hidden_forever', 'reported')),
  constraint nobody_is_suggested_to_themselves check (user_id <> candidate_id),
  constraint surface_form check (surface ~ '^[a-z][a-z_]{0,39}$')
);
alter table public.recommendation_feedback enable row level security;
revoke all on table public.recommendation_feedback from anon, authenticated, service_role;
comment on table public.recommendation_feedback is 'What a person did with a suggestion; whoever was dismissed is not suggested again.';
alter table public.recommendation_feedback add constraint recommendation_feedback_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.recommendation_feedback add constraint recommendation_feedback_candidate_id_fkey foreign key (candidate_id) references public.users (id) on delete cascade;
create index recommendation_feedback_candidate_id_action_idx on public.recommendation_feedback (candidate_id, action);
create trigger touch_updated_at before update on public.recommendation_feedback for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.recommendation_feedback for select to authenticated using (recommendation_feedback.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.recommendation_feedback for insert to authenticated with check (recommendation_feedback.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.recommendation_feedback for update to authenticated using (recommendation_feedback.user_id = (select boyfanz.current_user_id())) with check (recommendation_feedback.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.recommendation_feedback for delete to authenticated using (recommendation_feedback.user_id = (select boyfanz.current_user_id()));
grant select, insert (action, candidate_id, surface, user_id), update (action, candidate_id, surface, user_id), delete on table public.recommendation_feedback to authenticated;
grant select, insert, update, delete on table public.recommendation_feedback to service_role;

create table public.recommendation_suppressions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  reason text not null,
  until timestamptz,
  set_by uuid,
  constraint recommendation_suppressions_pkey primary key (user_id),
  constraint recommendation_suppressions_reason_check check (reason in ('user_choice', 'staff', 'new_account', 'under_review', 'legal')),
  constraint own_choice_is_made_by_oneself check (reason <> 'user_choice' or set_by = user_id)
);
alter table public.recommendation_suppressions enable row level security;
revoke all on table public.recommendation_suppressions from anon, authenticated, service_role;
comment on table public.recommendation_suppressions is 'Accounts that no suggestion shows, by their own choice or that of staff, with reason and end.';
comment on column public.recommendation_suppressions.until is 'NULL without end.';
comment on column public.recommendation_suppressions.set_by is 'NULL when a job set it.';
alter table public.recommendation_suppressions add constraint recommendation_suppressions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.recommendation_suppressions add constraint recommendation_suppressions_set_by_fkey foreign key (set_by) references public.users (id) on delete set null;
create index recommendation_suppressions_until_idx on public.recommendation_suppressions (until) where (until is not null);
create index recommendation_suppressions_set_by_fkey_idx on public.recommendation_suppressions (set_by) where (set_by is not null);
create trigger touch_updated_at before update on public.recommendation_suppressions for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.recommendation_suppressions for select to boyfanz_staff using ((select boyfanz.has_permission('recommendation.manage')));
grant select on table public.recommendation_suppressions to boyfanz_staff;
grant select, insert, update, delete on table public.recommendation_suppressions to service_role;

create table public.relationship_types (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  id smallint not null,
  code text not null,
  label text not null,
  is_symmetric boolean not null,
  inverse_id smallint,
  needs_confirmation boolean default true not null,
  is_public_default boolean default false not null,
  max_per_user smallint,
  constraint relationship_types_pkey primary key (id),
  constraint relationship_types_code_key unique (code),
  constraint relationship_types_id_inverse_id_key unique (id, inverse_id),
  constraint code_form check (code ~ '^[a-z][a-z0-9_]*$'),
  constraint label_length check (char_length(label) between 1 and 60),
  constraint symmetric_has_no_inverse check (not is_symmetric or inverse_id is null),
  constraint inverse_is_another check (inverse_id <> id),
  constraint max_per_user_is_positive check (max_per_user > 0)
);
alter table public.relationship_types enable row level security;
revoke all on table public.relationship_types from anon, authenticated, service_role;
comment on table public.relationship_types is 'Kinds of declared relationships, such as partner, duo, family or manager; whether both sides are alike, and who may see them.';
comment on column public.relationship_types.inverse_id is 'The kind seen from the other side, such as talent for manager.';
comment on column public.relationship_types.max_per_user is 'How many confirmed ones a person may have; NULL for any number.';
alter table public.relationship_types add constraint inverse_points_back foreign key (inverse_id, id) references public.relationship_types (id, inverse_id) deferrable initially deferred;
create trigger touch_updated_at before update on public.relationship_types for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.relationship_types for select to anon using (true);
create policy member_select on public.relationship_types for select to authenticated using (true);
grant select on table public.relationship_types to anon;
grant select on table public.relationship_types to authenticated;
grant select, insert, update, delete on table public.relationship_types to service_role;

create table public.search_history (
  id bigint generated always as identity not null,
  searched_at timestamptz default now() not null,
  user_id uuid not null,
  query text not null,
  query_key text generated always as (lower(normalize(btrim(query), NFKC))) stored not null,
  filters jsonb default '{}' not null,
  result_count integer not null,
  clicked_kind text,
  clicked_id uuid,
  constraint search_history_pkey primary key (user_id, id, searched_at),
  constraint query_length check (char_length(query) <= 200),
  constraint filters_is_object check (jsonb_typeof(filters) = 'object'),
  constraint result_count_is_not_negative check (result_count >= 0),
  constraint click_names_its_kind check ((clicked_kind is null) = (clicked_id is null)),
  constraint clicked_kind_form check (clicked_kind ~ '^[a-z][a-z_]{0,39}$')
) partition by range (searched_at);
alter table public.search_history enable row level security;
revoke all on table public.search_history from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.search_history', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'search_history', 'searched_at', '1 month', 1, '6 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.search_history'::regclass);
comment on table public.search_history is 'What a person searched for and opened, to find it again; the person may delete it at any time.';
comment on column public.search_history.query_key is 'The form that is compared.';
comment on column public.search_history.clicked_id is 'Key in the table that clicked_kind stands for.';
create index search_history_user_id_searched_at_idx on public.search_history (user_id, searched_at desc);
create index search_history_query_idx on public.search_history (query_key text_pattern_ops, searched_at desc);
create policy member_select on public.search_history for select to authenticated using (search_history.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.search_history for delete to authenticated using (search_history.user_id = (select boyfanz.current_user_id()));
grant select, delete on table public.search_history to authenticated;
grant select, insert, update, delete on table public.search_history to service_role;

create table public.severed_relationships (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  event_id uuid not null,
  user_id uuid not null,
  other_user_id uuid not null,
  relation text not null,
  cause text not null,
  payload jsonb default '{}' not null,
  severed_at timestamptz default now() not null,
  restored_at timestamptz,
  constraint severed_relationships_pkey primary key (id),
  constraint severed_relationships_relation_check check (relation in ('follow_out', 'follow_in', 'friend', 'list', 'circle')),
  constraint severed_relationships_cause_check check (cause in ('block', 'suspension', 'deactivation', 'staff')),
  constraint nobody_is_severed_from_themselves check (user_id <> other_user_id),
  constraint payload_is_object check (jsonb_typeof(payload) = 'object'),
  constraint restored_after_severed check (restored_at > severed_at)
);
alter table public.severed_relationships enable row level security;
revoke all on table public.severed_relationships from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.severed_relationships', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.severed_relationships is 'Edges that a block, suspension or deactivation removed at once, kept so that they can be restored or explained.';
comment on column public.severed_relationships.event_id is 'The act that removed them; the same for all its edges.';
comment on column public.severed_relationships.payload is 'What restoring needs, such as the list or the choices of the edge.';
alter table public.severed_relationships add constraint severed_relationships_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.severed_relationships add constraint severed_relationships_other_user_id_fkey foreign key (other_user_id) references public.users (id) on delete cascade;
create index severed_relationships_event_id_idx on public.severed_relationships (event_id);
create index severed_relationships_user_id_severed_at_idx on public.severed_relationships (user_id, severed_at desc);
create index severed_relationships_severed_at_idx on public.severed_relationships using brin (severed_at);
comment on index public.severed_relationships_severed_at_idx is 'For the purge.';
create index severed_relationships_other_user_id_fkey_idx on public.severed_relationships (other_user_id);
create trigger touch_updated_at before update on public.severed_relationships for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.severed_relationships for each row execute function boyfanz.append_only('set restored_at');
create policy member_select on public.severed_relationships for select to authenticated using ((severed_relationships.user_id = (select boyfanz.current_user_id()) and (cause <> 'block' or other_user_id = any (array(select b.blocked_id from public.user_blocks b where b.blocker_id = (select boyfanz.current_user_id()))))));
grant select on table public.severed_relationships to authenticated;
grant select, insert, update, delete on table public.severed_relationships to service_role;

create table public.shoutouts (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  requester_id uuid not null,
  promoter_id uuid not null,
  kind text not null,
  amount_minor bigint,
  currency public.currency_code,
  state text default 'proposed' not null,
  slot_at timestamptz,
  requester_content_id uuid,
  promoter_content_id uuid,
  order_id uuid,
  follows_gained integer default 0 not null,
  subs_gained integer default 0 not null,
  expires_at timestamptz not null,
  constraint shoutouts_pkey primary key (id),
  constraint shoutouts_kind_check check (kind in ('exchange', 'paid', 'gift')),
  constraint shoutouts_state_check check (state in ('proposed', 'accepted', 'declined', 'scheduled', 'published', 'expired', 'disputed')),
  constraint nobody_promotes_themselves check (requester_id <> promoter_id),
  constraint paid_names_its_amount check ((kind = 'paid') = (amount_minor is not null)),
  constraint amount_names_its_currency check ((amount_minor is null) = (currency is null)),
  constraint amount_is_positive check (amount_minor > 0),
  constraint paid_names_its_order check (kind <> 'paid' or state not in ('scheduled', 'published', 'disputed') or order_id is not null),
  constraint only_paid_has_an_order check (kind = 'paid' or order_id is null),
  constraint scheduled_names_its_slot check (state not in ('scheduled', 'published') or slot_at is not null),
  constraint gains_are_not_negative check (follows_gained >= 0 and subs_gained >= 0),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.shoutouts enable row level security;
revoke all on table public.shoutouts from anon, authenticated, service_role;
comment on table public.shoutouts is 'Agreed cross-promotion between two creators, with slot, fulfilment and result. A paid one names its amount at once and the order of the requester when it is scheduled, and stays from then on.';
alter table public.shoutouts add constraint shoutouts_requester_id_fkey foreign key (requester_id) references public.creators (user_id) on delete restrict;
alter table public.shoutouts add constraint shoutouts_promoter_id_fkey foreign key (promoter_id) references public.creators (user_id) on delete restrict;
alter table public.shoutouts add constraint shoutouts_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.shoutouts add constraint shoutouts_requester_content_id_fkey foreign key (requester_content_id) references public.content_items (id) on delete set null;
alter table public.shoutouts add constraint shoutouts_promoter_content_id_fkey foreign key (promoter_content_id) references public.content_items (id) on delete set null;
alter table public.shoutouts add constraint shoutouts_order_id_fkey foreign key (order_id) references public.orders (id) on delete restrict;
create index shoutouts_promoter_id_state_created_at_idx on public.shoutouts (promoter_id, state, created_at desc);
create index shoutouts_requester_id_created_at_idx on public.shoutouts (requester_id, created_at desc);
create index shoutouts_slot_at_idx on public.shoutouts (slot_at) where (state = 'scheduled');
create index shoutouts_expires_at_idx on public.shoutouts (expires_at) where (state in ('proposed', 'accepted'));
create unique index shoutouts_order_id_idx on public.shoutouts (order_id) where (order_id is not null);
create index shoutouts_currency_fkey_idx on public.shoutouts (currency) where (currency is not null);
create index shoutouts_requester_content_id_fkey_idx on public.shoutouts (requester_content_id) where (requester_content_id is not null);
create index shoutouts_promoter_content_id_fkey_idx on public.shoutouts (promoter_content_id) where (promoter_content_id is not null);
create trigger touch_updated_at before update on public.shoutouts for each row execute function boyfanz.touch_updated_at();
create trigger order_is_the_requesters before insert or update of order_id, requester_id on public.shoutouts for each row when (new.order_id is not null) execute function boyfanz.check_shoutout_order();
create trigger terms_stay_with_the_order before update of requester_id, promoter_id, kind, amount_minor, currency, order_id on public.shoutouts for each row when (old.order_id is not null) execute function boyfanz.set_once('requester_id', 'promoter_id', 'kind', 'amount_minor', 'currency', 'order_id');
create trigger paid_is_not_deleted before delete on public.shoutouts for each row when (old.order_id is not null) execute function boyfanz.refuse_delete('An order refers to it.');
create policy member_select on public.shoutouts for select to authenticated using (shoutouts.requester_id = (select boyfanz.current_user_id()) or shoutouts.promoter_id = (select boyfanz.current_user_id()));
grant select on table public.shoutouts to authenticated;
grant select, insert, update, delete on table public.shoutouts to service_role;

create table public.social_circle_invitations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  circle_id uuid not null,
  user_id uuid not null,
  direction text not null,
  invited_by uuid,
  message text,
  state text default 'pending' not null,
  decided_by uuid,
  decided_at timestamptz,
  expires_at timestamptz not null,
  constraint social_circle_invitations_pkey primary key (id),
  constraint social_circle_invitations_direction_check check (direction in ('invite', 'request')),
  constraint social_circle_invitations_state_check check (state in ('pending', 'accepted', 'declined', 'expired')),
  constraint requests_have_no_inviter check (direction = 'invite' or invited_by is null),
  constraint nobody_invites_themselves check (invited_by <> user_id),
  constraint message_length check (char_length(message) <= 500),
  constraint decision_names_its_time check ((state in ('accepted', 'declined')) = (decided_at is not null)),
  constraint decider_has_decided check (decided_by is null or state in ('accepted', 'declined')),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.social_circle_invitations enable row level security;
revoke all on table public.social_circle_invitations from anon, authenticated, service_role;
comment on table public.social_circle_invitations is 'Invitations to a circle and requests to join one; at most one is pending per person and circle, and a decided one never changes again.';
comment on column public.social_circle_invitations.user_id is 'Who would join.';
alter table public.social_circle_invitations add constraint social_circle_invitations_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.social_circle_invitations add constraint social_circle_invitations_invited_by_fkey foreign key (invited_by) references public.users (id) on delete set null;
alter table public.social_circle_invitations add constraint social_circle_invitations_decided_by_fkey foreign key (decided_by) references public.users (id) on delete set null;
create unique index social_circle_invitations_one_pending_idx on public.social_circle_invitations (circle_id, user_id) where (state = 'pending');
create index social_circle_invitations_user_id_state_created_at_idx on public.social_circle_invitations (user_id, state, created_at desc);
create index social_circle_invitations_circle_id_state_directio_e2ca4120_idx on public.social_circle_invitations (circle_id, state, direction, created_at);
create index social_circle_invitations_expires_at_idx on public.social_circle_invitations (expires_at) where (state = 'pending');
create index social_circle_invitations_invited_by_fkey_idx on public.social_circle_invitations (invited_by) where (invited_by is not null);
create index social_circle_invitations_decided_by_fkey_idx on public.social_circle_invitations (decided_by) where (decided_by is not null);
create trigger touch_updated_at before update on public.social_circle_invitations for each row execute function boyfanz.touch_updated_at();
create trigger decided_stays_decided before update on public.social_circle_invitations for each row when (old.state <> 'pending') execute function boyfanz.append_only('clear invited_by', 'clear decided_by', 'clear message');
create policy member_select on public.social_circle_invitations for select to authenticated using (social_circle_invitations.user_id = (select boyfanz.current_user_id()) or social_circle_invitations.invited_by = (select boyfanz.current_user_id()) or ((select boyfanz.current_user_id()) is not null and (circle_id = any (array(select boyfanz.my_moderated_circles())))));
grant select (circle_id, created_at, decided_at, direction, expires_at, id, invited_by, message, state, updated_at, user_id) on table public.social_circle_invitations to authenticated;
grant select, insert, update, delete on table public.social_circle_invitations to service_role;

create table public.social_circle_members (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  circle_id uuid not null,
  user_id uuid not null,
  role text default 'member' not null,
  state text default 'active' not null,
  joined_at timestamptz default now() not null,
  muted_until timestamptz,
  banned_reason text,
  last_visited_at timestamptz,
  constraint social_circle_members_pkey primary key (circle_id, user_id),
  constraint social_circle_members_role_check check (role in ('owner', 'moderator', 'member')),
  constraint social_circle_members_state_check check (state in ('active', 'muted', 'banned', 'left')),
  constraint owner_is_active check (role <> 'owner' or state = 'active'),
  constraint only_the_muted_wait check (muted_until is null or state = 'muted'),
  constraint only_bans_have_a_reason check (banned_reason is null or state = 'banned'),
  constraint banned_reason_length check (char_length(banned_reason) <= 500)
);
alter table public.social_circle_members enable row level security;
revoke all on table public.social_circle_members from anon, authenticated, service_role;
comment on table public.social_circle_members is 'Membership and role in a circle; the row stays when somebody leaves or is banned. The one owner is that of the circle.';
comment on column public.social_circle_members.muted_until is 'NULL for a mute without end.';
alter table public.social_circle_members add constraint social_circle_members_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index social_circle_members_one_owner_idx on public.social_circle_members (circle_id) where (role = 'owner');
create index social_circle_members_user_id_state_idx on public.social_circle_members (user_id, state);
create index social_circle_members_circle_id_role_idx on public.social_circle_members (circle_id, role) where (role <> 'member');
create trigger touch_updated_at before update on public.social_circle_members for each row execute function boyfanz.touch_updated_at();
create constraint trigger new_owner_is_the_circles after insert on public.social_circle_members deferrable initially deferred for each row when (new.role = 'owner') execute function boyfanz.circle_has_its_owner('circle_id');
create constraint trigger owner_changes_with_the_circle after update of circle_id, user_id, role on public.social_circle_members deferrable initially deferred for each row when (old.role = 'owner' or new.role = 'owner') execute function boyfanz.circle_has_its_owner('circle_id');
create constraint trigger owner_does_not_vanish after delete on public.social_circle_members deferrable initially deferred for each row when (old.role = 'owner') execute function boyfanz.circle_has_its_owner('circle_id');
create policy member_select on public.social_circle_members for select to authenticated using (social_circle_members.user_id = (select boyfanz.current_user_id()) or (social_circle_members.circle_id = any (array(select boyfanz.my_social_circle_members_circle_id())) and (state in ('active', 'muted') and not boyfanz.is_blocked_with(user_id))));
grant select (circle_id, created_at, joined_at, role, state, updated_at, user_id) on table public.social_circle_members to authenticated;
grant select, insert, update, delete on table public.social_circle_members to service_role;

create table public.social_circle_posts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  circle_id uuid not null,
  content_id uuid not null,
  author_id uuid not null,
  posted_at timestamptz default now() not null,
  is_pinned boolean default false not null,
  state text default 'visible' not null,
  removed_by uuid,
  constraint social_circle_posts_pkey primary key (circle_id, content_id),
  constraint social_circle_posts_state_check check (state in ('visible', 'held', 'removed')),
  constraint remover_has_removed check (removed_by is null or state = 'removed'),
  constraint pinned_is_visible check (not is_pinned or state = 'visible')
);
alter table public.social_circle_posts enable row level security;
revoke all on table public.social_circle_posts from anon, authenticated, service_role;
comment on table public.social_circle_posts is 'A content item in the feed of a circle, placed by somebody who is or was a member. Access to the content itself is checked as everywhere.';
alter table public.social_circle_posts add constraint social_circle_posts_content_id_fkey foreign key (content_id) references public.content_items (id) on delete cascade;
alter table public.social_circle_posts add constraint social_circle_posts_author_id_fkey foreign key (author_id) references public.users (id) on delete cascade;
alter table public.social_circle_posts add constraint social_circle_posts_removed_by_fkey foreign key (removed_by) references public.users (id) on delete set null;
alter table public.social_circle_posts add constraint author_is_a_member foreign key (circle_id, author_id) references public.social_circle_members (circle_id, user_id) on delete cascade;
create index social_circle_posts_circle_id_posted_at_idx on public.social_circle_posts (circle_id, posted_at desc) where (state = 'visible');
create index social_circle_posts_author_id_posted_at_idx on public.social_circle_posts (author_id, posted_at desc);
create index social_circle_posts_circle_id_author_id_fkey_idx on public.social_circle_posts (circle_id, author_id);
create index social_circle_posts_content_id_fkey_idx on public.social_circle_posts (content_id);
create index social_circle_posts_removed_by_fkey_idx on public.social_circle_posts (removed_by) where (removed_by is not null);
create trigger touch_updated_at before update on public.social_circle_posts for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.social_circle_posts for select to authenticated using (social_circle_posts.author_id = (select boyfanz.current_user_id()) or (social_circle_posts.circle_id = any (array(select boyfanz.my_social_circle_members_circle_id())) and (state = 'visible' and not boyfanz.is_blocked_with(author_id))));
grant select (author_id, circle_id, content_id, created_at, is_pinned, posted_at, state, updated_at) on table public.social_circle_posts to authenticated;
grant select, insert, update, delete on table public.social_circle_posts to service_role;

create table public.social_circles (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_id uuid not null,
  slug extensions.citext not null,
  name text not null,
  description text,
  join_policy text default 'request' not null,
  required_tier_id uuid,
  is_discoverable boolean default true not null,
  member_count integer default 0 not null,
  rules_text text,
  avatar_asset_id uuid,
  conversation_id uuid,
  status text default 'active' not null,
  constraint social_circles_pkey primary key (id),
  constraint social_circles_slug_key unique (slug),
  constraint social_circles_join_policy_check check (join_policy in ('open', 'request', 'invite', 'subscribers')),
  constraint social_circles_status_check check (status in ('active', 'frozen', 'closed')),
  constraint slug_form check (slug::text ~ '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$' and char_length(slug::text) between 3 and 50),
  constraint name_length check (char_length(btrim(name)) between 1 and 80),
  constraint description_length check (char_length(description) <= 2000),
  constraint rules_length check (char_length(rules_text) <= 10000),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint subscribers_need_a_tier check (join_policy <> 'subscribers' or required_tier_id is not null)
) with (fillfactor = 80);
alter table public.social_circles enable row level security;
alter table public.social_circle_invitations add constraint social_circle_invitations_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
alter table public.social_circle_members add constraint social_circle_members_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
alter table public.social_circle_posts add constraint social_circle_posts_circle_id_fkey foreign key (circle_id) references public.social_circles (id) on delete cascade;
revoke all on table public.social_circles from anon, authenticated, service_role;
comment on table public.social_circles is 'Groups whose members know each other, such as fan clubs, with a join policy and perhaps a tier as the gate. A circle keeps its owner until it is handed over, and is not deleted while others are in it.';
comment on column public.social_circles.required_tier_id is 'A tier of the owner.';
alter table public.social_circles add constraint social_circles_owner_id_fkey foreign key (owner_id) references public.users (id) on delete restrict;
alter table public.social_circles add constraint social_circles_avatar_asset_id_fkey foreign key (avatar_asset_id) references public.media_assets (id) on delete set null;
alter table public.social_circles add constraint tier_of_the_owner foreign key (owner_id, required_tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
create index social_circles_member_count_idx on public.social_circles (member_count desc) where (is_discoverable and status = 'active');
create index social_circles_name_idx on public.social_circles using gin (name gin_trgm_ops);
create unique index social_circles_conversation_id_idx on public.social_circles (conversation_id) where (conversation_id is not null);
create index social_circles_owner_id_required_tier_id_fkey_idx on public.social_circles (owner_id, required_tier_id);
create index social_circles_avatar_asset_id_fkey_idx on public.social_circles (avatar_asset_id) where (avatar_asset_id is not null);
create trigger touch_updated_at before update on public.social_circles for each row execute function boyfanz.touch_updated_at();
create constraint trigger owner_is_a_member after insert or update of owner_id on public.social_circles deferrable initially deferred for each row execute function boyfanz.circle_has_its_owner('id');
create trigger refuse_while_members before delete on public.social_circles for each row execute function boyfanz.refuse_circle_with_members();
create policy anonymous_select on public.social_circles for select to anon using ((is_discoverable and status = 'active' and boyfanz.may_see_profile(owner_id)));
create policy member_select on public.social_circles for select to authenticated using ((is_discoverable and status = 'active' and boyfanz.may_see_profile(owner_id)) or social_circles.id = any (array(select boyfanz.my_social_circle_members_circle_id())) or social_circles.owner_id = (select boyfanz.current_user_id()));
create policy member_update on public.social_circles for update to authenticated using (social_circles.owner_id = (select boyfanz.current_user_id())) with check (social_circles.owner_id = (select boyfanz.current_user_id()));
grant select on table public.social_circles to anon;
grant select, update (description, is_discoverable, join_policy, name, rules_text) on table public.social_circles to authenticated;
grant select, insert, update, delete on table public.social_circles to service_role;

create table public.social_counter_deltas (
  id bigint generated always as identity not null,
  created_at timestamptz default now() not null,
  user_id uuid not null,
  counter text not null,
  delta integer not null,
  constraint social_counter_deltas_pkey primary key (id),
  constraint social_counter_deltas_counter_check check (counter in ('followers', 'likes_received', 'subscribers')),
  constraint delta_is_not_zero check (delta <> 0)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 10000, autovacuum_vacuum_cost_delay = 0);
alter table public.social_counter_deltas enable row level security;
revoke all on table public.social_counter_deltas from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.social_counter_deltas', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.social_counter_deltas is 'Increments for very popular accounts, so that a wave of followers does not queue on one row. A job folds them into social_counters and deletes them in the same transaction; logged, because a lost one is a wrong count.';
create index social_counter_deltas_user_id_counter_id_idx on public.social_counter_deltas (user_id, counter, id);
create trigger append_only before update on public.social_counter_deltas for each row execute function boyfanz.append_only();
grant select, insert, update, delete on table public.social_counter_deltas to service_role;

create table public.social_counters (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  followers bigint default 0 not null,
  following bigint default 0 not null,
  friends integer default 0 not null,
  posts integer default 0 not null,
  likes_received bigint default 0 not null,
  subscribers integer default 0 not null,
  media_count integer default 0 not null,
  reconciled_at timestamptz,
  constraint social_counters_pkey primary key (user_id),
  constraint counts_are_not_negative check (followers >= 0 and following >= 0 and friends >= 0 and posts >= 0 and likes_received >= 0 and subscribers >= 0 and media_count >= 0)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table public.social_counters enable row level security;
revoke all on table public.social_counters from anon, authenticated, service_role;
comment on table public.social_counters is 'Totals of an account, apart from users so that counting stays a HOT update; therefore no index but the key. Recounted weekly.';
alter table public.social_counters add constraint social_counters_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.social_counters for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.social_counters for select to anon using ((not boyfanz.is_blocked_with(user_id)));
create policy member_select on public.social_counters for select to authenticated using ((not boyfanz.is_blocked_with(user_id)) or social_counters.user_id = (select boyfanz.current_user_id()));
grant select (created_at, likes_received, media_count, posts, updated_at, user_id) on table public.social_counters to anon;
grant select (created_at, likes_received, media_count, posts, updated_at, user_id) on table public.social_counters to authenticated;
grant select, insert, update, delete on table public.social_counters to service_role;

create table public.social_graph_metrics (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  page_rank double precision not null,
  in_degree integer not null,
  out_degree integer not null,
  reciprocity real not null,
  clustering real not null,
  community_id bigint,
  bot_likelihood real,
  computed_at timestamptz default now() not null,
  run_id uuid not null,
  constraint social_graph_metrics_pkey primary key (user_id),
  constraint page_rank_in_range check (page_rank between 0 and 1),
  constraint degrees_are_not_negative check (in_degree >= 0 and out_degree >= 0),
  constraint ratios_in_range check (reciprocity between 0 and 1 and clustering between 0 and 1),
  constraint bot_likelihood_in_range check (bot_likelihood between 0 and 1)
);
alter table public.social_graph_metrics enable row level security;
revoke all on table public.social_graph_metrics from anon, authenticated, service_role;
comment on table public.social_graph_metrics is 'Measures of an account in the follow graph, from the latest run of the graph job.';
comment on column public.social_graph_metrics.reciprocity is 'Share of the follows that are returned.';
comment on column public.social_graph_metrics.bot_likelihood is '0 to 1; a hint for review, never a decision.';
comment on column public.social_graph_metrics.run_id is 'Of the job that computed them.';
alter table public.social_graph_metrics add constraint social_graph_metrics_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.social_graph_metrics add constraint social_graph_metrics_community_id_fkey foreign key (community_id) references public.graph_communities (id) on delete set null;
create index social_graph_metrics_page_rank_idx on public.social_graph_metrics (page_rank desc);
create index social_graph_metrics_bot_likelihood_idx on public.social_graph_metrics (bot_likelihood desc) where (bot_likelihood > 0.8);
create index social_graph_metrics_community_id_fkey_idx on public.social_graph_metrics (community_id) where (community_id is not null);
create trigger touch_updated_at before update on public.social_graph_metrics for each row execute function boyfanz.touch_updated_at();
create policy staff_select on public.social_graph_metrics for select to boyfanz_staff using ((select boyfanz.has_permission('social_graph.read')));
grant select on table public.social_graph_metrics to boyfanz_staff;
grant select, insert, update, delete on table public.social_graph_metrics to service_role;

create table public.social_list_followers (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  user_id uuid not null,
  constraint social_list_followers_pkey primary key (list_id, user_id)
);
alter table public.social_list_followers enable row level security;
revoke all on table public.social_list_followers from anon, authenticated, service_role;
comment on table public.social_list_followers is 'People who follow somebody''s public list as a feed source. A list that turns private loses them.';
alter table public.social_list_followers add constraint social_list_followers_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index social_list_followers_user_id_created_at_idx on public.social_list_followers (user_id, created_at desc);
create trigger touch_updated_at before update on public.social_list_followers for each row execute function boyfanz.touch_updated_at();
create trigger list_is_public before insert or update of list_id on public.social_list_followers for each row execute function boyfanz.require_public_list();
create policy member_select on public.social_list_followers for select to authenticated using (social_list_followers.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.social_list_followers for delete to authenticated using (social_list_followers.user_id = (select boyfanz.current_user_id()));
grant select, insert (list_id, user_id), delete on table public.social_list_followers to authenticated;
grant select, insert, update, delete on table public.social_list_followers to service_role;

create table public.social_list_members (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  member_id uuid not null,
  origin text default 'manual' not null,
  added_at timestamptz default now() not null,
  expires_at timestamptz,
  constraint social_list_members_pkey primary key (list_id, member_id),
  constraint social_list_members_origin_check check (origin in ('manual', 'rule', 'import')),
  constraint expires_after_start check (expires_at > added_at)
);
alter table public.social_list_members enable row level security;
revoke all on table public.social_list_members from anon, authenticated, service_role;
comment on table public.social_list_members is 'Who is on a list, put there by hand, import or rule. Members are not told.';
comment on column public.social_list_members.origin is 'A refresh replaces only what a rule put there.';
alter table public.social_list_members add constraint social_list_members_member_id_fkey foreign key (member_id) references public.users (id) on delete cascade;
create index social_list_members_member_id_list_id_idx on public.social_list_members (member_id, list_id);
create index social_list_members_expires_at_idx on public.social_list_members (expires_at) where (expires_at is not null);
create trigger touch_updated_at before update on public.social_list_members for each row execute function boyfanz.touch_updated_at();
grant select, insert (expires_at, list_id, member_id), update (expires_at, list_id, member_id), delete on table public.social_list_members to authenticated;
grant select, insert, update, delete on table public.social_list_members to service_role;

create table public.social_list_rules (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  list_id uuid not null,
  rule_no smallint not null,
  field text not null,
  operator text not null,
  value jsonb not null,
  conjunction text default 'and' not null,
  constraint social_list_rules_pkey primary key (list_id, rule_no),
  constraint social_list_rules_field_check check (field in ('subscription_status', 'tier', 'expired_days', 'total_spent', 'last_seen', 'tag', 'country', 'follows_since', 'language')),
  constraint social_list_rules_operator_check check (operator in ('eq', 'neq', 'gt', 'lt', 'in', 'between')),
  constraint social_list_rules_conjunction_check check (conjunction in ('and', 'or')),
  constraint rule_no_in_range check (rule_no between 1 and 20),
  constraint operator_fits_field check (case when field in ('expired_days', 'total_spent', 'last_seen', 'follows_since')
  then operator in ('eq', 'neq', 'gt', 'lt', 'between')
  else operator in ('eq', 'neq', 'in') end),
  constraint value_fits_operator check (case operator
  when 'in' then jsonb_typeof(value) = 'array' and jsonb_array_length(value) between 1 and 100
  when 'between' then jsonb_typeof(value) = 'array' and jsonb_array_length(value) = 2
    and coalesce(value -> 0 <= value -> 1, false)
  else jsonb_typeof(value) in ('string', 'number') end),
  constraint value_fits_field check (not jsonb_path_exists(value, case when field in ('expired_days', 'total_spent', 'last_seen', 'follows_since')
  then '$[*].type() ? (@ != "number")'::jsonpath else '$[*].type() ? (@ != "string")'::jsonpath end)
and not jsonb_path_exists(value, case field
  when 'subscription_status'
    then '$[*] ? (!(@ like_regex "^(incomplete|trialing|active|past_due|paused|cancelling|ended)$"))'::jsonpath
  when 'tier' then '$[*] ? (!(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))'::jsonpath
  when 'tag' then '$[*] ? (!(@ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))'::jsonpath
  when 'country' then '$[*] ? (!(@ like_regex "^[A-Z]{2}$"))'::jsonpath
  when 'language' then '$[*] ? (!(@ like_regex "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))'::jsonpath
  else '$[*] ? (@ < 0)'::jsonpath end))
);
alter table public.social_list_rules enable row level security;
revoke all on table public.social_list_rules from anon, authenticated, service_role;
comment on table public.social_list_rules is 'Conditions of a smart list, combined in the order of their numbers; at most 20.';
comment on column public.social_list_rules.field is 'expired_days, last_seen and follows_since count days back; total_spent is in minor units of the owner''s currency; tier and tag are ids.';
comment on column public.social_list_rules.value is 'A text or number; an array of them for "in", of two numbers for "between".';
comment on column public.social_list_rules.conjunction is 'How the rule joins what stands before it.';
create trigger touch_updated_at before update on public.social_list_rules for each row execute function boyfanz.touch_updated_at();
create trigger rule_stays_with_its_list before update of list_id on public.social_list_rules for each row execute function boyfanz.set_once('list_id');
create constraint trigger smart_has_rules after insert or delete on public.social_list_rules deferrable initially deferred for each row execute function boyfanz.smart_list_has_rules('list_id');
grant select, insert (conjunction, field, list_id, operator, rule_no, value), update (conjunction, field, list_id, operator, rule_no, value), delete on table public.social_list_rules to authenticated;
grant select, insert, update, delete on table public.social_list_rules to service_role;

create table public.social_lists (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  owner_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  kind text default 'manual' not null,
  is_public boolean default false not null,
  member_count integer default 0 not null,
  refresh_every interval,
  refreshed_at timestamptz,
  constraint social_lists_pkey primary key (id),
  constraint social_lists_owner_id_name_key_key unique (owner_id, name_key),
  constraint social_lists_kind_check check (kind in ('manual', 'smart', 'close_friends', 'vip', 'system')),
  constraint name_length check (char_length(btrim(name)) between 1 and 60),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint only_smart_lists_refresh check (kind = 'smart' or (refresh_every is null and refreshed_at is null)),
  constraint refresh_at_most_every_5_minutes check (refresh_every >= interval '5 minutes'),
  constraint close_friends_stay_private check (kind <> 'close_friends' or not is_public)
) with (fillfactor = 85);
alter table public.social_lists enable row level security;
alter table public.content_audience_lists add constraint content_audience_lists_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
alter table public.subscription_offers add constraint subscription_offers_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete set null;
alter table public.social_list_followers add constraint social_list_followers_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
create policy member_insert on public.social_list_followers for insert to authenticated with check ((social_list_followers.user_id = (select boyfanz.current_user_id()) and (exists (select from public.social_lists l where l.id = social_list_followers.list_id and l.is_public and not boyfanz.is_blocked_with(l.owner_id) offset 0))));
alter table public.social_list_members add constraint social_list_members_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
create policy member_select on public.social_list_members for select to authenticated using (exists (select from public.social_lists p1 where p1.id = social_list_members.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
create policy member_insert on public.social_list_members for insert to authenticated with check ((exists (select from public.social_lists p1 where p1.id = social_list_members.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0) and (origin = 'manual' and not boyfanz.is_blocked_with(member_id) and exists (select from public.social_lists l where l.id = social_list_members.list_id and l.kind in ('manual', 'close_friends', 'vip') offset 0))));
create policy member_update on public.social_list_members for update to authenticated using (exists (select from public.social_lists p1 where p1.id = social_list_members.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0)) with check ((exists (select from public.social_lists p1 where p1.id = social_list_members.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0) and (origin = 'manual' and not boyfanz.is_blocked_with(member_id) and exists (select from public.social_lists l where l.id = social_list_members.list_id and l.kind in ('manual', 'close_friends', 'vip') offset 0))));
create policy member_delete on public.social_list_members for delete to authenticated using (exists (select from public.social_lists p1 where p1.id = social_list_members.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
alter table public.social_list_rules add constraint social_list_rules_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
create policy member_select on public.social_list_rules for select to authenticated using (exists (select from public.social_lists p1 where p1.id = social_list_rules.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
create policy member_insert on public.social_list_rules for insert to authenticated with check (exists (select from public.social_lists p1 where p1.id = social_list_rules.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
create policy member_update on public.social_list_rules for update to authenticated using (exists (select from public.social_lists p1 where p1.id = social_list_rules.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0)) with check (exists (select from public.social_lists p1 where p1.id = social_list_rules.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
create policy member_delete on public.social_list_rules for delete to authenticated using (exists (select from public.social_lists p1 where p1.id = social_list_rules.list_id and p1.owner_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.social_lists from anon, authenticated, service_role;
comment on table public.social_lists is 'A person''s lists of others; close friends, VIPs, or smart lists computed from rules. They choose audiences and the recipients of mass messages, and a public one can be followed.';
comment on column public.social_lists.name_key is 'The form that is unique per owner.';
comment on column public.social_lists.member_count is 'Recounted every night, because people write the members themselves.';
comment on column public.social_lists.refresh_every is 'How often a smart list is computed anew; NULL leaves it to the platform.';
alter table public.social_lists add constraint social_lists_owner_id_fkey foreign key (owner_id) references public.users (id) on delete cascade;
create unique index social_lists_one_close_friends_idx on public.social_lists (owner_id) where (kind = 'close_friends');
create index social_lists_refreshed_at_idx on public.social_lists (refreshed_at nulls first) where (kind = 'smart');
create trigger touch_updated_at before update on public.social_lists for each row execute function boyfanz.touch_updated_at();
create constraint trigger smart_has_rules after insert or update of kind on public.social_lists deferrable initially deferred for each row execute function boyfanz.smart_list_has_rules('id');
create trigger private_has_no_followers after update of is_public on public.social_lists for each row when (old.is_public and not new.is_public) execute function boyfanz.drop_list_followers();
create policy anonymous_select on public.social_lists for select to anon using ((is_public and boyfanz.may_see_profile(owner_id)));
create policy member_select on public.social_lists for select to authenticated using ((is_public and boyfanz.may_see_profile(owner_id)) or social_lists.owner_id = (select boyfanz.current_user_id()));
create policy member_insert on public.social_lists for insert to authenticated with check ((social_lists.owner_id = (select boyfanz.current_user_id()) and (kind <> 'system')));
create policy member_update on public.social_lists for update to authenticated using (social_lists.owner_id = (select boyfanz.current_user_id())) with check ((social_lists.owner_id = (select boyfanz.current_user_id()) and (kind <> 'system')));
create policy member_delete on public.social_lists for delete to authenticated using (social_lists.owner_id = (select boyfanz.current_user_id()));
grant select on table public.social_lists to anon;
grant select, insert (is_public, kind, name, owner_id, refresh_every), update (is_public, kind, name, owner_id, refresh_every), delete on table public.social_lists to authenticated;
grant select, insert, update, delete on table public.social_lists to service_role;

create table public.social_milestones (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  metric text not null,
  threshold bigint not null,
  reached_at timestamptz default now() not null,
  announced_at timestamptz,
  content_id uuid,
  constraint social_milestones_pkey primary key (user_id, metric, threshold),
  constraint social_milestones_metric_check check (metric in ('followers', 'subscribers', 'posts', 'likes', 'account_age_years', 'tips_count')),
  constraint threshold_is_positive check (threshold > 0),
  constraint announced_after_reached check (announced_at >= reached_at)
);
alter table public.social_milestones enable row level security;
revoke all on table public.social_milestones from anon, authenticated, service_role;
comment on table public.social_milestones is 'Milestones of an account, each announced once; falling below and crossing again meets the key and stays silent.';
comment on column public.social_milestones.content_id is 'The post that announced it.';
alter table public.social_milestones add constraint social_milestones_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.social_milestones add constraint social_milestones_content_id_fkey foreign key (content_id) references public.content_items (id) on delete set null;
create index social_milestones_reached_at_idx on public.social_milestones (reached_at) where (announced_at is null);
create index social_milestones_content_id_fkey_idx on public.social_milestones (content_id) where (content_id is not null);
create trigger touch_updated_at before update on public.social_milestones for each row execute function boyfanz.touch_updated_at();
create trigger announced_once before update of user_id, metric, threshold, reached_at, announced_at on public.social_milestones for each row execute function boyfanz.set_once('user_id', 'metric', 'threshold', 'reached_at', 'announced_at');
create policy anonymous_select on public.social_milestones for select to anon using ((announced_at is not null and boyfanz.may_see_profile(user_id)));
create policy member_select on public.social_milestones for select to authenticated using ((announced_at is not null and boyfanz.may_see_profile(user_id)) or social_milestones.user_id = (select boyfanz.current_user_id()));
grant select on table public.social_milestones to anon;
grant select on table public.social_milestones to authenticated;
grant select, insert, update, delete on table public.social_milestones to service_role;

create table public.story_tray_entries (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  viewer_id uuid not null,
  author_id uuid not null,
  latest_story_id uuid not null,
  latest_at timestamptz not null,
  seen_until timestamptz,
  rank real default 0 not null,
  constraint story_tray_entries_pkey primary key (viewer_id, author_id),
  constraint own_stories_stand_apart check (viewer_id <> author_id)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
alter table public.story_tray_entries enable row level security;
revoke all on table public.story_tray_entries from anon, authenticated, service_role;
comment on table public.story_tray_entries is 'The ring of stories of each viewer; the newest story per author and how far it was seen. Derived and rewritten hourly, so without foreign keys; erasure deletes by viewer and author.';
comment on column public.story_tray_entries.seen_until is 'Stories up to that time are seen; NULL for none.';
create index story_tray_entries_viewer_id_latest_at_idx on public.story_tray_entries (viewer_id, latest_at desc);
create index story_tray_entries_latest_at_idx on public.story_tray_entries (latest_at);
create index story_tray_entries_author_id_idx on public.story_tray_entries (author_id);
create trigger touch_updated_at before update on public.story_tray_entries for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.story_tray_entries for select to authenticated using ((story_tray_entries.viewer_id = (select boyfanz.current_user_id()) and (not boyfanz.is_blocked_with(author_id))));
grant select (author_id, created_at, latest_at, latest_story_id, seen_until, updated_at, viewer_id) on table public.story_tray_entries to authenticated;
grant select, insert, update, delete on table public.story_tray_entries to service_role;

create table public.user_affinities (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  target_id uuid not null,
  score real not null,
  components jsonb default '{}' not null,
  model_version text not null,
  computed_at timestamptz default now() not null,
  constraint user_affinities_pkey primary key (user_id, target_id),
  constraint nobody_is_close_to_themselves check (user_id <> target_id),
  constraint score_in_range check (score between 0 and 1),
  constraint components_is_object check (jsonb_typeof(components) = 'object')
);
alter table public.user_affinities enable row level security;
revoke all on table public.user_affinities from anon, authenticated, service_role;
comment on table public.user_affinities is 'How close one person is to another, decaying with time; orders feed, tray and suggestions. Derived, replaced in bulk and cut to the best 300 per person by its job, so without foreign keys; erasure deletes by both ids.';
comment on column public.user_affinities.score is '0 to 1.';
comment on column public.user_affinities.components is 'What the score is made of.';
create index user_affinities_user_id_score_idx on public.user_affinities (user_id, score desc);
create index user_affinities_target_id_idx on public.user_affinities (target_id);
create trigger touch_updated_at before update on public.user_affinities for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.user_affinities to service_role;

create table public.user_connections (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  other_user_id uuid not null,
  type_id smallint not null,
  state text default 'proposed' not null,
  visibility text default 'private' not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  note text,
  constraint user_connections_pkey primary key (id),
  constraint user_connections_user_id_other_user_id_type_id_key unique (user_id, other_user_id, type_id),
  constraint user_connections_state_check check (state in ('proposed', 'confirmed', 'rejected', 'ended')),
  constraint user_connections_visibility_check check (visibility in ('public', 'followers', 'private')),
  constraint nobody_connects_to_themselves check (user_id <> other_user_id),
  constraint confirmed_names_its_time check (state <> 'confirmed' or confirmed_at is not null),
  constraint only_what_was_confirmed_has_a_time check (confirmed_at is null or state in ('confirmed', 'ended')),
  constraint ended_names_its_time check ((state = 'ended') = (ended_at is not null)),
  constraint ended_after_confirmed check (ended_at >= confirmed_at),
  constraint note_length check (char_length(note) <= 300)
);
alter table public.user_connections enable row level security;
revoke all on table public.user_connections from anon, authenticated, service_role;
comment on table public.user_connections is 'Declared relationships of a kind between two accounts, which the other side confirms where the kind asks for it. The same relationship is not declared from both sides.';
alter table public.user_connections add constraint user_connections_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_connections add constraint user_connections_other_user_id_fkey foreign key (other_user_id) references public.users (id) on delete cascade;
alter table public.user_connections add constraint user_connections_type_id_fkey foreign key (type_id) references public.relationship_types (id) on delete restrict;
create index user_connections_other_user_id_state_idx on public.user_connections (other_user_id, state);
create index user_connections_user_id_type_id_idx on public.user_connections (user_id, type_id) where (state = 'confirmed');
create index user_connections_type_id_fkey_idx on public.user_connections (type_id);
create trigger touch_updated_at before update on public.user_connections for each row execute function boyfanz.touch_updated_at();
create trigger refuse_while_blocked before insert or update of user_id, other_user_id on public.user_connections for each row execute function boyfanz.refuse_while_blocked('user_id', 'other_user_id');
create trigger check_connection after insert or update of user_id, other_user_id, type_id, state on public.user_connections for each row when (new.state in ('proposed', 'confirmed')) execute function boyfanz.check_connection();
create policy anonymous_select on public.user_connections for select to anon using ((state = 'confirmed' and visibility = 'public' and boyfanz.may_see_profile(user_id) and boyfanz.may_see_profile(other_user_id)));
create policy member_select on public.user_connections for select to authenticated using ((state = 'confirmed' and visibility = 'public' and boyfanz.may_see_profile(user_id) and boyfanz.may_see_profile(other_user_id)) or ((select boyfanz.current_user_id()) is not null and (state = 'confirmed' and visibility = 'followers' and user_id = any (array(select boyfanz.my_followees())) and boyfanz.may_see_profile(user_id) and boyfanz.may_see_profile(other_user_id))) or user_connections.user_id = (select boyfanz.current_user_id()) or (user_connections.other_user_id = (select boyfanz.current_user_id()) and (not boyfanz.is_blocked_with(user_id))));
grant select (confirmed_at, created_at, ended_at, id, other_user_id, state, type_id, updated_at, user_id, visibility) on table public.user_connections to anon;
grant select (confirmed_at, created_at, ended_at, id, other_user_id, state, type_id, updated_at, user_id, visibility) on table public.user_connections to authenticated;
grant select, insert, update, delete on table public.user_connections to service_role;

create table public.user_discovery_locations (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  latitude double precision not null,
  longitude double precision not null,
  "position" extensions.geography(Point,4326) generated always as (st_setsrid(st_makepoint(longitude, latitude), 4326)::geography) stored not null,
  precision_km smallint not null,
  h3_cell bigint not null,
  country_code public.country_code not null,
  source text not null,
  visible_until timestamptz not null,
  is_travelling boolean default false not null,
  constraint user_discovery_locations_pkey primary key (user_id),
  constraint user_discovery_locations_source_check check (source in ('device', 'manual', 'ip')),
  constraint latitude_in_range check (latitude between -90 and 90),
  constraint longitude_in_range check (longitude between -180 and 180),
  constraint coordinates_are_rounded check (latitude = round(latitude::numeric, 2)::double precision and longitude = round(longitude::numeric, 2)::double precision),
  constraint precision_at_least_3_km check (precision_km between 3 and 500),
  constraint h3_cell_is_coarse check ((h3_cell >> 59) = 1 and ((h3_cell >> 52) & 15) <= 6),
  constraint visible_for_30_days_at_most check (visible_until - updated_at <= interval '30 days')
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
alter table public.user_discovery_locations enable row level security;
revoke all on table public.user_discovery_locations from anon, authenticated, service_role;
comment on table public.user_discovery_locations is 'Where a person wants to be found nearby; opt-in, short lived and blurred before it gets here, which the checks hold the writer to. Only distances are ever shown.';
comment on column public.user_discovery_locations.latitude is 'Degrees of the centre of the cell.';
comment on column public.user_discovery_locations.longitude is 'Degrees.';
comment on column public.user_discovery_locations."position" is 'Centre of the cell.';
comment on column public.user_discovery_locations.h3_cell is 'H3 index of resolution 6 or coarser; people nearby share it or have a neighbour of it.';
comment on column public.user_discovery_locations.is_travelling is 'Shown elsewhere than at home on purpose.';
alter table public.user_discovery_locations add constraint user_discovery_locations_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index user_discovery_locations_h3_cell_idx on public.user_discovery_locations (h3_cell);
create index user_discovery_locations_position_idx on public.user_discovery_locations using gist ("position");
comment on index public.user_discovery_locations_position_idx is 'People nearby.';
create index user_discovery_locations_visible_until_idx on public.user_discovery_locations (visible_until);
create trigger touch_updated_at before update on public.user_discovery_locations for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.user_discovery_locations to service_role;

create table public.user_notes (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  target_id uuid not null,
  body_enc bytea not null,
  nickname text,
  key_id smallint not null,
  constraint user_notes_pkey primary key (user_id, target_id),
  constraint nobody_notes_themselves check (user_id <> target_id),
  constraint body_length check (octet_length(body_enc) <= 8100),
  constraint nickname_length check (char_length(nickname) between 1 and 60)
);
alter table public.user_notes enable row level security;
revoke all on table public.user_notes from anon, authenticated, service_role;
comment on table public.user_notes is 'What a person notes privately about another account, with a nickname; creators'' notes about fans are creator_fan_notes.';
comment on column public.user_notes.body_enc is 'Up to 2000 characters before encryption.';
comment on column public.user_notes.key_id is 'Version of the encryption key.';
alter table public.user_notes add constraint user_notes_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_notes add constraint user_notes_target_id_fkey foreign key (target_id) references public.users (id) on delete cascade;
create index user_notes_target_id_fkey_idx on public.user_notes (target_id);
create trigger touch_updated_at before update on public.user_notes for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_notes for select to authenticated using (user_notes.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_notes for update to authenticated using (user_notes.user_id = (select boyfanz.current_user_id())) with check (user_notes.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_notes for delete to authenticated using (user_notes.user_id = (select boyfanz.current_user_id()));
grant select (created_at, nickname, target_id, updated_at, user_id), update (nickname), delete on table public.user_notes to authenticated;
grant select, insert, update, delete on table public.user_notes to service_role;

create table public.user_restrictions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  restricted_id uuid not null,
  scopes text[] default '{comment,message,live_chat}' not null,
  reason text,
  expires_at timestamptz,
  constraint user_restrictions_pkey primary key (user_id, restricted_id),
  constraint user_restrictions_scopes_check check (scopes <@ array['comment', 'message', 'live_chat', 'story_reply', 'purchase']::text[]),
  constraint nobody_restricts_themselves check (user_id <> restricted_id),
  constraint scopes_are_named check (cardinality(scopes) > 0),
  constraint reason_length check (char_length(reason) <= 500),
  constraint expires_after_start check (expires_at > created_at)
);
alter table public.user_restrictions enable row level security;
revoke all on table public.user_restrictions from anon, authenticated, service_role;
comment on table public.user_restrictions is 'Restricting somebody softly, between mute and block; their comments are seen by themselves alone, their messages wait. The restricted side is not told.';
comment on column public.user_restrictions.expires_at is 'NULL for good.';
alter table public.user_restrictions add constraint user_restrictions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.user_restrictions add constraint user_restrictions_restricted_id_fkey foreign key (restricted_id) references public.users (id) on delete cascade;
create index user_restrictions_restricted_id_user_id_idx on public.user_restrictions (restricted_id, user_id);
create index user_restrictions_expires_at_idx on public.user_restrictions (expires_at) where (expires_at is not null);
create trigger touch_updated_at before update on public.user_restrictions for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.user_restrictions for select to authenticated using (user_restrictions.user_id = (select boyfanz.current_user_id()));
create policy member_insert on public.user_restrictions for insert to authenticated with check (user_restrictions.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.user_restrictions for update to authenticated using (user_restrictions.user_id = (select boyfanz.current_user_id())) with check (user_restrictions.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.user_restrictions for delete to authenticated using (user_restrictions.user_id = (select boyfanz.current_user_id()));
grant select, insert (expires_at, reason, restricted_id, scopes, user_id), update (expires_at, reason, restricted_id, scopes, user_id), delete on table public.user_restrictions to authenticated;
grant select, insert, update, delete on table public.user_restrictions to service_role;

create table public.announcement_receipts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  announcement_id uuid not null,
  user_id uuid not null,
  seen_at timestamptz default now() not null,
  dismissed_at timestamptz,
  acknowledged_at timestamptz,
  constraint announcement_receipts_pkey primary key (announcement_id, user_id),
  constraint seen_comes_first check (dismissed_at >= seen_at and acknowledged_at >= seen_at)
);
alter table public.announcement_receipts enable row level security;
revoke all on table public.announcement_receipts from anon, authenticated, service_role;
comment on table public.announcement_receipts is 'Who saw, dismissed or acknowledged an announcement; acknowledged only where that is asked for.';
alter table public.announcement_receipts add constraint announcement_receipts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index announcement_receipts_user_id_fkey_idx on public.announcement_receipts (user_id);
create trigger touch_updated_at before update on public.announcement_receipts for each row execute function boyfanz.touch_updated_at();
create trigger acknowledged_once before update of acknowledged_at on public.announcement_receipts for each row execute function boyfanz.set_once('acknowledged_at');
create trigger acknowledgement_is_asked_for before insert or update of acknowledged_at on public.announcement_receipts for each row when (new.acknowledged_at is not null) execute function boyfanz.check_parent('announcements', 'parent.id = child.announcement_id and parent.requires_ack', 'The announcement asks for no acknowledgement.');
create policy member_select on public.announcement_receipts for select to authenticated using (announcement_receipts.user_id = (select boyfanz.current_user_id()));
grant select, insert (acknowledged_at, announcement_id, dismissed_at, user_id), update (acknowledged_at, announcement_id, dismissed_at, user_id) on table public.announcement_receipts to authenticated;
grant select, insert, update, delete on table public.announcement_receipts to service_role;

create table public.announcements (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  audience jsonb default '{}' not null,
  titles jsonb not null,
  bodies jsonb not null,
  link text,
  priority smallint default 0 not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  requires_ack boolean default false not null,
  created_by uuid,
  published_at timestamptz,
  constraint announcements_pkey primary key (id),
  constraint announcements_kind_check check (kind in ('info', 'maintenance', 'policy', 'feature', 'legal')),
  constraint audience_is_an_object check (jsonb_typeof(audience) = 'object'),
  constraint texts_are_objects check (jsonb_typeof(titles) = 'object' and jsonb_typeof(bodies) = 'object'),
  constraint published_says_something check (published_at is null or (titles <> '{}' and bodies <> '{}')),
  constraint ends_after_start check (ends_at > starts_at)
);
alter table public.announcements enable row level security;
alter table public.announcement_receipts add constraint announcement_receipts_announcement_id_fkey foreign key (announcement_id) references public.announcements (id) on delete cascade;
create policy member_insert on public.announcement_receipts for insert to authenticated with check ((announcement_receipts.user_id = (select boyfanz.current_user_id()) and (exists ( select from public.announcements a where a.id = announcement_receipts.announcement_id and a.published_at <= now() and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now()) and a.audience = '{}'::jsonb offset 0))));
create policy member_update on public.announcement_receipts for update to authenticated using (announcement_receipts.user_id = (select boyfanz.current_user_id())) with check ((announcement_receipts.user_id = (select boyfanz.current_user_id()) and (exists ( select from public.announcements a where a.id = announcement_receipts.announcement_id and a.published_at <= now() and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now()) and a.audience = '{}'::jsonb offset 0))));
revoke all on table public.announcements from anon, authenticated, service_role;
comment on table public.announcements is 'Announcements of the platform and banners with audience and window, published only when every enabled language of the platform is there.';
comment on column public.announcements.audience is 'Empty for everybody.';
comment on column public.announcements.titles is 'Language tag to text.';
comment on column public.announcements.bodies is 'Language tag to text.';
alter table public.announcements add constraint announcements_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
create index announcements_starts_at_idx on public.announcements (starts_at desc) where (published_at is not null);
create index announcements_created_by_fkey_idx on public.announcements (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.announcements for each row execute function boyfanz.touch_updated_at();
create trigger every_language_is_there before insert or update of published_at, titles, bodies on public.announcements for each row when (new.published_at is not null) execute function boyfanz.check_announcement_languages();
create policy anonymous_select on public.announcements for select to anon using ((published_at <= now() and starts_at <= now() and (ends_at is null or ends_at > now()) and audience = '{}'::jsonb));
create policy member_select on public.announcements for select to authenticated using ((published_at <= now() and starts_at <= now() and (ends_at is null or ends_at > now()) and audience = '{}'::jsonb));
create policy staff_select on public.announcements for select to boyfanz_staff using ((select boyfanz.has_permission('announcement.publish')));
grant select (audience, bodies, created_at, ends_at, id, kind, link, priority, published_at, requires_ack, starts_at, titles, updated_at) on table public.announcements to anon;
grant select (audience, bodies, created_at, ends_at, id, kind, link, priority, published_at, requires_ack, starts_at, titles, updated_at) on table public.announcements to authenticated;
grant select on table public.announcements to boyfanz_staff;
grant select, insert, update, delete on table public.announcements to service_role;

create table public.auto_message_rules (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  trigger text not null,
  delay interval default '0' not null,
  template_id uuid not null,
  conditions jsonb default '{}' not null,
  cooldown interval default '0' not null,
  active_from timestamptz,
  active_until timestamptz,
  is_enabled boolean default true not null,
  constraint auto_message_rules_pkey primary key (id),
  constraint auto_message_rules_trigger_check check (trigger in ('new_subscriber', 'renewed', 'expired', 'new_follower', 'first_message', 'away', 'tip_received', 'purchase', 'inactive')),
  constraint delay_is_not_negative check (delay >= interval '0'),
  constraint cooldown_is_not_negative check (cooldown >= interval '0'),
  constraint conditions_are_an_object check (jsonb_typeof(conditions) = 'object'),
  constraint ends_after_start check (active_until > active_from)
);
alter table public.auto_message_rules enable row level security;
revoke all on table public.auto_message_rules from anon, authenticated, service_role;
comment on table public.auto_message_rules is 'Messages that go out by themselves when something happens to a fan; welcome, renewal, win-back, away.';
comment on column public.auto_message_rules.delay is 'From the event to the message.';
comment on column public.auto_message_rules.cooldown is 'Least time between two messages of this rule to one person.';
alter table public.auto_message_rules add constraint auto_message_rules_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index auto_message_rules_creator_id_trigger_idx on public.auto_message_rules (creator_id, trigger) where (is_enabled);
comment on index public.auto_message_rules_creator_id_trigger_idx is 'What to do when something happens to a fan of this creator.';
create index auto_message_rules_trigger_idx on public.auto_message_rules (trigger) where (is_enabled);
comment on index public.auto_message_rules_trigger_idx is 'For the sweep over the inactive and the away.';
create index auto_message_rules_creator_id_template_id_fkey_idx on public.auto_message_rules (creator_id, template_id);
create trigger touch_updated_at before update on public.auto_message_rules for each row execute function boyfanz.touch_updated_at();
create trigger creator_never_changes before update of creator_id on public.auto_message_rules for each row execute function boyfanz.set_once('creator_id');
create policy member_select on public.auto_message_rules for select to authenticated using (auto_message_rules.creator_id = (select boyfanz.current_user_id()));
create policy member_insert on public.auto_message_rules for insert to authenticated with check (auto_message_rules.creator_id = (select boyfanz.current_user_id()));
create policy member_update on public.auto_message_rules for update to authenticated using (auto_message_rules.creator_id = (select boyfanz.current_user_id())) with check (auto_message_rules.creator_id = (select boyfanz.current_user_id()));
create policy member_delete on public.auto_message_rules for delete to authenticated using (auto_message_rules.creator_id = (select boyfanz.current_user_id()));
grant select, insert (active_from, active_until, conditions, cooldown, creator_id, delay, id, is_enabled, template_id, trigger), update (active_from, active_until, conditions, cooldown, creator_id, delay, id, is_enabled, template_id, trigger), delete on table public.auto_message_rules to authenticated;
grant select, insert, update, delete on table public.auto_message_rules to service_role;

create table public.auto_message_runs (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  rule_id uuid not null,
  recipient_id uuid not null,
  trigger_ref text not null,
  creator_id uuid not null,
  run_at timestamptz not null,
  status text default 'pending' not null,
  conversation_id uuid,
  message_seq bigint,
  constraint auto_message_runs_pkey primary key (rule_id, recipient_id, trigger_ref),
  constraint auto_message_runs_status_check check (status in ('pending', 'sent', 'skipped', 'failed')),
  constraint trigger_ref_length check (char_length(trigger_ref) between 1 and 200),
  constraint sent_names_its_message check (status <> 'sent' or (conversation_id is not null and message_seq is not null)),
  constraint creator_is_not_the_recipient check (creator_id <> recipient_id)
);
alter table public.auto_message_runs enable row level security;
revoke all on table public.auto_message_runs from anon, authenticated, service_role;
comment on table public.auto_message_runs is 'Automatic messages that were due or went out; the key keeps anybody from getting the same one twice for one event.';
comment on column public.auto_message_runs.trigger_ref is 'The event in words that a retry repeats.';
alter table public.auto_message_runs add constraint auto_message_runs_rule_id_fkey foreign key (rule_id) references public.auto_message_rules (id) on delete cascade;
alter table public.auto_message_runs add constraint auto_message_runs_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
alter table public.auto_message_runs add constraint auto_message_runs_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
create index auto_message_runs_run_at_idx on public.auto_message_runs (run_at) where (status = 'pending');
create index auto_message_runs_creator_id_run_at_idx on public.auto_message_runs (creator_id, run_at desc);
create index auto_message_runs_recipient_id_fkey_idx on public.auto_message_runs (recipient_id);
create trigger touch_updated_at before update on public.auto_message_runs for each row execute function boyfanz.touch_updated_at();
create trigger rule_of_same_creator before insert or update of rule_id, creator_id on public.auto_message_runs for each row execute function boyfanz.check_parent('auto_message_rules', 'parent.id = child.rule_id and parent.creator_id = child.creator_id', 'The rule is not one of this creator.');
create policy member_select on public.auto_message_runs for select to authenticated using (auto_message_runs.creator_id = (select boyfanz.current_user_id()));
grant select on table public.auto_message_runs to authenticated;
grant select, insert, update, delete on table public.auto_message_runs to service_role;

create table public.call_participants (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  call_id uuid not null,
  user_id uuid not null,
  joined_at timestamptz default now() not null,
  left_at timestamptz,
  device_id uuid,
  billed_seconds integer,
  quality jsonb default '{}' not null,
  constraint call_participants_pkey primary key (call_id, user_id, joined_at),
  constraint left_after_joined check (left_at >= joined_at),
  constraint billed_seconds_are_not_negative check (billed_seconds >= 0),
  constraint quality_is_an_object check (jsonb_typeof(quality) = 'object')
);
alter table public.call_participants enable row level security;
revoke all on table public.call_participants from anon, authenticated, service_role;
comment on table public.call_participants is 'Each stay of a person in a call, with the seconds charged for it and the quality.';
comment on column public.call_participants.quality is 'Loss, delay and bit rates as the client reports them.';
alter table public.call_participants add constraint call_participants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.call_participants add constraint call_participants_device_id_fkey foreign key (device_id) references public.user_devices (id) on delete set null;
create index call_participants_user_id_joined_at_idx on public.call_participants (user_id, joined_at desc);
create index call_participants_device_id_fkey_idx on public.call_participants (device_id) where (device_id is not null);
create trigger touch_updated_at before update on public.call_participants for each row execute function boyfanz.touch_updated_at();
create trigger device_of_same_user before insert or update of device_id, user_id on public.call_participants for each row when (new.device_id is not null) execute function boyfanz.check_parent('user_devices', 'parent.id = child.device_id and parent.user_id = child.user_id', 'The device is somebody else''s.');
create policy member_select on public.call_participants for select to authenticated using (call_participants.user_id = (select boyfanz.current_user_id()) or call_participants.call_id = any (array(select boyfanz.my_call_participants_call_id())));
grant select (billed_seconds, call_id, created_at, joined_at, left_at, updated_at, user_id) on table public.call_participants to authenticated;
grant select, insert, update, delete on table public.call_participants to service_role;

create table public.call_sessions (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  initiator_id uuid not null,
  creator_id uuid,
  kind text not null,
  state text default 'ringing' not null,
  rate_minor_per_minute bigint,
  currency public.currency_code,
  hold_transaction_id uuid,
  billed_minor bigint,
  room_ref text not null,
  ring_started_at timestamptz default now() not null,
  answered_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  has_recording_consent boolean default false not null,
  constraint call_sessions_pkey primary key (id),
  constraint call_sessions_hold_transaction_id_key unique (hold_transaction_id),
  constraint call_sessions_kind_check check (kind in ('voice', 'video')),
  constraint call_sessions_state_check check (state in ('ringing', 'active', 'ended', 'missed', 'declined', 'failed')),
  constraint rate_is_positive check (rate_minor_per_minute > 0),
  constraint rate_names_currency_and_earner check ((rate_minor_per_minute is null) = (currency is null) and (rate_minor_per_minute is null or creator_id is not null)),
  constraint paid_call_has_a_hold check (rate_minor_per_minute is null or state not in ('active', 'ended') or hold_transaction_id is not null),
  constraint billed_after_a_paid_call check (billed_minor is null or (billed_minor >= 0 and rate_minor_per_minute is not null and state = 'ended')),
  constraint answered_when_active check ((state in ('active', 'ended')) <= (answered_at is not null)),
  constraint missed_was_not_answered check (state not in ('ringing', 'missed', 'declined') or answered_at is null),
  constraint over_names_its_time check ((state in ('ringing', 'active')) = (ended_at is null)),
  constraint times_are_in_order check (answered_at >= ring_started_at and ended_at >= ring_started_at and ended_at >= answered_at)
);
alter table public.call_sessions enable row level security;
alter table public.call_participants add constraint call_participants_call_id_fkey foreign key (call_id) references public.call_sessions (id) on delete cascade;
revoke all on table public.call_sessions from anon, authenticated, service_role;
comment on table public.call_sessions is 'Voice and video calls in a conversation, free or paid by the minute, with state and outcome. A paid call starts only with money on hold for it, and a billed one is kept.';
comment on column public.call_sessions.creator_id is 'Who earns from a paid call.';
comment on column public.call_sessions.rate_minor_per_minute is 'Minor units of currency; NULL for a free call.';
comment on column public.call_sessions.billed_minor is 'Minor units of currency.';
comment on column public.call_sessions.room_ref is 'Room of the media server.';
comment on column public.call_sessions.has_recording_consent is 'Of everybody in the call.';
alter table public.call_sessions add constraint call_sessions_initiator_id_fkey foreign key (initiator_id) references public.users (id) on delete restrict;
alter table public.call_sessions add constraint call_sessions_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.call_sessions add constraint call_sessions_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
alter table public.call_sessions add constraint call_sessions_hold_transaction_id_fkey foreign key (hold_transaction_id) references public.ledger_transactions (id) on delete restrict;
create index call_sessions_conversation_id_ring_started_at_idx on public.call_sessions (conversation_id, ring_started_at desc);
create index call_sessions_creator_id_ring_started_at_idx on public.call_sessions (creator_id, ring_started_at desc);
create index call_sessions_state_idx on public.call_sessions (state) where (state in ('ringing', 'active'));
create index call_sessions_initiator_id_fkey_idx on public.call_sessions (initiator_id);
create index call_sessions_currency_fkey_idx on public.call_sessions (currency) where (currency is not null);
create trigger touch_updated_at before update on public.call_sessions for each row execute function boyfanz.touch_updated_at();
create trigger billed_call_is_kept before delete on public.call_sessions for each row when (old.billed_minor is not null) execute function boyfanz.refuse_delete('It was billed.');
create trigger terms_never_change before update of conversation_id, initiator_id, creator_id, rate_minor_per_minute, currency, hold_transaction_id, billed_minor on public.call_sessions for each row execute function boyfanz.set_once('conversation_id', 'initiator_id', 'creator_id', 'rate_minor_per_minute', 'currency', 'hold_transaction_id', 'billed_minor');
create policy member_select on public.call_sessions for select to authenticated using (call_sessions.creator_id = (select boyfanz.current_user_id()) or call_sessions.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())));
grant select (answered_at, billed_minor, conversation_id, created_at, creator_id, currency, end_reason, ended_at, has_recording_consent, id, initiator_id, kind, rate_minor_per_minute, ring_started_at, state, updated_at) on table public.call_sessions to authenticated;
grant select, insert, update, delete on table public.call_sessions to service_role;

create table public.communication_stats_daily (
  day date not null,
  channel text not null,
  type_id smallint not null,
  template_key text not null,
  country_code public.country_code default 'ZZ' not null,
  queued bigint default 0 not null,
  sent bigint default 0 not null,
  delivered bigint default 0 not null,
  opened bigint default 0 not null,
  clicked bigint default 0 not null,
  failed bigint default 0 not null,
  suppressed bigint default 0 not null,
  cost_micros bigint default 0 not null,
  constraint communication_stats_daily_pkey primary key (day, channel, type_id, template_key, country_code),
  constraint communication_stats_daily_channel_check check (channel in ('in_app', 'push', 'email', 'sms', 'web_push')),
  constraint counters_are_not_negative check (queued >= 0 and sent >= 0 and delivered >= 0 and opened >= 0 and clicked >= 0 and failed >= 0 and suppressed >= 0 and cost_micros >= 0),
  constraint delivered_within_sent check (delivered <= sent)
) partition by range (day);
alter table public.communication_stats_daily enable row level security;
revoke all on table public.communication_stats_daily from anon, authenticated, service_role;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'communication_stats_daily', 'day', '30 days', 1, '60 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.communication_stats_daily'::regclass);
comment on table public.communication_stats_daily is 'Daily figures of the platform by channel, kind, template version and country.';
comment on column public.communication_stats_daily.template_key is 'Template, variant and version.';
comment on column public.communication_stats_daily.country_code is 'ZZ when not known.';
comment on column public.communication_stats_daily.cost_micros is 'Millionths of one US dollar, converted at the rate of the day.';
create index communication_stats_daily_type_id_day_idx on public.communication_stats_daily (type_id, day desc);
create policy staff_select on public.communication_stats_daily for select to boyfanz_staff using ((select boyfanz.has_permission('analytics.read')));
grant select on table public.communication_stats_daily to boyfanz_staff;
grant select, insert, update, delete on table public.communication_stats_daily to service_role;

create table public.contact_suppressions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  channel text not null,
  destination_bidx public.digest_256 not null,
  scope text default 'all' not null,
  reason text not null,
  source_ref text,
  suppressed_at timestamptz default now() not null,
  expires_at timestamptz,
  constraint contact_suppressions_pkey primary key (channel, destination_bidx),
  constraint contact_suppressions_channel_check check (channel in ('email', 'sms', 'push', 'voice')),
  constraint contact_suppressions_scope_check check (scope in ('all', 'marketing')),
  constraint contact_suppressions_reason_check check (reason in ('hard_bounce', 'complaint', 'unsubscribe', 'stop_keyword', 'staff', 'erased')),
  constraint stop_keyword_comes_by_sms check (reason <> 'stop_keyword' or channel = 'sms'),
  constraint erased_is_never_contacted check (reason <> 'erased' or (scope = 'all' and expires_at is null)),
  constraint expires_after_suppressed check (expires_at > suppressed_at)
);
alter table public.contact_suppressions enable row level security;
revoke all on table public.contact_suppressions from anon, authenticated, service_role;
comment on table public.contact_suppressions is 'Destinations that are not contacted on a channel any more, known only by a keyed hash, so that they outlive the account. The service looks here in the transaction that queues a message.';
comment on column public.contact_suppressions.destination_bidx is 'HMAC of the destination as in the blind indexes of section 1.';
comment on column public.contact_suppressions.expires_at is 'NULL for good.';
create index contact_suppressions_expires_at_idx on public.contact_suppressions (expires_at) where (expires_at is not null);
create trigger touch_updated_at before update on public.contact_suppressions for each row execute function boyfanz.touch_updated_at();
grant select, insert, update, delete on table public.contact_suppressions to service_role;

create table public.conversation_assignments (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  creator_id uuid not null,
  delegate_id uuid not null,
  assigned_by uuid,
  assigned_at timestamptz default now() not null,
  released_at timestamptz,
  note text,
  constraint conversation_assignments_pkey primary key (id),
  constraint released_after_assigned check (released_at > assigned_at)
);
alter table public.conversation_assignments enable row level security;
revoke all on table public.conversation_assignments from anon, authenticated, service_role;
comment on table public.conversation_assignments is 'Which delegate answers a conversation for a creator, from when to when; one at a time.';
alter table public.conversation_assignments add constraint conversation_assignments_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.conversation_assignments add constraint conversation_assignments_delegate_id_fkey foreign key (delegate_id) references public.creator_delegates (id) on delete cascade;
alter table public.conversation_assignments add constraint conversation_assignments_assigned_by_fkey foreign key (assigned_by) references public.users (id) on delete set null;
create unique index conversation_assignments_one_live_idx on public.conversation_assignments (conversation_id) where (released_at is null);
create index conversation_assignments_conversation_id_assigned_at_idx on public.conversation_assignments (conversation_id, assigned_at desc);
create index conversation_assignments_delegate_id_assigned_at_idx on public.conversation_assignments (delegate_id, assigned_at desc);
create index conversation_assignments_live_idx on public.conversation_assignments (delegate_id) where (released_at is null);
create index conversation_assignments_creator_id_assigned_at_idx on public.conversation_assignments (creator_id, assigned_at desc);
create index conversation_assignments_assigned_by_fkey_idx on public.conversation_assignments (assigned_by) where (assigned_by is not null);
create trigger touch_updated_at before update on public.conversation_assignments for each row execute function boyfanz.touch_updated_at();
create trigger conversation_is_the_creators before insert or update of conversation_id, creator_id on public.conversation_assignments for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.creator_id = child.creator_id', 'The conversation is not in the inbox of this creator.');
create trigger delegate_is_the_creators before insert or update of delegate_id, creator_id on public.conversation_assignments for each row execute function boyfanz.check_parent('creator_delegates', 'parent.id = child.delegate_id and parent.creator_id = child.creator_id and parent.accepted_at is not null and parent.revoked_at is null', 'The delegate does not act for this creator.');
create policy member_select on public.conversation_assignments for select to authenticated using (conversation_assignments.creator_id = (select boyfanz.current_user_id()) or (conversation_assignments.delegate_id = any (array(select boyfanz.my_creator_delegates_id_by_delegate_user_id())) and (creator_id = any (array(select boyfanz.creators_i_act_for('message.read'))))));
grant select on table public.conversation_assignments to authenticated;
grant select, insert, update, delete on table public.conversation_assignments to service_role;

create table public.conversation_bans (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  banned_by uuid,
  reason text,
  until timestamptz,
  constraint conversation_bans_pkey primary key (conversation_id, user_id),
  constraint ends_after_start check (until > created_at),
  constraint nobody_bans_themselves check (banned_by <> user_id)
);
alter table public.conversation_bans enable row level security;
revoke all on table public.conversation_bans from anon, authenticated, service_role;
comment on table public.conversation_bans is 'People who were removed from a room and may not return, for a time or for good.';
comment on column public.conversation_bans.until is 'NULL for good.';
alter table public.conversation_bans add constraint conversation_bans_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.conversation_bans add constraint conversation_bans_banned_by_fkey foreign key (banned_by) references public.users (id) on delete set null;
create index conversation_bans_until_idx on public.conversation_bans (until) where (until is not null);
create index conversation_bans_user_id_fkey_idx on public.conversation_bans (user_id);
create index conversation_bans_banned_by_fkey_idx on public.conversation_bans (banned_by) where (banned_by is not null);
create trigger touch_updated_at before update on public.conversation_bans for each row execute function boyfanz.touch_updated_at();
create trigger conversation_has_members before insert or update of conversation_id on public.conversation_bans for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.kind <> ''direct''', 'A direct conversation is ended by a block, not by a ban.');
create policy staff_select on public.conversation_bans for select to boyfanz_staff using ((select boyfanz.has_permission('message.read_reported')));
grant select on table public.conversation_bans to authenticated;
grant select on table public.conversation_bans to boyfanz_staff;
grant select, insert, update, delete on table public.conversation_bans to service_role;

create table public.conversation_folder_items (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  folder_id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  added_at timestamptz default now() not null,
  constraint conversation_folder_items_pkey primary key (user_id, folder_id, conversation_id)
);
alter table public.conversation_folder_items enable row level security;
revoke all on table public.conversation_folder_items from anon, authenticated, service_role;
comment on table public.conversation_folder_items is 'Conversations filed in a folder, by its owner and only where the owner takes part.';
alter table public.conversation_folder_items add constraint conversation_folder_items_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index conversation_folder_items_conversation_id_user_id_fkey_idx on public.conversation_folder_items (conversation_id, user_id);
create trigger touch_updated_at before update on public.conversation_folder_items for each row execute function boyfanz.touch_updated_at();
create policy member_insert on public.conversation_folder_items for insert to authenticated with check (conversation_folder_items.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.conversation_folder_items for update to authenticated using (conversation_folder_items.user_id = (select boyfanz.current_user_id())) with check (conversation_folder_items.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.conversation_folder_items for delete to authenticated using (conversation_folder_items.user_id = (select boyfanz.current_user_id()));
grant select, insert (conversation_id, created_at, folder_id, updated_at, user_id), update (conversation_id, created_at, folder_id, updated_at, user_id), delete on table public.conversation_folder_items to authenticated;
grant select, insert, update, delete on table public.conversation_folder_items to service_role;

create table public.conversation_folders (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  name text not null,
  name_key text generated always as (lower(normalize(btrim(name), NFKC))) stored not null,
  "position" smallint default 0 not null,
  rules jsonb,
  is_shared_with_delegates boolean default false not null,
  constraint conversation_folders_pkey primary key (id),
  constraint conversation_folders_user_id_name_key_key unique (user_id, name_key),
  constraint conversation_folders_user_id_id_key unique (user_id, id),
  constraint name_length check (char_length(btrim(name)) between 1 and 60),
  constraint position_is_not_negative check (position >= 0),
  constraint rules_are_an_object check (jsonb_typeof(rules) = 'object')
);
alter table public.conversation_folders enable row level security;
alter table public.conversation_folder_items add constraint folder_of_same_user foreign key (user_id, folder_id) references public.conversation_folders (user_id, id) on delete cascade;
create policy member_select on public.conversation_folder_items for select to authenticated using (conversation_folder_items.user_id = (select boyfanz.current_user_id()) or (conversation_folder_items.user_id = any (array(select boyfanz.my_creator_delegates_creator_id_by_delegate_user_id())) and (user_id = any (array(select boyfanz.creators_i_act_for('message.read'))) and exists ( select from public.conversation_folders f where f.user_id = conversation_folder_items.user_id and f.id = conversation_folder_items.folder_id and f.is_shared_with_delegates offset 0))));
revoke all on table public.conversation_folders from anon, authenticated, service_role;
comment on table public.conversation_folders is 'A person''s own folders for the inbox, filled by hand or by rules.';
comment on column public.conversation_folders.name_key is 'What makes two names the same.';
comment on column public.conversation_folders.rules is 'What files a conversation here by itself; NULL for a folder filled by hand.';
alter table public.conversation_folders add constraint conversation_folders_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index conversation_folders_user_id_position_idx on public.conversation_folders (user_id, "position");
create trigger touch_updated_at before update on public.conversation_folders for each row execute function boyfanz.touch_updated_at();
create trigger at_most_50_per_user after insert or update of user_id on public.conversation_folders for each row execute function boyfanz.limit_rows_per_owner('user_id', '50');
create policy member_select on public.conversation_folders for select to authenticated using (conversation_folders.user_id = (select boyfanz.current_user_id()) or (conversation_folders.user_id = any (array(select boyfanz.my_creator_delegates_creator_id_by_delegate_user_id())) and (is_shared_with_delegates and user_id = any (array(select boyfanz.creators_i_act_for('message.read'))))));
create policy member_insert on public.conversation_folders for insert to authenticated with check (conversation_folders.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.conversation_folders for update to authenticated using (conversation_folders.user_id = (select boyfanz.current_user_id())) with check (conversation_folders.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.conversation_folders for delete to authenticated using (conversation_folders.user_id = (select boyfanz.current_user_id()));
grant select, insert (id, is_shared_with_delegates, name, "position", rules, user_id), update (id, is_shared_with_delegates, name, "position", rules, user_id), delete on table public.conversation_folders to authenticated;
grant select, insert, update, delete on table public.conversation_folders to service_role;

create table public.conversation_invites (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  created_by uuid,
  token_hash public.digest_256,
  invitee_id uuid,
  role text default 'member' not null,
  max_uses integer,
  uses integer default 0 not null,
  state text default 'active' not null,
  expires_at timestamptz,
  constraint conversation_invites_pkey primary key (id),
  constraint conversation_invites_token_hash_key unique (token_hash),
  constraint conversation_invites_role_check check (role in ('admin', 'member', 'guest')),
  constraint conversation_invites_state_check check (state in ('active', 'accepted', 'revoked', 'expired')),
  constraint link_or_person check (num_nonnulls(token_hash, invitee_id) = 1),
  constraint uses_within_limit check (uses >= 0 and uses <= max_uses),
  constraint max_uses_is_positive check (max_uses > 0),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.conversation_invites enable row level security;
revoke all on table public.conversation_invites from anon, authenticated, service_role;
comment on table public.conversation_invites is 'Ways into a room other than a first message; a link, of which only the hash is kept, or an invitation of one person.';
alter table public.conversation_invites add constraint conversation_invites_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
alter table public.conversation_invites add constraint conversation_invites_invitee_id_fkey foreign key (invitee_id) references public.users (id) on delete cascade;
create index conversation_invites_conversation_id_state_idx on public.conversation_invites (conversation_id, state);
create index conversation_invites_invitee_id_state_idx on public.conversation_invites (invitee_id, state);
create unique index conversation_invites_conversation_id_invitee_id_idx on public.conversation_invites (conversation_id, invitee_id) where (state = 'active' and invitee_id is not null);
comment on index public.conversation_invites_conversation_id_invitee_id_idx is 'Nobody is asked twice at a time.';
create index conversation_invites_created_by_fkey_idx on public.conversation_invites (created_by) where (created_by is not null);
create trigger touch_updated_at before update on public.conversation_invites for each row execute function boyfanz.touch_updated_at();
create trigger conversation_takes_members before insert or update of conversation_id on public.conversation_invites for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.kind in (''group'', ''circle'', ''broadcast'')', 'Nobody is invited to a direct or support conversation.');
grant select (conversation_id, created_at, created_by, expires_at, id, invitee_id, max_uses, role, state, updated_at, uses) on table public.conversation_invites to authenticated;
grant select, insert, update, delete on table public.conversation_invites to service_role;

create table public.conversation_participants (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  role text default 'member' not null,
  joined_seq bigint not null,
  left_at timestamptz,
  last_read_seq bigint default 0 not null,
  last_read_at timestamptz,
  last_delivered_seq bigint default 0 not null,
  unread_count integer default 0 not null,
  unread_mentions integer default 0 not null,
  cleared_before_seq bigint default 0 not null,
  inbox_state text default 'primary' not null,
  last_message_at timestamptz,
  is_pinned boolean default false not null,
  muted_until timestamptz,
  notify text default 'all' not null,
  nickname text,
  constraint conversation_participants_pkey primary key (conversation_id, user_id),
  constraint conversation_participants_role_check check (role in ('owner', 'admin', 'member', 'guest')),
  constraint conversation_participants_inbox_state_check check (inbox_state in ('primary', 'request', 'general', 'archived', 'spam')),
  constraint conversation_participants_notify_check check (notify in ('all', 'mentions', 'none')),
  constraint counters_are_not_negative check (unread_count >= 0 and unread_mentions >= 0),
  constraint seqs_are_not_negative check (joined_seq >= 0 and last_read_seq >= 0 and last_delivered_seq >= 0 and cleared_before_seq >= 0),
  constraint nickname_length check (char_length(nickname) between 1 and 60)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.conversation_participants enable row level security;
create policy member_select on public.conversation_bans for select to authenticated using ((conversation_bans.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())) and (exists ( select from public.conversation_participants p where p.conversation_id = conversation_bans.conversation_id and p.user_id = (select boyfanz.current_user_id()) and p.left_at is null and p.role in ('owner', 'admin') offset 0))));
alter table public.conversation_folder_items add constraint user_takes_part foreign key (conversation_id, user_id) references public.conversation_participants (conversation_id, user_id) on delete cascade;
create policy member_select on public.conversation_invites for select to authenticated using (conversation_invites.created_by = (select boyfanz.current_user_id()) or conversation_invites.invitee_id = (select boyfanz.current_user_id()) or (conversation_invites.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())) and (exists ( select from public.conversation_participants p where p.conversation_id = conversation_invites.conversation_id and p.user_id = (select boyfanz.current_user_id()) and p.left_at is null and p.role in ('owner', 'admin') offset 0))));
revoke all on table public.conversation_participants from anon, authenticated, service_role;
comment on table public.conversation_participants is 'Membership of a person in a conversation with read watermark, unread counters and personal settings; one row is one line of the inbox. In a broadcast room unread is last_seq less last_read_seq at reading, never a counter per member.';
comment on column public.conversation_participants.joined_seq is 'Messages up to it are not shown to this member.';
comment on column public.conversation_participants.cleared_before_seq is 'The member emptied the conversation up to here.';
comment on column public.conversation_participants.last_message_at is 'Copied from the conversation so that the inbox is one index scan.';
comment on column public.conversation_participants.nickname is 'Given by the member to the room.';
alter table public.conversation_participants add constraint conversation_participants_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create index conversation_participants_user_id_inbox_state_last_9957ed5f_idx on public.conversation_participants (user_id, inbox_state, last_message_at desc, conversation_id);
comment on index public.conversation_participants_user_id_inbox_state_last_9957ed5f_idx is 'The inbox. Rooms that were left are few and filtered, so that the index also serves the deletion of an account.';
create index conversation_participants_unread_idx on public.conversation_participants (user_id) where (unread_count > 0 and left_at is null);
create trigger touch_updated_at before update on public.conversation_participants for each row execute function boyfanz.touch_updated_at();
create trigger check_participant before insert or update of last_read_seq, last_delivered_seq, unread_count, unread_mentions, left_at on public.conversation_participants for each row execute function boyfanz.check_participant();
create trigger direct_room_is_for_its_two before insert or update of left_at on public.conversation_participants for each row when (new.left_at is null) execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and (parent.kind <> ''direct'' or exists ( select from public.direct_conversation_pairs p where p.conversation_id = child.conversation_id and child.user_id in (p.user_low_id, p.user_high_id)))', 'the user is not one of the two of a direct conversation');
create trigger watermarks_only_grow before update of last_read_seq, last_delivered_seq, cleared_before_seq on public.conversation_participants for each row execute function boyfanz.only_grows('last_read_seq', 'last_delivered_seq', 'cleared_before_seq');
create policy member_select on public.conversation_participants for select to authenticated using (conversation_participants.user_id = (select boyfanz.current_user_id()));
create policy member_update on public.conversation_participants for update to authenticated using (conversation_participants.user_id = (select boyfanz.current_user_id())) with check (conversation_participants.user_id = (select boyfanz.current_user_id()));
grant select, update (is_pinned, muted_until, notify) on table public.conversation_participants to authenticated;
grant select, insert, update, delete on table public.conversation_participants to service_role;

create table public.conversation_stats_daily (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  day date not null,
  delegate_id uuid default '00000000-0000-0000-0000-000000000000' not null,
  messages_in integer default 0 not null,
  messages_out integer default 0 not null,
  new_conversations integer default 0 not null,
  median_response_s integer,
  paid_sent integer default 0 not null,
  paid_unlocked integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  constraint conversation_stats_daily_pkey primary key (creator_id, day, delegate_id),
  constraint counters_are_not_negative check (messages_in >= 0 and messages_out >= 0 and new_conversations >= 0 and median_response_s >= 0 and paid_sent >= 0 and paid_unlocked >= 0),
  constraint unlocked_within_sent check (paid_unlocked <= paid_sent)
);
alter table public.conversation_stats_daily enable row level security;
revoke all on table public.conversation_stats_daily from anon, authenticated, service_role;
comment on table public.conversation_stats_daily is 'Daily figures of a creator''s inbox, per delegate who answers in it; derived, the ledger is the record of revenue.';
comment on column public.conversation_stats_daily.delegate_id is 'The zero uuid for the creator in person.';
comment on column public.conversation_stats_daily.median_response_s is 'Seconds.';
comment on column public.conversation_stats_daily.paid_unlocked is 'Of those sent on this day.';
comment on column public.conversation_stats_daily.revenue_minor is 'Minor units of currency.';
alter table public.conversation_stats_daily add constraint conversation_stats_daily_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.conversation_stats_daily add constraint conversation_stats_daily_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index conversation_stats_daily_day_idx on public.conversation_stats_daily (day);
create index conversation_stats_daily_currency_fkey_idx on public.conversation_stats_daily (currency);
create trigger touch_updated_at before update on public.conversation_stats_daily for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.conversation_stats_daily for select to authenticated using (conversation_stats_daily.creator_id = (select boyfanz.current_user_id()));
grant select on table public.conversation_stats_daily to authenticated;
grant select, insert, update, delete on table public.conversation_stats_daily to service_role;

create table public.conversation_unread_totals (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  inbox_state text not null,
  unread_messages integer default 0 not null,
  unread_conversations integer default 0 not null,
  updated_seq bigint default 0 not null,
  constraint conversation_unread_totals_pkey primary key (user_id, inbox_state),
  constraint conversation_unread_totals_inbox_state_check check (inbox_state in ('primary', 'request', 'general', 'archived', 'spam')),
  constraint counters_are_not_negative check (unread_messages >= 0 and unread_conversations >= 0)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
alter table public.conversation_unread_totals enable row level security;
revoke all on table public.conversation_unread_totals from anon, authenticated, service_role;
comment on table public.conversation_unread_totals is 'The unread badge of a person per inbox, kept with the rows of conversation_participants and rebuilt from them when they drift apart.';
comment on column public.conversation_unread_totals.updated_seq is 'Version of the badge, so that a device drops an older one.';
alter table public.conversation_unread_totals add constraint conversation_unread_totals_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create trigger touch_updated_at before update on public.conversation_unread_totals for each row execute function boyfanz.touch_updated_at();
create trigger updated_seq_only_grows before update of updated_seq on public.conversation_unread_totals for each row execute function boyfanz.only_grows('updated_seq');
create policy member_select on public.conversation_unread_totals for select to authenticated using (conversation_unread_totals.user_id = (select boyfanz.current_user_id()));
grant select on table public.conversation_unread_totals to authenticated;
grant select, insert, update, delete on table public.conversation_unread_totals to service_role;

create table public.conversations (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  kind text not null,
  created_by uuid,
  creator_id uuid,
  title text,
  avatar_asset_id uuid,
  encryption text default 'transport' not null,
  last_seq bigint default 0 not null,
  last_message_at timestamptz,
  last_preview text,
  member_count integer default 0 not null,
  is_frozen boolean default false not null,
  retention_days integer,
  deleted_at timestamptz,
  constraint conversations_pkey primary key (id),
  constraint conversations_kind_check check (kind in ('direct', 'group', 'circle', 'broadcast', 'support')),
  constraint conversations_encryption_check check (encryption in ('transport', 'e2ee')),
  constraint last_seq_is_not_negative check (last_seq >= 0),
  constraint member_count_is_not_negative check (member_count >= 0),
  constraint retention_is_positive check (retention_days > 0),
  constraint title_length check (char_length(title) between 1 and 120),
  constraint preview_length check (char_length(last_preview) <= 200),
  constraint encrypted_has_no_preview check (encryption <> 'e2ee' or last_preview is null)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
alter table public.conversations enable row level security;
alter table public.social_circles add constraint social_circles_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete set null;
alter table public.call_sessions add constraint call_sessions_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete restrict;
alter table public.conversation_assignments add constraint conversation_assignments_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.conversation_bans add constraint conversation_bans_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.conversation_invites add constraint conversation_invites_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.conversation_participants add constraint conversation_participants_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
revoke all on table public.conversations from anon, authenticated, service_role;
comment on table public.conversations is 'A room of any kind, with the counter that orders its messages and a summary of the last one. It is purged once every side is erased, and never while a legal hold covers a member or a report refers to it.';
comment on column public.conversations.creator_id is 'The creator whose inbox it belongs to.';
comment on column public.conversations.encryption is 'Can be turned to e2ee and not back.';
comment on column public.conversations.last_seq is 'Raised by the transaction that writes a message; the lock on this row is what orders messages.';
comment on column public.conversations.is_frozen is 'Takes no new messages but those of the system.';
comment on column public.conversations.retention_days is 'NULL keeps messages until somebody deletes them.';
alter table public.conversations add constraint conversations_created_by_fkey foreign key (created_by) references public.users (id) on delete set null;
alter table public.conversations add constraint conversations_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete set null;
alter table public.conversations add constraint conversations_avatar_asset_id_fkey foreign key (avatar_asset_id) references public.media_assets (id) on delete set null;
create index conversations_creator_id_kind_idx on public.conversations (creator_id, kind);
comment on index public.conversations_creator_id_kind_idx is 'A creator''s rooms by kind. No index holds last_message_at, so that a message changes this row in place (HOT).';
create index conversations_retention_days_idx on public.conversations (retention_days) where (retention_days is not null);
comment on index public.conversations_retention_days_idx is 'For the job that expires messages.';
create index conversations_deleted_at_idx on public.conversations (deleted_at) where (deleted_at is not null);
comment on index public.conversations_deleted_at_idx is 'For the job that purges.';
create index conversations_created_by_fkey_idx on public.conversations (created_by) where (created_by is not null);
create index conversations_avatar_asset_id_fkey_idx on public.conversations (avatar_asset_id) where (avatar_asset_id is not null);
create trigger touch_updated_at before update on public.conversations for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.conversations for each row execute function boyfanz.refuse_held_conversation();
create trigger encryption_stays_on before update of encryption on public.conversations for each row when (old.encryption = 'e2ee' and new.encryption <> 'e2ee') execute function boyfanz.refuse_when('End-to-end encryption is not switched off again.');
create trigger kind_never_changes before update of kind on public.conversations for each row execute function boyfanz.set_once('kind');
create trigger last_seq_only_grows before update of last_seq on public.conversations for each row execute function boyfanz.only_grows('last_seq');
create policy member_select on public.conversations for select to authenticated using ((conversations.id = any (array(select boyfanz.my_conversation_participants_conversation_id())) and (deleted_at is null)));
grant select (avatar_asset_id, created_at, created_by, creator_id, deleted_at, encryption, id, is_frozen, kind, last_message_at, last_seq, member_count, retention_days, title, updated_at) on table public.conversations to authenticated;
grant select, insert, update, delete on table public.conversations to service_role;

create table public.custom_emojis (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid,
  shortcode extensions.citext not null,
  asset_id uuid not null,
  is_animated boolean default false not null,
  required_tier_id uuid,
  review_state text default 'pending' not null,
  use_count bigint default 0 not null,
  retired_at timestamptz,
  constraint custom_emojis_pkey primary key (id),
  constraint custom_emojis_review_state_check check (review_state in ('pending', 'approved', 'rejected')),
  constraint shortcode_form check (shortcode::text ~ '^[a-z0-9_]{2,32}$'),
  constraint tier_belongs_to_a_creator check (required_tier_id is null or creator_id is not null),
  constraint use_count_is_not_negative check (use_count >= 0)
) with (fillfactor = 85);
alter table public.custom_emojis enable row level security;
revoke all on table public.custom_emojis from anon, authenticated, service_role;
comment on table public.custom_emojis is 'Emojis and emotes of the platform or of a creator, for chat and comments. Whether a subscriber may use one is looked at when it is used.';
comment on column public.custom_emojis.creator_id is 'NULL for those of the platform.';
alter table public.custom_emojis add constraint custom_emojis_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete cascade;
alter table public.custom_emojis add constraint custom_emojis_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
alter table public.custom_emojis add constraint tier_of_same_creator foreign key (creator_id, required_tier_id) references public.subscription_tiers (creator_id, id) on delete restrict;
create unique index custom_emojis_shortcode_idx on public.custom_emojis ((coalesce(creator_id, '00000000-0000-0000-0000-000000000000'::uuid)), shortcode);
create index custom_emojis_creator_id_required_tier_id_fkey_idx on public.custom_emojis (creator_id, required_tier_id);
create index custom_emojis_asset_id_fkey_idx on public.custom_emojis (asset_id);
create trigger touch_updated_at before update on public.custom_emojis for each row execute function boyfanz.touch_updated_at();
create policy anonymous_select on public.custom_emojis for select to anon using ((review_state = 'approved' and retired_at is null));
create policy member_select on public.custom_emojis for select to authenticated using ((review_state = 'approved' and retired_at is null) or custom_emojis.creator_id = (select boyfanz.current_user_id()));
grant select on table public.custom_emojis to anon;
grant select on table public.custom_emojis to authenticated;
grant select, insert, update, delete on table public.custom_emojis to service_role;

create table public.direct_conversation_pairs (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_low_id uuid not null,
  user_high_id uuid not null,
  conversation_id uuid not null,
  constraint direct_conversation_pairs_pkey primary key (user_low_id, user_high_id),
  constraint direct_conversation_pairs_conversation_id_key unique (conversation_id),
  constraint pair_is_in_order check (user_low_id < user_high_id)
);
alter table public.direct_conversation_pairs enable row level security;
revoke all on table public.direct_conversation_pairs from anon, authenticated, service_role;
comment on table public.direct_conversation_pairs is 'The one direct conversation of two people; two first messages at once meet here and share the room.';
alter table public.direct_conversation_pairs add constraint direct_conversation_pairs_user_low_id_fkey foreign key (user_low_id) references public.users (id) on delete cascade;
alter table public.direct_conversation_pairs add constraint direct_conversation_pairs_user_high_id_fkey foreign key (user_high_id) references public.users (id) on delete cascade;
alter table public.direct_conversation_pairs add constraint direct_conversation_pairs_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
create index direct_conversation_pairs_user_high_id_fkey_idx on public.direct_conversation_pairs (user_high_id);
create trigger touch_updated_at before update on public.direct_conversation_pairs for each row execute function boyfanz.touch_updated_at();
create trigger conversation_is_direct before insert or update of conversation_id on public.direct_conversation_pairs for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.kind = ''direct''', 'The conversation is not a direct one.');
create policy member_select on public.direct_conversation_pairs for select to authenticated using (direct_conversation_pairs.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())));
grant select on table public.direct_conversation_pairs to authenticated;
grant select, insert, update, delete on table public.direct_conversation_pairs to service_role;

create table public.e2ee_cross_signing_keys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  usage text not null,
  version integer not null,
  public_key bytea not null,
  signatures jsonb default '{}' not null,
  replaced_at timestamptz,
  constraint e2ee_cross_signing_keys_pkey primary key (user_id, usage, version),
  constraint e2ee_cross_signing_keys_usage_check check (usage in ('master', 'self_signing', 'user_signing')),
  constraint version_is_positive check (version > 0),
  constraint public_key_length check (octet_length(public_key) between 32 and 133),
  constraint signatures_are_an_object check (jsonb_typeof(signatures) = 'object')
);
alter table public.e2ee_cross_signing_keys enable row level security;
revoke all on table public.e2ee_cross_signing_keys from anon, authenticated, service_role;
comment on table public.e2ee_cross_signing_keys is 'A person''s own public keys that vouch for devices and contacts, by version. The service warns contacts when the master key is replaced.';
alter table public.e2ee_cross_signing_keys add constraint e2ee_cross_signing_keys_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index e2ee_cross_signing_keys_user_id_usage_idx on public.e2ee_cross_signing_keys (user_id, usage) where (replaced_at is null);
comment on index public.e2ee_cross_signing_keys_user_id_usage_idx is 'One open version per usage.';
create trigger touch_updated_at before update on public.e2ee_cross_signing_keys for each row execute function boyfanz.touch_updated_at();
create trigger keys_never_change before update on public.e2ee_cross_signing_keys for each row execute function boyfanz.append_only('change signatures', 'set replaced_at');
create policy member_select on public.e2ee_cross_signing_keys for select to authenticated using (((select boyfanz.current_user_id()) is not null and (replaced_at is null and boyfanz.shares_room_with(user_id))) or e2ee_cross_signing_keys.user_id = (select boyfanz.current_user_id()));
grant select on table public.e2ee_cross_signing_keys to authenticated;
grant select, insert, update, delete on table public.e2ee_cross_signing_keys to service_role;

create table public.e2ee_device_inbox (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  id bigint generated always as identity not null,
  sender_id uuid,
  kind text not null,
  payload bytea not null,
  expires_at timestamptz not null,
  constraint e2ee_device_inbox_pkey primary key (user_id, device_id, id),
  constraint kind_form check (kind ~ '^[a-z][a-z0-9_.]{0,59}$'),
  constraint payload_length check (octet_length(payload) between 1 and 65536),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.e2ee_device_inbox enable row level security;
revoke all on table public.e2ee_device_inbox from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.e2ee_device_inbox', 'id'), 'anon, authenticated, service_role');
end
$do$;
comment on table public.e2ee_device_inbox is 'Messages to a device that belong to no conversation, such as a welcome or a key share; deleted when acknowledged, at most 1,000 waiting.';
comment on column public.e2ee_device_inbox.payload is 'Opaque to the server.';
create index e2ee_device_inbox_expires_at_idx on public.e2ee_device_inbox (expires_at);
create trigger touch_updated_at before update on public.e2ee_device_inbox for each row execute function boyfanz.touch_updated_at();
create trigger at_most_1000_per_device after insert or update of user_id, device_id on public.e2ee_device_inbox for each row execute function boyfanz.limit_rows_per_owner('device_id', '1000', 'user_id = ($1).user_id');
create policy member_select on public.e2ee_device_inbox for select to authenticated using (e2ee_device_inbox.user_id = (select boyfanz.current_user_id()));
create policy member_delete on public.e2ee_device_inbox for delete to authenticated using (e2ee_device_inbox.user_id = (select boyfanz.current_user_id()));
grant select, delete on table public.e2ee_device_inbox to authenticated;
grant select, insert, update, delete on table public.e2ee_device_inbox to service_role;

create table public.e2ee_device_keys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  identity_key bytea not null,
  signing_key bytea not null,
  algorithms text[] not null,
  signature bytea not null,
  registration_id integer not null,
  last_prekey_id integer default 0 not null,
  uploaded_at timestamptz default now() not null,
  revoked_at timestamptz,
  constraint e2ee_device_keys_pkey primary key (user_id, device_id),
  constraint identity_key_is_32_bytes check (octet_length(identity_key) = 32),
  constraint signing_key_length check (octet_length(signing_key) between 32 and 133),
  constraint signature_length check (octet_length(signature) between 64 and 139),
  constraint algorithms_are_named check (cardinality(algorithms) > 0),
  constraint ids_are_not_negative check (registration_id >= 0 and last_prekey_id >= 0)
) with (fillfactor = 90);
alter table public.e2ee_device_keys enable row level security;
alter table public.e2ee_device_inbox add constraint device foreign key (user_id, device_id) references public.e2ee_device_keys (user_id, device_id) on delete cascade;
revoke all on table public.e2ee_device_keys from anon, authenticated, service_role;
comment on table public.e2ee_device_keys is 'Public identity and signing key of each device that takes part in encrypted rooms. New keys mean a new device row, so that contacts notice.';
comment on column public.e2ee_device_keys.identity_key is 'Public key, Curve25519.';
comment on column public.e2ee_device_keys.signing_key is 'Public key.';
comment on column public.e2ee_device_keys.signature is 'By the signing key over the rest.';
comment on column public.e2ee_device_keys.registration_id is 'Chosen by the device, which tells its installations apart by it.';
comment on column public.e2ee_device_keys.last_prekey_id is 'Highest one-time prekey ever uploaded, so that no id comes back after it was claimed.';
alter table public.e2ee_device_keys add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index e2ee_device_keys_user_id_idx on public.e2ee_device_keys (user_id) where (revoked_at is null);
create trigger touch_updated_at before update on public.e2ee_device_keys for each row execute function boyfanz.touch_updated_at();
create trigger keys_never_change before update on public.e2ee_device_keys for each row execute function boyfanz.append_only('change last_prekey_id', 'set revoked_at');
create trigger last_prekey_only_grows before update of last_prekey_id on public.e2ee_device_keys for each row execute function boyfanz.only_grows('last_prekey_id');
create policy member_select on public.e2ee_device_keys for select to authenticated using (((select boyfanz.current_user_id()) is not null and (revoked_at is null and boyfanz.shares_room_with(user_id))) or e2ee_device_keys.user_id = (select boyfanz.current_user_id()));
grant select (algorithms, created_at, device_id, identity_key, registration_id, revoked_at, signature, signing_key, updated_at, uploaded_at, user_id) on table public.e2ee_device_keys to authenticated;
grant select, insert, update, delete on table public.e2ee_device_keys to service_role;

create table public.e2ee_group_epochs (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  epoch integer not null,
  commit_message bytea not null,
  tree_hash bytea not null,
  committed_by uuid,
  committer_device_id uuid,
  reason text not null,
  created_seq bigint not null,
  constraint e2ee_group_epochs_pkey primary key (conversation_id, epoch),
  constraint e2ee_group_epochs_reason_check check (reason in ('create', 'add', 'remove', 'update', 'rejoin')),
  constraint epoch_is_not_negative check (epoch >= 0),
  constraint first_epoch_creates check ((epoch = 0) = (reason = 'create')),
  constraint tree_hash_length check (octet_length(tree_hash) in (32, 48, 64)),
  constraint created_seq_is_not_negative check (created_seq >= 0)
);
alter table public.e2ee_group_epochs enable row level security;
revoke all on table public.e2ee_group_epochs from anon, authenticated, service_role;
comment on table public.e2ee_group_epochs is 'Epochs of the key of an encrypted group, each with the commit that made it. Two commits at once meet at the primary key, and no epoch is left out.';
comment on column public.e2ee_group_epochs.epoch is '0 for the creation of the group.';
comment on column public.e2ee_group_epochs.commit_message is 'Opaque to the server.';
comment on column public.e2ee_group_epochs.tree_hash is 'SHA-256, SHA-384 or SHA-512 by the cipher suite.';
comment on column public.e2ee_group_epochs.created_seq is 'Messages after it use this epoch.';
alter table public.e2ee_group_epochs add constraint e2ee_group_epochs_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.e2ee_group_epochs add constraint e2ee_group_epochs_committed_by_fkey foreign key (committed_by) references public.users (id) on delete set null;
create index e2ee_group_epochs_committed_by_fkey_idx on public.e2ee_group_epochs (committed_by) where (committed_by is not null);
create trigger touch_updated_at before update on public.e2ee_group_epochs for each row execute function boyfanz.touch_updated_at();
create trigger append_only before update on public.e2ee_group_epochs for each row execute function boyfanz.append_only('clear committed_by', 'clear committer_device_id');
create trigger follows_the_epoch_before before insert on public.e2ee_group_epochs for each row when (new.epoch > 0) execute function boyfanz.check_parent('e2ee_group_epochs', 'parent.conversation_id = child.conversation_id and parent.epoch = child.epoch - 1 and parent.created_seq <= child.created_seq', 'The epoch before is missing or later.');
create trigger room_is_encrypted before insert on public.e2ee_group_epochs for each row execute function boyfanz.check_parent('conversations', 'parent.id = child.conversation_id and parent.encryption = ''e2ee''', 'The room is not encrypted.');
create policy member_select on public.e2ee_group_epochs for select to authenticated using (e2ee_group_epochs.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())));
grant select on table public.e2ee_group_epochs to authenticated;
grant select, insert, update, delete on table public.e2ee_group_epochs to service_role;

create table public.e2ee_key_backup_sessions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  version integer not null,
  conversation_id uuid not null,
  session_id text not null,
  first_index integer not null,
  forwarded_count integer default 0 not null,
  is_verified boolean default false not null,
  session_enc bytea not null,
  constraint e2ee_key_backup_sessions_pkey primary key (user_id, version, conversation_id, session_id),
  constraint session_id_length check (char_length(session_id) between 1 and 200),
  constraint counters_are_not_negative check (first_index >= 0 and forwarded_count >= 0)
);
alter table public.e2ee_key_backup_sessions enable row level security;
revoke all on table public.e2ee_key_backup_sessions from anon, authenticated, service_role;
comment on table public.e2ee_key_backup_sessions is 'Encrypted session keys in a backup. When one is uploaded again the better key stays; verified before not, then the lower index, then the fewer hands it went through.';
comment on column public.e2ee_key_backup_sessions.first_index is 'First message that the key opens.';
comment on column public.e2ee_key_backup_sessions.session_enc is 'Encrypted by the client.';
create trigger touch_updated_at before update on public.e2ee_key_backup_sessions for each row execute function boyfanz.touch_updated_at();
create trigger keep_better_key before update on public.e2ee_key_backup_sessions for each row execute function boyfanz.keep_better_session_key();
create policy member_select on public.e2ee_key_backup_sessions for select to authenticated using (e2ee_key_backup_sessions.user_id = (select boyfanz.current_user_id()));
grant select (conversation_id, created_at, first_index, forwarded_count, is_verified, session_id, updated_at, user_id, version) on table public.e2ee_key_backup_sessions to authenticated;
grant select, insert, update, delete on table public.e2ee_key_backup_sessions to service_role;

create table public.e2ee_key_backups (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  version integer not null,
  algorithm text not null,
  auth_data jsonb not null,
  key_count integer default 0 not null,
  etag bigint default 0 not null,
  deleted_at timestamptz,
  constraint e2ee_key_backups_pkey primary key (user_id, version),
  constraint version_is_positive check (version > 0),
  constraint auth_data_is_an_object check (jsonb_typeof(auth_data) = 'object'),
  constraint counters_are_not_negative check (key_count >= 0 and etag >= 0)
) with (fillfactor = 80);
alter table public.e2ee_key_backups enable row level security;
alter table public.e2ee_key_backup_sessions add constraint backup foreign key (user_id, version) references public.e2ee_key_backups (user_id, version) on delete cascade;
revoke all on table public.e2ee_key_backups from anon, authenticated, service_role;
comment on table public.e2ee_key_backups is 'Backup of a person''s message keys by version; encrypted by the client and opaque to the server.';
comment on column public.e2ee_key_backups.auth_data is 'Public part of the backup key and signatures over it.';
comment on column public.e2ee_key_backups.etag is 'Rises with every change, for conditional requests.';
alter table public.e2ee_key_backups add constraint e2ee_key_backups_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
create unique index e2ee_key_backups_user_id_idx on public.e2ee_key_backups (user_id) where (deleted_at is null);
comment on index public.e2ee_key_backups_user_id_idx is 'One open version per person.';
create trigger touch_updated_at before update on public.e2ee_key_backups for each row execute function boyfanz.touch_updated_at();
create trigger deleted_for_good before update of algorithm, deleted_at on public.e2ee_key_backups for each row execute function boyfanz.set_once('algorithm', 'deleted_at');
create trigger etag_only_grows before update of etag on public.e2ee_key_backups for each row execute function boyfanz.only_grows('etag');
create policy member_select on public.e2ee_key_backups for select to authenticated using (e2ee_key_backups.user_id = (select boyfanz.current_user_id()));
grant select on table public.e2ee_key_backups to authenticated;
grant select, insert, update, delete on table public.e2ee_key_backups to service_role;

create table public.e2ee_one_time_prekeys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  key_id integer not null,
  algorithm text not null,
  public_key bytea not null,
  signature bytea,
  constraint e2ee_one_time_prekeys_pkey primary key (user_id, device_id, key_id),
  constraint key_id_is_positive check (key_id > 0),
  constraint public_key_length check (octet_length(public_key) between 32 and 4096)
);
alter table public.e2ee_one_time_prekeys enable row level security;
revoke all on table public.e2ee_one_time_prekeys from anon, authenticated, service_role;
comment on table public.e2ee_one_time_prekeys is 'Prekeys that are handed out once, by DELETE … RETURNING with SKIP LOCKED; the device adds more when fewer than 20 are left.';
comment on column public.e2ee_one_time_prekeys.key_id is 'Rises with each upload of a device and never comes back.';
alter table public.e2ee_one_time_prekeys add constraint device foreign key (user_id, device_id) references public.e2ee_device_keys (user_id, device_id) on delete cascade;
create trigger touch_updated_at before update on public.e2ee_one_time_prekeys for each row execute function boyfanz.touch_updated_at();
create trigger key_ids_never_come_back after insert on public.e2ee_one_time_prekeys referencing new table as added for each statement execute function boyfanz.raise_last_prekey();
create trigger keys_never_change before update on public.e2ee_one_time_prekeys for each row execute function boyfanz.append_only();
create policy member_select on public.e2ee_one_time_prekeys for select to authenticated using (e2ee_one_time_prekeys.user_id = (select boyfanz.current_user_id()));
grant select on table public.e2ee_one_time_prekeys to authenticated;
grant select, insert, update, delete on table public.e2ee_one_time_prekeys to service_role;

create table public.e2ee_signed_prekeys (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  key_id integer not null,
  kind text default 'signed' not null,
  public_key bytea not null,
  signature bytea not null,
  is_current boolean default true not null,
  used_at timestamptz,
  expires_at timestamptz not null,
  constraint e2ee_signed_prekeys_pkey primary key (user_id, device_id, key_id),
  constraint e2ee_signed_prekeys_kind_check check (kind in ('signed', 'fallback', 'kem')),
  constraint key_id_is_not_negative check (key_id >= 0),
  constraint public_key_length check (octet_length(public_key) between 32 and 4096),
  constraint signature_length check (octet_length(signature) between 64 and 139),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.e2ee_signed_prekeys enable row level security;
revoke all on table public.e2ee_signed_prekeys from anon, authenticated, service_role;
comment on table public.e2ee_signed_prekeys is 'Medium-term prekeys of a device, signed by it, and the fallback that serves when one-time prekeys run out.';
comment on column public.e2ee_signed_prekeys.key_id is 'Chosen by the device.';
alter table public.e2ee_signed_prekeys add constraint device foreign key (user_id, device_id) references public.e2ee_device_keys (user_id, device_id) on delete cascade;
create unique index e2ee_signed_prekeys_user_id_device_id_kind_idx on public.e2ee_signed_prekeys (user_id, device_id, kind) where (is_current);
comment on index public.e2ee_signed_prekeys_user_id_device_id_kind_idx is 'One current key per kind.';
create index e2ee_signed_prekeys_expires_at_idx on public.e2ee_signed_prekeys (expires_at);
create trigger touch_updated_at before update on public.e2ee_signed_prekeys for each row execute function boyfanz.touch_updated_at();
create trigger keys_never_change before update on public.e2ee_signed_prekeys for each row execute function boyfanz.append_only('change is_current', 'set used_at');
create policy member_select on public.e2ee_signed_prekeys for select to authenticated using (((select boyfanz.current_user_id()) is not null and (is_current and expires_at > now() and boyfanz.shares_room_with(user_id))) or e2ee_signed_prekeys.user_id = (select boyfanz.current_user_id()));
grant select (created_at, device_id, expires_at, is_current, key_id, kind, public_key, signature, updated_at, user_id) on table public.e2ee_signed_prekeys to authenticated;
grant select, insert, update, delete on table public.e2ee_signed_prekeys to service_role;

create table public.email_events (
  id bigint generated always as identity not null,
  occurred_at timestamptz not null,
  provider_ref text not null,
  user_id uuid,
  event text not null,
  url_hash public.digest_256,
  user_agent_class text,
  code text,
  constraint email_events_pkey primary key (id, occurred_at),
  constraint email_events_event_check check (event in ('delivered', 'open', 'click', 'soft_bounce', 'hard_bounce', 'complaint', 'unsubscribe')),
  constraint email_events_user_agent_class_check check (user_agent_class in ('human', 'proxy', 'bot')),
  constraint opens_and_clicks_are_classed check (event not in ('open', 'click') or user_agent_class is not null)
) partition by range (occurred_at);
alter table public.email_events enable row level security;
revoke all on table public.email_events from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.email_events', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'email_events', 'occurred_at', '7 days', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.email_events'::regclass);
comment on table public.email_events is 'What the provider tells of e-mails; deliveries, opens, clicks, bounces, complaints. Opens by privacy proxies and bots are marked and not counted as people.';
comment on column public.email_events.provider_ref is 'As in email_messages.';
comment on column public.email_events.user_id is 'Cleared at erasure.';
comment on column public.email_events.code is 'Status of SMTP or of the provider.';
create index email_events_provider_ref_occurred_at_idx on public.email_events (provider_ref, occurred_at);
create index email_events_user_id_occurred_at_idx on public.email_events (user_id, occurred_at desc);
create index email_events_event_occurred_at_idx on public.email_events (event, occurred_at desc) where (event in ('hard_bounce', 'complaint'));
create trigger append_only before update on public.email_events for each row execute function boyfanz.append_only('clear user_id');
create policy staff_select on public.email_events for select to boyfanz_staff using ((select boyfanz.has_permission('account.read_contact')));
grant select on table public.email_events to boyfanz_staff;
grant select, insert, update, delete on table public.email_events to service_role;

create table public.email_messages (
  id bigint generated always as identity not null,
  queued_at timestamptz default now() not null,
  user_id uuid,
  email_id uuid,
  stream text not null,
  template_id integer,
  template_version integer,
  locale public.language_tag not null,
  subject_hash public.digest_256,
  provider text,
  provider_ref text,
  status text default 'queued' not null,
  sender_id integer not null,
  sent_at timestamptz,
  campaign_id uuid,
  constraint email_messages_pkey primary key (id, queued_at),
  constraint email_messages_stream_check check (stream in ('transactional', 'marketing', 'digest')),
  constraint email_messages_status_check check (status in ('queued', 'sent', 'delivered', 'soft_bounced', 'hard_bounced', 'complained', 'failed', 'suppressed')),
  constraint template_names_its_version check ((template_id is null) = (template_version is null)),
  constraint sent_names_its_time check (status in ('queued', 'failed', 'suppressed') or sent_at is not null),
  constraint sent_after_queued check (sent_at >= queued_at)
) partition by range (queued_at);
alter table public.email_messages enable row level security;
revoke all on table public.email_messages from anon, authenticated, service_role;
do $do$
begin
  execute format('revoke all on sequence %s from %s', pg_get_serial_sequence('public.email_messages', 'id'), 'anon, authenticated, service_role');
end
$do$;
insert into boyfanz.rolling_partitions as r (parent_schema, parent_name, key_column, every, ahead, keep, parameters, overflow) values ('public', 'email_messages', 'queued_at', '1 month', 1, '13 months', '', true) on conflict (parent_schema, parent_name) do update set key_column = excluded.key_column, every = excluded.every, ahead = excluded.ahead, keep = excluded.keep, parameters = excluded.parameters, overflow = excluded.overflow;
select boyfanz.make_partitions('public.email_messages'::regclass);
comment on table public.email_messages is 'Outbound e-mails with template, provider and state; no body is stored. A marketing mail is written only for somebody whose consent stands.';
comment on column public.email_messages.user_id is 'NULL after erasure.';
create index email_messages_provider_ref_idx on public.email_messages (provider_ref) where (provider_ref is not null);
create index email_messages_user_id_queued_at_idx on public.email_messages (user_id, queued_at desc);
create index email_messages_campaign_id_queued_at_idx on public.email_messages (campaign_id, queued_at) where (campaign_id is not null);
create trigger marketing_needs_consent after insert on public.email_messages for each row when (new.stream = 'marketing' and new.status <> 'suppressed') execute function boyfanz.require_consent('user_id', 'marketing_email');
create policy staff_select on public.email_messages for select to boyfanz_staff using ((select boyfanz.has_permission('account.read_contact')));
grant select on table public.email_messages to boyfanz_staff;
grant select, insert, update, delete on table public.email_messages to service_role;

create table public.mass_message_audiences (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  campaign_id uuid not null,
  ordinal smallint not null,
  effect text default 'include' not null,
  list_id uuid,
  segment text,
  tier_id uuid,
  constraint mass_message_audiences_pkey primary key (campaign_id, ordinal),
  constraint mass_message_audiences_effect_check check (effect in ('include', 'exclude')),
  constraint mass_message_audiences_segment_check check (segment in ('subscribers', 'followers', 'expired', 'tier', 'top_spenders', 'online')),
  constraint list_or_segment check (num_nonnulls(list_id, segment) = 1),
  constraint tier_is_named check ((tier_id is not null) = (segment is not null and segment = 'tier'))
);
alter table public.mass_message_audiences enable row level security;
revoke all on table public.mass_message_audiences from anon, authenticated, service_role;
comment on table public.mass_message_audiences is 'Lists and segments that a mass message includes or excludes; they change only in a draft, and a list in use by a scheduled one cannot be deleted.';
alter table public.mass_message_audiences add constraint mass_message_audiences_list_id_fkey foreign key (list_id) references public.social_lists (id) on delete cascade;
alter table public.mass_message_audiences add constraint mass_message_audiences_tier_id_fkey foreign key (tier_id) references public.subscription_tiers (id) on delete restrict;
create index mass_message_audiences_list_id_idx on public.mass_message_audiences (list_id) where (list_id is not null);
create index mass_message_audiences_tier_id_fkey_idx on public.mass_message_audiences (tier_id) where (tier_id is not null);
create trigger touch_updated_at before update on public.mass_message_audiences for each row execute function boyfanz.touch_updated_at();
create trigger check_audience before insert or update or delete on public.mass_message_audiences for each row execute function boyfanz.check_audience();
grant select, insert (campaign_id, effect, list_id, ordinal, segment, tier_id), update (campaign_id, effect, list_id, ordinal, segment, tier_id), delete on table public.mass_message_audiences to authenticated;
grant select, insert, update, delete on table public.mass_message_audiences to service_role;

create table public.mass_message_campaigns (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  creator_id uuid not null,
  author_id uuid,
  body text not null,
  media_bundle_id uuid,
  offer_id uuid,
  audience jsonb default '{}' not null,
  exclude_active_within interval,
  status text default 'draft' not null,
  send_at timestamptz,
  finished_at timestamptz,
  recipients integer default 0 not null,
  delivered integer default 0 not null,
  opened integer default 0 not null,
  unlocked integer default 0 not null,
  revenue_minor bigint default 0 not null,
  currency public.currency_code not null,
  unsend_requested_at timestamptz,
  idempotency_key text not null,
  constraint mass_message_campaigns_pkey primary key (id),
  constraint mass_message_campaigns_creator_id_idempotency_key_key unique (creator_id, idempotency_key),
  constraint mass_message_campaigns_status_check check (status in ('draft', 'scheduled', 'sending', 'sent', 'cancelled', 'failed')),
  constraint body_at_most_8000 check (char_length(body) <= 8000),
  constraint says_something check (status = 'draft' or body <> '' or media_bundle_id is not null or unsend_requested_at is not null),
  constraint offer_locks_media check (offer_id is null or media_bundle_id is not null),
  constraint audience_is_an_object check (jsonb_typeof(audience) = 'object'),
  constraint exclusion_is_positive check (exclude_active_within > interval '0'),
  constraint scheduled_names_its_time check (status in ('draft', 'cancelled') or send_at is not null),
  constraint finished_names_its_time check (status not in ('sent', 'failed') or finished_at is not null),
  constraint counters_are_not_negative check (recipients >= 0 and delivered >= 0 and opened >= 0 and unlocked >= 0 and revenue_minor >= 0),
  constraint counters_within_each_other check (delivered <= recipients and opened <= delivered and unlocked <= delivered)
) with (fillfactor = 75);
alter table public.mass_message_campaigns enable row level security;
alter table public.mass_message_audiences add constraint mass_message_audiences_campaign_id_fkey foreign key (campaign_id) references public.mass_message_campaigns (id) on delete cascade;
create policy member_select on public.mass_message_audiences for select to authenticated using (exists (select from public.mass_message_campaigns p1 where p1.id = mass_message_audiences.campaign_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
create policy member_insert on public.mass_message_audiences for insert to authenticated with check (exists (select from public.mass_message_campaigns p1 where p1.id = mass_message_audiences.campaign_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
create policy member_update on public.mass_message_audiences for update to authenticated using (exists (select from public.mass_message_campaigns p1 where p1.id = mass_message_audiences.campaign_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0)) with check (exists (select from public.mass_message_campaigns p1 where p1.id = mass_message_audiences.campaign_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
create policy member_delete on public.mass_message_audiences for delete to authenticated using (exists (select from public.mass_message_campaigns p1 where p1.id = mass_message_audiences.campaign_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
revoke all on table public.mass_message_campaigns from anon, authenticated, service_role;
comment on table public.mass_message_campaigns is 'One message to many; its body is stored once and messages point to it. Counters are raised in batches by the sender, revenue by the unlocks.';
comment on column public.mass_message_campaigns.author_id is 'The creator or a delegate.';
comment on column public.mass_message_campaigns.body is 'Empty for media alone, and after an unsend or erasure.';
comment on column public.mass_message_campaigns.audience is 'Filters besides the rows of mass_message_audiences.';
comment on column public.mass_message_campaigns.exclude_active_within is 'Leaves out whom the creator wrote with so recently.';
comment on column public.mass_message_campaigns.revenue_minor is 'Minor units of currency; the ledger is the record.';
alter table public.mass_message_campaigns add constraint mass_message_campaigns_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_author_id_fkey foreign key (author_id) references public.users (id) on delete set null;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_media_bundle_id_fkey foreign key (media_bundle_id) references public.content_items (id) on delete restrict;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_offer_id_fkey foreign key (offer_id) references public.ppv_offers (id) on delete restrict;
alter table public.mass_message_campaigns add constraint mass_message_campaigns_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index mass_message_campaigns_creator_id_created_at_idx on public.mass_message_campaigns (creator_id, created_at desc);
create index mass_message_campaigns_send_at_idx on public.mass_message_campaigns (send_at) where (status = 'scheduled');
create index mass_message_campaigns_author_id_fkey_idx on public.mass_message_campaigns (author_id) where (author_id is not null);
create index mass_message_campaigns_media_bundle_id_fkey_idx on public.mass_message_campaigns (media_bundle_id) where (media_bundle_id is not null);
create index mass_message_campaigns_offer_id_fkey_idx on public.mass_message_campaigns (offer_id) where (offer_id is not null);
create index mass_message_campaigns_currency_fkey_idx on public.mass_message_campaigns (currency);
create trigger touch_updated_at before update on public.mass_message_campaigns for each row execute function boyfanz.touch_updated_at();
create trigger at_most_50_per_day after insert or update of creator_id, status, send_at on public.mass_message_campaigns for each row when (new.status not in ('draft', 'cancelled')) execute function boyfanz.limit_rows_per_owner('creator_id', '50', 'status not in (''draft'', ''cancelled'') and (send_at at time zone ''UTC'')::date = (($1).send_at at time zone ''UTC'')::date');
create trigger bundle_of_the_creator before insert or update of media_bundle_id, creator_id on public.mass_message_campaigns for each row when (new.media_bundle_id is not null) execute function boyfanz.check_parent('content_items', 'parent.id = child.media_bundle_id and parent.kind = ''message_bundle'' and parent.creator_id = child.creator_id', 'It is not a message bundle of the creator.');
create trigger content_is_frozen_once_sending before update of creator_id, body, media_bundle_id, offer_id, audience, exclude_active_within, currency on public.mass_message_campaigns for each row when (old.status not in ('draft', 'scheduled') and ((new.body <> old.body and new.body <> '') or (new.creator_id, new.media_bundle_id, new.offer_id, new.audience, new.exclude_active_within, new.currency) is distinct from (old.creator_id, old.media_bundle_id, old.offer_id, old.audience, old.exclude_active_within, old.currency))) execute function boyfanz.refuse_when('What was sent cannot change; the body may be emptied.');
create trigger offer_sells_the_bundle before insert or update of offer_id, media_bundle_id, currency on public.mass_message_campaigns for each row when (new.offer_id is not null) execute function boyfanz.check_parent('ppv_offers', 'parent.id = child.offer_id and parent.content_id = child.media_bundle_id and parent.creator_id = child.creator_id and parent.currency = child.currency', 'The offer is not for this bundle of the creator in this currency.');
create trigger starts_once before update of status on public.mass_message_campaigns for each row when (old.status not in ('draft', 'scheduled') and new.status in ('draft', 'scheduled')) execute function boyfanz.refuse_when('A campaign that has started does not start again.');
create policy member_select on public.mass_message_campaigns for select to authenticated using (mass_message_campaigns.creator_id = (select boyfanz.current_user_id()) or (mass_message_campaigns.creator_id = any (array(select boyfanz.my_creator_delegates_creator_id_by_delegate_user_id())) and (creator_id = any (array(select boyfanz.creators_i_act_for('message.send'))))));
create policy staff_select on public.mass_message_campaigns for select to boyfanz_staff using ((select boyfanz.has_permission('mass_message.stop')));
create policy member_insert on public.mass_message_campaigns for insert to authenticated with check ((mass_message_campaigns.creator_id = (select boyfanz.current_user_id()) and (status = 'draft' and (author_id is null or author_id = creator_id))));
create policy member_update on public.mass_message_campaigns for update to authenticated using (mass_message_campaigns.creator_id = (select boyfanz.current_user_id())) with check ((mass_message_campaigns.creator_id = (select boyfanz.current_user_id()) and (status = 'draft' and (author_id is null or author_id = creator_id))));
grant select (audience, author_id, body, created_at, creator_id, currency, delivered, exclude_active_within, finished_at, id, media_bundle_id, offer_id, opened, recipients, revenue_minor, send_at, status, unlocked, unsend_requested_at, updated_at), insert (audience, author_id, body, creator_id, currency, exclude_active_within, id, idempotency_key, media_bundle_id, offer_id, send_at, status), update (audience, author_id, body, creator_id, currency, exclude_active_within, id, idempotency_key, media_bundle_id, offer_id, send_at, status) on table public.mass_message_campaigns to authenticated;
grant select on table public.mass_message_campaigns to boyfanz_staff;
grant select, insert, update, delete on table public.mass_message_campaigns to service_role;

create table public.mass_message_recipients (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  campaign_id uuid not null,
  recipient_id uuid not null,
  conversation_id uuid,
  message_seq bigint,
  state text default 'queued' not null,
  skip_reason text,
  opened_at timestamptz,
  unlocked_at timestamptz,
  batch_no integer not null,
  constraint mass_message_recipients_pkey primary key (campaign_id, recipient_id),
  constraint mass_message_recipients_state_check check (state in ('queued', 'sent', 'skipped', 'failed', 'unsent')),
  constraint mass_message_recipients_skip_reason_check check (skip_reason in ('blocked', 'muted', 'opted_out', 'deleted', 'duplicate')),
  constraint sent_names_its_message check (state not in ('sent', 'unsent') or (conversation_id is not null and message_seq is not null)),
  constraint skipped_names_its_reason check ((state = 'skipped') = (skip_reason is not null)),
  constraint batch_no_is_not_negative check (batch_no >= 0)
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);
alter table public.mass_message_recipients enable row level security;
revoke all on table public.mass_message_recipients from anon, authenticated, service_role;
comment on table public.mass_message_recipients is 'What became of a mass message for each recipient; worked off in batches that a crash can be resumed from.';
alter table public.mass_message_recipients add constraint mass_message_recipients_campaign_id_fkey foreign key (campaign_id) references public.mass_message_campaigns (id) on delete cascade;
alter table public.mass_message_recipients add constraint mass_message_recipients_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete cascade;
create index mass_message_recipients_campaign_id_batch_no_idx on public.mass_message_recipients (campaign_id, batch_no) where (state = 'queued');
create index mass_message_recipients_recipient_id_fkey_idx on public.mass_message_recipients (recipient_id);
create trigger touch_updated_at before update on public.mass_message_recipients for each row execute function boyfanz.touch_updated_at();
create trigger progress_is_kept before update of conversation_id, message_seq, opened_at, unlocked_at on public.mass_message_recipients for each row execute function boyfanz.set_once('conversation_id', 'message_seq', 'opened_at', 'unlocked_at');
create policy member_select on public.mass_message_recipients for select to authenticated using (exists (select from public.mass_message_campaigns p1 where p1.id = mass_message_recipients.campaign_id and p1.creator_id = (select boyfanz.current_user_id()) offset 0));
grant select (batch_no, campaign_id, conversation_id, created_at, message_seq, recipient_id, state, unlocked_at, updated_at) on table public.mass_message_recipients to authenticated;
grant select, insert, update, delete on table public.mass_message_recipients to service_role;

create table public.message_attachments (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  "position" smallint default 0 not null,
  asset_id uuid,
  encrypted_blob_key text,
  file_key_enc bytea,
  mime_type text not null,
  byte_size bigint not null,
  is_preview boolean default false not null,
  duration_ms integer,
  expires_at timestamptz,
  is_view_once boolean default false not null,
  constraint message_attachments_pkey primary key (conversation_id, message_seq, "position"),
  constraint asset_or_blob check (num_nonnulls(asset_id, encrypted_blob_key) = 1),
  constraint key_belongs_to_a_blob check (file_key_enc is null or encrypted_blob_key is not null),
  constraint position_is_not_negative check (position >= 0),
  constraint byte_size_is_positive check (byte_size > 0),
  constraint duration_is_not_negative check (duration_ms >= 0),
  constraint mime_type_form check (mime_type ~ '^[a-z]+/[a-z0-9.+-]+$')
);
alter table public.message_attachments enable row level security;
revoke all on table public.message_attachments from anon, authenticated, service_role;
comment on table public.message_attachments is 'Media of a message in order; an asset of ours, or an encrypted blob that the server cannot read. A purge removes what may be seen once after all have seen it.';
comment on column public.message_attachments.encrypted_blob_key is 'Place in the object storage.';
comment on column public.message_attachments.file_key_enc is 'Key of the blob, encrypted for the members; opaque to the server.';
comment on column public.message_attachments.is_preview is 'Visible before a paid message is unlocked.';
alter table public.message_attachments add constraint message_attachments_asset_id_fkey foreign key (asset_id) references public.media_assets (id) on delete restrict;
create index message_attachments_asset_id_idx on public.message_attachments (asset_id) where (asset_id is not null);
create index message_attachments_expires_at_idx on public.message_attachments (expires_at) where (expires_at is not null);
comment on index public.message_attachments_expires_at_idx is 'For the purge.';
create trigger touch_updated_at before update on public.message_attachments for each row execute function boyfanz.touch_updated_at();
grant select (asset_id, byte_size, conversation_id, created_at, duration_ms, expires_at, is_preview, is_view_once, message_seq, mime_type, "position", updated_at) on table public.message_attachments to authenticated;
grant select, insert, update, delete on table public.message_attachments to service_role;

create table public.message_delivery_cursors (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  device_id uuid not null,
  conversation_id uuid not null,
  delivered_seq bigint default 0 not null,
  delivered_at timestamptz,
  constraint message_delivery_cursors_pkey primary key (user_id, device_id, conversation_id),
  constraint delivered_seq_is_not_negative check (delivered_seq >= 0)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table public.message_delivery_cursors enable row level security;
revoke all on table public.message_delivery_cursors from anon, authenticated, service_role;
comment on table public.message_delivery_cursors is 'The last message that reached each device per conversation, for sync and for the ticks of sent and delivered.';
alter table public.message_delivery_cursors add constraint message_delivery_cursors_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
alter table public.message_delivery_cursors add constraint device_of_same_user foreign key (user_id, device_id) references public.user_devices (user_id, id) on delete cascade;
create index message_delivery_cursors_conversation_id_user_id_idx on public.message_delivery_cursors (conversation_id, user_id);
create trigger touch_updated_at before update on public.message_delivery_cursors for each row execute function boyfanz.touch_updated_at();
create trigger delivered_seq_only_grows before update of delivered_seq on public.message_delivery_cursors for each row execute function boyfanz.only_grows('delivered_seq');
create policy member_select on public.message_delivery_cursors for select to authenticated using (message_delivery_cursors.user_id = (select boyfanz.current_user_id()));
grant select on table public.message_delivery_cursors to authenticated;
grant select, insert, update, delete on table public.message_delivery_cursors to service_role;

create table public.message_drafts (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  user_id uuid not null,
  conversation_id uuid not null,
  body_enc bytea not null,
  key_id smallint not null,
  reply_to_seq bigint,
  attachments jsonb default '[]' not null,
  saved_at timestamptz default now() not null,
  constraint message_drafts_pkey primary key (user_id, conversation_id),
  constraint attachments_are_an_array check (jsonb_typeof(attachments) = 'array')
) with (fillfactor = 60);
alter table public.message_drafts enable row level security;
revoke all on table public.message_drafts from anon, authenticated, service_role;
comment on table public.message_drafts is 'Unsent text of a person per conversation, encrypted, for all their devices.';
comment on column public.message_drafts.body_enc is 'Encrypted with key_id.';
comment on column public.message_drafts.key_id is 'Version of the encryption key.';
comment on column public.message_drafts.attachments is 'Ids of uploaded assets in order.';
alter table public.message_drafts add constraint message_drafts_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.message_drafts add constraint message_drafts_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete cascade;
create index message_drafts_saved_at_idx on public.message_drafts (saved_at);
create index message_drafts_conversation_id_fkey_idx on public.message_drafts (conversation_id);
create trigger touch_updated_at before update on public.message_drafts for each row execute function boyfanz.touch_updated_at();
create policy member_select on public.message_drafts for select to authenticated using (message_drafts.user_id = (select boyfanz.current_user_id()));
grant select (attachments, conversation_id, created_at, key_id, reply_to_seq, saved_at, updated_at, user_id) on table public.message_drafts to authenticated;
grant select, insert, update, delete on table public.message_drafts to service_role;

create table public.message_edits (
  created_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  edit_no smallint not null,
  editor_id uuid,
  old_body text,
  old_ciphertext bytea,
  edited_at timestamptz default now() not null,
  constraint message_edits_pkey primary key (conversation_id, message_seq, edit_no),
  constraint edit_no_is_positive check (edit_no >= 1),
  constraint clear_or_cipher check (num_nonnulls(old_body, old_ciphertext) <= 1),
  constraint old_body_at_most_8000 check (char_length(old_body) <= 8000)
);
alter table public.message_edits enable row level security;
revoke all on table public.message_edits from anon, authenticated, service_role;
comment on table public.message_edits is 'Earlier versions of an edited message, for readers and moderation. Erasure clears the text and leaves the fact.';
alter table public.message_edits add constraint message_edits_editor_id_fkey foreign key (editor_id) references public.users (id) on delete set null;
create index message_edits_editor_id_edited_at_idx on public.message_edits (editor_id, edited_at desc);
create trigger append_only before update on public.message_edits for each row execute function boyfanz.append_only('clear editor_id', 'clear old_body', 'clear old_ciphertext');
create trigger refuse_truncate before truncate on public.message_edits for each statement execute function boyfanz.append_only();
grant select on table public.message_edits to authenticated;
grant select, insert, update, delete on table public.message_edits to service_role;

create table public.message_link_previews (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  link_preview_id uuid not null,
  "position" smallint default 0 not null,
  constraint message_link_previews_pkey primary key (conversation_id, message_seq, link_preview_id),
  constraint position_is_not_negative check (position >= 0)
);
alter table public.message_link_previews enable row level security;
revoke all on table public.message_link_previews from anon, authenticated, service_role;
comment on table public.message_link_previews is 'Link previews shown under a message; the server makes none for an encrypted room.';
alter table public.message_link_previews add constraint message_link_previews_link_preview_id_fkey foreign key (link_preview_id) references public.link_previews (id) on delete restrict;
create index message_link_previews_link_preview_id_fkey_idx on public.message_link_previews (link_preview_id);
create trigger touch_updated_at before update on public.message_link_previews for each row execute function boyfanz.touch_updated_at();
create trigger room_is_not_encrypted before insert on public.message_link_previews for each row execute function boyfanz.refuse_in_encrypted_room();
grant select on table public.message_link_previews to authenticated;
grant select, insert, update, delete on table public.message_link_previews to service_role;

create table public.message_mentions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  mentioned_user_id uuid not null,
  is_everyone boolean default false not null,
  seen_at timestamptz,
  constraint message_mentions_pkey primary key (conversation_id, message_seq, mentioned_user_id)
);
alter table public.message_mentions enable row level security;
revoke all on table public.message_mentions from anon, authenticated, service_role;
comment on table public.message_mentions is 'People mentioned in a message; in an encrypted room the sending client names them.';
comment on column public.message_mentions.is_everyone is 'Mentioned as one of all.';
alter table public.message_mentions add constraint message_mentions_mentioned_user_id_fkey foreign key (mentioned_user_id) references public.users (id) on delete cascade;
create index message_mentions_mentioned_user_id_conversation_id_087aca76_idx on public.message_mentions (mentioned_user_id, conversation_id, message_seq desc) where (seen_at is null);
create index message_mentions_mentioned_user_id_fkey_idx on public.message_mentions (mentioned_user_id);
create trigger touch_updated_at before update on public.message_mentions for each row execute function boyfanz.touch_updated_at();
grant select (conversation_id, created_at, is_everyone, mentioned_user_id, message_seq, updated_at) on table public.message_mentions to authenticated;
grant select, insert, update, delete on table public.message_mentions to service_role;

create table public.message_paywalls (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  content_id uuid not null,
  offer_id uuid not null,
  creator_id uuid not null,
  recipient_id uuid,
  amount_minor bigint not null,
  currency public.currency_code not null,
  expires_at timestamptz,
  unlocked_at timestamptz,
  constraint message_paywalls_pkey primary key (conversation_id, message_seq),
  constraint amount_is_positive check (amount_minor > 0),
  constraint only_one_recipient_unlocks check (unlocked_at is null or recipient_id is not null),
  constraint nobody_sells_to_themselves check (recipient_id <> creator_id),
  constraint expires_after_creation check (expires_at > created_at)
);
alter table public.message_paywalls enable row level security;
revoke all on table public.message_paywalls from anon, authenticated, service_role;
comment on table public.message_paywalls is 'Price and lock of a paid message. What is locked is a content item, so that one content_unlocks row opens it here and everywhere; unlocked_at mirrors that row.';
comment on column public.message_paywalls.recipient_id is 'NULL in a room of several, where unlocks are counted in content_unlocks.';
comment on column public.message_paywalls.amount_minor is 'Minor units of currency.';
alter table public.message_paywalls add constraint message_paywalls_content_id_fkey foreign key (content_id) references public.content_items (id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_offer_id_fkey foreign key (offer_id) references public.ppv_offers (id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_creator_id_fkey foreign key (creator_id) references public.creators (user_id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_recipient_id_fkey foreign key (recipient_id) references public.users (id) on delete restrict;
alter table public.message_paywalls add constraint message_paywalls_currency_fkey foreign key (currency) references public.currencies (code) on delete restrict;
create index message_paywalls_creator_id_unlocked_at_idx on public.message_paywalls (creator_id, unlocked_at desc);
create index message_paywalls_recipient_id_unlocked_at_idx on public.message_paywalls (recipient_id, unlocked_at) where (recipient_id is not null);
create index message_paywalls_content_id_fkey_idx on public.message_paywalls (content_id);
create index message_paywalls_offer_id_fkey_idx on public.message_paywalls (offer_id);
create index message_paywalls_currency_fkey_idx on public.message_paywalls (currency);
create trigger touch_updated_at before update on public.message_paywalls for each row execute function boyfanz.touch_updated_at();
create trigger check_paywall before insert or update of unlocked_at on public.message_paywalls for each row execute function boyfanz.check_paywall();
create trigger sale_is_kept before delete on public.message_paywalls for each row when (old.unlocked_at is not null) execute function boyfanz.refuse_delete('It was sold.');
create trigger terms_never_change before update of content_id, offer_id, creator_id, recipient_id, amount_minor, currency on public.message_paywalls for each row execute function boyfanz.set_once('content_id', 'offer_id', 'creator_id', 'recipient_id', 'amount_minor', 'currency');
grant select on table public.message_paywalls to authenticated;
grant select, insert, update, delete on table public.message_paywalls to service_role;

create table public.message_pins (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  pinned_by uuid,
  pinned_at timestamptz default now() not null,
  expires_at timestamptz,
  constraint message_pins_pkey primary key (conversation_id, message_seq),
  constraint expires_after_pinned check (expires_at > pinned_at)
);
alter table public.message_pins enable row level security;
revoke all on table public.message_pins from anon, authenticated, service_role;
comment on table public.message_pins is 'Messages pinned in a conversation, at most 50.';
alter table public.message_pins add constraint message_pins_pinned_by_fkey foreign key (pinned_by) references public.users (id) on delete set null;
create index message_pins_conversation_id_pinned_at_idx on public.message_pins (conversation_id, pinned_at desc);
create index message_pins_pinned_by_fkey_idx on public.message_pins (pinned_by) where (pinned_by is not null);
create trigger touch_updated_at before update on public.message_pins for each row execute function boyfanz.touch_updated_at();
create trigger at_most_50_per_conversation after insert or update of conversation_id on public.message_pins for each row execute function boyfanz.limit_rows_per_owner('conversation_id', '50');
grant select on table public.message_pins to authenticated;
grant select, insert, update, delete on table public.message_pins to service_role;

create table public.message_reactions (
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  conversation_id uuid not null,
  message_seq bigint not null,
  user_id uuid not null,
  emoji text not null,
  custom_emoji_id uuid,
  reacted_at timestamptz default now() not null,
  constraint message_reactions_pkey primary key (conversation_id, message_seq, user_id, emoji),
  constraint emoji_form check (case when emoji ~ '^:.*:$' then emoji ~ '^:[a-z0-9_]{2,32}:$' else custom_emoji_id is null and octet_length(emoji) between 1 and 32 end)
);
alter table public.message_reactions enable row level security;
revoke all on table public.message_reactions from anon, authenticated, service_role;
comment on table public.message_reactions is 'Emoji reactions; one per person, message and emoji. A custom emoji stands as its shortcode, which stays when the emoji goes.';
comment on column public.message_reactions.emoji is 'One emoji, or :shortcode: of a custom one.';
alter table public.message_reactions add constraint message_reactions_user_id_fkey foreign key (user_id) references public.users (id) on delete cascade;
alter table public.message_reactions add constraint message_reactions_custom_emoji_id_fkey foreign key (custom_emoji_id) references public.custom_emojis (id) on delete set null;
create index message_reactions_user_id_reacted_at_idx on public.message_reactions (user_id, reacted_at desc);
create index message_reactions_custom_emoji_id_fkey_idx on public.message_reactions (custom_emoji_id) where (custom_emoji_id is not null);
create trigger touch_updated_at before update on public.message_reactions for each row execute function boyfanz.touch_updated_at();
create trigger shortcode_is_the_emojis before insert or update of emoji, custom_emoji_id on public.message_reactions for each row when (new.custom_emoji_id is not null) execute function boyfanz.check_parent('custom_emojis', 'parent.id = child.custom_emoji_id and '':'' || lower(parent.shortcode::text) || '':'' = child.emoji and parent.review_state = ''approved'' and parent.retired_at is null', 'The custom emoji has another shortcode or is not in use.');
create policy member_insert on public.message_reactions for insert to authenticated with check ((message_reactions.user_id = (select boyfanz.current_user_id()) and (custom_emoji_id is null and emoji !~ '^:' and boyfanz.may_react_to(conversation_id, message_seq))));
create policy member_delete on public.message_reactions for delete to authenticated using (message_reactions.user_id = (select boyfanz.current_user_id()));
grant select, insert (conversation_id, custom_emoji_id, emoji, message_seq, user_id), delete on table public.message_reactions to authenticated;
grant select, insert, update, delete on table public.message_reactions to service_role;

create table public.message_read_receipts (
  created_at timestamptz default now() not null,
  conversation_id uuid not null,
  user_id uuid not null,
  from_seq bigint not null,
  to_seq bigint not null,
  read_at timestamptz default now() not null,
  device_id uuid,
  constraint message_read_receipts_pkey primary key (conversation_id, user_id, to_seq),
  constraint range_is_in_order check (from_seq > 0 and from_seq <= to_seq)
);
alter table public.message_read_receipts enable row level security;
revoke all on table public.message_read_receipts from anon, authenticated, service_role;
comment on table public.message_read_receipts is 'When a reader''s watermark moved, as a range of messages; one row per burst of reading, never overlapping the ones before.';
alter table public.message_read_receipts add constraint reader_takes_part foreign key (conversation_id, user_id) references public.conversation_participants (conversation_id, user_id) on delete cascade;
create index message_read_receipts_conversation_id_to_seq_idx on public.message_read_receipts (conversation_id, to_seq desc);
create trigger append_only before update on public.message_read_receipts for each row execute function boyfanz.append_only('clear device_id');
create trigger ranges_do_not_overlap before insert on public.message_read_receipts for each row execute function boyfanz.check_read_receipt();
create policy member_select on public.message_read_receipts for select to authenticated using ((message_read_receipts.conversation_id = any (array(select boyfanz.my_conversation_participants_conversation_id())) and (user_id = (select boyfanz.current_user_id()) or (boyfanz.shows_receipts(user_id) and exists ( select from public.conversations c join public.conversation_participants p on p.conversation_id = c.id where c.id = message_read_receipts.conversation_id and c.deleted_at is null and p.user_id = (select boyfanz.current_user_id()) and p.left_at is null and (c.kind <> 'broadcast' or p.role in ('owner', 'admin')) offset 0)))));
grant select on table public.message_read_receipts to authenticated;
grant select, insert, update, delete on table public.message_read_receipts to service_role;

create table public.message_reports (
  id uuid default boyfanz.uuid_v7() not null,
  created_at timestamptz default now() not null,
  updated_at timestamptz default now() not null,
  reporter_id uuid,
  conversation_id uuid not null,
  message_seq bigint not null,
  reported_user_id uuid not null,
  category text not null,
  disclosed_copy_enc bytea,
  franking_tag bytea,
  is_franking_verified boolean,
  status text default 'open' not null,
  key_id smallint,
  resolved_at timestamptz,
  constraint message_reports_pkey primary key (id),
  constraint message_reports_reporter_id_conversation_id_message_seq_key unique (reporter_id, conversation_id, message_seq),
  constraint message_reports_category_check check (category in ('harassment', 'underage', 'non_consensual', 'spam', 'threat', 'scam', 'leak', 'other')),
  constraint message_reports_status_check check (status in ('open', 'escalated', 'actioned', 'dismissed')),
  constraint nobody_reports_themselves check (reporter_id <> reported_user_id),
  constraint copy_names_its_key check ((disclosed_copy_enc is null) = (key_id is null)),
  constraint only_a_tag_is_verified check (is_franking_verified is null or franking_tag is not null),
  constraint resolved_names_its_time check ((status in ('actioned', 'dismissed')) = (resolved_at is not null))
);
alter table public.message_reports enable row level security;
revoke all on table public.message_reports from anon, authenticated, service_role;
comment on table public.message_reports is 'Reports of messages with the reporter''s own copy and the franking proof, so that abuse in encrypted rooms can be judged. They outlive the message, keep its conversation from being purged, and do not change but for their handling.';
comment on column public.message_reports.message_seq is 'Of the message when it was reported; no foreign key.';
comment on column public.message_reports.disclosed_copy_enc is 'What the reporter disclosed; encrypted with key_id.';
comment on column public.message_reports.franking_tag is 'Commitment of the sender to the text.';
comment on column public.message_reports.is_franking_verified is 'NULL until looked at.';
comment on column public.message_reports.key_id is 'Version of the encryption key.';
alter table public.message_reports add constraint message_reports_reporter_id_fkey foreign key (reporter_id) references public.users (id) on delete set null;
alter table public.message_reports add constraint message_reports_conversation_id_fkey foreign key (conversation_id) references public.conversations (id) on delete restrict;
alter table public.message_reports add constraint message_reports_reported_user_id_fkey foreign key (reported_user_id) references public.users (id) on delete restrict;
create index message_reports_status_created_at_idx on public.message_reports (status, created_at) where (status in ('open', 'escalated'));
create index message_reports_reported_user_id_created_at_idx on public.message_reports (reported_user_id, created_at desc);
create index message_reports_conversation_id_message_seq_idx on public.message_reports (conversation_id, message_seq);
create trigger touch_updated_at before update on public.message_reports for each row execute function boyfanz.touch_updated_at();
create trigger deletion_waits_for_holds before delete on public.message_reports for each row execute function boyfanz.refuse_while_held('reported_user_id', 'messages');
create trigger only_the_handling_changes before update on public.message_reports for each row execute function boyfanz.append_only('clear reporter_id', 'change status', 'change resolved_at', 'set is_franking_verified');
create policy member_select on public.message_reports for select to authenticated using (message_reports.reporter_id = (select boyfanz.current_user_id()));
create policy staff_select on public.message_reports for select to boyfanz_staff using ((select boyfanz.has_permission('message.read_reported')));
grant select (category, conversation_id, created_at, id, message_seq, reported_user_id, reporter_id, resolved_at, status, updated_at) on table public.message_reports to authenticated;
grant select on table public.message_reports to boyfanz_staff;
grant select, insert, update, delete on table public.message_reports to service_role;

insert into boyfanz.loaded_parts (digest, part, parts) values ('9e84cfef88e73787', 3, 8);
commit;

select
  format('Part %s of %s is loaded.', max(l.part), max(l.parts)) as done,
  '319 of 719' as tables,
  'Run part-04.sql.' as next
from boyfanz.loaded_parts l
where l.digest = '9e84cfef88e73787';
