/** A Session on the PostgreSQL that comes with the tool, through the same driver as for a server. */
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { bootEmbedded, type Embedded } from './boot-embedded.ts';
import { openClientSession, TEXT_TYPES } from './client-session.ts';
import type { Session } from './session.ts';

/**
 * Opens the embedded database in a directory, which one process can do at a time. `close` writes everything out.
 *
 * COPY FROM STDIN through the session ends the embedded server: it cannot wait for data.
 *
 * @param cacheDir where to keep the image that makes the first start fast; `null`: nowhere
 * @throws EnvironmentError when another process has it open, or the directory is no database of this version
 */
export async function openEmbedded(dataDir: string, cacheDir: string | null): Promise<Session> {
  return openOver(await bootEmbedded(dataDir, cacheDir));
}

/** The same in memory, gone when closed. */
export async function openEmbeddedInMemory(cacheDir: string | null): Promise<Session> {
  return openOver(await bootEmbedded(null, cacheDir));
}

async function openOver(embedded: Embedded): Promise<Session> {
  const client = new pg.Client({ ...createPgConfig(embedded.pglite), ...TEXT_TYPES });
  await client.connect();
  const description =
    embedded.directory === null ? 'the embedded database in memory' : `the embedded database in ${embedded.directory}`;
  return openClientSession(client, description, embedded.close);
}
