/** Run by vitest before everything: the command line is tested as users get it, compiled. */
import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function newestOf(folder: string): Promise<number> {
  const names = await readdir(join(ROOT, folder), { recursive: true });
  const times = await Promise.all(names.map(async (name) => (await stat(join(ROOT, folder, name))).mtimeMs));
  return Math.max(0, ...times);
}

async function builtAt(): Promise<number> {
  try {
    return (await stat(join(ROOT, 'lib', 'main.js'))).mtimeMs;
  } catch {
    return 0;
  }
}

/** Not while it is up to date: other runs may be using it. */
export async function setup(): Promise<void> {
  if ((await builtAt()) > (await newestOf('src'))) return;
  await run(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', ROOT]);
}
