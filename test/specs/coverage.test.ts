import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSpecTree } from '../../src/files/read-specs.ts';
import { keyOf, modelOf, tablesOf } from '../../src/model/keys.ts';
import { compileSpecs } from '../../src/spec/compile.ts';
import type { Compiled } from '../../src/spec/tree.ts';
import { TARGETS } from '../../src/target/list.ts';
import { readCoverage } from '../generated/coverage-file.ts';
import { coverageProblems } from './coverage-problems.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TEXT = readFileSync(`${ROOT}specs/coverage.yaml`, 'utf8').replaceAll('\r\n', '\n');
const BRIEF = readFileSync(`${ROOT}test/fixtures/coverage-promises.txt`, 'utf8').replaceAll('\r\n', '\n');

const compiled = compileSpecs(await readSpecTree(`${ROOT}specs`, ROOT), TARGETS.timescale);

/** The file with one place changed, which must be there. */
function changed(from: string | RegExp, to: string): string {
  const text = TEXT.replace(from, to);
  expect(text).not.toBe(TEXT);
  return text;
}

function without(dropped: (section: string) => boolean): Compiled {
  const isDropped = (key: string): boolean => dropped(compiled.info.get(key)?.section ?? '');
  return { ...compiled, model: modelOf(tablesOf(compiled.model).filter((table) => !isDropped(keyOf(table)))) };
}

function problems(text: string, brief = BRIEF, from = compiled): readonly string[] {
  return coverageProblems(readCoverage(text), brief, from);
}

describe('specs/coverage.yaml', () => {
  it('keeps every promise of the brief by something that exists, and accounts for every table', () => {
    expect(problems(TEXT)).toEqual([]);
  });

  it('lists all that the brief promises for the ten sections', () => {
    const inSections = BRIEF.split('\n').slice(
      0,
      BRIEF.split('\n').indexOf('# Key Features: Performance Optimizations'),
    );
    expect(inSections.filter((line) => line !== '' && !line.startsWith('# '))).toHaveLength(149);
  });
});

describe('is found out when', () => {
  it('a promise is dropped or made up', () => {
    expect(problems(changed('      Funnel analysis: ', '      Funnels: '))).toEqual([
      'nothing keeps "06-analytics-metrics features: Funnel analysis"',
      'nobody promised "06-analytics-metrics features: Funnels"',
    ]);
  });

  it('a table or rule does not exist', () => {
    expect(problems(changed('[polls, poll_options,', '[polls, poll_choices, poll_options,'))).toEqual([
      '`polls` - Interactive polling system: no table poll_choices',
    ]);
    expect(problems(changed('[foreign-key-without-index]', '[foreign-key-with-index]'))).toEqual([
      'Strategic indexes on all foreign keys: no rule foreign-key-with-index',
    ]);
  });

  it('a table that the brief names is not the one that keeps the promise', () => {
    expect(problems(changed('[polls, poll_options,', '[poll_options,'))).toContain(
      '`polls` - Interactive polling system: not by polls',
    );
  });

  it('a table is not mentioned', () => {
    expect(problems(changed('[funnel_definitions, funnel_results, ', '[funnel_definitions, '))).toEqual([
      '06-analytics-metrics: funnel_results is not mentioned',
    ]);
  });

  it('a promise has nothing that keeps it, or a key that means nothing', () => {
    expect(() => problems(changed(/ {6}Social login integration: .*/, '      Social login integration: []'))).toThrow(
      'must NOT have fewer than 1 items',
    );
    expect(() => problems(changed(/ {6}Social login integration: .*/, '      Social login integration: {}'))).toThrow(
      'must NOT have fewer than 1 properties',
    );
    expect(() => problems(changed('      planned: ', '      promised: '))).toThrow('additional properties');
    expect(() => problems(changed('    features:', '    benefits:'))).toThrow('additional properties');
    expect(() => problems(changed(/( {6}Social login integration: .*\n)/, '$1$1'))).toThrow('unique');
  });

  it('a section is too small', () => {
    const found = problems(
      TEXT,
      BRIEF,
      without((section) => section.startsWith('10-')),
    );
    expect(found).toContain('10-advanced-features has fewer than 50 tables');
    expect(found).toContain('there are 609 tables');
  });
});
