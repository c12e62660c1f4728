declare
  subject uuid;
  hold text;
  domain text := tg_argv[1];
begin
  subject := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
  hold := (
    select h.reference
    from public.user_legal_holds h
    where h.user_id = subject and h.released_at is null and h.scope && array[domain, '*']
    limit 1
  );
  if hold is not null then
    raise exception 'A legal hold (%) keeps the % data of user %', hold, domain, subject
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
