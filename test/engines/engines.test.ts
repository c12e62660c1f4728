import { describe, expect, it } from 'vitest';
import { ALL_MAJORS, withDatabase, withTimescale } from './with-engine.ts';

describe('the engines', () => {
  it.each(ALL_MAJORS)('PostgreSQL %i gives an empty database of its own', (major) =>
    withDatabase(major, async ({ session }) => {
      expect(session.server.major).toBe(major);
      await session.execute('create extension citext schema public; create table public.a (b public.citext)');
      await withDatabase(major, async (other) => {
        expect(await other.session.query("select to_regclass('public.a')")).toEqual([[null]]);
      });
    }));

  it('TimescaleDB makes hypertables', () =>
    withTimescale(async (session) => {
      await session.execute('create extension timescaledb schema public');
      await session.execute(
        "create table public.m (t timestamptz not null) with (tsdb.hypertable, tsdb.partition_column = 't')",
      );
      expect(await session.query('select hypertable_name from timescaledb_information.hypertables')).toEqual([['m']]);
    }));
});
