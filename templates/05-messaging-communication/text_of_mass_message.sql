declare
  me uuid := boyfanz.current_user_id();
begin
  return query
    select c.body, c.media_bundle_id
    from public.messages m
      join public.mass_message_campaigns c on c.id = m.broadcast_id
      join public.conversation_participants p on p.conversation_id = m.conversation_id
    where m.conversation_id = room and m.seq = message_no
      and (m.deleted_at is null or m.deleted_for = 'sender' and m.sender_id is distinct from me)
      and (m.expires_at is null or m.expires_at > now())
      and p.user_id = me and p.left_at is null and m.seq > p.joined_seq and m.seq > p.cleared_before_seq;
end
