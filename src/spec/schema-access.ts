/** JSON Schema of `access:`. */
import type { AccessWord } from '../model/info.ts';
import { either, type JsonSchema, mapOf, name, names, object, text } from './json-schema.ts';
import type { RawAccess } from './raw.ts';

const WORDS: Readonly<Record<AccessWord, true>> = {
  owner: true,
  parties: true,
  participants: true,
  creator: true,
  subscribers: true,
  viewers: true,
  members: true,
  anyone: true,
  staff: true,
  service: true,
};

const ACCESS_WORDS = Object.keys(WORDS) as readonly AccessWord[];

export function words(description: string, known: readonly AccessWord[] = ACCESS_WORDS): JsonSchema {
  return { description, type: 'array', items: { type: 'string', enum: known }, uniqueItems: true };
}

function conditions(description: string): JsonSchema {
  return {
    description,
    type: 'object',
    propertyNames: { enum: ACCESS_WORDS },
    additionalProperties: text('A condition.'),
  };
}

function parentRow(description: string): JsonSchema {
  return object<{ through: string; parent: string }>('a parent', description, ['through', 'parent'], {
    through: name('Column of this table that refers to the parent.'),
    parent: text('The parent table.'),
  });
}

function path(description: string, column: string): JsonSchema {
  return either(description, 'string', name(column), 'object', parentRow('That of the parent row.'));
}

const participants = object<NonNullable<RawAccess['participants']>>(
  'a list of participants',
  'People who take part, listed in another table.',
  ['through', 'match', 'member'],
  {
    through: text('The table that lists them.'),
    match: either(
      'The column that both tables have in common, or `{ own column: its column }`.',
      'string',
      name('A column of both tables.'),
      'object',
      mapOf('Column of this table to that of the other.', name('A column of the other table.')),
    ),
    member: name('Its column with the user id.'),
  },
);

export const access = object<RawAccess>('an access', 'Who may do what, in words.', ['read', 'write'], {
  owner: path(
    "The column with the owner's user id, `none`, or the way there through a parent.",
    'A column, or `none`.',
  ),
  parties: names('Columns with the user ids of further people whom a row is about.'),
  participants,
  creator: path('As `owner`, for the creator whose a row is; the column `creator_id` unless said.', 'A column.'),
  seen_with: parentRow('The row that this one is seen with: `viewers` are those who read that one.'),
  staff: { ...text('The permission that staff need; all staff unless said.'), pattern: '^[a-z][a-z0-9_.]*$' },
  member_while: text('SQL: a row makes its person a participant of other tables only while this holds.'),
  read: words('Who may read; nobody when empty.'),
  write: words('Who may insert, update and delete; nobody when empty.'),
  insert: words('Who may insert, instead of what `write` says.'),
  update: words('Who may update, instead of what `write` says.'),
  delete: words('Who may delete, instead of what `write` says.'),
  when: conditions('SQL by word: what has to hold, besides, for the rows that they read.'),
  write_when: conditions('SQL by word: what has to hold, besides, for rows that they insert, and after an update.'),
  hidden: names('Columns that people do not read; the service and staff do.'),
  fixed: names('Columns that people do not write.'),
  note: text('The rest of the rule, where the words do not say it all.'),
});
