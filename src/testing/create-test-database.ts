/**
 * A pg-mem database with some of the tables, for an application's unit tests: no server, made in milliseconds. It holds
 * columns, keys and foreign keys and little else, and proves nothing about the schema: what it lacks is listed.
 */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { DataType, type IMemoryDb, newDb } from 'pg-mem';
import { memoryForeignKey, memoryTable } from '../emit/pg-mem/memory-table.ts';
import { readSpecTree } from '../files/read-specs.ts';
import { tablesOf } from '../model/keys.ts';
import type { Model, Table } from '../model/model.ts';
import { displayName, sameName } from '../model/name.ts';
import { compileSpecs } from '../spec/compile.ts';
import { TARGETS } from '../target/list.ts';
import { hasErrors } from '../text/diagnostic.ts';
import { formatDiagnostic } from '../text/frame.ts';

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

/** What defaults call: pg-mem has no functions of its own for ids. */
export function registerFunctions(db: IMemoryDb): void {
  const uuid = { returns: DataType.uuid, implementation: () => randomUUID(), impure: true } as const;
  db.public.registerFunction({ name: 'gen_random_uuid', ...uuid });
  db.createSchema('boyfanz').registerFunction({ name: 'uuid_v7', ...uuid });
}

/** @returns what is left out: keys to tables that were not asked for, and those that pg-mem does not take */
function addForeignKeys(db: IMemoryDb, table: Table, tables: readonly Table[]): readonly string[] {
  return table.constraints.flatMap((constraint) => {
    if (constraint.kind !== 'foreignKey') return [];
    const what = `${displayName(table.name)}: the foreign key ${constraint.name} to ${displayName(constraint.target)}`;
    if (!tables.some((other) => sameName(other.name, constraint.target))) return [what];
    try {
      db.public.none(memoryForeignKey(constraint, table));
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
    const created = memoryTable(table, model);
    db.public.none(created.statement);
    leftOut.push(...created.leftOut.map((what) => `${name}: ${what}`));
  }
  for (const table of tables) leftOut.push(...addForeignKeys(db, table, tables));
  return { db, leftOut };
}
