/** `apply`: makes a database be what the specs say. It is `diff`, and then running it. */
import { resolve } from 'node:path';
import confirm from '@inquirer/confirm';
import { withApplyLock } from '../db/apply-lock.ts';
import { type CompareSettings, type Comparison, compareWithLive, planHash } from '../db/compare.ts';
import { findUnfinishedPlan, openLedger } from '../db/ledger.ts';
import { Interrupted, runPlan, StatementError } from '../db/run-plan.ts';
import { DatabaseError, EnvironmentError, type Session } from '../db/session.ts';
import { readIfThere } from '../files/write-atomic.ts';
import { type Approval, parseApproval, unapproved } from '../plan/approval.ts';
import { describeChange } from '../plan/describe.ts';
import { HAZARD_KINDS } from '../plan/hazard.ts';
import { isEmptyPlan, type Plan, stepsOf } from '../plan/plan.ts';
import { printPlan, statementsOf } from '../plan/print.ts';
import type { Compiled } from '../spec/tree.ts';
import type { Target } from '../target/target.ts';
import { originOf } from './change-origin.ts';
import { type Context, UsageError } from './context.ts';
import { planJson, planText, reportUnspelled } from './describe-plan.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { distinctDiagnostics, loadSpecs, reportDiagnostics, type SpecOptions } from './load-specs.ts';
import { type DatabaseOptions, type OpenedDatabase, openDatabase } from './open-database.ts';
import { count } from './report.ts';
import { connectHint, summarize } from './summary.ts';

export interface ApplyOptions extends SpecOptions, DatabaseOptions {
  readonly plan?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly allow?: readonly string[];
  /** Seconds to wait for another apply. */
  readonly wait?: number;
}

const DEFAULT_WAIT_SECONDS = 60;
const LOCK_TIMEOUT_MS = 3000;

/** More lines than this say less than a count. */
const SHOWN_STEPS = 40;

interface Work {
  readonly context: Context;
  readonly options: ApplyOptions;
  readonly approvals: readonly Approval[];
  readonly database: OpenedDatabase;
  readonly compiled: Compiled;
  readonly settings: CompareSettings;
}

function parseApprovals(options: ApplyOptions): readonly Approval[] {
  return (options.allow ?? []).map((text) => {
    const approval = parseApproval(text);
    if (approval === null) {
      throw new UsageError(
        `${text} is no hazard that can be allowed.`,
        `Hazards: ${HAZARD_KINDS.join(', ')}; with an object: DATA_LOSS:users.email.`,
      );
    }
    return approval;
  });
}

export function compareSettings(compiled: Compiled, target: Target): CompareSettings {
  return {
    wanted: compiled.model,
    schemas: compiled.project.schemas,
    ignore: compiled.project.ignore,
    lockBudget: target.lockBudget,
  };
}

export async function runApply(options: ApplyOptions, context: Context): Promise<ExitCode> {
  const approvals = parseApprovals(options);
  const database = await openDatabase(options, context);
  try {
    const [loaded] = await loadSpecs(options, context, [database.target]);
    if (loaded === undefined || !reportDiagnostics(distinctDiagnostics([loaded]), context)) return EXIT.failed;
    const { compiled } = loaded;
    const work: Work = {
      context,
      options,
      approvals,
      database,
      compiled,
      settings: compareSettings(compiled, database.target),
    };
    if (options.dryRun === true) return await dryRun(work);
    const lock = {
      waitSeconds: options.wait ?? DEFAULT_WAIT_SECONDS,
      onWait: () => context.report.note('Another apply is running on this database; waiting for it to end …'),
    };
    return await withApplyLock(database.session, lock, () => applyLocked(work));
  } finally {
    await database.session.close();
  }
}

async function dryRun({ context, database, settings, options }: Work): Promise<ExitCode> {
  const comparison = await compareWithLive(database.session, settings);
  const stale = await refuseStale(options, comparison.plan, context);
  if (stale !== null) return stale;
  showPlan(comparison, context);
  if (context.json) context.report.json(planJson(comparison.plan, planHash(comparison.plan), database.target.name));
  else {
    const title = [`What boyfanz-schema apply would run on ${database.session.description}.`];
    context.report.result(printPlan(comparison.plan, { title, preflight: [], minVersion: null, fromEmpty: false }));
  }
  return isEmptyPlan(comparison.plan) ? EXIT.done : EXIT.differences;
}

