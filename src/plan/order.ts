/**
 * Puts changes into an order in which each finds what it needs. Stable: a change moves only when an edge makes it, so the
 * output reads in the order of the specs and the same changes give the same bytes.
 */
import TinyQueue from 'tinyqueue';
import type { Change } from '../diff/change.ts';
import { type Effects, effectsOfAny } from './effects.ts';

/** From each change to those that must come after it. */
interface Graph {
  readonly hard: readonly Set<number>[];
  /** Edges from words; given up where they would close a circle. */
  readonly soft: readonly Set<number>[];
}

function group(
  effects: readonly Effects[],
  keysOf: (of: Effects) => Iterable<string>,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  effects.forEach((of, at) => {
    for (const key of keysOf(of)) {
      const members = groups.get(key);
      if (members === undefined) groups.set(key, [at]);
      else members.push(at);
    }
  });
  return groups;
}

function isDrop(of: Effects): boolean {
  return of.removes.length > 0 && of.provides.length === 0;
}

/** What comes anew speaks of nothing that goes: there it is a word of another meaning. */
function isNew(of: Effects): boolean {
  return of.provides.length > 0 && of.removes.length === 0 && of.releases.length === 0;
}

function buildGraph(effects: readonly Effects[]): Graph {
  const hard = effects.map(() => new Set<number>());
  const soft = effects.map(() => new Set<number>());
  const edge = (edges: readonly Set<number>[], before: number, after: number) => {
    if (before !== after) edges[before]?.add(after);
  };
  const providers = group(effects, (of) => of.provides);
  const removers = group(effects, (of) => of.removes);
  const creators = group(effects, (of) => (isDrop(of) ? [] : of.names));
  const droppers = group(effects, (of) => (isDrop(of) ? of.names : []));

  effects.forEach((of, at) => {
    for (const key of of.needs) for (const provider of providers.get(key) ?? []) edge(hard, provider, at);
    for (const key of of.releases) for (const remover of removers.get(key) ?? []) edge(hard, at, remover);
    for (const key of of.provides) for (const remover of removers.get(key) ?? []) edge(hard, remover, at);
    for (const word of of.mentions) {
      const made = isDrop(of) ? [] : (creators.get(word) ?? []);
      for (const creator of made) edge(soft, creator, at);
      if (made.length > 0 || isNew(of)) continue;
      for (const dropper of droppers.get(word) ?? []) edge(soft, at, dropper);
    }
  });
  return { hard, soft };
}

function inDegrees(edges: readonly ReadonlySet<number>[]): number[] {
  const degrees = edges.map(() => 0);
  for (const targets of edges) for (const target of targets) degrees[target] = (degrees[target] ?? 0) + 1;
  return degrees;
}

/**
 * @throws when changes need one another in a circle that is not made of words: foreign keys are changes of their own, so
 *   a circle of tables is none, and what is left is a bug.
 */
export function orderChanges(changes: readonly Change[]): readonly Change[] {
  const { hard, soft } = buildGraph(changes.map(effectsOfAny));
  const hardLeft = inDegrees(hard);
  const softLeft = inDegrees(soft);
  const done = changes.map(() => false);
  const ready = new TinyQueue<number>();
  const waiting = new Set<number>();
  changes.forEach((_, at) => {
    if (hardLeft[at] === 0 && softLeft[at] === 0) ready.push(at);
    else waiting.add(at);
  });
  const order: Change[] = [];
  const release = (target: number, left: number[]) => {
    left[target] = (left[target] ?? 0) - 1;
    if (hardLeft[target] === 0 && (softLeft[target] ?? 0) <= 0 && waiting.delete(target)) ready.push(target);
  };
  while (order.length < changes.length) {
    const next = ready.pop() ?? firstFreeOfHard(waiting, hardLeft);
    const change = next === undefined ? undefined : changes[next];
    if (next === undefined || change === undefined) {
      const stuck = [...waiting].slice(0, 5).map((at) => JSON.stringify(changes[at]).slice(0, 200));
      throw new Error(`Changes need one another in a circle:\n${stuck.join('\n')}`);
    }
    if (done[next]) continue;
    waiting.delete(next);
    done[next] = true;
    order.push(change);
    for (const target of hard[next] ?? []) release(target, hardLeft);
    for (const target of soft[next] ?? []) release(target, softLeft);
  }
  return order;
}

/** In a circle of words, the first change that waits for nothing but words goes on. */
function firstFreeOfHard(waiting: ReadonlySet<number>, hardLeft: readonly number[]): number | undefined {
  let first: number | undefined;
  for (const at of waiting) if (hardLeft[at] === 0 && (first === undefined || at < first)) first = at;
  return first;
}
