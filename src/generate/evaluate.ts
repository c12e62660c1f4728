/** Expression → a function of a row, with SQL's three truth values (`null` is unknown). */

import { applyOperator } from './apply-operator.ts';
import { callFunction } from './call-function.ts';
import { compareValues, holds } from './compare-values.ts';
import { convertConstant, convertValue, typeNamed } from './convert-value.ts';
import { type Comparison, type Expression, Unsupported } from './expression.ts';
import type { Value, ValueType } from './value.ts';

export type Row = Value[];

export interface Compiled {
  readonly type: ValueType;
  readonly evaluate: (row: Row) => Value;
}

/** Where a column's value stands in a row, and what it is. */
export interface ColumnPlace {
  readonly at: number;
  readonly type: ValueType;
}

export type Places = ReadonlyMap<string, ColumnPlace>;

const BOOLEAN: ValueType = { kind: 'boolean' };

/** Gives a literal of unknown type the type of what stands beside it. */
function meet(a: Compiled, b: Compiled): readonly [Compiled, Compiled] {
  const as = (literal: Compiled, type: ValueType): Compiled => {
    const value = convertConstant(literal.evaluate([]), type);
    return { type, evaluate: () => value };
  };
  if (a.type.kind === 'unknown' && b.type.kind !== 'unknown') return [as(a, b.type), b];
  if (b.type.kind === 'unknown' && a.type.kind !== 'unknown') return [a, as(b, a.type)];
  return [a, b];
}

function compiledComparison(operator: Comparison, left: Compiled, right: Compiled): Compiled {
  const [a, b] = meet(left, right);
  const ignoreCase = a.type.kind === 'citext' || b.type.kind === 'citext';
  return {
    type: BOOLEAN,
    evaluate: (row) => {
      const x = a.evaluate(row);
      if (x === null) return null;
      const y = b.evaluate(row);
      return y === null ? null : holds(operator, compareValues(x, y, ignoreCase));
    },
  };
}

function compiledLogic(kind: 'and' | 'or', parts: readonly Compiled[]): Compiled {
  const decisive = kind === 'or';
  return {
    type: BOOLEAN,
    evaluate: (row) => {
      let known = true;
      for (const part of parts) {
        const value = part.evaluate(row);
        if (value === decisive) return decisive;
        if (value === null) known = false;
      }
      return known ? !decisive : null;
    },
  };
}

function likePattern(pattern: string): string {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `^${escaped.replaceAll('%', '[\\s\\S]*').replaceAll('_', '[\\s\\S]')}$`;
}

/** PostgreSQL's regular expressions as JavaScript's, as far as they differ in what checks use. */
export function regexOf(pattern: string, form: 'regex' | 'iregex' | 'like'): RegExp {
  if (form === 'like') return new RegExp(likePattern(pattern));
  const translated = pattern
    .replaceAll('[:space:]', '\\s')
    .replaceAll('[:digit:]', '0-9')
    .replaceAll('[:alpha:]', 'A-Za-z')
    .replaceAll('[:alnum:]', 'A-Za-z0-9')
    .replaceAll('[:upper:]', 'A-Z')
    .replaceAll('[:lower:]', 'a-z')
    .replaceAll('[:cntrl:]', '\\x00-\\x1f\\x7f')
    .replace(/^\(\?[a-z]+\)/, '');
  return new RegExp(translated, form === 'iregex' ? 'i' : '');
}

function compiledIn(of: Compiled, items: readonly Compiled[]): Compiled {
  const met = items.map((item) => meet(of, item)[1]);
  const texts = met.map(({ evaluate, type }) => (type.kind === 'text' ? evaluate([]) : null));
  if (of.type.kind === 'text' && texts.every((text) => typeof text === 'string')) {
    const known = new Set<Value>(texts);
    return {
      type: BOOLEAN,
      evaluate: (row) => {
        const value = of.evaluate(row);
        return value === null ? null : known.has(value);
      },
    };
  }
  return compiledLogic(
    'or',
    met.map((item) => compiledComparison('=', of, item)),
  );
}

