/** What rows a database holds, so that a change can be held to keeping them. */
import type { Session } from '../../src/db/session.ts';
import { tablesOf } from '../../src/model/keys.ts';
import type { Column, Model, Table } from '../../src/model/model.ts';
import { displayName, type QName, sameName } from '../../src/model/name.ts';
import { sameType } from '../../src/model/type.ts';
import { unapproved } from '../../src/plan/approval.ts';
import { type Plan, stepsOf } from '../../src/plan/plan.ts';
import { id, qualified, type Sql, sql } from '../../src/sql/text.ts';

/** Where a column is before and after a change. */
interface Move {
  readonly from: { readonly table: QName; readonly column: Column };
  readonly to: { readonly table: QName; readonly column: Column };
}

function tableNow(table: Table, wanted: Model): Table | null {
  const tables = tablesOf(wanted);
  const kept = tables.find((one) => sameName(one.name, table.name));
  return kept ?? tables.find((one) => one.renamedFrom !== null && sameName(one.renamedFrom, table.name)) ?? null;
}

function moveOf(table: Table, column: Column, wanted: Model): Move | null {
  const now = tableNow(table, wanted);
  const columns = now?.columns ?? [];
  const kept =
    columns.find((one) => one.name === column.name) ?? columns.find((one) => one.renamedFrom === column.name);
  if (now === null || kept === undefined) return null;
  return { from: { table: table.name, column }, to: { table: now.name, column: kept } };
}

/** Columns that hold values of their own, in tables that are nobody's but the case's. */
function ownColumns(model: Model): readonly { readonly table: Table; readonly column: Column }[] {
  return tablesOf(model)
    .filter(({ name }) => name.schema !== 'boyfanz')
    .flatMap((table) =>
      table.columns.filter(({ value }) => value.kind !== 'generated').map((column) => ({ table, column })),
    );
}

/** Columns that are before and after; a table that loses a partition is left out, since it loses rows with it. */
export function movesOf(before: Model, wanted: Model, plan: Plan): readonly Move[] {
  const shrunk = stepsOf(plan).flatMap(({ change }) => (change.kind === 'dropPartition' ? [change.table] : []));
  return ownColumns(before)
    .map(({ table, column }) => moveOf(table, column, wanted))
    .filter((move) => move !== null)
    .filter((move) => !shrunk.some((name) => sameName(name, move.to.table)));
}

/** After a change of type the values look different; which of them are there is what can be compared. */
function comparedValue(move: Move, side: 'from' | 'to'): Sql {
  const name = id(move[side].column.name);
  return sameType(move.from.column.type, move.to.column.type) ? name : sql`${name} is null`;
}

/** Number of rows and a checksum of the values of each column, in whatever order, under the names of after. */
export async function readRows(
  session: Session,
  moves: readonly Move[],
  side: 'from' | 'to',
): Promise<Readonly<Record<string, string>>> {
  const rows: Record<string, string> = {};
  for (const move of moves) {
    const text = sql`md5(coalesce((${comparedValue(move, side)})::text, 'null'))`;
    const [row] = await session.query(
      sql`select count(*) || ' ' || md5(coalesce(string_agg(${text}, '' order by ${text}), '')) from ${qualified(move[side].table)}`,
    );
    rows[`${displayName(move.to.table)}.${move.to.column.name}`] = row?.[0] ?? '';
  }
  return rows;
}

/** Tables and columns that the plan takes away without saying so. */
export function lostInSilence(before: Model, wanted: Model, plan: Plan): readonly string[] {
  if (plan.unsupported.length > 0) return [];
  const named = new Set(unapproved(plan, []).flatMap(({ kind, object }) => (kind === 'DATA_LOSS' ? [object] : [])));
  return ownColumns(before).flatMap(({ table, column }) => {
    const now = tableNow(table, wanted);
    const part = `${displayName(now?.name ?? table.name)}.${column.name}`;
    const isNamed = named.has(part) || (now === null && named.has(displayName(table.name)));
    return moveOf(table, column, wanted) === null && !isNamed ? [part] : [];
  });
}
