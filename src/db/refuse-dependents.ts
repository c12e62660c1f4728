/** Drops that objects outside of the specs stand in the way of: the server would refuse them half-way through a plan. */
import type { ExternalDependent } from '../catalog/dependents.ts';
import type { Change } from '../diff/change.ts';
import { keyOf } from '../model/keys.ts';
import type { Table, View } from '../model/model.ts';
import { displayName } from '../model/name.ts';

function refusal(object: Table | View, users: readonly string[]): Change {
  return {
    kind: 'unsupported',
    object: keyOf(object),
    message: `${displayName(object.name)} cannot be dropped while ${users.join(', ')} uses it, which the specs do not describe.`,
    help: 'Drop that by hand, or make it use something else, and apply again.',
  };
}

/** Nothing is ever dropped by CASCADE. */
export function refuseForDependents(
  changes: readonly Change[],
  dependents: readonly ExternalDependent[],
): readonly Change[] {
  if (dependents.length === 0) return changes;
  return changes.map((change) => {
    const object = change.kind === 'dropTable' ? change.table : change.kind === 'dropView' ? change.view : null;
    if (object === null) return change;
    const name = `${object.name.schema}.${object.name.name}`;
    const users = dependents.filter(({ uses }) => uses === name).map(({ dependent }) => dependent);
    return users.length === 0 ? change : refusal(object, users);
  });
}
