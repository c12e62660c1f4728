begin
  return coalesce((select p.show_online from public.user_privacy_settings p where p.user_id = person), true)
    and boyfanz.may_see_profile(person);
end
