/** What the CHECKs of a column, and of its domain, say about the width of its values. */
import { objectKey } from '../model/keys.ts';
import type { Column, Expr, Model, Table } from '../model/model.ts';
import { typeShape } from './type-shape.ts';

export interface ColumnLimits {
  /** Values of a column that has one of a few. */
  readonly labels: readonly string[] | null;
  /** Bytes or characters that every value has. */
  readonly exact: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

export const NO_LIMITS: ColumnLimits = { labels: null, exact: null, least: null, most: null };

/** Of one expression, where `name` stands for the value. Anything it does not know says nothing. */
function limitsOf(expr: Expr, name: string): ColumnLimits {
  const value = `(?:btrim\\()?${name}(?:::text)?\\)?`;
  const list = new RegExp(`^${name}(?:::text)? in \\(([^()]*)\\)$`).exec(expr)?.[1];
  if (list !== undefined) {
    return { ...NO_LIMITS, labels: [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, label = '']) => label) };
  }
  const fixed = new RegExp(`${value} ~ '\\^\\[[^\\]]+\\]\\{(\\d+)\\}\\$'`).exec(expr)?.[1];
  if (fixed !== undefined) return { ...NO_LIMITS, exact: Number(fixed) };
  const length = `(?:char|octet)_length\\(${value}\\)`;
  const exact = new RegExp(`${length} = (\\d+)`).exec(expr)?.[1];
  if (exact !== undefined) return { ...NO_LIMITS, exact: Number(exact) };
  const range = new RegExp(`${length} between (\\d+) and (\\d+)`).exec(expr);
  if (range !== null) return { ...NO_LIMITS, least: Number(range[1]), most: Number(range[2]) };
  const most = new RegExp(`${length} <= (\\d+)`).exec(expr)?.[1];
  if (most !== undefined) return { ...NO_LIMITS, most: Number(most) };
  const pattern = new RegExp(`${value} ~ '\\^[^']*\\{(\\d+),(\\d+)\\}\\$'`).exec(expr);
  return pattern === null ? NO_LIMITS : { ...NO_LIMITS, most: Number(pattern[2]) + 1 };
}

function expressionsOf(table: Table, column: Column, model: Model): readonly (readonly [expr: Expr, name: string])[] {
  const own = table.constraints.flatMap((one) => (one.kind === 'check' ? [[one.expr, column.name] as const] : []));
  if (column.type.schema === null) return own;
  const key = objectKey('domain', { schema: column.type.schema, name: column.type.name });
  const domain = model.objects.get(key);
  return domain?.kind === 'domain' ? [...own, ...domain.checks.map(({ expr }) => [expr, 'value'] as const)] : own;
}

/** @returns nothing known for a type of a fixed size */
export function columnLimits(table: Table, column: Column, model: Model): ColumnLimits {
  if (typeShape(column.type, model).size !== null) return NO_LIMITS;
  let limits = NO_LIMITS;
  for (const [expr, name] of expressionsOf(table, column, model)) {
    // Names are short and expressions many: building five patterns for each pair would take seconds.
    if (!expr.includes(name) || !/ in \(|_length\(|~/.test(expr)) continue;
    const one = limitsOf(expr, name);
    limits = {
      labels: limits.labels ?? one.labels,
      exact: limits.exact ?? one.exact,
      least: limits.least ?? one.least,
      most: limits.most ?? one.most,
    };
  }
  return limits;
}
