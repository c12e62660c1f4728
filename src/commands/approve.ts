/** What must be so before apply runs a plan: it is the one that was read, it can be done, its hazards are approved. */
import { resolve } from 'node:path';
import { planHash } from '../db/compare.ts';
import { readIfThere } from '../files/write-atomic.ts';
import { type Approval, parseApproval, unapproved } from '../plan/approval.ts';
import { HAZARD_KINDS, needsApproval } from '../plan/hazard.ts';
import { type Plan, stepsOf } from '../plan/plan.ts';
import { didYouMean } from '../text/suggest.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { OpenedDatabase } from './open-database.ts';
import { count } from './report.ts';

export interface ApprovalOptions {
  /** File of a plan. */
  readonly plan?: string;
  readonly yes?: boolean;
  readonly allow?: readonly string[];
}

/** What the user has said beforehand. */
export interface Approved {
  readonly approvals: readonly Approval[];
  /** Hash of the saved plan; `null`: whatever the plan is. */
  readonly hash: string | null;
  readonly unasked: boolean;
}

function parseAllowed(text: string): Approval {
  const approval = parseApproval(text);
  if (approval !== null) return approval;
  const [name = ''] = text.split(':');
  throw new UsageError(
    `${name} is no hazard that can be allowed.`,
    didYouMean(name, HAZARD_KINDS) ??
      `Hazards: ${HAZARD_KINDS.filter((kind) => kind !== 'UNSUPPORTED').join(', ')}; of one object: DATA_LOSS:users.email.`,
  );
}

function hashIn(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    const hash = typeof value === 'object' && value !== null && 'hash' in value ? value.hash : null;
    return typeof hash === 'string' ? hash : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @throws UsageError, EnvironmentError */
export async function readApproved(options: ApprovalOptions, context: Context): Promise<Approved> {
  const approvals = (options.allow ?? []).map(parseAllowed);
  if (options.plan === undefined) return { approvals, hash: null, unasked: options.yes === true };
  const text = await readIfThere(resolve(context.cwd, options.plan));
  if (text === null) throw new UsageError(`There is no file ${options.plan}.`);
  const hash = hashIn(text);
  if (hash !== null) return { approvals, hash, unasked: true };
  throw new UsageError(
    `${options.plan} is not a plan.`,
    'Write one by: boyfanz-schema diff --format json --out plan.json',
  );
}

/** @returns an exit code when a saved plan is not the plan any more */
export function refuseStale(plan: Plan, approved: Approved, context: Context): ExitCode | null {
  if (approved.hash === null || approved.hash === planHash(plan)) return null;
  context.report.error(
    'The plan is stale: the database or the specs have changed since it was made. Nothing was changed.',
    'Make it again by boyfanz-schema diff, read it, and apply that.',
  );
  return EXIT.stale;
}

function refuseUnsupported(plan: Plan, context: Context): ExitCode | null {
  if (plan.unsupported.length === 0) return null;
  context.report.error(
    `${count(plan.unsupported.length, 'difference')} cannot be made good by a statement; nothing was changed.`,
    'Follow the steps above, or take the change back in the specs.',
  );
  return EXIT.failed;
}

function refuseUnapproved(plan: Plan, approved: Approved, context: Context): ExitCode | null {
  const open = unapproved(plan, approved.approvals);
  if (open.length === 0) return null;
  const flags = [...new Set(open.map((hazard) => `--allow ${hazard.kind}:${hazard.object}`))];
  context.report.error(
    `${count(flags.length, 'hazard')} to approve; nothing was changed.`,
    `If that is what you want, add: ${flags.join(' ')}`,
  );
  return EXIT.approval;
}

/** Nobody is asked about the embedded database, which is one's own, unless something may be lost. */
async function refuseUnconfirmed(
  plan: Plan,
  approved: Approved,
  database: OpenedDatabase,
  context: Context,
): Promise<ExitCode | null> {
  const risky = stepsOf(plan).some((step) => step.hazards.some(needsApproval));
  if (approved.unasked || (database.directory !== null && !risky)) return null;
  if (!context.interactive) {
    context.report.error(
      'There is no terminal to ask on; nothing was changed.',
      'Add --yes to go on without a question.',
    );
    return EXIT.approval;
  }
  if (await asked(`Run this on ${database.session.description}?`, context)) return null;
  context.report.error(context.signal.aborted ? 'Stopped on request.' : 'Not confirmed.', 'Nothing was changed.');
  return context.signal.aborted ? EXIT.partial : EXIT.approval;
}

/** Ctrl-C and Ctrl-D are a no. */
async function asked(message: string, context: Context): Promise<boolean> {
  const { default: confirm } = await import('@inquirer/confirm');
  try {
    return await confirm(
      { message, default: false },
      { input: context.stdin, output: context.stderr, signal: context.signal },
    );
  } catch (error) {
    if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) return false;
    throw error;
  }
}

/** @returns an exit code when the plan must not run */
export async function refuse(
  plan: Plan,
  approved: Approved,
  database: OpenedDatabase,
  context: Context,
): Promise<ExitCode | null> {
  return (
    refuseStale(plan, approved, context) ??
    refuseUnsupported(plan, context) ??
    refuseUnapproved(plan, approved, context) ??
    (await refuseUnconfirmed(plan, approved, database, context))
  );
}
