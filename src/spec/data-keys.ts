/** Which columns of a table name one row. */

import type { Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';

export interface UniqueKey {
  readonly columns: readonly Ident[];
  /** Whether two rows may hold NULL in it and still differ in nothing else. */
  readonly nullsDistinct: boolean;
}

/** Primary key, unique constraints, and unique indexes of columns alone that hold for all rows. */
export function uniqueKeys(table: Table): readonly UniqueKey[] {
  const constraints = table.constraints.flatMap((constraint): UniqueKey[] => {
    if (constraint.kind === 'primaryKey') return [{ columns: constraint.columns, nullsDistinct: false }];
    if (constraint.kind !== 'unique') return [];
    return [{ columns: constraint.columns, nullsDistinct: !constraint.nullsNotDistinct }];
  });
  const indexes = table.indexes.flatMap(({ unique, where, keys, nullsNotDistinct }): UniqueKey[] => {
    const columns = keys.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : []));
    const isWhole = unique && where === null && columns.length === keys.length;
    return isWhole ? [{ columns, nullsDistinct: !nullsNotDistinct }] : [];
  });
  return [...constraints, ...indexes];
}

function isSameSet(a: readonly Ident[], b: readonly Ident[]): boolean {
  return a.length === b.length && a.every((column) => b.includes(column));
}

export function findUniqueKey(table: Table, columns: readonly Ident[]): UniqueKey | null {
  return uniqueKeys(table).find((key) => isSameSet(key.columns, columns)) ?? null;
}

/** Whether a unique index on these columns holds for some rows only. */
export function isPartlyUnique(table: Table, columns: readonly Ident[]): boolean {
  return table.indexes.some(({ unique, where, keys }) => {
    const names = keys.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : []));
    return unique && where !== null && isSameSet(names, columns);
  });
}

export function primaryKey(table: Table): readonly Ident[] {
  return table.constraints.find((constraint) => constraint.kind === 'primaryKey')?.columns ?? [];
}

/** `(a, b)` for each, for messages. */
export function keysText(keys: readonly UniqueKey[]): string {
  return keys.map(({ columns }) => `(${columns.join(', ')})`).join(', ');
}
