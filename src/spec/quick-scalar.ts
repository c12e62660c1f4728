/**
 * Scalars of the quick reader: the part of YAML in which nothing can be misread. Everything else gives `null`, and the
 * file is read by the YAML library instead; `quick-yaml.ts` says why there is a quick reader at all.
 */
import type { ScalarNode } from './node.ts';

const NULL_OR_BOOLEAN = /^(?:null|Null|NULL|~|true|True|TRUE|false|False|FALSE)$/;

/** Anything that the core schema may take for a number, read widely. */
const LIKE_A_NUMBER = /^[-+.]?(?:\d|\.(?:inf|nan|\d))/i;

/** With one of these signs, as a date, or as a count and a unit (`3M`, `5s`) it is text after all. */
const CANNOT_BE_A_NUMBER = /[^-+.0-9A-Za-z_]|^\d{4}-\d\d-\d\d$|^\d+(?:[kMBsdh]|ms|min)$/;

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

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
  if (!LIKE_A_NUMBER.test(text) || CANNOT_BE_A_NUMBER.test(text)) return text;
  // Up to 15 digits are always exact; a zero with a sign is not.
  const isExact = PLAIN_NUMBER.test(text) && text.length <= 15 && !text.startsWith('-0');
  return isExact ? Number(text) : undefined;
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
