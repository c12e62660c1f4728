import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const hypertableWithRowSecurity: Rule = {
  code: 'hypertable-with-row-security',
  severity: 'error',
  problem:
    'TimescaleDB refuses row security on a hypertable with a columnstore, and a columnstore on a table with row security.',
  instead: 'Let only staff and service read the hypertable, and show people a rollup table.',
  check: overTables((table, context) => {
    const { storage } = table;
    if (storage.kind !== 'hypertable' || storage.columnstore === null || table.rowSecurity === 'off') return [];
    return [
      finding(context, table, {
        place: 'row_security',
        message: `${displayName(table.name)} has row security and is compressed: TimescaleDB takes only one of them.`,
        help: 'write `row_security: off` and let only staff and service in, or leave out `compress_after`.',
        related: [relatedPlace(context, table, 'hypertable.compress_after', 'compression is asked for here')],
      }),
    ];
  }),
};
