/**
 * Pages of a btree, as in src/backend/access/nbtree: entries in leaves, a posting list for keys that come again (PostgreSQL
 * 13), and pages above the leaves.
 */
import type { InsertOrder } from './facts.ts';
import { ITEM_POINTER, PAGE_BYTES, PAGE_HEADER } from './page.ts';
import { maxAligned } from './tuple.ts';

export interface BtreeFacts {
  readonly rows: number;
  /** Average bytes of an entry without the pointer to it. */
  readonly tuple: number;
  /** Rows with the same key, on average; 1 where keys are not stored once. */
  readonly repeats: number;
  readonly order: InsertOrder;
  /** In percent. */
  readonly fillfactor: number;
}

const META_PAGES = 1;
const SPECIAL = 16;
const ROOM = PAGE_BYTES - PAGE_HEADER - SPECIAL;
const ROW_POINTER = 6;
/** Half of the largest entry: _bt_dedup_pass() makes posting lists no longer. */
const LONGEST_POSTING = 1352;
/** Pages that are split in the middle as keys come in any order are full to ln 2 on average. */
const SPLIT_FILL = 0.69;
/** Keys that always come first split the first page in the middle, and never return to its right half. */
const FRONT_FILL = 0.5;
/** Many rows of one key come at the end of its list, like ordered keys. */
const MANY_REPEATS = 50;
const INNER_FILL = 0.7;

/** Average bytes of all entries of one key. */
function keyBytes(tuple: number, repeats: number): number {
  const one = maxAligned(tuple) + ITEM_POINTER;
  const inList = Math.max(1, Math.floor((LONGEST_POSTING - tuple) / ROW_POINTER));
  const lists = Math.max(1, repeats / inList);
  const many = lists * (one + ITEM_POINTER) + repeats * ROW_POINTER;
  // Until a page is full, nothing is put together; and pairs gain little.
  return repeats <= 1 ? one : Math.min(repeats * one, many);
}

function fill({ order, repeats, fillfactor }: BtreeFacts): number {
  const most = fillfactor / 100;
  if (order === 'descending') return FRONT_FILL;
  return order === 'ascending' || repeats > MANY_REPEATS ? most : Math.min(SPLIT_FILL, most);
}

/** Pages of one btree. An empty one has its meta page. */
export function btreePages(facts: BtreeFacts): number {
  const { rows, tuple, repeats } = facts;
  if (rows <= 0) return META_PAGES;
  const entry = maxAligned(tuple) + ITEM_POINTER;
  const bytes = (rows / repeats) * keyBytes(tuple, repeats);
  let level = bytes <= ROOM ? 1 : Math.ceil(bytes / ((ROOM - entry) * fill(facts)));
  let pages = META_PAGES + level;
  const fanOut = Math.max(2, Math.floor((ROOM * INNER_FILL) / entry));
  while (level > 1) {
    level = Math.ceil(level / fanOut);
    pages += level;
  }
  return pages;
}
