/** Makes and starts one PostgreSQL server, and stops it. */
import { execFile, spawn } from 'node:child_process';
import { appendFile, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PgMajor } from '../../src/target/target.ts';
import { findBinaries } from './binaries.ts';
import { unprivileged } from './unprivileged.ts';

const run = promisify(execFile);

export interface RunningServer {
  readonly port: number;
  readonly dataDirectory: string;
  readonly pgCtl: string;
}

/** With this many connections and locks each, the lock table has the 6,400 entries that a server has by default. */
export const LOCK_TABLE = { connections: 30, locksPerTransaction: 214 } as const;

/**
 * Fast and unsafe, and far from what the tool pins for its session, so that a forgotten setting shows.
 */
function configuration(port: number): string {
  return `
listen_addresses = '127.0.0.1'
port = ${port}
unix_socket_directories = ''
max_connections = ${LOCK_TABLE.connections}
max_locks_per_transaction = ${LOCK_TABLE.locksPerTransaction}
fsync = off
full_page_writes = off
synchronous_commit = off
autovacuum = off
wal_level = minimal
max_wal_senders = 0
shared_buffers = 64MB
${process.platform === 'win32' ? '' : '# in the data directory, where nothing is left behind in /dev/shm\ndynamic_shared_memory_type = mmap'}
timezone = 'Asia/Kathmandu'
datestyle = 'SQL, DMY'
intervalstyle = 'iso_8601'
`;
}

/**
 * @param directory an existing directory that the server may fill
 * @param extra lines for its configuration
 */
export async function startServer(major: PgMajor, directory: string, extra = ''): Promise<RunningServer> {
  const { initdb, pgCtl } = await findBinaries(major);
  const as = await unprivileged();
  const home = join(directory, `pg${major}`);
  await mkdir(home);
  if ('uid' in as) await chown(home, as.uid, as.gid);
  const dataDirectory = join(home, 'data');
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  await run(
    initdb,
    ['-D', dataDirectory, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`, '--no-sync'],
    { ...as, cwd: home },
  );

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    // The last line of a setting counts.
    await appendFile(join(dataDirectory, 'postgresql.conf'), `${configuration(port)}${extra}`);
    try {
      await pgControl(pgCtl, ['start', '-w', '-D', dataDirectory, '-l', join(home, 'log')], as, home);
      return { port, dataDirectory, pgCtl };
    } catch (error) {
      // Somebody may have taken the port meanwhile.
      if (attempt === 3) {
        const log = await readFile(join(home, 'log'), 'utf8').catch(() => 'no log');
        throw new Error(`PostgreSQL ${major} does not start:\n${log}`, { cause: error });
      }
    }
  }
}

export async function stopServer(server: RunningServer): Promise<void> {
  await pgControl(server.pgCtl, ['stop', '-m', 'fast', '-D', server.dataDirectory], await unprivileged(), '/');
}

/** Begins anew as a hot standby that nobody sends anything to. The server was started with `wal_level = replica`. */
export async function restartAsStandby(server: RunningServer): Promise<void> {
  await stopServer(server);
  const { dataDirectory, pgCtl } = server;
  await writeFile(join(dataDirectory, 'standby.signal'), '');
  const log = join(dataDirectory, '..', 'log');
  await pgControl(pgCtl, ['start', '-w', '-D', dataDirectory, '-l', log], await unprivileged(), '/');
}

/** Without pipes: the server would inherit them, and waiting for their end would be waiting for the server's. */
function pgControl(pgCtl: string, args: readonly string[], as: object, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(pgCtl, args, { ...as, cwd, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ${args[0]} ended with ${code}`))));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No free port'));
        else resolve(address.port);
      });
    });
  });
}
