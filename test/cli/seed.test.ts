import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withDatabase } from '../engines/with-engine.ts';
import { jsonOf, type Ran, runCli } from './run-cli.ts';
import { type SpecFolder, withSpecs } from './spec-folder.ts';

const LEVELS = `table: levels
comment: Levels of people.
columns:
  id: smallint
  code: text
  rank: { type: integer, default: 0 }
primary_key: [id]
unique:
  - [code]
checks:
  rank_is_not_negative: rank >= 0
access: { read: [staff], write: [service] }
volume: 10
`;

const DATA = `data: levels
comment: Levels that the code knows.
rows:
  - { id: 1, code: low }
  - { id: 2, code: high, rank: 5 }
`;

interface Scene extends SpecFolder {
  readonly query: (statement: string) => Promise<readonly (readonly (string | null)[])[]>;
  readonly run: (line: string) => Promise<Ran>;
}

function onDatabase(work: (scene: Scene) => Promise<void>): Promise<void> {
  return withDatabase(17, ({ url, session }) =>
    withSpecs(async (folder) => {
      await folder.write({ '01-people/levels.yaml': LEVELS, 'data/levels.yaml': DATA });
      const run = (line: string) => runCli([...line.split(' '), '--specs', 'specs', '--url', url], { cwd: folder.cwd });
      await work({ ...folder, query: session.query, run });
    }),
  );
}

describe('seed', () => {
  it('puts in what is missing, changes what differs, and then has nothing to do', () =>
    onDatabase(async ({ run, query }) => {
      expect((await run('apply --yes --no-data')).code).toBe(0);
      expect(await query('select * from public.levels')).toEqual([]);
      const first = await run('seed --json');
      expect(jsonOf(first)).toMatchObject({ data: [{ table: 'levels', added: 2, changed: 0, unchanged: 0 }] });
      expect(first.code).toBe(0);
      await query('update public.levels set rank = 7');
      const shown = await run('seed --dry-run');
      expect(shown.code).toBe(2);
      expect(shown.stdout).toContain("    (1, 'low', 0),\n    (2, 'high', 5)\n");
      expect(shown.stderr).toContain('Reference data: 2 rows to change in 1 table.\n  levels: change 2 rows\n');
      expect(await query('select distinct rank from public.levels')).toEqual([['7']]);
      const mended = await run('seed');
      expect(mended).toMatchObject({ code: 0, stdout: '' });
      expect(mended.stderr).toContain('✓ Reference data: 2 rows changed, of 2 rows of 1 table.\n');
      const again = await run('seed');
      expect(again.stderr).toContain('✓ Reference data: all 2 rows of 1 table are as the specs say.\n');
      const nothing = await run('seed --dry-run');
      expect({ code: nothing.code, stdout: nothing.stdout }).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^-- What boyfanz-schema seed would run on .*\n-- Nothing to do\.\n$/),
      });
    }));

  it('says what to do where the tables are not there', () =>
    onDatabase(async ({ run }) => {
      const { code, stderr } = await run('seed');
      expect(code).toBe(1);
      expect(stderr).toContain('specs/data/levels.yaml:1:7 error server-42P01: Reference data of levels: ');
      expect(stderr).toContain('help: run boyfanz-schema apply first.');
      expect((await run('seed --dry-run')).code).toBe(2);
    }));
});

describe('apply', () => {
  it('puts the data in behind the schema, and a second time has nothing to do', () =>
    onDatabase(async ({ run, query }) => {
      const shown = await run('apply --dry-run');
      expect(shown.code).toBe(2);
      expect(shown.stdout.indexOf('insert/**/into public.levels')).toBeGreaterThan(
        shown.stdout.indexOf('create table public.levels'),
      );
      const made = await run('apply --yes');
      expect(made.stderr).toContain('✓ Reference data: 2 rows added, of 2 rows of 1 table.\n');
      expect(await query('select id, rank from public.levels order by id')).toEqual([
        ['1', '0'],
        ['2', '5'],
      ]);
      const again = await run('apply');
      expect(again).toMatchObject({ code: 0, stdout: '' });
      expect(again.stderr).toContain('✓ No differences: ');
      expect((await run('apply --dry-run')).code).toBe(0);
      expect((await run('diff')).code).toBe(0);
    }));

  it('asks before it changes rows, also when the schema is as it should be', () =>
    onDatabase(async ({ run, query }) => {
      await run('apply --yes');
      await query('update public.levels set rank = 7 where id = 1');
      expect((await run('diff')).code).toBe(0);
      expect((await run('apply --dry-run')).code).toBe(2);
      expect((await run('apply')).code).toBe(3);
      expect((await run('apply --no-data')).code).toBe(0);
      expect(await query('select rank from public.levels where id = 1')).toEqual([['7']]);
      expect(jsonOf(await run('apply --yes --json'))).toMatchObject({
        changes: 0,
        data: [{ table: 'levels', changed: 1, unchanged: 1 }],
      });
      expect(await query('select rank from public.levels where id = 1')).toEqual([['0']]);
    }));

  it('keeps the schema when a row is refused, and names the row', () =>
    onDatabase(async ({ run, query, write }) => {
      await write({ 'data/levels.yaml': DATA.replace('rank: 5', 'rank: -5') });
      const { code, stderr } = await run('apply --yes');
      expect(code).toBe(1);
      expect(stderr).toContain('specs/data/levels.yaml:5:5 error server-23514: Reference data of levels: ');
      expect(stderr).toContain(
        'error The server refused the reference data.\n  The schema is what the specs say; no row was put in.\n',
      );
      expect(await query('select * from public.levels')).toEqual([]);
      await write({ 'data/levels.yaml': DATA });
      expect((await run('apply --yes')).code).toBe(0);
    }));
});

describe('build', () => {
  it('writes the data at the end of the file, or leaves it out', () =>
    onDatabase(async ({ run, cwd, query }) => {
      const build = (line: string) => runCli([...line.split(' '), '--specs', 'specs', '--target', 'postgres'], { cwd });
      expect((await build('build')).code).toBe(0);
      const file = join(cwd, 'dist-sql', 'postgres', 'complete-schema.sql');
      const text = await readFile(file, 'utf8');
      expect(text).toContain('-- With the reference data of 1 table, at the end.\n');
      expect(text).toContain(
        '-- Reference data of levels; rows that differ are changed. Levels that the code knows.\n',
      );
      expect((await build('build --no-data --check')).code).toBe(2);
      expect((await build('build --no-data --stdout')).stdout).not.toContain('Reference data');
      expect((await run('apply --yes --no-data')).code).toBe(0);
      const last = text.slice(text.lastIndexOf('-- Reference data'), text.lastIndexOf('select set_config'));
      await query(last.trim().replace(/;$/, ''));
      expect(await query('select count(*) from public.levels')).toEqual([['2']]);
    }));
});
