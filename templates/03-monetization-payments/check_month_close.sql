declare
  lines record;
begin
  for lines in
    select
      coalesce(sum(e.gross_minor), 0) as gross,
      coalesce(sum(e.platform_fee_minor + e.processing_fee_minor), 0) as fees,
      coalesce(sum(e.net_minor), 0) as net
    from public.earnings e
    where e.creator_id = new.creator_id
      and e.source = new.source
      and e.currency = new.currency
      and e.earned_at >= new.month::timestamp at time zone 'UTC'
      and e.earned_at < (new.month + interval '1 month') at time zone 'UTC'
  loop
    exit;
  end loop;
  if (lines.gross, lines.fees, lines.net) is distinct from
    (new.gross_minor::numeric, new.fees_minor::numeric, new.net_minor::numeric)
  then
    raise exception 'The earnings of % add up to gross %, fees % and net %, not to %, % and %',
        new.month, lines.gross, lines.fees, lines.net, new.gross_minor, new.fees_minor, new.net_minor
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'closed_at';
  end if;
  return new;
end
