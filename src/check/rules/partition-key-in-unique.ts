import type { Storage } from '../../model/model.ts';
import { displayName, type Ident } from '../../model/name.ts';
import { finding, relatedPlace, writtenPlace } from '../finding.ts';
import { indexShapesOf, keyColumns } from '../index-shape.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function partitionKey(storage: Storage): readonly Ident[] {
  if (storage.kind === 'heap') return [];
  return storage.kind === 'hypertable' ? [storage.time] : storage.key;
}

export const partitionKeyInUnique: Rule = {
  code: 'partition-key-in-unique',
  severity: 'error',
  problem:
    'PostgreSQL and TimescaleDB keep uniqueness within a partition only, and refuse a key that lacks the partition key.',
  instead: 'Add the partition key to the key, or keep global uniqueness in a small plain table.',
  check: overTables((table, context) => {
    const needed = partitionKey(table.storage);
    if (needed.length === 0) return [];
    return indexShapesOf(table).map((shape) => {
      if (!shape.unique && shape.made !== 'exclusion constraint') return null;
      const columns = keyColumns(shape);
      const missing = needed.filter((column) => !columns.includes(column));
      if (missing.length === 0) return null;
      const written = writtenPlace(context, table, ['partition.key', 'hypertable.time']);
      return finding(context, table, {
        place: { named: shape.name },
        message: `The ${shape.unique && shape.made === 'index' ? 'unique index' : shape.made} "${shape.name}" of ${displayName(table.name)} lacks the partition key ${missing.join(', ')}.`,
        help: `add ${missing.join(', ')} to its columns: [${[...columns.filter((column) => column !== null), ...missing].join(', ')}].`,
        related: [relatedPlace(context, table, written, `partitioned by ${needed.join(', ')}`)],
      });
    });
  }),
};
