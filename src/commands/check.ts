/** `check`: validates the specs and runs every rule; no database. With `--url`, the rules look at a live one instead. */
import { checkModel } from '../check/run.ts';
import { readCatalog } from '../db/read-catalog.ts';
import { userSchemas } from '../db/user-schemas.ts';
import { tablesOf } from '../model/keys.ts';
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import { targetWith } from '../target/target-with.ts';
import { type Diagnostic, hasErrors } from '../text/diagnostic.ts';
import { NO_ORIGINS } from '../text/origins.ts';
import type { Context } from './context.ts';
import { diagnosticJson } from './diagnostic-json.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { distinctDiagnostics, loadUnlessKnown, reportDiagnostics, type SpecOptions } from './load-specs.ts';
import { type DatabaseOptions, withDatabase } from './open-database.ts';
import { count } from './report.ts';
import { sectionCounts } from './section-counts.ts';
import { chooseTargets, type ExtensionOptions } from './target-option.ts';

export interface CheckOptions extends SpecOptions, DatabaseOptions, ExtensionOptions {}

/** What a spec says for an optional extension is looked at once with all of them and once with none. */
const EXTREMES = [
  targetWith(TARGETS[DEFAULT_TARGET], { with: [...TARGETS[DEFAULT_TARGET].optional.keys()], without: [] }),
  targetWith(TARGETS.postgres, { with: [], without: [...TARGETS.postgres.optional.keys()] }),
];

export async function runCheck(options: CheckOptions, context: Context): Promise<ExitCode> {
  return options.url === undefined ? await checkSpecs(options, context) : await checkLive(options, context);
}

function warningsText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.length === 0 ? 'no warnings' : count(diagnostics.length, 'warning');
}

async function checkSpecs(options: CheckOptions, context: Context): Promise<ExitCode> {
  const targets = chooseTargets(options, EXTREMES);
  const found = await loadUnlessKnown(options, context, targets, 'check');
  const diagnostics = 'known' in found ? [] : distinctDiagnostics(found.loaded);
  const sections = 'known' in found ? found.known.sections : sectionCounts(found.loaded[0]?.compiled ?? null);
  if (!('known' in found)) found.keep({ sections, files: [] });
  if (context.json) context.report.json({ diagnostics: diagnostics.map(diagnosticJson), sections });
  if (!reportDiagnostics(diagnostics, context)) return EXIT.failed;
  for (const { section, tables } of sections) context.report.note(`  ${String(tables).padStart(4)}  ${section}`);
  const tables = sections.reduce((sum, section) => sum + section.tables, 0);
  context.report.success(
    `${count(tables, 'table')} in ${count(sections.length, 'section')}, ${warningsText(diagnostics)}.`,
  );
  return EXIT.done;
}

/** Rules about what only specs know, such as who may read a table, find nothing here. */
async function checkLive(options: CheckOptions, context: Context): Promise<ExitCode> {
  return await withDatabase(options, context, async ({ session, target }) => {
    if (target.profile === 'development') {
      context.report.note('It leaves out indexes and checks on purpose: what the rules say of those is no mistake.');
    }
    const { model } = await readCatalog(session, { schemas: await userSchemas(session), ignore: [] });
    const diagnostics = checkModel({ model, info: new Map(), origins: NO_ORIGINS, target, project: { erasure: null } });
    const tables = tablesOf(model).length;
    if (context.json) context.report.json({ diagnostics: diagnostics.map(diagnosticJson), tables });
    context.report.diagnostics(diagnostics);
    if (hasErrors(diagnostics)) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
      const warnings = diagnostics.length - errors;
      context.report.error(
        `${count(errors, 'error')}${warnings === 0 ? '' : ` and ${count(warnings, 'warning')}`} in ${session.description}.`,
        null,
      );
      return EXIT.failed;
    }
    context.report.success(`${count(tables, 'table')} in ${session.description}, ${warningsText(diagnostics)}.`);
    return EXIT.done;
  });
}
