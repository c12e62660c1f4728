import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectations } from '../spec/expectations.ts';
import { FIXTURES } from '../spec/fixture-tree.ts';
import { jsonOf, ROOT, runCli } from './run-cli.ts';
import { PEOPLE, PROJECT, type SpecFolder, withSpecs } from './spec-folder.ts';

const STACK = /^ +at .+:\d+:\d+\)?$/m;

/** Fixtures about the tree as a whole, which only say something on their own. */
const ALONE = new Set([
  'unknown-section',
  'duplicate-object',
  'missing-extension',
  'unknown-extension',
  'unknown-type',
  'yaml-directive',
]);

/** Not said while a file cannot be read at all: it may be the one that declares the name. */
const UNKNOWN_NAMES = /(unknown-(table|function|schema|part)|erasure-path)$/;

function severityOf(place: string): string {
  return /byte-order-mark|crlf-line-ends/.test(place) ? 'warning' : 'error';
}

interface Broken {
  readonly file: string;
  readonly text: string;
  readonly places: readonly string[];
}

/** Every fixture of a mistake, with the tables and functions in it renamed, so that they can stand in one tree. */
function brokenSpecs(): readonly Broken[] {
  const root = join(FIXTURES, 'diagnostics');
  const files = readdirSync(root)
    .filter((code) => !ALONE.has(code))
    .flatMap((code) => readdirSync(join(root, code)).map((name) => join(code, name)));
  return files.map((name, at) => {
    const original = readFileSync(join(root, name), 'utf8');
    const text = original.replaceAll(/\bthings/g, `things_${at}`);
    const file = `02-things/${String(at).padStart(3, '0')}.yaml`;
    const places = expectations(original).map(
      (place) => `specs/${file}:${place.replace(' ', ` ${severityOf(place)} `)}`,
    );
    return { file, text, places };
  });
}

/** Without the column: renaming moves what follows on the line. */
function placesIn(stderr: string): readonly string[] {
  return [...stderr.matchAll(/^(specs\/\S+?:\d+):\d+ (error|warning) ([a-z-]+):/gm)].map(
    ([, place, severity, code]) => `${place} ${severity} ${code}`,
  );
}

async function writeBase(folder: SpecFolder): Promise<void> {
  const base = await readFile(join(FIXTURES, 'specs-base', '01-people', 'base.yaml'), 'utf8');
  const groups = await readFile(join(FIXTURES, 'specs-base', 'column-groups.yaml'), 'utf8');
  // The tool brings citext along.
  await folder.write({
    'project.yaml': `${PROJECT}erasure: { people: users, domains: { 02-things: things } }\n`,
    '01-people/people.yaml': base.replace('extension: citext\n---\n', ''),
    'column-groups.yaml': groups,
  });
}

