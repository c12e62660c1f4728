begin
  if exists (
    select from public.social_circle_members m
    where m.circle_id = old.id and m.role <> 'owner' and m.state in ('active', 'muted'))
  then
    raise exception 'Circle % has members; hand it over or close it', old.slug
      using errcode = 'restrict_violation', table = tg_table_name, schema = tg_table_schema;
  end if;
  return old;
end
