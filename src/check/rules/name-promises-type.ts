import { displayName, type Ident } from '../../model/name.ts';
import { displayType } from '../../model/type.ts';
import { finding } from '../finding.ts';
import { baseType } from '../lookup.ts';
import type { Rule } from '../rule.ts';
import { overColumns } from '../walk.ts';

interface NamePromise {
  /** Last words, or first ones that end in an underscore. */
  readonly words: readonly string[];
  /** What the words promise, as messages say it. */
  readonly what: string;
  readonly types: ReadonlySet<string>;
}

const MOMENT = 'timestamp with time zone';
const INTEGERS = ['smallint', 'integer', 'bigint'];

function promised(words: string, what: string, ...types: string[]): NamePromise {
  return { words: words.split(' '), what, types: new Set(types) };
}

/** `_minor` is `money-not-bigint`, and a timestamp without time zone has a rule of its own. */
const PROMISES: ReadonlyMap<string, NamePromise> = new Map(
  [
    promised('at', 'timestamptz', MOMENT, 'timestamp without time zone'),
    promised('on date', 'date', 'date'),
    promised('is_ has_ can_', 'boolean', 'boolean'),
    promised('enc bidx', 'bytea', 'bytea'),
    promised('url', 'text', 'text', 'character varying'),
    promised('count bytes ms ppm bps', 'a whole number', ...INTEGERS),
    promised('seconds minutes hours days', 'a number', ...INTEGERS, 'numeric'),
  ].flatMap((promise) => promise.words.map((word) => [word, promise] as const)),
);

/** Last words that say "when": `expires_at`, `valid_from`, `locked_until`, `window_start`, `respond_by`, `run_after`. */
const MOMENT_WORDS = new Set(
  'at from until since start end starts ends by before after of for time watermark'.split(' '),
);

const DAY_WORDS = new Set(
  'on date day week month quarter year period from to until since start end starts ends by before after of'.split(' '),
);

interface Breach {
  readonly says: string;
  readonly help: string;
}

function firstWord(name: Ident): string {
  return name.slice(0, name.indexOf('_') + 1);
}

function lastWord(name: Ident): string {
  return name.slice(name.lastIndexOf('_') + 1);
}

function brokenPromise(name: Ident, type: string): Breach | null {
  for (const word of [lastWord(name), firstWord(name)]) {
    const promise = word === name ? undefined : PROMISES.get(word);
    if (promise === undefined || promise.types.has(type)) continue;
    const form = word.endsWith('_') ? `that starts with ${word}` : `that ends in _${word}`;
    return {
      says: `A name ${form} promises ${promise.what}.`,
      help: `make it ${promise.what}, or call it by what it holds.`,
    };
  }
  return null;
}

function missingWord(name: Ident, type: string): Breach | null {
  if (type === MOMENT && !MOMENT_WORDS.has(lastWord(name))) {
    return {
      says: 'The name of a moment says when.',
      help: 'write the name with `_at`, or `_from`, `_until` and the like.',
    };
  }
  if (type === 'date' && !DAY_WORDS.has(lastWord(name))) {
    return {
      says: 'The name of a day says when.',
      help: 'write the name with `_on`, or `_from`, `_until` and the like.',
    };
  }
  return null;
}

export const namePromisesType: Rule = {
  code: 'name-promises-type',
  severity: 'warning',
  problem:
    'Whoever reads `paid_at` compares it with a moment, and finds out in production that it holds a day or a number.',
  instead:
    'Call moments `_at`, days `_on`, truths `is_`, `has_`, `can_` or a verb, amounts `_minor`, ciphertexts `_enc`, sizes by their unit, and nothing else so.',
  check: overColumns((column, table, context) => {
    if (column.type.dimensions === 1) return null;
    const base = baseType(context.model, column.type);
    const found = brokenPromise(column.name, base.name) ?? missingWord(column.name, base.name);
    if (found === null) return null;
    return finding(context, table, {
      place: `columns.${column.name}`,
      message: `${displayName(table.name)}.${column.name} is ${displayType(column.type)}. ${found.says}`,
      help: found.help,
    });
  }),
};
