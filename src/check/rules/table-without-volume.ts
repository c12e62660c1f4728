import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const tableWithoutVolume: Rule = {
  code: 'table-without-volume',
  severity: 'error',
  problem: 'Size, partitions and indexes are decided by row count; a table without one is left out of every estimate.',
  instead: 'Write the rows at one million users: `volume: 3M`.',
  check: overTables((table, context) => {
    const info = context.info.get(keyOf(table));
    if (info === undefined || info.volume !== null) return [];
    return [
      finding(context, table, {
        place: '',
        message: `${displayName(table.name)} does not say how many rows it has at one million users.`,
        help: 'add `volume:` with a number such as 50k, 3M or 1B.',
      }),
    ];
  }),
};
