declare
  me uuid := boyfanz.current_user_id();
begin
  if me <> person then
    return null;
  end if;
  return (
    select case f.user_low_id when person then f.is_close_for_low else f.is_close_for_high end
    from public.friendships f
    where f.user_low_id = least(person, friend) and f.user_high_id = greatest(person, friend));
end
