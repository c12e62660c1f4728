select creator_id
from public.subscriptions
where subscriber_id = boyfanz.current_user_id()
  and entitled_until > now()
