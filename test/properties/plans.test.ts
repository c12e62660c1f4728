import fc from 'fast-check';
import { loadModule, parseSync } from 'libpg-query';
import { beforeAll, describe, expect, it } from 'vitest';
import { diffModels } from '../../src/diff/model.ts';
import { modelOf } from '../../src/model/keys.ts';
import { EMPTY_MODEL, type Model } from '../../src/model/model.ts';
import { type Plan, planChanges, stepsOf } from '../../src/plan/plan.ts';
import { statementsOf } from '../../src/plan/print.ts';
import { arbitraryModel, arbitraryPair } from './arbitrary-model.ts';
import { findDisorder } from './order-check.ts';
import { runs } from './seed.ts';

const MAJOR = 18;

function planOf(from: Model, to: Model, oldest = MAJOR): Plan {
  const range = { min: oldest, max: MAJOR };
  return planChanges(diffModels(from, to), { model: to, range, lockBudget: 3000, sizes: new Map() });
}

function refused(statements: readonly string[]): readonly string[] {
  return statements.flatMap((statement) => {
    try {
      parseSync(statement);
      return [];
    } catch (error) {
      return [`${error instanceof Error ? error.message : error}: ${statement}`];
    }
  });
}

describe('plans of random Models', () => {
  beforeAll(() => loadModule());

  it('finds no difference between a Model and itself', () => {
    fc.assert(
      fc.property(arbitraryModel(MAJOR), (model) => {
        expect(diffModels(model, modelOf([...model.objects.values()]))).toEqual([]);
      }),
      runs(300),
    );
  });

  it('plans the same every time', () => {
    fc.assert(
      fc.property(arbitraryPair(MAJOR), ({ a, b }) => {
        expect(statementsOf(planOf(a, b))).toEqual(statementsOf(planOf(structuredClone(a), structuredClone(b))));
      }),
      runs(300),
    );
  });

  it('does everything after what it needs and before what would take that away', () => {
    fc.assert(
      fc.property(arbitraryPair(MAJOR), ({ a, b }) => {
        const order = stepsOf(planOf(a, b)).map(({ change }) => change);
        expect(findDisorder(order, a, b)).toEqual([]);
      }),
      runs(500),
    );
  });

  it('writes statements that PostgreSQL can parse', () => {
    fc.assert(
      fc.property(arbitraryPair(MAJOR), ({ a, b }) => {
        expect(refused(statementsOf(planOf(EMPTY_MODEL, a, 14)))).toEqual([]);
        expect(refused(statementsOf(planOf(a, b)))).toEqual([]);
      }),
      runs(300),
    );
  });
});
