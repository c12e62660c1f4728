/** Run by vitest around everything: gives the engines a place, and stops those that were started. */
import { DIRECTORY_VARIABLE, makeRunDirectory, stopAll } from './shared-servers.ts';

export async function setup(): Promise<() => Promise<void>> {
  const directory = await makeRunDirectory();
  process.env[DIRECTORY_VARIABLE] = directory;
  return () => stopAll(directory);
}
