import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded, openEmbeddedInMemory } from '../../src/db/embedded.ts';
import { serveEmbedded } from '../../src/db/serve-embedded.ts';
import { DatabaseError, EnvironmentError } from '../../src/db/session.ts';
import { ENGINE_CACHE, withEmbedded } from '../engines/with-engine.ts';

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'boyfanz-embedded-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

describe('the embedded database', () => {
  it('is a session like any other, with the extensions of its target', () =>
    withEmbedded(async (session) => {
      expect(session.server.major).toBe(18);
      await session.execute(
        'create extension citext schema public; create extension btree_gist schema public; create extension ltree schema public',
      );
      expect(
        await session.query("select 1::bigint, now() is null, $1::public.citext operator(public.=) 'A'", ['a']),
      ).toEqual([['1', 'f', 't']]);
      const error = await session.query('selec 1').catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error).toMatchObject({ sqlState: '42601', position: 1 });
      await session.execute('begin');
      await expect(session.query('select 1/0')).rejects.toThrow('division by zero');
      await expect(session.query('select 1')).rejects.toMatchObject({ sqlState: '25P02' });
      await session.execute('rollback');
      expect(await session.query("select current_setting('search_path')")).toEqual([['""']]);
    }));

  it('keeps its data, refuses a second opener by name, and lets go when closed', async () => {
    const directory = join(home, 'deep', 'data');
    const first = await openEmbedded(directory, ENGINE_CACHE);
    await first.execute('create table public.kept (n integer); insert into public.kept values (7)');
    const error = await openEmbedded(directory, ENGINE_CACHE).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect(String(error)).toContain(`in use by process ${process.pid}`);
    await first.close();
    await first.close();

    const second = await openEmbedded(directory, ENGINE_CACHE);
    expect(await second.query('select n from public.kept')).toEqual([['7']]);
    await second.close();
    expect(await readdir(join(home, 'deep'))).toEqual(['data']);
  });

  it('respects a process that is alive, takes over from one that is gone, and begins anew what it left half made', async () => {
    const directory = join(home, 'data');
    const lock = { pid: process.ppid, host: hostname(), since: null, token: 'x', filling: false };
    await writeFile(`${directory}.lock`, JSON.stringify(lock));
    await expect(openEmbedded(directory, ENGINE_CACHE)).rejects.toThrow(`in use by process ${process.ppid}`);

    await writeFile(`${directory}.lock`, JSON.stringify({ ...lock, host: 'elsewhere' }));
    await expect(openEmbedded(directory, ENGINE_CACHE)).rejects.toMatchObject({
      help: `If that machine or container is gone, delete ${directory}.lock.`,
    });

    await mkdir(directory);
    await writeFile(join(directory, 'PG_VERSION'), '18\n');
    const gone = execFile(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('exit', resolve));
    await writeFile(`${directory}.lock`, JSON.stringify({ ...lock, pid: gone.pid, filling: true }));
    const session = await openEmbedded(directory, ENGINE_CACHE);
    expect(await session.query('select 1')).toEqual([['1']]);
    await session.close();
  });

  it('leaves a directory alone that is not its own', async () => {
    await writeFile(join(home, 'notes.txt'), 'mine');
    await expect(openEmbedded(home, null)).rejects.toThrow('holds other files and no embedded database');
    expect(await readFile(join(home, 'notes.txt'), 'utf8')).toBe('mine');
    await rm(`${home}.lock`, { force: true });
    await rm(join(home, 'notes.txt'));
    await writeFile(join(home, 'PG_VERSION'), '17\n');
    await expect(openEmbedded(home, null)).rejects.toThrow('was made by PostgreSQL 17; this one is 18');
  });

  it('starts from a damaged boot image all the same, and replaces it', async () => {
    const cache = join(home, 'cache');
    await withEmbedded(async () => undefined);
    const [image = ''] = (await readdir(ENGINE_CACHE)).filter((name) => name.startsWith('pglite-'));
    await mkdir(cache);
    await writeFile(join(cache, image), (await readFile(join(ENGINE_CACHE, image))).subarray(0, 100_000));
    const session = await openEmbeddedInMemory(cache);
    expect(await session.query('select 1')).toEqual([['1']]);
    await session.close();
    expect((await readFile(join(cache, image))).length).toBeGreaterThan(1_000_000);
  });
});

describe('serveEmbedded', () => {
  it('serves several clients that do not see into each other’s transactions', async () => {
    const served = await serveEmbedded(null, ENGINE_CACHE, 0);
    const [a, b] = [new pg.Client(served.url), new pg.Client(served.url)];
    await Promise.all([a.connect(), b.connect()]);
    await a.query('create table public.t (n integer)');
    // The same name of a prepared statement in both.
    expect((await a.query({ name: 's', text: 'select $1::int as n', values: [1] })).rows).toEqual([{ n: 1 }]);
    expect((await b.query({ name: 's', text: 'select $1::text as n', values: ['x'] })).rows).toEqual([{ n: 'x' }]);
    expect((await a.query({ name: 's', text: 'select $1::int as n', values: [2] })).rows).toEqual([{ n: 2 }]);

    await a.query('begin');
    await a.query('insert into public.t values (1)');
    const waiting = b.query('select count(*)::int as n from public.t');
    await expect(a.query('select 1/0')).rejects.toMatchObject({ code: '22012' });
    // Leaves in the middle of its transaction.
    await a.end();
    expect((await waiting).rows).toEqual([{ n: 0 }]);
    await expect(b.query('select 1; copy public.t from stdin')).rejects.toMatchObject({ code: '0A000' });
    await b.end();
    await served.close();
  });

  it.runIf(existsSync('/usr/bin/psql'))('serves psql, with COPY', async () => {
    const served = await serveEmbedded(null, ENGINE_CACHE, 0);
    const script =
      'create table t (n int, c text);\n\\copy t from pstdin\n1\tx\n2\ty\n\\.\nselect sum(n), max(c) from t;\n';
    const psql = promisify(execFile)('psql', ['-XAtq', served.url]);
    psql.child.stdin?.end(script);
    expect((await psql).stdout).toBe('3|y\n');
    await served.close();
  });
});
