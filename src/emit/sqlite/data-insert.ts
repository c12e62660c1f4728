/** Reference data as INSERT. The file is for an empty database, so there is nothing to bring up to date. */
import type { DataCell, DataColumn, TableData } from '../../model/data.ts';
import { findTable } from '../../model/keys.ts';
import type { Model } from '../../model/model.ts';
import type { QName } from '../../model/name.ts';
import { attempt } from './attempt.ts';
import { translateExpression } from './expression.ts';
import { keeperOf, type Written } from './keeper.ts';
import { literalOf } from './literal.ts';
import { Untranslatable } from './piece.ts';
import { id } from './quote.ts';
import { columnOf } from './scope.ts';
import { type StoredType, storedType } from './stored-type.ts';

const ROWS_PER_STATEMENT = 100;

function expressionText(expr: string, type: StoredType, model: Model): string {
  const piece = translateExpression(expr, {
    model,
    column: () => null,
    isNowKnown: true,
    areListsOpen: false,
    exists: null,
  });
  if (piece.form === 'literal') return literalOf(piece.constant ?? '', type);
  // A time of day where a date is asked for and the like: PostgreSQL converts, SQLite would store it as it is.
  if (piece.form !== type.form && piece.form !== 'null') throw new Untranslatable(`${piece.form} for ${type.form}`);
  return piece.text;
}

function typeIn(table: QName, column: string, model: Model): StoredType {
  const found = findTable(model, table);
  const definition = found === null ? null : columnOf(found, column);
  if (definition === null) throw new Error(`No column ${table.name}.${column}`);
  return storedType(definition.type, model);
}

function cellText(cell: DataCell, type: StoredType, model: Model): string {
  switch (cell.kind) {
    case 'null':
      return 'null';
    case 'constant':
      return literalOf(cell.text, type);
    case 'sql':
      return expressionText(cell.expr, type, model);
    case 'find': {
      const by = cell.where.map(
        (one) => `${id(one.column)} = ${cellText(one.cell, typeIn(cell.table, one.column, model), model)}`,
      );
      return `(select ${id(cell.column)} from ${id(cell.table.name)} where ${by.join(' and ')})`;
    }
  }
}

function insert(table: QName, columns: readonly DataColumn[], rows: readonly string[]): string {
  return `insert into ${id(table.name)} (${columns.map(({ name }) => id(name)).join(', ')}) values\n${rows.join(',\n')};`;
}

export function writeData(data: TableData, model: Model): Written {
  const keeper = keeperOf(findTable(model, data.table));
  const types = data.columns.map(({ type }) => storedType(type, model));
  const statements: string[] = [];
  let rows: string[] = [];
  let step = 0;
  const flush = () => {
    if (rows.length > 0) statements.push(insert(data.table, data.columns, rows));
    rows = [];
  };
  for (const [at, row] of data.rows.entries()) {
    const made = attempt(() =>
      row.cells.map((cell, place) =>
        cellText(
          cell,
          types[place] ?? storedType({ schema: null, name: 'text', args: [], dimensions: 0 }, model),
          model,
        ),
      ),
    );
    if (!made.isDone) {
      keeper.lose('row of reference data', `row ${at + 1}`, made.reason);
      continue;
    }
    // A row finds those of the steps before it.
    if (row.step !== step || rows.length === ROWS_PER_STATEMENT) flush();
    step = row.step;
    rows.push(`  (${made.value.join(', ')})`);
  }
  flush();
  return { statements, losses: keeper.losses };
}
