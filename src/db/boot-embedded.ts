/** Starts the embedded PostgreSQL (PGlite) in a directory or in memory, and keeps others out of the directory. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { hstore } from '@electric-sql/pglite/contrib/hstore';
import { ltree } from '@electric-sql/pglite/contrib/ltree';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { type BootImages, bootImages, installedVersion } from './boot-image.ts';
import { type DirectoryLock, lockDirectory } from './directory-lock.ts';
import { EnvironmentError } from './session.ts';

/** CREATE EXTENSION only finds what is named when PGlite starts; these are those of the `embedded` target. */
const EXTENSIONS = { btree_gin, btree_gist, citext, hstore, ltree, pg_trgm, pgcrypto, unaccent };

/** The PostgreSQL inside PGlite: a directory made by another major version cannot be opened. */
const EMBEDDED_MAJOR = '18';

export interface Embedded {
  readonly pglite: PGlite;
  /** Absolute path, or `null` in memory. */
  readonly directory: string | null;
  /** Shuts the database down cleanly and lets others into the directory. */
  readonly close: () => Promise<void>;
}

/**
 * @param dataDir made when it is missing; `null`: in memory, gone when closed
 * @param cacheDir where boot images are kept; `null`: nowhere
 * @throws EnvironmentError when the directory is in use, or is no database of this version
 */
export async function bootEmbedded(dataDir: string | null, cacheDir: string | null): Promise<Embedded> {
  const images = bootImages(cacheDir, `pglite-${await installedVersion('@electric-sql/pglite')}`);
  if (dataDir === null) {
    const pglite = await bootNew(null, images, async () => undefined);
    return { pglite, directory: null, close: () => pglite.close() };
  }

  const directory = resolve(dataDir);
  const lock = await lockDirectory(directory);
  try {
    const clear = () => rm(directory, { recursive: true, force: true });
    if (lock.halfMade) await clear();
    const pglite = (await holdsDatabase(directory))
      ? await bootExisting(directory)
      : await fill(directory, images, lock, clear);
    return {
      pglite,
      directory,
      close: async () => {
        try {
          await pglite.close();
        } finally {
          await lock.release();
        }
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function fill(
  directory: string,
  images: BootImages,
  lock: DirectoryLock,
  clear: () => Promise<void>,
): Promise<PGlite> {
  await lock.setFilling(true);
  try {
    return await bootNew(directory, images, clear);
  } catch (error) {
    await clear();
    throw new EnvironmentError(
      `No embedded database could be made in ${directory}.`,
      'Is there room on the disk?',
      error,
    );
  } finally {
    await lock.setFilling(false);
  }
}

async function bootNew(directory: string | null, images: BootImages, clear: () => Promise<void>): Promise<PGlite> {
  const options = { extensions: EXTENSIONS, ...(directory === null ? {} : { dataDir: directory }) };
  const image = await images.load();
  if (image !== null) {
    try {
      return await PGlite.create({ ...options, loadDataDir: image });
    } catch {
      // A damaged image says no more than "failed to initialize": start without it, and write it anew.
      await images.discard();
      await clear();
    }
  }
  const pglite = await PGlite.create(options);
  await images.save(await pglite.dumpDataDir('gzip'));
  return pglite;
}

async function bootExisting(directory: string): Promise<PGlite> {
  try {
    return await PGlite.create({ dataDir: directory, extensions: EXTENSIONS });
  } catch (error) {
    throw new EnvironmentError(
      `The embedded database in ${directory} does not start.`,
      'Its files are damaged. Move the directory away, or delete it, to begin with a new one.',
      error,
    );
  }
}

async function holdsDatabase(directory: string): Promise<boolean> {
  let names: readonly string[];
  try {
    names = await readdir(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new EnvironmentError(`${directory} cannot be read.`, 'Name a directory for the embedded database.', error);
  }
  if (names.length === 0) return false;
  if (!names.includes('PG_VERSION')) {
    throw new EnvironmentError(
      `${directory} holds other files and no embedded database.`,
      'Name a directory that is empty or does not exist yet.',
    );
  }
  const version = (await readFile(join(directory, 'PG_VERSION'), 'utf8')).trim();
  if (version !== EMBEDDED_MAJOR) {
    throw new EnvironmentError(
      `The embedded database in ${directory} was made by PostgreSQL ${version}; this one is ${EMBEDDED_MAJOR}.`,
      'Move the directory away, or delete it, to begin with a new one.',
    );
  }
  return true;
}
