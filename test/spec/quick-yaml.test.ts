import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpecNode } from '../../src/spec/node.ts';
import { parseWithLibrary } from '../../src/spec/parse.ts';
import { collectProblems } from '../../src/spec/problem.ts';
import { quickYaml } from '../../src/spec/quick-yaml.ts';
import { FIXTURES } from './fixture-tree.ts';
import { mutated } from './mutate.ts';

/** Nodes with their places. Where a block ends is a matter of taste: the library counts line breaks in. */
function comparable(node: SpecNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return [node.start, node.value, String(node.value).includes('\n') ? null : node.end];
    case 'list':
      return [node.start, node.items.map(comparable)];
    case 'map':
      return node.entries.map(({ key, keyStart, keyEnd, value }) => [key, keyStart, keyEnd, comparable(value)]);
  }
}

/** Folded text has no line break in its value, but several lines in the source. */
function withoutBlockEnds(text: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [start, , end] = value;
  if (typeof start === 'number' && typeof end === 'number' && /[|>]/.test(text[start] ?? '')) return value.slice(0, 2);
  return value.map((one) => withoutBlockEnds(text, one));
}

function shape(text: string, nodes: readonly SpecNode[]): unknown {
  return nodes.map((node) => withoutBlockEnds(text, comparable(node)));
}

function expectSame(text: string): boolean {
  const quick = quickYaml(text);
  if (quick === null) return false;
  const problems = collectProblems();
  const documents = parseWithLibrary({ path: 'x.yaml', text }, problems);
  expect(problems.all(), text).toEqual([]);
  expect(shape(text, quick), text).toEqual(
    shape(
      text,
      documents.map((document) => document.root),
    ),
  );
  return true;
}

const SAMPLES = [
  ...readdirSync(path.join(FIXTURES, 'quick-yaml')).map((file) => path.join(FIXTURES, 'quick-yaml', file)),
  path.join(FIXTURES, 'specs-base/01-people/base.yaml'),
].map((file) => readFileSync(file, 'utf8'));

describe('quickYaml', () => {
  it('reads ordinary specs as the library does', () => {
    for (const text of SAMPLES) expect(expectSame(text)).toBe(true);
  });

  it('reads whatever it accepts as the library does', () => {
    fc.assert(
      fc.property(mutated(SAMPLES), (text) => {
        expectSame(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves every doubtful file to the library', () => {
    const root = path.join(FIXTURES, 'diagnostics');
    const doubtful = readdirSync(root).filter((code) => /^(?:yaml|number|key-not|duplicate-key|empty)/.test(code));
    const files = doubtful.flatMap((code) => readdirSync(path.join(root, code)).map((file) => path.join(root, code, file)));
    const accepted = files.filter((file) => quickYaml(readFileSync(file, 'utf8')) !== null);
    expect(accepted).toEqual([]);
  });
});
