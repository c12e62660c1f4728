import { accessWords } from '../../model/access-words.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding, relatedPlace } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

export const hypertableOpenToPeople: Rule = {
  code: 'hypertable-open-to-people',
  severity: 'error',
  problem:
    'Rows of a hypertable can be read from its chunks, where no policy is asked, and a columnstore takes no policies at all.',
  instead: 'Write `read: [staff, service]` or less, and show people a rollup table of their own rows.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    if (table.storage.kind !== 'hypertable' || access === null) return [];
    const people = accessWords(access).filter((word) => word !== 'staff' && word !== 'service');
    if (people.length === 0) return [];
    return [
      finding(context, table, {
        place: 'access',
        message: `${displayName(table.name)} is a hypertable and lets ${people.join(', ')} in, whom only row security could tell apart.`,
        help: `take ${people.join(', ')} out of read and write, and let them read a rollup table.`,
        related: [relatedPlace(context, table, 'hypertable', 'it is a hypertable')],
      }),
    ];
  }),
};
