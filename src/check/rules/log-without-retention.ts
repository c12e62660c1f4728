import { keyOf } from '../../model/keys.ts';
import type { Storage } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding, writtenPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** Names of tables that get a row whenever something happens. `events` alone are what people go to. */
const LOG_NAME = /_(log|logs|history|attempts|events)$/;

/** Why the table grows with time, to stand after its name, or `null` when it does not or is cut back. */
function growth(name: string, storage: Storage): string | null {
  if (storage.kind === 'hypertable') return storage.keep === null ? 'is partitioned by time' : null;
  if (storage.kind === 'partitioned' && storage.parts.kind === 'rolling') {
    return storage.parts.rolling.keep === null ? 'is partitioned by time' : null;
  }
  return LOG_NAME.test(name) ? 'is a log by its name' : null;
}

export const logWithoutRetention: Rule = {
  code: 'log-without-retention',
  severity: 'warning',
  problem: 'A log that is never cut back grows until the disk is full, and keeps personal data without end.',
  instead: 'Write `keep: 24 months`, or say in `retention:` how long and why.',
  check: overTables((table, context) => {
    const info = context.info.get(keyOf(table));
    const why = growth(table.name.name, table.storage);
    // A server knows the partitions that it drops, but not how long a plain table is kept.
    if (why === null || (info?.retention ?? null) !== null || (info === undefined && table.storage.kind === 'heap')) {
      return [];
    }
    return [
      finding(context, table, {
        place: writtenPlace(context, table, ['partition', 'hypertable']),
        message: `${displayName(table.name)} ${why} and keeps its rows for ever.`,
        help:
          table.storage.kind === 'heap'
            ? 'add `retention:` with the words for how long and why.'
            : 'add `keep: 24 months` there, or `retention:` with the words for how long and why.',
      }),
    ];
  }),
};
