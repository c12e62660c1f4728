/** Size of a table from facts about its rows. Pure arithmetic: every assumption is in the facts. */
import { type IndexShape, indexShapesOf } from '../check/index-shape.ts';
import type { Model, Table } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { btreePages } from './btree.ts';
import type { ColumnFacts, IndexFacts, TableFacts } from './facts.ts';
import { brinPages, ginPages, gistPages, hashPages, hnswPages } from './other-indexes.ts';
import { filledPages, ITEM_POINTER, mapPages, PAGE_BYTES } from './page.ts';
import { hasToastTable, type ToastedRow, toastedRow, toastPages } from './toast.ts';
import { indexTupleBytes, storedBytes, type TupleColumn } from './tuple.ts';
import { typeShape } from './type-shape.ts';

export interface IndexSize {
  readonly name: Ident;
  readonly method: IndexShape['method'];
  readonly bytes: number;
}

/** In bytes, as pg_total_relation_size counts them: all partitions, with free space and visibility maps. */
export interface TableSize {
  readonly heap: number;
  /** With its own index. */
  readonly toast: number;
  readonly indexes: readonly IndexSize[];
  readonly total: number;
  /** Average bytes of a row in its table, without what has been moved out. */
  readonly rowBytes: number;
}

/**
 * What compression by TimescaleDB leaves of a chunk's rows; their indexes go. Its documentation promises a tenth and less.
 * Random rows of ours kept 40 to 60 % in chunks with long segments: ids and hashes compress badly. Real rows repeat more.
 */
export const COMPRESSED_LEAVES = 1 / 4;

const UNKNOWN: ColumnFacts = { nullShare: 0, width: 16, spread: 'varied', compressed: 1 };

function columnOf(table: Table, name: Ident, facts: TableFacts, model: Model): TupleColumn {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`${table.name.name} has no column ${name}`);
  return { shape: typeShape(column.type, model), facts: facts.columns.get(name) ?? UNKNOWN };
}

const EXPRESSION_SHAPE = typeShape({ schema: null, name: 'text', args: [], dimensions: 0 }, { objects: new Map() });

/** Keys as they stand in the index, then what it carries along. Expressions count as texts. */
function indexColumns(
  table: Table,
  shape: IndexShape,
  index: IndexFacts,
  facts: TableFacts,
  model: Model,
): readonly TupleColumn[] {
  const widths = [...index.expressionWidths];
  const keys = shape.keys.map(({ key }): TupleColumn => {
    if (key.kind === 'column') return columnOf(table, key.column, facts, model);
    return { shape: EXPRESSION_SHAPE, facts: { ...UNKNOWN, width: widths.shift() ?? UNKNOWN.width } };
  });
  return [...keys, ...shape.include.map((name) => columnOf(table, name, facts, model))];
}

/** A partial index on what is not null holds no nulls, and one on what is null nothing else. */
function insidePredicate({ keys, where }: IndexShape, columns: readonly TupleColumn[]): readonly TupleColumn[] {
  if (where === null) return columns;
  const predicate = where.toLowerCase();
  return columns.map((column, at) => {
    const key = keys[at]?.key;
    if (key?.kind !== 'column' || column.facts.nullShare === 0) return column;
    const [, not] = new RegExp(`\\b${key.column} is (not )?null\\b`).exec(predicate) ?? [null, null];
    return not === null ? column : { ...column, facts: { ...column.facts, nullShare: not === undefined ? 1 : 0 } };
  });
}

/** In GiST, btree_gist stores scalars as a lower and an upper bound. */
function gistTupleBytes(columns: readonly TupleColumn[]): number {
  const bounds = columns.map((column): TupleColumn => {
    const { shape, facts } = column;
    const isScalar = shape.size !== null && shape.size <= 16 && shape.deduplicates;
    return isScalar ? { shape: { ...shape, size: (shape.size ?? 0) * 2, align: 8 }, facts } : column;
  });
  return indexTupleBytes(bounds);
}

interface OneRelation {
  readonly rows: number;
  readonly heapPages: number;
}

