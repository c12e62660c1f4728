begin
  if exists (
    select
    from public.user_role_assignments a
      join public.user_roles r on r.id = a.role_id
    where a.user_id = new.released_by
      and r.code = 'compliance'
      and a.revoked_at is null
      and a.valid_from <= now()
      and (a.valid_until is null or a.valid_until > now()))
  then
    return new;
  end if;
  raise exception 'Only compliance releases a sanctions hold'
    using errcode = 'insufficient_privilege', table = tg_table_name, schema = tg_table_schema, column = 'released_by';
end
