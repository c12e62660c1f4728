-- Logins for applications, one for each process that needs other rights. Run as whoever applied the schema; then give each a
-- password with \password in psql. None of them owns anything.

-- Express, Fastify: says in every transaction who it works for. NOINHERIT: what forgets to may do nothing.
create role boyfanz_api login noinherit;
grant boyfanz_anonymous, boyfanz_member, boyfanz_staff to boyfanz_api;

-- PostGraphile shows in its API whatever any role of its login may use: so those of people alone.
create role boyfanz_graphql login noinherit;
grant boyfanz_anonymous, boyfanz_member to boyfanz_graphql;

-- Jobs, payment webhooks, sign-up: what the specs leave to `service`. Not for what the internet can reach directly.
create role boyfanz_jobs login noinherit;
grant boyfanz_service to boyfanz_jobs;

-- PostgREST takes the role from the token: whatever is granted here, a token can ask for.
create role boyfanz_postgrest login noinherit;
grant boyfanz_anonymous, boyfanz_member to boyfanz_postgrest;

-- Hasura never changes its role, so it has those of a member all the time.
create role boyfanz_hasura login inherit;
grant boyfanz_member to boyfanz_hasura;
