begin
  if exists (
    select
    from public.marketplace_order_lines l
    where l.order_item_id = new.order_line_id and l.buyer_id is distinct from new.buyer_id)
  then
    raise exception '%.%.buyer_id is not the buyer of the order line', tg_table_schema, tg_table_name
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'buyer_id';
  end if;
  return new;
end
