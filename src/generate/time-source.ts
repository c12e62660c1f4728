/** Draws times, dates and ranges, around the moment that a row is about. */
import { DAY, HOUR } from './calendar.ts';
import type { ColumnTraits, Source } from './draw.ts';
import type { Random } from './random.ts';
import type { RangeValue, ValueType } from './value.ts';

/** A time of the past, more often a recent one. */
export function momentBefore(now: number, random: Random): number {
  return Math.floor(now - random.unit() ** 2 * 540 * DAY - random.unit() * HOUR);
}

/** What a job waits for; next to nothing is late. */
const TO_COME = /next|schedul|resume|renew|retire|^starts|available_(at|from)/;
/** What runs out, sooner or later. */
const AHEAD = /expire|ends|due|until|deadline|starts|valid_to|retain|remove_by|keep/;

export function timeSource(traits: ColumnTraits): Source {
  const { facts, name, now, type } = traits;
  const step = type.kind === 'date' ? DAY : 1;
  const whole = (time: number) => Math.floor(time / step) * step;
  const { low, high } = facts.value;
  if (low !== null || high !== null) {
    const from = low ?? Math.min(now, high ?? now) - 730 * DAY;
    const to = high ?? Math.max(now, from) + 30 * DAY;
    // Partitions reach into the future, where an application has next to nothing.
    const usual = Math.max(Math.min(to, now + DAY), Math.min(to, from + 7 * DAY));
    return ({ random, time }) =>
      time >= from && time <= usual ? whole(time) : Math.max(from, whole(from + random.unit() * (usual - from)));
  }
  if (/birth/.test(name)) return ({ random }) => whole(now - (19 + random.unit() * 45) * 365.25 * DAY);
  if (TO_COME.test(name)) {
    return ({ random }) => whole(now + (random.unit() ** 2 * 60 - (random.chance(0.05) ? 10 : 0)) * DAY);
  }
  if (AHEAD.test(name)) {
    return ({ random, time }) =>
      whole(random.chance(0.5) ? time + random.unit() ** 2 * 60 * DAY : now + (random.unit() ** 2 * 60 - 2) * DAY);
  }
  if (/^created/.test(name)) return ({ time }) => whole(time);
  return ({ random, time }) => whole(time + random.unit() ** 4 * Math.max(0, now - time));
}

export function rangeSource(of: Extract<ValueType, { kind: 'range' }>['of'], traits: ColumnTraits): Source {
  const range = (lower: number, upper: number | null): RangeValue => ({
    empty: false,
    lower,
    upper,
    lowerInclusive: true,
    upperInclusive: false,
  });
  if (of === 'integer' || of === 'number') {
    return ({ random }) => {
      const lower = random.below(10_000);
      return range(lower, random.chance(0.1) ? null : lower + random.between(1, 50));
    };
  }
  return ({ random, time }) => {
    const unit = of === 'date' ? DAY : HOUR;
    const lower = Math.floor((random.chance(0.3) ? traits.now + random.unit() * 60 * DAY : time) / unit) * unit;
    return range(lower, random.chance(0.2) ? null : lower + random.between(1, 48) * unit);
  };
}
