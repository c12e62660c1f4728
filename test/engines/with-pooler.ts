/**
 * A pooler in transaction mode, small and unkind: it has a few connections to the server and gives every transaction the
 * one that was used the longest time ago, so that whatever relies on a session goes wrong at once and not now and then.
 */
import { randomBytes } from 'node:crypto';
import { connect as connectSocket, createServer, type Socket } from 'node:net';
import type { PgMajor } from '../../src/target/target.ts';
import { type TestDatabase, withDatabase } from './with-engine.ts';

export interface PooledDatabase extends TestDatabase {
  /** Of the pooler; `url` and `session` are those of the server itself. */
  readonly pooledUrl: string;
  /** Asks every connection of the pool. */
  readonly askAll: (statement: string) => Promise<readonly string[]>;
}

const CONNECTIONS = 3;
const SSL_REQUEST = 80877103;
const CANCEL_REQUEST = 80877102;

/** As PgBouncer takes them; it refuses all others. */
const PARAMETERS: readonly string[] = ['user', 'database', 'client_encoding', 'application_name'];

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function text(...parts: readonly string[]): Buffer {
  return Buffer.from(`${parts.join('\0')}\0`, 'utf8');
}

/** Cuts a stream into messages. @param onMessage gets each with its type and length */
function byMessages(onMessage: (whole: Buffer) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1;
      const whole = rest.subarray(0, end);
      rest = rest.subarray(end);
      onMessage(whole);
    }
  };
}

interface Backend {
  readonly socket: Socket;
  /** Who gets what the server says now. */
  listener: ((whole: Buffer) => void) | null;
}

const typeOf = (whole: Buffer) => String.fromCharCode(whole[0] ?? 0);
const isIdle = (whole: Buffer) => typeOf(whole) === 'Z' && String.fromCharCode(whole[5] ?? 0) === 'I';

function openBackend(port: number, database: string): Promise<Backend> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket(port, '127.0.0.1');
    const backend: Backend = { socket, listener: null };
    const parameters = text('user', 'postgres', 'database', database, '');
    const head = Buffer.alloc(8);
    head.writeInt32BE(parameters.length + 8, 0);
    head.writeInt32BE(196608, 4);
    socket.on('error', reject);
    socket.on('connect', () => socket.write(Buffer.concat([head, parameters])));
    socket.on(
      'data',
      byMessages((whole) => {
        if (backend.listener !== null) backend.listener(whole);
        else if (isIdle(whole)) resolve(backend);
      }),
    );
  });
}

function createPool(backends: readonly Backend[]) {
  const free = [...backends];
  const waiting: ((backend: Backend) => void)[] = [];
  const give = (backend: Backend) => {
    backend.listener = null;
    const next = waiting.shift();
    if (next === undefined) free.push(backend);
    else next(backend);
  };
  const take = (use: (backend: Backend) => void) => {
    const backend = free.shift();
    if (backend === undefined) waiting.push(use);
    else use(backend);
  };
  return { give, take };
}

type Pool = ReturnType<typeof createPool>;

function serveClient(socket: Socket, pool: Pool): void {
  let backend: Backend | null = null;
  let queued: Buffer[] = [];
  let isWaiting = false;
  const listen = (taken: Backend) => {
    backend = taken;
    isWaiting = false;
    taken.listener = (whole) => {
      if (isIdle(whole)) {
        backend = null;
        pool.give(taken);
      }
      socket.write(whole);
    };
    for (const one of queued) taken.socket.write(one);
    queued = [];
  };
  const onMessage = (whole: Buffer) => {
    if (typeOf(whole) === 'X') socket.end();
    else if (backend !== null) backend.socket.write(whole);
    else {
      queued.push(whole);
      if (isWaiting) return;
      isWaiting = true;
      pool.take(listen);
    }
  };
  const greet = (parameters: readonly string[]) => {
    const refused = parameters.find((name, at) => at % 2 === 0 && name !== '' && !PARAMETERS.includes(name));
    if (refused !== undefined) {
      const fields = text('SFATAL', 'VFATAL', 'C08P01', `Munsupported startup parameter: ${refused}`, '');
      socket.end(message('E', fields));
      return;
    }
    const key = Buffer.concat([Buffer.from([0x7f]), randomBytes(7)]);
    const greeting = [
      message('R', Buffer.alloc(4)),
      message('S', text('server_version', '17.0')),
      message('K', key),
      message('Z', Buffer.from('I')),
    ];
    socket.write(Buffer.concat(greeting));
  };
  let isGreeted = false;
  const cut = byMessages(onMessage);
  socket.on('data', (data: Buffer) => {
    if (isGreeted) return cut(data);
    const code = data.readInt32BE(4);
    if (code === SSL_REQUEST) socket.write('N');
    else if (code === CANCEL_REQUEST) socket.end();
    else {
      isGreeted = true;
      greet(data.toString('utf8', 8).split('\0'));
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    if (backend === null) return;
    // Whatever was begun is taken back before anybody else gets the connection.
    const left = backend;
    left.listener = (whole) => {
      if (isIdle(whole)) pool.give(left);
    };
    left.socket.write(message('Q', text('rollback')));
  });
}

function ask(backend: Backend, statement: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    backend.listener = (whole) => {
      // One row of one column: a count, a length, the value.
      if (typeOf(whole) === 'D') answer = whole.toString('utf8', 11);
      if (isIdle(whole)) {
        backend.listener = null;
        resolve(answer);
      }
    };
    backend.socket.write(message('Q', text(statement)));
  });
}

/** Runs `work` in a new, empty database with a pooler in front of it. */
export async function withPooler<T>(major: PgMajor, work: (database: PooledDatabase) => Promise<T>): Promise<T> {
  return await withDatabase(major, async (database) => {
    const { port, database: name } = database.settings;
    const backends: Backend[] = [];
    for (let count = 0; count < CONNECTIONS; count += 1) backends.push(await openBackend(port, name));
    const pool = createPool(backends);
    const clients = new Set<Socket>();
    const server = createServer((socket) => {
      clients.add(socket.on('close', () => clients.delete(socket)));
      serveClient(socket, pool);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('A server has a port');
    try {
      return await work({
        ...database,
        pooledUrl: `postgres://postgres@127.0.0.1:${address.port}/${name}?sslmode=prefer`,
        askAll: (statement) => Promise.all(backends.map((backend) => ask(backend, statement))),
      });
    } finally {
      for (const client of clients) client.destroy();
      server.close();
      for (const { socket } of backends) socket.destroy();
    }
  });
}
