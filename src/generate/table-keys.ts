/** What must differ between the rows of a table. */
import type { Expr, IndexKeyTarget, Table } from '../model/model.ts';

interface KeyTarget {
  readonly keys: readonly IndexKeyTarget[];
  readonly where: Expr | null;
  readonly nullsNotDistinct: boolean;
}

/** Keys, unique indexes, and exclusions that are keys in disguise. */
export function keyTargets(table: Table): readonly KeyTarget[] {
  return [
    ...table.constraints.flatMap((constraint) =>
      constraint.kind === 'primaryKey' || constraint.kind === 'unique'
        ? [
            {
              keys: constraint.columns.map((column): IndexKeyTarget => ({ kind: 'column', column })),
              where: null,
              nullsNotDistinct: constraint.kind === 'unique' && constraint.nullsNotDistinct,
            },
          ]
        : [],
    ),
    ...table.constraints.flatMap((constraint) =>
      constraint.kind === 'exclusion' && constraint.elements.every(({ operator }) => operator === '=')
        ? [{ keys: constraint.elements.map(({ key }) => key), where: constraint.where, nullsNotDistinct: false }]
        : [],
    ),
    ...table.indexes.flatMap((index) =>
      index.unique
        ? [{ keys: index.keys.map(({ key }) => key), where: index.where, nullsNotDistinct: index.nullsNotDistinct }]
        : [],
    ),
  ];
}

/** Columns of keys that hold for every row. */
export function plainKeys(table: Table): readonly (readonly string[])[] {
  return keyTargets(table).flatMap(({ keys, where }) =>
    where === null && keys.every((key) => key.kind === 'column')
      ? [keys.map((key) => (key.kind === 'column' ? key.column : ''))]
      : [],
  );
}
