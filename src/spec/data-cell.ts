/** One value of a row of reference data -> a typed cell. */
import type { DataCell, DataFind } from '../model/data.ts';
import { objectKey } from '../model/keys.ts';
import type { Column, Table } from '../model/model.ts';
import { displayName, type Ident } from '../model/name.ts';
import { displayType, sameType, withoutArgs } from '../model/type.ts';
import type { Source } from '../text/source.ts';
import { findUniqueKey, isPartlyUnique, keysText, primaryKey, uniqueKeys } from './data-keys.ts';
import { type Objects, readConstant, underlyingType } from './data-value.ts';
import { lowerSql } from './lower-values.ts';
import { keySpan, type MapEntry, type MapNode, nodeSpan, type SpecNode } from './node.ts';
import { type DeclaredTable, findDeclaredTable, hasColumn, type Scope } from './scope.ts';

export interface CellContext {
  readonly scope: Scope;
  readonly objects: Objects;
  readonly source: Source;
}

/** A table and its spec. */
export interface DataTable {
  readonly table: Table;
  readonly declared: DeclaredTable;
}

/** The table of the Model, or `null` when its spec has errors of its own. */
export function wholeTable(declared: DeclaredTable, objects: Objects): DataTable | null {
  const table = objects.get(objectKey('table', declared.name));
  if (table?.kind !== 'table' || table.columns.length !== declared.columns?.size) return null;
  return { table, declared };
}

function isSql(node: SpecNode): boolean {
  const [first, second] = node.kind === 'map' ? node.entries : [];
  return first?.key === 'sql' && second === undefined && first.value.kind === 'scalar' && first.value.value !== null;
}

function isFind(node: SpecNode): node is MapNode {
  return node.kind === 'map' && node.entries[0]?.key === 'find';
}

/** NULL goes into no column that is NOT NULL, be it by itself or by its domain. */
function takesNull(column: Column, objects: Objects): boolean {
  const { schema, name } = column.type;
  const domain = schema === null ? undefined : objects.get(objectKey('domain', { schema, name }));
  return column.nullable && !(domain?.kind === 'domain' && !domain.nullable);
}

/** Reads one value. @returns `null`, with a problem reported, when it does not fit the column */
export function readCell(at: DataTable, column: Column, node: SpecNode, context: CellContext): DataCell | null {
  const { scope, objects, source } = context;
  if (node.kind === 'scalar' && node.value === null) {
    if (takesNull(column, objects)) return { kind: 'null' };
    scope.problems.report('null-value', nodeSpan(source, node), `\`${column.name}\` is NOT NULL.`, {
      help: 'give it a value.',
    });
    return null;
  }
  if (isSql(node) && node.kind === 'map') {
    const value = node.entries[0]?.value;
    return { kind: 'sql', expr: lowerSql(value?.kind === 'scalar' ? String(value.value) : '') };
  }
  const isJson = column.type.schema === null && /^jsonb?$/.test(column.type.name);
  if (isFind(node) && !isJson) return readFind(at, column, node, context);
  return readConstant(column.type, node, {
    objects,
    oneOf: at.declared.columns?.get(column.name)?.raw.one_of ?? null,
    complain: (code, place, message, help) => scope.problems.report(code, nodeSpan(source, place), message, { help }),
  });
}

function reportKey(found: DataTable, columns: readonly Ident[], node: SpecNode, context: CellContext): void {
  const name = displayName(found.table.name);
  const message = isPartlyUnique(found.table, columns)
    ? `(${columns.join(', ')}) is unique for some rows of \`${name}\` only.`
    : `(${columns.join(', ')}) is not a unique key of \`${name}\`.`;
  context.scope.problems.report('not-a-key', nodeSpan(context.source, node), message, {
    help: `its keys are ${keysText(uniqueKeys(found.table))}.`,
    related: [{ message: 'the table is here', span: found.declared.span }],
  });
}

/** A table that is found must have a primary key of one column, and of the type of the column that takes it. */
function foundKey(
  at: DataTable,
  column: Column,
  found: DataTable,
  entry: MapEntry,
  context: CellContext,
): Ident | null {
  const { scope, objects, source } = context;
  const span = nodeSpan(source, entry.value);
  const name = displayName(found.table.name);
  const related = [{ message: 'the table is here', span: found.declared.span }];
  const [key, second] = primaryKey(found.table);
  if (key === undefined || second !== undefined) {
    const message = `\`${name}\` has no primary key of one column, which is what \`find\` gives.`;
    scope.problems.report('not-a-key', span, message, { help: 'write the value itself.', related });
    return null;
  }
  const type = found.table.columns.find((one) => one.name === key)?.type ?? column.type;
  const same = sameType(withoutArgs(underlyingType(type, objects)), withoutArgs(underlyingType(column.type, objects)));
  const referred = at.table.constraints.flatMap((constraint) =>
    constraint.kind === 'foreignKey' && constraint.columns.includes(column.name)
      ? [displayName(constraint.target)]
      : [],
  );
  if (same && (referred.length === 0 || referred.includes(name))) return key;
  const message = same
    ? `\`${column.name}\` refers to \`${referred[0]}\`, not to \`${name}\`.`
    : `\`find\` gives the \`${displayType(type)}\` of \`${name}.${key}\`, and \`${column.name}\` is \`${displayType(column.type)}\`.`;
  const help = same ? `find a row of \`${referred[0]}\`.` : 'find a row of the table that this column points to.';
  scope.problems.report('bad-value', span, message, { help, related });
  return null;
}

function readFind(at: DataTable, column: Column, node: MapNode, context: CellContext): DataFind | null {
  const { scope, source, objects } = context;
  const [entry, ...rest] = node.entries;
  if (entry === undefined) return null;
  if (entry.value.kind !== 'scalar' || typeof entry.value.value !== 'string' || rest.length === 0) {
    scope.problems.report(
      'bad-value',
      nodeSpan(source, node),
      '`find` needs a table and the columns to find the row by.',
      {
        help: 'write `{ find: table, column: value }`.',
      },
    );
    return null;
  }
  const declared = findDeclaredTable(entry.value.value, nodeSpan(source, entry.value), scope);
  if (declared === null) return null;
  const known = rest.map((one) => hasColumn(declared, one.key, keySpan(source, one), scope));
  const found = wholeTable(declared, objects);
  if (found === null || !known.every(Boolean)) return null;
  const key = foundKey(at, column, found, entry, context);
  const columns = rest.map((one) => one.key);
  if (findUniqueKey(found.table, columns) === null) {
    reportKey(found, columns, node, context);
    return null;
  }
  const where = rest.map((one) => ({ column: one.key, cell: readFoundBy(found, one, context) }));
  const whole = where.flatMap((one) => (one.cell === null ? [] : [{ column: one.column, cell: one.cell }]));
  if (key === null || whole.length < where.length) return null;
  return { kind: 'find', table: found.table.name, column: key, where: whole };
}

/** No row is found by NULL: it equals nothing. */
function readFoundBy(found: DataTable, entry: MapEntry, context: CellContext): DataCell | null {
  const column = found.table.columns.find((one) => one.name === entry.key);
  if (column === undefined) return null;
  return readCell(found, { ...column, nullable: false }, entry.value, context);
}
