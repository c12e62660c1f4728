begin
  return exists (
    select
    from public.user_privacy_settings p
      join public.users u on u.id = p.user_id
    where p.user_id = person and p.show_spending_badges and u.status = 'active');
end
