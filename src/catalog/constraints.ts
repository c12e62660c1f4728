/** Constraints other than exclusions (those are read with the indexes), by table oid. */
import type { Constraint, Deferrability, ReferentialAction } from '../model/model.ts';
import { type Ident, qname } from '../model/name.ts';
import { byFirstCell, type CatalogRow, cells } from './row.ts';
import { MANAGED_TABLES } from './scope.ts';

function names(array: string, relation: string): string {
  return `array(
    select a.attname from unnest(${array}) with ordinality u (attnum, n)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = u.attnum order by u.n)::text[]`;
}

/**
 * Clones that PostgreSQL makes for partitions have a parent and are left out. NOT NULL constraints (`n`, PostgreSQL 18)
 * are a property of the column, constraint triggers (`t`) are read as triggers.
 */
export function constraintsQuery(major: number): string {
  return `
select k.conrelid, k.conname, m.description, k.contype,
  case when k.contype = 'c' then '{}' else ${names('k.conkey', 'k.conrelid')} end,
  case when k.contype in ('p', 'u') then (
    select ${names('(i.indkey::int2[])[i.indnkeyatts:]', 'k.conrelid')} from pg_index i where i.indexrelid = k.conindid) end,
  case when k.contype = 'u' then (
    select ${major >= 15 ? 'i.indnullsnotdistinct' : 'false'} from pg_index i where i.indexrelid = k.conindid) end,
  k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
  case when k.contype = 'c' then pg_get_expr(k.conbin, k.conrelid) end,
  tn.nspname, t.relname, case when k.contype = 'f' then ${names('k.confkey', 'k.confrelid')} end,
  k.confmatchtype, k.confdeltype, k.confupdtype,
  ${major >= 15 ? `case when k.confdelsetcols is not null then ${names('k.confdelsetcols', 'k.conrelid')} end` : 'null'}
from pg_class c
join pg_constraint k on k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f') and k.conparentid = 0 and k.conislocal
left join pg_class t on t.oid = k.confrelid
left join pg_namespace tn on tn.oid = t.relnamespace
left join pg_description m on m.classoid = 'pg_constraint'::regclass and m.objoid = k.oid
where ${MANAGED_TABLES}${major >= 18 ? ' and not k.conperiod' : ''}
order by k.conrelid, position(k.contype::text in 'pufc'), k.conname`;
}

export function buildConstraints(rows: readonly CatalogRow[]): ReadonlyMap<string, readonly Constraint[]> {
  const built = new Map<string, readonly Constraint[]>();
  for (const [table, group] of byFirstCell(rows)) built.set(table, group.map(buildConstraint));
  return built;
}

function buildConstraint(row: CatalogRow): Constraint {
  const cell = cells(row);
  cell.text();
  const base = { name: cell.text(), comment: cell.textOrNull(), renamedFrom: null };
  const type = cell.text();
  const columns = cell.texts();
  const include = cell.texts();
  const nullsNotDistinct = cell.textOrNull() === 't';
  const deferrable = deferrability(cell.flag(), cell.flag());
  const validated = cell.flag();
  const noInherit = cell.flag();
  const expr = cell.textOrNull();
  const targetSchema = cell.textOrNull();
  const targetName = cell.textOrNull();
  const targetColumns = cell.texts();
  const match = cell.text();
  const onDelete = cell.text();
  const onUpdate = cell.text();
  const setColumns = cell.texts();
  switch (type) {
    case 'p':
      return { ...base, kind: 'primaryKey', columns, include, deferrable };
    case 'u':
      return { ...base, kind: 'unique', columns, include, nullsNotDistinct, deferrable };
    case 'c':
      return { ...base, kind: 'check', expr: expr ?? '', noInherit, validated };
    case 'f':
      return {
        ...base,
        kind: 'foreignKey',
        columns,
        target: qname(targetSchema ?? '', targetName ?? ''),
        targetColumns,
        onDelete: action(onDelete, setColumns),
        onUpdate: action(onUpdate, []),
        match: match === 'f' ? 'full' : 'simple',
        deferrable,
        validated,
      };
    default:
      throw new Error(`Not a kind of constraint that is read here: ${type}`);
  }
}

export function deferrability(deferrable: boolean, deferred: boolean): Deferrability {
  return deferrable ? (deferred ? 'initially deferred' : 'deferrable') : 'not deferrable';
}

function action(letter: string, columns: readonly Ident[]): ReferentialAction {
  switch (letter) {
    case 'a':
      return { kind: 'no action' };
    case 'r':
      return { kind: 'restrict' };
    case 'c':
      return { kind: 'cascade' };
    case 'n':
      return { kind: 'set null', columns };
    case 'd':
      return { kind: 'set default', columns };
    default:
      throw new Error(`Not a referential action: ${letter}`);
  }
}
