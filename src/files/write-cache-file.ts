import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a file of a cache, whole or not at all. A full or read-only disk is no error: a cache is a convenience. */
export function writeCacheFile(directory: string, name: string, text: string): void {
  const draft = join(directory, `${name}.${process.pid}.tmp`);
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, join(directory, name));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
