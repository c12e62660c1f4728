begin
  if exists (select from public.conversations c where c.id = new.conversation_id and c.encryption = 'e2ee') then
    raise exception 'Conversation % is encrypted: the server knows nothing of its messages', new.conversation_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
