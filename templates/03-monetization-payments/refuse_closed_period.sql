declare
  state text;
begin
  -- FOR SHARE: whoever closes the period waits for this posting, and the other way round.
  select p.status into state from public.ledger_periods p where p.id = new.period_id for share;
  if state = 'closed' or state = 'soft_closed' and new.kind not in ('adjustment', 'reversal') then
    raise exception 'The accounting period % takes no % any more', new.period_id, new.kind
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'period_id';
  end if;
  return new;
end
