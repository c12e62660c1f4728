import {
  access,
  check,
  continuousView,
  exclusion,
  fn,
  hashParts,
  hypertable,
  index,
  policy,
  primaryKey,
  rolling,
  table,
  unique,
} from '../build.ts';
import type { CasesByRule } from './rule-cases.ts';

const compressed = hypertable('at', {
  columnstore: { after: { count: 7, unit: 'day' }, segmentBy: [], orderBy: [] },
});

export const tableCases: CasesByRule = {
  'table-without-comment': {
    fails: {
      'none, and a blank one': {
        objects: [table('a', { comment: null }), table('b', { comment: ' ' })],
        says: ['a has no comment.', 'b has no comment.'],
      },
    },
    passes: { 'a sentence': { objects: [table('a')] } },
  },
  'table-without-primary-key': {
    fails: {
      'a unique key is no primary key': {
        objects: [table('a', { constraints: [unique(['id'])] })],
        says: ['a has no primary key.'],
      },
    },
    passes: { 'it has one': { objects: [table('a')] } },
  },
  'erasure-unstated': {
    fails: {
      'a soft reference has no delete rule': {
        people: 'people',
        objects: [table('people'), table('visits', { columns: { visitor_id: 'bigint' } })],
        info: { visits: { softReferences: new Map([['visitor_id', 'people']]) } },
        says: ['Nothing says what becomes of visits when the person in visitor_id is erased.'],
      },
      'personal data of nobody in particular': {
        people: 'people',
        objects: [table('people'), table('logs', { columns: { ip: 'inet' } })],
        info: { logs: { pii: new Map([['ip', 'identity']]) } },
        says: ['logs.ip is personal, and nothing says what becomes of it at erasure.'],
      },
    },
    passes: {
      'a reason': {
        people: 'people',
        objects: [table('people'), table('logs', { columns: { ip: 'inet' } })],
        info: {
          logs: {
            pii: new Map([['ip', 'identity']]),
            erasure: { domain: null, keep: 'Gone tomorrow.', people: new Map() },
          },
        },
      },
      'nobody is erased': {
        objects: [table('logs', { columns: { ip: 'inet' } })],
        info: { logs: { pii: new Map([['ip', 'identity']]) } },
      },
    },
  },
  'table-without-access': {
    fails: {
      'not a word': {
        objects: [table('a')],
        info: { a: { access: null } },
        says: ['a does not say who may read and write it.'],
      },
    },
    passes: { words: { objects: [table('a')] } },
  },
  'table-without-owner': {
    fails: {
      'the owner may read': {
        objects: [table('a')],
        info: { a: { access: access({ read: ['owner', 'staff'] }) } },
        says: ['a lets its owner in, but does not say who that is.'],
      },
      'participants may write': {
        objects: [table('a')],
        info: { a: { access: access({ write: ['participants'] }) } },
        says: ['a lets participants in, but does not say who that is.'],
      },
      'the creator may read, and no column holds their id': {
        objects: [table('creators'), table('a')],
        info: { a: { access: access({ read: ['creator'] }) } },
        says: ['a lets its creator in, but does not say who that is.'],
      },
      'subscribers, parties and viewers of nobody': {
        objects: [table('a'), table('b'), table('c')],
        info: {
          a: { access: access({ read: ['subscribers'] }) },
          b: { access: access({ read: ['parties'] }) },
          c: { access: access({ read: ['viewers'] }) },
        },
        says: [
          'a lets subscribers of its creator in, but does not say who that is.',
          'b lets further parties in, but does not say who that is.',
          'c lets viewers in, but does not say who that is.',
        ],
      },
    },
    passes: {
      'staff only': { objects: [table('a')] },
      'an owner': {
        objects: [table('a')],
        info: { a: { access: access({ owner: { kind: 'column', column: 'id' }, read: ['owner'] }) } },
      },
      'a creator, in the row or in the one that it refers to': {
        objects: [table('a'), table('b')],
        info: {
          a: { access: access({ creator: { kind: 'column', column: 'id' }, read: ['creator', 'subscribers'] }) },
          b: { access: access({ creator: { kind: 'through', column: 'id', parent: 'a' }, read: ['creator'] }) },
        },
      },
    },
  },
  'table-without-volume': {
    fails: {
      'no number': {
        objects: [table('a')],
        info: { a: { volume: null } },
        says: ['a does not say how many rows it has at one million users.'],
      },
    },
    passes: { 'none at all is a number': { objects: [table('a')], info: { a: { volume: 0 } } } },
  },
  'duplicate-index': {
    fails: {
      'two equal indexes': {
        objects: [
          table('a', {
            indexes: [index(['id'], { name: 'x', where: 'id > 1' }), index(['id'], { name: 'y', where: 'id  > 1' })],
          }),
        ],
        says: ['The index "y" of a repeats the index "x" (id) where id > 1.'],
      },
      'an index like the primary key, read backwards': {
        objects: [table('a', { indexes: [index(['id desc'], { name: 'x' })] })],
        says: ['The index "x" of a repeats the primary key "a_pkey" (id).'],
      },
      'of a plain and a unique one the plain one has to go': {
        objects: [
          table('a', {
            columns: { b: 'text' },
            indexes: [index(['b'], { name: 'plain' }), index(['b'], { name: 'strict', unique: true })],
          }),
        ],
        says: ['The index "plain" of a repeats the index "strict" (b).'],
      },
    },
    passes: {
      'another order, method, predicate or direction': {
        objects: [
          table('a', {
            columns: { b: 'text', c: 'text' },
            indexes: [
              index(['b', 'c'], { name: 'i1' }),
              index(['c', 'b'], { name: 'i2' }),
              index(['b', 'c desc'], { name: 'i3' }),
              index(['b', 'c'], { name: 'i4', where: 'c is not null' }),
              index(['b', 'c'], { name: 'i5', method: 'gin' }),
              index(['b', 'c'], { name: 'i6', include: ['id'] }),
            ],
          }),
        ],
      },
    },
  },
  'redundant-index': {
    fails: {
      'the beginning of an index': {
        objects: [table('a', { columns: { b: 'text', c: 'text' }, indexes: [index(['b']), index(['b', 'c desc'])] })],
        says: ['The index "b_idx" (b) of a is the beginning of the index "b_c_desc_idx" (b, c desc).'],
      },
      'the beginning of a key': {
        objects: [table('a', { columns: { b: 'text' }, indexes: [index(['b'])], with: [unique(['b', 'id'])] })],
        says: ['The index "b_idx" (b) of a is the beginning of the unique constraint "b_id_key" (b, id).'],
      },
    },
    passes: {
      'unique, partial, or with columns of its own': {
        objects: [
          table('a', {
            columns: { b: 'text', c: 'text' },
            indexes: [
              index(['b'], { name: 'i1', unique: true }),
              index(['c'], { name: 'i2', where: 'b is null' }),
              index(['c'], { name: 'i3', include: ['b'] }),
              index(['b', 'c']),
              index(['c', 'id']),
            ],
          }),
        ],
      },
      'the end of another': {
        objects: [table('a', { columns: { b: 'text', c: 'text' }, indexes: [index(['c']), index(['b', 'c'])] })],
      },
    },
  },
  'partition-key-in-unique': {
    fails: {
      'a hash-partitioned table': {
        objects: [
          table('a', {
            columns: { user_id: 'uuid', code: 'text' },
            with: [unique(['user_id', 'code']), exclusion('e', ['code ='])],
            indexes: [index(['code'], { unique: true }), index(['code'], { name: 'plain' })],
            storage: hashParts(['user_id']),
          }),
        ],
        says: [
          'The primary key "a_pkey" of a lacks the partition key user_id.',
          'The exclusion constraint "e" of a lacks the partition key user_id.',
          'The unique index "code_idx" of a lacks the partition key user_id.',
        ],
      },
      'a hypertable': {
        objects: [table('a', { columns: { at: 'timestamptz' }, storage: hypertable('at') })],
        says: ['The primary key "a_pkey" of a lacks the partition key at.'],
      },
    },
    passes: {
      'the key is in every key': {
        objects: [
          table('a', {
            columns: { at: 'timestamptz' },
            constraints: [primaryKey(['id', 'at'])],
            storage: rolling('at'),
          }),
        ],
      },
    },
  },
  'log-without-retention': {
    fails: {
      'no end': {
        objects: [
          table('a', { storage: rolling('id', null) }),
          table('b', { storage: hypertable('id', { keep: null }) }),
        ],
        says: [
          'a is partitioned by time and keeps its rows for ever.',
          'b is partitioned by time and keeps its rows for ever.',
        ],
      },
      'a log by its name, plain or spread over partitions': {
        objects: [table('name_history'), table('audit_logs', { storage: hashParts(['id']) })],
        says: [
          'name_history is a log by its name and keeps its rows for ever.',
          'audit_logs is a log by its name and keeps its rows for ever.',
        ],
      },
    },
    passes: {
      'kept for a time, kept by law, or not a log': {
        objects: [
          table('a', { storage: rolling('id') }),
          table('b', { storage: rolling('id', null) }),
          table('c', { storage: hashParts(['id']) }),
          table('events'),
          table('job_history'),
          table('job_events', { storage: rolling('id') }),
        ],
        info: { job_history: { retention: '14 days' }, b: { retention: '10 years, the tax office wants it' } },
      },
    },
  },
  'continuous-aggregate-refused': {
    fails: {
      'row security, or no hypertable': {
        objects: [
          table('a', { storage: hypertable('id'), rowSecurity: 'on' }),
          table('b', { rowSecurity: 'off' }),
          continuousView('of_a', 'a'),
          continuousView('of_b', 'b'),
        ],
        says: ['of_a sums up a, which has row security.', 'of_b sums up b, which is no hypertable.'],
      },
    },
    passes: {
      'a hypertable for staff, and any view that is not kept': {
        objects: [
          table('a', { storage: hypertable('id'), rowSecurity: 'off' }),
          continuousView('of_a', 'a'),
          { ...continuousView('of_b', 'a'), continuous: null },
        ],
      },
    },
  },
  'rolling-without-overflow': {
    fails: {
      'no default partition': {
        objects: [table('a', { storage: rolling('id', 12, false) })],
        says: ['Inserts into a fail when its partitions were not made in time.'],
      },
    },
    passes: {
      'a default partition, or all written out': {
        objects: [table('a', { storage: rolling('id') }), table('b', { storage: hashParts(['id']) })],
      },
    },
  },
  'policy-on-table-without-row-security': {
    fails: {
      'row security is off': {
        objects: [table('a', { rowSecurity: 'off', policies: [policy('p')] })],
        says: ['a has the policy "p", but row security is off, so that it has no effect.'],
      },
    },
    passes: {
      'on, forced, or no policy': {
        objects: [
          table('a', { policies: [policy('p')] }),
          table('b', { rowSecurity: 'forced', policies: [policy('p')] }),
          table('c', { rowSecurity: 'off' }),
        ],
      },
    },
  },
  'hypertable-with-row-security': {
    fails: {
      'compressed with row security': {
        objects: [table('a', { columns: { at: 'timestamptz' }, storage: compressed })],
        says: ['a has row security and is compressed: TimescaleDB takes only one of them.'],
      },
    },
    passes: {
      'one of them': {
        objects: [table('a', { storage: compressed, rowSecurity: 'off' }), table('b', { storage: hypertable('at') })],
      },
    },
  },
  'function-without-search-path': {
    fails: {
      'no settings': {
        objects: [fn('f', { settings: {} })],
        says: ['The function f does not set search_path.'],
      },
    },
    passes: { 'an empty search_path': { objects: [fn('f')] } },
  },
  'body-misread-by-editor': {
    fails: {
      'a query into a variable': {
        objects: [fn('f', { body: { text: 'begin select 1 into v; return v; end', variants: [] } })],
        says: [
          'The body of f has SELECT before INTO, which such editors take for a new table without row-level security.',
        ],
      },
      'what takes away, behind a statement and given to EXECUTE': {
        objects: [
          fn('f', { body: { text: "begin perform 1; delete from a; execute 'drop table a'; end", variants: [] } }),
        ],
        says: [
          'The body of f has a statement that begins with drop, delete or truncate behind another one.',
          'The body of f gives EXECUTE a text that begins with drop, delete or truncate.',
        ],
      },
      'an update of everything, in a variant': {
        objects: [
          fn('f', {
            body: { text: 'begin end', variants: [{ since: 16, text: 'begin perform 1; update a set b = 1; end' }] },
          }),
        ],
        says: ['The body of f has an UPDATE without WHERE behind another statement.'],
      },
      'dashes in a string': {
        objects: [fn('f', { body: { text: "begin return '--'; end", variants: [] } })],
        says: ['The body of f has two dashes in a string, where such editors see the beginning of a comment.'],
      },
    },
    passes: {
      'the same in other words': {
        objects: [
          fn('f', {
            body: {
              text: `begin
  -- select into; drop table x; don't -- or do
  v := (select 1);
  if v > 0 then
    delete from a;
  end if;
  statement := format('drop table %I', substring('' from $re$ it's -- $re$));
  execute statement;
  update a set b = 1 where c;
  insert/**/into a values (1);
end`,
              variants: [],
            },
          }),
        ],
      },
    },
  },
  'check-not-immutable': {
    fails: {
      'the moment in a check': {
        objects: [
          table('a', {
            columns: { at: 'date' },
            with: [check('c', 'at <= CURRENT_DATE'), check('d', 'at < pg_catalog.now()::date')],
          }),
        ],
        says: [
          'The check "c" of a uses current_date, which gives another result another time.',
          'The check "d" of a uses now(), which gives another result another time.',
        ],
      },
      'a function of ours': {
        objects: [
          fn('roll', { returns: 'integer' }),
          fn('setting_of', { returns: 'text', volatility: 'stable' }),
          table('a', {
            with: [check('c', 'public.roll() > 1')],
            indexes: [index(['(setting_of(id))'], { name: 'i' })],
          }),
        ],
        says: [
          'The check "c" of a uses public.roll(), which gives another result another time.',
          'The index "i" of a uses setting_of(), which gives another result another time.',
        ],
      },
      'the configuration of a search': {
        objects: [
          table('a', {
            columns: { body: 'text' },
            indexes: [index(['(to_tsvector(body))'], { name: 'i', where: 'body < to_char(now())' })],
          }),
        ],
        says: [
          'The index "i" of a uses to_tsvector() without a configuration, which gives another result another time.',
          'The index "i" of a uses to_char(), which gives another result another time.',
        ],
      },
    },
    passes: {
      'words in literals, names and comments': {
        objects: [
          table('a', {
            columns: { body: 'text', now: 'text' },
            with: [
              check('c', "body <> 'now()' and now > '' -- random()"),
              check('d', 'body is null or a.current_user > 1'),
            ],
            indexes: [index(["(to_tsvector('simple', body))"], { name: 'i' })],
          }),
        ],
      },
      'a stable function in a check': {
        objects: [
          fn('f', { volatility: 'stable', returns: 'text' }),
          table('a', { with: [check('c', 'public.f() is not null')] }),
        ],
      },
    },
  },
};
