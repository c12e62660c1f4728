/** The application's queries have index plans on data such as 10,000 users leave. */
import { expect, it } from 'vitest';
import { generateData } from '../../src/db/generate-data.ts';
import type { Session } from '../../src/db/session.ts';
import { growsWithUse } from '../../src/generate/row-target.ts';
import type { Info } from '../../src/model/info.ts';
import { TARGETS } from '../../src/target/list.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { compiledSpecs, specsScript } from '../foundation/foundation-script.ts';
import { openCost } from './access-cost.ts';
import { type QueryPlan, readPlan, readRelations } from './read-plan.ts';
import { type ApplicationQuery, boundQuery, readQueries } from './read-queries.ts';

const TIMEOUT_MS = 420_000;

/** Pages of 8 kB. Less than that is read as quickly as an index and what it points to: partitions with next to no rows. */
const FEW_PAGES = 8;

/** Of rows that are wanted in such a number an index leads to nearly every page: the busiest person of a small partition. */
const MOST = 0.25;

async function fill(session: Session, users: number, only: ReadonlySet<string> | null): Promise<void> {
  const { model, info } = await compiledSpecs();
  const [row] = await session.query("select extract(epoch from date_trunc('day', now() at time zone 'UTC'))::bigint");
  const filled = await generateData(session, model, info, {
    users,
    seed: '1',
    rowsPerTable: 2500,
    only,
    now: Number(row?.[0]) * 1000,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  expect(filled.filter(({ before, inserted }) => before + inserted === 0)).toEqual([]);
}

/** Of tables that stay small at ten thousand users, as many rows as ten times the users leave: 200 rows need no index. */
function smallTables(queries: readonly ApplicationQuery[], info: Info): ReadonlySet<string> {
  const names = queries.flatMap(({ sql }) =>
    Array.from(sql.matchAll(/(?:from|join) ([a-z_]+)/g), ([, name = '']) => name),
  );
  return new Set(
    names.filter((name) => {
      const own = info.get(`table public.${name}`) ?? null;
      return growsWithUse(own) && (own?.volume ?? 0) < 200_000;
    }),
  );
}

it('run on indexes alone where tables grow, with row security and without', { timeout: TIMEOUT_MS }, () =>
  withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
    const { info } = await compiledSpecs();
    const queries = await readQueries();
    await fill(session, 10_000, null);
    await fill(session, 100_000, smallTables(queries, info));
    await session.execute('set search_path = public');
    const relations = await readRelations(session);
    const wrong: string[] = [];
    const lines: string[] = [];
    const { roles } = TARGETS.postgres;
    if (roles === null) throw new Error('The target has no roles');
    const cost = await openCost(session, roles);
    const readWhole = ({ scans }: QueryPlan) =>
      scans.flatMap(({ kind, table, pages, share }) =>
        kind === 'Seq Scan' && pages >= FEW_PAGES && share < MOST && growsWithUse(info.get(`table ${table}`) ?? null)
          ? [table]
          : [],
      );
    for (const query of queries) {
      const bound = await boundQuery(session, query);
      const plan = await readPlan(session, bound.sql, relations);
      lines.push(`${query.id} ${plan.summary}: ${plan.rows} rows, ${plan.milliseconds} ms`);
      wrong.push(...readWhole(plan).map((table) => `${query.id} reads ${table} from end to end`));
      wrong.push(...(await cost.add(query, bound, relations, readWhole)));
    }
    process.stdout.write(`${lines.join('\n')}\n${cost.text()}\n`);
    expect(wrong).toEqual([]);
  }),
);
