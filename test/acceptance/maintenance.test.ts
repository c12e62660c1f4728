/** Whatever maintenance has made, moved and dropped, and whatever it has left undone, is no difference from the specs. */
import { expect, it } from 'vitest';
import { openLedger } from '../../src/db/ledger.ts';
import { statementsOf } from '../../src/plan/print.ts';
import { TARGETS } from '../../src/target/list.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { compileCase } from './case.ts';
import { applyPlan, compare } from './databases.ts';

const SPECS = `
table: people
columns:
  id: bigint
primary_key: [id]
---
table: events
columns:
  id: bigint
  made_at: timestamptz
  person_id: { type: bigint, references: { table: people, on_delete: cascade } }
primary_key: [id, made_at]
indexes:
  - { columns: [{ made_at: desc }] }
storage: { with: { fillfactor: 90 } }
partition: { by: range, key: made_at, every: 1 month, ahead: 2, keep: 6 months, default: true }
---
table: visits
columns:
  at: timestamptz
  page_id: bigint
primary_key: [at, page_id]
hypertable: { time: at, chunk: 1 day, keep: 10 days }
`;

it('is no difference at any time', async () => {
  const specs = await compileCase('maintenance', SPECS, true, TARGETS.postgres);
  await withDatabase(16, async ({ session }) => {
    await openLedger(session);
    await applyPlan(session, (await compare(session, specs)).plan);
    const expectNone = async (when: string) => {
      const { plan, unspelled } = await compare(session, specs);
      expect([when, statementsOf(plan), plan.unsupported, unspelled]).toEqual([when, [], [], []]);
    };
    await expectNone('made');
    await session.execute(`insert into public.people values (1);
      insert into public.events select n, now() + n * interval '20 days', 1 from generate_series(0, 30) n;
      insert into public.visits select now() + n * interval '1 day', n from generate_series(0, 30) n`);
    await expectNone('rows in default partitions');
    for (const later of ['2 days', '5 months', '14 months', '3 years']) {
      expect(
        await session.query(`select * from boyfanz.maintain(now() + interval '${later}') where problem is not null`),
      ).toEqual([]);
      await expectNone(later);
    }
    expect(await session.query('select count(*) from public.events')).toEqual([['0']]);
    // Partitions are closed, however and whenever they were made.
    expect(
      await session.query(`select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where c.relkind = 'r' and not c.relrowsecurity and i.inhparent in ('public.events'::regclass, 'public.visits'::regclass)`),
    ).toEqual([]);
  });
}, 60_000);
