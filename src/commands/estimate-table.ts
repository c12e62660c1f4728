/** The estimate of one table: its rows, every index, and what was assumed of its columns. */
import { assumedColumns } from '../estimate/assumed-facts.ts';
import { platformSize, type TableEstimate } from '../estimate/platform-size.ts';
import { showBytes, showCount } from '../estimate/show-size.ts';
import { COMPRESSED_LEAVES } from '../estimate/table-size.ts';
import type { Info } from '../model/info.ts';
import type { Model, Table } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { displayType } from '../model/type.ts';
import { textTable } from '../text/text-table.ts';

export interface TableEstimateJson {
  readonly table: string;
  readonly section: string | null;
  readonly users: number;
  readonly rows: number;
  readonly scaling: TableEstimate['scaling'];
  /** Partitions or chunks with rows, and those that stand ready. */
  readonly relations: { readonly filled: number; readonly empty: number; readonly compressed: number };
  readonly bytes: {
    readonly row: number;
    readonly heap: number;
    readonly toast: number;
    readonly indexes: number;
    readonly total: number;
  };
  readonly monthly: { readonly rows: number; readonly bytes: number };
}

export interface OneTableJson extends TableEstimateJson {
  readonly indexes: readonly {
    readonly name: string;
    readonly method: string;
    readonly share: number;
    readonly distinct: number;
    readonly bytes: number;
  }[];
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly width: number;
    readonly nullShare: number;
    readonly because: string;
  }[];
}

export function tableEstimateJson(one: TableEstimate, users: number): TableEstimateJson {
  const { size, facts } = one;
  const { filled, empty, compressedShare } = facts.layout;
  return {
    table: displayName(one.table.name),
    section: one.section,
    users,
    rows: facts.rows,
    scaling: one.scaling,
    relations: { filled, empty, compressed: Math.round(filled * compressedShare) },
    bytes: {
      row: Math.round(size.rowBytes),
      heap: Math.round(size.heap),
      toast: Math.round(size.toast),
      indexes: Math.round(size.total - size.heap - size.toast),
      total: Math.round(size.total),
    },
    monthly: { rows: Math.round(one.monthlyRows), bytes: Math.round(one.monthlyBytes) },
  };
}

/** @throws when the table is not one of the Model */
export function estimateOne(table: Table, model: Model, info: Info, users: number): TableEstimate {
  const found = platformSize(model, info, users).find((one) => one.table === table);
  if (found === undefined) throw new Error(`${table.name.name} is no table of the model`);
  return found;
}

export function oneTableJson(one: TableEstimate, model: Model, users: number): OneTableJson {
  const columns = assumedColumns(one.table, model);
  return {
    ...tableEstimateJson(one, users),
    indexes: one.size.indexes.map(({ name, method, bytes }) => {
      const { share = 1, distinct = 1 } = one.facts.indexes.get(name) ?? {};
      return { name, method, share, distinct, bytes: Math.round(bytes) };
    }),
    columns: one.table.columns.map(({ name, type }) => {
      const { width = 0, nullShare = 0, because = '' } = columns.get(name) ?? {};
      return { name, type: displayType(type), width: Math.round(width), nullShare, because };
    }),
  };
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}

function relationsText({ relations }: TableEstimateJson): readonly string[] {
  const { filled, empty, compressed } = relations;
  if (filled + empty === 1) return [];
  const packed =
    compressed === 0 ? '' : `, ${compressed} of them compressed to an assumed 1/${Math.round(1 / COMPRESSED_LEAVES)}`;
  return [`in ${showCount(filled)} partitions${packed}${empty === 0 ? '' : `, and ${showCount(empty)} empty ones`}`];
}

/** Rows, bytes and growth in a few lines. */
export function sizeLines(one: OneTableJson): readonly string[] {
  const { bytes, monthly, rows } = one;
  const each = rows === 0 ? '' : `, ${showCount(bytes.total / rows)} bytes each with their indexes`;
  const constant = one.scaling === 'constant' ? ' (a catalogue: the same for any number of users)' : '';
  return [
    `${showCount(rows)} rows${each}${constant}`,
    ...relationsText(one),
    `table ${showBytes(bytes.heap)}, TOAST ${showBytes(bytes.toast)}, indexes ${showBytes(bytes.indexes)}, all ${showBytes(bytes.total)}`,
    `a month brings ${showCount(monthly.rows)} rows and adds ${showBytes(monthly.bytes)}`,
  ];
}

/** The sizes, then a line for every index and column. */
export function oneTableText(one: OneTableJson): string {
  const indexes = one.indexes.map(({ name, method, share, distinct, bytes }) => [
    name,
    method,
    percent(share),
    percent(distinct),
    showBytes(bytes),
  ]);
  const columns = one.columns.map(({ name, type, width, nullShare, because }) => [
    name,
    String(width),
    percent(nullShare),
    `${type}: ${because}`,
  ]);
  const widest = Math.max(0, ...columns.map((cells) => cells.at(-1)?.length ?? 0));
  return [
    `${one.table} at ${showCount(one.users)} users`,
    ...sizeLines(one).map((line) => `  ${line}`),
    '',
    ...textTable([['Index', 'method', 'of the rows', 'distinct', 'size'], ...indexes]),
    '',
    ...textTable([
      ['Column', 'bytes', 'null', 'assumed because'.padEnd(widest)],
      ...columns.map((cells) => [...cells.slice(0, -1), (cells.at(-1) ?? '').padEnd(widest)]),
    ]).map((line) => line.trimEnd()),
  ].join('\n');
}
