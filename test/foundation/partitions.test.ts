import { describe, expect, it } from 'vitest';
import type { Row, Session } from '../../src/db/session.ts';
import { ALL_MAJORS, withDatabase } from '../engines/with-engine.ts';
import { foundationScript } from './foundation-script.ts';

const TABLES = `
  create table public.months (id bigint generated always as identity, at timestamptz not null,
    k text not null default 'x' check (k <> ''), twice text generated always as (k || k) stored, primary key (id, at))
    partition by range (at);
  create index months_k_idx on public.months (k);
  create table public.weeks (d date not null) partition by range (d);
  create table public.hours (t timestamp not null) partition by range (t);
  create table public."Wéird 日本語日本語日本語日本語日本語日本語 x" (t timestamptz not null) partition by range (t);
  insert into boyfanz.rolling_partitions values
    ('public', 'months', 'at', '1 month', 3, '2 months', 'fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05'),
    ('public', 'weeks', 'd', '7 days', 1, null, ''),
    ('public', 'hours', 't', '6 hours', 1, '1 day', ''),
    ('public', 'Wéird 日本語日本語日本語日本語日本語日本語 x', 't', '1 day', 0, null, '');
  -- Whatever the caller's session looks like, bounds are UTC.
  set timezone = 'America/New_York'; set datestyle = 'SQL, DMY'`;

/** Name and bounds of the partitions of a table, in order of name. */
async function partitionsOf(session: Session, table: string): Promise<readonly Row[]> {
  await session.execute("set timezone = 'UTC'; set datestyle = 'ISO'");
  return session.query(
    `select c.relname, substring(pg_get_expr(c.relpartbound, c.oid) from 'FROM (.*)')
     from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass order by 1`,
    [table],
  );
}

async function withRollingTables(major: (typeof ALL_MAJORS)[number], work: (session: Session) => Promise<void>) {
  const script = await foundationScript();
  await withDatabase(major, async ({ session }) => {
    await session.execute(`${script}; ${TABLES}`);
    await work(session);
  });
}

describe.each(ALL_MAJORS)('PostgreSQL %i', (major) => {
  it('makes months across the end of the year, once', () =>
    withRollingTables(major, async (session) => {
      const make = "select boyfanz.make_partitions('public.months', '2026-11-30 23:30+00')";
      expect(await session.query(make)).toEqual([['5']]);
      expect(await session.query(make)).toEqual([['0']]);
      expect(await partitionsOf(session, 'public.months')).toEqual([
        ['months_p2026_10', "('2026-10-01 00:00:00+00') TO ('2026-11-01 00:00:00+00')"],
        ['months_p2026_11', "('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00')"],
        ['months_p2026_12', "('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00')"],
        ['months_p2027_01', "('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00')"],
        ['months_p2027_02', "('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00')"],
      ]);
      expect(
        await session.query(
          `insert into public.months (at, k) values ('2027-01-31 23:59:59.999+00', 'b') returning tableoid::regclass, id, twice`,
        ),
      ).toEqual([['boyfanz_parts.months_p2027_01', '1', 'bb']]);
      expect(
        await session.query(
          `select c.reloptions, (select count(*) from pg_index where indrelid = c.oid),
             (select count(*) from pg_constraint where conrelid = c.oid and contype = 'c')
           from pg_class c where c.relname = 'months_p2027_01'`,
        ),
      ).toEqual([['{fillfactor=80,autovacuum_vacuum_scale_factor=0.05}', '2', '1']]);
    }));

  it('aligns days and hours to 1970 and does not feel summer time', () =>
    withRollingTables(major, async (session) => {
      await session.execute("set timezone = 'Europe/Berlin'");
      await session.query("select boyfanz.make_partitions(null, '2026-10-25 00:30+00')");
      expect(await partitionsOf(session, 'public.hours')).toEqual([
        ['hours_p20261024_18', "('2026-10-24 18:00:00') TO ('2026-10-25 00:00:00')"],
        ['hours_p20261025_00', "('2026-10-25 00:00:00') TO ('2026-10-25 06:00:00')"],
        ['hours_p20261025_06', "('2026-10-25 06:00:00') TO ('2026-10-25 12:00:00')"],
      ]);
      expect(await partitionsOf(session, 'public.weeks')).toEqual([
        ['weeks_p20261015', "('2026-10-15') TO ('2026-10-22')"],
        ['weeks_p20261022', "('2026-10-22') TO ('2026-10-29')"],
        ['weeks_p20261029', "('2026-10-29') TO ('2026-11-05')"],
      ]);
      const weird = await partitionsOf(session, 'public."Wéird 日本語日本語日本語日本語日本語日本語 x"');
      expect(weird.map(([name]) => name?.slice(-18))).toEqual(['16d00553_p20261024', '16d00553_p20261025']);
      expect(weird.every(([name]) => Buffer.byteLength(name ?? '') <= 63)).toBe(true);
    }));

  it('drops what ended before the keep, to the second, and nothing that is kept for ever', () =>
    withRollingTables(major, async (session) => {
      await session.query("select boyfanz.make_partitions(null, '2026-11-22 13:00+00')");
      await session.execute("set timezone = 'Asia/Kolkata'; set datestyle = 'German'");
      const drop = (at: string) => session.query('select boyfanz.drop_partitions($1, $2)', ['public.months', at]);
      expect(await drop('2026-12-31 23:59:59+00')).toEqual([['0']]);
      expect(await drop('2027-01-01 00:00:00+00')).toEqual([['1']]);
      await session.query("select boyfanz.drop_partitions(null, '2040-01-01')");
      expect(await partitionsOf(session, 'public.months')).toEqual([]);
      expect(await partitionsOf(session, 'public.weeks')).toHaveLength(3);
    }));

  it('goes on past a partition of another length, and refuses what it cannot read', () =>
    withRollingTables(major, async (session) => {
      await session.query("select boyfanz.make_partitions('public.weeks', '2026-11-22')");
      await session.query("update boyfanz.rolling_partitions set every = '14 days' where parent_name = 'weeks'");
      expect(await session.query("select boyfanz.make_partitions('public.weeks', '2027-01-22')")).toEqual([['3']]);
      const bad = [
        "every = '1 month 3 days'",
        "every = '0 days'",
        'ahead = -1',
        "parameters = 'fillfactor=10); drop table public.months; --'",
      ];
      for (const change of bad) {
        await expect(session.query(`update boyfanz.rolling_partitions set ${change}`)).rejects.toThrow(
          'check constraint',
        );
      }
    }));
});
