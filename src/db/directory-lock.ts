/**
 * One process at a time in a data directory: the embedded PostgreSQL does not notice a second one and both would destroy
 * the data. The lock is a file beside the directory, because the directory itself must be empty when it is first filled.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { EnvironmentError } from './session.ts';

export interface DirectoryLock {
  /** The process that held it before ended while it filled the empty directory: what is there is half made. */
  readonly halfMade: boolean;
  /** Says whether the directory is being filled for the first time, for whoever finds the lock of a dead process. */
  readonly setFilling: (filling: boolean) => Promise<void>;
  readonly release: () => Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When that process began, in the kernel's ticks; `null` where the system does not say. Tells a reused pid. */
  readonly since: string | null;
  readonly token: string;
  readonly filling: boolean;
}

const held = new Set<string>();

/**
 * @param directory absolute path of the data directory
 * @throws EnvironmentError naming the other process when one is at work in it
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = `${directory}.lock`;
  const me: Owner = {
    pid: process.pid,
    host: hostname(),
    since: await processStart(process.pid),
    token: randomUUID(),
    filling: false,
  };
  await mkdir(dirname(file), { recursive: true });

  let halfMade = false;
  while (!(await create(file, me))) {
    const text = await readOrNull(file);
    if (text === null) continue;
    const owner = parseOwner(text);
    if (owner !== null && (await isAtWork(owner))) throw inUse(directory, file, owner);
    await removeStale(file, text);
    halfMade = owner?.filling === true;
  }
  held.add(me.token);
  return {
    halfMade,
    setFilling: async (filling) => {
      const draft = `${file}.${me.token}`;
      await writeFile(draft, JSON.stringify({ ...me, filling }));
      await rename(draft, file);
    },
    release: async () => {
      held.delete(me.token);
      if (parseOwner((await readOrNull(file)) ?? '')?.token === me.token) await unlink(file);
    },
  };
}

/** Written aside and linked, so that nobody ever reads half a lock. @returns `false` when there is one already */
async function create(file: string, owner: Owner): Promise<boolean> {
  const draft = `${file}.${owner.token}`;
  await writeFile(draft, JSON.stringify(owner));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** Moved away and looked at before it is deleted: another process may have put its own lock there in between. */
async function removeStale(file: string, expected: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== expected) await link(aside, file);
  await unlink(aside);
}

async function isAtWork(owner: Owner): Promise<boolean> {
  // In another container or on another machine: nothing can be known about its processes from here.
  if (owner.host !== hostname()) return true;
  if (owner.pid === process.pid) return held.has(owner.token);
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    if (!hasCode(error, 'EPERM')) throw error;
  }
  return owner.since === null || owner.since === (await processStart(owner.pid));
}

async function processStart(pid: number): Promise<string | null> {
  const stat = await readOrNull(`/proc/${pid}/stat`);
  // Field 22; the name in field 2 may hold spaces and parentheses, so count from its last one.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function inUse(directory: string, file: string, owner: Owner): EnvironmentError {
  if (owner.host === hostname()) {
    return new EnvironmentError(
      `The embedded database in ${directory} is in use by process ${owner.pid}.`,
      'Wait for it or stop it; or use another directory.',
    );
  }
  return new EnvironmentError(
    `The embedded database in ${directory} is in use by process ${owner.pid} on ${owner.host}.`,
    `If that machine or container is gone, delete ${file}.`,
  );
}

function parseOwner(text: string): Owner | null {
  try {
    const owner: Partial<Owner> | null = JSON.parse(text);
    const { pid, host, token, since = null, filling = false } = owner ?? {};
    return pid === undefined || host === undefined || token === undefined ? null : { pid, host, since, token, filling };
  } catch (error) {
    // A file that is not ours, or cut off by a full disk, holds nobody.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
