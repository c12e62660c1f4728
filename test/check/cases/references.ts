import { qname } from '../../../src/model/name.ts';
import {
  access,
  column,
  domain,
  exclusion,
  fn,
  foreignKey,
  hashParts,
  hypertable,
  index,
  primaryKey,
  rolling,
  sequence,
  table,
  trigger,
  unique,
} from '../build.ts';
import type { CasesByRule } from './rule-cases.ts';

const users = table('users');

export const referenceCases: CasesByRule = {
  'unknown-reference': {
    fails: {
      'a foreign key to a table that is not there': {
        objects: [users, table('posts', { columns: { user_id: 'uuid' }, with: [foreignKey(['user_id'], 'user')] })],
        says: ['The foreign key "user_id_fkey" of posts refers to the table user, which does not exist.'],
      },
      'a foreign key to a column that is not there': {
        objects: [
          users,
          table('posts', {
            columns: { user_id: 'uuid' },
            with: [foreignKey(['user_id'], 'users', { targetColumns: ['idd'] })],
          }),
        ],
        says: ['The foreign key "user_id_fkey" of posts names the column idd, which users does not have.'],
      },
      'keys and indexes over columns that are not there': {
        objects: [
          table('posts', {
            with: [unique(['slug']), exclusion('no_overlap', ['room =']), foreignKey(['user_id'], 'posts')],
            indexes: [index(['created_at'], { include: ['title'] })],
          }),
        ],
        says: [
          'The unique constraint "slug_key" of posts names the column slug, which posts does not have.',
          'The exclusion constraint "no_overlap" of posts names the column room, which posts does not have.',
          'The foreign key "user_id_fkey" of posts names the column user_id, which posts does not have.',
          'The index "created_at_idx" of posts names the column created_at, which posts does not have.',
          'The index "created_at_idx" of posts names the column title, which posts does not have.',
        ],
      },
      'partition and hypertable keys that are not there': {
        objects: [
          table('a', { storage: hashParts(['user_id']) }),
          table('b', {
            storage: hypertable('at', {
              columnstore: {
                after: { count: 7, unit: 'day' },
                segmentBy: ['video_id'],
                orderBy: [{ column: 'seen_at', direction: 'desc', nulls: 'first' }],
              },
            }),
          }),
        ],
        says: [
          'The partition key of a names the column user_id, which a does not have.',
          'The hypertable of b names the column at, which b does not have.',
          '`segment_by` of b names the column video_id, which b does not have.',
          '`order_by` of b names the column seen_at, which b does not have.',
        ],
      },
      'a trigger with a function and a column that are not there': {
        objects: [fn('touch'), table('a', { triggers: [trigger('t', 'tuoch', { updateOf: ['title'] })] })],
        says: [
          'The trigger "t" of a names the column title, which a does not have.',
          'The trigger "t" of a calls the function tuoch, which does not exist.',
        ],
      },
      'a sequence owned by a column that is not there': {
        objects: [users, sequence('numbers', { table: qname('public', 'users'), column: 'no' })],
        says: ['The sequence numbers is owned by users.no, which does not exist.'],
      },
      'an owner and participants that are not there': {
        objects: [users, table('a')],
        info: {
          users: {
            access: access({
              owner: { kind: 'column', column: 'uid' },
              participants: { through: 'a', own: 'id', match: 'id', member: 'user_id' },
              read: ['owner'],
              write: [],
            }),
          },
          a: {
            access: access({
              owner: { kind: 'through', column: 'id', parent: 'user' },
              participants: { through: 'b', own: 'id', match: 'id', member: 'id' },
              read: [],
              write: [],
            }),
          },
        },
        says: [
          '`owner` of users names the column uid, which users does not have.',
          '`participants` of users names the column user_id, which a does not have.',
          '`owner` of a refers to the table user, which does not exist.',
          '`participants` of a refers to the table b, which does not exist.',
        ],
      },
      'a replica identity that is not there': {
        objects: [table('a', { replicaIdentity: { kind: 'index', name: 'a_idx' } })],
        says: ['The replica identity of a names the index "a_idx", which does not exist.'],
      },
    },
    passes: {
      'everything is there': {
        objects: [
          fn('touch'),
          users,
          sequence('numbers', { table: qname('public', 'users'), column: 'id' }),
          table('posts', {
            columns: { user_id: 'uuid' },
            with: [foreignKey(['user_id'], 'users'), unique(['user_id', 'id'])],
            indexes: [index(['user_id', '(lower(user_id::text))'])],
            storage: hashParts(['user_id']),
            triggers: [trigger('t', 'touch', { updateOf: ['user_id'] })],
          }),
        ],
      },
      'a trigger function of the server': {
        objects: [
          table('a', {
            triggers: [{ ...trigger('t', 'x'), function: qname('pg_catalog', 'tsvector_update_trigger') }],
          }),
        ],
      },
    },
  },
  'serial-type': {
    fails: {
      bigserial: {
        objects: [table('a', { columns: { no: 'bigserial' } })],
        says: ['a.no is written as bigserial, which is not a type.'],
      },
    },
    passes: { bigint: { objects: [table('a', { columns: { no: 'bigint' } })] } },
  },
  'foreign-key-type-mismatch': {
    fails: {
      'integer to uuid': {
        objects: [users, table('posts', { columns: { user_id: 'integer' }, with: [foreignKey(['user_id'], 'users')] })],
        says: ['posts.user_id is integer, but refers to users.id, which is uuid.'],
      },
      'two columns to one': {
        objects: [
          users,
          table('posts', {
            columns: { user_id: 'uuid', no: 'integer' },
            with: [foreignKey(['user_id', 'no'], 'users')],
          }),
        ],
        says: ['The foreign key "user_id_no_fkey" of posts has 2 columns and refers to 1.'],
      },
    },
    passes: {
      'the same type': {
        objects: [users, table('posts', { columns: { user_id: 'uuid' }, with: [foreignKey(['user_id'], 'users')] })],
      },
      'modifiers differ': {
        objects: [
          table('a', { columns: { code: 'varchar(3)' }, with: [unique(['code'])] }),
          table('b', {
            columns: { code: 'varchar(10)' },
            with: [foreignKey(['code'], 'a', { targetColumns: ['code'] })],
          }),
        ],
      },
      'a domain over the same type': {
        objects: [
          domain('amount_domain', 'uuid'),
          users,
          table('b', { columns: { user_id: 'amount_domain' }, with: [foreignKey(['user_id'], 'users')] }),
        ],
      },
    },
  },
  'foreign-key-without-unique-target': {
    fails: {
      'not unique': {
        objects: [
          table('a', { columns: { code: 'text' } }),
          table('b', { columns: { code: 'text' }, with: [foreignKey(['code'], 'a', { targetColumns: ['code'] })] }),
        ],
        says: ['The foreign key "code_fkey" of b refers to a (code), which is not unique.'],
      },
      'unique among some rows only': {
        objects: [
          table('a', {
            columns: { code: 'text' },
            indexes: [index(['code'], { unique: true, where: 'id is not null' })],
          }),
          table('b', { columns: { code: 'text' }, with: [foreignKey(['code'], 'a', { targetColumns: ['code'] })] }),
        ],
        says: ['The foreign key "code_fkey" of b refers to a (code), which is not unique.'],
      },
      'a deferrable key': {
        objects: [
          table('a', { columns: { code: 'text' }, with: [unique(['code'], { deferrable: 'deferrable' })] }),
          table('b', { columns: { code: 'text' }, with: [foreignKey(['code'], 'a', { targetColumns: ['code'] })] }),
        ],
        says: ['The foreign key "code_fkey" of b refers to a (code), whose unique constraint is deferrable.'],
      },
      'a part of the primary key': {
        objects: [
          table('a', { columns: { no: 'integer' }, constraints: [primaryKey(['id', 'no'])] }),
          table('b', { columns: { a_id: 'uuid' }, with: [foreignKey(['a_id'], 'a')] }),
        ],
        says: ['The foreign key "a_id_fkey" of b refers to a (id), which is not unique.'],
      },
    },
    passes: {
      'the primary key, columns in another order': {
        objects: [
          table('a', { columns: { no: 'integer' }, constraints: [primaryKey(['id', 'no'])] }),
          table('b', {
            columns: { a_id: 'uuid', no: 'integer' },
            with: [foreignKey(['no', 'a_id'], 'a', { targetColumns: ['no', 'id'] })],
          }),
        ],
      },
      'a unique index': {
        objects: [
          table('a', { columns: { code: 'text' }, indexes: [index(['code'], { unique: true })] }),
          table('b', { columns: { code: 'text' }, with: [foreignKey(['code'], 'a', { targetColumns: ['code'] })] }),
        ],
      },
    },
  },
  'foreign-key-without-index': {
    fails: {
      'no index at all': {
        objects: [users, table('posts', { columns: { user_id: 'uuid' }, with: [foreignKey(['user_id'], 'users')] })],
        says: ['No index of posts starts with the columns of the foreign key "user_id_fkey" (user_id).'],
      },
      'an index that has the column second, and one for live rows only': {
        objects: [
          users,
          table('posts', {
            columns: { user_id: 'uuid', at: 'date' },
            with: [foreignKey(['user_id'], 'users')],
            indexes: [index(['at', 'user_id']), index(['user_id'], { where: 'at is not null' })],
          }),
        ],
        says: ['No index of posts starts with the columns of the foreign key "user_id_fkey" (user_id).'],
      },
    },
    passes: {
      'an index over more columns': {
        objects: [
          users,
          table('posts', {
            columns: { user_id: 'uuid', at: 'date' },
            with: [foreignKey(['user_id'], 'users')],
            indexes: [index(['user_id', 'at desc'])],
          }),
        ],
      },
      'a partial index that leaves out NULL only': {
        objects: [
          users,
          table('posts', {
            columns: { user_id: 'uuid?' },
            with: [foreignKey(['user_id'], 'users')],
            indexes: [index(['user_id'], { where: '(user_id IS NOT NULL)' })],
          }),
        ],
      },
      'the primary key': {
        objects: [users, table('profiles', { with: [foreignKey(['id'], 'users')] })],
      },
    },
  },
  'foreign-key-into-time-partitioned': {
    fails: {
      'a hypertable and a rolling table': {
        objects: [
          table('events', { storage: hypertable('id') }),
          table('views', { storage: rolling('id') }),
          table('a', {
            columns: { event_id: 'uuid', view_id: 'uuid' },
            with: [foreignKey(['event_id'], 'events'), foreignKey(['view_id'], 'views')],
          }),
        ],
        says: [
          'The foreign key "event_id_fkey" of a refers to events, whose rows age out by partition.',
          'The foreign key "view_id_fkey" of a refers to views, whose rows age out by partition.',
        ],
      },
    },
    passes: {
      'hash partitions stay': {
        objects: [
          table('messages', { storage: hashParts(['id']) }),
          table('a', { columns: { message_id: 'uuid' }, with: [foreignKey(['message_id'], 'messages')] }),
        ],
      },
    },
  },
  'soft-reference-unknown': {
    fails: {
      'a table that is not there': {
        objects: [table('views', { columns: { video_id: column('video_id', 'uuid') } })],
        info: { views: { softReferences: new Map([['video_id', 'videos']]) } },
        says: ['views.video_id softly refers to videos, but there is no such table.'],
      },
    },
    passes: {
      'a table with and without its schema': {
        objects: [table('videos'), table('views', { columns: { a: 'uuid', b: 'uuid' } })],
        info: {
          views: {
            softReferences: new Map([
              ['a', 'videos'],
              ['b', 'public.videos'],
            ]),
          },
        },
      },
    },
  },
};
