/**
 * Whether a document is right, and nothing more: no messages, no compiling of schemas. Nearly every document is right,
 * and ajv, which says what is wrong with the others, needs longer to start than this needs for 700 tables.
 *
 * Knows the keywords of `json-schema.ts`, and holds keys to their order as well. A property test compares it with ajv.
 */
import { parseInterval } from '../model/interval.ts';
import { MAX_IDENT_BYTES } from '../model/name.ts';
import type { JsonSchema } from './json-schema.ts';
import type { ListNode, MapNode, ScalarNode, SpecNode } from './node.ts';
import { definition, hasType, meets } from './schema-for.ts';

/** A name PostgreSQL can keep whole. */
export function isName(text: string): boolean {
  if (text === '' || text.includes('\0')) return false;
  return text.length <= MAX_IDENT_BYTES / 3 || Buffer.byteLength(text, 'utf8') <= MAX_IDENT_BYTES;
}

export function isInterval(text: string): boolean {
  return parseInterval(text) !== null;
}

const PATTERNS = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  let compiled = PATTERNS.get(pattern);
  if (compiled === undefined) {
    compiled = new RegExp(pattern, 'u');
    PATTERNS.set(pattern, compiled);
  }
  return compiled.test(text);
}

function hasFormat(text: string, format: JsonSchema['format']): boolean {
  switch (format) {
    case undefined:
      return true;
    case 'name':
      return isName(text);
    case 'interval':
      return isInterval(text);
  }
}

function acceptsScalar(schema: JsonSchema, { value }: ScalarNode): boolean {
  if (schema.enum !== undefined && !schema.enum.some((one) => one === value)) return false;
  if (typeof value === 'number') {
    return value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value);
  }
  if (typeof value !== 'string') return true;
  const { minLength = 0, pattern, format } = schema;
  if (value.length < minLength || !hasFormat(value, format)) return false;
  return pattern === undefined || matches(pattern, value);
}

/** Lists of which `uniqueItems` is asked hold scalars; any other item is left to ajv. */
function areUnique(items: readonly SpecNode[]): boolean {
  const values = items.map((item) => (item.kind === 'scalar' ? item.value : Number.NaN));
  return !values.some(Number.isNaN) && new Set(values).size === values.length;
}

function acceptsList(schema: JsonSchema, { items }: ListNode): boolean {
  if (items.length < (schema.minItems ?? 0)) return false;
  if (schema.uniqueItems === true && !areUnique(items)) return false;
  const of = schema.items;
  return of === undefined || items.every((item) => accepts(of, item));
}

/** Place of each key among the properties of a schema. */
const PLACES = new WeakMap<JsonSchema, ReadonlyMap<string, number>>();

function placesOf(schema: JsonSchema): ReadonlyMap<string, number> {
  let places = PLACES.get(schema);
  if (places === undefined) {
    places = new Map(Object.keys(schema.properties ?? {}).map((key, at) => [key, at]));
    PLACES.set(schema, places);
  }
  return places;
}

function acceptsMap(schema: JsonSchema, { entries }: MapNode): boolean {
  const { required, properties, additionalProperties, propertyNames, minProperties = 0 } = schema;
  if (entries.length < minProperties || entries.length > (schema.maxProperties ?? entries.length)) return false;
  if (required?.some((key) => !entries.some((entry) => entry.key === key))) return false;
  const places = placesOf(schema);
  let furthest = -1;
  for (const { key, value } of entries) {
    const place = places.get(key);
    const property = place === undefined ? additionalProperties : properties?.[key];
    if (property === false || (place !== undefined && place < furthest)) return false;
    furthest = place ?? furthest;
    if (propertyNames !== undefined && !hasFormat(key, propertyNames.format)) return false;
    if (property !== undefined && !accepts(property, value)) return false;
  }
  return true;
}

function isOfType(type: NonNullable<JsonSchema['type']>, node: SpecNode): boolean {
  return typeof type === 'string' ? hasType(node, type) : type.some((one) => hasType(node, one));
}

/** @returns whether a document meets its schema, with its keys in order. */
export function accepts(schema: JsonSchema, node: SpecNode): boolean {
  if (schema.$ref !== undefined) return accepts(definition(schema.$ref), node);
  if (schema.type !== undefined && !isOfType(schema.type, node)) return false;
  if (schema.allOf?.some((one) => !accepts(one, node))) return false;
  if (schema.if !== undefined) {
    const chosen = meets(node, schema.if) ? schema.then : schema.else;
    if (chosen !== undefined && !accepts(chosen, node)) return false;
  }
  switch (node.kind) {
    case 'scalar':
      return acceptsScalar(schema, node);
    case 'list':
      return schema.enum === undefined && acceptsList(schema, node);
    case 'map':
      return schema.enum === undefined && acceptsMap(schema, node);
  }
}
