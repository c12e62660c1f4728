/** Making diagnostics while specs are read. */
import type { Diagnostic, RelatedPlace, Severity } from '../text/diagnostic.ts';
import type { Span } from '../text/source.ts';
import type { SpecCode } from './codes.ts';

export interface ProblemDetails {
  readonly help?: string | null;
  readonly related?: readonly RelatedPlace[];
  readonly severity?: Severity;
}

/** Collects what is wrong; reading goes on. */
export interface Problems {
  readonly report: (code: SpecCode, span: Span, message: string, details?: ProblemDetails) => void;
  readonly add: (diagnostic: Diagnostic) => void;
  readonly all: () => readonly Diagnostic[];
}

/** Equal problems are kept once: a column group is read again for every table that uses it. */
export function collectProblems(): Problems {
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  const add = (diagnostic: Diagnostic): void => {
    const { code, span, message } = diagnostic;
    const key = `${code} ${span?.source.path} ${span?.start} ${message}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push(diagnostic);
  };
  return {
    report(code, span, message, { help = null, related = [], severity = 'error' } = {}) {
      add({ code, severity, message, help, span, related });
    },
    add,
    all: () => found,
  };
}
