/** Changes a row until an expression has the wanted truth value: one step of a local search, not a proof. */
import { DAY } from './calendar.ts';
import { compareValues, holds } from './compare-values.ts';
import { convertConstant } from './convert-value.ts';
import { type Compiled, compileExpression, type Places, type Row } from './evaluate.ts';
import { type Comparison, columnsOf, type Expression, mirrored, negated, Unsupported } from './expression.ts';
import type { Random } from './random.ts';
import { textMaker } from './regex-text.ts';
import { JSON_SAMPLES, related, reshaped, textOfLength } from './related-value.ts';
import { isList, isRange, type Value, type ValueType } from './value.ts';
import { WORDS } from './words.ts';

/** How a row may be changed. Each answers whether it did. */
export interface Editor {
  readonly set: (column: string, value: Value) => boolean;
  readonly clear: (column: string) => boolean;
  /** Draws another value that is not null. */
  readonly redraw: (column: string) => boolean;
}

export interface Solver {
  /** Tries to make the expression true or false in the row. */
  readonly solve: (expression: Expression, wanted: boolean, row: Row, editor: Editor) => boolean;
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const [a, b] = [mixed[at], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a];
  }
  return mixed;
}

/**
 * @param places of the table's columns
 * @param random decides between ways that are equally good
 */
