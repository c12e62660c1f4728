select d.creator_id
from public.creator_delegates d
where d.delegate_user_id = boyfanz.current_user_id()
  and d.accepted_at is not null
  and d.revoked_at is null
  and coalesce(d.expires_at > now(), true)
  and creators_i_act_for.permission = any (d.permissions)
