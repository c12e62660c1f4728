declare
  total bigint;
begin
  -- Two rows at once would each add up without the other.
  perform pg_advisory_xact_lock(hashtextextended('content_collaborators ' || new.content_id, 0));
  total := (
    select sum(c.share_bps)
    from public.content_collaborators c
    where c.content_id = new.content_id and c.status in ('invited', 'accepted')
  );
  if total > 10000 then
    raise exception 'The shares of item % make % of 10000', new.content_id, total
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'share_bps';
  end if;
  return null;
end
