/**
 * Bytes of a row, as in src/backend/access/common/heaptuple.c: columns follow each other in order, each on its alignment,
 * nulls take no room, and a short value (127 bytes with its length) has one byte of length and no alignment.
 */
import type { ColumnFacts } from './facts.ts';
import type { TypeShape } from './type-shape.ts';

export interface TupleColumn {
  readonly shape: TypeShape;
  readonly facts: ColumnFacts;
}

/** Longest value, without its length, that takes one byte of length instead of four. */
const LONGEST_SHORT = 126;
const SHORT_LENGTH = 1;
const LONG_LENGTH = 4;

export const MAX_ALIGN = 8;

export function maxAligned(bytes: number): number {
  return Math.ceil(bytes / MAX_ALIGN) * MAX_ALIGN;
}

/** Bytes of a value as it stands in a row, alignment aside. */
export function storedBytes({ shape, facts }: TupleColumn): number {
  if (shape.size !== null) return shape.size;
  return facts.width + (facts.width <= LONGEST_SHORT ? SHORT_LENGTH : LONG_LENGTH);
}

/**
 * Where in its eight bytes the next column may begin, as eight probabilities, and the bytes so far on average. Nulls and
 * texts of any length make it a matter of chance.
 */
interface Position {
  readonly bytes: number;
  readonly chances: readonly number[];
}

const START: Position = { bytes: 0, chances: [1, 0, 0, 0, 0, 0, 0, 0] };

function aligned({ bytes, chances }: Position, align: number): Position {
  const after = new Array<number>(MAX_ALIGN).fill(0);
  let padding = 0;
  for (const [at, chance] of chances.entries()) {
    const next = Math.ceil(at / align) * align;
    padding += chance * (next - at);
    after[next % MAX_ALIGN] = (after[next % MAX_ALIGN] ?? 0) + chance;
  }
  return { bytes: bytes + padding, chances: after };
}

function moved({ bytes, chances }: Position, by: number): Position {
  const after = new Array<number>(MAX_ALIGN).fill(0);
  for (const [at, chance] of chances.entries()) {
    const next = (at + by) % MAX_ALIGN;
    after[next] = (after[next] ?? 0) + chance;
  }
  return { bytes: bytes + by, chances: after };
}

const ANYWHERE = new Array<number>(MAX_ALIGN).fill(1 / MAX_ALIGN);

function withValue(position: Position, column: TupleColumn): Position {
  const { shape, facts } = column;
  const isShort = shape.size === null && facts.width <= LONGEST_SHORT;
  const start = isShort ? position : aligned(position, shape.align);
  const bytes = storedBytes(column);
  if (shape.size !== null || (facts.spread === 'even' && Number.isInteger(bytes))) return moved(start, bytes);
  return { bytes: start.bytes + bytes, chances: ANYWHERE };
}

/** @param share how likely `a` is */
function mixed(a: Position, b: Position, share: number): Position {
  return {
    bytes: a.bytes * share + b.bytes * (1 - share),
    chances: a.chances.map((chance, at) => chance * share + (b.chances[at] ?? 0) * (1 - share)),
  };
}

/** Average bytes of the columns, padding at the end included. */
export function dataBytes(columns: readonly TupleColumn[]): number {
  let position = START;
  for (const column of columns) {
    position = mixed(position, withValue(position, column), column.facts.nullShare);
  }
  return aligned(position, MAX_ALIGN).bytes;
}

/** How likely a row has a null at all, which costs it a bitmap. */
function anyNull(columns: readonly TupleColumn[]): number {
  return 1 - columns.reduce((none, { facts }) => none * (1 - facts.nullShare), 1);
}

const HEAP_HEADER = 23;

/** Average bytes of a row in its table, header included, the pointer to it not. */
export function heapTupleBytes(columns: readonly TupleColumn[]): number {
  const without = maxAligned(HEAP_HEADER);
  const withBitmap = maxAligned(HEAP_HEADER + Math.ceil(columns.length / 8));
  return without + (withBitmap - without) * anyNull(columns) + dataBytes(columns);
}

const INDEX_HEADER = 8;
const INDEX_NULL_BITMAP = 4;

/** Average bytes of an entry of an index, header included, the pointer to it not. */
export function indexTupleBytes(columns: readonly TupleColumn[]): number {
  const extra = maxAligned(INDEX_HEADER + INDEX_NULL_BITMAP) - INDEX_HEADER;
  return INDEX_HEADER + extra * anyNull(columns) + dataBytes(columns);
}
