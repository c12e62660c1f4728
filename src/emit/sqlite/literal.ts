/** Texts that PostgreSQL reads as a value of a type, as literals of SQLite. */
import { type Span, Untranslatable } from './piece.ts';
import { blob, lit } from './quote.ts';
import type { StoredType } from './stored-type.ts';

const TIME = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?(Z|\+00(?::?00)?)?$/;

/** @throws Untranslatable for another zone, for more than milliseconds, for infinity and BC */
function moment(text: string): string {
  const [, day, minutes = '00:00', seconds = '00', fraction = ''] = TIME.exec(text) ?? [];
  if (day === undefined) throw new Untranslatable(`the time ${text}`);
  return `${day}T${minutes}:${seconds}.${fraction.padEnd(3, '0')}`;
}

/**
 * The elements of an array's text form, `{a,"b c",NULL}`; `null` is NULL.
 *
 * @throws Untranslatable for an array of arrays
 */
export function arrayElements(text: string): readonly (string | null)[] {
  if (!/^\{.*\}$/s.test(text)) throw new Untranslatable(`the array ${text}`);
  const inner = text.slice(1, -1);
  if (inner.trim() === '') return [];
  const elements: (string | null)[] = [];
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|([^",{}\\]+))\s*(,|$)/sy;
  while (pattern.lastIndex < inner.length) {
    const [, quoted, bare, end] = pattern.exec(inner) ?? [];
    if (end === undefined) throw new Untranslatable(`the array ${text}`);
    const element = quoted?.replace(/\\(.)/gs, '$1') ?? bare?.trim() ?? '';
    elements.push(quoted === undefined && element.toUpperCase() === 'NULL' ? null : element);
    if (end === '') break;
  }
  return elements;
}

function elementJson(text: string, type: StoredType | null): string {
  switch (type?.form) {
    case 'integer':
    case 'real':
    case 'float4':
    case 'decimal':
      if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Untranslatable(`the number ${text}`);
      return text;
    case 'boolean':
      return isTrue(text) ? 'true' : 'false';
    default:
      return JSON.stringify(text);
  }
}

/** A number that is an integer to SQLite, and not one with a fraction of 15 digits. */
export function isWhole(text: string): boolean {
  return /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function isTrue(text: string): boolean {
  if (/^(t|true|yes|on|1)$/i.test(text)) return true;
  if (/^(f|false|no|off|0)$/i.test(text)) return false;
  throw new Untranslatable(`the boolean ${text}`);
}

function matching(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new Untranslatable(`the literal ${text}`);
  return text;
}

/** @throws Untranslatable when it is not known to be the same value in SQLite */
export function literalOf(text: string, type: StoredType): string {
  switch (type.form) {
    case 'boolean':
      return isTrue(text) ? 'true' : 'false';
    case 'integer':
      if (!isWhole(text)) throw new Untranslatable(`the literal ${text}`);
      return text;
    case 'real':
    case 'float4':
    case 'decimal':
      return matching(text, /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i);
    case 'text':
    case 'citext':
    case 'opaque':
      return lit(text);
    case 'uuid':
      return lit(matching(text.toLowerCase(), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
    case 'bytes':
      return blob(matching(text, /^\\x([0-9a-f]{2})*$/i).slice(2));
    case 'date':
      return lit(matching(text, /^\d{4}-\d\d-\d\d$/));
    case 'time':
      return lit(matching(text, /^\d\d:\d\d(:\d\d)?$/).padEnd(8, ':00'));
    case 'timestamp':
      return lit(`${moment(text)}Z`);
    case 'local':
      return lit(moment(text));
    case 'json':
      return lit(text);
    case 'list':
      return lit(
        `[${arrayElements(text)
          .map((one) => (one === null ? 'null' : elementJson(one, type.element)))
          .join(',')}]`,
      );
  }
}

const UNITS: Readonly<Record<string, Span>> = {
  second: { months: 0, milliseconds: 1000 },
  minute: { months: 0, milliseconds: 60_000 },
  hour: { months: 0, milliseconds: 3_600_000 },
  day: { months: 0, milliseconds: 86_400_000 },
  week: { months: 0, milliseconds: 604_800_000 },
  month: { months: 1, milliseconds: 0 },
  year: { months: 12, milliseconds: 0 },
};

/** `15 minutes`, `1 year 6 months`. @throws Untranslatable for other spellings */
export function spanOf(text: string): Span {
  const parts = [...text.trim().matchAll(/(\d+)\s*([a-z]+?)s?(?:\s+|$)/gy)];
  if (parts.map(([part]) => part).join('') !== text.trim()) throw new Untranslatable(`the interval ${text}`);
  return parts.reduce<Span>(
    (sum, [, count = '', name = '']) => {
      const unit = UNITS[name];
      if (unit === undefined) throw new Untranslatable(`the interval ${text}`);
      const n = Number(count);
      return { months: sum.months + n * unit.months, milliseconds: sum.milliseconds + n * unit.milliseconds };
    },
    { months: 0, milliseconds: 0 },
  );
}
