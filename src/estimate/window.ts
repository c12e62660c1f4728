/** How long a table keeps its rows, and how many relations they are in. */
import type { TableInfo } from '../model/info.ts';
import { parseInterval } from '../model/interval.ts';
import type { Interval, Table } from '../model/model.ts';
import type { Layout } from './facts.ts';

/** Months of history that the volumes stand for, where nothing is deleted earlier. */
export const PLATFORM_AGE = 24;

const DAYS_PER_MONTH = 30.44;
const MONTHS: Readonly<Record<Interval['unit'], number>> = {
  minute: 1 / (DAYS_PER_MONTH * 24 * 60),
  hour: 1 / (DAYS_PER_MONTH * 24),
  day: 1 / DAYS_PER_MONTH,
  month: 1,
};

export function monthsOf({ count, unit }: Interval): number {
  return count * MONTHS[unit];
}

/** Rows come and go, with no interval to tell how fast: `purged after expires_at`, `the newest 800 per reader`. */
const TURNS_OVER = /\b(purged|deleted|dropped|last|newest|once|minutes?)\b/;
const STAYS = /\b(never|for ever)\b|^(kept|as long as|until|with)\b/;

export type Keep =
  | { readonly kind: 'for ever' }
  /** After `months` rows are deleted. */
  | { readonly kind: 'for'; readonly months: number }
  | { readonly kind: 'while needed' };

function storageKeep({ storage }: Table): Interval | null {
  if (storage.kind === 'hypertable') return storage.keep?.after ?? null;
  return storage.kind === 'partitioned' && storage.parts.kind === 'rolling' ? storage.parts.rolling.keep : null;
}

/** From storage, else from the words of `retention`. */
export function keepOf(table: Table, info: TableInfo | undefined): Keep {
  const stored = storageKeep(table);
  if (stored !== null) return { kind: 'for', months: monthsOf(stored) };
  const text = info?.retention ?? null;
  if (text === null || STAYS.test(text)) return { kind: 'for ever' };
  const said = /\b(\d+ (?:minute|hour|day|week|month|year)s?)\b/.exec(text)?.[1];
  const interval = said === undefined ? null : parseInterval(said);
  if (interval !== null) return { kind: 'for', months: monthsOf(interval) };
  return TURNS_OVER.test(text) ? { kind: 'while needed' } : { kind: 'for ever' };
}

/** Months of rows that a table holds. */
export function monthsHeld(keep: Keep): number {
  switch (keep.kind) {
    case 'for ever':
      return PLATFORM_AGE;
    case 'for':
      return Math.min(keep.months, PLATFORM_AGE);
    case 'while needed':
      return 1;
  }
}

const PLAIN: Layout = { filled: 1, empty: 0, compressedShare: 0 };

/** Few rows do not reach every partition. */
function spreadOver(relations: number, empty: number, rows: number, compressedShare: number): Layout {
  const filled = Math.max(1, Math.min(relations, Math.ceil(rows)));
  return { filled, empty: relations - filled + empty, compressedShare };
}

export function layoutOf({ storage }: Table, months: number, rows: number): Layout {
  switch (storage.kind) {
    case 'heap':
      return PLAIN;
    case 'partitioned': {
      if (storage.parts.kind === 'fixed') return spreadOver(storage.parts.partitions.length, 0, rows, 0);
      const { every, ahead, overflow } = storage.parts.rolling;
      return spreadOver(Math.max(1, Math.ceil(months / monthsOf(every))), ahead + (overflow ? 1 : 0), rows, 0);
    }
    case 'hypertable': {
      const { chunk, columnstore } = storage;
      const compressed = columnstore === null ? 0 : Math.max(0, 1 - monthsOf(columnstore.after) / months);
      return spreadOver(Math.max(1, Math.ceil(months / monthsOf(chunk))), 0, rows, compressed);
    }
  }
}
