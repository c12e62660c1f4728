import { expect, it } from 'vitest';
import { openLedger } from '../../src/db/ledger.ts';
import { modelOf } from '../../src/model/keys.ts';
import { withDatabase } from '../engines/with-engine.ts';
import { COLUMNS, KEYS, type RegressionCase, SEQUENCES } from './regression-cases.ts';
import { PARTITIONS, WORDS } from './regression-words.ts';
import { thereAndBack } from './round-trip.ts';

const CASES: readonly RegressionCase[] = [...SEQUENCES, ...COLUMNS, ...KEYS, ...PARTITIONS, ...WORDS];

const ENTRIES = CASES.map((one) => [one.title, one.on ?? 17, one] as const);

it.each(ENTRIES)('%s', (_title, major, { from, to, isRefused = false }) =>
  withDatabase(major, async ({ session }) => {
    await openLedger(session);
    const pair = { a: modelOf(from), b: modelOf(to) };
    const outcome = await thereAndBack({ session, schemas: ['public', 'other'] }, pair);
    expect(outcome).toBe(isRefused ? 'unsupported' : 'there and back');
  }));
