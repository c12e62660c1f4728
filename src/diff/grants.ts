/** Grants of any object. */
import type { Grant } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import type { Change, GrantList, GrantTarget } from './change.ts';

/** Privilege by privilege, on the whole object (`null`) or on one column, and whether it may be passed on. */
type Held = ReadonlyMap<string, boolean>;

function keyOf(grant: Grant, column: Ident | null): string {
  return JSON.stringify([grant.role, grant.privilege, column]);
}

function heldBy(grants: readonly Grant[]): Held {
  const held = new Map<string, boolean>();
  for (const grant of grants) {
    for (const column of grant.columns ?? [null]) {
      const key = keyOf(grant, column);
      held.set(key, grant.grantable || held.get(key) === true);
    }
  }
  return held;
}

/** The part of a grant that is about these columns, or about the whole object. */
function narrowed(grant: Grant, isMeant: (column: Ident | null) => boolean): readonly Grant[] {
  if (grant.columns === null) return isMeant(null) ? [grant] : [];
  const columns = grant.columns.filter(isMeant);
  return columns.length === 0 ? [] : [{ ...grant, columns }];
}

function byStatement(grants: readonly Grant[]): readonly GrantList[] {
  const statements: [Grant, ...Grant[]][] = [];
  for (const grant of grants) {
    const same = statements.find(([first]) => first.role === grant.role && first.grantable === grant.grantable);
    if (same === undefined) statements.push([grant]);
    else same.push(grant);
  }
  return statements;
}

/** Two lists of columns may say the same in other portions. Revoking a privilege on a table takes it from its columns, too. */
export function diffGrants(
  on: GrantTarget,
  from: readonly Grant[],
  to: readonly Grant[],
  since = 0,
): readonly Change[] {
  const wanted = heldBy(to);
  const isRevoked = (grant: Grant) => (column: Ident | null) => {
    const found = wanted.get(keyOf(grant, column));
    return found === undefined || (grant.grantable && !found);
  };
  const revoked = from.flatMap((grant) => narrowed(grant, isRevoked(grant)));
  const isTakenAlong = (grant: Grant) =>
    revoked.some((one) => one.columns === null && one.role === grant.role && one.privilege === grant.privilege);
  const left = heldBy(
    from
      .filter((grant) => !isTakenAlong(grant))
      .flatMap((grant) => narrowed(grant, (column) => !isRevoked(grant)(column))),
  );
  const granted = to.flatMap((grant) =>
    narrowed(grant, (column) => {
      const found = left.get(keyOf(grant, column));
      return found === undefined || (grant.grantable && !found);
    }),
  );
  return [
    ...byStatement(revoked).map((grants): Change => ({ kind: 'revoke', on, grants, since })),
    ...byStatement(granted).map((grants): Change => ({ kind: 'grant', on, grants, since })),
  ];
}
