import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/model.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { TargetName } from '../../src/target/target.ts';
import { FIXTURES, treeWith } from './fixture-tree.ts';

const TAIL = 'access: { read: [staff], write: [service] }\nvolume: 1M\n';

function compile(text: string, target: TargetName = 'timescale') {
  return compileSpecs(treeWith(text), TARGETS[target]);
}

function table(body: string, target: TargetName = 'timescale', name = 'things'): Table {
  const { model, diagnostics } = compile(`table: ${name}\ncomment: A thing.\n${body}${TAIL}`, target);
  expect(diagnostics).toEqual([]);
  const found = model.objects.get(`table public.${name}`);
  if (found?.kind !== 'table') throw new Error('The table is missing');
  return found;
}

describe('columns', () => {
  it('lowers the short and the long form, literals and SQL', () => {
    const { columns } = table(`columns:
  id: { type: bigint, identity: always }
  a: { type: text, default: it's }
  b: { type: integer, nullable: true, default: 3 }
  c: { type: boolean, default: false }
  d: { type: "numeric(18,4)", default: { sql: "0" }, comment: Money. }
  e: { type: "text[]", default: 'a\\b' }
  f: { type: integer, generated: b * 2 }
  g: { type: percent, renamed_from: h }
primary_key: [id]
`);
    expect(columns.map(({ name, type, nullable, value }) => [name, type.name, nullable, value])).toEqual([
      [
        'id',
        'bigint',
        false,
        {
          kind: 'identity',
          mode: 'always',
          options: {
            type: 'bigint',
            start: '1',
            increment: '1',
            min: '1',
            max: '9223372036854775807',
            cache: '1',
            cycle: false,
          },
        },
      ],
      ['a', 'text', false, { kind: 'default', expr: "'it''s'" }],
      ['b', 'integer', true, { kind: 'default', expr: '3' }],
      ['c', 'boolean', false, { kind: 'default', expr: 'false' }],
      ['d', 'numeric', false, { kind: 'default', expr: '0' }],
      ['e', 'text', false, { kind: 'default', expr: "E'a\\\\b'" }],
      ['f', 'integer', false, { kind: 'generated', expr: 'b * 2', stored: true }],
      ['g', 'percent', false, { kind: 'none' }],
    ]);
    expect(columns[4]?.type).toEqual({ schema: null, name: 'numeric', args: ['18', '4'], dimensions: 0 });
    expect(columns[5]?.type.dimensions).toBe(1);
    expect(columns[7]).toMatchObject({ type: { schema: 'public' }, renamedFrom: 'h' });
    expect(columns[4]?.comment).toBe('Money.');
  });

  it('puts the columns and triggers of groups first', () => {
    const { columns, triggers } = table('use: [uuid_id, timestamps]\ncolumns:\n  name: citext\nprimary_key: [id]\n');
    expect(columns.map((column) => column.name)).toEqual(['id', 'created_at', 'updated_at', 'name']);
    expect(columns[3]?.type).toEqual({ schema: 'public', name: 'citext', args: [], dimensions: 0 });
    expect(triggers).toEqual([
      {
        name: 'touch_updated_at',
        timing: 'before',
        events: ['update'],
        updateOf: [],
        level: 'row',
        when: null,
        function: { schema: 'public', name: 'touch_updated_at' },
        args: [],
        constraint: null,
        oldTable: null,
        newTable: null,
        enabled: 'origin',
        comment: null,
      },
    ]);
  });
});

