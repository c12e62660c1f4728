/** Files that are either the old or the new text, never half of one. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EnvironmentError } from '../db/session.ts';

function code(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

/** Makes the folders on the way. @throws EnvironmentError when it cannot be written */
export async function writeAtomic(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, text, 'utf8');
    await rename(temporary, path);
  } catch (error) {
    throw new EnvironmentError(
      `${path} cannot be written (${code(error)}).`,
      'Choose another place or free this one.',
      error,
    );
  }
}

/** @returns `null` when there is no such file. @throws EnvironmentError when it cannot be read */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (code(error) === 'ENOENT') return null;
    throw new EnvironmentError(`${path} cannot be read (${code(error)}).`, null, error);
  }
}
