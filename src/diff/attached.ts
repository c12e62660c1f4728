/**
 * Triggers on tables of the platform. They come last: what they call may need any table of the schema, and the platform
 * works with its tables meanwhile.
 */
import { keyOf } from '../model/keys.ts';
import type { Attached, Model } from '../model/model.ts';
import { displayName, type QName, sameName } from '../model/name.ts';
import type { Change } from './change.ts';
import { diffTriggers } from './trigger.ts';

function triggersOn(table: QName, attached: readonly Attached[]) {
  return attached.filter((one) => sameName(one.table, table)).map(({ trigger }) => trigger);
}

/** Triggers that somebody else put on other tables are left alone. @param changes that are made before */
export function diffAttached(from: Model, to: Model, changes: readonly Change[]): readonly Change[] {
  const made = new Set(changes.flatMap((change) => (change.kind === 'createFunction' ? [keyOf(change.function)] : [])));
  return [...to.objects.values()].flatMap((object): readonly Change[] => {
    if (object.kind !== 'function' || object.attached.length === 0) return [];
    const before = made.has(keyOf(object)) ? undefined : from.objects.get(keyOf(object));
    const attached = before?.kind === 'function' ? before.attached : [];
    const tables = new Map(object.attached.map(({ table }) => [displayName(table), table]));
    return [...tables.values()].flatMap((table) =>
      diffTriggers(table, triggersOn(table, attached), triggersOn(table, object.attached)),
    );
  });
}
