/** `apply`: makes a database be what the specs say. It is `diff`, and then running it. */
import { withApplyLock } from '../db/apply-lock.ts';
import { type CompareSettings, type Comparison, compareWithLive, planHash } from '../db/compare.ts';
import { Interrupted } from '../db/interrupted.ts';
import { findUnfinishedPlan, finishPlan, type LedgerMark, ledgerMark, openLedger } from '../db/ledger.ts';
import { scheduleMaintenance } from '../db/maintain.ts';
import { compareData, type DataComparison, DataError, type DataOutcome } from '../db/put-data.ts';
import { requirePrimary } from '../db/require-primary.ts';
import { runPlan } from '../db/run-plan.ts';
import { EnvironmentError, type Session } from '../db/session.ts';
import type { TableData } from '../model/data.ts';
import { isEmptyPlan, type Plan, stepsOf } from '../plan/plan.ts';
import { printPlan, statementsOf } from '../plan/print.ts';
import type { Compiled } from '../spec/tree.ts';
import { reportInterrupted, reportRunFailure } from './apply-failure.ts';
import { type ApprovalOptions, type Approved, readApproved, refuse, refuseStale } from './approve.ts';
import { compareSettings } from './compare-settings.ts';
import type { Context } from './context.ts';
import { planJson, planText, reportUnspelled, showPlan } from './describe-plan.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { SpecOptions } from './load-specs.ts';
import { type DatabaseOptions, type OpenedDatabase, withSpecsAndDatabase } from './open-database.ts';
import { refuseObstacles } from './preflight.ts';
import {
  comparisonJson,
  type DataOptions,
  outcomesJson,
  reportDataError,
  reportOutcomes,
  runData,
  showComparison as showDataComparison,
} from './reference-data.ts';
import { count } from './report.ts';
import { connectHint, madeText, summarize } from './summary.ts';

export interface ApplyOptions extends SpecOptions, DatabaseOptions, ApprovalOptions, DataOptions {
  readonly dryRun?: boolean;
  /** Seconds to wait for another apply. */
  readonly wait?: number;
}

const DEFAULT_WAIT_SECONDS = 60;
const LOCK_TIMEOUT_MS = 3000;

interface Work {
  readonly context: Context;
  readonly approved: Approved;
  readonly database: OpenedDatabase;
  readonly compiled: Compiled;
  /** None with `--no-data`. */
  readonly data: readonly TableData[];
  readonly settings: CompareSettings;
}

export async function runApply(options: ApplyOptions, context: Context): Promise<ExitCode> {
  const approved = await readApproved(options, context);
  return await withSpecsAndDatabase(options, context, async (compiled, database) => {
    const settings = compareSettings(compiled, database, context);
    const data = options.data === false ? [] : compiled.data;
    const work: Work = { context, approved, database, compiled, data, settings };
    try {
      return options.dryRun === true ? await dryRun(work) : await runAlone(work, options.wait ?? DEFAULT_WAIT_SECONDS);
    } catch (error) {
      if (error instanceof DataError) return reportDataError(error, 'Nothing was changed.', context);
      throw error;
    }
  });
}

async function dryRun({ context, database, settings, approved, compiled, data }: Work): Promise<ExitCode> {
  const comparison = await compareWithLive(database.session, settings);
  const { plan } = comparison;
  const stale = refuseStale(plan, approved, context);
  if (stale !== null) return stale;
  const dataComparison = await compareData(database.session, data, database.target.searchPath);
  showComparison(comparison, dataComparison, compiled, context);
  if (!isEmptyPlan(plan)) await refuseObstacles(plan, database);
  if (context.json) {
    const json = planJson(plan, planHash(plan), database.target.name);
    context.report.json({ ...json, data: comparisonJson(dataComparison) });
  } else {
    const title = [`What boyfanz-schema apply would run on ${database.session.description}.`];
    const { searchPath } = database.target;
    const settings = {
      title,
      preflight: [],
      minVersion: null,
      fromEmpty: false,
      data: dataComparison.batches,
      searchPath,
    };
    context.report.result(printPlan(plan, settings));
  }
  return isNothing(plan, dataComparison) ? EXIT.done : EXIT.differences;
}

function isNothing(plan: Plan, { batches }: DataComparison): boolean {
  return isEmptyPlan(plan) && batches.length === 0;
}

function showComparison(
  { plan, unspelled }: Comparison,
  data: DataComparison,
  compiled: Compiled,
  context: Context,
): void {
  reportUnspelled(unspelled, context);
  if (!isEmptyPlan(plan)) showPlan(plan, compiled, context);
  showDataComparison(data, context);
}

async function runAlone(work: Work, waitSeconds: number): Promise<ExitCode> {
  const { context, database } = work;
  await requirePrimary(database.session, 'apply');
  const lock = {
    waitSeconds,
    onWait: () => context.report.note('Another apply is running on this database; waiting for it to end …'),
    signal: context.signal,
  };
  try {
    return await withApplyLock(database.session, lock, () => applyLocked(work));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return reportInterrupted(error, 0, context);
  }
}

