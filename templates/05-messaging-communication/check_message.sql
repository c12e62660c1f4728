declare
  room record;
begin
  for room in
    select c.encryption, c.last_seq, c.is_frozen from public.conversations c where c.id = new.conversation_id
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if room.encryption = 'e2ee' and new.kind <> 'system'
    and (new.body is distinct from case tg_op when 'UPDATE' then old.body end and new.body is not null
      or tg_op = 'INSERT' and new.broadcast_id is not null)
  then
    raise exception 'Conversation % is encrypted and takes no clear text', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'body';
  end if;
  if room.encryption = 'transport' and new.ciphertext is not null then
    raise exception 'Conversation % is not encrypted', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'ciphertext';
  end if;
  if tg_op = 'UPDATE' then
    return new;
  end if;
  if new.seq > room.last_seq then
    raise exception 'Message % of conversation % was not allotted by last_seq', new.seq, new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'seq';
  end if;
  if room.is_frozen and new.kind <> 'system' then
    raise exception 'Conversation % is frozen', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
