declare
  buckets integer;
  arms record;
begin
  buckets := (
    select l.bucket_count
    from public.experiment_layers l
    where l.id = new.layer_id
  );
  if not new.bucket_range <@ int4range(0, buckets) then
    raise exception 'The buckets % do not lie within the % of the layer', new.bucket_range, buckets
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'bucket_range';
  end if;
  if new.status not in ('running', 'paused') then
    return new;
  end if;
  -- Arms and metrics cannot change meanwhile: freeze_with_parent waits for the row that this trigger is about to change.
  for arms in
    select count(*) as number, sum(v.weight_ppm) as weight, count(*) filter (where v.is_control) as controls
    from public.experiment_variants v
    where v.experiment_id = new.id
  loop
    exit;
  end loop;
  if arms.number < 2 or arms.weight <> 1000000 or arms.controls <> 1 then
    raise exception 'An experiment runs with two arms or more, one of them the control, that share 1000000 parts; not with %, % controls and % parts',
        arms.number, arms.controls, coalesce(arms.weight, 0)
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  if not exists (
    select from public.experiment_metrics m
    where m.experiment_id = new.id and m.role = 'primary')
  then
    raise exception 'An experiment runs with a primary metric'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'status';
  end if;
  return new;
end
