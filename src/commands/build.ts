/** `build`: the specs as SQL files. */
import { join, relative, resolve } from 'node:path';
import { readIfThere, writeAtomic } from '../files/write-atomic.ts';
import { buildScript } from '../plan/build-script.ts';
import { TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { distinctDiagnostics, loadSpecs, reportDiagnostics, type SpecOptions } from './load-specs.ts';
import type { DataOptions } from './reference-data.ts';
import { sectionCounts } from './section-counts.ts';
import { chooseTargets, type ExtensionOptions } from './target-option.ts';

export interface BuildOptions extends SpecOptions, ExtensionOptions, DataOptions {
  readonly target?: string;
  readonly out?: string;
  readonly check?: boolean;
  readonly stdout?: boolean;
}

interface Output {
  readonly target: Target;
  readonly text: string;
}

interface Written {
  readonly path: string;
  readonly target: string;
  readonly bytes: number;
  readonly changed: boolean;
}

const WRITTEN_TARGETS = Object.values(TARGETS).filter((target) => target.output !== null);

/** A target without a file of its own in dist-sql gets a folder when it is asked for by name. */
function outputPath(target: Target): string {
  return target.output ?? join(target.name, 'complete-schema.sql');
}

export async function runBuild(options: BuildOptions, context: Context): Promise<ExitCode> {
  const chosen = chooseTargets(options, options.stdout === true ? [TARGETS.timescale] : WRITTEN_TARGETS);
  const loaded = await loadSpecs(options, context, chosen);
  if (!reportDiagnostics(distinctDiagnostics(loaded), context)) return EXIT.failed;
  const outputs = loaded.map(({ compiled }, at): Output => {
    const target = chosen[at] ?? TARGETS.timescale;
    const data = options.data === false ? [] : compiled.data;
    return { target, text: buildScript(compiled.project.name, compiled.model, target, data) };
  });
  if (options.stdout === true) {
    if (context.json)
      context.report.json({ files: outputs.map(({ target, text }) => ({ target: target.name, text })) });
    else for (const { text } of outputs) context.report.result(text);
    return EXIT.done;
  }
  const folder = resolve(context.cwd, options.out ?? 'dist-sql');
  const written: Written[] = [];
  for (const { target, text } of outputs) {
    const path = join(folder, outputPath(target));
    const changed = (await readIfThere(path)) !== text;
    if (changed && options.check !== true) await writeAtomic(path, text);
    written.push({
      path: relative(context.cwd, path) || path,
      target: target.name,
      bytes: Buffer.byteLength(text),
      changed,
    });
  }
  const sections = loaded[0] === undefined ? [] : sectionCounts(loaded[0].compiled);
  if (context.json) context.report.json({ files: written, sections });
  return options.check === true ? reportCheck(written, context) : reportWritten(written, context);
}

function reportCheck(written: readonly Written[], context: Context): ExitCode {
  const stale = written.filter((file) => file.changed);
  for (const file of stale) context.report.note(`${file.path} is not what the specs say. Run boyfanz-schema build.`);
  if (stale.length === 0) context.report.success('The files are what the specs say.');
  return stale.length === 0 ? EXIT.done : EXIT.differences;
}

function reportWritten(written: readonly Written[], context: Context): ExitCode {
  for (const file of written) {
    const size = `${Math.ceil(file.bytes / 1024)} kB`;
    context.report.success(`${file.path} (${file.target}, ${size})${file.changed ? '' : ', unchanged'}`);
  }
  return EXIT.done;
}
