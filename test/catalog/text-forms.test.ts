import { describe, expect, it } from 'vitest';
import { catalogType } from '../../src/catalog/catalog-type.ts';
import { intervalOf } from '../../src/catalog/interval-parts.ts';
import { parsePartitionBound } from '../../src/catalog/partition-bound.ts';
import { arrayText, byFirstCell, cells, parameterRecord, parseArray } from '../../src/catalog/row.ts';
import { ignoreFilter } from '../../src/catalog/scope.ts';
import { triggerWhen } from '../../src/catalog/trigger-when.ts';

describe('arrays', () => {
  it.each([
    ['{}', []],
    ['{a,b}', ['a', 'b']],
    ['{"a b",NULL,"NULL"}', ['a b', null, 'NULL']],
    ['{"","say \\"hi\\"","back\\\\slash","a,b","{}"}', ['', 'say "hi"', 'back\\slash', 'a,b', '{}']],
    ['[0:1]={1,2}', ['1', '2']],
    ['1 2 3', ['1', '2', '3']],
    ['', []],
  ])('reads %s', (text, items) => {
    expect(parseArray(text)).toEqual(items);
  });

  it('writes what it reads', () => {
    const items = ['', 'a', 'a b', '"', '\\', "'", '{},', 'ünï', 'NULL'];
    expect(parseArray(arrayText(items))).toEqual(items);
  });
});

describe('cells', () => {
  it('reads from left to right', () => {
    const cell = cells(['a', null, 't', '12', '{x}', null]);
    expect([cell.text(), cell.textOrNull(), cell.flag(), cell.number(), cell.texts(), cell.texts()]).toEqual([
      'a',
      null,
      true,
      12,
      ['x'],
      [],
    ]);
  });

  it('throws where query and builder do not fit', () => {
    expect(() => cells([null]).text()).toThrow('NULL in cell 1');
    expect(() => cells([]).textOrNull()).toThrow('no cell 1');
  });

  it('groups by the first', () => {
    expect([
      ...byFirstCell([
        ['1', 'a'],
        ['2', 'b'],
        ['1', 'c'],
      ]),
    ]).toEqual([
      [
        '1',
        [
          ['1', 'a'],
          ['1', 'c'],
        ],
      ],
      ['2', [['2', 'b']]],
    ]);
  });

  it('reads storage parameters', () => {
    expect(parameterRecord(['fillfactor=70', 'note=a=b', 'flag'], 'toast.')).toEqual({
      'toast.fillfactor': '70',
      'toast.note': 'a=b',
      'toast.flag': 'true',
    });
  });
});

describe('types', () => {
  it.each([
    ['integer', { schema: null, name: 'integer', args: [], dimensions: 0 }],
    ['numeric(12,2)[]', { schema: null, name: 'numeric', args: ['12', '2'], dimensions: 1 }],
    ['timestamp(3) with time zone', { schema: null, name: 'timestamp with time zone', args: ['3'], dimensions: 0 }],
    ['"char"', { schema: null, name: '"char"', args: [], dimensions: 0 }],
    ['public.citext', { schema: 'public', name: 'citext', args: [], dimensions: 0 }],
    ['public.geography(Point,4326)', { schema: 'public', name: 'geography', args: ['Point', '4326'], dimensions: 0 }],
    ['public.text[]', { schema: 'public', name: 'text', args: [], dimensions: 1 }],
    ['"My ""Schema""".ünï', { schema: 'My "Schema"', name: 'ünï', args: [], dimensions: 0 }],
    ['public."weird (x)[]"[]', { schema: 'public', name: 'weird (x)[]', args: [], dimensions: 1 }],
    ['public."a.b"(7)', { schema: 'public', name: 'a.b', args: ['7'], dimensions: 0 }],
  ])('reads %s', (text, type) => {
    expect(catalogType(text)).toEqual(type);
  });
});

describe('partition bounds', () => {
  it.each([
    ['DEFAULT', { kind: 'default' }],
    ['FOR VALUES WITH (modulus 16, remainder 3)', { kind: 'hash', modulus: 16, remainder: 3 }],
    ["FOR VALUES IN ('de', 'it''s, (x)', NULL)", { kind: 'list', values: ["'de'", "'it''s, (x)'", 'NULL'] }],
    ["FOR VALUES IN (E'a\\\\'')b')", { kind: 'list', values: ["E'a\\\\'')b'"] }],
    [
      "FOR VALUES FROM (MINVALUE, 1) TO ('2026-01-01 00:00:00+00', MAXVALUE)",
      { kind: 'range', from: ['MINVALUE', '1'], to: ["'2026-01-01 00:00:00+00'", 'MAXVALUE'] },
    ],
  ])('reads %s', (text, bound) => {
    expect(parsePartitionBound(text)).toEqual(bound);
  });
});

describe('WHEN of triggers', () => {
  it.each([
    ['CREATE TRIGGER t BEFORE UPDATE ON public.x FOR EACH ROW EXECUTE FUNCTION f()', null],
    ['CREATE TRIGGER t BEFORE UPDATE ON public.x FOR EACH ROW WHEN ((old.a > 1)) EXECUTE FUNCTION f()', '(old.a > 1)'],
    [
      'CREATE TRIGGER " WHEN (" BEFORE UPDATE ON public.x FOR EACH ROW WHEN ((old.")" <> \')\'::text)) EXECUTE FUNCTION f(\' WHEN (1)\')',
      '(old.")" <> \')\'::text)',
    ],
    ["CREATE TRIGGER t BEFORE UPDATE ON public.x FOR EACH ROW EXECUTE FUNCTION f(' WHEN (a)')", null],
  ])('finds it in %s', (definition, when) => {
    expect(triggerWhen(definition)).toBe(when);
  });
});

describe('intervals', () => {
  it.each([
    [null, null, null, null],
    ['84', '0', '0', { count: 84, unit: 'month' }],
    ['0', '7', '0', { count: 7, unit: 'day' }],
    ['0', '0', '120', { count: 2, unit: 'hour' }],
    ['0', '0', '90', { count: 90, unit: 'minute' }],
    ['1', '1', '0', 'unknown'],
    ['0', '1', null, 'unknown'],
    ['0', '0', '0', 'unknown'],
    ['-1', '0', '0', 'unknown'],
  ])('of %s months, %s days, %s minutes', (months, days, minutes, interval) => {
    expect(intervalOf(months, days, minutes)).toEqual(interval);
  });
});

describe('ignore patterns', () => {
  const isIgnored = ignoreFilter(['legacy_*', 'audit.*', '*.exact', 'a+b']);
  it.each([
    ['public', 'legacy_users', true],
    ['other', 'legacy_', true],
    ['public', 'my_legacy_users', false],
    ['audit', 'log', true],
    ['public', 'exact', true],
    ['public', 'a+b', true],
    ['public', 'aab', false],
    ['boyfanz', 'apply_ledger', true],
    ['public', 'apply_ledger', false],
  ])('%s.%s', (schema, name, ignored) => {
    expect(isIgnored({ schema, name })).toBe(ignored);
  });
});
