declare
  circle uuid := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0];
begin
  if exists (
    select from public.social_circles c
    where c.id = circle
      and not exists (
        select from public.social_circle_members m
        where m.circle_id = c.id and m.user_id = c.owner_id and m.role = 'owner'))
  then
    raise exception 'The owner of circle % is the member with that role', circle
      using errcode = 'check_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return null;
end
