declare
  total bigint;
begin
  -- Two deployments at once would each add up without the other.
  perform pg_advisory_xact_lock(hashtextextended('ml_deployments ' || new.environment || ' ' || new.endpoint_key, 0));
  total := (
    select sum(d.traffic_ppm)
    from public.ml_deployments d
    where d.environment = new.environment and d.endpoint_key = new.endpoint_key and d.retired_at is null and d.mode <> 'shadow'
  );
  if total > 1000000 then
    raise exception 'The traffic of % in % adds up to % of 1000000', new.endpoint_key, new.environment, total
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'traffic_ppm';
  end if;
  return null;
end
