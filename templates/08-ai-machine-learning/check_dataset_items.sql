declare
  refused text;
begin
  refused := (
    select format('%s: %s', i.item_key, case
        when v.status <> 'building' then 'the version is ' || v.status
        when c.id is null and i.consent_id is not null then 'the consent is not one of its owner'
        when d.required_consent_scope is not null and live.id is null then 'no live consent to ' || d.required_consent_scope
        else 'excluded from training'
      end)
    from new_items i
      join public.ml_dataset_versions v on v.id = i.dataset_version_id
      join public.ml_datasets d on d.id = v.dataset_id
      left join public.ml_training_consents c on c.id = i.consent_id and c.user_id = i.owner_user_id
      left join lateral (
        select c.id
        where c.scope = d.required_consent_scope and c.granted_at <= v.consent_cut_at and c.withdrawn_at is null) live on true
    where v.status <> 'building'
      or (c.id is null and i.consent_id is not null)
      or (d.required_consent_scope is not null and live.id is null)
      or exists (
        select from public.ml_training_exclusions e
        where e.source_type = i.source_type and e.source_id = i.source_id and e.action <> 'none_needed')
      or exists (
        select from public.ml_training_exclusions e
        where e.user_id = i.owner_user_id and e.source_id is null and e.action <> 'none_needed'
          -- Whoever withdrew may consent again.
          and not (e.cause = 'withdrawal' and coalesce(c.granted_at > e.requested_at, false)))
    limit 1
  );
  if refused is not null then
    raise exception 'An item does not enter the dataset: %', refused
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
