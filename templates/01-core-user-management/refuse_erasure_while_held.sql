declare
  hold text;
begin
  hold := (
    select h.reference
    from public.user_data_requests r
      join public.user_legal_holds h on h.user_id = r.user_id
    where r.id = new.request_id and h.released_at is null and h.scope && array[new.domain, '*']
    limit 1
  );
  if hold is not null then
    raise exception 'A legal hold (%) keeps the % data of this request', hold, new.domain
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end
