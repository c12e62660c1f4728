/**
 * A reader for the YAML that specs are really written in, twenty times as fast as the YAML library, which takes most of
 * a second for 700 tables.
 *
 * It knows a small part of YAML in which a text has one reading only, and gives up on the whole file at the first sign
 * of anything else: comments behind plain text, tags, anchors, folded text, doubtful keys, every error. The library
 * then reads the file, and reports. What this reader accepts, the library reads the same; a property test holds it to
 * that.
 */
import type { ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from './node.ts';
import { isReserved, quickFlow } from './quick-flow.ts';
import { plainValue, quickQuoted } from './quick-scalar.ts';

/** Not plain enough: thrown inside this file only. */
class NotPlain extends Error {}

const NOT_PLAIN = new NotPlain();

interface Reader {
  readonly text: string;
  /** Start of the line to be read next. */
  at: number;
}

interface Line {
  readonly indent: number;
  /** Offset of its first character that is not a space. */
  readonly start: number;
  /** Offset of its line break, or the end of the text. */
  readonly end: number;
}

function lineAt(text: string, at: number): Line {
  let start = at;
  while (text[start] === ' ') start += 1;
  const found = text.indexOf('\n', start);
  return { indent: start - at, start, end: found === -1 ? text.length : found };
}

/** The next line with content, comments and empty lines skipped; `null` at the end of the document. */
function peek(reader: Reader): Line | null {
  const { text } = reader;
  while (reader.at < text.length) {
    const line = lineAt(text, reader.at);
    const first = text[line.start];
    if (line.start < line.end && first !== '#') {
      const isMark = line.indent === 0 && (text.startsWith('---', line.start) || text.startsWith('...', line.start));
      return isMark ? null : line;
    }
    reader.at = line.end + 1;
  }
  return null;
}

/** After a quoted text or a closing bracket: nothing, or a comment. @returns the offset of the line break. */
function endOfLine(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') next += 1;
  if (next < text.length && text[next] !== '\n' && !(text[next] === '#' && next > at)) throw NOT_PLAIN;
  const found = text.indexOf('\n', next);
  return found === -1 ? text.length : found;
}

/** Text under `|`, `|-`, `>` or `>-`. Folded text is only plain when it is one paragraph with one indentation. */
function readBlock(reader: Reader, start: number, headerEnd: number, parentIndent: number): ScalarNode {
  const { text } = reader;
  const header = text.slice(start, headerEnd).trimEnd();
  if (!/^[|>]-?$/.test(header)) throw NOT_PLAIN;
  const isFolded = header.startsWith('>');
  const lines: string[] = [];
  let indent = -1;
  let at = headerEnd + 1;
  let end = at;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line.start === line.end) {
      // Empty, or of spaces only: those before the text and longer than its indentation have rules of their own.
      if (indent === -1 || line.indent > indent) throw NOT_PLAIN;
      lines.push('');
    } else {
      if (indent === -1) indent = line.indent;
      if (line.indent < indent) break;
      lines.push(text.slice(at + indent, line.end));
      end = line.end + 1;
    }
    at = line.end + 1;
  }
  if (indent <= parentIndent || end > text.length) throw NOT_PLAIN;
  while (lines.at(-1) === '') lines.pop();
  if (isFolded && lines.some((line) => line === '' || line.startsWith(' '))) throw NOT_PLAIN;
  reader.at = end;
  return { kind: 'scalar', start, end, value: lines.join(isFolded ? ' ' : '\n') + (header.endsWith('-') ? '' : '\n') };
}

/** Plain text up to the end of its line. A comment behind it is left to the library, which guards it. */
function readPlain(reader: Reader, start: number, lineEnd: number): ScalarNode {
  const raw = reader.text.slice(start, lineEnd).trimEnd();
  if (raw.includes(' #') || raw.includes(': ') || raw.endsWith(':')) throw NOT_PLAIN;
  const value = plainValue(raw);
  if (value === undefined) throw NOT_PLAIN;
  reader.at = lineEnd + 1;
  return { kind: 'scalar', start, end: start + raw.length, value };
}

