/** Functions that checks call. */
import { civilOf, DAY, dayOf, HOUR, MINUTE } from './calendar.ts';
import { compareValues } from './compare-values.ts';
import type { Compiled } from './evaluate.ts';
import { Unsupported } from './expression.ts';
import { isList, isRange, type RangeValue, type Value, type ValueType } from './value.ts';

const TRUNCATE: Readonly<Record<string, number>> = { minute: MINUTE, hour: HOUR, day: DAY };

function truncated(unit: string, time: number): number {
  const length = TRUNCATE[unit];
  if (length !== undefined) return Math.floor(time / length) * length;
  const { year, month } = civilOf(time);
  switch (unit) {
    case 'week':
      return (Math.floor((time / DAY + 3) / 7) * 7 - 3) * DAY;
    case 'month':
      return dayOf(year, month, 1) * DAY;
    case 'quarter':
      return dayOf(year, month - ((month - 1) % 3), 1) * DAY;
    case 'year':
      return dayOf(year, 1, 1) * DAY;
    default:
      throw new Unsupported(`date_trunc of ${unit}`);
  }
}

function extracted(field: string, time: number): number {
  const { year, month, day } = civilOf(time);
  const days = Math.floor(time / DAY);
  switch (field) {
    case 'year':
      return year;
    case 'month':
      return month;
    case 'day':
      return day;
    case 'isodow':
      return ((((days + 3) % 7) + 7) % 7) + 1;
    case 'dow':
      return (((days + 4) % 7) + 7) % 7;
    case 'hour':
      return Math.floor((time - days * DAY) / HOUR);
    case 'minute':
      return Math.floor((time - days * DAY) / MINUTE) % 60;
    case 'second':
      return ((time - days * DAY) % MINUTE) / 1000;
    case 'epoch':
      return time / 1000;
    default:
      throw new Unsupported(`extract of ${field}`);
  }
}

function jsonKind(json: string): string {
  const kinds: Readonly<Record<string, string>> = {
    '{': 'object',
    '[': 'array',
    '"': 'string',
    t: 'boolean',
    f: 'boolean',
    n: 'null',
  };
  return kinds[json.trimStart().charAt(0)] ?? 'number';
}

function byteLength(value: Value, type: ValueType | undefined): number {
  const text = String(value);
  return type?.kind === 'bytea' ? (text.length - 2) / 2 : Buffer.byteLength(text, 'utf8');
}

/** PostgreSQL rounds numeric half away from zero. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
}

type Strict = readonly [
  result: ValueType['kind'],
  work: (args: readonly Exclude<Value, null>[], types: readonly ValueType[]) => Value,
];

function ofRange(result: 'boolean', work: (range: RangeValue) => boolean): Strict {
  return [
    result,
    ([range]) => {
      if (range === undefined || !isRange(range)) throw new Unsupported('a function of ranges');
      return work(range);
    },
  ];
}

function text(value: Value | undefined): string {
  return String(value);
}

function number(value: Value | undefined): number {
  return Number(value);
}

const STRICT: Readonly<Record<string, Strict>> = {
  char_length: ['integer', ([value]) => [...text(value)].length],
  length: ['integer', ([value]) => [...text(value)].length],
  octet_length: ['integer', ([value], [type]) => byteLength(value ?? null, type)],
  btrim: ['text', ([value]) => text(value).replace(/^ +| +$/g, '')],
  cardinality: ['integer', ([list]) => (Array.isArray(list) ? list.length : 0)],
  array_ndims: ['integer', ([list]) => (Array.isArray(list) && list.length > 0 ? 1 : null)],
  jsonb_typeof: ['text', ([json]) => jsonKind(text(json))],
  jsonb_array_length: [
    'integer',
    ([json]) => {
      const list: unknown = JSON.parse(text(json));
      return Array.isArray(list) ? list.length : null;
    },
  ],
  isempty: ofRange('boolean', (range) => range.empty),
  lower_inf: ofRange('boolean', (range) => !range.empty && range.lower === null),
  upper_inf: ofRange('boolean', (range) => !range.empty && range.upper === null),
  lower_inc: ofRange('boolean', (range) => !range.empty && range.lower !== null && range.lowerInclusive),
  upper_inc: ofRange('boolean', (range) => !range.empty && range.upper !== null && range.upperInclusive),
  isfinite: ['boolean', ([time]) => Number.isFinite(number(time))],
  masklen: ['integer', ([network]) => Number(text(network).split('/')[1] ?? (text(network).includes(':') ? 128 : 32))],
  family: ['integer', ([network]) => (text(network).includes(':') ? 6 : 4)],
  date_trunc: ['timestamp', ([unit, time]) => truncated(text(unit), number(time))],
  // From a moment to a local time; the way back is only met with UTC, where both are the same milliseconds.
  timezone: [
    'timestamp',
    ([zone, time]) => {
      const offset = zone === 'UTC' ? 0 : Number(/^Etc\/GMT([+-]\d+)$/.exec(text(zone))?.[1] ?? Number.NaN);
      if (Number.isNaN(offset)) throw new Unsupported(`time zone ${text(zone)}`);
      // POSIX counts westward: Etc/GMT+12 is twelve hours behind.
      return number(time) - offset * HOUR;
    },
  ],
  extract: ['number', ([field, time]) => extracted(text(field), number(time))],
  round: ['number', ([value, digits]) => rounded(number(value), digits === undefined ? 0 : number(digits))],
  date_bin: [
    'timestamp',
    ([stride, time, origin]) =>
      number(origin) + Math.floor((number(time) - number(origin)) / number(stride)) * number(stride),
  ],
  make_date: ['date', ([year, month, day]) => dayOf(number(year), number(month), number(day)) * DAY],
  abs: ['number', ([value]) => Math.abs(number(value))],
};

/** An interval has months and days of no length of their own. */
const OF_TIMES: ReadonlySet<string> = new Set(['date_trunc', 'extract']);

