import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDocumentCache } from '../../src/files/document-cache.ts';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { SpecTree } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import { treeWith } from '../spec/fixture-tree.ts';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'boyfanz-cache-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function places(tree: SpecTree, compiled: ReturnType<typeof compileSpecs>): readonly unknown[] {
  return [...compiled.model.objects.keys()].map((key) => [key, compiled.origins.find(key), tree.documents.length]);
}

describe('the document cache', () => {
  it('gives the same Model and places as reading anew, in this process and in the next', async () => {
    const root = new URL('../..', import.meta.url).pathname;
    const tree = await readSpecTree(join(root, 'specs'), root);
    const anew = compileSpecs(tree, TARGETS.postgres);
    const folder = newFolder();
    const first = openDocumentCache(folder);
    compileSpecs(tree, TARGETS.postgres, first);
    first.save();
    const known = compileSpecs(tree, TARGETS.postgres, openDocumentCache(folder));
    expect(known.model).toEqual(anew.model);
    expect(known.info).toEqual(anew.info);
    expect(known.diagnostics).toEqual(anew.diagnostics);
    expect(places(tree, known)).toEqual(places(tree, anew));
  });

  it('never keeps a file that something is wrong with', () => {
    const tree = treeWith('table: t\ncomment: A table.\ncolums: {}\n');
    const cache = openDocumentCache(null);
    const first = compileSpecs(tree, TARGETS.postgres, cache).diagnostics;
    expect(first.length).toBeGreaterThan(0);
    expect(compileSpecs(tree, TARGETS.postgres, cache).diagnostics).toEqual(first);
  });

  it('starts empty when its file is broken', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'documents'), '[[');
    const cache = openDocumentCache(folder);
    expect(cache.find('objects', 'table: t')).toBeNull();
    cache.keep('objects', 'table: t', []);
    cache.save();
    expect(readdirSync(folder)).toEqual(['documents']);
    expect(openDocumentCache(folder).find('objects', 'table: t')).toEqual([]);
  });
});
