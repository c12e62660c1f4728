select s.id
from public.live_streams s
where s.creator_id = boyfanz.current_user_id()
union
select s.id
from public.live_channel_moderators m
  join public.live_streams s on s.creator_id = m.creator_id and s.channel_id = m.channel_id
where m.user_id = boyfanz.current_user_id()
  and m.removed_at is null
