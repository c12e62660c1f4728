/** The generator on the whole schema: the server takes what it makes, for every table. */
import { describe, expect, it } from 'vitest';
import { type FilledTable, generateData } from '../../src/db/generate-data.ts';
import type { Session } from '../../src/db/session.ts';
import { dayOf } from '../../src/generate/calendar.ts';
import { keyOf, tablesOf } from '../../src/model/keys.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { qualified } from '../../src/sql/text.ts';
import { TARGETS } from '../../src/target/list.ts';
import { targetInForm } from '../../src/target/target-form.ts';
import { withCopyOf, withDatabase, withEmbedded } from '../engines/with-engine.ts';
import { compiledSpecs, specsScript } from '../foundation/foundation-script.ts';

const TIMEOUT_MS = 240_000;

async function generate(session: Session, rowsPerTable: number, seed = '1'): Promise<readonly FilledTable[]> {
  const { model, info } = await compiledSpecs();
  const [row] = await session.query("select extract(epoch from date_trunc('day', now() at time zone 'UTC'))::bigint");
  return await generateData(session, model, info, {
    users: 200,
    seed,
    rowsPerTable,
    only: null,
    now: Number(row?.[0]) * 1000,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

/** One text for all rows of all tables. */
async function contents(session: Session): Promise<readonly string[]> {
  const { model, info } = await compiledSpecs();
  const sums: string[] = [];
  for (const table of tablesOf(model)) {
    if ((info.get(keyOf(table))?.section ?? null) === null) continue;
    const [row] = await session.query(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text collate "C"), '')) from ${qualified(table.name)} t`,
    );
    sums.push(`${table.name.name} ${row?.[0]}`);
  }
  return sums;
}

function withoutRows(filled: readonly FilledTable[]): readonly string[] {
  return filled
    .filter(({ before, inserted }) => before + inserted === 0)
    .map(({ table, reason }) => `${table}: ${reason}`);
}

describe('generated rows', { timeout: TIMEOUT_MS }, () => {
  it('fill every table, the same for the same seed, and once', async () => {
    const first = await withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
      expect(withoutRows(await generate(session, 100))).toEqual([]);
      const made = await contents(session);
      const again = await generate(session, 100);
      // Keys that are used up are not tried for ever, and rows that are there are not made again.
      expect(again.filter(({ inserted }) => inserted > 60)).toEqual([]);
      expect(again.reduce((sum, { inserted }) => sum + inserted, 0)).toBeLessThan(500);
      return made;
    });
    const second = await withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
      await generate(session, 100);
      return await contents(session);
    });
    expect(second).toEqual(first);
    const other = await withCopyOf(17, 'whole_schema', specsScript, async ({ session }) => {
      await generate(session, 20, 'another seed');
      return await contents(session);
    });
    expect(other.filter((sum, at) => sum === first[at])).toEqual([]);
  });

  it('of production are all taken in the profile development', () =>
    withDatabase(17, async ({ session }) => {
      const target = targetInForm(TARGETS.postgres, { profile: 'development' });
      await session.execute(buildScript('specs', (await compiledSpecs('postgres', target)).model, target));
      expect(withoutRows(await generate(session, 20))).toEqual([]);
    }));

  it('fill every table of the embedded PostgreSQL', () =>
    withEmbedded(async (session) => {
      await session.execute(await specsScript('embedded'));
      expect(withoutRows(await generate(session, 20))).toEqual([]);
    }));
});

describe('the calendar', () => {
  it('counts days as Unix does', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dayOf(2000, 2, 29)).toBe(11_016);
    expect(dayOf(1969, 12, 31)).toBe(-1);
  });
});
