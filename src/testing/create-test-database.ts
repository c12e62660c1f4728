/**
 * A pg-mem database with some of the tables, for an application's unit tests: no server, made in milliseconds. It holds
 * columns, keys and foreign keys and little else, and proves nothing about the schema: what it lacks is listed.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { DataType, type IMemoryDb, newDb } from 'pg-mem';
import { readSpecTree } from '../files/read-specs.ts';
import { tablesOf } from '../model/keys.ts';
import type { Constraint, Model, Table } from '../model/model.ts';
import { displayName, sameName } from '../model/name.ts';
import { compileSpecs } from '../spec/compile.ts';
import { constraintDefinition } from '../sql/constraint.ts';
import { join, qualified, type Sql, sql } from '../sql/text.ts';
import { TARGETS } from '../target/list.ts';
import { hasErrors } from '../text/diagnostic.ts';
import { formatDiagnostic } from '../text/frame.ts';
import { memoryColumn } from './column-sql.ts';

export interface TestDatabaseOptions {
  /** Names as in the specs: `users`, `boyfanz.rolling_partitions`. */
  readonly tables: readonly string[];
  /** Folder of specs; the packaged ones otherwise. */
  readonly specs?: string;
}

export interface TestDatabase {
  /** `db.adapters.createPg()` gives a `pg` whose `Pool` and `Client` work on it. */
  readonly db: IMemoryDb;
  /** What the real tables have and these do not, a sentence fragment each. */
  readonly leftOut: readonly string[];
}

const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function readModel(specs: string | undefined): Promise<Model> {
  const tree = await readSpecTree(specs ?? `${PACKAGE_ROOT}/specs`, PACKAGE_ROOT);
  const { model, diagnostics } = compileSpecs(tree, TARGETS.postgres);
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join('\n'));
  return model;
}

function findTables(model: Model, names: readonly string[]): readonly Table[] {
  const all = tablesOf(model);
  return names.map((name) => {
    const table = all.find((candidate) => displayName(candidate.name) === name);
    if (table === undefined) throw new Error(`The specs have no table ${name}`);
    return table;
  });
}

function registerFunctions(db: IMemoryDb): void {
  const uuid = { returns: DataType.uuid, implementation: () => randomUUID(), impure: true } as const;
  db.public.registerFunction({ name: 'gen_random_uuid', ...uuid });
  db.createSchema('boyfanz').registerFunction({ name: 'uuid_v7', ...uuid });
}

function isKey(constraint: Constraint): boolean {
  return constraint.kind === 'primaryKey' || constraint.kind === 'unique';
}

/** Only what `one_of` makes: pg-mem parses more, and then fails when a row comes. */
function isOneOf(constraint: Constraint): boolean {
  return constraint.kind === 'check' && /^[a-z_]\w* in \('[^()]*'\)$/.test(constraint.expr);
}

/** pg-mem defers nothing, and takes a check that is NULL for broken. */
function adapted(constraint: Constraint, table: Table): Constraint {
  if (constraint.kind === 'check') {
    const [name = ''] = constraint.expr.split(' ');
    const isNullable = table.columns.some((column) => column.name === name && column.nullable);
    return isNullable ? { ...constraint, expr: `${name} is null or ${constraint.expr}` } : constraint;
  }
  return 'include' in constraint
    ? { ...constraint, include: [], deferrable: 'not deferrable' }
    : { ...constraint, deferrable: 'not deferrable' };
}

function createTable(table: Table, model: Model): { readonly statement: Sql; readonly leftOut: readonly string[] } {
  const columns = table.columns.map((column) => memoryColumn(column, model));
  const kept = table.constraints.filter((constraint) => isKey(constraint) || isOneOf(constraint));
  const lines = [
    ...columns.map(({ definition }) => definition),
    ...kept.map((constraint) => constraintDefinition(adapted(constraint, table))),
  ];
  return {
    statement: sql`create table ${qualified(table.name)} (${join(lines, ', ')})`,
    leftOut: columns.flatMap(({ leftOut }) => (leftOut === null ? [] : [leftOut])),
  };
}

/** What is left out without trying: pg-mem has no such thing, or it would not mean the same. */
function neverKept(table: Table): readonly string[] {
  const counts: readonly (readonly [number, string])[] = [
    [
      table.constraints.filter((one) => one.kind === 'exclusion' || (one.kind === 'check' && !isOneOf(one))).length,
      'check',
    ],
    [table.indexes.filter((index) => index.unique).length, 'partial or computed unique index'],
    [table.triggers.length, 'trigger'],
  ];
  return [
    ...counts.flatMap(([number, what]) => (number === 0 ? [] : [`${number} × ${what}`])),
    ...(table.rowSecurity === 'off' ? [] : ['row security']),
    ...(table.storage.kind === 'heap' ? [] : ['partitions']),
  ];
}

/** @returns what is left out: keys to tables that were not asked for, and those that pg-mem does not take */
function addForeignKeys(db: IMemoryDb, table: Table, tables: readonly Table[]): readonly string[] {
  return table.constraints.flatMap((constraint) => {
    if (constraint.kind !== 'foreignKey') return [];
    const what = `${displayName(table.name)}: the foreign key ${constraint.name} to ${displayName(constraint.target)}`;
    if (!tables.some((other) => sameName(other.name, constraint.target))) return [what];
    try {
      db.public.none(sql`alter table ${qualified(table.name)} add ${constraintDefinition(adapted(constraint, table))}`);
      return [];
    } catch (error) {
      // An error of the library about a feature that it lacks; anything else would show in every table.
      if (error instanceof Error) return [`${what} (pg-mem cannot hold it)`];
      throw error;
    }
  });
}

/**
 * ```ts
 * const { db } = await createTestDatabase({ tables: ['users', 'user_profiles'] });
 * const { Pool } = db.adapters.createPg();
 * ```
 *
 * @throws Error when a table is not in the specs, or the specs have errors
 */
export async function createTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const model = await readModel(options.specs);
  const tables = findTables(model, options.tables);
  const db = newDb();
  registerFunctions(db);
  const leftOut: string[] = [];
  for (const table of tables) {
    const name = displayName(table.name);
    const created = createTable(table, model);
    db.public.none(created.statement);
    leftOut.push(...[...created.leftOut, ...neverKept(table)].map((what) => `${name}: ${what}`));
  }
  for (const table of tables) leftOut.push(...addForeignKeys(db, table, tables));
  return { db, leftOut };
}
