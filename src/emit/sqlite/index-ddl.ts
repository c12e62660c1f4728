/** Indexes that a B-tree serves. */
import type { Index, Model, Table } from '../../model/model.ts';
import { attempt } from './attempt.ts';
import { translateExpression } from './expression.ts';
import type { Keeper } from './keeper.ts';
import { Untranslatable } from './piece.ts';
import { id } from './quote.ts';
import { tableScope } from './scope.ts';

/** Methods whose queries a B-tree serves as well. */
const AS_BTREE: ReadonlySet<Index['method']> = new Set(['btree', 'hash']);

function indexStatement(index: Index, table: Table, model: Model): string {
  if (!AS_BTREE.has(index.method)) throw new Untranslatable(index.method);
  const scope = tableScope(table, model);
  const keys = index.keys.map(({ key, direction }) => {
    const text = key.kind === 'column' ? id(key.column) : `(${translateExpression(key.expr, scope).text})`;
    return direction === 'desc' ? `${text} desc` : text;
  });
  const mayBeNull = index.keys.some(
    ({ key }) =>
      key.kind === 'expression' || table.columns.some(({ name, nullable }) => name === key.column && nullable),
  );
  if (index.nullsNotDistinct && mayBeNull) throw new Untranslatable('NULLS NOT DISTINCT');
  const more = index.unique ? [] : index.include.map(id);
  const where = index.where === null ? '' : ` where ${translateExpression(index.where, scope).text}`;
  return `create ${index.unique ? 'unique ' : ''}index ${id(index.name)} on ${id(table.name.name)} (${[...keys, ...more].join(', ')})${where};`;
}

export function writeIndex(index: Index, table: Table, model: Model, keeper: Keeper): readonly string[] {
  const made = attempt(() => indexStatement(index, table, model));
  if (made.isDone) return [made.value];
  keeper.lose(index.unique ? 'unique constraint' : 'index', index.name, made.reason);
  return [];
}
