/** A target with other choices among its optional extensions. */
import type { Ident } from '../model/name.ts';
import { PG_MAJORS, type PgMajor, type Preflight, type Target } from './target.ts';

export interface ExtensionChoice {
  readonly with: readonly Ident[];
  readonly without: readonly Ident[];
  /** Oldest server that the output has to work on; left out: the oldest that the target has. */
  readonly minVersion?: PgMajor | null;
}

/**
 * The target, using the optional extensions of `with` and not using those of `without`; the others stay as they are. A
 * minimum version below its oldest is its oldest: there are no older servers of it.
 *
 * @throws when a name is not one of the target's optional extensions, or no version of it is new enough: what people write
 *   is to be checked before
 */
export function targetWith(target: Target, choice: ExtensionChoice): Target {
  const extensions = new Map(target.extensions);
  for (const name of choice.without) {
    if (!target.optional.has(name)) throw new Error(`Not optional on ${target.name}: ${name}`);
    extensions.delete(name);
  }
  for (const name of choice.with) {
    const found = target.optional.get(name);
    if (found === undefined) throw new Error(`Not optional on ${target.name}: ${name}`);
    extensions.set(name, found.schema);
  }
  const { min, max } = target.versions;
  const wanted = choice.minVersion ?? min;
  if (wanted > max) throw new Error(`${target.name} ends at PostgreSQL ${max}`);
  return { ...target, extensions, versions: { min: wanted < min ? min : wanted, max } };
}

/** The target for one live server; `major` may be newer than any that is known. */
export function targetForServer(target: Target, major: number): Target {
  const version = PG_MAJORS.findLast((known) => known <= major) ?? target.versions.min;
  return { ...target, versions: { min: version, max: version } };
}

/** What must be there before a file is loaded that makes these extensions. */
export function preflightsOf(target: Target, made: ReadonlySet<Ident>): readonly Preflight[] {
  const optional = [...target.optional].flatMap(([extension, { message }]): readonly Preflight[] =>
    made.has(extension) ? [{ extension, preloadedSetting: null, message, setting: null }] : [],
  );
  return [...target.preflight.filter(({ extension }) => made.has(extension)), ...optional];
}
