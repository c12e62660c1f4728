declare
  left_over numeric;
begin
  perform from public.ledger_account_balances b where b.account_id = new.id for update;
  perform from public.ledger_balance_shards s where s.account_id = new.id order by s.slot for update;
  left_over := (
    select
      coalesce((select b.balance_minor from public.ledger_account_balances b where b.account_id = new.id), 0)
        + coalesce((select sum(s.balance_minor) from public.ledger_balance_shards s where s.account_id = new.id), 0)
  );
  if left_over <> 0 then
    raise exception 'The ledger account % still holds % and cannot be closed', new.code, left_over
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema, column = 'closed_at';
  end if;
  return new;
end