describe('constraints', () => {
  it('derives names the way PostgreSQL does', () => {
    const { constraints } = table(`columns:
  id: bigint
  kind: { type: text, one_of: [a, "it's"] }
  tags: { type: "text[]", one_of: [x, y] }
  order: { type: text, one_of: [z] }
primary_key: [id]
unique:
  - [kind, id]
checks:
  id_is_positive: id > 0
exclude:
  kind: { elements: [{ column: kind, with: "=" }] }
`);
    expect(constraints.map((one) => [one.kind, one.name, one.kind === 'check' ? one.expr : null])).toEqual([
      ['primaryKey', 'things_pkey', null],
      ['unique', 'things_kind_id_key', null],
      ['check', 'things_kind_check', "kind in ('a', 'it''s')"],
      ['check', 'things_tags_check', "tags <@ array['x', 'y']::text[]"],
      ['check', 'things_order_check', `"order" in ('z')`],
      ['check', 'id_is_positive', 'id > 0'],
      ['exclusion', 'things_kind_excl', null],
    ]);
  });

  it('resolves references to the primary key, and indexes what nothing covers', () => {
    const found = table(`columns:
  id: bigint
  user_id: { type: uuid, references: { table: users, on_delete: cascade } }
  other_id: { type: uuid, nullable: true, references: { table: users, on_delete: set null } }
  third_id: { type: uuid, nullable: true, references: { table: users, on_delete: set null } }
  group_id: bigint
primary_key: [user_id, id]
foreign_keys:
  member: { columns: [group_id, user_id], references: { table: memberships }, on_delete: { set_null: [group_id] } }
indexes:
  - { columns: [third_id], where: (third_id IS NOT NULL) }
`);
    const keys = found.constraints.filter((one) => one.kind === 'foreignKey');
    expect(keys.map(({ name, columns, targetColumns, onDelete }) => [name, columns, targetColumns, onDelete])).toEqual([
      ['things_user_id_fkey', ['user_id'], ['id'], { kind: 'cascade' }],
      ['things_other_id_fkey', ['other_id'], ['id'], { kind: 'set null', columns: [] }],
      ['things_third_id_fkey', ['third_id'], ['id'], { kind: 'set null', columns: [] }],
      ['member', ['group_id', 'user_id'], ['group_id', 'user_id'], { kind: 'set null', columns: ['group_id'] }],
    ]);
    expect(found.indexes.map(({ name, where }) => [name, where])).toEqual([
      ['things_third_id_idx', '(third_id IS NOT NULL)'],
      ['things_group_id_user_id_fkey_idx', null],
      ['things_other_id_fkey_idx', 'other_id is not null'],
    ]);
  });
});

describe('indexes', () => {
  it('lowers every spelling of a column', () => {
    const { indexes } = table(`columns:
  id: bigint
  name: text
primary_key: [id]
indexes:
  - { columns: [name, { id: desc }, { sql: lower(name), order: desc, nulls: last }], using: btree, with: { fillfactor: 90 } }
`);
    expect(indexes).toMatchObject([
      {
        name: 'things_name_id_expr_idx',
        method: 'btree',
        parameters: { fillfactor: '90' },
        keys: [
          { key: { kind: 'column', column: 'name' }, direction: 'asc', nulls: 'last' },
          { key: { kind: 'column', column: 'id' }, direction: 'desc', nulls: 'first' },
          { key: { kind: 'expression', expr: 'lower(name)' }, direction: 'desc', nulls: 'last' },
        ],
      },
    ]);
  });
});

describe('storage', () => {
  const series = `columns:
  at: timestamptz
  id: bigint
primary_key: [id, at]
hypertable: { time: at, chunk: 1 week, compress_after: 14 days, segment_by: [id], keep: 2 years }
`;

  it('makes a hypertable where the target has them', () => {
    const found = table(series);
    expect(found.storage).toEqual({
      kind: 'hypertable',
      time: 'at',
      chunk: { unit: 'day', count: 7 },
      keep: { after: { unit: 'month', count: 24 }, by: 'policy' },
      columnstore: {
        after: { unit: 'day', count: 14 },
        segmentBy: ['id'],
        orderBy: [{ column: 'at', direction: 'desc', nulls: 'first' }],
      },
      parameters: {},
    });
    expect(found.rowSecurity).toBe('off');
    const { model } = compile(`table: things\ncomment: A thing.\n${series}${TAIL}`);
    expect(model.objects.get('extension timescaledb')).toEqual({
      kind: 'extension',
      name: 'timescaledb',
      schema: null,
    });
  });

  it('leaves to the Apache edition what it has: no compression, and maintenance that drops old chunks', () => {
    expect(table(series, 'timescale-apache').storage).toMatchObject({
      kind: 'hypertable',
      keep: { after: { unit: 'month', count: 24 }, by: 'maintenance' },
      columnstore: null,
    });
  });

  it('makes rolling partitions elsewhere', () => {
    const found = table(series, 'postgres');
    expect(found.storage).toEqual({
      kind: 'partitioned',
      by: 'range',
      key: ['at'],
      parts: {
        kind: 'rolling',
        rolling: { every: { unit: 'day', count: 7 }, ahead: 3, keep: { unit: 'month', count: 24 }, overflow: true },
      },
      parameters: {},
    });
    expect(found.rowSecurity).toBe('on');
  });

  it('names hash partitions and gives them bounds', () => {
    const { storage } = table('columns:\n  id: bigint\npartition: { by: hash, key: id, parts: 2 }\n');
    expect(storage).toMatchObject({
      parts: {
        kind: 'fixed',
        partitions: [
          { name: { schema: 'boyfanz_parts', name: 'things_p00' }, bound: { kind: 'hash', modulus: 2, remainder: 0 } },
          { name: { schema: 'boyfanz_parts', name: 'things_p01' }, bound: { kind: 'hash', modulus: 2, remainder: 1 } },
        ],
      },
    });
  });

  it('writes bounds as the server prints them', () => {
    const { storage } = table(`columns:
  at: timestamptz
partition: { by: range, key: at, ranges: { old: { from: minvalue, to: 2024-01-01 } }, default: rest }
`);
    expect(storage).toMatchObject({
      parts: {
        partitions: [
          { name: { name: 'things_old' }, bound: { from: ['MINVALUE'], to: ["'2024-01-01 00:00:00+00'"] } },
          { name: { name: 'things_rest' }, bound: { kind: 'default' } },
        ],
      },
    });
  });
});

