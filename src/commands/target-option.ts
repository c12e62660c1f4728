/** The values of `--target`, `--with`, `--without` and `--pg`. */
import { isTargetName, TARGETS } from '../target/list.ts';
import { PG_MAJORS, type PgMajor, type Target } from '../target/target.ts';
import { targetInForm } from '../target/target-form.ts';
import { type ExtensionChoice, targetWith } from '../target/target-with.ts';
import { didYouMean } from '../text/suggest.ts';
import { UsageError } from './context.ts';
import { chooseForm, type FormOptions } from './form-option.ts';

export interface ExtensionOptions {
  /** Optional extensions to use, separated by commas. */
  readonly with?: string;
  /** And those to do without. */
  readonly without?: string;
  /** Oldest PostgreSQL that the output has to work on. */
  readonly pg?: PgMajor;
}

function namesIn(list: string | undefined): readonly string[] {
  return [...new Set((list ?? '').split(',').map((name) => name.trim()))].filter((name) => name !== '');
}

/**
 * What `--with`, `--without` and `--pg` say.
 *
 * @param targets for which they are meant: each has to have all of them
 * @throws UsageError
 */
export function chooseExtensions(options: ExtensionOptions, targets: readonly Target[]): ExtensionChoice {
  const minVersion = options.pg ?? null;
  const choice = { with: namesIn(options.with), without: namesIn(options.without), minVersion };
  for (const { name, versions } of targets) {
    if (minVersion === null || minVersion <= versions.max) continue;
    throw new UsageError(
      `The target ${name} has PostgreSQL ${versions.min} to ${versions.max}, and --pg says ${minVersion}.`,
      'Name other targets by --target, or a lower version.',
    );
  }
  const both = choice.with.find((name) => choice.without.includes(name));
  if (both !== undefined) throw new UsageError(`${both} is in --with and in --without.`, 'Leave one of them out.');
  for (const { name: target, optional } of targets) {
    const unknown = [...choice.with, ...choice.without].find((name) => !optional.has(name));
    if (unknown === undefined) continue;
    const known = [...optional.keys()];
    throw new UsageError(
      `${unknown} is no extension that can be chosen for the target ${target}.`,
      didYouMean(unknown, known) ?? (known.length === 0 ? 'There are none for it.' : `There are: ${known.join(', ')}.`),
    );
  }
  return choice;
}

/** @throws UsageError */
export function chooseTarget(name: string): Target {
  if (isTargetName(name)) return TARGETS[name];
  const names = Object.keys(TARGETS);
  throw new UsageError(`There is no target ${name}.`, didYouMean(name, names) ?? `Targets: ${names.join(', ')}.`);
}

/** The targets of a list of names, or the given ones, with the chosen extensions, in the chosen form. @throws UsageError */
export function chooseTargets(
  options: ExtensionOptions & FormOptions & { readonly target?: string },
  otherwise: readonly Target[],
): readonly Target[] {
  const targets = options.target?.split(',').map((name) => chooseTarget(name.trim())) ?? otherwise;
  const choice = chooseExtensions(options, targets);
  const form = chooseForm(options);
  return targets.map((target) => targetInForm(targetWith(target, choice), form));
}

/** Reads `--pg`. @throws UsageError */
export function pgMajor(text: string): PgMajor {
  const major = PG_MAJORS.find((known) => String(known) === text);
  if (major !== undefined) return major;
  throw new UsageError(`${text} is no version of PostgreSQL that is known.`, `There are: ${PG_MAJORS.join(', ')}.`);
}
