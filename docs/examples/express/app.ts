/** Express 5. The queries have no `where user_id = …`: row security says whose rows there are. */
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Pool } from 'pg';
import { asPerson } from '../as-person.ts';
import type { Issuer } from '../person-of-token.ts';
import { identify } from './identify.ts';

/** What PostgreSQL says when a role lacks a right, or row security refuses a row. */
const DENIED = '42501';

const onError: ErrorRequestHandler = (error, _request, response, next) => {
  if (error?.code === DENIED) response.status(403).json({ error: 'Not yours.' });
  else next(error);
};

export function createApp(pool: Pool, issuer: Issuer): Express {
  const app = express();
  app.use(identify(issuer), express.json());

  app.get('/people/:username', async ({ person, params }, response) => {
    const { rows } = await asPerson(pool, person, (client) =>
      client.query('select id, username, account_type from users where username = $1', [params.username]),
    );
    if (rows[0] === undefined) response.status(404).json({ error: 'Nobody.' });
    else response.json(rows[0]);
  });

  app.get('/collections', async ({ person }, response) => {
    const { rows } = await asPerson(pool, person, (client) =>
      client.query('select id, user_id, name, is_public from bookmark_collections order by name'),
    );
    response.json(rows);
  });

  app.post('/collections', async ({ person, body }, response) => {
    const { rows } = await asPerson(pool, person, (client) =>
      client.query('insert into bookmark_collections (user_id, name) values ($1, $2) returning id, user_id, name', [
        body.user_id ?? person.userId,
        body.name,
      ]),
    );
    response.status(201).json(rows[0]);
  });

  app.use(onError);
  return app;
}
