/** `npm run schema`: writes every file that is made from others. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIfThere, writeAtomic } from '../../src/files/write-atomic.ts';
import { type GeneratedFile, generatedFromCode, generatedFromSpecs } from './generated.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function write(files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, text } of files) {
    const file = join(ROOT, path);
    const isInStep = (await readIfThere(file)) === text;
    if (!isInStep) await writeAtomic(file, text);
    process.stdout.write(`${isInStep ? 'in step' : 'written'}  ${path}\n`);
  }
}

// The schema first: it helps to mend specs that have errors.
await write(generatedFromCode());
await write(await generatedFromSpecs(ROOT));
