/** What lowering one table needs at hand, and the names it has given so far. */
import type { Ident, QName } from '../model/name.ts';
import type { Span } from '../text/source.ts';
import type { NodePath } from './node.ts';
import { type DeclaredColumn, type DeclaredTable, hasColumn, type Scope, type SpecDocument, valueAt } from './scope.ts';

export interface TableContext {
  readonly scope: Scope;
  readonly document: SpecDocument<'table'>;
  readonly name: QName;
  readonly declared: DeclaredTable;
  readonly columns: ReadonlyMap<Ident, DeclaredColumn>;
  /** Constraints, indexes, policies and triggers by name, for `Origins.findNamed`. */
  readonly named: Map<string, Span>;
  readonly constraintNames: Map<string, Span>;
  /** Tables, indexes, views and sequences share one namespace in a schema; this is all of them by `schema.name`. */
  readonly relations: RelationNames;
}

export type RelationNames = Map<string, { readonly span: Span; readonly what: string }>;

/** Takes a name in the namespace of relations. @returns false, with a problem reported, when it is taken. */
export function claimRelation(
  relations: RelationNames,
  name: QName,
  what: string,
  span: Span,
  scope: Pick<Scope, 'problems'>,
): boolean {
  const key = `${name.schema}.${name.name}`;
  const first = relations.get(key);
  if (first === undefined) {
    relations.set(key, { span, what });
    return true;
  }
  scope.problems.report('name-collision', span, `${what} would be named \`${name.name}\`, as is ${first.what}.`, {
    help: 'give one of them a `name:`.',
    related: [{ message: 'the other is here', span: first.span }],
  });
  return false;
}

/** Takes a constraint's name. @param isRelation whether an index of that name comes with it. */
export function claimConstraint(context: TableContext, name: Ident, isRelation: boolean, span: Span): boolean {
  const { scope, constraintNames, named } = context;
  const first = constraintNames.get(name);
  if (first !== undefined) {
    scope.problems.report('name-collision', span, `Two constraints would be named \`${name}\`.`, {
      help: 'give one of them another name.',
      related: [{ message: 'the other is here', span: first }],
    });
    return false;
  }
  constraintNames.set(name, span);
  named.set(name, span);
  const what = `the constraint of ${context.name.name}`;
  return !isRelation || claimRelation(context.relations, { ...context.name, name }, what, span, scope);
}

/** Whether the table has all columns of a list in its spec; each that it lacks is reported where it stands. */
export function hasColumns(context: TableContext, columns: readonly Ident[], path: NodePath): boolean {
  const known = columns.map((column, at) =>
    hasColumn(context.declared, column, valueAt(context.document, ...path, at), context.scope),
  );
  return known.every(Boolean);
}
