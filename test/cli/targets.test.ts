import { describe, expect, it } from 'vitest';
import { TARGET_NAMES } from '../../src/target/target.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { jsonOf, runCli } from './run-cli.ts';
import { PEOPLE, withSpecs } from './spec-folder.ts';

describe('targets', () => {
  it('shows each on a line, and as JSON', async () => {
    const { code, stdout, stderr } = await runCli(['targets']);
    expect({ code, stderr: stderr.split('\n').length }).toEqual({ code: 0, stderr: 2 });
    const [head, ...lines] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^Target +For +PostgreSQL +Extensions +Time series +Scheduler +Size +File$/);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining([...TARGET_NAMES]));
    expect(lines).toHaveLength(TARGET_NAMES.length);
    expect(stdout).toMatch(/^supabase +Supabase +15-17 +postgis, vector +partitions +pg_cron /m);
    const json = await runCli(['targets', '--json']);
    expect(json).toMatchObject({ code: 0, stderr: '' });
    expect(jsonOf(json)).toMatchObject({
      targets: expect.arrayContaining([
        expect.objectContaining({ name: 'azure', versions: { min: 14, max: 18 }, timeSeries: 'native', file: null }),
      ]),
    });
  });
});

const NEEDS_15 = PEOPLE.replace('  - [email]', '  - { columns: [nickname], nulls_not_distinct: true }');

const VIEW = `view: nicknames
comment: Names that people go by.
query: select id, nickname from public.people
`;

describe('--pg', () => {
  it('lets specs use what that version has, and writes for it without a detour', () =>
    withSpecs(async ({ cwd, write }) => {
      await write({ '01-people/people.yaml': NEEDS_15, '01-people/nicknames.yaml': VIEW });
      const run = (line: string) => runCli([...line.split(' '), '--specs', 'specs', '--target', 'postgres'], { cwd });
      const old = await run('check');
      expect(old.code).toBe(1);
      expect(old.stderr).toMatch(/people\.yaml:9:\d+ error feature-newer-than-target: .* needs PostgreSQL 15; .* 14\./);
      expect((await run('check --pg 15')).stderr).toContain('✓ 1 table');

      const [on15, on18] = [await run('build --stdout --pg 15'), await run('build --stdout --pg 18')];
      expect(on15.stdout).toContain('-- For PostgreSQL 15 to 18:');
      expect(on15.stdout).toContain('create view public.nicknames with (security_invoker = true) as');
      expect(on15.stdout).toMatch(
        /if current_setting\('server_version_num'\)::integer >= 180000 then\n +execute \$sql\$create/,
      );
      expect(on18.stdout).not.toContain('execute $sql$');
      expect(on18.stdout).toContain('return uuidv7();');
      expect((await run('explain people --pg 15')).code).toBe(0);
      expect((await run('explain people')).code).toBe(1);
      expect((await run('estimate --pg 15')).code).toBe(0);
    }));

  it.each([
    [14, 1],
    [15, 2],
  ] as const)('is not asked of a live server, which has a version: on %i diff ends with %i', (major, code) =>
    withDatabase(major, ({ url }) =>
      withSpecs(async ({ cwd, write }) => {
        await write({ '01-people/people.yaml': NEEDS_15 });
        const ran = await runCli(['diff', '--specs', 'specs', '--url', url], { cwd });
        expect(ran.code, ran.stderr).toBe(code);
        expect(ran.stderr.includes('feature-newer-than-target')).toBe(major === 14);
      }),
    ));
});
