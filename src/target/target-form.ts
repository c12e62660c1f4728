/** A target at another size or in another profile. */
import type { Profile, Size, Target } from './target.ts';

/** What is not given stays as the target has it. */
export interface FormChoice {
  readonly size?: Size | undefined;
  readonly profile?: Profile | undefined;
}

/** A development database is small, unless its size is given. */
export function targetInForm(target: Target, choice: FormChoice): Target {
  const profile = choice.profile ?? target.profile;
  const size = choice.size ?? (choice.profile === 'development' ? 'small' : target.size);
  return { ...target, profile, size };
}
