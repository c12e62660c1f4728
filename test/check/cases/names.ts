import { qname } from '../../../src/model/name.ts';
import {
  check,
  column,
  domain,
  enumType,
  hashParts,
  index,
  policy,
  SEQUENCE_OPTIONS,
  sequence,
  table,
  trigger,
  unique,
  view,
} from '../build.ts';
import type { CasesByRule } from './rule-cases.ts';

const identity = column('id', 'bigint', { value: { kind: 'identity', mode: 'always', options: SEQUENCE_OPTIONS } });

export const nameCases: CasesByRule = {
  'name-collision': {
    fails: {
      'an index with the name of a table': {
        objects: [table('a'), table('b', { indexes: [index(['id'], { name: 'a' })] })],
        says: ['The index "a" of b has the name of the table a.'],
      },
      'an index with the name of a key of another table': {
        objects: [table('a'), table('b', { with: [unique(['id'], { name: 'a_pkey' })] })],
        says: ['The unique constraint "a_pkey" of b has the name of the primary key "a_pkey" of a.'],
      },
      'the sequence of an identity column': {
        objects: [table('a', { columns: { id: identity } }), sequence('a_id_seq')],
        says: ['The sequence a_id_seq has the name of the identity sequence "a_id_seq" of a.'],
      },
      'a view and a partition': {
        objects: [view('v'), table('a', { storage: { ...hashParts(['id'], ['v']) } })],
        says: ['The partition "v" of a has the name of the view v.'],
      },
      'an enum with the name of a table': {
        objects: [table('mood'), enumType('mood')],
        says: ['The enum mood has the name of the row type of the table mood.'],
      },
      'two constraints, triggers and policies': {
        objects: [
          table('a', {
            with: [check('c', 'true'), check('c', 'id is not null')],
            triggers: [trigger('t', 'f'), trigger('t', 'g')],
            policies: [policy('p'), policy('p')],
          }),
        ],
        says: [
          'The constraint "c" of a has the name of the constraint "c" of a.',
          'The trigger "t" of a has the name of the trigger "t" of a.',
          'The policy "p" of a has the name of the policy "p" of a.',
        ],
      },
      'a system column': {
        objects: [table('a', { columns: { xmin: 'bigint' } })],
        says: ['The column "xmin" of a has the name of a column that PostgreSQL gives every table.'],
      },
    },
    passes: {
      'the same names in another schema, table and kind': {
        objects: [
          table('a', { with: [check('c', 'true')], triggers: [trigger('t', 'f')], policies: [policy('t')] }),
          table('b', { with: [check('c', 'true')], triggers: [trigger('t', 'f')], policies: [policy('t')] }),
          { ...enumType('a'), name: qname('boyfanz', 'a') },
          domain('c', 'text'),
        ],
      },
    },
  },
  'name-too-long': {
    fails: {
      'one byte too many': {
        objects: [table('a'.repeat(64), { constraints: [] })],
        says: [`The table name "${'a'.repeat(64)}" has 64 bytes; PostgreSQL keeps 63.`],
      },
      'bytes count, not letters': {
        objects: [table('a', { columns: { [`${'ü'.repeat(32)}`]: 'text' } })],
        says: [`The column name "${'ü'.repeat(32)}" in a has 64 bytes; PostgreSQL keeps 63.`],
      },
    },
    passes: { '63 bytes': { objects: [table('a'.repeat(63), { constraints: [] })] } },
  },
  'name-style': {
    fails: {
      'capitals, spaces, accents, doubled and trailing underscores': {
        objects: [
          table('userPosts', { constraints: [], columns: { 'a b': 'text', über: 'text', a__b: 'text', c_: 'text' } }),
        ],
        says: [
          'The table name "userPosts" is not snake_case.',
          'The column name "a b" in userPosts is not snake_case.',
          'The column name "über" in userPosts is not snake_case.',
          'The column name "a__b" in userPosts is not snake_case.',
          'The column name "c_" in userPosts is not snake_case.',
        ],
      },
    },
    passes: {
      'snake_case, digits, and a derived name with a hash': {
        objects: [
          table('user_2fa', { columns: { e164: 'text' }, indexes: [index(['e164'], { name: 'user_2fa__9f_idx' })] }),
        ],
      },
    },
  },
  'reserved-word': {
    fails: {
      'a table and a column': {
        objects: [table('user', { columns: { order: 'integer' } })],
        says: [
          'The table name "user" is a reserved word of SQL.',
          'The column name "order" in user is a reserved word of SQL.',
        ],
      },
    },
    passes: {
      'words that are free for columns': {
        objects: [table('a', { columns: { position: 'smallint', values: 'text', time: 'text', status: 'text' } })],
      },
    },
  },
};
