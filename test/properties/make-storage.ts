/** How a generated table is stored. */
import { deriveName } from '../../src/model/derive-name.ts';
import type { Column, Partition, PartitionBound, Storage, StorageParameters } from '../../src/model/model.ts';
import { type QName, qname } from '../../src/model/name.ts';
import type { Choices } from './choices.ts';
import { familyOf } from './make-expressions.ts';
import { PARTITIONS_SCHEMA } from './names.ts';

export type StorageKind = 'heap' | 'list' | 'range' | 'hash';

/** Chosen before the columns, some of which a partitioned table may not have. */
export function storageKind(c: Choices): StorageKind {
  return c.of('heap', 'heap', 'heap', 'heap', 'heap', 'heap', 'heap', 'heap', 'list', 'range', 'hash');
}

function parametersOf(c: Choices, hasToast: boolean): StorageParameters {
  return {
    ...(c.once(4) ? { fillfactor: c.of('80', '70') } : {}),
    ...(c.once(5) ? { autovacuum_enabled: c.of('false', 'true') } : {}),
    ...(hasToast && c.once(5) ? { 'toast.autovacuum_enabled': 'false' } : {}),
  };
}

/** Values of one type, ascending. */
function keyValues(column: Column): readonly string[] {
  switch (familyOf(column.type)) {
    case 'number':
      return ['10', '20', '30', '40'];
    case 'time':
      return ["'2024-01-01'", "'2024-02-01'", "'2024-03-01'", "'2024-04-01'"];
    default:
      return ["'a'", "'b'", "'c'", "'It''s'"];
  }
}

function boundsOf(kind: Exclude<StorageKind, 'heap'>, column: Column, c: Choices): readonly PartitionBound[] {
  const count = c.of(2, 2, 2, 1, 3);
  const values = keyValues(column);
  const nth = <T>(make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));
  if (kind === 'hash') return nth((remainder) => ({ kind: 'hash', modulus: count, remainder }));
  const others: readonly PartitionBound[] = c.once(4) ? [{ kind: 'default' }] : [];
  if (kind === 'list')
    return [...nth((at): PartitionBound => ({ kind: 'list', values: values.slice(at, at + 1) })), ...others];
  const first = c.of(0, 0, 1);
  const at = (position: number) => values[position] ?? 'maxvalue';
  return [
    ...nth((part): PartitionBound => ({ kind: 'range', from: [at(first + part)], to: [at(first + part + 1)] })),
    ...others,
  ];
}

/** The column that a table is partitioned by; `null` when none will do. */
function keyColumn(kind: StorageKind, columns: readonly Column[]): Column | null {
  const families = kind === 'range' ? ['time', 'number'] : ['text', 'number'];
  const fits = (column: Column) =>
    column.value.kind !== 'generated' && families.includes(familyOf(column.type)) && column.type.schema === null;
  return columns.find(fits) ?? null;
}

/** @param isFree whether a partition may have the name, since two tables of one name may be in two schemas. */
export function makeStorage(
  kind: StorageKind,
  name: QName,
  columns: readonly Column[],
  isFree: (name: QName) => boolean,
  c: Choices,
): Storage {
  const key = keyColumn(kind, columns);
  // Short texts alone need none, and then the server forgets what is said of it.
  const hasToast = columns.some(
    ({ type }) => type.name === 'text' || type.name === 'jsonb' || type.name === 'tsvector',
  );
  const unlogged = c.once(5);
  const parameters = parametersOf(c, hasToast);
  if (kind === 'heap' || key === null) return { kind: 'heap', unlogged, parameters };
  const partitions = boundsOf(kind, key, c)
    // A value of three letters does not fit everywhere, and two ranges may not meet at the same place.
    .filter((bound) => bound.kind !== 'range' || bound.from[0] !== bound.to[0])
    .map((bound, at): Partition => ({ name: qname(PARTITIONS_SCHEMA, deriveName(name.name, [], `p${at}`)), bound }))
    .filter((partition) => isFree(partition.name));
  return { kind: 'partitioned', by: kind, key: [key.name], parts: { kind: 'fixed', partitions }, parameters };
}
