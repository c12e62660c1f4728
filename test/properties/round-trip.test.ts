import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PgMajor } from '../../src/target/target.ts';
import { arbitraryPair } from './arbitrary-model.ts';
import { ALL_SCHEMAS } from './names.ts';
import { clean, type Outcome, thereAndBack, withServer } from './round-trip.ts';
import { runs } from './seed.ts';

const PAIRS: readonly (readonly [major: PgMajor, pairs: number])[] = [
  [17, 300],
  [14, 30],
  [18, 30],
];

describe('random Models on a server', () => {
  it.each(PAIRS)('PostgreSQL %i: a, then b, then a again (%i pairs)', { timeout: 600_000 }, (major, pairs) =>
    withServer(major, async (session) => {
      const outcomes: Record<Outcome, number> = { 'there and back': 0, there: 0, unsupported: 0 };
      const settings = runs(pairs);
      await fc.assert(
        fc.asyncProperty(arbitraryPair(major), async (pair) => {
          await clean(session);
          outcomes[await thereAndBack({ session, schemas: ALL_SCHEMAS }, pair)] += 1;
        }),
        settings,
      );
      // A seed of one's own may be unlucky.
      process.stdout.write(`PostgreSQL ${major}, seed ${settings.seed}: ${JSON.stringify(outcomes)}\n`);
      expect(outcomes.unsupported).toBeLessThan(settings.numRuns / 3);
    }),
  );
});
