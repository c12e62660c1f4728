/** Places where YAML silently reads something else than was meant. Each is an error, with what to write instead. */
import type { Source, Span } from '../text/source.ts';
import type { Problems } from './problem.ts';

/** Keys whose unquoted text is SQL or prose: a comment behind it is more likely a part of it. */
const TEXT_KEYS: ReadonlySet<string> = new Set([
  'sql',
  'where',
  'check',
  'generated',
  'query',
  'when',
  'body',
  'comment',
  'note',
  'retention',
  'returns',
]);

/** Keys whose values are maps of names to SQL or prose. */
const TEXT_MAPS: ReadonlySet<string> = new Set(['checks', 'allow']);

/** Keys whose values are maps of free names: `body` is a column there. */
const NAME_MAPS: ReadonlySet<string> = new Set(['columns', 'arguments', 'values', 'ranges', 'settings', 'with']);

const INDEX_METHODS: ReadonlySet<string> = new Set(['btree', 'hash', 'gin', 'gist', 'spgist', 'brin', 'hnsw']);

export function isTextPlace(parentKey: string | null, key: string, value: unknown): boolean {
  if (parentKey !== null && NAME_MAPS.has(parentKey)) return false;
  if (key === 'using') return !INDEX_METHODS.has(String(value));
  return TEXT_KEYS.has(key) || (parentKey !== null && TEXT_MAPS.has(parentKey));
}

function spanOf(source: Source, start: number, end: number): Span {
  return { source, start, end };
}

/** A `#` right behind unquoted text: a comment to YAML, an operator or a number sign to the person who wrote it. */
export function guardHash(source: Source, valueEnd: number, isText: boolean, problems: Problems): void {
  let at = valueEnd;
  while (source.text[at] === ' ' || source.text[at] === '\t') at += 1;
  if (source.text[at] !== '#' || at === valueEnd) return;
  const next = source.text[at + 1] ?? '\n';
  const looksLikeComment = next === ' ' || next === '\n' || next === '\r' || next === '#';
  if (looksLikeComment && !isText) return;
  problems.report(
    'yaml-hash-in-text',
    spanOf(source, at, at + 1),
    'This # starts a comment: the text ends before it.',
    { help: 'put the whole text in double quotes; write a comment on a line of its own.' },
  );
}

/** Decimal digits without what does not change the value. */
function normalDigits(text: string): string {
  const plain = text.replace(/^([-+]?)0+(?=\d)/, '$1').replace(/^\+/, '');
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/** Numbers in another form than plain decimal digits, or with more digits than a number keeps. */
export function guardNumber(source: Source, value: number, start: number, end: number, problems: Problems): void {
  const text = source.text.slice(start, end);
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) {
    problems.report('number-form', spanOf(source, start, end), `\`${text}\` is read as the number ${value}.`, {
      help: `write ${Number.isFinite(value) ? String(value) : 'decimal digits'}, or quote it if it is text: "${text}"`,
    });
    return;
  }
  if (normalDigits(text) === String(value)) return;
  problems.report(
    'number-loses-digits',
    spanOf(source, start, end),
    `\`${text}\` has more digits than a number keeps: it is read as ${value}.`,
    { help: `quote it: "${text}"` },
  );
}

/** Keys that are no text, and keys that look like an index of a list, which lose their place. */
export function guardKey(source: Source, key: unknown, start: number, end: number, problems: Problems): string {
  const span = spanOf(source, start, Math.max(end, start + 1));
  if (typeof key === 'string') {
    if (/^(?:0|[1-9]\d*)$/.test(key)) {
      problems.report(
        'key-not-text',
        span,
        `The key \`${key}\` is a number and would lose its place among the others.`,
        {
          help: `start it with a letter, for example \`n${key}\`.`,
        },
      );
    }
    return key;
  }
  if (key === null || key === undefined) {
    problems.report('key-not-text', span, 'This key is null, not a text.', { help: 'quote it: "null"' });
    return 'null';
  }
  if (typeof key === 'number' || typeof key === 'boolean') {
    const written = source.text.slice(start, end);
    problems.report('key-not-text', span, `The key \`${written}\` is a ${typeof key}, not a text.`, {
      help: typeof key === 'number' ? `start it with a letter, for example \`n${written}\`.` : `quote it: "${written}"`,
    });
    return String(key);
  }
  problems.report('key-not-text', span, 'A list or a mapping cannot be a key.', {
    help: 'write a plain word as the key.',
  });
  return source.text.slice(start, end);
}

/** Where the mark (`&name`, `!tag`) of a node stands, searched backwards from the node. */
export function markSpan(source: Source, mark: '&' | '!', nodeStart: number): Span {
  let start = source.text.lastIndexOf(mark, nodeStart);
  if (source.text[start - 1] === mark) start -= 1;
  if (start === -1) return spanOf(source, nodeStart, nodeStart + 1);
  const length = /^\S+/.exec(source.text.slice(start, start + 200))?.[0].length ?? 1;
  return spanOf(source, start, start + length);
}

export function parenthesesLeftOpen(text: string): number {
  let open = 0;
  for (const character of text) {
    if (character === '(') open += 1;
    else if (character === ')') open -= 1;
  }
  return open;
}