describe('what specs know beside the Model', () => {
  it('keeps access, volume, classes of data and allowances', () => {
    const { info, origins } = compile(`table: things
comment: A thing.
columns:
  id: bigint
  user_id: { type: uuid, soft_references: users, pii: identity }
primary_key: [id]
checks:
  user_exists: user_id is not null
scale: { by: user_id, with: things, drops: { user_exists: Why. } }
access: { owner: user_id, read: [owner], write: [service], note: Nobody else. }
volume: 1.5k
retention: For ever.
allow: { some-rule: It has to be. }
`);
    expect(info.get('table public.things')).toEqual({
      section: '01-people',
      file: 'specs/01-people/fixture.yaml',
      access: {
        owner: { kind: 'column', column: 'user_id' },
        parties: [],
        participants: null,
        creator: null,
        seenWith: null,
        staff: null,
        memberWhile: null,
        words: { select: ['owner'], insert: ['service'], update: ['service'], delete: ['service'] },
        when: new Map(),
        writeWhen: new Map(),
        hidden: new Set(),
        fixed: new Set(),
        note: 'Nobody else.',
      },
      volume: 1500,
      pii: new Map([['user_id', 'identity']]),
      softReferences: new Map([['user_id', 'users']]),
      derivedIndexes: new Set(),
      allow: new Map([['some-rule', 'It has to be.']]),
      retention: 'For ever.',
      scale: {
        placement: { kind: 'distributed', by: 'user_id', with: null },
        drops: new Map([['user_exists', 'Why.']]),
      },
      erasure: { domain: null, keep: null, people: new Map() },
    });
    const at = (part: string) => {
      const span = origins.find('table public.things', part);
      return span?.source.text.slice(span.start, span.end);
    };
    expect([at(''), at('columns.user_id'), at('columns.user_id.pii'), at('primary_key'), at('nothing')]).toEqual([
      'things',
      'user_id',
      'pii',
      'primary_key',
      'things',
    ]);
    const key = origins.findNamed('table public.things', 'things_pkey');
    expect(key?.source.text.slice(key.start, key.end)).toBe('primary_key');
  });
});

describe('a spec with every key', () => {
  it.each(['table.yaml', 'other.yaml', 'data.yaml'])('%s compiles', (file) => {
    const text = readFileSync(path.join(FIXTURES, 'every-key', file), 'utf8');
    expect(compile(text).diagnostics).toEqual([]);
  });

  it('fills in what is not written', () => {
    const text = readFileSync(path.join(FIXTURES, 'every-key/other.yaml'), 'utf8');
    const { model } = compile(text);
    expect(model.objects.get('sequence audit.numbers')).toMatchObject({
      options: { type: 'integer', start: '5', increment: '-1', min: '-10', max: '5', cache: '2', cycle: true },
      grants: [{ privilege: 'usage' }, { privilege: 'select' }, { privilege: 'update' }],
    });
    expect(model.objects.get('function audit.add(integer, integer)')).toMatchObject({
      settings: { search_path: '', lock_timeout: '5s' },
      body: { text: 'select a + b', variants: [{ since: 18, text: 'select b + a' }] },
    });
  });

  it('reads the same with Windows line ends and a byte order mark', () => {
    const text = readFileSync(path.join(FIXTURES, 'every-key/table.yaml'), 'utf8');
    const { model, diagnostics } = compile(`\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([
      ['byte-order-mark', 'warning'],
      ['crlf-line-ends', 'warning'],
    ]);
    expect(model).toEqual(compile(text).model);
  });
});
