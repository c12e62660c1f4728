import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withDatabase } from '../engines/with-engine.ts';
import { jsonOf, type Ran, type RunOptions, runCli } from './run-cli.ts';
import { PEOPLE, type SpecFolder, withSpecs, writeThings } from './spec-folder.ts';

const MAJOR = 17;

const WITHOUT_NICKNAME = PEOPLE.replace('  nickname: { type: text, nullable: true }\n', '');

interface Scene extends SpecFolder {
  readonly url: string;
  readonly query: (statement: string) => Promise<readonly (readonly (string | null)[])[]>;
  /** Runs a command with `--specs` and `--url` of the scene. */
  readonly run: (line: string, options?: RunOptions) => Promise<Ran>;
}

function onDatabase(work: (scene: Scene) => Promise<void>): Promise<void> {
  return withDatabase(MAJOR, ({ url, session }) =>
    withSpecs((folder) => {
      const run = (line: string, options: RunOptions = {}) =>
        runCli([...line.split(' '), '--specs', 'specs', '--url', url], { cwd: folder.cwd, ...options });
      return work({ ...folder, url, query: session.query, run });
    }),
  );
}

describe('diff', () => {
  it('prints SQL on stdout and exits 2, or 0 when nothing is to do', () =>
    onDatabase(async ({ run }) => {
      const before = await run('diff');
      expect(before.code).toBe(2);
      expect(before.stdout).toMatch(/^-- Changes for postgres:\/\/postgres@127\.0\.0\.1:\d+\/t_\w+/);
      expect(before.stdout).toContain('create table public.people (');
      expect(before.stderr).toMatch(
        /^Connected to .* \(PostgreSQL 17\)\.\nTarget postgres: TimescaleDB is not installed/,
      );
      expect(before.stderr).toMatch(/\n\d+ differences\.\n$/);
      expect((await run('apply --yes')).code).toBe(0);
      const after = await run('diff --target postgres');
      expect(after.code).toBe(0);
      expect(after.stdout).toMatch(/^-- Changes for .*\n-- Nothing to do\.\n$/);
      expect(after.stderr).toMatch(/✓ No differences\.\n$/);
    }));

  it.each(['text', 'markdown', 'json'])('--format %s', (format) =>
    onDatabase(async ({ run, write }) => {
      expect((await run('apply --yes')).code).toBe(0);
      expect((await run(`diff --format ${format}`)).code).toBe(0);
      await write({ '01-people/people.yaml': WITHOUT_NICKNAME });
      const { code, stdout } = await run(`diff --format ${format}`);
      expect(code).toBe(2);
      expect(stdout).toContain('drop column people.nickname');
      expect(stdout).toContain('DATA_LOSS');
      if (format === 'json') expect(JSON.parse(stdout)).toMatchObject({ format: 1, target: 'postgres' });
    }));

  it('--out writes the file and nothing on stdout', () =>
    onDatabase(async ({ run, cwd }) => {
      const { code, stdout } = await run('diff --out change.sql');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(await readFile(join(cwd, 'change.sql'), 'utf8')).toContain('create table public.people (');
    }));
});

