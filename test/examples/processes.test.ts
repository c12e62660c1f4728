/** The servers of docs/examples as processes that are told everything by their environment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { type Answer, ask, listening } from './http.ts';
import { makeIssuer } from './issuer.ts';
import { ANNA, BERT, withTwoPeople } from './two-people.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

async function withProcess(
  file: string,
  environment: Readonly<Record<string, string>>,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: String(port), POOL_SIZE: '2', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://localhost:${port}`;
  try {
    await vi.waitFor(() => fetch(url), { timeout: 30_000, interval: 100 });
    await work(url);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

it('serve by DATABASE_URL and the keys at JWKS_URL', { timeout: 300_000 }, () =>
  withTwoPeople(async (_database, urlOf) => {
    const issuer = await makeIssuer();
    const bert = await issuer.header(BERT);
    await listening(
      (_request, response) => response.end(JSON.stringify(issuer.keySet)),
      async (keys) => {
        const told = (login: string) => ({
          DATABASE_URL: urlOf(login),
          JWKS_URL: keys,
          JWT_ISSUER: issuer.issuer,
          JWT_AUDIENCE: issuer.audience,
        });
        const anna: Answer = { status: 200, body: { id: ANNA, username: 'anna', account_type: 'member' } };
        for (const app of ['express', 'fastify']) {
          await withProcess(`docs/examples/${app}/server.ts`, told('boyfanz_api'), async (url) => {
            expect(await ask(`${url}/people/anna`, null)).toEqual(anna);
            expect(await ask(`${url}/people/anna`, bert)).toEqual(anna);
            expect((await ask(`${url}/people/anna`, 'Bearer junk')).status).toBe(401);
          });
        }
        await withProcess('docs/examples/postgraphile/server.ts', told('boyfanz_graphql'), async (url) => {
          const query = '{ allUserPreferences { nodes { userId } } }';
          expect(await ask(`${url}/graphql`, bert, { query })).toEqual({
            status: 200,
            body: { data: { allUserPreferences: { nodes: [{ userId: BERT }] } } },
          });
        });
      },
    );
  }),
);
