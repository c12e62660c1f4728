begin
  if exists (
    select
    from public.report_schedules s
      join public.report_definitions d on d.id = s.report_id
      join public.webhook_endpoints w on w.id = new.webhook_endpoint_id
    where s.id = new.schedule_id and w.owner_user_id <> d.owner_user_id)
  then
    raise exception 'The webhook % is not of the owner of the report', new.webhook_endpoint_id
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'webhook_endpoint_id';
  end if;
  return new;
end
