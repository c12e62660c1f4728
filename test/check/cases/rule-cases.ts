import type { Situation } from '../build.ts';

export interface FailingCase extends Situation {
  /** Messages of the findings, in order. */
  readonly says: readonly string[];
}

/** What a rule must find and what it must leave alone, by a sentence that says why. */
export interface RuleCases {
  readonly fails: Readonly<Record<string, FailingCase>>;
  readonly passes: Readonly<Record<string, Situation>>;
}

/** By the code of the rule. */
export type CasesByRule = Readonly<Record<string, RuleCases>>;
