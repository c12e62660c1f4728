import type { Placement, TableInfo } from '../../../src/model/info.ts';
import { type Ident, qname } from '../../../src/model/name.ts';
import { TARGETS } from '../../../src/target/list.ts';
import {
  column,
  exclusion,
  fn,
  foreignKey,
  hashParts,
  hypertable,
  index,
  policy,
  primaryKey,
  rolling,
  SEQUENCE_OPTIONS,
  table,
  trigger,
  unique,
} from '../build.ts';
import type { CasesByRule } from './rule-cases.ts';

/** `by('id')`, `by('room_id', 'rooms')`, with what is dropped. */
function by(key: Ident, group: Ident | null = null, ...drops: readonly Ident[]): Partial<TableInfo> {
  const placement = { kind: 'distributed', by: key, with: group === null ? null : qname('public', group) } as const;
  return scale(placement, drops);
}

function scale(placement: Placement, drops: readonly Ident[] = []): Partial<TableInfo> {
  return { scale: { placement, drops: new Map(drops.map((part) => [part, 'why'])) } };
}

const REFERENCE = scale({ kind: 'reference' });

const users = table('users');
const rooms = table('rooms');
const toRooms = foreignKey(['room_id'], 'rooms');
const chairs = table('chairs', {
  columns: { room_id: 'uuid' },
  constraints: [primaryKey(['room_id', 'id']), toRooms],
});
const identity = (type: string) =>
  column('id', type, { value: { kind: 'identity', mode: 'always', options: SEQUENCE_OPTIONS } });

