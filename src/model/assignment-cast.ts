/**
 * Which changes of type PostgreSQL makes by itself: ALTER COLUMN TYPE without USING goes by casts that work in an
 * assignment, and those from and to text.
 */
import { objectKey } from './keys.ts';
import type { Model } from './model.ts';
import { type DataType, isBuiltIn } from './type.ts';

const STRINGS: ReadonlySet<string> = new Set(['text', 'character varying', 'character', 'name', '"char"']);

/** pg_cast of PostgreSQL 14 to 18 where castcontext is `a` or `i`, without strings and the types of catalogs. */
const ASSIGNMENT: ReadonlyMap<string, readonly string[]> = new Map([
  ['smallint', ['integer', 'bigint', 'numeric', 'real', 'double precision', 'oid']],
  ['integer', ['smallint', 'bigint', 'numeric', 'real', 'double precision', 'money', 'oid']],
  ['bigint', ['smallint', 'integer', 'numeric', 'real', 'double precision', 'money', 'oid']],
  ['numeric', ['smallint', 'integer', 'bigint', 'real', 'double precision', 'money']],
  ['real', ['smallint', 'integer', 'bigint', 'numeric', 'double precision']],
  ['double precision', ['smallint', 'integer', 'bigint', 'numeric', 'real']],
  ['money', ['numeric']],
  ['oid', ['integer', 'bigint']],
  ['bit', ['bit varying']],
  ['bit varying', ['bit']],
  ['json', ['jsonb']],
  ['jsonb', ['json']],
  ['inet', ['cidr']],
  ['cidr', ['inet']],
  ['macaddr', ['macaddr8']],
  ['macaddr8', ['macaddr']],
  ['date', ['timestamp with time zone', 'timestamp without time zone']],
  ['interval', ['time without time zone']],
  ['time with time zone', ['time without time zone']],
  ['time without time zone', ['interval', 'time with time zone']],
  [
    'timestamp with time zone',
    ['date', 'time with time zone', 'time without time zone', 'timestamp without time zone'],
  ],
  ['timestamp without time zone', ['date', 'time without time zone', 'timestamp with time zone']],
  ['box', ['polygon']],
  ['polygon', ['path']],
  ['path', ['polygon']],
  ['point', ['box']],
]);

/** Types of pgvector, and the arrays that become them. */
const VECTORS: ReadonlySet<string> = new Set(['vector', 'halfvec', 'sparsevec']);
const VECTOR_ELEMENTS: ReadonlySet<string> = new Set(['real', 'double precision', 'integer', 'numeric']);

function isVector(type: DataType): boolean {
  return type.schema !== null && type.dimensions === 0 && VECTORS.has(type.name);
}

function castsAsVector(source: DataType, target: DataType): boolean {
  if (isVector(target)) return isBuiltIn(source) && VECTOR_ELEMENTS.has(source.name);
  return isVector(source) && source.name !== 'sparsevec' && isBuiltIn(target) && target.name === 'real';
}

/** The type below a domain. */
function baseType(type: DataType, model: Model): DataType {
  if (type.schema === null || type.dimensions === 1) return type;
  const domain = model.objects.get(objectKey('domain', { schema: type.schema, name: type.name }));
  return domain?.kind === 'domain' ? baseType(domain.type, model) : type;
}

function isEnum(type: DataType, model: Model): boolean {
  return type.schema !== null && model.objects.has(objectKey('enum', { schema: type.schema, name: type.name }));
}

function isString(type: DataType): boolean {
  return type.dimensions === 0 && (STRINGS.has(type.name) ? type.schema === null : type.name === 'citext');
}

/** @param before the Model that `from` is in. Types of extensions that are not known here count as casting. */
export function castsByAssignment(from: DataType, before: Model, to: DataType, after: Model): boolean {
  const [source, target] = [baseType(from, before), baseType(to, after)];
  if (source.schema === target.schema && source.name === target.name && source.dimensions === target.dimensions) {
    return true;
  }
  if (isString(target)) return true;
  if (isString(source)) return false;
  if (source.dimensions !== target.dimensions) return castsAsVector(source, target);
  if (source.dimensions === 1) {
    return castsByAssignment({ ...source, dimensions: 0 }, before, { ...target, dimensions: 0 }, after);
  }
  if (isBuiltIn(source) && isBuiltIn(target)) return ASSIGNMENT.get(source.name)?.includes(target.name) === true;
  return !isEnum(source, before) && !isEnum(target, after);
}
