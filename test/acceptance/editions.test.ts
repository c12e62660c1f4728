/** From one edition of TimescaleDB to the other, and between hypertables and native partitions. */
import { expect, it } from 'vitest';
import { openLedger } from '../../src/db/ledger.ts';
import { stepsOf } from '../../src/plan/plan.ts';
import { statementsOf } from '../../src/plan/print.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { TargetName } from '../../src/target/target.ts';
import { withTimescale } from '../engines/with-engine.ts';
import { compileCase } from './case.ts';
import { applyPlan, compare } from './databases.ts';

const SPECS = `
table: visits
columns:
  at: timestamptz
  page_id: bigint
primary_key: [at, page_id]
hypertable: { time: at, chunk: 1 day, compress_after: 7 days, segment_by: [page_id], keep: 3 months }
---
view: visits_hourly
continuous:
  of: visits
  bucket: { time: at, width: 1 hour }
  by: [page_id]
  measures: { visits: count(*) }
  refresh: { start: 3 days, end: 1 hour, every: 1 hour }
`;

/** On the tool's own tables, whose registry knows what maintenance keeps up. */
const compiled = (target: TargetName) => compileCase('editions', SPECS, true, TARGETS[target]);

it('goes from the Apache edition to Community and back, with chunks, and refuses native partitions with steps', async () => {
  const [apache, community, native] = [
    await compiled('timescale-apache'),
    await compiled('timescale'),
    await compiled('postgres'),
  ];
  await withTimescale(async (session) => {
    await openLedger(session);
    const to = async (wanted: typeof apache) => {
      const { plan, unspelled } = await compare(session, wanted);
      expect({ unspelled, unsupported: plan.unsupported }).toEqual({ unspelled: [], unsupported: [] });
      await applyPlan(session, plan);
      const left = await compare(session, wanted);
      expect(statementsOf(left.plan)).toEqual([]);
      return plan;
    };
    const rows = `select bucket, page_id, visits from public.visits_hourly order by 1, 2`;
    await to(apache);
    expect(await session.query(`select keep, ahead from boyfanz.rolling_partitions`)).toEqual([['3 mons', '0']]);
    await session.execute(`insert into public.visits
      select now() - n * interval '1 day', n % 5 from generate_series(0, 120) n`);
    const summed = await session.query(rows);
    expect(summed).toHaveLength(121);

    const up = await to(community);
    expect(stepsOf(up).map(({ change }) => change.kind)).toEqual(
      expect.arrayContaining(['setRowSecurity', 'setColumnstore', 'setHypertableRetention', 'createView']),
    );
    expect(await session.query(rows)).toEqual(summed);
    expect(await session.query('select count(*) from boyfanz.rolling_partitions')).toEqual([['0']]);
    const refused = await compare(session, native);
    expect(refused.plan.unsupported.map(({ object }) => object)).toEqual(['table public.visits']);

    await to(apache);
    expect(await session.query(rows)).toEqual(summed);
    // 120 days in chunks of one; what ended three months ago goes, and nothing else.
    const [due] = await session.query('select action, row_count from boyfanz.due_partitions()');
    expect([due?.[0], Number(due?.[1])]).toEqual(['drop chunks', expect.any(Number)]);
    expect(await session.query('select problem from boyfanz.maintain()')).toEqual([[null]]);
    expect(
      await session.query(`select min(at) > now() - interval '3 months 2 days', max(at) > now() - interval '1 hour',
      count(*) between 88 and 94 from public.visits`),
    ).toEqual([['t', 't', 't']]);
    expect(await session.query('select * from boyfanz.due_partitions()')).toEqual([]);
  });
}, 60_000);

it('says how to copy a table that was in native partitions', async () => {
  const [native, community] = [await compiled('postgres'), await compiled('timescale')];
  await withTimescale(async (session) => {
    await openLedger(session);
    await applyPlan(session, (await compare(session, native)).plan);
    const { plan } = await compare(session, community);
    expect(plan.unsupported).toMatchObject([
      {
        message: expect.stringContaining('visits goes from a partitioned to a hypertable table'),
        help: "Copy it while nobody writes to it: 1. create schema before, and alter table public.visits set schema before; delete from boyfanz.rolling_partitions where parent_schema = 'public' and parent_name = 'visits'. 2. run apply, which makes public.visits anew. 3. insert into public.visits select … from before.visits, one span of at after the other. 4. when the counts are the same, drop before.visits.",
      },
    ]);
    // As it says.
    await session.execute(`insert into public.visits values (now(), 1); set search_path = public;
      create schema before; alter table public.visits set schema before;
      delete from boyfanz.rolling_partitions where parent_schema = 'public' and parent_name = 'visits'`);
    const open = (await compare(session, community)).plan;
    expect(open.unsupported).toEqual([]);
    await applyPlan(session, open);
    await session.execute('insert into public.visits select * from before.visits; drop table before.visits cascade');
    expect(await session.query('select count(*) from public.visits')).toEqual([['1']]);
    expect(statementsOf((await compare(session, community)).plan)).toEqual([]);
  });
}, 60_000);
