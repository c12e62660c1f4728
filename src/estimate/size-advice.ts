/** Which size a platform needs: when a table has outgrown being one table, and its partitions being so few. */
import { findTable } from '../model/keys.ts';
import type { Model, Table } from '../model/model.ts';
import { tableInSize } from '../spec/in-size.ts';
import { SIZES, type Size } from '../target/target.ts';
import type { TableEstimate } from './platform-size.ts';

/**
 * With its indexes. VACUUM gives a table one process, which reads at some 100 MB/s: ten minutes for the table, and as much
 * again for its indexes each time that dead rows fill its memory. And copying it into partitions, at 15 to 30 MB/s with
 * all indexes, takes an hour and is better not left until it takes a day.
 */
export const MOST_OF_ONE_TABLE = 50 * 1024 ** 3;

export interface OutgrownTable {
  readonly table: Table;
  readonly bytes: number;
  /** Hash partitions that it has at the size that suits it. */
  readonly parts: number;
}

export interface SizeAdvice {
  /** The smallest size at which no table and no partition is too large. */
  readonly size: Size;
  /** Tables that are too large to be one table, the largest first. */
  readonly outgrown: readonly OutgrownTable[];
  /** The table that is the first to outgrow the size `small`, and the number of users at which it does. */
  readonly first: { readonly table: Table; readonly users: number } | null;
}

function partsAt(table: Table, size: Size): number {
  const { storage } = tableInSize(table, size);
  return storage.kind === 'partitioned' && storage.parts.kind === 'fixed' ? storage.parts.partitions.length : 1;
}

/** @returns the largest size where not even that is enough */
function sizeFor(bytes: number, written: Table): Size {
  return SIZES.find((size) => bytes / partsAt(written, size) <= MOST_OF_ONE_TABLE) ?? 'large';
}

/** The table as the specs divide it, when that is by hash. */
function writtenByHash(table: Table, asWritten: Model): Table | null {
  const found = findTable(asWritten, table.name);
  return found?.storage.kind === 'partitioned' && found.storage.by === 'hash' ? found : null;
}

/**
 * @param estimates of all tables at a number of users, in any form
 * @param asWritten the Model at size `standard`
 */
export function sizeAdvice(estimates: readonly TableEstimate[], asWritten: Model, users: number): SizeAdvice {
  const divided = estimates
    .flatMap(({ table, scaling, size: { total: bytes } }) => {
      const written = writtenByHash(table, asWritten);
      return written === null ? [] : [{ table, scaling, bytes, written, size: sizeFor(bytes, written) }];
    })
    .sort((a, b) => b.bytes - a.bytes);
  const [largest] = divided.filter(({ scaling }) => scaling !== 'constant');
  const usersAt = (bytes: number) => (users * MOST_OF_ONE_TABLE) / bytes;
  return {
    size: SIZES.findLast((size) => divided.some((one) => one.size === size)) ?? 'small',
    outgrown: divided
      .filter(({ size }) => size !== 'small')
      .map(({ table, bytes, written, size }) => ({ table, bytes, parts: partsAt(written, size) })),
    first: largest === undefined || users === 0 ? null : { table: largest.table, users: usersAt(largest.bytes) },
  };
}
