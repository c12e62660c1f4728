/** What PostgreSQL does to the values of a column whose type changes: nothing, a rewrite, an error, a loss. */
import { type DataType, sameType } from '../model/type.ts';

function limit(type: DataType): number {
  return type.args.length === 0 ? Number.POSITIVE_INFINITY : Number(type.args[0]);
}

/** Stored alike, and told apart by how they are compared. */
function isTextLike(type: DataType): boolean {
  const names = type.schema === null ? ['character varying', 'text'] : ['citext'];
  return type.dimensions === 0 && names.includes(type.name);
}

export function isCitext(type: DataType): boolean {
  return type.schema !== null && type.name === 'citext';
}

/**
 * Type changes that PostgreSQL makes in the catalog alone: wider varchar, varchar to text, numeric with more digits and
 * the same scale (ATColumnChangeRequiresRewrite in tablecmds.c, checked on 14-18). timestamp to timestamptz is one too, as
 * our session runs in UTC.
 */
export function changesCatalogOnly(from: DataType, to: DataType): boolean {
  if (isTextLike(from) && isTextLike(to)) return limit(to) >= limit(from);
  // Elements of an array are converted one by one, even where there is nothing to convert.
  if (from.dimensions === 1 || to.dimensions === 1 || from.schema !== null || to.schema !== null) {
    return sameType(from, to);
  }
  if (from.name === to.name && from.name === 'numeric') {
    return to.args.length === 0 || (from.args.length > 0 && from.args[1] === to.args[1] && limit(to) >= limit(from));
  }
  const pair = `${from.name}>${to.name}`;
  const movesZone =
    pair === 'timestamp without time zone>timestamp with time zone' ||
    pair === 'timestamp with time zone>timestamp without time zone';
  return sameType(from, to) || (movesZone && limit(from) === limit(to));
}

const INTEGER_WIDTH: ReadonlyMap<string, number> = new Map([
  ['smallint', 2],
  ['integer', 4],
  ['bigint', 8],
]);

/** Types that take whatever casts to them, be it rounded or cut. */
const TAKES_ALL: ReadonlySet<string> = new Set([
  'text',
  'real',
  'double precision',
  'date',
  'time without time zone',
  'time with time zone',
  'timestamp without time zone',
  'timestamp with time zone',
  'interval',
]);

function digitsBeforePoint(type: DataType): number {
  return type.args.length === 0 ? Number.POSITIVE_INFINITY : Number(type.args[0]) - Number(type.args[1] ?? 0);
}

export function mayNotFit(from: DataType, to: DataType): boolean {
  const before = INTEGER_WIDTH.get(from.name);
  const after = INTEGER_WIDTH.get(to.name);
  if (before !== undefined && after !== undefined) return after < before;
  if (from.name === 'numeric' && to.name === 'numeric') return digitsBeforePoint(to) < digitsBeforePoint(from);
  if (TAKES_ALL.has(to.name)) return false;
  if (to.args.length === 0 && (to.name === 'numeric' || to.name === 'character varying')) return false;
  return from.name !== to.name || limit(to) < limit(from);
}

/** What the cast of an assignment drops without an error, by `from>to`. */
const LOSSY: ReadonlyMap<string, string> = new Map([
  ['timestamp with time zone>date', 'the time of day'],
  ['timestamp without time zone>date', 'the time of day'],
  ['timestamp with time zone>time without time zone', 'the date'],
  ['timestamp without time zone>time without time zone', 'the date'],
  ['timestamp with time zone>time with time zone', 'the date'],
  ['time with time zone>time without time zone', 'the time zone'],
  ['interval>time without time zone', 'whole days'],
  ['double precision>real', 'digits'],
  ['double precision>numeric', 'digits'],
  ['inet>cidr', 'the host part'],
  ['text>name', 'what is past 63 bytes'],
  ['character varying>name', 'what is past 63 bytes'],
]);

const FRACTIONS: ReadonlySet<string> = new Set(['numeric', 'real', 'double precision']);

function scale(type: DataType): number {
  return type.args.length === 0 ? Number.POSITIVE_INFINITY : Number(type.args[1] ?? 0);
}

/** What goes in silence, in words; `null` when nothing does. */
export function lostBy(from: DataType, to: DataType): string | null {
  const numeric = from.name === 'numeric' && to.name === 'numeric';
  if (numeric ? scale(to) < scale(from) : FRACTIONS.has(from.name) && INTEGER_WIDTH.has(to.name)) {
    return 'digits after the point';
  }
  if (from.name === to.name && from.name.startsWith('time') && limit(to) < limit(from)) return 'fractions of a second';
  return LOSSY.get(`${from.name}>${to.name}`) ?? null;
}
