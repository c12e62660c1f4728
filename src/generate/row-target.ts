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

/**
 * @param users how many users the data is for: the rows of the table that holds them, whatever the limit
 * @param most rows of any other table
 */
export function rowTarget(table: Table, info: TableInfo | null, users: number, most: number): number {
  const volume = info?.volume ?? 0;
  if (table.name.name === 'users') return users;
  if (!growsWithUse(info)) return Math.min(LISTED, Math.max(volume, 1));
  return Math.max(1, Math.min(most, Math.ceil((volume / VOLUME_USERS) * users)));
}
