/** `references:` of columns and `foreign_keys:` of tables. */
import { deriveName } from '../model/derive-name.ts';
import type { ForeignKey, ReferentialAction } from '../model/model.ts';
import { displayName, type Ident } from '../model/name.ts';
import type { Span } from '../text/source.ts';
import { lowerDeferrable } from './lower-values.ts';
import type { RawAction, RawForeignKey } from './raw.ts';
import { type DeclaredColumn, type DeclaredTable, findDeclaredTable, hasColumn, keyAt, valueAt } from './scope.ts';
import { claimConstraint, hasColumns, type TableContext } from './table-context.ts';

function lowerAction(raw: RawAction | { set_null: string[] } | undefined): ReferentialAction {
  if (typeof raw === 'object') return { kind: 'set null', columns: raw.set_null };
  switch (raw) {
    case undefined:
    case 'no action':
      return { kind: 'no action' };
    case 'set null':
    case 'set default':
      return { kind: raw, columns: [] };
    case 'restrict':
    case 'cascade':
      return { kind: raw };
  }
}

/** The primary key of the target, for a reference that names no column. */
function defaultTarget(
  target: DeclaredTable,
  count: number,
  span: Span,
  context: TableContext,
): readonly Ident[] | null {
  if (target.columns === null) return null;
  const { primaryKey } = target;
  if (primaryKey.length === count) return primaryKey;
  const name = displayName(target.name);
  const has = primaryKey.length === 0 ? 'has no primary key' : `has the primary key (${primaryKey.join(', ')})`;
  context.scope.problems.report(
    'reference-needs-column',
    span,
    `\`${name}\` ${has}, so this reference must say what it points to.`,
    {
      help:
        count === 1 && primaryKey.length > 1 ? 'write it under `foreign_keys:` with all columns.' : 'name the column.',
      related: [{ message: 'the table is here', span: target.span }],
    },
  );
  return null;
}

function lowerReference(context: TableContext, column: DeclaredColumn): ForeignKey | null {
  const { scope } = context;
  const { raw, place, path, use } = column;
  const reference = raw.references;
  if (reference === undefined) return null;
  const at = [...path, 'references'];
  const tableSpan = valueAt(place, ...at, 'table');
  const target = findDeclaredTable(reference.table, tableSpan, scope);
  if (target === null) return null;
  if (reference.column !== undefined && !hasColumn(target, reference.column, valueAt(place, ...at, 'column'), scope)) {
    return null;
  }
  const targetColumns =
    reference.column === undefined ? defaultTarget(target, 1, tableSpan, context) : [reference.column];
  const name = reference.name ?? deriveName(context.name.name, [column.name], 'fkey');
  if (targetColumns === null || !claimConstraint(context, name, false, use ?? keyAt(place, ...at))) return null;
  return {
    kind: 'foreignKey',
    name,
    columns: [column.name],
    target: target.name,
    targetColumns,
    onDelete: lowerAction(reference.on_delete),
    onUpdate: lowerAction(reference.on_update),
    match: 'simple',
    deferrable: lowerDeferrable(reference.deferrable),
    validated: true,
    comment: null,
    renamedFrom: null,
  };
}

function targetColumnsOf(
  context: TableContext,
  key: string,
  raw: RawForeignKey,
  target: DeclaredTable,
): readonly Ident[] | null {
  const { document, scope } = context;
  const path = ['foreign_keys', key, 'references'];
  const { columns } = raw.references;
  if (columns === undefined) {
    return defaultTarget(target, raw.columns.length, valueAt(document, ...path, 'table'), context);
  }
  const known = columns.map((column, at) =>
    hasColumn(target, column, valueAt(document, ...path, 'columns', at), scope),
  );
  if (!known.every(Boolean)) return null;
  if (columns.length === raw.columns.length) return columns;
  const span = valueAt(document, ...path, 'columns');
  const message = `The number of columns differs: ${raw.columns.length} here, ${columns.length} there.`;
  scope.problems.report('reference-column-count', span, message, {
    help: 'name as many columns on both sides, in the same order.',
    related: [{ message: 'the columns of this table', span: valueAt(document, 'foreign_keys', key, 'columns') }],
  });
  return null;
}

function lowerForeignKey(context: TableContext, key: string, raw: RawForeignKey): ForeignKey | null {
  const { document, scope } = context;
  const path = ['foreign_keys', key];
  const known = hasColumns(context, raw.columns, [...path, 'columns']);
  const setNull = typeof raw.on_delete === 'object' ? raw.on_delete.set_null : [];
  const nullable = hasColumns(context, setNull, [...path, 'on_delete', 'set_null']);
  const target = findDeclaredTable(raw.references.table, valueAt(document, ...path, 'references', 'table'), scope);
  if (target === null) return null;
  const targetColumns = targetColumnsOf(context, key, raw, target);
  const name = raw.name ?? key;
  if (targetColumns === null || !known || !nullable) return null;
  if (!claimConstraint(context, name, false, keyAt(document, ...path))) return null;
  return {
    kind: 'foreignKey',
    name,
    columns: raw.columns,
    target: target.name,
    targetColumns,
    onDelete: lowerAction(raw.on_delete),
    onUpdate: lowerAction(raw.on_update),
    match: raw.match ?? 'simple',
    deferrable: lowerDeferrable(raw.deferrable),
    validated: true,
    comment: null,
    renamedFrom: null,
  };
}

/** References in the order of columns, then `foreign_keys:` as written. */
export function lowerForeignKeys(context: TableContext): readonly ForeignKey[] {
  return [
    ...[...context.columns.values()].map((column) => lowerReference(context, column)),
    ...Object.entries(context.document.raw.foreign_keys ?? {}).map(([key, raw]) => lowerForeignKey(context, key, raw)),
  ].filter((key) => key !== null);
}
