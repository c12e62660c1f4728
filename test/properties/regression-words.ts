/** As `regression-cases`: partitions, and what is found by the words of expressions and queries. */
import type { FunctionDef, Partitioned, Table } from '../../src/model/model.ts';
import { type Ident, qname } from '../../src/model/name.ts';
import { parseType } from '../../src/model/type.ts';
import { column, fn, foreignKey, index, primaryKey, table, trigger } from '../check/build.ts';
import { keeps, named, OTHER, type RegressionCase, reads, viewOf } from './regression-cases.ts';

function byNumber(type: string, values: readonly string[], parts: Partial<Table> = {}): Table {
  const storage: Partitioned = {
    kind: 'partitioned',
    by: 'list',
    key: ['n'],
    parts: {
      kind: 'fixed',
      partitions: values.map((value) => ({
        name: qname('public', `t_${value}`),
        bound: { kind: 'list', values: [value] },
      })),
    },
    parameters: {},
  };
  return { ...table('t', { columns: { n: type } }), constraints: [], storage, ...parts };
}

export const PARTITIONS: readonly RegressionCase[] = [
  ...['integer', 'bigint', 'numeric(12,2)', 'double precision'].map((type) => ({
    title: `bounds of partitions by ${type} are the same in other words`,
    from: [byNumber(type, ['10'])],
    to: [byNumber(type, ['10', '20'])],
  })),
  {
    title: 'the type of a partition key stays',
    from: [byNumber('integer', ['10'])],
    to: [byNumber('bigint', ['10'])],
    isRefused: true,
  },
  {
    title: 'a partition goes from a table that another one refers to',
    from: [
      byNumber('integer', ['10', '20'], { constraints: [primaryKey(['n'])] }),
      table('u', { columns: { n: 'integer' }, with: [foreignKey(['n'], 't', { targetColumns: ['n'] })] }),
    ],
    to: [
      byNumber('integer', ['10'], { constraints: [primaryKey(['n'])] }),
      table('u', { columns: { n: 'integer' }, with: [foreignKey(['n'], 't', { targetColumns: ['n'] })] }),
    ],
  },
  {
    title: 'an index of a partitioned table has other parameters',
    from: [byNumber('integer', ['10'], { indexes: [index(['n'], { parameters: { fillfactor: '70' } })] })],
    to: [byNumber('integer', ['10'], { indexes: [index(['n'], { parameters: { fillfactor: '80' } })] })],
  },
];

function twice(returns: string): FunctionDef {
  const type = parseType('integer');
  if (type === null) throw new Error('integer is a type');
  return fn('twice', {
    args: [{ name: 'x', mode: 'in', type, default: null }],
    returns,
    language: 'sql',
    volatility: 'immutable',
    body: { text: 'select $1 * 2', variants: [] },
  });
}

function granted(portions: readonly (readonly Ident[])[]): Table {
  return table('t', {
    columns: { a: 'integer' },
    grants: portions.map((columns) => ({ role: 'pg_monitor', privilege: 'select', columns, grantable: false })),
  });
}

const A_WITH_X = table('a', { columns: { x: 'integer' } });
const OTHER_A = qname('other', 'a');

export const WORDS: readonly RegressionCase[] = [
  {
    title: 'a table goes whose policy reads a column that goes',
    from: [A_WITH_X, table('b', { policies: [reads('public.a', 'x')] })],
    to: [table('a')],
  },
  {
    title: 'tables go whose policies read each other',
    from: [table('a', { policies: [reads('public.b', 'id')] }), table('b', { policies: [reads('public.a', 'id')] })],
    to: [],
  },
  {
    title: 'a policy begins to read a column of another table that changes its type',
    from: [A_WITH_X, table('b', { policies: [keeps('id is not null')] })],
    to: [table('a', { columns: { x: 'bigint' } }), table('b', { policies: [reads('public.a', 'x')] })],
  },
  {
    title: 'a policy reads a column of another table that gets another name and type',
    from: [A_WITH_X, table('b', { policies: [reads('public.a', 'x')] })],
    to: [
      table('a', { columns: { y: column('y', 'bigint', { renamedFrom: 'x' }) } }),
      table('b', { policies: [reads('public.a', 'y')] }),
    ],
  },
  {
    title: 'a table gets another name, which was also that of a column of another one',
    from: [table('a'), table('b', { columns: { a: 'integer' }, policies: [keeps('a > 0')] })],
    to: [table('c', { renamedFrom: qname('public', 'a') }), table('b')],
  },
  {
    title: 'one of two tables of one name gets another, under a view of the other table',
    from: [
      ...OTHER,
      table('a'),
      named(OTHER_A, { columns: { x: 'integer' } }),
      viewOf('v', 'select id, x from other.a'),
    ],
    to: [
      ...OTHER,
      table('c', { renamedFrom: qname('public', 'a') }),
      named(OTHER_A),
      viewOf('v', 'select id from other.a'),
    ],
  },
  {
    title: 'a table takes the name of a view that goes, and changes',
    from: [A_WITH_X, viewOf('v', 'select id from public.a')],
    to: [
      table('v', { columns: { y: column('y', 'integer', { renamedFrom: 'x' }) }, renamedFrom: qname('public', 'a') }),
    ],
  },
  {
    title: 'a view of everything in a view that changes changes, too',
    from: [A_WITH_X, viewOf('v', 'select id, x from public.a'), viewOf('w', 'select * from public.v')],
    to: [A_WITH_X, viewOf('v', 'select id from public.a'), viewOf('w', 'select * from public.v')],
  },
  {
    title: 'a view comes back after its table has lost a column that another dropped table was reading',
    from: [
      ...OTHER,
      A_WITH_X,
      named(OTHER_A, { policies: [reads('public.a', 'x')] }),
      viewOf('v', 'select id from public.a'),
      viewOf('w', 'select id from public.v'),
    ],
    to: [...OTHER, table('a'), viewOf('v', 'select id from public.a'), viewOf('w', 'select id from public.v')],
  },
  {
    title: 'a function comes with another result, and a table goes whose trigger called it',
    from: [
      fn('touch'),
      twice('integer'),
      table('t', {
        columns: { n: 'integer' },
        triggers: [trigger('x', 'touch', { when: 'public.twice(new.n) > 0' })],
      }),
    ],
    to: [fn('touch'), twice('bigint')],
  },
  {
    title: 'privileges on columns are granted in other portions',
    from: [granted([['a', 'id']])],
    to: [granted([['a'], ['id']])],
  },
];
