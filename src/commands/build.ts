/** `build`: the specs as SQL files. */
import { join, relative, resolve } from 'node:path';
import { type KnownResult, knownFile, textDigest } from '../files/result-cache.ts';
import { readIfThere, writeAtomic } from '../files/write-atomic.ts';
import { TARGETS } from '../target/list.ts';
import type { Target } from '../target/target.ts';
import { type BuiltFile, builtFiles, leftovers, type PartsOptions, partLimits, removeAll } from './built-files.ts';
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

export interface BuildOptions extends SpecOptions, ExtensionOptions, FormOptions, DataOptions, PartsOptions {
  readonly target?: string;
  readonly out?: string;
  readonly check?: boolean;
  readonly stdout?: boolean;
}

interface Written {
  readonly path: string;
  readonly target: string;
  readonly bytes: number;
  readonly changed: boolean;
}

const WRITTEN_TARGETS = Object.values(TARGETS).filter((target) => target.output !== null);

async function filesOf(
  loaded: readonly Loaded[],
  targets: readonly Target[],
  options: BuildOptions,
): Promise<readonly BuiltFile[]> {
  const files: BuiltFile[] = [];
  for (const [at, { compiled }] of loaded.entries()) {
    files.push(...(await builtFiles(compiled, targets[at] ?? TARGETS.timescale, options)));
  }
  return files;
}

async function print(options: BuildOptions, context: Context): Promise<ExitCode> {
  const targets = chooseTargets(options, [TARGETS.timescale]);
  const loaded = await loadSpecs(options, context, targets);
  if (!reportDiagnostics(distinctDiagnostics(loaded), context)) return EXIT.failed;
  const files = await filesOf(loaded, targets, options);
  if (context.json) {
    context.report.json({ files: files.map(({ target, path, text }) => ({ target: target.name, path, text })) });
  } else for (const { text } of files) context.report.result(text);
  return EXIT.done;
}

/** What else changes the files. */
function questionOf(options: BuildOptions, targets: readonly Target[]): string {
  const limits = targets.map((target) => partLimits(options, target));
  return `build ${options.data === false ? 'without data ' : ''}${JSON.stringify(limits)}`;
}

export async function runBuild(options: BuildOptions, context: Context): Promise<ExitCode> {
  if (options.stdout === true) return await print(options, context);
  const targets = chooseTargets(options, WRITTEN_TARGETS);
  const folder = resolve(context.cwd, options.out ?? 'dist-sql');
  const shown = (path: string) => relative(context.cwd, join(folder, path)) || path;
  const asWritten = async ({ files }: KnownResult): Promise<boolean> => {
    const texts = await Promise.all(files.map(({ path }) => readIfThere(join(folder, path))));
    const old = await leftovers(
      folder,
      files.map(({ path }) => path),
    );
    return old.length === 0 && texts.every((text, at) => text !== null && textDigest(text) === files[at]?.digest);
  };
  const found = await loadUnlessKnown(options, context, targets, questionOf(options, targets), asWritten);
  if (!('known' in found) && !reportDiagnostics(distinctDiagnostics(found.loaded), context)) return EXIT.failed;
  const written: Written[] = [];
  if ('known' in found) {
    for (const { path, target, bytes } of found.known.files) {
      written.push({ path: shown(path), target, bytes, changed: false });
    }
  } else {
    const files = await filesOf(found.loaded, targets, options);
    for (const { target, path, text } of files) {
      const changed = (await readIfThere(join(folder, path))) !== text;
      if (changed && options.check !== true) await writeAtomic(join(folder, path), text);
      written.push({ path: shown(path), target: target.name, bytes: Buffer.byteLength(text), changed });
    }
    const old = await leftovers(
      folder,
      files.map(({ path }) => path),
    );
    if (options.check !== true) await removeAll(folder, old);
    else for (const path of old) written.push({ path: shown(path), target: 'none', bytes: 0, changed: true });
    found.keep({
      sections: sectionCounts(found.loaded[0]?.compiled ?? null),
      files: files.map(({ target, path, text }) => knownFile(target.name, path, text)),
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
