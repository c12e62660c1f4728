select s.event_id
from public.event_staff s
where s.user_id = boyfanz.current_user_id()
  and s.removed_at is null
  and s.valid_during @> now()
  and s.rights && my_staffed_events.rights
