/** The same of hypertables, on the one engine that has them. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openLedger } from '../../src/db/ledger.ts';
import type { Session } from '../../src/db/session.ts';
import { TARGETS } from '../../src/target/list.ts';
import { withTimescale } from '../engines/with-engine.ts';
import { readCases } from './case.ts';
import type { Databases } from './databases.ts';
import { runCase } from './run-case.ts';

/** A boot takes seconds: every case has the same two engines, which are emptied after each. */
async function withEngines<T>(work: (databases: Databases) => Promise<T>): Promise<T> {
  return withTimescale(async (first) =>
    withTimescale(async (second) => {
      const free = [second, first];
      const fresh: Databases['fresh'] = async (_onFoundation, use) => {
        const session = free.pop();
        if (session === undefined) throw new Error('A case uses two databases at most');
        try {
          await openLedger(session);
          return await use(session);
        } finally {
          await dropTables(session);
          free.push(session);
        }
      };
      return work({ fresh, close: async () => undefined });
    }),
  );
}

async function dropTables(session: Session): Promise<void> {
  const rows = await session.query(`select quote_ident(tablename) from pg_tables where schemaname = 'public'`);
  // Several hypertables in one DROP are too much for this engine.
  for (const [name] of rows) await session.execute(`drop table public.${name} cascade`);
}

describe('a change of a hypertable', () => {
  let databases: Databases | null = null;
  let stop: () => void = () => undefined;
  let engines: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    await new Promise<void>((ready, fail) => {
      engines = withEngines((booted) => {
        databases = booted;
        ready();
        return new Promise<void>((stopped) => {
          stop = stopped;
        });
      });
      engines.catch(fail);
    });
  });
  afterAll(async () => {
    stop();
    await engines;
  });

  const cases = readCases('diff-hypertables', TARGETS.timescale);
  it.each(cases.map((one) => [one.name, one.title, one] as const))('%s: %s', async (_name, _title, one) => {
    if (databases === null) throw new Error('The engines were not made ready');
    await runCase(one, databases);
  });
});
