/** What this program is, for caches: what one state of the code has made is good for that state only. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @param folders below src/ (or lib/). @returns a hash of their files */
export function codeState(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const path = fileURLToPath(new URL(`../${folder}/`, import.meta.url));
    for (const { name } of readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && !entry.name.endsWith('.d.ts'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))) {
      hash.update(`${folder}/${name}\0`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('base64');
}
