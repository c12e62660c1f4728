/** `diff`: what apply would do, and nothing else. */
import { resolve } from 'node:path';
import { type Comparison, compareWithLive, planHash } from '../db/compare.ts';
import { writeAtomic } from '../files/write-atomic.ts';
import { displayName } from '../model/name.ts';
import { isEmptyPlan, type Plan } from '../plan/plan.ts';
import { printPlan } from '../plan/print.ts';
import { chooseFormat } from './choose-format.ts';
import { compareSettings } from './compare-settings.ts';
import type { Context } from './context.ts';
import { planJson, planMarkdown, planText, reportUnspelled } from './describe-plan.ts';
import { DIFF_FORMATS, type DiffFormat } from './diff-format.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { SpecOptions } from './load-specs.ts';
import { type DatabaseOptions, type OpenedDatabase, withSpecsAndDatabase } from './open-database.ts';
import { warnOfObstacles } from './preflight.ts';
import { count } from './report.ts';

export interface DiffOptions extends SpecOptions, DatabaseOptions {
  readonly format?: string;
  readonly out?: string;
}

function planJsonOf(plan: Plan, database: OpenedDatabase): object {
  return planJson(plan, planHash(plan), database.target.name);
}

function formatPlan(format: DiffFormat, { plan }: Comparison, database: OpenedDatabase): string {
  switch (format) {
    case 'sql':
      return printPlan(plan, {
        title: [`Changes for ${database.session.description}, written by boyfanz-schema diff.`],
        preflight: [],
        minVersion: null,
        fromEmpty: false,
        searchPath: database.target.searchPath,
      });
    case 'text':
      return isEmptyPlan(plan) ? 'No differences.\n' : `${planText(plan)}\n`;
    case 'json':
      return `${JSON.stringify(planJsonOf(plan, database), null, 2)}\n`;
    case 'markdown':
      return planMarkdown(plan);
  }
}

export async function runDiff(options: DiffOptions, context: Context): Promise<ExitCode> {
  const format = chooseFormat(DIFF_FORMATS, options.format, 'sql', context);
  return await withSpecsAndDatabase(options, context, async (compiled, database) => {
    const comparison = await compareWithLive(database.session, compareSettings(compiled, database, context));
    if (!isEmptyPlan(comparison.plan)) await warnOfObstacles(comparison.plan, database, context);
    const text = formatPlan(format, comparison, database);
    if (options.out === undefined && context.json) context.report.json(planJsonOf(comparison.plan, database));
    else if (options.out === undefined) context.report.result(text);
    else await writeAtomic(resolve(context.cwd, options.out), text);
    return reportOutcome(comparison, context);
  });
}

function reportOutcome({ plan, live, unspelled, kept }: Comparison, context: Context): ExitCode {
  reportUnspelled(unspelled, context);
  if (kept.length > 0) {
    const names = kept.map(({ name }) => displayName(name)).join(', ');
    context.report.note(`Divided as at another size, and left so until --size is given: ${names}.`);
  }
  if (live.unmodelled.length > 0) {
    const names = live.unmodelled.map(({ object, what }) => `${object} (${what})`);
    context.report.note(`Left alone, as no spec can say them: ${names.join(', ')}.`);
  }
  if (isEmptyPlan(plan)) {
    context.report.success('No differences.');
    return EXIT.done;
  }
  const steps = plan.transactions.reduce((sum, transaction) => sum + transaction.steps.length, 0);
  context.report.note(`${count(steps + plan.unsupported.length, 'difference')}.`);
  return EXIT.differences;
}
