/**
 * What a CHECK says about columns being null. The expression is taken apart into and, or, not, equality of truth values
 * and `num_nonnulls(…)`; whatever else stands there is an unknown that may be true or false, or NULL when it mentions a
 * column that is. A check passes on NULL, which is why most expressions do not mind an emptied column.
 */
import { type SqlToken, sqlTokens } from './sql-tokens.ts';

type Truth = boolean | null;

type Logic =
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Logic[] }
  | { readonly kind: 'not'; readonly part: Logic }
  | { readonly kind: 'equal'; readonly left: Logic; readonly right: Logic }
  | { readonly kind: 'isNull'; readonly column: string }
  | { readonly kind: 'count'; readonly columns: readonly string[]; readonly holds: (notNull: number) => boolean }
  | { readonly kind: 'unknown'; readonly text: string; readonly words: ReadonlySet<string> };

/** One possible row: which columns are null, and what the unknown parts come to. */
interface Row {
  readonly isNull: (column: string) => boolean;
  readonly unknown: (text: string) => boolean;
}

type Tokens = readonly SqlToken[];

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Positions outside of parentheses, brackets and CASE, with the token there. */
function outermost(tokens: Tokens): readonly (readonly [at: number, token: SqlToken])[] {
  let depth = 0;
  const found: [number, SqlToken][] = [];
  for (const [at, token] of tokens.entries()) {
    const isWord = token.kind === 'word';
    if (token.text === ')' || token.text === ']' || (isWord && token.text === 'end')) depth -= 1;
    if (depth === 0) found.push([at, token]);
    if (token.text === '(' || token.text === '[' || (isWord && token.text === 'case')) depth += 1;
  }
  return found;
}

function split(tokens: Tokens, word: 'and' | 'or'): readonly Tokens[] {
  const parts: Tokens[] = [];
  let start = 0;
  let between = false;
  for (const [at, token] of outermost(tokens)) {
    if (token.kind !== 'word') continue;
    if (token.text === 'between') between = true;
    if (token.text !== word) continue;
    if (word === 'and' && between) {
      between = false;
      continue;
    }
    parts.push(tokens.slice(start, at));
    start = at + 1;
  }
  return [...parts, tokens.slice(start)];
}

function isWrapped(tokens: Tokens): boolean {
  return tokens.length > 2 && tokens[0]?.text === '(' && outermost(tokens).length === 2 && tokens.at(-1)?.text === ')';
}

function texts(tokens: Tokens): string {
  return tokens.map((token) => token.text).join(' ');
}

function readNullTest(tokens: Tokens): Logic | null {
  const [column, is, ...rest] = tokens;
  if (column === undefined || is?.text !== 'is') return null;
  const test: Logic = { kind: 'isNull', column: column.text };
  if (texts(rest) === 'null') return test;
  return texts(rest) === 'not null' ? { kind: 'not', part: test } : null;
}

function readCount(tokens: Tokens): Logic | null {
  const match = /^(num_nonnulls|num_nulls) \( ([^()]+) \) (\S+) (\d+)$/.exec(texts(tokens));
  const compare = COMPARISONS[match?.[3] ?? ''];
  if (match === null || compare === undefined) return null;
  const columns = (match[2] ?? '').split(',').map((column) => column.trim());
  const wanted = Number(match[4]);
  const ofNulls = match[1] === 'num_nulls';
  return { kind: 'count', columns, holds: (notNull) => compare(ofNulls ? columns.length - notNull : notNull, wanted) };
}

function readEquality(tokens: Tokens): Logic | null {
  const signs = outermost(tokens).filter(([, token]) => token.kind === 'symbol' && /^(=|<>|!=)$/.test(token.text));
  const [sign] = signs;
  if (sign === undefined || signs.length > 1) return null;
  const sides = [tokens.slice(0, sign[0]), tokens.slice(sign[0] + 1)] as const;
  if (!sides.some(isWrapped) || !sides.every((side) => isWrapped(side) || side.length === 1)) return null;
  const same: Logic = { kind: 'equal', left: readLogic(sides[0]), right: readLogic(sides[1]) };
  return sign[1].text === '=' ? same : { kind: 'not', part: same };
}

function readLogic(tokens: Tokens): Logic {
  if (isWrapped(tokens)) return readLogic(tokens.slice(1, -1));
  for (const word of ['or', 'and'] as const) {
    const parts = split(tokens, word);
    if (parts.length > 1) return { kind: word, parts: parts.map(readLogic) };
  }
  if (tokens[0]?.text === 'not') return { kind: 'not', part: readLogic(tokens.slice(1)) };
  return (
    readNullTest(tokens) ??
    readCount(tokens) ??
    readEquality(tokens) ?? {
      kind: 'unknown',
      text: texts(tokens),
      words: new Set(tokens.filter(({ kind }) => kind === 'word' || kind === 'name').map(({ text }) => text)),
    }
  );
}

function evaluate(logic: Logic, row: Row): Truth {
  switch (logic.kind) {
    case 'or':
    case 'and': {
      const values = logic.parts.map((part) => evaluate(part, row));
      const decisive = logic.kind === 'or';
      if (values.includes(decisive)) return decisive;
      return values.includes(null) ? null : !decisive;
    }
    case 'not': {
      const value = evaluate(logic.part, row);
      return value === null ? null : !value;
    }
    case 'equal': {
      const left = evaluate(logic.left, row);
      const right = evaluate(logic.right, row);
      return left === null || right === null ? null : left === right;
    }
    case 'isNull':
      return row.isNull(logic.column);
    case 'count':
      return logic.holds(logic.columns.filter((column) => !row.isNull(column)).length);
    case 'unknown':
      return [...logic.words].some(row.isNull) ? null : row.unknown(logic.text);
  }
}

function unknowns(logic: Logic): readonly string[] {
  switch (logic.kind) {
    case 'or':
    case 'and':
      return logic.parts.flatMap(unknowns);
    case 'not':
      return unknowns(logic.part);
    case 'equal':
      return [...unknowns(logic.left), ...unknowns(logic.right)];
    case 'isNull':
      return [`null ${logic.column}`];
    case 'count':
      return logic.columns.map((column) => `null ${column}`);
    case 'unknown':
      return [`is ${logic.text}`];
  }
}

/** Above this many unknown parts the search is given up: 2^12 rows are tried. */
const MOST_UNKNOWNS = 12;

/**
 * Whether some row passes the check while the columns have values and fails it once they are emptied.
 *
 * @param nullable the other columns that can be null
 */
export function breaksWhenEmptied(check: string, emptied: ReadonlySet<string>, nullable: ReadonlySet<string>): boolean {
  const logic = readLogic(sqlTokens(check));
  const isFree = (name: string): boolean => {
    const column = /^null (.*)$/s.exec(name)?.[1];
    return column === undefined || (nullable.has(column) && !emptied.has(column));
  };
  const free = [...new Set(unknowns(logic))].filter(isFree);
  if (free.length > MOST_UNKNOWNS) return false;
  for (let bits = 0; bits < 2 ** free.length; bits += 1) {
    const chosen = new Set(free.filter((_, at) => (bits & (1 << at)) !== 0));
    const unknown = (text: string): boolean => chosen.has(`is ${text}`);
    const before = evaluate(logic, { isNull: (column) => chosen.has(`null ${column}`), unknown });
    if (before === false) continue;
    const isNull = (column: string): boolean => emptied.has(column) || chosen.has(`null ${column}`);
    if (evaluate(logic, { isNull, unknown }) === false) return true;
  }
  return false;
}
