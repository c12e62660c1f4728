/** JSON Schema of reference data. What a value may be depends on its column, so only lowering can say it. */
import { type JsonSchema, list, mapOf, name, names, object, oneOf, text } from './json-schema.ts';
import type { RawData } from './raw-data.ts';

const values: JsonSchema = {
  description:
    'A value of the column: a text, number, boolean or null; a list for an array; anything for jsonb; `{ sql: … }`; or `{ find: table, column: value }` for the primary key of a row of another table.',
};

export const DATA_SCHEMA: JsonSchema = object<RawData>(
  'reference data',
  'Rows that belong to the schema, of one table.',
  ['data', 'comment', 'rows'],
  {
    data: name('The table.'),
    schema: name('Schema of the table; the first of project.yaml unless said.'),
    comment: text('Where the values come from, and when they were last looked at.'),
    key: names('Columns of a unique key, by which a row is found again; the primary key unless said.'),
    mode: oneOf(
      '`update` puts the values of the specs back at each run; `add` only adds rows that are missing.',
      ['update', 'add'],
      'update',
    ),
    defaults: mapOf('Values of the rows that do not give their own, by column.', values),
    rows: list('The rows.', mapOf('A row: values by column.', values)),
  },
);
