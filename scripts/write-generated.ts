/** `npm run schema`: writes every file that is made from others. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIfThere, writeAtomic } from '../src/files/write-atomic.ts';
import { generatedFiles } from './generated.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

for (const { path, text } of await generatedFiles(ROOT)) {
  const file = join(ROOT, path);
  const isInStep = (await readIfThere(file)) === text;
  if (!isInStep) await writeAtomic(file, text);
  process.stdout.write(`${isInStep ? 'in step' : 'written'}  ${path}\n`);
}
