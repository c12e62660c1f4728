/** One server per major version for all workers of a test run: the first that needs it starts it. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PgMajor } from '../../src/target/target.ts';
import { type RunningServer, startServer, stopServer } from './server.ts';

/** Names the run's directory to the workers, which inherit the environment. */
export const DIRECTORY_VARIABLE = 'BOYFANZ_TEST_ENGINES';

const PREFIX = 'boyfanz-engines-';
/** Loading the whole schema on a busy machine takes longest. */
const WAIT_TIMEOUT_MS = 240_000;
const ROOM_IN_BYTES = 1_500_000_000;

type Outcome<T> = { readonly value: T } | { readonly failure: string };

/** Makes the directory of a run; in memory where there is room, which is faster and less noisy. */
export async function makeRunDirectory(): Promise<string> {
  const base = (await hasRoom('/dev/shm')) ? '/dev/shm' : tmpdir();
  await stopLeftovers(base);
  const directory = await mkdtemp(join(base, `${PREFIX}${process.pid}-`));
  // The servers may run as another user.
  await chmod(directory, 0o755);
  return directory;
}

/** @throws when the server does not start, in every worker that asks */
export async function sharedServer(major: PgMajor): Promise<RunningServer> {
  return await oncePerRun(`pg${major}`, (directory) => startServer(major, directory));
}

/**
 * Does something once for all workers of a run; the first that asks does it, the others wait for its result.
 *
 * @param name of the thing, fit for a file name
 * @param work gives a value that JSON can hold
 * @throws in every worker that asks, when `work` throws
 */
export async function oncePerRun<T>(name: string, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = process.env[DIRECTORY_VARIABLE];
  if (directory === undefined) throw new Error('The engines are started by the globalSetup of vitest');
  const outcomeFile = join(directory, `${name}.json`);
  if (await isFirst(join(directory, `${name}.starting`))) {
    const outcome = await work(directory).then(
      (value): Outcome<T> => ({ value }),
      (error: unknown): Outcome<T> => ({ failure: error instanceof Error ? error.message : String(error) }),
    );
    await writeFile(`${outcomeFile}.draft`, JSON.stringify(outcome));
    await rename(`${outcomeFile}.draft`, outcomeFile);
  }
  for (let waited = 0; waited < WAIT_TIMEOUT_MS; waited += 50) {
    const outcome = await readOutcome<T>(outcomeFile);
    if (outcome === null) await sleep(50);
    else if ('failure' in outcome) throw new Error(outcome.failure);
    else return outcome.value;
  }
  throw new Error(`${name} was not made by another worker within ${WAIT_TIMEOUT_MS} ms`);
}

/** Stops every server of a run and removes its directory. */
export async function stopAll(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const outcome = /^pg\d+\.json$/.test(name) ? await readOutcome<RunningServer>(join(directory, name)) : null;
    if (outcome !== null && 'value' in outcome) await stopServer(outcome.value);
  }
  await rm(directory, { recursive: true, force: true });
}

/** A run that was killed could not stop its servers. */
async function stopLeftovers(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN;
    if (Number.isSafeInteger(pid) && !isAlive(pid)) await stopAll(join(base, name)).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function isFirst(directory: string): Promise<boolean> {
  try {
    await mkdir(directory);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function readOutcome<T>(file: string): Promise<Outcome<T> | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function hasRoom(directory: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize > ROOM_IN_BYTES;
  } catch {
    return false;
  }
}