function rangeBound(which: 'lower' | 'upper', of: Compiled): Compiled {
  if (of.type.kind !== 'range') throw new Unsupported(which);
  return {
    type: { kind: of.type.of },
    evaluate: (row) => {
      const range = of.evaluate(row);
      return isRange(range) && !range.empty ? range[which] : null;
    },
  };
}

function extreme(name: 'least' | 'greatest', args: readonly Compiled[]): Compiled {
  const better = name === 'least' ? -1 : 1;
  return {
    type: args[0]?.type ?? { kind: 'unknown' },
    evaluate: (row) => {
      let best: Value = null;
      for (const arg of args) {
        const value = arg.evaluate(row);
        if (value === null) continue;
        if (best === null || compareValues(value, best, false) * better > 0) best = value;
      }
      return best;
    },
  };
}

function counting(args: readonly Compiled[], counts: (value: Value) => boolean): Compiled {
  return {
    type: { kind: 'integer' },
    evaluate: (row) => args.reduce((sum, arg) => sum + (counts(arg.evaluate(row)) ? 1 : 0), 0),
  };
}

/** @throws Unsupported */
export function callFunction(name: string, args: readonly Compiled[]): Compiled {
  const [first, second] = args;
  if (first === undefined) throw new Unsupported(`${name}()`);
  switch (name) {
    case 'coalesce':
      return {
        type: args.find(({ type }) => type.kind !== 'unknown')?.type ?? first.type,
        evaluate: (row) => {
          for (const arg of args) {
            const value = arg.evaluate(row);
            if (value !== null) return value;
          }
          return null;
        },
      };
    case 'num_nonnulls':
      return counting(args, (value) => value !== null);
    case 'num_nulls':
      return counting(args, (value) => value === null);
    case 'least':
    case 'greatest':
      return extreme(name, args);
    case 'lower':
    case 'upper':
      if (first.type.kind === 'range') return rangeBound(name, first);
      return {
        type: { kind: 'text' },
        evaluate: (row) => {
          const value = first.evaluate(row);
          if (value === null) return null;
          return name === 'lower' ? text(value).toLowerCase() : text(value).toUpperCase();
        },
      };
    case 'array_position':
      return {
        type: { kind: 'integer' },
        evaluate: (row) => {
          const [list, item] = [first.evaluate(row), second?.evaluate(row) ?? null];
          if (!isList(list)) return null;
          const at = list.findIndex((other) =>
            other === null || item === null ? other === item : compareValues(other, item, false) === 0,
          );
          return at < 0 ? null : at + 1;
        },
      };
    default: {
      const known = STRICT[name];
      if (known === undefined) throw new Unsupported(`function ${name}`);
      const types = args.map(({ type }) => type);
      if (OF_TIMES.has(name) && types[1]?.kind === 'interval') throw new Unsupported(`${name} of an interval`);
      const [kind, work] = known;
      return {
        type: resultType(kind),
        evaluate: (row) => {
          const values: Exclude<Value, null>[] = [];
          for (const arg of args) {
            const value = arg.evaluate(row);
            if (value === null) return null;
            values.push(value);
          }
          return work(values, types);
        },
      };
    }
  }
}

function resultType(kind: ValueType['kind']): ValueType {
  if (kind === 'array' || kind === 'range') throw new Unsupported('a function that gives arrays or ranges');
  return { kind };
}
