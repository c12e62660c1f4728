begin
  return query
    select
      case when coalesce(p.show_follower_counts, true) then c.followers end,
      case when coalesce(p.show_follower_counts, true) then c.following end,
      case when coalesce(p.show_follower_counts, true) then c.subscribers end
    from public.social_counters c
      join public.users u on u.id = c.user_id and u.status = 'active'
      left join public.user_privacy_settings p on p.user_id = c.user_id
    where c.user_id = person;
end
