declare
  refused record;
begin
  -- Locks in the order of the accounts, so that two postings never wait for each other. An account with slots is not
  -- locked as a whole: its row keeps what was posted before it had any, and the slots carry the rest.
  perform
  from public.ledger_account_balances b
  where b.account_id in (select p.account_id from posted p)
    and not exists (select from public.ledger_balance_shards s where s.account_id = b.account_id)
  order by b.account_id
  for no key update;

  update public.ledger_account_balances b
  set balance_minor = b.balance_minor + d.delta,
    last_entry_id = greatest(b.last_entry_id, d.last_entry_id),
    version = b.version + 1
  from (
    select p.account_id, max(p.id) as last_entry_id,
      sum(case a.normal_side when 'debit' then p.amount_minor else -p.amount_minor end) as delta
    from posted p
      join public.ledger_accounts a on a.id = p.account_id
    where not exists (select from public.ledger_balance_shards s where s.account_id = p.account_id)
    group by p.account_id
  ) as d
  where b.account_id = d.account_id;

  update public.ledger_balance_shards s
  set balance_minor = s.balance_minor + d.delta,
    last_entry_id = greatest(s.last_entry_id, d.last_entry_id)
  from (
    select p.account_id, max(p.id) as last_entry_id,
      sum(case a.normal_side when 'debit' then p.amount_minor else -p.amount_minor end) as delta
    from posted p
      join public.ledger_accounts a on a.id = p.account_id
    group by p.account_id
  ) as d
  where s.account_id = d.account_id
    and s.slot = (
      select (array_agg(o.slot order by o.slot))[1 + pg_backend_pid() % count(*)]
      from public.ledger_balance_shards o
      where o.account_id = d.account_id);

  -- After the locks, so that an account that was closed or frozen meanwhile is seen as such.
  for refused in
    select a.code, a.closed_at
    from posted p
      join public.ledger_accounts a on a.id = p.account_id
      join public.ledger_transactions t on t.id = p.transaction_id
    where a.closed_at is not null
      or a.is_frozen
        and (p.amount_minor > 0) <> (a.normal_side = 'debit')
        and t.kind not in ('refund', 'chargeback', 'adjustment', 'reversal')
    limit 1
  loop
    exit;
  end loop;
  if found then
    raise exception 'The ledger account % is %', refused.code,
        case when refused.closed_at is null then 'frozen and gives nothing' else 'closed' end
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'account_id';
  end if;
  return null;
end
