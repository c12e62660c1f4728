begin
  if exists (
    select
    from public.ledger_entries e
    where e.transaction_id in (new.id, new.reverses_id)
    group by e.account_id
    having sum(e.amount_minor) <> 0)
  then
    raise exception 'The posting % does not undo % on every account', new.id, new.reverses_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
