/** Tables whose rows are told apart by a kind, each kind with a table of its own: how many rows all of those need. */
import { findTable } from '../model/keys.ts';
import type { ForeignKey, Model, Table } from '../model/model.ts';
import { Unsupported } from './expression.ts';
import { type Facts, learn, noFacts } from './facts.ts';
import { parseExpression } from './parse-expression.ts';

/** What checks say of some columns. */
function factsOf(table: Table, columns: readonly string[]): ReadonlyMap<string, Facts> {
  const facts = new Map(columns.map((name) => [name, noFacts()]));
  const spare = noFacts();
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'check' || !columns.some((name) => constraint.expr.includes(name))) continue;
    try {
      learn(parseExpression(constraint.expr), (name) => facts.get(name) ?? spare);
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error;
    }
  }
  return facts;
}

/** Of how many rows of the target one can be referred to: 9 when it has nine kinds and the key is held to one of them. */
function kindsPerRow(table: Table, key: ForeignKey, target: Table): number {
  const own = factsOf(table, key.columns);
  const others = factsOf(target, key.targetColumns);
  return key.columns.reduce((share, column, at) => {
    const mine = own.get(column)?.allowed?.length ?? 0;
    const all = others.get(key.targetColumns[at] ?? '')?.allowed?.length ?? 0;
    return mine > 0 && all > mine ? (share * all) / mine : share;
  }, 1);
}

/**
 * How many rows a table needs for those that hold it to a kind, beside what it would get.
 *
 * @param targetOf rows that a table gets by itself
 */
export function rowsForKinds(
  tables: readonly Table[],
  model: Model,
  targetOf: (table: Table) => number,
): ReadonlyMap<Table, number> {
  const needed = new Map<Table, number>();
  for (const table of tables) {
    for (const key of table.constraints) {
      if (key.kind !== 'foreignKey' || key.columns.length < 2) continue;
      const target = findTable(model, key.target);
      if (target === null || target === table) continue;
      const share = kindsPerRow(table, key, target);
      if (share > 1) needed.set(target, Math.max(needed.get(target) ?? 0, Math.ceil(targetOf(table) * share)));
    }
  }
  return needed;
}
