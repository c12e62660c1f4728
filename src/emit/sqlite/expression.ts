/**
 * Expressions of PostgreSQL, parsed by its own parser, in SQLite's SQL. What is not known to mean the same is
 * Untranslatable: nothing is passed through because it looks alike.
 */
import type { Expr, Model } from '../../model/model.ts';
import { parseType } from '../../model/type.ts';
import { isNode, lastName, listOf, type Node, nameParts, opened, parseScalarTree } from '../../sql/syntax-tree.ts';
import { arithmetic } from './arithmetic.ts';
import { call, coalesced, NOW } from './call.ts';
import { cast } from './cast.ts';
import { type Comparison, comparison, typed } from './comparison.ts';
import { compared, condition, inList, like, negated, regex, truth } from './condition.ts';
import { containedIn, placeOfNull, quantified } from './lists.ts';
import { isWhole } from './literal.ts';
import { atom, compound, type Piece, tight, Untranslatable } from './piece.ts';
import { lit } from './quote.ts';
import { storedType } from './stored-type.ts';

/** What an expression may refer to. */
export interface Scope {
  readonly model: Model;
  /** By the parts of the name as written; `null`: there is no such column. */
  readonly column: (parts: readonly string[]) => Piece | null;
  /** Whether it may ask for the time and for random numbers, as defaults, triggers and views may. */
  readonly isNowKnown: boolean;
  /** Whether SQLite takes subqueries there, and every column has the name of its table before it. */
  readonly areListsOpen: boolean;
  /** `null` where a subquery of the expression's own cannot be. */
  readonly exists: ((select: Node) => string) | null;
}

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Fails on a part of the tree that is not looked at here: a FILTER, a DISTINCT, a modifier of a type. */
function only(tag: string, body: Node, keys: readonly string[]): void {
  const other = Object.keys(body).find((key) => !keys.includes(key) && !/location$|list_(start|end)$/.test(key));
  if (other !== undefined) throw new Untranslatable(`${tag} with ${other}`);
}

function constant(body: Node): Piece {
  const inner = (key: string) => (isNode(body[key]) ? body[key][key] : undefined);
  if (body.isnull === true) return atom('null', 'null', true);
  if ('ival' in body) return number(String(inner('ival') ?? 0));
  if ('fval' in body) return number(String(inner('fval')));
  if ('boolval' in body) return atom(inner('boolval') === true ? 'true' : 'false', 'boolean', false);
  if ('sval' in body) {
    const text = String(inner('sval') ?? '');
    return atom(lit(text), 'literal', false, { constant: text });
  }
  throw new Untranslatable('such a literal');
}

function number(text: string): Piece {
  if (isWhole(text)) return atom(text, 'integer', false, { constant: text });
  if (/^-?\d+$/.test(text)) throw new Untranslatable('a number of more than 64 bits');
  return atom(text, 'real', false, { constant: text });
}

function castNode(body: Node, scope: Scope): Piece {
  const written = isNode(body.typeName) ? body.typeName : {};
  only('a type', written, ['names', 'typemod', 'arrayBounds']);
  const base = parseType(lastName(written.names));
  if (base === null) throw new Untranslatable('such a type');
  const schema = base.schema ?? (isKnownType(base.name, scope.model) ? 'public' : null);
  const dimensions = listOf(written.arrayBounds).length > 0 ? 1 : 0;
  const type = storedType({ ...base, schema, dimensions }, scope.model);
  return cast(translated(body.arg, scope), type, dimensions === 1 ? `${base.name}[]` : base.name, scope.isNowKnown);
}

function isKnownType(name: string, model: Model): boolean {
  return model.objects.has(`domain public.${name}`) || model.objects.has(`enum public.${name}`);
}

function itemsOf(value: unknown): readonly unknown[] {
  const [tag, body] = opened(value);
  if (tag === 'List') return listOf(body.items);
  if (tag === 'A_ArrayExpr') return listOf(body.elements);
  throw new Untranslatable('a list that is not written out');
}

/** `array['a', 'b']`, with or without a cast. */
function writtenItems(value: unknown, scope: Scope): readonly Piece[] {
  const [tag, body] = opened(value);
  if (tag === 'TypeCast') return writtenItems(body.arg, scope);
  return itemsOf(value).map((item) => translated(item, scope));
}

function needLists(scope: Scope): void {
  if (!scope.areListsOpen) throw new Untranslatable('the elements of a list, in a check or an index');
}

