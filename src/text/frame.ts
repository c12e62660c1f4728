/** How a diagnostic looks to a person: where, what, the line with a caret, and what to write instead. */
import type { Diagnostic } from './diagnostic.ts';
import { lineColumn, lineText, type Span } from './source.ts';

/** Parts of a frame that a terminal may colour. */
export type FrameStyle = 'path' | 'error' | 'warning' | 'code' | 'gutter' | 'caret' | 'related' | 'help';

/** Wraps a text in the colour of its style. The text is never empty. */
export type Paint = (style: FrameStyle, text: string) => string;

/** Longer source lines are cut around the caret: a line of SQL may have hundreds of characters. */
const MAX_LINE = 160;

const plain: Paint = (_style, text) => text;

function place(span: Span): string {
  const { line, column } = lineColumn(span.source, span.start);
  return `${span.source.path}:${line}:${column}`;
}

interface Window {
  readonly text: string;
  /** Where in `text` the underline starts, and how long it is. */
  readonly start: number;
  readonly length: number;
}

function cut(text: string, start: number, length: number): Window {
  if (text.length <= MAX_LINE) return { text, start, length };
  const from = Math.max(0, Math.min(start - 40, text.length - MAX_LINE));
  const to = Math.min(text.length, from + MAX_LINE);
  const head = from > 0 ? '…' : '';
  const shown = `${head}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  return { text: shown, start: start - from + head.length, length: Math.min(length, to - start) };
}

/** Source line and underline. A span of several lines is underlined on its first line. */
function excerpt(span: Span, width: number, paint: Paint): string[] {
  const { line, column } = lineColumn(span.source, span.start);
  const whole = lineText(span.source, line);
  const start = Math.min(column - 1, whole.length);
  const onLine = whole.slice(start, start + Math.max(0, span.end - span.start)).trimEnd();
  const view = cut(whole, start, Math.max(1, onLine.length));
  // Tabs are kept in the padding, so that the caret stands under the text whatever the terminal's tab width.
  const padding = view.text.slice(0, view.start).replaceAll(/[^\t]/g, ' ');
  const gutter = paint('gutter', `${String(line).padStart(width)} |`);
  const blank = paint('gutter', `${' '.repeat(width)} |`);
  const carets = paint('caret', '^'.repeat(view.length));
  return [`${gutter} ${view.text}`.trimEnd(), `${blank} ${padding}${carets}`];
}

/** Width of the gutter: the longest line number in the frame, at least 4. */
function gutterWidth(spans: readonly Span[]): number {
  return Math.max(4, ...spans.map((span) => String(lineColumn(span.source, span.start).line).length + 2));
}

/**
 * Formats one diagnostic, several lines without a line end at the last:
 *
 *     specs/01-users/users.yaml:7:24 error unknown-key: `nulable` is not a key of a column.
 *        7 |   email: { type: citext, nulable: true }
 *          |                          ^^^^^^^
 *     help: did you mean `nullable`?
 */
export function formatDiagnostic(diagnostic: Diagnostic, paint: Paint = plain): string {
  const { span, severity, code, message, help, related } = diagnostic;
  const head = `${paint(severity, severity)} ${paint('code', code)}: ${message}`;
  const spans = [...(span === null ? [] : [span]), ...related.map((other) => other.span)];
  const width = spans.length === 0 ? 0 : gutterWidth(spans);
  const lines = span === null ? [head] : [`${paint('path', place(span))} ${head}`, ...excerpt(span, width, paint)];
  for (const other of related) {
    lines.push(`${paint('path', place(other.span))} ${paint('related', other.message)}`);
    lines.push(...excerpt(other.span, width, paint));
  }
  if (help !== null) lines.push(`${paint('help', 'help:')} ${help}`);
  return lines.join('\n');
}

/** Diagnostics in reading order: by file, then by place; those without a place last. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    if (a.span === null || b.span === null) return Number(a.span === null) - Number(b.span === null);
    const [left, right] = [a.span.source.path, b.span.source.path];
    if (left !== right) return left < right ? -1 : 1;
    return a.span.start - b.span.start || a.span.end - b.span.end;
  });
}
