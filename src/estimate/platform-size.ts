/** Sizes of all tables at a number of users, with what a month adds. */

import type { Info } from '../model/info.ts';
import { keyOf, tablesOf } from '../model/keys.ts';
import type { Model, Table } from '../model/model.ts';
import { assumedFacts } from './assumed-facts.ts';
import type { TableFacts } from './facts.ts';
import { rowsAt, type Scaling, scalingOf } from './scaling.ts';
import { type TableSize, tableSize } from './table-size.ts';
import { type Keep, keepOf, monthsHeld, PLATFORM_AGE } from './window.ts';

export interface TableEstimate {
  readonly table: Table;
  /** Folder of the section, `null` for the tool's own tables. */
  readonly section: string | null;
  readonly scaling: Scaling;
  readonly keep: Keep;
  readonly facts: TableFacts;
  readonly size: TableSize;
  /** Rows that a month brings, those that only replace others included. */
  readonly monthlyRows: number;
  /** Bytes by which a month makes the table larger, after what it deletes. */
  readonly monthlyBytes: number;
}

/** Sums of sizes, in bytes and rows. */
export interface SizeSum {
  readonly tables: number;
  readonly rows: number;
  readonly heap: number;
  readonly toast: number;
  readonly indexes: number;
  readonly total: number;
  readonly monthlyRows: number;
  readonly monthlyBytes: number;
}

/**
 * A table that deletes what is older than the platform's age does not grow any more; others have reached their size in that
 * time, and grow by the same each month.
 */
function growthOf(scaling: Scaling, keep: Keep, rows: number, bytes: number): readonly [rows: number, bytes: number] {
  if (scaling === 'constant') return [0, 0];
  const monthlyRows = rows / monthsHeld(keep);
  const isSteady = keep.kind === 'while needed' || (keep.kind === 'for' && keep.months <= PLATFORM_AGE);
  return [monthlyRows, isSteady ? 0 : bytes / PLATFORM_AGE];
}

/** In the order of the Model. */
export function platformSize(model: Model, info: Info, users: number): readonly TableEstimate[] {
  const scaling = scalingOf(model, info);
  const rowsOf = rowsAt(users, model, info);
  return tablesOf(model).map((table) => {
    const known = info.get(keyOf(table));
    const rows = rowsOf.get(table) ?? 0;
    const keep = keepOf(table, known);
    const facts = assumedFacts(table, rows, { model, info: known, rowsOf, months: monthsHeld(keep) });
    const size = tableSize(table, facts, model);
    const scales = scaling.get(table) ?? 'with users';
    const [monthlyRows, monthlyBytes] = growthOf(scales, keep, rows, size.total);
    return { table, section: known?.section ?? null, scaling: scales, keep, facts, size, monthlyRows, monthlyBytes };
  });
}

export function sumOf(estimates: readonly TableEstimate[]): SizeSum {
  const sum = (of: (one: TableEstimate) => number) => estimates.reduce((all, one) => all + of(one), 0);
  return {
    tables: estimates.length,
    rows: sum(({ facts }) => facts.rows),
    heap: sum(({ size }) => size.heap),
    toast: sum(({ size }) => size.toast),
    indexes: sum(({ size }) => size.total - size.heap - size.toast),
    total: sum(({ size }) => size.total),
    monthlyRows: sum((one) => one.monthlyRows),
    monthlyBytes: sum((one) => one.monthlyBytes),
  };
}
