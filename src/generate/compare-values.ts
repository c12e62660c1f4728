/** The order of two values of one type, as far as checks compare them. */
import type { Comparison } from './expression.ts';
import { isList, isRange, type Value } from './value.ts';

function asText(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Text is compared by code points, which is what a check on ids and codes means; collations are the server's. */
export function compareValues(a: Value, b: Value, ignoreCase: boolean): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (isRange(a) || isRange(b) || isList(a) || isList(b)) return asText(a) === asText(b) ? 0 : 1;
  const [x, y] = ignoreCase ? [String(a).toLowerCase(), String(b).toLowerCase()] : [String(a), String(b)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

export function holds(operator: Comparison, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}
