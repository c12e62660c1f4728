/** `partition:` -> partitions with their bounds, or rolling ones that the database makes. */
import { deriveName } from '../model/derive-name.ts';
import { parseInterval } from '../model/interval.ts';
import type { Expr, Partition, PartitionBound, Partitioned, Partitions, StorageParameters } from '../model/model.ts';
import { type Ident, type QName, qname } from '../model/name.ts';
import { parseType } from '../model/type.ts';
import { quoteLiteral } from '../text/quote.ts';
import type { RawLiteral, RawPartition } from './raw.ts';
import { hasColumn, keyAt, valueAt } from './scope.ts';
import { claimRelation, hasColumns, type TableContext } from './table-context.ts';

/** Partitions are nobody's business but the database's: they have a schema of their own, outside every API. */
export const PARTS_SCHEMA = 'boyfanz_parts';

export const DEFAULT_AHEAD = 3;

type PartitionKey = 'parts' | 'values' | 'ranges' | 'every' | 'default' | 'ahead' | 'keep';

/** Which keys go with which `by`; range has two forms that exclude each other. */
const ALLOWED: Readonly<Record<RawPartition['by'], readonly PartitionKey[]>> = {
  hash: ['parts'],
  list: ['values', 'default'],
  range: ['ranges', 'default', 'every', 'ahead', 'keep'],
};

const OPTIONAL_KEYS: readonly PartitionKey[] = ['parts', 'values', 'ranges', 'default', 'every', 'ahead', 'keep'];

function reportConflict(context: TableContext, key: PartitionKey, message: string, help: string): void {
  context.scope.problems.report('conflicting-keys', keyAt(context.document, 'partition', key), message, { help });
}

function checkKeys(context: TableContext, raw: RawPartition): boolean {
  const given = OPTIONAL_KEYS.filter((key) => raw[key] !== undefined);
  const wrong = given.filter((key) => !ALLOWED[raw.by].includes(key));
  for (const key of wrong) {
    const help = `with \`by: ${raw.by}\` there is ${ALLOWED[raw.by].map((one) => `\`${one}\``).join(', ')}.`;
    reportConflict(context, key, `\`${key}\` does not go with \`by: ${raw.by}\`.`, help);
  }
  if (raw.ranges !== undefined && raw.every !== undefined) {
    reportConflict(context, 'every', 'Ranges are either all written out or made every so often.', 'leave one out.');
    return false;
  }
  for (const key of ['ahead', 'keep'] as const) {
    if (raw.by !== 'range' || raw[key] === undefined || raw.every !== undefined) continue;
    reportConflict(
      context,
      key,
      `\`${key}\` has no effect without \`every\`.`,
      'say how long a partition is: `every`.',
    );
  }
  if (raw.default !== undefined && (raw.default === true) !== (raw.every !== undefined)) {
    const help = raw.every === undefined ? 'give it a name: `default: rest`.' : 'write `default: true`.';
    reportConflict(
      context,
      'default',
      'A default partition has a name where all are written out, and only there.',
      help,
    );
    return false;
  }
  const needed = { hash: raw.parts, list: raw.values, range: raw.ranges ?? raw.every }[raw.by];
  if (needed !== undefined) return wrong.length === 0;
  const missing = { hash: '`parts`', list: '`values`', range: '`every` or `ranges`' }[raw.by];
  const span = keyAt(context.document, 'partition');
  context.scope.problems.report('missing-key', span, `A partitioning by ${raw.by} needs ${missing}.`, {
    help: 'for example `{ by: hash, key: user_id, parts: 16 }` or `{ by: range, key: created_at, every: 1 month }`.',
  });
  return false;
}

/** Types whose constants the server prints without quotes in a bound. */
const BARE: ReadonlySet<string> = new Set(['integer', 'numeric', 'real', 'double precision']);

const MIDNIGHT: ReadonlyMap<string, string> = new Map([
  ['timestamp with time zone', ' 00:00:00+00'],
  ['timestamp without time zone', ' 00:00:00'],
]);

