declare
  list uuid := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
  kind text;
begin
  -- Two writers who each delete one of the last two rules would each see the other's; a list on its way out is not found.
  kind := (select l.kind from public.social_lists l where l.id = list for no key update);
  if (kind = 'smart') <> exists (select from public.social_list_rules r where r.list_id = list) then
    raise exception 'A smart list has rules and no other list has any: % is %', list, kind
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
