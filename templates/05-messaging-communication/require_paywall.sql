begin
  -- Deferred: the paywall is written after its message, and both may be gone again.
  if exists (
      select from public.messages m
      where m.conversation_id = new.conversation_id and m.seq = new.seq and m.has_paywall)
    and not exists (
      select from public.message_paywalls p
      where p.conversation_id = new.conversation_id and p.message_seq = new.seq)
  then
    raise exception 'Message % of conversation % says that it is locked, but has no paywall', new.seq, new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'has_paywall';
  end if;
  return null;
end
