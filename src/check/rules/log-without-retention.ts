import { keyOf } from '../../model/keys.ts';
import type { Storage } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding, writtenPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function growsForEver(storage: Storage): boolean {
  if (storage.kind === 'hypertable') return storage.keep === null;
  return storage.kind === 'partitioned' && storage.parts.kind === 'rolling' && storage.parts.rolling.keep === null;
}

export const logWithoutRetention: Rule = {
  code: 'log-without-retention',
  severity: 'warning',
  problem:
    'A table that is partitioned by time and never cut back grows until the disk is full, and keeps personal data without end.',
  instead: 'Write `keep: 24 months`, or say in `retention:` how long and why.',
  check: overTables((table, context) => {
    const info = context.info.get(keyOf(table));
    if (!growsForEver(table.storage) || (info?.retention ?? null) !== null) return [];
    return [
      finding(context, table, {
        place: writtenPlace(context, table, ['partition', 'hypertable']),
        message: `${displayName(table.name)} is partitioned by time and keeps its rows for ever.`,
        help: 'add `keep: 24 months` there, or `retention:` with the words for how long and why.',
      }),
    ];
  }),
};
