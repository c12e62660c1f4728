/**
 * Reference data into a database: one transaction, in which the server counts what is missing or different before anything
 * is written. What is there already is neither written nor locked, so a second run changes nothing.
 */
import type { TableData } from '../model/data.ts';
import type { Ident } from '../model/name.ts';
import { localSettings } from '../plan/session-settings.ts';
import { countRows, type DataBatch, dataBatches, putRows } from '../sql/data.ts';
import type { Span } from '../text/source.ts';
import { lockTransaction } from './apply-lock.ts';
import { cancelledOnRequest } from './cancelled-on-request.ts';
import { Interrupted } from './interrupted.ts';
import { Overtaken } from './overtaken.ts';
import { rolledBack } from './rolled-back.ts';
import { DatabaseError, type Session } from './session.ts';

/** Rows of one table: added, changed, and as they were. For a comparison: that would be. */
export interface DataOutcome {
  readonly data: TableData;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface DataComparison {
  readonly outcomes: readonly DataOutcome[];
  /** Those with something to do. */
  readonly batches: readonly DataBatch[];
}

export interface PutSettings {
  /** How long a statement may wait for a lock. */
  readonly lockTimeoutMs: number;
  readonly signal: AbortSignal;
  /** Of the target; `public` alone unless said. */
  readonly searchPath?: readonly Ident[];
}

/** The server refused rows. Nothing of the data is in the database. */
export class DataError extends Error {
  readonly database: DatabaseError;
  /** The row, or the document when no single row is the reason; `null` when only the end of the transaction failed. */
  readonly span: Span | null;
  readonly data: TableData | null;

  constructor(database: DatabaseError, data: TableData | null, span: Span | null) {
    super(database.message, { cause: database });
    this.name = 'DataError';
    this.database = database;
    this.data = data;
    this.span = span;
  }
}

interface Counts {
  readonly added: number;
  readonly changed: number;
}

async function count(session: Session, batch: DataBatch): Promise<Counts> {
  const [row] = await session.query(countRows(batch));
  return { added: Number(row?.[0]), changed: Number(row?.[1]) };
}

function beginScript(first: string, settings: readonly string[], searchPath?: readonly Ident[]): string {
  return [first, ...localSettings(searchPath), ...settings].map((statement) => `${statement};\n`).join('');
}

const SAVE = 'savepoint boyfanz_data';
const TAKE_BACK = 'rollback to savepoint boyfanz_data';

/** What does not exist (yet): a schema, table, column, type or function. */
const NOT_THERE: ReadonlySet<string | null> = new Set(['3F000', '42P01', '42703', '42704', '42883']);

function outcomeOf(data: TableData, counts: readonly Counts[]): DataOutcome {
  const added = counts.reduce((sum, one) => sum + one.added, 0);
  const changed = counts.reduce((sum, one) => sum + one.changed, 0);
  return { data, added, changed, unchanged: data.rows.length - added - changed };
}

/**
 * What `putData` would do, without doing it. Rows of tables that are not there yet count as missing.
 *
 * @throws DataError, EnvironmentError
 */
export async function compareData(
  session: Session,
  tables: readonly TableData[],
  searchPath?: readonly Ident[],
): Promise<DataComparison> {
  const outcomes: DataOutcome[] = [];
  const batches: DataBatch[] = [];
  await rolledBack(session, beginScript('begin read only', [], searchPath), async () => {
    for (const data of tables) {
      const counts: Counts[] = [];
      for (const batch of dataBatches(data)) {
        const found = await countIfThere(session, batch);
        counts.push(found);
        if (found.added + found.changed > 0) batches.push(batch);
      }
      outcomes.push(outcomeOf(data, counts));
    }
  });
  return { outcomes, batches };
}

async function countIfThere(session: Session, batch: DataBatch): Promise<Counts> {
  await session.execute(SAVE);
  try {
    return await count(session, batch);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (!NOT_THERE.has(error.sqlState)) throw new DataError(error, batch.data, batch.data.span);
    await session.execute(TAKE_BACK);
    return { added: batch.rows.length, changed: 0 };
  }
}

/** Row by row, to find out which one it is that the server refuses. */
async function placeOf(session: Session, { data, rows }: DataBatch): Promise<Span> {
  await session.execute(TAKE_BACK);
  for (const row of rows) {
    try {
      await session.execute(putRows({ data, rows: [row] }));
    } catch (error) {
      if (error instanceof DatabaseError) return row.span;
      throw error;
    }
  }
  return data.span;
}

async function putBatch(session: Session, batch: DataBatch, signal: AbortSignal): Promise<Counts> {
  if (signal.aborted) throw new Interrupted(0);
  await session.execute(SAVE);
  try {
    const counts = await count(session, batch);
    if (counts.added + counts.changed > 0) await session.execute(putRows(batch));
    return counts;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (signal.aborted) throw new Interrupted(0);
    const span = NOT_THERE.has(error.sqlState) ? batch.data.span : await placeOf(session, batch);
    throw new DataError(error, batch.data, span);
  }
}

async function putAll(session: Session, tables: readonly TableData[], settings: PutSettings) {
  const begin = beginScript('begin', [`set local lock_timeout = ${settings.lockTimeoutMs}`], settings.searchPath);
  await session.execute(begin);
  await lockTransaction(session, 0);
  const outcomes: DataOutcome[] = [];
  for (const data of tables) {
    const counts: Counts[] = [];
    for (const batch of dataBatches(data)) counts.push(await putBatch(session, batch, settings.signal));
    outcomes.push(outcomeOf(data, counts));
  }
  try {
    await session.execute('commit');
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new DataError(error, null, null);
  }
  return outcomes;
}

/**
 * Adds rows that are missing, and changes those that differ where the data says so; all of it or nothing.
 *
 * @param tables in an order in which their foreign keys hold
 * @throws DataError, Interrupted, Overtaken, EnvironmentError when the connection breaks
 */
export async function putData(
  session: Session,
  tables: readonly TableData[],
  settings: PutSettings,
): Promise<readonly DataOutcome[]> {
  if (tables.length === 0) return [];
  try {
    return await cancelledOnRequest(session, settings.signal, () => putAll(session, tables, settings));
  } catch (error) {
    if (error instanceof DataError || error instanceof Interrupted || error instanceof Overtaken) {
      await session.execute('rollback');
    }
    throw error;
  }
}
