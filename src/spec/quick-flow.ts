/** `{ … }` and `[ … ]` of the quick reader. `null` means: not plain enough, let the YAML library read the file. */
import type { ListNode, MapEntry, MapNode, ScalarNode, SpecNode } from './node.ts';
import { plainValue, quickQuoted } from './quick-scalar.ts';
import { parenthesesLeftOpen } from './yaml-guards.ts';

interface Cursor {
  readonly text: string;
  at: number;
  /** Columns that a continued line must be indented beyond. */
  readonly indent: number;
}

/** Steps over spaces and line breaks. @returns false at a comment, or at a line that is not indented enough. */
function skipSpace(cursor: Cursor): boolean {
  const { text } = cursor;
  for (;;) {
    const character = text[cursor.at];
    if (character === ' ') {
      cursor.at += 1;
    } else if (character === '\n') {
      let next = cursor.at + 1;
      while (text[next] === ' ') next += 1;
      if (next - cursor.at - 1 <= cursor.indent || text[next] === '\n') return false;
      cursor.at = next;
    } else {
      return character !== '#' && character !== undefined;
    }
  }
}

const KEY = /[A-Za-z_][A-Za-z0-9_-]*/y;

const RESERVED_KEY = /^(?:null|true|false)$/i;

/** Keys that are no text. */
export function isReserved(key: string): boolean {
  return key.length <= 5 && RESERVED_KEY.test(key);
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n';
}

/** Characters of plain text inside brackets, up to one that ends it or makes it doubtful. */
const PLAIN = /[^,[\]{}:#\n]*/y;

function readPlain(cursor: Cursor): ScalarNode | null {
  const { text } = cursor;
  const start = cursor.at;
  for (;;) {
    PLAIN.lastIndex = cursor.at;
    PLAIN.test(text);
    cursor.at = PLAIN.lastIndex;
    const stop = text[cursor.at];
    if (stop === ':') {
      // A colon belongs to the text only when something follows directly: `a::text`.
      if (!/[A-Za-z0-9_:]/.test(text[cursor.at + 1] ?? '')) return null;
      cursor.at += 1;
    } else if (stop === '#') {
      if (text[cursor.at - 1] === ' ' || cursor.at === start) return null;
      cursor.at += 1;
    } else {
      break;
    }
  }
  const raw = text.slice(start, cursor.at).trimEnd();
  const end = start + raw.length;
  if (!skipSpace(cursor)) return null;
  const stop = text[cursor.at];
  if (stop !== ',' && stop !== '}' && stop !== ']') return null;
  const value = raw === '' ? undefined : plainValue(raw);
  if (value === undefined || (raw.includes('(') && parenthesesLeftOpen(raw) !== 0)) return null;
  return { kind: 'scalar', start, end, value };
}

function readValue(cursor: Cursor): SpecNode | null {
  switch (cursor.text[cursor.at]) {
    case '{':
      return readMap(cursor);
    case '[':
      return readList(cursor);
    case '"':
    case "'": {
      const quoted = quickQuoted(cursor.text, cursor.at);
      if (quoted !== null) cursor.at = quoted.end;
      return quoted;
    }
    default:
      return readPlain(cursor);
  }
}

/** After an item: a comma and another item, or the end. */
function nextItem(cursor: Cursor, close: string): 'item' | 'end' | null {
  if (!skipSpace(cursor)) return null;
  const character = cursor.text[cursor.at];
  cursor.at += 1;
  if (character === close) return 'end';
  if (character !== ',' || !isSpace(cursor.text[cursor.at])) return null;
  return skipSpace(cursor) && cursor.text[cursor.at] !== close ? 'item' : null;
}

function readMap(cursor: Cursor): MapNode | null {
  const start = cursor.at;
  const entries: MapEntry[] = [];
  cursor.at += 1;
  if (!skipSpace(cursor)) return null;
  for (let next: 'item' | 'end' | null = 'item'; next === 'item'; ) {
    KEY.lastIndex = cursor.at;
    const keyStart = cursor.at;
    if (!KEY.test(cursor.text)) return null;
    cursor.at = KEY.lastIndex;
    const key = cursor.text.slice(keyStart, cursor.at);
    if (isReserved(key) || entries.some((entry) => entry.key === key)) return null;
    if (cursor.text[cursor.at] !== ':' || !isSpace(cursor.text[cursor.at + 1])) return null;
    cursor.at += 1;
    if (!skipSpace(cursor)) return null;
    const value = readValue(cursor);
    if (value === null) return null;
    entries.push({ key, keyStart, keyEnd: keyStart + key.length, value });
    next = nextItem(cursor, '}');
    if (next === null) return null;
  }
  return { kind: 'map', start, end: cursor.at, entries };
}

function readList(cursor: Cursor): ListNode | null {
  const start = cursor.at;
  const items: SpecNode[] = [];
  cursor.at += 1;
  if (!skipSpace(cursor)) return null;
  if (cursor.text[cursor.at] === ']') {
    cursor.at += 1;
    return { kind: 'list', start, end: cursor.at, items };
  }
  for (let next: 'item' | 'end' | null = 'item'; next === 'item'; ) {
    const value = readValue(cursor);
    if (value === null) return null;
    items.push(value);
    next = nextItem(cursor, ']');
    if (next === null) return null;
  }
  return { kind: 'list', start, end: cursor.at, items };
}

/** @param start offset of the opening bracket. @param indent of the line's mapping or list. */
export function quickFlow(text: string, start: number, indent: number): MapNode | ListNode | null {
  const cursor: Cursor = { text, at: start, indent };
  return text[start] === '{' ? readMap(cursor) : readList(cursor);
}
