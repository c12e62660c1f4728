/** Tables without their parts: one row each, from which `tables.ts` starts. */
import type { ReplicaIdentity, StorageParameters, Table } from '../model/model.ts';
import { type QName, qname } from '../model/name.ts';
import { type CatalogRow, cells, parameterRecord } from './row.ts';
import { MANAGED_TABLES } from './scope.ts';

export const RELATIONS_QUERY = `
select c.oid, n.nspname, c.relname, obj_description(c.oid, 'pg_class'), c.relpersistence = 'u', c.reloptions,
  (select t.reloptions from pg_class t where t.oid = c.reltoastrelid),
  c.relrowsecurity, c.relforcerowsecurity, c.relreplident,
  (select x.relname from pg_index i join pg_class x on x.oid = i.indexrelid
   where c.relreplident = 'i' and i.indrelid = c.oid and i.indisreplident),
  p.partstrat, p.partattrs::int2[]
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_partitioned_table p on p.partrelid = c.oid
where ${MANAGED_TABLES}
order by n.nspname, c.relname`;

/** A table's own row of pg_class. */
export interface Relation {
  readonly oid: string;
  readonly name: QName;
  readonly comment: string | null;
  readonly unlogged: boolean;
  readonly parameters: StorageParameters;
  readonly rowSecurity: Table['rowSecurity'];
  readonly replicaIdentity: ReplicaIdentity;
  readonly partitioned: RelationPartitioning | null;
}

export interface RelationPartitioning {
  readonly by: 'range' | 'list' | 'hash';
  /** Attribute numbers; `0` stands for an expression. */
  readonly attnums: readonly string[];
}

export function buildRelations(rows: readonly CatalogRow[]): readonly Relation[] {
  return rows.map((row) => {
    const cell = cells(row);
    const oid = cell.text();
    const name = qname(cell.text(), cell.text());
    const comment = cell.textOrNull();
    const unlogged = cell.flag();
    const parameters = { ...parameterRecord(cell.texts()), ...parameterRecord(cell.texts(), 'toast.') };
    const rowSecurity = cell.flag();
    const forced = cell.flag();
    const replicaIdentity = identityOf(cell.text(), cell.textOrNull());
    const strategy = cell.textOrNull();
    const attnums = cell.texts();
    return {
      oid,
      name,
      comment,
      unlogged,
      parameters,
      // FORCE without ENABLE protects nothing.
      rowSecurity: rowSecurity ? (forced ? 'forced' : 'on') : 'off',
      replicaIdentity,
      partitioned: strategy === null ? null : { by: strategyOf(strategy), attnums },
    };
  });
}

/** An index that was dropped since leaves `i` without an index, and then nothing is logged. */
function identityOf(letter: string, index: string | null): ReplicaIdentity {
  if (letter === 'i') return index === null ? { kind: 'nothing' } : { kind: 'index', name: index };
  return { kind: letter === 'f' ? 'full' : letter === 'n' ? 'nothing' : 'default' };
}

function strategyOf(letter: string): RelationPartitioning['by'] {
  switch (letter) {
    case 'r':
      return 'range';
    case 'l':
      return 'list';
    case 'h':
      return 'hash';
    default:
      throw new Error(`Not a partition strategy: ${letter}`);
  }
}
