/** Pages and the forks beside them: src/include/storage/bufpage.h, freespace.c, visibilitymap.c. */

export const PAGE_BYTES = 8192;
export const PAGE_HEADER = 24;
export const ITEM_POINTER = 4;

const FREE_SPACE_PER_PAGE = 4069;
const FREE_SPACE_UPPER_LEVELS = 2;
const VISIBILITY_PER_PAGE = 32_672;

/**
 * Pages that rows fill.
 *
 * @param bytes of a row with the pointer to it
 * @param even whether all rows are of one size; otherwise about half a row is lost at the end of each page
 * @param fillfactor in percent
 */
export function filledPages(rows: number, bytes: number, even: boolean, fillfactor = 100): number {
  if (rows <= 0) return 0;
  const room = PAGE_BYTES - PAGE_HEADER - Math.floor((PAGE_BYTES * (100 - fillfactor)) / 100);
  const fit = even ? Math.floor(room / bytes) : room / bytes - 0.5;
  return Math.ceil(rows / Math.max(1, fit));
}

/** Pages of the free space map and the visibility map once the table has been vacuumed. */
export function mapPages(pages: number): number {
  if (pages === 0) return 0;
  return FREE_SPACE_UPPER_LEVELS + Math.ceil(pages / FREE_SPACE_PER_PAGE) + Math.ceil(pages / VISIBILITY_PER_PAGE);
}
