declare
  problem text;
begin
  if tg_op = 'INSERT' then
    problem := case
      when not exists (
        select from public.messages m
        where m.conversation_id = new.conversation_id and m.seq = new.message_seq
          and m.has_paywall and m.sender_id = new.creator_id)
        then 'The message is not a locked one of this creator'
      when not exists (
        select from public.content_items i
        where i.id = new.content_id and i.kind = 'message_bundle' and i.creator_id = new.creator_id)
        then 'What is locked is not a message bundle of this creator'
      when not exists (
        select from public.ppv_offers o
        where o.id = new.offer_id and o.content_id = new.content_id and o.creator_id = new.creator_id
          and o.currency = new.currency)
        then 'The offer is not for this content in this currency'
    end;
  end if;
  if problem is null and new.unlocked_at is not null and not exists (
    select from public.content_unlocks u
    where u.user_id = new.recipient_id and u.content_id = new.content_id)
  then
    problem := 'The recipient has not unlocked the content';
  end if;
  if problem is null then
    return new;
  end if;
  raise exception '%: message % of conversation %', problem, new.message_seq, new.conversation_id
    using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
end
