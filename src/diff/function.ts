/** Functions. */
import { isDeepStrictEqual } from 'node:util';
import type { FunctionDef } from '../model/model.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { type Facets, noChange, runFacets } from './facets.ts';
import { diffGrants } from './grants.ts';

function replace(from: FunctionDef, to: FunctionDef): readonly Change[] {
  return [{ kind: 'replaceFunction', from, to }];
}

const FACETS: Facets<FunctionDef, null> = {
  kind: noChange,
  name: noChange,
  args: replace,
  returns: replace,
  language: replace,
  volatility: replace,
  strict: replace,
  security: replace,
  parallel: replace,
  settings: replace,
  body: replace,
  comment: (from, to) => diffComment({ kind: 'function', function: to }, from.comment, to.comment),
  grants: (from, to) => diffGrants({ kind: 'function', function: to }, from.grants, to.grants),
  attached: noChange, // See attached.ts: they come when everything else is there.
};

/** CREATE OR REPLACE keeps who may call it, but cannot change the result, argument names or modes, or drop a default. */
function replaceable(from: FunctionDef, to: FunctionDef): boolean {
  const shape = (fn: FunctionDef) => fn.args.map((arg) => [arg.name, arg.mode]);
  const keepsDefaults = from.args.every((arg, at) => arg.default === null || to.args[at]?.default !== null);
  return from.returns === to.returns && isDeepStrictEqual(shape(from), shape(to)) && keepsDefaults;
}

/** Several properties may ask for a replacement; it is one statement. */
export function diffFunction(from: FunctionDef, to: FunctionDef): readonly Change[] {
  if (!replaceable(from, to)) {
    const drops = from.attached.map(({ table, trigger }): Change => ({ kind: 'dropTrigger', table, trigger }));
    return [...drops, { kind: 'dropFunction', function: from }, ...createdFunction(to)];
  }
  const changes = runFacets(FACETS, from, to, null);
  const firstReplace = changes.findIndex((change) => change.kind === 'replaceFunction');
  return changes.filter((change, at) => change.kind !== 'replaceFunction' || at === firstReplace);
}

export function createdFunction(fn: FunctionDef): readonly Change[] {
  return [{ kind: 'createFunction', function: fn }, ...diffFunction({ ...fn, comment: null, grants: [] }, fn)];
}
