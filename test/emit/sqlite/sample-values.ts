/** Values of each type, in PostgreSQL's text form, near the limits that an expression names. */

import { createRandom } from '../../../src/generate/random.ts';
import { textMaker } from '../../../src/generate/regex-text.ts';
import { baseType } from '../../../src/generate/value.ts';
import type { Column, Model } from '../../../src/model/model.ts';

const TEXTS = [
  '',
  'a',
  'A',
  ' a ',
  'a b',
  'äöü',
  'Zz9_',
  'a-b',
  'a--b',
  '-a',
  'a/b',
  'a//b',
  "it's",
  '*',
  '[?]',
  '%_\\',
  'DE',
  'USD',
  'de-DE',
  'https://x.example/a',
  '/a',
  '//a',
  'x'.repeat(41),
  'x'.repeat(300),
  'é'.repeat(80),
];

const TIMES = [
  '2024-02-29T00:00:00.000Z',
  '2026-01-01T00:00:00.000Z',
  '2026-01-31T23:59:59.999Z',
  '2026-02-01T10:00:00.000Z',
  '2026-02-01T10:15:00.000Z',
  '2026-02-01T10:15:00.001Z',
  '2026-02-01T11:00:00.000Z',
  '2026-02-02T10:00:00.000Z',
  '2026-02-03T10:00:00.000Z',
  '2026-02-03T10:00:00.001Z',
  '2026-05-02T10:00:00.000Z',
  '2027-01-27T10:00:00.000Z',
];

const FIXED: Readonly<Record<string, readonly string[]>> = {
  boolean: ['true', 'false'],
  uuid: [
    '00000000-0000-0000-0000-000000000000',
    '01890a5d-ac96-774b-bcce-b302099a8057',
    'ffffffff-ffff-4fff-bfff-ffffffffffff',
  ],
  bytea: [
    '\\x',
    '\\x00',
    '\\x00ff',
    `\\x${'ab'.repeat(12)}`,
    `\\x${'ab'.repeat(16)}`,
    `\\x${'cd'.repeat(32)}`,
    `\\x${'ef'.repeat(64)}`,
  ],
  date: ['1999-12-31', '2008-01-31', '2024-02-29', '2026-01-01', '2026-02-01', '2026-02-02', '2026-02-08'],
  'time without time zone': ['00:00:00', '08:30:00', '23:59:59'],
  'timestamp with time zone': TIMES,
  jsonb: [
    '{}',
    '[]',
    'null',
    '"x"',
    '1',
    '1.5',
    'true',
    '[1]',
    '["a", "b"]',
    '{"type":"MultiPolygon","coordinates":[]}',
    '{"type":"x"}',
    '{"version":1}',
    '{"audience":"public"}',
  ],
  inet: ['10.0.0.1'],
  cidr: ['10.0.0.0/8'],
  interval: ['1 day'],
  tsvector: ['a'],
  ltree: ['a.b'],
  pg_lsn: ['0/1'],
  xid8: ['1'],
  box: ['(1,1),(0,0)'],
};

function numbersIn(expr: string): readonly number[] {
  return [...expr.matchAll(/(?<![\w'.])-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
}

function literalsIn(expr: string): readonly string[] {
  return [...expr.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"));
}

/** What the patterns of the expression take, and the same with one character too many, too few or another. */
function patternTexts(expr: string, seed: string): readonly string[] {
  const random = createRandom(seed);
  return [...expr.matchAll(/~\s*'((?:[^']|'')*)'/g)].flatMap(([, pattern = '']) => {
    const make = textMaker(pattern.replaceAll("''", "'"));
    if (make === null) return [];
    return Array.from({ length: 12 }, () => make(random)).flatMap((text) => {
      const at = random.between(0, text.length);
      const other = random.pick([...'aZ0_-/.:$ é*']);
      return [
        text,
        text.slice(0, at) + text.slice(at + 1),
        text.slice(0, at) + other + text.slice(at),
        text.slice(0, at) + other + text.slice(at + 1),
      ];
    });
  });
}

const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  smallint: [-32768, 32767],
  integer: [-2147483648, 2147483647],
  bigint: [-9e15, 9e15],
};

function numberSamples(type: string, args: readonly string[], expr: string): readonly string[] {
  const limits = LIMITS[type];
  const near = numbersIn(expr).flatMap((n) => (limits === undefined ? [n - 0.25, n, n + 0.25] : [n - 1, n, n + 1]));
  const [precision = '', scale = '0'] = args;
  const most =
    type === 'numeric' && precision !== '' ? 10 ** (Number(precision) - Number(scale)) - 1 : Number.POSITIVE_INFINITY;
  const all = [-1, 0, 1, 2, ...near].filter((n) =>
    limits === undefined ? Math.abs(n) <= most : n >= limits[0] && n <= limits[1],
  );
  return [...new Set(all)].map(String);
}

const UUIDS = FIXED.uuid ?? [];

function listSamples(type: string, expr: string): readonly string[] {
  const list = (items: readonly string[]) =>
    `{${items.map((item) => (item === 'NULL' ? item : `"${item}"`)).join(',')}}`;
  if (type === 'smallint' || type === 'integer') {
    return [[], ['0'], ['1', '2'], ['-1', '1'], ['100', '101'], ['NULL'], ['0', 'NULL']].map(list);
  }
  if (type === 'uuid') return [[], UUIDS.slice(0, 1), UUIDS, ['NULL', ...UUIDS.slice(1)]].map(list);
  if (type !== 'text') return ['{}'];
  const words = literalsIn(expr).filter((word) => /^[\w. ]+$/.test(word));
  const [one = 'a', two = 'b'] = words;
  return [[], [one], [two, one], [one, one], ['other'], [one, 'other'], ['NULL'], [one, 'NULL'], words].map(list);
}

/** @returns texts that PostgreSQL reads as the column's type; `null` is NULL */
export function samplesFor(column: Column, expr: string, model: Model): readonly (string | null)[] {
  const type = baseType(column.type, model);
  const nothing = column.nullable ? [null] : [];
  if (type.dimensions === 1) return [...nothing, ...listSamples(type.name, expr)];
  if (type.name.endsWith('range')) return [...nothing, 'empty'];
  if (['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'].includes(type.name)) {
    return [...nothing, ...numberSamples(type.name, type.args, expr)];
  }
  const fixed = FIXED[type.name];
  if (fixed !== undefined) return [...nothing, ...fixed];
  return [...nothing, ...new Set([...literalsIn(expr), ...patternTexts(expr, column.name), ...TEXTS])];
}
