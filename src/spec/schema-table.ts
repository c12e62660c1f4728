/** JSON Schema of tables. Keys stand in the order in which specs write them. */
import {
  choose,
  count,
  either,
  flag,
  interval,
  type JsonSchema,
  list,
  mapOf,
  name,
  names,
  object,
  oneOf,
  type PropertiesOf,
  ref,
  text,
} from './json-schema.ts';
import type {
  RawAttachment,
  RawCheck,
  RawErasure,
  RawErasureChange,
  RawExclusion,
  RawForeignKey,
  RawHypertable,
  RawIndex,
  RawIndexColumn,
  RawKey,
  RawPartition,
  RawPolicy,
  RawScale,
  RawStorage,
  RawTable,
  RawTrigger,
  RawUnique,
} from './raw.ts';
import { access } from './schema-access.ts';
import { ACTIONS } from './schema-columns.ts';
import { CONDITION } from './schema-condition.ts';

type LongIndexColumn = Exclude<Extract<RawIndexColumn, { opclass?: string }>, string>;
type PartitionRange = NonNullable<RawPartition['ranges']>[string];

const deferrable = ref('deferrable', 'Whether the check may wait for the end of the transaction.');

const parameters: JsonSchema = {
  ...mapOf('Parameters by name, such as `fillfactor: 90`.', { type: ['string', 'number', 'boolean'] }),
};

const KEY = {
  columns: names('Columns of the key.'),
  include: names('Columns carried in its index without being part of the key.'),
  nulls_not_distinct: flag('Two nulls count as equal. PostgreSQL 15 and later.'),
  deferrable,
  name: name('Name, instead of the derived one.'),
  renamed_from: name('Former name of the constraint.'),
} satisfies PropertiesOf<RawKey>;

const key = object<RawKey>('a key', 'A primary key in its long form.', ['columns'], KEY);

const unique = object<RawUnique>('a unique constraint', 'A unique constraint in its long form.', ['columns'], {
  ...KEY,
  ...CONDITION,
});

function columnsOr(long: string): JsonSchema {
  return either('A list of columns, or a mapping.', 'array', names('Columns of the key.'), 'object', ref(long));
}

const foreignKey = object<RawForeignKey>(
  'a foreign key',
  'A foreign key of several columns.',
  ['columns', 'references', 'on_delete'],
  {
    columns: names('Columns of this table.'),
    references: object<RawForeignKey['references']>('a reference', 'What they point to.', ['table'], {
      table: text('The other table.'),
      columns: names('Its columns, in the same order; its primary key unless said.'),
    }),
    on_delete: either(
      'What happens to this row when the other one is deleted.',
      'string',
      { enum: ACTIONS },
      'object',
      object<{ set_null: string[] }>(
        'an action',
        'Sets only some columns to null. PostgreSQL 15 and later.',
        ['set_null'],
        {
          set_null: names('The columns to set to null.'),
        },
      ),
    ),
    on_update: oneOf('What happens when the key of the other row changes.', ACTIONS, 'no action'),
    match: oneOf('How nulls in some of the columns count.', ['simple', 'full'], 'simple'),
    deferrable,
    name: name('Name of the constraint, instead of the key it stands under.'),
    ...CONDITION,
  },
);

const check = either(
  'A condition that every row meets: SQL, or a mapping.',
  'string',
  { type: 'string', minLength: 1 },
  'object',
  object<RawCheck>('a check', 'A check in its long form.', ['sql'], {
    sql: text('The condition.'),
    ...CONDITION,
    no_inherit: flag('Does not hold for child tables.'),
    not_valid: flag('Holds for new rows only.'),
    comment: text('Why it is so.'),
    renamed_from: name('Former name of the constraint.'),
  }),
);

const exclusion = object<RawExclusion>(
  'an exclusion',
  'No two rows for which all comparisons are true.',
  ['elements'],
  {
    using: oneOf('Index method.', ['gist', 'spgist', 'btree', 'hash'], 'gist'),
    elements: list(
      'What is compared.',
      object<RawExclusion['elements'][number]>('an element', 'A column or expression, and its operator.', ['with'], {
        column: name('A column.'),
        sql: text('An expression, instead of a column.'),
        with: text('Operator, such as `=` or `"&&"`.'),
        opclass: name('Operator class.'),
      }),
    ),
    where: text('SQL: which rows it holds for.'),
    deferrable,
    ...CONDITION,
  },
);

/** A mapping with one key is `{ name: desc }` unless that key is one of the long form's own. */
const indexColumn: JsonSchema = {
  description: 'A column, `{ column: desc }`, or a mapping for expressions and operator classes.',
  type: ['string', 'object'],
  ...choose(
    { type: 'object' },
    choose(
      { anyOf: [{ required: ['column'] }, { required: ['sql'] }, { minProperties: 2 }] },
      object<LongIndexColumn>('an index column', 'An index column in its long form.', [], {
        column: name('A column.'),
        sql: text('An expression, instead of a column.'),
        opclass: name('Operator class, such as `gin_trgm_ops`.'),
        collation: name('Collation.'),
        order: oneOf('Sort order.', ['asc', 'desc'], 'asc'),
        nulls: oneOf('Where nulls stand: last for `asc` and first for `desc` unless said.', ['first', 'last']),
      }),
      ref('columnOrder'),
    ),
  ),
};

