/** Cases as tests on a real server. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { TARGETS } from '../../src/target/list.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { type Case, readCases } from './case.ts';
import { type Databases, openDatabases } from './databases.ts';
import { runCase } from './run-case.ts';

/** @param isChosen which of the cases that the server can hold */
export function describeCases(major: PgMajor, isChosen: (one: Case, at: number) => boolean): void {
  describe(`a change on PostgreSQL ${major}`, () => {
    let databases: Databases | null = null;
    beforeAll(async () => {
      databases = await openDatabases(major, `acceptance_${process.pid}`);
    });
    afterAll(() => databases?.close());
    const cases = readCases('diff', TARGETS.postgres).filter((one, at) => one.since <= major && isChosen(one, at));
    it.each(cases.map((one) => [one.name, one.title, one] as const))('%s: %s', (_name, _title, one) => {
      if (databases === null) throw new Error('The server was not made ready');
      return runCase(one, databases);
    });
  });
}
