import type { Grant, Policy } from '../../../src/model/model.ts';
import { access, fn, foreignKey, hashParts, policy, table, view } from '../build.ts';
import type { CasesByRule } from './rule-cases.ts';

const own = 'user_id = (select boyfanz.current_user_id())';

function memberPolicy(name: string, parts: Partial<Policy>): Policy {
  return { ...policy(name), roles: ['boyfanz_member'], using: own, check: own, ...parts };
}

function select(role: string, columns: readonly string[] | null): Grant {
  return { role, privilege: 'select', columns, grantable: false };
}

const through = { kind: 'through', column: 'post_id', parent: 'posts' } as const;
const comments = table('comments', { columns: { post_id: 'uuid' }, with: [foreignKey(['post_id'], 'posts')] });

export const accessCases: CasesByRule = {
  'policy-always-true': {
    fails: {
      'members write every row, in other words for true': {
        objects: [
          table('a', {
            policies: [
              memberPolicy('all', { command: 'all', using: '(true)', check: own }),
              memberPolicy('insert', { command: 'insert', using: null, check: 'TRUE' }),
            ],
          }),
        ],
        says: [
          'The policy "all" lets boyfanz_member write every row of a.',
          'The policy "insert" lets boyfanz_member insert every row of a.',
        ],
      },
    },
    passes: {
      'reading, a restrictive policy, and the service': {
        objects: [
          table('a', {
            policies: [
              memberPolicy('read', { command: 'select', using: 'true', check: null }),
              memberPolicy('besides', { permissive: false, using: 'true' }),
              memberPolicy('service_all', { roles: ['boyfanz_service'], using: 'true', check: 'true' }),
              memberPolicy('own', { command: 'update' }),
            ],
          }),
        ],
      },
    },
  },
  'overlapping-policies': {
    fails: {
      'one for all verbs, and one of them': {
        objects: [table('a', { policies: [memberPolicy('x', {}), memberPolicy('y', { command: 'update' })] })],
        says: ['a has two permissive policies for boyfanz_member and update: "x" and "y".'],
      },
    },
    passes: {
      'other verbs, other roles, and a restrictive one': {
        objects: [
          table('a', {
            policies: [
              memberPolicy('x', { command: 'select' }),
              memberPolicy('y', { command: 'update' }),
              memberPolicy('z', { command: 'update', roles: ['boyfanz_staff'] }),
              memberPolicy('q', { permissive: false }),
            ],
          }),
        ],
      },
    },
  },
  'definer-in-exposed-schema': {
    fails: {
      'a view and a function': {
        objects: [{ ...view('v'), securityInvoker: false }, fn('f', { security: 'definer' })],
        says: [
          'The view v reads with the rights of its owner, past the policies of its tables.',
          'The function f runs with the rights of its owner and can be called through an API.',
        ],
      },
    },
    passes: {
      'a helper of the schema boyfanz, and what reads as its caller': {
        objects: [view('v'), fn('f'), fn('g', { security: 'definer', name: { schema: 'boyfanz', name: 'g' } })],
      },
    },
  },
  'policy-trusts-claims': {
    fails: {
      'metadata of a token': {
        objects: [
          table('a', {
            policies: [
              memberPolicy('x', { using: "(auth.jwt() -> 'user_metadata' ->> 'staff') = 'yes'", check: null }),
            ],
          }),
        ],
        says: ['The policy "x" of a believes metadata that people write themselves.'],
      },
    },
    passes: { 'the id of the person': { objects: [table('a', { policies: [memberPolicy('x', {})] })] } },
  },
  'secret-readable': {
    fails: {
      'the whole table, or the column': {
        objects: [
          table('a', {
            columns: { token_hash: 'bytea' },
            grants: [select('boyfanz_staff', null), select('boyfanz_member', ['id', 'token_hash'])],
          }),
        ],
        info: { a: { pii: new Map([['token_hash', 'secret']]) } },
        says: [
          'a lets boyfanz_staff read token_hash, classed as secret.',
          'a lets boyfanz_member read token_hash, classed as secret.',
        ],
      },
    },
    passes: {
      'other columns, and the service': {
        objects: [
          table('a', {
            columns: { token_hash: 'bytea' },
            grants: [select('boyfanz_service', null), select('boyfanz_member', ['id'])],
          }),
        ],
        info: { a: { pii: new Map([['token_hash', 'secret']]) } },
      },
    },
  },
  'sensitive-column-open': {
    fails: {
      'an address for everybody': {
        objects: [table('a', { columns: { email: 'text' } })],
        info: { a: { pii: new Map([['email', 'contact']]), access: access({ read: ['anyone'] }) } },
        says: ['a lets anyone read email, classed as contact.'],
      },
    },
    passes: {
      'hidden, or for its owner alone': {
        objects: [table('a', { columns: { email: 'text' } }), table('b', { columns: { email: 'text' } })],
        info: {
          a: {
            pii: new Map([['email', 'contact']]),
            access: access({ read: ['anyone'], hidden: new Set(['email']) }),
          },
          b: {
            pii: new Map([['email', 'contact']]),
            access: access({ read: ['owner'], owner: { kind: 'column', column: 'id' } }),
          },
        },
      },
    },
  },
  'partition-in-exposed-schema': {
    fails: {
      'beside its table': {
        objects: [table('a', { storage: hashParts(['id'], ['a_p0', 'a_p1']) })],
        says: ['a has partitions in the schema public: a_p0, a_p1.'],
      },
    },
    passes: { 'none, or made by the database': { objects: [table('a', { storage: hashParts(['id']) })] } },
  },
  'access-through-closed-table': {
    fails: {
      'owners of a closed parent, and its viewers': {
        objects: [table('posts'), comments],
        info: {
          comments: {
            access: access({ owner: through, seenWith: through, read: ['owner', 'viewers'] }),
          },
        },
        says: [
          'comments lets owner in by way of posts, which they may not read.',
          'comments lets viewers in by way of posts, which they may not read.',
        ],
      },
    },
    passes: {
      'a parent that the same people read, and words that nobody uses': {
        objects: [table('posts'), comments, table('likes')],
        info: {
          posts: { access: access({ owner: { kind: 'column', column: 'id' }, read: ['owner'] }) },
          comments: { access: access({ owner: through, seenWith: through, read: ['owner', 'viewers'] }) },
          likes: { access: access({ owner: { ...through, parent: 'likes' } }) },
        },
      },
    },
  },
  'change-without-read': {
    fails: {
      'owners who write only': {
        objects: [table('a')],
        info: { a: { access: access({ owner: { kind: 'column', column: 'id' }, write: ['owner'] }) } },
        says: ['a lets owner change rows that they may not read.'],
      },
    },
    passes: {
      'inserting alone, and a table that everybody reads': {
        objects: [table('a'), table('b')],
        info: {
          a: { access: access({ words: { select: ['staff'], insert: ['members'], update: [], delete: [] } }) },
          b: { access: access({ read: ['anyone'], write: ['service'] }) },
        },
      },
    },
  },
  'condition-without-reader': {
    fails: {
      'the wrong word': {
        objects: [table('a')],
        info: { a: { access: access({ when: new Map([['members', 'is_public']]) }) } },
        says: ['a has a condition for members, whom it does not let read.'],
      },
    },
    passes: {
      'for somebody who reads': {
        objects: [table('a')],
        info: { a: { access: access({ read: ['anyone'], when: new Map([['anyone', 'is_public']]) }) } },
      },
    },
  },
  'policy-column-without-index': {
    fails: {
      'the owner, and a party': {
        objects: [table('a', { columns: { user_id: 'uuid', other_id: 'uuid' } })],
        info: {
          a: {
            access: access({
              owner: { kind: 'column', column: 'user_id' },
              parties: ['other_id'],
              words: { select: ['owner', 'parties'], insert: [], update: [], delete: [] },
            }),
          },
        },
        says: [
          'No index of a starts with user_id, which decides who sees a row.',
          'No index of a starts with other_id, which decides who sees a row.',
        ],
      },
    },
    passes: {
      'the key, and what everybody reads': {
        objects: [table('a'), table('b', { columns: { user_id: 'uuid' } })],
        info: {
          a: { access: access({ owner: { kind: 'column', column: 'id' }, read: ['owner'] }) },
          b: { access: access({ owner: { kind: 'column', column: 'user_id' }, read: ['owner', 'anyone'] }) },
        },
      },
    },
  },
  'encrypted-column-open': {
    fails: {
      'even to its owner': {
        objects: [table('a', { columns: { phone_enc: 'bytea', phone_bidx: 'bytea' } })],
        info: {
          a: {
            access: access({
              owner: { kind: 'column', column: 'id' },
              read: ['owner'],
              hidden: new Set(['phone_bidx']),
            }),
          },
        },
        says: ['a lets people read phone_enc, which the service alone can use.'],
      },
    },
    passes: {
      'to staff, or as a secret': {
        objects: [table('a', { columns: { phone_enc: 'bytea' } }), table('b', { columns: { key_enc: 'bytea' } })],
        info: {
          a: { access: access({ read: ['staff'] }) },
          b: { access: access({ read: ['anyone'] }), pii: new Map([['key_enc', 'secret']]) },
        },
      },
    },
  },
  'policy-reads-parent-whole': {
    fails: {
      'one of two': {
        objects: [table('a')],
        info: {
          a: {
            access: access({
              read: ['anyone'],
              when: new Map([
                [
                  'anyone',
                  'exists (select from b where b.id = a.id offset 0) or not exists (select 1 from c where c.id = a.id)',
                ],
              ]),
            }),
          },
        },
        says: ['a has a condition whose subquery may read all of another table.'],
      },
    },
    passes: {
      'a lookup, and a list that is asked once': {
        objects: [table('a')],
        info: {
          a: {
            access: access({
              read: ['anyone'],
              when: new Map([
                [
                  'anyone',
                  'exists (select from b where b.id = a.id OFFSET 0) and id = any (array(select c.id from c))',
                ],
              ]),
            }),
          },
        },
      },
    },
  },
};
