/** The database a command works on: `--url`, the environment, or the embedded one. */
import { join, resolve } from 'node:path';
import { cacheDirectory } from '../db/cache-directory.ts';
import { connect } from '../db/connect.ts';
import { openEmbedded } from '../db/embedded.ts';
import { probeTarget } from '../db/probe-target.ts';
import type { Session } from '../db/session.ts';
import { resolveConnection } from '../db/url.ts';
import { TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import { type Context, UsageError } from './context.ts';
import { chooseTarget } from './target-option.ts';

export interface DatabaseOptions {
  readonly url?: string;
  /** `true` for the default directory. */
  readonly embedded?: string | true;
  readonly target?: string;
}

export interface OpenedDatabase {
  readonly session: Session;
  readonly target: Target;
  /** Directory of the embedded database, `null` for a server. */
  readonly directory: string | null;
}

export const DEFAULT_EMBEDDED = join('.boyfanz', 'embedded');

export function embeddedDirectory(option: string | true | undefined, context: Context): string {
  return resolve(context.cwd, typeof option === 'string' ? option : DEFAULT_EMBEDDED);
}

async function openEmbeddedDatabase(options: DatabaseOptions, context: Context): Promise<OpenedDatabase> {
  const directory = embeddedDirectory(options.embedded, context);
  const target = options.target === undefined ? TARGETS.embedded : chooseTarget(options.target);
  context.report.note(`Opening the embedded PostgreSQL in ${directory} …`);
  const session = await openEmbedded(directory, cacheDirectory(context.platform, context.env));
  return { session, target, directory };
}

async function chooseByProbe(session: Session, context: Context): Promise<Target> {
  const { target, reason } = await probeTarget(session);
  context.report.note(`Target ${target.name}: ${reason}.`);
  return target;
}

/** @throws UsageError, EnvironmentError */
export async function openDatabase(options: DatabaseOptions, context: Context): Promise<OpenedDatabase> {
  if (options.url !== undefined && options.embedded !== undefined) {
    throw new UsageError('--url and --embedded name two databases.', 'Give one of them.');
  }
  const connection = options.embedded === undefined ? resolveConnection(options.url ?? null, context.env) : null;
  if (connection === null) return await openEmbeddedDatabase(options, context);
  const session = await connect(connection);
  context.report.note(`Connected to ${session.description} (PostgreSQL ${session.server.major}).`);
  try {
    const target = options.target === undefined ? await chooseByProbe(session, context) : chooseTarget(options.target);
    return { session, target, directory: null };
  } catch (error) {
    await session.close();
    throw error;
  }
}