/** @throws Unsupported */
export function compileExpression(expression: Expression, places: Places): Compiled {
  const compiled = (part: Expression) => compileExpression(part, places);
  switch (expression.kind) {
    case 'column': {
      const place = places.get(expression.name);
      if (place === undefined) throw new Unsupported(`column ${expression.name}`);
      const { at, type } = place;
      return { type, evaluate: (row) => row[at] ?? null };
    }
    case 'constant': {
      const { value } = expression;
      if (typeof value === 'number') return { type: { kind: 'number' }, evaluate: () => value };
      return { type: { kind: typeof value === 'boolean' ? 'boolean' : 'unknown' }, evaluate: () => value };
    }
    case 'cast': {
      const of = compiled(expression.of);
      const type = typeNamed(expression.type, expression.isArray, of.type);
      if (of.type.kind === 'unknown') {
        const value = convertConstant(of.evaluate([]), type);
        return { type, evaluate: () => value };
      }
      return { type, evaluate: (row) => convertValue(of.evaluate(row), of.type, type) };
    }
    case 'and':
    case 'or':
      return compiledLogic(expression.kind, expression.parts.map(compiled));
    case 'not': {
      const of = compiled(expression.of);
      return {
        type: BOOLEAN,
        evaluate: (row) => {
          const value = of.evaluate(row);
          return value === null ? null : !value;
        },
      };
    }
    case 'isNull': {
      const of = compiled(expression.of);
      return { type: BOOLEAN, evaluate: (row) => of.evaluate(row) === null };
    }
    case 'compare':
      return compiledComparison(expression.operator, compiled(expression.left), compiled(expression.right));
    case 'distinct': {
      const [a, b] = meet(compiled(expression.left), compiled(expression.right));
      return {
        type: BOOLEAN,
        evaluate: (row) => {
          const [x, y] = [a.evaluate(row), b.evaluate(row)];
          return x === null || y === null ? x !== y : compareValues(x, y, a.type.kind === 'citext') !== 0;
        },
      };
    }
    case 'in':
      return compiledIn(compiled(expression.of), expression.items.map(compiled));
    case 'match': {
      const of = compiled(expression.of);
      const regex = regexOf(
        expression.pattern,
        of.type.kind === 'citext' && expression.form === 'regex' ? 'iregex' : expression.form,
      );
      return {
        type: BOOLEAN,
        evaluate: (row) => {
          const value = of.evaluate(row);
          return value === null ? null : regex.test(String(value));
        },
      };
    }
    case 'quantified': {
      const left = compiled(expression.left);
      const right = compiled(expression.right);
      const element = right.type.kind === 'array' ? right.type.of : null;
      if (element === null) throw new Unsupported('ANY or ALL of what is no array');
      const { operator, quantifier } = expression;
      return {
        type: BOOLEAN,
        evaluate: (row) => {
          const [x, list] = [left.evaluate(row), right.evaluate(row)];
          if (!Array.isArray(list)) return null;
          if (list.length === 0) return quantifier === 'all';
          if (x === null) return null;
          const test = (item: Value) => item !== null && holds(operator, compareValues(x, item, false));
          return quantifier === 'any' ? list.some(test) : list.every(test);
        },
      };
    }
    case 'operator': {
      if (expression.left === null) {
        const of = compiled(expression.right);
        if (expression.name !== '-') throw new Unsupported(`operator ${expression.name}`);
        return {
          type: of.type,
          evaluate: (row) => {
            const value = of.evaluate(row);
            return typeof value === 'number' ? -value : null;
          },
        };
      }
      const [left, right] = meet(compiled(expression.left), compiled(expression.right));
      return applyOperator(expression.name, left, right);
    }
    case 'case': {
      const branches = expression.branches.map(({ when, result }) => ({
        when: compiled(when),
        result: compiled(result),
      }));
      const otherwise = expression.otherwise === null ? null : compiled(expression.otherwise);
      return {
        type: branches[0]?.result.type ?? { kind: 'unknown' },
        evaluate: (row) => {
          for (const { when, result } of branches) if (when.evaluate(row) === true) return result.evaluate(row);
          return otherwise?.evaluate(row) ?? null;
        },
      };
    }
    case 'call':
      return callFunction(expression.name, expression.args.map(compiled));
    case 'array': {
      const items = expression.items.map(compiled);
      const of: ValueType = items[0]?.type.kind === 'unknown' ? { kind: 'text' } : (items[0]?.type ?? { kind: 'text' });
      return { type: { kind: 'array', of }, evaluate: (row) => items.map((item) => item.evaluate(row)) };
    }
  }
}
