declare
  me uuid := boyfanz.current_user_id();
begin
  if me is null or boyfanz.is_blocked_with(person) then
    return false;
  end if;
  return exists (
      select from public.direct_conversation_pairs d
      where d.user_low_id = least(me, person) and d.user_high_id = greatest(me, person))
    or exists (
      select
      from public.conversation_participants mine
        join public.conversation_participants theirs on theirs.conversation_id = mine.conversation_id
        join public.conversations c on c.id = mine.conversation_id
      where mine.user_id = me and mine.left_at is null
        and theirs.user_id = person and theirs.left_at is null
        and c.kind <> 'broadcast' and c.deleted_at is null);
end
