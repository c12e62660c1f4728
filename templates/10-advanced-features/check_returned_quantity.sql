declare
  ordered integer;
  returned bigint;
begin
  -- Two returns opened at once would each count without the other.
  ordered := (
    select l.quantity
    from public.marketplace_order_lines l
    where l.order_item_id = new.order_line_id
    for no key update
  );
  returned := (
    select sum(r.quantity)
    from public.marketplace_returns r
    where r.order_line_id = new.order_line_id and r.state not in ('rejected', 'cancelled')
  );
  if returned > ordered or new.quantity > ordered then
    raise exception 'More pieces returned than the % that were ordered', ordered
      using errcode = 'check_violation', table = 'marketplace_returns', column = 'quantity';
  end if;
  return null;
end