/** A bound's value as the server prints it for a key of this type, as far as that can be known without asking it. */
function boundLiteral(value: RawLiteral, type: string): Expr {
  if (typeof value === 'boolean') return String(value);
  const text = String(value);
  if (typeof value === 'string' && /^(?:minvalue|maxvalue)$/i.test(text)) return text.toUpperCase();
  if (typeof value === 'number') return BARE.has(type) && value >= 0 ? text : quoteLiteral(text);
  return quoteLiteral(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}${MIDNIGHT.get(type) ?? ''}` : text);
}

function keyType(context: TableContext, column: Ident): string {
  return parseType(context.columns.get(column)?.raw.type ?? '')?.name ?? '';
}

/** Hash partitions as they are named and bounded for so many parts. */
export function hashPartitions(table: Ident, parts: number): readonly Partition[] {
  return hashBounds(parts).map(([part, bound]) => ({ name: partName(table, part), bound }));
}

function partName(table: Ident, part: string): QName {
  return qname(PARTS_SCHEMA, deriveName(table, [], part));
}

function hashBounds(parts: number): readonly [string, PartitionBound][] {
  const width = Math.max(2, String(parts - 1).length);
  return Array.from({ length: parts }, (_, remainder) => [
    `p${String(remainder).padStart(width, '0')}`,
    { kind: 'hash', modulus: parts, remainder },
  ]);
}

function fixedBounds(raw: RawPartition, type: string): readonly [string, PartitionBound][] {
  if (raw.parts !== undefined) return hashBounds(raw.parts);
  const lists = Object.entries(raw.values ?? {}).map(([name, values]): [string, PartitionBound] => [
    name,
    { kind: 'list', values: values.map((value) => boundLiteral(value, type)) },
  ]);
  const ranges = Object.entries(raw.ranges ?? {}).map(([name, { from, to }]): [string, PartitionBound] => [
    name,
    { kind: 'range', from: [boundLiteral(from, type)], to: [boundLiteral(to, type)] },
  ]);
  const rest: [string, PartitionBound][] = typeof raw.default === 'string' ? [[raw.default, { kind: 'default' }]] : [];
  return [...lists, ...ranges, ...rest];
}

function fixedPartitions(context: TableContext, raw: RawPartition, type: string): readonly Partition[] {
  const span = keyAt(context.document, 'partition');
  return fixedBounds(raw, type).flatMap(([part, bound]): Partition[] => {
    const name = partName(context.name.name, part);
    return claimRelation(context.relations, name, `the partition \`${part}\``, span, context.scope)
      ? [{ name, bound }]
      : [];
  });
}

function lowerParts(context: TableContext, raw: RawPartition, type: string): Partitions {
  const every = raw.every === undefined ? null : parseInterval(raw.every);
  if (every === null) return { kind: 'fixed', partitions: fixedPartitions(context, raw, type) };
  const keep = raw.keep === undefined ? null : parseInterval(raw.keep);
  return {
    kind: 'rolling',
    rolling: { every, ahead: raw.ahead ?? DEFAULT_AHEAD, keep, overflow: raw.default === true },
  };
}

/** @returns `null`, with problems reported, when the keys do not say how the table is split. */
export function lowerPartition(
  context: TableContext,
  raw: RawPartition,
  parameters: StorageParameters,
): Partitioned | null {
  const { document, scope, declared } = context;
  const key = typeof raw.key === 'string' ? [raw.key] : raw.key;
  const isKnown =
    typeof raw.key === 'string'
      ? hasColumn(declared, raw.key, valueAt(document, 'partition', 'key'), scope)
      : hasColumns(context, raw.key, ['partition', 'key']);
  const [first = ''] = key;
  if (!checkKeys(context, raw) || !isKnown) return null;
  if (raw.by !== 'hash' && key.length > 1) {
    const message = `A partitioning by ${raw.by} has one column as its key.`;
    scope.problems.report('conflicting-keys', valueAt(document, 'partition', 'key'), message, {
      help: 'name one column.',
    });
    return null;
  }
  return { kind: 'partitioned', by: raw.by, key, parts: lowerParts(context, raw, keyType(context, first)), parameters };
}