function showPlan({ plan, unspelled }: Comparison, context: Context): void {
  reportUnspelled(unspelled, context);
  const lines = planText(plan).split('\n');
  const steps = stepsOf(plan).length;
  if (isEmptyPlan(plan)) return;
  context.report.note(`Plan: ${count(steps, 'change')} in ${count(plan.transactions.length, 'transaction')}.`);
  const risky = stepsOf(plan).some((step) => step.hazards.length > 0);
  const shown =
    risky || lines.length <= SHOWN_STEPS
      ? lines
      : [
          ...lines.slice(0, SHOWN_STEPS),
          `  … and ${lines.length - SHOWN_STEPS} more (boyfanz-schema diff shows them all)`,
        ];
  context.report.note(shown.join('\n'));
}

/** @returns an exit code when a saved plan is not the plan any more */
async function refuseStale(options: ApplyOptions, plan: Plan, context: Context): Promise<ExitCode | null> {
  if (options.plan === undefined) return null;
  const text = await readIfThere(resolve(context.cwd, options.plan));
  if (text === null) throw new UsageError(`There is no file ${options.plan}.`);
  const hash = savedHash(text);
  if (hash === null)
    throw new UsageError(
      `${options.plan} is not a plan.`,
      'Write one by: boyfanz-schema diff --format json --out plan.json',
    );
  if (hash === planHash(plan)) return null;
  context.report.error(
    'The plan is stale: the database or the specs have changed since it was made.',
    'Make it again by boyfanz-schema diff, read it, and apply that.',
  );
  return EXIT.stale;
}

