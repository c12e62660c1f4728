/** Row-level security policies of one table. */
import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { matchByName } from './keyed.ts';

/** ALTER POLICY keeps the table guarded, but cannot change the command or take a condition away. */
function alterable(from: Policy, to: Policy): boolean {
  const losesUsing = from.using !== null && to.using === null;
  const losesCheck = from.check !== null && to.check === null;
  return from.permissive === to.permissive && from.command === to.command && !losesUsing && !losesCheck;
}

export function createdPolicy(table: QName, policy: Policy): readonly Change[] {
  return [
    { kind: 'createPolicy', table, policy },
    ...diffComment({ kind: 'policy', table, name: policy.name }, null, policy.comment),
  ];
}

function diffPolicy(table: QName, from: Policy, to: Policy): readonly Change[] {
  const comment = diffComment({ kind: 'policy', table, name: to.name }, from.comment, to.comment);
  if (isDeepStrictEqual({ ...from, comment: null }, { ...to, comment: null })) return comment;
  if (alterable(from, to)) return [{ kind: 'alterPolicy', table, from, to }, ...comment];
  return [{ kind: 'dropPolicy', table, policy: from }, ...createdPolicy(table, to)];
}

export function diffPolicies(table: QName, from: readonly Policy[], to: readonly Policy[]): readonly Change[] {
  const { removed, added, kept } = matchByName(from, to);
  return [
    ...removed.map((policy): Change => ({ kind: 'dropPolicy', table, policy })),
    ...kept.flatMap((pair) => diffPolicy(table, pair.from, pair.to)),
    ...added.flatMap((policy) => createdPolicy(table, policy)),
  ];
}