describe('apply', () => {
  it('asks, and without a terminal stops with exit 3 before it makes anything', () =>
    onDatabase(async ({ run, query }) => {
      const { code, stdout, stderr } = await run('apply');
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toContain(
        'error There is no terminal to ask on; nothing was changed.\n  Add --yes to go on without a question.\n',
      );
      expect(await query("select nspname from pg_namespace where nspname like 'boyfanz%'")).toEqual([]);
      expect(jsonOf(await run('apply --json'))).toMatchObject({
        exitCode: 3,
        error: { message: expect.stringContaining('no terminal') },
      });
    }));

  it('tells what it made and how to connect', () =>
    onDatabase(async ({ run }) => {
      const { code, stdout, stderr } = await run('apply --yes');
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toMatch(
        /✓ Made 2 tables, .* in postgres:\/\/\S+ \(\d+\.\d s\)\.\nConnect: psql 'postgres:\/\/\S+'\n$/,
      );
      const again = await run('apply --json');
      expect(again.code).toBe(0);
      expect(jsonOf(again)).toMatchObject({ changes: 0, made: [], target: 'postgres' });
    }));

  it('--dry-run prints the SQL, exits 2 and changes nothing', () =>
    onDatabase(async ({ run, query }) => {
      const { code, stdout } = await run('apply --dry-run');
      expect(code).toBe(2);
      expect(stdout).toContain('create table public.people (');
      expect(await query("select to_regclass('public.people')")).toEqual([[null]]);
      const ran = await run('apply --dry-run --json');
      expect(ran.code).toBe(2);
      expect(jsonOf(ran)).toMatchObject({ format: 1, transactions: expect.any(Array) });
    }));

  it('shows a long plan as numbers', () =>
    onDatabase(async (scene) => {
      await writeThings(scene, 40);
      const { code, stderr } = await scene.run('apply --yes');
      expect(code).toBe(0);
      expect(stderr).toContain('    40 tables  Things\n');
      expect(stderr.split('\n').length).toBeLessThan(15);
    }));

  it('refuses to drop without approval, and takes it by name', () =>
    onDatabase(async ({ run, write, query }) => {
      expect((await run('apply --yes')).code).toBe(0);
      await query("insert into public.people (email, nickname) values ('a@b', 'Al')");
      await write({ '01-people/people.yaml': WITHOUT_NICKNAME });
      const refused = await run('apply --yes');
      expect(refused.code).toBe(3);
      expect(refused.stderr).toContain(
        'DATA_LOSS (needs --allow): Dropping people.nickname deletes its values for good.',
      );
      expect(refused.stderr).toContain('If that is what you want, add: --allow DATA_LOSS:people.nickname\n');
      expect(await query('select nickname from public.people')).toEqual([['Al']]);
      expect((await run('apply --yes --allow DATA_LOSS:people.email')).code).toBe(3);
      expect((await run('apply --yes --allow DATA_LOSS:people.nickname')).code).toBe(0);
      expect(await query('select count(*) from public.people')).toEqual([['1']]);
      expect((await run('diff')).code).toBe(0);
    }));

  it('runs a saved plan, and calls it stale once the database has changed', () =>
    onDatabase(async ({ run, write, query, cwd }) => {
      expect((await run('diff --format json --out plan.json')).code).toBe(2);
      const other = PEOPLE.replace('volume: 1M', 'volume: 2M').replace('One person.', 'Somebody.');
      await write({ '01-people/people.yaml': other });
      const stale = await run('apply --plan plan.json');
      expect(stale.code).toBe(4);
      expect(stale.stderr).toContain('error The plan is stale');
      expect(jsonOf(await run('apply --plan plan.json --json'))).toMatchObject({ exitCode: 4 });
      expect((await run('apply --plan plan.json --dry-run')).code).toBe(4);
      expect(await query("select to_regclass('public.people')")).toEqual([[null]]);
      await write({ '01-people/people.yaml': PEOPLE });
      const run1 = await run('apply --plan plan.json');
      expect(run1.stderr).toContain('✓ Made 2 tables');
      expect(run1.code).toBe(0);
      await writeFile(join(cwd, 'not-a-plan.json'), '[');
      expect((await run('apply --plan not-a-plan.json')).code).toBe(64);
    }));

  it('shows the statement that the server refuses, its object and its place in the specs', () =>
    onDatabase(async ({ run, write, query }) => {
      expect((await run('apply --yes')).code).toBe(0);
      await query("insert into public.people (email, nickname) values ('a@b', 'far too long')");
      await write({
        '01-people/people.yaml': PEOPLE.replace(
          'access:',
          'checks:\n  nickname_is_short: length(nickname) < 5\naccess:',
        ),
      });
      const ran = await run('apply --yes');
      expect(ran.code).toBe(1);
      expect(ran.stderr).toMatch(
        /specs\/01-people\/people\.yaml:11:\d+ error server-23514: \w+ constraint people\.nickname_is_short: check constraint "nickname_is_short" of relation "people" is violated by some row\n +11 \| +nickname_is_short: length\(nickname\) < 5\n/,
      );
      expect(ran.stderr).toContain('nickname_is_short');
      expect(ran.stderr).toMatch(/alter table public\.people .*;/);
      expect(ran.stderr).toContain('error The server refused a statement.\n');
      expect(ran.stderr).not.toMatch(/^ +at /m);
      const json = await run('apply --yes --json');
      expect(json.code).toBe(1);
      expect(jsonOf(json)).toMatchObject({
        exitCode: 1,
        error: { sqlState: '23514', statement: expect.stringMatching(/^alter table public\.people/) },
        diagnostics: [{ place: { file: 'specs/01-people/people.yaml', line: 11 } }],
      });
    }));

  it('exits 6 where the role may not', () =>
    onDatabase(async ({ url, query, cwd }) => {
      await query(
        'do $$ begin create role boyfanz_test_nobody login; exception when duplicate_object then null; end $$',
      );
      const other = url.replace('postgres@', 'boyfanz_test_nobody@');
      const { code, stderr } = await runCli(['apply', '--yes', '--specs', 'specs', '--url', other], { cwd });
      expect(stderr).toContain(
        'The role boyfanz_test_nobody may not create in the schema public. Nothing was changed.\n',
      );
      expect(stderr).toMatch(/grant create on database t_\w+ to boyfanz_test_nobody;\n/);
      expect(stderr).toContain(
        '  Let the owner of the schema run: grant create on schema public to boyfanz_test_nobody;\n',
      );
      expect(code).toBe(6);
    }));
});

describe('check --url', () => {
  it('runs the rules on a live database', () =>
    onDatabase(async ({ run, query }) => {
      expect((await run('apply --yes')).code).toBe(0);
      await query('create table public.sloppy (at timestamp, data json)');
      const { code, stderr } = await run('check');
      expect(stderr).toMatch(/table-without-primary-key: .*sloppy/);
      expect(stderr).toMatch(/timestamp-without-time-zone: .*sloppy/);
      expect(stderr).not.toMatch(/people/);
      expect(code).toBe(1);
      expect(jsonOf(await run('check --json'))).toMatchObject({ tables: 3, diagnostics: expect.any(Array) });
    }));
});