function savedHash(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    const hash = typeof value === 'object' && value !== null && 'hash' in value ? value.hash : null;
    return typeof hash === 'string' ? hash : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @returns an exit code when the plan must not run */
async function refuse(work: Work, plan: Plan): Promise<ExitCode | null> {
  const { context, options } = work;
  const stale = await refuseStale(options, plan, context);
  if (stale !== null) return stale;
  if (plan.unsupported.length > 0) {
    context.report.error(
      `${count(plan.unsupported.length, 'difference')} cannot be made good by a statement; nothing was changed.`,
      'Follow the steps above, or take the change back in the specs.',
    );
    return EXIT.failed;
  }
  const open = unapproved(plan, work.approvals);
  if (open.length > 0) {
    const flags = [...new Set(open.map((hazard) => `--allow ${hazard.kind}:${hazard.object}`))];
    context.report.error(
      `${count(open.length, 'hazard')} to approve; nothing was changed.`,
      `If that is what you want, add: ${flags.join(' ')}`,
    );
    return EXIT.approval;
  }
  return (await isConfirmed(work, plan)) ? null : EXIT.approval;
}

/** Nobody is asked on the embedded database, which is one's own, unless something is lost. */
async function isConfirmed({ context, options, database }: Work, plan: Plan): Promise<boolean> {
  const harmless = database.directory !== null && stepsOf(plan).every((step) => step.hazards.length === 0);
  if (options.yes === true || options.plan !== undefined || harmless) return true;
  if (!context.interactive) {
    context.report.error(
      'There is no terminal to ask on; nothing was changed.',
      'Add --yes to go on without a question.',
    );
    return false;
  }
  const message = `Run this on ${database.session.description}?`;
  return await confirm(
    { message, default: false },
    { input: context.stdin, output: context.stderr, signal: context.signal },
  );
}

async function applyLocked(work: Work): Promise<ExitCode> {
  const { context, database, settings } = work;
  const { session } = database;
  await openLedger(session);
  const unfinished = await findUnfinishedPlan(session);
  if (unfinished !== null) {
    context.report.note(
      `The apply of ${unfinished.startedAt} stopped after ${unfinished.done} of ${count(unfinished.steps, 'transaction')}; going on from what is there.`,
    );
  }
  const comparison = await compareWithLive(session, settings);
  const { plan } = comparison;
  showPlan(comparison, context);
  if (isEmptyPlan(plan)) {
    context.report.success(`No differences: ${session.description} is what the specs say.`);
    reportResult(work, plan, 0);
    return EXIT.done;
  }
  const refused = await refuse(work, plan);
  if (refused !== null) return refused;
  const started = performance.now();
  const failed = await run(work, plan);
  if (failed !== null) return failed;
  const seconds = (performance.now() - started) / 1000;
  return await verify(work, plan, seconds);
}

async function run(work: Work, plan: Plan): Promise<ExitCode | null> {
  const { context, database } = work;
  const progress = context.report.progress('Applying', statementsOf(plan).length);
  try {
    await runPlan(database.session, plan, {
      toolVersion: context.version,
      lockTimeoutMs: LOCK_TIMEOUT_MS,
      onProgress: progress.update,
      onRetry: (attempt, waitMs) =>
        context.report.note(`A lock was not to be had; trying again in ${waitMs / 1000} s (${attempt}).`),
      signal: context.signal,
    });
    return null;
  } catch (error) {
    progress.stop();
    return reportFailure(error, work, plan);
  } finally {
    progress.stop();
  }
}

function committedText(committed: number, plan: Plan): string {
  return committed === 0
    ? 'Nothing was changed.'
    : `${committed} of ${count(plan.transactions.length, 'transaction')} are done; run apply again to go on.`;
}

/** @throws what is no answer of the server to a statement */
function reportFailure(error: unknown, work: Work, plan: Plan): ExitCode {
  const { context } = work;
  if (error instanceof Interrupted) {
    context.report.error('Stopped on request.', committedText(error.committed, plan));
    return EXIT.partial;
  }
  if (error instanceof StatementError) {
    const { step, statement, database, committed } = error;
    const origin = originOf(step.change, work.compiled.origins);
    const span = origin === null ? null : origin;
    context.report.diagnostics([
      {
        code: `server-${database.sqlState ?? 'error'}`,
        severity: 'error',
        message: `${describeChange(step.change)}: ${database.message}`,
        help: database.hint,
        span,
        related: [],
      },
    ]);
    context.report.note(`${statement};`);
    if (database.detail !== null) context.report.note(database.detail);
    context.report.error('The server refused a statement.', committedText(committed, plan));
    return EXIT.failed;
  }
  if (error instanceof DatabaseError) {
    context.report.error(
      error.message,
      'A lock was held by others all the time; run apply again when the database is less busy.',
    );
    return EXIT.partial;
  }
  if (error instanceof EnvironmentError) {
    context.report.error(
      error.message,
      `The connection was lost. What had been committed stays; run apply again to go on.`,
    );
    return EXIT.partial;
  }
  throw error;
}

/** After apply the difference must be empty; anything else is a mistake of ours or somebody else's change meanwhile. */
async function verify(work: Work, plan: Plan, seconds: number): Promise<ExitCode> {
  const after = await compareWithLive(work.database.session, work.settings);
  if (!isEmptyPlan(after.plan)) {
    work.context.report.note(planText(after.plan));
    work.context.report.error(
      'The changes were made, but differences remain.',
      'If nobody else changed the database meanwhile, this is a bug: please report the lines above.',
    );
    return EXIT.failed;
  }
  reportResult(work, plan, seconds);
  return EXIT.done;
}

function reportResult({ context, database, compiled }: Work, plan: Plan, seconds: number): void {
  const made = summarize(plan);
  const hint = connectHint(database, context);
  if (context.json) {
    context.report.json({
      database: database.session.description,
      target: database.target.name,
      hash: planHash(plan),
      changes: stepsOf(plan).length,
      made,
      seconds: Number(seconds.toFixed(2)),
      connect: hint,
    });
  }
  const sections = new Set([...compiled.info.values()].flatMap(({ section }) => (section === null ? [] : [section])));
  const parts = made.map(({ what, number }) =>
    count(number, what, what.endsWith('y') ? `${what.slice(0, -1)}ies` : what.endsWith('x') ? `${what}es` : `${what}s`),
  );
  if (parts.length > 0) {
    context.report.success(
      `Made ${parts.join(', ')} of ${count(sections.size, 'section')} in ${session(database)} (${seconds.toFixed(1)} s).`,
    );
  } else if (!isEmptyPlan(plan)) {
    context.report.success(
      `${count(stepsOf(plan).length, 'change')} made in ${session(database)} (${seconds.toFixed(1)} s).`,
    );
  }
  context.report.note(hint);
}

function session({ session: { description } }: { readonly session: Session }): string {
  return description;
}
