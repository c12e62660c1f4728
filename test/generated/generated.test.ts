import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { generatedFromCode, generatedFromSpecs } from './generated.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const files = [...generatedFromCode(), ...(await generatedFromSpecs(ROOT))];

/** `build` writes line feeds on every system; a checkout may have made them something else. */
async function committed(path: string): Promise<string> {
  return (await readFile(join(ROOT, path), 'utf8')).replaceAll('\r\n', '\n');
}

it.each(files)('$path is in step: if not, run `npm run schema`', async ({ path, text }) => {
  // Not toBe: a difference of megabytes helps nobody.
  expect((await committed(path)) === text).toBe(true);
});
