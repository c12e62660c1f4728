/** How a run that did not come to its end is told. */
import { Interrupted } from '../db/interrupted.ts';
import { Overtaken } from '../db/overtaken.ts';
import { StatementError } from '../db/run-plan.ts';
import { DatabaseError, EnvironmentError } from '../db/session.ts';
import { describeChange } from '../plan/describe.ts';
import type { Plan } from '../plan/plan.ts';
import type { Compiled } from '../spec/tree.ts';
import { originOf } from './change-origin.ts';
import type { Context } from './context.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { count } from './report.ts';

function stateText(committed: number, transactions: number): string {
  return committed === 0
    ? 'Nothing was changed.'
    : `${committed} of ${count(transactions, 'transaction')} are done; run apply again to go on.`;
}

export function reportInterrupted(
  { message, committed }: Interrupted,
  transactions: number,
  context: Context,
): ExitCode {
  context.report.error(message, stateText(committed, transactions));
  return EXIT.partial;
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** Whether it is the server that lacks something, and not the plan that is wrong. */
function isAboutEnvironment({ step, database }: StatementError): boolean {
  return database.sqlState === INSUFFICIENT_PRIVILEGE || step.change.kind === 'createExtension';
}

function reportStatement(error: StatementError, plan: Plan, compiled: Compiled, context: Context): ExitCode {
  const { step, statement, database, committed } = error;
  const diagnostic = {
    code: `server-${database.sqlState ?? 'error'}`,
    severity: 'error' as const,
    message: `${describeChange(step.change)}: ${database.message}`,
    help: database.hint,
    span: originOf(step.change, compiled.origins),
    related: [],
  };
  const exitCode = isAboutEnvironment(error) ? EXIT.environment : EXIT.failed;
  const state = stateText(committed, plan.transactions.length);
  context.report.diagnostics([diagnostic]);
  context.report.note(`${statement};`);
  if (database.detail !== null) context.report.note(database.detail);
  context.report.error('The server refused a statement.', state);
  if (context.json) {
    const { detail, sqlState } = database;
    context.report.json({
      exitCode,
      error: {
        message: database.message,
        help: state,
        sqlState,
        detail,
        statement,
        change: describeChange(step.change),
      },
      diagnostics: [diagnosticJson(diagnostic)],
    });
  }
  return exitCode;
}

/** @throws what is neither a request to stop, nor another apply after the first transaction, nor an answer of the server, nor a lost connection */
export function reportRunFailure(error: unknown, plan: Plan, compiled: Compiled, context: Context): ExitCode {
  if (error instanceof Interrupted) return reportInterrupted(error, plan.transactions.length, context);
  if (error instanceof Overtaken && error.committed > 0) {
    context.report.error(error.message, stateText(error.committed, plan.transactions.length));
    return EXIT.partial;
  }
  if (error instanceof StatementError) return reportStatement(error, plan, compiled, context);
  if (error instanceof DatabaseError) {
    context.report.error(
      error.message,
      'Other sessions held a lock all the time. What was committed stays; run apply again when the database is less busy.',
    );
    return EXIT.partial;
  }
  if (error instanceof EnvironmentError) {
    context.report.error(error.message, 'What was committed stays; run apply again to go on.');
    return EXIT.partial;
  }
  throw error;
}
