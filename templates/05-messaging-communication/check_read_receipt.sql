declare
  last_seq bigint;
begin
  -- The reader's own row is the lock: two devices that report at once come one after the other.
  perform from public.conversation_participants p
  where p.conversation_id = new.conversation_id and p.user_id = new.user_id
  for no key update;
  last_seq := (
    select max(r.to_seq)
    from public.message_read_receipts r
    where r.conversation_id = new.conversation_id and r.user_id = new.user_id
  );
  if new.from_seq <= last_seq then
    raise exception 'User % has read conversation % up to % already', new.user_id, new.conversation_id, last_seq
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'from_seq';
  end if;
  last_seq := (select c.last_seq from public.conversations c where c.id = new.conversation_id);
  if new.to_seq > last_seq then
    raise exception 'Conversation % has no message % yet', new.conversation_id, new.to_seq
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'to_seq';
  end if;
  return new;
end
