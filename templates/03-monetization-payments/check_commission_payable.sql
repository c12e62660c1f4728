declare
  state text;
begin
  -- FOR SHARE: a refund that is booked at the same moment waits.
  state := (select p.status from public.payments p where p.id = new.payment_id for share);
  if state in ('refunded', 'disputed', 'charged_back') then
    raise exception 'There is no commission on a payment that is %', state
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  return new;
end
