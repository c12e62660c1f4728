/** What generated rows may refer to, and where partitioned tables can take them: read from the server. */
import { parsePartitionBound } from '../catalog/partition-bound.ts';
import { parseTime } from '../generate/calendar.ts';
import { createPool, type Pool } from '../generate/pool.ts';
import { parseValue, valueTypeOf } from '../generate/value.ts';
import type { Model, Table } from '../model/model.ts';
import { id, list, qualified, raw, sql } from '../sql/text.ts';
import type { Session } from './session.ts';

/** The first by key are those that most others refer to; more than this only costs memory. */
const POOL_ROWS = 200_000;

/** Rows in which none of these columns is null, in the order of the columns. */
export async function readPool(
  session: Session,
  model: Model,
  table: Table,
  columns: readonly string[],
): Promise<Pool> {
  const types = columns.map((name) => {
    const column = table.columns.find((one) => one.name === name);
    return column === undefined ? { kind: 'other' as const } : valueTypeOf(column.type, model);
  });
  const names = columns.map(id);
  const present = names.map((name) => sql`${name} is not null`).join(' and ');
  const rows = await session.query(
    sql`select ${list(names.map((name) => sql`${name}::text`))} from ${qualified(table.name)} where ${raw(present)}
      order by ${list(names)} limit ${raw(String(POOL_ROWS))}`,
  );
  return createPool(
    rows.map((row) => row.map((text, at) => (text === null ? null : parseValue(text, types[at] ?? { kind: 'other' })))),
  );
}

export async function countRows(session: Session, table: Table): Promise<number> {
  const [row] = await session.query(sql`select count(*) from ${qualified(table.name)}`);
  return Number(row?.[0] ?? 0);
}

export type BoundsByTable = ReadonlyMap<string, { readonly low: number; readonly high: number }>;

function boundValue(literal: string | undefined): number | null {
  const text = literal?.replace(/^'|'$/g, '') ?? '';
  return parseTime(text) ?? (/^-?\d+$/.test(text) ? Number(text) : null);
}

/** @returns by `schema.table`, for tables partitioned by ranges of one column without a partition for the rest */
export async function readPartitionBounds(session: Session): Promise<BoundsByTable> {
  const rows = await session.query(
    `select n.nspname || '.' || p.relname, pg_catalog.pg_get_expr(c.relpartbound, c.oid)
     from pg_catalog.pg_partitioned_table t
       join pg_catalog.pg_class p on p.oid = t.partrelid
       join pg_catalog.pg_namespace n on n.oid = p.relnamespace
       join pg_catalog.pg_inherits i on i.inhparent = p.oid
       join pg_catalog.pg_class c on c.oid = i.inhrelid
     where t.partstrat = 'r' and t.partnatts = 1
     order by 1, 2`,
  );
  const found = new Map<string, { low: number; high: number }>();
  const open = new Set<string>();
  for (const [name, text] of rows) {
    const bound = parsePartitionBound(text ?? '');
    const low = bound.kind === 'range' ? boundValue(bound.from[0]) : null;
    const high = bound.kind === 'range' ? boundValue(bound.to[0]) : null;
    if (low === null || high === null) open.add(name ?? '');
    else {
      const before = found.get(name ?? '');
      found.set(name ?? '', { low: Math.min(low, before?.low ?? low), high: Math.max(high, before?.high ?? high) });
    }
  }
  for (const name of open) found.delete(name);
  return found;
}
