/** Conditions joined by AND, each for itself. */
import type { Expr } from '../../model/model.ts';
import { listOf, opened, parseScalarTree } from '../../sql/syntax-tree.ts';
import { attempt } from './attempt.ts';
import { truth } from './condition.ts';
import { type Scope, translated } from './expression.ts';
import { tight } from './piece.ts';

export interface Conjunction {
  /** Those that SQLite can say. */
  readonly kept: readonly string[];
  /** The others: the tree of each, and why it is not there. */
  readonly lost: readonly { readonly node: unknown; readonly reason: string }[];
}

/**
 * A condition that holds unless one of its parts is false: of a CHECK's parts, joined by AND, each stands for itself, so
 * those that SQLite can say are kept when another is not.
 */
export function translateParts(text: Expr, scope: Scope): Conjunction {
  const kept: string[] = [];
  const lost: { readonly node: unknown; readonly reason: string }[] = [];
  const walk = (value: unknown) => {
    const [tag, body] = opened(value);
    if (tag === 'BoolExpr' && body.boolop === 'AND_EXPR') {
      for (const arg of listOf(body.args)) walk(arg);
      return;
    }
    const part = attempt(() => truth(translated(value, scope)));
    if (part.isDone) kept.push(tight(part.value));
    else lost.push({ node: value, reason: part.reason });
  };
  walk(parseScalarTree(text));
  return { kept, lost };
}
