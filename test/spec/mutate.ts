/** Texts that are nearly right: one of the samples with a few random edits. */
import fc from 'fast-check';

/** Pieces that mean something to YAML or to SQL, so that edits hit the places where readings differ. */
const PIECES = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    ' ',
    '  ',
    '\t',
    '\r\n',
    '#',
    ' # x',
    ' #',
    '- ',
    '-',
    ': ',
    ':',
    ',',
    ', ',
    '[',
    ']',
    '{',
    '}',
  ],
  ...[
    "'",
    '"',
    '\\',
    '|',
    '>',
    '>-',
    '|+',
    '|2',
    '&a ',
    '*a',
    '!x ',
    '!!str ',
    '%',
    '@',
    '`',
    '? ',
    '<<: ',
    '~',
    'null',
    'true',
  ],
  ...[
    'no',
    '1',
    '0',
    '-0',
    '1e3',
    '0x1f',
    '1.0',
    '.5',
    '.inf',
    '1_000',
    '007',
    '---',
    '\n---\n',
    '...',
    '(',
    ')',
    '::',
    '=',
    '\u00a0',
    '\ufeff',
  ],
  ...['\0', 'ü', '😀', '__proto__: ', 'constructor: x', 'id: ', 'type: ', 'x'.repeat(70)],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 12 }),
  insert: fc.oneof(fc.constantFrom('', ...PIECES), fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })),
});

export function mutated(samples: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 4 })).map(([sample, edits]) =>
    edits.reduce((text, { at, remove, insert }) => {
      const place = Math.floor(at * text.length);
      return text.slice(0, place) + insert + text.slice(place + remove);
    }, sample),
  );
}
