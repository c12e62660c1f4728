/**
 * What came out of specs that nothing was wrong with, by a hash of everything it was made from: the texts, the targets
 * and the code. With it a command that would find what it found before says so at once. Findings are never kept.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecTree } from '../spec/tree.ts';
import type { Target } from '../target/target.ts';
import type { Source } from '../text/source.ts';
import { codeState } from './code-state.ts';
import { writeCacheFile } from './write-cache-file.ts';

export interface KnownFile {
  /** Of the target it is for. */
  readonly target: string;
  /** Below the folder that is written to. */
  readonly path: string;
  /** SHA-256 of the text, in base64. */
  readonly digest: string;
  readonly bytes: number;
}

export interface KnownResult {
  readonly sections: readonly { readonly section: string; readonly title: string; readonly tables: number }[];
  /** In the order of the targets and of their parts; empty when nothing was built. */
  readonly files: readonly KnownFile[];
}

export interface ResultCache {
  readonly find: (key: string) => KnownResult | null;
  readonly keep: (key: string, result: KnownResult) => void;
}

const NAME = 'results';

/** Some trees, commands and targets; the oldest go first. */
const MAX_RESULTS = 50;

/** Whatever decides about diagnostics and about the text of a build. */
const CODE = [
  'text',
  'model',
  'target',
  'target/platforms',
  'spec',
  'diff',
  'sql',
  'check',
  'check/rules',
  'plan',
  'commands',
] as const;

function mapsAsLists(_key: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

/** @param question what is asked of the specs, with the options that change the answer */
export function resultKey(tree: SpecTree, targets: readonly Target[], question: string): string {
  const hash = createHash('sha256').update(codeState(CODE)).update(`\0${question}\0`);
  hash.update(JSON.stringify(targets, mapsAsLists));
  const add = ({ path, text }: Source): void => {
    hash.update(`\0${path}\0${text}`);
  };
  add(tree.project);
  if (tree.columnGroups !== null) add(tree.columnGroups);
  for (const { source, section } of tree.documents) {
    hash.update(`\0${section}`);
    add(source);
  }
  for (const source of tree.templates.values()) add(source);
  return hash.digest('base64');
}

/** SHA-256 in base64. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

export function knownFile(target: string, path: string, text: string): KnownFile {
  return { target, path, digest: textDigest(text), bytes: Buffer.byteLength(text) };
}

function read(file: string): readonly (readonly [string, KnownResult])[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // Not there, or cut off by a full disk: as good as empty.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}

/** @param directory `null`: nothing is known, and nothing kept */
export function openResultCache(directory: string | null): ResultCache {
  if (directory === null) return { find: () => null, keep: () => undefined };
  const results = new Map(read(join(directory, NAME)));
  return {
    find: (key) => results.get(key) ?? null,
    keep: (key, result) => {
      results.delete(key);
      results.set(key, result);
      writeCacheFile(directory, NAME, JSON.stringify([...results].slice(-MAX_RESULTS)));
    },
  };
}
