select followee_id, source, notify, show_reposts, is_favourite
from public.follows
where follower_id = boyfanz.current_user_id()
