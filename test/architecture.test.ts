/** The house rules hold because a tool refuses what breaks them; here it is seen to refuse. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIOME = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

/** From the bottom up: a file may import what stands before its own folder. */
const LAYERS = [
  'text',
  'model',
  'target',
  'spec',
  'diff',
  'sql',
  'catalog',
  'check',
  'plan',
  'estimate',
  'emit',
  'generate',
  'db',
  'files',
  'commands',
  'cli',
];
const PURE = LAYERS.slice(0, LAYERS.indexOf('db'));

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boyfanz-architecture-'));
  const { vcs, ...config } = JSON.parse(await readFile(join(ROOT, '.biome.json'), 'utf8'));
  expect(vcs).toBeDefined();
  await writeFile(join(folder, '.biome.json'), JSON.stringify(config));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** @returns `FILE LINE rule` for everything that the linter refuses in these files */
async function refused(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  const args = [BIOME, 'lint', '--reporter=github', '--max-diagnostics=none', ...Object.keys(files)];
  const output = await run(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }).then(
    ({ stdout }) => stdout,
    (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : Promise.reject(error)),
  );
  return [...output.matchAll(/^::error title=lint\/\w+\/(\w+),file=([^,]+),line=(\d+)/gm)].map(
    ([, rule, file, line]) => `${file} ${line} ${rule}`,
  );
}

function importing(modules: readonly string[]): string {
  const imports = modules.map((module, at) => `import { a as a${at} } from '${module}';\n`).join('');
  return `${imports}export const all = [${modules.map((_module, at) => `a${at}`).join(', ')}];\n`;
}

function everyLine(file: string, lines: number): readonly string[] {
  return Array.from({ length: lines }, (_, at) => `${file} ${at + 1} noRestrictedImports`);
}

describe('imports', () => {
  it('go downward only, from any depth', async () => {
    const above = (layer: string) => [...LAYERS.slice(LAYERS.indexOf(layer) + 1), 'cli.ts', 'main.ts'];
    const path = (up: string) => (up.endsWith('.ts') ? up : `${up}/x.ts`);
    const files = LAYERS.flatMap((layer) => [
      [`src/${layer}/up.ts`, above(layer).map((up) => `../${path(up)}`)] as const,
      [`src/${layer}/deep/up.ts`, above(layer).map((up) => `../../${path(up)}`)] as const,
    ]);
    const found = await refused(Object.fromEntries(files.map(([file, modules]) => [file, importing(modules)])));
    expect(found.toSorted()).toEqual(files.flatMap(([file, modules]) => everyLine(file, modules.length)).toSorted());
  });

  it('downward are taken', async () => {
    const files = LAYERS.map((layer): readonly [string, string] => {
      const below = LAYERS.slice(0, LAYERS.indexOf(layer)).filter((low) => layer !== 'files' || low !== 'db');
      return [`src/${layer}/down.ts`, importing(below.map((low) => `../${low}/x.ts`))];
    });
    expect(
      await refused({ ...Object.fromEntries(files), 'src/files/session.ts': importing(['../db/session.ts']) }),
    ).toEqual([]);
  });

  it('of drivers, the terminal and the file system stay where they belong', async () => {
    const outside = [
      'pg',
      '@electric-sql/pglite/node-postgres',
      'commander',
      'chalk',
      'cli-progress',
      '@inquirer/confirm',
      'node:fs',
      'node:fs/promises',
      'node:process',
    ];
    const files = Object.fromEntries(PURE.map((layer) => [`src/${layer}/outside.ts`, importing(outside)]));
    const expected = Object.keys(files).flatMap((file) => everyLine(file, outside.length));
    expect((await refused(files)).toSorted()).toEqual(expected.toSorted());
    expect(
      await refused({
        'src/db/y.ts': importing(['pg', 'commander']),
        'src/files/y.ts': importing(['node:fs', 'pg', 'chalk', '../db/connect.ts']),
        'src/commands/y.ts': importing(['node:path', 'pg', 'commander', 'chalk', 'cli-progress']),
        'src/commands/report.ts': importing(['chalk', 'cli-progress', 'commander']),
        'src/cli.ts': importing(['commander', 'chalk', 'pg', './main.ts']),
        'src/cli/y.ts': importing(['commander', 'chalk', 'pg']),
      }),
    ).toEqual([
      'src/cli.ts 2 noRestrictedImports',
      'src/cli.ts 3 noRestrictedImports',
      'src/cli.ts 4 noRestrictedImports',
      ...everyLine('src/cli/y.ts', 3).slice(1),
      ...everyLine('src/commands/report.ts', 3).slice(2),
      ...everyLine('src/commands/y.ts', 5).slice(1),
      ...everyLine('src/db/y.ts', 2).slice(1),
      ...everyLine('src/files/y.ts', 4).slice(1),
    ]);
  });

  it('covers every folder of src', async () => {
    const folders = (await readdir(join(ROOT, 'src'), { withFileTypes: true })).filter((entry) => entry.isDirectory());
    // `testing` is for applications: it stands beside `commands`, and nothing here uses it.
    expect([...LAYERS, 'testing']).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
  });
});

describe('the code', () => {
  it('of the core takes no clock, no process and no network', async () => {
    const text = 'export const all = [Date.now(), process.argv, fetch, setTimeout, performance.now()];\n';
    const found = await refused({ 'src/plan/globals.ts': text, 'src/commands/globals.ts': text });
    expect(found).toEqual(Array.from({ length: 5 }, () => 'src/plan/globals.ts 1 noRestrictedGlobals'));
  });

  it('has no any, no default export, no non-null assertion and no swallowed error', async () => {
    const found = await refused({
      'src/sql/bad.ts': [
        'export const a: any = 1;',
        'export default a;',
        'export const b = (c: string | null) => c!.length;',
        'export function d() { try { return b(null); } catch {} }',
        "import { type e } from './e.ts';",
        'export type f = e;\n',
      ].join('\n'),
    });
    expect(found.toSorted()).toEqual([
      'src/sql/bad.ts 1 noExplicitAny',
      'src/sql/bad.ts 2 noDefaultExport',
      'src/sql/bad.ts 3 noNonNullAssertion',
      'src/sql/bad.ts 4 noEmptyBlockStatements',
      'src/sql/bad.ts 5 useImportType',
    ]);
  });

  it('switches none of these rules off', async () => {
    const names = (await readdir(join(ROOT, 'src'), { recursive: true })).filter((name) => name.endsWith('.ts'));
    const ignored =
      /biome-ignore.*(noExplicitAny|noDefaultExport|noNonNullAssertion|noRestricted|noImportCycles)|@ts-(ignore|expect-error|nocheck)/;
    const texts = await Promise.all(names.map((name) => readFile(join(ROOT, 'src', name), 'utf8')));
    expect(names.filter((_name, at) => ignored.test(texts[at] ?? ''))).toEqual([]);
  });
});
