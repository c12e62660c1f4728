import { generateData } from '../../src/db/generate-data.ts';
import type { Session } from '../../src/db/session.ts';
import type { Specs } from './expected-rows.ts';

/** Rows of two dozen people in a few tables, which have to name those that they refer to. */
export async function fillSome(session: Session, { model, info }: Specs, tables: readonly string[]): Promise<void> {
  await generateData(session, model, info, {
    users: 24,
    seed: '1',
    rowsPerTable: 60,
    only: new Set(tables),
    now: Date.now(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}
