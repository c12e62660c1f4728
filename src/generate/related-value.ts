/** Values that make a comparison or a test come out as wanted. */
import { DAY, MINUTE } from './calendar.ts';
import type { Comparison } from './expression.ts';
import type { Random } from './random.ts';
import type { RangeValue, Value, ValueType } from './value.ts';
import { WORDS } from './words.ts';

/** A value that stands in this relation to another. @returns `null` when there is no saying */
export function related(operator: Comparison, value: Value, type: ValueType, random: Random): Value {
  if (operator === '=') return value;
  if (typeof value === 'boolean') return operator === '<>' ? !value : value;
  if (typeof value !== 'number') return null;
  const distance = () => {
    switch (type.kind) {
      case 'date':
        return random.between(1, 30) * DAY;
      case 'time':
        return random.between(1, 16) * 15 * MINUTE;
      case 'timestamp':
      case 'interval':
        return Math.ceil(random.unit() ** 3 * 20 * DAY) + MINUTE;
      case 'integer':
        return 1 + Math.floor(random.unit() ** 2 * Math.max(8, Math.abs(value) / 2));
      default:
        return 0.0001 + random.unit() * Math.max(0.1, Math.abs(value) / 4);
    }
  };
  const isNumber = type.kind === 'integer' || type.kind === 'number';
  switch (operator) {
    case '<>':
      return value + distance();
    case '>':
      return value + distance();
    case '>=':
      return random.chance(0.3) ? value : value + distance();
    case '<':
      if (isNumber && value > 0)
        return type.kind === 'integer' ? Math.ceil(value * random.unit()) - 1 : value * random.unit();
      return value - distance();
    case '<=':
      if (random.chance(0.3)) return value;
      if (isNumber && value > 0)
        return type.kind === 'integer' ? Math.floor(value * random.unit()) : value * random.unit();
      return value - distance();
  }
}

export function textOfLength(length: number, random: Random): string {
  let text = random.pick(WORDS);
  while (text.length < length) text += ` ${random.pick(WORDS)}`;
  return length <= 0 ? '' : text.slice(0, length).replace(/ $/, 'x');
}

/** A JSON text of each type. */
export const JSON_SAMPLES: Readonly<Record<string, string>> = {
  object: '{}',
  array: '[]',
  string: '"text"',
  number: '1',
  boolean: 'true',
  null: 'null',
};

/** A range for which `isempty`, `lower_inf` and the like are what is wanted. */
export function reshaped(range: RangeValue, test: string, wanted: boolean): RangeValue | null {
  switch (test) {
    case 'isempty': {
      const lower = range.lower ?? 0;
      return wanted
        ? { ...range, empty: true }
        : { empty: false, lower, upper: lower + DAY, lowerInclusive: true, upperInclusive: false };
    }
    case 'lower_inf':
      return { ...range, lower: wanted ? null : (range.upper ?? 2 * DAY) - DAY, lowerInclusive: !wanted };
    case 'upper_inf':
      return { ...range, upper: wanted ? null : (range.lower ?? 0) + DAY, upperInclusive: false };
    case 'lower_inc':
      return { ...range, lowerInclusive: wanted };
    case 'upper_inc':
      return { ...range, upperInclusive: wanted };
    default:
      return null;
  }
}
