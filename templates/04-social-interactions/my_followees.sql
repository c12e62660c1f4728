select followee_id
from public.follows
where follower_id = boyfanz.current_user_id()
