import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, isInterval, isName } from '../../src/spec/accepts.ts';
import { checkKeyOrder } from '../../src/spec/key-order.ts';
import { toValue } from '../../src/spec/node.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { collectProblems } from '../../src/spec/problem.ts';
import { DEFINITIONS, DOCUMENT_KINDS, SPEC_SCHEMA } from '../../src/spec/schema.ts';
import { FIXTURES } from './fixture-tree.ts';

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
ajv.addFormat('name', isName);
ajv.addFormat('interval', isInterval);
ajv.addSchema(SPEC_SCHEMA, 'spec');

const SAMPLES = ['every-key/table.yaml', 'every-key/other.yaml'].map((file) =>
  readFileSync(path.join(FIXTURES, file), 'utf8'),
);

const VALUES = ['x', 'true', '1', '0', '-1', '1.5', '[]', '{}', '[a]', '[a, a]', '{ a: b }', 'asc', "''", '7 days', 'y'.repeat(64)];

/** Replaces or renames the text after some colon, so that most results are still YAML. */
const changed = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.nat(), fc.constantFrom('value', 'key', 'line'), fc.constantFrom(...VALUES))
  .map(([text, at, what, value]) => {
    const lines = text.split('\n');
    const index = at % lines.length;
    const line = lines[index] ?? '';
    if (what === 'line') lines.splice(index, 1);
    else if (what === 'key') lines[index] = line.replace(/\w+:/, 'other:');
    else lines[index] = line.replace(/([\w ]+: )[^,}]+/, `$1${value}`);
    return lines.join('\n');
  });

function expectSameVerdict(text: string): void {
  const source = { path: 'x.yaml', text };
  for (const document of parseSpec(source, collectProblems())) {
    const { root, sound } = document;
    const kind = DOCUMENT_KINDS.find((one) => root.kind === 'map' && one === root.entries[0]?.key);
    const schema = kind === undefined ? undefined : DEFINITIONS[kind];
    if (!sound || schema === undefined) continue;
    const order = collectProblems();
    checkKeyOrder(source, root, schema, order);
    const right = ajv.validate(`spec#/definitions/${kind}`, toValue(root)) && order.all().length === 0;
    expect(accepts(schema, root), text).toBe(right);
  }
}

describe('accepts', () => {
  it.each(SAMPLES)('accepts what ajv accepts', (text) => {
    const documents = parseSpec({ path: 'x.yaml', text }, collectProblems());
    const verdicts = documents.map(({ root }) => {
      const kind = root.kind === 'map' ? (root.entries[0]?.key ?? '') : '';
      const schema = DEFINITIONS[kind];
      return schema !== undefined && accepts(schema, root);
    });
    expect(verdicts).toEqual(documents.map(() => true));
    expectSameVerdict(text);
  });

  it('agrees with ajv and the order of keys on changed documents', () => {
    fc.assert(fc.property(changed, expectSameVerdict), { numRuns: 1500 });
  });
});
