/**
 * Several connections on the one backend of the embedded PostgreSQL. It takes whole requests, so a request is collected
 * here up to its end, and a connection keeps the backend to itself until it is outside a transaction again.
 */
import type { Socket } from 'node:net';
import {
  copyInResponse,
  errorResponse,
  firstPacketKind,
  messageReader,
  messageType,
  prefixStatement,
  queryMessage,
  serverMessages,
  statementText,
} from './wire-message.ts';

/** The part of PGlite that takes requests: one at a time, the answer complete. */
export interface Backend {
  readonly execProtocolRaw: (request: Uint8Array) => Promise<Uint8Array>;
}

const COPY_FROM_STDIN = /^\s*copy\b[^;]*\bfrom\s+stdin\b/i;
const COPY_FROM_STDIN_ANYWHERE = /\bcopy\b[^;]*\bfrom\s+stdin\b/i;

export interface Gateway {
  /** Serves a new connection until it closes. */
  readonly accept: (socket: Socket) => void;
  /** Waits until everything that closed connections left behind is cleared away. @throws when the backend broke */
  readonly settled: () => Promise<void>;
}

export function openGateway(backend: Backend): Gateway {
  const turns = takeTurns();
  const leaving = new Set<Promise<void>>();
  let connections = 0;
  let made = 0;

  const leave = async (connection: Connection) => {
    await connection.leave();
    connections -= 1;
    // What connections share must not outlive them: settings, temporary tables, prepared statements.
    if (connections === 0) await turns.alone(() => backend.execProtocolRaw(queryMessage('discard all')));
  };
  return {
    accept: (socket) => {
      connections += 1;
      made += 1;
      const connection = serveConnection(socket, backend, turns, `c${made}_`);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        const left = leave(connection);
        leaving.add(left);
        // A failure stays in the set, for `settled` to report.
        left.then(
          () => leaving.delete(left),
          () => undefined,
        );
      });
    },
    settled: async () => {
      await Promise.all(leaving);
    },
  };
}

interface Connection {
  /** Ends what the connection left open and lets the others go on. */
  readonly leave: () => Promise<void>;
}

function serveConnection(socket: Socket, backend: Backend, turns: Turns, prefix: string): Connection {
  const reader = messageReader();
  const me = {};
  let started = false;
  let pumping: Promise<void> = Promise.resolve();
  let request: Buffer[] = [];
  let copying = false;
  let status = 'I';

  const run = async (messages: readonly Buffer[], hidden: string | null) => {
    await turns.take(me);
    // A client that waited may be gone by now.
    if (socket.destroyed) return;
    const answer = Buffer.from(await backend.execProtocolRaw(Buffer.concat(messages)));
    const shown: Buffer[] = [];
    let ended = false;
    for (const message of serverMessages(answer)) {
      if (messageType(message) !== hidden) shown.push(message);
      if (messageType(message) === 'Z') {
        status = String.fromCharCode(message[5] ?? 0);
        ended = true;
      }
    }
    socket.write(Buffer.concat(shown));
    // After a Flush, more of the same request follows.
    if (ended && status === 'I') turns.give(me);
  };

  const begin = async (packet: Buffer) => {
    switch (firstPacketKind(packet)) {
      case 'encryption':
        socket.write('N');
        return;
      case 'cancel':
        socket.end();
        return;
      case 'startup':
        started = true;
        await run([packet], null);
    }
  };

  const take = async (message: Buffer) => {
    const type = messageType(message);
    if (type === 'X') {
      socket.end();
      return;
    }
    if (copying) {
      if (type === 'd' || type === 'c' || type === 'f') request.push(message);
      if (type !== 'c' && type !== 'f') return;
      const whole = request;
      request = [];
      copying = false;
      await run(whole, 'G');
      return;
    }
    const text = statementText(message) ?? '';
    if (type === 'Q' && COPY_FROM_STDIN.test(text)) {
      // The backend cannot wait for data, so the statement goes to it together with all of them.
      request = [message];
      copying = true;
      socket.write(copyInResponse());
      return;
    }
    if (COPY_FROM_STDIN_ANYWHERE.test(text)) {
      const problem = 'COPY FROM STDIN must be a statement of its own here';
      if (type === 'Q') socket.write(errorResponse('0A000', problem, status));
      else socket.destroy(new Error(problem));
      return;
    }
    request.push(prefixStatement(message, prefix));
    // Query, Sync, Flush, FunctionCall: now the client waits for an answer.
    if (!['Q', 'S', 'H', 'F'].includes(type)) return;
    const whole = request;
    request = [];
    await run(whole, null);
  };

  const pump = async () => {
    try {
      for (let message = reader.next(started); message !== null; message = reader.next(started)) {
        await (started ? take(message) : begin(message));
      }
    } catch (error) {
      // Not the protocol, or the backend is gone: neither can be answered.
      socket.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  };

  socket.on('data', (chunk) => {
    reader.push(Buffer.from(chunk));
    pumping = pumping.then(pump);
  });

  return {
    leave: async () => {
      await pumping;
      if (!turns.has(me)) return;
      if (status !== 'I') await backend.execProtocolRaw(queryMessage('rollback'));
      turns.give(me);
    },
  };
}

interface Turns {
  /** Waits until nobody else has the turn; at once when `who` has it already. */
  readonly take: (who: object) => Promise<void>;
  readonly give: (who: object) => void;
  readonly has: (who: object) => boolean;
  readonly alone: (work: () => Promise<unknown>) => Promise<void>;
}

function takeTurns(): Turns {
  let holder: object | null = null;
  const waiting: { readonly who: object; readonly go: () => void }[] = [];
  const take = async (who: object) => {
    if (holder === who) return;
    if (holder !== null) await new Promise<void>((go) => waiting.push({ who, go }));
    holder = who;
  };
  const give = (who: object) => {
    if (holder !== who) return;
    const next = waiting.shift();
    holder = next?.who ?? null;
    next?.go();
  };
  return {
    take,
    give,
    has: (who) => holder === who,
    alone: async (work) => {
      const me = {};
      await take(me);
      try {
        await work();
      } finally {
        give(me);
      }
    },
  };
}
