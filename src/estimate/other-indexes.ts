/** Pages of the indexes that are no btree, by rough formulas: their sizes depend on the values more than on the rows. */
import type { EntryFacts } from './facts.ts';
import { ITEM_POINTER, PAGE_BYTES, PAGE_HEADER } from './page.ts';
import { maxAligned } from './tuple.ts';

const SPECIAL = 16;
const ROOM = PAGE_BYTES - PAGE_HEADER - SPECIAL;
const SPLIT_FILL = 0.69;

/** The free space map of an index whose pages are used again: three levels. */
const MAP_PAGES = 3;
const GIN_META_PAGES = 2;
/** The first pointer of a list in full with the length of the list, the others as differences. */
const GIN_LIST = 8;
const GIN_POINTER = 3;
/** gin_pending_list_limit: what is not sorted in yet. Its pages are used again, and never given back. */
const GIN_MOST_PENDING = 4 * 1024 * 1024;
/** What is sorted in at once leaves half-full pages behind, which later batches fill. */
const GIN_FIRST_FILL = 0.5;

/** A tree of entries, each with the rows it is in, and the pages of the list of what is not sorted in yet. */
export function ginPages(rows: number, { each, distinct, width }: EntryFacts): number {
  const entries = rows * each;
  if (entries <= 0) return GIN_META_PAGES;
  const different = Math.min(entries, Math.max(1, distinct));
  const list = GIN_LIST + GIN_POINTER * (entries / different - 1);
  const tree = different * (maxAligned(8 + width + list) + ITEM_POINTER);
  const waiting = entries * (maxAligned(8 + width) + ITEM_POINTER);
  const fill = waiting > GIN_MOST_PENDING ? SPLIT_FILL : GIN_FIRST_FILL;
  return (
    GIN_META_PAGES + MAP_PAGES + Math.ceil(tree / (ROOM * fill)) + Math.ceil(Math.min(GIN_MOST_PENDING, waiting) / ROOM)
  );
}

/** @param tuple average bytes of an entry, the pointer to it not counted */
export function gistPages(rows: number, tuple: number): number {
  if (rows <= 0) return 1;
  const entry = maxAligned(tuple) + ITEM_POINTER;
  if (rows * entry <= ROOM) return 1;
  let level = Math.ceil((rows * entry) / (ROOM * SPLIT_FILL));
  let pages = level;
  const fanOut = Math.max(2, Math.floor((ROOM * SPLIT_FILL) / entry));
  while (level > 1) {
    level = Math.ceil(level / fanOut);
    pages += level;
  }
  return pages;
}

const BRIN_META_PAGES = 1;
const BRIN_RANGES_PER_MAP_PAGE = 1360;

/** One entry for each range of pages of the table. */
export function brinPages(heapPages: number, pagesPerRange: number, tuple: number): number {
  const ranges = Math.max(1, Math.ceil(heapPages / pagesPerRange));
  const maps = Math.ceil(ranges / BRIN_RANGES_PER_MAP_PAGE);
  return BRIN_META_PAGES + MAP_PAGES + maps + Math.ceil((ranges * (maxAligned(tuple) + ITEM_POINTER)) / ROOM);
}

const HASH_ENTRY = 20;
const HASH_FILL = 0.75;
const HASH_META_PAGES = 2;

/** A hash of four bytes for each row; buckets come in powers of two, half of the last power at a time. */
export function hashPages(rows: number): number {
  return HASH_META_PAGES + Math.max(2, Math.ceil((rows * HASH_ENTRY) / (ROOM * HASH_FILL)) * 1.2);
}

const HNSW_META_PAGES = 1;
/** Of an element beside its vector: ten row pointers of 6 bytes, level and flags (pgvector, src/hnsw.h). */
const HNSW_ELEMENT = 72;
/** Pointers to neighbours: 2 * m on the ground level, where nearly all elements are, of 6 bytes each; m is 16 unless said. */
const HNSW_NEIGHBOURS = 16 * 2 * 6 + 16;

/** An element with its vector and a list of neighbours for each row; not measured against pgvector. */
export function hnswPages(rows: number, vectorBytes: number): number {
  const entry = maxAligned(HNSW_ELEMENT + vectorBytes) + maxAligned(HNSW_NEIGHBOURS) + 2 * ITEM_POINTER;
  return HNSW_META_PAGES + Math.ceil(rows / Math.max(1, Math.floor(ROOM / entry)));
}
