import { expect, it } from 'vitest';
import { withTimescale } from '../engines/with-engine.ts';
import { specsScript } from '../foundation/foundation-script.ts';

it(
  'a hypertable loads on TimescaleDB and stays append-only, in compressed chunks as well',
  () =>
    withTimescale(async (session) => {
      // This engine loads the library with the extension and not before, which the script's own check takes for missing.
      await session.execute('create extension timescaledb schema public');
      await session.execute(await specsScript('timescale'));
      await session.execute(`
      set search_path = public;
      insert into user_login_attempts (occurred_at, user_id, identifier_bidx, outcome, method, ip)
      values ('2026-01-05', gen_random_uuid(), sha256('a'), 'success', 'password', '10.0.0.1')`);
      await session.query("select compress_chunk(chunk) from show_chunks('user_login_attempts') as chunk");
      await expect(session.query("update user_login_attempts set outcome = 'locked'")).rejects.toThrow('append-only');
      await session.query('update user_login_attempts set user_id = null, ip = null');
      expect(await session.query('select count(*) from user_login_attempts where ip is null')).toEqual([['1']]);
    }),
  240_000,
);
