/** Fills a database with generated rows, table by table. */
import { ID_MARK } from '../generate/column-source.ts';
import { createPool, type Pool } from '../generate/pool.ts';
import { createRandom } from '../generate/random.ts';
import type { ReferencePlan } from '../generate/references-of.ts';
import { createMemory, createRowMaker } from '../generate/row-maker.ts';
import { growsWithUse, rowTarget } from '../generate/row-target.ts';
import { rowsForKinds } from '../generate/subtypes.ts';
import { orderTables } from '../generate/table-order.ts';
import { planTable, type TablePlan } from '../generate/table-plan.ts';
import { arrayText } from '../generate/value.ts';
import type { Info } from '../model/info.ts';
import { findTable, keyOf, tablesOf } from '../model/keys.ts';
import type { Model, Table } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import { loadParser } from '../sql/syntax-tree.ts';
import { id, qualified, sql } from '../sql/text.ts';
import { type FillOutcome, fillTable } from './fill-table.ts';
import { Interrupted } from './interrupted.ts';
import { type BoundsByTable, countRows, readPartitionBounds, readPool } from './read-pool.ts';
import { DatabaseError, type Session } from './session.ts';

export interface GenerateSettings {
  readonly users: number;
  readonly seed: string;
  /** Rows of any one table but `users`, at most. */
  readonly rowsPerTable: number;
  /** Names of the tables to fill; `null` for all. */
  readonly only: ReadonlySet<string> | null;
  /** The present, in milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number, table: string) => void;
}

export interface FilledTable {
  readonly table: string;
  readonly wanted: number;
  readonly before: number;
  readonly inserted: number;
  readonly seconds: number;
  readonly grows: boolean;
  /** Why there are fewer rows than wanted. */
  readonly reason: string | null;
}

export interface GenerationFacts {
  /** Tables of the specs that the database does not have. */
  readonly missing: readonly string[];
  readonly hasRealUsers: boolean;
  /** Midnight, UTC, by the server's clock. */
  readonly today: number;
}

/** The tool's own tables have no section, and no use for generated rows. */
function filledTables(model: Model, info: Info): readonly Table[] {
  return tablesOf(model).filter((table) => (info.get(keyOf(table))?.section ?? null) !== null);
}

/** What has to be known before any row is written. */
export async function readGenerationFacts(session: Session, model: Model): Promise<GenerationFacts> {
  const names = tablesOf(model).map(({ name }) => name);
  const missing = await session.query(
    `select t.schema || '.' || t.name from unnest($1::text[], $2::text[]) as t(schema, name)
     where pg_catalog.to_regclass(pg_catalog.format('%I.%I', t.schema, t.name)) is null order by 1`,
    [
      arrayText(
        names.map(({ schema }) => schema),
        { kind: 'text' },
      ),
      arrayText(
        names.map(({ name }) => name),
        { kind: 'text' },
      ),
    ],
  );
  const [now] = await session.query("select extract(epoch from date_trunc('day', now() at time zone 'UTC'))::bigint");
  return {
    missing: missing.map(([name]) => (name ?? '').replace(/^public\./, '')),
    hasRealUsers: missing.length === 0 && (await hasRealUsers(session, model)),
    today: Number(now?.[0]) * 1000,
  };
}

/** Ids of generated rows carry a mark; see ID_MARK. */
async function hasRealUsers(session: Session, model: Model): Promise<boolean> {
  const users = tablesOf(model).find(({ name }) => name.name === 'users');
  const key = users?.columns.find(({ name, type }) => name === 'id' && type.name === 'uuid');
  if (users === undefined || key === undefined) return false;
  const [found] = await session.query(
    sql`select exists (select from ${qualified(users.name)} where id::text not like $1)`,
    [`________-____-${ID_MARK.version}-${ID_MARK.variant}-%`],
  );
  return found?.[0] === 't';
}

const INSUFFICIENT_PRIVILEGE = '42501';
const FEATURE_NOT_SUPPORTED = '0A000';

const NO_ROWS: Pool = createPool([]);

/** Pools that several tables use are read once, and forgotten with the last of them. */
function poolCache(session: Session, model: Model) {
  const pools = new Map<string, Pool>();
  return {
    load: async (reference: ReferencePlan): Promise<Pool> => {
      const name = `${displayName(reference.target)} ${reference.targetColumns.join()}`;
      const known = pools.get(name);
      if (known !== undefined) return known;
      const target = findTable(model, reference.target);
      const pool = target === null ? NO_ROWS : await readPool(session, model, target, reference.targetColumns);
      pools.set(name, pool);
      return pool;
    },
    forget: (table: Table) => {
      const start = `${displayName(table.name)} `;
      for (const name of pools.keys()) if (name.startsWith(start)) pools.delete(name);
    },
  };
}

type Pools = ReturnType<typeof poolCache>;

async function poolsOf(plan: TablePlan, pools: Pools): Promise<(reference: ReferencePlan) => Pool> {
  const loaded = new Map<ReferencePlan, Pool>();
  for (const reference of plan.references) loaded.set(reference, await pools.load(reference));
  return (reference) => loaded.get(reference) ?? NO_ROWS;
}

/**
 * Triggers that fire on INSERT. Constraint triggers of foreign keys are not among them: they are the server's own, and
 * stay on.
 */
