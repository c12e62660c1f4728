/** Facts about the rows of a table of which only the spec is known: everything here is an assumption, and stated in docs/sizing.md. */
import { type IndexShape, indexShapesOf } from '../check/index-shape.ts';
import { findColumn, lookupOf } from '../check/lookup.ts';
import { oncePer } from '../check/once-per.ts';
import type { TableInfo } from '../model/info.ts';
import type { Column, IndexKeyTarget, Model, Table } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { type AssumedColumn, assumedColumn } from './assumed-column.ts';
import type { EntryFacts, IndexFacts, InsertOrder, TableFacts } from './facts.ts';
import { predicateShare } from './predicate-share.ts';
import { layoutOf } from './window.ts';

export interface Surroundings {
  readonly model: Model;
  readonly info: TableInfo | undefined;
  /** Rows of every table, for what refers to it. */
  readonly rowsOf: ReadonlyMap<Table, number>;
  /** Months of rows that the table holds. */
  readonly months: number;
}

/** Of the rows that could be referred to, this share is. */
const REFERRED_TO = 0.5;

const DISTINCT: readonly (readonly [RegExp, number])[] = [
  [/country/, 200],
  [/currency/, 30],
  [/locale|language|timezone/, 60],
  [/platform|provider|kind|type|status|state|reason|method|channel|queue|level|code$/, 50],
];

function referredTable(table: Table, column: Column, { model, info }: Surroundings): Table | null {
  const { tablesByText } = lookupOf(model);
  const key = table.constraints.find((one) => one.kind === 'foreignKey' && one.columns.includes(column.name));
  const target = key?.kind === 'foreignKey' ? displayName(key.target) : info?.softReferences.get(column.name);
  return target === undefined ? null : (tablesByText.get(target) ?? null);
}

/** Different values of a column that is not null, among `rows`. */
function distinctValues(
  table: Table,
  column: Column,
  assumed: AssumedColumn,
  rows: number,
  around: Surroundings,
): number {
  if (assumed.labels !== null) return Math.min(rows, assumed.labels.length);
  const referred = referredTable(table, column, around);
  if (referred !== null) return Math.max(1, Math.min(rows, (around.rowsOf.get(referred) ?? rows) * REFERRED_TO));
  if (column.type.name === 'date') return Math.min(rows, Math.max(1, around.months * 30));
  if (column.type.name === 'smallint') return Math.min(rows, 100);
  if (['text', 'citext', 'country_code', 'currency_code', 'language_tag'].includes(column.type.name)) {
    const few = DISTINCT.find(([names]) => names.test(column.name))?.[1];
    return Math.min(rows, few ?? rows);
  }
  return rows;
}

type Columns = ReadonlyMap<string, AssumedColumn>;

function distinctShare(table: Table, shape: IndexShape, columns: Columns, rows: number, around: Surroundings): number {
  if (shape.unique || rows === 0) return 1;
  let distinct = 1;
  for (const { key } of shape.keys) {
    const column = key.kind === 'column' ? findColumn(table, key.column) : null;
    const assumed = column === null ? undefined : columns.get(column.name);
    if (column === null || assumed === undefined) return 1;
    const isNull = shape.where === null ? assumed.nullShare : 0;
    const values = distinctValues(table, column, assumed, rows * (1 - isNull), around);
    distinct *= values + (isNull > 0 ? 1 : 0);
  }
  return Math.min(1, distinct / rows);
}

/** Ids and times that grow as rows come. Rows of one-to-one satellites come in the order of their parents. */
function growsWithTime(table: Table, column: Column): boolean {
  const { value, type, name } = column;
  if (value.kind === 'identity') return true;
  if (value.kind === 'default' && /uuid_v7|now\(\)|current_date/.test(value.expr)) return true;
  const isTime = type.name === 'timestamp with time zone' || type.name === 'date';
  if (
    isTime &&
    !column.nullable &&
    /^(created|occurred|started|recorded|sent|seen|received|bucket|day|hour)/.test(name)
  )
    return true;
  const { storage } = table;
  if (storage.kind === 'hypertable') return storage.time === name;
  return storage.kind === 'partitioned' && storage.by === 'range' && storage.key.includes(name);
}

function isSatelliteKey(table: Table, shape: IndexShape, key: IndexKeyTarget): boolean {
  if (!shape.unique || shape.keys.length !== 1 || key.kind !== 'column') return false;
  return table.constraints.some(
    (one) => one.kind === 'foreignKey' && one.columns.length === 1 && one.columns[0] === key.column,
  );
}

function orderOf(table: Table, shape: IndexShape): InsertOrder {
  const [first] = shape.keys;
  if (first === undefined) return 'any';
  if (isSatelliteKey(table, shape, first.key)) return 'ascending';
  const column = first.key.kind === 'column' ? findColumn(table, first.key.column) : null;
  if (column === null || !growsWithTime(table, column)) return 'any';
  return first.direction === 'desc' ? 'descending' : 'ascending';
}

const EXPRESSION_WIDTH = 16;
const TRIGRAM_WIDTH = 4;
const WORDS = 200_000;
const TAGS = 5000;

/** Of so many possible ones, those that come at least once. */
function occurring(possible: number, entries: number): number {
  return possible * (1 - Math.exp(-entries / possible));
}

function entriesOf(table: Table, shape: IndexShape, columns: Columns, rows: number): EntryFacts {
  const [key] = shape.keys;
  const column = key?.key.kind === 'column' ? findColumn(table, key.key.column) : null;
  const width = column === null ? EXPRESSION_WIDTH : (columns.get(column.name)?.width ?? EXPRESSION_WIDTH);
  const made = (each: number, possible: number, one: number) => ({
    each,
    distinct: occurring(possible, rows * each),
    width: one,
  });
  if (key?.opclass === 'gin_trgm_ops') return made(width + 2, 10_000, TRIGRAM_WIDTH);
  if (column?.type.name === 'tsvector') return made(width / 12, WORDS, 7);
  if (key?.opclass === 'jsonb_path_ops') return made(width / 25, rows * 2 + 1, 4);
  if (column?.type.name === 'jsonb') return made(width / 12, rows * 2 + 1, 10);
  return made(4, TAGS, 10);
}

const columnsOf = oncePer((_model: Model) => new Map<Table, Columns>());

export function assumedColumns(table: Table, model: Model): Columns {
  const known = columnsOf(model);
  const columns =
    known.get(table) ?? new Map(table.columns.map((column) => [column.name, assumedColumn(column, table, model)]));
  known.set(table, columns);
  return columns;
}

export function assumedFacts(table: Table, rows: number, around: Surroundings): TableFacts {
  const columns = assumedColumns(table, around.model);
  const layout = layoutOf(table, around.months, rows);
  const indexes = new Map<string, IndexFacts>();
  for (const shape of indexShapesOf(table)) {
    const share = predicateShare(shape.where, columns);
    // A key comes again within its partition only; the key of a hash partition is all in one.
    const inIndex =
      (rows * share) / (table.storage.kind === 'partitioned' && table.storage.by === 'hash' ? 1 : layout.filled);
    indexes.set(shape.name, {
      share,
      distinct: distinctShare(table, shape, columns, inIndex, around),
      order: orderOf(table, shape),
      expressionWidths: shape.keys.flatMap(({ key }) => (key.kind === 'expression' ? [EXPRESSION_WIDTH] : [])),
      entries: shape.method === 'gin' ? entriesOf(table, shape, columns, (rows * share) / layout.filled) : null,
    });
  }
  return { rows, layout, columns, indexes };
}
