/** Who a word of `access:` means, as a condition on a row: what policies are made of. */
import { isPersonWord, type PersonWord } from '../model/access-words.ts';
import type { Access, AccessWord, Info, OwnerPath } from '../model/info.ts';
import { findTable, objectKey } from '../model/keys.ts';
import type { Expr, ForeignKey, Model, Table } from '../model/model.ts';
import { displayName, type Ident, namedIn } from '../model/name.ts';
import { quoteIdent, quoteLiteral } from '../text/quote.ts';
import { membershipFunction } from './access-functions.ts';

/** In a sub-select, so that it is asked once a statement and not once a row. */
export const ME: Expr = '(select boyfanz.current_user_id())';

export interface Conditions {
  readonly model: Model;
  readonly info: Info;
}

function tableNamed(text: string, { model }: Conditions): Table | null {
  return findTable(model, namedIn(text));
}

function qualifiedTable({ name }: Table): string {
  return `${quoteIdent(name.schema)}.${quoteIdent(name.name)}`;
}

function referenceTo(table: Table, column: Ident, parent: Table): ForeignKey | null {
  const found = table.constraints.find(
    (constraint) =>
      constraint.kind === 'foreignKey' &&
      constraint.columns.includes(column) &&
      displayName(constraint.target) === displayName(parent.name),
  );
  return found?.kind === 'foreignKey' ? found : null;
}

/** How a row finds its parent. Where no foreign key says so, the column holds the parent's only key column. */
function joinedTo(table: Table, column: Ident, parent: Table, as: string, at: string): Expr | null {
  const reference = referenceTo(table, column, parent);
  const key = parent.constraints.find((constraint) => constraint.kind === 'primaryKey');
  const pairs =
    reference !== null
      ? reference.columns.map((own, n) => [own, reference.targetColumns[n] ?? own] as const)
      : key?.kind === 'primaryKey' && key.columns.length === 1
        ? key.columns.map((theirs) => [column, theirs] as const)
        : [];
  if (pairs.length === 0) return null;
  return pairs.map(([own, theirs]) => `${as}.${quoteIdent(theirs)} = ${at}.${quoteIdent(own)}`).join(' and ');
}

/**
 * By the parent's key, row by row. Without OFFSET the planner may put all rows of the parent through its own policy first and
 * keep those that pass in a hash, which for a page of ten rows took 700 ms where this takes one.
 */
function lookup(from: string): Expr {
  return `exists (select from ${from} offset 0)`;
}

type PathOf = (access: Access) => OwnerPath | null;

/**
 * A condition on the end of a path: on the row's own column, or on that of the row it belongs to.
 *
 * @param test of the column with the user id
 * @returns `null` when the path leads nowhere, which `owner-path-broken` reports
 */
function alongPath(
  table: Table,
  pathOf: PathOf,
  test: (column: Expr) => Expr,
  conditions: Conditions,
  at = quoteIdent(table.name.name),
  depth = 1,
): Expr | null {
  const access = conditions.info.get(objectKey('table', table.name))?.access ?? null;
  const path = access === null ? null : pathOf(access);
  if (path === null || depth > 9) return null;
  if (path.kind === 'column') return test(`${at}.${quoteIdent(path.column)}`);
  const parent = tableNamed(path.parent, conditions);
  if (parent === null) return null;
  const as = `p${depth}`;
  const joined = joinedTo(table, path.column, parent, as, at);
  const end = alongPath(parent, pathOf, test, conditions, as, depth + 1);
  if (joined === null || end === null) return null;
  return lookup(`${qualifiedTable(parent)} ${as} where ${joined} and ${end}`);
}

function wordCondition(word: PersonWord, table: Table, access: Access, conditions: Conditions): Expr | null {
  const at = quoteIdent(table.name.name);
  const isMe = (column: Expr): Expr => `${column} = ${ME}`;
  switch (word) {
    case 'anyone':
      return 'true';
    case 'members':
      return `${ME} is not null`;
    case 'owner':
      return alongPath(table, ({ owner }) => owner, isMe, conditions);
    case 'creator':
      return alongPath(table, ({ creator, owner }) => creator ?? owner, isMe, conditions);
    case 'subscribers':
      return alongPath(
        table,
        ({ creator, owner }) => creator ?? owner,
        (column) => `${column} = any (array(select boyfanz.my_subscriptions()))`,
        conditions,
      );
    case 'viewers': {
      const parent = access.seenWith === null ? null : tableNamed(access.seenWith.parent, conditions);
      if (parent === null || access.seenWith === null) return null;
      // The policies of the parent decide, for whoever asks.
      const joined = joinedTo(table, access.seenWith.column, parent, 'p1', at);
      return joined === null ? null : lookup(`${qualifiedTable(parent)} p1 where ${joined}`);
    }
    case 'parties':
      return access.parties.map((column) => isMe(`${at}.${quoteIdent(column)}`)).join(' or ') || null;
    case 'participants': {
      const { participants } = access;
      if (participants === null) return null;
      // An array is asked once, and an index on the column finds its members; a membership of the row itself would be
      // looked for row by row.
      const name = membershipFunction(participants);
      const list = `${quoteIdent(name.schema)}.${quoteIdent(name.name)}()`;
      return `${at}.${quoteIdent(participants.own)} = any (array(select ${list}))`;
    }
  }
}

/** The words that can be true of somebody who is not signed in. */
export function wordsOfStrangers(
  words: readonly PersonWord[],
  access: Access,
  conditions: Conditions,
  depth = 1,
): readonly PersonWord[] {
  return words.filter((word) => {
    if (word !== 'viewers') return word === 'anyone';
    const parent = access.seenWith === null || depth > 9 ? null : tableNamed(access.seenWith.parent, conditions);
    const theirs = parent === null ? null : (conditions.info.get(objectKey('table', parent.name))?.access ?? null);
    if (theirs === null) return false;
    return wordsOfStrangers(theirs.words.select.filter(isPersonWord), theirs, conditions, depth + 1).length > 0;
  });
}

/** Who of people may, as one condition; `null` when nobody may. */
export function peopleCondition(
  words: readonly PersonWord[],
  table: Table,
  access: Access,
  besides: ReadonlyMap<AccessWord, Expr>,
  conditions: Conditions,
): Expr | null {
  const parts = words.flatMap((word) => {
    const who = wordCondition(word, table, access, conditions);
    const when = besides.get(word);
    if (who === null) return [];
    return [when === undefined ? who : who === 'true' ? `(${when})` : `(${who} and (${when}))`];
  });
  if (parts.length === 0) return null;
  return parts.includes('true') ? 'true' : parts.join(' or ');
}

export function staffCondition({ staff }: Access, besides: ReadonlyMap<AccessWord, Expr>): Expr {
  const when = besides.get('staff');
  const parts = [
    ...(staff === null ? [] : [`(select boyfanz.has_permission(${quoteLiteral(staff)}))`]),
    ...(when === undefined ? [] : [`(${when})`]),
  ];
  return parts.join(' and ') || 'true';
}
