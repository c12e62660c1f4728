/** Every spec writes its keys in one order, that of the schema: files then read alike and diffs stay small. */
import type { Source } from '../text/source.ts';
import type { JsonSchema } from './json-schema.ts';
import { keySpan, type MapNode, type SpecNode } from './node.ts';
import type { Problems } from './problem.ts';
import { schemaFor } from './schema-for.ts';

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
