/** A target with other choices among its optional extensions. */
import type { Ident } from '../model/name.ts';
import type { Preflight, Target } from './target.ts';

export interface ExtensionChoice {
  readonly with: readonly Ident[];
  readonly without: readonly Ident[];
}

/**
 * The target, using the optional extensions of `with` and not using those of `without`; the others stay as they are.
 *
 * @throws when a name is not one of the target's optional extensions: names that people write are to be checked before
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
  return { ...target, extensions };
}

/** What must be there before a file is loaded that makes these extensions. */
export function preflightsOf(target: Target, made: ReadonlySet<Ident>): readonly Preflight[] {
  const optional = [...target.optional].flatMap(([extension, { message }]): readonly Preflight[] =>
    made.has(extension) ? [{ extension, preloadedSetting: null, message, setting: null }] : [],
  );
  return [...target.preflight, ...optional];
}
