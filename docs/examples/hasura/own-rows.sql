-- Hasura 2 tells the database who asks when it changes something (hasura.user), and not when it reads. So what is one's own is
-- read by functions that Hasura hands the session to. In a schema of their own: `apply` looks after public and boyfanz.
create schema hasura_api;
grant usage on schema hasura_api to boyfanz_member;

create function hasura_api.my_collections(hasura_session json)
returns setof public.bookmark_collections
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- For this statement, which is a transaction of its own.
  perform set_config('app.user_id', coalesce(hasura_session ->> 'x-hasura-user-id', ''), true);
  return query select * from public.bookmark_collections where user_id = boyfanz.current_user_id();
end
$$;

revoke all on function hasura_api.my_collections(json) from public;
grant execute on function hasura_api.my_collections(json) to boyfanz_member;
