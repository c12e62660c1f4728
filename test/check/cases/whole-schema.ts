import type { Trigger } from '../../../src/model/model.ts';
import {
  access,
  check,
  enumType,
  fn,
  foreignKey,
  hypertable,
  index,
  primaryKey,
  table,
  trigger,
  unique,
} from '../build.ts';
import type { CasesByRule } from './rule-cases.ts';

const users = table('users');
const creators = table('creators', {
  columns: { user_id: 'uuid' },
  constraints: [primaryKey(['user_id'], 'creators_pkey'), foreignKey(['user_id'], 'users')],
});
const cascade = { onDelete: { kind: 'cascade' } } as const;
const setNull = { onDelete: { kind: 'set null', columns: [] } } as const;

function ownedBy(column: string) {
  return { access: access({ owner: { kind: 'column', column } }) } as const;
}

function ownedThrough(column: string, parent: string) {
  return { access: access({ owner: { kind: 'through', column, parent } }) } as const;
}

function sharedBy(through: string, match: string, member: string) {
  return { access: access({ participants: { through, own: match, match, member } }) } as const;
}

function guarded(functionName: string, parts: Parameters<typeof trigger>[2] = {}): readonly Trigger[] {
  const built = trigger('guard', functionName, { events: ['update', 'delete'], ...parts });
  return [{ ...built, function: { schema: 'boyfanz', name: functionName } }];
}

const five = { title: 'text', slug: 'text', cover_key: 'text', position: 'integer', state: 'text' };

