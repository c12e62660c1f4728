import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { formatDiagnostic } from '../../src/text/frame.ts';
import { runs } from '../properties/seed.ts';
import { FIXTURES, treeWith } from './fixture-tree.ts';
import { mutated } from './mutate.ts';

const read = (file: string): string => readFileSync(path.join(FIXTURES, file), 'utf8');
const SAMPLES = ['every-key/table.yaml', 'every-key/other.yaml', 'every-key/data.yaml', 'sound/tables.yaml'].map(read);

function compileAndShow(tree: ReturnType<typeof treeWith>): void {
  const { diagnostics } = compileSpecs(tree, TARGETS.timescale);
  for (const diagnostic of diagnostics) expect(formatDiagnostic(diagnostic)).not.toBe('');
}

describe('compileSpecs', () => {
  it('never throws, whatever a spec says', () => {
    fc.assert(
      fc.property(mutated(SAMPLES), (text) => compileAndShow(treeWith(text))),
      runs(200),
    );
  });

  it('never throws, whatever column-groups.yaml and project.yaml say', () => {
    const base = treeWith('domain: d\ncomment: A domain.\ntype: text\n');
    const files = [read('specs-base/project.yaml'), read('specs-base/column-groups.yaml')];
    fc.assert(
      fc.property(mutated(files), fc.boolean(), (text, isProject) => {
        const source = { path: 'specs/x.yaml', text };
        compileAndShow(isProject ? { ...base, project: source } : { ...base, columnGroups: source });
      }),
      runs(200),
    );
  });

  it.each([
    '',
    ' ',
    '\n',
    '---',
    '{',
    '[',
    '- ',
    '\ufeff',
    'a',
    '? ',
    '\0',
    '*',
    '&',
    '!',
    '|',
    "'",
    '#',
    '%',
    '...',
    '<<: *a',
  ])('never throws for %j', (text) => compileAndShow(treeWith(text)));
});
