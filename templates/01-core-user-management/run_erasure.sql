declare
  subject uuid;
  stage integer;
  held text[];
  kept text;
  result jsonb;
begin
  for subject, stage in
    select r.user_id, r.next_stage
    from public.user_data_requests r
    where r.id = $1 and r.kind = 'erasure' and r.verified_at is not null and r.status in ('verifying', 'running')
    for update
  loop
    exit;
  end loop;
  if not found then
    raise exception 'Request % is not an erasure that is verified and open', $1 using errcode = 'no_data_found';
  end if;
  kept := (
    select h.reference
    from public.user_legal_holds h
    where h.user_id = subject and h.released_at is null and '*' = any (h.scope)
    limit 1
  );
  if kept is not null then
    raise exception 'A legal hold (%) keeps all data of user %', kept, subject using errcode = 'restrict_violation';
  end if;
  held := array(
    select distinct d
    from public.user_legal_holds h cross join unnest(h.scope) d
    where h.user_id = subject and h.released_at is null
  );
  update public.users u
  set status = 'erasing', deletion_requested_at = coalesce(u.deletion_requested_at, now())
  where u.id = subject and u.status not in ('erasing', 'erased');

  result := boyfanz.erase_person(subject, stage, held);

  update public.user_data_requests r
  set status = 'running', next_stage = coalesce((result ->> 'next')::integer, 1)
  where r.id = $1;
  -- No blank before INTO: editors that look for SELECT … INTO would take this for a new table.
  insert/**/into public.user_erasure_steps as s (request_id, domain, action, rows_affected, started_at, completed_at)
  select $1, e.domain,
    case when e.domain = 'audit' then 'crypto_shredded' when bool_and(e.action = 'deleted') then 'deleted' else 'anonymised' end,
    sum(e.rows), now(), clock_timestamp()
  from jsonb_to_recordset(result -> 'done') as e (domain text, action text, rows bigint)
  group by e.domain
  on conflict (request_id, domain) do update
  set action = case when s.action = 'deleted' then excluded.action when s.action = 'retained' then excluded.action else s.action end,
    legal_basis = null, retain_until = null, started_at = coalesce(s.started_at, excluded.started_at),
    completed_at = excluded.completed_at, rows_affected = coalesce(s.rows_affected, 0) + excluded.rows_affected;
  insert/**/into public.user_erasure_steps (request_id, domain, action, legal_basis, retain_until)
  select distinct on (d) $1, d, 'retained', h.reference, coalesce(h.expires_at::date, current_date + 365)
  from public.user_legal_holds h cross join unnest(h.scope) d
  where h.user_id = subject and h.released_at is null
  order by d, h.expires_at desc nulls first
  on conflict (request_id, domain) do nothing;

  if result ->> 'next' is null and held = '{}' then
    update public.users u set status = 'erased', erased_at = now() where u.id = subject and u.status <> 'erased';
    update public.user_data_requests r set status = 'completed', completed_at = now() where r.id = $1;
  end if;
  return (result ->> 'next')::integer;
end
