/**
 * Rows that are too wide for a quarter of a page, as in heap_toast_insert_or_update(): the widest values are compressed,
 * then moved out in chunks, until the row is small enough.
 */
import { filledPages, ITEM_POINTER } from './page.ts';
import { heapTupleBytes, maxAligned, storedBytes, type TupleColumn } from './tuple.ts';

/** TOAST_TUPLE_THRESHOLD and TOAST_TUPLE_TARGET. */
const MOST_INLINE = 2032;
const CHUNK_BYTES = 1996;
/** Row header, chunk_id, chunk_seq and the length of the data. */
const CHUNK_HEADER = 36;
/** What stays in the row: a tagged pointer of 18 bytes, of which one counts as the length of a short value. */
const POINTER_WIDTH = 17;
const KEEP_INLINE_BELOW = 32;

export interface ToastedRow {
  /** Average bytes of the row itself. */
  readonly inline: number;
  /** Average bytes moved out of a row. */
  readonly outside: number;
  readonly chunks: number;
}

/** How one kind of row comes out: `columns` are what the row has, each with its own width. */
function toastOne(columns: readonly TupleColumn[]): ToastedRow {
  const now = [...columns];
  const outside: { readonly bytes: number; readonly share: number }[] = [];
  const compressed = new Set<number>();
  const moved = new Set<number>();
  const widest = (done: ReadonlySet<number>, main: boolean) => {
    let found: number | null = null;
    for (const [at, column] of now.entries()) {
      const { toast } = column.shape;
      if (done.has(at) || toast === 'plain' || (!main && toast !== 'extended')) continue;
      if (column.facts.width < KEEP_INLINE_BELOW) continue;
      if (found === null || column.facts.width > (now[found]?.facts.width ?? 0)) found = at;
    }
    return found;
  };
  while (heapTupleBytes(now) > MOST_INLINE) {
    const toCompress = widest(new Set([...compressed, ...moved]), true);
    const toMove = toCompress === null ? widest(moved, false) : null;
    const at = toCompress ?? toMove;
    const column = at === null ? undefined : now[at];
    if (at === null || column === undefined) break;
    const { facts } = column;
    if (toCompress === null) {
      outside.push({ bytes: facts.width, share: 1 - facts.nullShare });
      moved.add(at);
      now[at] = { ...column, facts: { ...facts, width: POINTER_WIDTH, spread: 'even' } };
    } else {
      compressed.add(at);
      now[at] = { ...column, facts: { ...facts, width: facts.width * facts.compressed } };
    }
  }
  return {
    inline: heapTupleBytes(now),
    outside: outside.reduce((sum, { bytes, share }) => sum + bytes * share, 0),
    chunks: outside.reduce((sum, { bytes, share }) => sum + Math.ceil(bytes / CHUNK_BYTES) * share, 0),
  };
}

/**
 * Middles of five equal parts of an exponential distribution, scaled to an average of 1. Texts of people are like that: many
 * short ones, few long.
 */
const VARIED = [0.113, 0.383, 0.743, 1.291, 2.47] as const;
/** Below this the widest value decides nothing. */
const WORTH_VARYING = 300;

function widestColumn(columns: readonly TupleColumn[]): number | null {
  const widths = columns.map(({ shape, facts }) => (shape.size === null ? facts.width : 0));
  const most = Math.max(0, ...widths);
  return most < WORTH_VARYING ? null : widths.indexOf(most);
}

/** Average row of a table: with the widest column null, and in several widths. */
export function toastedRow(columns: readonly TupleColumn[]): ToastedRow {
  const at = widestColumn(columns);
  const widest = at === null ? undefined : columns[at];
  if (at === null || widest === undefined) return toastOne(columns);
  const { nullShare, width, spread } = widest.facts;
  const widths = spread === 'even' ? [1] : VARIED;
  const kinds = [
    { share: nullShare, facts: { ...widest.facts, nullShare: 1 } },
    ...widths.map((scale) => ({
      share: (1 - nullShare) / widths.length,
      facts: { ...widest.facts, nullShare: 0, width: width * scale },
    })),
  ].filter(({ share }) => share > 0);
  let row: ToastedRow = { inline: 0, outside: 0, chunks: 0 };
  for (const { share, facts } of kinds) {
    const one = toastOne(columns.with(at, { ...widest, facts }));
    row = {
      inline: row.inline + one.inline * share,
      outside: row.outside + one.outside * share,
      chunks: row.chunks + one.chunks * share,
    };
  }
  return row;
}

/** Pages of the TOAST table. */
export function toastPages(rows: number, { outside, chunks }: ToastedRow): number {
  if (chunks === 0) return 0;
  const bytes = maxAligned(outside / chunks + CHUNK_HEADER) + ITEM_POINTER;
  return filledPages(rows * chunks, bytes, bytes > CHUNK_BYTES);
}

/** Whether PostgreSQL makes a TOAST table: when a row could be too wide, as in needs_toast_table(). */
export function hasToastTable(columns: readonly TupleColumn[]): boolean {
  const open = columns.filter(({ shape }) => shape.toast !== 'plain');
  if (open.length === 0) return false;
  if (open.some(({ shape }) => shape.most === null)) return true;
  const most = columns.reduce((sum, column) => sum + (column.shape.most ?? storedBytes(column)), CHUNK_HEADER);
  return most > MOST_INLINE;
}
