import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { DatabaseError, EnvironmentError } from '../../src/db/session.ts';
import { type ConnectionSettings, resolveConnection } from '../../src/db/url.ts';
import { LOCK_TABLE } from '../engines/server.ts';
import { withDatabase } from '../engines/with-engine.ts';

function settingsOf(url: string): ConnectionSettings {
  const settings = resolveConnection(url, {});
  if (settings === null) throw new Error('no settings');
  return settings;
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe.each([14, 18] as const)('a session on PostgreSQL %i', (major) => {
  it('is pinned whatever the server is set to, and gives the text of the wire', () =>
    withDatabase(major, async ({ session }) => {
      expect(session.server).toMatchObject({
        major,
        maxLocks: LOCK_TABLE.connections * LOCK_TABLE.locksPerTransaction,
      });
      const settings = [
        'TimeZone',
        'DateStyle',
        'IntervalStyle',
        'extra_float_digits',
        'client_encoding',
        'search_path',
      ];
      const [row] = await session.query(`select ${settings.map((name) => `current_setting('${name}')`).join(', ')}`);
      expect(row).toEqual(['UTC', 'ISO, MDY', 'postgres', '1', 'UTF8', '""']);
      expect(
        await session.query(
          `select 9223372036854775807, true, null, '2026-03-01 00:00+05:45'::timestamptz, '{1,2}'::int[], '{"a":1.0}'::json, 0.1::float8,
            '\\x00ff'::bytea, $1::int + 1`,
          ['41'],
        ),
      ).toEqual([
        ['9223372036854775807', 't', null, '2026-02-28 18:15:00+00', '{1,2}', '{"a":1.0}', '0.1', '\\x00ff', '42'],
      ]);
    }));

  it('runs several statements as one, and says what the server said of one', () =>
    withDatabase(major, async ({ session }) => {
      const error = await failure(session.execute('create table public.a (b integer); select 1/0'));
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error).toMatchObject({ sqlState: '22012', message: 'division by zero', position: null });
      expect(await session.query("select to_regclass('public.a')")).toEqual([[null]]);

      expect(await failure(session.query('select nope from pg_class'))).toMatchObject({
        sqlState: '42703',
        position: 8,
      });
      expect(
        await failure(
          session.execute(
            `do $$ begin raise exception 'no' using errcode = 'BF001', detail = 'why', hint = 'do this'; end $$`,
          ),
        ),
      ).toMatchObject({ sqlState: 'BF001', detail: 'why', hint: 'do this', where: expect.stringContaining('RAISE') });
    }));

  it('reports a connection that is cut, at work and at rest', () =>
    withDatabase(major, async ({ settings, session }) => {
      for (const busy of [true, false]) {
        const victim = await connect(settings);
        const [[pid] = []] = await victim.query('select pg_backend_pid()');
        const sleeping = busy ? failure(victim.query('select pg_sleep(20)')) : null;
        await session.query('select pg_terminate_backend($1::int)', [pid ?? '']);
        if (!busy) await new Promise((resolve) => setTimeout(resolve, 100));
        const error = await (sleeping ?? failure(victim.query('select 1')));
        expect(error).toBeInstanceOf(EnvironmentError);
        expect(String(error)).toContain(`connection to ${victim.description} was lost: terminating connection`);
        await victim.close();
      }
    }));

  it('explains a standby that replays over what was being read', () =>
    withDatabase(major, async ({ session }) => {
      const conflict = 'canceling statement due to conflict with recovery';
      const error = await failure(
        session.execute(`do $$ begin raise exception using errcode = '40001', message = '${conflict}'; end $$`),
      );
      expect(error).toBeInstanceOf(EnvironmentError);
      expect(error).toMatchObject({
        message: `${session.description} ended the statement: ${conflict}.`,
        help: expect.stringContaining('Run the command again'),
      });
      expect(await session.query('select 1')).toEqual([['1']]);
    }));

  it('says that a database is missing, and what would make it', () =>
    withDatabase(major, async ({ settings }) => {
      const error = await failure(connect({ ...settings, database: 'no"pe', password: 'Zx9kQw7v' }));
      expect(error).toBeInstanceOf(EnvironmentError);
      expect(error).toMatchObject({
        message: expect.stringContaining('there is no database "no"pe"'),
        help: 'Create it first: CREATE DATABASE "no""pe";',
      });
      expect(inspect(error, { depth: 9 })).not.toContain('Zx9kQw7v');
    }));

  it('goes on without encryption where the server has none and nothing demands it', () =>
    withDatabase(major, async ({ url }) => {
      const session = await connect(settingsOf(url.replace('sslmode=disable', 'sslmode=prefer')));
      await session.close();
      const error = await failure(connect(settingsOf(url.replace('sslmode=disable', 'sslmode=require'))));
      expect(String(error)).toContain('the server does not offer encryption');
    }));
});

describe('connect', () => {
  it('says what to do when nobody is there', async () => {
    const error = await failure(connect(settingsOf('postgres://u:Zx9kQw7v@127.0.0.1:1/d')));
    expect(error).toMatchObject({
      message: 'Cannot connect to postgres://u@127.0.0.1:1/d: no server answers at 127.0.0.1:1.',
    });
    expect(await failure(connect(settingsOf('postgres://u@no-such-host.invalid/d')))).toMatchObject({
      message: expect.stringContaining('no-such-host.invalid is not known'),
    });
  });

  it('keeps the password out of the error, even when the server repeats it', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]));
        socket.once('data', () => {
          const fields = Buffer.from('SFATAL\0VFATAL\0C28000\0Mno entry for Zx9kQw7v\0\0');
          const head = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
          socket.end(Buffer.concat([head, fields]));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const error = await failure(connect(settingsOf(`postgres://u:Zx9kQw7v@127.0.0.1:${port}/d?sslmode=disable`)));
    server.close();
    expect(String(error)).toContain('no entry for ***');
    expect(inspect(error, { depth: 9 })).not.toContain('Zx9kQw7v');
  });
});
