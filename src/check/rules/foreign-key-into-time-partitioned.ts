import { findTable } from '../../model/keys.ts';
import type { Storage } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overForeignKeys } from '../walk.ts';

function agesOut(storage: Storage): boolean {
  return storage.kind === 'hypertable' || (storage.kind === 'partitioned' && storage.parts.kind === 'rolling');
}

export const foreignKeyIntoTimePartitioned: Rule = {
  code: 'foreign-key-into-time-partitioned',
  severity: 'error',
  problem:
    'An old partition or chunk that rows still refer to cannot be dropped, so retention stops, and every drop scans the referring table.',
  instead: 'Write `soft_references:`, or refer to a plain table that holds what must outlive the partitions.',
  check: overForeignKeys((key, table, context) => {
    const target = findTable(context.model, key.target);
    if (target === null || !agesOut(target.storage)) return null;
    return finding(context, table, {
      place: { named: key.name },
      message: `The foreign key "${key.name}" of ${displayName(table.name)} refers to ${displayName(target.name)}, whose rows age out by partition.`,
      help: `write \`soft_references: ${displayName(target.name)}\` instead of \`references\`.`,
      related: [relatedPlace(context, target, '', `${displayName(target.name)} is partitioned by time`)],
    });
  }),
};
