declare
  lines record;
begin
  for lines in
    select
      coalesce(sum(l.amount_minor) filter (where l.kind <> 'discount'), 0) as subtotal,
      coalesce(-sum(l.amount_minor) filter (where l.kind = 'discount'), 0) as discount,
      coalesce(sum(l.tax_minor), 0) as tax
    from public.invoice_lines l
    where l.invoice_id = new.id
  loop
    exit;
  end loop;
  if (lines.subtotal, lines.discount, lines.tax) is distinct from
    (new.subtotal_minor::numeric, new.discount_minor::numeric, new.tax_minor::numeric)
  then
    raise exception 'The lines of invoice % add up to % less % and tax %, its totals say % less % and %',
        new.id, lines.subtotal, lines.discount, lines.tax, new.subtotal_minor, new.discount_minor, new.tax_minor
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
