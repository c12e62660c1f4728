/** Intervals as the three numbers that PostgreSQL keeps, whatever `intervalstyle` says. */
import type { Interval } from '../model/model.ts';

/** Three columns for an interval: months, days, microseconds as whole minutes (NULL when seconds remain). */
export function intervalColumns(interval: string): string {
  return `(extract(year from ${interval}) * 12 + extract(month from ${interval}))::int,
  extract(day from ${interval})::int,
  (extract(hour from ${interval}) * 60 + extract(minute from ${interval})
    + case when extract(second from ${interval}) = 0 then 0 end)::int`;
}

/** @returns `null` for no interval, `'unknown'` for one that needs two units or seconds. */
export function intervalOf(
  months: string | null,
  days: string | null,
  minutes: string | null,
): Interval | null | 'unknown' {
  if (months === null || days === null) return null;
  const counts = [Number(months), Number(days), minutes === null ? Number.NaN : Number(minutes)];
  const [month = 0, day = 0, minute = 0] = counts;
  if (Number.isNaN(minute) || counts.some((count) => count < 0)) return 'unknown';
  if (counts.filter((count) => count !== 0).length !== 1) return 'unknown';
  if (month !== 0) return { count: month, unit: 'month' };
  if (day !== 0) return { count: day, unit: 'day' };
  return minute % 60 === 0 ? { count: minute / 60, unit: 'hour' } : { count: minute, unit: 'minute' };
}
