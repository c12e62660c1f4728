import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/check/list.ts';
import { contextOf } from './build.ts';
import { accessCases } from './cases/access.ts';
import { nameCases } from './cases/names.ts';
import { referenceCases } from './cases/references.ts';
import type { CasesByRule } from './cases/rule-cases.ts';
import { scaleCases } from './cases/scale.ts';
import { tableCases } from './cases/tables.ts';
import { valueCases } from './cases/values.ts';
import { wholeSchemaCases } from './cases/whole-schema.ts';

const CASES: CasesByRule = {
  ...accessCases,
  ...referenceCases,
  ...nameCases,
  ...tableCases,
  ...scaleCases,
  ...valueCases,
  ...wholeSchemaCases,
};

describe.each(RULES.map((rule) => ({ code: rule.code, rule })))('$code', ({ code, rule }) => {
  const { fails = {}, passes = {} } = CASES[code] ?? {};

  it('has a failing and a passing case', () => {
    expect(Object.keys(fails)).not.toEqual([]);
    expect(Object.keys(passes)).not.toEqual([]);
  });

  it.each(Object.entries(fails))('finds: %s', (_, situation) => {
    const found = rule.check(contextOf(situation));
    expect(found.map((one) => one.message)).toEqual(situation.says);
    for (const one of found) expect(one.help).toMatch(/^[a-z`].*[.?]$/s);
  });

  it.each(Object.entries(passes))('leaves alone: %s', (_, situation) => {
    expect(rule.check(contextOf(situation)).map((one) => one.message)).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('has every code once, and cases for no other', () => {
    const codes = RULES.map((rule) => rule.code);
    expect([...new Set(codes)]).toEqual(codes);
    expect(Object.keys(CASES).sort()).toEqual([...codes].sort());
  });

  it('says for every rule what goes wrong and what to write, each in a sentence', () => {
    for (const rule of RULES) {
      expect(rule.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.problem).toMatch(/^[A-Za-z].*\.$/);
      expect(rule.instead).toMatch(/^[A-Z].*\.$/);
    }
  });
});
