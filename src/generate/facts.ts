/** What checks say about one column alone: enough to draw values that mostly pass. */
import { compileExpression } from './evaluate.ts';
import { type Comparison, type Expression, mirrored, Unsupported } from './expression.ts';
import { isList, type Value } from './value.ts';

export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
}

export interface Facts {
  /** The only values there are; `null`: no such list. */
  allowed: readonly Value[] | null;
  value: Bounds;
  /** Characters of a text. */
  length: Bounds;
  bytes: Bounds;
  /** Elements of an array. */
  count: Bounds;
  /** What elements of an array may be. */
  elements: readonly Value[] | null;
  readonly patterns: string[];
  /** `object` or `array` of a jsonb. */
  json: string | null;
  /** What a JSON path says are numbers in each member. */
  jsonNumbers: readonly string[];
}

const ANY: Bounds = { low: null, high: null };

export function noFacts(): Facts {
  return {
    allowed: null,
    value: ANY,
    length: ANY,
    bytes: ANY,
    count: ANY,
    elements: null,
    patterns: [],
    json: null,
    jsonNumbers: [],
  };
}

export function narrowed(bounds: Bounds, operator: Comparison, value: number, step: number): Bounds {
  const low = bounds.low ?? Number.NEGATIVE_INFINITY;
  const high = bounds.high ?? Number.POSITIVE_INFINITY;
  switch (operator) {
    case '=':
      return { low: value, high: value };
    case '<>':
      return bounds;
    case '>=':
      return { ...bounds, low: Math.max(low, value) };
    case '>':
      return { ...bounds, low: Math.max(low, value + step) };
    case '<=':
      return { ...bounds, high: Math.min(high, value) };
    case '<':
      return { ...bounds, high: Math.min(high, value - step) };
  }
}

/** The value of an expression without columns. @returns `undefined` when it has some, or is not evaluated here */
function constantValue(expression: Expression): Value | undefined {
  try {
    return compileExpression(expression, new Map()).evaluate([]);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

/** The column below casts and blanks cut off. */
function plainColumn(expression: Expression): string | null {
  if (expression.kind === 'column') return expression.name;
  if (expression.kind === 'cast') return plainColumn(expression.of);
  if (expression.kind === 'call' && expression.name === 'btrim') return plainColumn(expression.args[0] ?? expression);
  return null;
}

type FactsOf = (column: string) => Facts;

const MEASURES: Readonly<Record<string, 'length' | 'bytes' | 'count'>> = {
  char_length: 'length',
  length: 'length',
  octet_length: 'bytes',
  cardinality: 'count',
};

function learnComparison(left: Expression, operator: Comparison, value: Value, factsOf: FactsOf): void {
  const column = plainColumn(left);
  if (column !== null && left.kind !== 'call') {
    const facts = factsOf(column);
    if (typeof value === 'number') facts.value = narrowed(facts.value, operator, value, 1);
    else if (operator === '=' && value !== null) facts.allowed = [value];
    return;
  }
  if (left.kind !== 'call') return;
  const measured = plainColumn(left.args[0] ?? left);
  const measure = MEASURES[left.name];
  if (measured === null) return;
  if (measure !== undefined && typeof value === 'number') {
    const facts = factsOf(measured);
    facts[measure] = narrowed(facts[measure], operator, value, 1);
  } else if (left.name === 'jsonb_typeof' && operator === '=' && typeof value === 'string') {
    factsOf(measured).json = value;
  }
}

/** Adds what an expression that must not be false says. Parts of OR say nothing about a column alone. */
export function learn(expression: Expression, factsOf: FactsOf): void {
  switch (expression.kind) {
    case 'and':
      for (const part of expression.parts) learn(part, factsOf);
      return;
    case 'compare': {
      const right = constantValue(expression.right);
      if (right !== undefined) {
        learnComparison(expression.left, expression.operator, right, factsOf);
        return;
      }
      const left = constantValue(expression.left);
      if (left !== undefined) learnComparison(expression.right, mirrored(expression.operator), left, factsOf);
      return;
    }
    case 'in': {
      const column = plainColumn(expression.of);
      const items = expression.items.map(constantValue);
      if (column !== null && items.every((item) => item !== undefined)) factsOf(column).allowed = items;
      return;
    }
    case 'match': {
      const column = plainColumn(expression.of);
      if (column !== null && expression.form !== 'like') factsOf(column).patterns.push(expression.pattern);
      return;
    }
    case 'not': {
      // not jsonb_path_exists(steps, '$[*] ? (!(@.minutes.type() == "number" …))')
      const call = expression.of;
      const [json, path] = call.kind === 'call' && call.name === 'jsonb_path_exists' ? call.args : [];
      const column = json === undefined ? null : plainColumn(json);
      const text = path?.kind === 'constant' ? String(path.value) : '';
      const names = Array.from(text.matchAll(/@\.(\w+)\.type\(\) == "number"/g), ([, name = '']) => name);
      if (column !== null && names.length > 0) factsOf(column).jsonNumbers = names;
      return;
    }
    case 'operator': {
      const column = expression.left === null ? null : plainColumn(expression.left);
      const items = expression.name === '<@' ? constantValue(expression.right) : undefined;
      if (column !== null && items !== undefined && isList(items)) factsOf(column).elements = items;
      return;
    }
    default:
      return;
  }
}
