/**
 * Scalars of the quick reader: the part of YAML in which nothing can be misread. Everything else gives `null`, and the
 * file is read by the YAML library instead; `quick-yaml.ts` says why there is a quick reader at all.
 */
import type { ScalarNode } from './node.ts';

const NULL_OR_BOOLEAN = /^(?:null|Null|NULL|~|true|True|TRUE|false|False|FALSE)$/;

/** Anything that the core schema may take for a number, read widely. */
const LIKE_A_NUMBER = /^[-+.]?(?:\d|\.(?:inf|nan|\d))/i;

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;

/** First characters that start plain text and have no other meaning anywhere. */
export const PLAIN_START = /[A-Za-z0-9_(/+.$<=^\\-]/;

/** Value of plain text that has been cut out already. @returns `undefined` for what the quick reader leaves alone. */
export function plainValue(text: string): string | number | boolean | undefined {
  const first = text.charCodeAt(0);
  const isWord = (first >= 97 && first <= 122) || (first >= 65 && first <= 90) || first === 95;
  if (isWord) {
    if (text.length > 5 || !NULL_OR_BOOLEAN.test(text)) return text;
    if (text === 'true') return true;
    return text === 'false' ? false : undefined;
  }
  if (!PLAIN_START.test(text[0] ?? '') || NULL_OR_BOOLEAN.test(text)) return undefined;
  if (text[0] === '-' && !/^-[0-9A-Za-z(]/.test(text)) return undefined;
  if (!LIKE_A_NUMBER.test(text)) return text;
  if (!PLAIN_NUMBER.test(text)) return /^[0-9]+[A-Za-z]+$/.test(text) && !/^\d*[eExXoO]/.test(text) ? text : undefined;
  const value = Number(text);
  // 15 digits at most are always exact, so only zeros at the end can be lost, which mean nothing.
  return text.replace(/[-.]/g, '').length <= 15 ? value : undefined;
}

/** A quoted text that starts at `start` and closes on its line. */
export function quickQuoted(text: string, start: number): ScalarNode | null {
  const quote = text[start] ?? '';
  let at = start + 1;
  for (;;) {
    const character = text[at];
    if (character === undefined || character === '\n') return null;
    if (character === quote) {
      if (quote === '"' || text[at + 1] !== quote) break;
      at += 1;
    } else if (character === '\\' && quote === '"') {
      if (!/["\\nt/]/.test(text[at + 1] ?? '')) return null;
      at += 1;
    }
    at += 1;
  }
  const end = at + 1;
  const inner = text.slice(start + 1, at);
  if (quote === "'") return { kind: 'scalar', start, end, value: inner.replaceAll("''", "'") };
  return { kind: 'scalar', start, end, value: inner.includes('\\') ? JSON.parse(`"${inner}"`) : inner };
}
