declare
  invoice record;
  credited numeric;
begin
  for invoice in
    select i.finalized_at, i.customer_id, i.currency, i.total_minor
    from public.invoices i
    where i.id = new.invoice_id
    for no key update
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if invoice.finalized_at is null
    or new.customer_id is distinct from invoice.customer_id or new.currency is distinct from invoice.currency
  then
    raise exception 'A credit note corrects a final invoice, of its customer and in its currency'
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'invoice_id';
  end if;
  credited := (
    select coalesce(sum(n.amount_minor), 0)
    from public.credit_notes n
    where n.invoice_id = new.invoice_id and n.id <> new.id
  );
  if credited + new.amount_minor > invoice.total_minor then
    raise exception 'Credit notes of % exceed the invoice of %', credited + new.amount_minor, invoice.total_minor
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'amount_minor';
  end if;
  return new;
end
