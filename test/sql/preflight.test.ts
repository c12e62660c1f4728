/** What a file says on a server that cannot hold it, before it has made anything. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../src/model/keys.ts';
import { buildScript } from '../../src/plan/build-script.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { Preflight } from '../../src/target/target.ts';
import { withDatabase } from '../engines/with-engine.ts';

function scriptWith(preflight: readonly Preflight[]): string {
  const model = modelOf([
    { kind: 'schema', name: 'made', comment: null, grants: [] },
    ...preflight.map(({ extension }) => ({ kind: 'extension', name: extension, schema: 'public' }) as const),
  ]);
  return buildScript('test', model, { ...TARGETS.postgres, preflight });
}

const TRIGRAMS = { extension: 'pg_trgm', preloadedSetting: null, message: 'Not there.' };

describe('the head of a file', () => {
  const refused: readonly (readonly [string, string, Preflight])[] = [
    ['an edition that the server is known not to have', 'Wrong edition.', edition('work_mem', '1kB')],
    ['an edition that shows once it is there', 'Wrong edition.', edition('pg_trgm.similarity_threshold', '0.9')],
    ['a missing extension', 'Not there.', { ...TRIGRAMS, extension: 'no_such_thing', setting: null }],
  ];

  function edition(name: string, value: string): Preflight {
    return { ...TRIGRAMS, setting: { name, value, message: 'Wrong edition.' } };
  }

  it.each(refused)('refuses %s', (_what, message, preflight) =>
    withDatabase(16, async ({ session }) => {
      await expect(session.execute(scriptWith([preflight]))).rejects.toThrow(message);
      await session.execute('rollback');
      expect(
        await session.query(
          `select to_regnamespace('made'), (select count(*) from pg_extension where extname = 'pg_trgm')`,
        ),
      ).toEqual([[null, '0']]);
    }));

  it('lets the right edition pass', () =>
    withDatabase(16, async ({ session }) => {
      await session.execute(scriptWith([edition('pg_trgm.similarity_threshold', '0.3')]));
      expect(await session.query(`select to_regnamespace('made') is null`)).toEqual([['f']]);
    }));
});
