/** Values of rows while they are made: what a check compares, and how the server reads and writes it. */
import { objectKey } from '../model/keys.ts';
import type { Model } from '../model/model.ts';
import type { DataType } from '../model/type.ts';
import { dateText, parseInterval, parseTime, timestampText, timeText } from './calendar.ts';

/** Times and dates are milliseconds since 1970, intervals and times of day milliseconds; all else that is no number is text. */
export type Value = null | boolean | number | string | RangeValue | readonly Value[];

export interface RangeValue {
  readonly empty: boolean;
  /** `null`: unbounded. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lowerInclusive: boolean;
  readonly upperInclusive: boolean;
}

export type ScalarKind =
  | 'boolean'
  | 'integer'
  | 'number'
  | 'text'
  | 'citext'
  | 'uuid'
  | 'bytea'
  | 'json'
  | 'timestamp'
  | 'date'
  | 'time'
  | 'interval'
  | 'network'
  /** A literal whose type its surroundings decide. */
  | 'unknown'
  | 'other';

export type ValueType =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'range'; readonly of: 'integer' | 'number' | 'date' | 'timestamp' }
  | { readonly kind: 'array'; readonly of: ValueType };

const KINDS: Readonly<Record<string, ScalarKind>> = {
  boolean: 'boolean',
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  text: 'text',
  'character varying': 'text',
  character: 'text',
  name: 'text',
  ltree: 'text',
  citext: 'citext',
  uuid: 'uuid',
  bytea: 'bytea',
  json: 'json',
  jsonb: 'json',
  'timestamp with time zone': 'timestamp',
  'timestamp without time zone': 'timestamp',
  date: 'date',
  'time without time zone': 'time',
  interval: 'interval',
  inet: 'network',
  cidr: 'network',
};

const RANGES: Readonly<Record<string, Extract<ValueType, { kind: 'range' }>['of']>> = {
  int4range: 'integer',
  int8range: 'integer',
  numrange: 'number',
  daterange: 'date',
  tstzrange: 'timestamp',
  tsrange: 'timestamp',
};

/** The type that stands below domains and enums. */
export function baseType(type: DataType, model: Model): DataType {
  if (type.schema === null) return type;
  const domain = model.objects.get(objectKey('domain', { schema: type.schema, name: type.name }));
  if (domain?.kind !== 'domain') return type;
  const below = baseType(domain.type, model);
  return type.dimensions === 1 ? { ...below, dimensions: 1 } : below;
}

export function valueTypeOf(type: DataType, model: Model): ValueType {
  const base = baseType(type, model);
  if (base.dimensions === 1) return { kind: 'array', of: valueTypeOf({ ...type, dimensions: 0 }, model) };
  const range = RANGES[base.name];
  if (range !== undefined) return { kind: 'range', of: range };
  const isEnum = base.schema !== null && model.objects.has(objectKey('enum', { schema: base.schema, name: base.name }));
  return { kind: isEnum ? 'text' : (KINDS[base.name] ?? 'other') };
}

export function isRange(value: Value): value is RangeValue {
  return typeof value === 'object' && value !== null && 'lowerInclusive' in value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function numberText(value: number): string {
  // Beyond 2^53 a number prints with an exponent from 1e21 on only; whole ones have all their digits through BigInt.
  return Number.isInteger(value) && Math.abs(value) > 1e15 ? BigInt(value).toString() : String(value);
}

function rangeText(range: RangeValue, of: ScalarKind): string {
  if (range.empty) return 'empty';
  const bound = (value: number | null) => (value === null ? '' : quoted(valueText(value, { kind: of })));
  return `${range.lowerInclusive ? '[' : '('}${bound(range.lower)},${bound(range.upper)}${range.upperInclusive ? ']' : ')'}`;
}

/** An array literal: also the form in which a column's values of many rows travel. */
export function arrayText(values: readonly Value[], of: ValueType): string {
  const bare = of.kind === 'boolean' || of.kind === 'integer' || of.kind === 'number' || of.kind === 'uuid';
  const items = values.map((value) => {
    if (value === null) return 'NULL';
    const text = valueText(value, of);
    return bare ? text : quoted(text);
  });
  return `{${items.join(',')}}`;
}

/** What the server reads as this value. */
export function valueText(value: Exclude<Value, null>, type: ValueType): string {
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (isRange(value)) return rangeText(value, type.kind === 'range' ? type.of : 'other');
  if (isList(value)) return arrayText(value, type.kind === 'array' ? type.of : { kind: 'other' });
  if (typeof value === 'string') return value;
  switch (type.kind) {
    case 'timestamp':
      return timestampText(value);
    case 'date':
      return dateText(value);
    case 'time':
      return timeText(value);
    case 'interval':
      return `${value / 1000} seconds`;
    default:
      return numberText(value);
  }
}

/** Reads what the server wrote. Ranges and arrays stay text: nothing refers to them by parts. */
export function parseValue(text: string, type: ValueType): Value {
  switch (type.kind) {
    case 'boolean':
      return text === 't' || text === 'true';
    case 'integer':
    case 'number':
      return Number(text);
    case 'timestamp':
    case 'date':
      return parseTime(text) ?? text;
    case 'time':
    case 'interval':
      return parseInterval(text) ?? text;
    default:
      return text;
  }
}
