declare
  posting uuid := to_jsonb(new) ->> tg_argv[0];
  legs bigint;
  surplus text;
begin
  -- Deferred, and for each leg: a check that ran early by SET CONSTRAINTS does not let a later leg through.
  for legs, surplus in
    select coalesce(sum(per_currency.legs), 0),
      string_agg(per_currency.currency || ' ' || per_currency.total, ', ') filter (where per_currency.total <> 0)
    from (
      select e.currency, count(*) as legs, sum(e.amount_minor) as total
      from public.ledger_entries e
      where e.transaction_id = posting
      group by e.currency
    ) as per_currency
  loop
    exit;
  end loop;
  if legs < 2 or surplus is not null then
    raise exception 'The posting % does not balance: %', posting, coalesce('off by ' || surplus, legs || ' legs')
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