/** A value that starts on the line of its key or dash. */
function readInline(reader: Reader, start: number, lineEnd: number, indent: number): SpecNode {
  const { text } = reader;
  switch (text[start]) {
    case '{':
    case '[': {
      const flow = quickFlow(text, start, indent);
      if (flow === null) throw NOT_PLAIN;
      reader.at = endOfLine(text, flow.end) + 1;
      return flow;
    }
    case '"':
    case "'": {
      const quoted = quickQuoted(text, start);
      if (quoted === null) throw NOT_PLAIN;
      reader.at = endOfLine(text, quoted.end) + 1;
      return quoted;
    }
    case '|':
    case '>':
      return readBlock(reader, start, lineEnd, indent);
    default:
      return readPlain(reader, start, lineEnd);
  }
}

const KEY = /[A-Za-z_][A-Za-z0-9_-]*(?=:[ \n])/y;

/** The value under a key that has none on its line. */
function readBelow(reader: Reader, indent: number): SpecNode {
  const line = peek(reader);
  if (line === null) throw NOT_PLAIN;
  const isList = reader.text[line.start] === '-' && reader.text[line.start + 1] === ' ';
  if (isList && line.indent >= indent) return readList(reader, line.indent);
  if (line.indent <= indent) throw NOT_PLAIN;
  return readMap(reader, line, line.indent);
}

/** @param first the line of the first key, whose start may stand behind a dash. */
function readMap(reader: Reader, first: Line, indent: number): MapNode {
  const { text } = reader;
  const entries = new Map<string, MapEntry>();
  let last: SpecNode | null = null;
  for (let line: Line | null = first; line !== null && line.indent === indent; line = peek(reader)) {
    KEY.lastIndex = line.start;
    if (!KEY.test(text)) throw NOT_PLAIN;
    const key = text.slice(line.start, KEY.lastIndex);
    if (isReserved(key) || entries.has(key)) throw NOT_PLAIN;
    let start = line.start + key.length + 1;
    while (text[start] === ' ') start += 1;
    if (text[start] === '#') throw NOT_PLAIN;
    const isEmpty = start >= line.end;
    if (isEmpty) reader.at = line.end + 1;
    const value = isEmpty ? readBelow(reader, indent) : readInline(reader, start, line.end, indent);
    entries.set(key, { key, keyStart: line.start, keyEnd: line.start + key.length, value });
    last = value;
  }
  const next = peek(reader);
  if (last === null || (next !== null && next.indent > indent)) throw NOT_PLAIN;
  return { kind: 'map', start: first.start, end: last.end, entries: [...entries.values()] };
}

function readItem(reader: Reader, line: Line): SpecNode {
  const { text } = reader;
  const start = line.start + 2;
  if (start >= line.end || text[start] === ' ' || text[start] === '#') throw NOT_PLAIN;
  KEY.lastIndex = start;
  if (!KEY.test(text)) return readInline(reader, start, line.end, line.indent);
  return readMap(reader, { indent: line.indent + 2, start, end: line.end }, line.indent + 2);
}

function readList(reader: Reader, indent: number): ListNode {
  const { text } = reader;
  const items: SpecNode[] = [];
  const first = peek(reader);
  for (let line = first; line !== null && line.indent === indent; line = peek(reader)) {
    if (text[line.start] !== '-') break;
    if (text[line.start + 1] !== ' ') throw NOT_PLAIN;
    items.push(readItem(reader, line));
  }
  const next = peek(reader);
  const last = items.at(-1);
  if (first === null || last === undefined || (next !== null && next.indent > indent)) throw NOT_PLAIN;
  return { kind: 'list', start: first.start, end: last.end, items };
}

function readDocument(reader: Reader): SpecNode {
  const line = peek(reader);
  if (line === null || line.indent !== 0) throw NOT_PLAIN;
  const root = readMap(reader, line, 0);
  if (peek(reader) !== null) throw NOT_PLAIN;
  return root;
}

/** @returns the documents of a file, or `null` when it needs the YAML library. */
export function quickYaml(text: string): readonly SpecNode[] | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
  if (/[\u0000-\u0009\u000b-\u001f\u007f\ufeff]|^%/m.test(text)) return null;
  const reader: Reader = { text, at: 0 };
  const documents: SpecNode[] = [];
  try {
    // A mark before the first document starts it, and does not end an empty one.
    if (peek(reader) === null) return null;
    for (;;) {
      documents.push(readDocument(reader));
      if (reader.at >= text.length) return documents;
      const mark = lineAt(text, reader.at);
      if (text.slice(mark.start, mark.end).trimEnd() !== '---') return null;
      reader.at = mark.end + 1;
    }
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}
