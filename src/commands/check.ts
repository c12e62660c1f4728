/** `check`: validates the specs and runs every rule; no database. */
import { DEFAULT_TARGET, TARGETS } from '../target/list.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { lineColumn } from '../text/source.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { distinctDiagnostics, loadSpecs, reportDiagnostics, type SpecOptions } from './load-specs.ts';
import { count } from './report.ts';
import { sectionCounts } from './section-counts.ts';
import { chooseTargets } from './target-option.ts';

export interface CheckOptions extends SpecOptions {
  readonly target?: string;
}

function diagnosticJson({ code, severity, message, help, span }: Diagnostic): object {
  const place = span === null ? null : { file: span.source.path, ...lineColumn(span.source, span.start) };
  return { code, severity, message, help, place };
}

export async function runCheck(options: CheckOptions, context: Context): Promise<ExitCode> {
  const targets =
    options.target === undefined ? [TARGETS[DEFAULT_TARGET], TARGETS.postgres] : chooseTargets(options.target);
  const loaded = await loadSpecs(options, context, targets);
  const diagnostics = distinctDiagnostics(loaded);
  const sections = loaded[0] === undefined ? [] : sectionCounts(loaded[0].compiled);
  if (context.json) context.report.json({ diagnostics: diagnostics.map(diagnosticJson), sections });
  const usable = reportDiagnostics(diagnostics, context);
  if (!usable) return EXIT.failed;
  for (const { section, tables } of sections) context.report.note(`  ${String(tables).padStart(4)}  ${section}`);
  const tables = sections.reduce((sum, section) => sum + section.tables, 0);
  const warnings = diagnostics.length === 0 ? 'no warnings' : count(diagnostics.length, 'warning');
  context.report.success(`${count(tables, 'table')} in ${count(sections.length, 'section')}, ${warnings}.`);
  return EXIT.done;
}
