/** The files that `build` makes for a target: one, or parts that are run one after the other. */
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildParts } from '../plan/build-script.ts';
import { scaleScript } from '../plan/scale-script.ts';
import type { Compiled } from '../spec/tree.ts';
import { TARGETS } from '../target/list.ts';
import { DEFAULT_PARTS } from '../target/parts.ts';
import type { PartLimits, Target } from '../target/target.ts';
import { UsageError } from './context.ts';
import { targetScript } from './target-script.ts';

export interface PartsOptions {
  /** `true` for `--parts`, `false` for `--no-parts`; the target decides otherwise. */
  readonly parts?: boolean;
  readonly maxBytes?: number;
  readonly maxTables?: number;
}

export interface BuiltFile {
  readonly target: Target;
  /** Below the folder that is written to. */
  readonly path: string;
  readonly text: string;
}

/** Less than this would not hold the largest table with what hangs on it. */
const LEAST_BYTES = 50_000;

/** Where a target in another form than its own goes: what is committed stays as it is. */
function formFolder({ name, size, profile }: Target): string {
  const own = TARGETS[name];
  if (profile !== own.profile) return profile;
  return size === own.size ? '' : size;
}

/** A target without a file of its own in dist-sql gets a folder when it is asked for by name. */
function outputPath(target: Target): string {
  return join(formFolder(target), target.output ?? join(target.name, 'complete-schema.sql'));
}

/** Spreads the tables of the schema, which is loaded first. */
function scaleFiles({ project, model, info }: Compiled, target: Target): readonly BuiltFile[] {
  if (target.scaleOut === null) return [];
  const path = join(dirname(outputPath(target)), `scale-${target.scaleOut}.sql`);
  return [{ target, path, text: scaleScript(project.name, model, info) }];
}

/** @returns `null` for one file. @throws UsageError */
export function partLimits(options: PartsOptions, target: Target): PartLimits | null {
  const { parts, maxBytes, maxTables } = options;
  const isSized = maxBytes !== undefined || maxTables !== undefined;
  if (target.dialect !== 'postgresql' && (isSized || parts === true)) {
    throw new UsageError(`The file for ${target.name} is not cut into parts.`);
  }
  if (parts === false && isSized) throw new UsageError('--no-parts leaves no part whose size could be given.');
  if (maxBytes !== undefined && maxBytes < LEAST_BYTES) {
    throw new UsageError(`A part needs ${LEAST_BYTES} bytes at least.`, 'Give --max-bytes a larger number.');
  }
  const limits = parts === false ? null : (target.parts ?? (parts === true || isSized ? DEFAULT_PARTS : null));
  if (limits === null) return null;
  return {
    bytes: maxBytes ?? limits.bytes,
    tables: maxTables ?? limits.tables,
    relations: Math.min(limits.relations, target.lockBudget),
  };
}

export async function builtFiles(
  compiled: Compiled,
  target: Target,
  options: PartsOptions & { readonly data?: boolean },
): Promise<readonly BuiltFile[]> {
  return [...(await schemaFiles(compiled, target, options)), ...scaleFiles(compiled, target)];
}

async function schemaFiles(
  compiled: Compiled,
  target: Target,
  options: PartsOptions & { readonly data?: boolean },
): Promise<readonly BuiltFile[]> {
  const { project, model, data: all } = compiled;
  const data = options.data === false ? [] : all;
  const limits = partLimits(options, target);
  const path = outputPath(target);
  if (limits === null) return [{ target, path, text: await targetScript(compiled, target, data) }];
  return buildParts(project.name, model, target, data, limits).map(({ name, text }) => ({
    target,
    path: join(dirname(path), name),
    text,
  }));
}

const OF_A_SET = /^(?:part-\d+|complete-schema)\.sql$/;

/** Files of an older set in the folders of parts: somebody would run them. Paths below `folder`. */
export async function leftovers(folder: string, paths: readonly string[]): Promise<readonly string[]> {
  const folders = new Set(paths.filter((path) => /part-\d+\.sql$/.test(path)).map((path) => dirname(path)));
  const found = await Promise.all(
    [...folders].map(async (one) => {
      const names = await readdir(join(folder, one)).catch(() => []);
      return names.filter((name) => OF_A_SET.test(name)).map((name) => join(one, name));
    }),
  );
  return found.flat().filter((path) => !paths.includes(path));
}

export async function removeAll(folder: string, paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(join(folder, path))));
}
