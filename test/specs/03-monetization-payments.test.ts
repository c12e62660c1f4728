import { CASES } from './03-monetization-payments-cases.ts';
import { holdsRules } from './hold-rules.ts';

/** Accounts, headers, postings and invoices in a line. */
const LEDGER_HELPERS = `
  create function pg_temp.account(code text) returns bigint language sql
    as $$ select id from ledger_accounts a where a.code = account.code $$;
  create function pg_temp.balance(code text) returns bigint language sql
    as $$ select balance_minor from ledger_account_balances where account_id = pg_temp.account(code) $$;
  create function pg_temp.header(
    n integer, kind text, key integer default null, reverses integer default null,
    effective date default '2026-02-01', period date default null) returns void language sql
    as $$
      insert into ledger_transactions (id, kind, source_table, source_id, effective_at, period_id, reverses_id, idempotency_key, row_hash)
      select pg_temp.u(n), kind, 'tests', n::text, effective::timestamp at time zone 'UTC', p.id, pg_temp.u(reverses),
        'k' || coalesce(key, n), pg_temp.h(n::text)
      from ledger_periods p where coalesce(period, effective) between p.starts_on and p.ends_on
    $$;
  create function pg_temp.post(
    n integer, kind text, legs text, key integer default null, reverses integer default null,
    effective date default '2026-02-01', period date default null) returns void language plpgsql
    as $$
      declare
        words text[] := string_to_array(nullif(legs, ''), ' ');
      begin
        perform pg_temp.header(n, kind, key, reverses, effective, period);
        insert into ledger_entries (transaction_id, leg_no, account_id, currency, amount_minor)
        select pg_temp.u(n), leg, a.id, a.currency, words[2 * leg]::bigint
        from generate_series(1, coalesce(cardinality(words), 0) / 2) leg join ledger_accounts a on a.code = words[2 * leg - 1];
      end
    $$;
  create function pg_temp.finalise(n integer, taken bigint default null) returns void language sql
    as $$
      update invoices set finalized_at = now(), status = 'open', number = taken, issued_on = current_date,
        retain_until = current_date + 3652, customer_snapshot = '{"name": "A"}', seller_snapshot = '{"name": "B"}'
      where id = pg_temp.u(n)
    $$`;

holdsRules('money', CASES, LEDGER_HELPERS);
