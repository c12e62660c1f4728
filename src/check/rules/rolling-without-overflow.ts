import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const rollingWithoutOverflow: Rule = {
  code: 'rolling-without-overflow',
  severity: 'warning',
  problem:
    'Rolling partitions are made ahead by a job. When it has not run for long enough, an insert finds no partition and fails.',
  instead: 'Write `default: true`: rows that find no partition wait in a default one, and the next run moves them.',
  check: overTables((table, context) => {
    const { storage } = table;
    if (storage.kind !== 'partitioned' || storage.parts.kind !== 'rolling' || storage.parts.rolling.overflow) return [];
    return [
      finding(context, table, {
        place: 'partition',
        message: `Inserts into ${displayName(table.name)} fail when its partitions were not made in time.`,
        help: 'add `default: true` there.',
      }),
    ];
  }),
};
