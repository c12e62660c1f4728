/** `access`: what it says is what the database grants. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ObjectAccess } from '../../src/spec/access-matrix.ts';
import { runCli } from './run-cli.ts';

async function objects(...args: readonly string[]): Promise<readonly ObjectAccess[]> {
  const { code, stdout, stderr } = await runCli(['access', '--json', ...args]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
}

describe('access', () => {
  it('gives a reason for each yes, and the columns that are kept back', async () => {
    const { code, stdout } = await runCli(['access', 'content_items']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^content_items\n {2}read, anonymous \(boyfanz_anonymous\): .*may_see_content/);
    const [users] = await objects('users');
    const read = users?.cells.find(({ actor, verb }) => actor === 'anonymous' && verb === 'select');
    expect(read?.reasons).toEqual([
      { word: 'anyone', who: 'everybody', when: expect.stringContaining('is_blocked_with'), after: null },
    ]);
    expect(read?.without).toContain('erased_at');
    expect(users?.cells.filter(({ actor, verb }) => actor !== 'service' && verb === 'delete')).toEqual([]);
  });

  it('names the roles of the target', async () => {
    const [users] = await objects('users', '--target', 'supabase');
    expect([...new Set(users?.cells.map(({ role }) => role))]).toEqual([
      'anon',
      'authenticated',
      'boyfanz_staff',
      'service_role',
    ]);
  });

  it('shows what one role may do, in one section', async () => {
    const found = await objects('--role', 'anonymous', '--section', '02-content-media');
    expect(found.length).toBeGreaterThan(5);
    for (const { section, cells } of found) {
      expect(section).toBe('02-content-media');
      expect(new Set(cells.map(({ actor }) => actor))).toEqual(new Set(['anonymous']));
    }
  });

  it('is a matrix of everything, as text, Markdown and one page of HTML', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'boyfanz-access-'));
    try {
      const text = (await runCli(['access'])).stdout;
      expect(text).toMatch(/^content_categories +read +read +- +all$/m);
      const markdown = (await runCli(['access', '--format', 'markdown'])).stdout;
      expect(markdown).toMatch(/^\| \*\*content_categories\*\* \| read: everybody \| read: everybody \| – \| /m);
      const out = path.join(folder, 'access.html');
      expect((await runCli(['access', '--format', 'html', '--out', out])).stdout).toBe('');
      const html = await readFile(out, 'utf8');
      const rows = html.match(/<th scope="row">/g)?.length;
      expect(rows).toBe((await objects()).length);
      // Conditions have signs that are markup elsewhere.
      expect(html).not.toMatch(/<li>[^<]*[<>](?!\/li>)/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    [['access', 'user'], 'There is no table user.'],
    [['access', '--role', 'members'], 'There is no role members.'],
    [['access', '--section', '02'], 'There is no section 02.'],
    [['access', '--format', 'htm'], 'There is no format htm.'],
    [['access', '--target', 'sqlite'], 'The target sqlite has no roles'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await runCli(args);
    expect(stderr).toContain(message);
    expect(code).toBe(64);
  });
});
