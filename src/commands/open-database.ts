/** The database a command works on: `--url`, the environment, or the embedded one. */
import { join, resolve } from 'node:path';
import { cacheDirectory } from '../db/cache-directory.ts';
import type { Obstacle } from '../db/preflight.ts';
import { probeExtensions } from '../db/probe-extensions.ts';
import { probeTarget } from '../db/probe-target.ts';
import { type Recorded, readBuiltAs } from '../db/read-built-as.ts';
import type { Session } from '../db/session.ts';
import { type ConnectionSettings, resolveConnection } from '../db/url.ts';
import type { Compiled, SpecTree } from '../spec/tree.ts';
import { TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import { type FormChoice, targetInForm } from '../target/target-form.ts';
import { type ExtensionChoice, targetForServer, targetWith } from '../target/target-with.ts';
import { versionFit } from '../target/version-fit.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { chooseForm, type FormOptions, formByDatabase, isFormOpen, recordedTarget } from './form-option.ts';
import { compileUsable, managedSchemas, readSpecs, type SpecOptions } from './load-specs.ts';
import { chooseExtensions, chooseTarget, type ExtensionOptions } from './target-option.ts';

export interface DatabaseOptions extends ExtensionOptions, FormOptions {
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
  /** How the server is not what `--target` says; for commands that change it. */
  readonly contradictions: readonly Obstacle[];
  /** Nobody said how tables are to be divided: those that are divided as for another size are left so. */
  readonly isFormOpen: boolean;
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
  /** Whether the user named the target, so that what the database was built for does not count. */
  readonly isTargetGiven: boolean;
  readonly form: FormChoice;
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
  // Whatever a server turns out to be has what these have.
  const choice = chooseExtensions(options, target === null ? [TARGETS.timescale, TARGETS.postgres] : [target]);
  const directory = embeddedDirectory(options.embedded, context);
  const form = chooseForm(options);
  const likely = target === null ? null : targetInForm(targetWith(target, choice), form);
  return { connection, directory, target: likely, isTargetGiven: asked !== null, form, choice };
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
  const { server, isPooled } = session;
  const kind = `PostgreSQL ${server.major}${server.isStandby ? ', a standby' : ''}${isPooled === true ? ', through a pooler' : ''}`;
  context.report.note(`Connected to ${session.description} (${kind}).`);
  return session;
}

/**
 * What stands against the target that the user named. One that was found out is only warned of: the platform may have newer
 * servers than its record knows.
 */
function contradictionsOf(target: Target, major: number, isAsked: boolean, context: Context): readonly Obstacle[] {
  const { is, said } = versionFit(target, major);
  if (is === 'known') return [];
  if (is === 'outside' && isAsked) {
    return [
      { kind: 'server', cause: said, remedy: 'Leave --target out: what fits the server is found out by asking it.' },
    ];
  }
  context.report.warn(`${said} Going on.`);
  return [];
}

async function chooseByProbe(place: Place, session: Session, context: Context): Promise<Target> {
  const { target, reason } = await probeTarget(session, place.connection?.host ?? null);
  context.report.note(`Target ${target.name}: ${reason}.`);
  return target;
}

/** The target that was named, or that the database was built for, or that its server seems to be. */
async function targetOf(place: Place, session: Session, recorded: Recorded, context: Context): Promise<Target> {
  const built = place.isTargetGiven ? null : recordedTarget(recorded);
  if (built === null || built.name === place.target?.name)
    return place.target ?? (await chooseByProbe(place, session, context));
  context.report.note(`Target ${built.name}: the database was built for it.`);
  return built;
}

function isUsual({ name, size, profile }: Target): boolean {
  return size === TARGETS[name].size && profile === TARGETS[name].profile;
}

async function atPlace<T>(place: Place, context: Context, work: (database: OpenedDatabase) => Promise<T>): Promise<T> {
  const session = await openPlace(place, context);
  try {
    const { major } = session.server;
    const recorded = await readBuiltAs(session);
    const chosen = formByDatabase(await targetOf(place, session, recorded, context), recorded, place.form);
    if (recorded !== 'empty' && isFormOpen(place.form) && !isUsual(chosen)) {
      context.report.note(`This database was built at the size ${chosen.size}, in the profile ${chosen.profile}.`);
    }
    const contradictions = contradictionsOf(chosen, major, place.target !== null, context);
    const target = targetForServer(chosen, major);
    const directory = place.connection === null ? place.directory : null;
    return await work({ session, target, directory, contradictions, isFormOpen: isFormOpen(place.form) });
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
  const probed = await probeExtensions(session, wanted, managedSchemas(tree), target.installers);
  for (const { name, isUsed, reason, isNotable } of probed) {
    if (isNotable) context.report.note(`${isUsed ? 'With' : 'Without'} ${name}: ${reason}.`);
  }
  return targetWith(target, {
    with: [...choice.with, ...probed.filter(({ isUsed }) => isUsed).map(({ name }) => name)],
    without: [...choice.without, ...probed.filter(({ isUsed }) => !isUsed).map(({ name }) => name)],
  });
}

function usesTheSame(one: Target | null, other: Target): boolean {
  if (one?.size !== other.size || one.profile !== other.profile) return false;
  return (
    one.name === other.name && [...one.extensions.keys()].sort().join() === [...other.extensions.keys()].sort().join()
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
 * The same with the specs compiled for the database's target and version. Where both are known without asking the server,
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
  const known = place.connection === null ? place.target : null;
  const early = known === null ? null : compileUsable(tree, context, known);
  if (known !== null && early === null) return EXIT.failed;
  return await atPlace(place, context, async (opened) => {
    const database = { ...opened, target: await chooseByDatabase(opened, place, tree, context) };
    const compiled = usesTheSame(known, database.target) ? early : compileUsable(tree, context, database.target);
    return compiled === null ? EXIT.failed : await work(compiled, database);
  });
}
