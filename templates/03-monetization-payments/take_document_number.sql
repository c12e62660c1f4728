declare
  taken bigint;
begin
  -- The row stays locked until the end of the transaction: a rollback gives the number back, so there is no gap.
  update public.invoice_number_sequences s
  set next_number = s.next_number + 1
  where s.series = new.series and s.fiscal_year = new.fiscal_year
  returning s.next_number - 1 into taken;
  if taken is null then
    raise exception 'There are no numbers for the series % of %', new.series, new.fiscal_year
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'series';
  end if;
  if new.number <> taken then
    raise exception 'The next number of the series % of % is %, not %', new.series, new.fiscal_year, taken, new.number
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'number';
  end if;
  new.number := taken;
  return new;
end
