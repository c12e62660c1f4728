/** PostGraphile as docs/examples has it, on all 719 tables. */
import pg from 'pg';
import { expect, it } from 'vitest';
import { createApp, graphQL } from '../../docs/examples/postgraphile/app.ts';
import { ask, listening } from './http.ts';
import { makeIssuer } from './issuer.ts';
import { ANNA, BERT, PRIVATE_OF_ANNA, PRIVATE_OF_BERT, SEEN, withTwoPeople } from './two-people.ts';

interface Reply {
  readonly data: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

it('serves a member what is theirs, and nothing of others', { timeout: 300_000 }, () =>
  withTwoPeople(async (_database, urlOf) => {
    const pool = new pg.Pool({ connectionString: urlOf('boyfanz_graphql'), max: 1 });
    const issuer = await makeIssuer();
    const anna = await issuer.header(ANNA);
    const bert = await issuer.header(BERT);
    const handler = graphQL(pool);
    try {
      const began = performance.now();
      const schema = await handler.getGraphQLSchema();
      const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
      const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
      process.stdout.write(
        `PostGraphile: ${queries.length} queries, ${mutations.length} mutations after ${Math.round(performance.now() - began)} ms\n`,
      );
      expect(queries).toEqual(expect.arrayContaining(['allBookmarkCollections', 'allMessages', 'allPublicAccounts']));
      // No field for what no role of people has a right on: tables, partitions, functions.
      expect(
        queries.filter((name) =>
          /auditLog|userCredential|reservedUsername|refreshToken|P20\d\d|Default$|similarity/i.test(name),
        ),
      ).toEqual([]);
      expect(mutations).toContain('createBookmarkCollection');
      expect(mutations.filter((name) => /UserRole|Payment|Ledger|AnalyticsEvent|User(ById)?$/.test(name))).toEqual([]);

      await listening(createApp(handler, issuer), async (url) => {
        const query = async (who: string | null, text: string): Promise<Reply> =>
          (await ask(`${url}/graphql`, who, { query: text })).body as Reply;
        const names = async (who: string | null, args = '(orderBy: NAME_ASC)') => {
          const { data } = await query(who, `{ c: allBookmarkCollections${args} { nodes { name } } }`);
          return (data as { c: { nodes: { name: string }[] } }).c.nodes.map(({ name }) => name);
        };

        expect(await names(anna)).toEqual(SEEN.anna);
        expect(await names(null)).toEqual(SEEN.nobody);
        expect(await names(bert)).toEqual(SEEN.bert);
        expect(await names(anna, `(condition: { userId: "${BERT}" })`)).toEqual(['b public']);
        expect(
          await query(
            anna,
            `{ mine: bookmarkCollectionById(id: "${PRIVATE_OF_ANNA}") { name userByUserId { username } }
               others: bookmarkCollectionById(id: "${PRIVATE_OF_BERT}") { name }
               me: userPreferenceByUserId(userId: "${ANNA}") { theme }
               him: userPreferenceByUserId(userId: "${BERT}") { theme }
               all: allUserPreferences { totalCount nodes { userId } }
               people: userByUsername(username: "bert") { id userPreferenceByUserId { theme } } }`,
          ),
        ).toEqual({
          data: {
            mine: { name: 'a private', userByUserId: { username: 'anna' } },
            others: null,
            me: { theme: 'dark' },
            him: null,
            all: { totalCount: 1, nodes: [{ userId: ANNA }] },
            people: { id: BERT, userPreferenceByUserId: null },
          },
        });
        // Not a field, for nobody who logs in here may read it.
        expect((await ask(`${url}/graphql`, anna, { query: '{ allUsers { nodes { tokenVersion } } }' })).status).toBe(
          400,
        );
        const preferences = await query(null, '{ allUserPreferences { nodes { theme } } }');
        expect(preferences.errors?.[0]?.message).toContain('permission denied');

        const make = (owner: string) =>
          `mutation { createBookmarkCollection(input: { bookmarkCollection: { userId: "${owner}", name: "c" } }) { bookmarkCollection { name } } }`;
        expect(await query(anna, make(ANNA))).toEqual({
          data: { createBookmarkCollection: { bookmarkCollection: { name: 'c' } } },
        });
        expect((await query(anna, make(BERT))).errors?.[0]?.message).toContain('row-level security');
        expect((await ask(`${url}/graphql`, 'Bearer junk', { query: '{ __typename }' })).status).toBe(401);
        expect((await pool.query("select current_setting('role'), current_setting('app.user_id')")).rows).toEqual([
          { current_setting: '' },
        ]);
      });
    } finally {
      await handler.release();
      await pool.end();
    }
  }),
);
