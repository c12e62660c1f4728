/** Operators that are no comparisons. */
import { typed } from './comparison.ts';
import { atom, compound, type Piece, type Span, tight, Untranslatable } from './piece.ts';
import { LOCAL_FORMAT, TIME_FORMAT } from './stored-type.ts';

/** Milliseconds since 1970 of a time as it is stored: whole numbers, which julianday() does not give. */
function epoch(time: Piece): string {
  return `(unixepoch(${time.text}) * 1000 + substr(${tight(time)}, 21, 3))`;
}

function isTime(piece: Piece): boolean {
  return piece.form === 'timestamp' || piece.form === 'local';
}

function difference(left: Piece, right: Piece): Piece {
  const nullable = left.nullable || right.nullable;
  if (left.form === 'date') {
    return atom(`cast(julianday(${left.text}) - julianday(${right.text}) as integer)`, 'integer', nullable);
  }
  return compound(`${epoch(left)} - ${epoch(right)}`, 'duration', nullable);
}

function moved(time: Piece, sign: '+' | '-', span: Span): Piece {
  const format = time.form === 'local' ? LOCAL_FORMAT : TIME_FORMAT;
  const steps: string[] = [];
  if (span.months > 0) {
    // SQLite goes from the 31st of January to the 3rd of March.
    if (!time.isMonthStart) throw new Untranslatable('adding months');
    steps.push(`'${sign}${span.months} months'`);
  }
  if (span.milliseconds > 0) steps.push(`'${sign}${span.milliseconds / 1000} seconds'`);
  const isMonthStart = time.isMonthStart && span.milliseconds === 0;
  return atom(`strftime('${format}', ${[time.text, ...steps].join(', ')})`, time.form, time.nullable, { isMonthStart });
}

function movedDate(date: Piece, sign: '+' | '-', days: Piece): Piece {
  const nullable = date.nullable || days.nullable;
  const count = /^\d+$/.test(days.constant ?? '')
    ? `'${sign}${days.text} days'`
    : `${sign === '-' ? '-' : ''}${tight(days)} || ' days'`;
  return atom(`date(${date.text}, ${count})`, 'date', nullable);
}

function times(operator: '+' | '-', left: Piece, right: Piece): Piece | null {
  const a = left.form === 'literal' ? typed(left, right) : left;
  const b = right.form === 'literal' && left.form !== 'literal' && !isTime(left) ? typed(right, left) : right;
  if (operator === '-' && a.form === b.form && (isTime(a) || a.form === 'date')) return difference(a, b);
  if (isTime(a) && b.span !== null) return moved(a, operator, b.span);
  if (operator === '+' && isTime(b) && a.span !== null) return moved(b, operator, a.span);
  if (a.form === 'date' && b.form === 'integer') return movedDate(a, operator, b);
  return null;
}

const WHOLE_ONLY: ReadonlySet<string> = new Set(['%', '&', '|', '<<', '>>']);

/** `real` only of double precision, which SQLite reckons with in the same way; numeric it does not have. */
function numeric(operator: string, left: Piece, right: Piece): Piece {
  const areWhole = left.form === 'integer' && right.form === 'integer';
  const areNumbers = [left, right].every(({ form }) => form === 'integer' || form === 'real');
  if (!areNumbers || (WHOLE_ONLY.has(operator) && !areWhole)) {
    throw new Untranslatable(`${left.form} ${operator} ${right.form}`);
  }
  // A constant with a fraction is numeric in PostgreSQL.
  if ([left, right].some(({ form, constant }) => form === 'real' && constant !== null)) {
    throw new Untranslatable('numeric arithmetic');
  }
  // PostgreSQL refuses to divide by nothing, SQLite gives NULL.
  if ((operator === '/' || operator === '%') && !/^[1-9]\d*$/.test(right.constant ?? '')) {
    throw new Untranslatable('dividing by what may be 0');
  }
  const form = areWhole ? 'integer' : 'real';
  return compound(`${tight(left)} ${operator} ${tight(right)}`, form, left.nullable || right.nullable);
}

function isText(piece: Piece): boolean {
  return piece.form === 'text' || piece.form === 'literal';
}

function joined(left: Piece, right: Piece): Piece {
  if (!isText(left) || !isText(right)) throw new Untranslatable(`${left.form} || ${right.form}`);
  const [a, b] = [typed(left, right), typed(right, left)];
  return compound(`${tight(a)} || ${tight(b)}`, 'text', a.nullable || b.nullable);
}

function member(left: Piece, operator: '->' | '->>', right: Piece): Piece {
  const key = right.form === 'literal' ? (right.constant ?? '') : '';
  // SQLite takes other keys for a path or a number.
  if (left.form !== 'json' || !/^[A-Za-z_]\w*$/.test(key)) throw new Untranslatable(`${operator} with such a key`);
  return compound(`${tight(left)} ${operator} '${key}'`, operator === '->' ? 'json' : 'jsontext', true);
}

/** @throws Untranslatable */
export function arithmetic(operator: string, left: Piece, right: Piece): Piece {
  switch (operator) {
    case '+':
    case '-':
      return times(operator, left, right) ?? numeric(operator, left, right);
    case '*':
    case '/':
    case '%':
    case '&':
    case '|':
    case '<<':
    case '>>':
      return numeric(operator, left, right);
    case '||':
      return joined(left, right);
    case '->':
    case '->>':
      return member(left, operator, right);
    default:
      throw new Untranslatable(`the operator ${operator}`);
  }
}
