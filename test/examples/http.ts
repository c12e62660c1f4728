/** Requests to an application, and one to listen for it. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** @param work gets the URL, without a slash at its end */
export async function listening<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** @param sent is posted as JSON; `undefined`: a GET */
export async function ask(url: string, authorization: string | null, sent?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: sent === undefined ? 'GET' : 'POST',
    headers: { ...(authorization === null ? {} : { authorization }), 'content-type': 'application/json' },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  return { status: response.status, body: await response.json() };
}
