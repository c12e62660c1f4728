/** What random pairs of Models have brought to light, each cut down to what it takes. */
import type { Column, ColumnValue, Policy, SchemaObject, SequenceDef, Table, View } from '../../src/model/model.ts';
import { type Ident, type QName, qname } from '../../src/model/name.ts';
import { defaultSequenceOptions } from '../../src/sql/sequence.ts';
import { column, foreignKey, index, policy, sequence, type TableParts, table, unique, view } from '../check/build.ts';

export interface RegressionCase {
  readonly title: string;
  readonly from: readonly SchemaObject[];
  readonly to: readonly SchemaObject[];
  /** Major version that it takes; 17 when it does not matter. */
  readonly on?: 18;
  /** PostgreSQL cannot do it, and the plan says so. */
  readonly isRefused?: true;
}

export const OTHER: readonly SchemaObject[] = [{ kind: 'schema', name: 'other', comment: null, grants: [] }];

function sequenceOf(options: Partial<SequenceDef['options']> = {}, owner: Ident | null = null): SequenceDef {
  const plain = defaultSequenceOptions('bigint', options.increment);
  const ownedBy = owner === null ? null : { table: qname('public', 't'), column: owner };
  return { ...sequence('s', ownedBy), options: { ...plain, ...options } };
}

function identity(options: Partial<SequenceDef['options']> = {}): ColumnValue {
  return { kind: 'identity', mode: 'always', options: { ...defaultSequenceOptions('bigint'), ...options } };
}

function defaultTo(name: Ident, type: string, expr: string): Column {
  return column(name, type, { value: { kind: 'default', expr } });
}

function generated(name: Ident, expr: string, stored = true): Column {
  return column(name, 'integer?', { value: { kind: 'generated', expr, stored } });
}

const NEXT_OF_S = "nextval('public.s'::regclass)";

export function reads(other: string, columnName: Ident): Policy {
  const using = `exists (select from ${other} o where o.${columnName} is not null)`;
  return { ...policy('p'), roles: ['public'], using, check: null };
}

export function keeps(using: string): Policy {
  return { ...policy('p'), roles: ['public'], using, check: null };
}

export function viewOf(name: Ident, query: string): View {
  return { ...view(name), query, securityInvoker: false };
}

export function named(name: QName, parts: TableParts = {}): Table {
  return { ...table(name.name, parts), name };
}

export const SEQUENCES: readonly RegressionCase[] = [
  {
    title: 'a sequence starts where it is told to and not at its least value',
    from: [sequenceOf({ min: '-10', start: '1' })],
    to: [sequenceOf({ min: '-10', start: '-10' })],
  },
  { title: 'a sequence turns round', from: [sequenceOf()], to: [sequenceOf({ increment: '-1' })] },
  {
    title: 'a sequence has not come as far as its new least value',
    from: [sequenceOf()],
    to: [sequenceOf({ min: '50', start: '50' })],
  },
  {
    title: 'an identity has not come as far as its new least value',
    from: [table('t', { columns: { n: column('n', 'bigint', { value: identity() }) } })],
    to: [table('t', { columns: { n: column('n', 'bigint', { value: identity({ min: '50', start: '50' }) }) } })],
  },
  {
    title: 'a sequence goes with the column that owns it, while another column takes its numbers',
    from: [
      table('t', { columns: { a: 'bigint' } }),
      sequenceOf({}, 'a'),
      table('u', { columns: { b: defaultTo('b', 'bigint', NEXT_OF_S) } }),
    ],
    to: [table('t'), table('u', { columns: { b: 'bigint' } })],
  },
  {
    title: 'a table takes its sequence to another schema',
    from: [...OTHER, table('t'), sequenceOf({}, 'id')],
    to: [
      ...OTHER,
      named(qname('other', 't'), { renamedFrom: qname('public', 't') }),
      { ...sequenceOf(), name: qname('other', 's'), ownedBy: { table: qname('other', 't'), column: 'id' } },
    ],
  },
];

