/** `maintain`: partitions made ahead, rows moved out of default ones, old ones dropped; for cron. */
import { dueMaintenance, type Maintenance, type MaintenanceAction, maintainTable } from '../db/maintain.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type DatabaseOptions, type OpenedDatabase, withDatabase } from './open-database.ts';
import { count } from './report.ts';

export interface MaintainOptions extends DatabaseOptions {
  readonly dryRun?: boolean;
  /** As if it were this time. */
  readonly at?: string;
}

const WORDS: Readonly<Record<MaintenanceAction, string>> = {
  move: 'move the rows of',
  'make default': 'make',
  make: 'make',
  drop: 'drop',
  'drop chunks': 'drop old chunks of',
};

/** `make boyfanz_parts.events_p2026_11`, `move the rows of boyfanz_parts.events_default (12)` */
function line({ action, part, table, count: rows }: Maintenance): string {
  return `${WORDS[action]} ${part ?? table}${rows === null ? '' : ` (${rows})`}`;
}

function timeOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new UsageError(`${text} is no time.`, 'Write it like 2026-11-22T12:00:00Z.');
  return time.toISOString();
}

function tablesOf(due: readonly Maintenance[]): readonly string[] {
  return [...new Set(due.map(({ table }) => table))];
}

/** More than a transaction has locks for is moved in several turns; each leaves less. */
async function maintainWhole({ session }: OpenedDatabase, table: string, at: string | null) {
  const all: Maintenance[] = [];
  for (;;) {
    const done = await maintainTable(session, table, at);
    all.push(...done);
    if (!done.some(({ action, count: rows, problem }) => action === 'move' && problem === null && (rows ?? 0) > 0)) {
      return all;
    }
  }
}

async function maintainAll(
  due: readonly Maintenance[],
  database: OpenedDatabase,
  at: string | null,
  context: Context,
): Promise<readonly Maintenance[]> {
  const tables = tablesOf(due);
  const progress = context.report.progress('Maintained', tables.length);
  const done: Maintenance[] = [];
  try {
    for (const [index, table] of tables.entries()) {
      done.push(...(await maintainWhole(database, table, at)));
      progress.update(index + 1);
    }
  } finally {
    progress.stop();
  }
  return done;
}

function reportDone(done: readonly Maintenance[], context: Context): ExitCode {
  const failed = done.filter(({ problem }) => problem !== null);
  for (const one of failed) context.report.warn(`Could not ${line(one)}: ${one.problem}`);
  const well = done.length - failed.length;
  if (failed.length === 0) {
    context.report.success(
      well === 0 ? 'Nothing is due.' : `Done: ${count(well, 'thing')} in ${count(tablesOf(done).length, 'table')}.`,
    );
    return EXIT.done;
  }
  context.report.error(
    `${count(failed.length, 'thing')} could not be done, ${well} could.`,
    'No row is lost and no insert fails meanwhile: run it again.',
  );
  return EXIT.partial;
}

export async function runMaintain(options: MaintainOptions, context: Context): Promise<ExitCode> {
  const at = timeOf(options.at);
  return await withDatabase(options, context, async (database) => {
    const due = await dueMaintenance(database.session, at);
    if (options.dryRun === true) {
      if (context.json) context.report.json({ due });
      else context.report.result(due.length === 0 ? '-- Nothing is due.' : due.map(line).join('\n'));
      return due.length === 0 ? EXIT.done : EXIT.differences;
    }
    if (due.length > 0)
      context.report.note(`Due: ${count(due.length, 'thing')} in ${count(tablesOf(due).length, 'table')}.`);
    const done = await maintainAll(due, database, at, context);
    if (context.json) context.report.json({ done });
    else if (done.length > 0)
      context.report.result(
        done
          .filter(({ problem }) => problem === null)
          .map(line)
          .join('\n'),
      );
    return reportDone(done, context);
  });
}
