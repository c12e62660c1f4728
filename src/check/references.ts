/** Where the value of a column comes from, along foreign keys and soft references. */
import { findTable, keyOf } from '../model/keys.ts';
import type { Table } from '../model/model.ts';
import type { Ident, QName } from '../model/name.ts';
import { lookupOf } from './lookup.ts';
import { oncePer } from './once-per.ts';
import type { RuleContext } from './rule.ts';

export interface ColumnOf {
  readonly table: Table;
  readonly column: Ident;
}

interface Target {
  readonly table: QName;
  readonly column: Ident;
}

const hardReferences = oncePer((table: Table): ReadonlyMap<Ident, readonly Target[]> => {
  const found = new Map<Ident, Target[]>();
  for (const constraint of table.constraints) {
    if (constraint.kind !== 'foreignKey') continue;
    for (const [at, column] of constraint.columns.entries()) {
      const targetColumn = constraint.targetColumns[at];
      if (targetColumn === undefined) continue;
      const targets = found.get(column) ?? [];
      targets.push({ table: constraint.target, column: targetColumn });
      found.set(column, targets);
    }
  }
  return found;
});

/** The only column of the primary key, or `null`. */
export function keyColumnOf(table: Table): Ident | null {
  const primary = table.constraints.find((constraint) => constraint.kind === 'primaryKey');
  if (primary?.kind !== 'primaryKey') return null;
  const [column, ...more] = primary.columns;
  return more.length === 0 ? (column ?? null) : null;
}

function nextColumns(context: RuleContext, { table, column }: ColumnOf): readonly ColumnOf[] {
  const hard = (hardReferences(table).get(column) ?? []).flatMap((target) => {
    const found = findTable(context.model, target.table);
    return found === null ? [] : [{ table: found, column: target.column }];
  });
  const softName = context.info.get(keyOf(table))?.softReferences.get(column);
  const soft = softName === undefined ? undefined : lookupOf(context.model).tablesByText.get(softName);
  const softKey = soft === undefined ? null : keyColumnOf(soft);
  return soft === undefined || softKey === null ? hard : [...hard, { table: soft, column: softKey }];
}

/** Every column that the value was copied from, itself first: `live_schedules.creator_id`, `creators.user_id`, `users.id`. */
export function columnsBehind(context: RuleContext, table: Table, column: Ident): readonly ColumnOf[] {
  const found: ColumnOf[] = [];
  const waiting: ColumnOf[] = [{ table, column }];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = `${keyOf(next.table)}.${next.column}`;
    if (seen.has(name)) continue;
    seen.add(name);
    found.push(next);
    waiting.push(...nextColumns(context, next));
  }
  return found;
}
