select m.key::text, m.name, m.task, v.version, c.public_explanation
from public.ml_models m
  join public.ml_model_versions v on v.model_id = m.id
  join public.ml_model_cards c on c.version_id = v.id
where (m.risk_class = 'high' or m.affects_users_legally)
  and c.public_explanation is not null
  and c.reviewed_at is not null
  and exists (
    select from public.ml_deployments d
    where d.version_id = v.id and d.environment in ('production', 'edge') and d.mode <> 'shadow' and d.retired_at is null)
