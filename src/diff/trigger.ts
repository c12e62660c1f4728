/** Triggers of one table. */
import { isDeepStrictEqual } from 'node:util';
import type { Trigger } from '../model/model.ts';
import type { QName } from '../model/name.ts';
import type { Change } from './change.ts';
import { diffComment } from './comment.ts';
import { matchByName } from './keyed.ts';

export function createdTrigger(table: QName, trigger: Trigger): readonly Change[] {
  return [
    { kind: 'createTrigger', table, trigger },
    ...diffComment({ kind: 'trigger', table, name: trigger.name }, null, trigger.comment),
  ];
}

function diffTrigger(table: QName, from: Trigger, to: Trigger): readonly Change[] {
  const comment = diffComment({ kind: 'trigger', table, name: to.name }, from.comment, to.comment);
  const likeFrom: Trigger = { ...to, enabled: from.enabled, comment: from.comment };
  if (!isDeepStrictEqual(from, likeFrom))
    return [{ kind: 'dropTrigger', table, trigger: from }, ...createdTrigger(table, to)];
  return from.enabled === to.enabled ? comment : [{ kind: 'setTriggerEnabled', table, trigger: to }, ...comment];
}

export function diffTriggers(table: QName, from: readonly Trigger[], to: readonly Trigger[]): readonly Change[] {
  const { removed, added, kept } = matchByName(from, to);
  return [
    ...removed.map((trigger): Change => ({ kind: 'dropTrigger', table, trigger })),
    ...kept.flatMap((pair) => diffTrigger(table, pair.from, pair.to)),
    ...added.flatMap((trigger) => createdTrigger(table, trigger)),
  ];
}
