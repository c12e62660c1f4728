/** Rows as a relation that a statement reads: each column's values travel as one array parameter. */
import type { Row } from '../generate/evaluate.ts';
import type { ColumnPlan, TablePlan } from '../generate/table-plan.ts';
import { arrayText } from '../generate/value.ts';
import { id, list, raw, type Sql, sql } from '../sql/text.ts';
import { typeSql } from '../sql/type.ts';

/** Arrays of arrays have to be of one length each, and not every type's arrays are separated by commas. */
function travelsAsText({ type }: ColumnPlan): boolean {
  return type.kind === 'array' || type.kind === 'other';
}

function parameterType(plan: ColumnPlan): Sql {
  const { column } = plan;
  return travelsAsText(plan) ? raw('text[]') : sql`${typeSql({ ...column.type, dimensions: 1 })}`;
}

/** A subquery with the table's name and these columns of it, in the table's types. Its parameters are `rowParameters`. */
export function rowsSql(plan: TablePlan, columns: readonly ColumnPlan[]): Sql {
  const names = list(columns.map(({ name }) => id(name)));
  const parameters = list(columns.map((column, at) => sql`${raw(`$${at + 1}`)}::${parameterType(column)}`));
  const selected = list(
    columns.map((column) =>
      travelsAsText(column)
        ? sql`r.${id(column.name)}::${typeSql(column.column.type)} as ${id(column.name)}`
        : sql`r.${id(column.name)}`,
    ),
  );
  // Checks name the columns of their table, and sometimes the table.
  return sql`(select ${selected} from unnest(${parameters}) as r(${names})) as ${id(plan.table.name.name)}`;
}

export function rowParameters(
  rows: readonly Row[],
  plan: TablePlan,
  columns: readonly ColumnPlan[],
): readonly string[] {
  return columns.map((column) => {
    const at = plan.places.get(column.name)?.at ?? -1;
    const values = rows.map((row) => row[at] ?? null);
    if (column.type.kind !== 'array') return arrayText(values, column.type);
    const { of } = column.type;
    const texts = values.map((value) => (Array.isArray(value) ? arrayText(value, of) : null));
    return arrayText(texts, { kind: 'text' });
  });
}
