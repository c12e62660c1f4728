/** Indexes and exclusion constraints, by table oid. Indexes behind primary keys and unique constraints are not objects. */
import type { Exclusion, Index, IndexKey, IndexKeyTarget, IndexMethod } from '../model/model.ts';
import { type Ident, qname } from '../model/name.ts';
import { deferrability } from './constraints.ts';
import { byFirstCell, type CatalogRow, cells, parameterRecord } from './row.ts';
import { MANAGED_TABLES } from './scope.ts';

/**
 * One row a key or included column, index by index.
 *
 * An operator class is the default when it is marked so and no default class fits the key's own type better: text_ops is
 * marked, yet on a citext column it has to be written. Expressions have no type of their own in the catalog, except in
 * the index's attribute where the method keeps keys as they are.
 */
export function indexesQuery(major: number): string {
  return `
with indexes as materialized (
  select i.*, c.relname as tablename, x.relname, x.reloptions, am.amname, k.oid as conoid, k.conname, k.conexclop,
    k.condeferrable, k.condeferred
  from pg_class c
  join pg_index i on i.indrelid = c.oid
  join pg_class x on x.oid = i.indexrelid
  join pg_am am on am.oid = x.relam and am.amname in ('btree', 'hash', 'gin', 'gist', 'spgist', 'brin', 'hnsw')
  left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x') and k.conrelid = c.oid
  where (k.contype is null or k.contype = 'x') and ${MANAGED_TABLES}
),
keys as materialized (
  select i.*, u.*
  from indexes i
  cross join lateral unnest(
    i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[], i.conexclop
  ) with ordinality u (attnum, class_oid, collation_oid, flags, operator_oid, n)
)
select k.indrelid, k.indexrelid, k.relname, k.indisvalid, k.indisunique, k.amname,
  ${major >= 15 ? 'k.indnullsnotdistinct' : 'false'}, k.reloptions,
  case when k.n = 1 then pg_get_expr(k.indpred, k.indrelid) end,
  case when k.n > 1 then null when k.conoid is null then obj_description(k.indexrelid, 'pg_class')
    else obj_description(k.conoid, 'pg_constraint') end,
  k.conname, k.condeferrable, k.condeferred, k.n > k.indnkeyatts, a.attname,
  case when k.attnum = 0 then pg_get_indexdef(k.indexrelid, k.n::int, false) end,
  case when not coalesce(oc.opcdefault and not exists (
      select from pg_opclass o
      where o.opcmethod = oc.opcmethod and o.opcdefault and o.oid <> oc.oid and oc.opcintype <> kt.keytype
        and o.opcintype = kt.keytype), true) then oc.opcname end,
  case when k.attnum = 0 then null when k.collation_oid <> a.attcollation then cn.nspname end, co.collname,
  case when k.attnum = 0 and k.collation_oid not in (0, 100) then pg_get_indexdef(k.indexrelid) end, cn.nspname,
  coalesce(k.flags & 1 = 1, false), coalesce(k.flags & 2 = 2, false), op.oprname
from keys k
left join pg_attribute a on a.attrelid = k.indrelid and a.attnum = k.attnum and k.attnum <> 0
left join pg_opclass oc on oc.oid = k.class_oid
left join pg_attribute xa on xa.attrelid = k.indexrelid and xa.attnum = k.n and k.attnum = 0 and oc.opckeytype = 0
left join pg_type ty on ty.oid = coalesce(a.atttypid, xa.atttypid)
left join lateral (select case ty.typtype when 'd' then ty.typbasetype else ty.oid end as keytype) kt on true
left join pg_collation co on co.oid = k.collation_oid
left join pg_namespace cn on cn.oid = co.collnamespace
left join pg_operator op on op.oid = k.operator_oid
order by k.indrelid, k.relname, k.n`;
}

export interface Indexes {
  readonly indexes: readonly Index[];
  readonly exclusions: readonly Exclusion[];
  /** Names of indexes that a failed or running CONCURRENTLY left behind: they answer no query and stand in the way. */
  readonly invalid: readonly Ident[];
}

interface Head {
  readonly name: Ident;
  readonly valid: boolean;
  readonly unique: boolean;
  readonly method: string;
  readonly nullsNotDistinct: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly where: string | null;
  readonly comment: string | null;
  readonly exclusion: { readonly name: Ident; readonly deferrable: Exclusion['deferrable'] } | null;
}

type Part =
  | { readonly kind: 'include'; readonly column: Ident }
  | { readonly kind: 'key'; readonly key: IndexKey; readonly operator: string | null };

