declare
  broken_at bigint;
  last record;
  head record;
begin
  -- The head first: what is appended meanwhile is behind it.
  for head in select h.last_seq, h.last_hash from public.audit_chain_heads h where h.chain_id = chain loop
    exit;
  end loop;
  broken_at := (
    select min(l.seq)
    from (
      select
        e.seq, e.prev_hash, e.entry_hash = boyfanz.audit_entry_hash(to_jsonb(e)) as is_genuine,
        lag(e.seq) over chained as seq_before, lag(e.entry_hash) over chained as hash_before
      from public.audit_log_entries e
      where e.chain_id = chain and e.seq between from_seq and head.last_seq
      window chained as (order by e.seq)) as l
    where not l.is_genuine
      or l.seq_before is not null and (l.seq <> l.seq_before + 1 or l.prev_hash <> l.hash_before)
      or l.seq_before is null and from_seq = 1 and (l.seq <> 1 or l.prev_hash <> decode(repeat('00', 32), 'hex'))
  );
  if broken_at is not null then
    return broken_at;
  end if;
  for last in
    select e.seq, e.entry_hash
    from public.audit_log_entries e
    where e.chain_id = chain and e.seq between from_seq and head.last_seq
    order by e.seq desc
    limit 1
  loop
    exit;
  end loop;
  -- What the head knows of and the log does not was cut off at the end.
  if head.last_seq >= from_seq and (last.seq is distinct from head.last_seq or last.entry_hash <> head.last_hash) then
    return coalesce(last.seq + 1, from_seq);
  end if;
  return null;
end
