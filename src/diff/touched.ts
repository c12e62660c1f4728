/** What changes take away or alter, as far as others may hold on to it. */
import type { Ident, QName } from '../model/name.ts';
import type { Change } from './change.ts';

export interface TouchedColumn {
  readonly table: QName;
  readonly column: Ident;
  /** `false`: the column goes and comes back under the same name. */
  readonly stays: boolean;
}

/** What the plan so far takes away or alters under others. */
export interface Touched {
  readonly columns: readonly TouchedColumn[];
  /** Tables that become logged or unlogged, which one that others refer to cannot. */
  readonly persistence: readonly QName[];
  /** Columns of keys that are dropped: foreign keys may point there. */
  readonly keys: readonly { readonly table: QName; readonly columns: readonly Ident[] }[];
  readonly functions: readonly QName[];
  readonly views: readonly QName[];
  /**
   * Under their new names. The server keeps the old ones as aliases in its text of views and subqueries, so that these
   * would differ from the specs for ever.
   */
  readonly renamed: readonly { readonly table: QName; readonly column: Ident | null }[];
}

function uniqueColumns(change: Change): readonly Ident[] | null {
  if (
    change.kind === 'dropConstraint' &&
    (change.constraint.kind === 'primaryKey' || change.constraint.kind === 'unique')
  ) {
    return change.constraint.columns;
  }
  if (change.kind === 'dropIndex' && change.index.unique) {
    return change.index.keys.flatMap(({ key }) => (key.kind === 'column' ? [key.column] : []));
  }
  return null;
}

function renamedBy(changes: readonly Change[]): Touched['renamed'] {
  return changes.flatMap((change): Touched['renamed'] =>
    change.kind === 'renameTable'
      ? [{ table: change.to, column: null }]
      : change.kind === 'renameColumn'
        ? [{ table: change.table, column: change.to }]
        : [],
  );
}

export function touchedBy(changes: readonly Change[], renames: readonly Change[]): Touched {
  return {
    renamed: renamedBy(renames),
    persistence: changes.flatMap((change) => (change.kind === 'setLogged' ? [change.table] : [])),
    columns: changes.flatMap((change): readonly TouchedColumn[] =>
      change.kind === 'alterColumnType'
        ? [{ table: change.table, column: change.to.name, stays: true }]
        : change.kind === 'dropColumn'
          ? [{ table: change.table, column: change.column.name, stays: false }]
          : [],
    ),
    keys: changes.flatMap((change) => {
      const columns = uniqueColumns(change);
      return columns === null || !('table' in change) || 'kind' in change.table
        ? []
        : [{ table: change.table, columns }];
    }),
    functions: changes.flatMap((change) => (change.kind === 'dropFunction' ? [change.function.name] : [])),
    views: changes.flatMap((change) => (change.kind === 'dropView' ? [change.view.name] : [])),
  };
}
