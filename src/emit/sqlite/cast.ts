/** Casts between types that are written alike, or can be rewritten. */
import { literalOf, spanOf } from './literal.ts';
import { atom, compound, type Piece, tight, Untranslatable } from './piece.ts';
import type { StoredType } from './stored-type.ts';

/** @param isNowKnown whether the zone of the session is UTC, as it is where the time may be asked for */
export function cast(of: Piece, type: StoredType, name: string, isNowKnown: boolean): Piece {
  const { text, nullable } = of;
  if (of.form === 'null') return { ...of, form: type.form, type };
  if (of.form === 'literal') {
    if (name === 'interval') return { ...of, form: 'span', span: spanOf(of.constant ?? '') };
    const { constant } = of;
    return atom(literalOf(constant ?? '', type), type.form, false, { constant, type });
  }
  if (type.domainChecks.length > 0) throw new Untranslatable('a cast to a domain');
  const { isMonthStart } = of;
  switch (`${of.form} ${type.form}`) {
    case 'citext text':
      return atom(`(${text} collate binary)`, 'text', nullable);
    case 'text citext':
      return atom(`(${text} collate nocase)`, 'citext', nullable);
    case 'text text':
    case 'uuid uuid':
    case 'date date':
    case 'local local':
    case 'timestamp timestamp':
    case 'json json':
    case 'real real':
    case 'decimal decimal':
      return of;
    case 'uuid text':
    case 'date text':
      return { ...of, form: 'text', type: null };
    case 'integer integer':
      if (name === 'bigint') return of;
      break;
    case 'integer text':
      return atom(`cast(${text} as text)`, 'text', nullable);
    case 'integer decimal':
    case 'real decimal':
    case 'decimal real':
      return { ...of, form: type.form === 'decimal' ? 'decimal' : 'real', type: null };
    case 'local date':
      return atom(`substr(${text}, 1, 10)`, 'date', nullable);
    case 'date local':
      return compound(`${tight(of)} || 'T00:00:00.000'`, 'local', nullable, { isMonthStart });
    case 'timestamp date':
      // By the zone of the session.
      if (isNowKnown) return atom(`substr(${text}, 1, 10)`, 'date', nullable);
      break;
    default:
      break;
  }
  throw new Untranslatable(`${of.form}::${name}`);
}
