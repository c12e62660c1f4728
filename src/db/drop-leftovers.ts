/**
 * Indexes that CREATE INDEX CONCURRENTLY left behind half made: no query uses them and the Model does not know them, but
 * they hold on to their names. Only one whose name is wanted goes: another may be under construction at this moment.
 */
import type { LiveDatabase } from '../catalog/catalog.ts';
import type { Change } from '../diff/change.ts';
import { sameName } from '../model/name.ts';

export function dropLeftovers(
  changes: readonly Change[],
  invalidIndexes: LiveDatabase['invalidIndexes'],
): readonly Change[] {
  return changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'createIndex') return [change];
    const isLeft = invalidIndexes.some(
      ({ table, index }) => sameName(table, change.table) && index === change.index.name,
    );
    return isLeft ? [{ kind: 'dropIndex', table: change.table, index: change.index }, change] : [change];
  });
}
