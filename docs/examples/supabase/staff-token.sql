-- Supabase: who holds a role of staff gets a token with the database role boyfanz_staff. After this file, choose the function under
-- Authentication, Hooks, Customize Access Token. Staff see as staff only, so they need another account to be members.
-- In a schema of its own: `apply` looks after public and boyfanz.
create schema hooks;
grant usage on schema hooks to supabase_auth_admin;

create function hooks.staff_token(event jsonb)
returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
  select case
    when exists (
      select from public.user_role_assignments held
        join public.user_roles known on known.id = held.role_id
      where held.user_id = (event ->> 'user_id')::uuid
        and known.is_staff
        and held.revoked_at is null
        and held.valid_from <= now()
        and coalesce(held.valid_until > now(), true)
    ) then jsonb_set(event, '{claims,role}', '"boyfanz_staff"')
    else event
  end
$$;

revoke all on function hooks.staff_token(jsonb) from public;
grant execute on function hooks.staff_token(jsonb) to supabase_auth_admin;

-- The API may take that role.
grant boyfanz_staff to authenticator;