function insertTriggers(table: Table): readonly string[] {
  return table.triggers
    .filter(({ events, enabled }) => events.includes('insert') && enabled !== 'disabled')
    .map(({ name }) => name);
}

/** A table with deferred checks pending cannot be altered: the transaction has made them immediate. */
async function withoutTriggers<T>(session: Session, table: Table, work: () => Promise<T>): Promise<T> {
  const names = insertTriggers(table);
  const statements = (verb: 'disable' | 'enable') =>
    names.map((name) => `alter table ${qualified(table.name)} ${verb} trigger ${id(name)};`).join('\n');
  const areOff = names.length > 0 && (await isPossible(session, statements('disable')));
  const result = await work();
  if (areOff) await session.execute(statements('enable'));
  return result;
}

/** TimescaleDB refuses to alter triggers of a hypertable with a columnstore: then they fire, and decide about the rows. */
async function isPossible(session: Session, script: string): Promise<boolean> {
  await session.execute('savepoint triggers');
  try {
    await session.execute(script);
    return true;
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.sqlState !== FEATURE_NOT_SUPPORTED) throw error;
    await session.execute('rollback to savepoint triggers');
    return false;
  }
}

async function fill(
  session: Session,
  plan: TablePlan,
  pools: Pools,
  wanted: number,
  before: number,
  settings: GenerateSettings,
  onProgress: (added: number) => void,
): Promise<FillOutcome> {
  const { table } = plan;
  const random = createRandom(`${settings.seed} ${displayName(table.name)} ${before}`);
  let made = before;
  const memory = createMemory(plan, before);
  const maker = async () => createRowMaker(plan, await poolsOf(plan, pools), random, settings.now, made, memory);
  const toItself = plan.references.some(({ isToItself }) => isToItself);
  const refresh = async () => {
    pools.forget(table);
    return await maker();
  };
  await session.execute('begin; set local synchronous_commit = off; set constraints all immediate');
  try {
    const first = await maker();
    const outcome = await withoutTriggers(session, table, () =>
      fillTable(session, plan, first, toItself ? refresh : null, {
        rows: wanted - before,
        signal: settings.signal,
        onProgress: (added) => {
          made += added;
          onProgress(added);
        },
      }),
    );
    await session.execute('commit');
    return outcome;
  } catch (error) {
    await session.execute('rollback');
    throw error;
  }
}

/** Statistics for the planner, and the visibility map that it counts on for scans of indexes alone. */
async function vacuum(session: Session, tables: readonly Table[]): Promise<void> {
  // Not by query(), which makes a transaction behind a pooler.
  for (const table of tables) await session.execute(sql`vacuum (analyze) ${qualified(table.name)}`);
}

/**
 * Fills the tables of the model in the order of their references. Each is a transaction of its own: what is loaded
 * stays, and running again tops up what is missing. Foreign keys and every other constraint are checked by the server;
 * triggers do not fire.
 *
 * @throws Interrupted, EnvironmentError; what the server says of one table is in that table's reason
 */
export async function generateData(
  session: Session,
  model: Model,
  info: Info,
  settings: GenerateSettings,
): Promise<readonly FilledTable[]> {
  await loadParser();
  const bounds: BoundsByTable = await readPartitionBounds(session);
  const usable = filledTables(model, info);
  const tables = orderTables(usable, model, info).filter(
    (table) => settings.only === null || settings.only.has(displayName(table.name)),
  );
  const targetOf = (table: Table, most: number) =>
    rowTarget(table, info.get(keyOf(table)) ?? null, settings.users, most);
  const forKinds = rowsForKinds(usable, model, (table) => targetOf(table, settings.rowsPerTable));
  const wantedOf = (table: Table) => targetOf(table, Math.max(settings.rowsPerTable, forKinds.get(table) ?? 0));
  const total = tables.reduce((sum, table) => sum + wantedOf(table), 0);
  const pools = poolCache(session, model);
  const filled: FilledTable[] = [];
  let done = 0;
  for (const [at, table] of tables.entries()) {
    if (settings.signal.aborted) throw new Interrupted(at);
    const started = performance.now();
    const own = info.get(keyOf(table)) ?? null;
    const grows = growsWithUse(own);
    const wanted = wantedOf(table);
    const before = await countRows(session, table);
    let outcome: FillOutcome = { inserted: 0, reason: null };
    // Lists that somebody has filled are what they should be.
    if (before < wanted && (grows || before === 0)) {
      const plan = planTable(table, own, model, {
        now: settings.now,
        partitionBounds: bounds.get(`${table.name.schema}.${table.name.name}`) ?? null,
      });
      try {
        outcome = await fill(session, plan, pools, wanted, before, settings, (added) => {
          settings.onProgress(Math.min(total, done + added), total, displayName(table.name));
        });
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.sqlState === INSUFFICIENT_PRIVILEGE) throw error;
        outcome = { inserted: 0, reason: `${error.message}${error.detail === null ? '' : ` (${error.detail})`}` };
      }
      pools.forget(table);
    }
    done += wanted;
    settings.onProgress(done, total, displayName(table.name));
    const seconds = (performance.now() - started) / 1000;
    filled.push({ table: displayName(table.name), wanted, before, grows, seconds, ...outcome });
  }
  await vacuum(session, tables);
  return filled;
}
