/** Fastify 5. The queries have no `where user_id = …`: row security says whose rows there are. */
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { asPerson, type Person } from '../as-person.ts';
import { type Issuer, personOfToken } from '../person-of-token.ts';

declare module 'fastify' {
  interface FastifyRequest {
    person: Person;
  }
}

/** What PostgreSQL says when a role lacks a right, or row security refuses a row. */
const DENIED = '42501';

const NEW_COLLECTION = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, user_id: { type: 'string', format: 'uuid' } },
} as const;

export function createApp(pool: Pool, issuer: Issuer): FastifyInstance {
  const app = Fastify();

  app.decorateRequest('person');
  app.addHook('onRequest', async (request, reply) => {
    try {
      request.person = await personOfToken(request.headers.authorization, issuer);
    } catch {
      await reply.code(401).send({ error: 'The token does not hold.' });
    }
  });

  app.setErrorHandler<FastifyError>(async (error, _request, reply) => {
    if (error.code !== DENIED) throw error;
    await reply.code(403).send({ error: 'Not yours.' });
  });

  app.get<{ Params: { username: string } }>('/people/:username', async ({ person, params }, reply) => {
    const { rows } = await asPerson(pool, person, (client) =>
      client.query('select id, username, account_type from users where username = $1', [params.username]),
    );
    return rows[0] ?? reply.code(404).send({ error: 'Nobody.' });
  });

  app.get('/collections', async ({ person }) => {
    const { rows } = await asPerson(pool, person, (client) =>
      client.query('select id, user_id, name, is_public from bookmark_collections order by name'),
    );
    return rows;
  });

  app.post<{ Body: { name: string; user_id?: string } }>(
    '/collections',
    { schema: { body: NEW_COLLECTION } },
    async ({ person, body }, reply) => {
      const { rows } = await asPerson(pool, person, (client) =>
        client.query('insert into bookmark_collections (user_id, name) values ($1, $2) returning id, user_id, name', [
          body.user_id ?? person.userId,
          body.name,
        ]),
      );
      return reply.code(201).send(rows[0]);
    },
  );

  return app;
}
