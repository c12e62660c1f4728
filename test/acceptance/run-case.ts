/** One change case on one server: what a change to the specs must do to a database that is in use. */
import { expect } from 'vitest';
import type { Comparison } from '../../src/db/compare.ts';
import { readCatalog } from '../../src/db/read-catalog.ts';
import { StatementError } from '../../src/db/run-plan.ts';
import type { Session } from '../../src/db/session.ts';
import { unapproved } from '../../src/plan/approval.ts';
import { needsApproval } from '../../src/plan/hazard.ts';
import { isEmptyPlan, stepsOf } from '../../src/plan/plan.ts';
import { statementsOf } from '../../src/plan/print.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import type { PgMajor } from '../../src/target/target.ts';
import { type Case, compileCase, goldenFile } from './case.ts';
import { comparable } from './comparable.ts';
import { applyPlan, compare, type Databases } from './databases.ts';
import { goldenText } from './golden.ts';
import { lostInSilence, movesOf, readRows } from './rows.ts';

async function comparableCatalog(session: Session, compiled: Compiled): Promise<object> {
  return comparable(await readCatalog(session, compiled.project));
}

/** Runs what rows.sql and after.sql say, as the people who wrote them would: with names looked up in public. */
async function runScript(session: Session, script: string): Promise<void> {
  await session.execute(`set search_path = public; ${script}\n; set search_path = '';`);
}

async function apply(session: Session, compiled: Compiled): Promise<void> {
  const { plan, unspelled } = await compare(session, compiled);
  expect({ unsupported: plan.unsupported, unspelled }).toEqual({ unsupported: [], unspelled: [] });
  await applyPlan(session, plan);
}

/** Nothing is dropped without being named, and each hazard that has been named is no obstacle any more. */
function checkApproval({ plan, live }: Comparison, wanted: Compiled): void {
  const hazards = stepsOf(plan).flatMap((step) => step.hazards);
  const refused = hazards.filter(needsApproval);
  expect(unapproved(plan, [])).toEqual(refused);
  expect(unapproved(plan, refused)).toEqual([]);
  expect(lostInSilence(live.model, wanted.model, plan)).toEqual([]);
}

async function expectEmpty(session: Session, compiled: Compiled): Promise<void> {
  const { plan, unspelled } = await compare(session, compiled);
  expect({ statements: statementsOf(plan), unsupported: plan.unsupported, unspelled }).toEqual({
    statements: [],
    unsupported: [],
    unspelled: [],
  });
  expect(isEmptyPlan(plan)).toBe(true);
}

/** A plan that fails on rows leaves no half: the same plan is there again. */
async function expectFailure(session: Session, comparison: Comparison, wanted: Compiled, message: string) {
  const failure = await applyPlan(session, comparison.plan).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StatementError);
  expect(failure).toMatchObject({ message: expect.stringContaining(message) });
  expect(goldenText((await compare(session, wanted)).plan)).toBe(goldenText(comparison.plan));
}

/** @returns whether the database is now as wanted */
async function change(
  session: Session,
  wanted: Compiled,
  golden: string,
  failure: string | null,
): Promise<boolean> {
  const comparison = await compare(session, wanted);
  const { plan, live, unspelled } = comparison;
  expect(unspelled).toEqual([]);
  await expect(goldenText(plan)).toMatchFileSnapshot(golden);
  checkApproval(comparison, wanted);
  if (plan.unsupported.length > 0) return false;
  if (failure !== null) {
    await expectFailure(session, comparison, wanted, failure);
    return false;
  }
  const moves = movesOf(live.model, wanted.model, plan);
  const rows = await readRows(session, moves, 'from');
  await applyPlan(session, plan);
  expect(await readRows(session, moves, 'to')).toEqual(rows);
  await expectEmpty(session, wanted);
  return true;
}

export async function runCase(one: Case, major: PgMajor, databases: Databases): Promise<void> {
  const { name, onFoundation } = one;
  const from = await compileCase(name, one.from, onFoundation, TARGETS.postgres);
  const to = await compileCase(name, one.to, onFoundation, TARGETS.postgres);
  await databases.fresh(onFoundation, async (session) => {
    await apply(session, from);
    const before = await comparableCatalog(session, from);
    if (one.rows !== null) await runScript(session, one.rows);
    if (!(await change(session, to, goldenFile(name, 'plan', major), one.failure))) return;
    const after = await comparableCatalog(session, to);
    const made = await databases.fresh(onFoundation, async (other) => {
      await apply(other, to);
      await expectEmpty(other, to);
      return await comparableCatalog(other, to);
    });
    expect(after).toEqual(made);
    if (one.after !== null) await runScript(session, `begin; ${one.after}\n; rollback`);
    if (!(await change(session, from, goldenFile(name, 'reverse', major), one.reverseFailure))) return;
    expect(await comparableCatalog(session, from)).toEqual(before);
  });
}
