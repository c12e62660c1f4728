/**
 * Identifiers in SQL text, without parsing it: enough to ask "does this expression mention that name", and to follow a
 * rename. Strings, dollar quotes and comments are skipped; quoted identifiers count with their quotes undone.
 */
import { isKeyWordOnly, quoteIdent } from './quote.ts';

const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|[\s\S]/g;

function identifierOf(token: string): string | null {
  if (token.startsWith('"')) return token.length < 2 ? null : token.slice(1, -1).replaceAll('""', '"');
  const isWord = /^[A-Za-z_\u0080-\uffff]/.test(token) && !/^[eE]'/.test(token);
  return isWord ? token.toLowerCase() : null;
}

/** Every identifier and key word in the text, folded as PostgreSQL folds it. */
export function sqlWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [token] of text.matchAll(TOKEN)) {
    const word = identifierOf(token);
    if (word !== null) words.add(word);
  }
  return words;
}

/** As `identifierOf`, without what can only be a key word: the `select` of a query is not the table "select". */
function nameOf(token: string): string | null {
  const word = identifierOf(token);
  return word !== null && (token.startsWith('"') || !isKeyWordOnly(word)) ? word : null;
}

/** Every identifier in the text, folded as PostgreSQL folds it, and key words that may be one. */
export function sqlNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [token] of text.matchAll(TOKEN)) {
    const name = nameOf(token);
    if (name !== null) names.add(name);
  }
  return names;
}

/** The text with every identifier `from` written as `to`, quoted where the replacement needs it. */
export function renameSqlWord(text: string, from: string, to: string): string {
  return text.replaceAll(TOKEN, (token) => (nameOf(token) === from ? quoteIdent(to) : token));
}

interface Relation {
  readonly schema: string;
  readonly name: string;
}

/**
 * As `renameSqlWord` for a table: where its schema stands before it, and where it stands before a column. A word by itself
 * is a column, since the server writes every table with its schema.
 */
export function renameSqlRelation(text: string, from: Relation, to: Relation): string {
  const tokens = [...text.matchAll(TOKEN)].map(([token]) => token);
  const nameAt = (at: number) => nameOf(tokens[at] ?? '');
  const isQualified = (at: number) => tokens[at - 1] === '.';
  const isMeant = (at: number) =>
    nameAt(at) === from.name && (isQualified(at) ? nameAt(at - 2) === from.schema : tokens[at + 1] === '.');
  const isItsSchema = (at: number) => nameAt(at) === from.schema && tokens[at + 1] === '.' && isMeant(at + 2);
  return tokens
    .map((token, at) => (isMeant(at) ? quoteIdent(to.name) : isItsSchema(at) ? quoteIdent(to.schema) : token))
    .join('');
}
