/** Express and Fastify as docs/examples has them, on one connection for all requests. */
import type { RequestListener } from 'node:http';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createApp as createExpress } from '../../docs/examples/express/app.ts';
import { createApp as createFastify } from '../../docs/examples/fastify/app.ts';
import type { Issuer } from '../../docs/examples/person-of-token.ts';
import { ask, listening } from './http.ts';
import { makeIssuer } from './issuer.ts';
import { ANNA, BERT, SEEN, withTwoPeople } from './two-people.ts';

type Start = (pool: pg.Pool, issuer: Issuer) => Promise<RequestListener>;

const APPS: readonly (readonly [name: string, start: Start])[] = [
  ['Express', async (pool, issuer) => createExpress(pool, issuer)],
  [
    'Fastify',
    async (pool, issuer) => {
      const app = createFastify(pool, issuer);
      await app.ready();
      return (request, response) => app.routing(request, response);
    },
  ],
];

function names(body: unknown): readonly string[] {
  return (body as readonly { name: string }[]).map(({ name }) => name);
}

describe.each(APPS)('%s', (_name, start) => {
  it('answers each request with the rows of its own person', { timeout: 300_000 }, () =>
    withTwoPeople(async (_database, urlOf) => {
      const pool = new pg.Pool({ connectionString: urlOf('boyfanz_api'), max: 1 });
      const issuer = await makeIssuer();
      const anna = await issuer.header(ANNA);
      const bert = await issuer.header(BERT);
      const left = "select current_user, current_setting('role') as role, current_setting('app.user_id', true) as id";
      const nothing = [{ current_user: 'boyfanz_api', role: 'none', id: '' }];
      try {
        await listening(await start(pool, issuer), async (url) => {
          const collections = `${url}/collections`;
          const seen = async (who: string | null) => names((await ask(collections, who)).body);

          expect(await seen(anna)).toEqual(SEEN.anna);
          expect((await pool.query(left)).rows).toEqual(nothing);
          expect(await seen(null)).toEqual(SEEN.nobody);
          expect(await seen(bert)).toEqual(SEEN.bert);

          expect(await ask(`${url}/people/ANNA`, null)).toEqual({
            status: 200,
            body: { id: ANNA, username: 'anna', account_type: 'member' },
          });
          expect((await ask(`${url}/people/carl`, bert)).status).toBe(404);

          const made = await ask(collections, anna, { name: 'c new' });
          expect(made).toMatchObject({ status: 201, body: { user_id: ANNA, name: 'c new' } });
          expect((await ask(collections, anna, { name: 'd', user_id: BERT })).status).toBe(403);
          expect((await pool.query(left)).rows).toEqual(nothing);
          expect((await ask(collections, null, { name: 'e', user_id: BERT })).status).toBe(403);
          expect(await seen(bert)).toEqual(SEEN.bert);

          const late = await issuer.header(ANNA, { exp: 1 });
          const elsewhere = await issuer.header(ANNA, { aud: 'elsewhere' });
          const forged = await (await makeIssuer()).header(ANNA);
          for (const bad of [late, elsewhere, forged, 'Bearer junk', '']) {
            expect((await ask(collections, bad)).status).toBe(401);
          }

          // What a token says of roles is believed of two roles only.
          const service = await issuer.header(BERT, { role: 'boyfanz_service' });
          expect(await seen(service)).toEqual(SEEN.bert);
          const staff = await issuer.header(BERT, { role: 'boyfanz_staff' });
          expect((await ask(collections, staff)).status).toBe(403);

          const crowd = Array.from({ length: 30 }, (_, at) => [anna, null, bert][at % 3] ?? null);
          const answers = await Promise.all(crowd.map(seen));
          const expected = [[...SEEN.anna, 'c new'], SEEN.nobody, SEEN.bert];
          expect(answers).toEqual(crowd.map((_, at) => expected[at % 3]));
          expect((await pool.query(left)).rows).toEqual(nothing);
          expect(pool.totalCount).toBe(1);
        });
      } finally {
        await pool.end();
      }
    }),
  );
});
