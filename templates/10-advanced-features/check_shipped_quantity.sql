declare
  ordered integer;
  shipped bigint;
begin
  -- Two parcels packed at once would each count without the other.
  ordered := (
    select l.quantity
    from public.marketplace_order_lines l
    where l.order_item_id = new.order_line_id
    for no key update
  );
  shipped := (
    select sum(p.quantity)
    from public.marketplace_shipment_lines p
      join public.marketplace_shipments s on s.id = p.shipment_id
    where p.order_line_id = new.order_line_id and s.state not in ('lost', 'returned')
  );
  if shipped > ordered then
    raise exception 'The parcels of the line hold % pieces of % that were ordered', shipped, ordered
      using errcode = 'check_violation', table = 'marketplace_shipment_lines', column = 'quantity';
  end if;
  return null;
end
