declare
  hold text;
  kept numeric;
  available numeric;
begin
  if tg_op = 'UPDATE' and old.status = new.status then
    return new;
  end if;
  hold := (
    select h.kind
    from public.payout_holds h
    where h.creator_id = new.creator_id and h.released_at is null and h.amount_minor is null
    limit 1
  );
  if hold is not null then
    raise exception 'A hold (%) stops the payouts of creator %', hold, new.creator_id
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  -- The payout is booked already, so what is left has to cover the holds of an amount.
  kept := (
    select sum(h.amount_minor)
    from public.payout_holds h
    where h.creator_id = new.creator_id and h.released_at is null and h.currency = new.currency
  );
  if kept is not null then
    available := (
      select sum(b.balance_minor)
      from public.ledger_accounts a
        join public.ledger_account_balances b on b.account_id = a.id
      where a.owner_id = new.creator_id and a.kind = 'creator_available' and a.currency = new.currency
    );
    if coalesce(available, 0) < kept then
      raise exception 'Holds keep % of creator %, and only % would be left', kept, new.creator_id, coalesce(available, 0)
        using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
    end if;
  end if;
  return new;
end
