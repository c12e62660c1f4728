/** What each type takes as the value of a cell, as far as it can be told without a server. */
import type { DataType } from '../model/type.ts';
import { displayType } from '../model/type.ts';
import type { SpecCode } from './codes.ts';

export type Scalar = string | number | boolean;

export interface Complaint {
  readonly code: SpecCode;
  readonly message: string;
  readonly help: string | null;
}

export interface Accepted {
  /** One text for equal values. */
  readonly text: string;
  /** A number or boolean, which stands in SQL without quotes. */
  readonly bare: boolean;
}

type Reader = (value: Scalar, type: DataType) => Accepted | Complaint;

export function isComplaint(result: Accepted | Complaint): result is Complaint {
  return 'code' in result;
}

function quoted(text: string): Accepted {
  return { text, bare: false };
}

function wrongType(value: Scalar, type: DataType, wanted: string): Complaint {
  const actual = typeof value === 'string' ? 'a text' : typeof value === 'number' ? 'a number' : 'true or false';
  return {
    code: 'wrong-type',
    message: `This must be ${wanted}, not ${actual}: the column is \`${displayType(type)}\`.`,
    help: wanted === 'a text' ? `quote it: "${value}"` : `write ${wanted}.`,
  };
}

function badForm(value: Scalar, type: DataType, help: string): Complaint {
  return { code: 'bad-value', message: `\`${value}\` is not a valid \`${displayType(type)}\`.`, help };
}

const text: Reader = (value, type) => (typeof value === 'string' ? quoted(value) : wrongType(value, type, 'a text'));

/** PostgreSQL counts characters, not bytes or code units. */
const limitedText: Reader = (value, type) => {
  const limit = Number(type.args[0] ?? Number.POSITIVE_INFINITY);
  if (typeof value !== 'string') return wrongType(value, type, 'a text');
  const length = [...value].length;
  if (length <= limit) return quoted(value);
  return {
    code: 'bad-value',
    message: `This text has ${length} characters; \`${displayType(type)}\` takes ${limit}.`,
    help: 'shorten it, or widen the column.',
  };
};

const boolean: Reader = (value, type) =>
  typeof value === 'boolean' ? { text: String(value), bare: true } : wrongType(value, type, 'true or false');

const BITS: Readonly<Record<string, bigint>> = { smallint: 16n, integer: 32n, bigint: 64n };

const integer: Reader = (value, type) => {
  if (typeof value === 'boolean') return wrongType(value, type, 'a number');
  if (!/^-?\d+$/.test(String(value))) return badForm(value, type, 'write a whole number, such as 12.');
  const number = BigInt(value);
  const top = 2n ** ((BITS[type.name] ?? 64n) - 1n);
  if (number < -top || number >= top) {
    return badForm(value, type, `it takes ${-top} to ${top - 1n}.`);
  }
  return { text: number.toString(), bare: true };
};

/** `1.50` and `1.5` are one number. Digits alone: a number of YAML may be text, so that none is lost. */
function plainDigits(written: string): string | null {
  const match = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(written);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  return digits === '0' ? digits : `${sign}${digits}`;
}

const numeric: Reader = (value, type) => {
  if (typeof value === 'boolean') return wrongType(value, type, 'a number');
  const digits = plainDigits(String(value));
  if (digits === null) return badForm(value, type, 'write it in decimal digits, such as 12.50.');
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const [precision, scale] = type.args.map(Number);
  if (precision === undefined || scale === undefined) return { text: digits, bare: true };
  if (fraction.length > scale) return badForm(value, type, `it keeps ${scale} digits after the point.`);
  const room = precision - scale;
  if (whole !== '0' && whole.length > room) return badForm(value, type, `it takes ${room} digits before the point.`);
  return { text: digits, bare: true };
};

const float: Reader = (value, type) => {
  if (typeof value === 'boolean') return wrongType(value, type, 'a number');
  const digits = plainDigits(String(value));
  return digits === null
    ? badForm(value, type, 'write it in decimal digits, such as 0.5.')
    : { text: digits, bare: true };
};

function textLike(pattern: RegExp, help: string, normal: (written: string) => string = (written) => written): Reader {
  return (value, type) => {
    if (typeof value !== 'string') return wrongType(value, type, 'a text');
    return pattern.test(value) ? quoted(normal(value)) : badForm(value, type, help);
  };
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(written: string): boolean {
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= (DAYS[month - 1] ?? 0) && (month !== 2 || day < 29 || isLeap);
}

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,6})?)?';
const ZONE = '(?:Z|[+-]\\d{2}(?::?\\d{2})?)';

/** A date on the calendar, and what stands behind it; or `infinity`. */
function dated(rest: string, help: string): Reader {
  const pattern = new RegExp(`^(\\d{4}-\\d{2}-\\d{2})${rest}$`);
  return (value, type) => {
    if (typeof value !== 'string') return wrongType(value, type, 'a text');
    if (value === 'infinity' || value === '-infinity') return quoted(value);
    const match = pattern.exec(value);
    return match !== null && isDay(match[1] ?? '') ? quoted(value) : badForm(value, type, help);
  };
}

const UNITS = '(?:microsecond|millisecond|second|minute|hour|day|week|month|year)s?';

const interval = textLike(
  new RegExp(
    `^(?:-?\\d+(?:\\.\\d+)? ${UNITS}(?: -?\\d+(?:\\.\\d+)? ${UNITS})*|-?\\d+:\\d{2}(?::\\d{2})?|P[\\dYMWDTHS.]+)$`,
  ),
  'write counts and units, such as `90 minutes` or `1 day 12 hours`.',
);

const READERS: Readonly<Record<string, Reader>> = {
  boolean,
  smallint: integer,
  integer,
  bigint: integer,
  numeric,
  real: float,
  'double precision': float,
  'character varying': limitedText,
  character: limitedText,
  uuid: textLike(
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
    'write 32 hexadecimal digits as 8-4-4-4-12.',
    (written) => written.toLowerCase(),
  ),
  bytea: textLike(/^\\x(?:[0-9a-f]{2})*$/i, "write it in hexadecimal, in single quotes: '\\x00ff'.", (written) =>
    written.toLowerCase(),
  ),
  date: dated('', 'write year, month and day, such as "2026-01-31".'),
  'timestamp without time zone': dated(`[ T]${TIME}`, 'write it as "2026-01-31 12:00:00".'),
  'timestamp with time zone': dated(
    `[ T]${TIME}${ZONE}`,
    'write date, time and zone, such as "2026-01-31T12:00:00Z": without a zone it would depend on the session.',
  ),
  'time without time zone': textLike(new RegExp(`^${TIME}$`), 'write it as "12:00" or "12:00:00".'),
  'time with time zone': textLike(new RegExp(`^${TIME}${ZONE}$`), 'write time and zone, such as "12:00:00Z".'),
  interval,
};

/** The value of a type that is built in or comes from an extension. What only a server can tell is taken as it is. */
export function readScalar(value: Scalar, type: DataType): Accepted | Complaint {
  const reader = type.schema === null ? READERS[type.name] : undefined;
  return (reader ?? text)(value, type);
}
