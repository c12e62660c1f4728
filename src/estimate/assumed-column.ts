/** What is assumed about a column of which only the spec is known. */
import { baseType } from '../check/lookup.ts';
import { objectKey } from '../model/keys.ts';
import type { Column, Model, Table } from '../model/model.ts';
import { type ColumnLimits, columnLimits, NO_LIMITS } from './column-limits.ts';
import type { ColumnFacts } from './facts.ts';
import { typeShape } from './type-shape.ts';
import {
  ARRAY_LENGTHS,
  BYTES_WIDTHS,
  COMPRESSED,
  JSON_WIDTHS,
  LEFT_EMPTY,
  OTHER_BYTES,
  OTHER_JSON,
  OTHER_LENGTH,
  OTHER_TEXT,
  TEXT_WIDTHS,
  TYPE_WIDTHS,
  type WidthClass,
} from './widths.ts';

export interface AssumedColumn extends ColumnFacts {
  /** Where the width comes from, for people. */
  readonly because: string;
  /** Values of a column that has one of a few; `null` for any number of them. */
  readonly labels: readonly string[] | null;
}

/** Times that mark an end or an exception stay empty for most rows. */
const NULL_TIME = 0.7;
const NULL_REFERENCE = 0.7;
/** A row without its author is one whose author has gone. */
const PERSON = /^(user|sender|author|actor|owner|owner_user|creator|subscriber|payer|recipient|viewer|reporter)_id$/;
const NULL_PERSON = 0.1;
/** Texts for the case that something went wrong, or needs explaining. */
const EXCEPTION = /(reason|error|error_code|failure_code|note|notes)$/;
const NULL_EXCEPTION = 0.8;
const NULL_OTHER = 0.5;

function nullShareOf({ nullable, type, name }: Column): number {
  if (!nullable) return 0;
  if (PERSON.test(name)) return NULL_PERSON;
  if (type.name.startsWith('timestamp') || type.name === 'date') return NULL_TIME;
  if (type.name === 'uuid' || name.endsWith('_id')) return NULL_REFERENCE;
  return EXCEPTION.test(name) ? NULL_EXCEPTION : NULL_OTHER;
}

type Width = Pick<AssumedColumn, 'width' | 'spread' | 'because'>;

/** Average of what limits leave of a class: a text of at most 60 characters has no 220. */
function withinLimits({ width, spread, like }: WidthClass, { exact, least, most }: ColumnLimits): Width {
  if (exact !== null) return { width: exact, spread: 'even', because: `always ${exact}` };
  const ceiling = most === null ? width : Math.min(width, (most + (least ?? 0)) / 2);
  const limited = Math.max(ceiling, least ?? 0);
  const because = limited === width ? like : `${like}, ${least ?? 0} to ${most ?? 'any'} long`;
  return { width: limited, spread: most !== null && most <= 40 ? 'even' : spread, because };
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

function chosen(classes: readonly WidthClass[], other: WidthClass, name: string): WidthClass {
  return classes.find(({ names }) => names.test(name)) ?? other;
}

/** Header, dimensions and the type of the elements; then each with its length, aligned to four. */
const ARRAY_HEADER = 20;

function arrayWidth(column: Column, model: Model): Width {
  const one = { ...column, type: { ...column.type, dimensions: 0 as const } };
  const shape = typeShape(one.type, model);
  const element = shape.size ?? Math.ceil((scalarWidth(one, NO_LIMITS, model).width + 4) / 4) * 4;
  const length = ARRAY_LENGTHS.find(({ names }) => names.test(column.name))?.length ?? OTHER_LENGTH;
  return { width: ARRAY_HEADER + element * length, spread: 'varied', because: `${length} elements` };
}

function scalarWidth(column: Column, limits: ColumnLimits, model: Model): Width {
  const { size } = typeShape(column.type, model);
  const type = baseType(model, column.type);
  if (size !== null) return { width: size, spread: 'even', because: 'its type' };
  if (limits.labels !== null) {
    return { width: average(limits.labels.map(({ length }) => length)), spread: 'varied', because: 'its labels' };
  }
  const dimension = Number(type.args[0] ?? 768);
  switch (type.name) {
    case 'bytea':
      return withinLimits(chosen(BYTES_WIDTHS, OTHER_BYTES, column.name), limits);
    case 'jsonb':
    case 'json':
      return withinLimits(chosen(JSON_WIDTHS, OTHER_JSON, column.name), limits);
    case 'vector':
      return { width: 4 * dimension + 4, spread: 'even', because: 'its type' };
    case 'halfvec':
      return { width: 2 * dimension + 4, spread: 'even', because: 'its type' };
    case 'text':
    case 'citext':
      return withinLimits(chosen(TEXT_WIDTHS, OTHER_TEXT, column.name), limits);
    case 'character varying':
    case 'character': {
      const most = type.args[0] === undefined ? limits.most : Number(type.args[0]);
      const exact = type.name === 'character' ? most : limits.exact;
      return withinLimits(chosen(TEXT_WIDTHS, OTHER_TEXT, column.name), { ...limits, exact, most });
    }
    default:
      return { width: TYPE_WIDTHS[type.name] ?? OTHER_TEXT.width, spread: 'even', because: 'its type' };
  }
}

function compressedOf(type: string): number {
  if (type === 'jsonb' || type === 'json') return COMPRESSED.json;
  return ['text', 'citext', 'character varying', 'tsvector', 'xml'].includes(type) ? COMPRESSED.text : COMPRESSED.other;
}

function isEmptyByDefault({ value }: Column): boolean {
  return value.kind === 'default' && /^'(\{\}|\[\])?'(::\w+(\[\])?)?$/.test(value.expr);
}

function labelsOf({ type }: Column, limits: ColumnLimits, model: Model): readonly string[] | null {
  if (type.name === 'boolean') return ['false', 'true'];
  const found = model.objects.get(objectKey('enum', { schema: type.schema ?? '', name: type.name }));
  return found?.kind === 'enum' ? found.values.map(({ label }) => label) : limits.labels;
}

export function assumedColumn(column: Column, table: Table, model: Model): AssumedColumn {
  const type = baseType(model, column.type);
  const isArray = column.type.dimensions === 1;
  const limits = isArray ? NO_LIMITS : columnLimits(table, column, model);
  const found = isArray ? arrayWidth(column, model) : scalarWidth(column, limits, model);
  const isEmpty = isEmptyByDefault(column) && typeShape(column.type, model).size === null;
  return {
    ...found,
    width: isEmpty ? found.width * LEFT_EMPTY : found.width,
    because: isEmpty ? `${found.because}, empty in half of the rows` : found.because,
    nullShare: nullShareOf(column),
    compressed: isArray ? COMPRESSED.other : compressedOf(type.name),
    labels: isArray ? null : labelsOf(column, limits, model),
  };
}
