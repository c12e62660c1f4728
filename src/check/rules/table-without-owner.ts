import type { Access, AccessWord } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

function undefinedWord(access: Access): AccessWord | null {
  const words = [...access.read, ...access.write];
  if (access.owner === null && words.includes('owner')) return 'owner';
  return access.participants === null && words.includes('participants') ? 'participants' : null;
}

export const tableWithoutOwner: Rule = {
  code: 'table-without-owner',
  severity: 'error',
  problem: 'A table that is opened to its owner or participants without saying who they are gets no policy for them.',
  instead: 'Name the column: `owner: user_id`, or `participants: { through, match, member }`.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    const word = access === null ? null : undefinedWord(access);
    if (word === null) return [];
    return [
      finding(context, table, {
        place: 'access',
        message: `${displayName(table.name)} lets ${word === 'owner' ? 'its owner' : 'participants'} in, but does not say who that is.`,
        help:
          word === 'owner'
            ? 'add `owner:` with the column that holds the user id, or take `owner` out of read and write.'
            : 'add `participants: { through: TABLE, match: COLUMN, member: COLUMN }`, or take `participants` out of read and write.',
      }),
    ];
  }),
};
