declare
  period record;
begin
  -- FOR SHARE: whoever closes the period waits for this posting, and the other way round.
  for period in select p.status, p.ends_on from public.ledger_periods p where p.id = new.period_id for share loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if period.status = 'closed' or period.status = 'soft_closed' and new.kind not in ('adjustment', 'reversal') then
    raise exception 'The accounting period % takes no % any more', new.period_id, new.kind
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'period_id';
  end if;
  if (new.effective_at at time zone 'UTC')::date > period.ends_on then
    raise exception 'What takes effect at % does not belong to the accounting period that ends on %',
        new.effective_at, period.ends_on
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'period_id';
  end if;
  return new;
end
