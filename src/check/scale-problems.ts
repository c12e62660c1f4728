/**
 * What Citus refuses, in words: as in `ErrorIfUnsupportedForeignConstraintExists`, `ErrorIfUnsupportedConstraint` and
 * `EnsureRelationCanBeDistributed` of its source (13 and 14). `null`: nothing to say against it.
 */
import type { Info, Placement } from '../model/info.ts';
import type { ForeignKey, Model, Policy, ReferentialAction, Table, Trigger } from '../model/model.ts';
import { displayName, sameName } from '../model/name.ts';
import { areTogether, placementOf } from '../model/scale.ts';
import { reachOfText, reachOfTrigger, tableNames } from './function-reach.ts';
import type { IndexShape } from './index-shape.ts';
import { sqlTokens } from './sql-tokens.ts';

function changesKey({ kind }: ReferentialAction): boolean {
  return kind === 'set null' || kind === 'set default';
}

/** Rows that refer and rows that are referred to are on one server, and what a delete changes is there too. */
export function foreignKeyProblem(info: Info, from: Table, key: ForeignKey, to: Table): string | null {
  const here = placementOf(info, from);
  const there = placementOf(info, to);
  const target = displayName(to.name);
  if (here.kind !== 'distributed') {
    if (there.kind === 'distributed') return `rows of ${target} are spread over the servers`;
    const isQuiet = [key.onDelete, key.onUpdate].every(({ kind }) => kind === 'no action' || kind === 'restrict');
    return here.kind === 'reference' && there.kind === 'local' && !isQuiet
      ? `${target} is local, and what happens to its rows does not reach the copies`
      : null;
  }
  if (there.kind === 'local') return `${target} is on the coordinator alone`;
  const at = key.columns.indexOf(here.by);
  if (at !== -1 && (changesKey(key.onDelete) || changesKey(key.onUpdate) || key.onUpdate.kind === 'cascade')) {
    return `it would change ${here.by}, and a row cannot move to another server`;
  }
  if (there.kind === 'reference') return null;
  if (!areTogether(info, from, to) && !sameName(from.name, to.name)) {
    return `rows of ${target} with the same value are on other servers`;
  }
  return at === -1 || key.targetColumns[at] !== there.by
    ? `it does not hold ${here.by} against ${target}.${there.by}`
    : null;
}

/** A server sees its own rows only, so that what is unique must contain the column that decides where a row is. */
export function uniqueProblem(placement: Placement, shape: IndexShape, operators: readonly string[]): string | null {
  if (placement.kind !== 'distributed') return null;
  if (!shape.unique && shape.made !== 'exclusion constraint') return null;
  const holds = shape.keys.some(
    ({ key }, at) => key.kind === 'column' && key.column === placement.by && (shape.unique || operators[at] === '='),
  );
  return holds ? null : 'each server would keep it for its own rows only';
}

/** Of an exclusion constraint, by the place of the element; nothing for other shapes. */
export function operatorsOf(table: Table, { name }: IndexShape): readonly string[] {
  const found = table.constraints.find((constraint) => constraint.name === name);
  return found?.kind === 'exclusion' ? found.elements.map(({ operator }) => operator) : [];
}

/** Tables whose rows a server may not have, or not those that belong to its rows of this one. */
function outOfSight(info: Info, table: Table, tables: Iterable<Table>): readonly Table[] {
  return [...tables].filter(
    (other) =>
      !sameName(other.name, table.name) &&
      placementOf(info, other).kind !== 'reference' &&
      !areTogether(info, table, other),
  );
}

/**
 * Citus 11 to 14 make triggers on the shards under `citus.enable_unsafe_triggers`. There a trigger sees reference tables
 * and the shards of its own group; a query for more is refused while a statement runs.
 */
export function triggerProblem(model: Model, info: Info, table: Table, trigger: Trigger): string | null {
  const placement = placementOf(info, table);
  if (placement.kind === 'local') return null;
  const { tables, written, differs } = reachOfTrigger(model, trigger);
  if (placement.kind === 'reference' && differs) return 'every copy would take another time or number';
  const away = outOfSight(info, table, tables);
  if (away.length > 0) return `it reaches for ${tableNames(away)}, which its server may not have`;
  const copies = [...written].filter((other) => placementOf(info, other).kind === 'reference');
  return copies.length > 0 ? `it would change one copy of ${tableNames(copies)} only` : null;
}

export function policyProblem(model: Model, info: Info, table: Table, policy: Policy): string | null {
  if (placementOf(info, table).kind === 'local') return null;
  const text = [policy.using, policy.check].filter((expr) => expr !== null).join(' ');
  if (sqlTokens(text).some(({ kind, text: word }) => kind === 'word' && word === 'select')) return 'it has a subquery';
  const away = outOfSight(info, table, reachOfText(model, text).tables);
  return away.length > 0 ? `it reaches for ${tableNames(away)}, which its server may not have` : null;
}