export const wholeSchemaCases: CasesByRule = {
  'similar-tables': {
    fails: {
      'the same columns': {
        objects: [table('albums', { columns: five }), table('playlists', { columns: five })],
        says: ['playlists has 5 of its 5 columns in common with albums, which has 5.'],
      },
      'all but one, and only the first of several': {
        objects: [
          table('albums', { columns: five }),
          table('playlists', { columns: { owner_note: 'text', ...five } }),
          table('folders', { columns: { ...five, created_at: 'timestamptz' } }),
        ],
        says: [
          'playlists has 5 of its 6 columns in common with albums, which has 5.',
          'folders has 5 of its 5 columns in common with albums, which has 5.',
        ],
      },
    },
    passes: {
      'other types, few columns, or a third that differs': {
        objects: [
          table('albums', { columns: five }),
          table('renditions', { columns: { ...five, position: 'bigint', state: 'integer' } }),
          table('tags', { columns: { title: 'text', slug: 'text' } }),
          table('labels', { columns: { title: 'text', slug: 'text' } }),
        ],
      },
    },
  },
  'owner-path-broken': {
    fails: {
      'another type, and a column that refers to nothing': {
        objects: [users, table('posts', { columns: { author: 'text', author_id: 'uuid' } }), table('notes')],
        info: { posts: ownedBy('author'), notes: ownedBy('id') },
        says: [
          "posts is owned by posts.author, which is text and cannot hold a user's id.",
          'notes is owned by notes.id, which leads to no user.',
        ],
      },
      'a parent that the column does not refer to, and one that nobody owns': {
        objects: [
          users,
          table('posts'),
          table('albums'),
          table('comments', { columns: { post_id: 'uuid' }, with: [foreignKey(['post_id'], 'posts')] }),
          table('likes', { columns: { post_id: 'uuid' }, with: [foreignKey(['post_id'], 'posts')] }),
        ],
        info: { comments: ownedThrough('post_id', 'albums'), likes: ownedThrough('post_id', 'posts') },
        says: [
          'comments is owned through post_id, which does not refer to albums.',
          'likes is owned through posts, which nobody owns.',
        ],
      },
      'a circle': {
        objects: [
          users,
          table('posts', { columns: { album_id: 'uuid' }, with: [foreignKey(['album_id'], 'albums')] }),
          table('albums', { columns: { post_id: 'uuid' }, with: [foreignKey(['post_id'], 'posts')] }),
        ],
        info: { posts: ownedThrough('album_id', 'albums'), albums: ownedThrough('post_id', 'posts') },
        says: [
          'The owner of posts is looked for in a circle, which comes back to posts.',
          'The owner of albums is looked for in a circle, which comes back to albums.',
        ],
      },
      'participants that match by something else, or are no people': {
        objects: [
          users,
          table('rooms'),
          table('seats', {
            columns: { room_id: 'uuid', label_id: 'uuid' },
            with: [foreignKey(['room_id'], 'rooms')],
          }),
          table('lines', { columns: { room_id: 'uuid' } }),
          table('marks', { columns: { room_id: 'uuid' }, with: [foreignKey(['room_id'], 'rooms')] }),
        ],
        info: { lines: sharedBy('seats', 'room_id', 'label_id'), marks: sharedBy('seats', 'room_id', 'label_id') },
        says: [
          'lines finds its participants by room_id, which does not mean the same in seats.',
          'The participants of marks are seats.label_id, which leads to no user.',
        ],
      },
    },
    passes: {
      'users themselves, creators, soft references, parents, and keys of several columns': {
        objects: [
          users,
          creators,
          table('channels', {
            columns: { creator_id: 'uuid' },
            with: [
              foreignKey(['creator_id'], 'creators', { targetColumns: ['user_id'] }),
              unique(['creator_id', 'id']),
            ],
          }),
          table('streams', {
            columns: { creator_id: 'uuid', channel_id: 'uuid' },
            with: [foreignKey(['creator_id', 'channel_id'], 'channels', { targetColumns: ['creator_id', 'id'] })],
          }),
          table('views', { columns: { user_id: 'uuid' } }),
          table('clips', { columns: { stream_id: 'uuid' }, with: [foreignKey(['stream_id'], 'streams')] }),
        ],
        info: {
          users: ownedBy('id'),
          streams: ownedBy('creator_id'),
          views: { ...ownedBy('user_id'), softReferences: new Map([['user_id', 'users']]) },
          clips: ownedThrough('stream_id', 'streams'),
        },
      },
      'participants of the row and of its parent': {
        objects: [
          users,
          table('rooms'),
          table('members', {
            columns: { room_id: 'uuid', user_id: 'uuid' },
            with: [foreignKey(['room_id'], 'rooms'), foreignKey(['user_id'], 'users')],
          }),
          table('lines', { columns: { room_id: 'uuid' }, with: [foreignKey(['room_id'], 'rooms')] }),
        ],
        info: { lines: sharedBy('members', 'room_id', 'user_id'), members: sharedBy('members', 'room_id', 'user_id') },
      },
      'people of another kind': { objects: [table('posts')], info: { posts: ownedBy('id') } },
    },
  },
  'cascade-into-kept-rows': {
    fails: {
      'a trigger that refuses deletes, and a legal clock': {
        objects: [
          users,
          table('consents', {
            columns: { user_id: 'uuid' },
            with: [foreignKey(['user_id'], 'users', cascade)],
            triggers: guarded('append_only'),
          }),
          table('records', {
            columns: { user_id: 'uuid', retain_until: 'date' },
            with: [foreignKey(['user_id'], 'users', cascade)],
          }),
        ],
        says: [
          'consents refuses deletes by its trigger "guard", but "user_id_fkey" says on_delete: cascade from users.',
          'records is kept until retain_until, but "user_id_fkey" says on_delete: cascade from users.',
        ],
      },
    },
    passes: {
      'updates only, some rows only, statements, or restrict': {
        objects: [
          users,
          ...[
            guarded('append_only', { events: ['update'] }),
            guarded('refuse_delete', { when: 'old.order_id is not null' }),
            guarded('append_only', { events: ['truncate'], level: 'statement' }),
            guarded('append_only', { enabled: 'disabled' }),
          ].map((triggers, at) =>
            table(`t${at}s`, {
              columns: { user_id: 'uuid' },
              with: [foreignKey(['user_id'], 'users', cascade)],
              triggers,
            }),
          ),
          table('consents', {
            columns: { user_id: 'uuid', retain_until: 'date' },
            with: [foreignKey(['user_id'], 'users')],
          }),
        ],
      },
    },
  },
  'set-null-refused': {
    fails: {
      'a column that may not be emptied': {
        objects: [
          users,
          table('decisions', {
            columns: { taken_by: 'uuid?', seen_by: 'uuid?' },
            with: [foreignKey(['taken_by'], 'users', setNull), foreignKey(['seen_by'], 'users', setNull)],
            triggers: guarded('append_only', { args: ['set taken_by', 'clear seen_by'] }),
          }),
        ],
        says: [
          'The foreign key "taken_by_fkey" says on_delete: set null, but decisions is append-only and does not let taken_by be emptied.',
        ],
      },
    },
    passes: {
      'it may be emptied or changed, or the trigger looks elsewhere': {
        objects: [
          users,
          ...[
            guarded('append_only', { args: ['clear taken_by'] }),
            guarded('append_only', { args: ['change taken_by'] }),
            guarded('append_only', { updateOf: ['note'] }),
            guarded('append_only', { events: ['delete'] }),
          ].map((triggers, at) =>
            table(`t${at}s`, {
              columns: { taken_by: 'uuid?', note: 'text' },
              with: [foreignKey(['taken_by'], 'users', setNull)],
              triggers,
            }),
          ),
        ],
      },
    },
  },
  'table-name-not-plural': {
    fails: {
      'one of many, and words whose s makes no plural': {
        objects: [table('post'), table('user_address'), table('order_status'), table('text_analysis')],
        says: [
          'post is not a plural.',
          'user_address is not a plural.',
          'order_status is not a plural.',
          'text_analysis is not a plural.',
        ],
      },
    },
    passes: {
      'plurals, words that mean many, and sums': {
        objects: [
          'posts',
          'custom_emojis',
          'post_media',
          'user_history',
          'usage_daily',
          'feature_values_online',
          'things_2',
        ].map((name) => table(name)),
      },
    },
  },
  'name-promises-type': {
    fails: {
      'a moment, a day, a truth, a ciphertext and a size that are none': {
        objects: [
          table('posts', {
            columns: {
              paid_at: 'date',
              due_on: 'timestamptz',
              is_open: 'integer',
              note_enc: 'text',
              view_count: 'text',
              run_seconds: 'interval',
            },
          }),
        ],
        says: [
          'posts.paid_at is date. A name that ends in _at promises timestamptz.',
          'posts.due_on is timestamptz. A name that ends in _on promises date.',
          'posts.is_open is integer. A name that starts with is_ promises boolean.',
          'posts.note_enc is text. A name that ends in _enc promises bytea.',
          'posts.view_count is text. A name that ends in _count promises a whole number.',
          'posts.run_seconds is interval. A name that ends in _seconds promises a number.',
        ],
      },
      'moments and days that do not say so': {
        objects: [table('posts', { columns: { last_login: 'timestamptz', birthday: 'date' } })],
        says: [
          'posts.last_login is timestamptz. The name of a moment says when.',
          'posts.birthday is date. The name of a day says when.',
        ],
      },
    },
    passes: {
      'names that keep what they promise': {
        objects: [
          table('posts', {
            columns: {
              paid_at: 'timestamptz',
              valid_from: 'timestamptz',
              until: 'timestamptz',
              due_on: 'date',
              period_start: 'date',
              at: 'text',
              allows_replies: 'boolean',
              watched_ms: 'bigint',
              thumbnail_ms: 'integer[]',
            },
          }),
        ],
      },
    },
  },
  'reference-undocumented': {
    fails: {
      'an id without a word': {
        objects: [table('posts', { columns: { author_id: 'uuid', batch_id: 'bigint' } })],
        says: [
          'posts.author_id refers to something, but does not say to what.',
          'posts.batch_id refers to something, but does not say to what.',
        ],
      },
    },
    passes: {
      'a key, references of both kinds, and ids of other systems': {
        objects: [
          users,
          table('posts', {
            columns: { post_id: 'uuid', user_id: 'uuid', origin_id: 'uuid', provider_event_id: 'text' },
            constraints: [primaryKey(['post_id'], 'posts_pkey'), foreignKey(['user_id'], 'users')],
          }),
        ],
        info: { posts: { softReferences: new Map([['origin_id', 'posts']]) } },
      },
    },
  },
  'hypertable-open-to-people': {
    fails: {
      'the owner and everybody': {
        objects: [table('views', { storage: hypertable('at') })],
        info: { views: { access: access({ read: ['owner', 'anyone', 'staff'] }) } },
        says: ['views is a hypertable and lets owner, anyone in, whom only row security could tell apart.'],
      },
    },
    passes: {
      'staff and service, or a plain table': {
        objects: [table('views', { storage: hypertable('at') }), table('posts')],
        info: { posts: { access: access({ read: ['anyone'] }) } },
      },
    },
  },
  'check-passes-on-null': {
    fails: {
      'a missing key': {
        objects: [
          table('posts', {
            columns: { data: 'jsonb' },
            with: [
              check('a', "data ->> 'kind' = 'wide'"),
              check('b', "coalesce(data ->> 'a', '') <> '' and jsonb_typeof(data -> 'b') = 'number'"),
              check('c', "case when true then data #>> '{a}' = 'x' else false end"),
            ],
          }),
        ],
        says: [
          'The check "a" of posts takes a key out of jsonb by ->> and passes when the key is missing.',
          'The check "b" of posts takes a key out of jsonb by -> and passes when the key is missing.',
          'The check "c" of posts takes a key out of jsonb by #>> and passes when the key is missing.',
        ],
      },
    },
    passes: {
      'a null that is looked at': {
        objects: [
          table('posts', {
            columns: { data: 'jsonb' },
            with: [
              check('a', "coalesce(data ->> 'kind' = 'wide', false)"),
              check('b', "(data -> 'a' ->> 'b')::text is not null"),
              check('c', "jsonb_typeof(data -> 'b') is not distinct from 'number'"),
              check('d', "case when data ->> 'a' = 'x' then true else false end"),
              check('e', 'data <> \'{"->": 1}\''),
            ],
            indexes: [index(["(data ->> 'kind')"])],
          }),
        ],
      },
    },
  },
  'redundant-unique': {
    fails: {
      'a key that contains another': {
        objects: [
          table('posts', {
            columns: { slug: 'text', locale: 'text' },
            with: [unique(['slug']), unique(['locale', 'slug'])],
            indexes: [index(['id', 'locale'], { unique: true, where: "locale = 'en'" })],
          }),
        ],
        says: [
          'The unique constraint "locale_slug_key" (locale, slug) of posts follows from the unique constraint "slug_key" (slug).',
          'The unique index "id_locale_idx" (id, locale) where locale = \'en\' of posts follows from the primary key "posts_pkey" (id).',
        ],
      },
    },
    passes: {
      'a foreign key refers to it, the smaller one has nulls or a condition, or they only overlap': {
        objects: [
          table('posts', {
            columns: { kind: 'text', slug: 'text?', locale: 'text', title: 'text' },
            with: [unique(['id', 'kind']), unique(['slug']), unique(['slug', 'locale']), unique(['locale', 'title'])],
            indexes: [index(['locale'], { unique: true, where: "kind = 'main'" })],
          }),
          table('stories', {
            columns: { kind: 'text' },
            with: [foreignKey(['kind', 'id'], 'posts', { targetColumns: ['kind', 'id'] })],
          }),
        ],
      },
    },
  },
  'personal-data-unclassed': {
    fails: {
      'names that tell': {
        objects: [
          table('guests', {
            columns: {
              email: 'text',
              request_ip: 'inet',
              born_on: 'date',
              legal_name: 'text',
              iban: 'text',
              latitude: 'double precision',
              api_key_hash: 'bytea',
              diary_enc: 'bytea',
            },
          }),
        ],
        info: { guests: ownedBy('id') },
        says: ['email', 'request_ip', 'born_on', 'legal_name', 'iban', 'latitude', 'api_key_hash', 'diary_enc'].map(
          (name) => `guests.${name} looks like personal data, but has no class.`,
        ),
      },
    },
    passes: {
      'classed, or about such things only': {
        objects: [
          table('guests', {
            columns: { email: 'text', email_id: 'uuid', phone_confirmed_at: 'timestamptz', token_version: 'integer' },
          }),
          table('areas', { columns: { latitude: 'double precision', url_hash: 'bytea' } }),
        ],
        info: { guests: { pii: new Map([['email', 'contact']]) } },
      },
    },
  },
  'duplicate-value': {
    fails: {
      'in checks and enums': {
        objects: [
          { ...enumType('mood'), values: ['sad', 'ok', 'sad'].map((label) => ({ label, renamedFrom: null })) },
          table('posts', {
            columns: { state: 'text', flags: 'text[]' },
            with: [
              check('a', "state in ('draft', 'Draft ', 'final')"),
              check('b', "flags <@ array['a', 'b', 'a']::text[]"),
            ],
          }),
        ],
        says: [
          "The enum mood lists the value 'sad' twice.",
          'The check "a" of posts lists the value \'Draft \' twice.',
          'The check "b" of posts lists the value \'a\' twice.',
        ],
      },
    },
    passes: {
      'values of two lists, and lists that hold more than literals': {
        objects: [
          enumType('mood'),
          fn('f'),
          table('posts', {
            columns: { state: 'text', kind: 'text' },
            with: [check('a', "state in ('a', 'b') or kind in ('a', 'b')"), check('b', 'state in (kind, lower(kind))')],
          }),
        ],
      },
    },
  },
};
