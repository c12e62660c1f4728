/** Every spec writes its keys in one order, that of the schema: files then read alike and diffs stay small. */
import type { Source } from '../text/source.ts';
import type { JsonSchema } from './json-schema.ts';
import { keySpan, type MapNode, type SpecNode } from './node.ts';
import type { Problems } from './problem.ts';
import { DEFINITIONS } from './schema.ts';

function hasType(node: SpecNode, type: string): boolean {
  if (node.kind === 'map') return type === 'object';
  if (node.kind === 'list') return type === 'array';
  return type === 'integer' ? typeof node.value === 'number' : typeof node.value === type;
}

/** Whether a node meets the condition of an `if`. Knows the keywords that `schema*.ts` use there. */
function meets(node: SpecNode, condition: JsonSchema): boolean {
  const { type, required, minProperties, anyOf } = condition;
  if (typeof type === 'string' && !hasType(node, type)) return false;
  const keys = node.kind === 'map' ? node.entries.map((entry) => entry.key) : [];
  if (required?.some((key) => !keys.includes(key))) return false;
  if (minProperties !== undefined && keys.length < minProperties) return false;
  return anyOf?.some((one) => meets(node, one)) ?? true;
}

/** The schema that speaks about a node, behind references and conditions. */
function schemaFor(schema: JsonSchema, node: SpecNode): JsonSchema | undefined {
  if (schema.$ref !== undefined) {
    const target = DEFINITIONS[schema.$ref.slice('#/definitions/'.length)];
    return target && schemaFor(target, node);
  }
  if (schema.if !== undefined) {
    const chosen = meets(node, schema.if) ? schema.then : schema.else;
    return chosen && schemaFor(chosen, node);
  }
  const [behind] = schema.allOf ?? [];
  return behind === undefined ? schema : schemaFor(behind, node);
}

function checkMap(source: Source, map: MapNode, keys: readonly string[], problems: Problems): void {
  let furthest = -1;
  let furthestKey = '';
  for (const entry of map.entries) {
    const place = keys.indexOf(entry.key);
    if (place === -1) continue;
    if (place < furthest) {
      const before = map.entries.find((other) => keys.indexOf(other.key) > place);
      problems.report(
        'key-order',
        keySpan(source, entry),
        `\`${entry.key}\` belongs before \`${before?.key ?? furthestKey}\`.`,
        { help: `the order is ${keys.filter((key) => map.entries.some((one) => one.key === key)).join(', ')}.` },
      );
      return;
    }
    furthest = place;
    furthestKey = entry.key;
  }
}

/** Reports the first key out of order in every mapping whose keys are fixed. */
export function checkKeyOrder(source: Source, node: SpecNode, schema: JsonSchema, problems: Problems): void {
  if (node.kind === 'scalar') return;
  const own = schemaFor(schema, node);
  if (own === undefined) return;
  if (node.kind === 'list') {
    const { items } = own;
    if (items !== undefined) for (const item of node.items) checkKeyOrder(source, item, items, problems);
    return;
  }
  const { properties, additionalProperties } = own;
  if (properties !== undefined) checkMap(source, node, Object.keys(properties), problems);
  for (const entry of node.entries) {
    const inner = properties?.[entry.key] ?? additionalProperties;
    if (inner) checkKeyOrder(source, entry.value, inner, problems);
  }
}
