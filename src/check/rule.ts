/**
 * A rule looks at one Model with what the specs know beside it and returns diagnostics. It is pure, and does not know
 * how a diagnostic is shown or whether it is allowed: `run.ts` applies `allow:` and reports allowances that are stale.
 */
import type { Info } from '../model/info.ts';
import type { Model } from '../model/model.ts';
import type { Project } from '../spec/tree.ts';
import type { Target } from '../target/target.ts';
import type { Diagnostic, Severity } from '../text/diagnostic.ts';
import type { Origins } from '../text/origins.ts';

export interface RuleContext {
  readonly model: Model;
  readonly info: Info;
  readonly origins: Origins;
  readonly target: Target;
  readonly project: Pick<Project, 'erasure'>;
}

export interface Rule {
  /** Kebab-case; the code of its diagnostics and the word in `allow:`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what goes wrong in production when this is ignored. */
  readonly problem: string;
  /** One sentence: what to write instead. */
  readonly instead: string;
  readonly check: (context: RuleContext) => readonly Finding[];
}

/** A diagnostic before it knows its code and severity, with the object it is about, for `allow:`. */
export interface Finding extends Pick<Diagnostic, 'message' | 'help' | 'span' | 'related'> {
  /** Key of the table or other object whose `allow:` may excuse it. */
  readonly object: string;
}
