declare
  kind record;
begin
  for kind in select t.* from public.notification_types t where t.id = new.type_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if (not kind.can_opt_out or new.channel = 'email' and kind.category in ('security', 'legal'))
    and new.channel = any (kind.default_channels)
    and (new.mode <> 'on' or new.from_whom <> 'everyone')
  then
    raise exception 'Nobody opts out of % by %', kind.code, new.channel
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'mode';
  end if;
  if new.from_whom = 'everyone'
    and new.mode = (case when new.channel = any (kind.default_channels) then 'on' else 'off' end)
  then
    raise exception '"%" by % is the default of %: delete the row instead', new.mode, new.channel, kind.code
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema, column = 'mode';
  end if;
  return new;
end