describe('broken specs', () => {
  it('all show in one run, each at its place, and nothing is written', () =>
    withSpecs(async (folder) => {
      const broken = brokenSpecs();
      await writeBase(folder);
      await folder.write(Object.fromEntries(broken.map(({ file, text }) => [file, text])));
      const expected = broken.flatMap(({ places }) => places).filter((place) => !UNKNOWN_NAMES.test(place));
      const errors = expected.filter((place) => place.includes(' error ')).length;
      expect(errors).toBeGreaterThan(80);
      for (const command of [['check'], ['build'], ['apply', '--embedded'], ['explain', 'users']]) {
        const { code, stdout, stderr } = await runCli([...command, '--specs', 'specs'], { cwd: folder.cwd });
        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).not.toMatch(STACK);
        expect(placesIn(stderr).toSorted()).toEqual(expected.toSorted());
        expect(stderr).toContain(`error ${errors} errors and 2 warnings in the specs; nothing was done.`);
        expect(await readdir(folder.cwd)).toEqual(['specs']);
      }
    }));

  it('call names unknown where every file can be read', () =>
    withSpecs(async (folder) => {
      const broken = brokenSpecs().filter(({ places }) => places.every((place) => UNKNOWN_NAMES.test(place)));
      await writeBase(folder);
      await folder.write(Object.fromEntries(broken.map(({ file, text }) => [file, text])));
      const { code, stderr } = await runCli(['check', '--specs', 'specs'], { cwd: folder.cwd });
      expect(code).toBe(1);
      expect(placesIn(stderr).toSorted()).toEqual(broken.flatMap(({ places }) => places).toSorted());
    }));

  it('show as JSON with their places', () =>
    withSpecs(async ({ cwd, write }) => {
      await write({ '02-things/a.yaml': 'table: a\ncolour: red\n', '02-things/b.yaml': 'tabel: b\n' });
      for (const command of [['check'], ['build'], ['diff', '--embedded'], ['apply', '--embedded'], ['explain', 'a']]) {
        const ran = await runCli([...command, '--specs', 'specs', '--json'], { cwd });
        expect(ran.code).toBe(1);
        expect(jsonOf(ran).diagnostics).toEqual(
          expect.arrayContaining([
            expect.objectContaining({
              code: 'unknown-key',
              severity: 'error',
              place: { file: 'specs/02-things/a.yaml', line: 2, column: 1 },
            }),
            expect.objectContaining({ place: { file: 'specs/02-things/b.yaml', line: 1, column: 1 } }),
          ]),
        );
      }
    }));

  it('a folder without specs is no success', async () => {
    const { code, stderr } = await runCli(['check', '--specs', 'no-such-folder']);
    expect(code).toBe(6);
    expect(stderr).toContain('There is no project.yaml in');
  });
});

describe('check', () => {
  it('counts the tables of each section', () =>
    withSpecs(async ({ cwd }) => {
      const { code, stdout, stderr } = await runCli(['check', '--specs', 'specs'], { cwd });
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toBe('     1  01-people\n✓ 1 table in 1 section, no warnings.\n');
      const ran = await runCli(['check', '--specs', 'specs', '--json'], { cwd });
      expect(jsonOf(ran)).toEqual({
        diagnostics: [],
        sections: [{ section: '01-people', title: 'People', tables: 1 }],
      });
    }));
});

async function copyOf(source: string, files: readonly string[], target: string): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    await cp(join(source, file), join(target, file));
  }
}

/** Below the folder, with forward slashes, by name. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  return (await filesIn(join(ROOT, folder))).map((file) => join(folder, file));
}

/** The same order in every run, and not the one of their names. */
function shuffled(files: readonly string[]): readonly string[] {
  const key = (file: string) => [...file].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return files.toSorted((a, b) => key(a) - key(b));
}

