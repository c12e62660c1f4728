/** Maintenance under a simulated clock, and beside writers that do not wait for it. */
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import type { Row, Session } from '../../src/db/session.ts';
import { ALL_MAJORS, type TestDatabase, withCopyOf, withDatabase } from '../engines/with-engine.ts';
import { foundationScript } from './foundation-script.ts';

/** Rows that nothing may change or delete, of a person; as the ledgers of the specs are. */
const TABLES = `
  create table public.people (id bigint primary key);
  insert into public.people values (1);
  create table public.months (id bigint generated always as identity, at timestamptz not null,
    person_id bigint not null references public.people, n integer not null default 1,
    twice integer generated always as (n * 2) stored, primary key (id, at)) partition by range (at);
  create trigger append_only before update or delete on public.months
    for each row execute function boyfanz.append_only();
  create index on public.months (person_id);
  alter table public.months enable row level security;
  create table public.days (id bigint generated always as identity, day date not null) partition by range (day);
  create table public.hours (id bigint generated always as identity, at timestamp not null) partition by range (at);
  insert into boyfanz.rolling_partitions values
    ('public', 'days', 'day', '1 day', 3, '30 days', '', true),
    ('public', 'hours', 'at', '1 hour', 3, '2 days', '', true),
    ('public', 'months', 'at', '1 month', 3, '6 months', 'fillfactor = 80', true)`;

function withTables<T>(major: (typeof ALL_MAJORS)[number], work: (database: TestDatabase) => Promise<T>): Promise<T> {
  return withCopyOf(major, 'maintained', async () => `${await foundationScript()}; ${TABLES}`, work);
}

/** What was done, without what went as it should: `[table, action, how many]`, then the problems. */
async function maintain(session: Session, at: string): Promise<{ done: readonly Row[]; problems: readonly Row[] }> {
  await session.execute(`drop table if exists pg_temp.done;
    create temp table done as select * from boyfanz.maintain(at => '${at}')`);
  return {
    done: await session.query(`select parent_table, action, count(*), sum(row_count) from done group by 1, 2
      order by parent_table::text, 2`),
    problems: await session.query('select parent_table, action, problem from done where problem is not null'),
  };
}

async function partitionCount(session: Session, table: string): Promise<string | null | undefined> {
  const [row] = await session.query('select count(*) from pg_inherits where inhparent = $1::regclass', [table]);
  return row?.[0];
}

it('keeps a year of months, days and hours, a run every hour and every three days', () =>
  withTables(18, async ({ session }) => {
    await session.execute("set timezone = 'America/Caracas'");
    // Hours come and go too fast for a run every three days: theirs are the first sixty.
    const runs = [
      ...Array.from({ length: 60 }, (_, hour) => Date.UTC(2026, 0, 1, hour, 30)),
      ...Array.from({ length: 121 }, (_, at) => Date.UTC(2026, 0, 4 + at * 3, 0, 30)),
    ];
    for (const [at, time] of runs.entries()) {
      const now = new Date(time).toISOString();
      if (at === 60) await session.execute("delete from boyfanz.rolling_partitions where parent_name = 'hours'");
      expect((await maintain(session, now)).problems).toEqual([]);
      await session.execute(`insert into public.months (at, person_id) values ('${now}', 1);
        insert into public.days (day) select date '${now.slice(0, 10)}' + n from generate_series(0, 2) n`);
      if (at < 60) await session.execute(`insert into public.hours (at) values ('${now.slice(0, 19)}')`);
    }
    expect(
      await session.query(`select (select count(*) from boyfanz_parts.months_default)
        + (select count(*) from boyfanz_parts.days_default) + (select count(*) from boyfanz_parts.hours_default)`),
    ).toEqual([['0']]);
    // What is kept, with the one that is half past its keep; the present one; three ahead; and the default.
    expect(await partitionCount(session, 'public.months')).toBe('11');
    expect(await partitionCount(session, 'public.days')).toBe('35');
    expect(await partitionCount(session, 'public.hours')).toBe('53');
    expect(await session.query('select min(at)::text, max(twice) from public.months')).toEqual([
      ['2026-06-02 20:30:00-04', '2'],
    ]);
    expect(await session.query('select min(day)::text, count(*) from public.days')).toEqual([['2026-11-30', '33']]);
    expect(
      await session.query(`select count(*) from pg_class c join pg_inherits i on i.inhrelid = c.oid
        where i.inhparent = 'public.months'::regclass and (not c.relrowsecurity or c.reloptions is null)`),
    ).toEqual([['0']]);
  }));

