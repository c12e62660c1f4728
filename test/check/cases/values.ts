import { TARGETS } from '../../../src/target/list.ts';
import type { Situation } from '../build.ts';
import {
  check,
  column,
  domain,
  enumType,
  exclusion,
  fn,
  foreignKey,
  hashParts,
  index,
  type TableParts,
  table,
  unique,
  withOpclass,
} from '../build.ts';
import type { CasesByRule, FailingCase } from './rule-cases.ts';

const users = table('users');
const setNull = { onDelete: { kind: 'set null', columns: [] } } as const;
const cascade = { onDelete: { kind: 'cascade' } } as const;

/** A nullable `user_id` that the deletion of a user empties, under a check. */
function emptied(expr: string, columns: TableParts['columns'] = {}): Situation {
  return {
    objects: [
      users,
      table('a', {
        columns: { user_id: 'uuid?', ...columns },
        with: [foreignKey(['user_id'], 'users', setNull), check('c', expr)],
      }),
    ],
  };
}

function breaks(expr: string, columns: TableParts['columns'] = {}): FailingCase {
  return {
    ...emptied(expr, columns),
    says: [`When a row of users is deleted, a.user_id becomes null, which the check "c" can forbid: ${expr}.`],
  };
}

export const valueCases: CasesByRule = {
  'set-null-on-not-null': {
    fails: {
      'a NOT NULL column': {
        objects: [
          users,
          table('a', { columns: { user_id: 'uuid' }, with: [foreignKey(['user_id'], 'users', setNull)] }),
        ],
        says: ['The foreign key "user_id_fkey" says on_delete: set null, but a.user_id is NOT NULL.'],
      },
      'a part of the primary key': {
        objects: [users, table('a', { columns: { id: 'uuid?' }, with: [foreignKey(['id'], 'users', setNull)] })],
        says: ['The foreign key "id_fkey" says on_delete: set null, but a.id is part of the primary key.'],
      },
      'on update, and a default that is not there': {
        objects: [
          users,
          table('a', {
            columns: { user_id: 'uuid' },
            with: [foreignKey(['user_id'], 'users', { onUpdate: { kind: 'set default', columns: [] } })],
          }),
        ],
        says: ['The foreign key "user_id_fkey" says on_update: set default, but a.user_id is NOT NULL.'],
      },
    },
    passes: {
      'a nullable column, one of two, and a default': {
        objects: [
          users,
          table('a', {
            columns: {
              user_id: 'uuid?',
              tenant_id: 'uuid',
              other_id: column('other_id', 'uuid', { value: { kind: 'default', expr: 'gen_random_uuid()' } }),
            },
            with: [
              foreignKey(['tenant_id', 'user_id'], 'users', { onDelete: { kind: 'set null', columns: ['user_id'] } }),
              foreignKey(['other_id'], 'users', { onDelete: { kind: 'set default', columns: [] } }),
            ],
          }),
        ],
      },
    },
  },
  'set-null-breaks-check': {
    fails: {
      'demanded outright': breaks("kind <> '' and user_id is not null", { kind: 'text' }),
      'demanded in a state': breaks("status <> 'done' or user_id is not null", { status: 'text' }),
      'demanded exactly in a state': breaks("(status = 'done') = (user_id is not null)", { status: 'text' }),
      'goes with another column': breaks('(user_id is null) = (done_at is null)', { done_at: 'date?' }),
      'one of two': breaks('num_nonnulls(user_id, team_id) = 1', { team_id: 'uuid?' }),
      'at most one missing': breaks('num_nulls(user_id, team_id) <= 1', { team_id: 'uuid?' }),
      'a flag of its own': breaks('is_done = (user_id is not null)', { is_done: 'boolean' }),
      'a denial': breaks('not (user_id is null and level between 1 and 3)', { level: 'integer' }),
    },
    passes: {
      'the check holds without it': emptied("user_id is null or status = 'done'", { status: 'text' }),
      'NULL passes': emptied('user_id <> other_id and level between 1 and 3', { other_id: 'uuid', level: 'integer' }),
      'only one may be set': emptied('num_nonnulls(user_id, team_id) <= 1', { team_id: 'uuid?' }),
      'it is enough that the other one is set, and it always is': emptied(
        'user_id is not null or team_id is not null',
        {
          team_id: 'uuid',
        },
      ),
      'words in a literal': emptied("note <> 'user_id is not null'", { note: 'text' }),
      'another column is demanded': emptied('done_at is not null', { done_at: 'date?' }),
      'a later step needs the earlier one, not the user': emptied('(done_at is null) = (note is null)', {
        done_at: 'date?',
        note: 'text?',
      }),
    },
  },
  'money-not-bigint': {
    fails: {
      'fractions, floats and money': {
        objects: [
          domain('amount_domain', 'numeric(12,2)'),
          table('a', {
            columns: {
              amount: 'numeric(12,2)',
              net_price: 'double precision',
              fees: 'real',
              tip: 'money',
              cost: 'amount_domain',
              total_minor: 'integer',
            },
          }),
        ],
        says: [
          'a.amount looks like money, but is numeric(12,2).',
          'a.net_price looks like money, but is double precision.',
          'a.fees looks like money, but is real.',
          'a.tip looks like money, but is money.',
          'a.cost looks like money, but is amount_domain.',
          'a.total_minor holds minor units, but is integer.',
        ],
      },
    },
    passes: {
      'minor units, rates and counts': {
        objects: [
          domain('minor_domain', 'bigint'),
          table('a', {
            columns: {
              amount_minor: 'bigint',
              fee_minor: 'minor_domain',
              fee_rate: 'numeric(5,4)',
              price_factor: 'real',
              watched_seconds_total: 'double precision',
              total: 'integer',
            },
          }),
        ],
      },
    },
  },
  'money-without-currency': {
    fails: {
      'an amount alone': {
        objects: [table('a', { columns: { amount_minor: 'bigint' } })],
        says: ['a holds the amount amount_minor, but no currency.'],
      },
    },
    passes: {
      'a currency beside it': {
        objects: [table('a', { columns: { amount_minor: 'bigint', settle_currency: 'char(3)' } })],
      },
      'no amount': { objects: [table('a', { columns: { amount: 'bigint' } })] },
    },
  },
  'money-cascade': {
    fails: {
      'a table with an amount': {
        objects: [
          users,
          table('a', { columns: { amount_minor: 'bigint' }, with: [foreignKey(['id'], 'users', cascade)] }),
        ],
        says: ['a holds money (amount_minor), but its rows vanish with users: "id_fkey" says on_delete: cascade.'],
      },
      'a section on money, whatever its number': {
        objects: [users, ...['a', 'b'].map((name) => table(name, { with: [foreignKey(['id'], 'users', cascade)] }))],
        info: { a: { section: '03-monetization-payments' }, b: { section: '7-billing' } },
        says: ['a', 'b'].map(
          (name) =>
            `${name} belongs to the section on money, but its rows vanish with users: "id_fkey" says on_delete: cascade.`,
        ),
      },
    },
    passes: {
      'restrict, and no money': {
        objects: [
          users,
          table('a', { columns: { amount_minor: 'bigint' }, with: [foreignKey(['id'], 'users')] }),
          table('b', { with: [foreignKey(['id'], 'users', cascade)] }),
        ],
        info: { b: { section: '03-shop' } },
      },
    },
  },
  'timestamp-without-time-zone': {
    fails: {
      timestamp: {
        objects: [table('a', { columns: { at: 'timestamp(3)' } })],
        says: ['a.at is timestamp without time zone(3), which names no moment.'],
      },
      'in the arguments and results of functions': {
        objects: [
          fn('f', { args: [{ name: 'at', mode: 'in', type: column('at', 'timestamp').type, default: null }] }),
          fn('g', { returns: 'table (id uuid, at timestamp)' }),
        ],
        says: [
          'The argument at of the function f is timestamp without time zone, which names no moment.',
          'The function g returns table (id uuid, at timestamp), which names no moment.',
        ],
      },
    },
    passes: {
      'timestamptz and date': {
        objects: [
          table('a', { columns: { at: 'timestamptz', day: 'date' } }),
          fn('f', { returns: 'table (a timestamptz, b timestamp(3) with time zone, c date)' }),
        ],
      },
    },
  },
  'json-instead-of-jsonb': {
    fails: {
      json: {
        objects: [table('a', { columns: { data: 'json' } })],
        says: ['a.data is json, which cannot be compared or indexed.'],
      },
    },
    passes: { jsonb: { objects: [table('a', { columns: { data: 'jsonb' } })] } },
  },
  'secret-as-text': {
    fails: {
      'readable types': {
        objects: [table('a', { columns: { token: 'text', codes: 'text[]', nick: 'citext' } })],
        info: {
          a: {
            pii: new Map([
              ['token', 'secret'],
              ['codes', 'secret'],
              ['nick', 'secret'],
            ]),
          },
        },
        says: [
          'a.token is a secret, but is stored as text.',
          'a.codes is a secret, but is stored as text[].',
          'a.nick is a secret, but is stored as citext.',
        ],
      },
    },
    passes: {
      'bytea, and text that is no secret': {
        objects: [table('a', { columns: { token_hash: 'bytea', email: 'text' } })],
        info: {
          a: {
            pii: new Map([
              ['token_hash', 'secret'],
              ['email', 'contact'],
            ]),
          },
        },
      },
    },
  },
  'feature-newer-than-target': {
    fails: {
      'nulls not distinct': {
        objects: [
          table('a', {
            columns: { b: 'text?' },
            with: [unique(['b'], { nullsNotDistinct: true })],
            indexes: [index(['b', 'id'], { unique: true, nullsNotDistinct: true })],
          }),
        ],
        says: [
          'The unique constraint "b_key" has NULLS NOT DISTINCT (a), which needs PostgreSQL 15; the target timescale starts at 14.',
          'The unique index "b_id_idx" has NULLS NOT DISTINCT (a), which needs PostgreSQL 15; the target timescale starts at 14.',
        ],
      },
      'set null of some columns': {
        objects: [
          table('a', {
            columns: { b: 'uuid?' },
            with: [foreignKey(['b', 'id'], 'a', { onDelete: { kind: 'set null', columns: ['b'] } })],
          }),
        ],
        says: [
          'The foreign key "b_id_fkey" lists the columns that set null empties (a), which needs PostgreSQL 15; the target timescale starts at 14.',
        ],
      },
      'a virtual column, and a new function': {
        objects: [
          table('a', {
            columns: {
              b: column('b', 'text', { value: { kind: 'generated', expr: "'x'", stored: false } }),
              c: column('c', 'uuid', { value: { kind: 'default', expr: 'uuidv7()' } }),
            },
          }),
        ],
        says: [
          'The column b is generated and virtual (a), which needs PostgreSQL 18; the target timescale starts at 14.',
          'The default of a.c calls uuidv7() (a), which needs PostgreSQL 18; the target timescale starts at 14.',
        ],
      },
      'boolean under GiST': {
        objects: [table('a', { columns: { b: 'boolean' }, with: [exclusion('e', ['b ='])] })],
        says: [
          'The exclusion constraint "e" has a boolean under GiST (a), which needs PostgreSQL 15; the target timescale starts at 14.',
        ],
      },
      'exclusion and NOT VALID on a partitioned table': {
        objects: [
          table('a', {
            with: [exclusion('e', ['id =']), foreignKey(['id'], 'a', { validated: false })],
            storage: hashParts(['id']),
          }),
        ],
        says: [
          'The partitioned table has the exclusion constraint "e" (a), which needs PostgreSQL 17; the target timescale starts at 14.',
          'The foreign key "id_fkey" of a partitioned table is NOT VALID (a), which needs PostgreSQL 18; the target timescale starts at 14.',
        ],
      },
    },
    passes: {
      'the target is new enough': {
        objects: [table('a', { with: [unique(['id'], { nullsNotDistinct: true })] })],
        target: TARGETS.embedded,
      },
      'old features': {
        objects: [
          table('a', {
            columns: { b: column('b', 'text', { value: { kind: 'generated', expr: "'x'", stored: true } }) },
            with: [exclusion('e', ['id =']), foreignKey(['id'], 'a', setNull)],
          }),
        ],
      },
    },
  },
  'unknown-extension-feature': {
    fails: {
      'a type': {
        objects: [table('a', { columns: { place: 'geography' } })],
        says: ['a needs the extension postgis for the type geography of place.'],
      },
      'an operator class': {
        objects: [
          table('a', {
            columns: { b: 'text' },
            indexes: [withOpclass(index(['b'], { method: 'gin' }), 'gin_trgm_ops')],
          }),
        ],
        says: ['a needs the extension pg_trgm for the operator class gin_trgm_ops of "b_idx".'],
      },
      'equality under GiST, and a scalar under GIN': {
        objects: [
          enumType('mood'),
          table('a', {
            columns: { during: 'tstzrange', m: 'mood' },
            with: [exclusion('e', ['id =', 'during &&']), exclusion('f', ['m ='])],
            indexes: [index(['id'], { method: 'gin' })],
          }),
        ],
        says: [
          'a needs the extension btree_gist for gist over id (uuid) in "e".',
          'a needs the extension btree_gist for gist over m (mood) in "f".',
          'a needs the extension btree_gin for gin over id (uuid) in "id_idx".',
        ],
      },
    },
    passes: {
      'the extension is declared': {
        objects: [
          { kind: 'extension', name: 'btree_gist', schema: 'public' },
          { kind: 'extension', name: 'postgis', schema: 'public' },
          table('a', { columns: { place: 'geography' }, with: [exclusion('e', ['id ='])] }),
        ],
      },
      'ranges and arrays need none': {
        objects: [
          table('a', {
            columns: { during: 'tstzrange', tags: 'text[]' },
            with: [exclusion('e', ['during &&'])],
            indexes: [index(['tags'], { method: 'gin' })],
          }),
        ],
      },
    },
  },
};
