/** Views. */
import { SECURITY_INVOKER_SINCE } from '../model/for-version.ts';
import type { View } from '../model/model.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { type Facets, noChange, runFacets } from './facets.ts';
import { diffGrants } from './grants.ts';

const setOptions = (from: View, to: View): readonly Change[] => [{ kind: 'setViewOptions', from, to }];

const FACETS: Facets<View, null> = {
  kind: noChange,
  name: noChange,
  query: noChange, // diffView makes the view anew: CREATE OR REPLACE VIEW may only add columns at the end.
  // One that is kept and one that is not are different objects; of the rest, only when things are done may change.
  continuous: (from, to) =>
    from.continuous === null || to.continuous === null
      ? []
      : [{ kind: 'setContinuousPolicy', view: to.name, from: from.continuous, to: to.continuous }],
  securityInvoker: setOptions,
  securityBarrier: setOptions,
  comment: (from, to) => diffComment({ kind: 'view', name: to.name }, from.comment, to.comment),
  grants: (from, to) => diffGrants({ kind: 'view', name: to.name }, from.grants, to.grants),
  callerGrants: (from, to) =>
    diffGrants({ kind: 'view', name: to.name }, from.callerGrants, to.callerGrants, SECURITY_INVOKER_SINCE),
};

export function diffView(from: View, to: View): readonly Change[] {
  if (from.query !== to.query || (from.continuous === null) !== (to.continuous === null))
    return recreatedView(from, to);
  const changes = runFacets(FACETS, from, to, null);
  const firstOptions = changes.findIndex((change) => change.kind === 'setViewOptions');
  return changes.filter((change, at) => change.kind !== 'setViewOptions' || at === firstOptions);
}

export function createdView(view: View): readonly Change[] {
  return [{ kind: 'createView', view }, ...diffView({ ...view, comment: null, grants: [], callerGrants: [] }, view)];
}

export function recreatedView(from: View, to: View): readonly Change[] {
  return [{ kind: 'dropView', view: from }, ...createdView(to)];
}
