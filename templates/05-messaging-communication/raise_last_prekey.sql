declare
  refused text;
begin
  for refused in
    with batch as (
      select a.user_id, a.device_id, min(a.key_id) as lowest, max(a.key_id) as highest
      from added a
      group by a.user_id, a.device_id
    ), raised as (
      update public.e2ee_device_keys d
      set last_prekey_id = b.highest
      from batch b
      where d.user_id = b.user_id and d.device_id = b.device_id and d.last_prekey_id < b.lowest
      returning d.user_id, d.device_id
    )
    select format('%s of device %s', b.lowest, b.device_id)
    from batch b
    where not exists (select from raised r where r.user_id = b.user_id and r.device_id = b.device_id)
    limit 1
  loop
    exit;
  end loop;
  if refused is not null then
    raise exception 'One-time prekey % was used before', refused
      using errcode = 'unique_violation', table = tg_table_name, schema = tg_table_schema, column = 'key_id';
  end if;
  return null;
end
