/** Operators that are no comparison, as far as checks use them. */
import { DAY } from './calendar.ts';
import { compareValues } from './compare-values.ts';
import type { Compiled } from './evaluate.ts';
import { Unsupported } from './expression.ts';
import { isList, isRange, type RangeValue, type Value, type ValueType } from './value.ts';

function arithmetic(name: string, a: number, b: number, integers: boolean): number | null {
  switch (name) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      if (b === 0) return null;
      return integers ? Math.trunc(a / b) : a / b;
    case '%':
      return b === 0 ? null : a % b;
    case '>>':
      return Number(BigInt(a) >> BigInt(b));
    case '&':
      return Number(BigInt(a) & BigInt(b));
    default:
      throw new Unsupported(`operator ${name}`);
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number']);

/** Type of the result, and what an integer beside a date has to be multiplied with. */
function arithmeticShape(name: string, a: ValueType, b: ValueType): { type: ValueType; scale: number; divide: number } {
  if (NUMBERS.has(a.kind) && NUMBERS.has(b.kind)) {
    return { type: a.kind === 'integer' ? b : a, scale: 1, divide: 1 };
  }
  const isTime = a.kind === 'timestamp' || a.kind === 'date' || a.kind === 'time' || a.kind === 'interval';
  if (!isTime || (name !== '+' && name !== '-')) throw new Unsupported(`operator ${name} of ${a.kind} and ${b.kind}`);
  if (a.kind === 'date' && NUMBERS.has(b.kind)) return { type: a, scale: DAY, divide: 1 };
  if (a.kind === 'date' && b.kind === 'date') return { type: { kind: 'integer' }, scale: 1, divide: DAY };
  if (b.kind === 'interval') return { type: a.kind === 'date' ? { kind: 'timestamp' } : a, scale: 1, divide: 1 };
  if (name === '-' && a.kind === b.kind) return { type: { kind: 'interval' }, scale: 1, divide: 1 };
  throw new Unsupported(`operator ${name} of ${a.kind} and ${b.kind}`);
}

function includes(list: readonly Value[], item: Value): boolean {
  return list.some((other) => other !== null && item !== null && compareValues(other, item, false) === 0);
}

function lowerOf(range: RangeValue): number {
  return range.lower ?? Number.NEGATIVE_INFINITY;
}

function upperOf(range: RangeValue): number {
  return range.upper ?? Number.POSITIVE_INFINITY;
}

function contains(outer: Value, inner: Value): boolean {
  if (isList(outer) && isList(inner)) return inner.every((item) => includes(outer, item));
  if (isRange(outer) && isRange(inner)) {
    if (inner.empty) return true;
    return !outer.empty && lowerOf(outer) <= lowerOf(inner) && upperOf(inner) <= upperOf(outer);
  }
  if (isRange(outer) && typeof inner === 'number') {
    return !outer.empty && lowerOf(outer) <= inner && inner < upperOf(outer);
  }
  throw new Unsupported('operator @>');
}

function overlaps(a: Value, b: Value): boolean {
  if (isList(a) && isList(b)) return a.some((item) => includes(b, item));
  if (isRange(a) && isRange(b)) return !a.empty && !b.empty && lowerOf(a) < upperOf(b) && lowerOf(b) < upperOf(a);
  throw new Unsupported('operator &&');
}

function strict(type: ValueType, left: Compiled, right: Compiled, work: (a: Value, b: Value) => Value): Compiled {
  return {
    type,
    evaluate: (row) => {
      const a = left.evaluate(row);
      const b = right.evaluate(row);
      return a === null || b === null ? null : work(a, b);
    },
  };
}

const SETS: ReadonlySet<string> = new Set(['array', 'range', 'integer', 'number', 'date', 'timestamp']);

/** @throws Unsupported */
export function applyOperator(name: string, left: Compiled, right: Compiled): Compiled {
  switch (name) {
    case '@>':
    case '<@':
    case '&&': {
      if (!SETS.has(left.type.kind) || !SETS.has(right.type.kind))
        throw new Unsupported(`operator ${name} of ${left.type.kind}`);
      const works = { '@>': contains, '<@': (a: Value, b: Value) => contains(b, a), '&&': overlaps };
      return strict({ kind: 'boolean' }, left, right, works[name]);
    }
    case '||':
      if (left.type.kind === 'array') throw new Unsupported('joining arrays');
      return strict({ kind: 'text' }, left, right, (a, b) => `${a}${b}`);
    case '->':
    case '->>':
      return strict({ kind: name === '->' ? 'json' : 'text' }, left, right, (a, b) => jsonMember(a, b, name === '->>'));
    default: {
      const { type, scale, divide } = arithmeticShape(name, left.type, right.type);
      const integers = left.type.kind === 'integer' && right.type.kind === 'integer';
      return strict(type, left, right, (a, b) =>
        typeof a === 'number' && typeof b === 'number'
          ? divided(arithmetic(name, a, b * scale, integers), divide)
          : null,
      );
    }
  }
}

function divided(value: number | null, by: number): number | null {
  return value === null ? null : value / by;
}

function jsonMember(json: Value, key: Value, asText: boolean): Value {
  const whole: unknown = JSON.parse(String(json));
  const member: unknown = typeof whole === 'object' && whole !== null ? Reflect.get(whole, String(key)) : undefined;
  if (member === undefined || (asText && member === null)) return null;
  return asText && typeof member === 'string' ? member : JSON.stringify(member);
}
