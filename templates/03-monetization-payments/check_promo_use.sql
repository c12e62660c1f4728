declare
  code record;
begin
  -- FOR SHARE: a limit that is lowered at the same moment waits.
  for code in
    select c.per_user_limit, c.assigned_user_id, c.expires_at, c.disabled_at
    from public.promo_codes c
    where c.id = new.promo_code_id
    for share
  loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if new.use_no > code.per_user_limit then
    raise exception 'One person uses this code % times at most', code.per_user_limit
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'use_no';
  end if;
  if code.assigned_user_id <> new.user_id then
    raise exception 'This code is for somebody else'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'user_id';
  end if;
  if code.disabled_at <= now() or code.expires_at <= now() then
    raise exception 'This code is not valid any more'
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'promo_code_id';
  end if;
  return new;
end