export const COLUMNS: readonly RegressionCase[] = [
  {
    title: 'an identity goes, and NULL is allowed',
    from: [table('t', { columns: { n: column('n', 'bigint', { value: identity() }) } })],
    to: [table('t', { columns: { n: 'bigint?' } })],
  },
  {
    title: 'an identity column becomes a numeric one',
    from: [table('t', { columns: { n: column('n', 'bigint', { value: identity() }) } })],
    to: [table('t', { columns: { n: defaultTo('n', 'numeric(12,2)', '1') } })],
  },
  {
    title: 'a generated column becomes a plain one while the column goes that it was computed from',
    from: [table('t', { columns: { a: 'integer', b: generated('b', 'a + 1') } })],
    to: [table('t', { columns: { b: 'integer?' } })],
  },
  {
    title: 'a virtual column becomes a plain one',
    on: 18,
    from: [table('t', { columns: { a: 'integer', b: generated('b', 'a + 1', false) } })],
    to: [table('t', { columns: { a: 'integer', b: 'integer?' } })],
  },
  {
    title: 'a table has its first long text and says how that is kept',
    from: [table('t'), viewOf('v', 'select * from public.t')],
    to: [
      table('t', {
        columns: { s: 'text' },
        storage: { kind: 'heap', unlogged: false, parameters: { 'toast.autovacuum_enabled': 'false' } },
      }),
      viewOf('v', 'select * from public.t'),
    ],
  },
];

function unlogged(name: Ident, target: Ident): Table {
  return table(name, {
    with: [foreignKey(['id'], target)],
    storage: { kind: 'heap', unlogged: true, parameters: {} },
  });
}

export const KEYS: readonly RegressionCase[] = [
  {
    title: 'another primary key takes the place of one that a foreign key points to',
    from: [table('t', { columns: { a: 'integer' } }), table('u', { with: [foreignKey(['id'], 't')] })],
    to: [
      table('t', {
        columns: { a: 'integer' },
        constraints: [
          {
            kind: 'primaryKey',
            name: 'other',
            columns: ['a'],
            include: [],
            deferrable: 'not deferrable',
            comment: null,
            renamedFrom: null,
          },
        ],
      }),
      table('u'),
    ],
  },
  {
    title: 'a foreign key waits for the unique index that includes another column',
    from: [table('t', { columns: { a: 'integer', b: 'integer' } })],
    to: [
      table('t', {
        columns: { a: 'integer', b: 'integer' },
        indexes: [index(['a'], { unique: true, include: ['b'] })],
        with: [foreignKey(['b'], 't', { targetColumns: ['a'] })],
      }),
    ],
  },
  {
    title: 'an index with another name and another key is another index, whatever the hint says',
    from: [table('t', { columns: { a: 'integer' }, indexes: [index(['a'], { name: 'one' })] })],
    to: [table('t', { columns: { a: 'integer' }, indexes: [index(['a', 'id'], { name: 'two', renamedFrom: 'one' })] })],
  },
  {
    title: 'a unique key that is the replica identity is made anew',
    from: [
      table('t', {
        columns: { a: 'integer' },
        with: [unique(['a'], { name: 'k' })],
        replicaIdentity: { kind: 'index', name: 'k' },
      }),
    ],
    to: [
      table('t', {
        columns: { a: 'integer' },
        with: [unique(['a', 'id'], { name: 'k' })],
        replicaIdentity: { kind: 'index', name: 'k' },
      }),
    ],
  },
  {
    title: 'NULL is allowed in what was the replica identity',
    from: [
      table('t', {
        columns: { a: 'integer' },
        with: [unique(['a'])],
        replicaIdentity: { kind: 'index', name: 'a_key' },
      }),
    ],
    to: [table('t', { columns: { a: 'integer?' }, with: [unique(['a'])] })],
  },
  {
    title: 'tables that refer to each other become unlogged',
    from: [table('t', { with: [foreignKey(['id'], 'u')] }), table('u', { with: [foreignKey(['id'], 't')] })],
    to: [unlogged('t', 'u'), unlogged('u', 't')],
  },
];
