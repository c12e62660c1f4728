import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWithLive } from '../../src/db/compare.ts';
import type { Session } from '../../src/db/session.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { isEmptyPlan } from '../../src/plan/plan.ts';
import { printPlan } from '../../src/plan/print.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { targetWith } from '../../src/target/target-with.ts';
import { ALL_MAJORS, withDatabase, withTimescale } from '../engines/with-engine.ts';
import { ROOT, runCli } from './run-cli.ts';

const run = promisify(execFile);

/** Where there is no psql, the files are loaded by the driver alone. */
const hasPsql = await run('psql', ['--version']).then(
  () => true,
  () => false,
);

const NEEDS_TIMESCALE =
  'This file needs TimescaleDB, and this server does not have it installed and preloaded: add timescaledb to shared_preload_libraries and restart, or load dist-sql/postgres/complete-schema.sql, which does without.';

const NEEDS_POSTGIS =
  'This file needs PostGIS, and this server does not have it: install it, or build a file without it (boyfanz-schema build --without postgis).';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boyfanz-built-'));
  for (const args of [
    ['--out', folder],
    ['--out', join(folder, 'without'), '--target', 'timescale', '--without', 'postgis'],
  ]) {
    const { code, stderr } = await runCli(['build', ...args]);
    expect(code, stderr).toBe(0);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const postgresFile = () => join(folder, 'postgres', 'complete-schema.sql');
const timescaleFile = () => join(folder, 'complete-schema.sql');
const timescaleFileWithoutPostgis = () => join(folder, 'without', 'complete-schema.sql');

async function psql(
  url: string,
  file: string,
  ...options: readonly string[]
): Promise<{ code: number; stderr: string }> {
  try {
    const { stderr } = await run('psql', ['-X', '-q', ...options, '-d', url, '-f', file], { maxBuffer: 1e8 });
    return { code: 0, stderr };
  } catch (error) {
    if (error instanceof Error && 'stderr' in error && 'code' in error) {
      return { code: Number(error.code), stderr: String(error.stderr) };
    }
    throw error;
  }
}

/** Names of everything in the database that no extension and no initdb made. */
async function made(session: Session): Promise<readonly string[]> {
  const rows = await session.query(`
    select 'schema ' || nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
    union all select 'relation ' || relname from pg_class where relnamespace = 'public'::regnamespace
    union all select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace
    union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
    union all select 'extension ' || extname from pg_extension where extname <> 'plpgsql'`);
  return rows.map(([name]) => name ?? '');
}

function firstTable(text: string): string {
  return /^create table public\.(\w+)/m.exec(text)?.[1] ?? '';
}

/** What is in the file is what the specs say: nothing is left to put in. */
async function expectSeeded(url: string): Promise<void> {
  const { code, stdout, stderr } = await runCli(['seed', '--dry-run', '--json', '--url', url, '--target', 'postgres']);
  expect(code, stderr).toBe(0);
  const { data } = JSON.parse(stdout);
  expect(data.length).toBeGreaterThan(1);
  expect(data.filter(({ unchanged }: { unchanged: number }) => unchanged === 0)).toEqual([]);
}

async function expectNoDifference(url: string): Promise<void> {
  const { code, stdout, stderr } = await runCli(['diff', '--url', url, '--target', 'postgres']);
  expect(stdout).toMatch(/^-- Changes for .*\n-- Nothing to do\.\n$/);
  expect(stderr).toMatch(/✓ No differences\.\n$/);
  expect(code).toBe(0);
}

describe.each(ALL_MAJORS)('the postgres file on PostgreSQL %i', (major) => {
  it(
    'loads as one string, and then diff finds nothing',
    () =>
      withDatabase(major, async ({ url, session }) => {
        await session.execute(await readFile(postgresFile(), 'utf8'));
        await expectNoDifference(url);
        await expectSeeded(url);
      }),
    60_000,
  );

  it.skipIf(!hasPsql)(
    'loads by psql without a word, and then diff finds nothing',
    () =>
      withDatabase(major, async ({ url }) => {
        expect(await psql(url, postgresFile(), '-v', 'ON_ERROR_STOP=1')).toEqual({ code: 0, stderr: '' });
        await expectNoDifference(url);
        await expectSeeded(url);
      }),
    60_000,
  );
});

describe('the postgres file', () => {
  it('is for an empty database, and says so', () =>
    withDatabase(15, async ({ session }) => {
      const text = await readFile(postgresFile(), 'utf8');
      const table = firstTable(text);
      await session.execute(`create table public.${table} (id int)`);
      await expect(session.execute(text)).rejects.toThrow(
        `This database already has the table ${table}: this file is for an empty database. To bring an existing one up to date, run boyfanz-schema apply.`,
      );
      await session.execute(`rollback; drop table public.${table}`);
      expect(await made(session)).toEqual([]);
    }));

  it.skipIf(!hasPsql)('makes nothing after an error, also where psql goes on', () =>
    withDatabase(15, async ({ url, session }) => {
      const table = firstTable(await readFile(postgresFile(), 'utf8'));
      await session.execute(`create table public.${table} (id int)`);
      const { code, stderr } = await psql(url, postgresFile());
      expect(code).toBe(0);
      expect(stderr.split('\n')[0]).toContain(`ERROR:  This database already has the table ${table}: `);
      expect(stderr).toContain('Stopped: what comes before transaction 1 of');
      await session.execute(`drop table public.${table}`);
      expect(await made(session)).toEqual([]);
    }),
  );
});

describe('the timescale file', () => {
  it('stops at its head where there is no TimescaleDB, with one sentence and nothing made', () =>
    withDatabase(17, async ({ session }) => {
      await expect(session.execute(await readFile(timescaleFile(), 'utf8'))).rejects.toThrow(NEEDS_TIMESCALE);
      await session.execute('rollback');
      expect(await made(session)).toEqual([]);
    }));

  it.skipIf(!hasPsql)('makes nothing either where psql goes on after the error', () =>
    withDatabase(17, async ({ url, session }) => {
      const stopped = await psql(url, timescaleFile(), '-v', 'ON_ERROR_STOP=1');
      expect(stopped.code).toBe(3);
      expect(stopped.stderr).toContain(`ERROR:  ${NEEDS_TIMESCALE}\n`);
      expect(stopped.stderr.match(/ERROR/g)).toHaveLength(1);
      const { stderr } = await psql(url, timescaleFile());
      expect(stderr.split('\n')[0]).toContain(`ERROR:  ${NEEDS_TIMESCALE}`);
      expect(await made(session)).toEqual([]);
    }),
  );

  it('stops at its head where there is no PostGIS, with one sentence and nothing made', () =>
    withTimescale(async (session) => {
      await session.execute('create extension timescaledb schema public');
      const before = await made(session);
      await expect(session.execute(await readFile(timescaleFile(), 'utf8'))).rejects.toThrow(NEEDS_POSTGIS);
      await session.execute('rollback');
      expect(await made(session)).toEqual(before);
    }));

  it(
    'without PostGIS loads on TimescaleDB, and then there is no difference',
    () =>
      withTimescale(async (session) => {
        await session.execute('create extension timescaledb schema public');
        await session.execute(await readFile(timescaleFileWithoutPostgis(), 'utf8'));
        const target = targetWith(TARGETS.timescale, { with: [], without: ['postgis'] });
        const { model, project } = compileSpecs(await readSpecTree(join(ROOT, 'specs'), ROOT), target);
        const { plan } = await compareWithLive(session, {
          wanted: model,
          schemas: project.schemas,
          ignore: project.ignore,
          lockBudget: TARGETS.timescale.lockBudget,
        });
        const shown = printPlan(plan, { title: [], preflight: [], minVersion: null, fromEmpty: false });
        expect(isEmptyPlan(plan), shown).toBe(true);
      }),
    400_000,
  );
});
