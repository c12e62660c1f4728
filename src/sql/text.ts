/**
 * The only way to make SQL text.
 *
 * `Sql` is branded: a plain string does not fit into the `sql` tag, so a name or value cannot reach a statement without
 * `id()`, `name()` or `lit()`. Text that is SQL already (a spec's check, a function body's language keyword from a closed
 * union) enters through `raw()`, whose callers are few and easy to review.
 */
import { type Ident, MAX_IDENT_BYTES, type QName } from '../model/name.ts';
import { quoteIdent, quoteLiteral } from '../text/quote.ts';

declare const sqlBrand: unique symbol;

/** A piece of SQL whose parts are quoted. */
export type Sql = string & { readonly [sqlBrand]: true };

/** SQL that a person or a server wrote as SQL: an expression, a query, a keyword of ours. Never a name or a value. */
export function raw(text: string): Sql {
  return text as Sql;
}

export const EMPTY: Sql = raw('');

export function sql(parts: TemplateStringsArray, ...values: readonly Sql[]): Sql {
  return raw(parts.reduce((text, part, at) => text + (values[at - 1] ?? '') + part));
}

/** Non-empty pieces joined; an absent clause thus leaves no gap. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  return raw(pieces.filter((piece) => piece !== '').join(separator));
}

export function list(pieces: readonly Sql[]): Sql {
  return join(pieces, ', ');
}

/** `start` + `piece` + `end`, or nothing when the piece is empty. */
export function wrap(start: string, piece: Sql, end = ''): Sql {
  return piece === '' ? EMPTY : raw(`${start}${piece}${end}`);
}

export { isReservedWord } from '../text/quote.ts';

/**
 * Quotes an identifier where it has to be.
 *
 * @throws on an empty name, a NUL byte or more than 63 bytes: such names are stopped by the spec's validation, so one
 *   here is a bug, and PostgreSQL would cut it silently.
 */
export function id(name: Ident): Sql {
  if (name === '' || name.includes('\0') || Buffer.byteLength(name, 'utf8') > MAX_IDENT_BYTES) {
    throw new Error(`Not a PostgreSQL identifier: ${JSON.stringify(name)}`);
  }
  return raw(quoteIdent(name));
}

/** A schema-qualified name. Everything is qualified, so that no search_path decides what a statement means. */
export function qualified(name: QName): Sql {
  return sql`${id(name.schema)}.${id(name.name)}`;
}

/**
 * A string literal that reads the same whatever `standard_conforming_strings` says.
 *
 * @throws on a NUL byte, which PostgreSQL cannot store in text.
 */
export function lit(value: string): Sql {
  if (value.includes('\0')) throw new Error('A literal cannot hold a NUL byte');
  return raw(quoteLiteral(value));
}

/** Dollar quoting with a tag that the text does not contain. */
export function dollar(text: string, tag = 'fn'): Sql {
  let free = tag;
  for (let at = 1; text.includes(`$${free}$`) || text.endsWith(`$${free}`); at += 1) free = `${tag}${at}`;
  return raw(`$${free}$${text}$${free}$`);
}

export function integer(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new Error(`Not an integer: ${value}`);
  return raw(String(value));
}
