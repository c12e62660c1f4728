/** How many rows a table has at a number of users, from its volume at one million. */
import { lookupOf } from '../check/lookup.ts';
import type { Info, TableInfo } from '../model/info.ts';
import { keyOf } from '../model/keys.ts';
import type { Model, Table } from '../model/model.ts';
import { displayName } from '../model/name.ts';

export const VOLUME_USERS = 1_000_000;
/** A catalogue with more rows than one for ten users would be one that users add to. */
export const LARGEST_CATALOGUE = VOLUME_USERS / 10;

export type Scaling = 'constant' | 'with users';

/** Tables that a row cannot do without. */
function requiredParents(table: Table, info: TableInfo | undefined): readonly string[] {
  const required = new Set(table.columns.filter(({ nullable }) => !nullable).map(({ name }) => name));
  const hard = table.constraints.flatMap((one) =>
    one.kind === 'foreignKey' && one.columns.every((name) => required.has(name)) ? [displayName(one.target)] : [],
  );
  const soft = [...(info?.softReferences ?? [])].filter(([column]) => required.has(column)).map(([, target]) => target);
  return [...hard, ...soft];
}

function mayBeCatalogue(table: Table, info: TableInfo | undefined): boolean {
  const isCutByTime =
    table.storage.kind === 'hypertable' ||
    (table.storage.kind === 'partitioned' && table.storage.parts.kind === 'rolling');
  const owner = info?.access?.owner ?? null;
  return (info?.volume ?? 0) <= LARGEST_CATALOGUE && owner === null && info?.retention == null && !isCutByTime;
}

/**
 * A table is a catalogue, of the same size for any number of users, when nobody owns its rows, it is no log (no time
 * partitions, no retention), it has at most one row for ten users, and every row it must refer to is in a catalogue. All
 * other tables grow in proportion.
 */
export function scalingOf(model: Model, info: Info): ReadonlyMap<Table, Scaling> {
  const { tables, tablesByText } = lookupOf(model);
  const catalogues = new Set(tables.filter((table) => mayBeCatalogue(table, info.get(keyOf(table)))));
  for (let before = -1; before !== catalogues.size; ) {
    before = catalogues.size;
    for (const table of catalogues) {
      const parents = requiredParents(table, info.get(keyOf(table))).map((name) => tablesByText.get(name));
      const grows = parents.some((parent) => parent !== undefined && parent !== table && !catalogues.has(parent));
      if (grows) catalogues.delete(table);
    }
  }
  return new Map(tables.map((table) => [table, catalogues.has(table) ? 'constant' : 'with users']));
}

/** Rows by table. A table without a volume has none. */
export function rowsAt(users: number, model: Model, info: Info): ReadonlyMap<Table, number> {
  const scaling = scalingOf(model, info);
  return new Map(
    lookupOf(model).tables.map((table) => {
      const volume = info.get(keyOf(table))?.volume ?? 0;
      const factor = scaling.get(table) === 'constant' ? 1 : users / VOLUME_USERS;
      return [table, Math.round(volume * factor)];
    }),
  );
}
