/** Days and times as PostgreSQL writes them (ISO, UTC), without a clock. A time is milliseconds since 1970, with a fraction. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** Days since 1970-01-01 of a Gregorian date. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export function dayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilOf(time: number): CivilDate {
  const days = Math.floor(time / DAY) + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function dateText(time: number): string {
  const { year, month, day } = civilOf(time);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** @param time milliseconds within a day */
export function timeText(time: number): string {
  const micros = Math.round(time * 1000);
  const seconds = Math.floor(micros / 1_000_000);
  const fraction = micros % 1_000_000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(6, '0')}`;
}

export function timestampText(time: number): string {
  return `${dateText(time)} ${timeText(time - Math.floor(time / DAY) * DAY)}+00`;
}

/** Reads a date or a timestamp of a session in UTC with ISO dates. @returns `null` for anything else, infinity included */
export function parseTime(text: string): number | null {
  const match =
    /^(\d{4,})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|([+-])(\d\d)(?::?(\d\d))?)?)?$/.exec(text);
  if (match === null) return null;
  const part = (at: number) => Number(match[at] ?? 0);
  const offset = (match[7] === '-' ? -1 : 1) * (part(8) * HOUR + part(9) * MINUTE);
  return dayOf(part(1), part(2), part(3)) * DAY + part(4) * HOUR + part(5) * MINUTE + part(6) * 1000 - offset;
}

const UNITS: Readonly<Record<string, number>> = {
  microsecond: 0.001,
  millisecond: 1,
  second: 1000,
  sec: 1000,
  minute: MINUTE,
  min: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  mon: 30 * DAY,
  year: 365 * DAY,
};

/** Milliseconds of an interval, months as 30 days, as `extract(epoch …)` and comparing do. @returns `null` when it is none */
export function parseInterval(text: string): number | null {
  if (/^\s*-?\d+\s*$/.test(text)) return Number(text) * 1000;
  let total = 0;
  const rest = text
    .replace(/(-?\d+(?:\.\d+)?)\s*([a-z]+?)s?\b/gi, (whole, number: string, unit: string) => {
      const length = UNITS[unit.toLowerCase()];
      if (length === undefined) return whole;
      total += Number(number) * length;
      return '';
    })
    .replace(/(-?)(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?/, (_whole, sign: string, hours, minutes, seconds = '0') => {
      total += (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000);
      return '';
    });
  return rest.trim() === '' ? total : null;
}
