import { describe, expect, it } from 'vitest';
import { lockTransaction } from '../../src/db/apply-lock.ts';
import { connect } from '../../src/db/connect.ts';
import { directAdvice, knownPooler } from '../../src/db/known-pooler.ts';
import { ledgerMark, openLedger, startPlan, takeTurn } from '../../src/db/ledger.ts';
import { Overtaken } from '../../src/db/overtaken.ts';
import type { Session } from '../../src/db/session.ts';
import { type ConnectionSettings, resolveConnection } from '../../src/db/url.ts';
import { runCli } from '../cli/run-cli.ts';
import { withSpecs, writeThings } from '../cli/spec-folder.ts';
import { type PooledDatabase, withPooler } from '../engines/with-pooler.ts';

function settingsOf(url: string): ConnectionSettings {
  const settings = resolveConnection(url, {});
  if (settings === null) throw new Error('no settings');
  return settings;
}

function withSession<T>(
  major: 14 | 17 | 18,
  work: (session: Session, database: PooledDatabase) => Promise<T>,
): Promise<T> {
  return withPooler(major, async (database) => {
    const session = await connect(settingsOf(database.pooledUrl));
    try {
      return await work(session, database);
    } finally {
      await session.close();
    }
  });
}

/** All that a session may leave behind, as one text for each connection of the pool. */
const LEFT = `select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where source = 'session'`;
const LOCKS = `select count(*)::text from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;

async function expectNothingLeft({ askAll }: PooledDatabase): Promise<void> {
  expect(await askAll(LEFT)).toEqual(['', '', '']);
  expect(await askAll(LOCKS)).toEqual(['0', '0', '0']);
}

describe.each([14, 18] as const)('a session behind a pooler of PostgreSQL %i', (major) => {
  it('is known by its greeting, pinned in every transaction, and leaves nothing', () =>
    withSession(major, async (session, database) => {
      expect(session.isPooled).toBe(true);
      expect(database.session.isPooled).toBe(false);
      const settings = `select current_setting('TimeZone'), current_setting('DateStyle'), current_setting('search_path'),
        current_setting('IntervalStyle'), $1::text`;
      const pinned = ['UTC', 'ISO, MDY', '""', 'postgres', 'x'];
      for (let time = 0; time < 4; time += 1) expect(await session.query(settings, ['x'])).toEqual([pinned]);
      await session.execute(`begin isolation level repeatable read; set local search_path = public`);
      expect(await session.query(settings, ['x'])).toEqual([['UTC', 'ISO, MDY', 'public', 'postgres', 'x']]);
      await session.execute('rollback');
      await expect(session.query('select 1/0')).rejects.toMatchObject({ sqlState: '22012' });
      expect(await session.query('select 1')).toEqual([['1']]);
      await session.execute('vacuum pg_class');
      await expectNothingLeft(database);
    }));

  it('cancels the statement that is its own', () =>
    withSession(major, async (session) => {
      await session.execute('begin');
      const sleeping = session.query('select pg_sleep(20)').catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 200));
      session.cancel?.();
      expect(await sleeping).toMatchObject({ sqlState: '57014' });
      await session.execute('rollback');
    }));
});

describe('apply behind a pooler', () => {
  const run = (cwd: string, url: string, ...args: readonly string[]) =>
    runCli([...args, '--specs', 'specs', '--url', url], { cwd });

  it('makes the schema, finds no difference then, and leaves nothing to other clients', () =>
    withPooler(17, (database) =>
      withSpecs(async (folder) => {
        await writeThings(folder, 3);
        const applied = await run(folder.cwd, database.pooledUrl, 'apply', '--yes');
        expect(applied.stderr).toContain('through a pooler');
        expect(applied.code).toBe(0);
        expect((await run(folder.cwd, database.pooledUrl, 'diff')).code).toBe(0);
        expect((await run(folder.cwd, database.url, 'diff')).code).toBe(0);
        await expectNothingLeft(database);
      }),
    ));

  it('keeps two from working at a time: one makes it all, the other finds it made', () =>
    withPooler(17, (database) =>
      withSpecs(async (folder) => {
        await writeThings(folder, 20);
        const both = [database.pooledUrl, database.pooledUrl, database.url];
        const ran = await Promise.all(both.map((url) => run(folder.cwd, url, 'apply', '--yes')));
        expect(
          ran.map(({ code }) => code),
          ran.map(({ stderr }) => stderr).join('\n---\n'),
        ).toEqual([0, 0, 0]);
        const plans = await database.session.query(
          'select count(*), count(finished_at), count(distinct plan_hash) from boyfanz.apply_ledger where step = 0',
        );
        expect(plans).toEqual([['1', '1', '1']]);
        await expectNothingLeft(database);
      }),
    ));

  it('stops at the next transaction when another apply was at it, or is', () =>
    withSession(17, async (session, database) => {
      await openLedger(session);
      const since = await ledgerMark(session);
      const id = await startPlan(session, 'ours', 2, 'test', since);
      const turn = async () => {
        await session.execute(`begin; set local lock_timeout = '100ms'`);
        try {
          return await takeTurn(session, id, 1);
        } finally {
          await session.execute('rollback');
        }
      };
      await turn();
      await database.session.query('select pg_advisory_lock(7093850862049257326)');
      await expect(turn()).rejects.toThrow(Overtaken);
      await database.session.query('select pg_advisory_unlock(7093850862049257326)');
      await turn();
      await startPlan(database.session, 'theirs', 1, 'test', id);
      await expect(turn()).rejects.toMatchObject({ committed: 1 });
      await expect(startPlan(session, 'ours', 2, 'test', id)).rejects.toThrow(Overtaken);
      await session.execute('begin');
      await lockTransaction(session, 0);
      await session.execute('commit');
      await expectNothingLeft(database);
    }));

  it('says which startup parameter the pooler refuses, and where the server is', () =>
    withPooler(17, ({ pooledUrl }) =>
      withSpecs(async ({ cwd }) => {
        const refused = await run(cwd, `${pooledUrl}&options=-c%20work_mem%3D8MB`, 'diff');
        expect(refused.code).toBe(6);
        expect(refused.stderr).toContain('the pooler there does not take the startup parameter options.');
        expect(refused.stderr).toContain('Leave out options= in the URL and PGOPTIONS');
      }),
    ));
});

describe('an address of a pooler', () => {
  it.each([
    ['postgres://postgres.abc@aws-0-eu-west-1.pooler.supabase.com:6543/postgres', ':5432/postgres (the dashboard'],
    ['postgres://postgres@db.abc.supabase.co:6543/postgres', 'postgres://postgres@db.abc.supabase.co:5432/postgres'],
    ['postgres://u@ep-cool-1-pooler.eu-central-1.aws.neon.tech/db', '@ep-cool-1.eu-central-1.aws.neon.tech:5432/db'],
    ['postgres://u@x.postgres.database.azure.com:6432/db', '@x.postgres.database.azure.com:5432/db (the same host'],
    ['postgres://u@x.db.ondigitalocean.com:25061/pool', 'port 25060, and the name of the database'],
    ['postgres://u@db1.proxy-abc.us-east-1.rds.amazonaws.com/db', 'the endpoint of the instance'],
    ['postgres://u@main-pooler.example.com/db', 'postgres://u@main.example.com:5432/db'],
    ['postgres://u@10.0.0.5:6432/db', 'postgres://u@10.0.0.5:5432/db'],
  ])('%s is known, and so is the way around', (url, advice) => {
    const settings = settingsOf(url);
    expect(knownPooler(settings)).not.toBeNull();
    expect(directAdvice({ ...settings, password: 'Zx9kQw7v' } as ConnectionSettings)).toContain(advice);
    expect(directAdvice({ ...settings, password: 'Zx9kQw7v' } as ConnectionSettings)).not.toContain('Zx9kQw7v');
  });

  it.each([
    'postgres://u@localhost/db',
    'postgres://postgres.abc@aws-0-eu-west-1.pooler.supabase.com:5432/postgres',
    'postgres://u@ep-cool-1.eu-central-1.aws.neon.tech/db',
    'postgres://u@pooler.example.com/db',
  ])('%s is not', (url) => {
    expect(knownPooler(settingsOf(url))).toBeNull();
  });
});
