/** Which part of the JSON Schema speaks about a node. */
import type { JsonSchema } from './json-schema.ts';
import type { SpecNode } from './node.ts';
import { DEFINITIONS } from './schema.ts';

export function hasType(node: SpecNode, type: string): boolean {
  if (node.kind === 'map') return type === 'object';
  if (node.kind === 'list') return type === 'array';
  if (type === 'integer') return Number.isInteger(node.value);
  return node.value !== null && typeof node.value === type;
}

/** Whether a node meets the condition of an `if`. Knows the keywords that `schema*.ts` use there. */
export function meets(node: SpecNode, condition: JsonSchema): boolean {
  const { type, required, minProperties, anyOf } = condition;
  if (typeof type === 'string' && !hasType(node, type)) return false;
  const entries = node.kind === 'map' ? node.entries : [];
  if (required?.some((key) => !entries.some((entry) => entry.key === key))) return false;
  if (minProperties !== undefined && entries.length < minProperties) return false;
  return anyOf?.some((one) => meets(node, one)) ?? true;
}

/** The schema that speaks about a node, behind references and conditions. */
export function schemaFor(schema: JsonSchema, node: SpecNode): JsonSchema | undefined {
  if (schema.$ref !== undefined) {
    return schemaFor(definition(schema.$ref), node);
  }
  if (schema.if !== undefined) {
    const chosen = meets(node, schema.if) ? schema.then : schema.else;
    return chosen && schemaFor(chosen, node);
  }
  const [behind] = schema.allOf ?? [];
  return behind === undefined ? schema : schemaFor(behind, node);
}

const BY_REF: ReadonlyMap<string, JsonSchema> = new Map(
  Object.entries(DEFINITIONS).map(([name, schema]) => [`#/definitions/${name}`, schema]),
);

/** The definition that a `$ref` names. */
export function definition(ref: string): JsonSchema {
  const found = BY_REF.get(ref);
  if (found === undefined) throw new Error(`The schema has no ${ref}`);
  return found;
}
