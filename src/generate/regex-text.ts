/** Texts that a regular expression of a check accepts. */
import type { Random } from './random.ts';

type Maker = (random: Random) => string;

/** How often `*` and `+` repeat at most. */
const MORE = 6;

const CLASSES: Readonly<Record<string, string>> = { d: '0-9', w: 'A-Za-z0-9_', s: ' ' };
const POSIX: Readonly<Record<string, string>> = {
  digit: '0-9',
  alpha: 'A-Za-z',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: ' ',
  cntrl: '',
};
/** What `.` and negated classes choose from: nothing that needs escaping anywhere. */
const PLAIN = 'abcdefghijklmnopqrstuvwxyz0123456789';

function charactersOf(body: string): string {
  let found = '';
  const plain = body
    .replace(/\[:(\w+):\]/g, (_whole, name: string) => POSIX[name] ?? '')
    .replace(/\\([dws])/g, (_whole, name: string) => CLASSES[name] ?? '');
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === '\\') {
      at += 1;
      found += plain[at] ?? '';
    } else if (plain[at + 1] === '-' && at + 2 < plain.length) {
      for (let code = plain.charCodeAt(at); code <= plain.charCodeAt(at + 2); code += 1)
        found += String.fromCharCode(code);
      at += 2;
    } else {
      found += plain[at] ?? '';
    }
  }
  return found;
}

function fromClass(body: string): Maker {
  const isNegated = body.startsWith('^');
  const listed = charactersOf(isNegated ? body.slice(1) : body);
  const characters = isNegated ? [...PLAIN].filter((character) => !listed.includes(character)) : [...listed];
  return (random) => (characters.length === 0 ? '' : random.pick(characters));
}

/** A reader of one pattern; positions only move forward. */
interface Reader {
  at: number;
  readonly pattern: string;
}

function readClass(reader: Reader): Maker {
  const { pattern } = reader;
  let end = reader.at + 1;
  if (pattern[end] === '^') end += 1;
  if (pattern[end] === ']') end += 1;
  for (; end < pattern.length && pattern[end] !== ']'; end += 1) {
    if (pattern.startsWith('[:', end)) end = pattern.indexOf(':]', end) + 1;
    else if (pattern[end] === '\\') end += 1;
  }
  const body = pattern.slice(reader.at + 1, end);
  reader.at = end + 1;
  return fromClass(body);
}

function readAtom(reader: Reader): Maker | null {
  const character = reader.pattern[reader.at];
  switch (character) {
    case '(': {
      const plain = /^\((\?:)?/.exec(reader.pattern.slice(reader.at, reader.at + 3))?.[0].length ?? 1;
      if (/^\(\?[=!<]/.test(reader.pattern.slice(reader.at))) return null;
      reader.at += plain;
      const inner = readAlternatives(reader);
      reader.at += 1;
      return inner;
    }
    case '[':
      return readClass(reader);
    case '.':
      reader.at += 1;
      return fromClass(PLAIN);
    case '^':
    case '$':
      reader.at += 1;
      return () => '';
    case '\\': {
      const next = reader.pattern[reader.at + 1] ?? '';
      reader.at += 2;
      const known = CLASSES[next];
      return known === undefined ? () => next : fromClass(known);
    }
    default:
      reader.at += 1;
      return () => character ?? '';
  }
}

function readCount(reader: Reader): readonly [number, number] {
  const rest = reader.pattern.slice(reader.at);
  const match = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})/.exec(rest);
  if (match === null) return [1, 1];
  reader.at += match[0].length;
  if (match[1] === '*') return [0, MORE];
  if (match[1] === '+') return [1, MORE];
  if (match[1] === '?') return [0, 1];
  const low = Number(match[2]);
  if (match[3] === undefined) return [low, low];
  return [low, match[4] === '' ? low + MORE : Number(match[4])];
}

function readAlternatives(reader: Reader): Maker | null {
  const choices: (readonly Maker[])[] = [];
  let sequence: Maker[] = [];
  while (reader.at < reader.pattern.length && reader.pattern[reader.at] !== ')') {
    if (reader.pattern[reader.at] === '|') {
      reader.at += 1;
      choices.push(sequence);
      sequence = [];
      continue;
    }
    const atom = readAtom(reader);
    if (atom === null) return null;
    const [low, high] = readCount(reader);
    // Long runs are for tokens; texts of thousands of characters would only be slow.
    const most = Math.min(high, Math.max(low, 24));
    sequence.push((random) => {
      let text = '';
      for (let left = random.between(low, most); left > 0; left -= 1) text += atom(random);
      return text;
    });
  }
  choices.push(sequence);
  return (random) => {
    const chosen = random.pick(choices);
    return chosen.map((make) => make(random)).join('');
  };
}

/** @returns `null` for a pattern that looks around: what fits it is not easily said */
export function textMaker(pattern: string): Maker | null {
  return readAlternatives({ at: 0, pattern: pattern.replace(/^\(\?[a-z]+\)/, '') });
}
