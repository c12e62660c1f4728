/** What the rows of a table refer to. */
import type { TableInfo } from '../model/info.ts';
import type { ForeignKey, Model, Table } from '../model/model.ts';
import { displayName, type QName, sameName } from '../model/name.ts';
import { sameType, withoutArgs } from '../model/type.ts';
import { plainKeys } from './table-keys.ts';

export interface ReferencePlan {
  readonly target: QName;
  readonly targetColumns: readonly string[];
  readonly columns: readonly string[];
  /** Positions of the columns in a row. */
  readonly at: readonly number[];
  /** Those that may be null. */
  readonly nullable: readonly number[];
  /** Without a constraint: any value does when there is nothing to refer to. */
  readonly isSoft: boolean;
  /** The columns hold a key of this table: each row that is referred to is taken once. */
  readonly isOneToOne: boolean;
  readonly isToItself: boolean;
}

/** Foreign keys and soft references of single columns, in the order in which they are decided. */
export function referencesOf(table: Table, info: TableInfo | null, model: Model): readonly ReferencePlan[] {
  const keys = plainKeys(table);
  const { columns } = table;
  const position = (name: string) => columns.findIndex((column) => column.name === name);
  const plan = (
    names: readonly string[],
    target: QName,
    targetColumns: readonly string[],
    isSoft: boolean,
  ): ReferencePlan => ({
    target,
    targetColumns,
    columns: names,
    at: names.map(position),
    nullable: names.map(position).filter((at) => columns[at]?.nullable === true),
    isSoft,
    isOneToOne: keys.some((key) => key.every((name) => names.includes(name))),
    isToItself: sameName(target, table.name),
  });
  const hard = table.constraints
    .filter((constraint): constraint is ForeignKey => constraint.kind === 'foreignKey')
    .map((key) => plan(key.columns, key.target, key.targetColumns, false));
  const soft = [...(info?.softReferences ?? [])].flatMap(([name, to]) => {
    const target = [...model.objects.values()].find(
      (object) => object.kind === 'table' && displayName(object.name) === to,
    );
    if (target?.kind !== 'table' || hard.some((reference) => reference.columns.includes(name))) return [];
    const key = target.constraints.find(({ kind }) => kind === 'primaryKey');
    const [only, ...more] = key?.kind === 'primaryKey' ? key.columns : [];
    const own = columns[position(name)]?.type;
    const other = target.columns.find((column) => column.name === only)?.type;
    const same = own !== undefined && other !== undefined && sameType(withoutArgs(own), withoutArgs(other));
    return only === undefined || more.length > 0 || !same ? [] : [plan([name], target.name, [only], true)];
  });
  // What is known of a row is narrowed by keys of several columns; those that must be there come before those that may.
  return [...hard, ...soft].toSorted(
    (a, b) =>
      Number(b.isOneToOne) - Number(a.isOneToOne) ||
      Number(a.nullable.length > 0) - Number(b.nullable.length > 0) ||
      b.columns.length - a.columns.length,
  );
}
