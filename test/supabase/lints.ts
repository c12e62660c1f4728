/**
 * What Supabase's database advisor looks for, as queries of our own on the catalog: the same questions and names as its
 * splinter of April 2026, with the schemas and roles of its Data API. Each gives a row with text for what it finds.
 *
 * Left out, since no build can answer them: `unused_index` and `table_bloat` are about a database in use,
 * `auth_allow_anonymous_sign_ins` about a switch in the dashboard that is no part of the database,
 * `insecure_queue_exposed_in_api` and `public_bucket_allows_listing` about tables of pgmq and of storage.
 */

export interface Lint {
  readonly name: string;
  readonly level: 'ERROR' | 'WARN' | 'INFO';
  /** What is wrong about what it finds. */
  readonly says: string;
  readonly query: string;
  /** A small thing that it has to find, and what it says then. */
  readonly broken: { readonly by: string; readonly found: string };
}

const API_ROLES = `unnest(array['anon', 'authenticated']) as api(role)`;

/** Of the project's own schemas; what an extension brings is the extension's. */
const RELATION = `
  pg_class c where c.relnamespace::regnamespace::text in ('public', 'boyfanz', 'boyfanz_parts')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

const EXPOSED = `${RELATION} and c.relnamespace = 'public'::regnamespace`;

const POLICY = `
  pg_policy p cross join lateral (select coalesce(pg_get_expr(p.polqual, p.polrelid), '') as using_text,
    coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as check_text) as texts`;

const policyName = `format('%s.%s', p.polrelid::regclass, p.polname)`;

function readableBy(role: string, kinds: string): string {
  return `select c.oid::regclass::text from ${EXPOSED} and c.relkind in (${kinds}) and has_any_column_privilege('${role}', c.oid, 'select')`;
}

function graphql(role: string): string {
  return `${readableBy(role, `'r', 'p', 'v', 'm', 'f'`)} and exists (select from pg_extension where extname = 'pg_graphql')`;
}

// Nothing but a superuser's hand makes a server believe that it has an extension which it lacks.
const PRETEND_GRAPHQL = `update pg_extension set extname = 'pg_graphql' where extname = 'plpgsql';
  create table public.lint_t (id int primary key); alter table public.lint_t enable row level security;`;

function definerFunctions(role: string): string {
  return `select f.oid::regprocedure::text from pg_proc f
    where f.prosecdef and f.pronamespace = 'public'::regnamespace and has_function_privilege('${role}', f.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')`;
}

