/** `serve`: lets psql and other clients connect to the embedded database until Ctrl-C. */
import { once } from 'node:events';
import { cacheDirectory } from '../db/cache-directory.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { embeddedDirectory } from './open-database.ts';

export interface ServeOptions {
  readonly embedded?: string | true;
  readonly port?: string;
}

function parsePort(text: string | undefined): number {
  const port = Number(text ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`${text} is no port.`, 'A port is a number from 0 (any free one) to 65535.');
  return port;
}

export async function runServe(options: ServeOptions, context: Context): Promise<ExitCode> {
  const { serveEmbedded } = await import('../db/serve-embedded.ts');
  const directory = embeddedDirectory(options.embedded, context);
  const served = await serveEmbedded(directory, cacheDirectory(context.platform, context.env), parsePort(options.port));
  if (context.json) context.report.json({ url: served.url, directory });
  else context.report.result(served.url);
  context.report.note(`Serving ${directory}. Connect by: psql '${served.url}'. Stop by Ctrl-C.`);
  if (!context.signal.aborted) await once(context.signal, 'abort');
  await served.close();
  return EXIT.done;
}
