import type { Access } from '../../model/info.ts';
import { findTable, keyOf } from '../../model/keys.ts';
import type { Table } from '../../model/model.ts';
import { displayName } from '../../model/name.ts';
import { finding } from '../finding.ts';
import { lookupOf } from '../lookup.ts';
import { columnsBehind } from '../references.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { overTables } from '../walk.ts';

function namesCreator(context: RuleContext, table: Table, creators: Table): boolean {
  return table.columns.some(({ name }) => columnsBehind(context, table, name).some((at) => at.table === creators));
}

/** In the row itself, or in one that it refers to. A spec tree without creators says something else by the word. */
function hasCreator(context: RuleContext, table: Table): boolean {
  const creators = lookupOf(context.model).tablesByText.get('creators');
  if (creators === undefined || namesCreator(context, table, creators)) return true;
  return table.constraints.some((constraint) => {
    const parent = constraint.kind === 'foreignKey' ? findTable(context.model, constraint.target) : null;
    return parent !== null && namesCreator(context, parent, creators);
  });
}

interface Problem {
  readonly lets: string;
  readonly help: string;
}

function undefinedWord(context: RuleContext, table: Table, access: Access): Problem | null {
  const words = [...access.read, ...access.write];
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
  if (!words.includes('creator') || hasCreator(context, table)) return null;
  return {
    lets: 'its creator',
    help: 'add a column that refers to creators, or take `creator` out of read and write.',
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
    const problem = access === null ? null : undefinedWord(context, table, access);
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
