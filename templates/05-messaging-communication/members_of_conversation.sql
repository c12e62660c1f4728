declare
  me uuid := boyfanz.current_user_id();
  sees_all boolean;
begin
  -- Who follows a creator's broadcast is nobody else's business.
  sees_all := (
    select c.kind <> 'broadcast' or mine.role in ('owner', 'admin')
    from public.conversations c
      join public.conversation_participants mine on mine.conversation_id = c.id
    where c.id = room and c.deleted_at is null and mine.user_id = me and mine.left_at is null
  );
  return query
    select p.user_id, p.role, p.nickname,
      case when p.user_id = me or s.show_read_receipts is not false then p.last_read_seq end,
      case when p.user_id = me or s.show_read_receipts is not false then p.last_delivered_seq end
    from public.conversation_participants p
      left join public.user_privacy_settings s on s.user_id = p.user_id
    where p.conversation_id = room and p.left_at is null
      and sees_all is not null
      and (sees_all or p.user_id = me or p.role in ('owner', 'admin'));
end
