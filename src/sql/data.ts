/**
 * Reference data as statements that may run any number of times.
 *
 * No `insert … on conflict`: that fires BEFORE INSERT triggers for rows that are there already, so that a table which is
 * append-only, counts its rows or hands out numbers would refuse or change what is not to be touched. Here a row that is
 * there is not inserted, and one that is as the specs say is not updated, so no trigger fires and no row version changes.
 */
import type { DataCell, DataColumn, DataRow, TableData } from '../model/data.ts';
import type { Ident } from '../model/name.ts';
import { id, join, list, lit, qualified, raw, type Sql, sql } from './text.ts';
import { typeSql } from './type.ts';

/** Rows that go in together: none of them finds another. */
export interface DataBatch {
  readonly data: TableData;
  readonly rows: readonly DataRow[];
}

/** One row stands on one line, so that a statement of this many can still be read. */
const ROWS_PER_STATEMENT = 100;

export function dataBatches(data: TableData): readonly DataBatch[] {
  const batches: DataBatch[] = [];
  let rows: DataRow[] = [];
  for (const row of data.rows) {
    if (rows.length === ROWS_PER_STATEMENT || (rows[0] !== undefined && rows[0].step !== row.step)) {
      batches.push({ data, rows });
      rows = [];
    }
    rows.push(row);
  }
  return rows.length === 0 ? batches : [...batches, { data, rows }];
}

/** A blank before "into" is written by its number, for the reason that `insertMissing` gives. */
function textSql(value: string): Sql {
  const literal = lit(value);
  if (!/\sinto\s/i.test(value)) return literal;
  const escaped = literal.startsWith('E') ? literal : `E${literal}`;
  return raw(escaped.replaceAll(/ (?=into\s)/gi, '\\040').replaceAll(/\n(?=into\s)/gi, '\\012'));
}

function cellSql(cell: DataCell): Sql {
  switch (cell.kind) {
    case 'null':
      return raw('null');
    case 'constant':
      return cell.bare ? raw(cell.text) : textSql(cell.text);
    case 'sql':
      return sql`(${raw(cell.expr)})`;
    case 'find': {
      const by = cell.where.map((one) => sql`${id(one.column)} = ${cellSql(one.cell)}`);
      return sql`(select ${id(cell.column)} from ${qualified(cell.table)} where ${join(by, ' and ')})`;
    }
  }
}

function prefixed(prefix: 'there' | 'wanted', column: Ident): Sql {
  return sql`${raw(prefix)}.${id(column)}`;
}

/**
 * The rows with the types of their columns: without the casts, literals would become text, and an enum takes none. Columns
 * of the key that the server computes stand behind them.
 */
function wantedRows({ data, rows }: DataBatch): Sql {
  const names = list(data.columns.map(({ name }) => id(name)));
  const casts = list(data.columns.map(({ name, type }) => sql`${id(name)}::${typeSql(type)}`));
  const lines = rows.map(({ cells }) => sql`    (${list(cells.map(cellSql))})`);
  const typed = sql`(${names}) as (\n  select ${casts}\n  from (values\n${join(lines, ',\n')}\n  ) as written (${names})\n)`;
  if (data.computed.length === 0) return sql`with wanted ${typed}`;
  const computed = list(data.computed.map(({ name, expr }) => sql`(${raw(expr)}) as ${id(name)}`));
  return sql`with given ${typed}, wanted as (\n  select *, ${computed} from given\n)`;
}

/** By `=`, which an index serves, wherever no row of the data has NULL in the column. */
function sameKey({ key, columns, rows }: TableData): Sql {
  const pairs = key.map((column) => {
    const at = columns.findIndex(({ name }) => name === column);
    const equals = rows.some(({ cells }) => cells[at]?.kind === 'null') ? sql`is not distinct from` : sql`=`;
    return sql`${prefixed('there', column)} ${equals} ${prefixed('wanted', column)}`;
  });
  return join(pairs, ' and ');
}

/** Types without an equality of their own, or with one that takes different values for the same. */
const COMPARED_AS_TEXT: ReadonlySet<string> = new Set(
  'json xml point line lseg box path polygon circle citext geometry geography'.split(' '),
);

function compared(prefix: 'there' | 'wanted', { name, type }: DataColumn): Sql {
  const column = prefixed(prefix, name);
  return COMPARED_AS_TEXT.has(type.name) ? sql`${column}::text` : column;
}

/** Columns that a row which is there may have otherwise than wanted. */
function updatedColumns({ columns, key, mode }: TableData): readonly DataColumn[] {
  return mode === 'add' ? [] : columns.filter(({ name }) => !key.includes(name));
}

function isDifferent(columns: readonly DataColumn[]): Sql {
  const row = (prefix: 'there' | 'wanted') => list(columns.map((column) => compared(prefix, column)));
  return sql`(${row('there')}) is distinct from (${row('wanted')})`;
}

/**
 * No blank before INTO: the SQL editor of Supabase takes SELECT, anything and INTO for a new table without row-level
 * security.
 */
function insertMissing(data: TableData): Sql {
  const names = list(data.columns.map(({ name }) => id(name)));
  return sql`insert/**/into ${qualified(data.table)} (${names})\n  select ${names} from wanted\n  where not exists (select from ${qualified(data.table)} as there where ${sameKey(data)})`;
}

/** Adds the rows that are missing and, unless the data only adds, brings the others back to what the specs say. */
export function putRows(batch: DataBatch): Sql {
  const { data } = batch;
  const columns = updatedColumns(data);
  if (columns.length === 0) return sql`${wantedRows(batch)}\n${insertMissing(data)}`;
  const set = list(columns.map(({ name }) => sql`${id(name)} = ${prefixed('wanted', name)}`));
  return sql`${wantedRows(batch)}, added as (\n  ${insertMissing(data)}\n)\nupdate ${qualified(data.table)} as there set ${set}\nfrom wanted\nwhere ${sameKey(data)} and ${isDifferent(columns)}`;
}

/** One row: how many rows `putRows` would add, and how many it would change. Only reads. */
export function countRows(batch: DataBatch): Sql {
  const { data } = batch;
  const columns = updatedColumns(data);
  const changed = columns.length === 0 ? raw('false') : sql`there.tableoid is not null and ${isDifferent(columns)}`;
  return sql`${wantedRows(batch)}\nselect count(*) filter (where there.tableoid is null), count(*) filter (where ${changed})\nfrom wanted left join ${qualified(data.table)} as there on ${sameKey(data)}`;
}
