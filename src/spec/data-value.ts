/** The value of a cell -> a constant of the column's type, with every mistake placed. */
import type { DataConstant } from '../model/data.ts';
import { objectKey } from '../model/keys.ts';
import type { ObjectKey, SchemaObject } from '../model/model.ts';
import { type DataType, displayType } from '../model/type.ts';
import { didYouMean, listOf } from '../text/suggest.ts';
import type { SpecCode } from './codes.ts';
import { isComplaint, readScalar } from './data-types.ts';
import { type SpecNode, toValue } from './node.ts';

export type Objects = ReadonlyMap<ObjectKey, SchemaObject>;

export interface ValueContext {
  readonly objects: Objects;
  /** `one_of` of the column. */
  readonly oneOf: readonly string[] | null;
  readonly complain: (code: SpecCode, node: SpecNode, message: string, help: string | null) => void;
}

/** The type behind domains, of a column or of the elements of an array. */
export function underlyingType(type: DataType, objects: Objects): DataType {
  if (type.schema === null) return type;
  const domain = objects.get(objectKey('domain', { schema: type.schema, name: type.name }));
  if (domain?.kind !== 'domain') return type;
  const inner = underlyingType(domain.type, objects);
  return type.dimensions === 1 ? { ...inner, dimensions: 1 } : inner;
}

function isJson(type: DataType): boolean {
  return type.schema === null && (type.name === 'jsonb' || type.name === 'json') && type.dimensions === 0;
}

function describe(node: SpecNode): string {
  return node.kind === 'map' ? 'a mapping' : 'a list';
}

function enumLabels(type: DataType, objects: Objects): readonly string[] | null {
  if (type.schema === null) return null;
  const found = objects.get(objectKey('enum', { schema: type.schema, name: type.name }));
  return found?.kind === 'enum' ? found.values.map(({ label }) => label) : null;
}

function readElement(type: DataType, node: SpecNode, context: ValueContext): DataConstant | null {
  const { complain } = context;
  if (node.kind !== 'scalar') {
    const help =
      node.kind === 'map' ? '`{ sql: … }` and `{ find: table, … }` are the only mappings here.' : 'write one value.';
    complain('wrong-type', node, `This cannot be ${describe(node)}: the column is \`${displayType(type)}\`.`, help);
    return null;
  }
  if (node.value === null) {
    complain(
      'null-value',
      node,
      'An element of an array must not be null here.',
      'leave it out, or write `{ sql: … }`.',
    );
    return null;
  }
  const read = readScalar(node.value, underlyingType(type, context.objects));
  if (isComplaint(read)) {
    complain(read.code, node, read.message, read.help);
    return null;
  }
  const allowed = enumLabels(type, context.objects) ?? context.oneOf;
  if (allowed !== null && !allowed.includes(read.text)) {
    const help = didYouMean(read.text, allowed) ?? 'correct it, or add the value to the column.';
    complain('unknown-value', node, `\`${read.text}\` is not one of ${listOf(allowed)}.`, help);
    return null;
  }
  return { kind: 'constant', ...read };
}

/** The text form of an array; every element quoted, which all types take. */
function readArray(type: DataType, node: SpecNode, context: ValueContext): DataConstant | null {
  if (node.kind !== 'list') {
    context.complain(
      'wrong-type',
      node,
      `This must be a list: the column is \`${displayType(type)}\`.`,
      'write [a, b], or [] for none.',
    );
    return null;
  }
  const elements = node.items.map((item) => readElement({ ...type, dimensions: 0 }, item, context));
  const known = elements.filter((element) => element !== null);
  if (known.length < elements.length) return null;
  const texts = known.map(({ text }) => (isSimple(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`));
  return { kind: 'constant', text: `{${texts.join(',')}}`, bare: false };
}

/** An element that needs no quotes within an array's text. */
function isSimple(text: string): boolean {
  return /^[\w.:+-]+$/.test(text) && !/^null$/i.test(text);
}

/**
 * Reads a value that is neither null nor SQL nor a find.
 *
 * @returns `null`, with a complaint, when it is no value of the type
 */
export function readConstant(type: DataType, node: SpecNode, context: ValueContext): DataConstant | null {
  const base = underlyingType(type, context.objects);
  if (isJson(base)) return { kind: 'constant', text: JSON.stringify(toValue(node)), bare: false };
  return base.dimensions === 1 ? readArray(base, node, context) : readElement(type, node, context);
}
