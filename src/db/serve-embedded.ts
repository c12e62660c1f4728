/** Lets psql and other clients connect to the embedded database, for as long as a command runs. */
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { bootEmbedded } from './boot-embedded.ts';
import { EnvironmentError } from './session.ts';
import { openGateway } from './wire-gateway.ts';

export interface Served {
  /** For `psql` and any other client. */
  readonly url: string;
  /** Ends the connections and shuts the database down cleanly. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the embedded database and serves it on 127.0.0.1, without a password: whoever may run programs on this machine
 * may connect.
 *
 * All connections share one backend. A transaction keeps the others waiting; settings and temporary tables of one are
 * seen by all.
 *
 * @param port 0 for any that is free
 * @throws EnvironmentError when the port is taken, or the directory is in use
 */
export async function serveEmbedded(dataDir: string | null, cacheDir: string | null, port: number): Promise<Served> {
  const embedded = await bootEmbedded(dataDir, cacheDir);
  const gateway = openGateway(embedded.pglite);
  const sockets = new Map<Socket, Promise<unknown>>();
  const server = createServer({ noDelay: true }, (socket) => {
    gateway.accept(socket);
    sockets.set(socket, once(socket, 'close'));
    socket.on('close', () => sockets.delete(socket));
  });
  try {
    const actual = await listen(server, port);
    return {
      url: `postgres://postgres@127.0.0.1:${actual}/postgres?sslmode=disable`,
      close: async () => {
        server.close();
        const closed = [...sockets.values()];
        for (const socket of sockets.keys()) socket.destroy();
        await Promise.all(closed);
        try {
          await gateway.settled();
        } finally {
          await embedded.close();
        }
      },
    };
  } catch (error) {
    await embedded.close();
    throw new EnvironmentError(`Port ${port} of 127.0.0.1 cannot be used.`, 'Choose another one with --port.', error);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'));
      else resolve(address.port);
    });
  });
}