describe('build', () => {
  it('writes the same bytes again, also from a copy in another folder whose files were made in another order', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'boyfanz-other name-'));
    try {
      const first = await runCli(['build', '--out', join(folder, 'first')]);
      expect(first.code).toBe(0);
      const copy = join(folder, 'ünï checkout');
      const files = (await Promise.all(['bin', 'lib', 'specs', 'templates'].map(filesBelow))).flat();
      await copyOf(ROOT, shuffled(files), copy);
      await cp(join(ROOT, 'package.json'), join(copy, 'package.json'));
      await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
      const second = await runCli(['build', '--out', join(folder, 'second')], {
        cwd: folder,
        program: join(copy, 'bin', 'boyfanz-schema.js'),
        env: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8' },
      });
      expect(second.code).toBe(0);
      const written = await filesIn(join(folder, 'first'));
      expect(written).toEqual(
        expect.arrayContaining(['complete-schema.sql', 'postgres/complete-schema.sql', 'supabase/part-01.sql']),
      );
      expect(await filesIn(join(folder, 'second'))).toEqual(written);
      for (const file of written) {
        const text = await readFile(join(folder, 'first', file), 'utf8');
        expect(text.length).toBeGreaterThan(1000);
        expect((await readFile(join(folder, 'second', file), 'utf8')) === text).toBe(true);
        expect(text).not.toContain(folder);
      }
      const again = await runCli(['build', '--out', join(folder, 'first')]);
      expect(again.stderr.match(/, unchanged$/gm)).toHaveLength(written.length);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('--check exits 2 after a spec has changed, and writes nothing', () =>
    withSpecs(async ({ cwd, write }) => {
      const build = (...more: readonly string[]) => runCli(['build', '--specs', 'specs', ...more], { cwd });
      expect((await build()).code).toBe(0);
      expect((await build('--check')).code).toBe(0);
      const before = await readFile(join(cwd, 'dist-sql', 'complete-schema.sql'), 'utf8');
      await write({ '01-people/people.yaml': PEOPLE.replace('nickname', 'nick') });
      const { code, stdout, stderr } = await build('--check');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`${join('dist-sql', 'complete-schema.sql')} is not what the specs say`);
      expect(await readFile(join(cwd, 'dist-sql', 'complete-schema.sql'), 'utf8')).toBe(before);
      const ran = await build('--check', '--json');
      expect(ran.code).toBe(2);
      expect(jsonOf(ran).files).toMatchObject([
        { changed: true, target: 'timescale' },
        { changed: true, target: 'postgres' },
        { changed: true, target: 'supabase' },
      ]);
    }));

  it('--stdout prints SQL and nothing else', () =>
    withSpecs(async ({ cwd }) => {
      const args = ['build', '--specs', 'specs', '--stdout', '--target', 'postgres'];
      const { code, stdout, stderr } = await runCli(args, { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^-- small: complete schema, 1 tables?\./);
      expect(stdout).toContain('create table public.people (');
      expect(jsonOf(await runCli([...args, '--json'], { cwd })).files).toEqual([
        { target: 'postgres', path: join('postgres', 'complete-schema.sql'), text: stdout },
      ]);
      expect(await readdir(cwd)).toEqual(['specs']);
    }));

  it('writes what spreads the tables beside the schema for Citus', () =>
    withSpecs(async ({ cwd, write }) => {
      await write({ '01-people/people.yaml': PEOPLE.replace('access:', 'scale: reference\naccess:') });
      const build = (...more: readonly string[]) =>
        runCli(['build', '--specs', 'specs', '--target', 'citus', '--json', ...more], { cwd });
      const paths = ['complete-schema.sql', 'scale-citus.sql'].map((file) => join('dist-sql', 'citus', file));
      const files = (changed: boolean) => paths.map((path) => ({ path, target: 'citus', changed }));
      expect(jsonOf(await build()).files).toMatchObject(files(true));
      expect(await readFile(join(cwd, paths[1] ?? ''), 'utf8')).toContain(`create_reference_table('public.people')`);
      expect(jsonOf(await build()).files).toMatchObject(files(false));
      await rm(join(cwd, paths[1] ?? ''));
      expect((await build('--check')).code).toBe(2);
    }));

  it('says so when it cannot write', () =>
    withSpecs(async ({ cwd }) => {
      await writeFile(join(cwd, 'taken'), '');
      const { code, stderr } = await runCli(['build', '--specs', 'specs', '--out', 'taken'], { cwd });
      expect(code).toBe(6);
      expect(stderr).toMatch(/complete-schema\.sql cannot be (read|written) \(E\w+\)\./);
      expect(stderr).not.toMatch(STACK);
    }));
});

describe('new table', () => {
  it('writes a spec that check takes once it is filled in', () =>
    withSpecs(async ({ cwd, specs }) => {
      const made = await runCli(['new', 'table', '2/gadgets', '--specs', 'specs'], { cwd });
      expect(made).toEqual({
        code: 0,
        stdout: `${join('specs', '02-things', 'gadgets.yaml')}\n`,
        stderr: 'Fill it in, then: boyfanz-schema check --specs specs\n',
      });
      const file = join(specs, '02-things', 'gadgets.yaml');
      const text = await readFile(file, 'utf8');
      expect(text).toContain('\ntable: gadgets\n');
      await writeFile(
        file,
        text.replace('timestamps', '').replace('[uuid_id, ]', '[uuid_id]').replace('users', 'people'),
      );
      expect(await runCli(['check', '--specs', 'specs'], { cwd })).toMatchObject({ code: 0 });
      const ran = await runCli(['new', 'table', '02-things/widgets', '--specs', 'specs', '--json'], { cwd });
      expect(jsonOf(ran)).toEqual({ file: join(specs, '02-things', 'widgets.yaml') });
    }));
});

