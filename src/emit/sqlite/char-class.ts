/** Classes of characters, as GLOB writes them. */
import { Untranslatable } from './piece.ts';

const SPECIAL = new Set(['*', '?', '[']);

export function globChar(char: string): string {
  return SPECIAL.has(char) ? `[${char}]` : char;
}

/** Characters that may stand in one place. `ranges` are pairs, single characters as pairs of the same. */
export interface CharClass {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [string, string])[];
}

export const ANY: CharClass = { negated: true, ranges: [] };

export function single(char: string): CharClass {
  return { negated: false, ranges: [[char, char]] };
}

/** What stands between the brackets of GLOB: `]` first, `-` last and `^` not first have no meaning of their own. */
function members(ranges: CharClass['ranges']): string {
  const singles = new Set(ranges.flatMap(([low, high]) => (low === high ? [low] : [])));
  const pairs = ranges.flatMap(([low, high]) => (low === high ? [] : [`${low}-${high}`])).join('');
  const plain = [...singles].filter((char) => !'^]-'.includes(char)).join('');
  const last = (char: string) => (singles.has(char) ? char : '');
  const text = `${last(']')}${pairs}${plain}${last('^')}${last('-')}`;
  if (text.startsWith('^')) throw new Untranslatable('a class of ^ and -');
  return text;
}

export function classGlob(one: CharClass): string {
  if (one.ranges.length === 0) return '?';
  const [[low, high] = ['', '']] = one.ranges;
  if (!one.negated && one.ranges.length === 1 && low === high) return globChar(low);
  return `[${one.negated ? '^' : ''}${members(one.ranges)}]`;
}

/** A class that holds what this one does not. */
export function complement(one: CharClass): CharClass {
  return { ...one, negated: !one.negated };
}

export function union(a: CharClass, b: CharClass): CharClass {
  if (a.negated || b.negated) throw new Untranslatable('a class of all but some characters, with separators');
  return { negated: false, ranges: [...a.ranges, ...b.ranges] };
}

export function overlap(a: CharClass, b: CharClass): boolean {
  return a.ranges.some(([low, high]) => b.ranges.some(([from, to]) => low <= to && from <= high));
}
