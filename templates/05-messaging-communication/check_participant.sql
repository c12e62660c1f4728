declare
  room record;
begin
  for room in select c.kind, c.last_seq from public.conversations c where c.id = new.conversation_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if new.last_read_seq > room.last_seq or new.last_delivered_seq > room.last_seq then
    raise exception 'Conversation % has no message % yet', new.conversation_id,
        greatest(new.last_read_seq, new.last_delivered_seq)
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'last_read_seq';
  end if;
  if room.kind = 'broadcast' and new.unread_count > 0 then
    raise exception 'A broadcast room keeps no unread counter per member'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'unread_count';
  end if;
  if tg_op = 'UPDATE' and (old.left_at is null or new.left_at is not null) then
    return new;
  end if;
  -- Somebody comes in, or comes back.
  if exists (
    select from public.conversation_bans b
    where b.conversation_id = new.conversation_id
      and b.user_id = new.user_id
      and (b.until is null or b.until > now()))
  then
    raise exception 'User % is banned from conversation %', new.user_id, new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'user_id';
  end if;
  return new;
end
