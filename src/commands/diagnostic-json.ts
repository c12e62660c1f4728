/** A diagnostic for programs. */
import type { Diagnostic } from '../text/diagnostic.ts';
import { lineColumn } from '../text/source.ts';

export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly help: string | null;
  readonly place: { readonly file: string; readonly line: number; readonly column: number } | null;
}

export function diagnosticJson({ code, severity, message, help, span }: Diagnostic): DiagnosticJson {
  const place = span === null ? null : { file: span.source.path, ...lineColumn(span.source, span.start) };
  return { code, severity, message, help, place };
}
