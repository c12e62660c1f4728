begin
  insert into public.payout_holds (creator_id, kind, placed_by, public_reason)
  select c.user_id, 'sanctions', new.reviewed_by, 'Your payouts are under review.'
  from public.creators c
  where c.user_id = new.user_id
    and not exists (
      select from public.payout_holds h
      where h.creator_id = c.user_id and h.kind = 'sanctions' and h.released_at is null);
  update public.ledger_accounts a set is_frozen = true where a.owner_id = new.user_id and not a.is_frozen;
  return null;
end
