/** Rows that satisfy the specs, put into SQLite. */
import type sqlite from 'node-sqlite3-wasm';
import { literalOf } from '../../../src/emit/sqlite/literal.ts';
import { id } from '../../../src/emit/sqlite/quote.ts';
import { storedType } from '../../../src/emit/sqlite/stored-type.ts';
import type { Row } from '../../../src/generate/evaluate.ts';
import { createPool, type Pool } from '../../../src/generate/pool.ts';
import { createRandom } from '../../../src/generate/random.ts';
import type { ReferencePlan } from '../../../src/generate/references-of.ts';
import { createMemory, createRowMaker } from '../../../src/generate/row-maker.ts';
import { orderTables } from '../../../src/generate/table-order.ts';
import { planTable, type TablePlan } from '../../../src/generate/table-plan.ts';
import { parseValue, valueText, valueTypeOf } from '../../../src/generate/value.ts';
import type { Info } from '../../../src/model/info.ts';
import { keyOf, tablesOf } from '../../../src/model/keys.ts';
import type { Model, Table } from '../../../src/model/model.ts';

const NOW = Date.UTC(2026, 0, 15);
const ROWS = 2;

function poolOf(db: sqlite.Database, reference: ReferencePlan, model: Model): Pool {
  const target = tablesOf(model).find(({ name }) => name.name === reference.target.name && name.schema === 'public');
  if (target === undefined) return createPool([]);
  const columns = reference.targetColumns.flatMap((name) => target.columns.filter((column) => column.name === name));
  const names = columns.map(({ name }) => id(name));
  const present = names.map((name) => `${name} is not null`).join(' and ');
  const found = db.all(
    `select ${names.join(', ')} from ${id(target.name.name)} where ${present} order by rowid limit 100`,
  );
  return createPool(
    found.map((row) =>
      columns.map(({ name, type }) => {
        const value = row[name];
        const valueType = valueTypeOf(type, model);
        if (valueType.kind === 'boolean') return value === 1;
        const bytes = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
        return parseValue(String(bytes), valueType);
      }),
    ),
  );
}

function insertion(plan: TablePlan, row: Row, model: Model): string {
  const given = plan.columns.flatMap(({ column, type, isLeftOut }, at) => {
    const value = row[at] ?? null;
    if (isLeftOut || value === null) return [];
    const text = valueText(value, type);
    // Milliseconds are what SQLite keeps of a second.
    const times = type.kind === 'timestamp' ? text.replace(/(\.\d{3})\d+/, '$1') : text;
    return [[id(column.name), literalOf(times, storedType(column.type, model))] as const];
  });
  const names = given.map(([name]) => name).join(', ');
  return `insert into ${id(plan.table.name.name)} (${names}) values (${given.map(([, text]) => text).join(', ')})`;
}

/** As when PostgreSQL is filled, triggers do not fire: what they ask of other rows the generator does not know. */
function withoutInsertTriggers(db: sqlite.Database): void {
  const named = db.all(
    "select name from sqlite_schema where type = 'trigger' and sql like '% before insert on %' and sql not like '%CHECK constraint%'",
  );
  for (const { name } of named) db.exec(`drop trigger ${id(String(name))}`);
}

export interface Filled {
  readonly rows: number;
  readonly tables: number;
  /** Errors of rows that should have gone in. */
  readonly refused: readonly string[];
}

/** Puts a few rows into each table of a database that has been made. `loadParser()` has to have been awaited before. */
export function fillWithRows(db: sqlite.Database, model: Model, info: Info): Filled {
  withoutInsertTriggers(db);
  const tables = orderTables(
    tablesOf(model).filter(({ name }) => name.schema === 'public'),
    model,
    info,
  );
  const refused: string[] = [];
  const filled = new Set<Table>();
  let rows = 0;
  db.exec('begin');
  for (const table of tables) {
    const plan = planTable(table, info.get(keyOf(table)) ?? null, model, { now: NOW, partitionBounds: null });
    const pools = new Map(plan.references.map((reference) => [reference, poolOf(db, reference, model)]));
    const pool = (reference: ReferencePlan) => pools.get(reference) ?? createPool([]);
    const maker = createRowMaker(plan, pool, createRandom(table.name.name), NOW, 0, createMemory(plan, 0));
    for (let made = 0; made < ROWS; made += 1) {
      const row = maker.next();
      if (row === null) break;
      try {
        db.exec(insertion(plan, row, model));
        filled.add(table);
        rows += 1;
      } catch (error) {
        // What the generator leaves to the server, SQLite may decide as well.
        const isForServer = plan.serverChecks.length > 0 && String(error).includes('CHECK constraint failed');
        if (!isForServer) refused.push(`${table.name.name}: ${String(error)}: ${insertion(plan, row, model)}`);
      }
    }
  }
  db.exec('commit');
  return { rows, tables: filled.size, refused };
}
