begin
  return (
    select coalesce(bool_and(carried.effect = 'allow'), false)
    from public.user_role_assignments held
      join public.user_role_permissions carried on carried.role_id = held.role_id
      join public.user_permissions named on named.id = carried.permission_id
    where held.user_id = boyfanz.current_user_id()
      and held.scope_creator_id is null
      and held.revoked_at is null
      and held.valid_from <= now()
      and coalesce(held.valid_until > now(), true)
      and named.code = has_permission.permission
      and (carried.conditions is null or carried.effect = 'deny')
  );
end
