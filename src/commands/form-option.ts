/** The values of `--size` and `--profile`, and what a database says where they are not given. */
import type { Recorded } from '../db/read-built-as.ts';
import { EnvironmentError } from '../db/session.ts';
import type { BuiltAs } from '../model/built-as.ts';
import { isTargetName, TARGETS } from '../target/list.ts';
import { PROFILES, type Profile, SIZES, type Size, type Target } from '../target/target.ts';
import { type FormChoice, targetInForm } from '../target/target-form.ts';
import { didYouMean } from '../text/suggest.ts';
import { UsageError } from './context.ts';

export interface FormOptions {
  readonly size?: string;
  readonly profile?: string;
}

const BEFORE_IT_WAS_RECORDED = { size: 'standard', profile: 'production' } as const;

function chosen<T extends string>(what: string, text: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((one) => one === text);
  if (text === undefined || found !== undefined) return found;
  throw new UsageError(`There is no ${what} ${text}.`, didYouMean(text, known) ?? `There are: ${known.join(', ')}.`);
}

/** @throws UsageError */
export function chooseForm(options: FormOptions): FormChoice {
  return {
    size: chosen('size', options.size, SIZES),
    profile: chosen('profile', options.profile, PROFILES),
  };
}

/** The target that a database was built for, `null` when it does not say or says one that is not known here. */
export function recordedTarget(recorded: Recorded): Target | null {
  if (typeof recorded === 'string' || !isTargetName(recorded.target)) return null;
  return TARGETS[recorded.target];
}

/** @throws EnvironmentError when the database says something that this version does not know */
function recordedForm({ size, profile }: BuiltAs): { readonly size: Size; readonly profile: Profile } {
  const known = { size: SIZES.find((one) => one === size), profile: PROFILES.find((one) => one === profile) };
  if (known.size !== undefined && known.profile !== undefined) return { size: known.size, profile: known.profile };
  throw new EnvironmentError(
    `This database was built at the size ${size} in the profile ${profile}, which this version does not know.`,
    'Use the version of boyfanz-schema that built it, or say --size and --profile.',
  );
}

/**
 * The target in the form that was chosen, else in the one of the database; a new database gets the target's own.
 *
 * @throws EnvironmentError
 */
export function formByDatabase(target: Target, recorded: Recorded, choice: FormChoice): Target {
  if (recorded === 'empty' || (choice.size !== undefined && choice.profile !== undefined)) {
    return targetInForm(target, choice);
  }
  const before = recorded === 'loaded' ? BEFORE_IT_WAS_RECORDED : recordedForm(recorded);
  return targetInForm(target, { size: choice.size ?? before.size, profile: choice.profile ?? before.profile });
}

/** Whether the user leaves it to the database how tables are divided. */
export function isFormOpen(choice: FormChoice): boolean {
  return choice.size === undefined && choice.profile === undefined;
}
