import { describe, expect, it } from 'vitest';
import type { RuleContext } from '../../src/check/rule.ts';
import { checkModel } from '../../src/check/run.ts';
import type { Span } from '../../src/text/source.ts';
import { column, contextOf, fn, foreignKey, index, type Situation, table, trigger, unique } from './build.ts';

const users = table('users');
const SOUND: Situation = {
  objects: [
    fn('touch'),
    users,
    table('posts', {
      columns: { user_id: 'uuid', amount_minor: 'bigint', currency: 'char(3)' },
      with: [foreignKey(['user_id'], 'users', { name: 'posts_user_id_fkey' })],
      indexes: [index(['user_id'], { name: 'posts_user_id_idx' })],
      triggers: [trigger('touch', 'touch')],
    }),
  ],
};

function checked(situation: Situation): readonly string[] {
  return checkModel(contextOf(situation)).map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
}

/** Origins that give every part a span of its own, so that a test sees which part a rule points at. */
function withPlaces(context: RuleContext): RuleContext {
  const span = (path: string): Span => ({ source: { path, text: '' }, start: 0, end: 0 });
  return {
    ...context,
    origins: {
      find: (object, part = '') => span(`${object} ${part}`.trim()),
      findNamed: (object, name) => span(`${object} "${name}"`),
    },
  };
}

describe('checkModel', () => {
  it('finds nothing in a sound model', () => {
    expect(checked(SOUND)).toEqual([]);
  });

  it('gives findings in the order of the rules, with code and severity', () => {
    expect(checked({ objects: [table('references', { comment: null, columns: { data: 'json' } })] })).toEqual([
      'error reserved-word: The table name "references" is a reserved word of SQL.',
      'error table-without-comment: references has no comment.',
      'warning json-instead-of-jsonb: references.data is json, which cannot be compared or indexed.',
    ]);
  });

  it('points at both ends of a mismatch', () => {
    const posts = table('posts', {
      columns: { user_id: 'text' },
      with: [foreignKey(['user_id'], 'users')],
      indexes: [index(['user_id'])],
    });
    const [found, ...rest] = checkModel(withPlaces(contextOf({ objects: [users, posts] })));
    expect(rest).toEqual([]);
    expect(found?.span?.source.path).toBe('table public.posts columns.user_id.type');
    expect(found?.related.map(({ message, span }) => [message, span.source.path])).toEqual([
      ['users.id is uuid', 'table public.users columns.id.type'],
    ]);
  });

  it('points at a constraint by its name', () => {
    const twice = table('notes', { with: [unique(['id'], { name: 'notes_id_key' })] });
    const [found] = checkModel(withPlaces(contextOf({ objects: [twice] })));
    expect(found?.code).toBe('duplicate-index');
    expect(found?.span?.source.path).toBe('table public.notes "notes_id_key"');
    expect(found?.related[0]?.span.source.path).toBe('table public.notes "notes_pkey"');
  });
});

describe('allow', () => {
  const withJson = table('notes', { columns: { data: column('data', 'json') } });

  it('excuses what the table names, with every finding of the rule, and nothing else', () => {
    const objects = [withJson, table('drafts', { columns: { data: 'json' } })];
    expect(
      checked({ objects, info: { notes: { allow: new Map([['json-instead-of-jsonb', 'a signed body']]) } } }),
    ).toEqual(['warning json-instead-of-jsonb: drafts.data is json, which cannot be compared or indexed.']);
  });

  it('is reported when there is nothing to excuse', () => {
    const found = checkModel(
      withPlaces(contextOf({ objects: [users], info: { users: { allow: new Map([['money-cascade', 'why']]) } } })),
    );
    expect(found).toEqual([
      {
        code: 'stale-allow',
        severity: 'warning',
        message: 'users allows money-cascade, but there is nothing to excuse.',
        help: 'remove money-cascade from allow.',
        span: expect.objectContaining({
          source: { path: 'table public.users allow.money-cascade', text: '' },
        }),
        related: [],
      },
    ]);
  });

  it('is reported when it names no rule', () => {
    const [found] = checkModel(
      contextOf({ objects: [users], info: { users: { allow: new Map([['money-cascades', 'why']]) } } }),
    );
    expect(found?.message).toBe('users allows money-cascades, which is no rule.');
    expect(found?.help).toBe('did you mean `money-cascade`?');
  });

  it('cannot excuse itself', () => {
    expect(checked({ objects: [users], info: { users: { allow: new Map([['stale-allow', 'why']]) } } })).toEqual([
      'warning stale-allow: users allows stale-allow, which is no rule.',
    ]);
  });

  it('is not stale when another target may need it', () => {
    expect(
      checked({ objects: [users], info: { users: { allow: new Map([['feature-newer-than-target', 'why']]) } } }),
    ).toEqual([]);
  });
});

describe('a large model', () => {
  it('is checked without a finding', () => {
    const tables = Array.from({ length: 700 }, (_, at) => {
      const columns = Object.fromEntries(Array.from({ length: 15 }, (__, no) => [`column_${at}_${no}`, 'uuid']));
      const parents = [0, 1].map((no) => `t${Math.max(0, at - no)}s`);
      return table(`t${at}s`, {
        columns,
        with: parents.map((parent, no) => foreignKey([`column_${at}_${no}`], parent, { name: `t${at}_fkey${no}` })),
        indexes: [0, 1].map((no) => index([`column_${at}_${no}`], { name: `t${at}_idx${no}` })),
      });
    });
    const context = contextOf({ objects: tables });
    expect(checkModel(context)).toEqual([]);
  });
});