function operation(name: string, body: Node, scope: Scope): Piece {
  if (name === '<@') {
    needLists(scope);
    return containedIn(translated(body.lexpr, scope), writtenItems(body.rexpr, scope));
  }
  const right = translated(body.rexpr, scope);
  if (body.lexpr === undefined) {
    if (name === '-' && (right.form === 'integer' || right.form === 'real'))
      return compound(`-${tight(right)}`, right.form, right.nullable);
    throw new Untranslatable(`the sign ${name}`);
  }
  const left = translated(body.lexpr, scope);
  const operator = COMPARISONS[name];
  if (operator !== undefined) return compared(operator, left, right);
  if (name === '~' || name === '!~') return regex(left, right, name === '!~');
  return arithmetic(name, left, right);
}

/** `(a, b) is distinct from (c, d)`, pair by pair: `is` of SQLite takes rows, and would not look at their types. */
function distinct(body: Node, scope: Scope, isNegated: boolean): Piece {
  const sides = [body.lexpr, body.rexpr].map((side) => {
    const [tag, row] = opened(side);
    return tag === 'RowExpr' ? listOf(row.args) : [side];
  });
  const [lefts = [], rights = []] = sides;
  if (lefts.length !== rights.length || lefts.length === 0) throw new Untranslatable('rows of different lengths');
  const pairs = lefts.map((left, at) =>
    comparison(isNegated ? 'is' : 'is not', translated(left, scope), translated(rights[at], scope)),
  );
  return compound(
    pairs.length === 1 ? (pairs[0] ?? '') : pairs.map((pair) => `(${pair})`).join(isNegated ? ' and ' : ' or '),
    'boolean',
    false,
  );
}

function operator(body: Node, scope: Scope): Piece {
  only('an operator', body, ['kind', 'name', 'lexpr', 'rexpr']);
  const name = lastName(body.name);
  switch (body.kind) {
    case 'AEXPR_OP':
      return operation(name, body, scope);
    case 'AEXPR_IN':
      return inList(
        translated(body.lexpr, scope),
        itemsOf(body.rexpr).map((item) => translated(item, scope)),
        name !== '=',
      );
    case 'AEXPR_OP_ALL':
    case 'AEXPR_OP_ANY':
      if (opened(body.rexpr)[0] === 'ColumnRef') {
        needLists(scope);
        const comparing = COMPARISONS[name];
        if (comparing === undefined) throw new Untranslatable(`${name} of elements`);
        const quantifier = body.kind === 'AEXPR_OP_ANY' ? 'any' : 'all';
        return quantified(comparing, translated(body.lexpr, scope), translated(body.rexpr, scope), quantifier);
      }
      if (name !== '=' || body.kind === 'AEXPR_OP_ALL') throw new Untranslatable(`${name} of elements`);
      return inList(
        translated(body.lexpr, scope),
        itemsOf(body.rexpr).map((item) => translated(item, scope)),
        false,
      );
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN': {
      const of = translated(body.lexpr, scope);
      const [low, high] = itemsOf(body.rexpr).map((item) => translated(item, scope));
      if (low === undefined || high === undefined) throw new Untranslatable('between');
      // Asked for what it looks at; it is written in one word.
      comparison('>=', of, low);
      comparison('<=', of, high);
      const [from, to] = [typed(low, of), typed(high, of)];
      if ([of, from, to].some(({ form }) => form === 'span' || form === 'duration'))
        throw new Untranslatable('between intervals');
      const word = body.kind === 'AEXPR_BETWEEN' ? 'between' : 'not between';
      return condition(`${tight(of)} ${word} ${tight(from)} and ${tight(to)}`, [of, from, to]);
    }
    case 'AEXPR_LIKE':
      return like(translated(body.lexpr, scope), translated(body.rexpr, scope), name === '!~~');
    case 'AEXPR_DISTINCT':
      return distinct(body, scope, false);
    case 'AEXPR_NOT_DISTINCT':
      return distinct(body, scope, true);
    default:
      throw new Untranslatable(String(body.kind));
  }
}