const columnOrder: JsonSchema = {
  description: 'One column and its order: `{ created_at: desc }`.',
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: { description: 'Sort order.', type: 'string', enum: ['asc', 'desc'] },
};

const index = object<RawIndex>('an index', 'An index.', ['columns'], {
  columns: list('What it is ordered by.', ref('indexColumn')),
  unique: flag('No two rows with the same key. Without `where` or expressions use `unique:` of the table.'),
  using: oneOf('Index method.', ['btree', 'hash', 'gin', 'gist', 'spgist', 'brin', 'hnsw'], 'btree'),
  include: names('Columns carried along without being part of the key.'),
  where: text('SQL: which rows it holds.'),
  nulls_not_distinct: flag('Two nulls count as equal. PostgreSQL 15 and later.'),
  with: parameters,
  ...CONDITION,
  name: name('Name, instead of the derived one.'),
  renamed_from: name('Former name of the index.'),
  comment: text('What it is for.'),
});

const TRIGGER_ARGS = {
  description: 'Arguments of the function: text.',
  type: 'array',
  items: { type: 'string' },
} as const;

const TRIGGER_BASICS: PropertiesOf<Omit<RawAttachment, 'args'>> = {
  timing: oneOf('When it is called.', ['before', 'after', 'instead of']),
  events: list(
    'What it is called for.',
    either(
      'An event, or `{ update_of: [columns] }`.',
      'string',
      { enum: ['insert', 'update', 'delete', 'truncate'] },
      'object',
      object<{ update_of: string[] }>('an event', 'Updates that name one of these columns.', ['update_of'], {
        update_of: names('The columns.'),
      }),
    ),
  ),
  level: oneOf('For each row, or once.', ['row', 'statement'], 'row'),
};

const attachment = object<RawAttachment>(
  'a trigger on a table of the platform',
  'Calls the function.',
  ['timing', 'events'],
  { ...TRIGGER_BASICS, args: TRIGGER_ARGS },
);

const trigger = object<RawTrigger>('a trigger', 'Calls a function.', ['timing', 'events', 'function'], {
  ...TRIGGER_BASICS,
  when: text('SQL: only if this is true.'),
  function: text('The trigger function, such as `boyfanz.touch_updated_at`.'),
  args: TRIGGER_ARGS,
  constraint: {
    description: 'A constraint trigger, which may be deferred.',
    type: ['boolean', 'string'],
    enum: [false, true, 'deferrable', 'initially deferred'],
  },
  old_table: name('Name under which the function sees the rows before.'),
  new_table: name('Name under which the function sees the rows after.'),
  enabled: oneOf('In which replication roles it fires.', ['origin', 'disabled', 'replica', 'always'], 'origin'),
  ...CONDITION,
});

const storage = object<RawStorage>('a storage', 'How rows are stored.', [], {
  unlogged: flag('Not in the write-ahead log: fast, and empty after a crash.'),
  with: parameters,
});

const partition = object<RawPartition>('a partitioning', 'Splits the table into partitions.', ['by', 'key'], {
  by: oneOf('How rows are assigned.', ['range', 'list', 'hash']),
  key: either('The column, or columns, that decide.', 'string', name('A column.'), 'array', names('The columns.')),
  parts: count('hash: how many partitions.', 1, 10_000),
  values: mapOf('list: name of each partition to its values.', {
    type: 'array',
    minItems: 1,
    items: { type: ['string', 'number', 'boolean'] },
  }),
  ranges: mapOf(
    'range: name of each partition to its bounds.',
    object<PartitionRange>('a range', 'Bounds of a partition.', ['from', 'to'], {
      from: { description: 'Lower bound, part of it; or `minvalue`.', type: ['string', 'number', 'boolean'] },
      to: { description: 'Upper bound, not part of it; or `maxvalue`.', type: ['string', 'number', 'boolean'] },
    }),
  ),
  every: interval('range: length of each partition, made ahead of time by the database.'),
  ahead: count('range: how many future partitions stand ready.', 1, 1000),
  keep: interval('range: how long a partition is kept after its end; for ever unless said.'),
  default: either(
    'list, range: name of the partition for all other rows; with `every`: true.',
    'string',
    name('Name of the partition.'),
    'boolean',
    { const: true },
  ),
});

const hypertable = object<RawHypertable>(
  'a hypertable',
  'A time series: a TimescaleDB hypertable, or native range partitions of the same length where that is not to be had.',
  ['time', 'chunk'],
  {
    time: name('The time column.'),
    chunk: interval('Length of a chunk.'),
    compress_after: interval('When chunks become columnar.'),
    segment_by: names('Columns that rows are grouped by when compressed.'),
    order_by: list('Order inside a compressed segment; the time column descending unless said.', {
      ...either('A column, or `{ column: desc }`.', 'string', name('A column.'), 'object', ref('columnOrder')),
    }),
    keep: interval('How long chunks are kept; for ever unless said.'),
  },
);

