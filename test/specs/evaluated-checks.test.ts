/** What the generator evaluates of checks is what the server says of them: rows are drawn, and not repaired. */
import { expect, it } from 'vitest';
import { rowParameters, rowsSql } from '../../src/db/rows-sql.ts';
import type { Row } from '../../src/generate/evaluate.ts';
import { createRandom } from '../../src/generate/random.ts';
import { planTable } from '../../src/generate/table-plan.ts';
import { momentBefore } from '../../src/generate/time-source.ts';
import { keyOf, tablesOf } from '../../src/model/keys.ts';
import { loadParser } from '../../src/sql/syntax-tree.ts';
import { withCopyOf } from '../engines/with-engine.ts';
import { compiledSpecs, specsScript } from '../foundation/foundation-script.ts';

const ROWS = 12;
const NOW = Date.UTC(2026, 0, 15);

const TRUTHS = new Map<unknown, string | null>([
  [true, 't'],
  [false, 'f'],
  [null, null],
]);

it('checks of the whole schema are evaluated as the server does', { timeout: 240_000 }, () =>
  withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
    await loadParser();
    const { model, info } = await compiledSpecs();
    const random = createRandom('checks');
    const wrong: string[] = [];
    let [compared, left] = [0, 0];
    await session.execute('set search_path = public');
    for (const table of tablesOf(model)) {
      const own = info.get(keyOf(table)) ?? null;
      const plan = planTable(table, own, model, { now: NOW, partitionBounds: null });
      const checks = plan.checks.filter(({ sql }) => sql !== 'true');
      left += plan.serverChecks.length;
      if (checks.length === 0) continue;
      const rows = Array.from({ length: ROWS }, (_, number): Row => {
        const draw = { random, time: momentBefore(NOW, random), number };
        return plan.columns.map((column) => (random.chance(0.3) ? null : column.source(draw)));
      });
      const said = await session.query(
        `select ${checks.map(({ sql }) => `(${sql})`).join(', ')} from ${rowsSql(plan, plan.columns)}`,
        rowParameters(rows, plan, plan.columns),
      );
      for (const [at, row] of rows.entries()) {
        for (const [place, { name, sql, compiled }] of checks.entries()) {
          compared += 1;
          const here = TRUTHS.get(compiled.evaluate(row));
          if (here !== said[at]?.[place])
            wrong.push(`${table.name.name} ${name}: ${sql}: ${here}, and ${said[at]?.[place]}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(30_000);
    // Those that the server decides about alone: they have to stay few.
    expect(left).toBeLessThan(15);
  }),
);
