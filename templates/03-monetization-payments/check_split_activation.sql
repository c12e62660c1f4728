declare
  recipients bigint;
  accepted bigint;
  total bigint;
begin
  for recipients, accepted, total in
    select count(*), count(r.accepted_at), coalesce(sum(r.share_bps), 0)
    from public.revenue_split_recipients r
    where r.rule_id = new.id
  loop
    exit;
  end loop;
  if recipients = 0 or accepted < recipients or total <> 10000 then
    raise exception 'The split % cannot become active: % of % recipients accepted, % of 10000 shared',
        new.code, accepted, recipients, total
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  return new;
end