const scale = object<RawScale>('a scale', 'Where rows live on several servers.', [], {
  as: oneOf('`reference`: a copy on every server. `local`: on one server alone.', ['local', 'reference'], 'local'),
  by: name('The column that decides on which server a row is.'),
  with: text('Another table by the same value: rows of both are then on the same server.'),
  drops: {
    ...mapOf(
      'Constraints, unique indexes and triggers that are left out on several servers, each with the reason why they can be.',
      text('Why.'),
    ),
    minProperties: 1,
  },
});

const policy = object<RawPolicy>('a policy', 'A row security policy, written out.', ['command', 'roles'], {
  command: oneOf('What it is about.', ['all', 'select', 'insert', 'update', 'delete']),
  roles: list('Roles it holds for; `public` is everybody.', name('A role.')),
  restrictive: flag('Must hold besides others, instead of instead of them.'),
  using: text('SQL: which rows are seen.'),
  check: text('SQL: which rows may be written.'),
  ...CONDITION,
});

const domain = {
  ...text('Kind of data, for proofs and legal holds; that of the section unless said.'),
  pattern: '^[a-z][a-z0-9_]*$',
};

const erasure = object<RawErasure>('an erasure', 'What happens to rows when a person is erased.', [], {
  domain,
  keep: text('Why rows stay as they are, where nothing or not everything is done to them.'),
  people: {
    description: "What is done to rows, by the column with the person's id or the way there: `messages.sender_id`.",
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: '^[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*$' },
    additionalProperties: either(
      '`delete`, `unlink` to set the column to null, `keep`, or a mapping.',
      'string',
      { enum: ['delete', 'unlink', 'keep'] },
      'object',
      object<RawErasureChange>('a change', 'What is done to which rows.', [], {
        delete: { description: 'With `where`: deletes these rows only.', type: 'boolean', const: true },
        clear: names('Columns to set to null.'),
        set: mapOf('Columns to set to something else.', text('SQL over the row.')),
        where: text('SQL: only these rows.'),
      }),
    ),
  },
});

export const TABLE_DEFINITIONS = {
  key,
  unique,
  foreignKey,
  check,
  exclusion,
  columnOrder,
  indexColumn,
  index,
  trigger,
  attachment,
  partition,
  hypertable,
  scale,
  access,
  erasure,
  policy,
} as const;

export const TABLE_SCHEMA = object<RawTable>(
  'a table',
  'A table.',
  ['table', 'comment', 'columns', 'access', 'volume'],
  {
    table: name('Name of the table.'),
    schema: name('Schema; the first of project.yaml unless said.'),
    renamed_from: text('Former name, so that a rename is not taken for a drop and an add.'),
    comment: text('What one row is.'),
    use: { ...list('Column groups, from column-groups.yaml.', { type: 'string' }), uniqueItems: true },
    columns: mapOf('Columns in order.', ref('column')),
    primary_key: columnsOr('key'),
    unique: list('Unique constraints.', columnsOr('unique')),
    foreign_keys: mapOf('Foreign keys of several columns, by name.', ref('foreignKey')),
    checks: mapOf('Conditions that every row meets, by name.', ref('check')),
    exclude: mapOf('Exclusion constraints, by name.', ref('exclusion')),
    indexes: list('Indexes beyond those of keys, unique constraints and foreign keys.', ref('index')),
    triggers: mapOf('Triggers, by name.', ref('trigger')),
    storage,
    partition: ref('partition', 'Splits the table into partitions.'),
    hypertable: ref('hypertable', 'A time series in chunks.'),
    scale: either(
      'Where rows live when the database is spread over several servers with Citus; `local` unless said.',
      'string',
      { type: 'string', enum: ['local', 'reference'] },
      'object',
      ref('scale'),
    ),
    replica_identity: either(
      'What logical replication identifies a row by.',
      'string',
      { enum: ['default', 'full', 'nothing'] },
      'object',
      object<{ index: string }>('a replica identity', 'A unique index identifies rows.', ['index'], {
        index: name('Name of the index.'),
      }),
    ),
    access: ref('access', 'Who may do what, in words.'),
    row_security: oneOf('Whether policies apply; `forced`: also to the owner.', ['on', 'off', 'forced'], 'on'),
    policies: mapOf('Row security policies that the words of `access` do not cover, by name.', ref('policy')),
    grants: list('Privileges that the words of `access` do not cover.', ref('grant')),
    volume: {
      description: 'Rows at one million users: a number, or with k, M, B, such as `3M`.',
      type: ['number', 'string'],
      minimum: 0,
      pattern: '^[0-9]+(\\.[0-9]+)?[kMB]?$',
    },
    retention: text('How long rows are kept, in words, where storage does not say it.'),
    erasure: ref('erasure', 'What happens to rows when a person is erased.'),
    allow: mapOf('Rules that are broken on purpose, each with the reason.', text('Why.')),
  },
);
