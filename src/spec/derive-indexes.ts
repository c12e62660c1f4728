/** An index for every foreign key that nothing covers: without it every delete of a parent row reads the whole table. */
import { deriveName } from '../model/derive-name.ts';
import type { Column, Constraint, ForeignKey, Index, IndexKey } from '../model/model.ts';
import type { Ident } from '../model/name.ts';
import { quoteIdent } from '../text/quote.ts';
import { claimRelation, type TableContext } from './table-context.ts';

/** Whether the first columns of an index are those of the key, in whatever order: equality does not care. */
function leadsWith(leading: readonly (Ident | null)[], columns: readonly Ident[]): boolean {
  const head = leading.slice(0, columns.length);
  return head.length === columns.length && columns.every((column) => head.includes(column));
}

function isNotNull(where: string, column: Ident): boolean {
  const plain = where.toLowerCase().replaceAll(/\s+/g, ' ').replaceAll(/[()]/g, '').trim();
  return plain === `${quoteIdent(column)} is not null`.toLowerCase();
}

function covers(index: Index, columns: readonly Ident[]): boolean {
  if (index.method !== 'btree' && !(index.method === 'hash' && columns.length === 1)) return false;
  // A row with a NULL in the key refers to nothing, so an index may leave it out.
  const { where } = index;
  if (where !== null && !columns.some((column) => isNotNull(where, column))) return false;
  const leading = index.keys.map(({ key }) => (key.kind === 'column' ? key.column : null));
  return leadsWith(leading, columns);
}

function isCovered(key: ForeignKey, constraints: readonly Constraint[], indexes: readonly Index[]): boolean {
  const byConstraint = constraints.some(
    (one) => (one.kind === 'primaryKey' || one.kind === 'unique') && leadsWith(one.columns, key.columns),
  );
  return byConstraint || indexes.some((index) => covers(index, key.columns));
}

function keyOn(column: Ident): IndexKey {
  return { key: { kind: 'column', column }, opclass: null, collation: null, direction: 'asc', nulls: 'last' };
}

/** @returns the indexes to add, for the widest keys first: an index on two columns serves a key on the first of them too. */
export function deriveIndexes(
  context: TableContext,
  columns: readonly Column[],
  constraints: readonly Constraint[],
  indexes: readonly Index[],
): readonly Index[] {
  const derived: Index[] = [];
  const keys = constraints.filter((constraint) => constraint.kind === 'foreignKey');
  for (const key of [...keys].sort((a, b) => b.columns.length - a.columns.length)) {
    if (isCovered(key, constraints, [...indexes, ...derived])) continue;
    const [only] = key.columns;
    const isNullable = columns.some((column) => column.name === only && column.nullable);
    const name = deriveName(context.name.name, key.columns, 'fkey_idx');
    const span = context.named.get(key.name) ?? context.declared.span;
    const what = 'the index of this foreign key';
    if (!claimRelation(context.relations, { ...context.name, name }, what, span, context.scope)) continue;
    context.named.set(name, span);
    derived.push({
      name,
      unique: false,
      method: 'btree',
      keys: key.columns.map(keyOn),
      include: [],
      where: key.columns.length === 1 && only !== undefined && isNullable ? `${quoteIdent(only)} is not null` : null,
      nullsNotDistinct: false,
      parameters: {},
      comment: null,
      renamedFrom: null,
    });
  }
  return derived;
}