function indexPages(
  shape: IndexShape,
  index: IndexFacts,
  columns: readonly TupleColumn[],
  parameters: Readonly<Record<string, string>>,
  { rows, heapPages }: OneRelation,
): number {
  const inIndex = rows * index.share;
  switch (shape.method) {
    case 'btree': {
      const stored = columns.every((column) => column.shape.deduplicates) && shape.include.length === 0;
      const repeats = stored ? Math.max(1, 1 / Math.max(index.distinct, 1 / Math.max(1, inIndex))) : 1;
      const fillfactor = Number(parameters.fillfactor ?? 90);
      return btreePages({ rows: inIndex, tuple: indexTupleBytes(columns), repeats, order: index.order, fillfactor });
    }
    case 'gin':
      return ginPages(inIndex, index.entries ?? { each: 1, distinct: inIndex, width: 16 });
    case 'gist':
    case 'spgist':
      return gistPages(inIndex, gistTupleBytes(columns));
    case 'brin':
      return brinPages(
        heapPages,
        Number(parameters.pages_per_range ?? 128),
        8 + 2 * columns.reduce((sum, one) => sum + storedBytes(one), 0),
      );
    case 'hash':
      return Math.ceil(hashPages(inIndex));
    case 'hnsw':
      return hnswPages(
        inIndex,
        columns.reduce((sum, one) => sum + storedBytes(one), 0),
      );
  }
}

function parametersOf(table: Table, shape: IndexShape): Readonly<Record<string, string>> {
  return table.indexes.find(({ name }) => name === shape.name)?.parameters ?? {};
}

interface Pages {
  readonly heap: number;
  readonly toast: number;
  readonly indexes: readonly number[];
}

function relationPages(table: Table, facts: TableFacts, model: Model, rows: number, row: ToastedRow): Pages {
  const columns = table.columns.map(({ name }) => columnOf(table, name, facts, model));
  const even = columns.every(
    ({ shape, facts: one }) => one.nullShare === 0 && (shape.size !== null || one.spread === 'even'),
  );
  const heapPages = filledPages(
    rows,
    row.inline + ITEM_POINTER,
    even,
    Number(table.storage.parameters.fillfactor ?? 100),
  );
  const outside = toastPages(rows, row);
  const chunkKey = { tuple: 16, repeats: 1, order: 'ascending', fillfactor: 90 } as const;
  const indexes = indexShapesOf(table).map((shape) => {
    const index = facts.indexes.get(shape.name);
    if (index === undefined) throw new Error(`No facts about the index ${shape.name}`);
    const keys = insidePredicate(shape, indexColumns(table, shape, index, facts, model));
    return indexPages(shape, index, keys, parametersOf(table, shape), { rows, heapPages });
  });
  return {
    heap: heapPages + mapPages(heapPages),
    toast: hasToastTable(columns)
      ? outside + mapPages(outside) + btreePages({ ...chunkKey, rows: rows * row.chunks })
      : 0,
    indexes,
  };
}

/** Size of a table whose rows are as the facts say. */
export function tableSize(table: Table, facts: TableFacts, model: Model): TableSize {
  const { filled, empty, compressedShare } = facts.layout;
  const columns = table.columns.map(({ name }) => columnOf(table, name, facts, model));
  const row = toastedRow(columns);
  const full = relationPages(table, facts, model, facts.rows / filled, row);
  const bare = relationPages(table, facts, model, 0, row);
  const compressed = filled * compressedShare;
  const times = (each: number, none: number) =>
    ((filled - compressed) * each + (compressed + empty) * none) * PAGE_BYTES;
  const packed = compressed * (full.heap + full.toast) * COMPRESSED_LEAVES * PAGE_BYTES;
  const indexes = indexShapesOf(table).map(
    ({ name, method }, at): IndexSize => ({
      name,
      method,
      bytes: times(full.indexes[at] ?? 0, bare.indexes[at] ?? 0),
    }),
  );
  const heap = times(full.heap, bare.heap) + packed;
  const toast = times(full.toast, bare.toast);
  return {
    heap,
    toast,
    indexes,
    total: heap + toast + indexes.reduce((sum, { bytes }) => sum + bytes, 0),
    rowBytes: row.inline,
  };
}
