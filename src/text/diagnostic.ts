/**
 * A user's mistake as a value. Diagnostics are collected and returned, never thrown; how they look is `frame.ts`'s and
 * the report's business.
 */
import type { Span } from './source.ts';

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  /** Kebab-case, stable: people write it in `allow:` and tests name it. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence in the user's words. */
  readonly message: string;
  /** What to write instead, when we know. */
  readonly help: string | null;
  /** `null` only for what has no place in a file, such as a table found on a server. */
  readonly span: Span | null;
  /** Other places that belong to it: the first of two duplicates, the other end of a reference. */
  readonly related: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
