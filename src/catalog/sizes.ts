/** Heap sizes of tables with everything below them: partitions, chunks. */
import type { ObjectKey } from '../model/model.ts';
import { type CatalogRow, cells } from './row.ts';
import { MANAGED_TABLES } from './scope.ts';

export const SIZES_QUERY = `
with recursive tree (root, oid, filenode) as (
  select c.oid, c.oid, c.relfilenode from pg_class c where ${MANAGED_TABLES}
  union all
  select t.root, x.oid, x.relfilenode
  from tree t join pg_inherits h on h.inhparent = t.oid join pg_class x on x.oid = h.inhrelid
)
select t.root, sum(pg_relation_size(t.oid)) from tree t where t.filenode <> 0 group by t.root`;

/** @returns bytes by key; a table without an entry in `keys` is left out. */
export function buildSizes(
  rows: readonly CatalogRow[],
  keys: ReadonlyMap<string, ObjectKey>,
): ReadonlyMap<ObjectKey, number> {
  const sizes = new Map([...keys.values()].map((key) => [key, 0]));
  for (const row of rows) {
    const cell = cells(row);
    const key = keys.get(cell.text());
    // A relation that was dropped meanwhile has no size.
    if (key !== undefined) sizes.set(key, Number(cell.textOrNull() ?? '0'));
  }
  return sizes;
}