export function createSolver(places: Places, random: Random): Solver {
  const known = new WeakMap<Expression, Compiled | Unsupported>();
  const compiled = (expression: Expression): Compiled => {
    let found = known.get(expression);
    if (found === undefined) {
      try {
        found = compileExpression(expression, places);
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        found = error;
      }
      known.set(expression, found);
    }
    if (found instanceof Unsupported) throw found;
    return found;
  };

  const attempt = (row: Row, editor: Editor) => {
    const current = (expression: Expression) => compiled(expression).evaluate(row);

    const redrawAny = (expression: Expression): boolean =>
      shuffled([...columnsOf(expression)], random).some((column) => editor.redraw(column));

    const fillNulls = (expression: Expression): boolean =>
      [...columnsOf(expression)].every((column) => {
        const at = places.get(column)?.at;
        return at === undefined || (row[at] ?? null) !== null || editor.redraw(column);
      });

    const setCount = (args: readonly Expression[], wanted: number): boolean => {
      for (const arg of shuffled(args, random)) {
        const count = args.filter((other) => current(other) !== null).length;
        if (count === wanted) return true;
        const isNull = current(arg) === null;
        if (count > wanted && !isNull) clearOne(arg);
        else if (count < wanted && isNull) fillNulls(arg);
      }
      return args.filter((other) => current(other) !== null).length === wanted;
    };

    const clearOne = (expression: Expression): boolean =>
      shuffled([...columnsOf(expression)], random).some((column) => editor.clear(column));

    const setMeasure = (name: string, of: Expression | undefined, size: number): boolean => {
      if (of === undefined || size < 0) return false;
      const type = compiled(of).type;
      if (name === 'octet_length' && type.kind === 'bytea') return assign(of, `\\x${random.hex(size)}`);
      if (name === 'cardinality' || type.kind === 'array') {
        const now = current(of);
        const items = isList(now) ? [...now] : [];
        // Embeddings have a thousand elements and more.
        if (type.kind === 'array' && type.of.kind === 'number') {
          while (items.length < size) items.push(random.below(20_000) / 10_000 - 1);
        }
        const column = of.kind === 'column' ? of.name : null;
        for (let tries = 0; items.length < size && column !== null && tries < size * 8; tries += 1) {
          if (!editor.redraw(column)) return false;
          const more = current(of);
          for (const item of isList(more) ? more : []) {
            if (items.length < size && !items.includes(item)) items.push(item);
          }
        }
        return assign(of, items.slice(0, size));
      }
      return assign(of, textOfLength(size, random));
    };

    const assignCall = (expression: Extract<Expression, { kind: 'call' }>, value: Value): boolean => {
      const { name, args } = expression;
      const [first, second] = args;
      if (first === undefined) return false;
      switch (name) {
        case 'char_length':
        case 'length':
        case 'octet_length':
        case 'cardinality':
          return typeof value === 'number' && setMeasure(name, first, value);
        case 'num_nonnulls':
          return typeof value === 'number' && setCount(args, value);
        case 'num_nulls':
          return typeof value === 'number' && setCount(args, args.length - value);
        case 'jsonb_typeof':
          return assign(first, JSON_SAMPLES[String(value)] ?? null);
        case 'jsonb_array_length':
          return (
            typeof value === 'number' && assign(first, JSON.stringify(Array.from({ length: value }, (_, at) => at)))
          );
        case 'lower':
        case 'upper': {
          const range = current(first);
          if (!isRange(range)) return assign(first, value);
          return typeof value === 'number' && assign(first, { ...range, [name]: value });
        }
        case 'extract': {
          const time = second === undefined ? null : current(second);
          if (second === undefined || typeof time !== 'number' || typeof value !== 'number') return false;
          const now = current(expression);
          const field = first.kind === 'constant' ? first.value : null;
          const step = field === 'year' ? 365.25 * DAY : DAY;
          return typeof now === 'number' && assign(second, time + (value - now) * step);
        }
        case 'timezone':
        case 'date_trunc':
        case 'date_bin':
          return second !== undefined && assign(second, value);
        case 'coalesce':
        case 'btrim':
        case 'round':
        case 'abs':
          return assign(first, value);
        case 'least':
        case 'greatest':
          return assign(random.pick(args), value);
        default:
          return false;
      }
    };

    const assignMember = (json: Expression, key: Value, value: Value, isText: boolean): boolean => {
      const now: unknown = JSON.parse(String(current(json) ?? '{}'));
      const whole = typeof now === 'object' && now !== null && !Array.isArray(now) ? now : {};
      const member: unknown = isText ? value : JSON.parse(String(value));
      return assign(json, JSON.stringify({ ...whole, [String(key)]: member }));
    };

    const assignArithmetic = (expression: Extract<Expression, { kind: 'operator' }>, value: Value): boolean => {
      const { left, right, name } = expression;
      if (left === null) return false;
      if (name === '->' || name === '->>') return assignMember(left, current(right), value, name === '->>');
      if (typeof value !== 'number') return false;
      const [a, b] = [current(left), current(right)];
      if (typeof a !== 'number' || typeof b !== 'number') return false;
      const days = compiled(left).type.kind === 'date';
      const operand = days && compiled(right).type.kind === 'integer' ? DAY : 1;
      const result = days && compiled(right).type.kind === 'date' ? DAY : 1;
      const first = random.chance(0.5);
      switch (name) {
        case '+':
          return first ? assign(left, value - b * operand) : assign(right, (value - a) / operand);
        case '-':
          return first ? assign(left, value * result + b * operand) : assign(right, (a - value * result) / operand);
        case '*':
          return b !== 0 && assign(left, value / b);
        case '/':
          return assign(left, value * b);
        case '>>':
          return assign(left, value * 2 ** b + random.below(2 ** Math.min(b, 20)));
        default:
          return false;
      }
    };

    /** Makes an expression have a value. */
    const assign = (expression: Expression, value: Value): boolean => {
      switch (expression.kind) {
        case 'column':
          return value === null ? editor.clear(expression.name) : editor.set(expression.name, value);
        case 'cast': {
          const from = compiled(expression.of).type;
          if (from.kind === 'json' || from.kind === 'array') return false;
          const now =
            from.kind === 'timestamp' && compiled(expression).type.kind === 'date' ? current(expression.of) : null;
          const ofDay = typeof now === 'number' ? now - Math.floor(now / DAY) * DAY : 0;
          return assign(expression.of, typeof value === 'number' ? value + ofDay : value);
        }
        case 'call':
          return assignCall(expression, value);
        case 'operator':
          return assignArithmetic(expression, value);
        case 'case': {
          const branch = expression.branches.find(({ when }) => current(when) === true)?.result ?? expression.otherwise;
          return branch !== null && assign(branch, value);
        }
        default:
          return false;
      }
    };

    const swap = (left: Expression, right: Expression): boolean => {
      if (left.kind !== 'column' || right.kind !== 'column') return false;
      const [a, b] = [current(left), current(right)];
      return editor.set(left.name, b) && editor.set(right.name, a);
    };

    const relate = (left: Expression, operator: Comparison, right: Expression): boolean => {
      const typeOf = (expression: Expression, other: Expression) => {
        const type = compiled(expression).type;
        return type.kind === 'unknown' ? compiled(other).type : type;
      };
      if (current(left) === null && !fillNulls(left)) return false;
      if (current(right) === null && !fillNulls(right)) return false;
      const isText = typeof current(left) === 'string' && typeof current(right) === 'string';
      if (isText && operator !== '=' && operator !== '<>' && swap(left, right)) return true;
      const toLeft = () => {
        const value = related(operator, converted(right, typeOf(left, right)), typeOf(left, right), random);
        return value !== null && assign(left, value);
      };
      const toRight = () => {
        const value = related(mirrored(operator), converted(left, typeOf(right, left)), typeOf(right, left), random);
        return value !== null && assign(right, value);
      };
      const ways = random.chance(0.5) ? [toLeft, toRight] : [toRight, toLeft];
      return (
        ways.some((way) => way()) || redrawAny(random.chance(0.5) ? left : right) || redrawAny(left) || redrawAny(right)
      );
    };

    /** A literal as a value of the type that it is compared with. */
    const converted = (expression: Expression, type: ValueType): Value => {
      const value = current(expression);
      return compiled(expression).type.kind === 'unknown' ? convertConstant(value, type) : value;
    };

    const isTruth = (expression: Expression) =>
      compiled(expression).type.kind === 'boolean' && expression.kind !== 'constant';

    const relateTruths = (left: Expression, operator: Comparison, right: Expression): boolean => {
      if (operator === '<=') return random.chance(0.5) ? solve(left, false) : solve(right, true);
      const same = operator === '=';
      const [subject, other] = random.chance(0.5) || !isTruth(right) ? [left, right] : [right, left];
      const value = current(other);
      const target = value === null ? random.chance(0.5) : value === true;
      if (value === null && !solve(other, target)) return false;
      return solve(subject, same ? target : !target) || solve(other, current(subject) === true ? same : !same);
    };

    const includeSets = (name: string, left: Expression, right: Expression, wanted: boolean): boolean => {
      const [a, b] = [current(left), current(right)];
      if (isRange(a) && isRange(b) && wanted && name === '@>') {
        const lower = a.lower === null || b.lower === null ? null : Math.min(a.lower, b.lower);
        const upper = a.upper === null || b.upper === null ? null : Math.max(a.upper, b.upper);
        return assign(left, { ...a, empty: false, lower, upper });
      }
      if (!isList(a) || !isList(b)) return false;
      const inside = a.filter((item) => b.includes(item));
      const outside = a.filter((item) => !b.includes(item));
      switch (name) {
        case '<@':
          return wanted ? assign(left, inside.length === 0 && a.length > 0 ? b.slice(0, 1) : inside) : redrawAny(left);
        case '@>':
          return wanted ? assign(left, [...a, ...b.filter((item) => !a.includes(item))]) : assign(left, outside);
        case '&&':
          return wanted ? assign(left, [...a, ...b.slice(0, 1)]) : assign(left, outside);
        default:
          return false;
      }
    };

    const solveCall = (expression: Extract<Expression, { kind: 'call' }>, wanted: boolean): boolean => {
      const [first] = expression.args;
      if (first === undefined) return false;
      if (expression.name === 'coalesce') return solve(first, wanted);
      const range = current(first);
      if (range === null) return fillNulls(first);
      const other = isRange(range) ? reshaped(range, expression.name, wanted) : null;
      return other === null ? redrawAny(expression) : assign(first, other);
    };

    const solve = (expression: Expression, wanted: boolean): boolean => {
      if (current(expression) === wanted) return true;
      switch (expression.kind) {
        case 'and':
        case 'or': {
          const all = (expression.kind === 'and') === wanted;
          const parts = shuffled(expression.parts, random);
          return all ? parts.every((part) => solve(part, wanted)) : parts.some((part) => solve(part, wanted));
        }
        case 'not':
          return solve(expression.of, !wanted);
        case 'isNull':
          return wanted ? clearOne(expression.of) : fillNulls(expression.of);
        case 'compare': {
          const operator = wanted ? expression.operator : negated(expression.operator);
          const truths = isTruth(expression.left) || isTruth(expression.right);
          return (truths ? relateTruths : relate)(expression.left, operator, expression.right);
        }
        case 'distinct':
          return relate(expression.left, wanted ? '<>' : '=', expression.right);
        case 'in': {
          if (!wanted) return redrawAny(expression.of);
          const item = random.pick(expression.items);
          const type = compiled(expression.of).type;
          return assign(expression.of, converted(item, type));
        }
        case 'match': {
          const make = wanted && expression.form !== 'like' ? textMaker(expression.pattern) : null;
          if (make !== null && assign(expression.of, make(random))) return true;
          if (wanted && expression.form === 'like')
            return assign(expression.of, expression.pattern.replaceAll('%', random.pick(WORDS)));
          return redrawAny(expression.of);
        }
        case 'quantified': {
          const list = current(expression.right);
          if (!isList(list)) return redrawAny(expression);
          if (expression.quantifier === 'any' && wanted && list.length > 0 && expression.operator === '=') {
            return assign(expression.left, random.pick(list));
          }
          const value = current(expression.left);
          const kept = list.filter((item) => holds(expression.operator, compareValues(value, item, false)));
          return (wanted && assign(expression.right, kept)) || redrawAny(expression);
        }
        case 'operator':
          return (
            (expression.left !== null && includeSets(expression.name, expression.left, expression.right, wanted)) ||
            redrawAny(expression)
          );
        case 'case': {
          const branch = expression.branches.find(({ when }) => current(when) === true)?.result ?? expression.otherwise;
          if (branch !== null && random.chance(0.7) && solve(branch, wanted)) return true;
          const other = random.pick(expression.branches);
          return (solve(other.when, true) && solve(other.result, wanted)) || redrawAny(expression);
        }
        case 'call':
          return solveCall(expression, wanted);
        case 'column':
          return editor.set(expression.name, wanted);
        case 'cast':
        case 'constant':
        case 'array':
          return redrawAny(expression);
      }
    };
    return solve;
  };

  return {
    solve: (expression, wanted, row, editor) => {
      try {
        return attempt(row, editor)(expression, wanted);
      } catch (error) {
        if (error instanceof Unsupported) return false;
        throw error;
      }
    },
  };
}
