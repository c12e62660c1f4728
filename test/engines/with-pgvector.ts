/** The embedded PostgreSQL with pgvector, which the real servers of the tests do not have. */
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { ltree } from '@electric-sql/pglite/contrib/ltree';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { vector } from '@electric-sql/pglite-pgvector';
import pg from 'pg';
import { openClientSession, TEXT_TYPES } from '../../src/db/client-session.ts';
import type { Session } from '../../src/db/session.ts';

/** Runs `work` in a new, empty database of PostgreSQL 18; `create extension vector` is left to `work`. */
export async function withPgvector<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const pglite = await PGlite.create({ extensions: { btree_gist, citext, ltree, pg_trgm, vector } });
  const client = new pg.Client({ ...createPgConfig(pglite), ...TEXT_TYPES });
  await client.connect();
  const session = await openClientSession(client, 'PostgreSQL with pgvector in memory', () => pglite.close());
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}
