/** `seed`: the reference data of the specs into a database that has the schema, and nothing else. */
import { withApplyLock } from '../db/apply-lock.ts';
import { Interrupted } from '../db/interrupted.ts';
import { compareData, DataError, type DataOutcome } from '../db/put-data.ts';
import { requirePrimary } from '../db/require-primary.ts';
import { printPlan } from '../plan/print.ts';
import type { Compiled } from '../spec/tree.ts';
import { reportInterrupted } from './apply-failure.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { SpecOptions } from './load-specs.ts';
import { type DatabaseOptions, type OpenedDatabase, withSpecsAndDatabase } from './open-database.ts';
import {
  comparisonJson,
  outcomesJson,
  reportDataError,
  reportOutcomes,
  runData,
  showComparison,
} from './reference-data.ts';

export interface SeedOptions extends SpecOptions, DatabaseOptions {
  readonly dryRun?: boolean;
  /** Seconds to wait for an apply or another seed. */
  readonly wait?: number;
}

const DEFAULT_WAIT_SECONDS = 60;
const NOTHING = 'Nothing was changed.';

export async function runSeed(options: SeedOptions, context: Context): Promise<ExitCode> {
  return await withSpecsAndDatabase(options, context, async (compiled, database) =>
    options.dryRun === true
      ? await dryRun(compiled, database, context)
      : await seedAlone(compiled, database, options.wait ?? DEFAULT_WAIT_SECONDS, context),
  );
}

async function dryRun({ data }: Compiled, database: OpenedDatabase, context: Context): Promise<ExitCode> {
  try {
    const { searchPath } = database.target;
    const comparison = await compareData(database.session, data, searchPath);
    showComparison(comparison, context);
    if (context.json) context.report.json({ target: database.target.name, data: comparisonJson(comparison) });
    else {
      const title = [`What boyfanz-schema seed would run on ${database.session.description}.`];
      const settings = {
        title,
        preflight: [],
        minVersion: null,
        fromEmpty: false,
        data: comparison.batches,
        searchPath,
      };
      context.report.result(printPlan({ transactions: [], unsupported: [] }, settings));
    }
    return comparison.batches.length === 0 ? EXIT.done : EXIT.differences;
  } catch (error) {
    if (error instanceof DataError) return reportDataError(error, NOTHING, context);
    throw error;
  }
}

async function seedAlone(
  { data }: Compiled,
  database: OpenedDatabase,
  waitSeconds: number,
  context: Context,
): Promise<ExitCode> {
  await requirePrimary(database.session, 'seed');
  const lock = {
    waitSeconds,
    onWait: () => context.report.note('An apply is running on this database; waiting for it to end …'),
    signal: context.signal,
  };
  try {
    const outcomes = await withApplyLock(database.session, lock, () => runData(data, database, NOTHING, context));
    return typeof outcomes === 'number' ? outcomes : reportSeeded(outcomes, database, context);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return reportInterrupted(error, 0, context);
  }
}

function reportSeeded(outcomes: readonly DataOutcome[], database: OpenedDatabase, context: Context): ExitCode {
  if (context.json) {
    const { session, target } = database;
    context.report.json({ database: session.description, target: target.name, data: outcomesJson(outcomes) });
  }
  reportOutcomes(outcomes, context);
  return EXIT.done;
}