export const LINTS: readonly Lint[] = [
  {
    name: 'unindexed_foreign_keys',
    level: 'INFO',
    says: 'No index begins with the columns of the foreign key.',
    query: `select format('%s.%s', k.conrelid::regclass, k.conname) from pg_constraint k
      where k.contype = 'f' and k.conparentid = 0 and k.connamespace = 'public'::regnamespace and not exists (
        select from pg_index i where i.indrelid = k.conrelid and i.indisvalid
          and (select array_agg(a order by a) from unnest((i.indkey::int2[])[0:cardinality(k.conkey) - 1]) as a)
            = (select array_agg(a order by a) from unnest(k.conkey) as a))`,
    broken: {
      by: 'create table public.lint_t (id int primary key, u uuid constraint lint_fk references public.users)',
      found: 'lint_t.lint_fk',
    },
  },
  {
    name: 'auth_users_exposed',
    level: 'ERROR',
    says: 'A view that the Data API shows reads auth.users.',
    query: `select distinct c.oid::regclass::text from pg_class c join pg_rewrite r on r.ev_class = c.oid
      join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refobjid = 'auth.users'::regclass, ${API_ROLES}
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and has_any_column_privilege(api.role, c.oid, 'select')`,
    broken: {
      by: 'create view public.lint_v with (security_invoker) as select email from auth.users; grant select on public.lint_v to authenticated',
      found: 'lint_v',
    },
  },
  {
    name: 'auth_rls_initplan',
    level: 'WARN',
    says: 'A policy asks for the identity or a permission row by row.',
    query: `select ${policyName} from ${POLICY}
      where regexp_replace(using_text || ' ' || check_text,
          '\\(\\s*select\\s+(auth\\.(uid|jwt|role|email)|current_setting|(boyfanz\\.)?(current_user_id|has_permission))', '', 'gi')
        ~* '(auth\\.(uid|jwt|role|email)|current_setting|current_user_id|has_permission)\\('`,
    broken: {
      by: `create policy lint_p on public.users for select to authenticated using (id = auth.uid())`,
      found: 'users.lint_p',
    },
  },
  {
    name: 'no_primary_key',
    level: 'INFO',
    says: 'A table has no primary key.',
    query: `select c.oid::regclass::text from ${EXPOSED} and c.relkind in ('r', 'p')
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    broken: { by: 'create table public.lint_t (a int)', found: 'lint_t' },
  },
  {
    name: 'multiple_permissive_policies',
    level: 'WARN',
    says: 'Two policies say yes to one role for one verb: both are asked for each row.',
    query: `select format('%s: %s, %s', p.polrelid::regclass, r.role::regrole, v.verb)
      from pg_policy p, unnest(p.polroles) as r(role), unnest(array['r', 'a', 'w', 'd']) as v(verb)
      where p.polpermissive and p.polcmd in (v.verb, '*')
      group by p.polrelid, r.role, v.verb having count(*) > 1`,
    broken: {
      by: `create policy lint_1 on public.users for update to authenticated using (id is null);
        create policy lint_2 on public.users for update to authenticated using (id is null)`,
      found: 'users: authenticated, w',
    },
  },
  {
    name: 'policy_exists_rls_disabled',
    level: 'ERROR',
    says: 'Policies of the table are not asked: row security is off.',
    query: `select distinct p.polrelid::regclass::text from pg_policy p join pg_class c on c.oid = p.polrelid where not c.relrowsecurity`,
    broken: { by: 'alter table public.users disable row level security', found: 'users' },
  },
  {
    name: 'duplicate_index',
    level: 'WARN',
    says: 'Two indexes of a table are the same.',
    query: `select string_agg(i.indexrelid::regclass::text, ', ' order by i.indexrelid::regclass::text collate "C")
      from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace::regnamespace::text in ('public', 'boyfanz')
      group by i.indrelid, c.relam, i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text, i.indisunique and not i.indisprimary,
        i.indnkeyatts, pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)
      having count(*) > 1`,
    broken: {
      by: 'create table public.lint_t (id int primary key, a int); create index lint_1 on public.lint_t (a); create index lint_2 on public.lint_t (a)',
      found: 'lint_1, lint_2',
    },
  },
  {
    name: 'security_definer_view',
    level: 'ERROR',
    says: 'A view is read with the rights of its owner, past row security.',
    query: `select c.oid::regclass::text from ${EXPOSED} and c.relkind = 'v'
      and not coalesce(c.reloptions::text ~* 'security_invoker=(true|on|1|yes)', false)
      and (has_any_column_privilege('anon', c.oid, 'select') or has_any_column_privilege('authenticated', c.oid, 'select'))`,
    broken: {
      by: 'create view public.lint_v as select id from public.users; grant select on public.lint_v to anon',
      found: 'lint_v',
    },
  },
  {
    name: 'function_search_path_mutable',
    level: 'WARN',
    says: 'What names in the function mean is up to whoever calls it.',
    query: `select f.oid::regprocedure::text from pg_proc f
      where f.pronamespace::regnamespace::text in ('public', 'boyfanz', 'boyfanz_parts')
        and not exists (select from pg_depend d where d.objid = f.oid and d.deptype = 'e')
        and not coalesce(array_to_string(f.proconfig, ' ') ~ 'search_path=', false)`,
    broken: {
      by: 'create function boyfanz.lint_f() returns int language sql as $$ select 1 $$',
      found: 'boyfanz.lint_f()',
    },
  },
  {
    name: 'rls_disabled_in_public',
    level: 'ERROR',
    says: 'A table that the Data API shows has no row security.',
    query: `select c.oid::regclass::text from ${RELATION} and c.relkind in ('r', 'p') and not c.relrowsecurity`,
    broken: {
      by: 'create table public.lint_t (id int primary key); grant select on public.lint_t to anon',
      found: 'lint_t',
    },
  },
  {
    name: 'extension_in_public',
    level: 'WARN',
    says: 'An extension has its objects in public.',
    query: `select extname from pg_extension where extnamespace = 'public'::regnamespace`,
    broken: { by: 'create extension hstore schema public', found: 'hstore' },
  },
  {
    name: 'rls_references_user_metadata',
    level: 'ERROR',
    says: 'A policy believes what the person may write about themselves.',
    query: `select ${policyName} from ${POLICY} where using_text || check_text ~* 'user_meta_?data'`,
    broken: {
      by: `create policy lint_p on public.users for select to authenticated
        using (((select auth.jwt()) -> 'user_metadata' ->> 'is_admin') = 'true')`,
      found: 'users.lint_p',
    },
  },
  {
    name: 'materialized_view_in_api',
    level: 'WARN',
    says: 'A materialized view has no row security, and the Data API shows it.',
    query: `${readableBy('anon', `'m'`)} union ${readableBy('authenticated', `'m'`)}`,
    broken: {
      by: 'create materialized view public.lint_m as select 1 as a; grant select on public.lint_m to authenticated',
      found: 'lint_m',
    },
  },
  {
    name: 'foreign_table_in_api',
    level: 'WARN',
    says: 'A foreign table has no row security, and the Data API shows it.',
    query: `${readableBy('anon', `'f'`)} union ${readableBy('authenticated', `'f'`)}`,
    broken: {
      by: `create foreign data wrapper lint_w; create server lint_s foreign data wrapper lint_w;
        create foreign table public.lint_f (a int) server lint_s; grant select on public.lint_f to anon`,
      found: 'lint_f',
    },
  },
  {
    name: 'unsupported_reg_types',
    level: 'WARN',
    says: 'pg_upgrade cannot carry a column of this type over.',
    query: `select format('%s.%s', c.oid::regclass, a.attname) from ${RELATION} and c.relkind in ('r', 'p', 'm')
      and a.attrelid = c.oid and a.attnum > 0 and a.atttypid in ('regcollation'::regtype, 'regconfig'::regtype, 'regdictionary'::regtype,
        'regnamespace'::regtype, 'regoper'::regtype, 'regoperator'::regtype, 'regproc'::regtype, 'regprocedure'::regtype)`.replace(
      'pg_class c where',
      'pg_class c, pg_attribute a where',
    ),
    broken: {
      by: 'create table public.lint_t (id int primary key, config regconfig)',
      found: 'lint_t.config',
    },
  },
  {
    name: 'fkey_to_auth_unique',
    level: 'ERROR',
    says: 'A foreign key leads to a key in auth that is not the primary one.',
    query: `select format('%s.%s', k.conrelid::regclass, k.conname) from pg_constraint k
      join pg_class t on t.oid = k.confrelid join pg_index i on i.indexrelid = k.conindid
      where k.contype = 'f' and t.relnamespace = 'auth'::regnamespace and not i.indisprimary`,
    broken: {
      by: 'create table public.lint_t (id int primary key, mail text constraint lint_fk references auth.users (email))',
      found: 'lint_t.lint_fk',
    },
  },
  {
    name: 'extension_versions_outdated',
    level: 'WARN',
    says: 'The server has a newer version of the extension.',
    query: 'select name from pg_available_extensions where installed_version <> default_version',
    broken: { by: `create extension hstore schema extensions version '1.4'`, found: 'hstore' },
  },
  {
    name: 'sensitive_columns_exposed',
    level: 'ERROR',
    says: 'A column that sounds sensitive stands in a table that the Data API shows without row security.',
    query:
      `select format('%s.%s', c.oid::regclass, a.attname) from ${EXPOSED} and c.relkind in ('r', 'p') and not c.relrowsecurity
      and a.attrelid = c.oid and a.attnum > 0
      and a.attname ~* '(passw|secret|token|api_?key|private_?key|otp|pin_?code|ssn|iban|passport|card_?number|cvv|session_?id)'
      and (has_column_privilege('anon', c.oid, a.attnum, 'select') or has_column_privilege('authenticated', c.oid, a.attnum, 'select'))`.replace(
        'pg_class c where',
        'pg_class c, pg_attribute a where',
      ),
    broken: {
      by: 'create table public.lint_t (id int primary key, api_key text); grant select on public.lint_t to anon',
      found: 'lint_t.api_key',
    },
  },
  {
    name: 'rls_policy_always_true',
    level: 'WARN',
    says: 'A policy lets everybody write every row.',
    query: `select ${policyName} from ${POLICY} where p.polpermissive and p.polcmd <> 'r'
      and ('true' in (lower(using_text), lower(check_text)) or using_text ~ '^\\(?1 = 1\\)?$' or check_text ~ '^\\(?1 = 1\\)?$')`,
    broken: {
      by: 'create policy lint_p on public.users for insert to authenticated with check (true)',
      found: 'users.lint_p',
    },
  },
  {
    name: 'pg_graphql_anon_table_exposed',
    level: 'WARN',
    says: 'pg_graphql tells visitors of the table.',
    query: graphql('anon'),
    broken: { by: `${PRETEND_GRAPHQL} grant select on public.lint_t to anon`, found: 'lint_t' },
  },
  {
    name: 'pg_graphql_authenticated_table_exposed',
    level: 'WARN',
    says: 'pg_graphql tells everybody who has signed in of the table.',
    query: graphql('authenticated'),
    broken: { by: `${PRETEND_GRAPHQL} grant select on public.lint_t to authenticated`, found: 'lint_t' },
  },
  ...(['anon', 'authenticated'] as const).map(
    (role): Lint => ({
      name: `${role}_security_definer_function_executable`,
      level: 'WARN',
      says: `${role} may call a function in an exposed schema that has the rights of its owner.`,
      query: definerFunctions(role),
      broken: {
        by: `create function public.lint_f() returns int language sql security definer set search_path = '' as $$ select 1 $$;
          grant execute on function public.lint_f() to ${role}`,
        found: 'lint_f()',
      },
    }),
  ),
  {
    name: 'rls_enabled_no_policy',
    level: 'INFO',
    says: 'Row security is on and nobody is let in.',
    query: `select c.oid::regclass::text from ${EXPOSED} and c.relkind in ('r', 'p') and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid)`,
    broken: {
      by: 'create table public.lint_t (id int primary key); alter table public.lint_t enable row level security',
      found: 'lint_t',
    },
  },
];
