/** Casts, as far as checks use them. */
import { parseType } from '../model/type.ts';
import { DAY, parseInterval, parseTime } from './calendar.ts';
import { Unsupported } from './expression.ts';
import { type ScalarKind, type Value, type ValueType, valueText } from './value.ts';

const NAMED: Readonly<Record<string, ScalarKind>> = {
  integer: 'integer',
  smallint: 'integer',
  bigint: 'integer',
  numeric: 'number',
  real: 'number',
  'double precision': 'number',
  text: 'text',
  'character varying': 'text',
  boolean: 'boolean',
  bytea: 'bytea',
  uuid: 'uuid',
  json: 'json',
  jsonb: 'json',
  date: 'date',
  interval: 'interval',
  citext: 'citext',
  'timestamp with time zone': 'timestamp',
  'timestamp without time zone': 'timestamp',
};

/** The type of a cast. Domains and enums are not told apart here: they keep what they are made of. */
export function typeNamed(name: string, isArray: boolean, from: ValueType): ValueType {
  const kind = NAMED[parseType(name)?.name ?? name];
  if (kind === undefined) {
    if (from.kind === 'unknown') throw new Unsupported(`type ${name}`);
    return from;
  }
  return isArray ? { kind: 'array', of: { kind } } : { kind };
}

/** Elements of an array literal without nested arrays: `{a,"b c",NULL}`. */
export function parseArray(text: string): readonly (string | null)[] {
  const body = text.slice(1, -1);
  if (body === '') return [];
  return Array.from(body.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g), ([, quoted, bare]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1');
    return bare === undefined || bare.toUpperCase() === 'NULL' ? null : bare;
  });
}

/** What a literal between quotes is as a value of this type. */
export function convertConstant(value: Value, type: ValueType): Value {
  if (typeof value !== 'string') return value;
  switch (type.kind) {
    case 'integer':
    case 'number':
      return Number(value);
    case 'boolean':
      return /^(t|true|on|yes|1)$/i.test(value);
    case 'timestamp':
    case 'date':
      return parseTime(value) ?? (value === 'infinity' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
    case 'interval':
    case 'time':
      return parseInterval(value);
    case 'array':
      return parseArray(value).map((item) => convertConstant(item, type.of));
    case 'range':
      throw new Unsupported('a literal range');
    default:
      return value;
  }
}

export function convertValue(value: Value, from: ValueType, to: ValueType): Value {
  if (value === null || from.kind === to.kind) return value;
  if (to.kind === 'text' || to.kind === 'citext') return valueText(value, from);
  if (to.kind === 'date' && typeof value === 'number') return Math.floor(value / DAY) * DAY;
  if (to.kind === 'integer' && typeof value === 'boolean') return Number(value);
  if (to.kind === 'integer' && typeof value === 'number') return Math.round(value);
  if (typeof value === 'string') return convertConstant(value, to);
  return value;
}
