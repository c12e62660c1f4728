/** Loads generated rows: batches of columns as arrays, which every engine takes, and of which the server keeps what it can. */
import type { Row } from '../generate/evaluate.ts';
import type { RowMaker } from '../generate/row-maker.ts';
import type { ColumnPlan, TablePlan } from '../generate/table-plan.ts';
import type { Expr } from '../model/model.ts';
import { id, join, list, qualified, raw, type Sql, sql } from '../sql/text.ts';
import { Interrupted } from './interrupted.ts';
import { rowParameters, rowsSql } from './rows-sql.ts';
import { DatabaseError, type Session } from './session.ts';

export interface FillOutcome {
  readonly inserted: number;
  /** Why there are fewer rows than wanted; `null` when there are not. */
  readonly reason: string | null;
}

export interface FillSettings {
  readonly rows: number;
  readonly signal: AbortSignal;
  /** Called after each batch with the rows that it added. */
  readonly onProgress: (added: number) => void;
}

const CHECK_VIOLATION = '23514';
/** Class 23 is integrity; P0001 is what a trigger that could not be switched off says. */
const ROW_REFUSED = /^(23|P0001)/;

/** Few enough that rows are made while the server takes those before; a round trip costs less than a hundred rows. */
const BATCH_ROWS = 500;
/** Wide rows, such as embeddings, come in smaller batches. */
const BATCH_VALUES = 60_000;

/** ON CONFLICT is refused where a key or an exclusion is deferrable. */
function skipsConflicts({ table }: TablePlan): boolean {
  return table.constraints.every(
    (constraint) =>
      (constraint.kind !== 'unique' && constraint.kind !== 'primaryKey' && constraint.kind !== 'exclusion') ||
      constraint.deferrable === 'not deferrable',
  );
}

function insertStatement(plan: TablePlan, columns: readonly ColumnPlan[], conditions: readonly Expr[]): Sql {
  const names = list(columns.map(({ name }) => id(name)));
  const holds = conditions.map((text) => raw(`(${text}) is not false`));
  const where = holds.length === 0 ? raw('') : sql` where ${join(holds, ' and ')}`;
  return sql`with added as (insert into ${qualified(plan.table.name)} (${names})
    select ${names} from ${rowsSql(plan, columns)}${where}
    ${raw(skipsConflicts(plan) ? 'on conflict do nothing' : '')} returning 1) select count(*) from added`;
}

function makeBatch(maker: RowMaker, wanted: number): readonly Row[] {
  const rows: Row[] = [];
  for (let misses = 0; rows.length < wanted && misses < 20; ) {
    const row = maker.next();
    if (row === null) misses += 1;
    else {
      rows.push(row);
      misses = 0;
    }
  }
  return rows;
}

function reasonOf(maker: RowMaker): string {
  const reasons = [...maker.unsolved()].toSorted((a, b) => b[1] - a[1]).slice(0, 3);
  return reasons.length === 0 ? 'rows that the server had already' : reasons.map(([name]) => name).join(', ');
}

/**
 * Adds rows until there are enough, or until no more can be made. Runs inside the caller's transaction. The next batch is
 * made while the server works on the one before.
 *
 * @param refresh a maker that knows the rows loaded so far, for tables that refer to themselves; `null` for others
 * @throws DatabaseError for what the server refuses, Interrupted
 */
export async function fillTable(
  session: Session,
  plan: TablePlan,
  first: RowMaker,
  refresh: (() => Promise<RowMaker>) | null,
  settings: FillSettings,
): Promise<FillOutcome> {
  const columns = plan.columns.filter(({ isLeftOut }) => !isLeftOut);
  const most = Math.max(50, Math.min(BATCH_ROWS, Math.floor(BATCH_VALUES / columns.length)));
  let maker = first;
  let conditions = plan.serverChecks;
  let inserted = 0;
  let emptyBatches = 0;
  let hasSavepoint = false;
  let refusal: string | null = null;
  const size = (done: number) => Math.min(most, settings.rows - done);

  const everything = plan.table.constraints.flatMap((constraint) =>
    constraint.kind === 'check' ? [constraint.expr] : [],
  );

  /** Halves what the server refuses until the rows that it means are alone, and leaves those out. */
  const send = async (rows: readonly Row[]): Promise<number> => {
    await session.execute(hasSavepoint ? 'release savepoint batch; savepoint batch' : 'savepoint batch');
    hasSavepoint = true;
    try {
      const parameters = rowParameters(rows, plan, columns);
      const [answer] = await session.query(insertStatement(plan, columns, conditions), parameters);
      return Number(answer?.[0] ?? 0);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      await session.execute('rollback to savepoint batch');
      if (error.sqlState === CHECK_VIOLATION && conditions.length < everything.length) {
        // The server knows better than the evaluation here: from now on it sorts the rows out.
        conditions = everything;
        return await send(rows);
      }
      if (!ROW_REFUSED.test(error.sqlState ?? '')) throw error;
      refusal = error.message;
      if (rows.length === 1) return 0;
      const half = Math.ceil(rows.length / 2);
      return (await send(rows.slice(0, half))) + (await send(rows.slice(half)));
    }
  };

  // Each time that there are twice as many rows to refer to.
  let refreshAt = refresh === null ? Number.POSITIVE_INFINITY : 1;
  let batch = makeBatch(maker, Math.min(size(0), refresh === null ? most : Math.max(1, Math.ceil(settings.rows / 10))));
  while (batch.length > 0 && inserted < settings.rows && emptyBatches < 3) {
    if (settings.signal.aborted) throw new Interrupted(0);
    const sending = send(batch);
    // A failure while the next batch is made is reported when it is awaited.
    sending.catch(() => undefined);
    const refreshesNext = inserted + batch.length >= refreshAt;
    const ahead = refreshesNext ? [] : makeBatch(maker, size(inserted + batch.length));
    const added = await sending;
    inserted += added;
    emptyBatches = added === 0 ? emptyBatches + 1 : 0;
    settings.onProgress(added);
    if (refresh !== null && inserted >= refreshAt && inserted < settings.rows) {
      maker = await refresh();
      refreshAt = inserted * 2;
    }
    batch = ahead.length === 0 ? makeBatch(maker, size(inserted)) : ahead;
  }
  return { inserted, reason: inserted >= settings.rows ? null : (refusal ?? reasonOf(maker)) };
}