function branches(body: Node, scope: Scope): Piece {
  only('case', body, ['arg', 'args', 'defresult']);
  const subject = body.arg === undefined ? null : translated(body.arg, scope);
  const parts = listOf(body.args).map((item) => {
    const [, branch] = opened(item);
    const when = translated(branch.expr, scope);
    const test = subject === null ? truth(when) : compared('=', subject, when);
    return { test, result: translated(branch.result, scope) };
  });
  const otherwise = body.defresult === undefined ? null : translated(body.defresult, scope);
  const results = [...parts.map(({ result }) => result), ...(otherwise === null ? [] : [otherwise])];
  const known = results.find(({ form }) => form !== 'literal' && form !== 'null') ?? atom('', 'text', false);
  const written = (piece: Piece): string => {
    const result = typed(piece, known);
    if (result.form !== known.form && result.form !== 'null') throw new Untranslatable('case of several types');
    return result.text;
  };
  const lines = parts.map(({ test, result }) => `when ${test.text} then ${written(result)}`);
  const last = otherwise === null ? '' : ` else ${written(otherwise)}`;
  const nullable = otherwise === null || results.some((result) => result.nullable);
  return compound(`case ${lines.join(' ')}${last} end`, known.form, nullable);
}

function logic(body: Node, scope: Scope): Piece {
  const parts = listOf(body.args).map((arg) => truth(translated(arg, scope)));
  const [first] = parts;
  if (body.boolop === 'NOT_EXPR' && first !== undefined) return negated(first);
  const word = body.boolop === 'AND_EXPR' ? ' and ' : ' or ';
  return condition(parts.map(tight).join(word), parts);
}

function functionCall(body: Node, scope: Scope): Piece {
  only('a function', body, ['funcname', 'args', 'funcformat']);
  const parts = nameParts(body.funcname).filter((part, at) => at > 0 || part !== 'pg_catalog');
  const [list, sought] = listOf(body.args);
  if (parts.join('.') === 'array_position' && translated(sought, scope).form === 'null') {
    needLists(scope);
    return placeOfNull(translated(list, scope));
  }
  return call(
    parts.join('.'),
    listOf(body.args).map((arg) => translated(arg, scope)),
    scope.isNowKnown,
  );
}

const TRUTH_TESTS: Readonly<Record<string, string>> = {
  IS_TRUE: 'is true',
  IS_NOT_TRUE: 'is not true',
  IS_FALSE: 'is false',
  IS_NOT_FALSE: 'is not false',
};

/** @throws Untranslatable */
export function translated(value: unknown, scope: Scope): Piece {
  const [tag, body] = opened(value);
  switch (tag) {
    case 'ColumnRef': {
      const parts = nameParts(body.fields);
      const found = scope.column(parts);
      if (found === null) throw new Untranslatable(`the column ${parts.join('.')}`);
      return found;
    }
    case 'A_Const':
      return constant(body);
    case 'TypeCast':
      return castNode(body, scope);
    case 'BoolExpr':
      return logic(body, scope);
    case 'NullTest': {
      only('a test for NULL', body, ['arg', 'nulltesttype']);
      const of = translated(body.arg, scope);
      if (of.form === 'span' || of.form === 'literal') throw new Untranslatable('a literal that is NULL');
      return compound(`${tight(of)} ${body.nulltesttype === 'IS_NULL' ? 'is null' : 'is not null'}`, 'boolean', false);
    }
    case 'BooleanTest': {
      const of = truth(translated(body.arg, scope));
      const test = TRUTH_TESTS[String(body.booltesttype)];
      if (test === undefined) throw new Untranslatable('is unknown');
      return compound(`${tight(of)} ${test}`, 'boolean', false);
    }
    case 'A_Expr':
      return operator(body, scope);
    case 'FuncCall':
      return functionCall(body, scope);
    case 'CoalesceExpr':
      return coalesced(listOf(body.args).map((arg) => translated(arg, scope)));
    case 'MinMaxExpr':
      return call(
        body.op === 'IS_LEAST' ? 'least' : 'greatest',
        listOf(body.args).map((arg) => translated(arg, scope)),
        scope.isNowKnown,
      );
    case 'CaseExpr':
      return branches(body, scope);
    case 'SQLValueFunction':
      if (!scope.isNowKnown) throw new Untranslatable('the time in a check or an index');
      if (body.op === 'SVFOP_CURRENT_TIMESTAMP') return atom(NOW, 'timestamp', false);
      if (body.op === 'SVFOP_CURRENT_DATE') return atom("date('now')", 'date', false);
      throw new Untranslatable(String(body.op));
    case 'SubLink':
      only('a subquery', body, ['subLinkType', 'subselect']);
      if (scope.exists === null || body.subLinkType !== 'EXISTS_SUBLINK') throw new Untranslatable('a subquery');
      return atom(`exists (${scope.exists(opened(body.subselect)[1])})`, 'boolean', false);
    default:
      throw new Untranslatable(tag);
  }
}

/** @throws Untranslatable, and the parser's error for what is no SQL */
export function translateExpression(text: Expr, scope: Scope): Piece {
  return translated(parseScalarTree(text), scope);
}
