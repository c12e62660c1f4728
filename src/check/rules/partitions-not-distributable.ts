import { displayName } from '../../model/name.ts';
import { placementOf } from '../../model/scale.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const partitionsNotDistributable: Rule = {
  code: 'partitions-not-distributable',
  severity: 'error',
  problem:
    'Citus refuses a reference table with partitions, and takes one level of partitions in a distributed table; TimescaleDB does not run beside it.',
  instead: 'Leave the partitions out of a reference table; where Citus is used, time series are native partitions.',
  check: overTables((table, context) => {
    const { storage, name } = table;
    const placement = placementOf(context.info, table);
    if (placement.kind === 'local' || storage.kind === 'heap') return [];
    const isTimescale = context.target.scaleOut !== null && storage.kind === 'hypertable';
    if (placement.kind === 'distributed' && !isTimescale) return [];
    const what = storage.kind === 'hypertable' ? 'a hypertable' : 'partitioned';
    return [
      finding(context, table, {
        place: storage.kind === 'hypertable' ? 'hypertable' : 'partition',
        message: `${displayName(name)} is ${placement.kind === 'reference' ? 'a reference table' : 'distributed'} and ${what}.`,
        help: 'leave out one of them.',
        related: [relatedPlace(context, table, 'scale', 'its scale is here')],
      }),
    ];
  }),
};