async function applyLocked(work: Work): Promise<ExitCode> {
  const { context, database, settings, data } = work;
  const { session } = database;
  const since = await ledgerMark(session);
  const unfinished = await findUnfinishedPlan(session);
  if (unfinished !== null) {
    context.report.note(
      `The apply of ${unfinished.startedAt} stopped after ${unfinished.done} of ${count(unfinished.steps, 'transaction')}; going on from what is there.`,
    );
  }
  const comparison = await compareWithLive(session, settings);
  const { plan } = comparison;
  if (context.signal.aborted) throw new Interrupted(0);
  const dataComparison = await compareData(session, data, database.target.searchPath);
  showComparison(comparison, dataComparison, work.compiled, context);
  if (isEmptyPlan(plan) && unfinished !== null) await finishPlan(session, unfinished.id);
  if (isNothing(plan, dataComparison)) {
    context.report.success(`No differences: ${session.description} is what the specs say.`);
    reportResult(work, plan, dataComparison.outcomes, 0);
    return EXIT.done;
  }
  await requireComparison(comparison, session, 'nothing was changed');
  if (!isEmptyPlan(plan)) await refuseObstacles(plan, database);
  const refused = await refuse(plan, work.approved, database, context);
  if (refused !== null) return refused;
  const started = performance.now();
  const failed = isEmptyPlan(plan) ? null : await runAndVerify(work, plan, since);
  if (failed !== null) return failed;
  const state = isEmptyPlan(plan) ? 'Nothing was changed.' : 'The schema is what the specs say; no row was put in.';
  const outcomes = await runData(data, database, state, context);
  if (typeof outcomes === 'number') return outcomes;
  reportResult(work, plan, outcomes, (performance.now() - started) / 1000);
  return EXIT.done;
}

const GRANT = `select format('grant temporary on database %I to %I;', current_database(), current_user)`;

/** What only counts as changed because the stand-in could not read it would be made anew at each apply. */
async function requireComparison({ unspelled }: Comparison, session: Session, state: string): Promise<void> {
  const open = unspelled.filter(({ isFromStandIn }) => isFromStandIn);
  if (open.length === 0) return;
  const [row] = await session.query(GRANT);
  throw new EnvironmentError(
    `${count(open.length, 'expression')} cannot be compared in ${session.description}, where this role may not make temporary tables: ${state}.`,
    `Let the owner of the database run: ${row?.[0] ?? ''}`,
  );
}

async function schedule({ context, database: { session, target } }: Work): Promise<void> {
  const outcome = target.scheduler === null ? null : await scheduleMaintenance(session);
  if (outcome !== null) context.report.note(`Maintenance of partitions: ${outcome}.`);
}

async function runAndVerify(work: Work, plan: Plan, since: LedgerMark): Promise<ExitCode | null> {
  await openLedger(work.database.session);
  const failed = (await run(work, plan, since)) ?? (await verify(work));
  if (failed === null) await schedule(work);
  return failed;
}

async function run({ context, database, compiled }: Work, plan: Plan, since: LedgerMark): Promise<ExitCode | null> {
  const progress = context.report.progress('Applying', statementsOf(plan).length);
  try {
    await runPlan(database.session, plan, {
      toolVersion: context.version,
      lockTimeoutMs: LOCK_TIMEOUT_MS,
      onProgress: progress.update,
      onRetry: (attempt, waitMs) =>
        context.report.note(
          `Another session holds a lock that is needed; trying again in ${waitMs / 1000} s (${attempt}).`,
        ),
      signal: context.signal,
      searchPath: database.target.searchPath,
      since,
    });
    return null;
  } catch (error) {
    progress.stop();
    return reportRunFailure(error, plan, compiled, context);
  } finally {
    progress.stop();
  }
}

/** After apply the difference must be empty; anything else is a mistake of ours or somebody else's change meanwhile. */
async function verify(work: Work): Promise<ExitCode | null> {
  const after = await compareWithLive(work.database.session, work.settings);
  if (!isEmptyPlan(after.plan)) {
    await requireComparison(
      after,
      work.database.session,
      'the changes were made, and whether all is as it should be is open',
    );
    work.context.report.note(planText(after.plan));
    work.context.report.error(
      'The changes were made, but differences remain.',
      'If nobody else changed the database meanwhile, this is a bug: please report the lines above.',
    );
    return EXIT.failed;
  }
  return null;
}

function reportResult(
  { context, database }: Work,
  plan: Plan,
  outcomes: readonly DataOutcome[],
  seconds: number,
): void {
  const { description } = database.session;
  const made = summarize(plan);
  const changes = stepsOf(plan).length;
  const hint = connectHint(database, context);
  if (context.json) {
    context.report.json({
      database: description,
      target: database.target.name,
      hash: planHash(plan),
      changes,
      made,
      data: outcomesJson(outcomes),
      seconds: Number(seconds.toFixed(2)),
      connect: hint,
    });
  }
  if (changes > 0) {
    const what = made.length === 0 ? `${count(changes, 'change')}` : madeText(made);
    context.report.success(`Made ${what} in ${description} (${seconds.toFixed(1)} s).`);
  }
  if (outcomes.some(({ added, changed }) => added + changed > 0)) reportOutcomes(outcomes, context);
  context.report.note(hint);
}
