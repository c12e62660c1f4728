/** Parts of times: they stand at fixed places of the text. */
import { atom, compound, type Piece, tight, Untranslatable } from './piece.ts';
import { LOCAL_FORMAT, TIME_FORMAT } from './stored-type.ts';

/** A date, or a time without its zone: the parts stand at fixed places. */
export function part(field: string, time: Piece): Piece {
  const { text, nullable } = time;
  const cut = (from: number, length: number) =>
    atom(`cast(substr(${text}, ${from}, ${length}) as integer)`, 'integer', nullable);
  switch (field) {
    case 'year':
      return cut(1, 4);
    case 'month':
      return cut(6, 2);
    case 'day':
      return cut(9, 2);
    case 'dow':
      return atom(`cast(strftime('%w', ${text}) as integer)`, 'integer', nullable);
    case 'isodow':
      return compound(`(strftime('%w', ${text}) + 6) % 7 + 1`, 'integer', nullable);
    default:
      throw new Untranslatable(`extract(${field})`);
  }
}

export function truncated(unit: string, time: Piece): Piece {
  const { text, nullable, form } = time;
  const zone = form === 'timestamp' ? 'Z' : '';
  const cut = (length: number, rest: string) =>
    compound(`substr(${text}, 1, ${length}) || '${rest}${zone}'`, form, nullable, {
      isMonthStart: unit === 'month' || unit === 'year',
    });
  switch (unit) {
    case 'minute':
      return cut(16, ':00.000');
    case 'hour':
      return cut(13, ':00:00.000');
    case 'day':
      return cut(10, 'T00:00:00.000');
    case 'month':
      return cut(7, '-01T00:00:00.000');
    case 'year':
      return cut(4, '-01-01T00:00:00.000');
    case 'week':
      return atom(
        `strftime('${form === 'timestamp' ? TIME_FORMAT : LOCAL_FORMAT}', ${text}, 'start of day', '-6 days', 'weekday 1')`,
        form,
        nullable,
      );
    case 'quarter': {
      const month = `cast(substr(${text}, 6, 2) as integer)`;
      const start = `substr(${text}, 1, 5) || printf('%02d', ((${month} - 1) / 3) * 3 + 1) || '-01T00:00:00.000${zone}'`;
      return compound(start, form, nullable, { isMonthStart: true });
    }
    default:
      throw new Untranslatable(`date_trunc of ${unit}`);
  }
}

export function inUtc(zone: Piece | undefined, time: Piece | undefined): Piece {
  if (zone?.form !== 'literal' || zone.constant !== 'UTC' || time === undefined)
    throw new Untranslatable('a time zone');
  const { isMonthStart } = time;
  if (time.form === 'timestamp') return atom(`substr(${time.text}, 1, 23)`, 'local', time.nullable, { isMonthStart });
  if (time.form === 'local') return compound(`${tight(time)} || 'Z'`, 'timestamp', time.nullable, { isMonthStart });
  throw new Untranslatable('a time zone');
}
