/** One change case on one server: what a change to the specs must do to a database that is in use. */
import { join } from 'node:path';
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
import { type Case, compileCase } from './case.ts';
import { type ComparableCatalog, comparable } from './comparable.ts';
import { applyPlan, compare, type Databases } from './databases.ts';
import { goldenText } from './golden.ts';
import { filesOfTables, rewrittenTables, tablesSaidToBeRewritten } from './rewrites.ts';
import { lostInSilence, movesOf, readRows } from './rows.ts';

async function comparableCatalog(session: Session, compiled: Compiled): Promise<ComparableCatalog> {
  return comparable(await readCatalog(session, compiled.project));
}

/** Schemas and extensions are never dropped: others may use them. */
function withoutKept(catalog: ComparableCatalog): ComparableCatalog {
  const objects = Object.entries(catalog.objects).filter(([, { kind }]) => kind !== 'extension' && kind !== 'schema');
  return { ...catalog, objects: Object.fromEntries(objects) };
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
async function change(session: Session, wanted: Compiled, golden: string, failure: string | null): Promise<boolean> {
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
  const files = await filesOfTables(session);
  await applyPlan(session, plan);
  expect(await readRows(session, moves, 'to')).toEqual(rows);
  expect(await rewrittenTables(session, files)).toEqual(tablesSaidToBeRewritten(plan));
  await expectEmpty(session, wanted);
  return true;
}

/** Cases whose specs say the same in other words: the database keeps the words it has. */
const UNCHANGED = 'no-change';

async function catalogOfNew(session: Session, compiled: Compiled): Promise<ComparableCatalog> {
  await apply(session, compiled);
  await expectEmpty(session, compiled);
  return await comparableCatalog(session, compiled);
}

export async function runCase(one: Case, databases: Databases): Promise<void> {
  const { name, folder, target, onFoundation } = one;
  const from = await compileCase(name, one.from, onFoundation, target);
  const to = await compileCase(name, one.to, onFoundation, target);
  await databases.fresh(onFoundation, async (session) => {
    await apply(session, from);
    const before = await comparableCatalog(session, from);
    if (one.rows !== null) await runScript(session, one.rows);
    if (!(await change(session, to, join(folder, 'plan.sql'), one.failure))) return;
    const after = await comparableCatalog(session, to);
    if (name.startsWith(UNCHANGED)) expect(after).toEqual(before);
    else expect(after).toEqual(await databases.fresh(onFoundation, (other) => catalogOfNew(other, to)));
    if (one.after !== null) await runScript(session, `begin; ${one.after}\n; rollback`);
    if (!(await change(session, from, join(folder, 'reverse.sql'), one.reverseFailure))) return;
    expect(withoutKept(await comparableCatalog(session, from))).toEqual(withoutKept(before));
  });
}
