/** Specs that break a rule at the line whose comment says so: `# expect: code`. Every other line must be left alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkModel } from '../../src/check/run.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import { TARGETS } from '../../src/target/list.ts';
import { lineColumn, type Source } from '../../src/text/source.ts';

const FOLDER = new URL('../fixtures/rules/', import.meta.url);

const PROJECT: Source = {
  path: 'specs/project.yaml',
  text: `name: fixtures
schemas: [public, boyfanz]
sections:
  01-people: People
  03-monetization-payments: Money
erasure:
  people: people
  domains: { 01-people: account }
`,
};

/** `12 duplicate-index` for each comment, in the order of lines. */
function expected(text: string): readonly string[] {
  return text.split('\n').flatMap((line, at) => {
    const code = /# expect: ([a-z-]+)$/.exec(line)?.[1];
    return code === undefined ? [] : [`${at + 1} ${code}`];
  });
}

function found(source: Source): readonly string[] {
  const section = /^# section: (\S+)/.exec(source.text)?.[1] ?? '01-people';
  const tree = { project: PROJECT, columnGroups: null, documents: [{ source, section }], templates: new Map() };
  const target = TARGETS.timescale;
  const { diagnostics, ...compiled } = compileSpecs(tree, target);
  expect(diagnostics).toEqual([]);
  return checkModel({ ...compiled, target })
    .map(({ span, code }) => [span === null ? 0 : lineColumn(span.source, span.start).line, code] as const)
    .sort(([a], [b]) => a - b)
    .map(([line, code]) => `${line} ${code}`);
}

describe('test/fixtures/rules', () => {
  it.each(readdirSync(FOLDER))('%s', (file) => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8');
    expect(text).toContain(`# expect: ${file.replace('.yaml', '')}`);
    expect(found({ path: `specs/${file}`, text })).toEqual(expected(text));
  });
});
