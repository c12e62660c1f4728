import { accessWords } from '../../model/access-words.ts';
import type { Access } from '../../model/info.ts';
import { keyOf } from '../../model/keys.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { overTables } from '../walk.ts';

interface Problem {
  readonly lets: string;
  readonly help: string;
}

function undefinedWord(access: Access): Problem | null {
  const words = accessWords(access);
  const either = words.find((word) => word === 'creator' || word === 'subscribers');
  if (access.owner === null && words.includes('owner')) {
    return {
      lets: 'its owner',
      help: 'add `owner:` with the column that holds the user id, or take `owner` out of read and write.',
    };
  }
  if (access.participants === null && words.includes('participants')) {
    return {
      lets: 'participants',
      help: 'add `participants: { through: TABLE, match: COLUMN, member: COLUMN }`, or take `participants` out of read and write.',
    };
  }
  if (access.parties.length === 0 && words.includes('parties')) {
    return {
      lets: 'further parties',
      help: 'add `parties:` with the columns that hold their user ids, or take `parties` out of read and write.',
    };
  }
  if (access.seenWith === null && words.includes('viewers')) {
    return {
      lets: 'viewers',
      help: 'add `seen_with: { through: COLUMN, parent: TABLE }`, or take `viewers` out of read and write.',
    };
  }
  if (access.creator !== null || either === undefined) return null;
  return {
    lets: either === 'creator' ? 'its creator' : 'subscribers of its creator',
    help: `add \`creator:\` with the column that holds the creator's user id, or the way there, or take \`${either}\` out of read and write.`,
  };
}

export const tableWithoutOwner: Rule = {
  code: 'table-without-owner',
  severity: 'error',
  problem:
    'A table that is opened to its owner, creator or participants without saying who they are gets no policy for them.',
  instead:
    'Name the column: `owner: user_id`, or `participants: { through, match, member }`; a creator needs a column that refers to creators.',
  check: overTables((table, context) => {
    const access = context.info.get(keyOf(table))?.access ?? null;
    const problem = access === null ? null : undefinedWord(access);
    if (problem === null) return [];
    return [
      finding(context, table, {
        place: 'access',
        message: `${displayName(table.name)} lets ${problem.lets} in, but does not say who that is.`,
        help: problem.help,
      }),
    ];
  }),
};
