select g.queue_id
from public.moderator_queue_grants g
  join public.moderator_profiles p on p.user_id = g.moderator_id
where g.moderator_id = boyfanz.current_user_id()
  and g.revoked_at is null
  and coalesce(g.valid_until > now(), true)
  and p.status = 'active'
