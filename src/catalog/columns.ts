/** Columns, by table oid. */
import type { Column, ColumnValue, SequenceOptions } from '../model/model.ts';
import { qname } from '../model/name.ts';
import type { DataType } from '../model/type.ts';
import { catalogType } from './catalog-type.ts';
import { byFirstCell, type CatalogRow, cells } from './row.ts';
import { MANAGED_TABLES } from './scope.ts';

/** Starts from the tables by name so that types and collations are looked up once a column. */
export const COLUMNS_QUERY = `
select a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull, a.attidentity,
  a.attgenerated, pg_get_expr(d.adbin, d.adrelid), cn.nspname, co.collname, m.description
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_collation co on co.oid = a.attcollation and a.attcollation <> t.typcollation
left join pg_namespace cn on cn.oid = co.collnamespace
left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = a.attrelid and m.objsubid = a.attnum
where ${MANAGED_TABLES}
order by a.attrelid, a.attnum`;

export interface CatalogColumn {
  readonly attnum: string;
  readonly column: Column;
}

export function buildColumns(
  rows: readonly CatalogRow[],
  identity: ReadonlyMap<string, SequenceOptions>,
): ReadonlyMap<string, readonly CatalogColumn[]> {
  const built = new Map<string, readonly CatalogColumn[]>();
  // Thousands of columns share a few types.
  const types = new Map<string, DataType>();
  const typeOf = (text: string): DataType => {
    const type = types.get(text) ?? catalogType(text);
    types.set(text, type);
    return type;
  };
  for (const [table, group] of byFirstCell(rows)) {
    built.set(
      table,
      group.map((row) => buildColumn(row, identity, typeOf)),
    );
  }
  return built;
}

function buildColumn(
  row: CatalogRow,
  identity: ReadonlyMap<string, SequenceOptions>,
  typeOf: (text: string) => DataType,
): CatalogColumn {
  const cell = cells(row);
  const table = cell.text();
  const attnum = cell.text();
  const name = cell.text();
  const type = typeOf(cell.text());
  const nullable = cell.flag();
  const value = columnValue(cell.text(), cell.text(), cell.textOrNull(), identity.get(`${table}.${attnum}`));
  const collationSchema = cell.textOrNull();
  const collationName = cell.textOrNull();
  const collation = collationSchema === null || collationName === null ? null : qname(collationSchema, collationName);
  return {
    attnum,
    column: { name, type, nullable, value, collation, comment: cell.textOrNull(), renamedFrom: null },
  };
}

function columnValue(
  identity: string,
  generated: string,
  expr: string | null,
  options: SequenceOptions | undefined,
): ColumnValue {
  if (identity !== '') {
    if (options === undefined) throw new Error('An identity column without its sequence');
    return { kind: 'identity', mode: identity === 'a' ? 'always' : 'by default', options };
  }
  if (expr === null) return { kind: 'none' };
  return generated === '' ? { kind: 'default', expr } : { kind: 'generated', expr, stored: generated === 's' };
}
