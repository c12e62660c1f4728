declare
  touched uuid[] := array[(to_jsonb(old) ->> tg_argv[0])::uuid, (to_jsonb(new) ->> tg_argv[0])::uuid];
  batch record;
  total numeric;
  items bigint;
begin
  for batch in
    -- FOR SHARE: whoever approves the batch waits for this payout, and the other way round.
    select b.id, b.status, b.total_minor, b.item_count
    from public.payout_batches b
    where b.id = any (touched)
    order by b.id
    for share
  loop
    continue when batch.status = 'draft';
    for total, items in
      select coalesce(sum(p.amount_minor), 0), count(*) from public.payouts p where p.batch_id = batch.id
    loop
      exit;
    end loop;
    if (total, items) is distinct from (batch.total_minor::numeric, batch.item_count::bigint) then
      raise exception 'The batch % says % in % payouts, but holds % in %',
          batch.id, batch.total_minor, batch.item_count, total, items
        using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
    end if;
  end loop;
  return null;
end
