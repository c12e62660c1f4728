import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/spec/json-schema.ts';
import { DEFINITIONS, SPEC_SCHEMA, specSchemaJson } from '../../src/spec/schema.ts';

const RAW = ['raw.ts', 'raw-data.ts']
  .map((file) => readFileSync(new URL(`../../src/spec/${file}`, import.meta.url), 'utf8'))
  .join('\n');

/** Keys of an interface, in order. */
function keysOf(name: string): string[] {
  const body = new RegExp(`export interface ${name} \\{\\n(.*?)\\n\\}`, 's').exec(RAW)?.[1] ?? '';
  return [...body.matchAll(/^ {2}(\w+)\??:/gm)].map((match) => match[1] ?? '');
}

function subschemas(schema: JsonSchema): JsonSchema[] {
  const {
    items,
    additionalProperties,
    propertyNames,
    anyOf = [],
    allOf = [],
    if: condition,
    then,
    else: other,
  } = schema;
  const inner = [items, additionalProperties, propertyNames, condition, then, other, ...anyOf, ...allOf];
  const named = [...Object.values(schema.properties ?? {}), ...Object.values(schema.definitions ?? {})];
  const all = [...inner, ...named].filter((one): one is JsonSchema => typeof one === 'object');
  return [schema, ...all.flatMap(subschemas)];
}

describe('the JSON Schema', () => {
  it('is the committed file', () => {
    const committed = readFileSync(new URL('../../specs/spec.schema.json', import.meta.url), 'utf8');
    expect(committed).toBe(specSchemaJson());
  });

  it.each([
    ['table', 'RawTable'],
    ['enum', 'RawEnum'],
    ['domain', 'RawDomain'],
    ['sequence', 'RawSequence'],
    ['view', 'RawView'],
    ['function', 'RawFunction'],
    ['extension', 'RawExtension'],
    ['data', 'RawData'],
    ['schema', 'RawSchema'],
    ['index', 'RawIndex'],
    ['key', 'RawKey'],
    ['foreignKey', 'RawForeignKey'],
    ['trigger', 'RawTrigger'],
    ['partition', 'RawPartition'],
    ['hypertable', 'RawHypertable'],
    ['access', 'RawAccess'],
    ['policy', 'RawPolicy'],
    ['grant', 'RawGrant'],
    ['exclusion', 'RawExclusion'],
    ['reference', 'RawReference'],
    ['project', 'RawProject'],
  ])('has the keys of %s in the order of %s', (definition, raw) => {
    expect(Object.keys(DEFINITIONS[definition]?.properties ?? {})).toEqual(keysOf(raw));
  });

  it('has the keys of a column in the order of RawColumn', () => {
    expect(Object.keys(DEFINITIONS.column?.else?.properties ?? {})).toEqual(keysOf('RawColumn'));
  });

  it('describes every property', () => {
    const silent = subschemas(SPEC_SCHEMA).flatMap((schema) =>
      Object.entries(schema.properties ?? {})
        .filter(([, property]) => (property.description ?? '') === '')
        .map(([key]) => `${schema.title}: ${key}`),
    );
    expect(silent).toEqual([]);
  });

  it('closes every object with fixed keys', () => {
    const open = subschemas(SPEC_SCHEMA).filter((schema) => schema.properties && schema.additionalProperties !== false);
    expect(open).toEqual([]);
  });
});
