/** How many rows a table gets. */
import type { TableInfo } from '../model/info.ts';
import type { Table } from '../model/model.ts';

/** `volume` in specs is rows at this many users. */
const VOLUME_USERS = 1_000_000;

/** Below this, at a million users, a table is a list of what there is; it does not grow with use. */
const GROWING = 10_000;

/** What a list of what there is gets, at most. */
const LISTED = 200;

export function growsWithUse(info: TableInfo | null): boolean {
  return (info?.volume ?? 0) >= GROWING;
}

/** More for tables in many partitions: plans are made for each of them, and those of a few rows say nothing. */
function spread({ storage }: Table): number {
  if (storage.kind !== 'partitioned') return 1;
  switch (storage.by) {
    case 'hash':
      return storage.parts.kind === 'fixed' ? Math.max(1, Math.min(8, storage.parts.partitions.length / 4)) : 1;
    case 'range':
      return 2;
    case 'list':
      return 1;
  }
}

/**
 * @param users how many users the data is for: the rows of the table that holds them, whatever the limit
 * @param most rows of any other table that is in one piece
 */
export function rowTarget(table: Table, info: TableInfo | null, users: number, most: number): number {
  const volume = info?.volume ?? 0;
  if (table.name.name === 'users') return users;
  if (!growsWithUse(info)) return Math.min(LISTED, Math.max(volume, 1));
  return Math.max(1, Math.min(Math.floor(most * spread(table)), Math.ceil((volume / VOLUME_USERS) * users)));
}
