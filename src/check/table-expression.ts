/** Every piece of SQL that a table carries, with the words for it in a message. */
import type { Expr, Table } from '../model/model.ts';
import { displayName } from '../model/name.ts';
import type { Place } from './finding.ts';
import { oncePer } from './once-per.ts';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';

export interface TableExpression {
  readonly kind: 'check' | 'default' | 'generated' | 'index' | 'policy' | 'trigger';
  readonly expr: Expr;
  readonly tokens: readonly SqlToken[];
  readonly place: Place;
  /** `The check "age" of users`. */
  readonly subject: string;
}

function expressionsOf(table: Table): readonly TableExpression[] {
  const of = displayName(table.name);
  const found: Omit<TableExpression, 'tokens'>[] = [];
  for (const { name, value } of table.columns) {
    if (value.kind !== 'default' && value.kind !== 'generated') continue;
    const noun = value.kind === 'default' ? 'default' : 'generated expression';
    found.push({
      kind: value.kind,
      expr: value.expr,
      place: `columns.${name}`,
      subject: `The ${noun} of ${of}.${name}`,
    });
  }
  for (const constraint of table.constraints) {
    const place = { named: constraint.name };
    if (constraint.kind === 'check') {
      found.push({ kind: 'check', expr: constraint.expr, place, subject: `The check "${constraint.name}" of ${of}` });
    }
    if (constraint.kind !== 'exclusion') continue;
    const subject = `The exclusion constraint "${constraint.name}" of ${of}`;
    for (const { key } of constraint.elements) {
      if (key.kind === 'expression') found.push({ kind: 'index', expr: key.expr, place, subject });
    }
    if (constraint.where !== null) found.push({ kind: 'index', expr: constraint.where, place, subject });
  }
  for (const index of table.indexes) {
    const about = {
      kind: 'index',
      place: { named: index.name },
      subject: `The index "${index.name}" of ${of}`,
    } as const;
    for (const { key } of index.keys) if (key.kind === 'expression') found.push({ ...about, expr: key.expr });
    if (index.where !== null) found.push({ ...about, expr: index.where });
  }
  for (const policy of table.policies) {
    const about = {
      kind: 'policy',
      place: { named: policy.name },
      subject: `The policy "${policy.name}" of ${of}`,
    } as const;
    for (const expr of [policy.using, policy.check]) if (expr !== null) found.push({ ...about, expr });
  }
  for (const { name, when } of table.triggers) {
    if (when === null) continue;
    found.push({ kind: 'trigger', expr: when, place: { named: name }, subject: `The trigger "${name}" of ${of}` });
  }
  return found.map((expression) => ({ ...expression, tokens: sqlTokens(expression.expr) }));
}

export const tableExpressions: (table: Table) => readonly TableExpression[] = oncePer(expressionsOf);
