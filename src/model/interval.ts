/** Intervals of partitions, chunks and retention. Only single-unit intervals: bounds must be computable by date arithmetic. */
import type { Interval } from './model.ts';

const UNITS: Readonly<Record<string, readonly [unit: Interval['unit'], factor: number]>> = {
  minute: ['minute', 1],
  hour: ['hour', 1],
  day: ['day', 1],
  week: ['day', 7],
  month: ['month', 1],
  mon: ['month', 1],
  year: ['month', 12],
};

/** Parses `7 days`, `1 month`, `7 years`. @returns `null` for anything else, also for zero. */
export function parseInterval(text: string): Interval | null {
  const match = /^\s*(\d+)\s+([a-z]+?)s?\s*$/i.exec(text);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ''];
  const count = Number(match?.[1]);
  if (unit === undefined || !Number.isSafeInteger(count) || count === 0) return null;
  const total = count * unit[1];
  return unit[0] === 'minute' && total % 60 === 0
    ? { unit: 'hour', count: total / 60 }
    : { unit: unit[0], count: total };
}

/** The form PostgreSQL reads: `7 days`, `1 month`. */
export function intervalText(interval: Interval): string {
  return `${interval.count} ${interval.unit}${interval.count === 1 ? '' : 's'}`;
}

export function sameInterval(a: Interval | null, b: Interval | null): boolean {
  return a === null || b === null ? a === b : a.count === b.count && a.unit === b.unit;
}
