/** Specs from disk, compiled and checked for a target: the start of every command. */
import { join, resolve } from 'node:path';
import { checkModel } from '../check/run.ts';
import { cacheDirectory } from '../db/cache-directory.ts';
import { openDocumentCache } from '../files/document-cache.ts';
import { readSpecTree } from '../files/read-specs.ts';
import { type KnownResult, openResultCache, resultKey } from '../files/result-cache.ts';
import { compileSpecs } from '../spec/compile.ts';
import { NO_CACHE } from '../spec/document-cache.ts';
import { collectProblems } from '../spec/problem.ts';
import { readProject } from '../spec/read-documents.ts';
import type { Compiled, SpecTree } from '../spec/tree.ts';
import type { Target } from '../target/target.ts';
import { type Diagnostic, hasErrors } from '../text/diagnostic.ts';
import type { Context } from './context.ts';
import { count } from './report.ts';

export interface SpecOptions {
  /** Folder of another spec tree; the packaged one otherwise. */
  readonly specs?: string;
}

export function specsFolder(options: SpecOptions, context: Context): string {
  return options.specs === undefined ? join(context.packageRoot, 'specs') : resolve(context.cwd, options.specs);
}

export interface Loaded {
  readonly compiled: Compiled;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles for each target and runs the rules; a finding that several targets share is shown once.
 *
 * @throws EnvironmentError when the folder cannot be read
 */
export async function loadSpecs(
  options: SpecOptions,
  context: Context,
  targets: readonly Target[],
): Promise<readonly Loaded[]> {
  return compileTree(await readSpecs(options, context), context, targets);
}

/**
 * As `loadSpecs`, unless the very same was found to be without fault before.
 *
 * @param question what is asked, with the options that change the answer
 * @param isStill whether what was found then is still as it was left
 */
export async function loadUnlessKnown(
  options: SpecOptions,
  context: Context,
  targets: readonly Target[],
  question: string,
  isStill: (known: KnownResult) => Promise<boolean> = async () => true,
): Promise<
  { readonly known: KnownResult } | { readonly loaded: readonly Loaded[]; readonly keep: (result: KnownResult) => void }
> {
  const tree = await readSpecs(options, context);
  const results = openResultCache(cacheDirectory(context.platform, context.env));
  const key = resultKey(tree, targets, question);
  const known = results.find(key);
  if (known !== null && (await isStill(known))) return { known };
  const loaded = compileTree(tree, context, targets);
  return {
    loaded,
    keep: (result) => {
      if (loaded.every(({ diagnostics }) => diagnostics.length === 0)) results.keep(key, result);
    },
  };
}

/** @throws EnvironmentError when the folder cannot be read */
export async function readSpecs(options: SpecOptions, context: Context): Promise<SpecTree> {
  return await readSpecTree(specsFolder(options, context), context.packageRoot);
}

/** Schemas that the tool manages, as far as project.yaml is right; what is wrong in it shows when it is compiled. */
export function managedSchemas(tree: SpecTree): readonly string[] {
  return readProject(tree, NO_CACHE, collectProblems()).project.schemas;
}

function compileTree(tree: SpecTree, context: Context, targets: readonly Target[]): readonly Loaded[] {
  const cache = openDocumentCache(cacheDirectory(context.platform, context.env));
  const loaded = targets.map((target) => {
    const compiled = compileSpecs(tree, target, cache);
    // Rules over a Model with holes would report the holes.
    // And what a size or a profile leaves out is left out on purpose.
    const found = hasErrors(compiled.diagnostics) ? [] : checkModel({ ...compiled, model: compiled.asWritten, target });
    return { compiled, diagnostics: [...compiled.diagnostics, ...found] };
  });
  cache.save();
  return loaded;
}

function identity(diagnostic: Diagnostic): string {
  const { code, message, span } = diagnostic;
  return `${code} ${span?.source.path ?? ''} ${span?.start ?? ''} ${message}`;
}

export function distinctDiagnostics(loaded: readonly Loaded[]): readonly Diagnostic[] {
  return [...new Map(loaded.flatMap(({ diagnostics }) => diagnostics).map((item) => [identity(item), item])).values()];
}

/** Shows what was found. @returns whether the specs may be used */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], context: Context): boolean {
  context.report.diagnostics(diagnostics);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (errors > 0) {
    const also = warnings === 0 ? '' : ` and ${count(warnings, 'warning')}`;
    context.report.error(`${count(errors, 'error')}${also} in the specs; nothing was done.`, null);
  }
  return errors === 0;
}

/** For one target, with what was found shown. @returns `null` when the specs cannot be used */
export async function loadUsable(options: SpecOptions, context: Context, target: Target): Promise<Compiled | null> {
  return compileUsable(await readSpecs(options, context), context, target);
}

/** As `loadUsable`, of specs that were read. */
export function compileUsable(tree: SpecTree, context: Context, target: Target): Compiled | null {
  const loaded = compileTree(tree, context, [target]);
  return reportDiagnostics(distinctDiagnostics(loaded), context) ? (loaded[0]?.compiled ?? null) : null;
}
