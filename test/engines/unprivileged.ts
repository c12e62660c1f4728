/** PostgreSQL refuses to run as root, which is what tests often run as in containers. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** For `child_process` options; empty: as the current user. */
export type RunAs = { readonly uid: number; readonly gid: number } | Readonly<Record<string, never>>;

/** The user `postgres` when this process is root, made when it is missing. */
export async function unprivileged(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const uid = await userId().catch(async () => {
    await run('useradd', ['--system', 'postgres']);
    return userId();
  });
  return { uid, gid: Number((await run('id', ['-g', 'postgres'])).stdout) };
}

async function userId(): Promise<number> {
  return Number((await run('id', ['-u', 'postgres'])).stdout);
}
