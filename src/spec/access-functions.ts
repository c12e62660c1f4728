/**
 * Functions that say what the session's user takes part in. With definer rights: a policy that read the membership table
 * itself would be asked again by the policy of that table, without end.
 */

import { deriveName } from '../model/derive-name.ts';
import type { Access, Participants } from '../model/info.ts';
import type { FunctionDef } from '../model/model.ts';
import { namedIn, type QName, qname } from '../model/name.ts';
import { type DataType, displayType } from '../model/type.ts';
import { quoteIdent } from '../text/quote.ts';

/** One for each table, column that is listed and column with the person: two that differ must never share one. */
export function membershipFunction({ through, match, member }: Participants): QName {
  const { schema, name } = namedIn(through);
  const of = schema === 'public' ? [name] : [schema, name];
  return qname(
    'boyfanz',
    member === 'user_id' ? deriveName('my', of, match) : deriveName('my', [...of, match], `by_${member}`),
  );
}

/**
 * @param type of the column that is listed
 * @param access of the membership table
 */
export function membershipDef(
  participants: Participants,
  table: QName,
  type: DataType,
  access: Access | null,
): FunctionDef {
  const { match, member } = participants;
  const name = `${quoteIdent(table.schema)}.${quoteIdent(table.name)}`;
  const condition = access?.memberWhile ?? null;
  return {
    kind: 'function',
    name: membershipFunction(participants),
    args: [],
    returns: `setof ${displayType(type)}`,
    language: 'sql',
    volatility: 'stable',
    strict: false,
    security: 'definer',
    parallel: 'safe',
    settings: { search_path: '' },
    body: {
      text: `select ${quoteIdent(match)} from ${name} where ${quoteIdent(member)} = boyfanz.current_user_id()${condition === null ? '' : ` and (${condition})`}`,
      variants: [],
    },
    comment: `Every ${match} of ${table.name} that the session's user takes part in.`,
    grants: [],
    attached: [],
  };
}