export function buildIndexes(rows: readonly CatalogRow[]): ReadonlyMap<string, Indexes> {
  const built = new Map<string, Indexes>();
  for (const [table, ofTable] of byFirstCell(rows)) {
    const indexes: Index[] = [];
    const exclusions: Exclusion[] = [];
    const invalid: Ident[] = [];
    for (const group of byFirstCell(ofTable.map((row) => row.slice(1))).values()) {
      const read = group.map(readRow);
      const head = read[0]?.head;
      if (head === undefined) continue;
      const parts = read.map((one) => one.part);
      if (head.exclusion !== null) exclusions.push(exclusionOf(head, parts));
      else if (head.valid) indexes.push(indexOf(head, parts));
      else invalid.push(head.name);
    }
    built.set(table, { indexes, exclusions, invalid });
  }
  return built;
}

function readRow(row: CatalogRow): { readonly head: Head; readonly part: Part } {
  const cell = cells(row);
  cell.text();
  const name = cell.text();
  const valid = cell.flag();
  const unique = cell.flag();
  const method = cell.text();
  const nullsNotDistinct = cell.flag();
  const parameters = parameterRecord(cell.texts());
  const where = cell.textOrNull();
  const comment = cell.textOrNull();
  const constraint = cell.textOrNull();
  const deferrable = deferrability(cell.textOrNull() === 't', cell.textOrNull() === 't');
  const exclusion = constraint === null ? null : { name: constraint, deferrable };
  const head: Head = { name, valid, unique, method, nullsNotDistinct, parameters, where, comment, exclusion };
  const included = cell.flag();
  const column = cell.textOrNull();
  const expression = cell.textOrNull();
  if (included) return { head, part: { kind: 'include', column: column ?? '' } };
  const key: IndexKeyTarget =
    column === null ? { kind: 'expression', expr: bareExpression(expression ?? '') } : { kind: 'column', column };
  const opclass = cell.textOrNull();
  const columnCollationSchema = cell.textOrNull();
  const collationName = cell.textOrNull();
  const definition = cell.textOrNull();
  const collationSchema = cell.textOrNull();
  const written = definition === null ? columnCollationSchema !== null : isCollated(definition, expression ?? '');
  const collation =
    written && collationSchema !== null && collationName !== null ? qname(collationSchema, collationName) : null;
  const direction = cell.flag() ? 'desc' : 'asc';
  const nulls = cell.flag() ? 'first' : 'last';
  return {
    head,
    part: { kind: 'key', key: { key, opclass, collation, direction, nulls }, operator: cell.textOrNull() },
  };
}

/** Anything but a bare function call is printed in one more pair of parentheses than the expression has. */
function bareExpression(printed: string): string {
  return printed.startsWith('(') ? printed.slice(1, -1) : printed;
}

/** An expression's own collation is nowhere in the catalog: only the full definition tells whether another was written. */
function isCollated(definition: string, expression: string): boolean {
  return definition.includes(`${expression} COLLATE `);
}

function indexOf(head: Head, parts: readonly Part[]): Index {
  return {
    name: head.name,
    unique: head.unique,
    method: methodOf(head.method),
    keys: parts.flatMap((part) => (part.kind === 'key' ? [part.key] : [])),
    include: parts.flatMap((part) => (part.kind === 'include' ? [part.column] : [])),
    where: head.where,
    nullsNotDistinct: head.nullsNotDistinct,
    parameters: head.parameters,
    comment: head.comment,
    renamedFrom: null,
  };
}

function exclusionOf(head: Head, parts: readonly Part[]): Exclusion {
  const method = methodOf(head.method);
  if (method === 'gin' || method === 'brin' || method === 'hnsw')
    throw new Error(`Not a method of an exclusion constraint: ${method}`);
  return {
    kind: 'exclusion',
    name: head.exclusion?.name ?? head.name,
    method,
    elements: parts.flatMap((part) =>
      part.kind === 'key' ? [{ key: part.key.key, opclass: part.key.opclass, operator: part.operator ?? '' }] : [],
    ),
    where: head.where,
    deferrable: head.exclusion?.deferrable ?? 'not deferrable',
    comment: head.comment,
    renamedFrom: null,
  };
}

/** The query asks for no others; `unmodelled.ts` lists them. */
function methodOf(name: string): IndexMethod {
  switch (name) {
    case 'btree':
    case 'hash':
    case 'gin':
    case 'gist':
    case 'spgist':
    case 'brin':
    case 'hnsw':
      return name;
    default:
      throw new Error(`Not an index method of the Model: ${name}`);
  }
}
