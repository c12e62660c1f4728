/** A part of an expression in SQLite's SQL, with what has to be known to put it into a greater one. */
import type { Form, StoredType } from './stored-type.ts';

export type PieceForm =
  | Form
  /** A quoted text of PostgreSQL whose type its surroundings decide: not yet SQL, see `literalOf`. */
  | 'literal'
  | 'null'
  /** Milliseconds between two times. */
  | 'duration'
  /** An interval that is written out. */
  | 'span'
  /** What `->>` gives: a text in PostgreSQL, and a number or a text in SQLite. */
  | 'jsontext';

export interface Piece {
  readonly text: string;
  readonly form: PieceForm;
  /** Needs no parentheses wherever it stands. */
  readonly isAtom: boolean;
  readonly nullable: boolean;
  /** The value of a literal, and of a number that is written out. */
  readonly constant: string | null;
  readonly span: Span | null;
  /** The column's or the cast's type, where it is known. */
  readonly type: StoredType | null;
  /** The first moment of a month, to which months can be added. */
  readonly isMonthStart: boolean;
  /** For `round(x, n)`: x. */
  readonly roundOf: string | null;
  /** For `jsonb_typeof(x)`: what `json_type` is to be asked. */
  readonly jsonTypeOf: string | null;
}

export interface Span {
  readonly months: number;
  readonly milliseconds: number;
}

/** Thrown for what SQLite cannot say, or what is not known to mean the same there: the part is left out and counted. */
export class Untranslatable extends Error {
  constructor(what: string) {
    super(`Not in SQLite: ${what}`);
    this.name = 'Untranslatable';
  }
}

const PLAIN = {
  constant: null,
  span: null,
  type: null,
  isMonthStart: false,
  roundOf: null,
  jsonTypeOf: null,
} as const;

/** A name, a literal, a call: nothing binds tighter. */
export function atom(text: string, form: PieceForm, nullable: boolean, more: Partial<Piece> = {}): Piece {
  return { ...PLAIN, text, form, isAtom: true, nullable, ...more };
}

/** An operator with its operands. */
export function compound(text: string, form: PieceForm, nullable: boolean, more: Partial<Piece> = {}): Piece {
  return { ...PLAIN, text, form, isAtom: false, nullable, ...more };
}

/** As an operand. */
export function tight(piece: Piece): string {
  return piece.isAtom ? piece.text : `(${piece.text})`;
}
