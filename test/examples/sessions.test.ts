/**
 * What PostgREST and Hasura say to the database, said by the tests: no package of either can be had from the registries. The
 * settings are those of PostgREST 12 and newer (src/PostgREST/Query) and of Hasura 2 (`SET LOCAL "hasura.user"` in mutations).
 */
import pg from 'pg';
import { expect, it } from 'vitest';
import { ANNA, BERT, PRIVATE_OF_BERT, readExample, SEEN, withTwoPeople } from './two-people.ts';

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Claims {
  readonly role: string;
  readonly sub?: string;
}

const OF_REQUEST = `select set_config('search_path', '"public"', true), set_config('role', $1, true),
  set_config('request.jwt.claims', $2, true), set_config('request.method', $3, true),
  set_config('request.path', $4, true), set_config('request.headers', '{}', true), set_config('request.cookies', '{}', true)`;

/** One request to PostgREST. */
async function request(
  client: pg.Client,
  claims: Claims,
  method: 'GET' | 'POST',
  path: string,
  query: string,
): Promise<unknown> {
  await client.query(`begin isolation level read committed ${method === 'GET' ? 'read only' : 'read write'}`);
  try {
    await client.query(OF_REQUEST, [claims.role, JSON.stringify(claims), method, path]);
    const { rows } = await client.query(
      `with pgrst_source as (${query}) select coalesce(json_agg(_postgrest_t), '[]') as body from (select * from pgrst_source) _postgrest_t`,
    );
    await client.query('commit');
    return rows[0].body;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const COLLECTIONS = 'select "public"."bookmark_collections"."name" from "public"."bookmark_collections" order by name';

function named(names: readonly string[]): readonly { readonly name: string }[] {
  return names.map((name) => ({ name }));
}

it('answers PostgREST with the rows of the token', { timeout: 300_000 }, () =>
  withTwoPeople(async (_database, urlOf) => {
    const conf = await readExample('postgrest/postgrest.conf');
    const setting = (name: string) => new RegExp(`^${name} = "([^"]*)"`, 'm').exec(conf)?.[1] ?? '';
    const login = /\/\/([^@]+)@/.exec(setting('db-uri'))?.[1] ?? '';
    const nobody: Claims = { role: setting('db-anon-role') };
    const anna: Claims = { role: 'boyfanz_member', sub: ANNA };
    const bert: Claims = { role: 'boyfanz_member', sub: BERT };
    await connected(urlOf(login), async (client) => {
      const get = (claims: Claims, query: string) => request(client, claims, 'GET', '/x', query);
      expect(await get(anna, COLLECTIONS)).toEqual(named(SEEN.anna));
      expect(await get(nobody, COLLECTIONS)).toEqual(named(SEEN.nobody));
      expect(await get(bert, COLLECTIONS)).toEqual(named(SEEN.bert));
      expect(await get(anna, `select name from bookmark_collections where id = '${PRIVATE_OF_BERT}'`)).toEqual([]);
      expect(await get(anna, 'select user_id, theme from user_preferences')).toEqual([
        { user_id: ANNA, theme: 'dark' },
      ]);

      const denied = { code: '42501' };
      await expect(get(nobody, 'select * from user_preferences')).rejects.toMatchObject(denied);
      await expect(get(anna, 'select "public"."users".* from "public"."users"')).rejects.toMatchObject(denied);
      expect(await get(anna, "select username from users where username = 'bert'")).toEqual([{ username: 'bert' }]);
      await expect(get({ role: 'boyfanz_service' }, COLLECTIONS)).rejects.toMatchObject(denied);
      await expect(get({ role: 'postgres' }, COLLECTIONS)).rejects.toMatchObject(denied);
      // Without a request there is no role, and without a role nothing.
      await expect(client.query(COLLECTIONS)).rejects.toMatchObject(denied);

      const post = (claims: Claims, owner: string) =>
        request(
          client,
          claims,
          'POST',
          '/bookmark_collections',
          `insert into "public"."bookmark_collections" ("name", "user_id") select "name", "user_id"
           from json_to_recordset('[{"name":"c","user_id":"${owner}"}]') as _ ("name" text, "user_id" uuid) returning "name"`,
        );
      expect(await post(anna, ANNA)).toEqual([{ name: 'c' }]);
      await expect(post(anna, BERT)).rejects.toMatchObject(denied);
      await expect(post(nobody, ANNA)).rejects.toMatchObject(denied);
      expect(await get(bert, COLLECTIONS)).toEqual(named(SEEN.bert));
    });
  }),
);

it(
  "lets Hasura read what is public, change what is its user's, and read that by a function",
  { timeout: 300_000 },
  () =>
    withTwoPeople(async ({ session }, urlOf) => {
      await session.execute(await readExample('hasura/own-rows.sql'));
      const user = (id: string) => JSON.stringify({ 'x-hasura-role': 'member', 'x-hasura-user-id': id });
      await connected(urlOf('boyfanz_hasura'), async (client) => {
        const names = async (query: string, values: readonly string[] = []) =>
          (await client.query(query, [...values])).rows.map(({ name }) => name);
        const own = 'select name from hasura_api.my_collections($1) order by name';

        expect(await names(COLLECTIONS)).toEqual(SEEN.nobody);
        expect(await names(own, [user(ANNA)])).toEqual(['a private', 'a public']);
        expect(await names(own, [user(BERT)])).toEqual(['b private', 'b public']);
        expect(await names(own, ['{}'])).toEqual([]);
        expect(await names(COLLECTIONS)).toEqual(SEEN.nobody);

        const insert = async (as: string, owner: string) => {
          await client.query('begin isolation level read committed read write');
          try {
            await client.query(`SET LOCAL "hasura.user" = '${user(as)}'`);
            const made = await names(
              `with made as (insert into public.bookmark_collections (user_id, name) values ('${owner}', 'c') returning *) select name from made`,
            );
            await client.query('commit');
            return made;
          } catch (error) {
            await client.query('rollback');
            throw error;
          }
        };
        expect(await insert(ANNA, ANNA)).toEqual(['c']);
        await expect(insert(ANNA, BERT)).rejects.toMatchObject({ code: '42501' });
        expect(await names(own, [user(ANNA)])).toEqual(['a private', 'a public', 'c']);
        expect(await names(COLLECTIONS)).toEqual(SEEN.nobody);
        await expect(client.query('select * from users')).rejects.toMatchObject({ code: '42501' });
      });
    }),
);

it(
  'gives staff of a Supabase project a token for their role, and a token of members to everybody else',
  { timeout: 300_000 },
  () =>
    withTwoPeople(async ({ url }) => {
      const hook = await readExample('supabase/staff-token.sql');
      await connected(url, async (client) => {
        // Roles of the platform, which are nobody's after the rollback.
        const made = ['authenticator', 'supabase_auth_admin'].map(
          (role) => `if to_regrole('${role}') is null then create role ${role} login noinherit; end if;`,
        );
        await client.query(`begin; do $$ begin ${made.join(' ')} end $$; ${hook}`);
        try {
          await client.query(`
          set local session_replication_role = replica;
          insert into public.user_roles (id, code, name, rank, is_staff, requires_mfa, description)
            values (901, 'keeper', 'Keeper', 1, true, true, ''), (902, 'guest', 'Guest', 1, false, false, '');
          insert into public.user_role_assignments (user_id, role_id) values ('${ANNA}', 901), ('${BERT}', 902)`);
          await client.query('set local role supabase_auth_admin');
          const roleOf = async (id: string) => {
            const event = { user_id: id, claims: { role: 'authenticated', sub: id } };
            return (await client.query('select hooks.staff_token($1) as event', [event])).rows[0].event.claims;
          };
          expect(await roleOf(ANNA)).toEqual({ role: 'boyfanz_staff', sub: ANNA });
          expect(await roleOf(BERT)).toEqual({ role: 'authenticated', sub: BERT });
          await client.query('reset role; set local role authenticator');
          await client.query('set local role boyfanz_staff');
        } finally {
          await client.query('rollback');
        }
      });
    }),
);
