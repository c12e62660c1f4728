declare
  version_row record;
  lacking text;
begin
  if new.retired_at is not null then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    if new.mode in (old.mode, 'shadow') and new.traffic_ppm <= old.traffic_ppm then
      return new;
    end if;
  end if;
  for version_row in
    select v.state, m.required_approvals, d.status as dataset_status
    from public.ml_model_versions v
      join public.ml_models m on m.id = v.model_id
      left join public.ml_dataset_versions d on d.id = v.dataset_version_id
    where v.id = new.version_id
  loop
    exit;
  end loop;
  if version_row.state is null then
    return new; -- The foreign key says so better.
  end if;
  if version_row.state = 'revoked' then
    lacking := 'it is revoked';
  elsif new.mode <> 'shadow' and new.environment in ('production', 'edge') then
    if version_row.state <> 'approved' then
      lacking := 'it is ' || version_row.state || ', not approved';
    elsif version_row.dataset_status = 'withdrawn' then
      lacking := 'its data was withdrawn';
    else
      lacking := (
        select 'no sign-off by ' || string_agg(role, ', ' order by role)
        from unnest(version_row.required_approvals) as required (role)
        where not exists (
          select from public.ml_model_approvals a
          where a.version_id = new.version_id and a.approval_role = role and a.decision <> 'rejected'
            and (a.valid_until is null or a.valid_until >= (now() at time zone 'UTC')::date))
      );
    end if;
  end if;
  if lacking is not null then
    raise exception 'Version % cannot be deployed: %', new.version_id, lacking
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'version_id';
  end if;
  return new;
end
