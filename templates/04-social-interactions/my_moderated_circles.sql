select circle_id
from public.social_circle_members
where user_id = boyfanz.current_user_id()
  and role in ('owner', 'moderator')
  and state = 'active'
