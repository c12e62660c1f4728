declare
  role record;
  granter_rank smallint;
begin
  for role in select r.* from public.user_roles r where r.id = new.role_id loop
    exit;
  end loop;
  if not found then
    return new; -- The foreign key says so better.
  end if;
  if not role.is_assignable then
    raise exception 'The role % is not assignable', role.code using errcode = 'check_violation', column = 'role_id';
  end if;
  if (role.scope = 'creator') <> (new.scope_creator_id is not null) then
    raise exception 'The role % has the scope "%"', role.code, role.scope
      using errcode = 'check_violation', column = 'scope_creator_id';
  end if;
  if role.requires_mfa and not boyfanz.has_mfa(new.user_id) then
    raise exception 'The role % needs a second factor', role.code using errcode = 'check_violation', column = 'user_id';
  end if;
  -- No granter is the system itself: the first administrator, roles that follow from an approved application.
  if new.granted_by is not null then
    granter_rank := (
      select max(held.rank)
      from public.user_role_assignments a
        join public.user_roles held on held.id = a.role_id
      where a.user_id = new.granted_by
        and a.revoked_at is null
        and a.valid_from <= now()
        and (a.valid_until is null or a.valid_until > now())
        and (a.scope_creator_id is null or a.scope_creator_id = new.scope_creator_id)
    );
    if granter_rank is null or granter_rank < role.rank then
      raise exception 'Nobody grants a role above their own: %', role.code
        using errcode = 'insufficient_privilege', column = 'granted_by';
    end if;
  end if;
  return new;
end
