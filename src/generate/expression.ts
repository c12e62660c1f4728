/** The part of SQL's expressions that checks are made of, in a form that can be evaluated and solved. */

export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Expression =
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'cast'; readonly of: Expression; readonly type: string; readonly isArray: boolean }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'isNull'; readonly of: Expression }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'distinct'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'in'; readonly of: Expression; readonly items: readonly Expression[] }
  | {
      readonly kind: 'match';
      readonly of: Expression;
      readonly pattern: string;
      readonly form: 'regex' | 'iregex' | 'like';
    }
  | {
      readonly kind: 'quantified';
      readonly operator: Comparison;
      readonly quantifier: 'any' | 'all';
      readonly left: Expression;
      readonly right: Expression;
    }
  /** Arithmetic, bits, arrays, ranges. */
  | { readonly kind: 'operator'; readonly name: string; readonly left: Expression | null; readonly right: Expression }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
      readonly otherwise: Expression | null;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'array'; readonly items: readonly Expression[] };

/** Thrown for what these checks do not use: the server then decides about the row. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(`Not evaluated here: ${what}`);
    this.name = 'Unsupported';
  }
}

export function negated(operator: Comparison): Comparison {
  const opposite: Readonly<Record<Comparison, Comparison>> = {
    '=': '<>',
    '<>': '=',
    '<': '>=',
    '>=': '<',
    '>': '<=',
    '<=': '>',
  };
  return opposite[operator];
}

/** `a < b` as `b > a`. */
export function mirrored(operator: Comparison): Comparison {
  const mirror: Readonly<Record<Comparison, Comparison>> = {
    '=': '=',
    '<>': '<>',
    '<': '>',
    '>=': '<=',
    '>': '<',
    '<=': '>=',
  };
  return mirror[operator];
}

export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'column':
    case 'constant':
      return [];
    case 'cast':
    case 'not':
    case 'isNull':
    case 'match':
      return [expression.of];
    case 'and':
    case 'or':
      return expression.parts;
    case 'compare':
    case 'distinct':
    case 'quantified':
      return [expression.left, expression.right];
    case 'operator':
      return expression.left === null ? [expression.right] : [expression.left, expression.right];
    case 'in':
      return [expression.of, ...expression.items];
    case 'case':
      return [
        ...expression.branches.flatMap(({ when, result }) => [when, result]),
        ...(expression.otherwise === null ? [] : [expression.otherwise]),
      ];
    case 'call':
      return expression.args;
    case 'array':
      return expression.items;
  }
}

export function columnsOf(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (part: Expression) => {
    if (part.kind === 'column') names.add(part.name);
    for (const child of childrenOf(part)) walk(child);
  };
  walk(expression);
  return names;
}
