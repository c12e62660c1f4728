declare
  auction record;
  least_amount bigint;
begin
  -- Bids of one auction come one after another.
  for auction in
    select a.creator_id, a.state, a.starts_at, a.ends_at, a.start_minor, a.increment_minor
    from public.marketplace_auctions a
    where a.id = new.auction_id
    for no key update
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so.
  end if;
  if auction.state <> 'open' or new.placed_at not between auction.starts_at and auction.ends_at then
    raise exception 'The auction is not open'
      using errcode = 'check_violation', table = 'marketplace_bids', column = 'auction_id';
  end if;
  if new.bidder_id = auction.creator_id then
    raise exception 'Nobody bids for their own goods'
      using errcode = 'check_violation', table = 'marketplace_bids', column = 'bidder_id';
  end if;
  least_amount := (
    select coalesce(max(b.amount_minor) + auction.increment_minor, auction.start_minor)
    from public.marketplace_bids b
    where b.auction_id = new.auction_id
  );
  if new.amount_minor < least_amount then
    raise exception 'The bid has to be % at least', least_amount
      using errcode = 'check_violation', table = 'marketplace_bids', column = 'amount_minor';
  end if;
  return new;
end
