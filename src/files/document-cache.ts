/** The cache of read specs on disk, one file per user: losing it costs a second or two, never a result. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentCache, FileRole } from '../spec/document-cache.ts';
import type { SpecNode } from '../spec/node.ts';
import { codeState } from './code-state.ts';
import { writeCacheFile } from './write-cache-file.ts';

export interface SavedCache extends DocumentCache {
  /** Writes what is new. What cannot be written is read anew the next time. */
  readonly save: () => void;
}

const NAME = 'documents';

/** Some trees of the size of ours; the oldest entries go first. */
const MAX_ENTRIES = 5000;

/** Nodes without the names of their properties, which would be most of the file. */
type Packed = readonly unknown[];

const SCALAR = 0;
const LIST = 1;
const MAP = 2;

function pack(node: SpecNode): Packed {
  switch (node.kind) {
    case 'scalar':
      return [SCALAR, node.start, node.end, node.value];
    case 'list':
      return [LIST, node.start, node.end, ...node.items.map(pack)];
    case 'map': {
      const entries = node.entries.flatMap(({ key, keyStart, keyEnd, value }) => [key, keyStart, keyEnd, pack(value)]);
      return [MAP, node.start, node.end, ...entries];
    }
  }
}

/** The file is ours and under a hash of its text, so its shape is taken for granted. */
function unpack(packed: Packed): SpecNode {
  const [kind, start, end, ...rest] = packed as [number, number, number, ...unknown[]];
  if (kind === SCALAR) return { kind: 'scalar', start, end, value: rest[0] as string | number | boolean | null };
  if (kind === LIST) return { kind: 'list', start, end, items: (rest as Packed[]).map(unpack) };
  const entries = [];
  for (let at = 0; at < rest.length; at += 4) {
    const [key, keyStart, keyEnd, value] = rest.slice(at, at + 4) as [string, number, number, Packed];
    entries.push({ key, keyStart, keyEnd, value: unpack(value) });
  }
  return { kind: 'map', start, end, entries };
}

function entryKey(role: FileRole, text: string): string {
  return createHash('sha256').update(`${role}\0${text}`).digest('base64');
}

/** First line: the state of the reader; then a line for each entry, parsed when it is asked for. */
function loadEntries(file: string, state: string): Map<string, string> {
  const [first, ...lines] = readOrEmpty(file).split('\n');
  if (first !== state) return new Map();
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]));
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

/** @param directory `null`: texts are known within this process only */
export function openDocumentCache(directory: string | null): SavedCache {
  // What counts as right is decided by the code that reads.
  const state = codeState(['spec']);
  const file = directory === null ? null : join(directory, NAME);
  const entries = file === null ? new Map<string, string>() : loadEntries(file, state);
  const unpacked = new Map<string, readonly SpecNode[]>();
  let isChanged = false;
  return {
    find: (role, text) => {
      const key = entryKey(role, text);
      const known = unpacked.get(key);
      if (known !== undefined) return known;
      const line = entries.get(key);
      if (line === undefined) return null;
      const documents = (JSON.parse(line) as Packed[]).map(unpack);
      unpacked.set(key, documents);
      return documents;
    },
    keep: (role, text, documents) => {
      const key = entryKey(role, text);
      entries.set(key, JSON.stringify(documents.map(pack)));
      unpacked.set(key, documents);
      isChanged = true;
    },
    save: () => {
      if (file === null || directory === null || !isChanged) return;
      const lines = [...entries].slice(-MAX_ENTRIES).map(([key, line]) => `${key}\t${line}`);
      writeCacheFile(directory, NAME, [state, ...lines].join('\n'));
    },
  };
}
