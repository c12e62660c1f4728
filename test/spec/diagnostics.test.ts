import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SPEC_CODES } from '../../src/spec/codes.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { isTargetName, TARGETS } from '../../src/target/list.ts';
import { formatDiagnostic } from '../../src/text/frame.ts';
import { lineColumn } from '../../src/text/source.ts';
import { expectations } from './expectations.ts';
import { erasing, FIXTURES, treeWith } from './fixture-tree.ts';

const ROOT = path.join(FIXTURES, 'diagnostics');

function compileFixture(text: string) {
  const target = /# target: (\w+)/.exec(text)?.[1] ?? 'timescale';
  const section = /# section: ([\w-]+)/.exec(text)?.[1] ?? '01-people';
  if (!isTargetName(target)) throw new Error(`No such target: ${target}`);
  return compileSpecs(erasing(treeWith(text, section)), TARGETS[target]).diagnostics;
}

const codes = readdirSync(ROOT).sort();
const files = codes.flatMap((code) => readdirSync(path.join(ROOT, code)).map((file) => `${code}/${file}`));

describe('diagnostics', () => {
  it('has a clean base', () => {
    expect(compileFixture('domain: d\ncomment: A domain.\ntype: text\n')).toEqual([]);
  });

  it.each(files)('%s', (file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    const diagnostics = compileFixture(text);
    const found = diagnostics.map(({ code, span }) => {
      expect(span).not.toBeNull();
      return span === null ? code : `${lineColumn(span.source, span.start).line} ${code}`;
    });
    const shown = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n\n');
    expect(found.sort(), shown).toEqual(expectations(text).sort());
    expect(found.some((one) => one.endsWith(path.dirname(file)))).toBe(true);
  });

  it('has a fixture for every code', () => {
    expect(codes).toEqual(Object.keys(SPEC_CODES).sort());
  });

  it('says what to write instead, for every fixture', () => {
    const helpless = files.filter((file) => {
      const diagnostics = compileFixture(readFileSync(path.join(ROOT, file), 'utf8'));
      return diagnostics.every(({ help, related }) => help === null && related.length === 0);
    });
    expect(helpless).toEqual([]);
  });
});
