declare
  me uuid := boyfanz.current_user_id();
begin
  return boyfanz.may_take_part('messaging') and exists (
    select
    from public.messages m
      join public.conversations c on c.id = m.conversation_id
      join public.conversation_participants p on p.conversation_id = m.conversation_id
    where m.conversation_id = room and m.seq = message_no
      and (m.deleted_at is null or m.deleted_for = 'sender' and m.sender_id is distinct from me)
      and (m.expires_at is null or m.expires_at > now())
      and not c.is_frozen and c.deleted_at is null
      and p.user_id = me and p.left_at is null and m.seq > p.joined_seq and m.seq > p.cleared_before_seq
      and (m.sender_id is null or not boyfanz.is_blocked_with(m.sender_id)));
end
