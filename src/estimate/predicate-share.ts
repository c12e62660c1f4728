/** How many rows a partial index holds, from the form of its predicate. Nobody knows without the rows: a stated guess. */
import { type SqlToken, sqlTokens } from '../check/sql-tokens.ts';
import type { Expr } from '../model/model.ts';
import type { AssumedColumn } from './assumed-column.ts';

/** States that rows pass through, and are seldom found in. */
const PASSING =
  /^(pending|queued|running|leased|processing|open|offered|held|scheduled|draft|failed|retrying|requested|received|verifying|assigned|escalated|in_progress|claimed|sending|reserved)$/;
export const PASSING_SHARE = 0.05;
/** A flag of which a few rows have it set. */
const SELDOM = /^is_(default|primary|pinned|featured|current|verified|blocked|hidden|flagged)$/;
export const SELDOM_SHARE = 0.2;
export const OFTEN_SHARE = 0.8;
/** Any other predicate. */
export const UNKNOWN_SHARE = 0.5;

type Columns = ReadonlyMap<string, AssumedColumn>;

function parts(tokens: readonly SqlToken[], word: string): readonly (readonly SqlToken[])[] {
  const found: SqlToken[][] = [[]];
  let depth = 0;
  let isBetween = false;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.kind === 'word' && token.text === 'between') isBetween = true;
    const splits = depth === 0 && token.kind === 'word' && token.text === word && !isBetween;
    if (token.kind === 'word' && token.text === 'and') isBetween = false;
    if (splits) found.push([]);
    else found.at(-1)?.push(token);
  }
  return found;
}

function labelShare(label: string, column: AssumedColumn): number {
  const { labels } = column;
  if (PASSING.test(label)) return PASSING_SHARE;
  if (labels === null || labels.length < 2) return UNKNOWN_SHARE;
  const passing = labels.filter((one) => PASSING.test(one)).length;
  return (1 - passing * PASSING_SHARE) / (labels.length - passing);
}

function termShare(tokens: readonly SqlToken[], columns: Columns): number {
  const text = tokens.map((token) => token.text).join(' ');
  const column = columns.get(tokens[0]?.text ?? '');
  if (tokens[0]?.text === 'not' && tokens.length > 1) return 1 - termShare(tokens.slice(1), columns);
  if (column === undefined) return UNKNOWN_SHARE;
  const rest = text.slice(text.indexOf(' ') + 1);
  if (tokens.length === 1) return SELDOM.test(text) ? SELDOM_SHARE : OFTEN_SHARE;
  if (rest === 'is null') return column.nullShare;
  if (rest === 'is not null') return 1 - column.nullShare;
  const labels = tokens.flatMap(({ kind, text: one }) => (kind === 'string' ? [one.slice(1, -1)] : []));
  const share = Math.min(
    1,
    labels.reduce((sum, label) => sum + labelShare(label, column), 0),
  );
  const sign = tokens[1]?.text;
  if (sign === '=' || sign === 'in') return labels.length === 0 ? UNKNOWN_SHARE : share;
  if (sign === '<>' || sign === '!=' || sign === 'not') return labels.length === 0 ? UNKNOWN_SHARE : 1 - share;
  return UNKNOWN_SHARE;
}

function shareOf(tokens: readonly SqlToken[], columns: Columns): number {
  const either = parts(tokens, 'or');
  if (either.length > 1) return 1 - either.reduce((none, one) => none * (1 - shareOf(one, columns)), 1);
  const all = parts(tokens, 'and');
  if (all.length > 1) return all.reduce((share, one) => share * shareOf(one, columns), 1);
  const isWrapped = tokens[0]?.text === '(' && tokens.at(-1)?.text === ')';
  return isWrapped ? shareOf(tokens.slice(1, -1), columns) : termShare(tokens, columns);
}

/** From 0 to 1. */
export function predicateShare(predicate: Expr | null, columns: Columns): number {
  return predicate === null ? 1 : shareOf(sqlTokens(predicate), columns);
}
