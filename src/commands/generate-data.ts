/** `generate-data`: rows for load tests, made from the specs. */
import { type FilledTable, type GenerateSettings, generateData, readGenerationFacts } from '../db/generate-data.ts';
import { Interrupted } from '../db/interrupted.ts';
import { requirePrimary } from '../db/require-primary.ts';
import { EnvironmentError } from '../db/session.ts';
import { parseTime } from '../generate/calendar.ts';
import { tablesOf } from '../model/keys.ts';
import { displayName } from '../model/name.ts';
import type { Compiled } from '../spec/tree.ts';
import { didYouMean } from '../text/suggest.ts';
import { type Context, UsageError } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { SpecOptions } from './load-specs.ts';
import { type DatabaseOptions, type OpenedDatabase, withSpecsAndDatabase } from './open-database.ts';
import { count, enumerate, type Progress } from './report.ts';

export interface GenerateDataOptions extends SpecOptions, DatabaseOptions {
  readonly users: string;
  readonly seed?: string;
  readonly rowsPerTable?: string;
  /** Names with commas between. */
  readonly tables?: string;
  readonly now?: string;
  readonly yes?: boolean;
}

/** Enough for plans like those of a database in use; at 10,000 users it is a few minutes of loading. */
export const DEFAULT_ROWS_PER_TABLE = 4000;

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new UsageError(`${option} takes a whole number from 1 on, not ${text}.`);
  return value;
}

function chosenTables(option: string | undefined, compiled: Compiled): ReadonlySet<string> | null {
  if (option === undefined) return null;
  const known = tablesOf(compiled.model).map(({ name }) => displayName(name));
  const chosen = option.split(',').map((name) => name.trim());
  for (const name of chosen) {
    if (!known.includes(name)) throw new UsageError(`There is no table ${name}.`, didYouMean(name, known));
  }
  return new Set(chosen);
}

function chosenNow(option: string | undefined): number | null {
  if (option === undefined) return null;
  const time = parseTime(option);
  if (time === null) throw new UsageError(`--now takes a date or a time such as 2026-01-31, not ${option}.`);
  return time;
}

function reportOutcome(filled: readonly FilledTable[], seconds: number, context: Context): ExitCode {
  const rows = filled.reduce((sum, { inserted }) => sum + inserted, 0);
  const without = filled.filter(({ before, inserted }) => before + inserted === 0);
  const short = filled.filter(({ wanted, before, inserted }) => before + inserted > 0 && before + inserted < wanted);
  if (short.length > 0) {
    context.report.note(`${count(short.length, 'table')} took fewer rows than wanted; --json says which and why.`);
  }
  for (const { table, reason } of without)
    context.report.warn(`${table} has no rows: ${reason ?? 'none were wanted'}.`);
  const text = `${rows.toLocaleString('en')} rows in ${count(filled.length - without.length, 'table')}, ${seconds.toFixed(0)} s.`;
  if (without.length === 0) context.report.success(text);
  else context.report.note(text);
  return without.length === 0 ? EXIT.done : EXIT.failed;
}

async function settingsFor(
  options: GenerateDataOptions,
  compiled: Compiled,
  { session }: OpenedDatabase,
): Promise<Omit<GenerateSettings, 'signal' | 'onProgress'>> {
  const only = chosenTables(options.tables, compiled);
  const users = wholeNumber('--users', options.users);
  const rowsPerTable = wholeNumber('--rows-per-table', options.rowsPerTable ?? String(DEFAULT_ROWS_PER_TABLE));
  const now = chosenNow(options.now);
  const facts = await readGenerationFacts(session, compiled.model);
  if (facts.missing.length > 0) {
    const example = enumerate(facts.missing.slice(0, 3));
    throw new EnvironmentError(
      `${session.description} lacks ${count(facts.missing.length, 'table')} of the specs, such as ${example}.`,
      'Run boyfanz-schema apply on it first.',
    );
  }
  if (facts.hasRealUsers && options.yes !== true) {
    throw new UsageError(
      `${session.description} has users that were not generated; generated rows would be mixed with theirs.`,
      'Use a database for load tests, or say --yes.',
    );
  }
  return { users, seed: options.seed ?? '1', rowsPerTable, only, now: now ?? facts.today };
}

function stop(progress: Progress | null): void {
  progress?.stop();
}

export async function runGenerateData(options: GenerateDataOptions, context: Context): Promise<ExitCode> {
  return await withSpecsAndDatabase(options, context, async (compiled, database) => {
    await requirePrimary(database.session, 'generate-data');
    const settings = await settingsFor(options, compiled, database);
    const started = performance.now();
    let progress: Progress | null = null;
    try {
      const filled = await generateData(database.session, compiled.model, compiled.info, {
        ...settings,
        signal: context.signal,
        onProgress: (done, total) => {
          progress ??= context.report.progress('Rows', total);
          progress.update(done);
        },
      });
      const seconds = (performance.now() - started) / 1000;
      if (context.json) context.report.json({ ...settings, only: [...(settings.only ?? [])], seconds, tables: filled });
      return reportOutcome(filled, seconds, context);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      context.report.error(
        'Stopped part-way; the tables that were filled stay.',
        'Run the same command again to go on.',
      );
      return EXIT.partial;
    } finally {
      stop(progress);
    }
  });
}
