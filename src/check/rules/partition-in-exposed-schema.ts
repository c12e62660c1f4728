import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

/** What API layers serve. */
const EXPOSED = 'public';

export const partitionInExposedSchema: Rule = {
  code: 'partition-in-exposed-schema',
  severity: 'error',
  problem: 'A partition that is read by its own name is asked for its own policies, and not for those of its table.',
  instead: 'Leave partitions in the schema boyfanz_parts, which no API serves.',
  check: overTables((table, context) => {
    const { storage } = table;
    if (storage.kind !== 'partitioned' || storage.parts.kind !== 'fixed') return [];
    const open = storage.parts.partitions.filter(({ name }) => name.schema === EXPOSED).map(({ name }) => name.name);
    if (open.length === 0) return [];
    return [
      finding(context, table, {
        place: 'partition',
        message: `${displayName(table.name)} has partitions in the schema ${EXPOSED}: ${open.join(', ')}.`,
        help: 'move them to boyfanz_parts.',
      }),
    ];
  }),
};
