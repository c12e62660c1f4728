/** The database a command works on: `--url`, the environment, or the embedded one. */
import { join, resolve } from 'node:path';
import { cacheDirectory } from '../db/cache-directory.ts';
import { probeTarget } from '../db/probe-target.ts';
import type { Session } from '../db/session.ts';
import { type ConnectionSettings, resolveConnection } from '../db/url.ts';
import type { Compiled } from '../spec/tree.ts';
import { TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { loadUsable, type SpecOptions } from './load-specs.ts';
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

/** A database that is chosen and not opened yet. */
interface Place {
  /** `null`: the embedded database in `directory`. */
  readonly connection: ConnectionSettings | null;
  readonly directory: string;
  /** `null`: to be found out by asking the server. */
  readonly target: Target | null;
}

/** @throws UsageError, EnvironmentError */
function choosePlace(options: DatabaseOptions, context: Context): Place {
  if (options.url !== undefined && options.embedded !== undefined) {
    throw new UsageError('--url and --embedded name two databases.', 'Give one of them.');
  }
  const connection = options.embedded === undefined ? resolveConnection(options.url ?? null, context.env) : null;
  const asked = options.target === undefined ? null : chooseTarget(options.target);
  return {
    connection,
    directory: embeddedDirectory(options.embedded, context),
    target: asked ?? (connection === null ? TARGETS.embedded : null),
  };
}

/** The drivers are loaded when one is needed: most of the time of a short command would be theirs. */
async function openPlace({ connection, directory }: Place, context: Context): Promise<Session> {
  if (connection === null) {
    context.report.note(`Opening the embedded PostgreSQL in ${directory} …`);
    const { openEmbedded } = await import('../db/embedded.ts');
    return await openEmbedded(directory, cacheDirectory(context.platform, context.env));
  }
  const { connect } = await import('../db/connect.ts');
  const session = await connect(connection);
  context.report.note(`Connected to ${session.description} (PostgreSQL ${session.server.major}).`);
  return session;
}

async function chooseByProbe(session: Session, context: Context): Promise<Target> {
  const { target, reason } = await probeTarget(session);
  context.report.note(`Target ${target.name}: ${reason}.`);
  return target;
}

async function atPlace<T>(place: Place, context: Context, work: (database: OpenedDatabase) => Promise<T>): Promise<T> {
  const session = await openPlace(place, context);
  try {
    const target = place.target ?? (await chooseByProbe(session, context));
    return await work({ session, target, directory: place.connection === null ? place.directory : null });
  } finally {
    await session.close();
  }
}

/** Runs `work` on the database, and closes it. @throws UsageError, EnvironmentError */
export async function withDatabase<T>(
  options: DatabaseOptions,
  context: Context,
  work: (database: OpenedDatabase) => Promise<T>,
): Promise<T> {
  return await atPlace(choosePlace(options, context), context, work);
}

/**
 * The same with the specs compiled for the database's target. Where the target is known without asking the server,
 * mistakes in the specs show before anything is opened.
 *
 * @returns what `work` returns, or the exit code for specs that cannot be used
 * @throws UsageError, EnvironmentError
 */
export async function withSpecsAndDatabase(
  options: SpecOptions & DatabaseOptions,
  context: Context,
  work: (compiled: Compiled, database: OpenedDatabase) => Promise<ExitCode>,
): Promise<ExitCode> {
  const place = choosePlace(options, context);
  const early = place.target === null ? null : await loadUsable(options, context, place.target);
  if (place.target !== null && early === null) return EXIT.failed;
  return await atPlace(place, context, async (database) => {
    const compiled = early ?? (await loadUsable(options, context, database.target));
    return compiled === null ? EXIT.failed : await work(compiled, database);
  });
}
