/** SQL text → Expression, by PostgreSQL's own grammar. */
import { isNode, lastName, listOf, type Node, opened, parseScalarTree, parseSelect } from '../sql/syntax-tree.ts';
import { type Comparison, type Expression, Unsupported } from './expression.ts';

const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=']);

function isComparison(name: string): name is Comparison {
  return COMPARISONS.has(name);
}

function constantOf(body: Node): Expression {
  if (body.isnull === true) return { kind: 'constant', value: null };
  const inner = (key: string, field: string) => (isNode(body[key]) ? body[key][field] : undefined);
  if ('ival' in body) return { kind: 'constant', value: Number(inner('ival', 'ival') ?? 0) };
  if ('fval' in body) return { kind: 'constant', value: Number(inner('fval', 'fval')) };
  if ('boolval' in body) return { kind: 'constant', value: inner('boolval', 'boolval') === true };
  if ('sval' in body) return { kind: 'constant', value: String(inner('sval', 'sval') ?? '') };
  throw new Unsupported('a literal');
}

function pairOf(value: unknown): readonly [Expression, Expression] {
  const items = opened(value)[1].items;
  const [low, high] = listOf(items).map(toExpression);
  if (low === undefined || high === undefined) throw new Unsupported('BETWEEN');
  return [low, high];
}

function not(of: Expression): Expression {
  return { kind: 'not', of };
}

function matching(left: Expression, right: Expression, form: 'regex' | 'iregex' | 'like'): Expression {
  if (right.kind !== 'constant' || typeof right.value !== 'string')
    throw new Unsupported('a pattern that is no literal');
  return { kind: 'match', of: left, pattern: right.value, form };
}

function operation(name: string, left: Expression | null, right: Expression): Expression {
  if (left === null) return { kind: 'operator', name, left, right };
  if (isComparison(name)) return { kind: 'compare', operator: name, left, right };
  switch (name) {
    case '!=':
      return { kind: 'compare', operator: '<>', left, right };
    case '~':
      return matching(left, right, 'regex');
    case '!~':
      return not(matching(left, right, 'regex'));
    case '~*':
      return matching(left, right, 'iregex');
    case '!~*':
      return not(matching(left, right, 'iregex'));
    default:
      return { kind: 'operator', name, left, right };
  }
}

function operatorExpression(body: Node): Expression {
  const name = lastName(body.name);
  const left = body.lexpr === undefined ? null : toExpression(body.lexpr);
  const needLeft = () => {
    if (left === null) throw new Unsupported(String(body.kind));
    return left;
  };
  switch (body.kind) {
    case 'AEXPR_OP':
      return operation(name, left, toExpression(body.rexpr));
    case 'AEXPR_IN': {
      const inside: Expression = {
        kind: 'in',
        of: needLeft(),
        items: listOf(opened(body.rexpr)[1].items).map(toExpression),
      };
      return name === '=' ? inside : not(inside);
    }
    case 'AEXPR_BETWEEN':
    case 'AEXPR_NOT_BETWEEN': {
      const of = needLeft();
      const [low, high] = pairOf(body.rexpr);
      const inside: Expression = {
        kind: 'and',
        parts: [
          { kind: 'compare', operator: '>=', left: of, right: low },
          { kind: 'compare', operator: '<=', left: of, right: high },
        ],
      };
      return body.kind === 'AEXPR_BETWEEN' ? inside : not(inside);
    }
    case 'AEXPR_LIKE': {
      const like = matching(needLeft(), toExpression(body.rexpr), 'like');
      return name === '~~' ? like : not(like);
    }
    case 'AEXPR_DISTINCT':
      return { kind: 'distinct', left: needLeft(), right: toExpression(body.rexpr) };
    case 'AEXPR_NOT_DISTINCT':
      return not({ kind: 'distinct', left: needLeft(), right: toExpression(body.rexpr) });
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      if (!isComparison(name)) throw new Unsupported(name);
      return {
        kind: 'quantified',
        operator: name,
        quantifier: body.kind === 'AEXPR_OP_ANY' ? 'any' : 'all',
        left: needLeft(),
        right: toExpression(body.rexpr),
      };
    default:
      throw new Unsupported(String(body.kind));
  }
}

function caseExpression(body: Node): Expression {
  const subject = body.arg === undefined ? null : toExpression(body.arg);
  const branches = listOf(body.args).map((item) => {
    const when = toExpression(opened(item)[1].expr);
    return {
      when: subject === null ? when : ({ kind: 'compare', operator: '=', left: subject, right: when } as const),
      result: toExpression(opened(item)[1].result),
    };
  });
  return { kind: 'case', branches, otherwise: body.defresult === undefined ? null : toExpression(body.defresult) };
}

function boolean(body: Node): Expression {
  const parts = listOf(body.args).map(toExpression);
  const [first] = parts;
  if (body.boolop === 'NOT_EXPR' && first !== undefined) return not(first);
  return { kind: body.boolop === 'AND_EXPR' ? 'and' : 'or', parts };
}

function toExpression(value: unknown): Expression {
  const [tag, body] = opened(value);
  switch (tag) {
    case 'ColumnRef':
      return { kind: 'column', name: lastName(body.fields) };
    case 'A_Const':
      return constantOf(body);
    case 'TypeCast': {
      const type = isNode(body.typeName) ? body.typeName : {};
      const isArray = listOf(type.arrayBounds).length > 0;
      return { kind: 'cast', of: toExpression(body.arg), type: lastName(type.names), isArray };
    }
    case 'BoolExpr':
      return boolean(body);
    case 'NullTest': {
      const test: Expression = { kind: 'isNull', of: toExpression(body.arg) };
      return body.nulltesttype === 'IS_NULL' ? test : not(test);
    }
    case 'A_Expr':
      return operatorExpression(body);
    case 'FuncCall':
      return { kind: 'call', name: lastName(body.funcname), args: listOf(body.args).map(toExpression) };
    case 'CoalesceExpr':
      return { kind: 'call', name: 'coalesce', args: listOf(body.args).map(toExpression) };
    case 'MinMaxExpr': {
      const name = body.op === 'IS_LEAST' ? 'least' : 'greatest';
      return { kind: 'call', name, args: listOf(body.args).map(toExpression) };
    }
    case 'CaseExpr':
      return caseExpression(body);
    case 'A_ArrayExpr':
      return { kind: 'array', items: listOf(body.elements).map(toExpression) };
    default:
      throw new Unsupported(tag);
  }
}

/** @throws Unsupported for what is not evaluated here, and the parser's error for what is no SQL */
export function parseExpression(text: string): Expression {
  return toExpression(parseSelect(`select 1 where ${text}`).whereClause);
}

/** An expression that is no condition: an index key. */
export function parseScalar(text: string): Expression {
  return toExpression(parseScalarTree(text));
}
