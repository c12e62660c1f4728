/** Table constraints as they stand in CREATE TABLE and after ADD. */
import type { Constraint, Deferrability, ExclusionElement, IndexKeyTarget, ReferentialAction } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { EMPTY, id, join, list, qualified, raw, type Sql, sql, wrap } from './text.ts';

export function columnList(columns: readonly Ident[]): Sql {
  return sql`(${list(columns.map(id))})`;
}

export function deferrableClause(deferrable: Deferrability): Sql {
  switch (deferrable) {
    case 'not deferrable':
      return EMPTY;
    case 'deferrable':
      return raw('deferrable');
    case 'initially deferred':
      return raw('deferrable initially deferred');
  }
}

export function includeClause(columns: readonly Ident[]): Sql {
  return columns.length === 0 ? EMPTY : sql`include ${columnList(columns)}`;
}

/** An expression key is put in parentheses, which PostgreSQL asks for unless it is a function call. */
export function indexKeyTarget(key: IndexKeyTarget): Sql {
  return key.kind === 'column' ? id(key.column) : sql`(${raw(key.expr)})`;
}

function exclusionElement(element: ExclusionElement): Sql {
  const opclass = element.opclass === null ? EMPTY : id(element.opclass);
  return join([indexKeyTarget(element.key), opclass, raw(`with ${operator(element.operator)}`)], ' ');
}

/** @throws on text that is not an operator symbol. */
function operator(symbol: string): string {
  if (!/^[+\-*/<>=~!@#%^&|`?]+$/.test(symbol)) throw new Error(`Not an operator: ${JSON.stringify(symbol)}`);
  return symbol;
}

function action(event: string, value: ReferentialAction): Sql {
  if (value.kind === 'no action') return EMPTY;
  const columns = 'columns' in value && value.columns.length > 0 ? sql` ${columnList(value.columns)}` : EMPTY;
  return sql`${raw(`on ${event} ${value.kind}`)}${columns}`;
}

function body(constraint: Constraint): Sql {
  switch (constraint.kind) {
    case 'primaryKey':
      return join(
        [
          raw('primary key'),
          columnList(constraint.columns),
          includeClause(constraint.include),
          deferrableClause(constraint.deferrable),
        ],
        ' ',
      );
    case 'unique':
      return join(
        [
          raw(constraint.nullsNotDistinct ? 'unique nulls not distinct' : 'unique'),
          columnList(constraint.columns),
          includeClause(constraint.include),
          deferrableClause(constraint.deferrable),
        ],
        ' ',
      );
    case 'check':
      return join(
        [
          sql`check (${raw(constraint.expr)})`,
          raw(constraint.noInherit ? 'no inherit' : ''),
          raw(constraint.validated ? '' : 'not valid'),
        ],
        ' ',
      );
    case 'exclusion':
      return join(
        [
          sql`exclude using ${raw(constraint.method)} (${list(constraint.elements.map(exclusionElement))})`,
          whereClause(constraint.where),
          deferrableClause(constraint.deferrable),
        ],
        ' ',
      );
    case 'foreignKey':
      return join(
        [
          sql`foreign key ${columnList(constraint.columns)}`,
          sql`references ${qualified(constraint.target)} ${columnList(constraint.targetColumns)}`,
          raw(constraint.match === 'full' ? 'match full' : ''),
          action('delete', constraint.onDelete),
          action('update', constraint.onUpdate),
          deferrableClause(constraint.deferrable),
          raw(constraint.validated ? '' : 'not valid'),
        ],
        ' ',
      );
  }
}

/** `constraint NAME check (…)`. */
export function constraintDefinition(constraint: Constraint): Sql {
  return sql`constraint ${id(constraint.name)} ${body(constraint)}`;
}

/** `where (…)` of an index or nothing. */
export function whereClause(predicate: string | null): Sql {
  return predicate === null ? EMPTY : wrap('where (', raw(predicate), ')');
}
