/** Indexes that a spec writes down. */
import { deriveName } from '../model/derive-name.ts';
import type { Index, IndexKey, StorageParameters } from '../model/model.ts';
import { lowerCollation } from './lower-column.ts';
import { lowerSql } from './lower-values.ts';
import type { NodePath } from './node.ts';
import type { RawIndex, RawIndexColumn } from './raw.ts';
import { requireMethod } from './require-method.ts';
import { requireOpclass } from './require-opclass.ts';
import { hasColumn, valueAt } from './scope.ts';
import { claimRelation, hasColumns, type TableContext } from './table-context.ts';

interface LongColumn {
  readonly column?: string;
  readonly sql?: string;
  readonly opclass?: string;
  readonly collation?: string;
  readonly order?: 'asc' | 'desc';
  readonly nulls?: 'first' | 'last';
}

/** All spellings as the long one: `name`, `{ name: desc }`, `{ column: name, … }`. */
function longColumn(raw: RawIndexColumn): LongColumn {
  if (typeof raw === 'string') return { column: raw };
  if ('column' in raw || 'sql' in raw) return raw as LongColumn;
  const [[column, order] = ['', 'asc']] = Object.entries(raw);
  return { column, order: order === 'desc' ? 'desc' : 'asc' };
}

function lowerKey(context: TableContext, raw: RawIndexColumn, path: NodePath, method: string): IndexKey | null {
  const { scope, document, declared } = context;
  const long = longColumn(raw);
  if ((long.column === undefined) === (long.sql === undefined)) {
    const message = 'An index column has either a `column` or `sql`.';
    scope.problems.report('conflicting-keys', valueAt(document, ...path), message, { help: 'write exactly one.' });
    return null;
  }
  const span = valueAt(document, ...path, 'column');
  if (long.column !== undefined && !hasColumn(declared, long.column, span, scope)) return null;
  if (long.opclass !== undefined) requireOpclass(long.opclass, method, valueAt(document, ...path, 'opclass'), scope);
  const direction = long.order ?? 'asc';
  const expr = lowerSql(long.sql ?? '');
  // The server reads an expression that is nothing but a column as that column.
  const column = long.column ?? (declared.columns?.has(expr) === true ? expr : null);
  return {
    key: column === null ? { kind: 'expression', expr } : { kind: 'column', column },
    opclass: long.opclass ?? null,
    collation: lowerCollation(long.collation),
    direction,
    nulls: long.nulls ?? (direction === 'asc' ? 'last' : 'first'),
  };
}

/** Parameters as raw text, the way PostgreSQL keeps them. */
export function lowerParameters(raw: Record<string, string | number | boolean> | undefined): StorageParameters {
  return Object.fromEntries(Object.entries(raw ?? {}).map(([name, value]) => [name, String(value)]));
}

function lowerIndex(context: TableContext, raw: RawIndex, at: number): Index | null {
  const path = ['indexes', at];
  const method = raw.using ?? 'btree';
  if (raw.using !== undefined) requireMethod(method, valueAt(context.document, ...path, 'using'), context.scope);
  const keys = raw.columns.map((column, index) => lowerKey(context, column, [...path, 'columns', index], method));
  const isKnown = hasColumns(context, raw.include ?? [], [...path, 'include']);
  if (!isKnown || keys.includes(null)) return null;
  const found = keys.filter((key) => key !== null);
  const words = found.map(({ key }) => (key.kind === 'column' ? key.column : 'expr'));
  const name = raw.name ?? deriveName(context.name.name, words, 'idx');
  const span = valueAt(context.document, ...path);
  const isFree = claimRelation(context.relations, { ...context.name, name }, 'this index', span, context.scope);
  if (!isFree) return null;
  context.named.set(name, span);
  return {
    name,
    unique: raw.unique ?? false,
    method,
    keys: found,
    include: raw.include ?? [],
    where: raw.where === undefined ? null : lowerSql(raw.where),
    nullsNotDistinct: raw.nulls_not_distinct ?? false,
    parameters: lowerParameters(raw.with),
    comment: raw.comment ?? null,
    renamedFrom: raw.renamed_from ?? null,
  };
}

export function lowerIndexes(context: TableContext): readonly Index[] {
  const indexes = context.document.raw.indexes ?? [];
  return indexes.map((raw, at) => lowerIndex(context, raw, at)).filter((index) => index !== null);
}
