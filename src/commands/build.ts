/** `build`: the specs as SQL files. */
import { dirname, join, relative, resolve } from 'node:path';
import { type KnownResult, knownFile } from '../files/result-cache.ts';
import { readIfThere, writeAtomic } from '../files/write-atomic.ts';
import { buildScript } from '../plan/build-script.ts';
import { scaleScript } from '../plan/scale-script.ts';
import { TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { FormOptions } from './form-option.ts';
import {
  distinctDiagnostics,
  type Loaded,
  loadSpecs,
  loadUnlessKnown,
  reportDiagnostics,
  type SpecOptions,
} from './load-specs.ts';
import type { DataOptions } from './reference-data.ts';
import { sectionCounts } from './section-counts.ts';
import { chooseTargets, type ExtensionOptions } from './target-option.ts';

export interface BuildOptions extends SpecOptions, ExtensionOptions, FormOptions, DataOptions {
  readonly target?: string;
  readonly out?: string;
  readonly check?: boolean;
  readonly stdout?: boolean;
}

interface Output {
  readonly target: Target;
  /** Relative to the folder of all. */
  readonly path: string;
  readonly text: string;
}

interface Written {
  readonly path: string;
  readonly target: string;
  readonly bytes: number;
  readonly changed: boolean;
}

const WRITTEN_TARGETS = Object.values(TARGETS).filter((target) => target.output !== null);

/** Where a target in another form than its own goes: what is committed stays as it is. */
function formFolder({ name, size, profile }: Target): string {
  const own = TARGETS[name];
  if (profile !== own.profile) return profile;
  return size === own.size ? '' : size;
}

/** A target without a file of its own in dist-sql gets a folder when it is asked for by name. */
function outputPaths(target: Target): readonly string[] {
  const schema = join(formFolder(target), target.output ?? join(target.name, 'complete-schema.sql'));
  return target.scaleOut === null ? [schema] : [schema, join(dirname(schema), `scale-${target.scaleOut}.sql`)];
}

function filesOf(loaded: readonly Loaded[], targets: readonly Target[], options: BuildOptions): readonly Output[] {
  return loaded.flatMap(({ compiled }, at): readonly Output[] => {
    const target = targets[at] ?? TARGETS.timescale;
    const { project, model, info } = compiled;
    const data = options.data === false ? [] : compiled.data;
    const texts = [
      buildScript(project.name, model, target, data),
      ...(target.scaleOut === null ? [] : [scaleScript(project.name, model, info)]),
    ];
    return outputPaths(target).map((path, which) => ({ target, path, text: texts[which] ?? '' }));
  });
}

async function print(options: BuildOptions, context: Context): Promise<ExitCode> {
  const targets = chooseTargets(options, [TARGETS.timescale]);
  const loaded = await loadSpecs(options, context, targets);
  if (!reportDiagnostics(distinctDiagnostics(loaded), context)) return EXIT.failed;
  const files = filesOf(loaded, targets, options);
  if (context.json) {
    context.report.json({ files: files.map(({ target, path, text }) => ({ target: target.name, path, text })) });
  } else for (const { text } of files) context.report.result(text);
  return EXIT.done;
}

export async function runBuild(options: BuildOptions, context: Context): Promise<ExitCode> {
  if (options.stdout === true) return await print(options, context);
  const targets = chooseTargets(options, WRITTEN_TARGETS);
  const folder = resolve(context.cwd, options.out ?? 'dist-sql');
  const paths = targets.flatMap((target) => outputPaths(target).map((path) => ({ target, path: join(folder, path) })));
  const asWritten = async ({ files }: KnownResult): Promise<boolean> => {
    const texts = await Promise.all(paths.map(({ path }) => readIfThere(path)));
    return texts.every((text, at) => text !== null && knownFile(text).digest === files[at]?.digest);
  };
  const question = options.data === false ? 'build without data' : 'build';
  const found = await loadUnlessKnown(options, context, targets, question, asWritten);
  if (!('known' in found) && !reportDiagnostics(distinctDiagnostics(found.loaded), context)) return EXIT.failed;
  const written: Written[] = [];
  const add = (target: Target, path: string, bytes: number, changed: boolean): void => {
    written.push({ path: relative(context.cwd, path) || path, target: target.name, bytes, changed });
  };
  if ('known' in found) {
    for (const [at, { target, path }] of paths.entries()) add(target, path, found.known.files[at]?.bytes ?? 0, false);
  } else {
    const files = filesOf(found.loaded, targets, options);
    for (const { target, path: file, text } of files) {
      const path = join(folder, file);
      const changed = (await readIfThere(path)) !== text;
      if (changed && options.check !== true) await writeAtomic(path, text);
      add(target, path, Buffer.byteLength(text), changed);
    }
    found.keep({
      sections: sectionCounts(found.loaded[0]?.compiled ?? null),
      files: files.map(({ text }) => knownFile(text)),
    });
  }
  const sections = 'known' in found ? found.known.sections : sectionCounts(found.loaded[0]?.compiled ?? null);
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
