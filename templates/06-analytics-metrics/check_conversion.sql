declare
  value_rule text;
begin
  value_rule := (
    select g.value_rule
    from public.conversion_goals g
    where g.id = new.goal_id
  );
  if value_rule = 'none' and new.value_minor <> 0 then
    raise exception 'A conversion of goal % has no value', new.goal_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'value_minor';
  end if;
  if value_rule = 'ledger_amount' and new.ledger_transaction_id is null then
    raise exception 'A conversion of goal % needs the posting that proves its value', new.goal_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'ledger_transaction_id';
  end if;
  return new;
end
