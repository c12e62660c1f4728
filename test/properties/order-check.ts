/**
 * Walks through a plan as a server would and looks whether everything is there when it is needed: what the first Model holds,
 * what the plan has made and taken away so far. Knows nothing of how the order was found.
 */
import type { Change } from '../../src/diff/change.ts';
import { diffModels } from '../../src/diff/model.ts';
import { resolveRenames } from '../../src/diff/renames.ts';
import { EMPTY_MODEL, type Model } from '../../src/model/model.ts';
import { effectsOfAny } from '../../src/plan/effects.ts';

/** The keys of names that stand for things; others only say what comes before what. */
const THINGS =
  /^(schema|extension|type|table|column|constraint|relation|unique|policy|trigger|view|sequence|function|call) /;

function things(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => THINGS.test(key));
}

/** How many have made a thing: two keys of the same columns are one each for a reference. */
type Count = Map<string, number>;

function add(count: Count, keys: readonly string[], by: 1 | -1): void {
  for (const key of keys) count.set(key, Math.max(0, (count.get(key) ?? 0) + by));
}

/** What making everything from nothing would provide. */
function thingsOf(model: Model): Count {
  const count: Count = new Map();
  for (const change of diffModels(EMPTY_MODEL, model)) add(count, things(effectsOfAny(change).provides), 1);
  return count;
}

/**
 * @param order the changes of the plan from `from` to some other Model, in their order
 * @returns what is wrong, in words; empty when nothing is
 */
export function findDisorder(order: readonly Change[], from: Model, to: Model): readonly string[] {
  // Renames are looked at as done: everything speaks of the new names.
  const there = thingsOf(resolveRenames(from, to).model);
  const known = new Set([...there.keys(), ...order.flatMap((change) => things(effectsOfAny(change).provides))]);
  const isMissing = (key: string) => known.has(key) && (there.get(key) ?? 0) === 0;
  const wrong: string[] = [];
  for (const change of order) {
    const { needs, provides, removes, releases } = effectsOfAny(change);
    const isRename = change.kind === 'renameTable' || change.kind === 'renameColumn';
    const isPolicy = 'policy' in change || change.kind === 'alterPolicy';
    // A policy may speak of a column of another table, which its words do not tell.
    const isMeant = (key: string) => !isRename && !(isPolicy && key.startsWith('column '));
    for (const key of things(needs).filter(isMeant)) {
      if (isMissing(key)) wrong.push(`${change.kind} needs ${key}, which is not there`);
    }
    for (const key of things(releases).filter(isMeant)) {
      if (isMissing(key)) wrong.push(`${change.kind} lets go of ${key}, which is gone already`);
    }
    add(there, things(removes), -1);
    add(there, things(provides), 1);
  }
  return wrong;
}
