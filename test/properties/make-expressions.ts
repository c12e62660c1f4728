/** SQL that speaks of columns and functions, as a person may write it. */
import type { Column, Expr, FunctionDef } from '../../src/model/model.ts';
import type { DataType } from '../../src/model/type.ts';
import { quoteIdent } from '../../src/text/quote.ts';
import type { Choices } from './choices.ts';
import { hasFunction, IS_OK, TWICE } from './make-functions.ts';
import { DOMAIN_NAMES } from './make-types.ts';
import { SCHEMA } from './names.ts';

export type Family = 'number' | 'text' | 'time' | 'boolean' | 'json' | 'other';

const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ['smallint', 'number'],
  ['integer', 'number'],
  ['bigint', 'number'],
  ['numeric', 'number'],
  ['double precision', 'number'],
  [DOMAIN_NAMES[0], 'number'],
  ['text', 'text'],
  ['character varying', 'text'],
  ['character', 'text'],
  ['citext', 'text'],
  [DOMAIN_NAMES[1], 'text'],
  ['date', 'time'],
  ['timestamp without time zone', 'time'],
  ['timestamp with time zone', 'time'],
  ['boolean', 'boolean'],
  ['jsonb', 'json'],
]);

export function familyOf(type: DataType): Family {
  return type.dimensions === 1 ? 'other' : (FAMILIES.get(type.name) ?? 'other');
}

export interface ExpressionScope {
  readonly columns: readonly Column[];
  readonly functions: readonly FunctionDef[];
  /** `new.` in a trigger. */
  readonly prefix: string;
}

function call(name: string, argument: Expr): Expr {
  return `${quoteIdent(SCHEMA)}.${quoteIdent(name)}(${argument})`;
}

/** Of any number. */
function twice(argument: Expr): Expr {
  return call(TWICE, `(${argument})::integer`);
}

function simpleCondition(c: Choices, scope: ExpressionScope): Expr {
  const column = c.pick(scope.columns);
  if (column === null) return 'true';
  const name = `${scope.prefix}${quoteIdent(column.name)}`;
  switch (familyOf(column.type)) {
    case 'number':
      return hasFunction(scope.functions, TWICE) && c.once(3)
        ? `${twice(name)} < 10`
        : c.of(`${name} > 0`, `${name} between 1 and 3`, `${name} in (1, 2)`, `coalesce(${name}, 0) <> 7 -- why`);
    case 'text':
      return hasFunction(scope.functions, IS_OK) && c.once(3)
        ? call(IS_OK, `(${name})::text`)
        : c.of(`${name} <> ''`, `${name} in ('a', 'b')`, `${name} like 'It''s %'`, `length(${name}) < 10`);
    case 'time':
      return c.of(`${name} is not null`, `${name} > '2020-01-01'`, `${name} <> '2024-02-29'`);
    case 'boolean':
      return c.of(name, `not ${name}`, `${name} is not true`);
    case 'json':
      return c.of(`${name} is not null`, `jsonb_typeof(${name} -> 'a') = 'object'`, `${name} #>> '{a,b}' = 'x'`);
    case 'other':
      return `${name} is not null`;
  }
}

export function condition(c: Choices, scope: ExpressionScope): Expr {
  const first = simpleCondition(c, scope);
  // A comment would swallow what follows.
  if (first.includes('--')) return `${first}\n`;
  return c.once(4) ? `(${first}) ${c.of('and', 'or')} ${quiet(simpleCondition(c, scope))}` : first;
}

function quiet(expr: Expr): Expr {
  return expr.replace(/ -- why$/, '');
}

/** An immutable value computed from one column, for a key of an index. */
export function indexExpression(c: Choices, scope: ExpressionScope): Expr | null {
  const column = c.pick(scope.columns.filter(({ type }) => ['number', 'text', 'json'].includes(familyOf(type))));
  if (column === null) return null;
  const name = `${scope.prefix}${quoteIdent(column.name)}`;
  switch (familyOf(column.type)) {
    case 'number':
      return hasFunction(scope.functions, TWICE) && c.once(3) ? twice(name) : c.of(`${name} + 1`, `abs(${name})`);
    case 'text':
      return c.of(`lower(${name})`, `${name} || 'x'`, `upper(${name})`);
    default:
      return `${name} ->> 'a'`;
  }
}

/** What a generated column of the family is computed from. */
export function generatedExpression(family: 'number' | 'text', c: Choices, scope: ExpressionScope): Expr | null {
  const column = c.pick(
    scope.columns.filter(({ type, value }) => familyOf(type) === family && value.kind !== 'generated'),
  );
  if (column === null) return null;
  const name = quoteIdent(column.name);
  if (family === 'text') return c.of(`upper(${name})`, `coalesce(${name}, '') || 'x'`);
  return hasFunction(scope.functions, TWICE) && c.once(3) ? twice(name) : c.of(`${name} * 2`, `${name} + 1`);
}
