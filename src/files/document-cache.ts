/** The cache of read specs on disk, one file per user: losing it costs a second or two, never a result. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentCache, FileRole } from '../spec/document-cache.ts';
import type { SpecNode } from '../spec/node.ts';

export interface SavedCache extends DocumentCache {
  /** Writes what is new. What cannot be written is read anew the next time. */
  readonly save: () => void;
}

/** Some trees of the size of ours; the oldest entries go first. */
const MAX_ENTRIES = 5000;

/** What counts as right is decided by the code that reads: entries are good for one state of it only. */
function readerState(): string {
  const folder = fileURLToPath(new URL('../spec/', import.meta.url));
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('base64');
}

function entryKey(state: string, role: FileRole, text: string): string {
  return createHash('sha256').update(`${state}\0${role}\0${text}`).digest('base64');
}

/** A file that is missing or broken is an empty cache. */
function loadEntries(file: string): Map<string, readonly SpecNode[]> {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return new Map();
    throw error;
  }
}

/** @param directory `null`: texts are known within this process only */
export function openDocumentCache(directory: string | null): SavedCache {
  const state = readerState();
  const file = directory === null ? null : join(directory, 'documents.json');
  const entries = file === null ? new Map<string, readonly SpecNode[]>() : loadEntries(file);
  let isChanged = false;
  return {
    find: (role, text) => entries.get(entryKey(state, role, text)) ?? null,
    keep: (role, text, documents) => {
      entries.set(entryKey(state, role, text), documents);
      isChanged = true;
    },
    save: () => {
      if (file !== null && directory !== null && isChanged)
        saveEntries(directory, file, [...entries].slice(-MAX_ENTRIES));
    },
  };
}

function saveEntries(
  directory: string,
  file: string,
  entries: readonly (readonly [string, readonly SpecNode[]])[],
): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(draft, JSON.stringify(entries));
    renameSync(draft, file);
  } catch (error) {
    // A full or read-only disk: the cache is a convenience.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
