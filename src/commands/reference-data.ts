/** Reference data, for people and for programs: what would be done, what was done, what went wrong. */
import { Interrupted } from '../db/interrupted.ts';
import { type DataComparison, DataError, type DataOutcome, putData } from '../db/put-data.ts';
import type { TableData } from '../model/data.ts';
import { displayName } from '../model/name.ts';
import { putRows } from '../sql/data.ts';
import type { Context } from './context.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { OpenedDatabase } from './open-database.ts';
import { count, enumerate } from './report.ts';

export interface DataOptions {
  /** False for `--no-data`. */
  readonly data?: boolean;
}

const LOCK_TIMEOUT_MS = 30_000;

function isOutstanding({ added, changed }: DataOutcome): boolean {
  return added + changed > 0;
}

export function outcomesJson(outcomes: readonly DataOutcome[]): readonly object[] {
  return outcomes.map(({ data, added, changed, unchanged }) => ({
    table: displayName(data.table),
    added,
    changed,
    unchanged,
  }));
}

export function comparisonJson({ outcomes, batches }: DataComparison): readonly object[] {
  return outcomes.map(({ data, added, changed, unchanged }) => ({
    table: displayName(data.table),
    added,
    changed,
    unchanged,
    statements: batches.filter((batch) => batch.data === data).map(putRows),
  }));
}

/** `add 3 rows, change 1` */
function outcomeLine({ data, added, changed }: DataOutcome): string {
  const parts = [
    ...(added === 0 ? [] : [`add ${count(added, 'row')}`]),
    ...(changed === 0 ? [] : [`change ${count(changed, 'row')}`]),
  ];
  return `  ${displayName(data.table)}: ${parts.join(', ')}`;
}

/** More tables than this say less than their number. */
const SHOWN_TABLES = 12;

/** What is about to be done, on stderr; nothing when there is nothing to do. */
export function showComparison({ outcomes }: DataComparison, context: Context): void {
  const open = outcomes.filter(isOutstanding);
  if (open.length === 0) return;
  context.report.note(`Reference data: ${summaryText(open, 'to add', 'to change')} in ${count(open.length, 'table')}.`);
  if (open.length <= SHOWN_TABLES) context.report.note(open.map(outcomeLine).join('\n'));
}

function summaryText(outcomes: readonly DataOutcome[], add: string, change: string): string {
  const added = outcomes.reduce((sum, one) => sum + one.added, 0);
  const changed = outcomes.reduce((sum, one) => sum + one.changed, 0);
  return enumerate([
    ...(added === 0 ? [] : [`${count(added, 'row')} ${add}`]),
    ...(changed === 0 ? [] : [`${count(changed, 'row')} ${change}`]),
  ]);
}

export function reportOutcomes(outcomes: readonly DataOutcome[], context: Context): void {
  const done = outcomes.filter(isOutstanding);
  const rows = outcomes.reduce((sum, { data }) => sum + data.rows.length, 0);
  const all = `${count(rows, 'row')} of ${count(outcomes.length, 'table')}`;
  context.report.success(
    done.length === 0
      ? `Reference data: all ${all} are as the specs say.`
      : `Reference data: ${summaryText(done, 'added', 'changed')}, of ${all}.`,
  );
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** A table or column that the database does not have. */
const NOT_THERE: ReadonlySet<string | null> = new Set(['42P01', '42703', '3F000', '42704']);

/** @param state what has been done and what has not, for the last line */
export function reportDataError(error: DataError, state: string, context: Context): ExitCode {
  const { database, data, span } = error;
  const exitCode = database.sqlState === INSUFFICIENT_PRIVILEGE ? EXIT.environment : EXIT.failed;
  const table = data === null ? '' : ` of ${displayName(data.table)}`;
  const diagnostic = {
    code: `server-${database.sqlState ?? 'error'}`,
    severity: 'error' as const,
    message: `Reference data${table}: ${database.message}`,
    help: NOT_THERE.has(database.sqlState) ? 'run boyfanz-schema apply first.' : database.hint,
    span,
    related: [],
  };
  context.report.diagnostics([diagnostic]);
  if (database.detail !== null) context.report.note(database.detail);
  context.report.error('The server refused the reference data.', state);
  if (context.json) {
    const { message, sqlState, detail } = database;
    context.report.json({
      exitCode,
      error: { message, help: state, sqlState, detail },
      diagnostics: [diagnosticJson(diagnostic)],
    });
  }
  return exitCode;
}

/**
 * Puts the data in. @param state as for `reportDataError`
 *
 * @returns what was done, or the exit code after a failure that has been reported
 * @throws EnvironmentError
 */
export async function runData(
  tables: readonly TableData[],
  database: OpenedDatabase,
  state: string,
  context: Context,
): Promise<readonly DataOutcome[] | ExitCode> {
  try {
    const { searchPath } = database.target;
    const settings = { lockTimeoutMs: LOCK_TIMEOUT_MS, signal: context.signal, searchPath };
    return await putData(database.session, tables, settings);
  } catch (error) {
    if (error instanceof DataError) return reportDataError(error, state, context);
    if (!(error instanceof Interrupted)) throw error;
    context.report.error(error.message, state);
    return EXIT.partial;
  }
}
