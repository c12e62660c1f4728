/** Source text and places in it. Offsets are in UTF-16 code units; lines and columns are derived on demand. */

export interface Source {
  /** As shown to people: relative to the specs directory's parent, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Half-open range of offsets in one source. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export interface LineColumn {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export function lineColumn(source: Source, offset: number): LineColumn {
  const before = source.text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lastBreak };
}
