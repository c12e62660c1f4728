/** Keys, checks and exclusions of a table. Foreign keys are in `lower-foreign-keys.ts`. */
import { deriveName } from '../model/derive-name.ts';
import type { Check, Constraint, Exclusion, ExclusionElement, PrimaryKey, Unique } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { quoteIdent, quoteLiteral } from '../text/quote.ts';
import { lowerDeferrable, lowerSql } from './lower-values.ts';
import type { NodePath } from './node.ts';
import type { RawExclusion, RawKey } from './raw.ts';
import { requireOpclass } from './require-opclass.ts';
import { hasColumn, keyAt, valueAt } from './scope.ts';
import { claimConstraint, hasColumns, type TableContext } from './table-context.ts';

function longKey(raw: string[] | RawKey): RawKey {
  return Array.isArray(raw) ? { columns: raw } : raw;
}

function columnsPath(raw: string[] | RawKey, path: NodePath): NodePath {
  return Array.isArray(raw) ? path : [...path, 'columns'];
}

function keyColumnsKnown(context: TableContext, raw: string[] | RawKey, path: NodePath): boolean {
  const key = longKey(raw);
  const known = hasColumns(context, key.columns, columnsPath(raw, path));
  return hasColumns(context, key.include ?? [], [...path, 'include']) && known;
}

function lowerPrimaryKey(context: TableContext): readonly PrimaryKey[] {
  const raw = context.document.raw.primary_key;
  if (raw === undefined || !keyColumnsKnown(context, raw, ['primary_key'])) return [];
  const key = longKey(raw);
  const name = key.name ?? deriveName(context.name.name, [], 'pkey');
  claimConstraint(context, name, true, keyAt(context.document, 'primary_key'));
  return [
    {
      kind: 'primaryKey',
      name,
      columns: key.columns,
      include: key.include ?? [],
      deferrable: lowerDeferrable(key.deferrable),
      comment: null,
      renamedFrom: key.renamed_from ?? null,
    },
  ];
}

function lowerUniques(context: TableContext): readonly Unique[] {
  return (context.document.raw.unique ?? []).flatMap((raw, index): Unique[] => {
    const path = ['unique', index];
    if (!keyColumnsKnown(context, raw, path)) return [];
    const key = longKey(raw);
    const name = key.name ?? deriveName(context.name.name, key.columns, 'key');
    if (!claimConstraint(context, name, true, valueAt(context.document, ...path))) return [];
    return [
      {
        kind: 'unique',
        name,
        columns: key.columns,
        include: key.include ?? [],
        nullsNotDistinct: key.nulls_not_distinct ?? false,
        deferrable: lowerDeferrable(key.deferrable),
        comment: null,
        renamedFrom: key.renamed_from ?? null,
      },
    ];
  });
}

/** `one_of` of a column: membership, of every element where the column is an array. */
function oneOfExpression(column: Ident, values: readonly string[], isArray: boolean): string {
  const list = values.map(quoteLiteral).join(', ');
  return isArray ? `${quoteIdent(column)} <@ array[${list}]::text[]` : `${quoteIdent(column)} in (${list})`;
}

function lowerOneOfs(context: TableContext): readonly Check[] {
  return [...context.columns.values()].flatMap(({ name: column, raw, place, path, use }): Check[] => {
    if (raw.one_of === undefined) return [];
    const name = deriveName(context.name.name, [column], 'check');
    const isArray = raw.type.trimEnd().endsWith(']');
    if (!claimConstraint(context, name, false, use ?? keyAt(place, ...path, 'one_of'))) return [];
    return [check(name, oneOfExpression(column, raw.one_of, isArray))];
  });
}

function check(name: Ident, expr: string): Check {
  return { kind: 'check', name, expr, noInherit: false, validated: true, comment: null, renamedFrom: null };
}

function lowerChecks(context: TableContext): readonly Check[] {
  return Object.entries(context.document.raw.checks ?? {}).flatMap(([name, raw]): Check[] => {
    if (!claimConstraint(context, name, false, keyAt(context.document, 'checks', name))) return [];
    if (typeof raw === 'string') return [check(name, lowerSql(raw))];
    return [
      {
        ...check(name, lowerSql(raw.sql)),
        noInherit: raw.no_inherit ?? false,
        validated: raw.not_valid !== true,
        comment: raw.comment ?? null,
        renamedFrom: raw.renamed_from ?? null,
      },
    ];
  });
}

function lowerElement(
  context: TableContext,
  raw: RawExclusion['elements'][number],
  path: NodePath,
  method: Exclusion['method'],
): ExclusionElement | null {
  const { document, scope, declared } = context;
  if ((raw.column === undefined) === (raw.sql === undefined)) {
    const message = 'An element has either a `column` or `sql`.';
    scope.problems.report('conflicting-keys', valueAt(document, ...path), message, { help: 'write exactly one.' });
    return null;
  }
  if (raw.column !== undefined && !hasColumn(declared, raw.column, valueAt(document, ...path, 'column'), scope)) {
    return null;
  }
  if (raw.opclass !== undefined) requireOpclass(raw.opclass, method, valueAt(document, ...path, 'opclass'), scope);
  return {
    key:
      raw.column === undefined
        ? { kind: 'expression', expr: lowerSql(raw.sql ?? '') }
        : { kind: 'column', column: raw.column },
    opclass: raw.opclass ?? null,
    operator: raw.with.trim(),
  };
}

function lowerExclusions(context: TableContext): readonly Exclusion[] {
  return Object.entries(context.document.raw.exclude ?? {}).flatMap(([key, raw]): Exclusion[] => {
    const name = deriveName(context.name.name, [key], 'excl');
    const method = raw.using ?? 'gist';
    const elements = raw.elements.map((element, at) =>
      lowerElement(context, element, ['exclude', key, 'elements', at], method),
    );
    if (!claimConstraint(context, name, true, keyAt(context.document, 'exclude', key))) return [];
    return [
      {
        kind: 'exclusion',
        name,
        method,
        elements: elements.filter((element) => element !== null),
        where: raw.where === undefined ? null : lowerSql(raw.where),
        deferrable: lowerDeferrable(raw.deferrable),
        comment: null,
        renamedFrom: null,
      },
    ];
  });
}

/** Everything but foreign keys, in the order: primary key, unique, `one_of`, checks, exclusions. */
export function lowerConstraints(context: TableContext): readonly Constraint[] {
  return [
    ...lowerPrimaryKey(context),
    ...lowerUniques(context),
    ...lowerOneOfs(context),
    ...lowerChecks(context),
    ...lowerExclusions(context),
  ];
}
