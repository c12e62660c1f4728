/** The JSON Schema of specs, as a value. `specs/spec.schema.json` is the same as a file, for editors. */
import {
  choose,
  either,
  flag,
  interval,
  type JsonSchema,
  list,
  mapOf,
  name,
  object,
  oneOf,
  ref,
  text,
} from './json-schema.ts';
import type {
  RawColumnGroups,
  RawContinuous,
  RawDomain,
  RawEnum,
  RawExtension,
  RawFunction,
  RawGrant,
  RawProject,
  RawSchema,
  RawSequence,
  RawView,
} from './raw.ts';
import { words } from './schema-access.ts';
import { COLUMN_DEFINITIONS, SEQUENCE_OPTIONS } from './schema-columns.ts';
import { CONDITION } from './schema-condition.ts';
import { DATA_SCHEMA } from './schema-data.ts';
import { TABLE_DEFINITIONS, TABLE_SCHEMA } from './schema-table.ts';

/** What a document can be, by its first key. */
export const DOCUMENT_KINDS = [
  'table',
  'enum',
  'domain',
  'sequence',
  'view',
  'function',
  'extension',
  'data',
  'schema',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

type Argument = Exclude<NonNullable<RawFunction['arguments']>[string], string>;
type EnumValue = Exclude<RawEnum['values'][number], string>;
type BodySince = NonNullable<RawFunction['body_since']>[number];

const PRIVILEGES = [
  'all',
  'select',
  'insert',
  'update',
  'delete',
  'truncate',
  'references',
  'trigger',
  'usage',
  'create',
  'execute',
] as const;

const schemaName = name('Schema; the first of project.yaml unless said.');
const comment = text('What it is for.');
const grants = list('Privileges on it.', ref('grant'));

const grant = object<RawGrant>('a grant', 'Privileges of one role.', ['role', 'privileges'], {
  role: name('The role; `public` is everybody.'),
  privileges: list('Privileges.', { type: 'string', enum: PRIVILEGES }),
  columns: list('Only on these columns.', name('A column.')),
  grantable: flag('The role may pass it on.'),
});

const body = either(
  'The text, or a file in templates/.',
  'string',
  { type: 'string', minLength: 1 },
  'object',
  object<{ template: string }>('a template', 'The text of a file.', ['template'], {
    template: text('Path of the file below templates/.'),
  }),
);

const argument = either(
  'Type of the argument, or a mapping.',
  'string',
  { type: 'string', minLength: 1 },
  'object',
  object<Argument>('an argument', 'An argument in its long form.', ['type'], {
    type: text('Data type.'),
    default: ref('literal', 'Value when it is left out.'),
    mode: oneOf('Direction.', ['in', 'out', 'inout', 'variadic'], 'in'),
  }),
);

const KIND_SCHEMAS: Readonly<Record<DocumentKind, JsonSchema>> = {
  table: TABLE_SCHEMA,
  enum: object<RawEnum>('an enum', 'An enumerated type.', ['enum', 'comment', 'values'], {
    enum: name('Name of the type.'),
    schema: schemaName,
    comment,
    values: list(
      'Values in order.',
      either(
        'A value, or `{ value: new, renamed_from: old }`.',
        'string',
        name('A value.'),
        'object',
        object<EnumValue>('an enum value', 'A value that had another name.', ['value', 'renamed_from'], {
          value: name('The value.'),
          renamed_from: name('What it was called before.'),
        }),
      ),
    ),
  }),
  domain: object<RawDomain>('a domain', 'A type with conditions.', ['domain', 'comment', 'type'], {
    domain: name('Name of the domain.'),
    schema: schemaName,
    comment,
    type: text('The type underneath.'),
    collation: name('Collation.'),
    nullable: flag('Whether values may be null. Unlike a column, a domain leaves that to its columns.', true),
    default: ref('literal', 'Value of new rows.'),
    checks: mapOf('Conditions on `value`, by name.', text('SQL.')),
  }),
  sequence: object<RawSequence>('a sequence', 'A sequence on its own.', ['sequence', 'comment'], {
    sequence: name('Name of the sequence.'),
    schema: schemaName,
    comment,
    type: oneOf('Type of its values.', ['smallint', 'integer', 'bigint'], 'bigint'),
    ...SEQUENCE_OPTIONS,
    grants,
  }),
  view: object<RawView>('a view', 'A view.', ['view', 'comment'], {
    view: name('Name of the view.'),
    schema: schemaName,
    comment,
    query: text('The SELECT.'),
    continuous: ref('continuous', 'Sums over a hypertable, instead of a query.'),
    ...CONDITION,
    security_invoker: flag('Runs with the rights of the caller. PostgreSQL 15 and later.', true),
    security_barrier: flag('Conditions of the view come before those of the caller.'),
    read: words('Who may read, besides what the tables behind it say; on PostgreSQL 14 staff and people may not.', [
      'anyone',
      'members',
      'staff',
      'service',
    ]),
    grants,
  }),
  function: object<RawFunction>('a function', 'A function.', ['function', 'comment', 'returns', 'body'], {
    function: name('Name of the function.'),
    schema: schemaName,
    comment,
    arguments: mapOf('Arguments in order, by name.', ref('argument')),
    returns: text('What stands after RETURNS: `trigger`, `uuid`, `setof users`.'),
    language: oneOf('Language of the body.', ['sql', 'plpgsql'], 'plpgsql'),
    volatility: oneOf('What the planner may assume.', ['immutable', 'stable', 'volatile'], 'volatile'),
    strict: flag('Null as soon as one argument is null.'),
    security: oneOf('With whose rights it runs.', ['invoker', 'definer'], 'invoker'),
    parallel: oneOf('Whether parallel plans may call it.', ['safe', 'restricted', 'unsafe'], 'unsafe'),
    settings: {
      description: "Settings while it runs; `search_path: ''` unless said.",
      type: 'object',
      additionalProperties: { type: 'string' },
    },
    body: ref('body', 'The text, or a file in templates/.'),
    body_since: list(
      'Other bodies for servers from a version on.',
      object<BodySince>('a body', 'A body from a version on.', ['version', 'body'], {
        version: { description: 'PostgreSQL major version.', type: 'integer', minimum: 14, maximum: 99 },
        body: ref('body', 'The text, or a file in templates/.'),
      }),
    ),
    grants,
    attach: mapOf(
      'Triggers that call it on tables which the platform makes, by table and name.',
      mapOf('Triggers of the table, by name.', ref('attachment')),
    ),
    ...CONDITION,
  }),
  extension: object<RawExtension>(
    'an extension',
    'An extension that specs may use where the target has it.',
    ['extension'],
    {
      extension: name('Name of the extension.'),
    },
  ),
  data: DATA_SCHEMA,
  schema: object<RawSchema>('a schema', 'A schema.', ['schema'], {
    schema: name('Name of the schema.'),
    comment,
    grants,
  }),
};

const continuous = object<RawContinuous>(
  'a continuous aggregate',
  'Sums over a hypertable: kept up to date where TimescaleDB can do that, computed when they are read elsewhere.',
  ['of', 'bucket', 'measures', 'refresh'],
  {
    of: text('The hypertable.'),
    bucket: object<RawContinuous['bucket']>('a bucket', 'What becomes the column `bucket`.', ['time', 'width'], {
      time: name('The time column of the hypertable.'),
      width: interval('Length of a bucket.'),
    }),
    by: list('Columns to sum up by, beside the time.', name('A column.')),
    measures: mapOf('Columns of the result, by name.', text('SQL with an aggregate: `count(*)`.')),
    where: text('SQL: only these rows.'),
    refresh: object<RawContinuous['refresh']>('a refresh', 'When what is summed up anew.', ['start', 'end', 'every'], {
      start: interval('From how long ago.'),
      end: interval('Until how long ago; later rows are summed up when they are read.'),
      every: interval('How often.'),
    }),
    keep: interval('How long sums are kept, whatever becomes of the rows; for ever unless said.'),
  },
);

const columnGroups: JsonSchema = {
  ...mapOf(
    'Columns that several tables share, by the name that `use:` gives.',
    object<RawColumnGroups[string]>('a column group', 'A column group.', ['comment', 'columns'], {
      comment: text('What it brings.'),
      columns: mapOf('Columns in order.', ref('column')),
      triggers: mapOf('Triggers that keep them true, by name.', ref('trigger')),
    }),
  ),
  title: 'the column groups',
};

const project = object<RawProject>('a project', 'What the specs are about.', ['name', 'schemas', 'sections'], {
  name: text('Name of the project.'),
  schemas: { ...list('Schemas that are managed; the first is the default.', name('A schema.')), uniqueItems: true },
  sections: {
    description: 'Section folder to its title, in reading order.',
    type: 'object',
    additionalProperties: text('Title.'),
  },
  ignore: {
    description: 'Names that are left alone in a live database; `*` stands for any characters.',
    type: 'array',
    items: text('A pattern.'),
  },
  erasure: object<NonNullable<RawProject['erasure']>>(
    'an erasure',
    'Makes the function `boyfanz.erase_person` from what tables say.',
    ['people', 'domains'],
    {
      people: text('The table with a row for each person.'),
      domains: {
        description: 'Section folder to the kind of data in it, for proofs and legal holds.',
        type: 'object',
        additionalProperties: text('Domain.'),
      },
    },
  ),
});

export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  ...KIND_SCHEMAS,
  ...COLUMN_DEFINITIONS,
  ...TABLE_DEFINITIONS,
  argument,
  continuous,
  body,
  grant,
  columnGroups,
  project,
};

export type RootKind = DocumentKind | 'columnGroups' | 'project';

/** `if` the key of a kind is there, `then` its schema. `schema` comes last: other kinds have a key of that name. */
function dispatch(kinds: readonly DocumentKind[]): JsonSchema {
  const [kind, ...rest] = kinds;
  if (kind === undefined) return choose({ required: ['sections'] }, ref('project'), ref('columnGroups'));
  return choose({ required: [kind] }, ref(kind), dispatch(rest));
}

export const SPEC_SCHEMA: JsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'boyfanz-schema spec',
  description: 'One document of a spec file, project.yaml or column-groups.yaml.',
  type: 'object',
  ...dispatch(DOCUMENT_KINDS),
  definitions: DEFINITIONS,
};

/** The text of `specs/spec.schema.json`. */
export function specSchemaJson(): string {
  return `${JSON.stringify(SPEC_SCHEMA, null, 2)}\n`;
}