export const scaleCases: CasesByRule = {
  'distribution-key-unfit': {
    fails: {
      'null, generated, and without a hash': {
        objects: [
          table('a', { columns: { key: 'uuid?' } }),
          table('b', {
            columns: { key: column('key', 'text', { value: { kind: 'generated', expr: "''", stored: true } }) },
          }),
          table('c', { columns: { key: 'json' } }),
        ],
        info: { a: by('key'), b: by('key'), c: by('key') },
        says: [
          'a is distributed by key, which may be null.',
          'b is distributed by key, which is generated.',
          'c is distributed by key, which is json, which has no hash.',
        ],
      },
    },
    passes: {
      'a plain column, and any column of a local table': {
        objects: [rooms, table('a', { columns: { key: 'uuid?' } })],
        info: { rooms: by('id') },
      },
    },
  },
  'co-location-broken': {
    fails: {
      'another type': {
        objects: [rooms, table('a', { columns: { room_id: 'bigint' } })],
        info: { rooms: by('id'), a: by('room_id', 'rooms') },
        says: ['a.room_id is bigint, but goes with rooms.id, which is uuid.'],
      },
      'a table that goes with another itself': {
        objects: [rooms, table('a'), table('b')],
        info: { rooms: by('id'), a: by('id', 'rooms'), b: by('id', 'a') },
        says: ['b goes with a, which goes with rooms itself.'],
      },
      'a table that is not distributed': {
        objects: [users, table('a')],
        info: { a: by('id', 'users') },
        says: ['a goes with users, which is not distributed.'],
      },
    },
    passes: {
      'the same type': { objects: [rooms, chairs], info: { rooms: by('id'), chairs: by('room_id', 'rooms') } },
    },
  },
  'distribution-key-in-unique': {
    fails: {
      'each sort of key': {
        objects: [
          table('a', {
            columns: { key: 'uuid', code: 'text' },
            with: [unique(['code']), exclusion('apart', ['key <>', 'code ='])],
            indexes: [index(['code'], { unique: true }), index(['(lower(key))'], { unique: true, name: 'folded' })],
          }),
        ],
        info: { a: by('key') },
        says: [
          'The primary key "a_pkey" of a lacks its distribution column key.',
          'The unique constraint "code_key" of a lacks its distribution column key.',
          'The exclusion constraint "apart" of a lacks its distribution column key.',
          'The unique index "code_idx" of a lacks its distribution column key.',
          'The unique index "folded" of a lacks its distribution column key.',
        ],
      },
    },
    passes: {
      'keys with the column, keys that are dropped, indexes that are not unique, and reference tables': {
        objects: [
          table('a', {
            columns: { key: 'uuid', code: 'text' },
            constraints: [primaryKey(['code', 'key']), unique(['code']), exclusion('apart', ['key =', 'code &&'])],
            indexes: [index(['code'])],
          }),
          table('b', { columns: { code: 'text' }, with: [unique(['code'])] }),
        ],
        info: { a: by('key', null, 'code_key'), b: REFERENCE },
      },
    },
  },
  'foreign-key-across-servers': {
    fails: {
      'from local and reference tables to a distributed one': {
        objects: [rooms, chairs, { ...chairs, name: qname('public', 'stools') }],
        info: { rooms: by('id'), chairs: REFERENCE },
        says: [
          'The foreign key "room_id_fkey" of chairs cannot stand on several servers: rows of rooms are spread over the servers.',
          'The foreign key "room_id_fkey" of stools cannot stand on several servers: rows of rooms are spread over the servers.',
        ],
      },
      'from a distributed table to a local one': {
        objects: [rooms, chairs],
        info: { chairs: by('room_id') },
        says: [
          'The foreign key "room_id_fkey" of chairs cannot stand on several servers: rooms is on the coordinator alone.',
        ],
      },
      'between groups': {
        objects: [rooms, chairs],
        info: { rooms: by('id'), chairs: by('room_id') },
        says: [
          'The foreign key "room_id_fkey" of chairs cannot stand on several servers: rows of rooms with the same value are on other servers.',
        ],
      },
      'within a group, without the column or at another place': {
        objects: [
          rooms,
          table('chairs', {
            columns: { room_id: 'uuid', next_id: 'uuid' },
            constraints: [
              foreignKey(['next_id'], 'rooms'),
              foreignKey(['room_id', 'next_id'], 'rooms', { targetColumns: ['name', 'id'] }),
            ],
          }),
          table('shelves', {
            columns: { above_id: 'uuid' },
            with: [foreignKey(['above_id'], 'shelves')],
          }),
        ],
        info: { rooms: by('id'), chairs: by('room_id', 'rooms'), shelves: by('id') },
        says: [
          'The foreign key "next_id_fkey" of chairs cannot stand on several servers: it does not hold room_id against rooms.id.',
          'The foreign key "room_id_next_id_fkey" of chairs cannot stand on several servers: it does not hold room_id against rooms.id.',
          'The foreign key "above_id_fkey" of shelves cannot stand on several servers: it does not hold id against shelves.id.',
        ],
      },
      'one that would change the column': {
        objects: [
          rooms,
          table('chairs', {
            columns: { room_id: 'uuid' },
            constraints: [foreignKey(['room_id'], 'rooms', { onDelete: { kind: 'set null', columns: [] } })],
          }),
          table('stools', {
            columns: { room_id: 'uuid' },
            constraints: [foreignKey(['room_id'], 'rooms', { onUpdate: { kind: 'cascade' } })],
          }),
        ],
        info: { rooms: REFERENCE, chairs: by('room_id'), stools: by('room_id') },
        says: ['chairs', 'stools'].map(
          (name) =>
            `The foreign key "room_id_fkey" of ${name} cannot stand on several servers: it would change room_id, and a row cannot move to another server.`,
        ),
      },
      'from a reference table to a local one whose deletes it follows': {
        objects: [
          rooms,
          table('chairs', {
            columns: { room_id: 'uuid' },
            constraints: [foreignKey(['room_id'], 'rooms', { onDelete: { kind: 'cascade' } })],
          }),
        ],
        info: { chairs: REFERENCE },
        says: [
          'The foreign key "room_id_fkey" of chairs cannot stand on several servers: rooms is local, and what happens to its rows does not reach the copies.',
        ],
      },
    },
    passes: {
      'local tables': { objects: [rooms, chairs] },
      'within a group': { objects: [rooms, chairs], info: { rooms: by('id'), chairs: by('room_id', 'rooms') } },
      'to a reference table, whatever its columns': {
        objects: [rooms, chairs],
        info: { rooms: REFERENCE, chairs: by('id') },
      },
      'between reference tables': { objects: [rooms, chairs], info: { rooms: REFERENCE, chairs: REFERENCE } },
      'between local and reference tables': { objects: [rooms, chairs], info: { rooms: REFERENCE } },
      'from a reference table to a local one that it restricts': {
        objects: [rooms, chairs],
        info: { chairs: REFERENCE },
      },
      'one that is dropped': {
        objects: [rooms, chairs],
        info: { chairs: by('room_id', null, 'room_id_fkey') },
      },
    },
  },
  'partitions-not-distributable': {
    fails: {
      'a reference table': {
        objects: [table('a', { storage: rolling('day') }), table('b', { storage: hypertable('at') })],
        info: { a: REFERENCE, b: REFERENCE },
        says: ['a is a reference table and partitioned.', 'b is a reference table and a hypertable.'],
      },
      'a hypertable where Citus is used': {
        objects: [table('a', { storage: hypertable('at') })],
        info: { a: by('id') },
        target: { ...TARGETS.timescale, scaleOut: 'citus' },
        says: ['a is distributed and a hypertable.'],
      },
    },
    passes: {
      'partitions of local and distributed tables': {
        objects: [
          table('a', { storage: rolling('day') }),
          table('b', { storage: hashParts(['id']) }),
          table('c', { storage: hypertable('at') }),
        ],
        info: { a: by('id'), c: by('id') },
      },
    },
  },
  'identity-too-small-to-spread': {
    fails: {
      'of distributed and reference tables': {
        objects: [
          table('a', { columns: { id: identity('integer') } }),
          table('b', { columns: { id: identity('smallint') } }),
        ],
        info: { a: by('id'), b: REFERENCE },
        says: [
          'a.id is an identity of type integer, and the table is on several servers.',
          'b.id is an identity of type smallint, and the table is on several servers.',
        ],
      },
    },
    passes: {
      'bigint, and any in a local table': {
        objects: [
          table('a', { columns: { id: identity('bigint') } }),
          table('b', { columns: { id: identity('integer') } }),
        ],
        info: { a: by('id') },
      },
    },
  },
  'trigger-across-servers': {
    fails: {
      'a query for a local table, straight, by another function, in dynamic SQL, by an argument': {
        objects: [
          users,
          fn('straight', { body: { text: 'begin perform 1 from public.users; return new; end', variants: [] } }),
          fn('roundabout', { body: { text: 'begin perform public.straight(); return new; end', variants: [] } }),
          fn('built', { body: { text: "begin execute 'select 1 from public.users'; return new; end", variants: [] } }),
          fn('told', {
            body: {
              text: "begin execute format('select 1 from public.%I', tg_argv[0]); return new; end",
              variants: [],
            },
          }),
          table('a', {
            triggers: [
              trigger('t1', 'straight'),
              trigger('t2', 'roundabout'),
              trigger('t3', 'built'),
              trigger('t4', 'told', { args: ['users'] }),
              trigger('t5', 'told', { args: ['exists (select from public.users)'] }),
            ],
          }),
        ],
        info: { a: by('id') },
        says: [1, 2, 3, 4, 5].map(
          (at) =>
            `The trigger "t${at}" of a cannot run on several servers: it reaches for users, which its server may not have.`,
        ),
      },
      'a write to a reference table': {
        objects: [
          users,
          fn('count', { body: { text: 'begin update public.users set n = n + 1; return new; end', variants: [] } }),
          table('a', { triggers: [trigger('t', 'count')] }),
        ],
        info: { a: by('id'), users: REFERENCE },
        says: ['The trigger "t" of a cannot run on several servers: it would change one copy of users only.'],
      },
      'the clock, in a reference table': {
        objects: [
          fn('touch', { body: { text: 'begin new.at := now(); return new; end', variants: [] } }),
          table('a', { triggers: [trigger('t', 'touch')] }),
        ],
        info: { a: REFERENCE },
        says: ['The trigger "t" of a cannot run on several servers: every copy would take another time or number.'],
      },
    },
    passes: {
      'the clock in a distributed table, reference tables, the group, what is dropped, and local tables': {
        objects: [
          users,
          rooms,
          fn('touch', { body: { text: 'begin new.at := now(); return new; end', variants: [] } }),
          fn('look', {
            body: { text: 'begin perform 1 from public.users, public.rooms; return new; end', variants: [] },
          }),
          table('a', { triggers: [trigger('t1', 'touch'), trigger('t2', 'look')] }),
          table('b', { triggers: [trigger('t', 'look')] }),
          table('c', { triggers: [trigger('t', 'look')] }),
        ],
        info: { users: REFERENCE, rooms: by('id'), a: by('id', 'rooms'), b: by('id', null, 't') },
      },
    },
  },
  'policy-across-servers': {
    fails: {
      'a subquery, and a function that looks at a local table': {
        objects: [
          users,
          fn('is_known', {
            language: 'sql',
            returns: 'boolean',
            body: { text: 'select exists (select from public.users)', variants: [] },
          }),
          table('a', {
            policies: [
              { ...policy('p'), permissive: false, using: 'exists (select from public.users)' },
              { ...policy('q'), permissive: false, using: 'public.is_known()' },
            ],
          }),
        ],
        info: { a: by('id') },
        says: [
          'The restrictive policy "p" of a cannot stand on several servers: it has a subquery.',
          'The restrictive policy "q" of a cannot stand on several servers: it reaches for users, which its server may not have.',
        ],
      },
    },
    passes: {
      'columns of the row, what is left out by itself, and a local table': {
        objects: [
          table('a', {
            policies: [
              { ...policy('p'), permissive: false },
              { ...policy('q'), using: 'exists (select from public.users)' },
            ],
          }),
          table('b', { policies: [{ ...policy('p'), permissive: false, using: 'exists (select from public.users)' }] }),
        ],
        info: { a: by('id') },
      },
    },
  },
  'needless-scale-drop': {
    fails: {
      'a key and a trigger that can stand': {
        objects: [rooms, { ...chairs, triggers: [trigger('t', 'f')] }, fn('f')],
        info: { rooms: by('id'), chairs: by('room_id', 'rooms', 'room_id_fkey', 't') },
        says: [
          'chairs drops "room_id_fkey", which can stand on several servers.',
          'chairs drops "t", which can stand on several servers.',
        ],
      },
    },
    passes: {
      'what cannot, and what would tie a local table to the copies': {
        objects: [rooms, chairs, { ...chairs, name: qname('public', 'stools') }, table('lamps', { with: [toRooms] })],
        info: {
          rooms: REFERENCE,
          stools: scale({ kind: 'local' }, ['room_id_fkey']),
          lamps: by('key', null, 'lamps_pkey'),
        },
      },
    },
  },
};
