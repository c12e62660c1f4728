/** The database a command works on: `--url`, the environment, or the embedded one. */
import { join, resolve } from 'node:path';
import { cacheDirectory } from '../db/cache-directory.ts';
import { probeExtensions } from '../db/probe-extensions.ts';
import { probeTarget } from '../db/probe-target.ts';
import type { Session } from '../db/session.ts';
import { type ConnectionSettings, resolveConnection } from '../db/url.ts';
import type { Compiled, SpecTree } from '../spec/tree.ts';
import { TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import { type ExtensionChoice, targetWith } from '../target/target-with.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { compileUsable, managedSchemas, readSpecs, type SpecOptions } from './load-specs.ts';
import { chooseExtensions, chooseTarget, type ExtensionOptions } from './target-option.ts';

export interface DatabaseOptions extends ExtensionOptions {
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
  /** Extensions that the user has decided; whether the others are used is found out by asking the server. */
  readonly choice: ExtensionChoice;
}

/** @throws UsageError, EnvironmentError */
function choosePlace(options: DatabaseOptions, context: Context): Place {
  if (options.url !== undefined && options.embedded !== undefined) {
    throw new UsageError('--url and --embedded name two databases.', 'Give one of them.');
  }
  const connection = options.embedded === undefined ? resolveConnection(options.url ?? null, context.env) : null;
  const asked = options.target === undefined ? null : chooseTarget(options.target);
  if (asked !== null && asked.dialect !== 'postgresql') {
    throw new UsageError(
      `The target ${asked.name} is no PostgreSQL: its file can be built, and no database of it compared or changed.`,
      `Write the file with boyfanz-schema build --target ${asked.name}, and load it into a new database.`,
    );
  }
  const target = asked ?? (connection === null ? TARGETS.embedded : null);
  // Whatever a server turns out to be is one of these.
  const choice = chooseExtensions(options, target === null ? [TARGETS.timescale, TARGETS.postgres] : [target]);
  const directory = embeddedDirectory(options.embedded, context);
  return { connection, directory, target: target === null ? null : targetWith(target, choice), choice };
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

/** Asking about an extension that no spec speaks of would be a question too many, and its answer news to nobody. */
function isMentioned(name: string, tree: SpecTree): boolean {
  return [tree.columnGroups, ...tree.documents.map(({ source }) => source)].some((source) =>
    source?.text.includes(name),
  );
}

/** The target with those of its optional extensions that the user chose, or else the database is to use. */
async function chooseByDatabase(
  { session, target }: OpenedDatabase,
  { choice }: Place,
  tree: SpecTree,
  context: Context,
): Promise<Target> {
  const decided = [...choice.with, ...choice.without];
  const open = [...target.optional].filter(([name]) => !decided.includes(name) && isMentioned(name, tree));
  const wanted = new Map(open.map(([name, { schema }]) => [name, schema]));
  const probed = await probeExtensions(session, wanted, managedSchemas(tree));
  for (const { name, isUsed, reason, isNotable } of probed) {
    if (isNotable) context.report.note(`${isUsed ? 'With' : 'Without'} ${name}: ${reason}.`);
  }
  return targetWith(target, {
    with: [...choice.with, ...probed.filter(({ isUsed }) => isUsed).map(({ name }) => name)],
    without: [...choice.without, ...probed.filter(({ isUsed }) => !isUsed).map(({ name }) => name)],
  });
}

function usesTheSame(one: Target | null, other: Target): boolean {
  return (
    one?.name === other.name && [...one.extensions.keys()].sort().join() === [...other.extensions.keys()].sort().join()
  );
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
  const tree = await readSpecs(options, context);
  const early = place.target === null ? null : compileUsable(tree, context, place.target);
  if (place.target !== null && early === null) return EXIT.failed;
  return await atPlace(place, context, async (opened) => {
    const database = { ...opened, target: await chooseByDatabase(opened, place, tree, context) };
    const compiled = usesTheSame(place.target, database.target) ? early : compileUsable(tree, context, database.target);
    return compiled === null ? EXIT.failed : await work(compiled, database);
  });
}
