/** Just enough of PostgreSQL's lexer to find words outside of literals and comments. It is no parser. */

export interface SqlToken {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'symbol';
  /** Words in lower case, quoted names without their quotes, the rest as written. */
  readonly text: string;
}

const PATTERN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|e'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_$]*|\d+(?:\.\d+)?|::|[-+*/<>=~!@#%^&|`?]+|./giu;

/** @returns `null` for blanks and comments. */
function toToken(text: string): SqlToken | null {
  if (/^(\s|--|\/\*)/.test(text)) return null;
  if (text.endsWith("'") || (text.startsWith('$') && text.length > 1)) return { kind: 'string', text };
  if (text.startsWith('"')) return { kind: 'name', text: text.slice(1, -1).replaceAll('""', '"') };
  if (/^[\p{L}_]/u.test(text)) return { kind: 'word', text: text.toLowerCase() };
  return { kind: /^\d/.test(text) ? 'number' : 'symbol', text };
}

export function sqlTokens(text: string): readonly SqlToken[] {
  return Array.from(text.matchAll(PATTERN), ([match]) => toToken(match)).filter((token) => token !== null);
}

/** Names of functions that are called, `now` or `boyfanz.uuid_v7`. Keywords before a parenthesis come along. */
export function calledFunctions(tokens: readonly SqlToken[]): readonly string[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || tokens[at + 1]?.text !== '(') return [];
    const schema = tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : undefined;
    return [schema === undefined || schema === 'pg_catalog' ? token.text : `${schema}.${token.text}`];
  });
}