describe('explain', () => {
  it('tells place, columns, access, storage, size, references and SQL', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'user_sessions']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^user_sessions {2}\(specs\/01-core-user-management\/user_sessions\.yaml:\d+\)\n/);
    for (const part of [
      'Access\n  read, member (boyfanz_member): the owner, in user_id\n',
      'Columns\n  id ',
      'Storage\n  a plain table\n',
      'Size at 1,000,000 users, estimated\n  5,000,000 rows, ',
      'Refers to\n',
      'create table public.user_sessions (',
    ]) {
      expect(stdout).toContain(part);
    }
  });

  it('as JSON', async () => {
    const ran = await runCli(['explain', 'users', '--json']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(jsonOf(ran)).toMatchObject({
      table: 'users',
      volume: 1_000_000,
      size: { users: 1_000_000, rows: 1_000_000, bytes: { total: expect.any(Number) } },
      referredToBy: expect.arrayContaining([expect.stringContaining('user_sessions (user_id)')]),
      sql: expect.arrayContaining([expect.stringMatching(/^create table public\.users \(/)]),
    });
  });
});

describe('estimate', () => {
  const PARTS = /^\S.* {2}[\d.]+ [kMGT]?B$/;

  it('shows sections and their sum for several numbers of users', async () => {
    const { code, stdout } = await runCli(['estimate']);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^Section +10,000 users +100,000 users +1,000,000 users +10,000,000 users$/);
    expect(lines.at(-3)).toMatch(/^All \d+ tables /);
    expect(lines.at(-1)).toMatch(/^Right size +small +small +standard +standard$/);
    expect(lines.slice(1, -1).filter((line) => !PARTS.test(line))).toEqual([]);
  });

  it('shows the largest tables of a section, or one table with its indexes and columns', async () => {
    const ran = await runCli(['estimate', '--users', '250k', '--section', '5', '--top', '2']);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(
      '--size standard is right for 250,000 users: 1 table of those divided by hash would be larger than 50 GB with its indexes: messages.',
    );
    expect(ran.stdout.split('\n').map((line) => line.split('  ')[0])).toEqual([
      'Table',
      'messages',
      expect.any(String),
      expect.stringMatching(/^All \d+ tables$/),
      '',
    ]);
    const one = await runCli(['estimate', '--table', 'messages', '--users', '1M']);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain('450,000,000 rows');
    expect(one.stdout).toMatch(/^messages_pkey +btree +100 % +100 % +[\d.]+ GB$/m);
    expect(one.stdout).toMatch(/^body +\d+ +\d+ % {2}text: /m);
  });

  it('gives bytes as JSON, whose parts add up', async () => {
    const ran = await runCli(['estimate', '--users', '1M', '--top', '3', '--json']);
    expect(ran.code).toBe(0);
    const { estimates } = jsonOf(ran) as {
      estimates: { total: number; heap: number; toast: number; indexes: number; sections: { total: number }[] }[];
    };
    const [{ total, heap, toast, indexes, sections } = { total: 0, heap: 0, toast: 0, indexes: 0, sections: [] }] =
      estimates;
    expect(Math.abs(total - heap - toast - indexes)).toBeLessThan(3);
    expect(Math.abs(total - sections.reduce((sum, section) => sum + section.total, 0))).toBeLessThan(20);
    expect(total).toBeGreaterThan(1e12);
    const [{ size }] = estimates as unknown as [{ size: { right: string; outgrown: unknown; first: unknown } }];
    expect(size.right).toBe('standard');
    expect(size.outgrown).toContainEqual({ table: 'messages', bytes: expect.any(Number), parts: 64 });
    expect(size.first).toEqual({ table: 'messages', users: expect.any(Number) });
  });
});
