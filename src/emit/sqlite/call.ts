/** Functions of PostgreSQL, and of the schema boyfanz, in SQLite. */
import { typed } from './comparison.ts';
import { atom, compound, type Piece, tight, Untranslatable } from './piece.ts';
import { TIME_FORMAT } from './stored-type.ts';
import { inUtc, part, truncated } from './time-parts.ts';

export const NOW = `strftime('${TIME_FORMAT}', 'now')`;

const MILLISECONDS = "(strftime('%s', 'now') * 1000 + substr(strftime('%f', 'now'), 4))";

/** Version 7: 48 bits of the time in milliseconds, which `now` gives once per statement, and random ones. */
const UUID_V7 = `printf('%08x-%04x-7%03x-%04x-%012x', ${MILLISECONDS} >> 16, ${MILLISECONDS} & 65535, random() & 4095, 32768 | (random() & 16383), random() & 281474976710655)`;
const UUID_V4 =
  "printf('%08x-%04x-4%03x-%04x-%012x', random() & 4294967295, random() & 65535, random() & 4095, 32768 | (random() & 16383), random() & 281474976710655)";

function onlyOne(args: readonly Piece[], forms: readonly Piece['form'][]): Piece {
  const [first] = args;
  if (first === undefined || args.length !== 1 || !forms.includes(first.form)) {
    throw new Untranslatable(`a function of ${args.map(({ form }) => form).join(', ')}`);
  }
  return first;
}

function counted(args: readonly Piece[], test: 'is null' | 'is not null'): Piece {
  if (args.length === 0) throw new Untranslatable('nothing to count');
  return compound(args.map((arg) => `(${tight(arg)} ${test})`).join(' + '), 'integer', false);
}

/** PostgreSQL leaves out what is NULL; max() and min() of several arguments give NULL then. */
function extreme(name: 'min' | 'max', args: readonly Piece[]): Piece {
  const [first] = args;
  if (first === undefined || args.length < 2 || args.some(({ nullable }) => nullable))
    throw new Untranslatable(`${name} of NULL`);
  const pieces = args.map((arg) => typed(arg, first));
  const { form } = first;
  const isOrdered = ['integer', 'uuid', 'date', 'timestamp', 'local', 'boolean'].includes(form);
  if (!isOrdered || pieces.some((piece) => piece.form !== form)) throw new Untranslatable(`${name} of ${form}`);
  return atom(`${name}(${pieces.map(({ text }) => text).join(', ')})`, form, false);
}

export function coalesced(args: readonly Piece[]): Piece {
  const known = args.find(({ form }) => form !== 'literal' && form !== 'null');
  if (known === undefined) throw new Untranslatable('coalesce of literals');
  const pieces =
    known.form === 'jsontext' ? args.map((arg) => wordBesideJson(arg)) : args.map((arg) => typed(arg, known));
  if (pieces.some(({ form }) => form !== known.form && form !== 'null'))
    throw new Untranslatable('coalesce of several types');
  if (pieces.length === 1) return known;
  const text = `coalesce(${pieces.map((piece) => piece.text).join(', ')})`;
  return atom(
    text,
    known.form,
    pieces.every(({ nullable }) => nullable),
    { type: known.type },
  );
}

function wordBesideJson(piece: Piece): Piece {
  if (piece.form !== 'literal') return piece;
  if (piece.constant !== '') throw new Untranslatable('->> beside more than a word');
  return atom("''", 'jsontext', false);
}

const JSON_TYPES =
  "when 'text' then 'string' when 'integer' then 'number' when 'real' then 'number' when 'true' then 'boolean' when 'false' then 'boolean'";

function jsonType(json: Piece): Piece {
  const asked = `json_type(${json.text})`;
  return atom(`case ${asked} ${JSON_TYPES} else ${asked} end`, 'text', json.nullable, {
    jsonTypeOf: asked,
    isAtom: false,
  });
}

