/** The application's queries have index plans on data such as 10,000 users leave. */
import { expect, it } from 'vitest';
import { generateData } from '../../src/db/generate-data.ts';
import type { Session } from '../../src/db/session.ts';
import { growsWithUse } from '../../src/generate/row-target.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { compiledSpecs, specsScript } from '../foundation/foundation-script.ts';
import { readPlan, readRoots } from './read-plan.ts';
import { boundQuery, readQueries } from './read-queries.ts';

const TIMEOUT_MS = 420_000;

async function fill(session: Session): Promise<void> {
  const { model, info } = await compiledSpecs();
  const [row] = await session.query("select extract(epoch from date_trunc('day', now() at time zone 'UTC'))::bigint");
  const filled = await generateData(session, model, info, {
    users: 10_000,
    seed: '1',
    rowsPerTable: 4000,
    only: null,
    now: Number(row?.[0]) * 1000,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(filled.filter(({ before, inserted }) => before + inserted === 0)).toEqual([]);
}

it('run on indexes alone where tables grow', { timeout: TIMEOUT_MS }, () =>
  withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
    await fill(session);
    await session.execute('set search_path = public');
    const { info } = await compiledSpecs();
    const roots = await readRoots(session);
    const wrong: string[] = [];
    const lines: string[] = [];
    for (const query of await readQueries()) {
      const plan = await readPlan(session, await boundQuery(session, query), roots);
      const read = plan.scans.filter(
        ({ kind, table }) => kind === 'Seq Scan' && growsWithUse(info.get(`table ${table}`) ?? null),
      );
      lines.push(`${query.id} ${plan.summary}: ${plan.rows} rows, ${plan.milliseconds} ms`);
      if (read.length > 0) wrong.push(`${query.id} reads ${read.map(({ table }) => table).join(', ')} from end to end`);
    }
    process.stdout.write(`${lines.join('\n')}\n`);
    expect(wrong).toEqual([]);
  }),
);
