/** Grants of any object. */
import { isDeepStrictEqual } from 'node:util';
import type { Grant } from '../model/model.ts';
import type { Change, GrantTarget } from './change.ts';

/** Revokes come first: a grant with other columns or option replaces the one it differs from. */
export function diffGrants(on: GrantTarget, from: readonly Grant[], to: readonly Grant[]): readonly Change[] {
  const lacks = (grants: readonly Grant[], wanted: Grant) => !grants.some((grant) => isDeepStrictEqual(grant, wanted));
  return [
    ...from.filter((grant) => lacks(to, grant)).map((grant): Change => ({ kind: 'revoke', on, grant })),
    ...to.filter((grant) => lacks(from, grant)).map((grant): Change => ({ kind: 'grant', on, grant })),
  ];
}
