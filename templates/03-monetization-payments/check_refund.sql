declare
  paid record;
  given numeric;
  limit_minor bigint;
begin
  -- The lock keeps two refunds at once from each counting without the other.
  for paid in
    select p.payer_id, p.provider_id, p.currency, p.amount_minor
    from public.payments p
    where p.id = new.payment_id
    for no key update
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if (new.payer_id, new.provider_id, new.currency) is distinct from (paid.payer_id, paid.provider_id, paid.currency) then
    raise exception 'A refund goes to the payer, by the provider and in the currency of its payment'
      using errcode = 'foreign_key_violation', table = tg_table_name, schema = tg_table_schema, column = 'payment_id';
  end if;
  if new.status <> 'failed' then
    given := (
      select coalesce(sum(r.amount_minor), 0)
      from public.refunds r
      where r.payment_id = new.payment_id and r.status <> 'failed' and r.id <> new.id
    );
    if given + new.amount_minor > paid.amount_minor then
      raise exception 'Refunds of % exceed the payment of %', given + new.amount_minor, paid.amount_minor
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'amount_minor';
    end if;
  end if;
  if new.initiated_by is not null and new.approved_by is null
    and (new.status = 'succeeded' or new.provider_refund_ref is not null)
  then
    limit_minor := (select c.refund_review_above_minor from public.currencies c where c.code = new.currency);
    if new.amount_minor > limit_minor then
      raise exception 'A refund of more than % needs the approval of a second person', limit_minor
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'approved_by';
    end if;
  end if;
  return new;
end
