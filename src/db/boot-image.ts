/**
 * A freshly made cluster of the embedded PostgreSQL, kept as a compressed tar: loading it takes a second, making one takes
 * four. It only fits the version that wrote it.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unzip = promisify(gunzip);

export interface BootImages {
  /** @returns `null` when there is none, or it cannot be read. */
  readonly load: () => Promise<Blob | null>;
  /** Never fails: without the image the next start is slower, and that is all. */
  readonly save: (image: Blob) => Promise<void>;
  /** Throws the image away, because it did not start. */
  readonly discard: () => Promise<void>;
}

/**
 * @param directory made when it is missing; `null`: nothing is kept
 * @param version what the image fits, to the last digit
 */
export function bootImages(directory: string | null, version: string): BootImages {
  if (directory === null)
    return { load: async () => null, save: async () => undefined, discard: async () => undefined };
  const file = join(directory, `${version}.tar.gz`);
  return {
    load: async () => {
      try {
        // Unpacked here and not by PGlite, where a damaged file ends the process with an unhandled rejection.
        return new Blob([await unzip(await readFile(file))], { type: 'application/x-tar' });
      } catch {
        return null;
      }
    },
    save: async (image) => {
      // Renamed into place, so that two processes, or one that is killed, never leave half an image.
      const draft = `${file}.${randomUUID()}`;
      try {
        await mkdir(directory, { recursive: true });
        await writeFile(draft, Buffer.from(await image.arrayBuffer()));
        await rename(draft, file);
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
    discard: () => rm(file, { force: true }).catch(() => undefined),
  };
}

/** The exact version of a package that is installed, whatever package.json asks for. Its entry must be in `dist/`. */
export async function installedVersion(packageName: string): Promise<string> {
  const entry = createRequire(import.meta.url).resolve(packageName);
  const manifest: { readonly version: string } = JSON.parse(
    await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'),
  );
  return manifest.version;
}
