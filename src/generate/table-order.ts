/** In which order tables are filled: what is referred to comes first, as far as it must. */

import type { Info } from '../model/info.ts';
import { findTable, keyOf } from '../model/keys.ts';
import type { Model, Table } from '../model/model.ts';
import { displayName, sameName } from '../model/name.ts';

interface Need {
  readonly from: Table;
  readonly to: Table;
  /** How much is lost without it: 2 no row can be made, 1 a column stays null, 0 a soft reference points nowhere. */
  readonly weight: 0 | 1 | 2;
}

function needsOf(table: Table, model: Model, info: Info, byName: ReadonlyMap<string, Table>): readonly Need[] {
  const hard = table.constraints.flatMap((constraint): Need[] => {
    if (constraint.kind !== 'foreignKey' || sameName(constraint.target, table.name)) return [];
    const to = findTable(model, constraint.target);
    const mayBeNull = constraint.columns.some(
      (name) => table.columns.find((column) => column.name === name)?.nullable === true,
    );
    return to === null ? [] : [{ from: table, to, weight: mayBeNull ? 1 : 2 }];
  });
  const soft = [...(info.get(keyOf(table))?.softReferences.values() ?? [])].flatMap((name): Need[] => {
    const to = byName.get(name);
    return to === undefined || to === table ? [] : [{ from: table, to, weight: 0 }];
  });
  return [...hard, ...soft];
}

/**
 * Takes, one by one, the table that lacks least of what it refers to; between equals, the one that most others wait for.
 * Circles are thus broken where a column may be null. The order depends on the Model alone.
 */
export function orderTables(tables: readonly Table[], model: Model, info: Info): readonly Table[] {
  const byName = new Map(tables.map((table) => [displayName(table.name), table]));
  const wanted = new Set(tables);
  const needs = tables.flatMap((table) => needsOf(table, model, info, byName)).filter(({ to }) => wanted.has(to));
  const lacking = new Map(tables.map((table) => [table, [0, 0, 0]]));
  const waiting = new Map<Table, Need[]>(tables.map((table) => [table, []]));
  for (const need of needs) {
    const counts = lacking.get(need.from);
    if (counts !== undefined) counts[need.weight] = (counts[need.weight] ?? 0) + 1;
    waiting.get(need.to)?.push(need);
  }
  const cost = (table: Table) => {
    const [soft = 0, nullable = 0, required = 0] = lacking.get(table) ?? [];
    return required * 1e6 + nullable * 1e3 + soft;
  };
  const left = new Set(tables);
  const order: Table[] = [];
  while (left.size > 0) {
    let best: Table | null = null;
    for (const table of left) {
      if (best === null || cost(table) < cost(best)) best = table;
      if (cost(best) === 0) break;
    }
    if (best === null) break;
    left.delete(best);
    order.push(best);
    for (const { from, weight } of waiting.get(best) ?? []) {
      const counts = lacking.get(from);
      if (counts !== undefined) counts[weight] = (counts[weight] ?? 0) - 1;
    }
  }
  return order;
}
