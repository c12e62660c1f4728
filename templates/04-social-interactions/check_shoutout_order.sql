begin
  if not exists (
    select from public.orders o
    where o.id = new.order_id and o.buyer_id = new.requester_id and o.currency = new.currency)
  then
    raise exception 'The order of a shoutout is one of its requester, in its currency: %', new.order_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'order_id';
  end if;
  return new;
end
