/** Conditions made of pieces that are translated already. */
import { type Comparison, comparison, typed } from './comparison.ts';
import { likeAsGlob, regexCondition } from './pattern.ts';
import { compound, type Piece, tight, Untranslatable } from './piece.ts';
import { lit } from './quote.ts';

export function condition(text: string, pieces: readonly Piece[]): Piece {
  return compound(
    text,
    'boolean',
    pieces.some(({ nullable }) => nullable),
  );
}

export function compared(operator: Comparison, left: Piece, right: Piece): Piece {
  const text = comparison(operator, left, right);
  return operator === 'is' || operator === 'is not' ? compound(text, 'boolean', false) : condition(text, [left, right]);
}

export function negated(piece: Piece): Piece {
  return compound(`not ${tight(piece)}`, 'boolean', piece.nullable);
}

/** Each item as it would be compared one by one, so that the types are looked at. */
export function inList(of: Piece, items: readonly Piece[], isNegated: boolean): Piece {
  const sample = items.map((item) => comparison('=', of, item));
  const isPlain = of.form !== 'jsontext' && of.roundOf === null && of.jsonTypeOf === null;
  if (isPlain && items.every((item) => item.form !== 'span' && item.form !== 'citext')) {
    const texts = items.map((item) => typed(item, of).text);
    // `x = y collate binary` says more than a list can.
    if (!sample.some((text) => / collate /.test(text.replace(of.text, '')))) {
      return condition(`${tight(of)} ${isNegated ? 'not in' : 'in'} (${texts.join(', ')})`, [of, ...items]);
    }
  }
  const any = compound(sample.map((text) => `(${text})`).join(' or '), 'boolean', of.nullable);
  return isNegated ? negated(any) : any;
}

export function like(of: Piece, pattern: Piece, isNegated: boolean): Piece {
  if (pattern.form !== 'literal') throw new Untranslatable('a pattern that is not written out');
  const text = pattern.constant ?? '';
  if (of.form === 'citext' && !text.includes('\\')) {
    return condition(`${tight(of)} ${isNegated ? 'not like' : 'like'} ${lit(text)}`, [of]);
  }
  if (of.form !== 'text') throw new Untranslatable(`${of.form} like`);
  return condition(`${tight(of)} ${isNegated ? 'not glob' : 'glob'} ${lit(likeAsGlob(text))}`, [of]);
}

export function regex(of: Piece, pattern: Piece, isNegated: boolean): Piece {
  if (of.form !== 'text' || pattern.form !== 'literal') throw new Untranslatable(`${of.form} ~`);
  const matches = condition(regexCondition(tight(of), pattern.constant ?? ''), [of]);
  return isNegated ? negated(matches) : matches;
}

/** Where a condition has to stand: SQLite would take any number for one. */
export function truth(piece: Piece): Piece {
  if (piece.form === 'null') return piece;
  if (piece.form !== 'boolean') throw new Untranslatable(`${piece.form} as a condition`);
  return piece;
}
