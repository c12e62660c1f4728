/** JSON Schema of columns and of what hangs on a single column. */
import { choose, count, either, flag, type JsonSchema, list, name, object, oneOf, ref, text } from './json-schema.ts';
import type { RawColumn, RawReference, RawSequenceOptions, RawSql } from './raw.ts';
import { CONDITION } from './schema-condition.ts';

export const ACTIONS = ['no action', 'restrict', 'cascade', 'set null', 'set default'] as const;

function bigNumber(description: string): JsonSchema {
  return {
    description: `${description} Past 2^53 write it in quotes.`,
    type: ['integer', 'string'],
    pattern: '^-?[0-9]+$',
  };
}

export const SEQUENCE_OPTIONS = {
  start: bigNumber('First value.'),
  increment: bigNumber('Step from one value to the next; may be negative.'),
  min: bigNumber('Least value.'),
  max: bigNumber('Greatest value.'),
  cache: count('How many values a session takes at a time.', 1),
  cycle: flag('Start again after the last value.'),
} satisfies { readonly [K in keyof Required<RawSequenceOptions>]: JsonSchema };

const sql = object<RawSql>('an SQL expression', 'SQL where a literal would stand otherwise.', ['sql'], {
  sql: text('The expression, as PostgreSQL reads it.'),
});

const literal: JsonSchema = {
  description: 'A literal, or `{ sql: … }` for an expression.',
  type: ['string', 'number', 'boolean', 'object'],
  ...choose({ type: 'object' }, sql),
};

const deferrable: JsonSchema = {
  description: 'Whether the check may wait for the end of the transaction; `initially deferred` makes it wait.',
  type: ['boolean', 'string'],
  enum: [false, true, 'initially deferred'],
};

const reference = object<RawReference>(
  'a reference',
  'A foreign key of this one column. An index for it is made unless one leads with the column.',
  ['table', 'on_delete'],
  {
    table: text('The table that the value points to.'),
    column: name('Its column; the primary key unless said.'),
    on_delete: oneOf('What happens to this row when the other one is deleted.', ACTIONS),
    on_update: oneOf('What happens when the key of the other row changes.', ACTIONS, 'no action'),
    deferrable,
    name: name('Name of the constraint, instead of the derived one.'),
  },
);

const identityLong = object<{ mode: 'always' | 'by default' } & RawSequenceOptions>(
  'an identity',
  'An identity with options of its sequence.',
  ['mode'],
  {
    mode: oneOf('`always` refuses values given by hand.', ['always', 'by default']),
    ...SEQUENCE_OPTIONS,
  },
);

const columnKeys = object<RawColumn>('a column', 'A column in its long form.', ['type'], {
  type: text('Data type. Quote it when it has commas or brackets: "numeric(18,4)", "text[]".'),
  ...CONDITION,
  otherwise: text('Data type where the extension of `requires` is not used; without it there is no column then.'),
  renamed_from: name('Former name, so that a rename is not taken for a drop and an add.'),
  nullable: flag('Whether it may be null. Columns are NOT NULL unless this says true.'),
  default: ref('literal', 'Value of new rows: a literal, or `{ sql: now() }`.'),
  identity: {
    ...either(
      'Numbers the rows: `always`, `by default`, or a mapping with options of the sequence.',
      'string',
      { enum: ['always', 'by default'] },
      'object',
      identityLong,
    ),
  },
  generated: text('SQL that computes the value from other columns of the row; stored.'),
  collation: name('Collation, such as `C` or `und-x-icu`.'),
  one_of: {
    ...list('The values it may have; becomes a CHECK.', { type: 'string' }),
    uniqueItems: true,
  },
  references: ref('reference', 'A foreign key of this column.'),
  soft_references: text('A table that the value points to without a constraint.'),
  pii: oneOf('Class of personal data.', ['contact', 'identity', 'special', 'secret', 'financial']),
  comment: text('What it holds, where the name does not say it.'),
});

const columnLong: JsonSchema = { ...columnKeys, dependencies: { otherwise: ['requires'] } };

const column = either(
  'A column: its type, or a mapping for everything else.',
  'string',
  { type: 'string', minLength: 1 },
  'object',
  columnLong,
);

export const COLUMN_DEFINITIONS = { sql, literal, deferrable, reference, column } as const;