/** PostgreSQL refuses what is no array; so does json_array_length() of what is no JSON. */
function jsonLength(json: Piece): Piece {
  const guarded = `iif(json_type(${json.text}) <> 'array', 'no array', ${json.text})`;
  return atom(`json_array_length(${guarded})`, 'integer', json.nullable);
}

/** @param isNowKnown whether the time of day and random numbers may be asked for: not in a check, nor in an index */
export function call(name: string, args: readonly Piece[], isNowKnown: boolean): Piece {
  const [first, second] = args;
  const impure = (text: string, form: Piece['form']): Piece => {
    if (!isNowKnown || args.length > 0) throw new Untranslatable(`${name}() in a check or an index`);
    return atom(text, form, false);
  };
  switch (name) {
    case 'now':
    case 'transaction_timestamp':
    case 'statement_timestamp':
    case 'clock_timestamp':
      return impure(NOW, 'timestamp');
    case 'boyfanz.uuid_v7':
    case 'uuidv7':
      return impure(UUID_V7, 'uuid');
    case 'gen_random_uuid':
      return impure(UUID_V4, 'uuid');
    case 'char_length':
    case 'character_length':
    case 'length': {
      const text = onlyOne(args, ['text', 'citext']);
      return atom(`length(${text.text})`, 'integer', text.nullable);
    }
    case 'octet_length': {
      const value = onlyOne(args, ['bytes', 'text', 'citext']);
      const bytes = value.form === 'bytes' ? value.text : `cast(${value.text} as blob)`;
      return atom(`length(${bytes})`, 'integer', value.nullable);
    }
    case 'btrim': {
      const text = onlyOne(args, ['text']);
      return atom(`trim(${text.text})`, 'text', text.nullable);
    }
    case 'num_nonnulls':
      return counted(args, 'is not null');
    case 'num_nulls':
      return counted(args, 'is null');
    case 'cardinality': {
      const list = onlyOne(args, ['list']);
      return atom(`json_array_length(${list.text})`, 'integer', list.nullable);
    }
    case 'jsonb_typeof':
      return jsonType(onlyOne(args, ['json']));
    case 'jsonb_array_length':
      return jsonLength(onlyOne(args, ['json']));
    case 'abs': {
      const number = onlyOne(args, ['integer', 'real']);
      return atom(`abs(${number.text})`, number.form, number.nullable);
    }
    case 'least':
      return extreme('min', args);
    case 'greatest':
      return extreme('max', args);
    case 'round':
      if (first?.form !== 'decimal' || !/^[0-9]$/.test(second?.constant ?? '')) throw new Untranslatable('round()');
      return atom(`round(${first.text}, ${second?.text ?? '0'})`, 'decimal', first.nullable, { roundOf: tight(first) });
    case 'tstzrange': {
      // A text, as PostgreSQL reads it.
      const bound = (piece: Piece | undefined) => (piece?.form === 'timestamp' ? `|| ${piece.text} ||` : '||');
      const areBounds = args.length === 2 && args.every(({ form }) => form === 'timestamp' || form === 'null');
      if (!areBounds || args.some(({ form, nullable }) => form === 'timestamp' && nullable))
        throw new Untranslatable('tstzrange()');
      return compound(`'[' ${bound(first)} ',' ${bound(second)} ')'`, 'opaque', false);
    }
    case 'timezone':
      return inUtc(first, second);
    case 'extract':
    case 'date_part':
      if (first?.form !== 'literal' || second === undefined) throw new Untranslatable('extract()');
      if (second.form === 'date' || second.form === 'local') return part(first.constant ?? '', second);
      throw new Untranslatable(`extract from ${second.form}`);
    case 'date_trunc':
      if (first?.form !== 'literal' || second === undefined || args.length !== 2)
        throw new Untranslatable('date_trunc()');
      // Of a time with a zone it asks for that of the session.
      if (second.form === 'local' || (second.form === 'timestamp' && isNowKnown))
        return truncated(first.constant ?? '', second);
      throw new Untranslatable(`date_trunc of ${second.form}`);
    default:
      throw new Untranslatable(`the function ${name}`);
  }
}