describe.each(ALL_MAJORS)('PostgreSQL %i', (major) => {
  it('loses no row and stops no insert when nothing ran for a year', () =>
    withTables(major, async ({ session }) => {
      expect((await maintain(session, '2025-11-22 12:00+00')).problems).toEqual([]);
      await session.execute(`
        insert into public.months (at, person_id)
          select t, 1 from generate_series(timestamptz '2025-11-22 00:00+00', '2026-11-22 00:00+00', '1 day') t;
        insert into public.days (day) select t from generate_series(date '2025-11-22', '2026-11-22', '1 day') t;
        insert into public.hours (at)
          select t from generate_series(timestamp '2025-11-22 12:00', '2026-11-22 12:00', '1 hour') t;
        insert into public.months (at, person_id) values ('2090-01-01', 1)`);
      const count = `select (select count(*) from public.months), (select count(*) from public.days
          where day > date '2026-11-22' - 30), (select count(*) from public.hours where at > timestamp '2026-11-20 12:00')`;
      const before = await session.query(count);
      const [months] = await session.query(`select count(*) from public.months where at < '2026-05-01 00:00+00'`);
      const { done, problems } = await maintain(session, '2026-11-22 12:00+00');
      expect(problems).toEqual([]);
      expect(done.filter(([, action]) => action === 'move').map(([table]) => table)).toEqual([
        'public.days',
        'public.hours',
        'public.months',
      ]);
      const [[all = '', ...others] = []] = before;
      expect(await session.query(count)).toEqual([[String(Number(all) - Number(months?.[0])), ...others]]);
      // What is a lifetime ahead waits in the default partition, and all others are where they belong.
      expect(await session.query('select at::date, twice from boyfanz_parts.months_default')).toEqual([
        ['2090-01-01', '2'],
      ]);
      expect(await session.query('select count(*) from boyfanz_parts.hours_default')).toEqual([['0']]);
      expect(await session.query('select min(at)::text from public.months')).toEqual([['2026-05-01 00:00:00+00']]);
      await expect(session.execute('delete from public.months')).rejects.toThrow('append-only');
      expect((await maintain(session, '2026-11-22 12:00+00')).done).toEqual([]);
    }));
});

it('does what it can for the others when one table is held by somebody', () =>
  withTables(15, async (database) => {
    const other = await connect(database.settings);
    try {
      await other.execute('begin; lock table public.days in row exclusive mode');
      const { problems } = await maintain(database.session, '2026-11-22 12:00+00');
      expect(new Set(problems.map(([table, , problem]) => `${table}: ${problem}`))).toEqual(
        new Set(['public.days: canceling statement due to lock timeout']),
      );
      expect(await partitionCount(database.session, 'public.months')).toBe('6');
      await other.execute('insert into public.days (day) values (current_date); rollback');
      expect((await maintain(database.session, '2026-11-22 12:00+00')).problems).toEqual([]);
      expect(await partitionCount(database.session, 'public.days')).toBe('6');
    } finally {
      await other.close();
    }
  }));

it('leaves partitions alone that others refer to', () =>
  withDatabase(15, async ({ session }) => {
    await session.execute(`${await foundationScript()}; ${TABLES};
      create table public.notes (id bigint, at timestamptz, foreign key (id, at) references public.months (id, at));
      select boyfanz.make_partitions(null, '2025-01-15');
      insert into public.months (at, person_id) values ('2025-01-15', 1), ('2025-08-15', 1);
      insert into public.notes select id, at from public.months`);
    const { problems } = await maintain(session, '2025-08-20');
    expect(problems.map(([table, action]) => [table, action])).toEqual([
      ['months', 'move'],
      ['months', 'make'],
      ['months', 'drop'],
      ['months', 'drop'],
    ]);
    expect(await session.query('select count(*) from public.months')).toEqual([['2']]);
  }));

it.each([14, 18] as const)('lets writers go on while it works, PostgreSQL %i', (major) =>
  withTables(major, async (database) => {
    const stop = { now: false };
    await maintain(database.session, '2026-02-20 00:00+00');
    const written = await Promise.all([
      ...[0, 1].map(async (writer) => {
        const session = await connect(database.settings);
        let count = 0;
        try {
          // The hours that are being made, those before, and some that nobody will make.
          while (!stop.now) {
            await session.query(`insert into public.hours (at)
              select timestamp '2026-03-01' + (${count} % 300 + n) * interval '11 minutes' from generate_series(1, 3) n`);
            await session.execute(`begin; update public.people set id = id;
              insert into public.months (at, person_id) values (timestamptz '2026-03-01' + ${count} % 50 * interval '5 days', 1);
              commit`);
            count += 1;
          }
        } finally {
          await session.close();
        }
        return [writer, count] as const;
      }),
      (async () => {
        for (let hour = 0; hour < 30; hour += 2) {
          await maintain(database.session, new Date(Date.UTC(2026, 2, 1, hour)).toISOString());
        }
        stop.now = true;
        return [2, 0] as const;
      })(),
    ]);
    const total = written.reduce((sum, [, count]) => sum + count, 0);
    expect(Math.min(...written.slice(0, 2).map(([, count]) => count))).toBeGreaterThan(20);
    expect(
      await database.session.query('select (select count(*) from public.hours), (select count(*) from public.months)'),
    ).toEqual([[String(total * 3), String(total)]]);
  }));

it('has a job for pg_cron that is one transaction for each table, and says where there is no pg_cron', () =>
  withTables(17, async ({ session }) => {
    expect((await session.query('select boyfanz.schedule_maintenance()'))[0]?.[0]).toContain('is not installed');
    const [row] = await session.query(`select substring(prosrc from '[$]job[$](.*)[$]job[$]') from pg_proc
      where proname = 'schedule_maintenance'`);
    // It commits as it goes, which a transaction around it forbids.
    await expect(session.execute(`begin; ${row?.[0]}`)).rejects.toThrow('invalid transaction termination');
    await session.execute('rollback');
    await session.query(row?.[0] ?? '');
    expect(await partitionCount(session, 'public.months')).toBe('6');
    expect(await session.query('select * from boyfanz.due_partitions()')).toEqual([]);
  }));
