import { expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { foundationScript } from '../foundation/foundation-script.ts';
import { jsonOf, runCli } from './run-cli.ts';

const TABLES = `
  create table public.visits (at timestamptz not null) partition by range (at);
  create table public."Calls" (day date not null) partition by range (day);
  insert into boyfanz.rolling_partitions values
    ('public', 'visits', 'at', '1 month', 1, '2 months', '', true),
    ('public', 'Calls', 'day', '1 day', 1, '2 days', '', false)`;

it('says what is due, does it, and comes back for what was in the way', () =>
  withDatabase(16, async ({ url, settings, session }) => {
    const run = (line: string) => runCli(['maintain', '--url', url, ...line.split(' ').filter((word) => word !== '')]);
    const absent = await run('');
    expect(absent).toMatchObject({ code: 6, stdout: '' });
    expect(absent.stderr).toContain('does not have the function boyfanz.maintain');
    await session.execute(`${await foundationScript()}; ${TABLES}`);
    expect((await run('--at never')).code).toBe(64);

    const dry = await run('--at 2026-01-15T00:00:00Z --dry-run');
    expect(dry.code).toBe(2);
    expect(dry.stdout.split('\n').slice(0, 4)).toEqual([
      'make boyfanz_parts."Calls_p20260114"',
      'make boyfanz_parts."Calls_p20260115"',
      'make boyfanz_parts."Calls_p20260116"',
      'make boyfanz_parts.visits_default',
    ]);
    expect(await session.query('select count(*) from pg_inherits')).toEqual([['0']]);
    const made = await run('--at 2026-01-15');
    expect([made.code, made.stdout.split('\n').length]).toEqual([0, dry.stdout.split('\n').length]);
    expect(await run('--at 2026-01-15 --dry-run')).toMatchObject({ code: 0, stdout: '-- Nothing is due.\n' });

    // More months than one turn moves.
    await session.execute(`insert into public.visits
      select timestamptz '2026-06-01' - n * interval '1 month' from generate_series(0, 109) n`);
    await session.execute("update boyfanz.rolling_partitions set keep = null where parent_name = 'visits'");
    const other = await connect(settings);
    try {
      await other.execute('begin; lock table public."Calls" in row exclusive mode');
      const part = await run('--at 2026-06-15 --json');
      expect(part.code).toBe(5);
      const { done } = jsonOf(part) as { done: readonly { table: string; action: string; problem: string | null }[] };
      expect(done.filter(({ problem }) => problem !== null).map(({ table }) => table)).toContain('public."Calls"');
      expect(done).toContainEqual(expect.objectContaining({ table: 'public.visits', action: 'move', problem: null }));
      expect(await session.query('select count(*) from boyfanz_parts.visits_default')).toEqual([['0']]);
      expect(await session.query('select count(*) from public.visits')).toEqual([['110']]);
      await other.execute('rollback');
    } finally {
      await other.close();
    }
    expect((await run('--at 2026-06-15')).code).toBe(0);
    expect((await run('--at 2026-06-15 --dry-run')).code).toBe(0);
  }));
