import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../src/db/session.ts';
import { describeConnection, describeUrl, resolveConnection } from '../../src/db/url.ts';

const SECRET = 'Zx9kQw7v';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

describe('resolveConnection', () => {
  it('prefers the option, then DATABASE_URL, then the PG variables', () => {
    const env = { DATABASE_URL: 'postgres://b/x', PGHOST: 'c', PGUSER: 'me', PGPASSWORD: 'pw' };
    expect(resolveConnection('postgres://a/x', env)).toMatchObject({ host: 'a', user: 'me', password: 'pw' });
    expect(resolveConnection(null, env)?.host).toBe('b');
    expect(resolveConnection(null, { ...env, DATABASE_URL: '' })).toMatchObject({ host: 'c', database: 'me' });
    expect(resolveConnection(null, { PGPASSWORD: 'pw', USER: 'me' })).toBeNull();
  });

  it.each([
    ['postgres://u@[2001:db8::1]:6543/d', { host: '2001:db8::1', port: 6543 }, 'postgres://u@[2001:db8::1]:6543/d'],
    [
      'postgresql://u@h/d%2Fe?sslmode=verify-full',
      { database: 'd/e' },
      'postgres://u@h:5432/d%2Fe?sslmode=verify-full',
    ],
    ['postgres://u@h/d?ssl=true&schema=public', { port: 5432 }, 'postgres://u@h:5432/d?sslmode=require'],
    ['postgres:///d?host=/run/pg&user=u', { host: '/run/pg' }, 'postgres://u@/d?host=/run/pg&sslmode=disable'],
    [
      'postgres://u:p@%2Frun%2Fpg/d',
      { host: '/run/pg', password: 'p' },
      'postgres://u@/d?host=/run/pg&sslmode=disable',
    ],
    ['postgres://u:a@b:c@h/d', { user: 'u', password: 'a@b:c' }, 'postgres://u@h:5432/d'],
    [
      'postgres://u@h/d?options=-c%20x%3D1&connect_timeout=3',
      { options: '-c x=1', connectTimeoutSeconds: 3 },
      'postgres://u@h:5432/d',
    ],
  ])('reads %s', (url, expected, shown) => {
    const settings = resolveConnection(url, {});
    expect(settings).toMatchObject(expected);
    expect(settings === null ? null : describeConnection(settings)).toBe(shown);
  });

  it.each([
    `mysql://u:${SECRET}@h/d`,
    `postgres:u:${SECRET}@h/d`,
    `postgres://u:${SECRET}@h:99999/d`,
    `postgres://u:${SECRET}@h:port/d`,
    `postgres://u:1/${SECRET}@h/d`,
    `postgres://u:1?${SECRET}@h/d`,
    `postgres://u:1#${SECRET}@h/d`,
    `postgres://u:%zz${SECRET}@h/d`,
    `postgres://u:${SECRET} @h/d`,
    `postgres://u:${SECRET}@a:1,b:2/d`,
    `postgres://h/d?sslmode=${SECRET}`,
    SECRET,
    '',
  ])('refuses %s and does not repeat it', (url) => {
    const error = thrownBy(() => resolveConnection(url, {}));
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(inspect(error, { depth: 9 })).not.toContain(SECRET);
    expect(describeUrl(url)).toBe('a database URL that cannot be read');
  });

  it('reads back what was percent-encoded, and shows everything but the password', () => {
    const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    fc.assert(
      fc.property(name, name, name, (user, noise, database) => {
        const password = noise + SECRET;
        const [u, p, d] = [user, password, database].map(encodeURIComponent);
        const url = `postgres://${u}:${p}@h/${d}?sslmode=require`;
        expect(resolveConnection(url, {})).toMatchObject({ user, password, database });
        expect(describeUrl(url)).toBe(`postgres://${u}@h:5432/${d}?sslmode=require`);
      }),
    );
  });

  it('shows no part of a password that was not encoded, wherever it ends up', () => {
    const noise = fc.string({ unit: fc.constantFrom('/', '?', '#', '@', ':', '%', '[', ']', '&', '=', ',', '1', 'a') });
    fc.assert(
      fc.property(noise, noise, fc.constantFrom('u:', ':', 'u:p@'), (before, after, user) => {
        const url = `postgres://${user}${before}${SECRET}${after}@host/db?password=${SECRET}`;
        expect(describeUrl(url)).not.toContain(SECRET);
        expect(
          inspect(
            thrownBy(() => resolveConnection(url, {})),
            { depth: 9 },
          ),
        ).not.toContain(SECRET);
      }),
      { numRuns: 1000 },
    );
  });
});
