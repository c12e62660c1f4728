/** Comparisons: only of values whose order or equality is the same in both systems. */
import { literalOf } from './literal.ts';
import { atom, type Piece, type PieceForm, tight, Untranslatable } from './piece.ts';
import { lit } from './quote.ts';
import type { Form, StoredType } from './stored-type.ts';

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'is' | 'is not';

const NUMBERS: ReadonlySet<PieceForm> = new Set(['integer', 'real', 'float4', 'decimal']);
/** Written in one way each, so that the order of the texts or bytes is that of the values. */
const ORDERED: ReadonlySet<PieceForm> = new Set([
  'boolean',
  'uuid',
  'bytes',
  'date',
  'time',
  'timestamp',
  'local',
  'duration',
]);
/** The order of texts is that of the database's collation in PostgreSQL, and of bytes in SQLite. */
const EQUAL_ONLY: ReadonlySet<PieceForm> = new Set(['text', 'citext']);

const PLAIN_TYPE = { storage: 'TEXT', check: null, domainChecks: [], element: null } as const;

export function isNumber(piece: Piece): boolean {
  return NUMBERS.has(piece.form);
}

function isStored(form: PieceForm): form is Form {
  return !['literal', 'null', 'duration', 'span', 'jsontext'].includes(form);
}

/** The type that a literal beside this piece gets. */
export function typeOf(piece: Piece): StoredType {
  if (piece.type !== null) return piece.type;
  if (!isStored(piece.form)) throw new Untranslatable(`a literal beside ${piece.form}`);
  return { ...PLAIN_TYPE, form: piece.form };
}

/** A literal as a value of the type of its neighbour; any other piece as it is. */
export function typed(piece: Piece, beside: Piece): Piece {
  if (piece.form !== 'literal') return piece;
  const type =
    beside.form === 'literal' || beside.form === 'null' ? { ...PLAIN_TYPE, form: 'text' as const } : typeOf(beside);
  return atom(literalOf(piece.constant ?? '', type), type.form, false, { constant: piece.constant, type });
}

function ordering(operator: Comparison): boolean {
  return operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
}

function written(operator: Comparison, left: string, right: string): string {
  return `${left} ${operator} ${right}`;
}

function numbers(operator: Comparison, left: Piece, right: Piece): string {
  const narrow = [left, right].find(({ form }) => form === 'float4');
  const other = narrow === left ? right : left;
  if (narrow !== undefined && other.form !== 'float4' && other.form !== 'integer') {
    const value = Number(other.constant ?? Number.NaN);
    // PostgreSQL rounds the stored value to four bytes, which SQLite does not.
    if (Math.fround(value) !== value) throw new Untranslatable('real compared with more digits than it has');
  }
  const decimals = [left, right].filter(({ form }) => form === 'decimal' || form === 'real');
  if (left.form !== right.form && decimals.length === 2 && left.constant === null && right.constant === null) {
    throw new Untranslatable('numeric compared with double precision');
  }
  return written(operator, tight(left), tight(right));
}

/** What is between brackets or braces, a number, a word of JSON: what `->>` may give for something else than a string. */
function couldBeOtherJson(text: string): boolean {
  return /^(\s*[[{]|-?\d|true$|false$)/.test(text);
}

/**
 * @returns the text of the condition, an operator with its operands
 * @throws Untranslatable
 */
export function comparison(operator: Comparison, a: Piece, b: Piece): string {
  const rounded = a.roundOf ?? b.roundOf;
  if (rounded !== null) {
    // Which way a tie goes does not matter only when a number is compared with itself.
    const other = a.roundOf === null ? a : b;
    if (operator !== '=' || tight(other) !== rounded) throw new Untranslatable('round()');
    return written(operator, tight(a), tight(b));
  }
  if (a.jsonTypeOf !== null && b.form === 'literal' && /^(object|array)$/.test(b.constant ?? '')) {
    return written(operator, a.jsonTypeOf, lit(b.constant ?? ''));
  }
  if (a.form === 'jsontext' || b.form === 'jsontext') {
    const [json, other] = a.form === 'jsontext' ? [a, b] : [b, a];
    const text = other.form === 'literal' ? (other.constant ?? '') : null;
    if (text === null || ordering(operator) || couldBeOtherJson(text))
      throw new Untranslatable('->> beside more than a word');
    return written(operator, tight(json), lit(text));
  }
  if (a.form === 'span' || b.form === 'span') return spans(operator, a, b);
  if (a.form === 'null' || b.form === 'null') return written(operator, tight(a), tight(b));
  const left = typed(a, b);
  const right = typed(b, a);
  if (isNumber(left) && isNumber(right)) return numbers(operator, left, right);
  if (left.form === 'citext' || right.form === 'citext') return texts(operator, left, right);
  if (left.form !== right.form) throw new Untranslatable(`${left.form} compared with ${right.form}`);
  if (ORDERED.has(left.form)) return written(operator, tight(left), tight(right));
  if (EQUAL_ONLY.has(left.form)) {
    if (ordering(operator)) throw new Untranslatable('the order of texts');
    return written(operator, tight(left), tight(right));
  }
  if (left.form === 'json' || left.form === 'list') return emptyOnly(operator, left, right);
  throw new Untranslatable(`comparing ${left.form}`);
}

/** citext beside a literal takes no notice of case; beside a text, PostgreSQL compares texts. */
function texts(operator: Comparison, left: Piece, right: Piece): string {
  if (ordering(operator)) throw new Untranslatable('the order of texts');
  if (left.form === 'citext' && right.form === 'citext') return written(operator, tight(left), tight(right));
  if (left.form !== 'text' && right.form !== 'text') throw new Untranslatable('citext compared with another type');
  return `${tight(left)} ${operator} ${tight(right)} collate binary`;
}

/** Only an empty object or list has one spelling. */
function emptyOnly(operator: Comparison, left: Piece, right: Piece): string {
  const [value, literal] = left.constant === null ? [left, right] : [right, left];
  const isEmpty = literal.constant !== null && /^\s*(\{\s*\}|\[\s*\])\s*$/.test(literal.constant);
  if (!isEmpty || value.constant !== null || ordering(operator)) throw new Untranslatable(`comparing ${left.form}`);
  return written(operator, `json(${value.text})`, literal.text);
}

/** PostgreSQL compares intervals as if a month had 30 days. */
const MONTH = 30 * 86_400_000;

function spans(operator: Comparison, a: Piece, b: Piece): string {
  const side = (piece: Piece): string => {
    if (piece.span !== null) return String(piece.span.months * MONTH + piece.span.milliseconds);
    if (piece.form !== 'duration') throw new Untranslatable(`an interval compared with ${piece.form}`);
    return tight(piece);
  };
  return written(operator, side(a), side(b));
}
